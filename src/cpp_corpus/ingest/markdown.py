"""Markdown texts whose headings are those of divisions and articles, at any level.

An article is recognised by its heading alone, never by the level of it: some writers give it the level of the division
above. All other headings are divisions, or the title of the act. Levels go beyond the six of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import islice, pairwise, takewhile
from operator import itemgetter
from typing import NamedTuple

from cpp_corpus.ingest.adapter import RawFile
from cpp_corpus.ingest.address import division, place_of
from cpp_corpus.ingest.front_matter import FrontMatter
from cpp_corpus.ingest.lines import LINE_END, SourceMap
from cpp_corpus.ingest.marks import ENTITY, PIPE_TABLE, Markdown, marked_line, marked_rows, unescaped
from cpp_corpus.ingest.markup import has_markup, read_markup
from cpp_corpus.ingest.naming import division_rank, is_without_id, source_act, titled_division
from cpp_corpus.ingest.other_texts import CONTRACT, REPORT, Shown, no_law, refuse_other_texts
from cpp_corpus.ingest.page_words import (
    FIRST_OF_ANY,
    Kind,
    act_of_title,
    act_or_none,
    is_amendment,
    is_local,
    is_no_law,
    is_private,
    kind_of_line,
    no_act,
    place_of_signature,
    state_by_history,
)
from cpp_corpus.ingest.path_acts import NamedAct, act_by_names
from cpp_corpus.ingest.tags import BLANK
from cpp_corpus.ingest.written_headings import heading_among_words
from cpp_corpus.lang.acts import act_written, code_name_at
from cpp_corpus.lang.dates import find_date
from cpp_corpus.lang.typography import fold, slug, tidy
from cpp_corpus.model.article import ArticleState, Division
from cpp_corpus.model.document import Block, Document, Draft, Facts, Role
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.heading import is_heading, read_heading
from cpp_corpus.model.number import ArticleNumber, NumberKind

__all__ = [
    "HEADING",
    "MarkdownReader",
    "Opening",
    "article_headings",
    "has_plain_headings",
    "is_article",
    "is_outline",
    "is_wrapped",
]

_AT_LINE = r"(?<![^\r\n])[ ]{0,3}"
HEADING = re.compile(rf"{_AT_LINE}(?P<level>\#{{1,20}})[ \t]+(?P<words>[^\r\n]+)")
"""A heading, with the signs that may close it."""


class Opening(NamedTuple):
    """What the heading of an article says."""

    end: int
    """End of its words in the file: what follows on the line is not part of the heading."""
    facts: Facts = Facts()
    """What it says; act and divisions are filled in."""


def is_article(words: str) -> bool:
    """Whether the words of a heading are those of an article, its number perhaps damaged.

    >>> [is_article(words) for words in ("Article L12-3", "Article L12-", "Article de blog", "Titre Ier")]
    [True, True, False, False]
    """
    if not _ARTICLE.match(words):
        return False
    return is_heading(words, in_act=False) or _CUT_NUMBER.fullmatch(words) is not None


def article_headings(text: str) -> Iterator[re.Match[str]]:
    """The headings of articles in ``text``, in order."""
    first = _FIRST_LINE.match(text)
    is_act = first is not None and act_of_title(tidy(fold(first["words"]))) is not None  # whether a title stands above
    for found in HEADING.finditer(text):
        words = _article_words(unescaped(_CLOSING.sub("", found["words"])))
        if _ARTICLE.match(words):
            if is_article(words) or (is_act and read_heading(words).has_title):
                yield found
        else:
            is_act = is_act or act_of_title(tidy(fold(words))) is not None


def is_outline(text: str) -> bool:
    r"""Whether ``text`` has headings of articles below the first level, as a text with divisions has; quick.

    >>> is_outline("# Article 1\n\nVent."), is_outline("# Titre Ier\n## Article 1\n")
    (False, True)
    """
    if "\n##" not in text and "\r##" not in text and not text.startswith("##"):
        return False
    return any(len(found["level"]) > 1 for found in article_headings(text))


def has_plain_headings(text: str) -> bool:
    r"""Whether most headings of articles in ``text`` are lines without a mark, as in Markdown made of a PDF file.

    >>> has_plain_headings("# Code des vents\n\nArticle L1\n\nVent.\n\nArticle L2\n\nPluie.\n\nArticle L3\n\nSoleil.")
    True
    """
    plain = [found for found in _PLAIN.finditer(text) if kind_of_line(tidy(fold(found[1]))) is Kind.HEADING]
    if not plain:
        return False
    marked = list(article_headings(text))
    if marked and _are_between(plain, marked):
        return True
    if len(plain) < _SEVERAL or (marked and len(plain) <= len(marked)):
        return False
    if not marked or plain[0].start() < marked[0].start():
        return True
    numbers = [read_heading(tidy(fold(found[1]))).number for found in plain]
    return any(number.prefix for number in numbers if number)  # articles of an annex have none


def _are_between(plain: list[re.Match[str]], marked: list[re.Match[str]]) -> bool:
    """Whether the numbers of headings without a mark all go on with those of marked ones: a writer has missed them.

    Articles of an annex begin anew, or have other numbers than those around them.
    """
    headings = [(found.start(), _numbered(found[1]), True) for found in plain]
    headings += [(found.start(), _numbered(unescaped(found["words"])), False) for found in marked]
    headings.sort(key=itemgetter(0))
    return all(
        _goes_on(before, after)
        for (_, before, is_plain), (_, after, follows_plain) in pairwise(headings)
        if is_plain or follows_plain
    )


def _numbered(words: str) -> ArticleNumber | None:
    return read_heading(_article_words(tidy(fold(words)))).number


def _goes_on(before: ArticleNumber | None, after: ArticleNumber | None) -> bool:
    """Whether the number ``after`` may stand below ``before`` in one act, ``R7`` below ``L6`` too."""
    if before is None or after is None or before == after or bool(before.prefix) != bool(after.prefix):
        return False
    first, second = (tuple(map(int, _DIGITS.findall(number.running))) for number in (before, after))
    return bool(first) and first <= second


def is_wrapped(text: str) -> bool:
    r"""Whether the lines of ``text`` were broken at a width, so that a paragraph has several of them.

    >>> is_wrapped("Le vent\nsouffle."), is_wrapped("Le vent souffle. " * 20)
    (True, False)
    """
    fence = ""
    for line in LINE_END.split(text):
        if found := _FENCE.match(line):
            fence = "" if fence and found[1].startswith(fence) else fence or found[1]
        elif not fence and _is_wide(line):
            return False
    return True


def _is_wide(line: str) -> bool:
    """Whether a line has more words than one that was broken at a width."""
    is_long = len(line) > _WIDEST and len(_ADDRESS.sub("", line)) > _WIDEST
    return is_long and not _NO_WORDS.match(line) and not _COLUMNS.search(line.strip())


class MarkdownReader:
    """Reads a Markdown text once, heading by heading."""

    format: str
    """Name of the format."""
    has_prose = False
    """Whether lines below the heading of a division are usual."""

    def __init__(self, file: RawFile, start: int = 0, end: int | None = None) -> None:
        """``start`` and ``end``: the part of the file that is read, in characters."""
        self.file = file
        self.source = SourceMap(file)
        self.text = self.source.text = _without_quotation(self.source.text, is_code=self.has_prose)
        self.start, self.end = start, len(self.text) if end is None else end
        self.markup = has_markup(file.decoded.text)
        self.entities = self.markup or ENTITY.search(self.text) is not None
        self.markdown = _WRAPPED if is_wrapped(self.text[self.start : self.end]) else _LINES
        self.outline: list[tuple[int, Division | None, str | None]] = []  # level, division, act
        self.act: str | None = None
        self.consolidated_at: date | None = None
        self.above: list[Block] = []
        self.articles: list[tuple[Facts, list[Block]]] = []
        self.is_open = False  # whether the lines that follow belong to the last article
        self.is_worded, self.looked_at = False, 0  # whether that one has words of law, and the blocks it was asked of
        self.level = 0  # of the heading of the last article
        self.inner: bool | None = None  # whether headings below that level are lines of it
        self.findings: list[Finding] = []
        self.calls: dict[str, int] = {}  # the article that calls each footnote
        self.footnotes: list[tuple[str, int, Block]] = []  # name, the article above, the note
        self.tables = 0  # that are drawn
        self.private: str | None = None  # the line that says that the text is a contract or the like
        self.is_report = False  # whether a line says that the text is a report, a circular or the like
        self.signature: tuple[list[Block], int] | None = None  # of the last article: its blocks, those above it
        self.numbers: set[tuple[str | None, ArticleNumber | None]] = set()  # of the articles above, by act
        self.anew: str | None = None  # the act below whose articles another text stands, numbered anew

    def read(self) -> Document:
        """The document."""
        at = self.start
        while at < self.end:
            found = _EVENT.search(self.text, at, self.end)
            stop = found.start() if found else self.end
            rubrics = self.rubrics(at, stop) if found and self.is_of_article(found) else []
            end = rubrics[0].start() if rubrics else stop
            if at < end:
                self.words(at, end)
            for rubric in rubrics:
                self.rubric(*rubric.span("words"))
            at = self.event(found) if found else self.end
        return self.document()

    def front_matter(self, front: FrontMatter) -> None:
        """Pass over the front matter, whose title may be that of the act, or which names the act."""
        named = (front.values.get(key) for key in _OF_ACT)
        self.act = next((act for title in named if title and (act := source_act(title))), None)
        self.furniture(front.start, front.end)
        self.start = front.body

    def document(self) -> Document:
        """The document made of what was read."""
        self.end_at_signature()
        self.end_at_place()
        for name, above, block in reversed(self.footnotes):
            self.articles[self.calls.get(name, above)][1].insert(1, block)
        self.refuse_others()
        self.name_act()
        drafts = tuple(
            Draft(facts._replace(state=facts.state or _state(blocks)), tuple(blocks)) for facts, blocks in self.articles
        )
        return Document(self.file.path, self.format, drafts, tuple(self.above), findings=tuple(self.findings))

    def shown_above(self) -> list[str]:
        """The lines above the articles, folded and tidied."""
        return [tidy(fold(block.text)) for block in self.above]

    def refuse_others(self) -> None:
        """Raise ``RefusedError`` where the text is certainly no act of France."""
        texts = [[tidy(fold(block.text)) for block in blocks if block.role is Role.TEXT] for _, blocks in self.articles]
        refuse_other_texts(Shown(self.shown_above(), texts))

    def note_private(self, words: str) -> None:
        """Note that a line above the articles, and above the title of an act, is that of a contract or the like."""
        if self.articles or self.private or self.act or any(act for *_, act in self.outline):
            return
        if is_private(words):
            self.private = words
        self.is_report = self.is_report or is_no_law(tidy(fold(words)))

    def name_act(self) -> None:
        """Give the act of the file to the articles that no title in it names an act for."""
        if self.private:
            if cited := self.act or next((facts.act for facts, _ in self.articles if facts.act), None):
                self.findings.append(no_act(self.private, cited, self.file.path))
            elif place_of(self.file.path)[0] is None:
                raise no_law(CONTRACT)
            self.articles = [(facts._replace(act=None), blocks) for facts, blocks in self.articles]
            return
        self.drop_local()
        numbers = [facts.number.normalized for facts, _ in self.articles if facts.number]
        folder_act, folders = place_of(self.file.path)
        named = NamedAct(folder_act, tuple(each.slug or "" for each in folders)) if folder_act else None
        named = named or act_by_names(self.file.path, numbers)
        divisions = (
            tuple(titled_division(name) if slug(name) != name else division(name) for name in named.below)
            if named
            else ()
        )
        act = self.act or (named.act if named else None)
        if self.is_report and not act and not any(facts.act for facts, _ in self.articles):
            raise no_law(REPORT)
        for at, (facts, blocks) in enumerate(self.articles):
            is_there = named is not None and named.act == (facts.act or act)
            filled = facts._replace(
                act=facts.act or act,
                consolidated_at=facts.consolidated_at or self.consolidated_at,
                divisions=facts.divisions or (divisions if is_there else ()),
            )
            self.articles[at] = filled, blocks

    def drop_local(self) -> None:
        """Take the act from the order of a mayor or a prefect."""
        acts = {act for act in (self.act, *(facts.act for facts, _ in self.articles)) if act}
        if len(acts) == 1 and is_local(next(iter(acts)), self.shown_above()):
            self.act = None
            self.articles = [(facts._replace(act=None), blocks) for facts, blocks in self.articles]

    # -- what stands in the file --------------------------------------------------------------------------------------

    def event(self, found: re.Match[str]) -> int:
        """Read a heading, code or a line of attributes; where the text goes on."""
        if found["level"]:
            self.heading(len(found["level"]), *_bare(self.text, *found.span("words")))
            return found.end()
        if found["fence"]:
            close = re.compile(rf"{_AT_LINE}{re.escape(found['fence'])}[`~]*[ \t]*(?=[\r\n]|\Z)")
            closing = close.search(self.text, found.end(), self.end)
            if closing is None:
                self.furniture(*found.span())
                return found.end()
            self.furniture(*found.span())
            if found.end() < closing.start():
                self.code(found.end(), closing.start())
            return closing.end()
        self.furniture(*found.span())
        return found.end()

    def heading(self, level: int, start: int, end: int) -> None:
        """A heading: of an article, a division or the act."""
        words = _article_words(unescaped(self.text[start:end]))
        if (opening := self.opening(words, start, end)) is not None:
            if self.is_anew(opening.facts):
                self.begin_other(start, end)
                return
            self.level = level
            self.article(start, end, opening)
            return
        self.note_private(words)
        kind = kind_of_line(tidy(fold(words)))
        if self.is_open and kind in {Kind.VERSION, Kind.HISTORY}:
            role = Role.VERSION if kind is Kind.VERSION else Role.FURNITURE
            self.outside(marked_line(self.source, start, end, role, entities=self.entities))
            return
        found = titled_division(words)
        if found.kind == "division" and not found.number and self.is_inner(words, level, end):
            line = marked_line(self.source, start, end, Role.TEXT, entities=self.entities)
            self.articles[-1][1].extend([line] if line else [])
            return
        while self.outline and self.outline[-1][0] >= level:
            self.outline.pop()
        is_title = found.kind == "division" and not found.number
        act = self.title(words, level) if is_title else None
        if not is_title and not found.number:
            act = act_or_none(act_of_title(tidy(fold(words))))
        if act:
            self.end_at_signature()
        self.outline.append((level, None if act else found, act))
        self.is_open = False
        self.outside(marked_line(self.source, start, end, Role.TITLE, entities=self.entities))

    def is_of_article(self, event: re.Match[str]) -> bool:
        """Whether what stands between stretches of words is the heading of an article."""
        return bool(event["level"]) and _ARTICLE.match(_article_words(unescaped(event["words"]))) is not None

    def rubrics(self, start: int, end: int) -> list[re.Match[str]]:
        """The lines wholly in bold directly above the heading of an article: titles of what follows.

        Above the first article the first of them has a number, since another may be the title of the act.
        """
        lines = list(_BOLD_LINE.finditer(self.text, start, end))
        found: list[re.Match[str]] = []
        for line in reversed(lines):
            if self.text[line.end() : found[-1].start() if found else end].strip() or not self.is_rubric(line):
                break
            found.append(line)
        is_certain = bool(self.articles) and not self.is_bare(start, found[-1].start() if found else end)
        is_certain = is_certain and len(found) <= _RUBRICS + sum(map(_is_numbered, found))
        while found and not is_certain and not _is_numbered(found[-1]):
            found.pop()
        return found[::-1]

    def is_bare(self, start: int, end: int) -> bool:
        """Whether the open article, of which nothing says that it was repealed, has no words but those in bold."""
        if not self.is_open or self.text[start:end].strip() or self.has_words(self.articles[-1][1]):
            return False
        heading = self.articles[-1][1][:1]
        return not heading or read_heading(heading[0].text).state is None

    def is_rubric(self, line: re.Match[str]) -> bool:
        """Whether a line in bold is a title, not the last sentence of an article."""
        words = tidy(fold(unescaped(line["words"])))
        kind = kind_of_line(words)
        if len(words) > _LONGEST_RUBRIC or words[-1:] in _LEADS or kind not in {Kind.TEXT, Kind.DIVISION}:
            return False
        return _is_numbered(line) or (words[:1].isupper() and (words[-1:] != "." or self.has_rubrics))

    @cached_property
    def has_rubrics(self) -> bool:
        """Whether several lines in bold end no sentence: then one with a full stop may be a title too."""
        found = (line for line in _BOLD_LINE.finditer(self.text, self.start, self.end) if _BEFORE.match(line[0]))
        return len(list(islice(found, _SEVERAL))) == _SEVERAL

    def rubric(self, start: int, end: int) -> None:
        """A title in bold: a division inside all those that have a heading."""
        found = titled_division(unescaped(self.text[start:end]))
        level = _RUBRIC_LEVEL + division_rank(found) + (found.kind == "division" and not found.number)
        while self.outline and self.outline[-1][0] >= level:
            self.outline.pop()
        self.outline.append((level, found, None))
        self.is_open = False
        self.outside(marked_line(self.source, start, end, Role.TITLE, entities=self.entities))

    def opening(self, words: str, start: int, end: int) -> Opening | None:
        """What the heading of an article says; ``None`` where it is another heading."""
        del start
        in_act = bool(self.articles) or self.act is not None or any(act for *_, act in self.outline)
        is_known = is_article(words) or (in_act and read_heading(words).has_title)
        is_known = is_known or (bool(self.articles) and is_heading(words, in_act=True))
        opens = (_ARTICLE.match(words) and is_known) or (in_act and self.is_annex(words, end))
        return Opening(end, Facts(number=read_heading(words).number)) if opens else None

    def is_annex(self, words: str, end: int) -> bool:
        """Whether ``Annexe I`` is the heading of an article: words follow it, not the heading of another one."""
        if kind_of_line(tidy(fold(words))) is not Kind.ANNEX:
            return False
        following = _WORDS.search(self.text, end, self.end)
        return following is not None and HEADING.match(self.text, following.start()) is None

    def is_inner(self, words: str, level: int, end: int) -> bool:
        """Whether a heading is one inside an annex: below its level, and no article follows before that level again."""
        if not self.is_open or level <= self.level or self.has_prose or _ABOUT.match(words) or source_act(words):
            return False
        if self.inner is None:
            following = HEADING.finditer(self.text, end, self.end)
            of_others = (each for each in following if self.is_other(each))
            self.inner = not any(_ARTICLE.match(_article_words(each["words"])) for each in islice(of_others, 1))
        return self.inner

    def is_other(self, heading: re.Match[str]) -> bool:
        """Whether a heading stands at the level of the open article or above it, or is one of an article."""
        return len(heading["level"]) <= self.level or _ARTICLE.match(_article_words(heading["words"])) is not None

    def title(self, words: str, level: int) -> str | None:
        """The act whose title a heading is; ``None`` where it is the heading of something else."""
        if act := source_act(words):
            return act
        named = level == 1 and not is_without_id(words)
        code = re.search(r"\bcode\b", words, re.IGNORECASE) if named else None
        found = code_name_at(words, code.start()) if code else None
        return found[1][0] if found else None

    def article(self, start: int, end: int, opening: Opening) -> None:
        """Begin an article."""
        if _is_annex(opening.facts.number):
            self.end_at_signature()
        self.signature = self.anew = None
        divisions = tuple(found for _, found, _ in self.outline if found)
        act = self.act_above()
        self.numbers.add((act or self.act, opening.facts.number))
        facts = opening.facts._replace(act=opening.facts.act or act, divisions=opening.facts.divisions or divisions)
        blocks: list[Block] = []
        if block := marked_line(self.source, start, opening.end, Role.HEADING, entities=self.entities):
            blocks.append(block)
        self.articles.append((facts, blocks))
        self.is_open, self.is_worded, self.looked_at = True, False, 0
        self.inner = None
        if opening.end < end:
            self.furniture(opening.end, end)

    def act_above(self) -> str | None:
        """The act of the last title above."""
        return next((act for *_, act in reversed(self.outline) if act), None)

    def is_anew(self, facts: Facts) -> bool:
        """Whether an article is one of another text below the articles of a law: its signature or an annex is above.

        The first of them has a number that the law has too.
        """
        act, number = self.act_above() or self.act, facts.number
        if not _is_signed(act) or facts.ids or number is None or number.prefix or _is_annex(number):
            return False
        if self.anew is not None:
            return self.anew == act
        if number.normalized not in FIRST_OF_ANY or (act, number) not in self.numbers:
            return False
        is_annexed = any(found and found.kind == "annexe" for _, found, _ in self.outline)
        return is_annexed or self.signature is not None or _is_annex(self.articles[-1][0].number)

    def begin_other(self, start: int, end: int) -> None:
        """The heading of an article of another text: a line of the annex that has it, else of nothing."""
        is_annex = self.is_open and _is_annex(self.articles[-1][0].number)
        if self.anew is None and not is_annex:
            self.end_at_signature()
        role = Role.TEXT if is_annex else Role.FURNITURE
        line = marked_line(self.source, start, end, role, entities=self.entities)
        if self.anew is None and line and not is_annex:
            message = (
                f"From “{line.text}” on the articles are numbered anew, so they are those of another text; its lines"
                " are leftovers. Put it into a file of its own, with the title of its act."
            )
            self.findings.append(Finding.build(FindingCode.STRAY_LINE, message, path=self.file.path, line=line.line))
        self.anew = self.act_above() or self.act
        self.is_open = is_annex
        self.outside(line)

    def note_signature(self, found: list[Block]) -> None:
        """Note the signature among blocks that are added to the last article."""
        facts, blocks = self.articles[-1]
        if self.signature or not _is_signed(facts.act or self.act) or _is_annex(facts.number):
            return
        at = next((at for at, block in enumerate(found) if _is_signature(block)), None)
        if at is not None and (at or self.has_words(blocks)):
            self.signature = blocks, len(blocks) + at

    def end_at_signature(self) -> None:
        """End the last article above its signature."""
        if self.signature is None:
            return
        blocks, end = self.signature
        self.signature = None
        below = [tidy(fold(block.text)) for block in blocks[end:]]
        blocks[end:] = [block._replace(role=Role.FURNITURE, links=()) for block in blocks[end:]]
        if any(words.lower().startswith(_BEGIN_ANNEX) for words in below):
            message = "An annex stands below this signature, without the mark of a heading; its lines are leftovers."
            self.findings.append(
                Finding.build(FindingCode.STRAY_LINE, message, path=self.file.path, line=blocks[end].line)
            )

    def end_at_place(self) -> None:
        """End the last article above the place and day that end the text."""
        facts, blocks = self.articles[-1] if self.articles else (Facts(), [])
        body = [at for at, block in enumerate(blocks) if block.role is Role.TEXT]
        at = place_of_signature([tidy(fold(blocks[each].text)).strip("*_ ") for each in body])
        is_of_code = (facts.act or self.act or "").startswith("code-")
        if at and not _is_annex(facts.number) and not is_of_code:
            for each in body[at:]:
                blocks[each] = blocks[each]._replace(role=Role.FURNITURE, links=())

    def words(self, start: int, end: int) -> None:
        """Lines between two headings."""
        if self.is_open:
            self.body(start, end)
            return
        found = self.furniture(start, end)
        if not self.articles:
            for block in found:
                self.head(block.text)
        elif found and not self.has_prose and self.anew is None:
            message = "This line stands below the heading of a division, in no article; check it."
            line = found[0].line
            self.findings.append(Finding.build(FindingCode.STRAY_LINE, message, path=self.file.path, line=line))

    def body(self, start: int, end: int) -> None:
        """Lines of an article: its words, the lines of its version above them, footnotes."""
        blocks = self.articles[-1][1]
        for call in _CALL.finditer(self.text, start, end):
            self.calls.setdefault(call[1], len(self.articles) - 1)
        for footnote in [*_FOOTNOTE.finditer(self.text, start, end), None]:
            stop = footnote.start() if footnote else end
            if start < stop:
                found = self.lines(start, stop)
                self.note_signature(found)
                blocks += _without_history(found if self.has_words(blocks) else _with_version(found))
                number = self.articles[-1][0].number
                self.findings += filter(None, (heading_among_words(block, number, self.file.path) for block in found))
            if footnote:
                note = marked_line(self.source, *footnote.span("words"), Role.NOTE, entities=self.entities)
                if note:
                    self.footnotes.append((footnote["name"], len(self.articles) - 1, note._replace(opens=True)))
                start = footnote.end()

    def lines(self, start: int, end: int) -> list[Block]:
        """The lines between two places, those of tables with their cells."""
        found: list[Block] = []
        drawn = PIPE_TABLE.finditer(self.text, start, end) if self.text.find("|", start, end) >= 0 else ()
        for table in [*drawn, None]:
            stop = table.start() if table else end
            if start < stop:
                found += read_markup(self.source, start, stop, markup=self.entities, markdown=self.markdown)
            if table:
                self.tables += 1
                found += marked_rows(self.source, table, _DRAWN + self.tables, entities=self.entities)
                start = table.end()
        return found

    def has_words(self, blocks: list[Block]) -> bool:
        """Whether the article that is open has words of law; what was looked at before is not looked at again."""
        if not self.is_worded:
            self.is_worded = any(block.role is Role.TEXT for block in blocks[self.looked_at :])
            self.looked_at = len(blocks)
        return self.is_worded

    def head(self, line: str) -> None:
        """A line above the first article: the title of the act, the day, a link to the page of the act."""
        self.note_private(line)
        if "onsolid" in line:
            self.consolidated_at = self.consolidated_at or find_date(line)
        text = _LEGITEXT.search(line)
        act = act_written(text[0]) if text else source_act(line) if len(line) < _LONGEST_TITLE else None
        self.act = self.act or act

    def code(self, start: int, end: int) -> None:
        """Lines between fences: words as they are, a table perhaps."""
        if self.is_open:
            self.articles[-1][1].extend(read_markup(self.source, start, end, markup=False, markdown=_PLAIN_LINES))
        else:
            self.furniture(start, end)

    def furniture(self, start: int, end: int) -> list[Block]:
        """Words that are not law, as they are printed."""
        found = read_markup(self.source, start, end, markup=self.markup, markdown=_PLAIN_LINES)
        for block in found:
            self.outside(block._replace(role=Role.FURNITURE, links=()))
        return found

    def outside(self, block: Block | None) -> None:
        """Keep a line that belongs to no article."""
        if block is not None:
            (self.articles[-1][1] if self.articles else self.above).append(block)


# ---------------------------------------------------------------------------------------------------------------------

_OF_ACT = ("title", "titre", "code", "acte", "act", "loi", "texte")
"""The keys of front matter that may name the act."""
_WIDEST = 130  # characters of a line that was broken at a width
_LONGEST_TITLE = 300
_ADDRESS = re.compile(r"(?<=\])\([^()\s]{0,2000}\)")
"""The address of a link, which no writer of Markdown breaks."""
_NO_WORDS = re.compile(r"\s*(?:<|\||#|https?:|\W*$)")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_COLUMNS = re.compile(r"\S[ ]{4,}\S")
"""A row of a table whose columns are drawn with blanks."""
_ABOUT = re.compile(
    r"(?:Historique|Versions?|R[ée]f[ée]rences?|Liens?|Voir|Commentaires?|Jurisprudence|Autres formats|Notes?|NOTA"
    r"|Sources?|Cit[ée]|Citations?|Modifi|Doctrine|Bibliographie|Sommaire|Table)",
    re.IGNORECASE,
)
"""How headings below an article begin that are about it."""
_ARTICLE = re.compile(r"Article\b", re.IGNORECASE)
_PLAIN = re.compile(r"(?<![^\r\n])[ \t]*(?:\*\*|_)?(Article\.? [^\r\n#*_]{1,60})(?:\*\*|_)?[ \t]*(?![^\r\n])")
_SEVERAL = 3  # headings
_DIGITS = re.compile(r"\d{1,9}")
_LINKED = re.compile(r"\[(?P<words>[^\[\]]+)\]\([^()\s]*\)")
_BOLD_LINE = re.compile(r"(?<![^\r\n])[ \t]*\*\*(?P<words>[^*\r\n]+)\*\*[ \t]*(?![^\r\n])")
_BEFORE = re.compile(r"[ \t]*\*\*[^*\r\n]*[^*\r\n.;:!?]\*\*")
"""A line in bold that ends no sentence."""
_LABELLED = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,3}) ?[.°–—-]{1,2} ?[A-ZÀ-Þ]")
_LEADS = frozenset(":;,")
_LONGEST_RUBRIC = 150  # characters
_RUBRICS = 3  # titles without a number, one below the other
_DRAWN = 1 << 16  # the number of a drawn table follows those of tables in HTML
_RUBRIC_LEVEL = 100  # below those of headings
_SHORT = re.compile(r"(?:Art\.|Article\.?)\s*(?P<number>.*?)(?: ?[.:])?", re.DOTALL)
_WORDS = re.compile(r"(?<![^\r\n])[ \t]*(?!\{:)[^\s{][^\r\n]*")
_FIRST_LINE = re.compile(r"\s*(?P<words>[^\s#>|-][^\r\n]{0,299})")
_CALL = re.compile(r"\[\^([^\[\]\s]{1,20})\](?!:)")
_FOOTNOTE = re.compile(
    rf"{_AT_LINE}\[\^(?P<name>[^\[\]\s]{{1,20}})\]:[ \t]*"
    r"(?P<words>[^\r\n]+(?:(?:\r\n?|\n)(?:[ ]{2,4}|\t)[^\r\n]+)*)"
)
"""A footnote, below the text or between its alinéas."""
_CUT_NUMBER = re.compile(r"Article\s+(?:LO?|R|D|A)\.?\s?\*?\s?[0-9]+(?:-[0-9]+)*-", re.IGNORECASE)
_SIGNED = ("loi:", "ordonnance:", "decret:", "arrete:")
_SIGNATURES = ("Fait ", "Donné ", "La présente loi", "Pour l", "Par le ")
_FIRST_END = re.compile(r"[^.:]+[.:](?= )")
_BEGIN_ANNEX = ("annexe", "article ", "art. ")
_LEGITEXT = re.compile(r"LEGITEXT[0-9]{12}")
_QUOTED_HEADING = re.compile(rf"{_AT_LINE}>[> \t]*(?:\#{{1,6}}[ \t]+)?[*_]{{0,3}}(?:Article|Art\.)[ ]")
_QUOTED = re.compile(rf"{_AT_LINE}>(?:[ \t]*>)*(?=[ \t]*(?:[^\W\d]|[«“\"*_|-]|\d{{1,3}}[°.)]|\[))")
"""The marks of a quoted line; more than so much is no quotation: ``> 50 kW``."""
_QUOTATION = re.compile(rf"{_AT_LINE}>[> \t]*+(?:\#{{1,6}}[ \t]+)?(?P<words>(?=\S))?")
_EVENT = re.compile(
    rf"{_AT_LINE}(?:(?P<level>\#{{1,20}})[ \t]+(?P<words>[^\r\n]+)|(?P<fence>`{{3,}}|~{{3,}})[^\r\n`]*"
    r"|(?P<attributes>\{:[^{}\r\n]*\}|:{3,}(?:[ ]?\{[^{}\r\n]*\})?)[ \t]*(?=[\r\n]|\Z))"
)
_LINES = Markdown(re.compile(r"(?:\r\n?|\n)\s*"))
_PLAIN_LINES = _LINES._replace(marks=False)
_WRAPPED = Markdown(
    re.compile(
        r"""
    (?:\r\n?|\n) [ \t]* (?:\r\n?|\n) \s* (?: \(\^\) [ \t]* (?:\r\n?|\n) \s* )?  # an empty line
    | (?:\r\n?|\n) [ \t]* (?=[-*][ ]|\|)                      # the next point of a list, the next row of a table
    | (?<=[:;.,]) [ \t]* (?:\r\n?|\n) [ \t]* (?=[0-9]{1,3}(?:°|[.)])[ ]|[a-z]\)[ ]|[IVX]{1,5}[ .])
    | (?:\r\n?|\n|^) [ \t]* \(\^\) [ \t]* (?=[\r\n]|\Z) \s*   # what is left of a raised letter
    """,
        re.VERBOSE,
    )
)
_CLOSING = re.compile(r"(?<![ \t])[ \t]+(?:#+|\{[#.][^{}]{0,200}\})[ \t]*\Z")


def _without_quotation(text: str, *, is_code: bool) -> str:
    """The characters of a text, blanks for the marks of its quotations, and of headings where one is of an article.

    Where the text ``is_code`` among law, other lines with such a mark are commands.
    """
    if "\n>" not in text and "\r>" not in text and not text.startswith(">") and "\n >" not in text:
        return text
    if _QUOTED_HEADING.search(text) is None:
        return text if is_code else _QUOTED.sub(lambda mark: " " * len(mark[0]), text)
    return _QUOTATION.sub(lambda mark: (BLANK if mark["words"] is not None else " ") * len(mark[0]), text)


def _is_numbered(line: re.Match[str]) -> bool:
    """Whether a line in bold is the title of a division, or has the label of one: ``II. Du verre``."""
    words = tidy(fold(unescaped(line["words"])))
    return kind_of_line(words) is Kind.DIVISION or _LABELLED.match(words) is not None


def _is_signed(act: str | None) -> bool:
    """Whether an act is one that ends with a signature."""
    return act is not None and act.startswith(_SIGNED)


def _is_signature(block: Block) -> bool:
    """Whether a block is a signature, the name perhaps joined to it."""
    words = block.text.strip("*_ ")
    if not words.startswith(_SIGNATURES) or len(words) > _LONGEST_TITLE:
        return False
    cut = _FIRST_END.match(words)
    shown = [words, cut[0]] if cut else [words]
    return any(kind_of_line(tidy(fold(each))) is Kind.SIGNATURE for each in shown)


def _is_annex(number: ArticleNumber | None) -> bool:
    return number is not None and number.kind is NumberKind.ANNEXE


def _with_version(blocks: list[Block]) -> list[Block]:
    """The blocks below the heading of an article, those about its version and history marked as such."""
    found = list(blocks)
    for at, block in enumerate(found):
        kind = kind_of_line(tidy(fold(block.text)).strip("*_ "))
        if kind not in {Kind.VERSION, Kind.HISTORY}:
            break
        found[at] = block._replace(role=Role.VERSION if kind is Kind.VERSION else Role.FURNITURE, links=())
    return found


def _without_history(blocks: list[Block]) -> list[Block]:
    """The blocks of an article, lines of history among its words marked as no words of it."""
    return [
        block._replace(role=Role.FURNITURE, links=())
        if block.role is Role.TEXT and not block.cells and is_amendment(tidy(fold(block.text)).strip("*_- "))
        else block
        for block in blocks
    ]


def _state(blocks: Sequence[Block]) -> ArticleState | None:
    """That an article is repealed, where its history says so and no line says which version it is."""
    if any(block.role is Role.VERSION for block in blocks):
        return None
    above = takewhile(lambda block: block.role is not Role.TEXT, blocks)
    lines = [tidy(fold(block.text)).strip("*_ ") for block in above if block.role is Role.FURNITURE]
    history = [words for words in lines if kind_of_line(words) is Kind.HISTORY]
    return state_by_history(history, has_words=any(block.role is Role.TEXT for block in blocks))


def _article_words(words: str) -> str:
    """The words of a heading without a link and emphasis; ``Art. 5.`` as ``Article 5``."""
    if words.startswith("_") and words.endswith("_"):
        words = words.strip("_")
    if "](" in words:
        words = _LINKED.sub(r"\g<words>", words)
    short = _SHORT.fullmatch(words) if words.startswith(("Art.", "Article ", "Article. ")) else None
    return f"Article {short['number']}" if short else words


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the words of a heading without the signs that close it."""
    closing = _CLOSING.search(text[start:end])
    words = text[start : start + closing.start() if closing else end].rstrip()
    return start, start + len(words)

"""Text of pages of Légifrance, however it was made: pasted, saved by a browser, converted, printed as PDF.

The headings of the articles are lines of their own (``Article L12-3``). What surrounds them is furniture: menus, tables
of contents, buttons, page footers. Lines of history give the acts that amended an article, titles give its divisions.
See :mod:`cpp_corpus.ingest.page_articles` for the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import inf
from typing import NamedTuple

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.address import place_of
from cpp_corpus.ingest.front_matter import read_front_matter
from cpp_corpus.ingest.lines import LineBuilder, LineSource, SourceMap
from cpp_corpus.ingest.markdown import has_plain_headings
from cpp_corpus.ingest.naming import division_rank, titled_division
from cpp_corpus.ingest.other_markup import refuse_changes, refuse_other_markup
from cpp_corpus.ingest.other_texts import CONTRACT, Shown, no_law, refuse_other_texts
from cpp_corpus.ingest.page_acts import Part, parts_of
from cpp_corpus.ingest.page_articles import divisions_among, read_page, titles_above
from cpp_corpus.ingest.page_headings import misread_headings, unread_headings
from cpp_corpus.ingest.page_line import Line, Piece
from cpp_corpus.ingest.page_lines import is_markdown, page_lines, tidied
from cpp_corpus.ingest.page_model import Found, Page, act_of_page, fewest_run_in, is_sentence, number_of
from cpp_corpus.ingest.page_words import (
    Kind,
    act_or_none,
    amendment,
    amendments,
    goes_on_history,
    is_local,
    is_treaty,
    kind_of_line,
    no_act,
    shown_on,
    state_by_history,
)
from cpp_corpus.ingest.page_wrap import Wrapping
from cpp_corpus.ingest.tags import MARKDOWN_TAG
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.roman import from_roman
from cpp_corpus.model.article import ArticleState, Division, Link
from cpp_corpus.model.document import Block, CellSpan, Document, Draft, Facts, Role
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.heading import read_heading
from cpp_corpus.model.span import Span

__all__ = ["ADAPTER", "read_text"]


def _sniff(file: RawFile) -> bool:
    head = file.head
    front = None if file.binary else read_front_matter(head)
    start = front.body if front and front.values.keys() & {"title", "titre"} else 0
    return (
        not file.binary and not _DATA.match(head, start) and _MARK.search(head) is not None and _is_page(_whole(head))
    )


def _read(file: RawFile) -> Iterator[Document]:
    tags = is_markdown(file.text)
    yield from read_text(lambda: SourceMap(file, tags=tags), file.path, ADAPTER.name)


def read_text(source: Callable[[], LineSource], path: str, format_name: str) -> list[Document]:
    """The articles of a text, a document for each act; ``RefusedError`` where it is not certain that they are found.

    ``source`` gives the characters; ``path`` and ``format_name`` are those of the document.
    """
    sources = source(), source()
    refuse_other_markup(sources[0].text)
    refuse_changes(sources[0].text)
    lines = page_lines(sources[0].text)
    act = place_of(path)[0]
    texts = _texts(lines, act)
    if len(texts) == 1 and texts[0].refused:
        raise texts[0].refused
    pages = [text.page for text in texts if not text.refused]
    if not pages:
        raise RefusedError("an issue of the Journal officiel in which no law, decree or order has articles", _COMPLETE)
    return list(_documents(_Writer(pages, sources, path, format_name), lines, texts, act))


# ---------------------------------------------------------------------------------------------------------------------

_DATA = Pattern(
    r"\s*(?:[{\[]\s*[\"{\[\]}]|<[?!a-zA-Z](?![^<>]*>[^<]*\n(?s:.)*\]\(|[^<>]*>(?:</a>)?[ \t]*\#)|---[ \t]*[\r\n])"
)
_MARK = Pattern(
    r"(?<![^\W\d_])(?:Article(?:\.?[ _\xa0]+|[ \t]*\r?\n[ \t]*)|Art\.[ _\xa0]*|Art[ ])"
    r"(?:1er|premier|unique|liminaire|préliminaire|annexe|rubrique|n°|[IVX]+\b|\*"
    r"|[LRDA]?\.?[ \xa0]?O?\.?\\?\*?\d)"
    r"|Liens relatifs|Version[ _]en[ _]vigueur|En savoir plus sur cet article"
    r"|^[ \t]*(?:§[ ]?)?[LRDA](?:\.[ \xa0]?\d|\d+-\d)",
    re.IGNORECASE | re.MULTILINE,
)
_MARKDOWN = Pattern(
    r"^[ \t]*#{1,20}[ \t]+\S|^[ \t]*(?:Article|Annexe)\b[^\r\n]{1,200}\r?\n[-=]{3,}[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""A heading, or an underlined one of an article: the formats of Markdown read these."""
_CUT = 1 << 16  # characters; the beginning of a longer text is cut off
_LINE_OF_MARK = Pattern(r"^[ \t>*_#<\[-]*(?:b>|strong>)?(?:Article|Art\.|[LRDA]\.? ?\d)", re.MULTILINE | re.IGNORECASE)
_TAG = re.compile(MARKDOWN_TAG)
_SENTENCE_END = frozenset(".;:!?")
_NOR = Pattern(r"NOR ?: ?([A-Z]{4}\d{7}[A-Z])")
_FEW = 3  # lines
_PARAGRAPH = 1000  # characters
_SHOWN = 80  # characters of a title
_MANY = 5  # headings


def _whole(head: str) -> str:
    """The beginning of a text without its last article where that may be cut off, its heading included."""
    if len(head) < _CUT:
        return head
    last = None
    for last in _LINE_OF_MARK.finditer(head):  # noqa: B007 - the last one
        pass
    return head[: last.start()] if last and last.start() > _CUT // 2 else head


def _is_page(head: str) -> bool:
    """Whether a text has the headings of articles, or is a page of Légifrance that has lost them."""
    lines = page_lines(head)
    kinds = [kind_of_line(line.words) for line in lines]
    is_site = Kind.END in kinds or Kind.LINKED in kinds
    if not is_site and _MARKDOWN.search(head) and not (_BOLD.search(head) or has_plain_headings(head)):
        page = read_page(lines)
        headings = [each.heading for each in page.articles]
        return bool(headings) and all(page.kinds[at] is Kind.TEXT or at in page.written for at in headings)
    if (
        Kind.HEADING in kinds
        or Kind.ANNEX in kinds
        or read_page(lines).articles
        or len(parts_of(lines, fewest_run_in(lines))) > 1
    ):
        return True
    return Kind.END in kinds and (Kind.VERSION in kinds or kinds.count(Kind.END) > 1)


class _Text(NamedTuple):
    """A part of the lines, as a page."""

    part: Part
    page: Page
    refused: RefusedError | None
    """Why it has no articles that are read."""


def _texts(lines: list[Line], act: str | None) -> list[_Text]:
    """The texts of a file: one, or several acts; ``act`` is that of those without a title."""
    few = fewest_run_in(lines)
    parts = parts_of(lines, few)
    is_named = act is not None or (len(parts) > 1 and all(part.is_act for part in parts))
    found: list[_Text] = []
    for part in parts:
        page, refused = read_page(lines[part.title : part.end], few), None
        try:
            _check(page, is_named=is_named)
        except RefusedError as error:
            refused = error
        if not part.is_act:
            refused = refused or RefusedError("a text that is no law, decree or order", "")
        found.append(_Text(part, page, refused))
    return found


def _documents(writer: _Writer, lines: list[Line], texts: list[_Text], act: str | None) -> Iterator[Document]:
    """A document for each text that is read; the lines of the others are leftovers, and there is a finding on each."""
    left: list[Block] = []
    findings: list[Finding] = []
    made: Document | None = None
    for text in texts:
        part, page, refused = text
        if refused:
            blocks = writer.left(lines[part.start : part.end])
            left += blocks
            findings += _unread(text, blocks, writer.path)
            continue
        if made is not None:
            yield made
        left += writer.left(lines[part.start : part.title])
        written = writer.write(page, act)
        made = replace(written, above=(*left, *written.above), findings=(*findings, *written.findings))
        left, findings = [], []
    if made is not None:
        *drafts, last = made.drafts
        drafts.append(last._replace(blocks=(*last.blocks, *left)))
        yield replace(made, drafts=tuple(drafts), findings=(*made.findings, *findings))


def _unread(text: _Text, blocks: list[Block], path: str) -> Iterator[Finding]:
    """The finding on a text that is not read; none on what stands above the first one, such as its contents."""
    if not blocks or not (text.part.title or text.page.articles):
        return
    title = next((line.words[:_SHOWN] for line in text.page.lines if line.words), "")
    message = f"The text “{title}” has no articles of a law, decree or order; its lines are leftovers."
    severity = Severity.INFO
    if text.page.articles and text.part.is_act and text.refused:
        message = f"The text “{title}” is {text.refused.reason}; its lines are leftovers."
        severity = Severity.WARNING
    yield Finding.build(FindingCode.STRAY_LINE, message, severity=severity, path=path, line=blocks[0].line)


def _check(page: Page, *, is_named: bool) -> None:
    """Raise ``RefusedError`` unless the articles of a page are found with certainty."""
    if not page.articles and Kind.HEADING in page.kinds:
        raise RefusedError("a list of articles, without their words", _PASTE)
    if not page.articles:
        raise RefusedError("the text of a page of Légifrance without the headings of its articles", _COMPLETE)
    refuse_other_texts(_shown(page))
    if page.law is None and _sentences(page, range(page.first)) > _FEW:
        raise RefusedError("a text of which much stands above the first heading of an article", _COMPLETE)
    between = [at for article in page.articles[:-1] for at in sorted(article.outside)]
    if _ended(page) > len(page.articles) or _sentences(page, between) > _FEW:
        raise RefusedError("a text in which headings of articles are missing", _COMPLETE)
    if not (is_named or _is_law(page)):
        if page.private:
            raise no_law(CONTRACT)
        raise RefusedError(
            "a text with headings of articles, but without a sign that it is law",
            "If it is law, put the title of its act on the first line, such as “Code pénal”; else `cpp-corpus refs`"
            " finds its references.",
        )


def _shown(page: Page) -> Shown:
    """A page as it is shown, without the words of the site."""
    lines, kinds = page.lines, page.kinds
    articles = []
    for article in page.articles:
        first = lines[article.heading].words
        words = [first[article.run_in :].lstrip(_BEHIND)] if article.run_in else [first] if article.is_bare else []
        articles.append([*words, *(lines[at].words for at in range(article.heading + 1, article.end))])
    end = page.articles[-1].end if page.articles else len(lines)
    above = [line.words for line, kind in zip(lines[: page.first], kinds, strict=False) if kind is not Kind.SITE]
    return Shown(above, articles, [line.words for line in lines[end:]])


_PASTE = "Paste the words of each below its heading; `cpp-corpus refs` finds the references in it as it is."
_COMPLETE = "Save the page as HTML, or paste the articles with their headings."


def _sentences(page: Page, lines: Sequence[int]) -> int:
    """How many of the lines outside articles are sentences of a law, not the words of a site; a long one is several."""
    words = (page.lines[at].words for at in lines if page.kinds[at] is Kind.TEXT)
    return sum(1 + len(each) // _PARAGRAPH for each in words if is_sentence(each))


def _ended(page: Page) -> int:
    """How many articles the words below an article end."""
    found = 0
    inside = True
    for line, kind in zip(page.lines, page.kinds, strict=True):
        if kind is Kind.END and "iens relatifs" in line.words:
            found += inside
            inside = False
        elif kind in {Kind.TEXT, Kind.HEADING, Kind.ANNEX, Kind.HISTORY} and any(map(str.isalnum, line.words)):
            inside = True
    return found


def _is_law(page: Page) -> bool:
    kinds = page.kinds
    if any(is_treaty(line.words) for line in page.lines[: page.first]):
        return True
    if page.is_agreement or any(heading.act for heading in page.written.values()):
        return True
    if page.law or page.displaced or any(kind in {Kind.VERSION, Kind.HISTORY, Kind.END, Kind.TITLE} for kind in kinds):
        return True
    if any("Document généré le" in line.words for line in page.lines):
        return True
    return kinds.count(Kind.DIVISION) >= _FEW and len(page.articles) >= _MANY


_BOLD = Pattern(r"^[ \t]*(?:>[ \t]?)*\*\*(?:Article|Art\.)[ ][^*\n]{1,60}\*\*[ \t\\]*$", re.MULTILINE)
"""The heading of an article as a line of strong words, as word processors make it."""
_OF_CODE = Pattern(r"législative|réglementaire|Arrêtés|Décrets", re.IGNORECASE)
"""The parties of a whole code."""


class _Writer:
    """Makes a document of a page, in the order of its lines."""

    def __init__(
        self, pages: Sequence[Page], sources: tuple[LineSource, LineSource], path: str, format_name: str
    ) -> None:
        """``pages``: those that will be written, in their order.

        ``sources``: one for the words of articles and one for the rest; each is asked in ascending order.
        """
        self.page = pages[0]
        self.path = path
        self.format = format_name
        text = sources[0].text
        self.text = text
        self.words, self.rest = (LineBuilder(source, 0, len(text), entities="&" in text) for source in sources)
        self.divisions: list[tuple[float, Division]] = []
        self.ids: tuple[tuple[str, str], ...] = ()
        self.tables = 0
        self.in_table = False
        lines = [
            page.lines[at]
            for page in pages
            for article in page.articles
            for at in range(article.heading + 1, article.end)
            if page.kinds[at] is Kind.TEXT
        ]
        self.is_markdown = is_markdown(text)
        self.wrapping = Wrapping(lines, markdown=self.is_markdown)
        self.last_inner = inf
        self.unread: dict[int, int] = {}  # by the first character of a line, the line of the file

    def write(self, page: Page, act: str | None) -> Document:
        """The document of a page; ``act`` is that of a page that names none."""
        self.page, self.divisions, self.last_inner = page, [], _last_inner(page)
        told = [
            *unread_headings(page),
            *misread_headings(page),
            *(at for at in (page.anew, page.begins) if at is not None),
        ]
        self.unread = {page.lines[at].start: 0 for at in told}
        named = page.law or act_of_page(page)
        act = (
            None
            if page.private or is_local(named, (line.words for line in page.lines[: page.first]))
            else act_or_none(named)
        ) or act
        shown = next((day for line in page.lines if (day := shown_on(line.words))), None)
        head = self.head()
        nor = next((found[1] for block in head if (found := _NOR.match(block.text))), None)
        self.ids = (("nor", nor),) if nor else ()
        self.enter(divisions_among(page, titles_above(page, _last_title(page))), page.first)
        drafts = [self.draft(article, act, shown) for article in page.articles]
        foot = [self.outside(at) for at in range(page.articles[-1].end, len(page.lines))]
        drafts[-1] = drafts[-1]._replace(blocks=(*drafts[-1].blocks, *filter(None, foot)))
        findings = [*self.findings(drafts), *self.no_act(named)]
        return Document(self.path, self.format, tuple(drafts), tuple(head), findings=tuple(findings))

    def head(self) -> list[Block]:
        """The lines above the first article."""
        page = self.page
        titles = [at for at in range(page.first) if page.kinds[at] is Kind.TITLE]
        blocks = [self.outside(at, Role.TITLE if at in titles[:1] else None) for at in range(page.first)]
        return [block for block in blocks if block]

    def enter(self, titles: list[str], end: int) -> None:
        """Enter divisions that stand above the line ``end``: each leaves those of its kind and of the kinds below it.

        A "première partie" in a livre or titre divides that one, unless the whole act is divided so.
        """
        for title in titles:
            division = titled_division(title)
            rank: float = division_rank(division)
            if division.kind == "partie" and self.divisions and not _OF_CODE.search(title):
                rank = self.rank_of_part()
            elif division.kind == "annexe" and division.number:
                rank += 0.3  # inside "Annexes"
            elif division.kind == "annexe" and end > self.last_inner:
                rank = 0  # the annexes of a whole code
            elif division.kind == "division" and division.number:
                rank = self.rank_of_label(division.number, rank)
            self.divisions = [(each, entered) for each, entered in self.divisions if each < rank]
            self.divisions.append((rank, division))

    def rank_of_part(self) -> float:
        """The rank of a "première partie": that of the part before it, else inside the last livre or titre."""
        for each, entered in self.divisions:
            if entered.kind == "partie" and not _OF_CODE.search(entered.title or ""):
                return each
        inside_all = all(entered.kind not in {"livre", "titre"} for _, entered in self.divisions)
        return self.divisions[0 if inside_all and self.divisions[0][1].kind == "partie" else -1][0] + 0.5

    def rank_of_label(self, number: str, rank: float) -> float:
        """The rank of a division that has a number and no kind, ``A. Du vent``: beside that which it follows."""
        for each, entered in reversed(self.divisions):
            if entered.kind == "division" and entered.number and _comes_after(number, entered.number):
                return each
        last = self.divisions[-1][0] if self.divisions else rank
        return max(last + 0.01, rank)

    def draft(self, article: Found, act: str | None, shown: date | None) -> Draft:
        page = self.page
        first = page.lines[article.heading]
        heading, *rest = _divided(first, article.run_in, self.text)
        written = page.written.get(article.heading)
        is_misread = written is not None and written.form == "misread"
        is_said = article.is_bare or (read_heading(heading.words).number is not None and not is_misread)
        number = None if is_said else number_of(page, article.heading)
        facts = Facts(
            act=(written.act if written else None) or act,
            number=number,
            state=_state(page, article),
            consolidated_at=shown,
            divisions=tuple(division for _, division in self.divisions),
            ids=self.ids,
            links=tuple(_history(page, article)),
        )
        groups: list[list[Line]] = [[line] for line in rest]
        if article.is_bare:
            groups.append([replace(first, bullet=None)])
        blocks = [] if article.is_bare else [self.joined([heading], Role.HEADING)]
        others: list[Block | None] = [self.marks(first)]
        for at in range(article.heading + 1, article.end):
            line = page.lines[at]
            if at in article.outside or page.kinds[at] is Kind.VERSION:
                others.append(self.outside(at))
                continue
            others.append(self.marks(line))
            if groups and not self.opens(groups[-1][-1], at) and self.wrapping.joins(groups[-1][-1], line):
                groups[-1].append(line)
            else:
                groups.append([line])
        blocks += [self.joined(group, Role.TEXT) for group in groups]
        self.enter(divisions_among(page, sorted(article.outside)), article.end)
        return Draft(facts, tuple(block for block in (*blocks, *others) if block))

    def opens(self, before: Line, at: int) -> bool:
        """Whether a line is a heading inside an article, as annexes have them, which does not go on with ``before``."""
        words, kind = self.page.lines[at].words, self.page.kinds[at]
        if kind not in {Kind.DIVISION, Kind.HEADING, Kind.ANNEX} or not words[:1].isupper():
            return False
        return before.words[-1:] in _SENTENCE_END or (kind is Kind.DIVISION and ":" in words)

    def outside(self, at: int, role: Role | None = None) -> Block | None:
        """A line that is not words of an article."""
        is_version = self.page.kinds[at] is Kind.VERSION
        return self.whole(self.page.lines[at], role or (Role.VERSION if is_version else Role.FURNITURE))

    def left(self, lines: Sequence[Line]) -> list[Block]:
        """Lines that belong to no act."""
        blocks = (self.whole(line, Role.FURNITURE) for line in lines)
        return [block for block in blocks if block]

    def whole(self, line: Line, role: Role) -> Block | None:
        """A line, its marks included."""
        self.add_raw(*line.raw)
        return self.placed([line], self.rest.finish(role, gap=line.gap))

    def marks(self, line: Line) -> Block | None:
        """The letters and digits of the marks in a line of an article: addresses of links, their numbers."""
        if line.cells:
            return None
        at = line.raw.start if line.bullet is None else line.start
        for start, end, _ in (*line.pieces, (line.raw.end, line.raw.end, None)):
            if any(map(str.isalnum, self.text[at:start])):
                self.add_raw(at, start)
            at = max(at, end)
        return self.rest.finish(Role.FURNITURE)

    def add_raw(self, start: int, end: int) -> None:
        """Add characters of the file to the rest, without the tags in Markdown."""
        for tag in _TAG.finditer(self.text, start, end) if self.is_markdown else ():
            if tag.start() > start:
                self.rest.add(start, tag.start())
            self.rest.space(*tag.span())
            start = tag.end()
        if start < end:
            self.rest.add(start, end)

    def joined(self, lines: list[Line], role: Role) -> Block | None:
        """The lines as one."""
        first = lines[0]
        if first.cells:
            return self.row(first)
        self.in_table = False
        for before, line in zip([None, *lines], lines, strict=False):
            bullet = line.bullet if role is Role.TEXT else None
            if before is not None and not _is_divided_word(before, line):
                self.words.space(before.end, bullet[0] if bullet else line.start)
            if bullet:
                self.words.add(bullet[0], bullet[1])
            _add(self.words, line)
        return self.placed(lines, self.words.finish(role, gap=0 if first.follows_page else first.gap))

    def placed(self, lines: Sequence[Line], block: Block | None) -> Block | None:
        """The block of these lines, with the place of those that look like headings noted."""
        for line in lines:
            if block and line.start in self.unread:
                self.unread[line.start] = block.line
        return block

    def row(self, line: Line) -> Block | None:
        """A row of a table; its words are known to come from its lines as a whole."""
        self.tables += not self.in_table
        self.in_table = True
        cells, at = [], 0
        for cell in line.cells:
            cells.append(CellSpan(Span(at, at + len(cell))))
            at += len(cell) + 1
        self.words.add_as("\t".join(line.cells), line.start, line.end)
        return self.words.finish(Role.TEXT, table=self.tables - 1, cells=tuple(cells))

    def no_act(self, named: str | None) -> Iterator[Finding]:
        """That the text is a contract or the like, although it names an act."""
        if self.page.private and named:
            yield no_act(self.page.private, named, self.path)

    def findings(self, drafts: list[Draft]) -> Iterator[Finding]:
        for draft in drafts:
            if any(block.text.strip() == "[TABLE]" for block in draft.blocks):
                message = "A table of this article was left out when the page was converted; save the page as HTML."
                line = draft.blocks[0].line
                yield Finding.build(FindingCode.TRUNCATED_PAGE, message, path=self.path, line=line)
        for at, each in enumerate(self.page.lines):
            if place := self.unread.get(each.start):
                yield self.told(at, each.words[:_SHOWN], place)

    def told(self, at: int, words: str, place: int) -> Finding:
        """The finding on a title at which other articles begin or end, or on a line that looks like a heading."""
        other = {
            self.page.anew: f"Below “{words}” the articles are numbered anew, so they are those of another text;",
            self.page.begins: f"Above “{words}” stand articles of another text, since the numbers begin anew there;",
        }.get(at)
        if other:
            message = f"{other} its lines are leftovers. Put it into a file of its own, with the title of its act."
            return Finding.build(FindingCode.STRAY_LINE, message, severity=Severity.WARNING, path=self.path, line=place)
        if restored := self.page.written.get(at):
            message = (
                f"The number of the heading {words!r} is damaged; it was read as {restored.number}, which those around"
                " it leave to it. Correct it if that is wrong."
            )
            return Finding.build(FindingCode.UNREADABLE_NUMBER, message, path=self.path, line=place)
        if at in self.page.gone:
            message = (
                f"The line {words!r} is the heading of several articles, so it is a leftover; put a heading of its own"
                " above each of them where it has words."
            )
            return Finding.build(FindingCode.UNREADABLE_NUMBER, message, path=self.path, line=place)
        message = (
            f"The line {words!r} looks like the heading of an article, but is in another form than those of this text,"
            " so it is read as words; write it as the others are if it is one."
        )
        return Finding.build(FindingCode.UNREADABLE_NUMBER, message, path=self.path, line=place)


def _comes_after(number: str, before: str) -> bool:
    """Whether a label is of the same kind as another one and comes after it: ``B`` after ``A``, not ``1``."""
    return any(
        kind == other and at >= low
        for kind, at in _label(number)
        for other, low in _label(before)
        if number != before or kind == "roman"
    )


def _label(number: str) -> list[tuple[str, int]]:
    """The kinds that a label may have, each with its place: ``C`` is a letter or a hundred."""
    first = number.upper().split(" ")[0].strip("°.")
    found: list[tuple[str, int]] = []
    if first.isdigit():
        found.append(("digits", int(first)))
    if len(first) == 1 and first.isalpha():
        found.append(("letter", ord(first)))
    if value := from_roman(first.lstrip("0")):
        found.append(("roman", value))
    return found


def _last_inner(page: Page) -> float:
    """The index of the last title of a chapter or section of a whole code; infinite where the text is no whole code."""
    titles = [
        (at, titled_division(page.lines[at].words)) for at, kind in enumerate(page.kinds) if kind is Kind.DIVISION
    ]
    large = {division.slug for _, division in titles if division.kind in {"livre", "partie"}}
    inner = [at for at, division in titles if division.kind not in {"livre", "partie", "annexe", "division"}]
    return max(inner) if inner and len(large) >= _FEW else inf


def _last_title(page: Page) -> int:
    """The index of the last title of an act above the first article: its divisions come after it."""
    return max((at for at in range(page.first) if page.kinds[at] is Kind.TITLE), default=0)


def _state(page: Page, article: Found) -> ArticleState | None:
    """That an article is repealed, where its history says so and no line says which version it is."""
    if any(page.kinds[at] is Kind.VERSION for at in range(article.heading, article.end)):
        return None
    body = (page.kinds[at] for at in range(article.heading + 1, article.end) if at not in article.outside)
    has_words = article.run_in is not None or Kind.TEXT in body
    return state_by_history([link.title or "" for link in _history(page, article)], has_words=has_words)


def _history(page: Page, article: Found) -> list[Link]:
    found: list[str] = []
    for at in sorted(article.outside):
        words = page.lines[at].words
        if page.kinds[at] is not Kind.HISTORY:
            continue
        if found and goes_on_history(words, found[-1]):
            found[-1] += f" {words}"
        elif words[:1].isupper():
            found.append(words)
    return [amendment(words) for joined in found for words in amendments(joined)]


def _divided(line: Line, length: int | None, text: str) -> list[Line]:
    """A line as its heading, of ``length`` words' characters, and what follows it."""
    if length is None:
        return [line]
    end = _end_of_words(line, line.words[:length], text)
    heading = replace(line, end=end, pieces=_cut(line.pieces, line.start, end), words=line.words[:length])
    rest = _cut(line.pieces, end, line.end)
    while rest and rest[0][2] is None and text[rest[0][0]] in _BEHIND_NUMBER:
        rest = _cut(rest, rest[0][0] + 1, line.end)
    start = rest[0][0] if rest else line.end
    return [heading, replace(line, start=start, pieces=rest, words=line.words[length:], gap=0, bullet=None)]


def _end_of_words(line: Line, words: str, text: str) -> int:
    """The character of the file after the first ``words`` of a line."""
    found = ""
    for start, end, shown in line.pieces:
        for at in range(start, end) if shown is None else (end - 1,):
            found += text[at] if shown is None else shown
            if tidied(found) == words:
                return at + 1
    return line.end


def _cut(pieces: Sequence[Piece], start: int, end: int) -> tuple[Piece, ...]:
    """The pieces, or parts of them, from the character ``start`` of the file to ``end``."""
    parts = ((max(at, start), min(stop, end), shown) for at, stop, shown in pieces)
    return tuple((at, stop, shown) for at, stop, shown in parts if at < stop)


_BEHIND = " .:-–—"
_BEHIND_NUMBER = frozenset(" \t\r\n\xa0.:-–—−")


def _is_divided_word(before: Line, line: Line) -> bool:
    """Whether a line ended at a hyphen inside a number or word."""
    words = before.words
    return words.endswith("-") and words[-2:-1].isalnum() and line.words[:1].isalnum()


def _add(builder: LineBuilder, line: Line) -> None:
    for start, end, shown in line.pieces:
        if shown is None:
            builder.add(start, end)
        elif shown == " ":
            builder.space(start, end)
        else:
            builder.add_as(shown, start, end)


ADAPTER = Adapter(
    name="page-text",
    description="text of a Légifrance page or PDF, or of a law, with the headings of its articles",
    expects="the text of a page with its headings, “Article L12-3” on a line of its own, and the title of its act",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "divisions", "links"),
    example="Code des moulins ⏎ Article L112-1 ⏎ Version en vigueur depuis le 1 mars 2024 ⏎ Le meunier …",
)

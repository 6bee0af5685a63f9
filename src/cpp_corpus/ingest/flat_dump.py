"""Flat dumps: a section of a code as plain text, one bullet per article, indented by the depth of its divisions.

    page    = title NL NL "Version en vigueur au " date NL NL article* [NL NL "Retourner en haut de la page"]
    article = indent "• " (heading NL NL [version NL NL] para | para) (gap para)*
    indent  = 2 x (divisions between the root of the page and the article + 1)

Paragraphs are indented two columns more than their bullet. Only articles that are no longer law keep their heading. The
layout does not show which lines are notes: the tokenizer finds out.

Bullets alone are not enough to recognise the format: menus of web pages have them too. A dump has the title of an act
or a date above its first bullet, or, where its beginning is missing, sentences after its bullets; and most of its
bullets are not short lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from cpp_corpus.errors import NumberError
from cpp_corpus.ingest.adapter import Adapter, RawFile
from cpp_corpus.ingest.lines import LINE_END, LineBuilder, SourceMap
from cpp_corpus.ingest.markup import has_markup
from cpp_corpus.ingest.naming import source_act
from cpp_corpus.ingest.page_words import (
    Kind,
    act_or_none,
    division_title,
    has_ends,
    kind_of_line,
    law_title,
    run_in_heading,
)
from cpp_corpus.lang.acts import ACTS, act_written, by_name, is_act_id
from cpp_corpus.lang.dates import find_date
from cpp_corpus.lang.typography import fold, slug, tidy
from cpp_corpus.model.document import Block, Document, Draft, Facts, Role
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.heading import read_heading
from cpp_corpus.model.number import ArticleNumber, NumberKind

__all__ = ["ADAPTER"]


def _sniff(file: RawFile) -> bool:
    head = file.head
    first = _BULLET_LINE.search(head)
    if first is None or is_menu(file.text) or _keeps_headings(head, first.start()):
        return False
    if _has_head(head[: first.start()]):
        return not _lists_divisions(head)
    begins_late = _VERSION_LINE.search(head) is not None  # menus come before the page itself
    return not begins_late and _INDENTED_BULLET.search(head) is not None and not _has_short_items(head)


def _read(file: RawFile) -> Iterator[Document]:
    yield _Reader(file).read()


def is_menu(text: str) -> bool:
    r"""Whether a text has the menus of a web page: entries that many sites have, or many bullets, mostly short.

    >>> is_menu("• Accueil\n• Aide\n• Codes\n" * 3), is_menu("  • Le vent souffle.\n" * 9)
    (True, False)
    """
    items, short = _count_items(text)
    return _SITE.search(text) is not None or (items >= _MENU and short * 2 > items)


# ---------------------------------------------------------------------------------------------------------------------

_INDENTED_BULLET = re.compile(r"(?:^|[\r\n]) {2,}•[ \t]")
_BULLET_LINE = re.compile(r"(?:^|[\r\n])[ \t]*•(?=[ \t\r\n]|$)")
_VERSION_LINE = re.compile(r"(?:^|[\r\n])Version en vigueur (?:au|depuis le|du) ")
_SITE = re.compile(
    r"•[ \t]+(?:Aller (?:au|à la) (?:contenu|menu|recherche)|Plan du site|Nous contacter)"
    r"\s*(?:\([^()\s]*\)[ \t]*)?(?:[\r\n]|$)"
)
_MENU = 8  # items
_SHORT = 70  # characters
_SENTENCE_END = frozenset('.;:!?)»"…,')
_BULLET = re.compile(r"•(?=\s|$)")
_VERSION = re.compile(
    r"Version (?:en vigueur|abrogée|à venir|périmée|annulée|transférée)"
    r" (?:au|du|depuis le|à partir du|jusqu'au) \d.{6,50}"
)
_STATUS = re.compile(r"(?<!\s)\s*\(\s*+[^\W\d][^()\d]{2,40}\)$")
_LINK_NUMBER = re.compile(r"^((?:•\s+)?)\[\d{1,4}\](?=\w)")
_OPENS_HEADING = ("A", "a")
_PAGE_WORDS = frozenset(
    {
        "Retourner en haut de la page",
        "ChronoLégi",
        "Naviguer dans le sommaire du code",
        "Informations sur ce code",
        "Imprimer",
        "Copier le texte",
    }
)


def _keeps_headings(head: str, first: int) -> bool:
    """Whether a text has headings of articles without a bullet, or what a page has around each article.

    Those below the first bullet stand at the left edge, where a dump has no paragraph.
    """
    lines = LINE_END.split(head)
    above = any(kind_of_line(line.strip()) is Kind.HEADING for line in LINE_END.split(head[:first]))
    at_edge = any(line[:1] in _OPENS_HEADING and _heads_article(line.rstrip()) for line in lines)
    return above or at_edge or has_ends(head) or _has_history(head)


def _heads_article(words: str) -> bool:
    """Whether a line is the heading of an article, alone, with a title or before words."""
    found = kind_of_line(words) is Kind.HEADING or run_in_heading(words) is not None
    return found or read_heading(words.replace("Art.", "Article", 1)).has_title


def _has_history(head: str) -> bool:
    """Whether most bullets are headings of articles in force, with history: the links of the page are kept."""
    lines = [_LINK_NUMBER.sub(r"\1", line.strip()) for line in LINE_END.split(head)]
    items = [line[1:].strip() for line in lines if _BULLET.match(line)]
    headed = sum(kind_of_line(item) in {Kind.HEADING, Kind.ANNEX} and not _STATUS.search(item) for item in items)
    return headed * 2 > len(items) and any(kind_of_line(line) is Kind.HISTORY for line in lines)


def _has_head(above: str) -> bool:
    """Whether the lines above the first bullet are those of a section page: the title of an act, or a date."""
    lines = [line.strip() for line in LINE_END.split(above) if line.strip()]
    return any(_VERSION.fullmatch(line) or _act(line) for line in lines)


def _lists_divisions(head: str) -> bool:
    """Whether each bullet is the title of a division: a table of contents."""
    items = [line.strip()[1:].strip() for line in LINE_END.split(head) if _BULLET.match(line.strip())]
    return all(map(division_title, items))


def _has_short_items(head: str) -> bool:
    items, short = _count_items(head)
    return short * 2 > items


def _count_items(head: str) -> tuple[int, int]:
    """How many bullets a text has, and how many of them are one short line that is neither a sentence nor a heading."""
    lines = LINE_END.split(head)
    items = short = 0
    for at, line in enumerate(lines):
        words = line.strip()
        if not _BULLET.match(words):
            continue
        items += 1
        item = words[1:].strip()
        if len(item) < _SHORT and item[-1:] not in _SENTENCE_END and not _is_heading(item):
            short += not _goes_on(lines, at, len(line) - len(line.lstrip()))
    return items, short


def _goes_on(lines: list[str], at: int, indent: int) -> bool:
    """Whether a paragraph follows the bullet in line ``at``, below it and not the next bullet."""
    following = next((line for line in lines[at + 1 :] if line.strip()), "")
    is_below = len(following) - len(following.lstrip()) >= indent + 2
    return is_below and not _BULLET.match(following.strip()) and not lines[at + 1].strip()


class _Reader:
    """Goes through a dump once, line by line."""

    def __init__(self, file: RawFile) -> None:
        self.path = file.path
        self.source = SourceMap(file, tags=False)
        self.text = self.source.text
        self.line = LineBuilder(self.source, 0, len(self.text), entities=has_markup(file.decoded.text))
        self.above_first: list[Block] = []
        self.articles: list[tuple[int, list[Block]]] = []  # depth and lines of each
        self.findings: list[Finding] = []
        self.act: str | None = None
        self.titled = False
        self.consolidated_at: date | None = None
        self.inside = False  # an article
        self.opens = False  # the next words begin an article
        self.depth = 0
        self.gap = 0
        self.strays: list[Block] = []
        bullets = [line.strip()[1:].strip() for line in LINE_END.split(self.text) if _BULLET.match(line.strip())]
        headed = sum(_STATELESS.fullmatch(words) is not None for words in bullets)
        self.keeps_headings = headed * 2 > len(bullets)  # else an annex with articles of its own begins so

    def read(self) -> Document:
        start = 0
        for end_of_line in LINE_END.finditer(self.text):
            self.take(start, end_of_line.start())
            start = end_of_line.end()
        self.take(start, len(self.text))
        self.report_strays()
        facts = Facts(act=self.act, consolidated_at=self.consolidated_at)
        drafts = tuple(Draft(facts, tuple(blocks), depth) for depth, blocks in self.articles)
        return Document(self.path, ADAPTER.name, drafts, tuple(self.above_first), findings=tuple(self.findings))

    def take(self, start: int, end: int) -> None:
        """One line of the file."""
        raw = self.text[start:end]
        words = raw.strip()
        if not words:
            self.gap += 1
            return
        indent = len(raw) - len(raw.lstrip())
        start += indent
        if bullet := _BULLET.match(words):
            self.inside = self.opens = True
            self.depth = max(indent // 2 - 1, 0)
            start += bullet.end()
            words = words[bullet.end() :].strip()
            if not words:
                return
        if not self.inside and indent < _PARAGRAPH_INDENT:
            self.above(words, start, end)
        elif not indent and not self.opens and self.inside:
            self.stray(words, start, end)
        else:
            self.paragraph(words, indent, start, end)
        self.gap = 0

    def above(self, words: str, start: int, end: int) -> None:
        """A line before the first article."""
        role = Role.FURNITURE
        if _VERSION.fullmatch(words):
            role = Role.VERSION
            self.consolidated_at = self.consolidated_at or find_date(words)
        elif not self.titled and (act := _act(words)):
            role, self.act, self.titled = Role.TITLE, act, True
        self.add(start, end, role)

    def paragraph(self, words: str, indent: int, start: int, end: int) -> None:
        if not self.inside:
            self.inside = self.opens = True
            self.depth = max(indent // 2 - 2, 0)
            message = (
                "There is no bullet before this line, so the beginning of its article is missing; fetch the page again."
            )
            self.find(FindingCode.TRUNCATED_PAGE, message, self.source.line(start))
        role = Role.TEXT
        if self.opens and _is_heading(words) and (self.keeps_headings or not _STATELESS.fullmatch(words)):
            role = Role.HEADING
        elif self.articles and self.articles[-1][1][-1].role is Role.HEADING and _VERSION.fullmatch(words):
            role = Role.VERSION
        self.add(start, end, role)

    def stray(self, words: str, start: int, end: int) -> None:
        """A line at the left edge belongs to the page: paragraphs of articles are indented."""
        if (block := self.add(start, end, Role.FURNITURE)) and words not in _PAGE_WORDS:
            self.strays.append(block)

    def add(self, start: int, end: int, role: Role) -> Block | None:
        self.line.add(start, end)
        block = self.line.finish(role, gap=self.gap)
        if block is None:
            return None
        if self.opens:
            self.articles.append((self.depth, []))
            self.opens = False
        (self.articles[-1][1] if self.articles else self.above_first).append(block)
        return block

    def report_strays(self) -> None:
        if self.strays:
            many = f" and {len(self.strays) - 1} more" if len(self.strays) > 1 else ""
            message = f"This line{many} at the left edge, where no paragraph can be, is in no article; check it."
            self.find(FindingCode.STRAY_LINE, message, self.strays[0].line)

    def find(self, code: FindingCode, message: str, line: int) -> None:
        self.findings.append(Finding.build(code, message, path=self.path, line=line))


_PARAGRAPH_INDENT = 4
_LONGEST_HEADING = 100
_STATELESS = re.compile(r"Article (?:1er|premier|\d+|[IVX]+)\.?")
"""A heading in a text that is annexed: those of articles in force are missing, others have a state."""
_HEADED = re.compile(r"(?:Article|Annexe|ANNEXE|Tableau|TABLEAU|Rubrique|Préambule)\b")


def _act(title: str) -> str | None:
    if known := act_written(title):
        return known
    if named := by_name(title):
        return named[0]
    act = source_act(title)
    if act in ACTS:
        return act
    name = slug(title)
    return name if is_act_id(name) else act_or_none(law_title(tidy(fold(title))))


def _is_heading(words: str) -> bool:
    """``Article 12-3 (abrogé)``, ``Annexe I``: a number, then at most a state."""
    if not _HEADED.match(words):
        return False
    status = _STATUS.search(words)
    if status and words.startswith("Article "):
        return True
    bare = words[: status.start()] if status else words
    try:
        return len(bare) < _LONGEST_HEADING and ArticleNumber.parse(bare).kind is not NumberKind.TITLE
    except NumberError:
        return False


ADAPTER = Adapter(
    name="flat-dump",
    description="plain text of a Légifrance section page, a bullet per article, no headings of articles in force",
    expects="the text of a section page: title, “Version en vigueur au …”, and a bullet (•) before each article",
    sniff=_sniff,
    read=_read,
    knows=("act", "divisions"),
    example="Code des moulins ⏎⏎ Version en vigueur au 1 mars 2024 ⏎⏎ • Le meunier …",
)

"""Where acts begin in a text that has several: pasted one below the other, or an issue of the Journal officiel.

    text  = { line } act { act }
    act   = title { site | title | division | version } { article } [ signature { line } ]
          | title { line } formula { division } { article } [ signature { line } ]     formula: ``Décrète :``
    issue = contents { text }                      text = { section } title { title } "NOR : …" { line }

A title opens an act where it stands below the end of a sentence or below a signature, and where the heading of an
article follows that does not go on with the numbers above it. In an issue, which has several lines ``NOR : …``, each of
these belongs to a text; one without the title of an act above it, such as a judgment, is no act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cpp_corpus.ingest.page_articles import read_page
from cpp_corpus.ingest.page_line import Line
from cpp_corpus.ingest.page_model import act_of_page
from cpp_corpus.ingest.page_words import FIRST_NUMBERS, Kind, act_of_title, is_known_code, kind_of_line, law_title
from cpp_corpus.ingest.written_headings import heading_of
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.heading import Heading, read_heading
from cpp_corpus.model.number import NumberKind

__all__ = ["Part", "parts_of"]


class Part(NamedTuple):
    """A part of a text, as indexes of its lines."""

    start: int
    """Its first line."""
    title: int
    """The title of its act; the lines above it belong to no act."""
    end: int
    """The index after its last line."""
    is_act: bool
    """Whether it may have articles: it is no judgment or notice of an issue, nor the contents of one."""


def parts_of(lines: Sequence[Line], few: int) -> list[Part]:
    r"""The parts of a text, one for each act; one part where there is only one act, or none for certain.

    ``few`` is what :func:`cpp_corpus.ingest.page_articles.fewest_run_in` says of the lines.

    >>> from cpp_corpus.ingest.page_lines import page_lines
    >>> text = "Code du sable\nArticle 3\nLe sable dort.\nCode du vent\nArticle 5\nLe vent souffle.\n"
    >>> [part[:3] for part in parts_of(page_lines(text), 3)]
    [(0, 0, 3), (3, 3, 6)]
    """
    starts = _texts(lines)
    taken = [(start, nor) for start, _, nor, _ in starts]
    for at in _Openings(lines, few):
        if not any(start <= at <= nor for start, nor in taken):
            starts.append(_Start(at, at, at, is_act=True))
    starts.sort()
    if not starts:
        return [Part(0, 0, len(lines), is_act=True)]
    first = _Start(0, 0, 0, is_act=len(taken) == 0 or _has_title(lines[: starts[0].start]))
    whole = [first, *starts] if starts[0].start else starts
    end = _Start(len(lines), len(lines), len(lines), is_act=False)
    return [Part(each.start, each.title, after.start, each.is_act) for each, after in pairwise([*whole, end])]


# ---------------------------------------------------------------------------------------------------------------------

_NOR = Pattern(r"NOR ?: ?[A-Z]{4}\d{7}[A-Z]")
_TITLE_LINES = 8  # over which the title of a text goes, above its NOR
_SECTION_LINES = 12  # with the titles of sections above it
_HEAD_LINES = 400  # between the title of an act and its first article
_BACK_LINES = 12
_CONTINUED = 3  # lines of the title of a code
_ENDS = frozenset(".;:")
_SENTENCE_ENDS = frozenset('.!?)»”"')
_LEADS = frozenset(":;,")
_LONGEST_TAIL = 150  # characters
_CODES = ("code", "livre")
_BEGINS = Pattern(
    r"(?:Code|Livre des|Loi|Ordonnance|D[ée]cret|Arr[êe]t[ée]|S[ée]natus-consulte|Constitution|D[ée]claration|Charte"
    r"|Pr[ée]ambule)\b",
    re.IGNORECASE,
)
_IS_CODE = Pattern(r"(?:Code|Livre des)\b", re.IGNORECASE)
_CODE_NAME = Pattern(
    r"(?:Code|CODE) (?:[dD]'|(?:de|du|des|DE|DU|DES) )[^\d:;,.()|]{3,100}"
    r"(?:\((?:[Ee]xtraits?|[Pp]artie[^()\d]{1,40})\))?"
)
"""The title of a code that the table has not."""
_HEADED = Pattern(r"(?:Article|Art\.|Annexe)", re.IGNORECASE)
_CLOSES = Pattern(r"Fait |Donné |La présente loi\b|Retour|<<|Bloc |Haut de|À propos de")
_FORMULA = Pattern(r"(?:décrèt|arrêt|ordonn)(?:e|ent) ?:$|\bteneur suit ?:$", re.IGNORECASE)
"""What stands above the first article of an act that is signed."""
_OPENS_TAIL = Pattern(r"[a-zà-ÿ(«“]")
_LACKS_TAIL = Pattern(r"(?:\b(?:de|du|des|et|ou|à|au|aux|en|la|le|les|dans|pour|par|sur)|,|-)$")
_BETWEEN = frozenset({Kind.SITE, Kind.FOOTER, Kind.VERSION, Kind.DIVISION, Kind.LINKED, Kind.TITLE})
_PASSED = frozenset({Kind.SITE, Kind.FOOTER})
_CLOSED = frozenset({Kind.END, Kind.PAGE_END, Kind.SIGNATURE})


class _Start(NamedTuple):
    """Where a text begins, its title, the line by which it is known to be one."""

    start: int
    title: int
    sign: int
    is_act: bool


def _has_title(lines: Sequence[Line]) -> bool:
    return any(_title_at(lines, at) for at in range(len(lines)))


def _title_at(lines: Sequence[Line], at: int) -> str | None:
    """The act of which a line is the title."""
    words = lines[at].words
    return act_of_title(words) if _BEGINS.match(words) and kind_of_line(words) is Kind.TITLE else None


# -- an issue ---------------------------------------------------------------------------------------------------------


def _texts(lines: Sequence[Line]) -> list[_Start]:
    """The texts of an issue of the Journal officiel; none where at most one has a ``NOR``."""
    nors = [at for at, line in enumerate(lines) if line.words.startswith("NOR") and _NOR.fullmatch(line.words)]
    nors = nors[:1] + [at for before, at in pairwise(nors) if lines[before].words != lines[at].words]
    if len(nors) < 2:
        return []
    return [_text(lines, nor, before + 1) for before, nor in pairwise([-1, *nors])]


def _text(lines: Sequence[Line], nor: int, first: int) -> _Start:
    """The text to which the line ``nor`` belongs; it begins at the line ``first`` or behind it."""
    top = nor
    while top > max(first, nor - _SECTION_LINES) and not _is_other(lines[top - 1].words):
        top -= 1
    title = next((at for at in range(nor - 1, max(top, nor - _TITLE_LINES) - 1, -1) if _title_at(lines, at)), None)
    if title is None:
        return _Start(top, top, nor, is_act=False)
    is_set_off = top == first or kind_of_line(lines[top - 1].words) in {Kind.FOOTER, Kind.SIGNATURE}
    signed = is_set_off or any(kind_of_line(line.words) is Kind.SIGNATURE for line in lines[first:top])
    return _Start(top if signed else title, title, nor, is_act=True)


def _is_other(words: str) -> bool:
    """Whether a line belongs to the text before that whose title stands below it."""
    return words[-1:] in _ENDS or kind_of_line(words) in {Kind.FOOTER, Kind.SIGNATURE, Kind.HEADING, Kind.PAGE_END}


# -- acts one below the other -----------------------------------------------------------------------------------------


class _Head(NamedTuple):
    """What stands below a title."""

    heading: Heading
    """The heading of the first article."""
    is_enacted: bool
    """Whether a formula stands above it."""

    @property
    def is_first(self) -> bool:
        """Whether it is ``Article 1er``."""
        return self.heading.number is not None and self.heading.number.normalized in FIRST_NUMBERS


class _Openings:
    """Goes through the lines of a text, and knows what stands above each."""

    def __init__(self, lines: Sequence[Line], few: int) -> None:
        self.lines = lines
        self.few = few
        self.first = 0  # line of the act
        self.act: str | None = None
        self.is_read = False  # whether ``act`` is known to be that of articles
        self.again = 0  # the line from which on articles are looked for again
        self.heading: Heading | None = None  # the last one
        self.closed: Kind | None = None  # by a signature, or by the end of a page behind the last heading
        self.quoted = False

    def __iter__(self) -> Iterator[int]:
        """The titles that open another act than the one above them."""
        for at, line in enumerate(self.lines):
            if self.heading and _BEGINS.match(line.words) and (act := self.opened(at)):
                yield at
                self.first, self.act, self.is_read = at, act, True
                self.heading, self.closed, self.quoted = None, None, False
            else:
                self.pass_by(line)

    def pass_by(self, line: Line) -> None:
        """Note what a line is."""
        words = line.words
        if heading := _heading(line):
            self.heading, self.quoted = heading, False
            self.closed = None if self.closed is Kind.PAGE_END else self.closed
        elif _CLOSES.match(words) and (kind := kind_of_line(words)) in _CLOSED:
            self.closed = kind
        if "«" in words or "»" in words:
            self.quoted = words.rfind("«") > words.rfind("»")

    def opened(self, at: int) -> str | None:
        """The act that a title opens; ``None`` where it is none, or opens none for certain."""
        if self.quoted or not (act := self.named(at)) or not (head := self.head(at, act)):
            return None
        is_law = law_title(self.lines[at].words) is not None
        last = self.heading.number if self.heading else None
        begins = is_law and (head.is_enacted or (bool(self.lines[at].gap) and head.is_first))
        if last is not None and last.kind is NumberKind.ANNEXE and not begins:
            return None
        is_known = is_known_code(self.title(at))
        if not (self.closed or self.stands_below_end(at, is_sure=is_known)) or not self.has_articles(at):
            return None
        if act == self.act:
            return act if head.is_enacted and self.closed is Kind.SIGNATURE else None
        in_code = self.act is None or self.act.startswith(_CODES)
        if not (in_code or self.closed or self.stands_below_end(at, is_sure=False)):
            return None
        goes_on = not in_code and self.closed is None and _follows(head.heading, self.heading)
        is_of_block = not is_law and head.is_first and not _IS_CODE.match(self.lines[at].words)
        return act if (in_code or is_law or is_known or is_of_block) and not goes_on else None

    def has_articles(self, at: int) -> bool:
        """Whether there are articles above a title, in their act."""
        if not self.is_read and at >= self.again:
            page = read_page(list(self.lines[self.first : at]), self.few)
            self.is_read = bool(page.articles)
            self.act = page.law or act_of_page(page)
            self.again = 2 * at
        return self.is_read

    def title(self, at: int) -> str:
        """The title of a code, its lines joined where they have that of a known one, else the line."""
        first = words = self.lines[at].words
        for line in self.lines[at + 1 : at + 1 + _CONTINUED]:
            if is_known_code(words):
                return words
            if line.gap or not line.words[:1].islower():
                break
            words += f" {line.words}"
        return words if is_known_code(words) else first

    def named(self, at: int) -> str | None:
        """The act of which a line is the title."""
        title = self.title(at)
        if title == self.lines[at].words and kind_of_line(title) is not Kind.TITLE:
            return None
        act = act_of_title(title)
        if is_known_code(title) or (law_title(title) is None and act and not _IS_CODE.match(title)):
            return act
        if law_title(title):
            return None if title[-1] in _ENDS else act
        return act if _CODE_NAME.fullmatch(title) else None

    def head(self, at: int, act: str) -> _Head | None:
        """What stands between a title and the first article; ``None`` where that is no head of an act."""
        before, below = self.lines[at].words, Kind.TITLE
        is_text = is_enacted = False
        for line in self.lines[at + 1 : at + 1 + _HEAD_LINES]:
            words, kind = line.words, kind_of_line(line.words)
            if heading := _heading(line):
                return _Head(heading, is_enacted) if is_enacted or not is_text else None
            if kind is Kind.TITLE and (is_text or act_of_title(words) not in {act, None}):
                return None
            if kind is Kind.TEXT:
                is_enacted = _FORMULA.search(words) is not None
                is_text = is_text or not (is_enacted or _is_tail(words, before, below))
            elif kind not in _BETWEEN:
                return None
            if kind not in _PASSED:
                before, below = words, below if kind is Kind.TEXT and below is Kind.TITLE else kind
        return None

    def stands_below_end(self, at: int, *, is_sure: bool) -> bool:
        """Whether a line stands below the end of a sentence, of history or of an article.

        With ``is_sure`` it need not be one, but no word may lead to the line: ``les codes suivants :``.
        """
        for before in range(at - 1, max(at - _BACK_LINES, self.first) - 1, -1):
            words = self.lines[before].words
            kind = kind_of_line(words)
            if kind in _PASSED:
                continue
            if is_sure and kind in {Kind.TEXT, Kind.DIVISION}:
                return words[-1] not in _LEADS
            is_ended = words[-1] in _SENTENCE_ENDS or (kind is Kind.HEADING and bool(read_heading(words).state))
            return is_ended or kind in _CLOSED or kind is Kind.HISTORY
        return False


def _heading(line: Line) -> Heading | None:
    """The heading of an article, on a line of its own or before its text."""
    return heading_of(line) if _HEADED.match(line.words) else None


def _is_tail(words: str, before: str, below: Kind) -> bool:
    """Whether a line goes on with the title of an act or of a division."""
    if len(words) > _LONGEST_TAIL or words[-1] in _ENDS:
        return False
    return below is Kind.DIVISION or (
        below is Kind.TITLE and (_OPENS_TAIL.match(words) or _LACKS_TAIL.search(before)) is not None
    )


def _follows(heading: Heading, before: Heading | None) -> bool:
    """Whether a heading has the number after that of another one: ``Article 4`` after ``Article 3``."""
    numbers = [each.number.normalized if each and each.number else "" for each in (before, heading)]
    return all(map(str.isdecimal, numbers)) and int(numbers[0]) + 1 == int(numbers[1])

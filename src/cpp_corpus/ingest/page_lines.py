r"""Lines of a web page as text, as a browser, a converter or a person saved it, with the marks of the converter undone.

Converters leave marks that are not words of the page: Markdown (``**``, ``[words](address)``, ``\-``), numbers of
links (``[12]``), underscores for spaces, bullets, tags, tables drawn with lines. Which marks a text has is known from
the whole of it, so that a text without them keeps every character.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import islice

from cpp_corpus.ingest.front_matter import read_front_matter
from cpp_corpus.ingest.light_markup import ADDRESS, MARK
from cpp_corpus.ingest.lines import NO_WIDTH
from cpp_corpus.ingest.page_joined import JoinedLines
from cpp_corpus.ingest.page_line import Line, Piece
from cpp_corpus.ingest.page_raised import with_raised
from cpp_corpus.ingest.page_tables import with_tables
from cpp_corpus.ingest.page_words import Kind, division_title, kind_of_line, run_in_heading
from cpp_corpus.ingest.tags import MARKDOWN_TAG
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.typography import fold, tidy
from cpp_corpus.model.span import Span

__all__ = ["is_markdown", "page_lines", "tidied"]


def page_lines(text: str) -> list[Line]:
    r"""The lines of ``text`` that have words, with the marks of its converter undone.

    >>> [line.words for line in page_lines("* ## [Article 3](/a/3)\n\nLe **vent** [souffle](/b).\n")]
    ['Article 3', 'Le vent souffle.']
    >>> [line.words for line in page_lines("L'article R*12-3 [1].")]
    ["L'article R*12-3 [1]."]
    >>> [line.words for line in page_lines("Article 1er\nL'article 3 devient :\n> Article 3\n> Le vent.\n")[2:]]
    ['« Article 3', '« Le vent. »']
    >>> [line.words for line in page_lines("ReplierSection 1 : Du vent\nReplier Titre II\nReplier les voiles.")]
    ['Section 1 : Du vent', 'Titre II', 'Replier les voiles.']
    """
    return list(with_raised(with_tables(text, _with_signs(list(_Reader(text).read())))))


def is_markdown(text: str) -> bool:
    r"""Whether ``text`` has marks of Markdown, or had those of another light markup; then its tags are marks too.

    >>> is_markdown("Le vent."), is_markdown("# Vent\n\n# Pluie")
    (False, True)
    """
    return MARK in text or len(_MARKDOWN.findall(text[: 1 << 20])) > 1 or _STRONG_HEADING.search(text) is not None


def tidied(words: str) -> str:
    r"""Characters of a file as the words of a line: folded, with tidied spaces, entities as what they stand for.

    >>> tidied("l&#39;arti\u00adcle \u00a0 12")
    "l'article 12"
    """
    return tidy(fold(_NO_WIDTH.sub("", unescape(words))))


# ---------------------------------------------------------------------------------------------------------------------

_LINE = Pattern(r"[^\r\n]*")
_STRONG_HEADING = Pattern(r"^\*\*(?:Article|Art\.) [^*\n]{1,40}\*\*[ \t]*$", re.MULTILINE)
"""The heading of an article in strong letters, which nothing but Markdown has."""
_LINE_ENDS = Pattern(r"\r\n?|\n")
_ANCHOR = r'<a (?:id|name)="[^"<>]*">(?:</a>)?[ \t]*'
_ADDRESS = r"\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"(?:[^\"\\]|\\.){0,600}\")?\)"
_ATTRIBUTES = r"\{(?:[#.][\w-]|[^{}\s=\"]{1,40}=\")[^{}]{0,600}\}"
_MARKDOWN = Pattern(
    rf"{_ADDRESS}|^[ \t]*(?:[-*+][ \t]+|{_ANCHOR})*#{{1,6}}[ \t]|\*\*\w"
    r"|^[ \t]*(?:[-*+][ \t]+|>[ \t]?)*(?:[*_]{1,3}|<(?:b|strong|em|i|u)>)(?:Article|Art\.)[ ]",
    re.MULTILINE,
)
_MARKDOWN_MARKS = "|".join(
    (
        rf"(?P<address>{_ADDRESS})",
        r"(?P<opening>!?\[(?=[^\[\]]{0,600}\]\())",
        r"(?P<strong>\*\*+|(?<!\w)__(?=\w)|(?<=\w)__(?!\w))",
        r"(?P<escape>\\(?=[^\w\s]|$))",
        rf"(?P<tag>{MARKDOWN_TAG})",
        r"\^\((?P<raised>[^()\s]{1,6})\)|\^(?P<raised2>[\w°]{1,4})\^",
        r"(?P<fence>^[ \t]*:{3,}[^\n]*$)",
        rf"(?P<span>\[(?=[^\[\]]{{0,600}}\]{_ATTRIBUTES})|\]?{_ATTRIBUTES})",
        r"(?<![\w*\\])(?P<emphasis>[*_])(?=[^\s*_](?:[^*_\n]|(?<=[LRD])\*(?=\d)){0,300}(?<=[^\s\\])(?P=emphasis)(?![\w*]))",
        r"(?<=[^\s*_\\])(?P<emphasis_end>[*_])(?![\w*])",
    )
)
_NUMBERED_LINK = r"(?P<link>(?<![A-Z])\[\d{1,4}\])"
_NUMBERED_HEADING = Pattern(r"^[ \t\xa0]*(?:[*+o•□○■▪◦‣][ \t\xa0]+)?\[\d{1,4}\](?:Article|Annexe)[ \xa0]", re.MULTILINE)
_LISTED_LINK = Pattern(r"^[ \t]*(?:References|Liens visibles|Visible links):?\s{1,20}1\. \S+$", re.MULTILINE)
"""The first line of the list to which the numbers of links lead."""
_PRINTED_LINK = r"(?P<printed>(?<![ \t])[ \t]+\((?:https?:|/|#|\w{1,40}\.do[;?])[^()\s]{0,400}\))"
_BROKEN_ATTRIBUTE = r"(?P<broken>\s(?:-\s)?art\.\s[^<>\"']{1,40}\([A-Z]{1,4}\)'>)"
_MANY_LINKS = 8
_BUTTON = r"(?P<button>\((?:BUTTON|Bouton)\)[ ]?|\^(?=°))"
_SPACED = Pattern(r"(?<=\w)_(?=\w)")
_URL = Pattern(r"(?:https?|file)://\S+")
_FEW_UNDERSCORES = 20
_BULLET = Pattern(r"(?:[*+o•□○■▪◦‣–-][ \t\xa0]+)+(?=\S)|[*+•□○■▪◦](?=$)")
_RENDERED_BULLETS = frozenset("*+□○o")
_LISTED_HEADING = Pattern(r"^[ \t]*[*+o•□○■▪◦‣][ \t]+(?:Article|Annexe)[ ]", re.MULTILINE)
_HEADED = Pattern(r"(?:Article|ARTICLE|Art\.)[ ]")
_FIRST_PIECES = 4
_EMPHASIS = r"(?:[*_]{1,3}|<(?:b|strong|em|i|u)>)"
_QUOTE = Pattern(r"(?:>[ \t]?)+")
_QUOTED_HEADING = Pattern(
    rf"^[ \t]*(?:>[ \t]?)+(?:#{{1,6}}[ \t]|{_EMPHASIS})?(?:Article|Annexe|Art\.)[ ]", re.MULTILINE
)
"""The heading of an article in a quotation, as the rest of it is."""
_QUOTED_ARTICLE = Pattern(rf"{_QUOTED_HEADING.pattern}(?:[^\r\n]{{60}}|[^\r\n]*(?:\r\n?|\n)[ \t]*>)", re.MULTILINE)
"""The same with words of the article behind it, in the quotation too."""
_PLAIN_HEADING = Pattern(
    rf"^[ \t]*(?:[*+•-][ \t]+)?(?:#{{1,6}}[ \t]|{_EMPHASIS})?(?P<words>(?:Article|ARTICLE|Art\.)[ ][^\r\n]*)",
    re.MULTILINE,
)
_HASHES = Pattern(r"#{1,6}[ \t]+|\*{3,6}[ \t]+(?=\S.*\*{3})")
_ANCHORS = Pattern(rf"(?:{_ANCHOR})+(?=(?:#{{1,6}}|[-*+])[ \t])")
"""Where links lead to, before a heading or a bullet."""
_CLOSING_STARS = Pattern(r"(?<![ \t])[ \t]+(?:\*{3,6}|#{1,6})$")
_FRONT_TITLE = Pattern(r"""(?:title|titre):[ \t]*(?P<sign>["']?)(?P<title>[^\r\n"]*[^\s"'])(?P=sign)""", re.IGNORECASE)
_STRONG_LINE = Pattern(r"\*\*[^*\r\n]+\*\*")
_FOLDS = Pattern(r"(?:Replier|Déplier)(?P<blank>[ \xa0]*)(?=[A-ZÀ-Þ])")
"""The button before the title of a division on today's pages of the site: ``ReplierSection 2``."""
_UNDERLINED = Pattern(r"_\|")
_NO_WIDTH = Pattern(f"[{NO_WIDTH}]")


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        pattern = _marks(text)
        self.is_rendered = pattern is not None or len(_LISTED_HEADING.findall(text[: 1 << 20])) > 1
        self.marks = [] if pattern is None else list(pattern.finditer(text))
        self.underscores = len(_SPACED.findall(_URL.sub("", text[: 1 << 20]))) > _FEW_UNDERSCORES
        quoted = _QUOTED_ARTICLE.search(text)
        self.has_quotations = quoted is not None and _has_heading(text[: quoted.start()])
        self.is_quoted = not self.has_quotations and len(_QUOTED_HEADING.findall(text)) > 1
        self.joined = JoinedLines(text)
        front = read_front_matter(text)
        self.front = front if front and front.values.keys() & {"title", "titre"} else None
        self.gap = 0
        self.follows_page = False

    def read(self) -> Iterator[Line]:
        at = 0
        text = self.text
        while at <= len(text):
            line = _LINE.match(text, at)
            end = line.end() if line else at
            yield from self.line(at, end)
            line_end = _LINE_ENDS.match(text, end)
            if line_end is None:
                return
            at = line_end.end()

    def line(self, start: int, end: int) -> Iterator[Line]:
        raw = self.text[start:end]
        if "\f" in raw:
            self.follows_page = True
        if not raw.strip():
            self.gap += 1
            return
        for at, stop in self.joined.parts(start, end):
            if not self.text[at:stop].strip():
                continue
            part = self.part(at, stop, len(raw.rstrip()))
            if part.words:
                self.gap, self.follows_page = 0, stop < end and kind_of_line(part.words) is Kind.FOOTER
            elif self.is_quoted or self.has_quotations:
                self.gap += 1
            if part.words or any(map(str.isalnum, self.text[part.raw.slice])):
                yield part

    def part(self, start: int, end: int, width: int) -> Line:
        text = self.text
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        is_broken = self.is_rendered and (text[end - 1] == "\\" or text.startswith("  ", end))
        raw = Span(start, end)
        if anchors := _ANCHORS.match(text, start, end):
            start = anchors.end()
        quoted = _QUOTE.match(text, start, end) if self.has_quotations else None
        if quoted:
            start = quoted.end()
        first = start
        bullet = _BULLET.match(text, start, end)
        kept: Piece | None = None
        if bullet:
            first = bullet.end()
        if self.is_quoted and (quote := _QUOTE.match(text, first, end)):
            first = quote.end()
        hashes = _HASHES.match(text, first, end)
        if hashes:
            first = hashes.end()
            if closing := _CLOSING_STARS.search(text, first, end):
                end = closing.start()
        if self.front and start < self.front.body:
            first, end, kept = *self.title_of_front(raw), None
        first = self.after_button(first, end)
        pieces = tuple(self.pieces(first, end))
        words = tidied("".join(text[a:b] if shown is None else shown for a, b, shown in pieces))
        if bullet and not hashes and not (self.is_rendered and text[start] in _RENDERED_BULLETS):
            kept = (start, bullet.end(), None)
        underlined = _UNDERLINED.search(text, first, end) is not None
        return Line(
            *(first, end, pieces, words, raw, width, self.gap, kept, bullet is not None, is_broken, self.follows_page),
            is_quoted=quoted is not None,
            is_underlined=underlined,
            is_strong=_STRONG_LINE.fullmatch(text, *raw) is not None,
            joins_rows=text.startswith(f"|{MARK}", first),
            marked=self.marked(pieces) if _HEADED.match(words) else (),
        )

    def title_of_front(self, line: Span) -> tuple[int, int]:
        """Start and end of the title of the act in a line of the front matter; all other lines of it have no words."""
        found = _FRONT_TITLE.fullmatch(self.text, line.start, line.end)
        return found.span("title") if found else (line.end, line.end)

    def after_button(self, start: int, end: int) -> int:
        """The character after the button that folds what stands below a title, where that follows it on the line."""
        found = _FOLDS.match(self.text, start, end)
        if found is None:
            return start
        is_glued = not found["blank"]
        return found.end() if is_glued or division_title(tidied(self.text[found.end() : end])) else start

    def marked(self, pieces: tuple[Piece, ...]) -> tuple[int, ...]:
        """The lengths of the first words of a line behind which its pieces end, or a tab stands."""
        found, lengths = "", []
        for start, end, shown in pieces[:_FIRST_PIECES]:
            words = self.text[start:end] if shown is None else shown
            lengths += [len(tidied(found + words[:at])) for at in (words.find("\t"), len(words)) if at > 0]
            found += words
        return tuple(lengths)

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        if not self.marks and not self.underscores:
            yield start, end, None
            return
        for at, stop, shown in self.unmarked(start, end):
            if self.underscores and shown is None and "_" in self.text[at:stop]:
                yield from self.spaced(at, stop)
            else:
                yield at, stop, shown

    def unmarked(self, start: int, end: int) -> Iterator[Piece]:
        at = start
        first = bisect_left(self.marks, start, key=re.Match.end)
        for place in range(first, len(self.marks)):
            mark = self.marks[place]
            if mark.start() >= end:
                break
            if mark.end() <= start:
                continue
            if mark.start() > at:
                yield at, mark.start(), None
            at = min(mark.end(), end)
            groups = mark.groupdict()
            if raised := groups.get("raised") or groups.get("raised2"):
                yield mark.start(), mark.end(), raised
        if at < end:
            yield at, end, None

    def spaced(self, start: int, end: int) -> Iterator[Piece]:
        at = start
        for found in re.compile("_+").finditer(self.text, start, end):
            if found.start() > at:
                yield at, found.start(), None
            yield found.start(), found.end(), " "
            at = found.end()
        if at < end:
            yield at, end, None


def _has_heading(text: str) -> bool:
    """Whether the heading of an article stands in a text without a mark of a quotation."""
    headings = (tidied(found["words"]).rstrip("*_ ") for found in _PLAIN_HEADING.finditer(text))
    return any(kind_of_line(words) is Kind.HEADING or run_in_heading(words) for words in headings)


def _with_signs(lines: list[Line]) -> list[Line]:
    """Lines with the signs of a quotation around the words of each that is quoted, as laws print them."""
    found = lines[:]
    for at, line in enumerate(lines):
        if line.is_quoted and line.words:
            ends = at + 1 == len(lines) or not lines[at + 1].is_quoted
            found[at] = replace(line, words=f"« {line.words} »" if ends else f"« {line.words}")
    return found


def _marks(text: str) -> re.Pattern[str] | None:
    """The pattern of the marks of the converter; ``None`` where the text has none."""
    found = []
    if MARK in text:
        found.append(f"(?P<light>{ADDRESS})")
    elif is_markdown(text):
        found.append(_MARKDOWN_MARKS)
    is_numbered = all(f"[{number}]" in text for number in range(1, 9)) or _NUMBERED_HEADING.search(text)
    if is_numbered or ("[1]" in text and _LISTED_LINK.search(text)):
        found.append(_NUMBERED_LINK)
    if "(BUTTON)" in text:
        found.append(_BUTTON)
    if sum(1 for _ in islice(re.finditer(_PRINTED_LINK, text), _MANY_LINKS)) == _MANY_LINKS:
        found.append(_PRINTED_LINK)
    if re.search(_BROKEN_ATTRIBUTE, text):
        found.append(_BROKEN_ATTRIBUTE)
    return re.compile("|".join(found), re.MULTILINE) if found else None

"""Headers and footers that a browser, or the Journal officiel, prints on each page: they may stand inside a sentence.

    30/11/2026 03:06          Article 3 - Code des vents - Légifrance      the browser, above
    https://www.legifrance.gouv.fr/codes/article_lc/…         21/284       the browser, below
    27 décembre 2020    JOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE    Texte 89
    Code des vents - 3 -                                               a running title with the number of the page

Their parts are on one line or on several, in any order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from cpp_corpus.ingest.page_line import Line
from cpp_corpus.lang.dates import DATE
from cpp_corpus.lang.patterns import Pattern

__all__ = ["printed_borders"]


def printed_borders(lines: Sequence[Line]) -> set[int]:
    r"""The indexes of the lines of headers and footers.

    >>> from cpp_corpus.ingest.page_lines import page_lines
    >>> printed_borders(page_lines("3/11/2031 08:05 Code des vents\nLe vent.\nhttps://example.org/a 1/1\n"))
    {0, 2}
    """
    return _of_browser(lines) | _of_journal(lines) | _running(lines)


# ---------------------------------------------------------------------------------------------------------------------

_STAMP = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},? (?:à )?\d{1,2}[:h]\d{2}(?: ?[AP]M)?"
_COUNT = r"\d{1,4} ?(?:/|sur|of) ?\d{1,4}"
_LINE = Pattern(
    rf"(?P<above>{_STAMP}(?= |\Z))? ?(?P<title>.{{0,250}}?) ?(?P<url>(?:https?|file)://\S+)?"
    rf" ?(?P<count>(?<!\S){_COUNT})?(?: ?(?P<below>(?<!\S){_STAMP}))?"
)
_OF_BROWSER = Pattern(rf"(?<!\S){_STAMP}(?!\S)|(?:https?|file)://|(?:^|\s){_COUNT}$")
_SITE = Pattern(r"[-|] L[ée]gifrance$")
_FEW = 2  # times
_JOURNAL = Pattern(r"JOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE")
_LONGEST_JOURNAL = 90  # characters
_OF_JOURNAL = Pattern(rf"{DATE}|Texte \d{{1,4}}(?: sur \d{{1,4}})?|(?:page )?\d{{1,4}}(?: sur \d{{1,4}})?")


class _Parts(NamedTuple):
    """What a line of a header or footer may have."""

    stamp: str | None
    """The day and time of printing."""
    title: str
    """The title of the page, or any other words."""
    url: str | None
    page: str | None
    """The number of the page, and of how many."""


def _parts(words: str) -> _Parts | None:
    found = _LINE.fullmatch(words) if _OF_BROWSER.search(words) else None
    return _Parts(found["above"] or found["below"], found["title"], found["url"], found["count"]) if found else None


def _of_browser(lines: Sequence[Line]) -> set[int]:
    """The lines that a browser prints: on each page the time, the title of the page, its address and a number."""
    parts = {at: found for at, line in enumerate(lines) if (found := _parts(line.words))}
    pages = Counter(_last(each.page) for each in parts.values() if each.page)
    stamped = [at for at, each in parts.items() if each.stamp and not (each.title and each.url and not each.page)]
    if not pages or not stamped:
        return set()
    of = pages.most_common(1)[0][0]
    counted = {at for at, each in parts.items() if each.page and _last(each.page) == of}
    urls = {each.url for at, each in parts.items() if each.url and (at in counted or _is_beside(at, counted))}
    urls |= _usual(each.url for each in parts.values() if each.url)
    titles = {parts[at].title for at in stamped if parts[at].title}
    beside = [lines[at + 1].words for at in stamped if not parts[at].title and at + 1 < len(lines)]
    titles |= _usual([*beside, *(each.title for each in parts.values() if each.url in urls and each.title)])
    titles |= {words for words in beside if _SITE.search(words)}
    borders = set(stamped)
    borders |= {at for at, each in parts.items() if each.url in urls and each.title in {"", *titles}}
    borders |= {at for at in counted if not parts[at].title and (parts[at].url or _is_beside(at, borders))}
    borders |= {at for at, line in enumerate(lines) if line.words in titles and _is_beside(at, borders)}
    return borders


def _of_journal(lines: Sequence[Line]) -> set[int]:
    """The lines of the Journal officiel: its name, and the day and the number of the text beside it."""
    named = {at for at, line in enumerate(lines) if len(line.words) < _LONGEST_JOURNAL and _JOURNAL.search(line.words)}
    if len(named) < _FEW:
        return set()
    beside = {near for at in named for near in (at - 1, at + 1) if 0 <= near < len(lines)}
    return named | {at for at in beside if _OF_JOURNAL.fullmatch(lines[at].words)}


def _running(lines: Sequence[Line]) -> set[int]:
    """The lines that are the same on each page but for its number, and have the title of an act: ``Code X - 3 -``."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        page = _WITH_PAGE.search(line.words) if len(line.words) < _LONGEST_JOURNAL and not line.cells else None
        if page is not None:
            rest = line.words[: page.start()] + line.words[page.end() :]
            found.setdefault(rest, []).append((at, int(page["page"] or page["of"])))
    kept: set[int] = set()
    for rest, places in found.items():
        pages = [page for _, page in places]
        if len(pages) >= _FEW and _TITLE_OF_ACT.search(rest) and all(low < high for low, high in pairwise(pages)):
            kept |= {at for at, _ in places}
    return kept


_WITH_PAGE = Pattern(
    r"(?:(?<=\s)|^)(?:- ?(?P<page>\d{1,4}) ?-|(?:[Pp](?:age|\.) ?)?(?P<of>\d{1,4}) ?(?:/|sur) ?\d{1,4})(?=\s|$)"
)
_TITLE_OF_ACT = Pattern(r"(?:Code|CODE|Loi|LOI|Ordonnance|Décret|DÉCRET|Arrêté|Livre des|Constitution)\b")


def _last(count: str) -> str:
    """Of how many pages a number is."""
    return re.split(r"\D+", count)[-1]


def _is_beside(at: int, others: Collection[int]) -> bool:
    return at - 1 in others or at + 1 in others


def _usual(found: Iterable[str]) -> set[str]:
    """What is there several times."""
    return {words for words, times in Counter(found).items() if times >= _FEW}

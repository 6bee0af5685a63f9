"""The articles of a text: which lines are their headings, and what stands around them.

    page     = head { contents } { article } [ foot ]
    article  = heading { version | history } { text } { end }
    contents = heading heading { heading }                 a table of contents: nothing between them
    head     = { site | title | division | version | text }

Where a page marks the end of its articles (``Versions``, ``Liens relatifs``), a heading before that end is a line of
the article; where it marks its headings (``En savoir plus sur cet article``), other lines are none. An annex may have
articles of its own: they are lines of the annex.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from cpp_corpus.ingest.page_line import Line
from cpp_corpus.ingest.page_prints import printed_borders
from cpp_corpus.ingest.page_signed import signed_act
from cpp_corpus.ingest.page_words import (
    FIRST_OF_ANY,
    Kind,
    act_of_title,
    agreement_number,
    bare_words,
    division_title,
    goes_on_history,
    is_agreement,
    is_amendment,
    is_known_code,
    is_private,
    is_treaty,
    kind_of_line,
    law_title,
    place_of_signature,
    run_in_heading,
    shown_on,
    spelt_heading,
)
from cpp_corpus.ingest.written_headings import (
    Written,
    act_of_heading,
    bare_run_in,
    doubtful_heading,
    free_heading,
    heading_of,
    is_beside,
    is_line_of_law,
    is_near,
    misread_heading,
    written_heading,
    written_headings,
)
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.heading import read_heading
from cpp_corpus.model.number import ArticleNumber, NumberKind
from cpp_corpus.model.state_words import NOT_IN_FORCE
from cpp_corpus.model.states import state_named

__all__ = [
    "Found",
    "Page",
    "act_of_page",
    "divisions_among",
    "fewest_run_in",
    "is_sentence",
    "misread_headings",
    "number_of",
    "read_page",
    "titles_above",
    "unread_headings",
]

_PLAIN = frozenset({NumberKind.NUMBER, NumberKind.NAMED})
"""The kinds of the numbers that the articles of an annex have: ``3``, ``IV``, ``unique``."""
_HEADINGS = frozenset({Kind.HEADING, Kind.ANNEX})
_EMPTY = frozenset({Kind.SITE, Kind.LINKED, Kind.END, Kind.FOOTER, Kind.TITLE, Kind.DIVISION, Kind.PAGE_END})
_BEGINNINGS = frozenset({Kind.TEXT, Kind.HEADING, Kind.ANNEX, Kind.HISTORY, Kind.SIGNATURE})
_AFTER_HISTORY = frozenset({Kind.TEXT, Kind.TITLE})
_BEFORE_WORDS = frozenset({Kind.HISTORY, Kind.VERSION, Kind.SITE, Kind.LINKED, Kind.FOOTER, Kind.END})
_ENDS = frozenset(".;:,")
_SENTENCE_ENDS = frozenset(".!?)")
_LEADS = frozenset(":;,")
_BUTTONS = ("Copier le ", "Imprimer", "Télécharger", "Partager")
"""How the buttons between an article and the words below it begin."""
_PATH = Pattern(
    r"(?:Codes ?|codes en vigueur ?> ?)(?P<title>Code [^|>]{3,150}?) ?"
    r"(?=(?:Version|ChronoLégi|Recherche|Masquer|Chemin|Code|Partie|Livre|Titre|Chapitre|Section|Annexe|Article|[›>]|$))"
)
"""The path of a page on one line: ``Accueil Codes Code de la route Partie législative``."""
_OPEN_EXTENT = Pattern(r"\((?:Articles?|Art\.) [^()]*$")
_PANEL = Pattern(r"(?:Masquer|Afficher) le panneau de$")
_PROGRAM = Pattern(r"https?://|[{}]|[\"\w]\s?=\s?[\"\[]|\w\(\)|\\_|\" ?: ?[\"\[]")
"""A sign that a line is of a script or of data in a page, not a sentence."""
_DASHED = Pattern(r"(?:[–—-] ?)?\d{1,4} ?[–—-]")
"""The number of a page between dashes, the first of which may be taken for the mark of a list."""
_PAGE_OF = Pattern(r"\d{1,4} ?/ ?\d{1,4}")
_ANNEXED = Pattern(r"Annexe\b.{0,20}[ ']article ", re.IGNORECASE)
"""An annex that names its article, which is no title of a division."""
_LISTED_VERSION = Pattern(r"Version (?:\d{1,3}|initiale|en vigueur)\b.{0,60}", re.IGNORECASE)
_LONG = 80  # characters of a sentence
_FULL = 65  # columns of a title that may go on in the next line
_BARE = 3  # words of "Titre II bis"
_LONGEST_TITLE = 150  # characters
_TITLE_LINES = 12  # of a title that goes over several lines
_SEVERAL = 3  # headings on lines of text
_LABELLED = Pattern(r"(?:\d{1,3}(?:°|er|re|e)?|[IVX]{1,5}|[A-Z])(?: [a-z]+)?(?:\.? ?[:–—-]|\.) ?[A-ZÀ-Þ]")
"""The beginning of a title: ``1 bis : De la balance``."""
_MOST = 0.7  # of the headings of a printed document
_TITLE_WIDTH = 85  # columns of a title in a printed document
_LITTLE = r"(?:de|du|des|et|ou|à|au|aux|en|la|le|les|dans|pour|par|sur)"
_OPENS_TAIL = Pattern(rf"{_LITTLE}\b|[dl]'|applicable\b")
"""How the second line of a title begins."""
_LACKS_TAIL = Pattern(rf"(?:\b{_LITTLE}|,|-)$")
"""How the first line of a title ends."""
_CODES = ("Code ", "CODE ", "Livre des ", "LIVRE DES ")
_ACT_LINES = 5  # over which the title of an act goes
_HEAD_LINES = 40  # in which the title of a law stands


@dataclass(slots=True)
class Found:
    """An article: the indexes of its lines."""

    heading: int
    """Its heading."""
    end: int
    """The index after its last line."""
    run_in: int | None = None
    """The length of its heading, where text follows on the same line."""
    outside: set[int] = field(default_factory=set)
    """Its lines that are not words of it: titles of divisions, furniture."""
    is_bare: bool = False
    """Whether ``heading`` is its first line of words, since its heading is lost."""


@dataclass(slots=True)
class Page:
    """A text as lines with their kinds, and its articles."""

    lines: list[Line]
    kinds: list[Kind]
    articles: list[Found]
    law: str | None = None
    """The act, where the text is a law, ordinance, decree or order with its title."""
    marks_ends: bool = False
    """Whether the end of the articles is marked."""
    titled: set[int] = field(default_factory=set)
    """The lines that are known to go on with the title of a division."""
    broken_titles: dict[int, str] = field(default_factory=dict)
    """The titles of acts that go over several lines, by their first line."""
    private: str | None = None
    """The line that says that the text is a contract or the like, although an act is named below it."""
    is_agreement: bool = False
    """Whether the title of a collective agreement stands above the first article."""
    agreement: str | None = None
    """Its act, where its number is there too."""
    displaced: set[int] = field(default_factory=set)
    """The lines of history among the words of articles: it is not known of which one they tell."""
    visas: set[int] = field(default_factory=set)
    """The lines below an article that say who makes the act that follows, and on which acts it is founded."""
    gone: set[int] = field(default_factory=set)
    """The lines that head several articles that are repealed."""
    written: dict[int, Written] = field(default_factory=dict)
    """The headings that are not in the form of the site, by the index of their line."""
    anew: int | None = None
    """The title of another text below the articles of a law, the articles of which are numbered anew."""
    begins: int | None = None
    """The title of the act once more, where articles of another text stand above it."""
    fewest_run_in: int = _SEVERAL
    """How many headings before the words of their article it must have, where it is no law."""

    @property
    def first(self) -> int:
        """The index of the first heading; the number of lines where there is none."""
        return self.articles[0].heading if self.articles else len(self.lines)


def fewest_run_in(lines: Iterable[Line]) -> int:
    """How many headings before the words of their article a code in a text must have: one where the text has several.

    So each of several acts one below the other is read, also where one has few articles; the headings of the others may
    stand on lines of their own.
    """
    headings = (line for line in lines if _heading_like(line))
    several = sum(1 for _ in islice(headings, _SEVERAL))
    return 1 if several == _SEVERAL else _SEVERAL


def read_page(lines: list[Line], few: int = _SEVERAL) -> Page:
    """The articles of a text of these lines; ``few``: what :func:`fewest_run_in` says of all of the text."""
    page = Page(lines, [kind_of_line(line.words) for line in lines], [], fewest_run_in=few)
    title_tails = _join_titles(page)
    _mark_pages(page, title_tails)
    _mark_neighbours(page)
    _join_extents(page)
    _mark_versions(page)
    _mark_visas(page)
    page.private = _private(page)
    page.law = None if page.private else _law(page)
    _mark_gone(page)
    points = _points(page)
    own = None if points else _own_part(page)
    headings = points or (
        _headings_above(page, own) if own else _with_misread(page, _with_other_forms(page, _headings(page)))
    )
    if (begins := _title_again(page, headings)) is not None:
        page.begins = begins
        headings = [at for at in headings if at > begins]
    stop = _foot(page, headings)
    if own and own.other is not None:
        page.anew, stop = own.other, min(stop, own.end)
    elif (anew := _other_text(page, headings)) is not None and (
        page.law or _is_in_capitals(page, anew) or _is_rider(page, anew)
    ):
        page.anew = stop = anew
        headings = [at for at in headings if at < anew]
    for at, following in pairwise([*headings, stop]):
        if at < stop:
            is_bare = bool(points) and page.kinds[at] is Kind.TEXT
            run_in = None if points else _length_before_words(page, at)
            page.articles.append(Found(at, min(following, stop), run_in, is_bare=is_bare))
    for article in page.articles:
        _put_outside(page, article)
    _end_at_place(page)
    _find_agreement(page)
    return page


# ---------------------------------------------------------------------------------------------------------------------


def _join_titles(page: Page) -> set[int]:
    """Find the titles of codes that were broken at a width; the lines that go on with one."""
    tails: set[int] = set()
    for at, kind in enumerate(page.kinds):
        if kind not in {Kind.TITLE, Kind.TEXT} or at in tails or not page.lines[at].words.startswith(_CODES):
            continue
        end, title = _whole_title(page, at)
        if end > at + 1:
            page.broken_titles[at] = title
            page.kinds[at:end] = [Kind.TITLE] * (end - at)
            tails |= set(range(at + 1, end))
    return tails


def _whole_title(page: Page, at: int) -> tuple[int, str]:
    """The index after the title of a code that begins in line ``at``, and its words.

    It goes on where a code has the whole title, or where no code has the words of the line, and they end or the next
    one begins as a title is broken.
    """
    words = found = page.lines[at].words
    end = at + 1
    goes_on = page.kinds[at] is Kind.TITLE and not is_known_code(words)
    for after in range(at + 1, min(at + _ACT_LINES, len(page.lines))):
        line = page.lines[after]
        if line.gap or line.follows_page or line.cells or page.kinds[after] is not Kind.TEXT:
            break
        begins_low = line.words[:1].islower()
        is_tail = words.endswith("-") or (begins_low and (_OPENS_TAIL.match(line.words) or _LACKS_TAIL.search(words)))
        words += line.words if words.endswith("-") else f" {line.words}"
        goes_on = goes_on and bool(is_tail) and act_of_title(words) is not None
        if goes_on or is_known_code(words):
            end, found = after + 1, words
    return end, found


def _mark_pages(page: Page, title_tails: set[int]) -> None:
    """Page numbers and running titles at the border of printed pages are furniture."""
    lines, kinds = page.lines, page.kinds
    numbered = [at for at, line in enumerate(lines) if _PAGE_OF.fullmatch(line.words)]
    if [lines[at].words.split("/")[0].strip() for at in numbered] == [str(at + 1) for at in range(len(numbered))]:
        for at in numbered:
            kinds[at] = Kind.FOOTER
    page_numbers = _page_numbers(lines) | _dashed_numbers(lines)
    for at in sorted(printed_borders(lines)):
        kinds[at] = Kind.FOOTER
        if at + 1 < len(lines):
            lines[at + 1] = replace(lines[at + 1], follows_page=True)
    is_titled = False
    for at, line in enumerate(lines):
        if at in page_numbers:
            kinds[at] = Kind.FOOTER
        elif kinds[at] is Kind.TITLE and is_titled:
            is_border = line.follows_page or kinds[at - 1] is Kind.FOOTER
            if is_border or (at in title_tails and kinds[at - 1] is Kind.SITE):
                kinds[at] = Kind.SITE
        is_titled = is_titled or kinds[at] is Kind.TITLE


def _page_numbers(lines: list[Line]) -> set[int]:
    """The numbers at the border of pages that count these; others are words, as the end of "n° 2031-" in a table."""
    found: dict[int, int] = {}  # by line: what is added to the count of pages
    pages = 0
    for at, line in enumerate(lines):
        pages += line.follows_page
        is_border = line.follows_page or at + 1 == len(lines) or lines[at + 1].follows_page
        if is_border and line.words.isdecimal() and len(line.words) < 5:
            found[at] = int(line.words) - pages
    usual, times = max(Counter(found.values()).items(), key=lambda item: item[1], default=(0, 0))
    if times > 1:
        return {at for at, more in found.items() if more == usual}
    return {at for at in found if not (at and lines[at - 1].words.endswith("-"))}


def _dashed_numbers(lines: list[Line]) -> set[int]:
    """The lines that count the pages between dashes, ``- 2 -``, each between empty lines or at the end."""
    found = [at for at, line in enumerate(lines) if line.gap and _DASHED.fullmatch(line.words)]
    found = [at for at in found if at + 1 == len(lines) or lines[at + 1].gap]
    counts = [int(lines[at].words.strip("–—- ")) for at in found]
    is_count = len(counts) > 1 and counts == list(range(counts[0], counts[0] + len(counts)))
    return set(found) if is_count else set()


def _mark_neighbours(page: Page) -> None:
    """Headings with their link behind them, what is empty below them, and history that was broken at a width."""
    lines, kinds = page.lines, page.kinds
    last = point = -1  # the last line with words, and the first one of what it goes on with
    for at, line in enumerate(lines):
        before = kinds[last] if last >= 0 else None
        continues = False
        if before in _HEADINGS and not any(map(str.isalnum, line.words)):
            kinds[at] = Kind.SITE  # an empty point of a list
            continue
        if kinds[at] is Kind.LINKED and before not in {None, *_HEADINGS} and read_heading(lines[last].words).number:
            kinds[last] = Kind.HEADING
        elif (
            before is Kind.HISTORY
            and kinds[at] in _AFTER_HISTORY
            and (goes_on_history(line.words, lines[last].words) or _is_of_point(line, lines[point]))
        ):
            kinds[at] = Kind.HISTORY
            continues = True
        elif kinds[at] is Kind.TEXT and before is Kind.HEADING and _is_same_heading(line.words, lines[last].words):
            kinds[at] = Kind.SITE  # the path of the page ends with the article, the title of which stands below
        elif kinds[at] is Kind.TEXT and line.words == "navigation" and _PANEL.search(lines[last].words):
            kinds[at] = Kind.SITE
        if line.words:
            last = at
            point = point if continues else at


def _is_same_heading(words: str, heading: str) -> bool:
    """Whether a line names the article of the heading above it with its act: ``Article L12-3 - Code des vents``."""
    return words.startswith(f"{heading} ") and act_of_heading(words) is not None


def _mark_versions(page: Page) -> None:
    """The title above the list of the versions of an article, ``Historique des versions``, is its end.

    Below ``Article 3 (non en vigueur)``, as agreements print it, a line says why: ``Remplacé``.
    """
    for at, (line, following) in enumerate(pairwise(page.lines)):
        if line.words == "Historique des versions" and _LISTED_VERSION.fullmatch(following.words):
            page.kinds[at] = Kind.END
        elif page.kinds[at] is Kind.HEADING and _NOT_IN_FORCE.search(line.words) and state_named(following.words):
            page.kinds[at + 1] = Kind.VERSION


_NOT_IN_FORCE = Pattern(rf"\b{NOT_IN_FORCE}\W*$")


def _mark_visas(page: Page) -> None:
    """Mark what another act begins with below an article of a page: ``Le ministre,``, ``Vu la loi ;``, ``Arrête :``."""
    kinds, lines = page.kinds, page.lines
    headings = [at for at, kind in enumerate(kinds) if kind is Kind.HEADING and lines[at].words != lines[at - 1].words]
    quoted = _quoted(page)
    for before, at in pairwise(headings):
        top = at
        while top > before + 1 and kinds[top - 1] is Kind.TEXT and _OF_VISAS.fullmatch(lines[top - 1].words):
            top -= 1
        is_founded = any(lines[each].words.startswith("Vu ") for each in range(top, at))
        is_led = lines[top - 1].words[-1:] == ":"
        is_model = (
            is_led or top in quoted or Kind.ANNEX in kinds[before:top] or _name(page, before).startswith("annexe")
        )
        if is_founded and not is_model and _MAKER.fullmatch(lines[top].words):
            page.visas |= set(range(top, at))
            kinds[top:at] = [Kind.FOOTER] * (at - top)


def _mark_gone(page: Page) -> None:
    """Mark what heads several articles that are repealed: ``Articles 2 à 4 (abrogés)``, also over two lines."""
    for at, line in enumerate(page.lines):
        found = _SEVERAL_ARTICLES.fullmatch(line.words) if page.kinds[at] is Kind.TEXT else None
        if found is None or not _heads_several(page, at):
            continue
        below = page.lines[at + 1].words if at + 1 < len(page.lines) else ""
        is_below = found["state"] is None and _GONE.fullmatch(below)
        if is_below or _GONE.fullmatch(found["state"] or ""):
            page.gone.add(at)
            page.kinds[at] = Kind.FOOTER
        if is_below:
            page.kinds[at + 1] = Kind.FOOTER


_MAKER = Pattern(
    r"(?:Le Pr[ée]sident de la République|Le Premier ministre|L(?:e|a|es) (?:garde|ministre)s?\b.{0,150}),"
)
_OF_VISAS = Pattern(
    rf"{_MAKER.pattern}|(?:Vu|Considérant|Sur (?:le rapport|la proposition)|Après avis) .*[,;:]"
    r"|.{0,120}\bentendue?s?[,;]|(?:Décr[èe]te|DÉCR[ÈE]TE|Arr[êe]te|ARR[ÊE]TE)(?:nt|NT)? ?:"
)


def _is_of_point(line: Line, point: Line) -> bool:
    """Whether a line goes on with the one before it in the point ``point`` of a list: it stands below its words."""
    is_point = point.start > point.raw.start and line.raw.start == line.start
    is_below = not line.gap and line.column == point.column
    begins_low = line.words[:1].islower() or line.words[:1].isdigit() or line.words[:1] in "(-°"
    return is_point and is_below and begins_low and line.words[-1] not in _ENDS


def _join_extents(page: Page) -> None:
    """Titles of divisions whose articles were broken at a width: ``Annexes (Articles Annexe 1 à`` / ``Annexe 4)``."""
    for at, (line, after) in enumerate(pairwise(page.lines)):
        if page.kinds[at] is not Kind.TEXT or after.gap or not _OPEN_EXTENT.search(line.words):
            continue
        if not after.words.endswith(")") or page.kinds[at + 1] is not Kind.TEXT:
            continue
        if not _continues(page, at):
            if not division_title(f"{line.words} {after.words}"):
                continue
            page.kinds[at] = Kind.DIVISION
        page.titled.add(at + 1)


def _law(page: Page) -> str | None:
    at = _title(page)
    return signed_act(page.lines, page.kinds) if at is None else law_title(page.lines[at].words)


def _title(page: Page) -> int | None:
    """The index of the line with the title of the act, among the first lines or above the day that the page shows.

    Menus of the site have titles of other acts, such as the Constitution: where the page has one and shows no day, its
    own title is the last one.
    """
    end = next((at for at, kind in enumerate(page.kinds) if kind in _HEADINGS), len(page.kinds))
    titles = [at for at in range(end) if page.kinds[at] is Kind.TITLE]
    day = next((at for at in range(end) if page.kinds[at] is Kind.VERSION and shown_on(page.lines[at].words)), 0)
    above = [at for at in titles if at < day]
    if above:
        return above[-1]
    first = [at for at in titles if at < _HEAD_LINES]
    if len({law_title(page.lines[at].words) or act_of_title(page.lines[at].words) for at in first}) > 1:
        headed = max((at for at in range(titles[-1]) if _heading_like(page.lines[at])), default=-1)
        first = [at for at in first if at > headed] or titles[-1:]
    has_menu = bool(first) and any(page.kinds[at] is Kind.SITE and page.lines[at].words for at in range(first[0]))
    return titles[-1] if has_menu else next(iter(first), None)


def _private(page: Page) -> str | None:
    """The line that says that the text is a contract: above the title of an act, or of the persons who agree."""
    if not {Kind.VERSION, Kind.HISTORY, Kind.END}.isdisjoint(page.kinds):
        return None
    if any(is_treaty(line.words) for line in page.lines[:_HEAD_LINES]):
        return None
    title: int | None = None
    for at, line in enumerate(page.lines[:_HEAD_LINES]):
        kind = page.kinds[at]
        if kind in _HEADINGS or run_in_heading(line.words) or read_heading(line.words).has_title:
            return None
        title = at if kind is Kind.TITLE and title is None else title
        is_above = title is None or line.words.lower().startswith("entre")
        if kind is Kind.TEXT and is_private(line.words) and (is_above or _is_subtitle(page, title, at)):
            return line.words
    return None


def _is_subtitle(page: Page, title: int | None, at: int) -> bool:
    """Whether a line is the title of a text below the law that it follows, which has a day and no subject."""
    above = page.lines[at - 1].words
    return (
        title == at - 1
        and law_title(above) is not None
        and above[-1:].isdecimal()
        and page.lines[at].words[0].isupper()
    )


def _find_agreement(page: Page) -> None:
    """Find the title of a collective agreement above the first article, and its number, where there is only one."""
    above = [line.words for line in page.lines[: page.first]]
    page.is_agreement = any(map(is_agreement, above))
    numbers = {number for words in above if (number := agreement_number(words))}
    page.agreement = next(iter(numbers)) if page.is_agreement and len(numbers) == 1 else None


def _points(page: Page) -> list[int]:
    """The first lines of articles that are points of a list and have lost their headings; none where they have them.

    Each point but the first stands below the end of the one before. Headings of repealed articles may be left.
    """
    found: list[int] = []
    is_ended = True
    for at, (line, kind) in enumerate(zip(page.lines, page.kinds, strict=True)):
        if kind is Kind.END:
            is_ended = True
        elif kind is Kind.SITE and len(found) < 2 and line.words:
            return []  # a menu
        elif kind is Kind.PAGE_END:
            break
        elif is_ended and kind in _BEGINNINGS:
            if not line.is_item or (kind is not Kind.TEXT and not _says_state(page, at)):
                return []
            found.append(at)
            is_ended = False
    bare = [at for at in found if page.kinds[at] is Kind.TEXT]
    page.marks_ends = is_ended and len(found) > 1 and bool(bare)
    return found if page.marks_ends else []


def _headings(page: Page) -> list[int]:
    kinds = page.kinds
    found = [at for at, kind in enumerate(kinds) if kind in _HEADINGS]
    titled = [at for at in range(len(kinds)) if _is_titled(page, at)]
    if found or _names_act(page) or len(titled) >= _SEVERAL:
        for at in titled:
            kinds[at] = Kind.HEADING
        found = sorted([*found, *titled])
    found = sorted({*found, *_other_headings(page, found)})
    found = _without_quoted(page, _without_captions(page, found))
    if _sets_off(page, found):
        titles = {at: above for at in found if (above := _titles_above(page, at)) is not None}
        above_others = {line for above in titles.values() for line in above}
        widest = max((page.lines[at].width for at in above_others), default=0)
        for above in titles.values():
            _mark_titles(page, above, widest)
        found = [at for at in titles if at not in above_others]
    contents = _contents(page, found)
    found = [at for at in found if at not in contents]
    if linked := [at for at in found if _is_linked(page, at)]:
        page.marks_ends = _marks_ends(page, linked)
        return linked
    items = [at for at in found if page.lines[at].is_item]
    if found[:1] == items[:1] and (len(items) > 1 or len(items) * 2 >= len(found)):
        found = items  # each article is a point of a list
    restarts = any(_has_own_articles(page, found, at) for at in found)
    found = [at for at in found if kinds[at] is not Kind.ANNEX or _is_annex_heading(page, at, restarts=restarts)]
    page.marks_ends = _marks_ends(page, found)
    if page.marks_ends:
        found = [at for before, at in pairwise([-1, *found]) if _is_outside(page, at, before)]
    return _without_annexed(page, found)


def _other_headings(page: Page, certain: list[int]) -> list[int]:
    """The headings that stand before the words of their article, or are written in another form than that of the site.

    ``certain`` are those of the page that are in the form of the site.
    """
    run_in = [] if any(page.kinds[at] is Kind.HEADING for at in certain) else _run_in(page)
    written = {} if page.private else written_headings(page.lines, page.kinds, certain, page.law)
    is_quoted = any(heading.form == "glued" for heading in written.values())  # by a law: codes have this form
    if len(written) <= len(run_in) or (run_in and is_quoted):
        return run_in
    page.written = written
    for at, heading in written.items():
        if heading.length is None:
            page.kinds[at] = Kind.HEADING
        title = written_heading(page.lines[at - 1]) if heading.act and at else None
        if title and at - 1 not in written and title[1:3] == heading[1:3]:
            page.kinds[at - 1] = Kind.SITE  # of the page that this article has
    return list(written)


def _with_other_forms(page: Page, headings: list[int]) -> list[int]:
    """The headings, and others where they belong: ``Art. 13`` between ``Article 12`` and ``Article 14``."""
    if page.marks_ends or page.private or not headings:
        return headings
    numbers = {at: number_of(page, at) for at in headings}
    known = set(numbers.values())
    found: list[int] = []
    rest = headings[::-1]
    acts: set[str | None] = {None}  # of the titles above
    quoted = _quoted(page)
    low: ArticleNumber | None = None  # of the last heading above that is not of another part of the code
    for at, line in enumerate(page.lines):
        if rest and at == rest[-1]:
            found.append(rest.pop())
            low = numbers[at]
        elif page.kinds[at] is Kind.TITLE:
            acts.add(act_of_title(line.words))
        elif page.kinds[at] is Kind.TEXT and not line.cells and at not in quoted:
            heading = _in_other_form(page, at)
            if heading is None or heading.number in known or heading.act not in acts:
                continue
            if heading.form == "worded" and not (found and rest and line.words[-1] in _SENTENCE_ENDS):
                continue  # it may be the title of the article, or the beginning of a sentence
            high = numbers[rest[-1]] if rest else None
            stands_beside = _stands_beside(page, heading, low, numbers[found[-1]] if found else None)
            if stands_beside or _has_place(page, at, heading.number, low, high):
                found.append(at)
                low = low if stands_beside else heading.number
                numbers[at] = heading.number
                known.add(heading.number)
                page.written[at] = heading
                if heading.length is None:
                    page.kinds[at] = Kind.HEADING
    return found


def _with_misread(page: Page, headings: list[int]) -> list[int]:
    """The headings, with those whose number is damaged: they have the number that those around leave to them.

    Such as ``Article L I11-3`` and ``Article 111-3`` between ``Article L. 111-2`` and ``Article L. 111-4``. Where they
    leave none, the first of these is a heading without a number.
    """
    if page.marks_ends or page.private or len(headings) < _FEWEST_AROUND:
        return headings
    numbers = {at: number_of(page, at) for at in headings}
    for at, number in _without_letter(page, headings, numbers):
        numbers[at] = number
        page.written[at] = Written("misread", number)
    known = set(numbers.values())
    quoted = _quoted(page)
    found: list[int] = []
    rest = headings[::-1]
    low: ArticleNumber | None = None
    for at in range(headings[0], len(page.lines)):
        if rest and at == rest[-1]:
            found.append(rest.pop())
            low = numbers[at]
            continue
        heading = free_heading(page.lines, page.kinds, at, misread_heading)
        if page.law and page.kinds[at] is Kind.HEADING and _stands_free(page, at):
            heading = misread_heading(page.lines[at])  # ``Article l0``, not one of a code with an L
        if heading is None or at in quoted or low is None or low.kind not in _PLAIN:
            continue
        is_left = heading.number not in known and _is_left(heading.number, low, numbers[rest[-1]] if rest else None)
        if page.law and (heading.number.prefix or not is_left):
            continue
        if is_left:
            page.written[at] = heading
            low = heading.number
            known.add(low)
        page.kinds[at] = Kind.HEADING
        found.append(at)
    return found


def _without_letter(
    page: Page, headings: list[int], numbers: dict[int, ArticleNumber | None]
) -> Iterator[tuple[int, ArticleNumber]]:
    """The few headings that have lost the letter that the numbers of all others have, each with its whole number.

    One that names its act, or stands beside the title of one, may be of another act, one below an annex is its own.
    """
    read = [(at, number) for at, number in numbers.items() if number]
    own = list(takewhile(lambda found: found[1].kind is not NumberKind.ANNEXE, read))
    lettered = {number for _, number in own if number.prefix}
    bare = [at for at, number in own if not number.prefix and number.kind is NumberKind.NUMBER]
    if len(lettered) < max(_FEWEST_AROUND, (len(bare) - 1) * _FEW_BARE):
        return
    for at in bare:
        place = headings.index(at)
        before, after = headings[max(place - 1, 0)], headings[min(place + 1, len(headings) - 1)]
        named = page.written.get(at)
        if (named and named.act) or Kind.TITLE in page.kinds[before:after]:
            continue
        low = numbers[before] if before < at else None
        high = numbers[after] if after > at else None
        letters = {number.prefix for number in (low, high) if number}
        if len(letters) == 1 and (letter := letters.pop()):
            whole = read_heading(f"Article {letter}{numbers[at]}").number
            if whole and whole not in lettered and _is_left(whole, low, high):
                yield at, whole


_FEWEST_AROUND = 2
_FEW_BARE = 10  # headings with a letter for each one without


def _is_left(number: ArticleNumber, low: ArticleNumber | None, high: ArticleNumber | None) -> bool:
    """Whether an article belongs between the one above and the one below: of their section, or next to one of them."""
    if (low and not low < number) or (high and not number < high):
        return False
    is_inside = low is not None and high is not None and is_near(low, number) and is_near(number, high)
    follows = low is not None and is_near(low, number, within=2)
    return is_inside or follows or (high is not None and is_near(number, high, within=2))


_EXPLICIT = frozenset({"run in", "glued", "strong", "bare run in"})
"""The forms of headings before the words of their article, with a sign between them."""


def _stands_beside(page: Page, heading: Written, low: ArticleNumber | None, last: ArticleNumber | None) -> bool:
    """Whether an article is of another part of a code than the one above, ``low``, and comes after ``last``.

    Such as ``Art. R. 12-1.-Le vent`` between ``Article L. 12-1`` and ``Article L. 12-2``.
    """
    if page.law or heading.form not in _EXPLICIT or not is_beside(heading.number, low):
        return False
    return last is None or last.prefix != heading.number.prefix or last < heading.number


def _in_other_form(page: Page, at: int) -> Written | None:
    """The heading that a line is by its looks, in any form; it may be that of another act."""
    line = page.lines[at]
    if heading := free_heading(page.lines, page.kinds, at, doubtful_heading):
        return None if heading.number.prefix and page.law else heading
    if length := run_in_heading(line.words):
        number = _heading_like(line) if _stands_free(page, at) else None
        return Written("run in", number, length=length) if number else None
    heading = free_heading(page.lines, page.kinds, at) or (bare_run_in(line) if _stands_free(page, at) else None)
    if heading is None or (heading.number.prefix and page.law):
        return None
    if heading.form == "bare" and not (
        _stands_free(page, at) and at + 1 < len(page.lines) and is_line_of_law(page.lines[at + 1])
    ):
        return None  # a point of a list
    return heading


def _has_place(
    page: Page, at: int, number: ArticleNumber, low: ArticleNumber | None, high: ArticleNumber | None
) -> bool:
    """Whether an article belongs between the one above and the one below, below the title, or directly behind the last.

    The articles that a law changes may stand below its last one.
    """
    if low is None:
        return high is not None and is_near(number, high) and number < high and Kind.TITLE in page.kinds[:at]
    if high is None:
        return not page.law and low < number and is_near(low, number, within=2)
    return low < number < high and (is_near(low, number) or is_near(number, high))


def _other_text(page: Page, headings: list[int]) -> int | None:
    """The title of another text below the articles of a law: of a rule that it approves, of a decision on it.

    Its articles are numbered anew, and it is no annex by its title.
    """
    seen: set[ArticleNumber | None] = set()
    for at in headings:
        number = number_of(page, at)
        if number is not None and number in seen and number.normalized in FIRST_OF_ANY:
            title = at - 1
            while title > headings[0] and not page.lines[title].gap:
                title -= 1
            line = page.lines[title]
            is_title = page.kinds[title] in {Kind.TEXT, Kind.TITLE} and line.words[-1:] not in _ENDS
            return title if is_title and len(line.words) < _LONGEST_TITLE and line.words[:1].isupper() else None
        seen.add(number)
    return None


def _title_again(page: Page, headings: list[int]) -> int | None:
    """The title of a law below its first articles, the numbers of which come after those below: they are of another.

    So a page of a book begins with the end of one text, and what a program wrote above it names the other.
    """
    numbers = {at: number_of(page, at) for at in headings}
    first = numbers[headings[0]] if page.law and headings else None
    if first is None or first.prefix or first.normalized in FIRST_OF_ANY:
        return None
    titles = [at for at, kind in enumerate(page.kinds) if kind is Kind.TITLE and at > headings[0]]
    for title in titles:
        below = next((number for at, number in numbers.items() if at > title and number), None)
        if law_title(page.lines[title].words) == page.law and below and not below.prefix and below < first:
            return title
    return None


def _is_rider(page: Page, at: int) -> bool:
    """Whether a title is that of a text that was added to the collective agreement above."""
    above = (line.words for line in page.lines[:at])
    return _RIDER.match(page.lines[at].words) is not None and any(map(is_agreement, above))


_RIDER = Pattern(r"(?:Avenant|AVENANT|Accord|ACCORD|Protocole|PROTOCOLE)\b")


def _is_in_capitals(page: Page, at: int) -> bool:
    """Whether a title stands free in capitals, and no annex above it; pages of the site have others in their texts."""
    line, kinds = page.lines[at], page.kinds
    is_free = line.gap and line.words.isupper() and _ACT_IN_CAPITALS.match(line.words)
    return bool(is_free) and Kind.TITLE in kinds[:at] and not {Kind.ANNEX, Kind.END, Kind.HISTORY} & set(kinds)


_ACT_IN_CAPITALS = Pattern(
    r"(?:CHARTE|D[ÉE]CLARATION|CONSTITUTION|LOI|ORDONNANCE|D[ÉE]CRET|ARR[ÊE]T[ÉE]|CODE|CONVENTION|TRAIT[ÉE]|ACCORD|STATUTS"
    r"|PROTOCOLE|PR[ÉE]AMBULE|R[ÈE]GLEMENT|S[ÉE]NATUS-CONSULTE)\b"
)


class _Own(NamedTuple):
    """The lines of the articles that a law has itself, above the text that is annexed to it."""

    end: int
    """The index after their last line: that of the signature, or of the heading of the annex."""
    other: int | None
    """The title of the other text, where it is no annex by its heading."""


_HEADED = Pattern(r"(?:Article|Art\.)", re.IGNORECASE)


def _own_part(page: Page) -> _Own | None:
    """The part of a law above another text, the articles of which are numbered anew below an annex or a signature.

    ``None`` where there is no such text. The headings of each may be in a form of their own.
    """
    if not page.law or Kind.END in page.kinds or Kind.LINKED in page.kinds:
        return None
    quoted = _quoted(page)
    has_words = False
    annex: int | None = None
    signature: int | None = None
    for at, (line, kind) in enumerate(zip(page.lines, page.kinds, strict=True)):
        if kind is Kind.SIGNATURE or (_is_title_of_other(line, kind) and at not in quoted):
            signature = at if has_words and signature is None else signature
            continue
        is_headed = kind is Kind.ANNEX or _HEADED.match(line.words)
        heading = heading_of(line) if is_headed and at not in quoted and not _is_in_sentence(page, at) else None
        number = heading.number if heading else None
        if number is None or number.prefix:
            continue
        if number.kind is NumberKind.ANNEXE:
            is_led = page.lines[max(at - 1, 0)].words[-1:] == ":"  # one that an article puts in the place of another
            annex = at if has_words and annex is None and not is_led else annex
        elif number.normalized in FIRST_OF_ANY and annex is not None:
            return _Own(annex, None)
        elif number.normalized in FIRST_OF_ANY and signature is not None:
            return _Own(signature, _title_below(page, signature, at))
        else:
            has_words = has_words or bool(run_in_heading(line.words)) or page.kinds[at + 1 : at + 2] == [Kind.TEXT]
            annex = signature = None
    return None


def _is_title_of_other(line: Line, kind: Kind) -> bool:
    """Whether a line that stands free is the title of statutes, of a contract or the like: ``ANNEXE - STATUTS``."""
    if not line.gap or kind not in {Kind.TEXT, Kind.DIVISION} or line.words[-1:] in _ENDS:
        return False
    return line.words.startswith(("ANNEXE ", "Annexe ")) or (line.words.isupper() and is_private(line.words))


def _title_below(page: Page, signature: int, heading: int) -> int:
    """The title of the text that begins between a signature and a heading: the first line in capitals that stands free.

    Where there is none, the heading; where it is noted as the signature, that line.
    """
    lines, kinds = page.lines, page.kinds
    free = [at for at in range(signature, heading) if lines[at].gap and kinds[at] is not Kind.SIGNATURE]
    titles = (at for at in free if lines[at].words.isupper() or _is_title_of_other(lines[at], kinds[at]))
    return next(titles, heading)


def _headings_above(page: Page, own: _Own) -> list[int]:
    """The headings of the own articles of a law, and those of its annexes."""
    above = replace(page, lines=page.lines[: own.end], kinds=page.kinds[: own.end])
    found = _with_other_forms(above, _headings(above))
    page.kinds[: own.end] = above.kinds
    page.written = above.written
    if not found or own.other is not None:
        return found
    quoted = _quoted(page)
    below = [at for at in range(own.end, len(page.lines)) if page.kinds[at] in _HEADINGS and at not in quoted]
    annexes = [at for at in below if (number := number_of(page, at)) and number.kind is NumberKind.ANNEXE]
    contents = _contents(page, annexes)
    return [*found, *(at for at in _without_captions(page, annexes) if at not in contents)]


def _length_before_words(page: Page, at: int) -> int | None:
    """The length of a heading that words of its article follow on the line; ``None`` where it is all of the line."""
    if heading := page.written.get(at):
        return heading.length
    return run_in_heading(page.lines[at].words) if page.kinds[at] is Kind.TEXT else None


_WORD_OF_SENTENCE = Pattern(r"[a-zà-ÿ]{2,}[ ,']")
"""How a line goes on with a sentence, not ``a) du sable`` or ``abrogé``."""
_LITTLE_END = Pattern(r"(?:\b(?:de|du|des|à|au|aux|l'|et|ou|par|dans|selon|les?|la)|['-])$")
_QUOTES = Pattern(r"[«»“”]")
_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")


def _without_quoted(page: Page, headings: list[int]) -> list[int]:
    """The headings but those in a sentence that was broken, in a quotation, or of what an article of a law changes."""
    closed = _quoted(page)
    found = [at for at in headings if at not in closed and not _is_in_sentence(page, at)]
    if not page.law:
        return found
    numbers = {at: number_of(page, at) for at in found}
    if not all(number and number.prefix for number in numbers.values()):
        found = [at for at in found if not ((number := numbers[at]) and number.prefix)]
    return _in_order(page, found, numbers)


def _quoted(page: Page) -> set[int]:
    """The lines inside quotations that go over several lines, each opened once and closed at its end."""
    inside: set[int] = set()
    opened: int | None = None
    for at, line in enumerate(page.lines):
        for mark in _QUOTES.findall(line.words):
            if mark in _CLOSING and opened is not None:
                inside |= set(range(opened + 1, at + 1))
            opened = at if mark in _OPENING else None
    return inside


def _is_in_sentence(page: Page, at: int) -> bool:
    """Whether a line stands in a sentence that was broken at a width: ``… mentionnés à`` / ``Article 12`` / ``les``."""
    if not 0 < at < len(page.lines) - 1 or page.kinds[at - 1] is not Kind.TEXT or page.lines[at].gap:
        return False
    after = page.lines[at + 1]
    if after.gap or not after.words[:1].islower():
        return False
    before = page.lines[at - 1].words
    goes_on = before[-1:].isalpha() and _WORD_OF_SENTENCE.match(after.words) and not state_named(after.words)
    return _LITTLE_END.search(before) is not None or bool(goes_on)


def _in_order(page: Page, headings: list[int], numbers: dict[int, ArticleNumber | None]) -> list[int]:
    """The headings of a law but those of new articles of another act, from a colon to its own next number."""
    plain = {at: int(number.normalized) for at in headings if (number := numbers[at]) and number.normalized.isdecimal()}
    last_of = {number: at for at, number in plain.items()}
    found: list[int] = []
    skipped_to = last = -1
    for at in headings:
        if at < skipped_to:
            continue
        if found and last > 0 and at in plain and page.lines[at - 1].words[-1:] == ":":
            own = last_of.get(last + 1, -1)
            if own > at:
                skipped_to = own
                continue
        found.append(at)
        last = plain.get(at, last)
    return found


def _sets_off(page: Page, headings: list[int]) -> bool:
    """Whether the text is that of a printed document with empty lines above its articles, and nowhere else in them."""
    if len(headings) < _SEVERAL or Kind.FOOTER not in page.kinds:
        return False
    if not any("Document généré le" in line.words for line in page.lines):
        return False
    annexed = set(_annexed(page, headings))
    own = [at for at in headings if at not in annexed]
    return sum(_titles_above(page, at) is not None for at in own) >= _MOST * len(own)


def _titles_above(page: Page, at: int) -> range | None:
    """The titles between a heading and the empty line above it; ``None`` where other lines are there."""
    lines, kinds = page.lines, page.kinds
    top = at
    while top and not lines[top].gap and not lines[top].follows_page and kinds[top - 1] is not Kind.FOOTER:
        top -= 1
        is_wide = lines[top].width > _TITLE_WIDTH and kinds[top] is not Kind.TITLE
        if kinds[top] is Kind.HEADING or is_wide or at - top > _TITLE_LINES:
            return None
    if lines[top].words[:1].islower():  # it may go on with a title on the page before
        last = next((each for each in range(top - 1, -1, -1) if kinds[each] is not Kind.FOOTER), top)
        return range(top, at) if kinds[last] is Kind.DIVISION else None
    return range(top, at)


def _mark_titles(page: Page, titles: range, widest: int) -> None:
    """Mark the lines of titles in a printed document, but those that go on with the line before them.

    These begin low, or with a word for which the line before, of at most ``widest`` columns, had no room.
    """
    for at in titles:
        line, before = page.lines[at], page.lines[at - 1]
        if page.kinds[at] not in {Kind.TEXT, Kind.ANNEX}:
            continue
        first = line.words.split(" ", 1)[0]
        had_no_room = before.width + len(first) + 1 > widest and not _LABELLED.match(line.words)
        if not line.words[:1].islower() and (at == titles.start or not had_no_room):
            page.kinds[at] = Kind.DIVISION
        else:
            page.titled.add(at)


def _names_act(page: Page) -> bool:
    return page.law is not None or Kind.TITLE in page.kinds[:_HEAD_LINES]


def _run_in(page: Page) -> list[int]:
    """The lines that begin with a heading: of a law, or of a code, where there are several."""
    if not _names_act(page):
        return []
    found = [at for at, kind in enumerate(page.kinds) if kind is Kind.TEXT and run_in_heading(page.lines[at].words)]
    found = [at for at in found if not _names_its_act(page, page.lines[at].words)]
    found = _without_roman(page, found)
    if page.law:
        return [at for at in found if not ((number := number_of(page, at)) and number.prefix)]  # else of what it amends
    return found if len(found) >= page.fewest_run_in else []


def _without_roman(page: Page, headings: list[int]) -> list[int]:
    """The headings but those with Roman numbers, where others have a number above one: ``Art. 2``."""
    numbers = {at: number_of(page, at) for at in headings}
    is_counted = any(
        number and number.kind is NumberKind.NUMBER and number.normalized != "1" for number in numbers.values()
    )
    named = [at for at, number in numbers.items() if number and number.kind is NumberKind.NAMED]
    roman = {at for at in named if _ROMAN_RUN_IN.match(page.lines[at].words)}
    return [at for at in headings if at not in roman] if is_counted else headings


_ROMAN_RUN_IN = Pattern(r"(?:Art\. ?|Article |ARTICLE )[IVX]")


def _without_captions(page: Page, headings: list[int]) -> list[int]:
    """The headings but the captions of annexes in capitals: the site has a heading ``Annexe`` above ``ANNEXE``."""
    lines, kinds = page.lines, page.kinds
    annexes = [at for at in headings if kinds[at] is Kind.ANNEX]
    captions = {at for at in annexes if lines[at].words.startswith("ANNEXE")}
    if any(before not in captions and at == before + 1 and at in captions for before, at in pairwise(annexes)):
        return [at for at in headings if at not in captions]
    return headings


def _is_titled(page: Page, at: int) -> bool:
    """Whether a line is the heading of an article with its title, ``Article 12 - Du sable``, between empty lines."""
    line, after = page.lines[at], page.lines[at + 1 : at + 2]
    stands_alone = bool(line.gap and after and after[0].gap)
    is_titled = page.kinds[at] is Kind.TEXT and stands_alone and read_heading(line.words).has_title
    return is_titled and not _names_its_act(page, line.words)


def _names_its_act(page: Page, words: str) -> bool:
    """Whether a heading names the act of its article; in a law, another act is what the article is about."""
    act = act_of_heading(words)
    return act is not None and page.law in {None, act}


def _contents(page: Page, headings: list[int]) -> set[int]:
    """The headings that are entries: of a table of contents, of the path of a page, of what comes before and after."""
    entries: set[int] = set()
    last = {_name(page, at): at for at in headings}
    dated = {_name(page, at) for at in headings if _has_history(page, at)}
    for at, following in pairwise([*headings, len(page.lines)]):
        if not _is_empty(page, at, following):
            in_run = at - 1 in entries and last[_name(page, at)] > at
            if (in_run or _name(page, at) in dated) and _is_entry(page, at, following):
                entries.add(at)
            continue
        is_run = following == at + 1 < len(page.lines) and not _has_own_articles(page, headings, at)
        comes_again = last[_name(page, at)] > at
        if comes_again or (is_run and not _says_state(page, at)) or (at - 1 in entries):
            entries.add(at)
    return entries


def _has_own_articles(page: Page, headings: list[int], at: int) -> bool:
    """Whether an annex begins, without a caption, with a first article of its own: numbered as one above is."""
    if page.kinds[at] is not Kind.ANNEX or not page.lines[at].gap:
        return False
    place = bisect(headings, at)
    below = number_of(page, headings[place]) if place < len(headings) else None
    if below is None or below.normalized not in FIRST_OF_ANY:
        return False
    return any(number_of(page, each) == below for each in headings[: place - 1])


def _is_linked(page: Page, at: int) -> bool:
    """Whether the link of a heading follows it."""
    following = (page.kinds[line] for line in range(at + 1, len(page.lines)) if page.lines[line].words)
    return next(following, None) is Kind.LINKED


def _is_entry(page: Page, at: int, following: int) -> bool:
    """Whether a heading that comes again with its history is an entry of the path of the page, or of a menu."""
    if _has_history(page, at) or any(is_sentence(page.lines[line].words) for line in range(at + 1, following)):
        return False
    dated = next((line for line in range(at + 1, following) if page.kinds[line] in _DATED), following)
    below = range(dated + 1, following)  # a rubric stands between the heading and its history
    return not any(page.kinds[line] is Kind.TEXT and page.lines[line].words[-1:] in _ENDS for line in below)


_DATED = frozenset({Kind.HISTORY, Kind.VERSION})


def _has_history(page: Page, at: int) -> bool:
    """Whether a line of history or of the version follows a heading."""
    return _kind_behind(page, at, {Kind.SITE, Kind.LINKED}) in {Kind.HISTORY, Kind.VERSION}


def _kind_behind(page: Page, at: int, passed: AbstractSet[Kind]) -> Kind | None:
    """Of the first line behind one that is of no kind that is passed."""
    kinds = page.kinds
    return next((kinds[line] for line in range(at + 1, len(kinds)) if kinds[line] not in passed), None)


def is_sentence(words: str) -> bool:
    """Whether a line is a sentence of a law rather than words of a site.

    >>> is_sentence("Voir aussi"), is_sentence("Le sable est compté par le gardien, " * 3 + "chaque jour.")
    (False, True)
    """
    if len(words) <= _LONG or words[-1] not in _ENDS or _PROGRAM.search(words):
        return False
    return kind_of_line(words) is Kind.TEXT


def _is_empty(page: Page, at: int, following: int) -> bool:
    """Whether a heading has neither words nor history before the next one."""
    return _length_before_words(page, at) is None and all(
        kind in _EMPTY or (kind is Kind.VERSION and " au " in page.lines[line].words)
        for line, kind in enumerate(page.kinds[at + 1 : following], at + 1)
    )


def _says_state(page: Page, at: int) -> bool:
    return read_heading(page.lines[at].words).state is not None


def _name(page: Page, at: int) -> str:
    number = number_of(page, at)
    return number.normalized if number else page.lines[at].words


def number_of(page: Page, at: int) -> ArticleNumber | None:
    """The number of the heading in line ``at``; ``None`` where it cannot be read."""
    if heading := page.written.get(at):
        return heading.number
    words = page.lines[at].words
    length = _length_before_words(page, at)
    printed = bare_words(words) if length is None else words[:length]
    return read_heading(spelt_heading(printed)).number


_SEVERAL_ARTICLES = Pattern(
    r"(?:Articles?|ARTICLES?|Art\.) (?P<first>(?:[LRDA]\.? ?\*?)?\d[\d-]*)(?:, (?:[LRDA]\.? ?\*?)?\d[\d-]*){0,9}"
    r" (?:à|et) (?:[LRDA]\.? ?\*?)?\d[\d-]*(?: [(\[](?P<state>[^()\[\]]{3,30})[)\]])?[.:]?"
)
"""The heading of several articles, repealed in most cases: ``Articles L. 2 à L. 4``, ``Article 2 à 4 (abrogés)``."""
_GONE = Pattern(r"[(\[]?(?:abrog|supprim|périm|annul|transfér|disjoint)é?e?s?[)\]]?\.?", re.IGNORECASE)
"""What stands behind or below such a heading, instead of words of the law."""
_SEVERAL_RUN_IN = Pattern(
    r"(?:Art\.|Articles?|ARTICLES?) ?(?P<first>(?:[LRDA]\.? ?\*?)?\d[\d-]*)(?:, \d[\d-]*){0,9} (?:à|et)"
    r" (?:[LRDA]\.? ?\*?)?\d[\d-]*(?: ?\([^()]{3,30}\))?(?: ?\. ?[-–—]| ?[-–—:]) "
)
"""The heading of several articles before their words: ``Art. 2 et 3. - Le vent``."""


_MISREAD = Pattern(r"(?P<word>[A-Za-z0-9]{5,9})\.? (?:1er|premier|(?:[LRDA]\.? ?\*?)?\d[\d-]*)\.?")
_LIKENESS = 0.7


def _is_misread(words: str) -> bool:
    """Whether a line is the heading of an article in which a scanner has misread a letter: ``Articie 1er``."""
    found = _MISREAD.fullmatch(words)
    word = found["word"].lower() if found else ""
    return word not in {"", "article", "articles"} and bool(get_close_matches(word, ["article"], 1, _LIKENESS))


def unread_headings(page: Page) -> list[int]:
    """The lines that look like the headings of articles between those of a page, near them, or above the title.

    Such as ``Art. 13`` in a page that has ``Article 12`` and ``Article 14``.
    """
    headings = [article.heading for article in page.articles]
    numbers = {at: number_of(page, at) for at in headings}
    quoted = _quoted(page)
    found = {at for at in page.gone if at > headings[0]}
    for at, (line, kind) in enumerate(zip(page.lines, page.kinds, strict=True)):
        if kind is not Kind.TEXT or at in numbers or line.cells:
            continue
        if at > headings[0] and _heads_several(page, at):
            found.add(at)
        elif _stands_free(page, at):
            heading = None if at in quoted else doubtful_heading(line)
            number = heading.number if heading else _heading_like(line)
            if _is_misread(line.words) or (number and _is_near_others(page, at, number, numbers)):
                found.add(at)
    return sorted(found)


def misread_headings(page: Page) -> list[int]:
    """The headings whose number is damaged, and was restored."""
    return [at for at, heading in page.written.items() if heading.form == "misread"]


def _is_near_others(page: Page, at: int, number: ArticleNumber, numbers: dict[int, ArticleNumber | None]) -> bool:
    """Whether a line with a number that no heading has stands between headings near it, or above the title.

    ``numbers`` are those of the headings, by their lines.
    """
    if number in numbers.values() or (page.law and number.prefix):
        return False
    headings = list(numbers)
    place = bisect(headings, at)
    if not place and Kind.TITLE in page.kinds[at : headings[0]]:
        return True  # of another text
    heading = _in_other_form(page, at) if place else None
    if number.prefix and heading and heading.form in _EXPLICIT:
        return True  # of another part of the code
    above = [numbers[each] for each in headings[max(place - 1, 0) : place]]
    below = [numbers[each] for each in headings[place : place + 1]]
    pairs = [*((low, number) for low in above), *((number, high) for high in below)]
    return all(low and high and is_near(low, high) for low, high in pairs)


def _heads_several(page: Page, at: int) -> bool:
    """Whether a line is, or begins with, the heading of several articles; in a law, those of a code are quoted."""
    words = page.lines[at].words
    found = _SEVERAL_ARTICLES.fullmatch(words) or _SEVERAL_RUN_IN.match(words)
    if found is None or not (_stands_free(page, at) or page.kinds[at - 1] in _HEADINGS):
        return False
    return not (page.law and found["first"][0] in "LRDA")


def _heading_like(line: Line) -> ArticleNumber | None:
    """The number of the article, other than an annex, that a line is the heading of by its looks."""
    heading = heading_of(line) if kind_of_line(line.words) is not Kind.ANNEX else None
    return heading.number if heading else None


def _stands_free(page: Page, at: int) -> bool:
    """Whether a line stands between two others that are none of its sentence."""
    before = page.lines[at - 1] if at else None
    return before is None or bool(page.lines[at].gap) or before.words[-1:] in _SENTENCE_ENDS


def _marks_ends(page: Page, headings: list[int]) -> bool:
    """Whether at least every other article ends with a mark, those of an annex that are numbered anew left out."""
    ends = sum(Kind.END in page.kinds[at:following] for at, following in pairwise([*headings, len(page.lines)]))
    if ends * 2 >= len(headings):
        return bool(headings)
    annexed = _annexed(page, headings)
    return ends > 1 and ends * 2 >= len(headings) - len(annexed)


def _annexed(page: Page, headings: list[int]) -> list[int]:
    """The headings inside an annex that may be those of a model in it: ``Article 1er`` …, without history or end."""
    found: list[int] = []
    in_annex = False
    for at in headings:
        number = number_of(page, at)
        is_plain = number is not None and not number.prefix and number.kind in _PLAIN
        before = page.kinds[at - 1] if at else None
        if in_annex and is_plain and before is not Kind.END and not _has_history(page, at):
            found.append(at)
        else:
            in_annex = number is not None and number.kind is NumberKind.ANNEXE
    return found


def _is_annex_heading(page: Page, at: int, *, restarts: bool) -> bool:
    """Whether ``Annexe 2`` without ``Article`` is the heading of an article, not a line of one.

    ``restarts``: an annex of the page has articles of its own, numbered anew; then each that stands apart is one.
    """
    if restarts and page.lines[at].gap:
        return True
    following = _kind_behind(page, at, {Kind.SITE})
    if following in {Kind.HISTORY, Kind.VERSION} or page.law:
        return True
    last = next((line for line in range(at - 1, -1, -1) if page.lines[line].words), None)
    if last is None:
        return False
    is_first = page.kinds[last] is Kind.TITLE and _ANNEXED.match(page.lines[at].words) is not None
    return page.kinds[last] is Kind.END or is_first or _stands_as_heading(page, at, last)


def _stands_as_heading(page: Page, at: int, last: int) -> bool:
    """Whether a line stands between empty lines below the end of a sentence, as the other headings of the page do."""
    line, after = page.lines[at], page.lines[at + 1 : at + 2]
    is_ended = page.kinds[last] is Kind.HEADING or page.lines[last].words[-1:] in _SENTENCE_ENDS
    is_set_off = bool(line.gap and after and after[0].gap) and page.kinds[at + 1] is Kind.TEXT
    return is_ended and is_set_off and line.words.startswith("Annexe") and Kind.TITLE in page.kinds[:_HEAD_LINES]


def _is_outside(page: Page, at: int, before: int) -> bool:
    """Whether a heading comes after the end of the article of the heading ``before``; -1 where there is none."""
    if before < 0:
        return True
    if not page.visas.isdisjoint(range(before, at)):
        return True
    between = page.kinds[before:at]
    follows = page.kinds[at + 1] if at + 1 < len(page.kinds) else None
    return Kind.END in between or follows in {Kind.HISTORY, Kind.VERSION}


def _without_annexed(page: Page, headings: list[int]) -> list[int]:
    """The headings but those of the articles of an annex, numbered by themselves: ``Article 1er`` … in a code.

    What stands below the signatures of a law is an annex too.
    """
    if page.marks_ends:
        return headings
    kept: list[int] = []
    seen: set[ArticleNumber | None] = set()
    prefixed = plain = 0
    in_annex = False
    before = 0
    for at in headings:
        number = number_of(page, at)
        is_plain = number is not None and not number.prefix and number.kind in _PLAIN
        in_annex = in_annex or (page.law is not None and Kind.SIGNATURE in page.kinds[before:at])
        before = at
        if in_annex and is_plain and (prefixed > plain or number in seen):
            continue
        in_annex = number is not None and number.kind is NumberKind.ANNEXE
        seen.add(number)
        prefixed += bool(number and number.prefix)
        plain += is_plain
        kept.append(at)
    return kept


def _foot(page: Page, headings: list[int]) -> int:
    """The index of the first line below the articles."""
    if not headings:
        return len(page.lines)
    for at in range(headings[-1] + 1, len(page.lines)):
        if page.kinds[at] is Kind.PAGE_END or (page.law and page.kinds[at] is Kind.SIGNATURE):
            return at
        is_text = page.kinds[at] is Kind.TEXT and _stands_free(page, at)
        if is_text and at > headings[-1] + 1 and _BELOW_LAW.fullmatch(page.lines[at].words):
            return at
    return len(page.lines)


_BELOW_LAW = Pattern(
    r"(?:(?:Bien )?[Cc]ordialement|Bien à (?:toi|vous)|Cdlt|Cdt|Bonne (?:journée|soirée|réception)|Salutations.{0,30}"
    r"|(?:Avec mes|Sincères|Meilleures) salutations|Amicalement|Envoyé de mon .{2,30}"
    r"|(?:On|Le) .{6,80} (?:wrote|a écrit) ?:"
    r"|-{5} ?Message d'origine ?-{5}|--|TABLE DES MATI[ÈE]RES|Table des matières|SOMMAIRE|TABLE DE CONCORDANCE)[ ,.!]*"
)
"""What follows the last article: the end of a mail, or what stands behind the law in a book."""


def _put_outside(page: Page, article: Found) -> None:
    """Find the lines of an article that are not its words: after its end, titles of divisions, history, furniture."""
    kinds = page.kinds
    _mark_displaced(page, article)
    end = _mark(page, article)
    last = article.end
    if page.law and last < len(kinds) and kinds[last] is Kind.ANNEX:
        article.outside |= set(range(_signature(page, article), last))
    if end is not None and page.marks_ends:
        article.outside |= set(range(end, last))
    else:
        article.outside |= set(range(_titles(page, article.heading + 1, last), last))
    article.outside |= _listed_links(page, article)
    begins = False
    button = -1 if end is None else end - 1
    while (
        page.marks_ends
        and button > article.heading
        and page.lines[button].words.startswith(_BUTTONS)
        and page.kinds[button] is Kind.SITE
    ):
        article.outside.add(button)
        button -= 1
    for at in range(article.heading + 1, last):
        if page.marks_ends and begins and kinds[at] is Kind.SITE and not _is_page_border(page, at):
            continue  # the article ends below: these are words of it
        if (
            kinds[at] in _OF_SITE
            or _TO_TOP.fullmatch(page.lines[at].words)
            or (kinds[at] is Kind.HISTORY and not begins)
        ):
            article.outside.add(at)
        if begins and kinds[at] is Kind.VERSION and page.lines[at].words.startswith("Entrée en vigueur"):
            kinds[at] = Kind.TEXT  # of a table
        begins = begins or kinds[at] not in _BEFORE_WORDS


def _listed_links(page: Page, article: Found) -> set[int]:
    """The lines of an article that list what cites it, below ``Liens relatifs``: ``Code des vents - art. 12 (V)``."""
    found: set[int] = set()
    for at in range(article.heading + 1, article.end):
        words = page.lines[at].words
        opens = _LINKS.fullmatch(words) and (at - 1 in found or page.kinds[at] is Kind.END)
        if opens or (at - 1 in found and _LISTED_LINK.fullmatch(words)):
            found.add(at)
    return found


_LINKS = Pattern(
    r"(?:Versions )?Liens relatifs(?: à cet article)?"
    r"|(?:Cite|Citée? (?:par|dans)|(?:Anciens|Nouveaux) textes|(?:Codifi|Cré|Modifi|Abrog|Transfér)\w{1,5} par) ?:?"
)
"""The words above a list of links."""
_LISTED_LINK = Pattern(
    r"(?:Code|Loi|Ordonnance|Décret|Arrêté|Constitution|Livre|Convention|Décision|Délibération|Règlement)\b.{2,200}"
    r"(?: ?- ?(?:art\.?|annexes?)(?: .{1,40})?|, v\. init\.|\([A-Z]{1,4}\))",
    re.IGNORECASE,
)
_OF_SITE = frozenset({Kind.END, Kind.FOOTER, Kind.SITE, Kind.LINKED})
_TO_TOP = Pattern(r"(?:Retour(?:ner)? en h|H)aut de (?:la )?page", re.IGNORECASE)


def _end_at_place(page: Page) -> None:
    """End the last article above the place and day that end the text: ``Sabley, le 3 mars 2031``, names below it."""
    last = page.articles[-1] if page.articles else None
    if last is None or page.marks_ends or _name(page, last.heading).startswith("annexe"):
        return
    if page.law is None and (act_of_page(page) or "").startswith("code-"):
        return  # codes have none: it is of a model
    body = [at for at in range(last.heading + 1, last.end) if at not in last.outside]
    at = place_of_signature([page.lines[each].words for each in body])
    if at is not None and (at or last.run_in is not None):
        last.outside |= set(range(body[at], last.end))
        page.kinds[body[at]] = Kind.SIGNATURE


def _mark_displaced(page: Page, article: Found) -> None:
    """Mark the lines of history below words of an article, where converters of PDF files put them, as furniture."""
    begins = False
    found = page.displaced
    for at in range(article.heading + 1, article.end):
        if at - 1 in found and _PLACE_ONLY.fullmatch(page.lines[at].words):
            found.add(at)
        elif begins and page.kinds[at] is Kind.HISTORY and at not in found and not page.lines[at].cells:
            found |= set(range(at, _end_of_amendment(page, at, article.end)))
        begins = begins or page.kinds[at] not in _BEFORE_WORDS
    for at in found & set(range(article.heading, article.end)):
        page.kinds[at] = Kind.FOOTER


def _end_of_amendment(page: Page, start: int, end: int) -> int:
    """The index after the lines of history from ``start`` on that make a whole one; ``start`` where they make none."""
    words = ""
    for at in range(start, min(end, start + _HISTORY_LINES)):
        words = f"{words} {page.lines[at].words}".lstrip()
        if is_amendment(words):
            return at + 1
        if page.kinds[at] is not Kind.HISTORY:
            break
    return start


_HISTORY_LINES = 4  # over which an act that amends goes
_PLACE_ONLY = Pattern(r"(?:- ?)?art\. ?[\w*.-]{1,12}(?: ?\([A-Z]{1,4}\))?")


def _signature(page: Page, article: Found) -> int:
    """The index of the signature in an article, above an annex; that behind the article where there is none."""
    lines = range(article.heading + 1, article.end)
    return next((at for at in lines if page.kinds[at] is Kind.SIGNATURE), article.end)


def _is_page_border(page: Page, at: int) -> bool:
    """Whether a line is the first or last one of a printed page."""
    following = page.lines[at + 1 : at + 2]
    return page.lines[at].follows_page or any(line.follows_page for line in following)


def _mark(page: Page, article: Found) -> int | None:
    return next((at for at in range(article.heading + 1, article.end) if page.kinds[at] is Kind.END), None)


def _titles(page: Page, start: int, end: int) -> int:
    """The index of the titles of divisions at the end of an article, which belong to the next one; ``end`` if none."""
    found = end
    is_whole = True
    below = ""  # the words that go on with a title
    for at in range(end - 1, max(start, end - _TITLE_LINES) - 1, -1):
        kind = page.kinds[at]
        if kind is Kind.TEXT and is_whole and at > start and _is_rubric(page.lines[at]):
            page.kinds[at], found = Kind.DIVISION, at
        elif kind is Kind.TEXT and _continues(page, at):
            is_whole = False  # until its title comes
            below = f"{page.lines[at].words} {below}".strip()
        elif kind is Kind.DIVISION and len(below) > _LONG and below.endswith("."):
            break  # a heading inside the article, and a sentence
        elif kind is Kind.DIVISION or (kind is Kind.TITLE and is_whole and _is_running(page, at)):
            found, is_whole, below = at, True, ""
        elif kind not in {Kind.SITE, Kind.FOOTER, Kind.END}:
            break
    return end if start < found < end and _is_led(page, found) else found


def _is_rubric(line: Line) -> bool:
    """Whether a line above the heading of an article is a title by its bold letters, and ends no sentence."""
    words = line.words
    return line.is_strong and len(words) < _LONGEST_TITLE and words[-1] not in _ENDS and words[0].isupper()


def _is_led(page: Page, at: int) -> bool:
    """Whether the title of a division is a point of the list above it: ``Le livre a :``, ``Titre Ier : Du sable ;``."""
    before, line = page.lines[at - 1].words, page.lines[at]
    if before[-1:] not in _LEADS or page.kinds[at - 1] is not Kind.TEXT:
        return False
    return before[-1:] == ":" or not line.gap or line.words[-1:] in _ENDS


def _is_running(page: Page, at: int) -> bool:
    """Whether a title is that of the act of the page once more; that of another act is what an article is about."""
    act = act_of_title(page.broken_titles.get(at, page.lines[at].words))
    above = zip(page.lines[: page.first], page.kinds, strict=False)
    return page.law == act or any(act_of_title(line.words) == act for line, kind in above if kind is Kind.TITLE)


def _continues(page: Page, at: int) -> bool:
    """Whether a line goes on with the title of a division before it: broken at a width, or below its number."""
    if at in page.titled:
        return True
    last = next((each for each in range(at - 1, -1, -1) if page.kinds[each] not in {Kind.FOOTER, Kind.SITE}), None)
    if last is None:
        return False
    before, line = page.lines[last], page.lines[at]
    if page.kinds[last] is Kind.TEXT:
        is_tail = line.words[:1].islower() or (line.words.isupper() and before.words.isupper())
        return is_tail and before.words[-1:] not in _ENDS
    if page.kinds[last] is not Kind.DIVISION or before.words[-1:] == ".":
        return False
    if ":" in before.words or len(before.words.split()) > _BARE:
        is_tail = before.words.isupper() and line.words.isupper() and _OPENS_TAIL.match(line.words.lower()) is not None
        return is_tail or line.words[:1].islower() or (before.width > _FULL and line.words[-1:] not in _ENDS)
    return len(line.words) < _LONGEST_TITLE and line.words[-1:] not in _ENDS and not any(map(str.isdigit, line.words))


def titles_above(page: Page, start: int) -> range:
    """The lines from ``start`` to the first article that may have its divisions: those below the summary of the page.

    The summary ends where its first title comes again; below the button that leads to it, behind a list of titles.
    """
    titles = [at for at in range(start, page.first) if page.kinds[at] is Kind.DIVISION]
    names = [division_title(page.lines[at].words) for at in titles]
    again = [at for at, name in zip(titles[1:], names[1:], strict=True) if name == names[0]]
    if again:
        return range(again[-1], page.first)
    button = next((at for at in range(start, page.first) if _TO_SUMMARY.match(page.lines[at].words)), page.first)
    end = next((at for at in range(button + 1, page.first) if page.kinds[at] is not Kind.DIVISION), page.first)
    labels = [_LABEL.match(page.lines[at].words) for at in range(button + 1, end)]
    ranks = [label[0].lower() for label in labels if label]
    return range(end if end < page.first and len(ranks) > len(set(ranks)) else start, page.first)


_TO_SUMMARY = Pattern(r"(?:Naviguer dans le )?[Ss]ommaire\b")
_LABEL = Pattern(r"[\w-]+")
_USUAL_TITLE = Pattern(r"Dispositions \w+", re.IGNORECASE)
_LABEL_WORDS = 3  # of "Chapitre Ier bis"


def divisions_among(page: Page, indexes: Sequence[int]) -> list[str]:
    """The titles of divisions among the lines ``indexes``, those that go over several lines joined."""
    titles: list[str] = []
    goes_on = False
    for at in indexes:
        words, kind = page.lines[at].words, page.kinds[at]
        if kind is Kind.DIVISION:
            title = division_title(words) or words
            if goes_on and _USUAL_TITLE.fullmatch(title) and len(titles[-1].split()) <= _LABEL_WORDS:
                titles[-1] += f" {title}"  # "CHAPITRE Ier" / "Dispositions générales"
                continue
            titles.append(title)
            goes_on = title == words
        elif kind is Kind.TEXT and goes_on and _continues(page, at):
            titles[-1] += f" {words}"
        elif kind not in {Kind.FOOTER, Kind.SITE}:
            goes_on = False
    return [division_title(title) or title for title in titles]


def act_of_page(page: Page) -> str | None:
    """The act of the title above the first article, or of the path of the page among the words there."""
    if page.is_agreement:
        return page.agreement
    at = _title(page)
    if at is not None and (titled := act_of_title(page.broken_titles.get(at, page.lines[at].words))):
        return titled
    above = page.lines[: page.first]
    titles = (page.broken_titles.get(at, line.words) for at, line in enumerate(above) if page.kinds[at] is Kind.TITLE)
    if found := next(map(act_of_title, titles), None):
        return found
    paths = (found for line in above for found in _PATH.finditer(line.words))
    return next((act for found in paths if (act := act_of_title(found["title"]))), None)

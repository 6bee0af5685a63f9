"""What stands around the articles of a text: titles over several lines, visas, numbers of pages, signatures, feet."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from cpp_corpus.ingest.page_headings import TITLE_LINES
from cpp_corpus.ingest.page_line import Line
from cpp_corpus.ingest.page_model import (
    ENDS,
    GONE,
    HEADINGS,
    LITTLE,
    LONG,
    LONGEST_TITLE,
    OPENS_TAIL,
    SEVERAL_ARTICLES,
    Found,
    Page,
    act_of_page,
    heads_several,
    is_page_border,
    name_of,
    quoted_lines,
    stands_free,
    title_goes_on,
)
from cpp_corpus.ingest.page_prints import printed_borders
from cpp_corpus.ingest.page_words import (
    Kind,
    act_of_title,
    division_title,
    goes_on_history,
    is_amendment,
    is_known_code,
    place_of_signature,
)
from cpp_corpus.ingest.written_headings import act_of_heading
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.heading import read_heading
from cpp_corpus.model.state_words import NOT_IN_FORCE
from cpp_corpus.model.states import state_named

__all__ = [
    "end_at_place",
    "foot_of",
    "join_extents",
    "join_titles",
    "mark_gone",
    "mark_neighbours",
    "mark_pages",
    "mark_versions",
    "mark_visas",
    "put_outside",
]

_AFTER_HISTORY = frozenset({Kind.TEXT, Kind.TITLE})
_BEFORE_WORDS = frozenset({Kind.HISTORY, Kind.VERSION, Kind.SITE, Kind.LINKED, Kind.FOOTER, Kind.END})
_LEADS = frozenset(":;,")
_BUTTONS = ("Copier le ", "Imprimer", "Télécharger", "Partager")
"""How the buttons between an article and the words below it begin."""
_OPEN_EXTENT = Pattern(r"\((?:Articles?|Art\.) [^()]*$")
_PANEL = Pattern(r"(?:Masquer|Afficher) le panneau de$")
_DASHED = Pattern(r"(?:[–—-] ?)?\d{1,4} ?[–—-]")
"""The number of a page between dashes, the first of which may be taken for the mark of a list."""
_PAGE_OF = Pattern(r"\d{1,4} ?/ ?\d{1,4}")
_LISTED_VERSION = Pattern(r"Version (?:\d{1,3}|initiale|en vigueur)\b.{0,60}", re.IGNORECASE)
_LACKS_TAIL = Pattern(rf"(?:\b{LITTLE}|,|-)$")
"""How the first line of a title ends."""
_CODES = ("Code ", "CODE ", "Livre des ", "LIVRE DES ")
_ACT_LINES = 5  # over which the title of an act goes


def join_titles(page: Page) -> set[int]:
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
        is_tail = words.endswith("-") or (begins_low and (OPENS_TAIL.match(line.words) or _LACKS_TAIL.search(words)))
        words += line.words if words.endswith("-") else f" {line.words}"
        goes_on = goes_on and bool(is_tail) and act_of_title(words) is not None
        if goes_on or is_known_code(words):
            end, found = after + 1, words
    return end, found


def mark_pages(page: Page, title_tails: set[int]) -> None:
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


def mark_neighbours(page: Page) -> None:
    """Headings with their link behind them, what is empty below them, and history that was broken at a width."""
    lines, kinds = page.lines, page.kinds
    last = point = -1  # the last line with words, and the first one of what it goes on with
    for at, line in enumerate(lines):
        before = kinds[last] if last >= 0 else None
        continues = False
        if before in HEADINGS and not any(map(str.isalnum, line.words)):
            kinds[at] = Kind.SITE  # an empty point of a list
            continue
        if kinds[at] is Kind.LINKED and before not in {None, *HEADINGS} and read_heading(lines[last].words).number:
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


def mark_versions(page: Page) -> None:
    """The title above the list of the versions of an article, ``Historique des versions``, is its end.

    Below ``Article 3 (non en vigueur)``, as agreements print it, a line says why: ``Remplacé``.
    """
    for at, (line, following) in enumerate(pairwise(page.lines)):
        if line.words == "Historique des versions" and _LISTED_VERSION.fullmatch(following.words):
            page.kinds[at] = Kind.END
        elif page.kinds[at] is Kind.HEADING and _NOT_IN_FORCE.search(line.words) and state_named(following.words):
            page.kinds[at + 1] = Kind.VERSION


_NOT_IN_FORCE = Pattern(rf"\b{NOT_IN_FORCE}\W*$")


def mark_visas(page: Page) -> None:
    """Mark what another act begins with below an article of a page: ``Le ministre,``, ``Vu la loi ;``, ``Arrête :``."""
    kinds, lines = page.kinds, page.lines
    headings = [at for at, kind in enumerate(kinds) if kind is Kind.HEADING and lines[at].words != lines[at - 1].words]
    quoted = quoted_lines(page)
    for before, at in pairwise(headings):
        top = at
        while top > before + 1 and kinds[top - 1] is Kind.TEXT and _OF_VISAS.fullmatch(lines[top - 1].words):
            top -= 1
        is_founded = any(lines[each].words.startswith("Vu ") for each in range(top, at))
        is_led = lines[top - 1].words[-1:] == ":"
        is_model = (
            is_led or top in quoted or Kind.ANNEX in kinds[before:top] or name_of(page, before).startswith("annexe")
        )
        if is_founded and not is_model and _MAKER.fullmatch(lines[top].words):
            page.visas |= set(range(top, at))
            kinds[top:at] = [Kind.FOOTER] * (at - top)


def mark_gone(page: Page) -> None:
    """Mark what heads several articles that are repealed: ``Articles 2 à 4 (abrogés)``, also over two lines."""
    for at, line in enumerate(page.lines):
        found = SEVERAL_ARTICLES.fullmatch(line.words) if page.kinds[at] is Kind.TEXT else None
        if found is None or not heads_several(page, at):
            continue
        below = page.lines[at + 1].words if at + 1 < len(page.lines) else ""
        is_below = found["state"] is None and GONE.fullmatch(below)
        if is_below or GONE.fullmatch(found["state"] or ""):
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
    return is_point and is_below and begins_low and line.words[-1] not in ENDS


def join_extents(page: Page) -> None:
    """Titles of divisions whose articles were broken at a width: ``Annexes (Articles Annexe 1 à`` / ``Annexe 4)``."""
    for at, (line, after) in enumerate(pairwise(page.lines)):
        if page.kinds[at] is not Kind.TEXT or after.gap or not _OPEN_EXTENT.search(line.words):
            continue
        if not after.words.endswith(")") or page.kinds[at + 1] is not Kind.TEXT:
            continue
        if not title_goes_on(page, at):
            if not division_title(f"{line.words} {after.words}"):
                continue
            page.kinds[at] = Kind.DIVISION
        page.titled.add(at + 1)


def foot_of(page: Page, headings: list[int]) -> int:
    """The index of the first line below the articles."""
    if not headings:
        return len(page.lines)
    for at in range(headings[-1] + 1, len(page.lines)):
        if page.kinds[at] is Kind.PAGE_END or (page.law and page.kinds[at] is Kind.SIGNATURE):
            return at
        is_text = page.kinds[at] is Kind.TEXT and stands_free(page, at)
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


def put_outside(page: Page, article: Found) -> None:
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
        if page.marks_ends and begins and kinds[at] is Kind.SITE and not is_page_border(page, at):
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


def end_at_place(page: Page) -> None:
    """End the last article above the place and day that end the text: ``Sabley, le 3 mars 2031``, names below it."""
    last = page.articles[-1] if page.articles else None
    if last is None or page.marks_ends or name_of(page, last.heading).startswith("annexe"):
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


def _mark(page: Page, article: Found) -> int | None:
    return next((at for at in range(article.heading + 1, article.end) if page.kinds[at] is Kind.END), None)


def _titles(page: Page, start: int, end: int) -> int:
    """The index of the titles of divisions at the end of an article, which belong to the next one; ``end`` if none."""
    found = end
    is_whole = True
    below = ""  # the words that go on with a title
    for at in range(end - 1, max(start, end - TITLE_LINES) - 1, -1):
        kind = page.kinds[at]
        if kind is Kind.TEXT and is_whole and at > start and _is_rubric(page.lines[at]):
            page.kinds[at], found = Kind.DIVISION, at
        elif kind is Kind.TEXT and title_goes_on(page, at):
            is_whole = False  # until its title comes
            below = f"{page.lines[at].words} {below}".strip()
        elif kind is Kind.DIVISION and len(below) > LONG and below.endswith("."):
            break  # a heading inside the article, and a sentence
        elif kind is Kind.DIVISION or (kind is Kind.TITLE and is_whole and _is_running(page, at)):
            found, is_whole, below = at, True, ""
        elif kind not in {Kind.SITE, Kind.FOOTER, Kind.END}:
            break
    return end if start < found < end and _is_led(page, found) else found


def _is_rubric(line: Line) -> bool:
    """Whether a line above the heading of an article is a title by its bold letters, and ends no sentence."""
    words = line.words
    return line.is_strong and len(words) < LONGEST_TITLE and words[-1] not in ENDS and words[0].isupper()


def _is_led(page: Page, at: int) -> bool:
    """Whether the title of a division is a point of the list above it: ``Le livre a :``, ``Titre Ier : Du sable ;``."""
    before, line = page.lines[at - 1].words, page.lines[at]
    if before[-1:] not in _LEADS or page.kinds[at - 1] is not Kind.TEXT:
        return False
    return before[-1:] == ":" or not line.gap or line.words[-1:] in ENDS


def _is_running(page: Page, at: int) -> bool:
    """Whether a title is that of the act of the page once more; that of another act is what an article is about."""
    act = act_of_title(page.broken_titles.get(at, page.lines[at].words))
    above = zip(page.lines[: page.first], page.kinds, strict=False)
    return page.law == act or any(act_of_title(line.words) == act for line, kind in above if kind is Kind.TITLE)

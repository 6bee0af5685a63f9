"""A text as lines of one kind each, and what stands beside a line: the values that the reading of pages shares."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice

from cpp_corpus.ingest.page_line import Line
from cpp_corpus.ingest.page_words import (
    Kind,
    act_of_title,
    bare_words,
    kind_of_line,
    law_title,
    run_in_heading,
    shown_on,
    spelt_heading,
)
from cpp_corpus.ingest.written_headings import Written, heading_of
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.heading import read_heading
from cpp_corpus.model.number import ArticleNumber

__all__ = [
    "ENDS",
    "GONE",
    "HEADINGS",
    "HEAD_LINES",
    "LITTLE",
    "LONG",
    "LONGEST_TITLE",
    "OPENS_TAIL",
    "SENTENCE_ENDS",
    "SEVERAL",
    "SEVERAL_ARTICLES",
    "Found",
    "Page",
    "act_of_page",
    "fewest_run_in",
    "has_history",
    "heading_like",
    "heads_several",
    "is_page_border",
    "is_sentence",
    "kind_behind",
    "length_before_words",
    "name_of",
    "number_of",
    "quoted_lines",
    "says_state",
    "stands_free",
    "title_goes_on",
    "title_line",
]

HEADINGS = frozenset({Kind.HEADING, Kind.ANNEX})
ENDS = frozenset(".;:,")
SENTENCE_ENDS = frozenset(".!?)")
_PATH = Pattern(
    r"(?:Codes ?|codes en vigueur ?> ?)(?P<title>Code [^|>]{3,150}?) ?"
    r"(?=(?:Version|ChronoLégi|Recherche|Masquer|Chemin|Code|Partie|Livre|Titre|Chapitre|Section|Annexe|Article|[›>]|$))"
)
"""The path of a page on one line: ``Accueil Codes Code de la route Partie législative``."""
_PROGRAM = Pattern(r"https?://|[{}]|[\"\w]\s?=\s?[\"\[]|\w\(\)|\\_|\" ?: ?[\"\[]")
"""A sign that a line is of a script or of data in a page, not a sentence."""
LONG = 80  # characters of a sentence
_FULL = 65  # columns of a title that may go on in the next line
_BARE = 3  # words of "Titre II bis"
LONGEST_TITLE = 150  # characters
SEVERAL = 3  # headings on lines of text
LITTLE = r"(?:de|du|des|et|ou|à|au|aux|en|la|le|les|dans|pour|par|sur)"
OPENS_TAIL = Pattern(rf"{LITTLE}\b|[dl]'|applicable\b")
"""How the second line of a title begins."""
HEAD_LINES = 40  # in which the title of a law stands


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
    fewest_run_in: int = SEVERAL
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
    headings = (line for line in lines if heading_like(line))
    several = sum(1 for _ in islice(headings, SEVERAL))
    return 1 if several == SEVERAL else SEVERAL


def title_line(page: Page) -> int | None:
    """The index of the line with the title of the act, among the first lines or above the day that the page shows.

    Menus of the site have titles of other acts, such as the Constitution: where the page has one and shows no day, its
    own title is the last one.
    """
    end = next((at for at, kind in enumerate(page.kinds) if kind in HEADINGS), len(page.kinds))
    titles = [at for at in range(end) if page.kinds[at] is Kind.TITLE]
    day = next((at for at in range(end) if page.kinds[at] is Kind.VERSION and shown_on(page.lines[at].words)), 0)
    above = [at for at in titles if at < day]
    if above:
        return above[-1]
    first = [at for at in titles if at < HEAD_LINES]
    if len({law_title(page.lines[at].words) or act_of_title(page.lines[at].words) for at in first}) > 1:
        headed = max((at for at in range(titles[-1]) if heading_like(page.lines[at])), default=-1)
        first = [at for at in first if at > headed] or titles[-1:]
    has_menu = bool(first) and any(page.kinds[at] is Kind.SITE and page.lines[at].words for at in range(first[0]))
    return titles[-1] if has_menu else next(iter(first), None)


def length_before_words(page: Page, at: int) -> int | None:
    """The length of a heading that words of its article follow on the line; ``None`` where it is all of the line."""
    if heading := page.written.get(at):
        return heading.length
    return run_in_heading(page.lines[at].words) if page.kinds[at] is Kind.TEXT else None


_QUOTES = Pattern(r"[«»“”]")
_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")


def quoted_lines(page: Page) -> set[int]:
    """The lines inside quotations that go over several lines, each opened once and closed at its end."""
    inside: set[int] = set()
    opened: int | None = None
    for at, line in enumerate(page.lines):
        for mark in _QUOTES.findall(line.words):
            if mark in _CLOSING and opened is not None:
                inside |= set(range(opened + 1, at + 1))
            opened = at if mark in _OPENING else None
    return inside


def has_history(page: Page, at: int) -> bool:
    """Whether a line of history or of the version follows a heading."""
    return kind_behind(page, at, {Kind.SITE, Kind.LINKED}) in {Kind.HISTORY, Kind.VERSION}


def kind_behind(page: Page, at: int, passed: AbstractSet[Kind]) -> Kind | None:
    """Of the first line behind one that is of no kind that is passed."""
    kinds = page.kinds
    return next((kinds[line] for line in range(at + 1, len(kinds)) if kinds[line] not in passed), None)


def is_sentence(words: str) -> bool:
    """Whether a line is a sentence of a law rather than words of a site.

    >>> is_sentence("Voir aussi"), is_sentence("Le sable est compté par le gardien, " * 3 + "chaque jour.")
    (False, True)
    """
    if len(words) <= LONG or words[-1] not in ENDS or _PROGRAM.search(words):
        return False
    return kind_of_line(words) is Kind.TEXT


def says_state(page: Page, at: int) -> bool:
    return read_heading(page.lines[at].words).state is not None


def name_of(page: Page, at: int) -> str:
    number = number_of(page, at)
    return number.normalized if number else page.lines[at].words


def number_of(page: Page, at: int) -> ArticleNumber | None:
    """The number of the heading in line ``at``; ``None`` where it cannot be read."""
    if heading := page.written.get(at):
        return heading.number
    words = page.lines[at].words
    length = length_before_words(page, at)
    printed = bare_words(words) if length is None else words[:length]
    return read_heading(spelt_heading(printed)).number


SEVERAL_ARTICLES = Pattern(
    r"(?:Articles?|ARTICLES?|Art\.) (?P<first>(?:[LRDA]\.? ?\*?)?\d[\d-]*)(?:, (?:[LRDA]\.? ?\*?)?\d[\d-]*){0,9}"
    r" (?:à|et) (?:[LRDA]\.? ?\*?)?\d[\d-]*(?: [(\[](?P<state>[^()\[\]]{3,30})[)\]])?[.:]?"
)
"""The heading of several articles, repealed in most cases: ``Articles L. 2 à L. 4``, ``Article 2 à 4 (abrogés)``."""
GONE = Pattern(r"[(\[]?(?:abrog|supprim|périm|annul|transfér|disjoint)é?e?s?[)\]]?\.?", re.IGNORECASE)
"""What stands behind or below such a heading, instead of words of the law."""
_SEVERAL_RUN_IN = Pattern(
    r"(?:Art\.|Articles?|ARTICLES?) ?(?P<first>(?:[LRDA]\.? ?\*?)?\d[\d-]*)(?:, \d[\d-]*){0,9} (?:à|et)"
    r" (?:[LRDA]\.? ?\*?)?\d[\d-]*(?: ?\([^()]{3,30}\))?(?: ?\. ?[-–—]| ?[-–—:]) "
)
"""The heading of several articles before their words: ``Art. 2 et 3. - Le vent``."""


def heads_several(page: Page, at: int) -> bool:
    """Whether a line is, or begins with, the heading of several articles; in a law, those of a code are quoted."""
    words = page.lines[at].words
    found = SEVERAL_ARTICLES.fullmatch(words) or _SEVERAL_RUN_IN.match(words)
    if found is None or not (stands_free(page, at) or page.kinds[at - 1] in HEADINGS):
        return False
    return not (page.law and found["first"][0] in "LRDA")


def heading_like(line: Line) -> ArticleNumber | None:
    """The number of the article, other than an annex, that a line is the heading of by its looks."""
    heading = heading_of(line) if kind_of_line(line.words) is not Kind.ANNEX else None
    return heading.number if heading else None


def stands_free(page: Page, at: int) -> bool:
    """Whether a line stands between two others that are none of its sentence."""
    before = page.lines[at - 1] if at else None
    return before is None or bool(page.lines[at].gap) or before.words[-1:] in SENTENCE_ENDS


def is_page_border(page: Page, at: int) -> bool:
    """Whether a line is the first or last one of a printed page."""
    following = page.lines[at + 1 : at + 2]
    return page.lines[at].follows_page or any(line.follows_page for line in following)


def title_goes_on(page: Page, at: int) -> bool:
    """Whether a line goes on with the title of a division before it: broken at a width, or below its number."""
    if at in page.titled:
        return True
    last = next((each for each in range(at - 1, -1, -1) if page.kinds[each] not in {Kind.FOOTER, Kind.SITE}), None)
    if last is None:
        return False
    before, line = page.lines[last], page.lines[at]
    if page.kinds[last] is Kind.TEXT:
        is_tail = line.words[:1].islower() or (line.words.isupper() and before.words.isupper())
        return is_tail and before.words[-1:] not in ENDS
    if page.kinds[last] is not Kind.DIVISION or before.words[-1:] == ".":
        return False
    if ":" in before.words or len(before.words.split()) > _BARE:
        is_tail = before.words.isupper() and line.words.isupper() and OPENS_TAIL.match(line.words.lower()) is not None
        return is_tail or line.words[:1].islower() or (before.width > _FULL and line.words[-1:] not in ENDS)
    return len(line.words) < LONGEST_TITLE and line.words[-1:] not in ENDS and not any(map(str.isdigit, line.words))


def act_of_page(page: Page) -> str | None:
    """The act of the title above the first article, or of the path of the page among the words there."""
    if page.is_agreement:
        return page.agreement
    at = title_line(page)
    if at is not None and (titled := act_of_title(page.broken_titles.get(at, page.lines[at].words))):
        return titled
    above = page.lines[: page.first]
    titles = (page.broken_titles.get(at, line.words) for at, line in enumerate(above) if page.kinds[at] is Kind.TITLE)
    if found := next(map(act_of_title, titles), None):
        return found
    paths = (found for line in above for found in _PATH.finditer(line.words))
    return next((act for found in paths if (act := act_of_title(found["title"]))), None)

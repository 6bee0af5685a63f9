"""The document of one act: the order of its articles, its divisions, and its metadata."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from cpp_corpus.export.akoma_ntoso.names import UNKNOWN_DAY, division_eid, level_of
from cpp_corpus.export.xml import escaped, quoted
from cpp_corpus.lang.act_titles import act_title
from cpp_corpus.model.division import DivisionStep
from cpp_corpus.model.number import ArticleNumber

__all__ = ["ActEntry", "ArticleEntry", "DivisionTitle", "document"]

Place = tuple[int, int]
"""Where the parts of an article are in a spool: position and length in bytes."""


class ArticleEntry(NamedTuple):
    """What is kept of an article until its act is written."""

    divisions: tuple[str, ...]
    """Steps of the path of its division."""
    number: str | None
    file: str
    body: Place
    notes: Place
    edges: Place


class DivisionTitle(NamedTuple):
    """How a division is named."""

    number: str | None
    """``Titre Ier``; ``None`` where it has no number."""
    title: str | None


@dataclass(slots=True)
class ActEntry:
    """What is kept of an act."""

    act: str | None
    articles: list[ArticleEntry] = field(default_factory=list)
    titles: dict[tuple[str, ...], DivisionTitle] = field(default_factory=dict)
    periods: dict[tuple[str | None, str | None], str] = field(default_factory=dict)
    """The eIds of the times in which articles are law, by their first day and the day after the last."""
    eids: set[str] = field(default_factory=set)
    newest: str = ""
    """The newest day of its sources."""
    has_versions: bool = False
    """Whether it has several versions of an article."""

    def period(self, valid_from: str | None, valid_to: str | None) -> str | None:
        """The eId of a time; ``None`` where neither end is known."""
        if valid_from is None and valid_to is None:
            return None
        return self.periods.setdefault((valid_from, valid_to), f"period_{len(self.periods) + 1}")

    def free_eid(self, eid: str) -> str:
        """``eid``, or ``eid`` with a rank where an article has it already."""
        free, rank = eid, 1
        while free in self.eids:
            rank += 1
            free = f"{eid}-{rank}"
        self.eids.add(free)
        return free


def document(act: ActEntry, work: str, read: Callable[[Place], bytes]) -> Iterator[bytes]:
    """The document in parts; ``work`` is the URI of the act, ``read`` gives what an entry points to."""
    division = _divided(act)
    yield _head(act, work).encode()
    yield b'<analysis source="#cpp-corpus"><otherAnalysis source="#cpp-corpus">\n'
    for each in act.articles:
        yield read(each.edges)
    yield b"</otherAnalysis></analysis>\n"
    yield _periods(act).encode()
    yield _REFERENCES.encode()
    if any(each.notes[1] for each in act.articles):
        yield b'<notes source="#cpp-corpus">\n'
        for each in act.articles:
            yield read(each.notes)
        yield b"</notes>\n"
    yield b"</meta>\n<body>\n"
    yield from _content(act, division, read)
    yield b"</body>\n</act>\n</akomaNtoso>\n"


# ---------------------------------------------------------------------------------------------------------------------
# Order.


@dataclass(slots=True)
class _Division:
    path: tuple[str, ...] = ()
    articles: list[ArticleEntry] = field(default_factory=list)
    divisions: dict[str, _Division] = field(default_factory=dict)


def _divided(act: ActEntry) -> _Division:
    """The articles by division."""
    root = _Division()
    for article in act.articles:
        at = root
        for depth, step in enumerate(article.divisions, 1):
            at = at.divisions.setdefault(step, _Division(article.divisions[:depth]))
        at.articles.append(article)
    return root


def _in_order(articles: list[ArticleEntry]) -> list[ArticleEntry]:
    """The articles of one division in the order of the law: that of their file, or by number where each has its own."""
    if any(one.file == other.file for one, other in pairwise(articles)) or not all(each.number for each in articles):
        return articles
    return sorted(articles, key=lambda each: _number(each.number or ""))


_number = lru_cache(maxsize=1 << 14)(ArticleNumber)


def _divisions_in_order(divisions: Iterable[_Division]) -> list[_Division]:
    """Divisions of one kind by their numbers, the kinds as they come; parts of a code as is usual, annexes last."""
    kinds: dict[str, int] = {}
    keyed = []
    for at, each in enumerate(divisions):
        step = DivisionStep(each.path[-1])
        rank = next((rank for name, rank in _RANKS.items() if step.startswith(name)), 0)
        kind = kinds.setdefault(step.kind if step.number else "", len(kinds))
        order: Any = step.order if step.number else (at,)
        keyed.append(((rank, kind, order), at, each))
    return [each for _, _, each in sorted(keyed, key=_first_two)]


def _first_two(keyed: tuple[Any, int, _Division]) -> tuple[Any, int]:
    return keyed[0], keyed[1]


_RANKS = {"partie-legislative": 1, "partie-reglementaire": 2, "partie-arrete": 3, "annexe": 4}


# ---------------------------------------------------------------------------------------------------------------------
# What is written.


def _content(act: ActEntry, division: _Division, read: Callable[[Place], bytes]) -> Iterator[bytes]:
    for article in _in_order(division.articles):
        yield read(article.body)
    for inner in _divisions_in_order(division.divisions.values()):
        step = inner.path[-1]
        element = level_of(step).element
        name = f" name={quoted(step.partition('.')[0])}" if element == "hcontainer" else ""
        yield f"<{element}{name} eId={quoted(division_eid('/'.join(inner.path)))}>".encode()
        titled = act.titles.get(inner.path)
        if titled is not None:
            yield _titled(titled).encode("utf-8", "replace")
        yield b"\n"
        yield from _content(act, inner, read)
        yield f"</{element}>\n".encode()


def _titled(titled: DivisionTitle) -> str:
    number = "" if titled.number is None else f"<num>{escaped(titled.number)}</num>"
    title = "" if titled.title is None else f"<heading>{escaped(titled.title)}</heading>"
    return number + title


def _head(act: ActEntry, work: str) -> str:
    day = act.newest or max((start for start, _ in act.periods if start), default="")
    expression = f"{work}/fra" + (f"@{day}" if day else "")
    written = day or UNKNOWN_DAY
    made = work.rsplit("/", 2)[1]
    made_on = made if len(made) == len(UNKNOWN_DAY) else f"{made}-01-01"
    name = "code" if "/act/code/" in work else work.split("/")[4]
    title = escaped(act_title(act.act) if act.act is not None else "unknown act")
    return "".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n',
            f'<akomaNtoso xmlns="{_NAMESPACE}" xmlns:cpp="{_OWN}">\n',
            f'<act name={quoted(name)} contains="{"multipleVersions" if act.has_versions else "singleVersion"}">\n',
            '<meta>\n<identification source="#cpp-corpus">\n<FRBRWork>',
            _uris(f"{work}/!main", work),
            f'<FRBRalias value={quoted(title)} name="title"/>',
            _date(made_on, _date_name(made)),
            '<FRBRauthor href="#legislator"/>',
            f'<FRBRcountry value="{work.split("/")[2]}"/>',
            "</FRBRWork>\n<FRBRExpression>",
            _uris(f"{expression}/!main", expression),
            _date(written, "consolidation" if day else "unknown"),
            '<FRBRauthor href="#legislator"/><FRBRlanguage language="fra"/>',
            "</FRBRExpression>\n<FRBRManifestation>",
            _uris(f"{expression}/!main.xml", f"{expression}.xml"),
            _date(written, "consolidation" if day else "unknown"),
            '<FRBRauthor href="#cpp-corpus"/><FRBRformat value="xml"/>',
            "</FRBRManifestation>\n</identification>\n",
            _events(act),
        )
    )


_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_OWN = "urn:cpp-corpus:akn"
_REFERENCES = (
    '<references source="#cpp-corpus">'
    '<TLCOrganization eId="cpp-corpus" href="/akn/ontology/organization/cpp-corpus" showAs="cpp-corpus"/>'
    '<TLCOrganization eId="legislator" href="/akn/ontology/organization/fr/legislator" showAs="Legislator"/>'
    '<TLCConcept eId="validity" href="/akn/ontology/concept/validity" showAs="validity"/>'
    "</references>\n"
)


def _uris(this: str, uri: str) -> str:
    return f"<FRBRthis value={quoted(this)}/><FRBRuri value={quoted(uri)}/>"


def _date(day: str, name: str) -> str:
    return f'<FRBRdate date="{day}" name="{name}"/>'


def _days(act: ActEntry) -> dict[str, str]:
    """The eIds of all days on which a version begins or ends."""
    days = sorted({day for period in act.periods for day in period if day is not None})
    return {day: f"event_{at}" for at, day in enumerate(days, 1)}


def _events(act: ActEntry) -> str:
    if not act.periods:
        return ""
    events = (
        f'<eventRef eId="{eid}" date="{day}" source="#cpp-corpus" type="amendment"/>\n'
        for day, eid in _days(act).items()
    )
    return f'<lifecycle source="#cpp-corpus">\n{"".join(events)}</lifecycle>\n'


def _periods(act: ActEntry) -> str:
    if not act.periods:
        return ""
    days = _days(act)
    groups = []
    for (start, end), eid in act.periods.items():
        first = "" if start is None else f' start="#{days[start]}"'
        last = "" if end is None else f' end="#{days[end]}"'
        groups.append(f'<temporalGroup eId="{eid}"><timeInterval{first}{last} refersTo="#validity"/></temporalGroup>\n')
    return f'<temporalData source="#cpp-corpus">\n{"".join(groups)}</temporalData>\n'


def _date_name(made: str) -> str:
    """What the date of a work is, by its place in the URI."""
    if len(made) == len(UNKNOWN_DAY):
        return "Generation"
    return "unknown" if made == UNKNOWN_DAY[:4] else "year"

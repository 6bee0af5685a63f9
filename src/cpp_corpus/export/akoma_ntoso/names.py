"""Names in Akoma Ntoso: URIs of acts and eIds of their parts, by the OASIS naming convention.

===================  =========================================================
what                 name
===================  =========================================================
a law                ``/akn/fr/act/loi/2019-03-23/2019-222``
a code               ``/akn/fr/act/code/2000-09-20/code-de-commerce``
an act of the EU     ``/akn/eu/act/reglement-ue/2016/679``
a decision           ``/akn/fr/judgment/decision-cc/2013/2013-9301-qpc``
an article           ``art_L-811-2``, ``art_1649quaterBbis``
one of its versions  ``art_706-16-2022-08-15``
a part of it         ``art_L-811-2__para_II__point_3__point_a``
a division           ``book_iv__title_ii__chp_1``
===================  =========================================================

Everything is made from the ids of this project alone, so that a target has the same name wherever it is cited. An id
rarely has the date of an act: its year stands in the place of the date, or ``0001`` where that is not known either;
:func:`dated_work` has the date where a citation gives it. An act without a number has ``nn``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from cpp_corpus.errors import NumberError
from cpp_corpus.lang.acts import ACTS
from cpp_corpus.lang.identifiers import identifiers
from cpp_corpus.model.article_id import unversioned
from cpp_corpus.model.division import act_and_path
from cpp_corpus.model.number import ArticleNumber, NumberKind

__all__ = [
    "UNKNOWN_DAY",
    "Level",
    "article_eid",
    "dated_work",
    "division_eid",
    "file_name",
    "level_of",
    "node_uri",
    "part_step",
    "work_level_eid",
    "work_uri",
]

UNKNOWN_DAY = "0001-01-01"
"""The date that stands for one that is not known: the schema asks for a date."""


class Level(NamedTuple):
    """An element of the hierarchy."""

    element: str
    short: str
    """As eIds have it."""


_LEVELS = {
    "partie": Level("part", "part"),
    "sous-partie": Level("subpart", "subpart"),
    "tome": Level("tome", "tome"),
    "livre": Level("book", "book"),
    "titre": Level("title", "title"),
    "sous-titre": Level("subtitle", "subtitle"),
    "chapitre": Level("chapter", "chp"),
    "sous-chapitre": Level("subchapter", "subchp"),
    "section": Level("section", "sec"),
    "sous-section": Level("subsection", "subsec"),
    "paragraphe": Level("paragraph", "para"),
    "sous-paragraphe": Level("subparagraph", "subpara"),
    "division": Level("division", "dvs"),
    "sous-division": Level("subdivision", "subdvs"),
}
_OTHER = Level("hcontainer", "hcontainer")


def level_of(step: str) -> Level:
    """The element for a division by the ``step`` of its path; ``hcontainer`` where the standard has none.

    >>> level_of("sous-section.2").element, level_of("partie-legislative").element, level_of("annexe").element
    ('subsection', 'part', 'hcontainer')
    """
    return _level_and_number(step)[0]


# ---------------------------------------------------------------------------------------------------------------------
# Acts.


@lru_cache(maxsize=1 << 14)
def work_uri(act: str | None) -> str:
    """The URI of an act as a work, by its id; ``None`` is the unknown act.

    >>> work_uri("code-de-commerce"), work_uri("loi:78-17")
    ('/akn/fr/act/code/2000-09-20/code-de-commerce', '/akn/fr/act/loi/1978/78-17')
    >>> work_uri("reglement-ue:2016/679"), work_uri("loi:1881-07-29")
    ('/akn/eu/act/reglement-ue/2016/679', '/akn/fr/act/loi/1881-07-29/nn')
    """
    if act is None or act == "?":
        return "/akn/fr/act/0001/unknown"
    nature, mark, number = act.partition(":")
    if not mark:
        known = ACTS[act].valid_from if act in ACTS else None
        kind = "code/" if act.startswith("code-") or act in ACTS else ""
        return f"/akn/fr/act/{kind}{known or '0001'}/{_segment(act)}"
    country = "eu" if nature.endswith("-ue") else "fr"
    kind = "judgment" if nature.startswith("decision") and country == "fr" else "act"
    year, name = _year_and_name(act, number)
    return f"/akn/{country}/{kind}/{_subtype(nature)}/{year}/{_segment(name)}"


def dated_work(act: str, eli: str | None) -> str | None:
    """The URI of an act with its full date, where its ``eli`` has that; else ``None``.

    >>> dated_work("loi:2019-222", "https://www.legifrance.gouv.fr/eli/loi/2019/3/23/2019-222/jo/texte")
    '/akn/fr/act/loi/2019-03-23/2019-222'
    """
    match = None if eli is None else _ELI.search(eli)
    if match is None:
        return None
    nature, _, number = act.partition(":")
    return f"/akn/fr/act/{_subtype(nature)}/{match[1]}-{int(match[2]):02}-{int(match[3]):02}/{_segment(number)}"


def file_name(act: str | None) -> str:
    """The name of the file of an act, without a suffix.

    >>> file_name("loi:2019-222"), file_name(None)
    ('loi-2019-222', 'unknown')
    """
    return "unknown" if act is None else _SIGNS.sub("-", act).strip("-.") or "unknown"


_SIGNS = re.compile(r"[^\w.-]+")
_ELI = re.compile(r"/eli/[a-z]+/([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})/")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"((?:1[5-9]|20)[0-9]{2})(?=-|$)|([0-9]{2})-")
_CELEX = re.compile(r"3([0-9]{4})[A-Z]([0-9]{4,})")


def _year_and_name(act: str, number: str) -> tuple[str, str]:
    """The year, or the date, and the number in an id; ``0001`` where the year is not known."""
    if _DATE.fullmatch(number):
        return number, "nn"
    celex = identifiers(act).celex
    if celex is not None and (found := _CELEX.fullmatch(celex)):
        return found[1], str(int(found[2]))
    match = _YEAR.match(number)
    if match is None:
        return "0001", number
    if match[1] is not None:
        return match[1], "nn" if match[1] == number else number
    short = int(match[2])
    return str(short + (1900 if short > _THIS_CENTURY else 2000)), number


_THIS_CENTURY = 40  # laws of the years 1941 to 1999 were numbered with two digits, decisions still are


def _subtype(nature: str) -> str:
    """A nature as a subtype, which must not begin with a digit."""
    named = _segment(nature)
    return named if named[:1].isalpha() else f"act-{named}"


def _segment(name: str) -> str:
    return quote(name.replace("/", "-").replace(":", "-"), safe="-.") or "nn"


# ---------------------------------------------------------------------------------------------------------------------
# Articles, their parts, and divisions.


@lru_cache(maxsize=1 << 14)
def article_eid(article_id: str) -> str:
    """The eId of an article by its id.

    >>> article_eid("code-x/l811-2"), article_eid("code-x/1649-quater-b-bis"), article_eid("code-x/~107")
    ('art_L-811-2', 'art_1649quaterBbis', 'art_line-107')
    >>> article_eid("code-x/706-16@2022-08-15~2")
    'art_706-16-2022-08-15-2'
    """
    place = article_id.rpartition("/")[2]
    match = _PLACE.fullmatch(place)
    if match is None:
        return "art_" + _word(place)
    number = f"line-{match['line']}" if match["line"] else _printed(match["number"])
    return "-".join(filter(None, (f"art_{number}", match["day"], match["rank"])))


def work_level_eid(article_id: str) -> str:
    """The eId that all versions of an article share.

    >>> work_level_eid("code-x/706-16@2022-08-15")
    'art_706-16'
    """
    return article_eid(unversioned(article_id))


@lru_cache(maxsize=1 << 14)
def division_eid(path: str) -> str:
    """The eId of a division by its path.

    >>> division_eid("partie-legislative/livre.iv/titre.ii"), division_eid("annexe")
    ('part_legislative__book_iv__title_ii', 'hcontainer_annexe')
    """
    return "__".join(map(_step, path.split("/")))


def part_step(marker: str | None, place: int) -> tuple[str, str]:
    """The element of an alinéa by its ``marker``, and its step in an eId; ``place`` counts its kind, from 1.

    >>> part_step("II bis", 1), part_step("3°", 1), part_step("-", 2), part_step(None, 3)
    (('paragraph', 'para_IIbis'), ('point', 'point_3'), ('indent', 'indent_2'), ('alinea', 'al_3'))
    """
    if marker is None:
        return "alinea", f"al_{place}"
    if not marker[0].isalnum():
        return "indent", f"indent_{place}"
    element, short = ("point", "point") if marker[0].islower() or "°" in marker else ("paragraph", "para")
    return element, f"{short}_{_word(marker)}"


def node_uri(node: str, *, is_act: bool = False, inside: str | None = None) -> str:
    """The URI of a node of the graph; one of the act ``inside``, whose document it stands in, begins with ``#``.

    ``is_act`` says that the node is a whole act: the ids of some acts look like those of articles.

    >>> node_uri("loi:78-17/3"), node_uri("code-x#livre.i", inside="code-x"), node_uri("code-x/2", inside="code-x")
    ('/akn/fr/act/loi/1978/78-17/~art_3', '#book_i', '#art_2')
    >>> node_uri("reglement-ue:2016/679", is_act=True)
    '/akn/eu/act/reglement-ue/2016/679'
    """
    if is_act:
        return work_uri(node)
    act, path = act_and_path(node)
    if path:
        name = division_eid(path)
    else:
        act, name = node.rpartition("/")[0], article_eid(node)
    return f"#{name}" if inside is not None and act == inside else f"{work_uri(act)}/~{name}"


_PLACE = re.compile(
    r"(?:~(?P<line>[0-9]+)|(?P<number>[^/@~#\s]+))(?:@(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}))?(?:~(?P<rank>[0-9]+))?"
)


def _step(step: str) -> str:
    level, number = _level_and_number(step)
    return f"{level.short}_{_word(number)}" if number else level.short


@lru_cache(maxsize=1 << 12)
def _level_and_number(step: str) -> tuple[Level, str]:
    """The element of a step, and its number, or what else tells it from others: all but the word for its kind."""
    kind, dot, number = step.partition(".")
    if kind in _LEVELS:
        return _LEVELS[kind], number
    for kind in _KINDS:
        if step.startswith(f"{kind}-") and not dot:
            return _LEVELS[kind], step[len(kind) + 1 :]
    return _OTHER, step


_KINDS = sorted(_LEVELS, key=len, reverse=True)


@lru_cache(maxsize=1 << 14)
def _printed(number: str) -> str:
    """A normalised number as eIds write it: spaces left out, a hyphen for other signs.

    A number with dots (``10.1.1``) keeps them: ``10-1-1`` may be another article.
    """
    if _DOTTED.fullmatch(number):
        return number
    try:
        parsed = ArticleNumber(number)
    except NumberError:
        return _word(number)
    if parsed.kind is not NumberKind.NUMBER:
        return _word(number)
    rest = _word(parsed.heading[len(parsed.prefix) :])
    return f"{parsed.prefix}-{rest}" if parsed.prefix else rest


def _word(text: str) -> str:
    """A text as a word of an eId: no spaces, no signs around it, a hyphen for those inside."""
    return _INNER.sub("-", text.replace(" ", "").replace("°", "")).strip("-") or "nn"


_DOTTED = re.compile(r"\w+(?:\.\w+)+")
_INNER = re.compile(r"[^\w]+|_+")

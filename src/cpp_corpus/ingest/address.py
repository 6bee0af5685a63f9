"""Reading of paths and addresses: the act and divisions of a page, the target of a link."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from cpp_corpus.ingest.sources.entry import printable
from cpp_corpus.lang.acts import act_written
from cpp_corpus.lang.adverbs import ADVERB
from cpp_corpus.lang.dates import read_date
from cpp_corpus.lang.ordinals import ordinal
from cpp_corpus.lang.roman import ROMAN, to_roman
from cpp_corpus.lang.typography import plain, slug
from cpp_corpus.model.article import Division
from cpp_corpus.model.number import normalize_number

__all__ = ["act_folder", "act_of_path", "address_target", "division", "place", "place_of"]


def place_of(path: str) -> tuple[str | None, tuple[Division, ...]]:
    """Act and divisions of the page at ``path``, by its folders.

    >>> place_of("mirror/code-des-nuages/titre-ier/12.md")[0], place_of("Code pénal/12.md")[0]
    ('code-des-nuages', 'code-penal')
    >>> place_of("lois/loi-du-1er-juin-1924/1.md")[0], place_of("Décret n° 2009-12 du 3 mai 2009/titre-ier/1.md")[0]
    ('loi:1924-06-01', 'decret:2009-12')
    """
    return place(_folder(path))


@lru_cache(maxsize=4096)
def place(folder: str) -> tuple[str | None, tuple[Division, ...]]:
    """Act and divisions of the pages in ``folder``, an absolute path with slashes.

    The act is the last folder with the name of a code, else the last one with an abbreviation of one, else the last one
    with the title of a law, decree or order; the folders below it are the divisions, outer to inner.
    """
    parts = folder.split("/")
    act, at = _act_among(parts)
    return act, tuple(map(division, parts[at + 1 :])) if act else ()


def act_of_path(path: str) -> str | None:
    """The act of the page at ``path``, by its folders.

    >>> act_of_path("mirror/code-des-nuages/titre-ier/12.md")
    'code-des-nuages'
    """
    return place_of(path)[0]


def act_folder(path: str) -> str | None:
    """The path of the folder that names the act of the page at ``path``.

    >>> act_folder("/mirror/code-des-nuages/titre-ier/12.md")
    '/mirror/code-des-nuages'
    """
    parts = _folder(path).split("/")
    act, at = _act_among(parts)
    return "/".join(parts[: at + 1]) if act else None


@lru_cache(maxsize=1 << 12)
def division(slug: str) -> Division:
    """The division with the slug ``slug``.

    >>> division("titre-xxv-bis-de-la-pluie").number, division("deuxieme-partie-du-vent").number
    ('XXV bis', 'II')
    >>> division("titre-deuxieme-du-vent").number, division("section-dix-septieme").number
    ('II', 'XVII')
    >>> division("section-2-procedure").kind, division("b-recettes").kind, division("annexes").kind
    ('section', 'division', 'annexe')
    """
    match = _DIVISION.match(slug)
    kind = match["kind"] or match["after"] if match else None
    if not match or not (kind or match["number"] or match["ordinal"]):
        return Division(kind="division", slug=slug)
    number = _printed(match["number"]) if match["number"] else None
    if match["ordinal"]:
        number = _ordinal(match["ordinal"])
    return Division(kind=kind.rstrip("s") if kind else "division", number=number, slug=slug)


@lru_cache(maxsize=1 << 12)
def address_target(href: str) -> tuple[str | None, str | None]:
    """The act and normalised article number that the address of a link names; ``None`` for what it does not name.

    >>> address_target("/code-des-nuages/livre-ier-du-ciel/l12-3.md")
    ('code-des-nuages', 'l12-3')
    >>> address_target("/affichCodeArticle.do?cidTexte=LEGITEXT000006070719&idArticle=LEGIARTI000000000001")
    ('code-penal', None)
    >>> address_target("/afficher.do?texte=1")
    (None, None)
    """
    if text := _LEGITEXT.search(href):
        return act_written(text[0]), None
    parts = href.removeprefix("/").split("/")
    name = parts[-1]
    if len(parts) < 2 or not name.endswith(".md"):
        return None, None
    act = act_written(parts[0])
    return (act, normalize_number(name.removesuffix(".md"))) if act else (None, None)


# ---------------------------------------------------------------------------------------------------------------------


def _folder(path: str) -> str:
    """The absolute path of the folder that a file is in, with slashes."""
    folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 - Path.resolve asks the disk
    return printable(folder)


def _act_among(parts: list[str]) -> tuple[str | None, int]:
    names = [_ARCHIVE.sub("", part) for part in parts]
    for short in (False, True):
        for at in range(len(names) - 1, -1, -1):
            if act := act_written(names[at], short=short):
                return act, at
    for at in range(len(names) - 1, -1, -1):
        if act := _law(names[at]):
            return act, at
    return None, -1


def _law(name: str) -> str | None:
    """The id of the law, decree or order that the name of a folder is the title of, by its number, else by its day."""
    found = _LAW.match(slug(name)) if name[:1].isalpha() else None
    if found is None:
        return None
    if found["number"]:
        return f"{found['nature']}:{found['number']}"
    day = read_date(found["day"].replace("-", " "))
    return f"{found['nature']}:{day}" if day else None


_LAW = re.compile(
    r"(?P<nature>loi|ordonnance|decret(?:-loi)?|arrete)"
    r"(?:-(?:organique|constitutionnelle|ministeriel|interministeriel|royal))?"
    r"-(?:n-?(?P<number>[0-9]{2,4}-[0-9]{1,5})(?=-|\Z)|du-(?P<day>[0-9]{1,2}(?:er)?-[a-z]+-[0-9]{4})(?=-|\Z))"
)
"""The slug of a title: ``decret-n2009-12-du-3-mai-2009-mccb0922695d``, ``loi-du-1er-juin-1924``."""


_LEGITEXT = re.compile(r"\bLEGITEXT[0-9]{12}\b")
_ARCHIVE = re.compile(r"(?:\.tar)?\.(?:zip|tar|tgz|tbz2?|txz|tzst|gz|bz2|xz|zst)$", re.IGNORECASE)
"""The suffix of an archive, which is a folder in the paths of its members."""
_KINDS = ["partie", "livre", "titre", "chapitre", "section", "paragraphe"]
_ORDINALS = (
    "premier premiere 1er 1re",
    "second seconde deuxieme 2e",
    "troisieme 3e",
    "quatrieme 4e",
    "cinquieme 5e",
    "sixieme 6e",
    "septieme 7e",
    "huitieme 8e",
    "neuvieme 9e",
    "dixieme 10e",
    "onzieme 11e",
    "douzieme 12e",
)
_ORDINAL_VALUES = {word: rank for rank, words in enumerate(_ORDINALS, 1) for word in words.split()}
_HIGHEST = 40
_IN_WORDS = {plain(ordinal(rank, feminine=feminine)): rank for rank in range(1, _HIGHEST) for feminine in (False, True)}
_IN_WORDS |= {"second": 2, "seconde": 2}
"""Ranks in words: ``deuxieme``, ``dix-septieme``."""
_NAMES = {"preliminaire": "préliminaire", "liminaire": "liminaire", "unique": "unique"}
_KIND = rf"(?:sous-){{0,2}}(?:{'|'.join(_KINDS)})|annexes?"
_NUMERAL = rf"0*(?:{ROMAN.replace('(?=[MDCLXVI])', '(?=[mdclxvi])').lower()}|[0-9]+)"
_DIVISION = re.compile(
    rf"(?:(?P<kind>{_KIND})\b(?:-|$))?"
    rf"(?:(?P<number>(?:(?(kind)(?:{'|'.join(_IN_WORDS)})(?=-|$)|(?!))"
    rf"|0*(?:premiere?|ier|1er|1re)|{'|'.join(_NAMES)}|{_NUMERAL}|0*[a-z])"
    rf"(?:-(?:{ADVERB}|[a-z](?=-(?:{ADVERB})\b)|0))*)(?=-|$)(?(kind)|(?!-(?:{_KIND})\b))(?:-|$))?"
    rf"(?:(?P<ordinal>{'|'.join(_ORDINAL_VALUES)})-(?P<after>{_KIND})\b)?"
)


def _printed(slug: str) -> str:
    first, *rest = slug.split("-")
    if first in _NAMES:
        return _NAMES[first]
    if rank := _rank(slug):
        return rank
    if first in {"premier", "premiere", "ier", "1er", "1re"}:
        head = "1er" if first[0] == "1" else "Ier"
    else:
        head = first.upper()
    return " ".join([head, *(part if len(part) > 1 else part.upper() for part in rest)])


def _rank(slug: str) -> str | None:
    """The numeral of a rank in words, but for the first, which is printed in several ways."""
    rank = _IN_WORDS.get(slug, 0)
    return to_roman(rank) if rank > 1 else None


def _ordinal(word: str) -> str:
    rank = _ORDINAL_VALUES[word]
    return "Ier" if rank == 1 else to_roman(rank)

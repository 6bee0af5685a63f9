"""Headings of articles: number and state.

Ingest uses :func:`is_heading`, the tokenizer :func:`read_heading`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cpp_corpus.errors import NumberError
from cpp_corpus.lang.acts import is_titled_number
from cpp_corpus.lang.dates import DATE, find_date
from cpp_corpus.lang.typography import plain
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.number import ArticleNumber, NumberKind
from cpp_corpus.model.state_words import LETTERS, not_in_force
from cpp_corpus.model.states import state_named

__all__ = ["Heading", "is_heading", "read_heading"]


class Heading(NamedTuple):
    """A heading, read."""

    number: ArticleNumber | None
    """``None`` where its words are not a number."""
    state: ArticleState | None
    """``None`` where it does not name a state."""
    name: str
    """Its words without ``Article`` and without the state."""
    has_title: bool = False
    """Whether a title follows the number: ``Article 12 - Du sable``."""
    ends: date | None = None
    """The day that it names as its end: ``Article 12 (abrogé au 1er janvier 2031)``."""

    @property
    def is_unnumbered(self) -> bool:
        """Whether the source prints ``None`` for the number, as some do for unnumbered annexes."""
        return self.name == "None"


@lru_cache(maxsize=4)
def read_heading(heading: str) -> Heading:
    """Read a heading as printed: ``Article 12-3 (abrogé)``, ``Annexe I``.

    >>> read_heading("Article L12-3 (abrogé)")[:2]
    (ArticleNumber('L12-3'), <ArticleState.REPEALED: 'repealed'>)
    >>> read_heading("Article L. 12-3 – Du vent")[::3]
    (ArticleNumber('L12-3'), True)
    >>> read_heading("Article 12 (abrogé au 1er janvier 2031)").ends
    datetime.date(2031, 1, 1)
    >>> [str(read_heading(f"Article 12 {said}").state) for said in ("(non en vigueur)", "- Non entré en vigueur")]
    ['repealed', 'future']
    >>> read_heading("Article 1 er").number
    ArticleNumber('1er')
    >>> read_heading("Article 12 [abrogé par la loi n° 2031-5 du 3 mars 2031]")[:2]
    (ArticleNumber('12'), <ArticleState.REPEALED: 'repealed'>)
    >>> [read_heading(f"Article {name}").number for name in ("3 et dernier", "deux")]
    [ArticleNumber('3'), ArticleNumber('2')]
    """
    state = ends = None
    heading = _FIRST.sub(r"\g<1>1er", heading)
    if ending := _ENDING.search(heading):
        heading, state, ends = heading[: ending.start()], ArticleState.IN_FORCE, find_date(ending[1])
    elif (status := _STATUS.search(heading)) and (state := _state(status[1] or status["squared"])):
        heading = heading[: status.start()]
    elif (behind := _BEHIND.search(heading)) and (state := _state(behind["state"])):
        heading = heading[: behind.start()]
    elif by_act := _BY_ACT.search(heading):
        heading, state = heading[: by_act.start()], _STATES.get(plain(by_act[1] or "").lower())
    name = _LAST.sub("", _WORD.sub("", heading, count=1)).strip()
    name = _SPELT.get(plain(name).lower(), name)
    if name == "None":
        return Heading(None, state, name)
    try:
        return Heading(ArticleNumber.parse(name), state, name, ends=ends)
    except NumberError:
        return _titled(name, state)._replace(ends=ends)


def is_heading(line: str, *, in_act: bool) -> bool:
    """Whether ``Article …`` is the heading of an article of an act, not the title of another kind of article.

    It has a number, or a word used as one. ``in_act``: the file is in the folder of an act, so a number of unknown
    form, or a title that no known code has, is accepted too.

    >>> [is_heading(f"Article {name}", in_act=False) for name in ("L12-3", "préliminaire", "None", "de blog")]
    [True, True, True, False]
    """
    heading = read_heading(line)
    if heading.is_unnumbered:
        return True
    if heading.has_title:
        return in_act  # else it may be a part of any other text
    if heading.number is None:
        return (in_act or "\ufffd" in line) and any(map(str.isdigit, heading.name))
    titled = heading.number.kind is NumberKind.TITLE
    return in_act or not titled or is_titled_number(heading.number.normalized)


# ---------------------------------------------------------------------------------------------------------------------

_STATUS = re.compile(
    r"(?<!\s)\s*(?:\(\s*+([^()\d]{4,30}?|[A-Z][A-Za-z]{0,2})\s*\)|\[\s*+(?P<squared>[^()\[\]\d]{4,30}?)\s*\])\s*$"
)
_BEHIND = re.compile(r"(?<=[\w*])(?:\.? [-–—]| ?:) (?P<state>[^\W\d][^\d:().–—]{3,29})\s*$")
"""What stands behind the number and a dash: a state, or the title of the article."""
_BY_ACT = re.compile(
    r"(?<!\s)\s*[(\[](?:(abrog|supprim|modifi|insér|cré|rétabl|ajout|remplac|transfér|codifi|rectifi)[a-zé]{0,3} par )?"
    r"(?:la |le |l')?(?:L\.|Loi|Ord\.|Ordonnance|D\.|Décr\.|Décret(?:-loi)?|Arr\.|Arrêté)(?: organique)?"
    r" (?:n ?[°o] ?\d|du \d|\d{1,2}(?:er)? [a-zéû]{3,9}\.? \d{4})[^()\[\]]{0,120}[)\]]\s*$",
    re.IGNORECASE,
)
"""The act that an article was made or changed by, in brackets behind its number."""
_LAST = re.compile(r"(?<=[\w.]) et dernier\Z", re.IGNORECASE)
"""How the last article of a text may be called behind its number."""
_SPELT = {
    **dict.fromkeys(("second", "deux", "deuxieme"), "2"),
    **dict.fromkeys(("trois", "troisieme"), "3"),
    **dict.fromkeys(("quatre", "quatrieme"), "4"),
    **dict.fromkeys(("cinq", "cinquieme"), "5"),
    **dict.fromkeys(("six", "sixieme"), "6"),
    **dict.fromkeys(("sept", "septieme"), "7"),
    **dict.fromkeys(("huit", "huitieme"), "8"),
    **dict.fromkeys(("neuf", "neuvieme"), "9"),
    **dict.fromkeys(("dix", "dixieme"), "10"),
}
"""The numbers that are written as words; the first has its own form."""
_ENDING = re.compile(
    rf"(?<!\s)\s*\(\s*(?:abrogée?|périmée?|transférée?) (?:au|le|à compter du|à partir du) ({DATE})\s*\)\s*$",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\A(\s*+(?:(?:Article|Art\.?)\s*+)?)1(?: er\b| ?ᵉʳ| ?[°º](?!\w)| ?\^er\b)", re.IGNORECASE)
"""The number of a first article whose raised letters a converter has set apart, or as signs of their own."""
_WORD = re.compile(r"\A\s*Article\b\s*", re.IGNORECASE)
_TITLED = re.compile(
    r"(?P<number>(?=\D{0,8}\d)[^:–—]{1,30}?)(?: ?[:–—]| -) (?P<title>[A-ZÀÂÉÈÊÎÔÇŒ][^\n]{2,120})(?<![.;:,])"
)
_STATES = {
    **dict.fromkeys(
        (
            *("abrog", "perim", "annul", "transfer", "disjoint", "supprim", "modifie mort-n"),
            *("remplac", "denonc"),
        ),
        ArticleState.REPEALED,
    ),
    **dict.fromkeys(("differ", "vigueur differ", "a venir"), ArticleState.FUTURE),
    **dict.fromkeys(("abroge differ", "modifi", "nouveau", "nouvell", "rectifi"), ArticleState.IN_FORCE),
}


def _state(words: str) -> ArticleState | None:
    """The state that words in brackets, or a dash before them, give a number."""
    if words in LETTERS:
        return state_named(LETTERS[words])
    if words == "M":  # it was modified: this is the text that is law
        return ArticleState.IN_FORCE
    name = plain(words).lower().rstrip("e")
    return not_in_force(name) or _STATES.get(name)


def _titled(name: str, state: ArticleState | None) -> Heading:
    """The heading whose number has a title behind it; without a number where it has none."""
    if found := _TITLED.fullmatch(name):
        try:
            return Heading(ArticleNumber.parse(found["number"].strip()), state, name, has_title=True)
        except NumberError:
            pass
    return Heading(None, state, name)

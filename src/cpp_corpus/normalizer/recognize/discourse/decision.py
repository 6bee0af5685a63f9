"""What is decided of an act, and the evidence that decisions rest on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cpp_corpus.lang.acts import ACTS, codes_with, has_number
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.phrase import Item, Phrase

__all__ = [
    "NEVER_LETTERED",
    "CitingArticle",
    "Decision",
    "are_prefixed",
    "default_act",
    "has_all",
    "has_range_of_another",
    "is_never_of",
    "may_have_all",
    "natures_of",
    "numbers_of",
    "path_from",
    "unknown",
]


class CitingArticle(NamedTuple):
    """The article whose text is read."""

    act: str | None = None
    """Id of its act."""
    article: str | None = None
    """Its normalised number."""
    part: str | None = None
    """Locator of the part of it whose new text is read."""
    is_cut: bool = False
    """Whether only some words of it are read ("les mots : « du même V »"), so that what they lead back to is not."""
    whole: str | None = None
    """The whole text, where this is a quotation in one that is no article of a code."""

    def is_of_code(self) -> bool:
        """Whether the text is that of an article of a French code, or quoted in one."""
        return self.whole is None and self.act in ACTS and self.article is not None


class Decision(NamedTuple):
    """Which act a phrase is of, and why."""

    act: str | None
    """Id of the act; ``None`` where the text cannot tell."""
    via: Via
    basis: Basis
    antecedent: Span | None = None
    """What an anaphor stands for."""
    reason: Reason | None = None
    """Why the act is not known."""
    origin: int | None = None
    """Index of the phrase that names the act, where that is another one."""
    outer: str = ""
    """Path of the division from which this one goes on."""

    def led(self, basis: Basis, origin: int) -> Decision:
        """The same for another phrase, to which the act of phrase ``origin`` is led over."""
        act, via, _, antecedent, reason, before, _ = self
        return Decision(
            act, via, basis if act else Basis.NONE, antecedent, reason, origin if before is None else before
        )


_TREATY = "traite:"
_TREATIES = frozenset(("convention", "charte", "statut", "protocole", "accord"))


def natures_of(act: str) -> frozenset[str]:
    """What an act may call itself: "le présent code", "la présente convention".

    >>> [*natures_of("code-civil"), *natures_of("traite:convention-oit-158"), *natures_of("traite:tue")]
    ['code', 'convention', 'traité']
    """
    if act.startswith(_TREATY):
        noun = act.removeprefix(_TREATY).partition("-")[0]
        return frozenset((noun,)) if noun in _TREATIES else frozenset(("traité",))
    if act.startswith("idcc:"):
        return frozenset(("accord" if act.count(":") > 1 else "convention",))
    return frozenset((act.partition(":")[0] if ":" in act else "code",))


def unknown(reason: Reason, via: Via = Via.ANAPHORA) -> Decision:
    """The decision that an act cannot be known."""
    return Decision(None, via, Basis.NONE, reason=reason)


def path_from(outer: str, path: str) -> str:
    """A path of divisions that goes on from another one, which it may name again.

    >>> path_from("partie.vi", "partie.same/livre.i"), path_from("", "livre.i")
    ('partie.vi/livre.i', 'livre.i')
    """
    first, _, rest = path.partition("/")
    return "/".join([step for step in (outer, rest if outer and first.endswith(".same") else path) if step])


@lru_cache(maxsize=1 << 10)
def default_act(citing: str | None) -> Decision:
    """The decision for a phrase that names no act, in an article of the act ``citing``."""
    if citing is None:
        return unknown(Reason.NO_ACT_NAMED, Via.DEFAULT)
    return Decision(citing, Via.DEFAULT, Basis.DEFAULT)


def are_prefixed(numbers: Sequence[str]) -> bool:
    """Whether numbers are those of a code in parts, by their letter and hyphen; false where there are none.

    >>> are_prefixed(["l121-1", "r5-2"]), are_prefixed(["l121-1", "12"]), are_prefixed([])
    (True, False, False)
    """
    return bool(numbers) and all(number[0] in "lrd" and "-" in number for number in numbers)


def numbers_of(phrase: Phrase) -> list[str]:
    """The normalised numbers of a phrase."""
    return [normalize_number(item.number) for item in phrase.items if item.number]


def has_all(act: str | None, numbers: Sequence[str]) -> bool | None:
    """Whether an act has all the numbers; ``None`` where its numbers are not known."""
    for number in numbers:
        found = has_number(act, number)
        if not found:
            return found
    return True


def may_have_all(act: str | None, numbers: Sequence[str]) -> bool:
    """Whether an act has all the numbers, as far as one knows: only a code has prefixes, or a thousandth article."""
    found = has_all(act, numbers)
    return found is True or (
        found is None and not any(number[0] in "lrda" or _OF_CODE.match(number) for number in numbers)
    )


_OF_CODE = re.compile(r"[0-9]{4}|[0-9]{3}-[0-9]")


def has_range_of_another(phrase: Phrase, act: str | None) -> bool:
    """Whether an act lacks the last number of a range that a code has whole: "art. 815 à 815-18 et art. 1359 CPC"."""
    return any(_is_of_another(act, item) for item in phrase.items if item.to is not None)


def _is_of_another(act: str | None, item: Item) -> bool:
    first, last = normalize_number(item.number or ""), normalize_number(item.to or "")
    if not last[:1].isdigit() or "-" not in last:
        return False  # of the others any code may have had the last one
    return has_number(act, last) is False and not {*codes_with(first)}.isdisjoint(codes_with(last))


def is_never_of(act: str | None, numbers: Sequence[str]) -> bool:
    """Whether an act is no code, and all the numbers have a prefix, as only those of codes have.

    Those of agreements and instructions may have a letter, and none of these has a hyphen as well.

    >>> is_never_of("directive-ue:2014/68", ["l1-1"]), is_never_of("code-civil", ["l1-1"])
    (True, False)
    """
    if act is None or ":" not in act or not act.startswith(_NEVER_PREFIXED):
        return False
    simple = act.startswith(NEVER_LETTERED)
    return bool(numbers) and all(number[0] in "lrd" and (simple or "-" in number) for number in numbers)


NEVER_LETTERED = ("loi:", "ordonnance:", "decret:", "constitution:", "reglement-ue:", "directive-ue:")
"""How the ids of acts begin none of whose articles has a letter before its number."""
_NEVER_PREFIXED = (
    *NEVER_LETTERED,
    *("declaration:", "traite:", "idcc:", "circulaire:", "boi:", "decision-ue:", "decision-cadre-ue:"),
)

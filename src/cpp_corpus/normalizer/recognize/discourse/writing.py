"""References from phrases whose acts are known."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import takewhile

from cpp_corpus.lang.acts import has_number, is_act_id
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Reference, ReferenceKind, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.memory import CitingArticle, Known, Memory, SeenArticle
from cpp_corpus.normalizer.recognize.phrase import How, Item, Phrase

__all__ = ["written"]

_ARTICLE, _DIVISION, _ACT, _INTERNAL = ReferenceKind  # to look a member of an enum up costs as much as a call
_ANAPHORA, _DEFAULT = Via.ANAPHORA, Via.DEFAULT

_TOGETHER = 40
"""Characters between two articles that are cited together ("du I des articles 28-1 ou 28-2")."""
_NEVER_LETTERED = ("loi:", "ordonnance:", "decret:", "constitution:", "traite:", "reglement-ue:", "directive-ue:")
"""Acts whose articles have no L., R. or D.: one that stands beside them is of the citing act."""
_COURTS = ("decision-cc:", "decision-ce:")
"""What "cette décision" alone hardly means: there are decisions of prefects, which have no number."""
_PREFIX = re.compile(r"(?:lo|[lrda])?(?=\d)|")


def written(phrase: Phrase, act: Known | None, citing: CitingArticle, memory: Memory) -> list[Reference]:
    """The references that a phrase makes, one for each member and locator; parts of articles are remembered."""
    made: list[Reference] = []
    _WRITERS[phrase.kind](phrase, act, citing, memory, made)
    memory.parts += [reference for reference in made if reference.locator is not None]
    return made


def _articles(phrase: Phrase, act: Known | None, citing: CitingArticle, memory: Memory, made: list[Reference]) -> None:
    act = act or _default(citing.act)
    prefix = ""
    several = len(phrase.items) > 1
    foreign = phrase.act is not None and act.id is not None and act.id.startswith(_NEVER_LETTERED)
    for item in phrase.items:
        if item.number is None:
            _said(phrase, item, citing, memory, made)
            continue
        if item.otherwise is not None:
            _choose(item, item.otherwise, act.id)
        number = normalize_number(item.number)
        to = None
        if several or item.to is not None:
            number = _with_prefix(number, prefix, act.id)
            match = _PREFIX.match(number)
            prefix = match[0] if match else ""
            to = None if item.to is None else _with_prefix(normalize_number(item.to), prefix, act.id)
        own = _default(citing.act) if foreign and number[0] in "lrd" else act
        if item.how is How.SAME:
            before = memory.articles.get(number) if phrase.act is None else None
            own = Known(act.id, _ANAPHORA, act.antecedent, act.reason) if before is None else before.known()
        _each(_ARTICLE, phrase, item, own, made, number, to)
        memory.article = memory.articles[number] = SeenArticle(own, number, item)


def _choose(item: Item, other: Item, act: str | None) -> None:
    """Read an item the other way, where the act has that number and not this one.

    The articles of a law have no letters: "article 23 I" of one is I of article 23.
    """
    if has_number(act, normalize_number(item.number or "")):
        return
    law = bool(other.locators) and act is not None and not is_act_id(act)
    if law or has_number(act, normalize_number(other.number or "")):
        item.number, item.end = other.number, other.end
        item.locators = tuple(f"{outer}/{inner}" for outer in other.locators for inner in item.locators) or (
            other.locators or item.locators
        )


@lru_cache(maxsize=1 << 10)
def _default(act: str | None) -> Known:
    return Known(act, _DEFAULT, reason=None if act else Reason.NO_ACT_NAMED)


def _with_prefix(number: str, prefix: str, act: str | None) -> str:
    """``L. 121-1 et 121-2``: a number without prefix has that of the one before, unless the act has it without."""
    if not prefix or not number[0].isdigit() or "-" not in number:
        return number
    whole = prefix + number
    return whole if has_number(act, whole) or not has_number(act, number) else number


def _said(phrase: Phrase, item: Item, citing: CitingArticle, memory: Memory, made: list[Reference]) -> None:
    """``même article``, ``cet article``, ``article précédent``."""
    if item.how in (How.PREVIOUS, How.NEXT):
        reason = Reason.ARTICLE_BEFORE if item.how is How.PREVIOUS else Reason.ARTICLE_AFTER
        _each(_ARTICLE, phrase, item, Known(citing.act, _ANAPHORA, reason=reason), made)
    elif memory.article is not None:
        seen = memory.article
        kind = _INTERNAL if seen.internal else _ARTICLE
        _each(kind, phrase, item, seen.known(), made, seen.number)


def _internals(
    phrase: Phrase, _act: Known | None, citing: CitingArticle, memory: Memory, made: list[Reference]
) -> None:
    reason = None if citing.article else Reason.CITING_ARTICLE_UNKNOWN
    for item in phrase.items:
        elsewhere = _same_part(phrase, item, memory) if item.how is How.SAME else []
        if elsewhere:
            made += elsewhere
            continue
        if item.how is How.SAME and item.locators == ("al-this",) and memory.alinea:
            item.locators = (memory.alinea,)
        relative = any("-prev" in locator or "-next" in locator for locator in item.locators)
        via = _ANAPHORA if phrase.present or relative or item.how is not How.NAMED else _DEFAULT
        act = Known(citing.act, via, reason=reason)
        _each(_INTERNAL, phrase, item, act, made, citing.article)
        memory.alinea = next((locator for locator in item.locators if locator.startswith("al")), memory.alinea)
        if phrase.present:
            memory.article = SeenArticle(act, citing.article, item, internal=True)


def _same_part(phrase: Phrase, item: Item, memory: Memory) -> list[Reference]:
    """``même I``, ``ledit 3°``: the part of that name that was cited last, of every article it was cited of."""
    if not item.locators:
        return []
    outer = item.locators[0].split("/")[0]
    this = outer == "al-this"
    last = next((r for r in reversed(memory.parts) if _has_part(r, "al" if this else outer, prefix=this)), None)
    if last is None or last.kind is _INTERNAL:
        return []
    path = (last.locator or "").split("/")
    whole = "/".join(path) if this else "/".join((*path[: path.index(outer)], item.locators[0]))
    start, end = item.said or (item.start, item.end)
    return [
        r.replaced(
            start=start,
            end=end,
            locator=whole,
            via=_ANAPHORA,
            relation=phrase.relation,
            antecedent=Span(r.start, r.end),
        )
        for r in reversed([*takewhile(lambda r: last.start - r.start < _TOGETHER, reversed(memory.parts))])
        if r.locator == last.locator and r.act == last.act
    ]


def _has_part(reference: Reference, part: str, *, prefix: bool) -> bool:
    """Whether a reference's locator names a part, or ends with one that begins so."""
    steps = (reference.locator or "").split("/")
    return steps[-1].startswith(part) if prefix else part in steps


def _divisions(
    phrase: Phrase, act: Known | None, citing: CitingArticle, _memory: Memory, made: list[Reference]
) -> None:
    act = act or _default(citing.act)
    for item in phrase.items:
        present = phrase.present or ".present" in (item.path or "")
        own = Known(act.id, _ANAPHORA, act.antecedent, act.reason) if present else act
        _each(_DIVISION, phrase, item, own, made)


def _acts(phrase: Phrase, act: Known | None, _speaker: CitingArticle, _memory: Memory, made: list[Reference]) -> None:
    name = phrase.act
    if act is None or name is None:
        return
    unfounded = act.antecedent is None and name.nature != "code"
    anyone = name.nature == "decision" and (act.id or "").startswith(_COURTS)
    if name.how is not How.SAME or not (unfounded or anyone):
        _each(_ACT, phrase, Item(name.start, name.end), act, made)


def _nothing(*_: object) -> None:
    """A heading makes no reference: its list does."""


_WRITERS: dict[str, Callable[[Phrase, Known | None, CitingArticle, Memory, list[Reference]], None]] = {
    "article": _articles,
    "internal": _internals,
    "division": _divisions,
    "act": _acts,
    "heading": _nothing,
}


def _each(  # noqa: PLR0913, PLR0917 - what differs between the references of one phrase
    kind: ReferenceKind,
    phrase: Phrase,
    item: Item,
    act: Known,
    made: list[Reference],
    article: str | None = None,
    to: str | None = None,
) -> None:
    """Add a reference for each locator of a member to ``made``."""
    ident, via, antecedent, reason = act
    for locator in item.locators or _WHOLE:
        made.append(  # noqa: PERF401 - a comprehension costs a frame, and there is one locator as a rule
            Reference.around(
                {
                    "kind": kind,
                    "start": item.start,
                    "end": item.end,
                    "act": ident,
                    "article": article,
                    "to": to,
                    "open": item.open,
                    "division": item.path,
                    "locator": locator,
                    "via": via,
                    "relation": item.relation or phrase.relation,
                    "antecedent": antecedent,
                    "reason": reason,
                    "detail": None,
                    "note": None,
                }
            )
        )


_WHOLE = (None,)

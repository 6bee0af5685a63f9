"""References from phrases whose acts are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from cpp_corpus.lang.acts import has_number
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reference import Reference, ReferenceKind, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.memory import Known, Memory, SeenArticle, Speaker
from cpp_corpus.normalizer.recognize.phrase import How, Item, Phrase

__all__ = ["written"]

_TOGETHER = 40
"""Characters between two articles that are cited together ("du I des articles 28-1 ou 28-2")."""
_PREFIX = re.compile(r"(?:lo|[lrda])?(?=\d)|")


def written(phrase: Phrase, act: Known | None, speaker: Speaker, memory: Memory) -> Iterator[Reference]:
    """The references that a phrase makes, one for each member and locator; parts of articles are remembered."""
    for reference in _WRITERS[phrase.kind](phrase, act, speaker, memory):
        if reference.locator is not None:
            memory.parts.append(reference)
        yield reference


def _articles(phrase: Phrase, act: Known | None, speaker: Speaker, memory: Memory) -> Iterator[Reference]:
    act = act or _default(speaker)
    prefix = ""
    for item in phrase.items:
        if item.number is None:
            yield from _said(phrase, item, speaker, memory)
            continue
        number = _with_prefix(normalize_number(item.number), prefix, act.id)
        match = _PREFIX.match(number)
        prefix = match[0] if match else ""
        to = None if item.to is None else _with_prefix(normalize_number(item.to), prefix, act.id)
        before = memory.articles.get(number) if item.how is How.SAME and phrase.act is None else None
        own = act if before is None else Known(before.act, Via.ANAPHORA, before.span, before.reason)
        via = Via.ANAPHORA if item.how is How.SAME else own.via
        yield from _each(ReferenceKind.ARTICLE, phrase, item, own, via=via, article=number, to=to)
        memory.article = SeenArticle(own.id, number, Span(item.start, item.end), own.reason)
        memory.articles[number] = memory.article


def _default(speaker: Speaker) -> Known:
    reason = None if speaker.act else "no act is named and the act that speaks is not known"
    return Known(speaker.act, Via.DEFAULT, reason=reason)


def _with_prefix(number: str, prefix: str, act: str | None) -> str:
    """``L. 121-1 et 121-2``: a number without prefix has that of the one before, unless the act has it without."""
    if not prefix or not number[0].isdigit() or "-" not in number:
        return number
    whole = prefix + number
    return whole if has_number(act, whole) or not has_number(act, number) else number


def _said(phrase: Phrase, item: Item, speaker: Speaker, memory: Memory) -> Iterator[Reference]:
    """``même article``, ``cet article``, ``article précédent``."""
    if item.how in (How.PREVIOUS, How.NEXT):
        which = "before" if item.how is How.PREVIOUS else "after"
        reason = f"the text alone does not tell the number of the article {which}"
        yield from _each(ReferenceKind.ARTICLE, phrase, item, Known(speaker.act, Via.ANAPHORA, reason=reason))
    elif memory.article is not None:
        seen = memory.article
        kind = ReferenceKind.INTERNAL if seen.internal else ReferenceKind.ARTICLE
        yield from _each(kind, phrase, item, Known(seen.act, Via.ANAPHORA, seen.span, seen.reason), article=seen.number)


def _internals(phrase: Phrase, _act: Known | None, speaker: Speaker, memory: Memory) -> Iterator[Reference]:
    reason = None if speaker.article else "the article that speaks is not known"
    for item in phrase.items:
        elsewhere = _same_part(phrase, item, memory) if item.how is How.SAME else []
        if elsewhere:
            yield from elsewhere
            continue
        if item.how is How.SAME and item.locators == ("al-this",) and memory.alinea:
            item.locators = (memory.alinea,)
        relative = any("-prev" in locator or "-next" in locator for locator in item.locators)
        via = Via.ANAPHORA if phrase.present or relative or item.how is not How.NAMED else Via.DEFAULT
        yield from _each(
            ReferenceKind.INTERNAL, phrase, item, Known(speaker.act, via, reason=reason), article=speaker.article
        )
        memory.alinea = next((locator for locator in item.locators if locator.startswith("al")), memory.alinea)
        if phrase.present:
            span = Span(item.start, item.end)
            memory.article = SeenArticle(speaker.act, speaker.article, span, reason, internal=True)


def _same_part(phrase: Phrase, item: Item, memory: Memory) -> list[Reference]:
    """``même I``, ``ledit 3°``: the part of that name that was cited last, of every article it was cited of."""
    outer = item.locators[0].split("/")[0]
    this = outer == "al-this"
    last = next((r for r in reversed(memory.parts) if _has_part(r, "al" if this else outer, this)), None)
    if last is None or last.kind is ReferenceKind.INTERNAL:
        return []
    path = (last.locator or "").split("/")
    whole = "/".join(path) if this else "/".join((*path[: path.index(outer)], item.locators[0]))
    start, end = item.said or (item.start, item.end)
    return [
        r.replaced(
            start=start,
            end=end,
            locator=whole,
            via=Via.ANAPHORA,
            relation=phrase.relation,
            antecedent=Span(r.start, r.end),
        )
        for r in memory.parts
        if r.locator == last.locator and r.act == last.act and last.start - r.start < _TOGETHER
    ]


def _has_part(reference: Reference, part: str, prefix: bool) -> bool:
    """Whether a reference's locator names a part, or ends with one that begins so."""
    steps = (reference.locator or "").split("/")
    return steps[-1].startswith(part) if prefix else part in steps


def _divisions(phrase: Phrase, act: Known | None, speaker: Speaker, _memory: Memory) -> Iterator[Reference]:
    act = act or _default(speaker)
    for item in phrase.items:
        present = phrase.present or ".present" in (item.path or "")
        via = Via.ANAPHORA if present else act.via
        yield from _each(ReferenceKind.DIVISION, phrase, item, act, via=via, division=item.path)


def _acts(phrase: Phrase, act: Known | None, _speaker: Speaker, _memory: Memory) -> Iterator[Reference]:
    name = phrase.act
    if act is None or name is None:
        return
    unfounded = name.how is How.SAME and act.antecedent is None and name.nature != "code"
    if not unfounded:
        yield from _each(ReferenceKind.ACT, phrase, Item(name.start, name.end), act)


_WRITERS: dict[str, Callable[[Phrase, Known | None, Speaker, Memory], Iterator[Reference]]] = {
    "article": _articles,
    "internal": _internals,
    "division": _divisions,
    "act": _acts,
    "heading": lambda *_: iter(()),
}


def _each(  # noqa: PLR0913 - what differs between the references of one phrase
    kind: ReferenceKind,
    phrase: Phrase,
    item: Item,
    act: Known,
    *,
    via: Via | None = None,
    article: str | None = None,
    to: str | None = None,
    division: str | None = None,
) -> Iterator[Reference]:
    """A reference for each locator of a member."""
    for locator in item.locators or (None,):
        yield Reference.trusted(
            kind=kind,
            start=item.start,
            end=item.end,
            act=act.id,
            article=article,
            to=to,
            open=item.open,
            division=division,
            locator=locator,
            via=via or act.via,
            relation=item.relation or phrase.relation,
            antecedent=act.antecedent,
            reason=act.reason,
            note=None,
        )

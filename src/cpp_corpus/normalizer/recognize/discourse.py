"""From phrases to references: which act, which article, by what comes before and after.

The phrases are read in order with a memory of the acts and articles named so far. An article without an act
belongs to the act that speaks, unless a coordination carries an act over to it: which of two acts is meant is then
settled by which of them has the number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cpp_corpus.lang.acts import annex_of, has_number, whole_of
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reference import Reference, ReferenceKind, Relation, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase

__all__ = ["Speaker", "references_of"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """The article that speaks."""

    act: str | None = None
    article: str | None = None


@dataclass(slots=True)
class _Known:
    """An act, as resolved."""

    id: str | None
    via: Via
    antecedent: Span | None = None
    reason: str | None = None


@dataclass(slots=True)
class _Memory:
    """What has been named so far: acts as (nature, id, span, date), and the last article."""

    acts: list[tuple[str, str, Span, str | None]] = field(default_factory=list)
    article: tuple[str | None, str | None, Span, bool] | None = None
    articles: dict[str, tuple[str | None, Via, Span, str | None]] = field(default_factory=dict)
    locator: str | None = None


def references_of(text: str, phrases: Sequence[Phrase], speaker: Speaker) -> list[Reference]:
    """The references that the phrases of a text make, in order."""
    phrases = _joined(text, phrases)
    memory = _Memory()
    known = [_act_of(text, phrase, speaker, memory) for phrase in phrases]
    _carry(text, phrases, known, speaker)
    _lead_on(text, phrases, known, speaker)
    memory = _Memory()
    out: list[Reference] = []
    for phrase, act in zip(phrases, known, strict=True):
        _WRITERS[phrase.kind](phrase, act, speaker, memory, out)
    out.sort(key=lambda reference: (reference.start, reference.end))
    return out


# -- acts --------------------------------------------------------------------------------------------------------------

_DIRECTLY = compiled(r" ?,? ?(?:modifiée?)? ?,? ?")


def _joined(text: str, phrases: Sequence[Phrase]) -> list[Phrase]:
    """``Loi n° …, article 7``: an act directly before an article without act is that article's."""
    out: list[Phrase] = []
    for phrase in phrases:
        last = out[-1] if out else None
        if (
            phrase.kind == "article"
            and phrase.act is None
            and not phrase.bare
            and last is not None
            and last.kind == "act"
            and last.act is not None
            and (last.act.how is How.NAMED or last.act.nature == "annexe")
            and phrase.items[0].how is How.NAMED
            and _DIRECTLY.fullmatch(text, last.stop, phrase.start)
        ):
            phrase.act = last.act
            phrase.start = last.start
            out[-1] = phrase
        else:
            out.append(phrase)
    return out


def _act_of(text: str, phrase: Phrase, speaker: Speaker, memory: _Memory) -> _Known | None:
    """The act that a phrase itself names; it is remembered."""
    name = phrase.act
    if name is None:
        return _owner(text, phrase, memory) if phrase.its else None
    numbers = _numbers(phrase)
    known = _resolved(name, numbers, speaker, memory)
    if known.id is not None:
        span = Span(name.start, name.end)
        memory.acts.append((name.nature, known.id, span, name.date))
        whole = whole_of(known.id) if name.nature == "annexe" else None
        if whole is not None:
            memory.acts.append(("code", whole, span, None))
    return known


def _owner(text: str, phrase: Phrase, memory: _Memory) -> _Known | None:
    """The act that a possessive leads back to: the last one named in the sentence."""
    numbers = _numbers(phrase)
    if memory.acts:
        _, act, span, _ = memory.acts[-1]
        if (
            "\n" not in text[span.end : phrase.start]
            and ". " not in text[span.end : phrase.start]
            and _has(act, numbers) is not False
        ):
            return _Known(act, Via.ANAPHORA, span)
    return None


def _numbers(phrase: Phrase) -> list[str]:
    return [normalize_number(item.number) for item in phrase.items if item.number]


def _resolved(name: ActName, numbers: Sequence[str], speaker: Speaker, memory: _Memory) -> _Known:
    if name.how is How.NAMED:
        return _named(name, numbers, speaker, memory)
    if name.nature == "annexe":
        return _annex(name, speaker, memory)
    if name.how is How.PRESENT and (name.nature == "code" or (speaker.act or "").startswith(name.nature + ":")):
        return _Known(speaker.act, Via.ANAPHORA, reason=None if speaker.act else "the act that speaks is not known")
    if name.how is How.VAGUE and name.nature == "code" and _has(speaker.act, numbers) is not False and speaker.act:
        return _Known(speaker.act, Via.ANAPHORA)
    before = [act for act in memory.acts if act[0] == name.nature]
    if not before:
        if name.nature == "code" and speaker.act is not None:
            return _Known(speaker.act, Via.ANAPHORA)
        reason = f"no {name.nature} is named before" if name.nature != "autre" else "named by its nature alone"
        return _Known(None, Via.ANAPHORA, reason=reason)
    chosen = before[-1]
    if numbers and name.nature == "code":
        chosen = next((act for act in reversed(before) if _has(act[1], numbers) is not False), chosen)
    return _Known(chosen[1], Via.ANAPHORA, chosen[2])


def _annex(name: ActName, speaker: Speaker, memory: _Memory) -> _Known:
    """An annex that is a code of its own, by its numeral and the code that it belongs to."""
    codes = (
        [] if name.how is How.PRESENT else [act for nature, act, _, _ in reversed(memory.acts) if nature == "code"][:1]
    )
    for code in (*codes, whole_of(speaker.act or "") or speaker.act or ""):
        annexes = annex_of(code, name.ids[0])
        if annexes:
            return _Known(annexes, Via.ANAPHORA)
    return _Known(None, Via.ANAPHORA, reason="an annex of no known code")


def _named(name: ActName, numbers: Sequence[str], speaker: Speaker, memory: _Memory) -> _Known:
    if not name.ids:
        return _Known(None, Via.EXPLICIT, reason="its designation gives no identifier")
    if name.stop > name.end and name.date is not None and name.ids[0].endswith(name.date):
        earlier = next((act for act in reversed(memory.acts) if act[0] == name.nature and act[3] == name.date), None)
        return _Known(earlier[1] if earlier else name.ids[0], Via.ANAPHORA, earlier[2] if earlier else None)
    if len(name.ids) == 1:
        return _Known(name.ids[0], Via.EXPLICIT)
    if speaker.act in name.ids and (not numbers or _has(speaker.act, numbers)):
        return _Known(speaker.act, Via.EXPLICIT)
    having = [act for act in name.ids if numbers and _has(act, numbers)]
    return _Known((having or name.ids)[0], Via.EXPLICIT)


def _has(act: str | None, numbers: Sequence[str]) -> bool | None:
    """Whether an act has all the numbers; ``None`` where its numbers are not known."""
    found = [has_number(act, number) for number in numbers]
    return None if None in found else all(found)


_COORDINATION = compiled(
    r" ?[,;]? ?(?:et|ou|et/ou|ainsi qu(?:e |')|ou encore|ni|,)? ?(?:(?:à|de|d'|par|pour|sur|dans|par celles de|à ceux de|à celles de|de ceux de)? ?(?:l'|les|la|le)?|aux?|du|des)? ?"
)


def _carry(text: str, phrases: Sequence[Phrase], known: list[_Known | None], speaker: Speaker) -> None:
    """Carry acts over coordinations, back first ("l'article 2 et l'article 3 du code …"), then forward."""
    for i in range(len(phrases) - 2, -1, -1):
        after = known[i + 1]
        if (
            _may_carry(text, phrases, known, i)
            and after is not None
            and phrases[i + 1].act is not None
            or (_may_carry(text, phrases, known, i) and after is not None and after.via is Via.EXPLICIT)
        ):
            assert after is not None
            if _belongs(phrases[i], after, speaker, back=True):
                known[i] = _Known(after.id, after.via, after.antecedent, after.reason)
    for i in range(1, len(phrases)):
        before = known[i - 1]
        if (
            known[i] is None
            and before is not None
            and phrases[i].kind == "article"
            and phrases[i - 1].kind == "article"
            and _coordinated(text, phrases[i - 1], phrases[i])
        ):
            if _belongs(phrases[i], before, speaker, back=False):
                known[i] = _Known(before.id, before.via, before.antecedent, before.reason)


def _may_carry(text: str, phrases: Sequence[Phrase], known: Sequence[_Known | None], i: int) -> bool:
    return (
        known[i] is None
        and phrases[i].kind == "article"
        and phrases[i + 1].kind == "article"
        and _coordinated(text, phrases[i], phrases[i + 1])
    )


def _coordinated(text: str, first: Phrase, second: Phrase) -> bool:
    return _COORDINATION.fullmatch(text, first.stop, second.start) is not None


def _belongs(phrase: Phrase, act: _Known, speaker: Speaker, *, back: bool) -> bool:
    """Whether an act named beside a phrase is its act, too: the numbers tell."""
    numbers = _numbers(phrase)
    if not numbers:
        return False
    there, here = _has(act.id, numbers), _has(speaker.act, numbers)
    if there is False:
        return False
    if there is None:
        return here is not True and not any(number[0] in "lrda" for number in numbers)
    return here is not True


_INCLUDING = compiled(
    r" ?,? ?\(?(?:et )?(?:notamment|en particulier|à l'exception|à l'exclusion|sauf|hormis|y compris|dont|exceptée?s?)(?: (?:au titre|en application|par les dispositions|les dispositions|celles|ceux))?"
    r" ?(?:de la|de l'|des|du|de|à l'|aux?|par l'|par les|les?|l'|d')? ?"
)
_THOSE_OF = compiled(r"(?:celles?|ceux|celui) (?:du|de la|des|de l') ?$", re.IGNORECASE)


def _lead_on(text: str, phrases: Sequence[Phrase], known: list[_Known | None], speaker: Speaker) -> None:
    """Lead acts on to what is taken from them, and to numbers that the speaking act does not have."""
    codes: list[tuple[str, Span]] = []
    for i, phrase in enumerate(phrases):
        act = known[i]
        name = phrase.act
        if act is not None and act.id is not None and name is not None and act.id.startswith(("code-", "livre-")):
            codes.append((act.id, Span(name.start, name.end)))
        if act is not None or phrase.kind not in ("article", "division"):
            continue
        before = known[i - 1] if i else None
        if phrase.kind == "division":
            if _THOSE_OF.search(text, max(0, phrase.start - 20), phrase.start):
                known[i] = _continued_division(phrases, known, i, speaker)
            continue
        numbers = _numbers(phrase)
        if (
            before is not None
            and before.id is not None
            and _INCLUDING.fullmatch(text, phrases[i - 1].stop, phrase.start)
            and _belongs_to(before, numbers)
        ):
            known[i] = _Known(before.id, before.via, before.antecedent)
        elif numbers and codes and _has(speaker.act, numbers) is False:
            found = next((code for code in reversed(codes) if _has(code[0], numbers)), None)
            if found is not None:
                known[i] = _Known(found[0], Via.ANAPHORA, found[1])


def _belongs_to(act: _Known, numbers: Sequence[str]) -> bool:
    has = _has(act.id, numbers)
    return has is True or (has is None and not any(number[0] in "lrda" for number in numbers))


_RANKS = (
    "partie",
    "sous-partie",
    "livre",
    "sous-livre",
    "titre",
    "sous-titre",
    "chapitre",
    "sous-chapitre",
    "section",
    "sous-section",
    "paragraphe",
    "sous-paragraphe",
)


def _continued_division(
    phrases: Sequence[Phrase], known: Sequence[_Known | None], i: int, speaker: Speaker
) -> _Known | None:
    """``celles du chapitre II`` after ``le titre Ier du livre III``: the path goes on from there."""
    j = next((j for j in range(i - 1, -1, -1) if phrases[j].kind == "division"), None)
    if j is None or "/" in (phrases[i].items[0].path or "/") or phrases[j].present:
        return None
    outer = (phrases[j].items[-1].path or "").split("/")
    kind = (phrases[i].items[0].path or "").split(".")[0]
    if kind not in _RANKS:
        return None
    kept = [
        step for step in outer if step.split(".")[0] in _RANKS and _RANKS.index(step.split(".")[0]) < _RANKS.index(kind)
    ]
    if not kept:
        return None
    for item in phrases[i].items:
        item.path = "/".join((*kept, item.path or ""))
    act = known[j]
    span = Span(phrases[j].items[-1].start, phrases[j].items[-1].end)
    return _Known(speaker.act if act is None else act.id, Via.ANAPHORA, span)


# -- references --------------------------------------------------------------------------------------------------------


def _write_article(phrase: Phrase, act: _Known | None, speaker: Speaker, memory: _Memory, out: list[Reference]) -> None:
    if act is None:
        reason = None if speaker.act else "no act is named and the act that speaks is not known"
        act = _Known(speaker.act, Via.DEFAULT, reason=reason)
    prefix = ""
    for item in phrase.items:
        if item.number is None:
            _write_said(item, act, speaker, memory, out)
            continue
        number = _with_prefix(normalize_number(item.number), prefix, act.id)
        own = act
        if item.how is How.SAME and phrase.act is None and number in memory.articles:
            own = _Known(*memory.articles[number])
        prefix = _PREFIX.match(number)[0]  # type: ignore[index]
        to = None if item.to is None else _with_prefix(normalize_number(item.to), prefix, act.id)
        via = Via.ANAPHORA if item.how is How.SAME else own.via
        for locator in item.locators or (None,):
            out.append(
                _reference(
                    ReferenceKind.ARTICLE,
                    item,
                    own.id,
                    via,
                    article=number,
                    to=to,
                    open=item.open,
                    locator=locator,
                    antecedent=own.antecedent,
                    reason=own.reason,
                )
            )
        memory.article = (own.id, number, Span(item.start, item.end), False)
        memory.articles[number] = (own.id, Via.ANAPHORA, Span(item.start, item.end), own.reason)


_PREFIX = re.compile(r"(?:lo|[lrda])?(?=\d)|")


def _with_prefix(number: str, prefix: str, act: str | None) -> str:
    """``L. 121-1 et 121-2``: a number without prefix has that of the one before, where the act has it so."""
    if not prefix or not number[0].isdigit() or "-" not in number:
        return number
    whole = prefix + number
    return whole if has_number(act, whole) or not has_number(act, number) else number


def _write_said(item: Item, act: _Known, speaker: Speaker, memory: _Memory, out: list[Reference]) -> None:
    """``même article``, ``cet article``, ``article précédent``."""
    if item.how in (How.PREVIOUS, How.NEXT):
        for locator in item.locators or (None,):
            out.append(
                _reference(
                    ReferenceKind.ARTICLE,
                    item,
                    speaker.act,
                    Via.ANAPHORA,
                    locator=locator,
                    reason="the text alone does not tell the number of the article before or after",
                )
            )
        return
    if memory.article is None:
        return
    target, number, span, internal = memory.article
    kind = ReferenceKind.INTERNAL if internal else ReferenceKind.ARTICLE
    for locator in item.locators or (None,):
        out.append(_reference(kind, item, target, Via.ANAPHORA, article=number, locator=locator, antecedent=span))


def _write_internal(
    phrase: Phrase, _act: _Known | None, speaker: Speaker, memory: _Memory, out: list[Reference]
) -> None:
    for item in phrase.items:
        relative = any("prev" in locator or "next" in locator for locator in item.locators)
        via = Via.ANAPHORA if phrase.present or relative or item.how is not How.NAMED else Via.DEFAULT
        for locator in item.locators or (None,):
            where = memory.locator if locator == "al-this" and item.how is How.SAME and memory.locator else locator
            out.append(
                _reference(
                    ReferenceKind.INTERNAL,
                    item,
                    speaker.act,
                    via,
                    article=speaker.article,
                    locator=where,
                    reason=None if speaker.article else "the article that speaks is not known",
                )
            )
            if where and where.startswith("al"):
                memory.locator = where
        if phrase.present:
            memory.article = (speaker.act, speaker.article, Span(item.start, item.end), True)


def _write_division(
    phrase: Phrase, act: _Known | None, speaker: Speaker, memory: _Memory, out: list[Reference]
) -> None:
    if act is None:
        act = _Known(
            speaker.act,
            Via.DEFAULT,
            reason=None if speaker.act else "no act is named and the act that speaks is not known",
        )
    for item in phrase.items:
        path, via = item.path or "", act.via
        if phrase.present or ".present" in path:
            via = Via.ANAPHORA
        if path == "annexe" and phrase.present:
            via = Via.ANAPHORA
        for locator in item.locators or (None,):
            out.append(
                _reference(
                    ReferenceKind.DIVISION,
                    item,
                    act.id,
                    via,
                    division=path,
                    locator=locator,
                    antecedent=act.antecedent,
                    reason=act.reason,
                )
            )


def _write_act(phrase: Phrase, act: _Known | None, _speaker: Speaker, _memory: _Memory, out: list[Reference]) -> None:
    name = phrase.act
    if act is None or name is None or (act.id is None and name.how is not How.PRESENT and name.how is not How.NAMED):
        return
    if name.how is How.SAME and act.antecedent is None and name.nature != "code":
        return
    item = Item(name.start, name.end)
    out.append(_reference(ReferenceKind.ACT, item, act.id, act.via, antecedent=act.antecedent, reason=act.reason))


def _reference(
    kind: ReferenceKind, item: Item, act: str | None, via: Via, *, article: str | None = None, to: str | None = None, open: bool = False,  # noqa: A002
    division: str | None = None, locator: str | None = None, antecedent: Span | None = None, reason: str | None = None,
) -> Reference:  # fmt: skip
    return Reference.trusted(
        kind=kind, start=item.start, end=item.end, act=act, article=article, to=to, open=open, division=division, locator=locator,
        via=via, relation=Relation.REFERS_TO, antecedent=antecedent, reason=reason, note=None,
    )  # fmt: skip


_WRITERS = {"article": _write_article, "internal": _write_internal, "division": _write_division, "act": _write_act}

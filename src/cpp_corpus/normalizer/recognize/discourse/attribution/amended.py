"""What the heads of an amending text supply, and divisions that are named again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

from cpp_corpus.model.division import depth_of
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.attribution.coordination import (
    CODES,
    NEAR,
    Acts,
    are_coordinated,
    belongs_beside,
)
from cpp_corpus.normalizer.recognize.discourse.attribution.sentences import named_behind
from cpp_corpus.normalizer.recognize.discourse.decision import (
    CitingArticle,
    Decision,
    is_never_of,
    numbers_of,
    path_from,
    unknown,
)
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["lead_within_heads", "of_amended", "of_same_division", "steps_of", "supply_later"]


def of_amended(
    phrases: Sequence[Phrase], at: int, head: int, acts: Acts, supplied: Mapping[int, Decision]
) -> Decision | None:
    """What the head of an amending text supplies to a phrase without an act; a division goes on from its division.

    ``supplied`` is what heads have supplied so far.
    """
    act = acts[head] or supplied.get(head)
    above = ""
    if act is None:
        named, above = _named_again(phrases, acts, supplied, head)
        act = None if named < 0 else acts[named] or supplied.get(named)
    if act is None:
        return None
    phrase, name = phrases[at], phrases[head].act
    span = act.antecedent if name is None else Span(name.start, name.end)
    outer = ""
    if phrase.kind == "division":
        _, outer = _named_again(phrases, acts, supplied, at)
        if not outer and phrases[head].kind == "division":
            first = depth_of((phrase.items[0].path or "").split("/")[0])
            above = above or act.outer
            steps = path_from(above, phrases[head].items[-1].path or "").split("/")
            outer = "/".join([step for step in steps if depth_of(step) < first]) if first < inf else ""
    basis = Basis.HEAD if act.act else Basis.NONE
    return Decision(act.act, Via.ANAPHORA, basis, span, act.reason, head if act.origin is None else act.origin, outer)


def supply_later(
    phrases: Sequence[Phrase], acts: Acts, heads: Mapping[int, int], supplied: Mapping[int, Decision]
) -> None:
    """Give divisions what heads supply whose own act became known only since."""
    for at, head in heads.items():
        if acts[at] is None and acts[head] is not None and phrases[at].kind == "division":
            acts[at] = of_amended(phrases, at, head, acts, supplied)


def _named_again(phrases: Sequence[Phrase], acts: Acts, supplied: Mapping[int, Decision], at: int) -> tuple[int, str]:
    """The phrase of a division that is named again ("du même titre II"), and the path above it; -1 where none is.

    Where it is named without its number ("du même titre"), the path includes it.
    """
    phrase = phrases[at]
    step = (phrase.items[0].path or "").split("/")[0]
    if phrase.kind != "division" or phrase.items[0].how is not How.SAME:
        return -1, ""
    kind = step.removesuffix("same") if step.endswith(".same") else ""
    for j in range(at - 1, max(-1, at - NEAR), -1):
        if phrases[j].kind != "division" or (kind and _is_present(phrases[j])):
            continue
        steps = steps_of(phrases[j], acts[j] or supplied.get(j))
        for place, own in enumerate(steps):
            if own == step or (kind and ".." not in own and f"{own}.".startswith(kind)):
                return j, "/".join(steps[: place + bool(kind)])
    return -1, ""


def _is_present(phrase: Phrase) -> bool:
    """Whether a phrase is of the text itself by its words: "l'annexe au présent décret"."""
    return phrase.present or (phrase.act is not None and phrase.act.how is How.PRESENT)


def of_same_division(
    phrases: Sequence[Phrase], acts: Acts, supplied: Mapping[int, Decision], at: int
) -> Decision | None:
    """The act of "la section 2 du même chapitre", where the division named before is one of an act that is named."""
    if not (phrases[at].items[0].path or "").partition("/")[0].endswith(".same"):
        return None
    before, outer = _named_again(phrases, acts, supplied, at)
    alone = before < 0  # "L'article 5 du code … . Le chapitre II du même livre"
    before = at - 1 if alone else before
    act = None if before < 0 else acts[before] or supplied.get(before)
    if act is None or (alone and not (act.act or "").startswith(CODES)):
        return None
    last = phrases[before]
    span = Span(last.items[-1].start, last.items[-1].end) if last.items else Span(last.start, last.stop)
    basis = Basis.CONTINUATION if act.act else Basis.NONE
    return Decision(act.act, Via.ANAPHORA, basis, span, act.reason, outer=outer)


def steps_of(phrase: Phrase, act: Decision | None) -> list[str]:
    """The steps of a division, those included from which it goes on."""
    return path_from("" if act is None else act.outer, phrase.items[-1].path or "").split("/")


def lead_within_heads(text: str, phrases: Sequence[Phrase], acts: Acts, supplied: Mapping[int, Decision]) -> None:
    """Give what heads supply, but for members of a list of which another names an act that alone has their numbers.

    Numbers of codes are not of a law, a decree or the like that a head supplies: the one which they are of is not said.
    """
    for at in sorted(supplied, reverse=True):
        decision = supplied[at]
        other = acts[at + 1] if at + 1 < len(phrases) else None
        if (
            other is not None
            and other.basis is not Basis.HEAD
            and are_coordinated(text, phrases, at)
            and belongs_beside(phrases[at], other, CitingArticle(decision.act))
        ):
            acts[at] = other.led(Basis.LIST, at + 1)
        elif phrases[at].kind == "article" and is_never_of(decision.act, numbers := numbers_of(phrases[at])):
            acts[at] = named_behind(text, phrases, acts, at, numbers) or unknown(Reason.OTHER_NUMBERING)
        else:
            acts[at] = decision

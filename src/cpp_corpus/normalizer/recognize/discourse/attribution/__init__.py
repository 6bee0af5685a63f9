"""The pass that decides which act each phrase is of.

An article belongs to the act that its phrase names; else to one that is led over to it, by a coordination, the head of
its list, an exception; else to the citing act, for which the decision is ``None``. Which of two acts is meant is
decided by which of them has the number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from cpp_corpus.lang.acts import ACTS
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.attribution.amended import (
    lead_within_heads,
    of_amended,
    of_same_division,
    supply_later,
)
from cpp_corpus.normalizer.recognize.discourse.attribution.around import act_around
from cpp_corpus.normalizer.recognize.discourse.attribution.coordination import CITATION, GOING_ON, OF_THIS_ONE, Acts
from cpp_corpus.normalizer.recognize.discourse.attribution.leading_on import lead_on
from cpp_corpus.normalizer.recognize.discourse.attribution.lists import lead_over_lists
from cpp_corpus.normalizer.recognize.discourse.attribution.places import lead_into_codes
from cpp_corpus.normalizer.recognize.discourse.attribution.refusals import (
    give_codes_their_own,
    refuse_amended,
    refuse_other_numbers,
)
from cpp_corpus.normalizer.recognize.discourse.attribution.sentences import (
    complete_lists,
    lead_back_in_sentences,
    lead_possessives,
    of_sentence_before,
)
from cpp_corpus.normalizer.recognize.discourse.attribution.unread import refuse_unread_heads
from cpp_corpus.normalizer.recognize.discourse.context import by_context
from cpp_corpus.normalizer.recognize.discourse.decision import (
    CitingArticle,
    Decision,
    default_act,
    has_all,
    may_have_all,
    numbers_of,
    unknown,
)
from cpp_corpus.normalizer.recognize.discourse.named_acts import NamedActs
from cpp_corpus.normalizer.recognize.discourse.naming import act_named, named_later
from cpp_corpus.normalizer.recognize.discourse.pronouns import one_says, this_one
from cpp_corpus.normalizer.recognize.discourse.scopes import Scope, Scoped, ScopeKind
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["acts_of", "named_before", "refuse_amended"]


def named_before(
    text: str, phrases: Sequence[Phrase], citing: CitingArticle, note: int | None = None
) -> Sequence[Decision | None]:
    """The act that each phrase names, by all that is named before it, wherever it stands; notes begin at ``note``.

    The antecedent of one that is named in full is the name itself: what another phrase is led back to.
    """
    named = NamedActs(text, citing, note)
    found: list[Decision | None] = []
    for phrase in phrases:
        name = phrase.act
        act = None if name is None else act_named(text, phrase, citing, named)
        if act is not None and name is not None and name.how is How.NAMED:
            act = act._replace(antecedent=Span(name.start, name.end))
        found.append(act)
    return found


def _note(scopes: Sequence[Scope]) -> int | None:
    """Where the notes begin."""
    return next((scope.start for scope in scopes if scope.kind is ScopeKind.NOTE), None)


def acts_of(text: str, scoped: Scoped, citing: CitingArticle) -> Sequence[Decision | None]:
    """The act of each phrase; ``None`` where it is the citing act by default."""
    phrases, scopes, amended = scoped
    heads: Mapping[int, int] = {} if amended is None else amended.heads
    acts: Acts = [None] * len(phrases)
    supplied: dict[int, Decision] = {}
    named, divided, alone = None, False, False
    for at, phrase in enumerate(phrases):
        division = phrase.kind == "division"
        if division or phrase.act is not None or phrase.its:
            divided = divided or division
            alone = alone or phrase.kind == "act"
            named = named or NamedActs(text, citing, _note(scopes))
            one = one_says(text, phrase, named) if phrase.its else None
            acts[at] = one or act_named(text, phrase, citing, named)
            if phrase.its:
                acts[at] = _of_owner(text, phrases, acts, at)
                _tell_owner(phrases, acts, at)
            elif division and acts[at] is None and text.startswith(OF_THIS_ONE, phrase.stop):
                acts[at] = this_one(text, phrase, named)
            elif division and acts[at] is None and phrase.items[0].how is How.SAME:
                acts[at] = of_same_division(phrases, acts, supplied, at)
        elif phrase.kind == "article":
            acts[at] = act_around(text, phrases, acts, at, citing, named)
        if at in heads and acts[at] is None:
            of_head = of_amended(phrases, at, heads[at], acts, supplied)
            if of_head is not None:
                supplied[at] = of_head
    if named is None:
        if citing.act is None:
            refuse_unread_heads(text, phrases, acts)
        else:
            refuse_other_numbers(text, phrases, acts, citing)
        return acts
    lead_possessives(text, phrases, acts)
    if supplied:
        lead_within_heads(text, phrases, acts, supplied)
    undecided = acts.count(None)
    if named.latest is not None:
        _name_later(text, phrases, acts, named)
    if undecided and undecided < len(acts):
        lead_over_lists(text, phrases, acts, citing, named)
    if undecided and (divided or undecided < len(acts)):
        lead_on(text, phrases, acts, scopes, citing)
    if (alone or divided) and undecided:
        lead_into_codes(text, phrases, acts)
    supply_later(phrases, acts, heads, supplied)
    if divided and undecided:
        _lead_over_divisions(text, phrases, acts, citing)
    complete_lists(text, phrases, acts)
    if citing.act is None:
        return _of_text_alone(text, phrases, acts, citing)
    return _of_text_about(text, phrases, acts, citing)


def _of_text_alone(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> Acts:
    """The acts of a text of which no act is known; plain numbers in an article are rather of its act than of others."""
    refuse_unread_heads(text, phrases, acts)
    undecided = [at for at, act in enumerate(acts) if act is None] if citing.article is not None else []
    by_context(text, phrases, acts)
    for at in undecided:
        act, phrase = acts[at], phrases[at]
        plain = phrase.kind == "article" and not phrase.its and all(n[0].isdigit() for n in numbers_of(phrase))
        if plain and act is not None and act.via is Via.CONTEXT:
            acts[at] = unknown(Reason.NO_ACT_NAMED, Via.DEFAULT)
    lead_back_in_sentences(text, phrases, acts)
    return acts


def _of_text_about(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> Acts:
    """The acts of a text that speaks of an act, or is one of its articles, where some of its numbers are of others."""
    if citing.article is not None:
        refuse_other_numbers(text, phrases, acts, citing)
        return acts
    _lead_to_cited(text, phrases, acts, citing)
    if citing.act is not None and citing.act in ACTS:
        give_codes_their_own(phrases, acts, citing.act)
    refuse_other_numbers(text, phrases, acts, citing)
    _tell_others_by_context(text, phrases, acts, citing)
    return acts


def _tell_owner(phrases: Sequence[Phrase], acts: Acts, at: int) -> None:
    """Give "le même code", whose articles follow, the code of these: "le même code, en son article 802"."""
    owner, act = acts[at - 1] if at else None, acts[at]
    if owner is None or act is None or act.act is None or act.basis is not Basis.POSSESSIVE or act.act == owner.act:
        return
    name = phrases[at - 1].act
    is_alone = phrases[at - 1].kind == "act" and name is not None and name.how is How.SAME and name.nature == "code"
    if is_alone and name is not None and act.antecedent == Span(name.start, name.end):
        acts[at - 1] = owner._replace(act=act.act, antecedent=None)


_THEIRS = ("leurs ", "Leurs ")
_TWO_ACTS = compiled(r"[^.;:()\n]{0,60}?(?:(?<!\w)et|,) ?(?:(?:le|la|les|du|de la|des|de) |l'|de l'|n ?° ?){0,2}")
_SAME_CLAUSE = compiled(r"[^.;:()\n]{0,60}")


def _of_owner(text: str, phrases: Sequence[Phrase], acts: Acts, at: int) -> Decision | None:
    """The act to which a possessive leads back; unclear where it may be one of several."""
    if acts[at] is None:
        return of_sentence_before(text, phrases, acts, at)
    return unknown(Reason.ACT_UNCLEAR) if _is_of_several(text, phrases, at) else acts[at]


def _is_of_several(text: str, phrases: Sequence[Phrase], at: int) -> bool:
    """Whether articles are those of two acts before: "les décrets n° … et n° … et leurs articles 5 et 6"."""
    if at < 2 or not text.startswith(_THEIRS, phrases[at].start):
        return False
    one, other = phrases[at - 2], phrases[at - 1]
    return (
        one.kind == other.kind == "act"
        and _TWO_ACTS.fullmatch(text, one.stop, other.start) is not None
        and _SAME_CLAUSE.fullmatch(text, other.stop, phrases[at].start) is not None
    )


_ENSEMBLE = compiled(r",? ensemble (?:de )?(?:l'|les )?")
"""What leads from one article of a visa to the next: "Vu l'article 7 du code …, ensemble l'article 8"."""


def _lead_to_cited(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Give articles of a text about an act the other one with which they are cited: before, by number, or beside."""
    cited: dict[str, Decision] = {}
    for at, phrase in enumerate(phrases):
        if phrase.kind != "article":
            continue
        act, numbers = acts[at], numbers_of(phrase)
        if act is not None:
            if act.act is not None and act.act != citing.act and phrase.act is not None:
                cited |= dict.fromkeys(numbers, act)
            continue
        if phrase.its or phrase.present or not numbers:
            continue
        before = acts[at - 1] if at else None
        again = {told.act for number in numbers if len(number) > 1 and (told := cited.get(number)) is not None}
        if len(again) == 1 and all(number in cited for number in numbers):
            told = cited[numbers[0]]
            acts[at] = Decision(told.act, Via.CONTEXT, Basis.CONTEXT, told.antecedent)
        elif (
            before is not None
            and phrases[at - 1].kind == "article"
            and may_have_all(before.act, numbers)
            and (
                _ENSEMBLE.fullmatch(text, phrases[at - 1].stop, phrase.start) is not None
                or (len(text) <= CITATION and text[phrases[at - 1].stop : phrase.start].strip() == ";")
            )
        ):
            acts[at] = before.led(Basis.LIST, at - 1)


_NEVER_TOLD = ("idcc:", "decision-", "boi:", "circulaire:")
"""Acts that a text cites in passing, and whose articles it hardly goes on to."""
_OF_ITSELF = compiled(r".{0,8}?présent (?=article)", re.IGNORECASE)
_OF_ANOTHER = frozenset((Reason.OTHER_NUMBERING, Reason.NO_ACT_BEFORE))


def _tell_others_by_context(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Give the articles that are of another act than the one that speaks the one that the context tells."""
    others = [
        at
        for at, (phrase, act) in enumerate(zip(phrases, acts, strict=True))
        if phrase.kind == "article"
        and phrase.act is None
        and act is not None
        and act.reason in _OF_ANOTHER
        and _OF_ITSELF.match(text, max(0, phrase.start - len("présent "))) is None
    ]
    if not others:
        return
    own = default_act(citing.act)
    told: Acts = [own if act is None else act for act in acts]
    for at in others:
        told[at] = None
    by_context(text, phrases, told)
    for at in others:
        act = told[at]
        if (
            act is not None
            and act.act is not None
            and act.act != citing.act
            and not act.act.startswith(_NEVER_TOLD)
            and has_all(act.act, numbers_of(phrases[at])) is not False
        ):
            acts[at] = act


_DIVISIONS_JOINED = compiled(
    r"(?:,|,? et|,? ou|,? ainsi que) (?:(?:celles? |ceux )?(?:l[ea]s? |aux? |à la |à l'|d[ue]s? (?:la )?|(?:de )?l'))?"
)


def _lead_over_divisions(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Lead an act over divisions: "Vu le code X, notamment le titre Ier du livre V et le titre II du livre II".

    Back, too, where no act speaks: "Les livres Ier et V et le chapitre VI du livre VIII du code".
    """
    pairs = [
        at
        for at, (one, other) in enumerate(pairwise(phrases))
        if one.kind == other.kind == "division"
        and other.act is None
        and not other.present
        and _DIVISIONS_JOINED.fullmatch(text, one.stop, other.start) is not None
    ]
    for at in pairs:
        act = acts[at]
        if act is None or acts[at + 1] is not None:
            continue
        if act.basis in GOING_ON or _are_alike(phrases[at], phrases[at + 1]):
            acts[at + 1] = act.led(Basis.LIST, at)
    if citing.act is not None:
        return
    for at in range(len(phrases) - 2, -1, -1):
        one, other, act = phrases[at], phrases[at + 1], acts[at + 1]
        if (
            acts[at] is None
            and act is not None
            and act.act is not None
            and one.kind == other.kind == "division"
            and one.act is None
            and not one.present
            and (other.act is None or other.act.how is How.NAMED)
            and _DIVISIONS_JOINED.fullmatch(text, one.stop, other.start) is not None
        ):
            acts[at] = act.led(Basis.LIST, at + 1)


def _are_alike(one: Phrase, other: Phrase) -> bool:
    """Whether two divisions have one noun, and stand in no other: "l'annexe I du règlement … et l'annexe II"."""
    if one.act is None:
        return False
    noun, step, _ = (one.items[-1].path or "").partition(".")
    path = other.items[0].path or ""
    return bool(step) and path.startswith(f"{noun}.") and "/" not in path and "/" not in (one.items[-1].path or "")


def _name_later(text: str, phrases: Sequence[Phrase], acts: Acts, named: NamedActs) -> None:
    """Give what is named by its nature alone the act that the text goes on to name in full."""
    for at, act in enumerate(acts):
        if act is not None and act.act is None:
            acts[at] = named_later(text, phrases[at], named) or act

"""Acts: the citing one, whole acts, acts that the corpus lacks, and acts that are unknown or unlikely to be meant."""

from __future__ import annotations

from itertools import islice

from cpp_corpus.lang.acts import has_number, is_act_id
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import ReferenceKind, Via
from cpp_corpus.model.resolution import ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.question import Answer, Places, Question
from cpp_corpus.normalizer.resolve.sequence import prefix_of

__all__ = ["former_act", "implausible", "itself", "outside", "unnamed", "whole_act"]


def itself(question: Question) -> Answer:
    """The article itself, in its own version; a part that stands in quoted text is one of the article quoted."""
    reference, source = question.reference, question.source
    if reference.kind != ReferenceKind.INTERNAL:
        return None
    if reference.article is not None and (reference.act, reference.article) != (source.act, source.number):
        return reference.replaced(kind=ReferenceKind.ARTICLE)
    return Places([(source,)])


def unnamed(question: Question) -> Answer:
    """``unknown``, with the reason of the recogniser, where the act is not known."""
    reference = question.reference
    if reference.act is not None:
        return None
    return Resolution(ReferenceState.UNKNOWN, reason=reference.reason or Reason.ACT_UNCLEAR)


def former_act(question: Question) -> Answer:
    """An article of the code that stood in the place of its act before, where the corpus has that."""
    reference = question.reference
    if reference.version != "former" or reference.act is None or reference.article is None:
        return None
    before = f"{reference.act}-ancien"
    return reference.replaced(act=before) if question.corpus.lookup(before, reference.article) else None


def whole_act(question: Question) -> Answer:
    """An act as a whole."""
    act = question.reference.act
    if question.reference.kind != ReferenceKind.ACT or act is None:
        return None
    has = question.corpus.has_act(act)
    return Resolution(ReferenceState.RESOLVED if has else ReferenceState.EXTERNAL, (act,))


def outside(question: Question) -> Answer:
    """A target in an act that the corpus does not have: the id that it would have; for a range, those of its ends."""
    reference = question.reference
    act = reference.act
    if act is None or question.corpus.has_act(act):
        return None
    if reference.kind == ReferenceKind.DIVISION:
        return Resolution(ReferenceState.EXTERNAL, (f"{act}#{reference.division}",))
    ends = dict.fromkeys(number for number in (reference.article, reference.to) if number is not None)
    if not ends:
        return None
    return Resolution(ReferenceState.EXTERNAL, tuple(f"{act}/{number}" for number in ends))


_TOGETHER = 60  # characters between two members of a list, at most
_MEMBERS = 50


def implausible(question: Question) -> Answer:
    """``unknown`` where the act is not named and is unlikely to be the citing act, or the last one named.

    An act that numbers its articles in another way is not meant: "l'article 12" is not an article of a code whose
    numbers begin with L., R. or D. Where the citing act has no such article, it may be repealed, or the sentence may
    mean another act that it does not name again; this step finds what makes the second likely.
    """
    corpus, source, reference, citations = question
    act, number = reference.act, reference.article
    if act is None or number is None or reference.via == Via.EXPLICIT:
        return None
    if not corpus.has_such_numbers(act, number, source.number if act == source.act else None):
        return _unknown(Reason.OTHER_NUMBERING, act)
    said_again = reference.antecedent is not None  # "cet article", and not "du présent code"
    if act != source.act or not (reference.via == Via.DEFAULT or said_again):
        return None
    others = [other for other in citations.acts if other != act]
    having = next((other for other in others if corpus.lookup(other, number) or has_number(other, number)), None)
    if having is not None:
        return _unknown(Reason.ANOTHER_ACT_HAS_IT, having)
    if not prefix_of(number) and (plain := _plainly_numbered(question)) is not None:
        return _unknown(Reason.ANOTHER_ACT_MAY_HAVE_IT, plain)
    if (last := _end_of_list(question)) is not None:
        return _unknown(Reason.LIST_OF_ANOTHER_ACT, last)
    return None


def _plainly_numbered(question: Question) -> str | None:
    """A law, decree or treaty named before, whose articles have plain numbers: only codes use L., R. and D."""
    return next(
        (
            other.act
            for other in question.citations.before(question.reference)
            if other.act and not is_act_id(other.act)
        ),
        None,
    )


def _end_of_list(question: Question) -> str | None:
    """The other act that is named at the end of the list to which an article belongs."""
    reference = question.reference
    end = reference.end
    for other in islice(question.citations.after(reference), _MEMBERS):
        if other.start - end > _TOGETHER:
            return None
        if other.kind == ReferenceKind.ACT:
            return other.act if other.act != reference.act else None
        if other.act != reference.act:
            same = prefix_of(other.article or "annexe") == prefix_of(reference.article or "")
            return other.act if same else None
        end = other.end
    return None


def _unknown(reason: Reason, act: str) -> Resolution:
    return Resolution(ReferenceState.UNKNOWN, reason=reason, detail=act)

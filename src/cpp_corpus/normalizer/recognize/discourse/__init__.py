"""From phrases to references: which act, which article, by what comes before and after.

First what a text quotes of another article is parted from it (``stretches``). Then passes, each entered once for each
stretch, each with a value of its own:

=================  ===========================================================  ======================
pass               decides                                                      value
=================  ===========================================================  ======================
``scopes``         what governs which stretch of the text                       ``Scope``, ``Governed``
``attribution``    which act a phrase is of, on what basis                      ``Decision``
``relations``      what the sentence does with its reference                    ``Relation``
``active``         what a verb in the active voice does with it                 ``Done``
``operations``     what an amending sentence does with it                       ``Done``
``references``     which article, division or part, one for each                ``Reference``
``versions``       which wording of it is meant, what it became                 ``Reference``
=================  ===========================================================  ======================
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cpp_corpus.model.reference import Basis, Reference, ReferenceKind, Relation
from cpp_corpus.normalizer.recognize.discourse.active import done_actively
from cpp_corpus.normalizer.recognize.discourse.attribution import acts_of, named_before, refuse_amended
from cpp_corpus.normalizer.recognize.discourse.decision import CitingArticle, Decision
from cpp_corpus.normalizer.recognize.discourse.operations import IN_PARTS, operations_of
from cpp_corpus.normalizer.recognize.discourse.references import references_of
from cpp_corpus.normalizer.recognize.discourse.relations import relations_of
from cpp_corpus.normalizer.recognize.discourse.scopes import Scope, Scoped, scopes_of
from cpp_corpus.normalizer.recognize.discourse.stretches import Stretch, by_text_before, citing_of, stretches_of
from cpp_corpus.normalizer.recognize.discourse.versions import in_order, may_qualify, with_versions
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["Analysis", "CitingArticle", "Decision", "analysed"]


class Analysis(NamedTuple):
    """What the passes have made of a text."""

    phrases: Sequence[Phrase]
    """As their scopes have them."""
    scopes: Sequence[Scope]
    acts: Sequence[Decision | None]
    """Of each phrase; ``None`` where it is the citing act by default."""
    relations: Sequence[Relation]
    """Of each phrase."""
    references: Sequence[Reference]
    """In the order of the phrases."""
    ends: Sequence[int]
    """For each phrase, how many references it and those before it make."""


def analysed(text: str, phrases: Sequence[Phrase], citing: CitingArticle, note: int | None = None) -> Analysis:
    """What the phrases of a text mean in the article that cites; its notes begin at ``note``.

    What it quotes of another article is read apart, as the text of that one.
    """
    stretches = stretches_of(text, phrases)
    whole = None if citing.is_of_code() else text
    if len(stretches) == 1:
        citing = citing if stretches[0].text is text else citing._replace(whole=whole)
        return _read(stretches[0], phrases, citing, note)[0]
    before = named_before(text, phrases, citing, note)
    read: list[tuple[Analysis, Scoped]] = []
    whose: list[CitingArticle] = []
    for stretch in stretches:
        own = citing
        if stretch.quote is not None:
            around, scoped = read[stretch.parent]
            own = citing_of(stretch, scoped, around.acts, whose[stretch.parent])
            own = _of_same_article(stretch, around, own)
        own = own._replace(whole=whole)
        whose.append(own)
        members = [phrases[at] for at in stretch.members]
        read.append(_read(stretch, members, own, note if stretch.quote is None else None, before))
    return _joined(stretches, [analysis for analysis, _ in read])


def _of_same_article(stretch: Stretch, around: Analysis, citing: CitingArticle) -> CitingArticle:
    """The article of which a quotation is the text where "même article" names it: that of its reference."""
    at = stretch.anchor
    phrase = around.phrases[at] if at >= 0 else None
    if phrase is None or not phrase.items:
        return citing
    first = phrase.items[0]
    if first.number is not None and (first.how is not How.SAME or phrase.act is not None):
        return citing
    made = around.references[around.ends[at - 1] if at else 0 : around.ends[at]]
    if not made or made[0].kind is not ReferenceKind.ARTICLE or len({(r.act, r.article) for r in made}) > 1:
        return citing
    if stretch.quote is not None and stretch.quote.label is not None:
        return CitingArticle(made[0].act, citing.article)
    return CitingArticle(made[0].act, made[0].article, made[0].locator if len(made) == 1 else None)


def _read(
    stretch: Stretch,
    phrases: Sequence[Phrase],
    citing: CitingArticle,
    note: int | None,
    before: Sequence[Decision | None] = (),
) -> tuple[Analysis, Scoped]:
    """What the phrases of one stretch mean.

    ``before`` are the acts of all phrases by what is named before them in the whole text, where it has several
    stretches.
    """
    text = stretch.text
    scoped = scopes_of(text, phrases, note, stretch=(stretch.start, stretch.end if note is None else note))
    acts = acts_of(text, scoped, citing)
    if before:
        acts = by_text_before(stretch, scoped.phrases, acts, before, citing)
    relations = relations_of(text, scoped, acts)
    amended = scoped.amended
    done = dict(done_actively(text, scoped.phrases, relations))
    if amended is not None:
        done |= dict.fromkeys((at for at in amended.changed if relations[at] is Relation.REFERS_TO), IN_PARTS)
        done |= operations_of(text, scoped.phrases, amended.sentences)
    for at, (relation, _) in done.items():
        relations[at] = relation
    acts = refuse_amended(text, scoped.phrases, acts, relations, citing)
    references, ends = references_of(text, scoped, acts, relations, citing, done=done)
    if may_qualify(text[stretch.start : stretch.end], scoped.phrases):
        references = with_versions(text, scoped.phrases, acts, references, ends)
    if stretch.quote is not None:
        references = [_quoted(reference) for reference in references]
    return Analysis(scoped.phrases, scoped.scopes, acts, relations, references, ends), scoped


def _counted_together(read: Sequence[Analysis]) -> dict[int, Reference]:
    """The references by identity, their successors counted over all that was read."""
    counted: dict[int, Reference] = {}
    shift = 0
    for each in read:
        for reference in each.references:
            successor = reference.successor
            own = reference if successor is None else reference.replaced(successor=successor + shift)
            counted[id(reference)] = own
        shift += len(each.references)
    return counted


def _quoted(reference: Reference) -> Reference:
    return reference.replaced(basis=Basis.QUOTED) if reference.basis is Basis.DEFAULT else reference


def _joined(stretches: Sequence[Stretch], read: Sequence[Analysis]) -> Analysis:
    """One analysis of what was read apart, in the order of the phrases."""
    places = sorted(
        (at, own, inner) for own, stretch in enumerate(stretches) for inner, at in enumerate(stretch.members)
    )
    references: list[Reference] = []
    ends: list[int] = []
    for _, own, inner in places:
        each = read[own]
        references += each.references[each.ends[inner - 1] if inner else 0 : each.ends[inner]]
        ends.append(len(references))
    if any(reference.successor is not None for reference in references):
        before = [reference for each in read for reference in each.references]
        counted = _counted_together(read)
        references = in_order([counted[id(reference)] for reference in references], [counted[id(r)] for r in before])
    return Analysis(
        [read[own].phrases[inner] for _, own, inner in places],
        [scope for each in read for scope in each.scopes],
        [read[own].acts[inner] for _, own, inner in places],
        [read[own].relations[inner] for _, own, inner in places],
        references,
        ends,
    )

"""What sentences do whose verb amends in the active voice: "L'article 5 insère dans le code X un article 7".

The changing text is the subject, what is changed is the object, what is new is created. Such sentences stand in
commentaries, reports and notes; amending texts themselves use the passive voice (``operations``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cpp_corpus.model.reference import AmendmentOperation, Relation
from cpp_corpus.normalizer.recognize.discourse.operations import Done
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import Phrase

__all__ = ["done_actively"]

_O = AmendmentOperation
_AMENDS, _REFERS_TO = Relation.AMENDS, Relation.REFERS_TO
_OPERATIONS = {
    "abrog": _O.REPEAL,
    "complét": _O.COMPLETE,
    "réécri": _O.REPLACE,
    "insèr": None,
    "insér": None,
    "introdui": None,
    "cré": None,
    "ajout": None,
    "modifi": None,
}
"""What a verb does to its object, by its stem."""
_VERB = compiled(
    r"(?:(?:a|ont|à|pour) (?P<verb>(?:abrog|modifi|cré|ajout|réécri|introdui|complét|insér)\w*)"
    r"|(?P<present>(?:abroge|modifie|crée|ajoute|insère)(?:nt)?|réécri(?:t|vent)|introdui(?:t|sent)))"
    r"(?: (?:également|aussi|ensuite|enfin))?"
    r" (?:(?P<place>dans|à|au|aux)(?: (?:le|la|les)| l')?|(?P<new>une?|deux|trois|des)|le|la|les|l'|au|aux)? ?$"
)
_SUBJECT = re.compile(r"[^.;:\n]{0,200}$")
_NEW = compiled(r" ?,? ?(?:une?|deux|trois|des)(?: nouve\w+)? ?")
_PARENTHETIC = compiled(
    r" ?, (?:[a-zé]+ée?s?|prise?s?|issue?s?) (?:par|sur|de|en application de) ?(?:la |le |l'|les )? ?"
)
"""What stands between a subject and an act that is said of it: "L'ordonnance …, ratifiée par la loi …, a réécrit"."""
_BESIDE = compiled(r"(?:insère|ajoute|crée|introdui|inséré|ajouté|créé)(?:n?t)? ?,? (?:après|avant) (?:l'|le |la )?$")
"""A verb that makes something new, and beside what: "insère, après l'article 5, un article 5-1"."""
_FAR = 60  # characters before an object in which its verb stands
_PROVISIONS = frozenset(("article", "act"))


def done_actively(text: str, phrases: Sequence[Phrase], relations: Sequence[Relation]) -> Iterator[tuple[int, Done]]:
    """What is done to the phrases around a verb in the active voice, of which one is the object: it amends."""
    if len(phrases) > 1:
        yield from _done_by_laws(text, phrases, relations)
        yield from _done_beside(text, phrases)
    if _AMENDS not in relations:
        return
    for at, (phrase, relation) in enumerate(zip(phrases, relations, strict=True)):
        if relation is not _AMENDS:
            continue
        verb = _VERB.search(text, max(0, phrase.start - _FAR), phrase.start)
        if verb is None:
            continue
        said = verb["verb"] or verb["present"]
        operation = next((done for stem, done in _OPERATIONS.items() if said.startswith(stem)), None)
        if verb["new"] is not None:
            operation = _O.CREATE
        yield at, (_AMENDS, operation)
        subject = at - 1
        if at > 1 and _PARENTHETIC.fullmatch(text, phrases[at - 2].stop, phrases[at - 1].start) is not None:
            subject -= 1
            yield at - 1, (_REFERS_TO, None)
        if at and _is_subject(text, phrases[subject], relations[subject], verb.start()):
            yield subject, (_AMENDS, None)
        following = phrases[at + 1] if verb["place"] is not None and at + 1 < len(phrases) else None
        if following is not None and _NEW.fullmatch(text, phrase.stop, following.start) is not None:
            yield at + 1, (_AMENDS, _O.CREATE)


def _done_beside(text: str, phrases: Sequence[Phrase]) -> Iterator[tuple[int, Done]]:
    """What is made new beside something: "insère, après l'article 5 du code …, un article 5-1"."""
    for at in range(1, len(phrases)):
        before, phrase = phrases[at - 1], phrases[at]
        if (
            text[before.stop : before.stop + 1] == ","
            and _NEW.fullmatch(text, before.stop, phrase.start) is not None
            and _BESIDE.search(text, max(0, before.start - _FAR), before.start) is not None
        ):
            yield at - 1, (_REFERS_TO, None)
            yield at, (_AMENDS, _O.CREATE)


_LAWS = frozenset(("loi", "ordonnance", "decret", "arrete"))
_BY_LAW = compiled(
    r"(?P<again> et)?(?: (?:de|portant|relati(?:f|ve)s?)(?!\w)[^.;:\n]{1,120}?)?"
    r" (?:(?P<complete>complète)|(?P<replace>remplace)|supprime|rétabli(?=t|ss)(?:t|sse)?)(?:nt)?"
    r" (?:les? |la |l')?"
)
"""A verb that amends where a law is its subject, up to its object."""


def _done_by_laws(text: str, phrases: Sequence[Phrase], relations: Sequence[Relation]) -> Iterator[tuple[int, Done]]:
    """What is done by a law directly before its verb: "l'article 2 de la loi n° … complète l'article 7 du code …".

    So by an article of a bill: "L'article 2 complète l'article 7 du code".
    """
    changed = -1  # the object of such a verb
    for at in range(1, len(phrases)):
        first, before = phrases[at - 1], relations[at - 1]
        goes_on = before is _AMENDS or changed == at - 1
        own = first.act is None and phrases[at].act is not None and text.startswith("L'", first.start - 2)  # of a bill
        law = before is _REFERS_TO and (own or (first.act is not None and first.act.nature in _LAWS))
        if not (law or goes_on) or relations[at] is not _REFERS_TO:
            continue
        verb = _BY_LAW.fullmatch(text, first.stop, phrases[at].start)
        if verb is None or (verb["again"] is not None) != goes_on:
            continue
        if not goes_on:
            yield at - 1, (_AMENDS, None)
        changed = at
        yield at, (_AMENDS, _O.COMPLETE if verb["complete"] else _O.REPLACE if verb["replace"] else None)


def _is_subject(text: str, before: Phrase, relation: Relation, verb: int) -> bool:
    """Whether the phrase before a verb is its subject: it stands in its clause, and nothing else governs it."""
    return (
        relation is _REFERS_TO
        and before.kind in _PROVISIONS
        and before.stop <= verb
        and _SUBJECT.match(text, before.stop, verb) is not None
    )

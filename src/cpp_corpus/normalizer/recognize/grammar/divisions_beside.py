"""A division and the act before it, or articles behind a bracket of it."""

from __future__ import annotations

from cpp_corpus.lang.acts import annex_of
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.act_before import ANNEX, ARABIC, CONTEXTLESS, LAWS, popped
from cpp_corpus.normalizer.recognize.grammar.divisions import HALF
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["leads_to_articles", "with_act_before"]

_BESIDE = compiled(
    rf"(?: modifiée?)?(?: \([^()\n\d]{{1,60}}\))?(?: ?[,(:/|[] ?|(?: -| –| —)? )(?:[Aa]rt(?:\.|icles?) )?"
    rf"(?:{HALF}\)? ?,? ?)?"
)


def _is_division_of(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether a division without a determiner stands directly behind its act: "Arrêté du 20 avril 2017, annexe II"."""
    name = before.act
    if phrase.act is not None or phrase.present or name is None or name.how is not How.NAMED:
        return False
    french = not name.nature.startswith("decision") and not name.nature.endswith("-ue")
    if french and (phrase.items[0].path or "").startswith("considerant"):
        return False  # no French act has recitals
    if phrase.items[0].how is not How.NAMED:
        return False
    if _BESIDE.fullmatch(text, before.stop, phrase.start) is not None:
        return True
    titled = name.nature in LAWS or name.nature.endswith("-ue")
    return titled and _OVER_TITLE.fullmatch(text, before.stop, phrase.start) is not None


_OVER_TITLE = compiled(
    r",? (?:relati(?:fs?|ves?)|portant|pour|modifiant|fixant|instituant|pris) [^.;:()\n]{1,200}?"
    r"(?: ?[,:–—(]| -) ?(?:[Aa]rt(?:\.|icles?)? )?"
)
"""The title of an act, as far as an annex: "Arrêté du 29 juillet 1987 relatif aux moulins - Annexe I"."""


def with_act_before(
    text: str, phrase: Phrase, found: list[Phrase], rules: list[str], *, after_act: bool
) -> tuple[bool, Phrase]:
    """Whether a division stands directly behind its act, which is then taken away; the division with its act."""
    if after_act and _is_division_of(text, found[-1], phrase):
        before = popped(text, found, rules)
        whole = _annex_code(text, before, phrase)
        return whole is None, phrase._replace(act=before.act) if whole is None else whole
    if found and (_goes_on_visa(text, found[-1], phrase) or _is_annex_beside(text, found[-1], phrase)):
        phrase = phrase._replace(act=found[-1].act)
    return False, phrase


def _annex_code(text: str, before: Phrase, phrase: Phrase) -> Phrase | None:
    """A code with the annex behind it, where that is a code of its own: "Code général des impôts, annexe 3"."""
    path = ANNEX.fullmatch(phrase.items[0].path or "") if len(phrase.items) == 1 else None
    act = before.act
    if path is None or act is None or not act.ids:
        return None
    annex = annex_of(act.ids[0], ARABIC.get(path[1], path[1].upper()))
    stop = phrase.stop + (text[phrase.start - 1] == "(" and text.startswith(")", phrase.stop))
    if annex is None:
        return None
    return Phrase("act", before.start, stop, (), act._replace(end=stop, stop=stop, ids=(annex,)))


_AND_ANNEX = frozenset((", ", " et ", " et l'", " ; ", " + ", " & ", ", et ", " ou "))


def _is_annex_beside(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether an annex goes on a list of articles behind their act: "Arr. 10 avr. 2020, art. 3 et annexe II"."""
    act = before.act
    if before.kind != "article" or phrase.act is not None or phrase.present or act is None or act.how is not How.NAMED:
        return False
    annex = (phrase.items[0].path or "").startswith("annexe") and act.nature not in CONTEXTLESS
    return annex and act.end <= before.items[0].start and text[before.stop : phrase.start] in _AND_ANNEX


_RELATING = compiled(r",? (?:relati(?:f|ve)s? (?:à|aux?) [^;:.\n()]{2,120}?,? ?)?(?:, |et (?:notamment )?)")


def _goes_on_visa(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether a division follows another one of a visa: "Vu le code …, livre V, titre Ier relatif à …, livre II"."""
    act = before.act
    if before.kind != "division" or phrase.act is not None or phrase.present or act is None or act.how is not How.NAMED:
        return False
    if _highest(before) != _highest(phrase):
        return False
    return act.end <= before.items[0].start and _RELATING.fullmatch(text, before.stop, phrase.start) is not None


def _highest(phrase: Phrase) -> str:
    """The kind of the outermost step of a division."""
    return (phrase.items[0].path or "").partition(".")[0]


_CITING = (", art", ", Art", " : art", " : Art", " – art", " – Art", " - art", " - Art", ": art")


def leads_to_articles(text: str, before: Phrase) -> bool:
    """Whether articles without an act may be those of a division with its act: "le livre II du CSP (art. L. 2111-1)".

    So "titre II du code de commerce, article 5".
    """
    act = before.act
    if before.kind != "division" or act is None:
        return False
    return text.startswith(_CITING, before.stop) or (act.how is How.NAMED and text.startswith(" (", before.stop))

"""Which act a phrase names: in full, as the citing act, as one named before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.lang.acts import annex_of, numbers_alike, whole_of
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.memory import (
    CitingArticle,
    Known,
    Memory,
    NamedAct,
    has_all,
    numbers_of,
)
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Phrase

__all__ = ["act_named", "named_later"]

_SENTENCE_END = re.compile(r"\n|(?<!\W[LRDAO])(?<!\Wart)\. ")  # not the dot of "L. 1-1"
_RECITAL = re.compile(r"considerant\.|paragraphe\.\d+(?:\.\.|$)")
_COUNCIL = "Conseil constitutionnel"
_NEAR = 1_000  # characters before a paragraph in which the Conseil may be named
_WITHIN = compiled(
    r"(?:(?:au|par le|à son|par son)(?: même)?|aux|par les|à ses|par ses|en vertu (?:du|des)) $", re.IGNORECASE
)
_TREATIES = frozenset(("traité", "convention", "protocole", "charte", "accord", "statut"))


def act_named(text: str, phrase: Phrase, citing: CitingArticle, memory: Memory) -> Known | None:
    """The act that a phrase itself names, which is then remembered, or is a part of; ``None`` where it names none."""
    name = phrase.act
    if name is None:
        return _owner(text, phrase, memory) if phrase.its else _deciding(text, phrase, memory)
    known = _resolved(name, numbers_of(phrase), citing, memory)
    if known.id is not None:
        span = Span(name.start, name.end)
        memory.remember(NamedAct(name.nature, known.id, span, name.date, known.via))
        whole = whole_of(known.id) if name.nature == "annexe" else None
        if whole is not None:  # "dudit code" after "l'annexe II au code …" is the code, not its annex
            memory.remember(NamedAct("code", whole, span))
    return known


def named_later(phrase: Phrase, act: Known | None, memory: Memory) -> Known | None:
    """The act of a phrase, found behind it where it is only now named in full ("du traité … le traité sur …")."""
    name = phrase.act
    if act is None or act.id is not None or name is None or name.how is not How.VAGUE or name.nature not in _TREATIES:
        return act
    later = memory.next(name.nature, name.end)
    return act if later is None else Known(later.id, Via.ANAPHORA, later.span)


def _owner(text: str, phrase: Phrase, memory: Memory) -> Known | None:
    """The act that a possessive leads back to ("notamment ses articles …"): the last one of the sentence."""
    last = memory.latest
    if last is None:
        return None
    between = text[last.span.end : phrase.start]
    if _SENTENCE_END.search(between) or has_all(last.id, numbers_of(phrase)) is False:
        return None
    return Known(last.id, Via.ANAPHORA, last.span)


def _deciding(text: str, phrase: Phrase, memory: Memory) -> Known | None:
    """The decision that a recital without an act is of ("sous la réserve énoncée au considérant 9"), the last one.

    No code has recitals. A "paragraphe 9" is one where the Conseil constitutionnel has decided before and something
    stands *in* it ("énoncée au"); one to which something is done ("déclare le paragraphe 9 contraire") is of the law.
    The decision of the same sentence is named with its recital, one of a sentence before is not.
    """
    path = (phrase.items[0].path or "") if phrase.kind == "division" else ""
    if _RECITAL.match(path) is None:
        return None
    paragraph, at = path.startswith("p"), phrase.start
    last = memory.last("decision-cc" if paragraph else "decision")
    if paragraph and not (
        _WITHIN.search(text, max(0, at - 20), at)
        and (last is not None or text.rfind(_COUNCIL, max(0, at - _NEAR), at) >= 0)
    ):
        return None
    if last is None:
        return Known(None, Via.ANAPHORA, reason=Reason.NO_DECISION_BEFORE)
    if last.via is Via.ANAPHORA or _SENTENCE_END.search(text, last.span.end, at):
        return Known(last.id, Via.ANAPHORA, last.span)
    return Known(last.id, Via.EXPLICIT)


def _resolved(name: ActName, numbers: Sequence[str], citing: CitingArticle, memory: Memory) -> Known:
    if name.how is How.NAMED:
        return _named(name, numbers, citing, memory)
    if name.nature == "annexe":
        return _annex(name, citing, memory)
    if name.nature == "code":
        return _said_code(name.how, numbers, citing, memory)
    if name.how is How.PRESENT and (citing.act or "").startswith(name.nature + ":"):
        return Known(citing.act, Via.ANAPHORA)
    if name.how is How.PRESENT and numbers and numbers[0][0] in "lrda" and has_all(citing.act, numbers):
        return Known(citing.act, Via.ANAPHORA)  # "l'article A. 340-1 du présent arrêté", which the code has taken in
    before = memory.last(name.nature)
    if before is None and name.nature == "autre":
        return Known(None, Via.ANAPHORA, reason=Reason.ACT_WITHOUT_ID)
    if before is None:
        return Known(None, Via.ANAPHORA, reason=Reason.NO_ACT_BEFORE)
    return Known(before.id, Via.ANAPHORA, before.span)


def _said_code(how: How, numbers: Sequence[str], citing: CitingArticle, memory: Memory) -> Known:
    """``présent code`` is the citing act; ``même code`` the last one named that has the numbers.

    "le code" alone is the citing act, where it has the numbers.
    """
    if how is How.PRESENT or (how is How.VAGUE and citing.act and has_all(citing.act, numbers) is not False):
        return Known(citing.act, Via.ANAPHORA, reason=None if citing.act else Reason.CITING_ACT_UNKNOWN)
    last = memory.last("code")
    if last is None and (citing.act is None or (numbers and has_all(citing.act, numbers) is False)):
        return Known(None, Via.ANAPHORA, reason=Reason.NO_ACT_BEFORE)
    if last is None:
        return Known(citing.act, Via.ANAPHORA)
    chosen = next((act for act in reversed(memory.codes.values()) if has_all(act.id, numbers) is not False), last)
    if how is How.VAGUE and has_all(chosen.id, numbers) is False:
        return Known(None, Via.ANAPHORA, reason=Reason.NO_CODE_WITH_ARTICLE)
    return Known(chosen.id, Via.ANAPHORA, chosen.span)


def _annex(name: ActName, citing: CitingArticle, memory: Memory) -> Known:
    """An annex that is a code of its own, by its numeral and the code that it belongs to."""
    code = None if name.how is How.PRESENT else memory.last("code")
    speaking = whole_of(citing.act or "") or citing.act or ""
    for whole in (code.id, speaking) if code else (speaking,):
        annex = annex_of(whole, name.ids[0])
        if annex:
            return Known(annex, Via.ANAPHORA, code.span if code and code.id == whole else None)
    return Known(None, Via.ANAPHORA, reason=Reason.NO_CODE_WITH_ANNEX)


def _named(name: ActName, numbers: Sequence[str], citing: CitingArticle, memory: Memory) -> Known:
    if not name.ids:
        return Known(None, Via.EXPLICIT, reason=Reason.ACT_WITHOUT_ID)
    if name.stop > name.end and name.date is not None and name.ids[0].endswith(name.date):
        return _dated_before(name, memory)
    if len(name.ids) == 1:
        return Known(name.ids[0], Via.EXPLICIT)
    if citing.act in name.ids and (not numbers or has_all(citing.act, numbers)):
        return Known(citing.act, Via.EXPLICIT)
    having = [act for act in name.ids if numbers and has_all(act, numbers)]
    alike = [act for act in name.ids if all(numbers_alike(act, number) for number in numbers)]
    return Known((having or alike or name.ids)[0], Via.EXPLICIT)


def _dated_before(name: ActName, memory: Memory) -> Known:
    """``loi du 13 juillet 1983 précitée``: the one of that date whose number the text gave before, if it did."""
    before = memory.dated(name.nature, name.date)
    return Known(before.id, Via.ANAPHORA, before.span) if before else Known(name.ids[0], Via.ANAPHORA)

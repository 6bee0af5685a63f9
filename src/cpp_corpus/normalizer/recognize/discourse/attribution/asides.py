"""Acts behind an aside or in a bracket: "l'article 9, alors cité, de la loi", "L. 1-1 : assurances (code du vent)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.lang.acts import numbers_alike
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.attribution.coordination import BESIDE_NEXT, FEW, Acts
from cpp_corpus.normalizer.recognize.discourse.decision import (
    CitingArticle,
    Decision,
    has_all,
    is_never_of,
    may_have_all,
    numbers_of,
    unknown,
)
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.article_titles import FIELD, NEXT_FIELD
from cpp_corpus.normalizer.recognize.grammar.qualifiers import OBJECT, has_verb, is_open
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["is_of_clause", "lead_from_brackets", "lead_from_fields", "lead_over_asides", "lead_over_rows"]


_TO_BRACKET = compiled(r"[^.;()\n]{1,100} \((?:(?:source|cf\.|voir|v\.) ?:? ?)?(?:le |la |l')?")


def lead_from_brackets(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Give an article the act that stands in a bracket behind it, and has it: "L. 1-1 : assurances (code du vent)".

    Not in an article of an act, whose own numbers have none behind them.
    """
    if citing.article is not None:
        return
    for at in range(len(phrases) - 1):
        phrase, following, act = phrases[at], phrases[at + 1], acts[at + 1]
        name = following.act
        if acts[at] is not None or phrase.kind != "article" or following.kind != "act" or act is None or name is None:
            continue
        if name.how is How.NAMED and _TO_BRACKET.fullmatch(text, phrase.stop, name.start) is not None:
            numbers = numbers_of(phrase)
            if numbers and has_all(act.act, numbers) is True:
                acts[at] = Decision(act.act, Via.EXPLICIT, Basis.LEADS_ON, Span(name.start, name.end))


_FIELD_OF_ARTICLE = compiled(r"art(?:icles?|\.)?[\"']? ?[:=]", re.IGNORECASE)
_FIELD_BEFORE = compiled(rf"(?:^|[\n;{{(|]) ?{FIELD}$", re.IGNORECASE)
_FIELD_BEHIND = compiled(rf"{NEXT_FIELD}{FIELD}(?=\w)", re.IGNORECASE)
_TO_NEXT_FIELD = compiled(rf"{NEXT_FIELD}[\"']?")
_FIELD_LONG = 16  # characters


def lead_from_fields(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give an article the act of the field beside its own: "Texte : loi n° 2020-12", in the next line "Article : 5".

    Where that behind it is not read, the act is not known.
    """
    for at, phrase in enumerate(phrases):
        if acts[at] is not None or phrase.kind != "article" or not _FIELD_OF_ARTICLE.match(text, phrase.start):
            continue
        before = phrases[at - 1] if at else None
        if (
            before is not None
            and before.kind == "act"
            and (act := acts[at - 1]) is not None
            and _TO_NEXT_FIELD.fullmatch(text, before.stop, phrase.start) is not None
            and _FIELD_BEFORE.search(text, max(0, before.start - _FIELD_LONG), before.start) is not None
        ):
            acts[at] = act.led(Basis.LIST, at - 1)
        elif (behind := _FIELD_BEHIND.match(text, phrase.stop)) is not None:
            named = acts[at + 1] if at + 1 < len(phrases) and phrases[at + 1].start == behind.end() else None
            acts[at] = unknown(Reason.UNKNOWN_NAME) if named is None else named.led(Basis.LIST, at + 1)


_TO_NEXT_CELL = compiled(r" ?; ?")
_BEGINS_ROW = compiled(r"(?:^|\n) ?$")


def lead_over_rows(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give an article the code in the cell before, which has it: "code de commerce ; art. L. 123-4"."""
    for at, phrase in enumerate(phrases[1:], 1):
        before, act = phrases[at - 1], acts[at - 1]
        if acts[at] is not None or act is None or before.kind != "act" or phrase.kind != "article":
            continue
        if _TO_NEXT_CELL.fullmatch(text, before.stop, phrase.start) is None:
            continue
        numbers = numbers_of(phrase)
        row = _BEGINS_ROW.search(text, max(0, before.start - 2), before.start)
        if row is not None and numbers and has_all(act.act, numbers) is True:
            acts[at] = act.led(Basis.LIST, at - 1)


_OPENS_WORDS = (",", " (", " ou,", " et,", " «", " –", " —")
_RESUMES = compiled(r"[,)»–—] (?:du|de la|de l'|des) ?$")
"""What goes on from an article to its act over an aside: "l'article 9, combiné, il le faut, avec le 14, de la loi"."""
_CORRECTED = compiled(r" (?:ou|voire), [^,;:.]{3,80}, (?!d(?:u|e la|es) )[^;:.]{3,200}, (?:du |de la |de l')")
"""What says an article otherwise, before its act: "19 ou, plus exactement, à son deuxième alinéa, du décret"."""
_HEADS_NEXT = compiled(r" ?,? (?:l'|les )art")
_NEW_SUBJECT = compiled(r"[^\W\d]{2}, (?:l'|les )$")
"""What begins a clause of its own behind a word: "Si l'article 5, …, paraît clair, l'article 6, …, du code suffit"."""
_ENDS_CLAUSE = compiled(r"[;:\n]|\.(?<!art\.)(?<!al\.)(?<!\W[LRDAMn]\.) ")


def lead_over_asides(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Give an article the act to which its clause goes back behind an aside, if that has the number or may have it.

    Where it only may have it, and words of any kind stand between, the act is unclear and not the citing one. An act
    that is so given is no reference of its own.
    """
    given: set[int] = set()
    for at, phrase in enumerate(phrases[:-1]):
        if (
            acts[at] is None
            and phrase.kind == "article"
            and phrase.act is None
            and not phrase.its
            and text.startswith(_OPENS_WORDS, phrase.stop)
            and (numbers := numbers_of(phrase))
        ):
            act = acts[at] = _resumed(text, phrases, acts, at, numbers, citing)
            if act is not None and act.origin is not None and phrases[act.origin].kind == "act":
                given.add(act.origin)
    for at in given:
        acts[at] = None


def _resumed(  # noqa: PLR0913, PLR0917 - what is known where it is asked
    text: str, phrases: Sequence[Phrase], acts: Acts, at: int, numbers: Sequence[str], citing: CitingArticle
) -> Decision | None:
    stop = phrases[at].stop
    for j in range(at + 1, min(len(phrases), at + FEW)):
        act, name = acts[j], phrases[j].act
        if _ENDS_CLAUSE.search(text, stop, phrases[j].start) is not None:
            return None
        if act is None or name is None:
            continue
        if name.how is not How.NAMED or act.act is None or name.start < phrases[j].start:
            return None
        if j + 1 < len(phrases) and _closes(text, phrases, j + 1):
            continue
        if _closes(text, phrases, j) and may_have_all(act.act, numbers):
            known = has_all(act.act, numbers) is True
            return act.led(Basis.LIST, j) if _is_aside(text, phrases[at], phrases[j - 1], known=known) else None
        if phrases[j].kind == "article" and is_of_clause(text, phrases[at], phrases[j]):
            return None
        if _RESUMES.search(text, stop, name.start) is None:
            if phrases[j].kind != "act" and not is_never_of(act.act, numbers):
                return None
            continue
        if is_never_of(act.act, numbers) and has_all(citing.act, numbers) is not False:
            continue
        if (phrases[j].items and phrases[j].items[-1].locators) or _HEADS_NEXT.match(text, name.stop) is not None:
            return None  # "que modère l'article 1231-5, alinéa 2, du code", "et, du code, l'article 145"
        has = has_all(act.act, numbers)
        corrected = phrases[j].kind == "act" and _CORRECTED.fullmatch(text, stop, name.start) is not None
        if has is True or (may_have_all(act.act, numbers) and (corrected or _is_enclosed(text, phrases, at, j))):
            return act.led(Basis.LIST, j)
        alike = has is False and all(numbers_alike(act.act, number) for number in numbers)
        return unknown(Reason.ACT_UNCLEAR) if citing.act is not None and (has is None or alike) else None
    return None


def is_of_clause(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether an article is the subject or the object of a clause of its own, behind an aside of the one before."""
    clause = _NEW_SUBJECT.search(text, first.stop, second.start) or OBJECT.search(text, first.stop, second.start)
    return clause is not None


_LED = compiled(r"(?<!\w)(?:ce (?:qui|que|dont)|celles? qui|ceux qui|qui|dont)(?!\w)")
"""What leads to the verb of an aside."""


def _is_enclosed(text: str, phrases: Sequence[Phrase], at: int, last: int) -> bool:
    """Whether commas part an article from the one that another aside goes to: "3, sous réserve de l'article 7, du"."""
    first, second = phrases[at], phrases[last]
    return (
        last == at + 1
        and second.kind == "article"
        and not second.bare
        and text.startswith(",", first.stop)
        and text.startswith(",", second.items[-1].end)
        and BESIDE_NEXT.fullmatch(text, first.stop, second.start) is None
        and (
            not has_verb(text, first.stop + 2, second.start) or _LED.search(text, first.stop, second.start) is not None
        )
        and not is_open(text, first.stop, second.start)
        and not is_of_clause(text, first, second)
    )


_DIRECTLY = compiled(r", (?:du |de la |de l')")
_COMPLEMENTS = ("de l'", "des ")


def _closes(text: str, phrases: Sequence[Phrase], at: int) -> bool:
    """Whether an act stands directly behind that of an article: "5, lu avec l'article 8 de la loi …, du décret …"."""
    before = phrases[at - 1]
    name = phrases[at].act
    return (
        phrases[at].kind == "act"
        and name is not None
        and name.how is How.NAMED
        and before.kind == "article"
        and before.act is not None
        and _DIRECTLY.fullmatch(text, before.stop, name.start) is not None
    )


def _is_aside(text: str, first: Phrase, second: Phrase, *, known: bool) -> bool:
    """Whether the words from an article to the next one are no clause, and the first is no complement with "de".

    Of such a one the act behind that of the next one may be a further member: "en vertu de l'article 5, …, du décret",
    unless it is ``known`` to have the number.
    """
    if not known and text.endswith(_COMPLEMENTS, 0, first.start):
        return False
    verb = has_verb(text, first.stop + 2, second.start)
    return not verb or _LED.search(text, first.stop, second.start) is not None

"""The acts for which pronouns stand: "celui-ci", "cette dernière", "elle"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Via
from cpp_corpus.normalizer.recognize.discourse.decision import Decision, has_all, numbers_of, unknown
from cpp_corpus.normalizer.recognize.discourse.named_acts import (
    FEMININE,
    NamedAct,
    NamedActs,
    are_listed,
    opens_sentence,
    subject_at,
)
from cpp_corpus.normalizer.recognize.discourse.scopes import sentence_ends
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import Phrase

__all__ = ["IT_BEHIND", "Pronoun", "it_says", "of_subject", "one_says", "pronoun_of", "this_one"]

_ONE = (
    r"(?:ce(?:lui-(?:ci|(?P<there>là))|(?P<feminine>lle-(?:ci|(?P<she_there>là)))"
    r"|(?: dernier|(?P<last>tte dernière))(?! (?:NOUN)(?!\w)))|(?P<several>ce(?:ux|lles)-(?:ci|là)|ces dernie?[èr]e?s))"
    r"(?!\w)"
).replace(
    "NOUN",
    "disposition|stipulation|période|année|société|phrase|hypothèse|version|rédaction|édition|partie|section"
    "|annexe|juridiction|procédure|date|fois|catégorie|alinéa|article|chapitre|titre|cas|point|paragraphe",
)
_CELUI_CI = compiled(rf"(?: ?,)? de {_ONE}")
_ONE_SAYS = compiled(
    rf"(?:^|[.;:\n] ?){_ONE}(?: ?,)? (?:[a-zà-ÿ]+(?: ?,)? )?(?:à l'|(?:aux?|à|en|dans|par) )$", re.IGNORECASE
)
"""One of two acts as the subject of a sentence: "Celle-là, à l'article 5, prévoit", "Celui-ci, en son article 5"."""
_ONE_LONG = 44  # characters


def this_one(text: str, phrase: Phrase, named: NamedActs | None) -> Decision | None:
    """The act of an article "de celui-ci", "de cette dernière": the last one named, of that gender.

    "Celui-là" is the first of two. One that lacks the number is not clear where another one has it.
    """
    match = _CELUI_CI.match(text, phrase.stop)
    return None if match is None else _one_meant(text, phrase, match, named)


def one_says(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The act that "celle-là" stands for, the subject of the sentence of an article, in the sentence before."""
    match = _ONE_SAYS.search(text, max(0, phrase.start - _ONE_LONG), phrase.start)
    if match is None or named.latest is None or sentence_ends(text, named.latest.span.end, phrase.start) > 1:
        return None
    return _one_meant(text, phrase, match, named)


def _one_meant(text: str, phrase: Phrase, match: re.Match[str], named: NamedActs | None) -> Decision:
    """The act for which such a word stands."""
    if match["several"]:
        return unknown(Reason.ACT_UNCLEAR)
    feminine = bool(match["feminine"] or match["last"])
    acts = [] if named is None else named.of_gender(feminine=feminine)
    if named is None or named.latest is None:
        return unknown(Reason.NO_ACT_BEFORE)
    if not acts:
        return unknown(Reason.ACT_UNCLEAR)  # those named before are of the other gender, and none of them is meant
    last = acts[0]
    if (match["there"] or match["she_there"]) and len(acts) > 1:
        pair = [act for act in acts if sentence_ends(text, act.span.end, phrase.start) <= 1]
        if len(pair) != 2:
            return unknown(Reason.ACT_UNCLEAR)
        last = pair[1]
    elif _is_unread_since(text, last.span.end, phrase.start, named, feminine=feminine):
        return unknown(Reason.ACT_WITHOUT_ID)
    numbers = numbers_of(phrase)
    if has_all(last.id, numbers) is False and any(has_all(act.id, numbers) for act in acts):
        return unknown(Reason.ACT_UNCLEAR)
    return Decision(last.id, Via.ANAPHORA, Basis.SAME, last.span)


_UNREAD_SINCE = compiled(
    r"(?<!\w)(?:(?P<feminine>convention|charte|promesse|police|transaction|proposition"
    r"|(?:loi|ordonnance|directive)(?= de (?:finances?(?!\w)|(?P<year>(?:1[89]|20)\d\d)(?![\w-]))))"
    r"|contrat|bail|accord|avenant|protocole|pacte|mandat|devis|compromis|règlement|cahier|testament|projet)(?!\w)",
    re.IGNORECASE,
)
"""A text that is not read, which "celui-ci" may mean as well."""


def _is_unread_since(text: str, begin: int, end: int, named: NamedActs, *, feminine: bool) -> bool:
    """Whether a text of a gender that is not read is named between two positions."""
    read = [act.span for act in named.latest_ones()]
    return any(
        bool(noun["feminine"]) is feminine
        and not any(span.start <= noun.start() < span.end for span in read)
        and not (noun["year"] and named.of_year(noun["feminine"].lower(), noun["year"]))
        for noun in _UNREAD_SINCE.finditer(text, begin, end)
    )


_IT_BEFORE = compiled(
    r"(?P<head>^|[.;\n] ?|,? (?:et|mais|or|car) |, )(?P<it>[Ee]lle|[Ii]l)(?P<several>s)?"
    r" (?:ne |n'|le |la |les |l'|y )?[a-zà-ÿ]+"
    r"(?: (?:ainsi|aussi|également|notamment))?(?: ?,)? (?:\(|(?:à )?l'|(?:aux?|à|en|dans|par) )?$"
)
"""A pronoun as the subject of what is said at an article: "Elle précise, en son article 3"."""
IT_BEHIND = (", elle ", ", il ")
"""A pronoun that is the subject of a clause which an article opens."""
_OPENS_WITH = compiled(r"(?P<head>^|[.;\n] ?)(?:(?:À|A) l'|Aux |(?:En|Dans|Par|À|A) )$")
"""What leads to an article that opens its sentence: "À l'article 3, elle prévoit"."""
_SENTENCE_ENDS = frozenset((".", "\n", ""))
_IT_LONG = 60  # characters
_OF_GENDER = compiled(
    r"(?:^|[.;\n] ?)(?:(?P<feminine>La|Une|Cette|Sa)|(?P<masculine>Le|Un|Cet?|Son)|(?P<either>L'|Notre|Votre))"
    r"(?: |(?<='))(?:[^.;\n]|(?<=[LRDA])\.)+$"
)
"""A noun with which a sentence begins, and its gender."""
_SUBJECT_LONG = 200  # characters
_SMALL = re.compile(r"[0-9]{1,2}")
"""A number that any text has."""


class Pronoun(NamedTuple):
    """A pronoun that is the subject of what is said at an article."""

    start: int
    """Where its sentence begins, or the clause behind a semicolon."""
    feminine: bool
    several: bool
    opens: bool
    """Whether it begins a sentence, so that it leads back to the one before."""


def pronoun_of(text: str, phrase: Phrase) -> Pronoun | None:
    """The pronoun that is the subject of the clause of an article: "Elle dit, à l'article 3", "À …, elle dit"."""
    start = phrase.start
    before = _IT_BEFORE.search(text, max(0, start - _IT_LONG), start)
    if before is not None:
        opens = before["head"][:1] in _SENTENCE_ENDS
        return Pronoun(before.start(), before["it"].lower() == "elle", before["several"] is not None, opens)
    if not text.startswith(IT_BEHIND, phrase.stop):
        return None
    opening = _OPENS_WITH.search(text, max(0, start - 12), start)
    if opening is None:
        return None
    feminine = text.startswith(IT_BEHIND[0], phrase.stop)
    return Pronoun(opening.start(), feminine, several=False, opens=opening["head"][:1] in _SENTENCE_ENDS)


def it_says(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The act for which "elle" or "il" stands, at whose article something is said: "La loi …. Elle précise, à".

    That is the subject of the sentence before, if it is of the gender, else the only act of it that is. It is not clear
    where a code that the sentence changes may be meant: "La loi … modifie le code civil. Elle dit à l'article 16-1".
    """
    pronoun = pronoun_of(text, phrase)
    if pronoun is None:
        return None
    numbers = numbers_of(phrase)
    if not numbers or numbers[0][0] in "lrd":
        return None  # they are of the code of which it speaks
    far = 1 if pronoun.opens else 0
    near = [act for act in reversed(named.latest_ones()) if sentence_ends(text, act.span.end, phrase.start) <= far]
    if not near:
        return None
    ones = {act.id: act for act in reversed(near) if (act.nature in FEMININE) is pronoun.feminine}
    first = subject_at(text, [act.span for act in near])
    subject = near[first]
    listed = [act for act in near[first + 1 : first + 2] if act.id in ones and act.id != subject.id]
    if pronoun.several or (subject.id in ones and any(are_listed(text, subject.span, act.span) for act in listed)):
        return unknown(Reason.ACT_UNCLEAR)
    if subject.id in ones and (first or opens_sentence(text, subject.span.start)):
        return of_subject(subject, near, numbers)
    if len(ones) == 1 and not _is_of_noun(text, near[0].span.start, feminine=pronoun.feminine):
        return of_subject(next(iter(ones.values())), near, numbers)
    return unknown(Reason.ACT_UNCLEAR)


def of_subject(meant: NamedAct, near: Sequence[NamedAct], numbers: Sequence[str]) -> Decision:
    """The act that says something at an article; not clear where another one that is ``near`` has such a number.

    A low number is of the one that says it.
    """
    others = any(act.id != meant.id and has_all(act.id, numbers) for act in near)
    if others and (not all(map(_SMALL.fullmatch, numbers)) or has_all(meant.id, numbers) is False):
        return unknown(Reason.ACT_UNCLEAR)
    return Decision(meant.id, Via.ANAPHORA, Basis.SAME, meant.span)


def _is_of_noun(text: str, start: int, *, feminine: bool) -> bool:
    """Whether the sentence of an act at ``start`` begins with something else of that gender, which may be meant."""
    noun = _OF_GENDER.search(text, max(0, start - _SUBJECT_LONG), start)
    return noun is not None and (noun["either"] is not None or (noun["feminine"] is not None) is feminine)

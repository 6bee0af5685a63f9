"""Acts that a sentence names for all of its articles: behind them, before them, or in the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.lang.acts import ACTS
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.attribution.coordination import (
    AND,
    FEW,
    MANY_TOGETHER,
    NEAR,
    Acts,
    opens_clause,
)
from cpp_corpus.normalizer.recognize.discourse.context import stands_by_itself
from cpp_corpus.normalizer.recognize.discourse.decision import (
    Decision,
    are_prefixed,
    has_all,
    may_have_all,
    numbers_of,
    unknown,
)
from cpp_corpus.normalizer.recognize.discourse.named_acts import are_listed, subject_at
from cpp_corpus.normalizer.recognize.discourse.owners import has_unread_subject
from cpp_corpus.normalizer.recognize.discourse.scopes import ends_sentence, sentence_ends
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.qualifiers import has_verb, is_open
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["complete_lists", "lead_back_in_sentences", "lead_possessives", "named_behind", "of_sentence_before"]

_CLAUSE = compiled(r" (?:est|sont|était|étaient|peut|peuvent|doit|doivent|sera|seront)(?!\w)")
"""A word with which another clause begins."""
_OF_NOUN = re.compile(
    r"(?:[a-zà-ÿ]{3,}(?<!sein) +(?:du|de la|de l'|des?|d')|(?<!\w)(?<!dans )(?:les?|la|l')"
    r"|(?:contrairement|conformément|opposition|comparaison|(?:contr|simil)aires?|identiques?|semblables?|analogues?"
    r"|comparables?|rapport|comme) +(?:aux?|à la|à l'|dans l[ea']|dans les)) ?\Z"
)
"""What makes an act the complement of a word, or a subject or object: "aux règles du code …", "que le code …"."""
_COMPLEMENTED = 30  # characters
_COMMA_ALONE = compiled(r"(?: ?\([^()\n]{1,120}\))? ?, ?(?:d[eu] |à )?(?:l'|les |aux |des )?")
"""What makes another article a further member, beside a conjunction."""
_OTHERS = frozenset(("act", "division"))


_WHOLE = compiled(
    r"[;,:–—] (?:le tout|tou(?:te)?s(?: (?:les )?(?:deux|trois|quatre|cinq|six))?|chacun|l'ensemble)"
    r"(?:,? (?:est|étant|sont|tirée?s?|issue?s?|extraite?s?|relevant|figurant|prise?s?)){0,2}"
    r" (?:d(?:u|e la|e l')|au|à la|à l'|dans (?:le|la|l')) ?$"
)
"""What says that an act is that of all articles of its sentence: "…; …; tous trois du code", "le tout au code"."""
_WHOLE_REACH = 60  # characters
_BELOW = "\n("
"""Where a code stands below the numbers that are each a line: "L. 1\\nL. 2\\n(code du travail)"."""


def _lead_to_whole(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give the articles of a sentence the act that closes it, if that may have them."""
    for at, phrase in enumerate(phrases):
        act, name = acts[at], phrase.act
        if phrase.kind != "act" or act is None or act.act is None or name is None or name.how is not How.NAMED:
            continue
        below = name.nature == "code" and text.endswith(_BELOW, 0, name.start)
        if not below and _WHOLE.search(text, max(0, name.start - _WHOLE_REACH), name.start) is None:
            continue
        for before in range(at - 1, max(-1, at - MANY_TOGETHER), -1):
            article = phrases[before]
            if below and text[article.stop : phrases[before + 1].start].strip("\n (") != "":
                break
            if not below and ends_sentence(text, article.stop, phrase.start):
                break
            open_ = article.kind == "article" and acts[before] is None and not article.its
            if open_ and (numbers := numbers_of(article)) and has_all(act.act, numbers) is not False:
                acts[before] = act.led(Basis.LIST, at)


def complete_lists(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give a list the act that closes it, none to an article of the text itself: "8 ci-dessus et 7 du code"."""
    _lead_to_whole(text, phrases, acts)
    for at, phrase in enumerate(phrases):
        act = acts[at]
        listed = act is not None and act.basis is Basis.LIST and phrase.kind == "article" and phrase.act is None
        if listed and stands_by_itself(text, phrase):
            acts[at] = None


_ITS_ACT = compiled(r"(?: (?:mis à part|exceptés?|exclus|réservés?|compris))? ?, (?:la |le |l')")


def lead_possessives(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give a possessive the act behind it, where none is named before: "En application de ses articles, la loi"."""
    for at, phrase in enumerate(phrases[:-1]):
        following = acts[at + 1]
        if (
            phrase.its
            and acts[at] is None
            and following is not None
            and phrases[at + 1].kind == "act"
            and _ITS_ACT.fullmatch(text, phrase.stop, phrases[at + 1].start) is not None
        ):
            acts[at] = following.led(Basis.POSSESSIVE, at + 1)


def lead_back_in_sentences(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give numbers with a prefix the code that the sentence goes on to name, which has them."""
    for at, phrase in enumerate(phrases):
        if acts[at] is None and phrase.kind == "article" and phrase.items[0].how is How.NAMED:
            numbers = numbers_of(phrase)
            if are_prefixed(numbers):
                acts[at] = named_behind(text, phrases, acts, at, numbers)


_AT_ACT = compiled(r"(?<!figur)(?:[^éuis\W]e|oie|[^aéi\W]ent) (?:au|aux|à la|à l')(?: présent)? ?$")
"""What leads to an act from a verb, and not from an article: "l'article 15 déroge au code"."""


def named_behind(  # noqa: PLR0913 - what is known where it is asked
    text: str, phrases: Sequence[Phrase], acts: Acts, at: int, numbers: Sequence[str], *, alike: bool = False
) -> Decision | None:
    """The code that the sentence goes on to name, if it has the numbers, which the citing act has not.

    ``alike``: the citing act has numbers of that kind, so that the other one must be in the same clause.
    """
    if stands_by_itself(text, phrases[at]):
        return None
    for j in range(at + 1, min(len(phrases), at + FEW)):
        act, before, start = acts[j], phrases[j - 1].stop, phrases[j].start
        if sentence_ends(text, before, start) or (
            opens_clause(text, phrases[j - 1], phrases[j])
            or (alike and (phrases[j].kind in _OTHERS or _CLAUSE.search(text, before, start) is not None))
        ):
            break
        if act is not None and act.act is not None and phrases[j].act is not None:
            if _is_of_other_words(text, phrases[at], phrases[j]) or _AT_ACT.search(text, before, start) is not None:
                break
            return act.led(Basis.LIST, j) if act.act in ACTS and has_all(act.act, numbers) else None
    return None


def _is_of_other_words(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether an act belongs to what stands between it and an article: to a noun, a verb, another article."""
    start = second.start
    if second.kind == "act":
        completed = _OF_NOUN.search(text, max(first.stop, start - _COMPLEMENTED), start) is not None
        return completed or has_verb(text, first.stop, start) or is_open(text, first.stop, start)
    return (
        second.kind == "article"
        and not second.bare
        and set(numbers_of(first)).isdisjoint(numbers_of(second))
        and AND.search(text, first.stop, start) is None
        and _COMMA_ALONE.fullmatch(text, first.stop, start) is None
    )


def of_sentence_before(text: str, phrases: Sequence[Phrase], acts: Acts, at: int) -> Decision | None:
    """The act that is the subject of the sentence before: "La loi … dit. Son article 5 …".

    It is not clear where the subject is two acts, both of which may have the article, and none is known where it is a
    text that is not read: "Le bail déroge à la loi …. Son article 5".
    """
    start = phrases[at].start
    if not text[start].isupper():
        return None
    found: list[Decision] = []
    spans: list[Span] = []
    for j in range(at - 1, max(-1, at - NEAR), -1):
        if sentence_ends(text, phrases[j].stop, start) > 1:
            break
        name, act = phrases[j].act, acts[j]
        if (
            name is not None
            and act is not None
            and act.act is not None
            and may_have_all(act.act, numbers_of(phrases[at]))
        ):
            spans.insert(0, Span(name.start, name.end))
            found.insert(0, Decision(act.act, Via.ANAPHORA, Basis.POSSESSIVE, spans[0]))
    if not found:
        return None
    subject = subject_at(text, spans)
    if numbers_of(phrases[at])[0][0] not in "lrd" and has_unread_subject(text, spans[subject].start):
        return unknown(Reason.ACT_WITHOUT_ID)
    further = found[subject + 1 : subject + 2]
    if further and further[0].act != found[subject].act and are_listed(text, spans[subject], spans[subject + 1]):
        return unknown(Reason.ACT_UNCLEAR)
    return found[subject]

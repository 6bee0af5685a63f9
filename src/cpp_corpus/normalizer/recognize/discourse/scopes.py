"""Scopes: the stretches of a text over which something governs the phrases inside, and what it supplies to them.

A head ("les articles suivants du code X :") supplies its act to the list that it opens; "Pour l'application de
l'article 5 :" supplies that article to the parts in its list; a note supplies nothing, and is a place of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from cpp_corpus.normalizer.recognize.discourse.heads import Governed, governed, may_amend, paragraphs_of
from cpp_corpus.normalizer.recognize.fragments import compiled, list_end
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["Scope", "ScopeKind", "Scoped", "Supply", "ends_sentence", "scopes_of", "sentence_ends"]


class ScopeKind(StrEnum):
    """What makes a scope."""

    LIST = "list"
    """The list that a head opens."""
    APPLICATION = "application"
    """The list behind "Pour l'application de l'article 5 :"."""
    AMENDED = "amended"
    """What stands below the head of an amending text, or behind one in its sentence."""
    NOTE = "note"
    """The notes of an article, from the first on."""


class Supply(StrEnum):
    """What a scope supplies to a phrase that does not name it."""

    NOTHING = "nothing"
    ACT = "act"
    """The act of the phrase that heads it."""
    DIVISION = "division"
    """The division of that phrase."""
    ARTICLE = "article"
    """The article of that phrase."""


class Scope(NamedTuple):
    """A stretch of the text that something governs."""

    kind: ScopeKind
    start: int
    end: int
    supplies: Supply
    head: int | None = None
    """Index of the phrase that heads it."""


class Scoped(NamedTuple):
    """The phrases of a text, read as their scopes have them, and the scopes in order of their beginning."""

    phrases: Sequence[Phrase]
    scopes: Sequence[Scope] = ()
    amended: Governed | None = None
    """What governs the phrases of a text that amends."""


_MARKED = compiled(r"(?:[a-z]+\)|\d+°|[-–]) ?$")
_FOR_APPLICATION = compiled(r"Pour l'application (?:des dispositions )?(?:de l'|du|des) ?$")
_SENTENCE_END = re.compile(
    r"\n|\. (?<!\W[LRDAO]\. )(?<!\W(?:art|mod|réd|anc)\. )(?<!\Wv\. )(?<!\Wcf\. )"
)  # not the dot of "L. 1-1"


def scopes_of(
    text: str, phrases: Sequence[Phrase], note: int | None = None, *, stretch: tuple[int, int] | None = None
) -> Scoped:
    """The scopes of a text; its notes begin at ``note``. A part that a scope gives an article is that article's.

    ``stretch`` is where the phrases stand, if not in all of the text.
    """
    scopes: list[Scope] = []
    words = text[slice(*stretch)] if stretch is not None and stretch[0] else text
    for phrase in phrases:
        if phrase.kind == "heading":
            scopes = _lists(text, phrases)
            break
    if "Pour" in words:
        applications = _applications(text, phrases)
        phrases = _with_articles(text, phrases, applications)
        scopes = sorted(scopes + applications, key=attrgetter("start"))
    if " paragraphe " in words:
        phrases = _with_paragraphs(text, phrases)
    amended = None
    if may_amend(words):
        amended = governed(text, phrases, *(stretch or (0, len(text) if note is None else note)))
        phrases = amended.phrases
    if note is not None:
        scopes.append(Scope(ScopeKind.NOTE, note, len(text), Supply.NOTHING))
    return Scoped(phrases, scopes, amended)


_IN_ARTICLE = compiled(r"(?<!\w)(?:(?P<its>(?:en|à|dans|par) (?:son|leur))|(?:au|dans le|par le|du)(?: même)?|le) ?$")
_OF_UNION = ("reglement-ue", "directive-ue", "decision-ue", "decision-cadre-ue", "traite", "convention", "charte")
_NEAR = 300  # characters


def _with_paragraphs(text: str, phrases: Sequence[Phrase]) -> Sequence[Phrase]:
    """The phrases, paragraphs without an act made parts of the article of whose words their sentence tells.

    "L'article 4 de la directive … prescrit au paragraphe 1 …", "L'article 8 garantit, en son paragraphe 1, …".
    """
    out: list[Phrase] = []
    article: Phrase | None = None
    for each in phrases:
        phrase = each
        if phrase.kind == "article":
            one = len(phrase.items) == 1 and phrase.items[0].number is not None and phrase.items[0].to is None
            article = phrase if one else None
        elif (
            article is not None
            and phrase.kind == "division"
            and phrase.start - article.stop < _NEAR
            and (parts := paragraphs_of(phrase)) is not None
            and not ends_sentence(text, article.stop, phrase.start)
            and (led := _IN_ARTICLE.search(text, max(article.stop, phrase.start - 16), phrase.start)) is not None
            and (led["its"] is not None or _is_of_union(article))
        ):
            number = article.items[0].number
            items = tuple([item._replace(number=number, how=How.SAME) for item in parts.items])
            phrase = phrase._replace(kind="article", items=items)
        elif phrase.kind == "act":
            article = None
        out.append(phrase)
    return out


def _is_of_union(phrase: Phrase) -> bool:
    return phrase.act is not None and phrase.act.nature in _OF_UNION


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two positions.

    >>> ends_sentence("Il dort. Elle lit.", 0, 18), ends_sentence("l'article L. 1", 0, 14)
    (True, False)
    """
    return _SENTENCE_END.search(text, start, end) is not None


def sentence_ends(text: str, start: int, end: int) -> int:
    """How many sentences end between two positions, two at most.

    >>> sentence_ends("Il dort. Elle lit. Il est tard.", 0, 31)
    2
    """
    first = _SENTENCE_END.search(text, start, end)
    if first is None:
        return 0
    return 1 if _SENTENCE_END.search(text, first.end(), end) is None else 2


def _lists(text: str, phrases: Sequence[Phrase]) -> list[Scope]:
    """The lists that heads open."""
    return [
        Scope(ScopeKind.LIST, phrase.stop, list_end(text, phrase.stop), Supply.ACT, at)
        for at, phrase in enumerate(phrases)
        if phrase.kind == "heading"
    ]


def _applications(text: str, phrases: Sequence[Phrase]) -> list[Scope]:
    """``Pour l'application de l'article 5 : a) Au 1° du II, …``, none inside another."""
    found: list[Scope] = []
    end = 0
    for at, phrase in enumerate(phrases):
        start = phrase.start
        if (
            phrase.kind == "article"
            and len(phrase.items) == 1
            and start >= end
            and _FOR_APPLICATION.search(text, max(0, start - 40), start) is not None
        ):
            end = list_end(text, phrase.stop)
            found.append(Scope(ScopeKind.APPLICATION, phrase.stop, end, Supply.ARTICLE, at))
    return found


def _with_articles(text: str, phrases: Sequence[Phrase], scopes: Sequence[Scope]) -> Sequence[Phrase]:
    """The phrases, the parts that open a member of such a list made those of its article."""
    out: list[Phrase] = []
    heads = {scope.head: scope for scope in scopes}
    number, end = None, 0
    for at, phrase in enumerate(phrases):
        if at in heads:
            number, end = phrase.items[0].number, heads[at].end
        elif (
            number is not None
            and phrase.start < end
            and phrase.kind == "internal"
            and not phrase.present
            and _MARKED.search(text, max(0, phrase.start - 12), phrase.start)
        ):
            items = tuple([item._replace(number=number, how=How.SAME) for item in phrase.items])
            phrase = phrase._replace(kind="article", items=items)  # noqa: PLW2901 - as its scope has it
        out.append(phrase)
    return out

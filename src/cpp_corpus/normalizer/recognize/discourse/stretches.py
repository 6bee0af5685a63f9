"""The stretches of a text that are read apart: the text itself, and what it quotes of another article.

A quotation behind a colon is the text of the article named last before it in its sentence, or of the one that governs
that sentence; one that begins with its label is the text of that article. Another quotation belongs to the text around
it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Via
from cpp_corpus.normalizer.recognize.discourse.decision import CitingArticle, Decision, has_all, numbers_of
from cpp_corpus.normalizer.recognize.discourse.heads import amends, is_beside_new
from cpp_corpus.normalizer.recognize.discourse.quotes import Quote, masked, quotes_of
from cpp_corpus.normalizer.recognize.discourse.scopes import Scoped
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["Stretch", "by_text_before", "citing_of", "stretches_of"]

_OPENED = compiled(
    r"(?:[:,]|\x02 ?[»”\"] ?(?:et|ou)|(?:[Mm]ots?|[Rr]éférences?|[Aa]nnées?|[Nn]ombres?|[Tt]ermes?|[Ss]ignes?))\s*+"
    r"(?:[«“\"][ \t]*+){0,2}$"
)
_SENTENCE_END = re.compile(r"\. (?=[A-ZÀÉ])(?<!\W[LRDAO]\. )(?<!\Wart\. )|\n\s*+(?![«\"“\x02])")
_WORDS = compiled(r"(?:[Mm]ots?|[Rr]éférences?|[Tt]ermes?) ?:? ?[«“\"]? ?$")
_VERSION = compiled(r"(?:rédaction|résult(?:ant|e|ent)|issue?s?|modifiée? par)(?: \w+)? (?:du|de la|de l'|des|de)? ?$")
_REACH = 1_500  # characters before a quotation in which its sentence begins


class Stretch(NamedTuple):
    """Some of the text, read as the text of one article."""

    start: int
    end: int
    text: str
    """The whole text, with what is quoted inside the stretch masked."""
    members: Sequence[int]
    """Indices of its phrases."""
    quote: Quote | None = None
    """``None``: the text itself."""
    parent: int = -1
    """Index of the stretch around it."""
    anchor: int = -1
    """Index, among the members of that one, of the phrase whose article or act it is of; -1 where a label says it."""


def stretches_of(text: str, phrases: Sequence[Phrase]) -> list[Stretch]:
    """The stretches of a text, each behind the one around it; only the text itself where nothing is quoted."""
    quotes = quotes_of(text)
    if not quotes:
        return [Stretch(0, len(text), text, range(len(phrases)))]
    return _Reader(text, phrases, quotes).stretches()


class _Reader:
    """Goes through phrases and quotations in the order of the text, and decides which are read apart."""

    def __init__(self, text: str, phrases: Sequence[Phrase], quotes: Sequence[Quote]) -> None:
        self._text, self._phrases, self._quotes = text, phrases, quotes
        self._starts = [quote.start for quote in quotes]
        self._shown: dict[int, str] = {}  # by depth: the text with all deeper quotes masked
        self._made: list[tuple[int, int, int]] = [(-1, -1, -1)]  # of each stretch: its quote, its parent, its anchor
        self._members: list[list[int]] = [[]]  # of each stretch: its phrases
        self._depths = [0]  # of each stretch
        self._of: list[int] = []  # of each quote: the stretch in which its words are read
        self._labelled: dict[tuple[int, int], int] = {}
        """Anchor of the labelled quotes of a stretch behind a number of its phrases."""
        self._hidden: list[tuple[int, int, int]] = []  # what the text around does not show: start, end, depth

    def stretches(self) -> list[Stretch]:
        """All of them."""
        at = 0
        owned = self._owned()
        for index, quote in enumerate(self._quotes):
            at = self._assign(at, quote.start)
            self._enter(index, quote, quoting=owned[index])
        self._assign(at, len(self._text) + 1)
        texts = {
            depth: masked(self._text, ((start, end) for start, end, inside in self._hidden if inside == depth + 1))
            for depth in set(self._depths)
        }
        made = []
        for (index, parent, anchor), members, depth in zip(self._made, self._members, self._depths, strict=True):
            own = self._quotes[index] if index >= 0 else None
            start, end = (0, len(self._text)) if own is None else (own.start, own.end)
            made.append(Stretch(start, end, texts[depth], members, own, parent, anchor))
        return made

    def _owned(self) -> list[bool]:
        """Of each quote, whether a phrase stands in it."""
        owned = [False] * len(self._quotes)
        for phrase in self._phrases:
            at = self._innermost(phrase)
            while at >= 0 and not owned[at]:
                owned[at] = True
                at = self._quotes[at].parent
        return owned

    def _innermost(self, phrase: Phrase) -> int:
        """The innermost quote in which a phrase stands; -1 where it stands in none."""
        at = bisect_right(self._starts, phrase.start) - 1
        while at >= 0 and self._quotes[at].end < phrase.stop:
            at = self._quotes[at].parent
        return at

    def _assign(self, at: int, end: int) -> int:
        """Give the phrases that begin before ``end`` to their stretches; the index of the first other."""
        while at < len(self._phrases) and self._phrases[at].start < end:
            quote = self._innermost(self._phrases[at])
            self._members[self._of[quote] if quote >= 0 else 0].append(at)
            at += 1
        return at

    def _enter(self, index: int, quote: Quote, *, quoting: bool) -> None:
        """Decide whether a quote is a stretch of its own."""
        around = self._of[quote.parent] if quote.parent >= 0 else 0
        text = self._text_of(quote.depth - 1)
        label = quote.label is not None
        opened = label or _OPENED.search(text, max(0, quote.start - 40), quote.start) is not None
        if opened:
            self._hidden.append((quote.start, quote.end, self._depths[around] + 1))
        anchor = self._anchor(around, quote, text) if opened and quoting else _NONE
        if anchor == _NONE and label:
            anchor = self._labelled.get((around, len(self._members[around])), _NONE)
        if anchor == _NONE and not (label and opened and quoting and self._made[around][0] >= 0):
            self._of.append(around)
            if opened and quoting:
                self._hidden.pop()
            return
        if label and anchor != _NONE:
            self._labelled[around, len(self._members[around])] = anchor
        self._of.append(len(self._made))
        self._made.append((index, around, anchor))
        self._members.append([])
        self._depths.append(self._depths[around] + 1)

    def _text_of(self, depth: int) -> str:
        if depth not in self._shown:
            self._shown[depth] = masked(self._text, ((q.start, q.end) for q in self._quotes if q.depth == depth + 1))
        return self._shown[depth]

    def _anchor(self, around: int, quote: Quote, text: str) -> int:
        """The phrase whose article a quotation is of, among those of the stretch around it."""
        members = self._members[around]
        colon = text[max(0, quote.start - 40) : quote.start - 1].rstrip(' \t\n«“"').endswith(":")
        found = beside = _NONE
        for place in range(len(members) - 1, max(-1, len(members) - _FEW), -1):
            phrase = self._phrases[members[place]]
            if quote.start - phrase.stop > _REACH or _SENTENCE_END.search(text, phrase.stop, quote.start + 1):
                break
            if phrase.kind not in _RANK or _VERSION.search(text, max(0, phrase.start - 40), phrase.start):
                continue
            if _BY_VIRTUE.search(text, max(0, phrase.start - _FAR), phrase.start):
                beside = place if beside == _NONE else beside
                continue
            if found < 0 or _RANK[phrase.kind] > _RANK[self._phrases[members[found]].kind]:
                found = place
        found = beside if found == _NONE else found
        if found >= 0 and (colon or quote.label or self._phrases[members[found]].kind != "act"):
            return found
        return _GOVERNOR if members and amends(text, max(0, quote.start - 120), quote.start) else _NONE


_BY_VIRTUE = compiled(
    r"(?:applicable|rédaction|version|vigueur)[^.;:«»\"\n]{0,80}"
    r" (?:en vertu|selon|en application|par (?:l'effet|application))(?: de| des| du)?"
    r"(?: (?:l[ea]s? )?(?:[IVX]+|\d+ ?°|\w+ alinéas?) (?:de|des|du))? ?(?:l'|la |le |les )?\Z"
)
"""What stands before an article that only says which wording of the one before applies: "applicable en vertu de l'"."""
_FAR = 140  # characters
_NONE, _GOVERNOR = -1, -2
_NEAR = 100  # phrases: what is further away is hardly meant again
_NEAR_WORDS = 20  # characters before a quotation
_FEW = 8  # phrases before a quotation that are looked at
_RANK = {"act": 0, "division": 1, "internal": 2, "article": 2}


def citing_of(
    stretch: Stretch, scoped: Scoped, acts: Sequence[Decision | None], citing: CitingArticle
) -> CitingArticle:
    """The article of which a quotation is the text, by what the passes have made of the stretch around it.

    ``scoped`` and ``acts`` are those of that stretch, and ``citing`` is the article whose text it is.
    """
    anchor = stretch.anchor
    amended = scoped.amended
    if anchor == _GOVERNOR and amended is not None:
        at = bisect_right(amended.segments, stretch.start, key=lambda segment: segment.start) - 1
        anchor = amended.governors[at] if at >= 0 else _NONE
    label = stretch.quote.label if stretch.quote is not None else None
    if anchor < 0:
        return citing if label is None else CitingArticle(citing.act, normalize_number(label))
    phrase, act = scoped.phrases[anchor], acts[anchor]
    own = citing.act if act is None else act.act
    if label is not None:
        return CitingArticle(own, normalize_number(label))
    if phrase.kind == "internal":
        if amended is None or phrase.present or phrase.items[0].how is not How.SAME:
            return citing
        at = bisect_right(amended.segments, phrase.start, key=lambda segment: segment.start) - 1
        anchor = amended.governors[at] if at >= 0 else _NONE  # "Le 7 du même I est ainsi rédigé"
        if anchor < 0 or scoped.phrases[anchor].kind != "article":
            return citing
        phrase, act = scoped.phrases[anchor], acts[anchor]
        own = citing.act if act is None else act.act
    numbers = {item.number for item in phrase.items} if phrase.kind == "article" else set()
    number = numbers.pop() if len(numbers) == 1 and not is_beside_new(stretch.text, phrase, stretch.start) else None
    parts = [path for item in phrase.items for path in item.locators]
    part = parts[0] if len(parts) == 1 and phrase.kind == "article" else None
    cut = _WORDS.search(stretch.text, max(0, stretch.start - _NEAR_WORDS), stretch.start) is not None
    return CitingArticle(own, None if number is None else normalize_number(number), part, cut)


def by_text_before(
    stretch: Stretch,
    phrases: Sequence[Phrase],
    acts: Sequence[Decision | None],
    before: Sequence[Decision | None],
    citing: CitingArticle,
) -> Sequence[Decision | None]:
    """The acts of the phrases of a stretch, some of them known from another one: words are quoted piece by piece.

    "du même code" leads back over the quotations, and so does a number that the act of the stretch does not have.
    ``before`` are the acts of all phrases of the text by what is named before them.
    """
    article = stretch.quote is not None and stretch.quote.label is not None
    out = list(acts)
    for at, (phrase, place) in enumerate(zip(phrases, stretch.members, strict=True)):
        act, other = acts[at], before[place]
        if phrase.act is not None and phrase.act.how is How.SAME:
            unfounded = act is None or act.act is None or (act.antecedent is None and not article)
            if unfounded and other is not None and (act is None or act.act is None or other.antecedent is not None):
                out[at] = other
        elif phrase.kind == "article" and not article and (act is None or act.reason is Reason.OTHER_NUMBERING):
            out[at] = _having(numbers_of(phrase), before, place, citing) or act
    return out


def _having(
    numbers: Sequence[str], before: Sequence[Decision | None], place: int, citing: CitingArticle
) -> Decision | None:
    """The code named last before a phrase that has its numbers, where the citing act does not."""
    if not numbers or has_all(citing.act, numbers) is not False:
        return None
    for other in reversed(before[max(0, place - _NEAR) : place]):
        if other is not None and has_all(other.act, numbers):
            return Decision(other.act, Via.ANAPHORA, Basis.LEADS_ON, other.antecedent)
    return None

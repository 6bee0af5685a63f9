"""The acts that a text has named, kept so that a look-up does not grow with the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from cpp_corpus.lang.decisions import COURTS
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.decision import CitingArticle, Decision, may_have_all, unknown
from cpp_corpus.normalizer.recognize.discourse.scopes import ends_sentence, sentence_ends
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How

__all__ = [
    "ANAPHORA_VIA",
    "EXPLICIT_VIA",
    "FEMININE",
    "NATIONAL",
    "NEAR",
    "NamedAct",
    "NamedActs",
    "opens_sentence",
    "subject_at",
]

ANAPHORA_VIA, EXPLICIT_VIA = Via.ANAPHORA, Via.EXPLICIT  # to look a member of an enum up costs as much as a call
_RECENT = 8  # acts
NATIONAL = frozenset(("code", "loi", "ordonnance", "decret", "arrete", "constitution"))
_OF_COURTS = frozenset(f"decision-{court}" for court in COURTS)
_DECISIONS = _OF_COURTS | {"decision-ue"}
NEAR = 1_000  # characters before a paragraph in which the Conseil may be named
_OF_UNION = (
    *("reglement-ue:", "directive-ue:", "decision-cadre-ue:", "decision-ue:", "decision-cjue:"),
    *("traite:tue", "traite:tfue", "traite:tce"),
)


class NamedAct(NamedTuple):
    """An act that the text has named."""

    nature: str
    id: str
    span: Span
    date: str | None = None
    via: Via = EXPLICIT_VIA
    """How it was known there."""


FEMININE = frozenset((
    "loi", "ordonnance", "directive-ue", "directive", "constitution", "convention", "charte", "decision", "décision",
    "decision-ue", "decision-cadre-ue", "décision-cadre", "déclaration", "declaration",
))  # fmt: skip
_BRACKET = 200  # characters of one behind an act
_MOST = 8  # acts of it
_RELATIVE = compiled(
    r"(?: [^.,;:()\n]{1,120})?, (?:qui|que|qu'\w+|dont|laquelle|lequel) [^.,;:()\n]{1,120} "
    r"(?:le |la |l'|les |du |de la )?"
)
_IN_LIST = compiled(
    r"(?:,| et| ou|, et|,? ainsi que) (?:par )?"
    r"(?:(?:du|de la|des|le|la|les) |l'|\((?:UE|CE|CEE|Euratom)\) ?|n[°o]s? ?)*"
)


_OPENING = compiled(
    r"(?:^|[.;:\n] ?)(?:en (?:application|exécution|vertu|conséquence|raison) d|(?:pour|par) (?:l'|la |une? |de )?"
    r"|sur |selon |depuis |après |avant |conformément |contrairement |aux termes |au |à |d'après |suivant |sous |dans "
    r"|outre |pris(?:e?s?) (?:pour|en|sur) |modifiant |complétant |abrogeant |[a-zà-ÿ]{3,}ée?s? par |issue?s? d"
    r"|(?:si|comme|lorsque|quand|avec|sans|malgré|puisque|bien que|dès|grâce à|face à) )"
    r"(?:[^,.;:\n]|, (?=(?:[LRDA]\. ?)?\d)|(?<=[LRDAt])\.){0,120}$",
    re.IGNORECASE,
)
"""Words with which a sentence begins before its subject: "En application de la loi …, le décret …"."""
_OPENED = 200  # characters of them
_SUBJECT_NEXT = compiled(r"[^.;:\n]{0,200}?, (?:le |la |l'|les |ledit |ladite |ce |cet |cette )")
_SUBJECT = compiled(r"(?:^|[.;:\n] ?)(?:le |la |l'|cet? |cette )?$", re.IGNORECASE)


def opens_sentence(text: str, start: int) -> bool:
    """Whether an act at ``start`` is the first word of its sentence, or stands behind its article.

    >>> [opens_sentence("La loi du moulin abroge le code", at) for at in (3, 27)]
    [True, False]
    """
    return _SUBJECT.search(text, max(0, start - 12), start) is not None


def subject_at(text: str, acts: Sequence[Span]) -> int:
    """Which of the acts of a sentence is its subject: the first one, unless it stands in words before the subject.

    >>> text = "En application de la loi, le décret est pris"
    >>> subject_at(text, [Span(21, 24), Span(29, 35)])
    1
    """
    start, end = acts[0]
    if len(acts) == 1 or _OPENING.search(text, max(0, start - _OPENED), start) is None:
        return 0
    for at in range(1, len(acts)):
        if _SUBJECT_NEXT.fullmatch(text, end, acts[at].start) is not None:
            return at
    return 0


def are_listed(text: str, one: Span, other: Span) -> bool:
    """Whether two acts are members of one list, so that a word in the singular is of neither.

    >>> are_listed("la loi A et la loi B", Span(3, 8), Span(15, 20))
    True
    """
    return _IN_LIST.fullmatch(text, one.end, other.start) is not None


class NamedActs:
    """The acts named so far, so kept that a look-up does not grow with the text."""

    __slots__ = (
        "_dates", "_firsts", "_natures", "_order", "abroad", "cited", "codes", "latest", "note", "speaking",
        "unread", "whole",
    )  # fmt: skip

    def __init__(self, text: str, citing: CitingArticle, note: int | None = None) -> None:
        self.whole = None if citing.is_of_code() else citing.whole or text
        """The whole text, where it is not that of an article of a French code."""
        self.abroad = -1
        """Where the last article ends that a clause gives to another country."""
        self.note = len(text) if note is None else note
        """Where the notes begin."""
        self.latest: NamedAct | None = None
        """The act named last."""
        self.speaking: dict[str, NamedAct] = {}
        """By nature: the act named last whose words stand below its name."""
        self.unread: dict[str, tuple[Reason, Span]] = {}
        """By nature: why the act that was named last is not known, and where; it may be the one that is meant."""
        self.codes: dict[str, NamedAct] = {}
        """Codes by id, in the order in which each was named last."""
        self.cited: dict[str, NamedAct] = {}
        """Numbers, each with the code with which it was cited last, where no article of a code speaks."""
        self._natures: dict[str, list[NamedAct]] = {}
        self._firsts: dict[str, dict[str, NamedAct]] = {}
        self._order: list[NamedAct] = []
        self._dates: dict[tuple[str, str | None], NamedAct] = {}

    def add(self, act: NamedAct) -> None:
        """Keep an act that is named."""
        self.latest = act
        self._order.append(act)
        self._natures.setdefault(act.nature, []).append(act)
        self._firsts.setdefault(act.nature, {}).setdefault(act.id, act)
        if act.nature in _DECISIONS:
            self._natures.setdefault("decision", []).append(act)
        self._dates[act.nature, act.date] = act
        if act.nature == "code":
            self.codes.pop(act.id, None)
            self.codes[act.id] = act

    def before_bracket(self, text: str, at: int) -> NamedAct | None:
        """The act named last; of those in a bracket that is closed before ``at``, the one directly before it."""
        last = self.latest
        signs = "[]" if text.find("]", 0 if last is None else last.span.end, at) >= 0 else "()"
        if last is None or (closed := text.find(signs[1], last.span.end, at)) < 0:
            return last
        opened = text.rfind(signs[0], max(0, last.span.start - _BRACKET), last.span.start)
        if opened < 0 or signs[1] in text[opened : last.span.start] or signs[0] in text[last.span.end : closed]:
            return last
        before = next((act for act in reversed(self._order[-_MOST:]) if act.span.end <= opened), None)
        return before if before is not None and opened - before.span.end <= 1 else last

    def last(self, nature: str) -> NamedAct | None:
        """The last act of a nature; ``decision`` is one of whatever body."""
        acts = self._natures.get(nature)
        return acts[-1] if acts else None

    def first_of(self, nature: str) -> list[NamedAct]:
        """The acts of a nature, each where it was named first."""
        return list(self._firsts.get(nature, {}).values())

    def of_year(self, nature: str, year: str) -> NamedAct | None:
        """The last act of a nature whose number or date is of a year."""
        short = year[-2:]
        years = (f"19{short}", short) if year in {short, f"19{short}"} else (year,)
        acts = reversed(self._natures.get(nature, ()))
        return next((act for act in acts if (act.date or act.id.partition(":")[2]).startswith(years)), None)

    def recent(self, nature: str) -> list[NamedAct]:
        """The acts of a nature that were named last, the very last one first."""
        return self._natures.get(nature, [])[: -_RECENT - 1 : -1]

    def latest_ones(self) -> list[NamedAct]:
        """The acts named last, the very last one first."""
        return self._order[: -_MOST - 1 : -1]

    def organic(self, text: str) -> NamedAct | None:
        """The last law that was named as an organic one, or the only one that was named."""
        laws = self._natures.get("loi", [])
        found = next((law for law in reversed(laws) if "rganique" in text[law.span.start : law.span.end]), None)
        return laws[-1] if found is None and len({law.id for law in laws}) == 1 else found

    def last_of(self, natures: Sequence[str]) -> NamedAct | None:
        """The act named last whose nature is one of ``natures``."""
        acts = [own[-1] for nature in natures if (own := self._natures.get(nature))]
        return max(acts, key=lambda act: act.span.start, default=None)

    def of_union(self) -> NamedAct | None:
        """The act of the Union named last, among the last few acts."""
        return next((act for act in reversed(self._order[-_RECENT:]) if act.id.startswith(_OF_UNION)), None)

    def having(self, numbers: Sequence[str]) -> NamedAct | None:
        """The act named last that may have the numbers, among the last few, decisions aside."""
        recent = (act for act in reversed(self._order[-_RECENT:]) if act.nature not in _OF_COURTS)
        return next((act for act in recent if may_have_all(act.id, numbers)), None)

    def refused(self, name: ActName, reason: Reason) -> Decision:
        """No act for one that is named and not known, which is kept where it is named in full."""
        if name.how is How.NAMED and name.nature in NATIONAL:
            self.unread[name.nature] = (reason, Span(name.start, name.end))
        elif name.how is How.NAMED and name.nature == "dahir":  # by which codes are made: "du même code"
            self.unread["code"] = (reason, Span(name.start, name.end))
        return unknown(reason, EXPLICIT_VIA)

    def unread_since(self, nature: str) -> Reason | None:
        """Why the act of a nature that was named last is not known; ``None`` where it is, or there is none."""
        if nature not in self.unread:
            return None
        reason, span = self.unread[nature]
        last = self.last(nature)
        return reason if last is None or last.span.end < span.start else None

    def of_gender(self, *, feminine: bool) -> list[NamedAct]:
        """The last few acts whose nature is a feminine noun, or a masculine one; each once, the very last one first."""
        acts: dict[str, NamedAct] = {}
        for act in reversed(self._order[-_RECENT:]):
            if (act.nature in FEMININE) is feminine:
                acts.setdefault(act.id, act)
        if acts:
            return list(acts.values())
        far = [own[-1] for nature, own in self._natures.items() if (nature in FEMININE) is feminine]
        return sorted(far, key=lambda act: act.span.start, reverse=True)[:1]

    def subject(self, text: str, at: int) -> NamedAct | None:
        """The act that is the subject of the sentence of a position, which names it first or behind opening words."""
        found: list[NamedAct] = []
        for act in reversed(self._order[-_RECENT:]):
            if at - act.span.end > NEAR or ends_sentence(text, act.span.end, at):
                break
            found.insert(0, act)
        return found[subject_at(text, [act.span for act in found])] if found else None

    def several(self, text: str, at: int, nature: str | None = None) -> list[NamedAct]:
        """The acts that the sentence of a position names before it, or where it names fewer than two, the one before.

        In order; none where there are fewer. ``nature``: of what nature they are; ``None`` for any.
        """
        acts: dict[str, NamedAct] = {}
        for sentences in (0, 1):
            for act in reversed(self._order[-_RECENT:]):
                if at - act.span.end > NEAR or sentence_ends(text, act.span.end, at) > sentences:
                    break
                if nature is None or act.nature == nature:
                    acts[act.id] = act
            if len(acts) > 1:
                break
        return sorted(acts.values(), key=lambda act: act.span.start) if len(acts) > 1 else []

    def before(self, text: str, at: int) -> NamedAct | None:
        """The act named before a position in its sentence."""
        before = next((each for each in reversed(self._order[-_RECENT:]) if each.span.start < at), None)
        if before is None or ends_sentence(text, before.span.end, at):
            return None
        return None if ";" in text[before.span.end : at] else before

    def antecedent(self, text: str, last: NamedAct) -> NamedAct:
        """The act of which a relative clause speaks that names another one: "la loi …, qui a réformé le code …,"."""
        before = self.before(text, last.span.start)
        relative = None if before is None else _RELATIVE.fullmatch(text, before.span.end, last.span.start)
        return last if before is None or relative is None else before

    def head_of_list(self, text: str, last: NamedAct) -> int:
        """Where the list of acts begins that ends with one: "les décisions n° 1, n° 2 et n° 3"."""
        head = last.span.start
        for act in reversed(self._order[-_RECENT:]):
            if act.span.end < head and _IN_LIST.fullmatch(text, act.span.end, head) is None:
                break
            head = min(head, act.span.start)
        return head

    def next(self, nature: str, after: int) -> NamedAct | None:
        """The first act of a nature that is named behind a position; for what is kept of a whole text."""
        acts = self._natures.get(nature, ())
        at = bisect_left(acts, after, key=lambda act: act.span.start)
        return acts[at] if at < len(acts) else None

    def dated(self, nature: str, date: str | None) -> NamedAct | None:
        """The last act of a nature and a date."""
        return self._dates.get((nature, date))

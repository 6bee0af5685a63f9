"""Links of the source that contradict their own words.

The references that the recogniser finds in the words of a link are compared with its address. They are trusted only
where a misreading is unlikely: the number is printed, and the act is named, or no other act is named in the whole text.
Links that may be right are not reported: to an article inside a range, to a paragraph written like a number ("38-3" for
3 of 38), to a number without its letter, to an act whose name differs only by "nouveau", "ancien" or "annexe".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.link_target import with_target
from cpp_corpus.audit.wording import printed, title
from cpp_corpus.lang.acts import is_act_id, whole_of
from cpp_corpus.lang.numbering import normalize_number
from cpp_corpus.lang.typography import fold, slug
from cpp_corpus.model.article import Link
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.reference import ReferenceKind, Via
from cpp_corpus.model.resolution import ResolvedReference
from cpp_corpus.model.span import Span

__all__ = ["ContradictoryLink"]


class ContradictoryLink(Check):
    name = FindingCode.CONTRADICTORY_LINK

    def look(self, subject: Subject) -> Iterator[Finding]:
        anchors: dict[int | None, _Anchors] = {}
        for link in filter(None, map(with_target, subject.article.links)):
            if not _NUMBER.fullmatch(str(link.article)):
                continue
            if link.note not in anchors:
                anchors[link.note] = _Anchors(each for each in subject.references if each.note == link.note)
            found = self._contradiction(subject, link, anchors[link.note].over(link.span))
            if found is not None:
                yield found

    def _contradiction(self, subject: Subject, link: Link, over: Sequence[ResolvedReference]) -> Finding | None:
        text = subject.text(link.note)
        said = _said(over, text, link.span)
        target = str(link.article)
        agreeing = [reference for number, reference in said if _alike(number, target)]
        if agreeing:
            return self._of_another_act(subject, link, agreeing)
        if not said or (len(said[0][0]) < len(target) and _names(text[link.span.slice], target)):
            return None
        return self._to_another_number(subject, link, *said[0])

    def _to_another_number(
        self, subject: Subject, link: Link, number: str, reference: ResolvedReference
    ) -> Finding | None:
        target, act = str(link.article), reference.act
        if act is not None and not is_act_id(act):
            return None  # an article of a law may link to the code into which it was incorporated
        exists = None if act is None else self.law.exists(act, number)
        if not exists and number.startswith(f"{target}-"):
            return None  # "38-3" is the third paragraph of 38
        if _bare(number) == _bare(target) and (number == _bare(number) or not (exists or target != _bare(target))):
            return None  # the letter alone is left out
        words = f"“{subject.text(link.note)[link.span.slice].strip()}”"
        leads = f"article {printed(target)}" + ("" if link.act == act else f" of {title(link.act)}")
        if exists is False:
            return self.finding(
                subject.article,
                f"The link on {words} leads to {leads}, and {title(act)} has no article {printed(number)}; "
                "the number in the text is out of date, or the link is wrong; check both.",
                span=link.span,
                note=link.note,
                expected=f"{link.act}/{target}",
                severity=Severity.WARNING,
            )
        return self.finding(
            subject.article,
            f"The link on {words} leads to {leads}; it should lead to article {printed(number)} of {title(act)}.",
            span=link.span,
            note=link.note,
            expected=None if act is None else f"{act}/{number}",
        )

    def _of_another_act(self, subject: Subject, link: Link, agreeing: Sequence[ResolvedReference]) -> Finding | None:
        acts = {reference.act for reference in agreeing}
        act = agreeing[0].act
        if len(acts) > 1 or act is None or act == link.act or _family(act) == _family(str(link.act)):
            return None
        number = str(link.article)
        if not self.law.exists(act, number) or not _is_certain(subject, agreeing[0], str(link.act)):
            return None
        words = f"“{subject.text(link.note)[link.span.slice].strip()}”"
        return self.finding(
            subject.article,
            f"The link on {words} leads to {title(link.act)}, {_HOW[agreeing[0].via]} {title(act)}; "
            f"it should lead to article {printed(number)} there.",
            span=link.span,
            note=link.note,
            expected=f"{act}/{number}",
        )


# ---------------------------------------------------------------------------------------------------------------------

_NUMBER = re.compile(r"(?:lo|[lrda])?[0-9][a-z0-9-]*")
_WORDS = re.compile(r"(?:l'\s*)?(?:articles?|art\.)\s*|[\s.,;:()]+$", re.IGNORECASE)
_PRESENT = re.compile(r"\s*du\s+présent\s+code\b", re.IGNORECASE)
_SAME = re.compile(r"\s*(?:du\s+même|de\s+ce(?:\s+même)?|dudit)\s+code\b", re.IGNORECASE)
_OWN = re.compile(r"\bprésent\s+code\b", re.IGNORECASE)
_HOW = {
    Via.EXPLICIT: "but the words name",
    Via.ANAPHORA: "but the words mean",
    Via.CONTEXT: "but the text before means",
    Via.DEFAULT: "which the text never names; without a name it is",
}
_STOP = frozenset({"code", "du", "de", "des", "la", "le", "les", "et", "en", "ancien", "nouveau", "general"})


class _Anchors:
    """The references to articles in one text, by position."""

    def __init__(self, references: Iterable[ResolvedReference]) -> None:
        self._held = sorted((r for r in references if r.kind == ReferenceKind.ARTICLE), key=lambda r: r.start)
        self._starts = [reference.start for reference in self._held]
        self._reach = list(accumulate((reference.end for reference in self._held), max))

    def over(self, span: Span) -> list[ResolvedReference]:
        """Those that overlap ``span``, in order."""
        last = first = bisect_left(self._starts, span.end)
        while first > 0 and self._reach[first - 1] > span.start:
            first -= 1
        return [reference for reference in self._held[first:last] if reference.end > span.start]


def _said(references: Sequence[ResolvedReference], text: str, span: Span) -> list[tuple[str, ResolvedReference]]:
    """The numbers that the words of a link print; empty where they are those of a range."""
    said: list[tuple[str, ResolvedReference]] = []
    for reference in references:
        number = reference.article
        if number is None or not any(char.isdigit() for char in text[reference.span.slice]):
            return []
        if reference.to is None and not reference.open:
            said.append((number, reference))
            continue
        if span.contains(reference.span):
            return []
        own = normalize_number(_WORDS.sub("", fold(text[span.slice])))
        end = next((end for end in (number, reference.to) if end is not None and _alike(own, end)), None)
        if end is None:
            return []
        said.append((end, reference))
    return said


def _is_certain(subject: Subject, reference: ResolvedReference, linked: str) -> bool:
    """Whether the act of a reference is certain, and not ``linked``, the act to which its link leads."""
    own = subject.article.act
    if reference.via == Via.EXPLICIT:
        return True
    text = subject.text(reference.note)
    others = [
        each
        for each in subject.references
        if each.note == reference.note and each.span != reference.span and each.act not in {None, own}
    ]
    if reference.via == Via.DEFAULT:  # no act is named with it, and the linked act is not named anywhere
        return (
            reference.act == own
            and all(each.act != linked for each in others)
            and slug(title(linked)) not in slug(text)
        )
    if _PRESENT.match(text, reference.end):
        return reference.act == own
    named = [each.act for each in others if each.end <= reference.start and each.via == Via.EXPLICIT]
    return (
        _SAME.match(text, reference.end) is not None
        and linked == own
        and named[-1:] == [reference.act]
        and _OWN.search(text, 0, reference.start) is None
    )


@lru_cache(maxsize=1 << 14)
def _squeezed(number: str) -> str:
    return re.sub(r"-(?=[a-z])|(?<=[a-z])-", "", number)


def _alike(number: str, other: str) -> bool:
    """Whether two numbers are the same; a heading may have two ("A123-2 et A123-3")."""
    parts = {_squeezed(part) for part in other.split("-et-")}
    return _squeezed(number) in parts or _squeezed(number) == _squeezed(other)


def _names(words: str, number: str) -> bool:
    """Whether the words print that number, whatever its spacing."""
    return _printed(number).search(fold(words).lower()) is not None


@lru_cache(maxsize=1 << 12)
def _printed(number: str) -> re.Pattern[str]:
    tokens = re.findall(r"[0-9]+|[a-z]", number)
    made = tokens[0]
    for before, token in pairwise(tokens):
        made += (r"\s*[-. ]\s*" if before.isdigit() and token.isdigit() else r"[\s.*-]*") + token
    return re.compile(rf"(?<![0-9a-z]){made}(?![0-9a-z]|\s?-\s?[0-9])")


def _bare(number: str) -> str:
    return number.lstrip("lorda")


@lru_cache(maxsize=1 << 10)
def _family(act: str) -> tuple[str, ...]:
    """The id of a code without the words that only distinguish its versions and annexes."""
    words = [word for word in (whole_of(act) or act).split("-") if word not in _STOP]
    return tuple(words[:2])

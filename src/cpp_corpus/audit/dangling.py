"""References to articles that the act does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.law import Law
from cpp_corpus.audit.link_target import reason_gone, with_target
from cpp_corpus.audit.place import Places
from cpp_corpus.audit.wording import counted, listed, printed, title
from cpp_corpus.lang.acts import numbers_day
from cpp_corpus.model.article import Article
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.number import NumberKind
from cpp_corpus.model.reference import ReferenceKind, Via
from cpp_corpus.model.resolution import ReferenceState, ResolvedReference

__all__ = ["DanglingReference"]


class DanglingReference(Check):
    name = FindingCode.DANGLING_REFERENCE

    def __init__(self, law: Law, places: Places) -> None:
        super().__init__(law, places)
        self._absent: dict[str, dict[str, str]] = {}  # by act and number: the id of the first article that cites it

    def look(self, subject: Subject) -> Iterator[Finding]:
        said: set[tuple[str, str]] = set()
        links = map(with_target, filter(reason_gone, subject.article.links))
        repealed = {link.article for link in links if link is not None}  # another check reports those
        for at, reference in enumerate(subject.references):
            act = reference.act
            if reference.kind != ReferenceKind.ARTICLE or reference.state not in _ASTRAY or act is None:
                continue
            if _is_own_annex(subject, reference) or not any(map(str.isdigit, reference.text)):
                continue
            for number in filter(None, (reference.article, reference.to)):
                exists = self.law.exists(act, number) if act in self.law.acts else None
                if exists is False and number not in repealed and (act, number) not in said:
                    said.add((act, number))
                    near = subject.references[max(at - _NEAR, 0) : at + _NEAR]
                    yield self._dangling(subject, reference, near, act, number)
                    break  # one finding for a range is enough
                elif exists is not False and number not in self.law.recorded(act):
                    self._absent.setdefault(act, {}).setdefault(number, subject.article.id)

    def end(self) -> Iterator[Finding]:
        """Articles that are cited and exist, but are not in the corpus: an incomplete corpus is no error of the law."""
        for act, numbers in self._absent.items():
            first = self.law.article(next(iter(numbers.values())))
            if first is None:
                continue
            how = " under their number" if self.law.has_anonymous(act) else ""
            yield self.finding(
                first,
                f"The corpus cites {counted(len(numbers))} of {title(act)} that it lacks{how}: "
                f"{listed([printed(number) for number in numbers])}; add them to the input where they matter.",
                severity=Severity.INFO,
            )

    def _dangling(
        self, subject: Subject, reference: ResolvedReference, around: Sequence[ResolvedReference], act: str, number: str
    ) -> Finding:
        guess, expected, implausible = self._guess(subject, reference, around, act, number)
        anonymous = self.law.has_anonymous(act)  # one of those may have been the article, at the date of the dump
        day = numbers_day(act) if anonymous else None
        lacks = f"has no article {printed(number)}"
        if anonymous:
            lacks = f"had no article {printed(number)}{'' if day is None else f' on {day}'}"
        return self.finding(
            subject.article,
            f"{reference.text} is cited, but {title(act)} {lacks}; {guess}.",
            span=reference.span,
            note=reference.note,
            expected=expected,
            severity=Severity.INFO if implausible or anonymous or reference.state == ReferenceState.UNKNOWN else None,
        )

    def _guess(
        self, subject: Subject, reference: ResolvedReference, around: Sequence[ResolvedReference], act: str, number: str
    ) -> tuple[str, str | None, bool]:
        """What was probably meant, in words and as an id; and whether the law may be right."""
        if _PAST.match(subject.text(reference.note), reference.end):
            return "a former version is meant, which need not be in the corpus", None, True
        whole, _, part = number.rpartition("-")
        if whole.isdigit() and part.isdigit() and self.law.exists(act, whole):
            return f"paragraph {part} of article {whole} may be meant", f"{act}/{whole}", True
        if reference.via == Via.DEFAULT and number.isdigit() and not self.law.has_bare_numbers(act):
            return "its numbers begin with letters, so an article of another act may be meant", None, True
        own = subject.article.act
        named = _named_near(around, reference)
        other = next((each for each in named if each != own and self.law.exists(each, number)), None)
        near = self.law.nearest(act, number)
        if other is not None and (reference.via == Via.DEFAULT or not near):
            return f"{title(other)}, which is named nearby, has one", f"{other}/{number}", False
        meant = _meant(number, near, subject.article if act == own else None)
        if meant is not None:
            return f"{printed(meant)} is probably meant", f"{act}/{meant}", False
        nearest = f"; the nearest it has: {listed([printed(each) for each in near])}" if near else ""
        return f"it may be repealed or renumbered{nearest}", None, False


_ASTRAY = frozenset(
    {ReferenceState.MISSING, ReferenceState.UNKNOWN}
)  # unknown: it may belong to an act that is not named
_REGULATIONS = frozenset("rd")  # two kinds of decrees that share one series of numbers
_NEAR = 50  # references before and after that may name the act that was meant
_PAST = re.compile(r"[\s,]{0,3}(?:(?:est|sont) applicables? )?dans (?:sa|leur) (?:version|rédaction)\b", re.IGNORECASE)


def _meant(number: str, near: Sequence[str], citing: Article | None) -> str | None:
    """The one of the nearest numbers that is very likely meant; ``None`` where none is.

    It is the same number with the letter of the other kind of decree ("D. 3" for R. 3); or, where two digits were
    swapped, a number in the chapter of the citing article.
    """
    letter, core = number[:1], number[1:]
    if letter in _REGULATIONS and (same := [each for each in near if each[1:] == core and each[:1] in _REGULATIONS]):
        return same[0]
    if citing is None or citing.number is None:
        return None
    chapter = _chapter(citing.number.normalized)
    inside = [each for each in near if _chapter(each) == chapter]
    swapped = _chapter(number) != chapter and sorted(_chapter(number)) == sorted(chapter)
    return inside[0] if swapped and len(inside) == 1 else None


def _chapter(number: str) -> str:
    """The digits that the articles of a chapter share: 211 of R. 211-4; nothing where there is no hyphen."""
    stem, hyphen, _ = number.lstrip("lorda").partition("-")
    return stem if hyphen else ""


def _is_own_annex(subject: Subject, reference: ResolvedReference) -> bool:
    """Whether the number may be that of an article of the annex itself, or of the text that a note cites."""
    number, heading = subject.article.number, subject.article.heading
    bare = reference.via == Via.DEFAULT and (reference.article or "")[:1].isdigit()
    annex = heading is not None if number is None else number.kind == NumberKind.ANNEXE
    return bare and (annex or reference.note is not None)


def _named_near(references: Sequence[ResolvedReference], reference: ResolvedReference) -> list[str]:
    """Other acts that the same text names, the nearest first."""
    apart = sorted(
        (abs(each.start - reference.start), each.act)
        for each in references
        if each.note == reference.note and each.act is not None and each.act != reference.act
    )
    return list(dict.fromkeys(act for _, act in apart))

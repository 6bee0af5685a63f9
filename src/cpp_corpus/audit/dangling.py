"""References to articles that the act does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.law import Law
from cpp_corpus.audit.place import Places
from cpp_corpus.audit.wording import counted, listed, printed, title
from cpp_corpus.model.article import Article
from cpp_corpus.model.finding import Finding, Severity
from cpp_corpus.model.number import NumberKind
from cpp_corpus.model.reference import ReferenceKind, Via
from cpp_corpus.model.resolution import ReferenceState, ResolvedReference

__all__ = ["DanglingReference"]


class DanglingReference(Check):
    name = "dangling-reference"
    title = "A reference to an article that its act does not have."
    advice = "Compare with the text of the publisher: the number may be a slip, or the article repealed or renumbered."

    def __init__(self, law: Law, places: Places) -> None:
        super().__init__(law, places)
        self._absent: dict[str, dict[str, Article]] = {}  # by act: numbers that exist elsewhere, and who cites them

    def look(self, subject: Subject) -> Iterator[Finding]:
        said: set[tuple[str, str]] = set()
        for reference in subject.references:
            act = reference.act
            if reference.kind != ReferenceKind.ARTICLE or reference.state != ReferenceState.MISSING or act is None:
                continue
            if _is_own_annex(subject, reference) or not any(map(str.isdigit, reference.text)):
                continue
            for number in filter(None, (reference.article, reference.to)):
                exists = self.law.exists(act, number)
                if exists is False and (act, number) not in said:
                    said.add((act, number))
                    yield self._dangling(subject, reference, act, number)
                elif exists is not False and number not in self.law.numbers(act):
                    self._absent.setdefault(act, {}).setdefault(number, subject.article)

    def end(self) -> Iterator[Finding]:
        """What is cited and exists, and the corpus does not hold: a corpus of a few pages is not the law's error."""
        for act, numbers in self._absent.items():
            yield self.finding(
                next(iter(numbers.values())),
                f"{counted(len(numbers))} of {title(act)} that this corpus does not hold, though the act may have them: "
                f"{listed([printed(number) for number in numbers])}; add them to the input where they matter.",
                severity=Severity.INFO,
            )

    def _dangling(self, subject: Subject, reference: ResolvedReference, act: str, number: str) -> Finding:
        guess, expected, doubtful = self._guess(subject, reference, act, number)
        return self.finding(
            subject.article,
            f"{reference.text} is cited, but {title(act)} has no article {printed(number)}; {guess}.",
            span=reference.span,
            note=reference.note,
            expected=expected,
            severity=Severity.INFO if doubtful else None,
        )

    def _guess(
        self, subject: Subject, reference: ResolvedReference, act: str, number: str
    ) -> tuple[str, str | None, bool]:
        """What was probably meant, in words and as an id; and whether nothing need be wrong."""
        if _PAST.match(subject.text(reference.note), reference.end):
            return "a former version is meant, which the corpus need not hold", None, True
        whole, _, part = number.rpartition("-")
        if whole.isdigit() and part.isdigit() and self.law.exists(act, whole):
            return f"paragraph {part} of article {whole} may be meant", f"{act}/{whole}", True
        if reference.via == Via.DEFAULT and number.isdigit() and not self.law.has_bare_numbers(act):
            return "its articles bear letters, so that of another act may be meant", None, True
        own = subject.article.act
        named = _named_near(subject.references, reference)
        other = next((each for each in named if each != own and self.law.exists(each, number)), None)
        near, sure = self.law.nearest(act, number)
        if other is not None and (reference.via == Via.DEFAULT or not near):
            return f"{title(other)}, which is named near, has one", f"{other}/{number}", False
        if not near:
            return "it may be repealed or renumbered", None, False
        shown = listed([printed(each) for each in near], last="or")
        return f"it may be repealed, or {shown} be meant", f"{act}/{near[0]}" if sure else None, False


_PAST = re.compile(r"[\s,]{0,3}dans (?:sa|leur) (?:version|rédaction)\b", re.IGNORECASE)


def _is_own_annex(subject: Subject, reference: ResolvedReference) -> bool:
    """Whether this may be an article of the annex, or of the text a note cites, rather than of the code."""
    number = subject.article.number
    bare = reference.via == Via.DEFAULT and (reference.article or "")[:1].isdigit()
    return bare and (reference.note is not None or number is None or number.kind == NumberKind.ANNEXE)


def _named_near(references: Sequence[ResolvedReference], reference: ResolvedReference) -> list[str]:
    """Other acts that the same text names, the nearest first."""
    apart = sorted(
        (abs(each.start - reference.start), each.act)
        for each in references
        if each.note == reference.note and each.act is not None and each.act != reference.act
    )
    return list(dict.fromkeys(act for _, act in apart))

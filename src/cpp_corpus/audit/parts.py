"""References to a part that the article does not have.

Sources lose line breaks, and the law says "5° de l'article 1" for a 5° under I: so a part is missing only where no line
of the article has it at any depth, and its marker is not printed inside a line either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.law import Law
from cpp_corpus.audit.place import Places
from cpp_corpus.audit.wording import counted, listed, title
from cpp_corpus.model.article import Article, ArticleState
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.locator import LocatorUnit, locator_steps
from cpp_corpus.model.reference import Basis, ReferenceKind, Via
from cpp_corpus.model.resolution import ReferenceState, ResolvedReference

__all__ = ["MissingPart"]

_SHOWN = 8
_AFTER = 6  # following references, one of which may name the act for all
_SENTENCES = re.compile(r"[.;:]\s*[A-ZÀ-Þ][a-zà-ÿ]")
_MARKER = re.compile(r"[IVX]+(?: \w+)?|[0-9]+°?(?: \w+)?|(?!al\b)[a-z]{1,2}(?: \w+)?")


class MissingPart(Check):
    name = FindingCode.MISSING_PART

    def __init__(self, law: Law, places: Places) -> None:
        super().__init__(law, places)
        self._markers_of: tuple[str, frozenset[str]] = ("", frozenset())  # of the target looked at last

    def look(self, subject: Subject) -> Iterator[Finding]:
        said: set[tuple[str, str]] = set()
        for at, reference in enumerate(subject.references):
            target = self._target(reference)
            if target is None or reference.locator is None or (target.id, reference.locator) in said:
                continue
            if self._is_shared(subject, at) or self._may_be_of_another_act(subject, at):
                continue
            missing = self._missing(target, reference.locator)
            if missing is None or self._is_longer_number(target, missing):
                continue
            said.add((target.id, reference.locator))
            yield self.finding(
                subject.article,
                f"{reference.text} is cited for its {missing}, but article {target.number} of {title(target.act)} "
                f"{_has(target)}; one of the two was probably amended without the other.",
                span=reference.span,
            )

    def _missing(self, target: Article, locator: str) -> str | None:
        """The part of a locator that the article lacks, in words; ``None`` where it does not certainly lack one."""
        steps = locator_steps(locator)
        markers = [end.marker for step in steps for end in dict.fromkeys((step.first, step.last)) if end.marker]
        if not all(map(_MARKER.fullmatch, markers)):  # a single capital may mean a procedure, "(A)"
            return None
        for marker in markers:
            if marker not in self._markers(target):
                return None if _print_of(marker).search(target.text) else marker
        rank = steps[0].rank if steps[0].unit is LocatorUnit.ALINEA else None
        if rank is None or rank < 0:
            return None
        lines = len(target.paragraphs)
        if rank <= lines or (lines == 1 and _SENTENCES.search(target.text)):
            return None  # the source may have joined several alinéas in one line
        return f"alinéa {rank}"

    def _markers(self, target: Article) -> frozenset[str]:
        if self._markers_of[0] != target.id:
            steps = (step for each in target.paragraphs for step in locator_steps(each.locator))
            self._markers_of = (target.id, frozenset(map(str, steps)))
        return self._markers_of[1]

    def _is_shared(self, subject: Subject, at: int) -> bool:
        """Whether the part may belong to the reference before only: "le II de l'article 1, l'article 2"."""
        if at == 0:
            return False
        before, reference = subject.references[at - 1], subject.references[at]
        return before.locator == reference.locator and before.article != reference.article

    def _may_be_of_another_act(self, subject: Subject, at: int) -> bool:
        """Whether an act named further on may be the act of this number too, or the citing act instead of it."""
        reference = subject.references[at]
        if reference.basis is Basis.LIST and reference.article is not None:
            own = subject.article.act
            return own not in (None, reference.act) and self.law.exists(own, reference.article) is True
        if reference.via != Via.DEFAULT or reference.article is None:
            return False
        after = subject.references[at + 1 : at + _AFTER]
        named = {each.act for each in after if each.via == Via.EXPLICIT and each.note == reference.note}
        return any(self.law.exists(act, reference.article) for act in named - {reference.act})

    def _target(self, reference: ResolvedReference) -> Article | None:
        """The one article that a reference certainly means, if its structure is known."""
        if (
            reference.kind != ReferenceKind.ARTICLE
            or reference.state != ReferenceState.RESOLVED
            or reference.via == Via.ANAPHORA
            or reference.to is not None
            or reference.note is not None  # a note often means another version
            or len(reference.targets) != 1
        ):
            return None
        target = self.law.article(reference.targets[0])
        if (
            target is None
            or not target.paragraphs
            or target.tables
            or self.law.status(target) is not ArticleState.IN_FORCE
        ):
            return None
        return target

    def _is_longer_number(self, target: Article, marker: str) -> bool:
        """Whether the marker is the end of a number: 1649 quater B is not the part B of 1649 quater."""
        number = "" if target.number is None else target.number.normalized
        return f"{number}-{marker.lower()}" in self.law.recorded(target.act)


@lru_cache(maxsize=1 << 10)
def _print_of(marker: str) -> re.Pattern[str]:
    """The marker as printed inside a line: ``5°``, ``5 °``, ``a)``, ``IV``, ``2.``, ``5`` before a capital."""
    if marker.removesuffix("°").isdigit():
        number = marker.removesuffix("°")
        return re.compile(rf"(?<![\w-]){number}\s*(?:[°.)–-]|(?=[A-ZÀ-Þ]))")
    words = r"\s*".join(map(re.escape, re.findall(r"[0-9]+|[^\W\d_]+|[^\w\s]", marker)))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _has(target: Article) -> str:
    """The top-level markers of the article, or how many alinéas it has."""
    first = [locator_steps(each.locator)[0].marker for each in target.paragraphs if each.marker is not None]
    top = list(dict.fromkeys(marker for marker in first if marker is not None))
    return f"has {listed(top, _SHOWN)}" if top else f"has {counted(len(target.paragraphs), 'alinéa')}"

"""Gaps in the numbering of a division: numbers that no article of the act has, not even a repealed one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from cpp_corpus.audit.check import Check
from cpp_corpus.audit.wording import listed, printed, title
from cpp_corpus.lang.acts import has_number, numbers_day
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.number import NumberKind

__all__ = ["NumberingGap"]

_NUMBER = re.compile(r"(?P<stem>(?:lo|[lrda])?(?:[0-9]+-)*)(?P<last>[0-9]+)")
_SHOWN = 6
_WIDEST = 20  # numbers left out between two neighbours; after more, a new series of numbers begins


class NumberingGap(Check):
    name = FindingCode.NUMBERING_GAP

    def end(self) -> Iterator[Finding]:
        """One finding for each division."""
        for act in self.law.acts:
            if self.law.has_anonymous(act):  # one of them may have the number
                continue
            divisions: dict[tuple[object, ...], list[tuple[int, str]]] = {}
            for number, (article, *_) in self.law.numbers(act).items():
                match = _NUMBER.fullmatch(number)
                if match and article.number is not None and article.number.kind == NumberKind.NUMBER:
                    place = tuple((division.slug, division.title, division.number) for division in article.divisions)
                    divisions.setdefault((match["stem"], place), []).append((int(match["last"]), number))
            for (stem, _), held in divisions.items():
                yield from self._gaps(act, str(stem), sorted(held, key=lambda pair: pair[0]))

    def _gaps(self, act: str | None, stem: str, held: list[tuple[int, str]]) -> Iterator[Finding]:
        numbers = self.law.recorded(act)
        absent = [
            (number, f"{stem}{last}")
            for (before, number), (after, _) in pairwise(held)
            if after - before <= _WIDEST
            for last in range(before + 1, after)
            if not _is_recorded(f"{stem}{last}", numbers)
        ]
        if not absent:
            return
        article = self.law.numbers(act)[absent[0][0]][0]
        lost = [name for _, name in absent if act is not None and has_number(act, name)]
        names = lost or [name for _, name in absent]
        shown = listed([printed(name) for name in names], _SHOWN)
        why = (
            f"which existed on {numbers_day(act)}: missing here, or repealed since"
            if lost and act is not None
            else "probably repealed articles that the source does not list"
        )
        yield self.finding(
            article,
            f"After {article.number} the numbering of {title(act)} skips {shown}, {why}.",
            expected=f"{act}/{names[0]}" if act else None,
            severity=Severity.WARNING if lost else None,
        )


def _is_recorded(number: str, numbers: Mapping[str, object]) -> bool:
    """Whether the act has that number in another division or with another letter: R. 3 between L. 2 and L. 4."""
    bare = number.lstrip("lorda")
    return (
        any(prefix + bare in numbers for prefix in ("", "l", "lo", "r", "d", "a"))
        if number != bare
        else number in numbers
    )

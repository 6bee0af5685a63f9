"""Counts of the entries that were not read, by kind and reason, so that nothing is skipped silently."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from typing import NamedTuple

from cpp_corpus.errors import InputError
from cpp_corpus.export.exported import is_export
from cpp_corpus.ingest import PassedOver, Refusal
from cpp_corpus.ingest.sources import is_export_folder
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.manifest import Unread

__all__ = ["Refused", "UnreadCounts", "first_problem", "nothing_read"]


def nothing_read(
    paths: Iterable[str | PathLike[str]], findings: Sequence[Finding], *, only_texts: bool = False
) -> InputError:
    """The error where nothing at ``paths`` was read, with the :func:`first_problem`.

    ``only_texts``: exports are not read.
    """
    for given in paths:
        path = fspath(given)
        is_file = not os.path.isdir(path)  # noqa: PTH112
        folder = (os.path.dirname(path) or ".") if is_file else path  # noqa: PTH120
        if is_export_folder(folder):
            what = "is a file of an export" if is_file else "is an export"
            has_records = is_export(folder)
            if only_texts:
                more = f"; show, find and audit read {f'its folder, {folder}' if is_file else 'an export'}"
                return InputError(f"{what}, not texts", path=path, hint=f"give the texts{more if has_records else ''}")
            if not has_records:
                hint = "normalize the texts again, with --format json or --format store"
                return InputError(f"{what} without records, neither JSON nor a store", path=path, hint=hint)
            if is_file:
                return InputError(what, path=path, hint=f"give its folder, {folder}")
    first = first_problem(findings)
    return InputError("nothing could be read" + (f"; the first problem: {first}" if first else ""))


def first_problem(findings: Sequence[Finding]) -> Finding | None:
    """What is said where nothing was read: a missing extra, which one command installs, else the first error."""
    missing = next((each for each in findings if each.code == FindingCode.MISSING_EXTRA), None)
    error = next((each for each in findings if each.severity is Severity.ERROR), None)
    return missing or error or next(iter(findings), None)


class Refused(NamedTuple):
    """An entry that was not read."""

    path: str
    """Its printable path."""
    refusal: Refusal
    """Why."""
    is_named: bool
    """Whether the user named it; then it has a finding of its own."""

    def finding(self) -> Finding:
        """The finding on this entry alone; an error if the user named it."""
        refusal = self.refusal._replace(severity=Severity.ERROR) if self.is_named else self.refusal
        return refusal.finding(self.path)


class UnreadCounts:
    """Counts the entries that are not read."""

    def __init__(self, passed_over: Iterable[PassedOver] = ()) -> None:
        """``passed_over``: what the sources skipped."""
        self._firsts: dict[tuple[str, str], str] = {}
        self._counts: Counter[tuple[str, str]] = Counter()
        self._refused: dict[tuple[str, str], Refused] = {}  # the first of those that the user did not name
        self._unnamed: Counter[tuple[str, str]] = Counter()
        self._passed_over: dict[tuple[FindingCode, str, str], PassedOver] = {}  # the first of each kind and reason
        for each in passed_over:
            self.pass_over(each)

    def add(self, refused: Refused) -> None:
        """One more entry that was not read."""
        key = refused.refusal.kind, refused.refusal.reason
        self._count(*key, refused.path)
        if not refused.is_named:
            self._refused.setdefault(key, refused)
            self._unnamed[key] += 1

    def pass_over(self, each: PassedOver) -> None:
        """One more entry that a source skipped."""
        self._count(each.kind, each.reason, each.path, each.times)
        self._passed_over.setdefault((each.code, each.kind, each.reason), each)

    def records(self) -> tuple[Unread, ...]:
        """The counts, by kind and reason."""
        return tuple(
            Unread(kind=kind, reason=reason, count=count, example=self._firsts[kind, reason])
            for (kind, reason), count in sorted(self._counts.items())
        )

    def findings(self) -> list[Finding]:
        """One finding for each kind and reason, except for entries with findings of their own."""
        found = [
            self._refused[key].refusal.finding(self._refused[key].path, count)
            for key, count in sorted(self._unnamed.items())
        ]
        for (code, kind, reason), first in sorted(self._passed_over.items()):
            many = self._counts[kind, reason]
            if code is FindingCode.PASSED_OVER:
                message = _passed_over(kind, many)
            else:
                count = "" if many == 1 else f" ({many:,} times)"
                message = f"Not read{count}: {reason}. {first.advice}".rstrip()
            found.append(Finding.build(code, message, path=first.path))
        return found

    def _count(self, kind: str, reason: str, path: str, count: int = 1) -> None:
        self._counts[kind, reason] += count
        self._firsts.setdefault((kind, reason), path)


# ---------------------------------------------------------------------------------------------------------------------


def _passed_over(kind: str, many: int) -> str:
    """What a source skipped, as a sentence."""
    if kind == "link":
        return (
            "1 link was not followed, since it leads to what is read at its own place."
            if many == 1
            else f"{many:,} links were not followed, since they lead to what is read at its own place."
        )
    return (
        "1 hidden entry or version-control folder was skipped; give its path to read it."
        if many == 1
        else f"{many:,} hidden entries and version-control folders were skipped; give the path of one to read it."
    )

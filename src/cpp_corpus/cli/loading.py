"""The corpus that a command asks about, and what of it could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cpp_corpus.cli.findings import report_all
from cpp_corpus.corpus import Corpus, load
from cpp_corpus.model.finding import Severity

__all__ = ["loaded"]


def loaded(paths: Sequence[Path], numbers_from: Path | None, jobs: int, act: str | None = None) -> Corpus:
    """The corpus of ``paths``; its errors go to stderr, for what was not read looks as if it were not there."""
    corpus = load(*paths, numbers_from=numbers_from, act=act, jobs=jobs)
    report_all(finding for finding in corpus.findings if finding.severity is Severity.ERROR)
    return corpus

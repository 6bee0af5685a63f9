"""The corpus that a command asks about, and what of it could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpp_corpus.corpus import Corpus

__all__ = ["loaded"]


def loaded(paths: Sequence[Path], numbers_from: Path | None, jobs: int, act: str | None = None) -> Corpus:
    """The corpus of ``paths``; its errors go to stderr, for what was not read looks as if it were not there."""
    from cpp_corpus.cli.findings import report_all  # noqa: PLC0415 - heavy imports wait for their command
    from cpp_corpus.corpus import load  # noqa: PLC0415

    corpus = load(*paths, numbers_from=numbers_from, act=act, jobs=jobs)
    report_all(finding for finding in corpus.findings if finding.severity == "error")
    return corpus

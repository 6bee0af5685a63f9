"""``refs --to``: texts with their references in an annotation format."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import typer

from cpp_corpus.annotation.formats import ANNOTATIONS, chosen_format, streamed, write_annotations
from cpp_corpus.annotation.links import Href, legifrance
from cpp_corpus.annotation.text import AnnotatedText

__all__ = ["check_format", "write"]


def check_format(name: str, out: Path | None) -> None:
    """``BadParameter`` if there is no format of that ``name``, or it cannot be written to standard output."""
    if name not in ANNOTATIONS:
        known = ", ".join(ANNOTATIONS)
        raise typer.BadParameter(f"there is no format {name!r}; there are: {known}", param_hint="'--to'")
    chosen = chosen_format(name)
    if out is None and not chosen.suffix:
        raise typer.BadParameter(f"{name} writes a folder of files; name it with --out", param_hint="'--to'")
    if out is None and chosen.is_binary and sys.stdout.isatty():
        raise typer.BadParameter(
            f"{name} is not text, so it is not shown on a terminal; name a file with --out", param_hint="'--to'"
        )


def write(texts: Iterable[AnnotatedText], name: str, out: Path | None, href: Sequence[str] | None) -> None:
    """Write ``texts``; further counts (``unread``, ``overlapping`` …) are printed on standard error."""
    links: list[Href] = [legifrance if each == "legifrance" else each for each in href or ()]
    if out is None:
        counts = streamed(texts, sys.stdout.buffer, name, links)
        _report({key: count for key, count in counts.items() if key not in {"texts", "references"} and count}, name)
    else:
        _report(write_annotations(texts, out, name, href=links), str(out))


# ---------------------------------------------------------------------------------------------------------------------


def _report(counts: Mapping[str, int], what: str) -> None:
    if counts:
        said = ", ".join(f"{count:,} {key}" for key, count in counts.items())
        typer.echo(f"cpp-corpus: {what}: {said}", err=True)

"""``refs --to``: texts with their references in an annotation format."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import typer

from cpp_corpus.annotation.formats import ANNOTATIONS, chosen_format, streamed, write_annotations
from cpp_corpus.annotation.links import Href, legifrance, link_of
from cpp_corpus.annotation.text import AnnotatedText
from cpp_corpus.cli.options import usage_of
from cpp_corpus.cli.output import check_inputs, say
from cpp_corpus.model.counting import counted

__all__ = ["check_format", "links_of", "write"]


def links_of(patterns: Sequence[str]) -> list[Href]:
    """What gives the addresses of references; ``BadParameter`` for a pattern that cannot be used."""
    links: list[Href] = [legifrance if each == "legifrance" else each for each in patterns]
    with usage_of("--href"):
        link_of(links)
    return links


def check_format(name: str, out: Path | None, paths: Sequence[str]) -> None:
    """``BadParameter`` if there is no format of that ``name``, or it cannot be written to standard output.

    ``OutputError`` where ``out`` is one of ``paths``, the files that are read.
    """
    check_inputs(out, paths)
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


def write(texts: Iterable[AnnotatedText], name: str, out: Path | None, links: Sequence[Href]) -> None:
    """Write ``texts``; further counts (``unread``, ``overlapping`` …) are printed on standard error."""
    if out is None:
        counts = streamed(texts, sys.stdout.buffer, name, links)
        _report({key: count for key, count in counts.items() if key not in {"texts", "references"} and count}, name)
    else:
        _report(write_annotations(texts, out, name, href=links), str(out))


# ---------------------------------------------------------------------------------------------------------------------


def _counted(count: int, what: str) -> str:
    """``1 text``, ``2 texts``, ``1 overlapping``: some counts are named by a noun."""
    return counted(count, what.removesuffix("s")) if what.endswith("s") else f"{count:,} {what}"


def _report(counts: Mapping[str, int], what: str) -> None:
    if counts:
        said = ", ".join(_counted(count, key) for key, count in counts.items())
        say(f"cpp-corpus: {what}: {said}", err=True)

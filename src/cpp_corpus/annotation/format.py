"""The class of annotation formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass

from cpp_corpus.annotation.links import Link
from cpp_corpus.annotation.text import AnnotatedText
from cpp_corpus.model.reference import Reference

__all__ = ["AnnotationFormat", "Pages", "counted_texts"]

Pages = Generator[tuple[str, bytes], None, Counter[str]]
"""Pairs of file name and bytes to append to it; for a format with a single file the name is empty. Returns counts of
what was written."""


@dataclass(frozen=True, slots=True)
class AnnotationFormat:
    """A format in which texts and their references are written."""

    description: str
    """Its description, in a few words."""
    suffix: str
    """Suffix of its file; empty where it writes a folder of files."""
    write: Callable[[Iterable[AnnotatedText], Link], Pages]
    """Makes what is written for the texts; the second argument gives the address of a reference."""
    inline: Callable[[str, Iterable[Reference], Link], str] | None = None
    """Makes one text with its references as links, for :func:`cpp_corpus.annotate`; ``None`` where it cannot."""
    is_binary: bool = False
    """Whether its file is binary, so that a terminal cannot show it."""
    modules: tuple[str, ...] = ()
    """Modules that it imports and that may be missing."""
    extra: str | None = None
    """The extra of this package that installs them."""


def counted_texts(texts: Iterable[AnnotatedText], counts: Counter[str]) -> Iterator[AnnotatedText]:
    """The texts that could be read, counted with their references: ``texts``, ``references``, ``unread``."""
    counts.update(texts=0, references=0)
    for each in texts:
        if each.error is not None:
            counts["unread"] += 1
            continue
        counts["texts"] += 1
        counts["references"] += len(each.references)
        yield each

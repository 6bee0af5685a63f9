"""What a format of annotations is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass

from cpp_corpus.annotation.links import Link
from cpp_corpus.annotation.text import AnnotatedText
from cpp_corpus.model.reference import Reference

__all__ = ["AnnotationFormat", "Pages", "counted_texts"]

Pages = Generator[tuple[str, bytes], None, Counter[str]]
"""Names of files, each with bytes that are added to it; of a format with one file the name is empty. At the end,
counts of what was written."""


@dataclass(frozen=True, slots=True)
class AnnotationFormat:
    """A form in which texts and their references are written."""

    description: str
    """What it is, in a few words."""
    suffix: str
    """How the name of its file ends; empty where it writes a folder of files."""
    write: Callable[[Iterable[AnnotatedText], Link], Pages]
    """What is written for some texts; the second argument says where a reference leads."""
    inline: Callable[[str, Iterable[Reference], Link], str] | None = None
    """One text with its references written into it, for :func:`cpp_corpus.annotate`; ``None`` where it has no such
    form."""
    is_binary: bool = False
    """Whether its file is no text, which a terminal could not show."""
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

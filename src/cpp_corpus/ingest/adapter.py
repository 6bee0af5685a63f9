"""What an adapter is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cpp_corpus.ingest.decode import Decoded
from cpp_corpus.model.document import Document

__all__ = ["Adapter", "RawFile"]


@dataclass(frozen=True)
class RawFile:
    """A file as it was read: its path, and its characters."""

    path: str
    decoded: Decoded

    @cached_property
    def text(self) -> str:
        """Its characters; see :class:`cpp_corpus.ingest.decode.Decoded` for those that stand for damage."""
        return self.decoded.text


@dataclass(frozen=True, slots=True)
class Adapter:
    """One format: how to tell it, and how to read it.

    ``sniff`` is given the first characters of a file and the file's name; ``read`` gives the documents of a
    file that it has recognised, and raises nothing, whatever the content: what is wrong is in ``Document.findings``.
    """

    name: str
    """Name of the format, as records carry it."""
    description: str
    """One line for a person."""
    extensions: frozenset[str]
    """Suffixes that such files have, with their dot; empty for a file without one."""
    sniff: Callable[[str, str], bool]
    read: Callable[[RawFile], Iterator[Document]]

"""What some modules need of a corpus or an export that others make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol, runtime_checkable

from cpp_corpus.model.article import Article
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import ResolvedReference

__all__ = ["CorpusView", "WrittenReferences"]


@runtime_checkable
class CorpusView(Protocol):
    """Articles, their references, and the maps back to the bytes of their files; :class:`cpp_corpus.Corpus` is one."""

    @property
    def day(self) -> date | None:
        """The day whose law the corpus shows; ``None`` for all versions of its sources."""

    @property
    def articles(self) -> Sequence[Article]:
        """The records, in the order of the source."""

    @property
    def whole(self) -> Sequence[Article]:
        """The records of all versions, also where the corpus shows one day."""

    def references_of(self, key: Article, /) -> Sequence[Reference]:
        """The references of an article."""

    def resolved(self, key: Article, /, *, keep: bool = True) -> Sequence[ResolvedReference]:
        """The references of an article, with what they point to; ``keep`` says whether they are remembered."""

    def offsets(self, key: Article, /) -> OffsetMap | None:
        """The map from the text of an article back to the bytes of its file; ``None`` where there is none."""


class WrittenReferences(Protocol):
    """The references of an export by the id of the citing article."""

    def of(self, article_id: str, /) -> tuple[Reference, ...]:
        """Those of the article that has that id in the export; ``InputError`` where they cannot be read."""

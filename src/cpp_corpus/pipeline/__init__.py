"""The stages in their order, and where they run.

``stages`` processes one file: read, tokenise, look up missing numbers. An ``engine`` runs that over many files, in this
process or in several, in order. ``references`` detects the references of an article, ``resolved`` resolves them,
``offsets`` finds the bytes of its text. ``reading`` makes the records of a corpus of texts and exports, ``records``
holds them. ``batch`` is the second pass, over the whole corpus: unique ids, targets and graph, given to all sinks at
once, with memory that does not grow with the texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpp_corpus.lazy import lazily

if TYPE_CHECKING:
    from cpp_corpus.pipeline.offsets import SourceOffsets
    from cpp_corpus.pipeline.reading import read_records
else:
    __getattr__ = lazily(
        __name__,
        globals(),
        {"cpp_corpus.pipeline.offsets": "SourceOffsets", "cpp_corpus.pipeline.reading": "read_records"},
    )

__all__ = ["SourceOffsets", "read_records"]

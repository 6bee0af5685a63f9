"""spaCy: texts as documents with their references in ``doc.spans["references"]``, in files of ``DocBin``.

The label of a span is the kind of the reference, ``kb_id_`` its target, ``id_`` its position in
``doc.user_data["references"]``, which has all fields as in JSON. spaCy's tokens may have other borders than the anchors
("art.706-73"): such a span is extended to whole tokens and counted as ``expanded``; the exact ``start`` and ``end`` are
in the user data.

The exporter has the articles with their notes behind them, separated by line breaks, in the folder ``spacy``: 2,000 in
each file, since a ``DocBin`` is read as a whole. spaCy takes such a folder as a corpus.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from cpp_corpus.export.base import ExportedArticle, Exporter, Sink
from cpp_corpus.export.whole_text import whole_text

__all__ = ["SPACY", "DocumentSpan", "Documents"]


class DocumentSpan(NamedTuple):
    """A span of a document."""

    start: int
    """Position of its first character."""
    end: int
    """Position behind its last one."""
    label: str
    """The kind of the reference."""
    target: str
    """What it leads to."""


class Documents:
    """Makes a ``DocBin``; French words are the tokens, and nothing is known of them but their letters."""

    def __init__(self) -> None:
        self._language = import_module("spacy").blank("fr")
        self._bin = import_module("spacy.tokens").DocBin
        self._made = self._empty()
        self.expanded = 0
        """How many spans were extended to whole tokens."""

    def __len__(self) -> int:
        return len(self._made)

    def add(self, text: str, spans: Sequence[DocumentSpan], facts: Mapping[str, Any]) -> None:
        """Add a text; ``facts`` become its user data."""
        document = self._language.make_doc(text)
        made = []
        for at, (start, end, label, target) in enumerate(spans):
            names = {"label": label, "kb_id": target, "span_id": str(at)}
            span = document.char_span(start, end, alignment_mode="expand", **names)
            self.expanded += (span.start_char, span.end_char) != (start, end)
            made.append(span)
        document.spans["references"] = made
        document.user_data |= facts
        self._made.add(document)

    def take(self) -> bytes:
        """The ``DocBin`` of what was added, which is then empty again."""
        data: bytes = self._made.to_bytes()
        self._made = self._empty()
        return data

    def _empty(self) -> Any:
        return self._bin(attrs=(), store_user_data=True)


class _SpacySink(Sink):
    def __init__(self, folder: Path) -> None:
        self._folder = folder / "spacy"
        self._folder.mkdir()
        self._documents = Documents()
        self._counts = {"texts": 0, "references": 0, "expanded": 0, "files": 0}

    def article(self, article: ExportedArticle) -> None:
        text, anchors = whole_text(article)
        lines = map(orjson.loads, article.reference_lines.splitlines())
        fields = [line | {"start": at.start, "end": at.end} for line, at in zip(lines, anchors, strict=True)]
        spans = [
            DocumentSpan(start, end, str(each.kind), each.targets[0] if each.targets else each.target)
            for start, end, each in anchors
        ]
        indexed = article.indexed
        facts = {"id": indexed.id, "act": indexed.act, "article": indexed.number, "references": fields}
        self._documents.add(text, spans, facts)
        self._counts["texts"] += 1
        self._counts["references"] += len(fields)
        if len(self._documents) == _IN_A_FILE:
            self._write()

    def end(self) -> dict[str, int]:
        if len(self._documents) or not self._counts["files"]:
            self._write()
        return self._counts | {"expanded": self._documents.expanded}

    def _write(self) -> None:
        self._counts["files"] += 1
        (self._folder / f"{self._counts['files']:05}.spacy").write_bytes(self._documents.take())


SPACY = Exporter(
    description="spaCy: files of DocBin with the articles as documents and their references as spans",
    files=("spacy",),
    open=_SpacySink,
    extra="spacy",
    modules=("spacy",),
)
"""The exporter ``spacy``."""

# ---------------------------------------------------------------------------------------------------------------------

_IN_A_FILE = 2000  # documents

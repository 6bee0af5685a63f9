"""JSON Lines: one line per text with its references; written and read back without loss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from cpp_corpus.annotation.format import AnnotationFormat, Pages
from cpp_corpus.annotation.links import Link
from cpp_corpus.annotation.text import AnnotatedText
from cpp_corpus.errors import InputError

__all__ = ["JSONL", "read_jsonl"]


def read_jsonl(path: Path) -> Iterator[AnnotatedText]:
    """The texts of a file; ``InputError`` for a line that is not a text with its references."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield AnnotatedText.model_validate_json(line)
            except ValidationError as error:
                raise InputError(
                    f"the line is not a text with its references: {_first(error)}", path=path, line=number
                ) from error


# ---------------------------------------------------------------------------------------------------------------------


def _first(error: ValidationError) -> str:
    """The first problem, in one line."""
    wrong = error.errors()[0]
    where = ".".join(map(str, wrong["loc"]))
    return f"{where}: {wrong['msg']}" if where else wrong["msg"]


def _lines(texts: Iterable[AnnotatedText], _: Link) -> Pages:
    counts = Counter(texts=0, references=0)
    for each in texts:  # including those that could not be read
        counts.update({"texts": each.error is None, "references": len(each.references)})
        if each.error is not None:
            counts["unread"] += 1
        yield "", each.model_dump_json().encode("utf-8", "replace") + b"\n"
    return counts


JSONL = AnnotationFormat(
    description="JSON Lines, one line per text with its references",
    suffix=".jsonl",
    write=_lines,
)
"""The format ``jsonl``."""

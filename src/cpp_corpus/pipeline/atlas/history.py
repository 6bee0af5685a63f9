r"""Versions from a history: JSON Lines, plain or packed with xz or gzip, a dated page of a mirror a line.

{"path": "code-x/titre-ier/12.md", "valid_from": "2004-01-01", "valid_to": null, "page": "# Article 12\n\n…"}
"""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Iterator
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO, cast

import orjson

from cpp_corpus import ingest
from cpp_corpus.errors import InputError
from cpp_corpus.pipeline.atlas.pages import Page, page_version
from cpp_corpus.pipeline.atlas.texts import Told

__all__ = ["history_versions", "is_history"]

_SUFFIXES = (".jsonl", ".jsonl.xz", ".jsonl.gz")


def is_history(path: str | PathLike[str]) -> bool:
    """Whether a file has the name of a history."""
    return Path(path).name.endswith(_SUFFIXES) and Path(path).is_file()


def history_versions(path: str | PathLike[str], acts: frozenset[str] | None) -> Iterator[Told]:
    """The versions of a history; ``InputError`` with the line where one is not as it should be."""
    number = 1
    try:
        with _opened(Path(path)) as lines:
            for line in lines:
                page = _page(line)
                if (acts is None or ingest.act_of_path(page.path) in acts) and (told := page_version(page)):
                    yield told
                number += 1
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        hint = "each line is an object with path, valid_from, valid_to and page"
        raise InputError(f"is no dated page: {error}", path=path, line=number, hint=hint) from error
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise InputError(f"cannot be read: {error}", path=path, line=number) from error


def _page(line: bytes) -> Page:
    row: dict[str, Any] = orjson.loads(line)
    first, last = (date.fromisoformat(row[name]) if row[name] else None for name in ("valid_from", "valid_to"))
    return Page(row["path"], row["page"].encode(), first, last)


def _opened(path: Path) -> BinaryIO:
    if path.name.endswith(".xz"):
        return cast("BinaryIO", lzma.open(path))
    return cast("BinaryIO", gzip.open(path)) if path.name.endswith(".gz") else path.open("rb")

"""``corpus.json``: the description of an export, whatever its formats, and the check of its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import orjson
from xxhash import xxh3_128

from cpp_corpus.errors import InputError
from cpp_corpus.model.manifest import SCHEMA_VERSION, Generator, RunOptions, Unread, WrittenFile

__all__ = ["MANIFEST", "SOURCES", "check_written", "manifest_json", "written_files"]

MANIFEST = "corpus.json"
"""Name of the file that every export has: how it was made, its counts and files."""

SOURCES = "sources.jsonl"
"""Name of the other one: each file that was read, on a line."""


def manifest_json(
    generator: Generator,
    options: RunOptions | None,
    files: Iterable[WrittenFile],
    counts: Mapping[str, Mapping[str, int]],
    unread: Sequence[Unread],
) -> bytes:
    """The bytes of the file; ``counts`` are its fields that hold counts, in order."""
    fields = {
        "schema_version": SCHEMA_VERSION,
        "generator": generator.model_dump(),
        "options": None if options is None else options.model_dump(),
        "files": [each.model_dump() for each in files],
        **counts,
        "unread": [each.model_dump() for each in unread],
    }
    lines = b",\n".join(orjson.dumps(name) + b":" + orjson.dumps(value) for name, value in fields.items())
    return b"{" + lines + b"}\n"


def written_files(folder: Path, names: Iterable[str]) -> Iterator[WrittenFile]:
    """The files of these names, with their sizes and hashes."""
    for name in names:
        path = folder / name
        if path.is_file():
            yield WrittenFile(name=name, size=path.stat().st_size, xxh128=_hash(path))
        else:
            yield WrittenFile(name=name)


def check_written(path: Path, written: WrittenFile | None, *, is_whole: bool = True) -> None:
    """``InputError`` where a file is not as it was written.

    Its size is compared, and where ``is_whole`` its hash, for which all of it is read.
    """
    if written is None or written.size is None:
        return
    try:
        size = path.stat().st_size
        if size != written.size:
            raise _changed(path, f"has {size:,} bytes, where corpus.json has {written.size:,}")
        if is_whole and written.xxh128 is not None and _hash(path) != written.xxh128:
            raise _changed(path, "has other bytes than those of which corpus.json has the hash")
    except OSError as error:
        raise InputError(error.strerror or str(error), path=path, hint="a file of the export is missing") from error
    except ValueError as error:  # a name with a NUL
        raise InputError(
            f"{written.name!r} in corpus.json is no name of a file", path=path.parent, hint=_AGAIN
        ) from error


# ---------------------------------------------------------------------------------------------------------------------

_PIECE = 1 << 20  # bytes


def _hash(path: Path) -> str:
    made = xxh3_128()
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            made.update(piece)
    return made.hexdigest()


_AGAIN = "it was cut or changed; run cpp-corpus normalize again"


def _changed(path: Path, what: str) -> InputError:
    return InputError(what, path=path, hint=_AGAIN)

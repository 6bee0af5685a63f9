"""``corpus.json``: the description of an export, whatever its formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import orjson

from cpp_corpus.model.manifest import SCHEMA_VERSION, Generator, Unread

__all__ = ["manifest_parts"]


def manifest_parts(
    generator: Generator,
    files: Sequence[str],
    counts: Mapping[str, Mapping[str, int]],
    unread: Sequence[Unread],
    sources: Iterable[bytes],
) -> Iterator[bytes]:
    """The parts of the file, each source on a line of its own; ``counts`` are its fields that hold counts, in order."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "generator": generator.model_dump(),
        "files": files,
        **counts,
        "unread": [each.model_dump() for each in unread],
    }
    yield orjson.dumps(head)[:-1] + b',"sources":['
    for at, line in enumerate(sources):
        yield (b",\n" if at else b"\n") + line
    yield b"]}\n"

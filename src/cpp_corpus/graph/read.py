"""Reading ``graph.json`` line by line, so that a large graph needs little memory beyond the result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from os import PathLike, strerror
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from cpp_corpus.errors import InputError
from cpp_corpus.model.base import in_bulk
from cpp_corpus.model.graph import Edge, Node, graph_json
from cpp_corpus.model.manifest import READ_VERSIONS, SCHEMA_VERSION

__all__ = ["read_file", "read_lines"]

_HEAD, _TURN, _FOOT = b"".join(graph_json((), ())).splitlines(keepends=True)  # the lines that separate the parts
_HEADS = {_HEAD.replace(SCHEMA_VERSION.encode(), version.encode()) for version in READ_VERSIONS}

Items = Iterator[dict[str, Any]]


def read_file(path: str | PathLike[str]) -> tuple[list[Node], list[Edge]]:
    """Nodes and edges of the file ``path``, or of ``graph.json`` in the folder ``path``.

    ``InputError`` where it cannot be read or is no graph.
    """
    file = Path(path)
    if file.is_dir():
        file /= "graph.json"
    try:
        with file.open("rb", buffering=1 << 18) as lines:
            return read_lines(lines, file)
    except OSError as error:
        raise InputError(strerror(error.errno or 0), path=file) from error


def read_lines(lines: Iterable[bytes], path: Path | None = None) -> tuple[list[Node], list[Edge]]:
    """Nodes and edges from the lines of a ``graph.json``, laid out as it was written or in any other way.

    ``InputError``, with ``path`` and the line, where the data is no graph.
    """
    place = _Place(path)
    numbered = place.counted(lines)
    head = next(numbered, b"")
    nodes, edges = _lined(numbered, place) if head in _HEADS else _whole(b"".join((head, *numbered)), place)
    shared: dict[str | None, str | None] = {}
    share = shared.setdefault  # equal texts become one object

    def node(fields: dict[str, Any]) -> Node:
        for name in ("act", "division"):
            if (value := fields.get(name)) is not None:
                fields[name] = share(value, value)
        made = Node(**fields)
        share(made.id, made.id)
        return made

    def edge(fields: dict[str, Any]) -> Edge:
        for name in ("source", "target", "locator"):
            if (value := fields.get(name)) is not None:
                fields[name] = share(value, value)
        for mention in fields.get("mentions", ()):
            mention[3] = share(mention[3], mention[3])
        return Edge(**fields)

    with in_bulk():
        return place.made(nodes, node), place.made(edges, edge)


class _Place:
    """The position of the reader, for error messages."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._line: int | None = 0

    def counted(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        for number, line in enumerate(lines, 1):
            self._line = number
            yield line

    def made(self, items: Items, make: Callable[[dict[str, Any]], Any]) -> list[Any]:
        try:
            return [make(fields) for fields in items]
        except orjson.JSONDecodeError as error:
            raise self.wrong(str(error)) from error
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            raise self.wrong(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
        except (TypeError, AttributeError, IndexError, KeyError) as error:
            raise self.wrong("an entry does not match the schema") from error

    def wrong(self, what: str) -> InputError:
        return InputError(
            f"not an article graph: {what}", path=self._path, line=self._line, hint="see cpp-corpus schema graph"
        )

    def unlined(self) -> None:
        """Report no line numbers from here on."""
        self._line = None


def _lined(lines: Iterator[bytes], place: _Place) -> tuple[Items, Items]:
    """The two parts of a file with one entry a line; the second is read after the first."""

    def part(foot: bytes) -> Items:
        for line in lines:
            if line == foot:
                if foot == _FOOT and next(lines, None) is not None:
                    raise place.wrong("there is something after its end")
                return
            yield orjson.loads(line[:-2] if line.endswith(b",\n") else line)
        raise place.wrong("its end is missing")

    return part(_TURN), part(_FOOT)


def _whole(data: bytes, place: _Place) -> tuple[Items, Items]:
    place.unlined()
    try:
        read = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise place.wrong(str(error)) from error
    if not isinstance(read, dict) or read.keys() != {"schema_version", "nodes", "edges"}:
        raise place.wrong("it lacks the fields schema_version, nodes and edges, or has others")
    if read["schema_version"] not in READ_VERSIONS:
        raise place.wrong(f"it is of schema version {read['schema_version']}, this program reads {SCHEMA_VERSION}")
    if not isinstance(read["nodes"], list) or not isinstance(read["edges"], list):
        raise place.wrong("its nodes and edges are not lists")
    return iter(read["nodes"]), iter(read["edges"])

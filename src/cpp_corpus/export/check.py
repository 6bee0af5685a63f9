"""The check of an export: the files that it names, and every record of those of JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import orjson
from pydantic import ValidationError

from cpp_corpus.errors import InputError
from cpp_corpus.export.exported import manifest_of, records_of
from cpp_corpus.model.article import Article
from cpp_corpus.model.base import Record
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.graph import Edge, Node
from cpp_corpus.model.resolution import ResolvedReference

__all__ = ["export_faults"]


def export_faults(folder: Path) -> Iterator[str]:
    """What is wrong with the export in ``folder``, one line for each fault; a store is checked by itself."""
    try:
        manifest = manifest_of(folder / "corpus.json")
    except InputError as error:
        yield str(error)
        return
    missing = [name for name in manifest.files if not (folder / name).exists()]
    yield from (f"{folder / name}: is missing; corpus.json names it" for name in missing)
    if (found := len(manifest.sources)) != manifest.counts.get("sources", found):
        yield f"{folder / 'corpus.json'}: has {found:,} sources, and counts {manifest.counts['sources']:,}"
    for name, kind in _LINES.items():
        if name in manifest.files and name not in missing:
            yield from _of_lines(folder / name, kind, manifest.counts)
    if "graph.json" in manifest.files and "graph.json" not in missing:
        yield from _of_graph(folder / "graph.json", manifest.counts)


# ---------------------------------------------------------------------------------------------------------------------

_LINES: dict[str, type[Record]] = {
    "articles.jsonl": Article,
    "references.jsonl": ResolvedReference,
    "findings.jsonl": Finding,
}
_GRAPH: dict[str, Callable[..., object]] = {"nodes": Node, "edges": Edge}


def _of_lines(path: Path, kind: type[Record], counts: Mapping[str, int]) -> Iterator[str]:
    try:
        for _ in records_of(path, kind, counts.get(path.stem)):
            pass
    except InputError as error:
        yield str(error)


def _of_graph(path: Path, counts: Mapping[str, int]) -> Iterator[str]:
    """The faults of ``graph.json``, which has a node or an edge on each line."""
    found = {"nodes": 0, "edges": 0}
    name, last = "nodes", b""
    with path.open("rb", buffering=1 << 18) as lines:
        for number, line in enumerate(lines, 1):
            last = line
            if number == 1 or line.startswith(b"]"):
                name = "nodes" if number == 1 else "edges"
                continue
            try:
                _GRAPH[name](**orjson.loads(line.rstrip(b",\n")))
            except (ValidationError, ValueError, TypeError):
                yield f"{path}:{number}: is not as the schema says"
                return
            found[name] += 1
    if last != b"]}\n":
        yield f"{path}: ends early"
    for name, count in found.items():
        if count != counts.get(name, count):
            yield f"{path}: has {count:,} {name}, where corpus.json counts {counts[name]:,}"

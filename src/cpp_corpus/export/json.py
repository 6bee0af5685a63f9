"""JSON: ``corpus.json``, ``articles.jsonl``, ``references.jsonl``, ``graph.json`` and ``findings.jsonl``.

Fields stand in the order of the models, nothing depends on the clock or the machine: equal corpora give equal bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson

from cpp_corpus.export.base import Exportable
from cpp_corpus.export.spool import Spool
from cpp_corpus.model.graph import edge_json, graph_json, node_json
from cpp_corpus.model.resolution import ReferenceState

__all__ = ["FILES", "write_json"]

FILES = ("corpus.json", "articles.jsonl", "references.jsonl", "graph.json", "findings.jsonl")
"""Names of what is written."""


def write_json(corpus: Exportable, folder: Path) -> tuple[dict[str, int], dict[str, int]]:
    """Write the five files; return counts and references by state."""
    counts: dict[str, int] = {"sources": 0}
    counts["articles"] = _write(folder / "articles.jsonl", _lines(corpus.article_lines()))
    edges = Spool(folder / ".edges")
    try:
        states = _references(corpus, folder / "references.jsonl", edges)
        counts["references"] = sum(states.values())
        counts["nodes"] = _graph(corpus, folder / "graph.json", edges)
        counts["edges"] = edges.count
    finally:
        edges.remove()
    counts["findings"] = _write(folder / "findings.jsonl", _lines(corpus.finding_lines()))
    counts["sources"] = sum(1 for _ in corpus.source_lines())
    by_state = {state.value: states[state] for state in ReferenceState}
    _write(folder / "corpus.json", _manifest(corpus, counts, by_state))
    return counts, by_state


def _references(corpus: Exportable, path: Path, edges: Spool) -> Counter[str]:
    states: Counter[str] = Counter()
    with path.open("wb", buffering=1 << 18) as out:
        for citing in corpus.citing_articles():
            for reference in citing.references:
                states[reference.state] += 1
                out.write(orjson.dumps(reference.__dict__, default=list))
                out.write(b"\n")
            for edge in citing.edges:
                edges.add(edge_json(edge))
    return states


def _graph(corpus: Exportable, path: Path, edges: Spool) -> int:
    count = 0

    def nodes() -> Iterator[bytes]:
        nonlocal count
        for node in corpus.nodes():
            count += 1
            yield node_json(node)

    _write(path, graph_json(nodes(), edges))
    return count


def _manifest(corpus: Exportable, counts: dict[str, int], states: dict[str, int]) -> Iterator[bytes]:
    """``corpus.json``: each source on a line of its own."""
    head = {
        "schema_version": corpus.schema_version,
        "generator": corpus.generator.model_dump(),
        "files": FILES[1:],
        "counts": counts,
        "states": states,
        "findings": corpus.findings,
        "unread": [unread.model_dump() for unread in corpus.unread],
    }
    yield orjson.dumps(head)[:-1] + b',"sources":['
    for at, line in enumerate(corpus.source_lines()):
        yield (b",\n" if at else b"\n") + line
    yield b"]}\n"


def _lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    return (line + b"\n" for line in lines)


def _write(path: Path, parts: Iterable[bytes]) -> int:
    """Write the parts; return how many there were."""
    count = 0
    with path.open("wb", buffering=1 << 18) as out:
        for part in parts:
            out.write(part)
            count += 1
    return count

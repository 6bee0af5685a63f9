"""GraphML: ``graph.graphml``, the graph of the references for Gephi, networkx, igraph, yEd and others.

Attributes are typed, ``None`` is left out, dates are ISO dates, every edge has an id. As in
``ArticleGraph.to_networkx()``, the mentions of an edge are its ``count`` and its ``anchors``, joined by `` | ``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from cpp_corpus.export.base import ExportedArticle, Exporter, Sink
from cpp_corpus.export.spool import Spool
from cpp_corpus.model.graph import Edge, Node

__all__ = ["GRAPHML"]

_Value = str | int | bool | None

_NODE = {
    "kind": "string",
    "act": "string",
    "number": "string",
    "division": "string",
    "in_corpus": "boolean",
    "state": "string",
    "valid_from": "string",
    "valid_to": "string",
    **dict.fromkeys(("legitext", "eli", "celex", "ecli", "url"), "string"),
}
"""Types of the attributes of a node."""
_EDGE = {"relation": "string", "locator": "string", "state": "string", "count": "int", "anchors": "string"}
"""Types of the attributes of an edge."""


class _GraphmlSink(Sink):
    """Nodes are written at once; edges, which arrive before the nodes and are written after them, are kept on disk."""

    def __init__(self, folder: Path) -> None:
        with ExitStack() as opened:
            self._out = opened.enter_context(Spool(folder / "graph.graphml"))
            self._edges = opened.enter_context(Spool(folder / ".graphml-edges", is_kept=False))
            self._opened = opened.pop_all()
        for line in _HEAD:
            self._out.add(line)
        self._nodes = 0

    def article(self, article: ExportedArticle) -> None:
        for edge in article.edges:
            ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
            self._edges.add(_element(f'edge id="e{self._edges.count}" {ends}', "edge", _edge_values(edge)))

    def node(self, node: Node) -> None:
        self._out.add(_element(f"node id={_quoted(node.id)}", "node", _node_values(node)))
        self._nodes += 1

    def end(self) -> dict[str, int]:
        for line in (*self._edges, b"</graph>", b"</graphml>"):
            self._out.add(line)
        return {"nodes": self._nodes, "edges": self._edges.count}

    def close(self) -> None:
        self._opened.close()


GRAPHML = Exporter(
    description="GraphML: the graph, for Gephi, networkx, igraph and other programs that read graphs",
    files=("graph.graphml",),
    open=_GraphmlSink,
)
"""The exporter ``graphml``."""

# ---------------------------------------------------------------------------------------------------------------------


def _keys(element: str, types: Mapping[str, str]) -> Iterable[str]:
    for name, kind in types.items():
        yield f'<key id="{element}-{name}" for="{element}" attr.name="{name}" attr.type="{kind}"/>'


_HEAD = [
    line.encode()
    for line in (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *_keys("node", _NODE),
        *_keys("edge", _EDGE),
        '<graph id="corpus" edgedefault="directed">',
    )
]


def _node_values(node: Node) -> dict[str, _Value]:
    return {
        "kind": node.kind,
        "act": node.act,
        "number": node.number,
        "division": node.division,
        "in_corpus": node.in_corpus,
        "state": node.state,
        "valid_from": None if node.valid_from is None else node.valid_from.isoformat(),
        "valid_to": None if node.valid_to is None else node.valid_to.isoformat(),
        **{scheme: name for scheme, name in (node.identifiers or {}).items() if scheme in _NODE},
    }


def _edge_values(edge: Edge) -> dict[str, _Value]:
    return {
        "relation": edge.relation,
        "locator": edge.locator,
        "state": edge.state,
        "count": edge.count,
        "anchors": " | ".join(edge.anchors),
    }


def _element(opening: str, element: str, values: Mapping[str, _Value]) -> bytes:
    """A node or an edge on one line; ``opening`` is the content of its start tag."""
    held = "".join(
        f'<data key="{element}-{name}">{_text(value)}</data>' for name, value in values.items() if value is not None
    )
    return f"<{opening}>{held}</{element}>".encode("utf-8", "replace")


def _text(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else _escaped(str(value))


def _quoted(value: str) -> str:
    return f'"{_escaped(value)}"'


def _escaped(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).translate(_ESCAPES)


_ESCAPES = {ord(sign): f"&#{ord(sign)};" for sign in '&<>"\t\n\r'}
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # characters that XML cannot hold

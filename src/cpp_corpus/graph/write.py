"""Graphs as files of data: JSON, GraphML and GEXF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from io import BytesIO
from os import PathLike
from typing import TYPE_CHECKING, Protocol

from cpp_corpus.atomic import write_file
from cpp_corpus.errors import MissingExtraError

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["DATA_FORMATS", "needs_writer", "write_data"]


class _Graph(Protocol):
    def to_json(self) -> bytes: ...

    def to_networkx(self) -> nx.MultiDiGraph[str]: ...


def needs_writer(form: str) -> None:
    """``MissingExtraError`` where a format needs networkx, which is not installed; raised before there is a graph."""
    if form != "json" and find_spec("networkx") is None:
        raise MissingExtraError(f"a graph as {form}", "graph")


def write_data(graph: _Graph, path: str | PathLike[str], form: str) -> None:
    """Write a graph to ``path`` in one of :data:`DATA_FORMATS`; ``OutputError`` where it cannot be written."""
    needs_writer(form)
    write_file(path, DATA_FORMATS[form](graph))


def _graphml(graph: _Graph) -> bytes:
    from networkx import write_graphml_xml  # noqa: PLC0415 - an optional package

    out = BytesIO()
    write_graphml_xml(graph.to_networkx(), out)
    return out.getvalue()


def _gexf(graph: _Graph) -> bytes:
    from networkx import write_gexf  # noqa: PLC0415 - an optional package

    out = BytesIO()
    write_gexf(graph.to_networkx(), out)
    return out.getvalue()


DATA_FORMATS: Mapping[str, Callable[[_Graph], bytes]] = {
    "json": lambda graph: graph.to_json(),
    "graphml": _graphml,
    "gexf": _gexf,
}
"""The formats, by the suffix of their files: what makes the bytes of a graph."""

"""Shortest paths, and the neighbourhood of a node."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from cpp_corpus.model.graph import Edge

__all__ = ["Adjacency", "around", "shortest"]

Adjacency = Mapping[str, Sequence[Edge]]
"""The edges at each node, in one direction; a node without any may be left out."""


def shortest(out: Adjacency, source: str, target: str) -> tuple[Edge, ...] | None:
    """A shortest path, ``()`` from a node to itself, ``None`` where there is none; of several, the first in order."""
    arrived: dict[str, Edge | None] = {source: None}
    waiting = deque([source])
    while waiting and target not in arrived:
        for edge in out.get(waiting.popleft(), ()):
            if edge.target not in arrived:
                arrived[edge.target] = edge
                waiting.append(edge.target)
    if target not in arrived:
        return None
    way: list[Edge] = []
    while (edge_in := arrived[target]) is not None:
        way.append(edge_in)
        target = edge_in.source
    return tuple(reversed(way))


def around(out: Adjacency, into: Adjacency, centre: Iterable[str], depth: int) -> dict[str, int]:
    """The nodes at most ``depth`` edges away from ``centre``, nearest first, each with its distance.

    An empty ``out`` or ``into`` leaves that direction out.
    """
    distance = dict.fromkeys(centre, 0)
    layer = list(distance)
    for step in range(1, depth + 1):
        met: list[str] = []
        for node_id in layer:
            met += [edge.target for edge in out.get(node_id, ())]
            met += [edge.source for edge in into.get(node_id, ())]
        layer = [node_id for node_id in dict.fromkeys(met) if node_id not in distance]
        distance.update(dict.fromkeys(layer, step))
        if not layer:
            break
    return distance

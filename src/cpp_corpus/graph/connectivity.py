"""Connected components and cycles."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

__all__ = ["Successors", "components", "cycles", "strong_components"]

Successors = Mapping[str, Sequence[str]]
"""For every node, in the order of the graph, the nodes that its edges lead to, each once."""

Groups = tuple[tuple[str, ...], ...]


def components(next_to: Successors) -> Groups:
    """Nodes that edges join, whatever their direction: the largest first, each in the order of the graph."""
    above = {node: node for node in next_to}

    def root(node: str) -> str:
        while (parent := above[node]) != node:
            above[node] = above[parent]
            node = parent
        return node

    for node, targets in next_to.items():
        for target in targets:
            above[root(target)] = root(node)
    groups: dict[str, list[str]] = {}
    for node in next_to:
        groups.setdefault(root(node), []).append(node)
    return _largest_first(groups.values(), next_to)


def strong_components(next_to: Successors) -> Groups:
    """Nodes each of which leads to all the others: the largest first, each in the order of the graph.

    Tarjan's algorithm, without recursion.
    """
    groups: list[list[str]] = []
    rank: dict[str, int] = {}  # in the order of visiting
    lowest: dict[str, int] = {}  # rank of the first open node that it leads back to
    open_nodes: list[str] = []
    closed: set[str] = set()
    for start in next_to:
        way = [] if start in rank else [(start, iter(next_to[start]))]
        while way:
            node, targets = way[-1]
            if node not in rank:
                rank[node] = lowest[node] = len(rank)
                open_nodes.append(node)
            for target in targets:
                if target not in rank:
                    way.append((target, iter(next_to[target])))
                    break
                if target not in closed:
                    lowest[node] = min(lowest[node], rank[target])
            else:
                way.pop()
                if way:
                    before = way[-1][0]
                    lowest[before] = min(lowest[before], lowest[node])
                if lowest[node] == rank[node]:
                    groups.append(_taken(open_nodes, node))
                    closed.update(groups[-1])
    return _largest_first(groups, next_to)


def cycles(next_to: Successors, longest: int) -> Iterator[tuple[str, ...]]:
    """The cycles of at most ``longest`` different nodes, each once, from its first node in the order of the graph.

    Ordered by that node; a node that leads to itself is a cycle of one.
    """
    place = {node: at for at, node in enumerate(next_to)}
    back: dict[str, list[str]] = {}
    group_of: dict[str, int] = {}
    for number, group in enumerate(strong_components(next_to)):
        group_of.update(dict.fromkeys(group, number))
    for node, targets in next_to.items():
        for target in targets:
            if group_of[node] == group_of[target]:
                back.setdefault(target, []).append(node)
    for start in next_to:
        if start in back:
            home = _way_home(start, back, place, longest)
            yield from _cycles_from(start, next_to, home, longest)


# ---------------------------------------------------------------------------------------------------------------------


def _way_home(start: str, back: Successors, place: Mapping[str, int], longest: int) -> dict[str, int]:
    """The least number of edges to ``start`` from each later node from which a cycle could close."""
    distance = {start: 0}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        if distance[node] == longest - 1:
            continue
        for before in back.get(node, ()):
            if before not in distance and place[before] > place[start]:
                distance[before] = distance[node] + 1
                waiting.append(before)
    return distance


def _cycles_from(start: str, next_to: Successors, home: Mapping[str, int], longest: int) -> Iterator[tuple[str, ...]]:
    """The cycles that begin at ``start``; no step is made from which the path back would be too long."""
    path = [start]
    ways = [iter(next_to[start])]
    while ways:
        for node in ways[-1]:
            if node == start:
                yield tuple(path)
            elif node in home and len(path) + home[node] <= longest and node not in path:
                path.append(node)
                ways.append(iter(next_to[node]))
                break
        else:
            ways.pop()
            path.pop()


def _taken(stack: list[str], last: str) -> list[str]:
    """Pop the stack down to and including ``last``."""
    taken: list[str] = []
    while not taken or taken[-1] != last:
        taken.append(stack.pop())
    return taken


def _largest_first(groups: Iterable[Collection[str]], next_to: Successors) -> Groups:
    place = {node: at for at, node in enumerate(next_to)}
    ordered = [sorted(group, key=place.__getitem__) for group in groups]
    ordered.sort(key=lambda group: (-len(group), place[group[0]]))
    return tuple(map(tuple, ordered))

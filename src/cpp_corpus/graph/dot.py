"""A drawing of a graph in DOT, the language of Graphviz."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from textwrap import wrap
from typing import NamedTuple

from cpp_corpus.graph.names import node_name
from cpp_corpus.lang.act_titles import act_title
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.graph import Edge, Node, NodeKind
from cpp_corpus.model.reference import Relation
from cpp_corpus.model.resolution import ReferenceState

__all__ = ["COLOURS", "to_dot"]

COLOURS: Mapping[Relation, str] = {
    Relation.REFERS_TO: "#7b8794",
    Relation.ISSUED_UNDER: "#1b6ca8",
    Relation.CONFORMS_TO: "#2a9d8f",
    Relation.UNDER_CONDITIONS_OF: "#6a4c93",
    Relation.COMMENCEMENT: "#0b3954",
    Relation.DEFINED_BY: "#4c9f38",
    Relation.EXCLUDES: "#c1121f",
    Relation.SUBJECT_TO: "#b5838d",
    Relation.DEROGATES_FROM: "#e76f51",
    Relation.WITHOUT_PREJUDICE_TO: "#bc8a00",
    Relation.PENALIZED_BY: "#7f1d1d",
    Relation.APPLIES: "#e0a100",
    Relation.AMENDS: "#d63384",
}
"""The colour of the edges of each relation."""

_FONT = 'fontname="Helvetica,Arial,sans-serif"'
_MANY = 70  # edges; beyond that, labels and edges inside a column are left out
_WIDE = 30  # characters per line of a name
_LISTED = 6  # articles listed by name in the box of an act outside the corpus


_Merged = dict[tuple[str, str, Relation], list[Edge]]
"""The edges that one line of the drawing stands for, by source, target and relation."""


class _Box(NamedTuple):
    """A box of the drawing."""

    name: str
    title: Sequence[str]
    """Lines of the name."""
    below: Sequence[str]
    """Lines in a smaller font."""
    tooltip: str
    style: str


def to_dot(nodes: Sequence[Node], edges: Sequence[Edge], focus: str | None = None) -> str:
    """The drawing; one line for each pair of nodes and relation, thicker the more references there are.

    ``focus`` is in the middle, what cites it to the left, what it cites to the right; the column of a node shows how
    many edges away it is. Where there are many edges, those between nodes at the same distance are left out, and the
    legend says how many. Repealed articles are grey, missing ones dashed; everything cited in an act that is not in the
    corpus shares one box.
    """
    missing = {edge.target for edge in edges if edge.state is ReferenceState.MISSING}
    home = _home(nodes, focus)
    outside: dict[str, list[Node]] = {}
    boxes: list[_Box] = []
    box_of: dict[str, str] = {}
    for node in nodes:
        if node.in_corpus or node.id in missing or node.id == focus:
            box_of[node.id] = node.id
            boxes.append(_box(node, home, focused=node.id == focus, is_missing=node.id in missing))
        else:
            box_of[node.id] = f"outside {node.act}"
            outside.setdefault(node.act or "?", []).append(node)
    boxes += (_outside(act, found) for act, found in outside.items())
    drawn = _merged(edges, box_of)
    columns, pairs = ({}, set()) if focus is None else _columns(drawn, focus)
    level = {key for key in drawn if key[0] != key[1] and key[0] in columns and _level(columns, key)}
    if len(drawn) <= _MANY or focus is None:
        level = set()
    kept = {key: found for key, found in drawn.items() if key not in level}
    legend = _legend(nodes, kept, missing=bool(missing), outside=bool(outside), left_out=len(level))
    lines = [
        "digraph {",
        f'  graph [rankdir=LR, ranksep="1", nodesep="0.15", pad="0.3", fontsize=11, {_FONT}]',
        f"  graph [labelloc=b, label={legend}]",
        f'  node [shape=box, style="rounded,filled", fillcolor=white, color="#495057", fontsize=12, {_FONT}]',
        '  node [height="0.3", margin="0.12,0.05"]',
        f"  edge [fontsize=9, {_FONT}, arrowsize=0.7]",
        *(_node_line(box) for box in boxes),
        *_edge_lines(kept, columns, pairs),
        "}",
    ]
    return "\n".join(lines) + "\n"


# ---------------------------------------------------------------------------------------------------------------------


def _home(nodes: Iterable[Node], focus: str | None) -> str | None:
    """The act that is not named in the boxes: that of the focus, else the one with most nodes."""
    acts = Counter(node.act for node in nodes if focus is None or node.id == focus)
    return acts.most_common(1)[0][0] if acts else None


def _box(node: Node, home: str | None, *, focused: bool, is_missing: bool) -> _Box:
    is_foreign = node.act is not None and node.act != home and node.kind is not NodeKind.ACT
    below = wrap(act_title(node.act), _WIDE) if is_foreign and node.act is not None else ()
    if focused:
        style = 'penwidth=2.5, fillcolor="#fff3bf", color="#212529"'
    elif is_missing:
        style = 'style="rounded,dashed", color="#c1121f", fontcolor="#c1121f"'
    elif node.state is ArticleState.REPEALED:
        style = 'fillcolor="#e9ecef", color="#adb5bd", fontcolor="#868e96"'
    elif node.kind is NodeKind.ACT:
        style = 'shape=box3d, style=filled, fillcolor="#f1f3f5"'
    elif node.kind is NodeKind.DIVISION:
        style = 'shape=folder, style=filled, fillcolor="#f8f9fa"'
    else:
        style = f'fillcolor="{"white" if node.act == home else "#eef4fb"}"'
    return _Box(node.id, wrap(node_name(node), _WIDE), below, node.id, style)


def _outside(act: str, nodes: Sequence[Node]) -> _Box:
    """One box for all that is cited in an act outside the corpus."""
    articles = [node_name(node) for node in nodes if node.kind is NodeKind.ARTICLE]
    divisions = [node_name(node) for node in nodes if node.kind is NodeKind.DIVISION]
    parts = ([f"art. {articles[0]}", *articles[1:]] if articles else []) + divisions
    shown = parts[:_LISTED] + ([f"… {len(parts) - _LISTED} more"] if len(parts) > _LISTED else [])
    title = wrap(act_title(act), _WIDE)
    below = wrap(", ".join(shown), _WIDE)
    tooltip = ", ".join(node.id for node in nodes)
    style = 'shape=note, style=filled, fillcolor="#f3f0e6", color="#a69b7b"'
    return _Box(f"outside {act}", title, below, tooltip, style)


def _merged(edges: Iterable[Edge], box_of: Mapping[str, str]) -> _Merged:
    merged: _Merged = {}
    for edge in edges:
        merged.setdefault((box_of[edge.source], box_of[edge.target], edge.relation), []).append(edge)
    return merged


def _columns(merged: _Merged, focus: str) -> tuple[dict[str, int], set[tuple[str, str]]]:
    """The column of each box, the focus at 0, and the pairs of boxes (left, right) that fix these columns."""
    next_to: dict[str, dict[str, int]] = {}
    for source, target, _ in merged:
        next_to.setdefault(source, {}).setdefault(target, 1)
        next_to.setdefault(target, {}).setdefault(source, -1)
    columns = {focus: 0}
    pairs: set[tuple[str, str]] = set()
    layer = [focus]
    while layer:
        ahead: list[str] = []
        for box in layer:
            for other, side in next_to.get(box, {}).items():
                if other in columns:
                    continue
                step = side if columns[box] == 0 else 1 if columns[box] > 0 else -1
                columns[other] = columns[box] + step
                pairs.add((box, other) if step > 0 else (other, box))
                ahead.append(other)
        layer = ahead
    return columns, pairs


def _level(columns: Mapping[str, int], key: tuple[str, str, Relation]) -> bool:
    """Whether the ends of an edge are at the same distance from the focus."""
    return abs(columns[key[0]]) == abs(columns[key[1]])


def _node_line(box: _Box) -> str:
    title = "<br/>".join(escape(line, quote=False) for line in box.title)
    below = "".join(f'<br/><font point-size="9">{escape(line, quote=False)}</font>' for line in box.below)
    return f"  {_quoted(box.name)} [label=<{title}{below}>, tooltip={_quoted(box.tooltip)}, {box.style}]"


def _edge_lines(merged: _Merged, columns: Mapping[str, int], pairs: set[tuple[str, str]]) -> Iterator[str]:
    for (source, target, relation), edges in merged.items():
        colour = COLOURS[relation]
        locators = list(dict.fromkeys(edge.locator for edge in edges if edge.locator is not None))
        words = ", ".join(dict.fromkeys(anchor for edge in edges for anchor in edge.anchors))
        count = sum(edge.count for edge in edges)
        tooltip = f"{source} → {target}: {relation}" + (f" ({words})" if words else "")
        fields = [
            f'color="{colour}"',
            f"penwidth={min(1 + 0.4 * max(count - 1, 0), 4):.1f}",
            f"tooltip={_quoted(tooltip)}",
        ]
        if locators and len(merged) <= _MANY and (not columns or columns.get(source) != columns.get(target)):
            shown = ", ".join(locators[:2]) + (" …" if len(locators) > 2 else "")
            fields += [f"label={_quoted(shown)}", f'fontcolor="{colour}"']
        if all(edge.state is ReferenceState.MISSING for edge in edges):
            fields.append("style=dashed")
        tail, head = source, target
        if (target, source) in pairs:  # Graphviz puts the tail to the left
            tail, head = target, source
            fields.append("dir=back")
        elif columns and (source, target) not in pairs:
            fields.append("constraint=false")
        yield f"  {_quoted(tail)} -> {_quoted(head)} [{', '.join(fields)}]"


def _legend(nodes: Iterable[Node], drawn: _Merged, *, missing: bool, outside: bool, left_out: int) -> str:
    """A table of the colours and shapes used."""
    used = {relation for _, _, relation in drawn}
    cells = [
        f'<td><font color="{COLOURS[relation]}">━━▶</font></td><td align="left">{relation.replace("_", " ")}</td>'
        for relation in Relation
        if relation in used
    ]
    if any(node.state is ArticleState.REPEALED for node in nodes):
        cells.append('<td bgcolor="#e9ecef"><font color="#868e96">L. 1</font></td><td align="left">repealed</td>')
    if missing:
        cells.append('<td><font color="#c1121f">╌╌╌</font></td><td align="left">missing</td>')
    if outside:
        cells.append('<td bgcolor="#f3f0e6">act</td><td align="left">not in the corpus</td>')
    rows = [f"<tr>{''.join(cells[at : at + 4])}</tr>" for at in range(0, len(cells), 4)]
    if left_out:
        rows.append(
            f'<tr><td colspan="8" align="left">{left_out} edges between nodes at the same distance left out</td></tr>'
        )
    if not rows:
        return '""'
    return f'<<table border="0" cellborder="0" cellspacing="3"><tr><td> </td></tr>{"".join(rows)}</table>>'


def _quoted(text: str) -> str:
    tidy = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{tidy}"'

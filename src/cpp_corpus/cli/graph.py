"""``cpp-corpus graph``: the neighbourhood of an article as an image, or as data."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cpp_corpus.citation import read_citation
from cpp_corpus.cli.input import loaded
from cpp_corpus.cli.options import Act, AsJson, FormerReference, From, Jobs, NumbersFrom, usage_of
from cpp_corpus.cli.output import check_file, print_json, say
from cpp_corpus.export.exported import check_graph, is_export
from cpp_corpus.graph import ArticleGraph
from cpp_corpus.graph.render import FORMATS, needs_picture
from cpp_corpus.graph.write import needs_writer
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.counting import counted
from cpp_corpus.model.number import normalize_number

__all__ = ["command"]


class Data(StrEnum):
    """The formats of graphs as data."""

    JSON = "json"
    GRAPHML = "graphml"
    GEXF = "gexf"


_PICTURES = [f".{name}" for name in FORMATS]
_DATA = [f".{name}" for name in Data]


def command(
    number: Annotated[
        str, typer.Argument(metavar="NUMBER", help="A number, a citation (“art. 706-16 CPP”) or the id of a node.")
    ],
    sources: From,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help=f"Output; format from the extension: {', '.join(_PICTURES)}, or data as {', '.join(_DATA)}.",
        ),
    ],
    jobs: Jobs,
    form: Annotated[
        Data | None, typer.Option("--format", help="Format of data, whatever the extension: json, graphml or gexf.")
    ] = None,
    numbers_from: NumbersFrom = None,
    _reference: FormerReference = None,
    act: Act = None,
    depth: Annotated[
        int, typer.Option("--depth", "-d", metavar="N", min=0, help="Draw nodes at most N references away.")
    ] = 1,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            "-n",
            metavar="N",
            min=1,
            help="Draw at most N nodes: the nearest ones first, among them the most cited.",
        ),
    ] = 60,
    relation: Annotated[
        list[str] | None,
        typer.Option("--relation", metavar="NAME", help="Only edges of this relation; can be given several times."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Draw what an article refers to and what refers to it.

    Edges have the colour of their relation; repealed articles are grey, missing ones dashed. As data (JSON, GraphML,
    GEXF), the nodes and edges are written with all their fields.

    Example: cpp-corpus graph 706-73 --from pages/ --depth 2 -o g.svg
    """
    check_file(out, [*sources, numbers_from])
    data = form or next((each for each in Data if out.suffix.lower() == f".{each}"), None)
    if data is not None:
        needs_writer(data)
    elif out.suffix.lower() in _PICTURES:
        needs_picture(out)
    else:
        known = ", ".join((*_PICTURES, *_DATA))
        raise typer.BadParameter(f"the name {out.name!r} must end in one of {known}", param_hint="'--out'")
    graph = _graph(sources, numbers_from, act, jobs)
    focus = _focus(graph, number)
    if relation:
        with usage_of("--relation"):
            graph = graph.filter(relation=relation)
    drawn = graph.neighbourhood(focus, depth, limit=limit)
    near = len(graph.distances(focus, depth))
    if data is None:
        drawn.draw(out, focus=focus)
    else:
        drawn.write(out, data)
    if as_json:
        summary = {"focus": focus, "nodes": len(drawn), "edges": len(drawn.edges), "left_out": near - len(drawn)}
        print_json(summary | {"path": str(out)})
        return
    nodes, edges = counted(len(drawn), "node"), counted(len(drawn.edges), "edge")
    made = "drawn" if data is None else "written"
    say(f"{focus}: {nodes} and {edges} between them, {made} to {out}")
    if len(drawn) < near:
        left, within = counted(near - len(drawn), "node"), counted(depth, "reference")
        say(
            f"cpp-corpus: {left} more within {within} were left out; --limit {near} draws them all, "
            "a smaller --depth or --relation leaves fewer",
            err=True,
        )


def _graph(sources: Sequence[Path], numbers_from: Path | None, act: str | None, jobs: int) -> ArticleGraph:
    """The graph; of an export, only its ``graph.json`` is read, much faster than its records."""
    if len(sources) == 1 and numbers_from is None and (sources[0] / "graph.json").is_file() and is_export(sources[0]):
        check_graph(sources[0])
        return ArticleGraph.read(sources[0])
    return loaded(sources, numbers_from, jobs, act).graph


def _focus(graph: ArticleGraph, given: str) -> str:
    """The id of the node that a number, a citation or an id means; the command ends where that is not one node."""
    found = _nodes(graph, given)
    if len(found) == 1:
        return found[0]
    if not found:
        say(f"cpp-corpus: {given!r} is none of the {len(graph):,} nodes of the graph", err=True)
    else:
        say(f"cpp-corpus: {given} means several articles; give the id of one of them:", err=True)
        for node_id in found:
            say(f"  {node_id}", err=True)
    raise typer.Exit(1)


def _nodes(graph: ArticleGraph, given: str) -> list[str]:
    if given in graph:
        return [given]
    number = normalize_number(given)
    found = [node for node in graph if node.in_corpus and node.number == number]
    if not found:
        citation = read_citation(given, {node.act for node in graph if node.act is not None})
        graph = graph if citation.day is None else graph.filter(at=citation.day)
        cited = {(reference.act, reference.article) for reference in citation.references}
        found = [
            node
            for node in graph
            if node.number is not None and not cited.isdisjoint({(node.act, node.number), (None, node.number)})
        ]
    if len({node.act for node in found}) == 1:  # of the versions of one article, the one that is law
        found = [node for node in found if node.state is ArticleState.IN_FORCE] or found
    return [node.id for node in found]

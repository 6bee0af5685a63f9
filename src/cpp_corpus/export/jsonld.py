"""JSON-LD: ``corpus.jsonld``, the corpus in the terms of ELI 1.5 and schema.org.

An article is an ``eli:LegalResourceSubdivision`` and a ``schema:Legislation``, with its words and its days; it
``eli:cites`` its targets. Each edge of the graph is a node of its own besides, with relation, locator, state and every
mention; its relations are subproperties of ``eli:cites`` in the vocabulary ``urn:cpp-corpus:vocabulary#``.

All ids are absolute: ``urn:cpp-corpus:`` and the id of the article, division or act. The context is in the file, so
that nothing has to be fetched. Each resource is on a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import orjson

from cpp_corpus.export.base import ExportedArticle, Exporter, Sink
from cpp_corpus.export.iris import URN, node_iri
from cpp_corpus.export.spool import Spool
from cpp_corpus.export.tables import day
from cpp_corpus.lang.act_titles import act_title
from cpp_corpus.lang.identifiers import identifiers
from cpp_corpus.model.division import DivisionId, act_and_path
from cpp_corpus.model.graph import Edge, Node, NodeKind
from cpp_corpus.model.reference import Relation
from cpp_corpus.model.resolution import ReferenceState

__all__ = ["JSONLD"]

_OWN = f"{URN}vocabulary#"
_EDGE_URN = f"{URN}edge:"  # no act has an id with this nature

_CONTEXT: dict[str, Any] = {
    "eli": "http://data.europa.eu/eli/ontology#",
    "schema": "http://schema.org/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "LegalResource": "eli:LegalResource",
    "LegalResourceSubdivision": "eli:LegalResourceSubdivision",
    "Legislation": "schema:Legislation",
    "cites": {"@id": "eli:cites", "@type": "@id"},
    "is_part_of": {"@id": "eli:is_part_of", "@type": "@id"},
    "number": "eli:number",
    "id_local": "eli:id_local",
    "in_force": {"@id": "eli:in_force", "@type": "@id"},
    "first_date_entry_in_force": {"@id": "eli:first_date_entry_in_force", "@type": "xsd:date"},
    "date_no_longer_in_force": {"@id": "eli:date_no_longer_in_force", "@type": "xsd:date"},
    "legislationLegalForce": {"@id": "schema:legislationLegalForce", "@type": "@id"},
    "legislationIdentifier": "schema:legislationIdentifier",
    "inLanguage": "schema:inLanguage",
    "name": "schema:name",
    "text": "schema:text",
    "sameAs": {"@id": "schema:sameAs", "@type": "@id"},
    "url": {"@id": "schema:url", "@type": "@id"},
    "subPropertyOf": {"@id": "rdfs:subPropertyOf", "@type": "@id"},
    "Edge": f"{_OWN}Edge",
    "subject": {"@id": "rdf:subject", "@type": "@id"},
    "object": {"@id": "rdf:object", "@type": "@id"},
    "predicate": {"@id": "rdf:predicate", "@type": "@vocab"},
    "state": {"@id": f"{_OWN}state", "@type": "@vocab"},
    "locator": f"{_OWN}locator",
    "mentions": {"@id": f"{_OWN}mentions", "@container": "@list"},
    "start": f"{_OWN}start",
    "end": f"{_OWN}end",
    "note": f"{_OWN}note",
    "anchor": f"{_OWN}anchor",
    **{str(term): f"{_OWN}{term}" for term in (*Relation, *ReferenceState)},
}

_FORCE = {
    "in_force": {"in_force": "eli:InForce-inForce", "legislationLegalForce": "schema:InForce"},
    "repealed": {"in_force": "eli:InForce-notInForce", "legislationLegalForce": "schema:NotInForce"},
    "future": {"in_force": "eli:InForce-notInForce", "legislationLegalForce": "schema:NotInForce"},
    "unknown": {},
}
"""What is said of an article by its state."""


class _JsonldSink(Sink):
    def __init__(self, folder: Path) -> None:
        with ExitStack() as opened:
            self._out = opened.enter_context((folder / "corpus.jsonld").open("wb", buffering=1 << 18))
            self._edges = opened.enter_context(Spool(folder / ".jsonld-edges", is_kept=False))
            self._opened = opened.pop_all()
        self._titles: dict[tuple[str, tuple[str, ...]], str | None] = {}
        self._acts: dict[str, Mapping[str, str]] = {}
        self._counts = dict.fromkeys(("articles", "divisions", "acts", "edges"), 0)
        self._out.write(b'{"@context":' + orjson.dumps(_CONTEXT) + b',\n"@graph":[\n')
        self._out.write(b",\n".join(map(orjson.dumps, _relations())))

    def article(self, article: ExportedArticle) -> None:
        self._counts["articles"] += 1
        self._add(self._article(article))
        for edge in article.edges:
            self._edges.add(orjson.dumps(_edge(edge, self._edges.count)))

    def node(self, node: Node) -> None:
        if node.kind is NodeKind.ACT:
            self._acts[node.id] = node.identifiers or {}
        elif node.kind is NodeKind.DIVISION:
            act, path = act_and_path(node.id)
            self._titles.setdefault((act, tuple(path.split("/"))), None)
        elif not node.in_corpus:
            self._add(_outside(node))

    def end(self) -> dict[str, int]:
        for (act, path), title in self._titles.items():
            self._add(_division(act, path, title))
            self._acts.setdefault(act, {})
        for act, names in self._acts.items():
            self._add(_act(act, names))
        for line in self._edges:
            self._out.write(b",\n" + line)
        self._out.write(b"\n]}\n")
        self._counts |= {"divisions": len(self._titles), "acts": len(self._acts), "edges": self._edges.count}
        return self._counts

    def close(self) -> None:
        self._opened.close()

    def _add(self, resource: Mapping[str, Any]) -> None:
        self._out.write(b",\n" + orjson.dumps(resource))

    def _article(self, article: ExportedArticle) -> dict[str, Any]:
        fields = article.fields
        act, ids = fields["act"], fields["ids"]
        made: dict[str, Any] = {
            "id": node_iri(fields["id"]),
            "type": ["LegalResourceSubdivision", "Legislation"],
            "number": fields["number"],
            "name": fields["heading"],
            "id_local": ids.get("id"),
            "legislationIdentifier": fields["id"],
            "inLanguage": "fr",
            **_FORCE[fields["state"]],
            "first_date_entry_in_force": day(fields["valid_from"]),
            "date_no_longer_in_force": day(fields["valid_to"]),
            "text": fields["text"] or None,
            "is_part_of": None
            if act is None
            else node_iri(self._around(act, article.indexed.divisions, fields["divisions"])),
            "cites": [node_iri(target) for target in dict.fromkeys(edge.target for edge in article.edges)] or None,
        }
        return {name: value for name, value in made.items() if value is not None}

    def _around(self, act: str, steps: tuple[str, ...], divisions: Iterable[Mapping[str, str | None]]) -> str:
        """The id of the innermost division of an article, or of its ``act``; the divisions are kept."""
        self._acts.setdefault(act, {})
        for depth, each in enumerate(divisions, 1):
            path = (act, steps[:depth])
            if self._titles.get(path) is None:
                self._titles[path] = each["title"]
        return f"{act}#{'/'.join(steps)}" if steps else act


JSONLD = Exporter(
    description="JSON-LD: articles, acts and edges in the terms of ELI and schema.org, for RDF tools",
    files=("corpus.jsonld",),
    open=_JsonldSink,
)
"""The exporter ``jsonld``."""

# ---------------------------------------------------------------------------------------------------------------------


def _relations() -> Iterator[dict[str, str]]:
    """The relations as properties."""
    for relation in Relation:
        yield {"id": f"{_OWN}{relation}", "type": "rdf:Property", "subPropertyOf": "eli:cites"}


def _edge(edge: Edge, place: int) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": f"{_EDGE_URN}{place}",
        "type": ["Edge", "rdf:Statement"],
        "subject": node_iri(edge.source),
        "predicate": edge.relation,
        "object": node_iri(edge.target),
        "state": edge.state,
        "mentions": list(map(_mention, edge.mentions)),
    }
    if edge.locator is not None:
        made["locator"] = edge.locator
    return made


def _mention(mention: Iterable[Any]) -> dict[str, Any]:
    start, end, note, text = mention
    made = {"start": start, "end": end, "anchor": text}
    return made if note is None else made | {"note": note}


def _outside(node: Node) -> dict[str, Any]:
    """An article that the corpus does not have."""
    made: dict[str, Any] = {
        "id": node_iri(node.id),
        "type": "LegalResourceSubdivision",
        "legislationIdentifier": node.id,
    }
    if node.number is not None:
        made["number"] = node.number
    return made if node.act is None else made | {"is_part_of": node_iri(node.act)}


def _division(act: str, path: tuple[str, ...], title: str | None) -> dict[str, Any]:
    parent = f"{act}#{'/'.join(path[:-1])}" if len(path) > 1 else act
    named = DivisionId.build(act, "/".join(path))
    made = {"id": node_iri(named), "type": "LegalResourceSubdivision", "is_part_of": node_iri(parent)}
    return made if title is None else made | {"name": title}


def _act(act: str, names: Mapping[str, str]) -> dict[str, Any]:
    known = {name: value for name, value in identifiers(act)._asdict().items() if value is not None} | dict(names)
    made: dict[str, Any] = {
        "id": node_iri(act),
        "type": ["LegalResource", "Legislation"],
        "name": act_title(act),
        "inLanguage": "fr",
        "legislationIdentifier": [act, *filter(None, map(known.get, ("legitext", "celex", "ecli")))],
        "id_local": known.get("legitext"),
        "sameAs": known.get("eli"),
        "url": known.get("url"),
    }
    return {name: value for name, value in made.items() if value is not None}

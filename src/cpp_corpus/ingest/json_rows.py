"""Tables of articles as JSON: an array of flat records, or a record a line, each an article.

    [{"code": "Code des nuages", "numero": "L1", "texte": "…", "etat": "VIGUEUR"}, …]

The members are the columns of :mod:`cpp_corpus.ingest.rows`; those of a member ``metadata`` count as the record's own.
The array may also be the list of an object, which may name the act: ``{"titre": "Code …", "articles": [{…}, …]}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.code_trees import node_problems
from cpp_corpus.ingest.json_around import are_parts, completed, said_around
from cpp_corpus.ingest.json_tree import JsonFile, JsonNode, json_keys
from cpp_corpus.ingest.rows import KNOWS, Columns, Row, drafts_of
from cpp_corpus.model.document import Document

__all__ = ["ADAPTER"]


def _sniff(file: RawFile) -> bool:
    return _records(file) is not None


def _read(file: RawFile) -> Iterator[Document]:
    name = _records(file) or ""
    tree = JsonFile(file, *filter(None, [name]))
    nodes = (node for node in tree.nodes if node.under == name)
    above = _Above(tree)
    rows: list[Row] = [
        (tree.place(node), above.named(node, _flat(members))) for node in nodes if (members := tree.decoded(node))
    ]
    columns = Columns(list(dict.fromkeys(member for _, row in rows for member in row)))
    findings = [*columns.unread(file.path), *node_problems(file.path, tree)]
    drafts = drafts_of(columns, rows, file, findings)
    if not drafts:
        raise RefusedError("a list of records without articles", "They need words (texte) and numbers (num).")
    yield Document(file.path, ADAPTER.name, tuple(drafts), marks_notes=True, findings=tuple(findings))


# ---------------------------------------------------------------------------------------------------------------------

_INNER = "metadata"
_MEMBER = re.compile(rf"(?:\[\]\.)?(?:(?P<list>[^.\[\]]+)\[\]\.)?(?:{_INNER}\.)?(?P<name>[^.\[\]]+)")
_OF_EXPORT = frozenset(("source.path", "[].source.path"))
"""Members of an article as this library writes it, which is no source."""


class _Above:
    """What objects say in whose lists the records are."""

    def __init__(self, tree: JsonFile) -> None:
        self.tree = tree
        self.said: dict[int, dict[str, Any]] = {}  # by the first byte of the object

    def named(self, node: JsonNode, row: dict[str, Any]) -> dict[str, Any]:
        """A record with what the object around it says and it does not say itself."""
        if node.parent is None:
            return row
        if node.parent.start not in self.said:
            self.said[node.parent.start] = said_around(self.tree.decoded(node.parent) or {})
        return completed(row, self.said[node.parent.start])


def _records(file: RawFile) -> str | None:
    """The name of the list whose elements are records of articles, empty for the file itself; ``None`` without any."""
    keys = json_keys(file)
    records: dict[str, dict[str, object]] = {}  # the beginning of the first of each list
    for path, value in keys.items():
        if (found := _MEMBER.fullmatch(path)) and not are_parts(found["list"] or ""):
            records.setdefault(found["list"] or "", {})[found["name"]] = value
    if not _OF_EXPORT.isdisjoint(keys):
        return None
    return next((name for name, record in records.items() if _is_article(record)), None)


def _is_article(record: dict[str, object]) -> bool:
    columns = Columns(list(record))
    return columns.has_numbers or columns.names_article(record)


def _flat(members: dict[str, Any]) -> dict[str, Any]:
    inner = members.get(_INNER)
    if not isinstance(inner, dict):
        return members
    return {**inner, **{name: value for name, value in members.items() if name != _INNER}}


ADAPTER = Adapter(
    name="json-rows",
    description="JSON array, or JSON Lines, of flat records of articles, with the columns of the format csv",
    expects="a JSON array of objects, each an article with its words (texte), number (num) and act (title_main, code)",
    sniff=_sniff,
    read=_read,
    knows=KNOWS,
    example='[{"code": "Code des nuages", "numero_article": "L1", "contenu": "…"}',
    in_records=True,
)

"""Trees of a whole text in JSON: nodes with ``type``, ``data`` and ``children``, as three npm packages write them.

The root is the text, below it are sections, the leaves are articles. The packages differ in the names of the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from cpp_corpus.ingest.adapter import RawFile
from cpp_corpus.ingest.article_data import ArticleData
from cpp_corpus.ingest.fragment import RecordPlace
from cpp_corpus.ingest.json_tree import JsonFile
from cpp_corpus.model.document import Document, Draft
from cpp_corpus.model.finding import Finding, FindingCode

__all__ = ["Data", "Leaf", "read_tree", "text_of"]

Data = dict[str, Any]
"""The ``data`` of a node."""


class Leaf(NamedTuple):
    """An article of a tree, and what it stands in."""

    place: RecordPlace
    """Where its node is in the file."""
    data: Data
    """Its data."""
    root: Data
    """Members of the root: its ``data`` and others."""
    sections: tuple[Data, ...]
    """Data of the sections that it is in, outer to inner."""


def read_tree(file: RawFile, name: str, article: Callable[[Leaf], ArticleData]) -> Iterator[Document]:
    """The document of a tree in the format ``name``; ``article`` makes an article of a leaf."""
    tree = JsonFile(file, "children")
    findings: list[Finding] = []
    drafts: list[Draft] = []
    unread = 0
    known: dict[int, Data] = {}
    for node in tree.nodes:
        if node.lists or node.parent is None:
            known[id(node)] = tree.decoded(node) or {}
            continue
        found = None if node.end is None else tree.decoded(node)
        if found is None:
            unread += 1
        elif found.get("type") == "article" and isinstance(found.get("data"), dict):
            above = [known.get(id(ancestor), {}) for ancestor in node.ancestors]
            leaf = Leaf(tree.place(node), found["data"], above[0], tuple(map(_data, above[1:])))
            draft = article(leaf).draft(file.path, findings)
            drafts += [draft] if draft else []
    findings += _problems(file.path, tree, unread)
    if drafts or findings:
        yield Document(file.path, name, tuple(drafts), marks_notes=True, findings=tuple(findings))


def text_of(data: Data, *names: str) -> str | None:
    """The first of the members ``names`` that has words.

    >>> text_of({"nota": "", "notaHtml": "Le vent", "num": 7}, "nota", "notaHtml"), text_of({"num": 7}, "num")
    ('Le vent', '7')
    """
    for name in names:
        value = data.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


# ---------------------------------------------------------------------------------------------------------------------


def _data(node: Data) -> Data:
    data = node.get("data")
    return data if isinstance(data, dict) else {}


def _problems(path: str, tree: JsonFile, unread: int) -> Iterator[Finding]:
    if tree.is_cut:
        message = "The file ends before its records do, so those after that place are missing. Fetch it again."
        yield Finding.build(FindingCode.TRUNCATED_PAGE, message, path=path)
    elif unread:
        message = f"{unread} records are not valid JSON and were left out. Fetch the file again."
        yield Finding.build(FindingCode.TRUNCATED_PAGE, message, path=path)

"""Trees of a whole text in JSON: nodes with ``type``, ``data`` and ``children``, as three npm packages write them.

The root is the text, below it are sections, the leaves are articles; a file may have an array of trees. The packages
differ in the names of the data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from cpp_corpus.ingest.adapter import RawFile
from cpp_corpus.ingest.article_data import ArticleData
from cpp_corpus.ingest.fragment import RecordPlace
from cpp_corpus.ingest.json_tree import JsonFile, JsonNode, json_keys
from cpp_corpus.ingest.naming import titled_division
from cpp_corpus.model.article import Division
from cpp_corpus.model.counting import counted, either
from cpp_corpus.model.document import Block, Document, Draft
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.states import source_day

__all__ = [
    "DILA_ID",
    "Data",
    "Leaf",
    "named_id",
    "node_problems",
    "objects",
    "read_tree",
    "root_keys",
    "text_of",
    "title_on",
]

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
    divisions: tuple[Division, ...]
    """The divisions that those sections are."""


def read_tree(
    file: RawFile, name: str, article: Callable[[Leaf], ArticleData], title: str = "title"
) -> Iterator[Document]:
    """The document of a tree in the format ``name``; ``article`` makes an article of a leaf.

    ``title`` is the member of a section that has its title.
    """
    tree = JsonFile(file, "children")
    findings: list[Finding] = []
    drafts: list[Draft] = []
    unread: list[Block] = []  # words of articles that have no text
    known: dict[JsonNode, Data] = {}
    around = _Around(known, title)
    for node in tree.nodes:
        found = tree.decoded(node)
        if node.lists or node.parent is None:
            known[node] = found or {}
        elif found is not None and found.get("type") == "article" and isinstance(found.get("data"), dict):
            data = article(Leaf(tree.place(node), found["data"], *around.of(node)))
            draft = data.draft(file.path, findings)
            drafts += [draft] if draft else []
            unread += [] if draft else data.furniture()
    findings += node_problems(file.path, tree)
    if drafts or findings:
        yield Document(file.path, name, tuple(drafts), tuple(unread), marks_notes=True, findings=tuple(findings))


def root_keys(file: RawFile) -> Mapping[str, object]:
    """What the root of a tree has at its beginning, the first of an array of them too; see :func:`json_keys`.

    >>> root_keys(RawFile("a.json", b'[{"type": "code"}]')), root_keys(RawFile("a.json", b'{"type": "code"}'))
    ({'type': 'code'}, {'type': 'code'})
    """
    keys = json_keys(file)
    if "[]" not in keys:
        return keys
    return {key.removeprefix("[]."): value for key, value in keys.items() if key.startswith("[].")}


def text_of(data: Data, *names: str) -> str | None:
    """The first of the members ``names`` that has words.

    >>> text_of({"nota": "", "notaHtml": "Le vent", "num": 7}, "nota", "notaHtml"), text_of({"num": 7}, "num")
    ('Le vent', '7')
    """
    for name in names:
        value = data.get(name)
        if isinstance(value, str):
            if value and not value.isspace():
                return value
        elif isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return None


def objects(value: object) -> list[Data]:
    """The objects in a list, or the one that stands for a list; nothing where there is none.

    >>> objects([{"num": 1}, 2]), objects({"num": 1}), objects(None)
    ([{'num': 1}], [{'num': 1}], [])
    """
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, dict)]


def title_on(titles: list[Data], day: date | None, start: str, end: str) -> Data:
    """The title that something has on ``day``, of its titles through time; the last where none fits.

    ``start`` and ``end`` are the names of the members with the first day of a title and its end.
    """
    for title in titles:
        first, last = _day(title, start), _day(title, end)
        if day is not None and first is not None and first <= day and (last is None or day < last):
            return title
    return titles[-1] if titles else {}


def named_id(value: str | None) -> tuple[tuple[str, str], ...]:
    """An identifier of the DILA with its kind as its name; nothing for another value.

    >>> named_id("LEGIARTI000000000001"), named_id(None), named_id("Le vent")
    ((('legiarti', 'LEGIARTI000000000001'),), (), ())
    """
    return ((value[:8].lower(), value),) if value and DILA_ID.fullmatch(value) else ()


def node_problems(path: str, tree: JsonFile) -> Iterator[Finding]:
    """The finding on the nodes of a tree that were not read, and on words around; call it when all are decoded."""
    if tree.has_words_around:
        message = "The words around the JSON are no part of it, and were left out."
        yield Finding.build(FindingCode.STRAY_LINE, message, severity=Severity.INFO, path=path, line=1)
    if tree.has_other_elements:
        message = "What the array has behind its last object is no record, and was left out."
        yield Finding.build(FindingCode.STRAY_LINE, message, severity=Severity.INFO, path=path)
    if tree.is_cut:
        message = "The file ends before its records do, so those after that place are missing. Fetch it again."
        yield Finding.build(FindingCode.TRUNCATED_PAGE, message, path=path, line=tree.cut_line)
    if tree.invalid:
        lines = list(dict.fromkeys(tree.invalid_lines))
        message = (
            f"{counted(tree.invalid, 'record')} "
            f"{either(tree.invalid, 'is not valid JSON and was', 'are not valid JSON and were')} left out, on "
            f"{either(len(lines), 'line', 'lines')} {', '.join(map(str, lines))}"
            f"{' and others' if tree.invalid > len(tree.invalid_lines) else ''}. Fetch the file again."
        )
        yield Finding.build(FindingCode.TRUNCATED_PAGE, message, path=path, line=lines[0])


DILA_ID = re.compile(r"(?:LEGI|JORF|KALI)(?:TEXT|CONT|SCTA|ARTI)[0-9]{12}")
"""An identifier of a text, container, section or article."""


# ---------------------------------------------------------------------------------------------------------------------


class _Around:
    """What the articles of a tree stand in, made once for all of a section."""

    def __init__(self, known: Mapping[JsonNode, Data], title: str) -> None:
        self._known, self._title = known, title
        self._parent: JsonNode | None = None
        self._found: tuple[Data, tuple[Data, ...], tuple[Division, ...]] = ({}, (), ())

    def of(self, node: JsonNode) -> tuple[Data, tuple[Data, ...], tuple[Division, ...]]:
        """The members of the root, the data of the sections around ``node``, and the divisions that they are."""
        if node.parent is not self._parent:
            self._parent = node.parent
            above = [self._known.get(ancestor, {}) for ancestor in node.ancestors]
            sections = tuple(map(_data, above[1:]))
            titles = (text_of(section, self._title) for section in sections)
            self._found = above[0], sections, tuple(titled_division(title) for title in titles if title)
        return self._found


def _day(data: Data, name: str) -> date | None:
    value = data.get(name)
    return source_day(value) if isinstance(value, str | int) else None


def _data(node: Data) -> Data:
    data = node.get("data")
    return data if isinstance(data, dict) else {}

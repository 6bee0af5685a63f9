"""Articles as the members of JSON objects, by their numbers; and the tables that pandas writes as objects.

    {"Code des nuages": {"L1": "Le vent souffle.", "L2": ["Il tourne.", "Il dort."]}}
    {"code": "Code des nuages", "articles": {"L1": {"texte": "…", "etat": "VIGUEUR"}}}
    {"num": {"0": "L1", "1": "L2"}, "texte": {"0": "…", "1": "…"}}
    {"columns": ["num", "texte"], "index": [0, 1], "data": [["L1", "…"], ["L2", "…"]]}

The value of a number is the words of its article, a list of its alinéas, or a record with the columns of
:mod:`cpp_corpus.ingest.rows`. The name of an object around, or a member beside it, may be the title of the act.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.code_trees import node_problems
from cpp_corpus.ingest.fragment import RecordPlace
from cpp_corpus.ingest.json_tree import JsonFile, json_keys, json_names
from cpp_corpus.ingest.naming import number_printed
from cpp_corpus.ingest.rows import KNOWS, Columns, Row, act_named, columns_of, drafts_of
from cpp_corpus.model.document import Document
from cpp_corpus.model.number import NumberKind
from cpp_corpus.model.states import source_day

__all__ = ["ADAPTER"]


def _sniff(file: RawFile) -> bool:
    names, keys = json_names(file), json_keys(file)
    is_table = _are_columns([name for name in names.get((), ()) if (name,) in names])
    return is_table or {"columns[]", "data[]"} <= keys.keys() or any(map(_are_numbers, names.values()))


def _read(file: RawFile) -> Iterator[Document]:
    tree = JsonFile(file)
    rows: list[Row] = []
    others: list[str] = []
    for node in tree.nodes:
        _Found(tree, tree.place(node), rows, others).read(tree.decoded(node) or {})
    columns = Columns(list(dict.fromkeys(member for _, row in rows for member in row)))
    findings = [*columns.unread(file.path, others), *node_problems(file.path, tree)]
    drafts = drafts_of(columns, rows, file, findings)
    if not drafts:
        raise RefusedError("an object without articles", "Its members need words, by the numbers of articles.")
    yield Document(file.path, ADAPTER.name, tuple(drafts), marks_notes=True, findings=tuple(findings))


# ---------------------------------------------------------------------------------------------------------------------

_NUMBER, _WORDS, _TITLE = "num", "texte", "acte"
"""The columns of what an object says of an article outside its record."""
_LONGEST_TITLE = 300  # characters


def _are_numbers(names: Collection[str]) -> bool:
    """Whether most names are numbers of articles.

    >>> _are_numbers(["L. 112-1", "Annexe"]), _are_numbers(["titre", "1"]), _are_numbers([])
    (True, False, False)
    """
    return sum(map(_is_number, names)) * 2 > len(names)


def _is_number(name: str) -> bool:
    """Whether a name is that of an article or annex, and no title or day."""
    number = number_printed(name)
    return number is not None and number.kind is not NumberKind.TITLE and source_day(name) is None


def _are_columns(names: Collection[str]) -> bool:
    """Whether names are those of the columns of a table of articles."""
    return columns_of(tuple(names)).has_numbers


@dataclass(slots=True)
class _Found:
    """The records that are found in a value of the file."""

    tree: JsonFile
    place: RecordPlace
    """That of the value, then of the last record."""
    rows: list[Row]
    others: list[str]
    """The names of members beside articles that are none, and name no act."""
    has_places: bool = True
    """Whether the places of all members so far were found."""
    whole: RecordPlace = field(init=False)

    def __post_init__(self) -> None:
        self.whole = self.place

    def read(self, value: Mapping[str, Any], title: str | None = None) -> None:
        """Add the records in an object; ``title`` is that of their act, where an object around names it."""
        title = _named(value) or title
        inner = {name: each for name, each in value.items() if isinstance(each, dict)}
        if _are_columns(inner):
            self.add_columns(inner, title)
        elif isinstance(value.get("columns"), list) and isinstance(value.get("data"), list):
            self.add_lines(value["columns"], value["data"], title)
        elif _are_numbers([name for name, each in value.items() if isinstance(each, str | list | dict)]):
            for name, each in value.items():
                self.add_member(name, each, title)
        else:
            for name, each in inner.items():
                self.read(each, name if act_named(name) else title)

    def add_member(self, name: str, value: object, title: str | None) -> None:
        """Add the article whose number is the name of a member, unless it is no number and the value no words."""
        record = value if isinstance(value, dict) else {_WORDS: value}
        if not _is_number(name) and not columns_of(tuple(record)).are_words([record]):
            self.others += [] if isinstance(value, str) and act_named(value) else [name]
            return
        number = {} if columns_of(tuple(record)).number(record) else {_NUMBER: name}
        self.add({**number, **record}, title, self.next_place(name))

    def next_place(self, name: str) -> RecordPlace:
        """The place of the next member; after one that is not found all are at that of the whole."""
        if self.has_places:
            found = self.tree.member(name, self.place)
            self.has_places = found is not None
            self.place = found or self.whole
        return self.place

    def add_columns(self, columns: Mapping[str, Mapping[str, Any]], title: str | None) -> None:
        """Add the rows of a table that is an object for each column, with the values by the names of the rows."""
        for row in dict.fromkeys(row for values in columns.values() for row in values):
            self.add({name: values.get(row) for name, values in columns.items()}, title, self.whole)

    def add_lines(self, names: list[Any], lines: list[Any], title: str | None) -> None:
        """Add the rows of a table that is a list of names and one of lists of values."""
        for line in lines:
            if isinstance(line, list):
                self.add(dict(zip(map(str, names), line, strict=False)), title, self.whole)

    def add(self, record: dict[str, Any], title: str | None, place: RecordPlace) -> None:
        names_act = title is None or columns_of(tuple(record)).act(record)[0] is not None
        self.rows.append((place, record if names_act else {**record, _TITLE: title}))


def _named(value: Mapping[str, Any]) -> str | None:
    """The title of an act that a member of an object has."""
    titles = {name: each for name, each in value.items() if isinstance(each, str) and len(each) < _LONGEST_TITLE}
    title = columns_of(tuple(titles)).act(titles)[0]
    return title or next((each for name, each in titles.items() if act_named(each)), None)


ADAPTER = Adapter(
    name="json-members",
    description="JSON object of articles by their numbers, or of the columns of a table, as pandas writes it",
    expects="a JSON object with the words of each article by its number, below the title of the act",
    sniff=_sniff,
    read=_read,
    knows=KNOWS,
    example='{"Code des nuages": {"L1": "…", "L2": "…"}}',
    in_records=True,
)

"""Articles at any depth of JSON: records in lists of sections, members by their numbers, tables as pandas writes them.

    {"titre": "Code des nuages", "livres": [{"titre": "Livre Ier", "articles": [{"num": "L1", "texte": "…"}]}]}
    {"Code des nuages": {"Livre Ier": {"L1": "Le vent souffle.", "L2": ["Il tourne.", "Il dort."]}}}
    {"num": {"0": "L1", "1": "L2"}, "texte": {"0": "…", "1": "…"}}
    {"columns": ["num", "texte"], "index": [0, 1], "data": [["L1", "…"], ["L2", "…"]]}
    [["num", "texte"], ["L1", "…"], ["L2", "…"]]

A record has the columns of :mod:`cpp_corpus.ingest.rows`; the value of a number is a record, the words of its article
or a list of its alinéas. The titles of the objects around, or their names, are those of the act and of divisions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.code_trees import node_problems, text_of
from cpp_corpus.ingest.fragment import RecordPlace
from cpp_corpus.ingest.json_around import TITLE, are_parts, completed, said_around, short_texts
from cpp_corpus.ingest.json_lists import begins_with_lists, listed_rows, listed_table, table_of_lists
from cpp_corpus.ingest.json_tree import JsonFile, JsonNode, Repeated, json_keys, json_names
from cpp_corpus.ingest.json_versions import are_days, are_versions, version_rows
from cpp_corpus.ingest.naming import number_printed, titled_division
from cpp_corpus.ingest.rows import KNOWS, Columns, Row, act_named, columns_of, drafts_of
from cpp_corpus.model.counting import counted
from cpp_corpus.model.document import Document
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.number import NumberKind
from cpp_corpus.model.span import Span
from cpp_corpus.model.states import source_day

__all__ = ["ADAPTER"]


def _sniff(file: RawFile) -> bool:
    names, keys = json_names(file), json_keys(file)
    columns = [name for name in names.get((), ()) if (name,) in names or f"{name}[]" in keys]
    if _are_columns(columns) and all((name,) in names or keys.get(f"{name}[]") is not ... for name in columns):
        return True
    if begins_with_lists(file.head):
        return True
    if {"columns[]", "data[]"} <= keys.keys() or any(_has_versions(path, names) for path in names):
        return True
    return any(_are_numbers(each) or (_is_inside(path) and _are_columns(each)) for path, each in names.items())


def _read(file: RawFile) -> Iterator[Document]:
    names = json_names(file)
    lists = {path for path in names if path[1:] and path[-1] == _ELEMENT}
    tree = JsonFile(file, *({path[-2] for path in lists} - {path[-2] for path in lists if _has_versions(path, names)}))
    found = _Found(tree)
    inside: dict[JsonNode | None, _Around | None] = {None: _Around()}
    for node in tree.nodes:
        if (around := inside[node.parent]) is not None:
            found.start(tree.place(node), has_lists=bool(node.lists))
            members = tree.decoded(node, keep_repeated=True)
            if members is None and (whole := tree.whole_members(node, _is_number)):
                members = None if _is_record(whole) or _columns(whole) else whole
            around = found.read(members or {}, around, node.under)
        inside[node] = around
    if not tree.nodes:
        found.add_listed(file)
    columns = Columns(list(dict.fromkeys(member for _, row in found.rows for member in row)))
    findings = [*columns.unread(file.path, found.others), *node_problems(file.path, tree), *found.problems(file.path)]
    drafts = drafts_of(columns, found.rows, file, findings)
    if not drafts and found.without_days:
        raise RefusedError("a list of versions of articles without their days", _DAYS)
    if not drafts:
        raise RefusedError(
            "objects without articles", "Articles need words (texte) and numbers (num), or are by number."
        )
    yield Document(file.path, ADAPTER.name, tuple(drafts), marks_notes=True, findings=tuple(findings))


# ---------------------------------------------------------------------------------------------------------------------

_ELEMENT = "[]"
_NUMBER, _WORDS, _DIVISIONS = "num", "texte", "divisions"
"""The columns of what stands outside the record of an article."""
_OF_SECTION = ("titre", "title", "intitule", "intitulé", "libelle", "libellé", "nom", "name", "label", "heading")
_NUMBERS_OF_SECTION = ("num", "numero", "numéro", "number")
_KINDS_OF_SECTION = ("type", "niveau", "level", "nature", "kind")
_UNKNOWN = "division"
_SHOWN, _SHOWN_WORDS = 12, 60  # numbers, and characters, in a message
_DAYS = "Give each version its first day (date_debut) and its end (date_fin), or its state (etat)."


def _is_inside(path: tuple[str, ...]) -> bool:
    """Whether an object is the member of a first one, or in a list deeper inside than the format json-rows has any."""
    around = [name for name in path if name not in {_ELEMENT, "metadata"}]
    return len(around) > 1 if path[-1:] == (_ELEMENT,) else len(around) == 1 and path[-1] != "metadata"


def _has_versions(path: tuple[str, ...], names: Mapping[tuple[str, ...], Sequence[str]]) -> bool:
    """Whether the objects at a path may be versions of the article that is the object around them, or has it."""
    is_list = path[-1:] == (_ELEMENT,)
    around = path[: -2 if is_list else -1]
    columns = columns_of(tuple(names.get(around, ())))
    if is_list and not (path[1:] and are_versions(path[-2], names[path], has_words=columns.has_words)):
        return False
    if not is_list and not are_days(names[path]):
        return False
    return any(map(_is_number, path[len(around) - (around != ()) : len(around) + 1])) or columns.has_number


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


@dataclass(frozen=True, slots=True)
class _Around:
    """What the objects around a record say of it."""

    said: Mapping[str, Any] = field(default_factory=dict)
    """The title of its act, and what shows that it is no article, as columns."""
    divisions: tuple[str, ...] = ()
    """The titles of its divisions, outer to inner."""

    def inside(self, value: Mapping[str, Any], name: str) -> _Around:
        """The same with what an object says that is called ``name``, or is in a list of that name."""
        said = said_around(value, name)
        if TITLE in said:
            return _Around({**self.said, **said})
        division = _division(short_texts(value), name)
        return _Around({**self.said, **said}, (*self.divisions, division) if division else self.divisions)

    def below(self, titles: Sequence[str]) -> _Around:
        """The same with the title of an act that stands above a table."""
        title = next(filter(act_named, titles), None)
        return _Around({**self.said, TITLE: title}, self.divisions) if title else self


def _division(titles: dict[str, Any], name: str) -> str | None:
    """The title of the division that an object is, with its kind and number.

    >>> _division({"num": "I", "titre": "Du vent"}, "livres"), _division({"titre": "Titre II : Du sable"}, "")
    ('livre I : Du vent', 'Titre II : Du sable')
    >>> _division({}, "Chapitre Ier"), _division({"titre": "Recueil"}, ""), _division({}, "articles")
    ('Chapitre Ier', None, None)
    """
    title = text_of(titles, *_OF_SECTION)
    if _has_kind(name) and title is None:
        return name
    if title is None or _has_kind(title):
        return title
    number = text_of(titles, *_NUMBERS_OF_SECTION)
    kinds = [text_of(titles, *_KINDS_OF_SECTION) or "", name.removesuffix("s").removesuffix("x")]
    kind = next((kind for kind in kinds if number and _has_kind(f"{kind} {number}")), None)
    return f"{kind} {number} : {title}" if kind else title if name else None


def _has_kind(title: str) -> bool:
    found = titled_division(title)
    return found.kind != _UNKNOWN and found.number is not None


class _Found:
    """The records that are found in the values of a file."""

    def __init__(self, tree: JsonFile) -> None:
        self.tree = tree
        self.rows: list[Row] = []
        self.without_days: list[str] = []
        """The numbers of articles with several versions that have no days."""
        self.cut: int | None = None
        """The line at which a list of rows is cut off."""
        self.ragged: list[int] = []
        """The lines of rows that have not as many values as the table has columns."""
        self.lost: list[tuple[int, str]] = []
        """The words that are in no article, with their lines."""
        self.others: list[str] = []
        """The names of members beside articles that are none, and name no act."""

    def start(self, place: RecordPlace, *, has_lists: bool) -> None:
        """Go on in the value at a place, which ``has_lists`` of values that are read by themselves."""
        self.whole = self.place = place
        self.has_lists = has_lists
        self.has_places = True  # whether those of all members so far were found

    def read(self, value: Mapping[str, Any], around: _Around, name: str) -> _Around | None:
        """Add the records in an object called ``name``, or in a list of that name.

        Returns what it says of those in its lists; ``None`` where it is a record itself, whose lists have no others.
        """
        has_lists, self.has_lists = self.has_lists, False
        if (number := columns_of(tuple(value)).number(value)) and self.add_versions(value, number, around, self.whole):
            return None
        if _is_record(value, has_lists=has_lists):
            if are_parts(name):
                self.add_lost(value)
            else:
                self.add(value, around, self.whole)
            return None
        around = around.inside(value, name)
        self.add_lost(value)
        if not _is_number(name) and (columns := _columns(value)):
            self.add_columns(columns, around)
        elif isinstance(value.get("columns"), list) and isinstance(value.get("data"), list):
            self.add_lines(value["columns"], value["data"], value.get("index"), around)
        elif table := listed_table(value):
            self.add_lines(table.names, table.lines, None, around.below(table.titles))
        else:
            are_numbers = _are_numbers([name for name, each in value.items() if isinstance(each, str | list | dict)])
            for key, each in value.items():
                for one in each if isinstance(each, Repeated) else [each]:
                    if are_parts(name) and isinstance(one, str):
                        self.add_lost({_WORDS: one})
                    elif not self.add_member(key, one, around, are_numbers=are_numbers, are_counted="0" in value):
                        for element in one if isinstance(one, list) else [one]:
                            if isinstance(element, dict):
                                self.read(element, around, key)
        return around

    def add_member(self, name: str, value: object, around: _Around, *, are_numbers: bool, are_counted: bool) -> bool:
        """Add the article whose number is the name of a member, and return whether it is one.

        Beside those of articles (``are_numbers``), a name that is no number may be one that cannot be read. Members
        that ``are_counted`` from 0 have the number of their record, or none.
        """
        record = value if isinstance(value, dict) else {_WORDS: value}
        columns = columns_of(tuple(record))
        has_words = columns.words(record) is not None
        if _is_number(name) and isinstance(value, dict | list):
            place = self.place, self.has_places
            if self.add_versions(value, name, around, self.next_place(name)):
                return True
            self.place, self.has_places = place
        if _is_number(name):
            is_article = has_words or isinstance(value, str) or (isinstance(value, list) and not _has_objects(value))
        else:
            is_article = are_numbers and record is not value and has_words and columns.are_words([record])
        if is_article:
            number = {} if are_counted or columns.number(record) else {_NUMBER: name}
            self.add({**number, **record}, around, self.next_place(name))
        elif are_numbers and isinstance(value, str) and not act_named(value):
            self.others.append(name)
        return is_article

    def add_versions(self, value: object, number: str, around: _Around, place: RecordPlace) -> bool:
        """Add the versions of the article with a number, and return whether the value has any."""
        rows = version_rows(value, number)
        for row in rows or ():
            self.add(row, around, place)
        if rows == []:
            self.without_days.append(number)
        return rows is not None

    def add_lost(self, value: Mapping[str, Any]) -> None:
        """Add the words of an object that is no article, if it has any."""
        columns = columns_of(tuple(value))
        if columns.are_words([value]) and (words := columns.words(value)):
            self.lost.append((self.whole.line, words))

    def problems(self, path: str) -> Iterator[Finding]:
        """The findings on words that are in no article; ``path`` is that of the file."""
        yield from self.undated(path)
        if self.cut is not None:
            message = "The file ends before its rows do, so those after that place are missing. Fetch it again."
            yield Finding.build(FindingCode.TRUNCATED_PAGE, message, path=path, line=self.cut)
        if self.ragged:
            message = (
                f"{counted(len(self.ragged), 'row')} of the table have not as many values as it has columns, and were"
                " left out. Make it again."
            )
            yield Finding.build(FindingCode.TRUNCATED_PAGE, message, path=path, line=self.ragged[0])
        if self.lost:
            line, words = self.lost[0]
            message = (
                f"The words of {counted(len(self.lost), 'object')} are in no article and were left out: "
                f"“{words[:_SHOWN_WORDS]}”. Give each article its number (num) and all of its words (texte)."
            )
            yield Finding.build(FindingCode.STRAY_LINE, message, path=path, line=line)

    def undated(self, path: str) -> Iterator[Finding]:
        """The finding on the articles whose versions have no days; ``path`` is that of the file."""
        if self.without_days:
            shown = ", ".join(self.without_days[:_SHOWN]) + ("…" if len(self.without_days) > _SHOWN else "")
            message = f"Articles whose versions have no days were left out: {shown}. {_DAYS}"
            yield Finding.build(FindingCode.UNREADABLE_FACT, message, path=path)

    def next_place(self, name: str) -> RecordPlace:
        """The place of the next member; after one that is not found all are at that of the whole."""
        if self.has_places:
            found = self.tree.member(name, self.place)
            self.has_places = found is not None
            self.place = found or self.whole
        return self.place

    def add_columns(self, columns: Mapping[str, Mapping[str, Any]], around: _Around) -> None:
        """Add the rows of a table that is an object for each column, with the values by the names of the rows."""
        rows = dict.fromkeys(row for values in columns.values() for row in values)
        for row in rows:
            record = {name: values.get(row) for name, values in columns.items()}
            self.add(_numbered(record, row, rows), around, self.whole)

    def add_lines(self, names: Sequence[Any], lines: Sequence[Any], index: object, around: _Around) -> None:
        """Add the rows of a table that is a list of names, one of lists of values, and one of the names of the rows."""
        rows = list(map(str, index)) if isinstance(index, list) else []
        for at, line in enumerate(lines):
            if isinstance(line, list) and len(line) == len(names):
                record = dict(zip(map(str, names), line, strict=True))
                self.add(_numbered(record, rows[at], rows) if at < len(rows) else record, around, self.whole)
            else:
                self.ragged.append(self.whole.line)

    def add_listed(self, file: RawFile) -> None:
        """Add the rows of a file that is a list of lists, or has one on each line."""
        lines = list(listed_rows(file.text))
        if lines and lines[-1][1] is None:
            self.cut = lines.pop()[0]
        table = table_of_lists([cells for _, cells in lines])
        if table is None:
            return
        around = _Around().below(table.titles)
        for (line, _), cells in zip(lines[table.first :], table.lines, strict=True):
            self.start(RecordPlace(line, Span(0, len(file.data))), has_lists=False)
            self.add_lines(table.names, [cells], None, around)

    def add(self, record: Mapping[str, Any], around: _Around, place: RecordPlace) -> None:
        """Add a record, with what stands around where it does not say it itself."""
        columns = columns_of(tuple(record))
        divisions = {_DIVISIONS: list(around.divisions)} if around.divisions and not columns.divisions(record) else {}
        self.rows.append((place, {**completed(record, around.said), **divisions}))


def _columns(value: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The columns of a table, as objects with the values by the names of the rows, or as lists; none for no table."""
    found: dict[str, Mapping[str, Any]] = {name: each for name, each in value.items() if isinstance(each, dict)}
    rows = list(dict.fromkeys(row for values in found.values() for row in values))
    has_words = columns_of(tuple(found)).words(dict.fromkeys(found, ".")) is not None
    if _are_columns(found) or (has_words and "0" not in rows and _are_numbers(rows)):
        return found
    lists = {name: each for name, each in value.items() if isinstance(each, list) and not _has_objects(each)}
    if _are_columns(lists) and len({len(each) for each in lists.values()}) == 1:
        return {name: {str(at): one for at, one in enumerate(each)} for name, each in lists.items()}
    return {}


def _numbered(record: dict[str, Any], name: str, rows: Collection[str]) -> dict[str, Any]:
    """A row of a table with its name as its number, where it has none and the rows are not counted from 0."""
    is_number = "0" not in rows and columns_of(tuple(record)).number(record) is None and _is_number(name)
    return {_NUMBER: name, **record} if is_number else record


def _is_record(value: Mapping[str, Any], *, has_lists: bool = False) -> bool:
    """Whether an object is an article: it has a number and words, or a place for these and no objects inside.

    ``has_lists``: whether it has lists of objects that were taken out.
    """
    columns = columns_of(tuple(value))
    if not columns.has_numbers or columns.number(value) is None:
        return False
    is_flat = not has_lists and not any(isinstance(each, dict) or _has_objects(each) for each in value.values())
    return is_flat or columns.words(value) is not None


def _has_objects(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


ADAPTER = Adapter(
    name="json-nested",
    description="JSON with articles at any depth, as records or by their numbers, and tables as pandas writes them",
    expects="JSON with the words and numbers of articles in its objects, below the title of the act",
    sniff=_sniff,
    read=_read,
    knows=KNOWS,
    example='{"Code des nuages": {"L1": "…", "L2": "…"}}',
    in_records=True,
)

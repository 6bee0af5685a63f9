"""Records of a JSON file, found by their bytes and decoded one at a time.

A file of one code has 55 MB; the libraries that decode JSON hold several times as much, and none says where in the file
a record stands. So the file is searched once for its braces, which gives the range of bytes of every record; each is
then decoded alone when its turn comes. A file may have one value, an array of them or a value a line, and may be cut
off anywhere: the records before that place are read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

import orjson

from cpp_corpus.ingest.adapter import RawFile
from cpp_corpus.ingest.fragment import RecordPlace, whole_file
from cpp_corpus.lang.typography import without_damage
from cpp_corpus.limits import check
from cpp_corpus.model.span import Span

__all__ = ["JsonFile", "JsonNode", "Repeated", "json_keys", "json_names"]


class Repeated(list[Any]):
    """The values of members of one object that have one name."""


class JsonNode:
    """An object of a JSON file: a whole value, or an element of one of the lists that were asked for."""

    __slots__ = ("end", "lists", "parent", "start", "under")

    def __init__(self, start: int, parent: JsonNode | None, under: str) -> None:
        self.start = start
        """Byte at which it begins."""
        self.end: int | None = None
        """Byte after its last; ``None`` where the file ends inside it."""
        self.parent = parent
        """The object whose list it is in; ``None`` for a whole value."""
        self.under = under
        """The name of that list; empty for a whole value."""
        self.lists: tuple[tuple[int, int], ...] = ()
        """First byte of each list of nodes in it, and the byte after its last: 0 where the file ends inside."""

    @property
    def ancestors(self) -> list[JsonNode]:
        """The objects that it is in, outer to inner."""
        found = []
        node = self.parent
        while node is not None:
            found.append(node)
            node = node.parent
        return found[::-1]


class JsonFile:
    r"""The objects of a JSON file.

    >>> file = RawFile("a.json", b'{"data": {"title": "Vent"},\n"children": [{"num": "L1"}, {"num": "L2"}]}')
    >>> tree = JsonFile(file, "children")
    >>> [(node.under, tree.decoded(node)) for node in tree.nodes][::2]
    [('', {'data': {'title': 'Vent'}, 'children': None}), ('children', {'num': 'L2'})]
    >>> tree.place(tree.nodes[2])
    RecordPlace(line=2, byte=Span(start=56, end=69))
    """

    def __init__(self, file: RawFile, *lists: str, depth: int = 0) -> None:
        """``lists``: names of the lists whose elements are nodes, at any depth.

        ``depth`` is how many objects and lists are around each whole value, besides an array of them.
        """
        self._file = file
        self._depth = depth
        self._exact = file.is_large_utf8 or (file.decoded.encoding == "utf-8" and not file.decoded.damaged)
        self._data = file.data if self._exact else file.text.encode("utf-8", "replace")
        names = b"|".join(re.escape(name.encode()) for name in lists) or b"(?!)"
        self._list_key = re.compile(rb'"(' + names + rb')"\s*:\s*\Z')
        self._line, self._counted = 1, 0
        self.has_words_around = False
        """Whether words of a person stand above the first value, or below the last."""
        self.has_other_elements = False
        """Whether an array has texts behind its last object."""
        self.invalid = 0
        """Number of nodes that were not valid, of those decoded, and of broken lines in a file of a value a line."""
        self.invalid_lines: list[int] = []
        """The lines of the first of them."""
        self.nodes: list[JsonNode] = []
        """All nodes in the order of the file, each before those inside it."""
        self._find_lines() if _has_values_on_lines(self._data) else self._find_whole()

    def decoded(self, node: JsonNode, *, keep_repeated: bool = False) -> dict[str, Any] | None:
        """The members of a node, with ``None`` for each list of nodes; ``None`` where it is not valid.

        Of a node that the end of the file cuts off, the members before its last list are decoded. Of members of one
        name the last one counts; with ``keep_repeated`` they are all kept, as one ``Repeated``.
        """
        found = _all_decoded(self._bytes(node)) if keep_repeated else _decoded(self._bytes(node))
        if isinstance(found, dict):
            return found
        if node.end is not None:
            self._add_invalid(node.start)
        return None

    def whole_members(self, node: JsonNode, is_unit: Callable[[str], bool]) -> dict[str, Any] | None:
        r"""The members of a node that the end of the file cuts off which are whole, at any depth; ``None`` of others.

        ``is_unit``: whether the member with a name is of no use without its end, as an article is.

        >>> tree = JsonFile(RawFile("a.json", b'{"Code des vents": {"L1": "Le vent.", "L2": ["Il", "do'))
        >>> tree.whole_members(tree.nodes[0], lambda name: name == "L2")
        {'Code des vents': {'L1': 'Le vent.'}}
        """
        if node.end is not None or node.lists:
            return None
        found = _all_decoded(_before_end(self._data[node.start :], is_unit))
        return found if isinstance(found, dict) else None

    def place(self, node: JsonNode) -> RecordPlace:
        """The place of a node in the file; nodes must be asked for in their order."""
        if not self._exact:  # the bytes of the file are other ones
            return whole_file(self._file)
        return RecordPlace(
            self._line_at(node.start), Span(node.start, len(self._data) if node.end is None else node.end)
        )

    def member(self, name: str, after: RecordPlace) -> RecordPlace | None:
        r"""The place of the next member ``name``, with its value, behind the beginning of ``after``.

        Members must be asked for in their order. ``None`` where it is not found: its name is written with odd escapes.

        >>> tree = JsonFile(RawFile("a.json", b'{"L1": "Vent.",\n"L2": ["Sable."]}'))
        >>> tree.member("L2", tree.place(tree.nodes[0]))
        RecordPlace(line=2, byte=Span(start=16, end=32))
        """
        written = {json.dumps(name, ensure_ascii=is_ascii).encode("utf-8", "replace") for is_ascii in (True, False)}
        named = re.compile(rb"(?:" + rb"|".join(map(re.escape, written)) + rb")\s*:\s*")
        found = named.search(self._data, after.byte.start + 1) if self._exact else None
        if found is None or found.end() == len(self._data):
            return None
        return RecordPlace(self._line_at(found.start()), Span(found.start(), self._value_end(found.end())))

    @property
    def is_cut(self) -> bool:
        """Whether the file ends inside a node."""
        return any(node.end is None for node in self.nodes)

    def _bytes(self, node: JsonNode) -> bytes:
        data, at, end = self._data, node.start, len(self._data)
        parts: list[bytes] = []
        for first, last in node.lists:
            parts += [data[at:first], b"null"]
            at = last or end
        if node.end is None and parts:
            parts.append(b"}")
        else:
            parts.append(data[at : node.end])
        return b"".join(parts)

    @property
    def cut_line(self) -> int | None:
        """The line at which the last node begins inside which the file ends."""
        start = next((node.start for node in reversed(self.nodes) if node.end is None), None)
        return None if start is None else self._line_of(start)

    def _line_at(self, at: int) -> int:
        """The line of a byte, found the sooner where it is not before the one that was asked for last."""
        if at < self._counted:
            self._line, self._counted = 1, 0
        self._line += self._data.count(b"\n", self._counted, at)
        self._counted = at
        return self._line

    def _value_end(self, start: int) -> int:
        """The byte after the value that begins at ``start``."""
        if self._data[start] not in (_OBJECT, _LIST):
            found = _SCALAR.match(self._data, start)
            return found.end() if found else start
        depth = 0
        for match in _STRUCTURE.finditer(self._data, start):
            sign = self._data[match.end() - 1]
            depth += 1 if sign in (_OBJECT, _LIST) else -1
            if not depth or match.lastindex is None:
                return match.end()
        return len(self._data)

    def _line_of(self, at: int) -> int:
        return self._data.count(b"\n", 0, at) + 1

    def _add_invalid(self, at: int) -> None:
        self.invalid += 1
        if self.invalid <= _SHOWN:
            self.invalid_lines.append(self._line_of(at))

    def _find_lines(self) -> None:
        """The nodes of a file of a value a line; of a line whose value does not end on it there are none.

        The last one may be cut off.
        """
        end = len(self._data.rstrip())
        for line in _LINE.finditer(self._data):
            count = len(self.nodes)
            is_whole = line[0].lstrip().startswith((b"{", _MARK)) and not self._find(*line.span())
            if not is_whole and line[0].strip() and (line.end() < end or len(self.nodes) == count):
                del self.nodes[count:]
                self._add_invalid(line.start())

    def _find_whole(self) -> None:
        """The nodes of a file of other values, which may stand among words of a person."""
        above = _ABOVE.match(self._data)
        self._find(above.end() if above else 0, len(self._data))
        last = next((node.end for node in reversed(self.nodes) if node.parent is None), None)
        begins = above.end() if above else 0
        is_array = _ARRAY.match(self._data, begins) is not None
        if last is not None:
            end = self._closed(last, self._depth + is_array)
            self.has_words_around = _WORD.search(self._data, end) is not None
            self.has_other_elements = is_array and not self._depth and _TEXT.search(self._data, last, end) is not None
        self.has_words_around = self.has_words_around or above is not None

    def _closed(self, at: int, depth: int) -> int:
        """The place behind the objects and lists that are ``depth`` around one that ends ``at``."""
        for match in _STRUCTURE.finditer(self._data, at) if depth else ():
            if match.lastindex is None:
                return len(self._data)
            depth += 1 if self._data[match.end() - 1] in (_OBJECT, _LIST) else -1
            at = match.end()
            if not depth:
                break
        return at

    def _find(self, begin: int, stop: int) -> int:
        """Add the nodes between two places, and return the number of objects and lists that do not end there.

        What is nested more than 100 deep, or is more than two million, is left out.
        """
        data, list_key, nodes = self._data, self._list_key, self.nodes
        frames = [_Frame(None, -1, "", self._depth + (_ARRAY.match(data, begin) is not None))]
        depth = deepest = 0
        for match in _STRUCTURE.finditer(data, begin, stop):
            if match.lastindex is None:
                break
            at = match.end() - 1
            sign, frame = data[at], frames[-1]
            if sign == _OBJECT:
                if depth == frame.listed and len(frames) <= _DEEPEST and len(nodes) < _MOST:
                    node = JsonNode(at, frame.node, frame.name)
                    nodes.append(node)
                    frames.append(_Frame(node, depth + 1))
                depth += 1
                deepest = max(depth, deepest)
            elif sign == _LIST:
                if depth == frame.inside and (key := list_key.search(data, max(match.start(), at - _KEY), at)):
                    frame.open(key[1].decode(), at, depth + 1)
                depth += 1
                deepest = max(depth, deepest)
            else:
                depth -= depth > 0
                if sign == _OBJECT_END and depth == frame.inside - 1 and frame.node is not None:
                    frame.node.end = at + 1
                    frames.pop()
                elif sign == _LIST_END and depth == frame.inside and depth + 1 == frame.listed:
                    frame.close(at + 1)
        check("nesting", deepest, "objects and lists in one another")
        return depth


def json_keys(file: RawFile) -> Mapping[str, object]:
    r"""What the first value of a JSON file has at its beginning: paths of members, and their values if they are short.

    Elements of lists are ``[]``; the value of an object or list is ``...``. Empty for a file that is not JSON.

    >>> dict(json_keys(RawFile("a.json", b'[{"id": 7, "article": {"num": "L1", "texte": "Le v')))
    {'[]': Ellipsis, '[].id': 7, '[].article': Ellipsis, '[].article.num': 'L1', '[].article.texte': None}
    >>> dict(json_keys(RawFile("a.json", b'// The answer:\n{"id": 7}')))
    {'id': 7}
    """
    return _keys(_first_value(file))


def json_names(file: RawFile) -> Mapping[tuple[str, ...], Sequence[str]]:
    """The names of the members of each object in the first value of a JSON file, as far as its beginning shows them.

    By the names around the object, ``"[]"`` being those of the elements of a list. Members whose values are numbers and
    the like are left out, and files that are not JSON have none.

    >>> json_names(RawFile("a.json", b'{"Code des vents": {"L1": "Le vent.", "L. 2": ["Il tourne."], "page": 3'))
    {(): ['Code des vents'], ('Code des vents',): ['L1', 'L. 2']}
    """
    found: dict[tuple[str, ...], list[str]] = {}
    for path, token in _members(_first_value(file)):
        if path[-1] != _ELEMENT and token[0] in '"{[':
            found.setdefault(path[:-1], []).append(path[-1])
    return found


# ---------------------------------------------------------------------------------------------------------------------

_OBJECT, _OBJECT_END, _LIST, _LIST_END = b"{}[]"
_STRUCTURE = re.compile(rb'(?:[^"{}\[\]]++|"(?:[^"\\]++|\\.)*+(?:"|\\?\Z))*+(?:([{}\[\]])|\Z)', re.DOTALL)
"""The next brace or bracket, after what is between: strings, numbers, commas; or the end."""
_SCALAR = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[^\s,\]}]*+', re.DOTALL)
"""A string, number or word."""
_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[")
_LINE = re.compile(rb"[^\n]+")
_WORD = re.compile(rb"[A-Za-z]{3}")
_TEXT = re.compile(rb'"[^"]*[A-Za-z]{3}')
_ABOVE = re.compile(
    rb'(?:\xef\xbb\xbf)?[ \t\r\n]*+(?![{\[])(?:[^{}\[\]"\n]{0,200}+\n){0,4}?'
    rb'(?:[ \t]*(?:#|//|--)[^{}\[\]"\n]{0,200}+|[^{}\[\]"\n]{0,200}?(?:\*/|:|```\w{0,9}))[ \t\r]*\n[ \t\r\n]*+'
    rb'(?=[{\[]["{ \t\r\n])'
)
"""What a person writes above JSON: a comment, what it is, the fence of Markdown; not the first line of a format."""
_WORDS_ABOVE = re.compile(_ABOVE.pattern.removeprefix(rb"(?:\xef\xbb\xbf)?").decode())
_MARK = b"\xef\xbb\xbf"
_SHOWN = 10  # lines of nodes that are not valid
_KEY = 64  # bytes before a list that have its name
_DEEPEST = 100
_MOST = 2_000_000


@dataclass(slots=True)
class _Frame:
    """An open node, while the file is searched."""

    node: JsonNode | None
    inside: int
    """Depth of its members."""
    name: str = ""
    """Name of its open list of nodes."""
    listed: int = -1
    """Depth of the elements of that list."""

    def open(self, name: str, at: int, depth: int) -> None:
        self.name, self.listed = name, depth
        if self.node is not None:
            self.node.lists += ((at, 0),)

    def close(self, end: int) -> None:
        self.listed = -1
        if self.node is not None:
            *done, (first, _) = self.node.lists
            self.node.lists = (*done, (first, end))


def _has_values_on_lines(data: bytes) -> bool:
    r"""Whether most lines of a file are whole objects: JSON Lines.

    >>> [_has_values_on_lines(data) for data in (b'{"a": 1}\n{"a": 2\n{"a": 3}', b'{"a": [\n{},\n{}\n]}', b'{}')]
    [True, False, False]
    """
    if b"\n{" not in data or _ARRAY.match(data):
        return False
    lines = [line for found in _LINE.finditer(data) if (line := found[0].strip())]
    whole = sum(line.startswith((b"{", _MARK)) and line.endswith(b"}") for line in lines)
    return whole > 1 and whole * 2 > len(lines)


def _decoded(data: bytes) -> Any:
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError:
        pass
    try:  # lone surrogates, NaN, control characters in strings: not valid, but written by some
        return _undamaged(json.loads(data, strict=False))
    except (ValueError, RecursionError):
        return None


def _all_decoded(data: bytes) -> Any:
    try:
        return _undamaged(json.loads(data, strict=False, object_pairs_hook=_with_repeated))
    except (ValueError, RecursionError):
        return None


@dataclass(slots=True)
class _Open:
    """An object or list that the end of the file is in."""

    is_object: bool
    whole: int
    """The byte behind its last member that is whole."""
    name: str = ""
    """The name of its last member."""
    expects_name: bool = True


def _before_end(data: bytes, is_unit: Callable[[str], bool]) -> bytes:
    """An object that is cut off, up to its last whole member, with the braces that it lacks."""
    opened: list[_Open] = []
    for match in _BYTES.finditer(data):
        sign, inside = match[0], opened[-1] if opened else None
        if sign in (b"{", b"["):
            opened.append(_Open(sign == b"{", match.end()))
            continue
        if sign in (b"}", b"]"):
            opened.pop()
            inside = opened[-1] if opened else None
        elif inside is not None and sign in (b",", b":"):
            if sign == b"," and inside.is_object:
                inside.expects_name = True
            continue
        elif inside is not None and inside.is_object and inside.expects_name:
            inside.name, inside.expects_name = str(_decoded(sign)), False
            continue
        is_whole = bool(match[1]) if sign[:1] == b'"' else sign in (b"}", b"]") or match.end() < len(data)
        if inside is not None and is_whole:
            inside.whole = match.end()
    at = next((at for at, each in enumerate(opened) if not each.is_object), len(opened))
    objects = opened[:at]
    units = (at for at, each in enumerate(objects) if is_unit(each.name) and not each.expects_name)
    last = next(units, len(objects) - 1)
    return data[: objects[last].whole] + b"}" * (last + 1) if objects else b""


_BYTES = re.compile(rb'"(?:[^"\\]++|\\.)*+("?)|[{}\[\]:,]|[^\s"{}\[\]:,]+', re.DOTALL)


def _with_repeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        values: dict[str, Repeated] = {}
        for name, value in pairs:
            values.setdefault(name, Repeated()).append(value)
        found |= {name: each for name, each in values.items() if len(each) > 1}
    return found


def _undamaged(value: Any) -> Any:
    """A value with U+FFFD for each lone surrogate in its strings."""
    if isinstance(value, str):
        return without_damage(value)
    if isinstance(value, list):
        return type(value)(map(_undamaged, value))
    if isinstance(value, dict):
        return {without_damage(name): _undamaged(each) for name, each in value.items()}
    return value


_TOKEN = re.compile(r'"((?:[^"\\]++|\\.)*+)("?)|[{}\[\]:,]|[^\s"{}\[\]:,]+', re.DOTALL)
_SHORT = 200  # characters of a value that is kept
_LEVELS = 5
_TOKENS = 2_000


def _first_value(file: RawFile) -> str:
    """The beginning of a JSON file from its first value on; empty where it is none."""
    head = file.head.lstrip("\ufeff \t\r\n")
    if not head.startswith(("{", "[")) and (above := _WORDS_ABOVE.match(head)):
        head = head[above.end() :]
    return head if head.startswith(("{", "[")) else ""


@lru_cache(maxsize=2)
def _keys(head: str) -> Mapping[str, object]:
    found: dict[str, object] = {}
    for path, token in _members(head):
        name = ".".join(path).replace(f".{_ELEMENT}", _ELEMENT)
        found.setdefault(name, ... if token in {"{", "["} else _scalar(token))
    return found


_ELEMENT = "[]"


def _members(head: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The path and first token of each member and element of the first value of ``head``."""
    inside: list[tuple[tuple[str, ...], bool]] = []  # path of each open object and list, and whether it is a list
    key, expects_key = "", False
    for match in islice(_TOKEN.finditer(head), _TOKENS):
        sign = match[0]
        if sign in "}]":
            inside = inside[:-1]
            if not inside:
                return
        elif sign in ",:":
            expects_key = sign == "," and not inside[-1][1]
        elif expects_key and sign[0] == '"':
            key = str(_scalar(sign)) if "\\" in sign else match[1]
        else:
            path, in_list = inside[-1] if inside else ((), False)
            here = (*path, _ELEMENT if in_list else key) if inside else ()
            if here and len(here) - here.count(_ELEMENT) <= _LEVELS:
                yield here, sign
            if sign in "{[":
                inside.append((here, sign == "["))
                expects_key = sign == "{"


def _scalar(token: str) -> object:
    if len(token) > _SHORT:
        return None
    try:
        return json.loads(token)
    except ValueError:
        return None

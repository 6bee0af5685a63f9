"""Records of JSON files."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpp_corpus.ingest import RawFile
from cpp_corpus.ingest.json_tree import JsonFile, json_keys

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("kids"), inner),
    max_leaves=8,
)


def nodes(value: object, name: str) -> list[object]:
    """The nodes of a value: itself, and the objects in lists under ``name``, in their order."""
    found = [value]
    for key, child in value.items() if isinstance(value, dict) else ():
        if key == name and isinstance(child, list):
            found += [each for one in child if isinstance(one, dict) for each in nodes(one, name)]
    return found


def members(value: Any, name: str) -> object:
    return {key: None if key == name and isinstance(child, list) else child for key, child in value.items()}


@settings(max_examples=40)
@given(st.lists(st.dictionaries(st.text() | st.just("kids"), VALUES), max_size=4), st.sampled_from([None, 1]))
def test_the_nodes_are_those_of_the_value(values: list[dict[str, object]], indent: int | None) -> None:
    data = json.dumps(values, indent=indent, ensure_ascii=False).encode("utf-8", "surrogatepass")
    tree = JsonFile(RawFile("x", data), "kids")
    wanted = [members(node, "kids") for value in values for node in nodes(value, "kids")]
    assert [tree.decoded(node) for node in tree.nodes] == wanted
    assert all(data[node.start : node.end or 0].startswith(b"{") for node in tree.nodes)


@given(st.binary(max_size=200) | st.text(alphabet='{}[]":,\\a \n', max_size=200).map(str.encode))
def test_any_bytes_have_some_nodes(data: bytes) -> None:
    tree = JsonFile(RawFile("x", data), "a")
    for node in tree.nodes:
        tree.decoded(node)
        assert tree.place(node).byte.start <= len(data)
    json_keys(RawFile("x", data))


def test_a_long_line_is_searched_in_linear_time() -> None:
    for body in (b"\\u00e9" * 400_000, b"\\" * 2_000_001, b'"' * 2_000_001, b"[" * 2_000_000):
        JsonFile(RawFile("x", b'{"kids": ["' + body), "kids")


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        (b"", {}),
        (b"Le vent", {}),
        (b'{"a": {"b": [1, {"c": "d"}]}, "e": ', {"a": ..., "a.b": ..., "a.b[]": 1, "a.b[].c": "d"}),
        (b'\xef\xbb\xbf\n{"a": null}', {"a": None}),
        (b'{"a": "\\u00e9", "b": [], "c": true} {"d": 1}', {"a": "é", "b": ..., "c": True}),
        (b"]}{", {}),
    ],
)
def test_keys(data: bytes, keys: dict[str, object]) -> None:
    assert json_keys(RawFile("x", data)) == keys

"""Tables that users add to."""

import pytest

from cpp_corpus.errors import CorpusError
from cpp_corpus.table import Table


def table() -> Table[int]:
    return Table("example", {"first": 1, "last": 3})


@pytest.mark.parametrize(
    ("where", "order"),
    [
        ({}, ["first", "last", "new"]),
        ({"before": "first"}, ["new", "first", "last"]),
        ({"after": "first"}, ["first", "new", "last"]),
        ({"after": "last"}, ["first", "last", "new"]),
    ],
)
def test_an_entry_stands_where_it_is_put(where: dict[str, str], order: list[str]) -> None:
    made = table()
    made.add("new", 2, **where)
    assert list(made) == order
    assert made["new"] == 2
    assert len(made) == 3


def test_an_entry_can_be_taken_out() -> None:
    made = table()
    assert made.remove("first") == 1
    assert dict(made) == {"last": 3}
    with pytest.raises(KeyError):
        made.remove("first")


def test_a_name_is_given_once_and_neighbours_must_be_there() -> None:
    made = table()
    with pytest.raises(CorpusError, match="already has an entry 'first'"):
        made.add("first", 2)
    with pytest.raises(CorpusError, match="'new' cannot be put next to 'middle': .* only first, last"):
        made.add("new", 2, before="middle")
    assert dict(made) == {"first": 1, "last": 3}

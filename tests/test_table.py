"""Tables that users add to."""

import pickle
import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

import cpp_corpus.table
from cpp_corpus.errors import CorpusError, ExtensionError
from cpp_corpus.table import Placed, Table, WithTables, no_instance_of

PLACED = Placed(2, before="last")
"""What an entry point of these tests leads to; so are the others."""
BESIDE = Placed(4, after="second")
NOWHERE = Placed(5, after="middle")
BOTH = Placed(6, before="last", after="first")
PLAIN = 7


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
    with pytest.raises(KeyError, match="no entry 'first'; there are: last"):
        made.remove("first")


def test_a_name_is_given_once_and_neighbours_must_be_there() -> None:
    made = table()
    with pytest.raises(CorpusError, match="already has an entry 'first'"):
        made.add("first", 2)
    with pytest.raises(CorpusError, match=r"'new' cannot be put next to 'middle': .* only first, last"):
        made.add("new", 2, before="middle")
    assert dict(made) == {"first": 1, "last": 3}
    with pytest.raises(CorpusError, match="'new' of the table 'example' is placed both before and after another"):
        made.add("new", 2, before="last", after="first")


def test_what_is_made_of_a_table_is_made_anew() -> None:
    made = table()
    assert list(made.ordered) == [1, 3]
    assert made.ordered is made.ordered
    changes = made.changes
    made.add("new", 2, before="last")
    assert list(made.ordered) == [1, 2, 3]
    made.remove("last")
    assert list(made.ordered) == [1, 2]
    assert made.changes == changes + 2


def test_an_entry_is_of_the_kind_of_the_table() -> None:
    made = Table("example", {"first": 1}, fault=no_instance_of(int))
    with pytest.raises(ExtensionError, match="the entry 'new' of the table 'example' is '2', which is no int"):
        made.add("new", "2")  # type: ignore[arg-type]
    assert dict(made) == {"first": 1}


def installed(monkeypatch: pytest.MonkeyPatch, **names: str) -> Table[int]:
    """A table to which installed packages add: by name, what of this module each entry point leads to."""
    points = [EntryPoint(name, f"{__name__}:{value}", "cpp_corpus.example") for name, value in names.items()]
    monkeypatch.setitem(sys.modules, __name__, sys.modules[__name__])
    monkeypatch.setattr(cpp_corpus.table, "_installed", lambda: {"example": points})
    return table()


def test_installed_packages_say_where_their_entries_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    made = installed(monkeypatch, beside="BESIDE", second="PLACED", plain="PLAIN")
    assert dict(made) == {"first": 1, "second": 2, "beside": 4, "last": 3, "plain": 7}


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("new", "NOTHING", "cannot be loaded: AttributeError: .*NOTHING"),
        ("new", "NOWHERE", "'new' cannot be put next to 'middle': .* only first, last"),
        ("new", "BOTH", "is placed both before and after"),
        ("first", "PLAIN", "already has an entry 'first'"),
    ],
)
def test_a_broken_entry_point_is_an_error_at_every_look(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, why: str
) -> None:
    made = installed(monkeypatch, **{"a": "PLAIN", name: value})
    for look in (len, list, lambda made: made["first"], lambda made: made.ordered, lambda made: made.add("x", 1)):
        with pytest.raises(ExtensionError, match=f"{why}.*; it comes from a package, as {__name__}:{value}: fix"):
            look(made)
    assert repr(made) == "<Table example: first, last>"


def test_what_is_loaded_may_look_at_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    made = table()

    class Looking:
        name = "looking"
        value = "nowhere"
        dist = None

        def load(self) -> int:
            made.add("inner", 9)
            return len(made)

    monkeypatch.setattr(cpp_corpus.table, "_installed", lambda: {"example": [Looking()]})
    assert dict(made) == {"first": 1, "last": 3, "inner": 9, "looking": 3}


ELSEWHERE = """
import pickle, sys
from cpp_corpus.table import Table
before = Table("before", {"first": 1, "last": 3})
assert list(before) == ["first", "last"]
work = pickle.loads(sys.stdin.buffer.read())
after = Table("after", {"first": 1, "last": 3})
print(work("abc"), dict(before), dict(after))
"""


def test_work_brings_the_tables_along() -> None:
    """To tables that the other process has looked at, and to those that it imports later."""
    tables = [Table(name, {"first": 1, "last": 3}) for name in ("before", "after")]
    for made in tables:
        made.add("second", 2, before="last")
        made.remove("first")
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", ELSEWHERE], input=pickle.dumps(WithTables(len)), capture_output=True, check=False
    )
    assert done.stdout.decode().strip() == "3 {'second': 2, 'last': 3} {'second': 2, 'last': 3}", done.stderr


def test_what_cannot_be_brought_along_is_an_error() -> None:
    made: Table[object] = Table("example", {})
    made.add("local", lambda: None)
    with pytest.raises(ExtensionError, match="the entry 'local' of the table 'example' cannot be given to a worker"):
        pickle.dumps(WithTables(len))
    made.remove("local")
    assert pickle.dumps(WithTables(len))

"""The entries of a run in their order, packed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.ingest import DataEntry, Entry, FileEntry, natural
from cpp_corpus.ingest.sources import PartEntry
from cpp_corpus.pipeline.entry_list import EntryList
from cpp_corpus.pipeline.stages import discover

NAMES = ["a/2.md", "a/10.md", "a/010.md", "a/b/1.md", "a.md", "a/1/3.md", "a/01/3.md", "a/1/20.md", "a/été \udce9.md"]


def test_the_order_is_by_folders_and_numbers() -> None:
    made = EntryList(FileEntry(f"m/{name}") for name in NAMES)
    assert [entry.name for entry in made if isinstance(entry, FileEntry)] == [
        *("m/a.md", "m/a/2.md", "m/a/010.md", "m/a/10.md", "m/a/été \udce9.md"),
        *("m/a/01/3.md", "m/a/1/3.md", "m/a/1/20.md", "m/a/b/1.md"),
    ]
    assert len(made) == len(NAMES)
    assert list(EntryList(reversed(list(made)))) == list(made)


@given(st.lists(st.sampled_from(NAMES), unique=True))
def test_the_order_does_not_depend_on_that_of_the_entries(names: list[str]) -> None:
    made = EntryList(FileEntry(f"m/{name}") for name in names)
    assert [entry.path for entry in made] == sorted((FileEntry(f"m/{name}").path for name in names), key=natural)


def test_other_entries_are_as_they_were() -> None:
    others: list[Entry] = [
        DataEntry("m/a/3.md", b"x"),
        PartEntry("m/legi.sqlite", "LEGITEXT000000000001"),
        FileEntry("m/a/5.md", is_named=True),
        FileEntry("z.md"),
    ]
    made = list(EntryList([*others, FileEntry("m/a/4.md"), FileEntry("m/a/2.md")]))
    names = ["z.md", "m/a/2.md", "m/a/3.md", "m/a/4.md", "m/a/5.md", "m/legi.sqlite/LEGITEXT000000000001"]
    assert [entry.path for entry in made] == names
    assert {entry for entry in made if not isinstance(entry, FileEntry) or entry.is_named or entry.name == "z.md"} == {
        *others
    }


@pytest.mark.skipif(sys.platform == "win32", reason="paths are too long there")
def test_a_page_takes_a_few_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "a-division-with-a-long-name" / "another-one"
    folder.mkdir(parents=True)
    for number in range(2000):
        (folder / f"l{number}.md").touch()
    entries = discover([tmp_path]).entries
    assert len(list(entries)) == 2000
    held = sum(sys.getsizeof(part) for part in entries._parts)
    assert held < 2000 * 20


def test_names_with_lone_surrogates() -> None:
    for signs in ("\ud800", "\udcff", "\ud83d\udca9", "\udcc3\udca9"):
        assert list(EntryList([FileEntry(f"a/{signs}.md")])) == [FileEntry(f"a/{signs}.md")]

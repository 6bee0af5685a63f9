"""Index entries in arrays: what comes out is what went in, in little memory."""

from __future__ import annotations

import tracemalloc
from array import array

from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.model.compact import NUMBERED, IndexedArticles, NamePlaces, Some, column, repeated
from cpp_corpus.model.resolution import IndexedArticle

TEXTS = st.text(st.characters(exclude_characters="\0\1"), max_size=9)
ENTRIES = st.builds(
    IndexedArticle,
    id=st.one_of(TEXTS.filter(bool), st.just("code-x/1")),
    act=st.one_of(st.none(), st.just("code-x")),
    number=st.one_of(st.none(), TEXTS, st.just("1")),
    state=st.sampled_from(("in_force", "repealed")),
    valid_from=st.one_of(st.none(), st.just("2020-01-01")),
    valid_to=st.one_of(st.none(), st.just("2021-01-01")),
    divisions=st.lists(TEXTS, max_size=3).map(tuple),
    consolidated_at=st.none(),
    file=st.one_of(st.none(), TEXTS, st.integers(0, 1 << 40).map(lambda at: f"{NUMBERED}{at}")),
    parts=TEXTS,
)


@given(st.lists(ENTRIES, max_size=12))
def test_entries_are_what_they_were(entries: list[IndexedArticle]) -> None:
    held = IndexedArticles(entries)
    assert list(held) == entries == [held[at] for at in range(len(held))]
    for field in IndexedArticle._fields:
        assert list(column(held, field)) == [getattr(each, field) for each in entries]
    some = Some(held, array("I", range(0, len(held), 2)))
    assert list(some) == entries[::2]
    assert list(column(some, "id")) == [each.id for each in entries[::2]]
    assert list(some[1:]) == entries[::2][1:]


@given(st.lists(ENTRIES, max_size=12), st.sets(st.integers(0, 11)), st.dictionaries(st.integers(0, 11), TEXTS))
def test_entries_with_other_ids(entries: list[IndexedArticle], without: set[int], names: dict[int, str]) -> None:
    ids = {at: name for at, name in names.items() if name and at < len(entries) and at not in without}
    expected = [each._replace(id=ids.get(at, each.id)) for at, each in enumerate(entries) if at not in without]
    assert list(IndexedArticles(entries).renamed(ids, without)) == expected


@given(st.lists(st.one_of(st.none(), st.sampled_from("abcde")), max_size=20))
def test_places_of_names(names: list[str | None]) -> None:
    places = NamePlaces(names, names.__getitem__)
    found = {name: [at for at, other in enumerate(names) if other == name] for name in "abcdef"}
    assert {name: places.of(name) for name in "abcdef"} == found
    assert repeated(lambda: names) == {name: held for name, held in found.items() if len(held) > 1}
    firsts = [at for at, name in enumerate(names) if name is not None and found[name][0] == at]
    assert [at for at in places.firsts() if names[at] is not None] == firsts


def test_an_entry_takes_a_hundred_bytes() -> None:
    """As an object it takes some four hundred."""
    parts = "\n".join(f"al{rank}" for rank in range(9))
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        held = IndexedArticles()
        for at in range(20_000):
            number = f"l{at}-{at % 7}"
            held.append(
                IndexedArticle(
                    f"code-x/{number}", "code-x", number, "in_force", f"{2000 + at % 9}-01-01", None, ("titre.i",),
                    None, f"{NUMBERED}{at}", parts,
                )
            )  # fmt: skip
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (after - before) / len(held) < 100

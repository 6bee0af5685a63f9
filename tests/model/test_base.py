import gc

import pytest

from cpp_corpus.model.article import Division
from cpp_corpus.model.base import Record, in_bulk


def test_lean_changes_nothing_that_one_sees() -> None:
    for record in (Division(kind="livre"), Division(kind="titre", number="II", slug="titre-ii")):
        before = record.model_dump(), repr(record), hash(record)
        lean: Record = record.lean()
        assert lean is record
        assert (record.model_dump(), repr(record), hash(record)) == before
        assert record == Division(**before[0])
    assert Division(kind="a").lean().model_fields_set is Division(kind="b").lean().model_fields_set


def test_a_copy_of_a_lean_record_has_names_of_its_own() -> None:
    lean = Division(kind="a").lean()
    assert lean.model_copy(update={"number": "I"}).number == "I"
    assert lean.model_fields_set == set(Division.model_fields)


@pytest.mark.parametrize("collects", [True, False])
def test_in_bulk_leaves_the_collector_as_it_was(collects: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if collects else gc.disable)()
        with in_bulk():
            assert not gc.isenabled()
            with in_bulk():
                pass
            assert not gc.isenabled()
        assert gc.isenabled() is collects
    finally:
        (gc.enable if before else gc.disable)()

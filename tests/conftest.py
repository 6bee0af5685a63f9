"""What all tests share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from cpp_corpus.model.base import Record

# No deadline: how fast something is, benchmarks/ says. Every run tries the same texts; `make explore` tries others.
settings.register_profile("tests", deadline=None, derandomize=True)
# Where the same code runs with other packages, or compiled, fewer texts show what these change.
settings.register_profile("few", deadline=None, derandomize=True, max_examples=20)
settings.register_profile("explore", deadline=None, max_examples=2_000, print_blob=True)
settings.load_profile("tests")

_SHARED = Path(__file__).resolve().parents[2] / "shared"


_around = Record.__dict__["around"].__func__


def _all_given(cls: type[Record], fields: dict[str, Any]) -> Record:
    """What :meth:`Record.around` makes; a stage that leaves out a new field of a record fails."""
    assert fields.keys() == cls.model_fields.keys(), f"{cls.__name__}: {fields.keys() ^ cls.model_fields.keys()}"
    made: Record = _around(cls, fields)
    return made


Record.around = classmethod(_all_given)  # type: ignore[assignment,method-assign]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the data beside the repository where it is not there."""
    if _SHARED.is_dir():
        return
    skip = pytest.mark.skip(reason="needs the data in ../shared")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data beside the repository; a test that asks for it is marked ``shared``."""
    return _SHARED

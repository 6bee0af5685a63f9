"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("tests", deadline=None)  # how fast something is, benchmarks/ says
settings.load_profile("tests")

_SHARED = Path(__file__).resolve().parents[2] / "shared"


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

from __future__ import annotations

import pytest

from tests.normalizer.identify.fiction import Law, invented_laws


@pytest.fixture(scope="session")
def laws() -> list[Law]:
    """An invented code."""
    return invented_laws()

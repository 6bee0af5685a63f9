from __future__ import annotations

import pytest

from cpp_corpus.model.reference import Reference


@pytest.mark.parametrize("version", ["former", "before:loi:2015-990", "from:loi:1881-07-29", "at:2014-03-01"])
def test_a_version_is_of_the_form(version: str) -> None:
    assert Reference(kind="article", start=0, end=1, version=version).version == version


@pytest.mark.parametrize("version", ["", "ancien", "before:", "before:loi 3", "at:2014-03", "at:1er mars 2014"])
def test_another_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match="no version"):
        Reference(kind="article", start=0, end=1, version=version)

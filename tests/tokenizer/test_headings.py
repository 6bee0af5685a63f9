"""Version lines, and texts that say they are repealed."""

from __future__ import annotations

from datetime import date

import pytest

from cpp_corpus.tokenizer.headings import read_version, says_repealed


def test_versions() -> None:
    first, last = date(2001, 5, 1), date(2005, 6, 3)
    assert read_version("Version en vigueur depuis le 01 mai 2001") == (first, None)
    assert read_version("Version en vigueur du 1er mai 2001 au 03 juin 2005") == (first, last)
    assert read_version("Version à venir au 01 mai 2001") == (first, None)
    assert read_version("Version abrogée depuis le 03 juin 2005") == (None, last)


@pytest.mark.parametrize(
    ("text", "repealed"), [("(Abrogé)", True), ("Abrogé.", True), ("Article abrogé", True), ("Le vent", False)]
)
def test_texts_that_say_they_are_repealed(text: str, repealed: bool) -> None:
    assert says_repealed(text) is repealed

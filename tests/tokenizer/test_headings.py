"""Version lines, and texts that say they are repealed."""

from __future__ import annotations

from datetime import date

import pytest

from cpp_corpus import ArticleState
from cpp_corpus.tokenizer.headings import Version, read_version, says_repealed


def test_versions() -> None:
    first, last = date(2001, 5, 1), date(2005, 6, 3)
    assert read_version("Version en vigueur depuis le 01 mai 2001") == Version(first)
    assert read_version("Version en vigueur du 1er mai 2001 au 03 juin 2005") == Version(first, last)
    assert read_version("Version à venir au 01 mai 2001") == Version(first, None, ArticleState.FUTURE)
    for word in ("abrogée", "périmée", "transférée", "annulée"):
        assert read_version(f"Version {word} depuis le 03 juin 2005") == Version(None, last, ArticleState.REPEALED)


@pytest.mark.parametrize(
    ("text", "repealed"),
    [
        ("(Abrogé)", True),
        ("Abrogé.", True),
        ("Article abrogé", True),
        ("(Transféré)", True),
        ("(Périmé).", True),
        ("(Disjoint)", True),
        ("[Annulé]", True),
        ("(Abrogé par la loi n° 2031-4 du 3 mars 2031)", True),
        ("Abrogé à compter du 1er janvier 2099", False),
        ("Le vent", False),
    ],
)
def test_texts_that_say_they_are_repealed(text: str, repealed: bool) -> None:
    assert says_repealed(text) is repealed

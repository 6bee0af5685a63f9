"""Headings and version lines."""

from __future__ import annotations

from datetime import date

import pytest

from cpp_corpus.model.article import ArticleState
from cpp_corpus.tokenizer.headings import read_heading, read_version, says_repealed


@pytest.mark.parametrize(
    ("heading", "number", "state"),
    [
        ("Article L12-3", "L12-3", ArticleState.IN_FORCE),
        ("Article 12-3 (abrogé)", "12-3", ArticleState.REPEALED),
        ("Article R*1 (transféré)", "R*1", ArticleState.REPEALED),
        ("Annexe I (abrogée)", "Annexe I", ArticleState.REPEALED),
        ("Article 5 (différé)", "5", ArticleState.FUTURE),
        ("Article 5 (abrogé différé)", "5", ArticleState.IN_FORCE),
        ("Article None", None, ArticleState.IN_FORCE),
        ("Article ???", None, ArticleState.IN_FORCE),
    ],
)
def test_headings(heading: str, number: str | None, state: ArticleState) -> None:
    read = read_heading(heading)
    assert (None if read.number is None else str(read.number), read.state) == (number, state)
    assert (read.problem is None) == (number is not None)


def test_versions() -> None:
    first, last = date(2001, 5, 1), date(2005, 6, 3)
    assert read_version("Version en vigueur depuis le 01 mai 2001") == (first, None)
    assert read_version("Version en vigueur du 1er mai 2001 au 03 juin 2005") == (first, last)
    assert read_version("Version abrogée depuis le 03 juin 2005") == (None, last)


@pytest.mark.parametrize(
    ("text", "repealed"), [("(Abrogé)", True), ("Abrogé.", True), ("Article abrogé", True), ("Le vent", False)]
)
def test_texts_that_say_they_are_repealed(text: str, repealed: bool) -> None:
    assert says_repealed(text) is repealed

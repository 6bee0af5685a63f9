"""Headings: number, state, and whether a line is one at all."""

from __future__ import annotations

from datetime import date

import pytest

from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.heading import is_heading, read_heading


@pytest.mark.parametrize(
    ("heading", "number", "state"),
    [
        ("Article L12-3", "L12-3", None),
        ("Article 12-3 (abrogé)", "12-3", ArticleState.REPEALED),
        ("Article R*1 (transféré)", "R*1", ArticleState.REPEALED),
        ("Annexe I (abrogée)", "Annexe I", ArticleState.REPEALED),
        ("Article 5 (différé)", "5", ArticleState.FUTURE),
        ("Article 5 (abrogé différé)", "5", ArticleState.IN_FORCE),
        ("Annexe I à l'article R. 1-2", "Annexe I à l'article R. 1-2", None),
        ("Article 2 (Supprimé)", "2", ArticleState.REPEALED),
        ("Article 1er bis (nouveau)", "1er bis", ArticleState.IN_FORCE),
        ("Article D. 12-3 (V)", "D12-3", ArticleState.IN_FORCE),
        ("Article 12 (Ab)", "12", ArticleState.REPEALED),
        ("Article 12 bis (VD)", "12 bis", ArticleState.FUTURE),
        ("Article 12 (abrogé au 1er janvier 2031)", "12", ArticleState.IN_FORCE),
        ("Article None", None, None),
        ("Article ???", None, None),
    ],
)
def test_headings(heading: str, number: str | None, state: ArticleState | None) -> None:
    read = read_heading(heading)
    assert (None if read.number is None else str(read.number), read.state) == (number, state)


def test_a_heading_may_name_the_day_of_its_end() -> None:
    assert read_heading("Article 12 (abrogé au 1 janvier 2031)").ends == date(2031, 1, 1)
    assert read_heading("Article 12 (abrogée à compter du 2 mars 2031)").ends == date(2031, 3, 2)
    assert read_heading("Article 12 (abrogé)").ends is None


LAW = [
    "L12-3",
    "R. * 123-4",
    "1649 quater B bis",
    "préliminaire",
    "liminaire",
    "unique",
    "Sommaire",
    "Annexe à l'article R113-1",
    "ANNEXE, art. 30-9",
    "Annexe II : Tableau n° 49 bis",
    "Rubrique 4",
    "Tableau n° 34",
    "A123-2 et A123-3",
    "None",
    "12 (abrogé)",
    "12 (modifié)",
]


@pytest.mark.parametrize("name", LAW)
def test_headings_of_the_law(name: str) -> None:
    assert is_heading(f"Article {name}", in_act=False)


@pytest.mark.parametrize("name", ["", "de blog", "Blog", "Mon avis", "12 raisons de lire", "12 (mon avis)", "???"])
def test_titles_of_other_articles(name: str) -> None:
    assert not is_heading(f"Article {name}", in_act=False)


@pytest.mark.parametrize(
    ("name", "expected"), [("Statuts types", True), ("12 / 3-c", True), ("de blog", False), ("???", False)]
)
def test_in_an_act_a_title_or_a_number_of_unknown_form_will_do(name: str, expected: bool) -> None:
    assert is_heading(f"Article {name}", in_act=True) is expected
    assert not is_heading(f"Article {name}", in_act=False)


def test_a_damaged_number_is_a_heading() -> None:
    assert is_heading("Article 12\ufffd3", in_act=False)

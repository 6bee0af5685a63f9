"""States and days in the cells of tables."""

from __future__ import annotations

import json
from datetime import date

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.model.article import Article
from cpp_corpus.model.finding import Finding
from cpp_corpus.tokenizer import tokenize


def read(columns: str, *rows: str) -> tuple[list[Article], list[Finding]]:
    """The articles of a CSV file with these columns behind number, words and act, and what there is to say of it."""
    lines = [f"L{at};Le vent souffle.;Code des vents;{row}" for at, row in enumerate(rows, 1)]
    found = read_bytes("\n".join([f"num;texte;code;{columns}", *lines]).encode(), "a.csv")
    return [article for document in found.documents for article in tokenize(document).articles], list(found.findings)


def validity(article: Article) -> tuple[str, str | None, str | None]:
    start, end = (None if day is None else day.isoformat() for day in (article.valid_from, article.valid_to))
    return str(article.state), start, end


@pytest.mark.parametrize(
    ("value", "state", "start", "end"),
    [
        ("Abrogé le 1er mars 2020", "repealed", None, "2020-03-01"),
        ("ABROGÉ DEPUIS LE 01/03/2020", "repealed", None, "2020-03-01"),
        ("Abrogé (1er mars 2020)", "repealed", None, "2020-03-01"),
        ("Abrogée", "repealed", None, None),
        ("(Articles abrogés)", "repealed", None, None),
        ("Abrogé par la loi n° 2031-12 du 1er mars 2031", "repealed", None, None),
        ("Abrogé différé au 1er mars 2031", "in_force", None, "2031-03-01"),
        ("N'est plus en vigueur", "repealed", None, None),
        ("Pas encore en vigueur", "future", None, None),
        ("En vigueur depuis le 1er janvier 2020", "in_force", "2020-01-01", None),
        ("Vigueur différée au 1er janvier 2031", "future", "2031-01-01", None),
        ("V", "in_force", None, None),
        ("Ab", "repealed", None, None),
        ("VD", "future", None, None),
        ("-", "unknown", None, None),
        ("INITIALE", "unknown", None, None),
    ],
)
def test_states_as_people_write_them(value: str, state: str, start: str | None, end: str | None) -> None:
    (article,), findings = read("etat", value)
    assert validity(article) == (state, start, end)
    assert not findings


@pytest.mark.parametrize(
    "value",
    [
        "non",
        "A",
        "M",
        "actif",
        "Modifié le 1er mars 2020",
        "Abrogé le 31 février 2020",
        "En vigueur jusqu'au 1er mars 2020",
        "Abrogé par la loi n° 2031-12 à compter du 1er mars 2032",
        "Abrogé par le décret n° 2031-12, sauf en ce qui concerne les moulins",
        "partiellement abrogé",
        "non abrogé",
    ],
)
def test_what_may_be_another_state_is_none_and_said(value: str) -> None:
    articles, findings = read("etat", "VIGUEUR", value)
    assert [str(article.state) for article in articles] == ["in_force", "unknown"]
    (finding,) = findings
    assert (finding.code, finding.line) == ("unreadable-fact", 3)
    assert repr(value)[:40] in finding.message


def test_a_row_without_a_state_is_unknown_and_its_dates_decide_on_a_day() -> None:
    (article, other), findings = read("date_debut;date_fin", "2019-01-01;2020-01-01", ";")
    assert [str(each.state) for each in (article, other)] == ["unknown", "unknown"]
    days = date(2018, 12, 31), date(2019, 1, 1), date(2020, 1, 1)
    assert [str(article.validity.status_on(day)) for day in days] == ["future", "in_force", "repealed"]
    assert str(other.validity.status_on(days[1])) == "unknown"
    assert not findings


@pytest.mark.parametrize("letter", ["A", "An", "P", "T", "Ab", "MMN", "Abr.", "(A)"])
@pytest.mark.parametrize("law", ["V", "VT"])
def test_letters_beside_those_of_articles_in_force_are_those_of_the_site(law: str, letter: str) -> None:
    articles, findings = read("statut", law, letter)
    assert [str(article.state) for article in articles] == ["in_force", "repealed"]
    assert not findings


@pytest.mark.parametrize("letter", ["A", "P", "T"])
def test_letters_alone_are_not_read(letter: str) -> None:
    articles, (finding,) = read("statut", letter, letter)
    assert [str(article.state) for article in articles] == ["unknown", "unknown"]
    assert finding.code == "unreadable-fact"


def test_the_day_of_its_column_comes_before_that_of_the_state() -> None:
    (article,), _ = read("etat;date_fin", "Abrogé le 1er mars 2020;2020-04-01")
    assert validity(article) == ("repealed", None, "2020-04-01")


@pytest.mark.parametrize("column", ["En vigueur", "en_vigueur", "enVigueur", "in force"])
def test_a_column_that_asks_whether_it_is_in_force(column: str) -> None:
    articles, findings = read(column, "oui", "Non", "abrogé", "parfois")
    assert [str(article.state) for article in articles] == ["in_force", "repealed", "repealed", "unknown"]
    assert [(finding.code, finding.line) for finding in findings] == [("unreadable-fact", 5)]


def test_true_and_false_of_json() -> None:
    rows = [
        {"code": "Code des vents", "num": f"L{at}", "texte": "Le vent souffle.", "en_vigueur": value}
        for at, value in enumerate((True, False, ["oui"]))
    ]
    found = read_bytes(json.dumps(rows).encode(), "a.json")
    states = [str(article.state) for document in found.documents for article in tokenize(document).articles]
    assert states == ["in_force", "repealed", "unknown"]
    assert [finding.code for finding in found.findings] == ["unreadable-fact"]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("3/4/20", "2020-04-03"),
        ("1/3/2020", "2020-03-01"),
        ("3.4.2020", "2020-04-03"),
        ("22/12/58", "1958-12-22"),
        ("le 1er mars 2020", "2020-03-01"),
        ("1er janv. 2020", "2020-01-01"),
        ("20200301", "2020-03-01"),
        ("1583020800000", "2020-03-01"),
        ("01/01/2999", None),
        ("9999-12-31", None),
        ("néant", None),
        ("NaT", None),
    ],
)
def test_days_as_people_write_them(value: str, day: str | None) -> None:
    (article,), findings = read("etat;date_fin", f"ABROGE;{value}")
    assert validity(article) == ("repealed", None, day)
    assert not findings


@pytest.mark.parametrize(
    "value", ["31/02/2020", "2019-13-01", "03/13/2020", "20201301", "2020", "43831", "20-01-03", "jusqu'en mars 2020"]
)
def test_what_is_no_day_is_none_and_said(value: str) -> None:
    (article,), findings = read("etat;date_debut", f"VIGUEUR;{value}")
    assert validity(article) == ("in_force", None, None)
    (finding,) = findings
    assert (finding.code, finding.line, repr(value) in finding.message) == ("unreadable-fact", 2, True)


def test_days_of_a_table_with_the_month_first_may_be_others() -> None:
    articles, findings = read("date_debut", "03/13/2020", "03/04/2020", "04/04/2020", "25/04/2020", "12/25/2020")
    assert [validity(article)[1] for article in articles] == [None, None, "2020-04-04", "2020-04-25", None]
    assert "3 values of the column 'date_debut'" in findings[0].message


@pytest.mark.parametrize(
    ("value", "day"), [(43831, None), (2020, None), (1583020800000, "2020-03-01"), (20200301, "2020-03-01")]
)
def test_numbers_of_json_are_no_days_of_a_spreadsheet(value: int, day: str | None) -> None:
    row = {"code": "Code des vents", "num": "L1", "texte": "Le vent souffle.", "date_debut": value}
    found = read_bytes(json.dumps([row]).encode(), "a.json")
    (article,) = tokenize(found.documents[0]).articles
    assert validity(article)[1] == day
    assert [finding.code for finding in found.findings] == ([] if day else ["unreadable-fact"])

"""What people type to name an article, and what is said of what cannot be read."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus.citation import read_citation
from cpp_corpus.cli import app
from cpp_corpus.errors import CitationError

MIRROR = Path(__file__).parents[1] / "fixtures" / "mirror"
MILLS = "code-des-moulins-et-des-horloges"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("706-16", [(None, "706-16")]),
        (" art. 706-16 CPP ", [("code-de-procedure-penale", "706-16")]),
        ("706-16 cpp", [("code-de-procedure-penale", "706-16")]),
        ("CPP, art. 706-16", [("code-de-procedure-penale", "706-16")]),
        ("121-3 code civil", [("code-civil", "121-3")]),
        ("121-3 du Code Pénal, al. 3", [("code-penal", "121-3")]),
        ("L. 1 du code des moulins et des horloges", [(MILLS, "l1")]),
        ("L. 1 code des moulins et des horloges", [(MILLS, "l1")]),
        ("2° du III de l'article 5", [(None, "5")]),
        ("articles 5 et 6", [(None, "5"), (None, "6")]),
        ("article 5, alinéa 2", [(None, "5")]),
        ("article 5, I, 2°, a)", [(None, "5")]),
        ("article 9 de la loi du 29 juillet 1881", [("loi:1881-07-29", "9")]),
        ("Annexe I", []),
        (f"{MILLS}/l112-1", []),
    ],
)
def test_what_is_read(text: str, named: list[tuple[str | None, str]]) -> None:
    citation = read_citation(text, [MILLS])
    assert [(each.act, each.article) for each in citation.references] == named
    assert (citation.text, citation.day) == (text, None)
    dated = read_citation(f"{text}@2010-12-31", [MILLS])
    assert (dated.text, dated.day, dated.references) == (text, date(2010, 12, 31), citation.references)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("706-16@31/12/2010", "31/12/2010", "write it as 2010-12-31"),
        ("706-16@2010-13-01", "2010-13-01", "no day can be read from '2010-13-01'"),
        ("706-16@", "", "no day can be read from ''"),
        ("121-3 du code civl", "code civl", "no act is known as 'code civl'; the nearest is 'Code civil'"),
        ("code civl, art. 121-3", "code civl", "the nearest is 'Code civil'"),
        ("121-3 bis du code pnal", "code pnal", "the nearest is 'Code pénal'"),
        ("L. 1 du code de l'urbanime", "code de l'urbanime", "Code de l'urbanisme"),
        ("L. 1 du code des moulin", "code des moulin", "no act is known as 'code des moulin'"),
        ("L. 1 du code des sablers", "code des sablers", "the nearest is 'code des sabliers'"),
        ("5 C. zz.", "C. zz.", "no act is known as 'C. zz.'"),
        ("5 du traité", "traité", "no act is known as 'traité'"),
        ("121-3 du code civl@2010-12-31", "code civl", "the nearest is 'Code civil'"),
        ("12x", "12x", "no article has a number such as '12x'"),
        ("n'importe quoi", "n'importe quoi", "no article number can be read from"),
        ("", "", "no article number can be read from an empty text"),
    ],
)
def test_what_cannot_be_read(text: str, place: str, said: str) -> None:
    with pytest.raises(CitationError) as caught:
        read_citation(text, [MILLS, "code-des-sabliers"])
    error = caught.value
    start, end = error.span
    assert (error.text, text[start:end]) == (text, place)
    assert said in error.problem
    problem, shown, marks = str(error).split("\n")
    assert (problem, shown) == (error.problem, f"    {text}")
    assert marks == "    " + " " * start + "~" * (len(place) - 1) + "^"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    error = None
    try:
        read_citation(text)
    except CitationError as refused:
        error = refused
    if error is not None:
        assert 0 <= error.span[0] <= error.span[1] <= len(text)
        assert str(error).count("\n") == 2


def test_a_corpus_finds_what_was_law_that_day() -> None:
    corpus = cpp_corpus.load(MIRROR)
    assert [article.id for article in corpus.find("L112-1@2023-12-01")] == [f"{MILLS}/l112-1"]
    assert corpus.find("9999@2023-12-01") == corpus.find("art. 9999") == []
    with pytest.raises(CitationError, match="31/12/2010"):
        corpus.find("L112-1@31/12/2010")


@pytest.mark.parametrize("command", ["find", "show"])
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("L112-1@31/12/2010", "write it as 2010-12-31\n    L112-1@31/12/2010\n           ~~~~~~~~~^\n"),
        ("121-3 du code civl", "the nearest is 'Code civil'\n    121-3 du code civl\n             ~~~~~~~~^\n"),
    ],
)
def test_commands_show_the_place(command: str, typed: str, said: str) -> None:
    done = CliRunner().invoke(app, [command, typed, "--from", str(MIRROR), "-j", "1"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("cpp-corpus: no ")
    assert done.stderr.endswith(said)

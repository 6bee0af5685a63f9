"""What people type to name an article, and what is said of what cannot be read."""

from __future__ import annotations

import pickle
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus.citation import read_citation, read_division
from cpp_corpus.cli import app
from cpp_corpus.errors import CitationError
from cpp_corpus.normalizer.recognize import find_citation
from tests.growth import is_linear

MIRROR = Path(__file__).parents[1] / "fixtures" / "mirror"
MANY = "5" + ", 1° et 2°, I et II" * 12
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
        ("Annexe I", [(None, "annexe-i")]),
        (f"{MILLS}/l112-1", [(MILLS, "l112-1")]),
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
        ("706-16@32/13/2010", "32/13/2010", "no day can be read from '32/13/2010'; write it as 2010-12-31"),
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


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("121-3, al. 2", ["?/121-3#al2"]),
        ("121-3 al 2", ["?/121-3#al2"]),
        ("article 121-3 alinéas 2 à 4", ["?/121-3#al2..al4"]),
        ("art 121-3 al.2 et 3", ["?/121-3#al2", "?/121-3#al3"]),
        ("2° du I de l'article 5", ["?/5#I/2°"]),
        ("L. 811-2, I, 2°, a)", ["?/l811-2#I/2°/a"]),
        ("5, I et II, 1° bis", ["?/5#I/1° bis", "?/5#II/1° bis"]),
        ("5 § II", ["?/5#II"]),
        ("5, alinéa 1er", ["?/5#al1"]),
        ("5, alinéas premier et 3", ["?/5#al1", "?/5#al3"]),
        ("premier et dernier alinéas de l'article 5", ["?/5#al1", "?/5#al-1"]),
        ("deuxième phrase du 3e alinéa du II du 5", ["?/5#II/al3/ph2"]),
        ("l'alinéa 2 de l'article 5 du code civil", ["code-civil/5#al2"]),
        ("5 (al. 2) du code civil", ["code-civil/5#al2"]),
        ("121-3 CP, I", ["code-penal/121-3#I"]),
        ("CGI, art. 39, 1-5°", ["code-general-des-impots-cgi/39#1/5°"]),
        ("article 5, I, de la loi n° 2030-12", ["loi:2030-12/5#I"]),
        ("annexe I, 2°", ["?/annexe-i#2°"]),
        ("5, al. 2, et article 6, al. 3", ["?/5#al2", "?/6#al3"]),
        ("articles 121-1 à 121-3", ["?/121-1..121-3"]),
        ("L. 1 et L. 3 à L. 5 du code civil", ["code-civil/l1", "code-civil/l3..l5"]),
        ("121-1 et suivants", ["?/121-1.."]),
        ("code-penal/121-3", ["code-penal/121-3"]),
        ("code-penal/121-1..121-3#II/2°", ["code-penal/121-1..121-3#II/2°"]),
        ("loi:2030-12/5", ["loi:2030-12/5"]),
        ("reglement-ue:2030/7/5#1", ["reglement-ue:2030/7/5#1"]),
    ],
)
def test_parts_lists_ranges_and_ids(text: str, named: list[str]) -> None:
    assert [each.target for each in read_citation(text).references] == named


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("121-3, al.", "al.", "'al.' cannot be read"),
        ("5, alinéa du milieu", "milieu", "no act is known as 'milieu'"),
        ("5 §", "§", "'§' cannot be read"),
        ("5; ; 6", "; 6", "'; 6' cannot be read"),
        ("articles 1 à", "à", "nothing follows 'à'"),
        ("1, 2 et", "et", "nothing follows 'et'"),
        (MANY, MANY, "more parts than a citation can mean"),
        ("code-penal/121-3#II//2°", "II//2°", "no part of an article is written 'II//2°'"),
        ("121-3, al. @2010-12-31", "al.", "'al.' cannot be read"),
    ],
)
def test_parts_that_cannot_be_read(text: str, place: str, said: str) -> None:
    with pytest.raises(CitationError) as caught:
        read_citation(text)
    assert said in caught.value.problem
    assert text[slice(*caught.value.span)] == place


def test_a_text_is_no_citation() -> None:
    with pytest.raises(
        CitationError, match=r"no more than 4,000 characters; find_references reads texts\n    1er, 1er"
    ):
        read_citation("1er, " * 100_000)


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


def ids(found: list[cpp_corpus.Article]) -> list[str]:
    return [article.id.partition("/")[2] for article in found]


def test_a_corpus_finds_lists_and_ranges() -> None:
    corpus = cpp_corpus.load(MIRROR)
    assert ids(corpus.find("articles L. 111-1 à L. 112-1")) == ["l111-1", "l111-2", "l112-1"]
    assert ids(corpus.find("L. 111-2, L. 112-1 et L. 999")) == ["l111-2", "l112-1"]
    assert ids(corpus.find("1649 quater B et suivants")) == ["1649-quater-b", "1649-quater-b-bis", "1649-quater-b-ter"]
    assert ids(corpus.find("1 à 3 du code des sabliers")) == ["1", "2", "3"]
    assert corpus.find("7 à 9 du code civil") == []


def test_a_corpus_finds_ids() -> None:
    corpus = cpp_corpus.load(MIRROR)
    article = corpus["L112-1"]
    for written in (article.id, f"{article.id}@2023-12-01", f"{article.id}#II", f"{MILLS}/L. 112-1"):
        assert corpus.find(written) == [article]
    assert corpus.find(f"{MILLS}/l999") == []
    assert ids(corpus.find(f"{MILLS}/l111-1..l112-1")) == ["l111-1", "l111-2", "l112-1"]


def test_a_corpus_tells_of_parts() -> None:
    corpus = cpp_corpus.load(MIRROR)
    found = corpus.find_parts("L. 112-1, II, 2° et 9°")
    assert [(each.locator, each.part_exists) for each in found] == [("II/2°", True), ("II/9°", False)]
    assert {each.article for each in found} == {corpus["L112-1"]}
    assert corpus.find("L. 112-1, II, 2° et 9°") == [corpus["L112-1"]]
    (whole,) = corpus.find_parts("L. 112-1")
    assert whole == cpp_corpus.FoundPart(corpus["L112-1"])
    assert [each.part_exists for each in corpus.find_parts("L. 111-1 à L. 112-1, XXIV")] == [False, False, False]


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ("L. 112-1, II", 0, ""),
        ("L. 112-1, XXIV", 1, f"cpp-corpus: {MILLS}/l112-1 has no part XXIV\n"),
        ("L. 112-1, II, 2° et 9°", 0, f"cpp-corpus: {MILLS}/l112-1 has no part II/9°\n"),
    ],
)
def test_the_command_tells_of_parts(typed: str, status: int, said: str) -> None:
    done = CliRunner().invoke(app, ["find", typed, "--from", str(MIRROR), "-j", "1"])
    assert (done.exit_code, done.stderr) == (status, said)
    assert done.stdout.startswith(f"{MILLS}/l112-1\t")


@pytest.mark.parametrize(
    ("typed", "found", "missing"),
    [
        ("L. 112-1", ["l112-1"], []),
        ("L. 112-1 et L. 112-99", ["l112-1"], [(None, "l112-99")]),
        ("L. 112-1 à L. 113-9", ["l112-1", "l112-2", "l112-3", "l112-4", "l112-6-1-a"], [(MILLS, "l113-9")]),
        ("L. 111-1 à 2", ["l111-1", "l111-2"], []),
        ("L. 112-3 à 99", ["l112-3", "l112-4", "l112-6-1-a"], [(MILLS, "l112-99")]),
        ("articles 7 à 99 du code des sabliers", ["7", "12-bis"], [("code-des-sabliers", "99")]),
        ("articles 9 et 10 du code des sabliers", [], [("code-des-sabliers", "9"), ("code-des-sabliers", "10")]),
        ("1 du code des sabliers et 7 du code civil", ["1"], [("code-civil", "7")]),
        ("L. 112-5 et suivants", [], [(None, "l112-5")]),
        ("code-des-sabliers/12-bis", ["12-bis"], []),
    ],
)
def test_a_corpus_tells_what_is_missing(typed: str, found: list[str], missing: list[tuple[str | None, str]]) -> None:
    corpus = cpp_corpus.load(MIRROR)
    assert [article.id.rpartition("/")[2] for article in corpus.find(typed)] == found
    assert corpus.find_missing(typed) == missing


def test_what_one_of_several_acts_has_is_not_missing(tmp_path: Path) -> None:
    for code, numbers in (("vents", "123"), ("pluies", "12")):
        (tmp_path / f"code-des-{code}").mkdir()
        for number in numbers:
            page = tmp_path / f"code-des-{code}" / f"{number}.md"
            page.write_text(f"# Article {number}\n\n<p>Il souffle.</p>\n", encoding="utf-8")
    corpus = cpp_corpus.load(tmp_path)
    assert corpus.find_missing("3") == corpus.find_missing("1 à 3") == []
    assert corpus.find_missing("1 à 4") == [("code-des-pluies", "4"), ("code-des-vents", "4")]


def test_what_was_not_law_that_day_is_missing(tmp_path: Path) -> None:
    rows = "1,Le vent.,Code des vents,2000-01-01\n2,La pluie.,Code des vents,2010-01-01\n"
    (tmp_path / "a.csv").write_text(f"num,texte,title_main,dateDebut\n{rows}", encoding="utf-8")
    assert cpp_corpus.load(tmp_path).find_missing("1 et 2@2005-01-01") == [("code-des-vents", "2")]
    done = CliRunner().invoke(
        app, ["find", "1, 2 et 3 du code des vents@2005-01-01", "--from", str(tmp_path), "-j", "1"]
    )
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "cpp-corpus: article 2 of code-des-vents was not law on that day",
        "cpp-corpus: article 3 of code-des-vents is not in the corpus",
    ]


@pytest.mark.parametrize("options", [[], ["--json"]])
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("L. 112-1 et L. 112-99", "article L112-99"),
        ("L. 112-1 à L. 113-9", f"article L113-9 of {MILLS}"),
    ],
)
def test_the_command_tells_what_is_missing(typed: str, said: str, options: list[str]) -> None:
    done = CliRunner().invoke(app, ["find", typed, "--from", str(MIRROR), "-j", "1", *options])
    assert (done.exit_code, done.stderr) == (1, f"cpp-corpus: {said} is not in the corpus\n")
    assert f"{MILLS}/l112-1" in done.stdout


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


@pytest.mark.parametrize(
    ("text", "path", "act"),
    [
        ("livre II", "livre.ii", None),
        ("Livre Ier", "livre.i", None),
        ("LIVRE ii", "livre.ii", None),
        ("titre II du livre III", "livre.iii/titre.ii", None),
        ("livre III, titre II", "livre.iii/titre.ii", None),
        ("titre II du code des sabliers", "titre.ii", "code des sabliers"),
        ("titre II, code des sabliers", "titre.ii", "code des sabliers"),
        ("titre II de l’ordonnance du 3 mars 2030", "titre.ii", "ordonnance du 3 mars 2030"),
        ("section 2 bis du chapitre 1er", "chapitre.i/section.2-bis", None),
        ("première partie", "partie.i", None),
    ],
)
def test_divisions(text: str, path: str, act: str | None) -> None:
    assert read_division(text) == (path, act)


@pytest.mark.parametrize(
    "text", ["", "12", "livre", "annexe I", "livre.ii/titre.i", "présent titre", "article 3 du titre II"]
)
def test_what_is_no_division(text: str) -> None:
    assert read_division(text) is None


def test_several_divisions() -> None:
    with pytest.raises(CitationError, match="several divisions are named; give one"):
        read_division("titres II et III")


@pytest.mark.parametrize("text", ["**artR. 11", "****artR. 11", "artR. 11", "Loi n° 89-462 du 6 juillet 1989, 15"])
def test_positions_are_those_of_the_text_as_it_is_typed(text: str) -> None:
    found = find_citation(text)
    assert [text[each.start : each.end] for each in found] == [text[-5:] if "R" in text else "15"]


def test_a_letter_that_is_the_whole_number_is_no_number() -> None:
    for text in ("****artR. 11", "**artR. 11 du cod"):
        with suppress(CitationError):
            read_citation(text)


@pytest.mark.parametrize("text", ["1240{}", "{}L. 1 code civil", "art{}5{}cc", "R{}5 cc", "code civil{},5"])
def test_long_runs_of_blanks_are_read_in_one_go(text: str) -> None:
    assert is_linear(lambda size: find_citation(text.replace("{}", " " * size)), 20_000)


def test_titles_of_a_corpus_with_capitals() -> None:
    (found,) = read_citation("3 du Code Des Sabliers@2020-01-01", ["code-des-sabliers"]).references
    assert (found.act, found.article) == ("code-des-sabliers", "3")

"""The act of texts that do not say theirs, given by a person."""

from __future__ import annotations

from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import InputError
from cpp_corpus.pipeline.batch import normalize

PAGE = "# Article {}\n\n<p>Le vent souffle, sous réserve de l'article 9.</p>"
DUMP = "Version en vigueur au 03 mars 2021\n\n  • Article 3 (abrogé)\n\n    La pluie."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("1.md", "code-de-la-route/2.md", "code-de-la-route/titre-ier/3.md"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(path.stem), encoding="utf-8")
    (tmp_path / "in" / "dump.txt").write_text(DUMP, encoding="utf-8")
    (tmp_path / "in" / "other.txt").write_text(f"Code du travail\n\n{DUMP}", encoding="utf-8")
    return tmp_path / "in"


@pytest.mark.parametrize("act", ["code-penal", "Code pénal", "code_penal", "LEGITEXT000006070719", "CP"])
def test_it_is_given_to_what_does_not_say_its_own(folder: Path, act: str) -> None:
    corpus = cpp_corpus.load(folder, act=act)
    assert {Path(article.source.path).name: article.act for article in corpus} == {
        "1.md": "code-penal",
        "2.md": "code-de-la-route",
        "3.md": "code-de-la-route",
        "dump.txt": "code-penal",
        "other.txt": "code-du-travail",
    }
    assert corpus.references_of(corpus["code-penal/1"])[0].target == "code-penal/9"


def test_a_source_that_says_another_act_wins_and_one_finding_says_so(folder: Path) -> None:
    found = [f for f in cpp_corpus.load(folder, act="code-penal").findings if f.code == "act-disagreement"]
    assert [Path(str(f.path)).name for f in found] == ["other.txt", "code-de-la-route"]
    assert all("code-penal" in finding.message for finding in found)


def test_a_source_that_says_the_same_in_another_writing_agrees(tmp_path: Path) -> None:
    page = tmp_path / "code-de-l-energie" / "1.md"
    page.parent.mkdir()
    page.write_text(PAGE.format(1), encoding="utf-8")
    corpus = cpp_corpus.load(tmp_path, act="Code de l'énergie")
    assert (corpus.acts, corpus.findings) == (("code-de-lenergie",), ())
    assert corpus["code-de-l-energie", "1"] is corpus["LEGITEXT000023983208", "1"] is corpus["code-de-lenergie/1"]


def test_normalize_takes_it_too(folder: Path, tmp_path: Path) -> None:
    normalize([folder / "1.md"], tmp_path / "out", act="CPP")
    assert cpp_corpus.load(tmp_path / "out").acts == ("code-de-procedure-penale",)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("code pénnal", "code-penal"),
        ("code-penall", "code-penal"),
        ("CPCE", "may mean"),
        ("nuages", "no act is known"),
    ],
)
def test_an_unknown_act(folder: Path, act: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        cpp_corpus.load(folder, act=act)


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("loi n° 2031-12 du 3 mars 2031", "loi:2031-12"),
        ("LOI N°2031-12", "loi:2031-12"),
        ("loi n° 2031-12 du 3 mars 2031 relative aux moulins", "loi:2031-12"),
        ("Loi du 3 mars 2031 sur les vents", "loi:2031-03-03"),
        ("loi organique n° 2031-12 du 3 mars 2031", "loi:2031-12"),
        ("décret n° 2031-797", "decret:2031-797"),
        ("Ordonnance n° 2031-131 du 10 février 2031", "ordonnance:2031-131"),
        ("arrêté du 3 mai 2031", "arrete:2031-05-03"),
        ("règlement (UE) 2031/679", "reglement-ue:2031/679"),
        ("Règlement (UE) 2031/679 du Parlement européen et du Conseil du 27 avril 2031", "reglement-ue:2031/679"),
        ("directive 2031/46/UE", "directive-ue:2031/46"),
        ("RGPD", "reglement-ue:2016/679"),
        ("loi Macron", "loi:2015-990"),
        ("loi de finances pour 2020", "loi:2019-1479"),
    ],
)
def test_an_act_by_its_designation(folder: Path, name: str, act: str) -> None:
    assert cpp_corpus.load(folder / "1.md", act=name).acts == (act,)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("loi Évin", "may mean"),
        ("loi", "no act is known"),
        ("loi n° 2031-12 du 3 mars 2031, article 3", "no act is known"),
        ("loi n° 2031-12 et loi n° 2031-13", "no act is known"),
        ("loi n° 2031-12 du 3 mars", "no act is known"),
        ("arrêté préfectoral n° 2031-118 du 3 mars 2031", "no act is known"),
        ("décret-loi du 3 mars 2031", "no act is known"),
        ("les vents : recueil", "no act is known"),
    ],
)
def test_what_designates_no_act_or_several(folder: Path, name: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        cpp_corpus.load(folder / "1.md", act=name)


def test_two_writings_of_one_act_are_compared_article_by_article(tmp_path: Path) -> None:
    for name in ("a/code-de-l-energie", "b/Code de l'énergie"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "1.md").write_text(PAGE.format(1), encoding="utf-8")
    assert cpp_corpus.diff(cpp_corpus.load(tmp_path / "a"), cpp_corpus.load(tmp_path / "b")).is_empty

"""Several sources of one article in one corpus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import cpp_corpus
from cpp_corpus import Corpus
from cpp_corpus.pipeline.batch import normalize

PAGE = "# Article 1\n\n<p>Le sable, l'été, passe.</p>"
START, LATER, OPEN = "2016-01-01", "2020-01-01", "2999-01-01"
PATH = "code-des-sabliers/1.md"


def answer(words: str = "<p>Le sable, l’été, passe.</p>", ident: int = 1, **values: object) -> str:
    article = {
        "id": f"LEGIARTI{ident:012}",
        "num": "1",
        "texteHtml": words,
        "etat": "VIGUEUR",
        "dateDebut": START,
        "dateFin": OPEN,
        "textTitles": [{"cid": "LEGITEXT000000000001", "titreLong": "Code des sabliers"}],
        **values,
    }
    return json.dumps({"article": article})


def load(folder: Path, **files: str) -> Corpus:
    """The corpus of some files; the name ``page`` stands for a page of a mirror."""
    for name, text in files.items():
        path = folder / (PATH if name == "page" else f"{name}.json")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return cpp_corpus.load(folder)


def shapes(corpus: Corpus) -> list[tuple[str, list[str]]]:
    """The id of each article, and the names of its files."""
    sources = [(article.id, [article.source, *article.other_sources]) for article in corpus]
    return [(name, [Path(source.path).stem for source in found]) for name, found in sources]


def codes(corpus: Corpus) -> list[str]:
    return [str(finding.code) for finding in corpus.findings]


def test_the_same_words_are_one_article_with_all_sources(tmp_path: Path) -> None:
    corpus = load(tmp_path, page=PAGE, a=answer(), b=answer())
    assert shapes(corpus) == [("code-des-sabliers/1", ["a", "b", "1"])]
    assert (str(corpus.articles[0].valid_from), codes(corpus)) == (START, [])
    assert len(corpus.sources) == 3


def test_an_undated_page_is_the_version_that_has_not_ended(tmp_path: Path) -> None:
    ended = answer(ident=2, dateFin=LATER, etat="MODIFIE")
    corpus = load(tmp_path, page=PAGE, a=ended, b=answer(dateDebut=LATER))
    assert shapes(corpus) == [
        (f"code-des-sabliers/1@{START}", ["a"]),
        (f"code-des-sabliers/1@{LATER}", ["b", "1"]),
    ]


def test_a_version_is_known_by_its_first_day_and_not_by_its_identifier(tmp_path: Path) -> None:
    corpus = load(tmp_path, a=answer(dateFin=LATER), b=answer(dateDebut=LATER))
    assert [article.id[-10:] for article in corpus] == [START, LATER]


def test_two_articles_with_one_heading_and_one_first_day_are_two(tmp_path: Path) -> None:
    words = load(tmp_path / "words", a=answer(), b=answer("<p>La pluie.</p>", ident=2))
    assert (len(words), "different-words" in codes(words)) == (2, False)
    assert len(load(tmp_path / "same", a=answer(), b=answer(ident=2))) == 2


def test_other_words_for_one_version_are_a_finding(tmp_path: Path) -> None:
    corpus = load(tmp_path, a=answer(), b=answer("<p>La pluie.</p>"))
    assert [files for _, files in shapes(corpus)] == [["a"], ["b"]]
    (finding,) = corpus.findings
    assert (str(finding.code), finding.article) == ("different-words", corpus.articles[1].id)
    assert Path(str(finding.path)).stem == "b"


def test_undated_versions_are_known_by_their_identifiers(tmp_path: Path) -> None:
    undated: dict[str, Any] = {"dateDebut": None, "dateFin": None}
    same = load(tmp_path / "same", a=answer(**undated), b=answer(**undated))
    assert shapes(same) == [("code-des-sabliers/1", ["a", "b"])]
    other = load(tmp_path / "other", a=answer(**undated), b=answer(ident=2, **undated))
    assert (len(other), codes(other)) == (2, ["duplicate-heading"])
    assert "another act" not in other.findings[0].message
    words = load(tmp_path / "words", a=answer(**undated), b=answer("<p>La pluie.</p>", **undated))
    assert (len(words), codes(words)) == (2, ["different-words"])


def test_a_second_article_of_a_day_may_be_of_another_act(tmp_path: Path) -> None:
    for name in ("sable", "vent"):
        text = f"Décret du 5 mai 2031 sur le {name}\n\nArticle 1\n\nLe {name} dort.\n\nArticle 2\n\nIl passe.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    found = [each for each in cpp_corpus.load(tmp_path).findings if each.code == "duplicate-heading"]
    assert [each.article for each in found] == ["decret:2031-05-05/1~2", "decret:2031-05-05/2~2"]
    assert all("it may be of another act" in each.message for each in found)


@pytest.mark.parametrize("words", ["<p>Le sable.</p>", "<p>Le sable passe, l’été.</p>"])
def test_an_undated_page_with_other_words_is_another_version(tmp_path: Path, words: str) -> None:
    corpus = load(tmp_path, page=PAGE, a=answer(words))
    assert (len(corpus), "different-words" in codes(corpus)) == (2, False)


def test_records_of_one_file_are_kept(tmp_path: Path) -> None:
    assert len(load(tmp_path, a=answer() + "\n" + answer())) == 2


def test_findings_on_a_record_that_another_one_stands_for_have_its_id(tmp_path: Path) -> None:
    corpus = load(tmp_path, page=PAGE, a=answer(etat="MODIFIE", dateFin="2015-01-01"), b=answer())
    assert {finding.article for finding in corpus.findings} <= {article.id for article in corpus}


def test_an_export_is_the_corpus_in_memory(tmp_path: Path) -> None:
    corpus = load(tmp_path / "in", page=PAGE, a=answer(), b=answer(ident=2, dateDebut=LATER), c=answer("<p>Non.</p>"))
    normalize([tmp_path / "in"], tmp_path / "out", jobs=1)
    lines = (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [article.model_dump(mode="json") for article in corpus]
    assert any(article.other_sources for article in corpus)
    corpus.export(tmp_path / "again")
    for name in ("articles.jsonl", "graph.json", "references.jsonl"):
        assert (tmp_path / "again" / name).read_bytes() == (tmp_path / "out" / name).read_bytes()
    assert cpp_corpus.load(tmp_path / "out").articles == corpus.articles

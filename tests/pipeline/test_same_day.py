"""Acts of one nature and day in several files: each has an id of its own where its source calls it by name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus.pipeline.batch import normalize

SAND, ROPE = "ECOX3100012D", "MERX3100099D"


def decree(subject: str, nor: str | None, words: Sequence[str]) -> str:
    title = f"Décret du 4 mai 2031 relatif {subject}\n\n"
    articles = "\n\n".join(f"Article {'1er' if at == 1 else at}\n\n{line}" for at, line in enumerate(words, 1))
    return title + (f"NOR : {nor}\n\n" if nor else "") + f"Le Premier ministre,\nDécrète :\n\n{articles}\n"


def corpus_of(folder: Path, sand: str | None, rope: str | None) -> Path:
    ours = ["Le sable est lourd.", "Il est pesé comme le veut l'article 1er du présent décret."]
    theirs = ["La corde est longue.", "Elle est tendue, sauf dans le cas de l'article 1er."]
    for name, text in (("a", decree("au sable", sand, ours)), ("b", decree("aux cordes", rope, theirs))):
        (folder / name).mkdir(parents=True)
        (folder / name / "texte.txt").write_text(text, encoding="utf-8")
    return folder


def targets(corpus: cpp_corpus.Corpus) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.source_id, each.targets) for article in corpus for each in corpus.resolved(article)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_has_its_nor_behind_the_id(tmp_path: Path, jobs: int) -> None:
    folder = corpus_of(tmp_path / "in", SAND, ROPE)
    loaded = cpp_corpus.load(folder)
    normalize([folder], tmp_path / "out", jobs=jobs)
    written = cpp_corpus.load(tmp_path / "out")
    acts = [f"decret:2031-05-04:{nor}" for nor in (SAND, ROPE)]
    assert [article.id for article in loaded] == [f"{act}/{number}" for act in acts for number in (1, 2)]
    assert [article.act for article in loaded] == [act for act in acts for _ in (1, 2)]
    assert loaded.articles == written.articles
    assert targets(loaded) == targets(written) == [(f"{act}/2", (f"{act}/1",)) for act in acts]
    for corpus in (loaded, written):
        (finding,) = corpus.findings
        assert finding.code == "same-day-acts"
        assert all(act in finding.message for act in acts)


@pytest.mark.parametrize(("sand", "rope"), [(None, None), (SAND, None)])
def test_without_names_an_article_refers_to_those_of_its_own_file(
    tmp_path: Path, sand: str | None, rope: str | None
) -> None:
    corpus = cpp_corpus.load(corpus_of(tmp_path, sand, rope))
    act = "decret:2031-05-04"
    assert targets(corpus) == [(f"{act}/2", (f"{act}/1",)), (f"{act}/2~2", (f"{act}/1~2",))]
    assert {str(finding.code) for finding in corpus.findings} == {"duplicate-heading"}


def test_the_same_text_in_two_files_is_one_act(tmp_path: Path) -> None:
    corpus = cpp_corpus.load(corpus_of(tmp_path, SAND, SAND))
    assert {article.act for article in corpus} == {"decret:2031-05-04"}

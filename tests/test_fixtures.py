"""The fixtures, read through the public interface, against records written by hand.

A golden record judges only the fields that it has; texts are compared word for word, spaces aside.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import cpp_corpus
from cpp_corpus import Article, Corpus, CorpusError, Reference

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.json"))


@cache
def golden(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


@cache
def corpus_of(path: Path) -> Corpus:
    # A page of the mirror is known by its folders, so it is read with them.
    mirror = FIXTURES / "mirror"
    return cpp_corpus.load(mirror if path.is_relative_to(mirror) else path)


def records(path: Path) -> list[tuple[dict[str, Any], Article]]:
    """Each expected record of a golden file with the record that was made."""
    wanted = golden(path)
    file = ROOT / wanted["file"]
    made = {a.source.line: a for a in corpus_of(file).articles if Path(a.source.path).name == file.name}
    if len(wanted["articles"]) == 1:
        return [(wanted["articles"][0], made[min(made)])]
    assert sorted(made) == [w["line"] for w in wanted["articles"]]
    return [(w, made[w["line"]]) for w in wanted["articles"]]


def holder(article: Article) -> Corpus:
    """The corpus that an article is from."""
    return corpus_of(Path(article.source.path))


def words(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def described(article: Article, reference: Reference, fields: set[str]) -> dict[str, Any]:
    """A reference as the golden files write it: only what is not empty, and only the fields asked for."""
    text = article.text if reference.note is None else article.notes[reference.note].text
    shown = {
        "anchor": text[reference.start : reference.end],
        "kind": str(reference.kind),
        "act": reference.act,
        "article": reference.article,
        "to": reference.to,
        "division": reference.division,
        "locator": reference.locator,
        "via": str(reference.via),
        "note": reference.note,
    }
    return {k: v for k, v in shown.items() if v is not None and k in fields}


@pytest.fixture(params=GOLDEN, ids=lambda path: path.stem)
def pairs(request: pytest.FixtureRequest) -> list[tuple[dict[str, Any], Article]]:
    return records(request.param)


def test_identity(pairs: list[tuple[dict[str, Any], Article]]) -> None:
    for wanted, made in pairs:
        shown = {
            "id": made.id,
            "act": made.act,
            "number": None if made.number is None else str(made.number),
            "heading": made.heading,
            "state": str(made.state),
            "depth": made.depth,
            "valid_from": None if made.valid_from is None else made.valid_from.isoformat(),
            "identified_by": None if made.identified_by is None else str(made.identified_by),
            "line": made.source.line,
        }
        assert {k: v for k, v in shown.items() if k in wanted} == {k: v for k, v in wanted.items() if k in shown}


def test_divisions(pairs: list[tuple[dict[str, Any], Article]]) -> None:
    for wanted, made in pairs:
        if "divisions" in wanted:
            shown = [{"kind": d.kind, "number": d.number, "slug": d.slug} for d in made.divisions]
            assert shown == wanted["divisions"]


def test_text(pairs: list[tuple[dict[str, Any], Article]]) -> None:
    for wanted, made in pairs:
        if "text" in wanted:
            assert [words(line) for line in made.text.split("\n")] == wanted["text"]


def test_paragraphs(pairs: list[tuple[dict[str, Any], Article]]) -> None:
    for wanted, made in pairs:
        if "paragraphs" in wanted:
            assert [(p.marker, p.locator) for p in made.paragraphs] == [
                (p["marker"], p["locator"]) for p in wanted["paragraphs"]
            ]
            for shown, expected in zip(made.paragraphs, wanted["paragraphs"], strict=True):
                assert shown.text.startswith(expected["begins"])
                assert made.text[shown.span.slice] == shown.text


def test_notes(pairs: list[tuple[dict[str, Any], Article]]) -> None:
    for wanted, made in pairs:
        if "notes" in wanted:
            assert [words(note.text) for note in made.notes] == wanted["notes"]


def test_references(pairs: list[tuple[dict[str, Any], Article]]) -> None:
    fields = {"anchor", "kind", "act", "article", "to", "division", "locator", "via", "note"}
    for wanted, made in pairs:
        if "references" in wanted:
            found = holder(made).references_of(made)
            assert [described(made, r, fields) for r in found] == wanted["references"]


@pytest.mark.parametrize("path", [p for p in GOLDEN if "leftovers" in golden(p)], ids=lambda path: path.stem)
def test_dump_as_a_whole(path: Path) -> None:
    wanted = golden(path)
    corpus = corpus_of(ROOT / wanted["file"])
    assert [str(line) for line in corpus.leftovers] == wanted["leftovers"]
    dates = {str(article.consolidated_at) for article in corpus.articles}
    assert dates == {wanted["consolidated_at"]}


def test_every_file_of_the_mirror_is_one_article() -> None:
    pages = list((FIXTURES / "mirror").rglob("*.md"))
    corpus = cpp_corpus.load(FIXTURES / "mirror")
    assert len(corpus.articles) == len(pages)
    assert len({article.id for article in corpus.articles}) == len(pages)


def test_twins_and_second_bearers_keep_their_own_ids() -> None:
    corpus = cpp_corpus.load(FIXTURES / "mirror")
    ids = {article.id: article for article in corpus.articles}
    act = "code-des-moulins-et-des-horloges"
    assert ids[f"{act}/l112-2"].text == ids[f"{act}/l121-2"].text
    all_indexed = [i for i in ids if i.startswith(f"{act}/annexe-i~") or i == f"{act}/annexe-i"]
    assert all_indexed == [f"{act}/annexe-i", f"{act}/annexe-i~2"]


def test_dangling_and_repealed_targets_are_told_apart() -> None:
    corpus = cpp_corpus.load(FIXTURES / "mirror")
    known = {article.id: article for article in corpus.articles}
    act = "code-des-moulins-et-des-horloges"
    assert f"{act}/l112-5" not in known
    assert str(known[f"{act}/l121-4"].state) == "repealed"
    cited = {r.article for r in corpus.references_of(f"{act}/l121-3") if r.act == act}
    assert cited == {"l112-5", "l121-4"}


def test_one_page_in_every_encoding() -> None:
    made = {path.name: cpp_corpus.load(path).articles for path in sorted((FIXTURES / "encodings").iterdir())}
    assert {name: len(articles) for name, articles in made.items()} == dict.fromkeys(made, 1)
    texts = {articles[0].text for articles in made.values()}
    assert len(texts) == 1
    assert "d'être à l'heure" in texts.pop()


@pytest.mark.parametrize("path", sorted((FIXTURES / "broken").iterdir()), ids=lambda path: path.name)
def test_broken_files_are_read_or_reported(path: Path) -> None:
    try:
        corpus = cpp_corpus.load(path)
    except CorpusError as error:
        assert path.name in str(error)  # noqa: PT017 - either outcome is right, silence is not
    else:
        assert corpus.findings


@pytest.mark.parametrize(
    ("name", "kept"),
    [("truncated.md", "le présente à toute réquisition"), ("unbalanced.md", "Ailes repliées")],
)
def test_broken_pages_keep_their_words(name: str, kept: str) -> None:
    (article,) = cpp_corpus.load(FIXTURES / "broken" / name).articles
    assert kept in article.text


def test_a_dump_cut_short_is_read_to_its_end() -> None:
    whole = cpp_corpus.load(FIXTURES / "dumps" / "sabliers.txt").articles
    cut = cpp_corpus.load(FIXTURES / "dumps" / "sabliers-coupe.txt").articles
    assert [a.text for a in cut[:-1]] == [a.text for a in whole[: len(cut) - 1]]
    assert whole[len(cut) - 1].text.startswith(cut[-1].text)

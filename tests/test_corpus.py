import os
import pickle
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import cpp_corpus
from cpp_corpus import (
    AmbiguousReference,
    Article,
    ArticleNumber,
    CitationError,
    Corpus,
    InputError,
    Reference,
    Source,
    Span,
)
from cpp_corpus.normalizer import recognize

CODE = "code-des-moulins"
OTHER = "code-des-sabliers"
PAGES = {
    f"{CODE}/livre-ier/l1.md": "# Article L1\n\n<p>Les moulins relèvent des articles L. 2 et L. 9.</p>",
    f"{CODE}/livre-ier/l2.md": "# Article L2\n\n<p>Par dérogation à l'article L. 1, le vent est libre.</p>",
    f"{CODE}/livre-ier/l10.md": "# Article L10\n\n<p>Rien à dire.</p>",
    f"{CODE}/annexes/annexe-i.md": "# Article Annexe I\n\n<p>Liste des vents.</p>",
    f"{CODE}/tables/annexe-i.md": "# Article Annexe I\n\n<p>Liste des meules.</p>",
    f"{OTHER}/l2.md": "# Article L2\n\n<p>Le sable coule.</p>",
}


def write(folder: Path, pages: dict[str, str] = PAGES) -> Path:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("mirror"))


@pytest.fixture(scope="module", params=["sources", "json", "store"])
def corpus(request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The same corpus from the files themselves, from the lines of JSON, from the store."""
    made = cpp_corpus.load(folder)
    if request.param == "sources":
        return made
    out = tmp_path_factory.mktemp(request.param) / "out"
    made.export(out, formats=request.param)
    return cpp_corpus.load(out)


def test_records(corpus: Corpus) -> None:
    assert [article.id for article in corpus] == [
        f"{CODE}/annexe-i",
        f"{CODE}/l1",
        f"{CODE}/l2",
        f"{CODE}/l10",
        f"{CODE}/annexe-i~2",
        f"{OTHER}/l2",
    ]
    assert len(corpus) == 6
    assert corpus.acts == (CODE, OTHER)
    assert [finding.article for finding in corpus.findings] == [f"{CODE}/annexe-i~2"]
    assert len(corpus.sources) == 6
    assert repr(corpus) == f"<Corpus: 6 articles of {CODE}, {OTHER}, 6 files, 1 finding>"


@pytest.mark.parametrize(
    "key",
    [
        "L1",
        "L. 1",
        "l1",
        "L1@2024-01-01",
        "Article L1",
        f"{CODE}/l1",
        (CODE, "L. 1"),
        ArticleNumber.parse("L1"),
        (CODE, ArticleNumber("L1")),
    ],
)
def test_lookup(corpus: Corpus, key: str) -> None:
    assert corpus[key].id == f"{CODE}/l1"
    assert key in corpus


def test_lookup_of_what_is_not_there(corpus: Corpus) -> None:
    near = ("L1#", "/l1", "#l1", "-l1", "L1~2", "l1/", "L. 1 et al.", f"{CODE}/l1#", (CODE, "L1#"), (CODE, "/l1"))
    for key in ("L3", "", "n'importe quoi", f"{CODE}/l3", (OTHER, "L1"), ("code-x", "L1"), *near):
        assert key not in corpus
        with pytest.raises(KeyError):
            corpus[key]
    assert 3 not in corpus
    assert None not in corpus


def test_lookup_of_what_stands_twice(corpus: Corpus) -> None:
    with pytest.raises(AmbiguousReference) as caught:
        corpus["L2"]
    assert caught.value.candidates == (f"{CODE}/l2", f"{OTHER}/l2")
    assert "L2" in corpus
    with pytest.raises(LookupError):
        corpus[CODE, "Annexe I"]
    assert corpus[f"{CODE}/annexe-i~2"].text == "Liste des meules."


def test_lookup_by_title_and_abbreviation(tmp_path: Path) -> None:
    corpus = cpp_corpus.load(write(tmp_path, {"code-penal/l1.md": PAGES[f"{CODE}/livre-ier/l10.md"]}))
    assert corpus["Code pénal", "L10"] == corpus["C. pén.", "L10"] == corpus["L10"]


def test_find(corpus: Corpus) -> None:
    assert [article.id for article in corpus.find("L. 1")] == [f"{CODE}/l1"]
    assert [article.id for article in corpus.find("art. L. 2")] == [f"{CODE}/l2", f"{OTHER}/l2"]
    assert corpus.find("L. 99") == []
    assert corpus.find(f"{CODE}/l1") == [corpus["L. 1"]]
    with pytest.raises(CitationError, match="an empty text"):
        corpus.find("")


def test_versions_of_an_article() -> None:
    fixtures = Path(__file__).parents[1] / "fixtures"
    held = cpp_corpus.load(fixtures / "mirror", fixtures / "dumps")
    both = held.versions("L221-1")
    assert [article.consolidated_at for article in both] == [None, date(2016, 1, 9)]
    assert held["L221-1"] is both[1]
    assert held.at("2016-01-09").versions(both[1]) == both
    unnumbered = next(article for article in held if article.number is None)
    assert held.versions(unnumbered) == (unnumbered,)


def test_references_and_graph(corpus: Corpus) -> None:
    first = corpus["L1"]
    assert [reference.article for reference in corpus.references_of(first)] == ["l2", "l9"]
    assert corpus.references_of("L1") == corpus.references_of(first)
    assert corpus.resolved("L1") == corpus.resolved(first)
    assert [r.state for r in corpus.resolved(first)] == ["resolved", "missing"]
    assert [r.text for r in corpus.references] == ["L. 2", "L. 9", "L. 1"]
    assert [(e.target, e.relation) for e in corpus.cites((CODE, "L2"))] == [(f"{CODE}/l1", "derogates_from")]
    assert [e.source for e in corpus.cited_by(first)] == [f"{CODE}/l2"]
    assert corpus.graph is corpus.graph
    assert corpus.graph.node(f"{CODE}/l9").in_corpus is False


def test_the_same_whatever_the_order_and_the_workers(folder: Path, corpus: Corpus) -> None:
    files = sorted((path for path in folder.rglob("*.md")), reverse=True)
    for other in (cpp_corpus.load(*files), cpp_corpus.load(folder, jobs=2), cpp_corpus.load(*files, folder)):
        assert other.articles == corpus.articles
        assert other.findings == corpus.findings
        assert other.graph == corpus.graph


def same(one: Corpus, other: Corpus) -> bool:
    """Whether two corpora are the same in everything that can be asked of them."""
    assert one == other
    assert hash(one) == hash(other)
    assert [one.references_of(each) for each in one] == [other.references_of(each) for each in other]
    assert list(one.references) == list(other.references)
    assert one.graph == other.graph
    assert one.graph.edges == other.graph.edges
    assert [one.offsets(each) for each in one] == [other.offsets(each) for each in other]
    assert one.audit() == other.audit()
    return True


def test_equal_corpora_are_equal_in_everything(folder: Path, corpus: Corpus, tmp_path: Path) -> None:
    corpus.export(tmp_path / "out")
    lines = (tmp_path / "out" / "articles.jsonl").read_bytes().splitlines()

    def made(articles: Iterable[Article]) -> Corpus:
        return Corpus(articles, leftovers=corpus.leftovers, findings=corpus.findings, sources=corpus.sources)

    assert same(corpus, cpp_corpus.load(folder))
    assert same(corpus, cpp_corpus.load(tmp_path / "out"))
    assert same(corpus, made(Article.model_validate_json(line) for line in lines))
    assert same(corpus, made(article.model_copy() for article in corpus))
    assert same(corpus, made(article.model_copy(deep=True) for article in corpus))
    assert same(corpus.at("2020-01-01"), cpp_corpus.load(tmp_path / "out").at("2020-01-01"))


def test_pickle(folder: Path, corpus: Corpus) -> None:
    corpus.search("vent")
    fresh = cpp_corpus.load(folder)
    for each in (corpus, fresh, corpus.at("2020-01-01")):
        assert same(each, pickle.loads(pickle.dumps(each)))  # noqa: S301
    assert pickle.loads(pickle.dumps(fresh["L1"])) == fresh["L1"]  # noqa: S301


@pytest.mark.parametrize("part", ["leftovers", "findings", "sources"])
def test_corpora_that_differ(corpus: Corpus, part: str) -> None:
    parts = {name: getattr(corpus, name) for name in ("leftovers", "findings", "sources")}
    assert Corpus(corpus, **parts) == corpus
    assert Corpus(corpus.articles[1:], **parts) != corpus
    assert Corpus(corpus, **parts | {part: ["x"] if part == "leftovers" else ()}) != corpus
    assert corpus.at("2020-01-01") != corpus
    assert corpus != list(corpus)


def test_a_copy_with_another_text_has_the_references_of_that_text(corpus: Corpus) -> None:
    old = corpus["L1"]
    new = old.model_copy(update={"text": "Voir l'article L. 10."})
    assert [r.article for r in corpus.references_of(new)] == ["l10"]
    assert [(r.text, r.state) for r in corpus.resolved(new)] == [("L. 10", "resolved")]
    assert [r.article for r in corpus.references_of(old)] == ["l2", "l9"]
    changed = Corpus([new if each is old else each for each in corpus])
    assert [edge.target for edge in changed.cites("L1")] == [f"{CODE}/l10"]
    assert changed.offsets(new) is None
    moved = old.model_copy(update={"act": "code-des-nuages"})
    assert {r.act for r in corpus.references_of(moved)} == {"code-des-nuages"}


def test_an_article_made_by_hand() -> None:
    source = Source(path="nowhere.md", format="mirror-page", line=1, byte=Span(0, 1))
    number = ArticleNumber("1")
    article = Article(id="code-x/1", act="code-x", number=number, text="Selon l'article 1.", source=source)
    made = Corpus([article])
    assert [reference.target for reference in made.references] == ["code-x/1"]
    assert made.offsets(article) is None
    with pytest.raises(KeyError):
        made.resolved(article.model_copy(update={"id": "code-x/2"}))


def test_what_is_asked_once_is_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = []
    found = recognize.recognize

    def counted(text: str, *args: Any, **fields: Any) -> tuple[Reference, ...]:
        texts.append(text)
        return found(text, *args, **fields)

    monkeypatch.setattr(recognize, "recognize", counted)
    corpus = cpp_corpus.load(folder)
    assert texts == []
    list(corpus.references)
    assert len(corpus.graph.edges) == len(list(corpus.references))
    assert len(texts) == len(corpus)


def test_the_former_name_of_numbers_from(folder: Path) -> None:
    with pytest.deprecated_call(match="numbers_from="):
        old = cpp_corpus.load(folder, reference=folder)
    assert old == cpp_corpus.load(folder, numbers_from=folder)


def test_way_back_to_the_bytes(corpus: Corpus) -> None:
    for article in corpus:
        offsets = corpus.offsets(article)
        assert offsets is not None
        data = Path(article.source.path).read_bytes()
        for word in re.finditer(r"\w+", article.text):
            assert data[offsets.span(article.text, Span(*word.span())).slice].decode() == word[0]


def test_a_file_that_changed_has_no_way_back(tmp_path: Path) -> None:
    write(tmp_path, {f"{OTHER}/l2.md": PAGES[f"{OTHER}/l2.md"]})
    corpus = cpp_corpus.load(tmp_path)
    page = tmp_path / OTHER / "l2.md"
    assert corpus.offsets("L2") is not None
    page.write_text("# Article L2\n\n<p>Le sable ne coule plus.</p>", encoding="utf-8")
    assert corpus.offsets("L2") is None
    page.unlink()
    assert corpus.offsets("L2") is None


def test_input_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        cpp_corpus.load(tmp_path / "nowhere")
    with pytest.raises(InputError):
        cpp_corpus.load(tmp_path)
    with pytest.raises(InputError):
        cpp_corpus.load()


@pytest.mark.parametrize("data", [b"", b"\0\1\2\3" * 99, b"\xff\xfe", "Recette de crêpes.".encode()])
def test_nothing_could_be_read(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "odd.md"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"odd\.md"):
        cpp_corpus.load(path)


def test_something_could_be_read(tmp_path: Path) -> None:
    write(tmp_path, {"l1.md": PAGES[f"{OTHER}/l2.md"], "empty.md": ""})
    corpus = cpp_corpus.load(tmp_path)
    assert len(corpus) == 1
    assert "empty-file" in {finding.code for finding in corpus.findings}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions bind nobody here")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path, {"l1.md": PAGES[f"{OTHER}/l2.md"], "l2.md": PAGES[f"{OTHER}/l2.md"]})
    (tmp_path / "l2.md").chmod(0)
    assert "unreadable-file" in {finding.code for finding in cpp_corpus.load(tmp_path).findings}


def test_a_page_cut_short(tmp_path: Path) -> None:
    write(tmp_path, {"code-x/l1.md": PAGES[f"{CODE}/livre-ier/l1.md"][:45]})
    (article,) = cpp_corpus.load(tmp_path).articles
    assert article.text


@pytest.mark.parametrize("key", [None, 1, slice(2), ("a", "b", "c"), (1, "2"), ["L1"]])
def test_what_is_no_key(corpus: Corpus, key: object) -> None:
    with pytest.raises(TypeError, match="an article is named by its number"):
        corpus[key]  # type: ignore[index]
    assert key not in corpus


def test_a_day_as_text(corpus: Corpus) -> None:
    assert corpus.at("2020-01-01").articles == corpus.at(date(2020, 1, 1)).articles
    assert corpus.at(datetime(2020, 1, 1, 12, tzinfo=UTC)).articles == corpus.articles
    with pytest.raises(InputError, match="'tomorrow' is no date; write it as 2024-12-31"):
        corpus.at("tomorrow")


@pytest.mark.parametrize("kept", [0, 1])
def test_an_export_of_records_without_files_is_loaded(corpus: Corpus, kept: int, tmp_path: Path) -> None:
    part = Corpus(corpus.articles[:kept])
    part.export(tmp_path / "out", formats="json")
    again = cpp_corpus.load(tmp_path / "out")
    assert again.articles == part.articles
    assert again.graph == part.graph


def test_what_cites_an_article_that_the_corpus_does_not_have(corpus: Corpus) -> None:
    outside = next(edge for article in corpus for edge in corpus.cites(article) if edge.state == "missing")
    assert outside in corpus.cited_by(outside.target)
    for unknown in ("code-des-nuages/l999", "art. 9 du code civil", "L. 112-4-1 du code des moulins"):
        with pytest.raises(KeyError):
            corpus.cited_by(unknown)


@pytest.mark.parametrize(
    ("citation", "target"),
    [
        ("L. 999-1 du code de l'environnement", "code-de-lenvironnement/l999-1"),
        ("Code de l'environnement, art. L999-1", "code-de-lenvironnement/l999-1"),
        ("article 12 de la loi n° 2009-9118", "loi:2009-9118/12"),
        ("loi n° 2009-9118", "loi:2009-9118"),
        ("L. 112-5", "code-des-moulins-et-des-horloges/l112-5"),
        ("décret n° 98-9431", "decret:98-9431"),
        ("article L. 112-5 du code des moulins et des horloges", "code-des-moulins-et-des-horloges/l112-5"),
    ],
)
def test_what_cites_a_citation_that_the_corpus_does_not_have(citation: str, target: str) -> None:
    corpus = cpp_corpus.load("fixtures/mirror", jobs=1)
    into = corpus.cited_by(citation)
    assert into
    assert into == corpus.cited_by(target)

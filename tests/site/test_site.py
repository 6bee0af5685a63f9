"""The static site, without a browser: what is written, and that it can be read back."""

from __future__ import annotations

import base64
import json
import zlib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import cpp_corpus
from cpp_corpus import Corpus, InputError, OutputError, write_site
from cpp_corpus.site import pages
from cpp_corpus.site.packing import bucket_of, unpacked
from cpp_corpus.store.words import indexed_words

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return cpp_corpus.load(FIXTURES / "mirror")


@pytest.fixture(scope="module")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "site"
    write_site(corpus, out, pages=True)
    return out


def everything(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def about(site: Path) -> Any:
    text = (site / "data" / "corpus.js").read_text(encoding="ascii")
    return json.loads(text.removeprefix("SITE.begin(").rstrip().removesuffix(")"))


def records(site: Path) -> list[dict[str, Any]]:
    return [record for path in (site / "data" / "art").iterdir() for record in unpacked(path)]


def test_the_same_corpus_gives_the_same_bytes(corpus: Corpus, site: Path, tmp_path: Path) -> None:
    write_site(corpus, tmp_path / "again", pages=True)
    assert everything(tmp_path / "again") == everything(site)


def test_the_store_gives_the_same_bytes(corpus: Corpus, site: Path, tmp_path: Path) -> None:
    corpus.export(tmp_path / "out")
    write_site(cpp_corpus.load(tmp_path / "out"), tmp_path / "again", pages=True)
    assert everything(tmp_path / "again") == everything(site)


def test_every_word_of_every_article_is_there(corpus: Corpus, site: Path) -> None:
    assert {record["i"]: record["x"] for record in records(site)} == {each.id: each.text for each in corpus}


def test_every_link_leads_somewhere(corpus: Corpus, site: Path) -> None:
    ids = {article.id for article in corpus}
    acts = about(site)["acts"]
    divisions = {
        f"{act[0]}#{division[2]}"
        for at, act in enumerate(acts)
        for division in unpacked(site / "data" / "act" / f"{at}.js")["d"]
    }
    linked = {name for record in records(site) for each in record["r"] if each[4] < 2 for name in each[5]}
    assert linked
    assert linked <= ids | divisions | {act[0] for act in acts}
    assert {citing[0] for record in records(site) for citing in record["c"]} <= ids


def test_the_index_has_the_words_of_the_store(corpus: Corpus, site: Path) -> None:
    words = set(indexed_words(corpus["L112-1"].text).split())
    count = about(site)["words"]
    for word in words:
        assert word.encode() in inflated(site / "data" / "word" / f"{bucket_of(word, count)}.js")


def inflated(path: Path) -> bytes:
    return zlib.decompress(base64.b64decode(path.read_text("ascii").split(chr(34))[3]), -15)


class Links(HTMLParser):
    """The addresses of a page, and whether it has a script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.scripts = 0
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        for name, value in attributes:
            if name == "href" and value:
                self.hrefs.append(value)
            if name == "id" and value:
                self.ids.add(value)


def test_pages_need_no_script_and_have_no_dead_link(site: Path) -> None:
    found = {path.name: Links(path.read_text(encoding="utf-8")) for path in (site / "pages").iterdir()}
    assert len(found) == 42 + 3
    for name, page in found.items():
        assert page.scripts == 0
        for href in page.hrefs:
            if href.startswith("../"):
                assert (site / "pages" / href).is_file()
                continue
            target, _, place = href.partition("#")
            assert not target or target in found, (name, href)
            assert not place or place in found[target or name].ids or target, (name, href)


def test_hostile_texts_stay_text(tmp_path: Path) -> None:
    texts = tmp_path / "code-des-nuages"
    texts.mkdir()
    hostile = "&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(2)&gt; \u2028 \" ' `${x}`"
    (texts / "l1.md").write_text(f"# Article L1\n\n<p>{hostile} article L. 1</p>\n", encoding="utf-8")
    corpus = cpp_corpus.load(texts)
    assert "<script>alert(1)</script>" in corpus.articles[0].text
    write_site(corpus, tmp_path / "site", pages=True, title="</script><script>alert(3)</script>")
    for name, data in everything(tmp_path / "site").items():
        if not name.startswith("assets/"):
            assert b"<script>alert" not in data, name
            assert b"<img src=x" not in data, name


def test_an_earlier_site_is_replaced_and_nothing_else(corpus: Corpus, tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site(corpus, out, pages=True)
    write_site(corpus, out)
    assert not (out / "pages").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="is a folder with other files in it"):
        write_site(corpus, out)
    assert (out / "notes.txt").is_file()
    with pytest.raises(OutputError, match="is a file"):
        write_site(corpus, out / "notes.txt")


def test_pages_are_for_small_corpora(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_PAGES", 10)
    with pytest.raises(InputError, match="at most 10 articles, and this corpus has 42; leave out --pages"):
        write_site(corpus, tmp_path / "site", pages=True)
    assert list(tmp_path.iterdir()) == []


def test_divisions_of_one_number_keep_their_titles(tmp_path: Path) -> None:
    for at, title in enumerate(("des-moulins", "des-meules"), 1):
        folder = tmp_path / "texts" / "code-des-nuages" / f"titre-ier-{title}"
        folder.mkdir(parents=True)
        (folder / f"l{at}.md").write_text(f"# Article L{at}\n\nLe nuage passe.\n", encoding="utf-8")
    write_site(cpp_corpus.load(tmp_path / "texts"), tmp_path / "site")
    table = unpacked(tmp_path / "site" / "data" / "act" / "0.js")
    assert table["d"] == [[-1, "Titre Ier : Des moulins", "titre.i"], [-1, "Titre Ier : Des meules", "titre.i~2"]]
    assert [table["d"][line[6]][1] for line in table["a"]] == ["Titre Ier : Des moulins", "Titre Ier : Des meules"]

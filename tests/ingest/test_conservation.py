"""Each letter of the words of an article in a sample is exactly once in its record, whatever the format."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

import cpp_corpus
from cpp_corpus import Corpus

WORDS = ("texteHtml", "content", "bloc_textuel", "texte")
NOTES = ("notaHtml", "nota")
CLASSES = frozenset({"content", "nota", "corpsArt", "notaArt"})


def signs(words: str) -> Counter[str]:
    return Counter(filter(str.isalnum, unicodedata.normalize("NFKC", words)))


def printed(fragment: str | None) -> str:
    """The words of HTML by another reader than ours; the pages have no scripts inside articles."""
    clean = "".join(sign for sign in fragment or "" if sign.isspace() or sign.isprintable())
    return "".join(map(str, html.fragment_fromstring(clean, create_parent="div").itertext()))


def first_of(data: dict[str, object], names: tuple[str, ...]) -> str:
    return next((str(data[name]) for name in names if data.get(name)), "")


def in_json(value: object) -> Iterator[tuple[str, str]]:
    """Identifier and words of each article in JSON."""
    if isinstance(value, list):
        for each in value:
            yield from in_json(each)
    elif isinstance(value, dict):
        if "ARTI" in str(value.get("id")) and any(name in value for name in WORDS):
            yield value["id"], printed(first_of(value, WORDS)) + printed(first_of(value, NOTES))
        for each in value.values():
            yield from in_json(each)


def in_records(corpus: Corpus) -> list[tuple[str, Counter[str]]]:
    return [
        (name, signs(article.text + "".join(note.text for note in article.notes)))
        for article in corpus
        for kind, name in article.ids.items()
        if kind.endswith("arti")
    ]


@pytest.mark.shared
@pytest.mark.parametrize(
    "folder", ["piste_api_json", "socialgouv_legi_data_json", "socialgouv_kali_data_json", "legi_js_json"]
)
def test_json(shared: Path, folder: str) -> None:
    seen = 0
    for path in sorted((shared / "data" / "formats" / folder).glob("*.json")):
        try:
            found = in_records(cpp_corpus.load(path))
        except cpp_corpus.InputError:
            continue
        wanted = dict.fromkeys((name, words) for name, words in in_json(json.loads(path.read_bytes())))
        for name, words in wanted:
            assert not words.strip() or (name, signs(words)) in found
            seen += bool(words.strip())
        assert {name for name, words in found if words} <= {name for name, _ in wanted}
    assert seen


@pytest.mark.shared
def test_xml(shared: Path) -> None:
    for path in sorted((shared / "data/formats/dila_legi_xml").glob("ARTICLE*.xml")):
        root = etree.parse(path).getroot()
        parts = (*root.iterfind("BLOC_TEXTUEL/CONTENU"), *root.iterfind("NOTA/CONTENU"))
        words = "".join(str(text) for part in parts for text in part.itertext())
        assert [found for _, found in in_records(cpp_corpus.load(path))] == [signs(words)]


@pytest.mark.shared
@pytest.mark.parametrize(
    "name",
    [
        "html_legifrance_2020/01_section_lc_CASF_annexes_2018-02-11__saved_2021-04.html",
        "html_legifrance_2020/02_section_lc_CASF_annexes_cut_9_articles.html",
        "html_legifrance_old/01_affichCode_section_CASF_annexes_2018-02-11.html",
        "html_legifrance_old/07_affichCodeArticle_fragment_CC_art10_2012.html",
    ],
)
def test_web_pages(shared: Path, name: str) -> None:
    path = shared / "data" / "formats" / name
    root = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    parts = [part for part in root.iter() if not CLASSES.isdisjoint((part.get("class") or "").split())]
    if "2020" in name:
        parts = [part for part in parts if next(part.iterancestors("article"), None) is not None]
    words = "".join(str(text) for part in parts for text in part.itertext())
    found = "".join(a.text + "".join(note.text for note in a.notes) for a in cpp_corpus.load(path))
    assert signs(found) == signs(words)

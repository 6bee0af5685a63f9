"""One file: recognised and read, or a finding that says why not."""

from __future__ import annotations

import io
import pickle
import quopri
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.ingest import ADAPTERS, Adapter, DataEntry, RawFile, read_bytes, read_entry, read_file
from cpp_corpus.limits import Limits, within
from cpp_corpus.model.document import Document, Facts
from tests.growth import is_linear

PAGE = "# Article 12-3\n\n<p>Le vent souffle.</p>"
DUMP = "Code des nuages\n\nVersion en vigueur au 03 mars 2021\n\n  • La pluie tombe.\n\nRetourner en haut de la page"


def codes(data: bytes) -> list[str]:
    read = read_bytes(data, "x.md")
    return [finding.code for finding in read.findings] + ([read.refusal.code] if read.refusal else [])


@pytest.mark.parametrize(("text", "name"), [(PAGE, "mirror-page"), (DUMP, "flat-dump")])
def test_formats_are_told_by_content(text: str, name: str) -> None:
    read = read_bytes(text.encode(), "anything")
    assert (read.format, read.findings, len(read.documents)) == (name, (), 1)
    assert pickle.loads(pickle.dumps(read)) == read  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ["empty-file"]),
        (b" \n\xc2\xa0\n", ["empty-file"]),
        (b"%PDF-1.7", ["unknown-format"]),
        (b"Des mots sans forme.", ["unknown-format"]),
        (PAGE.encode("cp1252") + "é".encode("cp1252"), ["legacy-encoding"]),
        ("# Article 1\n\nÉté là".encode() + b"\xff", ["encoding-damage"]),
        (b"# Article 1\n\n<p>Le vent <a href='/code-des-nu", ["truncated-page"]),
    ],
)
def test_findings(data: bytes, expected: list[str]) -> None:
    assert codes(data) == expected


def test_the_rest_of_a_cut_tag_is_left_over_and_no_word_is_lost() -> None:
    (document,) = read_bytes(b"# Article 1\n\n<p>Le vent <a href='/code-des-nu", "x.md").documents
    assert [(block.role.value, block.text) for block in document.blocks] == [
        ("heading", "Article 1"),
        ("text", "Le vent"),
        ("furniture", "<a href='/code-des-nu"),
    ]


MESSAGE = """From: greffe@example.org
Subject: Code des nuages
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Code des nuages

Article 3

La pluie tombe o=C3=B9 le vent =
souffle.
"""
PAGE_OF_BROWSER = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="---"

-----
Article 3
"""


@pytest.mark.parametrize(
    ("text", "reason", "advice"),
    [
        (MESSAGE, "an e-mail message", "Save its words as text"),
        (MESSAGE.replace("\n", "\r\n"), "an e-mail message", "Save its words as text"),
        (PAGE_OF_BROWSER, "a web page saved as one file (MHTML)", "Save the page as HTML"),
    ],
)
def test_encoded_words_are_not_read_as_words(text: str, reason: str, advice: str) -> None:
    refusal = read_bytes(text.encode(), "x.txt").refusal
    assert refusal is not None
    assert refusal.reason == reason
    assert refusal.advice.startswith(advice)


def test_lines_that_may_go_on_with_a_header_are_looked_through_once() -> None:
    def read(lines: int) -> None:
        read_bytes(b"Subject: vent\n" + b"     le moulin\n" * lines, "x.txt")

    assert is_linear(read, 2000)


def test_the_words_of_a_message_are_read() -> None:
    words = quopri.decodestring(MESSAGE.partition("\n\n")[2].encode())
    read = read_bytes(words, "x.txt")
    assert [[block.text for block in draft.blocks] for draft in read.documents[0].drafts] == [
        ["Article 3", "La pluie tombe où le vent souffle."]
    ]


def test_headers_of_a_page_are_no_message() -> None:
    text = "Titre: Code des nuages\nAuteur: Le meunier\n\nCode des nuages\n\nArticle 3\n\nLa pluie tombe."
    assert read_bytes(text.encode(), "x.txt").format == "page-text"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.md", tmp_path, tmp_path / "nul\0.md"):
        read = read_file(path)
        assert read.refusal is not None
        assert (read.refusal.code, read.documents) == ("unreadable-file", ())


def test_size_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "1.md"
    path.write_text(PAGE)
    read = read_file(path)
    assert read.size == len(PAGE)
    assert len(read.sha256) == 64


def test_adapters_have_the_names_of_their_table() -> None:
    assert [adapter.name for adapter in ADAPTERS.values()] == list(ADAPTERS)


@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: ("# Article 1\n" + text).encode("utf-8")))
)
def test_no_content_raises(data: bytes) -> None:
    read = read_bytes(data, "x.txt")
    assert bool(read.documents) != bool(read.refusal)


@pytest.mark.parametrize(
    ("path", "data", "kind", "reason"),
    [
        ("a/b.JSON", b'{"a": 1}', ".json", "JSON"),
        ("a/b.xml", b"<?xml version='1.0'?><a/>", ".xml", "XML"),
        ("a/b.html", b"<!DOCTYPE html><p>Le vent.", ".html", "HTML"),
        ("b.pdf", b"%PDF-1.7", ".pdf", "a PDF file that cannot be opened"),
        ("b", b"\x89PNG\r\n\x1a\n" + bytes(90), "no suffix", "an image"),
        ("readme.md", b"# Lisez-moi", "README.md", "text in no known"),
        (
            "b.txt",
            b"Article 12\n\nLe vent.",
            ".txt",
            "a text with headings of articles, but without a sign that it is law",
        ),
    ],
)
def test_what_is_not_read_has_a_kind_and_a_reason(path: str, data: bytes, kind: str, reason: str) -> None:
    refusal = read_bytes(data, path).refusal
    assert refusal is not None
    assert refusal.kind == kind
    assert refusal.reason.startswith(reason)


@pytest.mark.parametrize(
    ("data", "reason", "advice"),
    [
        (r'"{\"article\": {\"num\": \"L1\"}}"', "JSON that was written as a string", "json.loads"),
        ("{'article': {'num': 'L1', 'texte': None}}", "values as Python prints them", "json.dump"),
        ("HTTP/1.1 200 OK\nServer: a\n\n{}", "an answer of a server with its headers", "body"),
        ("[InternetShortcut]\r\nURL=https://exemple.fr/", "a link to a web page", "save it as HTML"),
        ("-- dump\nBEGIN TRANSACTION;\nCREATE TABLE articles (id text);", "a dump of a database", "sqlite3"),
        ("Nom;Prix;Avis\nSablier;3;bon\nMoulin;4;\n", "a table whose columns are not those of articles", "numéro"),
        ("Drop the mill, and the wind\n", "text in no known format", "nearest"),
    ],
)
def test_a_form_of_a_program_is_said_with_what_to_do(data: str, reason: str, advice: str) -> None:
    refusal = read_bytes(data.encode(), "a.txt").refusal
    assert refusal is not None
    assert (refusal.reason, advice in refusal.advice) == (reason, True)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("{", 1),
        ('{\n"article": {', 2),
        ('{"article": {"num": "L1", "texte": "Le ve', 1),
        ('[{"prix": 3},\n{"prix": tru', 2),
        ('{"article": {"id": "LEGIARTI000000000007", "num": "L1",\n"dateDebut": 145', 2),
        ('{"article": {"id": "LEGIARTI000000000007", "num": "L1",\n"texte": "", "liste": [', 2),
    ],
)
def test_json_of_which_the_end_is_missing_is_said(data: str, line: int) -> None:
    refusal = read_bytes(data.encode(), "a.json").refusal
    assert refusal is not None
    assert refusal.reason == f"JSON that ends too early, on line {line}"
    assert "fetch it again" in refusal.advice


@pytest.mark.parametrize(
    "data", ['{"prix": 3}', '{"prix": 3}\n{"prix": 4}', "[1, , 2, 3, 4, 5]", "[[" * 100_000, "null"]
)
def test_other_json_has_its_end(data: str) -> None:
    refusal = read_bytes(data.encode(), "a.json").refusal
    assert refusal is not None
    assert "too early" not in refusal.reason


def test_json_in_no_known_format_is_no_question_of_a_limit(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"prix": "' + "3" * 200_000 + '"}]', "utf-8")
    (tmp_path / "b.txt").write_text("Le vent souffle.\n" * 10_000, "utf-8")
    with within(Limits(text_size=100_000)):
        reasons = [read_file(tmp_path / name).refusal for name in ("a.json", "b.txt")]
        in_memory = read_bytes((tmp_path / "a.json").read_bytes(), "a.json").refusal
    assert reasons[0] is not None
    assert reasons[0].reason == "JSON in no known format"  # and not one that ends where no more was read
    assert [each.code if each else None for each in (*reasons, in_memory)] == [
        "unknown-format",
        "size-limit",
        "unknown-format",
    ]


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"Des mots sans forme.", "The nearest format is page-text: the text of a page with its headings"),
        (b"<html><p>Des mots.</p></html>", "The nearest format is web-page"),
        (b"Article sans forme.", "The nearest format is "),
        (b'{"type": "vent", "data": {"title": "Code"}}', "The nearest format is legi-data: JSON with"),
        (b'{"vent": 1}', "`cpp-corpus formats` lists what is read."),
    ],
)
def test_an_unknown_text_has_the_nearest_format(data: bytes, advice: str) -> None:
    refusal = read_bytes(data, "x").refusal
    assert refusal is not None
    assert refusal.finding("x").message.split("output. ")[1].startswith(advice)


def test_the_suffix_does_not_matter() -> None:
    assert read_bytes(PAGE.encode(), "x.png").format == "mirror-page"


def test_only_the_head_of_a_large_binary_is_read() -> None:
    class Stream(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert 0 < size <= 1 << 16
            return super().read(size)

    class Large(DataEntry):
        def open(self) -> BinaryIO:
            return Stream(self.data)

    read = read_entry(Large("x.png", b"\x89PNG" + bytes(1 << 20)))
    assert read.refusal is not None
    assert read.refusal.reason == "an image"


def test_articles_stand_in_the_order_that_their_source_says() -> None:
    def read_reversed(file: RawFile) -> Iterator[Document]:
        (document,) = ADAPTERS["mirror-page"].read(file)
        drafts = [draft._replace(facts=Facts(order=-at)) for at, draft in enumerate(document.drafts)]
        yield replace(document, drafts=tuple(drafts))

    sniff = ADAPTERS["mirror-page"].sniff
    ADAPTERS.add("reversed", Adapter("reversed", "", "", sniff, read_reversed), before="mirror-page")
    try:
        (document,) = read_bytes(b"# Article 1\n\nUn.\n\n# Article 2\n\nDeux.", "x.md").documents
    finally:
        ADAPTERS.remove("reversed")
    assert [draft.blocks[0].text for draft in document.drafts] == ["Article 2", "Article 1"]

"""One file: recognised and read, or a finding that says why not."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.ingest import ADAPTERS, read_bytes, read_file

PAGE = "# Article 12-3\n\n<p>Le vent souffle.</p>"
DUMP = "Code des nuages\n\nVersion en vigueur au 03 mars 2021\n\n  • La pluie tombe.\n\nRetourner en haut de la page"


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in read_bytes(data, "x.md").findings]


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
        (b"%PDF-1.7", ["binary-file"]),
        (b"Des mots sans forme.", ["unknown-format"]),
        (PAGE.encode("cp1252") + "é".encode("cp1252"), ["legacy-encoding"]),
        ("# Article 1\n\nÉté là".encode() + b"\xff", ["encoding-damage"]),
        (b"# Article 1\n\n", ["truncated-page"]),
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


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.md", tmp_path, tmp_path / "nul\0.md"):
        read = read_file(path)
        assert [finding.code for finding in read.findings] == ["unreadable-file"]
        assert read.documents == ()


def test_size_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "1.md"
    path.write_text(PAGE)
    read = read_file(path)
    assert read.size == len(PAGE)
    assert len(read.sha256) == 64


def test_adapters_have_different_names() -> None:
    assert len({adapter.name for adapter in ADAPTERS}) == len(ADAPTERS)


@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: ("# Article 1\n" + text).encode("utf-8")))
)
def test_no_content_raises(data: bytes) -> None:
    read = read_bytes(data, "x.txt")
    assert read.documents or read.findings

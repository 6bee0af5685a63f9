"""What holds for all formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpp_corpus.ingest import ADAPTERS, Adapter, RawFile, read_file

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")


@pytest.mark.parametrize("adapter", ADAPTERS.values(), ids=lambda adapter: adapter.name)
def test_the_page_has_every_format(adapter: Adapter) -> None:
    assert f"`{adapter.name}`" in PAGE


@pytest.mark.parametrize("adapter", ADAPTERS.values(), ids=lambda adapter: adapter.name)
def test_no_format_takes_what_is_none(adapter: Adapter) -> None:
    for data in (b"", b" \n", b"{}", b"[]", b"<a/>", b"\x00" * 99, b"Le vent.", b'{"type": "code"}', b"\xff\xfe"):
        assert not adapter.sniff(RawFile("x", data))


@pytest.mark.shared
def test_samples_of_json_are_of_their_format_or_refused(shared: Path) -> None:
    of_folder: dict[str, set[str | None]] = {
        "legi_js_json": {"legi-js"},
        "piste_api_json": {"piste", None},
        "socialgouv_kali_data_json": {"kali-data", None},
        "socialgouv_legi_data_json": {"legi-data", None},
        "article_number_lists": {None},
    }
    for folder, formats in of_folder.items():
        for path in (shared / "data" / "formats" / folder).glob("*.json"):
            read = read_file(path)
            assert read.format in formats
            assert (read.refusal is None) is (read.format is not None)

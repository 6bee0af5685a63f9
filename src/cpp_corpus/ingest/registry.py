"""The table of formats, in the order in which they are tried."""

from __future__ import annotations

from cpp_corpus.errors import InputError
from cpp_corpus.ingest import (
    catala,
    csv_table,
    dila_xml,
    envinorma,
    flat_dump,
    json_nested,
    json_rows,
    kali_data,
    legi_data,
    legi_js,
    legi_sqlite,
    markdown_code,
    mirror_page,
    office,
    page_text,
    parquet,
    pdf,
    piste,
    setext_page,
    sheets,
    text_tables,
    tricoteuses_json,
    tricoteuses_page,
    web_page,
)
from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.table import Table, no_instance_of

__all__ = ["ADAPTERS", "converted_text", "recognise"]

ADAPTERS: Table[Adapter] = Table(
    "formats",
    {
        adapter.name: adapter
        for adapter in (
            mirror_page.ADAPTER,
            dila_xml.ADAPTER,
            markdown_code.ADAPTER,
            tricoteuses_page.ADAPTER,
            catala.ADAPTER,
            setext_page.ADAPTER,
            flat_dump.ADAPTER,
            legi_data.ADAPTER,
            kali_data.ADAPTER,
            legi_js.ADAPTER,
            envinorma.ADAPTER,
            piste.ADAPTER,
            tricoteuses_json.ADAPTER,
            json_nested.ADAPTER,
            json_rows.ADAPTER,
            parquet.ADAPTER,
            csv_table.ADAPTER,
            sheets.ADAPTER,
            legi_sqlite.ADAPTER,
            web_page.ADAPTER,
            pdf.ADAPTER,
            office.ADAPTER,
            page_text.ADAPTER,
            text_tables.ADAPTER,
        )
    },
    fault=no_instance_of(Adapter),
)
"""By name; other packages add to it by entry points of the group ``cpp_corpus.formats``."""


def recognise(file: RawFile) -> Adapter | None:
    """The first adapter that recognises ``file``; ``None`` where none does."""
    for adapter in ADAPTERS.ordered:
        try:
            if adapter.sniff(file):
                return adapter
        except Exception as error:
            error.add_note(f"in the format {adapter.name!r}")
            raise
    return None


def converted_text(file: RawFile) -> str | None:
    """The text of a document whose bytes are no text, whether it has articles or not; ``None`` for any other file.

    ``InputError`` where it cannot be read, ``MissingExtraError`` where packages are not installed.
    """
    adapter = recognise(file) if file.binary else None
    if adapter is None or adapter.text is None:
        return None
    try:
        return adapter.text(file.data)
    except RefusedError as error:
        raise InputError(f"is {error.reason}", path=file.path, hint=error.advice) from error

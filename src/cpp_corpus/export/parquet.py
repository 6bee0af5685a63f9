"""Parquet: the folder ``parquet`` with a typed table in each file, written in groups of rows.

Dates are ``date32``, which pandas, polars and DuckDB read as days; lists are lists of text. Each column has its
description in the schema.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any

from cpp_corpus.export.base import Exporter
from cpp_corpus.export.tables import ARTICLES, TABLES, CellType, Layout, Row, TablesSink

__all__ = ["PARQUET"]

_ROWS = 10_000  # of a group
_WORDS = 8_000_000  # characters of the articles of a group


class _ParquetSink(TablesSink):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._arrow = import_module("pyarrow")
        made = folder / "parquet"
        made.mkdir()
        self._types = _types(self._arrow)
        self._waiting: dict[str, list[Row]] = {table.name: [] for table in TABLES}
        self._words = 0
        with ExitStack() as opened:
            self._writers = {
                table.name: opened.enter_context(self._writer(made / f"{table.name}.parquet", table))
                for table in TABLES
            }
            self._opened = opened.pop_all()

    def add(self, table: Layout, rows: Sequence[Row]) -> None:
        waiting = self._waiting[table.name]
        waiting.extend(rows)
        if table is ARTICLES:
            self._words += sum(len(row[_BODY]) for row in rows)
        if len(waiting) >= _ROWS or self._words >= _WORDS:
            self._write(table)

    def end(self) -> dict[str, int]:
        for table in TABLES:
            self._write(table)
        self._opened.close()
        return super().end()

    def close(self) -> None:
        self._opened.close()

    def _write(self, table: Layout) -> None:
        """Write what is waiting as one group of rows."""
        rows = self._waiting[table.name]
        if table is ARTICLES:
            self._words = 0
        if rows:
            columns = [
                self._array(column.type, cells)
                for column, cells in zip(table.columns, zip(*rows, strict=True), strict=True)
            ]
            schema = self._writers[table.name].schema
            self._writers[table.name].write_table(self._arrow.Table.from_arrays(columns, schema=schema))
            rows.clear()

    def _array(self, kind: CellType, cells: tuple[Any, ...]) -> Any:
        if kind is CellType.DAY:
            return self._arrow.array(cells, self._arrow.string()).cast(self._types[kind])
        return self._arrow.array(cells, self._types[kind])

    def _writer(self, path: Path, table: Layout) -> Any:
        fields = [
            self._arrow.field(column.name, self._types[column.type], metadata={"description": column.description})
            for column in table.columns
        ]
        return import_module("pyarrow.parquet").ParquetWriter(path, self._arrow.schema(fields), compression="zstd")


PARQUET = Exporter(
    description="Parquet: articles, references, edges and nodes as typed tables, for pandas, polars and DuckDB",
    files=("parquet",),
    open=_ParquetSink,
    extra="parquet",
    modules=("pyarrow",),
)
"""The exporter ``parquet``."""

# ---------------------------------------------------------------------------------------------------------------------

_BODY = ARTICLES.names.index("text")


def _types(arrow: Any) -> dict[CellType, Any]:
    return {
        CellType.TEXT: arrow.string(),
        CellType.INTEGER: arrow.int32(),
        CellType.NUMBER: arrow.float64(),
        CellType.BOOLEAN: arrow.bool_(),
        CellType.DAY: arrow.date32(),
        CellType.TEXTS: arrow.list_(arrow.string()),
    }

"""CSV: the folder ``csv`` with a table in each file, whose cells no spreadsheet takes for formulas.

The first line has the names of the columns, the encoding is UTF-8. Unknown values are empty cells, booleans are
``true`` and ``false``, the elements of a list are joined by `` | ``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from cpp_corpus.export.base import Exporter
from cpp_corpus.export.tables import TABLES, CellType, Layout, Row, TablesSink
from cpp_corpus.spreadsheet import csv_row

__all__ = ["CSV"]


class _CsvSink(TablesSink):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        made = folder / "csv"
        made.mkdir()
        with ExitStack() as opened:
            self._files = {
                table.name: opened.enter_context((made / f"{table.name}.csv").open("wb", buffering=1 << 18))
                for table in TABLES
            }
            self._opened = opened.pop_all()
        for table in TABLES:
            self._write(table, [table.names])

    def add(self, table: Layout, rows: Sequence[Row]) -> None:
        lists = _LISTS[table.name]
        self._write(table, (_joined(row, lists) for row in rows) if lists else rows)

    def end(self) -> dict[str, int]:
        self._opened.close()
        return super().end()

    def close(self) -> None:
        self._opened.close()

    def _write(self, table: Layout, rows: Iterable[Row]) -> None:
        self._files[table.name].writelines(csv_row(row).encode("utf-8", "replace") for row in rows)


CSV = Exporter(
    description="CSV: articles, references, edges and nodes as tables that spreadsheets can open safely",
    files=("csv",),
    open=_CsvSink,
)
"""The exporter ``csv``."""

# ---------------------------------------------------------------------------------------------------------------------

_LISTS = {
    table.name: [at for at, column in enumerate(table.columns) if column.type is CellType.TEXTS] for table in TABLES
}


def _joined(row: Row, lists: Iterable[int]) -> Row:
    cells = list(row)
    for at in lists:
        cells[at] = " | ".join(cells[at])
    return cells

"""CSV: whatever the cells hold, it is read back, and no cell begins as a formula does."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.spreadsheet import csv_lines, safe_cell

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("sign", FORMULA)
def test_no_cell_begins_as_a_formula(sign: str) -> None:
    assert safe_cell(f"{sign}1+1") == f"'{sign}1+1"


def test_a_formula_behind_blanks_is_one_too() -> None:
    assert safe_cell("  =1+1") == "'  =1+1"


def test_plain_cells_are_left_alone() -> None:
    assert [safe_cell(value) for value in ("L. 811-2", "", "'a", 0, -2, 0.5, False)] == [
        *("L. 811-2", "", "'a", "0", "-2", "0.5", "false")
    ]


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)))
def test_it_is_read_back(rows: list[list[str]]) -> None:
    written = "".join(csv_lines(["a", "b"], rows))
    read = list(csv.reader(StringIO(written, newline="")))
    assert read == [["a", "b"], *([safe_cell(cell) for cell in row] for row in rows)]
    assert not any(cell.startswith(FORMULA) for row in read for cell in row)
    assert [
        [cell.removeprefix("'") if cell != own else cell for cell, own in zip(line, row, strict=True)]
        for line, row in zip(read[1:], rows, strict=True)
    ] == rows

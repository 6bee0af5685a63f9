"""Lines that a converter has broken at a width, found again as one."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.page_lines import page_lines
from cpp_corpus.ingest.page_wrap import Wrapping

WORDS = "Le vent souffle sur les moulins de la colline et sur ceux de la plaine, et le meunier compte les tours. " * 20


def wrapped(width: int, *, indent: str = "") -> str:
    return textwrap.indent(textwrap.fill(WORDS, width), indent)


def joined(text: str, *, markdown: bool = False) -> set[bool]:
    lines = page_lines(text)
    wrapping = Wrapping(lines, markdown=markdown)
    return {wrapping.joins(before, line) for before, line in pairwise(lines)}


@pytest.mark.parametrize("width", [60, 72, 78, 100])
def test_a_fixed_number_of_columns(width: int) -> None:
    assert joined(wrapped(width)) == {True}
    assert joined(wrapped(width, indent="    ")) == {True}


def test_rows_that_are_wider_than_the_columns_do_not_hide_them() -> None:
    rows = [f"  {'Sable':<90}{'Prix':<60}{number}" for number in range(2)]
    lines = page_lines(f"{wrapped(72)}\n\n" + "\n".join(rows))
    wrapping = Wrapping(lines)
    assert (wrapping.width in {70, 71, 72}, wrapping.is_fixed, wrapping.is_wrapped) == (True, True, True)
    assert wrapping.joins(lines[0], lines[1])
    assert not wrapping.joins(lines[-2], lines[-1])


def test_lines_of_other_lengths_are_not_broken() -> None:
    assert joined("\n".join(WORDS[: 50 + 7 * n] for n in range(12))) == {False}


def test_markdown_breaks_lines_beside_links() -> None:
    lines = wrapped(72).splitlines()
    lines[3:4] = ["Le vent souffle selon l'article [R.", f"12-3](/sabliers/{'x' * 90})", "du code des moulins."]
    assert joined("\n".join(lines), markdown=True) == {True}
    assert joined("\n\n".join(lines), markdown=True) == {False}


def test_a_heading_inside_an_annex_is_a_line_of_its_own() -> None:
    body = (
        f"{textwrap.fill(WORDS, 72)}\nSous-section 1.1 : Du sable\n{textwrap.fill(WORDS, 72)}\nArticle 6\nConditions\n"
    )
    page = f"Code des sabliers\n\nArticle L1\n\nLe sable.\n\nArticle L2\n\nLe sable.\n\nArticle Annexe I\n\n{body}"
    (document,) = read_bytes(page.encode(), "x.txt").documents
    lines = [block.text for block in document.drafts[-1].blocks if block.role == "text"]
    assert [line[:20] for line in lines] == [WORDS[:20], "Sous-section 1.1 : D", WORDS[:20], "Article 6", "Conditions"]

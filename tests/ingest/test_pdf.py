"""PDF files."""

from __future__ import annotations

import pytest

from cpp_corpus import find_references
from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.pdf import ADAPTER
from cpp_corpus.tokenizer import tokenize
from tests.ingest.made import pdf

PAGES = (
    ["Code des sabliers", "Titre Ier : Du sable", "Article 1", "Le sable coule.", "Il dort.", "Article 2"],
    ["Le gardien", "garde.", "Titre II : Du grain", "Article 3", "Le grain est noir."],
)


def test_a_pdf_file() -> None:
    data = pdf(*PAGES)
    (document,) = read_bytes(data, "a.pdf").documents
    first, second, third = tokenize(document).articles
    assert (document.format, first.id) == ("pdf", "code-des-sabliers/1")
    assert first.text.split() == ["Le", "sable", "coule.", "Il", "dort."]
    assert second.text.split() == ["Le", "gardien", "garde."]
    assert [d.title for d in third.divisions] == ["Du grain"]
    assert first.source.byte == (0, len(data))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7", "a PDF file that cannot be opened"),
        (pdf([]), "a PDF file without text"),
        (pdf(["Le vent souffle."]), "a PDF file without headings"),
        (pdf(["Article 3", "Le vent."]), "a PDF file with a text with headings"),
    ],
)
def test_what_is_refused(data: bytes, expected: str) -> None:
    refusal = read_bytes(data, "a.pdf").refusal
    assert refusal is not None
    assert refusal.reason.startswith(expected)


def test_a_pdf_file_may_end_anywhere() -> None:
    data = pdf(*PAGES)
    for end in range(4, len(data), 37):
        read = read_bytes(data[:end], "a.pdf")
        assert bool(read.documents) != bool(read.refusal)


def test_raised_figures_are_no_part_of_a_number() -> None:
    lines = [
        "Vu l'article 5^12^, l'article 121^3^ du code civil^1^ et le 1^er^ mars.^4^",
        "^5^ Soit 1 234 m^2^ : 56-7.",
    ]
    assert ADAPTER.text is not None
    text = " ".join(ADAPTER.text(pdf(lines)).split())
    assert text == "Vu l'article 5¹², l'article 121³ du code civil¹ et le 1er mars.⁴ 5 Soit 1 234 m² : 56-7."
    assert [(r.act, r.article) for r in find_references(text)] == [("code-civil", "5"), ("code-civil", "121")]

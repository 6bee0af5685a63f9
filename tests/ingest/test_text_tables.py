"""Tables of articles in texts, web pages and office documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.read import FileRead
from cpp_corpus.model.article import Article
from cpp_corpus.tokenizer import tokenize
from tests.ingest.made import as_docx, as_odt

MARKDOWN = """# Code des sabliers

| Article | Texte | État |
|:--------|-------|------|
| **L1** | Le [sable](https://exemple.fr) coule.<br>Il dort \\| attend. | VIGUEUR |
| R\\*2 | Le verre est clair. | ABROGE |
"""
ROWS = [["N° article", "Contenu"], ["L1", "Le sable coule.\nIl dort."], ["R*2", "Le verre est clair."]]


def as_html(lines: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """An HTML page with headings and a table."""
    made = [
        "".join(f"<td>{''.join(f'<p>{line}</p>' for line in cell.splitlines())}</td>" for cell in row) for row in rows
    ]
    heads = "".join(f"<h1>{line}</h1>" for line in lines)
    return f"<html><body>{heads}<table>{''.join(f'<tr>{row}</tr>' for row in made)}</table></body></html>".encode()


FORMS = pytest.mark.parametrize("made", [as_docx, as_odt, as_html])
Made = Callable[[Sequence[str], Sequence[Sequence[str]]], bytes]


def articles(read: FileRead) -> list[Article]:
    return [article for document in read.documents for article in tokenize(document).articles]


def test_a_table_in_markdown() -> None:
    read = read_bytes(MARKDOWN.encode(), "a.md")
    first, second = articles(read)
    assert (first.id, first.text) == ("code-des-sabliers/l1", "Le sable coule.\nIl dort | attend.")
    assert (second.id, str(second.state), second.source.line) == ("code-des-sabliers/r2", "repealed", 6)
    assert [block.text for block in read.documents[0].above] == ["# Code des sabliers"]
    assert (first.source.format, list(read.findings)) == ("text-table", [])


@FORMS
def test_a_table_in_a_document(made: Made) -> None:
    first, second = articles(read_bytes(made(["Code des sabliers"], ROWS), "a"))
    assert [first.id, second.id] == ["code-des-sabliers/l1", "code-des-sabliers/r2"]
    assert first.text == ("Le sable coule. Il dort." if made is as_odt else "Le sable coule.\nIl dort.")  # a paragraph


@FORMS
def test_a_table_of_headings_and_words_needs_no_names(made: Made) -> None:
    rows = [[f"Article L{at}", f"Le sable coule {at} fois."] for at in range(1, 5)]
    found = articles(read_bytes(made(["Code des sabliers"], rows), "a"))
    assert [a.id for a in found] == [f"code-des-sabliers/l{at}" for at in range(1, 5)]
    assert found[1].text == "Le sable coule 2 fois."


@FORMS
def test_a_table_without_names_is_told_to_have_them(made: Made) -> None:
    rows = [[f"Article L{at}", "Le sable coule.", "Le sable file."] for at in range(1, 5)]
    refusal = read_bytes(made(["Code des sabliers"], rows), "a").refusal
    assert refusal is not None
    if made is not as_html:
        assert refusal.reason == "a table of articles whose first row does not name its columns"
        assert "numéro" in refusal.advice


@FORMS
def test_tables_of_other_things(made: Made) -> None:
    for rows in ([["Article", "Contenu"], ["12", "Une table."]], [["Nom", "Prix"], ["Sablier", "3"]]):
        assert read_bytes(made(["Tarif"], rows), "a").refusal is not None


def test_each_table_is_of_the_act_above_it() -> None:
    text = f"{MARKDOWN}\nCode des moulins et des horloges\n\n|Article|Texte|\n|--|--|\n|1|La roue.|\n"
    found = articles(read_bytes(text.encode(), "a.md"))
    assert [article.act for article in found] == ["code-des-sabliers"] * 2 + ["code-des-moulins-et-des-horloges"]


def test_a_row_with_other_cells_is_said() -> None:
    read = read_bytes(MARKDOWN.replace("| R", "| un | R").encode(), "a.md")
    assert [article.id for article in articles(read)] == ["code-des-sabliers/l1"]
    assert [str(finding.code) for finding in read.findings] == ["truncated-page"]


def test_a_table_in_an_article_is_of_the_article() -> None:
    table = MARKDOWN.partition("\n\n")[2]
    text = f"Code des sabliers\n\nArticle 1\n\nLe sable est noir.\n\n{table}\nArticle 2\n\nIl coule.\n"
    found = articles(read_bytes(text.encode(), "a.txt"))
    assert [str(article.number) for article in found] == ["1", "2"]


CITED = """| Texte | Article | Objet |
|---|---|---|
| Code des sabliers | L. 12-1 | sable |
| Code des sabliers | L. 12-2 | verre |
"""


@pytest.mark.parametrize("text", [f"# Code des sabliers\n\n{CITED}", f"Article ; Texte\n\n{CITED}", CITED])
def test_a_table_of_citations_is_no_law(text: str) -> None:
    read = read_bytes(text.encode(), "table.md")
    assert not articles(read)
    assert read.refusal is not None


def test_a_table_inside_an_answer_is_no_law() -> None:
    prose = "Le meunier doit garder le sable au sec, ce que rappelle la jurisprudence la plus récente.\n\n" * 6
    table = "| Article | Contenu |\n|---|---|\n| L. 12-1 | Le sable coule, dit le code. |"
    read = read_bytes(f"# Code des sabliers\n\n{prose}{table}\n\n{prose}".encode(), "answer.md")
    assert not articles(read)

"""Markdown with titles that are lines in bold, above headings of articles."""

from __future__ import annotations

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.model.article import Article
from cpp_corpus.tokenizer import tokenize

FRONT = '---\ntitle: "Loi du 3 mars 2031 relative aux sabliers"\n---\n'


def records(text: str, path: str = "page.md") -> list[Article]:
    """The articles of a text."""
    found = read_bytes(text.encode(), path)
    assert found.refusal is None, found.refusal
    return [article for document in found.documents for article in tokenize(document).articles]


def divisions(text: str) -> list[list[tuple[str, str | None, str | None]]]:
    return [[(each.kind, each.number, each.title) for each in article.divisions] for article in records(text)]


def test_a_line_in_bold_above_a_heading_is_a_title() -> None:
    text = (
        f"{FRONT}\n**I. Du sable**\n\n### Article 1er\n\nLe sable tombe.\n\n**Jeunes gardiens**\n\n### Article 2\n\n"
        "Le gardien dort.\n\n**II. Du verre**\n\n### Article 3\n\nLe verre luit.\n"
    )
    assert [article.text for article in records(text)] == ["Le sable tombe.", "Le gardien dort.", "Le verre luit."]
    assert divisions(text) == [
        [("division", "I", "Du sable")],
        [("division", "I", "Du sable"), ("division", None, "Jeunes gardiens")],
        [("division", "II", "Du verre")],
    ]


def test_titles_in_bold_stand_inside_those_of_headings() -> None:
    text = (
        "# Code des sabliers\n\n## Titre Ier : Du sable\n\n**Chapitre Ier – Du grain**\n\n## Article 1\n\nIl tombe.\n\n"
        "**Chapitre II – De la dune**\n\n## Article 2\n\nIl dort.\n\n## Titre II : Du verre\n\n## Article 3\n\nIl luit.\n"
    )
    assert [[number for _, number, _ in each] for each in divisions(text)] == [["Ier", "Ier"], ["Ier", "II"], ["II"]]


@pytest.mark.parametrize("last", ["**Le sable est gris.**", "**Le sable :**", "**Le verre** luit"])
def test_the_last_words_of_an_article_in_bold(last: str) -> None:
    text = f"{FRONT}\n### Article 1er\n\nLe sable tombe.\n\n{last}\n\n### Article 2\n\nLe verre luit.\n"
    first, _ = records(text)
    assert first.text == f"Le sable tombe.\n{last.replace('**', '')}"


def test_a_title_with_a_full_stop_among_others() -> None:
    text = (
        f"{FRONT}\n### Article 1\n\nUn.\n\n**Du grain**\n\n### Article 2\n\nDeux.\n\n**De la dune**\n\n### Article 3\n\n"
        "Trois.\n\n**Autres cas.**\n\n### Article 4\n\nQuatre.\n\n**Du verre**\n\n### Article 5\n\nCinq.\n"
    )
    assert [article.text for article in records(text)] == ["Un.", "Deux.", "Trois.", "Quatre.", "Cinq."]


def test_titles_in_bold_above_the_first_article() -> None:
    text = f"{FRONT}\n**sur le sable**\n\n**Titre Ier – Du sable**\n\n**Du grain**\n\n### Article 1er\n\nIl tombe.\n"
    assert divisions(text) == [[("titre", "Ier", "Du sable"), ("division", None, "Du grain")]]

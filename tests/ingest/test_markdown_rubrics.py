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
        "# Code des sabliers\n\n## Titre Ier : Du sable\n\n**Chapitre Ier – Du grain**\n\n## Article 1\n\nUn.\n\n"
        "**Chapitre II – De la dune**\n\n## Article 2\n\nDeux.\n\n## Titre II : Du verre\n\n## Article 3\n\nIl.\n"
    )
    assert [[number for _, number, _ in each] for each in divisions(text)] == [["Ier", "Ier"], ["Ier", "II"], ["II"]]


@pytest.mark.parametrize("last", ["**Le sable est gris.**", "**Le sable :**", "**Le verre** luit"])
def test_the_last_words_of_an_article_in_bold(last: str) -> None:
    text = f"{FRONT}\n### Article 1er\n\nLe sable tombe.\n\n{last}\n\n### Article 2\n\nLe verre luit.\n"
    first, _ = records(text)
    assert first.text == f"Le sable tombe.\n{last.replace('**', '')}"


def test_a_title_with_a_full_stop_among_others() -> None:
    text = (
        f"{FRONT}\n### Article 1\n\nUn.\n\n**Du grain**\n\n### Article 2\n\nDeux.\n\n**La dune**\n\n### Article 3\n\n"
        "Trois.\n\n**Autres cas.**\n\n### Article 4\n\nQuatre.\n\n**Du verre**\n\n### Article 5\n\nCinq.\n"
    )
    assert [article.text for article in records(text)] == ["Un.", "Deux.", "Trois.", "Quatre.", "Cinq."]


def test_titles_in_bold_above_the_first_article() -> None:
    text = f"{FRONT}\n**sur le sable**\n\n**Titre Ier – Du sable**\n\n**Du grain**\n\n### Article 1er\n\nIl tombe.\n"
    assert divisions(text) == [[("titre", "Ier", "Du sable"), ("division", None, "Du grain")]]


@pytest.mark.parametrize("heading", ["**Article {}**", "Article. {}", "Article. {}.", "**Article {}.**"])
def test_front_matter_above_headings_without_a_sign(heading: str) -> None:
    first, second = heading.format("1er"), heading.format("2")
    text = (
        f'---\ntitle: "Loi du 3 mars 2031 relative aux sabliers"\ndate: 2031-03-03\ncategories:\n  - "sable"\n---\n\n'
        f"Section I. - Du sable\n\n{first}\n\nLe sable tombe, dans les cas suivants :\n\n1° La nuit ;\n\n"
        f"Section II. - Du verre\n\n{second}\n\nLe verre luit chaque jour.\n"
    )
    found = records(text)
    assert [article.id for article in found] == ["loi:2031-03-03/1", "loi:2031-03-03/2"]
    assert [article.text.splitlines()[-1] for article in found] == ["1° La nuit ;", "Le verre luit chaque jour."]
    assert [number for each in divisions(text) for _, number, _ in each] == ["I", "II"]


def test_front_matter_without_a_title_is_no_text() -> None:
    assert read_bytes(b"---\nauteur: Jean\n---\n\n**Article 1**\n\nLe sable tombe.\n", "page.md").refusal is not None


def test_titles_in_bold_above_headings_in_bold() -> None:
    text = f"{FRONT}\n**Article 1er**\n\nLe sable tombe.\n\n**Jeunes gardiens**\n\n**Article 2**\n\nLe verre luit.\n"
    assert [article.text for article in records(text)] == ["Le sable tombe.", "Le verre luit."]
    assert divisions(text) == [[], [("division", None, "Jeunes gardiens")]]


def test_a_heading_that_a_writer_has_not_marked() -> None:
    text = f"{FRONT}\n### Article 1er\n\nLe sable tombe.\nArticle. 2\nLe verre luit.\n\n### Article 3\n\nIl dort.\n"
    assert [article.text for article in records(text)] == ["Le sable tombe.", "Le verre luit.", "Il dort."]


@pytest.mark.parametrize("mark", ["", "### "])
@pytest.mark.parametrize("names", ["", "\n\nLe gardien du sable\n\nJean Sablier"])
def test_the_place_and_day_at_the_end_of_a_text(names: str, mark: str) -> None:
    text = f"{FRONT}\n{mark}Article 1\n\nUn.\n\n{mark}Article 2\n\nLe verre luit.\n\nSabley, le 3 mars 2031{names}\n"
    assert [article.text for article in records(text)] == ["Un.", "Le verre luit."]


def test_a_place_and_day_in_an_article() -> None:
    text = (
        f"{FRONT}\n### Article 1\n\nIl écrit :\n\nSabley, le 3 mars 2031\n\nLe verre luit.\n\n### Article 2\n\nDeux.\n"
    )
    assert records(text)[0].text == "Il écrit :\nSabley, le 3 mars 2031\nLe verre luit."


@pytest.mark.parametrize("mark", ["### ", "**"])
def test_the_only_words_of_an_article_in_bold(mark: str) -> None:
    end = "**" if mark == "**" else ""
    text = f"{FRONT}\n{mark}Article 1{end}\n\n**Le sable tombe**\n\n{mark}Article 2{end}\n\nLe verre luit.\n"
    assert [article.text for article in records(text)] == ["Le sable tombe", "Le verre luit."]


def test_a_title_in_bold_below_an_article_without_words() -> None:
    text = f"{FRONT}\n### Article 1 (abrogé)\n\n**Du verre**\n\n### Article 2\n\nLe verre luit.\n"
    assert divisions(text) == [[], [("division", None, "Du verre")]]


def test_a_letter_at_the_end_of_a_code() -> None:
    text = "# Code des sabliers\n\n## Article 1\n\nLe gardien écrit :\n\nSabley, le 3 mars 2031\n\nLe gardien\n"
    assert records(text)[0].text == "Le gardien écrit :\nSabley, le 3 mars 2031\nLe gardien"


def test_many_lines_in_bold_are_words() -> None:
    lines = "".join(f"**Sablier {color}**\n\n" for color in ("rouge", "vert", "bleu", "noir", "gris"))
    text = f"{FRONT}\n### Article 1\n\nLes sabliers :\n\n{lines}### Article 2\n\nLe verre luit.\n"
    assert records(text)[0].text.endswith("Sablier rouge\nSablier vert\nSablier bleu\nSablier noir\nSablier gris")

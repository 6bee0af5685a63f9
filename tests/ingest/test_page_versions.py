"""What the lines around an article say of its versions: history, dates, the end of the article."""

from __future__ import annotations

import pytest

from cpp_corpus import Article
from cpp_corpus.ingest import read_bytes
from cpp_corpus.tokenizer import tokenize


def articles(text: str, path: str = "page.txt") -> list[Article]:
    found = read_bytes(text.encode(), path)
    assert found.refusal is None
    return [article for document in found.documents for article in tokenize(document).articles]


HISTORY = """Code des sabliers

Article 3

{}

Article 4

Le sable dort.
"""
ACT = "Loi n° 2031-12 du 3 mars 2031 - art. 2"


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        (f"Abrogé par {ACT}", "repealed"),
        (f"Transféré par {ACT}", "repealed"),
        (f"Transféré par {ACT}\n\nLe sable tombe.", "in_force"),
        (f"Abrogé par {ACT}\n\nLe sable tombe.", "repealed"),
        (f"Modifié par {ACT}\n\nLe sable tombe.", "in_force"),
        (f"Abrogé par {ACT} (VD)\n\nLe sable tombe.", "in_force"),
        (f"Abrogé par {ACT}\nRétabli par Loi n° 2032-1 du 4 mai 2032 - art. 3\n\nLe sable tombe.", "in_force"),
        (f"Version en vigueur depuis le 1 mars 2024\n\nAbrogé par {ACT}\n\nLe sable tombe.", "in_force"),
    ],
)
@pytest.mark.parametrize("mark", ["", "## "])
def test_the_state_by_the_history(lines: str, state: str, mark: str) -> None:
    text = HISTORY.format(lines).replace("Article", f"{mark}Article")
    first, second = articles(text, "page.md" if mark else "page.txt")
    assert (str(first.number), first.state, second.state) == ("3", state, "in_force")
    assert first.text == ("Le sable tombe." if "tombe" in lines else "")


def test_the_dates_of_a_version_that_was_replaced() -> None:
    first, second = articles(HISTORY.format("Modifié, en vigueur du 1er mars 2024 au 3 mai 2031\n\nLe sable tombe."))
    assert (first.text, first.state, str(first.valid_from), str(first.valid_to)) == (
        *("Le sable tombe.", "repealed", "2024-03-01", "2031-05-03"),
    )
    (third, _) = articles(HISTORY.format("Modifié, en vigueur depuis le 1er mars 2024\n\nLe sable tombe."))
    assert (third.text, third.state, str(third.valid_from)) == ("Le sable tombe.", "in_force", "2024-03-01")
    (kept, _) = articles(HISTORY.format("En vigueur du 1er mars au 3 mai, le sable tombe."))
    assert kept.text == "En vigueur du 1er mars au 3 mai, le sable tombe."
    assert second.state == "in_force"


def test_what_stands_below_an_article_of_the_old_site() -> None:
    text = """Chemin :
Code des sabliers
Livre III : Du sable
Article 12
En savoir plus sur cet article...
Créé par Loi n°2031-12 du 3 mars 2031 - art. 2
Le sable dort.
Liens relatifs à cet article
Cité par:
Code des moulins - art. 4 (V)
Anciens textes:
Code des sabliers - art. 9 (VT)
"""
    (article,) = articles(text)
    assert (article.id, article.text) == ("code-des-sabliers/12", "Le sable dort.")
    assert articles(text.replace("Liens relatifs à cet article\nCité par:\n", ""))[0].text.startswith("Le sable dort.")


def test_a_list_of_versions_below_an_article() -> None:
    text = "Arrêté du 6 mai 2031 sur le sable\n\nArticle 3\n\nLe sable dort.\n\nHistorique des versions\n\n{}\n"
    (article,) = articles(text.format("Version 1\n\nLe sable dort."))
    assert article.text == "Le sable dort."
    (article,) = articles(text.format("Il est joint au sablier."))
    assert article.text == "Le sable dort.\nHistorique des versions\nIl est joint au sablier."


@pytest.mark.parametrize(
    "text",
    [
        "Code des sabliers\n\n7 7\n###### Article 3\n8 8\n\n9 9\nLe\nCe\nsable dort.\n10\n\nIl tombe.\n",
        "Code des sabliers\n\n# Article 3\n\n@@ -7,3 +7,3 @@\n-Le sable dort.\n+Le sable tombe.\n",
        "Code des sabliers\n\nArticle 3\n\n@@ -7,3 +7,3 @@\n-Le sable dort.\n+Le sable tombe.\n",
    ],
)
def test_changes_between_two_versions_are_refused(text: str) -> None:
    refusal = read_bytes(text.encode(), "page.txt").refusal
    assert refusal is not None
    assert refusal.reason == "the changes between two versions of a text, old and new words mixed"


def test_a_table_of_numbers_is_no_list_of_changes() -> None:
    (article,) = articles("Code des sabliers\n\nArticle 3\n\nLes numéros :\n\n1 1\n2 2\n3 3\n")
    assert article.text == "Les numéros :\n1 1\n2 2\n3 3"

"""Headings of articles as people and converters write them."""

from __future__ import annotations

import pytest

from cpp_corpus import Article
from cpp_corpus.ingest import read_bytes
from cpp_corpus.tokenizer import tokenize

DECREE = "Décret n° 2031-40 du 5 mai 2031 relatif au sable\n\nDécrète :\n\n"
SENTENCES = (
    "Le sable est pesé chaque matin par le gardien.",
    "Les grains noirs ne sont jamais comptés avec les blancs.",
    "Le décret du 4 mai 2019 est abrogé.",
)


def articles(text: str, path: str = "page.txt") -> tuple[Article, ...]:
    (document,) = read_bytes(text.encode(), path).documents
    made = tokenize(document)
    assert not [*document.findings, *made.findings]
    return made.articles


def numbers_and_texts(text: str) -> list[tuple[str, str]]:
    return [(str(article.number), article.text) for article in articles(text)]


@pytest.mark.parametrize("first", ["1 er", "1ᵉʳ", "1 ᵉʳ", "1°", "1\ner", "1 ER"])
def test_the_first_article_with_its_raised_letters_set_apart(first: str) -> None:
    text = f"{DECREE}Article {first}\n{SENTENCES[0]}\nArticle 2\n{SENTENCES[1]}\n"
    assert numbers_and_texts(text) == [("1er", SENTENCES[0]), ("2", SENTENCES[1])]


@pytest.mark.parametrize("first", ["1 er. – ", "1ᵉʳ. - ", "1er\n. – ", "1\ner\n. – "])
def test_the_first_article_with_its_raised_letters_set_apart_before_its_text(first: str) -> None:
    text = f"{DECREE}Art. {first}{SENTENCES[0]}\n\nArt. 2. – {SENTENCES[1]}\n\nArt. 3. – {SENTENCES[2]}\n"
    assert numbers_and_texts(text) == list(zip(["1er", "2", "3"], SENTENCES, strict=True))


def test_raised_letters_at_the_foot_of_a_column() -> None:
    text = f"{DECREE}Art. 1 . – {SENTENCES[0]}\nLe soir aussi.\n\ner\n\nArt. 2. – {SENTENCES[1]}\n"
    assert numbers_and_texts(text) == [("1", f"{SENTENCES[0]}\nLe soir aussi."), ("2", SENTENCES[1])]
    assert not any(number == "2" for number, _ in numbers_and_texts(f"{DECREE}Article 1\nLe vent.\nArticle 2 er\nSable."))

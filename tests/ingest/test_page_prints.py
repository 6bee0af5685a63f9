"""Headers and footers of pages that a browser or the Journal officiel has printed."""

from __future__ import annotations

import pytest

from cpp_corpus import Article
from cpp_corpus.ingest import read_bytes
from cpp_corpus.tokenizer import tokenize

STAMP, URL = "30/11/2031 03:06", "https://www.example.org/codes/section_lc/LEGITEXT000099/"
TITLE = "Titre Ier - Code des sabliers - Légifrance"
FIRST = (
    "Code des sabliers\nVersion en vigueur au 30 novembre 2031\n\n"
    "Article L1\nVersion en vigueur depuis le 01 octobre 2016\n"
    "Tout grain de sable qui tombe dans le bulbe du bas, et qui fait tourner la roue du moulin de la colline, est\n"
    "compté par le gardien de jour, ou par celui de nuit, lorsque la roue est arrêtée par le vent du nord qui"
)
SECOND = (
    "gèle.\n\nArticle L2\nVersion en vigueur depuis le 01 octobre 2016\nLe gardien dort entre 1/2 heure et 3/4 d'heure."
)
L1 = (
    "Tout grain de sable qui tombe dans le bulbe du bas, et qui fait tourner la roue du moulin de la colline, est"
    " compté par le gardien de jour, ou par celui de nuit, lorsque la roue est arrêtée par le vent du nord qui gèle."
)


def articles(text: str) -> tuple[Article, ...]:
    (document,) = read_bytes(text.encode(), "page.txt").documents
    return tokenize(document).articles


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (f"{STAMP}                 {TITLE}\n", f"\n{URL}                 {{}}/2\n"),
        (f"{STAMP}\n\n{TITLE}\n\n", f"\n{URL}\n\n{{}}/2\n\n"),
        (f"{TITLE}                 {URL}\n", f"\n{{}} sur 2                {STAMP.replace(' ', ', ')}\n"),
        ("", f"\n{STAMP} {TITLE}\n{URL} {{}}/2\n"),
        ("", f"\n11/30/31, 3:09 AM {TITLE} {URL} {{}}/2\n"),
        (f"\f{STAMP} {TITLE}\n", "\nfile:///home/page_du_code.html {}/2\n"),
    ],
)
def test_what_a_browser_prints_is_left_over_and_the_sentence_in_which_it_stands_is_joined(
    above: str, below: str
) -> None:
    text = above + FIRST + below.format(1) + above + SECOND + below.format(2)
    found = articles(text)
    assert [(article.id, article.text) for article in found] == [
        ("code-des-sabliers/l1", L1),
        ("code-des-sabliers/l2", "Le gardien dort entre 1/2 heure et 3/4 d'heure."),
    ]


def test_a_print_of_one_page() -> None:
    text = f"{STAMP}   Article L2 - Code des sabliers - Légifrance\n\n{FIRST}\n{SECOND}\n\n{URL}          1/1\n"
    assert [article.text[-9:] for article in articles(text)] == ["qui gèle.", " d'heure."]


def test_addresses_and_fractions_of_the_law_stay() -> None:
    words = f"Le sable est compté sur le site :\n\n{URL}\n\n2/3\n\nou 3/4."
    text = f"Code des sabliers\n\nArticle L1\nVersion en vigueur depuis le 01 octobre 2016\n{words}\n"
    assert [article.text for article in articles(text)] == [words.replace("\n\n", "\n")]


def test_the_borders_of_the_journal_officiel() -> None:
    border = "\n3 mars 2031\n\nJOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE\n\nTexte 8{}\n\n"
    head = "Décret n° 2031-40 du 3 mars 2031 relatif au sable\n\nDécrète :\n\n"
    text = (
        f"{border.format('')}{head}Art. 1er. – Le sable est compté le :\n\n3 mars 2031\n"
        f"{border.format('')}Art. 2. – Le gardien dort.\n{border.format(' sur 120')}"
    )
    assert [article.text for article in articles(text)] == ["Le sable est compté le :\n3 mars 2031", "Le gardien dort."]


def test_the_title_of_a_division_whose_articles_were_broken_at_a_width() -> None:
    titles = "Code des sabliers\nTitre Ier : Du sable (Articles L1\nà L9)"
    text = f"{titles}\nArticle L1\nVersion en vigueur depuis le 1 mars 2024\n{L1}"
    (article,) = articles(text)
    assert [(division.kind, division.title) for division in article.divisions] == [("titre", "Du sable")]

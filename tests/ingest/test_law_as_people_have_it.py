"""Law in forms that people have it in, and what the messages say of texts that are not read."""

from __future__ import annotations

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.refusal import Refusal
from cpp_corpus.tokenizer import tokenize

ORDER = """ARRÊTÉ

fixant la liste des moulins

NOR : EAUA3100099A

Le ministre du vent,

ARRÊTE

ARTICLE 1

Le moulin de la Roue est classé.

ARTICLE 2

Le directeur du vent est chargé de l'exécution.

Fait à Paris, le 3 mars 2031
"""
TREATY = """CONVENTION
entre le Gouvernement de la République française et le Gouvernement du Royaume du Vent, signée le 3 mars 2031

Article 1er
Les eaux du lac sont communes.

Article 2
Une commission veille à leur partage.
"""
APART = """Code des vents

Article
L. 12-3
Le vent souffle.

Article
L. 12-4
La pluie tombe.
"""


def read(text: str) -> list[tuple[str, str]]:
    documents = read_bytes(text.encode(), "a.txt").documents
    return [(article.id, article.text) for document in documents for article in tokenize(document).articles]


def refusal(text: str) -> Refusal:
    found = read_bytes(text.encode(), "a.txt").refusal
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        ORDER,
        ORDER.replace("NOR : EAUA3100099A\n\n", ""),
        ORDER.replace("ARRÊTE\n", "Arrête :\n").replace("ARRÊTÉ\n", "ARRÊTÉ fixant les moulins\n"),
    ],
)
def test_an_order_has_the_day_of_its_signature(text: str) -> None:
    assert read(text) == [
        ("arrete:2031-03-03/1", "Le moulin de la Roue est classé."),
        ("arrete:2031-03-03/2", "Le directeur du vent est chargé de l'exécution."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        ORDER.replace("Fait à Paris, le 3 mars 2031\n", ""),
        ORDER.replace("ARRÊTE\n", "dit\n"),
        ORDER.replace("NOR : EAUA3100099A", "").replace("Le ministre du vent,", "Le maire de la Roue,"),
    ],
    ids=["no day", "no formula", "of a town"],
)
def test_an_order_without_what_tells_its_act_is_refused(text: str) -> None:
    assert "without a sign that it is law" in refusal(text).reason


@pytest.mark.parametrize(
    "text",
    [
        TREATY,
        TREATY.replace("CONVENTION\nentre", "Accord sur le vent entre"),
        TREATY.replace("du Royaume du Vent", "du Royaume de Belgique"),
    ],
)
def test_a_treaty_of_france_is_read_without_an_act(text: str) -> None:
    assert [name for name, _ in read(text)] == ["?/1", "?/2"]


def test_a_convention_of_others_is_a_contract() -> None:
    text = TREATY.replace("le Gouvernement de la République française", "la société du Moulin")
    assert refusal(text).reason.startswith("a contract")


def test_a_number_below_the_word_of_its_heading() -> None:
    assert read(APART) == [("code-des-vents/l12-3", "Le vent souffle."), ("code-des-vents/l12-4", "La pluie tombe.")]


def test_a_number_below_a_column_is_no_heading() -> None:
    text = "Code des vents\n\nArticle L1\nTarif par\nArticle\n12\nPrix.\n\nArticle L2\nLa pluie.\n"
    assert read(text)[0] == ("code-des-vents/l1", "Tarif par\nArticle\n12\nPrix.")


def test_a_list_of_articles_is_said_to_be_one_and_is_read_with_their_words() -> None:
    numbers = ["L. 12-3", "L. 12-4", "L. 12-5"]
    text = "Code des vents : articles cités\n\n" + "".join(f"Article {number}\n" for number in numbers)
    assert refusal(text).reason == "a list of articles, without their words"
    words = "Code des vents\n\n" + "".join(f"Article {number}\nLe vent souffle.\n" for number in numbers)
    assert len(read(words)) == len(numbers)


@pytest.mark.parametrize(
    "text",
    [
        "CONTRAT DE MOULIN\n\nArticle 1er - Objet\nLe meunier moud.\n\nArticle 2 - Prix\nTrois sacs.\n",
        "Entre les soussignés :\nA et B,\n\nArticle 1er - Objet\nIl moud.\n\nArticle 2 - Prix\nTrois sacs.\n",
    ],
)
def test_clauses_with_titles_are_those_of_a_contract(text: str) -> None:
    assert refusal(text).reason.startswith("a contract")


def test_what_is_said_of_headings_that_name_their_acts_works() -> None:
    words = ["La pierre est plate.", "Le vent souffle.", "Le sable dort."]
    acts = ["code des lavoirs", "code des vents", "loi n° 2031-12 du 3 mars 2031"]
    named = "".join(
        f"Article {at} du {act}\n\n{each}\n\n" for at, (act, each) in enumerate(zip(acts, words, strict=True))
    )
    named = named.replace("du loi", "de la loi")
    assert "name the acts" in refusal(named).reason
    titled = "".join(
        f"{act.capitalize()}\n\nArticle {at}\n\n{each}\n\n"
        for at, (act, each) in enumerate(zip(acts, words, strict=True))
    )
    assert [name for name, _ in read(titled)] == ["code-des-lavoirs/0", "code-des-vents/1", "loi:2031-12/2"]

"""Titles of divisions with their accents, apostrophes and hyphens."""

from __future__ import annotations

import pytest

from cpp_corpus.lang.typography import plain, slug
from cpp_corpus.model.article import Division
from cpp_corpus.site.titles import Spellings, division_label

MILLS = (
    "Le préfet contrôle l'établissement du moulin et délivre, outre-mer, l'autorisation.",
    "L'Etat contrôle les moulins à vent. C'est l'état de la meule qui compte, l'état de la meule.",
    "Les recettes de l'Etat, à Vieux-Moulin et en Haute-Meule, sont à vérifier.",
    "Ces œuvres sont mises en œuvre par le maire.",
)


@pytest.mark.parametrize(
    "title",
    [
        "De l'établissement du moulin",
        "Contrôle de l'Etat",
        "De l'état de la meule",
        "Recettes à Vieux-Moulin et en Haute-Meule",
        "Moulins d'outre-mer",
        "D'œuvres mises en œuvre",
    ],
)
def test_a_title_comes_back_from_its_slug(title: str) -> None:
    for bare in {slug(title), slug(plain(title))}:
        assert Spellings(MILLS, [bare]).title(bare) == title


def test_a_word_of_two_spellings_stays_as_the_source_has_it() -> None:
    spellings = Spellings(["Le meunier chargé du blé.", "La charge du moulin.", "Une charge utile."])
    assert spellings.title("meunier-charge-du-ble") == "Meunier charge du blé"


def test_texts_that_disagree_change_nothing() -> None:
    own, others = Spellings(["Les blés moulus sont dispensés."]), Spellings(["Les dispenses du meunier."])
    assert own.title("dispenses") == "Dispensés"
    assert own.title("dispenses", others) == "Dispenses"


def test_words_of_other_acts() -> None:
    own, others = Spellings(["Le moulin tourne."]), Spellings(["L'écluse et sa clé."])
    assert own.title("le-moulin-et-lecluse", others) == "Le moulin et l'écluse"


def test_an_article_is_elided_only_before_a_word_that_is_known() -> None:
    spellings = Spellings(["Une instruction, une horloge."])
    assert spellings.title("de-linstruction-dhorloge") == "De l'instruction d'horloge"
    assert spellings.title("le-lavoir-du-lieu") == "Le lavoir du lieu"


def test_words_are_joined_only_where_the_texts_join_them() -> None:
    spellings = Spellings(["Il peut être meunier.", "Il peut être absent.", "Peut-être."], ["peut-etre"])
    assert spellings.title("peut-etre") == "Peut être"


def test_the_words_of_slugs_are_kept() -> None:
    spellings = Spellings(["L'écluse, la clé et le blé."])
    spellings.keep(["de-lecluse", "ble"])
    assert [spellings.title(each) for each in ("lecluse", "ecluse", "ble", "cle")] == [
        "L'écluse",
        "Écluse",
        "Blé",
        "Cle",
    ]


def test_nothing_is_known_without_texts() -> None:
    assert Spellings().title("des-moulins-preliminaires") == "Des moulins préliminaires"


@pytest.mark.parametrize(
    ("bare", "title"),
    [
        ("vents-mentionnes-a-larticle-r-112-3", "Vents mentionnes à l'article R. 112-3"),
        ("article-a-814-2", "Article A. 814-2"),
        ("articles-12-3-et-l-4-1-b", "Articles 12-3 et L. 4-1 b"),
        ("moulins-1-a-3", "Moulins 1 a 3"),
        ("a-moulins-a-vent", "A moulins à vent"),
        ("annexe-a-larticle-a-742-6", "Annexe à l'article A. 742-6"),
        ("articles-a-12-2-a-a-12-4-et-a-12-9", "Articles A. 12-2 à A. 12-4 et A. 12-9"),
        ("loi-n-83-12-et-a526-1", "Loi n 83-12 et A. 526-1"),
    ],
)
def test_numbers_of_articles(bare: str, title: str) -> None:
    assert Spellings(["L'article."]).title(bare) == title


@pytest.mark.parametrize(
    ("division", "label"),
    [
        (Division(kind="sous-section", number="2", slug="sous-section-2-du-vent"), "Sous-section 2 : Du vent"),
        (Division(kind="annexe", number="1", slug="annexe-1-5-2"), "Annexe 1-5-2"),
        (Division(kind="annexe", number="1", slug="annexe-1-5-des-vents"), "Annexe 1-5 : Des vents"),
        (Division(kind="section", number="1", slug="section-1"), "Section 1"),
        (Division(kind="livre", number="Ier", slug="livre-premier-des-vents"), "Livre Ier : Des vents"),
        (Division(kind="partie", number="II", slug="deuxieme-partie-des-vents"), "Deuxième partie : Des vents"),
        (Division(kind="sous-section", number="Ier", slug="1re-sous-section-du-vent"), "1re sous-section : Du vent"),
        (Division(kind="division", number="12", slug="12-des-vents"), "12 : Des vents"),
        (Division(kind="division", number="0I bis", slug="0i-bis-des-vents"), "0I bis : Des vents"),
        (Division(kind="annexe", number="A", slug="annexes-des-vents"), "Annexe A : Annexes des vents"),
        (Division(kind="titre", number="préliminaire", slug="titre-preliminaire"), "Titre préliminaire"),
    ],
)
def test_labels(division: Division, label: str) -> None:
    assert division_label(division) == label

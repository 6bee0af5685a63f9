"""Pages of the site as people paste them: fold buttons, the summary of the page, history glued or displaced."""

from __future__ import annotations

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.model.article import Article
from cpp_corpus.tokenizer import tokenize

LAW = "Loi n° 2031-12 du 3 mars 2031 relative aux sabliers"
CODE = "Code des sabliers"


def records(text: str, path: str = "page.txt") -> list[Article]:
    """The articles of a text."""
    found = read_bytes(text.encode(), path)
    assert found.refusal is None, found.refusal
    return [article for document in found.documents for article in tokenize(document).articles]


def placed(text: str) -> list[tuple[str, list[str]]]:
    """The number of each article, and its divisions as kind, number and title."""
    return [
        (
            article.number.heading if article.number else "",
            [f"{each.kind} {each.number} {each.title}" for each in article.divisions],
        )
        for article in records(text)
    ]


@pytest.mark.parametrize("button", ["Replier", "Replier ", "Déplier", "Déplier\xa0"])
def test_a_fold_button_is_no_word_of_a_title(button: str) -> None:
    text = (
        f"{CODE}\n{button}Section 1 : Du sable (Articles L1-1 à L1-2)\nArticle L1-1\nLe sable tombe.\n\nVersions \n"
        f"Liens relatifs \n{button}Section 2 : Du verre (Article L1-2)\nArticle L1-2\nLe verre luit.\n\nVersions \n"
    )
    assert placed(text) == [("L1-1", ["section 1 Du sable"]), ("L1-2", ["section 2 Du verre"])]


def test_a_fold_button_glued_to_a_title_without_a_number() -> None:
    text = (
        f"{LAW}\nArticle 1\nLe sable tombe.\nVersions \nReplierAnnexes (Article Annexe)\n"
        "ReplierListe des sabliers. (Article Annexe)\nArticle Annexe\nLe sablier rouge.\nVersions \n"
    )
    assert placed(text)[1][1][-1] == "division None Liste des sabliers."


def test_words_that_begin_like_the_button() -> None:
    text = f"{CODE}\nArticle 1\nLe gardien doit :\nReplier la toile ;\nReplier Sablier le soir.\nArticle 2\nIl dort.\n"
    assert "Replier la toile ;\nReplier Sablier le soir." in records(text)[0].text


SUMMARY = "Titre Ier : Du sable (Article 1)\nTitre II : Du verre (Articles 2 à 3)\n"


@pytest.mark.parametrize("title", ["Titre Ier : Du sable (Article 1)\n", ""])
def test_the_summary_of_a_page_is_no_parent(title: str) -> None:
    text = (
        f"{LAW}\nNaviguer dans le sommaire\n{SUMMARY}\nVu l'avis ;\n\n{title}Article 1\n\nLe sable tombe.\nVersions \n"
    )
    assert placed(text) == [("1", ["titre Ier Du sable"] if title else [])]


def test_a_summary_without_a_button() -> None:
    text = (
        f"{LAW}\nTitre Ier : Du sable\nChapitre Ier : Du gardien\nTitre II : Du verre\nChapitre II : De la nuit\n\n"
        "Titre Ier : Du sable\nArticle 1\nLe sable tombe.\n"
    )
    assert placed(text) == [("1", ["titre Ier Du sable"])]


def test_the_path_of_a_page_below_the_button_is_the_parent() -> None:
    text = (
        f"{CODE}\nNaviguer dans le sommaire du code\nLivre Ier : Du sable (Articles 1 à 9)\n"
        "Titre II : Du grain (Articles 1 à 3)\nArticle 1\nVersion en vigueur depuis le 3 mars 2031\nLe sable tombe.\n"
    )
    assert placed(text) == [("1", ["livre Ier Du sable", "titre II Du grain"])]


@pytest.mark.parametrize(
    "history",
    [
        "Création Loi 1931-03-07 promulguée le 17 mars 1931",
        "Modifié par Loi du 5 janvier 1933",
        "Abrogé par Décret n°2031-4 du 3 mars 2031 - art. 2",
        "Transféré par Loi du 5 janvier 1933",
        "Version en vigueur depuis le 3 mars 2031",
    ],
)
@pytest.mark.parametrize("number", ["12", "12 bis", "1er", "L12-3", "R. 12-3 A", "12-1"])
def test_a_heading_glued_to_its_history(number: str, history: str) -> None:
    text = f"{CODE}\nArticle {number}{history}\nLe sable tombe.\n\nVersions \nLiens relatifs \n"
    (article,) = records(text)
    assert article.number is not None
    assert article.number.heading.replace(" ", "") == number.replace(". ", "").replace(" ", "")
    assert article.text == "Le sable tombe."


HISTORY = (
    "Modifié par LOI n°2031-12 du 3 mars 2031 - art. 24 (V)",
    "Création Décret n°2019-532 du 23 mai 2019 - art. 1 () JORF 29 mai 2019",
    "Abrogé par Ordonnance n°2031-14 du 2 juillet 2031 - art. 4",
    "Cr par LOI n2031-893 du 28 juillet 2031 - art. 45",
    "Modifi par Dcret n2031-387 du 22 mars 2031 - art. 125",
    "Modifie par Arrete du 22 mars 2031 - art. 1, v. init.",
    "Abrogé par Décret n°2019-13 du 21 octobre 2019 - art. 59 () JORF 23 octobre 2019 en vigueur le 1er janvier 2020",
)


@pytest.mark.parametrize("mark", ["", "## "])
@pytest.mark.parametrize("history", HISTORY)
def test_history_among_the_words_of_an_article(history: str, mark: str) -> None:
    title = f"# {LAW}" if mark else LAW
    text = (
        f"{title}\n\n{mark}Article 1\n\nLe sable tombe.\n\n{history}\n\nLe gardien le pèse.\n\n{mark}Article 2\n\n"
        f"Le verre luit.\n\n{history}\n"
    )
    found = records(text, "page.md")
    assert [article.text for article in found] == ["Le sable tombe.\nLe gardien le pèse.", "Le verre luit."]
    assert {str(article.state) for article in found} == {"in_force"}


@pytest.mark.parametrize("history", HISTORY)
def test_history_at_its_place_is_known(history: str) -> None:
    (article, _) = records(f"{LAW}\n\nArticle 1\n{history}\nLe sable tombe.\n\nArticle 2\nLe verre luit.\n")
    assert article.text == "Le sable tombe."
    assert [link.title for link in article.links] == [history]
    assert str(article.state) == ("repealed" if history.startswith("Abrog") else "in_force")


def test_the_act_of_history_without_accents() -> None:
    text = f"{LAW}\n\nArticle 1\nCr par LOI n2031-893 du 28 juillet 2031 - art. 45\nLe sable tombe.\n"
    (link,) = records(text)[0].links
    assert (link.act, link.article, link.kind) == ("loi:2031-893", "45", "CREE")


def test_a_sentence_goes_on_behind_displaced_history() -> None:
    text = (
        f"{LAW}\n\nArticle 1\nLe sable tombe.\n{HISTORY[0]}\n- art. 25 (V)\nModifié par Loi n°2031-9\n"
        "du 3 mars 2031 - art. 2 (V)\nLe gardien le pèse.\n\nArticle 2\nLe verre luit.\n"
    )
    assert records(text)[0].text == "Le sable tombe.\nLe gardien le pèse."


@pytest.mark.parametrize(
    "words",
    [
        "Modifie Loi n°2031-12 du 3 mars 2031 - art. 24 (V)",
        "Modifié par la loi n° 2031-12 du 3 mars 2031, le sablier reste fermé.",
        "Créé par le décret, il dort.",
        "Modifié par arrêté, article 2 : le sable.",
    ],
)
def test_words_of_the_law_that_begin_like_history(words: str) -> None:
    text = f"{LAW}\n\nArticle 1\nA modifié les dispositions suivantes :\n{words}\n\nArticle 2\nLe verre luit.\n"
    assert words in records(text)[0].text


def test_displaced_history_below_the_title_of_a_division() -> None:
    text = (
        f"{LAW}\nSection I : Du sable (Articles 1 à 2)\nArticle 1\nLe sable tombe.\n"
        f"Section II : Du verre (Article 2)\n{HISTORY[0]}\n{HISTORY[2]}\nArticle 2\nLe verre luit.\n"
    )
    assert placed(text) == [("1", ["section I Du sable"]), ("2", ["section II Du verre"])]
    assert [article.text for article in records(text)] == ["Le sable tombe.", "Le verre luit."]


def test_the_visas_of_an_act_below_an_article_are_no_words_of_it() -> None:
    text = (
        "Article 3 bis\nModifié par Décret n°2031-12 du 3 mars 2031 - art. 2 (V)\nLe sable tombe.\n"
        "Le Premier ministre,\nSur le rapport du ministre du sable,\nVu le code du sable ;\nLe Conseil entendu,\n"
        "Article 1\nLe sable est gris.\n\nVersions \nArticle 2\nLe verre luit.\n\nVersions \nLiens relatifs \n"
    )
    assert [(article.number.heading, article.text) for article in records(text) if article.number] == [
        ("3 bis", "Le sable tombe."),
        ("1", "Le sable est gris."),
        ("2", "Le verre luit."),
    ]


def test_the_visas_of_a_model_are_words_of_its_annex() -> None:
    text = (
        f"{LAW}\n\nArticle 1\nLe sable tombe.\n\nFait le 3 mars 2031.\n\nAnnexe\n\nModèle d'arrêté\n"
        "Le ministre du sable,\nVu le code du sable ;\nArrête :\nArticle 1\nLe sable est gris.\n"
    )
    assert "Vu le code du sable ;\nArrête :\nArticle 1" in records(text)[1].text


FOOTER = "Dernière modification le 1 juillet 2031 - Document généré le 24 juin 2031"


def test_a_footer_glued_to_the_first_line_of_the_next_page() -> None:
    text = (
        f"{CODE}\n{FOOTER}Article 1er\nLe sable tombe\n{FOOTER}dans le verre.\nArticle 2\nDu verre\n"
        f"{FOOTER}En vigueur étendu\nLe verre luit.\n{FOOTER} \nIl dort.\n{FOOTER}Titre II : De la nuit\nArticle 3\n"
        f"La nuit tombe.\n{FOOTER} - Copyright (C) 2007-2031 Légifrance\n"
    )
    found = records(text)
    assert [article.number.heading for article in found if article.number] == ["1er", "2", "3"]
    assert [" ".join(article.text.split()) for article in found] == [
        "Le sable tombe dans le verre.",
        "Du verre Le verre luit. Il dort.",
        "La nuit tombe.",
    ]
    assert placed(text)[2][1] == ["titre II De la nuit"]


def test_articles_on_one_line_each_with_its_history_and_its_end() -> None:
    end = "Versions Liens relatifs Informations pratiques "
    text = (
        f"Article L12-1 {HISTORY[0]} {HISTORY[2]} Le sable tombe. {end}Article L12-2 {HISTORY[0]} Le verre luit. {end}"
        "Article L12-3 Abrogé par Loi n°2031-9 du 3 mars 2031 - art. 2 Versions Informations pratiques "
    )
    found = records(text)
    assert [article.number.heading for article in found if article.number] == ["L12-1", "L12-2", "L12-3"]
    assert [article.text for article in found] == ["Le sable tombe.", "Le verre luit.", ""]


def test_a_summary_directly_above_the_title() -> None:
    text = (
        f"{CODE}\nVersion en vigueur au 3 mars 2031\nSommaire\nSection 1 : Du sable (Articles L1-1 à L1-2)\n\n"
        "Section 1 : Du sable\n\nArticle L1-1\nVersion en vigueur depuis le 1 janvier 2030\nLe sable tombe.\n"
    )
    assert placed(text) == [("L1-1", ["section 1 Du sable"])]


def test_divisions_numbered_in_words() -> None:
    text = (
        "Code des moulins\n\nLIVRE PREMIER\nDES MEULES\n\nTITRE DEUXIEME\nDU GRAIN\n\nArticle 1\n\nIl est lourd.\n\n"
        "TITRE DIX-SEPTIÈME. - DE LA PLUIE\n\nArticle 2\n\nElle tombe.\n\nSection seconde\n\nArticle 3\n\nElle cesse.\n"
    )
    (document,) = read_bytes(text.encode(), "page.txt").documents
    found = [[(each.kind, each.number, each.title) for each in draft.facts.divisions] for draft in document.drafts]
    assert found == [
        [("livre", "Ier", "DES MEULES"), ("titre", "II", "DU GRAIN")],
        [("livre", "Ier", "DES MEULES"), ("titre", "XVII", "DE LA PLUIE")],
        [("livre", "Ier", "DES MEULES"), ("titre", "XVII", "DE LA PLUIE"), ("section", "II", None)],
    ]

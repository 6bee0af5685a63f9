"""Texts with headings of articles that are no acts of France."""

from __future__ import annotations

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.tokenizer import tokenize

LAW = "Loi n° 2031-12 du 3 mars 2031 relative au vent"
CODE = "Code des vents"
TWO = "Article 1er\nLe vent souffle.\n\nArticle 2\nLa pluie tombe."
FOREIGN = "a text of the law of another country"
JUDGMENT = "a judgment or a decision, the articles of which are of no act"
ABOUT = "a text about an act, without its words"


def reason(text: str, path: str = "a.txt") -> str:
    refusal = read_bytes(text.encode(), path).refusal
    return "" if refusal is None else refusal.reason


def ids(text: str, path: str = "a.txt") -> list[str]:
    documents = read_bytes(text.encode(), path).documents
    return [article.id for document in documents for article in tokenize(document).articles]


@pytest.mark.parametrize(
    "above",
    [
        "Arrêté royal du 3 mars 2031 relatif au vent",
        "Arrêté du Gouvernement wallon du 3 mars 2031 relatif au vent",
        "Décret du 3 mars 2031 relatif au vent\nLe Parlement wallon a adopté et Nous, Gouvernement, sanctionnons :",
        "Loi du 3 mars 2031 sur le vent\nPHILIPPE, Roi des Belges, à tous, présents et à venir, Salut.",
        "Loi du 3 mars 2031 sur le vent\nNous Henri, Grand-Duc de Luxembourg, Duc de Nassau,\nAvons ordonné :",
        "Loi n° 2031-12 du 3 mars 2031 sur le vent\nL'Assemblée des représentants du peuple ayant adopté,",
        "RÉPUBLIQUE DU BÉNIN\nLoi n° 2031-12 du 3 mars 2031 portant code du vent",
        "République togolaise\nLoi n° 2031-12 du 3 mars 2031 portant code du vent",
        "Loi n° 2031-12 du 3 mars 2031 portant code du vent\nL'Assemblée nationale a délibéré et adopté,",
        "Ordonnance souveraine du 3 mars 2031 sur le vent",
        "Dahir n° 1-31-12 du 3 mars 2031 portant promulgation de la loi sur le vent",
        "Constitution de la République du Mali",
        "Code du travail burkinabè",
        "Loi n° 31-12 du 3 mars 2031 relative au vent\nL'Assemblée populaire nationale et le Conseil de la Nation,",
    ],
)
def test_the_law_of_another_country_is_not_read(above: str) -> None:
    assert reason(f"{above}\n\n{TWO}\n") == FOREIGN


@pytest.mark.parametrize(
    "text",
    [
        "Code de droit économique\n\nArticle I.1\nLe vent.\n\nArticle I.2\nLa pluie.\n",
        "Loi sur le vent\n\nLE PARLEMENT DU QUÉBEC DÉCRÈTE CE QUI SUIT :\n\n1. Le vent souffle.\n\n2. La pluie.\n",
    ],
)
def test_the_law_of_another_country_in_a_form_of_its_own(text: str) -> None:
    assert reason(text) == FOREIGN


@pytest.mark.parametrize(
    "end",
    [
        "La présente loi sera publiée au Journal officiel de la République tunisienne.",
        "La présente loi sera publiée et exécutée au Journal officiel de la République de Côte d'Ivoire.",
        "La présente loi est publiée au Mémorial.",
    ],
)
def test_where_a_law_is_published_tells_its_country(end: str) -> None:
    assert reason(f"{LAW}\n\n{TWO}\n\nArticle 3\n{end}\n") == FOREIGN


@pytest.mark.parametrize(
    ("title", "more"),
    [
        (f"{LAW} autorisant l'approbation de l'accord avec le Gouvernement de la\nRépublique du Mali", ""),
        (f"{LAW}\nVu l'avis du Gouvernement wallon,", ""),
        (f"{LAW} et de la pluie\nentre la République française et\nle Roi des Belges,", ""),
        (f"{LAW} en Suisse", "La présente loi sera publiée au Journal officiel de la République française."),
        (LAW, "Le vent est publié au Mémorial."),
    ],
)
def test_a_law_of_france_may_name_another_country(title: str, more: str) -> None:
    assert ids(f"{title}\n\n{TWO}\n{more}\n") == ["loi:2031-12/1", "loi:2031-12/2"]


@pytest.mark.parametrize(
    "title",
    [
        "RÈGLEMENT (UE) 2031/412 DU PARLEMENT EUROPÉEN ET DU CONSEIL\ndu 3 mars 2031",
        "Directive 31/46/CE du Parlement européen et du Conseil du 3 mars 2031",
        "Règlement d'exécution (UE) n° 412/2031 de la Commission",
    ],
)
def test_an_act_of_the_union_is_not_read(title: str) -> None:
    assert reason(f"{title}\n\n{TWO}\n") == "an act of the European Union"


def test_an_act_that_names_one_of_the_union_is_read() -> None:
    assert ids(f"{LAW} et du\nrèglement (UE) 2031/412 du 3 mars 2031\n\n{TWO}\n") == ["loi:2031-12/1", "loi:2031-12/2"]


@pytest.mark.parametrize(
    "text",
    [
        f"COUR D'APPEL DE LA ROUE\nArrêt du 3 mars 2031\n\n{CODE}\n\n{TWO}\n",
        f"{CODE}\n\n{TWO}\n\nPar ces motifs,\nLa cour confirme.\n",
        f"{CODE}\n\n{TWO}\n\nPAR CES MOTIFS, la Cour :\nCasse et annule.\n",
        "Tribunal de la Roue\nVu le vent ;\nDÉCIDE :\nArticle 1er : A paie.\nArticle 2 : B paie.\n",
        f"Tribunal judiciaire de la Roue\nRG n° 31/00012\n\n{CODE}\n\n{TWO}\n",
    ],
)
def test_a_judgment_that_quotes_articles_is_not_read(text: str) -> None:
    assert reason(text) == JUDGMENT


def test_a_code_of_courts_is_read() -> None:
    assert ids(f"{CODE}\nCour de cassation\n\nArticle L1\nLe vent.\n\nArticle L2\nIl statue par ces motifs.\n") == [
        "code-des-vents/l1",
        "code-des-vents/l2",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"PROPOSITION DE LOI\nrelative au vent\nEXPOSÉ DES MOTIFS\n\n{TWO}\n", "a bill or a draft, which is no law"),
        (f"Proposition de loi relative au vent\n\n{TWO}\n", "a bill or a draft, which is no law"),
        (
            f"Projet de décret n° 2031-XX du XX mars 2031 relatif au vent\n\n{TWO}\n",
            "a bill or a draft, which is no law",
        ),
        (f"Projet de loi relatif au vent\n{CODE}\n\n{TWO}\n", "a bill or a draft, which is no law"),
        (f"AMENDEMENT N° 12\n{LAW}\n\n{TWO}\n", "an amendment to a bill, which is no law"),
        (f"{LAW}\n\n{TWO}\nEXPOSÉ SOMMAIRE\nLe vent.\n", "an amendment to a bill, which is no law"),
    ],
)
def test_bills_and_amendments_are_not_read(text: str, expected: str) -> None:
    assert reason(text) == expected


def test_a_law_below_which_its_bill_is_named_is_read() -> None:
    assert ids(f"{LAW}\n\n{TWO}\n\n(1) Projet de loi n° 412 ;\n") == ["loi:2031-12/1", "loi:2031-12/2"]


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        (f"{LAW} : questions et réponses\n\n{TWO}\n", "a.txt", ABOUT),
        (f"# {CODE}\n\nFiche de révision\n\n## Article 1\n\nVent\n\n## Article 2\n\nPluie\n", "a.md", ABOUT),
        (
            f"{CODE}\n\nArticle L1\nQue dit-il ?\nLe vent.\n\nArticle L2\nEt celui-ci ?\nLa pluie.\n",
            "a.txt",
            "a text of questions and answers about an act, without its words",
        ),
        (
            f"{CODE}\n\nArticle L1 : p. 12\nArticle L2 : p. 13\nArticle L3 : p. 14, 15\n",
            "a.txt",
            "a list of pages or decisions for the articles of an act, without its words",
        ),
        (
            f"{CODE}\n\nArticle L1\nCE, 3 mars 2031\nCAA Lyon, 4 mars 2031, n° 3\n\nArticle L2\nCass., 5 mai 2031\n",
            "a.txt",
            "a list of pages or decisions for the articles of an act, without its words",
        ),
    ],
)
def test_what_is_written_about_an_act_is_not_read(text: str, path: str, expected: str) -> None:
    assert reason(text, path) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{CODE}\n\nArticle L1\nLe vent souffle-t-il ?\n\nArticle L2\nLa pluie.\n",
        f"{CODE}\n\nArticle L1\nCE, 3 mars 2031, n° 12\n\nArticle L2\nLa pluie.\n",
        f"Accueil\nFoire aux questions\nRecherche\n{CODE}\n\nArticle L1\nLe vent.\n\nArticle L2\nLa pluie.\n",
    ],
)
def test_one_article_or_a_menu_says_nothing(text: str) -> None:
    assert ids(text) == ["code-des-vents/l1", "code-des-vents/l2"]


@pytest.mark.parametrize(
    "head",
    [
        "LES AMIS DU VENT\nAssociation déclarée\nLoi du 1er juillet 1901 relative au contrat d'association",
        "Loi du 6 juillet 1989\nContrat de location de moulin",
        "MOULINS DU VENT\nSociété anonyme au capital de 3 000 euros\nLoi du 24 juillet 1867 sur les sociétés",
    ],
)
def test_articles_of_a_contract_below_the_name_of_a_law_are_of_no_act(head: str) -> None:
    assert ids(f"{head}\n\n{TWO}\n") == ["?/1", "?/2"]


def test_a_law_on_contracts_is_a_law() -> None:
    assert ids(f"{LAW} et du\ncontrat de moulin\n\n{TWO}\n") == ["loi:2031-12/1", "loi:2031-12/2"]


PROMULGATED = f"{LAW}\nL'Assemblée nationale et le Sénat ont adopté,\nLe Président de la République promulgue la loi :"
DECREED = "Décret n° 2031-12 du 3 mars 2031 relatif au vent\nLe Premier ministre,\n{}\nDécrète :"


@pytest.mark.parametrize(
    "above",
    [
        "Code de commerce\nVersion en vigueur au 3 mars 2031\nLivre Ier : Du vent\nSection 1 : Principauté de Monaco",
        "Code de commerce\nTitre II : Du vent\nRoyaume de Belgique",
        f"{PROMULGATED}\nSection 1 : Royaume du Maroc",
        f"PROPOSITION DE LOI\n{PROMULGATED}",
        f"Directive (UE) 2029/15 du 3 avril 2029 : texte de transposition\n{PROMULGATED}",
        DECREED.format("Vu le Moniteur belge du 3 mars 2031 ;"),
        DECREED.format("Amendement n° 12 à la convention ;"),
    ],
)
def test_an_act_of_france_may_name_others_above_its_articles(above: str) -> None:
    assert reason(f"{above}\n\n{TWO}") == ""


@pytest.mark.parametrize("model", ["PAR CES MOTIFS,", "EXPOSÉ SOMMAIRE"])
def test_an_act_may_have_the_model_of_another_text(model: str) -> None:
    assert (
        reason(f"{PROMULGATED}\n\nArticle 1er\nLe modèle est :\n{model}\nLe vent est dur.\n\nArticle 2\nLa pluie.")
        == ""
    )


@pytest.mark.parametrize("head", ["CONSTITUTION DU 4 OCTOBRE 1958", "Constitution du 4 octobre 1958"])
def test_the_constitution_in_the_head_of_a_bill(head: str) -> None:
    text = (
        f"N° 88\nASSEMBLÉE NATIONALE\n{head}\n\nPROPOSITION DE LOI\nrelative au sable\n\nArticle 1er\nLe sable tombe.\n"
    )
    refusal = read_bytes(text.encode(), "page.txt").refusal
    assert refusal is not None
    assert "bill" in refusal.reason

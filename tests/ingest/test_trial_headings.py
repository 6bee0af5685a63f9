"""Headings, titles and tables as people write them: a state or an act behind a number, orders of a mayor, reports."""

from __future__ import annotations

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.tokenizer import tokenize

LAW = "Loi n° 2031-12 du 3 mars 2031 relative aux sabliers"
CODE = "Code des sabliers"


def articles(text: str, path: str = "page.txt") -> list[tuple[str, str, str]]:
    """Id, state and text of each article of a text."""
    found = read_bytes(text.encode(), path)
    assert found.refusal is None
    made = [article for document in found.documents for article in tokenize(document).articles]
    return [(article.id, article.state.value, article.text) for article in made]


def refusal(text: str, path: str) -> str:
    found = read_bytes(text.encode(), path)
    assert found.refusal is not None
    return found.refusal.reason


@pytest.mark.parametrize(
    ("behind", "state"),
    [
        ("(Loi n° 2031-5 du 3 mars 2031)", "in_force"),
        ("(L. n° 2031-5, 3 mars 2031)", "in_force"),
        ("(inséré par la loi n° 2031-5 du 3 mars 2031)", "in_force"),
        ("(abrogé par la loi n° 2031-5 du 3 mars 2031)", "repealed"),
        ("[abrogé]", "repealed"),
    ],
)
@pytest.mark.parametrize(("sign", "path"), [("", "page.txt"), ("## ", "page.md")])
def test_the_act_or_the_state_behind_a_number(behind: str, state: str, sign: str, path: str) -> None:
    text = (
        f"{sign[1:]}{CODE}\n\n{sign}Article L. 1-1\n\nLe sable tombe.\n\n{sign}Article L. 1-2 {behind}\n\nIl dort.\n\n"
        f"{sign}Article L. 1-3\n\nLe verre luit.\n"
    )
    found = articles(text, path)
    assert [(number, words) for number, _, words in found] == [
        ("code-des-sabliers/l1-1", "Le sable tombe."),
        ("code-des-sabliers/l1-2", "Il dort."),
        ("code-des-sabliers/l1-3", "Le verre luit."),
    ]
    assert found[1][1] == state


@pytest.mark.parametrize("heading", ["2 et dernier", "2 (rectifié)", "second", "deux"])
def test_other_forms_of_the_last_heading(heading: str) -> None:
    lines = articles(f"{LAW}\n\nArticle premier\n\nLe sable tombe.\n\nArticle {heading}\n\nIl dort.\n")
    run_in = articles(f"{LAW}\n\nArt. premier. - Le sable tombe.\n\nArt. {heading}. - Il dort.\n")
    assert lines == run_in
    assert [(number, words) for number, _, words in lines] == [
        ("loi:2031-12/1", "Le sable tombe."),
        ("loi:2031-12/2", "Il dort."),
    ]


@pytest.mark.parametrize(("state", "read"), [("supprimé", "repealed"), ("nouveau", "in_force")])
def test_the_state_before_the_words_of_an_article(state: str, read: str) -> None:
    found = articles(f"{LAW}\n\nArt. 1er. - Le sable.\n\nArt. 2 ({state}). - Il dort.\n\nArt. 3. - Il luit.\n")
    assert found[1] == ("loi:2031-12/2", read, "Il dort.")


def test_roman_numbers_before_the_words() -> None:
    found = articles("Loi du 3 mars 1831 sur le sable\n\nArticle premier. - Le sable.\n\nArt. II. - Il dort.\n")
    assert [number for number, *_ in found] == ["loi:1831-03-03/1", "loi:1831-03-03/ii"]
    counted = articles(f"{LAW}\n\nArt. 1er. - Le sable.\nArt. I. - Il luit.\n\nArt. 2. - Il dort.\n")
    assert [number for number, *_ in counted] == ["loi:2031-12/1", "loi:2031-12/2"]


def test_a_heading_of_several_articles_before_words_is_a_finding() -> None:
    text = f"{LAW}\n\nArt. 1er. - Le sable.\n\nArt. 2 et 3. - Il dort.\n\nArt. 4. - Il luit.\n"
    (document,) = read_bytes(text.encode(), "page.txt").documents
    assert [finding.code for finding in document.findings] == ["unreadable-number"]


@pytest.mark.parametrize(
    "title",
    [
        "Arrêté préfectoral n° 2031-DDT-118 du 7 juillet 2031 réglementant le sable",
        "Arrêté n° DDT-2031-0118 du 3 mars 2031 sur le sable",
        "Arrêté du préfet de région n° R32-2031-03-03-00012 du 3 mars 2031",
        "Arrêté n° 2031/12 du 3 mars 2031",
        "Arrêté municipal n° 12/2031 du 3 mars 2031",
        "ARRÊTÉ MUNICIPAL N° 2031-12",
        "Arrêté municipal du 3 mars 2031",
        "Arrêté du 3 mars 2031 sur le sable\n\nLe maire de Sabley,",
        "Sénatus-consulte du 3 mars 1852",
        "Loi du pays n° 2031-5 du 3 mars 2031",
    ],
)
def test_acts_without_an_id_are_read_without_one(title: str) -> None:
    found = articles(f"{title}\n\nArticle 1er\n\nLe sable tombe.\n\nArticle 2\n\nIl dort.\n")
    assert [(number.rpartition("/")[0], words) for number, _, words in found] == [
        ("?", "Le sable tombe."),
        ("?", "Il dort."),
    ]


@pytest.mark.parametrize(
    ("title", "act"),
    [
        ("Loi du 12 ventôse an XI", "loi:1803-03-03"),
        ("Loi de programmation n° 2031-12 du 3 mars 2031", "loi:2031-12"),
        ("Décret en Conseil d'Etat n° 2031-12 du 3 mars 2031", "decret:2031-12"),
        ("Loi du 3 mars 2031 modifiant la loi n° 2030-12", "loi:2031-03-03"),
    ],
)
def test_acts_of_other_titles(title: str, act: str) -> None:
    found = articles(f"{title}\n\nArticle 1er\n\nLe sable tombe.\n\nArticle 2\n\nIl dort.\n")
    assert [number for number, *_ in found] == [f"{act}/1", f"{act}/2"]


@pytest.mark.parametrize(
    "title",
    [
        "CONTRAT DE LOUAGE",
        "Statuts de l'association Les Amis du sable",
        "Conditions générales de vente de la société Sable",
        "Règlement de copropriété de l'immeuble 3 rue du Sable",
        "Avenant n° 2 au contrat de travail",
        "Rapport n° 412 fait au nom de la commission",
        "Circulaire du 3 mars 2031 relative au sable",
        "TEXTE ADOPTÉ n° 412\n\n« Petite loi »",
    ],
)
def test_what_is_no_law_is_none_in_markdown_too(title: str) -> None:
    text = f"# {title}\n\n## Article 1\n\nLe sable tombe.\n\n## Article 2\n\nIl dort.\n"
    assert "no law" in refusal(text, "page.md")


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_the_numbers_of_pages_between_dashes(dash: str) -> None:
    text = (
        f"{LAW}\n\nArticle 1er\n\nLe sable tombe.\n\n   {dash} 1 {dash}\n\nArticle 2\n\nIl dort.\n\n"
        f"   {dash} 2 {dash}\n\nArticle 3\n\nIl luit.\n"
    )
    assert [words for *_, words in articles(text)] == ["Le sable tombe.", "Il dort.", "Il luit."]


def test_the_order_of_a_mayor_in_markdown() -> None:
    text = "# Arrêté du 3 mars 2031 sur le sable\n\nLe maire de Sabley,\n\n## Article 1\n\nLe sable.\n"
    assert articles(text, "page.md")[0][0] == "?/1"


WORDS = "Le sable tombe dans le verre du sablier."


@pytest.mark.parametrize(
    "row",
    [
        "Code;Numéro d'article;Libellé\nCode des sabliers;L. 1-1;{}",
        "Nom de la loi;Article;Texte de l'article\nCode des sabliers;L. 1-1;{}",
        "Texte;Article;Contenu\nCode des sabliers;L. 1-1;{}",
        "Source;Référence;Texte intégral\nCode des sabliers;L. 1-1;{}",
        "Texte de loi;Livre;Article;Rédaction\nCode des sabliers;Livre Ier;L. 1-1;{}",
    ],
)
def test_names_of_columns_that_people_give(row: str) -> None:
    assert articles(row.format(WORDS) + "\n", "t.csv") == [("code-des-sabliers/l1-1", "unknown", WORDS)]


@pytest.mark.parametrize("title", ["Code civil belge", "Code civil du Québec", "Règlement (UE) 2031/679"])
def test_tables_of_acts_of_others(title: str) -> None:
    table = f"code;article;texte\n{title};L. 1-1;{WORDS}\n{title};L. 1-2;{WORDS}\n"
    assert refusal(table, "t.csv").startswith(("a text of the law of another", "an act of the European"))

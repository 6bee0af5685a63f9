"""Where an article of a text begins and ends: lists of acts in it, quotations, annexes, what stands below the law."""

from __future__ import annotations

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.tokenizer import tokenize

LAW = "Loi n° 2031-12 du 3 mars 2031 relative aux sabliers"
DECREE = "Décret n° 2031-12 du 3 mars 2031 relatif aux sabliers"
CODE = "Code des sabliers"


def articles(text: str, path: str = "page.txt") -> list[tuple[str, str]]:
    """Id and text of each article of a text."""
    found = read_bytes(text.encode(), path)
    assert found.refusal is None
    return [(article.id, article.text) for document in found.documents for article in tokenize(document).articles]


def divisions(text: str) -> list[list[str | None]]:
    found = read_bytes(text.encode(), "page.txt")
    made = [article for document in found.documents for article in tokenize(document).articles]
    return [[division.title for division in article.divisions] for article in made]


@pytest.mark.parametrize("bullet", ["- ", "• ", ""])
@pytest.mark.parametrize("title", [LAW, DECREE, CODE])
@pytest.mark.parametrize("end", [";", ","])
def test_titles_of_other_acts_at_the_end_of_an_article_are_words_of_it(title: str, bullet: str, end: str) -> None:
    first = f"{bullet}Arrêté du 3 mars 2020 relatif aux ailes {end}"
    last = f"{bullet}Arrêté du 4 mars 2020 relatif aux meules"
    found = articles(f"{title}\n\nArticle 1\nSont abrogés :\n{first}\n{last}\n\nArticle 2\nLe sable dort.\n")
    assert [number.rpartition("/")[2] for number, _ in found] == ["1", "2"]
    assert found[0][1].endswith("relatif aux meules")
    assert "relatif aux ailes" in found[0][1]


def test_the_title_of_the_act_once_more_is_no_word_of_an_article() -> None:
    text = f"{CODE}\n\nArticle 1\nLe sable tombe.\n\n{CODE}\n\nArticle 2\nLe sable dort.\n"
    assert [words for _, words in articles(text)] == ["Le sable tombe.", "Le sable dort."]


def test_a_title_in_a_sentence_that_was_broken() -> None:
    text = (
        f"{DECREE}\n\nArticle 1er\nLe sable est pesé dans les conditions que prévoit le livre II du\nCode du travail\n"
        "et par les décrets pris pour son application.\n\nArticle 2\nLe sable dort.\n"
    )
    (_, first), (_, second) = articles(text)
    assert " ".join(first.split()).endswith(
        "le livre II du Code du travail et par les décrets pris pour son application."
    )
    assert second == "Le sable dort."


def test_divisions_that_a_list_has_are_words() -> None:
    text = f"{LAW}\n\nArticle 1\nLe budget a :\nTitre Ier : Du sable ;\nTitre II : Du verre.\n\nArticle 2\nIl dort.\n"
    assert [words.count("\n") for _, words in articles(text)] == [2, 0]
    assert divisions(text) == [[], []]


@pytest.mark.parametrize(
    "quoted",
    [
        "Article L. 12-3-1\nLe verre est clair.",
        "« Article 3\nLe verre est clair.\nArticle 4\nIl est rond. »",
        "“Article 3\nLe verre est clair.\nArticle 4\nIl est rond.”",
        "Article 7\nLe verre est clair.\n\nArticle 8\nIl est rond.",
        "Article 2\nLe verre est clair.",
    ],
)
@pytest.mark.parametrize("title", [LAW, DECREE])
def test_new_articles_of_another_act_stay_in_the_article_that_makes_them(title: str, quoted: str) -> None:
    text = f"{title}\n\nArticle 1er\nIl est inséré un article ainsi rédigé :\n{quoted}\n\nArticle 2\nLe sable dort.\n"
    found = articles(text)
    assert [number.rpartition("/")[2] for number, _ in found] == ["1", "2"]
    assert "Le verre est clair." in found[0][1]
    assert found[1][1] == "Le sable dort."


def test_a_quotation_that_is_never_closed_takes_no_article() -> None:
    text = f"{CODE}\n\nArticle 1\nLe mot « sable est court.\n\nArticle 2\nIl dort.\n\nArticle 3\nIl pèse.\n"
    assert [number for number, _ in articles(text)] == [
        "code-des-sabliers/1",
        "code-des-sabliers/2",
        "code-des-sabliers/3",
    ]


def test_a_heading_in_a_broken_sentence() -> None:
    first = "Sont pesés les sables dont parle l'\nArticle 12\nde ce code."
    text = f"{LAW}\n\nArticle 1\n{first}\n\nArticle 2\nLe sable dort.\n"
    assert [number for number, _ in articles(text)] == ["loi:2031-12/1", "loi:2031-12/2"]


@pytest.mark.parametrize("signature", ["Fait le 3 mars 2031.\n\n", ""])
@pytest.mark.parametrize("title", [LAW, DECREE, CODE])
def test_an_annex_with_articles_of_its_own(title: str, signature: str) -> None:
    text = (
        f"{title}\n\nArticle 1\nLe sable tombe.\n\nArticle 2\nLe modèle est en annexe.\n\n{signature}ANNEXE\n\n"
        "Article 1\nLe bailleur loue le sablier.\n\nArticle 2\nLe preneur le rend.\n"
    )
    found = articles(text)
    assert [number.rpartition("/")[2] for number, _ in found] == ["1", "2", "annexe"]
    assert found[2][1] == "Article 1\nLe bailleur loue le sablier.\nArticle 2\nLe preneur le rend."


def test_an_act_below_the_annex_of_another_one() -> None:
    text = (
        f"{DECREE}\n\nArticle 1er\nLe sable tombe.\n\nANNEXE\n\nLe verre contient dix grains.\n\n"
        "Décret n° 2031-13 du 4 mars 2031 relatif aux moulins\n\nArticle 1er\nL'aile tourne.\n\n"
        "Article 2\nElle est en bois.\n"
    )
    assert [number for number, _ in articles(text)] == [
        "decret:2031-12/1",
        "decret:2031-12/annexe",
        "decret:2031-13/1",
        "decret:2031-13/2",
    ]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("TITRE II\nDES SANCTIONS\nET DES PEINES", "DES SANCTIONS ET DES PEINES"),
        ("TITRE II - DES SANCTIONS APPLICABLES\nAUX GARDIENS", "DES SANCTIONS APPLICABLES AUX GARDIENS"),
        ("CHAPITRE II\nDispositions finales", "Dispositions finales"),
    ],
)
def test_titles_of_divisions_over_several_lines(lines: str, title: str) -> None:
    text = f"{CODE}\n\nArticle 1\nLe sable tombe.\n\n{lines}\n\nArticle 2\nLe sable dort.\n"
    assert [words for _, words in articles(text)] == ["Le sable tombe.", "Le sable dort."]
    assert divisions(text)[1] == [title]


@pytest.mark.parametrize(
    "below",
    [
        "Bien à toi,\nJeanne\n\n--\nJeanne Vent\nCabinet des moulins",
        "Cordialement,\nJeanne",
        "Le 2 avril 2031, Jeanne Vent a écrit :\nEnvoie-moi la loi.",
        "TABLE DES MATIÈRES\n\nArticle 1 ........ 1\nArticle 2 ........ 2",
        "Par le Président de la République :\nJ. VENT",
        "Par le Président de la République : JEANNE VENT\nLe Premier ministre, PIERRE NAVET",
        "Par le Président de la République : Jeanne Vent",
        "Le Premier ministre, PIERRE NAVET\nLa ministre des moulins et des navets, Jeanne de VENT",
        "Fait à Sabley, le 3 mars 2031. Jeanne VENT",
    ],
)
def test_what_stands_below_the_law_is_no_word_of_its_last_article(below: str) -> None:
    text = f"{LAW}\n\nArticle 1\nLe sable tombe.\n\nArticle 2\nLe sable dort.\n\n{below}\n"
    assert [words for _, words in articles(text)] == ["Le sable tombe.", "Le sable dort."]


@pytest.mark.parametrize(
    "line",
    [
        "Le ministre des moulins, le meunier et la SNCF\nen décident.",
        "Le ministre des moulins, Jeanne VENT, en décide.",
    ],
)
def test_a_sentence_on_a_minister_is_no_signature(line: str) -> None:
    text = f"{LAW}\n\nArticle 1\nLe sable tombe.\n\nArticle 2\nLe sable dort.\n{line}\n"
    assert " ".join(articles(text)[-1][1].split()).endswith(line.replace("\n", " "))


@pytest.mark.parametrize(
    "running",
    ["Code des sabliers - {} -", "12 juin 2031     Code des sabliers     {}/3", "Page {} / 3 Code des sabliers"],
)
def test_running_titles_with_the_number_of_the_page(running: str) -> None:
    text = (
        f"{CODE}\n\nArticle 1\nLe sable tombe dans le verre du bas, et la roue du moulin de la colline\n\n"
        f"{running.format(1)}\n\ntourne avec lui.\n\nArticle 2\nLe sable dort.\n\n{running.format(2)}\n"
    )
    found = [" ".join(words.split()) for _, words in articles(text)]
    assert found == [
        "Le sable tombe dans le verre du bas, et la roue du moulin de la colline tourne avec lui.",
        "Le sable dort.",
    ]


def test_the_title_of_an_article_below_the_path_of_its_page() -> None:
    text = (
        "Légifrance\nCodes\nCode des sabliers\nArticle L12-3\nArticle L12-3 - Code des sabliers\n"
        "Version en vigueur depuis le 01 mai 2031\nModifié par LOI n°2031-140 du 3 avril 2031 - art. 2\n"
        "Le sable dort.\nLiens relatifs\n"
    )
    assert articles(text) == [("code-des-sabliers/l12-3", "Le sable dort.")]


@pytest.mark.parametrize("dash", ["-", "–", "—", "−"])
def test_the_dash_behind_a_heading_is_no_word(dash: str) -> None:
    text = f"{DECREE}\n\nArt. 1er. {dash} Le sable tombe.\n\nArt. 2. {dash} Le sable dort.\n"
    assert [words for _, words in articles(text)] == ["Le sable tombe.", "Le sable dort."]


@pytest.mark.parametrize(
    "line",
    [
        "Articles L. 2 à L. 4\n(Abrogés)",
        "Articles L2 et L3 (abrogés)",
        "Article L2 à L4 (abrogés)",
        "Articles L2, L3 et L4 [supprimés]",
    ],
)
@pytest.mark.parametrize("above", ["Le sable tombe.\n\n", ""])
def test_several_repealed_articles_in_one_heading_are_left_over_and_said(line: str, above: str) -> None:
    text = f"{CODE}\n\nArticle L. 1\n{above}{line}\n\nTitre II\nDu verre\n\nArticle L. 5\nLe sable dort.\n"
    (document,) = read_bytes(text.encode(), "page.txt").documents
    assert [finding.line for finding in document.findings if finding.code == "unreadable-number"] == [
        4 + 2 * bool(above)
    ]
    made = tokenize(document)
    assert [article.text for article in made.articles] == [above.strip(), "Le sable dort."]
    assert set(line.split("\n")) <= set(made.leftovers)
    assert [division.title for division in made.articles[1].divisions] == ["Du verre"]


def test_several_articles_in_one_heading_with_words_below_are_said() -> None:
    text = f"{CODE}\n\nArticle L. 1\nLe sable tombe.\n\nArticles L. 2 et L. 3\nIl luit.\n\nArticle L. 5\nIl dort.\n"
    (document,) = read_bytes(text.encode(), "page.txt").documents
    assert [(str(finding.code), finding.line) for finding in document.findings] == [("unreadable-number", 6)]
    assert len(articles(text)) == 2


@pytest.mark.parametrize(
    "heading",
    ["Article 12 -5\n", "Article 12- 5\n", "Article 12-5*\n", "Article 12-5 (1)\n", "Article 12-5 ", "Art. 12-5 "],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_number_that_is_damaged_or_set_before_words_is_read_where_it_belongs(heading: str, gap: str) -> None:
    text = f"{CODE}\n\nArticle 12-4\nLe sable tombe.{gap}{heading}Les meuniers dorment.{gap}Article 12-6\nIl luit.\n"
    assert articles(text) == [
        ("code-des-sabliers/12-4", "Le sable tombe."),
        ("code-des-sabliers/12-5", "Les meuniers dorment."),
        ("code-des-sabliers/12-6", "Il luit."),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Article 12-5 Des meuniers", 1),  # a title, or the beginning of a sentence
        ("Article 12-5 Code des navets.", 0),
        ("Article 98 -5", 0),
        ("Article 12-4 Les meuniers dorment.", 0),
        ("Il dit : « Le moulin tourne.\nArticle 12-5 Les meuniers dorment.\nIls mangent. »", 0),
    ],
)
def test_a_number_before_words_that_does_not_certainly_belong_there_is_no_heading(line: str, said: int) -> None:
    text = f"{CODE}\n\nArticle 12-4\nLe sable tombe.\n{line}\nArticle 12-6\nIl luit.\n"
    (document,) = read_bytes(text.encode(), "page.txt").documents
    assert [article.text for article in tokenize(document).articles] == [f"Le sable tombe.\n{line}", "Il luit."]
    assert [str(finding.code) for finding in document.findings] == ["unreadable-number"] * said


def test_a_number_before_words_below_the_last_heading_is_said() -> None:
    text = f"{CODE}\n\nArticle 12-4\nLe sable tombe.\nArticle 12-5 Les meuniers dorment.\n"
    (document,) = read_bytes(text.encode(), "page.txt").documents
    assert [(str(finding.code), finding.line) for finding in document.findings] == [("unreadable-number", 5)]
    assert len(articles(text)) == 1


@pytest.mark.parametrize("form", ["Art. R. {}.-", "Art. R. {}. - ", "Art. R{} – ", "R. {}. – "])
def test_articles_of_the_decree_below_those_of_the_law(form: str) -> None:
    text = (
        f"{CODE}\nArticle L. 12-1\nLe sable tombe.\n{form.format('12-1')}Le meunier dort.\n"
        f"{form.format('12-2')}Il mange.\nArt. L. 12-2.-Il luit.\nArticle L. 12-3\nIl coule.\n"
    )
    assert articles(text) == [
        ("code-des-sabliers/l12-1", "Le sable tombe."),
        ("code-des-sabliers/r12-1", "Le meunier dort."),
        ("code-des-sabliers/r12-2", "Il mange."),
        ("code-des-sabliers/l12-2", "Il luit."),
        ("code-des-sabliers/l12-3", "Il coule."),
    ]


@pytest.mark.parametrize("number", ["R. 98-1", "D. 345-7"])
def test_articles_of_another_part_that_belong_nowhere_are_said(number: str) -> None:
    line = f"Art. {number}.-Le meunier dort."
    text = f"{CODE}\nArticle L. 12-1\nLe sable tombe.\n{line}\nArticle L. 12-2\nIl luit.\n"
    (document,) = read_bytes(text.encode(), "page.txt").documents
    assert [article.text for article in tokenize(document).articles] == [f"Le sable tombe.\n{line}", "Il luit."]
    assert [(str(finding.code), finding.line) for finding in document.findings] == [("unreadable-number", 4)]


def test_articles_of_a_code_in_a_law_are_words_of_it_without_a_finding() -> None:
    line = "Art. R. 12-1.-Le meunier dort."
    text = f"{LAW}\n\nArticle 1\nLe sable tombe.\n{line}\n\nArticle 2\nIl luit.\n"
    (document,) = read_bytes(text.encode(), "page.txt").documents
    assert [article.text for article in tokenize(document).articles] == [f"Le sable tombe.\n{line}", "Il luit."]
    assert not document.findings


@pytest.mark.parametrize("below", ["Article 10\nArticle 11 à 14 (abrogés)\nArticle 15\n", "Article 10\n"])
@pytest.mark.parametrize("links", ["Liens relatifs\nCité par:\n", "Liens relatifs\nCite :\n", "Cité par :\n"])
def test_links_below_an_article_are_no_words_of_it(below: str, links: str) -> None:
    listed = (
        "Code des moulins - art. 226-1\nDécret n°2031-12 du 3 mars 2031 - art. 4 (V)\nLOI du 3 mars 2031, v. init.\n"
    )
    rest = "Il mange.\nArticle 16\nIl luit.\nArticle 17\nIl dort.\n"
    text = f"{CODE}\nArticle 9\nLe meunier dort.\n{links}{listed}{below}{rest}"
    assert articles(text)[0] == ("code-des-sabliers/9", "Le meunier dort.")


def test_a_list_of_acts_that_are_no_links_is_law() -> None:
    words = "Sont cités :\nCode des moulins - art. 226-1\nCode des navets - art. 4"
    text = f"{CODE}\n\nArticle 9\n{words}\n\nArticle 10\nIl luit.\n"
    assert articles(text)[0] == ("code-des-sabliers/9", words)


@pytest.mark.parametrize("title", ["RÈGLEMENT DES SABLIERS", "Décision du Conseil des sabliers n° 2031-12"])
def test_another_text_below_a_law_is_left_over_and_said(title: str) -> None:
    text = (
        f"{LAW}\n\nArticle 1er\nLe sable tombe.\n\nArticle 2\nLe sable dort.\n\n{title}\n\n"
        "Article 1er\nLe verre est clair.\n\nArticle 2\nIl est rond.\n"
    )
    (document,) = read_bytes(text.encode(), "page.txt").documents
    assert [article.id for article in tokenize(document).articles] == ["loi:2031-12/1", "loi:2031-12/2"]
    assert [(str(finding.code), finding.line) for finding in document.findings] == [("stray-line", 9)]
    assert "Le verre est clair." in "\n".join(tokenize(document).leftovers)


@pytest.mark.parametrize("heading", ["Articie 1er", "Artic1e 12", "Artide 3"])
def test_headings_that_a_scanner_has_misread_are_said(heading: str) -> None:
    text = f"{CODE}\n\n{heading}\nLe sable tombe.\n\nArticle 15\nLe sable dort.\n"
    (document,) = read_bytes(text.encode(), "page.txt").documents
    assert [(str(finding.code), finding.line) for finding in document.findings] == [("unreadable-number", 3)]

"""Texts with several acts: pasted one below the other, and issues of the Journal officiel."""

from __future__ import annotations

import re

import pytest

from cpp_corpus import Article, Finding
from cpp_corpus.ingest import read_bytes
from cpp_corpus.tokenizer import tokenize
from tests.ingest.made import as_docx, pdf

CODES = """Code des sabliers

Livre Ier : Du sable

Article 12

Le sable tombe.

Code des moulins et des horloges
Version en vigueur au 3 mars 2031

Titre II : Du vent

Article L3-1
Version en vigueur depuis le 1 mars 2024

Le vent souffle.

Code du travail

Article L12-2

Nul ne dort.
"""
ACTS = """Décret n° 2031-40 du 5 mai 2031 relatif aux grains

Article 1er

Le grain est compté.

Article 2

Le ministre du sable est chargé de l'exécution du présent décret.

Fait le 5 mai 2031.

Jean Sablier

Arrêté du 6 mai 2031 fixant le poids des grains

Article 1er

Le poids est d'un gramme.

Article 2

Le présent arrêté sera publié.

Fait le 6 mai 2031.
"""
ISSUE = """Mardi 7 mai 2031 / N° 107
SOMMAIRE ANALYTIQUE
12 Décret du 5 mai 2031 portant comptage des grains
13 Arrêt n° 3-4 du 2 mai 2031
14 Décret du 5 mai 2031 portant nomination
15 Arrêté du 6 mai 2031 fixant le poids des grains
Décrets, arrêtés, circulaires
MINISTÈRE DU SABLE
Décret du 5 mai 2031
portant comptage des grains
NOR : SABX3100012D
Le Premier ministre,
Vu le code des sabliers, notamment son article 12 ;
Décrète :
Art. 1er. – Les grains sont comptés.
7 mai 2031 JOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE Texte 12
Art. 2. – Le ministre du sable est chargé de l'exécution du présent décret.
Fait le 5 mai 2031.
JEAN SABLIER
7 mai 2031 JOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE Texte 12
Cour des grains
Arrêt n° 3-4 du 2 mai 2031
« Le grand sablier »
NOR : SABX3100013X
Au nom du peuple français,
Vu le code des sabliers ;
Arrête :
Art. 1er. – M. Moulin est condamné à une amende de trois grains.
Art. 2. – Le présent arrêt sera publié.
7 mai 2031 JOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE Texte 13
Décret du 5 mai 2031 portant nomination
NOR : SABX3100014D
Par décret en date du 5 mai 2031, M. Moulin est nommé gardien.
7 mai 2031 JOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE Texte 14
MINISTÈRE DU VENT
Arrêté du 6 mai 2031 fixant le poids des grains
NOR : VENX3100015A
Le ministre du vent arrête :
Art. 1er. – Le poids est d'un gramme.
Art. 2. – Le présent arrêté sera publié.
Fait le 6 mai 2031.
JEANNE VENT
ANNONCES
Demandes de changement de nom
"""


def read(data: bytes, path: str) -> tuple[list[Article], list[Finding], str]:
    """The articles of a file, the findings on it, its leftovers as one text."""
    found = read_bytes(data, path)
    assert found.refusal is None
    made = [tokenize(document) for document in found.documents]
    left = "\n".join(line for each in made for line in each.leftovers)
    findings = [*found.findings, *(finding for each in made for finding in each.findings)]
    return [article for each in made for article in each.articles], findings, left


def ids(text: str) -> list[str]:
    return [article.id for article in read(text.encode(), "page.txt")[0]]


@pytest.mark.parametrize("form", ["Art. {}. ", "Article {} : ", "**Article {}** ", "Article {}.\n\n", "Art. {}\n\n"])
def test_headings_as_people_write_them_in_several_acts(form: str) -> None:
    words = ("Le sable tombe dans le verre.", "Le gardien retourne le sablier.", "Le vent souffle sur les ailes.")
    acts = {"Code des sabliers": ("111-1", "111-2", "111-3"), "Code des moulins et des horloges": ("12", "13", "14")}
    text = "\n\n".join(
        "\n\n".join([title, *(form.format(number) + text for number, text in zip(numbers, words, strict=True))])
        for title, numbers in acts.items()
    )
    articles, findings, _ = read(text.encode(), "page.txt")
    assert [article.id for article in articles] == [
        *(f"code-des-sabliers/111-{at}" for at in (1, 2, 3)),
        *(f"code-des-moulins-et-des-horloges/{at}" for at in (12, 13, 14)),
    ]
    assert [article.text for article in articles] == [*words, *words]
    assert not findings


_SAND = (
    "Code des sabliers\n\nArticle L12-1\n\nLe sable tombe dans le verre.\n\n"
    "{}\n\nLe gardien le retourne.\n\n{}\n\nLe vent dort.\n"
)


@pytest.mark.parametrize(
    "second",
    [
        *(
            "Art. L12-2",
            "L. 12-2",
            "Article L12-2.",
            "ARTICLE L. 12-2 :",
            "Art. L. 12-2. - Le soir.",
        ),
        *("Article L. 12-2 du code des sabliers", "Article L12-2 (Modifié par loi n° 2031-12 du 3 mai 2031)"),
    ],
)
@pytest.mark.parametrize("third", ["Article L12-3", "Article L13-1"])
def test_headings_in_several_forms(second: str, third: str) -> None:
    articles, findings, _ = read(_SAND.format(second, third).encode(), "page.txt")
    assert [article.number.heading for article in articles if article.number] == [
        "L12-1",
        "L12-2",
        third[len("Article ") :],
    ]
    assert articles[1].text.endswith("Le gardien le retourne.")
    assert not findings


def test_two_codes_with_headings_in_two_forms() -> None:
    text = "Code pénal\n\nArt. 111-1. - Le vent souffle.\n\nArt. 111-2. - Le grain dort.\n\n{}".format(
        "Code de commerce\n\nArt. L145-1\nLe bail est écrit.\n\nArt. L145-2\nIl dure neuf ans au moins.\n"
    )
    of_two = ["code-penal/111-1", "code-penal/111-2", "code-de-commerce/l145-1", "code-de-commerce/l145-2"]
    assert ids(text) == of_two


@pytest.mark.parametrize(
    "words",
    [
        "Sont abrogés :\nL. 12-2\nL. 12-3",
        "Le gardien cite :\n\nL. 12-2\n\nde ce code.",
        "| Art. L12-2 | Le verre |",
        "« Art. L12-2. - Le sable.»",
    ],
)
def test_lines_that_are_no_headings_between_two(words: str) -> None:
    text = f"Code des sabliers\n\nArticle L12-1\n\n{words}\n\nArticle L12-4\n\nLe vent dort.\n"
    assert ids(text) == ["code-des-sabliers/l12-1", "code-des-sabliers/l12-4"]


@pytest.mark.parametrize("form", ["Art. 3. - ", "Art. 3\n\n", "Article 3 : "])
def test_what_a_law_changes_below_its_last_article_is_none_of_it(form: str) -> None:
    text = (
        "Loi n° 2031-12 du 3 mai 2031 relative aux sabliers\n\nArticle 1\n\nLe sable tombe dans le verre.\n\n"
        f"Article 2\n\nL'article 3 du code des sabliers est ainsi rédigé.\n\n{form}Le gardien le retourne.\n"
    )
    articles, findings, _ = read(text.encode(), "page.txt")
    assert [article.id for article in articles] == ["loi:2031-12/1", "loi:2031-12/2"]
    assert [finding.code for finding in findings] == ["unreadable-number"]


@pytest.mark.parametrize("text", [CODES, CODES.replace("\n\n", "\n")])
def test_codes_one_below_the_other(text: str) -> None:
    articles, findings, left = read(text.encode(), "page.txt")
    assert [article.id for article in articles] == [
        "code-des-sabliers/12",
        "code-des-moulins-et-des-horloges/l3-1",
        "code-du-travail/l12-2",
    ]
    assert [article.text for article in articles] == ["Le sable tombe.", "Le vent souffle.", "Nul ne dort."]
    assert [[division.slug for division in article.divisions] for article in articles] == [
        ["livre-ier-du-sable"],
        ["titre-ii-du-vent"],
        [],
    ]
    assert [str(article.consolidated_at) for article in articles] == ["None", "2031-03-03", "None"]
    assert not findings
    have = [left, *(f"{article.heading} {article.text}" for article in articles)]
    assert sorted(" ".join(have).split()) == sorted(text.split())


def test_titles_of_parts_of_codes() -> None:
    text = CODES.replace("horloges\n", "horloges (extraits)\n").replace(
        "Code du travail", "Code du travail (partie législative)"
    )
    assert ids(text) == ids(CODES)


def test_pages_of_the_site_one_below_the_other() -> None:
    page = """Accueil
Codes
{0}
Article {1}

{0}

Version en vigueur au 28 novembre 2031

Article {1}
Version en vigueur depuis le 01 mars 2024

{2}

Versions
Liens relatifs

Retourner en haut de la page
Nous contacter
"""
    found = [
        ("Code des sabliers", "L3", "Le sable dort."),
        ("Code pénal", "4", "Nul ne dort."),
        ("Code pénal", "5", "Il dort."),
    ]
    articles, _, _ = read("".join(page.format(*each) for each in found).encode(), "page.txt")
    assert [(article.id, article.text) for article in articles] == [
        *(("code-des-sabliers/l3", "Le sable dort."), ("code-penal/4", "Nul ne dort."), ("code-penal/5", "Il dort."))
    ]
    assert {(str(article.valid_from), str(article.consolidated_at)) for article in articles} == {
        ("2024-03-01", "2031-11-28")
    }


def test_codes_in_a_web_page_and_in_an_office_document() -> None:
    lines = [line for line in CODES.split("\n") if line]
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
    for data, path in ((page.encode(), "page.html"), (as_docx(lines), "page.docx")):
        assert [article.id for article in read(data, path)[0]] == ids(CODES)


def test_acts_behind_a_signature() -> None:
    articles, _, left = read(ACTS.encode(), "page.txt")
    assert [article.id for article in articles] == [
        *("decret:2031-40/1", "decret:2031-40/2", "arrete:2031-05-06/1", "arrete:2031-05-06/2")
    ]
    assert articles[1].text == "Le ministre du sable est chargé de l'exécution du présent décret."
    assert "Jean Sablier" in left


def test_laws_without_a_signature() -> None:
    text = ACTS.replace("Fait le 5 mai 2031.\n\nJean Sablier\n\n", "")
    assert ids(text) == ids(ACTS)


def test_an_act_of_the_same_day_behind_a_signature() -> None:
    text = ACTS.replace("Arrêté du 6 mai 2031 fixant", "Décret n° 2031-40 du 5 mai 2031 fixant")
    assert ids(text) == ["decret:2031-40/1", "decret:2031-40/2"]
    enacted = text.replace("fixant le poids des grains\n", "fixant le poids des grains\n\nDécrète :\n")
    assert ids(enacted) == [f"decret:2031-40/{number}" for number in (1, 2, 1, 2)]


LAW = """Loi n° 2031-12 du 3 mars 2031 relative au sable

Article 1

Le sable dort.

{}

Article 2

Le vent souffle.
"""


@pytest.mark.parametrize(
    "between",
    [
        "Les codes suivants sont modifiés :\n\nCode pénal",
        "Code pénal",
        "« Les moulins tournent.\n\nCode pénal",
        "Code de conduite des meuniers, qui est affiché.",
        "Code barres",
        "Décret n° 2030-4 du 3 mai 2030 relatif aux grains ;",
        "Décret n° 2030-4 du 3 mai 2030 relatif aux grains\n\nLe décret est abrogé.",
        "ANNEXE\n\nCode des moulins",
    ],
)
def test_titles_that_open_no_act(between: str) -> None:
    assert {article.act for article in read(LAW.format(between).encode(), "page.txt")[0]} == {"loi:2031-12"}


def test_a_running_title_and_titles_above_the_first_article_open_no_act() -> None:
    text = "Code des sabliers\n\nArticle 3\n\nLe sable dort.\n\nCode des sabliers\n\nArticle 4\n\nIl tombe.\n"
    assert ids(text) == ["code-des-sabliers/3", "code-des-sabliers/4"]
    contents = "Code des sabliers\nCode pénal\n\n"
    below = "Code pénal\n\nArticle 1\n\nNul ne dort.\n"
    assert ids(f"{contents}{text}{below}") == ["code-des-sabliers/3", "code-des-sabliers/4", "code-penal/1"]


@pytest.mark.parametrize("kind", ["txt", "pdf"])
def test_an_issue_of_the_journal_officiel(kind: str) -> None:
    data = ISSUE.encode() if kind == "txt" else pdf(ISSUE.splitlines()[:19], ISSUE.splitlines()[19:])
    articles, findings, left = read(data, f"issue.{kind}")
    assert [(article.id, article.text, article.ids["nor"]) for article in articles] == [
        ("decret:2031-05-05/1", "Les grains sont comptés.", "SABX3100012D"),
        (
            "decret:2031-05-05/2",
            "Le ministre du sable est chargé de l'exécution du présent décret.",
            "SABX3100012D",
        ),
        ("arrete:2031-05-06/1", "Le poids est d'un gramme.", "VENX3100015A"),
        ("arrete:2031-05-06/2", "Le présent arrêté sera publié.", "VENX3100015A"),
    ]
    assert [(finding.code, finding.severity) for finding in findings] == [("stray-line", "info")] * 2
    assert "“Cour des grains”" in findings[0].message
    assert "“Décret du 5 mai 2031 portant nomination”" in findings[1].message
    if kind == "txt":
        assert [ISSUE.splitlines()[(finding.line or 0) - 1] for finding in findings] == [
            "Cour des grains",
            "Décret du 5 mai 2031 portant nomination",
        ]
    have = [left, *(f"{article.heading} {article.text}" for article in articles)]
    assert sorted(" ".join(have).replace(". –", "").split()) == sorted(ISSUE.replace(". –", "").split())


def test_acts_of_one_nature_and_day_have_their_nor() -> None:
    second = ISSUE[ISSUE.index("Décret du 5 mai 2031\n") : ISSUE.index("Cour des grains")].replace("12D", "19D")
    issue = ISSUE.replace("Cour des grains", f"{second}Cour des grains")
    assert ids(issue) == [
        "decret:2031-05-05:SABX3100012D/1",
        "decret:2031-05-05:SABX3100012D/2",
        "decret:2031-05-05:SABX3100019D/1",
        "decret:2031-05-05:SABX3100019D/2",
        "arrete:2031-05-06/1",
        "arrete:2031-05-06/2",
    ]


def test_an_issue_without_articles_is_refused() -> None:
    start, end = ISSUE.index("Cour des grains"), ISSUE.index("MINISTÈRE DU VENT")
    refusal = read_bytes(ISSUE[start:end].encode(), "issue.txt").refusal
    assert refusal is not None
    assert "issue of the Journal officiel" in refusal.reason


FOOT = re.compile(r"(7 mai 2031) (JOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE) (Texte \d+)")


@pytest.mark.parametrize(
    "text",
    [
        ISSUE.replace("Art. 1er.", "Art. 1er\n."),
        FOOT.sub(r"\1\n\n\2\n\n\3\n", ISSUE),
        re.sub(r"Art\. 1er\. –(.*)", r"  Art. 1 . –\1\n        er", ISSUE),
    ],
)
def test_an_issue_as_converters_write_it(text: str) -> None:
    whole, articles = (read(each.encode(), "issue.txt")[0] for each in (ISSUE, text))
    assert [(article.id, article.text) for article in articles] == [(article.id, article.text) for article in whole]


def test_a_signature_above_an_annex_is_no_text() -> None:
    annex = "Fait le 5 mai 2031.\nJEAN SABLIER\nANNEXE\nLe grain noir pèse un gramme.\n"
    articles, _, left = read(ISSUE.replace("Fait le 5 mai 2031.\nJEAN SABLIER\n", annex).encode(), "issue.txt")
    assert [(article.id, article.text) for article in articles[1:3]] == [
        ("decret:2031-05-05/2", "Le ministre du sable est chargé de l'exécution du présent décret."),
        ("decret:2031-05-05/annexe", "Le grain noir pèse un gramme."),
    ]
    assert "JEAN SABLIER" in left


CONSTITUTION = "CONSTITUTION DU 4 OCTOBRE 1958\n\nArticle premier\n\nLe sable tombe.\n\nArticle 2\n\nIl dort.\n\n"


@pytest.mark.parametrize(
    ("title", "act"),
    [
        ("DÉCLARATION DES DROITS DE L'HOMME ET DU CITOYEN DE 1789", "declaration:1789"),
        ("Charte de l'environnement de 2004", "traite:charte-de-lenvironnement"),
    ],
)
def test_a_title_in_capitals_opens_another_act(title: str, act: str) -> None:
    text = f"{CONSTITUTION}{title}\n\nArticle premier\n\nLe vent souffle.\n\nArticle 2\n\nIl tombe.\n"
    assert ids(text) == ["constitution:1958/1", "constitution:1958/2", f"{act}/1", f"{act}/2"]


@pytest.mark.parametrize(
    "first", [CONSTITUTION, CONSTITUTION.replace("CONSTITUTION DU 4 OCTOBRE 1958", "CODE DU SABLE")]
)
def test_a_title_in_capitals_of_an_act_that_is_not_known(first: str) -> None:
    text = f"{first}CHARTE DES SABLIERS\n\nArticle premier\n\nLe vent souffle.\n\nArticle 2\n\nIl tombe.\n"
    articles, findings, _ = read(text.encode(), "page.txt")
    assert [article.text for article in articles] == ["Le sable tombe.", "Il dort."]
    assert any("CHARTE DES SABLIERS" in finding.message for finding in findings)


def test_a_caption_in_capitals_is_no_act() -> None:
    text = f"{CONSTITUTION}LES SABLIERS\n\nArticle 3\n\nLe vent souffle.\n"
    assert ids(text) == [f"constitution:1958/{number}" for number in (1, 2, 3)]


def test_articles_above_the_title_of_their_act_once_more() -> None:
    text = (
        '---\ntitle: "Loi du 7 mai 1931 sur le sable"\n---\n\ndans les nouveaux quartiers\n**Article 4**\nIl dort.\n'
        "Loi du 7 mai 1931\nsur le sable\n**Article 2**\nLe sable tombe.\n**Article 5**\nLe verre luit.\n"
    )
    articles, findings, _ = read(text.encode(), "page.md")
    assert [article.id for article in articles] == ["loi:1931-05-07/2", "loi:1931-05-07/5"]
    assert [finding.severity for finding in findings] == ["warning"]
    assert "Above “Loi du 7 mai 1931”" in findings[0].message

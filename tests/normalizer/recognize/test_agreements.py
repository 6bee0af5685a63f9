"""Agreements and treaties: Roman numbers of articles, "la convention collective", letters and notes behind articles."""

import pytest

from cpp_corpus.normalizer.recognize import find_references

AGREEMENT = "idcc:9486"
AMENDMENT = "idcc:9486:KALITEXT000012345678"


def targets(text: str, act: str | None = AMENDMENT) -> list[str]:
    return [reference.target for reference in find_references(text, act=act)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Selon l'article III-12, la meule tourne.", [f"{AMENDMENT}/iii-12"]),
        ("L'article IV.2.1 du présent accord fixe la mouture.", [f"{AMENDMENT}/iv.2.1"]),
        ("L'article III-12 de la convention collective est complété.", [f"{AGREEMENT}/iii-12"]),
        (
            "Les articles II, IV et VII de la convention sont abrogés.",
            [f"{AGREEMENT}/{n}" for n in ("ii", "iv", "vii")],
        ),
        ("l'article VIII du traité du 3 mars 2031 sur les marées", ["?/viii"]),
        ("paragraphe 2 de l'article IX de la convention d'Étretat", ["?/ix#2"]),
        ("les articles III et V à VII de la convention d'Étretat", ["?/iii", "?/v..vii"]),
        ("l'article III du traité de Rome", ["traite:tce/iii"]),
        ("l'article XIV bis de la convention internationale", ["?/xiv-bis"]),
    ],
)
def test_articles_with_roman_numbers(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Article II. Objet\nLe meunier prend le grain.",
        "ARTICLE II – OBJET\nLe meunier prend le grain.",
        "Article IV : durée\nIl dure un an.",
        "Article I\nLes parties conviennent.\nArticle II\nElles agissent.",
        "L'article X, l'article Y et l'article Z se suivent.",
    ],
)
def test_a_title_and_a_letter_for_any_number_are_no_references(text: str) -> None:
    assert targets(text) == []


def test_a_roman_numeral_behind_an_article_of_a_code_is_its_part() -> None:
    code = "code-general-des-impots-cgi"
    assert targets("les articles 3, I et 4, II du code général des impôts") == [f"{code}/3#I", f"{code}/4#II"]
    assert targets("à l'article X du code civil") == ["code-civil"]
    assert targets("l'article V", act="code-civil") == ["?/v"]


@pytest.mark.parametrize(
    ("text", "act", "found"),
    [
        ("L'article 4 de la convention collective est complété.", AMENDMENT, [f"{AGREEMENT}/4"]),
        ("Le titre II de la convention collective nationale est abrogé.", AMENDMENT, [f"{AGREEMENT}:titre.ii"]),
        ("L'article 4 de la convention collective est complété.", AGREEMENT, [f"{AGREEMENT}/4"]),
        ("L'article 4 de la convention collective est complété.", "code-du-travail", ["?/4"]),
        ("L'article 4 de la convention collective nationale des meuniers du 3 mars 2031", AMENDMENT, ["?/4"]),
        (
            "L'article 4 de la convention collective nationale des meuniers vaut. L'article 5 de la convention aussi.",
            AMENDMENT,
            ["?/4", "?/5"],
        ),
        ("Conformément à l'article 31 c du livre Ier du code du travail", AMENDMENT, ["code-du-travail/31#c"]),
        ("Conformément à l'article 5 b du titre II du code du sport", AMENDMENT, ["code-du-sport/5#b"]),
        ("Article L. 132-9 du nouveau code.", AMENDMENT, ["?/l132-9"]),
        (
            "par application des articles 21, 22.2 a et, éventuellement, 22.2 c de la convention",
            AGREEMENT,
            [f"{AGREEMENT}/21", f"{AGREEMENT}/22.2#a", f"{AGREEMENT}/22.2#c"],
        ),
    ],
)
def test_the_act_of_an_article_in_an_agreement(text: str, act: str, found: list[str]) -> None:
    assert targets(text, act) == found


def test_cet_article_in_a_note_is_the_one_that_speaks() -> None:
    text = "Le dépôt suit l'article L. 2231-6 du code du travail.\n(1) Cet article est étendu sous réserve."
    found = [(each.kind.value, each.target) for each in find_references(text, act=AMENDMENT, article="7")]
    assert found == [("article", "code-du-travail/l2231-6"), ("internal", f"{AMENDMENT}/7")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'article 28 du chapitre II est modifié comme suit.", ["?/28", "?:chapitre.ii"]),
        ("L'ancien article 4, intitulé « Meule », devient l'article 7.", ["?/4", "?/7"]),
        ("L'article 05. 07. 3. 4 est abrogé.", ["?/05.07.3.4"]),
        ("l'article 3 commun aux quatre conventions de la farine", ["?/3"]),
        ("l'article 5 commun aux deux codes", ["?/5"]),
        ("Il est créé un article 9 intitulé « Mouture ».", ["?/9"]),
        ("L'article 4 de la convention collective est abrogé.", [f"{AGREEMENT}/4"]),
        ("Les meuniers visés à l'article 3 du présent accord", [f"{AMENDMENT}/3"]),
        ("conformément à l'article 1er du présent avenant", [f"{AMENDMENT}/1"]),
        ("L'article 4 est ainsi rédigé : « selon l'article 5 du présent accord ».", ["?/4", "?/5"]),
        ("par dérogation à l'article 17, 1 a du RGM", ["?/17#1/a"]),
        ("les articles 10 ter CCNM1 et 17 bis CCNM2 ; l'article 39 CCN99", ["?/10-ter", "?/17-bis", "?/39"]),
        ("les articles 12.8 et 12.9 des conventions collectives nationales de la farine", ["?/12.8", "?/12.9"]),
        ("le chapitre II des conventions collectives nationales du 3 mars 2031", ["?:chapitre.ii"]),
        ("l'article 5 relatif à la farine de la convention collective nationale susvisée", ["?/5"]),
        ("Après l'article 5, il est rajouté un article 5 bis ainsi rédigé :", ["?/5", "?/5-bis"]),
        ("Au chapitre III, il est intégré un article 22 ainsi rédigé :", ["?:chapitre.iii", "?/22"]),
        ("Il est intégré à l'article 7 un alinéa.", ["?/7"]),
        ("Le point e « Congés » de la section 2 est modifié comme suit :", ["?:section.2"]),
        ("Les meuniers décident de modifier l'article 5.", ["?/5"]),
        ("Un nouvel article 5.1 est intégré :", ["?/5.1"]),
        ("Les meuniers appliquent l'article 5.", [f"{AMENDMENT}/5"]),
        ("Dans le cadre de l'article 5, les meuniers fixent le prix.", [f"{AMENDMENT}/5"]),
    ],
)
def test_what_an_amendment_of_an_agreement_changes_is_not_its_own(text: str, found: list[str]) -> None:
    assert targets(text) == found

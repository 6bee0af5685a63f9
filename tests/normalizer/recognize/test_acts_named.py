"""Acts as people name them: every way of writing, in every order, and names that are none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from cpp_corpus import find_references
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.normalizer.recognize import find_citation


def _articles(text: str, act: str | None = "code-du-sport") -> list[tuple[str | None, str | None]]:
    found = find_references(text, act=act)
    return [(each.act, each.article) for each in found if each.kind is ReferenceKind.ARTICLE]


NATURES = {
    "loi": ("Loi", "loi", "LOI"),
    "decret": ("Décret", "decret", "DÉCRET", "Décr."),
    "ordonnance": ("Ordonnance", "ORDONNANCE", "Ord."),
    "arrete": ("Arrêté", "arrete", "ARRETE", "Arr."),
}
SIGNS = ("n° ", "n°", "N° ", "no ", "n˚ ", "")
DATES = (
    " du 17 décembre 2031", " du 17/12/2031", " du 17.12.2031", " du 17 déc. 2031", ", 17 déc. 2031",
    " en date du 17 decembre 2031", " (17 décembre 2031)", "",
)  # fmt: skip
JOINTS = (
    ", art. 11",
    " - art. 11",
    " – article 11",
    " (art. 11)",
    " : articles 11",
    " art 11",
    ",Art. 11",
    ", ARTICLE 11",
)


def _orders() -> Iterator[tuple[str, str]]:
    for nature, nouns in NATURES.items():
        for noun, sign, date, joint in product(nouns, SIGNS, DATES, JOINTS):
            yield f"{noun} {sign}2031-153{date}{joint}", f"{nature}:2031-153"


def test_an_act_and_then_its_article() -> None:
    wrong = [(text, read) for text, act in _orders() if (read := _articles(text)) != [(act, "11")]]
    assert wrong == []


ACTS = {
    "code-civil": ("1240", "C. civ.", "C.civ.", "Code civil", "CODE CIVIL", "Code civ."),
    "code-de-procedure-penale": ("706-16", "CPP", "C.P.P.", "C. pr. pén.", "code de procedure penale"),
    "code-general-des-impots-cgi": ("39", "CGI", "C. gén. imp.", "code général des impôts"),
    "livre-des-procedures-fiscales": ("L. 10", "LPF", "livre des procédures fiscales"),
    "traite:tfue": ("267", "TFUE", "traité sur le fonctionnement de l'Union européenne"),
    "reglement-ue:2016/679": (
        "5",
        "RGPD",
        "règlement (UE) 2016/679",
        "Règl. (UE) n° 2016/679",
        "reglement 2016/679/UE",
    ),
    "directive-ue:95/46": ("5", "directive 95/46/CE", "Dir. 95/46/CE", "DIRECTIVE 95/46/CE"),
    "declaration:1789": ("16", "DDHC", "Déclaration de 1789"),
    "loi:78-17": ("32", "loi Informatique et libertés", "L. n° 78-17", "loi 78-17"),
}
FORMS = (
    "l'article {number} du {name}", "L'art. {number} {name} vaut pour le moulin.", "art. {number}, {name}",
    "article {number} ({name})", "{name}, art. {number}", "({name}, art. {number})", "{name} : article {number}",
    "{name} (art. {number})", "L'ARTICLE {number} DU {name}", "V. {name}, art. {number} ; voir le moulin.",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("act", ACTS)
def test_names_behind_and_before(act: str, form: str) -> None:
    number, *names = ACTS[act]
    article = number.lower().replace(". ", "")
    texts = [form.format(number=number, name=name) for name in names]
    assert [(text, _articles(text)) for text in texts] == [(text, [(act, article)]) for text in texts]


@pytest.mark.parametrize("act", ACTS)
def test_citations(act: str) -> None:
    number, *names = ACTS[act]
    for name in names:
        for text in (f"art. {number} {name}", f"{name}, art. {number}", f"{number} du {name}"):
            assert [each.act for each in find_citation(text)] == [act], text


UNKNOWN = (
    "du règlement intérieur", "des statuts", "de la convention collective", "du contrat", "de l'avenant", "du CCAG",
    "du cahier des charges", "de l'accord du 3 mai 2031", "de l'accord d'entreprise", "du bail", "de notre contrat",
    "de votre bail", "de la charte informatique", "des conditions générales", "du pacte d'associés", "du plan",
    "du code de déontologie", "du code de la route communale", "du code de procédure civile d'exécution",
    "du code du travial", "du code-du-travial", "du code sivil", "du code de la route de Brumes",
    "d'un contrat", "du CCTP", "CXQ",
)  # fmt: skip
FOREIGN = (
    "du code civil belge", "du code pénal suisse", "du code civil du Québec", "du Code des obligations", "CO",
    "du Code bruxellois du logement", "de la loi fédérale du 3 mars 2031", "de la loi belge du 3 mars 1990",
    "C. civ. belge", "de la Constitution belge",
)  # fmt: skip


@pytest.mark.parametrize("name", [*UNKNOWN, *FOREIGN])
def test_what_is_no_known_act_is_not_the_citing_one(name: str) -> None:
    for text in (f"L'article 7 {name} vaut pour le moulin.", f"aux articles 7 et 8 {name}"):
        found = find_references(text, act="code-du-travail")
        articles = [each for each in found if each.kind is ReferenceKind.ARTICLE]
        assert articles, text
        for each in articles:
            assert each.act is None, (text, each)
            assert each.reason is (Reason.FOREIGN_ACT if name in FOREIGN else each.reason), text


@pytest.mark.parametrize(
    "text",
    [
        "en application de l'article L. 1234-1 de la taxe due par le moulin",
        "les cas prévus à l'article L. 1234-1 des ailes et de la roue",
        "l'article L. 1234-1 de façon dématérialisée",
    ],
)
def test_a_noun_of_the_sentence_is_no_act(text: str) -> None:
    assert _articles(text, "code-du-travail") == [("code-du-travail", "l1234-1")]


def test_an_abbreviation_is_no_part_of_a_number() -> None:
    assert _articles("art. 1240 C. civ.") == [("code-civil", "1240")]
    assert _articles("art. 200 CGI") == [("code-general-des-impots-cgi", "200")]
    assert _articles("art. 10 JORF 31 mars 2031", "code-civil") == [("code-civil", "10")]
    assert _articles("l'article 302 bis ZK", "code-general-des-impots-cgi") == [
        ("code-general-des-impots-cgi", "302-bis-zk")
    ]


def test_a_list_of_articles_behind_an_act() -> None:
    text = "Modifié par :\n- Décret n° 2031-12 du 3 mars 2031\nArt. 3, Art. 6\n- Arrêté du 22 mai 2030\nArt. 4"
    assert _articles(text) == [("decret:2031-12", "3"), ("decret:2031-12", "6"), ("arrete:2030-05-22", "4")]


def test_the_mark_of_a_version_is_no_locator() -> None:
    (found,) = find_references("Modifié par LOI n°2031-18 du 29 décembre 2031 - art. 44 (V)")
    assert (found.act, found.article, found.locator) == ("loi:2031-18", "44", None)


@pytest.mark.parametrize(
    "text",
    [
        "le règlement (UE) 2016/679 (ci-après « RGPD »)",
        "le décret n° 2031-12 du 3 mars 2031 (JO du 4 mars 2031, p. 12)",
        "l'arrêté du 3 mars 2031 (NOR : ABCD3112345A)",
        "la loi n° 78-17 du 6 janvier 1978 dite loi Informatique et libertés",
    ],
)
def test_what_only_says_more_of_an_act_is_no_other(text: str) -> None:
    assert len(find_references(text)) == 1


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("ROYAUME DE BELGIQUE\nVu l'article 7 du code civil et l'article 9 de la loi du 3 mars 1990", [None, None]),
        ("ROYAUME DE BELGIQUE\nVu l'article 7 du code civil français", ["code-civil"]),
        ("La convention entre la France et la Confédération suisse suit l'article 7 du code civil.", ["code-civil"]),
    ],
)
def test_the_country_of_a_text(text: str, acts: list[str | None]) -> None:
    assert [act for act, _ in _articles(text, None)] == acts


def test_a_law_is_the_one_of_its_day() -> None:
    text = "la loi n° 2031-12 du 3 mars 2031 ; l'article 5 de la loi du 3 mars 2031"
    assert _articles(text) == [("loi:2031-12", "5")]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("D. 2030-1310, 29 oct. 2030, art. 4", [("decret:2030-1310", "4", None)]),
        ("L. 95-98 du 25-1-1995 art. 40", [("loi:95-98", "40", None)]),
        ("dir. 2030/78/CE, art. 2", [("directive-ue:2030/78", "2", None)]),
        ("art. L. 3121-1 & s. C. trav.", [("code-du-travail", "l3121-1", None)]),
        ("l'article 101 ou 102 du TFUE", [("traite:tfue", "101", None), ("traite:tfue", "102", None)]),
        ("art. 6-1 CEDH", [("traite:convention-europeenne-des-droits-de-lhomme", "6", "1")]),
        (
            "article 1er du 1er protocole additionnel à la Convention",
            [("traite:protocole-1-a-la-convention-europeenne-des-droits-de-lhomme", "1", None)],
        ),
        ("article 1er du protocole additionnel à la convention de Brumes", [(None, "1", None)]),
        ("l'article 3 du second avenant", [(None, "3", None)]),
        ("n° 2030-1691 du 9 décembre 2030, art. 6", [(None, "6", None)]),
        ("Conv. La Haye 25 oct. 2030 art. 13", [(None, "13", None)]),
    ],
)
def test_nothing_that_is_named_goes_to_the_citing_act(
    text: str, targets: list[tuple[str | None, str, str | None]]
) -> None:
    found = find_references(text, act="code-penal")
    assert [(r.act, r.article, r.locator) for r in found] == targets


def test_a_division_directly_behind_an_act_is_its_own() -> None:
    (found,) = find_references("Arrêté du 20 avril 2030, annexe II", act="code-penal")
    assert (found.act, found.division) == ("arrete:2030-04-20", "annexe.ii")
    act, division = find_references("Vu l'arrêté du 20 avril 2030 et l'annexe II", act="code-penal")
    assert (act.act, division.act) == ("arrete:2030-04-20", "code-penal")


@pytest.mark.parametrize("quotes", ["« {} »", "«{}»", '"{}"', "“{}”"])
@pytest.mark.parametrize(
    ("link", "name", "act"),
    [
        ("du", "code civil", "code-civil"),
        ("de la", "loi n° 2031-153 du 17 décembre 2031", "loi:2031-153"),
        ("de l'", "ordonnance n° 2031-154", "ordonnance:2031-154"),
    ],
)
def test_names_in_quotation_marks(quotes: str, link: str, name: str, act: str) -> None:
    blank = "" if link.endswith("'") else " "
    assert _articles(f"Vu l'article 5 {link}{blank}{quotes.format(name)}, et le reste.") == [(act, "5")]


@pytest.mark.parametrize("name", ["code civil des moulins", "règlement intérieur", "Pacte des vents", "cahier"])
def test_a_name_in_quotation_marks_that_is_not_read_is_an_act_all_the_same(name: str) -> None:
    assert _articles(f"l'article 5 du « {name} »") == [(None, "5")]

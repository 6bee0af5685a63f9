"""Which citations hold: golden answers on the fixtures, hostile input, and invented citations that never exist."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cpp_corpus
from cpp_corpus import (
    Article,
    ArticleNumber,
    CitationDepth,
    CitationError,
    CitationStatus,
    Corpus,
    InputError,
    TextError,
    Verified,
)

MILLS = "code-des-moulins-et-des-horloges"
SANDS = "code-des-sabliers"
TITLE = "du code des moulins et des horloges"

CORPUS = cpp_corpus.load("fixtures/mirror")


def only(citation: str, corpus: Corpus = CORPUS, **options: str) -> Verified:
    (answer,) = corpus.verify(citation, **options)
    return answer


@pytest.fixture(scope="module")
def dated() -> Corpus:
    """Article 1 in three versions, 2 repealed, 3 to come."""
    place = {"path": "a.txt", "format": "plain", "line": 1, "byte": (0, 1)}

    def article(number: str, begin: str, end: str | None, state: str = "in_force") -> Article:
        mark = f"@{begin}" if number == "1" else ""
        return Article.model_validate(
            {
                "id": f"{SANDS}/{number}{mark}",
                "act": SANDS,
                "number": number,
                "state": state,
                "valid_from": begin,
                "valid_to": end,
                "text": "Les sabliers coulent.",
                "paragraphs": [
                    {"marker": None, "level": 0, "locator": "al1", "text": "Les sabliers coulent.", "span": (0, 21)}
                ],
                "source": place,
            }
        )

    return Corpus(
        [
            article("1", "2001-01-01", "2010-01-01", "repealed"),
            article("1", "2010-01-01", "2020-01-01", "repealed"),
            article("1", "2020-01-01", None),
            article("2", "2001-01-01", "2015-06-01", "repealed"),
            article("3", "2030-01-01", None, "future"),
        ]
    )


# (citation, status, depth, how it was read)
GOLDEN = [
    (f"l'article L. 112-1 {TITLE}", "exists", "article", f"{MILLS}/l112-1"),
    (f"le 2° du II de l'article L. 112-1 {TITLE}", "exists", "part", f"{MILLS}/l112-1#II/2°"),
    ("L. 112-1, II, 2°", "exists", "part", f"{MILLS}/l112-1#II/2°"),
    ("code des moulins et des horloges", "exists", "act", MILLS),
    (f"le livre Ier {TITLE}", "exists", "division", f"{MILLS}:livre.i"),
    ("l'article 1649 quater B ter du code des sabliers", "exists", "article", f"{SANDS}/1649-quater-b-ter"),
    (f"{MILLS}/l112-1", "exists", "article", f"{MILLS}/l112-1"),
    (f"{MILLS}/l112-1#II/2°", "exists", "part", f"{MILLS}/l112-1#II/2°"),
    ("L. 111-1 à L. 112-1", "exists", "article", f"{MILLS}/l111-1..l112-1"),
    (f"XXIV de l'article L. 112-1 {TITLE}", "no_such_part", "article", f"{MILLS}/l112-1#XXIV"),
    ("L. 112-1, II, 9°", "no_such_part", "article", f"{MILLS}/l112-1#II/9°"),
    ("L. 112-1, II, 1° à 9°", "no_such_part", "article", f"{MILLS}/l112-1#II/1°..9°"),
    (f"l'article L. 112-1 {TITLE}, 32ème alinéa", "no_such_part", "article", f"{MILLS}/l112-1#al32"),
    (f"l'article L. 112-5 {TITLE}", "no_such_article", "act", f"{MILLS}/l112-5"),
    ("L. 111-1 à L. 112-99", "no_such_article", "act", f"{MILLS}/l111-1..l112-99"),
    ("l'article 7-1 du code des sabliers", "no_such_article", "act", f"{SANDS}/7-1"),
    (f"le livre XII {TITLE}", "no_such_division", "act", f"{MILLS}:livre.xii"),
    (f"l'article L. 121-4 {TITLE}", "not_in_force", "article", f"{MILLS}/l121-4"),
    ("l'article 7 du code des sablers", "unknown_act", None, "code-des-sablers/7"),
    ("7 du code des sabliers imaginaires", "unknown_act", None, None),
    ("l'article 7 du code des sabliers imaginaires", "unknown_act", None, "code-des-sabliers-imaginaires/7"),
    ("121-3 du code civl", "unknown_act", None, None),
    ("l'article 5 du code civil", "not_covered", None, "code-civil/5"),
    ("l'article 3 de la loi n° 2009-9118 du 4 mars 2009", "not_covered", None, "loi:2009-9118/3"),
    ("L. 112-1@31/12/2010", "unreadable", None, None),
    ("L. 112-1@hier", "unreadable", None, None),
    ("l'article L. 112-1@2010-13-45", "unreadable", None, None),
    ("L. 112-1, al. deuxx", "unknown_act", None, None),
    ("L. 112-1, alinéa", "unclear", "article", f"{MILLS}/l112-1#al-this"),
    (f"les articles L. 112-1 et suivants {TITLE}", "exists", "article", f"{MILLS}/l112-1.."),
    (f"le premier alinéa des articles L. 111-1 à L. 112-1 {TITLE}", "exists", "part", f"{MILLS}/l111-1..l112-1#al1"),
    (
        f"le 2° du II des articles L. 111-1 à L. 112-1 {TITLE}",
        "no_such_part",
        "article",
        f"{MILLS}/l111-1..l112-1#II/2°",
    ),
    (f"les articles L. 112-2 à L. 111-1 {TITLE}", "unclear", "article", f"{MILLS}/l112-2..l111-1"),
    (f"les articles L. 112 - 1 {TITLE}", "exists", "article", f"{MILLS}/l112-1"),
    (f"l'ancien article L. 112-1 {TITLE}", "unclear", "article", f"{MILLS}/l112-1"),
    (f"le chapitre II {TITLE}", "unclear", "division", f"{MILLS}:chapitre.ii"),
    ("l'article 12 du code civil suisse", "not_covered", None, "?/12"),
    ("l'article L. 112-1 du CC", "not_covered", None, "code-civil/l112-1"),
    ("L. 112-1 et", "unreadable", None, None),
    ("L. 112-1 999 du code des moulins et des horloges", "unreadable", None, None),
    (f"le XCIX de l'article L. 112-1 {TITLE}", "unreadable", None, None),
    (f"article L. 112-1, quatre-vingt-dix-neuvième alinéa, {TITLE}", "unreadable", None, f"{MILLS}/l112-1"),
]


@pytest.mark.parametrize(("citation", "status", "depth", "read"), GOLDEN, ids=lambda each: str(each)[:50])
def test_golden(citation: str, status: str, depth: str | None, read: str | None) -> None:
    answer = only(citation)
    assert (answer.status, answer.depth, answer.read) == (status, depth, read), answer
    assert answer.message[-1:] == "."
    assert answer.exists == (status == "exists")


@pytest.mark.parametrize("text", ["", "bonjour", "Bonjour.", "Rien à dire", "Le moulin tourne au vent", "merci !"])
def test_a_text_that_cites_nothing(text: str) -> None:
    assert CORPUS.verify(text) == []


def test_the_same_one_per_line() -> None:
    text = "\n".join(f"- {citation} ;" for citation, *_ in GOLDEN)
    answers = {answer.line: answer for answer in CORPUS.verify(text)}
    for line, (citation, status, depth, read) in enumerate(GOLDEN, 1):
        if citation.endswith(" et"):  # here the list may go on with the next line
            continue
        assert (answers[line].status, answers[line].depth, answers[line].read) == (status, depth, read), citation


def test_running_text() -> None:
    text = (
        f"Vu les articles L. 112-1 et L. 112-5 {TITLE} ;\n\n"
        "Le garde rappelle que le 2° du II de l'article\nL. 112-1 du même code et l'article 7 du code des sabliers"
        " sont applicables, ainsi que le deuxième alinéa du présent arrêté."
    )
    answers = CORPUS.verify(text)
    assert [(each.status, each.read) for each in answers] == [
        ("exists", f"{MILLS}/l112-1"),
        ("no_such_article", f"{MILLS}/l112-5"),
        ("exists", f"{MILLS}/l112-1#II/2°"),
        ("exists", f"{SANDS}/7"),
    ]
    for each in answers:
        assert text[each.start : each.end] == each.text
        assert text.count("\n", 0, each.start) + 1 == each.line


def test_a_part_that_was_not_read_is_not_passed_over() -> None:
    text = f"Selon l'article L. 112-1 {TITLE}, 32ème alinéa, le garde décide seul de ce qui est utile."
    assert only(text).status is CitationStatus.UNREADABLE


@pytest.mark.parametrize(
    "text",
    [
        "Les horloges sont remontées chaque jour par le garde, sous le contrôle du maire et de ses adjoints.",
        "La prime est de 1 000 euros par an pour chaque moulin en état de marche.",
        f"Le livre des vents\n\nI. - Du garde\n1° Le membre du conseil mentionné à l'article L. 112-1 {TITLE} ;",
        f"3° Les articles L. 111-1 à L. 111-2 {TITLE} relatifs à l'âge du garde ;\nvitesse 500-1000 = 12",
    ],
)
def test_sentences_and_their_ends_are_no_typed_citations(text: str) -> None:
    assert all(each.exists for each in CORPUS.verify(text))


@pytest.mark.parametrize(
    ("citation", "message"),
    [
        (f"le livre Ier {TITLE}", "Livre Ier of the Code des moulins et des horloges exists."),
        (f"le livre XII {TITLE}", "The Code des moulins et des horloges has no livre XII."),
        ("l'article 49 de la Constitution", "The corpus does not hold the Constitution du 4 octobre 1958."),
        ("l'article 101 TFUE", "The corpus does not hold the traité sur le fonctionnement de l'Union européenne."),
        ("la directive 2000/31/CE", "The corpus does not hold the directive 2000/31."),
        ("le règlement (UE) 2031/12", "The corpus does not hold the règlement (UE) 2031/12."),
    ],
)
def test_divisions_and_acts_have_their_names(citation: str, message: str) -> None:
    assert only(citation).message == message


def test_the_divisions_that_may_be_meant_are_named() -> None:
    message = only(f"le chapitre II {TITLE}").message
    assert message.startswith(
        "The Code des moulins et des horloges has several divisions chapitre II: chapitre II, titre"
    )


def test_what_is_nearest() -> None:
    assert only(f"l'article R. 111-2 {TITLE}").nearest[0] == f"{MILLS}/l111-2"
    assert f"{MILLS}/l112-4" in only(f"l'article L. 112-44 {TITLE}").nearest
    assert only("l'article 7 du code des sablers").nearest == (SANDS,)
    assert only("121-3 du code civl").nearest == ("code-civil",)
    assert only("XXIV de l'article L. 112-1").nearest == (f"{MILLS}/l112-1#IV",)


def test_a_number_without_its_act() -> None:
    assert only("7").read == f"{SANDS}/7"
    assert only("annexe I").status is CitationStatus.EXISTS
    assert only("L. 1").status is CitationStatus.NO_SUCH_ARTICLE
    two = Corpus([*CORPUS, CORPUS[SANDS, "7"].model_copy(update={"id": f"{MILLS}/7", "act": MILLS})])
    several = only("7", two)
    assert (several.status, set(several.nearest)) == ("unclear", {f"{MILLS}/7", f"{SANDS}/7"})
    assert only("7", two, act=SANDS).read == f"{SANDS}/7"


@pytest.mark.parametrize(
    "text",
    [
        "Le contrat suit le code des moulins et des horloges.\nLe loyer, sauf application de l'article 2, est dû.",
        "Les articles 3 et 7 survivent à la fin du contrat.",
        "Le preneur demande l'application de\nl'article 3\net de ce qui suit.",
        "l'article 3\nprévoit une indexation.",
        "Le montant est celui des articles L.\n112-1 et L. 112-2",
        "Les articles 3 à 7, 3 et\n7 sont ceux du bail.",
        "Les articles L. 111-1 à L. 112-1, L.\n112-2 et autres pour le moulin",
        "Le montant est celui de l'art.\n3 et de lui seul",
        "Le plan figure en annexe I et vaut contrat.",
        "# Rappel de l'article 3\nLe loyer est dû.",
        "Le loyer est fixé par l'article 99 et par lui seul.",
        "Le garde se fonde sur l'article L. 112-1 et sur lui seul.",
        "Le code des brouillards et le code des moulins et des horloges le disent : l'article L. 112-1 est applicable.",
    ],
)
def test_a_number_in_a_sentence_without_its_act_may_be_of_the_text_itself(text: str) -> None:
    without = [each for each in CORPUS.verify(text) if each.depth is not CitationDepth.ACT]
    assert without
    for each in without:
        assert (each.status, each.read and each.read[0]) == ("unclear", "?"), each
        assert "No act is named" in each.message


def test_a_number_of_a_text_that_a_pronoun_stands_for_is_of_that_text() -> None:
    answer = CORPUS.verify("Le bail suit le code des sabliers. Il prévoit à l'article 3 une indexation.")[-1]
    assert (answer.status, answer.depth) == ("not_covered", None)


def test_a_number_of_a_code_that_the_sentence_speaks_of() -> None:
    text = f"Le garde cite l'article L. 112-1 {TITLE} et, plus loin, l'article L. 112-2."
    assert [each.read for each in CORPUS.verify(text)] == [f"{MILLS}/l112-1", f"{MILLS}/l112-2"]
    assert only("Le loyer, sauf application de l'article 3, est dû.", act=SANDS).exists
    listed = CORPUS.verify("article 3\n- l'article L. 112-1 ;\nart. 7 et L. 112-2")
    assert [each.read for each in listed] == [f"{SANDS}/3", f"{MILLS}/l112-1", f"{SANDS}/7", f"{MILLS}/l112-2"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", " ;\n- "])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("art. 3 code des sabliers al. 2", "article 3, phrase 2 du code des sabliers"),
        ("Art L112-1 1er al.", "article L. 112-1 IX"),
        ("article 3, al. 2", "article 7 du code des sabliers"),
        ("Article 7 : code des sabliers", "article 3"),
    ],
)
def test_lines_of_a_list_are_not_joined(first: str, second: str, end: str) -> None:
    def of(text: str) -> list[tuple[str, str | None]]:
        return [(each.status, each.read) for each in CORPUS.verify(text)]

    assert of(first + end + second) == of(first) + of(second)
    starts = [each.start for each in CORPUS.verify(first + end + second)]
    assert starts == [0, len(first + end)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3\n7", [f"{SANDS}/3", f"{SANDS}/7"]),
        ("- 3 ;\r\n- 7.", [f"{SANDS}/3", f"{SANDS}/7"]),
        ("3\n7 et 3\n999", [f"{SANDS}/3", f"{SANDS}/7", f"{SANDS}/3", "?/999"]),
        ("3@2020-01-01\n7", [f"{SANDS}/3@2020-01-01", f"{SANDS}/7"]),
        ("3\nart. L. 112-1 du code des moulins et des horloges", [f"{SANDS}/3", f"{MILLS}/l112-1"]),
        ("Code des sabliers\n3\n7", [SANDS, f"{SANDS}/3", f"{SANDS}/7"]),
        ("Code des sabliers\n\n3\n\nCode pénal :\n7", [SANDS, f"{SANDS}/3", "code-penal", "code-penal/7"]),
        ("# Code pénal\n3\n7", ["code-penal", "code-penal/3", "code-penal/7"]),
    ],
)
def test_a_text_of_nothing_but_numbers(text: str, read: list[str]) -> None:
    assert [each.read for each in CORPUS.verify(text)] == read


def test_numbers_of_a_list_are_of_the_act_that_is_given() -> None:
    assert [each.read for each in CORPUS.verify("1465 A\n39 A", act=SANDS)] == [f"{SANDS}/1465-a", f"{SANDS}/39-a"]


@pytest.mark.parametrize(
    "text",
    [
        "Page\n3\n7",
        "3,50\n7,20",
        "3\nLe sable coule.\n7",
        "12 000\n3",
        "Code des nuages\n3\n7",
        "Code pénal et code civil\n3\n7",
        "Le présent code\n3\n7",
        "# Le sable du code pénal\n3\n7",
    ],
)
def test_numbers_beside_anything_else_are_no_citations(text: str) -> None:
    assert not [each for each in CORPUS.verify(text) if each.reference and each.reference.article in {"3", "7"}]


@pytest.mark.parametrize(
    "text", ["le premier alinéa de\nl'article 3 du code des sabliers", "articles 7,\n3 et\n7 du code des sabliers"]
)
def test_lines_that_go_on_are_joined(text: str) -> None:
    assert {each.reference.act for each in CORPUS.verify(text) if each.exists and each.reference} == {SANDS}


@pytest.mark.parametrize("end", ["\n", "\n\n"])
@pytest.mark.parametrize("second", ["article L. 112-1, III", "article L. 112-2", "L. 112-1, III", "art. 7"])
@pytest.mark.parametrize("first", ["L. 112-1 du code des moulin et des horloge", "art. 3 du code des sablers"])
def test_a_misspelt_act_is_that_of_its_line_only(first: str, second: str, end: str) -> None:
    misspelt, *others = CORPUS.verify(first + end + second + end + second)
    assert misspelt.status is CitationStatus.UNKNOWN_ACT
    assert [(each.status, each.read) for each in others] == 2 * [(only(second).status, only(second).read)]


@pytest.mark.parametrize(
    "text",
    [
        "Selon l'article L. 112-1 du code des brouillards, le garde décide.\nArticle L. 112-1, III",
        "art. 3 du code des sablers,\nart. 7",
        "art. 7\net art. 3 du code des sablers",
        "art. 3 du code des sablers, art. 7",
        "Le preneur rappelle les articles suivants :\n\n- article 3 ;\n- article 7",
    ],
)
def test_an_act_of_a_sentence_is_that_of_the_lines_behind_it(text: str) -> None:
    assert not any(each.exists for each in CORPUS.verify(text))


HEADINGS = [
    *("Article 1 - Objet", "Article 3 : Durée", "ARTICLE 4. CONFIDENTIALITÉ", "Article 7", "ARTICLE 7 CONFIDENTIALITÉ"),
    *("Article 3 – Prix et paiement du loyer", "Art. 9 - Résiliation", "Article 11.2 - Pénalités", "ARTICLE II - PRIX"),
    *("Article premier - Objet", "Article L. 112-1 - Objet", "**Article 3 - Durée**", "ARTICLE 12 – LOI APPLICABLE"),
]


@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n"])
def test_headings_cite_nothing(end: str) -> None:
    clauses = [each + end + "Le présent contrat lie les parties." for each in HEADINGS]
    assert CORPUS.verify("CONTRAT" + end + end.join(clauses)) == []


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Article 7 - Code des sablers", "unknown_act"),
        ("Article 7, al. deuxx", "unknown_act"),
        ("ARTICLE 7 CODE DES SABLERS", "unknown_act"),
        ("art. 7 : sabliers", "unknown_act"),
    ],
)
def test_what_looks_like_a_heading_and_is_a_citation(line: str, status: str) -> None:
    assert [each.status for each in CORPUS.verify(f"article 3\n{line}\narticle 3")] == ["exists", status, "exists"]


NOISE = [
    *("jean@cabinet.fr", "contact75@cabinet-durand.fr", "Tél. 01 02 03 04 05 - jean@cabinet.fr", "@cabinet75"),
    *("Suivez-nous : @cabinetdurand", "Toque A 123", "N/Réf. : L. 112-1 / DUP", "Palais A 45", "V/Réf : D 112-1"),
]


def test_addresses_and_file_numbers_cite_nothing() -> None:
    assert CORPUS.verify("\n".join(NOISE)) == []
    assert CORPUS.verify("jean@cabinet.fr") == []


@pytest.mark.parametrize(
    "line", ["L. 112-1@hier", "L. 112-1 @hier", "L. 112-1@", "7@31.12.2010", f"L. 112-1 {TITLE}@demain"]
)
def test_a_day_that_cannot_be_read_beside_an_address(line: str) -> None:
    assert [each.status for each in CORPUS.verify(f"jean@cabinet.fr\n{line}\nToque A 123")] == ["unreadable"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Article 3 du Code Des Sabliers", [f"{SANDS}/3"]),
        ("art. 3 Code Des Sabliers, al. 1\nArticle 7", [f"{SANDS}/3#al1", f"{SANDS}/7"]),
        ("Code Des Sabliers, art. 3@2020-01-01", [f"{SANDS}/3@2020-01-01"]),
        (
            "Selon L. 112-1 du Code Des Moulins\nEt Des Horloges et l'article 7 du Code Des Sabliers, le garde dort.",
            [f"{MILLS}/l112-1", f"{SANDS}/7"],
        ),
    ],
)
def test_an_act_of_the_corpus_with_capitals(text: str, read: list[str]) -> None:
    assert [(each.read, each.exists) for each in CORPUS.verify(text)] == [(each, True) for each in read]


@pytest.mark.parametrize("name", ["Code Des Sabliers Bleus", "Code Des Sabliers imaginaires", "Code Des Sablers"])
def test_another_act_with_capitals(name: str) -> None:
    assert only(f"Article 3 du {name}").status is CitationStatus.UNKNOWN_ACT
    assert not any(each.exists for each in CORPUS.verify(f"Selon l'article 3 du {name}, le garde décide."))


def test_the_beginning_of_a_title_is_near_it() -> None:
    assert only("L. 112-1 du code des moulin").nearest == (MILLS,)
    with pytest.raises(CitationError, match="the nearest is 'code des moulins et des horloges'"):
        CORPUS.find("L. 112-1 du code des moulin")


@pytest.mark.parametrize(
    "list_", ["l'article 3 de son offre, puis de l'article 7", "l'article 7 et de l'article 3 de son offre"]
)
def test_members_of_a_list_share_the_name_that_is_not_known(list_: str) -> None:
    answers = CORPUS.verify(f"Il se prévaut de {list_}.")
    assert {each.message for each in answers} == {"No act is known as 'offre'."}
    assert len(answers) == 2


def test_a_pair_of_numbers_may_be_a_number_or_a_range() -> None:
    three = CORPUS[SANDS, "7"]
    numbered = [
        three.model_copy(update={"id": f"{SANDS}/{n}", "number": ArticleNumber.parse(n)}) for n in ("697", "700")
    ]
    corpus = Corpus([*CORPUS, *numbered])
    for text in ("l'article 697-700 du code des sabliers", "697-700 du code des sabliers"):
        answer = only(text, corpus)
        assert answer.status is CitationStatus.UNREADABLE
        assert "write a range as '697 à 700'" in answer.message
    for text in ("les articles 697-700 du code des sabliers", "697 à 700 du code des sabliers", f"{SANDS}/697..700"):
        assert only(text, corpus).exists
    assert all(each.exists for each in corpus.verify("Vu les articles 3 et 697-700 du code des sabliers ;"))


def test_the_day(dated: Corpus) -> None:
    def asked(citation: str, **options: str) -> tuple[str, str | None, tuple[str, ...]]:
        answer = only(citation, dated, **options)
        return str(answer.status), answer.depth, answer.targets

    assert asked("1@2005-01-01") == ("exists", "version", (f"{SANDS}/1@2001-01-01",))
    assert asked("article 1 du code des sabliers", at="2012-01-01")[2] == (f"{SANDS}/1@2010-01-01",)
    assert asked("1@2000-12-31", at="2012-01-01")[0] == "not_in_force"
    assert asked("article 1 du code des sabliers", at="2000-12-31")[0] == "not_in_force"
    assert asked("article 2", at="2015-05-31")[0] == "exists"
    assert asked("article 2", at="2015-06-01")[0] == "not_in_force"
    assert asked("article 2")[0] == "not_in_force"
    assert asked("article 3")[0] == "not_in_force"
    assert asked("article 3", at="2030-01-01")[0] == "exists"
    assert only("article 2", dated).valid_to == date(2015, 6, 1)
    assert "2030-01-01" in only("article 3", dated).message
    assert only("articles 1 à 2", dated, at="2012-01-01").depth is CitationDepth.VERSION
    assert only("articles 1 à 2", dated, at="2016-01-01").status is CitationStatus.NOT_IN_FORCE
    assert only("article 2", dated.at("2012-01-01")).status is CitationStatus.EXISTS
    assert only("article 2", dated.at("2016-01-01")).status is CitationStatus.NOT_IN_FORCE


def test_what_was_law_before_the_version_of_the_one_day_of_a_source(dated: Corpus) -> None:
    """A source that shows the law of one day has no earlier versions, and does not say whether there were any."""
    newest = Corpus([dated[f"{SANDS}/1@2020-01-01"].model_copy(update={"consolidated_at": date(2024, 1, 1)})])
    early = only("article 1 du code des sabliers", newest, at="2015-01-01")
    assert (early.status, early.depth) == ("unclear", "article")
    assert "none before it" in early.message
    assert only("article 1 du code des sabliers", newest, at="2021-01-01").exists


def test_former_versions_and_ranges_in_time(dated: Corpus) -> None:
    former = only("l'ancien article 1 du code des sabliers", dated)
    assert (former.status, former.depth, former.targets) == ("exists", "version", (f"{SANDS}/1@2010-01-01",))
    assert only("l'ancien article 3 du code des sabliers", dated).status is CitationStatus.UNCLEAR
    coming = only("les articles 1 à 3 du code des sabliers", dated)
    assert (coming.status, coming.targets) == ("not_in_force", (f"{SANDS}/3",))
    part = only("le 1° des articles 1 à 2 du code des sabliers", dated, at="2012-01-01")
    assert (part.status, part.depth) == ("no_such_part", "article")
    assert only("le livre Ier du code des sabliers", dated).status is CitationStatus.UNCLEAR  # it has no divisions


def test_acts_in_time() -> None:
    page = CORPUS["L112-1"].model_copy(update={"id": "code-penal/111-1", "act": "code-penal"})
    corpus = Corpus([page])
    assert only("le code pénal", corpus).status is CitationStatus.EXISTS
    early = only("le code pénal", corpus, at="1900-01-01")
    assert (early.status, early.depth) == ("not_in_force", "act")
    assert early.valid_from is not None


def test_sentences(dated: Corpus) -> None:
    assert only("article 1, ph. 1", dated).status is CitationStatus.EXISTS
    assert only("article 1, ph. 2", dated).status is CitationStatus.NO_SUCH_PART


def test_an_id_of_the_source() -> None:
    article = CORPUS["L112-1"].model_copy(update={"ids": {"id": "LEGIARTI000000000001"}})
    corpus = Corpus([article])
    assert only("LEGIARTI000000000001", corpus).targets == (article.id,)
    assert only("LEGIARTI000000000002", corpus).status is CitationStatus.UNREADABLE


def test_where_it_went() -> None:
    """By the list of numbers, by the atlas, and by the text itself."""
    page = CORPUS["L112-1"].model_copy(update={"id": "code-de-procedure-penale/l1", "act": "code-de-procedure-penale"})
    corpus = Corpus([page])
    listed = only("article 706-73 du code de procédure pénale", corpus)
    assert listed.status is CitationStatus.NO_SUCH_ARTICLE
    assert "it had it" in listed.message
    text = "l'article L. 999, devenu L. 112-1, du code des moulins et des horloges"
    old, new = CORPUS.verify(text)
    assert (old.status, old.moved_to) == ("no_such_article", (f"{MILLS}/l112-1",))
    assert new.status is CitationStatus.EXISTS


def test_what_is_asked_must_be_readable() -> None:
    with pytest.raises(InputError, match="is no date"):
        CORPUS.verify("L. 112-1", at="31/12/2010")
    with pytest.raises(InputError, match="no act is known"):
        CORPUS.verify("L. 112-1", act="code des sablers bleus")
    with pytest.raises(TextError):
        CORPUS.verify(b"L. 112-1")  # type: ignore[arg-type]


HOSTILE = [
    *("", " ", "\n\n\n", "@", "@@", "#", "/", "..", "\0", "\ud800", "é" * 5000, "1" * 5000, "article " * 2000),
    *("L. 112-1@", "@2010-12-31", "L. 112-1#", "L. 112-1#/", "a/b#c@d", "code-x/1@2010-12-31~2", "1..2..3", "(" * 500),
    *(
        "L. 112-1, " * 500,
        "I, " * 300 + "L. 112-1",
        "article 1 à",
        "à 1",
        "al. 1",
        "1° du 1° du 1° du 1°",
        "\t7\r\n\r7",
    ),
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_input_is_answered(text: str) -> None:
    for answer in CORPUS.verify(text):
        assert text[answer.start : answer.end] == answer.text
        assert str(answer)


@pytest.mark.parametrize("text", ["L. 112-1 et\n" * 4000, "art. " + "1" * 50000, "x" + " " * 50000 + "art. 5, x"])
def test_long_input_takes_no_long_time(text: str) -> None:
    start = process_time()
    CORPUS.verify(text)
    assert process_time() - start < 3


@settings(deadline=None)
@given(st.text(alphabet="LRD. 0123456789-°,@IVX/#'aeltrcdu\n", max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    for answer in CORPUS.verify(text):
        assert text[answer.start : answer.end] == answer.text
        if answer.exists and answer.reference is not None and answer.reference.article is not None:
            assert answer.targets


POOL = [each for each in CORPUS if each.act is not None and each.number is not None and "nnexe" not in str(each.number)]
NUMBERED = [each for each in POOL if str(each.number)[-1].isdigit() and " et " not in str(each.number)]
NUMBERS = {(article.act, article.number.normalized) for article in POOL if article.number is not None}
WHERE = {MILLS: TITLE, SANDS: "du code des sabliers"}
FORMS = ("l'article {number} {where}", "{number} {where}", "art. {number} {where}", "Vu l'article {number} {where} ;")


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_no_invented_citation_exists(data: st.DataObject) -> None:
    """A number that the act lacks, a part that the article lacks, an act that is none, a day that is none."""
    article = data.draw(st.sampled_from(NUMBERED))
    assert article.number is not None
    number, where = article.number.running, WHERE[article.act or ""]
    form = data.draw(st.sampled_from(FORMS))
    kind = data.draw(st.sampled_from(["number", "part", "act", "day", "range"]))
    if kind == "number":
        number = f"{number}-{data.draw(st.integers(1, 99))}"
        if (article.act, ArticleNumber.parse(number).normalized) in NUMBERS:
            return
        text = form.format(number=number, where=where)
    elif kind == "part":
        part = data.draw(st.sampled_from(["XXXVII", "87°", "quarantième alinéa", "87° du XXXVII", "87e phrase"]))
        text = f"le {part} de l'article {number} {where}"
    elif kind == "act":
        name = data.draw(
            st.sampled_from(["des vents et des sables réunis", "civl", "des sablers", "pénal des moulins"])
        )
        text = form.format(number=number, where=f"du code {name}")
    elif kind == "day":
        text = f"{number} {where}@{data.draw(st.sampled_from(['31/12/2010', '2010-02-30', 'demain', '']))}"
    else:
        text = f"les articles {number} à {number}-99 {where}"
    assert not any(answer.exists for answer in CORPUS.verify(text) if answer.depth != "act"), text


@settings(deadline=None)
@given(st.sampled_from(POOL))
def test_true_citations_exist(article: Article) -> None:
    if article.state != "in_force" or article.number is None or not str(article.number)[-1].isdigit():
        return
    for form in FORMS:
        answers = CORPUS.verify(form.format(number=article.number.running, where=WHERE[article.act or ""]))
        assert answers
        assert all(answer.exists for answer in answers), (form, article.id)
    for paragraph in article.paragraphs:
        assert only(f"{article.id}#{paragraph.locator}").exists


def test_a_title_with_accents_that_only_the_corpus_has(tmp_path: Path) -> None:
    page = tmp_path / "ponds.md"
    page.write_text("# Code des étangs\n\n## Article L111-1\n\nLes étangs sont calmes.\n", encoding="utf-8")
    corpus = cpp_corpus.load(page)
    assert [each.status for each in corpus.verify("Code des étangs")] == ["exists"]

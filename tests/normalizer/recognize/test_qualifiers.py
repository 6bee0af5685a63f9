"""What stands between the number of an article and its act: a grid of numbers, insertions and acts."""

from __future__ import annotations

import pytest

from cpp_corpus.normalizer.recognize import find_references
from cpp_corpus.normalizer.recognize.grammar import phrases
from tests.growth import is_linear

NUMBERS = {
    "L. 225-1": "l225-1",
    "R. * 277-1": "r277-1",
    "L. O. 141": "lo141",
    "1240": "1240",
    "1er": "1",
    "premier": "1",
    "9 bis": "9-bis",
    "706-73": "706-73",
}
ACTS = {
    "du code de commerce": "code-de-commerce",
    "de la loi n° 2001-44 du 17 janvier 2001": "loi:2001-44",
    "du décret n° 98-74 du 28 février 1998": "decret:98-74",
    "du règlement (UE) 2016/679": "reglement-ue:2016/679",
    "de la Constitution": "constitution:1958",
    "de l'arrêté du 3 mars 2004": "arrete:2004-03-03",
}
LOCATORS = {
    ", II, 2°,": "II/2°",
    " II 2°": "II/2°",
    " § II": "II",
    ", § 2, sous a),": "2/a",
    " (1)": "1",
    ", al. 3,": "al3",
    " al 3": "al3",
    ", 3e al.,": "al3",
    ", sous a),": "a",
    ", let. a": "a",
    " let. a)": "a",
    " (I, 2°)": "I/2°",
    ", I (troisième alinéa),": "I/al3",
    ", paragraphe 2, point b),": "2/b",
    " par. 2": "2",
    ", 4e phrase,": "ph4",
    ", avant-dernier alinéa,": "al-2",
    ", I, 2°, b,": "I/2°/b",
    ", b du 2° du I": "I/2°/b",
}
QUALIFIERS = {
    " in fine": "other",
    " ancien": "former",
    " nouveau": "new",
    ", alors en vigueur,": "version",
    ", dans sa rédaction applicable,": "version",
    ", dans sa rédaction antérieure à la loi n° 2016-1088 du 8 août 2016,": "version",
    " dans sa rédaction issue de la loi n° 2016-1088 du 8 août 2016": "version",
    ", dans sa rédaction résultant de l'article 5 de la loi n° 2016-1088 du 8 août 2016,": "version",
    ", dans sa version en vigueur au 1er janvier 2015,": "version",
    ", modifié,": None,
    ", modifié par la loi n° 2016-1088 du 8 août 2016,": "version",
    ", précité,": None,
    " (ventes à quai)": "other",
    " relatif à la vente des barques": "other",
    ", relatif à la vente des barques,": "other",
    ", tel qu'interprété par la Cour,": "version",
    ", seul applicable,": "other",
    ", dont la portée est générale,": "other",
    ", s'agissant des barques,": "other",
    ", sans qu'il soit besoin d'en dire plus,": "other",
    ", en vertu duquel la barque est à quai,": "other",
    ", c'est-à-dire la vente,": "other",
    ", abrogé depuis,": "other",
    ", celui qui vise les barques (et les voiles),": "other",
    " « des barques »": "other",
    ", (ventes à quai),": "other",
    " – invoqué à titre principal –,": "other",
    " applicable aux faits de l'espèce": "version",
}


@pytest.mark.parametrize("insertion", [*LOCATORS, *QUALIFIERS])
def test_the_number_finds_its_act_over_what_stands_between(insertion: str) -> None:
    for number, normalized in NUMBERS.items():
        for words, act in ACTS.items():
            text = f"La barque relève de l'article {number}{insertion} {words}, selon le meunier."
            first, *others = find_references(text, act="code-du-travail", article="L1234-9")
            assert (first.act, first.article, first.locator) == (act, normalized, LOCATORS.get(insertion)), text
            assert {r.act for r in others} <= {"loi:2016-1088"}, text


@pytest.mark.parametrize(("insertion", "kind"), [(words, kind) for words, kind in QUALIFIERS.items() if kind])
def test_what_qualifies_a_number_is_recorded(insertion: str, kind: str) -> None:
    text = f"l'article 7{insertion} du code du sport"
    (qualifier,) = phrases(text).phrases[0].items[0].qualifiers
    assert qualifier.kind == kind
    assert text[qualifier.start : qualifier.end].strip(" ,()–") == insertion.strip(" ,()–")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("antérieure à la loi n° 2016-1088 du 8 août 2016", "before"),
        ("issue de la loi n° 2016-1088 du 8 août 2016", "from"),
        ("en vigueur au 1er mars 2015", "at"),
        ("alors applicable", "then"),
    ],
)
def test_a_version_says_how_it_is_named(words: str, value: str) -> None:
    for act in (" du code du sport", ""):
        (qualifier,) = phrases(f"l'article 7, dans sa rédaction {words},{act}").phrases[0].items[0].qualifiers
        assert (qualifier.kind, qualifier.value) == ("version", value)


@pytest.mark.parametrize(
    ("words", "kind", "numbers"),
    [
        ("1382, devenu 1240,", "successor", ["1382", "1240"]),
        ("1382, devenu l'article 1240,", "successor", ["1382", "1240"]),
        ("1382 (devenu 1240)", "successor", ["1382", "1240"]),
        ("1240, anciennement 1382,", "predecessor", ["1240", "1382"]),
        ("1240 (ancien 1382)", "predecessor", ["1240", "1382"]),
        ("1240 (1382 ancien)", "predecessor", ["1240", "1382"]),
    ],
)
def test_another_number_of_the_article_is_a_member(words: str, kind: str, numbers: list[str]) -> None:
    (phrase,) = phrases(f"l'article {words} du code civil").phrases
    assert [item.number for item in phrase.items] == numbers
    (qualifier,) = phrase.items[0].qualifiers
    assert (qualifier.kind, qualifier.value) == (kind, numbers[1])


@pytest.mark.parametrize(
    "text",
    [
        "l'article 7 relatif au lancer est lu par le code du sport",
        "l'article 7, dans sa rédaction issue du code du sport",
        "l'article 7, les navets, du code du sport",
        "l'article 7, relatif au lancer, et les navets du code du sport",
        "l'article 7, miroir, pour les navets, du code du sport",
        "l'article 7, sauf exception, relève, pour les navets, du code du sport",
        "l'article 7 prévoit que le lancer du code du sport est libre",
        "l'article 7, issu du code du sport, est ancien",
    ],
)
def test_an_act_that_is_not_that_of_the_number_is_left_alone(text: str) -> None:
    found = find_references(text, act="code-penal", article="1")
    assert found[0].act == "code-penal"


@pytest.mark.parametrize(
    "text",
    [
        "Conformément à l'article 18 et aux règles du code de procédure civile, la meule est saisie.",
        "L'article 9 est distinct du code civil.",
        "L'article 9, inscrit dans le marbre, vaut mieux que le code civil.",
        "L'article 9 du guide pratique RGPD est oublié.",
        "L'article 17, contrairement à l'article 1128 du code civil, vise le meunier.",
        "En vertu de l'article 31, alors que la demande procède, au fond, du code civil, la meule est saisie.",
    ],
)
def test_what_another_noun_or_verb_has_is_not_that_of_a_number_that_the_speaking_code_lacks(text: str) -> None:
    assert find_references(text, act="code-du-travail", article="L1234-9")[0].act is None


@pytest.mark.parametrize(
    "unit",
    [
        ", devenu 1",
        ", -2",
        " (a)",
        ", a",
        ", modifié, et 2",
        " ancien, et 2",
        ", sauf à quai",
        ", sauf à quai, et 2",
        " – à quai – et 2",
        " « à quai »",
        " et R. et D. 1",
        "-\n",
        "** ",
        "de\n",
        "Titre II\n",
    ],
)
def test_time_is_linear(unit: str) -> None:
    assert is_linear(lambda count: find_references("articles 1-1" + unit * count, act="code-penal", article="1"), 4_000)

"""What stands between the number of an article and its act: a grid of numbers, insertions and acts."""

from __future__ import annotations

import pytest

from cpp_corpus.lang.acts import former_of
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
            acts = {act, former_of(act)} if insertion == " ancien" else {act}  # which of the two: test_codes
            assert first.act in acts, text
            assert (first.article, first.locator) == (normalized, LOCATORS.get(insertion)), text
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


C, S, P, W = "code-civil", "code-du-sport", "code-penal", "code-du-travail"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'article 7, joint à l'article 9, l'un et l'autre du code du sport", {"7": S, "9": S}),
        ("l'article 7, ainsi que son pendant l'article 9, tous deux tirés du code du sport", {"7": S, "9": S}),
        ("les articles 7 et 9, tous deux du statut des meuniers", {"7": None, "9": None}),
        ("l'article 7, joint à l'article 9, l'un et l'autre du statut des meuniers", {"7": None, "9": None}),
        ("Les articles 7 et 9, respectivement, et non sans peine, du code civil et du code pénal", {"7": C, "9": P}),
        ("les articles 7 et 9, rangés respectivement dans le code civil et dans le code pénal", {"7": C, "9": P}),
        ("L'article 7 et l'article 9, respectivement – dirait-on – du code civil et du code pénal,", {"7": C, "9": P}),
        ("les articles 7 et 9 respectivement du code civil et, au bord de l'eau, du code pénal", {"7": C, "9": P}),
        ("art. 7 et 9, l'un d'eau, l'autre non, respectivement du code civil et du code pénal", {"7": C, "9": P}),
        ("Les articles 7 et 9, l'un pour l'eau, l'autre pour le vent, du code du sport tournent", {"7": S, "9": S}),
        ("les articles 7 et 9, l'un comme l'autre d'ordre public, du code du sport", {"7": S, "9": S}),
        ("l'article 7, tout entier, du code du sport", {"7": S}),
        ("l'article 7, du 1er août 2031 au 12 juillet 2032, du code du sport", {"7": S}),
        ("L'article 7, lu – comme il se doit – avec l'article 9, du code du sport", {"7": S, "9": S}),
        ("les articles 7, 9 et, plus généralement, toute disposition impérative du code du sport", {"7": S, "9": S}),
        ("l'article 7 et les autres règles du code du sport", {"7": S}),
        ("l'article 1240, ou plus exactement 1241, du code civil", {"1240": C, "1241": C}),
        ("l'article 1382 (lire : 1384) du code civil", {"1382": C, "1384": C}),
        ("l'article 1382 – 1240 nouveau – du code civil", {"1382": C, "1240": C}),
        ("l'article 1382 (1985) du code civil", {"1382": C}),
        ("l'article 7 mais, au printemps, l'article 9 du code civil", {"7": C, "9": C}),
        ("pris selon l'article 7 et, pour le lot n° 3, selon l'article 9 du code civil", {"7": C, "9": C}),
        ("l'article 7 euh du code du sport", {"7": S}),
        ("les articles 7 pour les navets et 9 pour les choux du code du sport", {"7": S, "9": S}),
        ("L'article 7, alinéa 3, le « carillon », du code du sport sonne", {"7": S}),
        ("l'article L. 7-2 (la meule), anciennement L. 8-1, du code du sport", {"L. 7-2": S, "L. 8-1": S}),
        ("L'article 7, auquel s'ajoute l'article 9, 5°, du code civil pour l'eau, du code pénal tourne",
         {"7": P, "9": C}),
        ("L'article 7, qui est au code civil ce que l'article 9 est au code pénal, tourne", {"7": C, "9": P}),
        ("L'article L. 311-1, comme l'article 545, auquel il renvoie, du code civil, tourne",
         {"L. 311-1": None, "545": C}),
        ("l'article 7 de la loi, plus que centenaire, du 1er juillet 1901", {"7": "loi:1901-07-01"}),
        ("l'article 7 de la loi (modifiée) du 1er juillet 1901", {"7": "loi:1901-07-01"}),
        ("l'article 7 de la belle et vieille loi du 1er juillet 1901", {"7": "loi:1901-07-01"}),
        ("l'article 7 du fameux – et redouté – code du sport", {"7": S}),
        ("l'article 7 de ladite Convention européenne des droits de l'homme",
         {"7": "traite:convention-europeenne-des-droits-de-lhomme"}),
        ("en application de l'article 7\n\n— 12 —\n\ndu code du sport", {"7": S}),
        ("de l'article 7\nN° RG 31/01234 - Page 4\ndu code du sport", {"7": S}),
        ("des articles L. 7-1 et\n\n5\n\nL. 7-2 du code du sport", {"L. 7-1": S, "L. 7-2": S}),
        ("L'article\n7,\nauquel\nil n'est pas dérogé,\ndu code\ndu sport", {"7": S}),
    ],
)  # fmt: skip
def test_each_article_has_the_act_that_its_noun_phrase_names(text: str, expected: dict[str, str | None]) -> None:
    found = {text[r.start : r.end]: r.act for r in find_references(text) if r.kind == "article"}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("l'article 7 (il s'agit du code du sport)", S),
        ("« L'article 7 » (c'est celui du code du sport) tourne", S),
        ("l'article 7, dont le siège est au code du sport,", S),
        ("l'article 7 qu'abrite désormais le code du sport", S),
        ("l'article 7 que le code du sport consacre à la chute", S),
        ("l'article 7, par lequel le code du sport fixe la chute", S),
        ("« La meule tourne. » (article 7), dit le code du sport.", S),
        ("Il faut citer l'article 7. Code du sport", S),
        ("l'article 7 que le code du sport abroge", C),
        ("En vertu de l'article 7, précise le code du sport, la meule tourne", C),
        ("Vu l'article 7. Code du sport : les règles", C),
    ],
)
def test_what_is_said_of_an_article_behind_it_tells_its_act(text: str, act: str) -> None:
    assert [r.act for r in find_references(text, act=C) if r.kind == "article"] == [act]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'article L. 231-2 (livre Ier, titre II) du code du sport", [f"{S}/l231-2", f"{S}:livre.i/titre.ii"]),
        ("le même chapitre du code du sport", [f"{S}:chapitre.same"]),
        ("le II de l'article 7, ainsi que le III, du code civil", [f"{C}/7#II", f"{C}/7#III"]),
        ("le 1° de l'article 7, et du 2°, du code civil", [f"{C}/7#1°", f"{C}/7#2°"]),
        ("l'article L. 231-2 tiré du code du sport", [f"{S}/l231-2"]),
        ("l'article L. 231-2 que contient le code du sport", [f"{S}/l231-2"]),
        ("l'article L. 231-2, version consolidée au 3 mai 2031 du code du sport", [f"{S}/l231-2"]),
        ("l'article L. 231-2 visé à la prévention du code du sport", [f"{S}/l231-2"]),
        ("l'article L. 231-2, dernier article du code du sport", [f"{S}/l231-2"]),
        ("l'article L. 1234-9, qui déroge aux règles du code civil, tourne", [f"{W}/l1234-9", C]),
        ("l'article L. 1234-9, à la différence du code de commerce, tourne", [f"{W}/l1234-9", "code-de-commerce"]),
        ("l'article L. 1234-9 et l'ensemble du code de commerce", [f"{W}/l1234-9", "code-de-commerce"]),
        ("la directive-cadre sur l'eau n° 2031/60/CE du 3 mars 2031, art. 7", ["directive-ue:2031/60/7"]),
        ("l'article 7 de la directive du même jour n° 2031/680", ["directive-ue:2031/680/7"]),
        ("L'article 155 A du code général des impôts prévoit, en son paragraphe I, la chute",
         ["code-general-des-impots-cgi/155-a", "code-general-des-impots-cgi/155-a#I"]),
    ],
)  # fmt: skip
def test_what_stands_beside_a_named_act_is_of_it(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act=W)] == found


LAW = "loi n° 2031-12 du 3 mars 2016"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"les articles 7, 8 et, dans sa rédaction antérieure à la {LAW}, 2052 du code civil", ["7", "8", "2052"]),
        (f"les articles 7 ainsi que, tels qu'issus de la {LAW}, 8 et 9 du code civil", ["7", "8", "9"]),
        (f"les articles 7 et, modifié par la {LAW}, 8, alinéa 2, du code civil", ["7", "8"]),
        (f"les articles 7, dans sa rédaction issue de la {LAW}, 8 et 9, alors en vigueur, du code civil",
         ["7", "8", "9"]),
        (f"les articles 7, devenu 8, et, dans sa rédaction issue de la {LAW}, 9 du code civil", ["7", "8", "9"]),
        (f"les articles 7, alors applicable, et, dans sa rédaction issue de la {LAW}, 9 du code civil", ["7", "9"]),
        (f"l'article 7 et, dans sa rédaction issue de la {LAW}, l'article 9 du code civil", ["7", "9"]),
        ("les articles 7, 8, et subsidiairement 9, du code civil", ["7", "8", "9"]),
        ("les articles 7 et, en tant que de besoin, 9 du code civil", ["7", "9"]),
        (f"la réforme de la {LAW}, 2052 du code civil", ["2052"]),
    ],
)  # fmt: skip
def test_a_list_goes_on_over_the_wording_of_a_member(text: str, numbers: list[str]) -> None:
    found = [r for r in find_references(text, act="code-de-procedure-civile") if r.kind == "article"]
    assert [(r.act, text[r.start : r.end]) for r in found] == [(C, number) for number in numbers]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("l'article L. 231-2 situé au titre III du code du sport", S),
        ("l'article L. 231-2 appartenant au livre premier du code du sport", S),
        ("l'article L. 231-2, placé en tête de la section 2 du code du sport, tourne", S),
        ("l'article L. 231-2, logé dans le titre III du code du sport", S),
        ("l'article L. 231-2 ouvrant la section 2 du code du sport", S),
        ("l'article L. 231-2, qui clôt la section 2 du code du sport, tourne", S),
        ("l'article L. 231-2, dernier du chapitre III du code du sport", S),
        ("l'article L. 231-2, premier article de la section 2 du code du sport", S),
        ("L'article L. 231-2 appartient au titre III du code du sport", S),
        ("Les articles L. 231-2 et L. 231-3 ouvrent le chapitre III du code du sport", S),
        ("l'article 7, situé au titre II de la loi n° 2031-12", "loi:2031-12"),
        ("l'article L. 1221-1, premier article de la section 2", "code-du-travail"),
        ("L'article L. 1221-1 ouvre le chapitre III du présent code", "code-du-travail"),
        ("Le bail, soumis à l'article L. 1221-1, ouvre le titre II du code du sport", "code-du-travail"),
        ("l'article L. 231-2 du\n\ncode du sport", S),
        ("les articles L. 231-2 et L. 231-3\n\ndu code du sport", S),
        ("l'article 7 de la\n\nloi n° 2031-12 du 3 mars 2031", "loi:2031-12"),
        ("l'article L. 1221-1 du\n\nSection 2", None),
    ],
)
def test_where_an_article_stands_tells_its_act(text: str, act: str | None) -> None:
    found = [r.act for r in find_references(text, act="code-du-travail") if r.kind == "article"]
    assert found == [act] * len(found)
    assert found


@pytest.mark.parametrize(
    "text",
    [
        "l'article L. 7, joint à l'article L. 9, l'un et l'autre du statut des meuniers",
        "l'article L1235-3 ou un machin du code du sport",
        "L'article L. 1235-3, longtemps né d'une décision Cass. soc., 4 déc. 2031, n° 31-13.912 obscure, du code civil",
        "Le code du sport, qui aime l'eau, l'impose au meunier lui-même à l'article L. 231-2",
    ],
)
def test_an_act_behind_any_words_is_not_the_act_that_speaks(text: str) -> None:
    found = find_references(text, act="code-du-travail")
    assert [r for r in found if r.kind == "article" and r.act == "code-du-travail"] == []


@pytest.mark.parametrize(
    "unit",
    [
        ", l'un du",
        " respectivement du code civil et",
        " (code",
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
    assert is_linear(lambda count: find_references("articles 1-1" + unit * count, act="code-penal", article="1"), 2_000)

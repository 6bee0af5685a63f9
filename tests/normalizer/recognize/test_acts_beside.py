"""Acts that stand elsewhere than behind the number: the subject of a clause, the rest of a sentence, a bracket."""

from __future__ import annotations

import pytest

from cpp_corpus import find_references
from cpp_corpus.model.reason import Reason


def _articles(text: str, act: str | None = None) -> list[tuple[str | None, str | None]]:
    found = find_references(text, act=act)
    return [(r.act, r.article) for r in found if r.kind.value == "article"]


@pytest.mark.parametrize("clause", [" ; son article 30 règle", ". Son article 30 règle", ", et son article 30 règle"])
def test_a_possessive_that_begins_a_clause_is_of_the_subject(clause: str) -> None:
    text = f"L'article 29 de la loi n° 2020-12 du 3 mars 2020 a mis dans la Constitution un carillon{clause} le son."
    assert _articles(text) == [("loi:2020-12", "29"), ("loi:2020-12", "30")]


def test_another_possessive_is_of_the_act_named_last() -> None:
    text = "La loi n° 2020-12 du 3 mars 2020 modifie le code pénal, notamment son article 132-2."
    assert _articles(text) == [("code-penal", "132-2")]


@pytest.mark.parametrize("between", [", soit celle fixée à", " ou sur un essai prévu à", ", du premier alinéa de"])
def test_a_number_that_the_citing_act_has_not_may_be_of_the_code_named_behind(between: str) -> None:
    text = f"la procédure prévue à l'article L. 1111-1{between} l'article L. 1234-9 du code du travail"
    assert _articles(text, "code-minier") == [("code-du-travail", "l1111-1"), ("code-du-travail", "l1234-9")]


def test_but_not_over_a_verb_where_the_citing_act_has_numbers_alike() -> None:
    text = "Les soins prévus à l'article L. 998-7 sont payés selon l'article L. 1234-9 du code du travail."
    assert _articles(text, "code-du-sport")[0] == ("code-du-sport", "l998-7")


@pytest.mark.parametrize("act", ["loi:2020-12", "decret:2020-12", "ordonnance:2020-12"])
def test_a_number_with_a_prefix_is_never_of_a_law(act: str) -> None:
    (reference,) = find_references("Le meunier invoque l'article L. 221-5.", act=act)
    assert (reference.act, reference.reason) == (None, Reason.OTHER_NUMBERING)
    text = "le code de la consommation ; les délais de l'article L. 221-5"
    assert _articles(text, act) == [("code-de-la-consommation", "l221-5")]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("du code général de impôts (CGI)", "code-general-des-impots-cgi"),
        ("du code de procédur civile (ci-après « CPC »)", "code-de-procedure-civile"),
        ("du règlement sur les données (RGPD)", "reglement-ue:2016/679"),
        ("de la convention des bateliers (IDCC 9486)", "idcc:9486"),
        ("de la sécurité socialeet", None),
    ],
)
def test_a_bracket_names_what_is_not_read(words: str, act: str | None) -> None:
    assert _articles(f"l'article 7 {words}, selon le meunier", "code-du-travail")[0][0] == act


def test_a_conjunction_may_be_written_with_the_word_before() -> None:
    text = "aux articles L. 174-7 du code de la sécurité socialeet L. 314-8 du code du travail"
    assert [act for act, _ in _articles(text)] == ["code-de-la-securite-sociale", "code-du-travail"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("art. 23 L ann. IV CGI", "code-general-des-impots-annexe-iv-cgianiv"),
        ("art. 38 de l'annexe III au CGI", "code-general-des-impots-annexe-iii-cgianiii"),
        ("CGI, ann. II, art. 210", "code-general-des-impots-annexe-ii-cgianii"),
        ("l'article 249 de l'annexe 3 au code général des impôts", "code-general-des-impots-annexe-iii-cgianiii"),
    ],
)
def test_annexes_by_their_abbreviations(text: str, act: str) -> None:
    assert _articles(text, "code-du-travail")[0][0] == act


def test_a_treaty_of_which_only_the_place_is_named_has_no_id() -> None:
    text = "l'article 1er de la convention de Vienne du 11 avril 2030"
    assert _articles(text, "code-civil") == [(None, "1")]


def test_one_part_of_a_text_may_be_of_another_country() -> None:
    text = "En droit suisse, l'art. 41 CO suffit. En droit français, l'art. 1240 C. civ. suffit."
    assert _articles(text) == [(None, "41"), ("code-civil", "1240")]


@pytest.mark.parametrize(
    "title",
    [
        "ARTICLE 3. PRIX DES NAVETS",
        "ARTICLE 3 – PRIX DES NAVETS",
        "ARTICLE 3 : DURÉE",
        "ARTICLE 3 FORCE DU PRÉSENT REGLEMENT",
    ],
)
def test_a_title_in_capitals_stays_one(title: str) -> None:
    assert find_references(f"{title}\nLe navet vaut un sou, et rien de plus.") == []


@pytest.mark.parametrize("own", ["l'article 20 ci-après", "l'article 20 ci-dessous", "le présent article 20"])
def test_an_article_of_the_text_itself_is_not_of_the_code_named_before(own: str) -> None:
    text = f"Le bail suit l'article 1219 du code civil. A défaut, {own} est appliqué."
    assert _articles(text, "code-du-travail") == [("code-civil", "1219"), (None, "20")]


def test_a_title_within_a_line_is_not_of_the_act_named_before() -> None:
    text = "Régie par la loi du 1er juillet 1901. Article 7 : La qualité se perd selon l'article 4 de la loi."
    assert [act for act, number in _articles(text) if number == "7"] == [None]


@pytest.mark.parametrize("initials", ["cpi", "ccp", "csi", "cmp", "Cpi"])
def test_initials_of_few_letters_head_their_article(initials: str) -> None:
    text = f"Le meunier cite son texte ({initials}, art. L. 9111-1)."
    assert _articles(text, "code-du-travail")[0][0] != "code-du-travail"


@pytest.mark.parametrize(
    "note",
    [
        "consolidé",
        "(extrait)",
        "Dalloz 2024",
        "120e éd.",
        "p. 45",
        "(JO 7 juill. 1989)",
        "chap. II",
        ": extrait",
        "en vigueur",
    ],
)
@pytest.mark.parametrize("sign", [", ", " ", " - ", " : ", " (", " / "])
@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("RGPD", "reglement-ue:2016/679"),
        ("CPC", "code-de-procedure-civile"),
        ("loi n° 2020-12 du 3 mars 2020", "loi:2020-12"),
        ("CCAG moulins", None),
        ("convention de Meunerie", None),
        ("Code des moulins suisses", None),
    ],
)
def test_an_article_behind_an_act_and_a_note_is_never_of_the_citing_act(
    name: str, act: str | None, sign: str, note: str
) -> None:
    found = _articles(f"{name} {note}{sign}art. 15", "code-civil")
    assert [(each if each != "code-des-moulins-suisses" else None) for each, number in found if number == "15"] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Le décret modifie le code du sport. Article 15",
        "Vu le code du sport, le ministre arrête : Article 1er",
        "le code du sport et l'article 15",
    ],
)
def test_but_an_article_of_the_sentence_or_of_what_is_enacted_may_be(text: str) -> None:
    found = [act for act, _ in _articles(text, "code-civil")]
    assert found in ([], ["code-civil"])


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("RGPD (UE) 2016/679, art. 6", ["reglement-ue:2016/679/6"]),
        ("Directive TVA 2006/112/CE art. 168", ["directive-ue:2006/112/168"]),
        (
            "CGI, art. 57 (prix) et art. 212 (intérêts)",
            ["code-general-des-impots-cgi/57", "code-general-des-impots-cgi/212"],
        ),
        ("le livre II du CSP (art. L. 2111-1)", ["code-de-la-sante-publique/l2111-1"]),
        ("LPF (L47, L57)", ["livre-des-procedures-fiscales/l47", "livre-des-procedures-fiscales/l57"]),
        (
            "CSP : L. 3334-2 (vin) - C. com. : L. 310-2",
            ["code-de-la-sante-publique/l3334-2", "code-de-commerce/l310-2"],
        ),
        ("- Code général des impôts, CGI.Art. 150 U\nII.-Le vent", ["code-general-des-impots-cgi/150-u"]),
        ("code du travail 2024, art. L. 1234-5", ["code-du-travail/l1234-5"]),
    ],
)
def test_what_stands_beside_its_act_in_real_texts(text: str, targets: list[str]) -> None:
    assert [f"{act}/{number}" for act, number in _articles(text, "code-civil") if number] == targets


@pytest.mark.parametrize(
    "text",
    [
        "l'art. 12 du Code Privacy",
        "l'art. 12 de la loi du pays n° 2018-6",
        "l'art. 12 de la loi guinéenne n° 2018-6 du 3 mai 2018",
    ],
)
def test_law_of_elsewhere_is_none_of_the_citing_act(text: str) -> None:
    assert _articles(text, "code-civil") == [(None, "12")]


def test_a_possessive_passes_over_the_acts_of_a_bracket() -> None:
    text = "La loi n° 78-753 (modifiée par la loi n° 2000-321) énonce dans son article 1er que le moulin tourne."
    assert _articles(text) == [("loi:78-753", "1")]


def test_a_bill_is_no_law() -> None:
    assert [r.act for r in find_references("le projet de loi de finances pour 2017")] == []


@pytest.mark.parametrize("division", ["l'annexe 2", "le titre III", "le chapitre 3", "la section 2"])
@pytest.mark.parametrize(
    "of", ["du bail", "des CGV", "du devis", "des conditions générales", "du CCTP", "du compromis"]
)
def test_a_division_of_a_text_without_identifier_is_none_of_the_citing_act(division: str, of: str) -> None:
    (found,) = find_references(f"Les parties ont paraphé {division} {of}, que le meunier a lu.", act="code-civil")
    assert (found.act, found.reason) == (None, Reason.UNKNOWN_NAME)


@pytest.mark.parametrize("of", ["de la roue", "de l'aile"])
def test_a_division_with_another_noun_is_of_the_citing_act(of: str) -> None:
    (found,) = find_references(f"Les parties ont lu le titre III {of}, qui tourne.", act="code-civil")
    assert found.act == "code-civil"


@pytest.mark.parametrize(
    "subject", ["le règlement de copropriété", "les CGV", "les conditions générales de vente", "le devis", "le CCTP"]
)
def test_what_a_text_without_identifier_says_at_an_article_is_not_in_the_citing_act(subject: str) -> None:
    for verb in ("prévoit", "prévoient"):
        assert _articles(f"Et {subject} {verb}, à l'article 14, que le moulin tourne.", "code-civil") == [(None, "14")]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "L'article L. 441-10, que précise l'article 3, plus net, de la directive 2011/7/UE, du code de commerce.",
            ["code-de-commerce", "directive-ue:2011/7"],
        ),
        (
            "L'article L. 1111-7, ouvrant l'accès au dossier, prolonge l'article 15, plus général, du RGPD.",
            ["code-de-la-sante-publique", "reglement-ue:2016/679"],
        ),
        (
            "L'article L. 1110-8, clair, ne s'efface que devant l'article 3, plus spécial, du décret n° 2016-995.",
            ["code-de-la-sante-publique", "decret:2016-995"],
        ),
        (
            "Si l'article L. 1333-2, un principe, paraît clair, l'article R. 4451-5, plus net, du code du travail dit",
            ["code-de-la-sante-publique", "code-du-travail"],
        ),
        (
            "L'article 5, sur le lancer, reprend l'article 8, plus ancien, de la loi n° 2020-12.",
            [None, "loi:2020-12"],
        ),
    ],
)
def test_an_article_between_a_number_and_an_act_may_keep_that_act(text: str, acts: list[str | None]) -> None:
    assert [act for act, _ in _articles(text, "code-de-la-sante-publique")] == acts


def test_one_of_several_articles_is_not_all_of_them() -> None:
    text = "Les articles 1346 et 1346-1 du code civil sont cités. {} ces articles exigent un accord."
    numbers = [("code-civil", "1346"), ("code-civil", "1346-1")]
    assert _articles(text.format("Le dernier de")) == numbers
    assert _articles(text.format("Les juges disent que")) == numbers * 2


@pytest.mark.parametrize("verb", ["a ensuite interprété", "modifie", "abroge entièrement"])
def test_an_act_does_something_to_another_one_than_itself(verb: str) -> None:
    text = (
        f"La loi n° 2020-12 du 3 mars 2020 est morte. L'article 3 de la loi n° 2021-7 du 4 mai 2021 {verb} cette loi."
    )
    assert [r.act for r in find_references(text)] == ["loi:2020-12", "loi:2021-7", "loi:2020-12"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "L'article 39 (provisions), combiné avec l'article 209, I, du code général des impôts.",
            ["code-general-des-impots-cgi/39", "code-general-des-impots-cgi/209"],
        ),
        (
            "L'article 7, ajouté en 2016, ainsi que l'article 9, alinéa 2, réécrit depuis, de la Constitution.",
            ["constitution:1958/7", "constitution:1958/9"],
        ),
        (
            "L'article 1er, I, pris pour l'application de l'article 3, II, de la loi n° 2019-222, du décret n° 2020-9.",
            ["decret:2020-9/1", "loi:2019-222/3"],
        ),
        (
            "L'article L. 121-2, qui reprend l'article 6, § 1, de la directive 2005/29/CE, du code de la consommation.",
            ["code-de-la-consommation/l121-2", "directive-ue:2005/29/6"],
        ),
        (
            "L'article L. 132-1, devenu L. 212-1 lors de la recodification, du code de la consommation.",
            ["code-de-la-consommation/l132-1", "code-de-la-consommation/l212-1"],
        ),
        (
            "L'article 1382, devenu 1240 par l'effet d'une réforme, du code civil.",
            ["code-civil/1382", "code-civil/1240"],
        ),
        (
            "Les articles 2, 3 et 1240, les deux premiers du code de procédure pénale et le dernier du code civil.",
            ["code-de-procedure-penale/2", "code-de-procedure-penale/3", "code-civil/1240"],
        ),
        (
            "Les articles 6 et 13, l'un de la Déclaration de 1789 et l'autre du TFUE.",
            ["declaration:1789/6", "traite:tfue/13"],
        ),
        (
            "En vertu de l'article L. 311-1, complété par l'article 12, III, de la loi n° 2020-9, du code de la route.",
            ["code-de-la-route/l311-1", "loi:2020-9/12"],
        ),
        (
            "Les articles 1240 et 700, l'un du code civil, l'autre du code de procédure civile.",
            ["code-civil/1240", "code-de-procedure-civile/700"],
        ),
    ],
)
def test_the_act_behind_an_article_between_is_no_reference_of_its_own(text: str, targets: list[str]) -> None:
    assert [f"{r.act}/{r.article}" for r in find_references(text)] == targets


def test_ranks_that_do_not_begin_with_the_first_say_nothing() -> None:
    text = "Les articles 1240 et 700, le second du code de procédure civile, le premier du code civil."
    assert [act for act, _ in _articles(text)] == [None, None]


@pytest.mark.parametrize("number", ["R.1311-2", "R 1311 2"])
@pytest.mark.parametrize("between", [", ", ", formation, "])
@pytest.mark.parametrize("law", ["arr. 12/12/2008", "décret 2017-1819", "loi n° 2017-1819"])
def test_a_law_in_the_same_row_is_not_that_of_a_number_with_a_prefix(number: str, between: str, law: str) -> None:
    assert _articles(f"{number}{between}{law}", "code-de-la-sante-publique") == [
        ("code-de-la-sante-publique", "r1311-2")
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "fixées au titre II du livre Ier et aux articles L. 123-43 à L. 123-45 du code de commerce",
            "code-de-commerce",
        ),
        ("Les chapitres Ier et II du titre IV et l'article 7 de la loi n° 2020-12 sont lus.", "loi:2020-12"),
        ("Le considérant 47 et l'article 6 du RGPD le disent.", "reglement-ue:2016/679"),
        ("Les dispositions du présent titre et de l'article L. 123-43 du code de commerce", "code-du-sport"),
        ("L'annexe I et l'article 7 de la loi n° 2020-12 sont lus.", "code-du-sport"),
        ("Le titre II est lu avec l'article 7 de la loi n° 2020-12.", "code-du-sport"),
    ],
)
def test_divisions_in_one_list_with_articles_are_of_their_act(text: str, act: str) -> None:
    found = find_references(text, act="code-du-sport")
    assert {r.act for r in found if r.kind.value == "division"} == {act}


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        (
            "L'article 22 de la loi n° 2030-1 du 3 mars 2030, et l'article 14 de celle du 31 décembre 1975, est dur.",
            [("loi:2030-1", "22"), ("loi:1975-12-31", "14")],
        ),
        (
            "Les articles 3 et 5 de la loi du 6 juillet 2029 et 7 à 9 de celle n° 2030-1 sont d'ordre public.",
            [("loi:2029-07-06", "3"), ("loi:2029-07-06", "5"), ("loi:2030-1", "7")],
        ),
        (
            "L'article 2 du décret n° 2030-1 et les articles 17 c et 17 d de celui du 6 juillet 2029 sont cités.",
            [("decret:2030-1", "2"), ("decret:2029-07-06", "17"), ("decret:2029-07-06", "17")],
        ),
        (
            "L'article 2 du contrat et l'article 4 de celui du 6 juillet 2029 sont cités.",
            [(None, "2"), (None, "4")],
        ),
    ],
)
def test_a_second_act_of_the_noun_before(text: str, articles: list[tuple[str | None, str]]) -> None:
    assert _articles(text) == articles


def test_plain_numbers_beside_lettered_ones_are_of_no_code_that_has_none() -> None:
    text = "Les articles 2288, 2298 et L. 332-1 du code de la consommation sont lus."
    assert _articles(text) == [(None, "2288"), (None, "2298"), ("code-de-la-consommation", "l332-1")]


@pytest.mark.parametrize(
    "text",
    [
        "La clause 5, qui suit l'article 1104 du code civil, prévoit à l'article 7 ci-dessous une pénalité.",
        "Nonobstant l'article 1222 du code civil et l'article 12 des présentes, seul l'article 7 est appliqué.",
    ],
)
def test_a_contract_that_speaks_of_itself_has_its_own_articles(text: str) -> None:
    assert _articles(text, "code-du-travail")[-1] == (None, "7")


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("Les articles 31 de la loi et 12 du décret sont lus.", [("loi:2030-1", "31"), ("decret:2031-7", "12")]),
        ("Les articles 31 de la loi n° 2029-3 et 12 du contrat sont lus.", [("loi:2029-3", "31"), (None, "12")]),
        (
            "Les articles 31 et 32 de la loi, 12 du décret.",
            [("loi:2030-1", "31"), ("loi:2030-1", "32"), ("decret:2031-7", "12")],
        ),
    ],
)
def test_a_list_goes_on_to_a_text_that_is_named_by_its_noun(text: str, articles: list[tuple[str | None, str]]) -> None:
    assert _articles(f"La loi n° 2030-1 et le décret n° 2031-7. {text}") == articles


@pytest.mark.parametrize(
    "change", ["modifiée par la loi n° 2032-5 du 4 mai 2032", "complétée par une loi du 4 mai 2032"]
)
@pytest.mark.parametrize(
    "said", ["règle le vent (art. {})", "contient un titre VII (art. {}) sur le vent", "dit (art. {})"]
)
def test_a_sentence_goes_on_to_speak_of_the_act_that_another_one_has_changed(change: str, said: str) -> None:
    text = f"La loi n° 2031-12 du 3 mai 2031, {change}, {said.format(7)}."
    assert _articles(text, "code-du-travail") == [("loi:2031-12", "7")]


def test_an_article_directly_behind_the_act_that_changed_another_is_of_it() -> None:
    text = "loi n° 2031-12 du 3 mai 2031, modifiée par la loi n° 2032-5 du 4 mai 2032, art. 7"
    assert _articles(text) == [("loi:2032-5", "7")]


@pytest.mark.parametrize("act", [None, "code-de-la-route"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CCH, L. 111-2 et L. 111-3, CSS, L. 242-1 et R. 412-1 du code de la route",
         ["code-de-la-construction-et-de-lhabitation/l111-2", "code-de-la-construction-et-de-lhabitation/l111-3",
          "code-de-la-securite-sociale/l242-1", "code-de-la-route/r412-1"]),
        ("C. trav., L. 1221-1 et L. 1221-2, CPC, 700 et R. 412-1 du code de la route",
         ["code-du-travail/l1221-1", "code-du-travail/l1221-2", "code-de-procedure-civile/700",
          "code-de-la-route/r412-1"]),
        ("CPC, 9 et 16, C. civ., 1240 et 1241, C. pén., 121-3",
         ["code-de-procedure-civile/9", "code-de-procedure-civile/16", "code-civil/1240", "code-civil/1241",
          "code-penal/121-3"]),
        ("CPC : 9 et 16, CPP : 63-1 et 63-2",
         ["code-de-procedure-civile/9", "code-de-procedure-civile/16", "code-de-procedure-penale/63-1",
          "code-de-procedure-penale/63-2"]),
        ("CPC, 9 et 1240 C. civ.", ["code-de-procedure-civile/9", "code-civil/1240"]),
    ],
)  # fmt: skip
def test_acts_that_each_head_their_numbers(text: str, found: list[str], act: str | None) -> None:
    assert [reference.target for reference in find_references(text, act=act)] == found


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("articles 6, 13 et 1 P1 CEDH", ["c6", "c13", "p1"]),
        ("art. 8, 14 CEDH et 1 P1", ["c8", "c14", "p1"]),
        ("les articles 6 § 1 et 1 P1 de la Convention européenne des droits de l'homme", ["c6", "p1"]),
        ("les articles 3, 8 et 2 P4 de la Convention", ["c3", "c8", "p2"]),
        ("articles 1 P1, 6 et 13 CEDH", ["p1", "c6", "c13"]),
        ("les articles 1 et 2 P1 CEDH", ["?1", "p2"]),
        ("articles 6, 8 et 1 du Protocole n° 1 à la CEDH", ["?6", "?8", "p1"]),
        ("articles 1 et 2 du Protocole n° 1 à la CEDH", ["p1", "p2"]),
        ("articles 6, 13 et 1 P1", ["?6", "?13", "?1"]),
    ],
)
def test_only_the_number_before_the_initials_of_a_protocol_is_of_it(text: str, acts: list[str]) -> None:
    letters = {None: "?", "traite:convention-europeenne-des-droits-de-lhomme": "c"}
    for speaking in (None, "code-penal"):
        found = find_references(text, act=speaking)
        assert [letters.get(r.act, "p") + (r.article or "") for r in found] == acts


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("à l'exception de l'article 5 et l'article 6 du code civil est modifié", None),
        ("en application du II de l'article 5 et l'article 6 du code civil s'applique", None),
        ("sauf les articles 5 et 7 et les articles 8 et 9 du code civil sont abrogés", None),
        ("Le décret n° 2031-4 est abrogé, à l'exception de l'article 5 et l'article 6 du code civil est modifié.",
         "decret:2031-4"),
        ("à l'exception du 3° de l'article 5 et le II de l'article 6 du code civil est modifié", None),
        ("à l'exception de l'article 5 ; l'article 6 du code civil est modifié", None),
        ("La loi n° 31-7, à l'exception de l'article 5, et l'article 6 du code civil sont abrogés.", "loi:31-7"),
        ("La loi n° 31-7, à l'exception du II de l'article 5, et l'article 6 du code civil demeurent.", "loi:31-7"),
        ("à l'exception de l'article 5 et de l'article 6 du code civil, tout est modifié", "code-civil"),
        ("les dispositions de l'article 5 et l'article 6 du code civil sont modifiées", "code-civil"),
        ("L'article 5 et l'article 6 du code civil sont abrogés.", "code-civil"),
    ],
)  # fmt: skip
def test_the_subject_of_the_next_clause_is_no_member_of_a_list(text: str, first: str | None) -> None:
    assert _articles(text)[0] == (first, "5")
    assert _articles(text, "code-du-travail")[0] == (first, "5")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("les articles 7 et 8 précités et 1240 du code civil", ["?/7", "?/8", "code-civil/1240"]),
        ("L'article 7 précité et l'article 9 du code civil", ["?/7", "code-civil/9"]),
        ("les articles 7 et 8 précités du code civil", ["code-civil/7", "code-civil/8"]),
        ("les articles 7 et 8 ci-dessus et 1240 du code civil", ["?/7", "?/8", "code-civil/1240"]),
        ("La loi n° 31-7, articles 7 et 8. Les articles 7 et 8 susvisés, ainsi que 1240 du code civil",
         ["loi:31-7/7", "loi:31-7/8", "loi:31-7/7", "loi:31-7/8", "code-civil/1240"]),
        ("L'article L. 1221-2 précité et l'article L. 1221-1 du code du travail",
         ["code-du-travail/l1221-2", "code-du-travail/l1221-1"]),
    ],
)  # fmt: skip
def test_an_article_cited_before_is_of_the_act_with_which_it_was(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "les articles 2 et 3 des protocoles additionnels",
        "l'article 2 des protocoles n° 1 et 4 aux dispositions voisines",
        "la convention européenne des droits de l'homme et l'article 2 des protocoles facultatifs",
        "les articles 2 et 45 des traités sur l'UE et sur le fonctionnement de l'UE",
        "l'article 2 des Traités sur l'UE et sur le fonctionnement de l'UE",
        "l'article 2 des traités sur les moulins",
        "l'article 2 des traités UE et FUE",
    ],
)
def test_several_treaties_are_none_that_is_known(text: str) -> None:
    for act in (None, "code-civil"):
        assert (None, "2") in _articles(text, act)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("les I de l'article 5 et II de l'article 6", ["code-civil/5#I", "code-civil/6#II"]),
        ("aux 1° de l'article 5, 2° du II de l'article 6 et III bis de l'article 7 du code de procédure civile",
         ["code-de-procedure-civile/5#1°", "code-de-procedure-civile/6#II/2°", "code-de-procedure-civile/7#III bis"]),
        ("le I de l'article 5 et l'article 6", ["code-civil/5#I", "code-civil/6"]),
        ("L'article 2 en tant qu'il fixe le taux et l'article 7 du décret n° 2030-12 sont annulés.",
         ["?/2", "decret:2030-12/7"]),
        ("Le I de l'article 2, le 3° de l'article 4 en ce qu'il fixe le taux, et l'article 7 du décret n° 2030-12",
         ["?/2#I", "?/4#3°", "decret:2030-12/7"]),
    ],
)  # fmt: skip
def test_parts_of_one_list_of_articles(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-civil")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("art. 3, 4 p. 12", ["code-civil/3"]),
        ("art. 3 et 4 p. 12", ["code-civil/3", "code-civil/4"]),
        ("l'article III:4 du GATT", ["?/iii#4"]),
        ("articles III:4 et XX du GATT", ["?/iii#4", "?/xx"]),
        ("l'article 6:162 du livre", ["?/6:162"]),
        ("l'article 5:70 du nouveau Code civil", ["?/5:70"]),
        ("les articles 1:5, 2:51 et 7:1 du CSA", ["?/1:5", "?/2:51", "?/7:1"]),
        ("art. 5:1° du code civil", ["code-civil/5", "code-civil"]),
        ("article 5 : 3 mois", ["code-civil/5"]),
    ],
)
def test_pages_and_colons_behind_numbers(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-civil")] == found


@pytest.mark.parametrize("act", [None, "code-du-travail"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Les décrets n° 2030-5 et n° 2030-6 et leurs articles 5 et 6",
         ["decret:2030-5", "decret:2030-6", "?/5", "?/6"]),
        ("La loi n° 2030-5 et le décret n° 2030-6, dans leurs articles 5", ["loi:2030-5", "decret:2030-6", "?/5"]),
        ("les lois n° 2030-5 et n° 2030-6, notamment l'article 5", ["loi:2030-5", "loi:2030-6", "?/5"]),
        ("les décrets n° 2030-5 et n° 2030-6 sont abrogés, à l'exception de l'article 5",
         ["decret:2030-5", "decret:2030-6", "?/5"]),
        ("les codes civil et pénal, notamment l'article 1240", ["code-civil", "code-penal", "code-civil/1240"]),
        ("La loi n° 2030-5 et son article 5", ["loi:2030-5", "loi:2030-5/5"]),
        ("l'article Dp. 121-2 du code du travail", []),
        ("les articles Lp. 311-1, R. 311-2 et R. 311-3 du code de la consommation", ["?/r311-2", "?/r311-3"]),
        ("l'article Lp. 311-1 et l'article R. 311-2 du code de la consommation", ["?/r311-2"]),
        ("les articles R. 311-2 et Lp. 311-1 du code de la consommation", ["?/r311-2"]),
        ("L'article 6 du code civil (art. 4 de la loi n° 31-7) est lu. Le même article suffit.",
         ["code-civil/6", "loi:31-7/4", "code-civil/6"]),
        ("les articles 21 et 22 du code civil local", ["?/21", "?/22"]),
        ("Article 1240\nCode civil\n\nArticle 5 : Le meunier", ["code-civil/1240"]),
        ("Article L. 3141-1\nCode du travail\n\nLes meuniers ont des congés.", ["code-du-travail/l3141-1"]),
        ("Article 5\nCode civil\n\nLes meuniers s'engagent.", ["code-civil"]),
        ("Code pénal\nArticle 121-3\n\nArticle 1240\nCode civil\n", ["code-penal/121-3", "code-civil/1240"]),
        ("Code civil\nArticle 1240\n\nCode pénal\nArticle 121-3", ["code-civil/1240", "code-penal/121-3"]),
    ],
)  # fmt: skip
def test_whose_articles_they_are(text: str, found: list[str], act: str | None) -> None:
    assert [reference.target for reference in find_references(text, act=act)] == found


def test_what_stands_in_a_bracket_before_an_act_or_behind_a_label_is_no_article_of_it() -> None:
    assert _articles("(1) Ordonnance n° 2031-12 du 3 mai 2031, relative aux marchés.") == []
    assert _articles("(art. 3) loi n° 2031-12") == [("loi:2031-12", "3")]
    label = "Article 12 (chapitre Ier du titre II du livre III du code du sport) - Vent"
    assert _articles(label, None) == []
    assert _articles("article 5 (titre II de la loi n° 2031-7)") == [("loi:2031-7", "5")]

"""Acts that are named by what was named before: a noun that they share, a pronoun, a rank, an adjective."""

import pytest

from cpp_corpus.normalizer.recognize import find_references

HERE = "code-de-commerce"


def targets(text: str, act: str | None = HERE) -> list[str]:
    return [reference.target for reference in find_references(text, act=act)]


@pytest.mark.parametrize("act", [HERE, "code-civil", None])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "les articles L. 122-4 du code de la route et L. 621-30 de celui du patrimoine",
            ["code-de-la-route/l122-4", "code-du-patrimoine/l621-30"],
        ),
        (
            "l'article 7 du code civil et l'article 12 de celui de procédure civile",
            ["code-civil/7", "code-de-procedure-civile/12"],
        ),
        (
            "Le code civil (art. 7) et celui de procédure pénale (art. 100) le disent.",
            ["code-civil/7", "code-de-procedure-penale/100"],
        ),
        (
            "Le décret du 3 mai 2031 (art. 4) et celui du 4 juin 2032 (art. 5)",
            ["decret:2031-05-03/4", "decret:2032-06-04/5"],
        ),
        ("l'article 2 de la loi n° 2031-12 et l'article 3 de celle relative aux moulins", ["loi:2031-12/2", "?/3"]),
        ("l'article 7 du code civil et l'article 8 de celui du meunier", ["code-civil/7", "?/8"]),
        ("l'article 2 de la directive 2031/12/UE et l'article 3 de celle de 2035", ["directive-ue:2031/12/2", "?/3"]),
    ],
)
def test_a_second_act_of_the_noun_before(text: str, found: list[str], act: str | None) -> None:
    assert targets(text, act) == found


@pytest.mark.parametrize("act", [HERE, None])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Les codes civil (art. 7), pénal (art. 226-1) et de procédure pénale (art. 100) le disent.",
            ["code-civil/7", "code-penal/226-1", "code-de-procedure-penale/100"],
        ),
        ("Les codes civil, art. 7, et pénal, art. 226-1.", ["code-civil/7", "code-penal/226-1"]),
        (
            "Les codes de procédure civile et pénal, articles 12 et 121-3",
            ["code-de-procedure-civile/12", "code-penal/121-3"],
        ),
        ("Les codes civil, de procédure civile et pénal, articles 7 et 121-3", ["?/7", "code-penal/121-3"]),
        (
            "Le code de la route (art. L. 122-4) et du patrimoine (art. L. 621-30)",
            ["code-de-la-route/l122-4", "code-du-patrimoine/l621-30"],
        ),
        ("l'article 7 du code civil ou pénal", ["code-civil/7", "code-penal"]),
        ("l'article 7 du code civil et du moulin", ["code-civil/7"]),
    ],
)
def test_codes_that_share_their_noun(text: str, found: list[str], act: str | None) -> None:
    assert targets(text, act) == found


@pytest.mark.parametrize(
    "words",
    [
        *("étrangère", "nouvelle", "ancienne", "locale", "personnelle", "contestée", "déférée"),
        *(
            "de fond",
            "de ratification",
            "du domicile",
            "de la résidence habituelle",
            "de l'État d'origine",
            "du talion",
        ),
    ],
)
def test_a_bare_noun_with_other_words_behind_it_is_another_act(words: str) -> None:
    assert targets(f"La loi n° 2031-12 s'applique. L'article 4 de la loi {words}.") == ["loi:2031-12", "?/4"]


@pytest.mark.parametrize(
    "words",
    [
        *("précitée", "susvisée", "visée ci-dessus", "applicable", "modifiée", "française", "modifié en 2034"),
        *("crée un moulin", "indique un vent", "rappelle", "est clair", "définit le vent", "organique"),
    ],
)
def test_words_that_point_back_or_go_on_are_of_the_act_named_before(words: str) -> None:
    assert targets(f"La loi n° 2031-12 s'applique. L'article 4 de la loi {words}.") == ["loi:2031-12", "loi:2031-12/4"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "L'arrêté préfectoral du 3 mars 2031 fixe. L'article 2 de l'arrêté préfectoral.",
            ["arrete:2031-03-03", "arrete:2031-03-03/2"],
        ),
        (
            "L'arrêté du 3 mars 2031 du préfet de la Meuse. L'article 2 de l'arrêté préfectoral.",
            ["arrete:2031-03-03", "arrete:2031-03-03/2"],
        ),
        ("L'arrêté du 3 mars 2031 fixe. L'article 2 de l'arrêté municipal.", ["arrete:2031-03-03", "?/2"]),
        (
            "Il demande l'annulation du décret n° 2031-12. L'article 4 du décret attaqué.",
            ["decret:2031-12", "decret:2031-12/4"],
        ),
        ("Vu le décret n° 2031-12. L'article 4 du décret attaqué.", ["decret:2031-12", "?/4"]),
        ("Le décret n° 2031-12 règle le vent. L'article 4 du décret contesté.", ["decret:2031-12", "decret:2031-12/4"]),
        (
            "Vu l'arrêté du 3 mars 2031. Il a, par un arrêté du 5 mai 2031, refusé. L'article 4 de l'arrêté attaqué.",
            ["arrete:2031-03-03", "arrete:2031-05-05", "arrete:2031-05-05/4"],
        ),
        (
            "Par un arrêté du 5 mai 2031, il nie. Par un arrêté du 6 mai 2031 aussi. L'article 4 de l'arrêté attaqué.",
            ["arrete:2031-05-05", "arrete:2031-05-06", "?/4"],
        ),
        ("La loi n° 2031-12 règle le vent. L'article 4 de la loi votée.", ["loi:2031-12", "loi:2031-12/4"]),
        ("La loi n° 2031-12 règle le vent. L'article 4 de la loi promulguée.", ["loi:2031-12", "loi:2031-12/4"]),
        ("La loi n° 2031-12. Un projet de loi suit. L'article 4 de la loi votée.", ["loi:2031-12", "?/4"]),
        (
            "La loi n° 2031-12 modifie la loi n° 2030-7. L'article 4 de la loi votée.",
            ["loi:2031-12", "loi:2030-7", "?/4"],
        ),
        ("L'ordonnance n° 2031-12. L'article 2 de l'ordonnance du juge.", ["ordonnance:2031-12", "?/2"]),
        (
            "l'article 8 de la Convention européenne des droits de l'homme et l'article 34 de la convention collective",
            ["traite:convention-europeenne-des-droits-de-lhomme/8", "?/34"],
        ),
        (
            "L'article 27 de la loi déférée modifie l'article 44 de la loi n° 2031-12. L'article 28 de la loi déférée.",
            ["?/27", "loi:2031-12/44", "?/28"],
        ),
    ],
)
def test_the_act_that_was_described_with_the_same_words(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La loi n° 2031-12 s'applique. L'article 3 de cette dernière aussi.", ["loi:2031-12", "loi:2031-12/3"]),
        ("Le décret n° 2031-12 s'applique ; l'article 9 de ce dernier le dit.", ["decret:2031-12", "decret:2031-12/9"]),
        ("L'article 9 de celui-ci et l'article 14 de cette dernière.", ["?/9", "?/14"]),
        ("L'article 14 de ces derniers.", ["?/14"]),
        (
            "La loi n° 2031-12 a été modifiée par la loi n° 2032-7. L'article 55 de cette dernière loi.",
            ["loi:2031-12", "loi:2032-7", "loi:2032-7/55"],
        ),
        (
            "La directive 2031/12/UE et le règlement (UE) n° 282/2031 : l'article 9 de celle-là",
            ["directive-ue:2031/12", "reglement-ue:282/2031", "directive-ue:2031/12/9"],
        ),
        (
            "Le code civil et le code pénal : l'article 7 de celui-là",
            ["code-civil", "code-penal", "code-civil/7"],
        ),
        (
            "Le code de procédure civile complète le code pénal. L'article 12 de ce dernier.",
            ["code-de-procedure-civile", "code-penal", "?/12"],
        ),
        ("La loi n° 2031-12, le devis et l'article 4 de celle-ci", ["loi:2031-12", "loi:2031-12/4"]),
    ],
)
def test_pronouns_stand_for_an_act_of_their_gender(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize("act", [HERE, "code-civil", None])
@pytest.mark.parametrize(
    "words",
    [
        *("l'autre code", "l'autre texte", "l'ancien texte", "l'ancienne loi", "chacun de ces codes"),
        *("l'un de ces codes", "l'un et l'autre code"),
    ],
)
def test_another_act_is_none_of_those_before(words: str, act: str | None) -> None:
    text = f"Le code civil et le code pénal : l'article 7 de {words}."
    assert targets(text, act) == ["code-civil", "code-penal", "?/7"]


@pytest.mark.parametrize("words", ["d'une autre loi", "du nouveau texte", "de chaque code", "d'un code étranger"])
def test_another_act_is_not_the_one_that_speaks(words: str) -> None:
    assert targets(f"L'article 7 {words}.") == ["?/7"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("7 du premier code cité", "code-civil/7"),
        ("7 du premier de ces codes", "code-civil/7"),
        ("121-3 du second code", "code-penal/121-3"),
        ("121-3 du second de ces codes", "code-penal/121-3"),
        ("121-3 du premier de ces codes", "?/121-3"),
        ("7 du dernier mentionné de ces deux codes", "?/7"),
        ("7 de l'ancienne loi n° 2031-12", "loi:2031-12/7"),
    ],
)
def test_a_rank_tells_which_of_two_acts(words: str, found: str) -> None:
    assert targets(f"Le code civil et le code pénal : l'article {words}.")[2:] == [found]


def test_the_first_of_three_codes() -> None:
    text = "Le code civil, le code de la route et le code pénal : l'article 7 du premier de ces codes"
    assert targets(f"{text}, l'article 121-3 du second de ces codes.")[3:] == ["code-civil/7", "?/121-3"]


@pytest.mark.parametrize("act", [HERE, "code-penal", None])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("le même code, en son article 802, le dit", "code-de-procedure-penale"),
        ("le même code prévoit, à son article 802, un grief", "code-de-procedure-penale"),
        ("ledit code, en son article L. 4741-2, le dit", "code-du-travail"),
    ],
)
def test_the_same_code_is_the_one_that_has_its_article(words: str, code: str, act: str | None) -> None:
    text = f"Vu les articles 388 du code de procédure pénale et L. 4741-1 du code du travail ; {words}."
    number = "802" if "802" in words else "l4741-2"
    assert targets(text, act)[2:] == [code, f"{code}/{number}"]


@pytest.mark.parametrize("act", [HERE, None])
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("L'article précité du code de la santé publique", "code-de-la-sante-publique/l1111-7"),
        ("Ledit article du code de la santé publique", "code-de-la-sante-publique/l1111-7"),
        ("L'article susvisé de la loi n° 2031-12", "loi:2031-12/64"),
        ("L'article précité", "loi:2031-12/64"),
        ("L'article précité du code du travail", "code-du-travail/?"),
    ],
)
def test_an_article_cited_before_is_the_last_one_of_its_act(words: str, found: str, act: str | None) -> None:
    text = f"Vu l'article L. 1111-7 du code de la santé publique et l'article 64 de la loi n° 2031-12. {words} le dit."
    assert targets(text, act)[2:] == [found]


def test_a_code_before_another_country_is_named_is_of_france() -> None:
    text = "La société est régie par le code civil (art. 1871). En droit belge, l'article 7 du code civil le dit."
    assert targets(text, None) == ["code-civil/1871", "?/7"]
    text = "Le code de la consommation prohibe, en son article L. 121-2, le vent. L'article 1401 C.c.Q. aussi."
    assert targets(text, None) == ["code-de-la-consommation", "code-de-la-consommation/l121-2", "?/1401"]
    assert targets("En droit belge, le code civil (art. 7) le dit.", None) == ["?/7"]


def test_an_article_of_which_others_have_their_number_is_of_their_code() -> None:
    text = "Vu l'article 63-4-2 du code de procédure pénale. La directive 2031/48/UE l'impose. Selon l'article"
    code, directive = "code-de-procedure-penale", "directive-ue:2031/48"
    assert targets(f"{text} 63, il avise.", None) == [f"{code}/63-4-2", directive, f"{code}/63"]
    assert targets(f"{text} 3, il avise.", None) == [f"{code}/63-4-2", directive, f"{directive}/3"]


@pytest.mark.parametrize(
    ("text", "act", "found"),
    [
        ("La loi n° 2031-12. L'article 2 de la loi confie le vent.", None, ["loi:2031-12", "loi:2031-12/2"]),
        ("L'arrêté municipal du 5 mai 2031 : l'article 2 de l'arrêté municipal", None,
         ["arrete:2031-05-05", "arrete:2031-05-05/2"]),
        ("l'article 4, par lequel la loi n° 31-7 est abrogée", "loi:2031-12", ["loi:2031-12/4", "loi:31-7"]),
        ("L'article 4 ouvre le code du travail aux apprentis", "loi:2031-12", ["loi:2031-12/4", "code-du-travail"]),
        ("BAIL COMMERCIAL - Prix\nLe code civil s'applique. L'article 9 est visé.", None,
         ["code-civil", "code-civil/9"]),
    ],
)  # fmt: skip
def test_what_is_said_of_an_act_that_was_named_leaves_it_the_one_that_is_meant(
    text: str, act: str | None, found: list[str]
) -> None:
    assert [reference.target for reference in find_references(text, act=act)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'article 42 du règlement (UE) 2031/12. L'article 5 du présent règlement.", "?/5"),
        ("La directive 2031/12/UE. L'article 4 de la présente directive.", "?/4"),
        ("La décision-cadre 2031/12/JAI. L'article 4 de la présente décision-cadre.", "?/4"),
        ("La convention relative aux droits de l'enfant. L'article 4 de la présente convention.", "?/4"),
        ("Règlement (UE) 2031/12 : l'article 5 du présent règlement.", "reglement-ue:2031/12/5"),
        (
            "Directive 2031/12/UE\nVu la directive 2030/5/UE, l'article 4 de la présente directive.",
            "directive-ue:2031/12/4",
        ),
        ("L'article 4 de la directive 2031/12/UE : « l'article 9 de la présente directive »", "directive-ue:2031/12/9"),
    ],
)
def test_what_an_act_of_the_union_or_a_treaty_calls_itself_is_none_that_it_cites(text: str, found: str) -> None:
    assert targets(text, None)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La loi n° 2031-12 vaut. La loi de 1965 aussi. L'article 9 de cette loi.", "?/9"),
        ("La loi n° 2031-12 vaut. L'article 8 de la loi de 1965 aussi. L'article 9 de ladite loi.", "?/9"),
        ("Le décret n° 2031-12 déroge au décret de 1967. L'article 9 du même décret.", "?/9"),
        ("La loi n° 2031-12 vaut. La loi relative aux moulins aussi. L'article 9 de cette loi.", "?/9"),
        ("La loi n° 65-5. La loi n° 2031-12 déroge à la loi de 1965. L'article 9 de cette loi.", "loi:65-5/9"),
        ("La loi n° 2031-12, modifiant la loi de 1965. L'article 9 de cette loi.", "loi:2031-12/9"),
        ("La loi n° 2031-12 ; l'ordonnance de 1945. L'article 9 de cette loi.", "loi:2031-12/9"),
        ("La loi de 1965. La loi n° 2031-12. L'article 9 de cette loi.", "loi:2031-12/9"),
        ("La loi n° 2031-12. Une loi relative aux moulins viendra. L'article 9 de cette loi.", "loi:2031-12/9"),
    ],
)
def test_an_act_told_by_its_year_or_title_alone_is_the_one_that_a_pronoun_means(text: str, found: str) -> None:
    assert targets(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "l'article L. 221-18 du code de la consommation. L'article L. 221-28, l'article 7 des présentes",
            ["code-de-la-consommation/l221-18", "code-de-la-consommation/l221-28", "?/7"],
        ),
        (
            "l'article L. 221-18 du code de la consommation. L'article 12 est à l'article 7 des présentes conditions.",
            ["code-de-la-consommation/l221-18", "?/12", "?/7"],
        ),
        (
            "L'article L. 221-28 est à l'article 7 des présentes conditions.",
            ["code-de-la-consommation/l221-28", "?/7"],
        ),
        (
            "Vu les articles L. 221-18 et L. 221-28 ; le présent arrêté s'ajoute à l'article 9.",
            ["code-de-la-consommation/l221-18", "code-de-la-consommation/l221-28", "?", "?/9"],
        ),
        (
            "la convention (articles L. 221-18 et L. 221-28) et le bail (article 9)",
            ["code-de-la-consommation/l221-18", "code-de-la-consommation/l221-28", "?/9"],
        ),
        (
            "les articles L. 221-18, L. 221-28 et 1103 du code civil",
            ["code-de-la-consommation/l221-18", "code-de-la-consommation/l221-28", "code-civil/1103"],
        ),
        (
            "l'article 121-2 du code pénal ; qu'aux termes de l'article L. 131-21 du même code",
            ["code-penal/121-2", "?/l131-21"],
        ),
    ],
)
def test_numbers_of_codes_in_a_contract_are_of_the_code_named_before(text: str, found: list[str]) -> None:
    assert targets(text, "code-de-la-consommation") == found


CONVENTION = "traite:convention-europeenne-des-droits-de-lhomme"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'article 544 et l'article 6 CEDH", ["code-civil/544", f"{CONVENTION}/6"]),
        ("les articles 544 et 6 de la Convention EDH", ["code-civil/544", f"{CONVENTION}/6"]),
        ("l'article 544, ensemble l'article 17 de la Déclaration de 1789", ["code-civil/544", "declaration:1789/17"]),
        ("L'article 345 et l'article 66 de la Constitution.", ["code-civil/345", "constitution:1958/66"]),
        ("L'article 544 et l'article 267 TFUE.", ["code-civil/544", "traite:tfue/267"]),
        ("Vu la CEDH, notamment son article 6 et l'article 700.", [CONVENTION, f"{CONVENTION}/6", "code-civil/700"]),
        ("l'article 9 et l'article 6 CEDH", [f"{CONVENTION}/9", f"{CONVENTION}/6"]),
        ("l'article 92 de la Constitution", ["constitution:1958/92"]),
    ],
)
def test_numbers_behind_the_last_one_of_a_treaty_are_of_another_act(text: str, found: list[str]) -> None:
    assert targets(text, "code-civil") == found
    other = ["?" + target.removeprefix("code-civil") if target.startswith("code-civil") else target for target in found]
    assert targets(text, None) == other


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Le présent règlement suit le règlement (UE) 2031/12. Article 3 Aux fins de l'article 5, il vente.",
            ["reglement-ue:2031/12", "?/3", "?/5"],
        ),
        ("La loi n° 2031-12 vaut. Article 7 (supprimé) : cet article vente.", ["loi:2031-12", "?/7", "?/7"]),
        ("La loi n° 2031-12 vaut. Article 7 (nouveau) : il vente.", ["loi:2031-12", "?/7"]),
        (
            "Vu l'arrêté du 3 mars 2031 ; ARRÊTE Article 1er Le vent souffle. Article 2 Les États tournent.",
            ["arrete:2031-03-03", "?/1", "?/2"],
        ),
        ("La loi n° 2031-12 vaut. Article 7 Il vente.", ["loi:2031-12", "loi:2031-12/7"]),
        ("La loi n° 2031-12 vaut. L'article 7 vente.", ["loi:2031-12", "loi:2031-12/7"]),
    ],
)
def test_the_articles_of_a_text_in_one_line_are_its_own(text: str, found: list[str]) -> None:
    assert targets(text, None) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La présente directive complète le règlement (UE) 2031/12 ; son article 11 vente.", "?/11"),
        ("La présente loi modifie la loi n° 2031-12 ; son article 11 vente.", "?/11"),
        ("Le projet de loi modifie la loi n° 2031-12 ; son article 11 vente.", "?/11"),
        ("La proposition de loi complète la loi n° 2031-12. Son article 11 vente.", "?/11"),
        ("Le décret n° 2031-5 modifie la loi n° 2031-12 ; son article 11 vente.", "decret:2031-5/11"),
        ("La présente loi vaut. La loi n° 2031-12 aussi ; son article 11 vente.", "loi:2031-12/11"),
        ("Le projet est conforme à la loi n° 2031-12, notamment son article 11.", "loi:2031-12/11"),
    ],
)
def test_a_possessive_that_opens_a_clause_is_of_its_subject(text: str, found: str) -> None:
    assert targets(text, None)[-1] == found


@pytest.mark.parametrize(
    ("noun", "act", "found"),
    [
        ("la présente convention", "traite:convention-sur-les-moulins", True),
        ("la présente convention", "idcc:1486", True),
        ("la présente charte", "traite:charte-de-lenvironnement", True),
        ("le présent traité", "traite:tfue", True),
        ("le présent règlement", "reglement-ue:2016/679", True),
        ("le présent règlement", "arrete:2031-03-03", True),
        ("les présents statuts", "code-civil", False),
        ("la présente convention", "code-civil", False),
        ("le présent règlement", "code-civil", False),
    ],
)
def test_a_text_that_calls_itself_as_its_act_may_speaks_its_articles(noun: str, act: str, *, found: bool) -> None:
    assert targets(f"Selon {noun}, il vente. L'article 5 le dit.", act)[-1] == (f"{act}/5" if found else "?/5")


@pytest.mark.parametrize("noun", ["Les présents statuts", "Le présent règlement intérieur", "La présente charte"])
def test_rules_that_rest_on_a_code_cite_its_numbers(noun: str) -> None:
    text = f"{noun} valent selon l'article 1832. L'article 13 le dit, comme l'article 1844-7."
    assert targets(text, "code-civil")[-3:] == ["code-civil/1832", "?/13", "code-civil/1844-7"]


LAW = "La loi n° 2031-12 du 3 mai 2031 régit le moulin. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{LAW}La grille des prix, en son article 3, le dit.", ["loi:2031-12", "?/3"]),
        ("La loi n° 2031-12 du 3 mai 2031, en son article 3, le dit.", ["loi:2031-12", "loi:2031-12/3"]),
        ("L'article 2 de la loi n° 2031-12 ; le jugement est infirmé en son article 3.", ["loi:2031-12/2", "?/3"]),
        (
            "au visa de l'article 1217 du code civil, que le contrat est résolu ; que son article 7 fixait un délai",
            ["code-civil/1217", "?/7"],
        ),
        (f"{LAW}Notre contrat, en son article 9, la vise ; l'article 10 aussi.", ["loi:2031-12", "?/9", "?/10"]),
        ("Notre article 5 est clair. Lisez nos articles 3 et 4.", ["?/5", "?/3", "?/4"]),
        (f"{LAW}Elle renvoie à la loi de 2019. L'article 6 de cette dernière l'étend.", ["loi:2031-12", "?/6"]),
        (
            f"L'amendement modifie l'article 7. {LAW}Son article 24 suffit. L'article 7 l'étend. L'article 8 aussi.",
            ["?/7", "loi:2031-12", "loi:2031-12/24", "?/7", "?/8"],
        ),
        (
            "L'article 7 plaît. La loi n° 2031-12, en son article 24, suffit. L'article 7 l'étend. L'article 8 aussi.",
            ["?/7", "loi:2031-12", "loi:2031-12/24", "?/7", "loi:2031-12/8"],
        ),
        (f"{LAW}Le Conseil propose de disjoindre l'article 9.", ["loi:2031-12", "?/9"]),
        (
            "L'article 3 de la loi n° 2031-12 vise l'article 8 du code civil. L'article 5 crée l'article 9 du code.",
            ["loi:2031-12/3", "code-civil/8", "loi:2031-12/5", "code-civil/9"],
        ),
        (
            "La directive (UE) 2031/12 introduit un article 11 dans la directive 2011/83/UE.",
            ["directive-ue:2031/12", "directive-ue:2011/83/11", "directive-ue:2011/83"],
        ),
    ],
)
def test_articles_of_texts_that_are_not_read_are_not_of_the_act_named_before(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text)] == found


@pytest.mark.parametrize(
    ("act", "text", "found"),
    [
        ("code-civil", "L'article 8 des présentes vaut ; l'article 1231-3 joue.", ["?/8", "code-civil/1231-3"]),
        ("code-civil", "Le bail, en son article 4, l'interdit ; l'article 11 l'étend.", ["?/4", "?/11"]),
        ("code-civil", "L'article 9 du bail est nul. L'article 10 aussi.", ["?/9", "?/10"]),
        ("code-civil", "L'article 9 du bail est nul. L'article 6 l'interdit.", ["?/9", "code-civil/6"]),
        (
            "code-civil",
            "Vu l'article 9 ; ARRÊTE : Article 1er : La vanne est levée. Article 2 : L'article 1er vaut dès demain.",
            ["code-civil/9", "?/1"],
        ),
        (
            "code-de-commerce",
            "Article 5. Prix. Selon l'article 1592 du code civil. Article 6. Durée. Un an. L'article 5 prévaut.",
            ["code-civil/1592", "?/5"],
        ),
    ],
)
def test_articles_of_texts_that_are_not_read_are_not_of_the_act_that_speaks(
    act: str, text: str, found: list[str]
) -> None:
    assert targets(text, act) == found

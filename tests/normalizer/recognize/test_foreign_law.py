"""The law of other countries in French texts: what says so, and what keeps a text French."""

from __future__ import annotations

import pytest

from cpp_corpus import Reference, find_references
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import ReferenceKind


def acts(found: list[Reference]) -> list[str | None]:
    return [each.act for each in found]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("l'article 7 non du code civil français mais du code civil belge", None),
        ("l'article 7 du code civil (belge)", None),
        ("l'article 7 du code civil, non français mais belge", None),
        ("l'article 7 du code civil alors applicable en Belgique", None),
        ("l'article 7 du code civil, mais du code belge", None),
        ("C. civ. B., art. 7", None),
        ("art. 7 CC/CH", None),
        ("l'article 7 du code civil français, et non du code civil belge", "code-civil"),
        ("l'article 7 du code civil, applicable en Belgique comme en France", "code-civil"),
        ("l'article 7 du code civil alors applicable en Algérie", "code-civil"),
    ],
)
def test_a_country_at_some_distance_from_its_code(text: str, act: str | None) -> None:
    assert acts(find_references(text)) == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Belgique, Cour de cassation. Vu l'article 7 de la Constitution et l'article 9 du Code civil.",
        "**Suisse** | Tribunal de la Roue\nL'article 7 du code civil et la loi du 3 mars 1990.",
        "CÔTE D'IVOIRE\nL'article 7 du code du travail et l'article 9 de la loi n° 2014-12 du 3 mars 2014.",
        "L'article 7 de l'arrêté royal du 3 mars 1990 exécute l'article 9 de la loi du 2 février 1990.",
        "VU L'ARRETE ROYAL DU 3 MARS 1990 ; VU L'ARTICLE 7 DU CODE CIVIL",
        "Le moulin suit l'article 7 du Code judiciaire et les articles 9 et 11 du Code civil.",
        "Nous, Grande-Duchesse de Luxembourg. L'article 7 du code de commerce et la loi du 7 juin 1937.",
        "Le règlement grand-ducal du 3 mars 1990, pris sur la loi du 2 février 1990, article 7.",
        "Tribunal d'arrondissement de Luxembourg : l'article L. 124-11 du Code du travail vaut pour le meunier.",
        "République du Sénégal\nLe meunier invoque l'article L. 67 du code du travail.",
        "En vertu du dahir du 12 août 1913, l'article 7 du code de procédure civile et la loi n° 15-95, article 9.",
        "Les statuts suivent l'Acte uniforme sur les moulins, article 7, et l'article 9 du code civil.",
        "La langue française est celle de l'arrêté royal du 3 mars 1990 et de l'article 7 du code civil.",
    ],
)
@pytest.mark.parametrize("act", [None, "code-civil", "loi:2031-12"])
def test_a_text_of_another_country_has_no_french_act(text: str, act: str | None) -> None:
    found = find_references(text, act=act)
    assert found
    assert set(acts(found)) == {None}, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'arrêté royal du 3 mars 1990 vaut. En France, l'article 7 du code civil.", ["code-civil"]),
        ("L'arrêté royal du 3 mars 1990 et l'article L. 1234-1 du code du travail.", ["code-du-travail"]),
        ("Cass. soc. : le Code judiciaire et l'article 7 du code civil.", ["code-civil"]),
        ("Vu le dahir ; l'article 7 du code civil français et l'article 9 du code civil.", ["code-civil"] * 2),
        ("Le meunier de Belgique suit l'article 7 du code civil.", ["code-civil"]),
        ("La Cour de cassation applique l'article 7 du code civil.", ["code-civil"]),
        ("L'article 7 du code civil vaut, à la différence du code civil belge.", ["code-civil"]),
        ("Code bruxellois du Moulin, art. 2 ; article 7 du code civil", [None, "code-civil"]),
        ("Belgique et moulins : l'article 7 du code civil.", ["code-civil"]),
        ("Le sens est étranger au droit marocain. Selon l'article 7 du code civil, il tourne.", ["code-civil"]),
    ],
)
def test_french_law_stays_french(text: str, expected: list[str | None]) -> None:
    assert acts([each for each in find_references(text) if each.kind is ReferenceKind.ARTICLE]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("art. 7 al. 2, 9 CC; 12a al. 1 CO; 14 al. 2 let. a CPC", [None] * 4),
        ("l'art. 7a CC et l'art. 9 al. 1 CC", [None] * 2),
        ("art. 7 CC, art. 9 CPC", ["code-civil", "code-de-procedure-civile"]),
        ("art. 7 CC ; comp. (Suisse) art. 9 CO", ["code-civil", None]),
        ("art. 7 C. civ. ; comp. art. 9 CO ; art. 11 CC", ["code-civil", None, "code-civil"]),
    ],
)
def test_initials_that_a_neighbour_has_too(text: str, expected: list[str | None]) -> None:
    assert acts(find_references(text)) == expected


@pytest.mark.parametrize(
    "name",
    [
        "de l'arrêté royal du 3 mars 1990", "de l'Arrêté Royal du 03/03/1990",
        "du règlement grand-ducal du 3 mars 1990",
        "de l'Ordonnance Souveraine n° 3.413 du 3 mars 1990", "du décret du 3 mars 1990 du Parlement wallon",
        "de l'arrêté du Gouvernement wallon du 3 mars 1990", "du décret de la Communauté française du 3 mars 1990",
        "du Code des impôts sur les revenus 1992", "du Code pénal social", "du Code TVA", "CIR92", "Code travail CM",
        "C. trav. TG",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["En France, {} vaut.", "{}", "Le meunier français lit {} et le moulin."])
def test_names_that_no_french_act_has(name: str, place: str) -> None:
    found = find_references(place.format(f"l'article 7 {name}"), act="code-du-travail")
    assert [(each.act, each.reason) for each in found] == [(None, Reason.FOREIGN_ACT)]


@pytest.mark.parametrize(
    "text",
    [
        "La France ignore le Code civil belge (loi du 3 mars 1990).",
        "La France ignore le droit **wallon** (la loi du 3 mars 1990).",
        "La France ignore le Code de la famille du Sénégal (loi n° 72-61 du 3 mars 1990).",
    ],
)
def test_the_law_in_the_bracket_behind_a_country(text: str) -> None:
    assert [(each.act, each.reason) for each in find_references(text)] == [(None, Reason.FOREIGN_ACT)]


def test_an_act_of_another_country_is_what_articles_behind_it_are_of() -> None:
    text = "L'article 7 du code civil français. Le code civil belge dit autre chose, et l'article 9 aussi."
    assert acts(find_references(text)) == ["code-civil", None]
    text = "Vu le code civil ; vu l'arrêté royal du 3 mars 1990 ; l'article 5 vaut pour la France."
    assert acts(find_references(text)) == ["code-civil", None]


def test_the_text_of_an_article_is_of_its_own_act() -> None:
    text = "L'arrêté royal du 3 mars 1990 et l'article 7 valent."
    assert acts(find_references(text, act="code-civil", article="9")) == ["code-civil"]


@pytest.mark.parametrize(
    ("text", "number", "to"),
    [
        ("art. L 337-1 LC.", "l337-1", None),
        ("art. L. 225-1 CE", "l225-1", None),
        ("art. 3.87-3.88 Code civil belge", "3.87", "3.88"),
        ("les articles 3.9 à 3.94 du Code civil belge", "3.9", "3.94"),
        ("art. L 16 BA du LPF", "l16-ba", None),
    ],
)
def test_numbers(text: str, number: str, to: str | None) -> None:
    (found,) = find_references(text)
    assert (found.article, found.to) == (number, to)
    assert found.act in {None, "livre-des-procedures-fiscales"}


def test_no_code_has_dotted_numbers() -> None:
    (found,) = find_references("le fonds de la roue (art. 3.89)", act="code-civil")
    assert (found.act, found.article) == (None, "3.89")
    (found,) = find_references("l'article 221.1 vaut", act="code-penal")
    assert (found.act, found.article) == ("code-penal", "221-1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La France suit. Loi n° 2004-63 (Tunisie), article 7.", [None]),
        ("- France : article 7 du code civil\n- **Belgique** : article 9 du code civil", ["code-civil", None]),
        ("La France.\n* Québec : article 9 du code civil\nEnsuite l'article 11 du code civil.", [None, "code-civil"]),
        ("Le bail du moulin – Droit marocain\n\nL'article 7 du code du travail.", [None]),
        ("Le droit tunisien, notamment la loi n° 2004-63, article 7, n'est pas celui de la France.", [None]),
        ("La loi belge sur les moulins (loi du 3 mars 1990, article 7) vaut en France.", [None]),
        ("Le code de France oblige un meunier belge, notamment la loi du 3 mars 1990, article 7.", ["loi:1990-03-03"]),
        ("En Belgique, le bail suit l'article 7 du code civil. Lisez l'article 9 du code civil.", [None, "code-civil"]),
        ("Au Maroc, le 3 mai 1990, il a lu l'article 7 du code civil.", ["code-civil"]),
        ("Le moulin belge, la France (loi du 3 mars 1990, article 7).", ["loi:1990-03-03"]),
    ],
)  # fmt: skip
def test_countries_beside(text: str, expected: list[str | None]) -> None:
    assert acts([each for each in find_references(text) if each.kind is ReferenceKind.ARTICLE]) == expected


def test_a_quotation_is_of_the_country_of_its_text() -> None:
    text = (
        '"Article 24 du Code du travail",\n "vu le dahir du 6 septembre 1958",\n "la loi n° 65-99 du Code du travail"'
    )
    assert set(acts(find_references(text))) == {None}
    text = '{ref: "Loi 22/01/1985, art. 105", of: "Interruption (ONEM)"}'
    assert set(acts(find_references(text))) == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Code pénal ivoirien et l'article 7 de la loi n° 2013-451.", [None]),
        ("Le Code de la famille algérien, en France, et l'article 7 de la loi n° 2013-451.", ["loi:2013-451"]),
        ("Le Code pénal ivoirien et l'article 7 du code civil.", ["code-civil"]),
        ("Le Code pénal belge et l'article 7 de la loi du 3 mars 1990.", ["loi:1990-03-03"]),
    ],
)
def test_laws_of_a_country_whose_code_is_named(text: str, expected: list[str | None]) -> None:
    assert acts([each for each in find_references(text) if each.kind is ReferenceKind.ARTICLE]) == expected


def test_articles_behind_an_act_of_another_country_with_an_act_passed() -> None:
    text = "du faux (art. 370 Code pénal ivoirien) et de l'escroquerie (art. 380). L'article 7 vaut."
    assert acts(find_references(text, act="code-civil")) == [None, None, "code-civil"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Under Article 1240 of the French Civil Code", ["?/1240"]),
        ("Articles 1240 and 1241 of the Civil Code", ["?/1240"]),
        ("Article L. 1233-3 of the Labour Code", ["?/l1233-3"]),
        ("Article 6(1) of the Law", ["?/6"]),
        ("Article 12 of the GDPR", ["reglement-ue:2016/679/12"]),
        ("Articles 6(1) and 8 of Directive 95/46/EC", ["directive-ue:95/46/6"]),
        ("Article 101 TFEU", ["traite:tfue/101"]),
        ("Article 5 van de wet van 3 juli 2031", ["?/5"]),
        ("art. 5 del codice civile", ["?/5"]),
        ("art. 7 de la ley 3/2031", ["?/7"]),
        ("Art. 242 Abs. 2 BGB", ["?/242"]),
    ],
)
def test_acts_named_in_another_language_are_not_the_one_that_speaks(text: str, found: list[str]) -> None:
    assert [r.target for r in find_references(text, act="code-penal")] == found

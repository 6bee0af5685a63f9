"""Orders of judges, initials that a text defines, former codes, laws by bare names, and where an act is told apart."""

from __future__ import annotations

import pytest

from cpp_corpus import find_references
from cpp_corpus.model.reference import Reference, ReferenceKind

ROME = "traite:convention-europeenne-des-droits-de-lhomme"


def _target(reference: Reference) -> str:
    number = f"/{reference.article}" if reference.article else ""
    locator = f"#{reference.locator}" if reference.locator else ""
    return f"{reference.act or '?'}{number}{locator}"


def _targets(text: str, act: str | None = None) -> str:
    return " ".join(_target(reference) for reference in find_references(text, act=act))


@pytest.mark.parametrize(
    "text",
    [
        "annule une ordonnance en date du 25 octobre 2030 par laquelle le président du tribunal a rejeté",
        "Par une ordonnance du 9 octobre 2030, le président de la section du contentieux a attribué",
        "Par ordonnance du 12 mai 2031, la clôture de l'instruction a été fixée",
        "Par ordonnance du 4 mai 2031, Mme Meunier a été condamnée",
        "Le magistrat a, par ordonnance du 4 mai 2031, rejeté",
        "l'ordonnance de référé du 6 mai 2031",
        "une ordonnance de non-lieu du 4 mai 2031",
        "Elle a interjeté appel de l'ordonnance du 4 mai 2031",
        "confirme l'ordonnance du 4 mai 2031 en toutes ses dispositions",
        "l'ordonnance du 4 mai 2031 portant clôture de l'instruction",
        "une ordonnance du 4 mai 2031 a fixé la clôture de l'instruction au 5 juin",
        "la saisine sur la loi, 2031-770-DC, est en cours",
        "les ordonnances du 3 mars et du 4 mai 2031 du juge de la mise en état",
    ],
)
def test_the_order_of_a_judge_is_no_act(text: str) -> None:
    assert not find_references(text)


@pytest.mark.parametrize(
    "text",
    [
        "Par ordonnance du 10 février 2030, le Gouvernement a réformé le droit des moulins",
        "la réforme issue de l'ordonnance du 10 février 2030",
        "Le recours contre l'ordonnance du 10 février 2030 instituant une cour des moulins",
        "Aux termes de l'ordonnance du 10 février 2030, le juge des moulins peut",
        "l'ordonnance du 10 février 2030 relative aux moulins",
    ],
)
def test_but_one_of_the_government_is(text: str) -> None:
    assert _targets(text) == "ordonnance:2030-02-10"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Le code de procédure civile (ci-après « CP ») ; l'article 12 du CP", "/12 code-de-procedure-civile"),
        ("le code de la consommation (« CC »). L'article L. 111-1 du CC", "/l111-1 code-de-la-consommation"),
        ("le code de la consommation (ci-après CC). L'article L. 111-1 du CC", "/l111-1 code-de-la-consommation"),
        ("le règlement (UE) 2031/65 (ci-après « CP »), art. 16 du CP", "/16 reglement-ue:2031/65"),
        ("Le Contrat de Travail (le « CT ») est signé. Selon l'article 9 du CT", "/9 ?"),
        ("la convention collective (ci-après « la CC »), article 12 de la CC", "/12 ?"),
        ("Mme Meunier a signé son CT ; l'article 9 du CT prévoit une prime", "/9 ?"),
        ("Le CSP de Mme Meunier débute ; l'article 2 du CSP signé", "/2 ?"),
        ("Le CSP dispose ; l'article L. 1111-2 du CSP", "/l1111-2 code-de-la-sante-publique"),
    ],
)
def test_initials_are_what_the_text_says(text: str, targets: str) -> None:
    number, act = targets.split()
    found = [each for each in find_references(text, act="code-du-sport") if each.kind is ReferenceKind.ARTICLE]
    assert [f"/{each.article} {each.act or '?'}" for each in found] == [f"{number} {act}"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("l'ancien Code pénal punissait", "code-penal-ancien"),
        ("l'article 405 du code pénal de 1810", "code-penal-ancien/405"),
        ("l'article 405 (ancien) du code pénal", "code-penal-ancien/405"),
        ("art 405 ancien code pénal", "code-penal-ancien/405"),
        ("art. 405 anc. C. pén.", "code-penal-ancien/405"),
        ("l'ancien code pénal, à son article 405", "code-penal-ancien code-penal-ancien/405"),
        ("le code de commerce de 1807, art. 437", "code-de-commerce-ancien/437"),
        ("NCPC, art. 4. Sous l'ancien code de procédure civile, l'article 464", None),
        ("le code civil de 1804, art. 1382", "code-civil/1382"),
        ("l'article L. 211-1 du code forestier (ancien)", "code-forestier/l211-1"),
        ("l'article L. 211-1 de l'ancien code forestier", "code-forestier/l211-1"),
        # laws by their names alone, beside an article
        ("art. 17 Sapin II", "loi:2016-1691/17"),
        ("Sapin 2 : article 17", "loi:2016-1691/17"),
        ("art 24 alur", "loi:2014-366/24"),
        ("badinter art 3", "loi:85-677/3"),
        ("l'article 10 Évin", "loi:91-32/10"),
        ("M. Macron, art. 5", "?/5"),
        ("Robert Badinter, art. 5 du code civil", "code-civil/5"),
        ("Purge ALUR : art. L. 271-1 CCH", "code-de-la-construction-et-de-lhabitation/l271-1"),
        # codes and declarations by words of their titles
        ("C. sécurité intérieure, art. L. 621-1", "code-de-la-securite-interieure/l621-1"),
        ("art. L. 621-1 C. sécurité int.", "code-de-la-securite-interieure/l621-1"),
        ("déclaration des droits de l'homme art 4", "declaration:1789/4"),
        ("art. 6 conv. européenne des droits de l'homme", f"{ROME}/6"),
        ("CEDH, req. n° 58170/13, 62322/14 et 24960/15", None),
        # what is described, and named behind
        ("L'article 17 de la loi relative à la fraude des meuniers (loi Sapin II) vise", "loi:2016-1691/17"),
        ("L'article 12 du décret d'application de la loi Hoguet, le décret n° 31-8, exige", "decret:31-8/12"),
        ("L'article 8 de la loi qui a modifié le code pénal, à savoir la loi n° 2031-8, abroge", "loi:2031-8/8"),
        ("En vertu de l'article 5 du décret relatif à l'eau, le décret n° 2031-7 fixe", "?/5 decret:2031-7"),
        # what is said of no law
        ("L'article 14 du projet de loi n° 3298 est rejeté", "?/14"),
        ("l'article 4 de la convention de partenariat du 3 mars 2031", "?/4"),
        ("Ni la loi du 5 juillet 2030, ni le contrat en son article 6, ne couvrent", "loi:2030-07-05 ?/6"),
        ("la loi du 5 juillet 2030 s'applique ; la police, en son article 6, exclut", "loi:2030-07-05 ?/6"),
        ("La facture R. 2031-145 reste impayée", ""),
        ("l'article 6 du code AFEP-MEDEF", "?/6"),
        ("(art. 5 de sa lettre de mission)", "?/5"),
        # measured acts, the same article of another act
        ("la conformité à la Constitution, en tout ou partie, de ses articles 14 et 48", "constitution:1958 ?/14 ?/48"),
        ("la conformité de la loi n° 2031-7 à la Constitution, notamment de ses articles 3 et 4", None),
        ("conforme à la Constitution, notamment à son article 34", "constitution:1958 constitution:1958/34"),
        ("l'article 5 de la loi n° 2031-7 et le même article du code civil", "loi:2031-7/5 code-civil/5"),
        # parts
        ("L'article 4 § 1 à § 3 de la directive 2031/46/CE", "directive-ue:2031/46/4#1..3"),
        ("art. 3, al. 2 à al. 4, du code civil", "code-civil/3#al2..al4"),
        ("par le 1° et par le 2° de l'article 8 du code du sport", "code-du-sport/8#1° code-du-sport/8#2°"),
        ("des articles 437. 2° et 438 de la loi n° 2031-7", "loi:2031-7/437#2° loi:2031-7/438"),
        ("son article 11-I (4°, a) de la loi n° 2031-7", "loi:2031-7/11#I/4°/a"),
        ("al. 1er art. 32 CPC", "code-de-procedure-civile/32#al1"),
        ("art. 25 e loi 65-557", "loi:65-557/25#e"),
        ("loi 89-462 art 7 d", "loi:89-462/7#d"),
        # asides
        ("Les articles 26 à 28, ces derniers surtout, de la loi n° 2031-7", "loi:2031-7/26"),
        ("L'article 26, cette règle étant d'ordre public, de la loi n° 2031-7", "loi:2031-7/26"),
        ("Les articles L. 441-10 et D. 441-5 relevent du code de commerce", None),
        # lines
        ("// au sens de l'art. L. 230-1\n// C. com. (sans plus)", "code-de-commerce/l230-1"),
        ("Décret n° 2031-8 du 3 mai 2031 relatif aux moulins\nArticle 5\n\nCode civil : article 515", None),
        ("Décret n° 2031-8 du 3 mai 2031 relatif aux moulins\nArticle 1\n\nLe meunier", "decret:2031-8"),
        ("CODE CIVIL\nArt. 205 : aliments\nArt. 207 : mesure", "code-civil/205 code-civil/207"),
        ("Code civil :\n- art. 205\n- art. 207", "code-civil/205 code-civil/207"),
        ("Vu le code de la route\nArticle 1 : Objet", "code-de-la-route"),
        ("l'article 8 de la Convention européenne.", f"{ROME}/8"),
        ("la Convention européenne des moulins, article 5", "?/5"),
        ("L'article 1843-4, au second alinéa de son I, du code civil", "code-civil/1843-4#I/al2"),
        (
            "L'article 10, issu de l'article 51, I, 2°, de la loi n° 2031-8, de la loi n° 2031-7",
            "loi:2031-7/10 loi:2031-8/51#I/2°",
        ),
        ("L'article 10, tel que modifié par l'article 51, 3°, de la loi n° 2031-8", "?/10 loi:2031-8/51#3°"),
        (
            "L'article 132-80, applicable à tous, lu conjointement avec l'article 222-13, 6°, du code pénal",
            "code-penal/132-80 code-penal/222-13#6°",
        ),
        ("L'article 7 du code civil et l'article suivant", "code-civil/7 code-civil"),
        (
            "| Texte | Article |\n|---|---|\n| Loi du 6 juillet 2030 | 15 |\n| RGPD | 6.1.f) |\n| Code civil | 9 |",
            "loi:2030-07-06/15 reglement-ue:2016/679/6#1/f code-civil/9",
        ),
        # numbers
        ("1) art. 1240 ; 2) art. 1241 ; 3) art. 1242 du code civil", "?/1240 ?/1241 code-civil/1242"),
        ("l'article L. 761 ;1 du code de justice administrative", "code-de-justice-administrative/l761-1"),
        ("article 10. 2 de la loi n° 2031-7", "loi:2031-7/10.2"),
        ("les règlements (CEE) nos 1408/71 et 574/72", "reglement-ue:1408/71 reglement-ue:574/72"),
        ("CE, Société des moulins, 19 déc. 2031, n° 426547", "decision-ce:426547"),
    ],
)
def test_each_target(text: str, targets: str | None) -> None:
    expected = SEVERAL[text] if targets is None else targets
    assert _targets(text) == expected


SEVERAL = {
    "NCPC, art. 4. Sous l'ancien code de procédure civile, l'article 464": (
        "code-de-procedure-civile/4 code-de-procedure-civile-ancien code-de-procedure-civile-ancien/464"
    ),
    "CEDH, req. n° 58170/13, 62322/14 et 24960/15": (
        "decision-cedh:58170/13 decision-cedh:62322/14 decision-cedh:24960/15"
    ),
    "la conformité de la loi n° 2031-7 à la Constitution, notamment de ses articles 3 et 4": (
        "loi:2031-7 constitution:1958 loi:2031-7/3 loi:2031-7/4"
    ),
    "Les articles L. 441-10 et D. 441-5 relevent du code de commerce": (
        "code-de-commerce/l441-10 code-de-commerce/d441-5 code-de-commerce"
    ),
    "Décret n° 2031-8 du 3 mai 2031 relatif aux moulins\nArticle 5\n\nCode civil : article 515": (
        "decret:2031-8/5 code-civil/515"
    ),
}


@pytest.mark.parametrize(
    "clause",
    [
        "applicable en vertu de l'article 5 de la loi n° 2031-7",
        "dans sa rédaction applicable selon le III de l'article 67 de la loi n° 2031-7",
        "en vigueur en application du I de l'article 3 de l'ordonnance n° 2031-8",
    ],
)
def test_a_quotation_is_of_the_article_whose_wording_applies(clause: str) -> None:
    text = f"Aux termes de l'article L. 123-1 du code de l'urbanisme, {clause} : « Le plan de l'article L. 121-2 »"
    assert find_references(text)[-1].act == "code-de-lurbanisme"


def test_an_amendment_changes_the_paragraphs_of_its_bill() -> None:
    text = "L'article L. 1 du code du sport est ainsi modifié :\nSupprimer les alinéas 2 à 4."
    assert [(each.kind, each.article) for each in find_references(text)] == [("article", "l1"), ("internal", None)]


@pytest.mark.parametrize("name", ["ALUR", "ELAN", "AGEC", "Sapin II", "Macron", "Badinter", "Hoguet", "Évin", "Égalim"])
@pytest.mark.parametrize("change", ["modifié par", "issu de", "créé par", "abrogé par", "dans sa rédaction issue de"])
@pytest.mark.parametrize("law", ["la loi {}", "la loi dite {}", "la loi « {} »", "la Loi {}"])
def test_a_law_that_changed_an_article_does_not_have_it(name: str, change: str, law: str) -> None:
    changed = f"{change} {law.format(name)}"
    within, behind, alone = (
        find_references(text)[0].act
        for text in (
            f"l'article 7, {changed}, de la loi n° 2031-8",
            f"l'article 7 du code civil, {changed}",
            f"art. 7, {changed}",
        )
    )
    assert (within, behind, alone) == ("loi:2031-8", "code-civil", None)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "Le règlement (UE) n° 1215/2031 s'applique. L'article 4 le dit. Son article 7 y déroge.",
            "reglement-ue:1215/2031 reglement-ue:1215/2031/4 reglement-ue:1215/2031/7",
        ),
        (
            "La loi n° 2031-7 est stricte (article 65). Le délai court (article 53).",
            "loi:2031-7 loi:2031-7/65 loi:2031-7/53",
        ),
        (
            "Vu l'art. L. 1232-6 C. trav., ensemble l'art. L. 1235-2",
            "code-du-travail/l1232-6 code-du-travail/l1235-2",
        ),
        (
            "L'article L. 1321-3 du code du travail le limite. Le règlement cite l'article L. 1321-3, 2°.",
            "code-du-travail/l1321-3 code-du-travail/l1321-3#2°",
        ),
        ("L'article 4 est seul.", "?/4"),
        ("L'article L. 1321-3 est seul.", "code-de-la-sante-publique/l1321-3"),
    ],
)
def test_what_is_of_another_act_than_the_one_a_text_is_about(text: str, targets: str) -> None:
    assert _targets(text, act="code-de-la-sante-publique") == targets


@pytest.mark.parametrize("code", ["C. CIV.", "CODE CIVIL", "C. CIVIL"])
def test_words_in_capitals_behind_a_range_are_none_of_its_number(code: str) -> None:
    (reference,) = find_references(f"(ART.1382 À 1384 DU {code})")
    assert (reference.act, str(reference.article), str(reference.to)) == ("code-civil", "1382", "1384")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("l'application de la loi\nLe décret n° 2031-1 du 3 mars 2031", "decret:2031-1"),
        ("des dispositions de la loi\nLa décision n° 2031-635 DC du 4 mai 2031", "decision-cc:2031-635-dc"),
        ("de la loi Le pourvoi n° 12-23.573 est rejeté", "decision-cass:12-23.573"),
        ("la loi Le Meunier n° 2031-39 du 19 mai 2031", "loi:2031-39"),
    ],
)
def test_the_sentence_behind_a_law_is_not_its_name(text: str, target: str) -> None:
    assert _targets(text) == target

"""How courts, tax doctrine, law reviews and lawyers cite: invented sentences, with each target."""

from __future__ import annotations

import pytest

from cpp_corpus import find_references
from cpp_corpus.model.reference import Reference, ReferenceKind

PROTOCOL = "traite:protocole-{}-a-la-convention-europeenne-des-droits-de-lhomme"
ROME = "traite:convention-europeenne-des-droits-de-lhomme"


def _target(reference: Reference) -> str:
    number = f"/{reference.article}" if reference.article else ""
    ends = f"..{reference.to or ''}" if reference.to or reference.open else ""
    division = f":{reference.division}" if reference.division else ""
    locator = f"#{reference.locator}" if reference.locator else ""
    return f"{reference.act or '?'}{number}{ends}{division}{locator}"


def _targets(text: str, act: str | None = None) -> list[str]:
    return [_target(reference) for reference in find_references(text, act=act)]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        # lists
        ("l'article 1er, 2 et 3 de la loi n° 2031-4", "loi:2031-4/1 loi:2031-4/2 loi:2031-4/3"),
        ("l'article 1er, 2, de la loi n° 2031-4", "loi:2031-4/1#2"),
        (
            "articles 29 alinéa 1, 30, 31 alinéa 1 et 42 de la loi n° 2031-4",
            "loi:2031-4/29#al1 loi:2031-4/30 loi:2031-4/31#al1 loi:2031-4/42",
        ),
        ("art. 42, al. 4 et 7, de la loi n° 2031-4", "loi:2031-4/42#al4 loi:2031-4/42#al7"),
        ("art. 1103/1104 C. civ.", "code-civil/1103 code-civil/1104"),
        ("Vu : 132 et 15 CPC", "code-de-procedure-civile/132 code-de-procedure-civile/15"),
        ("les dates 12 et 15 CPC", "code-de-procedure-civile"),
        (
            "articles 37 de la loi n° 2031-4 du 3 mai 2031 relative aux moulins et 700 du code de procédure civile",
            "loi:2031-4/37 code-de-procedure-civile/700",
        ),
        (
            "définie à l'article 29 et réprimée à l'article 32 de la loi n° 2031-4",
            "loi:2031-4/29 loi:2031-4/32",
        ),
        ("art. 2305 C. civ. (anc. 2298 et 2303)", "code-civil/2305 code-civil/2298 code-civil/2303"),
        ("C. mon. fin., art. L. 212-6-2 s. et note", "code-monetaire-et-financier/l212-6-2.."),
        ("LCEN, art. 6, I, 2 ;", "loi:2004-575/6#I/2"),
        # headnotes and notes
        (
            "C. com., art. L. 223-22 – C. civ., art. 1843-5 – Ord. n° 2031-4, art. 20",
            "code-de-commerce/l223-22 code-civil/1843-5 ordonnance:2031-4/20",
        ),
        ("art. 24, loi n° 2031-4 – art. 7 C. civ.", "loi:2031-4/24 code-civil/7"),
        ("l'art. 47-1, I, 2° L. ELAN", "loi:2018-1021/47-1#I/2°"),
        ("art. 3 dir. n° 2004/48/CE du 29 avr. 2004", "directive-ue:2004/48/3"),
        ("règl. (CE) n° 4/2009, 18 déc. 2008, art. 3", "reglement-ue:4/2009/3"),
        ("règl. dél. (UE) n° 2018/389, art. 97", "reglement-ue:2018/389/97"),
        ("l'anc. art. 64 C. pén. et l'anc. art. 1142 C. civ.", "code-penal-ancien/64 code-civil/1142"),
        # tax doctrine
        (
            "l'article 74 SB de l'annexe II au CGI",
            "code-general-des-impots-annexe-ii-cgianii/74-sb",
        ),
        (
            "le CGI, l'article 4 de l'annexe III à ce code",
            "code-general-des-impots-cgi code-general-des-impots-annexe-iii-cgianiii/4",
        ),
        ("commenté au II-B § 140 du BOI-IS-BASE-20", "boi:boi-is-base-20"),
        ("le paragraphe n° 120 de la doctrine", ""),
        # the Union
        ("l'art. 6.1.f) du RGPD", "reglement-ue:2016/679/6#1/f"),
        ("au 8) de l'article 4 du RGPD", "reglement-ue:2016/679/4#8"),
        ("règl. (UE) n° 1215/2012, art. 7, 1), b)", "reglement-ue:1215/2012/7#1/b"),
        ("Au vu de l'article 58 (2) du RGPD", "reglement-ue:2016/679/58#2"),
        (
            "la directive 2006/112/CE relative à la taxe (JO 2006, L 347, p. 1, ci-après la « directive TVA »)",
            "directive-ue:2006/112",
        ),
        (
            "la directive 92/43/CEE et l'annexe IV de celle-ci",
            "directive-ue:92/43 directive-ue:92/43:annexe.iv",
        ),
        ("l'arrêté du 4 mai 2031 et son annexe II", "arrete:2031-05-04 arrete:2031-05-04:annexe.ii"),
        # the Convention and its Protocols
        ("l'article 4 du Protocole n° 7 à la Convention", f"{PROTOCOL.format(7)}/4"),
        (
            "l'article 1 du Protocole no 1 à la Convention et l'article 6 de la Convention",
            f"{PROTOCOL.format(1)}/1 {ROME}/6",
        ),
        ("l'article 3 du quatrième protocole additionnel à la CEDH", f"{PROTOCOL.format(4)}/3"),
        ("l'article 5 du protocole n° 21 annexé au TUE ; les droits de l'homme", "?/5 traite:tue"),
        ("le protocole n° 2 sur les privilèges de l'Union ; les droits de l'homme", ""),
        # decisions
        (
            "arrêts du 5 juin 2031, Vent, C-42/11, EU:C:2031:517, point 32, et du 7 juillet 2031, Lune, C-66/08",
            "decision-cjue:c-42/11 decision-cjue:c-66/08",
        ),
        ("cour d'appel de Douai (chambre 8, RG : 29/04412)", "decision-ca:douai:29/04412"),
        ("son décret d'application n° 2031-1317 du 3 mai 2031", "decret:2031-1317"),
        # led back
        (
            "l'article 2 de la Déclaration de 1789 et l'article 3 de la même Déclaration",
            "declaration:1789/2 declaration:1789/3",
        ),
        ("le code civil, en son article 12", "code-civil code-civil/12"),
        (
            "l'article 261 du CGI ; la directive 2006/112/CE ; l'article 261 déjà cité",
            "code-general-des-impots-cgi/261 directive-ue:2006/112 code-general-des-impots-cgi/261",
        ),
        ("l'article 12 des présentes", "?/12"),
        ("les statuts (art. 14 des statuts)", "?/14"),
        # as they are typed
        ("soc. 25 nov. 2031 n°30-24.444", "decision-cass:30-24.444"),
        ("cons const 99-419 DC", "decision-cc:99-419-dc"),
        ("cjue 5 juin 2031 c-210/30", "decision-cjue:c-210/30"),
        ("CJUE, Meule v. Vent, C-507/30 (24 septembre 2031)", "decision-cjue:c-507/30"),
        (
            "le jugement nos 3001081,3001208 du 7 juillet 2031 du tribunal administratif de Pau",
            "decision-ta:pau:3001081 decision-ta:pau:3001208",
        ),
        ("CA Pau (ch. civ. sect. 2), 19 janvier 2031 : RG n° 30/00472", "decision-ca:pau:30/00472"),
        (
            "n° 2030-599 DC, Loi de finances pour 2010, considérant 61",
            "decision-cc:2030-599-dc loi:2009-1673 decision-cc:2030-599-dc:considerant.61",
        ),
        ("loi du 10.07.65, article 18", "loi:1965-07-10/18"),
        # lists and ranges
        ("RGPD (art. 15-22), art. 6-1 RGPD", "reglement-ue:2016/679/15..22 reglement-ue:2016/679/6#1"),
        ("les directives 2004/17/CE et 2004/18/CE", "directive-ue:2004/17 directive-ue:2004/18"),
        ("les lois 84-16 / 84-53", "loi:84-16 loi:84-53"),
        ("R. 4544-11-1 et -11-2 du code du travail", "code-du-travail/r4544-11-1 code-du-travail/r4544-11-2"),
        ("l'article 834 puis, à défaut, 835 du CPC", "code-de-procedure-civile/834 code-de-procedure-civile/835"),
        ("art. L. 7-1 · L. 7-2 du code du sport", "code-du-sport/l7-1 code-du-sport/l7-2"),
        ("les articles R. 7-3 (annexe) à R. 7-12 du code du sport", "code-du-sport/r7-3..r7-12"),
        # parts
        (
            "CGI, art. 261-D 1°bis, 1655 ter",
            "code-general-des-impots-cgi/261-d#1°_bis code-general-des-impots-cgi/1655-ter",
        ),
        ("l'article 279 b bis du CGI", "code-general-des-impots-cgi/279#b_bis"),
        ("au dernier alinéa de L. 2315-61 du code du travail", "code-du-travail/l2315-61#al-1"),
        ("paragraphe 2 de l'article 92 du règlement (UE) 2017/746", "reglement-ue:2017/746/92#2"),
        (
            "CGI, art. 234 quindecies BOI-RFPI-CTRL-20",
            "code-general-des-impots-cgi/234-quindecies boi:boi-rfpi-ctrl-20",
        ),
        ("L. 131-8 (ex-article 12 [provisoire]) du code du sport", "code-du-sport/l131-8 code-du-sport/12"),
        (
            "L'annexe II, chapitre I, point 2 d), du règlement (CE) n° 852/2030",
            "reglement-ue:852/2030:annexe.ii/chapitre.i",
        ),
        ("l'article L. 7-1 du Code Français du sport", "code-du-sport/l7-1"),
        ("Titre IV livre III code civil", "code-civil:livre.iii/titre.iv"),
        (
            "les articles 3.2.3., 3.2.8. et 8.2.1.2. de l'arrêté du 28 juin 2027",
            ("arrete:2027-06-28/3.2.3 arrete:2027-06-28/3.2.8 arrete:2027-06-28/8.2.1.2"),
        ),
        ("article II de la Déclaration des droits de l'homme et du citoyen de 1789", "declaration:1789/2"),
        ("l'arrêté préfectoral complémentaire du 18 décembre 2029", "arrete:2029-12-18"),
        # led back
        (
            "la loi du 6 janvier 1978, modifiée par la loi du 6 août 2004. L'article 34 de cette loi",
            "loi:1978-01-06 loi:2004-08-06 loi:1978-01-06/34",
        ),
        (
            "la loi n° 2030-1 portant modification de la loi n° 2029-5. L'article 3 de cette loi",
            "loi:2030-1 loi:2029-5 loi:2030-1/3",
        ),
        ("la loi n° 2030-1, issue de la loi n° 2029-5. L'article 3 de cette loi", "loi:2030-1 loi:2029-5 loi:2030-1/3"),
        (
            "l'article 22 de la loi n° 20-462. L'alinéa 3 de l'article précité",
            "loi:20-462/22 loi:20-462/22#al3",
        ),
        (
            "VU le code du sport, livre V, titre Ier relatif aux moulins, livre I, titre VIII relatif au vent ;",
            "code-du-sport:livre.v/titre.i code-du-sport:livre.i/titre.viii",
        ),
        (
            "Vu les articles 7 et 9, le second dans sa rédaction issue de la loi n° 31-88, du code du sport",
            "code-du-sport/7 code-du-sport/9 loi:31-88",
        ),
        # of other countries and territories
        ("l'arrêté royal n° 20 du 20 juillet 2030", ""),
        ("la LOLF guinéenne", ""),
        ("la loi algérienne n° 90-11 du 21 avril 1990", ""),
        ("la loi du pays n° 2018-6 du 30 juin 2018", ""),
    ],
)
def test_each_target(text: str, targets: str) -> None:
    assert [target.replace(" ", "_") for target in _targets(text)] == targets.split()


@pytest.mark.parametrize(
    "text",
    [
        "l'article 12 des présentes",
        "la nullité (article L. 113-8 du Code)",
        "Attention à la CCN des horlogers, art. 15",
        "le code de procédure civile et le RIN (art. 3)",
        "la loi « Moulin », la loi Hamon (L. n° 2014-344, 17 mars 2014, mod., art. 5)",
    ],
)
def test_what_is_named_is_not_of_the_citing_act(text: str) -> None:
    found = find_references(text, act="decret:2031-118", article="4")
    assert [each.act for each in found if each.kind is ReferenceKind.ARTICLE] != []
    assert "decret:2031-118" not in {each.act for each in found}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "l'article 5 du code de procédure pénale et l'article 6 CEDH. L'article 201",
            "code-de-procedure-penale",
        ),
        ("l'article 5 du code civil. Le règlement (UE) n° 650/2012. L'article 913", "code-civil"),
        ("Le règlement (UE) n° 650/2012. L'article 21", "reglement-ue:650/2012"),
    ],
)
def test_a_number_beyond_the_last_article_of_an_act(text: str, act: str) -> None:
    assert find_references(text)[-1].act == act


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "L'article 2 de la loi n° 2031-4 complète l'article 7 du code civil et supprime l'article 8.",
            "amends amends:complete amends",
        ),
        ("L'article 7 du code civil complète l'article 8.", "refers_to refers_to"),
        (
            "La loi n° 2031-4, ratifiée par la loi n° 2031-5, a modifié l'article 7 du code civil.",
            "amends refers_to amends",
        ),
        (
            "Les règles issues de l'article 98 de la loi n° 2031-4 et celles de l'article 7 du code civil",
            "amends refers_to",
        ),
        ("l'article 7, dans sa version issue de la loi n° 2031-4, du code civil", "refers_to amends"),
    ],
)
def test_relations(text: str, relations: str) -> None:
    found = [
        f"{each.relation}:{each.operation}" if each.operation else str(each.relation) for each in find_references(text)
    ]
    assert found == relations.split()


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("l'article 5 du code civil, dans sa rédaction issue de l'article 3 de la loi n° 2031-4", "from:loi:2031-4"),
        (
            "l'article 5 du code civil, dans sa rédaction résultant du I de l'article 3 de la loi n° 2031-4",
            "from:loi:2031-4",
        ),
        ("C. civ., art. 515-14, réd. L. n° 2031-4, 16 févr. 2031, art. 2", "from:loi:2031-4"),
        ("l'article 5 du code civil, dans sa rédaction en vigueur, et l'article 3 de la loi n° 2031-4", None),
    ],
)
def test_the_version_of_the_first(text: str, version: str | None) -> None:
    assert find_references(text)[0].version == version

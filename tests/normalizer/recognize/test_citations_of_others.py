"""What an act is called and where it stands in citations of other writers: lawyers, clerks, programs, old texts."""

import pytest

from cpp_corpus.normalizer.recognize import find_references


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        # acts by their date, title or edition
        ("la loi d'orientation pour les moulins du 9 juillet 1999", "loi:1999-07-09"),
        ("la loi de modernisation des moulins n° 2030-5 du 3 mai 2030", "loi:2030-5"),
        (
            "l'article 7 de la deuxième loi de finances rectificative pour 2030 (n° 2030-5 du 3 mai 2030)",
            "loi:2030-5/7",
        ),
        ("la loi des 16 et 24 août 1790", "loi:1790-08-16"),
        (
            "les lois des 18 juillet 1837, 7-14 octobre 1790 et 24 mai 1872",
            "loi:1837-07-18 loi:1790-10-07 loi:1872-05-24",
        ),
        (
            "les lois des 16-24 août 1790, 28 pluv. an 8 et 16 sept. 1807",
            "loi:1790-08-16 loi:1800-02-17 loi:1807-09-16",
        ),
        ("l'ordonn. du 16 mars 1838", "ordonnance:1838-03-16"),
        ("et Article 1641 et 1648 du Code Civil", "code-civil/1641 code-civil/1648"),
        ("le décret n° 2030/374 du 29 avril 2030", "decret:2030-374"),
        ("la loi n° 2030-0321 du 12 avril 2030", "loi:2030-321"),
        ("la Constitution du 22 frimaire an VIII", "constitution:1799"),
        ("l'article 5 de la Constitution de 1848", "constitution:1848/5"),
        ("l'article 34 de la Constitution du 4 octobre 1958", "constitution:1958/34"),
        ("l'article 13 du code des marchés publics (2004)", "code-des-marches-publics-edition-2004/13"),
        ("13 du CMP 2001", "code-des-marches-publics-edition-2001/13"),
        (
            "Vu le code minier, notamment ses articles 9998 et 9999",
            "code-minier-nouveau code-minier/9998 code-minier/9999",
        ),
        (
            "la loi de simplification des moulins, l'ordonnance n° 2030-5 du 3 mai 2030 et le décret °n 2030-6",
            "ordonnance:2030-5 decret:2030-6",
        ),
        ("l'ordonnance du 1er décembre 19862, aujourd'hui codifiée", "ordonnance:1986-12-01"),
        (
            "la directive 2002-24-CE, abrogeant la directive 92-61-CEE du Conseil",
            "directive-ue:2002/24 directive-ue:92/61",
        ),
        ("l'article 429 du code de procédure pénal, tout procès-verbal", "code-de-procedure-penale/429"),
        # acts before their articles
        ("Meunerie – Règlement (CE) no 1/2003 – Article 3, paragraphe 2 – Pratique", "reglement-ue:1/2003/3#2"),
        (
            "Meunerie - Directive 2014/68/UE - Article 31, paragraphe 2 - RGPD - Article 7 - Notion",
            "directive-ue:2014/68/31#2 reglement-ue:2016/679/7",
        ),
        ("L. n° 2030-5, 3 mai 2030, sur les moulins, JO 24 mai, texte n° 2, spéc. art. 109", "loi:2030-5/109"),
        ("Règlement (UE) n° 910/2014 (dit « eIDAS »), JOUE L 257, p. 73, article 25", "reglement-ue:910/2014/25"),
        ("Code de procédure civile, annot. J. Meule, art. 564", "code-de-procedure-civile/564"),
        ("CGI, art. 121 Z de l'annexe IV", "code-general-des-impots-annexe-iv-cgianiv/121-z"),
        ("REACH annexe XVII", "reglement-ue:1907/2006:annexe.xvii"),
        ("CESEDA L423-23 - dossier", "code-de-lentree-et-du-sejour-des-etrangers-et-du-droit-dasile/l423-23"),
        ("| Code civil | 1641 | vices |\n| Code civil | 1648 | délai |", "code-civil/1641 code-civil/1648"),
        ("L'arrêté du 25 juin 2030 modifié (règlement des moulins) — livre II.", "arrete:2030-06-25:livre.ii"),
        # and behind them
        ("L. 3121-48 => C. trav., dit le meunier", "code-du-travail/l3121-48"),
        ("l'article 4; de la loi n° 2030-5", "loi:2030-5/4"),
        ("l'article L. 7-2 figurant au titre III du livre VI du code du sport", "code-du-sport/l7-2"),
        ("l'article L. 7-2, qui figure au livre VI du code du sport, est clair", "code-du-sport/l7-2"),
        ("art1112-1Code civil", "code-civil/1112-1"),
        ("l'article 1 240 du code civil", "code-civil/1240"),
        ("28(3) RGPD + 32 RGPD", "reglement-ue:2016/679/28#3 reglement-ue:2016/679/32"),
        ("mouture 145 cpc vent et grain", "code-de-procedure-civile/145"),
        ("le livre Ier (partie réglementaire) du code du sport", "code-du-sport:livre.i"),
        ("un chapitre IV dans le livre Ier du code du sport", "code-du-sport:livre.i/chapitre.iv"),
        ("L. 131-1 : aides au vent (code du sport)", "code-du-sport/l131-1 code-du-sport"),
        (
            "l'article 1241 du code civil (ancien article 1382 et 1383)",
            "code-civil/1241 code-civil/1382 code-civil/1383",
        ),
        ("le code de la cde publique, art. R. 2194-1", "code-de-la-commande-publique/r2194-1"),
        ("bail_art_1719_code_civil.docx", "code-civil/1719"),
        ("cpp 63-1 et 63-3-1 vent", "code-de-procedure-penale/63-1 code-de-procedure-penale/63-3-1"),
        ("entre l1234-9 et r1234-2 du code du travail", "code-du-travail/l1234-9 code-du-travail/r1234-2"),
        ("art. 1641 a 1649 code civil", "code-civil/1641..1649"),
        ("code pénal 222-33-2 vent", "code-penal/222-33-2"),
        ("vol : 311-1, 311-4 (8°) CP", "code-penal/311-1 code-penal/311-4#8°"),
        ("C. for. L. 243-1–L. 243-3", "code-forestier-nouveau/l243-1..l243-3"),
        ("Loi du 29/07/1881 article 29 alinea 1 et 32 al 1", "loi:1881-07-29/29#al1 loi:1881-07-29/32#al1"),
        (
            "C. trav.;L. 1234-9;indemnité du meunier\nCSS;L. 242-1;assiette",
            "code-du-travail/l1234-9 code-de-la-securite-sociale/l242-1",
        ),
        (
            "l'article 7, lu à la lumière de l'article 31 de la Charte, de la directive 2014/68/UE",
            "directive-ue:2014/68/7 traite:charte-des-droits-fondamentaux-de-lunion-europeenne/31",
        ),
        (
            "L'article 4 et l'article 13, le premier pour le vent, le second pour l'eau, de la Déclaration de 1789",
            "declaration:1789/4 declaration:1789/13",
        ),
        ("l'article L. 302-5, après le mot : « vent », du code du sport, sont insérés", "code-du-sport/l302-5"),
        ("l'article 1147 ancien du code civil, devenu 1231-1, dit", "code-civil/1147 code-civil/1231-1"),
        # parts
        ("l'article 5-I-al. 1 du code civil", "code-civil/5#I/al1"),
        ("(1° du II de l'article 7 du code du sport)", "code-du-sport/7#II/1°"),
        ("l'article 5, alinéa deuxième, du code civil", "code-civil/5#al2"),
        ("l'article L. 1-1 §5° du code du sport", "code-du-sport/l1-1#5°"),
        # what the text has said before
        ("la loi n° 2030-5 (LMV) ; l'article 22 LMV", "loi:2030-5 loi:2030-5/22"),
        (
            "la loi n° 2030-5 de finances pour 2031 ; l'article 9 de la loi de finances pour 2031",
            "loi:2030-5 loi:2030-5/9",
        ),
        ("la loi n° 2030-5 ; l'article 9 de la loi de finances pour 2049", "loi:2030-5 ?/9"),
        ("la loi n° 2030-5 ; l'article 9 de la loi relative aux moulins", "loi:2030-5 ?/9"),
        (
            "règlement (UE) n° 1295/2013 abrogeant les décisions n° 1718/2006/CE et n° 1041/2009/CE, en son article 20",
            "reglement-ue:1295/2013 decision-ue:1718/2006 decision-ue:1041/2009 reglement-ue:1295/2013/20",
        ),
        (
            "l'ordonnance n° 2030-7 portant partie législative du code du sport, notamment son article 23",
            "ordonnance:2030-7 code-du-sport ordonnance:2030-7/23",
        ),
        (
            "la loi n° 2030-5, qui a réformé le code du sport, prévoit en son article 5",
            "loi:2030-5 code-du-sport loi:2030-5/5",
        ),
        # parts of several kinds, and of high ranks
        ("au cinquante-troisième alinéa de l'article 7 du code civil", "code-civil/7#al53"),
        ("au soixante et onzième alinéa de l'article 7 du code civil", "code-civil/7#al71"),
        ("les dixième et onzième alinéas de l'article 7 du code civil", "code-civil/7#al10 code-civil/7#al11"),
        (
            "les 2°, 3° et treizième alinéa de l'article 7 du code civil",
            "code-civil/7#2° code-civil/7#3° code-civil/7#al13",
        ),
        (
            "au sens de l'article 7, point 1), sous a), du règlement (UE) n° 1215/2012",
            "reglement-ue:1215/2012/7#1/a",
        ),
        (
            "au sens de l'article 4, paragraphe 1, points 28) et 29), du règlement (UE) n° 575/2013",
            "reglement-ue:575/2013/4#1/28 reglement-ue:575/2013/4#1/29",
        ),
        ("article 4, paragraphe 1, point 28), sous b), du RGPD", "reglement-ue:2016/679/4#1/28/b"),
        ("(CGI, art. 150 ter, 2-al. 1)", "code-general-des-impots-cgi/150-ter#2/al1"),
        # words and signs around a number
        ("l'article 12 mais aussi l'article 13 du code civil", "?/12 code-civil/13"),
        ("( TRAITE CEE , ART . 48 A 51 )", "traite:tce/48..51"),
        ("( TRAITE CEE , ART . 174 , ALINEA 2 , ET 177 )", "traite:tce/174#al2 traite:tce/177"),
        ("DE L ' ARTICLE 73 DU REGLEMENT NO 1408/71", "reglement-ue:1408/71/73"),
        ("UNE SOMME S'ELEVANT A 617.795,69 F", ""),
        (
            "le moulin1.\n\n1L. n° 2030-5 du 3 mai 2030.\n2Art. L. 1111-4 CSP.",
            "loi:2030-5 code-de-la-sante-publique/l1111-4",
        ),
        ("la loi n du 4 mars 2030 et la loi n° du 5 mars 2030", "loi:2030-03-04 loi:2030-03-05"),
        (
            "– Article 124 TFUE – Directive 95/46/CE – Moulins à eau – Article 7 – Conditions – Articles 10 et 11",
            "traite:tfue/124 directive-ue:95/46/7 directive-ue:95/46/10 directive-ue:95/46/11",
        ),
        # annexes of a code before their article
        ("annexe II, article 205 du CGI", "code-general-des-impots-annexe-ii-cgianii/205"),
        ("ann. 3, art. 46 AG CGI", "code-general-des-impots-annexe-iii-cgianiii/46-ag"),
        ("à l'annexe III, article 38 quinquies, du CGI", "code-general-des-impots-annexe-iii-cgianiii/38-quinquies"),
        # orders of a judge, and what only measures a law
        ("Par ordonnance du 2 novembre 2030 rendue au visa de l'article 7 du code civil", "code-civil/7"),
        ("l'ordonnance du 2 novembre 2030 de référé, l'ordonnance du 3 mai 2030 du juge", ""),
        (
            "des clauses contraires à la Constitution étaient étrangères à son objet (le II de l'article 40)",
            "constitution:1958 ?/40#II",
        ),
        # a code that cannot have the number
        (
            "à l'article 38 du code général des impôts. A l'article L. 131-6 du même code",
            "code-general-des-impots-cgi/38 ?/l131-6",
        ),
        (
            "le code des juridictions financières. A l'article L. 5622-3, les mots",
            "code-des-juridictions-financieres ?/l5622-3",
        ),
        # blanks that are lost, lists of regulations, what has come into a code
        ("prévue au I de l'article 1erde l'ordonnance n° 2030-306", "ordonnance:2030-306/1#I"),
        ("l'arrêté du 1eraoût 2030", "arrete:2030-08-01"),
        (
            "de l'article 145 du CGIet à l'article 216 du CGI",
            "code-general-des-impots-cgi/145 code-general-des-impots-cgi/216",
        ),
        (
            "des règlements (CE) n° 2290/2000, (CE) n° 2433/2000 et (CE) n° 2851/2000",
            "reglement-ue:2290/2000 reglement-ue:2433/2000 reglement-ue:2851/2000",
        ),
        (
            "Les articles L. 131-1 et L. 131-2 ont été introduits dans le code du sport",
            "code-du-sport/l131-1 code-du-sport/l131-2 code-du-sport",
        ),
        ("Article 2 : La présente ordonnance sera notifiée à M. Meunier", ""),
        ("La loi du 4 mars 2030. Art. 41, 62, et du code du sport", "loi:2030-03-04 ?/41 ?/62 code-du-sport"),
        ("C. 7 mai, L. n° 2030-8 du 7 janv. 2030, L. n° 2030-66 du 22 juill. 2030 (eau)", "loi:2030-8 loi:2030-66"),
        (
            "de l'article L. 131-1, lu à la lumière de l'article 7, § 1, de la directive 2031/88/UE, du code du sport",
            "code-du-sport/l131-1 directive-ue:2031/88/7#1",
        ),
        ("l'article L. 131-1, toujours du code du sport", "code-du-sport/l131-1"),
        ("l'article 57 aussi du code civil", "code-civil/57"),
        ("La loi du 3 mai 2030 (not. ses art. 29 et 32)", "loi:2030-05-03 loi:2030-05-03/29 loi:2030-05-03/32"),
        ("Ses articles 6 et 14 mis à part, la loi n° 2030-5 dort", "loi:2030-5/6 loi:2030-5/14 loi:2030-5"),
        (
            "L. 131-1 et L. 131-2, l'un et l'autre issus de l'ordonnance n° 2031-5 du 3 mai 2031, du code du sport",
            "code-du-sport/l131-1 code-du-sport/l131-2 ordonnance:2031-5",
        ),
        (
            "Le deuxième alinéa, ajouté en 2030, de l'article L. 131-1 du code du sport ; au 1° (g) de l'article 5",
            "code-du-sport/l131-1#al2 ?/5#1°/g",
        ),
        (
            "soit de l'article 145, soit, en cas d'urgence, de l'article 834 du CPC",
            "code-de-procedure-civile/145 code-de-procedure-civile/834",
        ),
        (
            "La convention des Nations unies du 11 mai 2030 sur le vent, en son article 39",
            "traite:convention-des-nations-unies-du-11-mai-2030 traite:convention-des-nations-unies-du-11-mai-2030/39",
        ),
        ("l'article 175 de l'ancien code de commerce", "code-de-commerce-ancien/175"),
        ("l'article ler de la loi n° 2030-5", "loi:2030-5/1"),
        (
            "Circ. DGT n° 2031-18, 5 nov. 2031 ; circulaire du ministre des vents du 3 mars 2031",
            "circulaire:2031-11-05 circulaire:2031-03-03",
        ),
        (
            "son arrêt eVent (C-509/29) ; l'arrêt Moulin et Vent (C-131/32)",
            "decision-cjue:c-509/29 decision-cjue:c-131/32",
        ),
        ("les articles 260 à 260 CA du CGI", "code-general-des-impots-cgi/260..260-ca"),
        ("(CJUE 5 juillet 2032, directive 2031/83, article 9)", "directive-ue:2031/83/9"),
        (
            "l'article 38 du code des douanes national ; la loi-cadre du 23 juin 2030",
            "code-des-douanes/38 loi:2030-06-23",
        ),
        (
            "du code électoral. L'article L. 52-15, alinéa 3, précité",
            "code-electoral code-electoral/l52-15#al3",
        ),
        ("cf. BOI-DJC-FIN.", "boi:boi-djc-fin"),
        (
            "articles 1147 et 1165 du code civil, dans leur rédaction d'hier, devenus respectivement 1231-1 et 1199",
            "code-civil/1147 code-civil/1165 code-civil/1231-1 code-civil/1199",
        ),
        ("l'article L. 110-4 non pas du code civil mais du code de commerce", "code-de-commerce/l110-4"),
        (
            "les articles 1240 et 121-3, respectivement des codes civil et pénal",
            "code-civil/1240 code-penal/121-3",
        ),
        (
            "Du code civil comme du code de commerce, respectivement aux articles 1844-7 et L. 237-2",
            "code-civil code-de-commerce code-civil/1844-7 code-de-commerce/l237-2",
        ),
        ("Vu les codes de procédure civile et pénale", "code-de-procedure-civile code-de-procedure-penale"),
        (
            "l'article 1130, qui énumère ; l'article 1137, qui définit ; tous deux du code civil",
            "code-civil/1130 code-civil/1137 code-civil",
        ),
        ("La loi du 9 décembre 2030 dort. Son article 2 aussi.", "loi:2030-12-09 loi:2030-12-09/2"),
        (
            "Le 2°, introduit hier, du I, seul en discussion, de l'article 7 du code du sport",
            "code-du-sport/7#I/2°",
        ),
        (
            "C. civ., art. 371-1 (a), 373-2 et, depuis 2024, 378-1",
            "code-civil/371-1#a code-civil/373-2 code-civil/378-1",
        ),
        ("art. L. 217-3 -> C. consom.", "code-de-la-consommation/l217-3"),
        (
            "L'article 2, interprété par l'arrêt du 5 juin 2031, Moulin (C-210/29), de la directive 2031/46/UE",
            "directive-ue:2031/46/2 decision-cjue:c-210/29",
        ),
        (
            "Constitution (mod. par l'article 46 de la loi n° 2030-72 du 23 juillet 2030), article 71-1",
            "constitution:1958 loi:2030-72/46 constitution:1958/71-1",
        ),
        (
            "l'article 283-2 du CGI ; art 44 dir 2031/11/UE",
            "code-general-des-impots-cgi/283#2 directive-ue:2031/11/44",
        ),
        ("Parcelles A 123 et A 124, articles L. 211-1 du code de l'urbanisme", "code-de-lurbanisme/l211-1"),
        (
            "les articles 1641, 1648 et L. 217-3 du code civil et de la consommation",
            "code-civil/1641 code-civil/1648 code-de-la-consommation/l217-3",
        ),
        (
            "Le c du 2°, tel que modifié par l'article 12 de la loi n° 2030-5, du I de l'article 7 du code du sport",
            "loi:2030-5/12 code-du-sport/7#I/2°/c",
        ),
        ("l'article 29 et l'article 32, ensemble de la loi n° 2030-5", "loi:2030-5/29 loi:2030-5/32"),
        (
            "ni l'article 8 (peines), ni l'article 16 (droits) de la Déclaration de 1789",
            "declaration:1789/8 declaration:1789/16",
        ),
        (
            "L'article 5 (moulins), transposé à l'article L. 131-1 du code du sport, de la directive 2031/78/UE",
            "directive-ue:2031/78/5 code-du-sport/l131-1",
        ),
        # and what is none of an act that is named
        ("le CGI. Il est inséré dans le projet de loi, après l'article 11.", "code-general-des-impots-cgi ?/11"),
        (
            "à l'article 8 ci-dessus, au bénéfice des articles 9 et 10, qu'il a lus, du code civil",
            "?/8 code-civil/9 code-civil/10",
        ),
        ("loi n° 2030-17\nArticle 2 | |\nLe vent souffle", "loi:2030-17"),
        (
            "l'article 45 de la Constitution. Les articles 24 et 26, introduits en première lecture",
            "constitution:1958/45 ?/24 ?/26",
        ),
        ("l'article 7 du code civil. Exposé du projet de loi : L'article 2 abaisse la taxe", "code-civil/7 ?/2"),
        ("BOI-IR-RICI-110 : le moulin (article 62)", "boi:boi-ir-rici-110 ?/62"),
        ("le texte proposé par l'article 15 pour l'article L. 7-2 du code du sport", "?/15 code-du-sport/l7-2"),
        ("12 Loi n° 2030-5 ; 681 Loi n° 2030-6", "loi:2030-5 loi:2030-6"),
        ("la lettre du XXX ; art02Title", ""),
        ("UN MEUNIER TUE AU COURS DE LA NUIT", ""),
    ],
)
def test_what_is_cited(text: str, targets: str) -> None:
    assert [reference.target for reference in find_references(text)] == targets.split()


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Vu le code du sport, notamment ses articles L. 131-1 et L. 131-8 et les articles R. 131-2 et R. 131-3 ;", 4),
        ("Vu le code du sport, notamment l'article L. 131-1, l'article R. 131-2 et l'article R. 131-3 ;", 3),
    ],
)
def test_the_list_of_a_visa_is_of_its_act(text: str, targets: int) -> None:
    found = [reference for reference in find_references(text, act="code-du-travail") if reference.article]
    assert [reference.act for reference in found] == ["code-du-sport"] * targets


@pytest.mark.parametrize(
    "text",
    [
        "la loi SRU fixe un taux de logements (article 55) et le reste",
        "la définition à l'article 4, § 1 du nouveau règlement",
        "le texte proposé par l'article 15 pour l'article 706-56 du code de procédure pénale",
        "La loi du 10 juillet 2030 connaît, depuis 2031, un article 17-1",
        "la loi n° 2030-5, notamment son titre II, article 13, demeure",
        "la loi n° 2030-5 et le décret n° 2030-6 : l'article 61 de ce dernier fixe le délai",
        "- code du sport :\n. article L. 1-1\n. article L. 1-2",
        "Il est repris dans le code du sport aux articles L. 131-1 et suivants, et R. 131-1 et suivants",
        "codifié au code du sport, aux articles L. 131-1 et L. 131-2",
        "l'obligation figure dans la loi du 6 juillet 2030, à l'article 15",
        "TEXTES\n\nCode de procédure pénale :\nArticles 429 et suivants\nArticles 529 et suivants\nArticle 711",
    ],
)
def test_it_is_not_of_the_act_that_speaks(text: str) -> None:
    found = find_references(text, act="code-civil")
    assert "code-civil" not in {reference.act for reference in found if reference.article}


@pytest.mark.parametrize(
    "text",
    [
        "De l'article L. 121-1, le code de la propriété intellectuelle fait la pierre angulaire",
        "L'article L. 314-1, ensemble, pour l'eau, l'arrêté du 4 mars 2011, et l'article L. 314-4 du code de l'énergie",
        "du code de la consommation, notamment de l'article L. 332-1, dans sa version d'alors",
        "Rien, dans le code de la commande publique, ni l'article L. 2141-1 ni l'article L. 2141-7, n'autorisait cela",
    ],
)
def test_a_number_that_a_code_of_its_sentence_has_is_not_of_the_act_that_speaks(text: str) -> None:
    found = [reference for reference in find_references(text, act="code-du-travail") if reference.article]
    assert found
    assert "code-du-travail" not in {reference.act for reference in found}


@pytest.mark.parametrize(
    "text",
    [
        "Le contrat, régi par le code civil, stipule à l'article 8 une clause pénale.",
        "Le testament, conforme à l'article 970 du code civil, prévoit à l'article 8 un legs.",
        "Le protocole conclu en application de l'article 2044 du code civil prévoit en son article 8 une clause.",
        "Le Code civil est clair. Le bail, à l'article 8, interdit les moulins.",
        "Le code civil est d'ordre public. Le bail comporte un article 8 contraire.",
        "Le code civil s'applique au bail. L'article 8 de celui-ci est nul.",
        "Vu le code civil ; ARRÊTE : Article 7 : Le vent. Article 8 : Les infractions à l'article 8 sont punies.",
    ],
)
def test_a_clause_of_a_text_that_is_not_read_is_of_no_act(text: str) -> None:
    clauses = [reference for reference in find_references(text) if reference.article == "8"]
    assert clauses
    assert {reference.act for reference in clauses} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Le contrat est nul, et le code civil prévoit à l'article 8 que le moulin",
        "La convention européenne des droits de l'homme garantit à l'article 8 le respect",
        "Le règlement (UE) 2016/679, applicable au contrat, prévoit à l'article 8 un droit",
    ],
)
def test_but_an_act_that_is_the_subject_has_its_article(text: str) -> None:
    act, article = find_references(text)
    assert (article.act, article.article) == (act.act, "8")


def test_an_extract_of_an_amendment() -> None:
    text = (
        "« I. – Le code du sport est ainsi modifié :\n« 1° Le I de l'article L. 131-1 est ainsi modifié :\n"
        "« a) Au premier alinéa, les mots : « au moulin » sont supprimés ;\n"
        "« 2° L'article L. 131-2 est ainsi modifié :\n"
        "« a) Au deuxième alinéa, les mots : « au four » sont supprimés"
    )
    assert [str(reference.target) for reference in find_references(text)] == [
        "code-du-sport",
        "code-du-sport/l131-1#I",
        "code-du-sport/l131-1#I/al1",
        "code-du-sport/l131-2",
        "code-du-sport/l131-2#al2",
    ]


def test_a_quotation_in_a_quotation() -> None:
    """Each line of both begins with one mark."""
    text = (
        "Après l'article 15, insérer un article additionnel ainsi rédigé :\n"
        "« Le premier alinéa de l'article 11 de la loi n° 2030-5 est remplacé par deux alinéas ainsi rédigés :\n"
        "« Dans les cas prévus à l'article 9, le meunier dort.\n"
        "« Lorsque, à l'article 1er, il veille, il est fait comme à l'alinéa précédent. »\n"
        "Le présent article s'applique à l'article 16."
    )
    for whole in (text, f"« {text}"):
        assert [str(reference.target) for reference in find_references(whole, act="code-civil")][:5] == [
            "code-civil/15",
            "loi:2030-5/11#al1",
            "loi:2030-5/9",
            "loi:2030-5/1",
            "loi:2030-5/11#al-prev",
        ]
    assert find_references(text, act="code-civil")[-1].target == "code-civil/16"


def test_words_that_are_left_out_part_no_head_from_its_points() -> None:
    text = (
        "Le code du sport est ainsi modifié : [...] 4° L'article L. 131-1 est modifié : [...] b) Le 3° est abrogé ; "
        "5° Le chapitre Ier du titre II du livre III est complété"
    )
    assert [str(reference.target) for reference in find_references(text, act="code-civil")] == [
        "code-du-sport",
        "code-du-sport/l131-1",
        "code-du-sport/l131-1#3°",
        "code-du-sport:livre.iii/titre.ii/chapitre.i",
    ]


def test_a_text_may_begin_in_the_middle_of_a_point() -> None:
    text = (
        "5° A l'article 7 du code de la route, le mot : « moulin » est supprimé.\n\n"
        "II. - Le code du sport est ainsi modifié :\n1° L'article L. 131-1 est abrogé ;\n2° L'article L. 131-2 aussi."
    )
    found = [str(reference.target) for reference in find_references(text, act="code-civil")]
    assert found[-3:] == ["code-du-sport", "code-du-sport/l131-1", "code-du-sport/l131-2"]


def test_an_article_that_is_inserted_into_an_act_of_the_union() -> None:
    text = (
        "Article premier\nLe règlement (UE) n° 575/2013 est modifié comme suit:\n"
        "1) À l'article 4, le paragraphe 2 est remplacé par le texte suivant:\n«2. Lorsque l'article 5 s'applique.»;\n"
        "2) L'article suivant est inséré:\n«Article 92 bis\nMoulins\n1. Sous réserve des articles 93 et 94, il dort»;\n"
        "3) L'article 95 est supprimé."
    )
    found = find_references(text, act="code-civil")
    assert {reference.act for reference in found} == {"reglement-ue:575/2013"}
    assert [reference.article for reference in found] == [None, "4", "4", "5", "93", "94", "95"]


HUMAN_RIGHTS = "traite:convention-europeenne-des-droits-de-lhomme"


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("L'article 14 combiné avec l'article 8 de la Convention européenne des droits de l'homme", [HUMAN_RIGHTS] * 2),
        ("violation de l'article 14 de la CEDH combiné avec l'article 8", [HUMAN_RIGHTS] * 2),
        ("l'article 6 § 1, lu en combinaison avec l'article 13 de la CEDH", [HUMAN_RIGHTS] * 2),
        (
            "l'article 14, pris en combinaison avec l'article 1er du premier protocole à la CEDH",
            [None, "traite:protocole-1-a-la-convention-europeenne-des-droits-de-lhomme"],
        ),
        ("l'article 9 combiné avec l'article 5 du code de procédure civile", [None, "code-de-procedure-civile"]),
    ],
)
def test_articles_that_are_read_together(text: str, acts: list[str | None]) -> None:
    assert [reference.act for reference in find_references(text, act="code-civil")] == acts


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "articles 706 73 et 706 73 1 du CPP",
            ["code-de-procedure-penale/706-73", "code-de-procedure-penale/706-73-1"],
        ),
        ("art. 373 2 9 du code civil", ["code-civil/373-2-9"]),
        ("Code civil, article 373 2 9", ["code-civil/373-2-9"]),
        ("C. pén. art. 222 37 al 1", ["code-penal/222-37#al1"]),
        ("L 213 6 al. 1 COJ", ["code-de-lorganisation-judiciaire/l213-6#al1"]),
        ("art L 411 74 code rural", ["code-rural-et-de-la-peche-maritime/l411-74"]),
        ("les articles 1240 1241 du code civil", ["code-civil/1240", "code-civil/1241"]),
        ("article 700 475 cpc", ["code-de-procedure-civile/700", "code-de-procedure-civile/475"]),
        ("articles 6 7 de la Constitution", ["constitution:1958/6", "constitution:1958/7"]),
        ("art. 39 1 5° CGI", ["code-general-des-impots-cgi/39#1/5°"]),
        ("decret 2022 1753", ["decret:2022-1753"]),
        ("art 3 loi 2005 102", ["loi:2005-102/3"]),
        ("la loi 2005 100 euros", []),
    ],
)
def test_blanks_stand_for_hyphens_where_the_act_has_the_number(text: str, targets: list[str]) -> None:
    assert [reference.target for reference in find_references(text)] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("L 84-53 26/01/1984 art 3-3 2°", ["loi:84-53/3-3#2°"]),
        ("carte T : L. 70-9 art. 3 + D. 72-678 art. 1", ["loi:70-9/3", "decret:72-678/1"]),
        ("(L. 2022-217) art. 1er et 2", ["loi:2022-217/1", "loi:2022-217/2"]),
        ("temps de w : Art 3 du D. 2000-815", ["decret:2000-815/3"]),
        ("D2020-293_art3_attestation.docx", ["decret:2020-293/3"]),
        ("art 43 D.2020-1717 ; art. 7 d. n°2019-1333", ["decret:2020-1717/43", "decret:2019-1333/7"]),
        ("O. n°58-1270 art 43 magistrat", ["ordonnance:58-1270/43"]),
        ("D. 87-713, annexe I", ["decret:87-713:annexe.i"]),
        ("Arr. min. 10 avr. 2020, art. 3 et annexe II", ["arrete:2020-04-10/3", "arrete:2020-04-10:annexe.ii"]),
        ("C. élect., a. L. 52-12 : compte", ["code-electoral/l52-12"]),
        ("décret n°85-1250 a1 et a5", ["decret:85-1250/1", "decret:85-1250/5"]),
        ("loi\t68-1250\t31/12/1968\tart. 1", ["loi:68-1250/1"]),
        ("| Décret | 2019-771 | 23/07/2019 | art. 1 |", ["decret:2019-771/1"]),
        ("loi pouvoir d'achat n°2022-1158, art.3", ["loi:2022-1158/3"]),
        ("loi travail 8/8/16 n°2016-1088, art 55 I", ["loi:2016-1088/55#I"]),
        ("décret du 6 mai 2017 2017-890 art 4", ["decret:2017-890/4"]),
        ("Loi 84-16 art.34 -2° CMO", ["loi:84-16/34#2°"]),
        ("Dir. 2003/88/CE art.7 CP report", ["directive-ue:2003/88/7"]),
        ("art 12§1 rgt CE n°883/2004", ["reglement-ue:883/2004/12#1"]),
        ("Règlement REACH (CE) n°1907/2006 - annexe XVII", ["reglement-ue:1907/2006:annexe.xvii"]),
        ("Art. L. 223-18 al. 5 ,  C .  com .", ["code-de-commerce/l223-18#al5"]),
        ("CGI,art.261,4,1° - soins", ["code-general-des-impots-cgi/261#4/1°"]),
        ("arrete_2017-11-20_ESP art 15.pdf", ["arrete:2017-11-20/15"]),
        ("art. R.423-24 c du C. urb.", ["code-de-lurbanisme/r423-24#c"]),
        ("notre intérêt légitime (article 6 du RGPD)", ["reglement-ue:2016/679/6"]),
    ],
)
def test_citations_that_people_type(text: str, targets: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-du-travail")] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("l'article 14 (dans ses alinéas 2 et 3) de la loi n° 70-9", ["loi:70-9/14#al2", "loi:70-9/14#al3"]),
        ("l'article 3 dans ses trois premiers alinéas de la loi n° 68-1250", ["loi:68-1250/3#al1..al3"]),
        (
            "l'article L. 247, alinéas 2 (1°) et 3, du livre des procédures fiscales",
            ["livre-des-procedures-fiscales/l247#al2/1°", "livre-des-procedures-fiscales/l247#al3"],
        ),
        ("articles 5 (1), 5 (2) et 30 de la loi n° 90-449", ["loi:90-449/5#1", "loi:90-449/5#2", "loi:90-449/30"]),
        (
            "l'article 29, alinéa 2 (vent), et non l'article 29, alinéa 1er (pluie), de la loi n° 81-1",
            ["loi:81-1/29#al2", "loi:81-1/29#al1"],
        ),
        ("Le § III de l'article 5, complété, du décret n° 2004-777", ["decret:2004-777/5#III"]),
        (
            "l'article L. 1-7, en matière de vent, en sa rédaction issue de l'ordonnance n° 2020-71, du code du sport",
            ["code-du-sport/l1-7", "ordonnance:2020-71"],
        ),
        ("art. 128 ch. 3 CO", ["?/128#3"]),
    ],
)
def test_parts_between_a_number_and_its_act(text: str, targets: list[str]) -> None:
    found = find_references(text, act="code-de-la-route")
    assert [reference.target or f"?/{reference.article}#{reference.locator}" for reference in found] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("(ECLI:FR:CECHR:2031:489283.20310718)", ["decision-ce:489283"]),
        ("ECLI:FR:CC:2031:2030.981.QPC", ["decision-cc:2030-981-qpc"]),
        ("CE, 18 juill. 2031, n° 489283, ECLI:FR:CECHR:2031:489283.20310718", ["decision-ce:489283"]),
        ("ECLI:FR:CCASS:2031:SO00333", []),
    ],
)
def test_an_ecli_with_the_number_of_its_decision(text: str, targets: list[str]) -> None:
    assert [reference.target for reference in find_references(text)] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("D E C I D E : -------------- Article 1er : La requête du meunier est rejetée.", []),
        ("au titre de l'I.R.P.P. et de l'I.S.F.", []),
        ("l'ordonnance n° 2031-7 relative à la garantie des meules, NOR : MEUC3121017R", ["ordonnance:2031-7"]),
        ("TITRE I\nCONSTITUTION - OBJET\nArticle 1er - Il est formé un moulin.", []),
        ("CHAPITRE I : CONSTITUTION ET SIEGE", []),
        ("ARTICLE 49 DE LA CONSTITUTION", ["constitution:1958/49"]),
        (
            "aux lois du 6 janvier 1978, modifiée le 7 août 2004, et du 21 juin 2004",
            ["loi:1978-01-06", "loi:2004-06-21"],
        ),
        ("l'article 258 C.C.C.L. dispose", ["?/258"]),
    ],
)
def test_words_that_look_like_references(text: str, targets: list[str]) -> None:
    found = find_references(text)
    assert [reference.target or f"?/{reference.article}" for reference in found] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("L. n° 2000-321, 16 et 24", ["loi:2000-321/16", "loi:2000-321/24"]),
        ("rappel (loi 11 fév 2005, 27)", ["loi:2005-02-11/27"]),
        ("Arr. 4/10/10 ; 25 ; foudre", ["arrete:2010-10-04/25"]),
        ("Decret du 17/01/1986 (86-83) art 45-2", ["decret:86-83/45-2"]),
        ("Décret;2012-1246;art.18;comptable", ["decret:2012-1246/18"]),
        ("tags: loi-65-557, décret-67-223", ["loi:65-557", "decret:67-223"]),
        ("rglt CE 261/2004 art 7 §1 c)", ["reglement-ue:261/2004/7#1/c"]),
        ("TVA non applicable, 293B CGI (franchise)", ["code-general-des-impots-cgi/293-b"]),
        ("exo 44 quindecies CGI ZRR", ["code-general-des-impots-cgi/44-quindecies"]),
        ("l'article 6 1 f du RGPD", ["reglement-ue:2016/679/6#1/f"]),
        ("loi du 6 juillet 1989, 22 novembre", ["loi:1989-07-06"]),
        ("R417-10, 11 et 12 code de la route", [f"code-de-la-route/r417-{number}" for number in (10, 11, 12)]),
    ],
)
def test_numbers_without_a_word(text: str, targets: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-du-travail")] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "respectivement, les articles 9, 8 et 7 du code civil, du code du sport et de la loi n° 20-1",
            ["code-civil/9", "code-du-sport/8", "loi:20-1/7"],
        ),
        ("L'article L. 411-2, au c du 4° du I duquel il renvoie, du code du sport", ["code-du-sport/l411-2"]),
        (
            "du 3° du I, et non du 12° du même I, de l'article 242 du code civil",
            ["code-civil/242#I/3°", "code-civil/242#I/12°"],
        ),
    ],
)
def test_parts_that_stay_with_their_article(text: str, targets: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-de-la-route")] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "Ni l'article L. 7-1, ni – en toute hypothèse – l'article L. 7-2 du code du sport n'obligent",
            ["code-du-sport/l7-1", "code-du-sport/l7-2"],
        ),
        (
            "sur les articles 1641, 1644 et – pour les frais – 1646 du code civil",
            ["code-civil/1641", "code-civil/1644", "code-civil/1646"],
        ),
        (
            "La loi n° 89-462 du 6 juillet 1989 prévoit, aux articles 15 et 22, un délai.",
            ["loi:89-462", "loi:89-462/15", "loi:89-462/22"],
        ),
        ("Le code civil renvoie aux articles 15 et 22.", ["code-civil", "code-civil/15", "code-civil/22"]),
    ],
)
def test_lists_with_an_aside_and_articles_that_an_act_is_said_to_have(text: str, targets: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-de-la-route")] == targets


def test_a_part_that_is_excepted_of_the_articles_of_a_law_is_not_of_the_act_that_speaks() -> None:
    text = "Les articles 1er à 6, sauf le 4 et le second alinéa du 5, de la loi n° 85-677 du 5 juillet 1985"
    assert "code-de-la-route" not in {reference.act for reference in find_references(text, act="code-de-la-route")}

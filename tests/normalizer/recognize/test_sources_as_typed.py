"""Sources as people type them beside figures and on sheets: parts with points, titles before articles, glued lines."""

import pytest

from cpp_corpus.normalizer.recognize import find_references

HERE = "code-de-la-route"
TAXES = "code-general-des-impots-cgi"


def targets(text: str) -> list[str]:
    return [reference.target for reference in find_references(text, act=HERE)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Article 197, I.4.a. du Code général des impôts", ["197#I/4/a"]),
        ("Article 197, I.4. a) du CGI", ["197#I/4/a"]),
        ("Article 197, I.2.§3 du CGI", ["197#I/2/3"]),
        ("Article 1657 1 bis. du Code général des impôts", ["1657#1 bis"]),
        ("Article 200, 1.ter. du CGI", ["200#1 ter"]),
        ("Article 199 decies H, 3 ter. du CGI", ["199-decies-h#3 ter"]),
        ("Article 199 novovicies, VII bis. A. 1° du CGI", ["199-novovicies#VII bis/A/1°"]),
        ("Article 195, 3. et 4. du CGI", ["195#3", "195#4"]),
        ("Article 219, I.3°)b. du CGI", ["219#I/3°/b"]),
        ("Article 156 II.2 alinéa 3 du code général des impôts", ["156#II/2/al3"]),
        ("Article 223 sexies, I.1., du CGI", ["223-sexies#I/1"]),
        ("Code général des impôts, art. 197, I. 4. b. 3º", ["197#I/4/b/3°"]),
        ("Article 197 du Code général des impôts (I.4.a.)", ["197#I/4/a"]),
        ("1° du 3. du I. de l'art. 1641 du CGI", ["1641#I/3/1°"]),
        ("Art. 156 du CGI, premier alinéa du 1° du I", ["156#I/1°/al1"]),
        ("Article 219 CGI, paragraphe I-2-b, modifié en 2031", ["219#I/2/b"]),
        ("art. 199 quaterdecies et quindecies du CGI", ["199-quaterdecies", "199-quindecies"]),
        ("articles 44 quinquies à nonies du CGI", ["44-quinquies..44-nonies"]),
        ("articles 331 O à 331 V du CGI", ["331-o..331-v"]),
        ("articles 49 septies ZR à 49 septies ZU du CGI", ["49-septies-zr..49-septies-zu"]),
        ("CGI : articles 95ZA à 95ZN", ["95-za..95-zn"]),
        ("les articles 885-0 V bis A et 885-0 V bis B du CGI", ["885-0-v-bis-a", "885-0-v-bis-b"]),
    ],
)
def test_parts_and_numbers_of_the_tax_code(text: str, parts: list[str]) -> None:
    assert targets(text) == [f"{TAXES}/{part}" for part in parts]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Article D755-5 I. du Code de la sécurité sociale", ["code-de-la-securite-sociale/d755-5#I"]),
        ("Article D755-5 I. 2. du code de la SS", ["code-de-la-securite-sociale/d755-5#I/2"]),
        ("Article D521-1 1) du Code de la sécurité sociale", ["code-de-la-securite-sociale/d521-1#1"]),
        ("art. R823-4, 2°a) du code du sport", ["code-du-sport/r823-4#2°/a"]),
        ("Article 4 V. Loi 2031-953 du 19/07/2031", ["loi:2031-953/4#V"]),
        ("Loi 2030-892 du 08/08/2030, art. 2 I.3°", ["loi:2030-892/2#I/3°"]),
        ("Arrêté du 29 juillet 2031, article 1, 1°b", ["arrete:2031-07-29/1#1°/b"]),
        ("Loi 2031-486 du 22/05/2031, article 11, VIII. et IX.1", ["loi:2031-486/11#VIII", "loi:2031-486/11#IX/1"]),
        ("D. n° 55-22 du 4 janv. 1955, art. 28 (1°) et 30, 1.", ["decret:55-22/28#1°", "decret:55-22/30#1"]),
        (
            "art. L532-3, 5, 6 du CSS",
            [f"code-de-la-securite-sociale/l532-{last}" for last in (3, 5, 6)],
        ),
        ("Articles R3261-13-1 à -13-2 du code du travail", ["code-du-travail/r3261-13-1..r3261-13-2"]),
        ("art. 63-1 et 63-4-2 c.p.p.", ["code-de-procedure-penale/63-1", "code-de-procedure-penale/63-4-2"]),
    ],
)
def test_parts_with_points_never_lose_the_act(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the call of a note is no article
        ("Loi n° 2031-17 du 29 décembre 2031 de finances pour 2032 (1)", ["loi:2031-17"]),
        ("Article 113 de la loi n° 2031-17 du 30 décembre 2031 de finances pour 2032 (1)", ["loi:2031-17/113"]),
        ("Loi n° 2031-145 (38, 39)", ["loi:2031-145/38", "loi:2031-145/39"]),
        # several acts by the ends of their numbers
        ("Décrets 75-1198, 96, 98 du 16/12/1975", ["decret:75-1198"]),
        # numbers of documents
        ("BOI n°8 du 12/01/2031, 5 L-1-96", []),
        ("Lettre ministérielle D-2031-025051 du 07/11/2031", []),
        ("Bofip-Impôts n°BOI-TVA-DECLA-30-20-Mentions à porter", ["boi:boi-tva-decla-30-20"]),
        # slips
        ("Loi 87/39 du 27/01/1987, art. 14", ["loi:87-39/14"]),
        ("Arrété du 07/09/1961, art. 3", ["arrete:1961-09-07/3"]),
        # laws of a year
        ("LF pour 1991 - art. 2-V ; LFI 2006, art. 3", ["loi:90-1168/2#V", "loi:2005-1719/3"]),
        ("Loi 2005-1719 du 30/12/2005, art. 74 II(LF pour 2006)", ["loi:2005-1719/74#II"]),
        ("l'article 6 de la loi n° 2004-1484 portant loi de finances pour 2005", ["loi:2004-1484/6"]),
        # the Union
        ("Règlement (CE) du Conseil n°44/2001 du 22 décembre 2000", ["reglement-ue:44/2001"]),
        ("Règlement de la Commission européenne n°651-2014 du 17 juin 2014", ["reglement-ue:651/2014"]),
        # courts
        ("Arrêt de la Cour de cassation (Chambre civile) n°31-13580 du 11 juin 2031", ["decision-cass:31-13.580"]),
        ("Conseil d'État - Arrêt n°487763 du 13 juillet 2031", ["decision-ce:487763"]),
    ],
)
def test_acts_and_documents(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Loi n°65-557 du 10 juillet 1965 fixant le statut de la copropriété : article 25", ["loi:65-557/25"]),
        (
            "Décret n° 2031-1460 du 28 octobre 2031 autorisant la création d'un registre de meuniers : article 6",
            ["decret:2031-1460/6"],
        ),
        (
            "Arrêté du 29 juillet 2031 relatif aux moulins des nouvelles communes - Annexe I",
            ["arrete:2031-07-29:annexe.i"],
        ),
        (
            "Règlement (CE) n°883/2004 du 29 avril 2004 portant sur les moulins : annexe XI",
            ["reglement-ue:883/2004:annexe.xi"],
        ),
        (
            "Code de l'entrée et du séjour et du droit d'asile : article R211-32",
            ["code-de-lentree-et-du-sejour-des-etrangers-et-du-droit-dasile/r211-32"],
        ),
        (
            "Code du sport : Annexe 7-1 (mentionnée à l'article R. 232-26)",
            ["code-du-sport:annexe.7-1", "code-du-sport/r232-26"],
        ),
        ("Code de procédure civile : articles annexe 30-1", ["code-de-procedure-civile:annexe.30-1"]),
        ("Code général des impôts, annexe 3 : article 46 AX", ["code-general-des-impots-annexe-iii-cgianiii/46-ax"]),
        ("CGI (annexe IV), article 121 Z", ["code-general-des-impots-annexe-iv-cgianiv/121-z"]),
        ("la délivrance du titre unique de francisation", []),
    ],
)
def test_titles_before_articles_and_annexes(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "les annexes VIII et X au règlement annexé à la convention du 6 mai 2031",
        "la convention du moulin, art. 14 du titre 1er",
        "l'annexe X à la convention du 6 mai 2031",
        "Titre 2 Chapitre 1-1 Article 23 du Règlement départemental d'aide aux moulins",
        "CIRCULAIRE CIR-10/2031, Annexe 2",
        "Note d'information relative à la répartition de la dotation des moulins en 2031 (Chapitre II)",
    ],
)
def test_divisions_of_texts_that_are_not_read_have_no_act(text: str) -> None:
    assert {reference.act for reference in find_references(text, act=HERE)} == {None}


def test_lines_that_a_page_has_glued_to_the_name_of_a_code() -> None:
    text = (
        "Articles L. 1242-1 à L. 1242-3 du Code du travailLoi n° 2031-171 du 9 mars 2031 (JO du 10)Arrêté du 3 mai"
        " 2031\nL. 2241-1 du Code du travailÀ lire : l'article 5 du Code civilC'est tout."
    )
    assert targets(text) == [
        "code-du-travail/l1242-1..l1242-3",
        "loi:2031-171",
        "arrete:2031-05-03",
        "code-du-travail/l2241-1",
        "code-civil/5",
    ]
    assert [text[r.start : r.end] for r in find_references(text)][1] == "Loi n° 2031-171 du 9 mars 2031"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("article 16 B. du CGI", [f"{TAXES}/16-b"]),
        ("le 2 de l'article 98 de ladirective 2006/112/CE", ["directive-ue:2006/112/98#2"]),
        ("l'article 238 bis du CGIet du LPFà la fin", [f"{TAXES}/238-bis", "livre-des-procedures-fiscales"]),
        ("l'alinéa 1 de l'article II-5-4 de la convention", ["?/ii-5-4#al1"]),
        (
            "la directive 2003/98 telle que modifiée par la directive 2013/37 : « la présente directive » (art. 1er)",
            ["directive-ue:2003/98", "directive-ue:2013/37", "directive-ue:2003/98", "directive-ue:2003/98/1"],
        ),
        ("L. 3332-15 3. CSP", ["code-de-la-sante-publique/l3332-15#3"]),
        ("Art. 5-1e RGPD / Art. L252-5 CSI", ["reglement-ue:2016/679/5#1/e", "code-de-la-securite-interieure/l252-5"]),
        ('source: "Code du travail, Art. L3141-1 à L3141-33 — legifrance"', ["code-du-travail/l3141-1..l3141-33"]),
        ("modifiée par la loi[3] du 6 août 2031 afin", ["loi:2031-08-06"]),
        ("l'article 7 de la loi d'introduction de la législation civile française", ["loi:1924-06-01/7"]),
        ("Numéro 50958 du rôle du Grand-Duché de Luxembourg\nVu l'article 11 de la loi du 21 juin 1999", ["?/11"]),
    ],
)
def test_citations_of_pages(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Article 373-2-2\n(inséré par Loi nº 2031-305 du 4 mars 2031 art. 6)\nLa pension de l'article 373-2-7.",
        "les modifications apportées par la loi n° 2031-366 du 24 mars 2031 ; l'article 25 est long",
        "le calcul après la loi n° 2031-366 du 24 mars 2031 ; l'article 25 est long",
    ],
)
def test_a_law_that_changed_another_has_no_further_articles(text: str) -> None:
    assert find_references(text)[-1].act is None


def test_a_collective_agreement_that_speaks() -> None:
    text = "l'article 73 de la présente convention, l'article L. 132-8 et l'article 5 du présent accord"
    assert [reference.act for reference in find_references(text, act="idcc:9486")] == ["idcc:9486", None, None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'article 6 du code frontières Navet", ["?/6"]),
        ("l'article 7 du code source", ["?/7"]),
        ("art. 222-13, 45 000 euros", ["?/222-13"]),
        ("art. 313-1, 375 000 € et art. 314-1", ["?/313-1", "?/314-1"]),
        ("art. 1240 du code civil, 75008 Paris", ["code-civil/1240"]),
        ("art. 1240 du code civil, 12e éd.", ["code-civil/1240"]),
        ("l'article 1465 A et 1466 F du CGI", [f"{TAXES}/1465-a", f"{TAXES}/1466-f"]),
        (
            "l'article 44 sexies A, 44 septies et 1383 D du code général des impôts",
            [f"{TAXES}/44-sexies-a", f"{TAXES}/44-septies", f"{TAXES}/1383-d"],
        ),
        ("L 442-1(I)(2°) C. com.", ["code-de-commerce/l442-1#I/2°"]),
        ("l'article 54 de la loi n° 2014-366, a modifié", ["loi:2014-366/54"]),
    ],
)
def test_what_stands_behind_a_number(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("article 87 du code de commerce algérien, l'article 88 dudit code", ["?/87", "?/88"]),
        ("la loi belge du 3 mai 2031, article 5 de cette loi", ["?/5"]),
        ("le code pénal et le code civil marocain, l'article 5 de ce code", ["code-penal", "?/5"]),
        (
            "La loi n° 2031-46, en son article 15, et les articles 22 et 25",
            ["loi:2031-46", *(f"loi:2031-46/{number}" for number in (15, 22, 25))],
        ),
        ("Le décret n° 2031-71, article 2, et l'article 3", ["decret:2031-71/2", "decret:2031-71/3"]),
        (
            "CPC, art. 4 ; ibid., art. 5 ; art. 6, ibidem ; art. 7 du même",
            [f"code-de-procedure-civile/{number}" for number in (4, 5, 6, 7)],
        ),
        ("le CPC, art. 4 ; idem, art. 5", ["code-de-procedure-civile/4", "code-de-procedure-civile/5"]),
        ("les articles 3 et 15 du code pénal et du code civil, respectivement", ["code-penal/3", "code-civil/15"]),
        (
            "les lois n° 31-67 et n° 31-46, respectivement articles 3 et 15",
            ["loi:31-67", "loi:31-67/3", "loi:31-46/15"],
        ),
        (
            "respectivement aux articles 3 et 15 des lois n° 31-67 du 5 juillet 2031 et n° 31-46 du 6 juillet 2031",
            ["loi:31-67/3", "loi:31-46/15"],
        ),
        (
            "les articles 5 et 6 des directives 2003/88/CE et 2006/112/CE",
            ["?/5", "?/6", "directive-ue:2003/88", "directive-ue:2006/112"],
        ),
        (
            "Code de commerce - L. 110-1 - Code du travail - L. 1152-1",
            ["code-de-commerce/l110-1", "code-du-travail/l1152-1"],
        ),
        ("C. com. - L. 110-1 - C. trav.", ["code-de-commerce/l110-1", "code-du-travail"]),
        (
            "CCH, L. 111-2, CSS, L. 111-2",
            ["code-de-la-construction-et-de-lhabitation/l111-2", "code-de-la-securite-sociale/l111-2"],
        ),
        (
            "code de la consommation : art. L. 217-12, du code civil : art. 1641",
            ["code-de-la-consommation/l217-12", "code-civil/1641"],
        ),
        ("l'article 35 bis de l'ordonnance de 1945 relative aux étrangers", ["ordonnance:45-2658/35-bis"]),
        ("l'article 5 de la loi de 1901 relative aux associations", ["loi:1901-07-01/5"]),
        ("la loi de 1905 relative aux retraites, article 2", ["?/2"]),
        ("l'ordonnance de 1945, art. 2 ; la loi de 1965 en son article 9", ["?/2", "?/9"]),
        ("ord. 1945 art. 2 ; décr. 1955 art. 3", ["?/2", "?/3"]),
        ("le décret Hoguet, article 72", ["?/72"]),
        ("art. 1er LPF, art. 5 LRU", ["livre-des-procedures-fiscales/1", "loi:2007-1199/5"]),
        ("Loi n° 2031-57 du 10 juillet 2031\nArticle 9\nArticle 10", ["loi:2031-57", "?/9", "?/10"]),
    ],
)
def test_the_act_that_is_meant_by_what_stands_around(text: str, found: list[str]) -> None:
    assert targets(text) == found


def test_a_list_behind_another_act_that_both_may_have_is_unclear() -> None:
    text = "Le décret n° 2031-71, article 2, et l'article 3"
    assert [reference.act for reference in find_references(text, act="code-civil")] == ["decret:2031-71", None]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("l'article 3, a), b) et c) du CGI", ["3#a", "3#b", "3#c"]),
        ("l'article 3, a) b) et c) du CGI", ["3#a", "3#b", "3#c"]),
        ("l'article 3, 1), 2) et 3) du CGI", ["3#1", "3#2", "3#3"]),
        ("l'article 3, 1°, a) b) et c) du CGI", ["3#1°/a", "3#1°/b", "3#1°/c"]),
        ("l'article 3, I, 1°, a), i) du CGI", ["3#I/1°/a/i"]),
        ("article 3, I. a), b) et c) du CGI", ["3#I/a", "3#I/b", "3#I/c"]),
        ("article 219, I. a ter) et b) du CGI", ["219#I/a ter", "219#I/b"]),
        ("article 197, I, 4, a), b) du CGI", ["197#I/4/a", "197#I/4/b"]),
    ],
)
def test_parts_of_one_kind_stand_beside_each_other(text: str, parts: list[str]) -> None:
    assert targets(text) == [f"{TAXES}/{part}" for part in parts]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'article 4 de la loi de 1905 sur les cultes", ["loi:1905-12-09/4"]),
        ("L'article 29 de la loi de 1881 sur la liberté de réunion", ["?/29"]),
        ("L'article 8 de l'ordonnance de 1945 instituant la sécurité sociale", ["?/8"]),
        ("Contrat, art. 3 ; ibid., art. 5", ["?/3", "?/5"]),
        (
            "art. 1240, C. civ., art. 121-3, C. pén., art. 700, CPC",
            ["code-civil/1240", "code-penal/121-3", "code-de-procedure-civile/700"],
        ),
        ("Art. 15, loi n° 89-462, art. 9, loi n° 86-1290", ["loi:89-462/15", "loi:86-1290/9"]),
        (
            "art. 39 A et B, 44 sexies A du CGI",
            [f"{TAXES}/39-a", f"{TAXES}/39-b", f"{TAXES}/44-sexies-a"],
        ),
        ("Cette convention, article 7. Ce traité, article 8", ["?/7", "?/8"]),
        (
            "Au code pénal, l'article 121-3, au code civil, l'article 1240, sont modifiés",
            ["code-penal", "code-penal/121-3", "code-civil/1240"],
        ),
        (
            "Le code de commerce et le code du travail (respectivement art. L. 441-1 et art. L. 1221-1)",
            ["code-de-commerce", "code-de-commerce/l441-1", "code-du-travail/l1221-1"],
        ),
        (
            "Le code de commerce et le code pénal, articles L. 441-1 et 121-3 respectivement",
            ["code-de-commerce", "code-de-commerce/l441-1", "code-penal/121-3"],
        ),
        (
            "Le code de commerce et le code pénal prévoient, respectivement aux articles L. 441-1 et 121-3, que",
            ["code-de-commerce", "code-penal", "code-de-commerce/l441-1", "code-penal/121-3"],
        ),
        (
            "La loi n° 89-462 et la loi n° 86-1290, respectivement en leurs articles 15 et 9",
            ["loi:89-462", "loi:86-1290", "loi:89-462/15", "loi:86-1290/9"],
        ),
        (
            "Les articles 700 et 475-1, respectivement CPC et CPP",
            ["code-de-procedure-civile/700", "code-de-procedure-penale/475-1"],
        ),
        (
            "Articles 5, 6 et 7, respectivement du code civil, du code pénal et du code de commerce",
            ["code-civil/5", "code-penal/6", "code-de-commerce/7"],
        ),
        (
            "Les articles 4 et 5 respectivement des lois n° 89-462 du 6 juillet 1989 et n° 86-1290 du 23 décembre 1986",
            ["loi:89-462/4", "loi:86-1290/5"],
        ),
    ],
)
def test_acts_in_turn(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize("word", ["tel que modifié", "actuel", "quel qu'il soit"])
def test_a_word_behind_code_that_is_no_title_makes_no_code(word: str) -> None:
    assert [each.act for each in find_references(f"l'article 5 du code {word}", act="code-civil")] == ["code-civil"]


@pytest.mark.parametrize(
    "head",
    [
        "Loi n° 2031-57 du 10 juillet 2031\n\n",
        "Loi n° 2031-57 du 10 juillet 2031 relative aux moulins\n",
        "Loi n° 2031-57 :\n1° L'",
    ],
)
def test_articles_below_the_line_of_a_law_are_not_home(head: str) -> None:
    text = f"{head}article 9 ;\n2° L'article 10" if head[-1] == "'" else f"{head}Article 9\nArticle 10"
    assert {each.act for each in find_references(text, act="code-civil")} <= {"loi:2031-57", None}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("selon l'art. 9, 45 et 60 euros sont dus", ["?/9"]),
        ("article 12 : 15 et 16 mai 2031", ["?/12"]),
        ("art. 7, 30 000 et 40 000 habitants", ["?/7"]),
        ("(art. 5, 45 F et 60 F)", ["?/5"]),
        ("CGI, art. 39, 45 F et 60 F", [f"{TAXES}/39", f"{TAXES}/45-f", f"{TAXES}/60-f"]),
        ("articles 5, 8 F et 9 du CGI", [f"{TAXES}/5", f"{TAXES}/8-f", f"{TAXES}/9"]),
        ("art. 10, 14h30", ["?/10"]),
        ("art. 9, 8 m² et 12 m²", ["?/9"]),
        ("les articles 5 et 6 m de large", ["?/5"]),
        ("articles 5 et 6 m de la loi n° 2031-57", ["loi:2031-57/5", "loi:2031-57/6#m"]),
        ("articles 302 G, 302 H ter du CGI", [f"{TAXES}/302-g", f"{TAXES}/302-h-ter"]),
        ("l'article 11, 5 et 10 % du prix", ["?/11"]),
        ("art. 3 - 45 à 60 €", ["?/3"]),
        ("article L. 121-3, 35 à 39 heures", [f"{HERE}/l121-3"]),
        ("les articles 311, 312 et 5 ans de prison", ["?/311", "?/312"]),
        ("articles 5 et 6 alinéa premier du code civil", ["code-civil/5", "code-civil/6#al1"]),
        ("articles 5 et 6 point 3 du code civil", ["code-civil/5", "code-civil/6#3"]),
        ("article 7, 15 rue du Moulin", ["?/7"]),
        ("les articles 5, 6 et 7 pages 12 et 13", ["?/5", "?/6", "?/7"]),
        ("CSS, art. L. 242-1, 3,5 fois le plafond", ["code-de-la-securite-sociale/l242-1"]),
    ],
)
def test_numbers_that_count_something_are_no_articles(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("C. civ., art. 1240, 2031, p. 12", ["code-civil/1240"]),
        ("(C. civ., art. 1240 et 1241, 2031)", ["code-civil/1240", "code-civil/1241"]),
        ("CPC, art. 700, 2029-2030, comm. 12", ["code-de-procedure-civile/700"]),
        ("C. civ., art. 1984, 1998", ["code-civil/1984", "code-civil/1998"]),
        ("art. 1792, 1998 et 2003 du code civil", ["code-civil/1792", "code-civil/1998", "code-civil/2003"]),
        ("art. 1792, 1998, C. civ.", ["code-civil/1792", "code-civil/1998"]),
    ],
)
def test_years_of_books_are_no_articles(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("articles 1 240 et 1 241 du code civil", ["code-civil/1240", "code-civil/1241"]),
        ("C. civ., art. 1 240 et 1 241", ["code-civil/1240", "code-civil/1241"]),
        ("articles 1 240 à 1 244 du code civil", ["code-civil/1240..1244"]),
        ("articles 1 240 et suivants du code civil", ["code-civil/1240.."]),
        ("art. 1 649 quater B quater du CGI", [f"{TAXES}/1649-quater-b-quater"]),
        ("art. 1 240, al. 2, C. civ.", ["code-civil/1240#al2"]),
        ("l'article 1 240", ["?/1240"]),
        ("article 1 240 mètres", ["?/1"]),
        ("article 12 40 du code civil", ["code-civil/1240"]),
        ("articles 12 40 du code civil", ["code-civil/12", "code-civil/40"]),
        ("l'article 1 457-1° du CGI", [f"{TAXES}/1457#1°"]),
        ("articles 6 7 de la Constitution", ["constitution:1958/6", "constitution:1958/7"]),
    ],
)
def test_thousands_with_a_blank(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'article 7 du code de l'énergie atomique", ["?/7"]),
        ("code de commerce maritime, art. 7", ["?/7"]),
        ("l'article 7 du code du sport automobile", ["?/7"]),
        ("l'article 7 du code des transports routiers", ["?/7"]),
        ("les règles de l'article 7 du code civil contractuelles", ["code-civil/7"]),
        ("l'article 7 du code du travail numérique", ["code-du-travail/7"]),
        ("l'article 7 de l'ordonnance Hoguet", ["?/7"]),
        ("l'article 7 des ordonnances Macron", ["?/7"]),
        ("(ord. Macron, art. 7)", ["?/7"]),
        ("La loi n° 2031-57. L'article 7 de la loi Navet", ["loi:2031-57", "?/7"]),
        ("la directive 2031/57/UE ; l'article 7 de la directive Navets", ["directive-ue:2031/57", "?/7"]),
        ("l'article 7 de la loi Sapin III", ["?/7"]),
        ("loi Sapin 3 art. 7", ["?/7"]),
        ("l'article 7 de la loi Sapin II", ["loi:2016-1691/7"]),
        ("l'article 7 de la loi Badinter sur la peine de mort", ["?/7"]),
        ("l'article 7 de la loi Badinter sur les accidents", ["loi:85-677/7"]),
        ("l'article 7 de la loi Veil sur l'avortement", ["loi:75-17/7"]),
        ("l'article 7 de l'ordonnance de 1945", ["?/7"]),
        (
            "l'ordonnance n° 45-174 du 2 février 1945 ; l'article 7 de l'ordonnance de 1945",
            ["ordonnance:45-174", "ordonnance:45-174/7"],
        ),
        ("l'ordonnance de 1945 relative à l'enfance délinquante", ["ordonnance:45-174"]),
        ("L. 1901, art. 7", ["loi:1901-07-01/7"]),
        ("art. 7, L. 1er juillet 1901", ["loi:1901-07-01/7"]),
        ("loi 1881, art. 29", ["loi:1881-07-29/29"]),
        ("CE art. L. 7", ["?/l7"]),
        ("CE art. 7", ["traite:tce/7"]),
        ("CT Maroc art. 7", ["?/7"]),
        ("code civil Québec, art. 7", ["?/7"]),
        ("C. civ. local, art. 7", ["?/7"]),
        ("C. com. loc., art. 7", ["?/7"]),
        ("loi locale du 15 juin 2031, art. 7", ["loi:2031-06-15/7"]),
        (
            "Pour l'application de l'article L. 141-9 au premier alinéa, les mots",
            [f"{HERE}/l141-9", f"{HERE}/?#al1"],
        ),
        ("CCAG-Trav. art. 7", ["?/7"]),
        ("Le code du travail. L'article Lp. 7 du même code", ["code-du-travail"]),
        ("article Lp. 7-1 du code de l'environnement", []),
        ("Code du travail, art. Lp. 7-1", []),
        ("art. 81 A II, 3 et 83, 3° du CGI", [f"{TAXES}/81-a#II/3", f"{TAXES}/83#3°"]),
    ],
)
def test_names_of_other_acts(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("les articles 3 et 4 des traités de Sablier et de Meule", ["?/3", "?/4"]),
        ("l'article 3 des conventions de Sablier", ["?/3"]),
        ("l'article 3 commun aux conventions de Sablier", ["?/3"]),
        ("l'article 3 des traités européens", ["?/3"]),
        ("il peut conclure sur le fondement de l'article L. 121-3 des conventions avec eux", [f"{HERE}/l121-3"]),
        (
            "d'une part, du code de commerce et, d'autre part, du code pénal, respectivement des articles 5 et 6",
            ["code-de-commerce", "code-penal", "code-de-commerce/5", "code-penal/6"],
        ),
        (
            "d'une part du code de commerce, d'autre part du code pénal, respectivement de l'article 5 et de l'art. 6",
            ["code-de-commerce", "code-penal", "code-de-commerce/5", "code-penal/6"],
        ),
        (
            "des articles 5 et 6, d'autre part, de l'article 7, respectivement du code de commerce et du code pénal",
            ["code-de-commerce/5", "code-de-commerce/6", "code-penal/7"],
        ),
        (
            "le code de commerce et le code pénal, respectivement aux articles 5, 6 et 7",
            ["code-de-commerce", "code-penal", "?/5", "?/6", "?/7"],
        ),
    ],
)
def test_several_acts_with_articles(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "aux articles 2 et 3 des lois n° 31-67 du 5 juillet 2031 et n° 31-46 du 6 juillet 2031",
            ["?/2", "?/3", "loi:31-67", "loi:31-46"],
        ),
        ("l'article 7 des lois n° 83-634, 84-16 et 84-53", ["?/7", "loi:83-634", "loi:84-16", "loi:84-53"]),
        (
            "l'article 4 des décrets du 3 mai 2031 et du 4 juin 2032",
            ["?/4", "decret:2031-05-03", "decret:2032-06-04"],
        ),
        (
            "les articles 5 et 6 des règlements (CE) n° 883/2004 et n° 987/2009",
            ["?/5", "?/6", "reglement-ue:883/2004", "reglement-ue:987/2009"],
        ),
        (
            "Les directives 2003/88/CE et 2006/112/CE, articles 5 et 6",
            ["directive-ue:2003/88", "directive-ue:2006/112", "?/5", "?/6"],
        ),
        (
            "les articles L. 121-1 et L. 121-2 des codes de la consommation et de commerce",
            ["?/l121-1", "?/l121-2", "code-de-la-consommation", "code-de-commerce"],
        ),
        ("les articles 1240 et 121-3 des codes civil et pénal", ["code-civil/1240", "code-penal/121-3"]),
    ],
)
def test_articles_of_several_acts_of_which_it_is_not_said_whose_each_is(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            ("Article L. 441-1", "Code de commerce", "Article L. 112-1", "Code de la consommation"),
            ["code-de-commerce/l441-1", "code-de-la-consommation/l112-1"],
        ),
        (
            ("Code de commerce", "Article L. 441-1", "Code de la consommation", "Article L. 112-1"),
            ["code-de-commerce/l441-1", "code-de-la-consommation/l112-1"],
        ),
        (
            ("- Articles L. 441-1", "- Article L. 441-2", "- Code de commerce", "- Article 121-3", "- Code pénal"),
            ["code-de-commerce/l441-1", "code-de-commerce/l441-2", "code-penal/121-3"],
        ),
        (
            ("Loi n° 89-462 du 6 juillet 1989", "Article 15", "Code de commerce", "Article L. 145-1"),
            ["loi:89-462/15", "code-de-commerce/l145-1"],
        ),
        (
            ("Loi n° 31-67 relative aux moulins", "Article 5", "Article 6, II", "Code pénal", "", "Art. 121-3"),
            ["loi:31-67/5", "loi:31-67/6#II", "code-penal/121-3"],
        ),
        (("Article 121-3", "Code pénal"), ["code-penal/121-3"]),
        (("Code civil", "Article 1240", "Code civil belge", "Article 1382"), ["code-civil/1240", "?/1382"]),
        (("Article 4", "Code de commerce", "Le bailleur est tenu de livrer la chose."), ["code-de-commerce"]),
    ],
)
def test_acts_and_articles_on_lines_of_their_own(lines: tuple[str, ...], found: list[str]) -> None:
    assert targets("\n".join(lines)) == found


@pytest.mark.parametrize(
    "line",
    [
        *("Code civil belge", "Loi belge du 3 juillet 2031", "Code civil du Québec :", "Statuts de la société Moulin"),
        *("Règlement intérieur", "CGV", "Accord du 3 mars 2031", "Convention collective de la meunerie", "Le contrat"),
    ],
)
def test_articles_below_the_line_of_a_text_that_is_not_read_are_not_home(line: str) -> None:
    text = f"{line}\nArticle 5\n- article 6"
    assert [reference.target for reference in find_references(text, act="code-civil")] == ["?/5", "?/6"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "CCH, L. 111-2, L. 111-3, CSS, L. 111-2, L. 111-4, CASF, L. 113-1",
            ["cch/l111-2", "cch/l111-3", "css/l111-2", "css/l111-4", "casf/l113-1"],
        ),
        ("Textes : CGI, art. 4, 5, LPF, art. L. 10, L. 11.", ["cgi/4", "cgi/5", "lpf/l10", "lpf/l11"]),
        ("(CPP, 63-1, 63-2, CPC, 31, 32, C. civ., 9)", ["cpp/63-1", "cpp/63-2", "cpc/31", "cpc/32", "civ/9"]),
        ("CGI, 39, 54 ; LPF, L. 10 ; CCH, L. 111-1", ["cgi/39", "cgi/54", "lpf/l10", "cch/l111-1"]),
        (
            "Articles L. 1, code du travail, L. 2, code de la santé publique, L. 3, code électoral",
            ["code-du-travail/l1", "code-de-la-sante-publique/l2", "code-electoral/l3"],
        ),
        ("L. 111-2 CCH, L. 111-3 CSS", ["cch/l111-2", "css/l111-3"]),
        ("L. 111-2, CCH, L. 111-3, CSS", ["cch/l111-2", "css/l111-3"]),
        ("Code pénal - 121-3 - 121-4 - Code civil - 1240", ["code-penal/121-3", "code-penal/121-4", "civ/1240"]),
        ("C. civ., 9 et 11, LPF, L. 10 et L. 11 B", ["civ/9", "civ/11", "lpf/l10", "lpf/l11-b"]),
        ("Code pénal / 121-3 / Code civil / 1240", ["code-penal/121-3", "civ/1240"]),
        ("Code pénal – 121-3, 121-4 – Code civil – 9", ["code-penal/121-3", "code-penal/121-4", "civ/9"]),
        ("Code civil, article 9, article 11, code pénal, article 121-3", ["civ/9", "civ/11", "code-penal/121-3"]),
        ("CGI, art. 39, 1, LPF, art. L. 10", ["cgi/39#1", "lpf/l10"]),
        ("RGPD, 2016, code civil, 2016", ["reglement-ue:2016/679", "civ"]),
    ],
)
def test_an_act_of_a_list_governs_the_numbers_up_to_the_next_one(text: str, found: list[str]) -> None:
    short = {
        "cch": "code-de-la-construction-et-de-lhabitation",
        "css": "code-de-la-securite-sociale",
        "casf": "code-de-laction-sociale-et-des-familles",
        "cgi": TAXES,
        "lpf": "livre-des-procedures-fiscales",
        "cpp": "code-de-procedure-penale",
        "cpc": "code-de-procedure-civile",
        "civ": "code-civil",
    }
    acts = [each.partition("/") for each in found]
    assert targets(text) == ["".join((short.get(act, act), sign, number)) for act, sign, number in acts]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le code de procédure civile, article 4, article 5, article 6", ["cpc/4", "cpc/5", "cpc/6"]),
        ("la loi n° 31-67 du 5 juillet 2031, article 3, article 5 et article 6", ["l/3", "l/5", "l/6"]),
        ("la loi n° 31-67 du 5 juillet 2031, article 2, l'article 3 et l'article 4", ["l/2", "?/3", "?/4"]),
        ("la loi n° 31-67, article 2, ainsi que l'article 3, l'article 4 et l'article 5", ["l/2", "?/3", "?/4", "?/5"]),
        ("La loi n° 31-67, article 3, modifie l'article 1240 et l'article 1241.", ["l/3", "civ/1240", "civ/1241"]),
    ],
)
def test_articles_that_go_on_from_one_behind_its_act_are_not_home(text: str, found: list[str]) -> None:
    short = {"cpc": "code-de-procedure-civile", "l": "loi:31-67", "civ": "code-civil", "?": "?"}
    expected = [f"{short[act]}/{number}" for act, number in (each.split("/") for each in found)]
    assert [reference.target for reference in find_references(text, act="code-civil")] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("idem : art. 5", ["?/5"]),
        ("Idem pour l'article 5.", ["?/5"]),
        ("ibid. | article 5", ["?/5"]),
        ("article 5\t〃", ["?/5"]),
        ("Code de procédure civile, art. 4 ; idem : art. 5", ["cpc/4", "cpc/5"]),
        ("Code de procédure civile, art. 4. Idem pour l'art. 5.", ["cpc/4", "cpc/5"]),
        ("Code de procédure civile\tarticle 4\nibid.\tarticle 5\n〃\tarticle 6", ["cpc/4", "cpc/5", "cpc/6"]),
        ("article 4 | Code de procédure civile\narticle 5 | idem\narticle 6 | id.", ["cpc/4", "cpc/5", "cpc/6"]),
        ("| Code de procédure civile | article 4 |\n| idem | article 5 |", ["cpc/4", "cpc/5"]),
        ("article 4 | Code de procédure civile\narticle 5 | Code pénal", ["cpc/4", "code-penal/5"]),
        ("L'article 5 prévoit un délai, idem pour l'article 6.", ["code-civil/5", "code-civil/6"]),
    ],
)
def test_what_is_said_again_is_of_the_act_before(text: str, found: list[str]) -> None:
    acts = [each.replace("cpc", "code-de-procedure-civile") for each in found]
    assert [reference.target for reference in find_references(text, act="code-civil")] == acts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dahir marocain du 12 août 2031, article 5 puis l'article 6 du même code", ["?/5", "?/6"]),
        ("Le dahir du 12 août 2031, article 5, puis l'article 6 du même dahir", ["?/5", "?/6"]),
        ("Dahir du 12 août 2031\nArticle 5\nArticle 6", ["?/5", "?/6"]),
        ("Le code civil algérien prévoit une règle. L'article 124 de ce code, puis l'article 125.", ["?/124", "?/125"]),
        ("La loi belge du 3 juillet 2031 renvoie à l'article 1240 du code civil français.", ["code-civil/1240"]),
        ("La loi belge du 3 juillet 2031 et l'article 1240 du code civil", ["code-civil/1240"]),
    ],
)
def test_codes_of_other_countries_and_those_of_france_beside_them(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-civil")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1) celle de l'art. L.1234-9 ; 2) notre accord ; 3) le repos de l'article L. 3131-1", ["l1234-9", "l3131-1"]),
        ("celle de l'article L. 3121-1 ; 2) le repos dure", ["l3121-1"]),
        ("1) l'article 12 de la loi n° 2031-7 ; 2) l'article L. 3131-1", ["loi:2031-7/12", "l3131-1"]),
        ("la loi n° 2031-7, 2) le repos", ["loi:2031-7"]),
        ("les tours (art. L. 3121-1 ; 3) sont réduits", ["l3121-1", "l3121-3"]),
        ("le carillon (art. 1240 ; 1241 C. civ.)", ["code-civil/1240", "code-civil/1241"]),
    ],
)
def test_the_mark_of_the_next_point_is_no_member_of_a_list(text: str, found: list[str]) -> None:
    acts = [each if ":" in each or "/" in each else f"code-du-travail/{each}" for each in found]
    assert [reference.target for reference in find_references(text, act="code-du-travail")] == acts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vu le règlement (UE) 2031/7, le règlement général de la halle et ses articles 3 et 4", ["eu", "?/3", "?/4"]),
        ("Vu le règlement (UE) 2031/7 et le règlement intérieur ; l'article 4 dudit règlement", ["eu", "?/4"]),
        ("Vu le règlement (UE) 2031/7, l'article 4 dudit règlement général", ["eu", "?/4"]),
        ("Vu le règlement (UE) 2031/7, l'article 4 de ce règlement et son article 5", ["eu", "eu/4", "eu/5"]),
        ("l'article 4 du règlement de copropriété, l'article 5 du règlement (UE) 2031/7, l'article 6 de ce règlement",
         ["?/4", "eu/5", "eu/6"]),
        ("Le RGPD est le règlement général sur la protection des données, dont l'article 4 de ce règlement général",
         ["rgpd", "rgpd", "rgpd/4"]),
    ],
)  # fmt: skip
def test_rules_that_are_no_regulation_of_the_union(text: str, found: list[str]) -> None:
    acts = [each.replace("eu", "reglement-ue:2031/7").replace("rgpd", "reglement-ue:2016/679") for each in found]
    assert targets(text) == acts


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("les articles UB 10 et UB 11 de ce règlement", ["ub-10", "ub-11"]),
        ("les articles UA 3, UA 6 et UB 11 du PLU", ["ua-3", "ua-6", "ub-11"]),
        ("les articles UA 3, 6 et 11 du règlement de la zone UA et l'article N 2 du PLU", ["ua-3", "6", "11", "n-2"]),
        ("les articles UA 3 et N 4 du plan et L. 151-1 du code de l'urbanisme", ["ua-3", "n-4", "l151-1"]),
        ("articles 3 et UB 4", ["3"]),
        ("art. 61-1 C. et art. 23-2 de la loi n° 2031-4", ["61-1", "23-2"]),
        ("Vu l'article 34 C. ; l'art. 37 CPC", ["34", "37"]),
        ("art. 199 decies H. Le moulin", ["199-decies-h"]),
        ("art. 244 quater C. et 1382 C. civ.", ["244-quater-c", "1382"]),
    ],
)
def test_numbers_of_plans_and_numbers_before_a_point(text: str, numbers: list[str]) -> None:
    assert [reference.article for reference in find_references(text)] == numbers


@pytest.mark.parametrize(
    "text",
    ["Règl. intérieur de la halle (RIN), art. 21", "Règl. copr., art. 21", "la charte des meuniers (CHM), art. 21"],
)
def test_rules_that_head_an_article_with_their_initials(text: str) -> None:
    (reference,) = find_references(text, act="code-civil")
    assert reference.target == "?/21"


def test_an_act_by_one_letter_is_not_the_one_that_speaks() -> None:
    found = find_references("V. art. 61-1 C. et art. 37 C. ; il faut lire l'article 9.", act="ordonnance:2031-44")
    assert [reference.target for reference in found] == ["?/61-1", "?/37", "ordonnance:2031-44/9"]


def test_a_short_word_before_a_number_is_that_of_an_article_and_not_of_a_title() -> None:
    found = find_references("art. 61-1 C. et art. 23-2 de la loi n° 2031-4")
    assert [reference.act for reference in found] == [None, "loi:2031-4"]


@pytest.mark.parametrize(
    ("text", "divisions"),
    [
        ("Vu le code du sport, notamment le titre V de son livre II ;", ["livre.ii/titre.v"]),
        ("le code du sport et la section 2 du chapitre III de son titre Ier", ["titre.i/chapitre.iii/section.2"]),
        ("Vu le code du sport, notamment les chapitres Ier et II du titre II de son livre VI",
         ["livre.vi/titre.ii/chapitre.i", "livre.vi/titre.ii/chapitre.ii"]),
        ("Le code du sport, en son livre II, titre III, dispose", ["livre.ii/titre.iii"]),
        ("Le titre Ier du livre II du code du sport et les chapitres II et III de ce titre",
         ["livre.ii/titre.i", "livre.ii/titre.i/chapitre.ii", "livre.ii/titre.i/chapitre.iii"]),
        ("Le chapitre II du titre Ier du code du sport. La section 3 de ce chapitre joue.",
         ["titre.i/chapitre.ii", "titre.i/chapitre.ii/section.3"]),
    ],
)  # fmt: skip
def test_divisions_of_a_division_that_is_called_its_own(text: str, divisions: list[str]) -> None:
    found = find_references(text, act=HERE)
    assert [reference.act for reference in found] == ["code-du-sport"] * len(found)
    assert [reference.division for reference in found if reference.division] == divisions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("selon l'article 150 U du CGI, II-1°, la vente", ["150-u#II/1°"]),
        ("l'article 150 U du code général des impôts, II, 1°, exonère", ["150-u#II/1°"]),
        ("les articles 39 et 40 du CGI, I, 2° et l'article 44 du CGI", ["39", "40#I/2°", "44"]),
        ("l'article 39 du CGI, I et II, change", ["39"]),
        ("art. 39, al. dernier, du CGI et 40, al. second, du CGI", ["39#al-1", "40#al2"]),
    ],
)
def test_parts_behind_the_act_and_ranks_behind_their_noun(text: str, found: list[str]) -> None:
    assert targets(text) == [f"{TAXES}/{each}" for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le partage : art. 815 à 815-18 et art. 1359 et s. CPC.", ["?/815..815-18", "cpc/1359.."]),
        ("art. 54 à 57 et art. 12 CPC", ["cpc/54..57", "cpc/12"]),
        ("Art. 804 C. civ. et 4 CPC. Le partage (art. 815 à 815-18) dure.", ["civ/804", "cpc/4", "civ/815..815-18"]),
        ("articles 815 à 815-18 et de l'article 840 du code civil", ["civ/815..815-18", "civ/840"]),
    ],
)
def test_a_range_that_the_act_behind_another_article_lacks(text: str, found: list[str]) -> None:
    acts = [each.replace("cpc", "code-de-procedure-civile").replace("civ/", "code-civil/") for each in found]
    assert [reference.target for reference in find_references(text)] == acts


@pytest.mark.parametrize("act", [None, "code-du-travail"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'article 1219 du code civil. Le bail (pièce n° 3, art. 4 et 5) le dit.", ["civ/1219", "?/4", "?/5"]),
        ("L'article 1219 du code civil. La pièce adverse n° 12, article 7, aussi.", ["civ/1219", "?/7"]),
        ("Les articles 9 CPC et 1219 C. civ. Il paiera 500 € (article 700).", ["cpc/9", "civ/1219", "cpc/700"]),
        ("L'article 1219 du code civil. Il paiera 500 euros au titre de l'article 700.", ["civ/1219", "?/700"]),
        ("L'article 637 du code civil définit la servitude. L'article 700 la divise.", ["civ/637", "civ/700"]),
        ("La loi n° 31-7 du 9 mai 2031 suit le décret n° 30-22 : son article 4 reprend l'article 12 de celui-ci.",
         ["loi:31-7", "decret:30-22", "loi:31-7/4", "decret:30-22/12"]),
    ],
)  # fmt: skip
def test_articles_of_exhibits_of_costs_and_of_the_former_of_two(text: str, found: list[str], act: str | None) -> None:
    acts = [each.replace("cpc/", "code-de-procedure-civile/").replace("civ/", "code-civil/") for each in found]
    assert [reference.target for reference in find_references(text, act=act)] == acts


@pytest.mark.parametrize("opening", ["L'", "Enfin, l'", "Par ailleurs, l'", "En outre l'"])
def test_articles_of_a_bill_behind_an_adverb(opening: str) -> None:
    text = (
        f"La loi n° 89-462 du 6 juillet 1989 dit. La présente proposition de loi suit. {opening}article 4 crée un jour."
    )
    assert [reference.target for reference in find_references(text)][-1] == "?/4"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("du premier alinéa du I, du 2° du II et du premier alinéa du III de l'article L. 7-2",
         ["I/al1", "II/2°", "III/al1"]),
        ("des 1° et 2° du I, du 3° du II et du a du IV de l'article L. 7-2", ["I/1°", "I/2°", "II/3°", "IV/a"]),
        ("aux 2° du I et 3° du II bis de l'article L. 7-2", ["I/2°", "II bis/3°"]),
        ("des 1° du I, 2° du II et 3° du III de l'article L. 7-2", ["I/1°", "II/2°", "III/3°"]),
        ("aux a du 1° du I et b du 2° du II de l'article L. 7-2", ["I/1°/a", "II/2°/b"]),
        ("le 2° du I et 3 du II de l'article L. 7-2", ["I/2°", "II/3"]),
        ("au premier alinéa du I, au 2° du II et au III de l'article L. 7-2", ["I/al1", "II/2°", "III"]),
        ("la troupe (article L. 7-2 du code du sport, 3° bis)", ["3° bis"]),
    ],
)  # fmt: skip
def test_parts_that_each_say_in_what_they_stand(text: str, parts: list[str]) -> None:
    found = find_references(text, act="code-du-sport")
    assert [(reference.article, reference.locator) for reference in found] == [("l7-2", part) for part in parts]


@pytest.mark.parametrize("act", [None, "code-du-travail"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le code civil. Le règlement Rome II (Règl. (CE) n° 864/2007, 11 juill. 2007), dont l'article 4",
         ["code-civil", "reglement-ue:864/2007", "reglement-ue:864/2007/4"]),
        ("Le code civil. Le RGPD (Règl. (UE) 2016/679, 27 avr. 2016), dont l'article 2",
         ["code-civil", "reglement-ue:2016/679", "reglement-ue:2016/679/2"]),
        ("Vu la loi n° 31-7 ;\nVu le décret n° 30-17 du 3 août 2030 modifié, en particulier les articles 3 et 4 ;",
         ["loi:31-7", "decret:30-17", "decret:30-17/3", "decret:30-17/4"]),
        ("Vu la loi n° 31-7 du 9 mai 2031 modifiée sur les moulins, notamment l'article 3", ["loi:31-7", "loi:31-7/3"]),
        ("La loi n° 31-7 est abrogée, à l'exception de l'article 5, du II de l'article 6 et de l'article 8.",
         ["loi:31-7", "loi:31-7/5", "loi:31-7/6#II", "loi:31-7/8"]),
        ("La loi n° 31-7 sur les moulins demeure applicable, hormis l'article 5.", ["loi:31-7", "loi:31-7/5"]),
        ("l'article 1er de la convention de partage du 3 mai 2031 et l'article 4 de ladite convention", ["?/1", "?/4"]),
    ],
)  # fmt: skip
def test_an_act_with_a_bracket_or_a_change_behind_it(text: str, found: list[str], act: str | None) -> None:
    assert [reference.target for reference in find_references(text, act=act)] == found


def test_protocols_by_their_initials() -> None:
    rome = "a-la-convention-europeenne-des-droits-de-lhomme"
    found = find_references("art. 6 CEDH, 1er P1-CEDH, 2 P4 CEDH et l'art. 1 P12 Conv. EDH", act="code-penal")
    assert [reference.target for reference in found] == [
        "traite:convention-europeenne-des-droits-de-lhomme/6",
        *(f"traite:protocole-{number}-{rome}/{article}" for number, article in ((1, 1), (4, 2), (12, 1))),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("art. 7 conv. coll. 2031", ["?/7"]),
        ("art. 7 conv. franco-lunaire du 9 sept. 2031", ["?/7"]),
        ("art. 4 protocole d'accord 12/05/2031", ["?/4"]),
        ("art. 12 Règlt général du moulin", ["?/12"]),
        ("art. 21 ord. de 1945", ["?/21"]),
        ("art. 5 instr. min.", ["?/5"]),
        ("art. 3 circ. 12 août 2031", ["circulaire:2031-08-12/3"]),
        ("art. 6 décision d'exécution (UE) 2031/55", ["decision-ue:2031/55/6"]),
        ("art. 17 pacte de Meunerie", ["?/17"]),
        ("art. 7 Livre proc. fisc.", ["livre-des-procedures-fiscales/7"]),
        ("art. 3 const. belge", ["?/3"]),
        ("art. 4 C158 OIT", ["?/4"]),
        ("dir. meunerie, art. 7", ["?/7"]),
        ("const. art. 34", ["constitution:1958/34"]),
        ("Constitution 27/10/1946 art. 28", ["constitution:1946/28"]),
        ("DIR 2031/55/UE ART 6", ["directive-ue:2031/55/6"]),
        ("ARR 4 MAI 2031 ART 6", ["arrete:2031-05-04/6"]),
        ("décret n° 2031/1392 art.2", ["decret:2031-1392/2"]),
        ("art. 3 L. 2031-12 / art. 4 D. 2031-77", ["loi:2031-12/3", "decret:2031-77/4"]),
        ("(art. 3) loi 2031-12, (art. 4) décret 2031-77", ["loi:2031-12/3", "decret:2031-77/4"]),
        ("art. 12/13 anc. C. civ.", ["code-civil/12", "code-civil/13"]),
        ("C. civ. (5, 7), C. pén. (8)", ["code-civil", "code-penal"]),
        ('loi 2031-18 "moulins" (art. 9)', ["loi:2031-18/9"]),
        ("art. 9 décret meunerie", ["?/9"]),
        ("art. 9 norme MEUNERIE", ["?/9"]),
        ("l'article 9 arrêté conjointement par les meuniers", ["loi:2031-99/9"]),
        ("l'article 9 norme le moulin", ["loi:2031-99/9"]),
        ("art. 5, livre III du code du sport", ["code-du-sport/5"]),
        ("art. 5, tit. II, L. n° 2031-12", ["loi:2031-12/5"]),
        ("art. 5 (titre II de la loi n° 2031-12)", ["loi:2031-12/5"]),
        ("art. 5, conv. coll. 2031", ["?/5"]),
        ("art. 5 (dir. meunerie)", ["?/5"]),
        ("C. trav., art. L. 1221-1, conv. coll. 2031, art. 5", ["code-du-travail/l1221-1", "?/5"]),
        ("L'art. 433-5 du #CodeDuMoulin punit le meunier", ["?/433-5"]),
        ("art 5 du #RGPD", ["reglement-ue:2016/679/5"]),
        ("le délai (article 5) de la loi n° 2031-12 court", ["?/5", "loi:2031-12"]),
        (
            "l'article 5, tel qu'interprété à la lumière de la directive 2031/14/UE, du code du sport",
            ["code-du-sport/5", "directive-ue:2031/14"],
        ),
        (
            "l'article 5, tel qu'éclairé par les travaux de la loi n° 2031-13, de la loi n° 2031-12",
            ["loi:2031-12/5", "loi:2031-13"],
        ),
        ("L'article 5 instruit le meunier", ["loi:2031-99/5"]),
        ("l'article 5 note 3", ["loi:2031-99/5"]),
    ],
)
def test_acts_directly_behind_and_before_numbers(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="loi:2031-99")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("art. 5 contrat de meunerie", ["?/5"]),
        ("d'après art 5 charte du meunier c'est interdit", ["?/5"]),
        ("art. 5, CCAG Travaux", ["?/5"]),
        ("art. 5 (CCAG Travaux)", ["?/5"]),
        ("CCAG Travaux art. 5", ["?/5"]),
        ("art. 5 - accord du 3 mai 2031", ["?/5"]),
        ("l'article 5, alinéa 2, du bail", ["?/5#al2"]),
        ("l'article 5, précité, du contrat de meunerie", ["?/5"]),
        ("l'article 5, relatif au moulin, du CCAG Travaux", ["?/5"]),
        ("en vertu du contrat de meunerie, en son article 5", ["?/5"]),
        ("voir contrat de meunerie art 5", ["?/5"]),
        (
            "en vertu de la CEDH, en son article 6",
            [
                "traite:convention-europeenne-des-droits-de-lhomme",
                "traite:convention-europeenne-des-droits-de-lhomme/6",
            ],
        ),
        ("« article 5 » de l'arrêté du 4 mai 2031", ["arrete:2031-05-04/5"]),
        ("art. 5 s. arrêté du 4 mai 2031", ["arrete:2031-05-04/5.."]),
        ("Selon la loi n° 2031-12, à l'article 5, le moulin tourne", ["loi:2031-12", "loi:2031-12/5"]),
        ("La loi n° 2031-12, à l'article 5, prévoit le moulin", ["loi:2031-12", "loi:2031-12/5"]),
        ("Texte : loi n° 2031-12\nArticle : 5", ["loi:2031-12", "loi:2031-12/5"]),
        ("Article : L. 123-4\nTexte : code de commerce", ["code-de-commerce/l123-4", "code-de-commerce"]),
        ("Article : L. 123-4\nTexte : code xyz", ["?/l123-4"]),
        ("Article : 9\nTexte : code pénal\nDate : 2031", ["code-penal/9", "code-penal"]),
        ("ARTICLES : 9 et 16 ; TEXTE : code pénal", ["code-penal/9", "code-penal/16", "code-penal"]),
        ("Article : 9 ; Texte : code du moulin", ["?/9"]),
        ("Article : 9\nTexte du contrat", []),
        ("l'article l. 123-4-2° du code de commerce", ["code-de-commerce/l123-4#2°"]),
        ("art. l. 123-4/l. 123-6 C. com.", ["code-de-commerce/l123-4", "code-de-commerce/l123-6"]),
        ("l'article L. 123-4 du cod. com.", ["code-de-commerce/l123-4"]),
        ("en vertu du cgct (article L. 2121-29)", ["code-general-des-collectivites-territoriales/l2121-29"]),
        ("art. 5\tloi n° 2031-12", ["?/5", "loi:2031-12"]),
        ("l'article 5 : moulins (loi n° 2031-12)", ["?/5", "loi:2031-12"]),
        ("l'article 7 et surtout l'article 8 de la loi n° 2031-12", ["loi:2031-12/7", "loi:2031-12/8"]),
        ("l'article 7 joint à l'article 8 de la loi n° 2031-12", ["loi:2031-12/7", "loi:2031-12/8"]),
        ("l'article 7 [anciennement 6] de la loi n° 2031-12", ["loi:2031-12/7", "loi:2031-12/6"]),
        (
            "l'article 7, devenu, depuis l'ordonnance n° 2031-13, l'article 8, de la loi n° 2031-12",
            ["loi:2031-12/7", "ordonnance:2031-13", "loi:2031-12/8"],
        ),
        ("l'article 5, modifié par la loi n° 2031-12, des statuts", ["?/5", "loi:2031-12"]),
        (
            "l'article 5 issu de l'article 3 de la loi n° 2031-13 de la loi n° 2031-12",
            ["loi:2031-12/5", "loi:2031-13/3"],
        ),
        (
            "l'article 5, en son alinéa 2 issu de l'article L. 131-4 du code de commerce, de la loi n° 2031-12",
            ["loi:2031-12/5#al2", "code-de-commerce/l131-4"],
        ),
        ("Règlement d'exéc. (UE) 2031/2447 art. 70", ["reglement-ue:2031/2447/70"]),
        ("soit l'article 7, soit l'article 8 de la loi n° 2031-12", ["loi:2031-12/7", "loi:2031-12/8"]),
        ("l'article 7, soit l'article 8 de la loi n° 2031-12", ["loi:2031-99/7", "loi:2031-12/8"]),
        ("l'article numéro 9 de la loi n° 2031-12", ["loi:2031-12/9"]),
        ("l'article 9 est-il de la loi n° 2031-12 ?", ["?/9", "loi:2031-12"]),
        ("loi n° 2031-12 : que dit l'article 9 ?", ["loi:2031-12", "loi:2031-12/9"]),
        ("en vertu de l'article 9, du bail et de l'usage", ["loi:2031-99/9"]),
        ("L'article 9, de l'avis du meunier, ne dit rien", ["loi:2031-99/9"]),
        ("art. L. 7-2, C. meunerie", ["?/l7-2"]),
        ("art. L. 7-2 (C. meun. eau)", ["?/l7-2"]),
        ("art. L. 7-2 code xyz", ["?/l7-2"]),
        ("code de commerce ; art. L. 225-38", ["code-de-commerce/l225-38"]),
        ("l'article 5, alinéa 2, du moulin", ["loi:2031-99/5#al2"]),
        ("l'article 5 (moulins), puis l'article 7", ["loi:2031-99/5", "loi:2031-99/7"]),
    ],
)
def test_texts_named_around_numbers(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="loi:2031-99")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Article 1240 Du Code Civil : Tout Savoir", ["code-civil/1240"]),
        ("Articles 1240 Et 1241 Du Code Civil", ["code-civil/1240", "code-civil/1241"]),
        ("Article 1240 Alinéa 2 Du Code Civil", ["code-civil/1240#al2"]),
        ("Selon L'Article 22 De La Loi Du 6 Juillet 1989", ["loi:1989-07-06/22"]),
        ("Article 3 Bis De L'Ordonnance n° 45-2658 Du 2 Novembre 1945", ["ordonnance:45-2658/3-bis"]),
        ("Article 8 Du Règlement (UE) 2016/679", ["reglement-ue:2016/679/8"]),
        ("Article 66 De La Constitution", ["constitution:1958/66"]),
        ("Article 9 Du CPC", ["code-de-procedure-civile/9"]),
        ("Titre 2 Du Code", []),
    ],
)
def test_titles_in_which_every_word_has_a_capital(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    "opening",
    ["Le meunier moud", "L'exploitant moud", "Il est créé un conseil", "Si le vent tombe", "Du prix", "De la durée"],
)
def test_an_article_whose_text_goes_on_in_its_line_is_one_of_the_text(opening: str) -> None:
    text = f"Le tiers est tenu par l'article 1240 du code civil.\n\nArticle 5 {opening}."
    assert targets(text) == ["code-civil/1240"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("C. consom. - L. 212-1 - L. 212-2 - L. 212-3.",
         ["code-de-la-consommation/l212-1", "code-de-la-consommation/l212-2", "code-de-la-consommation/l212-3"]),
        ("art. L. 121-1 - R. 121-1 C. com.", ["code-de-commerce/l121-1", "code-de-commerce/r121-1"]),
        ("art. L. 121-1 - L. 121-4 C. com.", ["code-de-commerce/l121-1..l121-4"]),
        ("c. conso art l217-3 a l217-5", ["code-de-la-consommation/l217-3..l217-5"]),
        ("C. com., art. L. 225-1, A, 2", ["code-de-commerce/l225-1#A/2"]),
        ("art. 1er, A, 2, de la loi n° 2030-12", ["loi:2030-12/1#A/2"]),
        ("articles 4 A, 5 et 6 de la loi n° 2030-12", ["loi:2030-12/4-a", "loi:2030-12/5", "loi:2030-12/6"]),
        ("CGI, art. 39, 5, 206, 1 bis, 209, I, et 219, I-a.",
         [f"{TAXES}/39#5", f"{TAXES}/206#1 bis", f"{TAXES}/209#I", f"{TAXES}/219#I/a"]),
        ("v. art. 1112-1 C. civ. (information), 1137 (dol), 1143 (violence)",
         ["code-civil/1112-1", "code-civil/1137", "code-civil/1143"]),
        ("art 313-1 du code pénal + 441-1", ["code-penal/313-1", "code-penal/441-1"]),
        ("Clause pénale, 1231-5 (C. civ.)", ["code-civil/1231-5"]),
        ("réprimé par 222-13 al.1, 222-44 c.pén.", ["code-penal/222-13#al1", "code-penal/222-44"]),
        ("l.64 du lpf", ["livre-des-procedures-fiscales/l64"]),
        ("Code civil\t1240\nCode de commerce\tL. 225-251", ["code-civil/1240", "code-de-commerce/l225-251"]),
        ("Code civil\t2004\tla roue", ["code-civil"]),
        ("Remplacer la référence :\nL. 311-1\npar les références :\nL. 311-1 et L. 311-2",
         [f"{HERE}/l311-1", f"{HERE}/l311-1", f"{HERE}/l311-2"]),
        ("Votre facture réf. L. 311-1", []),
    ],
)  # fmt: skip
def test_lists_as_they_are_typed(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'article 4 du chapitre 2 le dit", ["?/4", "?:chapitre.2"]),
        ("articles 4 et 5, section 3, et le chapitre 2",
         ["?/4", "?/5", "?:section.3", "code-du-travail:chapitre.2"]),
        ("l'article L. 1234-9 du chapitre 4", ["code-du-travail/l1234-9", "code-du-travail:chapitre.4"]),
        ("le 1° de l'article L. 2 du CCP pour les marchés et 1° de l'article L. 3 du CCP",
         ["code-de-la-commande-publique/l2#1°", "code-de-la-commande-publique/l3#1°"]),
    ],
)  # fmt: skip
def test_divisions_and_points_beside_articles(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-du-travail")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Article 11 (art. 4 du code pénal) - But de la roue", ["code-penal/4"]),
        ("Article 12\n(art. L. 4 du code du sport)\nLe vent", ["code-du-sport/l4"]),
        ("Article 1er (titre XXV [nouveau] du code pénal) : De la roue", ["code-penal:titre.xxv"]),
        ("l'intitulé du titre XXV nouveau du livre IV du code pénal", ["code-penal:livre.iv/titre.xxv"]),
        ("La commission des lois a supprimé l'article 25, adopté par l'Assemblée nationale.", ["?/25"]),
        ("Le Sénat a rétabli l'article 25 et adopté l'article 26 sans modification.", ["?/25", "?/26"]),
        ("L'article 6 a été inséré par votre commission.", ["?/6"]),
        ("Selon l'article 25, la commission statue.", ["code-civil/25"]),
        ("La commission de surveillance a appliqué l'article 25.", ["code-civil/25"]),
    ],
)
def test_reports_on_bills(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-civil")] == found


@pytest.mark.parametrize("opening", ["Au cœur de", "Au sein de", "Dans", "Parmi les dispositions de", "Au titre de"])
def test_an_act_that_opens_the_sentence_by_a_pronoun_leads_on(opening: str) -> None:
    text = f"La loi n° 2031-12 règle le bail. {opening} cette loi, l'article 22 en est un."
    found = [reference.target for reference in find_references(text, act="code-civil")]
    assert found[-1] == "loi:2031-12/22"
    assert "code-civil/22" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Le décret d'application de la loi n° 2031-12, en son article 5, précise le vent.",
        "Le décret pris pour l'application de la loi n° 2031-12, en son article 5, précise le vent.",
        "L'arrêté pris en application du décret n° 2031-12 prévoit, à l'article 5, que le vent souffle.",
        "La circulaire relative à la loi n° 2031-12 indique, en son article 5, que le vent souffle.",
        "L'ordonnance portant réforme du code pénal, dans son article 5, le dit.",
        "Le contrat, régi par le code pénal, stipule à l'article 5 que le vent souffle.",
        "Le bail soumis à la loi n° 2031-12 prévoit, en son article 5, que le vent souffle.",
    ],
)
def test_a_text_that_is_not_read_is_the_one_whose_article_is_meant(text: str) -> None:
    found = find_references(text, act="code-civil")
    assert [reference.target for reference in found if reference.article is not None] == ["?/5"]


def test_divisions_of_a_text_that_calls_itself_another_act_are_not_of_the_act_that_speaks() -> None:
    text = "Article 1er\nL'annexe I est remplacée par l'annexe du présent arrêté. Le titre II est abrogé."
    found = find_references(text, act="code-de-la-route")
    assert [reference.target for reference in found if reference.division in {"annexe.i", "titre.ii"}] == [
        "?:annexe.i",
        "?:titre.ii",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a noun phrase with a date or a number that opens its clause names a text, which no table has
        ("sénatus-consulte du 14 mars 1865, art. 5", ["?/5"]),
        ("Déclaration du roi du 3 mai 1700, art. 12", ["?/12"]),
        ("Sentence du 3 mai 2031, art. 5", ["?/5"]),
        ("marché n° 12, art. 5", ["?/5"]),
        ("Testament du 3 mai 2031 (art. 5)", ["?/5"]),
        ("Séance du 3 mai 2031, art. 12", ["code-civil/12"]),
        ("Rédaction de 1804, art. 12", ["code-civil/12"]),
        ("Naissance du 3 mai 2031, article 371-1", ["code-civil/371-1"]),
        ("Licenciement du 3 mai 2031, art. 9", ["code-civil/9"]),
        ("Ukase du 3 mai 2031, art. 9", ["?/9"]),
        (
            "Le bail (art. 1709) et le contrat (art. 1101) ; pacte civil, art. 515-1",
            ["code-civil/1709", "code-civil/1101", "code-civil/515-1"],
        ),
        ("Le bail (art. 9), la loi sur la vente (art. 1641) et le contrat, art. 12", ["?/9", "?/1641", "?/12"]),
        ("On lit le 9 du code pénal ; Le 3 du code civil vaut.", ["code-penal", "code-civil/3"]),
        ("l'article R. 421-1 du code de l'urba", ["code-de-lurbanisme/r421-1"]),
        ("Le projet Navet (art. 97), l'avant-projet Rotor, art. 1152", ["?/97", "?/1152"]),
        ("Le projet d'ordonnance (article 1170), la proposition de loi, art. 5", ["?/1170", "?/5"]),
        (
            "Le projet parental (art. 311-20), le projet de loi (art. 1240 C. civ.)",
            ["code-civil/311-20", "code-civil/1240"],
        ),
        ("Fiche n° 5 (art. 12)", ["code-civil/12"]),
        ("Il est né le 3 mai 2031, art. 12.", ["code-civil/12"]),
        ("Selon l'édit de Navet, art. 6, la paix règne.", ["?/6"]),
        ("Voir la coutume de Navet, art. 40", ["?/40"]),
        ("Bulle Rota molae, art. 5 ; police d'assurance, art. 6", ["?/5", "?/6"]),
        ("La coutume, art. 12", ["code-civil/12"]),
        ("Le domicile, art. 12 ; la bonne foi, art. 6", ["code-civil/12", "code-civil/6"]),
        ("Le PLU interdit, à l'article 6, les moulins.", ["?/6"]),
        ("Le marché prévoit, à l'article 6, un délai.", ["?/6"]),
        ("Le juge dispose, à l'article 6, d'un délai.", ["code-civil/6"]),
        # a noun or a name behind the number
        ("art. 5 décret", ["?/5"]),
        ("art. 5 loi ; art. 6 convention ; art. 12 charte", ["?/5", "?/6", "?/12"]),
        ("art. 5 Varsovie ; Syntec, art. 6 ; (Schengen, art. 12)", ["?/5", "?/6", "?/12"]),
        ("art. 5 Nationalité ; art. 12 mariage", ["code-civil/5", "code-civil/12"]),
        ("livre des procédures, art. L. 57", ["?/l57"]),
        ("l'article L. 57 du livre de procédure fiscale", ["livre-des-procedures-fiscales/l57"]),
        ("Code de commerce annoté, sous art. L. 110-4", ["code-de-commerce/l110-4"]),
        # initials behind a small number may be those of a party to its text
        ("art. 5 PACS ; art. 12 SCI Les Lilas", ["?/5", "?/12"]),
        ("L'article 12 PACS : les partenaires ; art. 1832 SCI", ["code-civil/12", "code-civil/1832"]),
        ("cctp, art. 5 ; art. 12 cgv ; plu art. 6", ["?/5", "?/12", "?/6"]),
        ("C. p., art. 5", ["?/5"]),
        ("C., art. 5", ["?/5"]),
        # codes in other languages
        ("Codice penale, art. 5 ; art. 6 codice civile", ["?/5", "?/6"]),
        ("Código civil, art. 12 ; Codigo penal art. 5", ["?/12", "?/5"]),
        ("Burgerlijk Wetboek, art. 12 ; Obligationenrecht, art. 40", ["?/12", "?/40"]),
    ],
)
def test_names_of_texts_that_no_table_has_never_leave_their_articles_to_the_act(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-civil")] == found


RIGHTS = "a-la-convention-europeenne-des-droits-de-lhomme"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Constitutions in short, with their dates
        ("Const. 22 frim. an VIII, art. 75", ["constitution:1799/75"]),
        ("Const. 1848, art. 5 ; art. 6 Const. an III", ["constitution:1848/5", "constitution:1795/6"]),
        ("Const. 3 sept. 1791, art. 12", ["constitution:1791/12"]),
        ("Const. 1791, tit. III, art. 5", ["constitution:1791:titre.iii", "constitution:1791/5"]),
        ("Const., art. 34 ; art. 61 Const., 12 nov. 2020", ["constitution:1958/34", "constitution:1958/61"]),
        # protocols of human rights before an article that is said to be of the Convention
        ("P1, art. 1 (CEDH)", [f"traite:protocole-1-{RIGHTS}/1"]),
        ("CEDH, P7, art. 4", [f"traite:protocole-7-{RIGHTS}/4"]),
        ("Prot. n° 4, art. 2 CEDH", [f"traite:protocole-4-{RIGHTS}", f"traite:protocole-4-{RIGHTS}/2"]),
        ("P1, art. 1", ["?/1"]),
        # the title of a part of the text is no part of the act
        ("TITRE II – CODE PÉNAL\nL'article 40 s'impose à tous.", ["code-penal", "?/40"]),
        ("2. Code pénal\nL'article 40 s'impose à tous.", ["code-penal", "?/40"]),
        ("Titre II – Code pénal", ["code-penal:titre.ii"]),
        ("N° 318 – Amendement présenté par M. Navet – Article 16\nI. – Alinéa 22", []),
        # a letter too many, too few or wrong
        ("l'article 5 du code du travaille", ["code-du-travail/5"]),
        ("code de la consomation, art. 5", ["code-de-la-consommation/5"]),
        ("l'article 5 du code generale des impots", ["code-general-des-impots-cgi/5"]),
        ("l'article 5 du code de comerce", ["code-de-commerce/5"]),
        ("l'article 5 du code pennal", ["?/5"]),
        ("l'article L. 311-1 du code rurale", ["code-rural-et-de-la-peche-maritime/l311-1"]),
        ("l'article 5 du code forrestier", ["code-forestier-nouveau/5"]),
        ("l'article 5 du code-du-travial", ["?/5"]),
        ("l'article 5 du code du travial", ["?/5"]),
        ("l'article 5 du code du port", ["?/5"]),
        ("l'article 5 du code de procédure pénal militaire", ["?/5"]),
        # names that everybody uses
        ("LOPPSI 2, art. 5 ; C. santé, art. L. 1111-1", ["loi:2011-267/5", "code-de-la-sante-publique/l1111-1"]),
        ("art. 33 CCNT 66 ; DSGVO, art. 6", ["idcc:413/33", "reglement-ue:2016/679/6"]),
        ("l'article 5 du code Napoléon", ["code-civil/5"]),
        (
            "le code frontières Schengen et l'article 6 du même code",
            ["reglement-ue:2016/399", "reglement-ue:2016/399/6"],
        ),
        ("art. 5 code communautaire des visas", ["reglement-ue:810/2009/5"]),
        ("CODE DES DOUANES DE L'UNION, ART. 5", ["reglement-ue:952/2013/5"]),
        ("CPE, art. L. 33-1", ["?/l33-1"]),
        # the codes of New Caledonia have the titles of others
        ("art. Lp. 121-1 C. trav. NC ; C. trav. NC, art. Lp. 121-2", []),
        ("Lp. 121-1 C. trav.", []),
    ],
)
def test_acts_in_short_titles_of_parts_and_slips(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-civil")] == found


STATUTES = "STATUTS - La société suit l'article 1832 du code civil. Le meunier est nommé selon l'article 22"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{STATUTES} ci-après.", ["code-civil/1832", "?/22"]),
        ("BAIL COMMERCIAL\nLe loyer est payé selon l'article 5.", ["?/5"]),
        ("CONTRAT DE MEUNERIE\nL'article 1103 du code civil vaut, et l'article 5.", ["code-civil/1103", "?/5"]),
        ("Le meunier suit l'article 16.3 ci-dessus.", ["?/16.3"]),
        ("Le paragraphe n° 30 des commentaires publiés au BOFiP est rapporté.", ["?:paragraphe.30"]),
        ("La Section 203 du Delaware General Corporation Law ne vaut pas.", ["?:section.203"]),
    ],
)
@pytest.mark.parametrize("act", ["code-civil", None])
def test_parts_and_articles_of_texts_without_a_name(text: str, found: list[str], act: str | None) -> None:
    assert [reference.target for reference in find_references(text, act=act)] == found


@pytest.mark.parametrize(
    "text",
    [
        "LE BAIL\nL'article 5 définit le louage.",
        "Le meunier est nommé selon l'article 5 ci-après.",
        "Statuts\nSelon l'article 5",
    ],
)
def test_a_text_about_contracts_is_no_contract(text: str) -> None:
    assert [reference.target for reference in find_references(text, act="code-civil")] == ["code-civil/5"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a letter before a date is the nature of an act
        ("art 12 L 30/11/2031", ["loi:2031-11-30/12"]),
        ("art. 7 D 14/2/67, al. 2", ["decret:1967-02-14/7#al2"]),
        ("art 3 O 7/10/1946", ["ordonnance:1946-10-07/3"]),
        ("art. 15 A 3/5/2031", ["arrete:2031-05-03/15"]),
        ("art. 12 l. 9/6/66", ["loi:1966-06-09/12"]),
        ("art. 12 D 7.3.67", ["decret:1967-03-07/12"]),
        ("art. 12 L 9 juin 1966", ["loi:1966-06-09/12"]),
        ("article 12 D du 14/2/1967", ["decret:1967-02-14/12"]),
        ("art 9 et 10 L 9/6/66 ; 5 D 14/2/1967", ["loi:1966-06-09/9", "loi:1966-06-09/10", "decret:1967-02-14/5"]),
        ("art. 12, 1° L 9/6/66", ["loi:1966-06-09/12#1°"]),
        ("art. 12 II D 14/2/67", ["decret:1967-02-14/12#II"]),
        ("L 9/6/66 art 12", ["loi:1966-06-09/12"]),
        ("art. 12 L 1966", ["?/12"]),
        ("art. 3 Règl. 27/4/2031", ["?/3"]),
        ("l'article 200 A 1/1/2031 du CGI", ["?/200-a", "code-general-des-impots-cgi"]),
        ("art. 15 D, al. 2", ["code-civil/15-d#al2"]),
        # a number in the place of another is a member of the list
        ("Les articles 12, et non 13, du décret n° 2031-133", ["decret:2031-133/12", "decret:2031-133/13"]),
        ("L'article 12 sinon 13 du CPP", ["code-de-procedure-penale/12", "code-de-procedure-penale/13"]),
        ("L'article 12 ou à défaut 13 du CPP", ["code-de-procedure-penale/12", "code-de-procedure-penale/13"]),
        ("L'article 12 plutôt que 13 du CPP", ["code-de-procedure-penale/12", "code-de-procedure-penale/13"]),
        ("L'article 12 comme 13 du CPP", ["code-de-procedure-penale/12", "code-de-procedure-penale/13"]),
        ("L'article 12, mais pas 13, de la loi n° 2031-7", ["loi:2031-7/12", "loi:2031-7/13"]),
        ("L'article 12 sinon 15 jours", ["code-civil/12"]),
        ("L'article 12, et non 3 ans", ["code-civil/12"]),
        ("Faits prévus par 222-11 et réprimés par 222-45 du code pénal", ["code-penal/222-11", "code-penal/222-45"]),
        ("prévu par 222-11 et réprimé par 222-45 C. pén.", ["code-penal/222-11", "code-penal/222-45"]),
        (
            "les a du 1 de l'article 38, b du 2 de l'article 39 du CGI",
            [f"{TAXES}/38#1/a", f"{TAXES}/39#2/b"],
        ),
        (
            "Le II de l'article 8 ainsi que le III du CPC",
            ["code-de-procedure-civile/8#II", "code-de-procedure-civile/8#III"],
        ),
        ("Le II de l'article 8 et le III", ["code-civil/8#II", "code-civil/?#III"]),
        ("l'article 39.1.5° du CGI", [f"{TAXES}/39#1/5°"]),
        ("articles 5, A, 7 du CPC", ["code-de-procedure-civile/5#A", "code-de-procedure-civile/7"]),
        ("articles 12 – 15 – 18 du CPC", [f"code-de-procedure-civile/{number}" for number in (12, 15, 18)]),
        ("L. 225-1 - L. 225-5 - 3 pages", ["?/l225-1..l225-5"]),
        # of what became of a number
        ("L'article 5, codifié à l'article 12 du CPC, vaut.", ["code-civil/5", "code-de-procedure-civile/12"]),
        ("L'article L. 122-9, repris à l'article L. 1234-5 du code du travail", [
            "code-du-travail/l122-9", "code-du-travail/l1234-5",
        ]),
        # low numbers with a point
        ("Selon l'article 16.3, la roue tourne.", ["?/16.3"]),
        ("L'article 1792.6 vaut.", ["code-civil/1792-6"]),
        ("L'article 8 vanne le grain.", ["code-civil/8"]),
        ("L'article 16.3 du code civil", ["code-civil/16-3"]),
        # names
        ("l'article L. 421-1 du code de l'urba", ["code-de-lurbanisme/l421-1"]),
        ("Charte sociale européenne révisée, art. 24", ["traite:charte-sociale-europeenne-revisee/24"]),
        (
            "Convention de Vienne sur la vente internationale de marchandises, art. 35",
            ["traite:convention-des-nations-unies-sur-les-contrats-de-vente-internationale-de-marchandises/35"],
        ),
        ("art. 66 Const. 3 mai 1971", ["?/66"]),
    ],
)  # fmt: skip
def test_letters_before_dates_and_numbers_in_the_place_of_others(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-civil")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'article 9 est devenu l'article 226-1 du code pénal.", ["?/9", "code-penal/226-1"]),
        ("L'article 1382 devient l'article 1240 du code civil.", ["code-civil/1382", "code-civil/1240"]),
        ("L'article 12 et non l'article 13 du CPC", [f"code-de-procedure-civile/{number}" for number in (12, 13)]),
        ("L'article 12 plutôt que l'article 13 du CPC", [f"code-de-procedure-civile/{number}" for number in (12, 13)]),
        ("PREVU PAR ART.222-11 AL.1 ET REPRIME PAR ART.222-45 C.PENAL", ["code-penal/222-11#al1", "code-penal/222-45"]),
        ("L'article 5, repris à l'article 12 du CPC, vaut.", ["?/5", "code-de-procedure-civile/12"]),
    ],
)
def test_acts_of_former_numbers_and_of_numbers_in_the_place_of_others(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ord. n. 2019-1012, art. 7", ["ordonnance:2019-1012/7"]),
        ("art. 7 L n. 2019-1012 du 5 mars 2019", ["loi:2019-1012/7"]),
        ("(art. 7, L. n. 2019-1012)", ["loi:2019-1012/7"]),
        ("Art. 7, Loi n° 2019-1012 5/3/19", ["loi:2019-1012/7"]),
        ("Art. 7, Ord. n° 2019-1012 du 5/3/19", ["ordonnance:2019-1012/7"]),
        ("réglement (UE) 2031/679, art. 7", ["reglement-ue:2031/679/7"]),
        (
            "VU LE RÉGLEMENT (UE) 2031/679, NOTAMMENT SON ARTICLE 7 ;",
            ["reglement-ue:2031/679", "reglement-ue:2031/679/7"],
        ),
        ("art. 7 Régl. (UE) 2031/679", ["reglement-ue:2031/679/7"]),
        ("art. 7 rglt UE 2031/679", ["reglement-ue:2031/679/7"]),
        ("article 5 du réglement de copropriété", ["?/5"]),
        (
            "Règl. 1012/2008 du Parlement européen et du Conseil du 5 mars 2008, considérant 12 et art. 7",
            ["reglement-ue:1012/2008:considerant.12", "reglement-ue:1012/2008/7"],
        ),
        ("CHARTE SOCIALE EUROPÉENNE RÉVISÉE, ART. 7", ["traite:charte-sociale-europeenne-revisee/7"]),
        ("CONSTITUTION DE 1946, ART. 7", ["constitution:1946/7"]),
        ("ACCORD FRANCO-TUNISIEN, ART. 7", ["traite:accord-franco-tunisien-du-17-mars-1988/7"]),
        ("Digital Services Act, art. 7", ["reglement-ue:2022/2065/7"]),
        ("ART. 5. OBJET DU CONTRAT DE VENTE", []),
        # what an article has become, behind its act
        ("l'article 8 de la loi n° 2031-575, devenu article 6-I-7", ["loi:2031-575/8", "loi:2031-575/6#I/7"]),
        ("l'article 8 de la loi n° 2031-575, devenu l'article 6,", ["loi:2031-575/8", "loi:2031-575/6"]),
        (
            "l'article 9 du CPC, désormais article 10,",
            ["code-de-procedure-civile/9", "code-de-procedure-civile/10"],
        ),
        ("l'article 12 de la loi n° 2031-575, devenu article L. 34", ["loi:2031-575/12", "?/l34"]),
        ("l'article 9 du CPC, désormais 10 jours", ["code-de-procedure-civile/9"]),
        ("cf. L.113, Code électoral", ["code-electoral/l113"]),
        ("le vote (L. 113, C. élect.) est nul", ["code-electoral/l113"]),
        ("V. L. 60 (LPF)", ["livre-des-procedures-fiscales/l60"]),
        ("(art. L. 279, L. pr. fisc.)", ["livre-des-procedures-fiscales/l279"]),
        ("La loi s'applique (L. 10, code civil).", ["code-civil"]),
        ("la route D. 12, code postal 75000", []),
    ],
)
def test_acts_with_other_signs_and_accents(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-du-travail")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what made the article stands in a bracket before its act
        ("l'article 12 (D. n° 2031-133) du code de commerce", ["code-de-commerce/12", "decret:2031-133"]),
        ("L'article 12 (loi n° 2031-56 du 17 juin 2031) du code de commerce", ["code-de-commerce/12", "loi:2031-56"]),
        ("l'article 12, 2° (Ord. 15 sept. 2031) du code rural", ["code-rural-ancien/12#2°", "ordonnance:2031-09-15"]),
        ("l'article L. 123-4 (D. n° 2031-133) du code de commerce", ["code-de-commerce/l123-4", "decret:2031-133"]),
        ("Art. 12 (L. n° 2031-56) C. com.", ["code-de-commerce/12", "loi:2031-56"]),
        ("l'article 12 (loi n° 2031-56) du bail", ["?/12", "loi:2031-56"]),
        ("l'article 12 (décret n° 2031-133, art. 3) du code de commerce", ["code-de-commerce/12", "decret:2031-133/3"]),
        (
            "les articles 12 (D. n° 2031-1) et 13 (D. n° 2031-2) du code de commerce",
            ["code-de-commerce/12", "decret:2031-1", "code-de-commerce/13", "decret:2031-2"],
        ),
        (
            "les articles 12 (D. n° 2031-1) et 13 (D. n° 2031-2) du bail",
            ["?/12", "decret:2031-1", "?/13", "decret:2031-2"],
        ),
        ("l'article 12 (L. n° 2031-56), al. 2, du code de commerce", ["code-de-commerce/12#al2", "loi:2031-56"]),
        ("l'article 12 [L. n° 2031-56] in fine du code de commerce", ["code-de-commerce/12", "loi:2031-56"]),
        ("l'article 12 (loi n° 2031-56) est cité", ["loi:2031-56/12"]),
        ("l'article 12 (loi n° 2031-56) de manière générale", ["loi:2031-56/12"]),
        ("les articles 12 (loi n° 2031-56) et 13 (loi n° 2031-57)", ["loi:2031-56/12", "loi:2031-57/13"]),
        # adverbs of several words
        ("l'article 12 par analogie du code de commerce", ["code-de-commerce/12"]),
        ("l'article 12, alinéa 2, a contrario du décret n° 55-22 du 4 janvier 1955", ["decret:55-22/12#al2"]),
        ("l'article 12 a contrario, du code de commerce", ["code-de-commerce/12"]),
        ("l'article 12 mutatis mutandis du contrat", ["?/12"]),
        ("l'article 12 a fortiori du règlement de copropriété", ["?/12"]),
        ("les articles 12 et 13 sinon des statuts", ["?/12", "?/13"]),
        ("l'article 12 lui-même du contrat", ["?/12"]),
        ("l'article 1240 par analogie du droit commun", ["code-civil/1240"]),
        ("l'article 1240 par analogie de motifs", ["code-civil/1240"]),
        ("l'article 1240 s'applique notamment au contrat", ["code-civil/1240"]),
        # where an article stands
        ("l'article 12 qui figure au chapitre II des statuts", ["?/12"]),
        ("l'article 12 figurant au titre II du contrat", ["?/12"]),
        ("l'article 12 qui se trouve dans les statuts", ["?/12"]),
        ("l'article 12 qui est dans le contrat", ["?/12"]),
        ("l'article 12 qui figure au chapitre II du code de commerce", ["code-de-commerce/12"]),
        # the wording of an article
        ("L'article 12, aux termes duquel : « Le meunier moud », du code de commerce", ["code-de-commerce/12"]),
        ("L'article 12, dont le texte est : « Le meunier moud. Il vanne. », du bail", ["?/12"]),
        ("L'article 12, qui dispose : « Le meunier moud », du règlement", ["?/12"]),
        ("L'article 12, selon lequel “le meunier moud”, de la loi n° 2031-5", ["loi:2031-5/12"]),
        ("l'article 12 : « Le meunier moud », du contrat", ["?/12"]),
        ("l'article 12 « Le meunier moud », du contrat", ["?/12"]),
        ("l'article 12 (vannes), du bail", ["?/12"]),
        ("l'article 1240 dispose : « Le meunier moud », du moins", ["code-civil/1240"]),
        ("l'article 1240, il le dit : « Le meunier moud », du contrat au bail", ["code-civil/1240"]),
        (
            "l'article 12, qui dispose : « Le meunier suit l'article 5 du code de la route », du code de commerce",
            ["code-de-commerce/12", "code-de-la-route/5"],
        ),
        ("l'article 1240, qui dispose : « Le meunier moud », des parties et des témoins", ["code-civil/1240"]),
        ("L'article 1240, aux termes duquel : « Le meunier moud », est cité", ["code-civil/1240"]),
        # marks of notes
        ("l'article 12 * du code rural", ["code-rural-ancien/12"]),
        ("les articles 12 *, 13 † et 14 du code rural", [f"code-rural-ancien/{number}" for number in (12, 13, 14)]),
        ("l'article 12, 2° * du contrat", ["?/12#2°"]),
        ("l'article 1240 * est cité", ["code-civil/1240"]),
        # amendments and annexes without a preposition
        ("article 5 avenant n°2 du 12/3/2031", ["?/5"]),
        ("art 5 avt 2", ["?/5"]),
        ("article 5, avenant n° 3 du 4 mars 2031", ["?/5"]),
        ("article 5 bail du 12/3/2031", ["?/5"]),
        ("article 5 pacte d'associés", ["?/5"]),
        ("article 3 annexe 2 du bail", ["?/3", "?:annexe.2"]),
        ("article 3 annexe au bail", ["?/3"]),
        ("article 3 annexe 2", ["?/3", "code-civil:annexe.2"]),
        ("annexe 2, art. 3", ["code-civil:annexe.2", "?/3"]),
        ("annexe 2 du bail, article 3", ["?:annexe.2", "?/3"]),
        ("titre II du code de commerce, article 3", ["code-de-commerce:titre.ii", "code-de-commerce/3"]),
        ("l'article 1240 annexé au contrat", ["code-civil/1240"]),
        # English names
        ("art. 5 Civil Code", ["?/5"]),
        ("art. 5 (Companies Act 2031)", ["?/5"]),
        ("art. 5 Constitution of the United States", ["?/5"]),
        ("article 5 Treaty of Rome", ["?/5"]),
        ("section 10(b) du Securities Exchange Act", ["?:section.10"]),
        ("la section 5(2) of the Mills Act", ["?:section.5"]),
        ("article 5 Nouveau Code de procédure civile", ["code-de-procedure-civile/5"]),
    ],
)
def test_what_stands_between_a_number_and_its_act(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-civil")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # possessives of an act that is not read, or that stands behind
        (
            "La Déclaration de 1789 vaut ; que la loi organique relative aux moulins, par ses articles 1er et 34,",
            ["declaration:1789", "?/1", "?/34"],
        ),
        ("La Déclaration de 1789 vaut ; la loi organique, en son article 5,", ["declaration:1789", "?/5"]),
        ("La loi n° 2031-5 vaut ; la loi, en son article 5,", ["loi:2031-5", "loi:2031-5/5"]),
        ("La loi n° 2031-5 relative aux moulins, en son article 5,", ["loi:2031-5", "loi:2031-5/5"]),
        (
            "La Déclaration de 1789 vaut ; dans son article 5, la loi n° 2031-5 le dit",
            ["declaration:1789", "loi:2031-5/5", "loi:2031-5"],
        ),
        ("La Déclaration de 1789 vaut. Dans son article 5, le bail le dit", ["declaration:1789", "?/5"]),
        ("La loi n° 2031-5 vaut ; dans son article 5, la loi le dit", ["loi:2031-5", "loi:2031-5/5"]),
        # texts by their year
        ("Le code de 1810, à l'article 66, le disait", ["?/66"]),
        ("L'ordonnance criminelle de 1670, à l'article 12, le disait", ["?/12"]),
        ("Dans le code de 1810, l'article 66 le disait", ["?/66"]),
        ("Le code de 1810 punissait, à l'article 66, le vol", ["?/66"]),
        ("Le code de 1810 : l'article 66 le disait", ["?/66"]),
        ("Le décret de 1955, aux articles 12 et 13,", ["?/12", "?/13"]),
        ("Le code pénal de 1810, à l'article 66,", ["code-penal-ancien", "code-penal-ancien/66"]),
        ("Le code Meunier, à l'article 12, le disait", ["?/12"]),
        ("Le code de l'an X, à l'article 12, le disait", ["?/12"]),
        ("Le code rural de 1955, à l'article 12", ["code-rural-et-de-la-peche-maritime", "?/12"]),
        ("L'ordonnance du 2 février 2031, à l'article 2", ["ordonnance:2031-02-02", "ordonnance:2031-02-02/2"]),
        ("La loi n° 2031-5 sur les moulins, à l'article 2, le dit", ["loi:2031-5", "loi:2031-5/2"]),
        ("Depuis la loi de 2016, l'article 1240 vaut", ["code-civil/1240"]),
        ("La loi de 2016 modifie l'article 1240", ["code-civil/1240"]),
        ("L'ordonnance de 2016 a inséré, à l'article 1104, la bonne foi", ["code-civil/1104"]),
        # where an article stands
        (
            "Un article 12 prend place au titre II du code de commerce.",
            ["code-de-commerce/12", "code-de-commerce:titre.ii"],
        ),
        (
            "Les articles 12 et 13 trouvent leur place sous le titre II du code de commerce.",
            ["code-de-commerce/12", "code-de-commerce/13", "code-de-commerce:titre.ii"],
        ),
        (
            "Placé au titre II du code de commerce, l'article 12 vaut.",
            ["code-de-commerce:titre.ii", "code-de-commerce/12"],
        ),
        ("L'article 12 figure dans les statuts.", ["?/12"]),
        ("Selon la convention collective, l'article 12 vaut.", ["?/12"]),
        ("Dans le contrat de vente, l'article 1582 veut un prix.", ["code-civil/1582"]),
        ("L'article 12 est inscrit au chapitre II du contrat.", ["?/12", "?:chapitre.ii"]),
        ("L'article 1240 prend appui sur le code de commerce.", ["code-civil/1240", "code-de-commerce"]),
        # "celui" beside another noun
        ("Le code pénal vise le tribunal civil et celui de commerce.", ["code-penal"]),
        ("Le code pénal, ainsi que celui de commerce, article 12.", ["code-penal", "code-de-commerce/12"]),
        # a noun alone as the head
        ("testament, art. 12", ["?/12"]),
        ("Le meunier paie (testament, art. 12).", ["?/12"]),
        ("Marché – article 7", ["?/7"]),
        ("cf. mandat, art. 5", ["?/5"]),
        ("mandat, art. 1984", ["code-civil/1984"]),
        ("mariage, art. 144", ["code-civil/144"]),
        ("La révocation du testament (art. 1035)", ["code-civil/1035"]),
    ],
)
def test_acts_that_are_named_beside_an_article(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text, act="code-civil")] == found


@pytest.mark.parametrize("act", ["code-du-travail", None])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Selon 1719 cc le bailleur délivre le moulin.", ["code-civil/1719"]),
        ("Il relève du 1240 cc ; c'est le 1382 cc qui joue.", ["code-civil/1240", "code-civil/1382"]),
        ("Mon bailleur cite 1730 cc à tort.", ["code-civil/1730"]),
        ("On parle du 700 cpc. Qui a raison ?", ["code-de-procedure-civile/700"]),
        ("NB : prescription = 8 CPP, départ 9-1 CPP.", ["code-de-procedure-penale/8", "code-de-procedure-penale/9-1"]),
        ("Les 1641 et s. cc, les 1240 et 1241 cc", ["code-civil/1641..", "code-civil/1240", "code-civil/1241"]),
        ("Le 1000 cc de ma moto, le 125 cc, du 650 cc ; elle fait 1719 cc de cylindrée", []),
        ("le 2016 CC", []),
        ("le 100 CT du parc ; au 45 CPC", ["code-de-procedure-civile"]),
        ("Pour l'expertise, 145 cpc suffit.", ["code-de-procedure-civile/145"]),
        ("Au fond, c'est 1240 et 1241 C. civ. qui jouent.", ["code-civil/1240", "code-civil/1241"]),
        ("Une moto, 600 cc ; c'est 125 cc ; des congés, 120 CP", []),
        ("Vol prévu par 311-4 1° C. pén.", ["code-penal/311-4#1°"]),
        ("Prévu par 311-1 et 311-4 AL.1 6° C.PENAL.", ["code-penal/311-1", "code-penal/311-4#al1/6°"]),
        ("Il fait 15-20° C. Dehors, il pleut.", []),
    ],
)
def test_numbers_before_initials_in_a_sentence(text: str, found: list[str], act: str | None) -> None:
    assert [reference.target for reference in find_references(text, act=act)] == found


@pytest.mark.parametrize("act", ["code-du-travail", None])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("V. art. 7, I 2° al. 3 C. civ.", ["code-civil/7#I/2°/al3"]),
        (
            "CEDH, art. 8, § 1 et 2.",
            [
                "traite:convention-europeenne-des-droits-de-lhomme/8#1",
                "traite:convention-europeenne-des-droits-de-lhomme/8#2",
            ],
        ),
        (
            "(art. 6 § 1 et 13 CEDH)",
            [
                "traite:convention-europeenne-des-droits-de-lhomme/6#1",
                "traite:convention-europeenne-des-droits-de-lhomme/13",
            ],
        ),
        ("le point b du 2° de l'article 7 de la loi n° 2031-12", ["loi:2031-12/7#2°/b"]),
        ("à la lettre c de l'article 7 du code civil", ["code-civil/7#c"]),
        ("les points a et c du I de l'article 7 de la loi n° 2031-12", ["loi:2031-12/7#I/a", "loi:2031-12/7#I/c"]),
        ("Le point du litige est de l'article 7 du code civil", ["code-civil/7"]),
        ("l'article 7 a à c du code civil", ["code-civil/7#a..c"]),
        ("l'article 7 premier tiret du code civil", ["code-civil/7#tiret1"]),
        ("l'article 7 (paragraphe 1, point b)) du règlement (UE) 2031/12", ["reglement-ue:2031/12/7#1/b"]),
        ("(voir art. 7 (1, c))", ["?/7#1/c"]),
        ("l'article 7 (1°, 2° et 4°) du code civil", ["code-civil/7#1°", "code-civil/7#2°", "code-civil/7#4°"]),
        ("l'article 7, paragraphe 1, sous b, i), du règlement (UE) 2031/12", ["reglement-ue:2031/12/7#1/b/i"]),
        ("les articles 22, alinéa 2 et 5 de la loi n° 2031-12", ["loi:2031-12/22#al2", "loi:2031-12/5"]),
        (
            "les articles 12 et 22, alinéa 2 et 5 de la loi n° 2031-12",
            ["loi:2031-12/12", "loi:2031-12/22#al2", "loi:2031-12/22#al5"],
        ),
        (
            "les articles 22, al. 2, 12 et 9 de la loi n° 2031-12",
            ["loi:2031-12/22#al2", "loi:2031-12/12", "loi:2031-12/9"],
        ),
        (
            "les articles 5 al. 1 et 2, 7 et 9 de la loi n° 2031-12",
            ["loi:2031-12/5#al1", "loi:2031-12/5#al2", "loi:2031-12/7", "loi:2031-12/9"],
        ),
        (
            "l'article 5, alinéas 1, 3 et 5 à 7, du code civil",
            ["code-civil/5#al1", "code-civil/5#al3", "code-civil/5#al5..al7"],
        ),
        (
            "les articles L. 123-4, alinéa 2 et 3, du code de commerce",
            ["code-de-commerce/l123-4#al2", "code-de-commerce/l123-4#al3"],
        ),
        ("les articles 22, 1°, 14 et 5 de la loi n° 2031-12", ["loi:2031-12/22#1°", "loi:2031-12/14", "loi:2031-12/5"]),
        ("art. 22 à 30, 9 et 12 de la loi n° 2031-12", ["loi:2031-12/22..30", "loi:2031-12/9", "loi:2031-12/12"]),
        (
            "l'article 7, al. 2, du I de l'article 9 et de l'article 12 de la loi n° 2031-12",
            ["loi:2031-12/7#al2", "loi:2031-12/9#I", "loi:2031-12/12"],
        ),
        ("Selon l'article 12 II bis, 3°, du code civil", ["code-civil/12#II bis/3°"]),
        ("Les articles R. 5 et R. 7 du décret n° 2031-12 sont abrogés.", ["decret:2031-12/r5", "decret:2031-12/r7"]),
        (
            "Après l'article 209 du code général des impôts, il est inséré un article 209-1 ainsi rédigé :",
            ["code-general-des-impots-cgi/209", "code-general-des-impots-cgi/209-1"],
        ),
        ("l'article 209-1 du code général des impôts", ["code-general-des-impots-cgi/209#1"]),
        (
            "du premier alinéa de l'article L. 1231-1, du 2° et du 3° de l'article L. 1231-2 du code du travail",
            ["code-du-travail/l1231-1#al1", "code-du-travail/l1231-2#2°", "code-du-travail/l1231-2#3°"],
        ),
        (
            "Est visé tant le second alinéa que le I de l'article 9 de la loi n° 2031-12.",
            ["loi:2031-12/9#al2", "loi:2031-12/9#I"],
        ),
        (
            "Il relève soit du 1°, soit du 2° de l'article 9 de la loi n° 2031-12.",
            ["loi:2031-12/9#1°", "loi:2031-12/9#2°"],
        ),
        ("Ni le 1° ni le 2° de l'article 9 du code civil ne valent.", ["code-civil/9#1°", "code-civil/9#2°"]),
        (
            "Il est prévu aussi bien au premier alinéa qu'au second alinéa de l'article 9 du code civil.",
            ["code-civil/9#al1", "code-civil/9#al2"],
        ),
        (
            "L'arrêté du 5 mai 2031 fixe à l'article 14-1 (1er et 2e alinéas) un délai.",
            ["arrete:2031-05-05", "arrete:2031-05-05/14-1#al1", "arrete:2031-05-05/14-1#al2"],
        ),
        (
            "Les articles 22 (à l'exception du 1°), 9 et 12 du décret n° 2031-12 valent.",
            ["decret:2031-12/22", "decret:2031-12/22#1°", "decret:2031-12/9", "decret:2031-12/12"],
        ),
        (
            "Les articles 22 (sauf le b) du 1), 9 et 12 du décret n° 2031-12 valent.",
            ["decret:2031-12/22", "decret:2031-12/22#1/b", "decret:2031-12/9", "decret:2031-12/12"],
        ),
        ("L'article 22 (sauf en Corse) de la loi n° 2031-12 vaut.", ["loi:2031-12/22"]),
        (
            "aux articles 22 de la loi n° 2031-12 ou aux articles 7, 9/12 du code civil",
            ["loi:2031-12/22", "code-civil/7", "code-civil/9", "code-civil/12"],
        ),
    ],
)
def test_parts_in_lists_and_parts_in_other_signs(text: str, found: list[str], act: str | None) -> None:
    assert [reference.target for reference in find_references(text, act=act)] == found


CGI = "code-general-des-impots-cgi"
GDPR = "reglement-ue:2016/679"


@pytest.mark.parametrize("act", ["code-du-travail", None])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CGI, art. 256, I et 261, 4-1°", [f"{CGI}/256#I", f"{CGI}/261#4/1°"]),
        ("CGI, art. 39, 1-5° et 2", [f"{CGI}/39#1/5°", f"{CGI}/39#2"]),
        ("CGI, art. 199 sexdecies, 1 et 4", [f"{CGI}/199-sexdecies#1", f"{CGI}/199-sexdecies#4"]),
        ("CGI, art. 83, 3° et 3 bis", [f"{CGI}/83#3°", f"{CGI}/83#3 bis"]),
        ("articles 150-0 D, 1 ter et 200 A, 2 ter du CGI", [f"{CGI}/150-0-d#1 ter", f"{CGI}/200-a#2 ter"]),
        (
            "CGI, art. 206, 1 et 5, et 207, 1, 3°",
            [f"{CGI}/206#1", f"{CGI}/206#5", f"{CGI}/207#1/3°"],
        ),
        ("articles 44 à 49, 13, 1, f) du RGPD", [f"{GDPR}/44..49", f"{GDPR}/13#1/f"]),
        ("RGPD, art. 6, 1, f) et 9, 2, a)", [f"{GDPR}/6#1/f", f"{GDPR}/9#2/a"]),
        ("RGPD, art. 28, 3, h) et 32, 1", [f"{GDPR}/28#3/h", f"{GDPR}/32#1"]),
        ("RGPD, art. 4, 1) et 11)", [f"{GDPR}/4#1", f"{GDPR}/4#11"]),
        # articles of the act, and acts whose articles have no such paragraphs
        ("les articles 4 B, 5 et 8 du CGI", [f"{CGI}/4-b", f"{CGI}/5", f"{CGI}/8"]),
        ("articles 15, 16 et 3 du RGPD", [f"{GDPR}/15", f"{GDPR}/16", f"{GDPR}/3"]),
        (
            "articles 1240, 3 et 9 du code civil",
            ["code-civil/1240", "code-civil/3", "code-civil/9"],
        ),
    ],
)
def test_points_of_articles_in_lists(text: str, found: list[str], act: str | None) -> None:
    assert [reference.target for reference in find_references(text, act=act)] == found


CPC = "code-de-procedure-civile"
CPP = "code-de-procedure-penale"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CPC 9, 15 et 16. CPP 40, 40-1.", [f"{CPC}/9", f"{CPC}/15", f"{CPC}/16", f"{CPP}/40", f"{CPP}/40-1"]),
        ("Voir CPP 40, 40-1 et 41-2.", [f"{CPP}/40", f"{CPP}/40-1", f"{CPP}/41-2"]),
        ("V. aussi CPP 40. Cf. C. civ. 9 et 16-1.", [f"{CPP}/40", "code-civil/9", "code-civil/16-1"]),
        (
            "Le meunier perd. CPC 9, 15. Il paie (C. civ. 9, 16).",
            [f"{CPC}/9", f"{CPC}/15", "code-civil/9", "code-civil/16"],
        ),
        ("Le C. civ. 1, 2 et 3 jours", ["code-civil"]),
        ("Il y a eu 3 CPP 40, 41.", [CPP]),
    ],
)
def test_numbers_behind_initials_in_sentences_of_their_own(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text)] == found


ECHR = "traite:convention-europeenne-des-droits-de-lhomme"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # numbers in words
        (
            "Les articles premier, deuxième et troisième de la loi n° 2031-12",
            ["loi:2031-12/1", "loi:2031-12/2", "loi:2031-12/3"],
        ),
        ("L'article dix-neuf de la Constitution", ["constitution:1958/19"]),
        ("Les articles deux à quatre du code civil", ["code-civil/2..4"]),
        ("L'article deux cent quarante du code civil", ["code-civil"]),
        ("L'article six fois cité de la loi n° 2031-12", ["loi:2031-12"]),
        ("Aux I et II du présent article, une convention le dit.", ["?/?#I", "?/?#II"]),
        ("l'article dernier du code civil, un article deux fois lu", ["code-civil"]),
        # what is excepted of a range
        (
            "Les articles 63-1 à 63-4-4, sauf 63-3-1, du CPP et 154",
            [f"{CPP}/63-1..63-4-4", f"{CPP}/63-3-1", f"{CPP}/154"],
        ),
        ("Les articles 5 à 9, hormis 7 et 8, du code civil", ["code-civil/5..9", "code-civil/7", "code-civil/8"]),
        ("Les articles 5 à 9 du code civil, sauf 8 jours plus tard", ["code-civil/5..9"]),
        # a letter of the last of several parts
        ("Articles 6, § 1 et § 3 c, et 13 de la Convention EDH", [f"{ECHR}/6#1", f"{ECHR}/6#3/c", f"{ECHR}/13"]),
        # an act that is named again, and one that another act made
        ("La loi n° 2031-12 paraît. Cette loi, article 4, le dit.", ["loi:2031-12", "loi:2031-12/4"]),
        ("Cette loi, article 4, le dit.", ["?/4"]),
        (
            "L'arrêté du 3 mai 2031, pris en application de l'article R. 122-3 du code du sport, dit à son article 2",
            ["arrete:2031-05-03", "code-du-sport/r122-3", "arrete:2031-05-03/2"],
        ),
        (
            "La loi n° 2031-12, votée selon l'article 49 de la Constitution, prévoit à son article 2",
            ["loi:2031-12", "constitution:1958/49", "loi:2031-12/2"],
        ),
        # titles in one line
        ("Article 1. Objet. Le moulin tourne. Article 2. Durée. Neuf ans. Article 3. Prix. Un sou.", []),
        ("Le moulin tourne selon l'article 1. Il plaît. Selon l'article 2. Il dure.", ["?/1", "?/2"]),
    ],
)
def test_numbers_in_words_exceptions_and_acts_named_again(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a sentence that goes on in another act
        (
            "Dans le code du travail, l'article L. 1221-1 ; dans le code civil, l'article 1103 moud ; l'article 1104",
            ["code-du-travail", "code-du-travail/l1221-1", "code-civil/1103", "code-civil/1104"],
        ),
        (
            "Au code civil, l'article 9 vaut ; l'article 16 ; enfin, à la loi n° 2031-5, l'article 7 ; l'article 8",
            ["code-civil", "code-civil/9", "code-civil/16", "loi:2031-5/7", "loi:2031-5/8"],
        ),
        (
            "Dans le code du travail, l'article L. 1221-1 cite l'article 1103 du code civil ; l'article L. 1222-1",
            ["code-du-travail", "code-du-travail/l1221-1", "code-civil/1103", "code-du-travail/l1222-1"],
        ),
        # a number of a code is none of a law
        (
            "L'article 12 de la loi n° 2031-5 est ainsi modifié : au 2°, la référence à l'article L. 34-1 cesse",
            ["loi:2031-5/12", "loi:2031-5/12#2°", "?/l34-1"],
        ),
        (
            "Le décret n° 2031-6 est ainsi modifié :\n1° À l'article 5, celles aux articles L. 39 et L. 40",
            ["decret:2031-6", "decret:2031-6/5", "?/l39", "?/l40"],
        ),
        (
            "L'article 4 de la loi n° 2031-7, devenu L. 410-2 du code de commerce, et son article 36, devenu L. 442-6",
            ["loi:2031-7/4", "code-de-commerce/l410-2", "loi:2031-7/36", "code-de-commerce/l442-6"],
        ),
        (
            "L'article 36, devenu L. 442-6, de l'ordonnance n° 2031-7 vaut.",
            ["ordonnance:2031-7/36", "?/l442-6"],
        ),
        ("La loi n° 2031-5 et ses articles L. 1 et L. 2 valent.", ["loi:2031-5", "?/l1", "?/l2"]),
        (
            "L'ordonnance n° 2031-7 a modifié le code de commerce ; ses articles L. 410-2 et L. 442-6 valent.",
            ["ordonnance:2031-7", "code-de-commerce", "code-de-commerce/l410-2", "code-de-commerce/l442-6"],
        ),
        # one of two acts, by its rank or by its gender
        (
            "Le règlement (UE) 2016/679 et la loi n° 2031-5 ; l'article 17 du premier, l'article 51 de la seconde ;",
            ["reglement-ue:2016/679", "loi:2031-5", "reglement-ue:2016/679/17", "loi:2031-5/51"],
        ),
        (
            "Le décret n° 2031-1 et l'ordonnance n° 2031-7 : article 3 du premier",
            ["decret:2031-1", "ordonnance:2031-7", "decret:2031-1/3"],
        ),
        (
            "La loi n° 2031-5 vise le décret n° 2031-6. Celle-là, à l'article 5, moud.",
            ["loi:2031-5", "decret:2031-6", "loi:2031-5/5"],
        ),
        (
            "Le décret n° 2031-6 vise la loi n° 2031-5. Celui-ci prévoit à l'article 5 un moulin.",
            ["decret:2031-6", "loi:2031-5", "decret:2031-6/5"],
        ),
        # the next article of a text that amends
        (
            "L'article 5 modifie l'article 199 du CGI ; l'article 6 réforme",
            ["?/5", "code-general-des-impots-cgi/199", "?/6"],
        ),
        (
            "L'article 3 du projet de loi modifie l'article 21 de la loi n° 2031-5 ; l'article 4, nouveau, crée",
            ["?/3", "loi:2031-5/21", "?/4"],
        ),
        (
            "L'article 2 insère un article 9-1 dans le code civil ; les articles 3 et 4 abrogent la taxe.",
            ["?/2", "code-civil/9-1", "code-civil", "?/3", "?/4"],
        ),
        (
            "L'article 2 de la loi n° 2031-5 abroge l'article 9 du code civil et l'article 3 crée un droit.",
            ["loi:2031-5/2", "code-civil/9", "loi:2031-5/3"],
        ),
        (
            "L'article 5 renvoie à l'article 9 du code civil ; l'article 16 protège",
            ["?/5", "code-civil/9", "code-civil/16"],
        ),
        (
            "L'article 5 complète l'article 9 du code civil et l'article 16 du CPC",
            ["?/5", "code-civil/9", "code-de-procedure-civile/16"],
        ),
        # a text that is not read, behind an adjective or for which a pronoun stands
        ("l'article 1003 du code civil et l'article 5 de mon précédent testament", ["code-civil/1003", "?/5"]),
        ("l'article 1003 du code civil ; l'article 5 de notre ancien bail", ["code-civil/1003", "?/5"]),
        ("l'article 5 de notre bon vieux code civil", ["code-civil/5"]),
        (
            "La circulaire commente l'article 5 de la loi n° 2031-5. Elle précise, en son article 3, un moulin.",
            ["loi:2031-5/5", "?/3"],
        ),
        (
            "Le bail vise l'article 1719 du code civil. Il prévoit, à l'article 3, un moulin.",
            ["code-civil/1719", "?/3"],
        ),
        ("Le bail vise la loi n° 2031-5. Elle prévoit, à l'article 3, un moulin.", ["loi:2031-5", "loi:2031-5/3"]),
        # the earlier code, by its initials
        ("L'ancien CPC, art. 806", ["code-de-procedure-civile-ancien/806"]),
        ("L'ancien C. pén. (art. 405) ; le C. pén., art. 313-1", ["code-penal-ancien/405", "code-penal/313-1"]),
        ("l'ancien C. com., art. L. 441-10", ["code-de-commerce/l441-10"]),
        ("Le nouveau CPC, art. 806", ["code-de-procedure-civile/806"]),
    ],
)
def test_acts_that_go_on_in_a_sentence(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text)] == found


@pytest.mark.parametrize("act", [None, "code-du-travail"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La loi n° 2031-5 modifie le code civil. Elle précise, à l'article 3, un moulin.", "loi:2031-5/3"),
        ("La loi n° 2031-5 modifie le code civil ; elle prévoit, en son article 3, un moulin.", "loi:2031-5/3"),
        ("La loi n° 2031-5 modifie le code civil. À l'article 3, elle règle le moulin.", "loi:2031-5/3"),
        ("La loi n° 2031-5 modifie le code civil. Elle précise, à l'article 16-1, un moulin.", "?/16-1"),
        ("Le décret n° 2031-6 vise le code civil. Il prévoit (art. 3) un moulin.", "decret:2031-6/3"),
        ("Le code civil est modifié par la loi n° 2031-5. Elle règle, à l'article 3, le moulin.", "loi:2031-5/3"),
        ("Le code civil est modifié par la loi n° 2031-5. Il règle, à l'article 3, le moulin.", "code-civil/3"),
        ("La meunerie invoque la loi n° 2031-5. Elle précise, à l'article 3, un moulin.", "?/3"),
        ("Le décret sur les moulins vise le code civil. Il précise, à l'article 3, un moulin.", "?/3"),
        ("Le projet de loi modifie le code civil. Il précise, à l'article 3, un moulin.", "?/3"),
        ("En application de la loi n° 2031-5, le décret n° 2031-6 a été pris. Son article 3 moud.", "decret:2031-6/3"),
        ("En vertu de la loi n° 2031-5, le décret n° 2031-6 est pris ; son article 3 moud.", "decret:2031-6/3"),
        ("Modifié par la loi n° 2031-5, le décret n° 2031-6 moud. Son article 3 le dit.", "decret:2031-6/3"),
        ("Si la loi n° 2031-5 se tait, le décret n° 2031-6 moud. Son article 3 le dit.", "decret:2031-6/3"),
        ("Selon la loi n° 2031-5, le décret n° 2031-6 moud. Il prévoit, à l'article 3, un moulin.", "decret:2031-6/3"),
        ("En application de la loi n° 2031-5, le maire moud. Son article 3 le dit.", "loi:2031-5/3"),
        ("La loi n° 2031-5 suit le décret n° 2031-6. Celui-là, en son article 3, moud.", "decret:2031-6/3"),
        ("La loi n° 2031-5 suit la loi n° 2030-5. Celle-ci, à son article 3, moud.", "loi:2030-5/3"),
        ("La loi n° 2031-5 suit la loi n° 2030-5. Celle-là moud, en son article 3.", "loi:2031-5/3"),
        ("Le contrat suit la loi n° 2031-5. Celui-ci, en son article 3, moud.", "?/3"),
        ("La loi n° 2031-5 et l'ordonnance n° 2031-7 suivent. Elles prévoient, à l'article 3, un moulin.", "?/3"),
        ("La loi n° 2031-5 modifie le code civil, et elle prévoit, à l'article 3, un moulin.", "loi:2031-5/3"),
        ("La loi n° 2031-5 modifie le code civil et prévoit, à l'article 3, un moulin.", "loi:2031-5/3"),
        ("La loi n° 2031-5 modifie le code civil et prévoit, en son article 3, un moulin.", "loi:2031-5/3"),
        ("La loi n° 2031-5, qui modifie le code civil, prévoit, à l'article 3, un moulin.", "loi:2031-5/3"),
        ("La loi n° 2031-5, qui modifie le code civil, prévoit, à l'article 16-1, un moulin.", "?/16-1"),
        (
            "La loi n° 2031-5 se tait, mais le code civil règle tout et prévoit, à l'article 3, un moulin.",
            "code-civil/3",
        ),
        ("La loi n° 2031-5 renvoie au code civil, qui prévoit, à l'article 3, un moulin.", "code-civil/3"),
    ],
)
def test_what_is_said_at_an_article_is_said_by_the_subject(text: str, found: str, act: str | None) -> None:
    assert find_references(text, act=act)[-1].target == found


@pytest.mark.parametrize("act", [None, "code-civil"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        # an amendment of an agreement in short
        ("art. 5 av. n° 2", ["?/5"]),
        ("art. 5, av. n° 3 de la convention des moulins", ["?/5"]),
        ("Av. n° 2, art. 5 ; art. 6 C. civ.", ["?/5", "code-civil/6"]),
        # documents of the parties
        ("(pièce n° 5, art. 3)", ["?/3"]),
        ("Pièces n° 5 et 6, article 3", ["?/3"]),
        ("Pièce n° 5 : art. 3", ["?/3"]),
        ("la pièce n° 5 et l'article 3 du code pénal", ["code-penal/3"]),
        # an article that is said to stand in a division
        ("Il existe un article 12 au titre II du code pénal", ["code-penal/12", "code-penal:titre.ii"]),
        ("On lit un article 12 dans le titre II du code pénal", ["code-penal/12", "code-penal:titre.ii"]),
        ("L'article 12, au titre II du code pénal, moud.", ["code-penal/12", "code-penal:titre.ii"]),
        # a letter that may be that of an act
        ("art. 34 et 37 C", ["?/34", "?/37"]),
        ("(art. 34, 35 et 37 C)", ["?/34", "?/35", "?/37"]),
        ("art. 1er C.", ["?/1"]),
        ("CGI, art. 34 et 39 C", ["code-general-des-impots-cgi/34", "code-general-des-impots-cgi/39-c"]),
        ("art. 39 A et 39 C du CGI", ["code-general-des-impots-cgi/39-a", "code-general-des-impots-cgi/39-c"]),
        ("art. 34 et 37 C. civ.", ["code-civil/34", "code-civil/37"]),
        # a text that calls itself a contract
        ("Le présent bail est soumis au code civil. Le moulin est loué à l'article 4.", ["code-civil", "?/4"]),
        (
            "Le présent bail est soumis au code civil. L'article 1719 lie le bailleur.",
            ["code-civil", "code-civil/1719"],
        ),
    ],
)
def test_articles_of_contracts_documents_divisions_and_acts_by_a_letter(
    text: str, found: list[str], act: str | None
) -> None:
    assert [reference.target for reference in find_references(text, act=act)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'article 16 du code civil moud. Nous proposons de rétablir l'article 2.", "?/2"),
        ("L'article 16 du code civil moud. Je vous demande de supprimer l'article 2.", "?/2"),
        ("L'article 16 du code civil moud. Nous proposons de supprimer l'article 16.", "code-civil/16"),
        ("L'article 16 du code civil moud. Nous proposons de lire l'article 2.", "code-civil/2"),
        ("Le code civil moud. À l'article 4, le bailleur s'engage à moudre.", "?/4"),
        ("Le code civil moud. À l'article 4, le législateur s'engage à moudre.", "code-civil/4"),
    ],
)
def test_articles_of_those_who_debate_or_agree(text: str, found: str) -> None:
    assert find_references(text)[-1].target == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lisez l'article 24 de la loi n° 2031-5 ; l'article 7 moud.", "?/7"),
        ("Lisez l'article 24 de la loi n° 2031-5 ; l'article 1240 moud.", "code-civil/1240"),
        ("Lisez l'article 121-3 du code pénal ; l'article 122-1 moud.", "code-penal/122-1"),
        ("Lisez l'article 24 de la loi n° 2031-5 ; l'article 7 du code civil moud.", "code-civil/7"),
    ],
)
def test_the_next_clause_may_be_of_the_act_that_speaks_or_of_the_other(text: str, found: str) -> None:
    assert find_references(text, act="code-civil")[-1].target == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("articles 12 du code civil ensemble 121-3 du code pénal", ["code-civil/12", "code-penal/121-3"]),
        ("art. 12 C. civ. ensemble 121-3 et 122-1 C. pén.", ["code-civil/12", "code-penal/121-3", "code-penal/122-1"]),
        ("articles 12 ensemble 13 du code civil", ["code-civil/12", "code-civil/13"]),
        ("articles 12 et 13 ensemble du code civil", ["code-civil/12", "code-civil/13"]),
        ("L'article 12 du code civil réunit ensemble 22 meuniers", ["code-civil/12"]),
        # one prefix for all numbers of a decree, and none of a text that is no code
        ("les articles R. 5 et 7 du décret n° 2031-6", ["decret:2031-6/r5", "decret:2031-6/7"]),
        ("les articles R. 5-1 et 7 du décret n° 2031-6", ["?/r5-1", "decret:2031-6/7"]),
        ("les articles L. 1222-9 et 4 de la charte du moulin", ["?/l1222-9", "?/4"]),
    ],
)
def test_lists_that_go_on_ensemble_or_with_one_prefix(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text)] == found


@pytest.mark.parametrize(
    ("text", "act", "found"),
    [
        ("les articles R. 5 et 7 du décret n° 2031-6", "code-electoral", ["code-electoral/r5", "decret:2031-6/7"]),
        ("les articles L. 1222-9 et 4 du contrat", "code-du-travail", ["code-du-travail/l1222-9", "?/4"]),
        (
            "articles L. 1222-9 et article 4 de la charte du moulin",
            "code-du-travail",
            ["code-du-travail/l1222-9", "?/4"],
        ),
    ],
)
def test_a_number_with_a_prefix_is_of_the_code_that_speaks_and_the_next_one_of_the_text_beside_it(
    text: str, act: str, found: list[str]
) -> None:
    assert [reference.target for reference in find_references(text, act=act)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # an act in square brackets, or with what was done to it
        ("articles 12 [code pénal] et 13 du code civil", ["code-penal/12", "code-civil/13"]),
        ("articles 12 (loi n° 2031-5, complétée) et 13 du code civil", ["loi:2031-5/12", "code-civil/13"]),
        ("articles 12 [devenu 14] et 13 du code civil", ["code-civil/12", "code-civil/14", "code-civil/13"]),
        ("articles 7 TFUE (a du 2°) et 9 du code civil", ["traite:tfue/7#2°/a", "code-civil/9"]),
        ("l'article 7 TFUE (b du II) moud", ["traite:tfue/7#II/b"]),
        # articles of a list ascend
        ("CGI, art. 13, 5 et 6", ["code-general-des-impots-cgi/13#5", "code-general-des-impots-cgi/13#6"]),
        ("art. 5, 6 et 13 du CGI", [f"code-general-des-impots-cgi/{number}" for number in (5, 6, 13)]),
        ("CGI, art. 8, 6 et 5", [f"code-general-des-impots-cgi/{number}" for number in (8, 6, 5)]),
        # a day in brackets
        ("décret (5 mars 2031), art. 4", ["decret:2031-03-05/4"]),
        ("Décret (05/03/2031) : article 4", ["decret:2031-03-05/4"]),
        ("Vu la loi n° 2031-5, dès la publication de ladite loi (5 mars 2031), le moulin moud.", ["loi:2031-5"] * 2),
        ("la loi (12.3.10) moud", []),
        # an annex of a text that is no code
        ("l'article 2 de l'annexe II du décret n° 2031-6", ["?/2", "decret:2031-6"]),
        (
            "Vu le CGI, l'article 2 de l'annexe II",
            ["code-general-des-impots-cgi", "code-general-des-impots-annexe-ii-cgianii/2"],
        ),
        ("Vu le CGI. L'article 2 de l'annexe II de la convention moud.", ["code-general-des-impots-cgi", "?/2"]),
    ],
)
def test_acts_in_brackets_points_in_lists_and_annexes_of_other_texts(text: str, found: list[str]) -> None:
    assert [reference.target for reference in find_references(text)] == found


def test_an_article_of_the_annex_of_a_decree_has_no_identifier() -> None:
    (found,) = find_references("l'article 2 de l'annexe I du décret", act="code-general-des-impots-cgi")
    assert found.act is None
    assert found.reason == "act-without-id"


@pytest.mark.parametrize("act", ["code-du-travail", None])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'article 1223 du code civil et du 1343-5 du même code", ["code-civil/1223", "code-civil/1343-5"]),
        ("l'article 311-1 du code pénal ainsi qu'au 311-4 de ce code", ["code-penal/311-1", "code-penal/311-4"]),
        (
            "L'article 1103 du code civil vaut ; le 1221 et le 1222 dudit code sont écartés.",
            ["code-civil/1103", "code-civil/1221", "code-civil/1222"],
        ),
        ("D'après le 1719 du code civil et le 1720 de ce même code", ["code-civil/1719", "code-civil/1720"]),
        ("Le code civil et l'édition 2016 du même code", ["code-civil", "code-civil"]),
        ("Le code civil, publié le 21 mars 1804, 1240 du même code", ["code-civil", "code-civil/1240"]),
    ],
)
def test_numbers_alone_of_a_code_that_is_named_again(text: str, found: list[str], act: str | None) -> None:
    assert [reference.target for reference in find_references(text, act=act)] == found


@pytest.mark.parametrize("act", ["code-du-travail", None])
@pytest.mark.parametrize(
    ("text", "its"),
    [
        (
            (
                "Le décret n° 2031-5 du 6 mai 2031 pris pour l'application du 1er alinéa de l'article 88 de la loi"
                " n° 2030-4 du 5 mai 2030, notamment son article 2"
            ),
            "decret:2031-5/2",
        ),
        (
            (
                "L'arrêté du 4 mai 2031 fixant les modalités d'application du 3° du II de l'article R. 6153-10 du code"
                " de la santé publique, en son article 2"
            ),
            "arrete:2031-05-04/2",
        ),
        (
            (
                "L'arrêté du 4 mai 2031 pris en application des 1° et 3° de l'article R. 6153-10 du code de la santé"
                " publique, notamment son article R. 6153-12"
            ),
            "code-de-la-sante-publique/r6153-12",
        ),
        (
            "Le juge agit en application du II de l'article 15 de la loi n° 2030-4, notamment son article 16.",
            "loi:2030-4/16",
        ),
        (
            "Vu l'arrêté du 6 mai 2031 fixant la liste prévue à l'article R. 511-9 du code X, notamment son article 5",
            "arrete:2031-05-06/5",
        ),
        ("Vu la loi n° 2031-4 du 5 mai 2031 relative au code de commerce, notamment son article 2", "loi:2031-4/2"),
        (
            "Vu la loi n° 2031-4 du 5 mai 2031 relative au code de commerce, notamment son article L. 123-1",
            "code-de-commerce/l123-1",
        ),
        ("Vu la circulaire relative à l'article L. 1221-1 du code du travail, notamment son article 2", "?/2"),
        ("Vu la convention du 4 mai 2031, le code pénal, notamment son article 5", "code-penal/5"),
        (
            "L'arrêté du 4 mai 2031 relatif au contrôle prévu à l'article 5 du décret n° 2031-5 fixe, en son article 3",
            "arrete:2031-05-04/3",
        ),
        ("L'arrêté du 4 mai 2031 est nul et la loi n° 2030-4 prévoit en son article 3", "loi:2030-4/3"),
        ("L'arrêté du 4 mai 2031 ; le titre II de la loi n° 2030-4 prévoit, en son article 3", "loi:2030-4/3"),
    ],
)
def test_an_act_taken_for_a_part_of_an_article_keeps_its_own_ones(text: str, its: str, act: str | None) -> None:
    assert find_references(text, act=act)[-1].target == its


@pytest.mark.parametrize("verb", ["vise", "réprime", "sanctionne", "prohibe"])
def test_a_verb_between_two_articles_makes_no_list_of_them(verb: str) -> None:
    found = find_references(f"L'article 3 {verb} l'article 1719 du code civil.", act="code-du-travail")
    assert [reference.target for reference in found] == ["?/3", "code-civil/1719"]


@pytest.mark.parametrize("act", ["code-du-travail", None])
@pytest.mark.parametrize(
    "text",
    [
        "CC Meunerie art 4.2",
        "CC Commerce de farine, article 5",
        "CC HZW article 33",
        "art 33 CC HZW",
        "article 15 de la CC du bâtiment",
        "La CC, art. 12, prévoit une prime.",
    ],
)
def test_two_letters_that_are_a_collective_agreement_are_no_code(text: str, act: str | None) -> None:
    (found,) = find_references(text, act=act)
    assert found.act is None


@pytest.mark.parametrize(
    "text", ["CC art. 33", "CC Obligations art. 1231", "art. 1231 CC Responsabilité", "ancien CC, art. 1382", "33 CC"]
)
def test_two_letters_of_the_code_civil(text: str) -> None:
    (found,) = find_references(text)
    assert found.act == "code-civil"


@pytest.mark.parametrize("act", ["code-du-travail", None])
@pytest.mark.parametrize(
    ("text", "its"),
    [
        ("Vu la loi n° 2031-4 du 5 mai 2031, le décret n° 2031-5 du 6 mai 2031. Son article 3 est clair.", "?/3"),
        ("La loi n° 2031-4 et la loi n° 2031-6 sont claires. Elle précise, à l'article 3, un délai.", "?/3"),
        ("La loi n° 2031-4 et le décret n° 2031-6 sont clairs. Son article 3 fixe un délai.", "?/3"),
        (
            "La loi n° 2031-4 et le décret n° 2031-6 sont clairs. Il précise, à l'article 3, un délai.",
            "decret:2031-6/3",
        ),
        ("La loi n° 2031-4 modifie le décret n° 2031-6. Son article 3 fixe un délai.", "loi:2031-4/3"),
        ("Le règlement de copropriété respecte la loi n° 2031-4. Son article 12 interdit les moulins.", "?/12"),
        ("La charte du quartier reprend la loi n° 2031-4. Son article 5 est clair.", "?/5"),
        ("Le bail est nul et la loi n° 2031-4 le dit. Son article 5 est clair.", "loi:2031-4/5"),
        ("Le bail respecte le code du travail. Son article L. 1221-1 est clair.", "code-du-travail/l1221-1"),
        (
            "Les lois n° 2031-4 et n° 2031-6 : l'article 3 de la première fixe un an, l'article 4 de la seconde deux.",
            "loi:2031-6/4",
        ),
        (
            "La loi n° 2031-4 et le décret n° 2031-6 : l'article 3 de la première dit un an, l'article 5 du second un.",
            "decret:2031-6/5",
        ),
    ],
)
def test_a_word_for_one_of_two_acts_or_for_a_text_that_is_not_read(text: str, its: str, act: str | None) -> None:
    assert find_references(text, act=act)[-1].target == its


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "des articles 69 du code civil modifié par la loi du 2 mai 1949, et 7 de la loi du 3 avril 1811 ;",
            ["code-civil/69", "loi:1949-05-02", "loi:1811-04-03/7"],
        ),
        (
            "DES ARTICLES 69 DU CODE CIVIL, MODIFIE PAR LA LOI DU 2 MAI 1949, 7 DE LA LOI DU 3 AVRIL 1811 ;",
            ["code-civil/69", "loi:1949-05-02", "loi:1811-04-03/7"],
        ),
        (
            "les articles 12 de la loi du 3 mai 1955, complétée par la loi n° 61-9 du 5 juin 1961, et 9 du code civil",
            ["loi:1955-05-03/12", "loi:61-9", "code-civil/9"],
        ),
        (
            "les articles 9 du code civil dans sa rédaction antérieure à l'ordonnance n° 2031-13 et 12 du code pénal",
            ["code-civil/9", "ordonnance:2031-13", "code-penal/12"],
        ),
        (
            "les articles 19 du traité sur l'Union européenne (ci-après, le « TUE ») et 26 du code civil",
            ["traite:tue/19", "code-civil/26"],
        ),
        (
            "l'article 4 du décret du 3 mai 1990 modifié par les décrets n° 91-12 du 4 mai 1991 et 92-14 du 3 juin",
            ["decret:1990-05-03/4", "decret:91-12", "decret:92-14"],
        ),
    ],
)
def test_a_list_goes_on_behind_what_changed_an_act_or_names_it(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("la retenue de l'article 119 bis 2 du CGI", [f"{TAXES}/119-bis#2"]),
        ("l'article 39 duodecies 2 du code général des impôts", [f"{TAXES}/39-duodecies#2"]),
        ("les articles 119 bis 2 et 187 du CGI", [f"{TAXES}/119-bis#2", f"{TAXES}/187"]),
        ("les articles 119 bis 2, 182 B et 187 du CGI", [f"{TAXES}/119-bis#2", f"{TAXES}/182-b", f"{TAXES}/187"]),
        ("l'article 5 ter 4 du décret du 3 mai 2010", ["decret:2010-05-03/5-ter#4"]),
        ("l'article 12 bis du code civil prévoit, 3 mois plus tard", ["code-civil/12-bis"]),
        ("l'article 67 bis 1 du code des douanes", ["code-des-douanes/67-bis-1"]),
        ("code des douanes, art. 67 bis 1", ["code-des-douanes/67-bis-1"]),
    ],
)
def test_a_number_behind_an_adverb_is_a_part(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "its"),
    [
        ("l'article 2 de la directive 2031/83/UE et l'article 5, sous a), du même acte", "directive-ue:2031/83/5#a"),
        ("l'article 2 du règlement (UE) 2031/67 et l'article 5 dudit acte", "reglement-ue:2031/67/5"),
        ("L'article 2 de la directive 2031/83/UE est visé par l'acte de prêt. L'article 5 de cet acte le dit.", "?/5"),
        ("l'article 2 de la directive 2031/83/UE et l'article 5 dudit acte notarié", "?/5"),
        ("l'article 2 du code civil et l'article 5 du même acte", "?/5"),
    ],
)
def test_the_same_act_is_one_of_the_union(text: str, its: str) -> None:
    assert targets(text)[-1] == its


@pytest.mark.parametrize(
    "text",
    [
        "Le Gouvernement invoque l'article 35 § 1 de la Convention.",
        "La Cour constate que le grief n'est pas mal fondé au sens de l'article 35 § 3 a) de la Convention.",
    ],
)
def test_the_convention_of_those_who_plead_in_strasbourg(text: str) -> None:
    (found,) = find_references(text, act=HERE)
    assert (found.act, found.article) == ("traite:convention-europeenne-des-droits-de-lhomme", "35")


@pytest.mark.parametrize("act", ["code-du-travail", None])
@pytest.mark.parametrize(
    ("text", "its"),
    [
        (
            "L'article 8 de la loi n° 2031-4 vaut ; que l'article 3 de la loi déférée vaut ; que son article 5 non.",
            "?/5",
        ),
        ("L'article 6 de la loi n° 2031-4 est cité, mais l'arrêté attaqué est illégal en son article 2.", "?/2"),
        ("L'article 6 de la loi n° 2031-4 fonde l'arrêté contesté, dont l'article 2 est annulé.", "?/2"),
        ("La loi n° 2031-4 vaut et la décision attaquée méconnaît ses articles 5 et 6.", "loi:2031-4/6"),
    ],
)
def test_articles_of_the_act_before_the_court_are_none_of_the_one_it_cites(
    text: str, its: str, act: str | None
) -> None:
    assert find_references(text, act=act)[-1].target == its


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'article 4-11) du RGPD", ["reglement-ue:2016/679/4#11"]),
        ("l'article 4.11) du RGPD", ["reglement-ue:2016/679/4#11"]),
        ("l'article 121-3) du code pénal", ["code-penal/121-3"]),
        ("la règle (cf. art. 6-1) du règlement intérieur", ["?/6-1"]),
    ],
)
def test_a_bracket_that_none_opens_ends_a_number(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("le juge a préféré l'article 1231-1 à l'article 1240 du code civil", ["1231-1", "1240"]),
        ("la cour substitue l'article 1240 à l'article 1231-1 du code civil", ["1240", "1231-1"]),
        ("le renvoi de l'article 16-1 à l'article 16-9 du code civil", ["16-1", "16-9"]),
        ("l'article 16-9 à l'article 16-1 du code civil", ["16-9", "16-1"]),
        ("de l'article 16-1 à l'article 16-9 du code civil", ["16-1..16-9"]),
    ],
)
def test_what_leads_from_one_article_to_another_makes_no_range(text: str, found: list[str]) -> None:
    assert targets(text) == [f"code-civil/{number}" for number in found]


def test_an_agreement_that_excepts_has_no_articles_of_a_code() -> None:
    text = "Le comité est saisi (C. trav., art. L. 2312-24), sauf accord (art. L. 2312-19, 1°)."
    assert targets(text) == ["code-du-travail/l2312-24", "code-du-travail/l2312-19#1°"]


@pytest.mark.parametrize("act", ["code-du-travail", None])
@pytest.mark.parametrize(
    "text",
    [
        "L'article 5 de l'accord de branche, étendu par arrêté du 6 juin 2031 (art. 1er), vaut ; l'article 6 aussi.",
        "L'article 5 du cahier des charges approuvé par décret n° 2031-5 fixe une prime ; l'article 6 un délai.",
        "L'article 5 des statuts homologués par le décret n° 2031-5 fixe un délai. L'article 6 le prolonge.",
    ],
)
def test_what_approved_a_text_that_is_not_read_has_none_of_its_articles(text: str, act: str | None) -> None:
    assert find_references(text, act=act)[-1].target == "?/6"


@pytest.mark.parametrize("act", ["code-de-commerce", None])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'article 212 bis 1 a du CGI", ["212-bis#1/a"]),
        ("l'article 41 A 2 3° du CGI", ["41-a#2/3°"]),
        ("l'article 207 4 bis du CGI", ["207#4 bis"]),
        ("l'article 220 I a ter du CGI", ["220#I/a ter"]),
        ("l'article 155 bis I 2 al. 1 du CGI", ["155-bis#I/2/al1"]),
        ("l'article 1730 1 a et b du CGI", ["1730#1/a", "1730#1/b"]),
        ("les articles 9 ter et 240 quater A 1 a du CGI", ["9-ter", "240-quater-a#1/a"]),
        ("les articles 210 B 1 et 58 du CGI", ["210-b#1", "58"]),
        ("les articles 210 B 1 et 2 du CGI", ["210-b#1", "210-b#2"]),
    ],
)
def test_parts_that_only_blanks_set_apart(text: str, found: list[str], act: str | None) -> None:
    expected = [f"code-general-des-impots-cgi/{path}" for path in found]
    assert [reference.target for reference in find_references(text, act=act)] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("art. 1104 n. C. civ. ; art. 1148 a. C. civ.", ["code-civil/1104", "code-civil/1148"]),
        ("C. civ., art. anc. 1148 ; l'article (ancien) 1149 du code civil", ["code-civil/1148", "code-civil/1149"]),
        ("CC boulangerie, art. 12 ; CC de la boulangerie, art. 13", ["?/12", "?/13"]),
        ("CC notamment art. 12 ; CC modifié, art. 13", ["code-civil/12", "code-civil/13"]),
    ],
)
def test_short_words_beside_a_code(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("chap. II et III du code du sport", ["code-du-sport:chapitre.ii", "code-du-sport:chapitre.iii"]),
        (
            "tit. II, III et IV du livre V du code du sport",
            [f"code-du-sport:livre.v/titre.{number}" for number in ("ii", "iii", "iv")],
        ),
        ("cons. 41 à 44 RGPD", ["reglement-ue:2016/679:considerant.41..44"]),
        ("tit. II, L. n° 2031-12", ["loi:2031-12:titre.ii"]),
    ],
)
@pytest.mark.parametrize("act", ["code-de-commerce", None])
def test_divisions_go_on_behind_a_short_noun(text: str, found: list[str], act: str | None) -> None:
    assert [reference.target for reference in find_references(text, act=act)] == found


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Invoquant l'article 8 de la Convention, la requérante se plaint d'un refus.", "droits-de-lhomme/8"),
        ("La Cour rappelle que l'article 10 de la Convention protège chacun.", "droits-de-lhomme/10"),
        ("La société requérante cite l'article 12 de la Convention, conclue avec la ville.", "?/12"),
        ("Le salarié invoque l'article 8 de la Convention.", "?/8"),
    ],
)
def test_the_convention_of_those_who_go_to_strasbourg(text: str, target: str) -> None:
    assert targets(text)[0].endswith(target)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'annexe I du règlement (UE) 2031/679 et l'annexe II", "reglement-ue:2031/679:annexe.ii"),
        ("de l'annexe 8 au décret n° 2031-12 et celles de l'annexe 9", "decret:2031-12:annexe.9"),
        ("le titre II de la loi n° 2031-12, le titre III", "loi:2031-12:titre.iii"),
        ("le chapitre II de la convention collective et le chapitre III", "?:chapitre.iii"),
        ("le titre II de la loi n° 2031-12 et le livre IV", "code-de-commerce:livre.iv"),
    ],
)
def test_a_division_beside_one_of_its_kind_is_of_the_same_act(text: str, found: str) -> None:
    assert find_references(text, act="code-de-commerce")[-1].target == found


@pytest.mark.parametrize(
    ("text", "its"),
    [
        ("La délibération attaquée méconnaît l'article L. 1 du code de la route en ses articles 2 et 3.", "?/3"),
        ("La loi du pays déférée viole l'article 74 de la Constitution en son article 7.", "?/7"),
    ],
)
def test_what_breaks_an_article_has_articles_of_its_own(text: str, its: str) -> None:
    assert targets(text)[-1] == its


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CC 1383 anc.", ["code-civil/1383"]),
        ("CPC 456, anc.", ["code-de-procedure-civile/456"]),
        ("LIL 83", ["loi:78-17/83"]),
        ("art. 5 RGPD (1, c)", ["reglement-ue:2016/679/5#1/c"]),
        ("art. 5 RGPD, 1, c)", ["reglement-ue:2016/679/5#1/c"]),
        ("art. 5 RGPD (1 an)", ["reglement-ue:2016/679/5"]),
        ("les articles 9 TFUE (I) et 12 du code pénal (2°)", ["traite:tfue/9#I", "code-penal/12#2°"]),
    ],
)
def test_what_stands_behind_initials_and_their_numbers(text: str, found: list[str]) -> None:
    assert targets(text) == found

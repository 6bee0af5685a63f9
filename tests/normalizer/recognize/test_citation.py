"""Citations as people type them."""

from __future__ import annotations

import pytest

from cpp_corpus.errors import InputError, NumberError, TextError
from cpp_corpus.normalizer.recognize import find_citation, find_references
from cpp_corpus.normalizer.recognize.explain import explain

CITATIONS = {
    "art. 706-16": "?/706-16",
    "628-2": "?/628-2",
    "L. 811-2 CSI": "code-de-la-securite-interieure/l811-2",
    "art. 706-16 CPP": "code-de-procedure-penale/706-16",
    "CPP, art. 706-16": "code-de-procedure-penale/706-16",
    "art. 700 C. pr. civ.": "code-de-procedure-civile/700",
    "C. pén., art. 222-22 et 222-23": "code-penal/222-22 code-penal/222-23",
    "code pénal, art. 121-3": "code-penal/121-3",
    "article 421-1 du code pénal": "code-penal/421-1",
    "l'article 1649 quater B bis CGI": "code-general-des-impots-cgi/1649-quater-b-bis",
    "1er": "?/1",
    "R*123-4": "?/r123-4",
    "l811-2": "?/l811-2",
    "L. 33-1 CPCE": "code-des-postes-et-des-communications-electroniques/l33-1",
    "L. 111-1 CPCE": "code-des-procedures-civiles-dexecution/l111-1",
    "art. 3 de la loi n° 2020-12 du 3 mars 2020": "loi:2020-12/3",
    "700/cpc": "code-de-procedure-civile/700",
    "CCH_L271-1": "code-de-la-construction-et-de-lhabitation/l271-1",
    "145cpc": "code-de-procedure-civile/145",
    "art. 1240 : code civil": "code-civil/1240",
    "cpc 31/32": "code-de-procedure-civile/31 code-de-procedure-civile/32",
    "cc 1103+1104": "code-civil/1103 code-civil/1104",
    "1324-1346 cc": "code-civil/1324..1346",
    "TFUE 101 et 102, C. com. L420-1": "traite:tfue/101 traite:tfue/102 code-de-commerce/l420-1",
    "cc 1240, 700 cpc": "code-civil/1240 code-de-procedure-civile/700",
    "cpc 6, 9 et cc 1353": "code-de-procedure-civile/6 code-de-procedure-civile/9 code-civil/1353",
    "L145-4 bail commercial code de commerce": "code-de-commerce/l145-4",
    "Constitution 1958, art. 13": "constitution:1958/13",
    "83(5)(a)": "?/83#5/a",
    "1103 - 1104 - 1193 code civil": "code-civil/1103 code-civil/1104 code-civil/1193",
    "1240 cc / 700 cpc": "code-civil/1240 code-de-procedure-civile/700",
    "nouveau code de procédure civile 16": "code-de-procedure-civile/16",
    "Code civil 1804": "",
    "12 cc de solution": "",
    "12 rue des Lilas": "",
    "3 CT de plus": "",
    "75015 CP": "",
    "12 c. à soupe": "",
    "CE 1": "",
    "2017-747 DC": "",
    "1er al. 1792 cc": "",
    "bonjour": "",
    "": "",
}


@pytest.mark.parametrize(("text", "targets"), CITATIONS.items(), ids=CITATIONS)
def test_citation(text: str, targets: str) -> None:
    assert [r.target for r in find_citation(text)] == targets.split()


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("CCH_L271-1", "code-de-la-construction-et-de-lhabitation/l271-1"),
        ("1240 (cc)", "code-civil/1240"),
        ("1103 - 1104 - 1193 code civil", "code-civil/1103 code-civil/1104 code-civil/1193"),
        ("1240 cc / 700 cpc", "code-civil/1240 code-de-procedure-civile/700"),
        ("code_civil_art_1240", "code-civil/1240"),
        ("15 loi du 6 juillet 1989", "loi:1989-07-06/15"),
        ("Code civil 1804", "code-civil"),
        ("3 ordonnances du 6 mai 2020", "ordonnance:2020-05-06"),
        ("2 code du travail", "code-du-travail"),
        ("12 cc", ""),
        ("12/ct", ""),
    ],
)
def test_a_text_that_is_only_a_citation(text: str, targets: str) -> None:
    assert [r.target for r in find_references(text)] == targets.split()


def test_an_abbreviation_of_two_codes_that_both_lack_the_number_is_neither() -> None:
    (found,) = find_citation("art. L. 99999-9 CPCE")
    assert found.act is None
    assert found.reason


ACTS = {
    "CPP": "code-de-procedure-penale",
    "code pénal": "code-penal",
    "code-penal": "code-penal",
    "loi:2019-222": "loi:2019-222",
}


@pytest.mark.parametrize(("name", "act"), ACTS.items(), ids=ACTS)
def test_the_citing_act_in_any_form(name: str, act: str) -> None:
    assert [r.act for r in find_references("l'article 5", act=name)] == [act]


def test_an_id_of_an_act_that_is_not_known_stays() -> None:
    act = "code-des-moulins-et-des-horloges"
    assert [r.act for r in find_references("l'article 5", act=act, article="L. 1")] == [act]


@pytest.mark.parametrize(("act", "nearest"), [("code du travial", "code-du-travail"), ("CPCE", "code-des-postes")])
def test_an_act_that_is_not_known_is_refused_with_the_nearest(act: str, nearest: str) -> None:
    with pytest.raises(InputError, match=nearest):
        find_references("l'article 5", act=act)


@pytest.mark.parametrize("article", ["???", "", "l'alinéa 3"])
def test_a_citing_article_that_is_none_is_refused(article: str) -> None:
    with pytest.raises(NumberError, match="expected one such as"):
        find_references("l'article 5", act="code-penal", article=article)


@pytest.mark.parametrize(
    "article", ["Statuts types", "emplois-classés", "1649 quater B.", "R. * 123-4", "Annexe I", "préliminaire"]
)
def test_a_citing_article_in_any_form(article: str) -> None:
    assert [r.article for r in find_references("l'article 5", act="code-penal", article=article)] == ["5"]


@pytest.mark.parametrize("text", [None, b"l'article 5", 5])
def test_what_is_no_text_is_refused(text: str) -> None:
    for function in (find_references, explain, find_citation):
        with pytest.raises(TextError, match="expected text, got"):
            function(text)
    assert issubclass(TextError, TypeError)


def test_an_act_or_article_that_is_no_text_is_refused() -> None:
    with pytest.raises(TextError, match="article: expected text, got int"):
        find_references("l'article 5", article=5)  # type: ignore[arg-type]

"""Citations as people type them."""

from __future__ import annotations

import pytest

from cpp_corpus.normalizer.recognize import find_citation

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
    "bonjour": "",
    "": "",
}


@pytest.mark.parametrize(("text", "targets"), CITATIONS.items(), ids=CITATIONS)
def test_citation(text: str, targets: str) -> None:
    assert [r.target for r in find_citation(text)] == targets.split()


def test_an_abbreviation_of_two_codes_that_both_lack_the_number_is_neither() -> None:
    (found,) = find_citation("art. L. 99999-9 CPCE")
    assert found.act is None
    assert found.reason

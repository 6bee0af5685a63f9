import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.acts import ACTS
from cpp_corpus.lang.identifiers import Identifiers, identifiers

NONE = Identifiers()
FRANCE = "https://www.legifrance.gouv.fr/eli"
UNION = "http://data.europa.eu/eli"


@pytest.mark.parametrize("act", ACTS)
def test_every_code_has_its_text(act: str) -> None:
    found = identifiers(act)
    assert found.legitext is not None
    assert found.url == f"https://www.legifrance.gouv.fr/codes/texte_lc/{found.legitext}"
    assert (found.eli, found.celex, found.ecli) == (None, None, None)


@pytest.mark.parametrize(
    ("act", "designation", "eli"),
    [
        ("loi:2019-222", "loi n° 2019-222 du 23 mars 2019", f"{FRANCE}/loi/2019/3/23/2019-222/jo/texte"),
        ("decret:2005-12", "décret n° 2005-12 du 1er janvier 2005", f"{FRANCE}/decret/2005/1/1/2005-12/jo/texte"),
        ("ordonnance:2019-964", "ordonnance du 18 septembre 2019", f"{FRANCE}/ordonnance/2019/9/18/2019-964/jo/texte"),
        ("loi:2019-222", "", None),  # no day
        ("loi:2019-222", "loi n° 2019-222", None),
        ("loi:2019-222", "loi n° 2019-222 du 23 mars 2018", None),  # number and date disagree
        ("loi:2011-333", "loi organique n° 2011-333 du 29 mars 2011", None),
        ("loi:78-17", "loi n° 78-17 du 6 janvier 1978", None),  # before 2002
        ("loi:1881-07-29", "loi du 29 juillet 1881", None),
        ("arrete:2020-04-17", "arrêté du 17 avril 2020", None),  # needs its NOR
    ],
)
def test_french_texts(act: str, designation: str, eli: str | None) -> None:
    assert identifiers(act, designation) == Identifiers(eli=eli, url=eli)


@pytest.mark.parametrize(
    ("act", "celex", "eli"),
    [
        ("reglement-ue:2017/1939", "32017R1939", "reg/2017/1939"),
        ("reglement-ue:2015/35", "32015R0035", "reg/2015/35"),
        ("reglement-ue:1234/2007", "32007R1234", "reg/2007/1234"),
        ("reglement-ue:1408/71", "31971R1408", "reg/1971/1408"),
        ("reglement-ue:44/2001", "32001R0044", "reg/2001/44"),
        ("directive-ue:2014/41", "32014L0041", "dir/2014/41"),
        ("directive-ue:85/611", "31985L0611", "dir/1985/611"),
        ("decision-ue:2006/928", "32006D0928", "dec/2006/928"),
        ("decision-ue:1313/2013", "32013D1313", "dec/2013/1313"),
        ("decision-cadre-ue:2002/584", "32002F0584", None),
    ],
)
def test_union(act: str, celex: str, eli: str | None) -> None:
    found = identifiers(act)
    assert found.celex == celex
    assert found.eli == (None if eli is None else f"{UNION}/{eli}/oj")
    assert found.url == f"https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:{celex}"


@pytest.mark.parametrize(
    "act",
    [
        "reglement-ue:2016/2012",  # number 2016 of 2012, or number 2012 of 2016?
        "reglement-ue:2016/98",
        "decision-ue:90/88",
        "reglement-ue:12/34",
        "reglement-ue:2014/952",  # printed the wrong way round
        "reglement-ue:2014-04-16",
        "reglement-ue:2017/0",
        "directive-ue:611/85",
        "decision-ue:2013-11-25",
        "directive-ue:",
        "traite:tfue",
        "constitution:1958",
        "decision-ce:389283",
        "code-des-nuages",
        "loi",
        "",
    ],
)
def test_none_where_no_rule_tells(act: str) -> None:
    assert identifiers(act, "du 3 mai 2016") == NONE


def test_delegated_and_implementing_acts() -> None:
    def eli(words: str) -> str | None:
        return identifiers("reglement-ue:2015/2447", words).eli

    assert eli("règlement d'exécution (UE) 2015/2447") == f"{UNION}/reg_impl/2015/2447/oj"
    assert eli("règlement délégué (UE) 2015/2447") == f"{UNION}/reg_del/2015/2447/oj"
    assert eli("règlement (UE) 2015/2447") == f"{UNION}/reg/2015/2447/oj"


@pytest.mark.parametrize(
    ("act", "designation", "ecli"),
    [
        ("decision-cc:2011-153-qpc", "décision n° 2011-153 QPC du 13 juillet 2011", "ECLI:FR:CC:2011:2011.153.QPC"),
        ("decision-cc:96-377-dc", "décision n° 96-377 DC du 16 juillet 1996", "ECLI:FR:CC:1996:96.377.DC"),
        ("decision-cc:2012-298-qpc", "décision n° 2012-298 QPC du 28 mars 2013", "ECLI:FR:CC:2013:2012.298.QPC"),
        ("decision-cc:96-377-dc", "décision n° 96-377 DC", None),
        ("decision-cc:96-377-dc", "décision n° 96-377 DC du 16 juillet 1999", None),
        ("decision-cc:2011-182/183-qpc", "décision n° 2011-182/183 QPC du 14 octobre 2011", None),
    ],
)
def test_conseil_constitutionnel(act: str, designation: str, ecli: str | None) -> None:
    assert identifiers(act, designation) == Identifiers(ecli=ecli)


@given(st.text(max_size=30), st.text(max_size=30))
def test_anything_else_has_none(act: str, designation: str) -> None:
    assert identifiers(act, designation) == NONE

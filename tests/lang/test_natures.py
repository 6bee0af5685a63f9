import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.natures import nature_at, short_act_at


@pytest.mark.parametrize(
    ("text", "act", "name"),
    [
        ("L. n° 78-17, 6 janv. 1978", "loi:78-17", "loi"),
        ("L. n°78-17 du 6 janvier 1978", "loi:78-17", "loi"),
        ("L. no 78-17", "loi:78-17", "loi"),
        ("L. n˚ 78-17 (6 janv. 1978)", "loi:78-17", "loi"),
        ("L. 29 juill. 1881", "loi:1881-07-29", "loi"),
        ("L. du 29 juill. 1881", "loi:1881-07-29", "loi"),
        ("L.\n n°\n 78-17", "loi:78-17", "loi"),
        ("LO n° 2010-837 du 23 juill. 2010", "loi:2010-837", "loi organique"),
        ("L. org. n° 2010-837", "loi:2010-837", "loi organique"),
        ("L. const. n° 2008-724, 23 juill. 2008", "loi:2008-724", "loi constitutionnelle"),
        ("L. fin. n° 2021-1900", "loi:2021-1900", "loi de finances"),
        ("Ord. n° 2016-131, 10 févr. 2016", "ordonnance:2016-131", "ordonnance"),
        ("ord. n° 2016-131", "ordonnance:2016-131", "ordonnance"),
        ("Ord. 2016-131 du 10/02/2016", "ordonnance:2016-131", "ordonnance"),
        ("ORD. N° 2016-131", "ordonnance:2016-131", "ordonnance"),
        ("D. n° 2019-1333, 11 déc. 2019", "decret:2019-1333", "décret"),
        ("Décr. n° 2019–1333", "decret:2019-1333", "décret"),
        ("D. 11 déc. 2019", "decret:2019-12-11", "décret"),
        ("Décr.-L. 30 oct. 1935", "decret:1935-10-30", "décret-loi"),
        ("Arr. 22 mai 1985", "arrete:1985-05-22", "arrêté"),
        ("A. 22 mai 1985", "arrete:1985-05-22", "arrêté"),
        ("L 22/05/1985", "loi:1985-05-22", "loi"),
        ("D 22 mai 1985", "decret:1985-05-22", "décret"),
        ("l. 22/05/85", "loi:1985-05-22", "loi"),
        ("Arr. min. du 22.05.1985", "arrete:1985-05-22", "arrêté"),
        ("Circ. 20 oct. 2000", "circulaire:2000-10-20", "circulaire"),
        ("Règl. (UE) 2016/679, 27 avr. 2016", "reglement-ue:2016/679", "règlement"),
        ("Règl. (CE) n° 883/2004", "reglement-ue:883/2004", "règlement"),
        ("Règl. UE n° 910/2014", "reglement-ue:910/2014", "règlement"),
        ("Règl. 2016/679/UE", "reglement-ue:2016/679", "règlement"),
        ("R. (UE) 2016/679", "reglement-ue:2016/679", "règlement"),
        ("Règl. dél. (UE) 2016/161", "reglement-ue:2016/161", "règlement délégué"),
        ("Dir. 2014/41/UE, 3 avr. 2014", "directive-ue:2014/41", "directive"),
        ("Dir. (UE) 2016/680", "directive-ue:2016/680", "directive"),
        ("Dir. 85/374/CEE du 25 juill. 1985", "directive-ue:85/374", "directive"),
        ("Déc.-cadre 2002/584/JAI", "decision-cadre-ue:2002/584", "décision-cadre"),
        ("Décis. (UE) 2013/755", "decision-ue:2013/755", "décision"),
    ],
)
def test_read(text: str, act: str, name: str) -> None:
    found = short_act_at(f"({text} ; la roue)", 1)
    assert found is not None
    assert (found.id, found.end, found.nature.name) == (act, 1 + len(text), name)
    assert nature_at(f"({text} ; la roue)", 1) == found.nature


@pytest.mark.parametrize(
    "text",
    [
        "", "L.", "L. 811-2", "L 811-2", "L.811-2", "L. 78-17", "LO 141", "L. O. 141", "L.O. 141-2", "R. 123-4",
        "D. 752-26", "A. 123-4", "l. n° 12", "d. 11 déc. 2019", "L n 78-17", "L. moulin", "L. n° 3", "Ord.",
        "Ord. du moulin", "Orde. n° 2016-131", "Arr. du maire", "déc. 2019", "10 déc. 2019", "Règl.", "Règl. 12",
        "Règl. 27 avr. 2016", "Règl. intérieur", "Dir. générale", "Dir. du moulin", "R. 2016/679", "A. n°",
        "Règl. 27/4/2016", "L 5-7-85", "L 12", "Circ. 12", "arrêt du 12 juillet 2029", "L. n° 78-17-3",
        "Ord. 2016/131", "LF 2016",
    ],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert short_act_at(text, 0) is None
    assert nature_at(text, 0) is None


def test_the_date_is_read_with_the_number() -> None:
    text = "L. n° 78-17, 6 janv. 1978, art. 32"
    found = short_act_at(text, 0)
    assert found is not None
    assert (found.day, text[: found.number_end]) == (date(1978, 1, 6), "L. n° 78-17")
    assert short_act_at("xL. n° 78-17", 1) is None
    assert short_act_at("J. O. du 28.04.1981", 3) is None


@given(st.text(string.ascii_letters + string.digits + " .,/-n°()", max_size=30))
def test_it_stays_in_the_text(text: str) -> None:
    for begin in ("L. ", "Ord. ", "Règl. ", "D. n° "):
        found = short_act_at(begin + text, 0)
        assert found is None or 0 < found.nature.end <= found.number_end <= found.end <= len(begin + text)

import string
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.decisions import COURTS, _data, decision_at, decision_id, ecli, from_ecli


@pytest.mark.parametrize(
    ("text", "anchor", "ident"),
    [
        ("CE, 27 juill. 2001, n° 222509", "n° 222509", "decision-ce:222509"),
        ("CE, 3 mars 2021, Ville de Vent, 412345", "412345", "decision-ce:412345"),
        ("CEDH, 3 mars 2021, Navet c/ France, 12345/20", "12345/20", "decision-cedh:12345/20"),
        ("Civ. 3 mars 2021, n° 20-12.345", "n° 20-12.345", "decision-cass:20-12.345"),
        (
            "Cour de cassation, chambre commerciale, financière et économique, 3 mars 2021, n° 20-12.345",
            "n° 20-12.345",
            "decision-cass:20-12.345",
        ),
        ("CE, Ass., 23 déc. 2011, Dumoulin, req. n° 335033", "n° 335033", "decision-ce:335033"),
        ("CE Ass., 23 déc. 2011, n° 335033", "n° 335033", "decision-ce:335033"),
        ("CE, 10e et 9e ch. réunies, 13 févr. 2020, n° 433069", "n° 433069", "decision-ce:433069"),
        ("Conseil d'État, 3 mars 2010, Société du moulin, n° 312345", "n° 312345", "decision-ce:312345"),
        (
            "Conseil d'Etat (décision n° 387322 du 30 mars 2015",
            "décision n° 387322 du 30 mars 2015",
            "decision-ce:387322",
        ),
        ("CE 27 juillet 2001 n° 222509", "n° 222509", "decision-ce:222509"),
        ("CE, 27/07/2001, 222509", "222509", "decision-ce:222509"),
        ("Cass. soc., 12 févr. 2014, n° 12-23.573", "n° 12-23.573", "decision-cass:12-23.573"),
        ("Cass. soc., 12 févr.\n 2014, n°\n 12-23.573", "n°\n 12-23.573", "decision-cass:12-23.573"),
        ("Cass. 1re civ., 12 févr. 2014, n° 12-23573", "n° 12-23573", "decision-cass:12-23.573"),
        ("Cass. civ. 3, 3 mars 2020, 19-12.345", "19-12.345", "decision-cass:19-12.345"),
        ("Cass., ass. plén., 5 oct. 2018, n° 10-19.053", "n° 10-19.053", "decision-cass:10-19.053"),
        ("Cass. com., 12-2-2014, n° 12‑23.573", "n° 12‑23.573", "decision-cass:12-23.573"),
        (
            "Cour de cassation, chambre sociale, 3 mars 2014, pourvoi n° 12-23.573",
            "n° 12-23.573",
            "decision-cass:12-23.573",
        ),
        ("Civ. 1re, 12 févr. 2014, n° 12-23.573", "n° 12-23.573", "decision-cass:12-23.573"),
        ("Cass. civ. 1re, 12 févr. 2014, n° 12-23.573", "n° 12-23.573", "decision-cass:12-23.573"),
        ("Cass. civ. 2e, 12 févr. 2014, n° 12-23.573", "n° 12-23.573", "decision-cass:12-23.573"),
        ("CE 3/8 SSR, 12 mars 2014, n° 355791", "n° 355791", "decision-ce:355791"),
        ("CE sect. 30 oct. 2029 Mme Meule n° 298348", "n° 298348", "decision-ce:298348"),
        ("Cons. const., décis. n° 2018-765 DC, 12 juin 2018", "n° 2018-765 DC", "decision-cc:2018-765-dc"),
        ("Soc. 12 févr. 2014, n° 12-23.573", "n° 12-23.573", "decision-cass:12-23.573"),
        ("Crim., 12 févr. 2014, n° 14-81.234", "n° 14-81.234", "decision-cass:14-81.234"),
        ("pourvoi n° 22-10.176", "n° 22-10.176", "decision-cass:22-10.176"),
        ("pourvoi n° K 22-10.176", "n° K 22-10.176", "decision-cass:22-10.176"),
        ("arrêt n° 12-23.573 du 3 mars 2014", "n° 12-23.573", "decision-cass:12-23.573"),
        ("Cons. const., 5 févr. 2021, n° 2020-881 QPC", "n° 2020-881 QPC", "decision-cc:2020-881-qpc"),
        (
            "Conseil constitutionnel, décision n° 2011-153 QPC du 13 juillet 2011",
            "décision n° 2011-153 QPC du 13 juillet 2011",
            "decision-cc:2011-153-qpc",
        ),
        (
            "décision n° 96-377 DC du 16 juillet 1996",
            "décision n° 96-377 DC du 16 juillet 1996",
            "decision-cc:96-377-dc",
        ),
        (
            "décision du Conseil constitutionnel n° 2020-881 QPC",
            "décision du Conseil constitutionnel n° 2020-881 QPC",
            "decision-cc:2020-881-qpc",
        ),
        (
            "décision n° 387322 du 30 mars 2015 du Conseil d'Etat",
            "décision n° 387322 du 30 mars 2015 du Conseil d'Etat",
            "decision-ce:387322",
        ),
        (
            "décision n° 451122 du 6 juillet 2031, le Conseil d'Etat, statuant au contentieux",
            "décision n° 451122 du 6 juillet 2031",
            "decision-ce:451122",
        ),
        (
            "jugement n° 2804524 du 12 mars 2029, le tribunal administratif de Nantes",
            "n° 2804524",
            "decision-ta:nantes:2804524",
        ),
        ("arrêt du 12 juillet 2029, Passeurs, C-378/28", "C-378/28", "decision-cjue:c-378/28"),
        ("CAA Lyon, 29 nov. 2021, n° 15LY03630", "n° 15LY03630", "decision-caa:15ly03630"),
        ("CAA de Lyon, 3e ch., 29 nov. 2021, n° 15LY03630", "n° 15LY03630", "decision-caa:15ly03630"),
        ("TA Cergy-Pontoise, 3 mars 2022, n° 2204524", "n° 2204524", "decision-ta:cergy-pontoise:2204524"),
        ("tribunal administratif de Lille, 3 mars 2022, n° 2204524", "n° 2204524", "decision-ta:lille:2204524"),
        ("T. confl., 12 févr. 2018, Moulin, n° C4109", "n° C4109", "decision-tc:4109"),
        ("T. confl., n° 4188", "n° 4188", "decision-tc:4188"),
        ("CA Paris, 3 mars 2020, RG n° 19/01234", "n° 19/01234", "decision-ca:paris:19/01234"),
        ("CA Aix-en-Provence, 3e ch., 3 mars 2020, n° 19/01234", "n° 19/01234", "decision-ca:aix-en-provence:19/01234"),
        (
            "Cour d'appel de Paris, pôle 6, ch. 3, 3 mars 2020, n° RG 19/01234",
            "n° RG 19/01234",
            "decision-ca:paris:19/01234",
        ),
        ("CA Saint-Denis de la Réunion, n° 19/01234", "n° 19/01234", "decision-ca:saint-denis-de-la-reunion:19/01234"),
        ("TGI Nanterre, réf., 3 mars 2019, n° 19/01234", "n° 19/01234", "decision-tgi:nanterre:19/01234"),
        ("TJ Paris, 3 mars 2020, n° RG 20/01234", "n° RG 20/01234", "decision-tj:paris:20/01234"),
        ("CJUE, 5 juin 2018, C-210/16", "C-210/16", "decision-cjue:c-210/16"),
        ("CJUE, gr. ch., 5 juin 2018, Moulin, aff. C‑210/16 P", "C‑210/16 P", "decision-cjue:c-210/16"),
        ("CJCE, arrêt du 30 septembre 2003, La Roue, C-167/01", "C-167/01", "decision-cjue:c-167/01"),
        ("CJCE, 5 févr. 1963, aff. 26/62", "26/62", "decision-cjue:26/62"),
        ("TUE, 3 mars 2015, T-123/12", "T-123/12", "decision-cjue:t-123/12"),
        ("arrêt de la Cour (grande chambre) du 5 juin 2028, Meules, C-210/26", "C-210/26", "decision-cjue:c-210/26"),
        ("ordonnance du 5 juin 2028, Meules et Roues, C-210/26", "C-210/26", "decision-cjue:c-210/26"),
        ("ordonnance du président du Tribunal du 5 juin 2028, Vent, T-21/26 R", "T-21/26 R", "decision-cjue:t-21/26"),
        ("affaire C210/26", "C210/26", "decision-cjue:c-210/26"),
        ("Cons. constit., 12 avril 2031, QPC n° 2031-302", "QPC n° 2031-302", "decision-cc:2031-302-qpc"),
        ("Conseil constitutionnel, 12 avril 2031, n° 2031-302 Qpc", "n° 2031-302 Qpc", "decision-cc:2031-302-qpc"),
        ("CEDH, 12 mai 2005, n° 46221/99", "n° 46221/99", "decision-cedh:46221/99"),
        ("CEDH, gr. ch., 12 mai 2005, Dumoulin c. France, req. n° 46221/99", "n° 46221/99", "decision-cedh:46221/99"),
    ],
)
def test_read(text: str, anchor: str, ident: str) -> None:
    (found,) = decision_at(f"({text})", 1)
    assert f"({text})"[found.start : found.end] == anchor
    assert (found.id, found.stop) == (ident, 1 + len(text))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("CE, 3 mars 2010, n°s 312345 et 312346", ["ce:312345", "ce:312346"]),
        (
            "Crim. 3 mars 2015, n° 14-81.234, 14-81.235 et 14-81.236",
            ["cass:14-81.234", "cass:14-81.235", "cass:14-81.236"],
        ),
        (
            "décisions n° 90-280 DC du 6 décembre 1990 et n° 93-331 DC du 13 janvier 1994",
            ["cc:90-280-dc", "cc:93-331-dc"],
        ),
        ("CJCE, 5 mars 1996, aff. jtes C-46/93 et C-48/93", ["cjue:c-46/93", "cjue:c-48/93"]),
        ("aff. jtes C-46/23 et C-48/23", ["cjue:c-46/23", "cjue:c-48/23"]),
        ("arrêts du 6 avril 1972, Roue (13/71) et du 5 mai 1973, Vent, 26/72", ["cjue:13/71", "cjue:26/72"]),
        ("CEDH, 3 mars 2011, n° 12345/08 et n° 12346/08", ["cedh:12345/08", "cedh:12346/08"]),
        ("arrêts du 6 nov. 2028, C-684/16, et du 3 mai 2027, C-55/26", ["cjue:c-684/16", "cjue:c-55/26"]),
        ("Cass. soc., 3 mars 2015, n° 12-23.573 ; 4 mai 2016, n° 12-23.574", ["cass:12-23.573", "cass:12-23.574"]),
        ("pourvois n° 22-10.176 et n° 22-10.177", ["cass:22-10.176", "cass:22-10.177"]),
    ],
)
def test_lists(text: str, ids: list[str]) -> None:
    found = decision_at(text, 0)
    assert [decision.id for decision in found] == [f"decision-{ident}" for ident in ids]
    assert found[-1].stop == len(text)


def test_a_court_named_before_in_the_sentence() -> None:
    text = "Le Conseil d'Etat a transmis la question (décision n° 387322 du 30 mars 2015)"
    (found,) = decision_at(text, text.index("décision"))
    assert found.id == "decision-ce:387322"
    text = "Le Conseil d'Etat siège. Le moulin suit la décision n° 387322 du 30 mars 2015"
    assert decision_at(text, text.index("décision")) == ()


def test_each_member_has_its_date() -> None:
    first, second = decision_at("décisions n° 90-280 DC du 6 décembre 1990 et n° 93-331 DC du 13 janvier 1994", 0)
    assert (first.day, second.day) == (date(1990, 12, 6), date(1994, 1, 13))


@pytest.mark.parametrize(
    "text", ["Cass. com., 3 mars 2015", "CEDH, 3 mars 2011", "CE, sect., 3 mars 2015", "CA Lyon, 3 mars 2015"]
)
def test_without_a_number_the_anchor_is_the_whole(text: str) -> None:
    (found,) = decision_at(f"{text}, la roue", 0)
    assert (found.id, found.start, found.end, found.day is not None) == (None, 0, len(text), True)


@pytest.mark.parametrize(
    "text",
    [
        "", "CE", "CE du moulin", "ce moulin", "ce, 3 mars 2010, n° 312345", "ta Lille, n° 2204524",
        "le CE, 3 mars 2010", "CES, 3 mars 2010", "CA 2020", "CA du 3 mars 2020", "CE du 3 mars 2020",
        "tribunal de grande instance de Lyon le 3 juin 2019", "CA, 3 mars 2020", "TA 1234567", "TC 12", "CC 2014",
        "CE 123456", "Soc. 12 févr. 2014", "Com. du moulin", "Civ. 1re", "Civ. 1re, n° 3", "Sect. 3 mars 2010",
        "pourvoi n° 12", "pourvoi du moulin", "décision n° 12", "décision n° 387322",
        "décision n° 387322 du 30 mars 2015", "décision du maire n° 96-377 DC", "arrêt n° 387322", "aff. n° 12",
        "affaire du moulin", "req. n° 335033", "Cour de cassation", "Cour d'appel de Lyon", "CJUE", "CEDH, art. 6",
        "CEDH 46221/99", "Conseil constitutionnel du moulin", "Cass. 12-23.57", "pourvoi n° 12-23.5731",
    ],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert decision_at(text, 0) == ()


@pytest.mark.parametrize(
    "text",
    [
        "CE, 3 mars 2010 ; le moulin n° 312345",
        "CE, 3 mars 2010, Ville de Vent, 312345 euros",
        "Cass. soc., 3 mars 2010. Le moulin est fermé par arrêté n° 12-23.573",
        "CEDH, 3 mars 2010 (voir n° 46221/99",
        "CE, 3 mars 2010" + ", la roue" * 30 + ", n° 312345",
    ],
)
def test_a_number_of_something_else(text: str) -> None:
    assert [decision.id for decision in decision_at(text, 0)] == [None]


@pytest.mark.parametrize(
    ("court", "number", "town", "ident"),
    [
        ("cass", "12-23.573", None, "decision-cass:12-23.573"),
        ("cass", "12-23573", None, "decision-cass:12-23.573"),
        ("cass", "12–23 573", None, "decision-cass:12-23.573"),
        ("ce", "222509", None, "decision-ce:222509"),
        ("ce", "222 509", None, "decision-ce:222509"),
        ("cc", "96-377 DC", None, "decision-cc:96-377-dc"),
        ("caa", "15 LY 03630", None, "decision-caa:15ly03630"),
        ("ca", "19/01234", "Aix-en-Provence", "decision-ca:aix-en-provence:19/01234"),
        ("cjue", "T-12/03 P", None, "decision-cjue:t-12/03"),
        ("tc", "C4188", None, "decision-tc:4188"),
        ("tc", "04188", None, "decision-tc:4188"),
        ("cedh", "46221/99", None, "decision-cedh:46221/99"),
        ("cedh", "12-23.573", None, None),
        ("cass", "12", None, None),
        ("ce", "12", None, None),
        ("cc", "96-377", None, None),
        ("ca", "19/01234", None, None),
        ("caa", "15LY", None, None),
    ],
)
def test_ids(court: str, number: str, town: str | None, ident: str | None) -> None:
    assert decision_id(court, number, town) == ident


def test_ecli() -> None:
    assert ecli("decision-cc:96-377-dc", date(1996, 7, 16)) == "ECLI:FR:CC:1996:96.377.DC"
    assert ecli("decision-cc:2020-881-qpc", date(2021, 2, 5)) == "ECLI:FR:CC:2021:2020.881.QPC"
    for ident, day in (
        ("decision-cc:2020-881-qpc", None),
        ("decision-cc:2020-881-qpc", date(2023, 2, 5)),
        ("decision-cass:12-23.573", date(2014, 2, 12)),
        ("decision-cjue:c-210/16", date(2018, 6, 5)),
    ):
        assert ecli(ident, day) is None
    assert from_ecli("ECLI:FR:CEASS:2011:335033.20111223") == "decision-ce:335033"
    for text in (
        "",
        "ECLI",
        "ECLI:FR:CCASS:2014:SO00333",
        "ECLI:EU:C:2018:388",
        "ECLI:FR:CECHR:2018:389283",
        "ECLI:CE:ECHR:2005",
    ):
        assert from_ecli(text) is None


@given(st.integers(1958, 2030), st.integers(1, 9999), st.sampled_from(["QPC", "DC", "L"]))
def test_ecli_both_ways(year: int, number: int, sort: str) -> None:
    ident = decision_id("cc", f"{year}-{number} {sort}")
    assert ident is not None
    made = ecli(ident, date(year, 3, 3))
    assert made is not None
    assert from_ecli(made) == ident


def test_the_table_of_courts() -> None:
    assert tuple(court.id for court, _ in _data()) == COURTS


@given(st.text(string.ascii_letters + string.digits + " .,/-n°()", max_size=40))
def test_it_stays_in_the_text(text: str) -> None:
    for begin in ("CE, 3 mars 2010, ", "CA ", "Cass. ", "CEDH ", "pourvoi n° "):
        for found in decision_at(begin + text, 0):
            assert 0 <= found.start < found.end <= found.stop <= len(begin + text)


def test_hostile_texts_take_linear_time() -> None:
    for piece in (
        "CA Aa ",
        "CE, 3 mars 2010, ",
        "Cass. soc., ",
        "CA " + "A" * 1000,
        "décision ",
        "CEDH, 3 mars 2010, n° ",
    ):
        text = piece * (20_000 // len(piece) + 1)
        began = time.perf_counter()
        for at in range(0, len(text), len(piece)):
            decision_at(text, at)
        assert time.perf_counter() - began < 5

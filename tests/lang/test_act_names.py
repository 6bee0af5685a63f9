import re
import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.act_names import _names, _rows, act_name_at, known_act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("loi ALUR", "loi:2014-366"),
        ("LOI ALUR", "loi:2014-366"),
        ("loi dite ALUR", "loi:2014-366"),
        ("loi dite « Macron »", "loi:2015-990"),
        ("loi « Macron »", "loi:2015-990"),
        ('loi dite "Sapin II"', "loi:2016-1691"),
        ("loi Sapin 2", "loi:2016-1691"),
        ("loi Sapin-II", "loi:2016-1691"),
        ("loi, dite loi Sapin II", "loi:2016-1691"),
        ("loi du 9 décembre 2016 dite Sapin II", "loi:2016-1691"),
        ("loi du 9 déc. 2016, dite « loi Sapin II »", "loi:2016-1691"),
        ("loi Macron du 6 août 2015", "loi:2015-990"),
        ("loi El Khomri", "loi:2016-1088"),
        ("loi Travail de 2016", "loi:2016-1088"),
        ("loi Evin", "loi:91-32"),
        ("loi Évin du 31 décembre 1989", "loi:89-1009"),
        ("loi Perben II", "loi:2004-204"),
        ("loi Informatique et libertés", "loi:78-17"),
        ("loi Informatique & Libertés", "loi:78-17"),
        ("loi « Informatique et Libertés » du 6 janvier 1978", "loi:78-17"),
        ("loi Informatique\n  et libertés", "loi:78-17"),
        ("loi relative à l'informatique, aux fichiers et aux libertés", "loi:78-17"),
        ("loi pour une République numérique", "loi:2016-1321"),
        ("loi de 1881 sur la presse", "loi:1881-07-29"),
        ("loi sur la liberté de la presse", "loi:1881-07-29"),
        ("loi de 1901", "loi:1901-07-01"),
        ("loi 1901", "loi:1901-07-01"),
        ("loi de 1905", "loi:1905-12-09"),
        ("loi d'orientation des mobilités", "loi:2019-1428"),
        ("loi Egalim 2", "loi:2021-1357"),
        ("lois Grenelle", "loi:2009-967"),
        ("règlement général sur la protection des données", "reglement-ue:2016/679"),
        ("règlement Bruxelles I bis", "reglement-ue:1215/2012"),
        ("règlement européen sur l'intelligence artificielle", "reglement-ue:2024/1689"),
        ("Directive « habitats »", "directive-ue:92/43"),
        ("décret tertiaire", "decret:2019-771"),
        ("Déclaration de 1789", "declaration:1789"),
        ("Déclaration des droits de l'homme et du citoyen", "declaration:1789"),
        ("Déclaration des droits de l’homme et du citoyen du 26 août 1789", "declaration:1789"),
        ("Préambule de 1946", "constitution:1946"),
        ("Constitution de 1946", "constitution:1946"),
        ("Constitution", "constitution:1958"),
        ("Constitution du 4 octobre 1958", "constitution:1958"),
        ("charte de l'environnement", "traite:charte-de-lenvironnement"),
        ("Charte de l'environnement de 2004", "traite:charte-de-lenvironnement"),
        ("convention européenne des droits de l'homme", "traite:convention-europeenne-des-droits-de-lhomme"),
        ("traité sur le fonctionnement de l'Union européenne", "traite:tfue"),
    ],
)
def test_read(text: str, act: str) -> None:
    found = act_name_at(f"la {text}; la roue", 3)
    assert found is not None
    assert (found.ids[0], found.end) == (act, 3 + len(text))


@pytest.mark.parametrize(
    "text",
    [
        "", "loi", "loi du moulin", "loi n° 2014-366", "loi du 29 juillet 1881 sur la liberté de la presse",
        "loi du 9 décembre 2016 Sapin II", "loi du 24 mars 2014", "la loi ALUR", "ALUR", "loi ALURS", "loiALUR",
        "loi dite « ", "loi Macron du 3 mars 2010", "loi Macron de 1999", "loi de 1902", "loi 2014-366",
        "constitution", "constitution de la société", "règlement ALUR", "directive Macron", "loi habitats",
        "déclaration", "Déclarations de 1789", "Préambule", "loi de finances pour 1814", "loi relative à la roue",
        "loi, ALUR", "loi pour une République", "projet ALUR", "loi. . ALUR", "loi (ALUR", "loi dite « du moulin »",
        "traité", "remaconstitution", "décret ALUR",
    ],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert act_name_at(text, 0) is None


def test_a_shared_name_stands_for_all() -> None:
    found = act_name_at("loi Taubira", 0)
    assert found is not None
    assert len(found.ids) > 2
    assert [act_name_at(f"loi Taubira de {year}", 0) is None for year in (2001, 2013, 2014, 2020)] == [
        False, False, False, True,
    ]  # fmt: skip


def test_what_stands_behind_the_name_is_left() -> None:
    for behind in (", article 7", " du moulin", " de la roue", " 2014-366", " »", " du 31 février 2014", "."):
        found = act_name_at(f"loi ALUR{behind}", 0)
        assert found is not None
        assert found.end in (8, 8 + len(" »"))


def test_the_numbers_of_the_table() -> None:
    seen = set()
    for row in _rows():
        nature, number = row.act.id.split(":")
        assert row.act.id not in seen
        seen.add(row.act.id)
        assert row.names or row.alone or row.act.title, row
        year = re.match(r"\d+", number) if nature in {"loi", "ordonnance", "decret"} else None
        if year is not None and "-" in number:
            assert row.act.date is not None
            assert f"{row.act.date.year}".endswith(year[0]), row
            assert number.count("-") == 1 or row.act.date.isoformat() == number
        if nature.endswith("-ue"):
            assert row.act.date is not None
            assert {int(part) % 100 for part in number.split("/")} & {(row.act.date.year + n) % 100 for n in (0, 1)}


def test_every_name_is_found() -> None:
    for noun, name, row in _names():
        word = {"reglement-ue": "règlement", "directive-ue": "directive", "decret": "décret", "": ""}.get(noun, noun)
        text = f"{word} {name}".strip()
        found = act_name_at(text, 0)
        assert found is not None, text
        assert row.act in found.acts, text
        assert found.end == len(text), text


def test_known_acts() -> None:
    act = known_act("loi:2014-366")
    assert act is not None
    assert act.date == date(2014, 3, 24)
    assert known_act("loi:2030-1") is None


@given(st.text(string.ascii_letters + string.digits + " «»'.,", max_size=30))
def test_it_stays_in_the_text(text: str) -> None:
    found = act_name_at(f"loi {text}", 0)
    assert found is None or 4 < found.end <= len(text) + 4

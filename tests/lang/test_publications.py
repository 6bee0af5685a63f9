import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.publications import publication_at


@pytest.mark.parametrize(
    ("text", "ident", "day"),
    [
        ("BOI-IR-RICI-110", "boi:boi-ir-rici-110", None),
        ("BOI-IR-RICI-110-20-10", "boi:boi-ir-rici-110-20-10", None),
        ("BOI‑IR‑RICI‑110", "boi:boi-ir-rici-110", None),
        ("BOI-TVA-CHAMP-10-20120912", "boi:boi-tva-champ-10", date(2012, 9, 12)),
        ("BOI-RES-000012", "boi:boi-res-000012", None),
        ("BOI-ANNX-000123-20200303", "boi:boi-annx-000123", date(2020, 3, 3)),
        ("IDCC 1486", "idcc:1486", None),
        ("IDCC n° 1486", "idcc:1486", None),
        ("IDCC : 1486", "idcc:1486", None),
        ("IDCC 0016", "idcc:16", None),
        ("n° IDCC 1486", "idcc:1486", None),
        ("n° IDCC : 1486", "idcc:1486", None),
        ("NOR : JUSD0930001C", "circulaire:jusd0930001c", None),
        ("NOR JUSD0930001A", "nor:jusd0930001a", None),
        ("JUSD0930001C", "circulaire:jusd0930001c", None),
        ("circulaire du 3 mars 2009", "circulaire:2009-03-03", date(2009, 3, 3)),
        ("JO 7 janv. 1978", "jo:1978-01-07", date(1978, 1, 7)),
        ("JO du 7 janvier 1978, p. 227", "jo:1978-01-07:227", date(1978, 1, 7)),
        ("JO, 7 janvier 1978, page 227", "jo:1978-01-07:227", date(1978, 1, 7)),
        ("JORF du 31 mars 2007 page 5 885", "jo:2007-03-31:5885", date(2007, 3, 31)),
        ("J. O. du 28.04.1981", "jo:1981-04-28", date(1981, 4, 28)),
        ("J.O.R.F. du 28.04.1981", "jo:1981-04-28", date(1981, 4, 28)),
        ("JORF 31 mars 2007", "jo:2007-03-31", date(2007, 3, 31)),
        ("JORF n°0071 du 24 mars 2020, texte n° 2", "jo:2020-03-24:texte-2", date(2020, 3, 24)),
        ("JORF n° 71 du 24/03/2020", "jo:2020-03-24", date(2020, 3, 24)),
        ("Journal officiel du 24 mars 2020", "jo:2020-03-24", date(2020, 3, 24)),
        ("Journal officiel de la République française du 24 mars 2020", "jo:2020-03-24", date(2020, 3, 24)),
        ("JOUE L 119 du 4.5.2016, p. 1", "joue:l119:2016-05-04:1", date(2016, 5, 4)),
        ("JOCE n° L 210, 7 août 1985, p. 29", "joue:l210:1985-08-07:29", date(1985, 8, 7)),
        ("JOUE C 326 du 26 oct. 2012", "joue:c326:2012-10-26", date(2012, 10, 26)),
    ],
)
def test_read(text: str, ident: str, day: date | None) -> None:
    assert publication_at(f"({text}; la roue)", 1) == (1, 1 + len(text), ident, day)


def test_a_circular_by_its_nor() -> None:
    text = "circulaire du 3 mars 2009 relative aux moulins (NOR : JUSD0930001C)"
    found = publication_at(text, 0)
    assert found is not None
    assert (text[found.start : found.end], found.id) == ("NOR : JUSD0930001C", "circulaire:jusd0930001c")


@pytest.mark.parametrize(
    "text",
    [
        "", "BOI", "BOI-", "BOI-12", "BOI du moulin", "xBOI-IR-RICI-110", "boi-ir", "IDCC", "IDCC du moulin",
        "IDCC 14861", "IDCC 14/86", "n° 1486", "n", "NOR", "NOR : moulin", "NOR : JUSD093000C", "JUSD0930001",
        "JUSD09300011", "jusd0930001c", "JO", "JO du moulin", "JO d'hiver 1968", "JORF", "JO 2020",
        "Journal du 3 mars 2020", "Journal officiel", "JOUE L 119", "JOUE du 4.5.2016", "JOUE X 119 du 4.5.2016",
        "circulaire ; NOR : JUSD0930001C", "circulaire du maire. Le moulin JUSD0930001C",
        "circulaire" + " du moulin" * 30 + " NOR : JUSD0930001C", "EJO 7 janv. 1978",
    ],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert publication_at(text, 0) is None
    assert publication_at(f"x{text}", 1) is None


@given(st.text(string.ascii_letters + string.digits + " .,/-n°()", max_size=30))
def test_it_stays_in_the_text(text: str) -> None:
    for begin in ("BOI-IR", "IDCC ", "NOR ", "JO ", "JOUE L 1 du 3.3.2010", "circulaire "):
        found = publication_at(begin + text, 0)
        assert found is None or 0 <= found.start < found.end <= len(begin + text)

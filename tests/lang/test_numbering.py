"""Reading and order on examples; the properties of the whole are in tests/model/test_number.py."""

import time
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cpp_corpus.errors import NumberError
from cpp_corpus.lang.numbering import NumberKind, normalize_number, read_number, running_form
from cpp_corpus.model.number import ArticleNumber


@pytest.mark.parametrize(
    ("text", "heading", "running", "normalized"),
    [
        ("L811-2", "L811-2", "L. 811-2", "l811-2"),
        ("Article L. 811-2", "L811-2", "L. 811-2", "l811-2"),
        ("art. L.\u00a0811‑2", "L811-2", "L. 811-2", "l811-2"),
        ("l’article L 811-2", "L811-2", "L. 811-2", "l811-2"),
        ("R.123-4-1", "R123-4-1", "R. 123-4-1", "r123-4-1"),
        ("R. * 123-4", "R*123-4", "R. * 123-4", "r123-4"),
        ("R**123-4", "R**123-4", "R. ** 123-4", "r123-4"),
        ("D*46", "D*46", "D. * 46", "d46"),
        ("*R. 1-2", "R*1-2", "R. * 1-2", "r1-2"),
        ("* R 1-2", "R*1-2", "R. * 1-2", "r1-2"),
        ("L.O. 6214-3", "LO6214-3", "L.O. 6214-3", "lo6214-3"),
        ("L. O. 141", "LO141", "L.O. 141", "lo141"),
        ("lo141", "LO141", "L.O. 141", "lo141"),
        ("1", "1", "1er", "1"),
        ("1er", "1er", "1er", "1"),
        ("premier", "1er", "1er", "1"),
        ("Article Ier", "1er", "1er", "1"),
        ("A 1er", "A1er", "A. 1er", "a1"),
        ("1-1", "1-1", "1-1", "1-1"),
        ("1 bis", "1 bis", "1er bis", "1-bis"),
        ("n° 12", "12", "12", "12"),
        ("706-25-2-1", "706-25-2-1", "706-25-2-1", "706-25-2-1"),
        ("A-1-2", "A1-2", "A. 1-2", "a1-2"),
        ("1649 quater B bis", "1649 quater B bis", "1649 quater B bis", "1649-quater-b-bis"),
        ("1649-quater-b-bis", "1649 quater B bis", "1649 quater B bis", "1649-quater-b-bis"),
        ("46 quater-0 ZZ bis E", "46 quater-0 ZZ bis E", "46 quater-0 ZZ bis E", "46-quater-0-zz-bis-e"),
        ("150-0 A", "150-0 A", "150-0 A", "150-0-a"),
        ("220 BIS", "220 BIS", "220 BIS", "220-bis"),
        ("56 j terdecies D", "56 j terdecies D", "56 j terdecies D", "56-j-terdecies-d"),
        ("L312-1-1-B", "L312-1-1-B", "L. 312-1-1-B", "l312-1-1-b"),
        ("R316-1A", "R316-1A", "R. 316-1A", "r316-1a"),
        ("A80 CB-3-2", "A80 CB-3-2", "A. 80 CB-3-2", "a80-cb-3-2"),
        ("143 A 1", "143 A 1", "143 A 1", "143-a-1"),
        ("12bis", "12 bis", "12 bis", "12-bis"),
        ("12-bis-a", "12 bis A", "12 bis A", "12-bis-a"),
        ("7 tersexagies A", "7 tersexagies A", "7 tersexagies A", "7-tersexagies-a"),
        ("A123-2 et A123-3", "A123-2 et A123-3", "A. 123-2 et A. 123-3", "a123-2-et-a123-3"),
        ("12 bis à 12 quinquies", "12 bis à 12 quinquies", "12 bis à 12 quinquies", "12-bis-a-12-quinquies"),
        ("R. 1-2 à R. 1-5", "R1-2 à R1-5", "R. 1-2 à R. 1-5", "r1-2-a-r1-5"),
        ("r1-2-a-r1-5", "R1-2 à R1-5", "R. 1-2 à R. 1-5", "r1-2-a-r1-5"),
        ("IV", "IV", "IV", "iv"),
        ("II-3", "II-3", "II-3", "ii-3"),
        ("ii-3", "II-3", "II-3", "ii-3"),
        ("Préliminaire", "Préliminaire", "Préliminaire", "preliminaire"),
        ("preliminaire", "préliminaire", "préliminaire", "preliminaire"),
        ("unique", "unique", "unique", "unique"),
        ("Rubrique 0-7", "Rubrique 0-7", "Rubrique 0-7", "rubrique-0-7"),
        ("Tableau n° 35 bis", "Tableau n° 35 bis", "Tableau n° 35 bis", "tableau-n-35-bis"),
        ("tableau-n-35-bis", "Tableau n° 35 bis", "Tableau n° 35 bis", "tableau-n-35-bis"),
        ("Annexe I", "Annexe I", "Annexe I", "annexe-i"),
        ("annexe-3-2-1", "Annexe 3-2-1", "Annexe 3-2-1", "annexe-3-2-1"),
        (
            "Annexe à l’article R. 1-1",
            "Annexe à l'article R. 1-1",
            "Annexe à l'article R. 1-1",
            "annexe-a-larticle-r1-1",
        ),
        ("annexe-a-larticle-r1-1", "Annexe à l'article R1-1", "Annexe à l'article R1-1", "annexe-a-larticle-r1-1"),
        ("ANNEXE, art. 1", "ANNEXE, art. 1", "ANNEXE, art. 1", "annexe-art-1"),
        ("A1-10 Annexe", "A1-10 Annexe", "A1-10 Annexe", "a1-10-annexe"),
        ("Annexe 2 (suite 1)", "Annexe 2 (suite 1)", "Annexe 2 (suite 1)", "annexe-2-suite-1"),
        ("Statuts types", "Statuts types", "Statuts types", "statuts-types"),
    ],
)
def test_forms(text: str, heading: str, running: str, normalized: str) -> None:
    number = read_number(text)
    assert number.heading == heading
    assert running_form(number) == running
    assert normalize_number(text) == normalized


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("12-1 A", NumberKind.NUMBER),
        ("A1-2 et A1-3", NumberKind.PAIR),
        ("A1-2 à A1-5", NumberKind.PAIR),
        ("liminaire", NumberKind.NAMED),
        ("XIV", NumberKind.NAMED),
        ("Rubrique 3", NumberKind.RUBRIQUE),
        ("Tableau n° 3", NumberKind.TABLEAU),
        ("Annexe II : Tableau n° 10 ter", NumberKind.ANNEXE),
        ("Statuts types", NumberKind.TITLE),
    ],
)
def test_kinds(text: str, kind: NumberKind) -> None:
    assert read_number(text).kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "None", "Article", "art.", "L.", "R*", "-3", "12,", "L811--2", "12 de la loi", "12-de-la-loi",
        "la loi", "706-73 et suivants", "5, 6 et 7", "1 et 2 et 3", "décret", "Bonjour", "²", "١٢", "12é", "1 er",
        "12\x00", "Article 12 (abrogé)", "R. 1-1 - 2", "L12 ABCDE", "Z12", "Annexe <b>", "1" * 161,
    ],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(NumberError, match="not an article number"):
        read_number(text)


@given(st.text("LOORDA.*- °é'artnexes19\u00a0", max_size=30) | st.text(max_size=200))
@example("1.1")
@example("1.1.a")
def test_any_text_is_read_or_refused(text: str) -> None:
    normalize_number(text)
    try:
        number = ArticleNumber.parse(text)
    except NumberError:
        return
    assert ArticleNumber.parse(number.heading).heading == number.heading
    assert number == ArticleNumber.parse(number.running) == ArticleNumber.parse(number.normalized)
    assert normalize_number(number.normalized) == number.normalized


@pytest.mark.parametrize(
    "text", ["1" * 160, "1-" * 79 + "!", "A " * 79, "1" + " A" * 79, "annexe " * 22 + "!", "1er" * 50]
)
def test_hostile_texts_are_quick(text: str) -> None:
    start = time.process_time()
    normalize_number(text)
    with suppress(NumberError):
        read_number(text)
    assert time.process_time() - start < 0.2


@pytest.mark.parametrize(
    "numbers",
    [
        "9 < 10 < 10-0-1 < 10-1 < 10-1-1 < 10-2 < 10-10 < 11",
        "D236-1 B < R236-1 < L237",
        "150 < 150-00 A < 150-0 A < 150-0 A bis < 150 A < 150-0 B < 150 B",
        "L5214-1 A < L5214-1 B < L5214-1 < L5214-2",
        "R512-39-3 < R512-39-3 bis < R512-39-4",
        "L10 < L10 A < L10 B < L11",
        "91 < 91 bis < 91 ter < 91 ter A < 91 quater < 91 quinquies < 91 sexies < 92",
        "20 A < 20 AA < 20 AB < 20 A bis < 20 B < 20 bis",
        "preliminaire < 1 < 2 < A123-2 < A123-2 et A123-3 < A123-4 < Annexe I",
        "Annexe 5 < Annexe 5 à l'article R1-1 < Annexe 5-1 à l'article R1-1 < Annexe 10",
        "Annexe II < Annexe III < Annexe IV < Annexe V < Annexe IX < Annexe X",
        "Tableau n° 2 < Tableau n° 2 bis < Tableau n° 10",
        "L1 < LO1 < R1 < D1 < A1",
    ],
)
def test_order(numbers: str) -> None:
    parsed = [ArticleNumber.parse(number) for number in numbers.split(" < ")]
    assert sorted(sorted(parsed, key=str)) == parsed

"""Where lines stand: locators."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.tokenizer.alineas import place_lines

TEXTS = [
    # lines and their locators
    "al1 Le vent. | al2 La pluie.",
    "I I.-A | I/al2 B | II II.-C | II/al2 D",
    "I/A/1° I.-A.-1° A | I/A/2° 2° B | I/B B.-C | I/B/al2 D | II II. – E",
    "al1 Sont punis : | 1° 1° A ; | 2° 2° B ; | 2° bis 2° bis C. | al5 D",
    "1° 1° A : | 1°/a a) B ; | 1°/b b) C. | 2° 2° D | al5 E",
    # inside the member before, where the enumeration goes on
    "1° 1° A | 1°/al2 B | 2° 2° Z | al4 D",
    "I I.-A | I/1° 1° B | I/1°/al2 C | I/2° 2° D | I/al5 E | II II.-F",
    # a second enumeration
    "al1 A : | 1° 1° B | 2° 2° Z | al4 D : | 1° 1° E | 2° 2° Z",
    "1 1. A | 1/a a. B | 1/b b. C | 2 2. D | 2/a a. E",
    "1 1. A | 1/1.1 1.1. B | 1/1.2 1.2. C | 1/1.2/1.2.1 1.2.1 D | 2 2. E | 2/2.1 2.1 F",
    # dashes are counted among their neighbours
    "al1 A : | tiret1 -b ; | tiret2 – c ; | al4 D : | tiret1 - e",
    "1° 1° A : | 1°/tiret1 -b | 1°/tiret2 -c | 2° 2° D",
    # letter or numeral
    "A A.-x | B B.-x | C C.-x | D D.-x",
    "a a) x | b b) x | c c) x | d d) x | e e) x | f f) x | g g) x | h h) x | i i) x | j j) x",
    "a a) x : | a/i i) y | a/ii ii) z | b b) t",
    "h h) x | h/i i) x | h/ii ii) x | i i) y",
    "I I.-x | II II.-x | III III.-x | IV IV.-x | V V.-x",
    # letters inserted before the first
    "aa aa) x | a a) y | b b) z",
    # what does not fit is no marker
    "A A. Un | A/al2 C. Nuage, maire | B B. Deux",
    "al1 Un | al2 12. Rue du Vent",
    "II II.-Un | III III (Supprimé).",
    # members struck out
    "1° 1° A | 4° 4° B | 5° 5° Z",
]


@pytest.mark.parametrize("text", TEXTS)
def test_locators(text: str) -> None:
    pairs = []
    for item in text.split(" | "):
        expected, _, line = item.partition(" ")
        if line.startswith("bis ") and not expected.endswith("/"):
            expected, line = f"{expected} bis", line.removeprefix("bis ")
        pairs.append((expected, line))
    assert [place.locator for place in place_lines([line for _, line in pairs])] == [expected for expected, _ in pairs]


def test_levels_and_markers() -> None:
    places = place_lines(["I.-A", "1° B", "a) C", "D", "II.-E"])
    assert [(place.marker, place.level) for place in places] == [("I", 0), ("1°", 1), ("a", 2), (None, 1), ("II", 0)]


def test_rows_of_tables_end_nothing() -> None:
    places = place_lines(["1° A", None, None, "2° B"])
    assert [place.locator for place in places] == ["1°", "1°/al2", "1°/al3", "2°"]


LINES = st.sampled_from(
    [
        "I.-x",
        "II.-x",
        "A.-x",
        "B. x",
        "1. x",
        "1.1 x",
        "1° x",
        "2° x",
        "3° bis x",
        "a) x",
        "b) x",
        "i) x",
        "ii) x",
        "-x",
        "x",
        "C.-x",
        "I.-A.-1° x",
    ]
)


@given(st.lists(st.one_of(st.none(), LINES), max_size=30))
def test_every_line_has_one_place(lines: list[str | None]) -> None:
    places = place_lines(lines)
    assert len(places) == len(lines)
    for place in places:
        assert place.locator
        assert place.level == place.locator.count("/")


def test_long_articles_take_linear_time() -> None:
    assert len(place_lines(["1° x", "y", "a) z"] * 20_000)) == 60_000

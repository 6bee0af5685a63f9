"""What is a marker at the beginning of a line, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.tokenizer.markers import Kind, read_markers


@pytest.mark.parametrize(
    ("line", "kind", "label", "rest"),
    [
        ("I.-Le vent", Kind.ROMAN, "I", "Le vent"),
        ("II. – Le vent", Kind.ROMAN, "II", "Le vent"),
        ("III. ― Le vent", Kind.ROMAN, "III", "Le vent"),
        ("IV bis.-Le vent", Kind.ROMAN, "IV bis", "Le vent"),
        ("IV. bis.-Le vent", Kind.ROMAN, "IV bis", "Le vent"),
        ("I A.-Le vent", Kind.ROMAN, "I A", "Le vent"),
        ("VI (Supprimé).", Kind.ROMAN, "VI", "(Supprimé)."),
        ("A.-Le vent", Kind.CAPITAL, "A", "Le vent"),
        ("B bis. – Le vent", Kind.CAPITAL, "B bis", "Le vent"),
        ("1. Le vent", Kind.ARABIC, "1", "Le vent"),
        ("2 bis. Le vent", Kind.ARABIC, "2 bis", "Le vent"),
        ("3) Le vent", Kind.ARABIC, "3", "Le vent"),
        ("3.1° Le vent", Kind.ARABIC, "3", "1° Le vent"),
        ("1.2.3. Le vent", Kind.DECIMAL, "1.2.3", "Le vent"),
        ("1.2 Le vent", Kind.DECIMAL, "1.2", "Le vent"),
        ("1° Le vent", Kind.POINT, "1°", "Le vent"),
        ("1°Le vent", Kind.POINT, "1°", "Le vent"),
        ("2° bis Le vent", Kind.POINT, "2° bis", "Le vent"),
        ("2° A (Supprimé)", Kind.POINT, "2° A", "(Supprimé)"),
        ("2°) Le vent", Kind.POINT, "2°", "Le vent"),
        ("1° A défaut, le vent", Kind.POINT, "1°", "A défaut, le vent"),
        ("1° M. Nuage", Kind.POINT, "1°", "M. Nuage"),
        ("a) Le vent", Kind.LETTER, "a", "Le vent"),
        ("a bis) Le vent", Kind.LETTER, "a bis", "Le vent"),
        ("aa) Le vent", Kind.LETTER, "aa", "Le vent"),
        ("b. Le vent", Kind.LETTER, "b", "Le vent"),
        ("ii) Le vent", Kind.SMALL_ROMAN, "ii", "Le vent"),
        ("-le vent", Kind.INDENT, "-", "le vent"),
        ("– le vent", Kind.INDENT, "-", "le vent"),
        ("• le vent", Kind.INDENT, "-", "le vent"),
        ("- 3 vents", Kind.INDENT, "-", "3 vents"),
    ],
)
def test_markers(line: str, kind: Kind, label: str, rest: str) -> None:
    marker = read_markers(line)[0]
    assert (marker.kind, marker.label, line[marker.end :]) == (kind, label, rest)


@pytest.mark.parametrize(
    "line",
    [
        "1er janvier",
        "12 000 euros",
        "2.000 euros",
        "3,5 tonnes",
        "2-12 du vent",
        "-5 degrés",
        "15 °C au soleil",
        "n° 4",
        "A Paris",
        "I",
        "Y compris le vent",
        "ci-après le vent",
        "Il vente",
        "3.2° Le vent",
        "(1) Le vent",
        "« 1° Le vent",
        "",
    ],
)
def test_near_misses(line: str) -> None:
    assert read_markers(line) == []


def test_a_letter_may_be_a_numeral() -> None:
    assert [marker.kind for marker in read_markers("I.-x")] == [Kind.ROMAN, Kind.CAPITAL]
    assert [marker.kind for marker in read_markers("C.-x")] == [Kind.CAPITAL, Kind.ROMAN]
    assert [marker.kind for marker in read_markers("i) x")] == [Kind.SMALL_ROMAN, Kind.LETTER]


def test_order_of_insertions() -> None:
    labels = ["1° A (Supprimé)", "1°", "1° bis A (Supprimé)", "1° bis", "1° ter", "2°"]
    ranks = [read_markers(label)[0].rank for label in labels]
    assert ranks == sorted(ranks)


@given(st.text(alphabet="IVXab12°.)-– \nbister(", max_size=30))
def test_any_line(line: str) -> None:
    for marker in read_markers(line):
        assert 0 < marker.end <= len(line)

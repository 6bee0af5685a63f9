"""What is nearest, and how many sentences a text has."""

from __future__ import annotations

import pytest

from cpp_corpus.lang.act_titles import nearest_acts
from cpp_corpus.verification.nearest import NumberRow, nearest_parts
from cpp_corpus.verification.parts import sentence_count

ROW = NumberRow(["l1", "l1-1", "l1-2", "r2", "10-bis", "annexe-i", "l112-4", "d112-5"])


@pytest.mark.parametrize(
    ("number", "nearest"),
    [
        ("l2", "r2"),
        ("l1-1-7", "l1-1"),
        ("l112-44", "l112-4"),
        ("r112-5", "d112-5"),
        ("l1-3", "l1"),
        ("l1124", "l112-4"),  # a hyphen that a converter has lost
        ("l11-24", "l112-4"),
        ("annexe-ii", "annexe-i"),
    ],
)
def test_numbers(number: str, nearest: str) -> None:
    found = ROW.nearest(number)
    assert found[0] == nearest
    assert len(found) <= 3


def test_nothing_is_near_in_an_empty_act() -> None:
    assert NumberRow([]).nearest("l1") == ()


def test_parts() -> None:
    lines = ["al1", "I", "I/1°", "I/2°", "II", "II/a"]
    assert nearest_parts(lines, "IV") == ("II",)
    assert nearest_parts(lines, "I/9°") == ("I/2°",)
    assert nearest_parts(lines, "II/9°") == ("II",)
    assert nearest_parts(["al1"], "9°") == ()


def test_acts() -> None:
    assert nearest_acts("Code de la sécurité intérieurre")[0] == "code-de-la-securite-interieure"
    assert set(nearest_acts("code de la securité")) == {"code-de-la-securite-sociale", "code-de-la-securite-interieure"}
    assert nearest_acts("code pnal") == ("code-penal",)
    assert nearest_acts("zzz") == nearest_acts("") == ()


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Les uns.", 1, 1),
        ("Les uns. Les autres.", 2, 2),
        ("M. Le Garde, art. L. 5. Les autres", 1, 4),
        ("Les uns : les autres ;", 1, 2),
        ("", 1, 1),
    ],
)
def test_sentences(text: str, least: int, most: int) -> None:
    assert sentence_count(text) == (least, most)

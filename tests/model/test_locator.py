import json
import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from cpp_corpus import Locator, LocatorStep, LocatorUnit, NotationError

MARKERS = st.sampled_from(
    ["I", "II", "II bis", "IV", "1°", "3° bis", "10°", "a", "b", "B", "1", "1.2", "I bis A", "aa"]
)
RANKS = st.integers(1, 20) | st.integers(-5, -1)
COUNTED = st.builds(
    lambda unit, at: f"{unit}{at}", st.sampled_from(["al", "ph", "tiret"]), RANKS.map(str) | st.sampled_from(["-prev"])
)
ENDS = MARKERS | COUNTED
STEPS = ENDS | st.builds(lambda first, last: f"{first}..{last}", ENDS, ENDS)
LOCATORS = st.lists(STEPS, min_size=1, max_size=4).map("/".join)


@given(LOCATORS)
def test_print_of_what_is_parsed(text: str) -> None:
    locator = Locator(text)
    assert str(locator) == text == "/".join(locator.steps)
    assert type(str(locator)) is str
    for step in locator.steps:
        again = f"{step.first}..{step.last}" if step.is_range else step.first
        assert again == step
        if step.rank is not None:
            assert step == f"{step.unit}{step.rank}"
        elif step.way is not None:
            assert step == f"{step.unit}-{step.way}"
        elif not step.is_range:
            assert step == step.marker


@given(LOCATORS)
def test_a_value_is_its_text(text: str) -> None:
    locator = Locator(text)
    assert locator == text
    assert {text: 1}[locator] == 1
    assert pickle.loads(pickle.dumps(locator)) == locator  # noqa: S301 - made here
    assert type(pickle.loads(pickle.dumps(locator))) is Locator  # noqa: S301
    adapter = TypeAdapter(Locator)
    assert adapter.validate_json(json.dumps(text)) == locator
    assert json.loads(adapter.dump_json(locator)) == text
    assert adapter.json_schema() == {"type": "string"}


@given(LOCATORS, STEPS)
def test_parents_contain(text: str, step: str) -> None:
    outer = Locator(text)
    inner = outer / step
    assert inner.parent == outer
    assert outer.contains(inner)
    assert outer.contains(outer)
    assert not inner.contains(outer)
    assert Locator(outer.steps[0]).parent is None


@pytest.mark.parametrize("text", ["", "/", "II/", "/II", "II//al2", "1°..", "..3°", "1°..2°..3°", " II", "II /al2"])
def test_what_is_no_locator(text: str) -> None:
    with pytest.raises(NotationError, match="expected one such as"):
        Locator(text)


@pytest.mark.parametrize(
    ("outer", "inner", "inside"),
    [
        ("II", "II/3°/al2", True),
        ("II", "III", False),
        ("I..III", "II/1°", True),
        ("1°..3°", "2°..3°", True),
        ("1°..3°", "2°..4°", False),
        ("1°..3°", "2° bis", True),
        ("1°..3°", "3° bis", False),
        ("a..d", "c", True),
        ("al2..al4", "al4", True),
        ("al2..al4", "al5", False),
        ("al2..al-1", "al7", True),
        ("al2..al-1", "ph3", False),
        ("al2..al-prev", "al3", False),  # which one is before is not known
        ("al-prev", "al-prev/ph1", True),
    ],
)
def test_contains(outer: str, inner: str, inside: bool) -> None:
    assert Locator(outer).contains(inner) is inside


@pytest.mark.parametrize(
    "ordered",
    [
        ["I", "I bis A", "I bis", "I ter", "II", "IV", "V", "IX", "X", "XI"],
        ["A", "B", "C", "D", "E"],
        ["1° A", "1°", "1° bis", "2°", "10°"],
        ["1", "1.1", "1.2", "1.10", "2"],
        ["a", "b", "b bis", "c", "z", "aa"],
        ["II", "II/1°", "II/1°/a", "II/2°", "III"],
        ["al1", "al2", "al10", "al-2", "al-1"],
        ["1°", "1°..3°", "2°"],
    ],
)
def test_order(ordered: list[str]) -> None:
    assert sorted(map(Locator, reversed(ordered)), key=lambda each: each.order) == ordered


@given(st.lists(LOCATORS, max_size=8))
def test_order_is_total(texts: list[str]) -> None:
    ordered = sorted(map(Locator, texts), key=lambda each: each.order)
    assert all(one.order <= other.order for one, other in pairwise(ordered))
    assert len({each.order for each in ordered}) == len(set(texts))


def test_steps() -> None:
    alinea, last, before, point = (LocatorStep(text) for text in ("al2", "al-1", "al-prev", "3°"))
    assert [step.unit for step in (alinea, last, before)] == [LocatorUnit.ALINEA] * 3
    assert [step.rank for step in (alinea, last, before, point)] == [2, -1, None, None]
    assert (before.way, point.unit, point.marker, alinea.marker) == ("prev", LocatorUnit.MARKER, "3°", None)
    assert LocatorStep("al").unit is LocatorUnit.MARKER  # a letter pair
    assert (LocatorStep("ph1..ph2").unit, LocatorStep("ph1..ph2").rank) == (LocatorUnit.SENTENCE, None)

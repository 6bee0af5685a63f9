import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus import DivisionId, DivisionPath, DivisionStep, DivisionWay, NotationError, RelativeStep

KINDS = st.sampled_from(["partie", "livre", "titre", "chapitre", "section", "sous-section"])
NUMBERS = st.sampled_from(["i", "ii", "iv", "ix", "xxv-bis", "2", "10", "preliminaire", "9-1", "a"])
WAYS = st.sampled_from(list(DivisionWay))
STEPS = (
    st.builds(lambda kind, number: f"{kind}.{number}", KINDS, NUMBERS | WAYS)
    | st.builds(lambda kind, first, last: f"{kind}.{first}..{last}", KINDS, NUMBERS, NUMBERS)
    | st.sampled_from(["partie-legislative", "annexe"])
)
PATHS = st.lists(STEPS, min_size=1, max_size=4).map("/".join)


@given(PATHS)
def test_print_of_what_is_parsed(text: str) -> None:
    path = DivisionPath(text)
    assert path == text == "/".join(path.steps)
    assert hash(path) == hash(text)
    assert pickle.loads(pickle.dumps(path)) == path  # noqa: S301 - made here
    for step in path.steps:
        if isinstance(step, RelativeStep):
            assert step == f"{step.kind}.{step.way}"
        elif step.is_range:
            assert step == f"{step.first}..{step.last.number}"
            assert step.first.kind == step.last.kind == step.kind
        else:
            assert step == (step.kind if step.number is None else f"{step.kind}.{step.number}")
    assert path.is_relative == any(f".{way}" in f"{text}/" for way in DivisionWay)


@given(PATHS, STEPS)
def test_parents_contain(text: str, step: str) -> None:
    outer = DivisionPath(text)
    inner = outer / step
    assert inner.parent == outer
    assert outer.contains(inner)
    assert not inner.contains(outer)
    assert DivisionId.build("code-x", inner).path == inner
    assert DivisionId.build("code-x", inner).act == "code-x"


@given(st.lists(PATHS, max_size=6))
def test_order_is_total(texts: list[str]) -> None:
    ordered = sorted(map(DivisionPath, texts), key=lambda each: each.order)
    assert all(one.order <= other.order for one, other in pairwise(ordered))


def test_order() -> None:
    ordered = ["livre.i", "livre.i/titre.ii", "livre.i/titre.ix", "livre.i/titre.x", "livre.ii"]
    assert sorted(map(DivisionPath, reversed(ordered)), key=lambda each: each.order) == ordered


@pytest.mark.parametrize(
    "text", ["", "/", "livre.i/", "livre.", ".i", "livre.i..", "livre..ii", "a#b", "titre.i..ii..iv"]
)
def test_what_is_no_path(text: str) -> None:
    with pytest.raises(NotationError, match="expected one such as"):
        DivisionPath(text)


@pytest.mark.parametrize("text", ["", "code-x", "code-x#", "#livre.i", "code-x#livre.i#titre.i"])
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(NotationError):
        DivisionId(text)


def test_relative_steps_are_of_their_own() -> None:
    steps = DivisionPath("livre.present/titre.ii").steps
    assert list(map(type, steps)) == [RelativeStep, DivisionStep]
    with pytest.raises(NotationError):
        RelativeStep("livre.ii")
    assert DivisionPath("titre.same").steps[0] == "titre.same"


def test_numerals_are_one() -> None:
    assert DivisionPath("livre.iv").contains("livre.4/titre.i")
    assert DivisionStep("titre.viii-bis").key == DivisionStep("titre.8-bis").key
    assert DivisionStep("section.preliminaire").key == "section.preliminaire"


def test_ends() -> None:
    assert DivisionPath("livre.i/titre.ii..iv").ends == ("livre.i/titre.ii", "livre.i/titre.iv")
    assert DivisionPath("livre.i").ends == ("livre.i",)

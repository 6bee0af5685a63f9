from typing import Any

import pytest

from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import Bearer, ReferenceState, Resolution
from cpp_corpus.normalizer.resolve import CorpusIndex, resolve


def bearer(number: str, *divisions: str, act: str = "code-x", state: str = "in_force", suffix: str = "") -> Bearer:
    return Bearer(f"{act}/{number}{suffix}", act, number, state, None, None, divisions)


BEARERS = [
    bearer("1", "livre.i", "titre.i"),
    bearer("2", "livre.i", "titre.ii"),
    bearer("3", "livre.ii", "titre.i", "section.1"),
    bearer("4", "livre.ii", "titre.iii", state="repealed"),
    bearer("5", state="repealed"),
    bearer("5", suffix="~2"),
    bearer("annexe-i"),
    bearer("annexe-ii-3-art-l2"),
    bearer("annexe-iii-art-l1"),
    bearer("annexe-iii-art-l2"),
    bearer("1", act="code-y"),
    bearer("l1", "partie-legislative", "livre.i", act="code-w"),
    bearer("r1", "partie-reglementaire", "livre.i", act="code-w"),
    bearer("r2", "partie-reglementaire", "livre.viii-bis", "titre.4", act="code-w"),
    Bearer("?/7", None, "7", "in_force", None, None, ()),
]
INDEX = CorpusIndex(BEARERS)


def outcome(source: Bearer = BEARERS[0], **fields: Any) -> tuple[str, tuple[str, ...]]:
    state, targets = resolve(INDEX, source, Reference(start=0, end=1, **fields))
    return state.value, targets


@pytest.mark.parametrize(
    ("fields", "state", "targets"),
    [
        ({"article": "2"}, "resolved", ("code-x/2",)),
        ({"article": "1", "act": "code-y"}, "resolved", ("code-y/1",)),
        ({"article": "4"}, "repealed", ("code-x/4",)),
        ({"article": "5"}, "resolved", ("code-x/5~2",)),
        ({"article": "9"}, "missing", ("code-x/9",)),
        ({"article": "9", "act": "loi:2019-222"}, "external", ("loi:2019-222/9",)),
        ({"article": "9", "act": None}, "unknown", ()),
        ({"article": None, "reason": "no number"}, "unknown", ()),
        ({"article": "1", "to": "3"}, "resolved", ("code-x/1", "code-x/3")),
        ({"article": "1", "to": "9"}, "resolved", ("code-x/1",)),
        ({"article": "4", "to": "9"}, "repealed", ("code-x/4",)),
        ({"article": "8", "to": "9"}, "missing", ("code-x/8", "code-x/9")),
        ({"article": "8", "to": "9", "act": "code-z"}, "external", ("code-z/8", "code-z/9")),
        ({"article": "2", "open": True}, "resolved", ("code-x/2",)),
    ],
)
def test_article(fields: dict[str, Any], state: str, targets: tuple[str, ...]) -> None:
    assert outcome(kind="article", **{"act": "code-x", **fields}) == (state, targets)


def test_act() -> None:
    assert outcome(kind="act", act="code-y") == ("resolved", ("code-y",))
    assert outcome(kind="act", act="traite:tfue") == ("external", ("traite:tfue",))
    assert outcome(kind="act") == ("unknown", ())


def test_internal() -> None:
    assert outcome(kind="internal", act="code-x", article="1", locator="al1") == ("resolved", ("code-x/1",))
    assert outcome(BEARERS[3], kind="internal", act="code-x", article="4") == ("repealed", ("code-x/4",))


@pytest.mark.parametrize(
    ("division", "state", "targets"),
    [
        ("livre.ii/titre.iii", "resolved", ("code-x#livre.ii/titre.iii",)),
        ("titre.iii", "resolved", ("code-x#livre.ii/titre.iii",)),
        ("livre.ii/section.1", "resolved", ("code-x#livre.ii/titre.i/section.1",)),
        ("titre.i", "resolved", ("code-x#livre.i/titre.i",)),  # of two, the one in which the article stands
        ("titre.present", "resolved", ("code-x#livre.i/titre.i",)),
        ("livre.present/titre.ii", "resolved", ("code-x#livre.i/titre.ii",)),
        ("livre.present/titre.iii", "missing", ("code-x#livre.present/titre.iii",)),
        ("section.present", "unknown", ()),
        ("titre.precedent", "unknown", ()),
        ("livre.ix", "missing", ("code-x#livre.ix",)),
        ("titre.same", "unknown", ()),
        ("livre.1/titre.1", "resolved", ("code-x#livre.i/titre.i",)),
        ("livre.present/titre.i..ii", "resolved", ("code-x#livre.i/titre.i", "code-x#livre.i/titre.ii")),
        ("livre.present/titre.ii..ix", "resolved", ("code-x#livre.i/titre.ii",)),
        ("livre.present/titre.viii..ix", "missing", ("code-x#livre.present/titre.viii..ix",)),
        ("annexe.i", "resolved", ("code-x/annexe-i",)),
        ("annexe.ii-3", "resolved", ("code-x/annexe-ii-3-art-l2",)),
        ("annexe.iii", "missing", ("code-x#annexe.iii",)),
        ("annexe.present", "unknown", ()),
    ],
)
def test_division(division: str, state: str, targets: tuple[str, ...]) -> None:
    assert outcome(kind="division", act="code-x", division=division) == (state, targets)


def test_a_division_in_both_parts_of_a_code() -> None:
    both = ("code-w#partie-legislative/livre.i", "code-w#partie-reglementaire/livre.i")
    assert outcome(kind="division", act="code-w", division="livre.i") == ("resolved", both)
    assert outcome(BEARERS[-3], kind="division", act="code-w", division="livre.i") == ("resolved", both[1:])
    titre = "code-w#partie-reglementaire/livre.viii-bis/titre.4"
    assert outcome(kind="division", act="code-w", division="livre.8-bis/titre.iv") == ("resolved", (titre,))


def test_an_annexe_of_itself() -> None:
    source = next(b for b in BEARERS if b.number == "annexe-i")
    assert outcome(source, kind="division", act="code-x", division="annexe.present") == ("resolved", (source.id,))


def test_division_of_several_that_nothing_tells_apart() -> None:
    assert outcome(BEARERS[4], kind="division", act="code-x", division="titre.i") == ("unknown", ())


def test_division_of_an_act_whose_divisions_are_not_known() -> None:
    assert outcome(kind="division", act="code-y", division="titre.i") == ("unknown", ())
    assert outcome(kind="division", act="code-z", division="titre.i") == ("external", ("code-z#titre.i",))
    assert outcome(kind="division", division="titre.i") == ("unknown", ())


def test_nothing_is_looked_up_in_an_act_that_is_not_known() -> None:
    assert outcome(BEARERS[-1], kind="article", article="7") == ("unknown", ())


def test_an_empty_corpus() -> None:
    reference = Reference(kind="article", start=0, end=1, act="code-x", article="1")
    assert resolve(CorpusIndex(), BEARERS[0], reference) == Resolution(ReferenceState.EXTERNAL, ("code-x/1",))


def test_index() -> None:
    assert INDEX.acts == ("code-x", "code-y", "code-w")
    assert INDEX.acts_with("1") == ("code-x", "code-y")
    assert INDEX.acts_with("99") == ()
    assert [b.id for b in INDEX.bearers("code-x", "5")] == ["code-x/5", "code-x/5~2"]
    assert [b.id for b in INDEX.best("code-x", "5")] == ["code-x/5~2"]

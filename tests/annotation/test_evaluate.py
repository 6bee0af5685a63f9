"""References found, against those that somebody wrote down."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from cpp_corpus import (
    AnnotatedText,
    Evaluation,
    InputError,
    Score,
    evaluate,
    find_references,
    find_references_in,
    read_annotations,
    write_annotations,
)
from cpp_corpus.model.reference import Reference, ReferenceKind
from tests.annotation.strategies import annotated


def article(start: int, number: str, **fields: Any) -> Reference:
    made = {"kind": "article", "start": start, "end": start + 2, "act": "code-civil", "article": number}
    return Reference.model_validate(made | fields)


def act(start: int, name: str | None = "code-civil", **fields: Any) -> Reference:
    return Reference.model_validate({"kind": "act", "start": start, "end": start + 2, "act": name} | fields)


def test_scores_by_kind_and_of_all() -> None:
    gold = [article(0, "1"), article(10, "2"), article(20, "3"), act(30), act(40)]
    found = [article(1, "1"), article(10, "22"), act(30), act(40), act(50), act(60)]
    evaluation = evaluate(gold, found)
    assert evaluation.kinds == {"act": Score(2, 0, 2), "article": Score(1, 2, 1)}
    assert evaluation.score == Score(agreed=3, missed=2, invented=3)
    assert evaluation.kinds["act"].precision == 0.5
    assert evaluation.kinds["act"].recall == 1.0
    assert evaluation.kinds["article"].f1 == pytest.approx(2 / 5)
    assert "article        3      2     0.5000   0.3333   0.4000\n" in str(evaluation)


def test_what_is_missed_invented_and_differs() -> None:
    gold = [article(0, "1"), article(10, "2"), article(20, "3", locator="II", basis="named")]
    found = [article(10, "22"), article(20, "3", locator="III", via="explicit", basis="list"), act(30)]
    evaluation = evaluate(gold, found)
    assert [(each.gold and each.gold.article, each.found and each.found.article) for each in evaluation.missed] == [
        ("2", "22"),
        ("1", None),
    ]
    assert [(each.gold, str(each.found)) for each in evaluation.invented][1:] == [(None, "act code-civil")]
    assert [each.differing for each in evaluation.differing] == [("article",), ("locator", "via", "basis")]
    assert [each.agrees for each in evaluation.differing] == [False, True]
    fields = evaluation.fields
    assert (fields["kind"], fields["act"], fields["article"]) == (1.0, 1.0, 0.5)  # of the two pairs of one place
    assert (fields["locator"], fields["via"], fields["relation"], fields["basis"]) == (0.0, 0.0, 1.0, 0.0)


def test_basis_is_compared_where_it_was_written_down() -> None:
    evaluation = evaluate([article(0, "1")], [article(0, "1", basis="named")])
    assert "basis" not in evaluation.fields
    assert evaluation.differing == ()


def test_an_anchor_with_two_references_is_not_paired_crosswise() -> None:
    gold = [article(0, "1", locator="I"), article(0, "1", locator="II")]
    assert evaluate(gold, gold[::-1]).differing == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"act": "code-penal"},
        {"act": None},
        {"article": "2"},
        {"to": "9"},
        {"open": True},
        {"start": 2, "end": 4},
        {"kind": "internal"},
    ],
)
def test_what_does_not_agree(fields: dict[str, Any]) -> None:
    evaluation = evaluate([article(0, "1")], [Reference.model_validate(article(0, "1").model_dump() | fields)])
    assert evaluation.score == Score(0, 1, 1)


def test_nothing() -> None:
    evaluation = evaluate([], [])
    assert evaluation == Evaluation()
    assert (evaluation.score.precision, evaluation.score.recall, evaluation.score.f1) == (0, 0, 0)
    assert evaluation.fields == {}


@given(annotated())
def test_what_is_measured_against_itself_is_without_a_flaw(case: tuple[str, list[Reference]]) -> None:
    _, references = case
    evaluation = evaluate(references, references)
    assert evaluation.score == Score(len(references), 0, 0)
    assert evaluation.differing == ()
    assert set(evaluation.fields.values()) <= {1.0}


@given(annotated(), annotated())
def test_every_reference_is_counted_once(one: tuple[str, list[Reference]], other: tuple[str, list[Reference]]) -> None:
    gold, found = one[1], other[1]
    evaluation = evaluate(gold, found)
    assert sorted(map(id, gold)) == sorted(id(each.gold) for each in evaluation.comparisons if each.gold)
    assert sorted(map(id, found)) == sorted(id(each.found) for each in evaluation.comparisons if each.found)
    score = evaluation.score
    assert (score.agreed + score.missed, score.agreed + score.invented) == (len(gold), len(found))


# --- What gold comes as ----------------------------------------------------------------------------------------------

TEXT = "Vu l'article 7 du code civil et le code pénal"


def test_lines_of_json() -> None:
    found = find_references(TEXT)
    lines = [json.loads(json.dumps({"path": "a.txt", "text": "7"} | each.model_dump(mode="json"))) for each in found]
    assert evaluate(lines, found).score == Score(2, 0, 0)


def test_a_mapping_that_is_no_reference() -> None:
    with pytest.raises(InputError, match="is not a reference: kind: "):
        evaluate([{"kind": "person", "start": 0, "end": 1}], [])
    with pytest.raises(InputError, match="a str is not a reference"):
        evaluate(["article 7"], [])  # type: ignore[list-item]


def test_brat_as_gold(tmp_path: Path) -> None:
    texts = [TEXT, "l'article 9"]
    write_annotations(find_references_in(texts), tmp_path / "gold", "brat")
    note = tmp_path / "gold" / "000001.ann"
    note.write_text(note.read_text("utf-8").replace("code-civil/7", "code-civil/77"), "utf-8")
    gold = read_annotations(tmp_path / "gold")
    found = [each.model_copy(update={"id": f"{at:06}"}) for at, each in enumerate(find_references_in(texts), 1)]
    evaluation = evaluate(gold, found)
    assert evaluation.score == Score(2, 1, 1)
    assert [(each.text, each.differing) for each in evaluation.missed] == [("000001", ("article",))]


def text(name: str | None, words: str = TEXT) -> AnnotatedText:
    return AnnotatedText(id=name, text=words, references=tuple(find_references(words)))


def test_texts_go_by_their_ids_or_their_order() -> None:
    assert evaluate([text("a"), text("b", "le code civil")], [text("b", "le code civil"), text("a")]).score.f1 == 1
    assert evaluate([text("a"), text("b", "x")], [text(None), text(None, "x")]).score.f1 == 1


@pytest.mark.parametrize(
    ("gold", "found", "message"),
    [
        ([text("a")], [text("b")], "the text a is in the gold alone"),
        ([], [text("b")], "the text b is not in the gold"),
        ([text(None)], [], "the text number 0 is in the gold alone"),
        ([text("a")], [text("a", "x")], "the text a is not the same on both sides"),
        ([text("a"), text("a")], [text("a")], "two texts have the same id"),
        ([text("a")], [act(0)], "one side has texts with references and the other references alone"),
    ],
)
def test_sides_that_cannot_be_compared(gold: Any, found: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        evaluate(gold, found)


def test_long_texts_take_linear_time() -> None:
    gold = [article(at * 3, "1") for at in range(20_000)]
    assert evaluate(gold, [each.replaced(article="2") for each in gold]).score == Score(0, 20_000, 20_000)


def test_kinds_are_names() -> None:
    assert set(evaluate([act(0)], []).kinds) <= {kind.value for kind in ReferenceKind}

"""The labelled passages: their format, and the recogniser's figures on them against the floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpp_corpus.model.reference import ReferenceKind, Relation
from quality import floors
from quality.measure import figures, judged, whole
from quality.passages import Passage, passages, read

PASSAGES = passages()

EXAMPLE = """# Head

## A title

`code-penal R1-1`

    aux 1° et 2° de l'article ⟦12⟧ de
    la ⟦présente section⟧ et au ⟦I⟧

- 12 → article ./12#1°, default, refers_to
- ″ → article ./12#2°, default, refers_to
- présente section → division .:section.present, anaphora, applies
- I → internal #I, default, refers_to
"""


def test_the_figures_hold_their_floors() -> None:
    measured = figures(whole(judged(passage) for passage in PASSAGES))
    today = {f"labelled.{name}": value for name, value in measured.items()}
    assert {name: today.get(name) for name in floors.below(today, floors.read())} == {}


def test_the_set_is_whole() -> None:
    assert len(PASSAGES) >= 120
    assert len({passage.text for passage in PASSAGES}) == len(PASSAGES)
    written = [reference for passage in PASSAGES for reference in passage.references]
    assert {reference.kind for reference in written} == set(ReferenceKind)
    assert {reference.relation for reference in written} == set(Relation)
    assert any(not passage.references for passage in PASSAGES)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p.name)
def test_labels_stand_in_the_order_of_their_anchors(passage: Passage) -> None:
    spans = [reference.span for reference in passage.references]
    assert spans == sorted(spans)
    assert all(passage.text[span.slice].strip() == passage.text[span.slice] != "" for span in spans)


def test_the_format(tmp_path: Path) -> None:
    path = tmp_path / "example.md"
    path.write_text(EXAMPLE, encoding="utf-8")
    (passage,) = read(path)
    assert passage.text == "aux 1° et 2° de l'article 12 de\nla présente section et au I"
    assert [(str(r), passage.text[r.span.slice]) for r in passage.references] == [
        ("article code-penal/12#1°", "12"),
        ("article code-penal/12#2°", "12"),
        ("division code-penal:section.present", "présente section"),
        ("internal code-penal/r1-1#I", "I"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("`code-penal R1-1`", "code-penal R1-1", "who speaks"),
        ("- I → internal #I", "- II → internal #II", "the anchor of"),
        ("- I → internal #I, default, refers_to\n", "", "3 anchors, 2 of them with a label"),
        ("- I → internal", "- I internal", "not a label"),
        ("⟦I⟧", "⟦I", "without its other end"),
    ],
)
def test_a_file_that_breaks_the_format_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "example.md"
    path.write_text(EXAMPLE.replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        list(read(path))


def test_floors_only_rise(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    floors.write({"labelled.f1": 0.9, "links.right": 0.5}, path)
    assert floors.below({"labelled.f1": 0.89}, floors.read(path)) == ["labelled.f1"]
    floors.write(floors.raised({"labelled.f1": 0.8, "labelled.via": 1.0}, floors.read(path)), path)
    assert floors.read(path) == {"labelled.f1": 0.9, "labelled.via": 1.0, "links.right": 0.5}
    floors.write(floors.raised({"labelled.f1": 0.95}, floors.read(path)), path)
    assert 0.94 < floors.read(path)["labelled.f1"] < 0.95


def test_a_figure_that_is_no_longer_given_is_below_its_floor() -> None:
    assert floors.below({"labelled.via": 1.0}, {"labelled.f1": 0.9, "links.right": 0.5}) == ["labelled.f1"]

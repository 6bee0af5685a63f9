"""Notes, recognised by their first words."""

from __future__ import annotations

import pytest

from cpp_corpus.model.document import Block, Role
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.span import Span
from cpp_corpus.tokenizer.notes import is_empty_note, notes_begin, split_notes


def line(text: str, gap: int = 1, *, role: Role = Role.TEXT, opens: bool = False) -> Block:
    return Block(text, role, 1, Span(0, 0), OffsetMap((), (), ()), gap=gap, opens=opens)


@pytest.mark.parametrize(
    "text",
    [
        "NOTA : le vent.",
        "Conformément à l'article 9 de la loi n° 2019-1 du 3 mars 2019, ces dispositions entrent en vigueur demain.",
        "Conformément au II de l’article 9 du décret n°2019-12, le présent article est applicable au vent.",
        "Aux termes de l'article 9 de l'ordonnance du 3 mars 2019, l'article s'applique à compter du 1er mai 2020.",
        "L'article unique de l'arrêté du 3 mars 2019 a modifié le vent.",
        "Se reporter aux conditions d'application prévues au vent.",
        "Loi n° 2019-1 du 3 mars 2019 art. 9 : le vent souffle.",
        "Décret 2003-12 art. 3 : le vent souffle.",
        "Par une décision n° 2019-1 QPC du 3 mars 2019, le Conseil constitutionnel a dit le vent.",
        "Dans sa décision n° 2019-1 QPC, le Conseil constitutionnel a dit le vent.",
        "Modification effectuée en conséquence de l'article 9 de la loi n° 2019-1.",
    ],
)
def test_notes_need_no_gap(text: str) -> None:
    assert notes_begin([line("Le vent souffle."), line(text), line("Suite.")]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Conformément à l'article 9, le vent souffle.",
        "Aux termes de l'instruction, le juge rend son ordonnance.",
        "Les agents mentionnés à l'article 9 de la loi n° 2019-1 du 3 mars 2019 sont entendus.",
        "La loi du vent est applicable.",
        "Par dérogation à l'article 9, le vent souffle.",
        "1° Conformément au vent ;",
        "Toutefois, le vent souffle.",
    ],
)
def test_alineas_that_begin_alike(text: str) -> None:
    assert notes_begin([line("Le vent souffle."), line(text)]) == 2


def test_a_wide_gap_lets_a_dated_text_be_a_note() -> None:
    text = "Le décret n° 2019-12 du 3 mars 2019 a été annulé."
    assert notes_begin([line("Le vent."), line(text)]) == 2
    assert notes_begin([line("Le vent."), line(text, 2)]) == 1


def test_wide_gaps_alone_make_no_note() -> None:
    assert notes_begin([line("Le vent."), line("La pluie.", 2), line("1° De la loi n° 2019-1 ;", 2)]) == 3


def test_the_first_line_is_no_note() -> None:
    assert notes_begin([line("Se reporter au vent.")]) == 1
    assert notes_begin([]) == 0


def test_notes_are_apart_where_the_gap_is_wide() -> None:
    body = [line("Le vent."), line("Se reporter au vent.", 2), line("Suite."), line("Autre.", 2)]
    text, notes = split_notes(body, [], all_marked=False)
    assert [block.text for block in text] == ["Le vent."]
    assert [[block.text for block in note] for note in notes] == [["Se reporter au vent.", "Suite."], ["Autre."]]


def test_marked_notes() -> None:
    marked = [line("NOTA:", role=Role.NOTE, opens=True), line("Un."), line("NOTA: Deux.", role=Role.NOTE, opens=True)]
    text, notes = split_notes([line("Le vent."), line("NOTA : rien.")], marked, all_marked=True)
    assert len(text) == 2
    assert [len(note) for note in notes] == [2, 1]


@pytest.mark.parametrize(("text", "empty"), [("NOTA:", True), ("NOTA :\n.", True), ("", True), ("NOTA: x", False)])
def test_empty_notes(text: str, empty: bool) -> None:
    assert is_empty_note(text) is empty


def test_hostile_lines_take_little_time() -> None:
    text = "Conformément " + "loi du décret n° " * 5_000
    assert notes_begin([line("x"), *[line(text)] * 50]) in {1, 51}


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Se reporter au chapitre 3 : « Rachis ».", False),
        ("Voir au verso du sablier.", False),
        ("Se reporter aux conditions d'application prévues à l'article 5.", True),
        ("Se reporter à la loi n° 2031-12 du 3 mars 2031.", True),
    ],
)
def test_where_to_look(text: str, note: bool) -> None:
    assert (notes_begin([line("Le vent."), line(text)]) == 1) is note

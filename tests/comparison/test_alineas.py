"""Alinéas of two texts, put side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus import Note
from cpp_corpus.comparison.alineas import Passage, alineas, notes, one_sided, passage_diff
from cpp_corpus.comparison.words import words_of
from cpp_corpus.model.diff import Operation
from tests.comparison.corpora import article

WORDS = ["le", "garde", "des", "vents", "et", "la", "meule", "du", "bief", "1°", ";"]
PASSAGES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), max_size=8).map(
    lambda texts: [(f"al{rank}", text) for rank, text in enumerate(texts, 1)]
)


def outline(old: list[str], new: list[str]) -> list[tuple[str, str, str]]:
    diffs = passage_diff([(f"o{at}", text) for at, text in enumerate(old)], [(f"n{at}", t) for at, t in enumerate(new)])
    return [(str(diff.op), ",".join(diff.old), ",".join(diff.new)) for diff in diffs]


@given(PASSAGES, PASSAGES)
def test_no_word_is_lost_and_every_alinea_stands_once_in_order(old: list[Passage], new: list[Passage]) -> None:
    diffs = passage_diff(old, new)
    assert [at for diff in diffs for at in diff.old] == [at for at, _ in old]
    assert [at for diff in diffs for at in diff.new] == [at for at, _ in new]
    assert words_of(" ".join(diff.old_text for diff in diffs)) == words_of(" ".join(text for _, text in old))
    assert words_of(" ".join(diff.new_text for diff in diffs)) == words_of(" ".join(text for _, text in new))


@given(PASSAGES)
def test_a_text_and_itself(passages: list[Passage]) -> None:
    assert all(diff.op is Operation.SAME for diff in passage_diff(passages, passages))


def test_an_alinea_added_between_others() -> None:
    old = ["Le moulin est banal.", "Le meunier le garde."]
    assert outline(old, [old[0], "Nul ne peut y entrer de nuit.", old[1]]) == [
        ("same", "o0", "n0"),
        ("added", "", "n1"),
        ("same", "o1", "n2"),
    ]


def test_the_similar_one_is_the_version_of_it() -> None:
    old = ["1° La meule tourne à toute heure du jour ;"]
    new = ["1° Le bief est curé une fois par an ;", "2° La meule tourne à toute heure de la nuit ;"]
    assert outline(old, new) == [("added", "", "n0"), ("changed", "o0", "n1")]


def test_an_alinea_that_was_split() -> None:
    old = [
        "Sont punis : 1° Le vol de meule ; 2° Le détournement d'eau du bief commun. Le juge peut relever le meunier."
    ]
    new = [
        "Sont punis :",
        "1° Le vol de grande meule ;",
        "2° Le détournement d'eau du bief commun.",
        "Le juge peut relever le meunier.",
    ]
    assert outline(old, new) == [("changed", "o0", "n0,n1,n2,n3")]
    assert outline(new, old) == [("changed", "o0,o1,o2,o3", "n0")]
    (diff,) = passage_diff([("al1", old[0])], [(f"al{rank}", text) for rank, text in enumerate(new)])
    assert [run.text for run in diff.words if run.op is Operation.ADDED] == ["grande "]
    assert diff.new_text == "\n".join(new)


def test_another_layout_alone_is_no_change() -> None:
    assert outline(["Le moulin est banal. Le meunier le garde."], ["Le moulin est banal.", "Le meunier le garde."]) == [
        ("same", "o0", "n0,n1")
    ]


def test_a_text_written_anew() -> None:
    old = [f"Ancienne règle numéro {rank} sur le vent et le blé" for rank in range(100)]
    new = [f"Disposition tout autre {rank * rank} relative aux horloges" for rank in range(100)]
    assert {op for op, _, _ in outline(old, new)} == {"removed", "added"}


def test_a_long_text_with_a_change_in_each_alinea() -> None:
    old = [f"Le garde numéro {rank} surveille la vanne {rank} du bief" for rank in range(200)]
    new = [f"Le garde numéro {rank} surveille la vanne {rank} du canal" for rank in range(200)]
    assert outline(old, new) == [("changed", f"o{rank}", f"n{rank}") for rank in range(200)]


def test_one_sided() -> None:
    (diff,) = one_sided([("al1", "Le moulin.")], Operation.REMOVED)
    assert (diff.old, diff.new, diff.old_text, diff.new_text) == (("al1",), (), "Le moulin.", "")
    (diff,) = one_sided([("al1", "Le moulin.")], Operation.ADDED)
    assert (diff.old, diff.new, diff.old_text, diff.new_text) == ((), ("al1",), "", "Le moulin.")


def test_passages_of_an_article() -> None:
    made = article("L1", "Un.\nDeux.", notes=["NOTA: trois."])
    assert alineas(made) == [("al1", "Un."), ("al2", "Deux.")]  # it has no record of its alinéas
    assert alineas(article("L1", "")) == []
    assert notes(made) == [("0", "trois.")]
    assert made.notes == (Note(text="NOTA: trois.", line=1),)

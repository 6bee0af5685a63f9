"""Whatever a dump has lost, a number that is given is right, under a reference of its day."""

from __future__ import annotations

from itertools import groupby
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from cpp_corpus.normalizer.identify import identify
from tests.normalizer.identify.fiction import Law, atlas_of, dump_of, invented_laws, numbers

LAWS = invented_laws()

thorough = settings(max_examples=25)


def wrong(dump: list[Law], laws: list[Law], *, dated: bool = True) -> list[tuple[str, str]]:
    """The true number of each article that got another, with that."""
    got = numbers(identify(dump_of(dump), atlas_of(laws, dated=dated)).articles)
    return [(law.number, number) for law, number in zip(dump, got, strict=True) if number not in {None, law.number}]


def some(laws: list[Law], chance: Random, share: float) -> list[Law]:
    return [law for law in laws if chance.random() > share] or laws[:1]


def shuffled(laws: list[Law], chance: Random) -> list[Law]:
    groups = [list(group) for _, group in groupby(laws, key=lambda law: law.path)]
    chance.shuffle(groups)
    return [law for group in groups for law in group]


def reworded(law: Law, chance: Random, share: float) -> Law:
    words = law.text.split(" ")
    for at in chance.sample(range(len(words)), int(len(words) * share)):
        words[at] = chance.choice(["chose", "autre", "selon", "hiver", "vent", f"x{chance.randrange(99)}"])
    return law._replace(text=" ".join(words))


@thorough
@given(seed=st.integers(0, 1 << 30), dated=st.booleans())
def test_articles_are_missing(seed: int, dated: bool) -> None:
    chance = Random(seed)
    assert wrong(some(LAWS, chance, 0.3), LAWS, dated=dated) == []


@thorough
@given(seed=st.integers(0, 1 << 30), dated=st.booleans())
def test_divisions_are_shuffled(seed: int, dated: bool) -> None:
    chance = Random(seed)
    assert wrong(shuffled(LAWS, chance), LAWS, dated=dated) == []


@thorough
@given(seed=st.integers(0, 1 << 30), share=st.sampled_from([0.1, 0.5, 1.0]))
def test_words_are_changed(seed: int, share: float) -> None:
    chance = Random(seed)
    dump = [reworded(law, chance, 0.2) if chance.random() < share else law for law in LAWS]
    assert wrong(dump, LAWS) == []


@thorough
@given(seed=st.integers(0, 1 << 30))
def test_all_at_once(seed: int) -> None:
    chance = Random(seed)
    dump = [reworded(law, chance, 0.2) for law in shuffled(some(LAWS, chance, 0.3), chance)]
    assert wrong(dump, LAWS) == []


@thorough
@given(seed=st.integers(0, 1 << 30))
def test_what_the_reference_lacks_gets_no_number_of_another(seed: int) -> None:
    """The dump is whole, the reference is not."""
    chance = Random(seed)
    assert wrong(LAWS, some(LAWS, chance, 0.3)) == []

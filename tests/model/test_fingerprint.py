from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.model.fingerprint import Fingerprint, fingerprint_of, similarity

WORDS = st.lists(st.text(alphabet="abcdefghij", min_size=1, max_size=6), min_size=1, max_size=400)


@given(WORDS)
def test_what_parts_the_words_does_not_count(words: list[str]) -> None:
    assert fingerprint_of(" ".join(words)) == fingerprint_of(" ,\n— ".join(words).upper())


@given(WORDS, WORDS)
def test_likeness_is_a_share_and_symmetric(first: list[str], second: list[str]) -> None:
    one, other = fingerprint_of(" ".join(first)), fingerprint_of(" ".join(second))
    assert 0 <= similarity(one, other) == similarity(other, one) <= 1
    assert similarity(one, one) == 1
    assert (one.exact == other.exact) == (first == second)


@given(WORDS)
def test_a_sample_stays_small(words: list[str]) -> None:
    made = fingerprint_of(" ".join(words))
    assert made.words == len(words)
    assert list(made.sketch) == sorted(set(made.sketch))
    assert all(shingle < 1 << (24 - made.level) for shingle in made.sketch)


def test_likeness_of_long_texts_is_estimated_well() -> None:
    words = [f"mot{at}" for at in range(3000)]
    half = fingerprint_of(" ".join(words[:2000]))
    other = fingerprint_of(" ".join(words[1000:]))
    assert abs(similarity(half, other) - 1 / 3) < 0.1
    assert len(half.sketch) < 200


def test_the_hashes_are_the_same_on_every_machine() -> None:
    """Atlases outlive the program that makes them."""
    made = fingerprint_of("Le vent est libre.")
    assert made == Fingerprint(made.exact, 4, (13431299, 14176254), 0)
    assert made.exact == 17804973707733951513


def test_no_words() -> None:
    assert fingerprint_of(" … ").words == 0

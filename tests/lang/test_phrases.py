import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.phrases import LONGEST_GAP, Phrases, opens_word

NAMES = Phrases(
    [
        ("moulin", 1),
        ("moulin de la Roue", 2),
        ("l'Étang", 3),
        ("moulin", 4),
        ("C. éch.", 5),
        ("quai-neuf", 6),
        ("roue, dent et bac", 7),
    ]
)


@pytest.mark.parametrize(
    ("text", "end", "value"),
    [
        ("moulin", 6, 1),
        ("MOULIN,", 6, 1),
        ("moulin de", 6, 1),
        ("moulin de la roue", 17, 2),
        ("moulin  de\n   la roue", 21, 2),
        ("l'étang", 7, 3),
        ("l’ étang", 8, 3),
        ("L ETANG", 7, 3),
        ("C. éch. 3", 6, 5),
        ("C.éch.", 5, 5),
        ("c ech", 5, 5),
        ("quai neuf", 9, 6),
        ("quai‑neuf", 9, 6),
        ("roue, dent et bac", 17, 7),
        ("roue dent et bac", 16, 7),
    ],
)
def test_the_longest_is_found(text: str, end: int, value: int) -> None:
    assert NAMES.at(text, 0) == (end, value)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", " moulin", "moulins", "moulinà", "1moulin", "étang", "l étangs", "C; éch", "C, éch", "C.. éch",
        "quai_neuf", "quai", "quai,neuf", "quai, neuf", "quai  -neuf", "quai (neuf", "12", "l''étang",
        "roue, dent, et bac", "roue,dent et bac",
    ],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert NAMES.at(text, 0) is None


@pytest.mark.parametrize("name", ["", " moulin", "(moulin)"])
def test_a_name_begins_with_a_word(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be a name"):
        Phrases([(name, 1)])


def test_a_word_is_not_begun_in_its_middle() -> None:
    assert NAMES.at("remoulin", 2) is None
    assert NAMES.at("le-moulin", 3) == (9, 1)
    assert not opens_word("é1", 1)


def test_small_words_are_skipped_behind_the_first_word_alone() -> None:
    names = Phrases([("C. santé publ.", 1)], skip=("de", "la"))
    assert names.at("C. de la santé publ.", 0) == (19, 1)
    assert names.at("C. santé de la publ.", 0) is None
    assert names.at("C. de la la santé publ.", 0) is None


def test_blanks_between_words_are_bounded() -> None:
    assert NAMES.at("quai" + " " * LONGEST_GAP + "neuf", 0) == (8 + LONGEST_GAP, 6)
    assert NAMES.at("quai" + " " * (LONGEST_GAP + 1) + "neuf", 0) is None


WORDS = st.lists(st.text(string.ascii_lowercase, min_size=1, max_size=3), min_size=1, max_size=3).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=8), WORDS)
def test_as_a_search_through_all_names_finds(names: list[str], text: str) -> None:
    begun = [name for name in names if f"{text} ".startswith(f"{name} ")]
    longest = max(begun, key=len, default=None)
    assert Phrases([(name, name) for name in names]).at(text, 0) == (
        None if longest is None else (len(longest), longest)
    )

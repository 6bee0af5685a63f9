from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.normalizer.resolve.sequence import ActSequence, Place, prefix_of


def indexed(
    number: str, *divisions: str, file: str | None = None, date: str | None = None, suffix: str = ""
) -> IndexedArticle:
    own = None if number.startswith("~") else number
    return IndexedArticle(
        f"x/{number}{suffix}", "x", own, "in_force", None, None, divisions, consolidated_at=date, file=file
    )


def pages(*numbers: str) -> ActSequence:
    """Each in a file of its own."""
    return ActSequence([indexed(number, "section.1", file=f"{number}.md") for number in numbers])


def dump(*numbers: str) -> ActSequence:
    return ActSequence([indexed(number, file="dump.txt") for number in numbers])


def names(places: list[Place] | None) -> list[str] | None:
    return None if places is None else [place[0].id.removeprefix("x/") for place in places]


FOLDER = pages("l1", "l10", "l10-a", "l2", "l2-1", "l2-2-a", "l2-2", "l3", "d2-3", "r2", "annexe-i", "150-0-a", "150-a")


@pytest.mark.parametrize(
    ("first", "last", "members"),
    [
        ("l1", "l3", ["l1", "l2", "l2-1", "l2-2-a", "l2-2", "l3"]),
        ("l2", "l2-2", ["l2", "l2-1", "l2-2-a", "l2-2"]),
        ("l3", "l10-a", ["l3", "l10", "l10-a"]),
        ("l2-1", "l9", ["l2-1", "l2-2-a", "l2-2", "l3"]),  # an end that is not there has its place
        ("l0", "l2", ["l1", "l2"]),
        ("r2", "d2-3", ["r2", "d2-3"]),  # prefixes of both ends
        ("r1", "r9", ["r2"]),
        ("150-0-a", "150-a", ["150-0-a", "150-a"]),
        ("l3", "l1", None),
        ("annexe-i", "annexe-iii", None),
        ("l1", "annexe-i", None),
    ],
)
def test_between_by_numbers(first: str, last: str, members: list[str] | None) -> None:
    assert names(FOLDER.between(first, last)) == members


def test_between_in_the_order_of_the_source() -> None:
    listed = dump("1", "3", "2", "l7", "~9", "4")
    assert names(listed.between("1", "4")) == ["1", "3", "2", "4"]
    assert names(listed.between("3", "2")) == ["3", "2"]
    assert listed.between("2", "3") is None
    assert names(listed.between("2", "9")) == ["2", "3", "4"]  # the end that is not there goes by its number


def test_files_are_merged() -> None:
    old = [indexed(n, file="2019", date="2019-01-01") for n in ("1", "2", "3", "5")]
    new = [indexed(n, file="2022", date="2022-01-01", suffix="~2") for n in ("2", "1", "4", "5", "0")]
    sequence = ActSequence([*old, *new])
    assert names(sequence.between("2", "0")) == ["2", "3", "1", "4~2", "5", "0~2"]  # 3 stays behind 2


def test_parts_of_an_act_in_several_files_follow_each_other() -> None:
    sequence = ActSequence([indexed(n, file=n[:2]) for n in ("l1", "l1-2", "l2", "l2-1")])
    assert names(sequence.between("l1", "l2-1")) == ["l1", "l1-2", "l2", "l2-1"]


def test_one_page_beside_a_dump_and_the_numbers_decide() -> None:
    sequence = ActSequence([*(indexed(n, file="dump.txt") for n in ("1", "3", "2")), indexed("4", file="4.md")])
    assert names(sequence.between("1", "4")) == ["1", "2", "3", "4"]


def test_onwards_to_the_end_of_the_division() -> None:
    sequence = ActSequence(
        [
            indexed("l1", "titre.i", "chapitre.i", file="a"),
            indexed("l2", "titre.i", "chapitre.i", file="b"),
            indexed("r2", "titre.i", "chapitre.i", file="c"),
            indexed("l3", "titre.i", "chapitre.ii", file="d"),
            indexed("l4", file="e"),
        ]
    )
    assert names(sequence.onwards("l1")) == ["l1", "l2"]
    assert names(sequence.onwards("l3")) == ["l3"]
    assert sequence.onwards("l4") is None


def test_neighbours_by_numbers() -> None:
    sequence = ActSequence(
        [
            indexed("r1", "titre.i", file="a"),
            indexed("d2", "titre.i", file="b"),
            indexed("r3", "titre.ii", file="c"),
            indexed("l2", "titre.v", file="d"),
            indexed("annexe-i", file="e"),
        ]
    )
    by = {place.number: place for place in sequence._indexed}
    assert names([sequence.neighbour(by["d2"], -1) or ()]) == ["r1"]
    assert names([sequence.neighbour(by["r1"], 1) or ()]) == ["d2"]
    assert names([sequence.neighbour(by["r3"], -1) or ()]) == ["r1"]  # another section: the same prefix
    assert sequence.neighbour(by["l2"], -1) is None
    assert sequence.neighbour(by["annexe-i"], -1) is None


def test_neighbours_in_a_dump_may_have_no_number() -> None:
    sequence = dump("1", "~7", "2")
    assert names([sequence.neighbour(indexed("2", file="dump.txt"), -1) or ()]) == ["~7"]
    assert names([sequence.neighbour(indexed("~7", file="dump.txt"), -1) or ()]) == ["1"]
    assert sequence.neighbour(indexed("1", file="dump.txt"), -1) is None


def test_prefix() -> None:
    assert [prefix_of(n) for n in ("lo6214-3", "a123-2-et-a123-3", "1649-quater-b-bis", "preliminaire", "")] == [
        "LO",
        "A",
        "",
        None,
        None,
    ]


NUMBERS = st.builds(
    lambda prefix, first, rest: f"{prefix}{first}{rest}",
    st.sampled_from(["l", "r", ""]),
    st.integers(1, 9),
    st.sampled_from(["", "-1", "-2", "-bis", "-1-a"]),
)


@given(st.lists(NUMBERS, min_size=1, max_size=30, unique=True), NUMBERS, NUMBERS, st.randoms())
def test_members_do_not_depend_on_the_order_of_the_files(
    numbers: list[str], first: str, last: str, random: Random
) -> None:
    found = names(pages(*numbers).between(first, last))
    random.shuffle(numbers)
    assert names(pages(*numbers).between(first, last)) == found
    if found is not None:
        assert set(found) <= set(numbers)
        assert {prefix_of(name) for name in found} <= {prefix_of(first), prefix_of(last)}
        order = [ArticleNumber.parse(name) for name in found]
        assert order == sorted(order)


def order(sequence: ActSequence) -> list[str]:
    return [each.id.removeprefix("x/") for each in sequence.in_order()]


def test_the_order_of_the_law_is_that_of_divisions_and_numbers() -> None:
    sequence = ActSequence(
        [
            indexed("a1", "partie-arretes", file="a"),
            indexed("annexe-i", "annexes", file="b"),
            indexed("l10", "partie-legislative", "titre.ix", file="c"),
            indexed("l11", "partie-legislative", "titre.x", file="d"),
            indexed("l1-1", "partie-legislative", "titre.i", file="e"),
            indexed("l1", "partie-legislative", "titre.i", file="f"),
            indexed("annexe-l1", "partie-legislative", "titre.i", file="g"),
            indexed("preliminaire", "partie-legislative", "titre.preliminaire", file="h"),
            indexed("l0", "partie-legislative", file="i"),
            indexed("r1", "partie-reglementaire", file="j"),
        ]
    )
    expected = ["l0", "preliminaire", "l1", "l1-1", "annexe-l1", "l10", "l11", "r1", "a1", "annexe-i"]
    assert order(sequence) == expected
    assert order(dump("2", "1", "3")) == ["2", "1", "3"]


def test_annexes_of_one_name_stand_each_in_its_division() -> None:
    first, second = (indexed("annexe-i", step, file=step, suffix=step) for step in ("titre.i", "titre.iii"))
    sequence = ActSequence([second, indexed("l2", "titre.ii", file="x"), indexed("l1", "titre.i", file="y"), first])
    assert order(sequence) == ["l1", "annexe-ititre.i", "l2", "annexe-ititre.iii"]


def test_versions_follow_each_other_in_the_order_of_the_law() -> None:
    old, new = (indexed("l2", file=day, suffix=f"@{day}")._replace(valid_from=day) for day in ("2001", "2010"))
    sequence = ActSequence([new, indexed("l10", file="x"), old, indexed("l1", file="y")])
    assert order(sequence) == ["l1", "l2@2001", "l2@2010", "l10"]


@given(st.permutations(["l1", "l1-1", "l2", "l10", "d3", "annexe-i"]))
def test_the_order_of_the_law_does_not_depend_on_that_of_the_files(numbers: list[str]) -> None:
    assert order(pages(*numbers)) == order(pages(*sorted(numbers)))

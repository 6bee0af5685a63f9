import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.model.parts import has_part, markers_within, parts_at

LINES = ("al1", "I", "I/1°", "I/1°/a", "I/1°/b", "I/2°", "I/2° bis", "I/al7", "II", "II/al2", "II/tiret1", "III/A/1°")


@pytest.mark.parametrize(
    ("locator", "lines"),
    [
        ("al1", [0]),
        ("al-1", [11]),
        ("al12", [11]),
        ("al13", []),
        ("al2..al4", [1, 2, 3]),
        ("al-2..al-1", [10, 11]),
        ("al11..al13", []),
        ("al4..al2", []),
        ("I", [1, 2, 3, 4, 5, 6, 7]),
        ("I/1°", [2, 3, 4]),
        ("I/1°/b/ph2", [4]),
        ("I/1°..2° bis", [2, 3, 4, 5, 6]),
        ("I/2°..1°", []),
        ("I..II", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        ("I/al1", [1]),
        ("I/al2..al-1", [2, 3, 4, 5, 6, 7]),
        ("II/tiret1", [10]),
        ("III/A/1°", [11]),
        ("1°", []),
        ("IV", []),
        ("ph1", list(range(12))),
        ("al0", []),
        ("", []),
    ],
)
def test_parts_at(locator: str, lines: list[int]) -> None:
    assert parts_at(LINES, locator) == lines


@pytest.mark.parametrize(
    ("locator", "there"),
    [
        ("1°", True),  # of I, which the sentence does not name
        ("b", True),
        ("1°/b", True),
        ("III/1°", True),
        ("2°/a", False),
        ("3°", False),
        ("1°..2°", True),
        ("1°..3°", False),
        ("2°/al1", True),
        ("2°/al2", False),
        ("2° bis/al2", None),  # a line without marker follows, which may be of it
        ("al2/2°", True),  # of the list that the alinéa opens
        ("al1/2°", False),
        ("al-prev", None),
        ("al1..al-prev", None),
        ("II/al-this", None),
        ("ph-this", None),
    ],
)
def test_has_part(locator: str, there: bool | None) -> None:
    assert has_part(LINES, locator) is there


@pytest.mark.parametrize(
    ("alineas", "locator", "inline", "there"),
    [
        (("al1", "al2"), "2°", ("1°", "2°"), True),
        (("al1", "al2"), "2°/al2", ("1°", "2°"), None),
        (("al1", "al2"), "3°", ("1°", "2°"), False),
        (("al1",), "al2", (), None),  # its lines may have been run together
        (("al1",), "ph2", (), True),
        (("al1", "II"), "I", (), None),  # not printed
        (("al1", "II", "II/b"), "II/a", (), None),
        (("al1", "al2", "al3"), "I", (), False),
        (("1°", "2°"), "2", (), True),
        (("1", "2"), "2°", (), True),
        (("1", "2"), "3/1°", ("3",), None),
        (("al1", "al2"), "3°", ("3",), True),
        (("1°", "2°", "al3", "a", "b"), "2°/b", (), None),
        (("1°", "2°", "al3", "a", "b"), "1°/b", (), False),
        (("1°", "2°", "al3", "a", "b"), "2°/c", (), False),
    ],
)
def test_has_part_of_texts_as_they_are(
    alineas: tuple[str, ...], locator: str, inline: tuple[str, ...], there: bool | None
) -> None:
    assert has_part(alineas, locator, inline) is there


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("Sont admis :\n1 Les uns ;\n2 Les autres", ["1", "2"]),
        ("16. Les uns\n20. Les autres", ["16", "20"]),
        ("b bis Les uns\nc Les autres", ["b bis", "c"]),
        ("3 a. Les uns", ["3"]),
        ("« B.-Les uns", ["B"]),
        ("1° Les uns\t12", ["1°"]),
        ("Les 3 premiers. Il est", []),
        ("1 000 euros\nla mer", []),
    ],
)
def test_markers_within(text: str, markers: list[str]) -> None:
    assert markers_within(text) == markers


def test_an_article_without_words_tells_nothing() -> None:
    assert has_part((), "al1") is None
    assert parts_at((), "al1") == []


STEPS = st.sampled_from(
    ["I", "II", "1°", "2°", "a", "al1", "al2", "al-1", "ph1", "1°..2°", "al1..al2", "..", "al..", ""]
)
PATHS = st.lists(STEPS, min_size=1, max_size=4).map("/".join)


@given(st.lists(PATHS, max_size=8), PATHS)
def test_what_is_found_is_there_and_in_order(alineas: list[str], locator: str) -> None:
    found = parts_at(alineas, locator)
    assert found == sorted(set(found))
    assert set(found) <= set(range(len(alineas)))
    if found:
        assert has_part(alineas, locator)

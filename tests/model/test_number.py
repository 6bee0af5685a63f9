import json
import lzma
import pickle
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from cpp_corpus.errors import CorpusError, NumberError
from cpp_corpus.lang.adverbs import adverb
from cpp_corpus.model.number import ArticleNumber, NumberKind, normalize_number

_INTS = st.integers(0, 9999).map(str)
_LETTERS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=3).filter(lambda word: word not in {"ER", "ET"})
_PARTS = st.lists(
    st.one_of(
        _INTS.map(lambda number: f"-{number}"),
        st.integers(2, 99).map(lambda value: f" {adverb(value)}"),
        st.tuples(st.sampled_from(["", "-0", "-00"]), _LETTERS, _INTS).map(lambda t: f"{t[0]} {t[1]}-{t[2]}"),
    ),
    max_size=4,
)
_PREFIXES = st.sampled_from(["", "L", "LO", "R", "R*", "D", "D**", "A"])
NUMBERS = st.tuples(_PREFIXES, st.integers(0, 9999).map(str), _PARTS).map(lambda t: t[0] + t[1] + "".join(t[2]))
HEADINGS = NUMBERS | st.sampled_from(
    ["préliminaire", "unique", "Annexe I", "Annexe à l'article R1-1", "Tableau n° 3 bis", "Rubrique 0-7", "A1 et A2"]
)


class Holder(BaseModel):
    number: ArticleNumber | None = None


@given(HEADINGS)
def test_every_form_reads_back(heading: str) -> None:
    number = ArticleNumber.parse(heading)
    assert str(number) == number.heading == heading
    for form in (number.heading, number.running, number.normalized):
        again = ArticleNumber.parse(form)
        assert again == number
        assert (again.kind, again.prefix, hash(again)) == (number.kind, number.prefix, hash(number))
        assert normalize_number(form) == number.normalized


_PIECES = st.sampled_from(
    [
        *(
            "L",
            "LO",
            "R",
            "D",
            "A",
            "l",
            "r",
            ".",
            "*",
            "-",
            "–",
            "1",
            "2",
            "12",
            "811",
            "0",
            "er",
            "ER",
            "bis",
            "quater",
        ),
        *("A", "B", "AA", "c", "et", "à", "Annexe", "annexes", "Tableau", "Rubrique", "n°", "art.", "Article", "l'"),
        *(
            "premier",
            "Ier",
            "II",
            "(",
            ",",
            ";",
            "/",
            "’",
            "é",
            "e\u0301",
            "œ",
            "préliminaire",
            "unique",
            "10.1.1",
            " ",
        ),
    ]
)


@given(st.lists(_PIECES, min_size=1, max_size=7).map("".join))
def test_whatever_is_read_prints_what_reads_back(text: str) -> None:
    try:
        number = ArticleNumber.parse(text)
    except NumberError:
        return
    again = ArticleNumber.parse(str(number))
    assert (str(again), again.normalized, again.kind) == (str(number), number.normalized, number.kind)
    assert ArticleNumber.parse(number.running) == number


@pytest.mark.parametrize("text", ["2er", "12er", "L2er", "art. Article R"])
def test_what_has_no_meaning_is_no_number(text: str) -> None:
    with pytest.raises(NumberError):
        ArticleNumber.parse(text)


@given(HEADINGS)
def test_words_before_a_number_and_typography_do_not_matter(heading: str) -> None:
    number = ArticleNumber.parse(heading)
    typographic = number.running.replace(" ", "\u00a0").replace("'", "’").replace("-", "‑")
    for text in (f"Article {heading}", f"article\u00a0 {heading} ", f"art. {number.running}", typographic):
        assert ArticleNumber.parse(text) == number


@given(HEADINGS, HEADINGS, HEADINGS)
def test_the_order_is_total_and_agrees_with_equality(one: str, two: str, three: str) -> None:
    a, b, c = sorted(map(ArticleNumber.parse, (one, two, three)))
    assert a <= b <= c
    assert a <= c
    for left, right in ((a, b), (b, c), (a, c)):
        assert (left == right) + (left < right) + (left > right) == 1


def test_equality_is_that_of_the_normalised_form() -> None:
    plain, starred = ArticleNumber.parse("R123-4"), ArticleNumber.parse("R*123-4")
    assert plain == starred
    assert len({plain, starred}) == 1
    assert plain != "R123-4"
    assert plain.__lt__("R123-4") is NotImplemented


def test_frozen() -> None:
    number = ArticleNumber.parse("L1")
    with pytest.raises(AttributeError, match="are immutable"):
        number.heading = "L2"
    with pytest.raises(AttributeError, match="are immutable"):
        del number.heading
    with pytest.raises(AttributeError):
        number.other = 1


def test_pickle_keeps_the_heading() -> None:
    number = pickle.loads(pickle.dumps(ArticleNumber.parse("R. * 123-4")))  # noqa: S301 - our own bytes
    assert number == ArticleNumber.parse("R*123-4")
    assert number.heading == "R*123-4"


def test_repr_can_be_evaluated() -> None:
    number = ArticleNumber.parse("Annexe à l'article R1-1")
    assert eval(repr(number)) == number  # noqa: S307 - our own text


def test_errors() -> None:
    with pytest.raises(NumberError, match=r"'12 de la loi'; expected one such as 'L811-2'") as raised:
        ArticleNumber.parse("12 de la loi")
    assert isinstance(raised.value, CorpusError)
    assert isinstance(raised.value, ValueError)


def test_field_of_a_record() -> None:
    holder = Holder(number="art. L. 811-2")
    number = ArticleNumber.parse("L811-2")
    assert holder == Holder(number=number)
    assert Holder(number=number).number is number
    assert holder.model_dump() == {"number": number}
    assert holder.model_dump(mode="json") == {"number": "L811-2"}
    assert holder.model_dump_json() == '{"number":"L811-2"}'
    assert Holder.model_validate_json(holder.model_dump_json()) == holder
    assert Holder().model_dump(mode="json") == {"number": None}


@pytest.mark.parametrize("value", ["no number", 12, ["L1"]])
def test_field_refuses(value: object) -> None:
    with pytest.raises(ValidationError):
        Holder(number=value)


def test_json_schema() -> None:
    adapter = TypeAdapter(ArticleNumber)
    assert adapter.json_schema() == adapter.json_schema(mode="serialization") == {"type": "string"}


def _published(shared: Path) -> list[tuple[str, list[str]]]:
    with lzma.open(shared / "data/numbers.jsonl.xz", "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(row["act"], [number for number in row["numbers"] if number != "None"]) for row in rows]


@pytest.mark.shared
def test_every_published_number_reads_back_and_stays_distinct(shared: Path) -> None:
    same: list[set[str]] = []
    for _, headings in _published(shared):
        seen: dict[ArticleNumber, str] = {}
        for heading in headings:
            number = ArticleNumber.parse(heading)
            assert number == ArticleNumber.parse(number.running) == ArticleNumber.parse(number.normalized)
            assert ArticleNumber.parse(number.heading).heading == number.heading
            assert number.heading.translate(_FREE) == heading.translate(_FREE)
            if number in seen:
                same.append({heading, seen[number]})
            seen[number] = heading
    assert same == [{"A1", "A 1er"}]  # one article, under a title and again under its first chapter


_FREE = str.maketrans(dict.fromkeys(" .-"))


@pytest.mark.shared
def test_published_headings_are_kept_but_for_what_follows_the_prefix(shared: Path) -> None:
    headings = [heading for _, headings in _published(shared) for heading in headings]
    tidied = [heading for heading in headings if ArticleNumber.parse(heading).heading != " ".join(heading.split())]
    assert all(heading[0] in "LRDA" and not heading[1:2].isdigit() for heading in tidied)
    assert len(tidied) < 100
    assert not any(ArticleNumber.parse(heading).kind is NumberKind.ANNEXE for heading in tidied)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("code", "share"),
    [("LEGITEXT000006069577", 0.99), ("LEGITEXT000006071154", 0.997), ("LEGITEXT000006074236", 0.999)],
)
def test_lists_in_the_order_of_the_law_are_in_order(shared: Path, code: str, share: float) -> None:
    listed = json.loads((shared / f"data/formats/article_number_lists/{code}.json").read_text(encoding="utf8"))
    pairs = list(pairwise(map(ArticleNumber.parse, listed)))
    assert sum(before < after for before, after in pairs) / len(pairs) >= share

import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cpp_corpus
from cpp_corpus import ArticleId, NotationError
from cpp_corpus.model.article_id import number_in

FIXTURES = Path(__file__).parents[2] / "fixtures"
ACTS = st.none() | st.sampled_from(["code-penal", "loi:2019-222", "reglement-ue:2017/1939"])
NUMBERS = st.none() | st.sampled_from(["421-1", "l811-2", "r123-4", "annexe-i", "1649-quater-b-bis"])


@given(ACTS, NUMBERS, st.integers(1, 10_000), st.none() | st.dates(), st.integers(1, 9))
def test_print_and_parse(act: str | None, number: str | None, line: int, version: date | None, rank: int) -> None:
    made = ArticleId.build(act, number, line=None if number else line, version=version, rank=rank)
    read = ArticleId(str(made))
    assert read == made == str(made)
    assert (read.act, read.number, read.version, read.rank) == (act, number, version, rank)
    assert read.line == (None if number else line)
    assert number_in(read) == number
    assert pickle.loads(pickle.dumps(read)) == read  # noqa: S301 - made here
    assert (read.unversioned == read) == (version is None)


@pytest.mark.parametrize(
    "text",
    ["", "421-1", "/1", "code-x/", "code-x#livre.i", "code-x/1@2020", "code-x/1@2020-02-30", "code-x/1~1", "a b/1"],
)
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(NotationError, match="expected one such as"):
        ArticleId(text)
    assert number_in(text) is None or text.endswith("~1") or "@" in text


def test_ids_of_a_corpus_are_such() -> None:
    for article in cpp_corpus.load(FIXTURES):
        read = ArticleId(article.id)
        assert read.act == article.act
        assert read.number == (None if article.number is None else article.number.normalized)

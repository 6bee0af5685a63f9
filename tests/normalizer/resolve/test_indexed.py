from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.model.article import Article, ArticleState, Division, Source
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.resolve import indexed_article, unique_ids


def indexed(
    name: str, state: str = "in_force", valid_from: str | None = None, valid_to: str | None = None
) -> IndexedArticle:
    return IndexedArticle(name, "a", name.partition("/")[2], state, valid_from, valid_to, ())


def test_alone_keeps_its_id() -> None:
    assert unique_ids([indexed("a/1"), indexed("a/2")]) == ["a/1", "a/2"]
    assert unique_ids([]) == []


def test_second_bearers_are_counted_in_order() -> None:
    repeated = [indexed("a/annexe-i"), indexed("a/1"), indexed("a/annexe-i"), indexed("a/annexe-i")]
    assert unique_ids(repeated) == ["a/annexe-i", "a/1", "a/annexe-i~2", "a/annexe-i~3"]


def test_repealed_and_in_force_without_dates_are_counted() -> None:
    assert unique_ids([indexed("a/1", "repealed"), indexed("a/1")]) == ["a/1", "a/1~2"]


def test_versions_have_their_first_day() -> None:
    versions = [indexed("a/1", "in_force", "2020-01-01"), indexed("a/1", "repealed", "2010-01-01", "2015-01-01")]
    assert unique_ids(versions) == ["a/1@2020-01-01", "a/1@2010-01-01"]
    following = [
        indexed("a/1", valid_from="2010-01-01", valid_to="2020-01-01"),
        indexed("a/1", valid_from="2020-01-01"),
    ]
    assert unique_ids(following) == ["a/1@2010-01-01", "a/1@2020-01-01"]


def test_two_in_force_together_are_no_versions() -> None:
    assert unique_ids([indexed("a/1", valid_from="2010-01-01"), indexed("a/1", valid_from="2020-01-01")]) == [
        "a/1",
        "a/1~2",
    ]


def test_one_without_date_keeps_the_id() -> None:
    assert unique_ids([indexed("a/1", "repealed"), indexed("a/1", valid_from="2020-01-01")]) == [
        "a/1",
        "a/1@2020-01-01",
    ]
    dump = [
        indexed("a/1", "repealed"),
        indexed("a/1"),
        indexed("a/2", "repealed"),
        indexed("a/2", "repealed"),
        indexed("a/2"),
    ]
    assert unique_ids([each._replace(file="x", consolidated_at="2021-12-09") for each in dump]) == [
        *("a/1", "a/1@2021-12-09"),
        *("a/2", "a/2~2", "a/2~3"),
    ]


def test_versions_of_several_sources() -> None:
    """Two dumps of a code: article 1 was repealed, and is law again; of article 2 no dates are known."""
    repealed = indexed("a/1", "repealed", "2001-01-01", "2004-01-01")
    first = [repealed, indexed("a/1", valid_from="2014-01-01"), indexed("a/2")]
    made = [each._replace(file=day, consolidated_at=day) for day in ("2021-12-09", "2022-08-15") for each in first]
    assert unique_ids(made) == [
        *("a/1@2001-01-01", "a/1@2014-01-01", "a/2@2021-12-09"),
        *("a/1@2001-01-01~2", "a/1@2014-01-01~2", "a/2@2022-08-15"),
    ]


def test_a_source_without_date_beside_one_of_a_day() -> None:
    dump = indexed("a/1")._replace(file="dump.txt", consolidated_at="2021-12-09")
    assert unique_ids([indexed("a/1")._replace(file="1.md"), dump]) == ["a/1", "a/1@2021-12-09"]


def test_an_id_that_the_sources_bear_is_not_given_again() -> None:
    assert unique_ids([indexed("a/1"), indexed("a/1"), indexed("a/1~2")]) == ["a/1", "a/1~2~2", "a/1~2"]


@given(st.lists(st.sampled_from(["a/1", "a/2", "a/1~2", "a/1~3", "a/1~2~2", "a/2@2020-01-01"])))
def test_no_two_alike_and_settled_for_good(names: list[str]) -> None:
    all_indexed = list(map(indexed, names))
    ids = unique_ids(all_indexed)
    assert len(set(ids)) == len(ids)
    assert unique_ids([b._replace(id=name) for b, name in zip(all_indexed, ids, strict=True)]) == ids
    assert all(names.index(name) == at for at, name in enumerate(ids) if name == names[at])


def test_bearer_of() -> None:
    article = Article(
        id="code-x/l1-2",
        act="code-x",
        number=ArticleNumber.parse("L1-2"),
        state=ArticleState.REPEALED,
        divisions=(
            Division(kind="partie", slug="partie-legislative"),
            Division(kind="livre", number="Ier"),
            Division(kind="titre", number="XXV"),
        ),
        source=Source(path="x.md", format="mirror-page", line=1, byte=Span(0, 1)),
    )
    path = ("partie-legislative", "livre.i", "titre.xxv")
    assert indexed_article(article) == IndexedArticle(
        "code-x/l1-2", "code-x", "l1-2", "repealed", None, None, path, consolidated_at=None, file="x.md", parts=""
    )

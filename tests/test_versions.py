"""A corpus of several versions and sources of its articles."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cpp_corpus
from cpp_corpus import (
    AmbiguousReference,
    Article,
    ArticleNumber,
    ArticleState,
    Corpus,
    Division,
    Source,
    Span,
)
from cpp_corpus.export.exported import read_export

FIXTURES = Path(__file__).parents[1] / "fixtures"
DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))
FIRST, SECOND = date(2015, 1, 1), date(2020, 1, 1)


def article(number: str, begin: date | None = None, end: date | None = None, **fields: object) -> Article:
    suffix = fields.pop("suffix", "" if begin is None else f"@{begin}")
    given = {
        "id": f"code-x/{number}{suffix}",
        "act": "code-x",
        "number": ArticleNumber.parse(number),
        "state": ArticleState.IN_FORCE,
        "valid_from": begin,
        "valid_to": end,
        "source": Source(path=f"{number}{suffix}.md", format="mirror-page", line=1, byte=Span(0, 1)),
        **fields,
    }
    return Article.model_validate(given)


@pytest.fixture
def corpus() -> Corpus:
    first = article("1", divisions=(Division(kind="titre", number="Ier"),), text="L'article 2 est applicable.")
    return Corpus(
        [
            first,
            article("2", FIRST, SECOND, state="repealed", divisions=(Division(kind="titre", number="Ier"),)),
            article("2", SECOND, divisions=(Division(kind="titre", number="II"),)),
            article("3", state="repealed"),
            article("4", state="future"),
            article("5", None, FIRST),
        ]
    )


def ids(corpus: Corpus) -> list[str]:
    return [each.id.removeprefix("code-x/") for each in corpus]


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2010, 1, 1), ["1", "5"]),
        (FIRST, ["1", "2@2015-01-01"]),
        (SECOND - timedelta(days=1), ["1", "2@2015-01-01"]),
        (SECOND, ["1", "2@2020-01-01"]),
    ],
)
def test_at(corpus: Corpus, day: date, there: list[str]) -> None:
    assert ids(corpus.at(day)) == there
    assert ids(corpus.at(date(1999, 1, 1)).at(day)) == there  # from the whole corpus each time


def test_references_are_those_of_the_day(corpus: Corpus) -> None:
    def target(whole: Corpus) -> tuple[str, tuple[str, ...]]:
        (found,) = whole.resolved(whole["1"])
        return found.state, found.targets

    assert target(corpus) == ("resolved", ("code-x/2@2020-01-01",))
    assert target(corpus.at(date(2016, 1, 1))) == ("resolved", ("code-x/2@2015-01-01",))
    assert target(corpus.at(date(2010, 1, 1))) == ("repealed", ("code-x/2@2015-01-01",))
    assert corpus.at(date(2016, 1, 1)).graph.out("code-x/1")[0].target == "code-x/2@2015-01-01"


def test_what_has_left_is_not_found(corpus: Corpus) -> None:
    before = corpus.at(date(2010, 1, 1))
    assert before.acts == ("code-x",)
    assert before.find("art. 2") == []
    for key in ("2", "3", ("code-x", "2"), "2@2020-01-01"):
        assert key not in before
    assert corpus.at(date(1990, 1, 1))["5"].id == "code-x/5"


def test_a_version_by_its_day(corpus: Corpus) -> None:
    assert corpus["2"].id == "code-x/2@2020-01-01"
    assert corpus["code-x/2"].id == "code-x/2@2020-01-01"
    for key in ("2@2016-05-04", "art. 2@2016-05-04", "code-x/2@2016-05-04", ("code-x", "2@2016-05-04")):
        assert corpus[key].id == "code-x/2@2015-01-01"
    assert corpus["code-x/2@2015-01-01"].id == "code-x/2@2015-01-01"  # an id
    assert corpus["1@1999-01-01"].id == "code-x/1"  # without dates, it stays
    for key in ("2@1999-01-01", "3@2020-01-01", "9@2020-01-01", "5@2020-01-01"):
        with pytest.raises(KeyError):
            corpus[key]


def test_a_day_that_is_none(corpus: Corpus) -> None:
    with pytest.raises(KeyError, match="2022-13-01"):
        corpus["2@2022-13-01"]
    assert "2@tomorrow" not in corpus


def test_of_several_sources_the_newest() -> None:
    dumps = [
        article("1", suffix="", consolidated_at=date(2019, 5, 1), text="vieux"),
        article("1", suffix="~2", consolidated_at=date(2022, 5, 1), text="neuf"),
    ]
    corpus = Corpus(dumps)
    assert corpus["1"].text == "neuf"
    assert corpus["1@2020-01-01"].text == "vieux"
    assert ids(corpus.at(date(2021, 1, 1))) == ["1"]
    assert ids(corpus.at(date(2023, 1, 1))) == ["1~2"]


def test_divisions(corpus: Corpus) -> None:
    assert [each.id for each in corpus.division("code-x", "titre.i")] == ["code-x/1", "code-x/2@2015-01-01"]
    assert corpus.division("code-x#titre.ii") == (corpus["2"],)
    assert corpus.at(SECOND).division("code-x", "titre.1") == (corpus["1"],)
    for where in (("code-x", "titre.ix"), ("code-y", "titre.i"), ("code-x#",), ("code-x",)):
        with pytest.raises(KeyError):
            corpus.division(*where)


def test_divisions_of_one_number_in_several_books(tmp_path: Path) -> None:
    for at, place in enumerate(("livre-i/titre-i", "livre-ii/titre-i/chapitre-i", "livre-ii/titre-i"), 1):
        (tmp_path / "code-x" / place).mkdir(parents=True, exist_ok=True)
        (tmp_path / "code-x" / place / f"l{at}.md").write_text(f"# Article L{at}\n\n<p>Rien.</p>")
    corpus = cpp_corpus.load(tmp_path)
    with pytest.raises(AmbiguousReference) as caught:
        corpus.division("code-x", "titre.i")
    assert len(caught.value.candidates) == 2
    assert ids(Corpus(corpus.division("code-x", "livre.ii/titre.i"))) == ["l3", "l2"]
    assert ids(Corpus(corpus.division("code-x", "livre.ii"))) == ["l3", "l2"]


@given(st.lists(DAYS, min_size=1, max_size=6, unique=True).map(sorted), DAYS)
def test_of_versions_that_follow_each_other_one_is_law(days: list[date], day: date) -> None:
    ends = [*days[1:], None]
    corpus = Corpus([article("1", begin, end) for begin, end in zip(days, ends, strict=True)])
    there = corpus.at(day).articles
    if day < days[0]:
        assert there == ()
        return
    (law,) = there
    assert law.valid_from is not None
    assert law.valid_from <= day
    assert law.valid_to is None or day < law.valid_to
    assert corpus[f"1@{day}"] == law == corpus.at(day)["1"]


def test_a_corpus_of_a_day_is_written_as_it_is(corpus: Corpus, tmp_path: Path) -> None:
    summary = corpus.at(date(2010, 1, 1)).export(tmp_path / "out")
    assert summary.counts["articles"] == 2
    assert summary.states["repealed"] == 1
    assert [each.id for each in read_export(tmp_path / "out").articles] == ["code-x/1", "code-x/5"]


def test_a_newer_source_says_what_is_repealed(tmp_path: Path) -> None:
    """Neither source gives dates of its versions: the day of the source decides, then what it says."""
    old = FIXTURES / "dumps" / "sabliers.txt"
    text = old.read_text(encoding="utf-8").replace("01 mars 2020", "01 mars 2021")
    new = tmp_path / "new.txt"
    new.write_text(
        text.replace("• Le sablier re", "• Article 12 bis (abrogé)\n\n      Le sablier re"), encoding="utf-8"
    )
    both = cpp_corpus.load(old, new, numbers_from=FIXTURES / "mirror")
    assert both["12 bis"].state == "repealed"
    assert both["12 bis@2020-06-30"].state == "in_force"
    assert "12 bis" not in both.at(date(2021, 6, 30))
    with pytest.raises(KeyError):
        both["12 bis@2021-06-30"]


def test_an_annexe_is_found_by_its_name() -> None:
    corpus = cpp_corpus.load(FIXTURES / "mirror")
    code = "code-des-moulins-et-des-horloges"
    assert [article.id for article in corpus.find("annexe I")] == [f"{code}/annexe-i", f"{code}/annexe-i~2"]

"""What would be touched: articles, ranges, divisions, ranges of divisions, the act; with depth and the way."""

from __future__ import annotations

import pytest

import cpp_corpus
from cpp_corpus import ArgumentError, Article, Corpus, Impact, ImpactVia, InputError

ACT = "code-des-sabliers"


def article(number: str, text: str, *divisions: tuple[str, str]) -> Article:
    return Article.model_validate(
        {
            "id": f"{ACT}/{number.lower()}",
            "act": ACT,
            "number": number,
            "state": "in_force",
            "divisions": [{"kind": kind, "number": own} for kind, own in divisions],
            "text": text,
            "source": {"path": "a.txt", "format": "plain", "line": 1, "byte": (0, 1)},
        }
    )


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    one, two, three = ("titre", "I"), ("titre", "II"), ("titre", "III")
    return Corpus(
        [
            article("L1", "Rien.", one, ("chapitre", "I")),
            article("L2", "L'article L. 1 est applicable.", one, ("chapitre", "II")),
            article("L3", "Les articles L. 1 à L. 2 sont applicables.", two),
            article("L4", "Le titre Ier est applicable.", two),
            article("L5", "L'article L. 4 est applicable.", three),
            article("L6", "Le présent code est applicable.", three),
            article("L7", "Les titres Ier à III sont applicables.", ("titre", "IV")),
        ]
    )


def found(corpus: Corpus, key: str, depth: int = 1, *, whole_act: bool = False) -> dict[str, tuple[int, str]]:
    impacts = corpus.impact(key, depth=depth, whole_act=whole_act)
    assert all(type(each) is Impact and f" (depth {each.depth})" in str(each) for each in impacts)
    return {each.id.rpartition("/")[2]: (each.depth, str(each.via)) for each in impacts}


def test_an_article(corpus: Corpus) -> None:
    assert found(corpus, "L1") == {
        "l2": (1, "article"),
        "l3": (1, "range"),
        "l4": (1, "division"),
        "l7": (1, "division"),
    }


def test_a_range_of_divisions_holds_those_between_its_ends(corpus: Corpus) -> None:
    assert found(corpus, "L3") == {"l7": (1, "division")}


def test_depth_and_way(corpus: Corpus) -> None:
    impacts = {each.id: each for each in corpus.impact("L1", depth=2)}
    five = impacts[f"{ACT}/l5"]
    assert (five.depth, five.via) == (2, ImpactVia.ARTICLE)
    assert five.path == (f"{ACT}/l1", f"{ACT}/l4", f"{ACT}/l5")
    assert [edge.target for edge in five.citations] == [f"{ACT}/l4"]
    assert found(corpus, "L1", 9) == found(corpus, "L1", 2)


def test_the_act(corpus: Corpus) -> None:
    assert found(corpus, "L1", whole_act=True)["l6"] == (1, "act")
    assert found(corpus, ACT) == {}  # all that cites it is in it


def test_a_division_stands_for_its_articles(corpus: Corpus) -> None:
    assert found(corpus, f"{ACT}#titre.i") == {"l3": (1, "range"), "l4": (1, "division"), "l7": (1, "division")}
    assert found(corpus, f"{ACT}#titre.i/chapitre.ii") == {
        "l3": (1, "range"),
        "l4": (1, "division"),
        "l7": (1, "division"),
    }


def test_the_day(corpus: Corpus) -> None:
    assert found(corpus.at("2020-01-01"), "L1") == found(corpus, "L1")


def test_a_division_that_nothing_cites(corpus: Corpus) -> None:
    assert corpus.cited_by(f"{ACT}#titre.i/chapitre.ii") == ()
    assert [edge.source for edge in corpus.cited_by(ACT)] == [f"{ACT}/l6"]


def test_wrong_questions(corpus: Corpus) -> None:
    with pytest.raises(InputError, match="depth"):
        corpus.impact("L1", depth=0)
    with pytest.raises(ArgumentError, match="depth: expected an integer, got str"):
        corpus.impact("L1", depth="2")  # type: ignore[arg-type]
    with pytest.raises(KeyError):
        corpus.impact("L99")
    with pytest.raises(KeyError):
        corpus.impact(f"{ACT}#titre.xl")


def test_a_corpus_read_back_gives_the_same(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> None:
    out = tmp_path_factory.mktemp("out") / "export"
    corpus.export(out)
    assert cpp_corpus.load(out).impact("L1", depth=3) == corpus.impact("L1", depth=3)

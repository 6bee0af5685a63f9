"""The pass over a corpus as a whole: what is chosen, in which order, from which source."""

from __future__ import annotations

from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import Article, ArticleNumber, Corpus, InputError, Source
from cpp_corpus.audit import CHECKS
from cpp_corpus.audit.law import Law
from cpp_corpus.audit.place import Places
from cpp_corpus.pipeline.records import RecordsInMemory

ROOT = Path(__file__).parents[2]
MIRROR = ROOT / "fixtures" / "mirror"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return cpp_corpus.load(MIRROR)


def test_every_check_says_what_it_is() -> None:
    for name, check in CHECKS.items():
        assert check.name == name
        assert name == name.lower()
        assert check.title.endswith(".")
        assert check.advice.endswith(".")
        assert check.__module__.startswith("cpp_corpus.audit.")


def test_the_documentation_names_every_check() -> None:
    page = (ROOT / "docs" / "audit.md").read_text("utf-8")
    assert [name for name in CHECKS if f"`{name}`" not in page] == []


def test_all_checks(corpus: Corpus) -> None:
    found = corpus.audit()
    assert {finding.code for finding in found} <= set(CHECKS)
    assert {"repealed-target", "duplicate-number", "duplicate-text", "orphan"} <= {finding.code for finding in found}
    assert all(finding.article in corpus for finding in found)


def test_messages_are_sentences(corpus: Corpus) -> None:
    for finding in corpus.audit():
        assert finding.message[0].isupper() or finding.message[0].isdigit() or finding.message.startswith("code-")
        assert finding.message.endswith(".")
        assert "\n" not in finding.message


def test_chosen_checks(corpus: Corpus) -> None:
    assert {finding.code for finding in corpus.audit(["orphan"])} == {"orphan"}
    assert {finding.code for finding in corpus.audit("orphan")} == {"orphan"}
    assert corpus.audit([]) == []
    chosen = corpus.audit(["orphan", "duplicate-text"])
    assert chosen == [f for f in corpus.audit() if f.code in {"orphan", "duplicate-text"}]


def test_an_unknown_check(corpus: Corpus) -> None:
    with pytest.raises(InputError, match="there is no check 'nonsense'; there are: contradictory-link, "):
        corpus.audit(["nonsense"])


def test_an_export_has_the_same_findings(corpus: Corpus, tmp_path: Path) -> None:
    corpus.export(tmp_path / "out")
    assert cpp_corpus.load(tmp_path / "out").audit() == corpus.audit()


def test_references_are_not_kept() -> None:
    fresh = cpp_corpus.load(MIRROR)
    fresh.audit()
    assert isinstance(fresh._records, RecordsInMemory)
    assert fresh._records._references._found == {}


def test_an_empty_corpus() -> None:
    assert Corpus().audit() == []


def test_a_source_that_went_away(tmp_path: Path) -> None:
    page = tmp_path / "code-x" / "l1.md"
    page.parent.mkdir()
    page.write_text("# Article L1\n\n<p>Un.</p>\n<p>L'article L. 1 est défini à l'article L. 99.</p>", encoding="utf-8")
    corpus = cpp_corpus.load(tmp_path)
    (finding,) = corpus.audit(["dangling-reference"])
    assert finding.line == 4
    page.unlink()
    (finding,) = corpus.audit(["dangling-reference"])
    assert finding.line == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_of_any_end(tmp_path: Path, end: str) -> None:
    page = tmp_path / "code-x" / "l1.md"
    page.parent.mkdir()
    text = end.join(["# Article L1", "", "<p>Un.</p>", "<p>Deux.</p>", "<p>L'article L. 99 vaut.</p>"])
    page.write_bytes(text.encode())
    (finding,) = cpp_corpus.load(tmp_path).audit(["dangling-reference"])
    assert finding.line == 5


def test_a_place_in_another_encoding_is_that_of_the_article(tmp_path: Path) -> None:
    page = tmp_path / "code-x" / "l1.md"
    page.parent.mkdir()
    page.write_bytes("# Article L1\n\n<p>Un.</p>\n<p>L'article L. 99 vaut.</p>".encode("utf-16"))
    corpus = cpp_corpus.load(tmp_path)
    (article,) = corpus
    assert Places(corpus.offsets).line(article, article.paragraphs[-1].span) == 1


def test_what_a_law_knows(corpus: Corpus) -> None:
    law = Law(corpus)
    assert law.exists("code-des-moulins-et-des-horloges", "l112-1") is True
    assert law.exists("code-penal", "221-1") is True
    assert law.exists("code-penal", "9999") is False
    assert law.exists("code-des-nuages", "1") is None
    assert law.nearest("code-des-nuages", "1") == []


REPEALED_ONCE = {"1": (None, None), "2": (None, "2020-01-01"), "3": (None, None), "5": ("2022-01-01", None)}


@pytest.fixture(scope="module")
def dated() -> Corpus:
    """Article 1 cites article 2, which is repealed from 2020 on, 4, which there is not, and 5, which comes in 2022."""
    texts = {"1": "Les articles 2 et 5 sont applicables, comme l'article 4."}
    return Corpus(
        Article(
            id=f"code-des-nuages/{number}",
            act="code-des-nuages",
            number=ArticleNumber.parse(number),
            heading=number,
            text=texts.get(number, f"Le nuage {number} passe."),
            source=Source(path="nuages.txt", format="flat-dump", line=int(number), byte=(0, 1)),
            valid_from=valid_from,
            valid_to=valid_to,
        )
        for number, (valid_from, valid_to) in REPEALED_ONCE.items()
    )


@pytest.mark.parametrize(
    ("day", "repealed", "gaps"),
    [
        ("2019-12-31", [], []),
        ("2020-01-01", ["article 2 of code-des-nuages is repealed since 2020-01-01"], []),
        ("2022-01-01", ["article 2 of code-des-nuages is repealed since 2020-01-01"], ["After 3 the numbering"]),
    ],
)
def test_on_a_day_what_is_no_longer_law_is_known_still(
    dated: Corpus, day: str, repealed: list[str], gaps: list[str]
) -> None:
    """It is no gap in the numbering, no dangling reference, and a reference to it is one to a repealed article."""
    corpus = dated.at(day)
    assert [
        each.message.partition(", but ")[2].partition(";")[0] for each in corpus.audit("repealed-target")
    ] == repealed
    assert [each.message.partition(" of ")[0] for each in corpus.audit("numbering-gap")] == gaps
    (dangling,) = corpus.audit("dangling-reference")
    assert "has no article 4" in dangling.message


def test_a_number_too_long_to_be_one_has_no_neighbours() -> None:
    assert Law(()).nearest("code-penal", "1" * 400) == []

"""Documents to records."""

from __future__ import annotations

import pickle
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.ingest import PassedOver, entries, read_bytes, read_entry
from cpp_corpus.model.article import Article, ArticleState, Division, IdentifiedBy, Link
from cpp_corpus.model.document import Draft, Facts, Tokenized
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.span import Span
from cpp_corpus.tokenizer import tokenize

PAGE = (
    "# Article L12-3\n\n<p>I.-Le <a href='/code-du-vent/l1.md'>vent</a> : <br/><br/>1° Au nord ;</p>"
    "<table><tr><th>a</th><td>b</td></tr></table>"
    "<br/><br/><i>NOTA:<p>Voir <a href='/code-du-vent/l2.md'>L. 2</a>.</p></i><i>NOTA:</i>"
)
DUMP = """Code du vent

Version en vigueur au 09 décembre 2021

    • Le vent souffle.

      La pluie tombe.


      Se reporter au vent.

    • Article 12-3 (abrogé)

      Version en vigueur depuis le 27 mars 2020

      La neige fond.

Retourner en haut de la page"""


def tokenized(text: str, path: str = "/m/code-du-vent/livre-ier/l12-3.md") -> Tokenized:
    (document,) = read_bytes(text.encode(), path).documents
    return tokenize(document)


def test_a_page() -> None:
    result = tokenized(PAGE)
    (article,) = result.articles
    assert article == Article(**article.model_dump())
    assert (article.id, article.act, str(article.number)) == ("code-du-vent/l12-3", "code-du-vent", "L12-3")
    assert (article.heading, article.state, article.identified_by) == (
        "Article L12-3",
        ArticleState.IN_FORCE,
        IdentifiedBy.HEADING,
    )
    assert article.text == "I.-Le vent :\n1° Au nord ;\na\tb"
    assert [paragraph.locator for paragraph in article.paragraphs] == ["I", "I/1°", "I/1°/al2"]
    assert all(article.text[paragraph.span.slice] == paragraph.text for paragraph in article.paragraphs)
    assert [note.text for note in article.notes] == ["NOTA:\nVoir L. 2."]
    assert result.leftovers == ("NOTA:",)
    first, second = article.links
    assert (article.text[first.span.slice], first.note, first.article) == ("vent", None, "l1")
    assert (article.notes[0].text[second.span.slice], second.note, second.article) == ("L. 2", 0, "l2")
    (table,) = article.tables
    assert article.text[table.span.slice] == "a\tb"
    assert [[article.text[cell.span.slice] for cell in row] for row in table.rows] == [["a", "b"]]
    data = PAGE.encode()
    assert article.source.line == 1
    assert data[article.source.byte.slice].startswith(b"Article L12-3")
    assert data[article.source.byte.slice].endswith(b"<i>NOTA:")


def test_a_dump() -> None:
    result = tokenized(DUMP, "x.txt")
    first, second = result.articles
    assert (first.id, first.number, first.heading, first.state) == (
        "code-du-vent/~5",
        None,
        None,
        ArticleState.IN_FORCE,
    )
    assert (first.text, [note.text for note in first.notes]) == (
        "Le vent souffle.\nLa pluie tombe.",
        ["Se reporter au vent."],
    )
    assert (first.depth, first.consolidated_at, first.notes[0].line) == (1, date(2021, 12, 9), 10)
    assert (second.id, second.state, second.valid_from) == (
        "code-du-vent/12-3",
        ArticleState.REPEALED,
        date(2020, 3, 27),
    )
    assert second.text == "La neige fond."
    assert result.leftovers == (
        "Code du vent",
        "Version en vigueur au 09 décembre 2021",
        "Version en vigueur depuis le 27 mars 2020",
        "Retourner en haut de la page",
    )


def test_an_unreadable_number_is_a_finding() -> None:
    for heading in ("None", "12 / 3"):
        result = tokenized(f"# Article {heading}\n\nLe vent.")
        assert (result.articles[0].id, result.articles[0].number) == ("code-du-vent/~1", None)
        assert [finding.code for finding in result.findings] == ["unreadable-number"]


def test_an_unknown_act() -> None:
    assert tokenized("# Article 1\n\nx", "/m/1.md").articles[0].id == "?/1"


def test_locators_find_alineas() -> None:
    text = "# Article 1\n\nI.-A\n\n1° B\n\na) C\n\nD\n\nII.-E"
    (article,) = tokenized(text).articles

    def found(locator: str) -> list[str]:
        return [paragraph.text for paragraph in article.at(locator)]

    assert found("I") == ["I.-A", "1° B", "a) C", "D"]
    assert found("I/1°") == ["1° B", "a) C"]
    assert found("I/1°/a/ph1") == ["a) C"]
    assert found("al2") == ["1° B"]
    assert found("I/al4") == ["D"]
    assert found("al-1") == ["II.-E"]
    assert found("I/al-1") == ["D"]
    assert found("III") == found("al9") == found("II/al2") == []


def test_results_travel_between_processes() -> None:
    result = tokenized(PAGE)
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301 - our own


LINES = st.sampled_from(
    [
        "",
        "",
        "    • Le vent.",
        "  • Article 3 (abrogé)",
        "      I.-La pluie",
        "Retourner en haut de la page",
        "      Se reporter à 2",
    ]
)


@given(st.lists(LINES, max_size=20), st.text(alphabet="été 1°ab\t\u00a0\u0301²ﬁ<&", max_size=20))
def test_nothing_of_a_dump_is_lost(lines: list[str], words: str) -> None:
    text = "\n".join(["Code du vent", "", "  • Un", *lines, f"      {words}"])
    assert signs(text.replace("•", " ")) == signs(kept(tokenized(text, "x.txt")))


def kept(result: Tokenized) -> str:
    parts = list(result.leftovers)
    for article in result.articles:
        parts += [article.heading or "", article.text, *(note.text for note in article.notes)]
    return "\n".join(parts)


def signs(text: str) -> Counter[str]:
    return Counter(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


@pytest.mark.shared
def test_words_of_real_files_lead_back_to_their_bytes(shared: Path) -> None:
    for entry in entries([shared / "seeds", shared / "data" / "formats" / "lexhub_md"]):
        assert not isinstance(entry, PassedOver)
        read = read_entry(entry)
        path = Path(entry.path)
        assert read.format or path.name in {"FORMAT.md", "SOURCES.md", "README.md"}
        data = path.read_bytes()
        parts = [tokenize(document) for document in read.documents]
        for article, offsets in (pair for part in parts for pair in zip(part.articles, part.offsets, strict=True)):
            for word in re.finditer(r"[^\W_⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉]+", article.text):
                span = offsets.span(article.text, Span(*word.span()))
                assert re.sub("<[^>]*>", "", data[span.start : span.end].decode()) == word[0]


def drafted(heading: str = "", body: str = "Le vent souffle.", **facts: Any) -> Tokenized:
    """One article whose source says ``facts`` as data."""
    (document,) = read_bytes(f"# Article 7\n\n{body}".encode(), "x.md").documents
    ((_, *lines),) = [draft.blocks for draft in document.drafts]
    head = [document.drafts[0].blocks[0]._replace(text=heading)] if heading else []
    return tokenize(replace(document, drafts=(Draft(Facts(**facts), (*head, *lines)),)))


def test_facts_are_taken_as_they_are() -> None:
    number, days = ArticleNumber("L12-3"), (date(2020, 1, 1), date(2021, 1, 1), date(2020, 6, 1))
    link = Link(span=Span(0, 0), href="x", act="code-du-vent", article="l9")
    result = drafted(
        act="code-du-vent",
        number=number,
        state=ArticleState.FUTURE,
        valid_from=days[0],
        valid_to=days[1],
        consolidated_at=days[2],
        divisions=(Division(kind="livre", number="Ier"),),
        ids=(("id", "LEGIARTI000000000001"), ("cid", "LEGIARTI000000000000")),
        links=(link,),
    )
    (article,) = result.articles
    assert (article.id, article.number, article.heading) == ("code-du-vent/l12-3", number, None)
    assert (article.state, article.identified_by) == (ArticleState.FUTURE, IdentifiedBy.HEADING)
    assert (article.valid_from, article.valid_to, article.consolidated_at) == days
    assert article.ids == {"id": "LEGIARTI000000000001", "cid": "LEGIARTI000000000000"}
    assert article.links == (link,)
    assert result.findings == ()
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_words_fill_what_the_facts_leave_open() -> None:
    (article,) = drafted("Article 12 (abrogé)", act="code-du-vent").articles
    assert (article.id, article.state) == ("code-du-vent/12", ArticleState.REPEALED)
    assert article.identified_by is IdentifiedBy.HEADING
    assert (article.ids, article.divisions) == ({}, ())


@pytest.mark.parametrize(
    ("heading", "body", "facts", "words"),
    [
        ("Article 12", "Le vent.", {"number": ArticleNumber("13")}, "The number of this article is 13"),
        ("Article 12 (abrogé)", "Le vent.", {"state": ArticleState.IN_FORCE}, "The state of this article is in_force"),
        ("Article 12", "(Abrogé)", {"state": ArticleState.IN_FORCE}, "The state of this article is in_force"),
    ],
)
def test_facts_win_over_words_and_a_finding_says_so(heading: str, body: str, facts: dict[str, Any], words: str) -> None:
    result = drafted(heading, body, **facts)
    (article,) = result.articles
    assert all(getattr(article, name) == fact for name, fact in facts.items())
    (finding,) = result.findings
    assert (finding.code, finding.article) == ("fact-disagreement", article.id)
    assert words in finding.message


@pytest.mark.parametrize(
    ("heading", "body", "state", "codes"),
    [
        ("Article 12", "", None, ["truncated-page"]),
        ("Article 12", "", ArticleState.FUTURE, ["truncated-page"]),
        ("Article 12", "", ArticleState.REPEALED, []),
        ("Article 12 (abrogé)", "", None, []),
        ("Article 12", "Le vent.", None, []),
    ],
)
def test_an_article_without_text_is_repealed_or_a_finding(
    heading: str, body: str, state: ArticleState | None, codes: list[str]
) -> None:
    assert [str(finding.code) for finding in drafted(heading, body, state=state).findings] == codes


def test_the_same_said_twice_is_no_disagreement() -> None:
    assert drafted("Article 12 (abrogé)", number=ArticleNumber("12"), state=ArticleState.REPEALED).findings == ()


def test_an_act_for_what_does_not_say_its_own() -> None:
    (document,) = read_bytes(b"# Article 1\n\nx", "/m/1.md").documents
    assert tokenize(document, act="code-du-vent").articles[0].id == "code-du-vent/1"
    assert drafted("Article 1", act="code-de-la-pluie").articles[0].act == "code-de-la-pluie"


@pytest.mark.parametrize(("shown", "state"), [("2030", ArticleState.IN_FORCE), ("2031", ArticleState.REPEALED)])
def test_the_day_of_the_end_in_a_heading(shown: str, state: ArticleState) -> None:
    text = f"Code du vent\nVersion en vigueur au 3 mars {shown}\nArticle 12 (abrogé au 1er janvier 2031)\nIl souffle.\n"
    (article,) = tokenized(text, "a.txt").articles
    assert (str(article.number), article.state, article.valid_to) == ("12", state, date(2031, 1, 1))

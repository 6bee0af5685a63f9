"""Damage to the text itself, and articles that stand twice or are left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus import Article, Corpus, Finding, Severity, Source, Span
from cpp_corpus.audit.encoding import DamagedText
from cpp_corpus.audit.markup import LeftoverMarkup

Audited = Callable[..., list[Finding]]

MOULINS = "code-des-moulins"
LONG = "Le garde des vents tient un registre des moulins, où il inscrit chaque matin la force et la direction du vent"


def article(text: str, number: str = "L1", **fields: object) -> Article:
    source = Source(path="a.md", format="mirror-page", line=1, byte=Span(0, 0))
    return Article.model_validate(
        {
            "id": f"{MOULINS}/{number.lower()}",
            "act": MOULINS,
            "number": number,
            "text": text,
            "source": source,
            **fields,
        }
    )


def check(text: str, name: str) -> list[Finding]:
    return Corpus([article(text)]).audit([name])


# -- encoding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'autoritÃ© est saisie.", "L'autorité"),
        ("Le moulin est situÃ©e lÃ\xa0.", None),
        ("Le droit dâ€™eau est libre.", "d’eau"),
        ("Le prix est de 5 â‚¬ net.", "€"),
        ("Il est soumis à l?autorité.", "l’autorité"),
        ("Ce qu?il faut.", "qu’il"),
        ("La d\ufffdcision.", None),
        ("La meule\x02 tourne.", None),
        ("La meule \uf0b7 tourne.", None),
        ("La \x92meule\x92.", None),
    ],
)
def test_damaged(text: str, expected: str | None) -> None:
    (finding,) = check(text, "damaged-text")
    assert finding.severity == Severity.ERROR
    assert finding.span is not None
    if expected is not None:
        assert finding.expected == expected
        assert expected in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "L'âge, le château, la forêt, où ? « Ça » : œuvre, Ïle, À bientôt.",
        "Est-ce le cas ? Oui.",
        "https://exemple.fr/page?id=3&a=1",
        "Un\ttableau\nde deux lignes\xa0: 5\u202f%",
        "La température en °C ; l'ÂGE ; la hâte…",
    ],
)
def test_sound(text: str) -> None:
    assert check(text, "damaged-text") == []


@given(st.text(alphabet=st.characters(codec="cp1252", categories=["L", "N", "P", "Z"]), max_size=60))
def test_no_sound_text_of_latin_letters_is_called_lost(text: str) -> None:
    for finding in check(f"a{text}", "damaged-text"):
        assert "UTF-8" in finding.message or "apostrophe" in finding.message


@given(st.text(max_size=80))
def test_no_text_breaks_a_check(text: str) -> None:
    corpus = Corpus([article(text)])
    for finding in corpus.audit():
        if finding.span is not None and finding.code in {DamagedText.name, LeftoverMarkup.name}:
            assert 0 <= finding.span.start < finding.span.end <= len(text)


# -- markup


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le vent</p> souffle.", None),
        ("Le vent <br/> souffle.", None),
        ("Le <a href='x'>vent", None),
        ("Le vent &amp; la meule.", "&"),
        ("Le vent&#8217;s.", "’"),
        ("Le vent &inconnu; la meule.", None),
        ("Voir [l'article](/code-x/1).", None),
    ],
)
def test_markup(text: str, expected: str | None) -> None:
    (finding,) = check(text, "leftover-markup")
    assert finding.expected == expected


@pytest.mark.parametrize(
    "text", ["Moins de <0,5 mg> par litre.", "a<b et c>d", "Dupont & Fils ;", "voir (1)", "<ou non>"]
)
def test_signs_that_are_words(text: str) -> None:
    assert check(text, "leftover-markup") == []


# -- ends


@pytest.mark.parametrize(
    ("text", "says", "severity"),
    [
        (f"{LONG}, qu'il tient sur", "after the word 'sur'", Severity.WARNING),
        (f"{LONG} de l'article", "after the word", Severity.WARNING),
        (f"{LONG},", "after ','", Severity.WARNING),
        (f"{LONG} :", "after ':'", Severity.WARNING),
        (f"{LONG} (", "after '('", Severity.WARNING),
        (f"{LONG} cou-", "after '-'", Severity.WARNING),
        (f"{LONG} (de nuit", "inside a bracket", Severity.WARNING),
        (f"Le vent est libre.\n{LONG}", "without a full stop", Severity.INFO),
    ],
)
def test_truncated(text: str, says: str, severity: Severity) -> None:
    (finding,) = check(text, "truncated-text")
    assert says in finding.message
    assert finding.severity == severity
    assert finding.span is not None
    assert finding.span.end == len(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}.",
        f"{LONG} ;",
        f"{LONG} (de nuit).",
        f"{LONG} : a) de jour ; b) de nuit.",
        "Le maire",
        "1° Nord ;\n2° Sud ;",
        f"{LONG}. »",
        "",
    ],
)
def test_whole(text: str) -> None:
    assert check(text, "truncated-text") == []


def test_annexes_hold_forms() -> None:
    assert Corpus([article("Fait à, le", "Annexe I")]).audit(["truncated-text"]) == []


def test_a_table_needs_no_full_stop(audited: Audited) -> None:
    text = f"<p>{LONG} :</p><table><tr><td>Nord</td><td>de</td></tr></table>"
    assert audited({f"{MOULINS}/l1": text}, "truncated-text") == []


def test_empty(audited: Audited) -> None:
    made = {
        f"{MOULINS}/l1": "<p></p>",
        f"{MOULINS}/l2": "<p>-</p>",
        f"{MOULINS}/l3": "<p>(texte abrogé).</p>",
        f"{MOULINS}/l4": "<p>X.</p>",
    }
    found = audited(made, "empty-article")
    assert [(each.article, each.line) for each in found] == [(f"{MOULINS}/l1", 1), (f"{MOULINS}/l2", 1)]
    assert "there is no text" in found[0].message
    assert "there is only '-'" in found[1].message


# -- twice


def test_one_number_twice(audited: Audited) -> None:
    made = {
        f"{MOULINS}/livre-ier/l1": f"<p>{LONG}.</p>",
        f"{MOULINS}/livre-ii/l1": f"<p>{LONG}.</p>",
        f"{MOULINS}/livre-ier/annexe-i": "# Article Annexe I\n\n<p>Liste des vents.</p>",
        f"{MOULINS}/livre-ii/annexe-i": "# Article Annexe I\n\n<p>Liste des meules.</p>",
        f"{MOULINS}/livre-iii/l1": "<p>(texte abrogé).</p>",
        "code-des-sabliers/l1": f"<p>{LONG}.</p>",
    }
    found = {each.article: each for each in audited(made, "duplicate-number")}
    assert set(found) == {f"{MOULINS}/l1~2", f"{MOULINS}/annexe-i~2"}
    assert found[f"{MOULINS}/l1~2"].severity == Severity.WARNING
    assert "with the same text" in found[f"{MOULINS}/l1~2"].message
    assert found[f"{MOULINS}/annexe-i~2"].severity == Severity.INFO


def test_versions_are_no_twins() -> None:
    old = article(LONG, id=f"{MOULINS}/l1@2001-01-01", valid_from="2001-01-01", valid_to="2010-01-01")
    new = article(LONG, id=f"{MOULINS}/l1@2010-01-01", valid_from="2010-01-01")
    assert Corpus([new, old]).audit(["duplicate-number", "duplicate-text"]) == []


def test_one_article_in_two_sources_is_no_twin() -> None:
    def shown(rank: str, path: str, day: str | None) -> Article:
        return article(
            LONG,
            id=f"{MOULINS}/l1{rank}",
            consolidated_at=day,
            source=Source(path=path, format="mirror-page", line=1, byte=Span(0, 0)),
        )

    page, dump, later = shown("", "l1.md", None), shown("~2", "a.txt", "2019-06-01"), shown("~3", "b.txt", "2021-06-01")
    assert Corpus([page, dump, later]).audit(["duplicate-number"]) == []
    again = shown("~3", "a.txt", "2019-06-01")
    assert [finding.article for finding in Corpus([page, dump, again]).audit(["duplicate-number"])] == [again.id]


def test_one_text_under_two_numbers(audited: Audited) -> None:
    made = {
        f"{MOULINS}/l1": f"<p>{LONG}.</p>",
        f"{MOULINS}/l2": f"<p>{LONG.replace(' ', chr(160), 1)}.</p>",
        f"{MOULINS}/l3": "<p>Le vent est libre.</p>",
        f"{MOULINS}/l4": "<p>Le vent est libre.</p>",
        "code-des-sabliers/l1": f"<p>{LONG}.</p>",
    }
    (finding,) = audited(made, "duplicate-text")
    assert finding.article == f"{MOULINS}/l1"
    assert "Article L1 of code-des-moulins has, word for word, the text of L2" in finding.message


# -- gaps


def numbered(*numbers: str, act: str = MOULINS) -> dict[str, str]:
    return {f"{act}/livre-ier/{number}": f"<p>Le vent {number}.</p>" for number in numbers}


def test_gaps(audited: Audited) -> None:
    (finding,) = audited(numbered("l111-1", "l111-2", "l111-4", "l111-7"), "numbering-gap")
    assert finding.article == f"{MOULINS}/l111-2"
    assert finding.expected == f"{MOULINS}/l111-3"
    assert finding.severity == Severity.INFO
    assert "skips L111-3, L111-5 and L111-6, probably repealed" in finding.message


@pytest.mark.parametrize(
    "pages",
    [
        numbered("l1", "l2", "l3"),
        numbered("l1", "r2", "l3"),
        numbered("l1", "l200"),
        numbered("1", "2-a", "2-bis"),
        numbered("l1", "l3") | {f"{MOULINS}/livre-ii/l2": "<p>Le vent l2.</p>"},
        numbered("l1", "l3") | {f"{MOULINS}/livre-ier/l2": "<p>(texte abrogé).</p>"},
        numbered("l111-1") | {f"{MOULINS}/livre-ii/l111-3": "<p>Le vent.</p>"},
    ],
)
def test_no_gaps(audited: Audited, pages: dict[str, str]) -> None:
    assert audited(pages, "numbering-gap") == []


def test_a_gap_that_the_act_does_not_have(audited: Audited) -> None:
    (finding,) = audited(numbered("221-1", "221-3", act="code-penal"), "numbering-gap")
    assert finding.severity == Severity.WARNING
    assert finding.expected == "code-penal/221-2"

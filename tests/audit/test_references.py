"""References that lead nowhere, to what is repealed, to parts that are not there, or back to where they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpp_corpus import Finding, Severity

Audited = Callable[..., list[Finding]]

MOULINS = "code-des-moulins-et-des-horloges"
SABLIERS = "code-des-sabliers"
FILLER = "<p>Le vent souffle où il veut.</p>"


def corpus(sentence: str, **others: str) -> dict[str, str]:
    held = {f"{MOULINS}/{number}": FILLER for number in ("l111-1", "l111-3", "r211-4", "d311-9", "7", "38")}
    held |= {f"{SABLIERS}/{number}": FILLER for number in ("l511-2",)}
    held |= {f"{MOULINS}/{number.replace('_', '-')}": text for number, text in others.items()}
    return held | {f"{MOULINS}/l1": f"<p>{sentence}</p>"}


# -- dangling references


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("L'article L. 999-9 s'applique.", "repealed or renumbered", None),
        ("L'article D. 211-4 s'applique.", "R211-4 is probably meant", f"{MOULINS}/r211-4"),
        ("L'article R. 214-1 s'applique.", "repealed or renumbered", None),
        ("L'article R. 211-5 s'applique.", "the nearest it has: R211-4", None),
        ("L'article R. 121-4 s'applique.", "the nearest it has: R211-4", None),
        ("L'article L. 111-2 s'applique.", "the nearest it has: L111-1 and L111-3", None),
        (
            "L'article L. 511-2 s'applique. Il en va de même de l'article L. 1 du code des sabliers.",
            "code-des-sabliers, which is named nearby, has one",
            f"{SABLIERS}/l511-2",
        ),
    ],
)
def test_dangling(audited: Audited, sentence: str, words: str, expected: str | None) -> None:
    finding, *rest = audited(corpus(sentence), "dangling-reference")
    elsewhere = expected is not None and expected.startswith(SABLIERS)  # then it need not be wrong
    assert (finding.severity, finding.expected) == (Severity.INFO if elsewhere else Severity.WARNING, expected)
    assert words in finding.message
    assert "is cited, but code-des-moulins-et-des-horloges has no article" in finding.message
    assert all(other.article == finding.article for other in rest)


def test_a_number_of_the_chapter_that_speaks(audited: Audited) -> None:
    """Of R. 121-4 alone nobody knows; in R. 211-6 it is a slip for R. 211-4."""
    made = corpus("Rien.", r211_6="<p>L'article R. 121-4 s'applique.</p>")
    (finding,) = audited(made, "dangling-reference")
    assert finding.expected == f"{MOULINS}/r211-4"


def test_each_number_once_in_an_article(audited: Audited) -> None:
    sentence = "L'article L. 999-9 s'applique, et l'article L. 999-9 aussi, comme l'article L. 888-8."
    assert len(audited(corpus(sentence), "dangling-reference")) == 2


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("L'article 38-2 ci-dessus s'applique.", "paragraph 2 of article 38 may be meant"),
        ("L'article L. 999-9, dans sa rédaction antérieure, s'applique.", "a former version"),
    ],
)
def test_what_need_not_be_wrong(audited: Audited, sentence: str, words: str) -> None:
    (finding,) = audited(corpus(sentence), "dangling-reference")
    assert finding.severity == Severity.INFO
    assert words in finding.message


def test_a_bare_number_where_all_have_letters(audited: Audited) -> None:
    (finding,) = audited({f"{MOULINS}/l1": "<p>L'article 17 s'applique.</p>"}, "dangling-reference")
    assert finding.severity == Severity.INFO
    assert "its numbers begin with letters" in finding.message


@pytest.mark.parametrize(
    "sentence",
    [
        "L'article L. 111-1 s'applique.",
        "L'article L. 999-9 du code des nuages s'applique.",
        "Le premier alinéa du présent article s'applique.",
        "L'article 4 de la loi n° 81-5 du 2 mai 1981 s'applique, et cet article seul.",
    ],
)
def test_nothing_dangles(audited: Audited, sentence: str) -> None:
    assert audited(corpus(sentence), "dangling-reference") == []


def test_an_article_that_exists_and_is_not_here(audited: Audited) -> None:
    """A corpus of one page is not the law's error: one line for the whole act."""
    found = audited(
        {"code-penal/221-1": "<p>Les articles 221-2, 221-3 et 229-1 s'appliquent.</p>"}, "dangling-reference"
    )
    assert [(each.severity, each.line) for each in found] == [(Severity.WARNING, 3), (Severity.INFO, 1)]
    assert "cites 2 articles of Code pénal that it lacks: 221-2 and 221-3" in found[1].message


def test_the_articles_of_an_annex_are_its_own(audited: Audited) -> None:
    annex = "# Article Annexe I\n\n<p>Bail</p><p>Article 17</p><p>Le preneur veille, selon l'article 3, au vent.</p>"
    assert audited(corpus("Rien.", annexe_i=annex), "dangling-reference") == []


def test_a_dump_without_numbers_may_have_the_article(audited: Audited) -> None:
    dump = (
        "Code pénal\n\nVersion en vigueur au 15 août 2022\n\n"
        "  • Le fait est puni selon l'article 9999-1 du présent code.\n\n  • Le vent est libre.\n"
    )
    found = audited({"dump.txt": dump}, "dangling-reference")
    assert [each.severity for each in found] == [Severity.INFO]
    assert "had no article 9999-1 on 2023-12-01" in found[0].message


# -- repealed targets


def test_repealed(audited: Audited) -> None:
    sentence = "L'article L. 111-4 s'applique, et l'article L. 111-4 encore, comme l'article L. 111-1."
    (finding,) = audited(corpus(sentence, l111_4="<p>(texte abrogé).</p>"), "repealed-target")
    assert "article L111-4 of code-des-moulins-et-des-horloges is repealed" in finding.message


def linked(number: str, title: str) -> str:
    return f"L'article <a href='/{MOULINS}/{number}.md' title='{title}'>{number.upper()}</a> s'applique."


@pytest.mark.parametrize(("mark", "says"), [("Ab", "is repealed"), ("T", "has moved to another number")])
def test_repealed_by_the_title_of_a_link(audited: Audited, mark: str, says: str) -> None:
    sentence = linked("l999-9", f"Code des moulins - art. L999-9 ({mark})") * 2
    (finding,) = audited(corpus(sentence), "repealed-target", "dangling-reference")
    assert finding.code == "repealed-target"
    assert f"the title of its link says that article L999-9 of {MOULINS} {says}" in finding.message


@pytest.mark.parametrize(
    ("number", "title"),
    [
        ("l999-9", "Code des moulins - art. L999-9 (V)"),
        ("l999-9", "Code des moulins (Ab)"),
        ("l111-1", "Code des moulins - art. L111-1 (Ab)"),
    ],
)
def test_titles_that_say_nothing_of_it(audited: Audited, number: str, title: str) -> None:
    """The last is of an article that the corpus has as law: it is newer than the link."""
    assert audited(corpus(linked(number, title)), "repealed-target") == []


def test_repealed_speaks_of_repealed(audited: Audited) -> None:
    assert audited(corpus("Rien.", l111_4="<p>(texte abrogé).</p>"), "repealed-target") == []


# -- parts

PARTS = "<p>I.-Les meules :</p><p>1° Blanches ;</p><p>2° Noires.</p><p>II.-Le vent est libre.</p>"


@pytest.mark.parametrize(
    ("locator", "says"),
    [
        ("Le III de", "its III, but article L2 of code-des-moulins-et-des-horloges has I and II"),
        ("Le 4° de", "its 4°"),
        ("Le 3° du I de", "its 3°"),
        ("Le sixième alinéa de", "its alinéa 6"),
        ("Les 2° à 5° de", "its 5°"),
    ],
)
def test_missing_part(audited: Audited, locator: str, says: str) -> None:
    (finding,) = audited(corpus(f"{locator} l'article L. 2 s'applique.", l2=PARTS), "missing-part")
    assert says in finding.message


@pytest.mark.parametrize(
    "locator",
    ["Le II de", "Le 2° du I de", "Le 2° de", "Les 1° à 2° de", "Le deuxième alinéa de", "Le dernier alinéa de"],
)
def test_present_part(audited: Audited, locator: str) -> None:
    assert audited(corpus(f"{locator} l'article L. 2 s'applique.", l2=PARTS), "missing-part") == []


@pytest.mark.parametrize(
    ("locator", "target"),
    [
        ("Le 2° de", "<p>Les meules sont : 1° blanches ; 2° noires.</p>"),
        ("Le 2° de", "<p>Les meules sont : 1 Blanches ; 2 Noires.</p>"),
        ("Le second alinéa de", "<p>Le vent est libre. Les meules tournent.</p>"),
        ("Le 2° de", "<table><tr><td>1°</td><td>Blanches</td></tr></table>"),
        ("Le 2° de", "<p>(texte abrogé).</p>"),
    ],
)
def test_what_the_source_may_have_run_together(audited: Audited, locator: str, target: str) -> None:
    assert audited(corpus(f"{locator} l'article L. 2 s'applique.", l2=target), "missing-part") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Le III de l'article L. 3, l'article L. 2 et l'article L. 111-1 sont applicables.",
        "Le III de l'article L. 2 et le I de l'article L. 511-2 du code des sabliers sont applicables.",
        "Le III du même article L. 2 est applicable.",
        "Au troisième alinéa de l'article L. 2, al. 10, le vent est libre.",
    ],
)
def test_parts_of_what_may_be_another_article(audited: Audited, sentence: str) -> None:
    made = corpus(sentence, l2=PARTS, l3=PARTS.replace("II.-", "III.-")) | {f"{SABLIERS}/l2": FILLER}
    assert [each for each in audited(made, "missing-part") if "L2 of" in each.message] == []


# -- circles


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("Par dérogation à l'article L. 1, le vent est libre.", Severity.WARNING),
        ("Le moulin défini à l'article L. 1 est libre.", Severity.WARNING),
        ("Le moulin mentionné à l'article L. 1 doit être déclaré au garde des vents.", Severity.INFO),
    ],
)
def test_self_reference(audited: Audited, sentence: str, severity: Severity) -> None:
    (finding,) = audited(corpus(sentence), "self-reference")
    assert finding.severity == severity
    assert "its own number, L. 1, is given where" in finding.message


@pytest.mark.parametrize(
    "sentence",
    [
        "Par dérogation au présent article, le vent est libre.",
        "Par dérogation au premier alinéa de l'article L. 1, le vent est libre.",
        "Les articles L. 1 à L. 111-3 sont applicables.",
        "Par dérogation à l'article L. 111-1, le vent est libre.",
        "Le vent est libre.</p><p>Tableau de l'article L. 1</p><p>Nord : oui.",
    ],
)
def test_no_self_reference(audited: Audited, sentence: str) -> None:
    assert audited(corpus(sentence), "self-reference") == []


def test_rings(audited: Audited) -> None:
    made = {
        f"{MOULINS}/l1": "<p>Par dérogation à l'article L. 2, le vent est libre.</p>",
        f"{MOULINS}/l2": "<p>Par dérogation à l'article L. 1, le vent est rare.</p>",
        f"{MOULINS}/l3": "<p>Les ailes définies à l'article L. 4 tournent.</p>",
        f"{MOULINS}/l4": "<p>Les roues définies à l'article L. 5 tournent.</p>",
        f"{MOULINS}/l5": "<p>Les meules définies à l'article L. 3 tournent.</p>",
        f"{MOULINS}/l6": "<p>Les axes définis à l'article L. 3 tournent.</p>",
        f"{MOULINS}/l7": "<p>Par dérogation au I de l'article L. 8, le vent est libre.</p>",
        f"{MOULINS}/l8": "<p>I.-Par dérogation à l'article L. 7, le vent est rare.</p>",
    }
    found = audited(made, "reference-cycle")
    assert [each.article for each in found] == [f"{MOULINS}/l1", f"{MOULINS}/l3"]
    assert f"{MOULINS}/l1 and {MOULINS}/l2 derogate from each other" in found[0].message
    assert f"{MOULINS}/l3, {MOULINS}/l4 and {MOULINS}/l5 take definitions" in found[1].message


def test_orphans(audited: Audited) -> None:
    made = {
        f"{MOULINS}/l1": "<p>L'article L. 2 s'applique.</p>",
        f"{MOULINS}/l2": FILLER,
        f"{MOULINS}/l3": FILLER,
        f"{MOULINS}/l4": "<p>Le premier alinéa du présent article est libre.</p>",
        f"{MOULINS}/l5": "<p>(texte abrogé).</p>",
    }
    (finding,) = audited(made, "orphan")
    assert "has 2 articles that cite nothing and are cited by nothing: L3 and L4" in finding.message
    assert finding.severity == Severity.INFO

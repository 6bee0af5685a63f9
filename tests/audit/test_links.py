"""Links that contradict their words, and those that only seem to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cpp_corpus import Finding, Severity

Audited = Callable[..., list[Finding]]

MOULINS = "code-des-moulins-et-des-horloges"
SABLIERS = "code-des-sabliers"
FILLER = "<p>Le vent souffle où il veut.</p>"


def link(words: str, target: str, act: str = MOULINS) -> str:
    return f"<a href='/{act}/livre-ier/{target}.md'>{words}</a>"


def pages(sentence: str) -> dict[str, str]:
    numbers = ("l131-9", "l132-9", "l131-10", "l2", "r2", "38", "38-3-1", "l5-1", "l5")
    made = {f"{MOULINS}/livre-ier/{number}": FILLER for number in numbers}
    made |= {f"{SABLIERS}/{number}": FILLER for number in ("l2", "l131-9", "l7")}
    return made | {f"{MOULINS}/livre-ier/l1": f"<p>{sentence}</p>"}


WRONG = {
    "another number": (
        f"Les meules prévues à l'article {link('L. 131-9', 'l132-9')} sont libres.",
        f"{MOULINS}/l131-9",
    ),
    "words with the noun": (
        f"Les meules prévues à {link('l’article L. 131-9', 'l132-9')} sont libres.",
        f"{MOULINS}/l131-9",
    ),
    "the wrong one of two": (
        f"Les articles {link('L. 131-9', 'l131-10')} et {link('L. 131-10', 'l131-10')} sont applicables.",
        f"{MOULINS}/l131-9",
    ),
    "another letter": (f"Le garde de l'article {link('R. 2', 'l2')} du présent code.", f"{MOULINS}/r2"),
    "the first end of a range": (
        f"Les articles {link('L. 131-9', 'l132-9')} à L. 131-10 sont applicables.",
        f"{MOULINS}/l131-9",
    ),
    "a link that covers a part of the number": (
        f"La meule de l'article {link('L. 5', 'l5')}-1 est libre.",
        f"{MOULINS}/l5-1",
    ),
    "another code than the one named": (
        f"Le sable de l'article {link('L. 2', 'l2')} du code des sabliers coule.",
        f"{SABLIERS}/l2",
    ),
    "the present code": (
        f"Le sable de l'article {link('L. 2', 'l2', SABLIERS)} du présent code coule.",
        f"{MOULINS}/l2",
    ),
    "a code that the text never names": (
        f"Le sable de l'article {link('L. 2', 'l2', SABLIERS)} coule.",
        f"{MOULINS}/l2",
    ),
    "the same code, linked at home": (
        f"Outre l'article L. 7 du code des sabliers, l'article {link('L. 2', 'l2')} du même code s'applique.",
        f"{SABLIERS}/l2",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_contradictions(audited: Audited, name: str) -> None:
    sentence, expected = WRONG[name]
    (finding,) = audited(pages(sentence), "contradictory-link")
    assert finding.severity == Severity.ERROR
    assert finding.expected == expected
    assert finding.article == f"{MOULINS}/l1"
    assert finding.line == 3


RIGHT = {
    "the number": f"L'article {link('L. 131-9', 'l131-9')} s'applique.",
    "in a list": f"Les {link('articles L. 131-9 et L. 131-10', 'l131-10')} s'appliquent.",
    "inside a range": f"Les {link('articles L. 131-8 à L. 131-10', 'l131-9')} s'appliquent.",
    "an end of a range": f"Les {link('articles L. 131-9 à L. 131-10', 'l131-10')} s'appliquent.",
    "no number": f"L'article L. 131-9 et le {link('même article', 'l132-9')} s'appliquent.",
    "a title": f"Voir {link('les dispositions relatives aux meules', 'l132-9')}.",
    "spaces inside the number": f"L'article {link('L. 131- 9', 'l131-9')} s'applique.",
    "a dot inside the number": f"L'article {link('L. 131.9', 'l131-9')} s'applique.",
    "no letter": f"L'article {link('131-9', 'l131-9')} s'applique.",
    "a paragraph like a number": f"L'article {link('38-3', '38')} ci-dessus s'applique.",
    "an annex": f"L'article {link('L. 131-9', 'annexe-7-1')} s'applique.",
    "an address that is no page": "L'article <a href='/affichCode.do?id=1'>L. 131-9</a> s'applique.",
    "an article of a law": f"L'{link('article 3 de la loi n° 81-5 du 2 mai 1981', 'l131-9')} s'applique.",
    "a code that is named elsewhere in the text": (
        f"Le code des sabliers est visé. Le sable de l'article {link('L. 2', 'l2', SABLIERS)} coule."
    ),
    "a code by its name": f"Le sable de l'article {link('L. 2', 'l2', SABLIERS)} du code des sabliers coule.",
    "a code that has no such article": f"L'article {link('L. 5', 'l5')} du code des sabliers s'applique.",
    "two numbers in one heading": f"L'article {link('A. 211-2', 'a211-1-et-a211-2')} s'applique.",
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_only_seems_to_contradict(audited: Audited, name: str) -> None:
    assert audited(pages(RIGHT[name]), "contradictory-link") == []


def test_a_number_that_the_act_does_not_have(audited: Audited) -> None:
    (finding,) = audited(pages(f"L'article {link('D. 2', 'r2')} s'applique."), "contradictory-link")
    assert finding.severity == Severity.WARNING
    assert finding.expected == f"{MOULINS}/r2"


def test_an_annex_that_is_a_code_of_its_own(audited: Audited) -> None:
    cgi, annex = "code-general-des-impots-cgi", "code-general-des-impots-annexe-iv-cgianiv"
    made = {
        f"{annex}/1": f"<p>Le tarif de l'article {link('9', '9', cgi)} s'applique.</p>",
        f"{annex}/9": FILLER,
        f"{cgi}/9": FILLER,
    }
    assert audited(made, "contradictory-link") == []


def test_a_link_in_a_note(audited: Audited) -> None:
    note = f"{FILLER}<p><i>NOTA:<p>Voir l'article {link('L. 131-9', 'l132-9')} du présent code.</p></i></p>"
    made = pages("Rien.") | {f"{MOULINS}/livre-ier/l1": note}
    (finding,) = audited(made, "contradictory-link")
    assert (finding.note, finding.expected) == (0, f"{MOULINS}/l131-9")


def legifrance(words: str, number: str, code: str = "LEGITEXT000006070719", mark: str = " (V)") -> str:
    address = f"/affichCodeArticle.do?cidTexte={code}&idArticle=LEGIARTI000006417000&dateTexte="
    return f"<a href='{address}' title='Code pénal - art. {number}{mark}'>{words}</a>"


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        (legifrance("221-3", "231-3"), ["code-penal/221-3"]),
        (legifrance("221-3", "231-3", mark=""), ["code-penal/221-3"]),
        (legifrance("221-3", "221-3"), []),
        (legifrance("221-3", "Annexe"), []),
        (legifrance("221-3", "231-3", code="LEGITEXT000000000000"), []),
        (legifrance("221-3", "231-3").replace(" - art. ", " "), []),
    ],
)
def test_an_address_of_the_publisher(audited: Audited, anchor: str, expected: list[str]) -> None:
    """It names the code by its id; the number stands in the title."""
    found = audited({f"{MOULINS}/l1": f"<p>L'article {anchor} du code pénal s'applique.</p>"}, "contradictory-link")
    assert [each.expected for each in found] == expected


def test_the_line_is_that_of_the_words(audited: Audited, tmp_path: Path) -> None:
    text = f"<p>Un.</p>\n<p>Deux.</p>\n<p>L'article {link('L. 131-9', 'l132-9')} s'applique.</p>"
    (finding,) = audited(pages("") | {f"{MOULINS}/livre-ier/l1": text}, "contradictory-link")
    assert finding.line == 5
    assert finding.path == str(tmp_path / MOULINS / "livre-ier" / "l1.md")

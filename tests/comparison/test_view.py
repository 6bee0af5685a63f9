"""What every rendering of a comparison says in the same words."""

from __future__ import annotations

from datetime import date

from cpp_corpus import ArticleDiff, ChangeKind, CorpusSide, Division, MatchedBy, WordDiff, diff
from cpp_corpus.comparison import view
from cpp_corpus.comparison.alineas import passage_diff
from cpp_corpus.model.diff import Operation
from tests.comparison.corpora import article, corpus, division, sentence


def test_described() -> None:
    assert view.described(CorpusSide(articles=0)) == "0 articles of no known act"
    acts = ("code-a", "code-b", "code-c", "code-d", "code-e")
    assert view.described(CorpusSide(articles=1200, acts=acts, day=date(2020, 1, 1))) == (
        "1,200 articles of code-a, code-b, code-c and 2 more, 2020-01-01"
    )


def test_place() -> None:
    slugged = Division(kind="titre", number="II", slug="titre-ii-de-la-police")
    assert view.place([division("livre", "Ier", "Des moulins"), slugged]) == "Livre Ier, Titre II (de-la-police)"
    assert view.place([Division(kind="titre", number="II", slug="titre-ii")]) == "Titre II"
    assert view.place([Division(kind="partie", slug="partie-legislative")]) == "partie-legislative"
    assert view.place([]) == ""


def test_evidence() -> None:
    def shown(by: MatchedBy | None, score: float | None = None, runner_up: float | None = None) -> str | None:
        made = ArticleDiff(
            kinds=(ChangeKind.CHANGED,), old=None, new=None, matched_by=by, score=score, runner_up=runner_up
        )
        return view.evidence(made)

    assert shown(None) is None
    assert shown(MatchedBy.NUMBER, 0.5) is None
    assert shown(MatchedBy.EXACT_TEXT, 1) == "matched by its text, which is the same"
    assert shown(MatchedBy.ORDER, 1) == "matched by its text and by the articles next to it"
    assert shown(MatchedBy.SIMILAR_TEXT, 0.856, 0.31) == "matched by its text, 86 % the same; next best candidate 31 %"
    assert shown(MatchedBy.SIMILAR_TEXT, 0.856) == "matched by its text, 86 % the same"


def test_locators() -> None:
    (diff_,) = passage_diff([("I", "Un deux trois")], [("II", "Un deux quatre")])
    assert view.locators(diff_) == "I → II"
    split = diff_.model_copy(update={"new": ("al1", "1°", "2°")})
    assert view.locators(split) == "I → al1–2°"
    assert view.locators(diff_.model_copy(update={"old": ()})) == "II"


def test_shortened() -> None:
    stayed = WordDiff(op=Operation.SAME, text="un deux trois quatre cinq six sept huit neuf dix onze douze treize ")
    changed = WordDiff(op=Operation.ADDED, text="quatorze ")
    assert [run.text for run in view.shortened([stayed, changed, stayed, changed, stayed], 8)] == [
        "… douze treize ",
        "quatorze ",
        "un deux trois … douze treize ",
        "quatorze ",
        "un deux trois … ",
    ]
    assert list(view.shortened([changed], 0)) == [changed]


def test_total() -> None:
    old = corpus(article("L1", "L’œuvre."), article("L2", sentence("a")), article("L3", "x", state="repealed"))
    new = corpus(article("L1", "L'oeuvre."), article("L2", sentence("a") + " Vu l'article L. 5."))
    assert view.total(diff(old, new)) == [
        "1 article unchanged, 1 of them with other typography (spaces, apostrophes, dashes …)",
        "1 reference gained, 0 lost",
        "1 repealed article in the old corpus only",
    ]


def test_references() -> None:
    old = corpus(article("L1", "Le vent."))
    new = corpus(
        article("L1", "Par dérogation à l'article L. 5, le vent.", notes=["NOTA: voir l'article 7 du code civil."])
    )
    (only,) = diff(old, new).articles
    assert [view.reference(made) for made in only.gained] == [
        "code-des-moulins/l5 (derogates from)",
        "code-civil/7, in a note",
    ]

"""Which version of an article is meant, and what the article has become."""

from __future__ import annotations

import pytest

from cpp_corpus.normalizer.recognize import find_citation, find_references, recognize
from cpp_corpus.normalizer.recognize.discourse.decision import Decision
from cpp_corpus.normalizer.recognize.discourse.versions import with_versions
from cpp_corpus.normalizer.recognize.phrase import ActName, Item, Phrase, Qualifier
from tests.growth import is_linear

LAW = "loi n° 2031-12 du 3 mars 2031"
VERSIONS = {
    "l'article 7 ancien du code civil": ["former"],
    "l'ancien article 7 du code civil": ["former"],
    "les anciens articles 7 et 8 du code civil": ["former", "former"],
    f"l'article 7, dans sa rédaction issue de la {LAW}, du code civil": ["from:loi:2031-12"],
    f"l'article 7, dans sa rédaction antérieure à la {LAW}, du code civil": ["before:loi:2031-12"],
    f"l'article 7 du code civil, dans sa rédaction issue de la {LAW}, tourne": ["from:loi:2031-12"],
    f"l'article 7 du code civil, dans sa rédaction résultant de la {LAW}": ["from:loi:2031-12"],
    f"l'article 7 du code civil, dans sa rédaction antérieure à celle issue de la {LAW}": ["before:loi:2031-12"],
    f"l'article 7 du code civil, dans sa version antérieure à l'entrée en vigueur de la {LAW}": ["before:loi:2031-12"],
    f"les articles 7 et 8 du code civil, dans leur rédaction issue de la {LAW}": ["from:loi:2031-12"] * 2,
    f"Dans sa rédaction issue de la {LAW}, l'article 7 du code civil tourne": ["from:loi:2031-12"],
    "l'article 7 du code civil, dans sa version en vigueur au 1er mars 2031, tourne": ["at:2031-03-01"],
    "l'article 7 du code civil, dans sa rédaction applicable au 3 janvier 2031": ["at:2031-01-03"],
    "l'article 7 du code civil, dans sa rédaction ancienne, tourne": ["former"],
    "l'article 7 du code civil, alors en vigueur, tourne": [None],
    "l'article 7 du code civil, dans sa rédaction alors applicable, tourne": [None],
    f"les articles 7 et, dans sa rédaction issue de la {LAW}, 8 du code civil": [None, "from:loi:2031-12"],
    f"les articles 7 et, dans leur rédaction issue de la {LAW}, 8 et 9 du code civil": [
        None,
        *["from:loi:2031-12"] * 2,
    ],
    f"l'article 8 du code pénal et, dans sa version issue de la {LAW}, 7 du code civil": [None, "from:loi:2031-12"],
    f"l'article 7 du code civil et la rédaction de la {LAW}": [None],
    "un ancien moulin, l'article 7 du code civil": [None],
    "la rédaction du décret, l'article 7 du code civil": [None],
}


@pytest.mark.parametrize(("text", "versions"), VERSIONS.items(), ids=VERSIONS)
def test_versions(text: str, versions: list[str | None]) -> None:
    found = find_references(text, act="code-penal", article="1")
    assert [r.version for r in found if r.kind == "article"] == versions


SUCCESSORS = {
    "l'article 7, devenu 9, du code civil": {"7": "9"},
    "l'article 7 du code civil, devenu l'article 9 du même code": {"7": "9"},
    "les articles 7 et 8 du code civil, devenus les articles 9 et 6 du même code": {"7": "9", "8": "6"},
    "l'article 7 (devenu 9) du code civil": {"7": "9"},
    "l'article 9 (ancien 7) du code civil": {"7": "9"},
    "l'article 9, anciennement 7, du code civil": {"7": "9"},
    "l'article 7 du code civil. Le moulin, devenu vieux, et l'article 9.": {},
    "l'article 7 du code civil et l'article 9 du même code": {},
}


@pytest.mark.parametrize(("text", "successors"), SUCCESSORS.items(), ids=SUCCESSORS)
def test_successors(text: str, successors: dict[str, str]) -> None:
    found = find_references(text)
    assert {r.article: found[r.successor].article for r in found if r.successor is not None} == successors


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("L'article 9 devient l'article 226-1 du code pénal", ["code-civil", "code-penal"]),
        ("Les articles 9 et 10 sont devenus l'article 226-1 du code pénal", ["code-civil"] * 2 + ["code-penal"]),
        ("L'article 9, devenu l'article 226-1 du code pénal, tourne", [None, "code-penal"]),
        ("L'article 1382 est devenu l'article 1240 du code civil", ["code-civil", "code-civil"]),
        ("L'article 7 devient l'article 8 de la loi n° 2031-12", ["loi:2031-12", "loi:2031-12"]),
    ],
)
def test_an_article_that_goes_to_another_act_is_of_its_own(text: str, acts: list[str | None]) -> None:
    assert [r.act for r in find_references(text, act="code-civil") if r.kind == "article"] == acts


def test_a_successor_counts_in_the_list_that_is_returned() -> None:
    text = "« l'article 3 du code pénal » ; le mot : « l'article 4 du code pénal, devenu l'article 5 »"
    found = recognize(text, ["NOTA : l'article 7, devenu 9, du code civil"])
    assert [(r.article, found[r.successor].article) for r in found if r.successor is not None] == [
        ("4", "5"),
        ("7", "9"),
    ]
    assert [r.article for r in find_citation("art. 7, devenu 9, du code civil")] == ["7", "9"]


def test_phrases_made_by_hand() -> None:
    text = "l'article 7, ancien, devenu 9, du code civil"
    act = ActName(34, 44, 44, "code", ("code-civil",))
    first = Item(10, 11, "7", qualifiers=(Qualifier("former", 13, 19), Qualifier("successor", 21, 29, "9")))
    phrase = Phrase("article", 2, 44, (first, Item(28, 29, "9")), act)
    references = find_references("l'article 7 et 9 du code civil")
    made = with_versions(text, [phrase], [None], references, [2])
    assert [(r.version, r.successor) for r in made] == [("former", 1), (None, None)]
    decided: list[Decision | None] = [None]
    assert with_versions(text, [phrase], decided, references[:1], [1]) == references[:1]


def test_the_time_is_linear() -> None:
    unit = ", devenu 9, dans sa rédaction"
    assert is_linear(lambda times: find_references("l'article 7" + unit * times, act="code-civil"), 1_000)

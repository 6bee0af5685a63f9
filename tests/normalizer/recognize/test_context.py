"""Texts that are no article of an act: the act that only what stands before tells."""

from __future__ import annotations

import pytest

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, ReferenceKind, Via
from cpp_corpus.normalizer.recognize import find_references, recognize
from cpp_corpus.normalizer.recognize.explain import explain

CONTEXT = {
    "in the next sentence": (
        "Le meunier cite l'article 1641 du code civil. L'article 1644 lui nuit.",
        ["code-civil/1641", "code-civil/1644"],
    ),
    "a code alone": (
        "Le code de l'énergie règle le vent. Le moulin suit l'article L. 311-1.",
        ["code-de-lenergie", "code-de-lenergie/l311-1"],
    ),
    "a law, whose numbers nobody knows": (
        "La loi n° 2031-12 du 3 mars 2031 règle le moulin ; voir l'article 24.",
        ["loi:2031-12", "loi:2031-12/24"],
    ),
    "the one named last that has it": (
        "l'article L. 311-1 du code de l'énergie et l'article 1641 du code civil. L'article L. 311-1 tourne.",
        ["code-de-lenergie/l311-1", "code-civil/1641", "code-de-lenergie/l311-1"],
    ),
    "another one since": (
        "l'article 7 du code civil. L'article 9 de la loi n° 2031-12. L'article 8 suit.",
        ["code-civil/7", "loi:2031-12/9", "loi:2031-12/8"],
    ),
    "only codes have prefixes": ("La loi n° 2031-12 du 3 mars 2031. L'article L. 9 tourne.", ["loi:2031-12", "?/l9"]),
    "nothing before": ("L'article 5 tourne. Voir le code civil.", ["?/5", "code-civil"]),
    "no code has it": ("Voir l'article 7 du code civil. L'article 99999 tourne.", ["code-civil/7", "?/99999"]),
    "the only code of the sentence, which had the number on another day": (
        "Vu le code de commerce. Selon les articles L. 146-4 du code de l'urbanisme et R. 123-17 du même code",
        ["code-de-commerce", "code-de-lurbanisme/l146-4", "code-de-lurbanisme/r123-17"],
    ),
    "but not a number that it cannot have": (
        "Vu le code du travail. Selon l'article L. 131-1 du code du sport et l'article L. 1234-9 du même code",
        ["code-du-travail", "code-du-sport/l131-1", "code-du-travail/l1234-9"],
    ),
    "an article of the text": ("Voir l'article 7 du code civil. L'article 9 ci-dessus.", ["code-civil/7", "?/9"]),
    "a part of an article of the text": (
        "Par dérogation à l'article 1641 du code civil, le 3° de l'article 2 ci-dessus ne s'applique pas.",
        ["code-civil/1641", "?/2#3°"],
    ),
    "a part of an article that the act has": (
        "Par dérogation à l'article 1641 du code civil, le 3° de l'article 2 ne s'applique pas.",
        ["code-civil/1641", "code-civil/2#3°"],
    ),
    "an article of which the title stands below": (
        "ARTICLE 1 : OBJET\nSelon l'article 1641 du code civil.\nARTICLE 2 : PRIX\nSauf l'article 9.\nARTICLE 9 : FIN",
        ["code-civil/1641", "?/9"],
    ),
    "an article between the titles of a text that is cut off": (
        "Article 1 - Objet\nL'article 1641 du code civil.\nArticle 2 - Durée\nSauf l'article 15.",
        ["code-civil/1641", "?/15"],
    ),
    "an article much higher than the only title": (
        "Article 1 - Objet\nL'article 1641 du code civil. Sauf l'article 16.\nArticle 2 - Durée",
        ["code-civil/1641", "code-civil/16"],
    ),
    "a heading": (
        "Code de l'énergie\nLe vent souffle.\nL'article L. 311-1 le dit.",
        ["code-de-lenergie", "code-de-lenergie/l311-1"],
    ),
}


@pytest.mark.parametrize(("text", "targets"), CONTEXT.values(), ids=CONTEXT)
def test_context(text: str, targets: list[str]) -> None:
    assert [r.target for r in find_references(text)] == targets


def test_how_the_act_is_known() -> None:
    text = "Le meunier cite l'article 1641 du code civil. L'article 1644 lui nuit."
    found = find_references(text)[-1]
    assert (found.via, found.basis) == (Via.CONTEXT, Basis.CONTEXT)
    assert found.antecedent is not None
    assert text[found.antecedent.slice] == "code civil"
    assert "«code civil»" in explain(text)[-1].known


def test_an_article_of_an_act_has_no_context() -> None:
    text = "Le meunier cite l'article 1641 du code civil. L'article 7 lui nuit."
    found = find_references(text, act="decret:2031-11")[-1]
    assert (found.act, found.via) == ("decret:2031-11", Via.DEFAULT)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Grand-Duché de Luxembourg\nL'article 7 du code civil et l'article 9.", [None, None]),
        ("ROYAUME DE BELGIQUE\nL'article 7 du code civil français.", ["code-civil"]),
        ("Le moulin.\nL'article 7 du code civil.", ["code-civil"]),
    ],
)
def test_texts_of_other_countries(text: str, acts: list[str | None]) -> None:
    found = find_references(text)
    assert [r.act for r in found] == acts
    assert all(r.reason is Reason.FOREIGN_ACT for r in found if r.act is None)


LAW = "loi n° 2031-12 du 3 mars 2031"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (f"La {LAW} met un carillon dans la Constitution. Son article 9 sonne.", ["loi:2031-12/9"]),
        (f"La {LAW} dort. Le moulin aussi. La pluie tombe. Son article 9 sonne.", ["decret:2031-11/9"]),
        (
            f"La {LAW} et le code civil ; l'article 9 de celle-ci, l'article 7 de celui-ci.",
            ["loi:2031-12/9", "code-civil/7"],
        ),
        ("L'article 9 de celle-ci sonne.", ["?/9"]),
        (
            f"Sous réserve de l'article 9, les articles 7 et 8 de la {LAW}.",
            ["decret:2031-11/9", "loi:2031-12/7", "loi:2031-12/8"],
        ),
    ],
)
def test_acts_that_lead_back(text: str, targets: list[str]) -> None:
    found = find_references(text, act="decret:2031-11")
    assert [r.target for r in found if r.kind == "article"] == targets


@pytest.mark.parametrize(
    ("act", "text", "target", "reason"),
    [
        ("code-du-travail", "L'article 5 dort.", "?/5", Reason.OTHER_NUMBERING),
        ("code-du-travail", "L'article L. 9999-9 dort.", "code-du-travail/l9999-9", None),
        ("code-civil", "L'article 99999 dort.", "code-civil/99999", None),
        (
            "code-civil",
            "L'article L. 5 du code du travail. L'article L. 9999-8 dort.",
            "?/l9999-8",
            Reason.OTHER_NUMBERING,
        ),
        ("decret:2031-11", "L'article 5 dort.", "decret:2031-11/5", None),
        ("un-code", "L'article 5 dort.", "un-code/5", None),
    ],
)
def test_numbers_of_another_form(act: str, text: str, target: str, reason: Reason | None) -> None:
    found = recognize(text, act=act)[-1]
    assert (found.target, found.reason) == (target, reason)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("L'article L. 1142-1, dont le {} indemnise les meuniers, est clair.", "II"),
        ("Le juge statue selon l'article L. 1142-1, dont le {} n'est pas en cause.", "dernier alinéa"),
        ("L'article L. 1142-1 est long. Le {} est bref.", "second alinéa"),
        ("L'article L. 1142-1 l'autorise, quoique le {} en restreigne la portée.", "second alinéa"),
        ("Le premier alinéa de l'article L. 1142-1 pose un principe. L'{} n'a pas été lu.", "alinéa suivant"),
        ("Les mesures du I de l'article L. 1142-1 sont prises, à l'exception du {}.", "3°"),
    ],
)
def test_a_part_in_a_text_that_is_no_article_is_of_the_one_cited(text: str, part: str) -> None:
    locator = {"II": "II", "dernier alinéa": "al-1", "second alinéa": "al2", "alinéa suivant": "al-next", "3°": "I/3°"}
    *_, last = find_references(text.format(part), act="code-de-la-sante-publique")
    assert (last.kind.value, last.article, last.locator) == ("article", "l1142-1", locator[part])
    *_, own = find_references(text.format(part), act="code-de-la-sante-publique", article="L1110-1")
    assert own.kind.value == "internal"


@pytest.mark.parametrize("rest", ["sauf le 3° du devis", "et le 3° est bref", ". Sauf le 3°"])
def test_but_not_one_of_another_text_or_sentence(rest: str) -> None:
    *_, last = find_references(f"Il cite l'article 9 du code civil, {rest}", act="code-civil")
    assert last.article is None


def test_plain_numbers_in_an_article_of_an_act_that_is_not_known_are_rather_its_own() -> None:
    text = "La loi n° 65-557 vaut. L'article 924 le dit. Le code de commerce vaut. L'article L. 110-1 le dit."
    found = [r.target for r in recognize(text, article="1397-2") if r.kind is ReferenceKind.ARTICLE]
    assert found == ["?/924", "code-de-commerce/l110-1"]

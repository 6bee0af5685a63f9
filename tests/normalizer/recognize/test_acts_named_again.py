"""Acts that are named by what was named before: a noun that they share, a pronoun, a rank, an adjective."""

import pytest

from cpp_corpus.normalizer.recognize import find_references

HERE = "code-de-commerce"


def targets(text: str, act: str | None = HERE) -> list[str]:
    return [reference.target for reference in find_references(text, act=act)]


@pytest.mark.parametrize("act", [HERE, "code-civil", None])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "les articles L. 122-4 du code de la route et L. 621-30 de celui du patrimoine",
            ["code-de-la-route/l122-4", "code-du-patrimoine/l621-30"],
        ),
        (
            "l'article 7 du code civil et l'article 12 de celui de procédure civile",
            ["code-civil/7", "code-de-procedure-civile/12"],
        ),
        (
            "Le code civil (art. 7) et celui de procédure pénale (art. 100) le disent.",
            ["code-civil/7", "code-de-procedure-penale/100"],
        ),
        (
            "Le décret du 3 mai 2031 (art. 4) et celui du 4 juin 2032 (art. 5)",
            ["decret:2031-05-03/4", "decret:2032-06-04/5"],
        ),
        ("l'article 2 de la loi n° 2031-12 et l'article 3 de celle relative aux moulins", ["loi:2031-12/2", "?/3"]),
        ("l'article 7 du code civil et l'article 8 de celui du meunier", ["code-civil/7", "?/8"]),
        ("l'article 2 de la directive 2031/12/UE et l'article 3 de celle de 2035", ["directive-ue:2031/12/2", "?/3"]),
    ],
)
def test_a_second_act_of_the_noun_before(text: str, found: list[str], act: str | None) -> None:
    assert targets(text, act) == found


@pytest.mark.parametrize("act", [HERE, None])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Les codes civil (art. 7), pénal (art. 226-1) et de procédure pénale (art. 100) le disent.",
            ["code-civil/7", "code-penal/226-1", "code-de-procedure-penale/100"],
        ),
        ("Les codes civil, art. 7, et pénal, art. 226-1.", ["code-civil/7", "code-penal/226-1"]),
        (
            "Les codes de procédure civile et pénal, articles 12 et 121-3",
            ["code-de-procedure-civile/12", "code-penal/121-3"],
        ),
        ("Les codes civil, de procédure civile et pénal, articles 7 et 121-3", ["?/7", "code-penal/121-3"]),
        (
            "Le code de la route (art. L. 122-4) et du patrimoine (art. L. 621-30)",
            ["code-de-la-route/l122-4", "code-du-patrimoine/l621-30"],
        ),
        ("l'article 7 du code civil ou pénal", ["code-civil/7", "code-penal"]),
        ("l'article 7 du code civil et du moulin", ["code-civil/7"]),
    ],
)
def test_codes_that_share_their_noun(text: str, found: list[str], act: str | None) -> None:
    assert targets(text, act) == found

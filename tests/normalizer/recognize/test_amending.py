"""Texts that amend: what their heads govern, what they quote, what they do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.model.reference import Basis, ReferenceKind, Relation, Via
from cpp_corpus.normalizer.recognize import find_references
from cpp_corpus.normalizer.recognize.discourse.outline import outline
from cpp_corpus.normalizer.recognize.discourse.quotes import quotes_of
from tests.growth import is_linear

DECREE = "decret:2031-11"


def read(text: str, act: str | None = DECREE, article: str = "2") -> list[str]:
    """Anchor, target, and what is done to it."""
    return [
        f"{text[r.start : r.end]} {r.target} {r.operation or r.relation}"
        for r in find_references(text, act=act, article=article)
    ]


def targets(text: str, act: str | None = DECREE, article: str = "2") -> list[str]:
    return [r.target for r in find_references(text, act=act, article=article) if r.kind is not ReferenceKind.ACT]


HEADS = {
    "the act of the head": (
        "Le code du tourisme est ainsi modifié :\n1° L'article R. 7-1 est abrogé ;\n2° L'article R. 7-2 est abrogé.",
        ["code-du-tourisme/r7-1", "code-du-tourisme/r7-2"],
    ),
    "a bare head": (
        "Au code du tourisme :\n1° L'article R. 7-1 est abrogé.",
        ["code-du-tourisme/r7-1"],
    ),
    "a head behind another sentence of its line": (
        "L'article 7 du code civil est abrogé. Le code pénal est ainsi modifié : 1° L'article 121-3 est complété.",
        ["code-civil/7", "code-penal/121-3"],
    ),
    "an article behind another clause of its line": (
        (
            "L'article 7 du code civil est abrogé ; l'article 132-1 du code pénal est ainsi modifié : 1° Au I, un mot "
            "est supprimé ; 2° Après l'article 132-2, un article est inséré."
        ),
        ["code-civil/7", "code-penal/132-1", "code-penal/132-1#I", "code-penal/132-2"],
    ),
    "a head behind the last point of another": (
        (
            "Le code du travail est ainsi modifié : a) à l'article L. 1221-1, deux mots. Le code de commerce est ainsi "
            "modifié : a) à l'article L. 441-1, deux mots sont supprimés."
        ),
        ["code-du-travail/l1221-1", "code-de-commerce/l441-1"],
    ),
    "a head within a point": (
        (
            "Le code civil est ainsi modifié : 1° L'article 7 est abrogé. L'article 5 du code pénal est ainsi modifié "
            ": a) Le I est supprimé ; b) Le II est abrogé ; 2° L'article 9 est abrogé."
        ),
        ["code-civil/7", "code-penal/5", "code-penal/5#I", "code-penal/5#II", "code-civil/9"],
    ),
    "quoted articles on one line": (
        (
            "L'article 5 du code civil est remplacé par deux articles : « Art. 5-1. – L'article 4 dort. "
            "« Art. 5-2. – Le présent article dort. »"
        ),
        ["code-civil/5", "code-civil/4", "code-civil/5-2"],
    ),
    "the same book of the code of an article": (
        "L'article L. 7-1 du code du sport est abrogé. Le titre II du même livre est abrogé.",
        ["code-du-sport/l7-1", "code-du-sport:livre.same/titre.ii"],
    ),
    "the same title that was named with its book": (
        "Le titre II du livre Ier du code du sport est abrogé. Le chapitre V du même titre est abrogé.",
        ["code-du-sport:livre.i/titre.ii", "code-du-sport:livre.i/titre.ii/chapitre.v"],
    ),
    "a point of an annex": (
        (
            "Le décret n° 2031-12 est ainsi modifié :\n1° À l'annexe II, le 2° est abrogé ;\n2° À l'annexe, "
            "le 3 est abrogé."
        ),
        ["decret:2031-12:annexe.ii", "decret:2031-12:annexe.ii#2°", "decret:2031-12:annexe#3"],
    ),
    "in one line": (
        "Le code du tourisme est ainsi modifié : 1° L'article R. 7-1 est abrogé ; 2° L'article R. 7-2 est complété.",
        ["code-du-tourisme/r7-1", "code-du-tourisme/r7-2"],
    ),
    "the next head of the level": (
        (
            "I. – Le code du tourisme est ainsi modifié :\n1° L'article R. 7-1 est abrogé.\n"
            "II. – Le code du sport est ainsi modifié :\n1° L'article R. 7-2 est abrogé.\nIII. – L'article 4 dort."
        ),
        ["code-du-tourisme/r7-1", "code-du-sport/r7-2", "decret:2031-11/4"],
    ),
    "a head of a lower level": (
        (
            "Le code du tourisme est ainsi modifié :\n1° L'article R. 7-1 est ainsi modifié :\n"
            "a) Le premier alinéa est supprimé ;\nb) Au 2°, un mot est supprimé ;\n2° L'article R. 7-2 est abrogé."
        ),
        ["code-du-tourisme/r7-1", "code-du-tourisme/r7-1#al1", "code-du-tourisme/r7-1#2°", "code-du-tourisme/r7-2"],
    ),
    "a part of a part": (
        (
            "L'article 7 du code civil est ainsi modifié :\n1° Le II est ainsi modifié :\n"
            "a) Au premier alinéa, le mot : « vent » est supprimé ;\nb) Le 2° est abrogé."
        ),
        ["code-civil/7", "code-civil/7#II", "code-civil/7#II/al1", "code-civil/7#II/2°"],
    ),
    "a division of the act": (
        (
            "Le titre II du livre Ier du code du tourisme est ainsi modifié :\n1° L'article R. 7-1 est abrogé ;\n"
            "2° Le chapitre III est abrogé."
        ),
        [
            "code-du-tourisme:livre.i/titre.ii",
            "code-du-tourisme/r7-1",
            "code-du-tourisme:livre.i/titre.ii/chapitre.iii",
        ],
    ),
    "lines without marks": (
        "II. – Au code du tourisme :\nL'article R. 7-1 est abrogé.\nIII. – L'article 4 est abrogé.",
        ["code-du-tourisme/r7-1", "decret:2031-11/4"],
    ),
    "a line behind the points": (
        "Le code du tourisme est ainsi modifié :\n1° L'article R. 7-1 est abrogé.\nL'article 4 entre en vigueur.",
        ["code-du-tourisme/r7-1", "decret:2031-11/4"],
    ),
    "a new article of the text": (
        (
            "Le code du tourisme est ainsi modifié :\n1° L'article R. 7-1 est abrogé.\nArticle 2\n"
            "1° L'article 4 est abrogé, quoi qu'en disent les meuniers du val."
        ),
        ["code-du-tourisme/r7-1", "decret:2031-11/4"],
    ),
    "the place at the beginning of a sentence": (
        "Dans le code du tourisme, l'article R. 7-1 est abrogé. L'article 4 demeure.",
        ["code-du-tourisme/r7-1", "decret:2031-11/4"],
    ),
    "an article at the beginning of a sentence": (
        "A l'article 7 du code civil, le dernier alinéa est supprimé. Le premier alinéa du présent article demeure.",
        ["code-civil/7", "code-civil/7#al-1", "decret:2031-11/2#al1"],
    ),
    "overseas": (
        "Pour l'application à l'île des Brumes de l'article 7 du code civil, le second alinéa est supprimé.",
        ["code-civil/7", "code-civil/7#al2"],
    ),
    "overseas, the article behind": (
        "Pour son application dans l'île, à l'article 7 du code civil, la première phrase est supprimée.",
        ["code-civil/7", "code-civil/7#ph1"],
    ),
    "an act that is named": (
        "Le code du tourisme est ainsi modifié :\n1° L'article R. 7-1 du code du sport est abrogé.",
        ["code-du-sport/r7-1"],
    ),
    "the end of a list names another": (
        "Le code civil est ainsi modifié :\n2° L'article L. 311-1 et l'article L. 311-3 du code de l'énergie.",
        ["code-de-lenergie/l311-1", "code-de-lenergie/l311-3"],
    ),
    "a new one behind another": (
        "Après l'article 7 du code civil, il est inséré un article 7-1-1.",
        ["code-civil/7", "code-civil/7-1-1"],
    ),
    "one that a law inserts": (
        "La loi n° 2031-12 insère dans le code du tourisme un article L. 411-99.",
        ["code-du-tourisme/l411-99"],
    ),
    "what it becomes": ("L'article 7 du code civil devient l'article 9-9.", ["code-civil/7", "code-civil/9-9"]),
}


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS)
def test_heads(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


NO_HEADS = {
    "no colon": ("Le code civil est modifié. L'article 4 demeure.", ["decret:2031-11/4"]),
    "no verb": ("Le code civil distingue :\n1° Le cas de l'article 4 ;", ["decret:2031-11/4"]),
    "the alinéa of the citing article": (
        "Dans les cas prévus à l'article 7 du code civil, le premier alinéa ne s'applique pas.",
        ["code-civil/7", "decret:2031-11/2#al1"],
    ),
    "relative": (
        "A l'article 7 du code civil, l'alinéa précédent est supprimé.",
        ["code-civil/7", "decret:2031-11/2#al-prev"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), NO_HEADS.values(), ids=NO_HEADS)
def test_no_heads(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


def test_how_the_act_is_known() -> None:
    text = "Le code du tourisme est ainsi modifié :\n1° L'article R. 7-1 est abrogé."
    head, below = find_references(text, act=DECREE)
    assert (below.via, below.basis, below.antecedent) == (Via.ANAPHORA, Basis.HEAD, head.span)


@pytest.mark.parametrize("levels", range(1, 7))
def test_heads_in_heads(levels: int) -> None:
    marks = ["I. – ", "A. – ", "1° ", "a) ", "– ", "aa) "][:levels]
    codes = ["civil", "du sport", "du tourisme", "pénal", "de l'énergie", "de la route", "du travail", "de commerce"]
    lines = [f"{mark}Le code {code} est ainsi modifié :" for mark, code in zip(marks, codes, strict=False)]
    text = "\n".join([*lines, "9) L'article 9999-9 est abrogé."])
    acts = [r.act for r in find_references(text, act=DECREE)]
    assert acts[-1] == acts[-2] != DECREE
    assert len(set(acts)) == levels


QUOTES = {
    "numbers and parts are those of the article": (
        "L'article 7 du code civil est ainsi rédigé :\n« Art. 7. – I. – Voir l'article 9.\n« II. – Le I est clos. »",
        ["code-civil/7", "code-civil/9", "code-civil/7#I"],
    ),
    "of the new one": (
        "Après l'article 7 du code civil, il est inséré un article 7-1-1 ainsi rédigé : « Voir le premier alinéa. »",
        ["code-civil/7", "code-civil/7-1-1", "code-civil/7-1-1#al1"],
    ),
    "each of its own": (
        "Les articles 7 et 8 du code civil sont ainsi rédigés :\n« Art. 7. – Le I.\n« Art. 8. – Le II. »",
        ["code-civil/7", "code-civil/8", "code-civil/7#I", "code-civil/8#II"],
    ),
    "present code": (
        "L'article 7 du code civil est complété par une phrase : « Voir l'article 9 du présent code. »",
        ["code-civil/7", "code-civil/9"],
    ),
    "words": (
        "A l'article 7 du code civil, les mots : « de l'article 9 » sont remplacés par les mots : « de l'article 8 ».",
        ["code-civil/7", "code-civil/9", "code-civil/8"],
    ),
    "words without a colon": (
        "A l'article 7 du code civil, les mots « de l'article 9 » sont supprimés.",
        ["code-civil/7", "code-civil/9"],
    ),
    "behind it, the text goes on": (
        "L'article 7 du code civil est ainsi rédigé : « Voir l'article 9. » L'article 4 demeure.",
        ["code-civil/7", "code-civil/9", "decret:2031-11/4"],
    ),
    "in English marks": (
        "L'article 7 du code civil est ainsi rédigé : “Voir l'article 9.” L'article 4 demeure.",
        ["code-civil/7", "code-civil/9", "decret:2031-11/4"],
    ),
    "in marks that open and close alike": (
        "L'article 7 du code civil est ainsi rédigé : \" Voir l'article 9. \" L'article 4 demeure.",
        ["code-civil/7", "code-civil/9", "decret:2031-11/4"],
    ),
    "of the head": (
        "L'article 7 du code civil est ainsi modifié :\n1° Il est ajouté un alinéa ainsi rédigé : « Voir le I. »",
        ["code-civil/7", "code-civil/7#I"],
    ),
    "in a decision": (
        "Aux termes de l'article 7 du code civil : « Le vent de l'article 9 souffle. » L'article 4 se tait.",
        ["code-civil/7", "code-civil/9", "decret:2031-11/4"],
    ),
    "a quotation in a quotation": (
        (
            "Après l'article 5, insérer l'article suivant :\n« L'article 7 du code civil est ainsi rédigé :\n"
            "« Art. 7. – Voir l'article 9. » »\nL'article 4 demeure."
        ),
        ["decret:2031-11/5", "code-civil/7", "code-civil/9", "decret:2031-11/4"],
    ),
    "the same code, of words before": (
        (
            "A l'article 5, les mots : « de l'article 9 du code civil » et les mots : « de l'article 8 du même code » "
            "sont supprimés."
        ),
        ["decret:2031-11/5", "code-civil/9", "code-civil/8"],
    ),
    "no act of its own": ("Le meunier dit « voir l'article 9 ».", ["decret:2031-11/9"]),
    "without its end": (
        "L'article 7 du code civil est ainsi rédigé : « Voir l'article 9.\nL'article 4 demeure.",
        ["code-civil/7", "code-civil/9", "decret:2031-11/4"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), QUOTES.values(), ids=QUOTES)
def test_quotes(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


def test_a_number_of_another_code_in_the_next_words() -> None:
    text = (
        "A l'article 5, les mots : « l'article L. 311-1 du code de l'énergie », « l'article L. 311-3 » sont supprimés."
    )
    last = find_references(text, act="code-civil")[-1]
    assert (last.target, last.basis) == ("code-de-lenergie/l311-3", Basis.LEADS_ON)
    assert last.antecedent is not None
    assert text[last.antecedent.slice] == "code de l'énergie"


def test_how_the_act_of_quoted_text_is_known() -> None:
    text = "L'article 7 du code civil est ainsi rédigé : « Voir l'article 9. »"
    quoted = find_references(text, act=DECREE)[-1]
    assert (quoted.via, quoted.basis) == (Via.DEFAULT, Basis.QUOTED)


OPERATIONS = {
    "L'article 7 est abrogé.": ["repeal"],
    "L'article 7 est supprimé.": ["repeal"],
    "Les articles 7 et 8 sont abrogés.": ["repeal", "repeal"],
    "L'article 7 et le titre II sont abrogés.": ["repeal", "repeal"],
    "Sont abrogés les articles 7 et 8.": ["repeal", "repeal"],
    "Sont abrogés :\n1° L'article 7 ;\n2° Le titre II.": ["repeal", "repeal"],
    "L'article 7 est remplacé par les dispositions suivantes : « Le vent. »": ["replace"],
    "L'article 7 est ainsi rédigé : « Le vent. »": ["replace"],
    "La fin du premier alinéa de l'article 7 est ainsi rédigée : « vent. »": ["replace"],
    "L'annexe II de l'arrêté du 3 mars 2030 est remplacée par l'annexe I du présent décret.": ["replace", "refers_to"],
    "L'article 7 est complété par un alinéa.": ["complete"],
    "A l'article 7, il est ajouté un alinéa.": ["complete"],
    "L'article 7 est complété par un article 7-1.": ["complete", "create"],
    "Après l'article 7, il est inséré un article 7-1.": ["refers_to", "create"],
    "Après l'article 7, sont insérés deux articles 7-1 et 7-2 ainsi rédigés : « Le vent. »": [
        "refers_to",
        "create",
        "create",
    ],
    "Après l'article 7, insérer un article 7-1 ainsi rédigé :": ["refers_to", "create"],
    "Après le premier alinéa de l'article 7, il est inséré un alinéa.": ["insert_after"],
    "Avant le premier alinéa de l'article 7, il est inséré un alinéa.": ["insert_before"],
    "A l'article 7, après les mots : « le vent », sont insérés les mots : « du nord ».": ["insert_after"],
    "A l'article 7, les mots : « le vent » sont supprimés.": ["delete_words"],
    "A l'article 7, supprimer les mots : « le vent ».": ["delete_words"],
    "A l'article 7, le mot : « vent » est remplacé par le mot : « sable ».": ["replace_words"],
    "Aux articles 7 et 8, la référence à l'article 9 est remplacée par la référence à l'article 6.": [
        "replace_words",
        "replace_words",
        "refers_to",
        "refers_to",
    ],
    "L'article 7 devient l'article 8.": ["renumber", "amends"],
    "Les articles 7 et 8 deviennent respectivement les articles 9 et 6.": ["renumber", "renumber", "amends", "amends"],
    "L'article 7 est ainsi modifié :\n1° Le vent.": ["amends"],
    "L'article 7 devient exécutoire dans les conditions de l'article 8.": ["refers_to", "under_conditions_of"],
    "L'autorité qui lui est substituée en application de l'article 7, souffle.": ["issued_under"],
    "Le plan peut supprimer le moulin de l'article 7.": ["refers_to"],
}


@pytest.mark.parametrize(("text", "expected"), OPERATIONS.items(), ids=OPERATIONS)
def test_operations(text: str, expected: list[str]) -> None:
    found = find_references(text, act=DECREE, article="2")
    assert [str(r.operation or r.relation) for r in found] == expected
    assert all(r.relation is Relation.AMENDS for r in found if r.operation is not None)


@given(st.text("«»“”\"\n 1°a)–.:;I'articleLdu", max_size=80))
def test_any_text_is_parted_without_a_gap(text: str) -> None:
    segments = outline(text, 0, len(text))
    assert [s.start for s in segments] == [0, *(s.end for s in segments[:-1])][: len(segments)]
    assert not segments or segments[-1].end == len(text)
    quotes = quotes_of(text)
    for quote in quotes:
        assert 0 <= quote.start <= quote.end <= len(text)
        if quote.parent >= 0:
            outer = quotes[quote.parent]
            assert outer.start <= quote.start
            assert quote.end <= outer.end


@pytest.mark.parametrize(
    "unit",
    [
        "1° L'article R. 7-1 est abrogé ;\n",
        "« Voir l'article 9. »\n",
        "« ",
        "\" l'article 9 ",
        "Le code civil est ainsi modifié :\n",
        "à l'article 7, les mots : « l'article 9 » sont supprimés, ",
        "“ l'article 9 ",
        "A l'article 7, devenu, ",
        "À l'annexe, le 2° est supprimé ;\n",
        "La section 2 du même chapitre est abrogée. ",
        "les mêmes articles et ",
        "le I et le I devient le II et ",
        "\n\n",
    ],
)
def test_the_time_is_linear(unit: str) -> None:
    head = "Le code du tourisme est ainsi modifié :\n"
    assert is_linear(lambda times: find_references(head + unit * times, act=DECREE), 500)

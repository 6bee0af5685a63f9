"""Why an act is the one that it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.model.reference import Basis, Reference, Via
from cpp_corpus.normalizer.recognize import find_citation, find_references
from cpp_corpus.normalizer.recognize.explain import explain
from cpp_corpus.normalizer.recognize.grammar import RULES
from cpp_corpus.normalizer.recognize.grammar.designations import DESIGNATIONS
from cpp_corpus.normalizer.recognize.rule import Form, Rule

LAW = "loi n° 2020-12 du 3 mars 2020"
BASES = {
    "l'article 7 du code civil": Basis.NAMED,
    "l'article L. 811-3 du code de la sécurité intérieure et l'article L. 811-4": Basis.LIST,
    "les articles suivants du code électoral :\n1° L'article R. 63": Basis.HEAD,
    f"la {LAW} à l'exception de l'article 7": Basis.EXCEPTION,
    f"la {LAW} à l'exception de l'article 7 et de l'article 98-8": Basis.LIST,
    "le code de la sécurité intérieure. Le vent souffle. L'article L. 811-4": Basis.LEADS_ON,
    f"l'article 9999 de la {LAW} ; le vent et l'article 9999": Basis.CITED_BEFORE,
    "le titre Ier du livre III, celles du chapitre II": Basis.CONTINUATION,
    "le code civil et l'article 7 du même code": Basis.SAME,
    f"la {LAW} et l'article 7 de la loi": Basis.NATURE,
    "la loi du 3 mars 2020 précitée": Basis.PRECITED,
    f"de la {LAW}, notamment ses articles 2": Basis.POSSESSIVE,
    "l'article 9 du présent code": Basis.PRESENT,
    "le présent titre": Basis.PRESENT,
    "l'alinéa précédent": Basis.PRESENT,
    "l'article 9 du code civil ; ledit article": Basis.SAME_ARTICLE,
    "au 4° de l'article 62 du code civil et au second alinéa du même 4°": Basis.SAME_ARTICLE,
    "l'article précédent": Basis.NEIGHBOUR,
    "la décision n° 2011-153 QPC du 13 juillet 2011, au considérant 9": Basis.DECISION,
    "l'article 221-1": Basis.DEFAULT,
    "le premier alinéa": Basis.DEFAULT,
    "L'article 9 du code civil est ainsi rédigé : « Voir l'article 7. »": Basis.QUOTED,
    "l'article 4 du cahier des charges": Basis.NONE,
    "l'article 2 du traité": Basis.NONE,
}


@pytest.mark.parametrize(("text", "basis"), BASES.items(), ids=BASES)
def test_basis(text: str, basis: Basis) -> None:
    assert find_references(text, act="code-penal", article="1")[-1].basis is basis


def test_an_act_named_later() -> None:
    first, _ = find_references(
        "l'article 4 du traité. Le traité sur le fonctionnement de l'Union européenne est signé."
    )
    assert first.basis is Basis.NAMED_LATER


def test_every_basis_occurs() -> None:
    assert {*BASES.values(), Basis.NAMED_LATER, Basis.CONTEXT} == set(Basis)


def test_of_the_context() -> None:
    text = "l'article 1641 du code civil. L'article 1644 aussi"
    assert [r.basis for r in find_references(text)] == [Basis.NAMED, Basis.CONTEXT]


def test_where_the_citing_act_is_not_known() -> None:
    for text in ("l'article 5", "l'article précédent", "le premier alinéa", "le présent titre", "le présent code"):
        assert [(r.act, r.basis) for r in find_references(text)] == [(None, Basis.NONE)]


def test_of_a_citation() -> None:
    assert [r.basis for r in find_citation("art. 706-16 CPP")] == [Basis.NAMED]
    assert [r.basis for r in find_citation("706-16")] == [Basis.NONE]


def test_a_reference_made_by_hand_has_none() -> None:
    assert Reference(kind="act", start=0, end=1).basis is None


PARTS: list[Rule | Form] = [*RULES.values(), *DESIGNATIONS.values()]
EXAMPLES = [each.text for part in PARTS for each in part.examples]


@given(
    st.lists(st.sampled_from([*EXAMPLES, *BASES]), max_size=5), st.sampled_from(["code-penal", "loi:2019-222", None])
)
def test_the_act_is_unknown_where_nothing_tells_it(texts: list[str], act: str | None) -> None:
    for reference in find_references(" ; ".join(texts), act=act, article="1"):
        assert (reference.act is None) == (reference.basis is Basis.NONE)
        if reference.basis is Basis.DEFAULT:
            assert (reference.act, reference.via) == (act, Via.DEFAULT)
        if reference.basis is Basis.NAMED:
            assert reference.via is Via.EXPLICIT


def test_it_is_explained_in_words() -> None:
    text = f"la {LAW} à l'exception de l'article 7 ; les articles suivants du code électoral :\n1° L'article R. 63"
    known = {each.reference.basis: each.known for each in explain(text, act="code-penal")}
    assert known[Basis.EXCEPTION] == f"taken from «{LAW}» before it"
    assert known[Basis.HEAD] == "the head of its list names it, «code électoral»"

"""Records of data that are no articles of an act of France."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.read import FileRead
from cpp_corpus.model.article import Article
from cpp_corpus.tokenizer import tokenize

WORDS = "Le meunier soutient que l'article 3 du code des vents a été méconnu. Il demande réparation."
ROW = {"numero": "12", "texte": WORDS}
ARTICLES = [{"num": "5", "texte": "Le moulin tourne au vent."}]


def read(value: object, name: str = "a.json") -> FileRead:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return read_bytes(text.encode(), name)


def articles(value: object, name: str = "a.json") -> list[Article]:
    return [article for document in read(value, name).documents for article in tokenize(document).articles]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"ecli": "ECLI:FR:CCASS:2031:C100012", "texte": WORDS}, "a judgment"),
        ([{**ROW, "titre": "Code des vents", "juridiction": "Cour d'appel du Sable"}], "a judgment"),
        ([{**ROW, "source": "Code des vents", "jurisdiction": "cc"}], "a judgment"),
        ([{**ROW, "code": "Code des vents", "date_decision": "2031-03-04"}], "a judgment"),
        ([{**ROW, "code": "Code des vents", "numero": "31-10.012"}], "a judgment"),
        ({"ecli": "ECLI:FR:X:2031:12", "titre": "Code des vents", "paragraphes": [ROW]}, "a judgment"),
        ({"decision": {"chambre": "Chambre civile", "code": "Code des vents", "motifs": {"1": WORDS}}}, "a judgment"),
        ("numero;texte;titre;rg\n12;Le vent souffle.;Code des vents;31/00012\n", "a judgment"),
        ("| numero | texte | juridiction |\n|---|---|---|\n| 12 | Le vent souffle. | CA du Sable |\n", "a judgment"),
        ([{"celex": "32031R0012", "article": "5", "texte": WORDS}], "an act of the European Union"),
        ([{"celex": "62031CJ0012", **ROW}], "a judgment"),
        ({"titre": "Règlement (UE) 2031/12 sur le vent", "articles": ARTICLES}, "an act of the European Union"),
        ({"pays": "Belgique", "titre": "Code civil", "articles": ARTICLES}, "a text of the law of another country"),
        ({"numac": "2031000012", "titre": "Loi du 3 mars 2031", "articles": ARTICLES}, "a text of the law of another"),
        ({"Code civil belge": {"1": "Le vent souffle.", "2": "Il dort."}}, "a text of the law of another country"),
        ({"titre": "Projet de loi relatif au vent", "articles": {"1": "Le vent souffle."}}, "a bill"),
        ([{**ROW, "nature": "Proposition de loi", "code": "Code des vents"}], "a bill"),
        ({"numero_amendement": "12", "dispositif": "Supprimer l'article 5."}, "an amendment"),
        ([{"question": "Que dit l'article 3 ?", "answer": WORDS}], "questions and answers"),
        ({"messages": [{"role": "user", "content": "Que dit l'article 3 ?"}]}, "a conversation"),
        ([{"title": "Article 3 du code des vents", "body": "Bonjour, que dit-il ?", "author": "Meunier"}], "a conv"),
    ],
)
def test_what_is_no_act_of_france_has_its_own_reason(value: object, kind: str) -> None:
    name = "a.json" if not isinstance(value, str) else "a.txt" if value.startswith("|") else "a.csv"
    refusal = read(value, name).refusal
    assert refusal is not None
    assert refusal.reason.startswith(kind)


@pytest.mark.parametrize(
    "more",
    [
        {"celex": "32031L0012"},
        {"pays": "France", "url": "https://www.legifrance.gouv.fr/codes/a"},
        {"jurisprudence": [{"ecli": "ECLI:FR:CCASS:2031:C100012", "juridiction": "Cour de cassation"}]},
        {"jurisdiction": "FR", "nature": "CODE"},
        {"origine": "Projet de loi relatif au vent"},
        {"question": "Qui souffle ?", "reponse": "Le vent."},
        {"auteur": "Ministre des vents", "formation": "Formation continue", "chambre": "Sénat", "solution": "soluble"},
        {"niveau": "Section", "type": "Livre"},
        {"id": "KALIARTI000000000012", "juridiction": "Cour de cassation"},
    ],
)
def test_articles_have_members_of_many_names(more: dict[str, Any]) -> None:
    row = {"code": "Code des vents", "n° article": "12", "texte_html": "Le vent souffle.", "texte": "Le vent."}
    (made,) = articles([{**row, **more}])
    assert made.number is not None


@pytest.mark.parametrize(
    ("value", "act"),
    [
        ([{"idcc": "0999", "article": "5", "texte": "Le meunier a un congé."}], "idcc:999"),
        ({"titre": "Convention collective nationale des meuniers", "idcc": 999, "articles": ARTICLES}, "idcc:999"),
        ({"titre": "Convention collective nationale des meuniers (IDCC 999)", "a": {"5": "Un congé."}}, "idcc:999"),
        ({"titre": "Convention collective nationale des meuniers", "articles": ARTICLES}, None),
    ],
)
def test_collective_agreements_are_law(value: object, act: str | None) -> None:
    (made,) = articles(value)
    assert (made.act, made.number and made.number.normalized) == (act, "5")


@pytest.mark.parametrize("name", ["visa", "thèmes", "description", "Textes modifiés par", "modifie"])
def test_an_act_that_an_object_cites_is_not_that_of_its_records(name: str) -> None:
    done = read({name: "Code des vents", "articles": ARTICLES})
    assert done.refusal is not None


def test_of_several_objects_one_is_of_another_country() -> None:
    made = articles({"Code civil belge": {"1": "Le vent."}, "Code civil": {"2": "Le sable.", "3": "La mer."}})
    assert [article.act for article in made] == [None, "code-civil", "code-civil"]

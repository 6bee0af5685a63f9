"""The articles of a law or decree above a text that is annexed to it, or published by it: statutes, a treaty."""

from __future__ import annotations

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.model.finding import FindingCode
from cpp_corpus.tokenizer import tokenize

DECREE = "Décret n° 2031-12 du 3 mars 2031 portant approbation des statuts des sabliers\n\nDécrète :\n\n"
SIGNED = "Fait le 3 mars 2031.\n\nPaul Corvin\n\n"
FORMS = {
    "line": "Article {}\n\nLe {} {}.\n\n",
    "below": "Article {}\nLe {} {}.\n\n",
    "capitals": "ARTICLE {} : Le {} {}.\n\n",
    "run in": "Art. {}. - Le {} {}.\n\n",
}


def articles(text: str, path: str = "page.txt") -> list[tuple[str, str]]:
    """Number and text of each article of a text."""
    found = read_bytes(text.encode(), path)
    assert found.refusal is None
    made = [article for document in found.documents for article in tokenize(document).articles]
    return [(article.id.rpartition("/")[2], article.text) for article in made]


def rows(form: str, noun: str, number: int) -> str:
    """So many articles in a form."""
    return "".join(FORMS[form].format("1er" if each == 1 else each, noun, each) for each in range(1, number + 1))


@pytest.mark.parametrize("own", FORMS)
@pytest.mark.parametrize("annexed", FORMS)
@pytest.mark.parametrize("signed", [SIGNED, ""])
@pytest.mark.parametrize("number", [2, 5])
def test_articles_of_an_annex_are_none_of_the_act(own: str, annexed: str, signed: str, number: int) -> None:
    text = f"{DECREE}{rows(own, 'sable', 3)}{signed}ANNEXE\n\nSTATUTS DES SABLIERS\n\n{rows(annexed, 'verre', number)}"
    *found, (name, annex) = articles(text)
    assert found == [("1", "Le sable 1."), ("2", "Le sable 2."), ("3", "Le sable 3.")]
    assert name == "annexe"
    assert annex.startswith("STATUTS DES SABLIERS")
    assert annex.count("verre") == number


@pytest.mark.parametrize("own", FORMS)
@pytest.mark.parametrize("published", FORMS)
def test_articles_of_a_treaty_below_the_signature_are_none_of_the_decree(own: str, published: str) -> None:
    treaty = "ACCORD\nENTRE LES SABLIERS ET LES VERRIERS\n\nLes sabliers et les verriers\nSont convenus :\n\n"
    text = f"{DECREE}{rows(own, 'sable', 2)}{SIGNED}{treaty}{rows(published, 'verre', 4)}"
    assert articles(text) == [("1", "Le sable 1."), ("2", "Le sable 2.")]
    (document,) = read_bytes(text.encode(), "page.txt").documents
    (told,) = [each for each in document.findings if each.code is FindingCode.STRAY_LINE]
    assert "“ACCORD”" in told.message
    left = " ".join(block.text for block in document.drafts[-1].blocks)
    assert "Paul Corvin" in left
    assert left.count("verre") == 4


@pytest.mark.parametrize("own", FORMS)
@pytest.mark.parametrize("title", ["ANNEXE - STATUTS DES SABLIERS", "Annexe : statuts types", "STATUTS DES SABLIERS"])
@pytest.mark.parametrize("signed", [SIGNED, ""])
def test_articles_below_the_title_of_statutes_are_none_of_the_decree(own: str, title: str, signed: str) -> None:
    text = f"{DECREE}{rows(own, 'sable', 2)}{signed}{title}\n\n{rows('below', 'verre', 3)}"
    assert articles(text) == [("1", "Le sable 1."), ("2", "Le sable 2.")]


def test_an_annex_that_an_article_puts_in_the_place_of_another_one() -> None:
    new = "Le sable 2.\nL'annexe du décret est ainsi rédigée :\nANNEXE\nArticle 1er\nLe verre.\n\n"
    text = f"{DECREE}{rows('below', 'sable', 1)}Article 2\n{new}Article 3\nLe sable 3.\n"
    assert [number for number, _ in articles(text)][-1] == "3"


@pytest.mark.parametrize(
    "signature",
    [
        "Fait au palais du sable, le 5 juillet 1844.",
        "Donné en notre château du sable, le 14 août 1816.",
        "Pour le ministre et par délégation :\nLe directeur du sable,\nP. Corvin",
        "La présente loi, délibérée et adoptée par le Sénat et par la Chambre, sera exécutée comme loi de l'État.",
    ],
)
def test_a_signature_is_no_word_of_an_article(signature: str) -> None:
    own = [("1", "Le sable 1."), ("2", "Le sable 2.")]
    assert articles(f"{DECREE}{rows('line', 'sable', 2)}{signature}\n") == own
    annexed = f"{DECREE}{rows('line', 'sable', 2)}{signature}\n\nAnnexe I\n\nLe verre.\n"
    assert articles(annexed) == [*own, ("annexe-i", "Le verre.")]
    marked = f"# {DECREE}{rows('line', 'sable', 2)}{signature}\n".replace("Article", "## Article")
    assert articles(marked, "page.md") == own


def test_articles_of_an_annex_in_markdown() -> None:
    own = rows("line", "sable", 2).replace("Article", "## Article")
    annexed = rows("line", "verre", 3).replace("Article", "#### Article")
    found = [("1", "Le sable 1."), ("2", "Le sable 2.")]
    for signed in (SIGNED, ""):
        text = f"# {DECREE}{own}{signed}## Annexe\n\n### Statuts\n\n{annexed}"
        assert articles(text, "page.md") == found
        (document,) = read_bytes(text.encode(), "page.md").documents
        assert sum("numbered anew" in each.message for each in document.findings) == 1
        assert "Le verre 3." in " ".join(block.text for block in document.drafts[-1].blocks)
        *others, (name, annex) = articles(f"# {DECREE}{own}{signed}## Annexe\n\nStatuts.\n\n{annexed}", "page.md")
        assert others == found
        assert (name, annex.count("verre")) == ("annexe", 3)


def test_a_plain_annex_below_a_signature_in_markdown() -> None:
    own = rows("line", "sable", 2).replace("Article", "## Article")
    text = f"# {DECREE}{own}{SIGNED}ANNEXE\nSTATUTS\n\nArticle 1er\nLe verre.\n"
    assert articles(text, "page.md") == [("1", "Le sable 1."), ("2", "Le sable 2.")]
    (document,) = read_bytes(text.encode(), "page.md").documents
    assert [each.code for each in document.findings] == [FindingCode.STRAY_LINE]


def test_a_signature_between_articles_in_markdown_is_of_the_article() -> None:
    text = f"# {DECREE}## Article 1\n\nLe sable.\n\nFait le 3 mars 2031.\n\n## Article 2\n\nIl dort.\n"
    assert articles(text, "page.md") == [("1", "Le sable.\nFait le 3 mars 2031."), ("2", "Il dort.")]

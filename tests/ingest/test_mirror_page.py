"""Pages of a mirror: heading, act and divisions from the folders."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.address import address_target, division, place
from cpp_corpus.model.document import Document, Facts, Role
from cpp_corpus.tokenizer import tokenize


def read(text: str, path: str) -> Document:
    (document,) = read_bytes(text.encode(), path).documents
    return document


def test_heading() -> None:
    document = read("\ufeff# Article L12-3\r\n\r\n<p>Le vent.</p>", "code-des-nuages/l12-3.md")
    heading, body = document.blocks
    assert (heading.role, heading.text, heading.line) == (Role.HEADING, "Article L12-3", 1)
    assert (body.text, body.line) == ("Le vent.", 3)
    assert heading.byte == (5, 18)


def test_act_and_divisions_are_the_folders() -> None:
    document = read(
        "# Article 1\n\nx", "/tout/code-review/code-des-nuages/livre-ier-du-ciel/chapitre-iv-bis-du-vent/1.md"
    )
    (draft,) = document.drafts
    assert draft.facts.act == "code-des-nuages"
    assert [(d.kind, d.number, d.title, d.slug) for d in draft.facts.divisions] == [
        ("livre", "Ier", None, "livre-ier-du-ciel"),
        ("chapitre", "IV bis", None, "chapitre-iv-bis-du-vent"),
    ]


def test_a_lone_page_has_no_act() -> None:
    document = read("# Article 1\n\nx", "/pages/1.md")
    assert document.drafts[0].facts == Facts()
    assert place("/pages/livre-ier") == (None, ())


@pytest.mark.parametrize(
    ("slug", "kind", "number"),
    [
        ("partie-legislative", "partie", None),
        ("partie-2-du-vent", "partie", "2"),
        ("deuxieme-partie-du-vent", "partie", "II"),
        ("premiere-partie", "partie", "Ier"),
        ("livre-premier-du-ciel", "livre", "Ier"),
        ("titre-1er-du-ciel", "titre", "1er"),
        ("titre-preliminaire", "titre", "préliminaire"),
        ("section-5-titre-du-vent", "section", "5"),
        ("chapitre-unique", "chapitre", "unique"),
        ("titre-xxv-du-vent", "titre", "XXV"),
        ("section-0i-du-vent", "section", "0I"),
        ("section-ii-quinquies-du-vent", "section", "II quinquies"),
        ("sous-section-3", "sous-section", "3"),
        ("sous-paragraphe-1-du-vent", "sous-paragraphe", "1"),
        ("sous-sous-paragraphe-1-du-vent", "sous-sous-paragraphe", "1"),
        ("annexes", "annexe", None),
        ("annexe-ii-du-vent", "annexe", "II"),
        ("i-ter-du-vent", "division", "I ter"),
        ("3-de-la-pluie", "division", "3"),
        ("b-de-la-pluie", "division", "B"),
        ("dispositions-communes", "division", None),
        ("titrages-du-vent", "division", None),
        ("", "division", None),
    ],
)
def test_divisions(slug: str, kind: str, number: str | None) -> None:
    found = division(slug)
    assert (found.kind, found.number, found.slug) == (kind, number, slug)


@pytest.mark.parametrize(
    ("folder", "act"),
    [
        ("code-de-l-energie", "code-de-lenergie"),
        ("codes-en-vigueur/code-de-l-energie/titre-ier", "code-de-lenergie"),
        ("Code pénal", "code-penal"),
        ("code_penal", "code-penal"),
        ("CODE PENAL", "code-penal"),
        ("LEGITEXT000006070719", "code-penal"),
        ("CPP", "code-de-procedure-penale"),
        ("CPP/code-penal", "code-penal"),
        ("code-penal/CPP", "code-penal"),
        ("livre-des-procedures-fiscales", "livre-des-procedures-fiscales"),
        ("code-general-des-impots-cgi", "code-general-des-impots-cgi"),
        ("Code général des impôts", "code-general-des-impots-cgi"),
        ("code-de-l-horlogerie", "code-de-lhorlogerie"),
        *((name, None) for name in ("cp", "ct", "cc", "cpp", "CO", "CP", "CT", "CPCE", "travail", "penal", "codes")),
        ("LEGITEXT999999999999", None),
    ],
)
def test_folders_in_every_usual_writing(folder: str, act: str | None) -> None:
    assert read("# Article 1\n\nx", f"/tout/{folder}/1.md").drafts[0].facts.act == act


def test_addresses_of_links_name_acts_in_every_usual_writing() -> None:
    assert address_target("/code-de-l-energie/titre-ier/l1.md") == address_target("/code-de-lenergie/l1.md")


def test_several_headings_are_several_articles() -> None:
    text = (
        "# Article 1\n\n<p>Le <a href='/code-des-nuages/l9.md'>L. 9</a>.</p><i>NOTA: Un.</i>\n\n"
        "# Article de foi\n\n# Article 2\n\nLa pluie. # Article 3 n'est rien.\n# article 4 bis (abrogé)\nFin."
    )
    document = read(text, "/m/1.md")
    lines = [[(block.role.value, block.text) for block in draft.blocks] for draft in document.drafts]
    assert [line[0] for line in lines] == [
        ("heading", "Article 1"),
        ("heading", "Article 2"),
        ("heading", "article 4 bis (abrogé)"),
    ]
    assert ("note", "NOTA: Un.") in lines[0]
    assert ("text", "# Article de foi") in lines[0]
    assert [len(block.links) for block in document.drafts[0].blocks][:2] == [0, 1]
    spans = [(draft.blocks[0].byte.start, draft.blocks[-1].byte.end) for draft in document.drafts]
    assert [text.encode()[start:end][:9] for start, end in spans] == [b"Article 1", b"Article 2", b"article 4"]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize("heading", ["Article de blog", "Article", "Article Mon avis", "Article 12 raisons de lire"])
def test_what_is_no_heading_of_the_law_is_refused(heading: str) -> None:
    refusal = read_bytes(f"# {heading}\n\nDes mots.".encode(), "/blog/1.md").refusal
    assert refusal is not None
    assert (refusal.code, "no article number" in refusal.reason) == ("unknown-format", True)


@pytest.mark.parametrize(
    ("folder", "act"),
    [
        ("/lois/loi/1931/loi-du-1er-juin-1931", "loi:1931-06-01"),
        ("/decret-n2031-12-du-3-mai-2031-abcd0922695d", "decret:2031-12"),
        ("/Décret n° 2031-12 du 3 mai 2031", "decret:2031-12"),
        ("/arrete-du-28-janvier-2031-abcd9100175a", "arrete:2031-01-28"),
        ("/loi-organique-n2031-7-du-2-mai-2031.tar.gz", "loi:2031-7"),
        ("/code-des-nuages/loi-du-1er-juin-1931", "code-des-nuages"),
        ("/arretes-2031-05", None),
        ("/loi-du-vent", None),
        ("/loi-du-31-fevrier-2031", None),
        ("/2031-loi-n2031-7", None),
    ],
)
def test_folders_with_the_title_of_a_law(folder: str, act: str | None) -> None:
    assert place(folder)[0] == act
    facts = read("# Article 1\n\nx", f"{folder}/titre-i/1.md").drafts[0].facts
    assert facts.act == act
    if act and act.count(":"):
        assert [(each.kind, each.number) for each in facts.divisions] == [("titre", "I")]


def test_what_an_article_has_changed_is_a_list_without_marks() -> None:
    text = "# Article 8\n\nLe vent tourne.\n\nA modifié :\n\n> -Arrêté du 15 juin 2031\n> > Art. 2\n"
    document = read(text, "decret-n2031-12/article-8.md")
    assert [block.text for block in document.blocks[1:]] == [
        "Le vent tourne.",
        "A modifié :",
        "-Arrêté du 15 juin 2031",
        "Art. 2",
    ]
    document = read("# Article 8\n\nLa masse est :\n\n> 10 t ;\n\n> 20 t.\n", "decret-n2031-12/article-8.md")
    assert [block.text for block in document.blocks[1:]] == ["La masse est :", "> 10 t ;", "> 20 t."]


def test_an_annex_without_a_number_has_articles_of_its_own() -> None:
    text = b"# Article \n\nSTATUTS TYPES\n\nTITRE Ier\n\nArticle 1er\n\nLe sable tombe.\n\nArticle 2\n\nIl dort.\n"
    found = read_bytes(text, "arrete-du-3-mars-2031/annexe/article-.md")
    (article,) = (each for document in found.documents for each in tokenize(document).articles)
    assert (article.id, article.number) == ("arrete:2031-03-03/~1", None)
    assert article.text.endswith("Article 1er\nLe sable tombe.\nArticle 2\nIl dort.")

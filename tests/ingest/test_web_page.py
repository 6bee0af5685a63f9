"""Pages of Légifrance as HTML."""

from __future__ import annotations

import builtins
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import cpp_corpus
from cpp_corpus import Article, ArticleState
from cpp_corpus.ingest import read_bytes, read_file
from cpp_corpus.tokenizer import tokenize
from tests.growth import is_linear
from tests.ingest.fiction import Page, mirror, pages

NEW_ARTICLE = """<li class="opened" data-a="{repealed}"><article class="js-child list-article-consommation">
<div data-a="{repealed}"><div><h2 class="name-article{abrogated}" data-anchor="{id}"><a href="/codes/article_lc/{id}">
  Article {number}{said}</a></h2><p class="date"><a href="/loda/id/1">Modifié par Décret n°2024-12 du 1 mars 2024
- art. 2<br/></a></p></div><div class="content">{body}</div>{note}<div class="tabs-secondary"><button data-textecid=
"LEGITEXT000000000001" data-articlecid="C{id}" data-articleid="{id}" data-num="{number}" data-abrogated="{repealed}">
Versions</button></div></div></article></li>"""
NEW_PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"/><title>{title} - Légifrance</title>
<script>var a = "<h2 class='name-article'>Article 99</h2>";</script></head><body class="code-consommation">
<nav><ul><li><a class="articleLink" href="#{first}">Article L1</a></li></ul></nav>
<main><div class="main-title">{title}</div><div class="vigor-title">Version en vigueur au 3 mars 2031</div>
<div id="conteneurSommaire"><ul><li><span class="title-link" id="LEGISCTA000000000001">Livre Ier : Du sable (Articles L1
à L9)</span></li></ul></div><ul id="liste-article-noeud">{articles}</ul></main>
<div class="content">Votre avis</div><footer>Mentions légales</footer></body></html>"""
OLD_ARTICLE = """<a id="{id}"> </a><div class="article"><div class="titreArt"> Article {number}
<a href="affichCodeArticle.do;jsessionid=1?idArticle={id}&amp;cidTexte=LEGITEXT000000000001&amp;dateTexte=20310303">
En savoir plus sur cet article...</a></div><div class="histoArt"><ul>
<li>Créé par <a class="liensArtResolu" href="/a">Loi n°2020-3 du 4 janvier 2020 - art. 7</a></li>
<li>Modifié par <span>Loi 1927-08-10 art. 13</span></li></ul></div><div class="corpsArt">{body}</div>{note}</div>"""
OLD_PAGE = """\n\n\n<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html lang="en"><head>
<title>{title} | Legifrance</title></head><body><div class="data"><p><strong>Chemin :</strong></p><div>
<a href="affichCode.do?cidTexte=LEGITEXT000000000001">{title}</a><br/></div>
<div class="titreSection">Livre Ier : Du sable</div>
{articles}<div id="footer"><a href="/Aide">Aide générale</a></div></div></body></html>"""
TITLES = {
    "code-des-moulins-et-des-horloges": "Code des moulins et des horloges",
    "code-des-sabliers": "Code des sabliers",
}


def article(form: str, page: Page, count: int, *, repealed: bool = False) -> str:
    body, _, note = page.body.partition("<i>NOTA")
    name = "nota" if form is NEW_ARTICLE else "notaArt"
    values = {
        "id": f"LEGIARTI{count + 100:012}",
        "number": page.number,
        "body": body,
        "note": f'<div class="{name}">NOTA{note.replace("</i>", "")}</div>' if note else "",
        "repealed": str(repealed).lower(),
        "abrogated": " abrogated" if repealed else "",
        "said": " (abrogé)" if repealed else "",
    }
    return form.format(**values)


def section(form: str, whole: str, articles: Sequence[Page], title: str = "Code des sabliers", **values: Any) -> str:
    made = "".join(article(form, page, count, **values) for count, page in enumerate(articles))
    return whole.format(title=title, first="LEGIARTI000000000100", articles=made)


def read(text: str | bytes) -> tuple[Article, ...]:
    (document,) = read_bytes(text.encode() if isinstance(text, str) else text, "page.html").documents
    return tokenize(document).articles


def reason(text: str) -> str:
    refusal = read_bytes(text.encode(), "page.html").refusal
    assert refusal is not None
    return refusal.reason


SAND = Page(
    "code-des-sabliers", (), "L1", "<p>Le sable <b>coule</b> :</p><p/>1° Le jour ;<br/>2° La nuit.<i>NOTA: Rien.</i>"
)
GRAIN = Page("code-des-sabliers", (), "L2", "<p>Selon <a href='/l1'>l'article L. 1</a>.</p>")
FORMS = {"new": (NEW_ARTICLE, NEW_PAGE), "old": (OLD_ARTICLE, OLD_PAGE)}


@pytest.mark.parametrize("form", FORMS)
def test_a_section(form: str) -> None:
    first, second = read(section(*FORMS[form], [SAND, GRAIN]))
    assert (first.id, second.id) == ("code-des-sabliers/l1", "code-des-sabliers/l2")
    assert first.heading == "Article L1"
    assert first.text == "Le sable coule :\n1° Le jour ;\n2° La nuit."
    assert [note.text for note in first.notes] == ["NOTA: Rien."]
    assert first.consolidated_at == date(2031, 3, 3)
    assert [(d.kind, d.number, d.title) for d in first.divisions] == [("livre", "Ier", "Du sable")]
    assert first.ids["legiarti"] == "LEGIARTI000000000100"
    assert first.ids["legitext"] == "LEGITEXT000000000001"
    assert (second.links[0].href, second.links[0].span.slice) == ("/l1", slice(6, 20))


def test_facts_of_the_site_of_2020() -> None:
    (found,) = read(section(NEW_ARTICLE, NEW_PAGE, [SAND], repealed=True))
    assert found.state is ArticleState.REPEALED
    assert found.ids["cid"] == "CLEGIARTI000000000100"
    assert [(link.href, link.act, link.article) for link in found.links] == [("/loda/id/1", "decret:2024-12", "2")]


def test_facts_of_the_site_before() -> None:
    (found,) = read(section(OLD_ARTICLE, OLD_PAGE, [SAND]))
    assert [(link.href, link.act, link.article) for link in found.links] == [
        ("/a", "loi:2020-3", "7"),
        ("", "loi:1927-08-10", "13"),
    ]


def test_the_sections_of_a_page_are_divisions() -> None:
    page = section(NEW_ARTICLE, NEW_PAGE, [SAND, GRAIN])
    start, end = page.index("<li class"), page.index("</ul></main>")
    inner = f"<li><h3 class='title-link'>Titre II : Du grain (Articles L1 à L2)</h3><ul>{page[start:end]}</ul></li>"
    outer = f"<li><h2 class='title-link'>Livre Ier : Du sable (Articles L1 à L9)</h2><ul>{inner}</ul></li>"
    for found in read(page[:start] + outer + page[end:]):
        assert [(d.kind, d.number, d.title) for d in found.divisions] == [
            ("livre", "Ier", "Du sable"),
            ("titre", "II", "Du grain"),
        ]


def test_an_article_of_a_page_has_its_part_of_the_file() -> None:
    text = section(NEW_ARTICLE, NEW_PAGE, [SAND, GRAIN])
    first, second = read(text)
    start, end = second.source.byte
    assert b"Selon" in text.encode()[start:end]
    assert b"Le sable" not in text.encode()[start:end]
    assert first.source.byte.end == start
    assert second.source.line > first.source.line > 3


def test_a_page_of_one_article_has_its_dates() -> None:
    page = section(NEW_ARTICLE, NEW_PAGE, [SAND]).replace(
        '<p class="date">',
        '<h6 class="version-article">Version en vigueur du 01 mai 2001 au 03 juin 2005</h6><p class="date">',
    )
    (found,) = read(page)
    assert (found.valid_from, found.valid_to) == (date(2001, 5, 1), date(2005, 6, 3))


def test_a_law_of_the_journal_officiel() -> None:
    page = section(
        NEW_ARTICLE, NEW_PAGE, [Page("", (), "1", "<p>Le sable.</p>")], "LOI n° 2031-12 du 3 mars 2031 sur le sable"
    )
    page = (
        page.replace("LEGIARTI", "JORFARTI")
        .replace("LEGITEXT", "JORFTEXT")
        .replace("<main>", "<main>NOR : ECOX3100012L")
    )
    (found,) = read(page)
    assert found.id == "loi:2031-12/1"
    assert (found.ids["jorfarti"], found.ids["nor"]) == ("JORFARTI000000000100", "ECOX3100012L")
    assert found.state is ArticleState.UNKNOWN


def test_a_notice_of_the_journal_officiel_without_headings() -> None:
    (found,) = read(
        "<!DOCTYPE html><html><body><div class='enteteTexte'>JORF n°13<br/><strong>Arrêté du 12 janvier 2031 sur le "
        "sable</strong><br/> NOR: <span>ECOX3100013A</span></div><div><a id='JORFARTI000000000001'> </a>"
        "<div class='article'><p>Le sable est interdit.</p></div></div></body></html>"
    )
    assert (found.act, found.text, found.number) == ("arrete:2031-01-12", "Le sable est interdit.", None)
    assert found.ids == {"jorfarti": "JORFARTI000000000001", "nor": "ECOX3100013A"}


JOURNAL = """<div class="data"><h3>Sur ce texte</h3><div class="enteteTexte"><span>JORF n°7 du 3 mars 2031</span><br/>
<strong>Arrêté du 1er mars 2031 fixant le prix du sable</strong><br/>NOR: <span>ECOX3100014A</span></div>
<div><p>Le ministre des sabliers,<br/>Vu le <a href="/c">code des sabliers</a>,<br/>Arrête :</p></div>
<div>{articles}</div><div><p>Fait le 1er mars 2031.</p><p>A. Meunier</p></div>
<a href="/rtf">Télécharger le document</a></div>"""
PRICE = """<a id="JORFARTI000000000001"> </a><div class="article"><div class="titreArt">Article 1</div><p>
<br>Le prix du sable est fixé en annexe.</p>Il est net.<ul><li>Par grain.</li></ul></div>"""
CLOSING = """<a id="JORFARTI000000000002"> </a><div class="article"><div class="titreArt">Article 2</div>
<p>Le directeur du sable est chargé du présent arrêté.</p></div>"""
ANNEX = """<ul><li><div class="titreSection">{title}</div><a id="JORFARTI000000000003"> </a><div class="article">
<p>Prix du sable</p><table><tr><td>Fin</td><td>3 euros</td></tr></table></div>{more}</li></ul>"""


def loaded(text: str, path: Path) -> cpp_corpus.Corpus:
    path.write_text(text, encoding="utf-8")
    return cpp_corpus.load(path)


def test_an_order_of_the_journal_whose_articles_mark_no_text(tmp_path: Path) -> None:
    page = JOURNAL.format(articles=PRICE + CLOSING + ANNEX.format(title="Annexe ", more=""))
    corpus = loaded(page, tmp_path / "a.html")
    one, two, annex = corpus.articles
    assert [each.id for each in corpus] == [f"arrete:2031-03-01/{name}" for name in ("1", "2", "annexe")]
    assert one.text == "Le prix du sable est fixé en annexe.\nIl est net.\nPar grain."
    assert two.text == "Le directeur du sable est chargé du présent arrêté."
    assert (annex.heading, annex.text) == ("Annexe", "Prix du sable\nFin\t3 euros")
    assert [each.divisions for each in corpus] == [(), (), ()]
    assert {each.state for each in corpus} == {ArticleState.UNKNOWN}
    assert [each.ids["jorfarti"][-1] for each in corpus] == ["1", "2", "3"]
    assert len(annex.tables) == 1
    assert corpus.findings == ()


def test_each_word_of_a_page_is_in_a_record_or_left_over(tmp_path: Path) -> None:
    more = '<div class="article"><p>Suite.</p></div>'
    for page in (
        JOURNAL.format(articles=PRICE + CLOSING + ANNEX.format(title="Annexe", more=more)),
        JOURNAL.format(articles=f"<p>Préambule.</p>{CLOSING}<p>Entre deux.</p>{PRICE}<p>Fin.</p>"),
        section(OLD_ARTICLE, OLD_PAGE, [SAND, GRAIN]),
    ):
        corpus = loaded(page, tmp_path / "a.html")
        records = [(a.heading or "", a.text, *(note.text for note in a.notes)) for a in corpus]
        found = "".join((*corpus.leftovers, *(words for record in records for words in record)))
        body = html.document_fromstring(page.strip()).find("body")
        assert body is not None
        printed = "".join(map(str, body.itertext())).replace("En savoir plus sur cet article...", "")
        assert Counter(filter(str.isalnum, found)) == Counter(filter(str.isalnum, printed))


def test_the_titles_of_divisions_stand_above_their_articles_only(tmp_path: Path) -> None:
    inner = f'<ul><li><div class="titreSection">Chapitre II : Du grain</div>{CLOSING}</li></ul>'
    page = JOURNAL.format(
        articles=f'{PRICE}<ul><li><div class="titreSection">Titre Ier : Du prix</div>{inner}</li></ul>'
        + ANNEX.format(title="Annexe II", more='<div class="article"><p>Suite.</p></div>')
    )
    one, two, annex, more = loaded(page, tmp_path / "a.html").articles
    assert one.divisions == ()
    assert [(each.kind, each.title) for each in two.divisions] == [("titre", "Du prix"), ("chapitre", "Du grain")]
    assert (annex.id, annex.divisions) == ("arrete:2031-03-01/annexe-ii", ())
    assert (more.heading, more.text, [each.kind for each in more.divisions]) == (None, "Suite.", ["annexe"])


def test_an_article_of_the_site_of_2020_may_have_no_heading(tmp_path: Path) -> None:
    annex = "<article><div class='content'><p>Annexe</p><p>Prix du sable</p></div><button>Versions</button></article>"
    page = section(NEW_ARTICLE, NEW_PAGE, [SAND, GRAIN]).replace("</ul></main>", f"<li>{annex}</li></ul></main>")
    corpus = loaded(page, tmp_path / "a.html")
    assert [each.id for each in corpus] == [f"code-des-sabliers/{name}" for name in ("l1", "l2", "annexe")]
    assert corpus.articles[2].text == "Prix du sable"
    assert "Votre avis" in corpus.leftovers


def test_an_article_without_words_is_a_finding(tmp_path: Path) -> None:
    page = JOURNAL.format(articles=PRICE + '<div class="article"><div class="titreArt">Article 2</div></div>')
    (finding,) = loaded(page, tmp_path / "a.html").findings
    assert (finding.code, finding.article) == ("truncated-page", "arrete:2031-03-01/2")


@pytest.mark.parametrize("form", FORMS)
def test_a_page_has_the_same_articles_as_the_mirror(form: str) -> None:
    wanted = [
        page for page in pages() if "'Code de l'" not in page.body and " <" not in page.body and page.act in TITLES
    ]
    compared = 0
    for act, title in TITLES.items():
        of_act = [page for page in wanted if page.act == act]
        found = read(section(*FORMS[form], of_act, title))
        for ours, page in zip(found, of_act, strict=True):
            theirs = next(a for a in mirror() if a.act == act and a.heading == f"Article {page.number}")
            if theirs.text and len([a for a in mirror() if a.id.startswith(theirs.id)]) == 1:
                assert (ours.act, str(ours.number)) == (act, str(theirs.number))
                assert ours.text.split() == theirs.text.split()
                assert [note.text.split() for note in ours.notes] == [note.text.split() for note in theirs.notes]
                assert [len(table.rows) for table in ours.tables] == [len(table.rows) for table in theirs.tables]
                compared += 1
    assert compared == 25


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_the_encoding_is_that_of_the_bytes(encoding: str) -> None:
    page = section(NEW_ARTICLE, NEW_PAGE, [Page("", (), "L1", "<p>L'été, le sable dort.</p>")])
    assert (
        read(page.replace('charset="utf-8"', 'charset="iso-8859-5"').encode(encoding))[0].text
        == "L'été, le sable dort."
    )


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            '<html><body class="code-consommation"><a class="articleLink" data-na="L1">Article L1</a></body></html>',
            "a table",
        ),
        (
            '<html><body><span class="TM1Code">Titre Ier</span><span class="codeLienArt">(Articles 1 à 6)</span>',
            "a table",
        ),
        ('<html><title>Liste - Légifrance</title><body class="page-recherche"><p>Codes', "a search page"),
        ("<html><title>Liste - Légifrance</title><body><p>Recherche</p><p>Codes", "a search page"),
        (
            '<html><title>Projet - Légifrance</title><body class="dossier-legislatif"><p>Projet',
            "a page of Légifrance on a bill",
        ),
        ("<html><title>Aide - Légifrance</title><body><p>Aide", "a page of Légifrance without articles"),
        (
            "<html><title>Codes - Légifrance</title><body><p><a href='/a'>Article 2</a><p>Le meunier compte les",
            "a list of Légifrance that links its articles",
        ),
        ("<!DOCTYPE html><html><body><p>Le vent.", "HTML"),
    ],
)
def test_pages_without_articles_are_refused(page: str, expected: str) -> None:
    assert reason(page).startswith(expected)


OWN = (
    "<html><head><title>Article 9 - Code des sabliers - Légifrance</title></head><body><h1>Code des sabliers</h1>"
    "{above}<h2>{heading}</h2><div class=content><p>Le meunier compte les navets.{below}</div></body></html>"
)


@pytest.mark.parametrize("below", ["", "<p><a href='https://www.legifrance.gouv.fr/'>Source</a>"])
def test_the_page_of_a_person_named_as_those_of_the_site_is_read(below: str) -> None:
    (found,) = read(OWN.format(above="", heading="Article 9", below=below))
    assert found.id == "code-des-sabliers/9"
    assert found.text.startswith("Le meunier compte les navets.")


@pytest.mark.parametrize(
    ("above", "heading", "title"),
    [
        ("<form><input name=q></form>", "Article 9", "Article 9"),
        ("", "<a href='/codes/id/LEGIARTI000000000009'>Article 9</a>", "Article 9"),
        ("", "Article 9", "Résultats de la recherche"),
        ("<a class='articleLink' href='#a'>Article 8</a>", "Article 9", "Article 9"),
        ("", "Navets", "Article 9"),
    ],
)
def test_lists_and_searches_of_the_site_are_refused(above: str, heading: str, title: str) -> None:
    page = OWN.format(above=above, heading=heading, below="").replace("<title>Article 9", f"<title>{title}")
    assert "Légifrance" in reason(page)


MARKUPS = {
    "strong": "<p><strong>{}</strong></p><p>{}</p>",
    "class": "<p class='titre'>{}</p><p>{}</p>",
    "boxes": "<div class='article'><div class='article-title'>{}</div><div><p>{}</p></div></div>",
    "terms": "<dl><dt>{}</dt><dd>{}</dd></dl>",
    "font": "<p><font size=4><u>{}</u></font><br>{}</p>",
    "list": "<ul><li><b>{}</b><p>{}</p></li></ul>",
    "span": "<section><span>{}</span><p>{}</p></section>",
    "rows": "<table>{rows}</table>",
}
NAVETS = {"Article 1er": "Le meunier compte les navets.", "Article 2": "Il les pèse le soir, devant le moulin."}


@pytest.mark.parametrize("title", ["Décret n° 2031-8 du 2 mai 2031 sur les navets", "Moulins"])
@pytest.mark.parametrize("markup", MARKUPS)
def test_headings_in_any_markup_are_read_on_a_page_named_as_those_of_the_site(markup: str, title: str) -> None:
    body = "".join(MARKUPS[markup].format(*article, rows="") for article in NAVETS.items())
    if markup == "rows":
        rows = "".join(f"<tr><td>{heading}<td>{words}" for heading, words in NAVETS.items())
        body = MARKUPS[markup].format(rows=rows)
    above = "" if title.startswith("Décret") else "<p>Décret n° 2031-8 du 2 mai 2031 sur les navets</p>"
    page = f"<html><head><title>{title} - Légifrance</title></head><body>{above}{body}</body></html>"
    found = read(page)
    assert [a.id for a in found] == ["decret:2031-8/1", "decret:2031-8/2"]
    assert [a.text for a in found] == [*NAVETS.values()]


@pytest.mark.parametrize("heading", ["<p><b>Article L1-{}</b></p>", "<h3>Article L1-{}</h3>"])
@pytest.mark.parametrize("box", ["<div id='footer'>", "<div role='contentinfo'>", "<div id=Navigation>", "<footer>"])
def test_what_stands_beside_the_text_by_role_or_identifier_is_no_word_of_law(heading: str, box: str) -> None:
    body = "".join(f"{heading.format(at)}<p>{words}</p>" for at, words in enumerate(NAVETS.values(), 1))
    found = read(f"<!DOCTYPE html><html><body><h1>Code des sabliers</h1>{body}{box}Plan du site</div></body></html>")
    assert [(a.id, a.text) for a in found] == [
        (f"code-des-sabliers/l1-{at}", words) for at, words in enumerate(NAVETS.values(), 1)
    ]


def test_a_page_saved_by_a_word_processor_has_entities_in_its_headings() -> None:
    body = "".join(f"<p><b>Article&nbsp;L.&#160;1-{at}</b></p><p>{each}" for at, each in enumerate(NAVETS.values(), 1))
    found = read(f"<html><head><title>Sabliers</title></head><body><p>Code des sabliers</p>{body}</body></html>")
    assert [a.id for a in found] == ["code-des-sabliers/l1-1", "code-des-sabliers/l1-2"]


def test_a_table_of_one_cell_a_row_only_places_its_articles() -> None:
    rows = "".join(f"<tr><td><p>{heading}</p><p>{words}</p></td></tr>" for heading, words in NAVETS.items())
    title = "Arrêté du 4 mai 2031 fixant le prix des navets"
    found = read(f"<html><head><title>A</title></head><body><h2>{title}</h2><table>{rows}</table></body></html>")
    assert [(a.id, a.text) for a in found] == [
        ("arrete:2031-05-04/1", NAVETS["Article 1er"]),
        ("arrete:2031-05-04/2", NAVETS["Article 2"]),
    ]


@pytest.mark.parametrize("heading", ["<h2>Article {}</h2>", "<p><b>Article {}</b></p>"])
@pytest.mark.parametrize(
    "unseen",
    [
        "<del>Les navets.</del>",
        "<p><del>Les <b>navets</b>.</del></p>",
        "<p hidden>Les navets.</p>",
        '<p style="display:none">Les navets.</p>',
        "<div style='color: red; Display : None;'><p>Les navets.</p></div>",
        "<p style='visibility:hidden'>Les navets.</p>",
    ],
)
def test_what_is_deleted_or_hidden_is_no_word_of_law(heading: str, unseen: str) -> None:
    page = (
        f"<html><body><h1>Code des sabliers</h1>{heading.format(1)}<p>Le meunier <del>mange</del><ins>dort</ins>.</p>"
        f"{unseen}{heading.format(2)}<p style='display:block'>Le sable tombe.</p></body></html>"
    )
    (document,) = read_bytes(page.encode(), "page.html").documents
    made = tokenize(document)
    assert [article.text for article in made.articles] == ["Le meunier dort.", "Le sable tombe."]
    assert {"mange", "Les navets."} <= set(made.leftovers)


def test_html_of_other_sites_is_read_as_text() -> None:
    first, second = read(
        "<html><body><h1>Code des sabliers</h1><h2>Titre Ier : Du sable</h2><h3>Article 1</h3><p>Le sable<br>coule.</p>"
        "<table><tr><td>Grain<td>Prix</table><h3>Article 2</h3><ul><li>Le jour ;<li>La recherche.</ul></body></html>"
    )
    assert (first.id, second.id) == ("code-des-sabliers/1", "code-des-sabliers/2")
    assert first.text == "Le sable\ncoule.\nGrain\tPrix"
    assert len(first.tables) == 1
    assert second.text.split("\n") == ["• Le jour ;", "• La recherche."]


def test_a_page_with_a_menu_and_a_list_in_an_article_is_no_flat_dump() -> None:
    first, second = read(
        "<nav><ul><li>Accueil</li></ul></nav><h1>Code des sabliers</h1><h3>Article L1</h3><p>Le sable est compté :</p>"
        "<ul><li>Par la commune ;</li></ul><h3>Article L2</h3><p>Le sable coule.</p>"
    )
    assert (first.id, first.text) == ("code-des-sabliers/l1", "Le sable est compté :\n• Par la commune ;")
    assert (second.id, second.text) == ("code-des-sabliers/l2", "Le sable coule.")


@pytest.mark.parametrize("heading", ["Article {}", "Art. {}. – Du sable", "Article {} - Du sable"])
def test_a_page_with_headings_of_any_form_is_no_flat_dump(heading: str) -> None:
    page = (
        f"<h1>Code des sabliers</h1><h3>{heading.format('L1')}</h3><p>Le sable :</p><ul><li>fin ;<li>gros.</ul>"
        f"<h3>{heading.format('L2')}</h3><p>Le verre.</p><h3>{heading.format('L3')}</h3><p>La roue.</p>"
    )
    result = read_bytes(page.encode(), "page.html")
    found = [article.id for document in result.documents for article in tokenize(document).articles]
    assert found in ([], [f"code-des-sabliers/l{at}" for at in (1, 2, 3)])


def test_articles_in_a_list_without_headings_are_a_flat_dump() -> None:
    found = read(
        "<h1>Code des sabliers</h1><p>Version en vigueur au 1 mars 2031</p><ul><li>Le sable coule.<p>Il est fin.</p>"
        "</li><li>Le sablier est en verre.</li></ul>"
    )
    assert [article.text for article in found] == ["Le sable coule.\nIl est fin.", "Le sablier est en verre."]


NOTED = "<h1>Code des sabliers</h1><h3>Article 1</h3><p>{}</p><h3 id='a2'>Article 2</h3><p>Il dort.</p>{}"


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("Le sable coule<sup><a href='#n1'>1</a></sup>.", "<ol><li id='n1'>Voir la loi.</li></ol>"),
        ("Le sable coule<a href='#n1'><sup>[1]</sup></a>.", "<p><a id='n1'>[1]</a> Voir la loi.</p>"),
        ("Le sable coule<sup>1</sup>.", "<hr><p><sup>1</sup> Voir la loi.</p>"),
    ],
)
def test_footnotes_are_left_over_and_their_calls_are_no_words(words: str, note: str) -> None:
    page = NOTED.format(words, note)
    first, second = read(page)
    assert (first.text, second.text) == ("Le sable coule.", "Il dort.")
    (document,) = read_bytes(page.encode(), "page.html").documents
    assert "Voir la loi." in "".join(block.text for draft in document.drafts for block in draft.blocks)


@pytest.mark.parametrize(
    ("words", "note", "expected"),
    [
        ("Il a 3 cm<sup>2</sup> et 9 m<sup>3</sup>.", "<p><sup>3</sup> Voir.</p>", "Il a 3 cm2 et 9 m3."),
        ("Le 1<sup>er</sup> jour.", "", "Le 1er jour."),
        ("Voir<sup><a href='#a2'>2</a></sup>.", "", "Voir2."),
        ("Le sable<sup>1</sup>.", "<p>1 Voir.</p>", "Le sable1."),
    ],
    ids=["units", "letters", "an article", "no note"],
)
def test_other_raised_letters_are_words(words: str, note: str, expected: str) -> None:
    assert read(NOTED.format(words, note))[0].text == expected


def test_cells_outside_a_row_are_lines() -> None:
    """As trafilatura writes tables in points of a list."""
    (article,) = read(
        "<html><body><h1>Code des sabliers</h1><h3>Article 1</h3><ul><li>Tarif :<td>Grain</td><td>Prix</td> fin.</ul>"
        "</body></html>"
    )
    assert " ".join(article.text.split()) == "• Tarif : Grain Prix fin."


def test_a_page_with_the_links_of_another_markup_is_refused() -> None:
    link = "[[article.do?id=1|En savoir plus]]"
    page = "".join(f"<div class='titreArt'>Article {at} {link}</div><p>Le vent {link}.</p>" for at in range(1, 5))
    refusal = read_bytes(f"<div>{page}</div>".encode(), "page.html").refusal
    assert refusal is not None
    assert refusal.reason.startswith("a text in the markup of Org")


def test_a_page_whose_markup_is_broken() -> None:
    deep = "<p>Le sable." + "<font>" * 3000 + "Il coule."
    found = read(section(NEW_ARTICLE, NEW_PAGE, [Page("", (), "L1", deep), GRAIN]))
    assert str(found[0].number) == "L1"
    assert "Le sable." in found[0].text


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000,
        "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY b '&a;&a;&a;'>]>&b;" * 100,
        "<!ENTITY e SYSTEM 'file:///etc/passwd'>&e;",
        "&#x110000;&#0;\0" * 1000,
        "<" * 100_000,
        "<p class='content'" * 20_000,
        "<!---->" * 20_000,
    ],
    ids=["deep", "entities", "external", "characters", "signs", "cut tags", "comments"],
)
@pytest.mark.parametrize("form", FORMS)
def test_hostile_pages(form: str, body: str) -> None:
    result = read_bytes(section(*FORMS[form], [Page("", (), "L1", body), GRAIN]).encode(), "page.html")
    assert bool(result.documents) != bool(result.refusal)
    assert "root:" not in "".join(block.text for document in result.documents for block in document.blocks)


def test_titles_inside_one_another_are_read_in_time() -> None:
    def read_nested(count: int) -> None:
        chain = "<a><div>vent " * 100 + "sable <i>coule</i> " * count
        read_bytes(OLD_PAGE.format(title="Code des sabliers", articles=chain).encode(), "page.html")

    assert is_linear(read_nested, 200)


def test_comments_before_a_page_are_searched_in_time() -> None:
    assert reason("<!---->" * 20_000).startswith("XML")


@pytest.mark.parametrize("form", FORMS)
def test_a_page_may_end_anywhere(form: str) -> None:
    data = section(*FORMS[form], [SAND, GRAIN]).encode()
    for end in range(0, len(data), 13):
        result = read_bytes(data[:end], "page.html")
        assert bool(result.documents) != bool(result.refusal)


def test_without_its_packages_a_page_is_refused_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(
        name: str,
        at: Mapping[str, object] | None = None,
        among: Mapping[str, object] | None = None,
        names: Sequence[str] = (),
        level: int = 0,
    ) -> object:
        if name.endswith("web_articles"):
            raise ImportError(name)
        return real(name, at, among, names, level)

    monkeypatch.setattr(builtins, "__import__", missing)
    refusal = read_bytes(section(NEW_ARTICLE, NEW_PAGE, [SAND]).encode(), "page.html").refusal
    assert refusal is not None
    assert "extra 'web'" in refusal.reason


@pytest.mark.shared
def test_the_same_section_of_both_sites(shared: Path) -> None:
    formats = shared / "data/formats"
    new = cpp_corpus.load(formats / "html_legifrance_2020/01_section_lc_CASF_annexes_2018-02-11__saved_2021-04.html")
    old = cpp_corpus.load(formats / "html_legifrance_old/01_affichCode_section_CASF_annexes_2018-02-11.html")
    assert (len(new), len(old)) == (43, 40)
    for theirs in old:
        ours = new[theirs.id]
        assert "".join(ours.text.split()) == "".join(theirs.text.split())
        assert ours.ids["legiarti"] == theirs.ids["legiarti"]
        assert ours.consolidated_at == theirs.consolidated_at == date(2018, 2, 11)


@pytest.mark.shared
def test_every_page_is_read_or_refused(shared: Path) -> None:
    read_pages = 0
    for folder in ("html_legifrance_2020", "html_legifrance_old"):
        for path in sorted((shared / "data/formats" / folder).glob("*.html")):
            result = read_file(path)
            assert bool(result.documents) != bool(result.refusal)
            read_pages += bool(result.documents)
    assert read_pages == 5


def test_a_heading_without_words_is_no_article() -> None:
    first, second = (article(OLD_ARTICLE, page, count) for count, page in enumerate([SAND, GRAIN]))
    empty = "<div class='titreArt'> <a href='/x'> </a></div>"
    (found, other) = read(OLD_PAGE.format(title="Code des sabliers", articles=f"{first}{empty}{second}"))
    assert (found.heading, other.heading) == ("Article L1", "Article L2")
    assert reason(OLD_PAGE.format(title="Code des sabliers", articles=empty))


def test_an_article_inside_another_is_not_part_of_it() -> None:
    """An article that is not closed would have all those behind it."""
    sand = Page("code-des-sabliers", (), "L1", "<p>Le sable coule.</p><p>Il dort.</p>")
    first, second, third = (article(OLD_ARTICLE, page, count) for count, page in enumerate([sand, GRAIN, SAND]))
    broken = first[: first.rindex("</div></div>")]
    found, other, last = read(OLD_PAGE.format(title="Code des sabliers", articles=f"{broken}{second}{third}"))
    assert found.text.startswith("Le sable coule.\nIl dort.")
    assert "Selon" not in found.text
    assert other.text == "Selon l'article L. 1."
    assert last.text.endswith("nuit.")


def test_a_heading_inside_its_own_heading_is_one_article() -> None:
    body = NEW_ARTICLE.format(
        id="LEGIARTI000000000001", number="1", said="", abrogated="", repealed="false", body="<p>Un.</p>", note=""
    )
    assert body.count("<h2") == body.count("</h2>") == 1
    body = body.replace("<h2", '<div class="name-article"><h2').replace("</h2>", "</h2></div>")
    page = f'<html><body><main><div class="main-title">Code des sabliers</div><ul>{body}</ul></main></body></html>'
    (found,) = read(page)
    assert found.text == "Un."


def test_lines_that_are_set_as_printed() -> None:
    body = "<p>Un\nmodèle :</p><pre>Nom : …\nFait à …</pre>"
    page = f"<div class='titreArt'>Article 3</div><div class='corpsArt'>{body}</div>"
    (document,) = read_bytes(f"<html><body>{page}</body></html>".encode(), "a.html").documents
    (article,) = tokenize(document).articles
    assert article.text.split("\n") == ["Un modèle :", "Nom : …", "Fait à …"]


def test_words_around_the_text_are_leftovers() -> None:
    page = b"""<html><body><nav>Accueil</nav><h1>Code des sabliers</h1><h2>Article 1</h2><p>Le sable coule.</p>
<details><summary>Voir</summary>Le verre est rond.</details><h2>Article 2</h2><p>Le verre dure.</p><p hidden>rien</p>
<aside>Une annonce</aside><article><h2>Article 3</h2><footer>Le gardien dort.</footer></article>
<nav>Suivant</nav><footer>Contact</footer></body></html>"""
    (document,) = read_bytes(page, "page.html").documents
    made = tokenize(document)
    words = [article.text for article in made.articles]
    assert words == ["Le sable coule.\nVoir\nLe verre est rond.", "Le verre dure.", "Le gardien dort."]
    assert made.leftovers == ("Accueil", "Code des sabliers", "rien", "Une annonce", "Suivant", "Contact")

"""XML of the DILA: articles with their facts, files of structure, files that are no law, hostile files."""

from __future__ import annotations

import gzip
import io
import re
import sys
import tarfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from lxml import etree

import cpp_corpus
from cpp_corpus import Article, Corpus, InputError
from cpp_corpus.ingest import dila_xml, read_bytes
from cpp_corpus.pipeline.batch import normalize
from tests.ingest.fiction import Page, check_same, pages, titled

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SABLIERS = "LEGITEXT000099000002"


def content(html: str) -> str:
    """HTML as the content of an element: as XML where it is well-formed, else escaped."""
    try:
        etree.fromstring(f"<p>{html}</p>")
    except etree.XMLSyntaxError:
        return escape(html)
    return html


def element(  # what an article has
    body: str,
    number: str = "L1",
    *,
    name: str = "LEGIARTI000099000001",
    state: str = "VIGUEUR",
    start: str = "2010-01-01",
    end: str = "2999-01-01",
    context: str | None = None,
    note: str = "",
    more: str = "",
) -> str:
    if context is None:
        context = texte("Code des sabliers", SABLIERS, "CODE")
    return (
        f"{HEAD}<ARTICLE>\n<META><META_COMMUN><ID>{name}</ID><ANCIEN_ID/><ORIGINE>LEGI</ORIGINE></META_COMMUN>"
        f"<META_SPEC><META_ARTICLE><NUM>{escape(number)}</NUM><ETAT>{state}</ETAT><DATE_DEBUT>{start}</DATE_DEBUT>"
        f"<DATE_FIN>{end}</DATE_FIN><TYPE>AUTONOME</TYPE></META_ARTICLE></META_SPEC></META>\n"
        f"<CONTEXTE>{context}</CONTEXTE>\n<NOTA><CONTENU>{note}</CONTENU></NOTA>\n"
        f"<BLOC_TEXTUEL>\n<CONTENU>\n{body}\n</CONTENU>\n</BLOC_TEXTUEL>\n{more}</ARTICLE>\n"
    )


def texte(title: str, name: str, nature: str, inside: str = "", **more: str) -> str:
    attributes = "".join(f" {key}={quoteattr(value)}" for key, value in more.items())
    return (
        f'<TEXTE cid="{name}" nature="{nature}"{attributes}><TITRE_TXT c_titre_court={quoteattr(title)} '
        f'debut="1990-01-01" fin="2999-01-01" id_txt="{name}">{escape(title)}</TITRE_TXT>{inside}</TEXTE>'
    )


def levels(*titles: str) -> str:
    """Divisions, each inside the one before."""
    inside = ""
    for count, title in reversed(list(enumerate(titles, 1))):
        head = f'<TITRE_TM debut="1990-01-01" fin="2999-01-01" id="LEGISCTA{count:012}">{escape(title)}</TITRE_TM>'
        inside = f"<TM>{head}{inside}</TM>"
    return inside


def file_of(page: Page, count: int) -> str:
    context = texte(
        titled(page.act), f"LEGITEXT{len(page.act):012}", "CODE", levels(*(titled(each) for each in page.folders))
    )
    return element(content(page.body), page.number, name=f"LEGIARTI{count:012}", context=context)


def load(folder: Path, *files: str | bytes) -> Corpus:
    for count, each in enumerate(files):
        (folder / f"{count}.xml").write_bytes(each if isinstance(each, bytes) else each.encode())
    return cpp_corpus.load(folder)


def one(folder: Path, file: str | bytes) -> Article:
    (article,) = load(folder, file)
    return article


def test_the_articles_are_those_of_the_pages(tmp_path: Path) -> None:
    corpus = load(tmp_path, *(file_of(page, count) for count, page in enumerate(pages())))
    check_same(corpus)
    assert {finding.code for finding in corpus.findings} == {"repeated-version", "fact-disagreement"}
    (article,) = {finding.article for finding in corpus.findings if finding.code == "fact-disagreement"}
    assert article == "code-des-moulins-et-des-horloges/l121-4"  # its only words are that it is repealed


def test_an_archive_has_the_same_articles(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for count, page in enumerate(pages()):
            data = file_of(page, count).encode()
            info = tarfile.TarInfo(f"legi/article/LEGI/ARTI/{count}.xml")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    (tmp_path / "legi.tar.gz").write_bytes(out.getvalue())
    check_same(cpp_corpus.load(tmp_path / "legi.tar.gz", jobs=2))


def test_the_facts_of_an_article(tmp_path: Path) -> None:
    context = texte("Code des sabliers", SABLIERS, "CODE", levels("Livre Ier : Du sable", "Section 2 : Du grain"))
    article = one(
        tmp_path, element("<p>Le sable coule.</p>", "R*12-3 bis", context=context, note="<p>NOTA : Neuf.</p>")
    )
    assert (article.id, str(article.number), article.text) == (
        "code-des-sabliers/r12-3-bis",
        "R*12-3 bis",
        "Le sable coule.",
    )
    assert (article.state, str(article.valid_from), article.valid_to) == ("in_force", "2010-01-01", None)
    assert [(each.kind, each.number, each.title) for each in article.divisions] == [
        ("livre", "Ier", "Du sable"),
        ("section", "2", "Du grain"),
    ]
    assert [note.text for note in article.notes] == ["NOTA : Neuf."]
    assert article.ids == {
        "legiarti": "LEGIARTI000099000001",
        "legitext": SABLIERS,
        "legiscta": "LEGISCTA000000000002",
    }
    assert article.source.format == "dila-xml"


@pytest.mark.parametrize(
    ("state", "start", "end", "expected"),
    [
        ("VIGUEUR", "2010-01-01", "2999-01-01", ("in_force", "2010-01-01", "None")),
        ("ABROGE", "2010-01-01", "2015-07-01", ("repealed", "2010-01-01", "2015-07-01")),
        ("MODIFIE", "2010-01-01", "2015-07-01", ("repealed", "2010-01-01", "2015-07-01")),
        ("ABROGE_DIFF", "2010-01-01", "2222-02-22", ("in_force", "2010-01-01", "None")),
        ("VIGUEUR_DIFF", "2222-02-22", "2999-01-01", ("future", "None", "None")),
        ("MODIFIE_MORT_NE", "2015-07-01", "2015-01-01", ("repealed", "2015-07-01", "2015-01-01")),
        ("", "2999-01-01", "2999-01-01", ("unknown", "None", "None")),
    ],
)
def test_states_and_dates(state: str, start: str, end: str, expected: tuple[str, str, str], tmp_path: Path) -> None:
    article = one(tmp_path, element("<p>Le sable.</p>", state=state, start=start, end=end))
    assert (article.state, str(article.valid_from), str(article.valid_to)) == expected


def test_titles_are_those_of_the_first_day_of_the_version(tmp_path: Path) -> None:
    def title(kind: str, words: str, start: str, end: str, attribute: str) -> str:
        return f'<{kind} debut="{start}" fin="{end}" {attribute}>{words}</{kind}>'

    context = (
        f'<TEXTE cid="{SABLIERS}" nature="CODE">'
        + title("TITRE_TXT", "Code des sables", "1990-01-01", "2005-01-01", f'id_txt="{SABLIERS}"')
        + title("TITRE_TXT", "Code des sabliers", "2005-01-01", "2999-01-01", f'id_txt="{SABLIERS}"')
        + "<TM>"
        + title("TITRE_TM", "Titre Ier : Du sable fin", "2005-01-01", "2012-01-01", 'id="LEGISCTA000000000007"')
        + title("TITRE_TM", "Titre Ier : Du gravier", "2012-01-01", "2999-01-01", 'id="LEGISCTA000000000008"')
        + "</TM></TEXTE>"
    )
    found = {
        (article.act, article.divisions[0].title, article.ids["legiscta"][-1])
        for article in load(
            tmp_path,
            element("<p>Un.</p>", "1", start="2010-01-01", end="2012-01-01", context=context),
            element("<p>Deux.</p>", "2", start="2012-01-01", context=context),
            element("<p>Trois.</p>", "3", start="2000-01-01", end="2001-01-01", context=context),
        )
    }
    assert found == {
        ("code-des-sabliers", "Du sable fin", "7"),
        ("code-des-sabliers", "Du gravier", "8"),
        ("code-des-sables", "Du gravier", "8"),
    }


@pytest.mark.parametrize(
    ("context", "act"),
    [
        (texte("Code pénal", "LEGITEXT000006070719", "CODE"), "code-penal"),
        (texte("Loi n° 2099-12 du 3 mai 2099 sur le vent", "JORFTEXT000099000003", "LOI"), "loi:2099-12"),
        (texte("Loi sur le vent", "JORFTEXT000099000003", "LOI_ORGANIQUE", num="2099-12"), "loi:2099-12"),
        (texte("Arrêté du 3 mai 2099 sur le vent", "JORFTEXT000099000004", "ARRETE"), "arrete:2099-05-03"),
        (texte("Avis aux meuniers", "JORFTEXT000099000005", "AVIS"), "texte:JORFTEXT000099000005"),
        ("", None),
    ],
)
def test_acts(context: str, act: str | None, tmp_path: Path) -> None:
    assert one(tmp_path, element("<p>Le sable.</p>", context=context)).act == act


def test_the_act_of_the_folder_where_the_context_is_missing(tmp_path: Path) -> None:
    (tmp_path / "code-des-sabliers").mkdir()
    (tmp_path / "code-des-sabliers" / "1.xml").write_text(element("<p>Le sable.</p>", context=""), "utf-8")
    assert cpp_corpus.load(tmp_path).articles[0].act == "code-des-sabliers"


def test_all_versions_of_an_article(tmp_path: Path) -> None:
    corpus = load(
        tmp_path,
        element("<p>Un.</p>", start="2010-01-01", end="2012-01-01", state="MODIFIE", name="LEGIARTI000000000011"),
        element("<p>Deux.</p>", start="2012-01-01", name="LEGIARTI000000000012"),
    )
    assert [article.id for article in corpus] == ["code-des-sabliers/l1@2010-01-01", "code-des-sabliers/l1@2012-01-01"]
    assert [article.text for article in corpus.at("2011-06-30")] == ["Un."]
    assert corpus["LEGIARTI000000000012"].text == "Deux."
    assert corpus.findings == ()


def link(words: str, **attributes: str) -> str:
    said = {"sens": "source", "typelien": "CITATION", "id": "", "cidtexte": "", **attributes}
    return f"<LIEN {' '.join(f'{key}={quoteattr(value)}' for key, value in said.items())}>{escape(words)}</LIEN>"


def test_links_that_the_publisher_lists(tmp_path: Path) -> None:
    listed = (
        link(
            "Code des moulins - art. L2 (V)", id="LEGIARTI000000000002", num="L2", naturetexte="CODE", cidtexte=SABLIERS
        ),
        link(
            "Loi 2099-7 2099-05-03 JORF 4 mai 2099",
            cidtexte="JORFTEXT000000000007",
            naturetexte="LOI",
            numtexte="2099-7",
        ),
        link(
            "Arrêté 2099-05-03 art. 1",
            id="LEGIARTI000000000003",
            num="1",
            naturetexte="ARRETE",
            datesignatexte="2099-05-03",
            typelien="MODIFICATION",
        ),
        link("Rapport", id="JORFTEXT000000000009", naturetexte="RAPPORT", datesignatexte="2999-01-01"),
        link("Code des moulins - art. L9 (V)", id="LEGIARTI000000000009", num="L9", naturetexte="CODE", sens="cible"),
        link("Décret ancien"),
    )
    article = one(tmp_path, element("<p>Le sable.</p>", more=f"<LIENS>{''.join(listed)}</LIENS>"))
    assert [(each.href[-3:], each.act, each.article, each.kind) for each in article.links] == [
        ("002", "code-des-moulins", "l2", "CITATION"),
        ("007", "loi:2099-7", None, "CITATION"),
        ("003", "arrete:2099-05-03", "1", "MODIFICATION"),
        ("009", None, None, "CITATION"),
    ]
    assert article.links[0].title == "Code des moulins - art. L2 (V)"


@pytest.mark.parametrize(
    ("words", "cid", "act"),
    [
        ("Code des lunes - Annexe I (V)", "LEGITEXT000099000077", "code-des-lunes"),
        ("Code des lunes (Ab)", "LEGITEXT000099000077", "code-des-lunes"),
        ("CODE DES LUNES. - art. L9 (V)", "LEGITEXT000099000077", "code-des-lunes"),
        ("Livre des sables - art. L9", SABLIERS, "code-des-sabliers"),
        ("Livre des lunes - art. L9", "LEGITEXT000099000077", "texte:LEGITEXT000099000077"),
    ],
)
def test_codes_that_links_name(tmp_path: Path, words: str, cid: str, act: str) -> None:
    listed = link(words, id="LEGIARTI000000000002", num="L9", naturetexte="CODE", cidtexte=cid)
    (found,) = one(tmp_path, element("<p>Le sable.</p>", more=f"<LIENS>{listed}</LIENS>")).links
    assert found.act == act


def test_lines_that_are_set_as_printed(tmp_path: Path) -> None:
    article = one(tmp_path, element("<p>Modèle :</p>\n<pre>\nNom : …\nPrénom : …\n</pre>"))
    assert article.text.split("\n") == ["Modèle :", "Nom : …", "Prénom : …"]


def test_markup_that_is_not_html(tmp_path: Path) -> None:
    body = (
        "<P>Un <truc a='&gt;'>grain</truc><?pi x?><!-- rien -->.</P><TABLEAU><TR><TD>a</TD><TD>b</TD></TR></TABLEAU>"
        "<CLICHE>Deux &lt; trois &amp; &#233;t&#233;.</CLICHE><![CDATA[Quatre]]> cinq<BR/><sup>1</sup>six"
    )
    article = one(tmp_path, element(body))
    assert article.text.split("\n") == ["Un grain.", "a\tb", "Deux < trois & été.", "Quatre cinq", "¹six"]


def test_an_article_without_words_has_its_heading(tmp_path: Path) -> None:
    corpus = load(tmp_path, element("<br/>"))
    assert [(article.heading, article.text) for article in corpus] == [("L1", "")]


def test_a_namespace_changes_nothing(tmp_path: Path) -> None:
    file = element("<p>Le <b>sable</b>.</p>").replace("<ARTICLE>", '<ARTICLE xmlns="urn:sable">')
    found = one(tmp_path, file)
    assert (found.act, str(found.number), found.text) == ("code-des-sabliers", "L1", "Le sable.")
    (other,) = load(tmp_path, file[:-30]).articles
    assert (other.act, str(other.number), other.text) == ("code-des-sabliers", "L1", "Le sable.")


STRUCTURES = {
    "SECTION_TA": "<ID>LEGISCTA000000000001</ID><TITRE_TA>Section 1</TITRE_TA><STRUCTURE_TA/>",
    "TEXTELR": "<META><META_COMMUN><ID>LEGITEXT000000000001</ID></META_COMMUN></META><STRUCT/>",
    "TEXTE_VERSION": "<META/><VISAS><CONTENU><p>Vu le sable,</p></CONTENU></VISAS>",
}


def test_files_of_structure_are_read(tmp_path: Path) -> None:
    files = [f"{HEAD}<{root}>{inside}</{root}>" for root, inside in STRUCTURES.items()]
    corpus = load(tmp_path, element("<p>Le sable.</p>"), *files)
    assert (len(corpus), len(corpus.sources), corpus.unread, corpus.findings) == (1, 4, (), ())
    assert corpus.leftovers == ("Vu le sable,",)


def list_of(root: str, *articles: tuple[str, str]) -> str:
    inside = "".join(f'<LIEN_ART id="LEGIARTI{name}" num="{number}" etat="VIGUEUR"/>' for name, number in articles)
    if root == "TEXTELR":
        chronicle = f"<META_TEXTE_CHRONICLE><CID>{SABLIERS}</CID></META_TEXTE_CHRONICLE>"
        return f"{HEAD}<TEXTELR><META><META_SPEC>{chronicle}</META_SPEC></META><STRUCT>{inside}</STRUCT></TEXTELR>"
    context = f"<CONTEXTE>{texte('Code des sabliers', SABLIERS, 'CODE')}</CONTEXTE>"
    return f"{HEAD}<SECTION_TA><STRUCTURE_TA>{inside}</STRUCTURE_TA>{context}</SECTION_TA>"


LISTS = (
    list_of("TEXTELR", ("000099000001", "L1"), ("000099000002", "L2")),
    list_of("SECTION_TA", ("000099000002", "L2"), ("000099000003", ""), ("000099000004", "L4"), ("000099000005", "L5")),
)
MISSING = (
    "Code des sabliers: 4 listed articles were in no file that was read: L2 (LEGIARTI000099000002), "
    "LEGIARTI000099000003, L4 (LEGIARTI000099000004) …; give the whole archive if the text is to be whole."
)


def test_articles_that_are_listed_without_a_file_are_found(tmp_path: Path) -> None:
    corpus = load(tmp_path, element("<p>Le sable.</p>"), *LISTS)
    found = [finding for finding in corpus.findings if finding.code == "listed-without-file"]
    assert [(finding.message, finding.path) for finding in found] == [(MISSING, str(tmp_path / "1.xml"))]
    whole = [element("<p>Le sable.</p>", f"L{at}", name=f"LEGIARTI00009900000{at}") for at in range(1, 6)]
    assert load(tmp_path, *whole, *LISTS).findings == ()


def test_a_run_that_keeps_what_it_found_keeps_the_lists(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    load(folder, element("<p>Le sable.</p>"), *LISTS)
    first = normalize([folder], out)
    assert [finding.message for finding in first.examples["listed-without-file"]] == [MISSING]
    (folder / "9.xml").write_text(element("<p>Le vent.</p>", "L2", name="LEGIARTI000099000002"), "utf-8")
    second = normalize([folder], out)
    (finding,) = second.examples["listed-without-file"]
    assert finding.message.startswith("Code des sabliers: 3 listed articles were")
    assert [each.message for each in cpp_corpus.load(out).findings if each.code == finding.code] == [finding.message]


@pytest.mark.parametrize("root", ["TEXTE_JURI_JUDI", "TEXTE_JURI_CONSTIT", "TEXTE_CNIL", "IDCC", "JO"])
def test_what_is_no_article_of_an_act_is_refused(root: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="as XML of the DILA"):
        load(tmp_path, f"{HEAD}<{root}><META/></{root}>")


def test_an_article_of_the_journal_officiel(tmp_path: Path) -> None:
    context = texte("Loi n° 2099-12 du 3 mai 2099", "JORFTEXT000099000003", "LOI", nor="ABCX9912345L")
    file = element(
        "<p>Le sable.</p>", "1er", name="JORFARTI000099000001", state="", start="2999-01-01", context=context
    )
    article = one(tmp_path, file.replace("<ETAT></ETAT>", ""))
    assert (article.id, article.state, article.valid_from) == ("loi:2099-12/1", "unknown", None)
    assert article.ids == {
        "jorfarti": "JORFARTI000099000001",
        "jorftext": "JORFTEXT000099000003",
        "nor": "ABCX9912345L",
    }


def test_an_article_of_a_collective_agreement(tmp_path: Path) -> None:
    context = '<CONTENEUR cid="KALICONT000099000001" nature="IDCC" num="9999" titre="Sabliers"/>' + texte(
        "Annexe II : Salaires", "KALITEXT000099000001", "ANNEXE"
    )
    article = one(
        tmp_path, element("<p>Le sable.</p>", "3", name="KALIARTI000099000001", state="VIGUEUR_ETEN", context=context)
    )
    assert (article.id, article.state) == ("idcc:9999:KALITEXT000099000001/3", "in_force")
    assert [(each.kind, each.number, each.title) for each in article.divisions] == [("annexe", "II", "Salaires")]
    assert (article.ids["kalicont"], article.ids["kalitext"]) == ("KALICONT000099000001", "KALITEXT000099000001")
    base = element("<p>Le sable.</p>", "3", context=context.replace("Annexe II : Salaires", "Texte de base : Sabliers"))
    assert one(tmp_path, base).id == "idcc:9999/3"


def test_other_xml_is_not_read() -> None:
    for data in (b"<article><META/></article>", b"<ARTICLES/>", b"<!-- x --><html/>", b"<!DOCTYPE ARTICLE><b/>"):
        assert read_bytes(data, "x.xml").format is None


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Sésame", "utf-8")
    kind = f'<!DOCTYPE ARTICLE [<!ENTITY a0 "Le vent souffle."><!ENTITY s SYSTEM "{secret.as_uri()}">{BOMB}]>'
    file = element("<p>Avant &a11; &s; après.</p>").replace("<ARTICLE>", f"{kind}<ARTICLE>", 1)
    found = read_bytes(file.encode(), "x.xml")
    text = "".join(block.text for document in found.documents for block in document.blocks)
    assert len(text) < 100
    assert "Sésame" not in text
    assert text.startswith("Avant")


def test_a_dtd_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("it must not be fetched"))
    file = element("<p>Le sable.</p>").replace(
        "<ARTICLE>", '<!DOCTYPE ARTICLE SYSTEM "http://localhost:9/legi_article.dtd"><ARTICLE>', 1
    )
    assert len(read_bytes(file.encode(), "x.xml").documents[0].drafts) == 1


@pytest.mark.parametrize("tag", ["p", "TM", "b"])
def test_deep_nesting(tag: str) -> None:
    file = element(f"<{tag}>" * 100_000 + "x" + f"</{tag}>" * 100_000)
    found = read_bytes(file.encode(), "x.xml")
    assert found.refusal is not None or len(found.findings) == 1


def test_cut_at_any_byte() -> None:
    data = element("<p>Le sable d'été coule, selon l'article 2.</p><p>Il est fin.</p>").encode()
    for cut in range(len(data)):
        found = read_bytes(data[:cut], "x.xml")
        assert found.refusal is not None or 0 < len(found.findings) < 3 or cut >= len(data) - 1


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "utf-8-sig"])
def test_the_encoding_that_a_file_says_does_not_count(encoding: str) -> None:
    file = element("<p>L'été d'Œdipe.</p>").replace("UTF-8", "ISO-8859-15" if encoding == "utf-8" else "UTF-8")
    (document,) = read_bytes(file.encode(encoding), "x.xml").documents
    assert [block.text for block in document.blocks] == ["L'été d'Œdipe."]


def test_damage_is_a_finding(tmp_path: Path) -> None:
    corpus = load(tmp_path, element("<p>Le sable <b>coule.</p>"))
    assert [(str(each.code), each.line) for each in corpus.findings] == [("truncated-page", 8)]
    assert corpus.articles[0].text == "Le sable coule."


def test_one_long_line() -> None:
    body = "<p>" + "Le sable coule. " * 400_000 + "</p>"
    (document,) = read_bytes(element(body).encode(), "x.xml").documents
    assert len(document.blocks[0].text) > 6_000_000


def test_without_lxml_the_finding_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    dila_xml._etree.cache_clear()
    try:
        with pytest.raises(InputError, match="needs the extra 'xml'"):
            load(tmp_path, element("<p>Le sable.</p>"))
    finally:
        dila_xml._etree.cache_clear()


@pytest.mark.shared
def test_the_samples(shared: Path) -> None:
    folder = shared / "data" / "formats" / "dila_legi_xml"
    for path in sorted(folder.glob("*.xml")):
        corpus = cpp_corpus.load(path)
        assert len(corpus.sources) == 1
        assert len(corpus) == path.name.startswith("ARTICLE")
        assert [finding for finding in corpus.findings if finding.severity == "error"] == []
        for article in corpus:
            assert article.act is not None
            number = re.search(r"<NUM>(.*?)</NUM>", path.read_text("utf-8"))
            assert number is not None
            assert str(article.number) == number[1]
            words = "".join(
                filter(
                    str.isalnum,
                    "".join(
                        "".join(map(str, each.itertext()))
                        for each in etree.parse(path).iterfind("BLOC_TEXTUEL/CONTENU")
                    ),
                )
            )
            assert "".join(filter(str.isalnum, article.text)) == words


def test_gzip_of_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.xml.gz").write_bytes(gzip.compress(element("<p>Le sable.</p>").encode()))
    assert cpp_corpus.load(tmp_path / "a.xml.gz").articles[0].source.path.endswith("a.xml.gz/a.xml")

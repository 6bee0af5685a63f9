"""Markdown of all makers: whole codes, single pages, sources of Catala."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import Article, Corpus
from cpp_corpus.ingest import ADAPTERS, RawFile, read_bytes
from cpp_corpus.ingest.front_matter import read_front_matter
from cpp_corpus.ingest.path_acts import act_by_names
from cpp_corpus.model.article import ArticleState
from cpp_corpus.tokenizer import tokenize

FIXTURES = Path(__file__).parents[2] / "fixtures" / "markdown"
SECOND = "Tout sablier porte la marque de son fabricant et la durée de son écoulement, exprimée en minutes."
THIRD = [
    "La marque mentionnée à l'article 2 est apposée sur le verre.",
    "Les sabliers de moins de deux minutes en sont dispensés, sous réserve de l'article 1er.",
]


def load(name: str) -> Corpus:
    return cpp_corpus.load(FIXTURES / name)


def article(corpus: Corpus, number: str) -> Article:
    (found,) = [each for each in corpus.articles if str(each.number) == number]
    return found


def divisions(found: Article) -> list[tuple[str, str | None, str | None]]:
    return [(each.kind, each.number, each.title) for each in found.divisions]


@pytest.mark.parametrize(
    ("name", "number", "format_name"),
    [
        ("archeo-lex/code_des_sabliers.md", "3", "markdown-code"),
        ("pdf/code-des-sabliers/Du sable/Article 3.md", "3", "markdown-code"),
        ("setext/code-des-sabliers/Titre Ier/Article 3.md", "3", "setext-page"),
        ("catala/sabliers.catala_fr", "3", "catala"),
        ("archeo-lex/code_des_sabliers.md", "2", "markdown-code"),
        ("archeo-lex/index.md", "2", "markdown-code"),
        ("tricoteuses/article_2.md", "2", "tricoteuses-page"),
        ("catala/sabliers.catala_fr", "2", "catala"),
    ],
)
def test_the_same_article_of_each_maker(name: str, number: str, format_name: str) -> None:
    """Words, number, act and references are those of the page of the mirror."""
    corpus = load(name)
    found = article(corpus, number)
    mirror = cpp_corpus.load(FIXTURES.parent / "mirror")
    page = mirror[f"code-des-sabliers/{number}"]
    assert isinstance(page, Article)
    assert (found.act, found.number, found.text, found.source.format) == (page.act, page.number, page.text, format_name)
    mine, others = corpus.references_of(found), mirror.references_of(page)
    assert [(each.span, each.act, each.article) for each in mine if each.note is None] == [
        (each.span, each.act, each.article) for each in others
    ]


def test_a_whole_code() -> None:
    corpus = load("archeo-lex/code_des_sabliers.md")
    assert [each.id.partition("/")[2] for each in corpus] == ["1", "2", "3", "r4-1-a", "5"]
    third = article(corpus, "3")
    assert divisions(third) == [
        ("titre", "Ier", "Du sable"),
        ("chapitre", "II", "De la marque"),
        ("section", "unique", None),
    ]
    assert third.consolidated_at == date(2021, 3, 3)
    assert [(third.text[link.span.slice], link.href) for link in third.links] == [("2", "#article-2")]
    fourth = article(corpus, "R*4-1 A")
    assert [each.text for each in fourth.paragraphs] == [
        "Sont dispensés :",
        "1. Les sabliers de cuisine ;",
        "2. Les sabliers de théâtre.",
        "SABLIER\tDurée",
    ]
    assert len(fourth.tables) == 1
    fifth = article(corpus, "5")
    assert (fifth.state, divisions(fifth)) == (ArticleState.REPEALED, [("titre", "II", "Des redevances")])


def test_lines_outside_articles_are_left_over_and_found() -> None:
    corpus = load("archeo-lex/code_des_sabliers.md")
    assert corpus.leftovers[:3] == (
        "Code des sabliers",
        "- Date de consolidation : 3 mars 2021",
        "- [Lien permanent](https://example.org/affichCode.do?dateTexte=20210303)",
    )
    assert corpus.leftovers[-1] == "Article de blog"
    assert [(finding.code, finding.line) for finding in corpus.findings] == [("stray-line", 41)]


def test_a_page_of_tricoteuses_has_facts() -> None:
    found = article(load("tricoteuses/article_2.md"), "2")
    assert (found.state, found.valid_from, found.valid_to) == (ArticleState.IN_FORCE, date(2019, 5, 1), None)
    assert found.ids == {"legiarti": "LEGIARTI000000000002", "former": "SABLIERS0002"}
    assert [(link.act, link.article, link.span, link.kind) for link in found.links] == [
        ("code-des-moulins-et-des-horloges", "l112-3", (0, 0), "CITATION")
    ]
    assert found.text == SECOND


def test_a_page_of_tricoteuses_without_heading_is_the_article_of_its_front_matter() -> None:
    front = '---\nNuméro: "012"\nIdentifiant: LEGIARTI000000000002\nDate de début: 2019-05-01\n---\n'
    (document,) = read_bytes(f"{front}\nLe sable\ncoule.\n\nIl dort.\n".encode(), "a.md").documents
    (draft,) = document.drafts
    assert [block.text for block in draft.blocks] == ["Le sable coule.", "Il dort."]
    assert (str(draft.facts.number), draft.facts.valid_from) == ("012", date(2019, 5, 1))
    refusal = read_bytes(front.encode(), "a.md").refusal
    assert refusal is not None
    assert refusal.reason == "a page of Tricoteuses without the heading and the words of its article"


@pytest.mark.parametrize("heading", ["<h1>Article 12</h1>", "<H1 class='a'> Article  12 </H1>", "# Article 12"])
def test_a_page_of_tricoteuses_with_a_heading_in_html(heading: str) -> None:
    front = "---\nÉtat: VIGUEUR\nIdentifiant: LEGIARTI000000000002\nDate de début: 2019-05-01\n---\n"
    text = f"{front}\n{heading}\n\nLe vent est\nlibre.<br />\n\nIl souffle.\n\n<details>\n<h2>Liens</h2>\n</details>\n"
    (found,) = tokenize(read_bytes(text.encode(), "a.md").documents[0]).articles
    assert (str(found.number), found.text, found.heading) == ("12", "Le vent est libre.\nIl souffle.", "Article 12")


def test_a_page_of_tricoteuses_that_begins_with_another_heading_in_html() -> None:
    front = "---\nNuméro: 12\nIdentifiant: LEGIARTI000000000002\n---\n"
    text = f"{front}<h3>Du vent</h3>\n\nIl souffle."
    (found,) = tokenize(read_bytes(text.encode(), "a.md").documents[0]).articles
    assert (str(found.number), found.text) == ("12", "Du vent\nIl souffle.")


def test_a_state_that_its_dates_deny_is_found() -> None:
    page = (FIXTURES / "tricoteuses" / "article_2.md").read_bytes().replace(b"2999-01-01", b"2019-05-01")
    read = read_bytes(page, "article_2.md")
    assert [finding.code for finding in read.findings] == ["fact-disagreement"]
    assert read.documents[0].drafts[0].facts.state is ArticleState.REPEALED


def test_code_between_fences_is_not_law_in_catala() -> None:
    corpus = load("catala/sabliers.catala_fr")
    second, third, decree = corpus.articles
    assert second.text == SECOND
    assert [each.text for each in third.paragraphs] == THIRD
    assert [note.text[:6] for note in third.notes] == ["NOTA :"]
    assert (third.state, third.valid_from, third.valid_to) == (
        ArticleState.REPEALED,
        date(2019, 5, 1),
        date(2021, 8, 8),
    )
    assert third.ids == {"legiarti": "LEGIARTI000000000003"}
    assert (decree.id, decree.ids, decree.divisions) == (
        "decret:2019-9998/1",
        {"jorfarti": "JORFARTI000000000012"},
        (),
    )
    assert "définition durée égal à 3 min" in corpus.leftovers
    assert "> Inclusion: verre.catala_fr" in corpus.leftovers


def test_marks_are_no_words() -> None:
    (found,) = load("codes-en-vigueur").articles
    assert found.id == "code-des-moulins-et-des-horloges/r112-3"
    assert [each.text for each in found.paragraphs] == [
        "DÉLAIS D'INSTRUCTION & DE RÉPONSE",
        "Le préfet répond dans les deux mois. Il consulte :",
        "- le garde-moulin ;",
        "- le maire (**) ;",
        "La réponse mentionne l'article L. 112-3.",
        "Vent\tAiles & voiles",
        "##Annexe au tableau",
        "(**) Ou son adjoint.",
    ]


def test_pages_made_from_pdf() -> None:
    corpus = load("pdf/code-des-sabliers/Du sable/Article L12-.md")
    first, second = corpus.articles
    assert (first.number, first.heading, second.heading) == (None, "Article L12-", "Article L12-")
    assert first.text.split("\n") == [
        "Le premier sablier est de verre, au sens du 1° de l'article 2 :",
        "1° De verre blanc ;",
        "2° De verre brun.",
    ]
    assert second.text.split("\n") == ["Durée Prix", "3 10"]
    assert [finding.code for finding in corpus.findings] == ["unreadable-number"] * 2
    assert divisions(first) == [("division", None, "Du sable")]


def test_contents_are_refused_with_a_reason() -> None:
    with pytest.raises(cpp_corpus.InputError, match="a table of contents in Markdown"):
        load("tricoteuses/README.md")


@pytest.mark.parametrize(
    "text",
    [
        "# Article de blog\n\nLe vent.",
        "# Recettes\n\n## Article de blog\n\nLe vent.",
        "Article 12\n\nLe vent.",
        "Le vent\n----\nsouffle.",
        "---\ntitle: Du vent\n---\n\nLe vent.",
        "| Article 12 | LEGIARTI000000000001 |",
    ],
)
def test_what_is_no_law(text: str) -> None:
    assert read_bytes(text.encode(), "x.md").refusal is not None


@pytest.mark.parametrize("path", sorted(FIXTURES.rglob("*.*")), ids=lambda path: path.name)
def test_formats_exclude_each_other(path: Path) -> None:
    file = RawFile("x", path.read_bytes())
    assert sum(adapter.sniff(file) for adapter in ADAPTERS.values()) == (path.name != "README.md")


@pytest.mark.parametrize("path", sorted(FIXTURES.rglob("*.*")), ids=lambda path: path.name)
def test_a_file_cut_anywhere_is_read_or_refused(path: Path) -> None:
    data = path.read_bytes()
    for end in range(0, len(data), 7):
        read = read_bytes(data[:end], str(path))
        assert read.documents or read.refusal


@pytest.mark.parametrize(
    "hostile",
    [
        "#" * 200_000,
        "# Titre\n" * 20_000 + "## Article 1\n",
        "## Article 1\n\n" + "**a " * 50_000,
        "## Article 1\n\n" + "[a](" * 50_000,
        "## Article 1\n\n" + "[" * 100_000,
        "## Article 1\n\n" + "<div>" * 100_000,
        "## Article 1\n" + "```\n" * 50_001,
        "---\n" + "clé: " * 50_000 + "\n---\n## Article 1\n",
        "---\nIdentifiant: LEGIARTI000000000001\n" * 10_000,
        "## Article 1 | LEGIARTI000000000001\n" + "> x\n" * 20_000,
        "Article 1\n---\n" * 20_000,
        "# " + "Article " * 50_000 + "\n## Article 1",
        "## Article 1\n\n" + "\\" * 100_000,
        "## Article 1\n\n" + "x" * 3_000_000,
    ],
    ids=range(14),
)
def test_hostile_texts_are_read_or_refused(hostile: str) -> None:
    """Each takes a second; in quadratic time it would take hours."""
    read = read_bytes(hostile.encode(), "code-des-sabliers/1.md")
    assert read.documents or read.refusal


def test_front_matter_keeps_strings() -> None:
    found = read_front_matter('---\nNuméro: *123-4\na: 010\nb: 12:30\nc: "d\'\\"e"\nf:\n  - g\n  - h\ni: ~\n---\nx')
    assert found is not None
    assert found.values == {"numéro": "*123-4", "a": "010", "b": "12:30", "c": "d'\"e", "f": "- g - h", "i": ""}
    assert read_front_matter("---\nLe vent souffle\n---\n") is None
    assert read_front_matter("---\na: b\n") is None


@pytest.mark.parametrize(
    ("path", "numbers", "act", "below"),
    [
        ("/clones/france.code-civil/Livre II/Titre II/Article 544.md", ["544"], "code-civil", ("Livre II", "Titre II")),
        ("/clones/code action sociale/Article 99999.md", ["99999"], None, None),
        ("/aides/code_construction_legislatif.catala_fr", ["l821-1"], "code-de-la-construction-et-de-lhabitation", ()),
        ("/x/03_cpi_ancien.md", ["l111-1"] * 20, "code-de-la-propriete-intellectuelle", ()),
        ("/x/03_cpi_ancien.md", ["l111-1"], None, None),
        ("/code/projets/1.md", ["1"], None, None),
    ],
)
def test_acts_by_names(path: str, numbers: list[str], act: str | None, below: tuple[str, ...] | None) -> None:
    found = act_by_names(path, numbers)
    assert (found.act if found else None, found.below if found else None) == (act, below)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("folder", "format_name", "count"),
    [
        ("md_etalab_codes", "mirror-page", 10),
        ("md_steeve_code_civil", "setext-page", 6),
        ("md_archeo_lex", "markdown-code", 4030),
        ("md_tricoteuses_yaml", "tricoteuses-page", 8),
        ("md_francois76", "markdown-code", 5),
        ("catala_literate", "catala", 81),
    ],
)
def test_samples(shared: Path, folder: str, format_name: str, count: int) -> None:
    corpus = cpp_corpus.load(shared / "data" / "formats" / folder)
    assert {each.source.format for each in corpus} == {format_name}
    assert len(corpus.articles) == count
    assert "internal-error" not in {finding.code for finding in corpus.findings}


@pytest.mark.parametrize(
    "text",
    [
        "# Code des sabliers\n\n## Article 1\n\nLe sable.\n\n## Art. 2.\n\nLe verre.\n",
        "# Loi n° 2031-12 du 3 mars 2031 sur le sable\n\n## Art. 1.\n\nLe sable.\n\n## Art. 2\n\nLe verre.\n",
        "# Code des sabliers\n\n## [Article 1](/a/1)\n\nLe sable.\n\n## [Article 2](/a/2)\n\nLe verre.\n",
        "# **Code des sabliers**\n\n## **Article 1**\n\nLe sable.\n\n## **Article 2**\n\nLe verre.\n",
        "# Code des sabliers\n\n## Article 1 - Du sable\n\nLe sable.\n\n## Article 2 : Du verre\n\nLe verre.\n",
        "---\ntitle: Code des sabliers\ntags: [sable]\n---\n\n# Article 1\n\nLe sable.\n\n# Article 2\n\nLe verre.\n",
        "Code des sabliers\n=====\n\nArticle 1\n-----\n\nLe sable.\n\nArticle 2\n-----\n\nLe verre.\n",
    ],
)
def test_headings_of_other_writers(text: str) -> None:
    (document,) = read_bytes(text.encode(), "page.md").documents
    assert [str(draft.facts.number) for draft in document.drafts] == ["1", "2"]
    assert {draft.facts.act for draft in document.drafts} <= {"code-des-sabliers", "loi:2031-12"}
    words = [" ".join(block.text for block in draft.blocks[1:]) for draft in document.drafts]
    assert words == ["Le sable.", "Le verre."]


def test_numbered_titles_of_other_texts_are_no_articles() -> None:
    text = "# Mes vacances\n\n## Article 1 : La mer\n\nElle est bleue.\n\n## Article 2 : Le sable\n\nIl est chaud.\n"
    assert not read_bytes(text.encode(), "blog.md").documents


def test_rows_of_a_table_are_lines() -> None:
    rows = "| A | **B** |\n|---|:-:|\n| un \\| deux |  |\n| trois | [quatre](a.md) |\n"
    text = f"# Code des sabliers\n\n## Article 1\n\nLe tarif :\n\n{rows}\nIl est public.\n\n{rows}"
    (document,) = read_bytes(text.encode(), "page.md").documents
    (article,) = tokenize(document).articles
    lines = ["A\tB", "un | deux\t", "trois\tquatre"]
    assert article.text.split("\n") == ["Le tarif :", *lines, "Il est public.", *lines]
    assert [len(table.rows) for table in article.tables] == [3, 3]
    cells = [[article.text[cell.span.start : cell.span.end] for cell in row] for row in article.tables[0].rows]
    assert cells == [["A", "B"], ["un | deux", ""], ["trois", "quatre"]]


def test_lines_between_bars_without_a_ruling_are_words() -> None:
    text = "# Code des sabliers\n\n## Article 1\n\n| un | deux |\n"
    (document,) = read_bytes(text.encode(), "page.md").documents
    assert "| un | deux |" in [block.text for block in document.drafts[0].blocks]


def written(tmp_path: Path, text: str) -> Corpus:
    path = tmp_path / "code.md"
    path.write_text(text, encoding="utf-8")
    return cpp_corpus.load(path)


@pytest.mark.parametrize(
    ("line", "first", "end"),
    [
        ("*Version en vigueur depuis le 1er janvier 2030*", date(2030, 1, 1), None),
        ("_Version en vigueur du 01 mars 2030 au 12 avril 2031_", date(2030, 3, 1), date(2031, 4, 12)),
        ("**En vigueur depuis le 3 mai 2030**", date(2030, 5, 3), None),
        (
            "*Modifié par Loi n°2030-1 du 2 mai 2030 - art. 2*\n\nEn vigueur depuis le 3 mai 2030",
            date(2030, 5, 3),
            None,
        ),
    ],
)
def test_the_version_below_a_heading(tmp_path: Path, line: str, first: date, end: date | None) -> None:
    (found,) = written(tmp_path, f"# Code des sabliers\n\n## Article 3\n\n{line}\n\nLe sable coule.\n").articles
    assert (found.valid_from, found.valid_to, found.text) == (first, end, "Le sable coule.")


def test_footnotes_are_notes_of_the_article_that_calls_them(tmp_path: Path) -> None:
    text = (
        "# Code des sabliers\n\n## Article 1\n\nLe sable[^1] coule[^b].\n\n## Article 2\n\nIl dort.\n\n"
        "[^1]: Blanc.\n[^b]: Vers le bas,\n    et vite.\n"
    )
    first, second = written(tmp_path, text).articles
    assert (first.text, [note.text for note in first.notes]) == ("Le sable coule.", ["Blanc.", "Vers le bas, et vite."])
    assert (second.text, second.notes) == ("Il dort.", ())


def test_annexes_are_articles_where_words_follow_them(tmp_path: Path) -> None:
    text = (
        "# Code des sabliers\n\n## Article 1\n\nLe sable.\n\n## Annexe I à l'article R. 1-2\n\nLa liste.\n\n"
        "## Annexe II\n\n### Article 2\n\nLe verre.\n"
    )
    assert [str(each.number) for each in written(tmp_path, text)] == ["1", "Annexe I à l'article R. 1-2", "2"]


def test_underlined_headings_of_a_code(tmp_path: Path) -> None:
    text = (
        "Code des sabliers\n=================\n\nLivre Ier : Du sable\n--------------------\n\nTitre Ier : Du blanc\n"
        "--------------------\n\nArticle 1\n---------\n\nIl coule.\n\nLivre II : Du verre\n-------------------\n\n"
        "Article 2\n---------\n\nIl tient.\nTableau\n-------\nun\n\nAnnexe I\n--------\n\nListe.\n"
    )
    first, second, annex = written(tmp_path, text).articles
    assert first.source.format == "setext-page"
    assert [each.title for each in first.divisions] == ["Du sable", "Du blanc"]
    assert [each.title for each in second.divisions] == ["Du verre"]
    assert ("Tableau" in second.text, str(annex.number), annex.text) == (True, "Annexe I", "Liste.")
    assert {each.act for each in (first, second, annex)} == {"code-des-sabliers"}


def test_a_title_without_signs_above_titled_headings(tmp_path: Path) -> None:
    text = "Décret n° 2031-55 du 3 mai 2031 relatif au sable\n\n## Article 1 - Objet\n\nLe sable.\n"
    (found,) = written(tmp_path, text).articles
    assert (found.id, found.text) == ("decret:2031-55/1", "Le sable.")


def test_a_contract_in_markdown_is_of_no_act(tmp_path: Path) -> None:
    text = (
        "# Contrat de location\n\nLoi n° 2031-12 du 3 mars 2031 relative au sable\n\n## Article 1\n\nA loue à B.\n\n"
        "## Article 2 - Durée\n\nUn an.\n"
    )
    corpus = written(tmp_path, text)
    assert {each.act for each in corpus} == {None}
    assert any("contract" in finding.message for finding in corpus.findings)


def test_attributes_and_raised_letters_of_pandoc(tmp_path: Path) -> None:
    text = (
        "# Code des sabliers {#code}\n\n## Article 1^er^ {#article-1er .unnumbered}\n\nLe 1^er^ mai, le sable coule.\n"
    )
    (found,) = written(tmp_path, text).articles
    assert (found.id, found.text) == ("code-des-sabliers/1", "Le 1er mai, le sable coule.")


def words_of(tmp_path: Path, name: str, text: str) -> Corpus:
    place = tmp_path / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    return cpp_corpus.load(place)


def test_a_code_without_divisions_below_its_title(tmp_path: Path) -> None:
    text = "Code des sabliers\n\n- Date de consolidation : 11 janvier 2031\n\n\n"
    text += "# Article 1\n\nLe sable.\n\n# Article 2\n\nLe verre.\n"
    corpus = words_of(tmp_path, "a.md", text)
    assert [(found.id, found.text, found.consolidated_at) for found in corpus.articles] == [
        ("code-des-sabliers/1", "Le sable.", date(2031, 1, 11)),
        ("code-des-sabliers/2", "Le verre.", date(2031, 1, 11)),
    ]


def test_the_book_of_tax_procedures_is_an_act_and_no_division(tmp_path: Path) -> None:
    corpus = words_of(
        tmp_path, "a.md", "# Livre des procédures fiscales\n\n## Titre Ier : Du vent\n\n### Article L1\n\nLe vent.\n"
    )
    (found,) = corpus.articles
    assert (found.id, [each.kind for each in found.divisions]) == ("livre-des-procedures-fiscales/l1", ["titre"])


def test_an_annex_with_an_identifier_in_catala(tmp_path: Path) -> None:
    text = (
        "# Décret n° 2031-423 du 29 mars 2031 relatif au sable\n\n## Article 7|LEGIARTI000000000007\n\nLe sable.\n\n"
        "```catala\nchamp d'application Sable\n```\n\n> 10 tonnes\n\n> Module Sable\n\n"
        "## Annexe | LEGIARTI000000000008\n\nLe tableau.\n\n"
        "## Article Annexe III-3 (art. A312-8) | LEGIARTI000000000009\n\nLa liste.\n\n"
        "## Article 9 (31 décembre 2031 - 01 janvier 2033) | LEGIARTI000000000010\n\nLa fin.\n"
    )
    corpus = words_of(tmp_path, "a.catala_fr", text)
    assert [(found.id, found.text, found.valid_to) for found in corpus.articles] == [
        ("decret:2031-423/7", "Le sable.\n> 10 tonnes", None),
        ("decret:2031-423/annexe", "Le tableau.", None),
        ("decret:2031-423/annexe-iii-3-art-a312-8", "La liste.", None),
        ("decret:2031-423/9", "La fin.", date(2033, 1, 1)),
    ]


def test_wide_tables_and_code_do_not_matter_for_the_width(tmp_path: Path) -> None:
    wide = "Année".ljust(60) + "Sable".ljust(60) + "Verre".ljust(60) + "Bois"
    text = f"## Article L1\n\nLe sable coule de\nhaut en bas.\n\n```\n{'x' * 200}\n```\n\n{wide}\n{'-' * 190}\n"
    (found,) = words_of(tmp_path, "code-des-sabliers/a.md", text).articles
    assert found.text.startswith("Le sable coule de haut en bas.\n")


def test_headings_inside_an_annex_are_lines_of_it(tmp_path: Path) -> None:
    text = (
        "## Article Annexe 2-1\n\nLa grille.\n\n### GUIDE DE REMPLISSAGE\n\nLe guide.\n\n#### La pesée\n\nLe poids.\n\n"
        "### Références\n\nLa loi n° 2031-12.\n\n"
    )
    corpus = words_of(tmp_path, "code-des-sabliers/a.md", text)
    (found,) = corpus.articles
    assert found.text == "La grille.\nGUIDE DE REMPLISSAGE\nLe guide.\nLa pesée\nLe poids."
    after = "## Article Annexe 2-1\n\nLa grille.\n\n### Du verre\n\n#### Article 3\n\nLe verre.\n"
    first, second = words_of(tmp_path, "code-des-sabliers/b.md", after).articles
    assert (first.text, second.divisions[-1].title) == ("La grille.", "Du verre")


def test_citations_of_tricoteuses_in_a_table(tmp_path: Path) -> None:
    text = """---
Nature: Article
Numéro: 65
État: VIGUEUR
Date de début: 2008-07-25
Identifiant: LEGIARTI000000000065
---

# Article 65

Le sable.

<details>
  <summary><h2>Références</h2></summary>

### Textes citant cet article
| Date       | Type     | Document                                                |
| :--------- | :------- | :------------------------------------------------------ |
| 1958-10-05 | CITATION | [Code pénal - article 1](https://a.fr/1) |

### Cet article cite les textes suivants
| Date       | Type     | Document                                                |
| :--------- | :------- | :------------------------------------------------------ |
| 1958-10-04 | CITATION | [Constitution du 4 octobre 1958 - article 13 AUTONOME VIGUEUR](https://a.fr/13) |
|            | MODIFIE  | [Loi n° 2031-1 - article 2](https://a.fr/x) |
</details>
"""
    (found,) = words_of(tmp_path, "a.md", text).articles
    assert [(link.kind, link.act, link.article) for link in found.links] == [("CITATION", "constitution:1958", "13")]


def test_links_of_a_wrapped_code(tmp_path: Path) -> None:
    """Pandoc breaks the words of a link and no address; html2text breaks both; others list the addresses below."""
    lines = [
        "# Code des sabliers\n\n## Titre Ier : Du sable\n\n### Article 1\n",
        "Le gardien retourne le sablier selon l'article [L.\n12](/code-des-sabliers/"
        + "l12-" * 40
        + "md) et l'article",
        "[13](/code-des-\nsabliers/13.md), tant que le jour dure et que le sable\ncoule.\n\nIl dort.\n",
        "### Article 2\n\nLe sable coule selon l'article [12][a].\n\n[a]: /code-des-sabliers/12.md\n",
    ]
    place = tmp_path / "a.md"
    place.write_text("\n".join(lines), "utf-8")
    first, second = cpp_corpus.load(place).articles
    words = "Le gardien retourne le sablier selon l'article L. 12 et l'article 13, tant que le jour dure"
    assert first.text == f"{words} et que le sable coule.\nIl dort."
    assert [link.href for link in first.links][1:] == ["/code-des-sabliers/13.md"]
    assert second.text == "Le sable coule selon l'article 12."


def test_marks_of_pandoc_around_a_paragraph_are_no_words(tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    text = (
        '# Code des sabliers\n\n## Article 1\n\n:::: {align="left"}\nLe sable coule.\n::::\n\n## Article 2\n\nVent.\n'
    )
    place.write_text(text, "utf-8")
    assert [article.text for article in cpp_corpus.load(place).articles] == ["Le sable coule.", "Vent."]


@pytest.mark.parametrize("form", ["**{}** : ", "**{} :** ", "- __{}__: "])
def test_an_article_may_be_a_record_of_labels(form: str) -> None:
    titre, contenu, words = (form.format(name) for name in ("Titre", "Contenu", "Mots-clés"))
    text = "# Code des sabliers\n\n### Article L1\n{0}Du sable\n{1}Le sable coule.\nIl dort.\n{2}sable, vent\n\n"
    text += "### Article L2\n\n{0}Du vent\n\n{1}Le vent :\n\n- souffle.\n\n#### Suite\n\nIl dort.\n"
    (document,) = read_bytes(text.format(titre, contenu, words).encode(), "sable.md").documents
    made = tokenize(document)
    one, two = (" ".join(article.text.split()) for article in made.articles)
    assert (one, two) == ("Le sable coule. Il dort.", "Le vent : - souffle. Suite Il dort.")
    left = " ".join(made.leftovers)
    assert [name in left for name in ("Du sable", "Contenu", "sable, vent", "Du vent")] == [True] * 4


def test_labels_among_words_make_no_record() -> None:
    text = "# Code des sabliers\n\n### Article L1\n\nLe sable :\n\n**Contenu** : il coule.\n"
    (document,) = read_bytes(text.encode(), "sable.md").documents
    assert tokenize(document).articles[0].text == "Le sable :\nContenu : il coule."


def test_front_matter_may_name_the_act_and_marks_of_a_quotation_are_no_words() -> None:
    text = "---\ncode: Code des sabliers\n---\n# Art. L3\n\n> Le sable coule.\n> Il dort le soir.\n\n> 50 g : 3 €\n"
    (document,) = read_bytes(text.encode(), "note.md").documents
    (article,) = tokenize(document).articles
    assert (article.id, article.text) == ("code-des-sabliers/l3", "Le sable coule. Il dort le soir.\n> 50 g : 3 €")

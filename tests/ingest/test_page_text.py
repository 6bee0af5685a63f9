"""Text of pages of Légifrance, however it was made."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path
from textwrap import fill

import pytest

import cpp_corpus
from cpp_corpus import Article, ArticleState, Corpus
from cpp_corpus.ingest import read_bytes, read_file
from cpp_corpus.lang.typography import slug
from cpp_corpus.tokenizer import tokenize
from tests.ingest.fiction import mirror
from tests.ingest.renderings import RENDERINGS, SECTION, WORDS

ONE = """Accueil
Droit national en vigueur
Codes
Code des sabliers
Article L112-1

Code des sabliers

Version en vigueur au 28 novembre 2031

    Partie législative (Articles L111-1 à L311-1)
    Livre Ier : Du sable (Articles L111-1 à L121-4)

Article L112-1
Version en vigueur depuis le 01 mars 2024

Modifié par Décret n°2024-12 du 1 mars 2024 - art. 2
Création LOI n°2020-3 du 4 janvier 2020 - art. 7 (V)

I.-Le sable coule, selon l'article L. 111-2.

II.-Il s'arrête la nuit.

NOTA :

Conformément à l'article 3 du décret n° 2024-12 du 1er mars 2024, ces dispositions entrent en vigueur le 1er avril 2024.

Versions
Liens relatifs

Comparer les versions
Retourner en haut de la page
Plan du site
"""
LAW = """LOI n° 2031-12 du 3 mars 2031 relative au sable (1)

NOR : ECOX3100012L
JORF n°0053 du 4 mars 2031
Texte n° 1

L'Assemblée nationale et le Sénat ont adopté,
Le Président de la République promulgue la loi dont la teneur suit :

TITRE Ier : DU SABLE

Article 1

Le code des sabliers est ainsi modifié :
« Art. L. 112-1.-Le sable dort. » ;

Article 2

La présente loi entre en vigueur le 1er avril 2031.

La présente loi sera exécutée comme loi de l'Etat.

Fait à Paris, le 3 mars 2031.

Jean Sablier
"""
DECREE = """Décret n° 2031-40 du 5 mai 2031 portant application de l'article L. 112-1 du code des sabliers

Le Premier ministre,
Vu la loi n° 2031-12 du 3 mars 2031 relative au sable et aux sabliers qui le comptent, notamment son article 2 ;

Décrète :

Art. 1er. - Le sable est pesé chaque matin.

Il peut l'être le soir.

Art. 2. - Le ministre du sable est chargé de l'exécution du présent décret.

Fait le 5 mai 2031.
"""
PRINTED = """Code des sabliers
Titre préliminaire : Du sable, de ses effets et de l'application des sabliers
en général
Article 1
Le sable et, lorsqu'ils sont comptés au jour et à la nuit de la semaine, les grains
de sable tombent à l'heure qu'ils fixent.
Les grains noirs ne tombent pas.

Article 2
Dernière modification du texte le 27 mars 2024 - Document généré le 02 avril 2024 - Copyright (C) 2007-2008 Legifrance

\fLe sable noir n'est pas compté avec le sable blanc, même où les deux tombent en un
seul jour de la semaine et dans le même sablier, qui est alors nettoyé, puis remis
Dernière modification du texte le 27 mars 2024 - Document généré le 02 avril 2024 - Copyright (C) 2007-2008 Legifrance

\fen place par le gardien.
Titre Ier : Des gardiens
Chapitre II : Des gardiens de jour et de nuit, et des conditions dans lesquelles
ils sont nommés
Article 3
Le gardien dort.
"""


def articles(text: str, path: str = "page.txt") -> tuple[Article, ...]:
    (document,) = read_bytes(text.encode(), path).documents
    return tokenize(document).articles


def reason(text: str) -> str:
    refusal = read_bytes(text.encode(), "page.txt").refusal
    assert refusal is not None
    return refusal.reason


def test_a_pasted_page() -> None:
    (article,) = articles(ONE)
    assert (article.id, article.heading) == ("code-des-sabliers/l112-1", "Article L112-1")
    assert article.text == "I.-Le sable coule, selon l'article L. 111-2.\nII.-Il s'arrête la nuit."
    assert [note.text.split()[0] for note in article.notes] == ["NOTA"]
    assert (article.valid_from, article.consolidated_at) == (date(2024, 3, 1), date(2031, 11, 28))
    assert [(d.kind, d.number, d.title) for d in article.divisions] == [
        ("partie", None, "Partie législative"),
        ("livre", "Ier", "Du sable"),
    ]
    assert [(link.act, link.article) for link in article.links] == [("decret:2024-12", "2"), ("loi:2020-3", "7")]


def test_every_word_of_a_page_is_in_a_record_or_left_over() -> None:
    (document,) = read_bytes(ONE.encode(), "page.txt").documents
    made = tokenize(document)
    (article,) = made.articles
    have = [*made.leftovers, str(article.heading), article.text, *(note.text for note in article.notes)]
    assert sorted(" ".join(have).split()) == sorted(ONE.split())


def test_lines_lead_to_their_bytes() -> None:
    made = tokenize(read_bytes(ONE.encode(), "page.txt").documents[0])
    start, end = made.offsets[0].span(made.articles[0].text, made.articles[0].paragraphs[1].span)
    assert ONE.encode()[start:end].decode() == "II.-Il s'arrête la nuit."


@pytest.mark.parametrize("name", RENDERINGS)
def test_a_section_is_the_same_in_every_rendering(name: str) -> None:
    found = articles(RENDERINGS[name], f"{name}.txt")
    assert [(str(a.number), a.state, a.act) for a in found] == [
        (number, state, "code-des-sabliers") for number, state, _ in SECTION
    ]
    assert ["".join(a.text.split()) for a in found] == ["".join(words.split()) for _, _, words in SECTION]
    assert {a.consolidated_at for a in found} == {date(2031, 3, 3)}


@pytest.mark.parametrize("name", ["pasted", "w3m", "markdown"])
def test_alineas_of_a_rendering(name: str) -> None:
    found = articles(RENDERINGS[name])
    assert found[0].text.split("\n") == WORDS


@pytest.mark.parametrize("end", ["\nVersions\nLiens relatifs\n", "\n\n"], ids=["ends", "no ends"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
@pytest.mark.parametrize("title", ["Code des sabliers", "Code des moulins et des horloges"])
def test_a_pasted_code_has_the_articles_of_the_mirror(title: str, gap: str, end: str) -> None:
    wanted = {a.id: a for a in mirror() if a.act == slug(title) and a.text and a.number}
    pages = [gap.join([f"Article {a.number}", a.text.replace("\n", gap)]) for a in wanted.values()]
    found = articles(f"{title}\n\n" + "".join(f"{page}{end}" for page in pages))
    assert [str(a.number) for a in found] == [str(a.number) for a in wanted.values()]
    for ours, theirs in zip(found, wanted.values(), strict=True):
        assert ours.text.split() == theirs.text.split()
    assert len(found) > 7


def test_a_law_of_the_journal_officiel() -> None:
    first, second = articles(LAW)
    assert (first.id, second.id) == ("loi:2031-12/1", "loi:2031-12/2")
    assert first.text.split("\n")[1] == "« Art. L. 112-1.-Le sable dort. » ;"
    assert second.text == "La présente loi entre en vigueur le 1er avril 2031."
    assert first.ids == {"nor": "ECOX3100012L"}
    assert [d.title for d in first.divisions] == ["DU SABLE"]


def test_headings_on_the_line_of_the_text() -> None:
    first, second = articles(DECREE)
    assert (first.id, second.id) == ("decret:2031-40/1", "decret:2031-40/2")
    assert first.text == "Le sable est pesé chaque matin.\nIl peut l'être le soir."


def test_a_printed_text() -> None:
    first, second, third = articles(PRINTED)
    assert first.text == (
        "Le sable et, lorsqu'ils sont comptés au jour et à la nuit de la semaine, les grains de sable tombent à l'heure"
        " qu'ils fixent.\nLes grains noirs ne tombent pas."
    )
    assert second.text == (
        "Le sable noir n'est pas compté avec le sable blanc, même où les deux tombent en un seul jour de la semaine et"
        " dans le même sablier, qui est alors nettoyé, puis remis en place par le gardien."
    )
    assert [d.title for d in first.divisions] == ["Du sable, de ses effets et de l'application des sabliers en général"]
    assert [(d.kind, d.number) for d in third.divisions] == [("titre", "Ier"), ("chapitre", "II")]
    assert third.divisions[1].title == (
        "Des gardiens de jour et de nuit, et des conditions dans lesquelles ils sont nommés"
    )
    assert third.consolidated_at == date(2024, 4, 2)


def test_articles_of_a_model_in_an_annex_are_words_of_the_annex() -> None:
    text = (
        "Code des sabliers\nArticle L1\nLe sable.\nArticle L2\nLe grain.\nArticle Annexe I\nContrat :\n"
        "Article 1er\nLe gardien garde.\nArticle 2\nIl dort.\n"
    )
    assert [str(a.number) for a in articles(text)] == ["L1", "L2", "Annexe I"]
    marked = (
        "Code des sabliers\nAnnexe 1\nModifié par Décret n°2024-12 du 1 mars 2024 - art. 2\nContrat :\n"
        "Article 1er\nLe gardien garde.\nVersions\nLiens relatifs\nAnnexe 2\nLe sable.\nVersions\nLiens relatifs\n"
    )
    assert [str(a.number) for a in articles(marked)] == ["Annexe 1", "Annexe 2"]


LINKS = """- [Accueil](/)

# [Titre II : Du sable](/s/2)

## <a href="/a/L112-1"
   id="a1">Article L112-1</a>

[Modifié par Décret n°2024-12 du 1 mars 2024 - art. 2
](/d/12)[Création Loi n°2031-3 du 5 mai 2031 - art. 7](/d/3)

Le sable coule selon l'article [R. 12-3](/a/R12-3 "Code des
sabliers - art. R12-3 \\(V\\)") du code des sabliers.

Versions
Liens relatifs
"""
ONE_LINE = (
    "Accueil Codes Code des sabliers Version en vigueur au 3 mars 2031 Annexe 1-1 Annexe 1-2 Annexe 1-3 Annexe 1-4 "
    "Naviguer dans le sommaire du code Annexe 1-1 Modifié par Décret n°2024-12 du 1 mars 2024 - Annexe (V) Le sable "
    "coule. Versions Liens relatifs Annexe 1-2 Création Décret n°2024-13 du 1 mars 2024 (V) Le vent souffle. Versions "
    "Annexe 1-3 Création Décret n°2024-14 du 1 mars 2024 - art. GRAINS La pluie tombe. Versions Liens relatifs "
    "Annexe 1-4 Création Décret n°2024-14 du 1 mars 2024 - art. 3 La nuit vient. Versions Liens relatifs "
    "Retourner en haut de la page Mentions légales"
)
BEFORE = (
    "Code des sabliers | Legifrance Vous êtes dans : Accueil > Les codes en vigueur > Code des sabliers Masquer le "
    "panneau de navigation << Bloc précédent - Bloc suivant >> Chemin : Code des sabliers Annexe 1-1 En savoir plus "
    "sur cet article... Modifié par Décret n°2024-12 du 1 mars 2024 - art. 2 (V) Le sable coule = E - Annexe 1-2 En "
    "savoir plus sur cet article... Le vent souffle. Masquer le panneau de navigation << Bloc précédent - Bloc suivant"
)
POINTS = """Code des sabliers

Article 3

  - Créé par Loi 1903-03-08 promulguée le 18 mars
    1903
  - Modifié par Loi n°72-6 du 5 juillet 1972 - art. 12 JORF 9 juillet 1972 en
    vigueur le 16 septembre 1972
  - Modifié par Loi n°94-6 du 29 juillet 1994 - art. 1 JORF 30 juillet 1994

Le sable coule.

Article 4

Modifié par Loi n°72-6 du 5 juillet 1972 - art. 12 JORF 9 juillet
1972

Le vent souffle.
"""
ANCHORS = """# <a id="code"></a>Code des sabliers

<a id="X1"></a>## <a id="A3"></a>[Article L3](/codes/article/3)

-
- [Modifié par Décret n°2024\\-12 du 1 mars 2024 \\- art\\. 2
](/d/12)
- Le sable coule\\.
- Versions
- Liens relatifs

<a id="X2"></a>- Versions

<a id="X3"></a>- Liens relatifs

<a id="X4"></a>## <a id="A4"></a>[Article L4](/codes/article/4)

- Le vent souffle\\.
- Versions
- Liens relatifs
"""
TITLED = (
    "Code des sabliers Article 3 En savoir plus sur cet article... Le sable coule. Titre II : Du vent Article 4 En "
    "savoir plus sur cet article... Le vent souffle."
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (POINTS, [("3", "Le sable coule.", 3), ("4", "Le vent souffle.", 1)]),
        (ANCHORS, [("L3", "- Le sable coule.", 1), ("L4", "- Le vent souffle.", 0)]),
        (TITLED, [("3", "Le sable coule.", 0), ("4", "Le vent souffle.", 0)]),
        (LINKS, [("L112-1", "Le sable coule selon l'article R. 12-3 du code des sabliers.", 2)]),
        (
            ONE_LINE,
            [
                ("Annexe 1-1", "Le sable coule.", 1),
                ("Annexe 1-2", "Le vent souffle.", 1),
                ("Annexe 1-3", "GRAINS La pluie tombe.", 1),
                ("Annexe 1-4", "La nuit vient.", 1),
            ],
        ),
        (BEFORE, [("Annexe 1-1", "Le sable coule = E -", 1), ("Annexe 1-2", "Le vent souffle.", 0)]),
    ],
)
def test_links_and_history_that_converters_broke_or_joined(
    tmp_path: Path, text: str, wanted: list[tuple[str, str, int]]
) -> None:
    path = tmp_path / "sabliers.txt"
    path.write_text(text, "utf-8")
    found = cpp_corpus.load(path, act="code-des-sabliers" if text is LINKS else None).articles
    assert [(str(a.number), a.text, sum(link.kind is not None for link in a.links)) for a in found] == wanted
    assert {article.act for article in found} == {"code-des-sabliers"}


def table_of(text: str) -> list[list[str]]:
    (article,) = articles(f"Code des sabliers\n\nArticle 3\n\nTarif :\n\n{text}\n\nLe sable coule.\n")
    assert article.text.endswith("\nLe sable coule.")
    (table,) = article.tables
    return [[words for cell in row if (words := article.text[cell.span.slice])] for row in table.rows]


HEADED = """  ----------------------------
  Grain        Prix
               du jour
  ------------ ---------------
  blanc        1

  noir, tamisé 2 ou 3, selon
  deux fois    le temps
  ----------------------------"""
BARE = """    ------------ ---------------
    blanc        1
    noir, tamisé 2
    ------------ ---------------"""


FILLED = "\n".join(
    line.ljust(34)
    for line in (
        "          Prix           Jour",
        "          du sac         fixé",
        "",
        "  blanc   1              lundi",
        "",
        "  noir",
    )
)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (FILLED, [["Prix du sac", "Jour fixé"], ["blanc", "1", "lundi"], ["noir"]]),
        (HEADED, [["Grain", "Prix du jour"], ["blanc", "1"], ["noir, tamisé deux fois", "2 ou 3, selon le temps"]]),
        (BARE, [["blanc", "1"], ["noir, tamisé", "2"]]),
    ],
)
def test_columns_below_a_ruling_are_a_table(text: str, rows: list[list[str]]) -> None:
    assert table_of(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(map(str.rstrip, FILLED.split("\n"))),
        BARE.replace("noir, tamisé 2", "noir, tamisé, 2"),
        BARE.rsplit("\n", 1)[0],
    ],
)
def test_columns_that_are_not_certain_stay_lines(text: str) -> None:
    (article,) = articles(f"Code des sabliers\n\nArticle 3\n\n{text}\n\nLe sable coule.\n")
    assert not article.tables
    assert all(f"\n{word}" in f"\n{article.text}" for word in ("noir", "blanc", "Le"))


def test_headings_in_strong_words() -> None:
    text = "# Code des sabliers\n\n**Article L3**\n\nLe sable coule.\n\n**Article L4 (abrogé)**\n"
    found = [(str(a.number), a.act, a.state, a.text) for a in articles(text)]
    assert found == [
        ("L3", "code-des-sabliers", ArticleState.IN_FORCE, "Le sable coule."),
        ("L4", "code-des-sabliers", ArticleState.REPEALED, ""),
    ]


def test_an_article_above_the_first_heading_is_not_lost() -> None:
    lost = ONE_LINE.replace("Naviguer dans le sommaire du code Annexe 1-1", "Sommaire").replace(
        "Le sable coule.", "Le sable coule. " * 300 + "\n"
    )
    assert reason(lost).startswith("a text of which much stands above the first heading")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 3\n\nLe sable coule.", "a text with headings of articles, but without a sign that it is law"),
        ("Contrat\n\nArticle 1\nLe vendeur vend.\n\nArticle 2\nL'acheteur paie.", "a contract, statutes"),
        (
            "Code des sabliers\nVersion en vigueur au 3 mars 2031\n"
            + "Le sable est compté par le gardien, chaque jour de la semaine, et pesé dans la nuit du lundi.\n" * 9
            + "Article 1er\nLe gardien garde.",
            "a text of which much stands above the first heading",
        ),
        (
            "Code des sabliers\nVersion en vigueur au 3 mars 2031\nLe sable coule.\nVersions\nLiens relatifs\n",
            "the text of a page of Légifrance without the headings",
        ),
        ("Selon l'article 3 du code des sabliers, le sable coule.\nArticle 4 du même code : il dort.", "text in no"),
        ("DECIDE :\nArticle 1er : La requête est rejetée.\nArticle 2 : Le présent arrêt sera notifié.", "a judgment"),
    ],
)
def test_what_is_not_certain_is_refused(text: str, expected: str) -> None:
    assert reason(text).startswith(expected)


def test_the_advice_works() -> None:
    refused = read_bytes(b"Article 3\n\nLe sable coule.", "page.txt").refusal
    assert refused is not None
    assert "title of its act on the first line" in refused.advice
    assert articles("Code des sabliers\nArticle 3\n\nLe sable coule.")[0].id == "code-des-sabliers/3"


def test_a_table_that_was_left_out_is_a_finding() -> None:
    read = read_bytes(b"Code des sabliers\n\nArticle 3\n\nVoici :\n\n[TABLE]\n", "page.md")
    assert [finding.code for finding in read.findings] == ["truncated-page"]


@pytest.mark.parametrize(
    "text",
    [
        "Code des sabliers\nArticle 3\n" + sign * 20_000
        for sign in ("[", "*a", "_a ", "<a ", "\\", "│", "| ", "`", "Versions", "](", "Article 3\n", "- art. 1A", "n° ")
    ]
    + [
        "Code des sabliers\nArticle 3\n" + f"{line}\n" * 10_000
        for line in ("-- --\n---- --", "-- --\na  b", " " * 30 + "\na  b".ljust(31), "-- " * 30, "-" * 90)
    ],
    ids=lambda text: text[27:35],
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    read = read_bytes(text.encode(), "page.txt")
    assert bool(read.documents) != bool(read.refusal)


@pytest.mark.parametrize("text", [ONE, LAW, PRINTED, RENDERINGS["markdown"]])
def test_a_text_may_end_anywhere(text: str) -> None:
    data = text.encode()
    for end in range(0, len(data), 7):
        read = read_bytes(data[:end], "page.txt")
        assert bool(read.documents) != bool(read.refusal)


@pytest.mark.shared
def test_every_rendering_of_one_page_has_no_false_article(shared: Path) -> None:
    """Six programs have lost words or headings: those of the other sixteen are those of the page."""
    folder = shared / "data/formats/flat_text/renderings_of_one_page"
    page = cpp_corpus.load(shared / "data/formats/html_legifrance_2020/02_section_lc_CASF_annexes_cut_9_articles.html")
    numbers = [str(article.number) for article in page]
    words = list(map(_letters, page))
    same_numbers = same_words = 0
    for path in folder.iterdir():
        read = read_file(path)
        if read.refusal:
            continue
        found = [article for document in read.documents for article in tokenize(document).articles]
        assert {str(article.number) for article in found if article.number} <= set(numbers)
        acts = {draft.facts.act for document in read.documents for draft in document.drafts}
        assert acts <= {"code-de-laction-sociale-et-des-familles", None}
        same_numbers += [str(article.number) for article in found] == numbers
        same_words += list(map(_letters, found)) == words
    assert same_numbers >= 16
    assert same_words >= 16


def _letters(article: Article) -> str:
    """The letters and digits of an article, notes included, which most renderings do not mark."""
    text = "".join([article.text, *(note.text for note in article.notes)])
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


MENU = "Menu\nAccueil\nConstitution du 4 octobre 1958\nCharte de l'environnement\nCode des moulins\nCodes\n"


@pytest.mark.parametrize("name", ["pasted", "w3m", "run-on"])
def test_an_act_in_a_menu_is_not_that_of_the_page(name: str) -> None:
    """The title above the day that the page shows is."""
    read = read_bytes((MENU + RENDERINGS[name]).encode(), "page.txt")
    assert {draft.facts.act for document in read.documents for draft in document.drafts} == {"code-des-sabliers"}


def test_the_last_title_below_a_menu_is_that_of_the_page() -> None:
    text = MENU + ONE.replace("Version en vigueur au 28 novembre 2031\n", "")
    read = read_bytes(text.encode(), "page.txt")
    assert [draft.facts.act for document in read.documents for draft in document.drafts] == ["code-des-sabliers"]


@pytest.mark.shared
def test_a_pdf_and_its_text_are_the_same(shared: Path) -> None:
    folder = shared / "data/formats/flat_text/pdf_to_text"
    pdf: Corpus = cpp_corpus.load(folder / "LEGITEXT000006070721_2014.pdf")
    text: Corpus = cpp_corpus.load(folder / "02_pdftotext_code_civil_2014_head60k.txt")
    assert len(pdf) == 2803
    same = sum("".join(pdf[a.id].text.split()) == "".join(a.text.split()) for a in text)
    assert same >= len(text) - 1
    assert all(a.state is ArticleState.IN_FORCE and a.divisions for a in pdf)


def test_a_part_inside_a_division_is_no_part_of_the_code() -> None:
    text = "\n".join(
        [
            "Code des sabliers",
            *("Livre Ier : Du sable", "Titre Ier : Des grains", "Chapitre Ier : Du poids", "Première partie : Du jour"),
            *("Section 1 : Du matin", "Article 1", "Le sable est lourd.", "Deuxième partie : De la nuit", "Article 2"),
            *("Le sable est léger.", "Chapitre II : Du bruit", "Article 3", "Le sable chante.", "Livre II : Du verre"),
            *("Article 4", "Le verre se tait."),
        ]
    )
    kinds = [[division.kind for division in article.divisions] for article in articles(text)]
    assert kinds == [
        ["livre", "titre", "chapitre", "partie", "section"],
        ["livre", "titre", "chapitre", "partie"],
        ["livre", "titre", "chapitre"],
        ["livre"],
    ]


def test_what_stands_around_a_tag_is_no_tag() -> None:
    """Without the tag that cuts it, it would look like one, with the words behind it."""
    read = read_bytes(b"# \nArticle 2**t\n#<f<p>vent>", "code-des-nuages/l1.md")
    (document,) = read.documents
    (article,) = tokenize(document).articles
    assert article.text == "#<f vent>"


@pytest.mark.parametrize("width", range(52, 90, 3))
def test_wrapped_lines_that_begin_with_a_dash_keep_the_places_of_those_behind_them(width: int) -> None:
    words = (
        "Le vent n° 5 souffle sur les meules du moulin - ou sur ses ailes - dès l'été, et le meunier les arrête avec la"
        " corde - celle du n° 7 - ou avec le frein, à moins que la nuit - brève - ne tombe sur le moulin n° 9."
    )
    article = "\n\n".join([fill(words, width)] * 3)
    data = f"Code des sabliers\n\nArticle L1\n\n{article}\n\nArticle L2\n\nLe vent dort.\n".encode()
    blocks = [block for document in read_bytes(data, "page.txt").documents for block in document.blocks]
    assert [block.text for block in blocks].count(words) == 3
    assert [" ".join(data[block.byte.slice].decode().split()) for block in blocks] == [block.text for block in blocks]


@pytest.mark.parametrize("heading", ["Article 13 - Du gros sable", "Article 13 : Du gros sable"])
def test_a_heading_with_a_title_is_that_of_an_article(heading: str) -> None:
    text = f"Code des sabliers\n\nArticle 12\n\nLe sable coule.\n\n{heading}\n\nLe gros sable reste.\n"
    found, other = articles(text)
    assert (found.text, other.text) == ("Le sable coule.", "Le gros sable reste.")
    assert (str(other.number), other.heading) == ("13", heading)


def test_a_title_behind_a_number_inside_a_paragraph_is_no_heading() -> None:
    (found,) = articles(
        "Code des sabliers\n\nArticle 12\n\nSont lus :\nArticle 13 - Du gros sable\nArticle 14 - Du verre\n"
    )
    assert "Article 13 - Du gros sable" in found.text


def test_buttons_of_a_page_are_no_words_of_its_articles() -> None:
    page = """Code des sabliers
Article 3
Version en vigueur depuis le 01 mars 2024
Copier le lien de l'article
Modifié par Décret n°2024-12 du 2 février 2024 - art. 2
Le sable coule.
Copier le lien
Versions
Liens relatifs
"""
    (found,) = articles(page)
    assert found.text == "Le sable coule."
    assert [link.act for link in found.links] == ["decret:2024-12"]


def test_the_footer_of_a_printed_page_may_be_its_number_and_the_title() -> None:
    page = "Code des sabliers\n\nArticle L1\n\nLe sable.\n\n   p.3   Code des sabliers\n\fArticle L2\n\nLe verre.\n"
    assert [found.text for found in articles(page)] == ["Le sable.", "Le verre."]


def test_headings_with_titles_in_a_table_of_contents_are_no_articles() -> None:
    entries = "Article 1 - Du sable\n\nArticle 2 - Du verre\n\n"
    body = "Article 1 - Du sable\n\nLe sable.\n\nArticle 2 - Du verre\n\nLe verre.\n\nArticle 3\n\nFin.\n"
    found = articles(f"Code des sabliers\n\nSommaire\n\n{entries}{body}")
    assert [(str(each.number), each.text) for each in found] == [("1", "Le sable."), ("2", "Le verre."), ("3", "Fin.")]


def test_a_heading_with_a_title_in_a_law() -> None:
    law = "LOI n° 2031-12 du 3 mars 2031\n\nArticle 1\n\nLe sable.\n\nArticle 2 - Du verre\n\nLe verre.\n"
    assert [each.text for each in articles(law)] == ["Le sable.", "Le verre."]


def loaded(tmp_path: Path, text: str, name: str = "a.txt") -> Corpus:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return cpp_corpus.load(tmp_path / name)


def test_a_page_of_the_journal_as_printed(tmp_path: Path) -> None:
    head = "15 mars 2031               JOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE                   Texte 3 sur 112"
    text = f"""{head}

                        Décret no 2031-245 du 12 mars 2031 relatif à la mesure du sable
                                    NOR : ECOX3100045D

   Le Premier ministre,
   Vu le code des sabliers, notamment son article L. 112-1 ;
       Décrète :
   Art. 1er. – Le sable est pesé chaque jour à midi par les services de l’Etat, à l’aide d’une balance dont le modèle
est approuvé par arrêté.
{head}

   Art. 1-1. – Après l’article R. 12-3 du code des sabliers, il est inséré un article ainsi rédigé :
   « Art. R. 12-3-1. – La mesure est publiée. »
   Fait le 12 mars 2031.
"""
    first, second = loaded(tmp_path, text).articles
    assert (first.id, second.id) == ("decret:2031-245/1", "decret:2031-245/1-1")
    assert " ".join(first.text.split()).endswith("dont le modèle est approuvé par arrêté.")
    assert second.text.endswith("« Art. R. 12-3-1. – La mesure est publiée. »")


def test_headings_on_the_line_of_the_text_of_a_code(tmp_path: Path) -> None:
    text = (
        "Code des sabliers\n\nArt. L. 1. - Le sable coule.\n\nArt. L. 1-1 A. – Il dort.\n\nArt. R. 2 bis. - Il pèse.\n"
    )
    assert [(str(article.number), article.text) for article in loaded(tmp_path, text)] == [
        ("L1", "Le sable coule."),
        ("L1-1 A", "Il dort."),
        ("R2 bis", "Il pèse."),
    ]


@pytest.mark.parametrize("dash", ["-", "–", ":"])
def test_all_headings_have_titles(tmp_path: Path, dash: str) -> None:
    text = (
        "Décret n° 2031-55 du 3 mai 2031 relatif au sable\n\n"
        f"Article 1er {dash} Objet\n\nLe décret régit le sable.\n\nArticle 2 {dash} Durée\n\nIl dure.\n"
    )
    articles = loaded(tmp_path, text).articles
    assert [(article.id, article.text) for article in articles] == [
        ("decret:2031-55/1", "Le décret régit le sable."),
        ("decret:2031-55/2", "Il dure."),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "CONTRAT DE LOCATION\n\nLoi n° 2031-12 du 3 mars 2031 relative au sable",
        "Statuts de l'association\n\nLoi du 3 mars 2031 relative au sable",
        "Code des sabliers\n\nEntre les soussignés :",
    ],
)
@pytest.mark.parametrize("title", ["", " - Objet"])
def test_the_articles_of_a_contract_are_of_no_act(tmp_path: Path, head: str, title: str) -> None:
    text = f"{head}\n\nArticle 1{title}\n\nLe bailleur loue un sablier.\n\nArticle 2\n\nIl le garde.\n"
    corpus = loaded(tmp_path, text)
    assert [(article.act, str(article.number)) for article in corpus] == [(None, "1"), (None, "2")]
    assert any(found.code == "unknown-act" and "contract" in found.message for found in corpus.findings)
    assert cpp_corpus.load(tmp_path / "a.txt", act="Code pénal").articles[0].act == "code-penal"


def test_titled_clauses_without_an_act_are_refused(tmp_path: Path) -> None:
    text = "Contrat\n\nArticle 1 - Objet\n\nA loue un sablier à B.\n\nArticle 2 - Durée\n\nUn an.\n"
    with pytest.raises(cpp_corpus.InputError, match="a contract, statutes or the like"):
        loaded(tmp_path, text)
    with pytest.raises(cpp_corpus.InputError, match="If it is law, put the title of its act on the first line"):
        loaded(tmp_path, text.removeprefix("Contrat"))


def test_an_annex_with_its_caption(tmp_path: Path) -> None:
    text = (
        "Arrêté du 12 mars 2031 fixant la liste des sables\n\nLe ministre du sable,\nArrête :\n\nArticle 1\n"
        "La liste est en annexe.\n\nAnnexe\nANNEXE\nLISTE DES SABLES\n1. Le blanc ;\nANNEXE 1\nLe noir.\n\n"
        "Fait le 12 mars 2031.\n"
    )
    first, annex = loaded(tmp_path, text).articles
    assert (first.text, str(annex.number)) == ("La liste est en annexe.", "Annexe")
    assert annex.text == "ANNEXE\nLISTE DES SABLES\n1. Le blanc ;\nANNEXE 1\nLe noir."


def test_an_annex_between_empty_lines_in_a_code(tmp_path: Path) -> None:
    text = "Code des sabliers\n\nArticle *R. 1-1\n\nLe sable coule.\n\nAnnexe I à l'article R. 1-1\n\nLa liste.\n"
    assert [str(article.number) for article in loaded(tmp_path, text)] == ["R*1-1", "Annexe I à l'article R. 1-1"]


def test_articles_with_roman_numbers(tmp_path: Path) -> None:
    text = (
        "Décret n° 2031-55 du 3 mai 2031 portant publication de l'accord sur le sable\n\n"
        "Article I\n\nLe sable est libre.\n\nArticle II\n\nIl est rare.\n"
    )
    assert [article.id for article in loaded(tmp_path, text)] == ["decret:2031-55/i", "decret:2031-55/ii"]


def test_underlined_titles_of_divisions(tmp_path: Path) -> None:
    text = (
        "Code des sabliers\n=================\n\nTitre Ier : Du sable\n--------------------\n\nArticle L1\n\n"
        "Il coule sur la table.\n\nTitre II : Du verre\n-------------------\n\nArticle L2\n\nIl tient le sable.\n"
    )
    articles = loaded(tmp_path, text).articles
    assert [(article.text, article.divisions[0].title) for article in articles] == [
        ("Il coule sur la table.", "Du sable"),
        ("Il tient le sable.", "Du verre"),
    ]


def test_the_constitution(tmp_path: Path) -> None:
    text = (
        "Constitution du 4 octobre 1958\n\nArticle 1er\n\nLe sable est un.\n\nTitre Ier - Du sable\n\n"
        "Article 2\n\nIl coule.\n"
    )
    assert [article.id for article in loaded(tmp_path, text)] == ["constitution:1958/1", "constitution:1958/2"]


@pytest.mark.parametrize(
    ("title", "act"),
    [
        ("CONSTITUTION DU 4 OCTOBRE 1958", "constitution:1958"),
        ("Constitution de la République française du 4 octobre 1958", "constitution:1958"),
        ("Constitution de 1848", "constitution:1848"),
        ("Constitution du 4 octobre 2031", "constitution:2031"),
    ],
)
def test_a_constitution_with_its_date(tmp_path: Path, title: str, act: str) -> None:
    text = f"{title}\n\nArticle premier\nLe sable est un.\n\nTitre Ier\nDu sable\n\nArticle 2\nIl coule.\n"
    assert [article.id for article in loaded(tmp_path, text)] == [f"{act}/1", f"{act}/2"]


def test_a_constitution_of_a_year_in_which_france_had_none() -> None:
    text = "Constitution du 11 décembre 1990\n\nArticle premier\nLe sable est un.\n\nArticle 2\nIl coule.\n"
    assert reason(text) == "a text of the law of another country"


@pytest.mark.parametrize("names", [("1er", "2"), ("I", "II"), ("préliminaire", "unique")])
def test_articles_of_an_annex_are_lines_of_it(tmp_path: Path, names: tuple[str, str]) -> None:
    first, second = names
    text = (
        "Code des sabliers\n\nArticle L1\n\nLe sable.\n\nArticle L2\n\nIl coule.\n\nArticle Annexe I\n\nModèle.\n\n"
        f"Article {first}\n\nLe bail.\n\nArticle {second}\n\nLe prix.\n"
    )
    *_, annex = articles = loaded(tmp_path, text).articles
    assert (len(articles), annex.text.count("Article")) == (3, 2)


def test_what_stands_below_the_signatures_is_annexed(tmp_path: Path) -> None:
    text = (
        "Décret n° 2031-56 du 3 mai 2031 approuvant une convention\n\nArticle 1er\n\nElle est approuvée.\n\n"
        "Article 2\n\nLe ministre l'exécute.\n\nFait le 3 mai 2031.\n\n"
        "Convention\n\nArticle 1er\n\nLe sable est vendu.\n"
    )
    corpus = loaded(tmp_path, text)
    assert [article.text for article in corpus] == ["Elle est approuvée.", "Le ministre l'exécute."]
    assert "Le sable est vendu." in corpus.leftovers


@pytest.mark.parametrize(
    "line",
    [
        "Modifié par le conseil des sabliers, le règlement intérieur est affiché dans chaque atelier.",
        "Conformément à la loi du 3 mars 2031, le sablier est retourné à midi.",
        "En application de la directive 2031/28/UE, l'Etat fixe le poids du sable.",
        "Étendue par arrêté, la convention s'applique à tous les sabliers.",
        "Conformément à la loi n° 2031-12 du 3 mars 2031 relative au sable, les membres du conseil des sabliers qui",
    ],
)
def test_a_sentence_that_begins_as_history_is_law(line: str, tmp_path: Path) -> None:
    text = ONE.replace("I.-Le sable coule", f"{line}\n\nI.-Le sable coule")
    place = tmp_path / "a.txt"
    place.write_text(text, "utf-8")
    (found,) = cpp_corpus.load(place).articles
    assert found.text.startswith(line)
    assert len([link for link in found.links if link.kind]) == 2


ANNEXES = (
    "Annexe II : Tableau n° 4 bis",
    "Annexe III-3 (art. A312-8)",
    "Annexe de l'article R221-29",
    "Annexe (2) à l'article R511-9",
    "Annexe I à l'art. R434-32 (16)",
    "Annexe Tableau VIII-III",
    "Annexe 5, art. 3",
    "Annexe II-1 art R212-88 et R212-89",
    "Annexe à la section 1 du chapitre III du titre IX du livre V",
    "Annexe III aux articles R313-31, R313-31-2",
    "Annexes à l'article D912-15",
)


@pytest.mark.parametrize("heading", ANNEXES)
def test_the_headings_of_annexes_on_the_site(heading: str, tmp_path: Path) -> None:
    history = "Création Décret n°2024-12 du 1 mars 2024 - art. 2"
    below = f"Versions\nLiens relatifs\n\n{heading}\n{history}\n\nLe verre est bleu.\n\n"
    place = tmp_path / "a.txt"
    place.write_text(ONE.replace("Versions\nLiens relatifs\n", f"{below}Versions\nLiens relatifs\n"), "utf-8")
    first, second = cpp_corpus.load(place).articles
    assert (first.text, second.text) == (
        "I.-Le sable coule, selon l'article L. 111-2.\nII.-Il s'arrête la nuit.",
        "Le verre est bleu.",
    )
    assert second.number is not None


@pytest.mark.parametrize(
    "line", ["Annexe I : Règles du sable", "Annexe au présent article", "Annexe I du présent décret"]
)
def test_no_heading_of_an_annex(line: str, tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text(ONE.replace("II.-Il s'arrête", f"{line}\n\nII.-Il s'arrête"), "utf-8")
    assert len(cpp_corpus.load(place).articles) == 1


FOOT = "Dernière modification du texte le 1 mars 2031 - Document généré le 2 avril 2031 - Copyright (C) 2007 Legifrance"
PRINTED_CODE = f"""Code des sabliers
Partie législative
Article L1
Le sable coule le jour, et le gardien du sablier le retourne chaque soir à la même heure sonnante.

I bis : De la pesée du sable
A. Règles communes aux sabliers de deux minutes et à ceux qui
durent plus longtemps
Article L2
Le sable est pesé.
Article 5
Le poids est noté dans le registre.

Article L3
{FOOT}

Le verre est bleu.

Annexes
Article Annexe 1
Article 1er
Le sablier est prêté.
Article 2
Il est rendu.

Article Annexe 2
La liste.

{FOOT}
"""


def test_the_layout_of_a_printed_code(tmp_path: Path) -> None:
    """Titles of any kind stand between an empty line and a heading; lines of an article have no empty line above."""
    place = tmp_path / "a.txt"
    place.write_text(PRINTED_CODE, "utf-8")
    corpus = cpp_corpus.load(place)
    assert [(str(article.number), article.text.replace("\n", " ")) for article in corpus.articles] == [
        ("L1", "Le sable coule le jour, et le gardien du sablier le retourne chaque soir à la même heure sonnante."),
        ("L2", "Le sable est pesé. Article 5 Le poids est noté dans le registre."),
        ("L3", "Le verre est bleu."),
        ("Annexe 1", "Article 1er Le sablier est prêté. Article 2 Il est rendu."),
        ("Annexe 2", "La liste."),
    ]
    assert corpus.articles[1].divisions[-1].title == (
        "Règles communes aux sabliers de deux minutes et à ceux qui durent plus longtemps"
    )
    assert "Annexes" in corpus.leftovers


def test_the_title_of_a_printed_code_goes_on_on_the_next_page(tmp_path: Path) -> None:
    title = "Section 1 : De la compétence des gardiens du sablier et de la\n\n" + FOOT + "\n\n\fprocédure devant eux\n"
    place = tmp_path / "a.txt"
    before, _, after = PRINTED_CODE.partition("I bis : De la pesée du sable\n")
    place.write_text(before + title + after[after.index("Article L2") :], "utf-8")
    found = cpp_corpus.load(place).articles[1]
    assert [(each.kind, each.title) for each in found.divisions[1:]] == [
        ("section", "De la compétence des gardiens du sablier et de la procédure devant eux")
    ]


@pytest.mark.parametrize(
    ("line", "state", "first", "last"),
    [
        ("Version abrogée depuis le 01 octobre 2016", "repealed", None, date(2016, 10, 1)),
        ("Version périmée depuis le 1er janvier 2005", "repealed", None, date(2005, 1, 1)),
        ("Version à venir au 01 janvier 2040", "future", date(2040, 1, 1), None),
        ("Version en vigueur depuis le 21 mars 1804", "in_force", date(1804, 3, 21), None),
    ],
)
def test_the_state_of_a_version(line: str, state: str, first: date | None, last: date | None, tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text(ONE.replace("Version en vigueur depuis le 01 mars 2024", line), "utf-8")
    (found,) = cpp_corpus.load(place).articles
    assert (str(found.state), found.valid_from, found.valid_to) == (state, first, last)


def test_the_declaration_of_rights_is_an_act(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    words = "Les sabliers naissent et demeurent égaux en sable."
    title = "Déclaration des Droits de l'Homme et du Citoyen de 1789"
    place.write_text(f"{title}\n\nArticle 1er\n\n{words}\n\nArticle 2\n\n{words}\n\nArticle 3\n\n{words}\n", "utf-8")
    assert {article.act for article in cpp_corpus.load(place).articles} == {"declaration:1789"}


NESTED = """Code des sabliers
Version en vigueur au 3 mars 2031
Partie législative
Première partie : Du sable
Livre Ier : Des grains
Titre Ier : De la pesée
Section 1-1 : Du tri
I : Règles communes (Articles L1 à L3)
A. - Du poids (Articles L1 à L3)
1 : De la mesure (Articles L1 à L3)
Article L1
Le sable coule.
Versions
Liens relatifs
2 : De la balance (Articles L1 à L3)
Article L2
Le sable dort.
Versions
Liens relatifs
B. - Du volume (Articles L1 à L3)
Article L3
Le sable luit.
Versions
Liens relatifs
II : Règles propres (Articles L1 à L3)
Article L4
Le sable brille.
Versions
Liens relatifs
Deuxième partie : Du verre
Article L5
Le verre est bleu.
Versions
Liens relatifs
Annexes (Articles L1 à L3)
Annexe I (Articles L1 à L3)
Article Annexe I-1
La liste.
Versions
Liens relatifs
"""


def test_divisions_of_any_kind_are_nested(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text(NESTED, "utf-8")
    found = [[division.number for division in article.divisions] for article in cpp_corpus.load(place).articles]
    above = [None, "Ier", "Ier", "Ier", "1-1"]
    assert found[0] == [*above, "I", "A", "1"]
    assert found[1] == [*above, "I", "A", "2"]
    assert found[2] == [*above, "I", "B"]
    assert found[3] == [*above, "II"]
    assert found[4] == [None, "II"]
    assert found[5] == [None, "I"]


def test_the_annexes_of_a_whole_code_are_in_no_other_division(tmp_path: Path) -> None:
    text = NESTED.replace(
        "Livre Ier : Des grains", "Chapitre préliminaire : Du vent\nArticle L0\nLe vent.\nVersions\nLiens relatifs"
    )
    place = tmp_path / "a.txt"
    place.write_text(
        text.replace("Première partie : Du sable\nChap", "Chap").replace(
            "Titre Ier : De la pesée", "Première partie : Du sable\nLivre Ier : Des grains\nTitre Ier : De la pesée"
        ),
        "utf-8",
    )
    found = [[(each.kind, each.number) for each in article.divisions] for article in cpp_corpus.load(place).articles]
    assert found[0] == [("partie", None), ("chapitre", "préliminaire")]
    assert found[1][:3] == [("partie", None), ("partie", "Ier"), ("livre", "Ier")]
    assert found[-1] == [("annexe", None), ("annexe", "I")]


@pytest.mark.parametrize(
    "line",
    [
        "loi n° 2031-22 du 24 janvier 2031 d'orientation du ministère du sable.",
        "recherche publique et privée sur les sabliers.",
        "Décret n° 2031-13 du 27 décembre 2031 art. 2 : La rubrique 2661 est applicable le jour de sa publication.",
    ],
)
def test_the_last_line_of_an_article_is_no_title(line: str, tmp_path: Path) -> None:
    text = PRINTED_CODE.replace("Le sable est pesé.\n", f"Le sable est pesé selon les termes de la\n{line}\n")
    text = text.replace("Le poids est noté dans le registre.\n", f"Le poids est noté au titre de la\n{line}\n")
    place = tmp_path / "a.txt"
    place.write_text(text, "utf-8")
    words = " ".join(
        article.text + "".join(note.text for note in article.notes) for article in cpp_corpus.load(place).articles
    )
    assert words.replace("\n", " ").count(line) == 2


def test_a_sentence_below_a_bare_heading_stays_in_its_article(tmp_path: Path) -> None:
    sentence = (
        "Le gardien du sablier tient un registre du sable qu'il reçoit et le présente à toute\nréquisition du conseil."
    )
    text = PRINTED_CODE.replace("Le poids est noté dans le registre.\n", f"Le poids est noté.\nTitre II\n{sentence}\n")
    place = tmp_path / "a.txt"
    place.write_text(text.replace(FOOT, ""), "utf-8")
    corpus = cpp_corpus.load(place)
    assert sentence.replace("\n", " ") in " ".join(article.text.replace("\n", " ") for article in corpus.articles)


def test_history_of_a_publication_that_was_broken(tmp_path: Path) -> None:
    line = "Création Décret 95-260 1995-03-08 art. 1 JORF 10 mars 1995\nrectificatif JORF 1er avril 1995"
    place = tmp_path / "a.txt"
    place.write_text(ONE.replace("Modifié par Décret n°2024-12 du 1 mars 2024 - art. 2", line), "utf-8")
    (found,) = cpp_corpus.load(place).articles
    assert found.text.startswith("I.-Le sable")


@pytest.mark.parametrize(
    ("title", "act"),
    [
        ("Code de la propriété\nintellectuelle", "code-de-la-propriete-intellectuelle"),
        ("Code de la légion d'honneur,\nde la Médaille militaire et de\nl'ordre national du Mérite",) * 2,
        ("Code des sabliers\net des horloges", "code-des-sabliers-et-des-horloges"),
        ("Code des sabliers et des\nhorloges de Saint-\nMoulin", "code-des-sabliers-et-des-horloges-de-saint-moulin"),
        ("Code des sabliers\nmis à jour le 3 mars 2031", "code-des-sabliers"),
        ("Code des sabliers\nLivre Ier : Du sable", "code-des-sabliers"),
        ("Code des sabliers\n\nde la plage", "code-des-sabliers"),
    ],
)
def test_the_title_of_a_code_over_several_lines(title: str, act: str, tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text(f"{title}\nArticle 1\nLe sable coule.\nArticle 2\nIl dort.\n", "utf-8")
    found = cpp_corpus.load(place).articles
    assert [(article.act, article.text) for article in found] == [
        (slug(act.replace("\n", " ")), "Le sable coule."),
        (slug(act.replace("\n", " ")), "Il dort."),
    ]


def test_a_title_over_several_lines_comes_again_on_each_page(tmp_path: Path) -> None:
    title = "Code de la propriété\nintellectuelle\n"
    place = tmp_path / "a.txt"
    place.write_text(f"{title}Article 1\nLe sable\n\f{title}coule.\n\nArticle 2\nIl dort.\n", "utf-8")
    assert [article.text for article in cpp_corpus.load(place).articles] == ["Le sable\ncoule.", "Il dort."]


LINKED = (
    "Code des sabliers\n\n## {}\n\nLe sable coule selon {}\net tant que le gardien dort.\n\n"
    "* Versions\n* Liens relatifs\n"
)


@pytest.mark.parametrize(
    ("heading", "link", "listed"),
    [
        ("[Article L1](/code-des-\nsabliers/l1)", "l'article [L.\n2](/code-des-\nsabliers/livre-\nier/l2.md)", ""),
        ("[Article L1](/a/l1)", "l'article [L.\n2](/a/l2 'x')".replace("'x'", '"Code des\nsabliers"'), ""),
        ("[Article L1][1]", "l'article [L.\n2][2]", "   [1]: /a/l1\n   [2]: https://a.example/l2\n"),
        ("[Article L1]", "l'article [L. 2][]", "  [Article L1]: /a/l1\n  [L. 2]: /a/l2\n"),
    ],
)
def test_links_over_several_lines_and_listed_ones(heading: str, link: str, listed: str, tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    place.write_text(LINKED.format(heading, link) + listed, "utf-8")
    (article,) = cpp_corpus.load(place).articles
    words = article.text.replace("\n", " ")
    assert (str(article.number), words) == ("L1", "Le sable coule selon l'article L. 2 et tant que le gardien dort.")


def test_brackets_of_the_law_are_no_links(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text(LINKED.format("Article L1", "l'article [L. 2] [1]").replace("## ", ""), "utf-8")
    (article,) = cpp_corpus.load(place).articles
    assert article.text.replace("\n", " ").startswith("Le sable coule selon l'article [L. 2] [1] et")


ANCHOR = '<a id="x"></a>'
CONVERTED = {
    "mammoth: an anchor before each heading": f"""{ANCHOR}# Code des sabliers

{ANCHOR}## Titre Ier : Du sable

{ANCHOR}### Article 1

Le sable coule\\.

{ANCHOR}### Article 2

Il dort\\.
""",
    "pymupdf4llm: lines are joined": """# **Code des sabliers**

**Livre Ier : Des durées** _Titre Ier : Du sable_ Article 1

Le sable coule.

Article 2

Il dort.

Article 3

Le vent.

_Article 4_

La pluie.
""",
    "pymupdf4llm: only large letters are headings": """# **Code des sabliers**

## **Titre Ier : Du sable**

Article 1

Le sable coule.

# _Article 2_

Il dort.

Article 3

Le vent.

Article 4

La pluie.
""",
    "mammoth: a fragment of HTML": f"{ANCHOR}<h1>Code des sabliers</h1><h2>Titre Ier : Du sable</h2>"
    "<h3>Article 1</h3><p>Le sable coule.</p><h3>Article 2</h3><p>Il dort.</p>",
    "a fragment of HTML on lines": """<h1>Code des sabliers</h1>
<h2>Titre Ier : Du sable</h2>
<h3>Article 1</h3>
<p>Le sable coule.</p>
<h3>Article 2</h3>
<p>Il dort.</p>
""",
}


@pytest.mark.parametrize("text", CONVERTED.values(), ids=CONVERTED)
def test_what_converters_make_of_an_office_document_or_a_pdf_file(text: str, tmp_path: Path) -> None:
    place = tmp_path / "a.bin"
    place.write_text(text, "utf-8")
    first, second, *_ = cpp_corpus.load(place).articles
    assert (first.id, first.text) == ("code-des-sabliers/1", "Le sable coule.")
    assert (second.id, second.text) == ("code-des-sabliers/2", "Il dort.")
    assert first.divisions[-1].title == "Du sable"


def test_a_model_of_an_annex_in_markdown_has_no_articles_of_its_own(tmp_path: Path) -> None:
    model = "".join(f"Article {number}\n\nLe sablier est prêté.\n\n" for number in range(1, 6))
    place = tmp_path / "a.md"
    place.write_text(f"# Code des sabliers\n\n## Article 1\n\nLe sable.\n\n## Article Annexe\n\n{model}", "utf-8")
    assert [str(article.number) for article in cpp_corpus.load(place).articles] == ["1", "Annexe"]


def test_a_page_whose_articles_are_points_has_no_others(tmp_path: Path) -> None:
    """As resiliparse and elinks write it: a line in an annex is no heading, and a letter before a number no link."""
    shown = "Version en vigueur au 3 mars 2031\n\n"
    history = "Modifié par Décret n°2024-12 du 1 mars 2024 - art. 2"
    model = "\n".join(f"    Article {number}\n    Le sablier est prêté.\n" for number in (1, 2, 3))
    text = f"Code des sabliers\n{shown}  • [1]Annexe 1\n\n    {history}\n\n{model}\n"
    text += "  • [2]Annexe 2\n\n    Le CO[2] du vent.\n"
    place = tmp_path / "a.txt"
    place.write_text(text, "utf-8")
    first, second = cpp_corpus.load(place).articles
    assert [str(first.number), str(second.number)] == ["Annexe 1", "Annexe 2"]
    assert first.text.startswith("Article 1\nLe sablier")
    assert second.text == "Le CO[2] du vent."


def test_numbers_at_the_border_of_a_page_that_do_not_count_pages_are_words(tmp_path: Path) -> None:
    pages = (
        "Code des sabliers\nArticle 1\nLe sable coule depuis l'an\n17\n",
        "2031\net l'ordonnance n° 2031-\n\n18\n",
        "308\ndu 3 mars 2031.\n19\n",
        "Article 2\nIl dort.\n20\n",
    )
    place = tmp_path / "a.txt"
    place.write_text("\f".join(pages), "utf-8")
    first, second = cpp_corpus.load(place).articles
    words = "Le sable coule depuis l'an 2031 et l'ordonnance n° 2031- 308 du 3 mars 2031."
    assert (first.text.replace("\n", " "), second.text) == (words, "Il dort.")


POINTS = """- Livre III : Des sabliers (Articles L311-1 à L311-5)
- Le gardien compte les grains, selon l'article 12 : - le jour ; - la nuit. Article 1er Objet VersionsLiens relatifs
- TARIF DES SABLES Grain
Prix
blanc
- 1
noir 2 VersionsLiens relatifs
- Article L311-3 (abrogé) Abrogé par Décret n°2024-12 du 1 mars 2024 - art. 3
Modifié par Décret n°2010-1 du 1 mars 2010 - art. 4
VersionsLiens relatifs
- Le verre est soufflé. Versions
- Le gardien dort. VersionsLiens relatifs
Retourner en haut de la page
"""


@pytest.mark.parametrize(
    "text",
    [
        POINTS,
        POINTS.replace("- Livre", "- # Livre")
        .replace("- Article L311-3", "- ### Article L311-3")
        .replace("\n", "\r\n"),
        "<html><body><ul><li>"
        + POINTS.removeprefix("- ").replace("\n- ", "</li><li>").replace("<li>1\n", "- 1<br/>").replace("\n", "<br/>")
        + "</ul></body></html>",
    ],
    ids=["text", "markdown", "html"],
)
def test_articles_that_are_points_of_a_list_and_have_lost_their_headings(text: str) -> None:
    """As trafilatura writes a page of the site: each ends with the words below it."""
    read = read_bytes(text.encode(), "code-des-sabliers/page.txt")
    found = [a for document in read.documents for a in tokenize(document).articles]
    assert [a.number and str(a.number) for a in found] == [None, None, "L311-3", None, None]
    assert [a.state for a in found].count(ArticleState.REPEALED) == 1
    assert found[0].text.endswith("la nuit. Article 1er Objet")
    assert " ".join(found[1].text.split()) == "TARIF DES SABLES Grain Prix blanc - 1 noir 2"
    assert [a.text for a in found[2:]] == ["", "Le verre est soufflé.", "Le gardien dort."]
    assert [(link.act, link.article, link.kind) for link in found[2].links] == [
        ("decret:2024-12", "3", "ABROGE"),
        ("decret:2010-1", "4", "MODIFIE"),
    ]
    assert [division.title for division in found[0].divisions] == ["Des sabliers"]


def test_points_with_their_headings_versions_and_words_on_one_line() -> None:
    text = """- ## Article L311-1 ###### Version en vigueur depuis le 01 mars 2024 Modifié par Décret n°2024-12 du\
 1 mars 2024 - art. 2 (V) Le gardien compte les grains.
- ## Article L311-2 ###### Version en vigueur depuis le 2 avril 2019 Le verre est soufflé : 1° clair ;
2° rond.

Retourner en haut de la page
"""
    for each in (text, text.replace("###### ", "").replace("## ", "")):
        read = read_bytes(each.encode(), "code-des-sabliers/page.txt")
        found = [a for document in read.documents for a in tokenize(document).articles]
        assert [(str(a.number), a.valid_from, a.text) for a in found] == [
            ("L311-1", date(2024, 3, 1), "Le gardien compte les grains."),
            ("L311-2", date(2019, 4, 2), "Le verre est soufflé : 1° clair ;\n2° rond."),
        ]
        assert [(link.act, link.article) for link in found[0].links] == [("decret:2024-12", "2")]


@pytest.mark.parametrize(
    "text",
    [
        POINTS.replace("- Le verre", "Le verre"),  # what follows an end is no point
        POINTS.replace("- Livre III", "- Accueil\n- Codes\n- Livre III"),  # a menu
        "- Le gardien compte les grains.\n- Le verre est soufflé.\nRetourner en haut de la page\n",
    ],
)
def test_points_that_are_not_certainly_articles_are_refused(text: str) -> None:
    assert read_bytes(text.encode(), "code-des-sabliers/page.txt").refusal


MIXED = """### Code des sabliers

## Titre Ier : Du sable

**Article R311-1**

Le sable coule.

### **Article L311-2**

Le verre est soufflé.

Article R*311-2-1

Le gardien compte les grains. Article R311-4

Il dort.

### Article L312-1

Il est remplacé.
"""


def test_headings_of_which_a_converter_has_marked_some() -> None:
    read = read_bytes(MIXED.encode(), "page.md")
    found = [a for document in read.documents for a in tokenize(document).articles]
    assert [(str(a.number), a.text) for a in found] == [
        ("R311-1", "Le sable coule."),
        ("L311-2", "Le verre est soufflé."),
        ("R*311-2-1", "Le gardien compte les grains."),
        ("R311-4", "Il dort."),
        ("L312-1", "Il est remplacé."),
    ]


@pytest.mark.parametrize("number", ["1er", "L311-2", "L299", "5"])
def test_a_line_that_does_not_run_on_is_no_heading(number: str) -> None:
    """As the articles of a model in an annex."""
    text = (
        MIXED.replace("**Article R311-1**", "### Article L310")
        .replace("R*311-2-1", number)
        .replace("Article R311-4", "")
    )
    read = read_bytes(text.encode(), "page.md")
    found = [a for document in read.documents for a in tokenize(document).articles]
    assert [str(a.number) for a in found] == ["L310", "L311-2", "L312-1"]


def test_a_code_and_its_division_on_one_line() -> None:
    text = ONE.replace("Code des sabliers", "Code pénal Livre premier : Dispositions générales")
    read = read_bytes(text.encode(), "page.txt")
    assert {draft.facts.act for document in read.documents for draft in document.drafts} == {"code-penal"}

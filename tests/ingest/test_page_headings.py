"""Headings of articles as people and converters write them."""

from __future__ import annotations

import pytest

from cpp_corpus import Article, ArticleNumber
from cpp_corpus.ingest import read_bytes
from cpp_corpus.lang.typography import slug
from cpp_corpus.tokenizer import tokenize

DECREE = "Décret n° 2031-40 du 5 mai 2031 relatif au sable\n\nDécrète :\n\n"
SENTENCES = (
    "Le sable est pesé chaque matin par le gardien.",
    "Les grains noirs ne sont jamais comptés avec les blancs.",
    "Le décret du 4 mai 2019 est abrogé.",
)


def articles(text: str, path: str = "page.txt") -> tuple[Article, ...]:
    (document,) = read_bytes(text.encode(), path).documents
    made = tokenize(document)
    assert not [*document.findings, *made.findings]
    return made.articles


def numbers_and_texts(text: str) -> list[tuple[str, str]]:
    return [(str(article.number), article.text) for article in articles(text)]


@pytest.mark.parametrize("first", ["1 er", "1ᵉʳ", "1 ᵉʳ", "1°", "1\ner", "1 ER"])
def test_the_first_article_with_its_raised_letters_set_apart(first: str) -> None:
    text = f"{DECREE}Article {first}\n{SENTENCES[0]}\nArticle 2\n{SENTENCES[1]}\n"
    assert numbers_and_texts(text) == [("1er", SENTENCES[0]), ("2", SENTENCES[1])]


@pytest.mark.parametrize("first", ["1 er. – ", "1ᵉʳ. - ", "1er\n. – ", "1\ner\n. – "])
def test_the_first_article_with_its_raised_letters_set_apart_before_its_text(first: str) -> None:
    text = f"{DECREE}Art. {first}{SENTENCES[0]}\n\nArt. 2. – {SENTENCES[1]}\n\nArt. 3. – {SENTENCES[2]}\n"
    assert numbers_and_texts(text) == list(zip(["1er", "2", "3"], SENTENCES, strict=True))


def test_raised_letters_at_the_foot_of_a_column() -> None:
    text = f"{DECREE}Art. 1 . – {SENTENCES[0]}\nLe soir aussi.\n\ner\n\nArt. 2. – {SENTENCES[1]}\n"
    assert numbers_and_texts(text) == [("1", f"{SENTENCES[0]}\nLe soir aussi."), ("2", SENTENCES[1])]
    assert not any(
        number == "2" for number, _ in numbers_and_texts(f"{DECREE}Article 1\nLe vent.\nArticle 2 er\nSable.")
    )


CODE = "Code des sabliers\n\n"
PREFIXED = ("L112-1", "L112-2", "L112-3 bis")


@pytest.mark.parametrize(
    "form",
    [
        *("Article {}.", "Article {} :", "Art. {}", "Art. {}.", "Art {}", "ART. {}. —", "Article n° {}", "article {}"),
        *(
            "Article {} (en vigueur)",
            "Article {} En vigueur",
            "Article {} | Légifrance",
            "[Article {}]",
            "📜 Article {}",
        ),
        *("Article {} (Modifié par Loi n° 2031-12 du 3 mars 2031)", "Article {} consolidé en vigueur depuis le 3 mai"),
        *(
            "Article {} du Code des sabliers",
            "Article {} - Code des sabliers",
            "Article {}, Code des sabliers",
            "{}",
            "§ {}",
        ),
        *(
            "### Article {}.",
            "### Article {} :",
            "> **Article {}**",
            "**Article {}.**",
            "- **Article {}** (Modifié par décret)",
        ),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_heading_as_people_write_it(form: str, gap: str) -> None:
    lines = [line for number, words in zip(PREFIXED, SENTENCES, strict=True) for line in (form.format(number), words)]
    text = CODE + gap.join(lines)
    assert numbers_and_texts(text) == list(zip(PREFIXED, SENTENCES, strict=True))
    assert {article.act for article in articles(text)} == {"code-des-sabliers"}


@pytest.mark.parametrize("title", ["{}\n\n", "# {}\n\n"])
@pytest.mark.parametrize(
    "form",
    [
        *(
            "**Art. {}.** – ",
            "**Art. {}** – ",
            "**Article {}** ",
            "**Article {}.** ",
            "**Article {} :** ",
            "_Article {}_ ",
        ),
        *(
            "- **Article {}** : ",
            "*Art. {}. –* ",
            "__Art. {}__. ",
            "<b>Article {}</b> ",
            "### Art. {}. – ",
            "Article {}\t",
        ),
        *("**[Article {}](https://example.org/a)** : ", "Art.{}-", "Art. {}.-"),
    ],
)
def test_a_heading_before_the_words_of_its_article(form: str, title: str) -> None:
    lines = [form.format(number) + words for number, words in zip(("1er", "2", "3"), SENTENCES, strict=True)]
    text = title.format("Décret n° 2031-40 du 5 mai 2031 relatif au sable") + "\n\n".join(lines)
    assert numbers_and_texts(text) == list(zip(("1er", "2", "3"), SENTENCES, strict=True))


def test_articles_of_few_words() -> None:
    text = f"{CODE}Article L1 :\n\n{SENTENCES[0]}\n\nArticle L2 :\n\n(Abrogé)\n\nArticle L3 :\n\n{SENTENCES[2]}\n"
    assert [(str(article.number), article.state.value) for article in articles(text)] == [
        ("L1", "in_force"),
        ("L2", "repealed"),
        ("L3", "in_force"),
    ]


def test_headings_name_the_acts_of_their_articles() -> None:
    version = "Version en vigueur depuis le 1 mars 2024"
    text = (
        f"Article 12 du Code des sabliers\n{version}\n\n{SENTENCES[0]}\n\n"
        f"Article 3 du code des moulins et des horloges\n{version}\n\n{SENTENCES[1]}\n\n"
        f"Article 4 du code des moulins et des horloges\n{version}\n\n{SENTENCES[2]}"
    )
    assert [article.id for article in articles(text)] == [
        "code-des-sabliers/12",
        "code-des-moulins-et-des-horloges/3",
        "code-des-moulins-et-des-horloges/4",
    ]
    title = "Article 12 - Code des sabliers - Légifrance\nRechercher dans les titres du code.\n"
    (pasted,) = articles(f"{title}Article 12\nVersion en vigueur depuis le 1 mars 2024\n\n{SENTENCES[0]}")
    assert (pasted.number, pasted.text) == (ArticleNumber("12"), SENTENCES[0])
    heading = "Article 12 - Code des sabliers\n"
    (twice,) = articles(f"{heading}Menu\n\n{heading}Version en vigueur depuis le 1 mars 2024\n\n{SENTENCES[0]}")
    assert (twice.id, twice.text) == ("code-des-sabliers/12", SENTENCES[0])
    (shared,) = articles(f"Article 12 - Code des sabliers\nVersion en vigueur depuis le 1 mars 2024\n\n{SENTENCES[0]}")
    assert (shared.id, shared.text) == ("code-des-sabliers/12", SENTENCES[0])


def test_the_marks_of_a_heading_are_left_over() -> None:
    rows = (f"**[Article L{at}](https://example.org/a{at})** : {words}" for at, words in enumerate(SENTENCES, 1))
    (document,) = read_bytes("\n\n".join(["# Code des sabliers", *rows]).encode(), "page.txt").documents
    made = tokenize(document)
    assert [article.text for article in made.articles] == [*SENTENCES]
    assert "https://example.org/a2" in "".join(made.leftovers)


@pytest.mark.parametrize(
    "text",
    [
        # each of an act of its own, without a word that the page is one of law
        f"Article 1 du Code des sabliers\n\n{SENTENCES[0]}\n\nArticle 2 du Code des sabliers\n\n{SENTENCES[1]}",
        # articles in quotation marks, with words of others around them
        f"Note\nArticle 1 du Code des sabliers\n{SENTENCES[0]}\nArticle 2 du Code des sabliers\n{SENTENCES[1]}",
        f"Article 1 du Code des sabliers\n\n« {SENTENCES[0]} »\n\nArticle 2 du Code des sabliers\n\n« {SENTENCES[1]} »",
        f"Article 1 du Code des sabliers\n{SENTENCES[0]}\nExemple : 3.\nArticle 2 du Code des sabliers\n{SENTENCES[1]}",
        # lists of articles
        "Code des sabliers\n\nArticle 1.\nArticle 2.\nArticle 3.\n",
        "Code des sabliers\n\nArticle 1 :\nLe poids des grains de sable\nArticle 2 :\nLe compte des grains noirs\n",
        "Article 1 du Code des sabliers\nArticle 2 du Code des sabliers\n",
        # one article of which much may be said
        f"Article 1 du Code des sabliers\n\n{SENTENCES[0]}\n\n{SENTENCES[1]}",
        f"{DECREE}Le gardien dort.\n\nArt. 5.\n\n{SENTENCES[0]}",
        # numbers that do not ascend
        f"Code des sabliers\n\nArticle 3.\n{SENTENCES[0]}\nArticle 1.\n{SENTENCES[1]}\nArticle 2.\n{SENTENCES[2]}",
        # an act of which the title above is not
        f"Code des sabliers\nArticle 1 du Code des vents\n{SENTENCES[0]}\nArticle 2 du Code des vents\n{SENTENCES[1]}",
        # quoted by the text of a law
        f"Code des sabliers\n\n« Article 1. »\n{SENTENCES[0]}\n« Article 2. »\n{SENTENCES[1]}",
    ],
)
def test_lines_that_cite_articles_are_no_headings(text: str) -> None:
    assert not read_bytes(text.encode(), "page.txt").documents


@pytest.mark.parametrize(
    ("above", "reason"),
    [
        ("Cour des grains\n\nCode des sabliers\n\nDÉCIDE :", "a judgment or a decision"),
        ("Code des sabliers\n\nD E C I D E :", "a judgment or a decision"),
        ("Royaume de Belgique\n\nCode des sabliers", "another country"),
        ("Code pénal belge", "another country"),
    ],
)
def test_articles_of_no_act_of_france(above: str, reason: str) -> None:
    rows = (f"Article {number}\n\n{words}" for number, words in zip(("1er", "2", "3"), SENTENCES, strict=True))
    found = read_bytes("\n\n".join([above, *rows]).encode(), "page.txt")
    assert not found.documents
    assert found.refusal is not None
    assert reason in found.refusal.reason


def test_a_citation_at_the_end_of_a_broken_line_is_no_heading() -> None:
    text = f"{CODE}Article L1\nLe sable est pesé selon l'\nArticle L2.\nIl est compté.\nArticle L3\n{SENTENCES[0]}"
    assert [number for number, _ in numbers_and_texts(text)] == ["L1", "L3"]


def test_a_model_in_an_annex_has_no_articles_of_the_code() -> None:
    model = "\n\n".join(f"Article {at}.\n\n{words}" for at, words in enumerate(SENTENCES, 1))
    text = (
        f"{CODE}Article L1\nVersion en vigueur depuis le 1 mars 2024\n{SENTENCES[0]}\n\nAnnexe 1\n"
        f"Version en vigueur depuis le 1 mars 2024\nContrat de garde\n\n{model}\n"
    )
    assert [number for number, _ in numbers_and_texts(text)] == ["L1", "Annexe 1"]


def test_strong_headings_of_a_web_page() -> None:
    rows = "".join(
        f"<p><b>Art. {number}</b>{words}</p>"
        for number, words in (
            ("1<sup>er</sup>.", f" – {SENTENCES[0]}"),
            ("2.", f" – {SENTENCES[1]}"),
            ("3.", f" – {SENTENCES[2]}"),
        )
    )
    title = "Décret n° 2031-40 du 5 mai 2031 relatif au sable"
    expected = list(zip(("1er", "2", "3"), SENTENCES, strict=True))
    assert numbers_and_texts(f"<html><body><h1>{title}</h1>{rows}</body></html>") == expected
    bare = rows.replace(".</b> –", "</b>").replace("Art.", "Article")
    assert numbers_and_texts(f"<html><body><h1>{title}</h1>{bare}</body></html>") == expected


AGREEMENT = "Convention collective nationale des gardiens de sabliers du 3 mars 2031\n"


def test_a_collective_agreement_of_a_branch_is_law() -> None:
    text = f"{AGREEMENT}IDCC 0999\n\nArticle 2\nEn vigueur étendu\n\n{SENTENCES[0]}\n\nArticle 3\n\n{SENTENCES[1]}"
    assert [(article.id, article.text) for article in articles(text)] == [
        ("idcc:999/2", SENTENCES[0]),
        ("idcc:999/3", SENTENCES[1]),
    ]
    corpus = read_bytes(text.replace("IDCC 0999\n", "").encode(), "page.txt").documents
    assert [article.id for article in tokenize(corpus[0], act="idcc:999").articles] == ["idcc:999/2", "idcc:999/3"]
    assert [article.act for article in articles(text.replace("IDCC 0999", "IDCC 999\nIDCC 998"))] == [None, None]


@pytest.mark.parametrize("why", ["", "Remplacé\n", "Abrogé\n", "Périmé\n", "Dénoncé\n\n"])
def test_articles_of_an_agreement_that_are_not_in_force(why: str) -> None:
    text = (
        f"{AGREEMENT}IDCC 0999\n\nArticle 1er\nEn vigueur étendu\n{SENTENCES[0]}\n\n"
        f"Article 2 (non en vigueur)\n{why}{SENTENCES[1]}\n\nArticle 3\nEn vigueur étendu\n{SENTENCES[2]}\n"
    )
    found = [(article.id, str(article.state), article.text) for article in articles(text)]
    states = ["in_force", "repealed", "in_force"]
    assert found == [(f"idcc:999/{at}", *rest) for at, *rest in zip((1, 2, 3), states, SENTENCES, strict=True)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("behind", "state"),
    [
        (" - Non entré en vigueur", "future"),
        (". – Non encore entré en vigueur", "future"),
        (" : abrogé", "repealed"),
        (" (non en vigueur)", "repealed"),
        ("\nNon entré en vigueur", "future"),
        ("\nPas encore en vigueur", "future"),
        ("\nNon en vigueur", "repealed"),
    ],
)
def test_the_state_behind_a_number_or_below_it_is_no_word_of_law(behind: str, state: str, gap: str) -> None:
    first, second, third = (f"Article 113-{at}{{}}\n{SENTENCES[at]}" for at in range(3))
    text = f"Code des sabliers\n\n{first.format('')}{gap}{second.format(behind)}{gap}{third.format('')}\n"
    found = [(article.id[-1], str(article.state), article.text) for article in articles(text)]
    assert found == [("0", "in_force", SENTENCES[0]), ("1", state, SENTENCES[1]), ("2", "in_force", SENTENCES[2])]
    (document,) = read_bytes(text.replace(SENTENCES[1], "").encode(), "page.txt").documents
    made = tokenize(document)
    assert [str(article.state) for article in made.articles] == ["in_force", state, "in_force"]
    assert [str(finding.code) for finding in made.findings] == ["truncated-page"] * (state == "future")


def test_a_title_behind_a_number_that_speaks_of_force_is_no_state() -> None:
    text = f"# Code des sabliers\n\n## Article 1 - Entrée en vigueur\n\n{SENTENCES[0]}\n"
    assert [(str(article.state), article.text) for article in articles(text, "page.md")] == [("in_force", SENTENCES[0])]


@pytest.mark.parametrize(
    "title", ["Convention collective d'entreprise des gardiens", "Accord de télétravail", "Convention"]
)
def test_the_agreement_of_an_enterprise_is_none(title: str) -> None:
    refusal = read_bytes(f"{title}\n\nArticle 1\n\n{SENTENCES[0]}\n".encode(), "page.txt").refusal
    assert refusal is not None
    assert "contract" in refusal.reason


@pytest.mark.parametrize(
    "number", ["Annexe II à l'article r112-3", "Annexe II à L'article R112-3", "Article rubrique 5"]
)
def test_annexes_and_rubriques_below_the_title_of_a_code(number: str) -> None:
    (article,) = articles(f"Code des sabliers\n{number}\n\nSociété de garde\n\n1. Forme\n\n{SENTENCES[0]}\n")
    assert article.id == f"code-des-sabliers/{slug(number.removeprefix('Article '))}"
    assert article.text == f"Société de garde\n1. Forme\n{SENTENCES[0]}"


def test_a_heading_in_another_form_than_those_of_a_markdown_page_is_a_finding() -> None:
    text = f"# Article 1\nArticle 1 du Code civil\n\n{SENTENCES[0]}\n\nArticle 2 du Code civil\n\n{SENTENCES[1]}"
    for above in ("", "# Code civil\n\n#"):
        (document,) = read_bytes((above + text).encode(), "page.md").documents
        found = [(finding.code, finding.message[:34]) for finding in document.findings]
        assert found == [("unreadable-number", f"The line 'Article {at} du Code civil'") for at in (1, 2)]


@pytest.mark.parametrize(
    "line", ["Article 12 du Code des sabliers", "« Article L12 »", "| Article 12 | Le sable. |", "1. Article 3 : Le"]
)
def test_the_format_nearest_to_a_page_with_nearly_headings_is_that_of_pages(line: str) -> None:
    refusal = read_bytes(f"Le vocable utilisé\n\n{line}\n\nIl est dit.\n".encode(), "page.txt").refusal
    assert refusal is not None
    assert "page-text" in refusal.advice


def test_markdown_headings_with_a_sign_behind_their_number() -> None:
    text = f"# Code des sabliers\n\n## Article L1.\n\n{SENTENCES[0]}\n\n## Article L2\n\n{SENTENCES[1]}\n"
    assert numbers_and_texts(text) == [("L1", SENTENCES[0]), ("L2", SENTENCES[1])]


def test_a_page_of_another_site_with_its_dates() -> None:
    history = "Entrée en vigueur le 6 août 2018\n\nModifié par : LOI n°2031-12 - art. 2"
    (article,) = articles(f"Logo\n\nArticle 3 du Code civil\n\n{history}\n\n{SENTENCES[0]}")
    assert (article.id, article.text, str(article.valid_from)) == ("code-civil/3", SENTENCES[0], "2018-08-06")
    assert [link.act for link in article.links] == ["loi:2031-12"]


@pytest.mark.parametrize("form", ["**Article {}** {}\n\n", "Article {}.\n{}\n", "> **Art. {}**\n> {}\n\n"])
def test_a_text_of_which_the_beginning_is_cut_off_where_its_format_is_recognised(form: str) -> None:
    long, many = 60, 250  # articles: the long ones end before the 65,536 characters by which it is recognised, …
    lengths = {number: 1_000 // len(SENTENCES[0]) for number in range(1, long + 1)}
    text = CODE + "".join(form.format(n, SENTENCES[0] * lengths.get(n, 1)) for n in range(1, many + 1))
    assert len(form.format(long, "")) * long + 1_000 * long < 65_536 < len(text)  # … and the text behind them
    for more in range(0, 60, 12):
        assert len(articles("Code des sabliers" + "\n" * (2 + more) + text.removeprefix(CODE))) == many


def test_the_name_of_another_act_is_what_an_article_of_a_law_is_about() -> None:
    text = (
        f"{DECREE}Article 1er - Code des sabliers\n\n{SENTENCES[0]}\n\nArticle 2 - Code des moulins\n\n{SENTENCES[1]}\n"
    )
    assert [(article.id, article.text) for article in articles(text)] == [
        ("decret:2031-40/1", SENTENCES[0]),
        ("decret:2031-40/2", SENTENCES[1]),
    ]


def test_letters_behind_a_number_are_of_it() -> None:
    text = f"{DECREE}Art. 2-A.-{SENTENCES[0]}\n\nArt. 2-B.-{SENTENCES[1]}\n\nArt. 3-{SENTENCES[2]}\n"
    assert [number for number, _ in numbers_and_texts(text)] == ["2-A", "2-B", "3"]
    assert [number for number, _ in numbers_and_texts(f"{text}\nArt. 4-B du sable")] == ["2-A", "2-B", "3"]


def test_articles_of_a_code_in_a_law_are_words_of_it() -> None:
    quoted = "\n\n".join(f"Art. {number}.-Le vent {number}." for number in range(372, 380))
    behind = f"Art. 2. – {SENTENCES[0]}\n\nArt. 3. – {SENTENCES[1]}\n"
    text = f"{DECREE}Art. 1er. – Le code est modifié :\n\n{quoted}\n\n{behind}"
    assert [number for number, _ in numbers_and_texts(text)] == ["1er", "2", "3"]


def test_numbers_with_a_letter_are_none_of_a_law() -> None:
    quoted = f"Il est inséré un article :\n\nArt. L. 112-1.\n\n{SENTENCES[0]}"
    text = f"{DECREE}Art. 1er.\n\n{quoted}\n\nArt. 2.\n\n{SENTENCES[1]}\n"
    first = f"Il est inséré un article :\nArt. L. 112-1.\n{SENTENCES[0]}"
    assert numbers_and_texts(text) == [("1er", first), ("2", SENTENCES[1])]


def test_the_headings_of_a_contract_are_none_of_law() -> None:
    text = f"STATUTS\n\nCode de commerce\n\nArticle 1.\n{SENTENCES[0]}\nArticle 2.\n{SENTENCES[1]}\n"
    assert not read_bytes(text.encode(), "page.txt").documents


def test_the_entry_into_force_in_the_words_of_an_article_stays() -> None:
    words = f"{SENTENCES[0]}\nEntrée en vigueur le 6 août 2018\nLe soir aussi."
    assert numbers_and_texts(f"{CODE}Article L1\n{words}") == [("L1", words)]


@pytest.mark.parametrize("second", ["Article 3 du Code pénal", "Article 3"])
def test_a_page_that_shows_its_heading_twice_is_law(second: str) -> None:
    text = (
        f"Article 3 du Code pénal\n\n{second}\n\n{SENTENCES[0]}\n\nHaut de page\n\nArticle 5 du Code civil\n\n"
        f"Article 5\n\n{SENTENCES[1]}\n\nHaut de page\n"
    )
    assert [(article.id, article.text) for article in articles(text)] == [
        ("code-penal/3", SENTENCES[0]),
        ("code-civil/5", SENTENCES[1]),
    ]


@pytest.mark.parametrize("subject", ["", " - Du sable", " – Sabliers rouges"])
@pytest.mark.parametrize("title", ["Code pénal", "Code des sabliers"])
def test_the_subject_of_an_article_is_no_word_of_its_act(title: str, subject: str) -> None:
    act = title.lower().replace("é", "e").replace(" ", "-")
    text = f"# Article 3 du {title}{subject}\n\n> Version en vigueur depuis le 3 mars 2031\n\n{SENTENCES[0]}\n"
    assert [(article.id, article.text) for article in articles(text)] == [(f"{act}/3", SENTENCES[0])]


def reason(text: str) -> str:
    refusal = read_bytes(text.encode(), "page.md").refusal
    assert refusal is not None
    return f"{refusal.reason}. {refusal.advice}"


def test_messages_on_markdown() -> None:
    assert "HTML" not in reason("<span>  \n</span>\n\nArticle premier - Nom\n=====\n\nLe sable tombe.\n")
    assert "tricoteuses" not in reason('---\ntitle: "Loi du 3 mars 2031"\n---\n\nLe sable tombe.\n')
    assert "name the acts" in reason("# Article 3 du Code pénal - Du sable\n\nLe sable tombe.\n")


def test_a_line_that_names_another_article_above_a_heading_is_a_word() -> None:
    text = (
        f"Code pénal\n\nArticle 3 du Code pénal\n\n{SENTENCES[0]}\nIl se lit avec l'\nArticle 9 du Code pénal\n\n"
        f"Article 4 du Code pénal\n\n{SENTENCES[1]}\n"
    )
    assert [article.text[-23:] for article in articles(text)] == ["Article 9 du Code pénal", SENTENCES[1][-23:]]


DAMAGED = {  # between L. 112-2 and L. 112-4
    "Article L I12-3": "L112-3",
    "Article L. ll2-3": "L112-3",
    "Article 1. 112-3": "L112-3",
    "Article L. 112.3": "L112-3",
    "Article 112-3": "L112-3",
    "Article L. 1I9-3": None,
}


def of_code(*headings: str) -> str:
    body = [f"{heading}\n\n{SENTENCES[at % 3]}\n\n" for at, heading in enumerate(headings)]
    return "Code des sabliers\n\n" + "".join(body)


@pytest.mark.parametrize("damaged", DAMAGED)
def test_a_damaged_number_is_that_which_the_headings_around_it_leave(damaged: str) -> None:
    text = of_code("Article L. 112-1", "Article L. 112-2", damaged, "Article L. 112-4")
    (document,) = read_bytes(text.encode(), "page.txt").documents
    made = tokenize(document)
    numbers = [article.number and article.number.heading for article in made.articles]
    assert numbers == ["L112-1", "L112-2", DAMAGED[damaged], "L112-4"]
    assert [article.text for article in made.articles] == [*SENTENCES, SENTENCES[0]]
    (finding,) = [*document.findings, *made.findings]
    assert (str(finding.code), finding.line) == ("unreadable-number", 11)


def test_numbers_without_a_letter_among_others_are_as_printed() -> None:
    text = of_code("Article 112-1", "Article R. 112-2", "Article 112-3", "Article R. 112-4", "Article 112-5")
    assert [number for number, _ in numbers_and_texts(text)] == ["112-1", "R112-2", "112-3", "R112-4", "112-5"]


def test_a_line_in_a_sentence_is_no_heading_of_a_code() -> None:
    text = of_code("Article L. 112-1").rstrip().removesuffix(".")
    text = f"{text}, comme le veut\nArticle 112-3\ndu tarif des sabliers.\n\nArticle L. 112-2\n\n{SENTENCES[1]}\n"
    assert [number for number, _ in numbers_and_texts(text)] == ["L112-1", "L112-2"]


def test_a_rubric_between_a_heading_and_its_state_is_of_the_article() -> None:
    """Also where a text that was added to the agreement below numbers its articles anew."""
    text = (
        f"{AGREEMENT}IDCC 0999\n\nArticle 1er\nChamp d'application\nEn vigueur étendu\n\n{SENTENCES[0]}\n\n"
        f"Article 2\nEn vigueur étendu\n\n{SENTENCES[1]}\n\nAvenant n° 1 du 6 juin 2032 relatif aux salaires\n\n"
        f"Article 1er\nEn vigueur étendu\n\n{SENTENCES[2]}\n"
    )
    (document,) = read_bytes(text.encode(), "page.txt").documents
    made = tokenize(document)
    assert [(article.id, article.text) for article in made.articles] == [
        ("idcc:999/1", f"Champ d'application\n{SENTENCES[0]}"),
        ("idcc:999/2", SENTENCES[1]),
    ]
    assert [str(finding.code) for finding in document.findings] == ["stray-line"]


def test_misread_digits_of_a_scanned_law() -> None:
    headings = ["Article 8", "Article 9", "Article l0", "Article I1", "Article 12"]
    text = DECREE + "".join(f"{heading}\n\n{SENTENCES[at % 3]}\n\n" for at, heading in enumerate(headings))
    (document,) = read_bytes(text.encode(), "page.txt").documents
    assert [str(article.number) for article in tokenize(document).articles] == ["8", "9", "10", "11", "12"]
    assert [str(finding.code) for finding in document.findings] == ["unreadable-number"] * 2


@pytest.mark.parametrize("between", ["Annexe I\n\nMODÈLE DE CONTRAT\n\nArticle 1er\n\nLe sable.", "Code pénal"])
def test_a_number_of_another_text_keeps_its_form(between: str) -> None:
    above = of_code("Article L. 112-1", "Article L. 112-2")
    below = f"{between}\n\nArticle 112-3\n\n{SENTENCES[0]}\n\n"
    documents = read_bytes((above + below).encode(), "page.txt").documents
    numbers = {str(article.number) for document in documents for article in tokenize(document).articles}
    assert "L112-3" not in numbers


def test_a_number_that_no_letter_makes_whole_is_as_printed() -> None:
    text = of_code("Article L. 112-1", "Article 1.1", "Article L. 112-2")
    assert [number for number, _ in numbers_and_texts(text)] == ["L112-1", "1.1", "L112-2"]

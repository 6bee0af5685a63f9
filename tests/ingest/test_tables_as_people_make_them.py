"""Tables of articles with the columns, titles and cells that people give them."""

from __future__ import annotations

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.read import FileRead
from cpp_corpus.model.article import Article
from cpp_corpus.tokenizer import tokenize

FIRST, SECOND = "Le meunier qui tourne la roue paie.", "Il en va de même, la nuit, du sablier."


def read(text: str, name: str = "a.csv") -> FileRead:
    return read_bytes(text.replace("1:", f'"{FIRST}"').replace("2:", f'"{SECOND}"').encode(), name)


def articles(text: str, name: str = "a.csv") -> list[Article]:
    return [article for document in read(text, name).documents for article in tokenize(document).articles]


@pytest.mark.parametrize(
    "text",
    [
        "Code civil\nArticle;Texte\n3;1:\n4;2:\n",
        '"Code civil";;\n"";;\nArticle;Texte;État\n3;1:;V\n4;2:;V\n',
        "Extraction du 3 mars 2031\nCode civil\n\nArticle,Texte\n3,1:\n4,2:\n",
        "sep=;\nCode civil\nArticle;Texte\n3;1:\n4;2:\n",
        'Article,Texte\n"C. civ., art. 3",1:\n"C. civ., art. 4",2:\n',
        "Ref,Texte\nart. 3 C. civ.,1:\nart. 4 C. civ.,2:\n",
        "Article,Texte\nCode civil 3,1:\nCode civil 4,2:\n",
        "numéro,intitulé du code,texte\n3,Code civil,1:\n4,Code civil,2:\n",
        "article_num,article_text,law_title\n3,1:,Code civil\n4,2:,Code civil\n",
        "N°,Article,Texte,Code\n21,3,1:,Code civil\n22,4,2:,Code civil\n",
        "num;alinea;texte;code;id\n3;1;1:;Code civil;7\n4;1;2:;Code civil;8\n",
        "art.;txt;code\n3;1:;Code civil\n4;2:;Code civil\n",
        "N° art.;Texte de loi;code_nom\n3;1:;Code civil\n4;2:;Code civil\n",
        "article;disposition;code\n3;1:;Code civil - version consolidée au 3 mars 2031\n4;2:;Code civil (mis à jour)\n",
        "type;num;texte;code\nlivre;III;Du vent.;Code civil\narticle;3;1:;Code civil\narticle;4;2:;Code civil\n",
    ],
)
def test_numbers_words_and_acts(text: str) -> None:
    assert [(article.id, article.text) for article in articles(text)] == [
        ("code-civil/3", FIRST),
        ("code-civil/4", SECOND),
    ]


def test_the_title_above_is_kept_and_lines_are_those_of_the_file() -> None:
    done = read("Code civil\nArticle;Texte\n3;1:\n")
    assert [block.text for block in done.documents[0].above] == ["Code civil"]
    assert [article.source.line for article in tokenize(done.documents[0]).articles] == [3]


def test_alineas_of_an_article_are_joined_in_their_order() -> None:
    (made, other) = articles("num;alinéa;texte;code\n3;2;2:;Code civil\n3;1;1:;Code civil\n4;1;1:;Code civil\n")
    assert (made.text, other.text) == (f"{FIRST}\n{SECOND}", FIRST)


def test_alineas_with_the_same_words_are_all_kept() -> None:
    (made,) = articles("num;alinéa;texte;code\n3;1;1:;Code civil\n3;2;1:;Code civil\n")
    assert made.text == f"{FIRST}\n{FIRST}"


def test_rows_of_divisions_are_no_articles() -> None:
    done = read("type;num;texte;code\nsection;1;Du vent et du sable.;Code civil\narticle;3;1:;Code civil\n")
    assert len(done.documents[0].drafts) == 1
    assert "stray-line" in {str(finding.code) for finding in done.findings}


@pytest.mark.parametrize("number", ["2031-03-01", "01/03/2031", "01-mars", "1-Mar"])
def test_days_that_a_spreadsheet_made_of_numbers_are_none(number: str) -> None:
    done = read(f"num;texte;code\n{number};1:;Code civil\n1-3;2:;Code civil\n")
    made = tokenize(done.documents[0]).articles
    assert [article.number and article.number.normalized for article in made] == [None, "1-3"]
    assert "unreadable-fact" in {str(finding.code) for finding in done.findings}


def test_english_states_and_days_with_the_year_first() -> None:
    first, second = articles(
        "number,text,law,start date,status\n3,1:,Code civil,2020/03/04,In force\n4,2:,Code civil,,Repealed\n"
    )
    assert (str(first.state), str(first.valid_from), str(second.state)) == ("in_force", "2020-03-04", "repealed")


def test_versions_by_their_columns() -> None:
    (made,) = articles("num;texte;code;version_debut;version_fin\n3;1:;Code civil;2001-03-04;2010-05-06\n")
    assert (str(made.valid_from), str(made.valid_to)) == ("2001-03-04", "2010-05-06")


@pytest.mark.parametrize(
    "text",
    ["Le meunier dort, dit-on.\nnuméro, texte\n", "Un titre\nUn autre\nVent;Sable\n1;2\n", "Nom\nPrix\n3\n"],
)
def test_prose_is_no_table(text: str) -> None:
    done = read(text)
    assert done.refusal is not None
    assert done.format is None


def test_a_table_of_two_columns_is_named_as_one() -> None:
    refusal = read("texte;code\nArticle 3 - Le vent.;Code civil\nArticle 4 - Le sable.;Code civil\n").refusal
    assert refusal is not None
    assert refusal.reason == "a table whose columns are not those of articles"


@pytest.mark.parametrize(
    ("name", "letters"), [("préfixe", "L R"), ("type", "L. R."), ("partie", "l r"), ("Série", "L R*")]
)
def test_the_letter_of_a_number_may_stand_alone(name: str, letters: str) -> None:
    first, second = letters.split()
    made = articles(f"{name};num;texte;code\n{first};12-3;1:;Code civil\n{second};12-3;2:;Code civil\n")
    assert [article.id for article in made] == ["code-civil/l12-3", "code-civil/r12-3"]


def test_letters_of_other_columns_are_none_of_the_number() -> None:
    made = articles(
        "section;type;num;texte;code\nA;A;L12-3;1:;Code civil\nD;loi;12-4;2:;Code civil\nL;D;7;1:;Code civil\n"
    )
    assert [article.id for article in made] == ["code-civil/l12-3", "code-civil/12-4", "code-civil/7"]

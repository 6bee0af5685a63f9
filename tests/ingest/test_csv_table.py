"""Tables of articles as CSV."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

import cpp_corpus
from cpp_corpus.ingest import read_bytes
from cpp_corpus.model.article import ArticleState
from cpp_corpus.tokenizer import tokenize
from tests.ingest.test_parquet import FULL, THIRD


def csv_of(*rows: dict[str, Any], sign: str = ",") -> bytes:
    """A CSV file of ``rows``."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=sign)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_row_is_an_article(sign: str) -> None:
    (document,) = read_bytes(csv_of(FULL, sign=sign), "train.csv").documents
    (article,) = tokenize(document).articles
    assert (article.id, article.state, str(article.valid_from)) == (
        "code-des-sabliers/3",
        ArticleState.IN_FORCE,
        "2019-05-01",
    )
    assert article.text.count("\n") == 1
    assert [division.title for division in article.divisions] == ["Du sable", "De la marque"]
    assert article.source.format == "csv"


def test_quotes_and_line_ends_in_cells() -> None:
    rows = ('L1,"Le ""vent"" souffle.', 'Il tourne.",Code des vents', "L2,La pluie.,Code des vents", "")
    text = "\r\n".join(("num,texte,title_main", *rows))
    read = read_bytes(text.encode(), "a.csv")
    first, second = tokenize(read.documents[0]).articles
    assert (first.text, first.source.line) == ('Le "vent" souffle.\nIl tourne.', 2)
    assert (second.id, second.source.line) == ("code-des-vents/l2", 4)
    assert not read.findings


def test_parts_of_an_article_are_joined() -> None:
    name = "LEGIARTI000000000003"
    rows = [
        {
            "num": "3",
            "id": name,
            "chunk_index": 2,
            "chunk_text": "moud le grain. Il dort.",
            "title_main": "Code du grain",
        },
        {
            "num": "3",
            "id": name,
            "chunk_index": 1,
            "chunk_text": "Le meunier moud le grain.",
            "title_main": "Code du grain",
        },
    ]
    (document,) = read_bytes(csv_of(*rows), "a.csv").documents
    (article,) = tokenize(document).articles
    assert article.text == "Le meunier moud le grain. Il dort."


def test_a_row_with_other_cells_is_left_out_and_said() -> None:
    text = "num,texte,title_main\nL1,Le vent, la pluie.,Code des vents\nL2,La neige.,Code des vents\n"
    read = read_bytes(text.encode(), "a.csv")
    assert [str(article.number) for article in tokenize(read.documents[0]).articles] == ["L2"]
    (finding,) = read.findings
    assert (finding.code, finding.line) == ("truncated-page", 2)
    assert "1 row of the table" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "num,nom,prix\nL1,a,b\n",
        "Le texte, le num, le code\n",
        "num,texte\nL1,Le vent.\n",
        "num;texte;id\n",
        "id,text,source\n1,Le vent,site\n",
    ],
)
def test_other_tables_are_refused(text: str) -> None:
    assert read_bytes(text.encode(), "a.csv").refusal is not None


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("num,texte\nL112-1,Le vent souffle.\nL. 112-2,Il tourne.\n", ["?/l112-1", "?/l112-2"]),
        ("id;num;texte\n1;R*1-1;Le vent.\n2;annexe;La carte.\n3;R1-2;Il tourne.\n", ["?/r1-1", "?/annexe", "?/r1-2"]),
        ("numero\tcontenu\nArticle 1\tLe vent souffle.\nArt. 2\tIl tourne.\n", ["?/1", "?/2"]),
    ],
)
def test_words_and_numbers_are_enough_where_the_numbers_are_those_of_articles(text: str, ids: list[str]) -> None:
    (document,) = read_bytes(text.encode(), "a.csv").documents
    assert [article.id for article in tokenize(document).articles] == ids


@pytest.mark.parametrize(
    "names",
    [
        "Code;Numéro;Texte;État;Date de début;Date de fin;Section",
        "titre_code;numero_article;contenu;etat;date_debut_vigueur;date_fin_vigueur;section",
        "Nom du code;N° article;Contenu de l'article;ETAT;Date d’entrée en vigueur;Fin;Divisions",
        "Titre;Article;content;statut;début;fin;section_article",
        "act title;Article number;body;Status;start date;end date;subtitles",
        "code;Nº;Corps;état juridique;DateDebut;DateFin;Hiérarchie",
    ],
)
def test_columns_as_people_name_them(names: str) -> None:
    row = "Code des sabliers;L. 12;Le sable coule.;En vigueur;01/05/2019;01/05/2031;Titre Ier : Du sable > De l'été"
    read = read_bytes(f"{names}\n{row}\n".encode(), "a.csv")
    (article,) = tokenize(read.documents[0]).articles
    assert (article.id, article.text) == ("code-des-sabliers/l12", "Le sable coule.")
    assert (str(article.state), str(article.valid_from), str(article.valid_to)) == (
        "in_force",
        "2019-05-01",
        "2031-05-01",
    )
    assert [division.title for division in article.divisions] == ["Du sable", "De l'été"]
    assert not read.findings


@pytest.mark.parametrize("line", ["sep=;\n", "\ufeffsep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_the_line_that_names_the_sign(line: str) -> None:
    read = read_bytes(f"{line}num;texte;code\nL1;Le vent, la pluie.;CPP\n".encode(), "a.csv")
    (article,) = tokenize(read.documents[0]).articles
    assert (article.id, article.text, article.source.line) == ("code-de-procedure-penale/l1", "Le vent, la pluie.", 3)


def test_the_number_behind_the_title_of_the_act() -> None:
    text = 'ref,texte\n"Code des sabliers, art. 3",Le vent.\n"Code des sabliers - art. L4 bis",La pluie.\n'
    articles = tokenize(read_bytes(text.encode(), "a.csv").documents[0]).articles
    assert [article.id for article in articles] == ["code-des-sabliers/3", "code-des-sabliers/l4-bis"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("Art. 121-3 du code pénal", ""),
        ("article 121-3 du Code pénal", "x"),
        ("121-3", "C. pén."),
        ("121-3", "code_penal"),
        ("121-3", "Code pénal, art. 121-3"),
    ],
)
@pytest.mark.parametrize("names", ["article;texte;code", "article;contenu;titre"])
def test_acts_and_numbers_as_people_write_them(names: str, number: str, code: str) -> None:
    text = f"{names}\n{number};Le vent souffle.;{code}\n"
    (article,) = tokenize(read_bytes(text.encode(), "a.csv").documents[0]).articles
    assert article.id == "code-penal/121-3"


def test_the_act_of_the_folder_and_of_the_file() -> None:
    text = "article|contenu|entrée en vigueur\n121-3|Le vent souffle.|1er mars 2031\n"
    for path in ("code-penal/a.csv", "code_penal.csv"):
        (article,) = tokenize(read_bytes(text.encode(), path).documents[0]).articles
        assert (article.id, str(article.valid_from)) == ("code-penal/121-3", "2031-03-01")


def test_the_column_article_has_the_words_beside_one_of_numbers() -> None:
    text = "num,article,code\n1,Le vent souffle.,Code des sabliers\n"
    (article,) = tokenize(read_bytes(text.encode(), "a.csv").documents[0]).articles
    assert (article.id, article.text) == ("code-des-sabliers/1", "Le vent souffle.")
    assert read_bytes(b"article,code\n1,Code des sabliers\n", "a.csv").refusal is not None


def test_a_column_for_each_level_of_divisions() -> None:
    text = (
        "Code;Livre;Titre;Chapitre;Section;Article;Texte\n"
        "Code des sabliers;Livre Ier : Du sable;II;;Dispositions communes;L1;Le vent.\n"
    )
    read = read_bytes(text.encode(), "a.csv")
    (article,) = tokenize(read.documents[0]).articles
    assert article.act == "code-des-sabliers"
    assert [(each.kind, each.number, each.title) for each in article.divisions] == [
        ("livre", "Ier", "Du sable"),
        ("titre", "II", None),
        ("division", None, "Dispositions communes"),
    ]
    assert not read.findings


def test_columns_that_are_not_read_are_said_once() -> None:
    text = "Code;Numéro;Texte;Avis;Prix\nCode des sabliers;1;Le vent.;bon;3\nCode des sabliers;2;La pluie.;bon;4\n"
    read = read_bytes(text.encode(), "a.csv")
    (finding,) = read.findings
    assert (finding.code, finding.severity) == ("unread-columns", "info")
    assert "not read: Avis, Prix. " in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "article,code,contenu\n12,A12,Table basse.\n13,B4,Chaise.\n",
        "number,title,body,state\n1,Crash,It crashes.,open\n",
        "n;titre;corps\n1;Le vent;Il souffle.\n2;La pluie;Elle tombe.\n",
        "ref;titre;contenu\nA12;Code promo;Dix pour cent.\n",
        "numero;titre;contenu\n12;Code promo;Dix pour cent.\n",
    ],
)
def test_tables_of_other_things_have_names_as_people_give_them(text: str) -> None:
    refusal = read_bytes(text.encode(), "a.csv").refusal
    assert refusal is not None
    assert refusal.reason == "a table of words and numbers, without a sign that it is law"


@pytest.mark.parametrize(
    "text",
    [
        "num,texte\n1,Le vent.\n2,La pluie.\n",
        "id;num;texte\n1;A1;Quel temps fait-il ?\n2;A2;Quel âge a-t-il ?\n",
        "number,text\nL1-1,Seat.\n12,Table.\n",
    ],
)
def test_a_table_without_a_sign_of_law_is_told_what_it_lacks(text: str) -> None:
    refusal = read_bytes(text.encode(), "a.csv").refusal
    assert refusal is not None
    assert refusal.reason == "a table of words and numbers, without a sign that it is law"
    assert "title_main" in refusal.advice


def test_a_quote_that_never_closes() -> None:
    read = read_bytes(b'num,texte,title_main\nL1,"Le vent,Code des vents\nL2,b,c\n', "a.csv")
    assert read.refusal is not None or read.findings


def test_the_words_are_those_of_other_formats(tmp_path: Any) -> None:
    (tmp_path / "a.csv").write_bytes(csv_of(FULL))
    (article,) = cpp_corpus.load(tmp_path).articles
    assert article.text.split("\n")[0] == THIRD.split("</p>")[0].removeprefix("<p>")


@pytest.mark.parametrize(
    ("number", "day", "note"),
    [("12.0", "01/10/2016", "nan"), ("12", "20161001", "None"), ("12", "1475280000000.0", "<NA>")],
)
def test_values_as_pandas_and_spreadsheets_write_them(number: str, day: str, note: str) -> None:
    text = f"num,texte,title_main,dateDebut,dateFin,nota\n{number},Le vent.,Code des vents,{day},01/01/2999,{note}\n"
    (article,) = tokenize(read_bytes(text.encode(), "a.csv").documents[0]).articles
    assert (article.id, str(article.valid_from), article.valid_to) == ("code-des-vents/12", "2016-10-01", None)
    assert not article.notes

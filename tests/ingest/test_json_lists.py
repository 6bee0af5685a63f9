"""Rows of JSON as lists, files that are cut off, and what stands around JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.read import FileRead
from cpp_corpus.model.article import Article
from cpp_corpus.tokenizer import tokenize

NAMES = ["numero", "texte", "code"]
ROWS = [["1", "Le sable coule.", "Code des sabliers"], ["2", "Il dort la nuit.", "Code des sabliers"]]
PLAIN = [row[:2] for row in ROWS]


def read(value: object, name: str = "a.json") -> FileRead:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return read_bytes(text.encode(), name)


def articles(value: object, name: str = "a.json") -> list[Article]:
    return [article for document in read(value, name).documents for article in tokenize(document).articles]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ([NAMES, *ROWS], "a.json"),
        ([["Code des sabliers"], NAMES[:2], *PLAIN], "a.json"),
        ("\n".join(map(json.dumps, [NAMES, *ROWS])), "a.jsonl"),
        ({"data": [NAMES, *ROWS]}, "a.json"),
        ({"header": NAMES, "rows": ROWS}, "a.json"),
        ({"titre": "Code des sabliers", "columns": NAMES[:2], "lignes": PLAIN}, "a.json"),
        ({"titre": "Code des sabliers", "articles": PLAIN}, "a.json"),
        ({"titre": "Code des sabliers", "articles": [[int(number), words] for number, words in PLAIN]}, "a.json"),
        (PLAIN, "code-des-sabliers/a.json"),
        ([NAMES, *ROWS, ["3", "Une ligne sans code."]], "a.json"),
    ],
)
def test_rows_may_be_lists(value: object, name: str) -> None:
    first, second = articles(value, name)
    assert (first.id, first.text) == ("code-des-sabliers/1", "Le sable coule.")
    assert (second.id, second.text) == ("code-des-sabliers/2", "Il dort la nuit.")


def test_rows_with_other_values_are_reported() -> None:
    done = read([NAMES, *ROWS, ["3", "Une ligne sans code."]])
    assert [str(finding.code) for finding in done.findings] == ["truncated-page"]


@pytest.mark.parametrize("value", [[[*row, "V"] for row in ROWS], [[1, 2], [3, 4]], [["Nom", "Prix"], ["Sablier", 3]]])
def test_lists_without_names_are_refused_with_what_to_do(value: list[list[Any]]) -> None:
    refusal = read(value).refusal
    assert refusal is not None
    assert "[“numero”, “texte”, “code”]" in refusal.advice
    assert read([[*NAMES, "etat"], *([*row, "VIGUEUR"] for row in ROWS)]).refusal is None


def test_numbers_and_words_alone_need_an_act() -> None:
    refusal = read(PLAIN).refusal
    assert refusal is not None
    assert "`--act code-civil`" in refusal.advice


def test_lines_of_lists() -> None:
    made = articles("[\n" + ",\n".join(map(json.dumps, [NAMES, *ROWS])) + "\n]\n")
    assert [article.source.line for article in made] == [3, 4]


BY_NUMBER = {"Code des sabliers": {"Livre Ier": {"1": "Le sable coule.", "2": ["Il dort.", "Il rêve."]}}}
RECORDS = {"Code des sabliers": {"1": {"texte": "Le sable coule.", "etat": "VIGUEUR"}, "2": {"texte": "Il dort."}}}


@pytest.mark.parametrize("value", [BY_NUMBER, RECORDS, [NAMES, *ROWS]])
def test_what_is_whole_of_a_cut_file_is_read(value: object) -> None:
    text = json.dumps(value)
    whole = [(article.id, article.text) for article in articles(value)]
    found = []
    for end in range(text.index("coule") + 40, len(text)):
        done = read(text[:end])
        if done.refusal is None:
            made = [(article.id, article.text) for article in tokenize(done.documents[0]).articles]
            assert made in (whole[:1], whole)
            assert "truncated-page" in {str(finding.code) for finding in done.findings}
            found.append(len(made))
    assert found == sorted(found)
    assert 1 in found


def test_a_table_by_columns_that_is_cut_is_refused() -> None:
    text = json.dumps({name: {str(at): row[of] for at, row in enumerate(ROWS)} for of, name in enumerate(NAMES)})
    refusal = read(text[:-20]).refusal
    assert refusal is not None
    assert "ends too early" in refusal.reason


RECORD = '{"code": "Code des sabliers", "num": "1", "texte": "Le sable coule."}'
ANSWER = '{"article": {"id": "LEGIARTI000000000012", "num": "1", "texte": "Le sable coule."}}'


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (f"[{RECORD}, null]\n", []),
        (f'{{"data": {ANSWER}, "status": "success"}}', []),
        (f'{{"data": [{ANSWER}], "status": "success"}}', []),
        (f"[{RECORD}]\nFin du fichier\n", ["The words around"]),
        (f'[{RECORD}, "note libre"]', ["What the array has"]),
        (f"Le code :\n{RECORD}", ["The words around"]),
    ],
)
def test_words_around_are_reported_where_there_are_any(text: str, messages: list[str]) -> None:
    done = read(text)
    found = [finding.message for finding in done.findings if finding.code == "stray-line"]
    assert len(found) == len(messages)
    assert all(map(str.startswith, found, messages))


@pytest.mark.parametrize("name", ["Unnamed: 0", "", "index", "level_0"])
def test_the_index_of_pandas_is_no_column_that_is_missed(name: str) -> None:
    done = read(f"{name},num,texte,code\n0,1,Le sable coule.,Code des sabliers\n", "a.csv")
    assert not done.findings
    assert len(done.documents) == 1

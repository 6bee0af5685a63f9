"""Articles at any depth of JSON, and the tables that pandas writes as objects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import cpp_corpus
from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.read import FileRead
from cpp_corpus.model.article import Article
from cpp_corpus.tokenizer import tokenize

WORDS = {"L3": "Le sable coule.", "L. 4 bis": "Il dort."}
RECORDS = [
    {"num": number, "texte": words, "code": "Code des sabliers", "etat": "VIGUEUR"} for number, words in WORDS.items()
]


OBJECTS: list[dict[str, Any]] = [
    {"Code des sabliers": WORDS},
    {"titre": "Code des sabliers", "articles": WORDS},
    {"meta": {"version": "3"}, "textes": {"Code des sabliers": {"articles": WORDS}}},
    {"code": "Code des sabliers", **{f"Article {number}": words for number, words in WORDS.items()}},
    {"Code des sabliers": {number: {"contenu": words} for number, words in WORDS.items()}},
    {str(at): record for at, record in enumerate(RECORDS)},
    {name: {str(at): record[name] for at, record in enumerate(RECORDS)} for name in RECORDS[0]},
    {
        "columns": [*RECORDS[0]],
        "index": [*range(len(RECORDS))],
        "data": [[*record.values()] for record in RECORDS],
    },
]
"""The same articles in each form."""


def read(value: object, name: str = "a.json") -> FileRead:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
    return read_bytes(text.encode(), name)


def articles(value: object, name: str = "a.json") -> list[Article]:
    return [article for document in read(value, name).documents for article in tokenize(document).articles]


@pytest.mark.parametrize("value", OBJECTS)
def test_a_member_is_an_article(value: object) -> None:
    first, second = articles(value)
    assert (first.id, first.text) == ("code-des-sabliers/l3", "Le sable coule.")
    assert (second.id, second.text, second.source.format) == ("code-des-sabliers/l4-bis", "Il dort.", "json-nested")


def test_objects_of_several_acts() -> None:
    made = articles({"Code des sabliers": WORDS, "Code des vents": {"1": "Le vent souffle."}})
    assert [article.id for article in made] == ["code-des-sabliers/l3", "code-des-sabliers/l4-bis", "code-des-vents/1"]


NAMED_ROWS: list[dict[str, Any]] = [
    {"columns": ["texte", "code"], "index": [*WORDS], "data": [[each, "Code des sabliers"] for each in WORDS.values()]},
    {"texte": WORDS, "code": dict.fromkeys(WORDS, "Code des sabliers")},
    {name: [record[name] for record in RECORDS] for name in RECORDS[0]},
]
"""Tables with the numbers as the names of their rows, and one of lists."""


@pytest.mark.parametrize("value", NAMED_ROWS)
def test_tables_with_named_rows(value: object) -> None:
    assert [article.id for article in articles(value)] == ["code-des-sabliers/l3", "code-des-sabliers/l4-bis"]


@pytest.mark.parametrize(
    "value",
    [
        {"texte": {"0": "Le sable coule.", "1": "Il dort."}, "code": dict.fromkeys("01", "Code des sabliers")},
        {str(at): {"texte": "Le sable coule.", "code": "Code des sabliers"} for at in range(3)},
        {"columns": ["texte"], "index": [0, 1], "data": [["Le sable coule."], ["Il dort."]]},
    ],
)
def test_rows_counted_from_0_have_no_numbers(value: object) -> None:
    assert [article.number for article in articles(value) if article.number is not None] == []


def test_members_of_one_name_are_all_read() -> None:
    made = articles('{"Code des sabliers": {"3": "Le sable coule.", "3": "Il dort.", "4": "Fin."}}')
    assert [article.text for article in made] == ["Le sable coule.", "Il dort.", "Fin."]
    assert len({article.source.byte for article in made}) == 3


def test_one_number_in_two_acts_has_two_places() -> None:
    value = {"Code des sabliers": {"1": "Le sable coule."}, "Code des vents": {"1": "Le vent souffle."}}
    text = json.dumps(value)
    spans = [article.source.byte for article in articles(text)]
    assert [text[span.start : span.end] for span in spans] == ['"1": "Le sable coule."', '"1": "Le vent souffle."']


def test_many_members_of_which_two_have_one_name() -> None:
    """In a time that does not grow with the square of their number."""
    members = ", ".join(f'"L{at}": "Le vent."' for at in range(20_000))
    made = read('{"Code des vents": {' + members + ', "L0": "Fin."}}').documents[0].drafts
    assert len(made) == 20_001


TREES: list[Any] = [
    {
        "titre": "Code des sabliers",
        "livres": [
            {
                "titre": "Livre Ier : Du sable",
                "articles": [{"num": "L1", "texte": "Le sable coule."}],
                "chapitres": [
                    {"titre": "Chapitre II : Du verre", "articles": [{"num": "L2", "texte": "Il est clair."}]}
                ],
            }
        ],
    },
    {
        "data": {
            "code": "Code des sabliers",
            "livre": {
                "numero": "Ier",
                "titre": "Du sable",
                "articles": [{"num": "L1", "texte": "Le sable coule."}],
                "chapitre": {"numero": "II", "titre": "Du verre", "articles": {"L2": {"texte": "Il est clair."}}},
            },
        }
    },
    [
        {
            "name": "Code des sabliers",
            "sections": [
                {
                    "type": "livre",
                    "number": "Ier",
                    "title": "Du sable",
                    "content": [
                        {"number": "L1", "content": "Le sable coule."},
                        {
                            "type": "chapitre",
                            "number": "II",
                            "title": "Du verre",
                            "content": [{"number": "L2", "content": "Il est clair."}],
                        },
                    ],
                }
            ],
        }
    ],
    {
        "Code des sabliers": {
            "Livre Ier : Du sable": {"L1": "Le sable coule.", "Chapitre II : Du verre": {"L2": "Il est clair."}}
        }
    },
]
"""An article in a book, and one in a chapter of it."""


@pytest.mark.parametrize("value", TREES)
def test_titles_of_objects_around_are_divisions(value: object) -> None:
    first, second = articles(value)
    assert [article.id for article in (first, second)] == ["code-des-sabliers/l1", "code-des-sabliers/l2"]
    assert [(each.kind, each.number, each.title) for each in first.divisions] == [("livre", "Ier", "Du sable")]
    assert [(each.kind, each.number, each.title) for each in second.divisions] == [
        ("livre", "Ier", "Du sable"),
        ("chapitre", "II", "Du verre"),
    ]


def test_records_of_lists_at_several_depths_are_all_read() -> None:
    value = {
        "code": "Code des sabliers",
        "articles": [{"num": "1", "texte": "Le sable coule."}],
        "annexes": [{"articles": [{"num": "2", "texte": "Il dort."}]}],
    }
    made = articles(value)
    assert [article.id for article in made] == ["code-des-sabliers/1", "code-des-sabliers/2"]
    text = json.dumps(value, ensure_ascii=False, indent=1).encode()
    spans = [article.source.byte for article in made]
    assert [json.loads(text[span.start : span.end])["num"] for span in spans] == ["1", "2"]


def test_versions_inside_a_record_are_no_articles() -> None:
    record = {"num": "L1", "texte": "Le sable coule.", "versions": [{"num": "L1", "texte": "Le sable dort."}]}
    value = {"titre": "Code des sabliers", "livres": [{"titre": "Livre Ier", "articles": [record]}]}
    assert [article.text for article in articles(value)] == ["Le sable coule."]


def test_values_are_alineas_or_records() -> None:
    first, second = articles(
        {
            "Code des sabliers": {
                "L3": ["Le sable coule.", "Il dort."],
                "L4": {"texte": "Le verre casse.", "etat": "ABROGE", "dateDebut": "2001-03-04"},
            }
        }
    )
    assert first.text == "Le sable coule.\nIl dort."
    assert (str(second.state), str(second.valid_from)) == ("repealed", "2001-03-04")


def test_a_number_without_words_is_an_article_and_a_name_with_words_too() -> None:
    done = read({"Code des sabliers": {"L3": "Il dort.", "L4": "", "L5": [], "Avis": "Le sable coule.", "page": "3 b"}})
    made = tokenize(done.documents[0]).articles
    assert [article.number and article.number.normalized for article in made] == ["l3", "l4", "l5", None]
    assert (made[3].heading, made[3].text) == ("Avis", "Le sable coule.")
    assert any(finding.code == "unread-columns" and "page" in finding.message for finding in done.findings)


def test_a_record_keeps_its_own_number_and_act() -> None:
    (made,) = articles({"Code des vents": {"1": {"num": "L3", "code": "Code des sabliers", "texte": "Le sable."}}})
    assert made.id == "code-des-sabliers/l3"


def test_a_member_is_at_its_place() -> None:
    value = {"Code des sabliers": {"L3": 'Voir "L4": rien.', "L4": ["Il dort.", "Il rêve."], "L5": {"texte": "Fin."}}}
    text = json.dumps(value, ensure_ascii=False, indent=1)
    places = [(article.source.line, article.source.byte) for article in articles(text)]
    assert [line for line, _ in places] == [3, 4, 8]
    found = ["{" + text.encode()[span.start : span.end].decode() + "}" for _, span in places]
    assert [json.loads(each) for each in found] == [
        {number: words} for number, words in value["Code des sabliers"].items()
    ]


def test_names_with_escapes() -> None:
    text = json.dumps({"Code des sabliers": {"Préambule": "Le sable.", "L3": "Il dort."}})
    first, second = articles(text)
    assert (first.text, second.text) == ("Le sable.", "Il dort.")
    assert text[first.source.byte.start :].startswith('"Pr')
    assert text[second.source.byte.start :].startswith('"L3"')
    odd = text.replace('"L3"', '"\\u004c3"')
    assert [article.source.byte.start == 0 for article in articles(odd)] == [False, True]


def test_numbers_alone_need_an_act(tmp_path: Path) -> None:
    bare = {"1": "Le sable coule.", "2": "Il dort."}
    refusal = read(bare).refusal
    assert refusal is not None
    assert "`--act code-civil`" in refusal.advice
    assert [article.id for article in articles(bare, "Code civil.json")] == ["code-civil/1", "code-civil/2"]
    (tmp_path / "a.json").write_text(json.dumps(bare), "utf-8")
    given = cpp_corpus.load(tmp_path / "a.json", act="code-civil")
    assert [article.id for article in given.articles] == ["code-civil/1", "code-civil/2"]


@pytest.mark.parametrize(
    "value",
    [
        {"1": "oui", "2": "non"},
        {"Code des sabliers": {"L3": "bonne foi", "L4": "bail"}},
        {"name": "moulin", "dependencies": {"1": "vent"}},
        {"2031-03-04": "Le sable coule.", "2031-03-05": "Il dort."},
        {"Livre Ier": "Du sable.", "Livre II": "Du verre."},
        {"a": {"b": {"c": "Le sable coule."}}},
    ],
)
def test_other_objects_are_refused(value: object) -> None:
    assert read(value).refusal is not None


def test_a_file_that_is_cut_off() -> None:
    text = json.dumps({"Code des sabliers": {f"L{at}": "Le sable coule." for at in range(1, 9)}})
    done = read(text[: text.index('"L7"')])
    assert done.refusal is not None or "truncated-page" in {str(finding.code) for finding in done.findings}


def test_deep_objects_are_read_or_refused() -> None:
    value: Any = {"L3": "Le sable coule."}
    for _ in range(90):
        value = {"Code des sabliers": value}
    assert [article.id for article in articles(value)] in ([], ["code-des-sabliers/l3"])
    assert read('{"Code des sabliers": ' * 100_000).refusal is not None


@pytest.mark.parametrize("name", ["a.csv", "a.json"])
def test_the_number_may_stand_with_the_act(name: str) -> None:
    rows = [("Code des sabliers, article 3", "Le sable coule."), ("Code des sabliers, article 4", "Il dort.")]
    table = "\n".join(["titre;texte", *map(";".join, rows)])
    records = [{"titre": title, "texte": words} for title, words in rows]
    made = articles(table if name == "a.csv" else records, name)
    assert [article.id for article in made] == ["code-des-sabliers/3", "code-des-sabliers/4"]


def test_the_act_that_is_given_makes_a_table_one_of_law(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("num,texte\n3,Le sable coule.\n4,Il dort.\n", "utf-8")
    corpus = cpp_corpus.load(tmp_path / "a.csv", act="code-civil")
    assert [article.id for article in corpus.articles] == ["code-civil/3", "code-civil/4"]


VERSIONS: list[dict[str, Any]] = [
    {"texte": "Le sable coule.", "debut": "2001-03-04", "fin": "2010-05-06"},
    {"texte": "Le sable dort.", "debut": "2010-05-06", "fin": None},
]
BY_DAYS = {each["debut"]: each["texte"] for each in VERSIONS}
VERSIONED: list[Any] = [
    {"Code des sabliers": {"L3": {"versions": VERSIONS}}},
    {"Code des sabliers": {"L3": {"titre": "Du sable", "historique": VERSIONS}}},
    {"Code des sabliers": {"L3": VERSIONS}},
    {"Code des sabliers": {"L3": BY_DAYS}},
    {"Code des sabliers": {"L3": {"versions": {day: {"texte": words} for day, words in BY_DAYS.items()}}}},
    {"Code des sabliers": {"L3": {"actuelle": VERSIONS[1], "historique": VERSIONS[:1]}}},
    [{"code": "Code des sabliers", "num": "L3", "versions": VERSIONS}],
    [{"code": "Code des sabliers", "num": "L3", "versions": [{"num": "L3", **each} for each in VERSIONS]}],
    {"code": "Code des sabliers", "articles": [{"num": "L3", "versions": BY_DAYS}]},
    {"code": "Code des sabliers", "articles": [{"num": "L3", "texte": "Le sable dort.", "versions": VERSIONS}]},
    {"code": "Code des sabliers", "articles": [{"num": "L3", **VERSIONS[1], "historique": VERSIONS[:1]}]},
    {
        "titre": "Code des sabliers",
        "livres": [{"titre": "Livre Ier", "articles": [{"num": "L3", "versions": VERSIONS}]}],
    },
    "\n".join([json.dumps({"code": "Code des sabliers", "num": "L3", "versions": VERSIONS})] * 2),
]
"""An article in two versions, in each form; the last has each twice."""


@pytest.mark.parametrize("value", VERSIONED)
def test_each_version_of_an_article_is_read(value: object) -> None:
    made = articles(value)
    assert {article.number and article.number.normalized for article in made} == {"l3"}
    assert {article.act for article in made} == {"code-des-sabliers"}
    days = {(article.text, str(article.valid_from)) for article in made}
    assert days == {("Le sable coule.", "2001-03-04"), ("Le sable dort.", "2010-05-06")}


def test_what_the_record_says_of_its_version_is_not_said_of_the_others() -> None:
    record = {"num": "L3", "texte": "Le sable dort.", "etat": "VIGUEUR", "id": "x", "versions": VERSIONS}
    first, second = articles({"titre": "Code des sabliers", "a": {"articles": [record]}})
    assert (str(first.state), str(second.state)) == ("unknown", "in_force")


def test_versions_without_days_are_left_out() -> None:
    bare = [{"texte": "Le sable coule."}, {"texte": "Il dort."}]
    refusal = read([{"code": "Code des sabliers", "num": "L3", "versions": bare}]).refusal
    assert refusal is not None
    assert "date_debut" in refusal.advice
    done = read({"Code des sabliers": {"L3": {"versions": bare}, "L4": "Il rêve."}})
    assert next(each.message for each in done.findings if each.code == "unreadable-fact").count("L3") == 1


@pytest.mark.parametrize(
    "parts",
    [
        {"paragraphes": [{"numero": "1", "texte": "Le sable coule."}]},
        {"alineas": {"1": "Le sable coule.", "2": "Il dort."}},
        [{"texte": "Le sable coule."}, {"texte": "Il dort."}],
    ],
)
def test_parts_of_articles_are_no_articles(parts: object) -> None:
    done = read({"Code des sabliers": {"L3": parts, "L4": "Il rêve."}})
    assert [article.number and article.number.normalized for article in tokenize(done.documents[0]).articles] == ["l4"]
    assert [finding for finding in done.findings if finding.code == "stray-line"]


def test_words_of_sections_are_reported() -> None:
    value = {"titre": "Code des sabliers", "livres": [{"texte": "Du sable, et du verre.", "articles": RECORDS[:1]}]}
    done = read(value)
    assert ["Du sable" in finding.message for finding in done.findings] == [True]


@pytest.mark.parametrize(
    "value",
    [
        {f"LEGIARTI00000000000{at}": record for at, record in enumerate(RECORDS)},
        [{"id": at, "payload": record} for at, record in enumerate(RECORDS)],
        {"Code des sabliers": [[number, words] for number, words in WORDS.items()]},
    ],
)
def test_records_by_any_names(value: object) -> None:
    assert [article.id for article in articles(value)] == ["code-des-sabliers/l3", "code-des-sabliers/l4-bis"]

"""Annotations written to files and read back, by this package and by others'."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus import (
    AnnotatedText,
    ArgumentError,
    InputError,
    MissingExtraError,
    OutputError,
    find_references_in,
    load,
    read_annotations,
    write_annotations,
)
from cpp_corpus.annotation.bio import tagged_tokens, tokens
from cpp_corpus.annotation.format import AnnotationFormat
from cpp_corpus.annotation.formats import ANNOTATIONS
from cpp_corpus.model.reference import Reference, Relation
from cpp_corpus.model.target import target_fields
from cpp_corpus.table import Table
from tests.annotation.strategies import annotated, references, texts

TEXT = (
    "Œuvre\u00a0𝔸 : les 1° et 2° de l'article L.\n811-2 du code de la sécurité intérieure, et le même code.\n"
    "Vu la loi n° 2030-12."
)


def reference(kind: str, words: str, *, text: str = TEXT, **fields: object) -> Reference:
    """A reference whose anchor is ``words``."""
    start = text.index(words)
    return Reference.model_validate({"kind": kind, "start": start, "end": start + len(words)} | fields)


SECURITY = "code-de-la-securite-interieure"
NUMBER = {"act": SECURITY, "article": "l811-2", "via": "explicit", "basis": "named"}
REFERENCES = (
    reference("article", "L.\n811-2", locator="1°", **NUMBER),
    reference("article", "L.\n811-2", locator="2°", **NUMBER),
    reference(
        "act",
        "même code",
        act="code-de-la-securite-interieure",
        via="anaphora",
        basis="same",
        antecedent=(TEXT.index("code de"), TEXT.index(", et")),
    ),
    reference("act", "loi n° 2030-12", act="loi:2030-12", via="explicit", relation="issued_under"),
)
TEXTS = [
    AnnotatedText(id="a/1", text=TEXT, references=REFERENCES),
    AnnotatedText(id="b", text="Rien."),
    AnnotatedText(id="c", error="is None; a str was expected", text=""),
]


def written(path: Path, form: str, texts: Iterable[AnnotatedText] = TEXTS, **more: str) -> dict[str, int]:
    return dict(write_annotations(texts, path, form, **more))


def bare(texts: Iterable[AnnotatedText]) -> list[tuple[str, tuple[Reference, ...]]]:
    return [(each.text, each.references) for each in texts if each.error is None]


# --- All of them -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [name for name in ANNOTATIONS if name != "spacy"])
def test_every_format_counts_what_it_writes(form: str, tmp_path: Path) -> None:
    counts = written(tmp_path / "out", form)
    assert (counts["texts"], counts["references"], counts["unread"]) == (2, 4, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_articles_with_their_notes(tmp_path: Path) -> None:
    corpus = load("fixtures/mirror")
    texts = [AnnotatedText.of_article(article, corpus.references_of(article)) for article in corpus]
    assert any(reference.note is not None for text in texts for reference in text.references)
    for text, article in zip(texts, corpus, strict=True):
        for moved, reference in zip(text.references, corpus.references_of(article), strict=True):
            part = article.text if reference.note is None else article.notes[reference.note].text
            assert text.text[moved.span.slice] == part[reference.span.slice]
            assert (moved.target, moved.note) == (reference.target, reference.note)
    written(tmp_path / "brat", "brat", texts)
    read = {each.text: each.references for each in read_annotations(tmp_path / "brat")}
    for text in texts:
        assert [(r.target, r.span, r.note, r.reason) for r in read[text.text]] == [
            (r.target, r.span, r.note, r.reason) for r in text.references
        ]


def test_an_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"no annotation format 'doc'; there are: jsonl, html, markdown, brat"):
        written(tmp_path / "out", "doc")


def test_packages_that_are_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = AnnotationFormat("", ".x", ANNOTATIONS["bio"].write, modules=("no_such_module",), extra="spacy")
    monkeypatch.setattr("cpp_corpus.annotation.formats.ANNOTATIONS", Table("annotations", {"x": missing}))
    with pytest.raises(MissingExtraError, match=r"the format 'x' needs the extra 'spacy'"):
        written(tmp_path / "out", "x")


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("by hand")
    with pytest.raises(OutputError, match="is a folder with files in it"):
        written(tmp_path, "brat")
    assert (tmp_path / "a.ann").read_text() == "by hand"


@pytest.mark.parametrize("form", ["bio", "brat"])
def test_what_fails_leaves_nothing(form: str, tmp_path: Path) -> None:
    def failing() -> Iterable[AnnotatedText]:
        yield TEXTS[0]
        raise InputError("no more")

    with pytest.raises(InputError, match="no more"):
        written(tmp_path / "out", form, failing())
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"out\.bio: cannot be written: No such file or directory"):
        written(tmp_path / "none" / "out.bio", "bio")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_what_is_no_file_is_written_to_and_stays(tmp_path: Path) -> None:
    """A device or a pipe whose place a file takes is lost to everybody."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_annotations(find_references_in(["le code pénal"]), pipe, "markdown")
    assert pipe.is_fifo()
    assert b"code p" in os.read(reader, 1000)
    os.close(reader)


def test_what_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "out.md")
    write_annotations(find_references_in(["le code pénal"]), link, "markdown")
    assert link.is_symlink()
    assert "pénal" in (tmp_path / "out.md").read_text("utf-8")


@pytest.mark.parametrize("out", [".", "/", "", ".."])
def test_a_folder_in_place_of_a_file(out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match="is a folder; name a file for the output"):
        write_annotations([], out, "html")


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("before")
    written(path, "jsonl")
    assert read_annotations(path) == TEXTS


# --- JSON Lines ------------------------------------------------------------------------------------------------------


def test_jsonl_is_read_back(tmp_path: Path) -> None:
    found = list(find_references_in([TEXT, None, "le code civil"], act="code-penal", errors="keep"))  # type: ignore[list-item]
    written(tmp_path / "out.jsonl", "jsonl", found)
    assert read_annotations(tmp_path / "out.jsonl") == found


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "a", "references": [{"kind": "article", "start": 0}]}', "references.0.end: Field required"),
        ('{"references": []}', "text: Field required"),
        ("no JSON", "Invalid JSON"),
    ],
)
def test_lines_that_are_none(line: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "a"}\n\n' + line + "\n")
    with pytest.raises(InputError, match=f"gold.jsonl:3: the line is not a text with its references: {message}"):
        read_annotations(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl: No such file"):
        read_annotations(tmp_path / "none.jsonl")
    with pytest.raises(InputError, match=r"has no file .ann \(a folder of BRAT"):
        read_annotations(tmp_path)


# --- HTML and Markdown -----------------------------------------------------------------------------------------------


def test_a_page_of_html(tmp_path: Path) -> None:
    written(tmp_path / "out.html", "html", href="/{act}")
    page = (tmp_path / "out.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "<h2>a/1</h2>" in page
    assert page.count("<article>") == page.count("</article>") == 2
    assert 'href="/loi%3A2030-12"' in page


def test_a_file_of_markdown(tmp_path: Path) -> None:
    written(tmp_path / "out.md", "markdown", href="/{act}")
    assert (
        (tmp_path / "out.md")
        .read_text("utf-8")
        .endswith("Vu la [loi n° 2030-12](/loi%3A2030-12).\n\n## b\n\nRien.\n\n")
    )


def test_texts_without_references_are_no_texts_to_write(tmp_path: Path) -> None:
    for wrong, message in (
        (["Vu le code civil"], r"texts\[0\]: expected an AnnotatedText, got str"),
        (None, "texts: expected a list or another iterable, each item an AnnotatedText, got None"),
        ("Vu le code civil", "texts: expected a list or another iterable, each item an AnnotatedText, got str"),
    ):
        with pytest.raises(ArgumentError, match=message):
            written(tmp_path / "out", "html", wrong)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


# --- CSV -------------------------------------------------------------------------------------------------------------


def test_csv(tmp_path: Path) -> None:
    counts = written(tmp_path / "out.csv", "csv", href="/{act}/{article}")
    assert counts == {"texts": 2, "references": 4, "unread": 1}
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["text"], row["words"], row["target"], row["href"]) for row in rows] == [
        ("a/1", "L. 811-2", f"{SECURITY}/l811-2#1°", f"/{SECURITY}/l811-2"),
        ("a/1", "L. 811-2", f"{SECURITY}/l811-2#2°", f"/{SECURITY}/l811-2"),
        ("a/1", "même code", SECURITY, ""),
        ("a/1", "loi n° 2030-12", "loi:2030-12", ""),
    ]
    assert [TEXT[int(row["start"]) : int(row["end"])].replace("\n", " ") for row in rows] == [
        row["words"] for row in rows
    ]
    assert (rows[0]["kind"], rows[0]["locator"], rows[0]["open"], rows[3]["relation"]) == (
        "article", "1°", "false", "issued_under",
    )  # fmt: skip


def test_csv_of_no_text_has_its_columns(tmp_path: Path) -> None:
    written(tmp_path / "out.csv", "csv", [])
    assert (tmp_path / "out.csv").read_text("utf-8").startswith("text,start,end,words,target,kind,act,")


# --- BIO -------------------------------------------------------------------------------------------------------------


def test_bio(tmp_path: Path) -> None:
    conllu = pytest.importorskip("conllu")
    counts = written(tmp_path / "out.bio", "bio")
    assert counts["overlapping"] == 1  # the two points of one article have one anchor
    sentences = conllu.parse(
        (tmp_path / "out.bio").read_text("utf-8"), fields=["form", "start", "end", "tag"], field_parsers={}
    )
    rows = [[(token["form"], token["tag"]) for token in sentence] for sentence in sentences]
    assert [row for row in rows[0] if row[1] != "O"] == [
        ("L.", "B-article"),
        ("811-2", "I-article"),
        ("même", "B-act"),
        ("code", "I-act"),
    ]
    assert rows[1] == [("Vu", "O"), ("la", "O"), ("loi", "B-act"), ("n°", "I-act"), ("2030-12", "I-act"), (".", "O")]
    assert sentences[0].metadata == {"newdoc id": "a/1"}
    for sentence in sentences[:2]:
        assert all(TEXT[int(t["start"]) : int(t["end"])] == t["form"] for t in sentence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de l'article L. 811-2.", "de|l'|article|L.|811-2|."),
        ("aujourd'hui, lorsqu’il", "aujourd'hui|,|lorsqu’|il"),
        ("R. * 123-4 et L.811-2, 3°", "R.|*|123-4|et|L.811-2|,|3°"),
        ("I.-Nul (art. 10.1.1)", "I.|-|Nul|(|art|.|10.1.1|)"),
        ("« a »\n\nb", "«|a|»|b"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert [text[span.slice] for span in tokens(text)] == expected.split("|")


@given(annotated())
def test_tokens_never_cross_the_border_of_an_anchor(case: tuple[str, list[Reference]]) -> None:
    text, found = case
    spans = [span for span, _ in tagged_tokens(text, found)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {at for span in spans for at in range(*span)}
    assert covered == {at for at, sign in enumerate(text) if not sign.isspace()}
    for reference in found:
        assert all(reference.span.contains(span) or not reference.span.overlaps(span) for span in spans)


@given(annotated())
def test_tags_follow_each_other(case: tuple[str, list[Reference]]) -> None:
    before = "O"
    for _, tag in tagged_tokens(*case):
        assert not tag.startswith("I-") or before[2:] == tag[2:]
        before = tag


# --- BRAT ------------------------------------------------------------------------------------------------------------


def test_brat(tmp_path: Path) -> None:
    written(tmp_path / "out", "brat")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "a_1.ann",
        "a_1.txt",
        "annotation.conf",
        "b.ann",
        "b.txt",
    ]
    lines = (tmp_path / "out" / "a_1.ann").read_text("utf-8").splitlines()
    assert lines[:6] == [
        "T1\tarticle 36 38;39 44\tL. 811-2",
        "#1\tAnnotatorNotes T1\tcode-de-la-securite-interieure/l811-2#1°",
        "A1\tvia T1 explicit",
        "A2\tbasis T1 named",
        "A3\trelation T1 refers_to",
        "T2\tarticle 36 38;39 44\tL. 811-2",
    ]
    assert [line for line in lines if line.startswith("R")] == ["R1\tantecedent Arg1:T3 Arg2:T4"]
    assert bare(read_annotations(tmp_path / "out")) == bare(TEXTS)


def test_brat_is_read_by_another_reader(tmp_path: Path) -> None:
    written(tmp_path / "out", "brat", [AnnotatedText(text=TEXT, references=REFERENCES[1:])])
    reader = pytest.importorskip("pybrat.parser")
    (example,) = reader.BratParser(ignore_types=["AM"]).parse(tmp_path / "out")
    assert example.text == TEXT
    for entity in example.entities:
        assert " ".join(TEXT[span.start : span.end] for span in entity.spans) == entity.mention
    assert sorted((entity.id, entity.type) for entity in example.entities) == [
        ("T1", "article"),
        ("T2", "act"),
        ("T3", "antecedent"),
        ("T4", "act"),
    ]
    assert [(each.type, each.arg1.id, each.arg2.id) for each in example.relations] == [("antecedent", "T2", "T3")]


@given(st.data())
def test_brat_keeps_every_field(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    cases = data.draw(st.lists(annotated(), max_size=3))
    texts = [AnnotatedText(text=text, references=tuple(found)) for text, found in cases]
    path = tmp_path_factory.mktemp("brat") / "out"
    written(path, "brat", texts)
    if texts:
        assert bare(read_annotations(path)) == bare(texts)


def test_ids_make_names_of_files_that_any_system_has(tmp_path: Path) -> None:
    ids = ["../x", "..", "a/b", "a:b", "A_b", "/", "é" * 300, None, "con\n"]
    written(tmp_path / "out", "brat", [AnnotatedText(id=each, text=f"{at}") for at, each in enumerate(ids)])
    names = sorted(path.stem for path in (tmp_path / "out").glob("*.txt"))
    assert len({name.casefold() for name in names}) == len(ids)
    assert names == sorted(["_x", "_", "a_b", "a_b~2", "A_b~3", "_~2", "é" * 100, "000008", "con_"])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("T1\tarticle 3 7\tcivil", "the entity T1 is 'civil', but the text has 'code' there"),
        ("T1\tperson 3 7\tcode", "the type 'person' is not a kind of reference: article, division, act, internal"),
        ("T1 article 3 7 code", "not a line of BRAT standoff"),
        ("T1\tact 3 7\tcode\nA1\tvia T1 told", "the entity is not a reference: via: Input should be"),
        ("T1\tact 3 7\tcode\nA1\tcolour T1 red", "the entity is not a reference: colour: Extra inputs"),
    ],
)
def test_brat_that_is_no_reference(line: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("le code civil")
    (tmp_path / "a.ann").write_text(line + "\n")
    with pytest.raises(InputError, match=f"a.ann:1: {message}"):
        read_annotations(tmp_path)


def test_brat_as_people_leave_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("le code civil et l'article 7")
    (tmp_path / "a.ann").write_text(
        "T1\tact 3 13\tcode civil\n#1\tAnnotatorNotes T1\tcode-civil\nT2\tarticle 27 28\t7\nE1\tx:T1\n"
        "A1\trelation T2 amends\n"
    )
    (found,) = read_annotations(tmp_path)
    assert [(str(each), each.relation) for each in found.references] == [
        ("act code-civil", Relation.REFERS_TO),
        ("article ?/?", Relation.AMENDS),
    ]


def test_a_text_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("")
    with pytest.raises(InputError, match=r"a\.txt: cannot be read"):
        read_annotations(tmp_path)


@given(texts.flatmap(references))
def test_targets_are_read_back(reference: Reference) -> None:
    read = target_fields(reference.kind, reference.target)
    assert read == {name: getattr(reference, name) for name in read}


# --- W3C Web Annotation ----------------------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # of the reader's own
def test_web_annotation_is_read_as_rdf(tmp_path: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    oa, own = rdflib.Namespace("http://www.w3.org/ns/oa#"), rdflib.Namespace("urn:cpp-corpus:reference#")
    path = tmp_path / "out.jsonld"
    written(path, "web-annotation", href="https://law.example/{act}/{article}")
    graph = rdflib.Graph().parse(path, format="json-ld")
    found = list(graph.subjects(rdflib.RDF.type, oa.Annotation))
    assert len(found) == 4
    seen = set()
    for annotation in found:
        assert graph.value(annotation, oa.motivatedBy) == oa.linking
        target = graph.value(annotation, oa.hasTarget)
        assert graph.value(target, oa.hasSource) == rdflib.URIRef("urn:cpp-corpus:text:a%2F1")
        selectors = {graph.value(each, rdflib.RDF.type): each for each in graph.objects(target, oa.hasSelector)}
        place, quote = selectors[oa.TextPositionSelector], selectors[oa.TextQuoteSelector]
        start, end = (graph.value(place, name).toPython() for name in (oa.start, oa.end))
        exact, prefix, suffix = (str(graph.value(quote, name)) for name in (oa.exact, oa.prefix, oa.suffix))
        assert exact == TEXT[start:end]
        assert TEXT.count(prefix + exact + suffix) == 1
        assert (prefix, suffix) == (TEXT[max(0, start - 32) : start], TEXT[end : end + 32])
        body = graph.value(annotation, oa.hasBody)
        assert (body, rdflib.RDF.type, oa.SpecificResource) in graph
        seen.add((str(graph.value(body, oa.hasSource)), str(graph.value(annotation, oa.hasBody / own.act)), start))
        assert {own.article, own.act} & set(graph.objects(body, rdflib.RDF.type))
    assert (
        "https://law.example/code-de-la-securite-interieure/l811-2",
        "code-de-la-securite-interieure",
        TEXT.index("L.\n"),
    ) in seen
    assert ("urn:cpp-corpus:loi:2030-12", "loi:2030-12", TEXT.index("loi")) in seen
    assert all(
        isinstance(each, rdflib.BNode) or ":" in each for each in graph.all_nodes() - set(graph.objects(None, None))
    )


@given(st.lists(annotated(), max_size=3))
def test_web_annotation_is_json_with_absolute_ids(cases: list[tuple[str, list[Reference]]]) -> None:
    texts = [AnnotatedText(id="x y/é", text=text, references=tuple(found)) for text, found in cases]
    pages = ANNOTATIONS["web-annotation"].write(texts, lambda _: None)
    page = json.loads(b"".join(data for _, data in pages))
    assert len(page["items"]) == sum(len(found) for _, found in cases)
    for each in page["items"]:
        assert each["id"].startswith("urn:cpp-corpus:text:x%20y%2F%C3%A9#")
        assert each["body"]["source"].isascii()


# --- spaCy -----------------------------------------------------------------------------------------------------------


def test_spacy_reads_the_docbin(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    text = "Vu l'art.706-73."
    texts = [*TEXTS, AnnotatedText(text=text, references=(reference("article", "706", text=text),))]
    counts = written(tmp_path / "out.spacy", "spacy", texts)
    docs = list(spacy.tokens.DocBin().from_disk(tmp_path / "out.spacy").get_docs(spacy.blank("fr").vocab))
    assert [doc.text for doc in docs] == [TEXT, "Rien.", text]
    wider = 0
    for doc, annotated_text in zip(docs, [TEXTS[0], TEXTS[1], texts[-1]], strict=True):
        assert tuple(map(Reference.model_validate, doc.user_data["references"])) == annotated_text.references
        for span, written_down in zip(doc.spans["references"], annotated_text.references, strict=True):
            assert (span.label_, span.kb_id_) == (written_down.kind, written_down.target)
            assert doc.user_data["references"][int(span.id_)]["start"] == written_down.start
            assert span.start_char <= written_down.start
            assert span.end_char >= written_down.end
            wider += span.text != annotated_text.text[written_down.span.slice]
    assert counts["expanded"] == wider > 0

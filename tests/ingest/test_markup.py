"""Markup to lines: what ends a line, what is a word, what is a link, a cell, a note."""

from __future__ import annotations

import html
import unicodedata
from collections import Counter
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.ingest import read_bytes
from cpp_corpus.model.document import Block, Role
from cpp_corpus.model.span import Span


def blocks(body: str) -> list[Block]:
    (document,) = read_bytes(f"# Article 1\n\n{body}".encode(), "1.md").documents
    return [block for block in document.blocks if block.role is not Role.HEADING]


def lines(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Un.<br/><br/>Deux. </p>", ["Un.", "Deux."]),
        ("<p>Un.</p><p>Deux.</p><p></p>", ["Un.", "Deux."]),
        ("Un.\n\nDeux\nlignes.", ["Un.", "Deux lignes."]),
        ("<p>Un.<br/>\r\n\r\nDeux\r  et  trois.</p>", ["Un.", "Deux et trois."]),
        ("<div align='center'>Un</div><ul><li>Deux</li><li>Trois</li></ul>", ["Un", "Deux", "Trois"]),
        ("<p>inté<b>gr</b>al et <font color='red'>rouge</font></p>", ["intégral et rouge"]),
        ("<p>moins de 3 < 4 et <ou non, <400m</p>", ["moins de 3 < 4 et <ou non, <400m"]),
        ("<p>Vent &amp; pluie&nbsp;: R&D &eacute;t&#233; &#x20AC;</p>", ["Vent & pluie : R&D été €"]),
        ("Vent &amp; pluie, R&D, &copy; AT&amp", ["Vent & pluie, R&D, © AT&"]),
        ("Vent &copy; R&D", ["Vent &copy; R&D"]),
        ("**Vent** et\\- pluie \\**x\\** (**), **", ["Vent et- pluie **x** (**), **"]),
        ("R. *12 et R.**13, [le vent](/vent.md)", ["R. *12 et R.**13, le vent"]),
        (
            "<p>10<sup>-3</sup> m<sup>2</sup>, 1<sup>er</sup>, CO<sub>2</sub>, x<sub>min</sub></p>",
            ["10⁻³ m², 1er, CO₂, xmin"],
        ),
        ("<p>co\u00adopé\u200bration e\u0301te\u0301\u00a0!</p>", ["coopération été !"]),
        ("<p>Vent<!-- <p>caché</p> --> fort</p>", ["Vent fort"]),
        ("<p>Vent <!-- sans fin", ["Vent <!-- sans fin"]),
        ("<P>Un<BR>Deux</P>", ["Un", "Deux"]),
        (
            "<p>Un\ndeux</p><pre>\nNom : …\n  Prénom : …\n\nFait</pre>Trois\nquatre",
            ["Un deux", "Nom : …", "Prénom : …", "Fait", "Trois quatre"],
        ),
        ("<table><tr><td><pre>un\ndeux</pre></td><td>trois</td></tr></table>", ["un deux\ttrois"]),
    ],
)
def test_lines(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_links() -> None:
    body = (
        "<p>l'<a href='/code-de-lair/livre-ier/l12-3.md' title='Code de l'air - art. L12-3 (V)'> article L. 12-3 </a>et"
        " <a title=\"x\" href=\"/voir.do?a=1&amp;b=2\">une\nloi</a> <a name='rien'>rien</a> <a href='/x.md'></a></p>"
    )
    (block,) = blocks(body)
    assert block.text == "l' article L. 12-3 et une loi rien"
    first, second = block.links
    assert block.text[first.span.slice] == "article L. 12-3"
    assert first[1:] == ("/code-de-lair/livre-ier/l12-3.md", "Code de l'air - art. L12-3 (V)", "code-de-lair", "l12-3")
    assert block.text[second.span.slice] == "une loi"
    assert second[1:] == ("/voir.do?a=1&b=2", "x", None, None)


def test_a_link_over_two_lines_is_two_links() -> None:
    first, second = blocks("<p>Voir <a href='/x'>le vent<br/>et la pluie</a>.</p>")
    assert [first.text[link.span.slice] for link in first.links] == ["le vent"]
    assert [second.text[link.span.slice] for link in second.links] == ["et la pluie"]


def test_tables() -> None:
    body = (
        "Avant<table><tbody><tr><th colspan='2'>Tête</th><th rowSpan=2></th></tr><tr><td><p>a</p><p>b</p></td><td>"
        "<table><tr><td>c</td><td>d</td></tr></table></td></tr><tr><td></td></tr></tbody></table>Après"
    )
    before, head, row, after = blocks(body)
    assert (before.text, before.table, after.text, after.table) == ("Avant", None, "Après", None)
    assert (head.text, row.text) == ("Tête\t", "a b\tc d")
    assert [(row.text[c.span.slice]) for c in row.cells] == ["a b", "c d"]
    assert [(c.colspan, c.rowspan, c.header) for c in head.cells] == [(2, 1, True), (1, 2, True)]
    assert head.table == row.table == 0


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<table><tr><td>a<td>b<tr><td>c</table>d", ["a\tb", "c", "d"]),
        ("<td>a</td><td>b</td>", ["a\tb"]),
        ("<table><tr><td>a</td>perdu<td>b</td></tr>", ["a\tperdu\tb"]),
        ("<table><tr><td>a<p>b</p></table><p>c</p>", ["a b", "c"]),
    ],
)
def test_broken_tables_lose_no_word(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_notes() -> None:
    body = (
        "<p>Texte avec <i>italique</i>.</p><br/><br/><i>NOTA:<p>Un <i>mot</i>.</p><p>Deux.</p></i>"
        "<br/><i>NOTA:  Trois.</i><i>NOTA:</i>Suite."
    )
    found = [(block.role.value, block.opens, block.text) for block in blocks(body)]
    assert found == [
        ("text", False, "Texte avec italique."),
        ("note", True, "NOTA:"),
        ("note", False, "Un mot."),
        ("note", False, "Deux."),
        ("note", True, "NOTA: Trois."),
        ("note", True, "NOTA:"),
        ("text", False, "Suite."),
    ]


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<br/>",
        "<i>NOTA:",
        "<i>",
        "</i>",
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "<td\tcolspan='2'>",
        "</td>",
        "<sup>",
        "</sup>",
        "<li>",
        "<a\thref='/code-x/l1.md'>",
        "</a>",
        "<!--",
        "-->",
        "&nbsp;",
        "&eacute;",
        "&",
        "<",
        ">",
        "<b>",
        "été",
        "12",
        "-3",
        "vent\tfort",
        "\t",
        "²",
        "–",
        "\n\n",
    ]
).map(lambda piece: piece.replace("\t", " "))


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_nothing_lost_and_every_word_leads_back(body: str, encoding: str) -> None:
    body = body.replace("<!--", "").replace("-->", "")
    page = f"# Article 1\n\n<p>début</p>{body}"
    data = page.encode(encoding, "xmlcharrefreplace")
    (document,) = read_bytes(data, "1.md").documents
    (words_of_page,) = [read_bytes(page.encode(), "1.md").documents[0]]
    plain = [block.text for block in document.blocks]
    assert plain == [block.text for block in words_of_page.blocks]
    assert signs("\n".join(plain)) == signs(stripped(page))
    wide = "utf-16-le" if encoding == "utf-16" else encoding
    for block in document.blocks:
        for at, char in enumerate(block.text):
            span = block.offsets.span(block.text, Span(at, at + 1))
            source = data[span.start : span.end].decode(wide)
            assert char.isspace() or same(char, source)


def same(char: str, source: str) -> bool:
    read = unicodedata.normalize("NFKC", html.unescape(source)).replace("-", "−")
    return unicodedata.normalize("NFKC", char).replace("-", "−") == read


def stripped(page: str) -> str:
    for name in (
        "table",
        "td colspan='2'",
        "td",
        "tr",
        "sup",
        "br/",
        "li",
        "p",
        "i",
        "b",
        "a href='/code-x/l1.md'",
        "a",
    ):
        page = page.replace(f"<{name}>", " ").replace(f"</{name}>", " ")
    return html.unescape(page)


def signs(text: str) -> Counter[str]:
    return Counter(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<p ",
        "<a href='",
        "<a title='",
        "<i>",
        "<table><tr><td>",
        "<",
        "&",
        "&amp",
        " ",
        "\n",
        "<sup>1",
        "<p>\n",
        "title='",
    ],
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    begin = process_time()
    read_bytes(("# Article 1\n\n<p>x</p><a " + piece * 20_000).encode(), "1.md")
    assert process_time() - begin < 5


def test_three_spaces_part_the_lines_of_a_page_without_tags() -> None:
    text = "Le meunier veille.   Il dort peu :   1° La nuit ;   2° Le jour,   ou   jamais.  Il rêve."
    assert lines(text) == ["Le meunier veille.", "Il dort peu :", "1° La nuit ;", "2° Le jour, ou jamais. Il rêve."]
    link = "Voir <a href='/code-x/1.md'>l'article 1</a>.   Et l'article 2."
    assert lines(link) == ["Voir l'article 1.", "Et l'article 2."]


def test_where_tags_part_the_lines_spaces_do_not() -> None:
    assert lines("<p>Le meunier veille.   Il dort peu.</p>") == ["Le meunier veille. Il dort peu."]

"""Texts in the markup of reStructuredText, AsciiDoc, Org and MediaWiki: their marks are undone, their words kept."""

from __future__ import annotations

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.light_markup import without_light_markup
from cpp_corpus.tokenizer import tokenize

RST = """Code des sabliers
=================

Titre Ier : Du sable
~~~~~~~~~~~~~~~~~~~~

Article L1
^^^^^^^^^^

Le gardien, selon l'\\ `article L.
2 </codes/2>`__ du *code*, compte 10\\ :sup:`3` grains (\\*).

Article L2
^^^^^^^^^^

Le **verre** est soufflé, `ici <https://www.example.org/a_(b)>`__.
"""
ASCIIDOC = """== Code des sabliers

=== Titre Ier : Du sable

[[article-l1]]
==== Article L1

Le gardien, selon l'link:/codes/2[article L.
2] du _code_, compte 10^3^ grains (++*++).

==== Article L2

Le *verre* est soufflé, https://www.example.org/a_(b)[ici].
"""
ORG = """* Code des sabliers
:PROPERTIES:
:CUSTOM_ID: code-des-sabliers
:END:
** Titre Ier : Du sable
*** Article L1
:PROPERTIES:
:CUSTOM_ID: article-l1
:END:
Le gardien, selon l'[[/codes/2][article L.
2]] du /code/, compte 10^{3} grains (*).

*** Article L2
Le *verre* est soufflé, [[https://www.example.org/a_(b)][ici]].
"""
MEDIAWIKI = """= Code des sabliers =

== Titre Ier : Du sable ==

<span id="article-l1"></span>
=== Article L1 ===

Le gardien, selon l'[[codes/2|article L. 2]] du ''code'', compte 10<sup>3</sup> grains (*).

=== Article L2 ===

Le '''verre''' est soufflé, [https://www.example.org/a_(b) ici].
"""
TEXTS = {"rst": RST, "asciidoc": ASCIIDOC, "org": ORG, "mediawiki": MEDIAWIKI}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_document_of_a_light_markup(name: str, newline: str) -> None:
    text = TEXTS[name].replace("\n", newline)
    assert len(without_light_markup(text)) == len(text)
    read = read_bytes(text.encode(), "page.txt")
    assert read.format == "page-text"
    found = [a for document in read.documents for a in tokenize(document).articles]
    assert [(a.act, str(a.number)) for a in found] == [("code-des-sabliers", "L1"), ("code-des-sabliers", "L2")]
    assert "".join(found[0].text.split()) == "Legardien,selonl'articleL.2ducode,compte103grains(*)."
    assert found[1].text == "Le verre est soufflé, ici."
    assert [[division.title for division in a.divisions] for a in found] == [["Du sable"], ["Du sable"]]
    for article in found:
        assert text.encode()[article.source.byte.slice].decode().startswith(("Article", "Le "))


@pytest.mark.parametrize("name", TEXTS)
def test_a_light_markup_may_end_anywhere(name: str) -> None:
    data = TEXTS[name].encode()
    for end in range(0, len(data), 5):
        read = read_bytes(data[:end], "page.txt")
        assert bool(read.documents) != bool(read.refusal)


TABLES = {
    "asciidoc": '[cols="50%,50%",]\n|===\n|Grain a|\nPrix\n\nen or\n\n|noir ^|3\n|===\n',
    "org": "| Grain | Prix  |\n|       |       |\n|       | en or |\n| noir  | 3     |\n",
    "mediawiki": '{| class="wikitable"\n|-\n! Grain\n! Prix\n\nen or\n|-\n| noir\n| style="color: red;"| 3\n|}\n',
}


@pytest.mark.parametrize("name", TABLES)
def test_the_words_of_a_table_stay_in_their_order(name: str) -> None:
    read = read_bytes(f"{TEXTS[name]}\n{TABLES[name]}\nFin.".encode(), "page.txt")
    last = [a for document in read.documents for a in tokenize(document).articles][-1]
    assert " ".join(last.text.split()) == "Le verre est soufflé, ici. Grain Prix en or noir 3 Fin."


@pytest.mark.parametrize(
    "text",
    [
        "L'article R. * 12-3 et a[3][1], ''x'' == y, | z |.",
        '<!DOCTYPE html><script>if (a == b) [["x|y"]];</script>\n== Article 3 ==\n',
        '{"a": "[[/x][y]]"}',
        "| a | b |\n|---|---|\n| [[/1][2] | c |",
        "Voir `a` :: b.",
    ],
)
def test_other_texts_keep_their_signs(text: str) -> None:
    assert without_light_markup(text) == text


@pytest.mark.parametrize(
    "sign",
    [
        "[[/a][",
        "link:/a[",
        "`a <",
        ".. rubric:: a\n",
        "{|\n",
        "|===\n",
        ":PROPERTIES:\n:a:\n",
        "**a ",
        "/a ",
        "== a",
        "[[a|",
    ],
)
def test_hostile_marks_are_read_in_time(sign: str) -> None:
    for first in TEXTS.values():
        text = first + sign * (200_000 // len(sign))
        assert len(without_light_markup(text)) == len(text)

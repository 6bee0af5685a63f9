"""RTF documents: the text as it is printed."""

from __future__ import annotations

from time import perf_counter

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.rtf import rtf_text
from cpp_corpus.limits import LimitReached, Limits, within
from cpp_corpus.tokenizer import tokenize

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset238 Arial CE;}}"
    rb"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s1 Titre 1;}}{\info{\title Le secret}}"
    rb"{\*\generator Atelier 3;}{\header Page courante\par}{\footer Pied\par}"
)


def lines(body: bytes) -> list[str]:
    return [line for line in rtf_text(HEAD + body + b"}").split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (rb"Le sable\par Il coule\line encore", ["Le sable", "Il coule", "encore"]),
        (rb"L'\'e9t\'e9, l'{\b\i h}iver\par", ["L'été, l'hiver"]),
        (b"Le\r\n sable{\\b  coule}.\\par", ["Le sable coule."]),
        (rb"L'\u233?t\u233\'e9 \u8364?\par", ["L'été €"]),
        (rb"{\uc2 L'\u233\'c3\'a9t\u233 ab}{\uc0 \u233 x}\par", ["L'étééx"]),
        (rb"\u-10179?\par", ["\ufffd"]),
        (rb"\u-10179?\u-8704?\par", ["\U0001f600"]),
        (rb"{\f1 \'b3}\'b3\par", ["ł³"]),
        (rb"1\'b0\~:\emdash \endash \_ \{a\}\\b\-c\par", ["1°\xa0:—–- {a}\\bc"]),
        (rb"Voir {\field{\*\fldinst HYPERLINK x}{\fldrslt l'article 3}}.\par", ["Voir l'article 3."]),
        (rb"Le {\deleted vieux }{\v secret }sable\deleted  mort\deleted0  dort\par", ["Le sable dort"]),
        (rb"Le sable{\super\chftn}{\footnote\pard\plain {\super\chftn} Du verre.\par Oui.} dort\par", None),
        (rb"{\listtext\tab 1\'b0\tab}Le jour ;\par{\pntext a)\tab}La nuit.\par", ["1° Le jour ;", "a) La nuit."]),
        (rb"{\listtext Article 3\tab}Le sable.\par", ["Article 3", "Le sable."]),
        (rb"\trowd\intbl Grain\cell Prix\par du jour\cell\row\pard Fin\par", ["│Grain│Prix du jour│", "Fin"]),
        (rb"\trowd\intbl un\cell deux\cell\row\trowd\intbl 1\cell\cell\row", ["│un│deux│", "│1││"]),
        (rb"{\pict\bin5 }{\\x}{\*\shppict{\pict 00ff}}Le sable\par", ["Le sable"]),
        (rb"{\upr{\title ?}{\*\ud{\u233?}}}Le{\*\inconnu mot} sable\par", ["éLe sable"]),
        (rb"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt Encadr\'e9\par}}{\shprslt Encadr\'e9\par}}", ["Encadré"]),
    ],
)
def test_the_text_is_that_which_is_printed(body: bytes, wanted: list[str] | None) -> None:
    if wanted is None:
        assert [" ".join(line.split()) for line in lines(body)] == ["Le sable dort", "Du verre. Oui."]
    else:
        assert lines(body) == wanted


@pytest.mark.parametrize(
    ("head", "wanted"),
    [(rb"{\rtf1\mac \'8e}", "é"), (rb"{\rtf1\ansi\ansicpg1250 \'b3}", "ł"), (rb"{\rtf1\ansi\ansicpg99999 \'e9}", "é")],
)
def test_code_pages(head: bytes, wanted: str) -> None:
    assert rtf_text(head).strip() == wanted


ACT = (
    rb"Code des sabliers\par Titre Ier : Du sable\par Article L1\par Le sable coule, l'\'e9t\'e9.\par "
    rb"\trowd\intbl Grain\cell 1\cell\row\pard Article L2 (abrog\'e9)\par Article L3\par Il dort.\par"
)


def test_the_articles_of_a_document() -> None:
    (document,) = read_bytes(HEAD + ACT + b"}", "sabliers.rtf").documents
    found = [(str(a.number), a.act, a.state.value, a.text) for a in tokenize(document).articles]
    assert document.format == "office"
    assert found == [
        ("L1", "code-des-sabliers", "in_force", "Le sable coule, l'été.\nGrain\t1"),
        ("L2", "code-des-sabliers", "repealed", ""),
        ("L3", "code-des-sabliers", "in_force", "Il dort."),
    ]


@pytest.mark.parametrize("body", [rb"Une lettre\par", b""])
def test_a_document_without_articles_is_refused(body: bytes) -> None:
    refusal = read_bytes(HEAD + body + b"}", "lettre.rtf").refusal
    assert refusal is not None
    assert refusal.reason.startswith("an office document without")


def test_a_document_may_end_anywhere() -> None:
    data = HEAD + ACT + b"}"
    for end in range(6, len(data)):
        assert "secret" not in rtf_text(data[:end])
        read = read_bytes(data[:end], "sabliers.rtf")
        assert bool(read.documents) != bool(read.refusal)


@pytest.mark.parametrize(
    "body",
    [
        b"{" * 300_000,
        b"}" * 300_000,
        b"\\" * 300_000,
        b"\\'" * 300_000,
        b"\\u" * 300_000,
        b"\\bin999999999 a" * 9,
        b"\\bin" * 200_000,
        b"{\\footnote a" * 9,
        b"\\cell" * 200_000,
        b"a\\par" * 100_000,
        b"\x00" * 300_000,
    ],
)
def test_hostile_documents_are_read_in_time(body: bytes) -> None:
    start = perf_counter()
    rtf_text(HEAD + body)
    assert perf_counter() - start < 5


def test_nesting_is_limited() -> None:
    with within(Limits()), pytest.raises(LimitReached):
        rtf_text(HEAD + b"{" * 1000)

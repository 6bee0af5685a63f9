"""Encodings: every character maps back to its bytes, damage is counted, and binary data is reported."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.decode import Decoded, decode, looks_binary

TEXT = "Article 1er – L’œuvre d'Étretat : 3 €\r\n"


def encoded_back(decoded: Decoded) -> bytes:
    return decoded.text.encode(decoded.encoding, decoded.errors)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("cp1252"), "cp1252"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.damaged) == (TEXT, encoding, 0)
    assert data[decoded.start :] == encoded_back(decoded)
    assert looks_binary(data) is None


def test_a_few_bad_bytes_do_not_change_the_encoding() -> None:
    decoded = decode("Été, près, là".encode() + b"\xff" + "dès".encode())
    assert decoded.encoding == "utf-8"
    assert decoded.damaged == 1


def test_a_character_cut_at_the_end() -> None:
    decoded = decode("L'été, là-bas, où".encode()[:-1])
    assert (decoded.encoding, decoded.damaged) == ("utf-8", 1)


def test_odd_length_of_utf_16() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "été".encode("utf-16-le") + b"x")
    assert (decoded.text, decoded.damaged) == ("été", 1)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4 x", b"PK\x03\x04rest", b"\x1f\x8b\x08", b"abc\x00def", bytes(range(1, 9)) * 9]
)
def test_binary(data: bytes) -> None:
    assert looks_binary(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded(data: bytes) -> None:
    decoded = decode(data)
    if decoded.errors == "surrogateescape":
        assert data[decoded.start :] == encoded_back(decoded)

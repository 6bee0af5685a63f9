"""One rule for damage: what is no character is U+FFFD, in every string of every record, and nothing stops the work."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

import cpp_corpus
from cpp_corpus import InputError
from cpp_corpus.pipeline.batch import normalize

PARTS = {
    "folder": b"code-d\xc3\xa9-nuages",
    "division": "livre-ier-été".encode(),
    "name": "1é".encode(),
    "heading": b"# Article 1",
    "text": "Le vent d'été, voir l'article ".encode(),
    "href": b"/code-des-nuages/l9.md",
    "title": "Code des nuages été - art. L9 (V)".encode(),
    "link": "L. 9é".encode(),
    "cell": "été".encode(),
    "note": "NOTA: Conformément à l'été.".encode(),
}
WHOLE = "Les mots entiers, déjà là, y sont aussi, répétés à l'été. " * 20  # so that the page stays one in UTF-8
PAGE = (
    b"%(heading)s\n\n<p>%(text)s<a href='%(href)s' title='%(title)s'>%(link)s</a>.</p><p>"
    + WHOLE.encode()
    + b"</p><table><tr><td>%(cell)s</td></tr></table><br/><i>%(note)s</i>"
)


def written(root: Path, parts: dict[str, bytes]) -> Path:
    """A page with these parts, in a folder of its own."""
    folder = os.path.join(os.fsencode(root), parts["folder"], parts["division"])  # noqa: PTH118 - Path takes no bytes
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    by_name = {name.encode(): data for name, data in parts.items()}
    Path(os.fsdecode(os.path.join(folder, parts["name"] + b".md"))).write_bytes(PAGE % by_name)  # noqa: PTH118
    return root


def damaged(part: str) -> Iterator[dict[str, bytes]]:
    """The parts, with a byte that is no character before, in and behind one of them."""
    data = PARTS[part]
    for at in (0, len(data) // 2, len(data)):
        for byte in (b"\xff", b"\xe9"):
            yield {**PARTS, part: data[:at] + byte + data[at:]}


def strings(value: Any) -> Iterator[str]:
    """Every string in a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from strings(value.model_dump(mode="json"))
    elif isinstance(value, dict):
        yield from strings(list(value.items()))
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from strings(each)


@pytest.mark.parametrize("part", PARTS)
def test_a_damaged_byte_anywhere_is_one_character_of_a_record(part: str, tmp_path: Path) -> None:
    for count, parts in enumerate(damaged(part)):
        root = written(tmp_path / str(count), parts)
        if part == "heading" and not parts[part].startswith(b"# Article"):
            with pytest.raises(InputError, match="in no known format"):
                cpp_corpus.load(root)
            continue
        corpus = cpp_corpus.load(root)
        (article,) = corpus.articles
        records = [article, *corpus.references, *corpus.findings, *corpus.sources, *corpus.graph.nodes]
        found = [text for record in records for text in strings(record)]
        assert all(text.encode() for text in found)  # a lone surrogate has no bytes
        assert any("\ufffd" in text for text in strings(article)) or part == "heading"
        assert (corpus.offsets(article) is None) == (part in {"folder", "division", "name"})  # no such path
        assert "entiers" in article.text
        normalize([root], root / "out")
        assert cpp_corpus.load(root / "out").articles == corpus.articles
        corpus.export(root / "again")


@pytest.mark.parametrize("part", ["heading", "text", "href", "title", "link", "cell", "note"])
def test_damage_is_reported(part: str, tmp_path: Path) -> None:
    corpus = cpp_corpus.load(written(tmp_path, {**PARTS, part: PARTS[part] + b"\xff"}))
    assert "encoding-damage" in {finding.code for finding in corpus.findings}


def test_damage_leads_back_to_its_byte(tmp_path: Path) -> None:
    data = b"# Article 1\n\n" + WHOLE.encode() + b" a\xffb c\xef\xbf\xbdd"
    path = tmp_path / "1.md"
    path.write_bytes(data)
    corpus = cpp_corpus.load(path)
    (article,) = corpus
    offsets = corpus.offsets(article)
    assert offsets is not None
    assert article.text.endswith("a\ufffdb c\ufffdd")
    for char in "abcd":
        at = article.text.rindex(char)
        start, end = offsets.span(article.text, cpp_corpus.Span(at, at + 1))
        assert data[start:end] == char.encode()


@given(
    st.lists(
        st.sampled_from(["l'article ", "L. 9", "\udc80", "\udfff", "du code pénal", " et 3", "loi n° 2019-", "222"])
    )
)
def test_references_of_a_damaged_text(parts: list[str]) -> None:
    text = "".join(parts)
    for reference in cpp_corpus.find_references(text):
        assert all(string.encode() for string in strings(reference))
        assert text[reference.start : reference.end]

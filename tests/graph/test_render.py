"""Pictures as files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from cpp_corpus.errors import MissingExtraError, OutputError
from cpp_corpus.graph import ArticleGraph, render
from cpp_corpus.model.graph import Edge, Mention, Node

ODD = 'x/"]; <b>&\\'
GRAPH = ArticleGraph(
    [Node(ODD, "article", act="x", number='"<&'), Node("x/1", "article", act="x", number="1")],  # type: ignore[arg-type]
    [Edge(ODD, "x/1", "amends", mentions=(Mention(0, 1, None, '"\\é'),))],  # type: ignore[arg-type]
)
BEGINNINGS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph"}


@pytest.mark.parametrize("suffix", render.FORMATS)
def test_by_the_suffix(tmp_path: Path, suffix: str, capfd: pytest.CaptureFixture[str]) -> None:
    GRAPH.draw(tmp_path / f"g.{suffix.upper()}", focus=ODD)
    assert (tmp_path / f"g.{suffix.upper()}").read_bytes().startswith(BEGINNINGS[suffix])
    assert capfd.readouterr() == ("", "")


def test_an_svg_has_the_words(tmp_path: Path) -> None:
    GRAPH.draw(tmp_path / "g.svg")
    words = [element.text for element in ET.parse(tmp_path / "g.svg").iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314
    assert "1er" in words
    assert '"<&' in words


@pytest.mark.parametrize("name", ["g.txt", "g", ".svg", "g.svg.gz"])
def test_another_suffix(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match=r"\.svg, \.png, \.pdf, \.dot"):
        GRAPH.draw(tmp_path / name)


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        GRAPH.draw(tmp_path / "nowhere" / "g.dot")


def test_without_graphviz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingExtraError, match=r"drawing as svg needs the extra 'draw' .*pip install 'pygraphviz>="):
        GRAPH.draw(tmp_path / "g.svg")
    GRAPH.draw(tmp_path / "g.dot")


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_the_program_dot_serves_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    program = tmp_path / "dot"
    program.write_text('#!/bin/sh\necho "$@"\ncat\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    GRAPH.draw(tmp_path / f"g.{suffix}")
    said = (tmp_path / f"g.{suffix}").read_text(encoding="utf-8")
    assert said.startswith("-Tsvg\ndigraph" if suffix == "svg" else "-Tpng -Gdpi=144\ndigraph")


def test_graphviz_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "dot"
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(OutputError, match=r"g\.svg: Graphviz could not draw it"):
        GRAPH.draw(tmp_path / "g.svg")


def test_the_package_is_imported_when_it_draws() -> None:
    code = (
        "import sys, cpp_corpus.graph; print([m for m in ('pygraphviz', 'rustworkx', 'networkx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"

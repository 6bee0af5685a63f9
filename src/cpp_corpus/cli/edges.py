"""What the commands ``cites``, ``cited-by`` and ``impact`` share: which article is meant, and tables of answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from cpp_corpus.cli.input import described
from cpp_corpus.cli.options import or_stdout
from cpp_corpus.cli.output import print_data, say, write_file
from cpp_corpus.corpus import Corpus, division_named
from cpp_corpus.errors import AmbiguousReference, CorpusError
from cpp_corpus.lang.act_titles import act_of
from cpp_corpus.model.graph import Edge, edge_json
from cpp_corpus.spreadsheet import csv_lines

__all__ = [
    "EDGE_COLUMNS",
    "Format",
    "FormatOption",
    "Key",
    "Out",
    "edge_row",
    "key_of",
    "several",
    "write_edges",
    "write_lines",
    "write_rows",
]


class Format(StrEnum):
    """The format of a table."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


Key = Annotated[
    str,
    typer.Argument(metavar="ARTICLE", help="A number, a citation (“art. 706-16 CPP”) or an id.", show_default=False),
]
FormatOption = Annotated[Format, typer.Option("--format", help="Format: text, lines of JSON, or CSV.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", callback=or_stdout, help="File for the result; - is standard output."),
]

EDGE_COLUMNS = ("source", "relation", "target", "locator", "state", "count", "anchors")
"""The columns of a table of edges."""


def edge_row(edge: Edge) -> tuple[object, ...]:
    """An edge as a row of such a table."""
    anchors = " | ".join(" ".join(anchor.split()) for anchor in edge.anchors)
    return (edge.source, edge.relation.value, edge.target, edge.locator, edge.state.value, edge.count, anchors)


def key_of(corpus: Corpus, given: str, *, divisions: bool = False, cited: bool = False) -> str:
    """The id of the article that ``given`` means; with ``divisions``, also that of a division or an act.

    With ``cited``, also that of anything else that is cited. The command ends where that is not one article.
    """
    if cited and (":" in given or "/" in given or given.startswith("code-")) and _cited(corpus, given):
        return given
    if divisions and (act := act_of(corpus.acts, given)) is not None:
        return act
    if divisions and ("#" in given or division_named(given) is not None):
        return _division(corpus, given)
    try:
        article = corpus[given]
    except AmbiguousReference as error:
        several(given, error.candidates)
    except KeyError:
        if cited and (named := _cited(corpus, given)):
            return named
        found = [article.id for article in corpus.find(given)]
    else:
        held = corpus.versions(article)
        if len(held) > 1 and given != article.id:
            others = ", ".join(version.id for version in held if version.id != article.id)
            say(f"cpp-corpus: taken: {article.id}; also held: {others}", err=True)
        return article.id
    if not found:
        say(f"cpp-corpus: {given!r} is none of {described(corpus)}", err=True)
        raise typer.Exit(1)
    if len(found) > 1:
        several(given, found)
    return found[0]


def several(given: str, candidates: Sequence[str]) -> NoReturn:
    """End a command with the ids of what ``given`` may mean."""
    say(f"cpp-corpus: {given} means several; give the id of one of them:", err=True)
    for candidate in candidates:
        say(f"  {candidate}", err=True)
    raise typer.Exit(1)


def _cited(corpus: Corpus, given: str) -> str | None:
    """The id of what is cited; ``None`` where nothing cites it."""
    try:
        into = corpus.cited_by(given)
    except (CorpusError, KeyError):
        return None
    return into[0].target if into else None


def write_edges(edges: Sequence[Edge], form: Format, out: Path | None) -> None:
    """Write edges in a format: a line each, as JSON in the layout of ``graph.json``."""
    if form is Format.JSON:
        write_lines(map(edge_json, edges), out)
    else:
        write_rows(EDGE_COLUMNS, map(edge_row, edges), form, out)


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], form: Format, out: Path | None) -> None:
    """Write rows as CSV with the names of the columns, or as lines of fields separated by tabs."""
    if form is Format.CSV:
        text = "".join(csv_lines(columns, rows))
    else:
        text = "".join("\t".join("" if value is None else str(value) for value in row) + "\n" for row in rows)
    _write(text.encode("utf-8", "replace"), out)


def write_lines(lines: Iterable[bytes], out: Path | None) -> None:
    """Write lines of JSON."""
    _write(b"".join(line + b"\n" for line in lines), out)


# ---------------------------------------------------------------------------------------------------------------------


def _division(corpus: Corpus, given: str) -> str:
    try:
        return corpus.division_id(given)
    except AmbiguousReference as error:
        several(given, error.candidates)
    except KeyError as error:
        say(f"cpp-corpus: {error.args[0]}", err=True)
        raise typer.Exit(1) from error


def _write(data: bytes, out: Path | None) -> None:
    if out is None:
        print_data(data)
    else:
        write_file(out, data)

"""``cpp-corpus find``: what a citation points to."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from cpp_corpus.cli.console import SafeConsole
from cpp_corpus.cli.input import described, loaded
from cpp_corpus.cli.options import Act, AsJson, FormerReference, From, Jobs, NumbersFrom
from cpp_corpus.cli.output import print_json, say
from cpp_corpus.model.article import Article
from cpp_corpus.model.found import FoundPart

__all__ = ["command"]


def command(
    citation: Annotated[str, typer.Argument(metavar="CITATION", help="“art. 706-16 CPP”, “L. 811-2 CSI”, “628-2”.")],
    sources: From,
    jobs: Jobs,
    numbers_from: NumbersFrom = None,
    _reference: FormerReference = None,
    act: Act = None,
    as_json: AsJson = False,
) -> None:
    """Find the articles that a citation points to.

    Takes lists, ranges, ids and a day too: “121-1 à 121-3”, “code-penal/121-3”, “121-3@2010-12-31”. Prints a table on a
    terminal. Elsewhere each article is a line with tab-separated fields: id, state, file and line, first words. Where
    none of the articles has the part that is named (“121-3, al. 9”), they are printed, and the exit status is 1.

    Example: cpp-corpus find "art. 706-16 CPP" --from pages/
    """
    corpus = loaded(sources, numbers_from, jobs, act)
    parts = corpus.find_parts(citation)
    found = list({each.article.id: each.article for each in parts}.values())
    if not found:
        say(f"cpp-corpus: {citation!r} is none of {described(corpus)}", err=True)
        raise typer.Exit(1)
    if as_json:
        for article in found:
            print_json(article.model_dump_json().encode())
    elif sys.stdout.isatty():
        _print_table(found)
    else:
        for article in found:
            source = article.source
            say(f"{article.id}\t{article.state}\t{source.path}:{source.line}\t{_start(article)}")
    _check_parts(parts)


def _check_parts(parts: Sequence[FoundPart]) -> None:
    """Print a line for each part that is missing, or may be; ends the command where all are missing."""
    for each in parts:
        if each.locator is not None and not each.part_exists:
            said = "has no part" if each.part_exists is False else "may or may not have the part"
            say(f"cpp-corpus: {each.article.id} {said} {each.locator}", err=True)
    if all(each.part_exists is False for each in parts):
        raise typer.Exit(1)


def _print_table(found: Sequence[Article]) -> None:
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(no_wrap=True, overflow="ellipsis")
    for article in found:
        table.add_row(article.id, str(article.state).replace("_", " "), Text(_start(article)))
    SafeConsole().print(table)


def _start(article: Article) -> str:
    """The first words of an article."""
    return " ".join(article.text[:80].split())

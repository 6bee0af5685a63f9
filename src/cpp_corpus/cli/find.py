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
from cpp_corpus.errors import NumberError
from cpp_corpus.model.article import Article
from cpp_corpus.model.found import FoundPart
from cpp_corpus.model.number import ArticleNumber

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
    an article or an end of a range is missing, or none has the part that is named (“121-3, al. 9”), the others are
    printed, and the exit status is 1.

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
    missing = corpus.find_missing(citation)
    for named_act, number in missing:
        named = _printed(number) if named_act is None else f"{_printed(number)} of {named_act}"
        is_of_other_days = named_act is not None and (named_act, number) in corpus
        why = "was not law on that day" if is_of_other_days else "is not in the corpus"
        say(f"cpp-corpus: article {named} {why}", err=True)
    if _are_parts_missing(parts) or missing:
        raise typer.Exit(1)


def _are_parts_missing(parts: Sequence[FoundPart]) -> bool:
    """Print a line for each part that is missing, or may be; whether all are missing."""
    for each in parts:
        if each.locator is not None and not each.part_exists:
            said = "has no part" if each.part_exists is False else "may or may not have the part"
            say(f"cpp-corpus: {each.article.id} {said} {each.locator}", err=True)
    return all(each.part_exists is False for each in parts)


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


def _printed(number: str) -> str:
    """A number as headings have it."""
    try:
        return str(ArticleNumber.parse(number))
    except NumberError:
        return number


def _start(article: Article) -> str:
    """The first words of an article."""
    return " ".join(article.text[:80].split())

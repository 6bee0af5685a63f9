"""``cpp-corpus impact``: what would be touched if an article or a division went."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from cpp_corpus.cli.edges import EDGE_COLUMNS, Format, FormatOption, Key, Out, edge_row, key_of, write_lines, write_rows
from cpp_corpus.cli.input import loaded
from cpp_corpus.cli.options import Act, From, Jobs, NumbersFrom
from cpp_corpus.cli.output import check_file, say
from cpp_corpus.model.counting import counted
from cpp_corpus.model.impact import Impact

__all__ = ["command"]


def command(
    article: Key,
    sources: From,
    jobs: Jobs,
    numbers_from: NumbersFrom = None,
    act: Act = None,
    depth: Annotated[
        int, typer.Option("--depth", "-d", metavar="N", min=1, help="Articles at most N citations away.")
    ] = 1,
    whole_act: Annotated[
        bool, typer.Option("--whole-act", help="Also the articles that cite the act as a whole.")
    ] = False,
    form: FormatOption = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    out: Out = None,
) -> None:
    """List what would be touched if an article or a division went.

    Those are the articles that cite it, a range that it belongs to, or a division that holds it, then those that cite
    these. A line for each edge, with fields separated by tabs: depth, what is cited (article, range, division, act),
    the way from the article that would go, and the fields of cites.

    Example: cpp-corpus impact L221-1 --from pages/ --depth 2
    """
    check_file(out, [*sources, numbers_from])
    corpus = loaded(sources, numbers_from, jobs, act)
    found = corpus.impact(key_of(corpus, article, divisions=True), depth=depth, whole_act=whole_act)
    if as_json or form is Format.JSON:
        write_lines((each.model_dump_json().encode("utf-8", "replace") for each in found), out)
    else:
        write_rows(("depth", "via", "path", *EDGE_COLUMNS), _rows(found), form, out)
    say(f"{counted(len(found))} would be touched", err=True)


def _rows(found: list[Impact]) -> Iterator[tuple[object, ...]]:
    for each in found:
        for edge in each.citations:
            yield each.depth, each.via.value, " < ".join(each.path), *edge_row(edge)

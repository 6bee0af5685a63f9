"""``cpp-corpus cites``: what an article cites."""

from __future__ import annotations

from typing import Annotated

import typer

from cpp_corpus.cli.edges import Format, FormatOption, Key, Out, key_of, write_edges
from cpp_corpus.cli.input import loaded
from cpp_corpus.cli.options import Act, From, Jobs, NumbersFrom
from cpp_corpus.cli.output import check_file

__all__ = ["command"]


def command(
    article: Key,
    sources: From,
    jobs: Jobs,
    numbers_from: NumbersFrom = None,
    act: Act = None,
    form: FormatOption = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    out: Out = None,
) -> None:
    """List what an article cites.

    Each line is an edge of the graph, with fields separated by tabs: source, relation, target, locator, state, count
    and words.

    Example: cpp-corpus cites L221-1 --from pages/ --format csv
    """
    check_file(out, [*sources, numbers_from])
    corpus = loaded(sources, numbers_from, jobs, act)
    write_edges(corpus.cites(key_of(corpus, article)), Format.JSON if as_json else form, out)

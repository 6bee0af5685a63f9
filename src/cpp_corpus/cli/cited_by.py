"""``cpp-corpus cited-by``: what cites an article, a division or an act."""

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
    """List what cites an article, a division or an act.

    A division is given by its id, as code-penal#livre.iv. What the texts cite and are not is given by its id, its name
    or as a citation: constitution:1958, “loi n° 78-17”, “article 32 de la loi n° 78-17”. The lines are those of
    cites; impact adds the articles that cite a division which holds the article.

    Example: cpp-corpus cited-by L221-1 --from pages/ --format csv
    """
    check_file(out, [*sources, numbers_from])
    corpus = loaded(sources, numbers_from, jobs, act)
    write_edges(
        corpus.cited_by(key_of(corpus, article, divisions=True, cited=True)), Format.JSON if as_json else form, out
    )

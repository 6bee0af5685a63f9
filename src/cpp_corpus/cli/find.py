"""``cpp-corpus find``: what a citation points to."""

from __future__ import annotations

from typing import Annotated

import typer

from cpp_corpus.cli.options import From, Jobs

__all__ = ["command"]


def command(
    citation: Annotated[str, typer.Argument(help="“art. 706-16 CPP”, “L. 811-2 CSI”, “628-2”.")],
    sources: From,
    jobs: Jobs,
) -> None:
    """Find the articles that a citation points to.

    Example: cpp-corpus find "art. 706-16 CPP" --from pages/
    """
    from cpp_corpus.corpus import load  # noqa: PLC0415 - heavy imports wait for their command

    corpus = load(*sources, jobs=jobs)
    found = corpus.find(citation)
    if not found:
        typer.echo(f"cpp-corpus: nothing for {citation!r} in {corpus!r}", err=True)
        raise typer.Exit(1)
    for article in found:
        source = article.source
        start = " ".join(article.text[:80].split())
        typer.echo(f"{article.id}\t{article.state}\t{source.path}:{source.line}\t{start}")

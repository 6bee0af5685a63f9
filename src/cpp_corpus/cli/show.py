"""``cpp-corpus show``: one article in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cpp_corpus.cli.options import From, Jobs
from cpp_corpus.errors import AmbiguousReference

if TYPE_CHECKING:
    from cpp_corpus.corpus import Corpus
    from cpp_corpus.model.article import Article

__all__ = ["command"]


def command(
    number: Annotated[str, typer.Argument(help="A number, a citation (“art. 706-16 CPP”) or an id.")],
    sources: From,
    jobs: Jobs,
) -> None:
    """Show an article, what it refers to and what refers to it.

    Example: cpp-corpus show 706-73 --from pages/
    """
    from cpp_corpus.corpus import load  # noqa: PLC0415 - heavy imports wait for their command

    corpus = load(*sources, jobs=jobs)
    articles = _articles(corpus, number)
    if not articles:
        typer.echo(f"cpp-corpus: there is no article {number} in {corpus!r}", err=True)
        raise typer.Exit(1)
    if len(articles) > 1:
        typer.echo(f"{number} stands for several articles; show one of them by its id:", err=True)
        for article in articles:
            typer.echo(f"  {article.id}", err=True)
        raise typer.Exit(1)
    _print(corpus, articles[0])


def _articles(corpus: Corpus, number: str) -> list[Article]:
    try:
        return [corpus[number]]
    except AmbiguousReference as error:
        return [corpus[candidate] for candidate in error.candidates]
    except KeyError:
        return corpus.find(number)


def _print(corpus: Corpus, article: Article) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, soft_wrap=True)
    text = Text(article.text)
    notes = [Text(note.text, style="dim") for note in article.notes]
    resolved = corpus.resolved(article)
    for reference in resolved:
        where = text if reference.note is None else notes[reference.note]
        where.stylize(f"bold {_COLOURS[reference.state]}", reference.start, reference.end)
    console.print(Text(article.heading or article.id, style="bold"), Text(f"  {article.id}  {article.state}", "dim"))
    for division in article.divisions:
        console.print(Text(division.title or division.slug or f"{division.kind} {division.number}", style="dim"))
    for part in (text, *notes):
        console.print()
        console.print(part)
    console.print()
    for reference in resolved:
        line = Text("→ ")
        line.append(reference.text, "bold")
        line.append(f"  {reference.relation}  {', '.join(reference.targets) or reference.reason or '?'}")
        line.append(f"  {reference.locator}" if reference.locator else "")
        line.append(f"  {reference.state}", _COLOURS[reference.state])
        console.print(line)
    for edge in corpus.cited_by(article):
        console.print(Text(f"← {edge.source}  {edge.relation}" + (f"  {edge.locator}" if edge.locator else "")))


_COLOURS = {"resolved": "green", "repealed": "yellow", "missing": "red", "external": "blue", "unknown": "magenta"}

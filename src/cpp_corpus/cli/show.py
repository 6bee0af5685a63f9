"""``cpp-corpus show``: one article in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import orjson
import typer
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from cpp_corpus.cli.console import SafeConsole
from cpp_corpus.cli.input import described, loaded
from cpp_corpus.cli.options import Act, AsJson, FormerReference, From, Jobs, NumbersFrom
from cpp_corpus.cli.output import print_json, say
from cpp_corpus.corpus import Corpus
from cpp_corpus.errors import AmbiguousReference
from cpp_corpus.lang.typography import slug
from cpp_corpus.model.article import Article, Division, Evidence, IdentifiedBy
from cpp_corpus.model.graph import edge_json
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.resolution import ResolvedReference

__all__ = ["command", "rendered"]


def command(
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="A number, a citation (“art. 706-16 CPP”) or an id.")],
    sources: From,
    jobs: Jobs,
    numbers_from: NumbersFrom = None,
    _reference: FormerReference = None,
    act: Act = None,
    as_json: AsJson = False,
) -> None:
    """Show an article, what it refers to and what refers to it.

    Example: cpp-corpus show 706-73 --from pages/
    """
    corpus = loaded(sources, numbers_from, jobs, act)
    articles = _articles(corpus, number)
    if not articles:
        say(f"cpp-corpus: {number!r} is none of {described(corpus)}", err=True)
        raise typer.Exit(1)
    if len(articles) > 1:
        say(f"cpp-corpus: {number} means several articles; give the id of one of them:", err=True)
        for article in articles:
            say(f"  {article.id}", err=True)
        raise typer.Exit(1)

    if as_json:
        print_json(_as_json(corpus, articles[0]))
        return
    console = SafeConsole(width=None if sys.stdout.isatty() else _UNBOUNDED)
    for part in rendered(corpus, articles[0]):
        console.print(part)


def rendered(corpus: Corpus, article: Article) -> Iterator[RenderableType]:
    """An article as it is shown: heading, divisions, text, notes, then references out and in."""
    text = Text(article.text)
    notes = [Text(note.text, "dim") for note in article.notes]
    resolved = corpus.resolved(article)
    for reference in resolved:
        where = text if reference.note is None else notes[reference.note]
        where.stylize(f"bold {_COLOURS[reference.state]}", reference.start, reference.end)
    head = article.heading or (f"Article {article.number}" if article.number else "Article without number")
    yield Text.assemble((head, "bold"), (f"  {article.id}  {_status(article)}", "dim"))
    if article.evidence is not None:
        yield Text(_evidence(article.number, article.identified_by, article.evidence), "dim")
    for other in corpus.versions(article):
        if other.id != article.id:
            yield Text(f"also held: {other.id}  {_status(other)}", "dim")
    for depth, division in enumerate(article.divisions):
        yield _division(depth, division)
    for part in (text, *notes):
        yield ""
        yield part
    yield ""
    yield _references(corpus, article, resolved)
    yield ""
    yield Text(f"{article.source.path}:{article.source.line}", "dim", overflow="fold")


# ---------------------------------------------------------------------------------------------------------------------

_UNBOUNDED = 10_000  # columns, so that piped output is not wrapped
_COLOURS = {"resolved": "green", "repealed": "yellow", "missing": "red", "external": "blue", "unknown": "magenta"}


def _articles(corpus: Corpus, number: str) -> list[Article]:
    try:
        return [corpus[number]]
    except AmbiguousReference as error:
        return [corpus[candidate] for candidate in error.candidates]
    except KeyError:
        return corpus.find(number)


def _as_json(corpus: Corpus, article: Article) -> bytes:
    """The article, its references and the edges that lead to it, in the layout of the export."""
    references = (orjson.dumps(reference.__dict__, default=list) for reference in corpus.resolved(article))
    parts = {
        b"article": article.model_dump_json().encode(),
        b"versions": orjson.dumps([version.id for version in corpus.versions(article)]),
        b"references": b"[" + b",".join(references) + b"]",
        b"cited_by": b"[" + b",".join(map(edge_json, corpus.cited_by(article))) + b"]",
    }
    return b"{" + b",".join(b'"' + name + b'":' + value for name, value in parts.items()) + b"}"


def _status(article: Article) -> str:
    """``in force from 2020-01-01 as of 2022-08-15``."""
    words = str(article.state).replace("_", " ").replace("unknown", "state unknown")
    if article.valid_from is not None:
        words += f" from {article.valid_from}"
    if article.valid_to is not None:
        words += f" until {article.valid_to}"
    if article.consolidated_at is not None:
        words += f" as of {article.consolidated_at}"
    return words


def _evidence(number: ArticleNumber | None, by: IdentifiedBy | None, evidence: Evidence) -> str:
    """``number 706-73 by similar text, likeness 0.91 (next best: 706-74, 0.32), numbering of 2022-08-15``."""
    words = f"number {number} by {str(by).replace('_', ' ')}, likeness {evidence.score:g}"
    if evidence.runner_up is not None:
        words += f" (next best: {evidence.runner_up}, {evidence.runner_up_score:g})"
    whose = "of an undated source" if evidence.as_of is None else f"of {evidence.as_of}"
    return f"{words}, numbering {whose}"


def _division(depth: int, division: Division) -> Text:
    """``Livre Ier  des-moulins``: kind and number, then its title, or its slug where it has no title."""
    head = "" if division.number is None else f"{division.kind} {division.number}"
    name = division.title or (division.slug or "").removeprefix(f"{slug(head)}-" if head else "")
    if not head:
        return Text("  " * depth + (name or division.kind), "dim")
    bare = name == slug(head)  # the slug has no more than the number
    return Text.assemble("  " * depth, head[0].upper() + head[1:], ("" if bare else f"  {name}", "dim"))


def _references(corpus: Corpus, article: Article, resolved: list[ResolvedReference]) -> RenderableType:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for fold in (False, True, False, True, False):
        table.add_column(overflow="fold", no_wrap=not fold)
    for reference in resolved:
        target = ", ".join(reference.targets) or reference.explanation or "?"
        table.add_row(
            "→",
            Text(" ".join(reference.text.split()), "bold"),
            _relation(reference.relation),
            Text.assemble(target, (f"  {reference.locator}" if reference.locator else "", "cyan")),
            Text(reference.state, _COLOURS[reference.state]),
        )
    for edge in corpus.cited_by(article):
        locator = (f"  {edge.locator}" if edge.locator else "", "cyan")
        words = Text(", ".join(" ".join(anchor.split()) for anchor in edge.anchors), "bold")
        table.add_row("←", words, _relation(edge.relation), Text.assemble(edge.source, locator), "")
    return table if table.row_count else Text("it cites nothing and is cited by nothing", "dim")


def _relation(relation: str) -> Text:
    return Text(relation, "dim" if relation == "refers_to" else "magenta")

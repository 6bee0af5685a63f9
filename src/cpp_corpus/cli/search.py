"""``cpp-corpus search``: articles by their words."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import typer

from cpp_corpus.cli.edges import several
from cpp_corpus.cli.input import described, loaded
from cpp_corpus.cli.options import AsJson, From, Jobs, NumbersFrom, day_of
from cpp_corpus.cli.output import print_json, say
from cpp_corpus.errors import AmbiguousReference, InputError
from cpp_corpus.model.validity import ArticleState
from cpp_corpus.search import Hit
from cpp_corpus.store.words import Query, matches

__all__ = ["command"]


def command(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Words; those in double quotes must be in sequence.")],
    sources: From,
    jobs: Jobs,
    numbers_from: NumbersFrom = None,
    act: Annotated[
        str | None, typer.Option("--act", metavar="ACT", help="Only of this act: an id, a title or an abbreviation.")
    ] = None,
    division: Annotated[
        str | None,
        typer.Option(
            "--division",
            metavar="DIVISION",
            help="Only of this division: “livre IV, titre II” or livre.iv/titre.ii of ACT, or ACT#livre.iv/titre.ii.",
        ),
    ] = None,
    state: Annotated[
        ArticleState | None, typer.Option("--state", help="Only those that their source shows in this state.")
    ] = None,
    at: Annotated[
        date | None, typer.Option("--at", parser=day_of, metavar="DAY", help="Only those that are law on DAY.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1, help="Print the best N.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Find the articles that have certain words.

    Accents, case, plurals and the ways to write a number do not matter. Prints for each article its id, its state and
    the words around the first match, parted by tabs; articles that have the words in sequence come first.

    Example: cpp-corpus search "garde à vue" --from out/ --act CPP
    """
    if not Query(words).required:
        raise typer.BadParameter(f"{words!r} has no word to search for; give words or numbers", param_hint="'WORDS'")
    corpus = loaded(sources, numbers_from, jobs)
    try:
        hits = corpus.search(words, act=act, division=division, state=state, at=at)
    except KeyError as error:
        raise InputError(str(error.args[0])) from None
    except AmbiguousReference as error:
        several(str(division), error.candidates)
    except InputError as error:
        if error.path is not None:  # a store that is damaged
            raise
        raise typer.BadParameter(str(error)) from error
    if not hits:
        say(f"cpp-corpus: {words!r} is in none of {described(corpus)}", err=True)
        raise typer.Exit(1)
    on_terminal = sys.stdout.isatty() and not as_json
    query = Query(words)
    for hit in hits[:limit]:
        if as_json:
            print_json(_as_json(hit))
        elif on_terminal:
            say(f"{typer.style(hit.article.id, bold=True)}  {hit.article.state}", styled=True)
            say(f"  {_marked(hit.snippet(), query)}", styled=True)
        else:
            say(f"{hit.article.id}\t{hit.article.state}\t{hit.snippet()}")
    if len(hits) > limit:
        say(f"cpp-corpus: {len(hits) - limit:,} more; --limit {len(hits)} prints them all", err=True)


def _as_json(hit: Hit) -> dict[str, object]:
    article = hit.article
    return {
        "id": article.id,
        "act": article.act,
        "number": None if article.number is None else str(article.number),
        "state": article.state,
        "score": round(hit.score, 6),
        "spans": [list(span) for span in hit.spans],
        "snippet": hit.snippet(),
        "path": article.source.path,
        "line": article.source.line,
    }


def _marked(snippet: str, query: Query) -> str:
    """A snippet with its matches in bold."""
    end, made = 0, ""
    for span in matches(snippet, query):
        made += snippet[end : span.start] + typer.style(snippet[span.slice], bold=True)
        end = span.end
    return made + snippet[end:]

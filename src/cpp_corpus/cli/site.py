"""``cpp-corpus site``: a static site of a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cpp_corpus.cli.input import loaded
from cpp_corpus.cli.options import Act, AsJson, FormerReference, Jobs, NumbersFrom, with_name
from cpp_corpus.cli.output import check_exports, print_json, say
from cpp_corpus.model.counting import counted
from cpp_corpus.site import write_site
from cpp_corpus.site.pages import needs_pages

__all__ = ["command"]


def command(
    sources: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="An export (the folder that normalize wrote), or texts.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", callback=with_name, help="Folder of the site.")],
    jobs: Jobs,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Title of the site.")] = None,
    pages: Annotated[
        bool, typer.Option("--pages", help="Also a page for each article that needs no script; at most 5,000 articles.")
    ] = False,
    no_audit: Annotated[bool, typer.Option("--no-audit", help="Leave out the findings of the audit.")] = False,
    numbers_from: NumbersFrom = None,
    _reference: FormerReference = None,
    act: Act = None,
    as_json: AsJson = False,
) -> None:
    """Write a static site of a corpus.

    Open OUT/index.html in a browser; it needs no server and asks for nothing outside. An earlier site in OUT is
    replaced.

    Example: cpp-corpus site out/ -o site/
    """
    check_exports(out)
    corpus = loaded(sources, numbers_from=numbers_from, act=act, jobs=jobs)
    if pages:
        needs_pages(corpus)
    summary = write_site(corpus, out, title=title, audit=not no_audit, pages=pages)
    if as_json:
        print_json(summary._asdict())
    else:
        say(f"{counted(summary.articles)}, {counted(summary.files, 'file')}, {summary.size / 1e6:,.1f} MB")
        say(f"open {summary.out}/index.html")

"""``cpp-corpus diff``: what changed between two states of the law."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from cpp_corpus.cli.console import SafeConsole
from cpp_corpus.cli.input import loaded
from cpp_corpus.cli.options import Act, FormerReference, Jobs, NumbersFrom, with_name
from cpp_corpus.cli.output import check_file, print_json, write_file
from cpp_corpus.comparison import diff as compare
from cpp_corpus.comparison import view
from cpp_corpus.comparison.page import needs_page, page
from cpp_corpus.model.diff import AlineaDiff, ArticleDiff, CorpusDiff

__all__ = ["command", "rendered", "summary"]

_Input = "A file or folder of texts, or an export"


def command(
    old: Annotated[Path, typer.Argument(metavar="OLD", help=f"{_Input}: the earlier state of the law.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same for the later state.")],
    jobs: Jobs,
    numbers_from: NumbersFrom = None,
    _reference: FormerReference = None,
    act: Act = None,
    stat: Annotated[bool, typer.Option("--stat", help="Print only how many articles changed in which way.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object with all changes.")] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="FILE",
            callback=with_name,
            help="Write the changes as an HTML page; print only how many there are.",
        ),
    ] = None,
) -> None:
    """Compare two states of the law, article by article.

    Shows articles added, repealed, renumbered, moved and changed, down to the words, and references gained and lost.
    Changed words are in colour on a terminal, elsewhere marked: [-removed-] {+added+}. Typography is not a change.

    Example: cpp-corpus diff 2015/ 2023/ --html changes.html
    """
    check_file(html, [old, new, numbers_from])
    if html is not None:
        needs_page()
    compared = compare(loaded([old], numbers_from, jobs, act), loaded([new], numbers_from, jobs, act))
    if html is not None:
        _write_page(compared, html, f"What changed: {old.name or old} → {new.name or new}")
    if as_json:
        print_json(compared.model_dump_json().encode())
        return

    console = SafeConsole(soft_wrap=not sys.stdout.isatty())
    for text in summary(compared):
        console.print(text)
    if stat or html is not None:
        return
    for article in compared.articles:
        for text in rendered(article, marked=not console.is_terminal):
            console.print(text)


def summary(diff: CorpusDiff) -> Iterator[Text]:
    """The two corpora, how many articles changed in which way, and the divisions with a new title."""
    yield Text.assemble(("old ", "dim"), view.described(diff.old))
    yield Text.assemble(("new ", "dim"), view.described(diff.new))
    if diff.is_empty:
        yield Text("nothing changed", "bold")
    for kind, count in view.counted(diff):
        yield Text.assemble((f"{count:>7,}", "bold"), " ", (str(kind), _COLOURS.get(kind, "")))
    for line in view.total(diff):
        yield Text(line, "dim")
    for division in diff.divisions:
        yield Text.assemble(
            f"{division.act or '?'} {division.path}: ", (division.old, "red strike"), " → ", (division.new, "green")
        )


def rendered(article: ArticleDiff, *, marked: bool = False) -> Iterator[Text]:
    """The changes of an article; ``marked`` shows them without colours: [-removed-] {+added+}."""
    yield Text()
    kinds = [part for kind in article.kinds for part in ("  ", (str(kind), _COLOURS.get(kind, "")))]
    yield Text.assemble((article.name, "bold"), *kinds)
    if article.old is not None and article.new is not None and "moved" in article.kinds:
        yield Text(f"  from {view.place(article.old.divisions)}", "dim")
        yield Text(f"  to   {view.place(article.new.divisions)}", "dim")
    if evidence := view.evidence(article):
        yield Text(f"  {evidence}", "dim")
    for name, passages in (("", article.alineas), ("note ", article.notes)):
        for alinea in passages:
            if alinea.op != "same":
                yield _alinea(alinea, name, marked=marked)
    for sign, style, references in (("-", "red", article.lost), ("+", "green", article.gained)):
        for made in references:
            yield Text.assemble(
                (f"  {sign} ", style), (" ".join(made.text.split()), "bold"), f"  {view.reference(made)}"
            )


# ---------------------------------------------------------------------------------------------------------------------

_COLOURS = {
    "added": "green",
    "reinstated": "green",
    "repealed": "red",
    "removed": "red",
    "renumbered": "magenta",
    "moved": "cyan",
    "changed": "yellow",
}
_STYLES = {"removed": "red strike", "added": "green underline"}
_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "same": ("", "")}
_CONTEXT = 60  # characters of unchanged text before and after a change


def _write_page(diff: CorpusDiff, path: Path, title: str) -> None:
    write_file(path, "".join(page(diff, title=title)).encode())


def _alinea(alinea: AlineaDiff, name: str, *, marked: bool) -> Text:
    """One alinéa on one line, its unchanged words shortened; line ends of the text are shown as ``¶``."""
    shown = Text.assemble((f"  {name}{view.locators(alinea)}  ", "dim"))
    for run in view.shortened(alinea.words, _CONTEXT):
        words = run.text.replace("\n", " ¶ ").replace("\t", " | ").translate(_VISIBLE)
        before, bare, after = view.parted(words)
        opening, closing = _MARKS[run.op] if marked else ("", "")
        shown.append(before)
        shown.append(f"{opening}{bare}{closing}", _STYLES.get(run.op, ""))
        shown.append(after)
    shown.rstrip()
    return shown


_VISIBLE = dict.fromkeys((*range(32), *range(127, 160)), " ")
"""Control characters, which would move the cursor of a terminal."""

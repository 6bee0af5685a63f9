"""``cpp-corpus refs``: the references of any French text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cpp_corpus.cli.options import act_id
from cpp_corpus.errors import InputError, NumberError

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from cpp_corpus.model.reference import Reference
    from cpp_corpus.normalizer.recognize.explain import Explanation

__all__ = ["command", "rendered"]


def command(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text; - for standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="A line of JSON for each reference.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", "-e", help="Say which rule made each reference, and how its act is known.")
    ] = False,
    act: Annotated[
        str | None, typer.Option(metavar="ACT", help="The citing act: code-penal, CPP, loi:2019-222.")
    ] = None,
    article: Annotated[str | None, typer.Option(metavar="NUMBER", help="The citing article: L. 811-2.")] = None,
) -> None:
    """Find the references of a French text.

    A terminal shows the text with its references in colour and a table of them. Elsewhere each is a line of fields
    apart by tabs: start-end (characters, from 0), words, kind, target, relation, and how the target is known.

    Example: cpp-corpus refs decree.txt --explain
    """
    citing = {"act": None if act is None else act_id(act), "article": None if article is None else _number(article)}
    text = _read(file)

    from cpp_corpus.corpus import find_references  # noqa: PLC0415 - heavy imports wait for their command
    from cpp_corpus.normalizer.recognize.explain import explain as explained  # noqa: PLC0415

    why = explained(text, **citing) if explain else []
    found = [each.reference for each in why] if explain else find_references(text, **citing)
    if as_json:
        _print_json(text, found, why)
    elif sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415

        console = Console(highlight=False)
        for part in rendered(text, found, why, wide=console.width >= _WIDE):
            console.print(part)
    else:
        _print_lines(text, found, why)


def rendered(
    text: str, found: Sequence[Reference], why: Sequence[Explanation] = (), *, wide: bool = True
) -> Iterator[RenderableType]:
    """What a terminal shows: the text with its anchors coloured, then the references, or the explanations of them.

    Where the terminal is not ``wide``, the table has a column less.
    """
    from rich.text import Text  # noqa: PLC0415

    shown = Text(text.translate(_VISIBLE).rstrip())
    for reference in found:
        shown.stylize(f"bold {_COLOURS[reference.kind]}", reference.start, reference.end)
    yield shown
    yield ""
    if not found:
        yield Text("no reference", "dim")
    elif why:
        yield from _reasons(text, why)
    else:
        yield _table(text, found, wide=wide)


# ---------------------------------------------------------------------------------------------------------------------

_COLOURS = {"article": "green", "division": "cyan", "act": "blue", "internal": "yellow"}
_WIDE = 100  # columns that a table of long ids needs
_SURROGATE = re.compile("[\ud800-\udfff]")
_VISIBLE = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), " ")
"""What would move the cursor of a terminal; positions stay as they are."""


def _number(article: str) -> str:
    from cpp_corpus.model.number import ArticleNumber  # noqa: PLC0415

    try:
        return ArticleNumber.parse(article).normalized
    except NumberError as error:
        raise typer.BadParameter(str(error), param_hint="'--article'") from error


def _read(file: str) -> str:
    """The text of a file, whatever its encoding; characters that nothing explains are U+FFFD."""
    from cpp_corpus.ingest.decode import decode, looks_binary  # noqa: PLC0415

    name = "standard input" if file == "-" else file
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise InputError(getattr(error, "strerror", None) or str(error), path=name) from error
    if kind := looks_binary(data):
        raise InputError(f"is {kind}; a text was expected", path=name)
    decoded = decode(data)
    if decoded.damaged:
        typer.echo(f"cpp-corpus: {name}: read as {decoded.encoding}, with {decoded.damaged} damaged places", err=True)
    elif decoded.encoding == "cp1252":
        typer.echo(f"cpp-corpus: {name}: is not UTF-8; read as Windows-1252", err=True)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", decoded.text)


def _print_json(text: str, found: Sequence[Reference], why: Sequence[Explanation]) -> None:
    import orjson  # noqa: PLC0415

    for at, reference in enumerate(found):
        fields = reference.model_dump(mode="json") | {"text": text[reference.span.slice]}
        if why:
            fields["explanation"] = why[at].as_dict()
        typer.echo(orjson.dumps(fields, default=list))


def _print_lines(text: str, found: Sequence[Reference], why: Sequence[Explanation]) -> None:
    for at, r in enumerate(found):
        typer.echo("\t".join((f"{r.start}-{r.end}", _words(text, r), r.kind, _target(r), r.relation, r.via)))
        for label, said in _why(why[at]) if why else ():
            typer.echo(f"\t{label}: {said}")


def _table(text: str, found: Sequence[Reference], *, wide: bool) -> RenderableType:
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, header_style="dim", padding=(0, 2, 0, 0), collapse_padding=True)
    table.add_column("line", justify="right", style="dim")
    table.add_column("words", overflow="fold", max_width=32)
    table.add_column("points to", overflow="fold", ratio=1)
    table.add_column("relation", no_wrap=True)
    if wide:
        table.add_column("known by", no_wrap=True)
    for line, reference in zip(_lines(text, found), found, strict=True):
        words = Text(_words(text, reference), f"bold {_COLOURS[reference.kind]}")
        cells = (line, words, _pointed(reference), _relation(reference), Text(reference.via, "dim"))
        table.add_row(*cells[: len(table.columns)])
    return table


def _reasons(text: str, why: Sequence[Explanation]) -> Iterator[RenderableType]:
    from rich.padding import Padding  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    for line, each in zip(_lines(text, [e.reference for e in why]), why, strict=True):
        reference = each.reference
        words = Text(_words(text, reference), f"bold {_COLOURS[reference.kind]}")
        head = Text.assemble((f"{line}  ", "dim"), words, "  →  ", _pointed(reference), "  ", _relation(reference))
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for label, said in _why(each):
            table.add_row(label, Text(said))
        yield head
        yield Padding(table, (0, 0, 1, 2 + len(line)))


def _why(each: Explanation) -> Iterator[tuple[str, str]]:
    """What an explanation says, as labels and sentences."""
    form = "" if each.form is None else f" (act: {each.form})"
    yield "rule", f"{each.rule}{form}, from «{each.phrase}»"
    yield "act", each.known
    if each.antecedent is not None and each.antecedent not in each.known:
        yield "antecedent", f"«{each.antecedent}»"
    if each.reason is not None:
        yield "unresolved", each.reason


def _lines(text: str, found: Sequence[Reference]) -> list[str]:
    """The line of each reference, from 1."""
    line = at = 0
    lines = []
    for reference in found:
        line += text.count("\n", at, reference.start)
        at = reference.start
        lines.append(str(line + 1))
    return lines


def _words(text: str, reference: Reference) -> str:
    return " ".join(text[reference.span.slice].split())


def _target(reference: Reference) -> str:
    """What it points to; ``?`` for what is not known."""
    number = "" if reference.kind in ("act", "division") else reference.article or "?"
    if reference.to or reference.open:
        number += f"..{reference.to or ''}"
    parts = [reference.act or "?", number, reference.division or "", reference.locator or ""]
    return " ".join(filter(None, parts))


def _pointed(reference: Reference) -> Text:
    from rich.text import Text  # noqa: PLC0415

    return Text(_target(reference), "red" if reference.reason is not None else "")


def _relation(reference: Reference) -> Text:
    from rich.text import Text  # noqa: PLC0415

    return Text(reference.relation, "dim" if reference.relation == "refers_to" else "magenta")

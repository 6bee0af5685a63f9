"""``cpp-corpus refs``: the references of any French text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cpp_corpus.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpp_corpus.model.reference import Reference

__all__ = ["command"]


def command(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text in UTF-8; - for standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="A line of JSON for each reference.")] = False,
    act: Annotated[str | None, typer.Option(help="Id of the act that speaks: code-penal.")] = None,
    article: Annotated[str | None, typer.Option(help="Number of the article that speaks.")] = None,
) -> None:
    """Find the references of a text.

    Example: echo "l'article 63 du code de procédure pénale" | cpp-corpus refs - --json
    """
    text = _read(file)

    from cpp_corpus.corpus import find_references  # noqa: PLC0415 - heavy imports wait for their command

    found = find_references(text, act=act, article=article)
    if as_json:
        _print_json(text, found)
    else:
        _print_text(text, found)


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("is not UTF-8 text", path=file, line=line, hint="convert it, or use normalize") from error
    except OSError as error:
        raise InputError(error.strerror or str(error), path=file) from error


def _print_json(text: str, found: Sequence[Reference]) -> None:
    import orjson  # noqa: PLC0415

    for reference in found:
        fields = reference.model_dump(mode="json") | {"text": text[reference.span.slice]}
        typer.echo(orjson.dumps(fields))


def _print_text(text: str, found: Sequence[Reference]) -> None:
    """The text with its anchors coloured where colours can be shown, then a line for each reference."""
    if sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        shown = Text(text)
        for reference in found:
            shown.stylize(f"bold {_COLOURS[reference.kind]}", reference.start, reference.end)
        Console(highlight=False, soft_wrap=True).print(shown)
    for reference in found:
        anchor = typer.style(" ".join(text[reference.span.slice].split()), fg=_COLOURS[reference.kind], bold=True)
        typer.echo(
            f"{reference.start}-{reference.end}\t{anchor}\t{reference.kind}\t{_target(reference)}"
            f"\t{reference.relation}\t{reference.via}"
        )


def _target(reference: Reference) -> str:
    number = reference.article or ""
    if reference.to or reference.open:
        number += f"..{reference.to or ''}"
    parts = [reference.act or "?", number, reference.division or "", reference.locator or ""]
    return " ".join(filter(None, parts))


_COLOURS = {"article": "green", "division": "cyan", "act": "blue", "internal": "yellow"}

"""``cpp-corpus refs``: the references of any French text."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from cpp_corpus.cli.options import act_id
from cpp_corpus.cli.output import print_json
from cpp_corpus.cli.refs_words import row, why
from cpp_corpus.decode import decode, looks_binary
from cpp_corpus.errors import InputError, NumberError
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.reference import Reference
from cpp_corpus.normalizer.recognize import find_references
from cpp_corpus.normalizer.recognize.explain import Explanation, explain

__all__ = ["command"]


def command(
    files: Annotated[list[str], typer.Argument(metavar="FILE|-…", help="Text files; - is standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object per line and reference.")] = False,
    explained: Annotated[
        bool, typer.Option("--explain", "-e", help="Show which rule found each reference, and how its act is known.")
    ] = False,
    act: Annotated[
        str | None, typer.Option("--act", metavar="ACT", help="The citing act: code-penal, CPP, loi:2019-222.")
    ] = None,
    article: Annotated[
        str | None, typer.Option("--article", metavar="NUMBER", help="The citing article: L. 811-2.")
    ] = None,
) -> None:
    """Find the references in French texts.

    Prints on a terminal each text with its references in colour and a table of them. Elsewhere each reference is a line
    with tab-separated fields: the file if there are several, start-end (characters, from 0), words, kind, target,
    relation, and how the target is known.

    Example: cpp-corpus refs decree.txt --explain
    """
    citing = {"act": None if act is None else act_id(act), "article": None if article is None else _number(article)}
    printed = _printer(as_json)
    for name, text in _texts(files):
        explanations = explain(text, **citing) if explained else []
        found = [each.reference for each in explanations] if explained else find_references(text, **citing)
        printed(name if as_json or len(files) > 1 else "", text, found, explanations)


# ---------------------------------------------------------------------------------------------------------------------

_SURROGATE = re.compile("[\ud800-\udfff]")


def _printer(as_json: bool) -> Callable[[str, str, Sequence[Reference], Sequence[Explanation]], None]:
    if as_json:
        return _print_json
    if sys.stdout.isatty():
        from cpp_corpus.cli.refs_view import print_view  # noqa: PLC0415 - a third of the start, for terminals only

        return print_view
    return _print_lines


def _texts(files: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Name and text of each file; unreadable files are reported, and end the command only if all of them are."""
    failed = 0
    for file in files:
        try:
            text = _read(file)
        except InputError as error:
            failed += 1
            if failed == len(files):
                raise
            typer.echo(f"cpp-corpus: {error}", err=True)
        else:
            yield file, text


def _number(article: str) -> str:
    try:
        return ArticleNumber.parse(article).normalized
    except NumberError as error:
        raise typer.BadParameter(str(error), param_hint="'--article'") from error


def _read(file: str) -> str:
    """The text of a file, whatever its encoding; bytes that cannot be decoded are U+FFFD."""
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


def _print_json(name: str, text: str, found: Sequence[Reference], explanations: Sequence[Explanation]) -> None:
    for at, reference in enumerate(found):
        fields = {"path": name} | reference.model_dump(mode="json") | {"text": text[reference.span.slice]}
        if explanations:
            fields["explanation"] = explanations[at].as_dict()
        print_json(fields)


def _print_lines(name: str, text: str, found: Sequence[Reference], explanations: Sequence[Explanation]) -> None:
    for at, reference in enumerate(found):
        typer.echo("\t".join((*filter(None, [name]), *row(text, reference))))
        for label, said in why(explanations[at]) if explanations else ():
            typer.echo(f"\t{label}: {said}")

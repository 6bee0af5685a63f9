"""``cpp-corpus refs``: the references of any French text."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cpp_corpus.annotation.reading import Reader, TextsOf, texts_at
from cpp_corpus.annotation.text import AnnotatedText
from cpp_corpus.cli.limits import Limit, limits_of
from cpp_corpus.cli.options import Jobs, act_id, or_stdout, usage_of
from cpp_corpus.cli.output import print_json, say
from cpp_corpus.cli.refs_words import row, why
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.normalizer.recognize.explain import Explanation

__all__ = ["command"]


Paths = Annotated[list[str], typer.Argument(metavar="PATH|-", help="Files and folders; - is standard input.")]
PrintsJson = Annotated[bool, typer.Option("--json", help="Print each reference as a line of JSON.")]
Explained = Annotated[
    bool, typer.Option("--explain", "-e", help="Show which rule found each reference, and how its act is known.")
]
CitingAct = Annotated[
    str | None, typer.Option("--act", metavar="ACT", help="The citing act: code-penal, CPP, loi:2019-222.")
]
CitingNumber = Annotated[str | None, typer.Option("--article", metavar="NUMBER", help="The citing article: L. 811-2.")]
To = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="FORMAT",
        help="Write the texts with their references: html, markdown, jsonl, brat, bio, csv, web-annotation or spacy.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="OUT",
        callback=or_stdout,
        help="With --to, the file or folder. Default, and -: standard output.",
    ),
]
Hrefs = Annotated[
    list[str] | None,
    typer.Option(
        "--href",
        metavar="PATTERN",
        help="With --to, the addresses of references: https://law.example/{act}/{article}, or legifrance; can be "
        "repeated.",
    ),
]


def command(
    paths: Paths,
    jobs: Jobs,
    as_json: PrintsJson = False,
    explained: Explained = False,
    act: CitingAct = None,
    article: CitingNumber = None,
    to: To = None,
    out: Out = None,
    href: Hrefs = None,
    limit: Limit = None,
) -> None:
    """Find the references in French texts.

    Reads plain text, and every format that “cpp-corpus formats” lists, whose articles are read with their act and
    number. Prints on a terminal each text with its references in colour and a table of them. Elsewhere each reference
    is a line with tab-separated fields: file or article if there are several, start-end (characters, from 0), words,
    kind, target, relation, and how the target is known.

    Example: cpp-corpus refs decree.txt --explain
    """
    _check(to, out, href, others=as_json or explained)
    reader = Reader(
        act=None if act is None else act_id(act),
        article=None if article is None else _number(article),
        is_explained=explained,
        limits=limits_of(limit),
    )
    if to is not None:
        from cpp_corpus.cli import refs_files  # noqa: PLC0415 - printing needs no format

        refs_files.check_format(to, out, paths)
        links = refs_files.links_of(href or ())
        texts = (text for each in _read(paths, reader, jobs) for text in each.texts)
        refs_files.write(texts, to, out, links)
        return
    printed = _printer(as_json)
    has_many = len(paths) > 1 or Path(paths[0]).is_dir()
    for each in _read(paths, reader, jobs):
        for text, explanations in zip(each.texts, each.explanations, strict=True):
            name = (text.id or each.path) if has_many or not each.is_plain else ""
            printed(_Shown(each.path, None if each.is_plain else text.id, name, text, explanations))


# ---------------------------------------------------------------------------------------------------------------------


class _Shown(NamedTuple):
    """A text as it is printed."""

    path: str
    source_id: str | None
    """Id of the article, if it is one."""
    name: str
    """Its name, printed before each line; empty if there is only one text."""
    annotated: AnnotatedText
    explanations: Sequence[Explanation]


def _check(to: str | None, out: Path | None, href: Sequence[str] | None, *, others: bool) -> None:
    if to is None and (out is not None or href):
        raise typer.BadParameter("goes with --to", param_hint="'--out'" if out is not None else "'--href'")
    if to is not None and others:
        raise typer.BadParameter("writes files of its own; it goes without --json and --explain", param_hint="'--to'")


def _read(paths: Sequence[str], reader: Reader, jobs: int) -> Iterator[TextsOf]:
    """The texts that could be read; others are reported on standard error. Exit status 1 if none could be read."""
    is_any_read = False
    unnamed: dict[tuple[str, str], list[str]] = {}
    for each in texts_at(paths, reader, jobs):
        name = "standard input" if each.path == "-" else each.path
        if each.problem is None:
            is_any_read = True
            if each.remark is not None:
                say(f"cpp-corpus: {name}: {each.remark}", err=True)
            yield each
        elif each.is_named:
            say(f"cpp-corpus: {name}: {each.problem}", err=True)
        else:
            unnamed.setdefault((Path(name).suffix, each.problem), []).append(name)
    for (suffix, problem), names in unnamed.items():
        what = names[0] if len(names) == 1 else f"{len(names)} files {suffix or 'without suffix'}, the first {names[0]}"
        say(f"cpp-corpus: {what}: {problem}", err=True)
    if not is_any_read:
        raise typer.Exit(1)


def _printer(as_json: bool) -> Callable[[_Shown], None]:
    if as_json:
        return _print_json
    if sys.stdout.isatty():
        from cpp_corpus.cli.refs_view import print_view  # noqa: PLC0415 - a third of the start-up time, for terminals only

        return lambda shown: print_view(
            shown.name, shown.annotated.text, shown.annotated.references, shown.explanations
        )
    return _print_lines


def _number(article: str) -> str:
    with usage_of("--article"):
        return ArticleNumber.parse(article).normalized


def _print_json(shown: _Shown) -> None:
    text = shown.annotated.text
    place = {"path": shown.path, "source_id": shown.source_id}
    for at, reference in enumerate(shown.annotated.references):
        fields = place | reference.model_dump(mode="json") | {"text": text[reference.span.slice]}
        if shown.explanations:
            fields["explanation"] = shown.explanations[at].as_dict()
        print_json(fields)


def _print_lines(shown: _Shown) -> None:
    for at, reference in enumerate(shown.annotated.references):
        say("\t".join((*filter(None, [shown.name]), *row(shown.annotated.text, reference))))
        for label, said in why(shown.explanations[at]) if shown.explanations else ():
            say(f"\t{label}: {said}")

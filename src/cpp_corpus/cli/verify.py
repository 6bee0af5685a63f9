"""``cpp-corpus verify``: which citations of texts hold."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import cpp_corpus
from cpp_corpus.cli.input import loaded
from cpp_corpus.cli.limits import Limit, limits_of
from cpp_corpus.cli.options import Act, From, Jobs, NumbersFrom, act_id, day_of, or_stdout, usage_of
from cpp_corpus.cli.output import check_file, print_data, say, write_file
from cpp_corpus.corpus import Corpus
from cpp_corpus.decode import decode, looks_binary
from cpp_corpus.errors import InputError, MissingExtraError, expect_path
from cpp_corpus.ingest import RawFile
from cpp_corpus.ingest.bare import Bare, bare
from cpp_corpus.ingest.refusal import encoded
from cpp_corpus.ingest.registry import converted_text
from cpp_corpus.ingest.sources import Places
from cpp_corpus.lang.typography import visible
from cpp_corpus.limits import LimitReached, Limits, timed, within
from cpp_corpus.model.counting import counted
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.verified import CitationStatus, Verified
from cpp_corpus.verification import report
from cpp_corpus.verification.cited import line_starts

__all__ = ["command"]


class Format(StrEnum):
    """The format of a report."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


def command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|-", help="Texts (also .docx, .odt, .pdf), or citations one per line; - is standard input."
        ),
    ],
    sources: From,
    jobs: Jobs,
    numbers_from: NumbersFrom = None,
    act: Act = None,
    limit: Limit = None,
    at: Annotated[
        date | None,
        typer.Option(
            "--at",
            parser=day_of,
            metavar="DAY",
            help="Day on which they must be law: 2010-12-31. Default: the newest law.",
        ),
    ] = None,
    cited_act: Annotated[
        str | None, typer.Option("--cited-act", metavar="ACT", help="Act of articles that are cited without one.")
    ] = None,
    accept: Annotated[
        list[CitationStatus] | None,
        typer.Option("--accept", help="A status that is no failure: not_covered, unclear; can be given several times."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only citations that do not hold.")] = False,
    form: Annotated[
        Format, typer.Option("--format", help="Format of the report: text, JSON, or SARIF 2.1.0.")
    ] = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="FILE", callback=or_stdout, help="File for the report; - is standard output."
        ),
    ] = None,
) -> None:
    """Check which citations of texts hold.

    Looks up the act, the article, its part and the law of the day. Reads running text, and citations as people type
    them, one per line: “121-3, al. 2@2010-12-31”. Prints a line for each. The exit status is 0 if all exist, 1 if one
    does not.

    Example: cpp-corpus verify report.txt --from pages/ --at 2024-12-31
    """
    form = Format.JSON if as_json else form
    check_file(out, [*files, *sources, numbers_from])
    default = None if cited_act is None else act_id(cited_act, "--cited-act")
    limits = limits_of(limit)
    texts = [(name, _text(name, limits)) for name in Places(files)]
    corpus = loaded(sources, numbers_from, jobs, act, limits)
    answers = [
        answer.model_copy(update={"path": "<stdin>" if name == "-" else visible(name)})
        for name, text in texts
        for answer in _verified(corpus, name, text, at, default, limits)
    ]
    accepted = {CitationStatus.EXISTS, *(accept or ())}
    failed = [answer for answer in answers if answer.status not in accepted]
    _write(_report(form, failed if quiet else answers), out)
    _summarise(answers)
    if failed:
        raise typer.Exit(1)


# ---------------------------------------------------------------------------------------------------------------------


def _verified(corpus: Corpus, name: str, text: str, at: date | None, act: str | None, limits: Limits) -> list[Verified]:
    """The answers on the words of one text; ``InputError`` where it has more than the limits allow."""
    words = bare(text)
    try:
        with within(limits), timed():
            answers = corpus.verify(words.text, at=at, act=act)
    except LimitReached as reached:
        raise InputError(f"is a text {reached.what}", path=name, hint=reached.hint) from reached
    return answers if words.text == text else _at_their_places(answers, words, text)


def _at_their_places(answers: Sequence[Verified], words: Bare, text: str) -> list[Verified]:
    """Answers on the words of a page with their places in its source, ``text``."""
    starts = line_starts(text)
    placed = []
    for answer in answers:
        place = _place(answer, words)
        reference = answer.reference and answer.reference.model_copy(update=_place(answer.reference, words))
        line = bisect_right(starts, place["start"])
        placed.append(answer.model_copy(update=place | {"line": line, "reference": reference}))
    return placed


def _place(found: Verified | Reference, words: Bare) -> dict[str, int]:
    return words.span(found.start, found.end)._asdict()


def _text(name: str, limits: Limits) -> str:
    """The text of a file, also of an office or PDF document; ``BadParameter`` where it cannot be read as text."""
    most = limits.text_size
    if name != "-":
        with usage_of("FILE"):
            expect_path(name)
    try:
        with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as stream:
            data = stream.read(most + 1)
    except IsADirectoryError as error:
        raise typer.BadParameter(f"{name}: is a folder; give the files in it", param_hint="'FILE'") from error
    except OSError as error:
        raise typer.BadParameter(f"{name}: {error.strerror or error}", param_hint="'FILE'") from error
    if len(data) > most:
        reached = LimitReached("text_size", f"of more than {most:,} bytes")
        raise InputError(f"is a text {reached.what}", path=name, hint=reached.hint)
    file = RawFile(name, data)
    if (refused := encoded(file)) is not None:
        raise typer.BadParameter(f"{name}: it is {refused.reason}. {refused.advice}", param_hint="'FILE'")
    try:
        with within(limits), timed():
            converted = converted_text(file)
    except MissingExtraError as error:  # not 1, which says that a citation does not hold
        raise typer.BadParameter(f"{name}: {error}", param_hint="'FILE'") from error
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="'FILE'") from error
    except LimitReached as reached:
        raise InputError(f"is a text {reached.what}", path=name, hint=reached.hint) from reached
    if converted is not None:
        return converted
    if kind := looks_binary(data):
        raise typer.BadParameter(f"{name}: it is {kind}, not a text", param_hint="'FILE'")
    return decode(data).text


def _report(form: Format, answers: Sequence[Verified]) -> bytes:
    if form is Format.JSON:
        return report.as_json(answers)
    if form is Format.SARIF:
        return report.as_sarif(answers, cpp_corpus.__version__)
    return "".join(_lines(answers)).encode("utf-8", "replace")


def _lines(answers: Sequence[Verified]) -> Iterator[str]:
    for answer in answers:
        yield f"{answer}\n"


def _write(data: bytes, out: Path | None) -> None:
    if out is None:
        print_data(data)
    else:
        write_file(out, data)


def _summarise(answers: Sequence[Verified]) -> None:
    """The counts on stderr, where they do not mix with the report."""
    parts = ", ".join(f"{count:,} {status}" for status, count in report.counts(answers).items())
    say(counted(len(answers), "citation") + (f": {parts}" if parts else ""), err=True)

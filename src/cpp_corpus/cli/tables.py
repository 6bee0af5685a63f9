"""``cpp-corpus tables``: the facts of acts that the recogniser uses, and learning newer ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from cpp_corpus.cli import options
from cpp_corpus.cli.app import COMMANDS, new_app
from cpp_corpus.cli.input import indexed
from cpp_corpus.cli.options import Act, AsJson, From, Jobs, usage_of, with_name
from cpp_corpus.cli.output import check_file, print_json, say, write_file
from cpp_corpus.errors import InputError
from cpp_corpus.lang.acts import ACTS, codes_listed, table_day
from cpp_corpus.lang.learned import VARIABLE, LearnedAct, learned_acts, learned_file, read_learned, written
from cpp_corpus.model.counting import counted
from cpp_corpus.pipeline.learn import Learned, learn, newest_day

__all__ = ["app"]

app = new_app(help=COMMANDS["tables"], no_args_is_help=False, invoke_without_command=True)


@app.callback()
def tables(context: typer.Context, as_json: AsJson = False) -> None:
    """Show the tables of codes, or learn newer ones.

    For each table: its codes, the article numbers that it has, and the day of the law that they are of.

    Example: cpp-corpus tables
    """
    if context.invoked_subcommand is not None:
        return
    rows = _shown()
    if as_json:
        for row in rows:
            print_json(row)
        return
    for row in rows:
        codes, listed, numbers = (counted(row[name], what) for name, what in _COLUMNS)
        say(f"{row['path'] or 'shipped'}: {codes}; {numbers} of the articles of {listed}; the law of {row['day']}")


@app.command("update")
def update(
    sources: From,
    jobs: Jobs,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            callback=with_name,
            help=f"Table to write or update. Default: what {VARIABLE} names.",
        ),
    ] = None,
    act: Act = None,
    as_of: Annotated[
        datetime | None,
        options.as_of("Day of the law that the corpus shows; by default the newest day that its sources name."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Learn the codes of a corpus into a table of your own.

    It has their article numbers too. The commands and the library use the table that the environment variable
    CPP_CORPUS_TABLES names.

    Example: cpp-corpus tables update --from out/ -o tables.json
    """
    target = learned_file() if out is None else out
    if target is None:
        raise typer.BadParameter(f"give a file, or set {VARIABLE}", param_hint="'--out'")
    check_file(target, sources)
    known = dict(read_learned(target)) if target.exists() else {}
    articles = indexed(sources, jobs, act)
    day = as_of.date() if as_of else newest_day(articles)
    if day is None:
        with usage_of("--as-of"):
            raise InputError("no source says of which day its law is; give the day: --as-of 2025-01-31")
    found = learn(articles, day, ", ".join(source.name for source in sources))
    if not found:
        raise InputError("has no article of a code with a number", path=sources[0], hint="give texts of codes")
    write_file(target, written(known | {each.act.id: each.act for each in found}))
    if as_json:
        for each in found:
            print_json(_row(each))
        return
    for each in found:
        say(_line(each))
    say(f"{counted(len(found), 'code')}, the law of {day}, written to {target}")
    if learned_file() != target:
        say(f"To use it: export {VARIABLE}={target.absolute()}", err=True)


# ---------------------------------------------------------------------------------------------------------------------


_COLUMNS = (("codes", "code"), ("listed", "code"), ("numbers", "number"))


def _shown() -> list[dict[str, Any]]:
    learned = learned_acts()
    own = {act: numbers for act, numbers in codes_listed().items() if act not in learned}
    shipped = len([act for act in ACTS if act not in learned or ACTS[act].legitext])
    rows = [_counts(None, shipped, own, table_day())]
    for day in sorted({act.day for act in learned.values()}):
        of_day = [act for act in learned.values() if act.day == day]
        rows.append(_counts(learned_file(), len(of_day), {act.id: len(act.numbers) for act in of_day}, day))
    return rows


def _counts(path: Path | None, codes: int, listed: dict[str, int], day: date) -> dict[str, Any]:
    return {
        "path": None if path is None else str(path),
        "codes": codes,
        "listed": len(listed),
        "numbers": sum(listed.values()),
        "day": day,
    }


def _row(each: Learned) -> dict[str, object]:
    act: LearnedAct = each.act
    return {
        "act": act.id,
        "title": act.title,
        "day": act.day,
        "is_new": each.is_new,
        "is_part": each.is_part,
        "numbers": len(act.numbers),
        "added": each.added,
        "dropped": each.dropped,
    }


def _line(each: Learned) -> str:
    act = each.act
    if each.is_new:
        return f"{act.id}: a new code, {act.title!r}, {counted(len(act.numbers), 'number')}"
    if each.is_part:
        return f"{act.id}: only a part of it; {_some(each.added)} added, none dropped"
    return f"{act.id}: {counted(len(act.numbers), 'number')}; {_some(each.added)} added, {_some(each.dropped)} dropped"


def _some(numbers: Sequence[str]) -> str:
    shown = ", ".join(numbers[:_SHOWN]) + (" …" if len(numbers) > _SHOWN else "")
    return f"{len(numbers):,}{f' ({shown})' if numbers else ''}"


_SHOWN = 3

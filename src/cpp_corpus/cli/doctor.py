"""``cpp-corpus doctor``: whether everything that the program needs is there."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

import cpp_corpus
from cpp_corpus.cli.about import atlas_state, table_state
from cpp_corpus.cli.options import AsJson
from cpp_corpus.cli.output import print_json, say
from cpp_corpus.errors import InputError, MissingExtraError
from cpp_corpus.model.counting import counted
from cpp_corpus.normalizer.recognize import lexer
from cpp_corpus.store.database import Database
from cpp_corpus.store.records import StoredRecords

__all__ = ["command"]


class Health(StrEnum):
    """What a check found."""

    OK = "ok"
    """It is as it should be."""
    MISSING = "missing"
    """It is not there, and only some functions need it."""
    FAULT = "fault"
    """It is wrong, and must be put right."""


class Checked(NamedTuple):
    """One thing that was looked at."""

    name: str
    """What it is."""
    health: Health
    """How it is."""
    detail: str
    """What was found."""
    advice: str = ""
    """What to type, or to do."""


def command(
    store: Annotated[
        Path | None,
        typer.Argument(metavar="FROM", help="The folder that normalize wrote, or its corpus.db.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Look whether everything that the program needs is there.

    That is Python, packages, extras, the terminal, tables, atlases, and the store of FROM. Prints a line for each, with
    what to type where something is missing. Missing extras are no fault: only some functions need them. The exit status
    is 1 where there is a fault.

    Example: cpp-corpus doctor out/
    """
    rows = list(_checks(store))
    if as_json:
        checks = [row._asdict() for row in rows]
        print_json({"version": cpp_corpus.__version__, "python": platform.python_version(), "checks": checks})
    else:
        for row in rows:
            health = f"{row.health:<8}"
            shown = typer.style(health, fg=_COLOURS[row.health]) if sys.stdout.isatty() else health
            say(f"{shown}{row.name}: {row.detail}" + (f" ({row.advice})" if row.advice else ""))
    if any(row.health is Health.FAULT for row in rows):
        raise typer.Exit(1)


# ---------------------------------------------------------------------------------------------------------------------

_OLDEST = (3, 11)
_COLOURS = {Health.OK: "green", Health.MISSING: "yellow", Health.FAULT: "red"}
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*(?:>=\s*([0-9.]+))?")
_WHOLE = "all"  # the extra that has the others


def _checks(store: Path | None) -> Iterator[Checked]:
    yield _python()
    yield _program()
    yield from _packages()
    yield _search()
    yield _terminal()
    yield _tables()
    for name, said, is_right in atlas_state():
        advice = "" if is_right else "install the package again"
        yield Checked(f"atlases, {name}", Health.OK if is_right else Health.FAULT, said, advice)
    for tool, use in (("git", "atlas build from a clone"), ("dot", "images of graphs without the extra draw")):
        found = shutil.which(tool)
        yield Checked(tool, Health.OK if found else Health.MISSING, found or f"not on the path; for {use}")
    if store is not None:
        yield _store(store)


def _python() -> Checked:
    health = Health.OK if sys.version_info >= _OLDEST else Health.FAULT
    return Checked("python", health, f"{platform.python_version()}, {sys.executable}")


def _program() -> Checked:
    made = "compiled" if Path(lexer.__file__ or "").suffix in (".so", ".pyd") else "pure"
    return Checked("cpp-corpus", Health.OK, f"{cpp_corpus.__version__}, {made}, {Path(cpp_corpus.__file__).parent}")


def _packages() -> Iterator[Checked]:
    """The packages that are always needed, then those of each extra."""
    try:
        rows = importlib.metadata.requires("cpp-corpus") or []
    except importlib.metadata.PackageNotFoundError:
        yield Checked("packages", Health.FAULT, "the package is not installed", "pip install . in the checkout")
        return
    extras: dict[str, list[str]] = {}
    for row in rows:
        requirement, _, marker = row.replace("'", '"').partition(";")
        extras.setdefault(marker.partition('extra == "')[2].partition('"')[0], []).append(requirement.strip())
    extras.pop(_WHOLE, None)
    for extra in sorted(extras):
        lacking = [said for each in extras[extra] if (said := _lacking(each))]
        name = f"extra {extra}" if extra else "packages"
        if not lacking:
            yield Checked(name, Health.OK, ", ".join(extras[extra]))
        elif extra:
            yield Checked(name, Health.MISSING, "; ".join(lacking), MissingExtraError("", extra).command)
        else:
            yield Checked(name, Health.FAULT, "; ".join(lacking), "install cpp-corpus again")


def _lacking(requirement: str) -> str | None:
    """What is wrong with a requirement, such as ``mcp>=2.0``; ``None`` where it is met."""
    match = _REQUIREMENT.match(requirement)
    if match is None:
        return None
    name, least = match[1], match[2]
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return f"{name} is not installed"
    if least and _release(version) < _release(least):
        return f"{name} {version} is older than {least}"
    return None


def _release(version: str) -> tuple[int, ...]:
    """The numbers of a version, without what follows them, and without zeros at the end.

    >>> _release("2.10.0rc1"), _release("2.9") < _release("2.10.0rc1")
    ((2, 10), True)
    """
    numbers = [int(number) for number in re.match(r"[0-9.]*", version)[0].split(".") if number]  # type: ignore[index]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _search() -> Checked:
    """SQLite, and its full-text index, which some builds lack."""
    try:
        with sqlite3.connect(":memory:") as base:
            base.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        base.close()
    except sqlite3.Error as error:
        return Checked("sqlite", Health.FAULT, f"{sqlite3.sqlite_version}: {error}", "use another Python")
    return Checked("sqlite", Health.OK, f"{sqlite3.sqlite_version}, with FTS5")


def _terminal() -> Checked:
    encoding = (sys.stdout.encoding or "unknown").lower()
    size = shutil.get_terminal_size()
    where = f"{size.columns} columns" if sys.stdout.isatty() else "none, lines are not coloured"
    colours = ", without colours" if "NO_COLOR" in os.environ else ""
    if encoding.replace("-", "") != "utf8":
        return Checked("terminal", Health.FAULT, f"{where}, {encoding} cannot print all signs", "set PYTHONUTF8=1")
    return Checked("terminal", Health.OK, f"{where}, {encoding}{colours}")


def _tables() -> Checked:
    try:
        return Checked("tables", Health.OK, table_state())
    except InputError as error:
        return Checked("tables", Health.FAULT, str(error))


def _store(path: Path) -> Checked:
    """A store: its header, its counts, its first and its last article."""
    try:
        database = Database(path)
        records = StoredRecords(path)
        for at in (0, -1) if len(records.articles) else ():
            records.articles[at].text  # noqa: B018 - it is read
        newest = max(filter(None, records.index.acts.values()), default=None)
        counts = f"{counted(database.count('articles'))}, {counted(database.count('references'), 'reference')}"
    except InputError as error:
        return Checked("store", Health.FAULT, str(error))
    advice = f"cpp-corpus check {path} reads all of it"
    return Checked("store", Health.OK, counts + (f", law of {newest}" if newest else ""), advice)

"""Versions from a git clone of a mirror, whose commits bear the date from which they are law.

A page is law from the date of the commit that brings it to that of the commit that changes or removes it; of several
commits of one date the last counts.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import date
from os import PathLike
from pathlib import Path
from typing import IO

from cpp_corpus import ingest
from cpp_corpus.errors import InputError
from cpp_corpus.pipeline.atlas.pages import Page, page_version
from cpp_corpus.pipeline.atlas.texts import Told

__all__ = ["is_repository", "repository_versions"]


def is_repository(path: str | PathLike[str]) -> bool:
    """Whether a folder is the root of a git clone, bare or not."""
    folder = Path(path)
    return (folder / ".git").exists() or ((folder / "objects").is_dir() and (folder / "HEAD").is_file())


def repository_versions(path: str | PathLike[str], acts: frozenset[str] | None) -> Iterator[Told]:
    """The versions in the history of a clone; ``InputError`` where git does not read it."""
    folder = Path(path)
    histories = _histories(folder, acts)
    with _git(folder, "cat-file", "--batch") as objects:
        for name, states in sorted(histories.items()):
            ends = [*(day for day, _ in states[1:]), None]
            for (day, blob), end in zip(states, ends, strict=True):
                if blob is not None and (told := page_version(Page(name, _read(objects, blob), day, end))):
                    yield told


# ---------------------------------------------------------------------------------------------------------------------

States = list[tuple[date, str | None]]
"""Dates of a page, each later than the one before, with the object that it is from there on; ``None``: removed."""


def _histories(folder: Path, acts: frozenset[str] | None) -> dict[str, States]:
    """The states of each page, by its path."""
    found: dict[str, States] = {}
    day = date.min
    for line in _log(folder):
        if line.startswith("\0"):
            day = date.fromisoformat(line[1:])
            continue
        fields, _, name = line.partition("\t")
        if name.endswith(".md") and (acts is None or ingest.act_of_path(name) in acts):
            *_, blob, status = fields.split(" ")
            states = found.setdefault(name, [])
            while states and states[-1][0] >= day:
                states.pop()
            states.append((day, None if status == "D" else blob))
    return found


def _log(folder: Path) -> Iterator[str]:
    """For each commit, the oldest first, NUL and its date, then a line for each file that it changes."""
    options = (
        "--reverse",
        "--first-parent",
        "-m",
        "--no-renames",
        "--raw",
        "--no-abbrev",
        "--root",
        "--format=%x00%as",
    )
    with _git(folder, "log", *options) as process:
        for line in _pipe(process.stdout):
            if text := line.decode("utf-8", "replace").rstrip("\n"):
                yield text
        said = _pipe(process.stderr).read().decode("utf-8", "replace").strip()
    if process.returncode:
        raise InputError(f"git cannot read this repository: {said}", path=folder)


def _read(objects: subprocess.Popen[bytes], blob: str) -> bytes:
    """The bytes of an object."""
    asked, told = _pipe(objects.stdin), _pipe(objects.stdout)
    asked.write(f"{blob}\n".encode())
    asked.flush()
    size = int(told.readline().split()[-1])
    return told.read(size + 1)[:-1]


def _git(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    command = ("git", "-C", str(folder), "-c", "core.quotepath=off", *arguments)
    try:
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)  # noqa: S603 - the arguments are ours
    except FileNotFoundError as error:
        hint = "install git, or name a folder of texts"
        raise InputError("reading a repository needs git", path=folder, hint=hint) from error


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # noqa: S101 - all three are asked for
    return stream

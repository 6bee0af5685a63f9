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
    pages = _Pages(Path(path))
    for name, states in _states(pages, acts).items():
        ends = [*(day for day, _ in states[1:]), None]
        for (day, blob), end in zip(states, ends, strict=True):
            if blob is not None and day != end:
                told = page_version(Page(name, pages.read(blob), day, end))
                if told is not None and (acts is None or told[0] in acts):
                    yield told
    pages.close()


States = list[tuple[date, str | None]]
"""Dates of a page, ascending, with the object that it is from there on; ``None`` where it is removed."""


def _states(pages: _Pages, acts: frozenset[str] | None) -> dict[str, States]:
    found: dict[str, States] = {}
    day = date.min
    for line in pages.log():
        if line.startswith(b"\0"):
            day = date.fromisoformat(line[1:].decode())
            continue
        fields, _, name = line.decode("utf-8", "replace").partition("\t")
        if not fields.startswith(":") or not name.endswith(".md"):
            continue
        if acts is not None and ingest.act_of_path(name) not in acts:
            continue
        _, _, _, blob, status = fields.split(" ")
        states = found.setdefault(name, [])
        while states and states[-1][0] >= day:
            states.pop()
        states.append((day, None if status == "D" else blob))
    return dict(sorted(found.items()))


class _Pages:
    """What git says of a clone."""

    def __init__(self, folder: Path) -> None:
        self._git = ("git", "-C", str(folder), "-c", "core.quotepath=off")
        self._folder = folder
        self._objects = self._start("cat-file", "--batch")

    def log(self) -> Iterator[bytes]:
        """For each commit, the oldest first, NUL and its date, then a line for each file that it changes."""
        options = (
            "--reverse",
            "--topo-order",
            "--first-parent",
            "-m",
            "--no-renames",
            "--raw",
            "--no-abbrev",
            "--root",
        )
        process = self._start("log", *options, "--format=%x00%as")
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        for line in process.stdout:
            if line := line.rstrip(b"\n"):
                yield line
        if process.wait():
            said = process.stderr.read().decode("utf-8", "replace").strip() if process.stderr else ""
            raise InputError(f"git cannot read this repository: {said}", path=self._folder)

    def read(self, blob: str) -> bytes:
        """The bytes of an object."""
        objects = self._objects
        assert objects.stdin is not None  # noqa: S101 - both are pipes
        assert objects.stdout is not None  # noqa: S101
        objects.stdin.write(f"{blob}\n".encode())
        objects.stdin.flush()
        size = int(objects.stdout.readline().split()[-1])
        data = objects.stdout.read(size)
        objects.stdout.read(1)
        return data

    def close(self) -> None:
        """End what was started."""
        self._objects.communicate()

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(  # noqa: S603 - the arguments are ours, the folder is one of them
                (*self._git, *arguments), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
        except FileNotFoundError as error:
            hint = "install git, or name a folder of texts"
            raise InputError("reading a repository needs git", path=self._folder, hint=hint) from error

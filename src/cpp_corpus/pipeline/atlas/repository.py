"""Versions of articles from a git clone of a mirror whose commits have the dates of entry into force.

A page is law from the date of the commit that adds it to that of the commit that changes or removes it; of several
commits with one date the last counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from os import PathLike

from cpp_corpus import ingest
from cpp_corpus.errors import InputError
from cpp_corpus.pipeline.atlas.git import Objects, is_repository, opened
from cpp_corpus.pipeline.atlas.versions import ActVersion, Page, page_version

__all__ = ["is_repository", "repository_versions"]


def repository_versions(path: str | PathLike[str], acts: frozenset[str] | None) -> Iterator[ActVersion]:
    """The versions in the history of a clone; ``InputError`` where git cannot read it, or it lacks a page."""
    with opened(path) as clone:
        histories = _histories(clone, acts)
        with clone.reader() as objects:
            for name, states in sorted(histories.items()):
                ends = [*(day for day, _ in states[1:]), None]
                for (day, blob), end in zip(states, ends, strict=True):
                    if blob is None:
                        continue
                    if found := page_version(Page(name, objects.read(blob, name), day, end)):
                        yield found


# ---------------------------------------------------------------------------------------------------------------------

States = list[tuple[date, str | None]]
"""The states of a page: ascending dates, each with the object from that day on; ``None`` where it was removed."""


def _histories(clone: Objects, acts: frozenset[str] | None) -> dict[str, States]:
    """The states of each page, by its path."""
    found: dict[str, States] = {}
    for day, name, blob in _changes(clone, _days(clone)):
        if name.endswith(".md") and (acts is None or ingest.act_of_path(name) in acts):
            states = found.setdefault(name, [])
            while states and states[-1][0] >= day:
                states.pop()
            states.append((day, blob))
    return found


def _days(clone: Objects) -> dict[bytes, date]:
    """The dates of the commits, the oldest first; keys are a commit and its first parent, as git takes them."""
    log = b"".join(clone.run("rev-list", "--first-parent", "--reverse", "--format=%as %H %P", clone.head))
    days = {}
    for line in log.splitlines():
        if line.startswith(b"commit "):
            continue
        day, *commits = line.split()
        try:
            days[b" ".join(commits[:2])] = date.fromisoformat(day.decode())
        except ValueError:
            problem = f"the commit {commits[0].decode()} has no date that can be read"
            raise InputError(problem, path=clone.folder) from None
    return days


def _changes(clone: Objects, days: Mapping[bytes, date]) -> Iterator[tuple[date, str, str | None]]:
    """The files that each commit changes, with their new objects; ``None`` where one is removed."""
    options = ("-r", "-z", "--root", "--raw", "--no-renames", "--no-ext-diff", "--no-textconv")
    fields = _fields(clone.run("diff-tree", "--stdin", *options, lines=b"".join(pair + b"\n" for pair in days)))
    by_commit = {pair.split()[0]: day for pair, day in days.items()}
    day = date.min
    for field in fields:
        if not field.startswith(b":"):
            day = by_commit[field.strip()]
            continue
        _, mode, _, blob, _ = field.split(b" ")
        name = next(fields).decode("utf-8", "replace")
        yield day, name, blob.decode() if mode.startswith(_FILE) else None


_FILE = b"100"
"""The beginning of the mode of a file; links and submodules have others."""


def _fields(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The fields of a NUL-separated output."""
    rest = b""
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\0")
        yield from whole

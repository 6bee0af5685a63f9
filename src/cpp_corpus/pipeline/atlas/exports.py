"""Versions of articles from what ``normalize`` wrote: a store, lines of JSON, or a folder of such folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from os import PathLike
from pathlib import Path

from cpp_corpus.export.exported import is_export, read_export
from cpp_corpus.pipeline.atlas.versions import ActVersion, versions_in
from cpp_corpus.pipeline.engine import Engine
from cpp_corpus.store.database import is_store
from cpp_corpus.store.records import StoredRecords

__all__ = ["export_versions", "exports_in"]


def exports_in(path: str | PathLike[str]) -> list[Path]:
    """The exports directly inside a folder, in the order of their names."""
    folder = Path(path)
    return sorted(each for each in folder.iterdir() if each.is_dir() and is_export(each)) if folder.is_dir() else []


def export_versions(path: str | PathLike[str], acts: frozenset[str] | None, engine: Engine) -> Iterator[ActVersion]:
    """The versions in an export, or in those inside a folder, of these acts or of all.

    Of a store only the articles of these acts are read. ``InputError`` where an export cannot be read.
    """
    for each in [path] if is_export(path) else exports_in(path):
        if is_store(each):
            yield from _stored(each, acts, engine)
        else:
            yield from versions_in(read_export(each).articles, acts)


# ---------------------------------------------------------------------------------------------------------------------

_AT_ONCE = 64  # articles


def _stored(path: str | PathLike[str], acts: frozenset[str] | None, engine: Engine) -> Iterator[ActVersion]:
    records = StoredRecords(path)
    wanted = [act for act in records.index.acts if act is not None and (acts is None or act in acts)]
    places = [place for act in wanted for place in records.index.places(act)]
    portions = [places[at : at + _AT_ONCE] for at in range(0, len(places), _AT_ONCE)]
    for found in engine.map(partial(_versions_at, records), portions):  # each process opens the file by itself
        yield from found


def _versions_at(records: StoredRecords, places: Sequence[int]) -> list[ActVersion]:
    return list(versions_in((records.articles[place] for place in places), None))

"""Building an atlas from any source that has numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from os import PathLike
from pathlib import Path

from cpp_corpus.errors import InputError, expect_path
from cpp_corpus.export.exported import is_export
from cpp_corpus.model.atlas import ActAtlas, Atlas, Version
from cpp_corpus.pipeline.atlas.exports import export_versions, exports_in
from cpp_corpus.pipeline.atlas.repository import is_repository, repository_versions
from cpp_corpus.pipeline.atlas.versions import history_versions, is_history, text_versions
from cpp_corpus.pipeline.engine import Engine, engine_for

__all__ = ["NoNumbersError", "build_atlas"]


class NoNumbersError(InputError):
    """A source was read, but none of its articles that are asked for has a number."""


def build_atlas(  # noqa: PLR0913 - each may be left out
    source: str | PathLike[str],
    *,
    acts: Collection[str] | None = None,
    as_of: date | None = None,
    title: str | None = None,
    engine: Engine | None = None,
    jobs: int | None = None,
) -> Atlas:
    """The atlas of the articles in ``source``: texts, an export, a folder of exports, a history, or a git clone.

    ``acts`` selects acts by id; ``as_of`` is the last day on which the source shows the law, by default the day after
    which only a thousandth of its changes lie (later ones were only announced); ``title`` describes the source.
    ``engine`` and ``jobs`` are as for :func:`cpp_corpus.load`. ``InputError`` where nothing in it has a number.
    """
    expect_path(source)
    picked = None if acts is None else frozenset(acts)
    workers = engine_for(engine, jobs)
    if is_history(source):
        pairs = history_versions(source, picked)
    elif is_repository(source):
        pairs = repository_versions(source, picked)
    elif is_export(source) or exports_in(source):
        pairs = export_versions(source, picked, workers)
    else:
        pairs = text_versions(source, picked, workers)
    versions: dict[str, list[Version]] = {}
    for act, version in pairs:
        versions.setdefault(act, []).append(version)
    if not versions:
        whose = f" of {', '.join(sorted(picked))}" if picked else " of a known act"
        hint = "give texts that have the numbers of their articles"
        raise NoNumbersError(f"has no article{whose} with a number", path=source, hint=hint)
    if as_of is None:
        as_of = _known_until(version for found in versions.values() for version in found)
        return _made(source, title, versions, lambda atlas: as_of if atlas.dated else None)
    return _made(source, title, versions, lambda _: as_of)


def _made(
    source: str | PathLike[str],
    title: str | None,
    versions: Mapping[str, Iterable[Version]],
    day: Callable[[ActAtlas], date | None],
) -> Atlas:
    acts = (ActAtlas.of(act, versions[act]) for act in sorted(versions))
    return Atlas(title or Path(source).name, {each.act: replace(each, as_of=day(each)) for each in acts})


def _known_until(versions: Iterable[Version]) -> date | None:
    days = sorted(day for version in versions for day in (version.valid_from, version.valid_to) if day is not None)
    if not days:
        return None
    return days[len(days) - 1 - len(days) // _ANNOUNCED]


_ANNOUNCED = 1000  # one in a thousand changes is only announced

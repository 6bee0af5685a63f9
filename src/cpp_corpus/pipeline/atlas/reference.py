"""The atlas of an act: the one that the package ships, or the one that a reference gives."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from os import PathLike, fspath
from pathlib import Path
from typing import NamedTuple

from cpp_corpus.errors import InputError
from cpp_corpus.model.atlas import ActAtlas, Atlas, AtlasHeader
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.pipeline.atlas.build import build_atlas

__all__ = ["Found", "atlas_for", "atlas_header", "forget", "read_atlas", "shipped_atlases"]


class Found(NamedTuple):
    """The atlas of an act, or why there is none."""

    atlas: ActAtlas | None
    findings: tuple[Finding, ...] = ()


@lru_cache(maxsize=8)
def atlas_for(reference: str | None, act: str) -> Found:
    """The atlas of an act in a reference: an atlas, or whatever :func:`build_atlas` takes; else the shipped one.

    It raises nothing for what the reference holds: why it cannot be used is a finding.
    """
    if reference is None:
        shipped = _SHIPPED / f"{act}.atlas"
        return Found(read_atlas(shipped).acts.get(act) if shipped.is_file() else None)
    try:
        atlas = read_atlas(reference) if _is_atlas(reference) else build_atlas(reference, acts=(act,))
    except (InputError, OSError) as error:
        message = f"The reference cannot be used, so articles without number stay so: {error}"
        return Found(None, (_finding(FindingCode.UNUSABLE_REFERENCE, message, reference),))
    if act in atlas.acts:
        return Found(atlas.acts[act])
    message = (
        f"The reference has nothing of {act}, only {', '.join(sorted(atlas.acts)) or 'nothing'}; the articles of "
        f"{act} that have no number stay so. Name a reference that has it."
    )
    return Found(None, (_finding(FindingCode.REFERENCE_OF_ANOTHER_ACT, message, reference),))


@lru_cache(maxsize=2)
def read_atlas(path: str | PathLike[str]) -> Atlas:
    """The atlas in a file; ``InputError`` where it cannot be read, is none, or is damaged."""
    return Atlas.from_bytes(_bytes(path), fspath(path))


def forget() -> None:
    """Read references again from here on: they may have changed."""
    atlas_for.cache_clear()
    read_atlas.cache_clear()


def atlas_header(path: str | PathLike[str]) -> AtlasHeader:
    """What an atlas says of itself; ``InputError`` as for :func:`read_atlas`."""
    return Atlas.header_of(_bytes(path), fspath(path))


def shipped_atlases() -> list[Path]:
    """The atlases that the package ships, one an act."""
    return sorted(_SHIPPED.glob("*.atlas"))


_SHIPPED = Path(str(files("cpp_corpus.normalizer.identify"))) / "data"


def _bytes(path: str | PathLike[str]) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(error.strerror or str(error), path=path) from error


def _is_atlas(path: str) -> bool:
    if Path(path).suffix == ".atlas":
        return True
    if not Path(path).is_file():
        return False
    with Path(path).open("rb") as file:
        return Atlas.is_atlas(file.read(64))


def _finding(code: FindingCode, message: str, path: str) -> Finding:
    return Finding.build(code, message, path=path)

"""Numbers looked up in the atlases that are installed, and identification with an atlas."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cpp_corpus.errors import InputError
from cpp_corpus.model.article import Article
from cpp_corpus.model.atlas import ActAtlas, Atlas, AtlasHeader
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.pipeline.atlas.supply import installed_atlas

if TYPE_CHECKING:
    from cpp_corpus.normalizer.identify import Identified

__all__ = ["Found", "InstalledNumbers", "atlas_header", "identified", "read_atlas", "unusable"]


class Found(NamedTuple):
    """The atlas of an act, or why there is none."""

    atlas: ActAtlas | None
    findings: tuple[Finding, ...] = ()


class InstalledNumbers:
    """The numbers of the atlases that are installed; each is read when an act needs it, once."""

    def __init__(self) -> None:
        self._found: dict[str, Found] = {}

    def identified(self, articles: Sequence[Article]) -> Identified:
        """The articles of one document of a known act, numbered."""
        return identified(articles, self.atlas(articles[0].act or ""))

    def atlas(self, act: str) -> Found:
        """The installed atlas of an act, where there is one; a damaged one is a finding."""
        if act not in self._found:
            self._found[act] = _read(act, installed_atlas(act))
        return self._found[act]


def _read(act: str, path: Path | None) -> Found:
    if path is None:
        return Found(None)
    try:
        return Found(read_atlas(path).acts.get(act))
    except InputError as error:
        return Found(None, (unusable(path, error),))


def unusable(path: str | PathLike[str], error: Exception, instead: bool = False) -> Finding:
    """The finding on a source of numbers that cannot be read; ``instead`` where an installed atlas is used."""
    so = "an installed atlas is used" if instead else "unnumbered articles stay unnumbered"
    message = f"The number source cannot be used, so {so}: {error}"
    return Finding.build(FindingCode.UNUSABLE_NUMBERS_FROM, message, path=fspath(path))


def identified(articles: Sequence[Article], found: Found) -> Identified:
    """The articles of one document, numbered with an atlas, and the findings on them and on the atlas."""
    from cpp_corpus.normalizer.identify import identify  # noqa: PLC0415 - heavy, and most files have headings

    made = identify(articles, found.atlas)
    return made._replace(findings=[*found.findings, *made.findings])


def read_atlas(path: str | PathLike[str]) -> Atlas:
    """The atlas in a file; ``InputError`` where it cannot be read, is not an atlas, or is damaged."""
    return Atlas.from_bytes(_bytes(path), fspath(path))


def atlas_header(path: str | PathLike[str]) -> AtlasHeader:
    """The header of an atlas; ``InputError`` as for :func:`read_atlas`."""
    return Atlas.header_of(_bytes(path), fspath(path))


def _bytes(path: str | PathLike[str]) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(error.strerror or str(error), path=path) from error

"""Numbers looked up in the atlases that the package ships, and identification with an atlas."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cpp_corpus.errors import InputError
from cpp_corpus.model.article import Article
from cpp_corpus.model.atlas import ActAtlas, Atlas, AtlasHeader
from cpp_corpus.model.finding import Finding

if TYPE_CHECKING:
    from cpp_corpus.normalizer.identify import Identified

__all__ = ["Found", "ShippedNumbers", "atlas_header", "identified", "read_atlas", "shipped_atlases"]


class Found(NamedTuple):
    """The atlas of an act, or why there is none."""

    atlas: ActAtlas | None
    findings: tuple[Finding, ...] = ()


class ShippedNumbers:
    """The numbers of the atlases that the package ships; each is read once."""

    def __init__(self) -> None:
        self._found: dict[str, Found] = {}

    def identified(self, articles: Sequence[Article]) -> Identified:
        """The articles of one document of a known act, numbered."""
        return identified(articles, self.atlas(articles[0].act or ""))

    def atlas(self, act: str) -> Found:
        """The shipped atlas of an act, where there is one."""
        if act not in self._found:
            shipped = _SHIPPED / f"{act}.atlas"
            self._found[act] = Found(read_atlas(shipped).acts.get(act) if shipped.is_file() else None)
        return self._found[act]


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


def shipped_atlases() -> list[Path]:
    """The atlases that the package ships, one per act."""
    return sorted(_SHIPPED.glob("*.atlas"))


_SHIPPED = Path(str(files("cpp_corpus"))) / "normalizer" / "identify" / "data"


def _bytes(path: str | PathLike[str]) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(error.strerror or str(error), path=path) from error

"""Numbers looked up in the source that a user gives: an atlas, or anything from which one can be built.

It comes before the atlases that are installed, for the acts that it has; the others are looked up in those.
"""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike, fspath
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING

from cpp_corpus.errors import InputError, expect, expect_path
from cpp_corpus.model.article import Article
from cpp_corpus.model.atlas import Atlas
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.pipeline.atlas.build import NoNumbersError, build_atlas
from cpp_corpus.pipeline.atlas.numbers import Found, InstalledNumbers, identified, read_atlas, unusable

if TYPE_CHECKING:
    from cpp_corpus.normalizer.identify import Identified

__all__ = ["NumbersFrom", "number_source"]


def number_source(path: str | PathLike[str] | None) -> NumbersFrom | InstalledNumbers:
    """The source of numbers for one run; made for each run, so that changed files are read again.

    ``InputError`` where there is nothing at ``path``.
    """
    expect("numbers_from", path, str, PathLike, NoneType)
    return InstalledNumbers() if path is None else NumbersFrom(path)


class NumbersFrom:
    """The numbers of an atlas, or of anything that :func:`build_atlas` takes; each act is read once.

    Acts that it does not have are looked up in the installed atlases.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        expect_path(path, "give an atlas, or texts that have article numbers")
        self._path = fspath(path)
        self._atlas: Atlas | None = None
        self._installed = InstalledNumbers()
        self._found: dict[str, Found] = {}

    def identified(self, articles: Sequence[Article]) -> Identified:
        """The articles of one document of a known act, numbered."""
        return identified(articles, self.atlas(articles[0].act or ""))

    def atlas(self, act: str) -> Found:
        """The atlas of an act. It raises nothing: problems of the file or folder are findings."""
        if act not in self._found:
            self._found[act] = self._looked_up(act)
        return self._found[act]

    def _looked_up(self, act: str) -> Found:
        try:
            atlas = self._whole() if self._is_atlas() else build_atlas(self._path, acts=(act,))
        except NoNumbersError as error:
            return self._installed_or(act, unusable(self._path, error))
        except (InputError, OSError) as error:
            installed = self._installed.atlas(act)
            said = unusable(self._path, error, instead=installed.atlas is not None)
            return Found(installed.atlas, (said, *installed.findings))
        if act in atlas.acts:
            return Found(atlas.acts[act])
        message = (
            f"The number source does not have {act}, only {', '.join(sorted(atlas.acts)) or 'nothing'}; unnumbered "
            f"articles of {act} stay unnumbered. Give a source that has it."
        )
        return self._installed_or(act, Finding.build(FindingCode.NUMBERS_OF_ANOTHER_ACT, message, path=self._path))

    def _installed_or(self, act: str, why: Finding) -> Found:
        """The installed atlas of an act that is not found here; where there is none, ``why`` it is not found."""
        found = self._installed.atlas(act)
        return found if found.atlas is not None else Found(None, (why, *found.findings))

    def _whole(self) -> Atlas:
        if self._atlas is None:
            self._atlas = read_atlas(self._path)
        return self._atlas

    def _is_atlas(self) -> bool:
        path = Path(self._path)
        if path.suffix == ".atlas":
            return True
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return Atlas.is_atlas(file.read(64))

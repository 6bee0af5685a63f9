"""The atlases that are installed: those of this package and of others, as an open table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from os import PathLike
from pathlib import Path

from cpp_corpus.table import Table, no_instance_of

__all__ = ["ATLASES", "AtlasFolder", "atlas_files", "installed_atlas"]


@dataclass(frozen=True)
class AtlasFolder:
    """A folder with an atlas for each of some acts, in a file ``ACT.atlas``; each is read when it is needed.

    >>> sorted(AtlasFolder("nowhere").files)
    []
    """

    folder: str | PathLike[str]
    """Where the files are."""

    @cached_property
    def files(self) -> Mapping[str, Path]:
        """The file of each act, by the id of the act."""
        return {path.stem: path for path in sorted(Path(self.folder).glob("*.atlas"))}


_OWN = Path(str(files("cpp_corpus"))) / "normalizer" / "identify" / "data"

ATLASES: Table[AtlasFolder] = Table("atlases", {"shipped": AtlasFolder(_OWN)}, fault=no_instance_of(AtlasFolder))
"""The folders of atlases, by the name of what supplies them; of several atlases of one act the first is used.

>>> "code-de-procedure-penale" in ATLASES["shipped"].files
True
"""


def installed_atlas(act: str) -> Path | None:
    """The file of the atlas of an act; ``None`` where there is none.

    >>> installed_atlas("code-des-mouettes")
    """
    return next((folder.files[act] for folder in ATLASES.ordered if act in folder.files), None)


def atlas_files() -> Iterator[tuple[str, Path]]:
    """What supplies each installed atlas, and its file; an act has one."""
    seen: set[str] = set()
    for name, folder in ATLASES.items():
        yield from ((name, path) for act, path in folder.files.items() if act not in seen)
        seen.update(folder.files)

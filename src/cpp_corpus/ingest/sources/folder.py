"""A folder: every file in it and in its subfolders, whatever its name."""

from __future__ import annotations

import os
from collections.abc import Iterator

from cpp_corpus.ingest.sources.entry import FileEntry, PassedOver
from cpp_corpus.ingest.sources.places import Places

__all__ = ["entries", "is_folder"]


def is_folder(place: str) -> bool:
    """Whether ``place`` is a folder."""
    return os.path.isdir(place)  # noqa: PTH112 - called for every file that is given, and Path is slower


def entries(place: str) -> Iterator[FileEntry | PassedOver]:
    """The files of a folder, those of each of its folders before its subfolders, numbers by their value.

    Hidden entries and version-control folders are skipped, and exports of this program; links are followed to what is
    not in the folder itself; nothing is read twice.
    """
    return Places([place]).entries(place)

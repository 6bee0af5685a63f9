"""The order of files: by their paths, numbers by their value."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["natural"]

_DIGITS = re.compile(r"[0-9]+")


def natural(path: str) -> tuple[str, str, str]:
    """A sort key: ``2.md`` before ``10.md``, folder by folder; the path itself decides where numbers are equal.

    >>> sorted(["a/10.md", "a/2.md", "a.md"], key=natural)
    ['a.md', 'a/2.md', 'a/10.md']
    """
    folder, _, name = path.rpartition("/")
    return _folder(folder), _padded(name), path


@lru_cache(maxsize=1 << 10)
def _folder(path: str) -> str:
    return _padded(path).replace("/", "\0")


def _padded(text: str) -> str:
    return _DIGITS.sub(lambda number: number[0].zfill(20), text)

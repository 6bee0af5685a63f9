"""The order of files: by their paths, numbers by their value."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["natural", "natural_in"]

_DIGITS = re.compile(r"[0-9]+")


def natural(path: str) -> tuple[str, str, str, str]:
    """A sort key: ``2.md`` before ``10.md``, folder by folder; the names themselves decide where numbers are equal.

    >>> sorted(["a/10.md", "a/2.md", "a.md"], key=natural)
    ['a.md', 'a/2.md', 'a/10.md']
    """
    folder, _, name = path.rpartition("/")
    return natural_in(folder, name)


def natural_in(folder: str, name: str) -> tuple[str, str, str, str]:
    """The sort key of the file ``name`` in ``folder``.

    >>> natural_in("a", "2.md") == natural("a/2.md") < natural_in("a", "10.md")
    True
    """
    return _folder(folder), _padded(name), folder, name


@lru_cache(maxsize=1 << 10)
def _folder(path: str) -> str:
    return _padded(path).replace("/", "\0")


def _padded(text: str) -> str:
    return _DIGITS.sub(lambda number: number[0].zfill(20), text)

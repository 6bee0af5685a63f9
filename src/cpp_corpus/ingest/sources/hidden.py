"""Hidden entries and version-control folders, which are skipped in folders and in archives."""

from __future__ import annotations

import re

from cpp_corpus.ingest.sources.entry import PassedOver

__all__ = ["is_hidden", "passed_over"]


def is_hidden(path: str) -> bool:
    """Whether a name, or a part of a path with slashes, is hidden.

    >>> is_hidden(".git"), is_hidden("a/.git/HEAD"), is_hidden("__MACOSX/1.md"), is_hidden("a/1.md")
    (True, True, True, False)
    """
    return _HIDDEN.search(path) is not None


def passed_over(path: str) -> PassedOver:
    """The hidden entry at ``path``."""
    return PassedOver(path, "hidden", "a hidden entry or a version-control folder")


# ---------------------------------------------------------------------------------------------------------------------

_HIDDEN = re.compile(r"(?:\A|/)(?:\.|(?:CVS|_darcs|__MACOSX)(?:/|\Z))")

"""Memory that is free is given back: an allocator keeps it for the process, in pieces between those in use."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

__all__ = ["OFTEN", "give_back"]

OFTEN = 1 << 13
"""After how many files or articles it is worth the time, some milliseconds."""


def give_back() -> None:
    """Give free memory back to the system, where its C library can do that (glibc); elsewhere nothing is done.

    >>> give_back()
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)

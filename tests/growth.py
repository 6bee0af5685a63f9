"""How the time of some work grows with its size: a ratio of two runs, which tells a square from a line."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

__all__ = ["is_linear"]

_LEAST = 0.02  # seconds: shorter times are noise
_SLACK = 3


def is_linear(work: Callable[[int], object], size: int, *, factor: int = 4) -> bool:
    """Whether ``factor`` times the ``size`` takes less than three times as many times the time.

    Each is run up to four times, of which the best counts; the garbage collector, whose own time grows faster, does
    not.
    """
    work(size // 10 or 1)
    enabled = gc.isenabled()
    gc.disable()
    try:
        small = large = float("inf")
        for _ in range(4):
            small = min(small, _seconds(work, size))
            large = min(large, _seconds(work, size * factor))
            if large < _SLACK * factor * max(small, _LEAST):
                return True
        return False
    finally:
        if enabled:
            gc.enable()


def _seconds(work: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    work(size)
    return time.process_time() - began

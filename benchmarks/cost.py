"""What a command takes: seconds of wall clock and of processor, and memory."""

from __future__ import annotations

import subprocess
import sys
from typing import NamedTuple

__all__ = ["Cost", "cost_of"]

_MEASURE = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
unit = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes elsewhere
print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)
sys.exit(os.waitstatus_to_exitcode(status))
"""


class Cost(NamedTuple):
    """What a process and its children took."""

    wall: float
    cpu: float
    """User and system seconds."""
    memory: float
    """MB at most in the largest of them."""


def cost_of(*command: str) -> Cost:
    """The cost of a command, whose output is dropped; ``CalledProcessError`` where it fails."""
    # By way of a small process: a child's peak memory counts from that of the one that starts it, and the one that
    # measures may be large.
    output = subprocess.run([sys.executable, "-c", _MEASURE, *command], check=True, capture_output=True, text=True)  # noqa: S603
    return Cost(*map(float, output.stdout.split()[-3:]))

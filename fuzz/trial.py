"""The trial of one target: each input is given to it, and what fails is kept."""

from __future__ import annotations

import hashlib
import json
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import Any

from fuzz.changes import LARGEST
from fuzz.target import FailedCheckError, Target

__all__ = ["PATIENCE", "Hang", "Trial", "watched"]

PATIENCE = 10
"""Seconds of processor that one input may take."""


class Hang(BaseException):
    """An input takes longer than :data:`PATIENCE`."""


@contextmanager
def watched(seconds: float = PATIENCE) -> Iterator[None]:
    """``Hang`` where what is done here takes that many seconds of processor."""
    before = signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


class Trial:
    """Gives inputs to a target, counts them, and keeps one input for each place at which something fails."""

    def __init__(self, target: Target, folder: Path) -> None:
        """``folder`` is where failures and figures are written; ``now`` in it is the input that is being tried."""
        self.target = target
        self.folder = folder
        self.inputs = 0
        self.failures: dict[str, int] = {}
        """For each place, the size of the smallest input that fails there."""
        self._begun = self._written = monotonic()
        folder.mkdir(parents=True, exist_ok=True)

    def __call__(self, data: bytes) -> None:
        """Try one input."""
        data = data[:LARGEST]
        now = self.folder / "now"
        now.write_bytes(data)
        self.inputs += 1
        try:
            with watched():
                self.target.run(data)
        except (Exception, Hang) as error:  # noqa: BLE001 - whatever it raises is what is looked for
            self._keep(data, error)
        if monotonic() - self._written > 1:
            self.write()

    def write(self) -> None:
        """Write the figures."""
        self._written = monotonic()
        figures = {
            "inputs": self.inputs,
            "seconds": round(self._written - self._begun, 1),
            "failures": sorted(self.failures),
        }
        (self.folder / "figures.json").write_text(json.dumps(figures, ensure_ascii=False, indent=1), "utf-8")

    def _keep(self, data: bytes, error: BaseException) -> None:
        place = _place(error)
        if len(data) < self.failures.get(place, LARGEST + 1):
            self.failures[place] = len(data)
            name = hashlib.sha256(place.encode()).hexdigest()[:12]
            (self.folder / f"{name}.input").write_bytes(data)
            (self.folder / f"{name}.txt").write_text("".join(traceback.format_exception(error)), "utf-8")
            self.write()


def _too_long(_: int, __: FrameType | None) -> None:
    raise Hang(f"more than {PATIENCE} seconds")


def _place(error: BaseException) -> str:
    """The kind of an error, and where in the library it was raised."""
    frames: list[Any] = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "cpp_corpus" in frame.filename] or frames
    what = str(error).split(":")[0].split(" {")[0] if isinstance(error, FailedCheckError) else ""
    where = (
        "" if isinstance(error, (FailedCheckError, Hang)) else f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}"
    )
    return f"{type(error).__name__}{where}{what and ': '}{what}"

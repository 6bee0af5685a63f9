"""Lines kept on disk between two passes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

__all__ = ["Spool"]


class Spool:
    """Lines of bytes, written once and read in order as often as wanted; no line holds a newline."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("wb", buffering=1 << 18)
        self.count = 0

    def add(self, line: bytes) -> None:
        """One more line."""
        self._file.write(line)
        self._file.write(b"\n")
        self.count += 1

    def __iter__(self) -> Iterator[bytes]:
        self._file.flush()
        with self._path.open("rb", buffering=1 << 18) as lines:
            for line in lines:
                yield line[:-1]

    def remove(self) -> None:
        """Close and delete the file."""
        try:
            self._file.close()
        finally:
            self._path.unlink(missing_ok=True)

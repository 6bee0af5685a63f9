"""A file of lines that are written once and can be read again, to keep records on disk between two passes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Self

__all__ = ["Spool"]


class Spool:
    """Lines of bytes, written once and read in order as often as wanted; no line holds a newline.

    A context, which ends with the file closed, and removed unless it ``is_kept``.
    """

    def __init__(self, path: Path, *, is_kept: bool = True) -> None:
        self._path = path
        self._is_kept = is_kept
        self._file = path.open("wb", buffering=1 << 18)
        self.count = 0

    def add(self, line: bytes) -> None:
        """One more line."""
        self._file.write(line)
        self._file.write(b"\n")
        self.count += 1

    def add_all(self, lines: bytes, count: int) -> None:
        """``count`` more lines, each with its end."""
        self._file.write(lines)
        self.count += count

    def flush(self) -> None:
        """Write what is still in memory."""
        self._file.flush()

    def __iter__(self) -> Iterator[bytes]:
        self._file.flush()
        with self._path.open("rb", buffering=1 << 18) as lines:
            yield from map(_without_end, lines)  # no reference to a line is kept: some have megabytes

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._file.close()
        finally:
            if not self._is_kept:
                self._path.unlink(missing_ok=True)


def _without_end(line: bytes) -> bytes:
    return line[:-1]

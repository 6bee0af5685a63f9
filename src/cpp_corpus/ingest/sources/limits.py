"""Limits on what is read of an archive, and the count of what has been read of it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from cpp_corpus.errors import InputError, expect

__all__ = ["Budget", "LimitReached", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one archive is read at most, so that a small file can neither fill the memory nor go on for ever.

    >>> Limits(entries=10).entries, Limits().depth
    (10, 2)
    """

    entries: int = 5_000_000
    """Files, links and the like in it, those of archives inside it included."""
    size: int = 1 << 36
    """Unpacked bytes of all of them."""
    entry_size: int = 1 << 28
    """Unpacked bytes of one file; a larger one is left out."""
    ratio: int = 250
    """Unpacked bytes for each packed one; the first 16 MiB do not count."""
    depth: int = 2
    """Archives in one another: 2 for an archive in an archive. A ``.tar.gz`` is one archive."""

    def __post_init__(self) -> None:
        for field in fields(self):
            expect(field.name, getattr(self, field.name), int)
            if getattr(self, field.name) < 1:
                raise InputError(f"the limit {field.name!r} of archives must be at least 1")

    def changed(self) -> dict[str, int]:
        """Those that are not the usual ones, by name.

        >>> Limits(entries=10).changed()
        {'entries': 10}
        """
        return {each.name: value for each in fields(self) if (value := getattr(self, each.name)) != each.default}


class LimitReached(Exception):  # noqa: N818 - it ends the reading of an archive, and is no error of the program
    """An archive has more than a limit allows: ``limit`` is its name, ``what`` the archive in words."""

    def __init__(self, limit: str, what: str) -> None:
        self.limit = limit
        self.what = what
        super().__init__(what)


class Budget:
    """Counts what is read of one archive; ``LimitReached`` where it is more than the limits allow."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.packed = 0
        """Bytes of the archive itself that were read."""
        self._unpacked = 0
        self._entries = 0

    def count_entry(self) -> None:
        """One more file or link."""
        self._entries += 1
        if self._entries > self.limits.entries:
            raise LimitReached("entries", f"an archive of more than {self.limits.entries:,} files")

    def count_packed(self, count: int) -> None:
        """``count`` more bytes of the archive itself."""
        self.packed += count

    def count_unpacked(self, count: int) -> None:
        """``count`` more bytes unpacked."""
        self._unpacked += count
        limits = self.limits
        if self._unpacked > limits.size:
            raise LimitReached("size", f"an archive of more than {limits.size:,} bytes")
        if self._unpacked > _UNCOUNTED and self._unpacked > self.packed * limits.ratio:
            raise LimitReached("ratio", f"an archive of more than {limits.ratio:,} bytes for each packed byte")


_UNCOUNTED = 1 << 24  # bytes

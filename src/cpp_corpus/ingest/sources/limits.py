"""The count of what has been read of an archive."""

from __future__ import annotations

from cpp_corpus.limits import LimitReached, Limits

__all__ = ["Budget"]


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

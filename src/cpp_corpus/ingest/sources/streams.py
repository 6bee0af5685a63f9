"""Streams of bytes: one with a look ahead, and those that unpack another one piece by piece, in bounded memory."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from cpp_corpus.errors import MissingExtraError

__all__ = ["PACKED_STREAMS", "Damage", "Read", "Stream", "unpacked_stream"]

Read = Callable[[int], bytes]
"""Reads at most so many bytes; none at the end."""

_PIECE = 1 << 18  # bytes that are read at once
_MEMORY = 1 << 28  # bytes that an unpacker may use


class Damage(Exception):  # noqa: N818 - a state of the input, which becomes a finding
    """An archive that cannot be read further: ``path`` is its path, ``why`` says why."""

    def __init__(self, path: str, why: str) -> None:
        self.path = path
        self.why = why
        super().__init__(why)


class Stream:
    """Bytes that are read once, from the first to the last.

    >>> import io
    >>> stream = Stream(io.BytesIO(b"moulins").read)
    >>> stream.head(3), stream.read(4), stream.read(9), stream.read(1)
    (b'mou', b'moul', b'ins', b'')
    """

    __slots__ = ("_at", "_damage", "_held", "_read")

    def __init__(self, read: Read) -> None:
        self._read = read
        self._held = b""
        self._at = 0
        self._damage: Damage | None = None

    def head(self, count: int) -> bytes:
        """The next ``count`` bytes, which stay to be read; fewer at the end."""
        self._hold(count)
        return self._held[self._at : self._at + count]

    def read(self, count: int) -> bytes:
        """The next ``count`` bytes; fewer only at the end."""
        self._hold(count)
        start = self._at
        self._at = min(start + count, len(self._held))
        return self._held[start : self._at]

    def skip(self, count: int) -> None:
        """Leave out ``count`` bytes; ``EOFError`` where there are fewer."""
        while count > 0:
            passed = len(self.read(min(count, _PIECE)))
            if not passed:
                raise EOFError("it ends too early")
            count -= passed

    def _hold(self, count: int) -> None:
        missing = count - (len(self._held) - self._at)
        if missing <= 0:
            return
        parts = [self._held[self._at :]]
        try:
            while missing > 0 and self._damage is None and (part := self._read(max(missing, _PIECE))):
                parts.append(part)
                missing -= len(part)
        except Damage as damage:  # what came before it can still be read
            self._damage = damage
        self._held, self._at = b"".join(parts), 0
        if missing > 0 and self._damage is not None:
            raise self._damage


def unpacked_stream(kind: str, packed: Stream) -> Read:
    """Reads the unpacked bytes of a stream; ``kind`` is a key of ``PACKED_STREAMS``.

    ``MissingExtraError`` where unpacking needs a package that is not installed; the errors of damage are those of the
    unpackers.
    """
    return PACKED_STREAMS[kind](packed)


# ---------------------------------------------------------------------------------------------------------------------


class _Unpacker(Protocol):
    """What the modules ``bz2`` and ``lzma`` have."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Unpacked:
    """Unpacks one stream after another, as they stand in a file."""

    def __init__(self, packed: Stream, new: Callable[[], _Unpacker], piece: int = _PIECE) -> None:
        self._packed = packed
        self._new = new
        self._piece = piece
        self._unpacker = new()

    def read(self, count: int) -> bytes:
        done = b""
        while not done:
            if self._unpacker.eof:
                rest = self._next_stream()
                if not rest:
                    return b""
                self._unpacker = self._new()
                done = self._unpacker.decompress(rest, count)
            elif self._unpacker.needs_input:
                data = self._packed.read(self._piece)
                if not data:
                    raise EOFError("it ends too early")
                done = self._unpacker.decompress(data, count)
            else:
                done = self._unpacker.decompress(b"", count)
        return done

    def _next_stream(self) -> bytes:
        """The first bytes of the next stream, behind zeros that fill up the last one."""
        rest = self._unpacker.unused_data.lstrip(b"\0")
        while not rest:
            data = self._packed.read(self._piece)
            if not data:
                return b""
            rest = data.lstrip(b"\0")
        return rest


class _Gzip:
    """An unpacker of gzip with the methods of the others; unlike the module, it reads a long header at once."""

    def __init__(self) -> None:
        self._unpacker = zlib.decompressobj(_GZIP)

    @property
    def eof(self) -> bool:
        return self._unpacker.eof

    @property
    def needs_input(self) -> bool:
        return not self._unpacker.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._unpacker.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self._unpacker.decompress(self._unpacker.unconsumed_tail + data, max_length)


_GZIP = 16 + zlib.MAX_WBITS  # with header and checksum


def _gz(packed: Stream) -> Read:
    return _Unpacked(packed, _Gzip).read


def _bz2(packed: Stream) -> Read:
    return _Unpacked(packed, bz2.BZ2Decompressor).read


def _xz(packed: Stream) -> Read:
    return _Unpacked(packed, lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MEMORY)).read


class _Zstd:
    """An unpacker of zstandard with the methods of the others; it cannot limit what one call returns."""

    needs_input = True

    def __init__(self, unpacker: Any, error: type[Exception]) -> None:
        self._unpacker = unpacker
        self._error = error

    @property
    def eof(self) -> bool:
        return bool(self._unpacker.eof)

    @property
    def unused_data(self) -> bytes:
        return bytes(self._unpacker.unused_data)

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:  # noqa: ARG002 - as above
        try:
            return bytes(self._unpacker.decompress(data))
        except self._error as error:
            raise ValueError(str(error)) from None


_SMALL_PIECE = 1 << 11  # bytes: at most 64 MiB are unpacked from it at once, whatever they are


def _zst(packed: Stream) -> Read:
    try:
        import zstandard  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("a zstd archive", "zstd") from None
    new = zstandard.ZstdDecompressor(max_window_size=_MEMORY // 2)
    return _Unpacked(packed, lambda: _Zstd(new.decompressobj(), zstandard.ZstdError), _SMALL_PIECE).read


PACKED_STREAMS: Mapping[str, Callable[[Stream], Read]] = {"gz": _gz, "bz2": _bz2, "xz": _xz, "zst": _zst}
"""Unpackers by the suffix of their files."""

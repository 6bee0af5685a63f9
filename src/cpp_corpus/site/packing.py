"""Data files of the site: compressed JSON in scripts, since a page that is opened from the disk may load nothing else.

A file is one call, ``SITE.put("art/12", "…")``: base64 of a raw deflate stream of JSON. :func:`unpacked` reads it back.
"""

from __future__ import annotations

import base64
import re
import zlib
from pathlib import Path
from typing import Any

import orjson

__all__ = ["bucket_of", "pack", "pack_bytes", "unpacked", "varints"]


def pack(folder: Path, name: str, data: object) -> int:
    """Write ``data`` to the file of a name, such as ``art/12``; how many bytes it has."""
    return pack_bytes(folder, name, orjson.dumps(data))


def pack_bytes(folder: Path, name: str, data: bytes) -> int:
    """The same for bytes."""
    made = zlib.compressobj(9, zlib.DEFLATED, -15)
    text = base64.b64encode(made.compress(data) + made.flush())
    path = folder / f"{name}.js"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(b'SITE.put("%s","%s")\n' % (name.encode(), text))


def unpacked(path: Path) -> Any:
    """The data of a file that :func:`pack` wrote; ``ValueError`` where it is none."""
    found = _CALL.fullmatch(path.read_bytes())
    if found is None:
        raise ValueError(f"{path}: not a data file of a site")
    return orjson.loads(zlib.decompress(base64.b64decode(found[1]), -15))


def bucket_of(word: str, count: int) -> int:
    """The number of the file, of ``count``, that has a word; the script of the site computes the same.

    >>> bucket_of("moulin", 64), bucket_of("706-73", 64)
    (30, 44)
    """
    made = 0
    for char in word:
        made = (made * 31 + ord(char)) & 0xFFFFFFFF
    return made % count


def varints(numbers: list[int]) -> bytes:
    r"""Numbers in seven bits a byte, the lowest first; the eighth says that more follow.

    >>> varints([1, 127, 128])
    b'\x01\x7f\x80\x01'
    """
    made = bytearray()
    for number in numbers:
        left = number
        while left > 0x7F:
            made.append(left & 0x7F | 0x80)
            left >>= 7
        made.append(left)
    return bytes(made)


# ---------------------------------------------------------------------------------------------------------------------

_CALL = re.compile(rb'SITE\.put\("[^"]*","([A-Za-z0-9+/=]*)"\)\n')

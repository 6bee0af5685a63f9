"""Files and folders at addresses, such as ``s3://bucket/mirror``, read through fsspec (extra ``cloud``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple, cast

from cpp_corpus.errors import InputError, MissingExtraError, described
from cpp_corpus.ingest.sources.entry import PassedOver, printable
from cpp_corpus.ingest.sources.hidden import is_hidden, passed_over

__all__ = ["RemoteEntry", "address_of", "entries", "is_address"]


def is_address(place: str) -> bool:
    """Whether ``place`` is an address.

    >>> is_address("s3://bucket/mirror"), is_address("mirror/1.md"), is_address("C:/mirror")
    (True, False, False)
    """
    return address_of(place) is not None


def address_of(place: str) -> str | None:
    """The address that ``place`` means; ``None`` where it is a path of this machine.

    The two slashes may be one, as :class:`pathlib.Path` writes them.

    >>> address_of("s3:/bucket/mirror"), address_of("file:/srv/mirror")
    ('s3://bucket/mirror', 'file:///srv/mirror')
    """
    found = _ADDRESS.fullmatch(place)
    if found is None:
        return None
    return f"{found['protocol']}://{'/' if found['protocol'] in _LOCAL else ''}{found['rest']}"


class RemoteEntry(NamedTuple):
    """A file at an address; whoever reads it opens it there, also in another process or on another machine."""

    address: str
    """With its protocol."""
    length: int = 0
    """How many bytes it has."""
    is_named: bool = False
    """As in :class:`~cpp_corpus.ingest.Entry`."""

    @property
    def path(self) -> str:
        """Its address as records write it."""
        return printable(self.address)

    def __str__(self) -> str:
        return self.path

    def size(self) -> int:
        """Its size in bytes, as the store gave it."""
        return self.length

    def open(self) -> BinaryIO:
        """Open the file; ``OSError`` where that fails."""
        system, path = _opened(self.address)
        try:
            return cast("BinaryIO", system.open(path, "rb"))
        except OSError:
            raise
        except Exception as error:  # each store has errors of its own
            raise OSError(described(error)) from error


def entries(place: str) -> Iterator[RemoteEntry | PassedOver]:
    """The file at an address, or the files below it, sorted by the parts of their paths; hidden ones are skipped.

    ``InputError`` where nothing is there, or the store does not answer; ``MissingExtraError`` without the extra.
    """
    address = address_of(place) or place
    system, root = _opened(address)
    try:
        found = system.find(root, detail=True)
    except Exception as error:
        raise InputError(f"cannot be listed: {described(error)}", path=address, hint=_ACCESS) from error
    if not found:
        raise InputError("there is no such file or folder", path=address, hint=_ACCESS)
    for name, facts in sorted(found.items(), key=lambda each: each[0].split("/")):
        inside = name[len(root) :].lstrip("/") if name.startswith(root) else name
        where = address.rstrip("/") + "/" + inside if inside else address
        member = RemoteEntry(where, int(facts.get("size") or 0), is_named=not inside)
        yield passed_over(member.path) if is_hidden(inside) else member


# ---------------------------------------------------------------------------------------------------------------------

_ADDRESS = re.compile(r"(?P<protocol>[a-z][a-z0-9+.-]+):/{1,3}(?P<rest>[^/].*)", re.DOTALL)
_LOCAL = ("file", "local")
_ACCESS = "check the address, and the access that fsspec has to it"


def _opened(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it."""
    try:
        from fsspec.core import url_to_fs  # type: ignore[import-untyped] # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(f"reading {address}", "cloud") from error
    try:
        system, path = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise InputError(str(error), path=address) from error
    return system, path

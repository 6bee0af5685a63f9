"""What a source gives: entries, each with a printable path and its bytes, and what it skips."""

from __future__ import annotations

import io
import os
from errno import EINVAL, EISDIR, ENOENT
from stat import S_ISDIR, S_ISFIFO, S_ISREG
from typing import BinaryIO, NamedTuple, Protocol

from cpp_corpus.errors import LINK_TO_NOTHING
from cpp_corpus.ingest.sources.streams import Stream
from cpp_corpus.lang.typography import visible, without_damage
from cpp_corpus.model.finding import FindingCode

__all__ = ["DataEntry", "Entry", "FileEntry", "PartEntry", "PassedOver", "StreamEntry", "kind_of", "printable"]


def printable(path: str) -> str:
    """A path of the system as records write it: with slashes, without damage, with escapes for control characters.

    The same object where nothing changes.

    >>> path = "pages/l212-8.txt"
    >>> printable(path) is path
    True
    """
    return visible(without_damage(path if os.sep == "/" else path.replace(os.sep, "/")))


def kind_of(path: str) -> str:
    """The kind by which unread entries are counted: the suffix, or ``README.md``.

    >>> kind_of("a/B.PDF"), kind_of("a/readme.md"), kind_of("a/LICENSE")
    ('.pdf', 'README.md', 'no suffix')
    """
    name = path.rpartition("/")[2]
    if name.lower() == "readme.md":
        return "README.md"
    stem, dot, suffix = name.rpartition(".")
    return (dot + suffix).lower() if stem and len(suffix) <= _LONGEST_SUFFIX else "no suffix"


class Entry(Protocol):
    """One text of a source: cheap to make and to send to another process; its bytes are read where they are needed.

    >>> entry: Entry = DataEntry("a.zip/1.md", b"# Article 1")
    >>> entry.path, entry.is_named, entry.size(), entry.open().read(3)
    ('a.zip/1.md', False, 11, b'# A')
    """

    @property
    def path(self) -> str:
        """Its path, as records and messages write it."""

    @property
    def is_named(self) -> bool:
        """Whether the user named it; then problems with it are reported individually."""

    def size(self) -> int:
        """Its size in bytes, possibly approximate; 0 where it is not known."""

    def open(self) -> BinaryIO:
        """Its bytes as a stream; ``OSError`` or ``ValueError`` where they cannot be read."""


class FileEntry(NamedTuple):
    """A file on the disk.

    >>> entry = FileEntry("fixtures/pages/l212-8.txt")
    >>> with entry.open() as stream:
    ...     entry.path, entry.size(), stream.read(9)
    ('fixtures/pages/l212-8.txt', 1050, b'# Article')
    """

    name: str
    """Its path as the system has it; a byte that is not a valid character is a lone surrogate in it."""
    is_named: bool = False
    """As in :class:`Entry`."""

    @property
    def path(self) -> str:
        """Its path as records write it: with slashes, and without damage."""
        return printable(self.name)

    def __str__(self) -> str:
        return self.path

    def size(self) -> int:
        """Its size on the disk, in bytes."""
        try:
            return os.stat(self.name).st_size  # noqa: PTH116 - called for every file, and Path is slower
        except (OSError, ValueError):  # reading it says what is wrong
            return 0

    def open(self) -> BinaryIO:
        """Open the file; ``OSError`` for a device, and for a pipe that the user has not named: they might never end."""
        return os.fdopen(_opened(self.name, is_named=self.is_named), "rb")

    def head(self, count: int) -> bytes:
        """Its first bytes, at most ``count``; none of a folder, a pipe or a device; ``OSError`` as for :meth:`open`."""
        if not S_ISREG(os.stat(self.name).st_mode):  # noqa: PTH116 - as above
            return b""
        file = _opened(self.name, is_named=False)
        try:
            return os.read(file, count)
        finally:
            os.close(file)


class DataEntry(NamedTuple):
    """Bytes in memory: of standard input, of a member of an archive.

    >>> entry = DataEntry("a.zip/1.md", b"# Article 1")
    >>> entry.size(), entry.open().read(3)
    (11, b'# A')
    """

    path: str
    """As in :class:`Entry`."""
    data: bytes
    """All of them."""
    is_named: bool = False
    """As in :class:`Entry`."""

    def __str__(self) -> str:
        return self.path

    def size(self) -> int:
        """How many there are."""
        return len(self.data)

    def open(self) -> BinaryIO:
        """A stream of them."""
        return io.BytesIO(self.data)


class PartEntry(NamedTuple):
    """A part of a large file on the disk, such as an act in a database; the adapter knows its name.

    >>> entry = PartEntry("legi.sqlite", "LEGITEXT000000000001", 2048)
    >>> entry.path, entry.size()
    ('legi.sqlite/LEGITEXT000000000001', 2048)
    """

    name: str
    """Path of the file, as in :class:`FileEntry`."""
    part: str
    """Name of the part."""
    share: int = 0
    """About how many bytes it has."""
    is_named: bool = False
    """As in :class:`Entry`."""

    @property
    def path(self) -> str:
        """Its path as records write it."""
        return f"{printable(self.name)}/{self.part}"

    def __str__(self) -> str:
        return self.path

    def size(self) -> int:
        """Its share."""
        return self.share

    def open(self) -> BinaryIO:
        """Open the whole file."""
        return FileEntry(self.name).open()


class StreamEntry(NamedTuple):
    """An archive that can be read only once, such as standard input; it stays in this process and is unpacked there."""

    path: str
    """As in :class:`Entry`."""
    stream: Stream
    """Its bytes."""
    is_named: bool = True
    """As in :class:`Entry`."""

    def __str__(self) -> str:
        return self.path

    def size(self) -> int:
        """Not known."""
        return 0

    def open(self) -> BinaryIO:
        """Never: ``ValueError``."""
        raise ValueError("an archive that can be read only once")


class PassedOver(NamedTuple):
    """Something that is not looked into.

    >>> PassedOver("pages/.git", ".git", "a hidden entry").kind
    '.git'
    """

    path: str
    """Its printable path."""
    kind: str
    """As in :class:`cpp_corpus.model.manifest.Unread`."""
    reason: str
    """Why, in a few words."""
    code: FindingCode = FindingCode.PASSED_OVER
    """Code of the finding on all that are passed over for this reason."""
    advice: str = ""
    """What to do, as a sentence."""
    times: int = 1
    """How many there are of it, of which this is the first."""


# ---------------------------------------------------------------------------------------------------------------------

_LONGEST_SUFFIX = 12  # characters
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)  # a pipe that has taken the place of the file is not waited for


def _opened(name: str, *, is_named: bool) -> int:
    """The descriptor of a file, or of a pipe that ``is_named`` by the user; ``OSError`` for anything else."""
    try:
        mode = os.stat(name).st_mode  # noqa: PTH116 - as above
    except FileNotFoundError as error:
        if os.path.islink(name):  # noqa: PTH114 - as above
            raise FileNotFoundError(ENOENT, LINK_TO_NOTHING, name) from error
        raise
    if is_named and S_ISFIFO(mode):
        return os.open(name, _FLAGS)
    if S_ISDIR(mode):
        os.scandir(name).close()  # says why, where it cannot be looked into
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), name)
    if not S_ISREG(mode):
        raise OSError(EINVAL, "a device; - is standard input" if is_named else "a pipe or a device", name)
    return os.open(name, _FLAGS | _AT_ONCE)

"""Files and folders that appear complete or not at all: all output of the package is written through this module.

They are written beside their place, under a hidden name, brought to the disk, and renamed. What is at that name is
locked while its process lives, so that a second process with the same output stops, and the next one finds, uses or
removes what a killed process has left. Of a symbolic link the target is written, and the link stays.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from errno import EINVAL, ENOTSUP
from os import PathLike, strerror
from pathlib import Path
from typing import BinaryIO

from cpp_corpus.errors import CorpusError, InputError, OutputError

if sys.platform != "win32":
    import fcntl

__all__ = ["NewFolder", "is_unfinished", "new_file", "new_folder", "unfinished", "write_file"]


def write_file(path: str | PathLike[str], data: bytes) -> None:
    """Write ``data`` as the file ``path``, as :func:`new_file` does."""
    with new_file(path) as file:
        file.write(data)


@contextmanager
def new_file(path: str | PathLike[str]) -> Iterator[BinaryIO]:
    """An open file beside ``path``, which takes its place when the block ends well and is removed when it does not.

    A file already there is replaced; a pipe or a device is written to. ``OutputError`` where that cannot be done, or
    another process is writing there.
    """
    target = _place(path)
    try:
        if target.is_dir():
            raise OutputError(f"{target}: is a folder; name a file for the output")
        if target.exists() and not target.is_file():
            with target.open("wb") as pipe:
                yield pipe
            return
        _check_access(target)
        with ExitStack() as held:
            part = unfinished(target)
            file = held.enter_context(_locked_file(part, target))
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
                if target.exists():
                    shutil.copymode(target, part)
                part.replace(target)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
            _sync(target.parent)
    except OSError as error:
        raise _blamed(error, target, None) from error


@dataclass(slots=True)
class NewFolder:
    """A folder that will take the place of an output."""

    path: Path
    """Where to write; it has only what a run that ended early has left for the next one."""
    has_leftovers: bool
    """Whether anything was found that such a run had left."""
    is_unneeded: bool = False
    """Whether the output stays as it is: then this folder is removed at the end."""
    keeps: Collection[str] = ()
    """Names of files that stay for the next run where this one ends early."""


@contextmanager
def new_folder(
    place: str | PathLike[str], may_replace: Callable[[Path], None], kept: Collection[str] = ()
) -> Iterator[NewFolder]:
    """A folder beside ``place``, which takes its place when the block ends well, and is removed when it does not.

    ``may_replace`` raises ``OutputError`` where the folder that is there, or was there when a process was killed, must
    not be replaced. ``kept`` are names of files that a run that ends early leaves for the next one; an exception then
    has a note that says where. ``OutputError`` where the folder cannot be written (no permission, disk full …), or
    another process is writing there.
    """
    target = _place(place)
    above: list[Path] = []
    owned = False
    try:
        with ExitStack() as held:
            may_replace(target)
            _check_access(target)
            part = unfinished(target)
            above += (parent for parent in target.parents if not parent.exists())
            target.parent.mkdir(parents=True, exist_ok=True)
            left = part.is_dir()
            held.enter_context(_locked_folder(part, target))
            owned = True
            if target.is_dir():
                held.enter_context(_lock_of(target, target))
            left = _restore(target, may_replace) or left
            _empty(part, kept)
            new = NewFolder(part, left, keeps=kept)
            try:
                yield new
                if not new.is_unneeded:
                    _flush(part)
                    _put(part, target)
                new.keeps = ()
            finally:
                _empty(part, new.keeps)
                with suppress(OSError):  # it is not empty, or in its place already
                    part.rmdir()
    except OSError as error:
        raise _blamed(error, target, part if owned and part.exists() else None) from error
    except BaseException as error:
        if not owned or not part.exists():
            raise
        if isinstance(error, OutputError):
            raise OutputError(f"{error}; {_kept_in(part)}") from error
        error.add_note(_kept_in(part))
        raise
    finally:
        if not target.exists() and not (owned and part.exists()):
            for parent in above:
                with suppress(OSError):
                    parent.rmdir()


def unfinished(target: Path) -> Path:
    """Where an output is while it is written.

    >>> unfinished(Path("laws/out")).as_posix()
    'laws/.out.cpp-corpus-part'
    """
    return target.with_name(f".{target.name}{_PART}")


def is_unfinished(name: str) -> bool:
    """Whether a file or folder of that name is an output that is being written, or was when a process was killed.

    >>> is_unfinished(".out.cpp-corpus-part"), is_unfinished("out")
    (True, False)
    """
    return name.startswith(".") and name.endswith((_PART, _OLD))


# ---------------------------------------------------------------------------------------------------------------------

_PART = ".cpp-corpus-part"
_OLD = ".cpp-corpus-old"
_FORMER = r"\.[0-9a-f]{8}\.(part|old)"  # the names that earlier versions gave to unfinished and to replaced folders
_MANY = 1000  # files, above which all of the machine's are brought to the disk at once


_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")


def _place(path: str | PathLike[str]) -> Path:
    if _ADDRESS.match(str(os.fspath(path))) is not None:
        raise OutputError(f"{os.fspath(path)}: is an address, from which one can only read; write to this machine")
    try:
        return Path(os.path.realpath(path))
    except ValueError as error:
        raise OutputError(f"{os.fspath(path)!r}: is no name that a file can have") from error


def _check_access(target: Path) -> None:
    """``OutputError`` where what is there must not be written: a rename would replace it all the same.

    And where a file stands in place of one of its folders.
    """
    if (file := next((parent for parent in target.parents if parent.is_file()), None)) is not None:
        raise OutputError(f"{target}: cannot be written: {file} is a file; give an output in a folder")
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputError(f"{target}: cannot be written: Permission denied; nothing was changed")


def _blamed(error: OSError, target: Path, kept: Path | None) -> CorpusError:
    """The error for ``error``, which names the file that it is about; ``kept`` is what stays for the next run."""
    said = strerror(error.errno) if error.errno else str(error)
    about = error.filename
    if isinstance(about, str | bytes) and not _is_near(Path(os.fsdecode(about)), target):
        return InputError(said, path=os.fsdecode(about))
    then = "nothing was left there" if kept is None else _kept_in(kept)
    return OutputError(f"{target}: cannot be written: {said}; {then}")


def _kept_in(part: Path) -> str:
    return f"what was done is kept in {part}, and the same command goes on from there"


def _is_near(path: Path, target: Path) -> bool:
    """Whether a path is that of an output, in or beside it, or above it."""
    place = path.absolute()
    return any(each in {target, unfinished(target)} for each in (place, *place.parents)) or place in target.parents


def _sync(path: Path) -> None:
    """Bring a file, or the names in a folder, to the disk."""
    if sys.platform == "win32" and path.is_dir():
        return
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    except OSError as error:
        if error.errno not in {EINVAL, ENOTSUP}:  # of file systems that cannot do this for folders
            raise
    finally:
        os.close(opened)


def _flush(folder: Path) -> None:
    """Bring all of a folder to the disk."""
    members = list(folder.rglob("*"))
    if len(members) > _MANY and hasattr(os, "sync"):
        os.sync()
        return
    for path in (*members, folder):
        _sync(path)


def _put(part: Path, target: Path) -> None:
    """Put a folder in the place of ``target``; what was there is at ``part`` then, or nowhere.

    Where the system cannot exchange two names in one step, what was there is under a third name for a moment.
    """
    if not target.exists():
        part.rename(target)
    elif not _are_exchanged(part, target):
        old = target.rename(target.with_name(f".{target.name}{_OLD}"))
        try:
            part.rename(target)
        except OSError:
            old.rename(target)
            raise
        old.rename(part)
    _sync(target.parent)


def _are_exchanged(one: Path, other: Path) -> bool:
    """Exchange the names of two folders; whether the system can do so in one step."""
    if sys.platform != "linux":
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _restore(target: Path, may_replace: Callable[[Path], None]) -> bool:
    """Bring back what was at ``target`` when a process was killed; remove what earlier versions left beside it.

    Whether there was anything.
    """
    name = re.compile(rf"\.{re.escape(target.name)}(?:{_FORMER}|{re.escape(_OLD)})")
    found = False
    for each in [each for each in target.parent.iterdir() if name.fullmatch(each.name)]:
        if not each.is_dir() or each.is_symlink():
            continue
        if each.suffix == ".part":
            with suppress(OutputError, OSError), _lock_of(each, target):
                shutil.rmtree(each, ignore_errors=True)
                found = True
        elif any(each.iterdir()):
            with suppress(OutputError):
                may_replace(each)
                if target.exists():
                    shutil.rmtree(each, ignore_errors=True)
                else:
                    each.rename(target)
                found = True
    return found


def _empty(folder: Path, but: Collection[str]) -> None:
    """Remove all that is in a folder, ``but`` some files; what cannot be removed stays for the next run."""
    with suppress(OSError):
        for each in list(folder.iterdir()):
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each, ignore_errors=True)
            elif each.name not in but:
                each.unlink(missing_ok=True)


# ---------------------------------------------------------------------------------------------------------------------
# Locks: held until the process ends, however it ends.


def _busy(target: Path) -> OutputError:
    return OutputError(f"{target}: another run is writing there; wait until it has ended, or give another output")


if sys.platform == "win32":
    # A folder cannot be locked there: a file beside it, which the system removes with the process that has opened it.

    @contextmanager
    def _lock_of(path: Path, target: Path) -> Iterator[None]:
        try:
            lock = os.open(path.with_name(f"{path.name}.lock"), os.O_CREAT | os.O_EXCL | os.O_TEMPORARY)
        except FileExistsError:
            raise _busy(target) from None
        try:
            yield
        finally:
            os.close(lock)

    @contextmanager
    def _locked_folder(part: Path, target: Path) -> Iterator[None]:
        with _lock_of(part, target):
            part.mkdir(exist_ok=True)
            yield

    @contextmanager
    def _locked_file(part: Path, target: Path) -> Iterator[BinaryIO]:
        with _lock_of(part, target), part.open("wb") as file:
            yield file

else:

    @contextmanager
    def _lock_of(path: Path, target: Path) -> Iterator[int]:
        """Hold the lock of a folder, whose descriptor is given; ``OutputError`` where another process does."""
        opened = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            _lock(opened, target)
            yield opened
        finally:
            os.close(opened)

    @contextmanager
    def _locked_folder(part: Path, target: Path) -> Iterator[None]:
        """The folder ``part``, made where it is not there, locked."""
        while True:
            with suppress(FileExistsError):
                part.mkdir()
            with ExitStack() as held, suppress(FileNotFoundError):
                if _is_at(held.enter_context(_lock_of(part, target)), part):
                    kept = held.pop_all()
                    break
        with kept:
            yield

    @contextmanager
    def _locked_file(part: Path, target: Path) -> Iterator[BinaryIO]:
        """The file ``part``, made where it is not there, locked and empty."""
        while True:
            opened = os.open(part, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
            with os.fdopen(opened, "wb") as file:
                _lock(opened, target)
                if not _is_at(opened, part):
                    continue
                os.ftruncate(opened, 0)
                yield file
                return

    def _lock(opened: int, target: Path) -> None:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _busy(target) from None
        except OSError:  # a file system without locks, where a second run is not noticed
            return

    def _is_at(opened: int, path: Path) -> bool:
        """Whether an open file is still the one of that name: another process may have removed or renamed it."""
        try:
            return os.path.samestat(os.fstat(opened), path.lstat())
        except FileNotFoundError:
            return False

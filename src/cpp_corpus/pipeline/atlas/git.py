"""Reading the objects of a git clone without running any program that its configuration names.

The configuration of a clone can name programs: for signatures, hooks, file systems, pagers, differences, transports.
Git therefore reads it only once, to find HEAD and the objects (``rev-parse``, which runs none of them). All other
commands run in an empty repository of our own that borrows the objects: it has no configuration, no hooks, no
attributes, no replaced or grafted commits, and no server from which git would fetch missing objects.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO

from cpp_corpus.errors import InputError

__all__ = ["Objects", "is_repository", "opened"]


class Objects:
    """The objects of a clone."""

    def __init__(self, folder: Path, head: str, command: tuple[str, ...], environment: Mapping[str, str]) -> None:
        self.folder = folder
        """The clone."""
        self.head = head
        """Name of the commit that HEAD is."""
        self._command = command
        self._environment = environment

    def run(self, *arguments: str, lines: bytes = b"") -> Iterator[bytes]:
        """The output of a plumbing command in pieces; ``lines`` are its input. ``InputError`` where it fails."""
        with TemporaryFile() as given, TemporaryFile() as said:
            given.write(lines)
            given.seek(0)
            with self._started(arguments, given, said) as process:
                yield from iter(lambda: _pipe(process.stdout).read(_PIECE), b"")
            if process.returncode:
                said.seek(0)
                raise _unreadable(self.folder, said.read())

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """A reader of single objects."""
        with (
            TemporaryFile() as said,
            self._started(("cat-file", "--batch"), subprocess.PIPE, said) as process,
        ):
            yield Reader(self.folder, process)

    def _started(self, arguments: tuple[str, ...], given: IO[bytes] | int, said: IO[bytes]) -> subprocess.Popen[bytes]:
        command = (*self._command, *arguments)
        return subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, stderr=said, env=self._environment)  # noqa: S603 - ours


class Reader:
    """``git cat-file --batch``."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self._folder = folder
        self._asked, self._answered = _pipe(process.stdin), _pipe(process.stdout)

    def read(self, name: str, path: str) -> bytes:
        """The bytes of the file ``path`` as object ``name`` has them; ``InputError`` where the clone lacks it."""
        try:
            self._asked.write(f"{name}\n".encode())
            self._asked.flush()
        except BrokenPipeError:
            raise _unreadable(self._folder, b"") from None
        answer = self._answered.readline().split()
        if len(answer) != 3 or answer[1] != b"blob":
            raise InputError(f"this clone lacks an object, the page {path} ({name})", path=self._folder, hint=_WHOLE)
        size = int(answer[2])
        data = self._answered.read(size + 1)
        if len(data) != size + 1:
            raise _unreadable(self._folder, b"")
        return data[:-1]


def is_repository(path: str | os.PathLike[str]) -> bool:
    """Whether a folder is the root of a git clone, bare or not."""
    folder = Path(path)
    return (folder / ".git").exists() or ((folder / "objects").is_dir() and (folder / "HEAD").is_file())


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[Objects]:
    """The objects of a clone, as long as the context lasts.

    ``InputError`` where git is not installed, cannot read the clone, or the clone has only the end of its history.
    """
    folder = Path(path)
    git_folder = folder / ".git" if (folder / ".git").exists() else folder
    with TemporaryDirectory(prefix="cpp-corpus-") as home:
        environment = _environment(home)
        where = ("rev-parse", "--is-shallow-repository", "HEAD", "--git-path", "objects")
        said = _said(folder, (*_GIT, f"--git-dir={git_folder}", *where), environment)
        shallow, head, objects = os.fsdecode(said).removesuffix("\n").split("\n", 2)
        if shallow == "true":
            problem = "this clone has only the end of its history, so the dates of its oldest pages are not known"
            raise InputError(problem, path=folder, hint=f"git -C {folder} fetch --unshallow")
        own = f"{home}/repository"
        kind = ("--object-format=sha256",) if len(head) == _SHA256 else ()
        _said(folder, (*_GIT, "init", "-q", "--bare", "--template=", *kind, own), environment)
        environment["GIT_OBJECT_DIRECTORY"] = os.path.abspath(objects)  # noqa: PTH100 - links stay as they are
        yield Objects(folder, head, (*_GIT, f"--git-dir={own}"), environment)


# ---------------------------------------------------------------------------------------------------------------------

_PIECE = 1 << 16
_SHA256 = 64  # hexadecimal digits of an object name
_WHOLE = "clone it again without --filter and --depth; git fsck lists what is missing"

_GIT = (
    "git",
    "--no-replace-objects",
    "--no-pager",
    *(
        part
        for setting in (
            f"core.hooksPath={os.devnull}",
            f"core.attributesFile={os.devnull}",
            "core.fsmonitor=false",
            "protocol.allow=never",
        )
        for part in ("-c", setting)
    ),
)
"""Git with all settings that run programs turned off, in case one of its versions reads more configuration."""


def _environment(home: str) -> dict[str, str]:
    """The environment of git: no configuration of system or user, no network, no prompts."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "HOME": home,
        "LC_ALL": "C",
        "XDG_CONFIG_HOME": home,
    }


def _said(folder: Path, command: tuple[str, ...], environment: Mapping[str, str]) -> bytes:
    try:
        done = subprocess.run(command, capture_output=True, env=environment, check=False)  # noqa: S603 - the arguments are ours
    except FileNotFoundError as error:
        hint = "install git, or name a folder of texts"
        raise InputError("reading a clone needs the program git", path=folder, hint=hint) from error
    if done.returncode:
        raise _unreadable(folder, done.stderr)
    return done.stdout


def _unreadable(folder: Path, said: bytes) -> InputError:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    why = next((line for line in lines if line.startswith(("fatal: ", "error: "))), "it ended early")
    if "unknown revision" in why or "ambiguous argument 'HEAD'" in why:
        return InputError("this clone has no commit", path=folder, hint="name a clone with a history")
    return InputError(f"git cannot read this clone: {why}", path=folder, hint=_WHOLE)


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # noqa: S101 - always requested as a pipe
    return stream

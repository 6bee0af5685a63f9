"""The errors of the library: one root, and one class for each thing that can stop the work.

Problems *in* the input that leave the rest readable are not errors but values,
:class:`cpp_corpus.Finding`. An exception stops the work; its message says where, what was expected and what to do.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from os import PathLike, fspath
from typing import TypeVar

__all__ = [
    "LINK_TO_NOTHING",
    "AmbiguousReference",
    "ArgumentError",
    "CitationError",
    "CorpusError",
    "EngineError",
    "ExtensionError",
    "InputError",
    "MissingExtraError",
    "NotationError",
    "NumberError",
    "OutputError",
    "RangeError",
    "TextError",
    "described",
    "expect",
    "expect_all",
    "expect_at_least",
    "expect_path",
    "shortened",
]


Item = TypeVar("Item")


def shortened(path: str) -> str:
    """A path as it is printed: without its middle where it is longer than any that a system opens in one piece.

    >>> shortened("pages/1.md"), len(shortened("d/" * 5000 + "1.md")), shortened("d/" * 5000 + "1.md")[-6:]
    ('pages/1.md', 201, 'd/1.md')
    """
    return path if len(path) <= _LONGEST else f"{path[: _SHOWN - 20]}…{path[-_SHOWN - 20 :]}"


_LONGEST = 1024
_SHOWN = 100  # characters at each end, some more of the end


class CorpusError(Exception):
    """Root of every error that the library raises."""


class InputError(CorpusError):
    """An input that cannot be read at all.

    ``message`` says what was found and what was expected, ``path`` and ``line`` (1-based, or ``None``) where; ``hint``
    says what to do.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | PathLike[str] | None = None,
        line: int | None = None,
        hint: str | None = None,
    ) -> None:
        self.path = None if path is None else fspath(path)
        self.line = line
        self.hint = hint
        where = "" if self.path is None else shortened(self.path) + (f":{line}" if line else "") + ": "
        super().__init__(where + message + (f" ({hint})" if hint else ""))


class RangeError(InputError, ValueError):
    """An argument that is too small or too large."""


class OutputError(CorpusError):
    """An output that cannot be written."""


class EngineError(CorpusError):
    """Workers that cannot be started or reached: those of this machine, or of a cluster."""


class ExtensionError(CorpusError):
    """What another package or a program adds to a table of this one, and that cannot be used: ``docs/extending.md``."""


class NotationError(CorpusError, ValueError):
    """A text that does not follow its notation: of locators, paths of divisions, ids or numbers."""


class ArgumentError(CorpusError, TypeError):
    """An argument of another type than the expected one."""


class TextError(ArgumentError):
    """Something that is no text where one was expected: ``None``, bytes."""


class NumberError(NotationError):
    """A text that is not an article number."""


class CitationError(CorpusError, ValueError):
    """A citation whose number, act or day cannot be read.

    ``problem`` says what is wrong, ``span`` where in ``text``; the message shows the place below the text. ``act`` is
    the name of an act that is not known, ``None`` where something else is wrong.
    """

    def __init__(self, problem: str, text: str, span: tuple[int, int], act: str | None = None) -> None:
        self.problem = problem
        self.text = text
        self.span = span
        self.act = act
        start, end = span
        shown = "".join(char if char.isprintable() else " " for char in text)
        super().__init__(f"{problem}\n    {shown}\n    {' ' * start}{'~' * (end - start - 1)}^")

    def __reduce__(self) -> tuple[type[CitationError], tuple[str, str, tuple[int, int], str | None]]:
        return CitationError, (self.problem, self.text, self.span, self.act)


class AmbiguousReference(CorpusError, LookupError):  # noqa: N818 - the name is the published interface
    """A ``number`` that several articles have; ``candidates`` holds their ids."""

    def __init__(self, number: str, candidates: Sequence[str]) -> None:
        self.number = number
        self.candidates = tuple(candidates)
        shown = ", ".join(self.candidates[:5]) + (", …" if len(self.candidates) > 5 else "")
        super().__init__(f"{number!r} means several articles: {shown}; use one of these ids: corpus[ID]")


class MissingExtraError(CorpusError):
    """A ``feature`` (named in words) needs optional packages, those of ``extra``, that are not installed.

    ``command`` installs them; empty where the package is not installed itself.
    """

    def __init__(self, feature: str, extra: str) -> None:
        self.extra = extra
        packages = "".join(f" '{package}'" for package in _packages(extra))
        self.command = f"pip install{packages}" if packages else ""
        how = f": {self.command}" if packages else ""
        super().__init__(f"{feature} needs the extra {extra!r} of cpp-corpus{how}")


def expect(name: str, value: object, *kinds: type) -> None:
    """``ArgumentError`` where the argument ``name`` is of none of the ``kinds``; ``TextError`` where text is expected.

    >>> expect("query", None, str)
    Traceback (most recent call last):
    cpp_corpus.errors.TextError: query: expected text, got None
    """
    if not isinstance(value, kinds) or (isinstance(value, bool) and int in kinds and bool not in kinds):
        error = TextError if kinds[0] is str else ArgumentError
        advice = "; decode it: data.decode('utf-8')" if str in kinds and isinstance(value, (bytes, bytearray)) else ""
        wanted = " or ".join(_named(kind) for kind in kinds if kind is not type(None))
        raise error(f"{name}: expected {wanted}, got {'None' if value is None else type(value).__name__}{advice}")


def expect_at_least(least: int, name: str, value: object) -> None:
    """``RangeError`` where a number is smaller, ``ArgumentError`` where it is none.

    >>> expect_at_least(1, "jobs", 0)
    Traceback (most recent call last):
    cpp_corpus.errors.RangeError: jobs: must be at least 1, got 0
    """
    expect(name, value, int)
    if isinstance(value, int) and value < least:
        raise RangeError(f"{name}: must be at least {least}, got {value}")


def expect_all(name: str, values: Iterable[Item], *kinds: type) -> tuple[Item, ...]:
    """The ``values`` of an iterable argument; ``ArgumentError`` where it is none, is a single text, or one is wrong.

    >>> expect_all("ids", ["code-x/1", 5], str)
    Traceback (most recent call last):
    cpp_corpus.errors.TextError: ids[1]: expected text, got int
    """
    given: object = values
    if isinstance(given, (str, bytes, bytearray)) or not isinstance(given, Iterable):
        what = _named(kinds[0])
        got = "None" if given is None else type(given).__name__
        raise ArgumentError(f"{name}: expected a list or another iterable, each item {what}, got {got}")
    found = tuple(values)
    for at, value in enumerate(found):
        if not isinstance(value, kinds):
            expect(f"{name}[{at}]", value, *kinds)
    return found


def expect_path(path: str | PathLike[str], hint: str | None = None) -> None:
    """``InputError`` where nothing at ``path`` could be read: it is not there, its name is too long, links go round.

    >>> expect_path("nowhere.md")
    Traceback (most recent call last):
    cpp_corpus.errors.InputError: nowhere.md: there is no such file or folder
    """
    if fspath(path) == "":
        raise InputError("the name of a path is empty", hint="the current folder is “.”")
    try:
        os.stat(path)  # noqa: PTH116 - Path fails for some of the names that no file can have
    except (FileNotFoundError, NotADirectoryError) as error:
        is_link = os.path.islink(path)  # noqa: PTH114 - as above
        what = f"is {LINK_TO_NOTHING}" if is_link else "there is no such file or folder"
        raise InputError(what, path=path, hint=hint) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", path=path, hint=hint) from error
    except ValueError as error:
        raise InputError("is no name that a file can have", path=path, hint=hint) from error


LINK_TO_NOTHING = "a link to something that does not exist"
"""What messages say of such a link."""

_KINDS: dict[type, str] = {
    str: "text", date: "a date", PathLike: "a path", int: "an integer", float: "a number", object: "a value",
    Iterable: "a list or another iterable",
}  # fmt: skip
"""Types as messages name them."""


def _named(kind: type) -> str:
    name = kind.__name__
    return _KINDS.get(kind, f"{'an' if name[:1] in 'AEIOU' else 'a'} {name}")


def described(error: BaseException) -> str:
    """An exception that is none of ours in one line, with its notes: in which format, rule, step or check.

    >>> described(ValueError("no number"))
    'ValueError: no number'
    """
    message = " ".join(str(error).split())
    notes = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
    return f"{type(error).__name__}{message and ': '}{message}{notes}"


def _packages(extra: str) -> list[str]:
    """The requirements of an extra, as pip takes them, wherever the package itself was installed from."""
    from importlib.metadata import PackageNotFoundError, requires  # noqa: PLC0415 - slow, and rarely asked for

    wanted = f'extra == "{extra}"'
    try:
        rows = [row.replace("'", '"').partition(";") for row in requires("cpp-corpus") or ()]
    except PackageNotFoundError:  # run from its source, never installed
        rows = []
    return [package.strip() for package, _, marker in rows if marker.strip() == wanted]

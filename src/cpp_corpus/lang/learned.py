"""Facts of codes that a user's corpus has taught, beside those of the package.

They are in a file that the environment variable ``CPP_CORPUS_TABLES`` names, which ``cpp-corpus tables update`` writes:
JSON that can be edited by hand.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from cpp_corpus.errors import ExtensionError, InputError

__all__ = ["VARIABLE", "LearnedAct", "LearnedError", "learned_acts", "learned_file", "read_learned", "written"]

VARIABLE = "CPP_CORPUS_TABLES"
"""The environment variable that names the file."""


class LearnedError(InputError, ExtensionError):
    """The file cannot be used; this ends a run, since it is the fault of none of the texts."""


class LearnedAct(NamedTuple):
    """What a corpus has taught of a code."""

    id: str
    title: str
    day: date
    """The day of the law of which its numbers are."""
    source: str
    """What it was learned from, in words."""
    numbers: tuple[str, ...]
    """Normalised numbers of its articles."""


def learned_file() -> Path | None:
    """The file that the environment names; ``None`` where it names none."""
    name = os.environ.get(VARIABLE)
    return Path(name) if name else None


def learned_acts() -> Mapping[str, LearnedAct]:
    """What that file has, by the id of the act; ``LearnedError`` where it cannot be read."""
    path = learned_file()
    return {} if path is None else _read_once(path)


def read_learned(path: Path) -> Mapping[str, LearnedAct]:
    """What a file has; ``LearnedError`` where it is not one that :func:`written` made."""
    try:
        data = orjson.loads(path.read_bytes())
    except OSError as error:
        raise LearnedError(error.strerror or str(error), path=path, hint=_HINT) from error
    except orjson.JSONDecodeError as error:
        raise LearnedError(f"is no table of codes: {error}", path=path, hint=_HINT) from error
    try:
        if data["format"] != _FORMAT or data["schema_version"] != _VERSION:
            raise LearnedError("is no table of codes of this version", path=path, hint=_HINT)
        acts = [_act(row) for row in data["acts"]]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LearnedError(f"is no table of codes: {type(error).__name__}: {error}", path=path, hint=_HINT) from error
    return {act.id: act for act in acts}


def written(acts: Mapping[str, LearnedAct]) -> bytes:
    """The file of these acts; equal acts give equal bytes.

    >>> act = LearnedAct("code-x", "Code X", date(2025, 1, 1), "a mirror", ("1", "2"))
    >>> b'"numbers": "1 2"' in written({"code-x": act})
    True
    """
    rows = [
        {"id": act.id, "title": act.title, "day": act.day, "source": act.source, "numbers": " ".join(act.numbers)}
        for _, act in sorted(acts.items())
    ]
    data = {"format": _FORMAT, "schema_version": _VERSION, "acts": rows}
    return orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


# ---------------------------------------------------------------------------------------------------------------------

_FORMAT = "cpp-corpus tables"
_VERSION = 1
_HINT = f"write it with cpp-corpus tables update, or unset {VARIABLE}"


@lru_cache(maxsize=4)
def _read_once(path: Path) -> Mapping[str, LearnedAct]:
    return read_learned(path)


def _act(row: Mapping[str, Any]) -> LearnedAct:
    texts = [row[name] for name in ("id", "title", "source", "numbers")]
    if not all(isinstance(text, str) and text for text in texts):
        raise ValueError("id, title, source and numbers are texts")
    ident, title, source, numbers = texts
    return LearnedAct(ident, title, date.fromisoformat(row["day"]), source, tuple(dict.fromkeys(numbers.split())))

"""The formats that can be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from cpp_corpus.errors import OutputError
from cpp_corpus.export.base import Exportable
from cpp_corpus.export.json import write_json

__all__ = ["EXPORTERS", "known_formats"]

EXPORTERS: Mapping[str, Callable[[Exportable, Path], tuple[dict[str, int], dict[str, int]]]] = {
    "json": write_json,
}
"""By name: a function that writes what it is given to a folder, and returns counts and references by state."""


def known_formats(names: Sequence[str]) -> tuple[str, ...]:
    """The names, each once; ``OutputError`` for one that is no format."""
    names = (names,) if isinstance(names, str) else names
    for name in names:
        if name not in EXPORTERS:
            raise OutputError(f"there is no export format {name!r}; there are: {', '.join(sorted(EXPORTERS))}")
    if not names:
        raise OutputError(f"no export format was named; there are: {', '.join(sorted(EXPORTERS))}")
    return tuple(dict.fromkeys(names))

"""Public names of a module that are imported when first used, so that programs that need few of them start quickly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["lazily"]


def lazily(module: str, namespace: dict[str, Any], homes: Mapping[str, str]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a module.

    ``module`` is its name and ``namespace`` its ``globals()``, where each name is kept after its first use; ``homes``
    maps each defining module to its names, separated by spaces. ``AttributeError`` for any other name.

    >>> names = {}
    >>> get = lazily("here", names, {"math": "floor ceil"})
    >>> get("floor")(2.5), list(names)
    (2, ['floor'])
    """
    home = {name: where for where, names in homes.items() for name in names.split()}

    def get(name: str) -> Any:
        if name not in home:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        namespace[name] = getattr(import_module(home[name]), name)
        return namespace[name]

    return get

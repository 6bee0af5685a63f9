"""Names of a package that are imported when they are first asked for, so that what needs few of them starts quickly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["lazily"]


def lazily(module: str, namespace: dict[str, Any], homes: Mapping[str, str]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a module.

    ``module`` is its name and ``namespace`` its ``globals()``, where each name is kept once it was asked for; ``homes``
    are the names, parted by spaces, of each module that has them.

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

"""How a record is shown in a notebook: the views are in :mod:`cpp_corpus.notebook.views`, imported at the first one."""

from __future__ import annotations

from importlib import import_module

__all__ = ["shown"]


def shown(thing: object) -> str | None:
    """A record as HTML, by the view of its class or of the nearest class above it; ``None`` where there is none.

    >>> shown(5)
    """
    views = import_module("cpp_corpus.notebook.views").VIEWS
    view = next((views[kind.__name__] for kind in type(thing).__mro__ if kind.__name__ in views), None)
    return None if view is None else str(view(thing))

"""What an engine does where a worker dies: the work is done again, and what ends its worker each time is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar, runtime_checkable

from cpp_corpus.errors import EngineError
from cpp_corpus.table import WithTables

__all__ = ["Recoverable", "recovered"]

Item = TypeVar("Item")
Result = TypeVar("Result")


@runtime_checkable
class Recoverable(Protocol):
    """Work that knows what stands for the result of an item whose worker died each time."""

    def parts(self, item: Any, /) -> Sequence[Any]:
        """Smaller items whose results, joined, are the result of ``item``; the item itself where it has no parts."""

    def joined(self, results: Sequence[Any], /) -> Any:
        """The result of an item from those of its parts."""

    def lost(self, item: Any, /) -> Any:
        """What stands for the result of an item without parts."""


def recovered(
    work: Callable[[Item], Result], item: Item, alone: Callable[[Any], tuple[Result] | None], *, again: bool = True
) -> Result:
    """The result of an ``item`` that may have been the one whose worker died.

    ``alone(item)`` runs the work on an item that no other shares its worker with; it gives ``None`` where that worker
    dies. With ``again`` an item may end two workers before it is left out. ``EngineError`` where the ``work`` is not
    :class:`Recoverable`, so that nothing can stand for its result.
    """
    found = alone(item)
    if found is None and again:
        found = alone(item)
    if found is not None:
        return found[0]
    inner = work.work if isinstance(work, WithTables) else work
    if not isinstance(inner, Recoverable):
        raise EngineError(
            f"a worker process died while it read {item}, and again when that was repeated; "
            "leave it out, or give the process more memory"
        )
    parts = inner.parts(item)
    if len(parts) == 1:
        return inner.lost(parts[0])
    return inner.joined([recovered(work, part, alone, again=again) for part in parts])

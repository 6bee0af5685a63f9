"""Sequences whose items are made or read when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

__all__ = ["OnDemand"]

Item = TypeVar("Item")


class OnDemand(Sequence[Item], Generic[Item]):
    """A sequence whose items are read when they are asked for; equal to any sequence of equal items.

    >>> squares = OnDemand(range(1, 4), lambda number: number**2)
    >>> squares[-1], list(squares[1:]), squares == (1, 4, 9), hash(squares) == hash((1, 4, 9))
    (9, [4, 9], True, True)
    """

    def __init__(self, places: Sequence[int], read: Callable[[int], Item]) -> None:
        """``read`` gives the item of a place."""
        self._places = places
        self._read = read

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        if isinstance(at, slice):
            return OnDemand(self._places[at], self._read)
        return self._read(self._places[at])

    def __iter__(self) -> Iterator[Item]:
        return map(self._read, self._places)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (OnDemand, tuple, list)):
            return NotImplemented
        return self is other or (len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True)))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<{len(self):,} items, read when asked for>"

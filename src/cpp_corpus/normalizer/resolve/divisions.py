"""Where a path of divisions leads in a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["DivisionIndex", "here"]

Path = tuple[str, ...]


class DivisionIndex:
    """The divisions of each act, by their last step."""

    def __init__(self) -> None:
        self._acts: dict[str, dict[str, list[Path]]] = {}
        self._known: dict[str, set[Path]] = {}

    def add(self, act: str, path: Path) -> None:
        """The divisions of one article, outer to inner, as steps (``livre.iv``)."""
        known = self._known.setdefault(act, set())
        while path and path not in known:
            known.add(path)
            self._acts.setdefault(act, {}).setdefault(path[-1], []).append(path)
            path = path[:-1]

    def has(self, act: str) -> bool:
        """Whether the divisions of that act are known."""
        return act in self._acts

    def find(self, act: str, steps: Sequence[str], near: Path = ()) -> list[Path]:
        """The divisions that ``steps`` may name, outer to inner, levels left out allowed.

        Of several, those that share most with ``near``, the way to the article that speaks.
        """
        found = [path for path in self._acts.get(act, {}).get(steps[-1], ()) if _follows(path, steps)]
        if len(found) < 2:
            return found
        shared = [_shared(path, near) for path in found]
        return [path for path, much in zip(found, shared, strict=True) if much == max(shared)]


def here(steps: Sequence[str], near: Path) -> Path | None:
    """``steps`` with ``kind.present`` replaced by the divisions in which the article stands.

    ``None`` where it stands in none of that kind, or where a step is told by its neighbour ("précédent").
    """
    made: Path = ()
    for step in steps:
        kind, _, number = step.partition(".")
        if number == "present":
            inside = next((at for at, own in enumerate(near) if own.partition(".")[0] == kind), None)
            if inside is None:
                return None
            made = near[: inside + 1]
        elif number in {"precedent", "suivant"}:
            return None
        else:
            made = (*made, step)
    return made


def _follows(path: Path, steps: Iterable[str]) -> bool:
    """Whether the steps stand in the path, in their order."""
    rest = iter(path)
    return all(step in rest for step in steps)


def _shared(path: Path, near: Path) -> int:
    return next((at for at, (a, b) in enumerate(zip(path, near, strict=False)) if a != b), min(len(path), len(near)))

"""Where a path of divisions leads in a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from cpp_corpus.lang.roman import from_roman

__all__ = ["DivisionIndex", "ends", "here"]

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
            self._acts.setdefault(act, {}).setdefault(_key(path[-1]), []).append(path)
            path = path[:-1]

    def has(self, act: str) -> bool:
        """Whether the divisions of that act are known."""
        return act in self._acts

    def find(self, act: str, steps: Sequence[str], near: Path = ()) -> list[Path]:
        """The divisions that ``steps`` may name, outer to inner, levels left out allowed.

        Of several, those that share most with ``near``, the way to the article that speaks.
        """
        found = [path for path in self._acts.get(act, {}).get(_key(steps[-1]), ()) if _follows(path, steps)]
        if len(found) < 2:
            return found
        shared = [_shared(path, near) for path in found]
        return [path for path, much in zip(found, shared, strict=True) if much == max(shared)]


def here(steps: Sequence[str], near: Path) -> Path | None:
    """``steps`` with ``kind.present`` replaced by the divisions in which the article stands.

    ``None`` where it stands in none of that kind, or where a step is told by others ("précédent", "même").
    """
    made: Path = ()
    for step in steps:
        kind, _, number = step.partition(".")
        if number == "present":
            inside = next((at for at, own in enumerate(near) if own.partition(".")[0] == kind), None)
            if inside is None:
                return None
            made = near[: inside + 1]
        elif number in {"precedent", "suivant", "same"}:
            return None
        else:
            made = (*made, step)
    return made


def ends(steps: Path) -> list[Path]:
    """The two ends of a range of divisions (``titre.ii..iv``); what is no range as it is.

    >>> ends(("livre.i", "titre.ii..iv"))
    [('livre.i', 'titre.ii'), ('livre.i', 'titre.iv')]
    """
    first, dots, last = steps[-1].partition("..")
    if not dots:
        return [steps]
    kind = first.partition(".")[0]
    return [(*steps[:-1], first), (*steps[:-1], f"{kind}.{last}")]


@lru_cache(maxsize=1 << 14)
def _key(step: str) -> str:
    """A step with its numeral in digits: ``titre.viii`` and ``titre.8`` name one division.

    >>> _key("titre.viii-bis"), _key("partie-legislative"), _key("section.preliminaire")
    ('titre.8-bis', 'partie-legislative', 'section.preliminaire')
    """
    kind, dot, number = step.partition(".")
    head, dash, rest = number.partition("-")
    return f"{kind}{dot}{from_roman(head) or head}{dash}{rest}"


def _follows(path: Path, steps: Iterable[str]) -> bool:
    """Whether the steps stand in the path, in their order."""
    rest = map(_key, path)
    return all(_key(step) in rest for step in steps)


def _shared(path: Path, near: Path) -> int:
    return next((at for at, (a, b) in enumerate(zip(path, near, strict=False)) if a != b), min(len(path), len(near)))

"""The short form of a target read back: ``code-penal/421-1#II/al2``."""

from __future__ import annotations

from typing import Any

from cpp_corpus.model.reference import ReferenceKind

__all__ = ["target_fields"]


def target_fields(kind: ReferenceKind, target: str) -> dict[str, Any]:
    """The fields of a reference of ``kind`` whose ``Reference.target`` is ``target``.

    >>> target_fields(ReferenceKind.ARTICLE, "code-penal/421-1..421-3#II")
    {'act': 'code-penal', 'article': '421-1', 'to': '421-3', 'open': False, 'locator': 'II'}
    >>> target_fields(ReferenceKind.DIVISION, "?:livre.iv")
    {'act': None, 'division': 'livre.iv', 'locator': None}
    """
    if kind is ReferenceKind.ACT:
        return {"act": _known(target)}
    place, _, locator = target.partition("#")
    if kind is ReferenceKind.DIVISION:
        act, _, division = place.rpartition(":")
        return {"act": _known(act), "division": division or None, "locator": locator or None}
    act, _, number = place.rpartition("/")
    first, dots, last = number.partition("..")
    return {
        "act": _known(act),
        "article": _known(first),
        "to": last or None,
        "open": bool(dots) and not last,
        "locator": locator or None,
    }


# ---------------------------------------------------------------------------------------------------------------------


def _known(part: str) -> str | None:
    return None if part in {"", "?"} else part

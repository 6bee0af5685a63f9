"""metslesliens on the texts of a file: ``python tool_metslesliens.py TEXTS.json OUT.json``, with its own Python.

Its "structuré-index" format is flattened to articles, each with the text that it belongs to.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from metslesliens import donnelescandidats  # type: ignore[import-not-found]


def read(text: str) -> list[dict[str, Any]]:
    """The articles that it finds."""
    return [claim for candidate in donnelescandidats(text, "structuré-index") for claim in claims(candidate)]


def claims(candidate: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The articles of one candidate: a number, a pair of them for a range, or a list of both."""
    act = _act(candidate.get("texte"))
    for member in _members(candidate.get("article", [])):
        first, last = (member, member) if isinstance(member[0], int) else member
        yield {
            "start": first[0],
            "end": last[0] + len(last[1]),
            "first": first[1],
            "last": None if first is last else last[1],
            "act": act,
        }
    if act:  # a mention, for "du même code"
        start, end = candidate["index"]
        yield {"start": start, "end": end, "first": None, "last": None, "act": act}


def _members(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        yield value
    else:
        for part in value:
            yield from _members(part)


def _act(text: dict[str, Any] | None) -> dict[str, Any] | None:
    if not text:
        return None
    name = text["nom"][1]
    relative = text["relatif"][1] if "relatif" in text else ""
    number = (text.get("numero") or text.get("date") or (0, None))[1]
    bare = number is None and " " not in name.strip() and name != "Constitution"  # "dudit code"
    return {
        "present": relative.startswith("présent"),
        "same": bare and not relative.startswith("présent"),
        "legitext": None,
        "name": name,
        "nature": name.split()[0].upper(),
        "number": number,
    }


if __name__ == "__main__":
    inputs = [row["text"] for row in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))]
    for one in inputs[:200]:
        read(one)
    start = time.process_time()
    found = [read(one) for one in inputs]
    seconds = time.process_time() - start
    Path(sys.argv[2]).write_text(json.dumps({"seconds": seconds, "found": found}), encoding="utf-8")

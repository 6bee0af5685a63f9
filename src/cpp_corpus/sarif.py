"""SARIF 2.1.0 (Static Analysis Results Interchange Format, OASIS 2020), which code-review tools read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import orjson

__all__ = ["sarif_location", "sarif_log", "sarif_rule"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def sarif_log(rules: Sequence[dict[str, Any]], results: Sequence[dict[str, Any]], version: str) -> bytes:
    """The log of one run of this program, of ``version``; columns are characters."""
    run = {
        "tool": {"driver": {"name": "cpp-corpus", "version": version, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return orjson.dumps(log, option=orjson.OPT_INDENT_2) + b"\n"


def sarif_rule(name: str, title: str, advice: str, level: str) -> dict[str, Any]:
    """A rule with its title in one line, what to do, and its usual level: ``error``, ``warning`` or ``note``."""
    return {
        "id": name,
        "shortDescription": {"text": title},
        "help": {"text": advice},
        "defaultConfiguration": {"level": level},
    }


def sarif_location(path: str, **region: int) -> dict[str, Any]:
    """The physical location in the file ``path``; ``region`` has ``startLine`` from 1, and may have other members.

    >>> sarif_location("pages/l 3.md", startLine=3)
    {'artifactLocation': {'uri': 'pages/l%203.md'}, 'region': {'startLine': 3}}
    """
    return {"artifactLocation": {"uri": _uri(path)}, "region": region}


def _uri(path: str) -> str:
    """A path as a URI; relative paths stay relative, as reviews of a repository need them."""
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(PurePath(path).as_posix())

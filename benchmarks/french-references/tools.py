"""The table of tools: how each is installed and run. README.md says how to add one."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import adapt
from adapt import Claim
from sets import Text

from cpp_corpus import find_references

__all__ = ["TOOLS", "Tool", "command", "reason"]

HERE = Path(__file__).parent
CACHE = HERE / ".cache"

Reader = Callable[[Sequence[Text]], tuple[float, list[list[Claim]]]]
"""Seconds of processor time for all texts, after a warm-up, and what was found in each."""


class Tool(NamedTuple):
    """A tool that is ready to read."""

    title: str
    """Its name and version."""
    read: Reader


def this_project() -> Tool:
    """The recogniser of this checkout."""

    def read(texts: Sequence[Text]) -> tuple[float, list[list[Claim]]]:
        for text in texts[:200]:
            find_references(text.text, act=text.act, article=text.article)
        start = time.process_time()
        found = [find_references(text.text, act=text.act, article=text.article) for text in texts]
        return time.process_time() - start, [adapt.ours(references) for references in found]

    return Tool("this project", read)


def metslesliens() -> Tool:
    """Metslesliens of PyPI, in a venv of its own."""
    python = CACHE / "venv" / "bin" / "python"
    if not (CACHE / "venv" / "metslesliens").exists():
        _run(sys.executable, "-m", "venv", str(CACHE / "venv"))
        _run(str(python), "-m", "pip", "install", "--quiet", "metslesliens==1.3.0")
        (CACHE / "venv" / "metslesliens").touch()
    return Tool("metslesliens 1.3.0", _outside(adapt.theirs, str(python), str(HERE / "tool_metslesliens.py")))


def tisseuse() -> Tool:
    """The recogniser of tisseuse, of npm, run by the Node 22 of npm."""
    packages = CACHE / "node" / "node_modules"
    package, node = packages / "@tricoteuses" / "tisseuse", packages / "node" / "bin" / "node"
    if not (package.exists() and node.exists()):
        wanted = ("node@22", "@tricoteuses/tisseuse@0.12.7")
        _run("npm", "install", "--no-audit", "--no-fund", "--prefix", str(CACHE / "node"), *wanted)
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    return Tool(f"tisseuse {version}", _outside(adapt.theirs, str(node), str(HERE / "tool_tisseuse.mjs"), str(package)))


TOOLS: dict[str, Callable[[], Tool]] = {
    "this project": this_project,
    "metslesliens": metslesliens,
    "tisseuse": tisseuse,
}
"""By name; each is prepared (installed, if need be) when it is called."""


def command(name: str, line: str) -> Callable[[], Tool]:
    """A tool that is any program: ``line TEXTS.json OUT.json``; README.md has the two files."""
    return lambda: Tool(name, _outside(adapt.plain, *shlex.split(line)))


def reason(error: Exception) -> str:
    """Why a tool could not be measured."""
    said = str(getattr(error, "stderr", "") or error).strip().splitlines()
    return said[-1] if said else type(error).__name__


# ---------------------------------------------------------------------------------------------------------------------


def _outside(adapted: Callable[[Sequence[dict[str, Any]], str | None], list[Claim]], *line: str) -> Reader:
    """A reader that is another program."""

    def read(texts: Sequence[Text]) -> tuple[float, list[list[Claim]]]:
        given, out = CACHE / "texts.json", CACHE / "found.json"
        CACHE.mkdir(exist_ok=True)
        rows = [{"text": text.text, "act": text.act, "article": text.article} for text in texts]
        given.write_text(json.dumps(rows), encoding="utf-8")
        _run(*line, str(given), str(out))
        answer = json.loads(out.read_text(encoding="utf-8"))
        return answer["seconds"], [adapted(raw, text.act) for raw, text in zip(answer["found"], texts, strict=True)]

    return read


def _run(*line: str) -> None:
    CACHE.mkdir(exist_ok=True)
    subprocess.run(line, check=True, capture_output=True, text=True, timeout=1800)  # noqa: S603 - our own commands

"""The checks on real law, which lie beside the repository and are run as they are."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

__all__ = ["SHARED", "run"]

SHARED = Path(__file__).parents[2] / "shared"
"""The data and checks beside the repository; absent elsewhere."""

_NUMBER = r"(\d+\.\d+)"


def run(shared: Path = SHARED) -> dict[str, float]:
    """Every check in turn, its output shown; the figures it prints, the higher the better."""
    figures: dict[str, float] = {}
    for script, arguments, read in _CHECKS:
        path = shared / "eval" / script
        if not path.exists():
            continue
        print(f"\n{script}", flush=True)
        command = [sys.executable, str(path), *(str(shared / argument) for argument in arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own checks
        print(done.stdout + (done.stderr[-2000:] if done.returncode else ""), end="")
        group = path.stem
        found = {f"{group}.{name}": value for name, value in read(done.stdout)}
        figures |= found or {f"{group}.ran": 0.0}  # a check that breaks says nothing, and must not pass
    return figures


def _conservation(output: str) -> Iterator[tuple[str, float]]:
    if match := re.search(r"(\d+) files, (\d+) differ", output):
        files, differ = map(int, match.groups())
        yield "files.kept", (files - differ) / (files or 1)


def _dumps(output: str) -> Iterator[tuple[str, float]]:
    for match in re.finditer(
        rf"^(\S+) +articles +(\d+) +found {_NUMBER}.* right {_NUMBER} .*wrong +(\d+) +state {_NUMBER}",
        output,
        re.MULTILINE,
    ):
        name, articles, found, right, wrong, state = match.groups()
        yield f"{name}.found", float(found)
        yield f"{name}.right", float(right)
        yield f"{name}.not_wrong", 1 - int(wrong) / int(articles)
        yield f"{name}.state", float(state)


def _links(output: str) -> Iterator[tuple[str, float]]:
    for group, right in re.findall(rf"^(same act|other act|all) +links.*?right {_NUMBER}", output, re.MULTILINE):
        yield f"{group.replace(' ', '_')}.right", float(right)
    if match := re.search(rf"given to a code all the same {_NUMBER}", output):
        yield "not_given_to_a_code", 1 - float(match[1])


def _references(output: str) -> Iterator[tuple[str, float]]:
    for kind, precision, recall, f1 in re.findall(
        rf"^(\w+) +gold.*precision {_NUMBER} +recall {_NUMBER} +F1 {_NUMBER}", output, re.MULTILINE
    ):
        yield f"{kind}.precision", float(precision)
        yield f"{kind}.recall", float(recall)
        yield f"{kind}.f1", float(f1)
    for name, value in re.findall(rf"(locator|via|relation) equal {_NUMBER}", output):
        yield name, float(value)


_CHECKS: tuple[tuple[str, tuple[str, ...], Callable[[str], Iterator[tuple[str, float]]]], ...] = (
    ("conservation.py", ("seeds",), _conservation),
    ("dumps.py", (), _dumps),
    ("links.py", (), _links),
    ("references.py", (), _references),
)

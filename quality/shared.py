"""The checks on real law, which lie beside the repository and are run as they are."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

__all__ = ["SHARED", "run"]

SHARED = Path(__file__).parents[2] / "shared"
"""The data and checks beside the repository; absent elsewhere."""

_NUMBER = r"(\d+\.\d+)"


def run(shared: Path = SHARED) -> dict[str, float]:
    """Every check in turn, its output shown; the figures it prints, the higher the better."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        mirror = Path(folder, "mirror")
        _unpack(shared / "data", mirror)
        for check in _CHECKS:
            path = shared / "eval" / check.script
            if not path.exists():
                continue
            given = [argument.format(shared=shared, mirror=mirror) for argument in check.arguments]
            print(f"\n{check.script} {' '.join(check.arguments)}", flush=True)
            done = subprocess.run([sys.executable, str(path), *given], capture_output=True, text=True, check=False)  # noqa: S603 - our own checks
            print(done.stdout + (done.stderr[-2000:] if done.returncode else ""), end="")
            found = {f"{check.group}.{name}": value for name, value in check.read(done.stdout)}
            figures |= found or {f"{check.group}.ran": 0.0}  # a check that breaks says nothing, and must not pass
    return figures


def _unpack(data: Path, mirror: Path) -> None:
    """The acts of the mirror of which there are dumps."""
    dumps = [path.name.removesuffix(".truth.jsonl") for path in (data / "dumps").glob("*.truth.jsonl")]
    with tarfile.open(data / "mirror-dev.tar.xz") as pages:
        for page in pages:
            act = page.name.partition("/")[0]
            if any(f"{name}-".startswith(f"{act}-") for name in dumps):
                pages.extract(page, mirror, filter="data")


def _conservation(output: str) -> Iterator[tuple[str, float]]:
    if match := re.search(r"(\d+) files, (\d+) differ", output):
        files, differ = map(int, match.groups())
        yield "files.kept", (files - differ) / (files or 1)


def _dumps(output: str) -> Iterator[tuple[str, float]]:
    for match in re.finditer(
        rf"^(\S+) +articles +(\d+) +found {_NUMBER}.* right {_NUMBER} .*wrong +(\d+) +state {_NUMBER}"
        r".* in section (\d+)/(\d+)",
        output,
        re.MULTILINE,
    ):
        name, articles, found, right, wrong, state, placed, numbered = match.groups()
        yield f"{name}.found", float(found)
        yield f"{name}.right", float(right)
        yield f"{name}.not_wrong", 1 - int(wrong) / int(articles)
        yield f"{name}.state", float(state)
        yield f"{name}.in_section", int(placed) / (int(numbered) or 1)


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


class _Check(NamedTuple):
    """One run of a script; ``{shared}`` and ``{mirror}`` in its arguments are folders."""

    group: str
    """First word of its figures."""
    script: str
    arguments: tuple[str, ...]
    read: Callable[[str], Iterator[tuple[str, float]]]


_CHECKS = (
    _Check("conservation", "conservation.py", ("{shared}/seeds",), _conservation),
    _Check("dumps", "dumps.py", (), _dumps),
    _Check(
        "dumps-dated",
        "dumps.py",
        ("--only", "code-penal", "--reference", "{shared}/data/code-penal-history.jsonl.xz"),
        _dumps,
    ),
    _Check("dumps-undated", "dumps.py", ("--only", "code-", "--reference", "{mirror}"), _dumps),
    _Check("links", "links.py", (), _links),
    _Check("references", "references.py", (), _references),
)

"""References gained and lost since a commit, on a fixed sample of texts."""

from __future__ import annotations

import io
import json
import lzma
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cpp_corpus import load
from quality.passages import passages
from quality.shared import SHARED

__all__ = ["Changes", "since"]

_ROOT = Path(__file__).parents[1]
_WORKER = Path(__file__).with_name("found.py")
_EACH = 38  # one article in so many of links-dev: 507 of them, from all its codes

Sample = dict[str, str | None]
Row = tuple[int, int, str, str]


@dataclass(slots=True)
class Changes:
    """What a version finds that another does not; each entry is a line to show."""

    texts: int = 0
    same: int = 0
    gained: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    """Same words, same target, another ``via`` or ``relation``."""


def since(commit: str = "HEAD") -> Changes:
    """The changes from ``commit`` to the files as they are. :raises subprocess.CalledProcessError: outside of git."""
    samples = list(_samples())
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(["git", "archive", commit, "src"], cwd=_ROOT, capture_output=True, check=True).stdout  # noqa: S603, S607
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
        before = _found(samples, Path(folder) / "src")
    return _compared(samples, before, _found(samples, _ROOT / "src"))


def _samples() -> Iterator[Sample]:
    for passage in passages():
        yield {"text": passage.text, "act": passage.act, "article": passage.article}
    for article in load(_ROOT / "fixtures" / "mirror", _ROOT / "fixtures" / "dumps").articles:
        text = "\n".join([article.text, *(note.text for note in article.notes)])
        yield {"text": text, "act": article.act, "article": str(article.number) if article.number else None}
    links = SHARED / "data" / "links-dev.jsonl.xz"
    if links.exists():
        with lzma.open(links, "rt", encoding="utf-8") as lines:
            for index, line in enumerate(lines):
                if index % _EACH == 0:
                    article_of_a_code = json.loads(line)
                    yield {name: article_of_a_code[name] for name in ("text", "act", "article")}


def _found(samples: list[Sample], source: Path) -> list[list[Row]]:
    """What the library in folder ``source`` finds in each."""
    lines = "".join(json.dumps(sample) + "\n" for sample in samples)
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(_WORKER)]
    done = subprocess.run(command, input=lines, env=environment, capture_output=True, text=True, check=True)  # noqa: S603
    return [[(a, b, c, d) for a, b, c, d in json.loads(line)] for line in done.stdout.splitlines()]


def _compared(samples: list[Sample], before: list[list[Row]], after: list[list[Row]]) -> Changes:
    changes = Changes(texts=len(samples))
    for sample, olds, news in zip(samples, before, after, strict=True):
        old, new = ({row[:3]: row[3] for row in rows} for rows in (olds, news))
        for row, manner in new.items():
            if row not in old:
                changes.gained.append(_line(sample, row, manner))
            elif old[row] != manner:
                changes.changed.append(_line(sample, row, f"{old[row]} → {manner}"))
            else:
                changes.same += 1
        changes.lost.extend(_line(sample, row, manner) for row, manner in old.items() if row not in new)
    return changes


def _line(sample: Sample, row: tuple[int, int, str], manner: str) -> str:
    start, end, target = row
    text = sample["text"] or ""
    near = f"{text[max(0, start - 60) : start]}⟦{text[start:end]}⟧{text[end : end + 40]}"
    return f"{target} ({manner})\n      {' '.join(near.split())}"

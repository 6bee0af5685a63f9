"""What the recogniser costs in two installations, side by side.

    python benchmarks/recogniser.py --with PYTHON [--texts FILE] [--articles 4000] [--turns 5]

PYTHON is that of another venv, for instance one with the compiled wheel. In each turn both read the same articles, each
in a process of its own, the one after the other and the order changing; a process takes the best of some passes, in
seconds of processor time. FILE has a JSON object with ``text``, ``act`` and ``article`` on each line, and may be
compressed (xz); without it they are those of ``links-dev`` in ``../shared``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

_LINKS = Path(__file__).parents[2] / "shared" / "data" / "links-dev.jsonl.xz"
_WORKER = """
import gc, json, lzma, sys, time

start = time.process_time()
import cpp_corpus
find = cpp_corpus.find_references
imported = time.process_time() - start

path, articles, passes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf-8") as lines:
    rows = [json.loads(line) for line in lines]
rows = rows[:: max(1, len(rows) // articles)]
gc.collect()
gc.freeze()
best = float("inf")
for _ in range(passes + 1):  # the first warms up
    start = time.process_time()
    found = sum(len(find(row["text"], act=row["act"], article=row["article"])) for row in rows)
    best = min(best, time.process_time() - start)
size = sum(len(row["text"].encode()) for row in rows) / 1e6
file = sys.modules["cpp_corpus.normalizer.recognize.grammar"].__file__
print(json.dumps([imported, best, size, found, "pure" if file.endswith(".py") else "compiled"]))
"""


class Turn(NamedTuple):
    """What one process measured."""

    imported: float
    """Seconds to import ``find_references``."""
    seconds: float
    """The best of its passes."""
    size: float
    """MB of text."""
    references: int
    build: str


def main() -> int:
    """Measure and print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--with", dest="other", metavar="PYTHON", required=True)
    parser.add_argument("--texts", type=Path, default=_LINKS, metavar="FILE")
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--passes", type=int, default=3)
    options = parser.parse_args()
    if not options.texts.is_file():
        print(f"{options.texts} is not there; --texts names another", file=sys.stderr)
        return 2
    arguments = (str(options.texts), str(options.articles), str(options.passes))
    here: list[Turn] = []
    there: list[Turn] = []
    for turn in range(options.turns):
        pair = [(sys.executable, here), (options.other, there)]
        for python, turns in pair if turn % 2 == 0 else reversed(pair):
            turns.append(_turn(python, *arguments))
    if here[0].references != there[0].references:
        print(f"{here[0].references} references here, {there[0].references} there", file=sys.stderr)
        return 1
    print(f"{here[0].references:,} references in {here[0].size:.1f} MB, {options.turns} turns\n")
    print("| build | MB/s | µs a reference | import, s |\n|---|---|---|---|")
    for turns in (here, there):
        seconds = min(turn.seconds for turn in turns)
        each = 1e6 * seconds / (turns[0].references or 1)
        imported = min(turn.imported for turn in turns)
        print(f"| {turns[0].build} | {turns[0].size / seconds:.2f} | {each:.1f} | {imported:.3f} |")
    ratios = sorted(one.seconds / other.seconds for one, other in zip(here, there, strict=True))
    print(f"\nturn by turn: × {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")
    return 0


def _turn(python: str, *arguments: str) -> Turn:
    environment = dict(os.environ)
    if python != sys.executable:
        environment.pop("PYTHONPATH", None)  # which would lead the other to this installation
    command = [python, "-c", _WORKER, *arguments]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    return Turn(*json.loads(done.stdout))


if __name__ == "__main__":
    sys.exit(main())

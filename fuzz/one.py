"""The trial of one target in a process of its own: ``python -m fuzz.one NAME FOLDER SECONDS SEED`` (by ``fuzz``).

With a folder of inputs as the last argument these are tried once, and nothing else.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from time import monotonic

from fuzz.changes import change
from fuzz.table import TARGETS
from fuzz.trial import Trial

__all__: list[str] = []

_KEPT = 400  # inputs by which coverage is measured


def _by_chance(trial: Trial, seconds: float, random: Random) -> None:
    """Try the seeds, then changes of them; a sample of the inputs is kept."""
    until = monotonic() + seconds
    seeds = trial.target.seeds()
    kept = trial.folder / "inputs"
    kept.mkdir(exist_ok=True)
    for at, data in enumerate(seeds):
        (kept / f"seed-{at}").write_bytes(data)
        trial(data)
    while monotonic() < until:
        data = change(random, random.choice(seeds), seeds, trial.target.snippets)
        for _ in range(random.choice((0, 0, 0, 1, 3))):
            data = change(random, data, seeds, trial.target.snippets)
        trial(data)
        if trial.inputs <= _KEPT or random.random() < _KEPT / trial.inputs:
            (kept / str(random.randrange(_KEPT))).write_bytes(data)


def _main() -> int:
    name, folder, *numbers = sys.argv[1:]
    trial = Trial(TARGETS[name], Path(folder))
    if len(numbers) == 1:
        for path in sorted(Path(numbers[0]).iterdir()):
            trial(path.read_bytes())
    else:
        _by_chance(trial, float(numbers[0]), Random(int(numbers[1])))
    trial.write()
    return 0


if __name__ == "__main__":
    raise SystemExit(_main())

"""The same with atheris, which follows coverage: ``python -m fuzz.guided NAME FOLDER SECONDS SEED`` (by ``fuzz``)."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["cpp_corpus"], enable_loader_override=False):
    from fuzz.changes import LARGEST, change
    from fuzz.table import TARGETS
    from fuzz.trial import PATIENCE, Trial

__all__: list[str] = []

_MEMORY = 3000  # MB


def _main() -> None:
    name, folder, seconds, seed = sys.argv[1:]
    trial = Trial(TARGETS[name], Path(folder))
    seeds = trial.target.seeds()
    kept = trial.folder / "inputs"
    kept.mkdir(exist_ok=True)
    for at, data in enumerate(seeds):
        (kept / f"seed-{at}").write_bytes(data)

    def changed(data: bytes, most: int, number: int) -> bytes:
        random = Random(number)
        if random.random() < 0.4:
            return bytes(atheris.Mutate(data, most))
        return change(random, data, seeds, trial.target.snippets)[:most]

    options = {
        "max_total_time": int(float(seconds)),
        "seed": int(seed) + 1,  # 0 would be a random one
        "max_len": LARGEST,
        "len_control": 0,
        "timeout": 3 * PATIENCE,
        "report_slow_units": 3 * PATIENCE,  # seconds that pass, which on a busy machine are many
        "rss_limit_mb": _MEMORY,
        "artifact_prefix": f"{folder}/ended-",
        "print_final_stats": 1,
    }
    arguments = [f"-{option}={value}" for option, value in options.items()]
    atheris.Setup([sys.argv[0], *arguments, str(kept)], trial, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    _main()

"""Changed inputs for each reader of the library, and what fails.

    python -m fuzz [TARGET …] [--minutes 0.1] [--seed 13] [--by chance|coverage] [--keep out/fuzz]

Each target is tried in a process of its own for that many minutes: its seeds, then changes of them. With atheris the
changes follow coverage, without it they are made by chance. A failure is an exception that is not documented, an input
that takes longer than ten seconds of processor, or a check that does not hold (words lost or invented, positions
outside the text …). One input for each place that fails is in the folder, with its traceback. Prints a line for each
target; the exit status is 1 where something fails.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fuzz.table import TARGETS
from fuzz.target import Target

_MORE = 120.0  # seconds for the start, and for the last input


def main() -> int:
    """Try the targets and print; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m fuzz", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"by default all: {', '.join(TARGETS)}")
    parser.add_argument("--minutes", type=float, default=0.1, help="for each target")
    parser.add_argument("--seed", type=int, default=13, help="of the changes")
    parser.add_argument("--by", choices=("chance", "coverage"), help="by default coverage, where atheris is installed")
    parser.add_argument("--keep", type=Path, default=Path("out", "fuzz"), help="folder for inputs and figures")
    options = parser.parse_args()
    if unknown := [name for name in options.targets if name not in TARGETS]:
        parser.error(f"there is no target {unknown[0]!r}; there are: {', '.join(TARGETS)}")
    has_atheris = find_spec("atheris") is not None
    if options.by == "coverage" and not has_atheris:
        parser.error("coverage needs atheris: pip install --group fuzz")
    module = "fuzz.guided" if options.by != "chance" and has_atheris else "fuzz.one"
    print(f"{'target':18} {'inputs':>9} {'seconds':>8} {'lines':>6}  failures ({module})")
    failed = [
        name
        for name in options.targets or TARGETS
        if not _tried(TARGETS[name], options.keep / name, module, options.minutes * 60, options.seed)
    ]
    if failed:
        print(f"\nFailures of {', '.join(failed)}: the inputs and tracebacks are in {options.keep}")
    return int(bool(failed))


def _tried(target: Target, folder: Path, module: str, seconds: float, seed: int) -> bool:
    """Try one target and print its line; whether nothing failed."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    ended = _run(["-m", module, target.name, str(folder), str(seconds), str(seed)], folder / "log.txt", seconds + _MORE)
    figures: dict[str, Any] = {"inputs": 0, "seconds": 0, "failures": []}
    if (folder / "figures.json").is_file():
        figures = json.loads((folder / "figures.json").read_text("utf-8"))
    failures: list[str] = figures["failures"]
    if ended or list(folder.glob("ended-*")):
        failures.append(f"the process ended with {ended}: see now and log.txt")
    lines = _lines(target, folder)
    said = "; ".join(failures) or "none"
    print(f"{target.name:18} {figures['inputs']:9,} {figures['seconds']:8} {lines:>6}  {said}", flush=True)
    return not failures


def _run(arguments: Sequence[str], log: Path, seconds: float) -> int:
    """The exit status of a process of Python; 124 where it took longer."""
    with log.open("ab") as file:
        try:
            return subprocess.run(
                [sys.executable, *arguments], stdout=file, stderr=file, timeout=seconds, check=False
            ).returncode
        except subprocess.TimeoutExpired:
            return 124


def _lines(target: Target, folder: Path) -> str:
    """Which part of the lines of a target's modules its inputs run through, in percent."""
    data, log = folder / "coverage", folder / "log.txt"
    patterns = ",".join(
        f"*/cpp_corpus/{module.replace('.', '/')}{end}" for module in target.modules for end in ("/*", ".py")
    )
    replay = ["-m", "fuzz.one", target.name, str(folder / "again"), str(folder / "inputs")]
    if _run(
        [
            "-m",
            "coverage",
            "run",
            "--rcfile=/dev/null",
            "--branch",
            f"--data-file={data}",
            f"--include={patterns}",
            *replay,
        ],
        log,
        600,
    ):
        return "?"
    report = folder / "coverage.json"
    _run(["-m", "coverage", "json", "--rcfile=/dev/null", "-q", f"--data-file={data}", "-o", str(report)], log, 60)
    if not report.is_file():
        return "?"
    return f"{json.loads(report.read_text('utf-8'))['totals']['percent_covered']:.0f} %"


if __name__ == "__main__":
    raise SystemExit(main())

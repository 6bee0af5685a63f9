"""What ``cpp-corpus normalize`` costs: pages to JSON, beside reading and parsing the same pages with lxml alone.

    python benchmarks/normalize.py FOLDER [--pages 2000] [--jobs 2]

Takes that many pages evenly drawn from FOLDER, then twice as many, and prints for each: seconds of wall clock and of
processor, peak memory of the largest process, the same for lxml alone, and the ratio of the two; then how much the
cost grows when the input doubles (2.0 is linear). Each measure is a process of its own, its children counted in.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from cost import Cost, cost_of

_PARSE = """
import pathlib, sys
import lxml.html
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.md")):
    text = path.read_text(encoding="utf-8")
    if text.strip():
        lxml.html.fromstring("<div>" + text + "</div>")
"""


def main() -> int:
    """Measure and print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder of pages")
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    pages = sorted(options.folder.rglob("*.md"))
    if len(pages) < 2 * options.pages:
        print(f"{options.folder} has {len(pages)} pages, and {2 * options.pages} are needed", file=sys.stderr)
        return 2
    print("| pages | MB | | wall s | CPU s | peak MB | CPU / lxml |")
    print("|---|---|---|---|---|---|---|")
    small, large = (
        _measured(options.folder, pages, count, options.jobs) for count in (options.pages, 2 * options.pages)
    )
    print(f"\nTwice the pages: CPU × {large.cpu / small.cpu:.2f}, peak memory × {large.memory / small.memory:.2f}")
    return 0


def _measured(folder: Path, pages: Sequence[Path], count: int, jobs: int) -> Cost:
    """The cost of normalizing ``count`` of the pages; prints its rows."""
    with tempfile.TemporaryDirectory() as scratch:
        chosen, out = Path(scratch) / "pages", Path(scratch) / "out"
        for index in range(count):
            page = pages[index * len(pages) // count]
            copy = chosen / page.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(page, copy)
        size = sum(path.stat().st_size for path in chosen.rglob("*.md")) / 1e6
        cost_of(sys.executable, "-c", _PARSE, str(chosen))  # the files are then in the cache for both
        alone = cost_of(sys.executable, "-c", _PARSE, str(chosen))
        command = ("-c", "from cpp_corpus.cli import main; main()", "normalize", str(chosen), "-o", str(out), "--quiet")
        whole = cost_of(sys.executable, *command, "--jobs", str(jobs))
    for name, cost in (("lxml alone", alone), (f"normalize, {jobs} jobs", whole)):
        figures = f"{cost.wall:.1f} | {cost.cpu:.1f} | {cost.memory:.0f} | {cost.cpu / alone.cpu:.1f}"
        print(f"| {count} | {size:.1f} | {name} | {figures} |")
    return whole


if __name__ == "__main__":
    sys.exit(main())

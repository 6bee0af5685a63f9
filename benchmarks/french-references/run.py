"""The benchmark of recognisers of French legal references: several tools on the same texts, in one run.

    python benchmarks/french-references/run.py MIRROR [--articles 1500] [--tool NAME=COMMAND] [--only NAME]

MIRROR is a folder of pages with the links of Légifrance; without it only the invented passages are read. The tables are
printed and written to RESULT.md beside this file. README.md has the sets, the measures, and how a tool is added.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # for the labelled passages, which `quality` reads

import score  # noqa: E402 - needs the line above
import sets  # noqa: E402
import tools  # noqa: E402
from adapt import Claim  # noqa: E402

HERE = Path(__file__).parent


def main() -> int:
    """Install, measure, print, write; the exit status."""
    options = _options()
    if options.annotate is not None:
        rows = map(json.loads, options.annotate.read_text(encoding="utf-8").splitlines())
        sets.ANNOTATIONS.write_text(
            "".join(f"{line}\n" for line in sets.packed(rows, options.mirror)), encoding="utf-8"
        )
        return 0
    linked: list[sets.Text] = []
    by_hand: list[sets.Text] = []
    notes: list[str] = []
    if options.mirror is not None:
        linked, left_out = sets.linked(options.mirror, options.articles, options.jobs)
        by_hand, other = sets.annotated(options.mirror)
        notes += [f"{left_out} links that contradict their own words were left out."] if left_out else []
        notes += [f"{other} annotated articles are not in this mirror, or in another version."] if other else []
    texts = sorted([*by_hand, *sets.invented()], key=lambda text: (text.register != "codes, by hand", text.register))
    ready = []
    for name, prepare in _wanted(options.tool, options.only):
        try:
            tool = prepare()
            ready.append((tool, tool.read(texts)[1], *(tool.read(linked) if linked else (0.0, []))))
        except (OSError, subprocess.SubprocessError) as error:
            notes.append(f"{name} could not be measured: {tools.reason(error)}")
    report = "\n".join([*_head(linked, by_hand), *_links(linked, ready), *_registers(texts, ready), *notes, ""])
    print(report)
    (HERE / "RESULT.md").write_text(report, encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mirror", nargs="?", type=Path, help="a folder of pages with the links of Légifrance")
    parser.add_argument("--articles", type=int, default=1500, help="articles with links to draw from it")
    parser.add_argument("--tool", action="append", default=[], metavar="NAME=COMMAND", help="one more tool")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="leave out all other tools")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes that read the mirror")
    parser.add_argument("--annotate", type=Path, help="rebuild annotations.jsonl from annotated texts, and end")
    return parser.parse_args()


def _wanted(added: Sequence[str], only: Sequence[str]) -> Iterable[tuple[str, Callable[[], tools.Tool]]]:
    every = tools.TOOLS | {name: tools.command(name, line) for name, _, line in (each.partition("=") for each in added)}
    return [(name, prepare) for name, prepare in every.items() if not only or name in only]


Measured = tuple[tools.Tool, list[list[Claim]], float, list[list[Claim]]]
"""A tool, what it found in the texts, the seconds that it took for those with links, and what it found there."""


def _head(linked: Sequence[sets.Text], by_hand: Sequence[sets.Text]) -> list[str]:
    machine = f"{platform.system()}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    size = sum(len(text.text.encode()) for text in linked) / 1e6
    links = sum(len(text.truths) for text in linked)
    return [
        "# Recognisers of French legal references",
        "",
        f"Measured {dt.datetime.now(tz=dt.UTC).date().isoformat()} on {machine}, one core each, in one run:",
        f"{len(linked)} articles ({size:.1f} MB) with {links} links of Légifrance, {len(by_hand)} articles annotated",
        "by hand, and the labelled passages of this project.",
        "",
    ]


def _links(linked: Sequence[sets.Text], ready: Sequence[Measured]) -> list[str]:
    if not linked or not ready:
        return []
    lines = [
        "| | links right | to the citing act | to another act | article of a law given to a code | MB/s | slower |",
        "|---|---|---|---|---|---|---|",
    ]
    first = score.speed(linked, ready[0][2])
    for tool, _, seconds, found in ready:
        shares = score.links(linked, found)
        speed = score.speed(linked, seconds)
        figures = (shares.right, shares.same_act, shares.other_act, shares.usurped)
        cells = (*(f"{figure:.3f}" for figure in figures), f"{speed:.3g}", f"{first / speed:.1f}")
        lines.append(f"| {tool.title} | " + " | ".join(cells) + " |")
    return [*lines, ""]


def _registers(texts: Sequence[sets.Text], ready: Sequence[Measured]) -> list[str]:
    titles = [tool.title for tool, *_ in ready]
    lines = [
        "F1 (precision, recall; share of the numbers found that have a wrong act):",
        "",
        "| register | references | " + " | ".join(titles) + " |",
        "|---|---|" + "---|" * len(titles),
    ]
    groups: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        groups.setdefault(text.register, []).append(place)
    for register, at in (*groups.items(), ("all", list(range(len(texts))))):
        cells, wanted = [], 0
        for _, found, *_ in ready:
            result = score.agreement([texts[place] for place in at], [found[place] for place in at])
            wanted = result.agreed + result.missed
            cells.append(f"{result.f1:.3f} ({result.precision:.2f}, {result.recall:.2f}; {result.silent:.3f})")
        lines.append(f"| {register} | {wanted} | " + " | ".join(cells) + " |")
    return [*lines, ""]


if __name__ == "__main__":
    sys.exit(main())

"""This project beside two other recognisers of French legal references, on the same texts in one run.

    python benchmarks/peers/compare.py [--articles 1500]

It installs metslesliens (PyPI) and tisseuse (npm, with Node 22 from npm) into ``.cache`` beside this file, measures,
prints a table and writes it to ``RESULT.md``. ``docs/quality.md`` says what the columns mean and how the peers' output
is adapted. What cannot be installed is said, and left out of the table. Needs ``../shared``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import lzma
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import adapt
import score
from adapt import Claim

from cpp_corpus import find_references

HERE = Path(__file__).parent
CACHE = HERE / ".cache"
SHARED = HERE.parents[2] / "shared"

Reader = Callable[[Sequence[score.Article]], tuple[float, list[list[Claim]]]]


def main() -> int:
    """Install, measure, print, write; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1500, help="articles of links-dev to measure on")
    options = parser.parse_args()
    links, annotated = SHARED / "data" / "links-dev.jsonl.xz", SHARED / "data" / "references-dev.jsonl"
    if lost := [file.name for file in (links, annotated) if not file.is_file()]:
        print(f"Nothing to measure on: ../shared/data has no {' and no '.join(lost)}.", file=sys.stderr)
        return 2
    linked = _sample(links, options.articles)
    by_hand = score.by_hand(annotated)
    rows, notes, readers = [], [], []
    for name, prepare in (("this project", _ours), ("metslesliens", _metslesliens), ("tisseuse", _tisseuse)):
        try:
            title, read = prepare()
            seconds, found = read(linked)
            row = score.row(title, linked, found, seconds)
            rows.append(row | score.row_by_hand(by_hand, read(by_hand)[1]))
            readers.append(read)
        except (OSError, subprocess.SubprocessError) as error:
            notes.append(f"{name} could not be measured: {_reason(error)}")
    for row, read in zip(rows, readers, strict=True):  # a second turn: the machine may have been busy in the first
        row["speed"] = max(row["speed"], score.speed(linked, read(linked)[0]))
    report = _report(linked, by_hand, rows, notes)
    print(report)
    (HERE / "RESULT.md").write_text(report, encoding="utf-8")
    return 0


def _sample(path: Path, count: int) -> list[score.Article]:
    """``count`` articles, evenly drawn from the whole file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = lines.readlines()
    step = max(1, len(rows) // count)
    return [score.Article(**json.loads(row)) for row in rows[::step][:count]]


def _ours() -> tuple[str, Reader]:
    def read(articles: Sequence[score.Article]) -> tuple[float, list[list[Claim]]]:
        for article in articles[:200]:
            find_references(article.text, act=article.act, article=article.article)
        start = time.process_time()
        found = [find_references(a.text, act=a.act, article=a.article) for a in articles]
        return time.process_time() - start, [adapt.ours(references) for references in found]

    return "this project", read


def _metslesliens() -> tuple[str, Reader]:
    python = CACHE / "venv" / "bin" / "python"
    if not (CACHE / "venv" / "metslesliens").exists():
        _run(sys.executable, "-m", "venv", str(CACHE / "venv"))
        _run(str(python), "-m", "pip", "install", "--quiet", "metslesliens==1.3.0")
        (CACHE / "venv" / "metslesliens").touch()
    return "metslesliens 1.3.0", _outside(str(python), str(HERE / "metslesliens_worker.py"))


def _tisseuse() -> tuple[str, Reader]:
    packages = CACHE / "node" / "node_modules"
    package, node = packages / "@tricoteuses" / "tisseuse", packages / "node" / "bin" / "node"
    if not (package.exists() and node.exists()):
        wanted = ("node@22", "@tricoteuses/tisseuse@0.12.7")
        _run("npm", "install", "--no-audit", "--no-fund", "--prefix", str(CACHE / "node"), *wanted)
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    return f"tisseuse {version}", _outside(str(node), str(HERE / "tisseuse.mjs"), str(package))


def _outside(*command: str) -> Reader:
    """A reader that is another program: texts in a file, what it found and how long it took in another."""

    def read(articles: Sequence[score.Article]) -> tuple[float, list[list[Claim]]]:
        texts, out = CACHE / "texts.json", CACHE / "found.json"
        texts.write_text(json.dumps([article.text for article in articles]), encoding="utf-8")
        _run(*command, str(texts), str(out))
        answer = json.loads(out.read_text(encoding="utf-8"))
        found = [adapt.theirs(raw, a.act) for raw, a in zip(answer["found"], articles, strict=True)]
        return answer["seconds"], found

    return read


def _run(*command: str) -> None:
    CACHE.mkdir(exist_ok=True)
    subprocess.run(command, check=True, capture_output=True, text=True, timeout=900)  # noqa: S603 - our own commands


def _reason(error: Exception) -> str:
    said = str(getattr(error, "stderr", "") or error).strip().splitlines()
    return said[-1] if said else type(error).__name__


def _report(
    linked: Sequence[score.Article], by_hand: Sequence[score.Article], rows: list[score.Row], notes: list[str]
) -> str:
    size = sum(len(article.text.encode()) for article in linked) / 1e6
    links = sum(len(article.links) for article in linked)
    machine = f"{platform.system()}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    return "\n".join(
        [
            "# Beside other recognisers",
            "",
            f"Measured {today} on {machine}, one core each, in one run by `make peers`: {len(linked)} articles of",
            f"{size:.1f} MB with {links} links of Légifrance, and {len(by_hand)} articles annotated by hand.",
            "",
            *score.table(rows),
            "",
            *notes,
        ]
    )


if __name__ == "__main__":
    sys.exit(main())

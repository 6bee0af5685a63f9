"""What the store costs, and what it saves: writing it, questions in new processes and in one, exports at once.

    python benchmarks/store.py FOLDER [--jobs 2] [--rounds 1] [--only write,ask,process,export] [--out OUT]
                               [--against SOURCES]

FOLDER has texts, of which all are normalised. A table is printed, one row for each check, with the bar it has to reach:

- ``write``: ``normalize`` with the store and what is kept for the next run against JSON alone, in turns; the sizes of
  ``corpus.db`` and ``first-pass.db``; a second run over texts that have not changed;
- ``ask``: ``show``, ``find`` and ``search`` as whole processes: seconds, the best of five, and memory;
- ``process``: articles, what cites them, and searches in one process: milliseconds, the median;
- ``export``: all formats that can be written, in one process, against JSON alone: seconds of processor and memory.

``--against`` names the ``src`` of another version, whose export in JSON is asked the same: how many times as long its
``show`` takes. ``--out`` keeps what is written, and uses what is there where ``write`` is left out.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import cpp_corpus
from cost import Cost, cost_of
from cpp_corpus.errors import MissingExtraError
from cpp_corpus.export import EXPORTERS, chosen_exporters

_PARTS = ("write", "ask", "process", "export")
_ASKED = 200  # articles in one process
_WORDS = ("garde à vue", "706-73", "L. 811-2", "article", "code", "de la", "décret en Conseil d'Etat", "l'article 5")
_ROUNDS = 5


def main() -> int:
    """Measure and print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help="folders of texts")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", default=",".join(_PARTS), help=f"of {', '.join(_PARTS)}")
    parser.add_argument("--against", metavar="SOURCES", help="the folder src of another version")
    parser.add_argument("--out", metavar="OUT", help="folder for the export, which is kept")
    options = parser.parse_args()
    parts = options.only.split(",")
    print("| check | measured | bar |\n|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(options.out or f"{scratch}/out")
        if "write" in parts or not out.exists():
            _write(options.folders, out, options.jobs, options.rounds)
        if "ask" in parts:
            _ask(options.folders, out, options.against, Path(scratch))
        if "process" in parts:
            _in_process(out)
        if "export" in parts:
            _export(options.folders, Path(scratch))
    return 0


def _row(check: str, measured: str, bar: str = "") -> None:
    print(f"| {check} | {measured} | {bar} |", flush=True)


def _command(*arguments: object) -> Cost:
    return cost_of(sys.executable, "-c", "from cpp_corpus.cli import app; app()", *map(str, arguments))


def _megabytes(path: Path) -> float:
    return sum(each.stat().st_size for each in path.rglob("*")) / 1e6 if path.is_dir() else path.stat().st_size / 1e6


# ---------------------------------------------------------------------------------------------------------------------


def _write(folders: Sequence[str], out: Path, jobs: int, rounds: int) -> None:
    plain, stored = [], []
    for _ in range(rounds):
        lines = out.with_name(f"{out.name}-json")
        plain.append(_command("normalize", *folders, "-o", lines, "-j", jobs, "-q", "--format", "json", "--fresh"))
        (out / "first-pass.db").unlink(missing_ok=True)
        stored.append(_command("normalize", *folders, "-o", out, "-j", jobs, "-q"))
        for file in lines.iterdir():
            file.unlink()
        lines.rmdir()
    one, other = min(plain, key=lambda cost: cost.cpu), min(stored, key=lambda cost: cost.cpu)
    wall = min(cost.wall for cost in stored) / min(cost.wall for cost in plain)
    _row("normalize, JSON alone", f"{one.wall:.1f} s, CPU {one.cpu:.1f} s, {one.memory:.0f} MB")
    _row("normalize with store and first pass", f"{other.wall:.1f} s, CPU {other.cpu:.1f} s, {other.memory:.0f} MB")
    _row("the second against the first, wall", f"{wall:.2f} (CPU {other.cpu / one.cpu:.2f})", "≤ 1.15")
    _row("corpus.db", f"{_megabytes(out / 'corpus.db'):.0f} MB", "≤ 600 MB")
    _row("first-pass.db", f"{_megabytes(out / 'first-pass.db'):.0f} MB")
    again = _command("normalize", *folders, "-o", out, "-j", jobs, "-q")
    _row("second run", f"{again.wall:.1f} s, {again.wall / other.wall:.1%} of the first", "≤ 15 %")


def _ask(folders: Sequence[str], out: Path, against: str | None, scratch: Path) -> None:
    corpus = cpp_corpus.open(out)
    article = next(each for each in corpus.articles[len(corpus) // 2 :] if each.number is not None and each.act)
    citation = f"article {article.number} du {cpp_corpus.act_title(str(article.act)).lower()}"
    costs = {
        name: [_command(name, *arguments, "--from", out) for _ in range(_ROUNDS)]
        for name, arguments in {
            "show": (article.id,),
            "find": (citation,),
            "search": (" ".join(article.text.split()[:3]), "-n", "5"),
        }.items()
    }
    for (name, found), bar in zip(costs.items(), (0.6, 0.6, 0.5), strict=True):
        best = min(cost.wall for cost in found)
        memory = max(cost.memory for cost in found)
        _row(f"{name}, whole process", f"{best:.2f} s, {memory:.0f} MB", f"≤ {bar} s, ≤ 120 MB")
    if against is not None:
        best = min(cost.wall for cost in costs["show"])
        _row("show of the other version, against that", f"{_other(folders, article.id, against, scratch) / best:.0f} ×")


def _other(folders: Sequence[str], article: str, sources: str, scratch: Path) -> float:
    """The seconds that another version takes to show an article, from an export that it has made."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = sources
    try:
        made = scratch / "other"
        _command("normalize", *folders, "-o", made, "-q")
        act, _, number = article.rpartition("/")
        return min(_command("show", f"{act}/{number}", "--from", made).wall for _ in range(2))
    finally:
        os.environ.pop("PYTHONPATH")
        if before is not None:
            os.environ["PYTHONPATH"] = before


def _in_process(out: Path) -> None:
    corpus = cpp_corpus.open(out)
    step = max(len(corpus) // _ASKED, 1)
    ids = [corpus.articles[at].id for at in range(0, len(corpus), step)]
    corpus = cpp_corpus.open(out)
    _row("corpus[…]", _median([partial(corpus.__getitem__, name) for name in ids]), "≤ 2 ms")
    _row("cited_by", _median([partial(corpus.cited_by, name) for name in ids]), "≤ 5 ms")
    for words in _WORDS:
        _row(f"search {words!r}, first 20", _median([partial(_searched, corpus, words)] * _ROUNDS), "≤ 50 ms")


def _searched(corpus: cpp_corpus.Corpus, words: str) -> object:
    found = corpus.search(words)
    return len(found), [hit.snippet() for hit in found[:20]]


def _median(calls: Sequence[Callable[[], object]]) -> str:
    taken = []
    for call in calls:
        start = time.perf_counter()
        call()
        taken.append(1000 * (time.perf_counter() - start))
    return f"{statistics.median(taken):.2f} ms (at most {max(taken):.1f})"


def _export(folders: Sequence[str], scratch: Path) -> None:
    names = []
    for name in EXPORTERS:
        try:
            chosen_exporters(name)
        except MissingExtraError:
            continue
        names.append(name)
    arguments = ("normalize", *folders, "-j", 1, "-q", "--fresh", "-o")
    one = _command(*arguments, scratch / "one", "--format", "json")
    every = _command(*arguments, scratch / "all", "--format", ",".join(names))
    _row("JSON alone, one process", f"CPU {one.cpu:.0f} s, {one.memory:.0f} MB")
    _row(f"{', '.join(names)}", f"CPU {every.cpu:.0f} s, {every.memory:.0f} MB")
    _row("all formats against JSON alone", f"CPU {every.cpu / one.cpu:.2f}, {every.memory:.0f} MB", "≤ 2.5, ≤ 800 MB")


if __name__ == "__main__":
    sys.exit(main())

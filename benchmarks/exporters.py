"""What more formats cost: one export in one format, in four, and in eight, of one corpus in one run.

    python benchmarks/exporters.py FOLDER [--articles 6000] [--rounds 3]

The formats are ``json`` and copies of it that write to folders of their own. The corpus is loaded, and its references
are found, before anything is measured; then what the second pass costs with N formats stands beside what it costs with
one, in seconds of processor time, the best of some rounds.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import cpp_corpus
from cpp_corpus.export import EXPORTERS, Exporter, Sink
from cpp_corpus.model.finding import Severity

_COPIES = 7


def main() -> int:
    """Measure and print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder of pages")
    parser.add_argument("--articles", type=int, default=6000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    corpus = cpp_corpus.load(options.folder)
    findings = [finding for finding in corpus.findings if finding.severity is Severity.ERROR]
    corpus = cpp_corpus.Corpus(corpus.articles[: options.articles], findings=findings)
    found = sum(1 for _ in corpus.references)
    print(f"{len(corpus):,} articles, {found:,} references")
    names = ["json", *(_copy(number) for number in range(1, _COPIES + 1))]
    print("formats  CPU s  against one")
    one = 0.0
    for count in (1, 2, 4, 1 + _COPIES):
        seconds = min(_seconds(corpus, names[:count]) for _ in range(options.rounds))
        one = one or seconds
        print(f"{count:7} {seconds:6.2f} {seconds / one:12.2f}")
    return 0


def _copy(number: int) -> str:
    """Adds to the table what writes the same files to a folder of its own; its name."""
    name = f"copy{number}"

    def opened(folder: Path) -> Sink:
        (folder / name).mkdir()
        return EXPORTERS["json"].open(folder / name)

    EXPORTERS.add(name, Exporter("JSON once more", (name,), opened))
    return name


def _seconds(corpus: cpp_corpus.Corpus, formats: list[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        corpus.export(Path(folder, "out"), formats)
        return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())

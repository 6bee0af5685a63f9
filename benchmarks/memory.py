"""Memory of all processes together, and how cost grows with the number of pages.

    python benchmarks/memory.py [FOLDER] [--jobs 2] [--pages 1000 10000 100000] [--large 1000 200]

`normalize` of FOLDER, then of a tree with every page of it twice, under another act; then an audit and a graph of the
export. Prints for each the largest proportional memory (PSS) of all its processes, sampled ten times a second, and
seconds of processor. Then `normalize` of that many invented pages, and the processor time for each thousand of them,
which is the same for all where the growth is linear. Last, pages of one line, of empty paragraphs and of references
with that many million bytes, with the seconds that pass and what is said of them. Linux only.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

_PAGE = (
    "# Article L{number}\n\n<p>I.-Le meunier qui moud le grain tient un registre des vents, dans les conditions prévues"
    " à l'article L. {other}.</p><p>1° La meule dormante est posée sur un bâti de chêne ;</p><p>2° Les articles {other}"
    " et R. {other}-2 du code des sabliers ne sont pas applicables aux moulins à marée.</p>"
)
_COMMAND = ("-m", "cpp_corpus")
_GRAPH = "import sys, cpp_corpus; graph = cpp_corpus.open(sys.argv[1]).graph; print(len(graph), len(graph.edges))"


class Cost(NamedTuple):
    """What a command took."""

    memory: float
    """MB, of all its processes."""
    cpu: float
    """Seconds."""


def main() -> int:
    """Measure and print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="a mirror; without, only the invented pages")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--pages", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--large", type=int, nargs="*", default=[1000, 200], metavar="MB")
    options = parser.parse_args()
    print("| what | peak of all processes, MB | CPU, s |")
    print("|---|---|---|")
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        if options.folder is not None:
            _of_mirror(options.folder, place, options.jobs)
        slopes = [_of_pages(count, place, options.jobs) for count in options.pages]
        for size in options.large:
            _of_large_pages(size * 1_000_000, place, options.jobs)
    for count, slope in zip(options.pages, slopes, strict=True):
        print(f"{count:,} pages: {slope:.2f} s of CPU for each thousand beyond the fixed cost")
    return 0


def _of_mirror(folder: Path, scratch: Path, jobs: int) -> None:
    both, once = scratch / "both", scratch / "once"
    for ending in ("", "-bis"):
        _linked(folder, both, ending)
    arguments = ["--quiet", "--jobs", str(jobs), "-o"]
    _shown("normalize", *_COMMAND, "normalize", str(folder), *arguments, str(once))
    _shown("normalize, every page twice", *_COMMAND, "normalize", str(both), *arguments, str(scratch / "twice"))
    _shown("audit of the export", *_COMMAND, "audit", str(once), "-o", str(scratch / "audit.txt"))
    _shown("graph of the export", "-c", _GRAPH, str(once))


def _linked(folder: Path, target: Path, ending: str) -> None:
    """A tree with the pages of ``folder``, each a link to it; the outermost folders, the acts, have the ``ending``."""
    for place, _, names in os.walk(folder, followlinks=True):
        first, *others = Path(place).relative_to(folder).parts or ("pages",)
        copies = Path(target, f"{first}{ending}", *others)
        copies.mkdir(parents=True, exist_ok=True)
        for name in names:
            page = Path(place, name).resolve()
            try:
                os.link(page, copies / name)
            except OSError:  # another file system
                (copies / name).write_bytes(page.read_bytes())


def _of_pages(count: int, scratch: Path, jobs: int) -> float:
    """Processor time for each thousand of ``count`` invented pages, without that of one page."""
    folder, one = scratch / f"pages-{count}" / "code-des-moulins", scratch / "one" / "code-des-moulins"
    for place, pages in ((folder, count), (one, 1)):
        for at in range(pages):
            part = place / f"titre-{at // 500 + 1}"
            part.mkdir(parents=True, exist_ok=True)
            page = _PAGE.format(number=at + 1, other=at * 7 % max(pages, 9) + 1)
            (part / f"l{at + 1}.md").write_text(page, encoding="utf-8")
    arguments = ["-o", str(scratch / "out"), "--quiet", "--fresh", "--jobs", str(jobs)]
    fixed = _cost(*_COMMAND, "normalize", str(one), *arguments)
    found = _shown(f"normalize, {count:,} pages", *_COMMAND, "normalize", str(folder), *arguments)
    return (found.cpu - fixed.cpu) / count * 1000


def _of_large_pages(size: int, scratch: Path, jobs: int) -> None:
    """Pages of ``size`` bytes, each of the same piece again and again."""
    for what, piece in _PIECES.items():
        page = scratch / "code-des-moulins" / "l1.md"
        page.parent.mkdir(exist_ok=True)
        with page.open("w", encoding="utf-8") as file:
            file.write("# Article L1\n\n<p>Le vent souffle.</p>")
            for _ in range(size // (len(piece) * _AT_ONCE) + 1):
                file.write(piece * _AT_ONCE)
        begun, said = time.monotonic(), scratch / "said.txt"
        with said.open("wb") as errors:
            command = [*_COMMAND, "normalize", str(page), "-o", str(scratch / "large"), "--fresh", "--jobs", str(jobs)]
            _shown(f"{size // 1_000_000} MB of {what}", *command, errors=errors)
        line = next((line for line in said.read_text("utf-8").splitlines() if "--limit" in line), "read")
        print(f"|   {time.monotonic() - begun:.1f} s: {line} | | |", flush=True)


_PIECES = {
    "one line": "Le meunier moud le grain. ",
    "empty paragraphs": "<p></p>\n\n",
    "references": "<p>Voir les articles 2, L. 3 et R. 4-1 du code des sabliers.</p>\n",
}
_AT_ONCE = 10_000  # pieces


def _shown(what: str, *arguments: str, errors: int | IO[bytes] = subprocess.DEVNULL) -> Cost:
    found = _cost(*arguments, errors=errors)
    print(f"| {what} | {found.memory:.0f} | {found.cpu:.1f} |", flush=True)
    return found


def _cost(*arguments: str, errors: int | IO[bytes] = subprocess.DEVNULL) -> Cost:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, *arguments]
    with subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=errors) as process:  # noqa: S603 - ours
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, sum(_memory(process.pid)))
            time.sleep(0.1)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(peak, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _memory(session: int) -> Iterator[float]:
    """MB of each process of a session, shared pages divided among those that share them."""
    for entry in os.listdir("/proc"):  # noqa: PTH208 - read ten times a second
        if not entry.isdigit():
            continue
        try:
            if os.getsid(int(entry)) != session:
                continue
            lines = Path("/proc", entry, "smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:  # it has ended
            continue
        yield sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    sys.exit(main())

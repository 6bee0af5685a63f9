"""Runs of ``cpp-corpus normalize`` that are killed at random moments, and what the next run makes of it.

    python benchmarks/kills.py [--runs 50] [--pages 3000] [--jobs 2] [--seed 13] [--signal KILL]
    python benchmarks/kills.py --engine dask [--runs 10] [--pages 3000] [--seed 13]

The pages are fiction made on the spot. Each run writes to a folder of its own, in every second one over the export of
other pages, and is ended by a signal at a moment drawn from all of its time, every fifth one while the folder is put in
its place. Then it must be that

- no process of it is left after two seconds,
- an earlier export is there as it was, or the new one, whole;
- the same command again ends well, with the same bytes as a run that nobody disturbs,
- and nothing but the export is left in the folder above.

``--signal INT2`` presses Ctrl-C twice within 0.2 seconds.

``--engine dask`` starts a scheduler and two workers on loopback, and kills one of the workers at a random moment of
each run, every second time with the process that would start another in its place. The run itself must end well, with
the bytes of a run of one process, and leave nothing else. Needs the extra ``dask``.

Prints one line for each run, and how many were survived; the exit status is 1 if one was not.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

_KEPT = "first-pass.db"  # what the next run reads; its bytes depend on the history
_PATIENCE = 2.0  # seconds
_MAIN = "from cpp_corpus.cli import main; main()"
_MOVING = """
import os, signal, sys, time
from cpp_corpus import atomic
wait = float(sys.argv.pop(1))
for name in ("_flush", "_put", "_sync", "_empty"):
    def slowly(*given, do=getattr(atomic, name)):
        done = do(*given)
        if atomic.ready:
            print("moving", flush=True)
            time.sleep(0.2)
        return done
    setattr(atomic, name, slowly)
atomic.ready = False
flush = atomic._flush
def ready(*given):
    atomic.ready = True
    return flush(*given)
atomic._flush = ready
"""
"""Makes each step of the end take 0.2 seconds, and says on standard output that it has begun."""


class Job(NamedTuple):
    """The command that is run."""

    pages: Path
    engine: tuple[str, ...]
    """Options that choose the engine."""

    def command(self, out: Path, code: str = _MAIN, *given: str) -> list[str]:
        """The command with this output."""
        return [*(sys.executable, "-c", code, *given), *("normalize", str(self.pages), "-o", str(out)), *self.engine]


def main() -> int:
    """Run and print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int)
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--signal", choices=("KILL", "INT", "TERM", "INT2"), default="KILL")
    parser.add_argument("--engine", choices=("processes", "dask"), default="processes")
    options = parser.parse_args()
    if options.engine == "dask":
        return _with_dask(options.runs or 10, options.pages, options.seed)
    options.runs = options.runs or 50
    drawn = random.Random(options.seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        engine = ("-j", str(options.jobs))
        job = Job(_made(folder / "pages", options.pages, "vent"), engine)
        other = Job(_made(folder / "others", options.pages // 10, "sable"), engine)
        began = time.monotonic()
        subprocess.run(job.command(folder / "whole"), check=True, capture_output=True)  # noqa: S603 - this program
        whole = time.monotonic() - began
        subprocess.run(other.command(folder / "earlier"), check=True, capture_output=True)  # noqa: S603 - likewise
        wanted, earlier = _bytes(folder / "whole"), _bytes(folder / "earlier")
        print(f"{options.pages} pages, {whole:.1f} s undisturbed")
        survived = 0
        for number in range(1, options.runs + 1):
            above = folder / f"run-{number}"
            above.mkdir()
            if number % 2:
                subprocess.run(other.command(above / "out"), check=True, capture_output=True)  # noqa: S603 - likewise
            moment = drawn.random()
            is_moving = number % 5 == 0
            seconds = moment if is_moving else moment * whole
            ended = _end(job, above / "out", seconds, options.signal, is_moving=is_moving)
            wrong = _wrong(job, above, ended, wanted, earlier if number % 2 else None)
            survived += not wrong
            where = f"{'moving + ' if is_moving else ''}{seconds:.2f} s"
            print(f"{number:3}  {where:>16}  {ended.state:28}  {wrong or 'same bytes, nothing left'}", flush=True)
    print(f"survived: {survived} of {options.runs}")
    return int(survived < options.runs)


class Ended(NamedTuple):
    """A run that was ended."""

    state: str
    """What was there."""
    left: int
    """How many of its processes are left."""
    was_there: Mapping[str, str] | None
    """The files of the export that was there."""
    seconds: float
    """How long it took to end."""


def _end(job: Job, out: Path, seconds: float, name: str, *, is_moving: bool) -> Ended:
    code = _MOVING + _MAIN if is_moving else _MAIN
    given = ("0",) if is_moving else ()
    process = subprocess.Popen(  # noqa: S603 - this program
        job.command(out, code, *given), start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    if is_moving and process.stdout is not None:
        process.stdout.readline()
    time.sleep(seconds)
    began = time.monotonic()
    for _ in range(2 if name == "INT2" else 1):
        if process.poll() is None:
            # Ctrl-C reaches every process of the terminal, other signals one.
            if name.startswith("INT"):
                os.killpg(process.pid, signal.SIGINT)
            else:
                process.send_signal(getattr(signal, f"SIG{name}"))
        time.sleep(0.1 if name == "INT2" else 0)
    try:
        process.wait(timeout=_PATIENCE)
        while _left(process.pid) and time.monotonic() - began < _PATIENCE:
            time.sleep(0.02)
    except subprocess.TimeoutExpired:
        pass
    took = time.monotonic() - began
    left = _left(process.pid)
    if left:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    part = next(iter(out.parent.glob(".out*")), None)
    if part is None:
        state = "before the work" if process.returncode else "at its end"
    elif (part / "corpus.json").exists():
        state = "moving"
    elif (part / ".sinks").exists():
        state = "second pass"
    else:
        state = "first pass"
    return Ended(f"{state}, ended in {took:.1f} s", left, _bytes(out) if out.exists() else None, took)


def _wrong(job: Job, above: Path, ended: Ended, wanted: Mapping[str, str], earlier: Mapping[str, str] | None) -> str:
    """What is not as it must be."""
    wrong = []
    if ended.left:
        wrong.append(f"{ended.left} processes left")
    if ended.was_there not in (earlier, wanted):
        wrong.append("the earlier export is gone or changed")
    done = subprocess.run(job.command(above / "out"), check=False, capture_output=True, text=True)  # noqa: S603 - likewise
    if done.returncode:
        wrong.append(f"the next run fails: {done.stderr.strip()}")
    elif _bytes(above / "out") != wanted:
        wrong.append("other bytes")
    if others := sorted(path.name for path in above.iterdir() if path.name != "out"):
        wrong.append(f"left behind: {', '.join(others)}")
    return "; ".join(wrong)


def _bytes(folder: Path) -> dict[str, str]:
    """The files of an export, as hashes."""
    files = (path for path in sorted(folder.iterdir()) if path.name != _KEPT)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _with_dask(runs: int, pages: int, seed: int) -> int:
    drawn = random.Random(seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as scratch, _cluster() as cluster:
        folder = Path(scratch)
        job = Job(_made(folder / "pages", pages, "vent"), ("--engine", "dask", "--scheduler", cluster.address))
        subprocess.run(job._replace(engine=("-j", "1")).command(folder / "whole"), check=True, capture_output=True)  # noqa: S603 - this program
        wanted = _bytes(folder / "whole")
        cluster.complete()
        for name in ("first", "second"):  # workers import the program in the first
            began = time.monotonic()
            subprocess.run(job.command(folder / name), check=True, capture_output=True)  # noqa: S603 - likewise
        whole = time.monotonic() - began
        print(f"{pages} pages, {whole:.1f} s undisturbed with two workers")
        survived = 0
        for number in range(1, runs + 1):
            above = folder / f"run-{number}"
            above.mkdir()
            cluster.complete()
            seconds = drawn.random() * whole
            while (process := _begun(job, above / "out", seconds)) is None:
                seconds /= 2  # it had ended before
            what = cluster.kill(drawn.randrange(2), with_nanny=number % 2 == 0)
            _, said = process.communicate()
            wrong = "the run fails: " + said.strip() if process.returncode else ""
            if not wrong and _bytes(above / "out") != wanted:
                wrong = "other bytes"
            if others := sorted(path.name for path in above.iterdir() if path.name != "out"):
                wrong += f"; left behind: {', '.join(others)}"
            survived += not wrong
            print(f"{number:3} {seconds:5.2f} s, {what} killed: {wrong or 'same bytes, nothing left'}", flush=True)
    print(f"survived: {survived} of {runs}")
    return int(survived < runs)


def _begun(job: Job, out: Path, seconds: float) -> subprocess.Popen[str] | None:
    """A run that goes on after so many seconds; ``None``, and no output, where it has ended."""
    shutil.rmtree(out, ignore_errors=True)
    process = subprocess.Popen(job.command(out), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603 - this program
    time.sleep(seconds)
    if process.poll() is None:
        return process
    process.communicate()
    return None


class _Cluster:
    """A scheduler and two workers on loopback."""

    def __init__(self, folder: Path, client: Any, address: str) -> None:
        self.address = address
        self.workers: list[subprocess.Popen[bytes]] = []
        self._folder = folder
        self._client = client

    def complete(self) -> None:
        """Start workers in place of those that are gone, and wait for both."""
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        place = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(self._folder), "--host", "127.0.0.1")
        while len(self.workers) < 2:
            self.workers.append(_started("distributed.cli.dask_worker", self.address, *place))
        deadline = time.monotonic() + 60
        while len(self._pids()) != 2 and time.monotonic() < deadline:
            time.sleep(0.1)

    def kill(self, which: int, *, with_nanny: bool) -> str:
        """Kill one of the workers; says what was killed."""
        if with_nanny:
            os.killpg(self.workers[which].pid, signal.SIGKILL)
            self.workers[which].wait()
            return "a worker and what starts another"
        pids = sorted(self._pids())
        os.kill(pids[which % len(pids)], signal.SIGKILL)
        return "a worker"

    def _pids(self) -> list[int]:
        """The processes of the workers that the scheduler knows and that live."""
        found = self._client.run(os.getpid, on_error="ignore")
        return [pid for pid in found.values() if Path("/proc", str(pid)).exists()]


@contextmanager
def _cluster() -> Iterator[_Cluster]:
    import distributed as library  # noqa: PLC0415 - an extra

    distributed: Any = library  # only parts of it have types

    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    scheduler = _started("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    with tempfile.TemporaryDirectory() as folder:
        cluster = None
        try:
            with distributed.Client(address, timeout=60, set_as_default=False) as client:
                cluster = _Cluster(Path(folder), client, address)
                yield cluster
        finally:
            for each in (*(cluster.workers if cluster is not None else ()), scheduler):
                if each.poll() is None:
                    os.killpg(each.pid, signal.SIGTERM)
                    each.wait()


def _started(*arguments: str) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(  # noqa: S603 - this interpreter
        [sys.executable, "-m", *arguments],
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _left(session: int) -> int:
    """How many processes of a session live."""
    found = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = path.read_text().rpartition(")")[2].split()[:4]
        except (OSError, ValueError):
            continue
        found += int(of) == session and state != "Z"
    return found


def _made(folder: Path, count: int, word: str) -> Path:
    """A folder of so many pages of fiction."""
    drawn = random.Random(word)  # noqa: S311 - no secret
    for number in range(1, count + 1):
        page = folder / "code-des-moulins-et-des-horloges" / f"livre-{number % 9 + 1}" / f"l{number}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        sentences = "".join(
            f"<p>Le {word} de l'article L. {drawn.randint(1, count)} passe avant celui du {drawn.randint(2, 9)}° "
            f"de l'article L. {drawn.randint(1, count)}.</p>\n"
            for _ in range(drawn.randint(1, 12))
        )
        page.write_text(f"# Article L{number}\n\n{sentences}", encoding="utf-8")
    return folder


if __name__ == "__main__":
    sys.exit(main())

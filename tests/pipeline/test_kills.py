"""Runs that are killed: the next one goes on from what was done, and ends with the same bytes.

``benchmarks/kills.py`` does this at random moments, with more pages and several processes.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus import OutputError
from cpp_corpus.atomic import unfinished
from cpp_corpus.cli import app
from cpp_corpus.export.folder import KEPT
from cpp_corpus.pipeline import first_pass
from cpp_corpus.pipeline.batch import normalize

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")

PAGES = Path("fixtures/mirror").absolute()
OTHERS = Path("fixtures/pages").absolute()

KILLED = """
import os, signal, sys
from cpp_corpus import atomic
from cpp_corpus.export import Sinks
from cpp_corpus.pipeline import batch, first_pass
from cpp_corpus.pipeline.batch import normalize

first_pass._SECONDS = 0
pages, out, name, count = sys.argv[1:]
owner, what = {
    "file": (first_pass.Keeper, "keep"),
    "write": (batch.Batch, "write"),
    "article": (Sinks, "article"),
    "flush": (atomic, "_flush"),
    "put": (atomic, "_put"),
    "rename": (atomic.Path, "rename"),
    "empty": (atomic, "_empty"),
}[name]
if name == "rename":
    atomic._are_exchanged = lambda *_: False
done, calls = getattr(owner, what), 0

def counted(self, *given, **named):
    global calls
    if name == "rename" and os.path.dirname(self) != os.path.dirname(out):
        return done(self, *given, **named)
    calls += 1
    if calls == int(count):
        os.kill(os.getpid(), signal.SIGKILL)
    return done(self, *given, **named)

setattr(owner, what, counted)
normalize([pages], out)
"""


def killed(out: Path, name: str, count: int) -> None:
    """A run that is killed before the so many-th call of something."""
    command = [sys.executable, "-c", KILLED, str(PAGES), str(out), name, str(count)]
    done = subprocess.run(command, timeout=60, check=False, capture_output=True, text=True)  # noqa: S603 - a test
    assert done.returncode == -signal.SIGKILL, done.stderr


def contents(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != KEPT}


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("whole") / "out"
    normalize([PAGES], out)
    return contents(out)


@pytest.mark.parametrize(
    ("name", "count", "resumed"),
    [("file", 21, 20), ("write", 1, 42), ("article", 9, 42), ("put", 1, 42), ("empty", 2, 0)],
)
def test_killed(wanted: dict[str, bytes], tmp_path: Path, name: str, count: int, resumed: int) -> None:
    out = tmp_path / "out"
    normalize([OTHERS], out)
    before = contents(out)
    killed(out, name, count)
    assert contents(out) == (wanted if name == "empty" else before)
    assert {path.name for path in tmp_path.iterdir()} == {"out", unfinished(out).name}
    summary = normalize([PAGES], out)
    assert contents(out) == wanted
    assert summary.resumed == resumed
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_killed_between_two_renames(wanted: dict[str, bytes], tmp_path: Path) -> None:
    out = tmp_path / "out"
    normalize([OTHERS], out)
    killed(out, "rename", 2)
    assert not out.exists()
    with pytest.raises(cpp_corpus.InputError):
        normalize([tmp_path / "nowhere"], out)
    result = CliRunner().invoke(app, ["normalize", str(PAGES), "-o", str(out), "-j", "1"])
    assert result.exit_code == 0
    assert contents(out) == wanted
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert "not processed again" in result.stderr


def test_killed_again_and_again(wanted: dict[str, bytes], tmp_path: Path) -> None:
    """What each of the runs has done is kept, also where a later one gets less far."""
    out = tmp_path / "out"
    for count in (30, 12):
        killed(out, "file", count)
    assert not out.exists()
    assert normalize([PAGES], out).resumed == 29
    assert contents(out) == wanted
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_a_run_of_other_numbers_left_is_not_used(wanted: dict[str, bytes], tmp_path: Path) -> None:
    out = tmp_path / "out"
    killed(out, "write", 1)
    summary = normalize([PAGES], out, numbers_from=Path("fixtures/history/codes.jsonl"))
    assert summary.resumed == 0
    killed(tmp_path / "other", "write", 1)
    assert normalize([PAGES], tmp_path / "other", incremental=False).resumed == 0
    assert contents(tmp_path / "other") == wanted
    assert {path.name for path in tmp_path.iterdir()} == {"out", "other"}


@pytest.mark.parametrize("data", [b"", b"x" * 5000])
def test_what_is_damaged_is_not_used(
    wanted: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    out = tmp_path / "out"
    killed(out, "write", 1)
    (unfinished(out) / KEPT).write_bytes(data)
    monkeypatch.setattr(first_pass, "_SECONDS", 0)
    assert normalize([PAGES], out).resumed == 0
    assert contents(out) == wanted


@pytest.mark.parametrize(("number", "times"), [(signal.SIGINT, 2), (signal.SIGTERM, 1)])
def test_a_signal_ends_all_processes(tmp_path: Path, number: signal.Signals, times: int) -> None:
    """Whatever they do: here they wait for a pipe that nobody writes to."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for at in range(300):
        (pages / f"{at}.md").write_text(f"# Article {at}\n\nLe vent.", encoding="utf-8")
    code = (
        "import os, signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # ignored in the background
        "from cpp_corpus.cli import main; from cpp_corpus.pipeline import batch\n"
        "def waits(*_):\n    os.write(2, b'waits')\n    os.read(os.pipe()[0], 1)\n"
        "batch.process_file = waits; main()"
    )
    command = [sys.executable, "-c", code, "normalize", str(pages), "-o", str(tmp_path / "out"), "-j", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as running:  # noqa: S603 - a test
        assert running.stderr is not None
        assert running.stderr.read(5) == b"waits"
        began = time.monotonic()
        for _ in range(times):
            os.kill(running.pid, number)
            time.sleep(0.1)
        said = running.stderr.read().decode()  # ends with the last process
        assert running.wait() == 130
        assert time.monotonic() - began < 5
    assert said.endswith("cpp-corpus: interrupted; nothing was left behind\n")
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


@pytest.mark.parametrize(("size", "resumed"), [(3000, None), (150_000, 42)])
def test_a_full_disk(wanted: dict[str, bytes], tmp_path: Path, size: int, resumed: int | None) -> None:
    out = tmp_path / "out"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        with pytest.raises(OutputError) as caught:
            normalize([PAGES], out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    kept = [] if resumed is None else [unfinished(out).name]
    assert [path.name for path in tmp_path.iterdir()] == kept
    assert ("the same command goes on from there" in str(caught.value)) is bool(kept)
    assert normalize([PAGES], out).resumed == resumed
    assert contents(out) == wanted
    assert [path.name for path in tmp_path.iterdir()] == ["out"]

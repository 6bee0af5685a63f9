"""The Dask engine with a scheduler and workers of their own on loopback."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import cpp_corpus
from cpp_corpus import Dask, EngineError, Serial
from cpp_corpus.pipeline.batch import normalize

distributed = pytest.importorskip("distributed")

FIXTURES = Path(__file__).parents[2] / "fixtures"
HERE = Path(__file__).parent


class Cluster(NamedTuple):
    """A scheduler and its workers, as somebody starts them on two machines."""

    address: str
    workers: list[subprocess.Popen[bytes]]


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def started(*arguments: str) -> subprocess.Popen[bytes]:
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path]),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
        "DASK_DISTRIBUTED__ADMIN__LOG_FORMAT": "%(message)s",
    }
    command = [sys.executable, "-m", *arguments]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("dask")
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    host = ("--host", "127.0.0.1")
    scheduler = started("distributed.cli.dask_scheduler", *host, "--port", str(port), "--no-dashboard")
    place = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(folder), "--memory-limit", "0")
    workers = [started("distributed.cli.dask_worker", address, *host, *place) for _ in range(2)]
    try:
        with distributed.Client(address, timeout=30, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield Cluster(address, workers)
    finally:
        for each in (*workers, scheduler):
            each.terminate()
        for each in (*workers, scheduler):
            each.wait(20)


def exported(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix in (".json", ".jsonl")}


def test_a_corpus_is_the_same_byte_for_byte(cluster: Cluster, tmp_path: Path) -> None:
    texts = [FIXTURES / "mirror", FIXTURES / "pages", FIXTURES / "dumps"]
    normalize(texts, tmp_path / "one", engine=Serial())
    normalize(texts, tmp_path / "many", engine=Dask(cluster.address))
    assert exported(tmp_path / "one") == exported(tmp_path / "many")


def slow(item: int) -> tuple[int, int]:
    time.sleep(0.01)
    return item, os.getpid()


def test_a_worker_that_is_killed_is_replaced(cluster: Cluster) -> None:
    """And its work is done again; `dask worker` starts another process in its place."""
    results = Dask(cluster.address).map(slow, range(600))
    found = [next(results)]
    os.kill(found[0][1], signal.SIGKILL)
    found += results
    assert [item for item, _ in found] == list(range(600))
    assert len({worker for _, worker in found}) >= 2


class Poison:
    """Work that ends its process at some items."""

    def __init__(self, *bad: str) -> None:
        self.bad = bad

    def __call__(self, item: str) -> str:
        if item in self.bad:
            os.kill(os.getpid(), signal.SIGKILL)
        return item.upper()

    def parts(self, item: str) -> list[str]:
        return [item]

    def joined(self, results: list[str]) -> str:
        return results[0]

    def lost(self, item: str) -> str:
        return f"lost {item}"


def test_what_ends_each_worker_is_left_out(cluster: Cluster) -> None:
    assert list(Dask(cluster.address).map(Poison("b"), ["a", "b", "c"])) == ["A", "lost b", "C"]


def fail(item: str) -> str:
    raise ValueError(item)


def test_an_error_of_the_work_comes_through(cluster: Cluster) -> None:
    with pytest.raises(ValueError, match="a"):
        list(Dask(cluster.address).map(fail, ["a", "b"]))


def test_equal_items_are_all_done(cluster: Cluster) -> None:
    assert list(Dask(cluster.address).map(str.upper, ["a"] * 300)) == ["A"] * 300


def test_the_command(cluster: Cluster, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = ["-m", "cpp_corpus", "normalize", "fixtures/mirror", "-o", str(out), "--engine", "dask"]
    run = [sys.executable, *command, "--scheduler", cluster.address]
    done = subprocess.run(run, cwd=FIXTURES.parent, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, "written to" in done.stdout) == (0, True), done.stderr
    assert len(cpp_corpus.load(out).articles) == len(cpp_corpus.load(FIXTURES / "mirror").articles)


def test_no_scheduler() -> None:
    with pytest.raises(EngineError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9; start one with"):
        list(Dask("tcp://127.0.0.1:9", timeout=0.5).map(len, ["a"]))


def test_an_address_that_is_none() -> None:
    with pytest.raises(EngineError, match="no Dask scheduler answers at nowhere"):
        list(Dask("nowhere", timeout=0.5).map(len, ["a"]))

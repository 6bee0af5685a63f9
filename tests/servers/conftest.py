"""A corpus, its store, and the server that serves it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cpp_corpus

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def corpus() -> cpp_corpus.Corpus:
    return cpp_corpus.load(ROOT / "fixtures" / "mirror")


@pytest.fixture(scope="session")
def out(corpus: cpp_corpus.Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store."""
    folder = tmp_path_factory.mktemp("servers") / "out"
    corpus.export(folder, formats="store")
    return folder


@pytest.fixture(scope="session")
def address(out: Path) -> Iterator[str]:
    """The address of a server that runs in a process of its own."""
    pytest.importorskip("uvicorn")
    pytest.importorskip("starlette")
    command = [sys.executable, "-m", "cpp_corpus", "serve", str(out), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 - ours
        assert server.stderr is not None
        line = server.stderr.readline()
        try:
            yield line.rpartition(" (")[0].rpartition(": ")[2].rstrip("/")
        finally:
            server.terminate()
        assert server.wait(20) == 0
        assert server.stderr.read() == ""  # not a word about whatever was sent

import os
import signal
import subprocess
import sys
from os.path import basename

import pytest

from cpp_corpus.errors import CorpusError
from cpp_corpus.pipeline.pool import in_order

PATHS = [f"folder/{n}" for n in range(700)]


def die(path: str) -> str:
    if path.endswith("/300"):
        os._exit(1)
    return path


def fail(path: str) -> str:
    raise ValueError(path)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_paths(jobs: int) -> None:
    assert list(in_order(basename, PATHS, jobs)) == [str(n) for n in range(700)]


def test_nothing_to_do() -> None:
    assert list(in_order(basename, list[str](), 2)) == []


def test_a_reader_may_stop_early() -> None:
    results = in_order(basename, PATHS, 2)
    assert next(results) == "0"
    results.close()  # type: ignore[attr-defined]


def test_a_worker_that_dies_is_told_with_its_files() -> None:
    with pytest.raises(CorpusError, match="a worker process died while it read folder/"):
        list(in_order(die, PATHS, 2))


def test_an_error_of_the_work_comes_through() -> None:
    with pytest.raises(ValueError, match="folder/0"):
        list(in_order(fail, PATHS, 2))


def test_workers_end_with_a_process_that_is_killed() -> None:
    """Else they would wait for ever, and hold the pipe that they write to open."""
    code = (
        "import os, signal; from os.path import basename; from cpp_corpus.pipeline.pool import in_order;"
        "results = in_order(basename, [str(n) for n in range(700)], 2); next(results);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)  # noqa: S603
    assert done.returncode == -signal.SIGKILL

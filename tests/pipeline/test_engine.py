import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from os.path import basename
from pathlib import Path
from typing import Any

import pytest

import cpp_corpus
from cpp_corpus import Engine, InputError, Processes, Serial, find_references_in
from cpp_corpus.errors import EngineError
from cpp_corpus.pipeline import engine as engine_module
from cpp_corpus.pipeline import stages
from cpp_corpus.pipeline.batch import normalize
from cpp_corpus.pipeline.engine import engine_for
from cpp_corpus.table import WithTables

FIXTURES = Path(__file__).parents[2] / "fixtures"
PATHS = [f"folder/{n}" for n in range(700)]


def die(path: str) -> str:
    if path.endswith("/300"):
        os._exit(1)
    return path


def fail(path: str) -> str:
    raise ValueError(path)


@pytest.mark.parametrize("engine", [Serial(), Processes(1), Processes(2), Processes(3)], ids=repr)
def test_results_come_in_the_order_of_the_paths(engine: Engine) -> None:
    assert list(engine.map(basename, PATHS)) == [str(n) for n in range(700)]


def test_nothing_to_do() -> None:
    nothing: list[str] = []
    assert list(Processes(2).map(str.upper, nothing)) == []


def test_a_reader_may_stop_early() -> None:
    results = Processes(2).map(basename, PATHS)
    assert next(results) == "0"
    results.close()  # type: ignore[attr-defined]


def test_a_worker_that_always_dies_is_told_with_its_item() -> None:
    with pytest.raises(EngineError, match="a worker process died while it read folder/300, and again"):
        list(Processes(2).map(die, PATHS))


class Dying:
    """Work that ends its process at some items: at ``always`` each time, at ``once`` as long as ``mark`` is missing."""

    def __init__(self, always: tuple[str, ...] = (), once: str = "", mark: Path = Path()) -> None:
        self.always = always
        self.once = once
        self.mark = mark

    def __call__(self, path: str) -> str:
        if path in self.always:
            os.kill(os.getpid(), signal.SIGKILL)
        if path == self.once and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return path

    def parts(self, item: str) -> list[str]:
        return item.split("+")

    def joined(self, results: list[str]) -> str:
        return "+".join(results)

    def lost(self, item: str) -> str:
        return f"lost {item}"


def test_what_a_worker_did_when_it_died_is_done_again(tmp_path: Path) -> None:
    work = Dying(once=PATHS[300], mark=tmp_path / "died")
    assert list(Processes(2).map(work, PATHS)) == PATHS
    assert work.mark.exists()


@pytest.mark.parametrize("bad", [(0,), (300,), (699,), (0, 1, 2), (300, 301, 600)], ids=str)
def test_items_that_always_end_their_worker_are_left_out(bad: tuple[int, ...]) -> None:
    work = WithTables(Dying(tuple(PATHS[at] for at in bad)))
    expected = [f"lost {path}" if at in bad else path for at, path in enumerate(PATHS)]
    assert list(Processes(2).map(work, PATHS)) == expected


def test_of_an_item_of_parts_only_one_is_left_out() -> None:
    assert list(Processes(2).map(DyingInParts("b"), ["a+b+c", "d", "e"])) == ["a+lost b+c", "d", "e"]


class DyingInParts(Dying):
    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part

    def __call__(self, path: str) -> str:
        if self.part in path.split("+"):
            os.kill(os.getpid(), signal.SIGKILL)
        return path


def end(_work: object) -> None:
    os._exit(1)


def test_workers_that_cannot_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "_begin", end)
    with pytest.raises(EngineError, match="die as soon as they start"):
        list(Processes(2).map(len, PATHS))


def test_a_page_that_ends_its_workers_has_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest of the batch goes on; the next run tries the page again."""
    texts = tmp_path / "code-des-nuages"
    texts.mkdir()
    for at in range(9):
        (texts / f"l{at}.md").write_text(f"# Article L{at}\n\nLe nuage {at} passe.\n", encoding="utf-8")
    (texts / "l4.md").write_text("# Article L4\n\nLe nuage poison passe.\n", encoding="utf-8")
    monkeypatch.setattr(stages, "_processed", poisoned(stages._processed))
    normalize([texts], tmp_path / "out", engine=Processes(2))
    corpus = cpp_corpus.load(tmp_path / "out")
    assert [str(article.number) for article in corpus.articles] == [f"L{at}" for at in range(9) if at != 4]
    (found,) = [each for each in corpus.findings if each.code == "worker-died"]
    assert "one at which each process that read it died" in found.message
    assert found.path is not None
    assert found.path.endswith("/l4.md")
    monkeypatch.undo()
    normalize([texts], tmp_path / "out", engine=Processes(2))
    assert len(cpp_corpus.load(tmp_path / "out").articles) == 9


def poisoned(read: Any) -> Any:
    def processed(entry: Any, *rest: Any) -> Any:
        if b"poison" in entry.open().read():
            os.kill(os.getpid(), signal.SIGKILL)
        return read(entry, *rest)

    return processed


def test_an_error_of_the_work_comes_through() -> None:
    with pytest.raises(ValueError, match="folder/0"):
        list(Processes(2).map(fail, PATHS))


def test_workers_end_with_a_process_that_is_killed() -> None:
    """Else they would wait for ever, and hold the pipe that they write to open."""
    code = (
        "import os, signal; from os.path import basename; from cpp_corpus import Processes;"
        "results = Processes(2).map(basename, [str(n) for n in range(700)]); next(results);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)  # noqa: S603
    assert done.returncode == -signal.SIGKILL


class Counting:
    """Work that remembers: how often this copy of it was called."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, _: str) -> int:
        self.calls += 1
        return self.calls


def test_a_worker_keeps_its_work_for_the_whole_run() -> None:
    work = Counting()
    assert max(Processes(2).map(work, PATHS)) > 128  # more than a chunk
    assert max(Processes(2).map(work, PATHS)) <= len(PATHS)
    assert work.calls == 0  # nothing comes back to this process


@pytest.mark.parametrize("items", [[1, 2, 3], [b"a", b"b"], [("a", 1), ("b", 2)], ["\0", "x" * 9999]], ids=str)
def test_items_need_not_be_files(items: list[object]) -> None:
    assert list(Processes(2).map(repr, items)) == [repr(item) for item in items]


def test_the_engine_that_is_asked_for() -> None:
    own = Serial()
    assert engine_for(own, None) is own
    assert engine_for(None, None) == engine_for(None, 1) == Serial()
    assert engine_for(None, 3) == Processes(3)
    with pytest.raises(InputError, match="give one of the two"):
        engine_for(own, 2)


def test_a_corpus_is_the_same_whatever_the_engine() -> None:
    texts = FIXTURES / "mirror" / "code-des-sabliers"
    assert cpp_corpus.load(texts, engine=Processes(2)) == cpp_corpus.load(texts, engine=Serial())


@pytest.mark.parametrize(("items", "most"), [(2, 1), (700, 11), (100_000, 4 * (os.cpu_count() or 1))])
def test_no_more_processes_than_can_help(monkeypatch: pytest.MonkeyPatch, items: int, most: int) -> None:
    """Thousands of them, each started at once, bring a machine to a stop."""
    started: list[int] = []

    class Pool(ThreadPoolExecutor):
        def __init__(self, workers: int, **rest: Any) -> None:
            started.append(workers)
            super().__init__(1, **rest)

    monkeypatch.setattr(engine_module, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(engine_module, "_begin", engine_module._work_of_this_process.append)
    assert list(Processes(10_000).map(str, range(items))) == [str(n) for n in range(items)]
    engine_module._work_of_this_process.clear()
    assert started == [min(most, 4 * (os.cpu_count() or 1))]


def test_no_thread_of_the_workers_is_left_where_a_run_ends_early() -> None:
    """Python would wake it as the program ends, and print an error where it has just ended by itself."""
    pool = engine_module._pool(basename, 2)
    pool.submit(engine_module._each, ["a/b"])
    manager: Any = vars(pool)["_executor_manager_thread"]
    engine_module._end(pool, at_once=True)
    assert not manager.is_alive()


@pytest.mark.parametrize("jobs", [0, -1, True, "2", 1.5])
def test_jobs_that_are_no_number_of_processes(jobs: Any) -> None:
    kind = ValueError if type(jobs) is int else TypeError
    for run in (lambda: list(find_references_in(["l'article 7"], jobs=jobs)), lambda: Processes(jobs)):
        with pytest.raises(kind, match=r"jobs|workers"):
            run()

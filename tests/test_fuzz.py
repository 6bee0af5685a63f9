"""Each target of ``fuzz`` on its seeds, on some hundred changes of them, and on inputs that have failed before."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from cpp_corpus.ingest import ADAPTERS, read_bytes
from fuzz.changes import LARGEST, change
from fuzz.table import TARGETS
from fuzz.target import FailedCheckError, Target
from fuzz.trial import Hang, Trial, watched

SEEDS = 12  # of a target that are tried


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_seeds_and_changes_of_them(target: Target) -> None:
    seeds, random = target.seeds(), Random(13)
    assert seeds
    for data in seeds[:SEEDS]:
        target.run(data)
    for _ in range(target.tries):
        data = change(random, random.choice(seeds), seeds, target.snippets)
        with watched():
            target.run(data)


@pytest.mark.parametrize("piece", [b" ", b"#", b"\n", b"L. 1, "])
@pytest.mark.parametrize("name", ADAPTERS)
def test_a_piece_again_and_again_is_read_in_time(name: str, piece: bytes) -> None:
    """Patterns that begin anew at each blank would take ten seconds and more."""
    seed = max(TARGETS[name].seeds(), key=len)[:4000]
    middle = len(seed) // 2
    with watched(3):
        read_bytes(seed[:middle] + piece * (60_000 // len(piece)) + seed[middle:], "code-des-nuages/l1.md")


def test_empty_lines_behind_a_ruling_are_read_in_time() -> None:
    with watched(3):
        assert read_bytes(b"---\n" + b"\n" * 200 + b"a\n" * 200, "a.md").refusal is not None


def test_what_is_kept_of_a_failure(tmp_path: Path) -> None:
    def run(data: bytes) -> None:
        if data == b"slow":
            while True:
                pass
        if data[:1] == b"w":
            raise FailedCheckError("words lost: {'a': 1}")
        if data:
            raise ValueError("any")

    trial = Trial(Target("any", "fails", lambda: [b""], run, ()), tmp_path)
    for data in (b"", b"w and more", b"w", b"x", b"xx"):
        trial(data)
    assert (trial.inputs, sorted(trial.failures.values())) == (5, [1, 1])
    assert {path.read_bytes() for path in tmp_path.glob("*.input")} == {b"w", b"x"}
    with pytest.raises(Hang), watched(0.05):
        run(b"slow")


def test_changes_are_the_same_again_and_small() -> None:
    seeds = [seed for target in TARGETS.values() for seed in target.seeds()[:2]]
    for seed in seeds:
        made = change(Random(1), seed, seeds, (b"x",))
        assert made == change(Random(1), seed, seeds, (b"x",))
        assert len(made) <= LARGEST

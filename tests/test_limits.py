"""Limits on files and articles: what is left out, and that the message names the limit and how it is raised."""

from __future__ import annotations

import io
import json
import lzma
import re
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path
from time import monotonic, sleep

import pytest
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus import FindingCode, InputError, Limits
from cpp_corpus.cli.app import app
from cpp_corpus.ingest.read import read_bytes
from cpp_corpus.limits import MOST, LimitReached, check, check_time, count_line, current, keep_timer, timed, within
from cpp_corpus.pipeline.batch import normalize
from tests.growth import is_linear

needs_timer = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such timer")
PAGE = "# Article L1\n\n<p>Le vent souffle.</p><p>La pluie tombe.</p><p>Voir les articles 2, 3 et 4.</p>"
DUMP = "Code des moulins\n\nVersion en vigueur au 1 mars 2024\n\n  • Le vent souffle.\n\n  • La pluie tombe.\n"
WEB = (
    "<!DOCTYPE html><title>Légifrance</title><h1>Code des moulins</h1>"
    "<p class='name-article'>Article 1</p><div class='content'><p>Le vent souffle.</p></div>"
)
DATA = json.dumps(
    {
        "data": {"cid": "LEGITEXT000000000001", "id": "LEGITEXT000000000001", "title": "Code des moulins"},
        "type": "code",
        "children": [{"type": "article", "data": {"num": "L2", "texteHtml": "<p>Le vent.</p>"}}],
    }
)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / "code-des-moulins" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("limit", "most", "name", "text"),
    [
        ("entry_size", 40, "l1.md", PAGE),
        ("text_size", 40, "l1.md", PAGE),
        ("text_size", 40, "dump.txt", DUMP),
        ("text_size", 40, "page.html", WEB),
        ("lines", 2, "l1.md", PAGE),
        ("lines", 2, "dump.txt", DUMP),
        ("tags", 3, "page.html", WEB),
        ("nesting", 1, "code.json", DATA),
    ],
)
def test_a_file_of_more_than_a_limit_is_refused(limit: str, most: int, name: str, text: str, tmp_path: Path) -> None:
    place = written(tmp_path, name, text)
    written(tmp_path, "l2.md", "# Article L2\n\nx")
    corpus = cpp_corpus.load(tmp_path, limits=Limits(**{limit: most}))
    (finding,) = [finding for finding in corpus.findings if finding.code is FindingCode.SIZE_LIMIT]
    assert finding.path == str(place)
    assert f"of more than {most} " in finding.message
    assert f"--limit {limit}=NUMBER of normalize, refs and verify, or limits=Limits({limit}=NUMBER)" in finding.message
    assert [article.id for article in corpus.articles if article.source.path != str(place)] == ["code-des-moulins/l2"]


def test_what_the_message_advises_works(tmp_path: Path) -> None:
    place, out = str(written(tmp_path, "l1.md", PAGE)), str(tmp_path / "out")
    for command in (["normalize", place, "-o", out], ["refs", place]):
        for limit in ("text_size", "lines", "references", "entry_size"):
            refused = CliRunner().invoke(app, [*command, "--limit", f"{limit}=1"])
            assert f"--limit {limit}=NUMBER" in refused.stderr
        raised = CliRunner().invoke(app, [*command, "--limit", "lines=4", "--limit", "references=3"])
        assert (raised.exit_code, "--limit" in raised.stderr) == (0, False)


def test_verify_has_the_limits_too(tmp_path: Path) -> None:
    place = str(written(tmp_path, "l1.md", PAGE))
    command = ["verify", place, "--from", place, "--cited-act", "code-des-moulins"]
    for limit in ("text_size", "references"):
        assert f"--limit {limit}=NUMBER" in CliRunner().invoke(app, [*command, "--limit", f"{limit}=1"]).stderr
    assert CliRunner().invoke(app, [*command, "--limit", "entries=some"]).exit_code == 2


def test_an_article_keeps_its_text_where_it_has_too_many_references(tmp_path: Path) -> None:
    place, out = written(tmp_path, "l1.md", PAGE), tmp_path / "out"
    result = CliRunner().invoke(app, ["normalize", str(place), "-o", str(out), "--limit", "references=2"])
    assert "The references of this article are not given" in result.stderr
    corpus = cpp_corpus.load(out)
    assert ([article.text[:3] for article in corpus], list(corpus.references)) == (["Le "], [])
    loaded = cpp_corpus.load(place, limits=Limits(references=2))
    with pytest.raises(InputError, match=r"is an article of more than 2 references .raise the limit"):
        loaded.references_of(loaded.articles[0])


def test_references_are_counted_in_lists_and_one_by_one() -> None:
    for text in ("Les articles " + ", ".join(map(str, range(2000))), "L'article 1. " * 2000):
        with pytest.raises(LimitReached, match="more than 1,500 references"), within(Limits(references=1500)):
            cpp_corpus.find_references(text)


def test_the_time_is_that_of_the_whole_file(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter(range(0, 100, 5))
    monkeypatch.setattr("cpp_corpus.limits.monotonic", lambda: next(now))
    with within(Limits(seconds=9)):
        check_time()
        with within(None), pytest.raises(LimitReached, match="takes more than 9 seconds"):
            check_time()


def count_for_ever() -> None:
    while True:
        pass


@needs_timer
@pytest.mark.parametrize("work", [count_for_ever, lambda: re.match("(a+)+$", "a" * 60 + "b")], ids=["loop", "pattern"])
def test_the_time_ends_work_that_does_not_look_at_the_clock(work: Callable[[], object]) -> None:
    began = monotonic()
    with (
        pytest.raises(LimitReached, match="takes more than 1 seconds"),
        within(Limits(seconds=1)),
        within(None),
        timed(),
    ):
        work()
    assert monotonic() - began < 20
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


@needs_timer
def test_a_file_whose_time_is_over_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = written(tmp_path, "l1.md", PAGE)
    monkeypatch.setattr("cpp_corpus.tokenizer.tokenize", lambda *_, **__: count_for_ever())
    with pytest.raises(InputError, match=r"takes more than 1 seconds, so it is not in the output.*--limit seconds="):
        cpp_corpus.load(place, limits=Limits(seconds=1), jobs=1)


@needs_timer
def test_an_article_whose_time_is_over_keeps_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = written(tmp_path, "l1.md", PAGE)
    monkeypatch.setattr("cpp_corpus.pipeline.batch.recognised", lambda _: count_for_ever())
    normalize([place], tmp_path / "out", limits=Limits(seconds=1), jobs=1)
    corpus = cpp_corpus.load(tmp_path / "out")
    assert ([article.text[:3] for article in corpus], list(corpus.references)) == (["Le "], [])
    (finding,) = [finding for finding in corpus.findings if finding.code is FindingCode.SIZE_LIMIT]
    assert "whose reading takes more than 1 seconds" in finding.message


@needs_timer
def test_a_timer_of_somebody_else_is_left_alone() -> None:
    rung = []
    signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        with within(Limits(seconds=1)), timed():
            sleep(0.3)
        assert rung == [1]
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, 100)
        with within(None), timed():
            assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 90
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


@needs_timer
def test_a_process_that_keeps_the_timer_keeps_its_signal_and_sets_it_in_the_main_thread_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cpp_corpus.limits._kept_in", -1)  # as it is set back

    def is_set() -> bool:
        with within(Limits(seconds=1)), timed():
            return signal.getitimer(signal.ITIMER_REAL)[0] > 0

    try:
        keep_timer()
        kept = signal.getsignal(signal.SIGALRM)
        with pytest.raises(LimitReached), within(Limits(seconds=1)), timed():
            count_for_ever()
        assert is_set()
        assert signal.getsignal(signal.SIGALRM) is kept is not signal.SIG_DFL
        with ThreadPoolExecutor() as threads:
            assert not threads.submit(is_set).result()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def test_other_threads_have_no_timer() -> None:
    with ThreadPoolExecutor() as threads:
        assert threads.submit(lambda: len(cpp_corpus.load("fixtures/pages", jobs=1).articles)).result() > 0


def test_outside_of_a_file_nothing_is_limited() -> None:
    count_line()
    check_time()
    check("tags", 10**9, "tags")
    assert current() == Limits()
    assert len(read_bytes(PAGE.encode(), "l1.md").documents) == 1


def test_raised_limits_are_another_run(tmp_path: Path) -> None:
    place, out = str(written(tmp_path, "l1.md", PAGE)), str(tmp_path / "out")
    run = ["normalize", place, "-o", out]
    assert CliRunner().invoke(app, [*run, "--limit", "references=1"]).exit_code == 0
    CliRunner().invoke(app, run)
    assert len(list(cpp_corpus.load(out).references)) == 3


def test_data_in_records_may_be_larger_than_a_text(tmp_path: Path) -> None:
    (tmp_path / "code.json").write_text(DATA, encoding="utf-8")
    assert len(DATA) > 100
    assert len(cpp_corpus.load(tmp_path, limits=Limits(text_size=100))) == 1
    (tmp_path / "code.json").write_text(DATA.replace("vent", "vent" * 30), encoding="utf-8")
    with pytest.raises(InputError, match="more than 100 characters in one record"):
        cpp_corpus.load(tmp_path, limits=Limits(text_size=100))


def test_standard_input_is_read_as_far_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    with pytest.raises(InputError, match="larger than 50 bytes"):
        cpp_corpus.load("-", limits=Limits(entry_size=50))


def test_a_history_with_a_long_line(tmp_path: Path) -> None:
    (tmp_path / "history.jsonl.xz").write_bytes(lzma.compress(b" " * 70_000_000))
    place = written(tmp_path, "dump.txt", DUMP)
    (finding,) = [
        finding
        for finding in cpp_corpus.load(place, numbers_from=tmp_path / "history.jsonl.xz").findings
        if finding.code is FindingCode.UNUSABLE_NUMBERS_FROM
    ]
    assert "history.jsonl.xz:1: has a line of more than 33,554,432 bytes" in finding.message
    assert "--limit text_size=NUMBER" in finding.message


@pytest.mark.parametrize("field", [field.name for field in fields(Limits)])
def test_a_limit_is_a_number_from_one_on(field: str) -> None:
    with pytest.raises(InputError, match=f"the limit '{field}' must be at least 1"):
        Limits(**{field: 0})
    with pytest.raises(InputError, match=f"the limit '{field}' must be at most {MOST}"):
        Limits(**{field: MOST + 1})


def test_the_highest_limit_is_written(tmp_path: Path) -> None:
    place, out = str(written(tmp_path, "l1.md", PAGE)), str(tmp_path / "out")
    run = ["normalize", place, "-o", out, "--limit"]
    assert CliRunner().invoke(app, [*run, f"lines={MOST + 1}"]).exit_code == 2
    assert CliRunner().invoke(app, [*run, f"lines={MOST}"]).exit_code == 0
    assert json.loads((tmp_path / "out/corpus.json").read_text("utf-8"))["options"]["limits"] == {"lines": MOST}


def links(count: int) -> bytes:
    words = "".join(f"<a href='/l{at}'>l'article L{at}</a>, " for at in range(count))
    return f"# Article L1\n\n<p>{words}</p>".encode()


@pytest.mark.parametrize(
    "page",
    [links, lambda count: b"# Article L1\n\n" + b"<p></p>\n" * (count * 40)],
    ids=["links", "empty paragraphs"],
)
def test_reading_is_linear(page: Callable[[int], bytes]) -> None:
    assert is_linear(lambda count: read_bytes(page(count), "l1.md"), 2500, factor=8)


def test_resolution_is_linear() -> None:
    """The references behind one of them are few, and are found without passing over those before it."""
    (citing,) = cpp_corpus.load("fixtures/pages/l212-8.txt", act="code-des-moulins")

    def resolved(count: int) -> None:
        text = "Les articles " + ", ".join(f"L{at}" for at in range(count)) + " sont abrogés."
        len(list(cpp_corpus.Corpus([citing.model_copy(update={"text": text})]).references))

    assert is_linear(resolved, 4000, factor=10)

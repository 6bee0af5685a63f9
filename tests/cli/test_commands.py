"""The commands as a user runs them: what is printed where, and the exit status."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest
import typer
from typer.testing import CliRunner

from cpp_corpus.atomic import unfinished
from cpp_corpus.cli import app
from cpp_corpus.cli.app import _OF_PATHS, COMMANDS
from cpp_corpus.cli.input import report_all
from cpp_corpus.export.spool import Spool
from cpp_corpus.model.finding import Finding, Severity

ROOT = Path(__file__).parents[2]
MIRROR = str(ROOT / "fixtures" / "mirror")


runner = CliRunner()


def run(*args: str | Path, stdin: str | None = None) -> tuple[int, str, str]:
    result = runner.invoke(app, list(map(str, args)), input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What normalize wrote."""
    out = tmp_path_factory.mktemp("export").resolve()
    assert run("normalize", MIRROR, "-o", out, "-j", "1", "-q")[0] == 0
    return out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    status, out, _ = run(command, "--help")
    assert status == 0
    assert f"cpp-corpus {command}" in out


def test_version() -> None:
    status, out, _ = run("--version")
    first, tables, atlases, *_ = out.splitlines()
    assert (status, first) == (0, "cpp-corpus 0.1.0")
    assert re.fullmatch(
        r"tables: [0-9]+ codes, [0-9,]+ numbers of articles of [0-9]+ codes, law of [0-9]{4}-.*", tables
    )
    assert re.fullmatch(r"atlases, [\w-]+: [0-9,]+ versions of articles of [0-9]+ acts?, law until [0-9-]+", atlases)


@pytest.mark.parametrize(
    "args", [["normalize"], ["normalize", "x"], ["nonsense"], ["refs"], ["schema", "x"], ["show", "1"]]
)
def test_wrong_command_lines(args: list[str]) -> None:
    status, out, err = run(*args)
    assert (status, out) == (2, "")
    assert err


def test_normalize(tmp_path: Path) -> None:
    status, out, _ = run("normalize", MIRROR, "-o", tmp_path / "out", "--jobs", "1")
    assert status == 0
    counts = json.loads((tmp_path / "out" / "corpus.json").read_bytes())["counts"]
    for part in (f"{counts['articles']} articles", f"{counts['references']} references", f"written to {tmp_path}"):
        assert part in out
    assert " resolved" in out


def test_normalize_quiet(tmp_path: Path) -> None:
    assert run("normalize", MIRROR, "-o", tmp_path / "out", "-q", "-j", "1") == (0, "", "")


def test_normalize_tells_of_what_it_could_not_read(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "1.md").write_text("# Article 1\n\n<p>Le vent.</p>", encoding="utf-8")
    for n in range(5):
        (pages / f"empty-{n}.md").touch()
    status, out, err = run("normalize", pages, "-o", tmp_path / "out", "-j", "1")
    assert status == 0
    assert "1 article\n" in out
    assert "5 not read (5 .md: empty)" in out
    assert err.count("[empty-file]") == 1
    assert "5 files (.md) were not read" in err


def test_normalize_where_nothing_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    for args in ([tmp_path / "empty.md"], [tmp_path / "nowhere"]):
        status, out, err = run("normalize", *args, "-o", tmp_path / "out", "-j", "1")
        assert (status, out) == (1, "")
        assert err.startswith("cpp-corpus: ")
        assert err.count("\n") == 1
        assert not (tmp_path / "out").exists()


def test_normalize_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    status, _, err = run("normalize", MIRROR, "-o", tmp_path / "file", "-j", "1")
    assert status == 1
    assert "is a file" in err

    def full(_self: Spool, _line: bytes) -> None:
        raise OSError(errno.ENOSPC, "x")

    monkeypatch.setattr(Spool, "add", full)
    status, _, err = run("normalize", MIRROR, "-o", tmp_path / "out", "-j", "1")
    assert status == 1
    assert "No space left on device; what was done is kept in" in err
    assert [path.name for path in tmp_path.iterdir()] == ["file", unfinished(tmp_path / "out").name]
    status, _, err = run("normalize", MIRROR, "-o", tmp_path / "out", "-j", "1", "--fresh")
    assert err.endswith("No space left on device; nothing was left there\n")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_interrupt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_self: Spool, _line: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Spool, "add", interrupt)
    status, _, err = run("normalize", MIRROR, "-o", tmp_path / "out", "-j", "1")
    assert status == 130
    kept = unfinished(tmp_path / "out")
    said = f"cpp-corpus: interrupted; what was done is kept in {kept}, and the same command goes on from there"
    assert err.splitlines()[-1] == said
    assert list(tmp_path.iterdir()) == [kept]
    status, _, err = run("normalize", MIRROR, "-o", tmp_path / "out", "-j", "1", "--fresh")
    assert err.splitlines()[-1] == "cpp-corpus: interrupted; nothing was left behind"
    assert list(tmp_path.iterdir()) == []


def test_show() -> None:
    status, out, _ = run("show", "L121-3", "--from", MIRROR, "-j", "1")
    assert status == 0
    assert "code-des-moulins-et-des-horloges/l121-3" in out
    assert "missing" in out


def test_show_what_is_not_there_or_several() -> None:
    status, out, err = run("show", "9999", "--from", MIRROR, "-j", "1")
    assert (status, out) == (1, "")
    assert "9999" in err
    status, out, err = run("show", "Annexe I", "--from", MIRROR, "-j", "1")
    assert (status, out) == (1, "")
    assert "annexe-i~2" in err


def test_refs(tmp_path: Path) -> None:
    text = "Vu les articles 63 et 77 du code de procédure pénale."
    status, out, _ = run("refs", "-", stdin=text)
    assert status == 0
    assert [line.split("\t")[1] for line in out.splitlines()] == ["63", "77"]
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    status, out, _ = run("refs", path, "--json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert [(line["act"], line["article"], line["text"]) for line in lines] == [
        ("code-de-procedure-penale", "63", "63"),
        ("code-de-procedure-penale", "77", "77"),
    ]


def test_refs_of_an_article() -> None:
    _, out, _ = run("refs", "-", "--json", "--act", "code-penal", stdin="l'article 221-1")
    assert json.loads(out)["act"] == "code-penal"


def test_refs_of_what_cannot_be_read(tmp_path: Path) -> None:
    status, out, err = run("refs", tmp_path / "nowhere")
    assert (status, out) == (1, "")
    assert "nowhere" in err


def test_find() -> None:
    status, out, _ = run("find", "L. 121-3", "--from", MIRROR, "-j", "1")
    assert status == 0
    assert out.startswith("code-des-moulins-et-des-horloges/l121-3\tin_force\t")
    assert run("find", "L. 9999", "--from", MIRROR, "-j", "1")[0] == 1


def test_schema() -> None:
    status, out, _ = run("schema", "articles")
    assert status == 0
    assert json.loads(out)["title"] == "Article"
    names = {"articles", "references", "graph", "findings", "corpus", "sources", "diff", "verified", "impact"}
    assert set(json.loads(run("schema")[1])) == names


def test_formats() -> None:
    status, out, _ = run("formats")
    assert status == 0
    rows = [line.split("\t") for line in out.splitlines()]
    assert {row[0] for row in rows} == {"read", "write", "annotate"}
    (tables,) = [row for row in rows if row[:2] == ["read", "parquet"]]
    assert ("number" in tables[3], tables[4], len(tables)) == (True, "parquet", 6)


def command(*args: str) -> list[str]:
    return [sys.executable, "-c", "from cpp_corpus.cli import main; main()", *args]


def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("l'article 63 du code pénal. " * 20_000, encoding="utf-8")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command("refs", str(path), "--json"), **pipes) as process:  # type: ignore[call-overload] # noqa: S603
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize(
    "args",
    [["show", "L112-1", "--from", MIRROR], ["diff", MIRROR, MIRROR], ["find", "L112-1", "--from", MIRROR]],
    ids=lambda args: args[0],
)
def test_a_reader_that_is_gone_before_anything_is_shown(args: list[str]) -> None:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command(*args, "-j", "1"), **pipes) as process:  # type: ignore[call-overload] # noqa: S603
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("args", [["schema"], ["--help"], ["--version"], ["refs", "--help"]], ids=" ".join)
def test_standard_output_that_is_full(args: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command(*args), stdout=full, stderr=subprocess.PIPE, check=False)  # noqa: S603
    assert done.returncode == 1
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


def test_the_command_line_does_not_wait_for_the_library() -> None:
    heavy = ["pydantic", "lxml", "rich"]
    code = f"import sys; from cpp_corpus.cli import app; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    "args",
    [
        ["atlas", "build", MIRROR, "-o"],
        ["audit", MIRROR, "-o"],
        ["diff", MIRROR, MIRROR, "--html"],
        ["graph", "L121-3", "--from", MIRROR, "-o"],
    ],
)
def test_a_file_that_cannot_be_written_is_told_before_the_work(
    args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object) -> None:
        raise AssertionError("nothing is read before")

    monkeypatch.setattr("cpp_corpus.ingest.read_file", read)
    for path, said in ((tmp_path / "nowhere" / "x.svg", "there is no folder"), (tmp_path, "is a folder")):
        status, out, err = run(*args, path)
        assert (status, out) == (1, "")
        assert err.startswith(f"cpp-corpus: {path}: ")
        assert said in err
        assert err.count("\n") == 1
    monkeypatch.setattr("os.access", lambda _path, mode: mode != os.W_OK)
    status, _, err = run(*args, tmp_path / "x.svg")
    assert status == 1
    assert "cannot be written: Permission denied" in err


def test_a_long_finding_is_shortened_and_keeps_its_end() -> None:
    numbers = ", ".join(map(str, range(1000)))
    finding = Finding(code="x", severity=Severity.INFO, message=f"articles {numbers}. Fetch those.", path="a.txt")
    runner_ = CliRunner()
    command_ = typer.Typer()
    command_.command()(lambda: report_all([finding]))
    line = runner_.invoke(command_).stderr
    assert line.startswith("a.txt: info: articles 0, 1, ")
    assert line.endswith(", 999. Fetch those. [x]\n")
    assert len(line) < 500


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize(("args", "closed"), [(["formats"], ">&-"), (["refs", "-"], "<&-"), (["refs", "x"], "2>&-")])
def test_a_stream_that_is_closed(args: list[str], closed: str) -> None:
    shell = ["sh", "-c", f'exec "$@" {closed}', "sh", *command(*args)]
    done = subprocess.run(shell, capture_output=True, text=True, check=False)  # noqa: S603
    assert "Traceback" not in done.stderr
    assert done.returncode == (1 if "x" in args else 0)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminal hangs up here")
def test_a_terminal_that_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang_up(_self: Spool, _line: bytes) -> None:
        os.kill(os.getpid(), signal.SIGHUP)

    monkeypatch.setattr(Spool, "add", hang_up)
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # nohup ignores it
    try:
        assert run("normalize", MIRROR, "-o", tmp_path / "out", "-j", "1", "--fresh")[0] == 130
    finally:
        signal.signal(signal.SIGHUP, before)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_extra_is_told_before_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise AssertionError("nothing is read before")

    monkeypatch.setattr("cpp_corpus.ingest.read_file", read)
    monkeypatch.setenv("PATH", str(tmp_path))
    for package in ("jinja2", "pygraphviz"):
        monkeypatch.setitem(sys.modules, package, None)
    asked: list[tuple[list[str], str]] = [
        (["diff", MIRROR, MIRROR, "--html", str(tmp_path / "x.html")], "html"),
        (["graph", "L121-3", "--from", MIRROR, "-o", str(tmp_path / "x.svg")], "draw"),
    ]
    for args, extra in asked:
        status, out, err = run(*args)
        assert (status, out) == (1, "")
        assert f" needs the extra '{extra}' of cpp-corpus: pip install '" in err
        assert err.count("\n") == 1


def test_each_command_is_listed_with_the_first_line_of_its_help() -> None:
    for name, line in COMMANDS.items():
        said = run(name, "--help")[1].split("\n\n")[1]
        assert " ".join(said.split()) == line
        assert line in run("--help")[1]


def test_a_command_that_is_nearly_one() -> None:
    assert "Did you mean 'normalize'" in run("normalise")[2]


def test_the_package_is_a_command() -> None:
    done = subprocess.run([sys.executable, "-m", "cpp_corpus", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("cpp-corpus ")


@pytest.mark.parametrize(
    ("shell", "said"), [("bash", "complete "), ("zsh", "#compdef cpp-corpus"), ("fish", "complete ")]
)
def test_completion(shell: str, said: str) -> None:
    typed = {
        "bash": {"COMP_WORDS": "cpp-corpus no", "COMP_CWORD": "1"},
        "zsh": {"_TYPER_COMPLETE_ARGS": "cpp-corpus no"},
        "fish": {"_TYPER_COMPLETE_ARGS": "cpp-corpus no", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    for action, wanted in (("source", said), ("complete", "normalize")):
        environment = os.environ | {"_CPP_CORPUS_COMPLETE": f"{action}_{shell}"} | typed
        done = subprocess.run(command(), capture_output=True, text=True, check=False, env=environment)  # noqa: S603
        assert wanted in done.stdout, done.stderr


def test_completion_of_the_options_of_a_command() -> None:
    typed = {"_CPP_CORPUS_COMPLETE": "complete_bash", "COMP_WORDS": "cpp-corpus find --", "COMP_CWORD": "2"}
    done = subprocess.run(command(), capture_output=True, text=True, check=False, env=os.environ | typed)  # noqa: S603
    assert {"--from", "--json"} <= set(done.stdout.split())


@pytest.mark.parametrize(
    "args",
    [
        ("refs", "PAGE", "--to", "markdown", "-o", "PAGE"),
        ("refs", "OTHER", "PAGE", "--to", "jsonl", "-o", "LINK"),
        ("refs", "FOLDER", "--to", "brat", "-o", "FOLDER"),
        ("audit", "PAGE", "-o", "PAGE"),
        ("diff", "PAGE", "OTHER", "--html", "OTHER"),
        ("graph", "L1", "--from", "PAGE", "-o", "PAGE"),
        ("atlas", "build", "PAGE", "-o", "PAGE"),
    ],
    ids=" ".join,
)
def test_no_input_is_overwritten(tmp_path: Path, args: tuple[str, ...]) -> None:
    """Whatever the name by which it is given."""
    folder = tmp_path / "code-des-nuages"
    folder.mkdir()
    places = {name: folder / f"{name.lower()}.md" for name in ("PAGE", "OTHER", "LINK")} | {"FOLDER": folder}
    for name in ("PAGE", "OTHER"):
        places[name].write_text("# Article L1\n\n<p>L'article L. 2 passe.</p>\n", encoding="utf-8")
    places["LINK"].symlink_to(places["PAGE"])
    before = {path: path.read_bytes() for path in folder.iterdir()}
    status, out, err = run(*(str(places.get(each, each)) for each in args))
    assert (status, out) == (1, "")
    assert "is one of the inputs; give another" in err
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    "args",
    [
        ("cites", "L221-1", "--from", MIRROR),
        ("cited-by", "L221-1", "--from", MIRROR, "--format", "csv"),
        ("impact", "L221-1", "--from", MIRROR),
        ("audit", MIRROR),
        ("verify", "-", "--from", MIRROR),
        ("refs", "-", "--to", "csv"),
    ],
    ids=" ".join,
)
def test_a_dash_is_standard_output(args: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    printed = run(*args, stdin="Vu l'article 7 du code civil.")
    assert printed[1]
    assert run(*args, "-o", "-", stdin="Vu l'article 7 du code civil.") == printed
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "args",
    [
        ("normalize", MIRROR, "-o", "-"),
        ("site", MIRROR, "-o", "-"),
        ("diff", MIRROR, MIRROR, "--html", "-"),
        ("atlas", "build", MIRROR, "-o", "-"),
        ("tables", "update", "--from", MIRROR, "-o", "-"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_printed_needs_a_name(
    args: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*args)
    assert (status, out) == (2, "")
    assert "- is standard output, which cannot have it; give a name" in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "args",
    [
        ("cites", "L112-1", "--from", "EXPORT", "-o", "EXPORT/references.jsonl"),
        ("cited-by", "L112-1", "--from", "EXPORT", "-o", "EXPORT/new.csv"),
        ("impact", "L112-1", "--from", "EXPORT/corpus.db", "-o", "EXPORT/corpus.db.csv"),
        ("graph", "L112-1", "--from", "EXPORT", "-o", "EXPORT/graph.json"),
        ("audit", "EXPORT", "-o", "LINK/articles.jsonl"),
        ("refs", "TEXT", "--to", "html", "-o", "EXPORT/articles.jsonl"),
        ("refs", "TEXT", "--to", "brat", "-o", "EXPORT/brat"),
        ("verify", "TEXT", "--from", MIRROR, "-o", "EXPORT/findings.jsonl"),
        ("diff", "EXPORT", "EXPORT", "--html", "EXPORT/x.html"),
        ("tables", "update", "--from", "EXPORT", "-o", "EXPORT/tables.json"),
        ("atlas", "build", "EXPORT", "-o", "EXPORT/x.atlas"),
        ("atlas", "build", "EXPORT", "--all", "-o", "EXPORT"),
        ("site", "EXPORT", "-o", "EXPORT/site"),
        ("normalize", "TEXT", "-o", "EXPORT/again"),
    ],
    ids=" ".join,
)
def test_nothing_is_written_into_an_export(
    tmp_path: Path, export: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    """Whether it is read or not: its files would be lost, or normalize would no longer replace it."""
    monkeypatch.chdir(tmp_path)
    Path("EXPORT").symlink_to(export)
    Path("LINK").symlink_to("EXPORT")
    Path("TEXT").write_text("Vu l'article 7 du code civil", encoding="utf-8")
    before = {path: path.read_bytes() for path in export.iterdir()}
    status, out, err = run(*args)
    assert (status, out) == (1, "")
    assert f"is in the export {export}; give a place outside it for the output" in err
    assert {path: path.read_bytes() for path in export.iterdir()} == before


@pytest.mark.parametrize(
    "args",
    [
        ("audit", "pages", "-o", "pages/l1.md"),
        ("refs", "pages", "--to", "jsonl", "-o", "pages/new.jsonl"),
        ("refs", "pages", "--to", "brat", "-o", "pages/brat"),
        ("cites", "L1", "--from", "text.txt", "--numbers-from", "pages", "-o", "pages/new.csv"),
    ],
    ids=" ".join,
)
def test_nothing_is_written_among_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    """The next run would read it."""
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "pages" / "l1.md"
    page.parent.mkdir()
    for text in (page, tmp_path / "text.txt"):
        text.write_text("# Article L1\n\n<p>L'article L. 2 passe.</p>\n", encoding="utf-8")
    before = page.read_bytes()
    status, out, err = run(*args)
    assert (status, out) == (1, "")
    assert f"{args[-1]}: is in pages, which is read; give a place outside it for the output" in err
    assert [path.read_bytes() for path in page.parent.iterdir()] == [before]


@pytest.mark.parametrize(
    "args",
    [
        ["normalize", "", "-o", "out"],
        ["normalize", MIRROR, "-o", ""],
        ["normalize", MIRROR, "--out="],
        ["show", "1", "--from", ""],
        ["refs", ""],
        ["verify", "", "--from", MIRROR],
        ["audit", ""],
        ["check", ""],
        ["atlas", "info", ""],
        ["doctor", ""],
    ],
)
def test_an_empty_name_is_not_the_current_folder(
    args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*args)
    assert (status, out) == (2, "")
    assert "it is empty; a path to the current folder is “.”" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "args",
    [
        ["normalize", MIRROR, "-o", "out", "--act", ""],
        ["normalize", MIRROR, "-o", "out", "--format="],
        ["refs", MIRROR, "--to", "html", "--href", ""],
        ["show", "1", "--from", MIRROR, "--act="],
    ],
)
def test_an_empty_value_that_is_no_path(args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*args)
    assert (status, out, list(tmp_path.iterdir())) == (2, "", [])
    assert err.rstrip().endswith("it is empty")


def options_of(module: ModuleType) -> Iterator[tuple[str, bool]]:
    """The options of the commands of a module, and whether their value is a path."""
    functions = [each.callback for each in module.app.registered_commands] if hasattr(module, "app") else []
    for function in filter(None, functions or [module.command]):
        for hint in get_type_hints(function, include_extras=True).values():
            for info in getattr(hint, "__metadata__", ()):
                named = (getattr(info, "default", None), *(getattr(info, "param_decls", None) or ()))
                yield from ((name, "Path" in str(hint.__origin__)) for name in named if str(name).startswith("-"))


def imported(name: str) -> ModuleType:
    return import_module(f"cpp_corpus.cli.{name.replace('-', '_')}")


def test_which_options_take_paths() -> None:
    options = {each for name in COMMANDS for each in options_of(imported(name))}
    assert {name for name, is_path in options if is_path} == _OF_PATHS
    assert not _OF_PATHS & {name for name, is_path in options if not is_path}


def test_signs_that_the_encoding_of_the_output_has_not_are_escaped() -> None:
    done = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-m", "cpp_corpus", "show", "L112-1", "--from", MIRROR, "-j", "1"],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert rb"Nul ne peut \xe9tablir un moulin" in done.stdout

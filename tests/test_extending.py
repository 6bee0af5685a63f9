"""What other packages and programs add: found by its entry points, at work in every command, and broken."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus import ExtensionError, Finding, InputError, OutputError, Reason
from cpp_corpus.audit.report import as_sarif, counts, title_of
from cpp_corpus.cli import app, guard
from cpp_corpus.errors import described
from cpp_corpus.extending import (
    ADAPTERS,
    ANNOTATIONS,
    CHECKS,
    DESIGNATIONS,
    EXPORTERS,
    RULES,
    SOURCES,
    STEPS,
    Adapter,
    Answer,
    Check,
    Exporter,
    Form,
    Places,
    Question,
    Rule,
    Sink,
    Source,
    Subject,
    Table,
)
from cpp_corpus.pipeline.batch import normalize

PACKAGE = Path(__file__).parent / "packages" / "moulins"
MIRROR = Path(__file__).parents[1] / "fixtures" / "mirror"

NOTEBOOKS = {
    "1.moulin": "moulin code-des-meules\n= L1\nLa meule tourne au vent, selon l'article 2.\n",
    "2.moulin": "moulin code-des-meules\n= L2\nElle est régie par la meule 1.\n",
    "3.moulin": "moulin code-des-meules\n= L3\nElle l'est par l'article 3 de l'almanach des moulins.\n",
}


def installed(package: Path, target: Path) -> Path:
    """A folder in which a package is installed, as pip does it: its modules, and what its metadata says."""
    project = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = project["name"], project["version"]
    shutil.copytree(package, target, ignore=shutil.ignore_patterns("pyproject.toml", "__pycache__"))
    info = target / f"{name}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    groups = {
        group: "".join(f"{k} = {v}\n" for k, v in rows.items()) for group, rows in project["entry-points"].items()
    }
    (info / "entry_points.txt").write_text(
        "".join(f"[{group}]\n{rows}\n" for group, rows in groups.items()), encoding="utf-8"
    )
    return target


def python(*arguments: str, path: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    places = [str(path), *filter(None, [os.environ.get("PYTHONPATH")])]
    absolute = os.pathsep.join(os.path.abspath(each) for place in places for each in place.split(os.pathsep))  # noqa: PTH100
    return subprocess.run(  # noqa: S603
        [sys.executable, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": absolute, "PYTHONIOENCODING": "utf-8"},
    )


class Place(NamedTuple):
    """A folder of notebooks, and one in which packages are installed."""

    cwd: Path
    site: Path

    def run(self, *arguments: str) -> str:
        """What a command prints, which must end well."""
        done = python("-m", "cpp_corpus", *arguments, path=self.site, cwd=self.cwd)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cwd") / "books"
    folder.mkdir()
    for name, text in NOTEBOOKS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def place(books: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(books.parent, installed(PACKAGE, tmp_path_factory.mktemp("site") / "packages"))


def test_a_package_is_found_by_its_entry_points(place: Place) -> None:
    formats = place.run("formats").splitlines()
    assert "read\tmoulin\tNotebook of a miller" in formats
    assert "write\tstates\tThe state of every reference" in formats


def test_its_format_rule_form_step_and_exporter_work_in_every_process(place: Place) -> None:
    place.run("normalize", "books", "-o", "out", "--jobs", "2", "--format", "states,json")
    assert (place.cwd / "out" / "states.txt").read_text("utf-8").splitlines() == [
        "code-des-meules/l1 code-des-meules/2 resolved",
        "code-des-meules/l2 code-des-meules/l1 resolved",
        "code-des-meules/l3 almanach-des-moulins/3 external",
    ]
    formats = {
        each["format"] for each in map(json.loads, (place.cwd / "out" / "sources.jsonl").read_bytes().splitlines())
    }
    assert formats == {"moulin"}


def test_its_check_is_one_of_the_audit(place: Place) -> None:
    log = json.loads(place.run("audit", "books", "--format", "sarif"))["runs"][0]
    at = [rule["id"] for rule in log["tool"]["driver"]["rules"]].index("windy-article")
    rule = log["tool"]["driver"]["rules"][at]
    assert rule["shortDescription"]["text"] == "An article in which the wind blows."
    assert rule["defaultConfiguration"] == {"level": "note"}
    (result,) = [each for each in log["results"] if each["ruleId"] == "windy-article"]
    assert (result["ruleIndex"], result["level"], result["properties"]) == (at, "note", {"span": [19, 23]})
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}


def test_its_rule_and_form_work_on_any_text(place: Place) -> None:
    (place.cwd / "text.txt").write_text("La meule 7 et l'article 2 de l'almanach des moulins.", encoding="utf-8")
    lines = place.run("refs", "text.txt", "--act", "code-du-travail").splitlines()
    assert [line.split("\t")[3] for line in lines] == ["code-du-travail l7", "almanach-des-moulins 2"]


def test_what_is_listed(place: Place) -> None:
    """In one process: the list of checks, and the formats in the help."""
    code = (
        "from cpp_corpus.cli import app\n"
        "for command in (['audit', '--list-checks'], ['normalize', '--help']):\n"
        "    app(command, standalone_mode=False)"
    )
    done = python("-c", code, path=place.site, cwd=place.cwd)
    assert "windy-article\tinfo\tAn article in which the wind blows." in done.stdout.splitlines()
    assert "spacy, states" in " ".join(done.stdout.replace("│", "").split())


BROKEN = [
    ("moulins:NOTHING", "cannot be loaded: AttributeError: module 'moulins' has no attribute 'NOTHING'"),
    ("nowhere:MOULIN", "cannot be loaded: ModuleNotFoundError: No module named 'nowhere'"),
    ("moulins:is_moulin", "which is no Adapter"),
]


@pytest.mark.parametrize(("value", "why"), BROKEN)
def test_a_broken_entry_point_ends_a_command_with_one_line(books: Path, tmp_path: Path, value: str, why: str) -> None:
    site = installed(PACKAGE, tmp_path / "packages")
    points = site / "moulins-1.0.dist-info" / "entry_points.txt"
    points.write_text(f"[cpp_corpus.formats]\nmoulin = {value}\n", encoding="utf-8")
    command = ["normalize", "books", str(MIRROR), "-o", str(tmp_path / "out"), "--jobs", "2"]
    done = python("-m", "cpp_corpus", *command, path=site, cwd=books.parent)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("cpp-corpus: the entry 'moulin' of the table 'formats' ")
    assert why in done.stderr
    assert done.stderr.endswith(f"; it comes from moulins 1.0, as {value}: fix or uninstall that package\n")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


PROGRAM = """
import multiprocessing
import sys
import cpp_corpus
import dataclasses
from cpp_corpus.extending import ADAPTERS, RULES
from moulins import MEULE, MOULIN

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    ADAPTERS.remove("mirror-page")
    {add}
    RULES.add("meule", MEULE, before="part")
    corpus = cpp_corpus.load("books", jobs=2)
    print(*(article.id for article in corpus))
    summary = corpus.export("out")
    from cpp_corpus.pipeline.batch import normalize
    print(normalize(["books"], "again", jobs=2).states)
"""


@pytest.fixture
def program(books: Path, tmp_path: Path) -> Callable[[str, str], subprocess.CompletedProcess[str]]:
    """Runs a program that adds to the tables itself; the package is there, and not installed."""
    shutil.copytree(books, tmp_path / "books")
    shutil.copy(PACKAGE / "moulins.py", tmp_path)

    def run(method: str, add: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "program.py").write_text(PROGRAM.format(add=add), encoding="utf-8")
        return python("program.py", method, path=tmp_path, cwd=tmp_path)

    return run


@pytest.mark.parametrize("method", [m for m in ("fork", "spawn") if m in multiprocessing.get_all_start_methods()])
def test_what_a_program_adds_reaches_its_workers(
    program: Callable[[str, str], subprocess.CompletedProcess[str]], method: str
) -> None:
    done = program(method, "ADAPTERS.add('moulin', MOULIN)")
    assert done.stdout.splitlines()[:1] == ["code-des-meules/l1 code-des-meules/l2 code-des-meules/l3"], done.stderr
    assert "'resolved': 1" in done.stdout


def test_what_cannot_reach_them_is_an_error(
    program: Callable[[str, str], subprocess.CompletedProcess[str]],
) -> None:
    done = program("spawn", "ADAPTERS.add('moulin', dataclasses.replace(MOULIN, sniff=lambda file: True))")
    assert (
        "ExtensionError: the entry 'moulin' of the table 'formats' cannot be given to a worker process" in done.stderr
    )


# ---------------------------------------------------------------------------------------------------------------------
# What raises an exception.


def fails(*_: object) -> Any:
    """Something that fails"""  # noqa: D400 - a line of the grammar
    raise ValueError("no wind")


@contextmanager
def added(table: Table[Any], name: str, entry: object, before: str | None = None) -> Iterator[None]:
    table.add(name, entry, before=before)
    try:
        yield
    finally:
        table.remove(name)


def failed(findings: list[Finding] | tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.code == "internal-error"]


@pytest.mark.parametrize(
    "adapter",
    [Adapter("mill", "", "", fails, fails), Adapter("mill", "", "", lambda file: "L121-3" in file.head, fails)],
    ids=["sniff", "read"],
)
def test_a_format_that_fails(adapter: Adapter) -> None:
    with added(ADAPTERS, "mill", adapter, before="mirror-page"):
        if adapter.sniff is fails:
            with pytest.raises(InputError, match=r"nothing could be read.*no wind \(in the format 'mill'\)"):
                cpp_corpus.load(MIRROR)
            return
        corpus = cpp_corpus.load(MIRROR)
    (finding,) = failed(corpus.findings)
    assert "ValueError: no wind (in the format 'mill')" in finding.message
    assert "L121-3" not in corpus
    assert len(corpus) == len(cpp_corpus.load(MIRROR)) - 1


def test_a_source_that_fails() -> None:
    with (
        added(SOURCES, "mill", Source(fails, fails), before="folder"),
        pytest.raises(InputError, match="the source 'mill' failed: ValueError: no wind"),
    ):
        cpp_corpus.load(MIRROR)


def test_a_rule_that_fails(tmp_path: Path) -> None:
    (tmp_path / "l1.md").write_text("# Article L1\n\nLa meule 2 et l'article 3.", encoding="utf-8")
    (tmp_path / "l2.md").write_text("# Article L2\n\nL'article 3 du code pénal.", encoding="utf-8")
    with added(RULES, "meule", Rule("meule", ("meule",), "", fails, ())):
        corpus = cpp_corpus.load(tmp_path, act="CPP")
        summary = normalize([tmp_path], tmp_path / "out", act="CPP")
        with pytest.raises(ValueError, match="no wind"):
            cpp_corpus.find_references("la meule 2")
    assert len(corpus) == 2
    assert (summary.counts["articles"], summary.counts["references"]) == (2, 1)
    (finding,) = summary.examples["internal-error"]
    assert (finding.article, finding.message) == (
        "code-de-procedure-penale/l1",
        (
            "The references of this article are missing because of an error: ValueError: no wind "
            "(in the rule 'meule'). Please report it."
        ),
    )


def test_a_form_that_fails() -> None:
    form = Form("mill", "m", re.compile("moulin"), fails, ())
    with added(DESIGNATIONS, "mill", form), pytest.raises(ValueError, match="no wind") as caught:
        cpp_corpus.find_references("l'article 2 du moulin")
    assert described(caught.value) == "ValueError: no wind (in the form 'mill') (in the rule 'article')"


def test_a_step_that_fails(tmp_path: Path) -> None:
    def broken(question: Question) -> Answer:
        return fails() if question.source.number == "l121-3" else None

    whole = cpp_corpus.load(MIRROR)
    with added(STEPS, "broken", broken, before="itself"):
        corpus = cpp_corpus.load(MIRROR)
        found = corpus.resolved("L121-3")
        summary = corpus.export(tmp_path / "out")
    assert found
    assert {(each.state, each.reason, each.targets) for each in found} == {("unknown", Reason.STEP_FAILED, ())}
    assert found[0].detail == "ValueError: no wind (in the step 'broken')"
    assert summary.findings["internal-error"] == len(found)
    assert summary.examples["internal-error"][0].span == found[0].span
    assert summary.counts["references"] == len(list(whole.references))


def test_an_answer_that_is_none() -> None:
    """Places of no articles: the step is at fault as much as one that raises."""
    with added(STEPS, "broken", lambda _question: Places([("L1",)]), before="itself"):  # type: ignore[list-item]
        (reference, *_) = cpp_corpus.load(MIRROR).resolved("L121-3")
    assert (reference.state, reference.reason) == ("unknown", Reason.STEP_FAILED)


class Failing(Check):
    """Fails at one article, at the end, and, where it is asked to, at once."""

    name = "failing"
    title = "Nothing."
    advice = "Nothing."

    def look(self, subject: Subject) -> Iterator[Finding]:
        yield self.finding(subject.article, "It was looked at.")
        if str(subject.article.number) == "L121-3":
            fails()

    def end(self) -> Iterator[Finding]:
        raise ValueError("no wind")


class FailingAtOnce(Failing):
    """Cannot be made."""

    __init__ = fails


def test_a_check_that_fails() -> None:
    corpus = cpp_corpus.load(MIRROR)
    with added(CHECKS, "failing", Failing):
        found = corpus.audit(["failing", "orphan"])
        report = json.loads(as_sarif(found, ["failing", "orphan"], "1.0"))["runs"][0]
        counted = counts(found)
        assert title_of("failing") == "Nothing."
    at, end = failed(found)
    assert at.article == corpus["L121-3"].id
    assert at.message.startswith("The check failing was not made here: ValueError: no wind. ")
    assert (end.article, end.path) == (None, None)
    assert sum(finding.code == "failing" for finding in found) == len(corpus)
    assert [finding for finding in found if finding.code == "orphan"] == corpus.audit("orphan")
    assert counted["internal-error"] == {"error": 2}
    rules = [rule["id"] for rule in report["tool"]["driver"]["rules"]]
    assert rules == ["failing", "orphan", "internal-error"]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in report["results"])


def test_a_check_that_cannot_be_made() -> None:
    with added(CHECKS, "failing", FailingAtOnce):
        (finding,) = cpp_corpus.load(MIRROR).audit("failing")
    assert finding.message.startswith("The check failing was not made in full: ValueError: no wind. ")


def test_a_check_may_use_other_codes() -> None:
    class Other(Failing):
        name = "other"

        def look(self, subject: Subject) -> Iterator[Finding]:
            yield self.finding(subject.article, "It was looked at.").model_copy(update={"code": "unheard-of"})

        def end(self) -> Iterator[Finding]:
            return iter(())

    corpus = cpp_corpus.load(MIRROR)
    with added(CHECKS, "other", Other):
        found = corpus.audit("other")
        assert counts(found) == {"unheard-of": {"warning": len(corpus)}}
        (_, rule) = json.loads(as_sarif(found, ["other"], "1.0"))["runs"][0]["tool"]["driver"]["rules"]
    assert rule == {"id": "unheard-of"}


@pytest.mark.parametrize("method", ["article", "node", "finding", "source", "end", "close"])
def test_an_exporter_that_fails(method: str, tmp_path: Path) -> None:
    def opened(_folder: Path) -> Sink:
        sink: Sink = type("Failing", (Sink,), {method: fails})()
        return sink

    corpus = cpp_corpus.load(MIRROR.parent)
    with (
        added(EXPORTERS, "mill", Exporter("", ("mill.txt",), opened)),
        pytest.raises(OutputError, match="the export format 'mill' failed: ValueError: no wind; nothing was written"),
    ):
        corpus.export(tmp_path / "out", formats=["json", "mill"])
    assert list(tmp_path.iterdir()) == []


def test_an_exporter_that_cannot_be_opened(tmp_path: Path) -> None:
    with (
        added(EXPORTERS, "mill", Exporter("", ("mill.txt",), fails)),
        pytest.raises(OutputError, match="the export format 'mill' failed: ValueError: no wind; nothing was written"),
    ):
        cpp_corpus.load(MIRROR).export(tmp_path / "out", formats=["json", "mill"])


def test_texts_that_a_rule_fails_at(tmp_path: Path) -> None:
    texts = ["la meule 2", "l'article 9 du code civil"]
    paths = [tmp_path / "1.txt", tmp_path / "2.txt"]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    with added(RULES, "meule", Rule("meule", ("meule",), "", fails, ())):
        first, second = cpp_corpus.find_references_in(texts, errors="keep")
        result = CliRunner().invoke(app, ["refs", *map(str, paths)])
    assert first.error == "its references were left out: ValueError: no wind (in the rule 'meule')"
    assert len(second.references) == 1
    assert (
        "1.txt: left out because of an error in this program or an extension, ValueError: no wind (in the rule"
        in result.stderr
    )
    assert len(result.stdout.splitlines()) == 1


def test_a_command_ends_with_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    command = ["show", "L121-3", "--from", str(MIRROR)]
    with added(RULES, "meule", Rule("meule", ("article",), "", fails, ()), before="article"):
        result = CliRunner().invoke(app, command)
        monkeypatch.setattr(guard, "_is_developing", lambda: True)
        raised = CliRunner().invoke(app, command)
    assert result.exit_code == 1
    assert result.stderr.startswith("cpp-corpus: an error in this program or an extension: ValueError: no wind")
    assert isinstance(raised.exception, ValueError)


# ---------------------------------------------------------------------------------------------------------------------
# What is no entry.


@pytest.mark.parametrize(
    ("table", "name", "entry", "why"),
    [
        (ADAPTERS, "mill", fails, "which is no Adapter"),
        (
            ADAPTERS,
            "mill",
            Adapter("moulin", "", "", fails, fails),
            "has the name 'moulin'; both names must be the same",
        ),
        (SOURCES, "mill", fails, "which is no Source"),
        (RULES, "mill", fails, "which is no Rule"),
        (RULES, "mill", Rule("mill", (), "", fails, ()), "has no words at which it begins"),
        (RULES, "mill", Rule("mill", ("meule",), "(", fails, ()), "has a tail that is no pattern"),
        (DESIGNATIONS, "mill", fails, "which is no Form"),
        (STEPS, "mill", "itself", "is 'itself', which cannot be called"),
        (CHECKS, "mill", fails, "which is no subclass of Check"),
        (CHECKS, "mill", Failing("law", "places"), "which is no subclass of Check"),  # type: ignore[arg-type]
        (CHECKS, "mill", type("Mill", (Check,), {"name": "mill"}), "does not say its title, advice"),
        (EXPORTERS, "mill", fails, "which is no Exporter"),
        (ANNOTATIONS, "mill", fails, "which is no AnnotationFormat"),
    ],
)
def test_what_is_no_entry_is_not_added(table: Table[Any], name: str, entry: object, why: str) -> None:
    before = dict(table)
    with pytest.raises(ExtensionError, match=f"the entry 'mill' of the table '{table.name}' ") as caught:
        table.add(name, entry)
    assert why in str(caught.value)
    assert dict(table) == before

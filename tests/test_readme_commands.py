"""What the README and the other pages tell people to type works as it is typed."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from cpp_corpus.cli import app

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"^(?:    |\| `)(cpp-corpus .*?)(?:`.*|\s{2,}.*)?$", re.MULTILINE)

# What stands in the pages for what a reader has.
MEANT = {
    "PATH": "pages/",
    "PATH…": "pages/",
    "FILE…": "dump.txt",
    "FILE": "out/file",
    "OLD": "dump.txt",
    "NEW": "pages/",
    "OUT": "out/made",
    "SITE": "out/site",
    "out/": "made/",
    "SOURCE": "pages/",
    "REF": "fixtures/history/codes.jsonl",
}


def typed() -> list[str]:
    found = [line for page in PAGES for line in COMMAND.findall(page.read_text(encoding="utf-8"))]
    return [line for line in dict.fromkeys(found) if "completion" not in line]


def as_meant(line: str) -> str:
    """A command with its placeholders filled and what is optional left out."""
    words = shlex.split(re.sub(r"\[[^\]]*\]", "", line))
    return shlex.join(MEANT.get(word, word) for word in words)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what ``make demo`` leaves, and the files that the pages speak of."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "fixtures", folder / "fixtures")
    (folder / "pages").symlink_to("fixtures/mirror")
    (folder / "dump.txt").symlink_to("fixtures/dumps/sabliers.txt")
    for line in (made_by_demo()[0], "cpp-corpus normalize pages/ -o made/"):
        assert run(folder, line).exit_code == 0
    return folder


def made_by_demo() -> list[str]:
    """The commands of this project that ``make demo`` runs, and those that it names at its end."""
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    said = subprocess.run(["make", "-n", "demo"], cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S607
    found = re.findall(r"^(?:echo \" *)?(?:\S*/)?(cpp-corpus [^\n\"]+)", said, re.MULTILINE)
    assert len(found) >= 3
    return found


def run(folder: Path, line: str) -> Any:
    words = shlex.split(line)[1:]
    if words[0] in ("serve", "mcp") and "--json" not in words:
        return served(folder, words)
    with chdir(folder):
        return CliRunner().invoke(app, words)


class Served(NamedTuple):
    exit_code: int
    stderr: str


def served(folder: Path, words: list[str]) -> Served:
    """A server that is started and told to end: one by a signal, the other by the end of its input."""
    pytest.importorskip("uvicorn" if words[0] == "serve" else "mcp")
    port = ["--port", "0"] if words[0] == "serve" else []
    command = [sys.executable, "-m", "cpp_corpus", *words, *port]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=folder, env=environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as server:
        assert server.stdin is not None
        assert server.stderr is not None
        said = server.stderr.readline() if port else b""
        server.stdin.close()
        if port:
            server.terminate()
        said += server.stderr.read()
        return Served(server.wait(20), said.decode())


@pytest.mark.parametrize("line", typed())
def test_a_command_of_the_pages(checkout: Path, line: str) -> None:
    done = run(checkout, as_meant(line))
    assert done.exit_code in ((0, 3) if "--fail-on" in line else (0,)), done.stderr


def test_what_the_demo_names_next(checkout: Path) -> None:
    for line in made_by_demo()[1:]:
        done = run(checkout, line)
        assert done.exit_code == 0, (line, done.stderr)


def test_the_pages_have_commands() -> None:
    assert len(typed()) > 20
    assert "cpp-corpus graph L112-1 --from out/demo -o out/graph.svg" in typed()


def test_no_page_names_a_place_from_which_nothing_can_be_had() -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert "REPOSITORY" not in text, page
        assert not re.search(r"pip install '?cpp-corpus", text), page

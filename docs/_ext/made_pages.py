"""Pages that are made from the code: every public name, every command with its options and what an example prints."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typer
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus import extending
from cpp_corpus.cli.app import COMMANDS, app

ROOT = Path(__file__).resolve().parents[2]
MADE = ROOT / "docs" / "made"

_COPIES = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "benchmarks/french-references/README.md": "benchmark.md",
    "packages/cpp-corpus-atlas/README.md": "atlas-package.md",
}
"""Pages of the checkout that are outside ``docs``, and their names in the site."""
_HISTORY = "fixtures/history/codes.jsonl"
_LETTER = """Madame, la meule que vous nous avez livrée relève de l'article L. 112-1 du code des moulins et des
horloges et du II de l'article R. 113-1 du même code. L'article L. 999-9 de ce code, que vous citez, n'existe pas.
"""
_SHOWN = {
    "normalize": "cpp-corpus normalize fixtures/mirror fixtures/dumps -o out/demo --numbers-from " + _HISTORY,
    "show": "cpp-corpus show L112-1 --from out/demo",
    "refs": "cpp-corpus refs letter.txt",
    "find": 'cpp-corpus find "art. L. 112-1 du code des moulins et des horloges" --from out/demo',
    "cites": "cpp-corpus cites L112-1 --from out/demo",
    "cited-by": "cpp-corpus cited-by L112-1 --from out/demo --format csv",
    "impact": "cpp-corpus impact L112-1 --from out/demo --depth 2",
    "verify": "cpp-corpus verify letter.txt --from out/demo",
    "search": "cpp-corpus search meule --from out/demo",
    "graph": "cpp-corpus graph L112-1 --from out/demo -o around.json",
    "serve": "cpp-corpus serve out/demo --json",
    "mcp": "cpp-corpus mcp out/demo --json",
    "site": "cpp-corpus site out/demo -o out/site",
    "audit": "cpp-corpus audit fixtures/mirror",
    "check": "cpp-corpus check out/demo",
    "doctor": "cpp-corpus doctor out/demo",
    "diff": "cpp-corpus diff fixtures/dumps fixtures/mirror",
    "schema": "cpp-corpus schema findings",
    "formats": "cpp-corpus formats",
    "tables": "cpp-corpus tables",
    "tables update": "cpp-corpus tables update --from out/demo --as-of 2025-01-01 -o tables.json",
    "atlas build": f"cpp-corpus atlas build {_HISTORY} -o codes.atlas",
    "atlas info": "cpp-corpus atlas info codes.atlas",
}
"""By command, what is typed to show its output, in a checkout with the file ``letter.txt``."""
_EXPECTED = {_SHOWN["verify"]: (1,)}  # not every citation of the letter holds
_LONGEST = 24  # lines of output shown
_WIDEST = 2_000  # characters of a line
_EXAMPLE = re.compile(r"^ *Examples?: .*$", re.MULTILINE)


def setup(sphinx: Any) -> dict[str, object]:
    """Make the pages before Sphinx looks for them."""
    sphinx.connect("builder-inited", lambda _: make())
    sphinx.connect("source-read", _tidied)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def make() -> None:
    """Write all pages to ``docs/made``, anew."""
    shutil.rmtree(MADE, ignore_errors=True)
    MADE.mkdir()
    _write("python.md", _names_page("Python: all names", cpp_corpus, _INTERFACE))
    _write("python-extending.md", _names_page("Python: names for extensions", extending, _EXTENDING))
    _write("commands.md", "\n".join(_commands_page()))
    for path, name in _COPIES.items():
        text = (ROOT / path).read_text(encoding="utf-8").replace("](docs/", "](../")
        _write(name, text.replace("](CHANGELOG.md", "](changelog.md"))


# ---------------------------------------------------------------------------------------------------------------------

_INTERFACE = "Every public name of `cpp_corpus`, from its docstring. [A tour](../api.md) shows them in use."
_EXTENDING = "Every name of `cpp_corpus.extending`, from its docstring. [Extending](../extending.md) shows them in use."


def _tidied(_sphinx: Any, _name: str, source: list[str]) -> None:
    """Links to pages outside ``docs`` lead to their copies; examples lose the blank line that doctest needs."""
    source[0] = source[0].replace("\n\n```\n", "\n```\n")
    for path, name in _COPIES.items():
        source[0] = source[0].replace(f"](../{path}", f"](made/{name}")


def _write(name: str, text: str) -> None:
    (MADE / name).write_text(text, encoding="utf-8")


def _names_page(title: str, module: Any, about: str) -> str:
    lines = [f"# {title}", "", about, ""]
    for name in module.__all__:
        if name.startswith("__"):
            continue
        made = getattr(module, name)
        if isinstance(made, type) and issubclass(made, BaseException):
            kind, options = "autoexception", [":members:", ":show-inheritance:"]
        elif isinstance(made, type):
            kind, options = "autoclass", [":members:"]
        elif callable(made):
            kind, options = "autofunction", []
        else:
            kind, options = "autodata", [":no-value:"]
        lines += [f"## {name}", "", "```{eval-rst}", f".. {kind}:: {module.__name__}.{name}"]
        lines += [*(f"   {option}" for option in options), "```", ""]
    return "\n".join(lines)


def _commands_page() -> Iterator[str]:
    yield from (
        "# The commands, with their output",
        "",
        "Each command with its options, and what it prints on the sample texts; [the commands](../commands.md) says",
        "what they have in common.",
        "",
    )
    with TemporaryDirectory() as folder:
        checkout = _checkout(Path(folder))
        group: Any = typer.main.get_command(app)
        context = typer.Context(group)
        for name in COMMANDS:
            _, command, _ = group.resolve_command(context, [name])
            yield from _command(f"cpp-corpus {name}", command, checkout)


def _checkout(folder: Path) -> Path:
    """A folder like that of a checkout after ``make demo``."""
    shutil.copytree(ROOT / "fixtures", folder / "fixtures")
    (folder / "letter.txt").write_text(_LETTER, encoding="utf-8")
    return folder


def _command(path: str, command: Any, checkout: Path) -> Iterator[str]:
    if hasattr(command, "commands"):
        for name, each in command.commands.items():
            yield from _command(f"{path} {name}", each, checkout)
        return
    described = command.help or ""
    name = path.removeprefix("cpp-corpus ")
    yield from (f"## {name}", "")
    yield from (paragraph for part in _EXAMPLE.sub("", described).strip().split("\n\n") for paragraph in (part, ""))
    yield from ("| option | |", "|---|---|")
    context = typer.Context(command)
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record is not None:  # hidden
            yield f"| `{record[0]}` | {_cell(record[1])} |"
    yield ""
    yield from ("```console", f"$ {_SHOWN[name]}", *_run(_SHOWN[name], checkout), "```", "")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _run(line: str, folder: Path) -> list[str]:
    """The lines that a command prints in ``folder``, the first of them if they are many."""
    with chdir(folder), redirect_stderr(io.StringIO()):
        environment = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"} | {"LANG": os.environ.get("LANG", "C.UTF-8")}
        done = CliRunner().invoke(app, shlex.split(line)[1:], env=environment)
    if done.exit_code not in _EXPECTED.get(line, (0,)):
        raise RuntimeError(f"{line} has ended with {done.exit_code}: {done.stderr}")
    printed = [text if len(text) <= _WIDEST else f"{text[:_WIDEST]} …" for text in done.stdout.splitlines()]
    more = len(printed) - _LONGEST
    return printed if more <= 0 else [*printed[:_LONGEST], f"… {more} more lines"]

"""What the package shows to the world, and what the repository must not show."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
import typing
from enum import Enum
from pathlib import Path
from types import ModuleType

import pytest

import cpp_corpus

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    m.name for m in pkgutil.walk_packages(cpp_corpus.__path__, "cpp_corpus.") if not m.name.endswith("__main__")
)
TEXTS = {".py", ".md", ".toml", ".txt", ".json", ".yml", ".yaml", ".cfg", ".html", "", ".in"}

# Folders of one machine, and registries other than by the name of a package.
FOREIGN = re.compile(
    r"(?<![\w./-])/(?:work|root|home|opt|tmp|usr/local)/[\w.-]"
    r"|(?:pypi|pythonhosted|npmjs|registry)\.(?:org|com|io)\b"
    r"|--(?:extra-)?index-url|--find-links"
)


def test_exports_exist_and_are_sorted() -> None:
    assert sorted(cpp_corpus.__all__) == cpp_corpus.__all__
    assert len(set(cpp_corpus.__all__)) == len(cpp_corpus.__all__)
    assert [name for name in cpp_corpus.__all__ if not hasattr(cpp_corpus, name)] == []


@pytest.mark.parametrize("name", cpp_corpus.__all__)
def test_exports_are_documented(name: str) -> None:
    doc = getattr(cpp_corpus, name).__doc__
    assert doc
    assert not doc.startswith(f"{name}(")  # what a dataclass or a named tuple writes of itself


def functions(thing: object) -> list[object]:
    """The thing itself where it is a function, else its public methods."""
    if inspect.isfunction(thing):
        return [thing]
    if not inspect.isclass(thing) or issubclass(thing, Enum):
        return []
    return [
        value.fget if isinstance(value, property) else getattr(value, "__func__", value)
        for name, value in vars(thing).items()
        if not name.startswith("_") and (inspect.isfunction(value) or isinstance(value, (property, classmethod)))
    ]


@pytest.mark.parametrize("name", cpp_corpus.__all__)
def test_exports_are_typed(name: str) -> None:
    for function in functions(getattr(cpp_corpus, name)):
        assert callable(function)
        signature = inspect.signature(function)
        assert signature.return_annotation is not signature.empty, f"{function} says not what it returns"
        bare = [
            p.name for p in signature.parameters.values() if p.annotation is p.empty and p.name not in ("self", "cls")
        ]
        assert bare == [], f"{function} has untyped parameters"


def test_the_package_is_marked_as_typed() -> None:
    assert (Path(cpp_corpus.__path__[0]) / "py.typed").is_file()
    assert typing.get_type_hints(cpp_corpus.find_references)["return"]


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_offers(name: str) -> None:
    module: ModuleType = importlib.import_module(name)
    assert module.__doc__, f"{name} has no docstring"
    if module.__file__ and len(ast.parse(Path(module.__file__).read_text(encoding="utf-8")).body) == 1:
        return  # a docstring and nothing else: a package that only groups its modules
    assert hasattr(module, "__all__"), f"{name} has no __all__"
    assert [offered for offered in module.__all__ if not hasattr(module, offered)] == []


def test_import_is_cheap() -> None:
    """What only some users need is imported when they need it."""
    optional = ["networkx", "typer", "rich", "multiprocessing.pool"]
    code = f"import sys, cpp_corpus; print([m for m in {optional} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("no git checkout")
    return [ROOT / name for name in done.stdout.split("\0") if name]


def test_no_file_names_a_machine() -> None:
    me = Path(__file__).name
    found = []
    for path in tracked():
        if path.suffix not in TEXTS or path.name == me or not path.is_file() or "broken" in path.parts:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if FOREIGN.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_no_module_imports_the_tests() -> None:
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names.append(node.module or "")
            assert not [n for n in names if n.split(".")[0] in {"tests", "pytest", "hypothesis"}], path

"""What the package shows to the world, and what the repository must not show."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
import typing
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cached_property
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel

import cpp_corpus
from cpp_corpus import extending
from cpp_corpus.export.schema import SCHEMAS, schema_json

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


PUBLIC = {
    f"{module.__name__}.{name}": getattr(module, name) for module in (cpp_corpus, extending) for name in module.__all__
}


@pytest.mark.parametrize("module", [cpp_corpus, extending])
def test_exports_exist_and_are_sorted(module: ModuleType) -> None:
    names = module.__all__
    assert len(set(names)) == len(names)
    assert [name for name in names if not hasattr(module, name)] == []
    assert set(dir(module)) == set(names)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = module.nothing


def test_the_first_names_are_sorted() -> None:
    assert sorted(cpp_corpus.__all__) == cpp_corpus.__all__


@pytest.mark.parametrize("name", PUBLIC)
def test_exports_are_documented(name: str) -> None:
    doc = PUBLIC[name].__doc__
    assert doc
    assert not doc.startswith(f"{name.rpartition('.')[2]}(")  # what a dataclass or a named tuple writes of itself


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


@pytest.mark.parametrize("name", PUBLIC)
def test_exports_are_typed(name: str) -> None:
    for function in functions(PUBLIC[name]):
        assert callable(function)
        signature = inspect.signature(function)
        assert signature.return_annotation is not signature.empty, f"{function} says not what it returns"
        bare = [
            p.name for p in signature.parameters.values() if p.annotation is p.empty and p.name not in ("self", "cls")
        ]
        assert bare == [], f"{function} has untyped parameters"


def shown(examples: Iterable[doctest.Example]) -> set[str]:
    """What examples use (``load``, ``.find()``, ``.graph``), print or raise (``Span``, ``InputError``)."""
    found = set()
    for example in examples:
        for node in ast.walk(ast.parse(example.source)):
            match node:
                case ast.Attribute(value=ast.Name(id="cpp_corpus"), attr=name) | ast.Name(id=name):
                    found.add(name)
                case ast.Call(func=ast.Attribute(attr=name)):
                    found.add(f".{name}()")
                case ast.Attribute(attr=name):
                    found.add(f".{name}")
        found.update(re.findall(r"(?:(?<=<)|\b(?=\w+\())([A-Z]\w+)", example.want))
        found.add((example.exc_msg or "").partition(":")[0].rpartition(".")[2])
    return found


@pytest.fixture(scope="module")
def examples(pytestconfig: pytest.Config) -> Mapping[str, set[str]]:
    """What the examples show that pytest runs, by the path of a page or the dotted name of what has the docstring."""
    found = {}
    for tested in map(ROOT.joinpath, pytestconfig.getini("testpaths")):
        for page in [tested] if tested.is_file() else tested.rglob("*.md"):
            text = page.read_text(encoding="utf-8")
            found[str(page.relative_to(ROOT))] = shown(doctest.DocTestParser().get_examples(text))
    for module in ["cpp_corpus", *MODULES]:
        for test in doctest.DocTestFinder().find(importlib.import_module(module), module):
            found[test.name] = shown(test.examples)
    return found


def members(thing: object) -> dict[str, str]:
    """Public methods and properties of a class, each with what an example of it shows; data fields are none."""
    found = {}
    for name, value in vars(thing).items() if inspect.isclass(thing) else ():
        if name.startswith("_") or hasattr(BaseModel, name):
            continue
        if isinstance(value, (property, cached_property)):
            found[name] = f".{name}"
        elif inspect.isfunction(value) or isinstance(value, (classmethod, staticmethod)):
            found[name] = f".{name}()"
    return found


MEMBERS = [(owner, name, use) for owner, thing in PUBLIC.items() for name, use in members(thing).items()]


def uses(owners: Iterable[str]) -> Counter[str]:
    """How many of some classes have a member, or a field, that is used in the same way."""
    found = Counter(use for owner, _, use in MEMBERS if owner in owners)
    classes = [PUBLIC[owner] for owner in owners if inspect.isclass(PUBLIC[owner])]
    found.update(f".{name}" for thing in classes for name in inspect.get_annotations(thing))
    return found


ALL_USES = uses(PUBLIC)
FIRST_USES = uses([f"cpp_corpus.{name}" for name in cpp_corpus.__all__])
"""Those of the names of the package itself, which its users meet without the others."""


@pytest.mark.parametrize("name", PUBLIC)
def test_exports_have_an_example(name: str, examples: Mapping[str, set[str]]) -> None:
    assert any(name.rpartition(".")[2] in found for found in examples.values()), f"no example of {name}"


@pytest.mark.parametrize(("owner", "name", "use"), MEMBERS, ids=str)
def test_members_have_an_example(owner: str, name: str, use: str, examples: Mapping[str, set[str]]) -> None:
    """For a name that several classes have, the example must be in the docstring of the class or member."""
    home = f"{PUBLIC[owner].__module__}.{PUBLIC[owner].__qualname__}"
    several = ALL_USES if owner.startswith("cpp_corpus.extending.") else FIRST_USES
    places = {home, f"{home}.{name}"} if several[use] > 1 else examples
    assert any(use in examples.get(place, ()) for place in places), f"no example of {owner}{use}"


def test_what_an_example_shows() -> None:
    text = """
    >>> import unused; from cpp_corpus import Cell
    >>> made = cpp_corpus.load("a").find("b")
    >>> made[0].severity, made[0].span
    (<Severity.ERROR: 'error'>, Span(start=1, end=2))
    """
    found = shown(doctest.DocTestParser().get_examples(text))
    assert {"load", ".find()", ".severity", ".span", "Severity", "Span"} <= found
    assert not {"unused", "Cell", "find", "severity", ".severity()", "ERROR"} & found


def test_no_schema_holds_an_example() -> None:
    """The docstring of a record is its description there; its examples stand with its members."""
    assert [name for name in SCHEMAS if ">>>" in schema_json(name)] == []


def test_every_page_of_the_documentation_is_run(pytestconfig: pytest.Config) -> None:
    assert {"src", "README.md", "docs"} <= set(pytestconfig.getini("testpaths"))
    assert {"--doctest-modules", "--doctest-glob=*.md"} <= set(pytestconfig.getini("addopts"))


def test_the_package_is_marked_as_typed() -> None:
    assert (Path(cpp_corpus.__path__[0]) / "py.typed").is_file()
    assert typing.get_type_hints(cpp_corpus.find_references)["return"]


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_offers(name: str) -> None:
    module: ModuleType = importlib.import_module(name)
    file = Path(module.__file__ or "")
    source = ast.parse(file.with_name(f"{file.name.partition('.')[0]}.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(source), f"{name} has no docstring"
    if len(source.body) == 1:
        return  # a docstring and nothing else: a package that only groups its modules
    assert hasattr(module, "__all__"), f"{name} has no __all__"
    assert [offered for offered in module.__all__ if not hasattr(module, offered)] == []


def test_no_constant_is_assigned_twice(pytestconfig: pytest.Config) -> None:
    twice = []
    for file in sorted((pytestconfig.rootpath / "src").rglob("*.py")):
        body = ast.parse(file.read_text("utf-8")).body
        targets = [target for node in body if isinstance(node, ast.Assign) for target in node.targets]
        names = Counter(target.id for target in targets if isinstance(target, ast.Name))
        twice += [f"{file.name}: {name}" for name, times in names.items() if times > 1]
    assert twice == []


def test_import_is_cheap() -> None:
    """What only some users need is imported when they need it."""
    optional = ["networkx", "typer", "rich", "multiprocessing.pool"]
    code = f"import sys, cpp_corpus; print([m for m in {optional} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_a_load_alone_does_not_import_the_recogniser() -> None:
    late = ["cpp_corpus.normalizer.recognize", "cpp_corpus.normalizer.identify", "cpp_corpus.graph", "cpp_corpus.audit"]
    code = (
        f"import sys, cpp_corpus; cpp_corpus.load({str(ROOT / 'fixtures' / 'mirror')!r});"
        f"print([m for m in {late} if m in sys.modules])"
    )
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


def test_the_picture_of_the_code_has_files_that_are_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    there = {path.name for folder in ("src", "tests") for path in (ROOT / folder).rglob("*.py")}
    assert sorted(set(re.findall(r"\w+\.py\b", page)) - there) == []


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

"""No module of the package imports, over however many others, itself.

All import statements count: those at the top of a module, late ones inside functions, and those under
``TYPE_CHECKING``. An import of a package counts as one of its ``__init__``; that a module's own packages are run before
it does not count.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"


def modules(source: Path) -> dict[str, Path]:
    """The files below a folder by the dotted names of their modules."""
    found = {}
    for path in sorted(source.rglob("*.py")):
        parts = path.relative_to(source).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """The modules of the package that a file imports: ``from a import b`` is ``a.b`` where that is a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            for alias in node.names:
                member = f"{node.module}.{alias.name}"
                if member in known:
                    yield member
                elif node.module in known:
                    yield str(node.module)


def circle(source: Path) -> list[str]:
    """A circle of imports among the modules below a folder; empty where there is none."""
    known = modules(source)
    try:
        TopologicalSorter({name: set(imported(path, known)) for name, path in known.items()}).prepare()
    except CycleError as error:
        return [str(name) for name in error.args[1]]
    return []


def test_there_is_none() -> None:
    assert circle(SOURCE) == []


@pytest.mark.parametrize(
    "back",
    [
        "import pack.a",
        "from pack.a import thing",
        "from pack import a",
        "def late():\n    from pack.a import thing",
        "if TYPE_CHECKING:\n    from pack.a import thing",
        "from pack.c import thing",
    ],
)
def test_one_is_found(tmp_path: Path, back: str) -> None:
    (tmp_path / "pack").mkdir()
    for name, text in {"__init__": "", "a": "from pack import b", "b": back, "c": "import pack.a"}.items():
        (tmp_path / "pack" / f"{name}.py").write_text(text, encoding="utf-8")
    assert {"pack.a", "pack.b"} <= set(circle(tmp_path))
    (tmp_path / "pack" / "b.py").write_text("import json", encoding="utf-8")
    assert circle(tmp_path) == []

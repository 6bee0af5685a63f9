"""Every parameter, field and enum member of the public interface says what it is."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from types import FunctionType

import pytest

import cpp_corpus
from cpp_corpus import extending

PUBLIC = {
    f"{module.__name__}.{name}": getattr(module, name) for module in (cpp_corpus, extending) for name in module.__all__
}


@cache
def _classes(path: str) -> dict[str, ast.ClassDef]:
    tree = ast.parse(Path(path).read_text(encoding="utf-8"))
    return {node.name: node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}


def undocumented_fields(cls: type) -> Iterator[str]:
    """Fields and members of the body of a class behind which no docstring stands."""
    path = inspect.getsourcefile(cls)
    assert path is not None
    body = _classes(path)[cls.__name__].body
    for at, node in enumerate(body):
        match node:
            case ast.AnnAssign(target=ast.Name(id=name)):
                pass
            case ast.Assign(targets=[ast.Name(id=name)]) if issubclass(cls, Enum):
                pass
            case _:
                continue
        behind = body[at + 1] if at + 1 < len(body) else None
        described = (
            isinstance(behind, ast.Expr)
            and isinstance(behind.value, ast.Constant)
            and isinstance(behind.value.value, str)
        )
        if not name.startswith("_") and not described:
            yield f"{cls.__name__}.{name}"


def is_protocol(thing: type) -> bool:
    """Whether a class only says what others must have: it has no ``__init__`` of its own."""
    return getattr(thing, "_is_protocol", False)


def functions(name: str) -> Iterator[tuple[str, FunctionType, str]]:
    """The functions of a public name: its own name, the function, and the words in which its parameters may stand."""
    thing = PUBLIC[name]
    if inspect.isfunction(thing):
        yield name, thing, thing.__doc__ or ""
    if not inspect.isclass(thing):
        return
    for method, value in list(vars(thing).items()):
        function = getattr(value, "__func__", value)
        if not inspect.isfunction(function) or (method == "__init__" and is_protocol(thing)):
            continue
        if method == "__init__" and not is_dataclass(thing):
            yield f"{name}()", function, (thing.__doc__ or "") + (function.__doc__ or "")
        elif not method.startswith("_"):
            yield f"{name}.{method}", function, (thing.__doc__ or "") + (function.__doc__ or "")


@pytest.mark.parametrize("name", PUBLIC)
def test_fields_and_members_are_described(name: str) -> None:
    thing = PUBLIC[name]
    assert (list(undocumented_fields(thing)) if inspect.isclass(thing) else []) == []


@pytest.mark.parametrize("name", PUBLIC)
def test_parameters_are_described(name: str) -> None:
    missing = [
        f"{title}: {parameter}"
        for title, function, words in functions(name)
        for parameter in inspect.signature(function).parameters
        if parameter not in {"self", "cls"} and f"``{parameter}``" not in words
    ]
    assert missing == []


def test_the_page_of_the_architecture_names_files_that_are_there() -> None:
    root = Path(cpp_corpus.__file__).parent
    page = (root.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    (tree,) = re.findall(r"^```\nsrc/cpp_corpus/\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    there = {path.name for path in root.rglob("*")}
    assert [
        name for name in re.findall(r"\b\w+(?:\.py|(?=/(?:$|[ \t])))", tree, flags=re.MULTILINE) if name not in there
    ] == []

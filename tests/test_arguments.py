"""What is given an argument of another type says so in one line, whatever of the public surface it is."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import cpp_corpus
from cpp_corpus.errors import ArgumentError, CorpusError, InputError, TextError, expect, expect_all

ROOT = Path(__file__).parents[1]
WRONG = [None, 5, b"abc", object(), ["L1", 5], {5: 1}]
"""None of these is text, a path, a day, a record or a list of records."""

ACCEPTS = {
    ("Corpus.__contains__", "all"),  # what is no key is not in it
    ("ArticleGraph.__contains__", "all"),
    ("Corpus.articles_of", "None"),  # of no act
    ("Corpus.audit", "None"),  # all checks
    ("ArticleGraph.to_dot", "None"),
    ("Validity.status_on", "None"),  # the day of its source
    ("Validity.is_law_on", "None"),
    ("ArticleGraph.cycles", "int"),
    ("Processes", "int"),
    ("Limits", "int"),
    ("ArticleId.build", "None"),
    ("OffsetMap.joined", "all"),  # for readers of formats, once for each article
    ("Span.overlaps", "all"),  # for rules, a million times
    ("Span.contains", "all"),
    ("Span.shift", "all"),
}
"""What may be given, and methods of stages that are called too often for a check."""

corpus = cpp_corpus.load(ROOT / "fixtures" / "mirror")
article = corpus["L112-1"]
offsets = corpus.offsets(article)
assert offsets is not None
SAMPLES: Mapping[type, object] = {
    type(each): each
    for each in (
        corpus,
        corpus.graph,
        article,
        article.number,
        article.validity,
        offsets,
        next(iter(corpus.graph)),
        cpp_corpus.Span(1, 2),
        cpp_corpus.Locator("I/2°"),
        cpp_corpus.LocatorStep("2°"),
        cpp_corpus.DivisionPath("livre.iv/titre.ii"),
    )
}
"""An object of each class with methods that take arguments, other than records that stages make or receive."""


def callables() -> Iterator[tuple[str, Callable[..., object]]]:
    """Functions, constructors that check, and public methods, with a name."""
    for name in cpp_corpus.__all__:
        thing = getattr(cpp_corpus, name)
        if not inspect.isclass(thing):
            yield name, thing
            continue
        if issubclass(thing, (Enum, BaseException)) or thing in (cpp_corpus.Engine, cpp_corpus.Evaluation):
            continue
        if not issubclass(thing, BaseModel) and not hasattr(thing, "_fields") and not _is_record(thing):
            yield name, thing
        for method, value in vars(thing).items():
            if method.startswith("_") and method not in ("__getitem__", "__contains__", "__truediv__"):
                continue
            if isinstance(value, (classmethod, staticmethod)):
                yield f"{name}.{method}", getattr(thing, method)
            elif inspect.isfunction(value) and thing in SAMPLES:
                yield f"{name}.{method}", getattr(SAMPLES[thing], method)


def _is_record(thing: type) -> bool:
    """Whether pydantic checks its fields."""
    return hasattr(thing, "__pydantic_fields__")


def required(function: Callable[..., object]) -> list[str]:
    """The arguments that must be given, else the first; none for a method without arguments."""
    kinds = (
        inspect.Parameter.POSITIONAL_ONLY,
        inspect.Parameter.POSITIONAL_OR_KEYWORD,
        inspect.Parameter.VAR_POSITIONAL,
    )
    found = [each for each in inspect.signature(function).parameters.values() if each.kind in kinds]
    needed = [each.name for each in found if each.default is each.empty and each.kind is not kinds[2]]
    return needed or [each.name for each in found[:1]]


CALLABLES = {name: function for name, function in callables() if required(function)}


CASES = [
    pytest.param(name, wrong, id=f"{name}-{shown}")
    for name in CALLABLES
    for wrong, shown in ((each, "None" if each is None else type(each).__name__) for each in WRONG)
    if not {(name, "all"), (name, shown)} & ACCEPTS
]


@pytest.mark.parametrize(("name", "wrong"), CASES)
def test_an_argument_of_another_type(name: str, wrong: Any) -> None:
    """The error is one of the library, not one that something inside ran into."""
    with pytest.raises(CorpusError) as caught:
        called(CALLABLES[name], wrong)
    assert isinstance(caught.value, (TypeError, InputError))
    assert "\n" not in str(caught.value)


def called(function: Callable[..., object], wrong: object) -> None:
    made = function(*[wrong] * len(required(function)))
    if isinstance(made, Iterator):
        list(made)


def test_the_loop_finds_what_users_call() -> None:
    assert {"load", "diff", "Corpus.search", "Corpus.at", "ArticleGraph.node", "ArticleNumber", "Locator"} <= set(
        CALLABLES
    )
    assert len(CALLABLES) > 50


@pytest.mark.parametrize(
    ("value", "kinds", "error", "message"),
    [
        (None, (str,), TextError, "query: expected text, got None"),
        (b"abc", (str,), TextError, "query: expected text, got bytes; decode it: data.decode('utf-8')"),
        (5, (str, Path), TextError, "query: expected text or a Path, got int"),
        (5, (Iterator,), ArgumentError, "query: expected an Iterator, got int"),
        (5, (Iterable,), ArgumentError, "query: expected a list or another iterable, got int"),
        ("x", (int, type(None)), ArgumentError, "query: expected an integer, got str"),
    ],
)
def test_messages(value: object, kinds: tuple[type, ...], error: type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        expect("query", value, *kinds)
    assert str(caught.value) == message
    assert type(caught.value) is error


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ("abc", "ids: expected a list or another iterable, each item text, got str"),
        (None, "ids: expected a list or another iterable, each item text, got None"),
        (iter(["a", None]), "ids[1]: expected text, got None"),
    ],
)
def test_messages_on_iterables(values: Any, message: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        expect_all("ids", values, str)
    assert str(caught.value) == message

"""Many texts: their order, their errors, engines, memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from cpp_corpus import (
    AnnotatedText,
    ArticleNumber,
    CitingText,
    InputError,
    Processes,
    TextError,
    find_references,
    find_references_in,
)

TEXTS: list[str | CitingText] = [
    "l'article 7 du code civil et le premier alinéa de l'article 9",
    "",
    CitingText("le présent code et l'article précédent", id="b", act="code-penal", article="121-3"),
    CitingText("le premier alinéa", article=ArticleNumber("L. 811-2")),
    "NOTA: l'article 3 de la loi n° 2030-12 du 3 mars 2030",
] * 90


def test_each_text_has_the_references_that_it_has_alone() -> None:
    found = list(find_references_in(TEXTS, act="code-civil"))
    assert len(found) == len(TEXTS)
    for given, each in zip(TEXTS, found, strict=True):
        asked = given if isinstance(given, CitingText) else CitingText(given)
        alone = find_references(asked.text, act=asked.act or "code-civil", article=asked.article)
        assert each == AnnotatedText(
            id=asked.id,
            act=asked.act or "code-civil",
            article=None if asked.article is None else str(asked.article),
            text=asked.text,
            references=tuple(alone),
        )


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_results_are_the_same_for_any_number_of_jobs(jobs: int) -> None:
    texts = [*TEXTS, None, CitingText(b"x")]  # type: ignore[arg-type]
    alone = list(find_references_in(texts, errors="keep"))  # type: ignore[arg-type]
    assert list(find_references_in(iter(texts), jobs=jobs, errors="keep")) == alone  # type: ignore[arg-type]
    assert list(find_references_in(texts, engine=Processes(jobs), errors="keep")) == alone  # type: ignore[arg-type]


class Eager:
    """An engine that takes everything first."""

    def map(self, work: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        return iter([work(item) for item in list(items)])


def test_an_engine_of_ones_own() -> None:
    assert list(find_references_in(TEXTS, engine=Eager())) == list(find_references_in(TEXTS))


def test_results_come_as_texts_come() -> None:
    taken: list[int] = []

    def texts() -> Iterator[str]:
        for at in range(10):
            taken.append(at)
            yield "le code civil"

    found = find_references_in(texts())
    next(found)
    assert taken == [0]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_million_texts_take_no_room(jobs: int) -> None:
    taken = given = 0

    def texts() -> Iterator[str]:
        nonlocal taken
        for _ in range(6_000):
            taken += 1
            yield "x" * 1_000

    tracemalloc.start()
    ahead = 0
    for _ in find_references_in(texts(), jobs=jobs):
        given += 1
        ahead = max(ahead, taken - given)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert given == 6_000
    assert ahead < 1_000
    assert peak < 4_000_000


def test_large_texts_go_alone() -> None:
    taken = 0

    def texts() -> Iterator[str]:
        nonlocal taken
        for _ in range(40):
            taken += 1
            yield "x" * 1_000_000

    found = find_references_in(texts(), jobs=2)
    next(found)
    assert taken <= 8
    found.close()  # type: ignore[attr-defined]


# --- What is no text -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (None, r"text 2: is None; a str or a CitingText was expected"),
        (b"le code civil", r"text 2: is bytes, not decoded; a str or a CitingText was expected"),
        (7, r"text 2: is a int; a str"),
        (("id", "text"), r"text 2: is a tuple; a str or a CitingText"),
        (CitingText(None, id="x"), r"text 2 \('x'\): its text is None; a str was expected"),  # type: ignore[arg-type]
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_no_text(bad: Any, message: str, jobs: int) -> None:
    texts = ["le code civil", "le code pénal", bad, "l'article 7"]
    found = find_references_in(texts, jobs=jobs)
    assert [str(next(found).references[0]) for _ in range(2)] == ["act code-civil", "act code-penal"]
    with pytest.raises(TextError, match=message):
        next(found)
    kept = list(find_references_in(texts, jobs=jobs, errors="keep"))
    assert [len(each.references) for each in kept] == [1, 1, 0, 1]
    assert kept[2].text == ""
    assert f"text 2: {kept[2].error}".replace("2:", "2 ('x'):" if "x" in message else "2:")


def test_acts_and_articles_that_are_none() -> None:
    with pytest.raises(InputError, match="no act is known as 'sport nautique'"):
        find_references_in([], act="sport nautique")
    texts = [
        CitingText("l'article 5", act="Code pénal"),
        CitingText("l'article 5", id="b", act="sport nautique"),
        CitingText("l'article 5", act=7),  # type: ignore[arg-type]
    ]
    found = find_references_in(texts)
    first = next(found)
    assert (first.act, first.references[0].act) == ("code-penal", "code-penal")
    with pytest.raises(InputError, match=r"text 1 \('b'\): no act is known as 'sport nautique'"):
        next(found)
    kept = list(find_references_in(texts, errors="keep"))
    assert [bool(each.references) for each in kept] == [True, False, False]
    assert [(each.error or "").partition(":")[0].partition(" '")[0] for each in kept] == [
        "",
        "no act is known as",
        "act",
    ]


@pytest.mark.parametrize("texts", ["le code civil", b"le code civil"])
def test_one_text_is_not_many(texts: Any) -> None:
    with pytest.raises(InputError, match=r"texts= is one text"):
        find_references_in(texts)


def test_arguments_that_are_none() -> None:
    with pytest.raises(InputError, match="errors='ignore' is not known"):
        find_references_in([], errors="ignore")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="give one of the two"):
        find_references_in([], jobs=2, engine=Eager())


def test_a_source_that_fails_is_not_hidden() -> None:
    def texts() -> Iterator[str]:
        yield "le code civil"
        raise OSError("the disk")

    found = find_references_in(texts(), jobs=2)
    with pytest.raises(OSError, match="the disk"):
        list(found)


class Dies(str):
    """A text that ends the process which reads it."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return _die, ()


def _die() -> str:
    import os  # noqa: PLC0415 - for the worker

    os._exit(1)


def test_a_text_at_which_workers_die_is_one_error() -> None:
    texts = [*["le code civil"] * 200, Dies("x"), *["le code civil"] * 200]
    with pytest.raises(InputError, match=r"^text 200: each process that read it died$"):
        list(find_references_in(texts, jobs=2))
    found = list(find_references_in(texts, jobs=2, errors="keep"))
    assert [each.error for each in found if each.error is not None] == ["each process that read it died"]
    assert len(found) == 401

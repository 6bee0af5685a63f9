"""The open tables of rules and designations, and the values that the grammar reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from cpp_corpus.normalizer.recognize import find_references
from cpp_corpus.normalizer.recognize.grammar import RULES, phrases
from cpp_corpus.normalizer.recognize.grammar.designations import DESIGNATIONS
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase
from cpp_corpus.normalizer.recognize.rule import Example, Form, Rule


def _read_verse(_text: str, start: int, end: int) -> Iterable[Phrase]:
    """``verset`` *number*."""
    return (Phrase("article", start, end, (Item(end - 1, end, "9"),)),)


def _read_almanac(_text: str, match: re.Match[str], _how: How | None) -> ActName:
    """``almanach``."""
    return ActName(match.start(), match.end(), match.end(), "autre", ("almanach:1",))


VERSE = Rule("verse", ("verset",), r" \d", _read_verse, (Example("le verset ⟦9⟧", "ici/9"),))
ALMANAC = Form("almanac", "a", re.compile("almanach"), _read_almanac, ())


@pytest.fixture
def tables() -> Iterator[None]:
    RULES.add("verse", VERSE)
    DESIGNATIONS.add("almanac", ALMANAC, before="autre")
    yield
    RULES.remove("verse")
    DESIGNATIONS.remove("almanac")


def test_what_is_added_is_read_and_what_is_removed_is_not(tables: None) -> None:  # noqa: ARG001 - changes the tables
    (reference,) = find_references("le verset 9", act="code-penal")
    assert reference.target == "code-penal/9"
    assert phrases("le verset 9").rules == ["verse"]
    (reference,) = find_references("l'article 5 de l'almanach", act="code-penal")
    assert reference.target == "almanach:1/5"


def test_without_them_nothing_is_read() -> None:
    assert find_references("le verset 9", act="code-penal") == []
    assert find_references("l'article 5 de l'almanach", act="code-penal")[0].act != "almanach:1"


def test_the_names_of_the_tables_are_those_of_their_entries() -> None:
    assert [(name, rule.name) for name, rule in RULES.items() if name != rule.name] == []
    assert [(name, form.name) for name, form in DESIGNATIONS.items() if name != form.name] == []


def test_a_phrase_is_not_changed_while_it_is_read() -> None:
    for text in ("au 3° du II de l'article L. 10 du code pénal, à l'exception du 1°", "le titre II du livre Ier"):
        for phrase in phrases(text).phrases:
            assert isinstance(phrase.items, tuple)
            hash(phrase)
            for value, field in ((phrase, "stop"), (phrase.items[0], "locators"), (phrase.act, "ids")):
                if value is not None:
                    with pytest.raises(AttributeError):
                        setattr(value, field, None)

"""A rule of the grammar: where it begins, how it reads, and examples of what it reads and what it leaves alone."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Phrase

__all__ = ["Example", "Form", "Rule", "grammar_line"]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its anchors in ``⟦⟧``, and the targets of the references in it, in order.

    The citing article is article 1 of an act called ``ici``. A near miss has neither anchors nor targets.

    >>> example = Example("l'article ⟦12⟧", "ici/12")
    >>> example.text, example.anchors
    ("l'article 12", ['12'])
    """

    marked: str
    """The text, with ``⟦⟧`` around the words of each reference; none in a near miss."""
    targets: str = ""
    """Targets of the references, in order, a space between them: ``act/article#locator``, ``act:division``, ``act``."""

    @property
    def text(self) -> str:
        """The text without the marks."""
        return self.marked.replace("⟦", "").replace("⟧", "")

    @property
    def anchors(self) -> list[str]:
        """The words in the marks."""
        return re.findall(r"⟦([^⟧]*)⟧", self.marked)


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of reference. Its grammar line is the docstring of ``read``."""

    name: str
    """As in the table."""
    words: tuple[str, ...] | Callable[[], tuple[str, ...]]
    """The words at which it begins, in lower case; with a capital they are found as well. Or what gives them, where
    they stand in a table that is read when it is needed."""
    tail: str
    """Source of the pattern of what must follow such a word."""
    read: Callable[[str, int, int], Iterable[Phrase]]
    """The phrases of a text whose first word stands from the second argument to the third, tail included."""
    examples: tuple[Example, ...]
    """What it reads, and near misses, which it leaves alone."""

    @property
    def first_words(self) -> tuple[str, ...]:
        """The words at which it begins.

        >>> Rule("mill", lambda: ("moulin", "roue"), "", lambda text, start, end: (), ()).first_words
        ('moulin', 'roue')
        """
        return self.words if isinstance(self.words, tuple) else self.words()

    @property
    def grammar(self) -> str:
        """Its grammar line.

        >>> def read(text, start, end):
        ...     "``meule`` *number*"
        >>> Rule("meule", ("meule",), "", read, ()).grammar
        '``meule`` *number*'
        """
        return grammar_line(self.read)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name an act. Its grammar line is the docstring of ``read``."""

    name: str
    """As in the table."""
    letters: str
    """The letters with which it may begin, in lower case."""
    begins: Pattern | re.Pattern[str]
    """The words at which it begins."""
    read: Callable[[str, re.Match[str], How | None], ActName | None]
    """The act named at a match of ``begins``; its third argument is what the determiner says."""
    examples: tuple[Example, ...]
    """As in :class:`Rule`."""


def grammar_line(read: Callable[..., object]) -> str:
    """The first paragraph of the docstring of a function that reads.

    Compiled functions have none: theirs stands in the source beside the compiled module.
    """
    return (read.__doc__ or _in_source(read.__module__, read.__name__)).split("\n\n")[0].strip()


def _in_source(module: str, function: str) -> str:
    """The docstring of a function in the source of its module; empty where there is none."""
    file = Path(sys.modules[module].__file__ or "")
    source = file.with_name(file.name.partition(".")[0] + ".py")
    if not source.is_file():
        return ""
    body = ast.parse(source.read_text("utf-8")).body
    found = (ast.get_docstring(node) for node in body if isinstance(node, ast.FunctionDef) and node.name == function)
    return next(found, None) or ""

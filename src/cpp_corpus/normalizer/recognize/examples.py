"""The examples of rules and forms, read as they say or not."""

from __future__ import annotations

from cpp_corpus.normalizer.recognize import references_in
from cpp_corpus.normalizer.recognize.discourse import CitingArticle
from cpp_corpus.normalizer.recognize.rule import Example, Form, Rule

__all__ = ["misread"]


def misread(part: Rule | Form) -> list[Example]:
    """The examples of ``part``, a rule or form that stands in its table, that are not read as they say.

    >>> from cpp_corpus.normalizer.recognize.grammar import RULES
    >>> misread(RULES["article"])
    []
    """
    return [example for example in part.examples if not _is_read(example)]


def _is_read(example: Example) -> bool:
    text = example.text
    found = references_in(text, CitingArticle("ici", "1"))
    anchors = dict.fromkeys((each.start, text[each.span.slice]) for each in found)
    targets = [each.target for each in found]
    return [anchor for _, anchor in anchors] == example.anchors and targets == example.targets.split()

"""References in words, for lines, tables and explanations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cpp_corpus.model.reference import Reference
from cpp_corpus.normalizer.recognize.explain import Explanation

__all__ = ["line_numbers", "row", "target", "why", "words"]


def row(text: str, r: Reference) -> tuple[str, ...]:
    """``start-end``, words, kind, target, relation, and how the target is known."""
    return (f"{r.start}-{r.end}", words(text, r), r.kind, target(r), r.relation, r.via)


def words(text: str, reference: Reference) -> str:
    """The words of a reference on one line."""
    return " ".join(text[reference.span.slice].split())


def target(reference: Reference) -> str:
    """What it points to; ``?`` for what is not known."""
    number = "" if reference.kind in ("act", "division") else reference.article or "?"
    if reference.to or reference.open:
        number += f"..{reference.to or ''}"
    parts = [reference.act or "?", number, reference.division or "", reference.locator or ""]
    return " ".join(filter(None, parts))


def why(each: Explanation) -> Iterator[tuple[str, str]]:
    """An explanation as pairs of label and sentence."""
    form = "" if each.form is None else f" (act: {each.form})"
    yield "rule", f"{each.rule}{form}, from «{each.phrase}»"
    yield "act", each.known
    if each.antecedent is not None and each.antecedent not in each.known:
        yield "antecedent", f"«{each.antecedent}»"
    if each.reason is not None:
        yield "unresolved", each.reason


def line_numbers(text: str, found: Sequence[Reference]) -> list[str]:
    """The line of each reference, from 1."""
    line = at = 0
    lines = []
    for reference in found:
        line += text.count("\n", at, reference.start)
        at = reference.start
        lines.append(str(line + 1))
    return lines

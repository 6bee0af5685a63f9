"""The labelled passages of ``tests/labelled``: invented law, with each of its references written down by hand.

``tests/labelled/README.md`` has the format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Reference, ReferenceKind, Relation, Via

__all__ = ["LABELLED", "Passage", "passages", "read"]

LABELLED = Path(__file__).parents[1] / "tests" / "labelled"
"""The folder of the passages."""

_SPEAKER = re.compile(r"`(\S+) (.+)`")
_MARK = re.compile(r"[⟦⟧]")
_LABEL = re.compile(r"- (?P<anchor>.+?) → (?P<kind>\w+) (?P<target>.+), (?P<via>\w+), (?P<relation>\w+)")
_SAME = "″"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, who speaks, and every reference that stands in it."""

    title: str
    source: str
    """File and line: ``lists.md:12``."""
    act: str
    article: str
    text: str
    references: tuple[Reference, ...]

    @property
    def name(self) -> str:
        """File and title."""
        return f"{self.source.split('.')[0]}: {self.title}"


def passages(folder: Path = LABELLED) -> list[Passage]:
    """All passages, in the order of the files' names. :raises ValueError: where a file is not of the format."""
    return [p for path in sorted(folder.glob("*.md")) if path.name != "README.md" for p in read(path)]


def read(path: Path) -> Iterator[Passage]:
    """The passages of a file."""
    title, start, block = "", 0, list[str]()
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), "## "], 1):
        if line.startswith("## "):
            if title:
                yield _passage(title, f"{path.name}:{start}", block)
            title, start, block = line[3:], number, []
        else:
            block.append(line)


def _passage(title: str, source: str, block: list[str]) -> Passage:
    citing = next((match for line in block if (match := _SPEAKER.fullmatch(line))), None)
    if citing is None:
        raise ValueError(f"{source}: no line `ACT ARTICLE` says who speaks")
    act, article = citing.groups()
    text, spans = _unmarked("\n".join(line[4:] for line in block if line.startswith("    ")))
    references = []
    at = -1
    for line in block:
        if not line.startswith("- "):
            continue
        label = _LABEL.fullmatch(line)
        if label is None:
            raise ValueError(f"{source}: not a label: {line}")
        at += label["anchor"] != _SAME
        start, end = spans[at] if 0 <= at < len(spans) else (0, 0)
        if label["anchor"] not in {_SAME, text[start:end]}:
            raise ValueError(f"{source}: the anchor of {line!r} is {text[start:end]!r}")
        references.append(_reference(label, start, end, act, article))
    if at + 1 != len(spans):
        raise ValueError(f"{source}: {len(spans)} anchors, {at + 1} of them with a label")
    return Passage(title, source, act, article, text, tuple(references))


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the spans that they held."""
    parts = _MARK.split(marked)
    if len(parts) % 2 == 0:
        raise ValueError(f"a mark without its other end: {marked}")
    spans, at = [], 0
    for index, part in enumerate(parts):
        if index % 2:
            spans.append((at, at + len(part)))
        at += len(part)
    return "".join(parts), spans


def _reference(label: re.Match[str], start: int, end: int, act: str, article: str) -> Reference:
    kind = ReferenceKind(label["kind"])
    target, _, locator = label["target"].partition("#")
    fields: dict[str, str | bool | None] = {"locator": locator or None}
    named = target
    if kind is ReferenceKind.INTERNAL:
        named, fields["article"] = ".", _number(article)
    elif kind is ReferenceKind.DIVISION:
        named, _, fields["division"] = target.rpartition(":")
    elif kind is ReferenceKind.ARTICLE:
        named, _, number = target.rpartition("/")
        first, dots, last = number.partition("..")
        fields |= {"article": None if first == "?" else first, "to": last or None, "open": bool(dots) and not last}
    fields["act"] = act if named == "." else None if named == "?" else named
    if fields["act"] is None or (kind is ReferenceKind.ARTICLE and fields["article"] is None):
        fields["reason"] = Reason.ACT_UNCLEAR
    via, relation = Via(label["via"]), Relation(label["relation"])
    return Reference.model_validate(
        {"kind": kind, "start": start, "end": end, "via": via, "relation": relation} | fields
    )


def _number(printed: str) -> str:
    """As the format of the passages writes who speaks: ``R719-200``, ``440-2``."""
    return printed.lower().replace(" ", "-")

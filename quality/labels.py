"""The form in which labelled passages are written: Markdown, anchors in ``⟦…⟧``, a line for each reference.

``tests/labelled/README.md`` has it. What is read here are plain values, some of which the model may not have yet
(``via`` ``context``, ``version``, ``successor``, ``operation``); :mod:`quality.passages` makes references of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cpp_corpus.model.reference import ReferenceKind, Relation

__all__ = ["Label", "LabelledText", "read_labels"]

_CITING = re.compile(r"`(\S+) (.+)`")
_MARK = re.compile(r"[⟦⟧]")
_LABEL = re.compile(
    r"- (?P<anchor>.+?) → (?P<kind>\w+) (?P<target>.+?)(?: \((?P<reason>[a-z-]+)\))?"
    r", (?P<via>\w+), (?P<relation>\w+)(?P<more>(?:, \w+=[^,\s]+)*)"
)
_MORE = ("version", "successor", "operation")
_SAME = "″"
_NONE = "-"
_WITHIN_UNION_ACT = re.compile(r"(?P<act>[a-z-]+-ue:[\w-]+/[\w-]+)/(?P<number>.+)")


@dataclass(frozen=True, slots=True)
class Label:
    """One reference as it is written down. ``text[start:end]`` is its anchor."""

    start: int
    end: int
    kind: ReferenceKind
    act: str | None
    """``None`` where the text alone cannot tell; so of the other parts of the target."""
    article: str | None
    to: str | None
    open: bool
    division: str | None
    locator: str | None
    reason: str | None
    """Why ``act`` or ``article`` is ``None``, in the words of the form: ``foreign-act``."""
    via: str
    relation: Relation
    version: str | None
    successor: int | None
    """Index, from 0, of the label of the article that this one became."""
    operation: str | None


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text, the act and article in which it stands, and every reference in it."""

    title: str
    source: str
    """File and line: ``lists.md:12``."""
    act: str | None
    """``None``: the text belongs to no act."""
    article: str | None
    text: str
    labels: tuple[Label, ...]


def read_labels(path: Path) -> Iterator[LabelledText]:
    """The passages of a file. :raises ValueError: where it is not of the form."""
    title, start, block = "", 0, list[str]()
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), "## "], 1):
        if line.startswith("## "):
            if title:
                yield _labelled(title, f"{path.name}:{start}", block)
            title, start, block = line[3:], number, []
        else:
            block.append(line)


def _labelled(title: str, source: str, block: list[str]) -> LabelledText:
    citing = next((match for line in block if (match := _CITING.fullmatch(line))), None)
    if citing is None:
        raise ValueError(f"{source}: no line `ACT ARTICLE` says who speaks")
    act, article = (None if part == _NONE else part for part in citing.groups())
    text, spans = _unmarked("\n".join(line[4:] for line in block if line.startswith("    ")))
    labels = list[Label]()
    at = -1
    for line in block:
        if not line.startswith("- "):
            continue
        label = _LABEL.fullmatch(line)
        if label is None:
            raise ValueError(f"{source}: not a label: {line}")
        at += label["anchor"] != _SAME
        start, end = spans[at] if 0 <= at < len(spans) else (0, 0)
        anchor = text[start:end].replace("\n", " ")
        if label["anchor"] not in {_SAME, anchor}:
            raise ValueError(f"{source}: the anchor of {line!r} is {anchor!r}")
        try:
            labels.append(_label(label, start, end, act, article))
        except ValueError as error:
            raise ValueError(f"{source}: {error}: {line}") from error
    if at + 1 != len(spans):
        raise ValueError(f"{source}: {len(spans)} anchors, {at + 1} of them with a label")
    return LabelledText(title, source, act, article, text, tuple(labels))


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


def _label(written: re.Match[str], start: int, end: int, act: str | None, article: str | None) -> Label:
    kind = ReferenceKind(written["kind"])
    target, _, locator = written["target"].partition("#")
    named, number, division = _parts(kind, target)
    first, last, opened = number, None, False
    if kind is ReferenceKind.INTERNAL and number is None:
        named, first = ".", article and _normalised(article)
    elif number is not None and ".." in number:
        first, _, end_number = number.partition("..")
        last, opened = end_number or None, not end_number
    more = dict(field.split("=", 1) for field in written["more"].split(", ") if field)
    if unknown := more.keys() - set(_MORE):
        raise ValueError(f"no field {', '.join(sorted(unknown))}")
    return Label(
        start,
        end,
        kind,
        act=act if named == "." else None if named == "?" else named,
        article=None if first == "?" else first,
        to=last,
        open=opened,
        division=division,
        locator=locator or None,
        reason=written["reason"],
        via=written["via"],
        relation=Relation(written["relation"]),
        version=more.get("version"),
        successor=int(more["successor"]) - 1 if "successor" in more else None,
        operation=more.get("operation"),
    )


def _parts(kind: ReferenceKind, target: str) -> tuple[str, str | None, str | None]:
    """Act, number and division of a target without its locator."""
    if kind is ReferenceKind.DIVISION:
        act, _, division = target.rpartition(":")
        return act, None, division
    if kind is ReferenceKind.ACT:
        return target, None, None
    if union := _WITHIN_UNION_ACT.fullmatch(target):
        return union["act"], union["number"], None
    act, slash, number = target.partition("/")
    return act, number if slash else None, None


def _normalised(printed: str) -> str:
    """The citing article's number, as the form writes it: ``R719-200``, ``440-2``."""
    return printed.lower().replace(" ", "-")

"""The labelled passages of ``tests/labelled``: invented law, with each of its references written down by hand.

``tests/labelled/README.md`` has the format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import AmendmentOperation, Reference, ReferenceKind, Via
from quality.labels import Label, LabelledText, read_labels

__all__ = ["LABELLED", "REGISTERS", "Passage", "labelled_registers", "passages", "read", "registers"]

LABELLED = Path(__file__).parents[1] / "tests" / "labelled"
"""The folder of the passages on which the gate measures."""
REGISTERS = LABELLED / "registers"
"""The folder of those of other registers (decisions, bills, doctrine, contracts, letters); a file is a register."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, who speaks, and every reference that stands in it."""

    title: str
    source: str
    """File and line: ``lists.md:12``."""
    act: str | None
    article: str | None
    text: str
    references: tuple[Reference, ...]

    @property
    def name(self) -> str:
        """File and title."""
        return f"{self.source.split('.')[0]}: {self.title}"


def passages(folder: Path = LABELLED) -> list[Passage]:
    """All passages, in the order of the files' names. :raises ValueError: where a file is not of the format."""
    return [p for path in _files(folder) for p in read(path)]


def registers(folder: Path = REGISTERS) -> dict[str, list[Passage]]:
    """The passages of each of the other registers. :raises ValueError: where a file is not of the format."""
    return {path.stem: list(read(path)) for path in _files(folder)}


def labelled_registers(folder: Path = REGISTERS) -> list[LabelledText]:
    """The passages of all of them, as written. :raises ValueError: where a file is not of the format."""
    return [labelled for path in _files(folder) for labelled in read_labels(path)]


def read(path: Path) -> Iterator[Passage]:
    """The passages of a file."""
    for labelled in read_labels(path):
        references = tuple(_reference(label) for label in labelled.labels)
        yield Passage(labelled.title, labelled.source, labelled.act, labelled.article, labelled.text, references)


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.md")) if path.name != "README.md"]


def _reference(label: Label) -> Reference:
    unknown = label.act is None or (label.kind is ReferenceKind.ARTICLE and label.article is None)
    return Reference(
        kind=label.kind,
        start=label.start,
        end=label.end,
        act=label.act,
        article=label.article,
        to=label.to,
        open=label.open,
        division=label.division,
        locator=label.locator,
        via=Via(label.via),
        relation=label.relation,
        version=label.version,
        successor=label.successor,
        operation=None if label.operation is None else AmendmentOperation(label.operation),
        reason=(Reason.ACT_UNCLEAR if label.reason is None else Reason(label.reason)) if unknown else None,
    )

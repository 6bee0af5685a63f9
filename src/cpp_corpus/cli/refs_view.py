"""The references of a text as they are shown on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cpp_corpus.cli.console import SafeConsole
from cpp_corpus.cli.refs_words import line_numbers, target, why, words
from cpp_corpus.model.reference import Reference
from cpp_corpus.normalizer.recognize.explain import Explanation

__all__ = ["print_view", "rendered"]


def print_view(name: str, text: str, found: Sequence[Reference], explanations: Sequence[Explanation]) -> None:
    """Print :func:`rendered`, under the ``name`` of the text if it has one."""
    console = SafeConsole()
    if name:
        console.print(Text(name, "bold underline"))
    for part in rendered(text, found, explanations, wide=console.width >= _WIDE):
        console.print(part)


def rendered(
    text: str, found: Sequence[Reference], explanations: Sequence[Explanation] = (), *, wide: bool = True
) -> Iterator[RenderableType]:
    """The text with its anchors in colour, then a table of the references, or their explanations.

    On a terminal that is not ``wide`` the table has one column less.
    """
    shown = Text(text.translate(_VISIBLE).rstrip())
    for reference in found:
        shown.stylize(f"bold {_COLOURS[reference.kind]}", reference.start, reference.end)
    yield shown
    yield ""
    if not found:
        yield Text("no reference", "dim")
    elif explanations:
        yield from _reasons(text, explanations)
    else:
        yield _table(text, found, wide=wide)


# ---------------------------------------------------------------------------------------------------------------------

_COLOURS = {"article": "green", "division": "cyan", "act": "blue", "internal": "yellow"}
_WIDE = 100  # columns that a table of long ids needs
_VISIBLE = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), " ")
"""Control characters, which would move the cursor of a terminal; each becomes a space, so positions stay the same."""


def _table(text: str, found: Sequence[Reference], *, wide: bool) -> RenderableType:
    table = Table(box=None, header_style="dim", padding=(0, 2, 0, 0), collapse_padding=True)
    table.add_column("line", justify="right", style="dim")
    table.add_column("words", overflow="fold", max_width=32)
    table.add_column("points to", overflow="fold", ratio=1)
    table.add_column("relation", no_wrap=True)
    if wide:
        table.add_column("known by", no_wrap=True)
    for line, reference in zip(line_numbers(text, found), found, strict=True):
        said = Text(words(text, reference), f"bold {_COLOURS[reference.kind]}")
        cells = (line, said, _pointed(reference), _relation(reference), Text(reference.via, "dim"))
        table.add_row(*cells[: len(table.columns)])
    return table


def _reasons(text: str, explanations: Sequence[Explanation]) -> Iterator[RenderableType]:
    lines = line_numbers(text, [each.reference for each in explanations])
    for line, each in zip(lines, explanations, strict=True):
        reference = each.reference
        said = Text(words(text, reference), f"bold {_COLOURS[reference.kind]}")
        head = Text.assemble((f"{line}  ", "dim"), said, "  →  ", _pointed(reference), "  ", _relation(reference))
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for label, reason in why(each):
            table.add_row(label, Text(reason))
        yield head
        yield Padding(table, (0, 0, 1, 2 + len(line)))


def _pointed(reference: Reference) -> Text:
    return Text(target(reference), "red" if reference.reason is not None else "")


def _relation(reference: Reference) -> Text:
    return Text(reference.relation, "dim" if reference.relation == "refers_to" else "magenta")

"""What is shown on a terminal: text in colours, in which no character of a text or a name controls the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.segment import Segment

from cpp_corpus.lang.typography import CONTROLS

__all__ = ["SafeConsole"]


class SafeConsole(Console):
    """A console that shows a sign in the place of each control character, so that positions stay the same.

    ``BrokenPipeError`` where its reader goes away: what ends the command knows the exit status.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(highlight=False, **settings)

    def render(self, *given: Any, **named: Any) -> Iterable[Segment]:
        """What is shown, in pieces."""
        for each in super().render(*given, **named):
            yield each if each.control else Segment(each.text.translate(_SHOWN), each.style)

    def on_broken_pipe(self) -> None:
        """Nothing but the error: that of the base ends the process with exit status 1."""
        raise BrokenPipeError


_SHOWN = {ord(char): "\ufffd" for char in CONTROLS if char not in "\n\t"}

"""Small pieces of HTML whose texts are escaped, in colours that can be read on white and on black."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

__all__ = ["Html", "badge", "card", "cut", "rows_of", "table", "tag"]


class Html(str):
    """Finished HTML; any other text is escaped where it is put into an element."""

    __slots__ = ()


Content = str | Html | None


def tag(name: str, *content: Content, style: str = "", title: str = "") -> Html:
    """An element. What is no :class:`Html` is escaped, ``None`` is left out.

    >>> tag("b", "a < b", Html("<br>"), style="color:red")
    '<b style="color:red">a &lt; b<br></b>'
    """
    named = (("style", style), ("title", title))
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in named if value)
    inner = "".join(each if isinstance(each, Html) else escape(each) for each in content if each is not None)
    return Html(f"<{name}{attributes}>{inner}</{name}>")


def badge(text: str, colour: str = "grey") -> Html:
    """A word in a frame; its colour is never all that it says."""
    border = f"{_COLOURS.get(colour, _COLOURS['grey'])}"
    return tag("span", text, style=f"border:1px solid {border};border-left-width:4px;padding:0 .4em;white-space:nowrap")


def card(title: str, *content: Content, about: Iterable[Content] = ()) -> Html:
    """A title with what is said of it beside, and what it contains below."""
    beside = [Html(f" {each if isinstance(each, Html) else escape(each)}") for each in about if each]
    return tag("div", tag("div", tag("b", title), *beside), *content, style="max-width:60em;line-height:1.45")


def table(head: Sequence[str], rows: Iterable[Sequence[Content]], more: int = 0) -> Html:
    """A table; ``more`` is how many rows are not shown."""
    cells = tag("tr", *(tag("th", name, style=f"{_CELL};font-weight:600") for name in head))
    lines = [tag("tr", *(tag("td", cell, style=_CELL) for cell in row)) for row in rows]
    rest = tag("div", f"… {more:,} more", style=_DIM) if more > 0 else None
    return Html(tag("table", cells, *lines, style="border-collapse:collapse;margin:.4em 0") + (rest or ""))


def rows_of(pairs: Iterable[tuple[str, Content]]) -> Html:
    """Names with their values, those without a value left out."""
    lines = [
        tag("tr", tag("td", name, style=f"{_CELL};{_DIM}"), tag("td", value, style=_CELL))
        for name, value in pairs
        if value
    ]
    return tag("table", *lines, style="border-collapse:collapse;margin:.4em 0")


def cut(text: str, longest: int) -> str:
    """The beginning of a text, on one line.

    >>> cut("one two three", 8)
    'one two…'
    """
    text = " ".join(text[: 4 * longest].split())
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


# ---------------------------------------------------------------------------------------------------------------------

_DIM = "opacity:.75"
_CELL = "text-align:left;vertical-align:top;padding:.1em .8em .1em 0"
_COLOURS = {"green": "#2e8b57", "red": "#d14545", "amber": "#b8860b", "blue": "#4682b4", "grey": "#808080"}
"""Each can be told from white and from black by 3 to 1 or more; words have the colour of the notebook."""

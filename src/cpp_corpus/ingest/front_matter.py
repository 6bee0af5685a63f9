"""The front matter of a Markdown text: lines ``key: value`` between two lines ``---``.

All values are strings. The general format (YAML) makes a number of ``010`` and a time of ``12:30``, and fails at
``*123-4``; the numbers of articles would be lost.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["FrontMatter", "read_front_matter"]


class FrontMatter(NamedTuple):
    """The front matter of a text."""

    values: dict[str, str]
    """By key, keys in lower case."""
    start: int
    """Start of its lines, in characters of the file."""
    end: int
    """End of its lines."""
    body: int
    """Where the text begins."""


def read_front_matter(text: str) -> FrontMatter | None:
    r"""The front matter of ``text``; ``None`` where it has none.

    Lines that are indented continue the value above. A list or an object is kept as it is printed.

    >>> found = read_front_matter("---\nNuméro: 010\nTitre: 'Du vent'\n---\n# Article 010")
    >>> found.values, found.body
    ({'numéro': '010', 'titre': 'Du vent'}, 37)
    >>> read_front_matter("# Article 1") is None
    True
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    if opening is None or closing is None:
        return None
    values: dict[str, str] = {}
    key = None
    for line in re.split(r"\r\n?|\n", text[opening.end() : closing.start()]):
        if found := _KEY.fullmatch(line):
            key = found["key"].strip().lower()
            values[key] = _string(found["value"])
        elif key and line[:1] in {" ", "\t", "-"}:
            values[key] = f"{values[key]} {line.strip()}".strip()
        elif line.strip() and not line.lstrip().startswith("#"):
            return None
    return FrontMatter(values, opening.end(), closing.start(), closing.end())


# ---------------------------------------------------------------------------------------------------------------------

_LONGEST = 1 << 16  # characters
_OPENING = re.compile(r"\s*---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")
_KEY = re.compile(r"(?P<key>[^\W\d_][\w' ./-]{0,60}?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_QUOTED = re.compile(r"""(?P<sign>["'])(?P<words>.*)(?P=sign)""")


def _string(value: str | None) -> str:
    words = (value or "").strip()
    quoted = _QUOTED.fullmatch(words)
    if quoted is None:
        return "" if words in {"null", "~", "|", ">", "|-", ">-"} else words
    if quoted["sign"] == "'":
        return quoted["words"].replace("''", "'")
    return re.sub(r"\\(.)", r"\1", quoted["words"])

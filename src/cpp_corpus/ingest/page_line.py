"""The class ``Line``, a line of a page as text."""

from __future__ import annotations

from dataclasses import dataclass

from cpp_corpus.model.span import Span

__all__ = ["Line", "Piece"]

Piece = tuple[int, int, str | None]
"""Characters of the file from a start to an end, and what stands for them; ``None`` for themselves."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page."""

    start: int
    """Its first character in the file, after indentation and bullet."""
    end: int
    """The character after its last one."""
    pieces: tuple[Piece, ...]
    """What is kept of it."""
    words: str
    """Its words: folded, with tidied spaces."""
    raw: Span
    """Its characters in the file, marks included."""
    width: int
    """Columns that it takes in the file, indentation included."""
    gap: int = 0
    """Blank lines before it."""
    bullet: Piece | None = None
    """The bullet before it, where it may be one of the law."""
    is_item: bool = False
    """Whether a bullet stands before it, of whatever kind."""
    is_broken: bool = False
    """Whether its end is marked as a line break."""
    follows_page: bool = False
    """Whether it is the first line of a printed page."""
    is_quoted: bool = False
    """Whether the mark ``>`` says that it is quoted, in a text that has articles of its own; so its words say too."""
    cells: tuple[str, ...] = ()
    """Its cells, where it is a row of a table."""
    is_underlined: bool = False
    """Whether the spaces of its cells are underscores: the lower edge of a row."""

    is_strong: bool = False
    """Whether all of it is in bold, in Markdown."""
    joins_rows: bool = False
    """Whether it stands between two rows of a table that are one."""
    marked: tuple[int, ...] = ()
    """The lengths of its first words behind which a mark stands, where it may begin with the heading of an article."""

    @property
    def column(self) -> int:
        """The column at which its words begin, where it is the whole of a line of the file."""
        return self.width - (self.raw.end - self.start)

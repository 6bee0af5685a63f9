"""How messages name acts, numbers and lists of them."""

from __future__ import annotations

from collections.abc import Sequence

from cpp_corpus.errors import NumberError
from cpp_corpus.lang import acts
from cpp_corpus.model.counting import counted
from cpp_corpus.model.number import ArticleNumber

__all__ = ["counted", "listed", "printed", "title"]


def title(act: str | None) -> str:
    """The name of an act in a message: the title of a known code, else the id."""
    if act is None:
        return "an unknown act"
    known = acts.ACTS.get(act)
    return known.title.rstrip(" .") if known else act


def printed(number: str) -> str:
    """A normalised number as headings print it."""
    try:
        return str(ArticleNumber.parse(number))
    except NumberError:
        return number


def listed(words: Sequence[str], most: int = 5, last: str = "and") -> str:
    """Words as a list in a sentence, at most ``most`` of them.

    >>> listed(["1", "2", "3"]), listed(["1", "2", "3"], most=1)
    ('1, 2 and 3', '1 and 2 more')
    """
    if len(words) > most:
        return f"{', '.join(words[:most])} and {len(words) - most:,} more"
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))

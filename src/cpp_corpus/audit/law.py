"""What a corpus holds, by act and number, and what is known of its acts besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cpp_corpus.lang import acts
from cpp_corpus.model.article import Article

__all__ = ["Law"]

_SIGNS = "0123456789-abcdefghijklmnopqrstuvwxyz"
_PREFIXES = ("l", "r", "d", "a", "lo", "")


class Law:
    """The articles of a corpus by act and number."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._numbers: dict[str | None, dict[str, list[Article]]] = {}
        self._ids: dict[str, Article] = {}
        self._anonymous: set[str | None] = set()
        self._bare: dict[str, bool] = {}
        for article in articles:
            self._ids[article.id] = article
            numbers = self._numbers.setdefault(article.act, {})
            if article.number is None and article.heading is not None:  # "Article None" is an annex
                continue
            if article.number is None:
                self._anonymous.add(article.act)
            else:
                numbers.setdefault(article.number.normalized, []).append(article)

    def article(self, article_id: str) -> Article | None:
        """The article of that id, where the corpus has it."""
        return self._ids.get(article_id)

    @property
    def acts(self) -> tuple[str | None, ...]:
        """Acts of which the corpus has articles."""
        return tuple(self._numbers)

    def numbers(self, act: str | None) -> Mapping[str, list[Article]]:
        """The articles of an act by their normalised number."""
        return self._numbers.get(act, {})

    def exists(self, act: str | None, number: str) -> bool | None:
        """Whether the act has an article of that number, here or by the lists of the package.

        ``None`` where nothing tells: no such list, and the corpus has nothing of the act or articles without number.
        """
        if number in self._numbers.get(act, {}):
            return True
        listed = acts.has_number(act, number)
        if listed is None and act in self._numbers and act not in self._anonymous:
            return False
        return listed

    def nearest(self, act: str, number: str, most: int = 3) -> tuple[list[str], bool]:
        """Numbers of the act that are one slip away, the likeliest first, and whether the first is the one meant.

        It probably is where two signs are swapped or the letter is another, or where no other number is as near.
        """
        here, listed = self.numbers(act), acts.numbers(act)
        close = [each for each in dict.fromkeys(_swaps(number)) if each in here or each in listed]
        near = dict.fromkeys((*close, *(each for each in _slips(number) if each in here or each in listed)))
        return list(near)[:most], bool(close) or len(near) == 1

    def has_anonymous(self, act: str | None) -> bool:
        """Whether the corpus has articles of the act whose number is not known, as a flat dump has."""
        return act in self._anonymous

    def has_bare_numbers(self, act: str) -> bool:
        """Whether articles of the act have numbers without a letter before them."""
        if act not in self._bare:
            known = {*self.numbers(act), *acts.numbers(act)}
            self._bare[act] = any(number[:1].isdigit() for number in known)
        return self._bare[act]


def _swaps(number: str) -> Iterator[str]:
    """A number with two neighbours swapped, or with another letter before it."""
    for at in range(len(number) - 1):
        yield number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    bare = number.lstrip("lorda")
    yield from (prefix + bare for prefix in _PREFIXES if prefix + bare != number)


def _slips(number: str) -> Iterator[str]:
    """A number with one sign other, too many or missing; a slip at its end is likelier than at its beginning."""
    for at in reversed(range(len(number))):
        yield from (number[:at] + sign + number[at + 1 :] for sign in _SIGNS if sign != number[at])
    for at in reversed(range(len(number))):
        yield number[:at] + number[at + 1 :]
    for at in reversed(range(len(number) + 1)):
        yield from (number[:at] + sign + number[at:] for sign in _SIGNS)

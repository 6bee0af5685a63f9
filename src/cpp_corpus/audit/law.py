"""The articles of a corpus by act and number, with the lists of known numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, islice

from cpp_corpus.lang import acts
from cpp_corpus.model.article import Article, ArticleState
from cpp_corpus.model.on_demand import OnDemand

__all__ = ["Law"]

_KEPT = 4096  # articles, since most references lead to one near by
_DIGITS = "0123456789"
_SIGNS = _DIGITS + "-abcdefghijklmnopqrstuvwxyz"
_LONGEST = 30  # characters; no similar numbers are looked for beyond that
_PREFIXES = ("l", "r", "d", "a", "lo", "")


class Law:
    """The ``articles`` of a corpus by act and number; ``day`` is the one that it shows, as :attr:`Corpus.day`.

    ``whole`` are the articles of all versions, where ``articles`` are only those of the day: what is not law then is
    still known to exist. In its methods ``act`` is an id, ``number`` a normalised number.

    >>> import cpp_corpus
    >>> law = Law(cpp_corpus.load("fixtures/mirror"))
    >>> list(law.acts), law.article("code-des-sabliers/none") is None
    (['code-des-moulins-et-des-horloges', 'code-des-sabliers'], True)
    >>> act = "code-des-moulins-et-des-horloges"
    >>> (article,) = law.numbers(act)["l121-4"]
    >>> law.recorded(act)["l121-4"] == [article]
    True
    >>> law.status(article), law.exists(act, "l121-4"), law.nearest(act, "l112-11", most=1)
    (<ArticleState.REPEALED: 'repealed'>, True, ['l112-1'])
    >>> law.has_anonymous(act), law.has_bare_numbers(act)
    (False, False)
    """

    def __init__(self, articles: Iterable[Article], day: date | None = None, whole: Iterable[Article] = ()) -> None:
        self._day = day
        held, every = _sequence(articles), _sequence(whole)
        self._ids: dict[str, int] = {}
        self._anonymous: set[str | None] = set()
        self._recorded = _by_number(every or held, self._note)
        is_whole = not every or len(every) == len(held)
        self._numbers = self._recorded if is_whole else _by_number(held)
        self._article = lru_cache(maxsize=_KEPT)((every or held).__getitem__)
        self._bare: dict[str, bool] = {}

    def _note(self, place: int, article: Article) -> None:
        self._ids[article.id] = place
        if article.number is None and article.heading is None:  # with a heading it is an annex, printed "Article None"
            self._anonymous.add(article.act)

    def article(self, article_id: str) -> Article | None:
        """The article of ``article_id``, where the corpus has it; it need not be law on the day of the corpus."""
        place = self._ids.get(article_id)
        return None if place is None else self._article(place)

    def status(self, article: Article) -> ArticleState:
        """What ``article`` is on the day of the corpus, else on that of its source."""
        return article.validity.status_on(self._day)

    @property
    def acts(self) -> Collection[str | None]:
        """Acts of which the corpus has articles."""
        return self._numbers.keys()

    def numbers(self, act: str | None) -> Mapping[str, Sequence[Article]]:
        """The articles of ``act`` by their number."""
        return self._numbers.get(act, {})

    def recorded(self, act: str | None) -> Mapping[str, Sequence[Article]]:
        """The same, of all versions: also those that are not law on the day of the corpus."""
        return self._recorded.get(act, {})

    def exists(self, act: str | None, number: str) -> bool | None:
        """Whether ``act`` has an article of that ``number``, here or by the lists of the package.

        ``None`` where that is not known: no such list, and the corpus lacks the act or has articles without number.
        """
        if number in self.recorded(act):
            return True
        listed = acts.has_number(act, number)
        if listed is None and act in self._recorded and act not in self._anonymous:
            return False
        return listed

    def nearest(self, act: str, number: str, most: int = 3) -> list[str]:
        """Numbers of the act that are one slip away: two signs swapped, one other, too many or missing; at ``most``."""
        if len(number) > _LONGEST:
            return []
        here, listed = self.numbers(act), acts.numbers(act)
        slips = chain(_swaps(number), _slips(number))
        return list(islice((each for each in dict.fromkeys(slips) if each in here or each in listed), most))

    def has_anonymous(self, act: str | None) -> bool:
        """Whether the corpus has articles of the act without a number, as flat dumps do."""
        return act in self._anonymous

    def has_bare_numbers(self, act: str) -> bool:
        """Whether articles of the act have numbers without a letter before them."""
        if act not in self._bare:
            known = {*self.recorded(act), *acts.numbers(act)}
            self._bare[act] = any(number[:1].isdigit() for number in known)
        return self._bare[act]


def _sequence(articles: Iterable[Article]) -> Sequence[Article]:
    """The articles as a sequence; that of a store, which reads each when it is asked for, as it is."""
    return articles if isinstance(articles, Sequence) else tuple(articles)


def _by_number(
    articles: Sequence[Article], note: Callable[[int, Article], None] | None = None
) -> dict[str | None, dict[str, OnDemand[Article]]]:
    """The articles by act and number; an act without numbered articles is there too. Each is shown to ``note``."""
    places: dict[str | None, dict[str, list[int]]] = {}
    for place, article in enumerate(articles):
        if note is not None:
            note(place, article)
        numbers = places.setdefault(article.act, {})
        if article.number is not None:
            numbers.setdefault(article.number.normalized, []).append(place)
    return {
        act: {number: OnDemand(found, articles.__getitem__) for number, found in numbers.items()}
        for act, numbers in places.items()
    }


def _swaps(number: str) -> Iterator[str]:
    """A number with two neighbours swapped, or with another letter before it."""
    for at in range(len(number) - 1):
        yield number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    bare = number.lstrip("lorda")
    yield from (prefix + bare for prefix in _PREFIXES if prefix + bare != number)


def _slips(number: str) -> Iterator[str]:
    """The number with one character wrong, too many or missing; errors near its end come first."""
    for at in reversed(range(len(number))):
        own = number[at]
        signs = sorted(_DIGITS, key=lambda sign: abs(int(sign) - int(own))) if own in _DIGITS else _SIGNS
        yield from (number[:at] + sign + number[at + 1 :] for sign in signs if sign != own)
    for at in reversed(range(len(number))):
        yield number[:at] + number[at + 1 :]
    for at in reversed(range(len(number) + 1)):
        yield from (number[:at] + sign + number[at:] for sign in _SIGNS)

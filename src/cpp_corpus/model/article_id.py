"""Ids of articles: ``act/number``, with the day of a version and the rank of a copy.

The notation::

    id       = (act | "?") "/" place ["@" day] ["~" rank]
    place    = number | "~" line                        normalised; of an unnumbered article, its line
    day      = ISO date                                the first day of the version, else the day of its source
    rank     = 2, 3 …                                  of further articles with the same id
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from types import NoneType

from cpp_corpus.errors import expect
from cpp_corpus.model.notation import Notation, refused

__all__ = ["ArticleId", "number_in", "unversioned"]


class ArticleId(Notation):
    """The id of an article in a corpus.

    >>> article = ArticleId("code-x/706-16@2014-11-15~2")
    >>> article == "code-x/706-16@2014-11-15~2", article.act, article.number, article.version, article.rank
    (True, 'code-x', '706-16', datetime.date(2014, 11, 15), 2)
    >>> ArticleId("?/l1").act, ArticleId("code-x/~107").line, ArticleId("code-x/~107").number
    (None, 107, None)
    """

    __slots__ = ()

    @classmethod
    def _check(cls, text: str) -> None:
        _parts(text)

    @classmethod
    def build(
        cls,
        act: str | None,
        number: str | None,
        *,
        line: int | None = None,
        version: date | str | None = None,
        rank: int = 1,
    ) -> ArticleId:
        """The id of the article of ``act`` with the normalised ``number``; of an unnumbered article, at ``line``.

        ``version`` is the day of one of its versions, ``rank`` distinguishes articles with the same id, from 1.

        >>> ArticleId.build("code-x", "706-16", version="2014-11-15", rank=2)
        ArticleId('code-x/706-16@2014-11-15~2')
        >>> ArticleId.build(None, None, line=107)
        ArticleId('?/~107')
        """
        expect("act", act, str, NoneType)
        expect("number", number, str, NoneType)
        day = "" if version is None else f"@{version}"
        return cls(f"{act or '?'}/{f'~{line}' if number is None else number}{day}{f'~{rank}' if rank > 1 else ''}")

    @property
    def act(self) -> str | None:
        """Id of the act; ``None`` where it is not known."""
        act = _parts(str(self))[0]
        return None if act == "?" else act

    @property
    def number(self) -> str | None:
        """Normalised number; ``None`` where the article has none."""
        place = _parts(str(self))[1]
        return None if place[0] == "~" else place

    @property
    def line(self) -> int | None:
        """Line in the source, for an unnumbered article."""
        place = _parts(str(self))[1]
        return int(place[1:]) if place[0] == "~" else None

    @property
    def version(self) -> date | None:
        """The day of the version; ``None`` where the id has none."""
        day = _parts(str(self))[2]
        return None if day is None else date.fromisoformat(day)

    @property
    def rank(self) -> int:
        """The rank among articles that would have the same id, from 1."""
        return int(_parts(str(self))[3] or 1)

    @property
    def unversioned(self) -> ArticleId:
        """The id that all versions of the article share.

        >>> ArticleId("code-x/706-16@2014-11-15~2").unversioned, ArticleId("code-x/annexe-i~2").unversioned
        (ArticleId('code-x/706-16'), ArticleId('code-x/annexe-i~2'))
        """
        return ArticleId(unversioned(self))


def unversioned(article_id: str) -> str:
    """An id without the day of its version, unchecked: a record made by hand may have any id."""
    return article_id.partition("@")[0]


def number_in(article_id: str) -> str | None:
    """The number in an id; ``None`` where it has none, or is not a valid id."""
    match = _ID.fullmatch(article_id)
    return None if match is None or match["place"][0] == "~" else match["place"]


_ID = re.compile(
    r"(?P<act>[^@~#\s]+)/(?P<place>~[0-9]+|[^/@~#\s]+)(?:@(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}))?(?:~(?P<rank>[0-9]+))?"
)


@lru_cache(maxsize=1 << 12)
def _parts(text: str) -> tuple[str, str, str | None, str | None]:
    match = _ID.fullmatch(text)
    if match is None or (match["day"] and not _is_day(match["day"])) or match["rank"] in {"0", "1"}:
        refused("id of an article", text, "'code-penal/421-1', 'code-penal/421-1@2014-11-15~2' or 'code-x/~107'")
    return match["act"], match["place"], match["day"], match["rank"]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True

"""What a corpus teaches of the codes that it holds: their numbers, and that there are codes newer than the tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from cpp_corpus.lang.acts import ACTS, is_act_id, numbers
from cpp_corpus.lang.learned import LearnedAct
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.resolution import IndexedArticle

__all__ = ["Learned", "learn", "newest_day"]


class Learned(NamedTuple):
    """What is new of a code."""

    act: LearnedAct
    """Its facts, with all numbers that are now known."""
    is_new: bool
    """Whether the code was not known."""
    added: tuple[str, ...]
    """Numbers that were not known."""
    dropped: tuple[str, ...]
    """Known numbers that the corpus lacks; empty where the corpus has only a part of the code."""
    is_part: bool
    """Whether the corpus has less than half of the known numbers: then none of them is dropped."""


def newest_day(articles: Iterable[IndexedArticle]) -> date | None:
    """The newest day on which a source shows the law; ``None`` where none says so."""
    days = (each.consolidated_at for each in articles if each.consolidated_at is not None)
    newest = max(days, default=None)
    return None if newest is None else date.fromisoformat(newest)


def learn(
    articles: Iterable[IndexedArticle], day: date, source: str, titles: Mapping[str, str] | None = None
) -> list[Learned]:
    """What the articles of a corpus teach of the codes on ``day``, in the order of the ids.

    A code of the tables keeps its title; that of a new one is the one in ``titles``, by id, else made from its id.
    Numbers of articles that are repealed on that day are not learned.

    >>> articles = [IndexedArticle("code-des-meules/1", "code-des-meules", "1", "in_force", None, None, ())]
    >>> (found,) = learn(articles, date(2025, 1, 1), "a mirror")
    >>> found.act.title, found.is_new, found.added
    ('Code des meules', True, ('1',))
    """
    held: dict[str, dict[str, None]] = {}
    for each in articles:
        if each.act is None or each.number is None or not is_act_id(each.act):
            continue
        if each.status_on(day.isoformat()) is not ArticleState.REPEALED:
            held.setdefault(each.act, {})[each.number] = None
    return [_learned(act, sorted(found), day, source, titles or {}) for act, found in sorted(held.items())]


# ---------------------------------------------------------------------------------------------------------------------

_HALF = 0.5
_OF_THE = re.compile(r"(?<=de )l(?=[aeiouyh])(?!(?:a|e|es)\b)")
_OF = re.compile(r"(?<=et )d(?=[aeiouyh])(?!(?:e|es|u)\b)")


def _title(act: str) -> str:
    """The title that the id of a code was made from, without its accents.

    >>> _title("code-de-lhorlogerie-et-dautomates"), _title("code-de-la-meule")
    ("Code de l'horlogerie et d'automates", 'Code de la meule')
    """
    return _OF.sub("d'", _OF_THE.sub("l'", act.replace("-", " "))).capitalize()


def _learned(act: str, found: list[str], day: date, source: str, titles: Mapping[str, str]) -> Learned:
    known = numbers(act)
    is_part = len(known.intersection(found)) < _HALF * len(known)
    added = tuple(number for number in found if number not in known)
    dropped = () if is_part else tuple(sorted(known.difference(found)))
    title = ACTS[act].title if act in ACTS else titles.get(act) or _title(act)
    now = sorted(known.union(found)) if is_part else found
    return Learned(LearnedAct(act, title, day, source, tuple(now)), act not in ACTS, added, dropped, is_part)

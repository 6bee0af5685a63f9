"""Acts of one nature and day in several files of a corpus, told apart by what their sources call each text.

A law, decree or order without a number has the id of its day, ``arrete:2031-03-03``, and there may be many of a day.
Where files have texts of it with different NOR, or else different identifiers of the text, each text has its own behind
the id: ``arrete:2031-03-03:ECOX3100012A``. In one file :mod:`cpp_corpus.ingest.same_day` does so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from cpp_corpus.model.compact import column, values_of
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.resolution import IndexedArticle

__all__ = ["acts_apart", "findings_apart", "id_in"]


def acts_apart(
    all_indexed: Sequence[IndexedArticle], ids: Callable[[frozenset[int]], Iterable[tuple[int, Mapping[str, str]]]]
) -> dict[int, str]:
    """The acts of the articles that are of one of several texts with the same id, by their places.

    ``ids`` gives for some places the identifiers of their articles.

    >>> def of(file):
    ...     return IndexedArticle("decret:2031-03-03/1", "decret:2031-03-03", "1", "", "", "", (), file=file)
    >>> nors = ["ECOX3100012D", "ECOX3100013D"]
    >>> acts_apart([of("a"), of("b")], lambda places: [(at, {"nor": nors[at]}) for at in places])
    {0: 'decret:2031-03-03:ECOX3100012D', 1: 'decret:2031-03-03:ECOX3100013D'}
    """
    places: dict[str, list[int]] = {}
    files: dict[str, set[str | None]] = {}
    others: dict[str, set[str]] = {}  # texts that their file tells apart already
    file_at = values_of(all_indexed, "file")
    for at, of_act in enumerate(column(all_indexed, "act")):
        if of_act is not None and (found := _DATED.fullmatch(of_act)):
            files.setdefault(found[1], set()).add(file_at(at))
            if found[2]:
                others.setdefault(found[1], set()).add(found[2])
            else:
                places.setdefault(found[1], []).append(at)
    several = {act: of_act for act, of_act in places.items() if len(files[act]) > 1}
    if not several:
        return {}
    known = dict(ids(frozenset(at for of_act in several.values() for at in of_act)))
    return {
        at: name for act, of_act in several.items() for at, name in _apart(act, of_act, known, others.get(act, set()))
    }


def findings_apart(all_indexed: Sequence[IndexedArticle], apart: Mapping[int, str]) -> list[Finding]:
    """A finding for each act of which ``apart`` has several texts; ``all_indexed`` have their former ids."""
    texts: dict[str, dict[str, int]] = {}
    for at, name in apart.items():
        texts.setdefault(str(all_indexed[at].act), {}).setdefault(name, at)
    return [
        Finding.build(FindingCode.SAME_DAY_ACTS, _message(act, list(found)), path=all_indexed[min(found.values())].file)
        for act, found in texts.items()
    ]


def id_in(act: str, former: IndexedArticle) -> str:
    """The id in ``act`` of an article that had another act.

    >>> id_in("decret:2031-03-03:A", IndexedArticle("decret:2031-03-03/1", "decret:2031-03-03", "1", "", "", "", ()))
    'decret:2031-03-03:A/1'
    """
    return f"{act}{former.id.removeprefix(str(former.act))}"


# ---------------------------------------------------------------------------------------------------------------------

_DATED = re.compile(r"([a-z-]+:\d{4}-\d\d-\d\d)(?::([A-Z0-9]+))?")
_NAMES = ("nor", "jorftext", "legitext")
"""What sources call a text by, the surest first."""
_SHOWN = 3


def _message(act: str, names: Sequence[str]) -> str:
    more = " and others" if len(names) > _SHOWN else ""
    return (
        f"{len(names)} texts have the id {act} in their files, since they have no number, so each has its own: "
        f"{', '.join(names[:_SHOWN])}{more}. What only names the day names none of them."
    )


def _apart(
    act: str, places: Iterable[int], known: Mapping[int, Mapping[str, str]], others: set[str]
) -> Iterable[tuple[int, str]]:
    """The act of each article with an identifier of its text, by the first kind of which there are several."""
    for name in _NAMES:
        texts = {at: text for at in places if (text := known[at].get(name))}
        if texts and len(others.union(texts.values())) > 1:
            return [(at, f"{act}:{text}") for at, text in texts.items()]
    return []

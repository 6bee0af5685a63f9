"""The versions of an article inside its record of JSON, each with its words and days.

    {"num": "L1", "versions": [{"texte": "…", "debut": "2001-03-04", "fin": "2010-05-06"}, {"texte": "…", …}]}
    {"L1": {"2001-03-04": "…", "2010-05-06": "…"}}

They are in a list, or by their first days, or one is alone beside a list of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from cpp_corpus.ingest.naming import member_name
from cpp_corpus.ingest.rows import columns_of
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.states import source_day

__all__ = ["are_days", "are_versions", "version_rows"]


def are_versions(name: str, members: Collection[str], *, has_words: bool = False) -> bool:
    """Whether the elements of a list called ``name``, which have ``members``, may be versions of an article.

    ``has_words``: whether the article has words beside them.

    >>> are_versions("textes", ["texte", "debut"]), are_versions("alineas", ["numero", "texte"])
    (True, False)
    """
    columns = columns_of(tuple(members))
    if not columns.has_words or (columns.has_number and not _is_named(name)):
        return False
    return columns.has_validity or (_is_named(name) and not has_words)


def are_days(names: Collection[str]) -> bool:
    """Whether all names are days.

    >>> are_days(["2001-03-04", "2010-05-06"]), are_days(["1", "2"]), are_days([])
    (True, False, False)
    """
    return bool(names) and all(len(name) >= _LETTERS_OF_DAY and source_day(name) is not None for name in names)


def version_rows(record: object, number: str | None = None) -> list[dict[str, Any]] | None:
    """A row for each version of an article that is ``record``, or whose ``number`` has it; ``None`` where it has none.

    Empty where several have no day and no state, so that none can be told from another. What the record says of the
    article is said of each; its own words are one more, where no version has them.

    >>> version_rows({"num": "1", "versions": [{"texte": "Il dort.", "debut": "2001-03-04"}]})
    [{'num': '1', 'texte': 'Il dort.', 'debut': '2001-03-04'}]
    >>> version_rows({"2001-03-04": "Il dort."}, "1"), version_rows({"num": "1", "texte": "Il dort."})
    ([{'num': '1', 'date_debut': '2001-03-04', 'texte': 'Il dort.'}], None)
    """
    said: Mapping[str, Any] = record if isinstance(record, dict) and not are_days(record) else {}
    members = {name: versions for name, each in said.items() if (versions := _versions(each, name))}
    alone = {name: each for name, each in said.items() if members and isinstance(each, dict) and _is_version(each)}
    inside = [*alone.values(), *(each for versions in members.values() for each in versions)] or _versions(record, "")
    if not inside:
        return None
    around = {name: each for name, each in said.items() if name not in members and name not in alone}
    named = {_NUMBER: number} if number and columns_of(tuple(around)).number(around) is None else {}
    columns = columns_of(tuple(around))
    own = columns.words(around)
    of_article = {**named, **columns.without_version(around)}
    if (len(inside) > 1 or own) and not all(map(_is_version, inside)):
        return None if own else []
    words = [columns_of(tuple(each)).words(each) for each in inside]
    whole = {**named, **around}
    rows = [{**(whole if own and words[at] == own else of_article), **each} for at, each in enumerate(inside)]
    return [*rows, whole] if own and own not in words else rows


# ---------------------------------------------------------------------------------------------------------------------

_NUMBER, _WORDS, _START = "num", "texte", "date_debut"
_NAMED = Pattern(r".*version|histor|.*redaction|revision")
"""Names of lists of versions."""
_LETTERS_OF_DAY = 8  # of 20010304


def _versions(value: object, name: str) -> list[dict[str, Any]]:
    """The versions that are a list called ``name``, or an object by their days; none where it is something else."""
    if isinstance(value, dict) and are_days(value):
        return [{_START: day, **(each if isinstance(each, dict) else {_WORDS: each})} for day, each in value.items()]
    if (
        not isinstance(value, list)
        or not value
        or not all(isinstance(each, dict) and _has_words(each) for each in value)
    ):
        return []
    return value if _is_named(name) or (all(map(_is_version, value)) and not any(map(_number, value))) else []


def _is_named(name: str) -> bool:
    return _NAMED.match(member_name(name)) is not None


def _has_words(record: Mapping[str, Any]) -> bool:
    return columns_of(tuple(record)).words(record) is not None


def _number(record: Mapping[str, Any]) -> str | None:
    return columns_of(tuple(record)).number(record)


def _is_version(record: Mapping[str, Any]) -> bool:
    """Whether a record has words, with a day or a state."""
    return _has_words(record) and columns_of(tuple(record)).is_dated(record)

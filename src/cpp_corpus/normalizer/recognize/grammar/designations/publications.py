"""Documents and pages by their references: circulars, ``BOI-IR-RICI-110``, ``IDCC 1486``, ``JO du …, p. 227``."""

from __future__ import annotations

import re

from cpp_corpus.lang.publications import publication_at
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["PUBLICATION", "publication"]

_BEGINS = compiled(r"(?=BOI|IDCC|idcc|NOR|[Cc]irc|JO|J\. ?O|[Jj]ournal)")
_ISSUE = re.compile(r"jo:[0-9-]+")


def publication(text: str, at: int) -> ActName | None:
    """The document or page that is cited at a position; ``None`` where none is, and for a whole issue of a journal."""
    found = publication_at(text, at)
    if found is None or _ISSUE.fullmatch(found.id):
        return None
    date = None if found.day is None else found.day.isoformat()
    nature = found.id.partition(":")[0]
    return ActName(found.start, found.end, found.end, nature, (found.id,), How.NAMED, date, PUBLICATION.name)


def _publication(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """(``circulaire`` | ``BOI`` | ``IDCC`` | ``NOR`` | ``JO`` …) *number or date*"""
    return publication(text, match.start()) if how is None else None


PUBLICATION = Form(
    "publication",
    "bcijn",
    _BEGINS,
    _publication,
    (
        Example("l'article ⟦3⟧ de la circulaire du 3 mars 2030", "circulaire:2030-03-03/3"),
        Example("l'article ⟦3⟧ de l'IDCC 9486", "idcc:9486/3"),
    ),
)

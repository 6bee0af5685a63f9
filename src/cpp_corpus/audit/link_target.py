"""The target of a link, and what the title of the link says of it: "Code du travail - art. L1-1 (Ab)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from cpp_corpus.lang.acts import ACTS
from cpp_corpus.lang.numbering import normalize_number
from cpp_corpus.model.article import Link

__all__ = ["reason_gone", "with_target"]

_TITLE = re.compile(r" - art\. (?P<number>[^()]{1,60}?)(?: \((?P<mark>[A-Za-z]{1,4})\))?\s*\Z")
_ACT = re.compile(r"[?&;]cidTexte=(LEGITEXT[0-9]{12})\b")
_SAYS = {"Ab": "is repealed", "An": "is annulled", "P": "has lapsed", "T": "has moved to another number"}
_LONGEST = 1000  # characters of a title; longer ones are not read


def with_target(link: Link) -> Link | None:
    """The link with the act and article of its target; ``None`` where its address does not name them.

    An address of Légifrance names the code by its LEGITEXT id and the article by the id of one version; the number is
    then read from the title.
    """
    if link.act is not None and link.article is not None:
        return link
    act, title = _ACT.search(link.href), _title(link)
    if act is None or title is None or act[1] not in _acts():
        return None
    return link.model_copy(update={"act": _acts()[act[1]], "article": normalize_number(title["number"])})


def reason_gone(link: Link) -> str | None:
    """What the title says of a target that is no longer law (``is repealed``); ``None`` where it does not say so."""
    title = _title(link)
    return _SAYS.get(title["mark"] or "") if title else None


def _title(link: Link) -> re.Match[str] | None:
    return _TITLE.search(link.title) if link.title and len(link.title) < _LONGEST else None


@cache
def _acts() -> Mapping[str, str]:
    return {act.legitext: act.id for act in ACTS.values() if act.legitext}

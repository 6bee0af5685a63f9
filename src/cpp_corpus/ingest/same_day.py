"""Acts of one nature and day in one file, told apart by their NOR.

A law, decree or order without a number has the id of its day, ``decret:2031-03-03``. Where a file has two of them with
different NOR, as an issue of the Journal officiel does, each has its NOR behind: ``decret:2031-03-03:ECOX3100012D``. No
one of them is then what "le décret du 3 mars 2031" names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from cpp_corpus.model.document import Document, Facts
from cpp_corpus.model.finding import Finding

__all__ = ["told_apart"]


def told_apart(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents of a file, each act that has the nature and day of another one with its NOR.

    >>> from cpp_corpus.model.document import Draft
    >>> def of(nor):
    ...     return Document("a.txt", "moulin", (Draft(Facts("decret:2031-03-03", ids=(("nor", nor),)), ()),))
    >>> [document.drafts[0].facts.act for document in told_apart([of("ECOX3100012D"), of("ECOX3100013D")])]
    ['decret:2031-03-03:ECOX3100012D', 'decret:2031-03-03:ECOX3100013D']
    >>> [document.drafts[0].facts.act for document in told_apart([of("ECOX3100012D"), of("ECOX3100012D")])]
    ['decret:2031-03-03', 'decret:2031-03-03']
    """
    named = [(draft.facts.act, _nor(draft.facts)) for document in documents for draft in document.drafts]
    dated = {(act, nor) for act, nor in named if act and nor and _DATED.fullmatch(act)}
    several = {act for act, count in Counter(act for act, _ in dated).items() if count > 1}
    return tuple(_apart(document, several) for document in documents) if several else tuple(documents)


# ---------------------------------------------------------------------------------------------------------------------

_DATED = re.compile(r"[a-z-]+:\d{4}-\d\d-\d\d")


def _nor(facts: Facts) -> str | None:
    return dict(facts.ids).get("nor")


def _apart(document: Document, several: set[str]) -> Document:
    """A document, the acts that are one of ``several`` with their NOR."""
    drafts = tuple(draft._replace(facts=_named(draft.facts, several)) for draft in document.drafts)
    found = {(old.facts.act, new.facts.act) for old, new in zip(document.drafts, drafts, strict=True)}
    findings = tuple(_renamed(finding, found) for finding in document.findings)
    return replace(document, drafts=drafts, findings=findings)


def _named(facts: Facts, several: set[str]) -> Facts:
    nor = _nor(facts)
    return facts._replace(act=f"{facts.act}:{nor}") if nor and facts.act in several else facts


def _renamed(finding: Finding, names: set[tuple[str | None, str | None]]) -> Finding:
    """A finding with the new id of its article; without one where several acts of a document had the old one."""
    act, _, number = (finding.article or "").rpartition("/")
    new = [name for old, name in names if old == act]
    if not number or new in ([], [act]):
        return finding
    return finding.model_copy(update={"article": f"{new[0]}/{number}" if len(new) == 1 else None})

"""Files between the two passes: articles and references as lines; all of a file as bytes, which are sent and kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import orjson
from pydantic import ValidationError

from cpp_corpus.ingest import Refusal
from cpp_corpus.model.document import Listed
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.manifest import SourceFile
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.pipeline.unread import Refused

__all__ = ["Packed", "PackedArticle", "as_bytes", "from_bytes", "listed_again"]


class PackedArticle(NamedTuple):
    """An article between the two passes."""

    indexed: IndexedArticle
    line: bytes
    """Its JSON, after the id."""
    references: bytes
    words: int
    """Hash of its words, as :func:`version_key` makes it."""
    ident: int
    """Hash of its identifier, likewise."""


class Packed(NamedTuple):
    """A file between the two passes."""

    source: SourceFile | None
    findings: tuple[Finding, ...]
    articles: tuple[PackedArticle, ...]
    asked: bool = False
    """As in :class:`FileResult`."""
    refused: Refused | None = None
    """As in :class:`FileResult`."""
    listed: tuple[Listed, ...] = ()
    """As in :class:`FileResult`."""


def as_bytes(packed: Packed) -> bytes:
    """A file as bytes.

    >>> from_bytes(as_bytes(Packed(None, (), ()))) == Packed(None, (), ())
    True
    """
    head = {
        "source": None if packed.source is None else packed.source.model_dump_json(),
        "findings": [finding.model_dump_json() for finding in packed.findings],
        "articles": [[*each.indexed, each.words, each.ident] for each in packed.articles],
        "asked": packed.asked,
        "refused": None if packed.refused is None else [packed.refused.path, *packed.refused.refusal],
        "is_named": packed.refused is not None and packed.refused.is_named,
        "listed": [list(each) for each in packed.listed],
    }
    lines = [orjson.dumps(head)]
    for each in packed.articles:
        lines += (each.line, each.references)
    return b"\n".join(lines)


def from_bytes(data: bytes) -> Packed:
    """What :func:`as_bytes` made; ``ValueError`` where it is something else."""
    try:
        first, *lines = data.split(b"\n")
        head = orjson.loads(first)
        places = zip(head["articles"], lines[::2], lines[1::2], strict=True)
        refused = head["refused"]
        return Packed(
            None if head["source"] is None else SourceFile.model_validate_json(head["source"]),
            tuple(map(Finding.model_validate_json, head["findings"])),
            tuple(_article(row, line, references) for row, line, references in places),
            head["asked"],
            None if refused is None else _refused(*refused, is_named=head["is_named"]),
            tuple(listed_again(*each) for each in head["listed"]),
        )
    except (KeyError, TypeError, AttributeError, ValidationError) as error:
        raise ValueError(str(error)) from error


def _article(row: list[Any], line: bytes, references: bytes) -> PackedArticle:
    *indexed, words, ident = row
    entry = IndexedArticle(*indexed)
    return PackedArticle(entry._replace(divisions=tuple(entry.divisions)), line, references, words, ident)


def listed_again(text: str, title: str | None, articles: Iterable[tuple[str, str | None]]) -> Listed:
    """A list of articles from its fields in JSON.

    >>> listed_again("LEGITEXT000000000001", None, [["LEGIARTI000000000001", None]]).articles
    (('LEGIARTI000000000001', None),)
    """
    return Listed(text, title, tuple((name, number) for name, number in articles))


def _refused(  # noqa: PLR0913, PLR0917 - its fields
    path: str, code: str, kind: str, reason: str, advice: str, severity: str, *, is_named: bool
) -> Refused:
    return Refused(path, Refusal(FindingCode(code), kind, reason, advice, Severity(severity)), is_named)

"""Versions from pages of a mirror that stand in no folder: lines of a history, objects of a repository."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cpp_corpus import ingest, tokenizer
from cpp_corpus.pipeline.atlas.texts import Told, version_of

__all__ = ["Page", "page_version"]


class Page(NamedTuple):
    """A page, and when it was law."""

    path: str
    """Its path in the mirror, which says its act and its divisions."""
    data: bytes
    valid_from: date | None
    valid_to: date | None


def page_version(page: Page) -> Told | None:
    """The version that a page shows; ``None`` where it is no article of a known act with a number."""
    read = ingest.read_bytes(page.data, page.path)
    articles = [article for document in read.documents for article in tokenizer.tokenize(document).articles]
    if len(articles) != 1 or articles[0].act is None:
        return None
    version = version_of(articles[0])
    if version is None:
        return None
    return articles[0].act, version._replace(valid_from=page.valid_from, valid_to=page.valid_to)

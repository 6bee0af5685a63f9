"""Versions from texts that have numbers: a mirror, single pages, what ``normalize`` wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from os import PathLike

from cpp_corpus import ingest
from cpp_corpus.errors import InputError
from cpp_corpus.export.exported import is_export, read_export
from cpp_corpus.model.article import Article, ArticleState
from cpp_corpus.model.atlas import Version
from cpp_corpus.model.fingerprint import fingerprint_of
from cpp_corpus.pipeline.atlas.numbers import ShippedNumbers
from cpp_corpus.pipeline.engine import Engine
from cpp_corpus.pipeline.stages import NumberSource, process_file
from cpp_corpus.table import WithTables
from cpp_corpus.tokenizer import is_placeholder

__all__ = ["Told", "text_versions", "version_of"]

Told = tuple[str, Version]
"""An act, and a version of one of its articles."""


def text_versions(path: str | PathLike[str], acts: frozenset[str] | None, engine: Engine) -> Iterator[Told]:
    """The versions that the texts at and below ``path`` hold, of these acts or of all.

    ``InputError`` where none of them could be read.
    """
    if is_export(path):
        yield from _told(read_export(path).articles, acts)
        return
    entries = [entry for entry in ingest.entries([path]) if not isinstance(entry, ingest.PassedOver)]
    wanted = [entry for entry in entries if acts is None or ingest.act_of_path(entry.path) in {None, *acts}]
    work = WithTables(partial(_of_file, acts=acts, numbers=ShippedNumbers()))
    problem: str | None = None
    for told, wrong in engine.map(work, wanted):
        if wrong is None:
            problem = ""
            yield from told
        elif problem is None:
            problem = wrong
    if problem:
        raise InputError(f"nothing in it could be read; the first problem: {problem}", path=path)


def version_of(article: Article) -> Version | None:
    """The version that a record is; ``None`` where it has no number, or says nothing but that it is repealed."""
    if article.number is None or article.state == ArticleState.REPEALED:
        return None
    print_ = None if is_placeholder(article.text) else fingerprint_of(article.text)
    return Version(article.number.heading, article.divisions, article.valid_from, article.valid_to, print_)


def _of_file(entry: ingest.Entry, acts: frozenset[str] | None, numbers: NumberSource) -> tuple[list[Told], str | None]:
    """The versions in an entry, or why it could not be read."""
    result = process_file(entry, numbers)
    wrong = None if result.refused is None else str(result.refused.finding())
    return list(_told(result.articles, acts)), wrong


def _told(articles: Iterable[Article], acts: frozenset[str] | None) -> Iterator[Told]:
    for article in articles:
        if article.act is not None and (acts is None or article.act in acts):
            version = version_of(article)
            if version is not None:
                yield article.act, version

r"""Versions of articles: from texts that have numbers, and from a history of dated pages.

A history is JSON Lines, plain or packed with xz or gzip; each line is a page of a mirror with its dates::

    {"path": "code-x/titre-ier/12.md", "valid_from": "2004-01-01", "valid_to": null, "page": "# Article 12\n\n…"}
"""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

import orjson

from cpp_corpus import ingest, tokenizer
from cpp_corpus.errors import InputError
from cpp_corpus.limits import LimitReached, current
from cpp_corpus.model.article import Article, ArticleState
from cpp_corpus.model.atlas import Version
from cpp_corpus.model.finding import FindingCode
from cpp_corpus.model.fingerprint import fingerprint_of
from cpp_corpus.pipeline.atlas.numbers import InstalledNumbers
from cpp_corpus.pipeline.engine import Engine
from cpp_corpus.pipeline.stages import NumberSource, process_file
from cpp_corpus.table import WithTables
from cpp_corpus.tokenizer import is_placeholder

__all__ = [
    "ActVersion",
    "Page",
    "history_versions",
    "is_history",
    "page_version",
    "text_versions",
    "version_of",
    "versions_in",
]

ActVersion = tuple[str, Version]
"""An act, and a version of one of its articles."""


def text_versions(path: str | PathLike[str], acts: frozenset[str] | None, engine: Engine) -> Iterator[ActVersion]:
    """The versions in the texts at and below ``path``, of these acts or of all.

    ``InputError`` where none of them could be read.
    """
    left_out: list[ingest.PassedOver] = []
    wanted = (
        entry for entry in _entries(path, left_out) if acts is None or ingest.act_of_path(entry.path) in {None, *acts}
    )
    work = WithTables(partial(_of_file, acts=acts, numbers=InstalledNumbers()))
    problem: str | None = None
    for found, wrong in engine.map(work, wanted):
        if wrong is None:
            problem = ""
            yield from found
        elif problem is None:
            problem = wrong
    if problem is None and left_out:
        problem = f"{left_out[0].path}: {left_out[0].reason}. {left_out[0].advice}".rstrip(". ")
    if problem:
        raise InputError(f"nothing in it could be read; the first problem: {problem}", path=path)


def _entries(path: str | PathLike[str], left_out: list[ingest.PassedOver]) -> Iterator[ingest.Entry]:
    """The entries at and below ``path``; those that a limit keeps out are added to ``left_out``."""
    for entry in ingest.unpacked(ingest.entries([path]), current()):
        if not isinstance(entry, ingest.PassedOver):
            yield entry
        elif entry.code is FindingCode.ARCHIVE_LIMIT:
            left_out.append(entry)


def version_of(article: Article) -> Version | None:
    """A record as a version; ``None`` where it has no number, or is repealed."""
    if article.number is None or article.state == ArticleState.REPEALED:
        return None
    print_ = None if is_placeholder(article.text) else fingerprint_of(article.text)
    return Version(article.number.heading, article.divisions, article.valid_from, article.valid_to, print_)


def _of_file(
    entry: ingest.Entry, acts: frozenset[str] | None, numbers: NumberSource
) -> tuple[list[ActVersion], str | None]:
    """The versions in an entry, or why it could not be read."""
    result = process_file(entry, numbers)
    wrong = None if result.refused is None else str(result.refused.finding())
    return list(versions_in(result.articles, acts)), wrong


def versions_in(articles: Iterable[Article], acts: frozenset[str] | None) -> Iterator[ActVersion]:
    """Those of the articles that have a number and are of these acts, or of any known act."""
    for article in articles:
        if article.act is not None and (acts is None or article.act in acts):
            version = version_of(article)
            if version is not None:
                yield article.act, version


class Page(NamedTuple):
    """A page, and when it was law."""

    path: str
    """Its path in the mirror, from which its act and divisions are known."""
    data: bytes
    valid_from: date | None
    valid_to: date | None


def page_version(page: Page) -> ActVersion | None:
    """The version on a page; ``None`` where it is not one numbered article of a known act."""
    read = ingest.read_bytes(page.data, page.path)
    articles = [article for document in read.documents for article in tokenizer.tokenize(document).articles]
    if len(articles) != 1 or articles[0].act is None:
        return None
    version = version_of(articles[0])
    if version is None:
        return None
    return articles[0].act, version._replace(valid_from=page.valid_from, valid_to=page.valid_to)


_TOO_LONG = LimitReached("text_size", "").hint
_SUFFIXES = (".jsonl", ".jsonl.xz", ".jsonl.gz")


def is_history(path: str | PathLike[str]) -> bool:
    """Whether a file has the name of a history."""
    return Path(path).name.endswith(_SUFFIXES) and Path(path).is_file()


def history_versions(path: str | PathLike[str], acts: frozenset[str] | None) -> Iterator[ActVersion]:
    """The versions in a history; ``InputError``, with the line, where one cannot be read."""
    number, most = 1, current().text_size
    try:
        with _opened(Path(path)) as lines:
            while line := lines.readline(most + 1):
                if len(line) > most:
                    raise InputError(f"has a line of more than {most:,} bytes", path=path, line=number, hint=_TOO_LONG)
                page = _page(line)
                if (acts is None or ingest.act_of_path(page.path) in acts) and (found := page_version(page)):
                    yield found
                number += 1
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        hint = "each line is an object with path, valid_from, valid_to and page"
        raise InputError(f"is not a dated page: {error}", path=path, line=number, hint=hint) from error
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise InputError(f"cannot be read: {error}", path=path, line=number) from error


def _page(line: bytes) -> Page:
    row: dict[str, Any] = orjson.loads(line)
    first, last = (date.fromisoformat(row[name]) if row[name] else None for name in ("valid_from", "valid_to"))
    return Page(row["path"], row["page"].encode(), first, last)


def _opened(path: Path) -> BinaryIO:
    if path.name.endswith(".xz"):
        return cast("BinaryIO", lzma.open(path))
    return cast("BinaryIO", gzip.open(path)) if path.name.endswith(".gz") else path.open("rb")

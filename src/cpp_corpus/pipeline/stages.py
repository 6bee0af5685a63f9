"""What happens to one file alone: pure functions of its bytes and its path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike, fspath, sep
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cpp_corpus import ingest, tokenizer
from cpp_corpus.errors import InputError
from cpp_corpus.export.exported import WrittenReferences
from cpp_corpus.model.article import Article, is_anonymous
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.manifest import SourceFile
from cpp_corpus.pipeline.infer_act import act_of
from cpp_corpus.pipeline.references import recognised

if TYPE_CHECKING:
    from cpp_corpus.normalizer.identify import Identified

__all__ = ["FileResult", "NumberSource", "discover", "process_file", "unneeded"]


class NumberSource(Protocol):
    """Where the numbers of articles that have lost theirs are looked up."""

    def identified(self, articles: Sequence[Article]) -> Identified:
        """The articles of one document of a known act, numbered where there is evidence, and what there is to say."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file gave."""

    source: SourceFile | None
    """``None`` where its bytes could not be read."""
    articles: tuple[Article, ...]
    leftovers: tuple[str, ...]
    findings: tuple[Finding, ...]
    asked: bool = False
    """Whether some of its articles had lost their numbers, so that these were looked up."""
    written: WrittenReferences | None = None
    """Of an export, the references of its articles."""

    @property
    def is_read(self) -> bool:
        """Whether its format was known."""
        return self.source is not None and self.source.format is not None


def discover(paths: Iterable[str | PathLike[str]]) -> list[str]:
    """The files at and below ``paths``, each once, in an order that does not depend on how they were given.

    ``InputError`` for a path that does not exist, or where there is no file at all.
    """
    given = [fspath(path) for path in paths]
    for path in given:
        if not Path(path).exists():
            raise InputError("there is no such file or folder", path=path)
    found = dict.fromkeys(fspath(file) for file in ingest.walk(given))
    if not found:
        raise InputError("nothing to read: no file there", path=given[0] if len(given) == 1 else None)
    return sorted(found, key=_natural)


def process_file(path: str, numbers: NumberSource | None = None) -> FileResult:
    """Read, tokenise, find the act of a page that does not say it, and the numbers of articles that have lost them.

    Without ``numbers`` they stay without. It raises nothing for whatever the file holds: what is wrong is a finding.
    """
    try:
        return _processed(path, numbers)
    except (InputError, OSError) as error:
        return _failed(path, FindingCode.UNREADABLE_FILE, str(error).removeprefix(f"{path}: "))
    except Exception as error:  # noqa: BLE001 - one file must not end a night's work; the finding tells of it
        return _failed(path, FindingCode.INTERNAL_ERROR, f"the file was left out: {type(error).__name__}: {error}")


def unneeded(path: str | PathLike[str]) -> Finding:
    """What there is to say where no number had to be looked up in ``path``, which was given for that."""
    message = "No text that was read has lost the numbers of its articles, so none was looked up here."
    return Finding.build(FindingCode.UNNEEDED_NUMBERS_FROM, message, path=fspath(path))


def _processed(path: str, numbers: NumberSource | None) -> FileResult:
    read = ingest.read_file(path)
    parts = [tokenizer.tokenize(document) for document in read.documents]
    findings = [*read.findings, *(finding for part in parts for finding in part.findings)]
    articles: list[Article] = []
    asked = False
    for part in parts:
        if _lost_numbers(part.articles) and numbers is not None:
            asked = True
            identified = numbers.identified(part.articles)
            articles += identified.articles
            findings += identified.findings
        else:
            articles += part.articles
    if any(article.act is None for article in articles):
        articles, said = act_of(articles, recognised)
        findings += said
    leftovers = tuple(line for part in parts for line in part.leftovers)
    if not read.sha256:
        return FileResult(None, (), (), tuple(findings))
    source = SourceFile(
        path=path,
        format=read.format,
        size=read.size,
        sha256=read.sha256,
        articles=len(articles),
        leftovers=leftovers,
    )
    return FileResult(source, tuple(articles), leftovers, tuple(findings), asked)


def _lost_numbers(articles: Sequence[Article]) -> bool:
    """Whether articles of a document whose act is known have lost their headings."""
    return bool(articles) and articles[0].act is not None and any(map(is_anonymous, articles))


def _failed(path: str, code: FindingCode, message: str) -> FileResult:
    return FileResult(None, (), (), (Finding.build(code, message, path=path),))


_DIGITS = re.compile(r"[0-9]+")


def _natural(path: str) -> tuple[str, str, str]:
    """Sorts ``2.md`` before ``10.md``, folder by folder; the path itself decides where numbers are equal."""
    folder, _, name = path.rpartition(sep)
    return _folder(folder), _padded(name), path


@lru_cache(maxsize=1 << 10)
def _folder(path: str) -> str:
    return _padded(path).replace(sep, "\0")


def _padded(text: str) -> str:
    return _DIGITS.sub(lambda number: number[0].zfill(20), text)

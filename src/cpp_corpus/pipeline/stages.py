"""What happens to one file alone: pure functions of its bytes and its path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike, fspath, sep
from pathlib import Path
from typing import TYPE_CHECKING

from cpp_corpus import ingest, tokenizer
from cpp_corpus.errors import InputError
from cpp_corpus.model.article import Article, is_anonymous
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.manifest import SourceFile
from cpp_corpus.model.reference import Reference
from cpp_corpus.pipeline.infer_act import act_of

if TYPE_CHECKING:
    from cpp_corpus.normalizer.identify import Identified

__all__ = ["FileResult", "discover", "process_file", "references_of", "unneeded", "usable_reference"]


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file gave."""

    source: SourceFile | None
    """``None`` where its bytes could not be read."""
    articles: tuple[Article, ...]
    leftovers: tuple[str, ...]
    findings: tuple[Finding, ...]
    asked: bool = False
    """Whether some of its articles had lost their numbers, so that a reference was asked for them."""

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


def process_file(path: str, reference: str | None = None) -> FileResult:
    """Read, tokenise, find the act of a page that does not say it, and the numbers of articles that have lost them.

    ``reference`` is the path of what tells the numbers, instead of what the package ships.
    It raises nothing for whatever the file holds: what is wrong is a finding.
    """
    try:
        return _processed(path, reference)
    except (InputError, OSError) as error:
        return _failed(path, FindingCode.UNREADABLE_FILE, str(error).removeprefix(f"{path}: "))
    except Exception as error:  # noqa: BLE001 - one file must not end a night's work; the finding tells of it
        return _failed(path, FindingCode.INTERNAL_ERROR, f"the file was left out: {type(error).__name__}: {error}")


def usable_reference(reference: str | PathLike[str]) -> str:
    """The path of a reference as :func:`process_file` takes it; ``InputError`` where there is no such thing.

    A run begins: what an earlier one read of a reference is read again, since it may have changed.
    """
    if not Path(reference).exists():
        raise InputError("there is no such reference", path=reference, hint="name an atlas, or texts with numbers")
    from cpp_corpus.pipeline.atlas import forget  # noqa: PLC0415 - heavy, and few runs have a reference

    forget()
    return fspath(reference)


def unneeded(reference: str | PathLike[str]) -> Finding:
    """What there is to say where nothing asked for a reference that was given."""
    message = "No text that was read has lost the numbers of its articles, so this reference was not used."
    return Finding.build(FindingCode.UNNEEDED_REFERENCE, message, path=fspath(reference))


def references_of(article: Article) -> tuple[Reference, ...]:
    """The references in the text of an article, then in its notes."""
    from cpp_corpus.normalizer import recognize  # noqa: PLC0415 - heavy, and a load alone does not need it

    notes = [note.text for note in article.notes]
    return recognize.recognize(article.text, notes, act=article.act, article=article.number)


def _processed(path: str, reference: str | None) -> FileResult:
    read = ingest.read_file(path)
    parts = [tokenizer.tokenize(document) for document in read.documents]
    findings = [*read.findings, *(finding for part in parts for finding in part.findings)]
    articles: list[Article] = []
    asked = False
    for part in parts:
        if _lost_numbers(part.articles):
            asked = True
            identified = _identified(part.articles, reference)
            articles += identified.articles
            findings += identified.findings
        else:
            articles += part.articles
    if any(article.act is None for article in articles):
        articles, said = act_of(articles, references_of)
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
    bound = tuple(article.bound(recogniser=references_of) for article in articles)
    return FileResult(source, bound, leftovers, tuple(findings), asked)


def _lost_numbers(articles: Sequence[Article]) -> bool:
    """Whether articles of a document whose act is known have lost their headings."""
    return bool(articles) and articles[0].act is not None and any(map(is_anonymous, articles))


def _identified(articles: Sequence[Article], reference: str | None) -> Identified:
    """The articles of one document, numbered."""
    from cpp_corpus.normalizer.identify import identify  # noqa: PLC0415 - most files have headings
    from cpp_corpus.pipeline.atlas import atlas_for  # noqa: PLC0415

    found = atlas_for(reference, articles[0].act or "")
    identified = identify(articles, found.atlas)
    return identified._replace(findings=[*found.findings, *identified.findings])


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

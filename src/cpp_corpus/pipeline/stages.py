"""What happens to one file alone: pure functions of its bytes and its path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from cpp_corpus import ingest, tokenizer
from cpp_corpus.errors import ExtensionError, InputError, described
from cpp_corpus.export.exported import WrittenReferences
from cpp_corpus.ingest import Entry, PassedOver, Refusal, refusal
from cpp_corpus.model.article import Article, is_anonymous
from cpp_corpus.model.document import Document
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.manifest import SourceFile
from cpp_corpus.pipeline.infer_act import act_of
from cpp_corpus.pipeline.references import recognised
from cpp_corpus.pipeline.unread import Refused

if TYPE_CHECKING:
    from cpp_corpus.normalizer.identify import Identified

__all__ = ["Discovered", "FileResult", "NumberSource", "discover", "process_file", "unneeded"]


class NumberSource(Protocol):
    """Where the numbers of articles that have lost theirs are looked up."""

    def identified(self, articles: Sequence[Article]) -> Identified:
        """The articles of one document of a known act, numbered where there is evidence, and what there is to say."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one entry gave."""

    source: SourceFile | None
    """``None`` where it was not read."""
    articles: tuple[Article, ...]
    """Its articles."""
    leftovers: tuple[str, ...]
    """Its lines that belong to no article."""
    findings: tuple[Finding, ...]
    """What is wrong with it; where it was not read, only if the user named it."""
    asked: bool = False
    """Whether some of its articles had lost their numbers, so that these were looked up."""
    written: WrittenReferences | None = None
    """Of an export, the references of its articles."""
    refused: Refused | None = None
    """Why it was not read."""

    @property
    def is_read(self) -> bool:
        """Whether its format was known."""
        return self.source is not None


class Discovered(NamedTuple):
    """What is at and below some paths."""

    entries: list[Entry]
    """What is read, in the order of the corpus."""
    passed_over: list[PassedOver]
    """What is not looked into."""


def discover(paths: Iterable[str | PathLike[str]]) -> Discovered:
    """What is at and below ``paths``, each once, in an order that does not depend on how they were given.

    ``InputError`` for a path that does not exist, or where there is no file at all.
    """
    given = [fspath(path) for path in paths]
    for path in given:
        if path != "-" and not Path(path).exists():
            raise InputError("there is no such file or folder", path=path)
    entries: list[Entry] = []
    passed_over: list[PassedOver] = []
    for found in ingest.entries(given):
        if isinstance(found, PassedOver):
            passed_over.append(found)
        else:
            entries.append(found)
    if not entries:
        what = "no file there" if not passed_over else "only hidden entries there, which are passed over"
        raise InputError(f"nothing to read: {what}", path=given[0] if len(given) == 1 else None)
    return Discovered(sorted(entries, key=lambda entry: _natural(entry.path)), passed_over)


def process_file(entry: Entry, numbers: NumberSource | None = None, act: str | None = None) -> FileResult:
    """Read, tokenise, find the act of a page that does not say it, and the numbers of articles that have lost them.

    Without ``numbers`` they stay without; ``act`` is the act of what does not say its own. Whatever the
    entry holds, what is wrong is a finding; ``ExtensionError`` only where a table is broken.
    """
    try:
        return _processed(entry, numbers, act)
    except ExtensionError:
        raise
    except (InputError, OSError) as error:
        return _refused(entry, refusal.unreadable(entry.path, str(error).removeprefix(f"{entry.path}: ")))
    except Exception as error:  # noqa: BLE001 - one file must not end a night's work; the finding tells of it
        return _refused(entry, refusal.internal(entry.path, described(error)))


def unneeded(path: str | PathLike[str]) -> Finding:
    """What there is to say where no number had to be looked up in ``path``, which was given for that."""
    message = "No text that was read has lost the numbers of its articles, so none was looked up here."
    return Finding.build(FindingCode.UNNEEDED_NUMBERS_FROM, message, path=fspath(path))


def _processed(entry: Entry, numbers: NumberSource | None, act: str | None) -> FileResult:
    read = ingest.read_entry(entry)
    if read.refusal is not None:
        return _refused(entry, read.refusal)
    parts = [tokenizer.tokenize(document, act=act) for document in read.documents]
    findings = [*read.findings, *(finding for part in parts for finding in part.findings)]
    if act is not None:
        findings += _other_acts(entry, read.documents, act)
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
    source = SourceFile(
        path=entry.path,
        format=read.format,
        size=read.size,
        sha256=read.sha256,
        articles=len(articles),
        leftovers=leftovers,
    )
    return FileResult(source, tuple(articles), leftovers, tuple(findings), asked)


def _refused(entry: Entry, why: Refusal) -> FileResult:
    refused = Refused(entry.path, why, entry.is_named)
    return FileResult(None, (), (), (refused.finding(),) if entry.is_named else (), refused=refused)


def _other_acts(entry: Entry, documents: Iterable[Document], act: str) -> Iterator[Finding]:
    """A finding for each act that the source says and that is not the one that was given."""
    said = dict.fromkeys(draft.facts.act for document in documents for draft in document.drafts)
    for other in said:
        if other is not None and other != act:
            path = ingest.act_folder(entry.path) if ingest.act_of_path(entry.path) == other else entry.path
            message = f"The act that was given is {act}, and this source says {other}; what it says stands."
            yield Finding.build(FindingCode.ACT_DISAGREEMENT, message, path=path)


def _lost_numbers(articles: Sequence[Article]) -> bool:
    """Whether articles of a document whose act is known have lost their headings."""
    return bool(articles) and articles[0].act is not None and any(map(is_anonymous, articles))


_DIGITS = re.compile(r"[0-9]+")


def _natural(path: str) -> tuple[str, str, str]:
    """Sorts ``2.md`` before ``10.md``, folder by folder; the path itself decides where numbers are equal."""
    folder, _, name = path.rpartition("/")
    return _folder(folder), _padded(name), path


@lru_cache(maxsize=1 << 10)
def _folder(path: str) -> str:
    return _padded(path).replace("/", "\0")


def _padded(text: str) -> str:
    return _DIGITS.sub(lambda number: number[0].zfill(20), text)

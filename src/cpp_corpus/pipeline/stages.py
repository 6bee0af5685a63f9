"""The processing of one file: pure functions of its bytes and its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from os import PathLike, fspath
from typing import TYPE_CHECKING, NamedTuple, Protocol

from cpp_corpus import ingest, tokenizer
from cpp_corpus.errors import ExtensionError, InputError, described, expect_path
from cpp_corpus.ingest import Entry, PassedOver, Refusal, refusal
from cpp_corpus.limits import LimitReached, Limits, timed, within
from cpp_corpus.model.article import Article, is_anonymous
from cpp_corpus.model.document import Document, Listed
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.manifest import SourceFile
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.view import WrittenReferences
from cpp_corpus.pipeline.bundle import EntryWork
from cpp_corpus.pipeline.entry_list import EntryList
from cpp_corpus.pipeline.infer_act import act_of
from cpp_corpus.pipeline.references import recognised
from cpp_corpus.pipeline.unread import Refused

if TYPE_CHECKING:
    from cpp_corpus.normalizer.identify import Identified

__all__ = [
    "Discovered",
    "FileResult",
    "NumberSource",
    "Processing",
    "discover",
    "process_file",
    "unneeded",
    "worker_died",
]


class NumberSource(Protocol):
    """A source in which the numbers of unnumbered articles are looked up."""

    def identified(self, articles: Sequence[Article]) -> Identified:
        """The articles of one document of a known act, numbered where there is evidence, and the findings."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """The result of processing one entry."""

    source: SourceFile | None
    """``None`` where it was not read."""
    articles: tuple[Article, ...]
    """Its articles."""
    leftovers: tuple[str, ...]
    """Its lines that belong to no article."""
    findings: tuple[Finding, ...]
    """The findings on it; where it was not read, only if the user named it."""
    asked: bool = False
    """Whether numbers were looked up, because some of its articles had no heading."""
    written: WrittenReferences | None = None
    """For an export, the references of its articles."""
    refused: Refused | None = None
    """Why it was not read."""
    listed: tuple[Listed, ...] = ()
    """The articles that it lists without their words."""

    @property
    def is_read(self) -> bool:
        """Whether its format was known."""
        return self.source is not None


class Discovered(NamedTuple):
    """The entries at and below some paths."""

    entries: EntryList
    """Entries to read, in the order of the corpus."""
    passed_over: list[PassedOver]
    """Entries that are skipped."""


def discover(paths: Iterable[str | PathLike[str]]) -> Discovered:
    """The entries at and below ``paths``, each once, in an order that does not depend on that of ``paths``.

    ``InputError`` for a path that does not exist, or where there is no file at all.
    """
    given = [fspath(path) for path in paths]
    for path in given:
        if path != "-" and not ingest.is_address(path):
            expect_path(path)
    passed_over: list[PassedOver] = []
    entries = EntryList(_without(ingest.entries(given), passed_over))
    passed_over.sort(key=lambda each: ingest.natural(each.path))
    if not entries:
        what = "there are only hidden entries, which are skipped" if passed_over else "there is no file"
        if any(each.kind == "export" for each in passed_over):
            what = "there is only an export, which show, find and audit read"
        raise InputError(f"nothing to read: {what}", path=given[0] if len(given) == 1 else None)
    return Discovered(entries, passed_over)


def _without(found: Iterable[Entry | PassedOver], passed_over: list[PassedOver]) -> Iterator[Entry]:
    """The entries; what is skipped is added to ``passed_over``."""
    for each in found:
        if isinstance(each, PassedOver):
            passed_over.append(each)
        else:
            yield each


@dataclass(frozen=True, slots=True)
class Processing(EntryWork[FileResult]):
    """The work of reading a corpus: :func:`process_file` for each entry."""

    numbers: NumberSource | None = None
    """Where missing numbers are looked up."""
    act: str | None = None
    """The act of texts that do not name theirs."""
    limits: Limits | None = None
    """How much of a file is read at most."""

    def one(self, entry: Entry) -> FileResult:
        """The result of :func:`process_file`."""
        return process_file(entry, self.numbers, self.act, self.limits)

    def died(self, entry: Entry) -> FileResult:
        """The result of :func:`worker_died`."""
        return worker_died(entry)


def process_file(
    entry: Entry, numbers: NumberSource | None = None, act: str | None = None, limits: Limits | None = None
) -> FileResult:
    """Read and tokenise a file, infer its act where it is not named, and look up missing numbers.

    Without ``numbers`` none are looked up; ``act`` is the act of texts that do not name theirs. Where the entry has
    more than the ``limits`` allow, it is not read. Problems of the entry are findings; it raises only
    ``ExtensionError``, where a table is broken.
    """
    try:
        with within(limits), timed():
            return _processed(entry, numbers, act)
    except LimitReached as reached:
        return _refused(entry, refusal.too_much(entry.path, reached))
    except ExtensionError:
        raise
    except (InputError, OSError) as error:
        return _refused(entry, refusal.unreadable(entry.path, str(error).removeprefix(f"{entry.path}: ")))
    except Exception as error:  # noqa: BLE001 - one file must not end a long run; a finding reports it
        return _refused(entry, refusal.internal(entry.path, described(error)))


def worker_died(entry: Entry) -> FileResult:
    """The result for an entry that ended each process that read it."""
    return _refused(entry, refusal.worker_died(entry.path))


def unneeded(path: str | PathLike[str]) -> Finding:
    """The finding where no number had to be looked up in ``path``, the number source."""
    message = "No article that was read lacks its number, so nothing was looked up here; leave out --numbers-from."
    return Finding.build(FindingCode.UNNEEDED_NUMBERS_FROM, message, path=fspath(path))


def _recognised(article: Article) -> tuple[Reference, ...]:
    """The references of an article; none where there are more than the limits allow."""
    try:
        return recognised(article)
    except LimitReached as reached:
        if reached.limit != "references":
            raise
        return ()


def _processed(entry: Entry, numbers: NumberSource | None, act: str | None) -> FileResult:
    read = ingest.read_entry(entry, act)
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
        articles, said = act_of(articles, _recognised)
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
    listed = tuple(document.listed for document in read.documents if document.listed is not None)
    return FileResult(source, tuple(articles), leftovers, tuple(findings), asked, listed=listed)


def _refused(entry: Entry, why: Refusal) -> FileResult:
    refused = Refused(entry.path, why, entry.is_named)
    return FileResult(None, (), (), (refused.finding(),) if entry.is_named else (), refused=refused)


def _other_acts(entry: Entry, documents: Iterable[Document], act: str) -> Iterator[Finding]:
    """A finding for each act that the source names and that differs from the given one."""
    said = dict.fromkeys(draft.facts.act for document in documents for draft in document.drafts)
    for other in said:
        if other is not None and other != act:
            path = ingest.act_folder(entry.path) if ingest.act_of_path(entry.path) == other else entry.path
            message = f"The act given is {act}, but this source names {other}, which is kept."
            yield Finding.build(FindingCode.ACT_DISAGREEMENT, message, path=path)


def _lost_numbers(articles: Sequence[Article]) -> bool:
    """Whether the act of a document is known and some of its articles have no heading."""
    return bool(articles) and articles[0].act is not None and any(map(is_anonymous, articles))

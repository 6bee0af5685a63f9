"""Normalization in two passes: over each file alone, then over the whole corpus.

The first pass keeps its results on disk, and in memory only what ids and targets depend on. :class:`Batch` then
resolves the references of each article once, and gives the results to all sinks.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from itertools import chain
from os import PathLike, fspath
from os.path import abspath, realpath
from pathlib import Path
from typing import NamedTuple, Self

import orjson

from cpp_corpus.atomic import unfinished
from cpp_corpus.errors import CorpusError, OutputError, described
from cpp_corpus.export import (
    MANIFEST,
    SOURCES,
    AboutCorpus,
    ExportedArticle,
    Exporter,
    RecordLine,
    Sinks,
    chosen_exporters,
    fresh_folder,
    new_export,
)
from cpp_corpus.export.manifest import manifest_json, written_files
from cpp_corpus.export.spool import Spool
from cpp_corpus.graph import GraphBuilder
from cpp_corpus.ingest import Entry, Limits
from cpp_corpus.ingest.sources import printable
from cpp_corpus.lang.acts import act_named
from cpp_corpus.limits import LimitReached, timed, within
from cpp_corpus.model.article import Article
from cpp_corpus.model.base import Record
from cpp_corpus.model.compact import NUMBERED, IndexedArticles, column
from cpp_corpus.model.document import Listed
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.manifest import DEFAULT_FORMATS, Generator, RunOptions, SourceFile, Unread
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import IndexedArticle, ReferenceState
from cpp_corpus.normalizer.resolve import CorpusIndex, indexed_article
from cpp_corpus.pipeline.atlas import number_source
from cpp_corpus.pipeline.bundle import EntryWork, Work
from cpp_corpus.pipeline.engine import Engine, engine_for, running
from cpp_corpus.pipeline.first_pass import KEPT_FILES, Earlier, Keeper, Keyed, digest_of, keyed, recovered, run_key
from cpp_corpus.pipeline.listed import missing_articles
from cpp_corpus.pipeline.memory import OFTEN, give_back
from cpp_corpus.pipeline.packed import Packed, PackedArticle, listed_again
from cpp_corpus.pipeline.progress import Progress, Stage, Watch
from cpp_corpus.pipeline.references import recognised
from cpp_corpus.pipeline.resolved import failures, missing_parts, packed_references, unpacked_references
from cpp_corpus.pipeline.same_day import acts_apart, findings_apart, id_in
from cpp_corpus.pipeline.same_version import VersionKeys, version_key
from cpp_corpus.pipeline.stages import (
    Discovered,
    FileResult,
    NumberSource,
    discover,
    process_file,
    unneeded,
    worker_died,
)
from cpp_corpus.pipeline.unique_ids import Numbered, WithoutRepeats, places
from cpp_corpus.pipeline.unread import Refused, UnreadCounts, nothing_read
from cpp_corpus.table import WithTables

__all__ = ["Batch", "Recogniser", "Summary", "export", "normalize"]

Recogniser = Callable[[Article], Sequence[Reference]]
"""A function that detects the references of an article."""


class Summary(NamedTuple):
    """The result of an export."""

    out: str
    """The folder."""
    counts: dict[str, int]
    """How many there are: ``sources``, ``articles``, ``references``, ``nodes``, ``edges``, ``findings``."""
    states: dict[str, int]
    """References by state."""
    findings: dict[str, int]
    """Findings by code, the most frequent first."""
    examples: dict[str, list[Finding]]
    """The first findings of each code."""
    formats: dict[str, dict[str, int]]
    """Counts of records by kind, for each format."""
    unread: tuple[Unread, ...] = ()
    """What of the input was not read, by kind and reason."""
    resumed: int | None = None
    """Where an earlier run into the folder had ended early: how many files it had processed, which were not processed
    again."""


def normalize(  # noqa: PLR0913 - each may be left out
    paths: Iterable[str | PathLike[str]],
    out: str | PathLike[str],
    *,
    formats: str | Sequence[str] = DEFAULT_FORMATS,
    numbers_from: str | PathLike[str] | None = None,
    act: str | None = None,
    engine: Engine | None = None,
    jobs: int | None = None,
    limits: Limits | None = None,
    incremental: bool = True,
    progress: Callable[[int, int], None] | None = None,
    watch: Watch | None = None,
) -> Summary:
    """Read the files at and below ``paths`` and write the corpus to the folder ``out``.

    The bytes written depend only on the input. ``formats`` are names of the table ``EXPORTERS``;
    ``numbers_from``, ``act``, ``engine``, ``jobs`` and ``limits`` are as for :func:`cpp_corpus.load`. Where ``out`` has
    an earlier export, or a run into it has ended early, files that have not changed since are not processed again,
    unless ``incremental`` is false; the bytes written are the same. ``progress`` is called with the count of files done
    and of all; those in archives count as they are read. ``watch`` is called with a :class:`Progress` at each step.
    ``InputError`` where nothing could be read, ``OutputError`` where ``out`` cannot be written or another run writes
    there, ``MissingExtraError`` where a format needs packages that are not installed.
    """
    exporters = chosen_exporters(formats)
    given = None if act is None else act_named(act)
    key = run_key(given, numbers_from, limits) if incremental else None
    runner = engine_for(engine, jobs)
    given_paths = [fspath(path) for path in paths]
    found = discover(given_paths)
    _check_places(given_paths, out)
    found = _outside(found, out)
    unread = UnreadCounts(each for each in found.passed_over if _place(each.path) != _place(fspath(out)))
    items = Work(found.entries, unread, limits)
    options = RunOptions(
        act=given,
        numbers_from=None if numbers_from is None else printable(fspath(numbers_from)),
        limits={} if limits is None else limits.changed(),
    )
    with ExitStack() as held:
        new = held.enter_context(new_export(out, kept=() if key is None else KEPT_FILES))
        earlier = held.enter_context(closing(Earlier(out, key, recovered(new.path, key))))
        work = WithTables(_FirstPass(number_source(numbers_from), given, earlier, limits))
        mapped = held.enter_context(running(runner, work, items))
        results = _reported(chain.from_iterable(mapped), items, progress, watch or _unwatched)
        same, first = earlier.same(results)
        if first is None and (summary := _unchanged(earlier, same, out, exporters, unread)) is not None:
            new.is_unneeded = True
            return summary._replace(resumed=0 if new.has_leftovers else None)
        with Batch(new.path) as batch, Keeper(new.path, earlier) as keeper:
            others = chain(earlier.results(same), () if first is None else (first,), results)
            asked, refused = _add_all(batch, map(keeper.keep, others))
            passed_over = _json(unread.records())
            for each in refused:
                unread.add(each)
            batch.add(Packed(None, tuple(unread.findings()), ()))
            del found, items  # the paths of a large mirror, which would be held while it is written
            batch.unread = unread.records()
            batch.watch = watch or _unwatched
            batch.options = None if options == RunOptions() else options
            batch.check(given_paths)
            if numbers_from is not None and not asked:
                batch.add(Packed(None, (unneeded(numbers_from),), ()))
            summary = batch.write(out, exporters)
            keeper.end({"passed_over": passed_over, **_about(summary, new.path, exporters)})
            return summary._replace(resumed=keeper.resumed if new.has_leftovers else None)


def _reported(
    results: Iterable[Keyed], items: Work, progress: Callable[[int, int], None] | None, watch: Watch
) -> Iterator[Keyed]:
    size = 0
    for done, result in enumerate(results, 1):
        yield result
        size += result.size
        watch(Progress(Stage.READING, done, items.total, result.path, size))
        if progress is not None:
            progress(done, items.total)


def _unwatched(_: Progress) -> None:
    pass


def _add_all(batch: Batch, files: Iterable[Packed]) -> tuple[bool, list[Refused]]:
    """Add all files; whether numbers were looked up for one of them, and what was not read."""
    asked = False
    refused = []
    for packed in files:
        batch.add(packed)
        asked = asked or packed.asked
        if packed.refused is not None:
            refused.append(packed.refused)
    return asked, refused


def _unchanged(
    earlier: Earlier, same: int, out: str | PathLike[str], exporters: Mapping[str, Exporter], unread: UnreadCounts
) -> Summary | None:
    """The summary of the earlier run, where this one would write the same files, and they are still there."""
    meta = earlier.meta
    if same != earlier.count or meta.get("passed_over") != _json(unread.records()):
        return None
    if meta.get("formats") != _json(list(exporters)) or meta.get("files") != _json(_facts(Path(out), exporters)):
        return None
    try:
        fields = orjson.loads(meta["summary"])
        examples = {code: list(map(Finding.model_validate, found)) for code, found in fields["examples"].items()}
        records = tuple(map(Unread.model_validate, fields["unread"]))
        return Summary(**fields | {"out": str(out), "examples": examples, "unread": records})
    except (KeyError, TypeError, ValueError):
        return None


def _about(summary: Summary, folder: Path, exporters: Mapping[str, Exporter]) -> dict[str, str]:
    """What the next run compares, and gives again where nothing has changed."""
    return {
        "formats": _json(list(exporters)),
        "files": _json(_facts(folder, exporters)),
        "summary": _json(summary._asdict()),
    }


def _facts(folder: Path, exporters: Mapping[str, Exporter]) -> list[tuple[str, int, int]]:
    """Names, sizes and times of the files of an export."""
    names = [MANIFEST, SOURCES, *(name for exporter in exporters.values() for name in exporter.files)]
    found = ((name, (folder / name).stat()) for name in names if (folder / name).is_file())
    return [(name, facts.st_size, facts.st_mtime_ns) for name, facts in found]


def _json(value: object) -> str:
    return orjson.dumps(value, default=_plain).decode()


def _plain(record: object) -> object:
    return record.model_dump(mode="json") if isinstance(record, Record) else list(record)  # type: ignore[call-overload] # named tuples


def export(  # noqa: PLR0913 - the parts of a corpus
    sources: Iterable[SourceFile],
    articles: Iterable[Article],
    findings: Iterable[Finding],
    out: str | PathLike[str],
    formats: str | Sequence[str],
    *,
    recogniser: Recogniser = recognised,
    at: date | None = None,
    others: Sequence[IndexedArticle] = (),
    unread: Sequence[Unread] = (),
) -> Summary:
    """Write records in memory, with unique ids, to the folder ``out``.

    ``recogniser`` gives the references of an article. For a corpus of one day, ``at``, the ``others`` are the articles
    that were not law then. ``OutputError`` and ``MissingExtraError`` as for :func:`normalize`.
    """
    exporters = chosen_exporters(formats)
    with fresh_folder(out) as folder, Batch(folder, at=at, others=others) as batch:
        for source in sources:
            batch.add(Packed(source, (), ()))
        for article in articles:
            packed, failed = _packed(article, recogniser)
            batch.add(Packed(None, failed, (packed,)))
        batch.add(Packed(None, tuple(findings), ()))
        batch.unread = tuple(unread)
        return batch.write(out, exporters)


class Batch:
    """The corpus between the two passes; a context, which ends with its spools removed from ``folder``."""

    def __init__(self, folder: Path, *, at: date | None = None, others: Sequence[IndexedArticle] = ()) -> None:
        self.unread: tuple[Unread, ...] = ()
        """What of the input was not read."""
        self.options: RunOptions | None = None
        """The options of the run."""
        self.watch: Watch = _unwatched
        """Told of each step."""
        self._at = at
        self._others = others
        self._folder = folder
        self._indexed = IndexedArticles()
        self._apart: Mapping[int, str] = {}
        """The acts of articles that their files call as another text is called, by place."""
        self._into: Mapping[int, int] = {}
        """For an article that another one stands for: the place of that one, both among all that were added."""
        with ExitStack() as opened:
            self._articles, self._references, self._findings, self._lists = (
                opened.enter_context(Spool(folder / name, is_kept=False))
                for name in (".articles", ".references", ".findings", ".lists")
            )
            self._sources = opened.enter_context(Spool(folder / SOURCES))
            self._opened = opened.pop_all()
        self._keys = VersionKeys()
        self._other_sources: dict[int, bytes] = {}
        self._unrepeated = WithoutRepeats()
        self._read = False
        self._codes: Counter[str] = Counter()
        self._examples: dict[str, list[Finding]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def add(self, packed: Packed) -> None:
        """One more file; files come in the order of the corpus."""
        first = len(self._indexed)
        at = places(first, [article.indexed.id for article in packed.articles]) if packed.findings else {}
        number = _numbered(self._sources.count)
        for article in packed.articles:
            file = article.indexed.file
            is_of_source = packed.source is not None and packed.source.path == file
            self._add_article(article, number if is_of_source else file)
        for finding in self._unrepeated(packed.findings, packed.source):
            self._add_finding(finding, at.get(finding.article))
        if packed.source is not None:
            for listed in packed.listed:
                self._lists.add(orjson.dumps([packed.source.path, *listed]))
            self._read = True
            self._sources.add(packed.source.model_dump_json().encode())
            if self._sources.count % OFTEN == 0:
                give_back()

    def check(self, paths: Iterable[str]) -> None:
        """``InputError`` where no file at ``paths`` could be read."""
        if not self._read:
            raise nothing_read(paths, [found[0] for found in self._examples.values()], only_texts=True)

    def write(self, out: str | PathLike[str], exporters: Mapping[str, Exporter]) -> Summary:
        """Make the ids unique, resolve the references, and let the exporters write."""
        self._tell_apart()
        numbered = Numbered(self._indexed, self._keys)
        missing = missing_articles(self._listed(), self._keys.idents)
        for finding in chain(self._with_paths(numbered.findings), missing):
            self._add_finding(finding, None)
        self._other_sources = self._sources_of(numbered.others)
        self._into = numbered.into
        self._indexed = self._indexed.renamed(numbered.changed, numbered.into)
        del numbered  # which holds the index as it was
        self._keys = VersionKeys()
        with Sinks(exporters, self._folder) as sinks:
            sinks.corpus(AboutCorpus(_GENERATOR, self._at, self.unread))
            counts, states = self._give(sinks)
            self._indexed = IndexedArticles()
            give_back()  # some formats need much at their end
            formats = sinks.ends()
        self._sources.flush()
        files = written_files(
            self._folder, [SOURCES, *(file for exporter in exporters.values() for file in exporter.files)]
        )
        of_all = {"counts": counts, "states": states, "findings": dict(sorted(self._codes.items()))}
        manifest = manifest_json(_GENERATOR, self.options, files, of_all, self.unread)
        (self._folder / MANIFEST).write_bytes(manifest)
        return Summary(str(out), counts, states, dict(self._codes.most_common()), self._examples, formats, self.unread)

    def _tell_apart(self) -> None:
        """Give each of several acts of one nature and day its own id."""
        self._apart = apart = acts_apart(self._indexed, self._ids_at)
        if not apart:
            return
        for finding in self._with_paths(findings_apart(self._indexed, apart)):
            self._add_finding(finding, None)
        self._indexed = IndexedArticles(
            indexed._replace(act=apart[at], id=id_in(apart[at], indexed)) if at in apart else indexed
            for at, indexed in enumerate(self._indexed)
        )

    def _ids_at(self, places: frozenset[int]) -> Iterator[tuple[int, dict[str, str]]]:
        """The identifiers of the articles of some places."""
        lines = ((at, line) for at, line in enumerate(self._articles) if at in places)
        return ((at, orjson.loads(b'{"id":""' + line)["ids"]) for at, line in lines)

    def _give(self, sinks: Sinks) -> tuple[dict[str, int], dict[str, int]]:
        """Give all records to the sinks; returns counts by kind, and references by state."""
        counts = dict.fromkeys(("sources", "articles", "references", "nodes", "edges", "findings"), 0)
        states: Counter[str] = Counter()
        graph = GraphBuilder(self._indexed, self._at)
        for article in self._exported(graph):
            counts["articles"] += 1
            self.watch(Progress(Stage.RESOLVING, counts["articles"], len(self._indexed)))
            if counts["articles"] % OFTEN == 0:
                give_back()
            counts["references"] += len(article.references)
            counts["edges"] += len(article.edges)
            states.update(reference.state for reference in article.references)
            sinks.article(article)
            del article  # some have thousands of references: do not keep two in memory
        self.watch(Progress(Stage.WRITING, 0, 0))
        for node in graph.nodes():
            counts["nodes"] += 1
            sinks.node(node)
        for line in self._finding_lines():
            counts["findings"] += 1
            sinks.finding(RecordLine(line, Finding))
        for line in self._sources:
            counts["sources"] += 1
            sinks.source(RecordLine(line, SourceFile))
        return counts, {state.value: states[state] for state in ReferenceState}

    def _exported(self, graph: GraphBuilder) -> Iterator[ExportedArticle]:
        """The articles in the order of the corpus, with their references resolved; ``graph`` then has all nodes."""
        with_others = chain(self._indexed, self._others) if self._others else self._indexed
        index = CorpusIndex(with_others, at=self._at)
        lines, all_indexed = iter(self._articles), zip(self._indexed, self._files(), strict=True)
        for at, written in enumerate(self._references):
            if at in self._into:
                next(lines)
                continue
            indexed, file = next(all_indexed)
            rest, packed = next(lines), written
            if at in self._apart:
                rest, packed = self._in_act(rest, self._apart[at], packed)
            line = b'{"id":' + orjson.dumps(indexed.id) + rest
            if sources := self._other_sources.get(at):
                line = line[:-2] + (b"" if line.endswith(b"[]}") else b",") + sources
            with_file = indexed if file == indexed.file else indexed._replace(file=file)
            if packed == b"[]":
                yield ExportedArticle(line, (), (), with_file)
                continue
            references = unpacked_references(index, indexed, packed)
            for finding in chain(failures(references), missing_parts(references)):
                self._add_finding(finding, None)
            yield ExportedArticle(line, references, graph.edges(references), with_file)
            del references  # some articles have thousands: do not keep two lists in memory

    def _in_act(self, rest: bytes, act: str, packed: bytes) -> tuple[bytes, bytes]:
        """An article after its id, and its references, in the act that it really is of."""
        former = orjson.loads(b'{"id":""' + rest)["act"].encode()
        rest = rest.replace(b'"act":"%s"' % former, b'"act":"%s"' % act.encode(), 1)
        if former not in packed:
            return rest, packed
        article = Article.model_validate_json(b'{"id":""' + rest)
        again, failed = _packed(article, recognised)
        for finding in failed:
            self._add_finding(finding, None)
        return rest, again.references

    def _files(self) -> Iterator[str | None]:
        """The file of each article; articles of the same source follow one another."""
        sources = enumerate(self._sources)
        number, path = "", ""
        for file in column(self._indexed, "file"):
            if file is None or not file.startswith(NUMBERED):
                yield file
                continue
            while number != file:
                at, line = next(sources)
                number = _numbered(at)
                path = orjson.loads(line)["path"] if number == file else ""
            yield path

    def _sources_of(self, others: Mapping[int, Sequence[int]]) -> dict[int, bytes]:
        """For a record that stands for ``others``: the end of its line, with their sources."""
        if not others:
            return {}
        wanted = {at for places in others.values() for at in places}
        sources = {at: _sources_in(line) for at, line in enumerate(self._articles) if at in wanted}
        return {kept: b",".join(sources[at] for at in places) + b"]}" for kept, places in others.items()}

    def _finding_lines(self) -> Iterator[bytes]:
        """The findings, each as a line of JSON; those on references are complete once all are resolved."""
        left_out = sorted(self._into)
        for line in self._findings:
            at, _, data = line.partition(b" ")
            if at == b"-":
                yield data
                continue
            fields = orjson.loads(data)
            place = self._into.get(int(at), int(at))
            fields["article"] = self._indexed.id(place - bisect_left(left_out, place))
            yield orjson.dumps(fields)

    def _listed(self) -> Iterator[tuple[str, Listed]]:
        """The lists of articles in files, with their paths."""
        for line in self._lists:
            path, *listed = orjson.loads(line)
            yield path, listed_again(*listed)

    def _with_paths(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """The findings with the paths of their files in place of numbers."""
        numbers = {finding.path for finding in findings}
        numbered = ((_numbered(at), line) for at, line in enumerate(self._sources)) if findings else ()
        paths = {number: orjson.loads(line)["path"] for number, line in numbered if number in numbers}
        for each in findings:
            yield each if each.path not in paths else each.model_copy(update={"path": paths[each.path]})

    def _add_article(self, article: PackedArticle, file: str | None) -> None:
        indexed = article.indexed
        self._indexed.append(indexed._replace(file=file))
        self._keys.add(article.words, article.ident)
        self._articles.add(article.line)
        self._references.add(article.references)

    def _add_finding(self, finding: Finding, at: int | None) -> None:
        code = str(finding.code)
        self._codes[code] += 1
        examples = self._examples.setdefault(code, [])
        if len(examples) < 3:
            examples.append(finding)
        self._findings.add(b"%s %s" % (b"-" if at is None else b"%d" % at, finding.model_dump_json().encode()))


def _numbered(at: int) -> str:
    """The name of the file of index ``at``, for the time between the two passes: paths take more memory than all else.

    No path has its first character.
    """
    return f"{NUMBERED}{at}"


def _sources_in(line: bytes) -> bytes:
    """The sources of an article from its JSON without the id, as the elements of a list in JSON."""
    fields = orjson.loads(b'{"id":""' + line)
    return orjson.dumps([fields["source"], *fields["other_sources"]])[1:-1]


def _check_places(paths: Iterable[str], out: str | PathLike[str]) -> None:
    """``OutputError`` where one of ``paths`` is in the folder that would be replaced."""
    target = realpath(out)
    for path in paths:
        if path != "-" and realpath(path) == target:
            raise OutputError(f"{fspath(out)}: is one of the inputs; give another folder for the output")
        if path != "-" and f"{realpath(path)}{os.sep}".startswith(target + os.sep):
            raise OutputError(f"{fspath(out)}: one of the inputs is in it, {path}; give another folder for the output")


def _outside(found: Discovered, out: str | PathLike[str]) -> Discovered:
    """What is not in ``out``, the export that is about to be replaced, nor in what is written beside it."""
    targets = {Path(out).absolute(), Path(realpath(out))}
    places = [place for target in targets for place in (target, unfinished(target)) if place.exists()]
    if not places:
        return found
    inside = tuple(f"{_place(fspath(place))}/" for place in places)
    return Discovered(
        found.entries.only(lambda each: not _place(each.path).startswith(inside)),
        [each for each in found.passed_over if not f"{_place(each.path)}/".startswith(inside)],
    )


def _place(path: str) -> str:
    return printable(abspath(path))  # noqa: PTH100 - called for every file, and Path is slower


@dataclass(frozen=True, slots=True)
class _FirstPass(EntryWork[Keyed]):
    """The work of the first pass."""

    numbers: NumberSource
    act: str | None
    earlier: Earlier
    limits: Limits | None = None

    def one(self, entry: Entry) -> Keyed:
        digest = None if self.earlier.is_empty else digest_of(entry)
        place = None if digest is None else self.earlier.place(entry, digest)
        if place is not None:
            return Keyed(None, entry.path, entry.is_named, place=place)
        with within(self.limits):
            return self._keyed(process_file(entry, self.numbers, self.act), entry, digest)

    def died(self, entry: Entry) -> Keyed:
        return self._keyed(worker_died(entry), entry, None)

    def _keyed(self, result: FileResult, entry: Entry, digest: bytes | None) -> Keyed:
        findings = list(result.findings)
        articles = []
        for article in result.articles:
            packed, failed = _packed(article, recognised)
            articles.append(packed)
            findings += failed
        found = Packed(
            result.source, tuple(findings), tuple(articles), result.asked, result.refused, listed=result.listed
        )
        return Keyed(found, entry.path, entry.is_named) if self.earlier.key is None else keyed(found, entry, digest)


def _packed(article: Article, recogniser: Recogniser) -> tuple[PackedArticle, tuple[Finding, ...]]:
    """An article with its references; where detection fails, without them and with a finding."""
    failed: tuple[Finding, ...] = ()
    try:
        with timed():
            references = recogniser(article)
    except CorpusError:
        raise
    except LimitReached as reached:
        references, failed = (), (_without_references(article, f"the article is one {reached.what}", reached.advice),)
    except Exception as error:  # noqa: BLE001 - one article must not end a long run
        references, failed = (), (_left_out(article, error),)
    line = article.model_dump_json().encode()
    rest = line[len(b'{"id":') + len(orjson.dumps(article.id)) :]
    packed = packed_references(article, references)
    return PackedArticle(indexed_article(article), rest, packed, *version_key(article)), failed


def _without_references(article: Article, why: str, advice: str) -> Finding:
    message = f"The references of this article are not given: {why}. {advice}"
    place = article.source
    return Finding.build(FindingCode.SIZE_LIMIT, message, path=place.path, line=place.line, article=article.id)


def _left_out(article: Article, error: Exception) -> Finding:
    return Finding.build(
        FindingCode.INTERNAL_ERROR,
        f"The references of this article are missing because of an error: {described(error)}. Please report it.",
        path=article.source.path,
        line=article.source.line,
        article=article.id,
    )


_GENERATOR = Generator(name="cpp-corpus", version=version("cpp-corpus"))

"""The class ``Corpus``: the records of some files, ways to find them, their references and their graph."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import chain
from os import PathLike
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, NoReturn

from cpp_corpus.errors import AmbiguousReference, ArgumentError, InputError, NotationError, expect, expect_all
from cpp_corpus.export.exported import Exported, WrittenGraph, is_export, read_export
from cpp_corpus.ingest import Limits
from cpp_corpus.lang import acts
from cpp_corpus.lang.numbering import number_named
from cpp_corpus.model.article import Article
from cpp_corpus.model.base import in_bulk
from cpp_corpus.model.counting import counted
from cpp_corpus.model.division import DivisionId, act_and_path, division_steps
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.found import FoundPart
from cpp_corpus.model.graph import NodeKind
from cpp_corpus.model.manifest import SourceFile, Unread
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.validity import day_given
from cpp_corpus.normalizer.resolve import CorpusIndex, indexed_article
from cpp_corpus.normalizer.resolve.division_index import differ
from cpp_corpus.normalizer.resolve.indexed import indexed_part_exists
from cpp_corpus.normalizer.resolve.steps.articles import range_members
from cpp_corpus.pipeline.atlas import number_source
from cpp_corpus.pipeline.bundle import Bundle, Work
from cpp_corpus.pipeline.engine import Engine, engine_for
from cpp_corpus.pipeline.offsets import SourceOffsets
from cpp_corpus.pipeline.references import References, WrittenAs
from cpp_corpus.pipeline.resolved import resolved_references
from cpp_corpus.pipeline.stages import FileResult, discover, process_all, unneeded
from cpp_corpus.pipeline.unique_ids import with_unique_ids
from cpp_corpus.pipeline.unread import UnreadCounts
from cpp_corpus.search import TextIndex
from cpp_corpus.table import WithTables

if TYPE_CHECKING:
    from cpp_corpus.graph import ArticleGraph
    from cpp_corpus.ingest import Entry
    from cpp_corpus.model.graph import Edge
    from cpp_corpus.model.impact import Impact
    from cpp_corpus.model.resolution import IndexedArticle, ResolvedReference
    from cpp_corpus.model.verified import Verified
    from cpp_corpus.pipeline.batch import Summary
    from cpp_corpus.search import Hit
    from cpp_corpus.verification import Verifier

__all__ = ["Corpus", "find_references", "load"]

Key = str | ArticleNumber | tuple[str, str | ArticleNumber]


def load(  # noqa: PLR0913 - each may be left out
    *paths: str | PathLike[str],
    numbers_from: str | PathLike[str] | None = None,
    act: str | None = None,
    engine: Engine | None = None,
    jobs: int | None = None,
    limits: Limits | None = None,
    reference: str | PathLike[str] | None = None,
) -> Corpus:
    """The corpus of the files, archives and folders ``paths``, in any mix of formats; ``-`` is standard input.

    Articles whose headings are missing get their numbers from ``numbers_from``: an atlas, or anything that has the
    numbers of the same act (a mirror, an export, a dated history, a git clone of a mirror); by default from the atlases
    that the package ships. A folder that :meth:`Corpus.export` or ``cpp-corpus normalize`` wrote is read back. ``act``
    is the act of texts that do not name theirs: an id, a title, an abbreviation or a LEGITEXT identifier; records of an
    export keep their own. ``engine`` runs the reading of the files; ``jobs``, a number of processes, is short for one.
    ``limits`` say how much of an archive is read at most.
    References and graph are found when they are first asked for. ``InputError`` where a path does not exist, the act is
    not known or nothing could be read; what is wrong with a part of the input is in ``corpus.findings``, what was not
    read is in ``corpus.unread``. ``reference`` is the former name of ``numbers_from``.
    """
    if reference is not None:
        warnings.warn("load(reference=…) is now load(numbers_from=…)", DeprecationWarning, stacklevel=2)
        numbers_from = reference if numbers_from is None else numbers_from
    expect_all("paths", paths, str, PathLike)
    numbers = number_source(numbers_from)
    work = partial(process_all, numbers=numbers, act=None if act is None else acts.act_named(act))
    runner = engine_for(engine, jobs)
    exports = list({Path(path).resolve(): path for path in paths if is_export(path)}.values())
    files = [path for path in paths if not is_export(path)]
    with in_bulk():
        read = [read_export(path) for path in exports]
    results = [result for exported in read for result in _again(exported)]
    unread = [each for exported in read for each in exported.unread]
    if files or not exports:
        read_now, unread_now = _read(files, runner, WithTables(work), limits)
        results += read_now
        unread += unread_now
        if not exports:
            _check(results)
    if numbers_from is not None and not any(result.asked for result in results):
        results.append(FileResult(None, (), (), (unneeded(numbers_from),)))
    corpus = _corpus_of(results, unread)
    if len(read) == 1 and not files:
        corpus._written_graph = read[0].graph  # noqa: SLF001 - the corpus is made here
    return corpus


def find_references(
    text: str, *, act: str | None = None, article: str | ArticleNumber | None = None
) -> list[Reference]:
    """The references in any French text, in order; spans index ``text`` as it is passed.

    ``act`` and ``article`` name the citing article, if there is one: ``find_references(text, act="code-penal",
    article="421-1")``.
    """
    from cpp_corpus.normalizer import recognize  # noqa: PLC0415 - heavy, and a load alone does not need it

    return recognize.find_references(text, act=act, article=article)


class Corpus:
    """Article records with their references and their graph.

    ``corpus["706-73"]`` and ``corpus["code-penal", "421-1"]`` give an article, ``corpus.find("art. 706-16 CPP")``
    all articles that a citation may mean. It is made from ``articles``, or by :func:`load`, which also gives the
    ``sources`` that were read, the ``findings`` on them, the ``leftovers`` (lines that belong to no article), and what
    was ``unread``.

    >>> corpus = load("fixtures/mirror")
    >>> corpus.acts
    ('code-des-moulins-et-des-horloges', 'code-des-sabliers')
    >>> next(corpus.references).target
    'code-des-moulins-et-des-horloges/r113-1'
    >>> len(corpus), len(corpus.at(date(2023, 12, 31)))  # one article is repealed
    (42, 41)
    """

    def __init__(
        self,
        articles: Iterable[Article] = (),
        *,
        leftovers: Iterable[str] = (),
        findings: Iterable[Finding] = (),
        sources: Iterable[SourceFile] = (),
        unread: Iterable[Unread] = (),
    ) -> None:
        self.articles: tuple[Article, ...] = expect_all("articles", articles, Article)
        """The records, in the order of the source."""
        self.leftovers: tuple[str, ...] = expect_all("leftovers", leftovers, str)
        """Lines of the input that belong to no article: title, version line, footer."""
        self.findings: tuple[Finding, ...] = expect_all("findings", findings, Finding)
        """What is wrong with the input, or worth knowing about it."""
        self.sources: tuple[SourceFile, ...] = expect_all("sources", sources, SourceFile)
        """The files that were read."""
        self.unread: tuple[Unread, ...] = expect_all("unread", unread, Unread)
        """What of the input was not read, by kind and reason."""
        self._whole = self.articles
        self._day: date | None = None
        self._references = References(self.articles)
        self._offsets = SourceOffsets()
        self._written_graph: WrittenGraph | None = None
        """The graph of the export that holds these records and no others, if there is one."""

    @cached_property
    def acts(self) -> tuple[str, ...]:
        """Ids of the acts, in the order of the source."""
        return tuple(dict.fromkeys(article.act for article in self.articles if article.act is not None))

    def at(self, day: date | str) -> Corpus:
        """The corpus of the versions that were law on a day.

        :meth:`Validity.status_on` decides: by the dates, and where these are not enough, by the state that the source
        names. Where several sources have the same text, the record of the last one before the day is kept. A reference
        to an article that is left out is ``repealed``. ``at`` of such a corpus starts from the whole corpus again.
        ``day`` may be written ``"2022-08-15"``; ``InputError`` where it is no date.
        """
        day = day_given(day)
        index = CorpusIndex(self._all, at=day)
        kept = [article for article, indexed in zip(self._whole, self._all, strict=True) if index.is_current(indexed)]
        ids = {article.id for article in kept}
        kept_findings = (finding for finding in self.findings if finding.article is None or finding.article in ids)
        made = Corpus(kept, leftovers=self.leftovers, findings=kept_findings, sources=self.sources, unread=self.unread)
        made._whole, made._day, made._references = self._whole, day, self._references
        return made

    @property
    def day(self) -> date | None:
        """The day given to :meth:`at`; ``None`` for a corpus with all versions that its sources have.

        >>> load("fixtures/mirror").at("2023-12-31").day
        datetime.date(2023, 12, 31)
        """
        return self._day

    @property
    def whole(self) -> tuple[Article, ...]:
        """The records of all versions: of a corpus that :meth:`at` made, also those that are not law on its day.

        >>> corpus = load("fixtures/mirror").at("2023-12-31")
        >>> len(corpus), len(corpus.whole)
        (41, 42)
        """
        return self._whole

    def division(self, act: str, path: str | None = None) -> tuple[Article, ...]:
        """The articles of a division and of those inside it, in the order of the source.

        ``path`` is that of the division in ``act``, levels may be left out: ``corpus.division("code-penal",
        "livre.iv/titre.ii")``. Or ``act`` alone is the id of the division:
        ``corpus.division("code-penal#livre.iv/titre.ii")``. ``KeyError`` where there is no such division,
        ``AmbiguousReference`` where there are several.
        """
        expect("act", act, str)
        expect("path", path, str, NoneType)
        named, steps = act_and_path(act) if path is None else (act, path)
        try:
            wanted = division_steps(steps)
        except NotationError as error:
            raise KeyError(str(error)) from None
        divisions = self._index.divisions
        found = [(name, way) for name in self._named(named) if name for way in divisions.find(name, wanted)]
        found = [each for each in found if each[1] == wanted] or found
        if not found:
            raise KeyError(f"no division {steps!r} in act {named!r} of this corpus")
        if len({name for name, _ in found}) > 1 or differ([way for _, way in found]):
            raise AmbiguousReference(steps, [DivisionId.build(name, "/".join(way)) for name, way in found])
        places = {self._places.get(article) for name, way in found for article in divisions.articles(name, way)}
        return tuple(self.articles[at] for at in sorted(at for at in places if at is not None))

    @cached_property
    def graph(self) -> ArticleGraph:
        """The typed graph of the references; built when first asked for, or read from the export.

        ``InputError`` where the export is damaged.
        """
        from cpp_corpus.graph import ArticleGraph, GraphBuilder  # noqa: PLC0415 - a load alone does not need it

        if self._written_graph is not None and self._written_graph.path.is_file():
            graph = ArticleGraph.read(self._written_graph.path)
            self._written_graph.check(len(graph), len(graph.edges))
            held = (node.id for node in graph if node.kind is NodeKind.ARTICLE and node.in_corpus)
            if list(held) == [article.id for article in self.articles]:
                return graph
        builder = GraphBuilder(self._indexed, self._day)
        edges = [edge for article in self.articles for edge in builder.edges(self.resolved(article))]
        return ArticleGraph(builder.nodes(), edges)

    @property
    def references(self) -> Iterator[ResolvedReference]:
        """The references of all articles, with what they point to here."""
        return (reference for article in self.articles for reference in self.resolved(article))

    def references_of(self, key: Key | Article) -> tuple[Reference, ...]:
        """The references in the text of an article, then those in its notes; ``key`` as in ``corpus[key]``.

        For a record that differs from the one in the corpus (a copy with another text) they are found anew.
        """
        return self._references.of(self._article(key))

    def resolved(self, key: Key | Article, *, keep: bool = True) -> list[ResolvedReference]:
        """The references of one article, with what they point to here; ``key`` as in ``corpus[key]``, or a record.

        ``keep`` says whether they are kept in memory; ``keep=False`` suits one pass over a large corpus.
        """
        article = self._article(key)
        references = self._references.of(article, keep=keep)
        return resolved_references(self._index, self._indexed[self._places[article.id]], article, references)

    def offsets(self, key: Key | Article) -> OffsetMap | None:
        """The map from the text of an article back to the bytes of its file; ``key`` as in ``corpus[key]``.

        The file is read again (an archive as far as the member); ``None`` where it is gone, or no longer has this text.
        """
        return self._offsets.of(self._article(key))

    def cites(self, key: Key | Article) -> tuple[Edge, ...]:
        """The edges from an article to what it cites; ``key`` as in ``corpus[key]``, or a record."""
        return self.graph.out(self._article(key).id)

    def cited_by(self, key: Key | Article) -> tuple[Edge, ...]:
        """The edges to an article from those that cite it; ``key`` as in ``corpus[key]``, or a record.

        Or ``key`` is the id of a division or of an act: :meth:`impact` adds those that cite what holds an article.

        >>> corpus = load("fixtures/mirror")
        >>> [edge.source for edge in corpus.cited_by("code-des-sabliers#titre.i")]
        ['code-des-moulins-et-des-horloges/l212-2']
        """
        if isinstance(key, str) and ("#" in key or self._index.has_act(key)):
            return self._into(key)
        return self.graph.into(self._article(key).id)

    def _into(self, node_id: str) -> tuple[Edge, ...]:
        """The edges to a node; none where nothing cites it."""
        return self.graph.into(node_id) if node_id in self.graph else ()

    def impact(self, key: Key | Article, *, depth: int = 1, whole_act: bool = False) -> list[Impact]:
        """Everything that would be touched if an article or a division went, the nearest first.

        Those are the articles that cite it, a range that it belongs to, or a division that holds it, then those that
        cite these in turn, as far as ``depth`` citations away. ``whole_act`` adds those that cite the act as a whole.
        ``key`` is as in ``corpus[key]``, or a record, or the id of a division or an act, which stands for all its
        articles. ``InputError`` for a ``depth`` below 1.

        >>> corpus = load("fixtures/mirror")
        >>> for each in corpus.impact("L. 221-1", depth=2):
        ...     print(each.depth, each.via, each.id.rpartition("/")[2])
        1 article l221-2
        1 division l212-2
        2 range l311-1
        """
        from cpp_corpus.impact import Impacts  # noqa: PLC0415 - a load alone does not need it

        if isinstance(key, str) and "#" in key:
            lost = [article.id for article in self.division(key)]
        elif isinstance(key, str) and self._index.has_act(key):
            lost, whole_act = [article.id for article in self.articles if article.act == key], True
        else:
            lost = [self._article(key).id]
        return Impacts(self._index, self._entry, self._into, self.references_of).of(lost, depth, whole_act=whole_act)

    def _entry(self, article_id: str) -> IndexedArticle | None:
        """The index entry of an article."""
        place = self._places.get(article_id)
        return None if place is None else self._indexed[place]

    def find(self, citation: str) -> list[Article]:
        """The articles that ``citation`` means: ``art. 706-16 CPP``, ``articles 121-1 à 121-3``, ``628-2``.

        A list and a range give all their articles, ``L. 811-1 et suivants`` those to the end of the division. An id
        is read, of this library or of the source, and with a day, ``628-2@2010-12-31``, those that were law that day.
        Where the citation names no act, those of all acts; an empty list where there is nothing. A part that is named
        does not matter: :meth:`find_parts` tells of it. ``CitationError`` where a number, a part, the act or the day
        cannot be read.

        >>> corpus = load("fixtures/mirror")
        >>> [article.number.running for article in corpus.find("L. 111-1 à L. 112-1")]
        ['L. 111-1', 'L. 111-2', 'L. 112-1']
        """
        return list({found.article.id: found.article for found in self.find_parts(citation)}.values())

    def find_parts(self, citation: str) -> list[FoundPart]:
        """The articles that ``citation`` means, as :meth:`find`, each with the part that it names: ``121-3, al. 2``.

        An article of which two parts are named is given twice.

        >>> corpus = load("fixtures/mirror")
        >>> for found in corpus.find_parts("L. 112-1, II, 2° et 9°"):
        ...     print(found.article.number, found.locator, found.part_exists)
        L112-1 II/2° True
        L112-1 II/9° False
        """
        from cpp_corpus.citation import read_citation  # noqa: PLC0415 - heavy, and a load alone does not need it

        expect("citation", citation, str)
        if (same := (citation,) if citation in self._places else self._by_source_id.get(citation)) is not None:
            return [FoundPart(self._by_id(each)) for each in same]
        asked = read_citation(citation, self.acts)
        if asked.day is not None:
            return self.at(asked.day).find_parts(asked.text)
        cited = ((each, indexed) for each in asked.references for indexed in self._cited(each))
        found = {
            (indexed.id, each.locator): FoundPart(
                self._by_id(indexed.id),
                each.locator,
                None if each.locator is None else indexed_part_exists(indexed, each.locator),
            )
            for each, indexed in cited
            if indexed.id in self._places
        }
        return list(found.values())

    def _cited(self, reference: Reference) -> Iterator[IndexedArticle]:
        """The articles of the number or the range of a reference, of its act or of all."""
        first, last = reference.article, reference.to
        if first is None:
            return
        numbers = [first] if last is None else [first, last]
        acts = dict.fromkeys(act for number in numbers for act in self._index.acts_with(number))
        for act in acts if reference.act is None else (reference.act,):
            members = None
            if act is not None and (last is not None or reference.open):
                members = range_members(self._index, act, first, last)
            if members is not None:
                yield from (indexed for place in members.places for indexed in place)
            else:
                yield from (indexed for number in numbers for indexed in self._index.lookup(act, number))

    def verify(self, text: str, *, at: date | str | None = None, act: str | None = None) -> list[Verified]:
        """Which citations hold: one answer for each citation of ``text``, in order, and never a wrong ``exists``.

        ``text`` is a citation as people type it (``art. 706-16 CPP``, ``121-3, al. 2@2010-12-31``), several of them,
        one a line, or any text with citations in its sentences. ``at`` is the day on which they must be law, by default
        the day of :meth:`at`, else the newest law of the corpus; ``act`` is the act of articles that are cited without
        one (an id, a title or an abbreviation). What cannot be read is an answer as well: an unreadable day, an unknown
        act, a part that does not exist. ``InputError`` where ``at`` is no date or no act is known as ``act``.

        >>> corpus = load("fixtures/mirror")
        >>> for each in corpus.verify("les articles L. 112-1 et L. 112-5 du code des moulins et des horloges"):
        ...     print(each.status, each.read, each.depth)
        exists code-des-moulins-et-des-horloges/l112-1 article
        no_such_article code-des-moulins-et-des-horloges/l112-5 act
        """
        day = None if at is None else day_given(at)
        meant = () if act is None else self._named(act)
        return self._verifier.verified(text, day=day, act=meant[0] if len(meant) == 1 else act)

    def search(self, query: str) -> list[Hit]:
        """The articles whose text has every word of ``query``, best first: ``corpus.search("technique d'enquête")``.

        Accents, case, the kind of apostrophe and the ``s`` or ``x`` of a plural do not matter. Articles that have the
        words in sequence come first; words ``"in double quotes"`` must be in sequence. Notes are not searched.
        """
        expect("query", query, str)
        return self._text_index.search(query)

    def audit(self, checks: Iterable[str] | None = None) -> list[Finding]:
        """Errors in the law as published: dangling references, links that contradict their words, and more.

        ``checks`` are names of :data:`cpp_corpus.audit.CHECKS`, by default all; ``InputError`` for an unknown name.
        """
        from cpp_corpus.audit import audit  # noqa: PLC0415 - a load alone does not need it

        return list(audit(self, checks))

    def export(self, out: str | PathLike[str], formats: str | Sequence[str] = ("json",)) -> Summary:
        """Write the corpus to the folder ``out``; the same bytes as ``cpp-corpus normalize`` writes for its files.

        ``formats`` are names of :data:`cpp_corpus.export.EXPORTERS`, all of them written in one pass. ``OutputError``
        where the corpus cannot be written; then no partial output is left.
        """
        from cpp_corpus.pipeline.batch import export  # noqa: PLC0415 - a load alone does not need it

        expect("out", out, str, PathLike)
        others = [indexed for indexed in self._all if indexed.id not in self._places]
        return export(
            self.sources,
            self.articles,
            self.findings,
            Path(out),
            formats,
            recogniser=partial(self._references.of, keep=False),
            at=self._day,
            others=others,
            unread=self.unread,
        )

    def __getitem__(self, key: Key) -> Article:
        """The article of a number in any printed form, of ``(act, number)``, of an id, or of an id of the source.

        The act is an id, a title or an abbreviation. Of several versions, the one that is law at the newest date of its
        act; ``706-73@2022-08-15`` is the one that was law on that day. ``KeyError`` where there is none,
        ``AmbiguousReference`` where there are several.
        """
        if isinstance(key, str) and key in self._places:
            return self._by_id(key)
        if isinstance(key, str) and (same := self._by_source_id.get(key)):
            if len(same) > 1:
                raise AmbiguousReference(key, same)
            return self._by_id(same[0])
        named, asked = _parted(key)
        number, day = (asked, None) if isinstance(asked, ArticleNumber) else _dated(asked)
        if not named and isinstance(number, str) and self._named(number.rpartition("/")[0]):
            named, _, number = number.rpartition("/")
        normal = _normal(number)
        if normal is None:
            _missing(named, str(asked), self)
        acts = self._named(named) if named else self._index.acts_with(normal)
        found = [
            indexed for act in acts for indexed in self._index.best(act, normal, day) if indexed.id in self._places
        ]
        if day is not None:
            found = [indexed for indexed in found if self._index.is_current(indexed, day)]
        if not found:
            _missing(named, str(asked), self)
        if len(found) > 1:
            raise AmbiguousReference(str(number), [indexed.id for indexed in found])
        return self._by_id(found[0].id)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, Article):
            return key.id in self._places
        try:
            self[key]  # type: ignore[index] # what is no key is not in here
        except AmbiguousReference:
            return True
        except (KeyError, TypeError, ValueError, AttributeError):
            return False
        return True

    def __eq__(self, other: object) -> bool:
        """Whether articles, leftovers, findings, inputs and day are equal; then references and graph are equal too."""
        return self._parts() == other._parts() if isinstance(other, Corpus) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.articles, self._day))

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)

    def __repr__(self) -> str:
        shown = ", ".join(self.acts[:3]) + (f" and {len(self.acts) - 3} more" if len(self.acts) > 3 else "")
        return (
            f"<Corpus: {counted(len(self))} of {shown or 'no known act'}, "
            f"{counted(len(self.sources), 'file')}, {counted(len(self.findings), 'finding')}>"
        )

    def _parts(self) -> tuple[object, ...]:
        parts = self.articles, self.leftovers, self.findings, self.sources, self.unread
        return *parts, self._day, self._day and self._whole

    @cached_property
    def _indexed(self) -> list[IndexedArticle]:
        return [indexed_article(article) for article in self.articles]

    @cached_property
    def _all(self) -> list[IndexedArticle]:
        """The articles of the whole corpus, also where this is the corpus of a day."""
        return self._indexed if self._whole is self.articles else [indexed_article(article) for article in self._whole]

    @cached_property
    def _index(self) -> CorpusIndex:
        return CorpusIndex(self._all, at=self._day)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {article.id: at for at, article in enumerate(self.articles)}

    @cached_property
    def _by_source_id(self) -> dict[str, list[str]]:
        """Ids of the articles by the identifiers that their sources have for them."""
        found: dict[str, list[str]] = {}
        for article in self.articles:
            for identifier in dict.fromkeys(article.ids.values()):
                found.setdefault(identifier, []).append(article.id)
        return found

    @cached_property
    def _verifier(self) -> Verifier:
        from cpp_corpus.verification import Verifier  # noqa: PLC0415 - heavy, and a load alone does not need it

        return Verifier(self._index, self._by_id, self._ids_named)

    def _ids_named(self, name: str) -> Sequence[str]:
        """Ids of the articles that an id names, of this library or of a source."""
        return (name,) if name in self._places else self._by_source_id.get(name, ())

    @cached_property
    def _text_index(self) -> TextIndex:
        return TextIndex(self.articles)

    def _by_id(self, article_id: str) -> Article:
        return self.articles[self._places[article_id]]

    def _article(self, key: Key | Article) -> Article:
        return key if isinstance(key, Article) else self[key]

    def _named(self, name: str) -> tuple[str | None, ...]:
        """The acts of the corpus that a name may mean."""
        if self._index.has_act(name):
            return (name,)
        written = acts.act_written(name)
        meant = dict.fromkeys((*acts.by_name(name), *acts.by_abbreviation(name), *([written] if written else ())))
        return tuple(act for act in meant if self._index.has_act(act))


def _read(
    paths: Sequence[str | PathLike[str]],
    runner: Engine,
    work: Callable[[Entry | Bundle], list[FileResult]],
    limits: Limits | None,
) -> tuple[list[FileResult], tuple[Unread, ...]]:
    """The results of reading the files at and below ``paths``, and what was not read."""
    found = discover(paths)
    counts = UnreadCounts(found.passed_over)
    results = []
    for result in chain.from_iterable(runner.map(work, Work(found.entries, counts, limits))):
        results.append(result)
        if result.refused is not None:
            counts.add(result.refused)
    results.append(FileResult(None, (), (), tuple(counts.findings())))
    return results, counts.records()


def _check(results: Sequence[FileResult]) -> None:
    """``InputError`` where nothing could be read."""
    if not any(result.is_read for result in results):
        problems = [finding for result in results for finding in result.findings]
        first = next((each for each in problems if each.severity == Severity.ERROR), next(iter(problems), None))
        raise InputError(f"nothing could be read; the first problem: {first}")


def _corpus_of(results: Sequence[FileResult], unread: Iterable[Unread]) -> Corpus:
    """The corpus of all results, with ids that are unique in it, and the references that exports have."""
    articles, kept, findings = with_unique_ids(results)
    corpus = Corpus(
        articles,
        leftovers=(line for result in results for line in result.leftovers),
        findings=findings,
        sources=(result.source for result in results if result.source is not None),
        unread=unread,
    )
    before = [(result.written, article.id) for result in results for article in result.articles]
    written = {
        article.id: WrittenAs(references, name)
        for article, (references, name) in zip(articles, map(before.__getitem__, kept), strict=True)
        if references is not None
    }
    corpus._references = References(articles, written)  # noqa: SLF001 - the corpus is made here
    return corpus


def _again(exported: Exported) -> list[FileResult]:
    """The records of an export, as results of reading files."""
    found = tuple(each for each in exported.findings if each.code != FindingCode.UNRESOLVED_PART)  # found anew
    sources = [FileResult(source, (), source.leftovers, ()) for source in exported.sources]
    return [*sources, FileResult(None, exported.articles, (), found, written=exported.references)]


def _parted(key: Key) -> tuple[str, str | ArticleNumber]:
    """A key as act and number; ``ArgumentError`` for anything else."""
    match key:
        case str() | ArticleNumber():
            return "", key
        case (str() as act, (str() | ArticleNumber()) as number):
            return act, number
    raise ArgumentError(f"an article is named by its number, by (act, number) or by its id, not by {key!r}")


def _normal(number: str | ArticleNumber) -> str | None:
    return number.normalized if isinstance(number, ArticleNumber) else number_named(number)


def _dated(key: str) -> tuple[str, str | None]:
    """``706-73@2022-08-15`` as number and ISO date."""
    number, mark, day = key.rpartition("@")
    if not mark:
        return key, None
    try:
        return number, date.fromisoformat(day).isoformat()
    except ValueError:
        raise KeyError(f"{day!r} in {key!r} is no date; write it as in 706-73@2022-08-15") from None


def _missing(act: str, number: str, corpus: Corpus) -> NoReturn:
    where = f"act {act!r} of this corpus" if act else "this corpus"
    raise KeyError(f"no article {number!r} in {where}; its acts: {', '.join(corpus.acts) or 'none'}")

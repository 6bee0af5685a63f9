"""The class ``Corpus``: the records of some files, ways to find them, their references and their graph."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cached_property, partial
from os import PathLike, fspath
from os.path import realpath
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, NoReturn

from cpp_corpus import pipeline
from cpp_corpus.errors import (
    AmbiguousReference,
    ArgumentError,
    CitationError,
    InputError,
    NotationError,
    expect,
    expect_all,
    expect_path,
)
from cpp_corpus.ingest import is_address
from cpp_corpus.lang import acts
from cpp_corpus.lang.numbering import number_named
from cpp_corpus.lang.typography import plain
from cpp_corpus.model.article import Article, ArticleState
from cpp_corpus.model.counting import counted
from cpp_corpus.model.division import DivisionId, act_and_path, division_steps
from cpp_corpus.model.finding import Finding, Severity
from cpp_corpus.model.found import FoundPart
from cpp_corpus.model.manifest import DEFAULT_FORMATS, SourceFile, Unread
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.on_demand import OnDemand
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.validity import day_given
from cpp_corpus.normalizer.resolve import CorpusIndex
from cpp_corpus.normalizer.resolve.division_index import Path as DivisionSteps
from cpp_corpus.normalizer.resolve.division_index import differ
from cpp_corpus.normalizer.resolve.indexed import indexed_part_exists
from cpp_corpus.normalizer.resolve.steps.articles import range_ends, range_members
from cpp_corpus.pipeline.records import Records, RecordsInMemory
from cpp_corpus.pipeline.references import recognised
from cpp_corpus.pipeline.resolved import resolved_references
from cpp_corpus.search import found, hits
from cpp_corpus.shown import shown
from cpp_corpus.store.database import is_store
from cpp_corpus.store.records import StoredRecords
from cpp_corpus.store.words import Query

if TYPE_CHECKING:
    from cpp_corpus.citation import DivisionCitation
    from cpp_corpus.graph import ArticleGraph
    from cpp_corpus.ingest import Limits
    from cpp_corpus.model.graph import Edge
    from cpp_corpus.model.impact import Impact
    from cpp_corpus.model.resolution import IndexedArticle, ResolvedReference
    from cpp_corpus.model.verified import Verified
    from cpp_corpus.pipeline.batch import Summary
    from cpp_corpus.pipeline.engine import Engine
    from cpp_corpus.pipeline.offsets import SourceOffsets
    from cpp_corpus.search import Hit
    from cpp_corpus.verification import Verifier

__all__ = ["Corpus", "division_named", "load", "open"]

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
    numbers of the same act (a mirror, an export, a dated history, a git clone of a mirror); else from the atlases that
    are installed. A folder that :meth:`Corpus.export` or ``cpp-corpus normalize`` wrote is read back. ``act``
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
    for path in paths:
        if fspath(path) != "-" and not is_address(fspath(path)):
            expect_path(path)
    with_store = len({realpath(path) for path in paths}) == 1 and is_store(paths[0])
    if with_store and numbers_from is None and (engine is None or jobs is None):
        if act is not None:
            acts.act_named(act)  # an export keeps its own
        return open(paths[0])
    records = pipeline.read_records(paths, numbers_from=numbers_from, act=act, engine=engine, jobs=jobs, limits=limits)
    return Corpus._of(records)  # noqa: SLF001 - made here


def open(path: str | PathLike[str]) -> Corpus:  # noqa: A001 - as gzip and tarfile have it
    """The corpus in a store: ``corpus.db``, or the folder that ``cpp-corpus normalize`` wrote, as ``path``.

    Articles, references and edges are read when they are asked for, so that one article of a large corpus is there at
    once; the answers are those of :func:`load`. Any number of processes may read one store at the same time.
    ``InputError`` where there is no store, or one that another version wrote; also later, where it turns out to be
    damaged.

    >>> import tempfile, cpp_corpus
    >>> with tempfile.TemporaryDirectory() as out:
    ...     _ = load("fixtures/mirror").export(out, formats="store")
    ...     cpp_corpus.open(out)["L112-1"].heading
    'Article L112-1'
    """
    expect("path", path, str, PathLike)
    expect_path(path, "there is no store")
    return Corpus._of(StoredRecords(path))  # noqa: SLF001 - made here


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
        self._records: Records = RecordsInMemory(
            expect_all("articles", articles, Article),
            leftovers=expect_all("leftovers", leftovers, str),
            findings=expect_all("findings", findings, Finding),
            sources=expect_all("sources", sources, SourceFile),
            unread=expect_all("unread", unread, Unread),
        )
        self._day: date | None = None

    @classmethod
    def _of(cls, records: Records, day: date | None = None) -> Corpus:
        """The corpus of some records, or of those of them that were law on a day."""
        made = cls()
        made._records, made._day = records, day
        return made

    @property
    def articles(self) -> Sequence[Article]:
        """The records, in the order of the source; those of a store are read when they are asked for.

        >>> load("fixtures/mirror").articles[0].id
        'code-des-moulins-et-des-horloges/annexe-a-larticle-r113-1'
        """
        return self._records.articles if self._day is None else self._articles_of_day

    @property
    def leftovers(self) -> tuple[str, ...]:
        """Lines of the input that belong to no article: title, version line, footer.

        >>> load("fixtures/dumps/sabliers.txt").leftovers[0]
        'Code des sabliers'
        """
        return self._records.leftovers

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the input, or worth knowing about it.

        >>> [finding.code.value for finding in load("fixtures/mirror").findings]
        ['unreadable-number', 'duplicate-heading']
        """
        return self._records.findings if self._day is None else self._findings_of_day

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Those of the findings that are errors: parts of the input that could not be read.

        >>> [finding.code.value for finding in load("fixtures/mirror", "fixtures/broken/empty.md").errors]
        ['empty-file']
        """
        if self._day is None:
            return self._records.errors
        return tuple(finding for finding in self._findings_of_day if finding.severity is Severity.ERROR)

    @property
    def sources(self) -> tuple[SourceFile, ...]:
        """The files that were read.

        >>> load("fixtures/dumps/sabliers.txt").sources[0].format
        'flat-dump'
        """
        return self._records.sources

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What of the input was not read, by kind and reason.

        >>> load("fixtures").unread[0].kind
        '.jsonl'
        """
        return self._records.unread

    @cached_property
    def acts(self) -> tuple[str, ...]:
        """Ids of the acts, in the order of the source."""
        if self._day is None:
            return self._index.acts
        kept = (self._records.indexed[at].act for at in self._kept)
        return tuple(dict.fromkeys(act for act in kept if act is not None))

    def newest_day(self, act: str) -> date | None:
        """The newest day on which the sources of ``act``, an id, show the law; ``None`` where they have none.

        >>> load("fixtures/dumps/sabliers.txt").newest_day("code-des-sabliers")
        datetime.date(2020, 3, 1)
        """
        expect("act", act, str)
        newest = self._index.newest_day(act)
        return None if newest is None else date.fromisoformat(newest)

    def at(self, day: date | str) -> Corpus:
        """The corpus of the versions that were law on a day.

        :meth:`Validity.status_on` decides: by the dates, and where these are not enough, by the state that the source
        names. Where several sources have the same text, the record of the last one before the day is kept. A reference
        to an article that is left out is ``repealed``. ``at`` of such a corpus starts from the whole corpus again.
        ``day`` may be written ``"2022-08-15"``; ``InputError`` where it is no date.
        """
        return Corpus._of(self._records, day_given(day))

    @property
    def day(self) -> date | None:
        """The day given to :meth:`at`; ``None`` for a corpus with all versions that its sources have.

        >>> load("fixtures/mirror").at("2023-12-31").day
        datetime.date(2023, 12, 31)
        """
        return self._day

    @property
    def whole(self) -> Sequence[Article]:
        """The records of all versions: of a corpus that :meth:`at` made, also those that are not law on its day.

        >>> corpus = load("fixtures/mirror").at("2023-12-31")
        >>> len(corpus), len(corpus.whole)
        (41, 42)
        """
        return self._records.articles

    def division(self, act: str, path: str | None = None) -> tuple[Article, ...]:
        """The articles of a division and of those inside it, in the order of the source.

        ``path`` is that of the division in ``act``, levels may be left out: ``corpus.division("code-penal",
        "livre.iv/titre.ii")``. Or ``act`` alone is the id of the division:
        ``corpus.division("code-penal#livre.iv/titre.ii")``. ``KeyError`` where there is no such division,
        ``AmbiguousReference`` where there are several.
        """
        expect("act", act, str)
        expect("path", path, str, NoneType)
        return tuple(self._records.articles[at] for at in self._places_in(self._divisions(act, path)))

    def articles_of(self, act: str | None) -> Iterator[Article]:
        """The articles of an ``act`` (its id), in the order of the law, one after the other; of none for ``None``.

        The order is that of files with many articles; pages of one article each are sorted by division and number. In
        both, versions of an article are sorted by their first day.

        >>> [str(article.number) for article in load("fixtures/mirror").articles_of("code-des-sabliers")][:3]
        ['1', '2', '3']
        """
        expect("act", act, str, NoneType)
        if act is None:
            indexed = [each for each in self._records.indexed if each.act is None]
        else:
            indexed = self._index.sequence(act).in_order() if self._index.has_act(act) else []
        places = (self._held(each.id) for each in indexed)
        return (self._records.articles[at] for at in places if at is not None)

    def division_id(self, act: str, path: str | None = None) -> DivisionId:
        """The id of a division, which ``act`` and ``path`` name as for :meth:`division`; errors are the same.

        >>> load("fixtures/mirror").division_id("livre II, titre II du code des moulins et des horloges")
        DivisionId('code-des-moulins-et-des-horloges#partie-legislative/livre.ii/titre.ii')
        """
        expect("act", act, str)
        expect("path", path, str, NoneType)
        name, steps = self._divisions(act, path)[0]
        return DivisionId.build(name, "/".join(steps))

    @cached_property
    def graph(self) -> ArticleGraph:
        """The typed graph of the references; built when first asked for, or read from the export.

        ``InputError`` where the export is damaged.
        """
        from cpp_corpus.graph import ArticleGraph, GraphBuilder  # noqa: PLC0415 - a load alone does not need it

        if self._day is None and (held := self._records.graph()) is not None:
            return ArticleGraph(*held)
        kept = self._records.indexed if self._day is None else [self._records.indexed[at] for at in self._kept]
        builder = GraphBuilder(kept, self._day)
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
        return self._references_of(self._article(key))

    def resolved(self, key: Key | Article, *, keep: bool = True) -> list[ResolvedReference]:
        """The references of one article, with what they point to here; ``key`` as in ``corpus[key]``, or a record.

        ``keep`` says whether they are kept in memory; ``keep=False`` suits one pass over a large corpus.
        """
        article = self._article(key)
        if self._day is None and (stored := self._records.resolved(article)) is not None:
            return stored
        references = self._references_of(article, keep=keep)
        return resolved_references(self._index, self._records.indexed[self._place(article.id)], article, references)

    def versions(self, key: Key | Article) -> tuple[Article, ...]:
        """All versions of an article that the sources have; ``key`` as in ``corpus[key]``, or a record.

        They are the articles with its act and number, in the order of their first day (of the day of the source, where
        it is not known), also of a corpus that :meth:`at` made; of an article without a number, it alone.

        >>> [article.id for article in load("fixtures/mirror").versions("L112-1")]
        ['code-des-moulins-et-des-horloges/l112-1']
        """
        article = self._article(key)
        if article.number is None:
            return (article,)
        places = (self._records.place(each.id) for each in self._index.lookup(article.act, article.number.normalized))
        held = [self._records.articles[at] for at in places if at is not None]
        return tuple(sorted(held, key=lambda each: each.valid_from or each.consolidated_at or date.min))

    def offsets(self, key: Key | Article) -> OffsetMap | None:
        """The map from the text of an article back to the bytes of its file; ``key`` as in ``corpus[key]``.

        The file is read again (an archive as far as the member); ``None`` where it is gone, or no longer has this text.
        """
        return self._offsets.of(self._article(key))

    def cites(self, key: Key | Article) -> tuple[Edge, ...]:
        """The edges from an article to what it cites; ``key`` as in ``corpus[key]``, or a record."""
        name = self._article(key).id
        stored = self._records.cites(name) if self._day is None else None
        return self.graph.out(name) if stored is None else stored

    def cited_by(self, key: Key | Article) -> tuple[Edge, ...]:
        """The edges to an article from those that cite it; ``key`` as in ``corpus[key]``, or a record.

        Or ``key`` is the id of a division, an act or an article that the corpus does not have (``constitution:1958``),
        the name of an act, or a citation of such an article: :meth:`impact` adds those that cite what holds an article.

        >>> corpus = load("fixtures/mirror")
        >>> [edge.source for edge in corpus.cited_by("code-des-sabliers#titre.i")]
        ['code-des-moulins-et-des-horloges/l212-2']
        >>> {edge.target for edge in corpus.cited_by("art. L. 999-1 du code de l'environnement")}
        {'code-de-lenvironnement/l999-1'}
        """
        if isinstance(key, str) and ("#" in key or self._index.has_act(key)):
            return self._into(key)
        if isinstance(key, str) and (elsewhere := self._into(key)):
            return elsewhere
        try:
            name = self._article(key).id
        except KeyError:
            if isinstance(key, str) and (named := self._into_named(key)):
                return named
            raise
        stored = self._records.cited_by(name) if self._day is None else None
        return self.graph.into(name) if stored is None else stored

    def _into_named(self, name: str) -> tuple[Edge, ...]:
        """The edges to the act of a name, or to the one article of a citation, where the corpus does not have it."""
        try:
            return self._into(acts.act_named(name))
        except InputError:  # the name of no act
            pass
        try:
            missing = [] if self.find(name) else self.find_missing(name)
        except CitationError:
            return ()
        if len(missing) != 1:
            return ()
        (act, number), *_ = missing
        found = [into for each in (self.acts if act is None else (act,)) if (into := self._into(f"{each}/{number}"))]
        return found[0] if len(found) == 1 else ()

    def _into(self, node_id: str) -> tuple[Edge, ...]:
        """The edges to a node; none where nothing cites it."""
        stored = self._records.cited_by(node_id) if self._day is None else None
        if stored is not None:
            return stored
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

        if isinstance(key, str) and ("#" in key or division_named(key) is not None):
            lost = [article.id for article in self.division(key)]
        elif isinstance(key, str) and self._index.has_act(key):
            names = (indexed.id for indexed in self._records.indexed if indexed.act == key)
            lost, whole_act = [name for name in names if self._held(name) is not None], True
        else:
            lost = [self._article(key).id]
        return Impacts(self._index, self._entry, self._into, self.references_of).of(lost, depth, whole_act=whole_act)

    def _entry(self, article_id: str) -> IndexedArticle | None:
        """The index entry of an article."""
        place = self._held(article_id)
        return None if place is None else self._records.indexed[place]

    def find(self, citation: str) -> list[Article]:
        """The articles that ``citation`` means: ``art. 706-16 CPP``, ``articles 121-1 à 121-3``, ``628-2``.

        A list and a range give all their articles, ``L. 811-1 et suivants`` those to the end of the division. An id
        is read, of this library or of the source, and with a day, ``628-2@2010-12-31``, those that were law that day.
        Where the citation names no act, those of all acts; an empty list where there is nothing. A part that is named
        does not matter: :meth:`find_parts` tells of it, and :meth:`find_missing` of articles that are not there.
        ``CitationError`` where a number, a part, the act or the day cannot be read.

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
        expect("citation", citation, str)
        if (same := self._by_id(citation)) is not None:
            return [FoundPart(same)]
        if named := self._by_source_id(citation):
            return [FoundPart(self._records.articles[at]) for at in named]
        from cpp_corpus.citation import read_citation  # noqa: PLC0415 - heavy, and a load alone does not need it

        asked = read_citation(citation, self._index.acts)
        if asked.day is not None:
            return self.at(asked.day).find_parts(asked.text)
        found: dict[tuple[str, str | None], FoundPart] = {}
        for each in asked.references:
            for indexed in self._cited(each):
                if (indexed.id, each.locator) not in found and (article := self._by_id(indexed.id)) is not None:
                    exists = None if each.locator is None else indexed_part_exists(indexed, each.locator)
                    found[indexed.id, each.locator] = FoundPart(article, each.locator, exists)
        return list(found.values())

    def find_missing(self, citation: str) -> list[tuple[str | None, str]]:
        """The articles that ``citation`` names and that are not there, ends of ranges too, each as act and number.

        The act is ``None`` where the citation names none and no act has the number. Without an act, an article or a
        range that one act has is not missing in the others; of a day, what was not law on it is missing.
        ``CitationError`` as for :meth:`find`.

        >>> corpus = load("fixtures/mirror")
        >>> corpus.find_missing("articles 1 à 99 du code des sabliers"), corpus.find_missing("L. 112-1 et L. 112-99")
        ([('code-des-sabliers', '99')], [(None, 'l112-99')])
        """
        expect("citation", citation, str)
        if self._by_id(citation) is not None or self._by_source_id(citation):
            return []
        from cpp_corpus.citation import read_citation  # noqa: PLC0415 - heavy, and a load alone does not need it

        asked = read_citation(citation, self._index.acts)
        if asked.day is not None:
            return self.at(asked.day).find_missing(asked.text)
        return list(dict.fromkeys(missing for each in asked.references for missing in self._missing(each)))

    def _missing(self, reference: Reference) -> list[tuple[str | None, str]]:
        """The articles at the ends of a reference that are not there; none where one of its acts has both."""
        first, last = reference.article, reference.to
        if first is None:
            return []
        lost: list[tuple[str | None, str]] = []
        for act in self._acts_of(reference) or [None]:
            ends = range_ends(self._index, act, first, last)
            gone = [(act, end) for end in ends if not self._has(act, end)]
            if not gone:
                return []
            lost += gone
        return lost

    def _has(self, act: str | None, number: str) -> bool:
        return any(self._held(indexed.id) is not None for indexed in self._index.lookup(act, number))

    def _acts_of(self, reference: Reference) -> list[str | None]:
        """The act of a reference, or where it names none, those with the number of one of its ends."""
        if reference.act is not None:
            return [reference.act]
        ends = filter(None, (reference.article, reference.to))
        return list(dict.fromkeys(act for end in ends for act in self._index.acts_with(end)))

    def _cited(self, reference: Reference) -> Iterator[IndexedArticle]:
        """The articles of the number or the range of a reference, of its act or of all."""
        first, last = reference.article, reference.to
        if first is None:
            return
        numbers = [first] if last is None else [first, last]
        for act in self._acts_of(reference):
            members = None
            if act is not None and (last is not None or reference.open):
                members = range_members(self._index, act, first, last, is_doubted=False)
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
        return list(self.iter_verify(text, at=at, act=act))

    def iter_verify(self, text: str, *, at: date | str | None = None, act: str | None = None) -> Iterator[Verified]:
        r"""The answers of :meth:`verify`, each made when it is asked for; ``text``, ``at`` and ``act`` as there.

        >>> next(load("fixtures/mirror").iter_verify("L. 112-1\nL. 112-5")).exists
        True
        """
        day = None if at is None else day_given(at)
        meant = () if act is None else self._named(act)
        return self._verifier.verified(text, day=day, act=meant[0] if len(meant) == 1 else act)

    def search(
        self,
        query: str,
        *,
        act: str | None = None,
        division: str | None = None,
        state: str | None = None,
        at: date | str | None = None,
    ) -> Sequence[Hit]:
        """The articles whose text has every word of ``query``, best first: ``corpus.search("technique d'enquête")``.

        Accents, case, ligatures, the kind of apostrophe and the ``s`` or ``x`` of a plural do not matter. A number is
        one word, however it is written: ``706-73`` is not in "706-73-1", ``L. 811-2`` is in "l'article L811-2".
        Articles that have the words in sequence come first; words ``"in double quotes"`` must be in sequence. Notes are
        not searched.

        Of these only the articles of ``act`` (an id, a title or an abbreviation), of a ``division`` (as for
        :meth:`division`), with a ``state`` in their source (``in_force``), or that are law on a day, ``at``.
        ``InputError`` where act, state or day are not known, ``KeyError`` where the division is not. Each hit is made
        when it is asked for.

        >>> corpus = load("fixtures/mirror")
        >>> [hit.article.id for hit in corpus.search("sablier", act="code-des-sabliers", state="in_force")][:2]
        ['code-des-sabliers/1649-quater-b', 'code-des-sabliers/12-bis']
        """
        expect("query", query, str)
        if at is not None:
            return self.at(at).search(query, act=act, division=division, state=state)
        inside = None if division is None else self._inside(division, act)
        asked = Query(query)
        acts = None if act is None or inside is not None else self._named_here(act)
        known = None if state is None else _state(state)
        scored = found(self._records.words, asked, acts=acts, state=known, places=inside)
        if inside is None and self._day is not None:
            scored = [each for each in scored if self._index.is_current(self._records.indexed[each[0]])]
        return hits(scored, asked, self._records.articles.__getitem__)

    def audit(self, checks: Iterable[str] | None = None) -> list[Finding]:
        """Errors in the law as published: dangling references, links that contradict their words, and more.

        ``checks`` are names of :data:`cpp_corpus.audit.CHECKS`, by default all; ``InputError`` for an unknown name.
        """
        from cpp_corpus.audit import audit  # noqa: PLC0415 - a load alone does not need it

        return list(audit(self, checks))

    def export(self, out: str | PathLike[str], formats: str | Sequence[str] = DEFAULT_FORMATS) -> Summary:
        """Write the corpus to the folder ``out``; the same bytes as ``cpp-corpus normalize`` writes for its files.

        ``formats`` are names of :data:`cpp_corpus.export.EXPORTERS`, all of them written in one pass. ``OutputError``
        where the corpus cannot be written; then no partial output is left.
        """
        from cpp_corpus.pipeline.batch import export  # noqa: PLC0415 - a load alone does not need it

        expect("out", out, str, PathLike)
        kept = range(len(self.articles)) if self._day is None else set(self._kept)
        others = [indexed for at, indexed in enumerate(self._records.indexed) if at not in kept]
        return export(
            self.sources,
            self.articles,
            self.findings,
            Path(out),
            formats,
            recogniser=partial(self._references_of, keep=False),
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
        if isinstance(key, str) and (article := self._by_id(key)) is not None:
            return article
        if isinstance(key, str) and (same := self._by_source_id(key)):
            if len(same) > 1:
                raise AmbiguousReference(key, [self._records.indexed[at].id for at in same])
            return self._records.articles[same[0]]
        named, asked = _parted(key)
        number, day = (asked, None) if isinstance(asked, ArticleNumber) else _dated(asked)
        if not named and isinstance(number, str) and self._named(number.rpartition("/")[0]):
            named, _, number = number.rpartition("/")
        normal = _normal(number)
        if normal is None:
            _missing(named, str(asked), self)
        acts = self._named(named) if named else self._index.acts_with(normal)
        found = [
            indexed
            for act in acts
            for indexed in self._index.best(act, normal, day)
            if self._held(indexed.id) is not None
        ]
        if day is not None:
            found = [indexed for indexed in found if self._index.is_current(indexed, day)]
        if not found:
            _missing(named, str(asked), self)
        if len(found) > 1:
            raise AmbiguousReference(str(number), [indexed.id for indexed in found])
        return self._records.articles[self._place(found[0].id)]

    def __contains__(self, key: object) -> bool:
        if isinstance(key, Article):
            return self._held(key.id) is not None
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

    def __reduce__(self) -> tuple[object, tuple[Records, date | None]]:
        return Corpus._of, (self._records, self._day)

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

    def _repr_html_(self) -> str | None:
        return shown(self)

    def _parts(self) -> tuple[object, ...]:
        parts = self.articles, self.leftovers, self.findings, self.sources, self.unread
        return *parts, self._day, self._day and self.whole

    @cached_property
    def _index(self) -> CorpusIndex:
        """All versions, as the day of the corpus sees them."""
        if self._records.index is not None:
            return CorpusIndex(records=self._records.index, at=self._day)
        return CorpusIndex(self._records.indexed, at=self._day)

    @cached_property
    def _kept(self) -> list[int]:
        """The places of the articles of the day in the whole corpus."""
        return [at for at, indexed in enumerate(self._records.indexed) if self._index.is_current(indexed)]

    def _held(self, article_id: str) -> int | None:
        """The place of an article in the whole corpus; ``None`` where this one does not have it."""
        place = self._records.place(article_id)
        if place is None or self._day is None or self._index.is_current(self._records.indexed[place]):
            return place
        return None

    @cached_property
    def _offsets(self) -> SourceOffsets:
        return pipeline.SourceOffsets()

    def _place(self, article_id: str) -> int:
        """The same; ``KeyError`` where this one does not have it."""
        place = self._held(article_id)
        if place is None:
            raise KeyError(article_id)
        return place

    @cached_property
    def _articles_of_day(self) -> Sequence[Article]:
        article_at = self._records.articles.__getitem__
        if isinstance(self._records.articles, tuple):
            return tuple(map(article_at, self._kept))
        return OnDemand(self._kept, article_at)

    @cached_property
    def _findings_of_day(self) -> tuple[Finding, ...]:
        """The findings on articles that this corpus has, and those that are on none."""
        return tuple(
            finding
            for finding in self._records.findings
            if finding.article is None or self._held(finding.article) is not None
        )

    def _by_source_id(self, identifier: str) -> list[int]:
        """The places of the articles that have an identifier in their source."""
        places = (self._held(name) for name in self._records.named(identifier))
        return [place for place in places if place is not None]

    def _by_id(self, article_id: str) -> Article | None:
        place = self._held(article_id)
        return None if place is None else self._records.articles[place]

    def _references_of(self, article: Article, *, keep: bool = True) -> tuple[Reference, ...]:
        found = self._records.references(article, keep=keep)
        return recognised(article) if found is None else found

    def _inside(self, division: str, act: str | None) -> frozenset[int]:
        """The places of the articles of a division, which is an id, or a path or a name in ``act``."""
        typed = division_named(division)
        if "#" in division or (act is None and typed is not None and typed.act is not None):
            return frozenset(self._places_in(self._divisions(division)))
        if act is None:
            path = division if typed is None else typed.path
            raise InputError(f"the division {division!r} needs an act; give one, or an id such as code-x#{path}")
        self._named_here(act)
        return frozenset(self._places_in(self._divisions(act, division)))

    def _named_here(self, act: str) -> tuple[str, ...]:
        """The acts of the corpus that a name may mean; ``InputError`` where there is none."""
        named = tuple(each for each in self._named(act) if each is not None)
        if named:
            return named
        names = {each.replace("-", " "): each for each in self.acts}
        near = [names[each] for each in get_close_matches(plain(act).lower().replace("-", " "), names, 3, _NEAR)]
        more = f" and {len(self.acts) - _SHOWN} more" if len(self.acts) > _SHOWN else ""
        others = f"it has {', '.join(self.acts[:_SHOWN]) or 'none'}{more}"
        hint = f"the nearest: {', '.join(near)}" if near else others
        raise InputError(f"there is no act {act!r} in this corpus", hint=hint)

    def _divisions(self, act: str, path: str | None = None) -> list[tuple[str, DivisionSteps]]:
        """The divisions that :meth:`division` means, each as its act and its path."""
        named, steps = act_and_path(act) if path is None else (act, path)
        typed = division_named(steps or named)
        inside: Iterable[str | None] = ()
        if typed is None or steps:
            inside = self._named(named)
        else:
            inside = self.acts if typed.act is None else self._named_here(typed.act)
        if typed is not None and typed.act is not None:
            inside = [each for each in inside if each in self._named_here(typed.act)]
        steps = steps if typed is None else typed.path
        try:
            wanted = division_steps(steps)
        except NotationError as error:
            raise KeyError(str(error)) from None
        divisions = self._index.divisions
        found = [(name, way) for name in inside if name for way in divisions.find(name, wanted)]
        found = [each for each in found if each[1] == wanted] or found
        if not found:
            raise KeyError(f"no division {path or act!r} in {f'act {named!r} of ' if path else ''}this corpus")
        if len({name for name, _ in found}) > 1 or differ([way for _, way in found]):
            raise AmbiguousReference(steps, [DivisionId.build(name, "/".join(way)) for name, way in found])
        return found

    @cached_property
    def _verifier(self) -> Verifier:
        from cpp_corpus.verification import Verifier  # noqa: PLC0415 - heavy, and a load alone does not need it

        return Verifier(self._index, self.__getitem__, self._ids_named)

    def _ids_named(self, name: str) -> Sequence[str]:
        """Ids of the articles that an id names, of this library or of a source."""
        if self._held(name) is not None:
            return (name,)
        return [self._records.indexed[place].id for place in self._by_source_id(name)]

    def _places_in(self, divisions: Iterable[tuple[str, DivisionSteps]]) -> list[int]:
        """The places of the articles in some divisions, each given by its act and path."""
        ids = (name for act, path in divisions for name in self._index.divisions.articles(act, path))
        return sorted({place for place in map(self._held, ids) if place is not None})

    def _article(self, key: Key | Article) -> Article:
        return key if isinstance(key, Article) else self[key]

    def _named(self, name: str) -> tuple[str | None, ...]:
        """The acts of the corpus that a name may mean."""
        if self._index.has_act(name):
            return (name,)
        written = acts.act_written(name) or acts.act_written("-".join(plain(name).lower().split()))
        meant = dict.fromkeys((*acts.by_name(name), *acts.by_abbreviation(name), *([written] if written else ())))
        return tuple(act for act in meant if self._index.has_act(act))


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


def division_named(text: str) -> DivisionCitation | None:
    """The division that ``text`` names in words; ``None`` where it is a path, an id or something else."""
    if _DIVISION.search(text) is None:
        return None
    from cpp_corpus.citation import read_division  # noqa: PLC0415 - heavy, and few texts are names of divisions

    return read_division(text)


_SHOWN = 5  # acts of a corpus
_NEAR = 0.8  # likeness of names
_DIVISION = re.compile(r"(?:livre|titre|chapitre|section|paragraphe|partie)s? ", re.IGNORECASE)


def _state(given: str) -> str:
    try:
        return ArticleState(given).value
    except ValueError:
        known = ", ".join(each.value for each in ArticleState)
        raise InputError(f"there is no state {given!r}; there are: {known}") from None


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

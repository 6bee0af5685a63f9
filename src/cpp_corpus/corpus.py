"""What a user holds: the records of some files, ways to find them, their references and their graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from cpp_corpus.errors import AmbiguousReference, InputError
from cpp_corpus.model.article import Article
from cpp_corpus.model.finding import Finding, Severity
from cpp_corpus.model.manifest import SourceFile
from cpp_corpus.model.number import ArticleNumber, normalize_number
from cpp_corpus.model.reference import Reference
from cpp_corpus.pipeline.pool import in_order
from cpp_corpus.pipeline.settle import settled
from cpp_corpus.pipeline.stages import FileResult, discover, process_file

if TYPE_CHECKING:
    from cpp_corpus.model.graph import ArticleGraph, Edge
    from cpp_corpus.model.resolution import Bearer, ResolvedReference
    from cpp_corpus.normalizer.resolve import CorpusIndex
    from cpp_corpus.pipeline.batch import Summary

__all__ = ["Corpus", "find_references", "load"]

Key = str | ArticleNumber | tuple[str, str | ArticleNumber]


def load(
    *paths: str | PathLike[str],
    reference: str | PathLike[str] | None = None,
    jobs: int = 1,
) -> Corpus:
    """The corpus of the files at and below ``paths``, in any mix of formats.

    A folder that :meth:`Corpus.export` or ``cpp-corpus normalize`` wrote gives back what was written, but for the way
    back to the bytes of the source. ``jobs`` processes read the files. References and graph are found when they are
    first asked for. ``InputError`` where a path does not exist or nothing could be read; what is wrong with a part of
    the input is in ``corpus.findings``.
    """
    from cpp_corpus.export.exported import is_export  # noqa: PLC0415 - together with the writers, which few need

    exports = [path for path in paths if is_export(path)]
    files = [path for path in paths if path not in exports]
    results = [result for path in exports for result in _again(path)]
    if files or not exports:
        results += in_order(process_file, discover(files), jobs)
    if not any(result.is_read for result in results):
        problems = [finding for result in results for finding in result.findings]
        first = next((each for each in problems if each.severity == Severity.ERROR), "no reason is known")
        raise InputError(f"nothing could be read; the first problem: {first}")
    articles, findings = settled(results)
    if reference is not None:
        findings.append(_no_reference_yet(fspath(reference), articles))
    return Corpus(
        articles,
        leftovers=(line for result in results for line in result.leftovers),
        findings=findings,
        sources=(result.source for result in results if result.source is not None),
    )


def find_references(
    text: str, *, act: str | None = None, article: str | ArticleNumber | None = None
) -> list[Reference]:
    """The references of any French text, in order; spans index ``text`` as it is passed.

    ``act`` and ``article`` say which article speaks, where one does: ``find_references(text, act="code-penal",
    article="421-1")``.
    """
    from cpp_corpus.normalizer import recognize  # noqa: PLC0415 - heavy, and a load alone does not need it

    return recognize.find_references(text, act=act, article=article)


class Corpus:
    """Article records with their references and their graph.

    ``corpus["706-73"]`` and ``corpus["code-penal", "421-1"]`` give an article, ``corpus.find("art. 706-16 CPP")``
    all that a citation may mean.
    """

    def __init__(
        self,
        articles: Iterable[Article] = (),
        *,
        leftovers: Iterable[str] = (),
        findings: Iterable[Finding] = (),
        sources: Iterable[SourceFile] = (),
    ) -> None:
        self.articles: tuple[Article, ...] = tuple(articles)
        """The records, in the order of the source."""
        self.leftovers: tuple[str, ...] = tuple(leftovers)
        """Lines of the input that belong to no article: title, version line, footer."""
        self.findings: tuple[Finding, ...] = tuple(findings)
        """What is wrong with the input, or worth knowing of it."""
        self.sources: tuple[SourceFile, ...] = tuple(sources)
        """The files that were read."""

    @property
    def acts(self) -> tuple[str, ...]:
        """Ids of the acts, in the order of the source."""
        return self._index.acts

    @cached_property
    def graph(self) -> ArticleGraph:
        """The typed graph of the references; built when first asked for."""
        from cpp_corpus.graph import GraphBuilder  # noqa: PLC0415 - a load alone does not need it
        from cpp_corpus.model.graph import ArticleGraph  # noqa: PLC0415

        builder = GraphBuilder(self._bearers)
        edges = [edge for article in self.articles for edge in builder.edges(self.resolved(article))]
        return ArticleGraph(builder.nodes(), edges)

    @property
    def references(self) -> Iterator[ResolvedReference]:
        """The references of all articles, with what they point to here."""
        return (reference for article in self.articles for reference in self.resolved(article))

    def resolved(self, article: Article) -> list[ResolvedReference]:
        """The references of one article, with what they point to here."""
        from cpp_corpus.pipeline.resolved import resolved_references  # noqa: PLC0415 - a load alone does not need it

        return resolved_references(self._index, self._bearers[self._places[article.id]], article)

    def cites(self, key: Key | Article) -> tuple[Edge, ...]:
        """What an article speaks of, as edges of the graph; ``key`` as in ``corpus[key]``, or a record."""
        return self.graph.out(self._article(key).id)

    def cited_by(self, key: Key | Article) -> tuple[Edge, ...]:
        """What speaks of an article, as edges of the graph; ``key`` as in ``corpus[key]``, or a record."""
        return self.graph.into(self._article(key).id)

    def find(self, citation: str) -> list[Article]:
        """The articles that a citation means: ``art. 706-16 CPP``, ``L. 811-2 CSI``, ``628-2``.

        Where the citation names no act, those of all acts; an empty list where there is nothing.
        """
        from cpp_corpus.normalizer import recognize  # noqa: PLC0415 - heavy, and a load alone does not need it

        found: dict[str, Article] = {}
        for reference in recognize.find_citation(citation):
            for number in filter(None, (reference.article, reference.to)):
                acts = self._index.acts_with(number) if reference.act is None else (reference.act,)
                for bearer in (bearer for act in acts for bearer in self._index.bearers(act, number)):
                    found[bearer.id] = self._by_id(bearer.id)
        return list(found.values())

    def audit(self, checks: Iterable[str] | None = None) -> list[Finding]:
        """What is wrong in the law as published: dangling references, links that contradict their words, and more.

        ``checks`` are names of :data:`cpp_corpus.audit.CHECKS`, by default all; ``InputError`` for one that is none.
        """
        from cpp_corpus.audit import audit  # noqa: PLC0415 - a load alone does not need it

        return list(audit(self, checks))

    def export(self, out: str | PathLike[str], formats: Sequence[str] = ("json",)) -> Summary:
        """Write the corpus to the folder ``out``; the same bytes as ``cpp-corpus normalize`` gives for its files.

        ``OutputError`` where it cannot be written; nothing half-written is left.
        """
        from cpp_corpus.pipeline.batch import export  # noqa: PLC0415 - a load alone does not need it

        return export(self.sources, self.articles, self.findings, Path(out), formats)

    def __getitem__(self, key: Key) -> Article:
        """The article of a number in any printed form, of ``(act, number)``, or of an id.

        The act is an id, a title or an abbreviation. Where an article has versions, the one that is law.
        ``KeyError`` where there is none, ``AmbiguousReference`` where there are several.
        """
        if isinstance(key, str) and key in self._places:
            return self._by_id(key)
        if isinstance(key, tuple):
            named, number = key
            acts: tuple[str | None, ...] = self._named(named)
        else:
            named, number = "", key
            acts = self._index.acts_with(_normal(number))
        found = [bearer for act in acts for bearer in self._index.best(act, _normal(number))]
        if not found:
            _missing(named, str(number), self)
        if len(found) > 1:
            raise AmbiguousReference(str(number), [bearer.id for bearer in found])
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

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)

    def __repr__(self) -> str:
        shown = ", ".join(self.acts[:3]) + (f" and {len(self.acts) - 3} more" if len(self.acts) > 3 else "")
        return (
            f"<Corpus: {len(self)} articles of {shown or 'no known act'}, "
            f"{len(self.sources)} files, {len(self.findings)} findings>"
        )

    @cached_property
    def _bearers(self) -> list[Bearer]:
        from cpp_corpus.normalizer.resolve import bearer_of  # noqa: PLC0415

        return [bearer_of(article) for article in self.articles]

    @cached_property
    def _index(self) -> CorpusIndex:
        from cpp_corpus.normalizer.resolve import CorpusIndex  # noqa: PLC0415

        return CorpusIndex(self._bearers)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {article.id: at for at, article in enumerate(self.articles)}

    def _by_id(self, article_id: str) -> Article:
        return self.articles[self._places[article_id]]

    def _article(self, key: Key | Article) -> Article:
        return key if isinstance(key, Article) else self[key]

    def _named(self, name: str) -> tuple[str, ...]:
        """The acts of the corpus that a name stands for."""
        if self._index.has_act(name):
            return (name,)
        from cpp_corpus.lang import acts  # noqa: PLC0415 - reads its data when imported

        meant = dict.fromkeys((*acts.by_name(name), *acts.by_abbreviation(name)))
        return tuple(act for act in meant if self._index.has_act(act))


def _again(path: str | PathLike[str]) -> list[FileResult]:
    """What an export holds, as if its files had been read."""
    from cpp_corpus.export.exported import read_export  # noqa: PLC0415

    exported = read_export(path)
    sources = [FileResult(source, (), source.leftovers, ()) for source in exported.sources]
    return [*sources, FileResult(None, exported.articles, (), exported.findings)]


def _normal(number: str | ArticleNumber) -> str:
    return number.normalized if isinstance(number, ArticleNumber) else normalize_number(number)


def _missing(act: str, number: str, corpus: Corpus) -> NoReturn:
    where = f"act {act!r} of this corpus" if act else "this corpus"
    raise KeyError(f"no article {number!r} in {where}; its acts: {', '.join(corpus.acts) or 'none'}")


def _no_reference_yet(path: str, articles: Sequence[Article]) -> Finding:
    anonymous = sum(article.number is None for article in articles)
    return Finding(
        code="reference-not-used",
        severity=Severity.INFO,
        message=f"numbering articles by a reference is not there yet: {anonymous} articles stay without number",
        path=path,
    )

"""Ids that are unique in the whole corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cpp_corpus.model.article import Article
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.manifest import SourceFile
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.normalizer.resolve import indexed_article, unique_ids
from cpp_corpus.pipeline.stages import FileResult

__all__ = ["WithoutRepeats", "places", "renamed", "with_unique_ids"]


def with_unique_ids(results: Iterable[FileResult]) -> tuple[list[Article], list[Finding]]:
    """The articles of all files with their final ids, and all findings, with the same ids."""
    articles: list[Article] = []
    findings: list[tuple[int | None, Finding]] = []
    unrepeated = WithoutRepeats()
    for result in results:
        at = places(len(articles), [article.id for article in result.articles])
        findings += [(at.get(finding.article), finding) for finding in unrepeated(result.findings, result.source)]
        articles += result.articles
    all_indexed = [indexed_article(article) for article in articles]
    ids = unique_ids(all_indexed)
    made = [
        article if article.id == name else article.model_copy(update={"id": name})
        for article, name in zip(articles, ids, strict=True)
    ]
    renumbered = [
        finding if at is None or finding.article == ids[at] else finding.model_copy(update={"article": ids[at]})
        for at, finding in findings
    ]
    return made, renumbered + renamed(all_indexed, ids)


class WithoutRepeats:
    """Drops repeated findings on files that are not texts of the corpus: one number source serves many texts."""

    def __init__(self) -> None:
        self._said: set[tuple[str, str | None, str]] = set()

    def __call__(self, findings: Iterable[Finding], source: SourceFile | None) -> Iterator[Finding]:
        """The findings on one file, without repeated ones."""
        for finding in findings:
            key = finding.code, finding.path, finding.message
            if source is not None and finding.path not in {None, source.path}:
                if key in self._said:
                    continue
                self._said.add(key)
            yield finding


def places(first: int, ids: Sequence[str]) -> dict[str | None, int]:
    """The positions of the articles of a file in the corpus, by their ids in the file; repeated ids are left out."""
    times = Counter(ids)
    return {name: first + at for at, name in enumerate(ids) if times[name] == 1}


def renamed(all_indexed: Sequence[IndexedArticle], ids: Sequence[str]) -> list[Finding]:
    """A finding for each article with the heading, or the version, of an earlier article."""
    return [
        _repeated(indexed, name) if name.startswith(f"{indexed.id}@") else _second(indexed, name)
        for indexed, name in zip(all_indexed, ids, strict=True)
        if indexed.number is not None and indexed.id != name and (not name.startswith(f"{indexed.id}@") or "~" in name)
    ]


def _second(indexed: IndexedArticle, name: str) -> Finding:
    return Finding.build(
        FindingCode.DUPLICATE_HEADING,
        f"The act has an earlier article {indexed.number}, so this one has the id {name}; check its heading.",
        path=indexed.file,
        article=name,
    )


def _repeated(indexed: IndexedArticle, name: str) -> Finding:
    return Finding.build(
        FindingCode.REPEATED_VERSION,
        f"An earlier source has this version of article {indexed.number} too, so this one has the id {name}.",
        path=indexed.file,
        article=name,
    )

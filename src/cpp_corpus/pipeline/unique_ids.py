"""Each version once in the whole corpus, with a unique id."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cpp_corpus.model.article import Article
from cpp_corpus.model.compact import Some, values_of
from cpp_corpus.model.document import Listed
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.manifest import SourceFile
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.normalizer.resolve import indexed_article, other_ids
from cpp_corpus.pipeline.listed import missing_articles
from cpp_corpus.pipeline.same_day import acts_apart, findings_apart, id_in
from cpp_corpus.pipeline.same_version import VersionKeys, differing, same_versions, version_key
from cpp_corpus.pipeline.stages import FileResult

__all__ = ["Numbered", "Unique", "WithoutRepeats", "places", "with_unique_ids"]


class Unique(NamedTuple):
    """The records of all files, each version once."""

    articles: list[Article]
    """With their final ids, in the order of the corpus."""
    kept: Sequence[int]
    """For each, its position among all articles of the files."""
    findings: list[Finding]
    """All findings, with the same ids."""


def with_unique_ids(results: Sequence[FileResult]) -> Unique:
    """The articles of all files, each version once, with their final ids."""
    articles: list[Article] = []
    findings: list[tuple[int | None, Finding]] = []
    unrepeated = WithoutRepeats()
    for result in results:
        at = places(len(articles), [article.id for article in result.articles])
        findings += [(at.get(finding.article), finding) for finding in unrepeated(result.findings, result.source)]
        articles += result.articles
    all_indexed = list(map(indexed_article, articles))
    told = [] if any(result.written for result in results) else _tell_apart(articles, all_indexed)
    keys = VersionKeys()
    for article in articles:
        keys.add(*version_key(article))
    numbered = Numbered(all_indexed, keys)
    made = []
    for place in numbered.kept:
        article, name = articles[place], numbered.id(place)
        if same := numbered.others.get(place):
            sources = (source for other in same for source in (articles[other].source, *articles[other].other_sources))
            article = article.model_copy(update={"other_sources": (*article.other_sources, *sources)})
        made.append(article if article.id == name else article.model_copy(update={"id": name}))
    renumbered = [
        finding if at is None or finding.article == (name := numbered.id(at)) else _of_article(finding, name)
        for at, finding in findings
    ]
    missing = missing_articles(_lists_of(results), keys.idents)
    return Unique(made, numbered.kept, [*renumbered, *told, *numbered.findings, *missing])


def _tell_apart(articles: list[Article], all_indexed: list[IndexedArticle]) -> list[Finding]:
    """Give each of several acts of one nature and day its own id, and say so."""
    apart = acts_apart(all_indexed, lambda places: [(at, articles[at].ids) for at in places])
    findings = findings_apart(all_indexed, apart)
    for at, act in apart.items():
        name = id_in(act, all_indexed[at])
        articles[at] = articles[at].model_copy(update={"act": act, "id": name})
        all_indexed[at] = all_indexed[at]._replace(act=act, id=name)
    return findings


def _lists_of(results: Iterable[FileResult]) -> Iterator[tuple[str, Listed]]:
    """The lists of articles in files, with their paths."""
    for result in results:
        if result.source is not None:
            yield from ((result.source.path, listed) for listed in result.listed)


class Numbered:
    """The records of a corpus, each version once, with their final ids.

    >>> Numbered([], VersionKeys()).kept
    range(0, 0)
    """

    def __init__(self, all_indexed: Sequence[IndexedArticle], keys: VersionKeys) -> None:
        """``all_indexed``: all records in the order of the corpus, with the ids that they have in their files.

        ``keys`` has what their versions are compared by.
        """
        same = same_versions(all_indexed, keys)
        self._id_at = values_of(all_indexed, "id")
        self.into = same.into
        """For a record that another one stands for: the position of that one."""
        self.kept: Sequence[int] = same.kept(len(all_indexed)) if same.into else range(len(all_indexed))
        """Positions of the records that stay."""
        self.others = same.others()
        """For a record that stands for others: their positions."""
        stay = Some(all_indexed, array("I", self.kept)) if same.into else all_indexed
        names = other_ids(stay)
        self.changed = {self.kept[at]: name for at, name in names.items()}
        """The final ids that are not those which the records have in their files, by position."""
        differ = list(differing(all_indexed, self.id, same))
        reported = {finding.article for finding in differ}
        self.findings = [each for each in renamed(stay, names) if each.article not in reported] + differ
        """The findings on records with the heading or version of another one."""

    def id(self, at: int) -> str:
        """The id of the record of a position, or of the one that stands for it."""
        at = self.into.get(at, at)
        return self.changed.get(at) or self._id_at(at)


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


def renamed(all_indexed: Sequence[IndexedArticle], names: Mapping[int, str]) -> list[Finding]:
    """A finding for each article with the heading, or the version, of an earlier article.

    ``names`` has the final ids that are not those of the articles, by place.
    """
    others = [(all_indexed[at], names[at]) for at in sorted(names)]
    return [
        _repeated(indexed, name) if name.startswith(f"{indexed.id}@") else _second(indexed, name)
        for indexed, name in others
        if indexed.number is not None and (not name.startswith(f"{indexed.id}@") or "~" in name)
    ]


def _of_article(finding: Finding, name: str) -> Finding:
    return finding.model_copy(update={"article": name})


def _second(indexed: IndexedArticle, name: str) -> Finding:
    other = _OTHER_ACT if indexed.act and _DATED.fullmatch(indexed.act) else "check its heading."
    return Finding.build(
        FindingCode.DUPLICATE_HEADING,
        f"The act has an earlier article {indexed.number}, so this one has the id {name}; {other}",
        path=indexed.file,
        article=name,
    )


_DATED = re.compile(r"[a-z-]+:\d{4}-\d\d-\d\d")
_OTHER_ACT = (
    "it may be of another act of that nature and day, since an act without a number is named by these: then read that "
    "act alone."
)


def _repeated(indexed: IndexedArticle, name: str) -> Finding:
    return Finding.build(
        FindingCode.REPEATED_VERSION,
        f"An earlier source has this version of article {indexed.number} too, so this one has the id {name}.",
        path=indexed.file,
        article=name,
    )

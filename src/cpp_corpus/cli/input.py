"""What a command reads: the corpus, and its findings on standard error, summarised by code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cpp_corpus.cli.output import say
from cpp_corpus.corpus import Corpus, load
from cpp_corpus.limits import Limits
from cpp_corpus.model.counting import counted
from cpp_corpus.model.finding import Finding, Severity
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.pipeline import read_records
from cpp_corpus.store.database import is_store
from cpp_corpus.store.records import StoredRecords

__all__ = ["described", "indexed", "loaded", "report", "report_all"]


def loaded(
    paths: Sequence[Path],
    numbers_from: Path | None,
    jobs: int,
    act: str | None = None,
    limits: Limits | None = None,
) -> Corpus:
    """The corpus of ``paths``; its errors go to stderr, since an unread file would otherwise just seem absent.

    Those of an export were reported when it was made: only their number is.
    """
    corpus = load(*paths, numbers_from=numbers_from, act=act, jobs=jobs, limits=limits)
    if not all(is_store(path) or (path / _MANIFEST).is_file() for path in paths):
        report_all(corpus.errors)
    elif corpus.errors:
        lists = [str(path / "findings.jsonl") for path in paths if (path / "findings.jsonl").is_file()]
        where = f": {', '.join(lists)}" if lists else ""
        say(f"cpp-corpus: the texts of the export had {counted(len(corpus.errors), 'error')}{where}", err=True)
    return corpus


def indexed(paths: Sequence[Path], jobs: int, act: str | None = None) -> Sequence[IndexedArticle]:
    """The index entries of the articles of ``paths``, which a store has at hand; errors go to stderr, as for others."""
    if len(paths) == 1 and is_store(paths[0]):
        return list(StoredRecords(paths[0]).index.all())
    records = read_records(paths, act=act, jobs=jobs)
    report_all(records.errors)
    return records.indexed


def described(corpus: Corpus) -> str:
    """A corpus in a few words."""
    acts = ", ".join(corpus.acts[:3]) + (f" and {len(corpus.acts) - 3} more" if len(corpus.acts) > 3 else "")
    return f"the {counted(len(corpus))} of {acts or 'no known act'}"


_EXAMPLES = 3
_MANIFEST = "corpus.json"  # the package of the exporters takes long to import


def report_all(findings: Iterable[Finding]) -> None:
    """Report the findings of a corpus on stderr."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    report({code: len(found) for code, found in by_code.items()}, by_code)


def report(counts: Mapping[str, int], examples: Mapping[str, Sequence[Finding]]) -> None:
    """Report how many findings there are of each code, errors first, with the first examples of each."""
    ranks = list(Severity)
    for code in sorted(counts, key=lambda code: (ranks.index(examples[code][0].severity), -counts[code], code)):
        shown = examples[code][:_EXAMPLES]
        for finding in shown:
            say(_shortened(str(finding)), err=True)
        if counts[code] > len(shown):
            say(f"… and {counts[code] - len(shown)} more [{code}]", err=True)


# ---------------------------------------------------------------------------------------------------------------------

_LONGEST = 480  # characters: a finding may list some hundred numbers


def _shortened(line: str) -> str:
    """A finding without the middle of a long list: it begins with what is wrong and ends with what to do."""
    if len(line) <= _LONGEST:
        return line
    start, end = line[: _LONGEST * 5 // 8], line[-_LONGEST * 3 // 8 :]
    return f"{start.rpartition(' ')[0] or start} […] {end.partition(' ')[2] or end}"

"""French legal text into clean article records and a typed graph of their references.

>>> import cpp_corpus
>>> [r.article for r in cpp_corpus.find_references("les articles 63 et 77", act="code-de-procedure-penale")]
['63', '77']

From bytes to files: ``ingest`` reads a file of any format into a ``Document``,
``tokenizer`` cuts it into ``Article`` records, ``normalizer`` finds and resolves their references, ``graph`` builds the
``ArticleGraph``, ``export`` writes files. ``pipeline`` runs these stages in order, ``corpus`` is the class that users
work with, ``cli`` has the commands; ``model`` has the records that all of them share, ``lang`` the rules and tables of
legal French.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpp_corpus.lazy import lazily

if TYPE_CHECKING:
    from cpp_corpus.annotation.evaluate import Compared, Evaluation, Score, evaluate
    from cpp_corpus.annotation.find import find_references_in
    from cpp_corpus.annotation.formats import annotate, read_annotations, write_annotations
    from cpp_corpus.annotation.links import legifrance, links_in
    from cpp_corpus.annotation.text import AnnotatedText, CitingText
    from cpp_corpus.comparison import diff
    from cpp_corpus.corpus import Corpus, load, open  # noqa: A004 - as gzip and tarfile have it
    from cpp_corpus.errors import (
        AmbiguousReference,
        ArgumentError,
        CitationError,
        CorpusError,
        EngineError,
        ExtensionError,
        InputError,
        MissingExtraError,
        NotationError,
        NumberError,
        OutputError,
        TextError,
    )
    from cpp_corpus.graph.article_graph import ArticleGraph, Degree
    from cpp_corpus.lang.act_titles import act_title
    from cpp_corpus.lang.identifiers import Identifiers, identifiers
    from cpp_corpus.limits import Limits
    from cpp_corpus.model.article import (
        Article,
        ArticleState,
        Cell,
        Division,
        Evidence,
        IdentifiedBy,
        Link,
        Note,
        Paragraph,
        Source,
        Table,
    )
    from cpp_corpus.model.article_id import ArticleId
    from cpp_corpus.model.diff import (
        AlineaDiff,
        ArticleDiff,
        ArticleSide,
        ChangeKind,
        CorpusDiff,
        CorpusSide,
        DivisionDiff,
        MatchedBy,
        Operation,
        ReferenceDiff,
        WordDiff,
    )
    from cpp_corpus.model.division import DivisionId, DivisionPath, DivisionStep, DivisionWay, RelativeStep
    from cpp_corpus.model.finding import Finding, FindingCode, FindingOrigin, Severity
    from cpp_corpus.model.found import FoundPart
    from cpp_corpus.model.graph import Edge, Mention, Node, NodeKind
    from cpp_corpus.model.impact import Impact, ImpactVia
    from cpp_corpus.model.locator import Locator, LocatorStep, LocatorUnit
    from cpp_corpus.model.manifest import Manifest, SourceFile, Unread
    from cpp_corpus.model.number import ArticleNumber
    from cpp_corpus.model.offsets import OffsetMap
    from cpp_corpus.model.reason import Reason
    from cpp_corpus.model.reference import AmendmentOperation, Basis, Reference, ReferenceKind, Relation, Via
    from cpp_corpus.model.resolution import ReferenceState, ResolvedReference
    from cpp_corpus.model.span import Span
    from cpp_corpus.model.validity import Validity
    from cpp_corpus.model.verified import CitationDepth, CitationStatus, Verified
    from cpp_corpus.normalizer.recognize import find_references
    from cpp_corpus.pipeline.batch import Summary
    from cpp_corpus.pipeline.dask import Dask
    from cpp_corpus.pipeline.engine import Engine, Processes, Serial
    from cpp_corpus.search import Hit
    from cpp_corpus.site import SiteSummary, write_site

__all__ = [
    "AlineaDiff",
    "AmbiguousReference",
    "AmendmentOperation",
    "AnnotatedText",
    "ArgumentError",
    "Article",
    "ArticleDiff",
    "ArticleGraph",
    "ArticleId",
    "ArticleNumber",
    "ArticleSide",
    "ArticleState",
    "Basis",
    "Cell",
    "ChangeKind",
    "CitationDepth",
    "CitationError",
    "CitationStatus",
    "CitingText",
    "Compared",
    "Corpus",
    "CorpusDiff",
    "CorpusError",
    "CorpusSide",
    "Dask",
    "Degree",
    "Division",
    "DivisionDiff",
    "DivisionId",
    "DivisionPath",
    "DivisionStep",
    "DivisionWay",
    "Edge",
    "Engine",
    "EngineError",
    "Evaluation",
    "Evidence",
    "ExtensionError",
    "Finding",
    "FindingCode",
    "FindingOrigin",
    "FoundPart",
    "Hit",
    "IdentifiedBy",
    "Identifiers",
    "Impact",
    "ImpactVia",
    "InputError",
    "Limits",
    "Link",
    "Locator",
    "LocatorStep",
    "LocatorUnit",
    "Manifest",
    "MatchedBy",
    "Mention",
    "MissingExtraError",
    "Node",
    "NodeKind",
    "NotationError",
    "Note",
    "NumberError",
    "OffsetMap",
    "Operation",
    "OutputError",
    "Paragraph",
    "Processes",
    "Reason",
    "Reference",
    "ReferenceDiff",
    "ReferenceKind",
    "ReferenceState",
    "Relation",
    "RelativeStep",
    "ResolvedReference",
    "Score",
    "Serial",
    "Severity",
    "SiteSummary",
    "Source",
    "SourceFile",
    "Span",
    "Summary",
    "Table",
    "TextError",
    "Unread",
    "Validity",
    "Verified",
    "Via",
    "WordDiff",
    "act_title",
    "annotate",
    "diff",
    "evaluate",
    "find_references",
    "find_references_in",
    "identifiers",
    "legifrance",
    "links_in",
    "load",
    "open",
    "read_annotations",
    "write_annotations",
    "write_site",
]

_HOMES = {
    "cpp_corpus.annotation.evaluate": "Compared Evaluation Score evaluate",
    "cpp_corpus.annotation.find": "find_references_in",
    "cpp_corpus.annotation.formats": "annotate read_annotations write_annotations",
    "cpp_corpus.annotation.links": "legifrance links_in",
    "cpp_corpus.annotation.text": "AnnotatedText CitingText",
    "cpp_corpus.comparison": "diff",
    "cpp_corpus.corpus": "Corpus load open",
    "cpp_corpus.errors": (
        "AmbiguousReference ArgumentError CitationError CorpusError EngineError ExtensionError InputError "
        "MissingExtraError NotationError NumberError OutputError TextError"
    ),
    "cpp_corpus.graph.article_graph": "ArticleGraph Degree",
    "cpp_corpus.limits": "Limits",
    "cpp_corpus.lang.act_titles": "act_title",
    "cpp_corpus.lang.identifiers": "Identifiers identifiers",
    "cpp_corpus.model.article": (
        "Article ArticleState Cell Division Evidence IdentifiedBy Link Note Paragraph Source Table"
    ),
    "cpp_corpus.model.article_id": "ArticleId",
    "cpp_corpus.model.diff": (
        "AlineaDiff ArticleDiff ArticleSide ChangeKind CorpusDiff CorpusSide DivisionDiff MatchedBy Operation "
        "ReferenceDiff WordDiff"
    ),
    "cpp_corpus.model.division": "DivisionId DivisionPath DivisionStep DivisionWay RelativeStep",
    "cpp_corpus.model.finding": "Finding FindingCode FindingOrigin Severity",
    "cpp_corpus.model.found": "FoundPart",
    "cpp_corpus.model.graph": "Edge Mention Node NodeKind",
    "cpp_corpus.model.impact": "Impact ImpactVia",
    "cpp_corpus.model.locator": "Locator LocatorStep LocatorUnit",
    "cpp_corpus.model.manifest": "Manifest SourceFile Unread",
    "cpp_corpus.model.number": "ArticleNumber",
    "cpp_corpus.model.offsets": "OffsetMap",
    "cpp_corpus.model.reason": "Reason",
    "cpp_corpus.model.reference": "AmendmentOperation Basis Reference ReferenceKind Relation Via",
    "cpp_corpus.model.resolution": "ReferenceState ResolvedReference",
    "cpp_corpus.model.span": "Span",
    "cpp_corpus.model.validity": "Validity",
    "cpp_corpus.model.verified": "CitationDepth CitationStatus Verified",
    "cpp_corpus.normalizer.recognize": "find_references",
    "cpp_corpus.pipeline.batch": "Summary",
    "cpp_corpus.pipeline.dask": "Dask",
    "cpp_corpus.pipeline.engine": "Engine Processes Serial",
    "cpp_corpus.search": "Hit",
    "cpp_corpus.site": "SiteSummary write_site",
}

if TYPE_CHECKING:
    __version__: str
else:
    _public = lazily(__name__, globals(), _HOMES)

    def __getattr__(name: str) -> object:
        """A public name, imported when first asked for: the command line starts without the whole library."""
        if name != "__version__":
            return _public(name)
        from importlib.metadata import version  # noqa: PLC0415

        return globals().setdefault(name, version("cpp-corpus"))


def __dir__() -> list[str]:
    return __all__

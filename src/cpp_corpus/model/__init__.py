"""What the library speaks of. Everything here is a frozen value; nothing here reads or writes a file.

==============  ====================================================================================
module          its values
==============  ====================================================================================
``span``        ``Span``: a range of positions
``offsets``     ``OffsetMap``: from canonical text back to the bytes of its source
``number``      ``ArticleNumber``: how articles are numbered, compared and ordered
``article_id``  ``ArticleId``: what names an article in a corpus
``locator``     ``Locator``: where inside an article
``division``    ``DivisionPath``, ``DivisionId``: a livre, titre or section of an act
``notation``    ``Notation``: a text that is a value; what those three are
``document``    ``Document`` and its ``Block`` s: what ingest gives the tokenizer, and ``Tokenized``
``article``     ``Article`` and its parts: ``Division``, ``Paragraph``, ``Table``, ``Note``, ``Link``
``reference``   ``Reference``: what a passage says of another, as its words have it
``reason``      ``Reason``: why something of a reference is not known
``resolution``  ``ResolvedReference``: the same, held against the articles that exist
``fingerprint`` ``Fingerprint``: what a text says, as hashes
``atlas``       ``Atlas``: the versions of the articles of an act, as fingerprints
``graph``       ``Node``, ``Edge`` and its ``Mention`` s: what the article graph is made of
``diff``        ``CorpusDiff`` and its parts: what changed between two states of the law
``parts``       where a locator leads among the alinéas of an article
``finding``     ``Finding``: a problem of the input, as a value; the table of its codes, ``FindingCode``
``manifest``    ``Manifest``: what a set of exported files is made from
``counting``    ``counted``: a number of things, in words
``validity``    ``Validity``: whether something is law on a day
``base``        ``Record``: what the records of the public interface have in common
==============  ====================================================================================
"""

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
from cpp_corpus.model.atlas import ActAtlas, Atlas, AtlasHeader, Version
from cpp_corpus.model.base import Record, in_bulk
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
from cpp_corpus.model.document import Block, CellSpan, Document, LinkSpan, Role, Tokenized
from cpp_corpus.model.finding import Finding, FindingCode, FindingOrigin, Severity
from cpp_corpus.model.fingerprint import Fingerprint, fingerprint_of, similarity
from cpp_corpus.model.graph import Edge, GraphFile, Mention, Node, NodeKind, edge_json, graph_json, node_json
from cpp_corpus.model.locator import Locator, LocatorStep, LocatorUnit
from cpp_corpus.model.manifest import SCHEMA_VERSION, Generator, Manifest, SourceFile
from cpp_corpus.model.number import ArticleNumber, NumberKind, normalize_number
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Reference, ReferenceKind, Relation, Via
from cpp_corpus.model.resolution import IndexedArticle, ReferenceState, Resolution, ResolvedReference
from cpp_corpus.model.span import Span
from cpp_corpus.model.validity import Validity

__all__ = [
    "SCHEMA_VERSION",
    "ActAtlas",
    "AlineaDiff",
    "Article",
    "ArticleDiff",
    "ArticleId",
    "ArticleNumber",
    "ArticleSide",
    "ArticleState",
    "Atlas",
    "AtlasHeader",
    "Basis",
    "Block",
    "Cell",
    "CellSpan",
    "ChangeKind",
    "CorpusDiff",
    "CorpusSide",
    "Division",
    "DivisionDiff",
    "DivisionId",
    "DivisionPath",
    "DivisionStep",
    "DivisionWay",
    "Document",
    "Edge",
    "Evidence",
    "Finding",
    "FindingCode",
    "FindingOrigin",
    "Fingerprint",
    "Generator",
    "GraphFile",
    "IdentifiedBy",
    "IndexedArticle",
    "Link",
    "LinkSpan",
    "Locator",
    "LocatorStep",
    "LocatorUnit",
    "Manifest",
    "MatchedBy",
    "Mention",
    "Node",
    "NodeKind",
    "Note",
    "NumberKind",
    "OffsetMap",
    "Operation",
    "Paragraph",
    "Reason",
    "Record",
    "Reference",
    "ReferenceDiff",
    "ReferenceKind",
    "ReferenceState",
    "Relation",
    "RelativeStep",
    "Resolution",
    "ResolvedReference",
    "Role",
    "Severity",
    "Source",
    "SourceFile",
    "Span",
    "Table",
    "Tokenized",
    "Validity",
    "Version",
    "Via",
    "WordDiff",
    "edge_json",
    "fingerprint_of",
    "graph_json",
    "in_bulk",
    "node_json",
    "normalize_number",
    "similarity",
]

"""The open tables to which a program or another package can add, and the classes and functions for their entries.

==================  ===============================================  ============================
table               holds                                            entry points
==================  ===============================================  ============================
``ADAPTERS``        input formats: ``Adapter``                       ``cpp_corpus.formats``
``SOURCES``         places that texts come from: ``Source``          ``cpp_corpus.sources``
``RULES``           forms of reference: ``Rule``                     ``cpp_corpus.rules``
``DESIGNATIONS``    ways to name an act: ``Form``                    ``cpp_corpus.designations``
``STEPS``           steps of the resolution: ``Step``                ``cpp_corpus.steps``
``CHECKS``          checks of an audit: ``Check``                    ``cpp_corpus.checks``
``EXPORTERS``       output formats: ``Exporter``                     ``cpp_corpus.exporters``
``ANNOTATIONS``     formats of texts: ``AnnotationFormat``           ``cpp_corpus.annotations``
``ATLASES``         folders of atlases: ``AtlasFolder``              ``cpp_corpus.atlases``
``QUESTIONS``       questions to the servers: ``ServerQuestion``     ``cpp_corpus.questions``
==================  ===============================================  ============================

Each name is imported when it is first used. ``docs/extending.md`` has an example of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpp_corpus.lazy import lazily

if TYPE_CHECKING:
    from cpp_corpus.annotation.format import AnnotationFormat
    from cpp_corpus.annotation.formats import ANNOTATIONS
    from cpp_corpus.audit import CHECKS, Check, Law, Subject
    from cpp_corpus.export import EXPORTERS, ExportedArticle, Exporter, RecordLine, Sink
    from cpp_corpus.ingest import ADAPTERS, SOURCES, Adapter, DataEntry, Entry, FileEntry, PassedOver, RawFile
    from cpp_corpus.ingest.adapter import RefusedError
    from cpp_corpus.ingest.fragment import RecordPlace, fragment_line, read_fragment, whole_file
    from cpp_corpus.ingest.lines import SourceMap, line_block
    from cpp_corpus.ingest.naming import number_printed, source_act, titled_division
    from cpp_corpus.ingest.sources import Source
    from cpp_corpus.model.document import Block, CellSpan, Document, Draft, Facts, LinkSpan, Role
    from cpp_corpus.model.resolution import IndexedArticle, Resolution
    from cpp_corpus.model.states import SourceValidity, read_validity
    from cpp_corpus.normalizer.recognize.examples import misread
    from cpp_corpus.normalizer.recognize.grammar import RULES
    from cpp_corpus.normalizer.recognize.grammar.designations import DESIGNATIONS
    from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase
    from cpp_corpus.normalizer.recognize.rule import Example, Form, Rule
    from cpp_corpus.normalizer.resolve import Citations, CorpusIndex
    from cpp_corpus.normalizer.resolve.question import Answer, Places, Question, Step
    from cpp_corpus.normalizer.resolve.steps import STEPS
    from cpp_corpus.pipeline.atlas.supply import ATLASES, AtlasFolder
    from cpp_corpus.servers.problems import NotThereError
    from cpp_corpus.servers.questions import QUESTIONS, ServerQuestion
    from cpp_corpus.table import Placed, Table

__all__ = [
    "ADAPTERS",
    "ANNOTATIONS",
    "ATLASES",
    "CHECKS",
    "DESIGNATIONS",
    "EXPORTERS",
    "QUESTIONS",
    "RULES",
    "SOURCES",
    "STEPS",
    "ActName",
    "Adapter",
    "AnnotationFormat",
    "Answer",
    "AtlasFolder",
    "Block",
    "CellSpan",
    "Check",
    "Citations",
    "CorpusIndex",
    "DataEntry",
    "Document",
    "Draft",
    "Entry",
    "Example",
    "ExportedArticle",
    "Exporter",
    "Facts",
    "FileEntry",
    "Form",
    "How",
    "IndexedArticle",
    "Item",
    "Law",
    "LinkSpan",
    "NotThereError",
    "PassedOver",
    "Phrase",
    "Placed",
    "Places",
    "Question",
    "RawFile",
    "RecordLine",
    "RecordPlace",
    "RefusedError",
    "Resolution",
    "Role",
    "Rule",
    "ServerQuestion",
    "Sink",
    "Source",
    "SourceMap",
    "SourceValidity",
    "Step",
    "Subject",
    "Table",
    "fragment_line",
    "line_block",
    "misread",
    "number_printed",
    "read_fragment",
    "read_validity",
    "source_act",
    "titled_division",
    "whole_file",
]

_HOMES = {
    "cpp_corpus.annotation.format": "AnnotationFormat",
    "cpp_corpus.annotation.formats": "ANNOTATIONS",
    "cpp_corpus.audit": "CHECKS Check Law Subject",
    "cpp_corpus.export": "EXPORTERS ExportedArticle Exporter RecordLine Sink",
    "cpp_corpus.ingest": "ADAPTERS SOURCES Adapter DataEntry Entry FileEntry PassedOver RawFile",
    "cpp_corpus.ingest.adapter": "RefusedError",
    "cpp_corpus.ingest.fragment": "RecordPlace fragment_line read_fragment whole_file",
    "cpp_corpus.ingest.lines": "SourceMap line_block",
    "cpp_corpus.ingest.naming": "number_printed source_act titled_division",
    "cpp_corpus.ingest.sources": "Source",
    "cpp_corpus.model.document": "Block CellSpan Document Draft Facts LinkSpan Role",
    "cpp_corpus.model.resolution": "IndexedArticle Resolution",
    "cpp_corpus.model.states": "SourceValidity read_validity",
    "cpp_corpus.normalizer.recognize.examples": "misread",
    "cpp_corpus.normalizer.recognize.grammar": "RULES",
    "cpp_corpus.normalizer.recognize.grammar.designations": "DESIGNATIONS",
    "cpp_corpus.normalizer.recognize.phrase": "ActName How Item Phrase",
    "cpp_corpus.normalizer.recognize.rule": "Example Form Rule",
    "cpp_corpus.normalizer.resolve": "Citations CorpusIndex",
    "cpp_corpus.normalizer.resolve.question": "Answer Places Question Step",
    "cpp_corpus.normalizer.resolve.steps": "STEPS",
    "cpp_corpus.pipeline.atlas.supply": "ATLASES AtlasFolder",
    "cpp_corpus.servers.problems": "NotThereError",
    "cpp_corpus.servers.questions": "QUESTIONS ServerQuestion",
    "cpp_corpus.table": "Placed Table",
}

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, globals(), _HOMES)


def __dir__() -> list[str]:
    return __all__

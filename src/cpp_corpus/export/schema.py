"""The JSON Schemas of the output files, made from the models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cpp_corpus.model.article import Article
from cpp_corpus.model.base import Record
from cpp_corpus.model.diff import CorpusDiff
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.graph import GraphFile
from cpp_corpus.model.impact import Impact
from cpp_corpus.model.manifest import SCHEMA_VERSION, Manifest, SourceFile
from cpp_corpus.model.resolution import ResolvedReference
from cpp_corpus.model.verified import Verified

__all__ = ["SCHEMAS", "schema", "schema_json"]

SCHEMAS: Mapping[str, type[Record]] = {
    "articles": Article,
    "references": ResolvedReference,
    "graph": GraphFile,
    "findings": Finding,
    "corpus": Manifest,
    "sources": SourceFile,
    "diff": CorpusDiff,
    "verified": Verified,
    "impact": Impact,
}
"""By name, the record in a file or in a line of it.

``diff`` is what ``cpp-corpus diff --json`` prints, ``verified`` a citation of ``cpp-corpus verify --json``,
``impact`` a line of ``cpp-corpus impact --json``.
"""


def schema(name: str) -> dict[str, Any]:
    """The schema of a file of the export; of a ``.jsonl`` file, that of a line."""
    made = SCHEMAS[name].model_json_schema(mode="serialization")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"cpp-corpus, schema version {SCHEMA_VERSION}",
    }
    return head | made


def schema_json(name: str) -> str:
    """The same as text, as it is committed under ``schemas/``."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"

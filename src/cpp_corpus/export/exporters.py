"""The table of output formats, and the choice of formats by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec

from cpp_corpus.errors import MissingExtraError, OutputError, expect_all
from cpp_corpus.export.akoma_ntoso import AKOMA_NTOSO
from cpp_corpus.export.base import Exporter
from cpp_corpus.export.csv import CSV
from cpp_corpus.export.gexf import GEXF
from cpp_corpus.export.graphml import GRAPHML
from cpp_corpus.export.json import JSON
from cpp_corpus.export.jsonld import JSONLD
from cpp_corpus.export.manifest import MANIFEST, SOURCES
from cpp_corpus.export.parquet import PARQUET
from cpp_corpus.export.spacy import SPACY
from cpp_corpus.export.sqlite import SQLITE
from cpp_corpus.export.store import STORE
from cpp_corpus.export.web_annotation import WEB_ANNOTATION
from cpp_corpus.table import Table, no_instance_of

__all__ = ["EXPORTERS", "chosen_exporters"]


def _fault(entry: object) -> str | None:
    if (fault := _is_no_exporter(entry)) is not None or not isinstance(entry, Exporter):
        return fault
    wrong = [name for name in entry.files if not name or name.startswith(".") or set(name) & set("/\\\0")]
    return f"writes {wrong[0]!r}, which is no name for a file in the folder of an export" if wrong else None


_is_no_exporter = no_instance_of(Exporter)

EXPORTERS: Table[Exporter] = Table(
    "exporters",
    {
        "json": JSON,
        "store": STORE,
        "graphml": GRAPHML,
        "gexf": GEXF,
        "parquet": PARQUET,
        "csv": CSV,
        "sqlite": SQLITE,
        "jsonld": JSONLD,
        "akoma-ntoso": AKOMA_NTOSO,
        "web-annotation": WEB_ANNOTATION,
        "spacy": SPACY,
    },
    fault=_fault,
)
"""The formats by name; other packages add to it by entry points of the group ``cpp_corpus.exporters``."""


def chosen_exporters(names: str | Sequence[str]) -> Mapping[str, Exporter]:
    """The exporters of these names, each once; a string is one name, or several separated by commas.

    ``OutputError`` for an unknown name, or where two would write the same file; ``MissingExtraError`` where
    one needs packages that are not installed.
    """
    given = (names,) if isinstance(names, str) else expect_all("formats", names, str)
    wanted = [name.strip() for each in given for name in each.split(",") if name.strip()]
    if not wanted:
        raise OutputError(f"no export format was named; there are: {', '.join(EXPORTERS)}")
    chosen: dict[str, Exporter] = {}
    writers = {MANIFEST: "every export", SOURCES: "every export"}
    for name in dict.fromkeys(wanted):
        if name not in EXPORTERS:
            raise OutputError(f"there is no export format {name!r}; there are: {', '.join(EXPORTERS)}")
        exporter = EXPORTERS[name]
        _check_modules(name, exporter)
        for file in exporter.files:
            if file in writers:
                raise OutputError(f"the export format {name!r} and {writers[file]} both write {file}")
            writers[file] = f"the format {name!r}"
        chosen[name] = exporter
    return chosen


def _check_modules(name: str, exporter: Exporter) -> None:
    if not all(map(_is_installed, exporter.modules)):
        raise MissingExtraError(f"the export format {name!r}", exporter.extra or name)


def _is_installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # the package that it is in
        return False

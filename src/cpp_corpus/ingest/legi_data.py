"""The npm package ``@socialgouv/legi-data``: a code in one file, a tree of its sections and articles.

An article has its dates in milliseconds; sections and the root have ISO dates. The code is shown as of its root's
``dateDebutVersion``. ``texte`` repeats ``texteHtml`` without its paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator

from cpp_corpus.ingest.adapter import Adapter, RawFile
from cpp_corpus.ingest.article_data import ArticleData
from cpp_corpus.ingest.code_trees import Leaf, read_tree, root_keys, text_of
from cpp_corpus.ingest.naming import source_act
from cpp_corpus.model.document import Document
from cpp_corpus.model.states import source_day

__all__ = ["ADAPTER"]

_ROOTS = frozenset({"code", "section"})  # the second one in the versions 1.1


def _sniff(file: RawFile) -> bool:
    keys = root_keys(file)
    return "children" in keys and keys.get("type") in _ROOTS and str(keys.get("data.id")).startswith("LEGITEXT")


def _read(file: RawFile) -> Iterator[Document]:
    return read_tree(file, ADAPTER.name, _article)


def _article(leaf: Leaf) -> ArticleData:
    data, code = leaf.data, leaf.root.get("data") or {}
    cid, legitext = text_of(code, "cid"), text_of(code, "id")
    return ArticleData(
        place=leaf.place,
        act=source_act(text_of(code, "title"), cid, legitext),
        number=text_of(data, "num"),
        words=text_of(data, "texteHtml", "texte"),
        note=text_of(data, "notaHtml", "nota"),
        state=text_of(data, "etat"),
        start=data.get("dateDebut"),
        end=data.get("dateFin"),
        day=source_day(code.get("dateDebutVersion")),
        divisions=leaf.divisions,
        ids=(
            ("legiarti", text_of(data, "id")),
            ("cid", text_of(data, "cid")),
            ("legitext", legitext),
            ("legiscta", text_of(leaf.sections[-1], "id") if leaf.sections else None),
        ),
    )


ADAPTER = Adapter(
    name="legi-data",
    description="JSON of the npm package @socialgouv/legi-data: a code",
    expects="JSON with “type”: “code”, its “data” and its “children”",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "divisions", "notes", "links", "ids"),
    example='{"data": {"cid": "LEGITEXT…", "title": "Code …"}, "type": "code", "children": [',
    in_records=True,
)

"""The JSON of legi.js and legixplore: a text in one file, a tree of its sections and articles, as of a day.

Dates are ISO dates; the day of the file is ``date`` of its root.
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


def _sniff(file: RawFile) -> bool:
    keys = root_keys(file)
    return "children" in keys and keys.get("type") == "text" and str(keys.get("data.cid")).startswith(("LEGI", "JORF"))


def _read(file: RawFile) -> Iterator[Document]:
    return read_tree(file, ADAPTER.name, _article, "titre_ta")


def _article(leaf: Leaf) -> ArticleData:
    data, text = leaf.data, leaf.root.get("data") or {}
    cid = text_of(text, "cid")
    return ArticleData(
        place=leaf.place,
        act=source_act(text_of(text, "titrefull", "titre"), cid, text_of(data, "cid")),
        number=text_of(data, "num", "titre"),
        words=text_of(data, "bloc_textuel"),
        note=text_of(data, "nota"),
        state=text_of(data, "etat"),
        start=data.get("date_debut"),
        end=data.get("date_fin"),
        day=source_day(leaf.root.get("date")),
        divisions=leaf.divisions,
        ids=(
            ("legiarti", text_of(data, "id")),
            ("legitext", cid),
            ("legiscta", text_of(data, "section")),
        ),
    )


ADAPTER = Adapter(
    name="legi-js",
    description="JSON of legi.js and legixplore: a text as of a day",
    expects="JSON with “type”: “text”, its “date”, its “data” and its “children”",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "divisions", "notes", "links", "ids"),
    example='{"type": "text", "date": "2018-12-06", "data": {"cid": "LEGITEXT…", "titre": "Code …"}, "children": [',
    in_records=True,
)

"""The npm package ``@socialgouv/kali-data``: a collective agreement in one file, a tree of its texts and articles.

The text with the title of the agreement is the act ``idcc:`` and its number; the others (annexes, amendments), which
number their articles from 1 again, are acts of their own. Many articles have no number. There are no dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.article_data import ArticleData
from cpp_corpus.ingest.code_trees import Data, Leaf, read_tree, root_keys, text_of
from cpp_corpus.ingest.naming import agreement_act
from cpp_corpus.model.document import Document

__all__ = ["ADAPTER"]

_ROOTS = frozenset({"convention collective", "section"})


def _sniff(file: RawFile) -> bool:
    keys = root_keys(file)
    return keys.get("type") in _ROOTS and str(keys.get("data.id")).startswith("KALI")


def _read(file: RawFile) -> Iterator[Document]:
    documents = list(read_tree(file, ADAPTER.name, _article))
    if not documents:
        reason = "the title of a collective agreement, without its articles"
        advice = "The package does not have its text; get it from Légifrance."
        raise RefusedError(reason, advice, harmless=True)
    return iter(documents)


def _article(leaf: Leaf) -> ArticleData:
    data, agreement = leaf.data, leaf.root.get("data") or {}
    idcc, kalicont = text_of(agreement, "num"), text_of(agreement, "id")
    text = next((each for each in reversed(leaf.sections) if _text_id(each)), None)
    name = _text_id(text) if text else None
    title = text_of(text, "title") if text else None
    act = agreement_act(idcc, kalicont, (text_of(agreement, "title"), title), name)
    return ArticleData(
        place=leaf.place,
        act=act,
        number=text_of(data, "num"),
        words=text_of(data, "content"),
        note=text_of(data, "nota"),
        others=tuple(words for name in ("surtitre", "historique") if (words := text_of(data, name))),
        state=text_of(data, "etat"),
        divisions=leaf.divisions,
        ids=(
            ("kaliarti", text_of(data, "id")),
            ("cid", text_of(data, "cid")),
            ("kalicont", kalicont),
            ("kalitext", name),
        ),
    )


def _text_id(section: Data) -> str | None:
    """The identifier of a section that is a text of the agreement."""
    name = text_of(section, "id", "cid")
    return name if name and name.startswith("KALITEXT") else None


ADAPTER = Adapter(
    name="kali-data",
    description="JSON of the npm package @socialgouv/kali-data: a collective agreement",
    expects="JSON with “type”: “convention collective”, its “data” and its “children”",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "divisions", "notes", "links", "ids"),
    example='{"type": "convention collective", "data": {"num": 9999, "id": "KALICONT…"}, "children": [',
    in_records=True,
)

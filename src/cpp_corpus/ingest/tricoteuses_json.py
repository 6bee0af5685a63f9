"""The JSON of Tricoteuses: the XML of the DILA one to one, an article a file.

Attributes have names with ``@``, the text of an element is ``#text``, its content in HTML a string; what may be there
several times is one value or a list. A text and its sections have files of their own; without them nothing is missing,
since an article has their titles.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.article_data import ArticleData
from cpp_corpus.ingest.code_trees import Data, named_id, node_problems, objects, text_of, title_on
from cpp_corpus.ingest.fragment import RecordPlace
from cpp_corpus.ingest.json_tree import JsonFile, json_keys
from cpp_corpus.ingest.naming import act_of_link, source_act, titled_division
from cpp_corpus.model.article import Division, Link
from cpp_corpus.model.document import Document, Draft
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.span import Span
from cpp_corpus.model.states import source_day

__all__ = ["ADAPTER"]


def _sniff(file: RawFile) -> bool:
    keys = json_keys(file)
    return any(f"{path}META.META_COMMUN" in keys for path in ("", "[].", "ARTICLE.", "[].ARTICLE."))


def _read(file: RawFile) -> Iterator[Document]:
    tree = JsonFile(file)
    findings: list[Finding] = []
    drafts: list[Draft] = []
    for node in tree.nodes:
        members = tree.decoded(node) or {}
        inner = members.get("ARTICLE")
        article = inner if isinstance(inner, dict) else members
        if _member(article, "META", "META_SPEC", "META_ARTICLE"):
            draft = _article(tree.place(node), article).draft(file.path, findings)
            drafts += [draft] if draft else []
    findings += node_problems(file.path, tree)
    if not drafts and not findings:
        raise RefusedError(
            "the metadata of a text or section, without articles",
            "Its articles, which have its title, are in other files.",
            harmless=True,
        )
    yield Document(file.path, ADAPTER.name, tuple(drafts), marks_notes=True, findings=tuple(findings))


# ---------------------------------------------------------------------------------------------------------------------


def _article(place: RecordPlace, article: Data) -> ArticleData:
    meta = _member(article, "META", "META_SPEC", "META_ARTICLE")
    text = _member(article, "CONTEXTE", "TEXTE")
    start = meta.get("DATE_DEBUT")
    day = source_day(start) if isinstance(start, str) else None
    title = title_on(objects(text.get("TITRE_TXT")), day, "@debut", "@fin")
    ident = text_of(_member(article, "META", "META_COMMUN"), "ID")
    section, divisions = _divisions(text, day)
    return ArticleData(
        place=place,
        act=source_act(text_of(title, "#text", "@c_titre_court"), text_of(text, "@cid"), text_of(title, "@id_txt")),
        number=text_of(meta, "NUM"),
        words=_content(article, "BLOC_TEXTUEL"),
        note=_content(article, "NOTA"),
        others=tuple(words for name in ("SM", "HISTORIQUE") if (words := _content(article, name))),
        state=text_of(meta, "ETAT"),
        start=start if isinstance(start, str) else None,
        end=text_of(meta, "DATE_FIN"),
        divisions=divisions,
        ids=(
            *named_id(ident),
            *named_id(text_of(text, "@cid")),
            *named_id(text_of(title, "@id_txt")),
            *named_id(section),
            ("nor", text_of(text, "@nor")),
        ),
        links=tuple(_links(article)),
    )


def _member(value: object, *names: str) -> Data:
    """The object under ``names``, outer to inner; empty where there is none."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def _content(article: Data, name: str) -> str | None:
    """The words of a part of an article: of its one content, or of all of them."""
    contents = _member(article, name).get("CONTENU")
    found = [each for each in (contents if isinstance(contents, list) else [contents]) if each]
    words = (text_of(each, "#text") if isinstance(each, dict) else each for each in found)
    return "<br/>".join(each for each in words if isinstance(each, str)) or None


def _divisions(text: Data, day: date | None) -> tuple[str | None, tuple[Division, ...]]:
    """The id of the innermost division, and all of them with their titles on a day."""
    section: str | None = None
    found = []
    level: Any = text.get("TM")
    while level := next(iter(objects(level)), None):
        title = title_on(objects(level.get("TITRE_TM")), day, "@debut", "@fin")
        if printed := text_of(title, "#text"):
            section = text_of(title, "@id")
            found.append(titled_division(printed))
        level = level.get("TM")
    return section, tuple(found)


def _links(article: Data) -> Iterator[Link]:
    for link in objects(_member(article, "LIENS").get("LIEN")):
        target = text_of(link, "@id", "@cidtexte")
        if target is None or link.get("@sens") != "source":
            continue
        title, number = text_of(link, "#text"), text_of(link, "@num")
        act = source_act(act_of_link(title), text_of(link, "@cidtexte"))
        is_article = target[4:8] == "ARTI"
        yield Link(
            span=Span(0, 0),
            href=target,
            title=title,
            act=act,
            article=normalize_number(number) if number and is_article else None,
            kind=text_of(link, "@typelien"),
        )


ADAPTER = Adapter(
    name="tricoteuses-json",
    description="JSON of Tricoteuses: the XML of LEGI and JORF one to one, an article a file",
    expects="JSON with the “META” of an article, its “CONTEXTE” and its “BLOC_TEXTUEL”",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "divisions", "notes", "links", "ids"),
    example='{"META": {"META_COMMUN": {"ID": "LEGIARTI…"}, "META_SPEC": {"META_ARTICLE": {"NUM": "L1"',
    in_records=True,
)

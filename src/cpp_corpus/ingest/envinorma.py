"""The JSON of Envinorma: an order of a minister in one file, a tree of its sections.

    section = {"title": {"text"}, "outer_alineas": [alinea, …], "sections": [section, …]}
    alinea  = {"text", "table": {"rows": [{"cells": [{"content": {"text"}, "colspan", "rowspan"}], "is_header"}]}}

The title of a section is the heading of an article or annex, which has all that is inside; that of a division, which
has the articles inside or, where it is empty, those behind it; or a caption inside an article. Below an annex, or an
article without words, sections without articles are its words. There are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.code_trees import Data, named_id, node_problems, objects, root_keys, text_of
from cpp_corpus.ingest.fragment import RecordPlace, fragment_line, read_fragment
from cpp_corpus.ingest.json_tree import JsonFile, JsonNode
from cpp_corpus.ingest.naming import division_rank, number_printed, source_act, titled_division
from cpp_corpus.ingest.page_words import Kind, kind_of_line
from cpp_corpus.model.article import Division
from cpp_corpus.model.document import Block, Document, Draft, Facts, Role
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.heading import read_heading
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.states import source_day

__all__ = ["ADAPTER"]


def _sniff(file: RawFile) -> bool:
    return "sections[].outer_alineas" in root_keys(file)


def _read(file: RawFile) -> Iterator[Document]:
    tree = JsonFile(file, "sections")
    orders: list[_Order] = []
    sections: dict[JsonNode, _Section] = {}
    for node in tree.nodes:
        members = tree.decoded(node) or {}
        if node.parent is None:
            orders.append(_Order(file.path, tree.place(node), members))
        else:
            section = sections[node] = _Section(tree.place(node), members)
            (sections[node.parent].inside if node.parent in sections else orders[-1].sections).append(section)
    documents = [document for order in orders if (document := order.document())]
    if not documents:
        raise RefusedError("an order of Envinorma without articles", "Get the order from Légifrance.")
    first, *others = documents
    yield from (replace(first, findings=(*first.findings, *node_problems(file.path, tree))), *others)


# ---------------------------------------------------------------------------------------------------------------------

_ARTICLE = re.compile(
    r"(?:Article|Art\.)\s+(?:(?P<number>(?:[A-Z]{1,3}[. -]{0,2})?\d[\w.-]*"
    r"(?: (?:bis|ter|quater|(?:quinqu|sex|sept|oct|non|dec)ies)\b)?)|premier\b|unique\b)",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    r"(?P<number>annexe(?: (?-i:[IVXLC]+|\d+|[A-Z])(?: bis)?)?)(?![\w'’])(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_SIGNS = " .:–—-"


class _Section:
    """A section of an order."""

    def __init__(self, place: RecordPlace, members: Data) -> None:
        self.place = place
        title = members.get("title")
        self.title = " ".join((text_of(title, "text") or "").split()) if isinstance(title, dict) else ""
        self.alineas = objects(members.get("outer_alineas"))
        self.inside: list[_Section] = []

    @property
    def is_article(self) -> bool:
        return _ARTICLE.match(self.title) is not None or self.is_annex

    @property
    def is_annex(self) -> bool:
        return _ANNEX.match(self.title) is not None

    @property
    def has_articles(self) -> bool:
        """Whether a section inside is an article, at any depth."""
        return any(each.is_article or each.has_articles for each in self.inside)

    def words(self) -> list[Block]:
        """The lines of its alinéas."""
        return [line for each in self.alineas for line in read_fragment(_markup(each), self.place)]

    def all_words(self) -> list[Block]:
        """Its title, its lines and those of the sections inside."""
        title = fragment_line(self.title, self.place, Role.TEXT)
        return [
            *([title] if title else []),
            *self.words(),
            *(line for each in self.inside for line in each.all_words()),
        ]


class _Order:
    """An order of a file."""

    def __init__(self, path: str, place: RecordPlace, members: Data) -> None:
        self.path = path
        self.place = place
        self.members = members
        self.sections: list[_Section] = []
        self.drafts: list[Draft] = []
        self.left: list[Block] = []
        self.findings: list[Finding] = []
        title = members.get("title")
        self.title = text_of(title, "text") if isinstance(title, dict) else None
        self.ids = named_id(text_of(members, "id"))
        day = source_day(text_of(members, "date_of_signature"))
        self.act = f"arrete:{day}" if day else source_act(self.title, text_of(members, "id"))

    def document(self) -> Document | None:
        """The document; ``None`` where it has no article."""
        self.read(self.sections, ())
        if not self.drafts:
            return None
        self.sign()
        visas = [
            line for each in objects(self.members.get("visa")) for line in read_fragment(_markup(each), self.place)
        ]
        title = fragment_line(self.title, self.place, Role.TITLE)
        above = (*([title] if title else []), *(line._replace(role=Role.FURNITURE) for line in (*visas, *self.left)))
        drafts, findings = tuple(self.drafts), tuple(self.findings)
        return Document(self.path, ADAPTER.name, drafts, above, marks_notes=True, findings=findings)

    def read(self, sections: list[_Section], around: tuple[Division, ...]) -> None:
        """Read the sections of a section, ``around`` being the divisions that it is in."""
        entered: list[Division] = []  # by titles that stand before their articles
        last: _Section | None = None  # the article before them
        for section in sections:
            if section.is_article:
                divisions = () if section.is_annex and not around else (*around, *entered)
                self.drafts.append(self.article(section, divisions))
                last = section
            elif last is not None and _goes_on(last, section):
                self.drafts[-1] = self.drafts[-1]._replace(blocks=(*self.drafts[-1].blocks, *section.all_words()))
            elif section.has_articles:
                last = None
                self.leave(section, section.words())
                entered = _above(entered, division := titled_division(section.title))
                self.read(section.inside, (*around, *entered, division))
            elif section.alineas or section.inside or not section.title:
                self.leave(section, section.all_words())
            else:
                division = titled_division(section.title)
                entered = [*_above(entered, division), division]

    def article(self, section: _Section, divisions: tuple[Division, ...]) -> Draft:
        """The article or annex that a section is."""
        annex = _ANNEX.match(section.title)
        heading = annex["number"] if annex else section.title
        caption = annex["rest"].strip(_SIGNS) if annex else ""
        blocks = [fragment_line(heading, section.place, Role.HEADING)]
        blocks += [fragment_line(caption, section.place, Role.TEXT), *section.words()]
        blocks += [line for each in section.inside for line in each.all_words()]
        facts = Facts(act=self.act, number=_number(heading), divisions=divisions, ids=self.ids)
        return Draft(facts, tuple(block for block in blocks if block))

    def sign(self) -> None:
        """Take the signature out of the last article before the annexes."""
        articles = [at for at, draft in enumerate(self.drafts) if not _ANNEX.match(draft.blocks[0].text)]
        if not articles:
            return
        draft = self.drafts[articles[-1]]
        signed = (at for at, block in enumerate(draft.blocks) if kind_of_line(block.text) is Kind.SIGNATURE)
        if first := next(signed, 0):
            outside = (block._replace(role=Role.FURNITURE) for block in draft.blocks[first:])
            self.drafts[articles[-1]] = draft._replace(blocks=(*draft.blocks[:first], *outside))

    def leave(self, section: _Section, lines: list[Block]) -> None:
        """Leave lines over that are in no article."""
        if lines:
            message = f"The words of “{section.title}” are in no article; they are among the leftovers."
            found = Finding.build(FindingCode.STRAY_LINE, message, path=self.path, line=section.place.line)
            self.findings.append(found)
            self.left += lines


def _goes_on(article: _Section, section: _Section) -> bool:
    """Whether a section behind an article belongs to it: behind an annex, or words behind a heading without any."""
    is_empty = not article.alineas and not article.inside
    has_words = bool(section.alineas or section.inside)
    return not section.has_articles and (article.is_annex or (is_empty and has_words))


def _above(entered: list[Division], division: Division) -> list[Division]:
    """The divisions that one which follows stands in: those of a kind above its own."""
    return [each for each in entered if division_rank(each) < division_rank(division)]


def _number(heading: str) -> ArticleNumber | None:
    """The number in a heading with more behind it, ``Article 4.10. - Du vent``; ``None`` where it is read anyway."""
    found = _ARTICLE.match(heading) if read_heading(heading).number is None else None
    return number_printed(found["number"].strip(_SIGNS)) if found and found["number"] else None


def _markup(alinea: Data) -> str:
    """An alinéa as HTML: its words, then its table."""
    table = alinea.get("table")
    rows = objects(table.get("rows")) if isinstance(table, dict) else []
    made = "".join(f"<tr>{''.join(map(_cell, objects(row.get('cells'))))}</tr>" for row in rows)
    return f"<p>{_escaped(alinea)}</p>" + (f"<table>{made}</table>" if made else "")


def _cell(cell: Data) -> str:
    content = cell.get("content")
    spans = "".join(f' {name}="{size}"' for name in ("colspan", "rowspan") if type(size := cell.get(name)) is int)
    return f"<td{spans}>{_escaped(content) if isinstance(content, dict) else ''}</td>"


def _escaped(words: Data) -> str:
    return escape(text_of(words, "text") or "").replace("\n", "<br/>")


ADAPTER = Adapter(
    name="envinorma",
    description="JSON of Envinorma: an order of a minister",
    expects="JSON with “sections”, each with its “title”, “outer_alineas” and “sections”",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "divisions", "ids"),
    example='{"id": "JORFTEXT…", "sections": [{"title": {"text": "Article 1er"}, "outer_alineas": [{"text": "…"}]',
    in_records=True,
)

"""Pages of Tricoteuses: one article per file, its facts in front matter, its references below.

    page    = "---" NL {key ": " value NL} "---" NL heading NL {alinea} ["<details>" …]
    heading = "#"… " Article " number | "<h1>Article " number "</h1>"
    alinea  = line {NL line} ["<br />"] NL NL

Lines are broken at 80 columns. Below the article, ``<details>`` list the references in both directions and the same
article in other formats; the citations that the article makes become links of the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.front_matter import FrontMatter, read_front_matter
from cpp_corpus.ingest.markdown import HEADING, MarkdownReader, Opening
from cpp_corpus.ingest.marks import marked_line
from cpp_corpus.ingest.naming import number_printed, source_act
from cpp_corpus.lang.acts import act_written
from cpp_corpus.lang.typography import plain, slug, tidy
from cpp_corpus.model.article import Link
from cpp_corpus.model.document import Block, Document, Facts, Role
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.heading import is_heading, read_heading
from cpp_corpus.model.span import Span
from cpp_corpus.model.states import read_validity

__all__ = ["ADAPTER", "has_identifier"]


def has_identifier(head: str) -> bool:
    r"""Whether a text has front matter with the identifier of an article.

    >>> has_identifier("---\nIdentifiant: LEGIARTI000000000001\n---\n# Article 1"), has_identifier("# Article 1")
    (True, False)
    """
    return _facts_of(head) is not None


class _Reader(MarkdownReader):
    format = "tricoteuses-page"

    def __init__(self, file: RawFile, front: FrontMatter) -> None:
        details = _DETAILS.search(file.text, front.body)
        self.below = details.start() if details else len(file.text)
        super().__init__(file, end=self.below)
        self.values = {plain(key): value for key, value in front.values.items()}
        self.front_matter(front)

    def read(self) -> Document:
        """The document; where the page has no heading, all of it is the article that its front matter describes."""
        if HEADING.search(self.text, self.start, self.end) is None:
            heading = self.html_heading()
            if opening := self.opening(heading.text if heading else "", self.start, 0):
                self.articles.append((opening.facts, [heading] if heading else []))
                self.is_open = True
        document = super().read()
        return replace(document, drafts=tuple(draft for draft in document.drafts if draft.blocks))

    def html_heading(self) -> Block | None:
        """The heading of the article, where it is the one of HTML that the page begins with; it is passed over."""
        found = _HTML_HEADING.match(self.text, self.start, self.end)
        if found is None or not is_heading(tidy(found["words"]), in_act=False):
            return None
        self.start = found.end()
        return marked_line(self.source, *found.span("words"), Role.HEADING, entities=self.entities)

    def opening(self, words: str, start: int, end: int) -> Opening | None:
        """The heading of the page, whatever its level; later ones are read as in any text."""
        if self.articles:
            return super().opening(words, start, end)
        values = self.values
        state, valid_from, valid_to, problem = read_validity(
            values.get("etat"), values.get("date de debut"), values.get("date de fin")
        )
        if problem:
            line = self.source.line(start)
            self.findings.append(Finding.build(FindingCode.FACT_DISAGREEMENT, problem, path=self.file.path, line=line))
        facts = Facts(
            act=_act_of(self.text[self.below :]),
            number=number_printed(values.get("numero")) or number_printed(words) or read_heading(words).number,
            state=state,
            valid_from=valid_from,
            valid_to=valid_to,
            ids=tuple((name, values[key]) for key, name in _IDS if values.get(key)),
            links=tuple(_links(self.text[self.below :])),
        )
        return Opening(end, facts)

    def document(self) -> Document:
        if self.below < len(self.text):
            self.furniture(self.below, len(self.text))
        return super().document()


def _sniff(file: RawFile) -> bool:
    return has_identifier(file.head)


def _read(file: RawFile) -> Iterator[Document]:
    if front := _facts_of(file.text):
        document = _Reader(file, front).read()
        if not document.drafts:
            raise RefusedError("a page of Tricoteuses without the heading and the words of its article", _AGAIN)
        yield document


# ---------------------------------------------------------------------------------------------------------------------

_AGAIN = "Fetch the page again."
_IDENTIFIER = re.compile(r"(?:LEGI|JORF|KALI)ARTI[0-9]{12}")
_IDS = (("identifiant", "legiarti"), ("ancien identifiant", "former"), ("nor", "nor"))
_HTML_HEADING = re.compile(r"\s*<h[1-6]\b[^<>]*>(?P<words>[^<>]*)</h[1-6]>[ \t]*", re.IGNORECASE)
_DETAILS = re.compile(r"(?<![^\r\n])<details\b", re.IGNORECASE)
_PAGE_OF_ACT = re.compile(r"https?://git\.tricoteuses\.fr/(?!dila/)[\w.-]+/(?P<act>[\w.-]+)/src/")
_MADE = re.compile(
    r"(?<!#)#+[ \t]+(?:R[ée]f[ée]rences faites par l'article|Cet article cite les textes suivants)"
    r"(?P<list>.*?)(?=</details>|\n[ \t]*#|\Z)",
    re.DOTALL,
)
_CITATION = re.compile(
    r"CITATION[ ]source[ ]<a[ ]href=\"(?P<href>[^\"]{1,600})\">(?P<title>[^<]{1,2000})</a>"
    r"|\|[ ]*CITATION[ ]*\|[ ]*\[(?P<words>[^\[\]\n]{1,2000})\]\((?P<address>[^()\s]{1,600})\)",
    re.IGNORECASE,
)
"""A point of a list, or a row of a table."""
_STATUS = re.compile(r"(?<!\s)\s+(?:(?:[A-Z]{4,}(?:_[A-Z]+)*)\b[\s,]*)+(?:en vigueur\b.*)?\Z")
_ARTICLE = re.compile(r"\s-\sarticle\s(?P<number>.+)\Z")


def _facts_of(text: str) -> FrontMatter | None:
    front = read_front_matter(text)
    return front if front and _IDENTIFIER.fullmatch(front.values.get("identifiant", "")) else None


def _act_of(below: str) -> str | None:
    """The act of a page, by the address of its history."""
    found = _PAGE_OF_ACT.search(below)
    return _act_named(found["act"].replace("_", " ")) if found else None


def _act_named(title: str) -> str | None:
    return act_written(title) or act_written(slug(title)) or source_act(title)


def _links(below: str) -> Iterator[Link]:
    """The citations that the article makes, as its page lists them."""
    made = _MADE.search(below)
    for found in _CITATION.finditer(made["list"]) if made else ():
        title = tidy(found["title"] or found["words"])
        bare = _STATUS.sub("", title)
        article = _ARTICLE.search(bare)
        number = number_printed(article["number"]) if article else None
        act = _act_named(bare[: article.start()] if article else bare)
        yield Link.trusted(
            span=Span(0, 0),
            href=found["href"] or found["address"],
            title=title,
            act=act,
            article=number.normalized if number else None,
            note=None,
            kind="CITATION",
        )


ADAPTER = Adapter(
    name="tricoteuses-page",
    description="Markdown page of Tricoteuses: one article with front matter",
    expects="a page that begins with “---” and has a line “Identifiant: LEGIARTI…”",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "links", "ids"),
    example="--- ⏎ État: VIGUEUR ⏎ Identifiant: LEGIARTI… ⏎ --- ⏎ # Article 12",
)

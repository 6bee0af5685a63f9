"""Pages of the site Légifrance as HTML: those of 2020 and later, and those of the site before (``*.do``).

            heading       history    text       note
    2020    .name-article .date      .content   .nota      data-articleid, data-articlecid, data-num of a button
    before  .titreArt     .histoArt  .corpsArt  .notaArt   idArticle, cidTexte, dateTexte of a link

Elements are found by their classes, since levels of headings and the nesting vary. An article has its element
``article``, or what follows its heading up to the next one. Pages without articles (tables of contents, lists,
searches, legislative files) are refused; HTML of other sites and of persons is read as its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.converted import read_converted
from cpp_corpus.ingest.other_markup import refuse_other_markup
from cpp_corpus.ingest.rows import Columns
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.document import Block, Document

if TYPE_CHECKING:
    from cpp_corpus.ingest.web_articles import WebPage

__all__ = ["ADAPTER", "is_html"]


def is_html(text: str) -> bool:
    r"""Whether a text is HTML: it begins with one of its tags, after comments and blank lines, and is no Markdown.

    >>> is_html("<!-- saved --> <!DOCTYPE html><p>"), is_html("<?xml version='1.0'?><ARTICLE/>")
    (True, False)
    >>> is_html("<div>\n\n## [Article 3](/3)\n\n</div>")
    False
    """
    return _HTML.match(text) is not None and (_WHOLE.search(text) is not None or _HEADED.search(text) is None)


def _sniff(file: RawFile) -> bool:
    if file.binary or not is_html(file.head):
        return False
    return any(sign.search(file.text) for sign in (_SITE, _ARTICLES)) or _has_table(file.text)


def _read(file: RawFile) -> Iterator[Document]:
    try:
        from cpp_corpus.ingest.web_articles import WebPage  # noqa: PLC0415 - it needs lxml
    except ImportError as error:
        raise MissingExtraError("reading web pages", "web") from error
    page = WebPage(file)
    drafts = page.take_drafts()
    if drafts:
        refuse_other_markup("\n".join(block.text for draft in drafts for block in draft.blocks))
        yield Document(file.path, ADAPTER.name, tuple(drafts), tuple(page.take_rest()), marks_notes=True)
    elif reason := _refused(file.text, page):
        raise RefusedError(reason, _SAVE_ARTICLES)
    else:
        furniture = tuple(page.take_furniture())
        *documents, last = read_converted(file, page.lines(), ADAPTER.name, "an HTML page")
        yield from documents
        yield _with_rest(last, furniture)


# ---------------------------------------------------------------------------------------------------------------------


def _with_rest(document: Document, lines: tuple[Block, ...]) -> Document:
    """A document with lines that are in no article behind its others."""
    if not document.drafts:
        return replace(document, above=(*document.above, *lines))
    *drafts, end = document.drafts
    return replace(document, drafts=(*drafts, end._replace(blocks=(*end.blocks, *lines))))


_HTML = Pattern(
    r"(?>\ufeff|\s|<!--(?s:.{0,2000}?)-->)*+<(?:!doctype\s+html|html|head|body|main|section|div|[uo]l|table|article"
    r"|h[1-6]|p|a|header|nav|meta|link|style|title|center|span|strong|b|font)\b(?!:)",
    re.IGNORECASE,
)
_WHOLE = Pattern(r"<(?:!doctype|html|body)\b", re.IGNORECASE)
_HEADED = Pattern(r"^[ \t]*(?:<a [^<>]*>(?:</a>)?)*#{1,6}[ \t]+\S", re.MULTILINE)
_SITE = Pattern(
    r"class=['\"][^'\"]*\b(?:name-article|titreArt|corpsArt|articleLink|codeLienArt|TM1Code|sousTitreTexte|enteteTexte)\b"
    r"|<title>[^<]*L[ée]gifrance|www\.legifrance\.gouv\.fr",
    re.IGNORECASE,
)
_BLANK = r"(?:\s|&nbsp;|&#160;|&#xa0;)"
_ARTICLES = Pattern(
    rf">\s*(?:Article{_BLANK}+|Art\.{_BLANK}*)(?:premier|unique|[LRDA]?\.?{_BLANK}?\d)|Version en vigueur (?:au|depuis)"
)
_HEAD_ROW = Pattern(r"<table\b(?:(?!</tr).){0,2000}?<tr\b[^<>]*>((?:(?!</tr).){1,2000})</tr", re.IGNORECASE | re.DOTALL)
_CELL = Pattern(r"<t[hd]\b[^<>]*>(.*?)(?=<t[hd]\b|\Z)", re.IGNORECASE | re.DOTALL)
_TAGS = Pattern(r"<[^<>]*>")
_SAVE_ARTICLES = (
    "Open an article or a section of a code, so that the words of its articles are shown, and save that page."
)
_PAGES = (
    (
        re.compile(r"class=['\"][^'\"]*\b(?:articleLink|codeLienArt|TM1Code)\b"),
        "a table of contents of Légifrance, without the words of articles",
    ),
    (re.compile(r"<body[^>]*\bdossier-legislatif"), "a page of Légifrance on a bill, not a text in force"),
    (re.compile(r"<body[^>]*\bpage-recherche"), "a search page or list of Légifrance, not a text"),
)
_SEARCH = Pattern(r"[Rr]echerche")


def _has_table(text: str) -> bool:
    """Whether a page has a table whose first row names the columns of articles."""
    rows = (_CELL.findall(found[1]) for found in _HEAD_ROW.finditer(text))
    return any(Columns([unescape(_TAGS.sub(" ", cell)) for cell in row]).has_numbers for row in rows)


def _refused(text: str, page: WebPage) -> str | None:
    """What a page of Légifrance is that has no articles; ``None`` for other pages."""
    for pattern, reason in _PAGES:
        if pattern.search(text):
            return reason
    if not _SITE.search(text) or page.is_of_a_person():
        return None
    if page.is_list():
        return "a list of Légifrance that links its articles, whose words may be cut off"
    return _PAGES[-1][1] if _SEARCH.search(text) else "a page of Légifrance without articles"


ADAPTER = Adapter(
    name="web-page",
    description="HTML page of the site Légifrance, with an article or the articles of a section",
    expects="an HTML page of Légifrance with the words of articles",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "divisions", "notes", "links", "ids"),
    extra="web",
    example="<h2 class='name-article' data-anchor='LEGIARTI…'>Article L112-1</h2><div class='content'>…",
)

"""Pages of the site Légifrance as HTML: those of 2020 and later, and those of the site before (``*.do``).

            heading       history    text       note
    2020    .name-article .date      .content   .nota      data-articleid, data-articlecid, data-num of a button
    before  .titreArt     .histoArt  .corpsArt  .notaArt   idArticle, cidTexte, dateTexte of a link

Elements are found by their classes, since levels of headings and the nesting vary. An article has its element
``article``, or what follows its heading up to the next one. Pages without articles (tables of contents, lists,
searches, legislative files) are refused; HTML of other sites is read as its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast
from urllib.parse import parse_qs, urlsplit

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.address import place_of
from cpp_corpus.ingest.converted import read_converted
from cpp_corpus.ingest.fragment import RecordPlace, fragment_line, read_fragment, whole_file
from cpp_corpus.ingest.html_text import text_of_html
from cpp_corpus.ingest.naming import number_printed, source_act, titled_division
from cpp_corpus.ingest.page_words import act_of_title, amendment, division_title, shown_on
from cpp_corpus.lang.dates import find_date
from cpp_corpus.lang.typography import tidy
from cpp_corpus.model.article import ArticleState, Division, Link
from cpp_corpus.model.document import Block, Document, Draft, Facts, Role
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.span import Span
from cpp_corpus.model.states import source_day

if TYPE_CHECKING:
    from lxml.etree import _Element

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
    return _SITE.search(file.text) is not None or _ARTICLES.search(file.text) is not None


def _read(file: RawFile) -> Iterator[Document]:
    page = _page(file)
    kind = next((kind for kind in (_NEW, _OLD) if _all(page, kind.heading)), None)
    drafts = list(_drafts(file, page, kind) if kind else _unheaded(file, page))
    if not drafts and (reason := _refused(file.text)):
        raise RefusedError(reason, _SAVE_ARTICLES)
    if not drafts:
        yield read_converted(file, text_of_html(page), ADAPTER.name, "an HTML page")
        return
    yield Document(file.path, ADAPTER.name, tuple(drafts), tuple(_above(file, page)), marks_notes=True)


# ---------------------------------------------------------------------------------------------------------------------

_HTML = re.compile(
    r"(?:\ufeff|\s|<!--(?s:.{0,2000}?)-->)*<(?:!doctype\s+html|html|head|body|main|section|div|ul|table|article)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"<(?:!doctype|html|body)\b", re.IGNORECASE)
_HEADED = re.compile(r"^[ \t]*#{1,6}[ \t]+\S", re.MULTILINE)
_SITE = re.compile(
    r"class=['\"][^'\"]*\b(?:name-article|titreArt|corpsArt|articleLink|codeLienArt|TM1Code|sousTitreTexte|enteteTexte)\b"
    r"|<title>[^<]*L[ée]gifrance|www\.legifrance\.gouv\.fr",
    re.IGNORECASE,
)


_ARTICLES = re.compile(r">\s*Article (?:1er|premier|[LRDA]?\.? ?\d)|Version en vigueur (?:au|depuis)")


class _Classes(NamedTuple):
    """The classes of the elements of a page."""

    heading: str
    history: str
    text: str
    note: str


_NEW = _Classes("name-article", "date", "content", "nota")
_OLD = _Classes("titreArt", "histoArt", "corpsArt", "notaArt")
_ACT_TITLES = ("main-title", "print-title-only", "titreTexte", "enteteTexte")
_LARGEST = 50_000_000  # characters of a broken page that are repaired
_DROPPED = ("script", "style", "noscript", "template")


def _page(file: RawFile) -> _Element:
    """The tree of a page, repaired where its markup is broken."""
    try:
        from lxml import etree, html  # noqa: PLC0415 - only where such a page is read
    except ImportError as error:
        raise MissingExtraError("reading web pages", "web") from error
    text = _XML_DECLARATION.sub("", file.text, count=1).replace("\0", "")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    tree: _Element = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    if _lost(text, tree) and len(text) < _LARGEST:
        tree = html.document_fromstring(_repaired(text).encode("utf-8", "replace"), parser=parser)
    etree.strip_elements(tree, *_DROPPED, with_tail=False)
    return tree


_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEADINGS = re.compile(r"class=['\"][^'\"]*\b(?:name-article|titreArt)\b")


def _lost(text: str, tree: _Element) -> bool:
    """Whether the parser has lost articles of a page: it stops at tags nested too deep."""
    found = len(_all(tree, _NEW.heading)) + len(_all(tree, _OLD.heading))
    return found < len(_HEADINGS.findall(text))


def _repaired(text: str) -> str:
    """A page with every tag closed."""
    try:
        from bs4 import BeautifulSoup  # noqa: PLC0415 - only where a page is broken
    except ImportError as error:
        raise MissingExtraError("reading web pages with broken markup", "web") from error
    try:
        return str(BeautifulSoup(text, "html.parser"))
    except RecursionError:
        raise RefusedError("a web page whose tags are nested too deep", "Save the page again.") from None


def _has_class(*names: str) -> str:
    """The test of XPath for elements with one of the classes ``names``."""
    return " or ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in names)


def _all(element: _Element, *names: str) -> list[_Element]:
    """The elements with one of the classes ``names``, in their order."""
    return _find(element, f".//*[{_has_class(*names)}]")


def _find(element: _Element, path: str) -> list[_Element]:
    """The elements at ``path``, an expression of XPath that gives elements."""
    return cast("list[_Element]", element.xpath(path))


def _words(element: _Element) -> str:
    return tidy("".join(str(part) for part in element.itertext()))


def _markup(element: _Element) -> str:
    """The inside of an element as HTML, line ends of the source made spaces."""
    from lxml import etree  # noqa: PLC0415 - see _page

    return _SPACES.sub(" ", etree.tostring(element, encoding="unicode", method="html", with_tail=False))


_SPACES = re.compile(r"[ \t\r\n\f]+")


def _above(file: RawFile, page: _Element) -> list[Block]:
    """The lines above the articles: the title of the act, the day of the page."""
    place = whole_file(file)
    titles = _titles(page)
    named = next((title for title in titles if source_act(title)), None)
    days = [_words(day) for day in _all(page, "vigor-title")][:1]
    found = [fragment_line(words, place, Role.TITLE if words == named else Role.FURNITURE) for words in titles]
    found += [fragment_line(words, place, Role.VERSION) for words in days]
    return [block for block in found if block]


def _titles(page: _Element) -> list[str]:
    """The lines of the first element with the title of the act."""
    place = RecordPlace(1, Span(0, 0))
    return [line.text for title in _all(page, *_ACT_TITLES)[:1] for line in read_fragment(_markup(title), place)]


def _unheaded(file: RawFile, page: _Element) -> Iterator[Draft]:
    """The text of the Journal officiel on a page that has no headings of articles."""
    heads = _all(page, "enteteTexte")
    if not heads:
        return
    common = _common_facts(file, page)
    place = whole_file(file)
    for article in _all(page, "article"):
        found: dict[str, str] = {}
        for anchor in _find(article, "preceding-sibling::a[@id][1]"):
            _put(found, anchor.get("id"))
        if blocks := read_fragment(_markup(article), place):
            yield Draft(common._replace(ids=(*found.items(), *common.ids)), tuple(blocks))


_SAVE_ARTICLES = (
    "Open an article or a section of a code, so that the words of its articles are shown, and save that page."
)
_PAGES = (
    (
        re.compile(r"class=['\"][^'\"]*\b(?:articleLink|codeLienArt|TM1Code)\b"),
        "a table of contents of Légifrance, without the words of articles",
    ),
    (re.compile(r"<body[^>]*\bdossier-legislatif"), "a page of Légifrance on a bill, not a text in force"),
    (re.compile(r"<body[^>]*\bpage-recherche|[Rr]echerche"), "a search page or list of Légifrance, not a text"),
)


def _refused(text: str) -> str | None:
    """What a page of Légifrance is that has no articles; ``None`` for other pages."""
    for pattern, reason in _PAGES:
        if pattern.search(text):
            return reason
    return "a page of Légifrance without articles" if _SITE.search(text) else None


# -- articles ---------------------------------------------------------------------------------------------------------


def _drafts(file: RawFile, page: _Element, classes: _Classes) -> Iterator[Draft]:
    headings = [heading for heading in _all(page, classes.heading) if next(heading.iterancestors("nav"), None) is None]
    places = _Places(file)
    parts = _parts(page, headings, classes)
    ids = [_ids(heading, own) for heading, own in zip(headings, parts, strict=True)]
    names = [found.get("legiarti") or found.get("jorfarti") for found in ids]
    common = _common_facts(file, page, *(found.get(name) for name in ("legitext", "jorftext") for found in ids[:1]))
    for at, heading in enumerate(headings):
        place = places.of(names[at], names[at + 1] if at + 1 < len(names) else None)
        yield _draft(heading, parts[at], classes, common, ids[at], place)


def _draft(  # noqa: PLR0913, PLR0917 - what an article is made of
    heading: _Element,
    parts: list[_Element],
    classes: _Classes,
    common: Facts,
    ids: dict[str, str],
    place: RecordPlace,
) -> Draft:
    printed = _heading_words(heading)
    blocks = [fragment_line(printed, place, Role.HEADING)]
    history: list[Link] = []
    for part in parts:
        names = (part.get("class") or "").split()
        if "version-article" in names:
            blocks.append(fragment_line(_words(part), place, Role.VERSION))
        elif classes.history in names:
            lines = read_fragment(_markup(part), place)
            history += _history(lines)
            blocks += [line._replace(role=Role.FURNITURE, links=()) for line in lines]
        elif classes.text in names:
            blocks += read_fragment(_markup(part), place)
        elif classes.note in names:
            blocks += read_fragment(_markup(part), place, note=True)
    facts = common._replace(
        number=_number(parts),
        state=ArticleState.REPEALED if _is_repealed(heading, parts) else None,
        divisions=_divisions(heading) or common.divisions,
        ids=(*ids.items(), *common.ids),
        links=tuple(history),
    )
    return Draft(facts, tuple(block for block in blocks if block))


def _parts(page: _Element, headings: list[_Element], classes: _Classes) -> list[list[_Element]]:
    """The elements of each article: those after its heading and before the next one, in the same ``article``."""
    found: dict[_Element, list[_Element]] = {heading: [] for heading in headings}
    current: _Element | None = None
    around: _Element | None = None
    for element in _all(page, *classes, "version-article", "tabs-secondary"):
        if element in found:
            current, around = element, next(element.iterancestors("article"), None)
        elif current is not None and around in {None, next(element.iterancestors("article"), None)}:
            found[current].append(element)
    return [_outermost(found[heading]) for heading in headings]


def _outermost(parts: Iterable[_Element]) -> list[_Element]:
    """The elements that are not inside another one."""
    kept: list[_Element] = []
    for part in parts:
        if not kept or kept[-1] not in part.iterancestors():
            kept.append(part)
    return kept


def _heading_words(heading: _Element) -> str:
    """The words of a heading: on the site before 2020 without the link that it has."""
    own = [heading.text or ""]
    for child in heading:
        is_link = child.tag == "a" and "En savoir plus" in _words(child)
        own += ["" if is_link else "".join(map(str, child.itertext())), child.tail or ""]
    return tidy("".join(own))


def _number(parts: list[_Element]) -> ArticleNumber | None:
    data = [button.get("data-num") for part in parts for button in part.iterfind(".//*[@data-num]")]
    return number_printed(data[0]) if data else None


def _is_repealed(heading: _Element, parts: list[_Element]) -> bool:
    data = [button.get("data-abrogated") for part in parts for button in part.iterfind(".//*[@data-abrogated]")]
    return "true" in data or "abrogated" in (heading.get("class") or "").split()


def _history(lines: list[Block]) -> list[Link]:
    """The acts that the lines of a history name, each with its address."""
    return [
        amendment(line.text).model_copy(update={"href": line.links[0].href if line.links else ""}) for line in lines
    ]


# -- facts ------------------------------------------------------------------------------------------------------------


def _ids(heading: _Element, parts: list[_Element]) -> dict[str, str]:
    """The identifiers of an article, of its version and of its act."""
    found: dict[str, str] = {}
    for button in (button for part in parts for button in part.iterfind(".//*[@data-articleid]")):
        _put(found, button.get("data-articleid"))
        if cid := button.get("data-articlecid"):
            found.setdefault("cid", cid)
        _put(found, button.get("data-textecid"))
    _put(found, heading.get("data-anchor"))
    for link in heading.iter("a"):
        query = parse_qs(urlsplit(link.get("href") or "").query)
        for name in ("idArticle", "cidTexte"):
            _put(found, next(iter(query.get(name, ())), None))
    if not {"legiarti", "jorfarti"} & found.keys():
        before = _find(heading, "preceding::a[starts-with(@id, 'LEGIARTI') or starts-with(@id, 'JORFARTI')][1]")
        for anchor in before:
            _put(found, anchor.get("id"))
    return found


def _put(found: dict[str, str], value: str | None) -> None:
    """Put an identifier under the name that its first letters are."""
    if value and (name := _IDENTIFIER.fullmatch(value)):
        found.setdefault(name[1].lower(), value)


_IDENTIFIER = re.compile(r"(LEGIARTI|JORFARTI|LEGITEXT|JORFTEXT|LEGISCTA|KALIARTI|KALITEXT|KALICONT)\d{12}")


def _common_facts(file: RawFile, page: _Element, *text_ids: str | None) -> Facts:
    """The facts of all articles of a page: act (also by its identifiers), day, divisions."""
    path = _path(page)
    address = _ADDRESS.search(file.text)
    ids = [*text_ids, address[1] if address else None]
    title = next((words for words in (*_titles(page), *path) if source_act(words)), None)
    act = source_act(title, *ids) or place_of(file.path)[0]
    nor = _NOR.search(file.text)
    return Facts(
        act=act,
        consolidated_at=_day(page),
        divisions=tuple(titled_division(division_title(words) or words) for words in path if not act_of_title(words)),
        ids=(("nor", nor[1]),) if nor else (),
    )


_ADDRESS = re.compile(r"rel=['\"]canonical['\"][^>]{0,200}?/((?:LEGITEXT|JORFTEXT)\d{12})")
_NOR = re.compile(r"NOR\s*:\s*(?:<[^<>]{0,80}>\s*)?([A-Z]{4}\d{7}[A-Z])\b")
_DATE_OF_TEXT = re.compile(r"dateTexte=(\d{4})(\d\d)(\d\d)")


def _path(page: _Element) -> list[str]:
    """The titles of an act and of the divisions around the articles, outer to inner."""
    summary = _find(page, "//*[@id='conteneurSommaire']")
    inside = summary[0] if summary else page
    titles = [_words(each) for each in _all(inside, "title-link") if not _is_below(each, "liste-article-noeud")]
    before = _find(page, "//strong[starts-with(normalize-space(), 'Chemin')]/following::div[1]//a")
    before += _all(page, "titreSection")[:1]
    found = [*titles, *map(_words, before)]
    return [words for at, words in enumerate(found) if words and words not in found[:at]]


def _is_below(element: _Element, name: str) -> bool:
    return any(each.get("id") == name for each in element.iterancestors())


def _divisions(heading: _Element) -> tuple[Division, ...]:
    """The divisions of an article on a page that has several."""
    found: list[Division] = []
    for item in heading.iterancestors("li"):
        own = _find(item, f"./*[not(self::ul)]/descendant-or-self::*[{_has_class('title-link')}]")
        words = division_title(_words(own[0])) if own else None
        if words:
            found.insert(0, titled_division(words))
    return tuple(found)


def _day(page: _Element) -> date | None:
    """The day on which a page shows the law."""
    for element in _all(page, "vigor-title", "sousTitreTexte"):
        if day := shown_on(_words(element)) or find_date(_words(element)):
            return day
    links = [link.get("href") or "" for heading in _all(page, _OLD.heading) for link in heading.iter("a")]
    days = [source_day("-".join(found.groups())) for href in links if (found := _DATE_OF_TEXT.search(href))]
    return next(filter(None, days), None)


class _Places:
    """The places of the articles in the file of a page: each from its identifier to the next one."""

    def __init__(self, file: RawFile) -> None:
        self.whole = whole_file(file)
        self.data = file.data
        self.at = 0

    def of(self, identifier: str | None, following: str | None) -> RecordPlace:
        """The place of the article with an identifier; the whole file where it is not found."""
        start = self.find(identifier, self.at)
        if start < 0:
            return self.whole
        end = self.find(following, start + 1)
        self.at = start
        line = self.data.count(b"\n", 0, start) + 1
        return RecordPlace(line, Span(start, end if end > 0 else len(self.data)))

    def find(self, identifier: str | None, start: int) -> int:
        """The byte at which the heading of an article begins: its anchor has the identifier; -1 where there is none."""
        if identifier is None:
            return -1
        name = identifier.encode()
        found = (self.data.find(mark + name, start) for mark in (b'data-anchor="', b"data-anchor='", b'id="', b""))
        return next((self.data.rfind(b"<", 0, at) for at in found if at >= 0), -1)


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

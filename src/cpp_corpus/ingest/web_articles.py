"""The articles of a page of Légifrance: their headings, history, words, notes and facts, by the classes of elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from lxml.etree import _Element, iterwalk

from cpp_corpus.ingest.adapter import RawFile
from cpp_corpus.ingest.address import place_of
from cpp_corpus.ingest.fragment import RecordPlace, fragment_line, read_fragment, whole_file
from cpp_corpus.ingest.html_notes import take_notes
from cpp_corpus.ingest.html_text import lines_of_html, text_of_html
from cpp_corpus.ingest.html_tree import by_class, find, html_tree, markup_of, take_out, words_of
from cpp_corpus.ingest.naming import number_printed, source_act, titled_division
from cpp_corpus.ingest.page_words import act_of_title, amendment, division_title, shown_on
from cpp_corpus.lang.dates import find_date
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.typography import tidy
from cpp_corpus.model.article import ArticleState, Division, Link
from cpp_corpus.model.document import Block, Draft, Facts, Role
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.span import Span
from cpp_corpus.model.states import source_day

__all__ = ["WebPage"]


class WebPage:
    """A page of the site, parsed.

    >>> page = WebPage(RawFile("a.html", b"<p>Menu<p class='titreArt'>Article 3</p><p class='corpsArt'>Le sable."))
    >>> [str(block.text) for draft in page.take_drafts() for block in draft.blocks]
    ['Article 3', 'Le sable.']
    >>> [block.text for block in page.take_rest()]
    ['Menu']
    """

    def __init__(self, file: RawFile) -> None:
        self.file = file
        self.tree = html_tree(file.text, _NEW.heading, _OLD.heading)

    def take_drafts(self) -> list[Draft]:
        """Its articles, which are taken out of the page."""
        is_of_journal = bool(by_class(self.tree, "enteteTexte"))
        kind = next((kind for kind in (_NEW, _OLD) if by_class(self.tree, kind.heading)), None)
        kind = kind or (_OLD if is_of_journal else None)
        return list(_drafts(self.file, self.tree, kind)) if kind else []

    def take_rest(self) -> list[Block]:
        """All its other lines, which are taken out of it: the title of the act, the day of the page, then the rest."""
        place = whole_file(self.file)
        titles = _titles(self.tree)
        named = next((title for title in titles if source_act(title)), None)
        days = by_class(self.tree, "vigor-title")[:1]
        found = [fragment_line(words, place, Role.TITLE if words == named else Role.FURNITURE) for words in titles]
        found += [fragment_line(words_of(day), place, Role.VERSION) for day in days]
        return [*filter(None, found), *self._taken([*by_class(self.tree, *_ACT_TITLES)[:1], *days])]

    def take_furniture(self) -> list[Block]:
        """The lines of what stands around the text behind its first article, which are taken out of the page.

        So are footnotes.
        """
        around = list(_furniture(self.tree))
        for element in around:
            take_out(element)
        return self._furniture([*around, *take_notes(self.tree)])

    def is_of_a_person(self) -> bool:
        """Whether a person made the page, whatever its title says: it has headings of articles, no links on them.

        The pages of the site have a form for the search; their lists and tables of contents link each article. The
        headings may be in any markup: ``<h2>Article 3</h2>``, ``<p><b>Article 3</b></p>``, a term of a list, a cell.
        """
        if find(self.tree, "//form|//input") or _SEARCH.search(self._title()):
            return False
        return bool(self._headings()) and not self.is_list()

    def is_list(self) -> bool:
        """Whether it links articles on lines of their own, as a list does."""
        headings = self._headings()
        return any(_words(link) in headings for link in find(self.tree, "//a[@href]"))

    def _headings(self) -> set[str]:
        """Its lines that begin as the heading of an article does."""
        lines = (line.lstrip(" •│") for line in self.lines())
        return {line for line in lines if _LINE_OF_ARTICLE.match(line)}

    def lines(self) -> list[str]:
        """All its words, laid out as the lines of a text, below its title where only that names an act."""
        lines = lines_of_html(self.tree)
        title = _NAME_OF_SITE.sub("", self._title())
        is_needed = act_of_title(title) is not None and not any(act_of_title(line.strip()) for line in lines)
        return [*([title, ""] if is_needed else []), *lines, ""]

    def _title(self) -> str:
        """The title that a browser shows."""
        return next(map(_words, find(self.tree, "//title")), "")

    def _taken(self, read: list[_Element]) -> list[Block]:
        """The lines of the page without what was ``read``."""
        for element in read:
            take_out(element)
        return self._furniture([self.tree])

    def _furniture(self, elements: list[_Element]) -> list[Block]:
        """The lines of elements that are no words of the law."""
        place = whole_file(self.file)
        lines = [line for each in elements for line in map(tidy, text_of_html(each).splitlines()) if line]
        return [block for line in lines if (block := fragment_line(line, place, Role.FURNITURE)) is not None]


# ---------------------------------------------------------------------------------------------------------------------


class _Classes(NamedTuple):
    """The classes of the elements of an article."""

    heading: str
    history: str
    text: str
    note: str


_NEW = _Classes("name-article", "date", "content", "nota")
_OLD = _Classes("titreArt", "histoArt", "corpsArt", "notaArt")
_ACT_TITLES = ("main-title", "print-title-only", "titreTexte", "enteteTexte")


_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_AROUND = frozenset(("aside", "footer", "nav", "navigation", "contentinfo", "complementary", "sidebar"))
"""Elements of a page that stand beside its text, unless they stand within an article: names, roles, identifiers."""
_STRONG = frozenset(("b", "strong"))
_SEARCH = Pattern(r"\brecherche", re.IGNORECASE)
_OF_ARTICLE = Pattern(r"\s*(?:Article|ARTICLE|Art\.)\s*\S")
_LINE_OF_ARTICLE = Pattern(
    r"(?:Article|ARTICLE|Art\.)\s+(?:(?:L\.?\s?O|[LRDA])?\.?\s?\*?\s?\d|(?:premier|PREMIER|unique|UNIQUE)\b)"
)
_NAME_OF_SITE = Pattern(r"\s+[-–—|]\s+L[ée]gifrance\s*$", re.IGNORECASE)


def _furniture(page: _Element) -> Iterator[_Element]:
    """The outermost elements that are no words of the law: behind the first heading, what stands beside or is hidden.

    Deleted words are none wherever they stand: ``Le <del>sable</del><ins>vent</ins>``.
    """
    headed = begun = False
    walk = iterwalk(page, events=("start",))
    for _, element in walk:
        if element.tag in _HEADINGS:
            headed = headed or _OF_ARTICLE.match(_words(element)) is not None
        elif element.tag in _STRONG:
            headed = headed or _LINE_OF_ARTICLE.match(_words(element)) is not None
        begun = begun or headed or _OF_ARTICLE.match(element.text or "") is not None
        beside = headed and _is_beside(element) and next(element.iterancestors("article"), None) is None
        if beside or element.tag == "del" or (begun and _is_unseen(element)):
            walk.skip_subtree()
            yield element


def _is_beside(element: _Element) -> bool:
    """Whether an element stands beside the text of its page, by its name, its role or its identifier."""
    names = (element.tag, element.get("role"), (element.get("id") or "").lower())
    return not _AROUND.isdisjoint(names)


def _is_unseen(element: _Element) -> bool:
    """Whether a browser shows nothing of an element: ``<p hidden>``, ``<p style="display:none">``."""
    return element.get("hidden") is not None or _UNSEEN_STYLE.search(element.get("style", "")) is not None


_UNSEEN_STYLE = Pattern(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)


def _titles(page: _Element) -> list[str]:
    """The lines of the first element with the title of the act."""
    place = RecordPlace(1, Span(0, 0))
    return [line.text for title in by_class(page, *_ACT_TITLES)[:1] for line in read_fragment(markup_of(title), place)]


# -- articles ---------------------------------------------------------------------------------------------------------


class _Found(NamedTuple):
    """An article of a page."""

    heading: _Element
    """Its heading; of an article without one, the element with all of it."""
    parts: list[_Element]
    """The elements with its history, words and notes."""
    is_bare: bool = False
    """Whether it has no heading."""
    title: _Element | None = None
    """The title of its division, where that is the heading of an annex."""

    @property
    def elements(self) -> list[_Element]:
        """All that it has of the page."""
        title = [] if self.title is None else [self.title]
        return [*title, *([] if self.is_bare else [self.heading]), *self.parts]


def _drafts(file: RawFile, page: _Element, classes: _Classes) -> Iterator[Draft]:
    headings = _headings(page, classes)
    if classes is _OLD:
        _mark_text(page, set(headings), classes)
    parts = dict(zip(headings, _parts(page, headings, classes), strict=True))
    found = [_Found(heading, parts[heading]) for heading in headings]
    sections = _sections(page)
    titled: dict[_Element, list[_Element]] = {}
    if bare := _bare_articles(page, found, classes):
        found += (_Found(article, _bare_parts(article, classes), is_bare=True) for article in bare)
        order = {element: at for at, element in enumerate(page.iter())}
        found.sort(key=lambda each: order[each.heading])
    if classes is _OLD:
        titled = _titles_above(page, [each.heading for each in found])
        annexes = _annex_titles(bare, titled)
        found = [each._replace(title=annexes.get(each.heading)) for each in found]
    ids = [_ids(each.heading, each.parts) for each in found]
    names = [own.get("legiarti") or own.get("jorfarti") for own in ids]
    common = _common_facts(file, page, *(own.get(name) for name in ("legitext", "jorftext") for own in ids[:1]))
    places = _Places(file)
    of_articles = []
    for at, each in enumerate(found):
        place = places.of(names[at], names[at + 1] if at + 1 < len(names) else None)
        facts = common._replace(
            number=_number(each.parts),
            state=ArticleState.REPEALED if _is_repealed(each.heading, each.parts) else None,
            divisions=_divisions(each.heading, sections) or _below(common.divisions, titled.get(each.heading, [])),
            ids=(*ids[at].items(), *common.ids),
        )
        of_articles.append((each, facts, place))
    yield from reversed(list(_read(of_articles, classes)))


def _headings(page: _Element, classes: _Classes) -> list[_Element]:
    """The headings of the articles, without those that are inside another one or in a menu."""
    found = by_class(page, classes.heading)
    known = set(found)
    twice = {
        around
        for each in found
        for around in each.iterancestors()
        if around in known and _words(around) == _words(each)
    }
    return [each for each in found if each not in twice and next(each.iterancestors("nav"), None) is None]


def _read(of_articles: list[tuple[_Found, Facts, RecordPlace]], classes: _Classes) -> Iterator[Draft]:
    """The articles, the last one first; each is taken out: broken markup may have put it into the one before."""
    for found, facts, place in reversed(of_articles):
        draft = _draft(found, classes, facts, place)
        if draft.blocks:
            yield draft
        for element in found.elements:
            take_out(element)


def _draft(found: _Found, classes: _Classes, facts: Facts, place: RecordPlace) -> Draft:
    """An article of its heading and its parts; without blocks where they have no words."""
    title = found.title if found.is_bare else found.heading
    heading = None if title is None else fragment_line(_heading_words(title), place, Role.HEADING)
    blocks: list[Block] = []
    history: list[Link] = []
    for part in found.parts:
        names = (part.get("class") or "").split()
        if "version-article" in names:
            version = fragment_line(words_of(part), place, Role.VERSION)
            blocks += [version] if version else []
        elif classes.history in names:
            lines = read_fragment(markup_of(part), place)
            history += _history(lines)
            blocks += [line._replace(role=Role.FURNITURE, links=()) for line in lines]
        elif classes.text in names:
            blocks += read_fragment(markup_of(part), place)
        elif classes.note in names:
            blocks += read_fragment(markup_of(part), place, note=True)
    if found.is_bare and not heading and len(blocks) > 1 and _ANNEX.fullmatch(blocks[0].text):
        blocks[0] = blocks[0]._replace(role=Role.HEADING)
    return Draft(facts._replace(links=tuple(history)), (*([heading] if heading else []), *blocks))


_ANNEX = Pattern(r"annexe(?: (?:[IVX]{1,6}|\d{1,2}|[A-Z]))?", re.IGNORECASE)


def _mark_text(page: _Element, headings: set[_Element], classes: _Classes) -> None:
    """Put what stands beside a heading in its article into an element of the text, where the page marks none."""
    for article in by_class(page, "article"):
        inside = by_class(article, *classes)
        if any(_has_class(each, classes.text) for each in inside):
            continue
        known = set(inside)
        for heading in inside:
            if heading in headings and next(_around(heading, "article"), None) is article:
                _gather(heading, article, known, classes)


def _gather(heading: _Element, article: _Element, known: set[_Element], classes: _Classes) -> None:
    """Put the elements and words behind a heading, up to the next one, into an element of the text."""
    while _is_last(heading) and (parent := heading.getparent()) is not None and parent is not article:
        heading = parent
    text = heading.makeelement("div", {"class": classes.text})
    text.text, heading.tail = heading.tail, None
    following = heading.getnext()
    while (each := following) is not None:
        following = each.getnext()
        if _has_class(each, _CITED) or (each in known and not _has_class(each, classes.heading)):
            continue
        if _has_class(each, _SECTION) or not known.isdisjoint(each.iter()):
            break
        text.append(each)
    heading.addnext(text)


_SECTION = "titreSection"
_CITED = "liensArtCita"
"""The class of the list of what cites an article."""


def _is_last(element: _Element) -> bool:
    """Whether no words stand behind an element in the one around it."""
    behind = (words for each in element.itersiblings() for words in (*each.itertext(), each.tail or ""))
    return not (element.tail or "").strip() and not any(str(words).strip() for words in behind)


def _bare_articles(page: _Element, found: list[_Found], classes: _Classes) -> list[_Element]:
    """The articles without a heading: those that neither have a part of another article nor are inside one."""
    taken = {each for one in found for each in (one.heading, *one.parts)}
    around = {each for part in taken for each in part.iterancestors()}
    bare: dict[_Element, None] = {}
    for article in by_class(page, "article") if classes is _OLD else find(page, "//article"):
        inside = any(each in taken or each in bare for each in article.iterancestors())
        has_text = classes is _OLD or by_class(article, classes.text)
        if not inside and article not in around and has_text and _words(article):
            bare[article] = None
    return list(bare)


def _bare_parts(article: _Element, classes: _Classes) -> list[_Element]:
    """The parts of an article without a heading; all of it is its text where the page marks none."""
    parts = by_class(article, *classes, "version-article", "tabs-secondary")
    if not by_class(article, classes.text):
        text = article.makeelement("div", {"class": classes.text})
        text.text, article.text = article.text, None
        for each in list(article):
            if each not in parts:
                text.append(each)
        article.insert(0, text)
        parts = by_class(article, *classes, "version-article")
    return _outermost(parts)


def _titles_above(page: _Element, articles: list[_Element]) -> dict[_Element, list[_Element]]:
    """The titles of the divisions of each article: those before it on the page or in an item of a list around it."""
    found: dict[_Element, list[_Element]] = {}
    wanted = set(articles)
    titles: list[tuple[_Element | None, _Element]] = []
    for element in by_class(page, _SECTION, _OLD.heading, "article"):
        items: list[_Element | None] = [*element.iterancestors("li"), None]
        if _has_class(element, _SECTION):
            titles = [(item, title) for item, title in titles if item in items[1:]]
            titles.append((items[0], element))
        elif element in wanted:
            found[element] = [title for item, title in titles if item in items and _words(title)]
    return found


def _annex_titles(bare: list[_Element], titles: dict[_Element, list[_Element]]) -> dict[_Element, _Element]:
    """For articles without a heading, the title of an annex above them; only the first article of an annex has it."""
    found: dict[_Element, _Element] = {}
    taken: set[_Element] = set()
    for article in bare:
        title = titles[article][-1] if titles[article] else None
        if title is not None and title not in taken and _ANNEX.fullmatch(words_of(title)):
            found[article] = title
            taken.add(title)
            titles[article] = titles[article][:-1]
    return found


def _has_class(element: _Element, name: str) -> bool:
    return name in (element.get("class") or "").split()


def _around(element: _Element, name: str) -> Iterator[_Element]:
    """The elements of a class around an element, inner to outer."""
    return (each for each in element.iterancestors() if _has_class(each, name))


def _parts(page: _Element, headings: list[_Element], classes: _Classes) -> list[list[_Element]]:
    """The elements of each article: those after its heading and before the next one, in the same ``article``."""
    found: dict[_Element, list[_Element]] = {heading: [] for heading in headings}
    current: _Element | None = None
    around: _Element | None = None
    for element in by_class(page, *classes, "version-article", "tabs-secondary"):
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


def _words(element: _Element) -> str:
    """All words of an element."""
    return " ".join("".join(map(str, element.itertext())).split())


def _heading_words(heading: _Element) -> str:
    """The words of a heading: on the site before 2020 without the link that it has."""
    own = [heading.text or ""]
    for child in heading:
        is_link = child.tag == "a" and "En savoir plus" in words_of(child)
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
        before = find(heading, "preceding::a[starts-with(@id, 'LEGIARTI') or starts-with(@id, 'JORFARTI')][1]")
        for anchor in before:
            _put(found, anchor.get("id"))
    return found


def _put(found: dict[str, str], value: str | None) -> None:
    """Put an identifier under the name that its first letters are."""
    if value and (name := _IDENTIFIER.fullmatch(value)):
        found.setdefault(name[1].lower(), value)


_IDENTIFIER = Pattern(r"(LEGIARTI|JORFARTI|LEGITEXT|JORFTEXT|LEGISCTA|KALIARTI|KALITEXT|KALICONT)\d{12}")


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


_ADDRESS = Pattern(r"rel=['\"]canonical['\"][^>]{0,200}?/((?:LEGITEXT|JORFTEXT)\d{12})")
_NOR = Pattern(r"NOR\s*:\s*(?:<[^<>]{0,80}>\s*)?([A-Z]{4}\d{7}[A-Z])\b")
_DATE_OF_TEXT = Pattern(r"dateTexte=(\d{4})(\d\d)(\d\d)")


def _path(page: _Element) -> list[str]:
    """The titles of an act and of the divisions around the articles, outer to inner."""
    summary = find(page, "//*[@id='conteneurSommaire']")
    inside = summary[0] if summary else page
    titles = [words_of(each) for each in by_class(inside, "title-link") if not _is_below(each, "liste-article-noeud")]
    before = find(page, "//strong[starts-with(normalize-space(), 'Chemin')]/following::div[1]//a")
    found = [*titles, *map(words_of, before)]
    return [words for at, words in enumerate(found) if words and words not in found[:at]]


def _is_below(element: _Element, name: str) -> bool:
    return any(each.get("id") == name for each in element.iterancestors())


def _sections(page: _Element) -> dict[_Element, Division]:
    """The divisions of a page by the item of a list that has them with their articles."""
    found: dict[_Element, Division] = {}
    for title in by_class(page, "title-link"):
        item = next(title.iterancestors("li"), None)
        words = division_title(words_of(title))
        if item is not None and words:
            found.setdefault(item, titled_division(words))
    return found


def _divisions(heading: _Element, sections: dict[_Element, Division]) -> tuple[Division, ...]:
    """The divisions of an article on a page that has several."""
    found = [sections[item] for item in heading.iterancestors("li") if item in sections]
    return tuple(reversed(found))


def _below(above: tuple[Division, ...], titles: list[_Element]) -> tuple[Division, ...]:
    """The divisions of a page, then those with the ``titles`` that it has above an article."""
    found = [titled_division(division_title(words) or words) for words in map(words_of, titles)]
    return (*above, *(each for at, each in enumerate(found) if each not in above and each not in found[:at]))


def _day(page: _Element) -> date | None:
    """The day on which a page shows the law."""
    for element in by_class(page, "vigor-title", "sousTitreTexte"):
        if day := shown_on(words_of(element)) or find_date(words_of(element)):
            return day
    links = [link.get("href") or "" for heading in by_class(page, _OLD.heading) for link in heading.iter("a")]
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

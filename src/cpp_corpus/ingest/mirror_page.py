r"""Pages of a mirror: one article per file, ``# Article L12-3``, an empty line, then the body with HTML tags.

The act and the divisions are known by the folders only. Paragraphs are ``<p>`` or separated by ``<br/>``; an editors'
note is in italics and begins with ``NOTA``; links lead to other pages by their path. A file with several such headings
has several articles. Pages of a mirror that has Markdown instead of tags (``**``, ``\-``, ``&amp;``) are read likewise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cpp_corpus.ingest.adapter import Adapter, RawFile
from cpp_corpus.ingest.address import place_of
from cpp_corpus.ingest.lines import SourceMap
from cpp_corpus.ingest.markdown import is_outline
from cpp_corpus.ingest.marks import ENTITY, Markdown, marked_line, unescaped
from cpp_corpus.ingest.markup import CUT_TAG, has_markup, read_markup
from cpp_corpus.ingest.written_headings import heading_among_words
from cpp_corpus.model.document import Block, Document, Draft, Facts, Role
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.heading import is_heading, read_heading

__all__ = ["ADAPTER"]

_HEADING = re.compile(r"\s*#[ \t]+(Article\b[^\r\n]*)", re.IGNORECASE)
_LATER = re.compile(r"(?<=[\r\n])[ \t]*#[ \t]+(Article\b[^\r\n]*)", re.IGNORECASE)
_BLANK = re.compile(r"\s*")
_MARKDOWN = Markdown()
_IS_QUOTED = re.compile(r"(?<=[\r\n])>[ ]?(?:>|-[^\W\d])")
"""A list of what an article has changed, by lines that are quoted: ``> -Arrêté du 15 juin 1994``, ``> > Art. 2``."""
_QUOTED = Markdown(re.compile(r"(?:\r\n?|\n)[ \t]*(?:(?:\r\n?|\n)\s*(?:>[ ]?)*|(?:>[ ]?)+)"))


_UNNUMBERED = "Article"
"""The heading of an annex without a number, which may have articles of its own."""


def _sniff(file: RawFile) -> bool:
    heading = _HEADING.match(file.head)
    if heading is None or is_outline(file.head):
        return False
    words = unescaped(heading[1])
    in_act = _in_act(file)
    return is_heading(words, in_act=False) or is_heading(words, in_act=in_act) or (in_act and words == _UNNUMBERED)


def _read(file: RawFile) -> Iterator[Document]:
    text = file.text
    source = SourceMap(file)
    markup = has_markup(file.decoded.text) or ("&" in text and ENTITY.search(text) is not None)
    act, divisions = place_of(file.path)
    facts = Facts(act=act, divisions=divisions)
    end = _end_of_body(text)
    drafts: list[Draft] = []
    findings: list[Finding] = []
    for heading, stop in _articles(file, end):
        blocks = _line(source, heading.start(1), heading.end(1), Role.HEADING, markup=markup)
        start = _BLANK.match(text, heading.end(), stop)
        markdown = _QUOTED if _IS_QUOTED.search(text, heading.end(), stop) else _MARKDOWN
        body = read_markup(source, start.end() if start else stop, stop, markup=markup, markdown=markdown)
        blocks += body
        is_cut = stop == end < len(text)
        if is_cut:
            blocks += _line(source, end, len(text), Role.FURNITURE, markup=markup)
            findings.append(_cut_finding(file.path, blocks))
        findings += _other_headings(unescaped(heading[1]), body, file.path)
        drafts.append(Draft(facts, tuple(blocks)))
    yield Document(file.path, ADAPTER.name, tuple(drafts), marks_notes=True, findings=tuple(findings))


def _other_headings(heading: str, body: Sequence[Block], path: str) -> Iterator[Finding]:
    """A finding for each line of an article that looks like the heading of another one."""
    number = read_heading(heading).number
    return filter(None, (heading_among_words(block, number, path) for block in body))


def _articles(file: RawFile, end: int) -> Iterator[tuple[re.Match[str], int]]:
    """The heading of each article, and where its body ends."""
    text = file.text
    first = _HEADING.match(text, 0, end)
    if first is None:  # cannot happen: the file was recognised by it
        return
    if "#" not in text[first.end() :]:
        yield first, end
        return
    in_act = _in_act(file)
    later = (
        found for found in _LATER.finditer(text, first.end(1), end) if is_heading(unescaped(found[1]), in_act=in_act)
    )
    headings = [first, *later]
    for heading, following in pairwise(headings):
        yield heading, following.start()
    yield headings[-1], end


def _in_act(file: RawFile) -> bool:
    """Whether the folders of a page name its act."""
    return place_of(file.path)[0] is not None


def _end_of_body(text: str) -> int:
    """The end of the body: before a tag that the end of the file cuts off, unless the heading would be lost."""
    last = text.rfind("<")
    is_cut = last >= 0 and CUT_TAG.match(text, last) and _HEADING.match(text, 0, last)
    return last if is_cut else len(text)


def _line(source: SourceMap, start: int, end: int, role: Role, *, markup: bool) -> list[Block]:
    block = marked_line(source, start, end, role, entities=markup)
    return [block] if block else []


def _cut_finding(path: str, blocks: list[Block]) -> Finding:
    message = "The page ends inside a tag, so its end is missing. Fetch the page again."
    line = blocks[-1].line if blocks else 1
    return Finding.build(FindingCode.TRUNCATED_PAGE, message, path=path, line=line)


ADAPTER = Adapter(
    name="mirror-page",
    description="Markdown page with one or more articles and HTML tags, from a mirror of Légifrance",
    expects="a page that begins with “# Article” and a number, such as “# Article L12-3”",
    sniff=_sniff,
    read=_read,
    knows=("number", "state", "dates", "notes", "links"),
    example="# Article L112-1 ⏎⏎ Le meunier …",
)

"""The tree of an HTML page: parsed by lxml as UTF-8, repaired by BeautifulSoup where its markup is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree, html
from lxml.etree import _Element

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.adapter import RefusedError
from cpp_corpus.lang.typography import tidy
from cpp_corpus.limits import check

__all__ = ["by_class", "find", "html_tree", "markup_of", "take_out", "words_of"]


def html_tree(text: str, *classes: str) -> _Element:
    """The tree of a page with the characters ``text``, without scripts and comments.

    The page is repaired where elements of the ``classes`` are lost: lxml stops at tags that are nested too deep.
    ``MissingExtraError`` where the package for that is missing, ``RefusedError`` where it cannot be repaired.

    >>> words_of(html_tree("<p class='a'>L'été<p>dort.", "a"))
    "L'étédort."
    """
    check("tags", text.count("<"), "tags")
    text = _XML_DECLARATION.sub("", text, count=1).replace("\0", "")
    tree = _parsed(text)
    wanted = re.compile(rf"class=['\"][^'\"]*\b(?:{'|'.join(classes)})\b") if classes else None
    if wanted and len(by_class(tree, *classes)) < len(wanted.findall(text)) and len(text) < _LARGEST:
        tree = _parsed(_repaired(text))
    etree.strip_elements(tree, *_DROPPED, with_tail=False)
    return tree


def by_class(element: _Element, *names: str) -> list[_Element]:
    """The elements inside ``element`` with one of the classes ``names``, in their order.

    >>> [found.tag for found in by_class(html_tree("<p class='a b'>1</p><i class='c'>2</i>"), "b", "c")]
    ['p', 'i']
    """
    tests = " or ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in names)
    return find(element, f".//*[{tests}]")


def find(element: _Element, path: str) -> list[_Element]:
    """The elements at ``path``, an expression of XPath that gives elements.

    >>> [found.tag for found in find(html_tree("<p>1</p><i>2</i>"), "//i")]
    ['i']
    """
    return cast("list[_Element]", element.xpath(path))


def words_of(element: _Element) -> str:
    """The words of an element, with tidied spaces, but for those that only a screen reader says.

    >>> words_of(html_tree("<p>Le  <b>sable</b> <span class='hidden-element'>Déplier</span> dort."))
    'Le sable dort.'
    """
    return tidy("".join(_shown(element)))


def _shown(element: _Element) -> Iterator[str]:
    """The texts inside an element."""
    if any(map(_is_hidden, element.iterancestors())):
        return
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, each in walk:
        if event == "end":
            yield (each.tail or "") if each is not element else ""
        elif _is_hidden(each):
            walk.skip_subtree()
        else:
            yield each.text or ""


def _is_hidden(element: _Element) -> bool:
    """Whether only a screen reader says what is in an element."""
    return "hidden-element" in element.get("class", "").split(" ")


def markup_of(element: _Element) -> str:
    r"""An element as HTML, line ends of the source made spaces, those in ``<pre>`` made ``<br>``.

    >>> markup_of(html_tree("<p>Le\n<b>sable</b>")[0][0])
    '<p>Le <b>sable</b></p>'
    """
    found = str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
    if "<pre" in found:
        found = _PRE.sub(lambda pre: pre[0].replace("\n", "<br>"), found)
    return _SPACES.sub(" ", found)


def take_out(element: _Element) -> None:
    """Remove an element, but not the words behind it.

    >>> tree = html_tree("<p>Le <b>vent</b> dort.")
    >>> take_out(find(tree, "//b")[0])
    >>> words_of(tree)
    'Le dort.'
    """
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    parent.remove(element)


# ---------------------------------------------------------------------------------------------------------------------

_LARGEST = 5_000_000  # characters of a broken page that are repaired
_DROPPED = ("script", "style", "noscript", "template")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_SPACES = re.compile(r"[ \t\r\n\f]+")


def _parsed(text: str) -> _Element:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    tree: _Element = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    return tree


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

"""Footnotes of an HTML page: their calls, which are no words of the text, and the notes below it.

A call is a raised number that leads to its note, or one behind a word with a note of that number below it:

    Le sable coule<sup><a href="#n1">1</a></sup>.      <li id="n1">Voir la loi.</li>
    Le sable coule<sup>1</sup>.                        <p><sup>1</sup> Voir la loi.</p>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element

from cpp_corpus.ingest.html_tree import take_out

__all__ = ["take_notes"]


def take_notes(page: _Element) -> list[_Element]:
    """Take the calls of footnotes and their notes out of a page, and give the notes.

    >>> from cpp_corpus.ingest.html_tree import html_tree, words_of
    >>> tree = html_tree("<p>Il a 9 m<sup>3</sup> d'eau<sup>1</sup>.</p><p><sup>1</sup> Voir la loi.</p>")
    >>> [words_of(note) for note in take_notes(tree)], words_of(tree)
    (['1 Voir la loi.'], "Il a 9 m3 d'eau.")
    """
    called = list(islice(_called(page), _MOST))
    for call, _ in called:
        take_out(call)
    notes = list(dict.fromkeys(note for _, note in called))
    for note in notes:
        take_out(note)
    return notes


# ---------------------------------------------------------------------------------------------------------------------

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,3}|[a-z])[\])]?")
_WORD = re.compile(r"[^\W\d_]{2,}[.,;:!?»”\")\]]{0,2}\Z")
"""What stands before a number that is raised and leads nowhere; that of ``9 m³`` is a unit."""
_UNIT = re.compile(r"(?:[kcdmh]m|dam|mètres?)\Z")
_BLOCKS = frozenset(("aside", "dd", "div", "li", "p", "section"))
_ARTICLE = re.compile(r"\s*(?:Article|Art\.)\s", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST = 5_000  # characters of a note
_MOST = 10_000  # calls
_INNER = 5  # elements: those of a call are fewer


def _called(page: _Element) -> Iterator[tuple[_Element, _Element]]:
    """Each call with its note."""
    elements = list(page.iter("sup", "a"))
    if not elements:
        return
    order = {element: at for at, element in enumerate(page.iter())}
    targets = {name: element for element in order if (name := element.get("id") or element.get("name"))}
    marks = {element: mark for element in elements if (mark := _mark(element))}
    opening = {mark: each for each, mark in marks.items() if each.tag == "sup" and _opens_block(each)}
    notes: dict[_Element, _Element | None] = {}  # by what calls lead to
    for element, mark in marks.items():
        if _opens_block(element):
            continue
        target = _target(element, targets)
        if target is None and element.tag == "sup" and _stands_behind_word(element):
            target = opening.get(mark)
        if target is None:
            continue
        if target not in notes:
            notes[target] = _note(target)
        note = notes[target]
        if note is not None and order[note] > order[element]:
            yield element, note


def _mark(element: _Element) -> str | None:
    """The number that an element is; ``None`` where it is more."""
    if len(list(islice(element.iter(), _INNER))) == _INNER:
        return None
    words = _words(element)
    return words if _MARK.fullmatch(words) else None


def _target(element: _Element, targets: dict[str, _Element]) -> _Element | None:
    """The element to which a raised number leads."""
    link = element if element.tag == "a" else next(element.iter("a"), None)
    is_raised = element.tag == "sup" or next(element.iter("sup"), None) is not None
    is_inner = element.tag == "a" and any(each.tag == "sup" for each in element.iterancestors())
    address = "" if link is None or is_inner or not is_raised else link.get("href") or ""
    return targets.get(address[1:]) if address.startswith("#") else None


def _note(target: _Element) -> _Element | None:
    """The paragraph or point that is the note at ``target``; ``None`` where that is more than a note."""
    found = next((each for each in (target, *target.iterancestors()) if each.tag in _BLOCKS), None)
    if found is None or (found is not target and not _words(found).startswith(_words(target))):
        return None
    words = _words(found)
    is_more = len(words) > _LONGEST or _ARTICLE.match(words) or next(found.iter(*_HEADINGS), None) is not None
    return None if is_more else found


def _opens_block(element: _Element) -> bool:
    """Whether an element is the first thing of a paragraph or point."""
    around = element.getparent()
    while around is not None and around.tag not in _BLOCKS:
        if around.text and around.text.strip():
            return False
        element, around = around, around.getparent()
    return around is not None and around[0] is element and not (around.text or "").strip()


def _stands_behind_word(element: _Element) -> bool:
    before = element.getprevious()
    around = element.getparent()
    words = (before.tail if before is not None else around.text if around is not None else "") or ""
    found = _WORD.search(words)
    return found is not None and _UNIT.search(found[0]) is None


def _words(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())

"""From French text to references.

:func:`find_references` reads a text once: ``text`` makes its typography uniform, ``grammar`` reads the phrases that
refer, ``discourse`` decides what they mean. :func:`recognize` does so for an article with its notes,
:func:`find_citation` for a citation as people type it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from cpp_corpus.errors import TextError
from cpp_corpus.lang.abbreviations import abbreviation
from cpp_corpus.lang.acts import act_named, code_name_at, has_number
from cpp_corpus.lang.numbering import is_number, read_number
from cpp_corpus.limits import check
from cpp_corpus.model.number import ArticleNumber, normalize_number
from cpp_corpus.model.reference import Reference, ReferenceKind
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.citation import find_citation
from cpp_corpus.normalizer.recognize.discourse import CitingArticle, analysed
from cpp_corpus.normalizer.recognize.discourse.versions import in_order
from cpp_corpus.normalizer.recognize.grammar import phrases
from cpp_corpus.normalizer.recognize.text import checked, reading
from cpp_corpus.normalizer.recognize.text.edits import blanks

__all__ = [
    "Placed",
    "citing_article",
    "find_citation",
    "find_references",
    "note_starts",
    "placed_references",
    "recognize",
    "references_in",
]

_PLACE = attrgetter("start", "end")
_NUMBERS = (str, ArticleNumber)
_PLAIN_NUMBER = re.compile(r"(?:lo|[lrda])?[0-9]+(?:-[0-9]+)*")
"""Most normalised numbers: for them it is not worth while to ask whether they are any."""
_NOTE = re.compile(r"[ \t]*NOTA[ \t]*:")


def find_references(
    text: str, *, act: str | None = None, article: str | ArticleNumber | None = None
) -> list[Reference]:
    """The references in ``text``, in order; positions index ``text`` as it was passed.

    ``act`` (an id, a title or an abbreviation) and ``article`` (in any form) are those of the citing article: an
    article cited without an act belongs to ``act``. Without ``article`` the text may be another's: beside an article of
    another act ("à l'article 5 et à l'article 6 de la loi …") a number that both may have is left open. A line that
    begins with ``NOTA:`` begins a note: the references from there on carry its index, counted from 0.

    ``TextError`` where ``text`` is no text, ``InputError`` where no act is known as ``act``, ``NumberError`` where
    ``article`` is no article number.

    >>> [(r.act, r.article) for r in find_references("aux articles 221-1 et R. 610-5 du code pénal")]
    [('code-penal', '221-1'), ('code-penal', 'r610-5')]
    """
    return references_in(checked(text), citing_article(act, article))


class Placed(NamedTuple):
    """A reference with the place of all the words that make it."""

    reference: Reference
    start: int
    """Where its phrase begins: parts, list and act included."""
    stop: int
    """Where its phrase ends."""
    act: Span | None
    """Where its phrase names an act."""


def placed_references(text: str, *, act: str | None = None) -> list[Placed]:
    """The references in ``text`` as :func:`find_references` finds them, with their phrases; notes count as text.

    >>> [(each.reference.target, each.start, each.stop) for each in placed_references("Vu le 2° de l'article 5 du CPP")]
    [('code-de-procedure-penale/5#2°', 3, 30)]
    """
    read = reading(checked(text))
    analysis = analysed(read.text, phrases(read.text).phrases, citing_article(act, None))
    pairs = [
        (reference, phrase)
        for begin, end, phrase in zip((0, *analysis.ends), analysis.ends, analysis.phrases, strict=False)
        for reference in analysis.references[begin:end]
    ]
    check("references", len(pairs), "references")
    pairs.sort(key=lambda pair: (pair[0].start, pair[0].end))
    ordered = in_order([reference for reference, _ in pairs], analysis.references)
    return [
        Placed(
            read.restored(reference) if read.edits else reference,
            *read.span(phrase.start, phrase.stop),
            None if phrase.act is None else read.span(phrase.act.start, phrase.act.end),
        )
        for reference, (_, phrase) in zip(ordered, pairs, strict=True)
    ]


def recognize(
    text: str, notes: Sequence[str] = (), *, act: str | None = None, article: str | ArticleNumber | None = None
) -> tuple[Reference, ...]:
    """The references in the text of an article, then those in its notes; positions index the text or the note.

    They are read as one: "la présente loi" of a note may be one that the text named. ``act`` and ``article`` are those
    of a record, and are not checked.
    """
    number = normalize_number(article if isinstance(article, str) else article.normalized) if article else None
    citing = CitingArticle(act, number)
    if not notes:
        return tuple(_references(text, citing))
    starts = list(accumulate((len(part) + 1 for part in (text, *notes)), initial=0))
    out = []
    for reference in _references("\n".join((text, *notes)), citing, starts[1]):
        part = bisect_right(starts, reference.start) - 1
        out.append(reference.moved(-starts[part], part - 1) if part else reference)
    return tuple(out)


def references_in(text: str, citing: CitingArticle) -> list[Reference]:
    """What :func:`find_references` finds in the text of an article of whatever act."""
    starts = note_starts(text)
    found = _references(text, citing, starts[0] if starts else None)
    if not starts:
        return found
    return [r.moved(0, bisect_right(starts, r.start) - 1) if r.start >= starts[0] else r for r in found]


def note_starts(text: str) -> list[int]:
    """Where the notes of a text begin: at lines that begin with ``NOTA:``."""
    found: list[int] = []
    at = text.find("NOTA")
    while at >= 0:
        begin = text.rfind("\n", 0, at) + 1
        if (not found or begin > found[-1]) and _NOTE.match(text, begin) is not None:
            found.append(begin)
        at = text.find("NOTA", at + 1)
    return found


def citing_article(act: str | None, article: str | ArticleNumber | None) -> CitingArticle:
    """The citing article that a user names; the errors are those of :func:`find_references`."""
    if act is not None and not isinstance(act, str):
        raise TextError(f"act: expected text, got {type(act).__name__}")
    if article is not None and not isinstance(article, _NUMBERS):
        raise TextError(f"article: expected text, got {type(article).__name__}")
    return CitingArticle(None if act is None else _act(act), None if article is None else _number(article))


@lru_cache(maxsize=1 << 10)
def _act(name: str) -> str:
    return act_named(name)


@lru_cache(maxsize=1 << 12)
def _number(article: str | ArticleNumber) -> str:
    if isinstance(article, ArticleNumber):
        return article.normalized
    normalized = normalize_number(article)
    if not _PLAIN_NUMBER.fullmatch(normalized) and not is_number(normalized):
        read_number(article)  # which says what was expected, or reads what is a number in its printed form only
    return normalized


_TYPED_LENGTH = 60  # characters
_BETWEEN = r"(?:[\s,;:/+&()_=|.–-]|\b(?:art(?:icles?)?|et|ou)\b)"
_NAME = re.compile(rf"{_BETWEEN}*+(?P<new>nouveau )?(?P<words>.*?){_BETWEEN}*", re.IGNORECASE)
"""The words between the numbers of a text that is only a citation, without what joins them."""
_TYPED_ENOUGH = 5  # digits and letters, so that it is no measure: "12/ct"


def _typed(text: str) -> list[Reference]:
    """The articles of a text that is nothing but a citation, where the act of each has the number; else nothing.

    So with signs, or nothing, where blanks would be: "145cpc", "cpc 31/32", "1103 - 1104 - 1193 code civil".
    """
    found = find_citation(text)
    if not found or not all(r.kind is ReferenceKind.ARTICLE and has_number(r.act, r.article or "") for r in found):
        return []
    ends = [0, *(r.end for r in found)]
    text = text.replace("_", " ")
    between = [text[end : r.start] for end, r in zip(ends, found, strict=False)]
    if not all(map(_is_name, (*between, text[ends[-1] :]))):
        return []
    letters = sum(map(str.isalpha, text)) if len(found) == 1 else len(text)
    return found if all(len(r.article or "") + letters > _TYPED_ENOUGH for r in found) else []


def _is_name(words: str) -> bool:
    """Whether words are the name of an act, or none, besides what joins citations."""
    found = _NAME.fullmatch(words)
    if found is None or not found["words"] or abbreviation(found["words"]) is not None:
        return found is not None
    named = code_name_at(words, found.start("words"))
    return named is not None and named[0] == found.end("words")


def _is_open(text: str, found: Sequence[Reference]) -> bool:
    """Whether an article was found without its act, or digits stand in nothing that was found."""
    ends = [0, *(r.end for r in found)]
    outside = "".join(text[end : r.start] for end, r in zip(ends, found, strict=False)) + text[ends[-1] :]
    return any(r.act is None for r in found) or any(map(str.isdigit, outside))


_NAME_OF_FILE = re.compile(r"(?!_)(?:[^\s_]+[ ])*[^\s_]+_[^\n]{0,120}(?<!_)")
"""The name of a file, whose words have signs between them: "bail_L145-4_C_com.pdf"."""
_EXTENSION = re.compile(r"\.[a-z]{2,4}\Z")


def _references(text: str, citing: CitingArticle, note: int | None = None) -> list[Reference]:
    read = reading(text)
    written = phrases(read.text).phrases
    note = None if note is None else read.forth(note)
    found = list(analysed(read.text, written, citing, note).references) if written else []
    if len(text) <= _TYPED_LENGTH and _is_open(text, found) and len(typed := _typed(text)) >= max(1, len(found)):
        return typed
    if "_" in text and (not found or any(r.act is None for r in found)) and _NAME_OF_FILE.fullmatch(text) is not None:
        return _references(_EXTENSION.sub(blanks, text.replace("_", " ")), citing)
    if not found:
        return []
    check("references", len(found), "references")
    if len(found) > 1:
        found = in_order(sorted(found, key=_PLACE), found)
    return [read.restored(reference) for reference in found] if read.edits else found

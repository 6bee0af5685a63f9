"""The citations of a text: those in its sentences, and those that stand alone on a line as people type them.

What a line says beside its citations decides how it is read. Where nothing is left over, and in sentences, the
recogniser has read it. A short line with words or numbers left over is read as a citation that somebody typed, by
:mod:`cpp_corpus.citation`, which refuses what it cannot read: so nothing of a citation is passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from cpp_corpus.citation import read_citation
from cpp_corpus.errors import CitationError
from cpp_corpus.lang.act_titles import act_title
from cpp_corpus.model.division import RelativeStep, division_steps
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Reference, ReferenceKind, Via
from cpp_corpus.normalizer.recognize import Placed, placed_references

__all__ = ["Cited", "citations_in"]


class Cited(NamedTuple):
    """A citation as it was read, or why it cannot be."""

    start: int
    end: int
    """Its words in the text."""
    reference: Reference | None = None
    """What it cites; ``None`` where it cannot be read."""
    day: date | None = None
    """The day that is named with ``@``."""
    problem: str | None = None
    """What cannot be read."""
    act: str | None = None
    """The words that name the act, where no act is known by them."""
    successor: Reference | None = None
    """What it has become, by the text: "devenu 1240"."""


def citations_in(text: str, acts: Collection[str], *, act: str | None = None) -> list[Cited]:
    r"""The citations of ``text``, in order.

    ``acts`` are ids of known acts other than the codes of French law; ``act`` is the act of articles cited without one.
    References to a part or a division of the citing text itself, "le deuxième alinéa", are left out.

    >>> text = "121-3@31/12/2010\n\nL'article 5 du code civil est applicable, sauf son deuxième alinéa."
    >>> for each in citations_in(text, ()):
    ...     print(text[each.start : each.end], "→", each.problem or each.reference)
    121-3@31/12/2010 → no day can be read from '31/12/2010'; write it as 2010-12-31
    article 5 du code civil → article code-civil/5
    """
    placed = placed_references(text, act=act)
    lines = [line for line in _lines(text) if line.words]
    found: list[Cited] = []
    taken: list[tuple[int, int]] = []
    at = 0
    for line in lines:
        while at < len(placed) and placed[at].stop <= line.start:
            at += 1
        end = at
        while end < len(placed) and placed[end].start < line.end:
            end += 1
        inside = placed[at:end]
        typed = None
        if all(line.start <= each.start and each.stop <= line.end for each in inside):
            typed = _typed(line, inside, acts, act, is_only=len(lines) == 1)
        if typed is not None:
            found += typed
            taken.append((line.start, line.end))
    return sorted([*found, *_of_sentences(text, placed, taken)], key=lambda each: each.start)


# ---------------------------------------------------------------------------------------------------------------------


class _Line(NamedTuple):
    """A line without the signs of lists and quotations around it."""

    start: int
    end: int
    words: str


_AROUND = re.compile(r"[\s>«»\"“”*•·–—-]*(?P<words>.*?)[\s.;,«»\"“”]*$")
_LONGEST = 300  # characters of a citation on a line of its own
_BLANK = re.compile(
    r"\b(?:cf|v|voir|vus?|vues?|et|ou|l|les?|la|aux?|à|d|du|des?)\b\.?|[\s,;:.()\[\]'’«»\"“”–—-]", re.IGNORECASE
)
"""Words and signs between citations, which say nothing of their own."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_VERB = re.compile(
    r"\b(?:est|sont|a|ont|sera|seront|était|étaient|ne|n'|que|qu'|qui|dont|où|il|elle|ils|elles|on|se|s'|pour|par|dans"
    r"|sans|sous|avec|en|sur|prévoi\w*|dispos\w+|appli\w+|fix\w+|défini\w*|modifi\w+|abrog\w+|précis\w+|énonc\w+)\b",
    re.IGNORECASE,
)
"""Words of sentences, which no citation has."""
_SENTENCE = 4  # words beside the citations
_LOOKS = re.compile(
    r"@|\bart(?:icles?|s?\b)|(?<!\w)(?:L\.?O|[LRDA])[. *]{0,3}\d|\d-\d|\bcodes?\b|\bannexe\b|^[\w-]+[:/]\S*\d",
    re.IGNORECASE,
)
"""What only citations have, of all that is on lines of their own."""
_UNFINISHED = re.compile(r"\b(?:et|ou|à)\s*$")
_ID = re.compile(r"[\w:.-]+/[^\s#]+(?:#.+)?")
_BEFORE_NAME = re.compile(r"(?:(?:le|la|du|au|vu le)\s|l['’])\s*", re.IGNORECASE)
_PRESENT = re.compile(r"\bprésente?s?\b", re.IGNORECASE)
_HASHES = 12
_HEADING = re.compile(r"^#+[ ]*\Z", re.MULTILINE)
_LINE_END = re.compile(r"[ ]*$", re.MULTILINE)
"""Around the heading of an article in Markdown, which cites nothing: "# Article L. 1"."""
_NUMBER = re.compile(r"\d[\w-]*")
_PART_BEHIND = re.compile(
    r"\s*,?\s*\(?(?:§\s*\d+|(?:al(?:in[ée]as?)?|ph(?:rases?)?|tirets?)\b\.?\s*\d+"
    r"|(?:\d+\s?(?:ers?|ères?|nde?s?|d|[eè]mes?|es?)|premi\w+|dern\w+|second\w*|\w+ième)\s(?:alin\w+|phrases?|tirets?))",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    r"(?:\d+\s?(?:ers?|ères?|nde?s?|d|[eè]mes?|es?)|premi\w+|dern\w+|second\w*|\w+ième)\s(?:alin\w+|phrases?|tirets?)"
    r"\s*$",
    re.IGNORECASE,
)
"""Parts that the recogniser left over beside an article: it has read less than what is cited."""


def _lines(text: str) -> Iterator[_Line]:
    begin = 0
    for line in text.splitlines(keepends=True):
        match = _AROUND.match(line)
        if match is not None and not line.startswith("#"):
            yield _Line(begin + match.start("words"), begin + match.end("words"), match["words"])
        begin += len(line)


def _typed(
    line: _Line, placed: Sequence[Placed], acts: Collection[str], act: str | None, *, is_only: bool
) -> list[Cited] | None:
    """The citations of a line that somebody typed; ``None`` where the recogniser has read it all, or it is none."""
    rest = _left_over(line, placed)
    bare = _BLANK.sub(" ", rest)
    if len(line.words) > _LONGEST or not (bare.strip() or (is_only and _UNFINISHED.search(rest))):
        return None
    if not placed and (whole := _whole_act(line, acts)):
        return [whole]
    if _ID.fullmatch(line.words):
        return _read(line, acts, act)
    is_sentence = len(_WORD.findall(bare)) >= _SENTENCE or (bool(placed) and _VERB.search(bare) is not None)
    if is_sentence and "@" not in bare:
        return None
    if not (is_only or _LOOKS.search(line.words) or (act is not None and _NUMBER.fullmatch(line.words))):
        return None
    if placed and not _has_article(placed) and not re.search(r"[\d@]", bare):
        return _unread_name(line, placed, rest)  # a code or a division, not an article
    return _unread_name(line, placed, rest) or _read(line, acts, act, is_bare=all(each.act is None for each in placed))


def _read(line: _Line, acts: Collection[str], act: str | None, *, is_bare: bool = False) -> list[Cited]:
    """A line as somebody typed it; ``is_bare`` where the recogniser has found no act in it."""
    try:
        citation = read_citation(line.words, acts)
    except CitationError as error:
        return [Cited(line.start, line.end, problem=error.problem, act=error.act)]
    if is_bare and citation.references[-1].act is not None and (misspelt := _unread_name_of_number(line)):
        return misspelt
    return [_of_line(line, each, citation.day, citation.references, act) for each in citation.references]


def _whole_act(line: _Line, acts: Collection[str]) -> Cited | None:
    """An act by its title or its id, and nothing else."""
    name = _BEFORE_NAME.sub("", line.words)
    found = next((each for each in acts if name.lower() in {each, act_title(each).lower()}), None)
    if found is None:
        return None
    named = {"kind": ReferenceKind.ACT, "start": line.start, "end": line.end, "act": found}
    return Cited(line.start, line.end, Reference(**named, via=Via.EXPLICIT, basis=Basis.NAMED))


def _left_over(line: _Line, placed: Sequence[Placed]) -> str:
    """The words of a line, with spaces in the place of what the recogniser has read."""
    signs = list(line.words)
    for each in placed:
        begin, end = each.start - line.start, each.stop - line.start
        signs[begin:end] = " " * (end - begin)
    return "".join(signs)


def _has_article(placed: Sequence[Placed]) -> bool:
    return any(each.reference.kind in {ReferenceKind.ARTICLE, ReferenceKind.INTERNAL} for each in placed)


def _unread_name(line: _Line, placed: Sequence[Placed], rest: str) -> list[Cited] | None:
    """A name that goes on behind the act that was read: "code pénal imaginaire"."""
    named = [each.act for each in placed if each.act is not None]
    if not named:
        return None
    start, end = named[-1]
    if end < max(each.stop for each in placed):
        return None
    tail = rest[end - line.start :]
    if not _WORD.match(tail.lstrip(" ")) or tail[:1] != " ":
        return None
    name = line.words[start - line.start :].rstrip()
    return [Cited(line.start, line.end, problem=f"no act is known as {name!r}", act=name)]


def _unread_name_of_number(line: _Line) -> list[Cited] | None:
    """The same where the number stands without the word "article", which the recogniser does not read."""
    word = "article "
    headed = _Line(line.start - len(word), line.end, word + line.words)
    read = [
        each._replace(
            start=each.start + headed.start,
            stop=each.stop + headed.start,
            act=None if each.act is None else each.act.shift(headed.start),
        )
        for each in placed_references(headed.words)
    ]
    found = _unread_name(headed, read, _left_over(headed, read))
    return None if found is None else [each._replace(start=line.start) for each in found]


def _of_line(
    line: _Line, reference: Reference, day: date | None, beside: Sequence[Reference], act: str | None
) -> Cited:
    places = {(each.start, each.end) for each in beside}
    start, end = (line.start, line.end) if len(places) == 1 else reference.span.shift(line.start)
    own = reference.moved(line.start)
    if act is not None and own.act is None and own.reason in {None, Reason.NO_ACT_NAMED}:
        own = own.replaced(act=act, via=Via.DEFAULT, basis=Basis.DEFAULT, reason=None)
    return Cited(start, end, own, day)


def _of_sentences(text: str, placed: Sequence[Placed], taken: Sequence[tuple[int, int]]) -> Iterator[Cited]:
    """The citations that the recogniser has found outside the lines that are taken."""
    ends = [end for _, end in taken]
    several = {each.start for each, after in pairwise(placed) if each.start == after.start}
    for each in placed:
        reference = each.reference
        line = bisect_right(ends, reference.start)
        if (line < len(taken) and taken[line][0] <= reference.start) or _is_internal(text, each):
            continue
        if (
            each.act is None
            and _HEADING.search(text, max(each.start - _HASHES, 0), each.start)
            and _LINE_END.match(text, each.stop)
        ):
            continue
        start, end = (reference.start, reference.end) if each.start in several else (each.start, each.stop)
        named = None if each.act is None else text[each.act.slice]
        problem = _unread_part(text, each)
        successor = None if reference.successor is None else placed[reference.successor].reference
        yield Cited(start, end, reference, None, problem, named, successor)


def _is_internal(text: str, placed: Placed) -> bool:
    """Whether it cites a place of the citing text itself, or that text: "présent arrêté"."""
    reference = placed.reference
    if reference.kind is ReferenceKind.INTERNAL:
        return True
    if reference.act is None and _PRESENT.search(text, placed.start, placed.stop):
        return True
    steps = () if reference.division is None else division_steps(reference.division)
    return any(isinstance(step, RelativeStep) for step in steps)


def _unread_part(text: str, placed: Placed) -> str | None:
    """What is wrong where a part stands beside an article, and was not read as a part of it."""
    if placed.reference.kind is not ReferenceKind.ARTICLE:
        return None
    found = _PART_BEHIND.match(text, placed.stop) or _PART_BEFORE.search(text, max(placed.start - 40, 0), placed.start)
    return None if found is None else f"{found[0].strip(' ,(')!r} was not read as a part of the article"

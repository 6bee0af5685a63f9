"""The citations of a text: those in its sentences, and those that stand alone on a line as people type them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from operator import attrgetter

from cpp_corpus.citation.titles import lower_titles
from cpp_corpus.normalizer.recognize import Placed, placed_references
from cpp_corpus.verification.cited import Cited
from cpp_corpus.verification.lists import goes_on, listed_lines, numbers_listed
from cpp_corpus.verification.sentences import of_sentences
from cpp_corpus.verification.typed import Line, is_citation, lines_of, typed

__all__ = ["citations_in"]


def citations_in(text: str, acts: Collection[str], *, act: str | None = None) -> list[Cited]:
    r"""The citations of ``text``, in order.

    ``acts`` are ids of known acts other than the codes of French law; ``act`` is the act of articles cited without one.
    References to a part or a division of the citing text itself, "le deuxième alinéa", are left out.

    >>> text = "121-3@31/12/2010\n\nL'article 5 du code civil s'applique, et non le premier alinéa du présent article."
    >>> for each in citations_in(text, ()):
    ...     print(text[each.start : each.end], "→", each.problem or each.reference)
    121-3@31/12/2010 → no day can be read from '31/12/2010'; write it as 2010-12-31
    article 5 du code civil → article code-civil/5
    """
    text = lower_titles(text, acts)
    placed = placed_references(text, act=act)
    phrases = sorted({(each.start, each.stop): each for each in placed}.values(), key=attrgetter("start"))
    lines = list(lines_of(text))
    listed = listed_lines(text, lines, phrases, acts, act)
    numbers = numbers_listed(text, lines, phrases, acts)
    found: list[Cited] = []
    taken: list[tuple[int, int]] = []
    alone: list[bool] = []
    at = phrase = 0
    for number, line in enumerate(lines):
        while at < len(placed) and placed[at].stop <= line.start:
            at += 1
        while phrase < len(phrases) and phrases[phrase].stop <= line.start:
            phrase += 1
        inside = listed[number] if number in listed else _inside(line, placed, at)
        whole = line.upto(inside[-1].stop) if inside else line
        own_act = numbers.get(number) or act
        is_only = len(lines) == 1 or number in numbers
        own = None if inside is None else typed(whole, inside, acts, own_act, is_only=is_only)
        if own is None and number in listed:
            own = list(of_sentences(text, listed[number], (), [(whole.start, whole.end)], acts))
        if own is not None:
            found += own
            taken.append((whole.start, whole.end))
        alone.append(own is not None or is_citation(line, _touching(line, phrases, phrase)))
    outside = _outside_sentences(text, lines, alone)
    found += of_sentences(text, placed, taken, outside, acts)
    return sorted((_without_pair(text, each) for each in found), key=lambda each: each.start)


# ---------------------------------------------------------------------------------------------------------------------

_STOP = re.compile(
    r"(?:[!?…]|(?<!\b[^\W\d_])(?<!\b[^\W\d_]{2})(?<!\b[^\W\d_]{3})\.)[\s»”\"]*$"  # not that of "R.", "al.", "art."
)
_BEFORE = 60  # characters
_HEADS = re.compile(r"\bart(?:icle)?(s?)\b", re.IGNORECASE)
_SIGNS = " \t\r\n\f\v\u00a0>*•·–—-"
_HEAD = re.compile(r":\s*$")
_APART = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*[\r\n]|#")
"""Between two lines that belong to no one sentence, but for the head of a list."""


def _inside(line: Line, placed: Sequence[Placed], at: int) -> list[Placed] | None:
    """The references of a line, from the place ``at`` on; ``None`` where one of their phrases goes beyond it."""
    found = []
    end = line.end + len(line.dot)
    while at < len(placed):
        each = placed[at]
        at += 1
        if each.start >= line.end:
            break
        if each.start < line.start or each.stop > end:
            return None
        found.append(each)
    return found


def _touching(line: Line, phrases: Sequence[Placed], at: int) -> list[Placed]:
    """The phrases that have words of a line, from the place ``at`` on."""
    behind = next((i for i in range(at, len(phrases)) if phrases[i].start >= line.end), len(phrases))
    return [each for each in phrases[at:behind] if each.stop > line.start]


def _outside_sentences(text: str, lines: Sequence[Line], alone: Sequence[bool]) -> list[tuple[int, int]]:
    """The places of the lines that have nothing but citations, ``alone``, and to which no sentence goes on."""
    within = [not each for each in alone]
    for at in range(1, len(lines)):
        within[at] = within[at] or (within[at - 1] and _goes_on(text, lines[at - 1], lines[at]))
    for at in range(len(lines) - 2, -1, -1):
        following = lines[at + 1]
        is_rest = not following.words[:1].isupper() or goes_on(text, following.start)
        is_begun = within[at + 1] and is_rest and _goes_on(text, lines[at], following)
        within[at] = within[at] or is_begun
    return [(line.start, line.end) for line, is_within in zip(lines, within, strict=True) if not is_within]


def _goes_on(text: str, line: Line, following: Line) -> bool:
    """Whether a sentence goes on from a line to the following one: no full stop and no blank line ends it."""
    between = text[line.end : following.start]
    said = line.words + between.rstrip(_SIGNS)
    return _HEAD.search(said) is not None or (_STOP.search(said) is None and _APART.search(between) is None)


def _without_pair(text: str, cited: Cited) -> Cited:
    """The same, or that it cannot be read where "697-700" was read as a range and no plural says that it is one."""
    reference = cited.reference
    if reference is None or reference.to is None or cited.problem is not None:
        return cited
    pair = f"{reference.article}-{reference.to}"
    if pair not in text[cited.start : cited.end]:
        return cited
    heads = _HEADS.findall(text, max(reference.start - _BEFORE, 0), reference.start)
    if heads and heads[-1]:
        return cited
    problem = f"{pair!r} may be a number or a range; write a range as '{reference.article} à {reference.to}'"
    return cited._replace(problem=problem)

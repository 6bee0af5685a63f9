"""Which lines of a text are the headings of its articles.

Contents, quotations, titles of other texts, riders and annexes with articles of their own have lines that look like
headings and are none; damaged numbers and other forms are headings all the same.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from itertools import pairwise, takewhile
from typing import NamedTuple

from cpp_corpus.ingest.page_line import Line
from cpp_corpus.ingest.page_model import (
    ENDS,
    HEAD_LINES,
    HEADINGS,
    LONGEST_TITLE,
    SENTENCE_ENDS,
    SEVERAL,
    Page,
    has_history,
    heading_like,
    heads_several,
    is_sentence,
    kind_behind,
    length_before_words,
    name_of,
    number_of,
    quoted_lines,
    says_state,
    stands_free,
)
from cpp_corpus.ingest.page_words import (
    FIRST_OF_ANY,
    Kind,
    act_of_title,
    is_agreement,
    is_private,
    law_title,
    run_in_heading,
)
from cpp_corpus.ingest.written_headings import (
    Written,
    act_of_heading,
    bare_run_in,
    doubtful_heading,
    free_heading,
    heading_of,
    is_beside,
    is_line_of_law,
    is_near,
    misread_heading,
    written_heading,
    written_headings,
)
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.heading import read_heading
from cpp_corpus.model.number import ArticleNumber, NumberKind
from cpp_corpus.model.states import state_named

__all__ = [
    "TITLE_LINES",
    "headings_above",
    "headings_of",
    "is_in_capitals",
    "is_rider",
    "misread_headings",
    "other_text",
    "own_part",
    "points_of",
    "title_again",
    "unread_headings",
    "with_misread",
    "with_other_forms",
]

_PLAIN = frozenset({NumberKind.NUMBER, NumberKind.NAMED})
"""The kinds of the numbers that the articles of an annex have: ``3``, ``IV``, ``unique``."""
_EMPTY = frozenset({Kind.SITE, Kind.LINKED, Kind.END, Kind.FOOTER, Kind.TITLE, Kind.DIVISION, Kind.PAGE_END})
_BEGINNINGS = frozenset({Kind.TEXT, Kind.HEADING, Kind.ANNEX, Kind.HISTORY, Kind.SIGNATURE})
_ANNEXED = Pattern(r"Annexe\b.{0,20}[ ']article ", re.IGNORECASE)
"""An annex that names its article, which is no title of a division."""
TITLE_LINES = 12  # of a title that goes over several lines
_LABELLED = Pattern(r"(?:\d{1,3}(?:°|er|re|e)?|[IVX]{1,5}|[A-Z])(?: [a-z]+)?(?:\.? ?[:–—-]|\.) ?[A-ZÀ-Þ]")
"""The beginning of a title: ``1 bis : De la balance``."""
_MOST = 0.7  # of the headings of a printed document
_TITLE_WIDTH = 85  # columns of a title in a printed document


def points_of(page: Page) -> list[int]:
    """The first lines of articles that are points of a list and have lost their headings; none where they have them.

    Each point but the first stands below the end of the one before. Headings of repealed articles may be left.
    """
    found: list[int] = []
    is_ended = True
    for at, (line, kind) in enumerate(zip(page.lines, page.kinds, strict=True)):
        if kind is Kind.END:
            is_ended = True
        elif kind is Kind.SITE and len(found) < 2 and line.words:
            return []  # a menu
        elif kind is Kind.PAGE_END:
            break
        elif is_ended and kind in _BEGINNINGS:
            if not line.is_item or (kind is not Kind.TEXT and not says_state(page, at)):
                return []
            found.append(at)
            is_ended = False
    bare = [at for at in found if page.kinds[at] is Kind.TEXT]
    page.marks_ends = is_ended and len(found) > 1 and bool(bare)
    return found if page.marks_ends else []


def headings_of(page: Page) -> list[int]:
    kinds = page.kinds
    found = [at for at, kind in enumerate(kinds) if kind in HEADINGS]
    titled = [at for at in range(len(kinds)) if _is_titled(page, at)]
    if found or _names_act(page) or len(titled) >= SEVERAL:
        for at in titled:
            kinds[at] = Kind.HEADING
        found = sorted([*found, *titled])
    found = sorted({*found, *_other_headings(page, found)})
    found = _without_quoted(page, _without_captions(page, found))
    if _sets_off(page, found):
        titles = {at: above for at in found if (above := _titles_above(page, at)) is not None}
        above_others = {line for above in titles.values() for line in above}
        widest = max((page.lines[at].width for at in above_others), default=0)
        for above in titles.values():
            _mark_titles(page, above, widest)
        found = [at for at in titles if at not in above_others]
    contents = _contents(page, found)
    found = [at for at in found if at not in contents]
    if linked := [at for at in found if _is_linked(page, at)]:
        page.marks_ends = _marks_ends(page, linked)
        return linked
    items = [at for at in found if page.lines[at].is_item]
    if found[:1] == items[:1] and (len(items) > 1 or len(items) * 2 >= len(found)):
        found = items  # each article is a point of a list
    restarts = any(_has_own_articles(page, found, at) for at in found)
    found = [at for at in found if kinds[at] is not Kind.ANNEX or _is_annex_heading(page, at, restarts=restarts)]
    page.marks_ends = _marks_ends(page, found)
    if page.marks_ends:
        found = [at for before, at in pairwise([-1, *found]) if _is_outside(page, at, before)]
    return _without_annexed(page, found)


def _other_headings(page: Page, certain: list[int]) -> list[int]:
    """The headings that stand before the words of their article, or are written in another form than that of the site.

    ``certain`` are those of the page that are in the form of the site.
    """
    run_in = [] if any(page.kinds[at] is Kind.HEADING for at in certain) else _run_in(page)
    written = {} if page.private else written_headings(page.lines, page.kinds, certain, page.law)
    is_quoted = any(heading.form == "glued" for heading in written.values())  # by a law: codes have this form
    if len(written) <= len(run_in) or (run_in and is_quoted):
        return run_in
    page.written = written
    for at, heading in written.items():
        if heading.length is None:
            page.kinds[at] = Kind.HEADING
        title = written_heading(page.lines[at - 1]) if heading.act and at else None
        if title and at - 1 not in written and title[1:3] == heading[1:3]:
            page.kinds[at - 1] = Kind.SITE  # of the page that this article has
    return list(written)


def with_other_forms(page: Page, headings: list[int]) -> list[int]:
    """The headings, and others where they belong: ``Art. 13`` between ``Article 12`` and ``Article 14``."""
    if page.marks_ends or page.private or not headings:
        return headings
    numbers = {at: number_of(page, at) for at in headings}
    known = set(numbers.values())
    found: list[int] = []
    rest = headings[::-1]
    acts: set[str | None] = {None}  # of the titles above
    quoted = quoted_lines(page)
    low: ArticleNumber | None = None  # of the last heading above that is not of another part of the code
    for at, line in enumerate(page.lines):
        if rest and at == rest[-1]:
            found.append(rest.pop())
            low = numbers[at]
        elif page.kinds[at] is Kind.TITLE:
            acts.add(act_of_title(line.words))
        elif page.kinds[at] is Kind.TEXT and not line.cells and at not in quoted:
            heading = _in_other_form(page, at)
            if heading is None or heading.number in known or heading.act not in acts:
                continue
            if heading.form == "worded" and not (found and rest and line.words[-1] in SENTENCE_ENDS):
                continue  # it may be the title of the article, or the beginning of a sentence
            high = numbers[rest[-1]] if rest else None
            stands_beside = _stands_beside(page, heading, low, numbers[found[-1]] if found else None)
            if stands_beside or _has_place(page, at, heading.number, low, high):
                found.append(at)
                low = low if stands_beside else heading.number
                numbers[at] = heading.number
                known.add(heading.number)
                page.written[at] = heading
                if heading.length is None:
                    page.kinds[at] = Kind.HEADING
    return found


def with_misread(page: Page, headings: list[int]) -> list[int]:
    """The headings, with those whose number is damaged: they have the number that those around leave to them.

    Such as ``Article L I11-3`` and ``Article 111-3`` between ``Article L. 111-2`` and ``Article L. 111-4``. Where they
    leave none, the first of these is a heading without a number.
    """
    if page.marks_ends or page.private or len(headings) < _FEWEST_AROUND:
        return headings
    numbers = {at: number_of(page, at) for at in headings}
    for at, number in _without_letter(page, headings, numbers):
        numbers[at] = number
        page.written[at] = Written("misread", number)
    known = set(numbers.values())
    quoted = quoted_lines(page)
    found: list[int] = []
    rest = headings[::-1]
    low: ArticleNumber | None = None
    for at in range(headings[0], len(page.lines)):
        if rest and at == rest[-1]:
            found.append(rest.pop())
            low = numbers[at]
            continue
        heading = free_heading(page.lines, page.kinds, at, misread_heading)
        if page.law and page.kinds[at] is Kind.HEADING and stands_free(page, at):
            heading = misread_heading(page.lines[at])  # ``Article l0``, not one of a code with an L
        if heading is None or at in quoted or low is None or low.kind not in _PLAIN:
            continue
        is_left = heading.number not in known and _is_left(heading.number, low, numbers[rest[-1]] if rest else None)
        if page.law and (heading.number.prefix or not is_left):
            continue
        if is_left:
            page.written[at] = heading
            low = heading.number
            known.add(low)
        page.kinds[at] = Kind.HEADING
        found.append(at)
    return found


def _without_letter(
    page: Page, headings: list[int], numbers: dict[int, ArticleNumber | None]
) -> Iterator[tuple[int, ArticleNumber]]:
    """The few headings that have lost the letter that the numbers of all others have, each with its whole number.

    One that names its act, or stands beside the title of one, may be of another act, one below an annex is its own.
    """
    read = [(at, number) for at, number in numbers.items() if number]
    own = list(takewhile(lambda found: found[1].kind is not NumberKind.ANNEXE, read))
    lettered = {number for _, number in own if number.prefix}
    bare = [at for at, number in own if not number.prefix and number.kind is NumberKind.NUMBER]
    if len(lettered) < max(_FEWEST_AROUND, (len(bare) - 1) * _FEW_BARE):
        return
    for at in bare:
        place = headings.index(at)
        before, after = headings[max(place - 1, 0)], headings[min(place + 1, len(headings) - 1)]
        named = page.written.get(at)
        if (named and named.act) or Kind.TITLE in page.kinds[before:after]:
            continue
        low = numbers[before] if before < at else None
        high = numbers[after] if after > at else None
        letters = {number.prefix for number in (low, high) if number}
        if len(letters) == 1 and (letter := letters.pop()):
            whole = read_heading(f"Article {letter}{numbers[at]}").number
            if whole and whole not in lettered and _is_left(whole, low, high):
                yield at, whole


_FEWEST_AROUND = 2
_FEW_BARE = 10  # headings with a letter for each one without


def _is_left(number: ArticleNumber, low: ArticleNumber | None, high: ArticleNumber | None) -> bool:
    """Whether an article belongs between the one above and the one below: of their section, or next to one of them."""
    if (low and not low < number) or (high and not number < high):
        return False
    is_inside = low is not None and high is not None and is_near(low, number) and is_near(number, high)
    follows = low is not None and is_near(low, number, within=2)
    return is_inside or follows or (high is not None and is_near(number, high, within=2))


_EXPLICIT = frozenset({"run in", "glued", "strong", "bare run in"})
"""The forms of headings before the words of their article, with a sign between them."""


def _stands_beside(page: Page, heading: Written, low: ArticleNumber | None, last: ArticleNumber | None) -> bool:
    """Whether an article is of another part of a code than the one above, ``low``, and comes after ``last``.

    Such as ``Art. R. 12-1.-Le vent`` between ``Article L. 12-1`` and ``Article L. 12-2``.
    """
    if page.law or heading.form not in _EXPLICIT or not is_beside(heading.number, low):
        return False
    return last is None or last.prefix != heading.number.prefix or last < heading.number


def _in_other_form(page: Page, at: int) -> Written | None:
    """The heading that a line is by its looks, in any form; it may be that of another act."""
    line = page.lines[at]
    if heading := free_heading(page.lines, page.kinds, at, doubtful_heading):
        return None if heading.number.prefix and page.law else heading
    if length := run_in_heading(line.words):
        number = heading_like(line) if stands_free(page, at) else None
        return Written("run in", number, length=length) if number else None
    heading = free_heading(page.lines, page.kinds, at) or (bare_run_in(line) if stands_free(page, at) else None)
    if heading is None or (heading.number.prefix and page.law):
        return None
    if heading.form == "bare" and not (
        stands_free(page, at) and at + 1 < len(page.lines) and is_line_of_law(page.lines[at + 1])
    ):
        return None  # a point of a list
    return heading


def _has_place(
    page: Page, at: int, number: ArticleNumber, low: ArticleNumber | None, high: ArticleNumber | None
) -> bool:
    """Whether an article belongs between the one above and the one below, below the title, or directly behind the last.

    The articles that a law changes may stand below its last one.
    """
    if low is None:
        return high is not None and is_near(number, high) and number < high and Kind.TITLE in page.kinds[:at]
    if high is None:
        return not page.law and low < number and is_near(low, number, within=2)
    return low < number < high and (is_near(low, number) or is_near(number, high))


def other_text(page: Page, headings: list[int]) -> int | None:
    """The title of another text below the articles of a law: of a rule that it approves, of a decision on it.

    Its articles are numbered anew, and it is no annex by its title.
    """
    seen: set[ArticleNumber | None] = set()
    for at in headings:
        number = number_of(page, at)
        if number is not None and number in seen and number.normalized in FIRST_OF_ANY:
            title = at - 1
            while title > headings[0] and not page.lines[title].gap:
                title -= 1
            line = page.lines[title]
            is_title = page.kinds[title] in {Kind.TEXT, Kind.TITLE} and line.words[-1:] not in ENDS
            return title if is_title and len(line.words) < LONGEST_TITLE and line.words[:1].isupper() else None
        seen.add(number)
    return None


def title_again(page: Page, headings: list[int]) -> int | None:
    """The title of a law below its first articles, the numbers of which come after those below: they are of another.

    So a page of a book begins with the end of one text, and what a program wrote above it names the other.
    """
    numbers = {at: number_of(page, at) for at in headings}
    first = numbers[headings[0]] if page.law and headings else None
    if first is None or first.prefix or first.normalized in FIRST_OF_ANY:
        return None
    titles = [at for at, kind in enumerate(page.kinds) if kind is Kind.TITLE and at > headings[0]]
    for title in titles:
        below = next((number for at, number in numbers.items() if at > title and number), None)
        if law_title(page.lines[title].words) == page.law and below and not below.prefix and below < first:
            return title
    return None


def is_rider(page: Page, at: int) -> bool:
    """Whether a title is that of a text that was added to the collective agreement above."""
    above = (line.words for line in page.lines[:at])
    return _RIDER.match(page.lines[at].words) is not None and any(map(is_agreement, above))


_RIDER = Pattern(r"(?:Avenant|AVENANT|Accord|ACCORD|Protocole|PROTOCOLE)\b")


def is_in_capitals(page: Page, at: int) -> bool:
    """Whether a title stands free in capitals, and no annex above it; pages of the site have others in their texts."""
    line, kinds = page.lines[at], page.kinds
    is_free = line.gap and line.words.isupper() and _ACT_IN_CAPITALS.match(line.words)
    return bool(is_free) and Kind.TITLE in kinds[:at] and not {Kind.ANNEX, Kind.END, Kind.HISTORY} & set(kinds)


_ACT_IN_CAPITALS = Pattern(
    r"(?:CHARTE|D[ÉE]CLARATION|CONSTITUTION|LOI|ORDONNANCE|D[ÉE]CRET|ARR[ÊE]T[ÉE]|CODE|CONVENTION|TRAIT[ÉE]|ACCORD|STATUTS"
    r"|PROTOCOLE|PR[ÉE]AMBULE|R[ÈE]GLEMENT|S[ÉE]NATUS-CONSULTE)\b"
)


class _Own(NamedTuple):
    """The lines of the articles that a law has itself, above the text that is annexed to it."""

    end: int
    """The index after their last line: that of the signature, or of the heading of the annex."""
    other: int | None
    """The title of the other text, where it is no annex by its heading."""


_HEADED = Pattern(r"(?:Article|Art\.)", re.IGNORECASE)


def own_part(page: Page) -> _Own | None:
    """The part of a law above another text, the articles of which are numbered anew below an annex or a signature.

    ``None`` where there is no such text. The headings of each may be in a form of their own.
    """
    if not page.law or Kind.END in page.kinds or Kind.LINKED in page.kinds:
        return None
    quoted = quoted_lines(page)
    has_words = False
    annex: int | None = None
    signature: int | None = None
    for at, (line, kind) in enumerate(zip(page.lines, page.kinds, strict=True)):
        if kind is Kind.SIGNATURE or (_is_title_of_other(line, kind) and at not in quoted):
            signature = at if has_words and signature is None else signature
            continue
        is_headed = kind is Kind.ANNEX or _HEADED.match(line.words)
        heading = heading_of(line) if is_headed and at not in quoted and not _is_in_sentence(page, at) else None
        number = heading.number if heading else None
        if number is None or number.prefix:
            continue
        if number.kind is NumberKind.ANNEXE:
            is_led = page.lines[max(at - 1, 0)].words[-1:] == ":"  # one that an article puts in the place of another
            annex = at if has_words and annex is None and not is_led else annex
        elif number.normalized in FIRST_OF_ANY and annex is not None:
            return _Own(annex, None)
        elif number.normalized in FIRST_OF_ANY and signature is not None:
            return _Own(signature, _title_below(page, signature, at))
        else:
            has_words = has_words or bool(run_in_heading(line.words)) or page.kinds[at + 1 : at + 2] == [Kind.TEXT]
            annex = signature = None
    return None


def _is_title_of_other(line: Line, kind: Kind) -> bool:
    """Whether a line that stands free is the title of statutes, of a contract or the like: ``ANNEXE - STATUTS``."""
    if not line.gap or kind not in {Kind.TEXT, Kind.DIVISION} or line.words[-1:] in ENDS:
        return False
    return line.words.startswith(("ANNEXE ", "Annexe ")) or (line.words.isupper() and is_private(line.words))


def _title_below(page: Page, signature: int, heading: int) -> int:
    """The title of the text that begins between a signature and a heading: the first line in capitals that stands free.

    Where there is none, the heading; where it is noted as the signature, that line.
    """
    lines, kinds = page.lines, page.kinds
    free = [at for at in range(signature, heading) if lines[at].gap and kinds[at] is not Kind.SIGNATURE]
    titles = (at for at in free if lines[at].words.isupper() or _is_title_of_other(lines[at], kinds[at]))
    return next(titles, heading)


def headings_above(page: Page, own: _Own) -> list[int]:
    """The headings of the own articles of a law, and those of its annexes."""
    above = replace(page, lines=page.lines[: own.end], kinds=page.kinds[: own.end])
    found = with_other_forms(above, headings_of(above))
    page.kinds[: own.end] = above.kinds
    page.written = above.written
    if not found or own.other is not None:
        return found
    quoted = quoted_lines(page)
    below = [at for at in range(own.end, len(page.lines)) if page.kinds[at] in HEADINGS and at not in quoted]
    annexes = [at for at in below if (number := number_of(page, at)) and number.kind is NumberKind.ANNEXE]
    contents = _contents(page, annexes)
    return [*found, *(at for at in _without_captions(page, annexes) if at not in contents)]


_WORD_OF_SENTENCE = Pattern(r"[a-zà-ÿ]{2,}[ ,']")
"""How a line goes on with a sentence, not ``a) du sable`` or ``abrogé``."""
_LITTLE_END = Pattern(r"(?:\b(?:de|du|des|à|au|aux|l'|et|ou|par|dans|selon|les?|la)|['-])$")


def _without_quoted(page: Page, headings: list[int]) -> list[int]:
    """The headings but those in a sentence that was broken, in a quotation, or of what an article of a law changes."""
    closed = quoted_lines(page)
    found = [at for at in headings if at not in closed and not _is_in_sentence(page, at)]
    if not page.law:
        return found
    numbers = {at: number_of(page, at) for at in found}
    if not all(number and number.prefix for number in numbers.values()):
        found = [at for at in found if not ((number := numbers[at]) and number.prefix)]
    return _in_order(page, found, numbers)


def _is_in_sentence(page: Page, at: int) -> bool:
    """Whether a line stands in a sentence that was broken at a width: ``… mentionnés à`` / ``Article 12`` / ``les``."""
    if not 0 < at < len(page.lines) - 1 or page.kinds[at - 1] is not Kind.TEXT or page.lines[at].gap:
        return False
    after = page.lines[at + 1]
    if after.gap or not after.words[:1].islower():
        return False
    before = page.lines[at - 1].words
    goes_on = before[-1:].isalpha() and _WORD_OF_SENTENCE.match(after.words) and not state_named(after.words)
    return _LITTLE_END.search(before) is not None or bool(goes_on)


def _in_order(page: Page, headings: list[int], numbers: dict[int, ArticleNumber | None]) -> list[int]:
    """The headings of a law but those of new articles of another act, from a colon to its own next number."""
    plain = {at: int(number.normalized) for at in headings if (number := numbers[at]) and number.normalized.isdecimal()}
    last_of = {number: at for at, number in plain.items()}
    found: list[int] = []
    skipped_to = last = -1
    for at in headings:
        if at < skipped_to:
            continue
        if found and last > 0 and at in plain and page.lines[at - 1].words[-1:] == ":":
            own = last_of.get(last + 1, -1)
            if own > at:
                skipped_to = own
                continue
        found.append(at)
        last = plain.get(at, last)
    return found


def _sets_off(page: Page, headings: list[int]) -> bool:
    """Whether the text is that of a printed document with empty lines above its articles, and nowhere else in them."""
    if len(headings) < SEVERAL or Kind.FOOTER not in page.kinds:
        return False
    if not any("Document généré le" in line.words for line in page.lines):
        return False
    annexed = set(_annexed(page, headings))
    own = [at for at in headings if at not in annexed]
    return sum(_titles_above(page, at) is not None for at in own) >= _MOST * len(own)


def _titles_above(page: Page, at: int) -> range | None:
    """The titles between a heading and the empty line above it; ``None`` where other lines are there."""
    lines, kinds = page.lines, page.kinds
    top = at
    while top and not lines[top].gap and not lines[top].follows_page and kinds[top - 1] is not Kind.FOOTER:
        top -= 1
        is_wide = lines[top].width > _TITLE_WIDTH and kinds[top] is not Kind.TITLE
        if kinds[top] is Kind.HEADING or is_wide or at - top > TITLE_LINES:
            return None
    if lines[top].words[:1].islower():  # it may go on with a title on the page before
        last = next((each for each in range(top - 1, -1, -1) if kinds[each] is not Kind.FOOTER), top)
        return range(top, at) if kinds[last] is Kind.DIVISION else None
    return range(top, at)


def _mark_titles(page: Page, titles: range, widest: int) -> None:
    """Mark the lines of titles in a printed document, but those that go on with the line before them.

    These begin low, or with a word for which the line before, of at most ``widest`` columns, had no room.
    """
    for at in titles:
        line, before = page.lines[at], page.lines[at - 1]
        if page.kinds[at] not in {Kind.TEXT, Kind.ANNEX}:
            continue
        first = line.words.split(" ", 1)[0]
        had_no_room = before.width + len(first) + 1 > widest and not _LABELLED.match(line.words)
        if not line.words[:1].islower() and (at == titles.start or not had_no_room):
            page.kinds[at] = Kind.DIVISION
        else:
            page.titled.add(at)


def _names_act(page: Page) -> bool:
    return page.law is not None or Kind.TITLE in page.kinds[:HEAD_LINES]


def _run_in(page: Page) -> list[int]:
    """The lines that begin with a heading: of a law, or of a code, where there are several."""
    if not _names_act(page):
        return []
    found = [at for at, kind in enumerate(page.kinds) if kind is Kind.TEXT and run_in_heading(page.lines[at].words)]
    found = [at for at in found if not _names_its_act(page, page.lines[at].words)]
    found = _without_roman(page, found)
    if page.law:
        return [at for at in found if not ((number := number_of(page, at)) and number.prefix)]  # else of what it amends
    return found if len(found) >= page.fewest_run_in else []


def _without_roman(page: Page, headings: list[int]) -> list[int]:
    """The headings but those with Roman numbers, where others have a number above one: ``Art. 2``."""
    numbers = {at: number_of(page, at) for at in headings}
    is_counted = any(
        number and number.kind is NumberKind.NUMBER and number.normalized != "1" for number in numbers.values()
    )
    named = [at for at, number in numbers.items() if number and number.kind is NumberKind.NAMED]
    roman = {at for at in named if _ROMAN_RUN_IN.match(page.lines[at].words)}
    return [at for at in headings if at not in roman] if is_counted else headings


_ROMAN_RUN_IN = Pattern(r"(?:Art\. ?|Article |ARTICLE )[IVX]")


def _without_captions(page: Page, headings: list[int]) -> list[int]:
    """The headings but the captions of annexes in capitals: the site has a heading ``Annexe`` above ``ANNEXE``."""
    lines, kinds = page.lines, page.kinds
    annexes = [at for at in headings if kinds[at] is Kind.ANNEX]
    captions = {at for at in annexes if lines[at].words.startswith("ANNEXE")}
    if any(before not in captions and at == before + 1 and at in captions for before, at in pairwise(annexes)):
        return [at for at in headings if at not in captions]
    return headings


def _is_titled(page: Page, at: int) -> bool:
    """Whether a line is the heading of an article with its title, ``Article 12 - Du sable``, between empty lines."""
    line, after = page.lines[at], page.lines[at + 1 : at + 2]
    stands_alone = bool(line.gap and after and after[0].gap)
    is_titled = page.kinds[at] is Kind.TEXT and stands_alone and read_heading(line.words).has_title
    return is_titled and not _names_its_act(page, line.words)


def _names_its_act(page: Page, words: str) -> bool:
    """Whether a heading names the act of its article; in a law, another act is what the article is about."""
    act = act_of_heading(words)
    return act is not None and page.law in {None, act}


def _contents(page: Page, headings: list[int]) -> set[int]:
    """The headings that are entries: of a table of contents, of the path of a page, of what comes before and after."""
    entries: set[int] = set()
    last = {name_of(page, at): at for at in headings}
    dated = {name_of(page, at) for at in headings if has_history(page, at)}
    for at, following in pairwise([*headings, len(page.lines)]):
        if not _is_empty(page, at, following):
            in_run = at - 1 in entries and last[name_of(page, at)] > at
            if (in_run or name_of(page, at) in dated) and _is_entry(page, at, following):
                entries.add(at)
            continue
        is_run = following == at + 1 < len(page.lines) and not _has_own_articles(page, headings, at)
        comes_again = last[name_of(page, at)] > at
        if comes_again or (is_run and not says_state(page, at)) or (at - 1 in entries):
            entries.add(at)
    return entries


def _has_own_articles(page: Page, headings: list[int], at: int) -> bool:
    """Whether an annex begins, without a caption, with a first article of its own: numbered as one above is."""
    if page.kinds[at] is not Kind.ANNEX or not page.lines[at].gap:
        return False
    place = bisect(headings, at)
    below = number_of(page, headings[place]) if place < len(headings) else None
    if below is None or below.normalized not in FIRST_OF_ANY:
        return False
    return any(number_of(page, each) == below for each in headings[: place - 1])


def _is_linked(page: Page, at: int) -> bool:
    """Whether the link of a heading follows it."""
    following = (page.kinds[line] for line in range(at + 1, len(page.lines)) if page.lines[line].words)
    return next(following, None) is Kind.LINKED


def _is_entry(page: Page, at: int, following: int) -> bool:
    """Whether a heading that comes again with its history is an entry of the path of the page, or of a menu."""
    if has_history(page, at) or any(is_sentence(page.lines[line].words) for line in range(at + 1, following)):
        return False
    dated = next((line for line in range(at + 1, following) if page.kinds[line] in _DATED), following)
    below = range(dated + 1, following)  # a rubric stands between the heading and its history
    return not any(page.kinds[line] is Kind.TEXT and page.lines[line].words[-1:] in ENDS for line in below)


_DATED = frozenset({Kind.HISTORY, Kind.VERSION})


def _is_empty(page: Page, at: int, following: int) -> bool:
    """Whether a heading has neither words nor history before the next one."""
    return length_before_words(page, at) is None and all(
        kind in _EMPTY or (kind is Kind.VERSION and " au " in page.lines[line].words)
        for line, kind in enumerate(page.kinds[at + 1 : following], at + 1)
    )


_MISREAD = Pattern(r"(?P<word>[A-Za-z0-9]{5,9})\.? (?:1er|premier|(?:[LRDA]\.? ?\*?)?\d[\d-]*)\.?")
_LIKENESS = 0.7


def _is_misread(words: str) -> bool:
    """Whether a line is the heading of an article in which a scanner has misread a letter: ``Articie 1er``."""
    found = _MISREAD.fullmatch(words)
    word = found["word"].lower() if found else ""
    return word not in {"", "article", "articles"} and bool(get_close_matches(word, ["article"], 1, _LIKENESS))


def unread_headings(page: Page) -> list[int]:
    """The lines that look like the headings of articles between those of a page, near them, or above the title.

    Such as ``Art. 13`` in a page that has ``Article 12`` and ``Article 14``.
    """
    headings = [article.heading for article in page.articles]
    numbers = {at: number_of(page, at) for at in headings}
    quoted = quoted_lines(page)
    found = {at for at in page.gone if at > headings[0]}
    for at, (line, kind) in enumerate(zip(page.lines, page.kinds, strict=True)):
        if kind is not Kind.TEXT or at in numbers or line.cells:
            continue
        if at > headings[0] and heads_several(page, at):
            found.add(at)
        elif stands_free(page, at):
            heading = None if at in quoted else doubtful_heading(line)
            number = heading.number if heading else heading_like(line)
            if _is_misread(line.words) or (number and _is_near_others(page, at, number, numbers)):
                found.add(at)
    return sorted(found)


def misread_headings(page: Page) -> list[int]:
    """The headings whose number is damaged, and was restored."""
    return [at for at, heading in page.written.items() if heading.form == "misread"]


def _is_near_others(page: Page, at: int, number: ArticleNumber, numbers: dict[int, ArticleNumber | None]) -> bool:
    """Whether a line with a number that no heading has stands between headings near it, or above the title.

    ``numbers`` are those of the headings, by their lines.
    """
    if number in numbers.values() or (page.law and number.prefix):
        return False
    headings = list(numbers)
    place = bisect(headings, at)
    if not place and Kind.TITLE in page.kinds[at : headings[0]]:
        return True  # of another text
    heading = _in_other_form(page, at) if place else None
    if number.prefix and heading and heading.form in _EXPLICIT:
        return True  # of another part of the code
    above = [numbers[each] for each in headings[max(place - 1, 0) : place]]
    below = [numbers[each] for each in headings[place : place + 1]]
    pairs = [*((low, number) for low in above), *((number, high) for high in below)]
    return all(low and high and is_near(low, high) for low, high in pairs)


def _marks_ends(page: Page, headings: list[int]) -> bool:
    """Whether at least every other article ends with a mark, those of an annex that are numbered anew left out."""
    ends = sum(Kind.END in page.kinds[at:following] for at, following in pairwise([*headings, len(page.lines)]))
    if ends * 2 >= len(headings):
        return bool(headings)
    annexed = _annexed(page, headings)
    return ends > 1 and ends * 2 >= len(headings) - len(annexed)


def _annexed(page: Page, headings: list[int]) -> list[int]:
    """The headings inside an annex that may be those of a model in it: ``Article 1er`` …, without history or end."""
    found: list[int] = []
    in_annex = False
    for at in headings:
        number = number_of(page, at)
        is_plain = number is not None and not number.prefix and number.kind in _PLAIN
        before = page.kinds[at - 1] if at else None
        if in_annex and is_plain and before is not Kind.END and not has_history(page, at):
            found.append(at)
        else:
            in_annex = number is not None and number.kind is NumberKind.ANNEXE
    return found


def _is_annex_heading(page: Page, at: int, *, restarts: bool) -> bool:
    """Whether ``Annexe 2`` without ``Article`` is the heading of an article, not a line of one.

    ``restarts``: an annex of the page has articles of its own, numbered anew; then each that stands apart is one.
    """
    if restarts and page.lines[at].gap:
        return True
    following = kind_behind(page, at, {Kind.SITE})
    if following in {Kind.HISTORY, Kind.VERSION} or page.law:
        return True
    last = next((line for line in range(at - 1, -1, -1) if page.lines[line].words), None)
    if last is None:
        return False
    is_first = page.kinds[last] is Kind.TITLE and _ANNEXED.match(page.lines[at].words) is not None
    return page.kinds[last] is Kind.END or is_first or _stands_as_heading(page, at, last)


def _stands_as_heading(page: Page, at: int, last: int) -> bool:
    """Whether a line stands between empty lines below the end of a sentence, as the other headings of the page do."""
    line, after = page.lines[at], page.lines[at + 1 : at + 2]
    is_ended = page.kinds[last] is Kind.HEADING or page.lines[last].words[-1:] in SENTENCE_ENDS
    is_set_off = bool(line.gap and after and after[0].gap) and page.kinds[at + 1] is Kind.TEXT
    return is_ended and is_set_off and line.words.startswith("Annexe") and Kind.TITLE in page.kinds[:HEAD_LINES]


def _is_outside(page: Page, at: int, before: int) -> bool:
    """Whether a heading comes after the end of the article of the heading ``before``; -1 where there is none."""
    if before < 0:
        return True
    if not page.visas.isdisjoint(range(before, at)):
        return True
    between = page.kinds[before:at]
    follows = page.kinds[at + 1] if at + 1 < len(page.kinds) else None
    return Kind.END in between or follows in {Kind.HISTORY, Kind.VERSION}


def _without_annexed(page: Page, headings: list[int]) -> list[int]:
    """The headings but those of the articles of an annex, numbered by themselves: ``Article 1er`` … in a code.

    What stands below the signatures of a law is an annex too.
    """
    if page.marks_ends:
        return headings
    kept: list[int] = []
    seen: set[ArticleNumber | None] = set()
    prefixed = plain = 0
    in_annex = False
    before = 0
    for at in headings:
        number = number_of(page, at)
        is_plain = number is not None and not number.prefix and number.kind in _PLAIN
        in_annex = in_annex or (page.law is not None and Kind.SIGNATURE in page.kinds[before:at])
        before = at
        if in_annex and is_plain and (prefixed > plain or number in seen):
            continue
        in_annex = number is not None and number.kind is NumberKind.ANNEXE
        seen.add(number)
        prefixed += bool(number and number.prefix)
        plain += is_plain
        kept.append(at)
    return kept

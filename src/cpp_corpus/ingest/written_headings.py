r"""Headings of articles as people write them, where a page has none in the form of the site.

    Article L12-3.          Art. 1er                L. 12-3                 Article. 2
    Article 12 :            Article n° 12           Article 12 (Modifié par loi n° 2031-12)
    Article 12 du Code …    Article 12 - Code …     **Article 12** Le vent souffle.

A line in one of these forms may as well cite an article: the page as a whole decides. Its headings are in one form,
their numbers ascend, words of law stand below each, and the title of an act stands above them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from cpp_corpus.ingest.page_line import Line
from cpp_corpus.ingest.page_words import (
    FIRST_NUMBERS,
    Kind,
    act_of_title,
    act_or_none,
    kind_of_line,
    law_title,
    run_in_heading,
    spelt_heading,
)
from cpp_corpus.lang.acts import by_abbreviation
from cpp_corpus.lang.adverbs import ADVERB
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.roman import ROMAN
from cpp_corpus.lang.typography import fold, tidy
from cpp_corpus.model.document import Block, Role
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.heading import Heading, read_heading
from cpp_corpus.model.number import ArticleNumber

__all__ = [
    "Written",
    "act_of_heading",
    "bare_run_in",
    "doubtful_heading",
    "free_heading",
    "heading_among_words",
    "heading_of",
    "is_beside",
    "is_line_of_law",
    "is_near",
    "misread_heading",
    "written_heading",
    "written_headings",
]


class Written(NamedTuple):
    """A line that may be, or begin with, the heading of an article."""

    form: str
    """Its form: a key of the table of forms."""
    number: ArticleNumber
    act: str | None = None
    """The act that it names."""
    length: int | None = None
    """Of the heading, where words of the article follow it on the line."""


def written_heading(line: Line) -> Written | None:
    r"""The heading that a line may be, in a form in which people write them; ``None`` where it can be none.

    >>> from cpp_corpus.ingest.page_lines import page_lines
    >>> lines = page_lines("Article L12–3.\nArticle 12 du Code des vents\nArticle 12 du présent code")
    >>> [found and (found.form, found.number.heading, found.act) for found in map(written_heading, lines)]
    [('own', 'L12-3', None), ('act', '12', 'code-des-vents'), None]
    """
    words = line.words
    for form in ("own", "bare"):
        if (found := _FORMS[form].fullmatch(words)) and (number := _number(found["number"])):
            return Written(form, number)
    if (found := _FORMS["act"].fullmatch(words)) and (number := _number(found["number"])):
        act = _act(found["act"])
        return Written("act", number, act) if act else None
    if (found := _FORMS["glued"].match(words)) and (number := _number(found["number"])):
        return Written("glued", number, length=found.end("number"))
    strong = (_FORMS["strong"].fullmatch(words[:length]) for length in line.marked if length < len(words))
    if (found := next(filter(None, strong), None)) and (number := _number(found["number"])):
        return Written("strong", number, length=found.end())
    return None


def doubtful_heading(line: Line) -> Written | None:
    r"""The heading that a line may be, whose number is damaged, or before words that nothing sets apart from it.

    It is one only where its number belongs.

    >>> from cpp_corpus.ingest.page_lines import page_lines
    >>> lines = page_lines("Article 12 -3\nArticle 12-3*\nArticle 12-3 Le vent souffle.\nArticle 12-3 Code des vents")
    >>> [found and (found.form, found.number.heading, found.length) for found in map(doubtful_heading, lines)]
    [('damaged', '12-3', None), ('damaged', '12-3', None), ('worded', '12-3', 12), None]
    """
    if found := _DAMAGED.fullmatch(line.words):
        number = _number(_HYPHEN.sub("-", found["number"]))
        return Written("damaged", number) if number else None
    found = _WORDED_HEADING.match(line.words)
    number = _number(found["number"]) if found else None
    return Written("worded", number, length=found.end("number")) if found and number else None


def misread_heading(line: Line) -> Written | None:
    r"""The heading that a line is, in whose number a scanner or a typist has taken a sign for one that looks like it.

    It has that number only where this belongs.

    >>> from cpp_corpus.ingest.page_lines import page_lines
    >>> lines = page_lines("Article L I12-3\nArticle L. l2O-3\nArticle 1. 12-3\nArticle L. 12.3\nArticle II")
    >>> [found and found.number.heading for found in map(misread_heading, lines)]
    ['L112-3', 'L120-3', 'L12-3', 'L12-3', None]
    """
    found = _MISREAD.fullmatch(line.words) if line.words[:3].lower() == "art" else None
    if found is None or not any(map(str.isdecimal, found["number"])):
        return None
    digits = _SEPARATOR.sub("-", found["number"].translate(_LOOKALIKES))
    letter = (found["letter"] or "").upper().translate(_LETTERS)
    number = _number(letter + digits)
    is_as_printed = digits == found["number"] and letter == (found["letter"] or "").upper()
    return Written("misread", number) if number and not is_as_printed else None


def free_heading(
    lines: Sequence[Line],
    kinds: Sequence[Kind],
    at: int,
    read: Callable[[Line], Written | None] = written_heading,
) -> Written | None:
    """The heading that a line may be, where the lines around it are not those of a sentence that it stands in."""
    line = lines[at]
    if kinds[at] is not Kind.TEXT or line.cells or not (heading := read(line)):
        return None
    before = lines[at - 1] if at else None
    is_free = before is None or line.gap or kinds[at - 1] is not Kind.TEXT or before.words[-1:] in _ENDS
    after = lines[at + 1].words if at + 1 < len(lines) and heading.length is None else line.words[heading.length or 0 :]
    return heading if is_free and _BEGINNING.match(after.strip()) else None


def heading_of(line: Line) -> Heading | None:
    r"""The heading that a line is by its looks, alone or before words, in whatever form that begins with ``Article``.

    >>> from cpp_corpus.ingest.page_lines import page_lines
    >>> [found and found.name for found in map(heading_of, page_lines("Art. 3. - Le vent.\nArt. L4\nAnnexe\nL. 5-1"))]
    ['3', 'L4', 'Annexe', None]
    """
    words = line.words
    if length := run_in_heading(words):
        return read_heading(spelt_heading(words[:length]))
    if kind_of_line(words) in {Kind.HEADING, Kind.ANNEX}:
        return read_heading(spelt_heading(words))
    written = written_heading(line)
    return read_heading(f"Article {written.number.heading}") if written and written.form != "bare" else None


def act_of_heading(words: str) -> str | None:
    """The act that a line names as a heading does, ``Article 12 - Code des vents``; ``None`` where it is none.

    >>> act_of_heading("Article 12 - Code des vents"), act_of_heading("Article 12 - Du code des vents")
    ('code-des-vents', None)
    >>> act_of_heading("Article 12 du Code des vents - Tempêtes")
    'code-des-vents'
    """
    found = _FORMS["act"].fullmatch(words)
    return _act(found["act"]) if found else None


def heading_among_words(block: Block, number: ArticleNumber | None, path: str) -> Finding | None:
    """The finding on a line of the article ``number`` that looks like the heading of that one, or of one after it.

    Such as ``Article 13 du Code des vents`` below ``# Article 12``; annexes have lines about articles far from theirs.
    """
    words = tidy(fold(block.text))
    if block.role is not Role.TEXT or number is None or not words.startswith("Art"):
        return None
    found = _FORMS["act"].fullmatch(words)
    named = _number(found["number"]) if found and _act(found["act"]) else None
    if named is None or not is_near(number, named):
        return None
    message = (
        f"The line {words[:60]!r} looks like the heading of an article, but is in the text of the one above it, since"
        " the headings of this file begin with “#”; write it so if it is one."
    )
    return Finding.build(FindingCode.UNREADABLE_NUMBER, message, path=path, line=block.line)


def is_line_of_law(line: Line) -> bool:
    """Whether a line can be the first of an article, below a heading that shows only its number."""
    words = line.words
    return (
        written_heading(line) is None and words[-1:] in _ENDS and _BEGINNING.match(words) is not None and " " in words
    )


def bare_run_in(line: Line) -> Written | None:
    r"""The number that begins a line as the heading of an article does, before its words: ``L. 12-2. - Le vent``.

    >>> from cpp_corpus.ingest.page_lines import page_lines
    >>> [bare_run_in(line) is not None for line in page_lines("L. 12-2. - Le vent.\nL. 12-2 et le vent.")]
    [True, False]
    """
    found = _BARE_RUN_IN.match(line.words)
    number = _number(found["number"]) if found else None
    return Written("bare run in", number, length=found.end("number")) if found and number else None


def is_near(number: ArticleNumber, other: ArticleNumber, within: int | None = None) -> bool:
    """Whether the article ``other`` is ``number``, or one of the section of it that comes ``within`` so many after it.

    >>> is_near(ArticleNumber("L12-3"), ArticleNumber("L12-9")), is_near(ArticleNumber("L12-3"), ArticleNumber("L13-4"))
    (True, False)
    """
    *stem, last = map(int, _DIGITS.findall(number.heading) or [0])
    *other_stem, other_last = map(int, _DIGITS.findall(other.heading) or [0])
    is_alike = (number.kind, number.prefix, stem) == (other.kind, other.prefix, other_stem)
    return is_alike and last <= other_last < last + (within or _NEAR)


def is_beside(number: ArticleNumber, other: ArticleNumber | None) -> bool:
    """Whether two articles are of one chapter in two parts of a code, as books print the decrees below the law.

    >>> [is_beside(ArticleNumber("R12-3"), ArticleNumber(other)) for other in ("L12-9", "L13-3", "12")]
    [True, False, False]
    """
    if other is None or not number.prefix or not other.prefix or number.prefix == other.prefix:
        return False
    *stem, _ = _DIGITS.findall(number.heading) or [""]
    *other_stem, _ = _DIGITS.findall(other.heading) or [""]
    return bool(stem) and stem == other_stem


def written_headings(
    lines: Sequence[Line], kinds: Sequence[Kind], certain: Sequence[int], law: str | None = None
) -> dict[int, Written]:
    """The headings among ``lines`` that people have written, by the index of their line; none where it is not sure.

    ``certain`` are the lines that are headings in the form of the site; ``law`` is the act of a law or decree, in which
    the name of another act is what an article is about.
    """
    if certain and not _SIGNS.isdisjoint(kinds):
        return {}  # a page of the site has all of them in its form
    found = {at: heading for at in range(len(lines)) if (heading := free_heading(lines, kinds, at))}
    if law:  # numbers with a letter are those of a code that it amends
        found = {
            at: heading for at, heading in found.items() if heading.act in {None, law} and not heading.number.prefix
        }
    forms = [form for form in _FORMS if any(heading.form == form for heading in found.values())]
    found, repeated = _repeated(lines, found, certain)
    for form in forms:
        chosen = _without_title(found, form)
        are_others = not set(certain) <= chosen.keys()
        if are_others and len(chosen) <= len(certain) and max(chosen) > min(certain):
            continue
        if _is_run(lines, kinds, chosen, certain, is_law=form == "act" and repeated):
            return chosen
    return {}


def _repeated(
    lines: Sequence[Line], found: dict[int, Written], certain: Sequence[int]
) -> tuple[dict[int, Written], bool]:
    """The headings, each that its page shows twice as the second one: ``Article 3 du Code …`` above ``Article 3``.

    A page has its title so, and its article below: that there is one is a sign that it is law.
    """
    kept = dict(found)
    numbers = {at: read_heading(lines[at].words).number for at in certain}
    for at, heading in found.items():
        below = found.get(at + 1)
        number = numbers.get(at + 1) or (below.number if below and below.act == heading.act else None)
        if heading.act and heading.length is None and number == heading.number:
            del kept[at]
            kept[at + 1] = heading
    return dict(sorted(kept.items())), kept.keys() != found.keys()


# ---------------------------------------------------------------------------------------------------------------------

_WORD = r"(?:Article\.?|ARTICLE\.?|article|Art\.?|ART\.?)"
_CORE = (
    r"(?:1[ ]?(?:er|ER|ᵉʳ|°)|premier|PREMIER|second|SECOND|deux|DEUX|trois|TROIS|quatre|QUATRE|cinq|CINQ"
    r"|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)i[èe]me|unique|UNIQUE|liminaire|préliminaire"
    rf"|(?:(?:[Ll]\.?[ ]?[Oo]|[LRDAlrda])\.?[ ]?\*?[ ]?)?\d+(?:[-–.]\d+)*|{ROMAN}(?<=[IVXLCDM]))"
)
_NUMBER = rf"(?P<number>{_CORE}(?:[ –-](?:{ADVERB}|[A-Z]{{1,2}})(?!\w))*)"
_BY = r"(?:[Mm]odifi|[Cc]ré|[Ii]nséré|[Rr]établi|[Tt]ransféré|[Cc]odifi)"
_STATE = rf"""
    \((?:(?:en[ ])?vigueur|V|VD|VT|(?:{_BY}|[Aa]brogé|[Ss]upprimé)[^()]{{0,150}})\)
  | [(\[](?:[Ll]a[ ])?(?:L\.|Loi|Ord\.|Ordonnance|D\.|Décret)[ ][^()\[\]]*\d[^()\[\]]{{0,120}}[)\]]
  | \[(?:[Aa]brogé|[Ss]upprimé)e?(?:[ ]par[ ][^()\[\]]{{0,150}})?\]
  | (?:[Ee]n[ ]vigueur|[Cc]onsolidé)\b[^.;]{{0,80}} | [|–-][ ]L[ée]gifrance
"""
_FORMS = {
    "own": re.compile(
        rf"(?:[^\w\s«»\"'(\[<>&*_.,;:-]{{1,2}}[ ])?{_WORD}[ ]?(?:n°[ ]?)?{_NUMBER}"
        rf"[ ]?(?:\.?[ ]?[-–—:]|\.)?(?:[ ]?(?:{_STATE}))?",
        re.VERBOSE,
    ),
    "act": re.compile(
        rf"{_WORD}[ ](?:n°[ ]?)?{_NUMBER}(?:,?[ ](?:du|de[ ]la|de[ ]l')|[ ][-–—|]|,)[ ]?(?P<act>\w.{{2,150}})",
        re.VERBOSE,
    ),
    "glued": re.compile(rf"{_WORD}[ ]?{_NUMBER}(?:\.[-–—](?=[^\W\d])|[-–—](?=[A-ZÀÂÉÈÊÎÔÇŒ][a-zà-ÿ']))", re.VERBOSE),
    "strong": re.compile(rf"{_WORD}[ ](?:n°[ ]?)?{_NUMBER}", re.VERBOSE),
    "bare": re.compile(
        r"(?:§[ ]?)?(?P<number>(?:L\.?[ ]?O|[LRDA])(?:\.[ ]?\*?[ ]?\d+|\*?\d+-)[\d-]*"
        rf"(?:[ ](?:{ADVERB}|[A-Z]{{1,2}})(?!\w))*)\.?",
        re.VERBOSE,
    ),
}
"""By name, the surest first; ``glued`` and ``strong`` stand before the words of the article: ``Art. 1er.-Le``."""
_BARE_RUN_IN = Pattern(
    rf"(?P<number>(?:L\.?[ ]?O|[LRDA])\.?[ ]?\*?[ ]?\d+(?:-\d+)+(?:[ ]{ADVERB}(?!\w))*)"
    r"[ ]?\.?[ ]?[-–—:][ ]?(?=[A-ZÀ-Ý«])"
)
_DIGITAL = r"(?:(?:[Ll]\.?[ ]?[Oo]|[LRDA])\.?[ ]?\*?[ ]?)?\d+"
_HYPHEN = Pattern(r" ?[-–] ?(?=\d)")
_DAMAGED = Pattern(
    rf"{_WORD}[ ]?(?:n°[ ]?)?(?P<number>{_DIGITAL}(?:{_HYPHEN.pattern}\d+)*(?:[ ]{ADVERB})*)"
    r"[ ]?(?:\*{1,3}|\(\d{1,2}\)|\[\d{1,2}\])?\.?"
)
"""A number with spaces in it, or with the call of a note behind it: ``Article 12 -3``, ``Article 12-3 (1)``."""
_MISREAD = Pattern(
    rf"{_WORD}[ ](?:n°[ ]?)?(?:(?P<letter>[LRDAlrda]\b|[LRDA](?=[Il|Oo\d])|[1Il|](?=\.[ ]?[\d]))\.?[ ]?\*?[ ]?)?"
    r"(?P<number>[\dIl|Oo]+(?:[-–._~][\dIl|Oo]+){0,4})\.?"
)
_SEPARATOR = Pattern(r"[-–._~]")
_LOOKALIKES = str.maketrans("Il|Oo", "11100")
_LETTERS = str.maketrans("1I|", "LLL")
_WORDED_HEADING = Pattern(
    rf"{_WORD}[ ](?:n°[ ]?)?(?P<number>{_DIGITAL}(?:-\d+)*(?:[ ](?i:{ADVERB})(?!\w))*)[ ]"
    r"(?=[A-ZÀ-Þ][a-zà-ÿ'’]|À[ ])(?!(?i:codes?|lois?|livre|d[ée]cret|ordonnance|arr[êe]t[ée]|constitution|directive"
    rf"|r[èe]glement|convention|annexe|titre|chapitre|section|{ADVERB})\b)"
)
"""A number before the first words of a sentence: not before an act or a division that has it."""
_SUBJECT = Pattern(r" [–—-] (?=[A-ZÀ-Þ])(?!L[ée]gifrance).*$")
"""What an article is about, behind the act: ``Article 12 du Code des vents - Tempêtes``."""
_AMENDED = Pattern(rf"\({_BY}")
"""The act that has amended an article, behind its number."""
_BEGINNING = Pattern(r"[\W\d]*[^\W\d_a-zà-ÿ]|[\W_]*\d|[«“\"'(–—-]|[a-z]\)")
"""How the words of an article begin, not the rest of a sentence."""
_ENDS = frozenset(".;:!?»)”…")
_FEWEST = {"own": 1, "act": 1, "glued": 2, "strong": 1, "bare": 3}
_NEAR = 50  # numbers of a section
_DIGITS = Pattern(r"\d{1,9}")
_FEW = 2  # headings of a page that nothing else shows to be law
_WORDED = 20  # characters
_SIGNS = frozenset({Kind.VERSION, Kind.HISTORY})


def _without_title(found: dict[int, Written], form: str) -> dict[int, Written]:
    """The headings of a form without the title of the page, which is that of its article once more."""
    chosen = [(at, heading) for at, heading in found.items() if heading.form == form]
    while len(chosen) > 1 and (chosen[0][1].number, chosen[0][1].act) == (chosen[1][1].number, chosen[1][1].act):
        del chosen[0]
    return dict(chosen)


def _is_run(
    lines: Sequence[Line], kinds: Sequence[Kind], chosen: dict[int, Written], certain: Sequence[int], *, is_law: bool
) -> bool:
    """Whether these lines are the headings of a page, with those that are certain; ``is_law``: it shows to be law."""
    numbers = {at: read_heading(lines[at].words).number for at in certain}
    headings = sorted({*chosen, *certain})
    if len(chosen) < _FEWEST[next(iter(chosen.values())).form]:
        return False
    if not _have_words(lines, kinds, chosen, [*headings, len(lines)]):
        return False
    named = [(chosen[at].act if at in chosen else None, at) for at in headings]
    for _, group in groupby(named, key=lambda pair: pair[0]):
        of_act = [chosen[at].number if at in chosen else numbers[at] for _, at in group]
        if any(low is not None and high is not None and not low < high for low, high in pairwise(of_act)):
            return False
    acts = {act for act, _ in named if act}
    titled = {act_of_title(lines[at].words) for at in range(headings[0]) if kinds[at] is Kind.TITLE}
    if titled:
        return acts <= titled and (len(headings) > 1 or _stands_below(lines, kinds, headings[0], chosen))
    if not _SIGNS.isdisjoint(kinds):
        return bool(acts) or len(headings) > 1
    if is_law:
        return True
    if len(headings) < _FEW:
        return False
    return all(_AMENDED.search(lines[at].words) for at in chosen)


def _stands_below(lines: Sequence[Line], kinds: Sequence[Kind], at: int, chosen: dict[int, Written]) -> bool:
    """Whether the only heading of a page stands below the title of its act; in a law it is the first article."""
    title = max(each for each in range(at) if kinds[each] is Kind.TITLE)
    if law_title(lines[title].words):
        return chosen[at].number.normalized in FIRST_NUMBERS
    return Kind.TEXT not in kinds[title:at]


def _have_words(lines: Sequence[Line], kinds: Sequence[Kind], chosen: dict[int, Written], edges: list[int]) -> bool:
    """Whether words of an article stand behind or below each heading, and sentences below at least every other one."""
    sentences = 0
    for at, end in pairwise(edges):
        if at in chosen:
            below = [lines[each].words for each in range(at + 1, end) if kinds[each] is Kind.TEXT]
            behind = chosen[at].length
            found = [*below, *([] if behind is None else [lines[at].words[behind:]])]
            if not any(len(words) > _WORDED or words[-1:] in _ENDS for words in found):
                return False
            sentences += any(map(_is_sentence, found))
    return sentences * 2 >= len(chosen)


def _is_sentence(words: str) -> bool:
    return len(words) > _WORDED and words[-1] in _ENDS


def _number(words: str) -> ArticleNumber | None:
    return read_heading("Article " + words.replace("–", "-")).number


def _act(words: str) -> str | None:
    """The act that a heading names behind its number."""
    words = _SUBJECT.sub("", words)
    name = words[:1].upper() + words[1:]
    known = act_or_none(act_of_title(name))
    if known is None and len(meant := by_abbreviation(words)) == 1:
        known = meant[0]
    return known

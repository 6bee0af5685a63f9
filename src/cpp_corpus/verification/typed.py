"""Lines that somebody typed as a citation, and what cannot be read in them.

What a line says beside what the recogniser has read of it decides what it is. A line of a text has many more words, a
verb, or words before the citation that begin no act. A line that is no sentence is read by :mod:`cpp_corpus.citation`,
and what that passes over is an answer: nothing of a citation is left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from cpp_corpus.citation import Citation, read_citation
from cpp_corpus.citation.parts import parts_in
from cpp_corpus.errors import CitationError
from cpp_corpus.lang.act_titles import act_title
from cpp_corpus.lang.typography import slug
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Reference, ReferenceKind, Via
from cpp_corpus.normalizer.recognize import Placed, placed_references
from cpp_corpus.verification.cited import Cited

__all__ = ["Line", "is_citation", "lines_of", "typed", "whole_act"]


class Line(NamedTuple):
    """A line without the signs of lists and quotations around it."""

    start: int
    end: int
    words: str
    dot: str = ""
    """The full stop behind it, which may be that of an abbreviation."""

    def upto(self, stop: int) -> Line:
        """The same with its full stop, where what is read of it ends with that, at ``stop``: "C. trav."."""
        return Line(self.start, stop, self.words + self.dot) if self.dot and stop == self.end + 1 else self


def lines_of(text: str) -> Iterator[Line]:
    r"""The lines of ``text`` that have words, apart from headings of Markdown.

    >>> [line.words for line in lines_of("- art. 5 ;\n\n# Titre\n(1) art. 6")]
    ['art. 5', 'art. 6']
    """
    begin = 0
    for line in text.splitlines(keepends=True):
        head = _NOTE_SIGN.match(line)
        bare = line[head.end() if head else 0 :]
        words = bare.strip(_AROUND)
        if words and not line.startswith("#"):
            start = begin + len(line) - len(bare.lstrip(_AROUND))
            end = start + len(words.rstrip(_BEHIND))
            yield Line(start, end, text[start:end], "." if text[end : end + 1] == "." else "")
        begin += len(line)


def is_citation(line: Line, placed: Sequence[Placed]) -> bool:
    """Whether a line has no other words than those of the references in it, of which there are some."""
    return bool(placed) and not _BLANK.sub(" ", _left_over(line, placed)).strip()


def typed(
    line: Line, placed: Sequence[Placed], acts: Collection[str], act: str | None, *, is_only: bool
) -> list[Cited] | None:
    """The citations of a line that somebody typed; ``None`` where the recogniser has read it all, or it is none."""
    rest = _left_over(line, placed)
    bare = _BLANK.sub(" ", rest)
    if len(line.words) > _LONGEST or not (bare.strip() or (is_only and _UNFINISHED.search(rest))):
        return None
    if not placed and (whole := whole_act(line, acts)):
        return [whole]
    if _is_heading(line, placed, is_only=is_only):
        return []
    if _ID.fullmatch(line.words):
        return _read(line, placed, acts, act)
    is_asked = is_only and not placed and _ASKED.search(line.words)
    if not is_asked and not _DATED.search(line.words) and _is_sentence(line, placed, rest, bare):
        return None
    if is_only and not placed and not _CITES.search(line.words):
        return None
    if not (is_only or _LOOKS.search(line.words) or (act is not None and _NUMBER.fullmatch(line.words))):
        return None
    if placed and not _has_article(placed) and not re.search(r"[\d@]", bare):
        return _unread_name(line, placed, rest)  # a code or a division, not an article
    is_loose = not (is_only or placed or _CERTAIN.search(line.words))
    return _unread_name(line, placed, rest) or _read(line, placed, acts, act, is_loose=is_loose)


def whole_act(line: Line, acts: Collection[str]) -> Cited | None:
    """An act by its title or its id, and nothing else."""
    name = _BEFORE_NAME.sub("", line.words)
    names = {name.lower(), slug(name)}  # by its id, as the title of an act of a corpus alone has no accents
    found = next((each for each in acts if not names.isdisjoint({each, act_title(each).lower()})), None)
    if found is None:
        return None
    named = Reference(
        kind=ReferenceKind.ACT, start=line.start, end=line.end, act=found, via=Via.EXPLICIT, basis=Basis.NAMED
    )
    return Cited(line.start, line.end, named)


# ---------------------------------------------------------------------------------------------------------------------

_NOTE_SIGN = re.compile(r"\s{0,8}\(\d{1,3}\)\s")
_BEHIND = ' \t\r\n\f\v\u00a0.;,«»"“”'
_AROUND = ' \t\r\n\f\v\u00a0>«»"“”*•·–—-;,'
"""Signs of lists and quotations."""
_LONGEST = 300  # characters of a citation on a line of its own
_BLANK = re.compile(
    r"\b(?:cf|v|voir|vus?|vues?|et|ou|l|les?|la|aux?|à|d|du|des?)\b\.?|[\s,;:.()\[\]'’«»\"“”–—-]", re.IGNORECASE
)
"""Words and signs between citations, which say nothing of their own."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_VERB = re.compile(
    r"\b(?:est|sont|ont|sera|seront|était|étaient|n'|que|qu'|qui|dont|où|il|elle|ils|elles|s'|pour|par|dans"
    r"|sans|sous|avec|prévoi\w*|dispos\w+|appli\w+|fix\w+|défini\w*|modifi\w+|abrog\w+|précis\w+|énonc\w+"
    r"|relati\w*|concern\w*|prévu\w*|mentionn\w*|visé\w*|peu(?:t|vent)|doi(?:t|vent)|ci-dessus|ci-après|susvis\w*|précit\w*)\b",
    re.IGNORECASE,
)
"""Words of sentences, which no citation has."""
_SUBJECT = re.compile(r"(?:L['’]|Les )articles?\b")
_PREDICATE = re.compile(
    rf"\s(?!(?:{_BLANK.pattern}|codes?|loi|décret|ordonnance|arrêté|constitution|règlement)\b)[a-zà-ÿ]{{3,}}"
)
"""A sentence that speaks of articles, and has a full stop: "Les articles 3 et 9 survivent."."""
_SENTENCE = 4  # words beside the citations
_DAY = r"@\s*[\d/.-]+\s*$|\d[^@]*(?<!\s)@(?!(?:[\w-]+\.)+[a-z]{2,}$)\S{0,12}$"
"""A day at the end, in whatever form, and no address: "contact@cabinet.fr", "@cabinet"."""
_PREFIXED = re.compile(r"(?<!\w)(?:L\.?O|[LRDA])[. *]{0,3}\d", re.IGNORECASE)
_SURE = rf"{_DAY}|\bart(?:icles?|s?\b)|{_PREFIXED.pattern}|\bcodes?\b|^[\w-]+[:/]\S*\d"
_CERTAIN = re.compile(_SURE, re.IGNORECASE)
_LOOKS = re.compile(rf"{_SURE}|\d-\d|\bannexe\b", re.IGNORECASE)
"""What only citations have, of all that is on lines of their own."""
_UNFINISHED = re.compile(r"\b(?:et|ou|à)\s*$")
_ID = re.compile(r"[\w:.-]+/[^\s#]+(?:#.+)?")
_BEFORE_NAME = re.compile(r"(?:(?:le|la|du|au|vu le)\s|l['’])\s*", re.IGNORECASE)
_DATED = re.compile(_DAY, re.IGNORECASE)
_OF_PART = re.compile(
    r"\b(?:[IVXLC]+|alin[ée]as?|al|phrases?|ph|tirets?|articles?|arts?|annexes?|bis|ter|quater|premi\w+|dern\w+"
    r"|second\w*|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz)i[èe]me)\b"
)
"""Words of a part or an article before its number."""
_CAPITAL = re.compile(r"\b[^\W\d_](?=[a-zà-ÿ])")
_OF_ACT = re.compile(r"[A-Z]{2,}|(?i:codes?|livre|loi|décret|ordonnance|arrêté|constitution|règlement|directive)\b")
"""How the name of an act begins."""
_CITES = re.compile(rf"(?i:{_LOOKS.pattern})|\d|\b[IVXLC]+\b|{_OF_ACT.pattern}")
"""What a citation has, where it is all that is given: without, it is a text that cites nothing."""
_FIGURE = re.compile(r"\w*\d[\w°]*|\b[IVXLC]{2,}\b|\b[a-z]{1,2}\s?\)")
_ASKED = re.compile(
    rf"^(?:\w{{1,3}}[. ]{{0,2}})?\d|\bcodes?\b|{_DAY}|^(?=.*\d).*(?:\barts?\b|\barticles?\b|{_PREFIXED.pattern})",
    re.IGNORECASE,
)
"""What only a citation has, where it is all that is given, however long it is."""
_NUMBER = re.compile(r"\d[\w-]*")
_HEADED = (
    r"(?:Article|ARTICLE|Art\.|ART\.)\s+(?:(?:(?:L\.?O|[LRDA])[. *]{0,3})?\d[\d.-]*(?:er)?|(?i:premier)|[IVXLC]+)"
    r"(?:\s(?:bis|ter|quater))?"
)
_TITLED = re.compile(rf"{_HEADED}\s*(?:[-–—:]|\.\s)[\s:–—-]*(?!(?i:codes?)\b)[^\W\d_a-zà-ÿ]")
_UNTITLED = re.compile(rf"{_HEADED}[\s.:–—-]*")
_IN_CAPITALS = re.compile(rf"(?=ARTICLE\b){_HEADED}\s(?!CODES?\b)[^\W\d_a-zà-ÿ]{{5}}[^a-zà-ÿ]*")
"""Headings of a contract or a law: "Article 1 - Objet", "Article 5", "ARTICLE 7 CONFIDENTIALITÉ"."""


def _is_heading(line: Line, placed: Sequence[Placed], *, is_only: bool) -> bool:
    """Whether a line is the heading of an article, which cites nothing, and which the recogniser has left out."""
    if not placed and _TITLED.match(line.words):
        return True
    if is_only or any(each.act is not None for each in placed):
        return False
    return (not placed and _UNTITLED.fullmatch(line.words) is not None) or _IN_CAPITALS.fullmatch(
        line.words
    ) is not None


def _is_sentence(line: Line, placed: Sequence[Placed], rest: str, bare: str) -> bool:
    """Whether what is left over of a line makes it a sentence, or the end of one: "1° Le membre mentionné à"."""
    if len(_WORD.findall(bare)) >= _SENTENCE or (placed and _VERB.search(bare)):
        return True
    if placed and line.dot and _SUBJECT.match(line.words) and _PREDICATE.match(rest, placed[-1].stop - line.start):
        return True
    head = rest[: placed[0].start - line.start] if placed else _before_number(line)
    words = _WORD.findall(_OF_PART.sub(" ", _BLANK.sub(" ", head)))
    return bool(words) and not _OF_ACT.match(words[0])


def _before_number(line: Line) -> str:
    """The words before what can only be the number of an article: "Toque A 123"."""
    found = _PREFIXED.search(line.words)
    head = "" if found is None else line.words[: found.start()]
    return _CAPITAL.sub(lambda match: match[0].lower(), head)


def _read(
    line: Line, placed: Sequence[Placed], acts: Collection[str], act: str | None, *, is_loose: bool = False
) -> list[Cited]:
    """A line as somebody typed it; ``is_loose`` where it may be anything else: a formula, an instruction."""
    try:
        citation = read_citation(line.words, acts)
    except CitationError as error:
        if is_loose:
            return []
        return [Cited(line.start, line.end, problem=error.problem, act=error.act)]
    if unread := _unread(line, _left_over(line, placed), citation):
        return [Cited(line.start, line.end, problem=f"{unread!r} cannot be read")]
    is_bare = all(each.act is None for each in placed)
    if is_bare and citation.references[-1].act is not None and (misspelt := _unread_name_of_number(line)):
        return misspelt
    return [_of_line(line, each, citation.day, citation.references, act) for each in citation.references]


def _unread(line: Line, rest: str, citation: Citation) -> str | None:
    """A number or a numeral that is in no part and no citation that was read."""
    read = [(each.start, each.end) for each in citation.references]
    read += [(part.start, part.end) for part in parts_in(line.words)]
    for match in _FIGURE.finditer(rest, 0, len(citation.text)):
        if not any(start <= match.start() and match.end() <= end for start, end in read):
            return match[0]
    return None


def _left_over(line: Line, placed: Sequence[Placed]) -> str:
    """The words of a line, with spaces in the place of what the recogniser has read."""
    signs = list(line.words)
    for each in placed:
        begin, end = max(each.start - line.start, 0), min(each.stop - line.start, len(signs))
        signs[begin:end] = " " * (end - begin)
    return "".join(signs)


def _has_article(placed: Sequence[Placed]) -> bool:
    return any(each.reference.kind in {ReferenceKind.ARTICLE, ReferenceKind.INTERNAL} for each in placed)


def _unread_name(line: Line, placed: Sequence[Placed], rest: str) -> list[Cited] | None:
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


def _unread_name_of_number(line: Line) -> list[Cited] | None:
    """The same where the number stands without the word "article", which the recogniser does not read."""
    word = "article "
    headed = Line(line.start - len(word), line.end, word + line.words)
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


def _of_line(line: Line, reference: Reference, day: date | None, beside: Sequence[Reference], act: str | None) -> Cited:
    places = {(each.start, each.end) for each in beside}
    start, end = (line.start, line.end) if len(places) == 1 else reference.span.shift(line.start)
    own = reference.moved(line.start)
    if act is not None and own.act is None and own.reason in {None, Reason.NO_ACT_NAMED}:
        own = own.replaced(act=act, via=Via.DEFAULT, basis=Basis.DEFAULT, reason=None)
    return Cited(start, end, own, day)

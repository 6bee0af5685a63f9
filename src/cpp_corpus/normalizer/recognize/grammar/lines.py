"""Acts and articles that stand on lines of their own: "Code de commerce", and below it "Article L. 441-1"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import DATE, compiled
from cpp_corpus.normalizer.recognize.grammar.acts import ACT, act_or_foreign_at
from cpp_corpus.normalizer.recognize.grammar.articles import ARTICLE, articles_at, may_have
from cpp_corpus.normalizer.recognize.grammar.numbers import with_blanks_before
from cpp_corpus.normalizer.recognize.phrase import ActName, Phrase

__all__ = ["give_lines"]

_LINE_OF_ARTICLE = re.compile(r"(?:\A|\n)[ \t>*•–-]*(?:[Aa]rt|ART)")
_MARKS = " \t>*#_•–-"
_ENDS = " \t*_.;:,"
_WORD = compiled(r"(?:[Aa]rt(?:icles?|s?\.?)|ARTICLES?|ART\.?) ?(?:(?:L[O.]?|R|D|A)\.? ?\*?)?\d")
_LONGEST = 100  # characters of a line of articles
_TITLE = compiled(
    r"(?: (?:\(|relati|portant|tendant|sur |pour |modifiant|fixant|visant|de programm|d'orient)[^\n]{3,300})?[ .;:,*_]*"
)
"""The title of an act behind its name, as far as the end of its line."""
_UNREAD = compiled(
    r"(?:[Ll]es |[Nn]os |[Ll]e |[Ll]a )?(?:[Ss]tatuts?|[Rr]èglement intérieur|[Cc]ontrat|[Bb]ail"
    r"|[Cc]onvention|[Aa]ccord|[Aa]venant|[Cc]harte|[Pp]rotocole|[Cc]ahier des (?:charges|clauses)"
    r"|[Cc]onditions générales|CG[VU]|STATUTS|CONTRAT|BAIL|RÈGLEMENT INTÉRIEUR|CONVENTION(?: COLLECTIVE)?"
    r"|[Pp]acte d'associés|[Aa]cte de vente|[Pp]olice)(?!\w)"
    rf"(?: (?!du \d)[^\W\d][\w'-]*){{0,6}}(?: n° ?[\w./-]+)?(?: du {DATE})?"
)
"""A text without an id, by its name alone."""
_FEWEST = 2  # acts of a list in which they alternate with articles


class _Line(NamedTuple):
    """A line that is not blank, without its marks; with the act that it is, if it is one."""

    start: int
    end: int
    act: ActName | None = None


def give_lines(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Give articles on lines of their own the act whose line is above, or below where the list begins with an article.

    Those below a text that is not read are of that: of no act that is known.
    """
    if "\n" not in text or _LINE_OF_ARTICLE.search(text) is None:
        return
    for block in _blocks(text):
        named = [line for line in block if line.act is not None]
        given = _below(text, block, named) if block[0].act is None else _above(text, block, named)
        starts = [phrase.start for phrase in found]
        first, last = bisect_left(starts, block[0].start), bisect_left(starts, block[-1].end)
        if given and not (first and found[first - 1].stop > block[0].start):
            found[first:last] = given
            rules[first:last] = [ACT.name if phrase.kind == "act" else ARTICLE.name for phrase in given]


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Lines one below the other, each of which is an act or articles, some of both."""
    lines = list(_lines(text))
    articles = [line.end - line.start <= _LONGEST and _WORD.match(text, line.start) is not None for line in lines]
    kinds: list[_Line | None] = []
    for at, line in enumerate(lines):
        if articles[at]:
            kinds.append(line)
            continue
        beside = (at > 0 and articles[at - 1]) or (at + 1 < len(lines) and articles[at + 1])
        act = _act_of(text, line) if beside else None
        kinds.append(None if act is None else line._replace(act=act))
    for is_one, block in groupby(kinds, key=lambda line: line is not None):
        members = [line for line in block if line is not None]
        if is_one and any(line.act for line in members) and not all(line.act for line in members):
            yield members


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        words = text[at:stop]
        start = stop - len(words.lstrip(_MARKS))
        if start < stop:
            yield _Line(start, at + len(words.rstrip()))
        at = stop + 1


def _act_of(text: str, line: _Line) -> ActName | None:
    """The act that a line is, with its title; one without an id where it is not read."""
    name = act_or_foreign_at(text, line.start)
    if name is not None:
        ended = _TITLE.match(text, name.stop)
        return name if ended is not None and ended.end() >= line.end else None
    unread = _UNREAD.match(text, line.start)
    if unread is None or text[unread.end() : line.end].strip(_ENDS):
        return None
    start, end = unread.span()
    return ActName(start, end, end, "autre", reason=Reason.ACT_WITHOUT_ID)


def _articles_of(text: str, line: _Line) -> Phrase | None:
    """The articles that a line is; ``None`` where it has something else."""
    phrase = articles_at(text, line.start, line.start)
    if phrase is None or phrase.items[-1].end > line.end:
        return None
    stop = phrase.stop
    if phrase.act is not None:
        if phrase.act.start < line.end:
            return None
        stop = phrase.items[-1].end
    if text[stop : line.end].strip(_ENDS):
        return None
    return phrase._replace(act=None, stop=stop)


def _above(text: str, block: Sequence[_Line], named: Sequence[_Line]) -> list[Phrase]:
    """The articles of lines that begin with an act: each is of the act above it."""
    if len(named) < _FEWEST and all(line.act is None or line.act.ids for line in named):
        return []  # below one act that is read the form of the heading decides whether its articles are cited
    given: list[Phrase] = []
    act: ActName | None = None
    for line in block:
        if line.act is not None:
            act = line.act
            given.append(Phrase("act", act.start, act.stop, (), act))
            continue
        phrase = _articles_of(text, line)
        if phrase is None or act is None or not _has(act, phrase):
            return []
        if given[-1].kind == "act":
            given[-1] = _of(text, act, phrase)._replace(start=act.start)
        else:
            given.append(_of(text, act, phrase))
    return given


def _below(text: str, block: Sequence[_Line], named: Sequence[_Line]) -> list[Phrase]:
    """The articles of lines that begin with one and end with an act: each is of the act below it.

    One article and one act are the end of their text, or the act may be the title of the article.
    """
    act = block[-1].act
    if act is None or (len(named) < _FEWEST and text[block[-1].end :].strip(_ENDS + "\n")):
        return []
    given: list[Phrase] = []
    for line in reversed(block):
        if line.act is not None:
            act = line.act
            continue
        phrase = _articles_of(text, line)
        if phrase is None or not _has(act, phrase):
            return []
        given.append(_of(text, act, phrase))
    return given[::-1]


def _of(text: str, act: ActName, phrase: Phrase) -> Phrase:
    return phrase._replace(act=act, items=tuple(with_blanks_before(text, phrase.items, act)))


def _has(act: ActName, phrase: Phrase) -> bool:
    """Whether an act may have the numbers, as far as one knows; an unread one has whatever it is said to have."""
    return not act.ids or all(may_have(act.ids[0], item.number or "") for item in phrase.items)

"""Acts and articles in turn, on lines of their own or with a sign between them: "CCH, L. 111-2, CSS, L. 111-2"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cpp_corpus.lang.acts import has_number, numbers_alike
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import DATE, compiled
from cpp_corpus.normalizer.recognize.grammar.act_names_at import act_or_foreign_at
from cpp_corpus.normalizer.recognize.grammar.acts import ACT
from cpp_corpus.normalizer.recognize.grammar.article_acts import may_have
from cpp_corpus.normalizer.recognize.grammar.articles import ARTICLE, articles_at
from cpp_corpus.normalizer.recognize.grammar.numbers import opens_point, with_blanks_before
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase

__all__ = ["give_turns"]

_WORDS = ("Art", "art", "ART")
_LINE_WORDS = ("\nArt", "\nart", "- Art", "- art")
"""How a line of articles begins."""
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


class _Piece(NamedTuple):
    """A line that is not blank, or what stands between two signs; with the act that it is, if it is one."""

    start: int
    end: int
    act: ActName | None = None


class _Turns(NamedTuple):
    """Acts and articles one behind the other, with nothing else between them."""

    pieces: Sequence[_Piece]
    are_lines: bool


def give_turns(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Give articles the act before them, or behind them where the list begins with an article.

    Those below the line of a text that is not read are of that: of no act that is known.
    """
    turns: list[_Turns] = []
    if "\n" in text and (text.startswith(_WORDS) or any(word in text for word in _LINE_WORDS)):
        turns += [_Turns(block, are_lines=True) for block in _blocks(text)]
    turns += [_Turns(run, are_lines=False) for run in _runs(text, found)]
    starts = [phrase.start for phrase in found] if turns else []
    for each in sorted(turns, key=_start, reverse=True):
        pieces = each.pieces
        given = _below(text, each) if pieces[0].act is None else _above(text, each)
        first, last = bisect_left(starts, pieces[0].start), bisect_left(starts, pieces[-1].end)
        if not all(piece.act is None or piece.act.ids for piece in pieces):  # titles in statutes are no references
            cited = {item.start for phrase in found[first:last] for item in phrase.items}
            given = [phrase for phrase in given if phrase.kind == "act" or phrase.items[0].start in cited]
        if given and not (first and found[first - 1].stop > pieces[0].start):
            found[first:last] = given
            rules[first:last] = [ACT.name if phrase.kind == "act" else ARTICLE.name for phrase in given]


def _start(turns: _Turns) -> int:
    return turns.pieces[0].start


def _blocks(text: str) -> Iterator[list[_Piece]]:
    """Lines one below the other, each of which is an act or articles, some of both."""
    lines = list(_lines(text))
    articles = [line.end - line.start <= _LONGEST and _WORD.match(text, line.start) is not None for line in lines]
    kinds: list[_Piece | None] = []
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


def _lines(text: str) -> Iterator[_Piece]:
    at = 0
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        words = text[at:stop]
        start = stop - len(words.lstrip(_MARKS))
        if start < stop:
            yield _Piece(start, at + len(words.rstrip()))
        at = stop + 1


def _act_of(text: str, line: _Piece) -> ActName | None:
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


_SIGNS = {
    ",": compiled(r",? ?; |,? et |, "),
    ";": compiled(r",? ?; |,? et |, "),
    "-": compiled(r" [-–—] |,? ?; |,? et |, "),
    "/": compiled(r" / |,? et |, "),
    "|": compiled(r" \| |,? et |, "),
}
"""What parts the pieces of a list, by the first such sign in it."""
_SIGN = compiled(r" ?(?P<sign>[,;]) | (?P<other>[-–—/|]) ")
_BEGINS = compiled(r"[:(] ?|(?<=\n)[ \t>*•–-]*|\A[ \t>*•–-]*")
"""Behind what a list may begin in its line."""
_NUMBER = compiled(
    r"(?P<word>[Aa]rt(?:icles?|s?\.?) ?)?(?P<number>(?P<prefix>(?:L[O.]?|R|D|A)\.? ?\*?)?\d{1,4}(?:-\d{1,3}){0,4}"
    r"(?:er(?!\w))?(?: (?:bis|ter|quater|quinquies|[A-Z])(?![\w.']))*)(?![\w°/-])"
)
_HEADS = compiled(r"(?:,| ?;| [-–—/|]) (?=[Aa]rt|[LRDA][.O*\d ]|\d)")
"""What stands behind an act that heads a number of a list."""
_BESIDE = frozenset((", ", "; ", " ; ", " - ", " – ", " — ", " / ", " | "))
_ENDED = compiled(r" ?(?:\.(?!\w)|[)»\]]|$|\n)")
_YEARS = range(1800, 2100)


def _runs(text: str, found: Sequence[Phrase]) -> Iterator[list[_Piece]]:
    """Acts and articles in one line that signs part, from where a line, or what a colon opens, begins."""
    end, known = 0, frozenset[int]()
    for phrase in found:
        act = phrase.act
        if act is None or not act.ids or act.how is not How.NAMED or act.start < end:
            continue
        if _HEADS.match(text, act.stop) is None and not _is_behind_number(text, act.start):
            continue
        known = known or frozenset(item.start for each in found for item in each.items)
        for begins in _BEGINS.finditer(text, max(end, act.start - _REACH), act.start + 1):
            at = begins.end()
            run = _run_at(text, at, known) if at == act.start or _NUMBER.match(text, at) is not None else []
            if sum(piece.act is not None for piece in run) >= _FEWEST and len(run) > _FEWEST:
                yield run
                end = run[-1].end
                break


_REACH = 120  # characters from where a list begins to the first act in it


def _is_behind_number(text: str, at: int) -> bool:
    """Whether a sign stands before an act, and what may be the end of a number before that."""
    sign = 2 if text[at - 2 : at] in _BESIDE else 3
    before = text[at - sign - 1 : at - sign]
    return text[at - sign : at] in _BESIDE and (before.isdigit() or before.isupper())


def _run_at(text: str, at: int, known: Collection[int]) -> list[_Piece]:
    """The pieces of a list that begins at a position; none where another word stands between them.

    ``known`` is where articles begin that were read.
    """
    run: list[_Piece] = []
    signs: Pattern | None = None
    while True:
        act = act_or_foreign_at(text, at)
        number = _NUMBER.match(text, at) if act is None else None
        end = act.stop if act is not None else -1 if number is None else number.end()
        if end < 0 or (number is not None and not _is_article(text, number, run, known)):
            return []
        run.append(_Piece(at, end, act))
        if signs is None:
            sign = _SIGN.match(text, end)
            signs = (
                None if sign is None else _SIGNS[(sign["sign"] or sign["other"]).replace("–", "-").replace("—", "-")]
            )
        following = None if signs is None else signs.match(text, end)
        if following is None:
            return run if _ENDED.match(text, end) is not None else []
        at = following.end()


def _is_article(text: str, number: re.Match[str], run: Sequence[_Piece], known: Collection[int]) -> bool:
    """Whether a piece is an article: one of few plain digits may be a part of that before it, or a year."""
    if number["word"] or number["prefix"] or not number["number"].isdigit():
        return True
    at = number.start("number")
    if opens_point(text, at):
        return False
    if at in known:
        return True
    before = run[-1] if run else None
    ascends = before is not None and text[before.start : before.end].isdigit() and not before.act
    ascends = ascends and before is not None and int(text[before.start : before.end]) < int(number["number"])
    return before is not None and (before.act is not None or ascends) and int(number["number"]) not in _YEARS


def _articles_of(text: str, piece: _Piece) -> Phrase | None:
    """The articles that a line is; ``None`` where it has something else."""
    phrase = articles_at(text, piece.start, piece.start)
    if phrase is None or phrase.items[-1].end > piece.end:
        return None
    stop = phrase.stop
    if phrase.act is not None:
        if phrase.act.start < piece.end:
            return None
        stop = phrase.items[-1].end
    if text[stop : piece.end].strip(_ENDS):
        return None
    return phrase._replace(act=None, stop=stop)


def _article_of(text: str, piece: _Piece) -> Phrase:
    """The article that stands between two signs."""
    start, end = piece.start, piece.end
    number = _NUMBER.match(text, start)
    begin = start if number is None else number.start("number")
    item = Item(begin, end, text[begin:end])
    return Phrase("article", start, end, (item,), bare=begin == start)


def _above(text: str, turns: _Turns) -> list[Phrase]:
    """The articles of a list that begins with an act: each is of the act before it."""
    named = [piece.act for piece in turns.pieces if piece.act is not None]
    if len(named) < _FEWEST and all(act.ids for act in named):
        return []  # below one act that is read the form of the heading decides whether its articles are cited
    if turns.are_lines and turns.pieces[-1].act is not None:
        return []  # the last article may be of the act below it
    given: list[Phrase] = []
    act: ActName | None = None
    for piece in turns.pieces:
        if piece.act is not None:
            act = piece.act
            given.append(_alone(act))
            continue
        phrase = _read(text, piece, turns)
        if phrase is None or act is None or not _has(act, phrase):
            return []
        phrase = _of(text, act, phrase)
        if given[-1].kind == "act":
            given[-1] = phrase._replace(start=act.start)
        else:
            given.append(phrase)
    return given


def _below(text: str, turns: _Turns) -> list[Phrase]:
    """The articles of a list that begins with one and ends with an act: each is of the act behind it.

    One article and one act on two lines are the end of their text, or the act may be the title of the article.
    """
    pieces = turns.pieces
    act = pieces[-1].act
    several = sum(piece.act is not None for piece in pieces) >= _FEWEST
    if act is None or not (several or not text[pieces[-1].end :].strip(_ENDS + "\n")):
        return []
    given: list[Phrase] = []
    alone = False
    for piece in reversed(pieces):
        if piece.act is not None:
            given += [_alone(act)] if alone else []
            act, alone = piece.act, True
            continue
        phrase = _read(text, piece, turns)
        if phrase is None or not _has(act, phrase):
            return []
        given.append(_of(text, act, phrase))
        alone = False
    return given[::-1]


def _read(text: str, piece: _Piece, turns: _Turns) -> Phrase | None:
    return _articles_of(text, piece) if turns.are_lines else _article_of(text, piece)


def _alone(act: ActName) -> Phrase:
    return Phrase("act", act.start, act.stop, (), act)


def _of(text: str, act: ActName, phrase: Phrase) -> Phrase:
    return phrase._replace(act=act, items=tuple(with_blanks_before(text, phrase.items, act)))


def _has(act: ActName, phrase: Phrase) -> bool:
    """Whether an act may have the numbers, as far as one knows; an unread one has whatever it is said to have.

    One of plain digits without the word is known to be its own.
    """
    if not act.ids:
        return True
    numbers = [normalize_number(item.number or "") for item in phrase.items]
    if phrase.bare and numbers[0].isdigit():
        return has_number(act.ids[0], numbers[0]) is True
    return all(may_have(act.ids[0], number) or numbers_alike(act.ids[0], number) for number in numbers)

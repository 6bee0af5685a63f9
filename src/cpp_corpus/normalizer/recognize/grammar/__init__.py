"""The grammar: one rule for each form of reference, and the reading of a text by them.

A rule that is added to :data:`RULES`, or to the forms of acts in
:data:`~cpp_corpus.normalizer.recognize.grammar.designations.DESIGNATIONS`, is read from then on; those of the package
are tested by their examples and documented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.acts import ACT, ANNEX_CODE, CELL
from cpp_corpus.normalizer.recognize.grammar.articles import ARTICLE, NUMBER_ALONE
from cpp_corpus.normalizer.recognize.grammar.divisions import DIVISION
from cpp_corpus.normalizer.recognize.grammar.parts import PART
from cpp_corpus.normalizer.recognize.lexer import Lexer, fault_of_rule
from cpp_corpus.normalizer.recognize.phrase import How, Item, Phrase
from cpp_corpus.normalizer.recognize.rule import Rule
from cpp_corpus.table import Table

__all__ = ["RULES", "Phrases", "phrases"]

RULES: Table[Rule] = Table(
    "rules",
    {rule.name: rule for rule in (ARTICLE, ANNEX_CODE, DIVISION, ACT, CELL, NUMBER_ALONE, PART)},
    fault=fault_of_rule,
)
"""The rules, in the order in which they are tried where several may begin.

Other packages add to it by entry points of the group ``cpp_corpus.rules``.
"""

_LEXER = Lexer(RULES)


class Phrases(NamedTuple):
    """The phrases of a text."""

    phrases: list[Phrase]
    """In order, none overlapping another."""
    rules: list[str]
    """Of each, the name of the rule that read it."""


def phrases(text: str) -> Phrases:
    """The phrases of a folded text.

    An act directly before an article without act is part of its phrase: "Loi n° …, article 7".
    """
    found: list[Phrase] = []
    rules: list[str] = []
    _LEXER.refresh()
    search, owners = _LEXER.search, _LEXER.rules
    match, ahead = _LEXER.first(text)
    after_act = False
    while match is not None:
        rule, at = owners[match.lastindex], match.end() - ahead
        try:
            for phrase in rule.read(text, match.start() + 1 - ahead, at):
                stop, kind = phrase.stop, phrase.kind
                at = max(at, stop)
                if after_act and kind == "article" and _is_of_act_before(text, found[-1], phrase):
                    before = found.pop()
                    rules.pop()
                    phrase = phrase._replace(act=before.act, start=before.start)  # noqa: PLW2901 - the two are one
                found.append(phrase)
                rules.append(rule.name)
                after_act = kind == "act"
                if kind == "article" and _is_qualified(phrase.items):
                    for name, within in _qualifying(text, phrase):
                        found.append(within)
                        rules.append(name)
        except Exception as error:
            error.add_note(f"in the rule {rule.name!r}")
            raise
        match, ahead = search(text, at - 1), 0
    return Phrases(found, rules)


def _is_qualified(items: Sequence[Item]) -> bool:
    return bool(items[-1].qualifiers) or (len(items) > 1 and any(item.qualifiers for item in items))


def _qualifying(text: str, phrase: Phrase) -> Iterator[tuple[str, Phrase]]:
    """The phrases inside the qualifiers of a phrase, with the names of their rules: "issue de la loi n° …"."""
    for item in phrase.items:
        for kind, at, end, _ in item.qualifiers:
            if end > phrase.stop or kind not in _WITH_PHRASES:
                continue
            while (begun := _LEXER.search(text, at, end)) is not None:
                rule, at = _LEXER.rules[begun.lastindex], begun.end()  # noqa: PLW2901 - where reading goes on
                for within in rule.read(text, begun.start() + 1, at):
                    at = max(at, within.stop)  # noqa: PLW2901
                    if within.stop <= end:
                        yield rule.name, within


_WITH_PHRASES = frozenset(("version", "other"))
_DIRECTLY = compiled(r" ?,? ?(?:modifiée?)? ?,? ?")
_TITLE = compiled(
    r" (?:d'|de |relative? |portant |pour |modifiant )[^.;:()\n]{1,200}(?: ?,? ?(?=[Aa]rts?(?!\w))|, (?=articles? ))"
)
"""The title of an act, as far as "art.": "Loi n° … de finances pour 2010 art. 77 :"."""


def _is_of_act_before(text: str, before: Phrase, phrase: Phrase) -> bool:
    name = before.act
    if phrase.act is not None or phrase.bare or name is None or phrase.items[0].how is not How.NAMED:
        return False
    if name.how is not How.NAMED and name.nature != "annexe":
        return False
    if _DIRECTLY.fullmatch(text, before.stop, phrase.start) is not None:
        return True
    title = _TITLE.match(text, before.stop, phrase.start + 9)
    return title is not None and title.end() == phrase.start

"""Phrases inside others: in what is said between a number and its act, in asides, in versions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.lang.acts import has_number, numbers_alike
from cpp_corpus.model.number import normalize_number
from cpp_corpus.normalizer.recognize.fragments import PREFIX, compiled
from cpp_corpus.normalizer.recognize.grammar.act_before import is_of_act_before, of_act
from cpp_corpus.normalizer.recognize.grammar.articles import ARTICLE
from cpp_corpus.normalizer.recognize.grammar.rules import LEXER
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase

__all__ = ["add_qualifying", "add_within", "is_qualified"]


def is_qualified(items: Sequence[Item]) -> bool:
    """Whether something is said of a member of a list."""
    return bool(items[-1].qualifiers) or (len(items) > 1 and any(item.qualifiers for item in items))


def add_qualifying(text: str, phrase: Phrase, found: list[Phrase], rules: list[str]) -> None:
    """Add the phrases inside the qualifiers of a phrase, with the names of their rules: "issue de la loi n° …"."""
    first = len(found)
    for item in phrase.items:
        for kind, at, end, _ in dict.fromkeys(item.qualifiers):
            if end > phrase.stop or kind not in _WITH_PHRASES:
                continue
            while (begun := LEXER.search(text, at, end)) is not None:
                rule, at = LEXER.rules[begun.lastindex], begun.end()  # noqa: PLW2901 - where reading goes on
                for within in rule.read(text, begun.start() + 1, at):
                    at = max(at, within.stop)  # noqa: PLW2901
                    if within.kind == "internal" and phrase.kind == "article" and phrase.act is not None:
                        within = _of_same_article(text, item, within)  # noqa: PLW2901
                    if within.kind != "nothing" and (within.stop <= end or _is_of(within, phrase)):
                        inside = within.kind == phrase.kind == "division" and within.act is None
                        shared = inside or (text[end - 1] in _CLOSING and _shares_act(text, within, phrase))
                        if (
                            within.kind == "article"
                            and len(found) > first
                            and is_of_act_before(text, found[-1], within)
                        ):
                            within, shared = of_act(text, found.pop(), within), False  # noqa: PLW2901
                            rules.pop()  # "5 (décret n° 2031-5, art. 3) du code"
                        found.append(within._replace(act=phrase.act) if shared else within)
                        rules.append(rule.name)
            if phrase.act is not None and (said := _said_otherwise(text, item.end, end, phrase.act)) is not None:
                taken = {each.start for each in phrase.items}
                taken.update(each.start for other in found[first:] for each in other.items)
                if said.start in taken:
                    continue
                found.append(said)
                rules.append(ARTICLE.name)


_SAID_OTHERWISE = compiled(
    rf"(?:[–—(,:] |\(|ment |(?<!\w)(?:ou|contra,?) )"
    rf"(?P<number>(?:{PREFIX})?(?:\d{{3,4}}(?:-\d{{1,3}}){{0,3}}|\d{{1,2}}-\d{{1,3}}))"
    r"(?=\)| [–—]|,| (?:ancien|nouveau)(?!\w))"
)
_YEAR = re.compile(r"1[89]\d\d|20[0-3]\d")
_PARTS_YEAR = frozenset("(–—,")
_LONG = 4  # digits of a number that is hardly anything else


def _said_otherwise(text: str, start: int, end: int, name: ActName) -> Phrase | None:
    """The article whose number alone stands in an aside before an act that has it: "7, ou plus exactement 834, du"."""
    if name.nature != "code" or not name.ids or name.how is not How.NAMED:
        return None
    number = _SAID_OTHERWISE.search(text, start, end + 1)
    if number is None:
        return None
    own, act = normalize_number(number["number"]), name.ids[0]
    if has_number(act, own) is not True and (len(own) < _LONG or not numbers_alike(act, own)):
        return None
    if _YEAR.fullmatch(own) is not None and number[0][0] in _PARTS_YEAR:
        return None
    item = Item(*number.span("number"), number["number"])
    return Phrase("article", item.start, item.end, (item,), name, bare=True)


_VERSION = compiled(
    r",? (?:(?:dans|en|selon) (?:sa|leur|la) (?:r[ée]daction|version)|(?:modifi|complét|complet)[ée]e?s? par) ",
    re.IGNORECASE,
)


def add_within(text: str, at: int, phrase: Phrase, found: list[Phrase], rules: list[str]) -> None:
    """Add the acts of what changed an act between members: "5 du code, dans sa version issue du décret, et 7 de"."""
    end = phrase.start
    if phrase.act is None or _VERSION.match(text, at, end) is None:
        return
    while (begun := LEXER.search(text, at, end)) is not None:
        rule, at = LEXER.rules[begun.lastindex], begun.end()
        for within in rule.read(text, begun.start() + 1, at):
            at = max(at, within.stop)
            if within.kind == "act" and within.stop <= end:
                found.append(within)
                rules.append(rule.name)


def _is_of(within: Phrase, phrase: Phrase) -> bool:
    """Whether an article in a qualifier leads to the act behind it: "5, lu avec l'article 6, du code …"."""
    act, name = within.act, phrase.act
    return act is not None and name is not None and act.start == name.start and within.kind == "article"


_ALSO = compiled(r" ?,? ?(?:et|ou|ni|ainsi que|comme|voire|puis) (?:de )?(?:le |la |les |du |au |aux |des )?")


def _of_same_article(text: str, item: Item, within: Phrase) -> Phrase:
    """A part in an aside as one of the article before it: "le II de l'article 9, ainsi que le III, du code"."""
    first = within.items[0]
    again = not within.present and item.locators and all(each.how is How.NAMED for each in within.items)
    if not again or _ALSO.fullmatch(text, item.end, first.start) is None:
        return within
    return within._replace(
        kind="article", items=tuple([each._replace(number=item.number, how=How.SAME) for each in within.items])
    )


def _shares_act(text: str, within: Phrase, phrase: Phrase) -> bool:
    """Whether what stands in an aside before an act, and names none, may be of it: "7 (v. l'article 8) du code"."""
    name = phrase.act
    if within.kind == "division" and within.act is None and not within.present and name is not None:
        return text[within.start - 1] == "(" and name.how is How.NAMED and bool(name.ids)  # "7 (livre II) du code"
    if within.kind != "article" or within.act is not None or name is None or name.how is not How.NAMED or not name.ids:
        return False
    return not text.startswith((" ci-", " du", " de"), within.stop) and all(
        item.how is How.NAMED and has_number(name.ids[0], normalize_number(item.number or "")) is not False
        for item in within.items
    )


_CLOSING = frozenset(")–—")
_WITH_PHRASES = frozenset(("version", "other"))

"""Several articles and several acts, each with its own: "5 et 7, respectivement du code … et du code …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from cpp_corpus.lang.acts import has_number
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.acts import ACT
from cpp_corpus.normalizer.recognize.grammar.acts_behind import act_after
from cpp_corpus.normalizer.recognize.grammar.designations.laws import PLURAL_LAWS
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase

__all__ = ["RESPECTIVELY", "SHARES", "give_each", "give_shares", "leave_open"]

RESPECTIVELY = "respectivement"
_FEWEST, _MANY = 2, 16  # acts
_TO_ACT = r" (?:d(?:u|e la|e l'|es)|au|aux|à la|à l'|(?:dans|par) (?:le|la|les|l')) ?$"
_TO_FIRST = compiled(
    rf",?(?: et [^.;:,()\n\d–—]{{2,40}},| [–—] [^.;:,()\n\d–—]{{2,40}} [–—]|, [^.;:,()\n\d–—]{{2,40}},)?{_TO_ACT}| $"
)
"""What stands between the word and the first act, an aside included."""
_TO_NEXT = compiled(
    rf"(?: ?,)?(?: (?:et|ainsi que|puis))?(?: ?, [^.;:,()\n\d]{{2,40}},)?{_TO_ACT}|(?: ?,| et| ou) (?:n°s? ?)?$"
)
_BETWEEN_ACTS = compiled(
    r" ?,? ?(?:(?:et|comme|ainsi que|puis) ?,? ?)?(?:d'autre part,? )?"
    r"(?:d(?:u|e la|e l'|es)|le|la|les|l'|au|aux|à la)? ?(?:n°s? ?)?"
)
_TO_WORD = compiled(r"(?: [a-zà-ÿ]{2,}){0,3} ?[,(]? ?")
"""What stands between the acts and the word: "le code … et le code … prévoient, respectivement"."""
_TO_ARTICLES = compiled(
    r",? (?:(?:en|à|dans|par) (?:leurs |leur )?|aux? )?(?:les |l'|des |de l')?(?:(?:articles?|art\.) )?"
)
_ONE_CLAUSE = compiled(r"[^.;:\n]{0,160}$")


class _Pairs(NamedTuple):
    """Articles and acts of which each article may have its own."""

    first: int
    last: int
    """The phrases of the articles are those from ``first`` up to ``last``."""
    names: Sequence[ActName]
    items: Sequence[tuple[Item, Phrase]]
    """The articles, each with its phrase."""


def give_each(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Give each of several articles the act that is its own by the word, where they are as many as the acts."""
    starts = [phrase.start for phrase in found]
    word = text.find(RESPECTIVELY)
    while word >= 0:
        behind = bisect_left(starts, word)
        ways = (way(text, found, word, behind) for way in _WAYS)
        several = [each for each in ways if each and len(each.names) >= _FEWEST and each.items]
        pairs = next((each for each in several if len(each.items) == len(each.names)), None)
        given: list[Phrase] = []
        if pairs is not None:
            given = [
                phrase._replace(start=item.start, stop=item.end, items=(item,), act=name, bare=True, its=False)
                for (item, phrase), name in zip(pairs.items, pairs.names, strict=True)
            ]
        elif several:
            pairs = several[0]
            given = _by_phrase(pairs)
        if pairs is not None and given:
            part = slice(pairs.first, pairs.last)
            found[part] = given
            rules[part] = ["article"] * len(given)
            starts[part] = [phrase.start for phrase in given]
        word = text.find(RESPECTIVELY, word + 1)


def _by_phrase(pairs: _Pairs) -> list[Phrase]:
    """Lists of articles, each with the act that is its own, where there are as many; else it is left open which is.

    Nothing where a list has another act than those of the word.
    """
    phrases = [*dict.fromkeys(phrase for _, phrase in pairs.items)]
    if any(phrase.act is not None and phrase.act not in pairs.names for phrase in phrases):
        return []
    acts: Sequence[ActName] = pairs.names
    if len(phrases) != len(acts):
        start = acts[-1].start
        acts = [ActName(start, start, start, "autre", (), reason=Reason.ACT_UNCLEAR)] * len(phrases)
    return [phrase._replace(act=name, stop=phrase.items[-1].end) for phrase, name in zip(phrases, acts, strict=True)]


def _around(text: str, found: Sequence[Phrase], word: int, behind: int) -> _Pairs:
    """The articles before the word and the acts behind it: "5 et 7, respectivement du code … et du code"."""
    names, last = _acts_behind(text, found, word, behind)
    first, items = _items_before(text, found, word, behind, names)
    return _Pairs(first, last, names, items)


def _acts_first(text: str, found: Sequence[Phrase], word: int, behind: int) -> _Pairs | None:
    """The acts before the word and the articles behind it: "du code … et du code …, respectivement aux articles"."""
    before = found[behind - 1] if behind else None
    if before is None or before.act is None:
        return None
    headed = bool(before.items) and before.items[0].start > word  # the second act heads the articles
    if not headed and (before.kind != "act" or _TO_WORD.fullmatch(text, before.act.stop, word) is None):
        return None
    names = _acts_up_to(text, found, behind - 1, before.act)
    items: list[tuple[Item, Phrase]] = []
    first = last = behind - headed
    begin, joint = word + len(RESPECTIVELY), _TO_ARTICLES
    while last < len(found) and found[last].kind == "article" and found[last].act in {None, before.act}:
        phrase = found[last]
        start = phrase.items[0].start if headed and last == first else phrase.start
        if joint.fullmatch(text, begin, start) is None:
            break
        items += _items(phrase)
        begin, joint, last = phrase.stop, _BETWEEN_ACTS, last + 1
    return _Pairs(first, last, names, items)


def _all_behind(text: str, found: Sequence[Phrase], word: int, behind: int) -> _Pairs | None:
    """The articles and the acts behind them, all behind it: "respectivement les articles 9 et 8 du … et de la"."""
    name = _act_behind(found[behind]) if behind < len(found) else None
    if name is None or _TO_LIST.fullmatch(text, word + len(RESPECTIVELY), found[behind].start) is None:
        return None
    names, last = [name], behind + 1
    while last < len(found) and found[last].kind == "act" and (following := found[last].act) is not None:
        if _BETWEEN_ACTS.fullmatch(text, names[-1].stop, following.start) is None:
            break
        names.append(following)
        last += 1
    return _Pairs(behind, last, names, _items(found[behind]))


def _all_before(text: str, found: Sequence[Phrase], word: int, behind: int) -> _Pairs | None:
    """The articles and the acts behind them, all before it: "les articles 3 et 15 du … et de la …, respectivement"."""
    name = found[behind - 1].act if behind and found[behind - 1].kind == "act" else None
    if name is None or text[name.stop : word].strip(" ,("):
        return None
    names = _acts_up_to(text, found, behind - 1, name)
    first = behind - len(names) - 1
    own = _act_behind(found[first]) if first >= 0 else None
    if own is None or _BETWEEN_ACTS.fullmatch(text, own.stop, names[0].start) is None:
        return None
    return _Pairs(first, behind, [own, *names], _items(found[first]))


def _acts_then_all(text: str, found: Sequence[Phrase], word: int, behind: int) -> _Pairs | None:
    """The acts and the articles behind them, all before it: "le code … et la loi …, articles 3 et 5 respectivement"."""
    phrase = found[behind - 1] if behind else None
    if phrase is None or phrase.kind != "article" or phrase.act is None or phrase.act.start > phrase.items[0].start:
        return None
    if text[phrase.items[-1].end : word].strip(" ,("):
        return None
    return _Pairs(behind - 1, behind, _acts_up_to(text, found, behind - 1, phrase.act), _items(phrase))


_WAYS = (_around, _acts_first, _all_behind, _all_before, _acts_then_all)
_TO_LIST = compiled(r",? ?(?:les |aux |des |dans les |par les )?")


def _items(phrase: Phrase) -> list[tuple[Item, Phrase]]:
    return [(item, phrase) for item in phrase.items]


def _act_behind(phrase: Phrase) -> ActName | None:
    """The act of articles that stands behind them."""
    name = phrase.act if phrase.kind == "article" else None
    return None if name is None or name.start < phrase.items[-1].end else name


def _acts_up_to(
    text: str, found: Sequence[Phrase], at: int, name: ActName, between: Pattern = _BETWEEN_ACTS
) -> list[ActName]:
    """An act with those that stand before it, up to the phrase ``at``: "le code …, le code … et la loi"."""
    names = [name]
    while at and found[at - 1].kind == "act" and (before := found[at - 1].act) is not None:
        if between.fullmatch(text, before.stop, names[0].start) is None:
            break
        names[:0] = [before]
        at -= 1
    return names


def _acts_behind(text: str, found: Sequence[Phrase], word: int, at: int) -> tuple[list[ActName], int]:
    """The acts behind the word, of which the first may be that of the phrase before, and where the phrases go on."""
    held = found[at - 1].act if at and found[at - 1].kind == "article" else None
    names = [] if held is None or held.start < word else [held]
    while at < len(found) and found[at].kind == "act" and (name := found[at].act) is not None:
        joint, begin = (_TO_NEXT, names[-1].stop) if names else (_TO_FIRST, word + len(RESPECTIVELY))
        if joint.match(text, begin, name.start) is None:
            break
        names.append(name)
        at += 1
    return names, at


def _items_before(
    text: str, found: Sequence[Phrase], word: int, behind: int, names: Sequence[ActName]
) -> tuple[int, list[tuple[Item, Phrase]]]:
    """The articles before the word, of one clause and as many as the acts, and where their phrases begin."""
    items: list[tuple[Item, Phrase]] = []
    first = behind
    while first and len(items) < len(names) and found[first - 1].kind == "article":
        phrase = found[first - 1]
        stop = word if first == behind else found[first].start
        if not phrase.items or (phrase.act is not None and phrase.act is not names[0]):
            break
        if _ONE_CLAUSE.match(text, phrase.items[-1].end, stop) is None:
            break
        items[:0] = _items(phrase)
        first -= 1
    return first, items


_SHARED = (*PLURAL_LAWS, "codes ", "traités ")
"""How the designation of several acts begins, which share their noun."""
_SEVERAL = ("les ", "Les ", "des ", "aux ")
_SHARING = compiled(
    r"(?: \((?:UE|CEE?|Euratom)\))?(?:,| et| ou|, et|, ou| ?/)(?: du| de la| de l')? ?(?:\(?(?:UE|CEE?|Euratom)\)? )?"
    r"(?:n[°o]s? ?)?"
)
"""What parts acts that share their noun."""


def leave_open(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Part articles from several acts that share their noun, where nothing says whose each is.

    So "les articles 5 et 6 des lois n° … et n° …"; the numbers that only one of several codes has are its own.
    """
    for at in range(len(found) - 1, -1, -1):
        phrase, name = found[at], found[at].act
        if phrase.kind != "article" or name is None or name.how is not How.NAMED or not name.ids:
            continue
        headed = name.start < phrase.items[0].start
        names = _sharing_before(text, found, at, name) if headed else _sharing_behind(text, found, at, name)
        if len(names) < _FEWEST:
            continue
        alone = Phrase("act", name.start, name.stop, (), name)
        begin = phrase.items[0].start if headed else phrase.start
        parted = _by_number(phrase._replace(start=begin), name, names)
        found[at : at + 1] = [alone, *parted] if headed else [*parted, alone]
        rules[at : at + 1] = (
            [ACT.name, *[rules[at]] * len(parted)] if headed else [*[rules[at]] * len(parted), ACT.name]
        )


def _sharing_before(text: str, found: Sequence[Phrase], at: int, name: ActName) -> list[ActName]:
    """The acts up to the one that heads articles which share the noun of the first; none where it has its own."""
    names = _acts_up_to(text, found, at, name, _SHARING)
    start = names[0].start  # in a list of citations, "Décrets n° … et n° …, art. 17", each has its own articles
    return names if text.startswith(_SHARED, start) and text.endswith(_SEVERAL, 0, start) else []


def _sharing_behind(text: str, found: Sequence[Phrase], at: int, name: ActName) -> list[ActName]:
    """The acts from the one behind articles on that share its noun; none where it has its own."""
    names = [name] if text.startswith(_SHARED, name.start) else []
    for phrase in found[at + 1 : at + _MANY] if names else ():
        if phrase.kind != "act" or phrase.act is None:
            break
        if _SHARING.fullmatch(text, names[-1].stop, phrase.act.start) is None:
            break
        names.append(phrase.act)
    return names


def _by_number(phrase: Phrase, name: ActName, names: Sequence[ActName]) -> list[Phrase]:
    """The articles of a phrase, by the act that alone has their number, or by none that is known."""
    unclear = name._replace(ids=(), nature="autre", reason=Reason.ACT_UNCLEAR)
    parted: list[Phrase] = []
    for item in phrase.items:
        act = _only_one(item, names) or unclear
        if parted and parted[-1].act is act:
            before = parted[-1]
            parted[-1] = before._replace(items=(*before.items, item), stop=item.end)
        else:
            parted.append(phrase._replace(start=item.start, stop=item.end, items=(item,), act=act, bare=bool(parted)))
    return [parted[0]._replace(start=min(phrase.start, parted[0].start)), *parted[1:]]


def _only_one(item: Item, names: Sequence[ActName]) -> ActName | None:
    """The act that has the number of an article, where the others are known to have none such."""
    if item.number is None:
        return None
    number = normalize_number(item.number)
    having = [each for each in names if has_number(each.ids[0], number) is not False]
    return having[0] if len(having) == 1 and has_number(having[0].ids[0], number) else None


SHARES = (", le", ", la", ", l'un", " l'un")
"""How the words behind a list begin that say which act some of its members are of."""
_SHARE = compiled(
    r"(?:,|,? (?:et|puis|mais|comme))? ?(?:(?:(?P<first>l'une?|l[ea] premi(?:er|ère))|l'autre|l[ea] (?:seconde?"
    r"|\w{3,7}ième|derni(?:er|ère))|les (?P<count>deux|trois|quatre) (?:(?P<several>premi)|derni|autre|suivant)\w+),?"
    r"(?: (?:tiré|issu|extrait|pris)e?s?)?)(?= (?:du|de la|de l') ?)"
)
"""The words before the act of the next members: "les deux premiers du", "et le dernier du"."""
_COUNTS = {None: 1, "deux": 2, "trois": 3, "quatre": 4}


def give_shares(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Give members of a list the acts of their ranks: "2, 3 et 9, les deux premiers du code …, le dernier du code"."""
    for at in range(len(found) - 2, -1, -1):
        phrase = found[at]
        if phrase.kind != "article" or phrase.act is not None or not text.startswith(SHARES, phrase.stop):
            continue
        shares, behind = _shares_behind(text, found, at)
        items = phrase.items
        if len(shares) < _FEWEST or sum(count for count, _ in shares) != len(items):
            continue
        each: list[Phrase] = []
        for count, name in shares:
            own, items = tuple(items[:count]), items[count:]
            each.append(phrase._replace(start=own[0].start, stop=own[-1].end, items=own, act=name, bare=True))
        each[0] = each[0]._replace(start=phrase.start, bare=phrase.bare)
        found[at:behind] = each
        rules[at:behind] = [rules[at]] * len(each)


def _shares_behind(text: str, found: Sequence[Phrase], at: int) -> tuple[list[tuple[int, ActName]], int]:
    """How many members are of each act that is named behind a list, and where the phrases go on."""
    shares: list[tuple[int, ActName]] = []
    stop, behind = found[at].stop, at + 1
    while (share := _SHARE.match(text, stop)) is not None:
        name = act_after(text, share.end())
        begins = bool(share["first"] or share["several"])
        if name is None or name.how is not How.NAMED or not name.ids or begins is bool(shares):
            break
        shares.append((_COUNTS[share["count"]], name))
        stop = name.stop
        if behind < len(found) and found[behind].start < stop:
            behind += 1
    return shares, behind

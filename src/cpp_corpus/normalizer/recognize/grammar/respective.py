"""Several articles and several acts, each with its own: "5 et 7, respectivement du code … et du code …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.acts import act_after
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase

__all__ = ["RESPECTIVELY", "SHARES", "give_each", "give_shares"]

RESPECTIVELY = "respectivement"
_FEWEST = 2  # acts
_TO_ACT = r" (?:d(?:u|e la|e l'|es)|au|aux|à la|à l'|(?:dans|par) (?:le|la|les|l')) ?$"
_TO_FIRST = compiled(
    rf",?(?: et [^.;:,()\n\d–—]{{2,40}},| [–—] [^.;:,()\n\d–—]{{2,40}} [–—]|, [^.;:,()\n\d–—]{{2,40}},)?{_TO_ACT}| $"
)
"""What stands between the word and the first act, an aside included."""
_TO_NEXT = compiled(
    rf"(?: ?,)?(?: (?:et|ainsi que|puis))?(?: ?, [^.;:,()\n\d]{{2,40}},)?{_TO_ACT}|(?: ?,| et| ou) (?:n°s? ?)?$"
)
_BETWEEN_ACTS = compiled(
    r" ?,? ?(?:(?:et|comme|ainsi que|puis) )?(?:d(?:u|e la|e l'|es)|le|la|les|l'|au|aux|à la)? ?(?:n°s? ?)?"
)
_TO_WORD = compiled(r"(?: [a-zà-ÿ]{2,}){0,3} ?[,(]? ?")
"""What stands between the acts and the word: "le code … et le code … prévoient, respectivement"."""
_TO_ARTICLES = compiled(r",? (?:(?:en|à|dans|par) (?:leurs |leur )?|aux? )?(?:les |l')?(?:(?:articles?|art\.) )?")
_ONE_CLAUSE = compiled(r"[^.;:\n]{0,160}$")


def give_each(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Give each of several articles the act that is its own, where they are as many as the acts behind the word."""
    starts = [phrase.start for phrase in found]
    word = text.find(RESPECTIVELY)
    while word >= 0:
        behind = bisect_left(starts, word)
        for way in _WAYS:
            first, last, names, members = way(text, found, word, behind)
            if len(names) < _FEWEST or len(members) != len(names):
                continue
            each = [
                phrase._replace(start=item.start, stop=item.end, items=(item,), act=name, bare=True, its=False)
                for (item, phrase), name in zip(members, names, strict=True)
            ]
            found[first:last] = each
            rules[first:last] = ["article"] * len(each)
            starts[first:last] = [phrase.start for phrase in each]
            break
        word = text.find(RESPECTIVELY, word + 1)


def _acts_before(
    text: str, found: Sequence[Phrase], word: int, behind: int
) -> tuple[int, int, list[ActName], list[tuple[Item, Phrase]]]:
    """The acts before the word and the articles behind it: "du code … et du code …, respectivement aux articles"."""
    before = found[behind - 1] if behind else None
    headed = before is not None and before.act is not None and bool(before.items) and before.items[0].start > word
    first = behind - headed  # "la loi … et la loi …, respectivement articles 3 et 15" begins with the second act
    names = [before.act] if headed and before is not None and before.act is not None else []
    at, stop = first, names[0].start if names else word
    while at and found[at - 1].kind == "act" and (name := found[at - 1].act) is not None:
        between = text[name.stop : stop]
        if (_BETWEEN_ACTS if names else _TO_WORD).fullmatch(between) is None:
            break
        names[:0] = [name]
        at, stop = at - 1, name.start
    last = first
    members: list[tuple[Item, Phrase]] = []
    begin = word + len(RESPECTIVELY)
    while last < len(found) and found[last].kind == "article" and found[last].act in {None, *names[-1:]}:
        phrase = found[last]
        joint = _TO_ARTICLES if last == first else _BETWEEN_ACTS
        if joint.fullmatch(text, begin, phrase.items[0].start if headed and last == first else phrase.start) is None:
            break
        members += [(item, phrase) for item in phrase.items]
        begin, last = phrase.stop, last + 1
    return first, last, names, members


_TO_LIST = compiled(r",? ?(?:les |aux |des |dans les |par les )?")


def _list_behind(
    text: str, found: Sequence[Phrase], word: int, at: int
) -> tuple[int, int, list[ActName], list[tuple[Item, Phrase]]]:
    """The articles behind the word and the acts behind them: "respectivement les articles 9 et 8 du … et de la"."""
    phrase = found[at] if at < len(found) else None
    if phrase is None or phrase.kind != "article" or phrase.act is None or phrase.act.start < phrase.items[-1].end:
        return at, at, [], []
    if _TO_LIST.fullmatch(text, word + len(RESPECTIVELY), phrase.start) is None:
        return at, at, [], []
    names, last = [phrase.act], at + 1
    while last < len(found) and found[last].kind == "act" and (name := found[last].act) is not None:
        if _BETWEEN_ACTS.fullmatch(text, names[-1].stop, name.start) is None:
            break
        names.append(name)
        last += 1
    return at, last, names, [(item, phrase) for item in phrase.items]


def _list_before(
    text: str, found: Sequence[Phrase], word: int, behind: int
) -> tuple[int, int, list[ActName], list[tuple[Item, Phrase]]]:
    """The articles and then the acts, both before the word: "les articles 3 et 15 du … et de la …, respectivement"."""
    names: list[ActName] = []
    at, stop = behind, word
    while at and (name := found[at - 1].act) is not None:
        between = text[name.stop : stop]
        if not (_BETWEEN_ACTS.fullmatch(between) if names else between.strip(" ,(") == ""):
            break
        names[:0] = [name]
        at, stop = at - 1, name.start
        if found[at].kind == "article" and found[at].items[-1].end <= name.start:
            return at, behind, names, [(item, found[at]) for item in found[at].items]
        if found[at].kind != "act":
            break
    return behind, behind, [], []


def _members_apart(
    text: str, found: Sequence[Phrase], word: int, behind: int
) -> tuple[int, int, list[ActName], list[tuple[Item, Phrase]]]:
    """The articles before the word and the acts behind it: "5 et 7, respectivement du code … et du code"."""
    names, last = _acts_behind(text, found, word, behind)
    first, members = _members_before(text, found, word, behind, names)
    return first, last, names, members


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


def _members_before(
    text: str, found: Sequence[Phrase], word: int, behind: int, names: Sequence[ActName]
) -> tuple[int, list[tuple[Item, Phrase]]]:
    """The articles before the word, of one clause and as many as the acts, and where their phrases begin."""
    members: list[tuple[Item, Phrase]] = []
    first = behind
    while first and len(members) < len(names) and found[first - 1].kind == "article":
        phrase = found[first - 1]
        stop = word if first == behind else found[first].start
        if not phrase.items or (phrase.act is not None and phrase.act is not names[0]):
            break
        if _ONE_CLAUSE.match(text, phrase.items[-1].end, stop) is None:
            break
        members[:0] = [(item, phrase) for item in phrase.items]
        first -= 1
    return first, members


def _headed_before(
    text: str, found: Sequence[Phrase], word: int, behind: int
) -> tuple[int, int, list[ActName], list[tuple[Item, Phrase]]]:
    """The acts and then the articles, both before the word: "le code … et la loi …, articles 3 et 5 respectivement"."""
    phrase = found[behind - 1] if behind else None
    if phrase is None or phrase.kind != "article" or phrase.act is None or not phrase.items:
        return behind, behind, [], []
    if phrase.act.start > phrase.items[0].start or text[phrase.items[-1].end : word].strip(" ,(") != "":
        return behind, behind, [], []
    names, at = [phrase.act], behind - 1
    while at and found[at - 1].kind == "act" and (name := found[at - 1].act) is not None:
        if _BETWEEN_ACTS.fullmatch(text, name.stop, names[0].start) is None:
            break
        names[:0] = [name]
        at -= 1
    return behind - 1, behind, names, [(item, phrase) for item in phrase.items]


_WAYS = (_members_apart, _acts_before, _list_behind, _list_before, _headed_before)


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

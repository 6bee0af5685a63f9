"""Several articles and as many acts, one for each: "5 et 7, respectivement du code … et du code …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, Item, Phrase

__all__ = ["RESPECTIVELY", "give_each"]

RESPECTIVELY = "respectivement"
_TO_ACT = r" (?:d(?:u|e la|e l'|es)|au|aux|à la|à l'|(?:dans|par) (?:le|la|les|l')) ?$"
_TO_FIRST = compiled(
    rf",?(?: et [^.;:,()\n\d–—]{{2,40}},| [–—] [^.;:,()\n\d–—]{{2,40}} [–—]|, [^.;:,()\n\d–—]{{2,40}},)?{_TO_ACT}"
)
"""What stands between the word and the first act, an aside included."""
_TO_NEXT = compiled(rf" ?,? ?(?:et|ainsi que|puis)?(?: ?, [^.;:,()\n\d]{{2,40}},)?{_TO_ACT}|(?: ?,| et| ou) $")
_BETWEEN_ACTS = compiled(r" ?,? ?(?:(?:et|comme|ainsi que|puis) )?(?:d(?:u|e la|e l'|es)|le|la|les|l'|au|aux|à la)? ?")
_TO_ARTICLES = compiled(r" (?:en leurs |à leurs |à |aux? |dans |par )?(?:les |l')?")
_ONE_CLAUSE = compiled(r"[^.;:\n]{0,160}$")


def give_each(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Give each of several articles the act that is its own, where they are as many as the acts behind the word."""
    starts = [phrase.start for phrase in found]
    word = text.find(RESPECTIVELY)
    while word >= 0:
        behind = bisect_left(starts, word)
        names, last = _acts_behind(text, found, word, behind)
        first, members = _members_before(text, found, word, behind, names)
        if not names and behind and found[behind - 1].kind == "act":
            first, last, names, members = _acts_before(text, found, word, behind)
        if len(names) > 1 and len(members) == len(names):
            each = [
                phrase._replace(start=item.start, stop=item.end, items=(item,), act=name, bare=True)
                for (item, phrase), name in zip(members, names, strict=True)
            ]
            found[first:last] = each
            rules[first:last] = ["article"] * len(each)
            starts[first:last] = [phrase.start for phrase in each]
        word = text.find(RESPECTIVELY, word + 1)


def _acts_before(
    text: str, found: Sequence[Phrase], word: int, behind: int
) -> tuple[int, int, list[ActName], list[tuple[Item, Phrase]]]:
    """The acts before the word and the articles behind it: "du code … et du code …, respectivement aux articles"."""
    names: list[ActName] = []
    at, stop = behind, word
    while at and found[at - 1].kind == "act" and (name := found[at - 1].act) is not None:
        between = text[name.stop : stop]
        if not (_BETWEEN_ACTS.fullmatch(between) if names else between.strip(" ,") == ""):
            break
        names[:0] = [name]
        at, stop = at - 1, name.start
    last = behind
    members: list[tuple[Item, Phrase]] = []
    begin = word + len(RESPECTIVELY)
    while last < len(found) and found[last].kind == "article" and found[last].act is None:
        phrase = found[last]
        joint = _TO_ARTICLES if last == behind else _BETWEEN_ACTS
        if joint.fullmatch(text, begin, phrase.start) is None:
            break
        members += [(item, phrase) for item in phrase.items]
        begin, last = phrase.stop, last + 1
    return behind, last, names, members


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

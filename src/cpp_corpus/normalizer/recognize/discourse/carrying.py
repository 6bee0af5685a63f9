"""Acts carried from one phrase to another: over a coordination, an exception, a list that an act introduces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reference import Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.memory import (
    CitingArticle,
    Known,
    has_all,
    may_have_all,
    numbers_of,
)
from cpp_corpus.normalizer.recognize.fragments import compiled, list_end
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["carry", "headed", "joined", "lead_on"]

Acts = list[Known | None]

_DIRECTLY = compiled(r" ?,? ?(?:modifiée?)? ?,? ?")
_WITH_TITLE = compiled(
    r" (?:d'|de |relative? |portant |pour |modifiant )[^.;:()\n]{1,200}(?: ?,? ?(?=[Aa]rts?(?!\w))|, (?=articles? ))"
)
_COORDINATION = compiled(
    r" ?[,;]? ?(?:et|ou|et/ou|ainsi qu(?:e |')|ou encore|ni|,)? ?"
    r"(?:(?:à|de|d'|par|pour|sur|dans|par celles de|à ceux de|à celles de|de ceux de)? ?(?:l'|les|la|le)?|aux?|du"
    r"|des)? ?"
)
_INCLUDING = compiled(
    r"(?: (?:relative?s?|relatifs?|portant|fixant|modifiant|pris|prise) [^,;.:\n]{1,200}?)? ?,? ?\(?(?:et )?"
    r"(?:notamment|en particulier|à l'exception|à l'exclusion|sauf|hormis|y compris|dont|exceptée?s?)"
    r"(?: (?:au titre|en application|par les dispositions|les dispositions|celles|ceux))?"
    r" ?(?:de la|de l'|des|du|de|à l'|aux?|par l'|par les|les?|l'|d')? ?"
)
_THOSE_OF = compiled(r"(?:celles?|ceux|celui) (?:du|de la|des|de l') ?$", re.IGNORECASE)
_LAWS = ("loi:", "ordonnance:", "decret:", "arrete:")
_NEAR = 100  # phrases: what is further away is hardly meant again
_HAVE_ARTICLES = frozenset(("article", "division"))
_MARKED = compiled(r"(?:[a-z]+\)|\d+°|[-–]) ?$")
_FOR_APPLICATION = compiled(r"Pour l'application (?:des dispositions )?(?:de l'|du|des) ?$")
_RANKS = ("partie", "livre", "titre", "chapitre", "section", "paragraphe")


def joined(text: str, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases, an act directly before an article without act made that article's ("Loi n° …, article 7")."""
    out: list[Phrase] = []
    named = False  # whether the phrase before is an act
    for phrase in phrases:
        if named and _heads(text, out[-1], phrase):
            phrase.act, phrase.start = out[-1].act, out[-1].start
            out[-1] = phrase
        else:
            out.append(phrase)
        named = phrase.kind == "act"
    return out


def _heads(text: str, first: Phrase, second: Phrase) -> bool:
    name = first.act
    return (
        second.kind == "article"
        and second.act is None
        and not second.bare
        and second.items[0].how is How.NAMED
        and name is not None
        and (name.how is How.NAMED or name.nature == "annexe")
        and (_DIRECTLY.fullmatch(text, first.stop, second.start) is not None or _titled(text, first.stop, second.start))
    )


def _titled(text: str, at: int, end: int) -> bool:
    """Whether only the title of an act stands before "art." ("Loi n° … de finances pour 2010 art. 77 :")."""
    title = _WITH_TITLE.match(text, at, end + 9)
    return title is not None and title.end() == end


def headed(text: str, phrases: Sequence[Phrase]) -> None:
    """``Pour l'application de l'article 5 : a) Au 1° du II, …``: the parts in the list are that article's."""
    if "Pour" not in text:
        return
    head, end = None, 0
    for phrase in phrases:
        if phrase.kind == "internal" and head is not None and phrase.start < end and not phrase.present:
            if _MARKED.search(text, max(0, phrase.start - 12), phrase.start):
                phrase.kind = "article"
                for item in phrase.items:
                    item.number, item.how = head, How.SAME
        elif _opens_list(text, phrase) and phrase.start >= end:
            head, end = phrase.items[0].number, list_end(text, phrase.stop)


def _opens_list(text: str, phrase: Phrase) -> bool:
    alone = phrase.kind == "article" and len(phrase.items) == 1
    return alone and _FOR_APPLICATION.search(text, max(0, phrase.start - 40), phrase.start) is not None


def carry(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Carry acts over coordinations, back first ("l'article 2 et l'article 3 du code …"), then forward.

    A number that the speaking act has stays there, unless the other alone has it: of 163 such places in French
    codes, in which one act only has the number, that one is meant in all.
    """
    last = len(phrases) - 1
    for i in range(last - 1, -1, -1):
        act = acts[i + 1]
        if act is not None and acts[i] is None and _coordinated(text, phrases, i):
            acts[i] = act if _belongs(phrases[i], act, citing) else None
    for i in range(last):
        act = acts[i]
        if act is not None and acts[i + 1] is None and _coordinated(text, phrases, i):
            acts[i + 1] = act if _belongs(phrases[i + 1], act, citing) else None


def _coordinated(text: str, phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a list of articles and the phrase after it are members of one coordination."""
    first, second = phrases[i], phrases[i + 1]
    return (
        first.kind == "article"
        and second.kind in _HAVE_ARTICLES
        and _COORDINATION.fullmatch(text, first.stop, second.start) is not None
    )


def _belongs(phrase: Phrase, act: Known, citing: CitingArticle) -> bool:
    """Whether an act beside a phrase is its act, too: it may have the numbers, and the speaking act does not."""
    numbers = numbers_of(phrase) if phrase.kind == "article" else []
    return bool(numbers) and may_have_all(act.id, numbers) and has_all(citing.act, numbers) is not True


def lead_on(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Lead acts on to what is taken from them, and to numbers that the speaking act does not have."""
    codes: dict[str, Known] = {}  # in the order in which each was named last
    named, last = False, None  # whether a phrase before has an act; the one named last
    heading, end, taken = None, 0, -1  # ``taken``: the last phrase taken from the act before it
    for i, phrase in enumerate(phrases):
        act, name = acts[i], phrase.act
        if act is not None:
            named = True
            last = act.id if name is not None or phrase.its else last
            if phrase.kind == "heading":
                heading, end = act, list_end(text, phrase.stop)
            if name is not None and act.id is not None and act.id.startswith(("code-", "livre-")):
                codes.pop(act.id, None)
                codes[act.id] = Known(act.id, Via.ANAPHORA, Span(name.start, name.end))
        elif phrase.kind == "division":
            acts[i] = _continued_division(text, phrases, acts, i, citing)
        elif phrase.kind == "article" and named:
            numbers = numbers_of(phrase)
            if heading is not None and phrase.start < end and may_have_all(heading.id, numbers):
                acts[i] = heading
            else:
                acts[i] = _taken_from(text, phrases, acts, i)
                before = acts[i - 1]
                if (
                    acts[i] is None
                    and before is not None
                    and taken == i - 1 >= 0
                    and _coordinated(text, phrases, taken)
                ):
                    acts[i] = before if _belongs(phrase, before, citing) else None
                taken = i if acts[i] is not None else taken
                if acts[i] is None and numbers and has_all(citing.act, numbers) is False:
                    plain = last is not None and last.startswith(_LAWS) and not numbers[0][0].isalpha()
                    having = None if plain else _having(numbers, codes)
                    acts[i] = having or _cited_before(numbers, phrases, acts, i, citing)


def _taken_from(text: str, phrases: Sequence[Phrase], acts: Acts, i: int) -> Known | None:
    """``…, à l'exception de l'article 5``: an exception, or an example, is of the same act."""
    before = acts[i - 1] if i else None
    if before is None or before.id is None or not _INCLUDING.fullmatch(text, phrases[i - 1].stop, phrases[i].start):
        return None
    return before if may_have_all(before.id, numbers_of(phrases[i])) else None


def _having(numbers: Sequence[str], codes: dict[str, Known]) -> Known | None:
    """The code named last that has the numbers."""
    return next((code for code in reversed(codes.values()) if has_all(code.id, numbers)), None)


def _cited_before(
    numbers: Sequence[str], phrases: Sequence[Phrase], acts: Acts, i: int, citing: CitingArticle
) -> Known | None:
    """The act of which the same numbers were cited before ("l'article 7 de la loi …; cet avis et l'article 7")."""
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        act = acts[j]
        if act is not None and act.id not in {None, citing.act} and phrases[j].kind == "article":
            items = [item for item in phrases[j].items if item.number and normalize_number(item.number) in numbers]
            if {normalize_number(item.number or "") for item in items} >= set(numbers):
                return Known(act.id, Via.ANAPHORA, Span(items[0].start, items[-1].end))
    return None


def _continued_division(
    text: str, phrases: Sequence[Phrase], acts: Acts, i: int, citing: CitingArticle
) -> Known | None:
    """``celles du chapitre II`` after ``le titre Ier du livre III``: the path goes on from there."""
    phrase = phrases[i]
    if not _THOSE_OF.search(text, max(0, phrase.start - 20), phrase.start):
        return None
    j = next((j for j in range(i - 1, -1, -1) if phrases[j].kind == "division"), None)
    if j is None or phrases[j].present:
        return None
    rank = _rank((phrase.items[0].path or "").split("/")[0])
    outer = [step for step in (phrases[j].items[-1].path or "").split("/") if _rank(step) < rank]
    if not outer or rank == len(_RANKS):
        return None
    for item in phrase.items:
        item.path = "/".join((*outer, item.path or ""))
    act, last = acts[j], phrases[j].items[-1]
    return Known(citing.act if act is None else act.id, Via.ANAPHORA, Span(last.start, last.end))


def _rank(step: str) -> float:
    """How deep a division stands; a sous-section is half a step below its section."""
    kind = step.split(".", maxsplit=1)[0]
    plain = kind.removeprefix("sous-")
    return _RANKS.index(plain) + (0.5 if plain != kind else 0) if plain in _RANKS else len(_RANKS)

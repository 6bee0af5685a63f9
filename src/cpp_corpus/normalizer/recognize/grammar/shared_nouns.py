"""Further acts that share the noun of one, and divisions that share the act of articles."""

from __future__ import annotations

from cpp_corpus.lang.acts import code_name_at, has_number
from cpp_corpus.model.number import normalize_number
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.acts import ACT
from cpp_corpus.normalizer.recognize.grammar.designations.laws import PLURAL_LAWS, further_laws
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase

__all__ = ["AND_OF", "add_further_codes", "add_further_laws", "give_divisions"]


def give_divisions(text: str, found: list[Phrase]) -> None:
    """Give divisions the act of the articles that they are one list with: "au titre II et à l'article 7 de la loi"."""
    for at in range(len(found) - 2, -1, -1):
        phrase = found[at]
        if phrase.kind != "division" or phrase.act is not None or phrase.present:
            continue
        behind = found[at + 1]
        name = behind.act
        if (
            behind.kind == "article"
            and name is not None
            and name.how is How.NAMED
            and name.ids
            and name.start >= behind.items[-1].end
            and all(_is_division_in(item, name) for item in phrase.items)
            and _AND_ARTICLES.fullmatch(text, phrase.stop, behind.start) is not None
        ):
            found[at] = phrase._replace(act=name)


def _is_division_in(item: Item, name: ActName) -> bool:
    """Whether an act behind may have a division: no annex, which is mostly one of the act that speaks."""
    path = item.path or ""
    if item.how is not How.NAMED or path.startswith("annexe"):
        return False
    return not path.startswith("considerant") or name.nature.endswith("-ue")


_AND_ARTICLES = compiled(
    r",? (?:et|ou|ainsi que|comme) (?:(?:de |à |par |dans )?l'|(?:par |dans )?(?:les|ceux des) |des |aux )?"
)
_FURTHER_CODE = compiled(r"(?: ?,| et| ou) ")
AND_OF = (" et de ", " et du ", " et des ")
_LONGEST_TITLE = 100  # characters


def add_further_codes(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Add the codes behind one that share its noun: "les codes civil et pénal", "du code civil et de la route"."""
    for at in range(len(found) - 1, -1, -1):
        name = found[at].act
        if name is None or name.nature != "code" or name.how is not How.NAMED:
            continue
        several = text.startswith("codes ", name.start)
        if not several and not text.startswith(AND_OF, name.stop):
            continue
        title, stop, further = text[name.start + len("codes ") : name.end], name.stop, at + 1
        while (joint := _FURTHER_CODE.match(text, stop)) is not None:
            begin, rest = joint.end(), text[joint.end() : joint.end() + _LONGEST_TITLE]
            titles = (f"{title.rpartition(' ')[0]} ".lstrip(), "") if several else ("",)
            ends = ((len(start), code_name_at(f"code {start}{rest}", 0)) for start in titles)
            read = next(((named, before) for before, named in ends if named is not None), None)
            if read is None or read[0][0] <= len("code ") + read[1]:
                break
            (end, ids), before = read
            stop = begin + end - len("code ") - before
            code = ActName(begin, stop, stop, "code", ids, form=name.form)
            found.insert(further, Phrase("act", begin, stop, (), code))
            rules.insert(further, ACT.name)
            further += 1
        _give_last(found, rules, at, further)


def add_further_laws(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Add the laws behind the one of an article that share its noun: "aux articles 3 et 5 des lois n° … et n° …"."""
    for at in range(len(found) - 1, -1, -1):
        phrase, name = found[at], found[at].act
        if phrase.kind != "article" or name is None or not text.startswith(PLURAL_LAWS, name.start):
            continue
        further = [] if name.how is not How.NAMED else list(further_laws(text, name))
        if further and (at + 1 == len(found) or found[at + 1].start >= further[-1].stop):
            found[at + 1 : at + 1] = [Phrase("act", other.start, other.stop, (), other) for other in further]
            rules[at + 1 : at + 1] = [ACT.name] * len(further)


_PAIR = 2  # codes


def _give_last(found: list[Phrase], rules: list[str], at: int, stop: int) -> None:
    """Give the last members of a list the code behind its own that has them, where that has not: "1648 et L. 217-3"."""
    phrase = found[at]
    if stop - at != _PAIR or phrase.act is None or not phrase.items:
        return
    own, further = phrase.act, found[at + 1].act
    if further is None or not own.ids:
        return
    last = len(phrase.items)
    while last > 1 and _is_of_second(own.ids[0], further.ids[0], phrase.items[last - 1].number or ""):
        last -= 1
    if last < len(phrase.items):
        items = phrase.items[last:]
        found[at : at + 2] = [
            phrase._replace(items=phrase.items[:last], stop=phrase.items[last - 1].end),
            phrase._replace(items=items, start=items[0].start, act=further, stop=further.stop, bare=True),
        ]
        rules[at : at + 2] = [rules[at], rules[at]]


def _is_of_second(first: str, second: str, number: str) -> bool:
    normalized = normalize_number(number)
    return has_number(first, normalized) is False and has_number(second, normalized) is True

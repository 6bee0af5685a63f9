"""Further acts that share the noun of one, and divisions that share the act of articles."""

from __future__ import annotations

from collections.abc import Sequence

from cpp_corpus.lang.acts import code_name_at, has_number
from cpp_corpus.model.number import normalize_number
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.act_before import is_of_act_before, of_act
from cpp_corpus.normalizer.recognize.grammar.acts import ACT
from cpp_corpus.normalizer.recognize.grammar.article_acts import unclear_act
from cpp_corpus.normalizer.recognize.grammar.designations.laws import PLURAL_LAWS, further_laws
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase

__all__ = ["add_further_codes", "add_further_laws", "give_divisions"]


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
_FURTHER_CODE = compiled(r"(?: ?,(?: et| ou)?| et| ou) ")
_ONE = (" et ", " ou ", " (", ", ")
"""What stands behind a code in the singular that may share its noun with another one."""
_AND = (" et ", " ou ")
_LONGEST_TITLE = 100  # characters
_LONGEST_BRACKET = 80  # characters


def add_further_codes(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Add the codes behind one that share its noun: "les codes civil et pénal", "du code civil et de la route".

    Each has the articles directly behind it: "les codes civil (art. 9) et pénal (art. 226-1)".
    """
    for at in range(len(found) - 1, -1, -1):
        name = found[at].act
        if name is None or name.nature != "code" or name.how is not How.NAMED or not name.ids:
            continue
        several = text.startswith("codes ", name.start) or text.startswith("Codes ", name.start)
        if several:
            _part(text, found, rules, at, name)
        if several or text.startswith(_ONE, name.stop):
            _add_codes(text, found, rules, at, name, several=several)


def _part(text: str, found: list[Phrase], rules: list[str], at: int, name: ActName) -> None:
    """Part articles from a code before them, where further codes stand between: "les codes civil et pénal : art. 9"."""
    phrase = found[at]
    if phrase.kind != "article" or phrase.items[0].start < name.stop:
        return
    joint = _FURTHER_CODE.match(text, name.stop)
    if joint is None or _further_code(text, joint.end(), text[name.start + len("codes ") : name.end], "") is None:
        return
    begin = max(text.rfind(word, name.stop, phrase.items[0].start) for word in ("art", "Art"))
    if begin >= 0:
        found[at : at + 1] = [
            Phrase("act", name.start, name.stop, (), name),
            phrase._replace(start=begin, act=None),
        ]
        rules[at : at + 1] = [ACT.name, rules[at]]


def _add_codes(  # noqa: PLR0913 - what is known where it is asked
    text: str, found: list[Phrase], rules: list[str], at: int, name: ActName, *, several: bool
) -> None:
    title = text[name.start + len("codes ") : name.end]
    stop, further = _beyond_articles(text, found, at, name)
    shared: list[Phrase] = []
    while (joint := _FURTHER_CODE.match(text, stop)) is not None:
        code = _further_code(text, joint.end(), title if several else "", name.form)
        if code is None:
            break
        phrase = Phrase("act", code.start, code.stop, (), code)
        beside = found[further] if further < len(found) else None
        if beside is not None and beside.kind == "article" and is_of_act_before(text, phrase, beside):
            alone = several and found[at].kind == "act" and further == at + 1 + len(shared)
            if alone and not text.startswith(" (", code.stop):
                _give_all(found, rules, at, [name, *(each.act for each in shared if each.act is not None), code])
                return
            found[further] = of_act(text, phrase, beside)
        elif several or text.startswith(_AND, stop):
            found.insert(further, phrase)
            rules.insert(further, ACT.name)
            shared.append(phrase)
        else:
            break
        stop, further = _beyond_articles(text, found, further, code)
    if shared:
        _give_last(found, rules, at, further)


def _further_code(text: str, begin: int, title: str, form: str) -> ActName | None:
    """The code whose title begins at a position without its noun; it may share the first words of ``title``, too."""
    rest = text[begin : begin + _LONGEST_TITLE]
    for start in (f"{title.rpartition(' ')[0]} ".lstrip(), ""):
        named = code_name_at(f"code {start}{rest}", 0)
        stop = begin if named is None else begin + named[0] - len("code ") - len(start)
        if named is not None and stop > begin:
            return ActName(begin, stop, stop, "code", named[1], form=form)
    return None


def _beyond_articles(text: str, found: list[Phrase], at: int, name: ActName) -> tuple[int, int]:
    """Where the list of codes goes on behind one, the articles beside it aside, and the index of the next phrase."""
    stop, further = max(name.stop, found[at].stop), at + 1
    if not text.startswith(" (", name.stop):
        return stop, further
    close = text.find(")", name.stop, name.stop + _LONGEST_BRACKET)
    if close < 0:
        return stop, further
    while further < len(found) and found[further].start < close:
        further += 1
    return close + 1, further


def _give_all(found: list[Phrase], rules: list[str], at: int, codes: Sequence[ActName]) -> None:
    """Give articles behind codes each the one that has it: "les codes civil et pénal, articles 9 et 121-3".

    Unclear is what several have, or none.
    """
    stop = at + len(codes)
    phrase = found[stop - 1]
    members = [
        phrase._replace(items=(item,), start=item.start, stop=item.end, act=_owner(codes, item), bare=bool(number))
        for number, item in enumerate(phrase.items)
    ]
    found[at:stop] = members
    rules[at:stop] = [rules[stop - 1]] * len(members)


def _owner(codes: Sequence[ActName], item: Item) -> ActName:
    """Which of several codes has a number; one that is not known where it is not one of them alone."""
    number = normalize_number(item.number or "")
    having = [code for code in codes if has_number(code.ids[0], number) is not False]
    return having[0] if len(having) == 1 else unclear_act(codes[0])


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

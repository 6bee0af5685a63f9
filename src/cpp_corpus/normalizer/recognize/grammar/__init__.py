"""The grammar: one rule for each form of reference, and the reading of a text by them.

A rule that is added to :data:`RULES`, or to the forms of acts in
:data:`~cpp_corpus.normalizer.recognize.grammar.designations.DESIGNATIONS`, is read from then on; those of the package
are tested by their examples and documented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from cpp_corpus.lang.abbreviations import Standing, abbreviation_at, is_unsure
from cpp_corpus.lang.acts import annex_of, code_name_at, codes_with, has_none_like, has_number, numbers_alike
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.limits import check, check_time
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import DASHES, NOTABLY, PREFIX, compiled
from cpp_corpus.normalizer.recognize.grammar.acts import ACT, CELL, CONSTITUTIONAL, SECOND_ACT
from cpp_corpus.normalizer.recognize.grammar.article_acts import may_have
from cpp_corpus.normalizer.recognize.grammar.article_lists import (
    heads_numbers,
    listed_before,
    listed_behind,
    parted_by_act,
)
from cpp_corpus.normalizer.recognize.grammar.articles import ARTICLE, NUMBER_ALONE, QUOTED_NUMBER
from cpp_corpus.normalizer.recognize.grammar.cited import ABBREVIATED, CITED_DECISION, DOCUMENT, SHORT_ACT
from cpp_corpus.normalizer.recognize.grammar.clauses import cited_behind
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import abbreviated
from cpp_corpus.normalizer.recognize.grammar.designations.courts import COURT
from cpp_corpus.normalizer.recognize.grammar.designations.laws import PLURAL_LAWS, further_laws
from cpp_corpus.normalizer.recognize.grammar.designations.treaties import further_treaties
from cpp_corpus.normalizer.recognize.grammar.designations.union import behind_number
from cpp_corpus.normalizer.recognize.grammar.division_rules import ANNEX_CODE, DIVISION
from cpp_corpus.normalizer.recognize.grammar.divisions import HALF
from cpp_corpus.normalizer.recognize.grammar.numbers import is_certain, with_blanks_before
from cpp_corpus.normalizer.recognize.grammar.parts import PART
from cpp_corpus.normalizer.recognize.grammar.respective import (
    RESPECTIVELY,
    SHARES,
    give_each,
    give_shares,
    leave_open,
)
from cpp_corpus.normalizer.recognize.grammar.turns import give_turns
from cpp_corpus.normalizer.recognize.lexer import Lexer, fault_of_rule
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase
from cpp_corpus.normalizer.recognize.rule import Rule
from cpp_corpus.table import Table

__all__ = ["RULES", "Phrases", "phrases"]

RULES: Table[Rule] = Table(
    "rules",
    {
        rule.name: rule
        for rule in (
            *(
                ARTICLE,
                ANNEX_CODE,
                DIVISION,
                ACT,
                SECOND_ACT,
                CELL,
                CONSTITUTIONAL,
                SHORT_ACT,
                NUMBER_ALONE,
                QUOTED_NUMBER,
                PART,
            ),
            *(CITED_DECISION, DOCUMENT, ABBREVIATED),
        )
    },
    fault=fault_of_rule,
)
"""The rules, in the order in which they are tried where several may begin.

Other packages add to it by entry points of the group ``cpp_corpus.rules``.
"""

_LEXER = Lexer(RULES)
_OFTEN = (1 << 8) - 1  # phrases between two looks at the limits


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
    (match, ahead), search, owners = _LEXER.first(text), _LEXER.search, _LEXER.rules
    after_act = after_list = False
    while match is not None:
        rule, at = owners[match.lastindex], match.end() - ahead
        try:
            read = rule.read(text, match.start() + 1 - ahead, at)
            for phrase in _apart(text, found[-1], read) if after_act else read:
                if phrase.act is not None and phrase.items and found:
                    after_act, phrase = _with_own_act(text, phrase, found, rules, after_act=after_act)  # noqa: PLW2901
                kind, at = phrase.kind, max(at, phrase.stop)
                if kind == "nothing":
                    continue
                if kind == "article":
                    after_act = after_act and (phrase.act is None or not _joined_before(text, found, rules))
                    if phrase.bare and found and phrase.start - found[-1].stop > _GAP:
                        _add_within(text, found[-1].stop, phrase, found, rules)
                    if phrase.act is None and (of := _beyond_bracket(text, found, phrase)) is not None:
                        phrase, after_list = _of_act(text, of, phrase, phrase.start), True  # noqa: PLW2901
                    elif after_act and _is_of_act_before(text, found[-1], phrase):
                        phrase = _of_act_found(text, found, rules, phrase)  # noqa: PLW2901 - the two are one
                        after_list = True
                    elif after_list or (found and _opens_bracket(text, found[-1])):
                        after_list = _goes_on(text, found[-1], phrase)
                        phrase = _of_act(text, found[-1], phrase, phrase.start) if after_list else phrase  # noqa: PLW2901
                elif kind == "division":
                    after_list, phrase = _with_act_before(text, phrase, found, rules, after_act=after_act)  # noqa: PLW2901
                elif kind == "act":
                    if found and _is_apposed(text, found[-1], phrase):
                        if after_act and phrase.act is not None and phrase.act.nature in _PUBLISHED:
                            found[-1] = found[-1]._replace(stop=phrase.stop)  # "Décret n° …, JO du 9 octobre, art. 2"
                        continue
                    after_list = False
                    if (listed := _listed(text, phrase, found, rules)) is not None:
                        phrase, kind, after_list = listed, "article", True  # noqa: PLW2901 - the two are one
                        at = max(at, listed.stop)
                found.append(phrase)
                rules.append(rule.name)
                after_act = phrase.kind == "act"
                if phrase.kind in _QUALIFIED and _is_qualified(phrase.items):
                    _add_qualifying(text, phrase, found, rules)
        except Exception as error:
            error.add_note(f"in the rule {rule.name!r}")
            raise
        if not len(found) & _OFTEN:
            check_time()
            check("references", len(found), "references")
        match, ahead = search(text, at - 1), 0
    return _completed(text, found, rules)


def _without_words_behind(text: str, before: Phrase, phrase: Phrase) -> Phrase:
    """An article directly behind its act, without the initials that follow it: "Loi 84-16 art. 34 CMO".

    Such initials name no act, or mean other things, too: "Dir. 2003/88/CE art. 7 CP".
    """
    act, name = before.act, phrase.act
    if (
        phrase.kind != "article"
        or act is None
        or name is None
        or not act.ids
        or act.nature not in _PLAIN_NUMBERED
        or act.how is not How.NAMED
    ):
        return phrase
    initials = text[name.start : name.end]
    unread = not name.ids and name.nature in _CONTEXTLESS and name.how is How.NAMED
    unsure = is_unsure(initials) or (len(initials) <= _FEW_LETTERS and initials.isupper())
    if (
        name.start < phrase.items[-1].end
        or not (unread or unsure)
        or _PREPOSITION.search(text, name.start - len(" de la "), name.start)
    ):
        return phrase
    alone = phrase._replace(act=None, stop=name.start - 1)
    return (
        alone
        if text[phrase.start : phrase.start + 3] in _SHORT_WORDS
        and _BEFORE_ART.fullmatch(text, before.stop, phrase.start) is not None
        else phrase
    )


_PLAIN_NUMBERED = frozenset(("loi", "ordonnance", "decret", "arrete", "directive-ue", "reglement-ue", "decision-ue"))
_FEW_LETTERS = 2
_SHORT_WORDS = frozenset(("art", "Art", "ART"))
_PREPOSITION = re.compile(r"(?:\bd[eu]s?|\bla|'|\(|,) ?\Z")
_BEFORE_ART = compiled(r" ?[,:(–-]? ?")


def _completed(text: str, found: list[Phrase], rules: list[str]) -> Phrases:
    """The phrases with what is known only when all of them are read."""
    several = any(noun in text for noun in PLURAL_LAWS)
    if "traités " in text:
        _add_further_treaties(text, found, rules)
    if "codes " in text or any(text.startswith(_AND_OF, phrase.stop) for phrase in found):
        _add_further_codes(text, found, rules)
    if several:
        _add_further_laws(text, found, rules)
    give_turns(text, found, rules)
    _give_divisions(text, found)
    if RESPECTIVELY in text:
        give_each(text, found, rules)
    if any(len(phrase.items) > 1 and text.startswith(SHARES, phrase.stop) for phrase in found):
        give_shares(text, found, rules)
    if several or "codes " in text or "traités " in text:
        leave_open(text, found, rules)
    initials = {
        text[name.start : name.end]
        for phrase in found
        if (name := phrase.act) is not None and name.end - name.start <= _LONGEST_INITIALS
    }
    if initials:
        _define_initials(text, found, filter(str.isupper, initials))
    return _without_unread(_with_initials_at_end(text, found), rules)


def _give_divisions(text: str, found: list[Phrase]) -> None:
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


_LONGEST_INITIALS = 6
_DEFINED_WORDS = 100  # characters before initials in brackets that say what they are
_MEANT = re.compile(r"[^\W\d_]+")
_CLAUSE_ENDS = re.compile(r"[.;:\n()]")
_LITTLE = frozenset(("de", "du", "des", "la", "le", "les", "l", "d", "et", "à", "a", "au", "aux", "en", "pour", "sur"))


def _define_initials(text: str, found: list[Phrase], initials: Iterable[str]) -> None:
    """Give initials what the text itself says they are: "le code de l'environnement (CE)".

    They are no act where that is none ("contrat de sécurisation professionnelle (CSP)", "le contrat (ci-après « CT »)",
    "son CT"), or where they mean other things too, stand alone, and the text does not cite the act elsewhere.
    """
    for each in sorted(initials):
        defined = _definition(each).search(text) if "(" in text else None
        meant = _UNREAD if defined is None and _is_of_someone(text, each) else None
        if defined is not None:
            meant = _meaning(text, defined, each, found)
        if meant is None and not is_unsure(each):
            continue
        cited: bool | None = None
        for index, phrase in enumerate(found):
            name = phrase.act
            if name is None or text[name.start : name.end] != each:
                continue
            if meant is not None and meant.ids and defined is not None and name.start == defined.start("short"):
                continue
            if meant is None:
                cited = _is_cited(text, found, name, each) if cited is None else cited
            if meant is not None or not cited:
                ids, nature, reason = meant or _UNREAD
                found[index] = phrase._replace(act=name._replace(ids=ids, nature=nature, reason=reason))


class _Meant(NamedTuple):
    """What the words of a text say that initials are."""

    ids: tuple[str, ...]
    nature: str
    reason: Reason | None


_UNREAD = _Meant((), "autre", Reason.UNKNOWN_NAME)


@lru_cache(maxsize=64)
def _definition(initials: str) -> Pattern:
    """What says in brackets that initials stand for what is before them: "(ci-après « CP »)"."""
    return compiled(
        r"\((?P<says>(?:ci-?[ -]?après,? |dite? |ou |dénommée?s? |désignée?s? |par abréviation )*(?:le |la |les |l')?)"
        rf"(?P<quote>[«\"“] ?(?:le |la |les |l')?)?(?P<short>{re.escape(initials)})(?: ?[»\"”])? ?\)"
    )


_OWNERS = ("son", "mon", "ton", "votre", "leur", "un")


def _is_of_someone(text: str, initials: str) -> bool:
    """Whether a text says that initials are a thing that people have: "M. Durand a signé son CT"."""
    return any(f" {owner} {initials} " in text for owner in _OWNERS)


def _meaning(text: str, defined: re.Match[str], initials: str, found: Sequence[Phrase]) -> _Meant | None:
    """What initials in brackets are: the act before them, or no act that is read, by the words before them.

    ``None`` where the words before them are neither: bare initials may stand in brackets for another reason.
    """
    at = defined.start()
    is_said = bool(defined["says"] or defined["quote"])
    for phrase in reversed(found):
        name = phrase.act
        if name is None or name.how is not How.NAMED or name.end >= at or not name.ids:
            continue
        between = text[name.end : at]
        if between == " " or (is_said and len(between) < _DEFINED_WORDS and not _CLAUSE_ENDS.search(between)):
            return _Meant(name.ids, name.nature, name.reason)
        break
    words = [word for word in _MEANT.findall(text[max(0, at - _DEFINED_WORDS) : at]) if word.lower() not in _LITTLE]
    if "".join(word[0] for word in words[-len(initials) :]).upper() == initials:
        return None if words[-len(initials)].lower() == "code" else _UNREAD
    return _UNREAD if is_said else None


def _is_cited(text: str, found: Sequence[Phrase], name: ActName, initials: str) -> bool:
    """Whether a text cites the act of initials in another way than by these alone, or numbers that only it has."""
    return any(
        each.kind == "article"
        and all(codes_with(normalize_number(item.number or "")) == name.ids for item in each.items)
        if each.act is None
        else each.act.ids[:1] == name.ids[:1]
        and (
            text[each.act.start : each.act.end] != initials
            or (each.kind != "act" and not _has_none_of(name.ids[0], each.items))
        )
        for each in found
    )


def _has_none_of(act: str, items: Iterable[Item]) -> bool:
    """Whether a number without a prefix is none of an act nor like those that it has; it may be the end of one."""
    return any(
        item.number.isdigit() and item.otherwise is None and has_none_like(act, item.number)
        for item in items
        if item.number
    )


_FURTHER_CODE = compiled(r"(?: ?,| et| ou) ")
_AND_OF = (" et de ", " et du ", " et des ")
_LONGEST_TITLE = 100  # characters


def _add_further_codes(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Add the codes behind one that share its noun: "les codes civil et pénal", "du code civil et de la route"."""
    for at in range(len(found) - 1, -1, -1):
        name = found[at].act
        if name is None or name.nature != "code" or name.how is not How.NAMED:
            continue
        several = text.startswith("codes ", name.start)
        if not several and not text.startswith(_AND_OF, name.stop):
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


def _add_further_treaties(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Add the treaties behind one that share its noun: "les traités sur l'UE et sur le fonctionnement de l'UE"."""
    for at in range(len(found) - 1, -1, -1):
        name = found[at].act
        if name is None or not name.ids or not text.startswith("traités ", name.start):
            continue
        further = list(further_treaties(text, name))
        found[at + 1 : at + 1] = [Phrase("act", other.start, other.stop, (), other) for other in further]
        rules[at + 1 : at + 1] = [ACT.name] * len(further)


def _add_further_laws(text: str, found: list[Phrase], rules: list[str]) -> None:
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


def _without_unread(found: list[Phrase], rules: list[str]) -> Phrases:
    kept = [phrase.kind != "act" or not _is_unread(phrase.act) for phrase in found]
    if not all(kept):
        found, rules = list(compress(found, kept)), list(compress(rules, kept))
    return Phrases(found, rules)


_QUALIFIED = frozenset(("article", "division"))


def _is_qualified(items: Sequence[Item]) -> bool:
    return bool(items[-1].qualifiers) or (len(items) > 1 and any(item.qualifiers for item in items))


def _add_qualifying(text: str, phrase: Phrase, found: list[Phrase], rules: list[str]) -> None:
    """Add the phrases inside the qualifiers of a phrase, with the names of their rules: "issue de la loi n° …"."""
    first = len(found)
    for item in phrase.items:
        for kind, at, end, _ in dict.fromkeys(item.qualifiers):
            if end > phrase.stop or kind not in _WITH_PHRASES:
                continue
            while (begun := _LEXER.search(text, at, end)) is not None:
                rule, at = _LEXER.rules[begun.lastindex], begun.end()  # noqa: PLW2901 - where reading goes on
                for within in rule.read(text, begun.start() + 1, at):
                    at = max(at, within.stop)  # noqa: PLW2901
                    if within.kind != "nothing" and (within.stop <= end or _is_of(within, phrase)):
                        inside = within.kind == phrase.kind == "division" and within.act is None
                        shared = inside or (text[end - 1] in _CLOSING and _shares_act(text, within, phrase))
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


_GAP = 20  # characters
_VERSION = compiled(r",? (?:dans|en|selon) (?:sa|leur|la) (?:rédaction|version) ")


def _add_within(text: str, at: int, phrase: Phrase, found: list[Phrase], rules: list[str]) -> None:
    """Add the acts of a version that parts the members of a list: "5 du code, dans sa version issue du décret"."""
    end = phrase.start
    if phrase.act is None or _VERSION.match(text, at, end) is None:
        return
    while (begun := _LEXER.search(text, at, end)) is not None:
        rule, at = _LEXER.rules[begun.lastindex], begun.end()
        for within in rule.read(text, begun.start() + 1, at):
            at = max(at, within.stop)
            if within.kind == "act" and within.stop <= end:
                found.append(within)
                rules.append(rule.name)


def _is_of(within: Phrase, phrase: Phrase) -> bool:
    """Whether an article in a qualifier leads to the act behind it: "5, lu avec l'article 6, du code …"."""
    act, name = within.act, phrase.act
    return act is not None and name is not None and act.start == name.start and within.kind == "article"


def _shares_act(text: str, within: Phrase, phrase: Phrase) -> bool:
    """Whether an article in an aside before an act, which names none, may be of it: "7 (v. l'article 8) du code"."""
    name = phrase.act
    if within.kind != "article" or within.act is not None or name is None or name.how is not How.NAMED or not name.ids:
        return False
    return not text.startswith((" ci-", " du", " de"), within.stop) and all(
        item.how is How.NAMED and has_number(name.ids[0], normalize_number(item.number or "")) is not False
        for item in within.items
    )


_CLOSING = frozenset(")–—")
_WITH_PHRASES = frozenset(("version", "other"))
_POINT = "-–—•*.·+"
"""Signs that mark a point of a list, each in its line; for a class of a pattern."""
_DIRECTLY = compiled(rf"""
    (?:
        \ ?,? ?(?:modifiée?|mod\.|pr[ée]c(?:itée?|\.)|susv(?:isée?|\.)|anc\.|anciens?|nouv\.|nouveaux?
            |nouvel)? ?,? ?  # "…, article 7"
        |\ ?\)? ?,? ?\([^()\n]{{1,80}}\) ?,? ?  # "loi n° … (DDOEF), art. 29"
        |\ ?,? ?(?:modifiée?|mod\.) ?[:(–—/|→=-] ?  # "loi n° … modifiée - art. 2"
        |\ ?\((?![^()\n]{{0,50}}(?:loi|décret|ordonnance|arrêté|code|modifi|issu))[^()\n\d]{{3,50}},[ ]
            # "loi n° … (bail mobilité, articles 25-12 à 25-18)"
        |,? \(?(?:dite? )?[«"“][^«»"“”\n]{{2,40}}[»"”]\)? ?,? ?  # "L. n° 94-665, dite « Toubon », art. 2"
        |\) ?[,:(–—-]? ?
        |\ ?(?:[:([–—/|+§\t»→]|[=-]>|-(?= |\Z)|n°) ?  # "code du travail : articles", "décret n° … - art. 1"
        |(?:\ ?,? ?(?:modifiée?|mod\.))?\ ?\.? ?\n
        |\ ?:\ ?\n\ ?(?:[{_POINT}][ ])?  # "Loi n° … :", and the articles below, maybe as points of a list
        |\ (?:éd(?:ition|\.) )?(?:18|19|20)\d\d ?[,:]?[ ]  # "CMP 2006, art. 28"
        |,? dans sa (?:version|rédaction|teneur) [^,;()\n]{{2,80}},[ ]  # "CGI, dans sa version au 1er mai 2018, art. 7"
    )
    (?:  # "…, spéc. art. 7"
        (?:not|notam|spéc|spécial|en[ ]part(?:ic)?|v|ex|actuel|auj|nouv)\.?[ -]
        |(?:notamment|spécialement|en[ ]particulier|plus[ ]précisément|désormais|aujourd'hui|singulièrement)[ ]
    )?
""")
_TITLE = compiled(
    r",? (?:\(dite? [^()\n]{1,40}\), JO|d'|de |relati(?:fs?|ves?) |pour |sur |[a-zà-ÿ]{3,16}ant |JORF? |JO[UC]E "
    r"|publiée? )[^.;:()\n]{1,200}(?:\((?:JO|JORF|NOR)(?!\w)[^()\n]{1,60}\))?(?:, p\. ?\d+)?"
    r"(?: ?(?:[,:–—(]|-(?= ))? ?(?:spéc\. ?)?(?=[Aa]rts?(?!\w))"
    r"| ?(?:[,:–—(]|-(?= )) ?(?=[Aa](?:rticle|RTICLE))|(?<!\sun)(?<!d'un) (?=articles? \d))"
)
"""The title of an act, as far as "art.": "Loi n° … de finances pour 2010 art. 77 :"."""


_LAWS = frozenset(("loi", "ordonnance", "decret", "arrete"))
_REST_OF_CODE = compiled(r" (?:et |des? |du )[^.;:()\n\d]{2,60} ?: ?(?=[Aa])")
"""The rest of the name of a code that is slightly misnamed, as far as its articles."""
_SURNAME = compiled(
    r" (?!(?:modifi|abrog|cré|insér|compl|rempl|ajout|prévo|dispos|voir|puis|selon|sauf|avec|mais|dont|dans|sous|vers))"
    r"(?:[A-Z]{3,8}|[a-zà-ÿ]{4,}(?: [a-zà-ÿ]{4,}){0,2}),? (?=[Aa]rts?(?:\.|(?!\w)))"
)
"""What a law is called, between its number and "art.": "loi 85-704 MOP art. 2"."""


_LINE_BEGINS = re.compile(r"(?:(?:^|[\n;(])[ \t>*•|–-]*|(?:^|\n)[^\n:;()]{2,40}: ?)(?:[Nn]ouveau )?$")
"""Where the beginning of a line ends, maybe with a label: "Textes appliqués : "."""
_LONGEST_LABEL = 56  # characters, with the marks of a list


_ASKED = compiled(r"(?: (?!(?:du|de|des|le|la|les|au|ce|et|ou) (?!.* ))[a-zà-ÿ0-9'-]{2,}){1,8} ")
_QUERY = 100  # characters


def _is_asked(text: str, before: Phrase, name: ActName) -> bool:
    """Whether an act ends a query whose number it has, words between them: "L145-4 bail code de commerce"."""
    return (
        before.kind == "article"
        and before.act is None
        and len(text) <= _QUERY
        and _ASKED.fullmatch(text, before.stop, name.start) is not None
        and all(has_number(name.ids[0], normalize_number(item.number or "")) for item in before.items)
    )


_LAST_WORDS = re.compile(r"(?<= )[A-Za-z]\.? ?\w*\.?\Z|(?<= )\w+\.?\Z")


def _with_initials_at_end(text: str, found: list[Phrase]) -> list[Phrase]:
    """The phrases of a query, the last one with the initials that end it, in whatever case: "R421-1 délai cja"."""
    if not found or len(text) > _QUERY or found[-1].kind != "article" or found[-1].act is not None:
        return found
    phrase = found[-1]
    for words in _LAST_WORDS.finditer(text, phrase.stop):
        short = abbreviation_at(text, words.start())
        if short is None or short.end < len(text.rstrip(".")) or short.kind != "code":
            continue
        name = abbreviated(words.start(), short)
        if name.ids and _is_asked(text, phrase, name):
            return [*found[:-1], phrase._replace(act=name, stop=name.stop)]
    return found


_LISTING = frozenset(":;|(0123456789LRDAlrd")
"""What begins the numbers behind a code in full, a space aside, or the colon before them."""


_BEFORE_NAME = frozenset(" '")
"""What stands between a number, or the article of the noun, and the name of its act: "15 de l'ordonnance n° …"."""


def _listed(text: str, phrase: Phrase, found: list[Phrase], rules: list[str]) -> Phrase | None:
    """An act with the numbers beside it, in a line that they open: "1240 code civil", "Code civil : 1240, 1241".

    So the article found last, which is then taken away, with the act that ends its query.
    """
    name = phrase.act
    if name is None or name.how is not How.NAMED or not name.ids:
        return None
    if found and phrase.stop > len(text) - 2 and _is_asked(text, found[-1], name):
        rules.pop()
        return found.pop()._replace(act=name, stop=phrase.stop)
    before = listed_before(text, name.start) if text[name.start - 1 : name.start] in _BEFORE_NAME else None
    if before is not None and (not found or before.items[0].start >= found[-1].stop):
        return before  # but not "L. n° 1 du 7 janv. 1983, L. n° 2"
    begins = text[name.stop : name.stop + 4].lstrip(" ,–-")
    if begins[:1] not in _LISTING:
        return None
    if name.nature != "code":
        return listed_behind(text, name, Standing.ANYWHERE)
    glued = begins[:1].islower() and begins[1:2].isdigit()  # "le code du travail l3141-3"
    beside = glued or _PARTED_NUMBER.match(text, name.stop) is not None
    return listed_behind(text, name, None) if beside or _opens_line(text, name) else None


_PARTED_NUMBER = compiled(r" (?:[LRD]\.? ?\*?)?\d{1,4}-\d")
"""What stands directly behind the name of a code where it can be nothing but its article: "cf. code pénal 222-33-2"."""


def _opens_line(text: str, name: ActName) -> bool:
    return _LINE_BEGINS.search(text, max(0, name.start - _LONGEST_LABEL), name.start) is not None


_SHORT_OR_CAPITAL = compiled(r"(?:[Aa]rts?|ARTS?)(?!\w)")
_SHORT_WORD = compiled(r"[Aa]rts?(?!\w)")


_ONLY_PARTS = compiled(r"(?:,? ?(?:[IVX]+|\d{1,2} ?°|[a-z]\)?|\d{1,2}|al(?:\.|inéa)? ?\d|§ ?\d+))*")
"""What stands between a number and the initials behind its parts: "CGI, art. 150 U, II, 1° RP"."""


def _without_bracket(text: str, before: Phrase, phrase: Phrase) -> Phrase:
    """Articles directly behind their act, without the act of a bracket, or the next of a list, behind them.

    "loi n° 1, article 8 (décret n° 2)", "loi n° 1, article 8, code civil", "- Code A, notamment l'article 8 - Code B".
    """
    name, act, end = before.act, phrase.act, phrase.items[-1].end
    if name is None or name.how is not How.NAMED or not name.ids or act is None or act.start <= end:
        return phrase
    sign = text[end : act.start].strip()
    if (
        act.nature == "sigle"
        and not act.ids
        and _ONLY_PARTS.fullmatch(sign) is not None
        and _DIRECTLY.fullmatch(text, before.stop, phrase.start)
    ):
        return phrase._replace(act=None, stop=end)  # "code du travail art L. 1221-1 CDI"
    if act.ids == name.ids and _is_of_act_before(text, before, alone := phrase._replace(act=None, stop=end)):
        return alone  # "Loi 2005-1719, art. 76 (LF pour 2006)"
    if sign and sign in _POINT and _LED_TO.fullmatch(text, before.stop, phrase.start) is not None:
        return phrase._replace(act=None, stop=end)
    if (
        (text.startswith(" (", end) or (act.start == end + 2 and text.startswith(", ", end)))
        and text.startswith((", ", " "), before.stop)
        and _FURTHER.fullmatch(text, before.stop, phrase.start)
    ):
        return phrase._replace(act=None, stop=end)
    return phrase


_LED_TO = compiled(rf" ?,? ?(?:et )?{NOTABLY},? (?:les |l')?")
_CLOSED_BRACKET = (")", "),", "), ", ") ")
_BRACKET = 160  # characters
_CHANGED = compiled(r"\((?:mod|réd|issue?|dans sa|tel(?:le)? qu|créée?|ratifiée?|abrogée?|complétée?|version)")


def _beyond_bracket(text: str, found: Sequence[Phrase], phrase: Phrase) -> Phrase | None:
    """The act before a bracket that says what changed it: "Constitution (mod. par l'article 3 de la loi …), art. 7"."""
    if not found or not text.endswith(_CLOSED_BRACKET, 0, phrase.start):
        return None
    opened = text.rfind("(", max(0, phrase.start - _BRACKET), phrase.start)
    if opened < 0 or found[-1].start < opened or _CHANGED.match(text, opened) is None:
        return None
    before = next((each for each in reversed(found) if each.stop <= opened), None)
    if before is None or before.kind != "act" or before.act is None or before.act.how is not How.NAMED:
        return None
    return before if text[before.stop : opened].strip() in _ADJECTIVES else None


_ADJECTIVES = frozenset(("", "française"))


def _is_of_act_before(text: str, before: Phrase, phrase: Phrase) -> bool:
    name = before.act
    if phrase.act is not None or name is None or phrase.its or name.nature == "boi":
        return False
    if phrase.items[0].how is not How.NAMED and text[phrase.start : phrase.start + 3].lower() != "art":
        return False
    if (
        name.how is How.NAMED
        and _THEN_AT.search(text, max(0, before.start - _AT_LONG), before.start)
        and _AT_ARTICLE.fullmatch(text, before.stop, phrase.start)
    ):
        return True
    if name.how is not How.NAMED and name.nature != "annexe" and before.stop == name.stop:
        if name.how is How.SAME and text[phrase.start : phrase.start + 4] == "art.":
            return text[before.stop : phrase.start] == ", "  # "(même code, art. L. 213-4-1)"
        return False  # and not "loi de 1965, art. 25", whose phrase has its year
    if text.startswith((". L", ". R", ". D", ". a"), before.stop) and before.stop + 2 == phrase.start:
        return _opens_line(text, name)  # "Code du sport. L. 7-2"
    if text[before.stop : before.stop + 2].lstrip(" ")[:1] == ";":
        return _is_headed_over(text, name, phrase)
    if text.startswith(_COMPLEMENT, phrase.start) and text[before.stop : phrase.start] == " ":
        return False  # "conforme à la Constitution du 3° de l'article 81"
    if name.nature in _LAWS and text[phrase.start] in "aA" and all(map(_is_of_code_only, phrase.items)):
        return False  # "modifié par la loi n° …, article L. 442-2"
    if name.form == COURT.name and is_certain(phrase.items[0]):
        return False  # a decision has no such articles: "Cass. soc., …, n° 17-12.345, art. L. 1-1"
    stop = behind_number(text, before.stop, name.ids, phrase.start) if name.nature.endswith("-ue") else before.stop
    if _DIRECTLY.fullmatch(text, stop, phrase.start) is not None:
        if "\n" in text[stop : phrase.start] and ":" not in text[stop : phrase.start]:
            begins = text[phrase.start] == "a" or _SHORT_OR_CAPITAL.match(text, phrase.start) is not None
            return not phrase.bare and begins  # and no heading of an article: "Article 7"
        return not phrase.bare or (name.nature == "code" and not _lacks(name, phrase))
    if phrase.bare:
        return False
    title = _TITLE.match(text, before.stop, phrase.start + 9)
    if title is None and name.ids and name.nature in _LAWS:
        title = _SURNAME.match(text, before.stop, phrase.start + 4)
    if title is None and name.ids and name.nature == "code":
        title = _REST_OF_CODE.match(text, before.stop, phrase.start + 1)
    if title is not None and title.end() == phrase.start:
        return True
    return _is_cited_behind(text, name, stop, phrase)


_IN_TITLE = compiled(
    r",? (?:[a-zà-ÿ]{3,16}ant|relati(?:f|ve)s? (?:à|aux?)|sur"
    r"|pris(?:e|es)? (?:pour l'|en )(?:application|exécution))(?!\w)[^.;:()\n]{0,120}$"
)


def _of_act_found(text: str, found: list[Phrase], rules: list[str], phrase: Phrase) -> Phrase:
    """An article of the act before it, which is then taken away; or of the law in whose title that is named."""
    titled = _titled_law(text, found, phrase)
    if titled is not None and (act := found[-1].act) is not None and not act.ids:
        found.pop()
        rules.pop()  # "Loi n° 65-557 … fixant le statut de la copropriété : article 25"
    elif titled is not None or (titled := _changed_law(text, found, phrase)) is not None:
        return _of_act(text, titled, phrase, phrase.start)
    return _of_act(text, _popped(text, found, rules), phrase)


def _titled_law(text: str, found: Sequence[Phrase], phrase: Phrase) -> Phrase | None:
    """The law in whose title the act found last is named, of which an article is: "loi … modifiant le code, art. 3"."""
    if len(found) < _TWO or not text.startswith("a", phrase.start) or any(map(_is_of_code_only, phrase.items)):
        return None
    law, act = found[-2], found[-1]
    if law.kind != "act" or law.act is None or law.act.how is not How.NAMED or law.act.nature not in _LAWS:
        return None
    if act.act is None or act.act.ids == law.act.ids or not (act.act.ids or _is_statute(text, act.act)):
        return None
    return law if _IN_TITLE.match(text[law.stop : act.start]) is not None else None


_CHANGED_BY = compiled(
    r",? (?:modifi|complét|abrog|remplac|ratifi)ée?s?(?: en dernier lieu| notamment)? par (?:la |le |l'|une? )$"
)


def _changed_law(text: str, found: Sequence[Phrase], phrase: Phrase) -> Phrase | None:
    """The act that the one found last has changed, of which the sentence goes on to speak.

    "La loi …, modifiée par la loi n° 2031-12, prévoit un régime (art. 3)", and not "…, modifiée par la loi …, art. 3".
    """
    if len(found) < _TWO or found[-2].kind != "act" or not text.startswith(",", found[-1].stop):
        return None
    law, change = found[-2], found[-1]
    if law.act is None or law.act.how is not How.NAMED or _CHANGED_BY.match(text[law.stop : change.start]) is None:
        return None
    return None if _DIRECTLY.fullmatch(text, change.stop, phrase.start) is not None else law


def _is_statute(text: str, name: ActName) -> bool:
    """Whether what seems to be a text is what a law is about: "fixant le statut de la copropriété"."""
    return text.startswith("statut", name.start)


_COMPLEMENT = ("du ", "de la ", "de l'", "des ")


def _is_of_code_only(item: Item) -> bool:
    """Whether a number has a prefix and a hyphen, as only those of codes have."""
    number = item.number or ""
    return number[:1] in _CODE_PREFIXES and "-" in number


_CODE_PREFIXES = frozenset("LRD")


def _is_cited_behind(text: str, name: ActName, stop: int, phrase: Phrase) -> bool:
    """Whether an article is cited behind its act and a note on that: "RGPD (extrait) : art. 15".

    Behind an act within a sentence it has a small letter and no title, or it may be the heading of an article of
    another act.
    """
    if text[phrase.start - 1] == "'" or cited_behind(text, stop) != phrase.start:
        return False
    if _CITATION_BEGINS.search(text, max(0, name.start - 8), name.start) is not None:
        return True
    return text[phrase.start] == "a" and _TITLE_BEHIND.match(text, phrase.stop) is None


_TITLE_BEHIND = compiled(r" ?(?:[:–—]|- )(?= ?[^\W\d])")
_CITATION_BEGINS = re.compile(r"(?:^|[\n;:(,–—|/«\"“>*\[]\s*|(?:[Vv]u|[Cc]f\.?|[Vv]oir|[Vv]\.) )$")


def _lacks(name: ActName, phrase: Phrase) -> bool:
    """Whether a code has none of the numbers behind it, nor any like them: "la CTM (L. 7100-1)"."""
    return bool(name.ids) and all(
        has_none_like(ident, normalize_number(item.number or "")) for item in phrase.items for ident in name.ids
    )


_IN_BRACKET = compiled(r" ?\([a-zà-ÿ][^()\n]{2,80}")


def _is_in_bracket(text: str, found: Sequence[Phrase]) -> bool:
    """Whether the act found last only qualifies the one before it: "Loi n° … (mod. par L. n° …), art. 8"."""
    return (
        len(found) >= _TWO
        and found[-2].kind == "act"
        and text[found[-1].stop : found[-1].stop + 1] == ")"
        and _IN_BRACKET.fullmatch(text, found[-2].stop, found[-1].start) is not None
    )


def _is_headed_over(text: str, name: ActName, phrase: Phrase) -> bool:
    """Whether an act that opens its line heads an article behind a semicolon, which it has: "CPC ; art. 700"."""
    return (
        bool(name.ids)
        and text[name.stop : phrase.start].strip() == ";"
        and text[phrase.start] != "A"
        and _opens_line(text, name)
        and all(may_have(name.ids[0], item.number or "") for item in phrase.items)
    )


def _apart(text: str, before: Phrase, read: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases behind an act, a list that has another act behind it in two, where a semicolon parts them.

    So does the first number with a letter behind one without: "C. civ., art. 1240 ; L. 1 C. conso."
    """
    heading = None  # the act that heads what follows it, in the same list
    for phrase in read:
        if phrase.kind != "article" or phrase.act is None or before.act is None:
            yield _headed_by(text, heading, phrase) if phrase.kind == "article" else phrase
            heading = None
            continue
        head_act = before.act
        if heading is not None:
            before, head_act = Phrase("act", heading.start, heading.stop, (), heading), heading
        end = phrase.items[-1].end
        alone = phrase._replace(act=None)
        if _AT.search(text, max(0, before.start - _AT_LONG), before.start) and _AT_NEXT.fullmatch(
            text, end, phrase.act.start
        ):
            yield alone._replace(stop=end)  # "Au code A, l'article 1, au code B, l'article 2"
            continue
        if phrase.act.reason is Reason.ACT_UNCLEAR:  # none of the act behind the list
            yield _headed_by(text, heading, alone) if _is_of_act_before(text, before, alone) else phrase
            continue
        if _is_heading(text, head_act, phrase) and _is_of_act_before(text, before, alone):
            alone = alone._replace(stop=end + len(text[end : phrase.act.start].rstrip(" ,\n–-")))
            yield _headed_by(text, heading, alone)
            heading = phrase.act
            continue
        at = _parting(text, phrase.items)
        if not at and text[before.stop : phrase.start].strip() in _LISTS:
            phrase, at = parted_by_act(text, phrase, head_act)  # noqa: PLW2901 - the same
        head = phrase._replace(items=phrase.items[:at], act=None, stop=phrase.items[at - 1].end) if at else phrase
        if not at or not _is_of_act_before(text, before, head):
            yield phrase
        else:
            yield _headed_by(text, heading, head)
            yield phrase._replace(items=phrase.items[at:], start=phrase.items[at].start, bare=True)
        heading = None


def _headed_by(text: str, heading: ActName | None, phrase: Phrase) -> Phrase:
    """An article with the act that heads it, where that stands directly before it."""
    if heading is None or _DIRECTLY.fullmatch(text, heading.stop, phrase.start) is None:
        return phrase
    return phrase._replace(act=heading, start=heading.start)


def _is_heading(text: str, before: ActName, phrase: Phrase) -> bool:
    """Whether the act behind a list, which has its own before it, heads the next: "CCH, L. 111-2, CSS, L. 242-1"."""
    act = phrase.act
    if act is None:
        return False
    heads = _HEADS_NEXT.match(text, act.stop) is not None or heads_numbers(text, act)
    return heads or _is_keyword(text, before, phrase)


_AT = compiled(r"(?<!\w)(?:Au|À la|A la|À l'|A l'|Dans (?:le |la |l')|au|à la|dans (?:le |la |l')) ?$")
_THEN = r"[,;] (?:et )?(?:au|à la|à l'|dans (?:le |la |l')) ?"
_AT_NEXT, _THEN_AT = compiled(rf" ?{_THEN}"), compiled(rf"{_THEN}$")
_AT_ARTICLE = compiled(r"(?: ?,| ?:) (?:l'|les )")
_AT_LONG = 16  # characters
"""What leads to an act in which something is done, and to the next one."""


def _with_own_act(
    text: str, phrase: Phrase, found: list[Phrase], rules: list[str], *, after_act: bool
) -> tuple[bool, Phrase]:
    """Whether an act before a phrase that names one stays an act of its own; the phrase, parted from a bracket."""
    annexed = None
    if after_act and phrase.act is not None and found[-1].act is not None and phrase.act.start == found[-1].act.start:
        _popped(text, found, rules)
        return False, phrase  # it stands below the line of that act
    if phrase.kind == "article" and after_act:
        annexed = _of_annex(text, found[-1], phrase)
    if annexed is None and phrase.kind == "article" and phrase.start - found[-1].stop < _NEXT:
        annexed = _of_annex_before(text, found[-1], phrase)
    if annexed is None and not after_act:
        return after_act, phrase
    if annexed is None:
        return after_act, _without_words_behind(text, found[-1], _without_bracket(text, found[-1], phrase))
    _popped(text, found, rules)
    return False, annexed


def _of_annex(text: str, before: Phrase, phrase: Phrase) -> Phrase | None:
    """An article of an annex to the code before it, with that: "CGI, art. 121 Z de l'annexe IV"."""
    code, act = before.act, phrase.act
    if act is None or act.nature != "annexe" or act.how is not How.SAME or not act.ids or code is None or not code.ids:
        return None
    annex = annex_of(code.ids[0], act.ids[0])
    if annex is None or _DIRECTLY.fullmatch(text, before.stop, phrase.start) is None:
        return None
    return phrase._replace(start=before.start, act=act._replace(ids=(annex,), how=How.NAMED))


_NEXT = 4  # characters between an annex and its article
_ANNEX = re.compile(r"annexe\.([ivx]+|[0-9])")
_ARABIC = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def _of_annex_before(text: str, before: Phrase, phrase: Phrase) -> Phrase | None:
    """An article of a code with the annex to that before it: "annexe II, article 205 du CGI"."""
    act = phrase.act
    if act is None or act.nature != "code" or not act.ids or text[before.stop : phrase.start].strip() not in _LISTS:
        return None
    numeral = ""
    if before.kind == "division" and before.act is None and len(before.items) == 1:
        path = _ANNEX.fullmatch(before.items[0].path or "")
        numeral = "" if path is None else _ARABIC.get(path[1], path[1].upper())
    elif before.act is not None and before.act.nature == "annexe" and before.act.how is How.SAME and before.act.ids:
        numeral = before.act.ids[0]
    annex = annex_of(act.ids[0], numeral) if numeral else None
    return None if annex is None else phrase._replace(start=before.start, act=act._replace(ids=(annex,)))


def _is_keyword(text: str, before: ActName, phrase: Phrase) -> bool:
    """Whether dashes part an article from the act behind it, which heads the next: "– Article 4 – RGPD – Article 5".

    Or it alone lacks the number: "Code de commerce - L. 110-1 - Code du travail".
    """
    act = phrase.act
    if (
        act is None
        or text[act.start - 3 : act.start] not in DASHES
        or text[phrase.start - 3 : phrase.start] not in DASHES
    ):
        return False
    if text[act.stop : act.stop + 3] in DASHES and _ARTICLE_BEHIND.match(text, act.stop + 3) is not None:
        return True
    numbers = [normalize_number(item.number or "") for item in phrase.items]
    if not before.ids or not act.ids:
        return False
    return all(has_number(before.ids[0], each) is True and has_number(act.ids[0], each) is False for each in numbers)


_ARTICLE_BEHIND = compiled(r"[Aa]rt|(?:[LRDA]\.? ?)?\d")
_HEADS_NEXT = compiled(r"(?:,| ?:)? ?[Aa]rts?(?!\w)| (?:[LRD]\.? ?)?\d")
_LISTS = frozenset((",", ":", ""))


def _parting(text: str, items: Sequence[Item]) -> int:
    """The index of the first member behind a semicolon, or with a letter behind one without; 0 where none is."""
    for index in range(1, len(items)):
        one, two = items[index - 1], items[index]
        if ";" in text[one.end : two.start] or (two.number or "")[:1].isalpha() is not (one.number or "")[:1].isalpha():
            return index
    return 0


_JOINED = compiled(r" ?,? ?(?:et )?")


def _popped(text: str, found: list[Phrase], rules: list[str]) -> Phrase:
    """The act found last, taken away; of joined cases the first number, and all are taken away.

    One in a bracket that only qualifies the act before stays, and that is taken away.
    """
    if _is_in_bracket(text, found):
        del rules[-2]
        return found.pop(-2)
    act = found.pop()
    while found and _are_one_decision(text, found[-1], act):
        act = found.pop()
    del rules[len(found) :]
    return act


def _are_one_decision(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether two numbers are those of joined cases, and so of one decision, which has the first: "nos 3892, 3899"."""
    if before.act is None or phrase.act is None or before.act.nature != phrase.act.nature:
        return False
    if not phrase.act.nature.startswith("decision-"):
        return False
    start = phrase.act.start
    return text[start : start + 1].isdigit() and _JOINED.fullmatch(text, before.act.end, start) is not None


def _is_unknown(before: Phrase) -> bool:
    """Whether an act has no identifier."""
    return before.act is not None and before.act.nature == "autre" and not before.act.ids


def _is_unread(act: ActName | None) -> bool:
    """Whether an act without an article has no identifier either: nothing that one could look up.

    One of another country stays, since articles behind it may be its own.
    """
    return act is not None and act.reason not in _STAYS and not act.ids


_STAYS = (None, Reason.FOREIGN_ACT)


_COMMA = compiled(r" ?, ?")


def _joined_before(text: str, found: list[Phrase], rules: list[str]) -> bool:
    """Whether the act found last is of the article before it, of which it is then made a part; or it is dropped.

    One without an identifier counts only with an article of its own: "les statuts (article 14 des statuts)".
    """
    if _is_unknown(found[-1]):
        del found[-1], rules[-1]
        return True
    if not _is_of_article_before(text, found):
        return False
    found[-2:] = [found[-2]._replace(act=found[-1].act, stop=found[-1].stop)]
    del rules[-1]
    return True


def _is_of_article_before(text: str, found: Sequence[Phrase]) -> bool:
    """Whether an act behind a comma is of the article before it, since the one behind has its own.

    "art. 24, loi n° … - art. 9 du décret …".
    """
    if len(found) < _TWO or (article := found[-2]).kind != "article" or article.act is not None or article.its:
        return False
    name = found[-1].act
    return (
        name is not None
        and name.how is How.NAMED
        and name.start == found[-1].start
        and _COMMA.fullmatch(text, article.stop, name.start) is not None
    )


_TWO = 2
_BESIDE = compiled(
    rf"(?: modifiée?)?(?: \([^()\n\d]{{1,60}}\))?(?: ?[,(:/|[] ?|(?: -| –| —)? )(?:[Aa]rt(?:\.|icles?) )?"
    rf"(?:{HALF}\)? ?,? ?)?"
)


def _is_division_of(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether a division without a determiner stands directly behind its act: "Arrêté du 20 avril 2017, annexe II"."""
    name = before.act
    if phrase.act is not None or phrase.present or name is None or name.how is not How.NAMED:
        return False
    french = not name.nature.startswith("decision") and not name.nature.endswith("-ue")
    if french and (phrase.items[0].path or "").startswith("considerant"):
        return False  # no French act has recitals
    if phrase.items[0].how is not How.NAMED:
        return False
    if _BESIDE.fullmatch(text, before.stop, phrase.start) is not None:
        return True
    titled = name.nature in _LAWS or name.nature.endswith("-ue")
    return titled and _OVER_TITLE.fullmatch(text, before.stop, phrase.start) is not None


_OVER_TITLE = compiled(
    r",? (?:relati(?:fs?|ves?)|portant|pour|modifiant|fixant|instituant|pris) [^.;:()\n]{1,200}?"
    r"(?: ?[,:–—(]| -) ?(?:[Aa]rt(?:\.|icles?)? )?"
)
"""The title of an act, as far as an annex: "Arrêté du 29 juillet 1987 relatif aux moulins - Annexe I"."""


_WORD = compiled(r"[Aa]rt(?:s|icles?)?(?!\w)")
_FURTHER = compiled(
    rf"(?: ?\([^()\n]{{1,120}}\))?(?:[ \t]?[,;]?[ \t]?\n[ \t]?[{_POINT}][ \t]| ?(?:[,;/+&]|\n)? ?(?:et )?)"
)
"""What may stand between two articles of a list behind their act, the first of which may have a note in brackets."""
_UNDER = compiled(r"(?: ?[,;:(/|[–—]| -)? ?(?:et )?")


def _goes_on(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether an article goes on a list that stands behind its act: "Décret n° …, art. 3, art. 6".

    So does one behind a division, in its line: "code civil, livre III, article 1582".
    """
    behind_division = before.kind == "division"
    listed = text[phrase.start - 1] == "\n" or text.endswith(_POINTS, 0, phrase.start)
    headed = before.kind == "article" and before.act is not None and before.act.end <= before.items[0].start
    word = _WORD if behind_division or listed or headed else _SHORT_WORD
    if phrase.act is not None or (not phrase.bare and word.match(text, phrase.start) is None):
        return False
    if phrase.bare:  # "C. transp. | L3120-1 | L3121-1"
        cells = text[before.stop : phrase.start].strip() == "|"
        return cells and before.act is not None and before.act.nature == "code" and is_certain(phrase.items[0])
    if behind_division and "\n" in text[before.stop : phrase.start]:
        return False
    joint = _UNDER if behind_division else _FURTHER
    if joint.fullmatch(text, before.stop, phrase.start) is not None:
        return True
    return behind_division and _MENTIONED.fullmatch(text, before.stop, phrase.start) is not None


_MENTIONED = compiled(r" ?\((?:mentionn|prév|vis)[a-zé]{1,4} (?:à l'|aux? )")
"""What says in a bracket of which article an annex is: "code A, annexe 7-1 (mentionnée à l'article D. 744-26)"."""


_POINTS = tuple(f"{sign} " for sign in _POINT)


def _with_act_before(
    text: str, phrase: Phrase, found: list[Phrase], rules: list[str], *, after_act: bool
) -> tuple[bool, Phrase]:
    """Whether a division stands directly behind its act, which is then taken away; the division with its act."""
    if after_act and _is_division_of(text, found[-1], phrase):
        before = _popped(text, found, rules)
        whole = _annex_code(text, before, phrase)
        return whole is None, phrase._replace(act=before.act) if whole is None else whole
    if found and (_goes_on_visa(text, found[-1], phrase) or _is_annex_beside(text, found[-1], phrase)):
        phrase = phrase._replace(act=found[-1].act)
    return False, phrase


def _annex_code(text: str, before: Phrase, phrase: Phrase) -> Phrase | None:
    """A code with the annex behind it, where that is a code of its own: "Code général des impôts, annexe 3"."""
    path = _ANNEX.fullmatch(phrase.items[0].path or "") if len(phrase.items) == 1 else None
    act = before.act
    if path is None or act is None or not act.ids:
        return None
    annex = annex_of(act.ids[0], _ARABIC.get(path[1], path[1].upper()))
    stop = phrase.stop + (text[phrase.start - 1] == "(" and text.startswith(")", phrase.stop))
    if annex is None:
        return None
    return Phrase("act", before.start, stop, (), act._replace(end=stop, stop=stop, ids=(annex,)))


_AND_ANNEX = frozenset((", ", " et ", " et l'", " ; ", " + ", " & ", ", et ", " ou "))


def _is_annex_beside(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether an annex goes on a list of articles behind their act: "Arr. 10 avr. 2020, art. 3 et annexe II"."""
    act = before.act
    if before.kind != "article" or phrase.act is not None or phrase.present or act is None or act.how is not How.NAMED:
        return False
    annex = (phrase.items[0].path or "").startswith("annexe") and act.nature not in _CONTEXTLESS
    return annex and act.end <= before.items[0].start and text[before.stop : phrase.start] in _AND_ANNEX


_CONTEXTLESS = frozenset(("sigle", "nom", "autre"))


_RELATING = compiled(r",? (?:relati(?:f|ve)s? (?:à|aux?) [^;:.\n()]{2,120}?,? ?)?(?:, |et (?:notamment )?)")


def _goes_on_visa(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether a division follows another one of a visa: "Vu le code …, livre V, titre Ier relatif à …, livre II"."""
    act = before.act
    if before.kind != "division" or phrase.act is not None or phrase.present or act is None or act.how is not How.NAMED:
        return False
    if _highest(before) != _highest(phrase):
        return False
    return act.end <= before.items[0].start and _RELATING.fullmatch(text, before.stop, phrase.start) is not None


def _highest(phrase: Phrase) -> str:
    """The kind of the outermost step of a division."""
    return (phrase.items[0].path or "").partition(".")[0]


def _opens_bracket(text: str, before: Phrase) -> bool:
    """Whether a bracket may tell the articles of a division with its act: "le livre II du CSP (art. L. 2111-1)"."""
    act = before.act
    return before.kind == "division" and act is not None and act.how is How.NAMED and text.startswith(" (", before.stop)


_TO_NOR = compiled(r",? (?:relati(?:f|ve)|portant|pris|fixant|modifiant|d[eu]|pour|sur) [^.;:()«»\n]{2,200}, ?")
"""The title of an act, between its name and its NOR."""
_PUBLISHED = frozenset(("jo", "joue", "nor"))
_BETWEEN = compiled(r" ?[,(]? ?")
_CALLED = compiled(
    r"(?: (?:pour|relatif|relative|portant|sur|de|visant|tendant) [^.;:()]{2,150}(?= ?\())?"
    r" ?(?:\( ?|[–—-] ?|,? ?(?=dite?|ci-après)|(?:\w+ )?portant )(?:ci-après |dénommée? |dite? |le |la |l'|[«\"“] ?)*"
)
"""What stands between an act, with its title, and a short name for it: "(ci-après « RGPD »)"."""


_HEADS = compiled(r" ?[,–-] ?(?:mod\.,? ?)?[Aa]rt")


def _heads_article(text: str, at: int) -> bool:
    """Whether an act in a bracket has an article behind it: "la loi Moulin (L. n° 2020-12, art. 5)"."""
    return _HEADS.match(text, at) is not None


_DEFINED = re.compile(r"ci-après (?:dénommée? |désignée? )?(?:le |la |l'|[«\"“] ?)*\Z")
"""What stands before a short name for an act, behind its title: "…, ci-après la « directive TVA »"."""
_DEFINING = 30  # characters of it


def _is_apposed(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether an act only says more of the one before: where it was published, how it is abbreviated in brackets."""
    name, act = phrase.act, before.act
    if name is None or (act is None and name.nature != "nor"):
        return False
    titled = name.nature == "nor" and act is not None and act.nature in _LAWS
    if titled and _TO_NOR.fullmatch(text, before.stop, name.start) is not None:
        return True
    if name.nature in _PUBLISHED:
        bracketed = text[name.start - 1 : name.start] == "(" or text[name.start - 2 : name.start] == "( "
        return (name.nature == "nor" and bracketed) or _BETWEEN.fullmatch(text, before.stop, name.start) is not None
    if act is None or name.how is not How.NAMED or set(name.ids).isdisjoint(act.ids):
        return False
    return (
        _CALLED.fullmatch(text, before.stop, name.start) is not None and not _heads_article(text, phrase.stop)
    ) or _DEFINED.search(text, max(0, name.start - _DEFINING), name.start) is not None


_MARK = compiled(r" ?\((?:V|VD|VT|VDT|Ab|AbD|M|MM|MMN|T|P|R|D|PP|VVD)\)")
"""A mark with which Légifrance says what became of a version."""


def _of_act(text: str, before: Phrase, phrase: Phrase, start: int | None = None) -> Phrase:
    """An article as one of the act of the phrase before; it begins with that, or at ``start``.

    The mark of a version behind it ("art. 44 (V)") is no part of it.
    """
    items, stop = phrase.items, phrase.stop
    items = tuple(with_blanks_before(text, items, before.act))
    stop = max(stop, items[-1].end)
    last = items[-1]
    if last.locators and _MARK.match(text, last.end) is not None:
        items = (*items[:-1], last._replace(locators=()))
    return phrase._replace(act=before.act, items=items, start=before.start if start is None else start, stop=stop)

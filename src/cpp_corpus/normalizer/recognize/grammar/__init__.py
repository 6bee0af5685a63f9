"""The grammar: one rule for each form of reference, and the reading of a text by them.

A rule that is added to :data:`RULES`, or to the forms of acts in
:data:`~cpp_corpus.normalizer.recognize.grammar.designations.DESIGNATIONS`, is read from then on; those of the package
are tested by their examples and documented.
"""

from __future__ import annotations

import re
from itertools import compress
from typing import NamedTuple

from cpp_corpus.lang.abbreviations import Standing
from cpp_corpus.limits import check, check_time
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.act_before import (
    LAWS,
    apart,
    beyond_bracket,
    goes_on,
    is_of_act_before,
    joined_before,
    of_act,
    of_act_found,
    opens_line,
    with_own_act,
)
from cpp_corpus.normalizer.recognize.grammar.acts import ACT
from cpp_corpus.normalizer.recognize.grammar.article_lists import listed_before, listed_behind
from cpp_corpus.normalizer.recognize.grammar.designations.laws import PLURAL_LAWS
from cpp_corpus.normalizer.recognize.grammar.designations.treaties import further_treaties
from cpp_corpus.normalizer.recognize.grammar.divisions_beside import leads_to_articles, with_act_before
from cpp_corpus.normalizer.recognize.grammar.initials import define_initials, is_asked, with_initials_at_end
from cpp_corpus.normalizer.recognize.grammar.inner_phrases import add_qualifying, add_within, is_qualified
from cpp_corpus.normalizer.recognize.grammar.respective import RESPECTIVELY, SHARES, give_each, give_shares, leave_open
from cpp_corpus.normalizer.recognize.grammar.rules import LEXER, RULES
from cpp_corpus.normalizer.recognize.grammar.shared_nouns import (
    add_further_codes,
    add_further_laws,
    give_divisions,
)
from cpp_corpus.normalizer.recognize.grammar.turns import give_turns
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Phrase

__all__ = ["RULES", "Phrases", "phrases"]

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
    LEXER.refresh()
    (match, ahead), search, owners = LEXER.first(text), LEXER.search, LEXER.rules
    after_act = after_list = False
    while match is not None:
        rule, at = owners[match.lastindex], match.end() - ahead
        try:
            read = rule.read(text, match.start() + 1 - ahead, at)
            for phrase in apart(text, found[-1], read) if after_act else read:
                if phrase.act is not None and phrase.items and found:
                    after_act, phrase = with_own_act(text, phrase, found, rules, after_act=after_act)  # noqa: PLW2901
                kind, at = phrase.kind, max(at, phrase.stop)
                if kind == "nothing":
                    continue
                if kind == "article":
                    after_act = after_act and (phrase.act is None or not joined_before(text, found, rules))
                    if phrase.bare and found and phrase.start - found[-1].stop > _GAP:
                        add_within(text, found[-1].stop, phrase, found, rules)
                    if phrase.act is None and (of := beyond_bracket(text, found, phrase)) is not None:
                        phrase, after_list = of_act(text, of, phrase, phrase.start), True  # noqa: PLW2901
                    elif after_act and is_of_act_before(text, found[-1], phrase):
                        phrase = of_act_found(text, found, rules, phrase)  # noqa: PLW2901 - the two are one
                        after_list = True
                    elif after_list or (found and leads_to_articles(text, found[-1])):
                        after_list = goes_on(text, found[-1], phrase)
                        phrase = of_act(text, found[-1], phrase, phrase.start) if after_list else phrase  # noqa: PLW2901
                elif kind == "division":
                    after_list, phrase = with_act_before(text, phrase, found, rules, after_act=after_act)  # noqa: PLW2901
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
                if phrase.kind in _QUALIFIED and is_qualified(phrase.items):
                    add_qualifying(text, phrase, found, rules)
        except Exception as error:
            error.add_note(f"in the rule {rule.name!r}")
            raise
        if not len(found) & _OFTEN:
            check_time()
            check("references", len(found), "references")
        match, ahead = search(text, at - 1), 0
    return _completed(text, found, rules)


def _completed(text: str, found: list[Phrase], rules: list[str]) -> Phrases:
    """The phrases with what is known only when all of them are read."""
    several = any(noun in text for noun in PLURAL_LAWS)
    if "traités " in text:
        _add_further_treaties(text, found, rules)
    add_further_codes(text, found, rules)
    if several:
        add_further_laws(text, found, rules)
    give_turns(text, found, rules)
    give_divisions(text, found)
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
        define_initials(text, found, filter(str.isupper, initials))
    return _without_unread(with_initials_at_end(text, found), rules)


_LONGEST_INITIALS = 6


def _add_further_treaties(text: str, found: list[Phrase], rules: list[str]) -> None:
    """Add the treaties behind one that share its noun: "les traités sur l'UE et sur le fonctionnement de l'UE"."""
    for at in range(len(found) - 1, -1, -1):
        name = found[at].act
        if name is None or not name.ids or not text.startswith("traités ", name.start):
            continue
        further = list(further_treaties(text, name))
        found[at + 1 : at + 1] = [Phrase("act", other.start, other.stop, (), other) for other in further]
        rules[at + 1 : at + 1] = [ACT.name] * len(further)


def _without_unread(found: list[Phrase], rules: list[str]) -> Phrases:
    kept = [phrase.kind != "act" or not _is_unread(phrase.act) for phrase in found]
    if not all(kept):
        found, rules = list(compress(found, kept)), list(compress(rules, kept))
    return Phrases(found, rules)


_QUALIFIED = frozenset(("article", "division"))
_GAP = 20  # characters
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
    if found and phrase.stop > len(text) - 2 and is_asked(text, found[-1], name):
        rules.pop()
        return found.pop()._replace(act=name, stop=phrase.stop)
    before = listed_before(text, name.start) if text[name.start - 1 : name.start] in _BEFORE_NAME else None
    if before is not None and (not found or before.items[0].start >= found[-1].stop):
        return before  # but not "L. n° 1 du 7 janv. 1983, L. n° 2"
    begins = text[name.stop : name.stop + 4].lstrip(" \t,–-")
    if begins[:1] not in _LISTING:
        return None
    if name.nature != "code":
        return listed_behind(text, name, Standing.ANYWHERE)
    glued = begins[:1].islower() and begins[1:2].isdigit()  # "le code du travail l3141-3"
    beside = glued or _PARTED_NUMBER.match(text, name.stop) is not None
    return listed_behind(text, name, None) if beside or opens_line(text, name) else None


_PARTED_NUMBER = compiled(r" (?:[LRD]\.? ?\*?)?\d{1,4}-\d")
"""What stands directly behind the name of a code where it can be nothing but its article: "cf. code pénal 222-33-2"."""


def _is_unread(act: ActName | None) -> bool:
    """Whether an act without an article has no identifier either: nothing that one could look up.

    One of another country stays, since articles behind it may be its own.
    """
    return act is not None and act.reason not in _STAYS and not act.ids


_STAYS = (None, Reason.FOREIGN_ACT)
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
    titled = name.nature == "nor" and act is not None and act.nature in LAWS
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

"""Acts that go on: to what a list or an exception takes from them, and to numbers that the citing act does not have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf

from cpp_corpus.lang.acts import numbers_alike
from cpp_corpus.model.division import depth_of
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.attribution.amended import steps_of
from cpp_corpus.normalizer.recognize.discourse.attribution.coordination import (
    CODES,
    LAWS,
    NEAR,
    Acts,
    are_coordinated,
    belongs_beside,
    has_most,
    is_headed,
    is_of_code,
)
from cpp_corpus.normalizer.recognize.discourse.attribution.unread import is_headed_by_unread
from cpp_corpus.normalizer.recognize.discourse.context import (
    CIVIL_PROCEDURE,
    OwnTitles,
    awards_costs,
    calls_itself_contract,
    may_be_of_contract,
    stands_by_itself,
)
from cpp_corpus.normalizer.recognize.discourse.decision import (
    CitingArticle,
    Decision,
    has_all,
    may_have_all,
    numbers_of,
    unknown,
)
from cpp_corpus.normalizer.recognize.discourse.scopes import Scope, ScopeKind
from cpp_corpus.normalizer.recognize.fragments import NOTABLY, compiled
from cpp_corpus.normalizer.recognize.grammar.designations.laws import PLURAL_LAWS
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Phrase

__all__ = ["lead_on"]

_INCLUDING = compiled(rf"""
    (?: (?:modifi|complét|abrog)ée?s?)?
    (?: (?:relative?s?|relatifs?|portant|fixant|modifiant|pris|prise|sur|pour|de finances|visant|tendant|instituant)
        [^,;.:\n]{{1,200}}?)?  # the title of the act
    (?: (?:est|sont|a\ été|ont\ été|demeure(?:nt)?|reste(?:nt)?|sera|seront|s'applique(?:nt)?)
        [^,;.:()\n\d]{{0,60}}(?=,? (?:à\ l'exc|sauf|hormis|exc)))?  # what becomes of the act but for some articles
    (?:,? dite? [^,;.:()\n]{{1,40}}|,? ?\((?:[^()\n]|\([^()\n]{{1,12}}\)){{1,80}}\)|\))?
    \ ?,? ?\(?(?:et )?
    (?:{NOTABLY}|à l'exception
        |à l'exclusion|sauf|hormis|y compris|dont|exceptée?s?)
    (?: (?:au titre|en application|par les dispositions|les dispositions|celles|ceux))?
    \ ?(?:de la|de l'|des|du|de|à l'|aux?|par l'|par les|les?|l'|d')? ?
""")
_WHOSE = compiled(r"(?<!\w)dont(?!\w)")
_THOSE_OF = compiled(r"(?:celles?|ceux|celui) (?:du|de la|des|de l') ?$", re.IGNORECASE)


def lead_on(text: str, phrases: Sequence[Phrase], acts: Acts, scopes: Sequence[Scope], citing: CitingArticle) -> None:
    """Lead acts on to what a list or an exception takes from them, and to numbers that the citing act does not have."""
    lists = {scope.head: scope for scope in scopes if scope.kind is ScopeKind.LIST}
    codes: dict[str, ActName] = {}  # in the order in which each was named last
    of_law = False  # whether the act named last is a law or the like
    decided = False  # whether a phrase before has an act
    titles = OwnTitles(text) if citing.article is None else None
    own = False  # whether the text has spoken of its own articles: "l'article 12 des présentes"
    head: Scope | None = None
    taken = -1  # the last phrase that an exception has taken from the act before it
    unread: dict[str, Decision] = {}  # the numbers that were given an act which is not known, and no other since
    for i, phrase in enumerate(phrases):
        act, name = acts[i], phrase.act
        if act is not None:
            decided = True
            if phrase.kind == "article" and (unread or act.act is None):
                _keep_unread(unread, numbers_of(phrase), act)
            if name is not None or phrase.its:
                of_law = act.act is not None and act.act.startswith(LAWS)
            own = own or (name is not None and name.how is How.PRESENT and act.reason is Reason.ACT_WITHOUT_ID)
            if i in lists:
                head = lists[i]
            if name is not None and act.act is not None and act.act.startswith(CODES):
                codes.pop(act.act, None)
                codes[act.act] = name
        elif phrase.kind == "division":
            acts[i] = (
                _continued_division(text, phrases, acts, i, citing)
                or _of_article_behind(text, phrases, acts, i)
                or _included(text, phrases, acts, i)
                or _listed_behind(text, phrases, acts, i)
                or _of_act_of_citation(text, phrases, acts, i)
                or _of_unread(text, phrases, acts, i)
                or _of_document(text, phrase)
            )
        elif phrase.kind == "article" and decided and not text.startswith("présent", phrase.start):
            if is_headed_by_unread(text, phrases, i):
                acts[i] = unknown(Reason.UNKNOWN_NAME, Via.EXPLICIT)
                continue
            numbers = numbers_of(phrase)
            acts[i] = _of_head(head, phrase, numbers, acts, citing)
            if acts[i] is None:
                acts[i] = _excepted(text, phrases, acts, i, numbers, again=taken == i - 1, citing=citing)
                taken = i if acts[i] is not None else taken
            if unread and acts[i] is None and not phrase.its and not stands_by_itself(text, phrase):
                acts[i] = next((unread[number] for number in numbers if number in unread), None)
            if acts[i] is None and numbers and (has_all(citing.act, numbers) is False or is_of_code(citing, numbers)):
                acts[i] = _cited_before(numbers, phrases, acts, i, citing)
                if acts[i] is None and not (
                    not numbers[0][0].isalpha()
                    and (
                        own
                        or of_law
                        or phrase.its
                        or stands_by_itself(text, phrase)
                        or (
                            titles is not None
                            and may_be_of_contract(numbers)
                            and (calls_itself_contract(text) or titles.have(phrase.start, numbers))
                        )
                    )
                ):
                    costs = awards_costs(text, phrase, numbers)
                    acts[i] = _having(numbers, _only(CIVIL_PROCEDURE, codes) if costs else codes, citing)


def _keep_unread(unread: dict[str, Decision], numbers: Sequence[str], act: Decision) -> None:
    """Keep numbers that have an act which is not known: "l'article 7 du bail"; a known one takes them back."""
    if act.act is None and act.reason is not None:
        unread |= dict.fromkeys(numbers, unknown(act.reason))
    else:
        for number in numbers:
            unread.pop(number, None)


def _of_head(
    scope: Scope | None, phrase: Phrase, numbers: Sequence[str], acts: Acts, citing: CitingArticle
) -> Decision | None:
    """The act that the head of a list supplies to an article in it."""
    if scope is None or scope.head is None or phrase.start >= scope.end:
        return None
    act = acts[scope.head]
    if act is None or not (
        may_have_all(act.act, numbers) or has_most(act.act, numbers, citing) or _had_all(act.act, numbers, citing)
    ):
        return None
    return act.led(Basis.HEAD, scope.head)


def _had_all(act: str | None, numbers: Sequence[str], citing: CitingArticle) -> bool:
    """Whether a code counts as the numbers do, which are none of a text that is no code: it had them before."""
    if act is None or (citing.act is not None and not is_of_code(citing, numbers)):
        return False
    return all(number[0] in "lrd" and numbers_alike(act, number) for number in numbers)


def _excepted(  # noqa: PLR0913 - what is known where it is asked
    text: str,
    phrases: Sequence[Phrase],
    acts: Acts,
    i: int,
    numbers: Sequence[str],
    *,
    again: bool,
    citing: CitingArticle,
) -> Decision | None:
    """``…, à l'exception de l'article 5``: an exception, or an example, is of the same act.

    So is what is coordinated with it; ``again`` says whether the phrase before is one.
    """
    before = acts[i - 1]
    if before is None:
        return None
    if (
        before.act is not None
        and _INCLUDING.fullmatch(text, phrases[i - 1].stop, phrases[i].start)
        and (may_have_all(before.act, numbers) or _has_had(before.act, numbers, citing))
    ):
        if (several := _of_several(text, phrases, acts, i, numbers)) is not None:
            return several
        led = before.led(Basis.EXCEPTION, i - 1)
        name = phrases[i - 1].act
        if name is not None and name.how is How.PRESENT and before.act == citing.act and phrases[i - 1].kind == "act":
            return None  # it is of the act that speaks all the same
        if name is None or not _WHOSE.search(text, max(phrases[i - 1].stop, phrases[i].start - 30), phrases[i].start):
            return led
        return led._replace(via=Via.ANAPHORA, antecedent=led.antecedent or Span(name.start, name.end))
    if again and are_coordinated(text, phrases, i - 1):
        if belongs_beside(phrases[i], before, citing):
            return before.led(Basis.LIST, i - 1)
        if before.basis is Basis.EXCEPTION and _AND_EXCEPT.match(text, phrases[i - 1].stop) is not None:
            return before.led(Basis.EXCEPTION, i - 1) if may_have_all(before.act, numbers) else None
    return None


_SEVERAL = (*PLURAL_LAWS, "codes ", "traités ")
_SHARING = compiled(r"(?:,|(?: ?,)? (?:et|ou))(?: d[ue]s?| de la)? (?:n[°o]s? ?)?")
_MANY_ACTS = 16


def _of_several(text: str, phrases: Sequence[Phrase], acts: Acts, i: int, numbers: Sequence[str]) -> Decision | None:
    """The only one that may have the numbers, of several acts that share their noun: "les lois n° … et n° …, dont".

    Unclear where more of them may; ``None`` where there is one act.
    """
    at = i - 1
    while not text.startswith(_SEVERAL, phrases[at].start):
        shared = at and phrases[at].kind == phrases[at - 1].kind == "act" and i - at < _MANY_ACTS
        if not shared or _SHARING.fullmatch(text, phrases[at - 1].stop, phrases[at].start) is None:
            return None
        at -= 1
    if at == i - 1 or phrases[at].kind != "act":
        return None
    having = [j for j in range(at, i) if (act := acts[j]) is None or has_all(act.act, numbers) is not False]
    only = acts[having[0]] if len(having) == 1 else None
    return unknown(Reason.ACT_UNCLEAR) if only is None else only.led(Basis.EXCEPTION, having[0])


_AND_EXCEPT = compiled(r"(?:,|,? (?:et|ou|ainsi que)) (?:du |des |de l[a' ])")
"""What leads to a further exception by its preposition: "à l'exception de l'article 5 et du II de l'article 6"."""


def _has_had(act: str, numbers: Sequence[str], citing: CitingArticle) -> bool:
    """Whether an act may have had the numbers on another day: most of them, or such numbers where no article speaks."""
    alike = citing.article is None and all(numbers_alike(act, number) for number in numbers)
    return alike or has_most(act, numbers, citing)


def _only(code: str, codes: dict[str, ActName]) -> dict[str, ActName]:
    return {code: codes[code]} if code in codes else {}


def _having(numbers: Sequence[str], codes: dict[str, ActName], citing: CitingArticle) -> Decision | None:
    """The code named last that has the numbers, or most of a list of them."""
    for code, name in reversed(codes.items()):
        if has_all(code, numbers) or (len(numbers) > 2 and has_most(code, numbers, citing)):
            return Decision(code, Via.ANAPHORA, Basis.LEADS_ON, Span(name.start, name.end))
    return None


def _cited_before(
    numbers: Sequence[str], phrases: Sequence[Phrase], acts: Acts, i: int, citing: CitingArticle
) -> Decision | None:
    """The act of which the same numbers were cited before ("l'article 7 de la loi …; cet avis et l'article 7").

    Where another act, which may have them, is named directly before, it is not clear which of the two is meant.
    """
    last = acts[i - 1] if i and phrases[i - 1].kind == "act" else None
    beside = None if last is None or last.act == citing.act else last.act
    for j in range(i - 1, max(-1, i - NEAR), -1):
        act = acts[j]
        if act is not None and act.act not in {None, citing.act} and phrases[j].kind == "article":
            items = [item for item in phrases[j].items if item.number and normalize_number(item.number) in numbers]
            if {normalize_number(item.number or "") for item in items} >= set(numbers):
                if beside not in {None, act.act} and may_have_all(beside, numbers):
                    return unknown(Reason.ACT_UNCLEAR)
                return Decision(act.act, Via.ANAPHORA, Basis.CITED_BEFORE, Span(items[0].start, items[-1].end))
    return None


def _continued_division(
    text: str, phrases: Sequence[Phrase], acts: Acts, i: int, citing: CitingArticle
) -> Decision | None:
    """``celles du chapitre II`` after ``le titre Ier du livre III``: the path goes on from there."""
    phrase = phrases[i]
    if not _THOSE_OF.search(text, max(0, phrase.start - 20), phrase.start):
        return None
    j = next((j for j in range(i - 1, -1, -1) if phrases[j].kind == "division"), None)
    if j is None or phrases[j].present:
        return None
    rank = depth_of((phrase.items[0].path or "").split("/")[0])
    act, last = acts[j], phrases[j].items[-1]
    before = (act.outer.split("/") if act is not None and act.outer else []) + (last.path or "").split("/")
    outer = "/".join([step for step in before if depth_of(step) < rank])
    if not outer or rank == inf:
        return None
    span = Span(last.start, last.end)
    if act is None:
        return Decision(citing.act, Via.ANAPHORA, Basis.CONTINUATION if citing.act else Basis.NONE, span, outer=outer)
    return Decision(act.act, Via.ANAPHORA, Basis.CONTINUATION if act.act else Basis.NONE, span, outer=outer)


_TO_ARTICLE = compiled(r" (?:à|aux?|de|des)(?: l'| )?")
_DOWN_TO_ARTICLE = compiled(r" ?,? ?")


def _of_article_behind(text: str, phrases: Sequence[Phrase], acts: Acts, i: int) -> Decision | None:
    """The act of a division that is named by its article, or goes down to it.

    "l'annexe II à l'article R. 1 du code …", "livre II, titre III, article L. 1 du code …".
    """
    if i + 1 >= len(phrases) or phrases[i].present:
        return None
    act = acts[i + 1]
    if act is None or phrases[i + 1].kind != "article" or phrases[i + 1].act is None or is_headed(phrases[i + 1]):
        return None
    between = _TO_ARTICLE if (phrases[i].items[0].path or "").startswith("annexe") else _DOWN_TO_ARTICLE
    apart = between.fullmatch(text, phrases[i].stop, phrases[i + 1].start) is None
    return None if apart else act.led(Basis.LIST, i + 1)


def _included(text: str, phrases: Sequence[Phrase], acts: Acts, i: int) -> Decision | None:
    """The act of which a division is said to be a part: "le code de la route, notamment le livre Ier"."""
    act = acts[i - 1] if i else None
    if act is None or act.act is None or phrases[i - 1].kind != "act" or phrases[i].present:
        return None
    apart = _INCLUDING.fullmatch(text, phrases[i - 1].stop, phrases[i].start) is None
    return None if apart else act.led(Basis.EXCEPTION, i - 1)


_NEXT_ONE = compiled(r"(?: ?[,;]|,? (?:et|ou|puis|ainsi que)) ?")


def _listed_behind(text: str, phrases: Sequence[Phrase], acts: Acts, i: int) -> Decision | None:
    """The act of a further division behind an act: "code de commerce, livre II, titre III et titre IV"."""
    act = acts[i - 1] if i else None
    if act is None or act.act is None or phrases[i - 1].kind != "division" or phrases[i].present:
        return None
    goes_on = is_headed(phrases[i - 1]) or (phrases[i - 1].act is None and act.basis is Basis.LIST)
    if not goes_on or _NEXT_ONE.fullmatch(text, phrases[i - 1].stop, phrases[i].start) is None:
        return None
    own = depth_of((phrases[i].items[0].path or "").partition("/")[0])
    outer = "/".join([step for step in steps_of(phrases[i - 1], act) if depth_of(step) < own < inf])
    return act.led(Basis.LIST, i - 1)._replace(outer=outer)


_ONLY_SPACE = compiled(r" ?[,(–-]? ?")


def _of_act_of_citation(text: str, phrases: Sequence[Phrase], acts: Acts, i: int) -> Decision | None:
    """The act that heads a citation which goes on to an annex: "Arrêté du 3 mai 2007, art. 2, annexe I"."""
    if not i or phrases[i].present or not (phrases[i].items[0].path or "").startswith("annexe"):
        return None
    act = acts[i - 1]
    if act is None or not (is_headed(phrases[i - 1]) or phrases[i - 1].kind == "act"):
        return None
    between = _ONLY_SPACE.fullmatch(text, phrases[i - 1].stop, phrases[i].start)
    return None if between is None else act.led(Basis.LIST, i - 1)


_OF_DIVISION = compiled(r",? (?:du |de la |des )?")


def _of_unread(text: str, phrases: Sequence[Phrase], acts: Acts, i: int) -> Decision | None:
    """No act for the division in which an article of an unread text stands: "la convention, art. 14 du titre 1er"."""
    act = acts[i - 1] if i and phrases[i - 1].kind == "article" else None
    if act is None or act.reason not in _UNREAD or phrases[i].present:
        return None
    between = _OF_DIVISION.fullmatch(text, phrases[i - 1].stop, phrases[i].start)
    return None if between is None else act


_UNREAD = frozenset((Reason.ACT_WITHOUT_ID, Reason.UNKNOWN_NAME))


_OPENS_DOCUMENT = compiled(
    r"(?:^|\n)[ \t>*•–-]*(?:[A-Z]{2,8} ?[–-] ?)?(?:CIRCULAIRE|Circulaire|Note|NOTE|Instruction|INSTRUCTION|Guide"
    r"|Rapport|Avenant|Accord|Délibération|Avis|Réponse|Convention|Protocole)(?!\w)[^.;:\n]{0,200}(?: ?[,(–]|-) ?$"
)
"""The line of a source that is a document without an id, as far as a division of it."""
_LONGEST_TITLE = 240  # characters


def _of_document(text: str, phrase: Phrase) -> Decision | None:
    """No act for a division of the document that opens its line: "Circulaire CIR-10/2031, annexe 2"."""
    if phrase.present:
        return None
    opens = _OPENS_DOCUMENT.search(text, max(0, phrase.start - _LONGEST_TITLE), phrase.start)
    return None if opens is None else unknown(Reason.ACT_WITHOUT_ID, Via.EXPLICIT)

"""The act of an article by the words directly around it: "Vu le code …, notamment les articles", "ibid., art. 5"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.lang.acts import numbers_alike
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.attribution.coordination import OF_THIS_ONE, Acts, are_coordinated
from cpp_corpus.normalizer.recognize.discourse.attribution.unread import is_headed_by_unread
from cpp_corpus.normalizer.recognize.discourse.context import (
    is_of_exhibit,
    may_be_of_contract,
    of_amending_subject,
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
from cpp_corpus.normalizer.recognize.discourse.named_acts import NamedActs
from cpp_corpus.normalizer.recognize.discourse.owners import had_by, meant_by_subject, of_unread, said_of
from cpp_corpus.normalizer.recognize.discourse.pronouns import IT_BEHIND, one_says, this_one
from cpp_corpus.normalizer.recognize.discourse.scopes import sentence_ends
from cpp_corpus.normalizer.recognize.fragments import NOTABLY, compiled
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["act_around"]

_AT = ("à l'", "aux ")
_OF_WHICH = ("dont l'", "dont les ")
_OPENS = compiled(
    r"(?:^|[.;:«»(\n]|(?<!\w)(?:et|que|or|mais|car),?) ?"
    r"(?P<according>selon|d'après|suivant|aux termes d[eu]|dans|au sein d[eu]|parmi|pour|côté|s'agissant d[eu]"
    r"|(?:au (?:cœur|fil|titre)|dans le cadre|à la lecture) d[eu]"
    r"|parmi les (?:articles|dispositions|textes|règles) d[eu]|au regard d[eu]"
    r"|aux yeux d[eu]|quant (?:à|au)|concernant|en ce qui concerne"
    r"|questions? (?:sur|à propos d[eu]|concernant))? ?(?:la |le |les |l')?$",
    re.IGNORECASE,
)
"""What stands before an act that opens its sentence: "Selon la loi …, l'article 5 …"."""
_OPENED = compiled(
    r"(?P<year> de (?:1[5-9]|20)\d\d)?(?: (?:sur|relati(?:f|ve)s? (?:à|aux?)|portant|pour)(?!\w)[^.,;:()\n]{2,120})?"
    r"(?: ?:[ \n](?:(?:que|qu'est-ce que|est-ce que|comment|pourquoi|quand)(?!\w)[^.;:\n]{0,30}? )?|(?P<comma> ?, ))"
    r"(?P<see>(?:v\.|voir|cf\.) )?(?:l'|les |(?P<within>aux |(?:à|en|sous|dans) l'))"
)
_OPENING = 40  # characters


_OVERSEAS_NEXT = tuple(f"{joint} {prefix}" for joint in (",", " et", " ou", " à") for prefix in ("Lp.", "LP.", "Dp."))
"""What goes on to a number of New Caledonia or French Polynesia, whose codes have the titles of others."""
_OPEN_END = (" d", "\nd")
_OPEN_AT_END = compiled(r"\s{1,3}(?:du|de la|de l'|dudit|de ladite)[ \t]*(?:\n|$)")
"""The end of a paragraph, or of the text, at which the name of an act is still to come: "l'article 5 du"."""
_BETWEEN, _BETWEEN_ENDS = (", ", " ("), (",", ")", " :")
"""What an article stands between that a verb leads to: "La loi … prévoit, article 5, que", "… prévoit (art. 5) que"."""


def act_around(  # noqa: PLR0913, PLR0917 - what is known where it is asked
    text: str, phrases: Sequence[Phrase], acts: Acts, at: int, citing: CitingArticle, named: NamedActs | None
) -> Decision | None:
    """The act of an article whose phrase names none, by the words directly around it."""
    phrase = phrases[at]
    if text.endswith(_OURS_ENDS, 0, phrase.start) and _is_ours(text, phrase):
        return unknown(Reason.ACT_WITHOUT_ID, Via.EXPLICIT)
    if text.startswith(" pour ", phrase.stop) and (bill := _of_bill(text, phrase)) is not None:
        return bill
    if is_of_exhibit(text, phrase):
        return unknown(Reason.NO_ACT_NAMED, Via.DEFAULT)
    if text.endswith(_STANDS_BY, 0, phrase.start) and _IN_BILL.search(text, max(0, phrase.start - 90), phrase.start):
        return unknown(Reason.ACT_WITHOUT_ID, Via.EXPLICIT)
    if text.startswith(_READ_BEGINS, phrase.stop) and _READ.match(text, phrase.stop) is not None:
        return unknown(Reason.ACT_WITHOUT_ID, Via.EXPLICIT)
    if citing.article is None and _is_debated(text, phrase):
        return unknown(Reason.NO_ACT_NAMED, Via.DEFAULT)
    if text.startswith(_OPEN_END, phrase.stop) and _OPEN_AT_END.match(text, phrase.stop) is not None:
        return unknown(Reason.UNKNOWN_NAME, Via.EXPLICIT)
    if text.startswith(_OVERSEAS_NEXT, phrase.stop):
        return unknown(Reason.UNKNOWN_NAME, Via.EXPLICIT)  # "les articles R. 1-1 et Lp. 1-2 du code"
    if text.startswith(OF_THIS_ONE, phrase.stop) and (last := this_one(text, phrase, named)) is not None:
        return last
    if _says_again(text, phrase):
        return _again(text, phrases, acts, at)
    if at and phrases[at - 1].kind == "act" and (within := _within(text, phrases, acts, at, citing)) is not None:
        return within
    if named is not None and text.endswith(_AT, 0, phrase.start) and (one := one_says(text, phrase, named)) is not None:
        return one
    if named is not None and text.startswith(IT_BEHIND, phrase.stop) and (it := meant_by_subject(text, phrase, named)):
        return it
    if text.endswith("à l'", 0, phrase.start) and not stands_by_itself(text, phrase):
        said = said_of(text, phrase, citing, named, len("à l'"))
        opens = said is None and at and phrases[at - 1].kind == "act" and text.endswith(", à l'", 0, phrase.start)
        return _opened(text, phrases, acts, at) if opens else said
    if text.endswith("aux ", 0, phrase.start) and (said := said_of(text, phrase, citing, named, len("aux "))):
        return said
    if text.endswith(_BETWEEN, 0, phrase.start) and text.startswith(_BETWEEN_ENDS, phrase.stop):
        said = said_of(text, phrase, citing, named, 0)
        if said is not None:
            return said
    if text.endswith(_OF_WHICH, 0, phrase.start):
        return of_unread(text, phrase, named)
    if named is not None and text.endswith(" un ", 0, phrase.start):
        return had_by(text, phrase, named)
    if (
        at
        and phrases[at - 1].kind == "division"
        and _BESIDE_DIVISION.fullmatch(text, phrases[at - 1].stop, phrase.start)
    ):
        within = acts[at - 1]
        return within.led(Basis.LIST, at - 1) if within is not None and within.basis is Basis.POSSESSIVE else None
    if not at:
        return None
    if citing.act is None and (subject := of_amending_subject(text, phrases, acts, at)) is not None:
        return subject
    if (visa := _of_visa(text, phrases, acts, at)) is not None:
        return visa
    if phrases[at - 1].kind == "act":
        if (said := _in_visa(text, phrases, acts, at)) is not None:
            return said
        return _opened(text, phrases, acts, at) or _of_topic(text, phrases, acts, at)
    before = acts[at - 1]
    if (listed := _on_in_visa(text, phrases, acts, at)) is not None:
        return listed
    if before is None or before.basis is not Basis.POSSESSIVE or before.antecedent is None:
        return None
    goes_on = phrases[at - 1].kind == "article" and are_coordinated(text, phrases, at - 1)
    return before if goes_on and _topic(text, before.antecedent.start) is not None else None


_OURS_ENDS = ("os ", "tre ", "on ", "es ")
_OURS = compiled(r"(?<!\w)(?:[nv]os|[nv]otre|[mt]on|[mt]es) $", re.IGNORECASE)


def _is_ours(text: str, phrase: Phrase) -> bool:
    """Whether low numbers are said to be of those who write, or of those they write to: "notre article 5"."""
    start = phrase.start
    return may_be_of_contract(numbers_of(phrase)) and _OURS.search(text, max(0, start - 6), start) is not None


_IBIDEM = compiled(
    r"(?<!\w)(?:ibid(?:em)?|idem|id|eod(?:em)?|op\. cit)\.?"
    r"(?:,? ?\(?| ?[:|\t] ?|,? (?:pour|à|en ce qui concerne|s'agissant de|concernant) )(?:l'|les )?$"
    r"|(?:^|[\n|]) ?[〃″\"] ?[|\t] ?$",
    re.IGNORECASE,
)
_IBIDEM_BEHIND = compiled(
    r",? \(?(?:ibid(?:em)?|idem)(?!\w)|,? du même(?= ?(?:[;,.)\n]|$))"
    r"| ?[|\t] ?(?:(?:ibid(?:em)?|idem|id)\.?|[〃″\"])(?= ?(?:[|\t\n]|$))",
    re.IGNORECASE,
)
_IBIDEM_BEGINS = frozenset((", ", " i", " I", " d", " (", " |", "\ti", "\tI", "\t〃", "\t″", '\t"'))
_LONGEST_IBIDEM = 36  # characters
_IBIDEM_MARKS = ("id", "Id", "ID", "od", "cit", "〃", "″", '"')
"""Letters and signs of which one is in such words."""


def _says_again(text: str, phrase: Phrase) -> bool:
    """Whether the words around an article say that it is of the act cited before: "ibid., art. 5", "art. 6, idem"."""
    behind = phrase.stop
    if text[behind : behind + 2] in _IBIDEM_BEGINS and _IBIDEM_BEHIND.match(text, behind) is not None:
        return True
    before = text[max(0, phrase.start - _LONGEST_IBIDEM) : phrase.start]
    return any(mark in before for mark in _IBIDEM_MARKS) and _IBIDEM.search(before) is not None


def _again(text: str, phrases: Sequence[Phrase], acts: Acts, at: int) -> Decision | None:
    """The act of the phrase before, which is no other where that is not known."""
    if not at:
        return unknown(Reason.NO_ACT_BEFORE)
    before, act = phrases[at - 1], acts[at - 1]
    if act is None:
        return unknown(Reason.UNKNOWN_NAME) if is_headed_by_unread(text, phrases, at - 1) else None
    span = act.antecedent or (None if before.act is None else Span(before.act.start, before.act.end))
    return Decision(act.act, Via.ANAPHORA, Basis.SAME if act.act else Basis.NONE, span, act.reason)


_BESIDE_DIVISION = compiled(r" ?, ?| ?\( ?")
_VISA_GOES_ON = compiled(rf",? ?(?:et |ou |ainsi que )?(?:{NOTABLY} )?(?:(?:les|aux|en) |(?:à )?l'|à )?")


def _on_in_visa(text: str, phrases: Sequence[Phrase], acts: Acts, at: int) -> Decision | None:
    """The act of a visa whose list goes on: "Vu le code …, notamment ses articles L. 1 et les articles R. 1"."""
    begin = at - 1
    if (
        phrases[begin].kind != "article"
        or _VISA_GOES_ON.fullmatch(text, phrases[begin].stop, phrases[at].start) is None
    ):
        return None
    while begin and phrases[begin].kind != "act" and phrases[begin].act is None and at - begin < _MOST_IN_VISA:
        begin -= 1
    name, act = phrases[begin].act, acts[begin]
    if phrases[begin].kind != "act" or act is None or act.act is None or name is None or name.how is not How.NAMED:
        return None
    start, stop = name.start, phrases[at].start
    if _VISA.search(text, max(0, start - 8), start) is None or ";" in text[name.end : stop]:
        return None
    if sentence_ends(text, name.end, stop):
        return None
    if name.nature != "code" and has_all(act.act, numbers_of(phrases[at])) is False:
        return None
    return Decision(act.act, Via.EXPLICIT, Basis.LEADS_ON, Span(start, name.end))


_MOST_IN_VISA = 20  # articles
_PROPOSED = compiled(r"(?:propos|prév|modifi|résult)\w* (?:par|de) (?:l'|les )$")
_TEXT_PROPOSED = compiled(r"(?:textes?|rédactions?|dispositifs?) (?:proposée?|présentée?)s? par (?:l'|les )$")
_PROPOSING = 40  # characters


def _of_bill(text: str, phrase: Phrase) -> Decision | None:
    """No act, where a bill says what becomes of an article: "le texte proposé par l'article 5 pour l'article 9"."""
    beside = text.startswith(("l'art", "les art"), phrase.stop + len(" pour "))
    proposed = (_PROPOSED if beside else _TEXT_PROPOSED).search(text, max(0, phrase.start - _PROPOSING), phrase.start)
    return None if proposed is None else unknown(Reason.ACT_WITHOUT_ID, Via.EXPLICIT)


_STANDS_BY = ("après l'", "avant l'")
_IN_BILL = compiled(r"(?:projet|proposition) de loi,? (?:\w+ ){0,4}(?:après|avant) l'$")
"""Where an article of a bill stands: "est inséré dans le projet de loi, après l'article 11"."""
_READ = compiled(
    r",? (?:introduit|inséré|ajouté|adopté|supprimé|rétabli|issu|voté|examiné)e?s?"
    r" (?:en|lors de la|au cours de la|dès la|par|d[eu'])"
    r" ?(?:(?:première|deuxième|seconde|nouvelle|la) lecture|l'Assemblée nationale|le Sénat|la commission|l'amendement"
    r"|(?:un|des) amendements?)(?!\w)"
)
"""What is said of the articles of a bill: "introduits en première lecture"."""
_READ_BEGINS = tuple(
    f"{comma}{word}" for comma in (" ", ", ") for word in ("in", "aj", "ad", "sup", "rét", "iss", "vot", "exa")
)

_WHO = r"(?:l'Assemblée|le Sénat|[lv][ao](?:tre)? commission|les (?:députés|sénateurs)|[lv]e?(?:otre)? rapporteure?)"
_DONE = r"(?:adopt|supprim|rétabli|rejet|vot|modifi|examin|introduit|inséré|ajout|réécri|complét)\w*"
_DEBATED = compiled(
    rf"(?<!\w){_WHO}(?: [^.;:\n]{{1,60}}?)? (?:a|ont) (?:[^.;:\n]{{1,60}}? et (?:a )?)?(?:\w+ ){{0,2}}?{_DONE}"
    r" (?:sans modification )?(?:l'|les )$",
    re.IGNORECASE,
)
"""What stands before an article of the bill that a report is on: "la commission a supprimé l'article 25"."""
_DEBATED_BEHIND = compiled(
    rf",? (?:(?:a été|est|avait été|qui a été|tel qu'|\w+ment|déjà|non) ){{0,2}}{_DONE} "
    rf"(?:[\w' ]{{1,30}} )?par {_WHO}(?!\w)"
)
"""What is said behind one: "l'article 25, précédemment adopté par l'Assemblée"."""
_LONG_SUBJECT = 120  # characters
_DONE_BEFORE = ("é l'", "i l'", "i les ", "t l'", "n l'", "s l'", "é les ", "t les ", "n les ", "s les ")
_DONE_BEHIND = tuple(
    f"{comma}{word}" for comma in (" ", ", ") for word in ("a", "e", "p", "d", "n", "r", "s", "t", "q")
)
"""Where such words may end or begin: few articles stand so."""


def _is_debated(text: str, phrase: Phrase) -> bool:
    """Whether an article is one of a bill, by what a house of parliament has done with it."""
    if text.startswith(_DONE_BEHIND, phrase.stop) and _DEBATED_BEHIND.match(text, phrase.stop) is not None:
        return True
    start = phrase.start
    done = text.endswith(_DONE_BEFORE, 0, start)
    return done and _DEBATED.search(text, max(0, start - _LONG_SUBJECT), start) is not None


_VISA = compiled(r"(?<!\w)(?:[Vv]us?|VUS?) (?:le |la |l'|les )?$")
_NOTABLY = compiled(rf" ?,? ?(?:et )?{NOTABLY}(?: en)? (?:l'|les )", re.IGNORECASE)


_NOTABLY_BEFORE = compiled(rf",? (?:et )?{NOTABLY},? (?:l'|les |en (?:l'|les )|aux )$", re.IGNORECASE)
_NOTABLY_FAR = 32  # characters


def _of_visa(text: str, phrases: Sequence[Phrase], acts: Acts, at: int) -> Decision | None:
    """The code of a division that a visa names: "Vu le titre Ier du livre V du code X …, et notamment les articles"."""
    before, act, start = phrases[at - 1], acts[at - 1], phrases[at].start
    if before.kind != "division" or act is None or act.act is None or before.act is None:
        return None
    if before.act.how is not How.NAMED or ";" in text[before.stop : start]:
        return None
    if _VISA.search(text, max(0, before.start - 8), before.start) is None:
        return None
    if _NOTABLY_BEFORE.search(text, max(before.stop, start - _NOTABLY_FAR), start) is None:
        return None
    return Decision(act.act, Via.EXPLICIT, Basis.LEADS_ON, Span(before.act.start, before.act.end))


def _in_visa(text: str, phrases: Sequence[Phrase], acts: Acts, at: int) -> Decision | None:
    """The act of a visa that goes on with articles which it is not known to have: "Vu le code …, notamment les".

    They may be those of another day.
    """
    before, act = phrases[at - 1], acts[at - 1]
    if act is None or act.act is None or before.act is None or before.act.how is not How.NAMED:
        return None
    start = before.act.start
    if _NOTABLY.fullmatch(text, before.stop, phrases[at].start) is None:
        return None
    if _VISA.search(text, max(0, start - 8), start) is None or has_all(act.act, numbers_of(phrases[at])) is True:
        return None
    return Decision(act.act, Via.EXPLICIT, Basis.LEADS_ON, Span(start, before.act.end))


_TOPIC = compiled(r"(?:(?P<opens>(?:^|[.;:«»\n]) ?D(?:u|e la|e l') ?)|[,;] (?:et |puis |enfin )?d(?:u|e la|e l') ?)$")
_TOPICAL = compiled(
    r",? ?(?:(?:on|l'on|nous|je|vous|il faut|il convient de) (?:[a-zà-ÿ]{3,} ){1,3})?(?:notamment |surtout )?"
    r"(?:l'|les )"
)
_OF = ("u ", "e la ", "e l'")
_TOPIC_BEFORE = 16  # characters
_TOPICS = 8  # phrases


def _topic(text: str, start: int) -> re.Match[str] | None:
    """What makes an act that of which its clause speaks: "Du code civil on retient …, du code pénal …"."""
    if not text.endswith(_OF, 0, start):
        return None
    return _TOPIC.search(text, max(0, start - _TOPIC_BEFORE), start)


def _of_topic(text: str, phrases: Sequence[Phrase], acts: Acts, at: int) -> Decision | None:
    """The act of which an article is taken: "Du code civil on retient l'article 6, du code pénal l'article 122-4"."""
    before, act = phrases[at - 1], acts[at - 1]
    if act is None or act.act is None or before.act is None or before.act.how is not How.NAMED:
        return None
    topic = _topic(text, before.act.start)
    if topic is None or _TOPICAL.fullmatch(text, before.stop, phrases[at].start) is None:
        return None
    if not topic["opens"]:
        first = next((j for j in range(at - 2, max(-1, at - _TOPICS), -1) if phrases[j].kind == "act"), None)
        if first is None or _topic(text, phrases[first].start) is None:
            return None
        if sentence_ends(text, phrases[first].stop, before.start):
            return None
    if not may_have_all(act.act, numbers_of(phrases[at])):
        return None
    return Decision(act.act, Via.ANAPHORA, Basis.POSSESSIVE, Span(before.act.start, before.act.end))


def _opened(text: str, phrases: Sequence[Phrase], acts: Acts, at: int) -> Decision | None:
    """The act that opens the sentence of an article, directly before it; behind a colon also a bare one."""
    before, act = phrases[at - 1], acts[at - 1]
    between = _OPENED.fullmatch(text, before.stop, phrases[at].start)
    if between is None or act is None or before.act is None or before.act.how not in (How.NAMED, How.SAME):
        return None
    if before.act.how is How.SAME and act.act is None:
        return None
    start = before.act.start
    opens = _OPENS.search(text, max(0, start - _OPENING), start)
    aside = between["within"] is not None  # "La loi …, à l'article 5, prévoit"
    if opens is None or (between["comma"] and not between["see"] and not opens["according"] and not aside):
        return None
    if act.act is None:
        return unknown(Reason.NO_ACT_BEFORE)
    if not may_have_all(act.act, numbers_of(phrases[at])):
        return None if between["year"] is None else unknown(Reason.NO_ACT_BEFORE)
    return Decision(act.act, Via.ANAPHORA, Basis.POSSESSIVE, Span(start, before.act.end))


_WITHIN = compiled(
    r"(?<!\w)(?:dans (?:le |la |l')|(?:codifi|transpos|intégr|inscri|inséré|introdui|repri)\w* (?:au |à la |à l'))$"
)
_PLACED = compiled(r" ?,? ?(?:aux |à l'|en son |en ses |à son |à ses |sous l'|sous les )")


def _within(text: str, phrases: Sequence[Phrase], acts: Acts, at: int, citing: CitingArticle) -> Decision | None:
    """The act that has an article at which something stands: "repris dans le code X aux articles L. 1 et L. 2"."""
    before, act = phrases[at - 1], acts[at - 1]
    if act is None or before.act is None or before.act.how is not How.NAMED:
        return None
    start = before.act.start
    placed = _PLACED.fullmatch(text, before.stop, phrases[at].start)
    if placed is None:
        return None
    if _WITHIN.search(text, max(0, start - _OPENING), start) is None:
        numbers = numbers_of(phrases[at])
        alike = act.act is not None and bool(numbers) and all(numbers_alike(act.act, number) for number in numbers)
        if not alike or citing.act is None or has_all(citing.act, numbers) is True:
            return None  # "du code des assurances aux articles A. 310-8 et A. 310-9"
    if act.act is None:
        return unknown(Reason.NO_ACT_BEFORE)
    return Decision(act.act, Via.ANAPHORA, Basis.LIST, Span(start, before.act.end))

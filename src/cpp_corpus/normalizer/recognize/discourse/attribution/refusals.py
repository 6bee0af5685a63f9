"""Articles that are not of the act that speaks, though none other is named for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from cpp_corpus.lang.acts import ACTS, has_none_like, has_number, numbers_alike
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Relation, Via
from cpp_corpus.normalizer.recognize.discourse.abroad import country_of
from cpp_corpus.normalizer.recognize.discourse.attribution.asides import is_of_clause
from cpp_corpus.normalizer.recognize.discourse.attribution.coordination import (
    CODES,
    FEW,
    HAVE_ARTICLES,
    Acts,
    is_of_code,
)
from cpp_corpus.normalizer.recognize.discourse.attribution.sentences import named_behind
from cpp_corpus.normalizer.recognize.discourse.attribution.unread import is_headed_by_unread
from cpp_corpus.normalizer.recognize.discourse.context import (
    NEXT_NUMBERS,
    OwnTitles,
    by_context,
    calls_itself_contract,
    is_contract,
    may_be_of_contract,
    stands_by_itself,
)
from cpp_corpus.normalizer.recognize.discourse.decision import (
    CitingArticle,
    Decision,
    are_prefixed,
    has_all,
    is_never_of,
    may_have_all,
    natures_of,
    numbers_of,
    unknown,
)
from cpp_corpus.normalizer.recognize.discourse.scopes import ends_sentence
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.qualifiers import has_verb, is_open
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["give_codes_their_own", "refuse_amended", "refuse_other_numbers"]


def refuse_amended(
    text: str,
    phrases: Sequence[Phrase],
    acts: Sequence[Decision | None],
    relations: Sequence[Relation],
    citing: CitingArticle,
) -> Sequence[Decision | None]:
    """``acts``, with those left open that a text added to an agreement changes without its name.

    "L'article 28 du chapitre II est modifié" is said of the agreement, or of another text that was added to it before.
    """
    if citing.act is None or _ADDED_TEXT.match(citing.act) is None:
        return acts
    known = list(acts)
    end = -_NEAR  # of what was left open last
    for at, phrase in enumerate(phrases):
        changed = (
            relations[at] is Relation.AMENDS
            or (phrase.kind == "division" and phrase.start < end + _NEAR)
            or (at + 1 < len(phrases) and _BECOMES.search(text, phrase.stop, phrases[at + 1].start) is not None)
            or _is_part_of_change(text, phrases, relations, at)
        )
        if changed and acts[at] is None and phrase.kind in HAVE_ARTICLES and not phrase.present:
            known[at] = Decision(None, Via.DEFAULT, Basis.NONE, reason=Reason.ACT_UNCLEAR)
            end = phrase.stop
    return known


_PLACE = compiled(
    r"(?P<beside>(?:[Aa]près|[Aa]vant) (?:l['ea]s? ?)?)$"
    r"|(?:^|[.;:\n]) ?(?:\w+[.)°] ?)?(?:Au |[ÀA] la |[ÀA] l'|Dans l[ae] )$"
)
_PLACE_LONG = 16  # characters
_CLAUSE = compiled(r"[^.;:\n]{0,200}")
_IS_CHANGED = compiled(
    r" (?:est|sont)(?: \w+)? (?:modifi|abrog|remplac|complét|supprim|rédig|réécri|révis|actualis|r?ajout|intégr)"
    r"(?:ée?s?|te?s?)(?!\w)"
)
_TO_CHANGE = compiled(
    r"(?<!\w)(?:modifi|complét|remplac|supprim|insér|intégr|r?ajout|cré|abrog|révis|actualis|réécri|introdui)(?:er|re)"
    r"(?: à)? (?:l'|les? |la |une? (?:nouvel(?:le)? )?)$"
)
_TO_CHANGE_LONG = 32  # characters


def _is_part_of_change(text: str, phrases: Sequence[Phrase], relations: Sequence[Relation], at: int) -> bool:
    """Whether something new stands beside or in it, or a part of it is changed: "Après l'article 5, il est inséré un".

    So "Au chapitre II, il est inséré un article 7", "le point e de la section 2 est modifié", and what one agrees to
    change: "Les parties décident de modifier l'article 5".
    """
    phrase = phrases[at]
    if _IS_CHANGED.match(text, phrase.stop) is not None:
        return True
    if _TO_CHANGE.search(text, max(0, phrase.start - _TO_CHANGE_LONG), phrase.start) is not None:
        return True
    place = _PLACE.search(text, max(0, phrase.start - _PLACE_LONG), phrase.start)
    if place is None:
        return False
    pairs = ((at, at + 1), (at - 1, at)) if place["beside"] else ((at, at + 1),)
    return any(
        one >= 0
        and other < len(phrases)
        and relations[other if one == at else one] is Relation.AMENDS
        and _CLAUSE.fullmatch(text, phrases[one].stop, phrases[other].start) is not None
        for one, other in pairs
    )


_BECOMES = compiled(r"(?<!\w)devien(?:t|nent)(?: respectivement)? (?:l'|les? |l'article )$")
"""What stands between an article and its new number: "l'ancien article 4, intitulé …, devient l'article 7"."""
_NEAR = 8  # characters between an article and the division that it is in
_ADDED_TEXT = re.compile(r"idcc:[0-9]+:")


def _refuse_foreign(text: str, phrases: Sequence[Phrase], acts: Acts, whole: str) -> None:
    """Leave open what a text on the law of another country says without an act."""
    if None not in acts:
        return
    abroad = country_of(whole) is not None
    named = None  # where the act of another country ends that was named last
    for at, phrase in enumerate(phrases):
        act = acts[at]
        if act is None and phrase.kind in HAVE_ARTICLES and not phrase.present:
            if abroad or (named is not None and not ends_sentence(text, named, phrase.start)):
                acts[at] = Decision(None, Via.CONTEXT, Basis.NONE, reason=Reason.FOREIGN_ACT)
        elif phrase.act is not None and act is not None:
            named = phrase.stop if act.reason is Reason.FOREIGN_ACT else None


def refuse_other_numbers(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Give no act to numbers of which the citing act has none alike: "l'article 5", in a code of L., R. and D. only."""
    act = citing.act
    if act is None:
        return
    if citing.article is None:
        _refuse_foreign(text, phrases, acts, citing.whole or text)
    if citing.article is None and _calls_itself_another(phrases, act, _OF_RULES):
        for at, phrase in enumerate(phrases):
            numbers = numbers_of(phrase)
            if acts[at] is None and phrase.kind == "article" and numbers and may_be_of_contract(numbers):
                acts[at] = unknown(Reason.NO_ACT_NAMED, Via.DEFAULT)
    if citing.article is None and _calls_itself_another(phrases, act, _PRESENTED):
        _refuse_presented(text, phrases, acts, act)
        return
    if citing.article is None:
        _refuse_own(text, phrases, acts, citing)
        _refuse_beside_unread(text, phrases, acts)
        for at in range(len(phrases) - 1):
            if acts[at] is None and _may_be_of_next(text, phrases, acts, at, act):
                acts[at] = unknown(Reason.ACT_UNCLEAR)
        _refuse_shared_numbers(text, phrases, acts, act)
        _refuse_behind_semicolons(text, phrases, acts, act)
        _refuse_below_lines(text, phrases, acts, act)
    if act not in ACTS:
        for at, phrase in enumerate(phrases):
            if acts[at] is not None or phrase.kind != "article":
                continue
            if is_headed_by_unread(text, phrases, at):
                acts[at] = unknown(Reason.UNKNOWN_NAME, Via.EXPLICIT)
            elif (own := numbers_of(phrase)) and is_of_code(citing, own):
                acts[at] = named_behind(text, phrases, acts, at, own) or unknown(Reason.OTHER_NUMBERING, Via.DEFAULT)
        return
    for at, phrase in enumerate(phrases):
        if acts[at] is None and phrase.kind == "article":
            numbers = numbers_of(phrase)
            if phrase.its and not (at and phrases[at - 1].kind == "division"):  # "le livre II, sauf ses articles"
                if not numbers or numbers[0][0] not in "lrd" or has_all(act, numbers) is False:
                    acts[at] = unknown(Reason.NO_ACT_BEFORE)
                continue
            if is_headed_by_unread(text, phrases, at):
                acts[at] = unknown(Reason.UNKNOWN_NAME, Via.EXPLICIT)
                continue
            if numbers and has_all(act, numbers) is False:
                alike = any(numbers_alike(act, each) for each in numbers)
                acts[at] = named_behind(text, phrases, acts, at, numbers, alike=alike)
                if acts[at] is None and not any(_numbers_alike(citing, act, each) for each in numbers):
                    acts[at] = unknown(Reason.OTHER_NUMBERING, Via.DEFAULT)
        elif acts[at] is None and phrase.kind == "division" and at and not phrase.present:
            article, before = acts[at - 1], phrases[at - 1]
            refused = article is not None and article.reason is Reason.OTHER_NUMBERING and before.kind == "article"
            if refused and _OF_DIVISION.fullmatch(text, before.stop, phrase.start) is not None:
                acts[at] = article  # "l'article 4 du chapitre 2"


def _refuse_presented(text: str, phrases: Sequence[Phrase], acts: Acts, act: str) -> None:
    """Give no act to what a text that is another one than ``act`` says of its own articles: "le présent arrêté"."""
    _tell_codes_by_context(text, phrases, acts)
    rests_on_code = not _calls_itself_another(phrases, act, _AMENDING)
    for at, phrase in enumerate(phrases):
        present = phrase.present and phrase.kind == "division"  # it may stand before a note on "la présente loi"
        if acts[at] is not None or phrase.kind not in HAVE_ARTICLES or phrase.act is not None or present:
            continue
        numbers = numbers_of(phrase)
        if not (rests_on_code and _are_of_codes(numbers) and _only_own_has(acts, numbers, act)):
            acts[at] = unknown(Reason.NO_ACT_NAMED, Via.DEFAULT)


_OF_DIVISION = compiled(r",? ?(?:du|de la|de l'|des)? ?")


def _refuse_shared_numbers(text: str, phrases: Sequence[Phrase], acts: Acts, own: str) -> None:
    """Give no act to numbers with a prefix that a code has which their sentence names: it may be that of either.

    Where the code that speaks has no such number, the one that is named is the one that is meant.
    """
    for at, phrase in enumerate(phrases):
        if acts[at] is not None or phrase.kind != "article" or phrase.its or phrase.present:
            continue
        numbers = numbers_of(phrase)
        if not numbers or any(number[0] not in "lrd" or "-" not in number for number in numbers):
            continue
        named = _code_of_sentence(text, phrases, acts, at, numbers)
        if named >= 0 and (act := acts[named]) is not None and act.act != own:
            lacks = has_all(own, numbers) is False
            acts[at] = act.led(Basis.LEADS_ON, named) if lacks else unknown(Reason.ACT_UNCLEAR)


_NEXT_CLAUSE = frozenset(f"{sign}{the}" for sign in ("; ", " ; ", ": ", " : ", ", ") for the in ("l'", "les "))


def _refuse_behind_semicolons(text: str, phrases: Sequence[Phrase], acts: Acts, own: str) -> None:
    """Give no act to the article of a clause behind one of another act: "l'article 24 de la loi … ; l'article 7 moud".

    It may be that of either, where both may have it.
    """
    for at in range(1, len(phrases)):
        phrase, before, act = phrases[at], phrases[at - 1], acts[at - 1]
        if (
            acts[at] is not None
            or phrase.kind != "article"
            or phrase.its
            or text[before.stop : phrase.start] not in _NEXT_CLAUSE
        ):
            continue
        if before.kind != "article" or before.act is None or before.act.how is not How.NAMED:
            continue
        numbers, other = numbers_of(phrase), None if act is None else act.act
        if other not in {None, own} and may_have_all(other, numbers) and has_all(own, numbers) is not False:
            acts[at] = unknown(Reason.ACT_UNCLEAR)


def _refuse_own(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Give no act to the articles of a contract itself: "selon l'article 22", "l'article 16.3 ci-dessus"."""
    whole = citing.whole or text
    contract = not (citing.act or "").startswith(_AGREED) and (is_contract(whole) or calls_itself_contract(whole))
    enacts = _ENACTS.search(text) if citing.act in ACTS and any(word in text for word in _ENACTING) else None
    titles = None if enacts is None else OwnTitles(text)
    for at, phrase in enumerate(phrases):
        if acts[at] is not None or phrase.kind != "article" or phrase.its or phrase.act is not None:
            continue
        numbers = numbers_of(phrase)
        dotted = citing.act in ACTS and any("." in number for number in numbers) and stands_by_itself(text, phrase)
        own = contract or (
            enacts is not None
            and titles is not None
            and enacts.end() < phrase.start
            and titles.have(phrase.start, numbers)
        )
        if dotted or (own and numbers and may_be_of_contract(numbers)):
            acts[at] = unknown(Reason.NO_ACT_NAMED, Via.DEFAULT)


_UNREAD = frozenset((Reason.ACT_WITHOUT_ID, Reason.UNKNOWN_NAME))


def _refuse_beside_unread(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give no act to the articles behind one of a text that is not read: "Le bail, en son article 4, … ; l'article 5".

    In another sentence, or behind a name that is not known, those that are the next ones of it.
    """
    named = False  # whether that text is one by its noun: "le bail", "notre accord"
    high = 0  # the number of the article before, where it is one of such a text
    for at, phrase in enumerate(phrases):
        act, numbers = acts[at], numbers_of(phrase)
        if phrase.kind != "article" or not numbers or not may_be_of_contract(numbers):
            high = 0
            continue
        highest = max(int(number.partition(".")[0]) for number in numbers)
        if act is not None:
            high = highest if act.reason in _UNREAD and act.via is not Via.DEFAULT else 0
            named = act.reason is Reason.ACT_WITHOUT_ID
        elif not high or phrase.act is not None or phrase.its or phrase.present:
            high = 0
        elif high < highest <= high + NEXT_NUMBERS or (
            named and not ends_sentence(text, phrases[at - 1].stop, phrase.start)
        ):
            acts[at] = unknown(Reason.ACT_UNCLEAR)
            high = highest
        else:
            high = 0


_AGREED = ("idcc:", "traite:")
_ENACTING = ("ARR", "CIDE", "LIB")
_ENACTS = compiled(r"(?<!\w)(?:ARR[ÊE]TE(?:NT)?|D[ÉE]CIDE(?:NT)?|D[ÉE]LIB[ÈE]RE(?:NT)?)(?!\w)")
"""The word behind which the articles of an order or a decision stand: "ARRÊTE : Article 1er"."""
_NEXT_LINE = compiled(
    r"(?: (?:relati|portant|tendant|sur|pour|modifiant|fixant|visant|de programm|d'orient)[^\n.;:]{3,200})?[ :;,.]{0,3}"
    r"\n{1,3}[ \t]*(?:(?:[-–—•·*]|#{1,4}|\d{1,2}°|[a-z]\))[ \t]+)?(?:L'|Les |l'|les )?"
)
"""What stands between the line of an act, or of an article of it, and the next one."""
_LINE_OF = compiled(
    r"(?:^|\n)[ \t]*(?:[-–—•·*#]+[ \t]+)?"
    r"(?:(?:(?:TITRE|LIVRE|CHAPITRE|SECTION|PARTIE|Titre|Livre|Chapitre|Section|Partie) )?"
    r"(?:[IVX]{1,5}(?:er)?|\d{1,2}|[A-H])(?:[.)](?: ?[–—:-])?| ?[–—:-]) )?(?:La |Le |L'|LA |LE )?$"
)


def _refuse_below_lines(text: str, phrases: Sequence[Phrase], acts: Acts, own: str) -> None:
    """Give no act to articles each on a line, below the line of another act: that may be the one that is meant."""
    below, reason = False, Reason.ACT_UNCLEAR
    for at, phrase in enumerate(phrases[1:], 1):
        before, act = phrases[at - 1], acts[at - 1]
        if before.kind == "act":
            start = before.start
            alone = _LINE_OF.search(text, max(0, start - _LINE_BEGINS), start) is not None
            foreign = act is not None and act.reason is Reason.FOREIGN_ACT
            below = alone and act is not None and (foreign or act.act not in {None, own})
            reason = Reason.FOREIGN_ACT if foreign else Reason.ACT_UNCLEAR
        below = below and phrase.kind == "article" and _NEXT_LINE.fullmatch(text, before.stop, phrase.start) is not None
        if below and acts[at] is None:
            acts[at] = unknown(reason)


_LINE_BEGINS = 24  # characters
_NEXT_ONES = 2  # phrases


def _code_of_sentence(text: str, phrases: Sequence[Phrase], acts: Acts, at: int, numbers: Sequence[str]) -> int:
    """The index of the nearest phrase of a sentence that names a code that has the numbers, else -1.

    It names the code on its own, or is one of the next articles.
    """
    for other in chain(range(at - 1, max(-1, at - FEW), -1), range(at + 1, min(len(phrases), at + FEW))):
        named, act = phrases[other], acts[other]
        beside = (
            named.kind == "article"
            and at < other <= at + _NEXT_ONES
            and not (other == at + 1 and is_of_clause(text, phrases[at], named))
        )
        if named.act is None or named.act.how is not How.NAMED or not (beside or named.kind == "act"):
            continue
        if act is None or act.act is None or not act.act.startswith(CODES) or has_all(act.act, numbers) is not True:
            continue
        first, second = sorted((at, other))
        if not ends_sentence(text, phrases[first].stop, phrases[second].start):
            return other
    return -1


_LEADS_TO_ACT = compiled(
    r"(?:[^.;:\n]|\.(?=,| ?[\da-z])){0,160}(?:,|\)| [^\s,.;:]{2,})"
    r" (?P<of>du |de la |de l'|au sein (?:du |de la |de l'))"
)
"""Words between a number and the act behind it, in one clause."""


_OF_OTHER_WORDS = compiled(
    r"(?:(?<!\w)(?:à la différence|à l'instar|à l'inverse|à l'exclusion|à l'exception|en dehors|indépendamment"
    r"|sans préjudice|et (?:l'ensemble|la totalité|l'intégralité))"
    r"|(?<!\w)(?:qui|lequel|laquelle) (?!figur|compt|appart|rel[eè]v|fait|font|se |est|sont)[^.;:()\n]{2,60}"
    r" (?:aux|les|des) (?:règles|dispositions|prescriptions|principes|exigences))"
    r" (?:du |de la |de l')$"
)
"""Words to which the act behind them belongs: "l'article 9, à la différence du code", "qui déroge aux règles du"."""
_IS_OF = compiled(
    r"(?: ?, qui)? (?:est|sont|fait|font)(?:-ils?)?(?: bien| donc| aussi)?(?: partie)? (?:du |de la |de l'|des )"
)
"""The verb with which an article is said to be of an act: "l'article 9 est-il de la loi n° 2020-12 ?"."""
_BESIDE_ACT = compiled(r" ?[|\t] ?(?:la |le |l')?| ?[:.–-] ?[^\W\d][^.;:()\n]{2,100} \((?:la |le |l')?")
"""What stands between a number and an act in the next cell, or in brackets behind a title: "5 : moulins (loi n° …)"."""


def _is_decision(phrase: Phrase) -> bool:
    return phrase.kind == "act" and phrase.act is not None and phrase.act.nature.startswith("decision-c")


_CLOSING_ASIDE = frozenset(("act", "article"))
_CLAUSE_ALONE = compiled(r"[^.;:\n]{2,160}")


def _may_be_of_next(text: str, phrases: Sequence[Phrase], acts: Acts, at: int, own: str) -> bool:
    """Whether an article may be of the act named behind it, in words that are not read: it is not the act that speaks.

    So where no verb stands between the two, and the text may be of anybody.
    """
    phrase, behind = phrases[at], at + 1
    while behind + 1 < len(phrases) and _is_decision(phrases[behind]):
        behind += 1
    following, act = phrases[behind], acts[behind]
    name = following.act
    if (
        phrase.kind != "article"
        or following.kind not in _CLOSING_ASIDE
        or act is None
        or act.act in {None, own}
        or name is None
        or name.how is not How.NAMED
    ):
        return False
    numbers = numbers_of(phrase)
    if (
        following.kind == "article"
        and (is_of_clause(text, phrase, following) or _has_none_like(act.act, numbers))
        and has_all(own, numbers) is not False
    ):
        return False
    if following.kind == "article":  # "l'article 5, sous réserve de ce qui est dit de l'article 6, du décret"
        closed = text.startswith(",", phrase.stop) and text.startswith(",", following.items[-1].end)
        apart = closed and name.start > following.start
        return apart and _CLAUSE_ALONE.fullmatch(text, phrase.stop, name.start) is not None
    if _IS_OF.fullmatch(text, phrase.stop, name.start) is not None:
        return True
    if not _has_none_like(act.act, numbers) and _BESIDE_ACT.fullmatch(text, phrase.stop, name.start) is not None:
        return True
    between = _LEADS_TO_ACT.fullmatch(text, phrase.stop, name.start)
    if between is None or is_open(text, phrase.stop, between.start("of")):
        return False  # "l'article 9, distinct du code"
    if _OF_OTHER_WORDS.search(text, phrase.stop, name.start) is not None:
        return False
    return not has_verb(text, phrase.stop, name.start)


def _has_none_like(act: str | None, numbers: Sequence[str]) -> bool:
    """Whether an act can have none of the numbers, nor have had them."""
    if act is not None and act in ACTS:
        return all(has_none_like(act, number) for number in numbers)
    return is_never_of(act, numbers)


_PRIVATE = frozenset(("accord", "convention", "autre"))


def _tell_codes_by_context(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give numbers with a prefix in a contract, which has none such, the code named before that has them."""
    if not any(each.act and each.act.how is How.PRESENT and each.act.nature in _PRIVATE for each in phrases):
        return
    told = list(acts)
    by_context(text, phrases, told)
    for at, phrase in enumerate(phrases):
        act, numbers = told[at], numbers_of(phrase)
        if acts[at] is not None or act is None or phrase.kind != "article":
            continue
        if are_prefixed(numbers) and has_all(act.act, numbers) is True:
            acts[at] = act


def _only_own_has(acts: Acts, numbers: Sequence[str], own: str) -> bool:
    """Whether of the codes that a text names and the one that speaks only this has the numbers."""
    if has_all(own, numbers) is not True:
        return False
    return not any(
        act.act != own and has_all(act.act, numbers) is True
        for act in {each.act: each for each in acts if each is not None and each.act is not None}.values()
    )


_HIGH = re.compile(r"[0-9]{3,}")


def _are_of_codes(numbers: Sequence[str]) -> bool:
    """Whether numbers are such as no contract or order has: "L. 12-3", "1195"."""
    return are_prefixed(numbers) or (bool(numbers) and all(_HIGH.match(number) for number in numbers))


_UNKNOWN_OWNER = frozenset((Reason.ACT_UNCLEAR, Reason.ACT_WITHOUT_ID))


def give_codes_their_own(phrases: Sequence[Phrase], acts: Acts, own: str) -> None:
    """Leave to the code that speaks the numbers with a prefix that were taken for those of a text beside them.

    "la convention (articles L. 1237-11 et L. 1237-13)", "les articles L. 1152-1 et 1353 du code civil".
    """
    for at, phrase in enumerate(phrases):
        act, name = acts[at], phrase.act
        if act is None or act.reason not in _UNKNOWN_OWNER or act.via is not Via.EXPLICIT or phrase.kind != "article":
            continue
        end = phrases[at + 1].start if at + 1 < len(phrases) else phrase.stop + 1
        is_its_own = name is not None and phrase.items[-1].end <= name.start < end
        if not is_its_own and are_prefixed(numbers_of(phrase)) and _only_own_has(acts, numbers_of(phrase), own):
            acts[at] = None


_AMENDING = frozenset(("loi", "ordonnance"))
"""What a text may call itself that changes codes, and others than the one that was passed for it."""
_PRESENTED = frozenset(("loi", "ordonnance", "decret", "arrete", "accord", "convention", "decision", "autre"))
"""What a text may call itself: "la présente loi", "le présent accord", "les présentes"."""
_OF_RULES = frozenset(("statut", "charte", "protocole", "reglement-ue"))
"""The same of texts that rest on a code, whose numbers they cite without its name: "les présents statuts"."""


_REGULATIONS = ("decret:", "arrete:")
"""Acts that may call themselves "le présent règlement"."""


def _calls_itself_another(phrases: Sequence[Phrase], act: str, presented: frozenset[str]) -> bool:
    """Whether a text says of itself that it is of another nature, of ``presented``, than the act given for it."""
    natures = natures_of(act)
    if act.startswith(_REGULATIONS):
        natures |= {"reglement-ue"}
    return any(
        phrase.act is not None
        and phrase.act.how is How.PRESENT
        and phrase.act.nature in presented
        and phrase.act.nature not in natures
        for phrase in phrases
    )


def _numbers_alike(citing: CitingArticle, act: str, number: str) -> bool:
    """Whether a code numbers its articles so; the articles of the law may be in another code than the decrees.

    No code has a point in a number, unless for the hyphen that is meant: "1792.6". In a text that is no article of the
    code, a low one is rather that of a contract or a treaty: "16.3".
    """
    if "." in number:
        meant = citing.article is not None or not may_be_of_contract([number])
        return meant and has_number(act, number.replace(".", "-")) is True
    if numbers_alike(act, number):
        return True
    if number[0] not in "lrd" or numbers_alike(act, "1"):
        return False
    return any(numbers_alike(act, f"{letter}{number[1:]}") for letter in "lrd")

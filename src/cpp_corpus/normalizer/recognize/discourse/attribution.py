"""The pass that decides which act each phrase is of.

An article belongs to the act that its phrase names; else to one that is led over to it, by a coordination, the head of
its list, an exception; else to the citing act, for which the decision is ``None``. Which of two acts is meant is
decided by which of them has the number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise
from math import inf

from cpp_corpus.lang.acts import ACTS, has_none_like, has_number, numbers_alike, whole_of
from cpp_corpus.model.division import depth_of
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.context import by_context, stands_by_itself
from cpp_corpus.normalizer.recognize.discourse.decision import (
    CitingArticle,
    Decision,
    default_act,
    has_all,
    is_never_of,
    may_have_all,
    numbers_of,
    path_from,
    unknown,
)
from cpp_corpus.normalizer.recognize.discourse.naming import (
    NamedActs,
    act_named,
    country_of,
    had_by,
    named_later,
    of_unread,
    said_of,
)
from cpp_corpus.normalizer.recognize.discourse.scopes import Scope, Scoped, ScopeKind, ends_sentence, sentence_ends
from cpp_corpus.normalizer.recognize.fragments import DASHES, NOTABLY, compiled
from cpp_corpus.normalizer.recognize.grammar.acts import TOGETHER
from cpp_corpus.normalizer.recognize.grammar.articles import introduces
from cpp_corpus.normalizer.recognize.grammar.clauses import SUBJECT, cited_behind
from cpp_corpus.normalizer.recognize.grammar.qualifiers import OBJECT, has_verb, is_open
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Phrase

__all__ = ["acts_of", "named_before"]

Acts = list[Decision | None]

_COORDINATION = compiled(r"""
    \ ?[,;]? ?
    (?:et|ou|et/ou|mais|mais aussi|ainsi qu(?:e |')|(?:ou|et)[ ](?:encore|plutôt|même)|voire|puis|ensemble|(?P<than>que)
        |(?:ni|ainsi que|(?:tout )?comme)(?: ?, [a-zà-ÿ][^,;:.()\n\d]{1,60},)?|,)?  # the conjunction
    (?:[ ][–—][ ][a-zà-ÿ][^–—;:.()\n\d]{1,60}[ ][–—])? ?
    (?:(?:prévue?|définie?|visée?|réprimée?|punie?|sanctionnée?|prohibée?|incriminée?)s?[ ])?  # "… et réprimés par"
    (?:
        (?:à|de|d'|par|pour|sur|dans|par celles de|à ceux de|à celles de|de ceux de)? ?(?:l'|les|la|le)?
        |aux?|du|des
    )? ?
""")
_ASIDE = compiled(
    rf"(?:(?: ?, (?!{SUBJECT})(?P<words>[a-zà-ÿ][^,;:.()\n\d]{{2,120}})(?=,)"
    r"| [–—-] [^–—;:.()\n\d]{2,120} [–—-](?= ?[,e])| ?\([^()\n]{1,120}\))"
    r" ?,? ?(?:et|ou|ainsi qu[e']|puis|ensemble|ni|soit)|,? (?:et|ou|puis|soit|ni), [a-zà-ÿ][^,;:.()\n\d]{2,60},)"
    r" ?(?:(?:de |à |par )?(?:l'|les )|des? |du |aux? )?"
)
"""What stands between two members, the first of which has an aside: "l'article 5, alors cité, et l'article 7"."""
_INCLUDING = compiled(rf"""
    (?: (?:relative?s?|relatifs?|portant|fixant|modifiant|pris|prise|sur|pour|de finances|visant|tendant|instituant)
        [^,;.:\n]{{1,200}}?)?  # the title of the act
    (?:,? dite? [^,;.:()\n]{{1,40}}|,? ?\([^()\n]{{1,60}}\)|\))?
    \ ?,? ?\(?(?:et )?
    (?:{NOTABLY}|à l'exception
        |à l'exclusion|sauf|hormis|y compris|dont|exceptée?s?)
    (?: (?:au titre|en application|par les dispositions|les dispositions|celles|ceux))?
    \ ?(?:de la|de l'|des|du|de|à l'|aux?|par l'|par les|les?|l'|d')? ?
""")
_WHOSE = compiled(r"(?<!\w)dont(?!\w)")
_SUBJECT = compiled(r" ?, (?:l'|les )")
_COMPLEMENT = compiled(r"(?:de l'|des |du |aux |à l')$")
_OF_THIS_ONE = (" de cel", ", de cel", " de ce dern", " de cette dern")
_CELUI_CI = compiled(
    r"(?: ?,)? de ce(?:lui-ci|lui-là|(?P<feminine>lle-ci|lle-là)"
    r"|(?: dernier|(?P<last>tte dernière))"
    r"(?= ?[,;.:)\n]|$| (?:est|sont|et|ou|ne|n'|dispose|prévoit|précise|qui"
    r"|fixe|impose|énonce|vise|régit|garantit|permet|interdit|définit|institue|organise|renvoie|exige|réserve)(?!\w)))"
    r"(?!\w)"
)
_OPENS_ASIDE = frozenset((",", "(", "–", "—", "-", "e", "o"))
_THOSE_OF = compiled(r"(?:celles?|ceux|celui) (?:du|de la|des|de l') ?$", re.IGNORECASE)
_LAWS = ("loi:", "ordonnance:", "decret:", "arrete:")
_CODES = ("code-", "livre-")
_NEAR = 100  # phrases: what is further away is hardly meant again
_CLAUSE = compiled(r" (?:est|sont|était|étaient|peut|peuvent|doit|doivent|sera|seront)(?!\w)")
"""A word with which another clause begins."""
_OF_NOUN = re.compile(
    r"(?:[a-zà-ÿ]{3,}(?<!sein) +(?:du|de la|de l'|des?|d')|(?<!\w)(?<!dans )(?:les?|la|l')"
    r"|(?:contrairement|conformément|opposition|comparaison|(?:contr|simil)aires?|identiques?|semblables?|analogues?"
    r"|comparables?|rapport|comme) +(?:aux?|à la|à l'|dans l[ea']|dans les)) ?\Z"
)
"""What makes an act the complement of a word, or a subject or object: "aux règles du code …", "que le code …"."""
_COMPLEMENTED = 30  # characters
_AND = re.compile(r"(?<!\w)(?:et|ou|ni|soit|puis|que)(?!\w)")
_COMMA_ALONE = compiled(r"(?: ?\([^()\n]{1,120}\))? ?, ?(?:d[eu] |à )?(?:l'|les |aux |des )?")
"""What makes another article a further member, beside a conjunction."""
_OTHERS = frozenset(("act", "division"))
_FEW = 7  # phrases in which a sentence names the act of an article before them
_HAVE_ARTICLES = frozenset(("article", "division"))


def named_before(
    text: str, phrases: Sequence[Phrase], citing: CitingArticle, note: int | None = None
) -> Sequence[Decision | None]:
    """The act that each phrase names, by all that is named before it, wherever it stands; notes begin at ``note``.

    The antecedent of one that is named in full is the name itself: what another phrase is led back to.
    """
    named = NamedActs(text, citing, note)
    found: list[Decision | None] = []
    for phrase in phrases:
        name = phrase.act
        act = None if name is None else act_named(text, phrase, citing, named)
        if act is not None and name is not None and name.how is How.NAMED:
            act = act._replace(antecedent=Span(name.start, name.end))
        found.append(act)
    return found


def _note(scopes: Sequence[Scope]) -> int | None:
    """Where the notes begin."""
    return next((scope.start for scope in scopes if scope.kind is ScopeKind.NOTE), None)


def acts_of(text: str, scoped: Scoped, citing: CitingArticle) -> Sequence[Decision | None]:
    """The act of each phrase; ``None`` where it is the citing act by default."""
    phrases, scopes, amended = scoped
    heads: Mapping[int, int] = {} if amended is None else amended.heads
    acts: Acts = [None] * len(phrases)
    supplied: dict[int, Decision] = {}
    named, divided, alone = None, False, False
    for at, phrase in enumerate(phrases):
        division = phrase.kind == "division"
        if division or phrase.act is not None or phrase.its:
            divided = divided or division
            alone = alone or phrase.kind == "act"
            named = named or NamedActs(text, citing, _note(scopes))
            acts[at] = act_named(text, phrase, citing, named)
            if phrase.its and acts[at] is None:
                acts[at] = _of_sentence_before(text, phrases, acts, at)
            elif division and acts[at] is None and text.startswith(_OF_THIS_ONE, phrase.stop):
                acts[at] = _this_one(text, phrase, named)
            elif division and acts[at] is None and phrase.items[0].how is How.SAME:
                acts[at] = _of_same_division(phrases, acts, supplied, at)
        elif phrase.kind == "article":
            acts[at] = _told(text, phrases, acts, at, citing, named)
        if at in heads and acts[at] is None:
            of_head = _of_amended(phrases, at, heads[at], acts, supplied)
            if of_head is not None:
                supplied[at] = of_head
    if named is None:
        if citing.act is None:
            _refuse_unread_heads(text, phrases, acts)
        else:
            _refuse_other_numbers(text, phrases, acts, citing)
        return acts
    _lead_possessives(text, phrases, acts)
    if supplied:
        _lead_within_heads(text, phrases, acts, supplied)
    undecided = acts.count(None)
    if named.latest is not None:
        _name_later(text, phrases, acts, named)
    if undecided and undecided < len(acts):
        _lead_over_lists(text, phrases, acts, citing, named)
    if undecided and (divided or undecided < len(acts)):
        _lead_on(text, phrases, acts, scopes, citing)
    if alone and undecided:
        _lead_into_codes(text, phrases, acts)
    _supply_later(phrases, acts, heads, supplied)
    if divided and undecided:
        _lead_over_divisions(text, phrases, acts, citing)
    _complete_lists(text, phrases, acts)
    if citing.act is None:
        _refuse_unread_heads(text, phrases, acts)
        by_context(text, phrases, acts)
        _lead_back_in_sentences(text, phrases, acts)
        return acts
    return _of_text_about(text, phrases, acts, citing)


def _of_text_about(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> Acts:
    """The acts of a text that speaks of an act, or is one of its articles, where some of its numbers are of others."""
    if citing.article is not None:
        _refuse_other_numbers(text, phrases, acts, citing)
        return acts
    _lead_to_cited(text, phrases, acts, citing)
    _refuse_other_numbers(text, phrases, acts, citing)
    _tell_others_by_context(text, phrases, acts, citing)
    return acts


_ENSEMBLE = compiled(r",? ensemble (?:de )?(?:l'|les )?")
"""What leads from one article of a visa to the next: "Vu l'article 7 du code …, ensemble l'article 8"."""


def _lead_to_cited(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Give articles of a text about an act the other one with which they are cited: before, by number, or beside."""
    cited: dict[str, Decision] = {}
    for at, phrase in enumerate(phrases):
        if phrase.kind != "article":
            continue
        act, numbers = acts[at], numbers_of(phrase)
        if act is not None:
            if act.act is not None and act.act != citing.act and phrase.act is not None:
                cited |= dict.fromkeys(numbers, act)
            continue
        if phrase.its or phrase.present or not numbers:
            continue
        before = acts[at - 1] if at else None
        again = {told.act for number in numbers if len(number) > 1 and (told := cited.get(number)) is not None}
        if len(again) == 1 and all(number in cited for number in numbers):
            told = cited[numbers[0]]
            acts[at] = Decision(told.act, Via.CONTEXT, Basis.CONTEXT, told.antecedent)
        elif (
            before is not None
            and phrases[at - 1].kind == "article"
            and may_have_all(before.act, numbers)
            and (
                _ENSEMBLE.fullmatch(text, phrases[at - 1].stop, phrase.start) is not None
                or (len(text) <= _CITATION and text[phrases[at - 1].stop : phrase.start].strip() == ";")
            )
        ):
            acts[at] = before.led(Basis.LIST, at - 1)


_NEVER_TOLD = ("idcc:", "decision-", "boi:", "circulaire:")
"""Acts that a text cites in passing, and whose articles it hardly goes on to."""
_OF_ITSELF = compiled(r".{0,8}?présent (?=article)", re.IGNORECASE)
_OF_ANOTHER = frozenset((Reason.OTHER_NUMBERING, Reason.NO_ACT_BEFORE))


def _tell_others_by_context(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Give the articles that are of another act than the one that speaks the one that the context tells."""
    others = [
        at
        for at, (phrase, act) in enumerate(zip(phrases, acts, strict=True))
        if phrase.kind == "article"
        and phrase.act is None
        and act is not None
        and act.reason in _OF_ANOTHER
        and _OF_ITSELF.match(text, max(0, phrase.start - len("présent "))) is None
    ]
    if not others:
        return
    own = default_act(citing.act)
    told: Acts = [own if act is None else act for act in acts]
    for at in others:
        told[at] = None
    by_context(text, phrases, told)
    for at in others:
        act = told[at]
        if (
            act is not None
            and act.act is not None
            and act.act != citing.act
            and not act.act.startswith(_NEVER_TOLD)
            and has_all(act.act, numbers_of(phrases[at])) is not False
        ):
            acts[at] = act


_WHOLE = compiled(
    r"[;,:–—] (?:le tout|tou(?:te)?s(?: (?:les )?(?:deux|trois|quatre|cinq|six))?|chacun|l'ensemble)"
    r"(?:,? (?:est|étant|sont|tirée?s?|issue?s?|extraite?s?|relevant|figurant|prise?s?)){0,2}"
    r" (?:d(?:u|e la|e l')|au|à la|à l'|dans (?:le|la|l')) ?$"
)
"""What says that an act is that of all articles of its sentence: "…; …; tous trois du code", "le tout au code"."""
_WHOLE_REACH = 60  # characters
_BELOW = "\n("
"""Where a code stands below the numbers that are each a line: "L. 1\\nL. 2\\n(code du travail)"."""


def _lead_to_whole(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give the articles of a sentence the act that closes it, if that may have them."""
    for at, phrase in enumerate(phrases):
        act, name = acts[at], phrase.act
        if phrase.kind != "act" or act is None or act.act is None or name is None or name.how is not How.NAMED:
            continue
        below = name.nature == "code" and text.endswith(_BELOW, 0, name.start)
        if not below and _WHOLE.search(text, max(0, name.start - _WHOLE_REACH), name.start) is None:
            continue
        for before in range(at - 1, max(-1, at - _MANY_TOGETHER), -1):
            article = phrases[before]
            if below and text[article.stop : phrases[before + 1].start].strip("\n (") != "":
                break
            if not below and ends_sentence(text, article.stop, phrase.start):
                break
            open_ = article.kind == "article" and acts[before] is None and not article.its
            if open_ and (numbers := numbers_of(article)) and has_all(act.act, numbers) is not False:
                acts[before] = act.led(Basis.LIST, at)


_DIVISIONS_JOINED = compiled(r"(?:,|,? et|,? ou|,? ainsi que) (?:l[ea]s? |aux? |à la |à l'|d[ue]s? (?:la )?|l')?")


def _lead_over_divisions(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Lead an act over divisions: "Vu le code X, notamment le titre Ier du livre V et le titre II du livre II".

    Back, too, where no act speaks: "Les livres Ier et V et le chapitre VI du livre VIII du code".
    """
    pairs = [
        at
        for at, (one, other) in enumerate(pairwise(phrases))
        if one.kind == other.kind == "division"
        and other.act is None
        and not other.present
        and _DIVISIONS_JOINED.fullmatch(text, one.stop, other.start) is not None
    ]
    for at in pairs:
        act = acts[at]
        if act is not None and act.basis in _GOING_ON and acts[at + 1] is None:
            acts[at + 1] = act.led(Basis.LIST, at)
    if citing.act is not None:
        return
    for at in range(len(phrases) - 2, -1, -1):
        one, other, act = phrases[at], phrases[at + 1], acts[at + 1]
        if (
            acts[at] is None
            and act is not None
            and act.act is not None
            and one.kind == other.kind == "division"
            and one.act is None
            and not one.present
            and (other.act is None or other.act.how is How.NAMED)
            and _DIVISIONS_JOINED.fullmatch(text, one.stop, other.start) is not None
        ):
            acts[at] = act.led(Basis.LIST, at + 1)


def _complete_lists(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give a list the act that closes it, none to an article of the text itself: "8 ci-dessus et 7 du code"."""
    _lead_to_whole(text, phrases, acts)
    for at, phrase in enumerate(phrases):
        act = acts[at]
        listed = act is not None and act.basis is Basis.LIST and phrase.kind == "article" and phrase.act is None
        if listed and stands_by_itself(text, phrase):
            acts[at] = None


def _name_later(text: str, phrases: Sequence[Phrase], acts: Acts, named: NamedActs) -> None:
    """Give what is named by its nature alone the act that the text goes on to name in full."""
    for at, act in enumerate(acts):
        if act is not None and act.act is None:
            acts[at] = named_later(text, phrases[at], named) or act


_OF_WHICH = ("dont l'", "dont les ")
_OPENS = compiled(
    r"(?:^|[.;:«»(\n]|(?<!\w)(?:et|que|or|mais|car),?) ?"
    r"(?P<according>selon|d'après|suivant|aux termes d[eu]|dans|au sein d[eu]|parmi|pour|côté|s'agissant d[eu]"
    r"|au regard d[eu]|aux yeux d[eu]|quant (?:à|au)|concernant|en ce qui concerne)? ?(?:la |le |les |l')?$",
    re.IGNORECASE,
)
"""What stands before an act that opens its sentence: "Selon la loi …, l'article 5 …"."""
_OPENED = compiled(r"(?: ?:[ \n]|(?P<comma> ?, ))(?P<see>(?:v\.|voir|cf\.) )?(?:l'|les |aux |à l'|dans l')")
_OPENING = 32  # characters


_BETWEEN, _BETWEEN_ENDS = (", ", " ("), (",", ")", " :")
"""What an article stands between that a verb leads to: "La loi … prévoit, article 5, que", "… prévoit (art. 5) que"."""


def _told(  # noqa: PLR0913, PLR0917 - what is known where it is asked
    text: str, phrases: Sequence[Phrase], acts: Acts, at: int, citing: CitingArticle, named: NamedActs | None
) -> Decision | None:
    """The act of an article whose phrase names none, by the words directly around it."""
    phrase = phrases[at]
    if text.startswith(" pour ", phrase.stop) and (bill := _of_bill(text, phrase)) is not None:
        return bill
    if text.endswith(_STANDS_BY, 0, phrase.start) and _IN_BILL.search(text, max(0, phrase.start - 90), phrase.start):
        return unknown(Reason.ACT_WITHOUT_ID, Via.EXPLICIT)
    if text.startswith(_READ_BEGINS, phrase.stop) and _READ.match(text, phrase.stop) is not None:
        return unknown(Reason.ACT_WITHOUT_ID, Via.EXPLICIT)
    if named is not None and text.startswith(_OF_THIS_ONE, phrase.stop):
        return _this_one(text, phrase, named)
    if at and _says_again(text, phrase):
        return _again(phrases, acts, at)
    if at and phrases[at - 1].kind == "act" and (within := _within(text, phrases, acts, at, citing)) is not None:
        return within
    if text.endswith("à l'", 0, phrase.start) and not stands_by_itself(text, phrase):
        return said_of(text, phrase, citing, named, len("à l'"))
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
    goes_on = phrases[at - 1].kind == "article" and _coordinated(text, phrases, at - 1)
    return before if goes_on and _topic(text, before.antecedent.start) is not None else None


_IBIDEM = compiled(r"(?<!\w)(?:ibid(?:em)?|idem|id|eod(?:em)?|op\. cit)\.?,? ?\(?(?:l'|les )?$", re.IGNORECASE)
_IBIDEM_BEHIND = compiled(r",? \(?(?:ibid(?:em)?|idem)(?!\w)|,? du même(?= ?(?:[;,.)\n]|$))", re.IGNORECASE)
_IBIDEM_BEGINS = frozenset((", ", " i", " I", " d", " ("))
_LONGEST_IBIDEM = 16  # characters


def _says_again(text: str, phrase: Phrase) -> bool:
    """Whether the words around an article say that it is of the act cited before: "ibid., art. 5", "art. 6, idem"."""
    behind = phrase.stop
    if text[behind : behind + 2] in _IBIDEM_BEGINS and _IBIDEM_BEHIND.match(text, behind) is not None:
        return True
    before = text[max(0, phrase.start - _LONGEST_IBIDEM) : phrase.start]
    return ("d" in before or "D" in before) and _IBIDEM.search(before) is not None


def _again(phrases: Sequence[Phrase], acts: Acts, at: int) -> Decision | None:
    """The act of the phrase before, which is no other where that is not known."""
    before, act = phrases[at - 1], acts[at - 1]
    if act is None:
        return None
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


_TO_BRACKET = compiled(r"[^.;()\n]{1,100} \((?:(?:source|cf\.|voir|v\.) ?:? ?)?(?:le |la |l')?")


def _lead_from_brackets(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Give an article the act that stands in a bracket behind it, and has it: "L. 1-1 : assurances (code du vent)".

    Not in an article of an act, whose own numbers have none behind them.
    """
    if citing.article is not None:
        return
    for at in range(len(phrases) - 1):
        phrase, following, act = phrases[at], phrases[at + 1], acts[at + 1]
        name = following.act
        if acts[at] is not None or phrase.kind != "article" or following.kind != "act" or act is None or name is None:
            continue
        if name.how is How.NAMED and _TO_BRACKET.fullmatch(text, phrase.stop, name.start) is not None:
            numbers = numbers_of(phrase)
            if numbers and has_all(act.act, numbers) is True:
                acts[at] = Decision(act.act, Via.EXPLICIT, Basis.LEADS_ON, Span(name.start, name.end))


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
    if between is None or act is None or before.act is None or before.act.how is not How.NAMED:
        return None
    start = before.act.start
    opens = _OPENS.search(text, max(0, start - _OPENING), start)
    if opens is None or (between["comma"] and not between["see"] and not opens["according"]):
        return None
    if act.act is None:
        return unknown(Reason.NO_ACT_BEFORE)
    if not may_have_all(act.act, numbers_of(phrases[at])):
        return None
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


_INTO = compiled(
    r" (?:est|sont|a été|ont été) (?:insér|ajout|cré|introdui|rétabli)\w{0,3}"
    r" (?:(?:dans|à) (?:la |le |l'|ladite |ledit )?|au )"
    r"| ?,? ?(?P<stands>(?:figurant|relevant|extraite?|tirée?|insérée?|inscrite?|contenue?|introduite?)s? )?"
    r"(?:dans (?:le |la |l')?|(?(stands)(?:au|du) |(?!)))"
)
_MAKING = compiled(
    r"(?:inséré|introduit|créé|ajouté|rétabli|intégré|insère|crée|ajoute|insérant|introduisant|créant|ajoutant)(?:nt)?"
    r" (?:l'|les |un |le nouvel )$"
)
"""A verb that makes a provision, before it: "a inséré l'article 9-1 dans le code civil"."""
_A_NEW = compiled(r"(?<!\w)(?:[Uu]ne?|[Dd]eux|[Tt]rois|[Dd]es)(?: nouve\w+)? $")


def _is_headed_by_law(act: Decision | None) -> bool:
    """Whether an article has its act from a head that is a law, which may make it one of a code."""
    return act is not None and act.basis is Basis.HEAD and act.act is not None and act.act.startswith(_LAWS)


def _lead_into_codes(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give a new article the act in which it is created: "il crée un article L. 1 dans le code …"."""
    for at, following in enumerate(phrases):
        act = acts[at]
        if (
            following.kind == "act"
            and at
            and act is not None
            and (acts[at - 1] is None or _is_headed_by_law(acts[at - 1]))
            and (phrase := phrases[at - 1]).kind == "article"
            and (into := _INTO.fullmatch(text, phrase.stop, following.start)) is not None
            and not introduces(text, phrase.start, phrase.stop, following.act)
            and (
                into["stands"]
                or _A_NEW.search(text, max(0, phrase.start - 20), phrase.start) is not None
                or _MAKING.search(text, max(0, phrase.start - 24), phrase.start) is not None
            )
        ):
            acts[at - 1] = act.led(Basis.LIST, at)
        elif following.kind == "act" and at and act is not None and acts[at - 1] is None:
            _lead_into_place(text, phrases, acts, at, act)


_STANDS = compiled(
    r"(?P<which> ?, qui)?"
    r" (?:(?:figur|rel[eè]v|se trouv|appartien)(?:t|e|(?P<several>n?ent))"
    r"|(?:est|a été|était|(?P<passive>sont|ont été|étaient)) (?:insér|introdui|codifi|intégr|inscri|repri)\w{1,3}"
    r"|est(?= au| à la))"
    rf" (?:{TOGETHER} )?(?:dans (?:le |la |l')|(?:au|du|à la|de la) |(?:à|de) l')"
)
_STAND_VERBS = (
    *(" figur", " relèv", " relev", " se trouv", " appartien", ", qui "),
    *(" est ", " a été ", " était ", " sont ", " ont été ", " étaient "),
)
_SUBJECT_BEFORE = compiled(r"(?:L'|Les |(?:^|[,;:(«]|(?<!\w)(?:et|que|car|mais|or|donc|si|comme)) ?(?:l'|les ))$")


def _lead_into_place(text: str, phrases: Sequence[Phrase], acts: Acts, at: int, act: Decision) -> None:
    """Give the articles of a sentence the act in which it says that they stand: "Ils figurent au code civil"."""
    phrase = phrases[at - 1]
    if phrase.kind != "article":
        return
    if text.startswith(_APART_BEGINS, phrase.stop):
        _lead_apart(text, phrases, acts, at)
        return
    if not text.startswith(_STAND_VERBS, phrase.stop):
        return
    stands = _STANDS.fullmatch(text, phrase.stop, phrases[at].start)
    if stands is None:
        return
    several = stands["several"] or stands["passive"]
    first = at - 1
    while several and first and acts[first - 1] is None and _is_joined(text, phrases, first - 1):
        first -= 1
    start, items = phrases[first].start, phrases[first].items
    alone = first == at - 1 and len(items) == 1 and items[0].to is None
    if alone is not (several is None):
        return
    if stands["which"] is None and _SUBJECT_BEFORE.search(text, max(0, start - 10), start) is None:
        return
    for each in range(first, at):
        acts[each] = act.led(Basis.LIST, at)


_APART_BEGINS = (", resp", " resp", ", l'un", ", le pre", ", la pre")
_APART_ONE = compiled(r" ?,? ?(?:respectivement|l'une?|le premier|la première) (?:du |de la |de l')")
_APART_OTHER = compiled(r" ?,? ?(?:et )?(?:(?:l'autre|le second|la seconde|le deuxième) )?(?:du |de la |de l')")


def _lead_apart(text: str, phrases: Sequence[Phrase], acts: Acts, at: int) -> None:
    """Give two articles one of two acts each: "l'article 9 et l'article 16, l'un du code civil, l'autre du CPC".

    Those of one phrase are given none.
    """
    if at + 1 >= len(phrases) or phrases[at + 1].kind != "act":
        return
    if (
        _APART_ONE.fullmatch(text, phrases[at - 1].stop, phrases[at].start) is None
        or _APART_OTHER.fullmatch(text, phrases[at].stop, phrases[at + 1].start) is None
    ):
        return
    one, other, before = acts[at], acts[at + 1], at - 2
    if len(phrases[at - 1].items) > 1:
        acts[at - 1] = unknown(Reason.ACT_UNCLEAR)
        return
    several = before >= 0 and acts[before] is None and _is_joined(text, phrases, before)
    if several and one is not None and other is not None and len(phrases[before].items) == 1:
        acts[before], acts[at - 1] = one.led(Basis.LIST, at), other.led(Basis.LIST, at + 1)


def _is_joined(text: str, phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a conjunction joins an article with the one behind it."""
    return _AND.search(text, phrases[i].stop, phrases[i + 1].start) is not None and _coordinated(text, phrases, i)


_ITS_ACT = compiled(r"(?: (?:mis à part|exceptés?|exclus|réservés?|compris))? ?, (?:la |le |l')")


def _lead_possessives(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give a possessive the act behind it, where none is named before: "En application de ses articles, la loi"."""
    for at, phrase in enumerate(phrases[:-1]):
        following = acts[at + 1]
        if (
            phrase.its
            and acts[at] is None
            and following is not None
            and phrases[at + 1].kind == "act"
            and _ITS_ACT.fullmatch(text, phrase.stop, phrases[at + 1].start) is not None
        ):
            acts[at] = following.led(Basis.POSSESSIVE, at + 1)


def _lead_back_in_sentences(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give numbers with a prefix the code that the sentence goes on to name, which has them."""
    for at, phrase in enumerate(phrases):
        if acts[at] is None and phrase.kind == "article" and phrase.items[0].how is How.NAMED:
            numbers = numbers_of(phrase)
            if numbers and all(number[0] in "lrd" and "-" in number for number in numbers):
                acts[at] = _named_behind(text, phrases, acts, at, numbers)


def _is_headed_by_unread(text: str, phrases: Sequence[Phrase], at: int) -> bool:
    """Whether a text that is not read heads an article: "Norme NF P 03, article 17", "CGV art. 12".

    It stands without a determiner directly behind it.
    """
    start = phrases[at].start
    if text[start - 3 : start] in DASHES and any(each.act and each.act.nature.endswith("-ue") for each in phrases[:at]):
        return False  # "Directive … – Contrat de vente – Article 3"
    if text.startswith(_SHORT_WORDS, start):
        begin = max(phrases[at - 1].stop if at else 0, start - _HEAD)
        if _NUMBERED_HEAD.search(text, begin, start) is not None:
            return True
    if phrases[at].bare:
        begin = max(phrases[at - 1].stop if at else 0, start - _SHORT_HEAD)
        behind = phrases[at + 1].start if at + 1 < len(phrases) else len(text)
        return (
            _CODE_BEFORE.search(text, begin, start) is not None
            or _CODE_BEHIND.match(text, phrases[at].stop, behind) is not None
        )
    if text[start - 1 : start] == "'" or text[start - 4 : start] in _DETERMINERS:
        return False
    last = at - 1
    while last >= 0 and phrases[last].kind == "division" and phrases[last].act is None:
        last -= 1  # "CCAG travaux, chapitre II, art. 12"
    begin = max(phrases[last].stop if last >= 0 else 0, start - _HEAD)
    if any(cited_behind(text, head.end()) == start for head in _LINE_HEAD.finditer(text, begin, start)):
        return True
    if not text.startswith(_WORDS, start):
        return False
    apart = text[start - 2 : start] in _APART
    if not apart and not (text[start - 1 : start] == " " and text.startswith(_SHORT_WORDS, start)):
        return False
    headed = _HEADED.search(text, max(phrases[at - 1].stop if at else 0, start - _HEAD), start)
    if headed is None:
        return not apart and _BEGINS_LINE.search(text, max(0, start - _HEAD), start) is not None
    prefixed = (phrases[at].items[0].number or "").startswith(("L", "R", "D"))
    return not (prefixed and _ANY_LAW.match(headed[0]) is not None)  # "la loi (art. L. 1)", "sauf accord, art. L. 1"


def _refuse_unread_heads(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give no act to articles that such a text heads."""
    for at, phrase in enumerate(phrases):
        if acts[at] is None and phrase.kind == "article" and _is_headed_by_unread(text, phrases, at):
            acts[at] = unknown(Reason.UNKNOWN_NAME, Via.EXPLICIT)


_ANY_LAW = re.compile(r"(?![Cc]ode|[Cc]\.|[A-Z]{2})")
"""What is no code: only codes have numbers with a prefix."""
_DETERMINERS = frozenset(("les ", "aux ", "des "))
_SHORT_WORDS = ("art.", "art ", "Art.", "Art ")
_APART = frozenset((", ", " (", *(f"{letter} " for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")))
_WORDS = ("article", "art.", "art ", "arts.")
_TEXTS = (
    r"[Cc]hartes?|[Cc]onventions?|[Aa]ccords?|[Pp]rotocoles?|[Ss]tatuts?|[Rr]èglements?|[Cc]ontrats?|[Tt]raités?"
    r"|[Pp]actes?|[Nn]ormes?|[Ll]ois?|[Dd]écrets?|[Aa]rrêtés?|[Oo]rdonnances?|[Dd]irectives?|CCN\w*|CCAG\w*"
    r"|[Cc]onv\.|[Cc]irc\.|[Pp]rot\.|[Aa]ctes?|[Aa]venants?|[Bb]ail|[Bb]aux|[Cc]ahiers?|[Cc]odes?|[Dd]élibérations?"
    r"|[Ii]nstructions?|[Pp]rojets?|[Pp]ropositions?|Incoterms"
)
_BEGINS_LINE = re.compile(rf"(?:^|[\n\t;(] ?)(?:{_TEXTS})(?!\w)[^.;:\n,()]{{0,80}} \Z")
"""A text that is not read, with which a line begins, as it heads an article: "Convention de Navet art. 12"."""
_LINE_HEAD = re.compile(
    rf"(?:^|[\n\t;(\[«\"“|·•] ?|(?<!\w)'|> |[–—-] )(?:{_TEXTS}"
    r"|(?!(?:VU|CF|NOTA|ET|OU|SUR|LES?|LA|DE|DU|EN|AU|UN|PAR|TITRE|LIVRE|OBJET)(?!\w))"
    r"[A-Z]{2,6}\d?(?:-[A-Za-z]+)?(?! ?[A-ZÀ-Þ]{2}))(?!\w)"
)
"""The noun, or the initials, of a text with which a line begins: "CCAG travaux - article 12"."""
_NUMBERED_HEAD = re.compile(
    r"(?:^|[\n;] ?)(?:(?=[^\n;:]*[0-9])(?:[A-Z]{2,8}|(?:[Cc]onv|[Cc]irc|[Rr]eg|[Dd]élib|[Aa]rr|[DLR]|[Dd]t)\.?|R(?=\()"
    r"|[Dd][ée]?cre?t?\.?|[Oo]rd\.?|[Aa]ccord|[Cc]onvention)(?!\w)[^\n;:]{0,100}"
    r"|[0-9-]+ (?:loi|décret|ordonnance))(?:, | \(| )\Z"
    r"|(?<!\w)(?:[Ll]oi|[Dd]écret|[Oo]rdonnance) (?:de )?[0-9]{2,4},? \Z"
)
"""A text with a number or a year that is not read, before "art.": "OIT 158, art. 10", "CCN 66 art. 33"."""
_SHORT_HEAD = 60  # characters of a code that is not read, before a number
_CODE_BEFORE = compiled(r"(?<!\w)(?:[Cc]ode(?: [a-zé'-]+){1,8}|[Cc]\.(?: ?[a-zéè]{2,}\.?){1,3}) ?[,:(]? ?\Z")
"""A code as no table has it, which heads a number: "code urba R. 151-21"."""
_CODE_BEHIND = compiled(r" ?[,?(:|]? ?[Cc]ode [a-zé]{2,}(?!\w)")
"""One that stands behind a number: "R. 412-6 code rte"."""
_HEAD = 140  # characters in which what heads an article stands
_HEADED = compiled(
    r"""
    (?:(?<!\w)(?:
        (?:[Aa]ctes? uniformes?|[Nn]ormes?|[Cc]hartes?|[Cc]onventions?|[Aa]ccords?|[Pp]rot(?:ocoles?|\.)|[Ss]tatuts?
            |[Rr]èglements?|[Cc]ahiers?|[Aa]venants?|[Cc]ontrats?|[Bb]aux|[Bb]ail|[Tt]raités?|[Pp]actes?|[Gg]uides?
            |[Rr]éférentiels?|[Mm]anuels?|[Ii]nstructions?|[Dd]élibérations?|[Cc]onditions générales|[Cc]odes?
            |CCN\w*|CCAG|CCAP|CCTP|ANI|[Ll]ois?|[Dd]écrets?|[Aa]rrêtés?|[Oo]rdonnances?|[Dd]irectives?)
        (?!\w)(?:[^.;:\n,()]|\.(?=\d)){0,100}(?:, | \()
        |(?<![A-Z]\x20)(?!(?:V|CF|NOTA|ET|OU|VU|SUR)(?!\w))[A-Z]{2,8}(?:-[A-Za-z]+)?
            (?:\x20(?:de\x20)?[A-Z][\w-]+){0,2}(?: (?:du|n°) ?[\w°./ -]{2,40}?)?(?:, | \(| )
        |[Cc]\.(?: ?[a-zéè]{2,}\.?){1,3}(?:, | \(| )
        |(?:[A-Z]\.\x20?){2,4}(?:du|n°) ?[\w°./ -]{2,40}?(?:, | \(| ))
    )\Z
"""
)


def _refuse_foreign(text: str, phrases: Sequence[Phrase], acts: Acts, whole: str) -> None:
    """Leave open what a text on the law of another country says without an act."""
    if None not in acts:
        return
    abroad = country_of(whole) is not None
    named = None  # where the act of another country ends that was named last
    for at, phrase in enumerate(phrases):
        act = acts[at]
        if act is None and phrase.kind in _HAVE_ARTICLES and not phrase.present:
            if abroad or (named is not None and not ends_sentence(text, named, phrase.start)):
                acts[at] = Decision(None, Via.CONTEXT, Basis.NONE, reason=Reason.FOREIGN_ACT)
        elif phrase.act is not None and act is not None:
            named = phrase.stop if act.reason is Reason.FOREIGN_ACT else None


def _refuse_other_numbers(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Give no act to numbers of which the citing act has none alike: "l'article 5", in a code of L., R. and D. only."""
    act = citing.act
    if act is None:
        return
    if citing.article is None:
        _refuse_foreign(text, phrases, acts, citing.whole or text)
    if citing.article is None and _calls_itself_another(phrases, act):
        for at, phrase in enumerate(phrases):
            if acts[at] is None and phrase.kind == "article" and phrase.act is None:
                acts[at] = unknown(Reason.NO_ACT_NAMED, Via.DEFAULT)
        return
    if citing.article is None:
        for at in range(len(phrases) - 1):
            if acts[at] is None and _may_be_of_next(text, phrases, acts, at, act):
                acts[at] = unknown(Reason.ACT_UNCLEAR)
        _refuse_shared_numbers(text, phrases, acts, act)
        _refuse_below_lines(text, phrases, acts, act)
    if act not in ACTS:
        for at, phrase in enumerate(phrases):
            if acts[at] is not None or phrase.kind != "article":
                continue
            if _is_headed_by_unread(text, phrases, at):
                acts[at] = unknown(Reason.UNKNOWN_NAME, Via.EXPLICIT)
            elif (own := numbers_of(phrase)) and _is_of_code(citing, own):
                acts[at] = _named_behind(text, phrases, acts, at, own) or unknown(Reason.OTHER_NUMBERING, Via.DEFAULT)
        return
    for at, phrase in enumerate(phrases):
        if acts[at] is None and phrase.kind == "article":
            numbers = numbers_of(phrase)
            if phrase.its and not (at and phrases[at - 1].kind == "division"):  # "le livre II, sauf ses articles"
                if not numbers or numbers[0][0] not in "lrd" or has_all(act, numbers) is False:
                    acts[at] = unknown(Reason.NO_ACT_BEFORE)
                continue
            if _is_headed_by_unread(text, phrases, at):
                acts[at] = unknown(Reason.UNKNOWN_NAME, Via.EXPLICIT)
                continue
            if numbers and has_all(act, numbers) is False:
                alike = any(numbers_alike(act, each) for each in numbers)
                acts[at] = _named_behind(text, phrases, acts, at, numbers, alike=alike)
                if acts[at] is None and not any(_numbers_alike(act, each) for each in numbers):
                    acts[at] = unknown(Reason.OTHER_NUMBERING, Via.DEFAULT)


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


_NEXT_LINE = compiled(r" ?:? ?\n[ \t]*(?:[-–—•·*][ \t]+)?")
_LINE_OF = compiled(r"(?:^|\n)[ \t]*(?:[-–—•·*#]+[ \t]+)?(?:La |Le |L')?$")


def _refuse_below_lines(text: str, phrases: Sequence[Phrase], acts: Acts, own: str) -> None:
    """Give no act to articles each on a line, below the line of another act: that may be the one that is meant."""
    below = False
    for at, phrase in enumerate(phrases[1:], 1):
        before, act = phrases[at - 1], acts[at - 1]
        if before.kind == "act":
            start = before.start
            alone = _LINE_OF.search(text, max(0, start - _LINE_BEGINS), start) is not None
            below = alone and act is not None and act.act not in {None, own}
        below = below and phrase.kind == "article" and _NEXT_LINE.fullmatch(text, before.stop, phrase.start) is not None
        if below and acts[at] is None:
            acts[at] = unknown(Reason.ACT_UNCLEAR)


_LINE_BEGINS = 16  # characters
_NEXT_ONES = 2  # phrases


def _code_of_sentence(text: str, phrases: Sequence[Phrase], acts: Acts, at: int, numbers: Sequence[str]) -> int:
    """The index of the nearest phrase of a sentence that names a code that has the numbers, else -1.

    It names the code on its own, or is one of the next articles.
    """
    for other in chain(range(at - 1, max(-1, at - _FEW), -1), range(at + 1, min(len(phrases), at + _FEW))):
        named, act = phrases[other], acts[other]
        beside = (
            named.kind == "article"
            and at < other <= at + _NEXT_ONES
            and not (other == at + 1 and _is_of_clause(text, phrases[at], named))
        )
        if named.act is None or named.act.how is not How.NAMED or not (beside or named.kind == "act"):
            continue
        if act is None or act.act is None or not act.act.startswith(_CODES) or has_all(act.act, numbers) is not True:
            continue
        first, second = sorted((at, other))
        if not ends_sentence(text, phrases[first].stop, phrases[second].start):
            return other
    return -1


_OPENS_WORDS = (",", " (", " ou,", " et,", " «", " –", " —")
_RESUMES = compiled(r"[,)»–—] (?:du|de la|de l'|des) ?$")
"""What goes on from an article to its act over an aside: "l'article 9, combiné, il le faut, avec le 14, de la loi"."""
_CORRECTED = compiled(r" (?:ou|voire), [^,;:.]{3,80}, (?!d(?:u|e la|es) )[^;:.]{3,200}, (?:du |de la |de l')")
"""What says an article otherwise, before its act: "19 ou, plus exactement, à son deuxième alinéa, du décret"."""
_HEADS_NEXT = compiled(r" ?,? (?:l'|les )art")
_NEW_SUBJECT = compiled(r"[^\W\d]{2}, (?:l'|les )$")
"""What begins a clause of its own behind a word: "Si l'article 5, …, paraît clair, l'article 6, …, du code suffit"."""
_ENDS_CLAUSE = compiled(r"[;:\n]|\.(?<!art\.)(?<!al\.)(?<!\W[LRDAMn]\.) ")


def _lead_over_asides(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Give an article the act to which its clause goes back behind an aside, if that has the number or may have it.

    Where it only may have it, and words of any kind stand between, the act is unclear and not the citing one. An act
    that is so given is no reference of its own.
    """
    given: set[int] = set()
    for at, phrase in enumerate(phrases[:-1]):
        if (
            acts[at] is None
            and phrase.kind == "article"
            and phrase.act is None
            and not phrase.its
            and text.startswith(_OPENS_WORDS, phrase.stop)
            and (numbers := numbers_of(phrase))
        ):
            act = acts[at] = _resumed(text, phrases, acts, at, numbers, citing)
            if act is not None and act.origin is not None and phrases[act.origin].kind == "act":
                given.add(act.origin)
    for at in given:
        acts[at] = None


def _resumed(  # noqa: PLR0913, PLR0917 - what is known where it is asked
    text: str, phrases: Sequence[Phrase], acts: Acts, at: int, numbers: Sequence[str], citing: CitingArticle
) -> Decision | None:
    stop = phrases[at].stop
    for j in range(at + 1, min(len(phrases), at + _FEW)):
        act, name = acts[j], phrases[j].act
        if _ENDS_CLAUSE.search(text, stop, phrases[j].start) is not None:
            return None
        if act is None or name is None:
            continue
        if name.how is not How.NAMED or act.act is None or name.start < phrases[j].start:
            return None
        if j + 1 < len(phrases) and _closes(text, phrases, j + 1):
            continue
        if _closes(text, phrases, j) and may_have_all(act.act, numbers):
            known = has_all(act.act, numbers) is True
            return act.led(Basis.LIST, j) if _is_aside(text, phrases[at], phrases[j - 1], known=known) else None
        if phrases[j].kind == "article" and _is_of_clause(text, phrases[at], phrases[j]):
            return None
        if _RESUMES.search(text, stop, name.start) is None:
            if phrases[j].kind != "act" and not is_never_of(act.act, numbers):
                return None
            continue
        if is_never_of(act.act, numbers) and has_all(citing.act, numbers) is not False:
            continue
        if (phrases[j].items and phrases[j].items[-1].locators) or _HEADS_NEXT.match(text, name.stop) is not None:
            return None  # "que modère l'article 1231-5, alinéa 2, du code", "et, du code, l'article 145"
        has = has_all(act.act, numbers)
        corrected = phrases[j].kind == "act" and _CORRECTED.fullmatch(text, stop, name.start) is not None
        if has is True or (may_have_all(act.act, numbers) and (corrected or _is_enclosed(text, phrases, at, j))):
            return act.led(Basis.LIST, j)
        alike = has is False and all(numbers_alike(act.act, number) for number in numbers)
        return unknown(Reason.ACT_UNCLEAR) if citing.act is not None and (has is None or alike) else None
    return None


def _is_of_clause(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether an article is the subject or the object of a clause of its own, behind an aside of the one before."""
    clause = _NEW_SUBJECT.search(text, first.stop, second.start) or OBJECT.search(text, first.stop, second.start)
    return clause is not None


_LED = compiled(r"(?<!\w)(?:ce (?:qui|que|dont)|celles? qui|ceux qui|qui|dont)(?!\w)")
"""What leads to the verb of an aside."""


def _is_enclosed(text: str, phrases: Sequence[Phrase], at: int, last: int) -> bool:
    """Whether commas part an article from the one that another aside goes to: "3, sous réserve de l'article 7, du"."""
    first, second = phrases[at], phrases[last]
    return (
        last == at + 1
        and second.kind == "article"
        and not second.bare
        and text.startswith(",", first.stop)
        and text.startswith(",", second.items[-1].end)
        and _BESIDE_NEXT.fullmatch(text, first.stop, second.start) is None
        and (
            not has_verb(text, first.stop + 2, second.start) or _LED.search(text, first.stop, second.start) is not None
        )
        and not is_open(text, first.stop, second.start)
        and not _is_of_clause(text, first, second)
    )


_DIRECTLY = compiled(r", (?:du |de la |de l')")
_COMPLEMENTS = ("de l'", "des ")


def _closes(text: str, phrases: Sequence[Phrase], at: int) -> bool:
    """Whether an act stands directly behind that of an article: "5, lu avec l'article 8 de la loi …, du décret …"."""
    before = phrases[at - 1]
    name = phrases[at].act
    return (
        phrases[at].kind == "act"
        and name is not None
        and name.how is How.NAMED
        and before.kind == "article"
        and before.act is not None
        and _DIRECTLY.fullmatch(text, before.stop, name.start) is not None
    )


def _is_aside(text: str, first: Phrase, second: Phrase, *, known: bool) -> bool:
    """Whether the words from an article to the next one are no clause, and the first is no complement with "de".

    Of such a one the act behind that of the next one may be a further member: "en vertu de l'article 5, …, du décret",
    unless it is ``known`` to have the number.
    """
    if not known and text.endswith(_COMPLEMENTS, 0, first.start):
        return False
    verb = has_verb(text, first.stop + 2, second.start)
    return not verb or _LED.search(text, first.stop, second.start) is not None


_LEADS_TO_ACT = compiled(
    r"(?:[^.;:\n]|\.(?=,| ?[\da-z])){0,160}(?:,| [^\s,.;:]{2,})"
    r" (?P<of>du |de la |de l'|au sein (?:du |de la |de l'))"
)
"""Words between a number and the act behind it, in one clause."""


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
        and (_is_of_clause(text, phrase, following) or _has_none_like(act.act, numbers))
        and has_all(own, numbers) is not False
    ):
        return False
    if following.kind == "article":  # "l'article 5, sous réserve de ce qui est dit de l'article 6, du décret"
        closed = text.startswith(",", phrase.stop) and text.startswith(",", following.items[-1].end)
        apart = closed and name.start > following.start
        return apart and _CLAUSE_ALONE.fullmatch(text, phrase.stop, name.start) is not None
    between = _LEADS_TO_ACT.fullmatch(text, phrase.stop, name.start)
    if between is None or is_open(text, phrase.stop, between.start("of")):
        return False  # "l'article 9, distinct du code"
    return not has_verb(text, phrase.stop, name.start)


def _has_none_like(act: str | None, numbers: Sequence[str]) -> bool:
    """Whether an act can have none of the numbers, nor have had them."""
    if act is not None and act in ACTS:
        return all(has_none_like(act, number) for number in numbers)
    return is_never_of(act, numbers)


_PRESENTED = frozenset(("loi", "ordonnance", "decret", "arrete", "accord", "convention", "decision", "autre"))
"""What a text may call itself: "la présente loi", "le présent accord", "les présentes"."""


def _calls_itself_another(phrases: Sequence[Phrase], act: str) -> bool:
    """Whether a text says of itself that it is of another nature than the act that was given for it."""
    nature = act.partition(":")[0] if ":" in act else "code"
    return any(
        phrase.act is not None
        and phrase.act.how is How.PRESENT
        and phrase.act.nature in _PRESENTED
        and phrase.act.nature != nature
        for phrase in phrases
    )


def _numbers_alike(act: str, number: str) -> bool:
    """Whether a code numbers its articles so; the articles of the law may be in another code than the decrees."""
    if "." in number:  # no code has such, unless for the hyphen that is meant
        return has_number(act, number.replace(".", "-")) is True
    if numbers_alike(act, number):
        return True
    if number[0] not in "lrd" or numbers_alike(act, "1"):
        return False
    return any(numbers_alike(act, f"{letter}{number[1:]}") for letter in "lrd")


_AT_ACT = compiled(r"(?<!figur)(?:[^éuis\W]e|oie|[^aéi\W]ent) (?:au|aux|à la|à l')(?: présent)? ?$")
"""What leads to an act from a verb, and not from an article: "l'article 15 déroge au code"."""


def _named_behind(  # noqa: PLR0913 - what is known where it is asked
    text: str, phrases: Sequence[Phrase], acts: Acts, at: int, numbers: Sequence[str], *, alike: bool = False
) -> Decision | None:
    """The code that the sentence goes on to name, if it has the numbers, which the citing act has not.

    ``alike``: the citing act has numbers of that kind, so that the other one must be in the same clause.
    """
    if stands_by_itself(text, phrases[at]):
        return None
    for j in range(at + 1, min(len(phrases), at + _FEW)):
        act, before, start = acts[j], phrases[j - 1].stop, phrases[j].start
        if sentence_ends(text, before, start) or (
            alike and (phrases[j].kind in _OTHERS or _CLAUSE.search(text, before, start) is not None)
        ):
            break
        if act is not None and act.act is not None and phrases[j].act is not None:
            if _is_of_other_words(text, phrases[at], phrases[j]) or _AT_ACT.search(text, before, start) is not None:
                break
            return act.led(Basis.LIST, j) if act.act in ACTS and has_all(act.act, numbers) else None
    return None


def _is_of_other_words(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether an act belongs to what stands between it and an article: to a noun, a verb, another article."""
    start = second.start
    if second.kind == "act":
        completed = _OF_NOUN.search(text, max(first.stop, start - _COMPLEMENTED), start) is not None
        return completed or has_verb(text, first.stop, start) or is_open(text, first.stop, start)
    return (
        second.kind == "article"
        and not second.bare
        and set(numbers_of(first)).isdisjoint(numbers_of(second))
        and _AND.search(text, first.stop, start) is None
        and _COMMA_ALONE.fullmatch(text, first.stop, start) is None
    )


def _of_sentence_before(text: str, phrases: Sequence[Phrase], acts: Acts, at: int) -> Decision | None:
    """The act with which the sentence before begins: "La loi … dit. Son article 5 …"."""
    start = phrases[at].start
    if not text[start].isupper():
        return None
    found = None
    for j in range(at - 1, max(-1, at - _NEAR), -1):
        if sentence_ends(text, phrases[j].stop, start) > 1:
            break
        name, act = phrases[j].act, acts[j]
        if (
            name is not None
            and act is not None
            and act.act is not None
            and may_have_all(act.act, numbers_of(phrases[at]))
        ):
            found = Decision(act.act, Via.ANAPHORA, Basis.POSSESSIVE, Span(name.start, name.end))
    return found


def _this_one(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The act of an article "de celui-ci", "de celle-ci": the last one named, of that gender."""
    match = _CELUI_CI.match(text, phrase.stop)
    if match is None:
        return None
    last = named.latest_of(feminine=bool(match["feminine"] or match["last"]))
    if last is None or _UNREAD_SINCE.search(text, last.span.end, phrase.start) is not None:
        return unknown(Reason.NO_ACT_BEFORE)
    return Decision(last.id, Via.ANAPHORA, Basis.SAME, last.span)


_UNREAD_SINCE = compiled(
    r"(?<!\w)(?:contrat|bail|accord|avenant|protocole|pacte|mandat|devis|compromis|règlement|cahier|testament|projet"
    r"|convention|charte|promesse|police|transaction|proposition)(?!\w)",
    re.IGNORECASE,
)
"""A text that is not read, which "celui-ci" may mean as well."""


def _of_amended(
    phrases: Sequence[Phrase], at: int, head: int, acts: Acts, supplied: Mapping[int, Decision]
) -> Decision | None:
    """What the head of an amending text supplies to a phrase without an act; a division goes on from its division.

    ``supplied`` is what heads have supplied so far.
    """
    act = acts[head] or supplied.get(head)
    above = ""
    if act is None:
        named, above = _named_again(phrases, acts, supplied, head)
        act = None if named < 0 else acts[named] or supplied.get(named)
    if act is None:
        return None
    phrase, name = phrases[at], phrases[head].act
    span = act.antecedent if name is None else Span(name.start, name.end)
    outer = ""
    if phrase.kind == "division":
        _, outer = _named_again(phrases, acts, supplied, at)
        if not outer and phrases[head].kind == "division":
            first = depth_of((phrase.items[0].path or "").split("/")[0])
            above = above or act.outer
            steps = path_from(above, phrases[head].items[-1].path or "").split("/")
            outer = "/".join([step for step in steps if depth_of(step) < first]) if first < inf else ""
    basis = Basis.HEAD if act.act else Basis.NONE
    return Decision(act.act, Via.ANAPHORA, basis, span, act.reason, head if act.origin is None else act.origin, outer)


def _supply_later(
    phrases: Sequence[Phrase], acts: Acts, heads: Mapping[int, int], supplied: Mapping[int, Decision]
) -> None:
    """Give divisions what heads supply whose own act became known only since."""
    for at, head in heads.items():
        if acts[at] is None and acts[head] is not None and phrases[at].kind == "division":
            acts[at] = _of_amended(phrases, at, head, acts, supplied)


def _named_again(phrases: Sequence[Phrase], acts: Acts, supplied: Mapping[int, Decision], at: int) -> tuple[int, str]:
    """The phrase of a division that is named again ("du même titre II"), and the path above it; -1 where none is.

    Where it is named without its number ("du même titre"), the path includes it.
    """
    phrase = phrases[at]
    step = (phrase.items[0].path or "").split("/")[0]
    if phrase.kind != "division" or phrase.items[0].how is not How.SAME:
        return -1, ""
    kind = step.removesuffix("same") if step.endswith(".same") else ""
    for j in range(at - 1, max(-1, at - _NEAR), -1):
        if phrases[j].kind != "division" or (kind and _is_present(phrases[j])):
            continue
        steps = _path(phrases[j], acts[j] or supplied.get(j))
        for place, own in enumerate(steps):
            if own == step or (kind and ".." not in own and f"{own}.".startswith(kind)):
                return j, "/".join(steps[: place + bool(kind)])
    return -1, ""


def _is_present(phrase: Phrase) -> bool:
    """Whether a phrase is of the text itself by its words: "l'annexe au présent décret"."""
    return phrase.present or (phrase.act is not None and phrase.act.how is How.PRESENT)


def _of_same_division(
    phrases: Sequence[Phrase], acts: Acts, supplied: Mapping[int, Decision], at: int
) -> Decision | None:
    """The act of "la section 2 du même chapitre", where the division named before is one of an act that is named."""
    if not (phrases[at].items[0].path or "").partition("/")[0].endswith(".same"):
        return None
    before, outer = _named_again(phrases, acts, supplied, at)
    alone = before < 0  # "L'article 5 du code … . Le chapitre II du même livre"
    before = at - 1 if alone else before
    act = None if before < 0 else acts[before] or supplied.get(before)
    if act is None or (alone and not (act.act or "").startswith(_CODES)):
        return None
    last = phrases[before]
    span = Span(last.items[-1].start, last.items[-1].end) if last.items else Span(last.start, last.stop)
    basis = Basis.CONTINUATION if act.act else Basis.NONE
    return Decision(act.act, Via.ANAPHORA, basis, span, act.reason, outer=outer)


def _path(phrase: Phrase, act: Decision | None) -> list[str]:
    """The steps of a division, those included from which it goes on."""
    return path_from("" if act is None else act.outer, phrase.items[-1].path or "").split("/")


def _lead_within_heads(text: str, phrases: Sequence[Phrase], acts: Acts, supplied: Mapping[int, Decision]) -> None:
    """Give what heads supply, but for members of a list of which another names an act that alone has their numbers."""
    for at in sorted(supplied, reverse=True):
        decision = supplied[at]
        other = acts[at + 1] if at + 1 < len(phrases) else None
        if (
            other is not None
            and other.basis is not Basis.HEAD
            and _coordinated(text, phrases, at)
            and _belongs(phrases[at], other, CitingArticle(decision.act))
        ):
            acts[at] = other.led(Basis.LIST, at + 1)
        else:
            acts[at] = decision


def _lead_over_lists(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle, named: NamedActs) -> None:
    """Lead acts over coordinations, back first ("l'article 2 et l'article 3 du code …"), then forward.

    A number that the citing act has stays there, unless the other alone has it: of 163 such places in French
    codes, in which one act only has the number, that one is meant in all. Where no article of the citing act is
    known to speak, the text may be another's, and a number that both may have is left open.
    """
    last = len(phrases) - 1
    together = 0  # articles before that have the act by its words: "tous deux du code"
    behind: Decision | None = None  # the act named behind articles of which it is not clear whether they are of it
    for i in range(last - 1, -1, -1):
        act = acts[i + 1]
        if act is None or act.reason is not Reason.ACT_UNCLEAR:
            behind = act
        if act is None or acts[i] is not None or phrases[i].its or _is_headed(phrases[i + 1]):
            together = 0
            continue  # "la charte, en son article 5, à l'article 7 de la loi"
        together = max(0, together - len(phrases[i + 1].items)) or _together(text, phrases[i + 1])
        if together and _are_counted(text, phrases[i], phrases[i + 1], together):
            belongs = True
        elif _coordinated(text, phrases, i):
            belongs = (
                len(phrases[i].items) <= together
                or _belongs(phrases[i], act, citing)
                or _alike(phrases[i], phrases[i + 1], act, citing, named)
                or _is_cited_with(text, phrases, i, act)
                or (citing.article is None and _are_set_beside(text, phrases, i, act))
                or (citing.article is None and _are_correlated(text, phrases[i], phrases[i + 1], act))
                or _are_parted(text, phrases[i], phrases[i + 1], act)
            )
        else:
            cited_with = text.startswith(_TOGETHER, phrases[i].stop) and _is_cited_with(text, phrases, i, act)
            belongs = (
                cited_with or _is_renumbered(text, phrases, i) or _are_parted(text, phrases[i], phrases[i + 1], act)
            )
        again = _is_named_again(text, phrases[i], phrases[i + 1])
        if belongs or again or _are_glossed(text, phrases[i], phrases[i + 1], act):
            acts[i] = act.led(Basis.LIST, i + 1)
        elif (whole := _whole_behind(text, phrases, i, act)) is not None:
            acts[i] = act.led(Basis.LIST, i + 1)._replace(act=whole)
        elif citing.article is None and _are_combined(text, phrases[i], phrases[i + 1]):
            acts[i] = _combined(phrases[i], act, i + 1, citing)
        elif (
            behind is not None
            and citing.act not in {None, behind.act}
            and citing.article is None
            and _coordinated(text, phrases, i)
            and (numbers := numbers_of(phrases[i]))
            and may_have_all(behind.act, numbers)
        ):
            acts[i] = unknown(Reason.ACT_UNCLEAR)
    for i in range(last):
        act = acts[i]
        if act is not None and acts[i + 1] is None and _coordinated(text, phrases, i):
            goes_on = act.basis in _GOING_ON or not _stays(phrases[i + 1], citing)
            belongs = (goes_on and _belongs(phrases[i + 1], act, citing)) or _is_said_too(
                text, phrases[i], phrases[i + 1], act
            )
            unclear = not belongs and citing.act is not None and _goes_on_from_head(phrases, acts, i, citing)
            acts[i + 1] = act.led(Basis.LIST, i) if belongs else unknown(Reason.ACT_UNCLEAR) if unclear else None
        elif (
            act is not None
            and acts[i + 1] is None
            and text.startswith(_BECOMING if citing.act is None else _BECOMING + _BECAME, phrases[i].stop)
            and _BECOME.fullmatch(text, phrases[i].stop, phrases[i + 1].start) is not None
            and _belongs(phrases[i + 1], act, citing)
        ):
            acts[i + 1] = act.led(Basis.LIST, i)
        elif (
            act is not None
            and acts[i + 1] is None
            and citing.article is None
            and _are_combined(text, phrases[i], phrases[i + 1])
        ):
            acts[i + 1] = _combined(phrases[i + 1], act, i, citing)
    if citing.article is None:
        _lead_over_asides(text, phrases, acts, citing)
    if named.latest is not None:
        _lead_from_brackets(text, phrases, acts, citing)


def _goes_on_from_head(phrases: Sequence[Phrase], acts: Acts, i: int, citing: CitingArticle) -> bool:
    """Whether a text about an act goes on from an article behind another act: "Le décret …, article 2, et l'article".

    Both may have it.
    """
    phrase, act, following = phrases[i], acts[i], phrases[i + 1]
    if citing.article is not None or act is None or act.act in {None, citing.act} or following.kind != "article":
        return False
    if following.its or following.present or not (act.basis is Basis.POSSESSIVE or _is_headed(phrase)):
        return False
    numbers = numbers_of(following)
    return bool(numbers) and may_have_all(act.act, numbers)


_AGAIN = compiled(r"[^.;:\n«»]{0,60}?,? (?:et non|et pas|non pas|mais|plutôt que|ou) (?:de |à |sur )?l'")


def _is_named_again(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether an article is named twice, then with its act: "l'article 29, al. 2, et non l'article 29, de"."""
    numbers = numbers_of(first)
    return (
        first.kind == second.kind == "article"
        and first.act is None
        and bool(numbers)
        and numbers == numbers_of(second)
        and _AGAIN.fullmatch(text, first.stop, second.start) is not None
    )


def _whole_behind(text: str, phrases: Sequence[Phrase], i: int, act: Decision) -> str | None:
    """The code of an annex, which has a number before an article of that: "83 et article 5 de l'annexe IV au CGI"."""
    whole = None if act.act is None else whole_of(act.act)
    if whole is None or not _coordinated(text, phrases, i):
        return None
    numbers = numbers_of(phrases[i])
    return whole if numbers and has_all(act.act, numbers) is not True and has_all(whole, numbers) is True else None


_COMBINED_BEGINS = (" comb", ", comb", " lu", ", lu", " pri", ", pri", " en c", ", en c", " conj", ", conj")
_COMBINED = compiled(
    r"(?:,(?! (?:lu|pri|comb|en c|conj))[^,;.:()\n]{2,90}(?=, )"  # "7, applicable à tous, lu avec l'article 8"
    r"| \([^()\n]{2,90}\))?"  # "7 (lancer), lu avec l'article 8"
    r",? (?:combinée?s? (?:avec|à)|(?:lu|pris)e?s? (?:isolément (?:et|ou|ainsi que) )?"
    r"(?:en (?:combinaison|liaison)|conjointement|ensemble) avec|en combinaison avec|conjointement avec|lue?s? avec)"
    r" (?:(?:celles?|ceux) de )?(?:l'|les )"
)


def _are_combined(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether two articles, one without act, are read together: "l'article 14 combiné avec l'article 8 de la loi …"."""
    return (
        first.kind == second.kind == "article"
        and (first.act is None) is not (second.act is None)
        and (text.startswith(_COMBINED_BEGINS, first.stop) or text.startswith((",", " ("), first.stop))
        and _COMBINED.fullmatch(text, first.stop, second.start) is not None
    )


def _combined(phrase: Phrase, act: Decision, at: int, citing: CitingArticle) -> Decision | None:
    """The act of an article that is read together with one whose act is named; unclear where both may have it."""
    numbers = numbers_of(phrase)
    if not may_have_all(act.act, numbers):
        return None
    by_itself = (act.act or "").startswith("traite:protocole-")  # the article may be of the convention
    both = has_all(act.act, numbers) is not None and has_all(citing.act, numbers) is True
    return unknown(Reason.ACT_UNCLEAR) if by_itself or both else act.led(Basis.LIST, at)


_ALL = compiled(rf"(?<=[ ,]){TOGETHER},? d")
_ALL_SIGNS = ("tou", "l'un", "les un", "ensemble d")
_COUNTS = {"deux": 2, "trois": 3, "quatre": 4}
_MANY_TOGETHER = 20  # articles


def _together(text: str, phrase: Phrase) -> int:
    """How many articles before one have its act as well, at most, by the words before it: "tous deux du code …"."""
    name = phrase.act
    if name is None or phrase.kind != "article" or not phrase.items or name.start < phrase.items[-1].end:
        return 0
    start = phrase.items[-1].end
    if name.start - start < len("tous du ") or not any(text.find(sign, start, name.start) >= 0 for sign in _ALL_SIGNS):
        return 0
    found = _ALL.search(text, start, name.start)
    if found is None:
        return 0
    count = _COUNTS.get(found["count"] or ("deux" if found["both"] else ""), _MANY_TOGETHER)
    return max(0, count - len(phrase.items))


_SAME_CLAUSE = compiled(r"[^.;:()\n]{1,100}")


def _are_counted(text: str, first: Phrase, second: Phrase, together: int) -> bool:
    """Whether an act is said to be that of two articles, whatever joins them: "5, joint à l'article 7, tous deux"."""
    return (
        together < _MANY_TOGETHER - len(second.items)
        and first.kind == "article"
        and len(first.items) <= together
        and _SAME_CLAUSE.fullmatch(text, first.stop, second.start) is not None
        and not has_verb(text, first.stop, second.start)
    )


_BRACKET = " ("
_GLOSS = compiled(r" \([^()\n]{1,120}\)(?: ?,|,? (?:et|ou|puis|ainsi que)) (?:(?:de |à )?(?:l'|les )|des |aux )?")


def _are_glossed(text: str, first: Phrase, second: Phrase, act: Decision) -> bool:
    """Whether each of two articles has its subject in brackets: "l'article 31 (l'intérêt) et 32 (le droit) du code"."""
    return (
        text.startswith(_BRACKET, first.stop)
        and second.kind == "article"
        and text.startswith(_BRACKET, second.items[-1].end)
        and _GLOSS.fullmatch(text, first.stop, second.start) is not None
        and may_have_all(act.act, numbers_of(first))
    )


_BESIDE = compiled(r"(?: ?,)? (?:et|ou|puis|ensemble) (?:l'|les )")
_BESIDE_NEXT = compiled(r" ?, (?:l'|les )")


def _are_set_beside(text: str, phrases: Sequence[Phrase], i: int, act: Decision) -> bool:
    """Whether no preposition parts an article from the one behind it: "l'article 5 et l'article 6 de la directive"."""
    first, second = phrases[i], phrases[i + 1]
    if first.kind != "article" or second.kind != "article" or not text.endswith(_DETERMINED, 0, second.start):
        return False
    joined = _BESIDE if second.act is not None else _BESIDE_NEXT if act.basis is Basis.LIST else None
    numbers = numbers_of(first)
    return (
        joined is not None
        and joined.fullmatch(text, first.stop, second.start) is not None
        and bool(numbers)
        and may_have_all(act.act, numbers)
    )


_NEITHER = ("ni l'", "Ni l'", "ni les ", "Ni les ", "ni de l'", "ni à l'", "ni par l'", "ni sur l'")


def _are_correlated(text: str, first: Phrase, second: Phrase, act: Decision) -> bool:
    """Whether two conjunctions hold two articles together: "ni l'article 5, ni l'article 6 du traité"."""
    joint = _COORDINATION.fullmatch(text, first.stop, second.start)
    if joint is None or not (joint["than"] or (text.endswith(_NEITHER, 0, first.start) and "ni" in joint[0])):
        return False
    return second.kind == "article" and may_have_all(act.act, numbers_of(first))


_DETERMINED = ("l'", "les ")
_PARTS = frozenset((" e", " o", " p", " m", " a", " (", ", "))
_PARTED = compiled(
    r"(?P<between> (?:et|ou|puis) (?P<dash>[–—-]) [^–—;:.()\n\d]{2,60} (?P=dash) (?:(?:de |à )?(?:l'|les )|des |aux ))"
    r"| \([^()\n]{2,120}\),? (?:et|ou|puis) (?:(?:de |à )?(?:l'|les )|des |aux )"
    r"|(?P<joined>,? (?:et|ou|puis|mais|ainsi que))? ?, "
    r"(?!(?:dont|qui|que|et|ou|puis|notamment|y compris|sauf|sous réserve)(?!\w)|qu')"
    r"(?P<words>[a-zà-ÿ](?:[^,;:.()\n\d]|n° ?\d+|(?:19|20)\d\d(?!\d)){2,60}), (?:(?:et|ou|ainsi que|ainsi qu') ?)?"
    r"(?:(?:de |à |(?P<again>par|sur|selon|suivant|dans|sous|pour|contre) )?(?:l'|les )|des |aux )"
)
"""What parts two articles of one act: "l'article 15 et, surtout, l'article 22 de la loi"; an aside behind each."""


def _are_parted(text: str, first: Phrase, second: Phrase, act: Decision) -> bool:
    """Whether words between commas part two articles, which both have the act behind the second."""
    if (
        text[first.stop : first.stop + 2] not in _PARTS
        or first.kind != "article"
        or second.kind != "article"
        or not (second.act is not None or act.basis is Basis.LIST)
        or _governor(text, first.start) != _governor(text, second.start)
    ):
        return False
    parted = _PARTED.fullmatch(text, first.stop, second.start)
    if parted is None or not may_have_all(act.act, numbers_of(first)):
        return False
    if parted["between"]:
        return True
    if parted["again"] and not text.endswith((f"{parted['again']} l'", f"{parted['again']} les "), 0, first.start):
        return False
    if parted["joined"] is None and not text.startswith(",", second.items[-1].end):
        return False
    return parted["words"] is None or not has_verb(text, parted.start("words"), parted.end("words"))


def _governor(text: str, start: int) -> str:
    """The preposition "de" or "à" before the determiner of an article."""
    before = text[max(0, start - 7) : start]
    return "de" if before.endswith((" de l'", " des ")) else "à" if before.endswith((" à l'", " aux ")) else ""


_TOGETHER = " ensemble "
_CITATION = 160  # characters of a text that is a citation by itself


def _is_cited_with(text: str, phrases: Sequence[Phrase], i: int, act: Decision) -> bool:
    """Whether articles are cited as lawyers do: "art. 9 et art. 16 CPC", or in a text that is their citation only.

    The citing act, which has the first as well, says nothing of it then.
    """
    phrase, following = phrases[i], phrases[i + 1]
    if phrase.kind != "article" or following.kind != "article":
        return False
    short = text.startswith(_SHORT_WORDS, phrase.start) and text.startswith(_SHORT_WORDS, following.start)
    alone = len(text) <= _CITATION and phrases[0].start <= _LED_BY and len(text) - phrases[-1].stop <= _LED_BY
    if not short and not (
        alone and all(text[each.start : each.start + 3].lower() == "art" for each in (phrase, following))
    ):
        return False
    numbers = numbers_of(phrase)
    has = has_all(act.act, numbers)
    return has is True or (has is None and bool(numbers) and all(len(number) <= _SMALL for number in numbers))


_LED_BY = 4  # characters around a citation: "les ", "."
_SMALL = 2  # digits that any act may have


def _is_said_too(text: str, phrase: Phrase, following: Phrase, act: Decision) -> bool:
    """Whether an act is said to provide something at the next article too: "en son article 5 et à l'article 6"."""
    return (
        act.basis is Basis.POSSESSIVE
        and text.endswith("à l'", 0, following.start)
        and (not phrase.its or text.endswith(_IN, 0, phrase.start))
        and may_have_all(act.act, numbers_of(following))
    )


_IN = ("en ", "dans ")
_GOING_ON = frozenset((Basis.HEAD, Basis.EXCEPTION))
"""How an act is known that goes on over a list: "la loi …, à l'exception des articles 4, 5 et du I de l'article 6"."""


def _alike(phrase: Phrase, following: Phrase, act: Decision, citing: CitingArticle, named: NamedActs) -> bool:
    """Whether a list with prefixes goes on to a number with one that names its code, in a text of no code.

    The code may have had the numbers on another day: "aux articles L. 1, L. 2 et au I de l'article L. 3 du code …".
    No other code that is named may have them, nor the one that speaks.
    """
    of_code = citing.act in ACTS and citing.article is not None
    if of_code or act.act is None or not act.act.startswith(_CODES):
        return False
    own = numbers_of(phrase)
    if not all(numbers and all(number[0] in "lrd" for number in numbers) for numbers in (own, numbers_of(following))):
        return False
    if has_all(citing.act, own) is True or not all(numbers_alike(act.act, number) for number in own):
        return False
    return not any(has_all(code, own) for code in named.codes)


def _is_headed(phrase: Phrase) -> bool:
    """Whether the act of a phrase stands before its numbers: "CGI, art. 39"; so none before it is of that act."""
    return phrase.act is not None and bool(phrase.items) and phrase.act.start < phrase.items[0].start


_RENUMBERED = (" devien", ", qui dev", ", devien", " est dev", " sont dev")
_RENUMBERING = compiled(
    r",? (?:qui )?(?:devien(?:t|nent|dra|dront)|(?:est|sont) devenue?s?),? (?:respectivement )?(?:l'|les )"
)


def _is_renumbered(text: str, phrases: Sequence[Phrase], i: int) -> bool:
    """Whether an article becomes the one behind it, whose act is named: "9 devient l'article 10 de la loi"."""
    first, second = phrases[i], phrases[i + 1]
    return (
        text.startswith(_RENUMBERED, first.stop)
        and first.kind == second.kind == "article"
        and second.act is not None
        and _RENUMBERING.fullmatch(text, first.stop, second.start) is not None
    )


_BECOMING = (" (dev", " (auj", " (dés", ", dev", " dev")
_BECAME = (" est dev", " sont dev")
_BECOME = compiled(r" ?,? ?\(?(?:(?:est |sont )?devenue?s?|aujourd'hui|désormais) (?:l'|les )?")


def _stays(phrase: Phrase, citing: CitingArticle) -> bool:
    """Whether a plain number behind the article of another act is one of the citing law, of unknown numbers."""
    return (
        citing.act is not None
        and citing.act.startswith(_LAWS)
        and not phrase.bare
        and all(number[0].isdigit() and "-" not in number for number in numbers_of(phrase))
    )


def _coordinated(text: str, phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a list of articles and the phrase after it are members of one coordination."""
    first, second = phrases[i], phrases[i + 1]
    return (
        first.kind == "article"
        and second.kind in _HAVE_ARTICLES
        and (
            _is_joint(text, first, second)
            or (text[first.stop : first.stop + 2].strip(" ") in _OPENS_ASIDE and _over_aside(text, first, second))
        )
        and not _is_apart(text, first, second)
    )


_CORRELATIVE = compiled(r"(?<!\w)(?:tant|aussi bien|autant)(?!\w)[^,;.:]{0,20}$")


def _is_joint(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether a conjunction stands between two, and no more: "tant de l'article 3 que de l'article 5"."""
    joint = _COORDINATION.fullmatch(text, first.stop, second.start)
    if joint is None:
        return False
    return joint["than"] is None or _CORRELATIVE.search(text, max(0, first.start - 40), first.start) is not None


def _over_aside(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether only an aside of the first, which names no act, parts it from the second."""
    aside = _ASIDE.fullmatch(text, first.stop, second.start) if first.act is None or _is_headed(first) else None
    return aside is not None and (
        aside["words"] is None or not has_verb(text, aside.start("words"), aside.end("words"))
    )


def _is_apart(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether only a comma stands between two that are no members of one list.

    The word "article" is repeated ("article 1er, article L. 1 du code …"), or a subject follows a complement ("sous
    réserve de l'article 2, les articles 3 et 4 …").
    """
    if not text.startswith((",", " ,"), first.stop):
        return False
    if text.startswith(("article ", "art. "), second.start) and text[first.stop : second.start].strip() == ",":
        return True
    return (
        _SUBJECT.fullmatch(text, first.stop, second.start) is not None
        and _COMPLEMENT.search(text, max(0, first.start - 20), first.start) is not None
    )


def _belongs(phrase: Phrase, act: Decision, citing: CitingArticle) -> bool:
    """Whether an act beside a phrase is its act, too: it may have the numbers, and the citing act does not."""
    numbers = numbers_of(phrase) if phrase.kind == "article" else []
    if not numbers or has_all(citing.act, numbers) is True:
        return False
    return may_have_all(act.act, numbers) or (len(numbers) > 1 and _has_most(act.act, numbers, citing))


def _lead_on(text: str, phrases: Sequence[Phrase], acts: Acts, scopes: Sequence[Scope], citing: CitingArticle) -> None:
    """Lead acts on to what a list or an exception takes from them, and to numbers that the citing act does not have."""
    lists = {scope.head: scope for scope in scopes if scope.kind is ScopeKind.LIST}
    codes: dict[str, ActName] = {}  # in the order in which each was named last
    of_law = False  # whether the act named last is a law or the like
    decided = False  # whether a phrase before has an act
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
                of_law = act.act is not None and act.act.startswith(_LAWS)
            own = own or (name is not None and name.how is How.PRESENT and act.reason is Reason.ACT_WITHOUT_ID)
            if i in lists:
                head = lists[i]
            if name is not None and act.act is not None and act.act.startswith(_CODES):
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
            if _is_headed_by_unread(text, phrases, i):
                acts[i] = unknown(Reason.UNKNOWN_NAME, Via.EXPLICIT)
                continue
            numbers = numbers_of(phrase)
            acts[i] = _of_head(head, phrase, numbers, acts, citing)
            if acts[i] is None:
                acts[i] = _excepted(text, phrases, acts, i, numbers, again=taken == i - 1, citing=citing)
                taken = i if acts[i] is not None else taken
            if unread and acts[i] is None and not phrase.its and not stands_by_itself(text, phrase):
                acts[i] = next((unread[number] for number in numbers if number in unread), None)
            if acts[i] is None and numbers and (has_all(citing.act, numbers) is False or _is_of_code(citing, numbers)):
                acts[i] = _cited_before(numbers, phrases, acts, i, citing)
                plain = not numbers[0][0].isalpha()
                if acts[i] is None and not (plain and (own or of_law or phrase.its or stands_by_itself(text, phrase))):
                    acts[i] = _having(numbers, codes, citing)


def _keep_unread(unread: dict[str, Decision], numbers: Sequence[str], act: Decision) -> None:
    """Keep numbers that have an act which is not known: "l'article 7 du bail"; a known one takes them back."""
    if act.act is None and act.reason is not None:
        unread |= dict.fromkeys(numbers, unknown(act.reason))
    else:
        for number in numbers:
            unread.pop(number, None)


def _is_of_code(citing: CitingArticle, numbers: Sequence[str]) -> bool:
    """Whether numbers have prefixes, or four digits, as those of the citing act have not: it is a law, or the like."""
    if citing.act is None or not citing.act.startswith(_LAWS):
        return is_never_of(citing.act, numbers)
    return all(number[0] in "lrd" or _FOUR_DIGITS.match(number) for number in numbers)


_FOUR_DIGITS = re.compile(r"[0-9]{4}")


def _of_head(
    scope: Scope | None, phrase: Phrase, numbers: Sequence[str], acts: Acts, citing: CitingArticle
) -> Decision | None:
    """The act that the head of a list supplies to an article in it."""
    if scope is None or scope.head is None or phrase.start >= scope.end:
        return None
    act = acts[scope.head]
    if act is None or not (
        may_have_all(act.act, numbers) or _has_most(act.act, numbers, citing) or _had_all(act.act, numbers, citing)
    ):
        return None
    return act.led(Basis.HEAD, scope.head)


def _had_all(act: str | None, numbers: Sequence[str], citing: CitingArticle) -> bool:
    """Whether a code counts as the numbers do, which are none of a text that is no code: it had them before."""
    if act is None or (citing.act is not None and not _is_of_code(citing, numbers)):
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
        led = before.led(Basis.EXCEPTION, i - 1)
        name = phrases[i - 1].act
        if name is None or not _WHOSE.search(text, max(phrases[i - 1].stop, phrases[i].start - 30), phrases[i].start):
            return led
        return led._replace(via=Via.ANAPHORA, antecedent=led.antecedent or Span(name.start, name.end))
    if again and _coordinated(text, phrases, i - 1) and _belongs(phrases[i], before, citing):
        return before.led(Basis.LIST, i - 1)
    return None


def _has_had(act: str, numbers: Sequence[str], citing: CitingArticle) -> bool:
    """Whether an act may have had the numbers on another day: most of them, or such numbers where no article speaks."""
    alike = citing.article is None and all(numbers_alike(act, number) for number in numbers)
    return alike or _has_most(act, numbers, citing)


def _has_most(act: str | None, numbers: Sequence[str], citing: CitingArticle) -> bool:
    """Whether an act has most of the numbers, and the citing one none: those that it lacks it may have had."""
    having = sum(has_number(act, number) is True for number in numbers)
    return 2 * having > len(numbers) and not any(has_number(citing.act, number) for number in numbers)


def _having(numbers: Sequence[str], codes: dict[str, ActName], citing: CitingArticle) -> Decision | None:
    """The code named last that has the numbers, or most of a list of them."""
    for code, name in reversed(codes.items()):
        if has_all(code, numbers) or (len(numbers) > 2 and _has_most(code, numbers, citing)):
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
    for j in range(i - 1, max(-1, i - _NEAR), -1):
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
    if act is None or phrases[i + 1].kind != "article" or phrases[i + 1].act is None or _is_headed(phrases[i + 1]):
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
    goes_on = _is_headed(phrases[i - 1]) or (phrases[i - 1].act is None and act.basis is Basis.LIST)
    if not goes_on or _NEXT_ONE.fullmatch(text, phrases[i - 1].stop, phrases[i].start) is None:
        return None
    own = depth_of((phrases[i].items[0].path or "").partition("/")[0])
    outer = "/".join([step for step in _path(phrases[i - 1], act) if depth_of(step) < own < inf])
    return act.led(Basis.LIST, i - 1)._replace(outer=outer)


_ONLY_SPACE = compiled(r" ?[,(–-]? ?")


def _of_act_of_citation(text: str, phrases: Sequence[Phrase], acts: Acts, i: int) -> Decision | None:
    """The act that heads a citation which goes on to an annex: "Arrêté du 3 mai 2007, art. 2, annexe I"."""
    if not i or phrases[i].present or not (phrases[i].items[0].path or "").startswith("annexe"):
        return None
    act = acts[i - 1]
    if act is None or not (_is_headed(phrases[i - 1]) or phrases[i - 1].kind == "act"):
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

"""Acts led over the members of a list: "l'article 2 et l'article 3 du code …"."""

from __future__ import annotations

from collections.abc import Sequence

from cpp_corpus.lang.acts import ACTS, has_none_like, numbers_alike, whole_of
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis
from cpp_corpus.normalizer.recognize.discourse.attribution.asides import (
    lead_from_brackets,
    lead_from_fields,
    lead_over_asides,
    lead_over_rows,
)
from cpp_corpus.normalizer.recognize.discourse.attribution.coordination import (
    BESIDE_NEXT,
    CITATION,
    CODES,
    COORDINATION,
    GOING_ON,
    LAWS,
    MANY_TOGETHER,
    SHORT_WORDS,
    Acts,
    are_coordinated,
    belongs_beside,
    is_headed,
)
from cpp_corpus.normalizer.recognize.discourse.attribution.unread import is_headed_by_unread
from cpp_corpus.normalizer.recognize.discourse.decision import (
    CitingArticle,
    Decision,
    has_all,
    has_range_of_another,
    may_have_all,
    numbers_of,
    unknown,
)
from cpp_corpus.normalizer.recognize.discourse.named_acts import NamedActs
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.acts_behind import TOGETHER
from cpp_corpus.normalizer.recognize.grammar.qualifiers import has_verb
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["lead_over_lists"]


def lead_over_lists(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle, named: NamedActs) -> None:
    """Lead acts over coordinations, back first ("l'article 2 et l'article 3 du code …"), then forward.

    A number that the citing act has stays there, unless the other alone has it: of 163 such places in French
    codes, in which one act only has the number, that one is meant in all. Where no article of the citing act is
    known to speak, the text may be another's, and a number that both may have is left open.
    """
    _lead_back(text, phrases, acts, citing, named)
    _lead_forward(text, phrases, acts, citing)
    if citing.article is None:
        _lead_over_wordings(text, phrases, acts)
        lead_over_asides(text, phrases, acts, citing)
        lead_from_fields(text, phrases, acts)
        lead_over_rows(text, phrases, acts)
    if named.latest is not None:
        lead_from_brackets(text, phrases, acts, citing)


def _lead_back(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle, named: NamedActs) -> None:
    """Lead acts to the articles before theirs."""
    last = len(phrases) - 1
    together = 0  # articles before that have the act by its words: "tous deux du code"
    behind: Decision | None = None  # the act named behind articles of which it is not clear whether they are of it
    for i in range(last - 1, -1, -1):
        act = acts[i + 1]
        if act is None or act.reason is not Reason.ACT_UNCLEAR:
            behind = act
        if act is None or acts[i] is not None or phrases[i].its or is_headed(phrases[i + 1]):
            together = 0
            continue  # "la charte, en son article 5, à l'article 7 de la loi"
        together = max(0, together - len(phrases[i + 1].items)) or _together(text, phrases[i + 1])
        if together and _are_counted(text, phrases[i], phrases[i + 1], together):
            belongs = True
        elif are_coordinated(text, phrases, i) and not has_range_of_another(phrases[i], act.act):
            belongs = (
                len(phrases[i].items) <= together
                or belongs_beside(phrases[i], act, citing)
                or _alike(phrases[i], phrases[i + 1], act, citing, named)
                or _is_cited_with(text, phrases, i, act)
                or _share_determiner(text, phrases[i], phrases[i + 1], act)
                or (citing.article is None and _are_set_beside(text, phrases, i, act))
                or (citing.article is None and _are_correlated(text, phrases[i], phrases[i + 1], act))
                or _are_parted(text, phrases[i], phrases[i + 1], act)
            )
        else:
            cited_with = text.startswith(_TOGETHER, phrases[i].stop) and _is_cited_with(text, phrases, i, act)
            belongs = (
                cited_with
                or _is_renumbered(text, phrases, i, act, citing)
                or _are_parted(text, phrases[i], phrases[i + 1], act)
            )
        if belongs and ";" in text[phrases[i].stop : phrases[i + 1].start] and is_headed_by_unread(text, phrases, i):
            continue  # "Contrat n° 2, art. 5 ; art. 6 C. civ."
        again = _is_named_again(text, phrases[i], phrases[i + 1])
        if belongs and phrases[i].items[0].how is How.SAME and numbers_of(phrases[i])[0].isdigit():
            acts[i] = unknown(Reason.ACT_UNCLEAR)  # "7 précité et l'article 8 du code": of where it was cited
        elif belongs or again or _are_glossed(text, phrases[i], phrases[i + 1], act):
            acts[i] = act.led(Basis.LIST, i + 1)
        elif (whole := _whole_behind(text, phrases, i, act)) is not None:
            acts[i] = act.led(Basis.LIST, i + 1)._replace(act=whole)
        elif citing.article is None and _are_combined(text, phrases[i], phrases[i + 1]):
            acts[i] = _combined(phrases[i], act, i + 1, citing)
        elif (
            behind is not None
            and citing.act not in {None, behind.act}
            and citing.article is None
            and are_coordinated(text, phrases, i)
            and (numbers := numbers_of(phrases[i]))
            and may_have_all(behind.act, numbers)
        ):
            acts[i] = unknown(Reason.ACT_UNCLEAR)


def _lead_forward(text: str, phrases: Sequence[Phrase], acts: Acts, citing: CitingArticle) -> None:
    """Lead acts to the articles behind theirs."""
    heads: dict[int, int] = {}  # by article whose act is not clear, the one behind another act that it goes on from
    for i in range(len(phrases) - 1):
        act = acts[i]
        if act is not None and acts[i + 1] is None and are_coordinated(text, phrases, i):
            goes_on = act.basis in GOING_ON or not _stays(phrases[i + 1], citing)
            belongs = (goes_on and belongs_beside(phrases[i + 1], act, citing)) or _is_said_too(
                text, phrases[i], phrases[i + 1], act
            )
            head = heads.get(i, i)
            first = acts[head] or act
            unclear = (
                not belongs
                and citing.act is not None
                and _goes_on_from_head(phrases[head], first, phrases[i + 1], citing)
            )
            if unclear and not may_have_all(citing.act, numbers_of(phrases[i + 1])):
                act, belongs = first, True
            elif unclear:
                heads[i + 1] = head
            acts[i + 1] = act.led(Basis.LIST, i) if belongs else unknown(Reason.ACT_UNCLEAR) if unclear else None
        elif (
            act is not None
            and acts[i + 1] is None
            and text.startswith(_BECOMING if citing.act is None else _BECOMING + _BECAME, phrases[i].stop)
            and _BECOME.fullmatch(text, phrases[i].stop, phrases[i + 1].start) is not None
            and belongs_beside(phrases[i + 1], act, citing)
        ):
            acts[i + 1] = act.led(Basis.LIST, i)
        elif (
            act is not None
            and acts[i + 1] is None
            and citing.article is None
            and _are_combined(text, phrases[i], phrases[i + 1])
        ):
            acts[i + 1] = _combined(phrases[i + 1], act, i, citing)


def _goes_on_from_head(phrase: Phrase, act: Decision, following: Phrase, citing: CitingArticle) -> bool:
    """Whether a text about an act goes on from an article behind another act: "Le décret …, article 2, et l'article".

    Both may have it.
    """
    if citing.article is not None or act.act in {None, citing.act} or following.kind != "article":
        return False
    if following.its or following.present or not (act.basis is Basis.POSSESSIVE or is_headed(phrase)):
        return False
    numbers = numbers_of(following)
    return bool(numbers) and may_have_all(act.act, numbers)


_WORDED = compiled(
    r"(?: ?,)? (?:et|ou|puis|ainsi que) ?, (?:(?:pris|prise)s? )?(?:dans|en|selon) (?:sa|leur) (?:rédaction|version)"
    r"[^.;:()\n]{2,200}, (?:l'|les )"
)
"""What parts two articles, where the wording of the second is told first: "7 et, dans sa rédaction …, l'article 8"."""


def _lead_over_wordings(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Lead an act back over the wording of its article, with the act from which that comes."""
    for at in range(len(phrases) - 2):
        first, third, act = phrases[at], phrases[at + 2], acts[at + 2]
        if (
            acts[at] is None
            and act is not None
            and first.kind == third.kind == "article"
            and not first.its
            and phrases[at + 1].kind == "act"
            and third.act is not None
            and _WORDED.fullmatch(text, first.stop, third.start) is not None
            and may_have_all(act.act, numbers_of(first))
        ):
            acts[at] = act.led(Basis.LIST, at + 2)


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
    if whole is None or not are_coordinated(text, phrases, i):
        return None
    numbers = numbers_of(phrases[i])
    return whole if numbers and has_all(act.act, numbers) is not True and has_all(whole, numbers) is True else None


_COMBINED_BEGINS = (
    " comb", ", comb", " lu", ", lu", " pri", ", pri", " en c", ", en c", " conj", ", conj", " joint", ", joint",
)  # fmt: skip
_COMBINED = compiled(
    r"(?:,(?! (?:lu|pri|comb|en c|conj))[^,;.:()\n]{2,90}(?=, )"  # "7, applicable à tous, lu avec l'article 8"
    r"| \([^()\n]{2,90}\))?"  # "7 (lancer), lu avec l'article 8"
    r",? (?:combinée?s? (?:avec|à)|(?:lu|pris)e?s? (?:isolément (?:et|ou|ainsi que) )?"
    r"(?:en (?:combinaison|liaison)|conjointement|ensemble) avec|en combinaison avec|conjointement avec|lue?s? avec"
    r"|jointe?s? à)"
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
    count = _COUNTS.get(found["count"] or ("deux" if found["both"] else ""), MANY_TOGETHER)
    return max(0, count - len(phrase.items))


_SAME_CLAUSE = compiled(r"[^.;:()\n]{1,100}")


def _are_counted(text: str, first: Phrase, second: Phrase, together: int) -> bool:
    """Whether an act is said to be that of two articles, whatever joins them: "5, joint à l'article 7, tous deux"."""
    return (
        together < MANY_TOGETHER - len(second.items)
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


def _are_set_beside(text: str, phrases: Sequence[Phrase], i: int, act: Decision) -> bool:
    """Whether no preposition parts an article from the one behind it: "l'article 5 et l'article 6 de la directive"."""
    first, second = phrases[i], phrases[i + 1]
    if first.kind != "article" or second.kind != "article" or not text.endswith(_DETERMINED, 0, second.start):
        return False
    joined = _BESIDE if second.act is not None else BESIDE_NEXT if act.basis is Basis.LIST else None
    numbers = numbers_of(first)
    return (
        joined is not None
        and joined.fullmatch(text, first.stop, second.start) is not None
        and bool(numbers)
        and may_have_all(act.act, numbers)
    )


_ELLIPTIC = compiled(r"(?:,| et| ou) ")


def _share_determiner(text: str, first: Phrase, second: Phrase, act: Decision) -> bool:
    """Whether one determiner leads to parts of two articles: "les I de l'article 5 et II de l'article 6 du code"."""
    return (
        bool(second.items[0].locators)
        and _BEGINS_PART.match(text, second.start) is not None
        and bool(first.items[-1].locators)
        and _ELLIPTIC.fullmatch(text, first.stop, second.start) is not None
        and may_have_all(act.act, numbers_of(first))
    )


_BEGINS_PART = compiled(r"[IVX0-9]|[a-z](?: ?\))? d")
_NEITHER = ("ni l'", "Ni l'", "ni les ", "Ni les ", "ni de l'", "ni à l'", "ni par l'", "ni sur l'")


def _are_correlated(text: str, first: Phrase, second: Phrase, act: Decision) -> bool:
    """Whether two conjunctions hold two articles together: "ni l'article 5, ni l'article 6 du traité"."""
    joint = COORDINATION.fullmatch(text, first.stop, second.start)
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


def _is_cited_with(text: str, phrases: Sequence[Phrase], i: int, act: Decision) -> bool:
    """Whether articles are cited as lawyers do: "art. 9 et art. 16 CPC", or in a text that is their citation only.

    The citing act, which has the first as well, says nothing of it then.
    """
    phrase, following = phrases[i], phrases[i + 1]
    if phrase.kind != "article" or following.kind != "article":
        return False
    short = text.startswith(SHORT_WORDS, phrase.start) and text.startswith(SHORT_WORDS, following.start)
    alone = len(text) <= CITATION and phrases[0].start <= _LED_BY and len(text) - phrases[-1].stop <= _LED_BY
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


def _alike(phrase: Phrase, following: Phrase, act: Decision, citing: CitingArticle, named: NamedActs) -> bool:
    """Whether a list with prefixes goes on to a number with one that names its code, in a text of no code.

    The code may have had the numbers on another day: "aux articles L. 1, L. 2 et au I de l'article L. 3 du code …".
    No other code that is named may have them, nor the one that speaks.
    """
    of_code = citing.act in ACTS and citing.article is not None
    if of_code or act.act is None or not act.act.startswith(CODES):
        return False
    own = numbers_of(phrase)
    if not all(numbers and all(number[0] in "lrd" for number in numbers) for numbers in (own, numbers_of(following))):
        return False
    if has_all(citing.act, own) is True or not all(numbers_alike(act.act, number) for number in own):
        return False
    return not any(has_all(code, own) for code in named.codes)


_RENUMBERED = (" devien", ", qui dev", ", devien", " est dev", " sont dev")
_RENUMBERING = compiled(
    r",? (?:qui )?(?:devien(?:t|nent|dra|dront)|(?:est|sont) devenue?s?),? (?:respectivement )?(?:l'|les )"
)


def _is_renumbered(text: str, phrases: Sequence[Phrase], i: int, act: Decision, citing: CitingArticle) -> bool:
    """Whether an article becomes the one behind it, whose act is named: "9 devient l'article 10 de la loi".

    It is of the act that speaks where that alone has the number, and of one that is not said where the code behind has
    no such plain number: "9 devient l'article 226-1 du code pénal".
    """
    first, second = phrases[i], phrases[i + 1]
    if (
        not text.startswith(_RENUMBERED, first.stop)
        or not first.kind == second.kind == "article"
        or second.act is None
        or _RENUMBERING.fullmatch(text, first.stop, second.start) is None
    ):
        return False
    numbers = numbers_of(first)
    if has_all(act.act, numbers) is False and (
        has_all(citing.act, numbers) is True or all(number.isdigit() for number in numbers)
    ):
        return False
    lacks = act.act is not None and act.act in ACTS and all(has_none_like(act.act, number) for number in numbers)
    return not lacks


_BECOMING = (" (dev", " (auj", " (dés", ", dev", " dev")
_BECAME = (" est dev", " sont dev")
_BECOME = compiled(r" ?,? ?\(?(?:(?:est |sont )?devenue?s?|aujourd'hui|désormais) (?:l'|les )?")


def _stays(phrase: Phrase, citing: CitingArticle) -> bool:
    """Whether a plain number behind the article of another act is one of the citing law, of unknown numbers."""
    return (
        citing.act is not None
        and citing.act.startswith(LAWS)
        and not phrase.bare
        and all(number[0].isdigit() and "-" not in number for number in numbers_of(phrase))
    )

"""What a text that is no article of an act leaves to its context.

A number beside which nothing names an act belongs to the act named last that has it; across sentences, until another
one is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from cpp_corpus.lang.acts import is_lettered, last_article, numbers_alike
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.decision import (
    Decision,
    has_all,
    has_range_of_another,
    numbers_of,
    unknown,
)
from cpp_corpus.normalizer.recognize.discourse.naming import named_for_another
from cpp_corpus.normalizer.recognize.discourse.owners import (
    has_other_subject,
    is_of_noun_before,
    is_of_subject_behind,
)
from cpp_corpus.normalizer.recognize.discourse.scopes import ends_sentence
from cpp_corpus.normalizer.recognize.fragments import DASHES, compiled
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = [
    "CIVIL_PROCEDURE",
    "NEXT_NUMBERS",
    "OwnTitles",
    "awards_costs",
    "by_context",
    "calls_itself_contract",
    "is_contract",
    "is_of_exhibit",
    "may_be_of_contract",
    "of_amending_subject",
    "stands_by_itself",
]

_OWN = re.compile(
    r"(?:^|\n|(?<=[.;:] )(?=[^\n]{7,16}(?:[:–—] ?|(?<=\d)\. )[A-ZÀ-Ý]))[ \t>*#]*(?:ARTICLE|Article|Art\.) "
    r"(?:(?P<number>[0-9]{1,2})(?:\.[0-9]+)*(?:er)?|premier|PREMIER)(?: ?[.:–—-]| [A-ZÀ-Ý]|[ \t]*\n)"
)
"""The title of an article of the text itself, as contracts have them."""
_OWN_IN_LINE = re.compile(
    r"(?:(?<=[.;:] )|(?<=ARR[ÊE]TE )|(?<=D[ÉE]CIDE ))Article (?P<number>[0-9]{1,2})(?:er)? "
    r"(?!(?:Code|Loi|Décret|Ordonnance|Arrêté|Règlement|Directive|Convention|Constitution|Charte|Traité)(?!\w))"
    r"(?=(?:[A-ZÀ-Ý][a-zà-ÿ]{2,}|L[ea]|Une?|Il|En|Au|Si|Ce|On) [^\W\d]{2}|L'[^\W\d])"
)
"""The same in a line, without a sign behind its number: "Article 3 Aux fins de"."""
_IN_BRACKET = compiled(r" \((?:supprim|nouveau|nouvelle|suppression|non modifi|sans modif|division|pour coord)")
"""What stands behind the number of an article of a bill: "Article 7 (supprimé)"."""
_UNREAD = compiled(
    r"(?<!\w)(?:loi|ordonnance|projet de loi|proposition de loi|convention|accord|contrat|règlement|statuts)"
    r"(?: organique)?"
    r" (?:pour|relati(?:f|ve)s?|portant|visant|tendant|déférée?|examinée?|contestée?|soumise|adoptée?)(?!\w)"
)
"""A text that is named and not read, which may have articles of small numbers as well."""
_MOST = 450  # articles of any other: a code that is named before and has the number counts first
_MOST_OF_CODE = 2_500
_CODES = ("code-", "livre-")
_LEADING = re.compile(r"[0-9]+")
_FAR = 1_000  # characters
_WITHOUT_ARTICLES = ("decision", "boi:", "circulaire:", "instruction:")
_PREAMBLE = ("préambule", "Préambule", "PRÉAMBULE")
"""What has no articles of an act that has some."""
_TAXES = ("code-general-des-impots", "livre-des-procedures-fiscales")
_SUFFIXED = re.compile(r"[0-9]+-[a-z]{1,2}(?:-[a-z]{4,})?")
"""A number with capitals behind it, as the tax codes have many, and had others: "150 B"."""
_LAWS = ("loi:", "ordonnance:", "decret:")
_AMENDING = compiled(
    r",? (?:(?:enfin|ensuite|quant à lui),? )?(?:modifie|complète|abroge|crée|insère|adapte|supprime|rétablit|remplace"
    r"|étend|gage|tire)(?!\w)"
)
"""What an article of a text that amends does: "L'article 2 complète l'article L. 1 du code …"."""
_DOES = compiled(
    r",? (?:(?:enfin|ensuite|quant à lui|ainsi|également),? )?"
    r"(?!entre|autre|contre|outre|notre|votre|celle|telle|même|règle|code)[a-zà-ÿ]{3,}(?<![mr]ent)(?:e|it|nt|d|met)(?!\w)"
)
"""A verb in the present: what an article of a bill does where its motives are told: "L'article 2 abaisse le taux"."""
_VOTED = compiled(
    r",? (?:demeure supprim|(?:est|a été|sera) (?:ainsi )?(?:adopté|rejeté|réservé|voté|disjoint|retiré)"
    r"|est (?:un article )?de coordination|habilite|ratifie|autorise le Gouvernement)"
    r"|,? (?:inséré|introduit|ajouté|adopté|supprimé) (?:dans (?:le (?:titre|chapitre|texte)|ce)"
    r"|en (?:première|seconde|deuxième|nouvelle|commission|séance)"
    r"|par (?:le Sénat|l'Assemblée|(?:la|votre) commission|(?:un )?amendement))"
)
"""What is said of an article of a bill where it is discussed: "l'article 14 bis C demeure supprimé"."""
_DEBATE = compiled(
    r"(?:[Aa]mendements?|[Cc]ommission(?: des lois| mixte paritaire| des finances)?|Sénat|Assemblée nationale"
    r"|(?:(?:[Nn]ous|[Jj]e)(?: (?:vous|lui|leur))? (?:propos|demand|suggér|souhait|invit)\w+"
    r"|[Ii]l (?:vous )?est (?:donc )?(?:proposé|demandé|suggéré)) (?:de |d'|à )?"
    r"(?:rétabl|supprim|adopt|vot|rejet|rédig|réécri)\w+"
    r"|[Rr]apporteure?s?|[Dd]isj(?:oindre|oints?|ointes?|onction)|(?:^|[\n«\"])\s*(?:[Rr]édiger|[Ss]upprimer|[Cc]ompléter|[Rr]établir|[Mm]odifier))(?!\w)[^.;:\n]{0,60}$"
)
"""What those say who discuss a bill, before one of its articles: "La commission a adopté l'article 4"."""
_DEBATING = 90  # characters
_PARTY = (
    r"(?:bailleu|preneu|vendeu|locatai|prestatai|fournisseu|mandatai|mandan|client|société|titulai|donateu|cédan)\w*"
)
_AGREED_BEHIND = compiled(
    rf", (?:les (?:parties|contractants)|l[ea] {_PARTY}|l'(?:acheteur|acquéreur|employeur|emprunteur|entrepreneur))"
    r" (?:ont |a )?(?:(?:expressément|également) )?"
    r"(?:convien|convenu|s'engag|s'oblige|s'interdi|reconnai|renonc|accept|déclar)"
)
"""What the parties to a contract do at one of its articles: "À l'article 4, les parties conviennent"."""
_OF_BILL = ("proposition de loi", "rojet de loi", "EXPOSÉ DES MOTIFS", "rojet d'ordonnance", "Rapport au Président")
_TITLE = compiled(r" ?[:.–—-] ?(?=[A-ZÀ-Ý])")
"""What stands between the number of a title and its words: "Article 7 : La qualité de membre …"."""
_CHANGING = compiled(
    r"(?:contraire|conforme|conformité|contrariété|atteinte)s? à la $"
    r"|(?:issue?s? de|résultant de"
    r"|(?:insér|modifi|cré|introduit|complét|abrog|remplac|rétabli|ajout|ratifi|apport|approuv|homologu|étend|élarg|agré"
    r"|édict)\w{0,4} par"
    r"|après|depuis|avant) (?:la |l'|le |une? )?$"
)
"""What makes an act one that changed or approved another text, or measures it, of which the text goes on to speak:
"inséré par la loi", "l'accord étendu par arrêté", "contraire à la Constitution".
"""
_BY_ITSELF = compiled(r"[^.;:\n]{0,40}?(?:ci-dessus|ci-dessous|ci-après|ci-avant)(?!\w)")
_AND_OF = compiled(r" ?,? et (?:du |de la |de l')(?=code|loi|décret|ordonnance|arrêté)")
"""A list the last number of which is left out, or an act beside it: "Art. 41, 62, et du code X"."""
_ONLY_OF_CODES = 1000  # the number of an article from which on no law or decree has it
_DIGITS = 2  # of the numbers that a contract or an agreement has as well
_WITH_NUMBER = frozenset((How.NAMED, How.SAME))
_MANY = 40  # acts: one named before so many others is hardly meant again


_BEHIND_EXHIBIT = frozenset((", ", "l'", " (", ": "))
_EXHIBIT = compiled(
    r"(?<!\w)(?:pièce|production|cote|document)s?(?: [a-zà-ÿ]{3,14}){0,2} ?(?:n ?°s? ?)?[A-Z]?\d{1,3}"
    r"(?: (?:et|à) (?:n ?° ?)?[A-Z]?\d{1,3})?(?:, | \(| ?: )(?:à )?(?:l')?$",
    re.IGNORECASE,
)
"""A document of a party that has articles of its own: "(pièce adverse n° 12, art. 4)"."""
_EXHIBIT_LONG = 50  # characters


def stands_by_itself(text: str, phrase: Phrase) -> bool:
    """Whether an article is one of the text itself, or of a document with it: "l'article 8 ci-dessous"."""
    behind = phrase.items[-1].end if phrase.items else phrase.stop  # a phrase may end with such a word
    return _BY_ITSELF.match(text, min(behind, phrase.stop)) is not None or is_of_exhibit(text, phrase)


def is_of_exhibit(text: str, phrase: Phrase) -> bool:
    """Whether an article is one of a document that a party has produced: "(pièce n° 5, art. 3)"."""
    start = phrase.start
    if text[start - 2 : start] not in _BEHIND_EXHIBIT:
        return False
    return _EXHIBIT.search(text, max(0, start - _EXHIBIT_LONG), start) is not None


_CONTRACT = re.compile(
    r"[\s#>*_]{0,20}"
    r"(?:(?:STATUTS|CONTRAT|BAIL|CONVENTION(?! EUROP| INTERNAT)|PACTE|PROTOCOLE|COMPROMIS|PROMESSE|AVENANT|TESTAMENT"
    r"|CAHIER DES CHARGES|CONDITIONS (?:GÉNÉRALES|PARTICULIÈRES)|RÈGLEMENT (?:INTÉRIEUR|DE COPROPRIÉTÉ))(?!\w)"
    r"(?:[ ,'’«»&./-]{1,3}[A-ZÀ-Ý0-9]+(?![a-zà-ÿ])){0,12})[*_ ]{0,5}"
    r"(?:\n|[–—:-] (?=L[ea]s? |L'|Entre |Il |Article ))"
)
"""The title of a contract, statutes, a will, in capitals at the head of a text."""


@lru_cache(maxsize=1)
def is_contract(text: str) -> bool:
    r"""Whether a text is headed as a contract is, or statutes, so that its bare articles are its own.

    >>> is_contract("STATUTS DE LA SCI\nLe gérant moud."), is_contract("LE CONTRAT\nLe contrat lie.")
    (True, False)
    """
    return _CONTRACT.match(text) is not None


_CALLS_ITSELF = compiled(
    r"(?<!\w)présent(?:e?s?) (?:contrat|bail|pacte|mandat|protocole|accord|avenant|marché|compromis|convention|charte"
    r"|promesse|donation|transaction|conditions|statuts)(?!\w)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def calls_itself_contract(text: str) -> bool:
    """Whether a text calls itself a contract, so that its bare articles may be its own.

    >>> calls_itself_contract("Le présent bail est régi par le code civil."), calls_itself_contract("Le bail est nul.")
    (True, False)
    """
    return _speaks_of_itself(text) and _CALLS_ITSELF.search(text) is not None


def may_be_of_contract(numbers: Sequence[str]) -> bool:
    """Whether all numbers are such as contracts have: "22", "16.3"."""
    return all(number.isdigit() and len(number) <= _DIGITS for number in (n.partition(".")[0] for n in numbers))


def by_context(  # noqa: PLR0915 - one pass, that keeps what was said before
    text: str, phrases: Sequence[Phrase], acts: list[Decision | None]
) -> None:
    """Give the articles without an act those that the context tells."""
    named: dict[str, Decision] = {}  # in the order in which each was named last
    foreign: Decision | None = None
    own = OwnTitles(text)
    unread = False  # whether the act named last is one without an id
    speaking = -1  # where the text last spoke of itself: "la présente proposition"
    bill = False  # whether the text is one on a bill, by what it says of an article before any act is named
    cited: dict[str, Decision | None] = {}  # the act of each number that was cited with one
    with_articles: set[str | None] = set()  # the acts of which articles were cited
    families: dict[str, Decision] = {}  # the code of "63-4-2", by "63"
    open_ones: set[int] = set()  # low numbers of articles that were left open
    for at, phrase in enumerate(phrases):
        act = acts[at]
        if act is None:
            if phrase.kind == "article" and phrase.its:
                acts[at] = _owner(text, phrase, named) or unknown(Reason.NO_ACT_BEFORE)
            elif phrase.kind == "article" and is_contract(text) and may_be_of_contract(numbers_of(phrase)):
                pass
            elif phrase.kind == "article" and not named:
                bill = bill or (_opens_sentence(text, phrase) and _AMENDING.match(text, phrase.stop) is not None)
                acts[at] = foreign
            elif phrase.kind == "article" and bill and _is_of_own(text, phrase):
                pass
            elif phrase.kind == "article":
                numbers = numbers_of(phrase)
                told = _cited_together(numbers, cited, foreign) or _of_family(numbers, families, named)
                if told is None and _may_be_own(text, numbers, named, with_articles):
                    pass
                elif told is None and not (open_ones and _goes_on(text, _small_of(phrase), open_ones, cited, named)):
                    told = _named_last(text, phrase, named, own, unread=unread, speaking=speaking)
                acts[at] = told
            if acts[at] is None and phrase.kind == "article":
                open_ones.update(_small_of(phrase))
            continue
        if phrase.kind == "article" and act.reason is Reason.NO_ACT_NAMED and phrase.act is None:
            open_ones.update(_small_of(phrase))
        if phrase.kind == "article" and act.reason in _OF_UNREAD and phrase.act is None:
            unread = True  # a text that is not read has it, and may have the next ones
        if phrase.kind == "article":
            _keep(numbers_of(phrase), act, cited, families)
            with_articles.add(act.act)
        if phrase.act is not None:
            name = phrase.act
            changing = _is_changing(text, phrase) or _is_within_title(text, phrases, at)
            if phrase.kind == "act" and not changing:
                cited.clear()  # another act is spoken of
            span = Span(name.start, name.end)
            foreign = None
            unread = act.act is None or (changing and unread)
            if act.act is None and name.how is How.PRESENT:
                speaking = phrase.start
            if act.reason is Reason.FOREIGN_ACT:
                foreign = Decision(None, Via.CONTEXT, Basis.NONE, span, Reason.FOREIGN_ACT)
            elif changing or act.act is None or act.act.startswith(_WITHOUT_ARTICLES):
                continue
            elif not text.startswith(_PREAMBLE, name.start):
                named.pop(act.act, None)
                named[act.act] = Decision(act.act, Via.CONTEXT, Basis.CONTEXT, span)
                if len(named) > _MANY:
                    del named[next(iter(named))]


def _may_be_own(text: str, numbers: Sequence[str], named: dict[str, Decision], with_articles: set[str | None]) -> bool:
    """Whether articles may be those of a contract, which has named an act and cited no article of that."""
    own = may_be_of_contract(numbers) and calls_itself_contract(text)
    return own and next(reversed(named)) not in with_articles


NEXT_NUMBERS = 3  # of a text, those of which one speaks next


def _small_of(phrase: Phrase) -> list[int]:
    """The numbers of a phrase, where all are such as a bill has as well: 1 to 99."""
    numbers = numbers_of(phrase)
    return [*map(int, numbers)] if all(n.isdigit() and len(n) <= _DIGITS for n in numbers) else []


def _goes_on(
    text: str,
    numbers: Sequence[int],
    open_ones: set[int],
    cited: dict[str, Decision | None],
    named: dict[str, Decision],
) -> bool:
    """Whether articles may be of a text that is not read, of which articles were cited before: a bill that is debated.

    They are those articles again, or the next ones of a bill, unless these are the next ones of the act named last.
    """
    if not numbers:
        return False
    if open_ones.issuperset(numbers):
        return True
    if not _is_of_bill(text) and "mendement" not in text:
        return False
    highest = max(open_ones)
    if not all(each in open_ones or highest < each <= highest + NEXT_NUMBERS for each in numbers):
        return False
    last = next(reversed(named))
    before = (cited.get(str(each)) for each in range(max(1, numbers[0] - NEXT_NUMBERS), numbers[0]))
    return not any(each is not None and each.act == last for each in before)


_OF_UNREAD = frozenset((Reason.NO_ACT_BEFORE, Reason.ACT_WITHOUT_ID))


def _keep(
    numbers: Sequence[str], act: Decision, cited: dict[str, Decision | None], families: dict[str, Decision]
) -> None:
    """Keep the act with which numbers are cited."""
    told = Decision(act.act, Via.CONTEXT, Basis.CONTEXT, act.antecedent) if act.act else None
    cited |= dict.fromkeys(numbers, told)
    if told is not None and (told.act or "").startswith(_CODES):
        families |= dict.fromkeys([each.partition("-")[0] for each in numbers if "-" in each], told)


def _cited_together(
    numbers: Sequence[str], cited: dict[str, Decision | None], foreign: Decision | None
) -> Decision | None:
    """The act with which all of the numbers were cited, and no other since; else ``foreign``."""
    told = [cited.get(number, foreign) for number in numbers if len(number) > 1]
    if not told or len(told) < len(numbers) or len({each and each.act for each in told}) > 1:
        return foreign
    return told[0]


def _of_family(numbers: Sequence[str], families: dict[str, Decision], named: dict[str, Decision]) -> Decision | None:
    """The code that has a number and was cited with one made of it, where it is not known whether the last act has it.

    "Vu l'article 63-4-2 du code …. La directive … impose un droit. Dans les conditions de l'article 63, il avise".
    """
    told = [families.get(number) for number in numbers if number.isdigit()]
    first = told[0] if told and len(told) == len(numbers) else None
    if first is None or any(each is None or each.act != first.act for each in told):
        return None
    last = next(reversed(named.values()))
    return first if has_all(last.act, numbers) is None and has_all(first.act, numbers) is True else None


_OTHER_OWNER = compiled(
    r"(?<!\w)(?:loi|ordonnance|décret|arrêté|contrat|bail|statuts|convention|accord|règlement|cahier|protocole|pacte|charte|avenant|projet|proposition"
    r"|délibération|décision|texte)(?!\w)",
    re.IGNORECASE,
)
"""A text that a possessive may lead back to as well."""


def _owner(text: str, phrase: Phrase, named: dict[str, Decision]) -> Decision | None:
    """The one act that a text names, to which a possessive leads back over the end of a sentence: "Son article 2"."""
    if len(named) != 1:
        return None
    (owner,) = named.values()
    nature, colon, _ = (owner.act or "").partition(":")
    if is_of_subject_behind(text, phrase, nature if colon else "code"):
        return None
    numbers = numbers_of(phrase)
    if not numbers or owner.antecedent is None or has_all(owner.act, numbers) is False:
        return None
    if has_other_subject(text, owner.antecedent.start) or is_of_noun_before(text, phrase.start):
        return None
    return None if _OTHER_OWNER.search(text, owner.antecedent.end, phrase.start) is not None else owner


@lru_cache(maxsize=1)
def _is_of_bill(text: str) -> bool:
    """Whether a text speaks of a bill; it may have many articles that amend, and is looked through once."""
    return any(words in text for words in _OF_BILL)


@lru_cache(maxsize=1)
def _speaks_of_itself(text: str) -> bool:
    """Whether a text may call itself something, or enacts: "le présent règlement", "la présente loi", "ARRÊTE"."""
    return any(word in text for word in _SPEAKS)


_SPEAKS = ("résent", "ARRÊTE", "ARRETE", "DÉCIDE", "DECIDE")


_OPENING = compiled(
    r"(?:^|[.;:\n] ?)(?:Enfin|Ensuite|Puis|Aussi|Ainsi|Par ailleurs|En outre|De même|De plus|Quant à lui|En conséquence"
    r"|Parallèlement|Pour finir|En effet|Dès lors|Par cohérence|À cet effet|A cet effet),? (?:l'|les )$"
)
"""What may stand at the head of a sentence before its subject: "Enfin, l'article 4 gage la proposition"."""
_OPENS_WITHIN = 30  # characters


def _opens_sentence(text: str, phrase: Phrase) -> bool:
    start = phrase.start
    if text.startswith(("L'", "Les "), max(0, start - (2 if text[start - 1] == "'" else 4))):
        return True
    return _OPENING.search(text, max(0, start - _OPENS_WITHIN), start) is not None


def _is_of_own(text: str, phrase: Phrase) -> bool:
    """Whether an article that opens a sentence on a bill may be one of it, by its number: "L'article 14 bis est"."""
    return _opens_sentence(text, phrase) and all(_OWN_NUMBER.fullmatch(number) for number in numbers_of(phrase))


_OWN_NUMBER = re.compile(r"[0-9]{1,3}(?:-[a-z]+)*")
_NEXT_SUBJECT = ("; l'", ", l'", " et l'", "; les ", ", les ", " et les ")
_DO = compiled(r",? (?!souvent)[a-zà-ÿ]{3,}(?<!m)ent(?!\w)")
_SUBJECTS = 7  # phrases
_NEWLY = compiled(r" ?,? ?\(?(?:nouveau|nouvelle)\)?")
_REST_OF_BILL = compiled(r" de loi(?: organique| de finances(?: rectificative)?)?(?!\w)")
"""What stands behind the noun of a bill, as far as the verb: "l'article 3 du projet de loi modifie"."""


def of_amending_subject(
    text: str, phrases: Sequence[Phrase], acts: Sequence[Decision | None], at: int
) -> Decision | None:
    """The act of the article that amends another one, for the next subject: "L'article 5 modifie …, l'article 6 crée".

    None is known where no act is named for the first: it is an article of the text itself, or of a bill.
    """
    phrase = phrases[at]
    if not text.endswith(_NEXT_SUBJECT, 0, phrase.start):
        return None
    newly = _NEWLY.match(text, phrase.stop)
    stop = phrase.stop if newly is None else newly.end()
    several = text.endswith("s ", 0, phrase.start)
    if (_DO if several else _DOES).match(text, stop) is None and (several or _AMENDING.match(text, stop) is None):
        return None
    if not all(map(_OWN_NUMBER.fullmatch, numbers_of(phrase))):
        return None
    for j in range(at - 1, max(-1, at - _SUBJECTS), -1):
        first = phrases[j]
        if ends_sentence(text, first.stop, phrase.start):
            return None
        if j == at - 1 or first.kind != "article" or not text.endswith("L'", 0, first.start):
            continue
        rest = _REST_OF_BILL.match(text, first.stop)
        if _AMENDING.match(text, first.stop if rest is None else rest.end()) is None:
            return None
        act = acts[j]
        if act is not None:
            return act.led(Basis.LIST, j)
        named = any(each.act is not None for each in phrases[j + 1 : at])
        return unknown(Reason.NO_ACT_NAMED, Via.DEFAULT) if named and _is_of_own(text, first) else None
    return None


_CITING = frozenset(("act", "article"))


def _is_changing(text: str, phrase: Phrase) -> bool:
    """Whether an act is named as the one that changed another, or measures it: "inséré par la loi …"."""
    return phrase.kind in _CITING and _CHANGING.search(text, max(0, phrase.start - 24), phrase.start) is not None


def _is_within_title(text: str, phrases: Sequence[Phrase], at: int) -> bool:
    """Whether a law is named in the title of the act before it: "le décret … portant application de la loi …"."""
    phrase, before = phrases[at], phrases[at - 1] if at else None
    return (
        before is not None
        and before.kind == phrase.kind == "act"
        and phrase.act is not None
        and phrase.act.nature != "code"
        and named_for_another(text, phrase.start)
        and not ends_sentence(text, before.stop, phrase.start)
    )


_COSTS = compiled(r"\d ?(?:€|euros?|EUR)(?!\w)|(?<!\w)(?:dépens|irrépétibles|frais non compris)(?!\w)", re.IGNORECASE)
_NEAR_COSTS = 160  # characters
CIVIL_PROCEDURE = "code-de-procedure-civile"
_ARTICLES_OF_COSTS = frozenset(("695", "696", "699", "700"))


def awards_costs(text: str, phrase: Phrase, numbers: Sequence[str]) -> bool:
    """Whether articles are those by which a court awards costs, though the civil code has their numbers as well."""
    if not numbers or not _ARTICLES_OF_COSTS.issuperset(numbers):
        return False
    return _COSTS.search(text, max(0, phrase.start - _NEAR_COSTS), phrase.stop + _NEAR_COSTS) is not None


def _named_last(  # noqa: PLR0913 - what is known where it is asked
    text: str, phrase: Phrase, named: dict[str, Decision], own: OwnTitles, *, unread: bool, speaking: int
) -> Decision | None:
    """The act named last that has the numbers of a phrase; one of unknown numbers may have those without a prefix.

    ``unread``: an act without an id was named since, which may have them as well; ``speaking``: where the text spoke
    of itself, which is meant rather than what was named before that.
    """
    numbers = numbers_of(phrase)
    if (
        not numbers
        or "unique" in numbers
        or phrase.items[0].how not in _WITH_NUMBER
        or stands_by_itself(text, phrase)
        or "ci-" in text[phrase.items[-1].end : phrase.stop]
        or _AND_OF.match(text, phrase.stop) is not None
    ):
        return None
    if awards_costs(text, phrase, numbers):
        return named.get(CIVIL_PROCEDURE)
    plain = any(number[0] not in "lrda" for number in numbers)
    small = any(len(number) <= _DIGITS or "." in number for number in numbers)
    if (
        small
        and text.startswith("Article ", phrase.start)
        and (
            _TITLE.match(text, phrase.stop) is not None
            or _IN_BRACKET.match(text, phrase.stop) is not None
            or (_OWN_IN_LINE.match(text, phrase.start) is not None and _speaks_of_itself(text))
        )
        and text[phrase.start - 3 : phrase.start] not in DASHES
    ):
        return None
    if plain and small and not unread:
        last = next(reversed(named.values())).antecedent
        unread = own.have(phrase.start, numbers) or (
            last is not None and _UNREAD.search(text, max(last.end, phrase.start - _FAR), phrase.start) is not None
        )
    high = max((int(match[0]) for number in numbers if (match := _LEADING.match(number)) is not None), default=0)
    if may_be_of_contract(numbers) and _AGREED_BEHIND.match(text, phrase.stop) is not None:
        return None
    if all(map(_OWN_NUMBER.fullmatch, numbers)) and (
        _VOTED.match(text, phrase.stop) is not None
        or _DEBATE.search(text, max(0, phrase.start - _DEBATING), phrase.start) is not None
    ):
        return None
    opens = _opens_sentence(text, phrase) and text[phrase.start - 1] == "'"
    amends = opens and _AMENDING.match(text, phrase.stop) is not None
    does = amends or (opens and _DOES.match(text, phrase.stop) is not None)
    if does and small and plain and _is_of_bill(text):
        return None
    beyond: Decision | None = None  # the first of those that hardly have as many
    lettered = any(is_lettered(number) for number in numbers)
    suffixed = plain and all(map(_SUFFIXED.fullmatch, numbers)) and any(act.startswith(_TAXES) for act in named)
    for decision in reversed(named.values()):
        if has_range_of_another(phrase, decision.act):
            continue
        has = has_all(decision.act, numbers)
        if amends and small and (decision.act or "").startswith(_CODES):
            continue  # no code amends another one, or itself
        if lettered and has is None and (decision.act or "").startswith(_LAWS):
            continue  # "293 B"
        if (
            has is None
            and small
            and (
                (amends and not (decision.act or "").startswith(_LAWS))
                or (decision.antecedent is not None and decision.antecedent.start < speaking)
            )
        ):
            continue
        last_number = last_article(decision.act or "")
        most = _MOST_OF_CODE if (decision.act or "").startswith(_CODES) else _MOST
        if has is None and high > (last_number or most):
            never = last_number is not None or (high >= _ONLY_OF_CODES and (decision.act or "").startswith(_LAWS))
            beyond = beyond or (None if never else decision)
            continue
        if (has and not (unread and plain and small)) or (has is None and plain and not unread):
            return decision
    if unread or (plain and not (lettered or suffixed)):
        return None if unread else beyond
    return _only_code(named, numbers) or (beyond if plain else None)


def _only_code(named: dict[str, Decision], numbers: Sequence[str]) -> Decision | None:
    """The one code named, where it numbers its articles so: it may have had the numbers on another day."""
    codes = [act for act in named if act.startswith(_CODES)]
    if len(codes) != 1 or not all("-" in number and numbers_alike(codes[0], number) for number in numbers):
        return None
    return named[codes[0]]


class OwnTitles:
    """The titles of the articles of the text itself; looked for where they are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None
        self._highest: list[int] = []
        self._numbers: set[int] = set()

    def have(self, at: int, numbers: Sequence[str]) -> bool:
        """Whether numbers may be of them: two titles stand before, or one that is about as high, or theirs follow."""
        if self._starts is None:
            self._starts = []
            titles = [*_OWN.finditer(self._text)]
            if _speaks_of_itself(self._text):
                titles = sorted([*titles, *_OWN_IN_LINE.finditer(self._text)], key=lambda title: title.start())
            for title in titles:
                number = int(title["number"] or 1)
                self._starts.append(title.start())
                self._highest.append(max(number, self._highest[-1] if self._highest else 0))
                self._numbers.add(number)
        before = bisect_left(self._starts, at)
        if not before:
            return False
        leading = [int(match[0]) for number in numbers if (match := _LEADING.match(number)) is not None]
        return before > 1 or all(
            number <= 2 * self._highest[before - 1] or number in self._numbers for number in leading
        )

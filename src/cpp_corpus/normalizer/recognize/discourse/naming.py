"""Which act a phrase itself names: in full, as the citing act, as one named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cpp_corpus.lang.acts import annex_of, numbers_alike, whole_of
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.abroad import (
    LONGEST_PLACE,
    OPENS_BRACKET,
    TITLE,
    is_abroad,
    is_in_bracket,
    is_of_text_abroad,
    is_still_abroad,
)
from cpp_corpus.normalizer.recognize.discourse.decision import (
    CitingArticle,
    Decision,
    has_all,
    natures_of,
    numbers_of,
    unknown,
)
from cpp_corpus.normalizer.recognize.discourse.named_acts import (
    ANAPHORA_VIA,
    EXPLICIT_VIA,
    FEMININE,
    NATIONAL,
    NEAR,
    NamedAct,
    NamedActs,
)
from cpp_corpus.normalizer.recognize.discourse.other_ones import has_same_words, words_of_another
from cpp_corpus.normalizer.recognize.discourse.owners import CHANGES, CHANGING, OF_AUTHORITY, code_meant, owner_of
from cpp_corpus.normalizer.recognize.discourse.scopes import ends_sentence
from cpp_corpus.normalizer.recognize.fragments import compiled, word_before
from cpp_corpus.normalizer.recognize.grammar.act_names_at import OF_YEAR, TEXTS
from cpp_corpus.normalizer.recognize.grammar.designations.laws import NATURES
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Phrase, how_named, new

__all__ = [
    "act_named",
    "named_for_another",
    "named_later",
]

_NAMED, _NATURE, _PRESENT, _SAME = Basis.NAMED, Basis.NATURE, Basis.PRESENT, Basis.SAME
_LAWS = frozenset(("loi", "ordonnance", "decret"))
"""Natures of which hardly two acts of one day are cited in one text."""
_NOUN_PHRASES = frozenset(("nom", "sigle"))
_WITH_RECITALS = ("decision", "reglement-ue", "directive-ue")
_RECITAL = re.compile(r"considerant\.|paragraphe\.[0-9]+(?:\.\.|$)")
_COUNCIL = "Conseil constitutionnel"
_WITHIN = compiled(
    r"(?:(?:au|par le|à son|par son)(?: même)?|aux|par les|à ses|par ses|en vertu (?:du|des)) $", re.IGNORECASE
)
_CHARTER = "traite:charte-des-droits-fondamentaux-de-lunion-europeenne"
_HUMAN_RIGHTS = "traite:convention-europeenne-des-droits-de-lhomme"
_ALONE = (
    r"\d{1,2}(?:(?:,| et) \d{1,2})* de la Convention"
    r"(?=,(?! (?:conclu|sign|pass|en date|dont|laquelle|relati|annex|int))|\."
    r"| [a-zà-ÿ]{2,}(?:e|nt|é|it|ut)[ ,](?!par |avec |entre |le \d))"
)
"""An article of a convention that has no name beside it, but a comma or a verb."""
_STRASBOURG = re.compile(
    r"\[GC\]|\bCEDH\b|Cour européenne des droits|Cour EDH"
    r"|c\. (?:France|[A-Z]\w+) \(?(?:[Rr]equêtes? )?n[°o]s? [0-9]+/[0-9]{2}"
    r"|Protocole n[°o] ?[0-9]{1,2} à la Convention(?! d)|c\. [A-Z][\w-]+, \d{1,2}(?:er)? \w+ \d{4}, §|série A n[°o]"
    r"|article 44 § 2 de la Convention"
    r"|(?:requérante?s?|requête|Gouvernement|[Ll]a Cour)[^.]{0,200} § \d(?: [a-f]\))? de la Convention"
    r"|violation (?:alléguée )?de l'article \d+ (?:§ \d+ )?de la [Cc]onv"
    rf"|(?:[Rr]equérante?s?|Gouvernement|[Ll]a Cour) [^.;]{{0,120}}articles? {_ALONE}"
    rf"|articles? {_ALONE}, (?:l[ae]s? requérante?s?|le Gouvernement|la Cour)(?!\w)"
)
_TREATIES = frozenset(("traité", "convention", "protocole", "charte", "accord", "statut"))
_NAMED_LATER = _TREATIES | {"déclaration"}


@lru_cache(maxsize=1)
def _is_of_human_rights(text: str) -> bool:
    """Whether a text is of the Court of human rights, or of its cases: "la Convention" is the one of 1950."""
    return ("de la Conv" in text or "violation" in text) and _STRASBOURG.search(text) is not None


_CITED_OF = compiled(r",? ?\(?(?:l')?")
_OF_NUMBER = re.compile(r"[0-9](?:er)? ?\Z")
_DETERMINED = ("du ", "le ", "Le ", "au ", "ce ", "un ", "de ", "e même ")
"""What stands before a protocol that heads no article: "l'article 1 du Protocole n° 1"."""


def _protocol_before(text: str, phrase: Phrase, named: NamedActs) -> NamedAct | None:
    """The protocol that heads an article which is said to be of the Convention: "Prot. n° 1, art. 1 CEDH"."""
    last = named.latest
    if last is None or last.nature != "protocole" or phrase.kind != "article":
        return None
    if _OF_NUMBER.search(text, max(0, last.span.start - 4), last.span.start) is not None:
        return None  # "articles 1 P1, 6 CEDH"
    if text.endswith(_DETERMINED, 0, last.span.start):
        return None  # "l'article 1 du Protocole n° 1 (article 6 CEDH)"
    return last if _CITED_OF.fullmatch(text, last.span.end, phrase.start) is not None else None


def act_named(text: str, phrase: Phrase, citing: CitingArticle, named: NamedActs) -> Decision | None:
    """The act that a phrase names, which is then kept in ``named``, or is a part of; ``None`` where it names none."""
    name = phrase.act
    if name is None:
        return owner_of(text, phrase, named) if phrase.its else _deciding(text, phrase, named)
    numbers = numbers_of(phrase)
    divided = phrase.kind == "division" and citing.article is None  # a text, or the division would not be of it
    if name.nature in _NOUN_PHRASES and not divided and _is_no_act(name, text[name.start : name.end], numbers, citing):
        return None
    if name.nature == "autre" and _is_apart(text, phrase, name, numbers, citing):
        return None
    if (refused := _refused(text, phrase, name, numbers, named)) is not None:
        return refused
    decision = (
        _of_unread_before(name, citing, named)
        or _defined(text, name, numbers, named)
        or _dubbed(text, name, named)
        or _resolved(text, name, numbers, citing, named)
    )
    if decision.act == _HUMAN_RIGHTS and (protocol := _protocol_before(text, phrase, named)) is not None:
        decision = decision._replace(act=protocol.id)
    if name.how is How.PRESENT and name.nature in _SPEAKING and decision.antecedent is not None:
        decision = _present(text, name, decision, citing, named)
    if name.how is How.VAGUE and (dated := OF_YEAR.match(text, name.stop)) is not None:
        decision = _of_year(name, dated["year"], named)
    if decision.antecedent is not None and name.how is How.VAGUE and _TITLED.match(text, name.stop) is not None:
        decision = _of_title(text, name, named)
    if decision.reason is Reason.ACT_UNCLEAR and name.nature == "autre":
        decision = _of_pair(text, name, numbers, named) or decision
    if decision.antecedent is not None and name.how is How.SAME and text[name.end - 1] == "s":
        decision = _one_of(text, name, numbers, decision, named)
    if decision.antecedent is not None and text.startswith(_CHALLENGED, name.end):
        decision = _challenged(text, name, named)
    elif (
        decision.antecedent is not None
        and name.how is How.VAGUE
        and (words := words_of_another(text, name)) is not None
    ):
        decision = _of_words(text, name, words, named)
    if decision.antecedent is not None and _is_organic(text, name):
        law = named.organic(text)
        decision = unknown(Reason.NO_ACT_BEFORE) if law is None else decision._replace(act=law.id, antecedent=law.span)
    if name.nature == "traité" and name.how is How.VAGUE and _is_in_title(text, name, named.latest):
        decision = Decision(_COMMUNITY, ANAPHORA_VIA, _NATURE)
    if decision.act is None and name.how is How.VAGUE and _is_described(text, name):
        decision = decision._replace(via=EXPLICIT_VIA)
    if decision.act is not None:
        span = new(Span, (name.start, name.end))
        act = new(NamedAct, (name.nature, decision.act, span, name.date, decision.via))
        named.add(act)
        if name.nature == "code" and name.how is How.NAMED and citing.article is None:
            named.cited.update(dict.fromkeys(numbers, act))
        if name.how is How.NAMED and name.nature in _SPEAKING and _is_speaking(text, phrase, name):
            named.speaking[name.nature] = act
        whole = whole_of(decision.act) if name.nature == "annexe" else None
        if whole is not None:  # "dudit code" after "l'annexe II au code …" is the code, not its annex
            named.add(NamedAct("code", whole, span))
    elif decision.reason is not None:
        named.refused(name, decision.reason)
        if name.how is How.NAMED and text.startswith("convention", name.start):
            named.unread["convention"] = (decision.reason, new(Span, (name.start, name.end)))
    return decision


def _refused(text: str, phrase: Phrase, name: ActName, numbers: Sequence[str], named: NamedActs) -> Decision | None:
    """No act, where a name is of the law of another country, or of a treaty that has no such numbers."""
    if (
        named.whole is not None
        and is_of_text_abroad(text, name, numbers, named.whole)
        and not text.endswith(_OUR, 0, name.start)
    ):
        return named.refused(name, Reason.FOREIGN_ACT)
    if (
        name.nature in NATIONAL
        and name.how is How.NAMED
        and phrase.kind == "article"
        and (is_abroad(text, phrase, name) or is_still_abroad(text, phrase, name, named))
    ):
        named.abroad = name.stop
        return named.refused(name, Reason.FOREIGN_ACT)
    if name.nature in _TREATIES and numbers and numbers[0][0] in "lrda" and name.form == "abréviation":
        return unknown(Reason.UNKNOWN_NAME, EXPLICIT_VIA)  # no treaty has such: "L. 7-1 CE"
    if name.nature in NATIONAL and text.endswith(OPENS_BRACKET, 0, name.start) and is_in_bracket(text, name):
        return named.refused(name, Reason.FOREIGN_ACT)
    return None


def _of_unread_before(name: ActName, citing: CitingArticle, named: NamedActs) -> Decision | None:
    """No act for "dudit code" behind a code that is not read; "du code" is the one that speaks in an article of one."""
    again = name.how is How.SAME or (name.how is How.VAGUE and citing.article is None)
    reason = named.unread_since(name.nature) if again and named.unread else None
    return None if reason is None else unknown(reason)


_SPEAKING = frozenset((
    "loi", "ordonnance", "decret", "arrete", "reglement-ue", "directive-ue", "decision-ue", "decision-cadre-ue",
    "convention", "protocole", "traité", "accord", "charte",
))  # fmt: skip
"""Natures of acts that call themselves so: "le présent décret"."""
_OPENING = compiled(r"(?:^|\n)[#*«“\"( \xa0]{0,8}(?:article |art\. ?)?\Z", re.IGNORECASE)
_QUOTATION = 500  # characters of a quotation, at most
_OPENED = 16  # characters of what may stand before a name that opens its line


def _is_speaking(text: str, phrase: Phrase, name: ActName) -> bool:
    """Whether the words of an act stand below its name: it opens its line, or has a colon behind it."""
    if text[name.stop : name.stop + 2].lstrip(" ")[:1] == ":":
        return True
    start = min(phrase.start, name.start)
    if start < _OPENED:
        return _OPENING.search(text, 0, start) is not None
    return "\n" in text[start - _OPENED : start] and _OPENING.search(text, start - _OPENED + 1, start) is not None


def _present(text: str, name: ActName, decision: Decision, citing: CitingArticle, named: NamedActs) -> Decision:
    """``présent arrêté``, where the citing act is none: the arrêté whose words these are, and not one that is cited.

    In a note it is the one that the note names, in a quotation the one that is named before.
    """
    before = 0 if decision.antecedent is None else max(decision.antecedent.end, name.start - _QUOTATION)
    if name.start >= named.note or text.rfind("«", before, name.start) > text.rfind("»", before, name.start):
        return decision
    own = named.speaking.get(name.nature)
    if own is None:
        return unknown(Reason.CITING_ACT_UNKNOWN if citing.act is None else Reason.ACT_UNCLEAR)
    return decision._replace(act=own.id, antecedent=own.span)


_DEFINED = re.compile(r"[«\"“(][ ]?(?:[Ll]e |ci-après )?Code[ ]?[»\"”)]")


@lru_cache(maxsize=1)
def _defines_code(text: str) -> bool:
    """Whether the head of a text says what it calls « Code », which it may name many times: looked through once."""
    return _DEFINED.search(text, 0, _HEAD) is not None


def _defined(text: str, name: ActName, numbers: Sequence[str], named: NamedActs) -> Decision | None:
    """``le Code`` where a contract defines it: the code named last, which has the numbers."""
    if name.nature != "code" or name.how is not How.VAGUE or text[name.start] != "C" or not numbers:
        return None
    last = named.last("code")
    if last is None or has_all(last.id, numbers) is not True or not _defines_code(text):
        return None
    return Decision(last.id, ANAPHORA_VIA, _NATURE, last.span)


_DUBBING = compiled(
    r"[^.;()\n]{0,160} ?\((?:ci-après |dite? |ou |dénommée? )*(?:le |la |l')?"
    r"[«\"“]? ?(?P<short>[A-Z][A-Z.]{1,9}) ?[»\"”]? ?\)"
)
"""The initials that a text gives to an act, with its title before them: "loi n° 91-650 (LPCE)"."""


def _dubbed(text: str, name: ActName, named: NamedActs) -> Decision | None:
    """The act to which the text has given the initials that stand for it."""
    if name.nature != "sigle" or name.ids:
        return None
    initials = text[name.start : name.end]
    for act in named.latest_ones():
        dubbed = _DUBBING.match(text, act.span.end)
        if dubbed is not None and dubbed["short"] == initials:
            return Decision(act.id, ANAPHORA_VIA, _SAME, act.span)
    return None


_HEAD = 20_000  # characters in which a word is defined


def _of_year(name: ActName, year: str, named: NamedActs) -> Decision:
    """``la loi de 1970``: the one named last whose number or date is of that year."""
    before = named.of_year(name.nature, year)
    if before is None:
        return unknown(Reason.NO_ACT_BEFORE)
    return Decision(before.id, ANAPHORA_VIA, _NATURE, before.span)


_TITLES = r" (?:(?:sur|pour|portant|relati(?:ve|f)|modifiant|visant|tendant|instituant)(?!\w)|de financ|d'orientation)"
_TITLED = compiled(_TITLES)
"""The title of an act that is named without its number: "la loi relative aux moulins"."""
_SAME_TITLE, _TITLE_BEHIND = 16, 200  # characters of it; characters behind an act in which it stands


def _of_title(text: str, name: ActName, named: NamedActs) -> Decision:
    """The act named before that has the same title, or begins as it does; none where no act has."""
    title = text[name.stop : name.stop + _SAME_TITLE].lower().removesuffix(" rectificative")
    for act in named.recent(name.nature):
        if title in text[act.span.start : min(act.span.end + _TITLE_BEHIND, name.start)].lower():
            return Decision(act.id, ANAPHORA_VIA, _NATURE, act.span)
    return unknown(Reason.NO_ACT_BEFORE, EXPLICIT_VIA)


_TOLD = compiled(
    rf"(?<!\w)(?P<the>[Ll]a |[Ll]'|[Ll]e |du |au |[Cc]ette |[Cc]et |[Cc]e )?(?P<noun>loi|ordonnance|décret|arrêté)"
    rf"(?:{OF_YEAR.pattern}|(?P<title>{_TITLES}))"
)
"""An act that is told by its year or its title alone: "la loi de 1970", "le décret relatif aux moulins"."""


def _told_since(text: str, name: ActName, before: NamedAct, named: NamedActs) -> Decision | None:
    """The act that was told so since one was named: "la loi de 1970 …; l'article 9 de cette loi"."""
    if name.nature not in NATURES.values():
        return None
    for told in reversed(list(_TOLD.finditer(text, max(before.span.end, name.start - NEAR), name.start))):
        if NATURES[told["noun"]] != name.nature or named_for_another(text, told.start("noun")):
            continue
        if told["title"] is None:
            return _of_year(name, told["year"], named)
        if told["the"] is None:
            continue
        return _of_title(text, name._replace(start=told.start("noun"), stop=told.end("noun")), named)
    return None


def _is_organic(text: str, name: ActName) -> bool:
    """Whether an act is named as "la loi organique" and no more."""
    return name.nature == "loi" and name.how is not How.NAMED and text.startswith(" organique", name.end)


_COMMUNITY = "traite:tce"
_LISBON = "2009-12-01"
_YEAR_OF_UNION = re.compile(r"(?:(?P<first>[12][0-9]{3}|[5-9][0-9])/|[0-9]+/(?P<last>[12][0-9]{3}))")


def _is_in_title(text: str, name: ActName, last: NamedAct | None) -> bool:
    """Whether "du traité" stands in the title of an act of the Communities, whose treaty had other numbers."""
    if last is None or last.nature not in _OF_UNION_NATURES or ends_sentence(text, last.span.end, name.start):
        return False
    between = text[last.span.end : name.start]
    if ";" in between or len(between) > TITLE:
        return False
    year = _YEAR_OF_UNION.search(last.id)
    written = last.date or ("" if year is None else year["last"] or year["first"] or "")
    return bool(written) and (f"19{written}" if len(written) == len("93") else written) < _LISBON


_OF_UNION_NATURES = frozenset(("reglement-ue", "directive-ue"))
_CHALLENGED = (" attaqué", " litigieu", " contesté", " critiqué", " déféré")
_ASKED = re.compile(
    r"(?:annul|abrog|suspen|recours|pouvoir|saisi|défère|déféré?(?:er|ant|[aà-ÿ]* (?:le|la|au|à))|conformité"
    r"|(?:attaqu|contest|critiqu)(?:e|ent|er|ant)(?!\w))[^.;]{0,100}\Z"
)
"""What stands before an act that is challenged: "demande l'annulation du décret du …"."""


_BY_WHICH = compiled(
    r"(?:(?:^|[.;:\n(] ?|(?<!\w)(?:a|ont|que|qui|avait),? )[Pp]ar (?:une? |l[ea] |l')"
    r"|(?:^|[.;:\n(] ?|(?<!\w)que )(?P<subject>[Ll][ea] |[Ll]'))\Z"
)
"""What tells that an act decides, and is none by which another one is measured: "Par un arrêté du …, le maire a"."""


def _challenged(text: str, name: ActName, named: NamedActs) -> Decision:
    """The act whose annulment is asked for, or that is said to be challenged: "du décret attaqué".

    Else the one by which somebody decided; a law, which no court annuls, may be one without a number.
    """
    acts = named.first_of(name.nature)
    asked = [act for act in acts if _ASKED.search(text, max(0, act.span.start - LONGEST_PLACE), act.span.start)]
    words = text[name.end + 1 : name.end + 1 + _STEM]
    asked = asked or [act for act in acts if has_same_words(text, words, act, name.start)]
    asked = asked or ([] if name.nature == "loi" else _deciding_ones(text, acts))
    if len(asked) != 1:
        return unknown(Reason.ACT_UNCLEAR)
    return Decision(asked[0].id, ANAPHORA_VIA, _NATURE, asked[0].span)


def _deciding_ones(text: str, acts: Sequence[NamedAct]) -> list[NamedAct]:
    """Of acts those by which somebody decided; the one that is there may be the subject of its sentence as well."""
    found = []
    for act in acts:
        how = _BY_WHICH.search(text, max(0, act.span.start - len("avait, par une ") - 2), act.span.start)
        if how is not None and (how["subject"] is None or len(acts) == 1):
            found.append(act)
    return found


_STEM = 8  # letters of "attaqué"


_VOTED = ("votée", "adoptée", "promulguée", "publiée")
_BILL = re.compile(r"(?<!\w)(?:projet|proposition)s?(?!\w)")


def _of_words(text: str, name: ActName, words: str, named: NamedActs) -> Decision:
    """The act named before that was described with the same words; none where no act was.

    Each law was voted: the one that is named, where no bill is spoken of.
    """
    for act in named.recent(name.nature):
        if has_same_words(text, words, act, name.start):
            return Decision(act.id, ANAPHORA_VIA, _NATURE, act.span)
    if name.nature == "loi" and words in _VOTED:
        laws = named.first_of("loi")
        if len(laws) == 1 and _BILL.search(text, max(0, laws[0].span.start - NEAR), name.start) is None:
            return Decision(laws[0].id, ANAPHORA_VIA, _NATURE, laws[0].span)
    return unknown(Reason.NO_ACT_BEFORE, EXPLICIT_VIA)


def _is_described(text: str, name: ActName) -> bool:
    """Whether words say which act without an id is meant, and none that was named before: "de la loi déférée"."""
    if how_named(word_before(text, name.start)[0]) is not None:
        return False
    if name.nature != "autre" and _DESCRIBED.match(text, name.stop) is None:
        return False
    return text[name.start : name.end].lower() not in text[max(0, name.start - NEAR) : name.start].lower()


_DESCRIBED = compiled(
    r" (?:(?:déférée?|examinée?|adoptée?|critiquée?|contestée?|attaquée?|fédérale?|soumise?)(?!\w)"
    r"|(?:sur|pour|portant|relative?|relatif|modifiant|visant|tendant|instituant|de finances)(?!\w))"
)


def _is_no_act(name: ActName, noun: str, numbers: Sequence[str], citing: CitingArticle) -> bool:
    """Whether a noun behind a number belongs to the sentence: "en application de l'article 5 de la taxe due".

    So it does where the citing act has the number; and where the number has a prefix, which only codes have. Initials
    behind a plain number are those of a text: "l'article 15 du CCTP".
    """
    prefixed = bool(numbers) and numbers[0][0] in "lrda"
    text_noun = name.nature != "nom" or noun.lower() in TEXTS
    if citing.article is None and numbers and (text_noun or not prefixed) and noun.lower() not in _OF_SENTENCE:
        return False
    if not numbers or (has_all(citing.act, numbers) and (prefixed or not text_noun)):
        return True
    return name.nature == "nom" and prefixed


_OF_SENTENCE = frozenset((
    "part", "fait", "faits", "manière", "façon", "sorte", "chef", "moins", "plus", "reste", "fin", "place", "suite",
    "même", "temps", "jour", "seul", "seule", "simple", "taxe",
))  # fmt: skip
"""Nouns behind "du" or "de la" that are none of a text: "en application de l'article 5 du fait de …"."""


def _is_apart(text: str, phrase: Phrase, name: ActName, numbers: Sequence[str], citing: CitingArticle) -> bool:
    """Whether a text behind a comma is no owner of a number, as only codes, the citing one among them, have such.

    "…, pour les services de l'article L. 312-1, du projet de service".
    """
    if not numbers or numbers[0][0] not in "lrda":
        return False
    return "," in text[phrase.items[-1].end : name.start] and has_all(citing.act, numbers) is True


def named_later(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The act of a phrase that is named in full only behind it ("du traité … le traité sur …")."""
    name = phrase.act
    if name is None or name.how is not How.VAGUE:
        return None
    if name.nature == "code":
        return _only_code(phrase, named)
    if name.nature not in _NAMED_LATER or (name.nature == "traité" and text.startswith(_OWN_TITLE, name.end)):
        return None
    later = named.next(name.nature, name.end)
    return None if later is None else Decision(later.id, ANAPHORA_VIA, Basis.NAMED_LATER, later.span)


_OWN_TITLE = (" sur ", " relati", " instituant ", " d'", " de ")
"""What makes a treaty one that its own title tells: "du traité sur l'Union"."""


def _only_code(phrase: Phrase, named: NamedActs) -> Decision | None:
    """The one code that the text names, behind "du Code", where it has the numbers."""
    later = next(iter(named.codes.values())) if len(named.codes) == 1 else None
    if later is None or not has_all(later.id, numbers_of(phrase)):
        return None
    return Decision(later.id, ANAPHORA_VIA, Basis.NAMED_LATER, later.span)


def named_for_another(text: str, start: int) -> bool:
    """Whether an act is named for the sake of another: "le décret … portant application de la loi …".

    >>> named_for_another("Le décret portant application de la loi n° 2030-1", 36)
    True
    """
    return CHANGES.search(text, max(0, start - CHANGING), start) is not None


_OUR = ("notre ", "nos ")
"""Determiners of French law, wherever it stands: "proche de l'article 1240 de notre code civil"."""


def _deciding(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The decision that a recital without an act is of ("sous la réserve énoncée au considérant 9"), the last one.

    No code has recitals. A "paragraphe 9" is one where the Conseil constitutionnel has decided before and something
    stands *in* it ("énoncée au"); one to which something is done ("déclare le paragraphe 9 contraire") is of the law.
    The decision of the same sentence is named with its recital, one of a sentence before is not.
    """
    path = phrase.items[0].path or ""
    if _RECITAL.match(path) is None:
        return None
    paragraph, at = path.startswith("p"), phrase.start
    last = named.last("decision-cc") if paragraph else named.last_of(_WITH_RECITALS)
    if paragraph and not (
        _WITHIN.search(text, max(0, at - 20), at)
        and (last is not None or text.rfind(_COUNCIL, max(0, at - NEAR), at) >= 0)
    ):
        return None
    if last is None:
        return unknown(Reason.NO_DECISION_BEFORE)
    if last.via is ANAPHORA_VIA or ends_sentence(text, last.span.end, at):
        return Decision(last.id, ANAPHORA_VIA, Basis.DECISION, last.span)
    return Decision(last.id, EXPLICIT_VIA, Basis.DECISION)


_DEED = re.compile(r"\bactes?\b")


def _resolved(text: str, name: ActName, numbers: Sequence[str], citing: CitingArticle, named: NamedActs) -> Decision:
    how = name.how
    if how is How.NAMED:
        return _in_full(name, numbers, citing, named)
    if name.nature == "annexe" and name.ids:
        return _annex(text, name, citing, named)
    if name.nature == "texte":
        norm = named.having(numbers)
        if how is How.VAGUE and norm is not None and norm.id.startswith(_NORMS):
            return unknown(Reason.ACT_UNCLEAR)  # "l'article 12 du texte": of a bill that is held against them
        return unknown(Reason.NO_ACT_BEFORE) if norm is None else Decision(norm.id, ANAPHORA_VIA, _SAME, norm.span)
    if name.nature == "acte":
        last = named.latest
        is_it = last is not None and last == named.of_union() and _DEED.search(text, last.span.end, name.start) is None
        return Decision(last.id, ANAPHORA_VIA, _SAME, last.span) if last and is_it else unknown(Reason.ACT_WITHOUT_ID)
    if name.nature == "code":
        again = _cited_again(text, name, numbers, named) if named.cited and how is How.SAME else None
        return again or _code(text, name, numbers, citing, named)
    if how is How.PRESENT and (agreement := _agreement_of(citing)) is not None:
        if name.nature == "convention":
            return Decision(agreement, ANAPHORA_VIA, _PRESENT)
        if agreement != citing.act and _AGREED.search(text, name.start, name.end) is not None:
            return Decision(citing.act, ANAPHORA_VIA, _PRESENT)
    if how is How.PRESENT and citing.act is not None and name.nature != "autre":
        own = name.nature in natures_of(citing.act) or (name.nature == "annexe" and whole_of(citing.act) is not None)
        if own or (numbers and numbers[0][0] in "lrda" and has_all(citing.act, numbers)):
            return Decision(citing.act, ANAPHORA_VIA, _PRESENT)  # or "présent arrêté", which the code has taken in
    before = named.last(name.nature)
    if before is not None and before.nature in _CHANGED:
        before = _without_change(text, name, before, named)
    if before is not None and how is How.SAME and (since := _told_since(text, name, before, named)) is not None:
        return since
    if before is not None and how is How.SAME and before.nature in _CHANGED and _acts_on(text, before, name):
        recent = named.recent(name.nature)
        before = next((act for act in recent if act.id != before.id), before)
    if (
        before is not None
        and how is How.SAME
        and (_is_of_referred(text, name, before) or _is_of_rules(text, name, before))
    ):
        return unknown(Reason.ACT_WITHOUT_ID)
    if before is not None:
        return Decision(before.id, ANAPHORA_VIA, _NATURE if how is How.VAGUE else _SAME, before.span)
    if name.nature == "charte" and (union := named.of_union()) is not None:
        return Decision(_CHARTER, ANAPHORA_VIA, _NATURE, union.span)
    if name.nature == "convention" and how is How.VAGUE:
        if (agreement := _agreement_of(citing)) is not None and named.unread_since("convention") is None:
            return Decision(agreement, ANAPHORA_VIA, _NATURE)
        if " collective" in text[name.start : name.end]:
            return unknown(Reason.ACT_WITHOUT_ID, EXPLICIT_VIA)
        if _is_of_human_rights(text):
            return Decision(_HUMAN_RIGHTS, ANAPHORA_VIA, _NATURE)
    if name.nature == "autre":
        return unknown(Reason.ACT_WITHOUT_ID)
    return unknown(Reason.NO_ACT_BEFORE)


_AGREED = compiled(r"(?<!\w)(?:accord|avenant|protocole)(?!\w)", re.IGNORECASE)
"""A text that partners add to an agreement, which calls itself so."""
_AGREEMENT = re.compile(r"idcc:[0-9]+")


def _agreement_of(citing: CitingArticle) -> str | None:
    """The collective agreement to which the citing act belongs, or which it is: "la convention" of an amendment."""
    agreement = None if citing.act is None else _AGREEMENT.match(citing.act)
    return None if agreement is None else agreement[0]


_CHANGED = frozenset(("loi", "ordonnance", "decret", "arrete", "directive-ue", "reglement-ue"))
"""Natures of acts that are named with what changed them."""
_SUBJECT_BEFORE = compiled(
    r"(?:^|[.;:«(\n] ?|(?<!\w)(?:et|que|car|mais|or|puis|ensuite) )"
    r"(?:L[ae] |L'|Les |l[ae] |l'|les )(?:articles? [^.;:,()\n]{1,40} (?:de la |du |de l'))?$"
)
_ACTS_ON = compiled(
    r"(?: (?:a|ont|avait|avaient|vient|est venue?)(?: \w+){0,3}| (?:ne )?(?:modifie|abroge|complète|interprète|remplace"
    r"|transpose|reprend|précise|codifie|ratifie|applique|réforme|corrige|proroge|rétablit|étend)(?:nt)?(?: \w+ment)?) "
    r"(?:pas )?(?:le|la|l')?$"
)
"""The verb between an act that is its subject and the one that is its object."""
_SUBJECT_REACH = 64  # characters


def _acts_on(text: str, subject: NamedAct, name: ActName) -> bool:
    """Whether an act does something to the one that "ladite loi" means: "La loi … a interprété ladite loi"."""
    start = subject.span.start
    return (
        _ACTS_ON.fullmatch(text, subject.span.end, name.start) is not None
        and _SUBJECT_BEFORE.search(text, max(0, start - _SUBJECT_REACH), start) is not None
    )


def _without_change(text: str, name: ActName, act: NamedAct, named: NamedActs) -> NamedAct:
    """The act for whose sake one is named: "la loi …, modifiée par la loi …", which "cette loi" leads to.

    In the title of the text itself it is the other one: "Arrêté du … modifiant l'arrêté du …", "le même arrêté".
    """
    head = named.head_of_list(text, act)
    word = word_before(text, name.start)[0]
    if word in _LATTER or not named_for_another(text, head):
        return act
    of = named.before(text, head)
    if of is None or of.nature != act.nature:
        return act
    again = name.how is How.SAME and word in _AGAIN
    begin = text.rfind("\n", 0, of.span.start) + 1
    return act if again and _LEADS_TITLE.fullmatch(text, begin, of.span.start) is not None else of


_LATTER = frozenset(("dernier", "dernière"))
_AGAIN = frozenset(("même", "mêmes"))
_LEADS_TITLE = re.compile(r"(?:A(?:rticle|RTICLE|rt\.) [0-9]+(?:er)?)?[\W_]{0,10}")
"""What may stand in its line before the act that the text itself is."""
_REFERRED_LAW = compiled(
    r"(?<!\w)loi(?: organique)?,? (?:qui lui est |ainsi )?(?:déférée|soumise (?:à (?:l'|son )examen|au Conseil))"
)
"""A law before its promulgation, which has no number: "la loi organique soumise à l'examen du Conseil"."""


def _is_of_referred(text: str, name: ActName, before: NamedAct) -> bool:
    """Whether a law that is referred to the Conseil constitutionnel was spoken of since the one named last."""
    if name.nature != "loi":
        return False
    return _REFERRED_LAW.search(text, max(before.span.end, name.start - NEAR), name.start) is not None


_OF_RULES = compiled(OF_AUTHORITY)
_REGULATIONS = ("règlement", "reglement")


def _is_of_rules(text: str, name: ActName, before: NamedAct) -> bool:
    """Whether "ce règlement" is none of the Union, though one was named: "dudit règlement général"."""
    if not text.startswith(_REGULATIONS, name.start) and not text.startswith(_REGULATIONS, name.start + len("ce ")):
        return False
    begin = max(before.span.end, name.start - NEAR)
    rules = _OF_RULES.search(text, begin, min(len(text), name.end + len(" de la consultation")))
    return rules is not None and not text.startswith(rules[0], before.span.start)  # the RGPD, "ce règlement général"


_NORMS = ("constitution:", "declaration:")


def _cited_again(text: str, name: ActName, numbers: Sequence[str], named: NamedActs) -> Decision | None:
    """The code with which the numbers were cited before, which "dudit code" means though another one is named since."""
    codes = {None if (act := named.cited.get(number)) is None else act.id for number in numbers}
    if len(codes) != 1 or None in codes or "même" in text[max(0, name.start - len("même ")) : name.end]:
        return None
    act = named.cited[numbers[0]]
    return Decision(act.id, ANAPHORA_VIA, _SAME, act.span)


def _code(text: str, name: ActName, numbers: Sequence[str], citing: CitingArticle, named: NamedActs) -> Decision:
    """``présent code`` is the citing act; ``même code`` the last one named that has the numbers.

    "le code" alone is the citing act, where it has the numbers.
    """
    how = name.how
    if how is How.PRESENT and citing.act is None:
        return unknown(Reason.CITING_ACT_UNKNOWN)
    if how is How.PRESENT:
        return Decision(citing.act, ANAPHORA_VIA, _PRESENT)
    basis = _NATURE if how is How.VAGUE else _SAME
    of_code = citing.act is not None and ":" not in citing.act  # which only other acts have
    if how is How.VAGUE and text.startswith(_OF_AGE, name.start):
        return _of_age(text, name, named)
    if how is How.VAGUE and of_code and has_all(citing.act, numbers) is not False:
        return Decision(citing.act, ANAPHORA_VIA, basis)
    last = named.last("code")
    if last is None and (not of_code or (numbers and has_all(citing.act, numbers) is False)):
        return unknown(Reason.NO_ACT_BEFORE)
    if last is None:
        return Decision(citing.act, ANAPHORA_VIA, basis)
    chosen = next((act for act in reversed(named.codes.values()) if has_all(act.id, numbers) is not False), last)
    if chosen is not last and how is How.SAME and _is_meant_by_sentence(text, name, numbers, chosen, last):
        chosen = last
    if has_all(chosen.id, numbers) is False and (how is How.VAGUE or _has_no_letters(chosen.id, numbers)):
        return unknown(Reason.NO_CODE_WITH_ARTICLE)
    return Decision(chosen.id, ANAPHORA_VIA, basis, chosen.span)


_OF_AGE = ("ancien ", "nouveau ", "Ancien ", "Nouveau ")


def _of_age(text: str, name: ActName, named: NamedActs) -> Decision:
    """``le nouveau code``: the one named before that was called so; none where none was."""
    word = text[name.start : name.end].partition(" ")[0].lower()
    called = (code for code in reversed(named.codes.values()) if word in text[code.span.start : code.span.end].lower())
    code = next(called, None)
    return unknown(Reason.ACT_UNCLEAR) if code is None else Decision(code.id, ANAPHORA_VIA, _NATURE, code.span)


def _is_meant_by_sentence(text: str, name: ActName, numbers: Sequence[str], chosen: NamedAct, last: NamedAct) -> bool:
    """Whether of two codes only the last one is named in the sentence, and may have had the numbers on another day."""
    if not ends_sentence(text, chosen.span.end, name.start) or ends_sentence(text, last.span.end, name.start):
        return False
    return all(numbers_alike(last.id, number) for number in numbers)


def _has_no_letters(act: str, numbers: Sequence[str]) -> bool:
    """Whether a code has no numbers like those asked for, which have a letter: "L. 131-6 du même code" of the CGI.

    One without plain numbers may have had such with the letter of its decrees.
    """
    if not all(number[0] in "lrd" for number in numbers):
        return False
    plain = numbers_alike(act, "1")
    return not any(
        numbers_alike(act, letter + number[1:]) for number in numbers for letter in (number[0] if plain else "lrd")
    )


_RANKS = {"premier": 0, "première": 0, "second": 1, "seconde": 1, "dernier": -1, "dernière": -1}
"""Which of two acts is meant."""
_NATURES = {"code": "code", **NATURES, "règlement": "reglement-ue", "directive": "directive-ue"}
"""Of which nature such acts are, by their noun."""


def _of_pair(text: str, name: ActName, numbers: Sequence[str], named: NamedActs) -> Decision | None:
    """One of two acts that its sentence names, or the one before: "l'article 6 du premier"; of several "de ces"."""
    word, _, noun = text[name.start : name.end].lower().partition(" ")
    nature = next((nature for each, nature in _NATURES.items() if each in noun), None)
    acts = named.several(text, name.start, nature) if word in _RANKS else []
    if len(acts) < 2 or (len(acts) > 2 and (word.startswith("second") or " ces " not in noun)):
        return None
    act = acts[_RANKS[word]]
    feminine = (act.nature in FEMININE) is word.endswith("e")
    meant = feminine and (not numbers or has_all(act.id, numbers) is not False)
    return Decision(act.id, ANAPHORA_VIA, _SAME, act.span) if meant else None


_RANK_OF = re.compile(
    r"(?P<rank>premi(?:er|ère)|seconde?|derni(?:er|ère))(?: (?:mentionn|cit|nomm|vis)ée?)?"
    r" d(?:e ces|esdite?s) (?:deux )?[\w-]+\Z",
    re.IGNORECASE,
)
_RANKED = 24  # characters before the noun


def _one_of(text: str, name: ActName, numbers: Sequence[str], decision: Decision, named: NamedActs) -> Decision:
    """The act that its rank tells where several of its nature are named, which "ces lois" alone does not tell."""
    acts = named.first_of(name.nature)
    if len(acts) < 2:
        return decision
    meant = [act for act in acts if has_all(act.id, numbers) is True] if numbers else []
    rank = _RANK_OF.search(text, max(0, name.start - _RANKED), name.end)
    ranked = [] if rank is None else named.several(text, name.start, name.nature)
    if rank is not None and ranked:
        word = rank["rank"].lower()
        act = ranked[_RANKS[word]]
        if (len(ranked) > 2 and word.startswith("second")) or has_all(act.id, numbers) is False:
            return unknown(Reason.ACT_UNCLEAR)
    elif len(meant) == 1:
        act = meant[0]
    else:
        return unknown(Reason.ACT_UNCLEAR)
    return decision._replace(act=act.id, antecedent=act.span)


_OF_TEXT = compiled(
    r",? (?:(?:du |de la |de l'|au |à la |à l')(?:présente? |même )?|de (?:ce|cet|cette) |dudit |de ladite )"
    r"(?:décret|loi|arrêté|ordonnance|directive|règlement|décision|convention|accord|avenant|traité|protocole|charte"
    r"|contrat|bail|marché|délibération|circulaire|instruction)(?!\w)"
)
"""A text that is no code, to which an annex belongs."""


def _annex(text: str, name: ActName, citing: CitingArticle, named: NamedActs) -> Decision:
    """An annex that is a code of its own, by its numeral and the code that it belongs to."""
    if _OF_TEXT.match(text, name.stop) is not None:
        return unknown(Reason.ACT_WITHOUT_ID, EXPLICIT_VIA)
    present = name.how is How.PRESENT
    code = None if present else named.last("code")
    own = whole_of(citing.act or "") or citing.act or ""
    last = None if code is None else whole_of(code.id) or code.id
    for whole in (last, own) if last else (own,):
        annex = annex_of(whole, name.ids[0])
        if annex:
            before = code.span if code and last == whole else None
            return Decision(annex, ANAPHORA_VIA, _PRESENT if present else _SAME, before)
    return unknown(Reason.NO_CODE_WITH_ANNEX)


def _in_full(name: ActName, numbers: Sequence[str], citing: CitingArticle, named: NamedActs) -> Decision:
    ids = name.ids
    if not ids:
        return unknown(name.reason or Reason.ACT_WITHOUT_ID, EXPLICIT_VIA)
    if name.stop > name.end and name.date is not None and ids[0].endswith(name.date):
        return _dated_before(name, named)
    if ids[0].endswith(_OLD):
        new_one = _is_of_new(ids[0], numbers, repealed=len(ids) > 1)
        return Decision(ids[0].removesuffix(_OLD) if new_one else ids[0], EXPLICIT_VIA, _NAMED)
    if len(ids) == 1:
        known = None if name.date is None else named.dated(name.nature, name.date)
        by_number = known is not None and ids[0].endswith(name.date or "") and name.nature in _LAWS
        ident = known.id if known is not None and by_number else ids[0]
        return new(Decision, (ident, EXPLICIT_VIA, _NAMED, None, None, None, ""))
    if citing.act in ids and (not numbers or has_all(citing.act, numbers)):
        return Decision(citing.act, EXPLICIT_VIA, _NAMED)
    return Decision(code_meant(ids, numbers), EXPLICIT_VIA, _NAMED)


_OLD = "-ancien"


def _is_of_new(old: str, numbers: Sequence[str], *, repealed: bool) -> bool:
    """Whether numbers with prefixes are those of the code that took the place of an old one.

    "C. com. ancien L. 441-10" is an old wording of the article; where "abrogé" stands behind the code, the articles may
    be what is ``repealed``: "l'article 434-1 du code pénal abrogé".
    """
    if not numbers or has_all(old, numbers) is True:
        return False
    if not repealed and not all(number[0] in "lrd" for number in numbers):
        return False
    new_one = old.removesuffix(_OLD)
    has_such = not repealed and all(numbers_alike(new_one, each) and not numbers_alike(old, each) for each in numbers)
    return has_such or has_all(new_one, numbers) is True


def _dated_before(name: ActName, named: NamedActs) -> Decision:
    """``loi du 13 juillet 1983 précitée``: the one of that date whose number the text gave before, if it did."""
    before = named.dated(name.nature, name.date)
    if before is None:
        return Decision(name.ids[0], ANAPHORA_VIA, Basis.PRECITED)
    return Decision(before.id, ANAPHORA_VIA, Basis.PRECITED, before.span)

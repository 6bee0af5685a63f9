"""Words "article" that open one: titles in contracts and decisions, labels, the lines of acts that stand above."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cpp_corpus.lang.acts import has_number
from cpp_corpus.lang.roman import from_roman
from cpp_corpus.model.number import normalize_number
from cpp_corpus.normalizer.recognize.fragments import DASHES, PREFIX, compiled
from cpp_corpus.normalizer.recognize.grammar.act_names_at import act_named_at
from cpp_corpus.normalizer.recognize.phrase import ActName, Phrase

__all__ = [
    "FIELD",
    "LABEL",
    "NEXT_FIELD",
    "NUMERALS",
    "OPENS",
    "has_field_behind",
    "is_debated",
    "is_field",
    "is_in_capitals",
    "is_label",
    "is_named_title",
    "is_quoted_label",
    "is_title",
    "listed_below",
    "titled_phrases",
]

_ABOVE = re.compile(r" *\n\s*(?!A (?:modif|abrog|cré|compl))(?:[^\n\t]{40}|[A-ZÀ-Ý][^\n\t0-9]{7,}(?=\n|$))")
"""What follows a label that stands above its article, and no cell of a table: a line of some length, or a title."""
_QUOTE = re.compile(r"[\"“«] *$")
_COLON = compiled(r" ?(?::|\n)")
LABEL = compiled(r" ?\.? ?[-–—]{1,2}(?: |\n|[A-ZÉ])")
NUMERALS = frozenset("IVX")
_DEBATED = compiled(
    r"(?:(?:^|\n)[ \t>*–-]*Supprimer|(?<!\w)(?:que (?:modifie|complète|abroge|crée)|[rR]édiger (?:ainsi|comme suit)"
    r"|adopt(?:er?|é|ez|ons)|rejet(?:er|é|ez|ons)|vot(?:er|é|ez|ons)|l'examen de)) $"
)
_DEBATED_BEHIND = compiled(
    r" ?,? ?(?:additionnel|sans modification|ainsi modifié, mis aux voix|(?:a été|est|fut) (?:adopté|rejeté)|, adopté)"
)
_HEADED_BY_BILL = re.compile(
    r"(?:^|\n)[ \t>*#]*A(?:rticle|RTICLE) (?:premier|unique|[0-9]+(?:er)?)[^\n(]{0,24}\s{0,3}\([Aa]rt"
)
"""The heading of an article of a bill, with those that it changes: "Article 3 (art. L. 121-1 du code …)"."""


def is_debated(text: str, begin: int, end: int) -> bool:
    """Whether "cet article" is one of the bill that a text is on, and none that was cited: "Supprimer cet article"."""
    if text[begin : begin + 3].lower() != "cet":
        return False
    if _DEBATED.search(text, max(0, begin - 24), begin) is not None or _DEBATED_BEHIND.match(text, end) is not None:
        return True
    return text[begin] == "C" and _is_of_commented_bill(text)


@lru_cache(maxsize=1)
def _is_of_commented_bill(text: str) -> bool:
    return _HEADED_BY_BILL.search(text) is not None


def is_label(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is the label that opens a new article: "Art. R. 1-1.-", "Article 7" above its text."""
    if LABEL.match(text, phrase.stop) is not None:
        behind_act = text[phrase.start - 2 : phrase.start] == ", "  # "Code du travail, Art. L. 1 - Légifrance"
        return not behind_act and text[phrase.start - 3 : phrase.start] not in DASHES
    plain = _is_counted((phrase.items[0].number or "").removesuffix("er"))
    return plain and text[phrase.start - 1 : phrase.start] == "\n" and _ABOVE.match(text, phrase.stop) is not None


FIELD = r"[\"']?(?:textes?|code|acte|source|norme|loi|décret|référence)[\"']? ?[:=] ?[\"']?"
"""The name of a field that has an act."""
NEXT_FIELD = r"[\"']? ?(?:[;,|]|\n{1,2}) ?"
"""What stands between two fields."""
_FIELD_BEHIND = compiled(rf"{NEXT_FIELD}{FIELD}(?=\w)", re.IGNORECASE)
_AS_FIELD = compiled(r"[:=] ?$")


def is_field(text: str, phrase: Phrase) -> bool:
    """Whether an article is a field with that of its act behind it: "Article : 9", in the next line "Texte : CPC"."""
    item = phrase.items[0]
    return _AS_FIELD.search(text, max(0, item.start - 2), item.start) is not None and has_field_behind(
        text, phrase.items[-1].end
    )


def has_field_behind(text: str, at: int) -> bool:
    """Whether the field of an act begins behind a field."""
    return _FIELD_BEHIND.match(text, at) is not None


_ACT_LINE = r"(?:Code |Loi |Décret |Arrêté |Ordonnance |Règlement |Directive |Circulaire |Constitution(?!\w))"
_BELOW_ACT = re.compile(rf"(?:\A|\n)[ \t>*•-]*(?P<act>{_ACT_LINE})[^\n]*\n[ \t>*•-]*\Z")
_ABOVE_ACT = re.compile(rf"[ \t]*\n(?:[ \t]*\n)+[ \t>*•-]*{_ACT_LINE}")
_LONGEST_LINE = 300  # characters
_MARKS = " \t>*#_•–-:"
_MOST_LINES = 40
_OWN_LINE = frozenset(("code", "constitution", "reglement-ue", "traité", "convention"))


_WORDS = frozenset(("Art", "art", "ART"))
_UNDER_ARTICLE = compiled(rf"(?:\A|\n)[ \t>*•-]*(?:Art(?:icles?|s?\.?)|ARTICLES?) (?:{PREFIX})?\d[^\n]{{0,40}}\n\Z")
_LONGEST_LABEL = 80  # characters
_OPENING = 12


def _line_of_code(text: str, start: int) -> ActName | None:
    """The code, or the like, that is the line above the lines of articles of which one is: "CGI", "Code civil :"."""
    line = text.rfind("\n", 0, start) + 1
    if not line or text[line:start].strip(_MARKS):
        return None
    words = "Art"
    for _ in range(_MOST_LINES):
        below, end, line = words, line - 1, text.rfind("\n", 0, max(0, line - 1)) + 1
        words = text[line:end].strip(_MARKS)
        if words and words[:3] not in _WORDS:
            if not below and _UNDER_ARTICLE.search(text, max(0, line - _LONGEST_LABEL), line) is not None:
                return None  # "Article 1240", "Code civil", an empty line
            at = text.index(words, line)
            name = act_named_at(text, at)
            return name if name is not None and name.nature in _OWN_LINE and name.stop == at + len(words) else None
        if not line:
            return None
    return None


_LINE_BEHIND = compiled(r"[ \t]*\n[ \t>*•-]*(?=[A-Z])")
_EMPTY_LINE = compiled(r"[ \t]*\n[ \t]*(?:\n|\Z)|\Z")
_LEAST_DIGITS = 3  # of a number that is hardly one of a contract


def _line_behind(text: str, phrase: Phrase) -> ActName | None:
    """The code that is the next line, an empty one below it: "Article 1240", "Code civil"; it has the number."""
    behind = _LINE_BEHIND.match(text, phrase.stop)
    name = None if behind is None else act_named_at(text, behind.end())
    if name is None or name.nature != "code" or _EMPTY_LINE.match(text, name.stop) is None:
        return None
    numbers = [item.number or "" for item in phrase.items]
    if OPENS.search(text, max(0, phrase.start - _OPENING), phrase.start) is None:
        return None
    known = all(has_number(name.ids[0], normalize_number(number)) is True for number in numbers)
    return name if known and all(len(number) >= _LEAST_DIGITS for number in numbers) else None


def listed_below(text: str, phrase: Phrase) -> ActName | None:
    """The act with whose line an article stands: a code alone on its line, or an act before the next one.

    "Décret n° 2031-12 du 3 mars 2031 relatif aux moulins" above "Article 5", an empty line, and "Code civil : …".
    """
    code = _line_behind(text, phrase)
    if code is None or not text.endswith("\n\n", 0, phrase.start):
        code = _line_of_code(text, phrase.start) or code
    if code is not None:
        return code
    if _ABOVE_ACT.match(text, phrase.stop) is None:
        return None
    below = _BELOW_ACT.search(text, max(0, phrase.start - _LONGEST_LINE), phrase.start)
    return None if below is None else act_named_at(text, below.start("act"))


OPENS = re.compile(r"(?:\A|\n)[ \t>*#|✔▪●•]*\Z")
_TITLED = compiled(
    r" ?(?::|[-–—]{1,2}(?![\dIVX])|\.(?= ?[A-ZÀ-ÝŒ])"
    r"|(?:\([^()\n]{0,200}(?:\([^()\n]*\)[^()\n]{0,80})?\) ?){1,3}:? ?(?=\n|$)"
    r"|\.? ?\n ?(?:-{3,}|={3,})(?=\n|$)| ?(?:\| ?)+(?=\n|$)"
    r"|\.? ?(?=\n\s{0,3}(?!Art|A (?:modif|abrog|cré|compl))[A-ZÀ-ÝŒ«\"1-9(])"
    r"|(?<=\.\d) [A-ZÀ-Ý][^\n.;:,()]{2,80}(?=\n))"
)
"""What follows the number in the title of an article: a colon, a dash, its subject, a bracket, the next line."""


def is_title(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is the title of an article of a decision, a contract, statutes: "Article 5 : Durée".

    It opens its line, and its number has no letter before it.
    """
    item = phrase.items[0]
    number = item.number or ""
    if _is_of_amendment(text, phrase):
        return True
    if (
        (number[:1].isupper() and number[0] not in NUMERALS and number not in _IN_WORDS)
        or item.to is not None
        or (OPENS.search(text, max(0, phrase.start - 12), phrase.start) is None and not _goes_on_titles(text, phrase))
    ):
        return False
    return (_TITLED.match(text, item.end) or _OF_BILL.match(text, item.end)) is not None or (
        text.startswith(("Article ", "ARTICLE "), phrase.start)
        and _is_counted(number)
        and OPENS.search(text, max(0, phrase.start - 12), phrase.start) is not None
        and (_BEHIND_NUMBER.match(text, item.end) or _IN_CAPITALS.match(text, item.end)) is not None
    )


def _is_counted(number: str) -> bool:
    """Whether it is an integer, also in Roman numerals."""
    return number.isdigit() or (number[:1] in NUMERALS and from_roman(number) is not None)


def is_in_capitals(text: str, phrase: Phrase) -> bool:
    """Whether an article has a title in capitals that was read as the initials of an act: "ARTICLE 2 OBJET"."""
    act = phrase.act
    return act is not None and not act.ids and act.nature == "sigle" and text.startswith("ARTICLE ", phrase.start)


_IN_CAPITALS = compiled(
    r" (?!(?:CODE|LOI|D[ÉE]CRET|ORDONNANCE|ARR[ÊE]T[ÉE]|R[ÈE]GLEMENT|DIRECTIVE|CONVENTION|CONSTITUTION|CHARTE|TRAIT[ÉE]"
    r"|ALIN[ÉE]A|ANNEXE|PARAGRAPHE|C[A-Z]{1,5}|L[A-Z]{1,5}|[A-Z]{2,3})(?!\w))"
    r"[A-ZÀ-Ý]{3,}(?: [A-ZÀ-Ý' -]{2,80})?(?=\n|$)"
)
"""The same where a line in capitals is a title: "ARTICLE 2 OBJET"."""
_BEHIND_NUMBER = compiled(
    r" (?!(?:Code|Loi|Décret|Ordonnance|Arrêté|Règlement|Directive|Convention|Constitution|Charte"
    r"|Traité|Alinéa|Annexe|Paragraphe|Partie|Livre|Titre|Chapitre|Section)(?!\w))"
    r"(?:(?:(?!Des (?:lois|décrets|codes|ordonnances|arrêtés) )[A-ZÀ-Ý][a-zà-ÿ]{2,}|L[ea]|Une?|Il|En|Au|Si|Ce|On"
    r"|D(?:u|e la)(?= (?!code |loi |décret |règlement |traité |convention |constitution |charte |directive )[a-zà-ÿ]))"
    r" |L'|De l'(?!ordonnance |arrêté |article |annexe |accord ))[a-zà-ÿA-ZÀ-Ý]"
)
"""The words of a title, or of its text, behind the number that opens a line: "Article 24 Clause résolutoire"."""
_OF_BILL = compiled(
    r" ?(?:[\[(]nouveau[\])] ?)?\((?:art(?:icles?|s?\.)|titre|chapitre|section|livre|annexe|intitulé|code) "
    r"[^()\n]{2,200}\) ?(?:[:–—-]|\n|$)",
    re.IGNORECASE,
)
"""What an article of a bill changes, behind its number in a report: "Article 11 (art. 4 du code pénal) - But"."""
_IN_WORDS = frozenset(("PREMIER", "UNIQUE"))
_BEHIND_SENTENCE = re.compile(r"[.;»]\s\Z")
_ENACTS = re.compile(
    r"(?:(?<!\w)(?:A ?R ?R ?[EÊ] ?T ?(?:E|E ?N ?T|O ?N ?S)|D ?[EÉ] ?C ?I ?D ?(?:E|E ?N ?T|O ?N ?S)"
    r"|D[EÉ]LIB[EÈ]RE(?:NT)?|D[EÉ]CR[EÈ]TE|O ?R ?D ?O ?N ?N ?E)|ce qui suit)\s*:?\s*(?:[-–—=*_]{2,}\s*)?\Z",
    re.IGNORECASE,
)
"""The word before the first article of a decision: "ARRÊTE : Article 1er", "A R R E T E", "convenu ce qui suit"."""
_TITLE_IN_LINE = re.compile(r"(?: ?[:–—]\s{0,3}|\. (?!Art))[A-ZÀ-ÝŒ]")
_TITLE_SIGN = re.compile(r" ?(?:[:–—]|\.? ?-(?![0-9])|\.(?= [A-ZÀ-Ý]))\s{0,3}")
_FAR = 6_000  # characters between two titles


def _goes_on_titles(text: str, phrase: Phrase) -> bool:
    """Whether a title stands in the line of what is before it: the word that enacts, or the title of the number before.

    "ARRÊTE : Article 1er : … . Article 2 : …", "Article 1. Objet. … Article 2. Durée.", "… de 1989. ARTICLE 3 - LOYER".
    """
    number, start, end = phrase.items[0].number or "", phrase.start, phrase.items[0].end
    if not number.removesuffix("er").isdigit():
        return False
    capital = text.startswith("ARTICLE", start)
    if number in _FIRST and _ENACTS.search(text, max(0, start - _ENACTING), start) is not None:
        return _TITLE_SIGN.match(text, end) is not None
    behind = _BEHIND_SENTENCE.search(text, max(0, start - 2), start) is not None
    if capital and behind and _CAPITAL_TITLE.match(text, end) is not None:
        return True
    if number in _FIRST or not (behind or capital):
        return False
    before = "1er" if number == "2" else str(int(number) - 1)
    word = text[start : phrase.items[0].start]
    if not word[:1].isupper():
        return False
    at = text.rfind(f"{word}{before}", max(0, start - _FAR), start)
    if at < 0 and number == "2":
        before = "1"
        at = text.rfind(f"{word}{before}", max(0, start - _FAR), start)
    sign = _TITLE_SIGN if capital else _TITLE_IN_LINE
    return at >= 0 and sign.match(text, end) is not None and sign.match(text, at + len(word) + len(before)) is not None


_FIRST = frozenset(("1", "1er"))
_ENACTING = 60  # characters, a rule of dashes included
_CAPITAL_TITLE = compiled(r" ?(?:[:–—]|- ) ?[A-ZÀ-Ý]{2}")
"""A title in capitals behind its number: "ARTICLE 3 - LOYER"."""
_INITIALS_ALONE = compiled(r" ?[:–—-] ?(?:[A-Z]{2,8}|Code [a-z]+)(?= ?\n| ?$)")
"""An act that is no more than the title of an article: "Article 12 : RGPD"."""
_DASHED = compiled(r" ?[:–—-] ?")
_BODY = compiled(r"(?: ?(?:,|&|ET |OU )[^a-zà-ÿ\n]{1,100})?[ \t]*\n[\s>*]*(?!A(?:rt|RT))[^\s>*]")
_HUNDRED = 100


def is_named_title(text: str, phrase: Phrase, act: ActName) -> bool:
    """Whether the name of an act is the title of an article of a contract: "ARTICLE 13 – CODE DU TRAVAIL".

    It makes up a line, with a text below; the title is in capitals, or another title of the next number stands below.
    """
    item, number = phrase.items[0], phrase.items[0].number or ""
    if (
        len(phrase.items) > 1
        or not number.isdigit()
        or int(number) >= _HUNDRED
        or _DASHED.fullmatch(text, item.end, act.start) is None
        or _BODY.match(text, act.stop) is None
        or OPENS.search(text, max(0, phrase.start - 12), phrase.start) is None
    ):
        return False
    word = text[phrase.start : item.start]
    if word == "ARTICLE ":
        return True
    title = f"\n{word}{int(number) + 1}"
    below = text.find(title, act.stop, act.stop + _FAR)
    return below >= 0 and not text.startswith(text[item.end : act.stop], below + len(title))


_OF_AMENDMENT = compiled(r"\n?[^\n]{0,40}(?<!\w)(?:A[Mm]|sous-a[Mm]|am)(?:endement|ENDEMENT)(?!\w)[^\n]{0,100} [–—-] $")
_LONGEST_HEADING = 160  # characters


def _is_of_amendment(text: str, phrase: Phrase) -> bool:
    """Whether the heading of an amendment ends with the article that it is on: "Amendement n° 5 – Article 16"."""
    start = phrase.start
    if not text.startswith(("Article ", "ARTICLE "), start) or text[start - 3 : start] not in DASHES:
        return False
    if text[phrase.stop : phrase.stop + 1] not in _LINE_ENDS:
        return False
    line = max(text.rfind("\n", 0, start), start - _LONGEST_HEADING, 0)
    return _OF_AMENDMENT.match(text, line, start) is not None


_LINE_ENDS = frozenset(("\n", ""))


def titled_phrases(text: str, phrase: Phrase) -> Iterable[Phrase]:
    """What a title makes: nothing but a place of no reference, where it is the name of an act alone."""
    alone = _INITIALS_ALONE.match(text, phrase.stop)
    return () if alone is None else (Phrase("heading", phrase.start, alone.end()),)


def is_quoted_label(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is a label behind the quotation mark that opens a text: ``"Article L. 1 : Les moulins``.

    It may stand on a line of its own.
    """
    opened = _QUOTE.search(text, max(0, phrase.start - 3), phrase.start)
    return opened is not None and _COLON.match(text, phrase.stop) is not None

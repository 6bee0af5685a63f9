"""Signs that a converter or a typist has lost: apostrophes, blanks between words, the word "article"."""

from __future__ import annotations

import re

from cpp_corpus.lang.acts import glued_titles
from cpp_corpus.lang.dates import MONTH
from cpp_corpus.lang.typography import plain
from cpp_corpus.normalizer.recognize.text.edits import Replacement, removed

__all__ = ["GLUED_DIGIT", "RESTORED", "SHORT_TEXT", "lost_in"]

_NOUNS = (
    "articles?|alinéas?|annexes?|application|arrêtés?|avenants?|ordonnances?|exécution|action sociale|artisanat"
    "|aviation|éducation|énergie|entrée|environnement|expropriation|habitation|organisation|urbanisme"
)
_APOSTROPHE = re.compile(rf"(?<!\w)[ldLD](?=(?:{_NOUNS})(?!\w))")
"""Where an apostrophe is lost: "larticle 5 de larrêté"."""
_BLANK_BEFORE_CODE = re.compile(
    r"(?:(?<=[0-9])|(?<=[0-9][A-Z])|(?<=bis|ter)|(?<=quater)|(?<!\w))[ ]?d[ue](?=code[ ]|C[A-Z]{1,6}\b)"
)
"""Where a blank is lost before a code: "206 duCGI", "208 quaterduCGI", "ducode"."""
_BLANK_BEFORE_ARTICLE = re.compile(r"(?<!\w)(?:les|des|ses|ces)(?=articles?(?!\w))", re.IGNORECASE)
"""Where a blank is lost before an article: "lesarticles 5 et 6"."""
_BLANK_BEHIND_FIRST = re.compile(rf"1er(?<!\w1er)(?=(?:de|du|des|et|ou|à|au|aux|est|{MONTH})(?!\w))")
"""Where a blank is lost behind a number: "1erde l'ordonnance", "1eraoût"."""
_BLANK_BEHIND_CODE = re.compile(r"\b(?:CGI|LPF)(?=à[ ]|[a-zà-ÿ]{2})")
"""Where a blank is lost behind the initials of a code, as in pages of the tax doctrine: "CGIet"."""
_BLANK_BEFORE_LAW = re.compile(
    r"(?<!\w)[Ll](?:a(?=(?:loi|directive|convention|constitution)[ ])"
    r"|e(?=(?:d[ée]cret|r[èe]glement|code|trait[ée])[ ]))"
)
"""Where one is lost before an act: "ladirective 2006/112/CE"."""
_MAY_GLUE_LAW = (
    "aloi ",
    "adirective ",
    "aconvention ",
    "aconstitution ",
    "edécret ",
    "erèglement ",
    "ecode ",
    "etraité ",
)
_BLANK_BEFORE_MONTH = re.compile(rf"[0-9](?={MONTH}[ ][12][0-9]{{3}})")
"""Where a blank is lost in a date: "loi du 15novembre 1999"."""
_BLANK_BEHIND_CALL = re.compile(
    r"(?<=[a-zà-ÿ.])[0-9]{1,2}(?=(?:Loi|Article|Art\.|Décret|Ordonnance|Code|Directive|Règlement|Arrêté)[ ])"
)
"""The call of a note between two words: "famille12Loi n° 2007-211"."""
_MAY_GLUE_LINES = re.compile(r"[A-ZÉÀ](?<=[a-zà-ÿ0-9].)[a-zà-ÿ'’. ]")
_LINES_GLUED = re.compile(
    r"[ACDLOR](?:(?<=[a-zà-ÿ]{4}.)|(?<=(?:19|20)[0-9]{2}.))"
    r"(?=(?:(?<=A)(?:rticle|rrêté)s?|(?<=L)ois?|(?<=D)(?:écret|irective)s?|(?<=O)rdonnances?|(?<=R)èglements?"
    r"|(?<=C)(?:ode|irculaire)s?|(?<=C)onvention)[ ])"
)
"""Where the end of a line is lost before an act or an article, as in the text of a page without its marks."""
_LINE_GLUED_TO_CODE = re.compile(r"[A-ZÉÀ](?<=[a-zà-ÿ].)(?:(?=[a-zà-ÿ'’])|(?<=À)(?=[ ])|(?<=[LRDA])(?=\.[ ]?[0-9]))")
_ENDS_CODE = re.compile(r"(?<!\w)[Cc]ode(?:[ ][A-Za-zà-ÿ'’]+){1,9}(?<![ ].)\Z")
"""The same behind the name of a code: "L. 1242-1 du Code du travailLire"."""
_BLANK_BEFORE_ART = re.compile(r"[a-zà-ÿ](?=Art\.[ ](?:[LRDA]|[0-9]))")
"""Where one is lost behind the name of an act: "fiscalesArt. L50"."""
_BLANK_BEFORE_NOUN = re.compile(
    r"[0-9](?=(?:code[a-z ]|c\.? ?(?:civ|p[ée]n|com|trav|conso|urb|env|rur)(?!\w)"
    r"|(?:loi|d[ée]cret|ordonnance|arr[êe]t[ée]) ?(?:n|du |[0-9])|art(?:icle)?\.? ?[0-9]))"
)
"""Where one is lost behind a number, as people type: "loi2015-990art5", "art13decret2020-1717"."""
_GLUED_CODE = re.compile(r"(?<![^\W\d_])[Cc]ode[a-zà-ÿ']{5,60}(?!\w)")
"""A code whose title is written without blanks: "codedelenvironnement"."""
_MAY_GLUE_CODE = re.compile(r"ode[cdmp]")
_WITHOUT_NUMBER = re.compile(r"(?<=Art\.)[ ],[ ]Art\.(?=[ ](?:[LRDA]|[0-9]))")
"""A number left out in a list of what a law amends: "Art. L169, Art. , Art. L201 A"."""
GLUED_DIGIT = re.compile(
    r"[0-9](?:(?=[A-Za-z])(?:[lo](?![a-z])|janv|f[ée]v|mars|avri|mai |jui|ao[ûu]t|sept|octo|nove|d[ée]ce"
    r"|Loi|Art|Décr|Ordo|Code|Dire|Règl|Arrê|loi|art|d[ée]cr|ordo|code|arr[êe]|c\.? ?[cpteu][a-zé])"
    r"|(?<=[a-zà-ÿ)][0-9])(?:(?<=[a-zà-ÿ]{3}[0-9])|(?<=[a-zà-ÿ]\)[0-9])))"
)
"""A digit to which a letter is glued that is none, or a month; or one that is glued to a word."""
_SIGN_OF_APOSTROPHE = r"(?:['’]|&(?:\#39|apos|rsquo);)"
_APOSTROPHE_FIRST = re.compile(rf"\n[ \t]*{_SIGN_OF_APOSTROPHE}[^\W\d_]")
_BEFORE_APOSTROPHE = re.compile(rf"(?<=\b[lLdD])[ \t\r]*\n[ \t]*(?={_SIGN_OF_APOSTROPHE}[^\W\d_])")
"""A line end before an apostrophe: "de l\\n'article 5"."""
_OF_PUBLISHER = re.compile(
    r"[ ]?(?:\(N°[ ]?Lexbase[ ]?:[ ]?[A-Z][0-9]{4}[A-Z0-9]{3}\)|N°[ ]?Lexbase[ ]?:[ ]?[A-Z][0-9]{4}[A-Z0-9]{3}\b)"
)
"""The number of a document in the base of a publisher, which stands behind each text that is cited."""
_CALL_BEHIND_BRACKET = re.compile(r"(?<=[a-zà-ÿ]{3}\))[0-9]{1,3}(?=[ ,;.\n])")
_CALL_BEHIND_CODE = re.compile(r"(?<=[a-zà-ÿ]{4})[0-9]{1,3}(?=[ ,;.)\n]|$)")
"""Calls of notes that are not raised any more, behind a bracket and a code: "764 (logement)289 et", "Code civil290"."""
_NAME_OF_CODE = re.compile(
    r"(?<!\w)(?:[Cc]ode(?:[ ][a-zà-ÿ'’-]+){1,9}|Constitution)(?<!rticle)(?<!rticles)(?<!linéa)(?<!nnexe)(?<!point)"
    r"(?<!livre)(?<!titre)(?<!chapitre)(?<!section)\Z"
)
_LONGEST_NAME = 80  # characters of it
_DEGREE_APART = re.compile(r"(?<=[0-9])[ ]+(?=°)")
"""A blank between a number and its sign: "3-I-3 °"."""
_ADVERB = re.compile(r"(?<=[0-9][ \n-])(?:quarter|(?:quinqui|sexi|septi|octi|novi|deci)ès)(?!\w)")
"""An adverb as people misspell it: "200 quarter A", "44 septiès"."""
_TYPED = 80  # characters of a text that may be no more than a citation
_NUMBERS_ALONE = re.compile(
    r"(?![ ]?\([1-9]\)|[ ]?[,;][ ]?[0-9]{1,2}\)[ ]?[^\W\d])[ ]?[,;|(][ ]?(?![0-9]{2}-[0-9]{1,4}\))"
    r"(?=[0-9]{1,3}(?:er)?(?:-[0-9]{1,2})?(?:[ ](?:bis|ter|quater))?"
    r"(?:[ ]?[,;|)]|[ ](?:et|ou|à|[IVX]+|§|[0-9]+°|al|->|[–-])|\Z))"
)
"""The sign behind an act, where its articles stand alone: "D. 88-145, 38, 39-2 et 40"; no "(1)", the call of a note,
and no mark of a point: "la loi n° 2031-7 ; 2) le repos".
"""
_ENDS_ACT = re.compile(
    r"\b(?i:loi(?!s)|[ld]\.(?=\s?(?:n|(?:20[0-3][0-9]|[4-9][0-9])-))|d[ée]cret(?!s)|d[ée]cr\.|ord(?!onnances)"
    r"|arr(?!êtés)|dir(?!ectives)|r[èe]gl?t?(?!ements))"
    r"(?:(?![ ']art(?:icle|\.|[ ]))[^,;|(]){0,60}?"
    r"(?:[0-9]{2,4}-[0-9]{1,5}|[0-9]{4}/[0-9]{1,4}(?:/(?:CE|UE|CEE))?|/[0-9]{2,4}|[ ](?:19|20)[0-9]{2})\Z"
)
"""The end of an act as it is typed, behind which numbers may stand alone: "Loi n° 2007-211", "Dir. 2003/88/CE".

No article stands in it: "l'arrêté fixe à son article 14-1 (1er alinéa)".
"""
SHORT_TEXT = 300  # characters of a text in which "a1" may be an article
_TYPED_A = re.compile(r"[ ]a[0-9]")
_SHORT_ARTICLE = re.compile(r"(?:(?<=[\w.)][ ])|(?<=[)\w.],[ ]))a(?:\.[ ]?(?=[LRDA]\.?[ ]?[0-9]|[0-9])|(?=[0-9]))")
"""The word "article" by its first letter, behind an act: "C. élect., a. L. 52-12", "décret n° 85-1250 a1"."""
_BEHIND_ACT = re.compile(
    r"(?:[0-9]{2,4}[-/][0-9]{1,5}|\b(?:1[789]|20)[0-9]{2}|/[0-9]{2}|\b[A-Z]{3,7}|modifi[ée]e?|mod\.|préc(?:\.|itée?)"
    r"|\b[Cc]\.?[ ]?(?:[a-zé]{2,8}\.?[ ]?){1,3}|\b[Cc]ode(?:[ ][a-zà-ÿ'’-]+){1,7}|a[0-9]{1,3}[ ]et)\)?,?[ ]\Z"
)
"""The end of an act, behind which an article may stand by its first letter."""
_LONGEST_ACT = 60  # characters of it


def lost_in(text: str, glued: bool) -> list[re.Pattern[str]]:
    """The patterns of the signs that a converter has lost in a text; a look for a few words costs next to nothing."""
    none = "'" not in text and "’" not in text
    lost = [_APOSTROPHE] if none or "larticle" in text else []
    if "sarticle" in text:
        lost.append(_BLANK_BEFORE_ARTICLE)
    if "ducode " in text or "duC" in text:
        lost.append(_BLANK_BEFORE_CODE)
    if "1er" in text:
        lost.append(_BLANK_BEHIND_FIRST)
    if any(glued_word in text for glued_word in _MAY_GLUE_LAW):
        lost.append(_BLANK_BEFORE_LAW)
    if "Lexbase" in text:
        lost.append(_OF_PUBLISHER)
    if "°" in text and " °" in text:
        lost.append(_DEGREE_APART)
    if "quarter" in text or "iès" in text:
        lost.append(_ADVERB)
    if glued:
        lost += [_BLANK_BEFORE_MONTH, _BLANK_BEHIND_CALL, _BLANK_BEFORE_NOUN, _CALL_BEHIND_BRACKET, _CALL_BEHIND_CODE]
    if _MAY_GLUE_LINES.search(text) is not None:
        lost += [_LINES_GLUED, _LINE_GLUED_TO_CODE]
    if _MAY_GLUE_CODE.search(text) is not None:
        lost.append(_GLUED_CODE)
    if "Art. " in text:
        lost += [_WITHOUT_NUMBER, _BLANK_BEFORE_ART]
    if "\n" in text and _APOSTROPHE_FIRST.search(text) is not None:
        lost.append(_BEFORE_APOSTROPHE)
    if "CGI" in text or "LPF" in text:
        lost.append(_BLANK_BEHIND_CODE)
    if len(text) <= _TYPED and _NUMBERS_ALONE.search(text) is not None:
        lost.append(_NUMBERS_ALONE)
    if " a." in text or (len(text) <= SHORT_TEXT and _TYPED_A.search(text) is not None):
        lost.append(_SHORT_ARTICLE)
    return [pattern for pattern in lost if pattern.search(text) is not None] if lost else lost


def _with_apostrophe(match: re.Match[str]) -> str:
    return f"{match[0]}'"


def _with_blanks(match: re.Match[str]) -> str:
    return f" {match[0].strip()} "


def _with_blank_behind(match: re.Match[str]) -> str:
    return f"{match[0]} "


def _with_its_blanks(match: re.Match[str]) -> str:
    return glued_titles().get(plain(match[0].replace("'", "")).lower(), match[0])


def _behind(before: re.Pattern[str], longest: int, new: str) -> Replacement:
    """What puts ``new``, a template, where ``before`` ends in the ``longest`` characters before the match."""

    def restored(match: re.Match[str]) -> str:
        begin = max(0, match.start() - longest)
        return match[0] if before.search(match.string[begin : match.start()]) is None else match.expand(new)

    return restored


RESTORED: dict[re.Pattern[str], Replacement] = {
    _APOSTROPHE: _with_apostrophe,
    _ADVERB: lambda match: match[0].replace("quarter", "quater").replace("è", "e"),
    **dict.fromkeys((_BLANK_BEFORE_ARTICLE, _BLANK_BEFORE_CODE, _BLANK_BEHIND_CODE, _BLANK_BEHIND_FIRST), _with_blanks),
    **dict.fromkeys(
        (_BLANK_BEFORE_ART, _BLANK_BEFORE_LAW, _BLANK_BEFORE_MONTH, _BLANK_BEFORE_NOUN, _BLANK_BEHIND_CALL),
        _with_blank_behind,
    ),
    _GLUED_CODE: _with_its_blanks,
    **dict.fromkeys((_BEFORE_APOSTROPHE, _CALL_BEHIND_BRACKET, _DEGREE_APART, _OF_PUBLISHER, _WITHOUT_NUMBER), removed),
    _CALL_BEHIND_CODE: _behind(_NAME_OF_CODE, _LONGEST_NAME, ""),
    _LINES_GLUED: lambda match: f"\n{match[0]}",
    _LINE_GLUED_TO_CODE: _behind(_ENDS_CODE, _LONGEST_NAME, "\\n\\g<0>"),
    _SHORT_ARTICLE: _behind(_BEHIND_ACT, _LONGEST_ACT, "art."),
    _NUMBERS_ALONE: _behind(_ENDS_ACT, SHORT_TEXT, r"\g<0>art. "),
}
"""What stands for what each of these patterns finds."""

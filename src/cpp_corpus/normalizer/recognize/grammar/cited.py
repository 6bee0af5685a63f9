"""What is cited by abbreviations and numbers: decisions of courts, documents, acts by short natures and initials."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cpp_corpus.lang.abbreviations import Abbreviation, Standing, first_words
from cpp_corpus.lang.acts import has_number
from cpp_corpus.lang.decisions import decision_words
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.acts import numbered_alone
from cpp_corpus.normalizer.recognize.grammar.article_lists import listed_before, listed_behind
from cpp_corpus.normalizer.recognize.grammar.articles import ARTICLE, NUMBER_ALONE, continued
from cpp_corpus.normalizer.recognize.grammar.clauses import cited_behind
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import abbreviated, short_name_at
from cpp_corpus.normalizer.recognize.grammar.designations.codes import is_of_overseas
from cpp_corpus.normalizer.recognize.grammar.designations.courts import decision_by_ecli, decisions
from cpp_corpus.normalizer.recognize.grammar.designations.foreign import with_country
from cpp_corpus.normalizer.recognize.grammar.designations.laws import SHORT
from cpp_corpus.normalizer.recognize.grammar.designations.publications import publication
from cpp_corpus.normalizer.recognize.grammar.one_number import is_certain
from cpp_corpus.normalizer.recognize.phrase import ActName, Phrase
from cpp_corpus.normalizer.recognize.rule import Example, Rule

__all__ = ["ABBREVIATED", "CITED_DECISION", "DOCUMENT", "SHORT_ACT"]

_ARTICLE = compiled(
    r"(?: ?,? ?\(?(?:modifiée?|mod\.|précitée?|préc\.|nouv\.|anc\.)\)?)?"
    r"[ \t\n]?(?:[,:;(\[|+§/»→–-]|n° ?)?[ \t]?(?:spéc\. )?(?:(?:anc\.|anciens?|nouv\.|nouveaux?|ex)[ -])?"
    r"(?:[Aa][Rr][Tt]|[LRD]\.? ?\*{0,2} ?\d+-\d|[Aa]nnexe [IVX\d]|ann\. [IVX\d]|[Tt]it(?:\.|re) [IVX\d])"
)


def _act(name: ActName) -> Phrase:
    return Phrase("act", name.start, name.stop, (), name)


def _read_abbreviated(text: str, start: int, _end: int) -> Iterable[Phrase]:
    """*abbreviation* | *number* *abbreviation*; one that means other things too, only before ``art.``"""
    short = short_name_at(text, start)
    before = text[start - 1 : start]
    if short is None:
        if text[start : start + 2] == "c." and text[start - 1 : start] == " ":
            return _behind_number(text, start)
        alone = _ALONE.search(text, max(0, start - 4), start) or (before == "(" and text.startswith(" ", start + 2))
        if alone and (of_union := SHORT.begins.match(text, start)) is not None:
            name = SHORT.read(text, of_union, None)  # "CE 261/2004, art. 7"
            return (_act(name),) if name is not None and _ARTICLE.match(text, name.stop) is not None else ()
        treaty = _TREATY.match(text, start)
        return () if treaty is None else (_act(_unknown(start, treaty.end())),)
    if before == "-" and text[start - 2 : start - 1].isupper() and not text[start : start + 2].isupper():
        return ()  # the end of other initials: "CCAG-Trav."
    if short.standing is not Standing.ANYWHERE and _IN_CAPITALS.match(text, short.end) is not None:
        return ()
    if _IN_CAPITALS.match(text, short.end) is not None and _WORD_IN_CAPITALS.search(text, max(0, start - 12), start):
        return ()
    if short.kind == "treaty" and short.end - start <= _BODY and _COURT_BEHIND.match(text, short.end) is not None:
        return ()  # "3 CE, sect., 22 juin 1951": the call of a note before the Conseil d'Etat
    if short.kind == "law" and _is_no_law(text, start, short.end):
        return ()
    joined = before in _JOINTS or (
        before in _OPENING and _CERTAIN_BEFORE.search(text, max(0, start - 16), start) is not None
    )
    if joined and (listed := listed_before(text, start)) is not None:
        if before in _OPENING and not _has_all(short, listed):
            return ()
        cubic = text.startswith(_CUBIC, start)
        if (short.standing is Standing.CITATION or cubic) and not _is_long(listed, _letters(text[start : short.end])):
            return ()
        return continued(text, listed)
    if short.ids and text[short.end : short.end + 4] not in _ART:
        standing = short.standing
        if text[start].islower() and text[start : short.end].isalpha():
            if short.end - start >= _SMALL:
                standing = Standing.ANYWHERE
            elif short.kind == "code" and _opens_line(text, start):
                standing = Standing.BESIDE  # "cp 222-33"
        listed = listed_behind(text, abbreviated(start, short), standing)
        if listed is not None:
            return continued(text, listed)
    if text.startswith(".", short.end) and (pointed := _pointed(text, start, short)) is not None:
        return (pointed,)
    if short.standing is Standing.CITATION:
        beside = short.end - start >= _SMALL and _LETTERED.match(text, short.end) is not None
        word = short.kind == "law" and text[start : short.end].islower()  # "notre intérêt (article 6)"
        heads = (beside or _opens_line(text, start)) and (_ARTICLE.match if word else _heads)(text, short.end)
        return (_act(abbreviated(start, short)),) if heads else ()
    opens = short.ids and _opens_line(text, start)
    headed = (_heads(text, short.end) if opens else _ARTICLE.match(text, short.end) is not None) or (
        (text.startswith(", l'article ", short.end) and text[start - 8 : start].lower() in _WITHIN)
        or _ITS_ARTICLE.match(text, short.end) is not None
    )
    if text[start - 2 : start - 1].isdigit() and is_of_overseas(text, start):
        return ()  # "Lp. 121-1 C. trav."
    if headed or (short.standing is Standing.ANYWHERE and short.ids):
        name = with_country(text, abbreviated(start, short))
        if name.ids or headed:
            return (numbered_alone(text, name) or _act(name),)
    return ()


_PERSON = re.compile(r"\b(?:M|Mme|[A-ZÀ-Ý][a-zà-ÿ]+(?<!Loi)(?<!Les)(?<!Selon)|[A-Z])\.? \Z")
_ITS_ARTICLE = compiled(
    r",? (?:et )?(?:notamment |en particulier |spécialement )?(?:en |à |dans |par )?(?:son |ses )art"
    r"|, (?:et )?(?:notamment|en particulier|spécialement) (?:l'|les )art"
)
"""What shows the initials of a court to be those of a text, too: "la CEDH, en son article 6"."""
_OF_CODE = re.compile(r"[ ,:;(–-]{1,4}[Aa]rt(?:icles?|s?\.?) [LRDA]\.? ?\*{0,2}[0-9]")


def _is_no_law(text: str, start: int, end: int) -> bool:
    """Whether the name of a law is that of a person ("M. Macron"), behind its number or before an article of a code."""
    if text[max(0, start - 2) : start].rstrip()[-1:].isdigit() or _OF_CODE.match(text, end) is not None:
        return True
    if text.startswith("Notre article", start) and not text.endswith(("loi ", "Loi "), 0, start):
        return True  # a possessive at the head of a sentence: "Notre article 5"
    before = max(0, start - _NOUN_BEFORE)
    if _OTHER_NOUN.search(text, before, start) is not None:
        return True
    return not text[start:end].isupper() and _PERSON.search(text, before, start) is not None


_NOUN_BEFORE = 16  # characters
_OTHER_NOUN = re.compile(
    r"\b(?:décrets?|arrêtés?|ordonnances?|ord\.|décr\.|directives?|règlements?|circulaires?|projets?|propositions?"
    r"|amendements?|rapports?) \Z",
    re.IGNORECASE,
)
"""What is called as a law is, and is none: "le décret Hoguet"."""


_BODY = 3  # letters of initials that are those of a court or of a body as well
_COURT_BEHIND = compiled(
    r",? ?(?:(?:[Aa]ss|[Ss]ect|[Pp]lén|réf|ord|avis)\.?,? ?)?"
    r"(?:\d{1,2}(?:er)? [a-zéû]{3,9}\.?,? \d{4}|\d\d?/\d\d?/\d{4})| et (?=[A-ZÀ-Ý][a-zà-ÿ])"
)
"""What follows the initials of a court, or of a body."""
_ALONE = re.compile(r"(?:^|[;,\n:] ?)\(?$")
"""What stands before the body of the Union that begins a citation."""
_SMALL = 3  # letters of initials in lower case that are no word: "cpp 63-1"
_LETTERED = compiled(r"(?: ?[:,] ?| \(?)(?:art(?:\.|icles?)? ?)?[LRDA]\.? ?\*?\d+-\d")
"""What shows initials in lower case to be a code, wherever they stand: "v. aussi casf L 312-1"."""
_WORD_IN_CAPITALS = re.compile(r"[A-ZÀ-Ý]{4} \Z")
"""The end of a word before such initials, which is no determiner: "UN OUVRIER TUE AU COURS DE"."""
_IN_CAPITALS = re.compile(r" (?!ART)[A-ZÀ-Ý]{2,} [A-ZÀ-Ý]{2,}")
"""What makes initials a word of a line in capitals: "CE QUI EST DÛ (art. 31)"."""


def _heads(text: str, end: int) -> bool:
    """Whether an article is cited behind initials, which no name, date or number of a decision follows."""
    if _ARTICLE.match(text, end) is not None:
        return True
    cited = cited_behind(text, end)
    return cited >= 0 and _DECIDED.search(text, end, cited) is None


_DECIDED = re.compile(r",[^,\n]*[,(]|n°|\d/\d|\d{1,2} [a-zéû]{3,9}\.? \d{4}| c\. ")


def _has_all(short: Abbreviation, listed: Phrase) -> bool:
    return bool(short.ids) and all(
        has_number(short.ids[0], normalize_number(item.number or "")) for item in listed.items
    )


def _behind_number(text: str, start: int) -> Iterable[Phrase]:
    """The numbers before initials in small letters with points: "700 c.p.c."."""
    listed = listed_before(text, start)
    if listed is None or listed.act is None:
        return ()
    return continued(text, listed) if _is_long(listed, _letters(text[start : listed.act.end])) else ()


_WITHIN = frozenset(("dans la ", "dans le "))
"""What stands before initials that are those of a text, and of no court: "Dans la CEDH, l'article 6"."""


_POINTED = compiled(r"\. ?(?=[Aa]rt(?:\.|s?(?!\w))|(?P<number>[LRD]\.? ?\*{0,2} ?\d+(?:-\d+)+))")


def _pointed(text: str, start: int, short: Abbreviation) -> Phrase | None:
    """An act behind which a point stands before its number: "CPC. art. 9", "CSS. L. 1-1", which opens a line or is its.

    Else the point ends a sentence.
    """
    behind = _POINTED.match(text, short.end)
    if behind is None or not short.ids:
        return None
    number = behind["number"]
    if not _opens_line(text, start) and (number is None or not has_number(short.ids[0], normalize_number(number))):
        return None
    return _act(abbreviated(start, short)._replace(stop=behind.end()))


_JOINTS = frozenset(" -")
_CUBIC = "c.c"
"""Initials that measure a motor, too: "moto (125 c.c.)"."""
_OPENING = frozenset("([")
_CERTAIN_BEFORE = compiled(r"(?:\d{3}|-\d+)(?:,? (?:al\. ?\d+|[IVX]+))? ?[(\[]$")
"""The end of a number before initials in brackets: "1240 (C. civ.)"."""
_LETTERS_AND_DIGITS = 6
_SHORT_POINTED = compiled(r"(?:[a-z]\.? ?){2,3}")


def _letters(initials: str) -> int:
    """How many characters initials have, the points between single letters aside: "c.c." is as short as "cc"."""
    return sum(map(str.isalpha, initials)) if _SHORT_POINTED.fullmatch(initials) else len(initials)


def _is_long(listed: Phrase, letters: int) -> bool:
    """Whether numbers before initials in small letters are those of articles: "700 cpc", "1240 cc", not "125 cc"."""
    return all(is_certain(item) or len(item.number or "") + letters >= _LETTERS_AND_DIGITS for item in listed.items)


_ART = frozenset((" art", ", ar", " (ar", ", Ar", " Art"))
_TREATY = compiled(
    r"Conv\.? (?:[A-ZÉ][\w'-]*|d[eu]|des?|la|l'|sur|les)(?: [\w'’-]+){0,6}?,? ?(?:\d{1,2}(?:er)? [a-zéû]+\.? \d{4})?"
    r"(?=,? ?\(?[Aa]rt)"
)
"""A convention by its place and date, before the article: "Conv. La Haye, 25 oct. 1980, art. 13"."""


def _unknown(start: int, end: int) -> ActName:
    return ActName(start, end, end, "autre", reason=Reason.ACT_WITHOUT_ID)


_LINE_BEGINS = re.compile(r"(?:^|[\n\t(;,:«\"/+–]\s*|(?<!\w)-|-\s+|(?:[Vv]u|[Cc]f\.?|[Vv]oir|[Vv]\.|[Oo]u|et|puis) )$")


def _opens_line(text: str, start: int) -> bool:
    """Whether what begins there opens a line or a citation."""
    return _LINE_BEGINS.search(text, max(0, start - 8), start) is not None


def _read_decision(text: str, start: int, end: int) -> Iterable[Phrase]:
    """*court* [*formation*] [*date*] *number* {*number*} | ``ECLI:FR:`` *court* …"""
    if text.startswith("ECLI", start):
        cited = decision_by_ecli(text, start)
        return () if cited is None else (_act(cited),)
    found = decisions(text, start)
    if not found:
        return _read_abbreviated(text, start, end)
    return [*_articles_within(text, start, found[0].start), *map(_act, found)]


_ARTICLE_WITHIN = compiled(r"(?<!\w)[aA]rt(?:icles?|s?\.)(?= ?[LRDA\d])")


def _articles_within(text: str, start: int, end: int) -> Iterable[Phrase]:
    """The articles between a court and the number of its decision: "Cass. soc., …, au visa de l'article 5, n° …"."""
    at = start
    while (article := _ARTICLE_WITHIN.search(text, at, end)) is not None:
        at = article.end()
        for phrase in ARTICLE.read(text, article.start(), at):
            if phrase.stop <= end:
                at = max(at, phrase.stop)
                yield phrase


def _read_document(text: str, start: int, _end: int) -> Iterable[Phrase]:
    """``BOI`` *number* | ``IDCC`` *number* | ``circulaire`` *date* | ``NOR`` *number* | ``JO`` *date*, *page*"""
    found = publication(text, start)
    return () if found is None else (_act(found),)


def _read_short(text: str, start: int, end: int) -> Iterable[Phrase]:
    """(``L.`` | ``Ord.`` | ``D.`` | ``Arr.`` …) (``n°`` *number* [*date*] | *date*)"""
    if text[start - 1 : start] == " " and _OFFICE.search(text, max(0, start - _NUMBER_OF_OFFICE), start) is not None:
        return ()
    match = SHORT.begins.match(text, start)
    name = None if match is None else SHORT.read(text, match, None)
    if name is None:
        return NUMBER_ALONE.read(text, start, end) if text[start] in _PREFIXES else ()
    return (_act(name),)


_OFFICE = re.compile(r"/[0-9]{1,2} $")
"""The number of an office, before the letter of one: "circulaire DSS/4 A 98-395"."""
_NUMBER_OF_OFFICE = 4  # characters
_PREFIXES = frozenset("LRDA")
_DIGIT_SOON = r"(?=[^\n;]{1,120}?\d)"

CITED_DECISION = Rule(
    "decision",
    lambda: (*decision_words(), "ECLI"),
    rf"(?!\w)(?! ?[,:(]? ?[Aa]rt){_DIGIT_SOON}",
    _read_decision,
    (
        Example("Cons. const., 5 févr. 2021, ⟦n° 2020-881 QPC⟧", "decision-cc:2020-881-qpc"),
        Example("CE, Ass., 23 déc. 2011, Moulins réunis, req. ⟦n° 335033⟧", "decision-ce:335033"),
        Example("CE 10/9 ch.-r., 3 mars 2020, ⟦n° 431234⟧", "decision-ce:431234"),
        Example("Cass. soc., 12 févr. 2014, ⟦n° 12-23.573⟧", "decision-cass:12-23.573"),
        Example("pourvoi ⟦n° 22-10.176⟧", "decision-cass:22-10.176"),
        Example("CAA Lyon, 29 nov. 2021, ⟦n° 15LY03630⟧", "decision-caa:15ly03630"),
        Example("CJUE, 5 juin 2018, ⟦C-210/16⟧ et ⟦C-211/16⟧", "decision-cjue:c-210/16 decision-cjue:c-211/16"),
        Example("CEDH, 12 mai 2005, ⟦n° 46221/99⟧", "decision-cedh:46221/99"),
        Example("la décision ⟦ECLI:FR:CECHR:2031:489283.20310718⟧", "decision-ce:489283"),
        Example("le Conseil d'Etat du 3 mars"),
        Example("la cour du moulin, n° 12"),
    ),
)

DOCUMENT = Rule(
    "document",
    ("BOI", "boi", "IDCC", "idcc", "NOR", "circulaire", "circ", "JO", "JORF", "Journal officiel", "JOUE", "JOCE"),
    rf"(?!\w)(?:(?=[-–][A-Za-z]{{2,8}}-)|{_DIGIT_SOON})",
    _read_document,
    (
        Example("la doctrine ⟦BOI-IR-RICI-110⟧", "boi:boi-ir-rici-110"),
        Example("la convention ⟦IDCC 9486⟧", "idcc:9486"),
        Example("la ⟦circulaire du 3 mars 2030⟧", "circulaire:2030-03-03"),
        Example("⟦JO 7 janv. 2030, p. 227⟧", "jo:2030-01-07:227"),
        Example("publié au Journal officiel du 3 mai 2030"),
    ),
)

SHORT_ACT = Rule(
    "short act",
    (
        "L",
        "LO",
        "L.O",
        "O",
        "Ord",
        "ORD",
        "ord",
        "Ordo",
        "ordo",
        "Ordonn",
        "ordonn",
        "décr",
        "arr",
        "D",
        "Décr",
        "Déc",
        "Arr",
        "A",
        "Règl",
        "règl",
        "Regl",
        "Reg",
        "Règ",
        "regl",
        "Règlt",
        "Rgt",
        "rgt",
        "rglt",
        "reg",
        "règlt",
        "Dir",
        "dir",
        "DIR",
        "REG",
        "REGL",
        "RÈGL",
        "DÉCR",
        "DECR",
        "DÉC",
        "DEC",
        "Circ",
        "Instr",
        "Délib",
        "LFSS",
        "LFR",
        "LFI",
        "LF",
        "AM",
        "ARR",
    ),
    r"(?:(?!\w)|(?<=[LDO])(?=\d))(?=(?:\. ?| )?(?:20[0-3]|[4-9])\d ?-\d{3,4}(?![\w/-])"
    r"|(?<=[LDO])[4-9]\d-\d{1,4},? [Aa]rt|(?<=L)\. (?:de )?1[89]\d\d,? [Aa]rt"
    r"|(?<=[a-zé])\.? [A-ZÀ-Ý][a-zà-ÿ]{2,},? [Aa]rt"
    r"|\.?(?:[- ](?:[a-zé]+\.|L\.)|M(?:INIST)?\.?| [A-Z][\w-]+(?: [IVX1-9]{1,3})?,?(?= n ?[°º˚])){0,3}"
    r"(?:(?:(?: pour)? 20\d\d,?)? ?\(?(?:[nN] ?[°º˚o]|[nN]\. ?(?=\d\d(?:\d\d)? ?-))"
    r"| ?(?:(?:d(?:u|es)|DU) |\()?\d{1,2}(?:er)?(?:-\d{1,2})?[ /.-][0-9a-zéûôèA-ZÉÛ]{1,11}[ /.-])"
    r"|(?:(?<=[a-zé])|(?<=[A-ZÈÉ]{3}))\.?(?:-cadre)?(?: (?:d'ex|[a-zéA-Z]{2,8})\w*\.?| [A-Z][\w-]+){0,4}"
    r"(?: ?\([A-Z]+\)| [A-Z]{2,3})?"
    r" ?(?:[nN]° ?)?\d{1,4}[/-]\d"
    r"|(?=\.? ?(?:19|20)?\d\d-\d{1,5},? (?:(?:du )?\d{1,2}(?:er)?[ ./-]|mod(?:if)?\.|[Aa]rt)))",
    _read_short,
    (
        *SHORT.examples,
        Example("L. 16-24 août 1790, ⟦tit. II⟧, art. ⟦13⟧", "loi:1790-08-16:titre.ii loi:1790-08-16/13"),
        Example("D. 2019-1333, art. ⟦55⟧, II", "decret:2019-1333/55#II"),
        Example("L. 1901, art. ⟦5⟧ ; L. 1881, art. ⟦29⟧", "loi:1901-07-01/5 loi:1881-07-29/29"),
        Example("L. fin. 2019, n° 2018-1317, art. ⟦16⟧", "loi:2018-1317/16"),
        Example("L. fin. rect. n° 2012-958, 16 août 2012, art. ⟦6⟧", "loi:2012-958/6"),
        Example("Règl. CE n° 561/2006, art. ⟦6⟧", "reglement-ue:561/2006/6"),
        Example("Ord. 58-1100 du 17/11/58 art ⟦6⟧", "ordonnance:58-1100/6"),
        Example("art. ⟦3⟧ L. Navet n° 2020-12 ; L. Chou II n° 2021-34, art. ⟦7⟧", "loi:2020-12/3 loi:2021-34/7"),
        Example("D n° 2020-12 du 7-3-2020, art. ⟦9⟧ ; L. du 3-5-1921, art. ⟦2⟧", "decret:2020-12/9 loi:1921-05-03/2"),
        Example("L. 20-12 mod., art. ⟦51⟧ ; LF 2021 n° 2020-1721 art ⟦29⟧", "loi:20-12/51 loi:2020-1721/29"),
        Example(
            "ART.⟦6⟧ ARR.MINIST DU 08/01/2021 ; A.M. 4 mai 2020, art. ⟦47⟧", "arrete:2021-01-08/6 arrete:2020-05-04/47"
        ),
        Example("Règl. PE et Cons. UE n° 910/2014, art. ⟦7⟧", "reglement-ue:910/2014/7"),
        Example(
            "Règl. délégué (UE) 2031/389, art. ⟦7⟧ ; ⟦Déc. 2031/87/UE⟧", "reglement-ue:2031/389/7 decision-ue:2031/87"
        ),
        Example("Ord. 3 mars 2020, n° 2020-12, art. ⟦1er⟧", "ordonnance:2020-12/1"),
        Example(
            "L. fin. pour 2021 n° 2020-17, art. ⟦3⟧ ; LFSS pour 2021 (n° 2020-16), art. ⟦4⟧",
            "loi:2020-17/3 loi:2020-16/4",
        ),
        Example(
            "art. ⟦5⟧ dir. Moulins 2014/68/UE ; Déc.-cadre 2031/584/JAI, art. ⟦4⟧",
            "directive-ue:2014/68/5 decision-cadre-ue:2031/584/4",
        ),
    ),
)

ABBREVIATED = Rule(
    "abbreviated",
    first_words,
    r"(?!\w)(?:(?<=[A-Z0-9][A-Z0-9])|(?<=[a-zé][A-Z])|(?=\.)|(?<=\w\w)(?=[ ,:;()\[/|\t\n–-]|$)|(?<=[Cc])(?= ))",
    _read_abbreviated,
    (
        Example("C. civ., art. ⟦1240⟧ et ⟦1241⟧", "code-civil/1240 code-civil/1241"),
        Example("CGI, ann. II, art. ⟦210⟧", "code-general-des-impots-annexe-ii-cgianii/210"),
        Example("(LPF, art. ⟦L. 10⟧)", "livre-des-procedures-fiscales/l10"),
        Example("le RGPD (art. ⟦5⟧ et ⟦6⟧)", "reglement-ue:2016/679/5 reglement-ue:2016/679/6"),
        Example("CE, art. ⟦81⟧", "traite:tce/81"),
        Example("le ⟦CGCT⟧ du moulin", "code-general-des-collectivites-territoriales"),
        Example("Cf. ⟦1289-2⟧ CPC", "code-de-procedure-civile/1289-2"),
        Example("CGI, ⟦81 quater⟧ ; C. civ. ⟦1240⟧", "code-general-des-impots-cgi/81-quater code-civil/1240"),
        Example("art. ⟦700⟧ C.p.c.", "code-de-procedure-civile/700"),
        Example("⟦700⟧ c.p.c", "code-de-procedure-civile/700"),
        Example("⟦700⟧ (CPC)", "code-de-procedure-civile/700"),
        Example("⟦L. 3332-15⟧ 3. CSP", "code-de-la-sante-publique/l3332-15#3"),
        Example("code du sport ⟦l212-1⟧ ; CT ⟦l1234-1⟧", "code-du-sport/l212-1 code-du-travail/l1234-1"),
        Example("LFSS 2016, art. ⟦24⟧", "loi:2015-1702/24"),
        Example("Bruxelles I bis, art. ⟦25⟧", "reglement-ue:1215/2012/25"),
        Example(
            "c com art ⟦L. 441-10⟧ ; ceseda art. ⟦R431-10⟧",
            "code-de-commerce/l441-10 code-de-lentree-et-du-sejour-des-etrangers-et-du-droit-dasile/r431-10",
        ),
        Example("C. élec. ⟦L. 228⟧ ; CCIV art ⟦9⟧", "code-electoral/l228 code-civil/9"),
        Example("v. aussi casf ⟦L 312-1⟧", "code-de-laction-sociale-et-des-familles/l312-1"),
        Example("CGI annexe 4 art ⟦121 quater⟧", "code-general-des-impots-annexe-iv-cgianiv/121-quater"),
        Example(
            "CP ⟦222-33⟧ ; cp ⟦226-1⟧ ; RGPD ⟦5.1.c⟧ ; RGPD ⟦6⟧(1)(f)",
            "code-penal/222-33 code-penal/226-1 reglement-ue:2016/679/5#1/c reglement-ue:2016/679/6#1/f",
        ),
        Example(
            "⟦63-1⟧ cpp ; ⟦150 U⟧ II 1° CGI", "code-de-procedure-penale/63-1 code-general-des-impots-cgi/150-u#II/1°"
        ),
        Example("Regl. (CE) n° 2031/2009 « Moulin », art. ⟦8.2⟧", "reglement-ue:2031/2009/8#2"),
        Example("CE 261/2004, art. ⟦7⟧ ; art. ⟦9⟧ (CE) n° 261/2004", "reglement-ue:261/2004/7 reglement-ue:261/2004/9"),
        Example("UE 2031/584 art. ⟦7⟧", "?/7"),
        Example("C. civ., art. ⟦7⟧ ; ⟦L. 7-2⟧ C. conso.", "code-civil/7 code-de-la-consommation/l7-2"),
        Example("le CE du moulin"),
        Example("125 cc ; CP 75011"),
        Example("moto (125 c.c.)"),
        Example("75011 (CP)"),
    ),
)

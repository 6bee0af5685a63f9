"""Line ends: which are blanks inside a phrase, and which are structure; the lines of programs, too."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from cpp_corpus.lang.abbreviations import abbreviation_at
from cpp_corpus.lang.act_names import name_beginnings
from cpp_corpus.lang.dates import MONTH
from cpp_corpus.lang.phrases import bare
from cpp_corpus.normalizer.recognize.text.edits import blanks

__all__ = ["HYPHENED", "IN_SOURCE", "joined_lines", "may_be_source", "on_one_line", "unhyphened"]

HYPHENED = re.compile(r"[-‐‑–][ \t]*\n[ \t>]*(?:(?P<number>(?=[0-9]))|(?=[a-zà-ÿ]))")
"""A hyphen at a line end, in a number or a word."""
_KEPT = re.compile(
    r"(?<![^\W_])(?:(?:avant|après|sous|non|vice|dix|vingt|trente|soixante|quatre|décret|demi|contre|celles?|ceux|celui)-"
    r"|(?:ci|au|là|par)-(?=après|avant|de[lsv]|joint|inclus|contre|là|bas|haut)|co-(?!des?(?!\w))|est-(?=à))"
)
"""Words before a hyphen, and behind it, that is one in the middle of a line, too: "ci-après", and not "ci-vil"."""
IN_SOURCE = re.compile(
    r"['\"\n](?:(?<!\n)(?P<quotes>[ \t]*[+\\]?[ \t]*\n[ \t]*(?:\+[ \t]*)?[fbru]?['\"])(?=[^\s'\"])"
    r"|(?<=\n)[ \t]*(?:\*|\#|//|--)[ \t]+(?=(?P<behind>\S{1,12})))"
)
"""The end of a line of a string, or of a comment, of a program, and where the next one begins."""
_COMMENT = re.compile(r"\n[ \t]*(?:[*#]|//|--)[ \t]")
_ENDED = frozenset(".;:!?,\n")


def may_be_source(text: str) -> bool:
    """Whether a text may have lines of a program; a search for a few signs costs next to nothing."""
    if "\n" not in text:
        return False
    quoted = "'\n" in text or "+" in text or ('"' in text and '"\n' in text)
    marked = "*" in text or "#" in text or ("/" in text and "//" in text) or "\n--" in text
    return (quoted or (marked and _COMMENT.search(text) is not None)) and IN_SOURCE.search(text) is not None


def on_one_line(match: re.Match[str]) -> str:
    """A blank where the parts of a string, or the lines of a comment, are one sentence."""
    text, start = match.string, match.start()
    before = text[max(0, start - _LAST_LINE) : start]
    if match["quotes"] is not None:
        return match[0] if before.rstrip(" ")[-1:] in _ENDED or not before.strip() else " "
    goes_on = (
        match["behind"][0].islower()
        or _UNFINISHED.search(before)
        or _BEFORE_NUMBER.search(before)
        or _GOES_ON.match(match["behind"])
        or (_ENDS_NUMBER.search(before) and abbreviation_at(text, match.start("behind")) is not None)
    )
    return " " if goes_on and before.rstrip()[-1:] not in _ENDED else match[0]


_LAST_LINE = 40  # characters


def unhyphened(match: re.Match[str]) -> str:
    """A hyphen where one joins a number or a word over a line end, nothing where it cuts a word, else the line end."""
    text, start = match.string, match.start()
    before = text[start - 1 : start]
    if match["number"] is not None:
        return "-" if before.isdigit() else match[0]
    if not before.islower():
        return match[0]
    end = match.end()
    return "-" if _KEPT.search(f"{text[max(0, start - 12) : start]}-{text[end : end + 8]}") else ""


_LINE_END = re.compile(
    r"\n(?<=[^.;:!?\n]\n)"
    r"(?P<page>[ \t\n]{0,80}(?:N°[^\n]{2,40}[ ][-–—][ ])?\[?(?:[Pp]age[ ]?)?(?:[-–—][ ]?)?[0-9]{1,4}"
    r"(?:[ ]?(?:/|sur)[ ]?[0-9]{1,4})?(?:[ ]?[-–—])?\]?[ \t]*\n[ \t\n]{0,80}"
    r"(?=[a-zà-ÿ]{3}|d[eu][ ]|Code |[LRDA]\.[ ]?[0-9]))?(?=[ \t>]*[^\s>])"
)
"""A line end, with the page number in a line of its own behind it."""
_NOUN = re.compile(r"(?:[cC]ode|loi|décret|ordonnance|arrêté|règlement|directive|convention)(?!\w)")
_BEFORE_ACT = re.compile(r"(?<!\w)(?:[dD]u|de\s(?:la|l')|de|mêmes?|ledit|dudit|audit|ladite|cette|ce|cet)[ \t]*\Z")
_IN_TITLE = re.compile(r"(?<!\w)[Cc]ode(?:(?:\sgénéral)?\s(?:de\s(?:la|l')|des|de|du)(?:\s?[a-zé]{4,14})?)?[ \t]*\Z")
"""The ends of lines that a page number parts from their act: "du", "code de la"."""
_BLANK_LINE = re.compile(
    r"\n(?<=[0-9],\n)[ \t]*\n(?=(?:[LRDA]\.? ?)?[0-9]+(?:-[0-9]+)*(?:,| et | à )(?= ?[LRDA]?\.? ?[0-9]))"
)
"""A blank line in a list of numbers, as between two pages: "184, 302,\\n\\n332 et 341"."""
_BLANK_BEFORE_ACT = re.compile(
    r"\n(?<=[uae'0-9]\n)"
    r"(?:(?:(?<=\b[dD]u\n)|(?<=\bde la\n)|(?<=\bde l'\n)|(?<=\bde\n)|(?<=\b[aA]u\n)|(?<=\bmême\n)|(?<=\b[àÀ] la\n))"
    r"(?:[ \t]*\n){1,4}[ \t>]*(?=(?:la |l'|même |présente? )?"
    r"(?:[cC]ode|[lL]oi|LOI|[dD]écret|DÉCRET|[oO]rdonnance|ORDONNANCE|[aA]rrêté"
    r"|[rR]èglement|[dD]irective|[cC]onvention|Constitution|livre des)(?!\w))"
    r"|(?<=[0-9]\n)(?:[ \t]*\n){1,2}[ \t>]*"
    r"(?=d(?:u|e la|e l') ?(?:code|loi|décret|ordonnance|arrêté|règlement|directive)(?!\w)))"
)
"""Blank lines between an article and its act, as between two pages: "L. 1-1 du\n\ncode", "L. 1-1\n\ndu code"."""
_ABBREVIATED = re.compile(
    r"\n(?<=\.\n)(?:(?<=\b[LRDACc]\.\n)|(?<=L\.O\.\n)|(?<=\b[Aa]rt\.\n)|(?<=\b[Aa]rts\.\n)|(?<=\bal\.\n)|(?<=\bann\.\n)"
    r"|(?<=\bchap\.\n)|(?<=\bCass\.\n)|(?<=\bCons\.\n)|(?<=\banc\.\n)|(?<=\b[Dd]ir\.\n)|(?<=\b[Rr]ègl\.\n)"
    r"|(?<=\bConv\.\n)|(?<=\bs\.\n)(?=[ \t>]*(?:(?:d[eu]|des|[A-Z]{2,})(?!\w)|C\.))"
    r"|(?:(?<=\bpar\.\n)|(?<=\bpara\.\n)|(?<=\bconsid\.\n)|(?<=\bcons\.\n))(?=[ \t>]*[0-9])"
    r"|(?:(?<=\b[oO]rd\.\n)|(?<=\bjanv\.\n)|(?<=\bf[ée]vr\.\n)|(?<=\bavr\.\n)|(?<=\bjuill\.\n)|(?<=\bsept\.\n)"
    r"|(?<=\boct\.\n)|(?<=\bnov\.\n)|(?<=\bd[ée]c\.\n))(?=[ \t>]*(?:19|20)[0-9][0-9])"
    r"|(?:(?<=[Ss]oc\.\n)|(?<=[Cc]iv\.\n)|(?<=[Cc]om\.\n)|(?<=[Cc]rim\.\n)|(?<=const\.\n))"
    r"(?=[ \t>]*[0-9]{1,2}[ ][a-zéû])"
    r"|(?:(?<=civ\.\n)|(?<=com\.\n)|(?<=trav\.\n)|(?<=soc\.\n)|(?<=fin\.\n))(?=[ \t>]*[LRD]\.?[ ]?[0-9]+-)"
    r"|(?=[ \t>]*(?:[a-zé]{2,8}\.|n°|\((?:auj|anc|dev|abrog))))"
    r"(?=[ \t>]*[^\s>])"
)
"""A line end behind a point that may be that of an abbreviation."""
_MARKS_OF_LIST = re.compile(r"[a-z]{1,2}\)|[0-9]+ ?[°)](?!,)|[-–—•] |[IVX]+[. ]+[-–—]")
_MEMBER = re.compile(r"(?:[;,] ?(?:et|ou)|(?<![0-9])[^\W\d_]{2,},)[ \t]*\Z")
"""The end of a member of a list."""
_UNFINISHED = re.compile(
    r"""
    (?:
        (?<!\w)(?:
            l'|d'|(?:[dD]e|[dD]u|[dD]es|[lL]a|[lL]e|[lL]es|[aA]u|[aA]ux|[àÀ]|[uU]ne?|et|ou|par|pour|selon|ledit|ladite|dudit|même|mêmes|présent
                |présente|lesdits)
            |(?:CAA|CA|CE|TA|TGI|TJ|CEDH|CJUE|CJCE),?|Cass\.|Cons\.|T\.|Trib\.|IDCC|ci-après
            |(?:[lLdD]')?(?:[Aa]rticles?|ARTICLES?)|[Aa]rts?\.?|[Aa]l\.|[LRDA]\.?|L\.?[ ]?O\.?|[LRD]\.?[ ]?\*
            |n°|N°|[Cc]\.|[a-zé]{2,6}\.|s\.|Soc\.|Civ\.|Com\.|Crim\.
            |(?:1er|[0-9]{1,2})[ ]{MONTH}|(?<!rticle[ ])premier|première|second|seconde|\w+i[eè]mes?|derni[eè]re?s?
            |[cC]et?|[cC]ette|[cC]es|jointes|\([nN]os?|[rR]equêtes?[ ]nos?|dits?|dites?|[sS]on|[sS]a|[sS]es|[lL]eurs?
            |notre|sous|dont|(?:au|du|aux|des|le)quel(?:le)?s?|devenue?s?|\(?anciens?|anciennement|alors|[&+/]|\(?JO
        )
        |[«“(]|\((?:UE|CE|CEE|Euratom)\)(?:[ ]n°)?
        |(?<![\w°])(?:[0-9]+°|[IVX]+|[a-z]\)?),|(?:§|al\.|alinéa|paragraphe)[ ]?[0-9]+(?:er|e)?,
        |[0-9],[ ][0-9]+,|-[0-9]+,|[Aa]rticles?[ ][0-9]+,|[lL]oi[ ]no|[Dd]écret[ ]no|[Oo]rdonnance[ ]no
    )[ \t]*\Z
    """.replace("{MONTH}", MONTH),
    re.VERBOSE,
)
"""A line that ends with a word behind which something must follow."""
_FORMER = re.compile(r"[0-9],? anc\.[ \t]*\Z")
"""A line that ends with what is said of the number before, and of none behind it: "1382 anc."."""
_BEFORE_NUMERAL = re.compile(
    r"(?<!\w)(?:[Ll]ivre|[Tt]itre|[Cc]hapitre|[Ss](?:ous-s)?ection|[Pp]aragraphe|[Aa]nnexe|[Pp]artie|[Aa]linéa|[Pp]hrase|[Pp]oint"
    r"|[Cc]onsidérant|[Aa]nn\.|[Cc]hap\.|[Tt]it\.|§)s?[ \t]*\Z"
)
_BEFORE_NUMBER = re.compile(
    r"(?<!\w)(?:[Ll]ois?|[Oo]rdonnances?|[Dd]écrets?(?:-lois?)?|[Aa]rrêtés?|[Dd]irectives?|[Rr]èglements?|[Dd]écisions?"
    r"|[Dd]écision-cadre|organique|[Cc]irculaires?|[Aa]ffaires?|[Pp]ourvois?"
    r"|LOI|ORDONNANCE|D[ÉE]CRET|Ord\.|Décr\.|Dir\.|Règl\.|QPC|CE|UE|nos?)[ \t]*\Z"
)
_CODE = re.compile(
    r"(?<!\w)(?:CGI|LPF|CSS|CSP|CGCT|CASF|CRPA|CESEDA|CPP|CPC|CCH|CPI|CJA|CMF|CRPM|CGFP|CG3P|CSI|COJ"
    r"|TFUE|TUE|CESDH|CEDH|RGPD|LCEN|DDHC)\Z"
)
_OF_CODE = re.compile(
    r"[LRDA]\.? ?\*?[0-9]+-|[0-9]+(?:-[0-9]+)*(?: (?:bis|ter|\w+ies)| [IVX]| ?(?:[,;)§\n]|\.(?![0-9]))|\Z)"
)
"""The number of an article behind initials of a code, at the beginning of a line."""
_NUMBER = re.compile(r"\(?(?:[nN]°|no |UE|CE|[0-9]{2,5}[-/][0-9]|[CTF]-[0-9])")
_ROW = re.compile(r"[^\s;][^;\n]{0,40};[^\s;]")
"""A row of values that semicolons part."""
_OF_LAW = re.compile(
    r"(?<!\w)(?<!sultant )(?:[dl]e|la|l'|du|au|cette|cet|ce) ?(?:loi|ordonnance|décret|arrêté)[ \t]*\Z"
)
"""An act in a sentence, and not in the head of a column, whose number stands in the next line: "la loi", "n° 7-5"."""
_CELL = re.compile(r"n° ?[0-9-]+(?: du [0-9]{1,2}(?:er)? [a-zéû]+ [0-9]{4})?[ \t]*(?:\n|\Z)|[0-9]+\t")
"""A cell of a table: a number alone in its line, or the first of a row."""
_PARAGRAPH = re.compile(r"[0-9]{1,2}\. ?[A-ZÀ-Ý]")
"""The beginning of a paragraph with its number: "2. Ils"."""
_NUMERAL = re.compile(r"(?:[IVXLC]+(?:er)?|[0-9]+(?:er)?|premier|première|unique)(?!\w)")
_GOES_ON = re.compile(
    r"(?:s\.(?= )|[A-Z](?= (?:du|de|des) )|[A-Z](?<=[0-9]\n[A-Z])(?= (?:à|et|ou) | ?[;,)])|[-–] art(?=\.)"
    r"|d[eu]|des|d'\w+|et|ou|à|aux?|(?:au|du|aux|des)quel(?:le)?s?|dont|bis|ter|quater|alinéas?|phrases?|précitée?s?"
    r"|[a-z]{0,12}(?:quinqu|sex|sept|oct|non|dec|vic|nov|tric)ies"
    rf"|susvisée?s?|modifiée?s?|code|européenn?e?|[&+](?= )|{MONTH})(?!\w)|-[0-9](?<=[0-9]\n-[0-9])"
    r"|[4-9][0-9]{2,5} (?:du|DU) [0-9]{2}-[0-9]{2}-19"
)
_LIST = re.compile(r"(?:ARTICLE|[Aa]rt(?:icle|\.))|[LRDA]\.?O?\.? ?\*?[0-9]|[IVX]+(?:, |\b)|[0-9]")
_PREFIXED = re.compile(r"[LRDA]\.? ?\*?[0-9]")
_FIRST_CELL = re.compile(rf"{_PREFIXED.pattern}|Aux? ")
_WORD = re.compile(
    r"[^\W\d_A-ZÀ-Þ]{2}|\[GC|à |[ld]'|[nN]°|§|\(|[A-Z][A-Za-z0-9]{0,4}[A-Z0-9](?=[\s.,;)])|[Cc]\. ?[a-zA-Z]"
    r"|Con(?:v|st)\.|(?:[A-Z]\.){2}|[A-Z]{1,2},|[A-Z]{1,2} (?:bis|ter|quater)"
)
_OPENS_ASIDE = frozenset("(–—")
_ASIDE = re.compile(
    r"(?:\([^()\n]{1,160}\)|([–—]) [^–—\n]{1,160} \1)(?:[ \t]*\n)?[ \t>]*(?:du|de la|de l'|dudit|de ladite) ?"
    r"(?=[cC]ode|[lL]oi|[dD]écret|[oO]rdonnance|[aA]rrêté|[rR]èglement|[dD]irective|[tT]raité|[cC]onvention|[cC]onstitution"
    r"|présent|même|[A-Z]{2})"
)
"""An aside that begins a line, between an article and its act, with which the line or the next one goes on."""
_NEVER_FIRST = frozenset(";:,.)!?»")
_ROMAN_END = re.compile(r"[0-9] [IVX]+[ \t]*\Z")
_POINT = re.compile(r"[0-9]+ ?°")
_LONG = 25  # characters of a line that ends because it is full: the cells of a table are shorter
_LAST = 24  # characters in which its last word lies
_ENDS = frozenset(".;:!?")


def joined_lines(text: str) -> str:
    """``text`` with a space for each line end inside a phrase."""
    text = _CALL.sub(_without_call, text)
    broken = _broken(text)
    joined = partial(_joined, broken=broken)
    text = _BLANK_BEFORE_ACT.sub(_over_blank_lines, _BLANK_LINE.sub(blanks, text))
    text = _LINE_END.sub(joined, text)
    if broken.mostly:
        text = _PUNCTUATED.sub(partial(_punctuated, broken=broken), text)
    return _ABBREVIATED.sub(joined, text) if ".\n" in text else text


_CALL = re.compile(
    r"\n[0-9]{1,3}(?=(?:(?:L|D|Ord|Arr|Décr)\. ?n ?°|Art\. |Cour de|Cass\.|Cons\.|CE,|CAA |CJUE|CEDH|Soc\.|Crim\."
    r"|(?:Loi|Décret|Ordonnance|Arrêté|Directive|Règlement)[ ]))"
)
"""The call of a footnote that opens the line of it, glued to its first word: "2L. n° 2005-370"."""


def _without_call(match: re.Match[str]) -> str:
    return f"\n{' ' * (len(match[0]) - 1)}"


class _Broken(NamedTuple):
    """How the lines of a text are broken."""

    width: int
    """Length of the longest; 0 where it is longer than a line that is broken."""
    mostly: bool
    """Whether most of them are full."""


_UNBROKEN = _Broken(0, mostly=False)


def _broken(text: str) -> _Broken:
    """How the lines of a text are broken: at a width where most of those that have one behind them are full."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if not _LONG < width <= _WIDEST:
        return _UNBROKEN
    full = count = 0
    for line, following in pairwise(lines):
        if line and not line.isspace() and (word := _FIRST_WORD.match(following)) is not None:
            count += 1
            full += len(line) + 1 + len(word[1]) > width
    return _Broken(width, mostly=full >= _SEVERAL and full * 4 >= count * 3)


_WIDEST, _SEVERAL = 160, 2  # characters of a line that is broken; lines that say how
_FIRST_WORD = re.compile(r"[ \t>]*([^\s-]+-?)")


def _is_full(text: str, at: int, after: int, broken: _Broken) -> bool:
    """Whether the first word of the next line, which begins at ``after``, would be too much for the line before.

    Where most lines are full, or the word is not that of a new line.
    """
    begin = text.rfind("\n", max(0, at - broken.width - 1), at) + 1
    word = _FIRST_WORD.match(text, after)
    return (
        word is not None
        and at - begin > _LONG
        and at - begin + 1 + len(word[1]) > broken.width
        and (broken.mostly or word[1][0].islower())
    )


_PUNCTUATED = re.compile(r"\n(?<=[.;:]\n)[ \t>]*(?=[^\s>])")
"""A line end behind the end of a clause."""
_BEGINS_LINE = re.compile(
    r"[-–—•*#|]|[a-z]{1,3}[).]|[0-9]{1,3} ?[°.)]|[IVXLC]+[.)]|[IVXLC]+ ?[-–—]|[Aa]rt(?:icle|\.) ?[LRDA0-9P]"
)
"""What begins a line that no width has broken: a member of a list, a label."""
_SHORTENED = re.compile(
    r"(?<!\w)(?:MM?|ss?|Conv|réd|mod|Arr|[Cc]h|[Rr]ègl|[Dd]ir|dél|obs|spéc|préc|comp|[Aa]rts?"
    r"|[Cc]\. (?:[a-zé]{2,8}))\.\Z"
)
"""Abbreviations with their point, behind which a capital or a number is no new sentence."""
_BEFORE_QUOTATION = re.compile(r"(?:mots?|références?|années?|nombres?|taux|dates?|signes?|termes?) ?:\Z")


def _punctuated(match: re.Match[str], broken: _Broken) -> str:
    """Blanks where a full line goes on behind a point, a semicolon or a colon, else the line end."""
    text, at, after = match.string, match.start(), match.end()
    if not _is_full(text, at, after, broken):
        return match[0]
    if text[at - 1] == ":" and text[after] in '«“"':
        goes_on = _BEFORE_QUOTATION.search(text, max(0, at - _LAST), at) is not None
    elif text[at - 1] == "." and not text[after].islower() and text[after] != "(":
        goes_on = _SHORTENED.search(text, max(0, at - _LAST), at) is not None
    else:
        goes_on = _BEGINS_LINE.match(text, after) is None
    return " " * len(match[0]) if goes_on else match[0]


def _joined(match: re.Match[str], broken: _Broken) -> str:
    """A blank where the line goes on behind its end, else the line end; blanks for a page number between the two."""
    text, at, after = match.string, match.start(), match.end()
    if match.lastgroup != "page":
        return _line_end(text, at, after, broken)
    begin = max(0, at - _LAST)
    behind = _BEFORE_ACT if _NOUN.match(text, after) is not None else _IN_TITLE
    if behind.search(text, begin, at) is not None or _parts_list(text, begin, at, after):
        return " " * (after - at)
    page = match["page"]
    last = text.index("\n", at + 1 + len(page.rstrip()))
    tail = text[last + 1 : after]
    opens = "\n" if "\n" in page[: -len(page.lstrip())] else _line_end(text, at, at + 1, _UNBROKEN)
    closes = "\n" if "\n" in tail else _line_end(text, last, last + 1, _UNBROKEN)
    return opens + text[at + 1 : last] + closes + tail


_ENDS_ARTICLES = re.compile(
    r"(?:(?<![\w\n])[Aa]rt(?:icles?|s?\.) [^.;:\n]{0,60}|(?<![\w.\n])[LRDA]\.? ?)[0-9][0-9-]*[ \t]*\Z"
)
"""The end of a line with articles, which is no label or cell of a table: those begin with it."""
_LIST_LONG = 80  # characters


def _over_blank_lines(match: re.Match[str]) -> str:
    """Blanks where blank lines part an article from its act, else the lines as they are."""
    text, at = match.string, match.start()
    numbered = not text[at - 1].isdigit() or _ENDS_ARTICLES.search(text, max(0, at - _LIST_LONG), at) is not None
    return " " * len(match[0]) if numbered else match[0]


_ENDS_NUMBER = re.compile(r"(?<!\w)(?:[Aa]rt(?:icles?|\.) |[LRDA]\.? ?)[0-9][0-9-]*[ \t]*\Z")
_OF_ACT = re.compile(r"d(?:u|e la|e l') ?(?:code|loi|décret|ordonnance|arrêté|règlement|directive|convention)(?!\w)")
_ENDS_JOINED = re.compile(r"[0-9][ \t]*(?:,|(?:,? (?:et|ou)))[ \t]*\Z")


def _parts_list(text: str, begin: int, at: int, after: int) -> bool:
    """Whether a page number stands between an article and its act, or the next article: "L. 1-1 et", "L. 1-2"."""
    ends, goes_on = (_ENDS_NUMBER, _OF_ACT) if text[after] == "d" else (_ENDS_JOINED, _PREFIXED)
    return goes_on.match(text, after) is not None and ends.search(text, begin, at) is not None


_BILL_TITLE = re.compile(
    r"[ \t>*#]*A(?:rticle|RTICLE) [0-9]{1,3}(?:er)?(?: (?:bis|ter|quater|[a-z]+ies))? [A-Z]{1,2}[ \t]*\Z"
)
"""The title of an article of a bill, whose letter begins no word of the next line: "Article 13 bis A"."""
_BULLETS = frozenset(("- ", "– ", "— ", "• ", "* "))
_ROW_OF_ARTICLE = re.compile(r"art[^\n|\t]{2,40}[|\t]")
"""The row of a table whose first cell is an article."""


def _line_end(text: str, at: int, after: int, broken: _Broken) -> str:
    while text[after] in " \t>":
        after += 1
    if text[at - 1].isupper() and text[after].isupper():
        begin = text.rfind("\n", max(0, at - _LONG), at) + 1
        if _BILL_TITLE.match(text[begin:at]) is not None:
            return "\n"
    if _CELL.match(text, after) and not _OF_LAW.search(text, max(0, at - _LAST), at):
        return "\n"
    if text[after] in _NEVER_FIRST:
        return " "
    if ";" in text[max(0, at - _LONG) : at] and _ROW.match(text, after):
        return "\n"
    if text.startswith("art", after) and _ROW_OF_ARTICLE.match(text, after):
        return "\n"
    if text[at - 1] == "." and _PARAGRAPH.match(text, after):
        return "\n"
    if text[at - 1] in "LRDA" and text.startswith("Article ", after):  # "Option A" above "Article 19"
        return "\n"
    last = at - 2 if text[at - 1] == " " else at - 1
    if text[after] in _OPENS_ASIDE and text[last].isdigit() and _ASIDE.match(text, after):
        return " "
    if broken.width and _is_full(text, at, after, broken):
        return " "
    begin = text.rfind("\n", max(0, at - _LONG - 1), at) + 1
    if text[after : after + 2] in _BULLETS and text[begin:at].lstrip().startswith(text[after : after + 2]):
        return "\n"  # the next point of a list
    long = not begin and at > _LONG
    if text[at - 1] not in _ENDS and ((long and _WORD.match(text, after)) or _GOES_ON.match(text, after)):
        return " "
    line = max(begin, at - _LAST)
    if _FORMER.search(text, line, at):
        return "\n"
    if _UNFINISHED.search(text, line, at):
        if _FIRST_CELL.match(text, after) and text.endswith(" de", line, at):  # below the head of a column
            return "\n"
        listed = _MARKS_OF_LIST.match(text, after) is not None and _MEMBER.search(text, line, at)
        return "\n" if listed else " "
    if text[at - 1].isupper() and _CODE.search(text, line, at) and _OF_CODE.match(text, after):
        return " "
    if _BEFORE_NUMBER.search(text, line, at):
        return " " if _NUMBER.match(text, after) or _is_name(text, at, after) else "\n"
    if _BEFORE_NUMERAL.search(text, line, at):
        return " " if _NUMERAL.match(text, after) else "\n"
    if _POINT.match(text, after) and _ROMAN_END.search(text, line, at):
        return " "
    if text[at - 1] == "," and _LIST.match(text, after) and not _MARKS_OF_LIST.match(text, after):
        return " "
    return "\n"


def _is_name(text: str, at: int, after: int) -> bool:
    """Whether a law is named over a line end: "la loi", "Informatique et libertés"."""
    if not text[after].isupper() or not text[max(0, at - _LAST) : at].rstrip().endswith("loi"):
        return False
    return bare(text[after : after + 2]) in name_beginnings("loi")

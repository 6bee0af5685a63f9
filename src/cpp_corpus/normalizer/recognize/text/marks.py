"""The marks of formats in a text: of HTML, Markdown and mails, accents behind their letters, raised endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from cpp_corpus.lang.typography import is_latin

__all__ = [
    "RAISED_ENDING",
    "REPLIED",
    "TIE",
    "accents_behind_letters",
    "attached",
    "composed",
    "marked",
    "marks_in",
    "unmarked",
]

TIE = re.compile(r"(?<=[\w.°])~(?=[\w«])")
"""A blank that joins, as TeX writes it: ``l'article~5``."""
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_RARE = f"{_INVISIBLE}{_RAISED}ᵉ"
_RARE_LATIN = "\u00ad¹²³"
_NUMBER_STAR = r"(?<!\b[LRDA])(?<!\b[LRDA]\.)(?<!\b[LRDA][ \u00a0])(?<!\b[LRDA]\.[ \u00a0])"
_MARKUP = re.compile(
    rf"""
    (?P<note>  # the call of a footnote, which is no part of the number before it
        (?<=[\w.,»)]) <sup\b[^<>]{{0,300}}> (?:<a\b[^<>]{{0,300}}>)? [(\[]? [0-9]{{1,3}} [)\]]? (?:</a>)? </sup>
        | (?<=[0-9][ \u00a0]) <sup\b[^<>]{{0,300}}> [(\[]? [0-9]{{1,3}} [)\]]? </sup> [ \u00a0]?
        | (?<=[0-9]) <a\b[^<>]{{0,300}}> [(\[]? [0-9]{{1,3}} [)\]]? </a>
        | \^[0-9]{{1,3}}\^ | (?<=[\w.,»)])(?<![0-9][ \u00a0]m)(?<![0-9]m)(?<![0-9][ \u00a0][kc]m)[{_RAISED}]+
        | (?<=[0-9]) (?:\[[0-9]{{1,3}}\] (?:\([^()\s]{{0,300}}\))?)+
        | (?<=[a-zà-ÿ]) (?:\[[0-9]{{1,3}}\])+ (?=[ ,.;:)])
        | (?<=[0-9][ \u00a0]) (?:\[[0-9]{{1,3}}\] (?:\([^()\s]{{0,300}}\))?)+ [ \u00a0]?
    )
    | (?P<closing> </su[pb]> | (?<=[a-zè])\^(?!\w) )
    | </?(?:sup|sub|b|i|u|em|strong|span|a|font|mark|small|abbr|cite|ins|del)\b[^<>]{{0,300}}>
    | (?P<blank> <br[ ]?/?> | </?(?:p|div|li|ul|ol|h[1-6]|table|tr|blockquote|section)(?:[ ][^<>]{{0,300}})?> )
    | (?P<cell> </t[dh]>\s{{0,20}}<t[dh]\b[^<>]{{0,300}}> )
    | \^(?=[a-zè]{{1,3}}\^)
    | (?P<and> (?<=[ \u00a0\n])&(?:amp;)?(?=[ \u00a0\n]) )
    | (?P<entity> &(?:\#[0-9]{{1,6}}|\#[xX][0-9a-fA-F]{{1,5}}|[A-Za-z]{{2,8}}[0-9]?); )
    | \\(?P<escaped> [!-/:-@\[-`{{-~] )
    | {_NUMBER_STAR}\*{{2,6}}                                            # Markdown: bold
    | (?<![\w*]){_NUMBER_STAR}\*(?=[^\s*][^*\n]{{0,300}}\*) | (?<=[^\s*.])(?<!\b[LRDA])\*(?![\w*])  # and emphasis
    | `{{1,2}}(?=(?:[Aa]rt[a-z]{{0,5}}[ .\\]{{1,3}})?(?:[LRDA][. *\\]{{0,4}})?[0-9][^`\n]{{0,60}}`) | (?<=[0-9])`{{1,2}}
    | (?<!\w)_{{1,3}}(?=[^\s_]) | (?<=[^\s_])_{{1,3}}(?!\w)
    | \[(?=[^\[\]]{{1,300}}\]\() | \]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)  # and a link
    | [{_INVISIBLE}] | \r(?=\n)
    | (?P<raised> ᵉ ʳ? )
    """,
    re.VERBOSE,
)
RAISED_ENDING = re.compile(
    r"[ \u00a0](?:"
    r"(?P<degree>o)(?:(?<=\b[nN].o)|(?<=\b[0-9].o)|(?<=\b[0-9]{2}.o))(?=[ \u00a0,;.)]|\Z)"
    r"|(?P<first>er)(?<=\b[I1].er)(?!\w)"
    r"|(?P<article>(?<=\b[Aa]r )ticles?|(?<=\b[Aa]rti )cles?)(?!\w)"
    r"|(?P<rank>e)(?:(?<=\b[0-9].e)|(?<=\b[0-9]{2}.e))(?=[ \u00a0](?:al|phrase|tiret|civ|ch|sect|part)))"
)
"""A raised ending that a converter has parted from its number: "n o 2014-344", "1 o", "I er", "2 e alinéa";
"l'ar ticle".
"""
_SIGN = re.compile(rf"[<&\\^_*`\[\]\r{_RARE}]")
"""With what a mark begins."""
REPLIED = re.compile(r"(?:(?<=\n)|\A)(?:[ \t]*>)+[ \t]?")
"""The marks at the beginning of the lines of a mail to which another one replies."""
_DEGREE = re.compile(r"sup\b[^<>]*>0<")
"""A nought for the sign of a point: ``1<sup>0</sup>``."""


def marked(text: str) -> bool:
    """Whether a text may have a mark of a format; a search for one sign costs next to nothing."""
    return (
        "*" in text
        or "<" in text
        or "&" in text
        or "_" in text
        or "`" in text
        or "\\" in text
        or "^" in text
        or "\r" in text
        or "[" in text
        or ("\n" in text and ("-\n" in text or (">" in text and "\n>" in text)))
        or _has_rare(text)
    )


def _has_rare(text: str) -> bool:
    for sign in _RARE_LATIN if is_latin(text) else _RARE:  # noqa: SIM110 - in half the time
        if sign in text:
            return True
    return False


def marks_in(text: str) -> Iterator[re.Match[str]]:
    """The marks of formats in a text, in order; looked for at their first signs only."""
    at = 0
    for sign in _SIGN.finditer(text):
        mark = _MARKUP.match(text, sign.start()) if sign.start() >= at else None
        if mark is not None:
            at = mark.end()
            yield mark


_MAY_BE_MARK = re.compile("[^\u0000-\u02ff\u2000-\u20cf\u2100-\u2bff]")
"""What is of no Latin letter, sign of print, of letters or of mathematics; accents that combine are among it."""


def accents_behind_letters(text: str) -> str:
    """The accents and other marks of ``text`` that stand behind their letter, as a class of a pattern; mostly none."""
    if is_latin(text) or not _MAY_BE_MARK.search(text):
        return ""
    return re.escape("".join(char for char in set(text) if unicodedata.category(char)[0] == "M"))


def composed(match: re.Match[str]) -> str:
    """A letter and its marks as one character; a mark with which no character is made is not read."""
    return unicodedata.normalize("NFC", match[0])[0]


def unmarked(match: re.Match[str]) -> str:
    """What is read for a mark of a format."""
    kind = match.lastgroup
    if kind == "note":
        return "°" if _DEGREE.search(match[0]) else ""
    if kind == "and":
        return "et"
    if kind == "entity":
        return unescape(match[0])
    if kind == "escaped":
        return match["escaped"] if match["escaped"] != "`" else ""
    if kind == "blank":
        return "\n"
    if kind == "cell":
        return "|"
    return {"ᵉ": "e", "ᵉʳ": "er"}[match[0]] if kind == "raised" else ""


def attached(match: re.Match[str]) -> str:
    """A raised ending without the blank before it."""
    return "°" if match.lastgroup == "degree" else match[0][1:]

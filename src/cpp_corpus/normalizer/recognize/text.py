r"""The text as the recogniser reads it; positions lead back to the text as it was given.

It has one apostrophe, one space, one hyphen, composed letters. What formats add is not read: ``1<sup>er</sup>``,
``1^er^``, ``R\*123-4``, ``**L. 1**``, ``[L. 1](…)``, ``&nbsp;``, soft hyphens. A line end inside a phrase is a blank,
and a hyphen at a line end joins a number; paragraphs of HTML are lines, and the lines of a string or of a comment of a
program are one. A few slips of scanners are mended where they can be nothing else: ``l°``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from cpp_corpus.errors import TextError
from cpp_corpus.lang.abbreviations import abbreviation_at, first_words
from cpp_corpus.lang.act_names import name_beginnings
from cpp_corpus.lang.acts import glued_titles
from cpp_corpus.lang.dates import MONTH
from cpp_corpus.lang.phrases import bare
from cpp_corpus.lang.typography import fold, is_latin, plain
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.span import Span

__all__ = ["Reading", "blanks", "checked", "reading"]


Replacement = Callable[[re.Match[str]], str]


class _Edit(NamedTuple):
    """What was replaced in a text, in order; positions lead from the text behind to the one before."""

    places: list[int]
    """Where each replacement begins."""
    stops: list[int]
    """Where it ends."""
    starts: list[int]
    """Where what it replaced begins in the text before."""
    ends: list[int]
    """Where that ends."""
    closing: list[bool]
    """Whether it closes a mark, and so belongs to the character before it: ``</sup>`` of ``1<sup>er</sup>``."""

    def first(self, position: int) -> int:
        """Where the character at a position begins in the text before."""
        at = bisect_right(self.places, position) - 1
        if at < 0:
            return position
        return self.starts[at] if position < self.stops[at] else self.ends[at] + position - self.stops[at]

    def last(self, position: int) -> int:
        """The last character in the text before of the one at a position."""
        at = bisect_right(self.places, position) - 1
        if at < 0:
            last = position
        else:
            last = self.ends[at] - 1 if position < self.stops[at] else self.ends[at] + position - self.stops[at]
        following = at + 1
        while following < len(self.places) and self.places[following] == self.stops[following] == position + 1:
            last = self.ends[following] - 1 if self.closing[following] else last
            following += 1
        return last

    def behind(self, position: int) -> int:
        """The first character of the text behind that does not begin before a position of the one before."""
        at = bisect_right(self.starts, position) - 1
        if at < 0:
            return position
        if position == self.starts[at]:
            return self.places[at]
        return self.stops[at] + max(0, position - self.ends[at])


class Reading(NamedTuple):
    """``text`` is what the rules read; ``edits`` are those that made it, the first one first.

    There are none where it is as given but for characters that took the place of others.
    """

    text: str
    edits: tuple[_Edit, ...] = ()

    def back(self, position: int) -> int:
        """The position in the text as given."""
        for edit in reversed(self.edits):
            position = edit.first(position)
        return position

    def forth(self, position: int) -> int:
        """The position in ``text`` of one in the text as given."""
        for edit in self.edits:
            position = edit.behind(position)
        return position

    def span(self, start: int, end: int) -> Span:
        """The span in the text as given."""
        if not self.edits or end <= start:
            return Span(self.back(start), self.back(end))
        last = end - 1
        for edit in reversed(self.edits):
            last = edit.last(last)
        return Span(self.back(start), last + 1)

    def restored(self, reference: Reference) -> Reference:
        """A reference with its positions led back."""
        before = reference.antecedent
        antecedent = None if before is None else self.span(before.start, before.end)
        start, end = self.span(reference.start, reference.end)
        return reference.replaced(start=start, end=end, antecedent=antecedent)


def checked(text: str) -> str:
    """The text that a user gives; ``TextError`` where it is none."""
    if not isinstance(text, str):
        advice = "; decode it: data.decode('utf-8')" if isinstance(text, bytes | bytearray) else ""
        raise TextError(f"text: expected text, got {type(text).__name__}{advice}")
    return text


def reading(text: str) -> Reading:
    r"""How the rules read ``text``.

    >>> reading("de\u0301cret").text, reading("de\u0301cret").back(2)
    ('décret', 3)
    >>> reading("l'article 1<sup>er</sup> de la\nloi, R\\*123-\n4").text
    "l'article 1er de la loi, R*123-4"
    """
    if "\f" in text:
        text = text.replace("\f", " ")
    if "~" in text:
        text = _TIE.sub(" ", text)
    marks = _marks_of_letters(text)
    parted = " o " in text or " e " in text or " er" in text or "ar ticle" in text or "arti cle" in text
    source = _may_be_source(text)
    glued = _GLUED_DIGIT.search(text) is not None
    lost = _lost_in(text, glued)
    if (
        not marks
        and not source
        and not lost
        and not (parted and _RAISED_ENDING.search(text))
        and not (_marked(text) and (next(_marks_in(text), None) or _HYPHENED.search(text) or "\n>" in text))
    ):
        mended = _mended(fold(text), glued)
        return _spaced(_Edited(mended)) if "  " in mended or "\n " in mended else Reading(mended)
    edited = _Edited(text)
    if marks:
        edited = edited.by(re.finditer(f"[^{marks}][{marks}]+", text), _composed)
    if source:
        edited = edited.by(_IN_SOURCE.finditer(edited.text), _on_one_line)
    if "\n>" in edited.text:
        edited = edited.by(_REPLIED.finditer(edited.text), _nothing)
    if _marked(edited.text):
        edited = edited.by(_marks_in(edited.text), _unmarked)
    if "\n" in edited.text:
        edited = edited.by(_HYPHENED.finditer(edited.text), _unhyphened)
    if parted:
        edited = edited.by(_RAISED_ENDING.finditer(edited.text), _attached)
    for pattern in lost:
        edited = edited.by(pattern.finditer(edited.text), _RESTORED[pattern])
    glued = glued or _GLUED_DIGIT.search(edited.text) is not None  # marks of formats may have parted them
    return _spaced(edited._replace(text=_mended(fold(edited.text), glued)))


_SPACES = re.compile(r"  (?<=\S  ) *+(?=\S)")
"""More blanks than one between words."""
_INDENT = re.compile(r" (?:(?<=\n )|(?<=\A )) *+(?=[^\W_]|[«\"'*•–-])")
"""Blanks before the first word of a line."""


def _spaced(edited: _Edited) -> Reading:
    """A text with one blank between its words, and none before its lines, which printed text and programs indent."""
    if "  " in edited.text:
        edited = edited.by(_SPACES.finditer(edited.text), _one_blank)
    if edited.text[:1] == " " or "\n " in edited.text:
        edited = edited.by(_INDENT.finditer(edited.text), _nothing)
    return Reading(*edited)


def _one_blank(_match: re.Match[str]) -> str:
    return " "


class _Edited(NamedTuple):
    """A text some of whose characters were replaced, with the edits."""

    text: str
    edits: tuple[_Edit, ...] = ()

    def by(self, matches: Iterable[re.Match[str]], replaced: Replacement) -> _Edited:
        """With what ``replaced`` gives for each match, in order; a replacement begins and ends where its match does."""
        text = self.text
        parts: list[str] = []
        edit = _Edit([], [], [], [], [])
        at = length = 0
        for match in matches:
            start, end = match.span()
            new = replaced(match)
            parts += text[at:start], new
            length += start - at
            edit.places.append(length)
            length += len(new)
            edit.stops.append(length)
            edit.starts.append(start)
            edit.ends.append(end)
            edit.closing.append(match.lastgroup == "closing" and not new)
            at = end
        if not edit.places:
            return self
        parts.append(text[at:])
        return _Edited("".join(parts), (*self.edits, edit))


# -- marks of formats

_TIE = re.compile(r"(?<=[\w.°])~(?=[\w«])")
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
_RAISED_ENDING = re.compile(
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
_HYPHENED = re.compile(r"[-‐‑–][ \t]*\n[ \t>]*(?:(?P<number>(?=[0-9]))|(?=[a-zà-ÿ]))")
"""A hyphen at a line end, in a number or a word."""
_REPLIED = re.compile(r"(?:(?<=\n)|\A)(?:[ \t]*>)+[ \t]?")
"""The marks at the beginning of the lines of a mail to which another one replies."""
_DEGREE = re.compile(r"sup\b[^<>]*>0<")
"""A nought for the sign of a point: ``1<sup>0</sup>``."""
_KEPT = re.compile(
    r"(?<![^\W_])(?:(?:avant|après|sous|non|vice|dix|vingt|trente|soixante|quatre|décret|demi|contre|celles?|ceux|celui)-"
    r"|(?:ci|au|là|par)-(?=après|avant|de[lsv]|joint|inclus|contre|là|bas|haut)|co-(?!des?(?!\w))|est-(?=à))"
)
"""Words before a hyphen, and behind it, that is one in the middle of a line, too: "ci-après", and not "ci-vil"."""


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
    r"(?:(?<=A)(?:rticle|rrêté)s?|(?<=L)ois?|(?<=D)(?:écret|irective)s?|(?<=O)rdonnances?|(?<=R)èglements?"
    r"|(?<=C)(?:ode|irculaire)s?|(?<=C)onvention)(?=[ ])"
)
"""Where the end of a line is lost before an act or an article, as in the text of a page without its marks."""
_LINE_GLUED_TO_CODE = re.compile(r"[A-ZÉÀ](?<=[a-zà-ÿ].)(?:(?=[a-zà-ÿ'’])|(?<=À)(?=[ ])|(?<=[LRDA])(?=\.[ ]?[0-9]))")
_ENDS_CODE = re.compile(r"(?<!\w)[Cc]ode(?:[ ][A-Za-zà-ÿ'’]+){1,9}\Z")
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
_GLUED_DIGIT = re.compile(
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
    r"|arr(?!êtés)|dir(?!ectives)|r[èe]gl?t?(?!ements))[^,;|(]{0,60}?"
    r"(?:[0-9]{2,4}-[0-9]{1,5}|[0-9]{4}/[0-9]{1,4}(?:/(?:CE|UE|CEE))?|/[0-9]{2,4}|[ ](?:19|20)[0-9]{2})\Z"
)
"""The end of an act as it is typed, behind which numbers may stand alone: "Loi n° 2007-211", "Dir. 2003/88/CE"."""
_CITATION = 300  # characters of a text in which "a1" may be an article
_TYPED_A = re.compile(r"[ ]a[0-9]")
_SHORT_ARTICLE = re.compile(r"(?:(?<=[\w.)][ ])|(?<=[)\w.],[ ]))a(?:\.[ ]?(?=[LRDA]\.?[ ]?[0-9]|[0-9])|(?=[0-9]))")
"""The word "article" by its first letter, behind an act: "C. élect., a. L. 52-12", "décret n° 85-1250 a1"."""
_BEHIND_ACT = re.compile(
    r"(?:[0-9]{2,4}[-/][0-9]{1,5}|\b(?:1[789]|20)[0-9]{2}|/[0-9]{2}|\b[A-Z]{3,7}|modifi[ée]e?|mod\.|préc(?:\.|itée?)"
    r"|\b[Cc]\.?[ ]?(?:[a-zé]{2,8}\.?[ ]?){1,3}|\b[Cc]ode(?:[ ][a-zà-ÿ'’-]+){1,7}|a[0-9]{1,3}[ ]et)\)?,?[ ]\Z"
)
"""The end of an act, behind which an article may stand by its first letter."""
_LONGEST_ACT = 60  # characters of it


def _lost_in(text: str, glued: bool) -> list[re.Pattern[str]]:
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
    if " a." in text or (len(text) <= _CITATION and _TYPED_A.search(text) is not None):
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


def _nothing(_match: re.Match[str]) -> str:
    return ""


def _behind(before: re.Pattern[str], longest: int, new: str) -> Replacement:
    """What puts ``new``, a template, where ``before`` ends in the ``longest`` characters before the match."""

    def restored(match: re.Match[str]) -> str:
        begin = max(0, match.start() - longest)
        return match[0] if before.search(match.string[begin : match.start()]) is None else match.expand(new)

    return restored


_RESTORED: dict[re.Pattern[str], Replacement] = {
    _APOSTROPHE: _with_apostrophe,
    _ADVERB: lambda match: match[0].replace("quarter", "quater").replace("è", "e"),
    **dict.fromkeys((_BLANK_BEFORE_ARTICLE, _BLANK_BEFORE_CODE, _BLANK_BEHIND_CODE, _BLANK_BEHIND_FIRST), _with_blanks),
    **dict.fromkeys(
        (_BLANK_BEFORE_ART, _BLANK_BEFORE_LAW, _BLANK_BEFORE_MONTH, _BLANK_BEFORE_NOUN, _BLANK_BEHIND_CALL),
        _with_blank_behind,
    ),
    _GLUED_CODE: _with_its_blanks,
    **dict.fromkeys(
        (_BEFORE_APOSTROPHE, _CALL_BEHIND_BRACKET, _DEGREE_APART, _OF_PUBLISHER, _WITHOUT_NUMBER), _nothing
    ),
    _CALL_BEHIND_CODE: _behind(_NAME_OF_CODE, _LONGEST_NAME, ""),
    _LINES_GLUED: lambda match: f"\n{match[0]}",
    _LINE_GLUED_TO_CODE: _behind(_ENDS_CODE, _LONGEST_NAME, "\\n\\g<0>"),
    _SHORT_ARTICLE: _behind(_BEHIND_ACT, _LONGEST_ACT, "art."),
    _NUMBERS_ALONE: _behind(_ENDS_ACT, _CITATION, r"\g<0>art. "),
}
"""What stands for what each of these patterns finds."""


def _marked(text: str) -> bool:
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


def _marks_in(text: str) -> Iterator[re.Match[str]]:
    """The marks of formats in a text, in order; looked for at their first signs only."""
    at = 0
    for sign in _SIGN.finditer(text):
        mark = _MARKUP.match(text, sign.start()) if sign.start() >= at else None
        if mark is not None:
            at = mark.end()
            yield mark


_IN_SOURCE = re.compile(
    r"['\"\n](?:(?<!\n)(?P<quotes>[ \t]*[+\\]?[ \t]*\n[ \t]*(?:\+[ \t]*)?[fbru]?['\"])(?=[^\s'\"])"
    r"|(?<=\n)[ \t]*(?:\*|\#|//|--)[ \t]+(?=(?P<behind>\S{1,12})))"
)
"""The end of a line of a string, or of a comment, of a program, and where the next one begins."""
_COMMENT = re.compile(r"\n[ \t]*(?:[*#]|//|--)[ \t]")
_ENDED = frozenset(".;:!?,\n")


def _may_be_source(text: str) -> bool:
    """Whether a text may have lines of a program; a search for a few signs costs next to nothing."""
    if "\n" not in text:
        return False
    quoted = "'\n" in text or "+" in text or ('"' in text and '"\n' in text)
    marked = "*" in text or "#" in text or ("/" in text and "//" in text) or "\n--" in text
    return (quoted or (marked and _COMMENT.search(text) is not None)) and _IN_SOURCE.search(text) is not None


def _on_one_line(match: re.Match[str]) -> str:
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


_MAY_BE_MARK = re.compile("[^\u0000-\u02ff\u2000-\u20cf\u2100-\u2bff]")
"""What is of no Latin letter, sign of print, of letters or of mathematics; accents that combine are among it."""


def _marks_of_letters(text: str) -> str:
    """The accents and other marks of ``text`` that stand behind their letter, as a class of a pattern; mostly none."""
    if is_latin(text) or not _MAY_BE_MARK.search(text):
        return ""
    return re.escape("".join(char for char in set(text) if unicodedata.category(char)[0] == "M"))


def _composed(match: re.Match[str]) -> str:
    """A letter and its marks as one character; a mark with which no character is made is not read."""
    return unicodedata.normalize("NFC", match[0])[0]


def _unmarked(match: re.Match[str]) -> str:
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


def _attached(match: re.Match[str]) -> str:
    return "°" if match.lastgroup == "degree" else match[0][1:]


def _unhyphened(match: re.Match[str]) -> str:
    text, start = match.string, match.start()
    before = text[start - 1 : start]
    if match["number"] is not None:
        return "-" if before.isdigit() else match[0]
    if not before.islower():
        return match[0]
    end = match.end()
    return "-" if _KEPT.search(f"{text[max(0, start - 12) : start]}-{text[end : end + 8]}") else ""


# -- what is replaced by one character each

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
_BEFORE_ARTICLE = 300  # characters
_MARKS = 8  # characters at the beginning of a line before its first word
_SHORTEST, _FEW = 20, 2  # characters, and blanks, of a stretch in capitals

_DASH = re.compile(r"[–—](?<=[0-9].)(?=[0-9])(?:(?<!-[0-9].)(?<!-[0-9]{2}.)(?<!-[0-9]{3}.)|(?=[0-9]+(?![0-9-])))")
"""A dash in a number; in "706-80–706-87" it stands between two."""
_GOES_ON_CAPITAL = re.compile(r"[^a-zà-ÿ\n]{0,600}")
"""What goes on in capitals: "ARTICLE 5, ALINÉA 2, DU CODE CIVIL"."""
_TITLE = re.compile(r"[\W_]{0,8}ARTICLE (?:[0-9]+(?:[.-][0-9]+)*|[IVX]+|PREMIER|UNIQUE)(?:ER)? ?[.:–—-](?![0-9])")
"""A title in capitals, which stays one: "ARTICLE 3. PRIX"."""
_TITLE_OF_LINE = re.compile(
    r"[\W_]{0,8}ARTICLE (?:[0-9]+|[IVX]+|PREMIER|UNIQUE)(?:ER)? (?!(?:DU|DE|DES|ET|OU|[ÀA]|AU|AUX|BIS|TER|QUATER)\b)"
    r"(?:(?!\b(?:CODE|LOI|D[ÉE]CRET|ORDONNANCE|ARR[ÊE]T[ÉE]|CONSTITUTION|TRAIT[ÉE]|CONVENTION|CHARTE|R[ÈE]GLEMENT"
    r"|DIRECTIVE|ALIN[ÉE]A|PARAGRAPHE|AL|ANNEXE|C[A-Z]{1,5}|L)\b)[^\n0-9.;:]){3,80}"
)
"""One without a sign, which is all of its line: "ARTICLE 2 OBJET DE LA SOCIETE"."""
_SMALL_LETTER = re.compile(r"[a-zà-ÿ\n]")
_INNER_TITLE = (
    r"(?:(?<=[.:;»]\s)|(?<=ARR[EÊ]TE )|(?<=ARR[EÊ]TENT )|(?<=D[EÉ]CIDE )|(?<=T E ))"
    r"ARTICLE (?:[0-9]+|PREMIER|UNIQUE)(?:ER)? ?[:–—-](?![0-9])[ ]?[A-ZÀ-Ý]*"
)
"""The same behind the end of a sentence, or the word that enacts: "… ; ARRÊTE : ARTICLE 1 – OBJET"."""
_CAPITALS = re.compile(rf"(?P<title>{_INNER_TITLE})|[A-ZÀ-Ý]{{2,}}|(?<=[0-9])E(?![\w'])|[LD](?=')")
_SMALL_WORDS = frozenset(
    ("DU", "DE", "LA", "LE", "ET", "OU", "AU", "EN", "SA", "IN", "AL", "UN", "SE", "ER", "E", "L", "D")
)
_KILLED = "TUE"
"""The one word of the language, in capitals, that is an abbreviation of an act as well."""
_BEHIND_NOUN = re.compile(r"[A-ZÀ-Ý]{4} \Z")
_NUMERAL_LETTERS = frozenset("IVXLC")
_KEPT_CAPITAL = frozenset(("CONSTITUTION", "CONSEIL", "COUR"))
_SLIP = re.compile(r"l(?<![\w']l)(?=°)")
_FIRST_SLIP = re.compile(r"(?<= )l(?=er(?!\w))")
"""An l for the 1 of a rank: "article ler"."""
_ONE = re.compile(r"(?<=\b(?:19|20)[0-9])l(?!\w)|(?<=\b(?:19|20))l(?=[0-9]\b)")
"""An l for the 1 of a year: "20l8"."""
_POINT_SIGN = re.compile(r"o(?<=\b[1-9]o)(?!\w)|o(?<=\b[1-9][0-9]o)(?!\w)")
"""An o for the sign of a point, as the Journal officiel printed it: "au 3o du I"."""
_ROMAN_SLIP = re.compile(
    r"I(?:(?<=nnexe I)|(?<=ann\. I)|(?<=itre I)|(?<=ivre I)|(?<=ection I)|(?<=artie I))l{1,2}(?![\w'])"
)
"""An l for the numeral of a division: "annexe Il"."""
_DEGREE_FOR_BLANK = re.compile(r"(?<=\b[LRDA]\.)°(?=[0-9])")
_ZERO = re.compile(r"O(?=[0-9]*-[0-9])(?:(?<=\b[LRD][. ][ 0-9][0-9]O)|(?<=\b[LRD][0-9]{2}O))")


def _mended(text: str, glued: bool) -> str:
    """``text`` with a space for each line end inside a phrase, hyphens in numbers, and slips mended; of one length."""
    if "\n" in text:
        text = _CALL.sub(_without_call, text)
        broken = _broken(text)
        joined = partial(_joined, broken=broken)
        text = _BLANK_LINE.sub(blanks, text)
        text = _LINE_END.sub(joined, text)
        if broken.mostly:
            text = _PUNCTUATED.sub(partial(_punctuated, broken=broken), text)
        if ".\n" in text:
            text = _ABBREVIATED.sub(joined, text)
    pointed = " ." in text
    if pointed:
        text = _PARTED_PREFIX.sub(". ", text)
    if pointed and _PARTED_CODE.search(text) is not None:
        text = _PARTED_CODE.sub(_put_points_before, text)
    if ("|" in text or "\t" in text or ";" in text) and _MAY_HAVE_CELLS.search(text) is not None:
        text = _CELLS_OF_ACT.sub(_without_signs, text)
    if pointed and " - " in text:
        text = _PARTED_NUMBER.sub(_brought_together, text)
    if (pointed or " ' " in text) and ("L ' " in text or "D ' " in text or "ART . " in text or "rt . " in text):
        text = _PARTED_SIGN.sub(_put_before, text)
    if "[" in text:
        text = _SQUARED.sub(r"(\1)", _LEFT_OUT.sub(blanks, text))
    if " l a" in text or " l o" in text:
        text = _APOSTROPHE_APART.sub("'", text)
    text = _HYPHEN_BEHIND_PREFIX.sub(" ", text)
    if len(text) <= _CITATION:
        text = _HYPHEN_BEHIND_NOUN.sub(" ", text)
    text = _POINTED_PART.sub(" ", text)
    if "ARTICLE" in text:
        text = _without_capitals(text)
    if "–" in text or "—" in text:
        text = _DASH.sub("-", text)
    if "°" in text:
        if "l°" in text:
            text = _SLIP.sub("1", text)
        if ".°" in text:
            text = _DEGREE_FOR_BLANK.sub(" ", text)
    if " ler" in text:
        text = _FIRST_SLIP.sub("1", text)
    if " Il" in text:
        text = _ROMAN_SLIP.sub(_in_capitals, text)
    if glued:
        text = _POINT_SIGN.sub("°", _ONE.sub("1", text))
    return _ZERO.sub("0", text) if "O" in text else text


_CALL = re.compile(
    r"\n[0-9]{1,3}(?=(?:(?:L|D|Ord|Arr|Décr)\. ?n ?°|Art\. |Cour de|Cass\.|Cons\.|CE,|CAA |CJUE|CEDH|Soc\.|Crim\."
    r"|(?:Loi|Décret|Ordonnance|Arrêté|Directive|Règlement)[ ]))"
)
"""The call of a footnote that opens the line of it, glued to its first word: "2L. n° 2005-370"."""


def _without_call(match: re.Match[str]) -> str:
    return f"\n{' ' * (len(match[0]) - 1)}"


_LEFT_OUT = re.compile(r"\[(?:\.\.\.|…)\]")
"""What says that words are left out, also between a head and its points: "est ainsi modifié : [...] 4° L'article"."""


_SQUARED = re.compile(r"\[((?!GC\])[A-Z]{2,6}|C\. ?[a-zéè. ]{2,12})\]")
"""Initials in square brackets, as the doctrine of the tax administration has them: "code général des impôts [CGI]"."""
_APOSTROPHE_APART = re.compile(r" (?<=\b[ldLD] )(?=(?:articles?|arrêté|annexe|ordonnance)(?!\w))")
"""A blank for an apostrophe: "à l article 3 de l arrêté"."""
_HYPHEN_BEHIND_PREFIX = re.compile(r"-(?<=\b[LRD]-)(?=[0-9]{1,4}\.[0-9])")
"""A hyphen between a prefix and a number with a point: "L-111.1"."""


def blanks(match: re.Match[str]) -> str:
    """As many blanks as a match has characters."""
    return " " * len(match[0])


_PARTED_NUMBER = re.compile(r"\b(?P<letter>[LRD]) \. (?P<number>[0-9]{1,4}(?: - [0-9]{1,3}){1,4})(?![\w-])")
"""A number between whose signs there are blanks: "L . 3171 - 4"."""


def _brought_together(match: re.Match[str]) -> str:
    return f"{match['letter']}.{match['number'].replace(' ', '')}".ljust(len(match[0]))


_HYPHEN_BEHIND_NOUN = re.compile(r"-(?:(?<=\b[Ll]oi-)|(?<=cret-)|(?<=ance-)|(?<=rêté-))(?=[0-9]{2,4}-[0-9])")
"""A hyphen between a noun and a number, as tags have it: "loi-65-557"."""
_POINTED_PART = re.compile(
    r"\.(?= +du +(?:[IVX]+|[A-H])(?: bis| ter)?(?:,| +(?:de +l'|du |de +ce|est |sont )))"
    r"(?:(?<=\b(?:au|du|le|et) [0-9]\.)|(?<=\b(?:au|du|le|et) [0-9]{2}\.))"
    r"|\.(?<=\b[IVX]\.)(?= +de +l'art)|\.(?<=\b[IVX]{2}\.)(?= +de +l'art)|\.(?<=\b[IVX]{3}\.)(?= +de +l'art)"
)
"""The point behind a part: "au 2. du II de l'article 151 octies"."""
_PARTED_PREFIX = re.compile(r" \.(?<=\b[LRD] \.)(?= ?[0-9])")
"""A blank before the point of a prefix: "L . 1110-4", "R .1311-3"."""
_PARTED_SIGN = re.compile(r" (?P<sign>\.(?<=(?i:\bart) \.)|'(?<=\b[LDld] ')) ")
"""A sign between blanks, as old decisions of the Court of the Union print them: "ART . 48", "L ' ARTICLE 73"."""


_PARTED_CODE = re.compile(r"\b(?P<code>[Cc]) \.(?P<first> +[a-zé]{2,8})(?P<point> ?\.)")
"""A short code between whose signs there are blanks: "C .  com ."."""


def _put_points_before(match: re.Match[str]) -> str:
    return f"{match['code']}.{match['first']}.".ljust(len(match[0]))


_CELL_ENDS = r"[ ]?[|\t;][ ]?"
_CELLS_OF_ACT = re.compile(
    rf"\b(?:[Ll]oi|LOI|[Dd][ée]cret|D[ÉE]CRET|[Oo]rdonnance|[Aa]rr[êe]t[ée])(?:{_CELL_ENDS}|[ ])(?:n[ ]?°[ ]?)?"
    rf"(?:[0-9]{{2,4}}-[0-9]{{1,5}}(?:{_CELL_ENDS}[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{2,4}})?|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{2,4}})"
    rf"(?:{_CELL_ENDS}(?=[Aa]rt))?"
)
"""An act whose noun, number and date stand in cells of a table: "Décret | 2019-771 | 23/07/2019 | art. 1"."""
_MAY_HAVE_CELLS = re.compile(r"[|\t;] ?(?:[0-9]{1,2}/[0-9]|(?:n ?° ?)?[0-9]{2,4}-[0-9])")
_SIGN_OF_CELL = re.compile(r"[|\t;]")


def _without_signs(match: re.Match[str]) -> str:
    return _SIGN_OF_CELL.sub(" ", match[0])


def _put_before(match: re.Match[str]) -> str:
    return f"{match['sign']}  "


def _in_capitals(match: re.Match[str]) -> str:
    return "I" * len(match[0])


_LINE_ENDS = frozenset(("\n", ""))


def _without_capitals(text: str) -> str:
    """``text`` with the words of stretches in capitals, in which an article is named, in lower case."""
    parts: list[str] = []
    done = 0
    at = text.find("ARTICLE")
    while at >= 0:
        begin = max(done, at - _BEFORE_ARTICLE)
        for letter in _SMALL_LETTER.finditer(text, begin, at):
            begin = letter.end()
        end = at + len(_GOES_ON_CAPITAL.match(text, at)[0])  # type: ignore[index]
        stretch = text[begin:end]
        parts.append(text[done:begin])
        kept = len(stretch) < _SHORTEST or stretch.count(" ") < _FEW or _TITLE.match(stretch) is not None
        kept = kept or (text[end : end + 1] in _LINE_ENDS and _TITLE_OF_LINE.fullmatch(stretch) is not None)
        parts.append(stretch if kept else _CAPITALS.sub(_small_word, stretch))
        done = max(end, at + 1)
        at = text.find("ARTICLE", done)
    parts.append(text[done:])
    return "".join(parts)


def _small_word(match: re.Match[str]) -> str:
    word, begin = match[0], match.start()
    if match["title"] is not None:
        return word
    if word in _SMALL_WORDS:
        return word.lower()
    if word == _KILLED and _BEHIND_NOUN.search(match.string, max(0, begin - 8), begin) is not None:
        return word.lower()
    if len(word) < 3 or _NUMERAL_LETTERS.issuperset(word) or word in first_words():
        return word
    first = begin < _MARKS and not match.string[:begin].strip(" \t>*#")
    return word[0] + word[1:].lower() if word in _KEPT_CAPITAL or first else word.lower()


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

"""What is read otherwise, in place: slips of scanners, stretches in capitals, cells, blanks in numbers."""

from __future__ import annotations

import re

from cpp_corpus.lang.abbreviations import first_words
from cpp_corpus.normalizer.recognize.text.edits import blanks
from cpp_corpus.normalizer.recognize.text.line_ends import joined_lines
from cpp_corpus.normalizer.recognize.text.lost_signs import SHORT_TEXT

__all__ = ["mended_slips"]

_BEFORE_ARTICLE = 300  # characters
_MARKS = 8  # characters at the beginning of a line before its first word
_SHORTEST, _FEW = 20, 2  # characters, and blanks, of a stretch in capitals
_DASH = re.compile(r"[–—](?<=[0-9].)(?=[0-9])(?:(?<!-[0-9].)(?<!-[0-9]{2}.)(?<!-[0-9]{3}.)|(?=[0-9]+(?![0-9-])))")
"""A dash in a number; in "706-80–706-87" it stands between two."""
_ARTICLE_IN_CAPITALS = re.compile(r"ARTICLE|\bARTS?\.")
_GOES_ON_CAPITAL = re.compile(r"[^a-zà-ÿ\n]{0,600}")
"""What goes on in capitals: "ARTICLE 5, ALINÉA 2, DU CODE CIVIL"."""
_TITLE = re.compile(
    r"[\W_]{0,8}ART(?:ICLE|\.) (?:[0-9]+(?:[.-][0-9]+)*|[IVX]+|PREMIER|UNIQUE)(?:ER)? ?[.:–—-](?![0-9])"
)
"""A title in capitals, which stays one: "ARTICLE 3. PRIX"."""
_TITLE_OF_LINE = re.compile(
    r"[\W_]{0,8}ART(?:ICLE|\.) (?:[0-9]+|[IVX]+|PREMIER|UNIQUE)(?:ER)? "
    r"(?!(?:DU|DE|DES|ET|OU|[ÀA]|AU|AUX|BIS|TER|QUATER)\b)"
    r"(?:(?!(?<!PR[ÉE]SENT )(?<!PR[ÉE]SENTE )\b(?:CODE|LOI|D[ÉE]CRET|ORDONNANCE|ARR[ÊE]T[ÉE]"
    r"|CONSTITUTION|TRAIT[ÉE]|CONVENTION|CHARTE|R[ÈE]GLEMENT|DIRECTIVE|ALIN[ÉE]A|PARAGRAPHE|AL|ANNEXE|C[A-Z]{1,5}|L)\b)[^\n0-9.;:]){3,80}"
)
"""One without a sign, which is all of its line: "ARTICLE 2 OBJET DE LA SOCIETE"."""
_SMALL_LETTER = re.compile(r"[a-zà-ÿ\n]")
_INNER_TITLE = (
    r"(?:(?<=[.:;»]\s)|(?<=ARR[EÊ]TE )|(?<=ARR[EÊ]TENT )|(?<=D[EÉ]CIDE )|(?<=T E ))"
    r"ART(?:ICLE|\.) (?:[0-9]+|PREMIER|UNIQUE)(?:ER)? ?[:–—-](?![0-9])[ ]?[A-ZÀ-Ý]*"
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
_NOUNS_OF_ACTS = frozenset(("CHARTE", "CONVENTION", "LIVRE", "PRÉAMBULE", "STATUT"))
"""Words of the language that begin abbreviations, too."""
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


def mended_slips(text: str, glued: bool) -> str:
    """``text`` with a space for each line end inside a phrase, hyphens in numbers, and slips mended; of one length."""
    if "\n" in text:
        text = joined_lines(text)
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
    if len(text) <= SHORT_TEXT:
        text = _HYPHEN_BEHIND_NOUN.sub(" ", text)
    text = _POINTED_PART.sub(" ", text)
    if "ARTICLE" in text or "ART." in text:
        text = _without_capitals(text)
    if " Du " in text or " De L" in text or " De l" in text:
        text = _WORD_OF_TITLE.sub(_in_small_letters, text)
    if "–" in text or "—" in text:
        text = _DASH.sub("-", text)
    if "°" in text:
        if "l°" in text:
            text = _SLIP.sub("1", text)
        if ".°" in text:
            text = _DEGREE_FOR_BLANK.sub(" ", text)
    if "égl" in text or "ÉGL" in text:
        text = _RULES.sub(_with_grave, text)
    if " ler" in text:
        text = _FIRST_SLIP.sub("1", text)
    if " Il" in text:
        text = _ROMAN_SLIP.sub(_in_capitals, text)
    if glued:
        text = _POINT_SIGN.sub("°", _ONE.sub("1", text))
    return _ZERO.sub("0", text) if "O" in text else text


_RULES = re.compile(
    r"é(?<=\b[rR]é)(?=gl(?:ements?(?!\w)|em?t?\.|(?:mt|t)?\.|t(?!\w)))|É(?<=\bRÉ)(?=GL(?:EMENTS?(?!\w)|T?\.))"
)
"""The accent of "réglement", a common misspelling, which "réglementaire" has."""


def _with_grave(match: re.Match[str]) -> str:
    return "è" if match[0] == "é" else "È"


_WORD_OF_TITLE = re.compile(
    r"(?<=[0-9rs]) (?:Et (?=(?:[LRD]\. ?)?[0-9])|(?:Bis|Ter|Quater)(?= )|Alinéa (?=[1-9])"
    r"|D(?:u|e [Ll]a|e [Ll]') ?(?=[A-Z]\.?[A-Z]|(?:[Cc]ode|[Ll]oi|[Dd]écret|[Oo]rdonnance|[Aa]rrêté|[Aa]rticle"
    r"|[Rr]èglement|[Dd]irective|[Dd]écision|[Tt]raité|[Cc]onvention|[Cc]onstitution|[Cc]harte|[Aa]ccord|[Cc]irculaire)(?!\w)))"
)
"""A word between a number and its act where every word has a capital: "Article 1240 Du Code Civil"."""
_ARTICLES_OF_TITLE = re.compile(r"[Aa]rt(?:icles?|s?\.) [^\n.;:]{0,60}\Z|[LRD]\. ?[0-9-]+\Z")
_LONGEST_TITLE = 70  # characters


def _in_small_letters(match: re.Match[str]) -> str:
    start = match.start()
    before = match.string[max(0, start - _LONGEST_TITLE) : start]
    return match[0] if _ARTICLES_OF_TITLE.search(before) is None else match[0].lower()


_LEFT_OUT = re.compile(r"\[(?:\.\.\.|…)\]")
"""What says that words are left out, also between a head and its points: "est ainsi modifié : [...] 4° L'article"."""
_SQUARED = re.compile(r"\[((?!GC\])[A-Z]{2,6}|C\. ?[a-zéè. ]{2,12})\]")
"""Initials in square brackets, as the doctrine of the tax administration has them: "code général des impôts [CGI]"."""
_APOSTROPHE_APART = re.compile(r" (?<=\b[ldLD] )(?=(?:articles?|arrêté|annexe|ordonnance)(?!\w))")
"""A blank for an apostrophe: "à l article 3 de l arrêté"."""
_HYPHEN_BEHIND_PREFIX = re.compile(r"-(?<=\b[LRD]-)(?=[0-9]{1,4}\.[0-9])")
"""A hyphen between a prefix and a number with a point: "L-111.1"."""
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
    article = _ARTICLE_IN_CAPITALS.search(text)
    while article is not None:
        at = article.start()
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
        article = _ARTICLE_IN_CAPITALS.search(text, done)
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
    if len(word) < 3 or _NUMERAL_LETTERS.issuperset(word) or (word in first_words() and word not in _NOUNS_OF_ACTS):
        return word
    first = begin < _MARKS and not match.string[:begin].strip(" \t>*#")
    return word[0] + word[1:].lower() if word in _KEPT_CAPITAL or first else word.lower()

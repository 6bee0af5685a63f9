r"""The words that the rules are made of, as sources of patterns for folded text.

In a source a single space stands for one or more, `` ?`` for any number of them, ``\d`` for a digit of the law, 0 to 9:
:func:`compiled` sees to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from cpp_corpus.lang.dates import DATE as TIDY_DATE
from cpp_corpus.lang.dates import MONTH
from cpp_corpus.lang.patterns import Pattern, by_letters

__all__ = [
    "ADVERB",
    "AND",
    "AND_PUNISHED",
    "DASHES",
    "DATE",
    "LETTERS",
    "MONTH",
    "NOTABLY",
    "NUMBER",
    "PRECITED",
    "PREFIX",
    "ROMAN",
    "adjective_before",
    "by_letters",
    "compiled",
    "expanded",
    "layout",
    "list_end",
    "word_before",
]

ADVERB = (
    r"(?:bis|ter|quater|quinto|novies|sexties|BIS|TER|QUATER|(?=[a-z]++(?<=ies))[a-z]{0,12}"
    r"(?:quinqu|sex|sept|oct|non|dec|vic|vec|tric|trec|quadrag|quinquag|sexag|septuag|octog|nonag)ies"
    r"|(?=[A-Z]++(?<=IES))[A-Z]{0,7}(?:QUINQU|SEX|SEPT|OCT|NON|DEC|VIC|TRIC)IES)"
    r"(?:(?!\w)|(?=(?:et|du|de) ))"
)
"""``bis``, ``quinquies``, ``tervicies`` … by their endings, which no other French word has; ``bis`` of "5 biset 6"."""

DASHES = frozenset((" - ", " – ", " — "))
"""What parts the keywords of a decision: "Règlement (UE) 2016/679 – Article 4 – Notion"."""

ROMAN = r"[IVXL]{1,7}(?![\w']|\. ?(?:O\.? ?)?\*? ?\d|(?<=L)(?:\.? ?(?:[nN] ?[°ºo]|[nN]\. ?\d|du \d|\d)|\. ?pr))"
LETTERS = (
    r"(?!(?:[IVX]+|ET|OU|CCAG|CCAP|CCTP|BOI)(?!\w))"
    r"(?:[A-Z]{1,4}(?![\w'°]|\.[A-Z]\.|(?<=[LRDAO])\. ?\*?\d|(?<=[LRDA]) \d{2,4}-\d"
    r"|(?<=[DLO])(?: \d\d-\d{3}| ?[nN] ?[°o.] ?\d)| (?![IVX]+(?!\w))[A-Z]{2})"
    r"|(?!CGI|LPF|CIBS)[A-Z]{1,3}(?= (?:CGI|LPF|CIBS)(?!\w))|[A-Z](?=(?:du|de|des|et|ou|est|sont) ))"
)
"""``A``, ``ZZ``: capitals that are no Roman numeral, no prefix of another number and no word; ``A`` of "5 Adu code"."""

DATE = TIDY_DATE.replace("[ ]", " ")

PREFIX = r"(?:(?:L\. ?O\.?|LO\.?|[LRDA]\.?) ?(?:\* ?){0,2}\.? ?|[LRDA]\.?-(?=\d+-\d))"
"""``L.``, ``R. *``, ``L.O.``"""

_TAIL = (
    rf"(?: 0 [A-Z](?![\w'.])|-\d+(?:er(?![a-zé]))?(?![\d°]| [jfmasond][a-zéû]+ 17\d\d)|(?: |-)(?:{ADVERB}|{LETTERS})"
    rf"|(?<=\d)(?:{ADVERB}|{LETTERS}))"
)
_SHORT_MONTH = "(?:janv|f[ée]vr?|avr|juil|juill|sept|oct|nov|d[ée]c)"
NUMBER = (
    rf"(?:{PREFIX}\d{{3,4}} \d{{1,2}}(?=-\d| (?:à|et|ou|du|de|des) |[,;.])"
    rf"|(?:{PREFIX})?(?:(?<!\d)1 er(?!\w)|\d++)(?:(?<=\d)er"
    rf"(?![a-zé])|(?![°º]|/\d|(?:r?e|er)(?!\w)|nde?(?!\w)|è|,\d+ ?%| ?%)))"
    rf"(?! (?=[jfmasn]|ao|oc|d[ée]c)(?:{MONTH}(?!\w)|{_SHORT_MONTH}\.)){_TAIL}*"
)
"""An article number in running text: ``L. 811-2``, ``1649 quater B bis``, ``1er``, ``1 er``; also ``L. 422 10``."""

AND = r"(?:et|ou|ET|OU|et/ou|ainsi qu(?:e |')|ou encore|voire|ni)"

AND_PUNISHED = r"(?:,|,? et) (?:réprimée?s?|punie?s?|sanctionnée?s?) par "
"""What parts the article that defines an offence from that which punishes it, both with bare numbers."""
NOTABLY = (
    r"(?:notamment|not\.|surtout|(?:plus )?spécialement|spéc\.|spécialt\.?|en particulier|en part\."
    r"|(?:plus )?(?:précisément|particulièrement|exactement)|singulièrement)"
)
"""What leads from an act to some of its articles."""
PRECITED = (
    r"(?:précitée?s?|sus-?(?:vis|mentionn|rappel|énonc|indiqu|désign|dénomm|cit|évoqu)ée?s?|déjà citée?s?"
    r"|(?:mentionn|rappel|vis|cit|évoqu|énonc)ée?s? ci-(?:dessus|avant)"
    r"|ci-(?:dessus(?: (?:mentionn|rappel|vis|cit|évoqu|énonc|reproduit|transcrit)(?:ée?|e)?s?)?"
    r"|(?:dessus|avant|après|dessous) (?:littéralement |intégralement )?"
    r"(?:rapport|relat|reprodui|transcri|mentionn|vis|cit)(?:ée?|te?)s?"
    r"|avant (?:mentionn|rappel|vis|cit|évoqu|énonc)ée?s?))(?!\w)"
)


def compiled(source: str | Callable[[], str], flags: int = 0) -> Pattern:
    """The pattern of a source as this module writes it, or of what gives one when it is needed."""
    return Pattern(lambda: expanded(source if isinstance(source, str) else source()), flags)


def expanded(source: str) -> str:
    r"""The pattern of a source in which a space stands for one or more, `` ?`` for any number, ``\d`` for 0 to 9.

    Spaces once matched are not given back (``++``): so a long run of them costs no more than its length.

    >>> expanded(r"art\. ?\d [\dIVX]")
    'art\\. *+[0-9] ++[0-9IVX]'
    """
    spaced = layout(source).replace(" ?", "\0").replace("[ -]", "[\1-]").replace(" ", " ++").replace("\0", " *+")
    return _CLASS.sub(_ascii, spaced.replace("\1", " "))


def layout(source: str) -> str:
    r"""A source that is written over lines, as one: indents, line ends and comments behind two spaces vanish.

    A space at the beginning of a line is written ``\ ``.

    >>> layout("(?:du|des)  # the article\n    \\ code\n")
    '(?:du|des) code'
    """
    return _LAYOUT.sub("", source).replace("\\ ", " ") if "\n" in source else source


_LAYOUT = re.compile(r"(?:  #[^\n]*)?(?:\n *|$)")
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]|\\.")


def _ascii(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == "[":
        return found.replace(r"\d", "0-9")
    return "[0-9]" if found == r"\d" else found


_LONGEST = 24  # letters of a word that matters


def word_before(text: str, at: int) -> tuple[str, int]:
    """The word that ends just before ``at``, spaces aside, in lower case, and where it begins; ``""`` where none does.

    >>> word_before("le Même  article", 9)
    ('même', 3)
    """
    end = at
    while end and text[end - 1] == " ":
        end -= 1
    if end == at:
        return "", at
    word = text[max(0, end - _LONGEST) : end]
    word = word[word.rfind(" ") + 1 :]
    if not word.isalpha():
        word = word[max(word.rfind("'"), word.rfind("\n"), word.rfind("(")) + 1 :]
    return word.lower(), end - len(word)


_LAST_LETTERS = frozenset("tesnrdTESNRD ")


def adjective_before(text: str, at: int) -> tuple[str, int]:
    """The same where the word may be an adjective, a possessive or a rank, by its last letter; else ``""`` and ``at``.

    >>> adjective_before("ledit article", 6), adjective_before("aux articles", 4)
    (('ledit', 0), ('', 4))
    """
    if at < 2 or text[at - 1] != " " or text[at - 2] not in _LAST_LETTERS:
        return "", at
    return word_before(text, at)


_LONGEST_LIST = 100_000  # characters
_LIST = compiled(r"[^\n;.]{0,120}?:(?=\s*(?P<first>[a-z]\)|\d+°|[-–]))")
_MEMBER = compiled(r"\s*(?:(?P<letter>[a-z]+\))|(?P<point>\d+°)|(?P<dash>[-–])).*")


def list_end(text: str, at: int) -> int:
    r"""Where the list ends that a colon behind ``at`` opens: as far as lines begin with its kind of marker.

    ``at`` where none is opened.

    >>> text = "les mots suivants : \n a) un ; \n b) deux.\nUn autre."
    >>> text[: list_end(text, 10)]
    'les mots suivants : \n a) un ; \n b) deux.'
    """
    opened = _LIST.match(text, at)
    if opened is None:
        return at
    end, kind, limit = opened.end(), None, at + _LONGEST_LIST
    while (member := _MEMBER.match(text, end, limit)) is not None and kind in (None, member.lastgroup):
        end, kind = member.end(), member.lastgroup
    return end

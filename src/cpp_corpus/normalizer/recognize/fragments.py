"""The words that the rules are made of, as sources of patterns for folded text.

A single space in a source means one or more of them, `` ?`` any number: :func:`compiled` sees to it.
"""

from __future__ import annotations

import re

__all__ = ["ADVERB", "AND", "DATE", "LETTERS", "MONTHS", "NUMBER", "OF", "PREFIX", "ROMAN", "compiled"]

ADVERB = (
    r"(?:bis|ter|quater|quinto|novies|sexties|BIS|TER|QUATER"
    r"|[a-z]{0,12}(?:quinqu|sex|sept|oct|non|dec|vic|vec|tric|trec|quadrag|quinquag|sexag|septuag|octog|nonag)ies)(?!\w)"
)
"""``bis``, ``ter``, ``quinquies``, ``tervicies`` … told by their endings, which no other French word has."""

ROMAN = r"[IVXL]{1,7}(?![\w'])"
LETTERS = r"(?![IVX]+(?!\w))[A-Z]{1,4}(?![\w']|\. ?\*?\d| [A-Z]{2})"
"""``A``, ``ZZ``: capitals that are neither a Roman numeral nor the prefix of another number."""

MONTHS = r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre)"
DATE = rf"\d{{1,2}}(?:er)? {MONTHS} \d{{4}}"

PREFIX = r"(?:L\. ?O\.?|LO\.?|[LRDA]\.?) ?(?:\* ?){0,2}\.? ?"
"""``L.``, ``R. *``, ``L.O.``"""

TAIL = rf"(?:-\d+(?:er(?![a-zé]))?(?![\d°])|[ -](?:{ADVERB}|{LETTERS})|(?<=\d)(?:{ADVERB}|{LETTERS}))"
NUMBER = (
    rf"(?:{PREFIX}\d{{3,4}} \d{{1,2}}(?=-\d| (?:à|et|ou|du|de|des) |[,;.])"
    rf"|(?:{PREFIX})?\d++(?:er(?![a-zé])|(?![°º]|e(?!\w)|è|,\d+ ?%| ?%)))(?! {MONTHS}){TAIL}*"
)
"""An article number in running text: ``L. 811-2``, ``1649 quater B bis``, ``1er``."""

AND = r"(?:et|ou|et/ou|ainsi qu(?:e |')|ou encore|ni)"
OF = r"(?:de la |de l' ?|des |du |d'|de )"


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a source in which a space stands for one or more, and `` ?`` for any number."""
    return re.compile(
        source.replace(" ?", "\0")
        .replace("[ -]", "[\x01-]")
        .replace(" ", " +")
        .replace("\0", " *")
        .replace("\x01", " "),
        flags,
    )

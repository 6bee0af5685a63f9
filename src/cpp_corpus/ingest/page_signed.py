"""The act that is an order or decree without a day in its title: that of its signature.

ARRÊTÉ                              its nature
fixant la liste des moulins
NOR : …, or who makes it
ARRÊTE                              the formula
{ article }
Fait le 3 mars 2031                 its day
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.ingest.page_line import Line
from cpp_corpus.ingest.page_words import Kind
from cpp_corpus.lang.dates import find_date
from cpp_corpus.lang.typography import slug

__all__ = ["signed_act"]


def signed_act(lines: Sequence[Line], kinds: Sequence[Kind]) -> str | None:
    r"""The act of a text whose first lines are those of an order or decree; ``None`` where it is none, or has no day.

    >>> from cpp_corpus.ingest.page_lines import page_lines
    >>> from cpp_corpus.ingest.page_words import kind_of_line
    >>> text = "ARRÊTÉ\nsur le vent\nLe ministre du vent,\nARRÊTE\nARTICLE 1\nLe vent.\nFait à Paris, le 3 mars 2031"
    >>> lines = page_lines(text)
    >>> signed_act(lines, [kind_of_line(line.words) for line in lines])
    'arrete:2031-03-03'
    """
    nature = None
    is_made = is_enacted = False
    for line, kind in zip(lines[:_HEAD_LINES], kinds, strict=False):
        if kind is Kind.HEADING or is_enacted:
            break
        if nature is None:
            found = _NATURE.fullmatch(line.words)
            nature = slug(found[1]) if found else None
        else:
            is_made = is_made or _MAKER.match(line.words) is not None
            is_enacted = is_made and _FORMULA.fullmatch(line.words) is not None
    if nature is None or not is_enacted:
        return None
    signed = (line.words for line, kind in zip(lines, kinds, strict=True) if kind is Kind.SIGNATURE)
    day = next((day for words in signed if (day := find_date(words))), None)
    return f"{nature}:{day}" if day else None


# ---------------------------------------------------------------------------------------------------------------------

_HEAD_LINES = 60
_NATURE = re.compile(r"(ARR[ÊE]T[ÉE]|Arr[êe]t[ée]|D[ÉE]CRET|D[ée]cret)(?: [a-zà-ÿ][^\d]*)?")
_MAKER = re.compile(
    r"NOR ?: ?[A-Z]{4}\d{7}[A-Z]|(?:Le|La|Les) (?:Premi[eè]re? )?[Mm]inistres?\b|Le Président de la République"
    r"|L[ea] (?:garde des sceaux|secrétaire d'[EÉ]tat)",
)
_FORMULA = re.compile(r"(?:Arr[êe]te|ARR[ÊE]TE|D[ée]cr[èe]te|D[ÉE]CR[ÈE]TE)(?:nt|NT)? ?:?")

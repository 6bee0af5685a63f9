"""Detection of editors' notes below an article, where the source does not mark them.

A note is recognised by its beginning: it names the amending text, the date of entry into force, or where to look. An
alinéa of the law may begin with the same words ("Conformément à l'article …"); a note continues with a dated text *and*
with entry into force, or is separated by blank lines from the text above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.lang.dates import DATE
from cpp_corpus.lang.typography import fold
from cpp_corpus.model.document import Block
from cpp_corpus.tokenizer.markers import read_markers

__all__ = ["is_empty_note", "notes_begin", "split_notes"]

_WIDE_GAP = 2
_SEEN = 1200  # characters of a line that are searched


def split_notes(body: list[Block], marked: list[Block], *, all_marked: bool) -> tuple[list[Block], list[list[Block]]]:
    """The lines of the text, and those of each note.

    ``marked`` are the lines that the source marks as notes; unless ``all_marked``, there may be others at the end of
    ``body``, separated by wide gaps.
    """
    notes: list[list[Block]] = []
    for line in marked:
        if line.opens or not notes:
            notes.append([])
        notes[-1].append(line)
    if all_marked:
        return body, notes
    begin = notes_begin(body)
    for at, line in enumerate(body[begin:]):
        if not at or line.gap >= _WIDE_GAP:
            notes.append([])
        notes[-1].append(line)
    return body[:begin], notes


def is_empty_note(text: str) -> bool:
    """Whether a note has nothing but its label.

    >>> is_empty_note("NOTA :"), is_empty_note("NOTA: Rien.")
    (True, False)
    """
    return len(text) < 20 and _EMPTY.fullmatch(text) is not None


def notes_begin(lines: Sequence[Block]) -> int:
    """Index of the first line that is a note; the number of lines where none is. The first line is never a note.

    All lines below the first note are notes.
    """
    for at, line in enumerate(lines[1:], 1):
        text = fold(line.text[:_SEEN])
        if _says_note(text) or (line.gap >= _WIDE_GAP and _may_be_note(text)):
            return at
    return len(lines)


# ---------------------------------------------------------------------------------------------------------------------

_NATURE = r"(?:lois?|ordonnances?|décrets?(?:-lois?)?|arrêtés?|décisions?|délibérations?|règlements?|directives?)"
_NUMBERED = rf"(?:n[°os]{{1,2}} ?\d|\b\d{{2,4}}-\d+|\b(?:du|des) {DATE})"
_DATED_TEXT = re.compile(rf"\b{_NATURE}\b[^.;:]{{0,60}}?{_NUMBERED}", re.IGNORECASE)
_LABEL = re.compile(r"NOTA\b ?(?:\(\d+\) ?)?[:.]")
_EMPTY = re.compile(r"(?:NOTA)?\W*", re.IGNORECASE)
_LOOK_ANYWHERE = re.compile(r"(?:Se (?:reporter|référer)|Voir) (?:à|au|aux|également|l['’])", re.IGNORECASE)
_LOOK = re.compile(
    rf"{_LOOK_ANYWHERE.pattern}[^.]{{0,120}}?"
    rf"\b(?:art(?:icles?|\.)|{_NATURE}|codes?|constitution|conditions|modalités|JO(?:RF)?)(?!\w)",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"(?:Par|Dans|Selon|Aux termes)\b[^.]{0,60}?\bdécisions?\b"
    r"[^.]{0,60}?(?:QPC|DC\b|Conseil (?:constitutionnel|d'[EÉ]tat))"
)
_CHANGED = re.compile(r"Modifications? effectuées? en conséquence\b")
_TEXT_FIRST = re.compile(
    rf"\(?(?:La |Le |L')?{_NATURE}\b(?: organique| constitutionnelle)? ?{_NUMBERED}"
    r"[^;]{0,120}?(?:\bart(?:icle)?s?\b|:)",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"(?:\(\d+\) ?)?(?:Conformément|Aux termes|En application|En vertu|Selon|En conséquence|L'article unique)\b"
    rf"[^.]{{0,100}}?\b{_NATURE}\b[^.;:]{{0,60}}?{_NUMBERED}",
    re.IGNORECASE,
)
_EDITORS = re.compile(
    r"\(\d+\)|Au lieu d|(?:Ces|Les présentes) dispositions (?:entr|s'appliqu|sont applicables|prenn)"
    r"|(?:Cet|Le présent) article (?:entre|s'applique|est applicable|a été|est issu)",
)
_EFFECT = re.compile(
    r"entr\w* en (?:vigueur|application)|prenn?\w* effet|à compter d|applicab|appliqu|abrog|modifi|rédaction|jusqu'au"
    r"|avant le|présent article|(?:présentes|ces|les) dispositions|cette disposition|à la date|au plus tard"
    r"|dispositions? transitoire",
    re.IGNORECASE,
)


def _says_note(text: str) -> bool:
    """Whether the words alone show that it is a note."""
    if text[:1].islower() or not _OPENING.match(text):
        return False
    if any(pattern.match(text) for pattern in (_LABEL, _LOOK, _DECISION, _CHANGED, _TEXT_FIRST)):
        return True
    under = _UNDER.match(text)
    return under is not None and _EFFECT.search(text, under.end()) is not None


_OPENING = re.compile(
    rf"\(?(?:\d+\) ?)?(?:(?:La |Le |L')?{_NATURE}\b|NOTA|Se |Voir|Par |Dans |Selon|Aux termes|Modif|Conform|En |L'art)",
    re.IGNORECASE,
)


def _may_be_note(text: str) -> bool:
    """Whether a line below a wide gap is a note: such gaps also occur between alinéas."""
    says = _DATED_TEXT.search(text) or _EDITORS.match(text) or _LOOK_ANYWHERE.match(text)
    return says is not None and not read_markers(text)

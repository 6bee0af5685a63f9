r"""The text of an RTF document as it is printed: with its automatic numbers and notes, without what is deleted.

    document = "{" { group | control | characters } "}"
    group    = "{" ["\*"] [destination] { group | control | characters } "}"
    control  = "\" letters [number] [space] | "\'" hex hex | "\" sign

A paragraph is a line; a row of a table is a line with ``│`` between its cells, as in :mod:`cpp_corpus.ingest.word`.
Groups that a reader need not know (``\*``) and those of data (fonts, styles, pictures) are left out. Notes stand at the
end. No package is needed: what packages for RTF give lacks the notes or the numbers.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from functools import cache

from cpp_corpus.ingest.list_labels import labelled, row_of
from cpp_corpus.limits import check

__all__ = ["rtf_text"]


def rtf_text(data: bytes) -> str:
    r"""The text of an RTF document; of a damaged one, as far as it can be read; ``LimitReached`` for a nested one.

    >>> rtf_text(rb"{\rtf1\ansi\ansicpg1252 {\b Article 1er}\par L'\'e9t\u233?.\par}").split()
    ['Article', '1er', "L'été."]
    """
    reader = _Reader(data.decode("latin-1"))
    text = "\n".join(reader.read())
    return text.encode("utf-16", "surrogatepass").decode(
        "utf-16", "replace"
    )  # a sign beyond 16 bits comes in two halves


# ---------------------------------------------------------------------------------------------------------------------

_TOKEN = re.compile(
    r"""
    \\ (?: (?P<word> [a-zA-Z]{1,32} ) (?P<value> -?[0-9]{1,9} )? [ ]?
         | ' (?P<hex> [0-9a-fA-F]{2} )
         | (?P<sign> [^a-zA-Z] ) )
    | (?P<brace> [{}] )
    | (?P<line> [\r\n\x00]+ )
    | (?P<text> [^\\{}\r\n\x00]+ )
    | (?P<odd> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_DATA = frozenset(
    (
        # fonts, styles, lists
        *(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "listtable",
            "listoverridetable",
            "latentstyles",
            "rsidtbl",
            "revtbl",
            "filetbl",
            "xmlnstbl",
            "themedata",
            "colorschememapping",
            "datastore",
            "generator",
            "template",
            "pgptbl",
            "mmathPr",
        ),
        # the document
        *("info", "title", "subject", "author", "operator", "keywords", "company", "userprops", "comment", "private"),
        # pages
        *(
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "ftnsep",
            "ftnsepc",
            "ftncn",
            "aftnsep",
            "aftnsepc",
            "aftncn",
        ),
        # pictures and shapes
        *("pict", "picprop", "object", "objdata", "do", "sp", "sn", "sv", "shpinst", "shprslt"),
        # marks
        *(
            "fldinst",
            "bkmkstart",
            "bkmkend",
            "annotation",
            "atnid",
            "atnauthor",
            "atntime",
            "atndate",
            "atnref",
            "atnparent",
            "tc",
            "tcn",
            "xe",
            "txe",
            "rxe",
            "nonesttables",
            "upr",
        ),
    )
)
"""Destinations of which nothing is printed in the text, or that say again what another one says."""
_PRINTED = frozenset(("ud", "shptxt"))
"""Destinations inside those that are printed."""
_KNOWN = frozenset((*_PRINTED, "nesttableprops"))
"""Destinations with ``\\*`` that are read all the same."""
_LABELS = frozenset(("listtext", "pntext"))
_NOTES = frozenset(("footnote", "endnote"))
_SIGNS = {
    **dict.fromkeys(("tab", "emspace", "enspace", "qmspace"), " "),
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "~": "\xa0",
    "_": "-",
    "-": "",
    "{": "{",
    "}": "}",
    "\\": "\\",
}
_ENDS = frozenset(("par", "line", "sect", "page", "column", "softline", "\n", "\r"))
_CHARSETS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group."""

    is_data: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    in_table: bool = False
    skipped: int = 1
    """Characters behind ``\\u`` that stand for it elsewhere."""
    font: int | None = None
    label: bool = False
    note: bool = False


class _Reader:
    """Reads a document once, token by token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.charset = "cp1252"
        self.fonts: dict[int, str] = {}
        self.state = _State()
        self.states: list[_State] = []
        self.to_skip = 0
        self.is_starred = False
        self.in_fonts = 0  # depth of the table of fonts
        self.lines: list[str] = []
        self.notes: list[str] = []
        self.words: list[str] = []
        self.of_note: list[str] = []
        self.label: list[str] = []
        self.cells: list[str] = []

    def read(self) -> list[str]:
        """The lines of the text, then those of the notes."""
        at = 0
        while at < len(self.text) and (token := _TOKEN.match(self.text, at)):
            at = token.end()
            kind = token.lastgroup
            if kind == "value" or token["word"]:
                at += self.control(token["word"], token["value"])
            elif kind == "brace":
                if not self.brace(token["brace"]):
                    break
            elif token["sign"]:
                self.sign(token["sign"])
            elif token["hex"]:
                self.bytes(bytes.fromhex(token["hex"]))
            elif token["text"]:
                self.bytes(token["text"].encode("latin-1"))
        self.end_line()
        self.end_row()
        return [*self.lines, *self.notes]

    def brace(self, brace: str) -> bool:
        """A group begins or ends; whether the document goes on."""
        self.to_skip = 0
        if brace == "{":
            check("nesting", len(self.states), "groups inside one another")
            self.states.append(self.state)
            self.is_starred = False
            return True
        before = self.state
        self.state = self.states.pop() if self.states else _State(is_data=True)
        if self.in_fonts > len(self.states):
            self.in_fonts = 0
        if before.note and not self.state.note and self.of_note:
            self.notes += ["", "".join(self.of_note)]
            self.of_note.clear()
        return bool(self.states)

    def sign(self, sign: str) -> None:
        if sign == "*":
            self.is_starred = True
        elif sign in _ENDS:
            self.end_line()
        elif self.to_skip:
            self.to_skip -= 1
        else:
            self.add(_SIGNS.get(sign, ""))

    def control(self, word: str, value: str | None) -> int:
        """A control word; how many characters behind it are bytes."""
        number = None if value is None else int(value)
        is_off = number == 0
        starred, self.is_starred = self.is_starred, False
        if word == "bin":
            return max(number or 0, 0)
        if word in _PRINTED:
            self.state = replace(self.state, is_data=False)
        elif word in _DATA or (starred and word not in _KNOWN):
            self.state = replace(self.state, is_data=True)
            self.in_fonts = len(self.states) if word == "fonttbl" else self.in_fonts
        elif word in _LABELS:
            self.state = replace(self.state, label=True)
        elif word in _NOTES:
            self.state = replace(self.state, note=True)
        elif word == "ansicpg" and number:
            self.charset = _codec(number) or self.charset
        elif word in _CHARSETS:
            self.charset = _CHARSETS[word]
        elif word == "f":
            self.state = replace(self.state, font=number)
        elif word == "fcharset" and self.in_fonts and self.state.font is not None and number is not None:
            self.fonts[self.state.font] = _FONT_CHARSETS.get(number, "")
        elif word == "uc" and number is not None:
            self.state = replace(self.state, skipped=max(number, 0))
        elif word == "u" and number is not None:
            self.add(chr(number % 0x10000))
            self.to_skip = self.state.skipped
        elif word == "v":
            self.state = replace(self.state, is_hidden=not is_off)
        elif word in {"deleted", "mvf"}:
            self.state = replace(self.state, is_deleted=not is_off)
        elif word == "plain":
            self.state = replace(self.state, is_hidden=False, is_deleted=False)
        else:
            self.layout(word)
        return 0

    def layout(self, word: str) -> None:
        """A control word of paragraphs, tables and signs."""
        if word == "pard":
            self.state = replace(self.state, in_table=False)
        elif word == "intbl":
            self.state = replace(self.state, in_table=True)
        elif self.state.is_data or self.state.is_hidden or self.state.is_deleted:
            return
        elif word in {"cell", "nestcell"}:
            self.cells.append(self.taken())
        elif word in {"row", "nestrow"}:
            self.end_row()
        elif word in _ENDS:
            self.end_line()
        elif word in _SIGNS:
            self.add(_SIGNS[word])

    def bytes(self, data: bytes) -> None:
        if self.to_skip:
            skipped = min(self.to_skip, len(data))
            self.to_skip -= skipped
            data = data[skipped:]
        if data:
            font = self.fonts.get(self.state.font, "") if self.state.font is not None else ""
            self.add(data.decode(font or self.charset, "replace"))

    def add(self, words: str) -> None:
        state = self.state
        if state.is_data or state.is_hidden or state.is_deleted:
            return
        if state.note:
            self.of_note.append(words)
        elif state.label:
            self.label.append(words)
        else:
            self.words.append(words)

    def taken(self) -> str:
        """The words of a paragraph or cell, with its number."""
        label, words = "".join(self.label).strip(), "".join(self.words)
        self.label.clear()
        self.words.clear()
        return f"{label} {words}" if label else words

    def end_line(self) -> None:
        """End a paragraph; inside a cell, which is part of a line, add a space."""
        if self.state.note:
            self.of_note.append(" ")
        elif self.state.in_table and (self.words or self.cells):
            self.words.append(" ")
        else:
            label, words = "".join(self.label), "".join(self.words)
            self.label.clear()
            self.words.clear()
            self.lines += labelled(label, words)

    def end_row(self) -> None:
        if not self.cells:
            return
        rest = self.taken()
        if rest.strip():
            self.cells.append(rest)
        self.lines += [row_of(self.cells)]
        self.cells.clear()


@cache
def _codec(page: int) -> str | None:
    """The name of the codec of a code page; ``None`` for one that is not known."""
    name = "utf-8" if page == 65001 else f"cp{page}"
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name


_FONT_CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    161: "cp1253",
    162: "cp1254",
    186: "cp1257",
    204: "cp1251",
    238: "cp1250",
    255: "cp850",
}
"""Charsets of fonts whose letters are one byte each."""

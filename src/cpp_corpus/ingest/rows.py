"""Articles as the rows of a table, under the column names that published tables have.

============  ==========================================================================================
value         columns, the first that has a value
============  ==========================================================================================
words         ``texteHtml``, ``bloc_textuel``, ``texte``, ``text``, ``contenu``, ``chunk_text``
number        ``num``, ``number``, ``numero``
act           ``title_main``, ``titrefull``, ``code_name``, ``full_title``, ``source``, ``code``, ``ref``, ``act``;
              ``cidTexte``
state         ``etat``, ``status``
dates         ``dateDebut``, ``date_debut``, ``start_date``; ``dateFin``, ``date_fin``, ``end_date``
notes         ``notaHtml``, ``nota``
divisions     ``fullSectionsTitre``, ``subtitles``; ``sectionParentTitre``
identifiers   ``id``, ``id_legifrance``, ``doc_id``, ``url``; ``cid``; ``cidTexte``; ``sectionParentId``; ``nor``
chunks        ``chunk_index``: rows of one identifier are parts of one article
============  ==========================================================================================

Case and ``_`` do not matter, and ``article_`` may stand before each name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from html import unescape
from typing import Any

from cpp_corpus.ingest.article_data import ArticleData
from cpp_corpus.ingest.fragment import RecordPlace
from cpp_corpus.ingest.markup import has_markup
from cpp_corpus.ingest.naming import source_act, titled_division
from cpp_corpus.lang.typography import without_damage
from cpp_corpus.model.article import Division
from cpp_corpus.model.states import Value

__all__ = ["Columns", "Row", "joined", "parted"]

Row = tuple[RecordPlace, dict[str, Any]]
"""A row with its place in the file."""


class Columns:
    """The columns of a table that are known.

    >>> Columns(["num", "texteHtml", "title_main", "embedding"]).known
    ('num', 'texteHtml', 'title_main')
    >>> Columns(["num", "embedding"]).has_articles
    False
    """

    def __init__(self, names: Sequence[str]) -> None:
        """``names``: those of all columns of the table."""
        found: dict[str, str] = {}
        for prefix in ("", "article"):  # a plain name comes before one with "article"
            for name in names:
                found.setdefault(name.lower().replace("_", "").removeprefix(prefix), name)
        self.is_of_export = _OF_EXPORT.issubset(names)
        """Whether the table is one that this library itself makes, which is no source."""
        self._found = {what: tuple(found[name] for name in keys if name in found) for what, keys in _KNOWN.items()}

    @property
    def known(self) -> tuple[str, ...]:
        """The names of those that are used, in the order of the alphabet."""
        return tuple(sorted({name for names in self._found.values() for name in names}))

    @property
    def has_articles(self) -> bool:
        """Whether the rows may be articles: they have words, and a number or an identifier."""
        return bool(self._found["words"] and (self._found["number"] or self._found["id"]))

    @property
    def has_numbers(self) -> bool:
        """Whether the rows have words and a number, as articles and much else."""
        return bool(self._found["words"] and self._found["number"])

    @property
    def has_law(self) -> bool:
        """Whether the rows are articles of the law for certain: they have words, a number, and an act, state or day."""
        of_law = ("act", "text_id", "state", "start")
        return self.has_numbers and any(self._found[what] for what in of_law)

    @property
    def has_chunks(self) -> bool:
        """Whether the rows may be parts of articles."""
        return bool(self._found["chunk"] and self._found["id"])

    def key(self, row: Mapping[str, Any]) -> str | None:
        """The identifier of the article that a row is of."""
        return self._text(row, "document") or self._text(row, "id")

    def chunk(self, row: Mapping[str, Any]) -> int:
        """The position of a part in its article."""
        value = self._value(row, "chunk")
        return int(value) if isinstance(value, int | float) or str(value).isdigit() else 0

    def number(self, row: Mapping[str, Any]) -> str | None:
        """The number of a row."""
        return _number_of(self._text(row, "number"))

    def words(self, row: Mapping[str, Any]) -> str | None:
        """The words of a row."""
        return self._text(row, "words")

    def article(self, row: Mapping[str, Any], place: RecordPlace, words: str | None = None) -> ArticleData:
        """The article of a row; ``words`` are those of all its rows, where it has several."""
        title, text_id = self._act(row)
        return ArticleData(
            place=place,
            act=source_act(title, text_id),
            number=self.number(row),
            words=_html(words or self.words(row)),
            note=self._text(row, "note"),
            others=tuple(filter(None, [self._text(row, "other")])),
            state=self._text(row, "state"),
            start=_day(self._value(row, "start")),
            end=_day(self._value(row, "end")),
            divisions=self._divisions(row),
            ids=tuple(self._ids(row, text_id)),
        )

    def _act(self, row: Mapping[str, Any]) -> tuple[str | None, str | None]:
        text_id = self._text(row, "text_id")
        for name in self._found["act"]:
            if title := _text_of(row.get(name)):
                bare = _ARTICLE.split(title)[0].strip()
                if source_act(bare, text_id):
                    return bare, text_id
        return None, text_id

    def _divisions(self, row: Mapping[str, Any]) -> tuple[Division, ...]:
        titles = unescape(self._text(row, "divisions") or "")
        return tuple(titled_division(title) for title in re.split(r"\s+[>›]\s+", titles) if title.strip())

    def _ids(self, row: Mapping[str, Any], text_id: str | None) -> Iterator[tuple[str, str | None]]:
        values = [_text_of(row.get(name)) for name in (*self._found["id"], *self._found["document"])]
        found = next((match[0] for value in values if value and (match := _IDENTIFIER.search(value))), None)
        if found:
            yield found[:8].lower(), found
        yield "cid", self._text(row, "cid")
        for value in (text_id, self._text(row, "section")):
            if value and _IDENTIFIER.fullmatch(value):
                yield value[:8].lower(), value
        yield "nor", self._text(row, "nor")

    def _value(self, row: Mapping[str, Any], what: str) -> Any:
        found = (row.get(name) for name in self._found[what])
        return next((value for value in found if value is not None and value != ""), None)

    def _text(self, row: Mapping[str, Any], what: str) -> str | None:
        return next((text for name in self._found[what] if (text := _text_of(row.get(name)))), None)


def joined(parts: Sequence[str]) -> str:
    """The words of an article from its parts, in order; what a part repeats of the one before is left out.

    >>> joined(["Le meunier moud le grain.", "moud le grain. Il dort.", "Il dort."])
    'Le meunier moud le grain. Il dort.'
    """
    found, before = "", ""
    for part in parts:
        if part not in before:
            overlap = _overlap(before, part)
            found += ("" if overlap or not found else "\n") + part[overlap:]
        before = part
    return found


def parted(columns: Columns, rows: Iterable[Row]) -> list[ArticleData]:
    """The articles of rows that are parts of them."""
    parts: dict[str, list[tuple[int, str]]] = {}
    first: dict[str, Row] = {}
    for place, row in rows:
        key = columns.key(row) or f"row {place.line}"
        first.setdefault(key, (place, row))
        parts.setdefault(key, []).append((columns.chunk(row), columns.words(row) or ""))
    whole = {key: joined([words for _, words in sorted(found)]) for key, found in parts.items()}
    return [columns.article(row, place, whole[key]) for key, (place, row) in first.items()]


# ---------------------------------------------------------------------------------------------------------------------

_LEAST = 8  # characters that two parts have in common where one repeats the other
_OF_EXPORT = frozenset(("source_path", "source_format"))
_IDENTIFIER = re.compile(r"(?:LEGI|JORF|KALI)(?:ARTI|TEXT|SCTA)[0-9]{12}")
_NOTHING = frozenset(("nan", "NaN", "None", "null", "NULL", "<NA>", "NaT"))
"""What programs write for a value that is missing."""
_OTHER_DAY = re.compile(
    r"(?P<day>\d\d)/(?P<month>\d\d)/(?P<year>\d{4})(?: 00:00(?::00)?)?"
    r"|(?P<year2>[12]\d{3})(?P<month2>0[1-9]|1[0-2])(?P<day2>[0-3]\d)"
)
"""A day as spreadsheets in French show it, or without hyphens."""
_ARTICLE = re.compile(r",?\s+(?:-\s+)?art(?:icle|\.)\s", re.IGNORECASE)
_KNOWN = {
    "words": ("textehtml", "bloctextuel", "texte", "text", "contenu", "chunktext"),
    "number": ("num", "number", "numero"),
    "act": ("titlemain", "titrefull", "codename", "fulltitle", "source", "code", "ref", "act"),
    "text_id": ("cidtexte", "idtexte"),
    "state": ("etat", "status"),
    "start": ("datedebut", "startdate"),
    "end": ("datefin", "enddate"),
    "note": ("notahtml", "nota"),
    "other": ("surtitre",),
    "divisions": ("fullsectionstitre", "subtitles", "sectionparenttitre"),
    "document": ("docid",),
    "id": ("id", "idlegifrance", "docid", "url"),
    "cid": ("cid",),
    "section": ("sectionparentid",),
    "nor": ("nor",),
    "chunk": ("chunkindex",),
}


def _html(words: str | None) -> str | None:
    """Words with a tag for each end of a line, where they have no tags."""
    return words.replace("\n", "<br/>") if words and "\n" in words and not has_markup(words) else words


def _overlap(before: str, part: str) -> int:
    """How many characters at the beginning of ``part`` are the end of ``before``."""
    at = before.find(part[:_LEAST], max(len(before) - len(part), 0))
    while at >= 0:
        if before[at:] == part[: len(before) - at]:
            return len(before) - at
        at = before.find(part[:_LEAST], at + 1)
    return 0


def _text_of(value: Any) -> str | None:
    """A value as text; that of a column of numbers too."""
    if isinstance(value, str):
        words = without_damage(value).strip()
        return words if words and words not in _NOTHING else None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _number_of(words: str | None) -> str | None:
    """A number; pandas writes ``12.0`` for ``12`` where the column of another row is empty."""
    return words.removesuffix(".0") if words and words.removesuffix(".0").isdecimal() else words


def _day(value: Any) -> Value:
    if isinstance(value, datetime):
        return value.isoformat()
    if found := _OTHER_DAY.fullmatch(_text_of(value) or ""):
        return "-".join(found[part] or found[f"{part}2"] for part in ("year", "month", "day"))
    return value if isinstance(value, str | int | float | date) else None

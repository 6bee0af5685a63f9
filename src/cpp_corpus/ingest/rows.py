"""Articles as the rows of a table, under the column names that published tables have.

============  ==========================================================================================
value         columns, the first that has a value
============  ==========================================================================================
words         ``texteHtml``, ``bloc_textuel``, ``texte``, ``text``, ``contenu``, ``chunk_text``
number        ``num``, ``number``, ``numero``; behind the act in ``ref``
act           ``title_main``, ``titrefull``, ``code_name``, ``full_title``, ``source``, ``code``, ``ref``, ``act``;
              ``cidTexte``; ``idcc``
state         ``etat``, ``status``; ``en vigueur``, with ``oui`` or ``non``
dates         ``dateDebut``, ``date_debut``, ``start_date``; ``dateFin``, ``date_fin``, ``end_date``
notes         ``notaHtml``, ``nota``
divisions     ``fullSectionsTitre``, ``subtitles``; ``sectionParentTitre``; ``livre``, ``titre``, ``chapitre`` …
identifiers   ``id``, ``id_legifrance``, ``doc_id``, ``url``; ``cid``; ``cidTexte``; ``sectionParentId``; ``nor``
chunks        ``chunk_index``: rows of one identifier are parts of one article
alinéas       ``alinea``, ``n° alinéa``, where all are numbers: rows of one number are those of one article
============  ==========================================================================================

People give columns names of their own: ``N° article``, ``Contenu``, ``État``, ``Date de début``. Case, accents, blanks,
signs and small words do not matter, and ``article`` may stand before or behind each name. A table with names that other
tables have, too, is one of articles if its rows say so: see :meth:`Columns.are_law`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from html import unescape
from typing import Any

from cpp_corpus.ingest.adapter import RawFile, RefusedError
from cpp_corpus.ingest.address import place_of
from cpp_corpus.ingest.article_data import ArticleData, Unread
from cpp_corpus.ingest.fragment import RecordPlace
from cpp_corpus.ingest.markup import has_markup
from cpp_corpus.ingest.naming import member_name, number_printed, source_act, titled_division
from cpp_corpus.ingest.other_records import CONVERSATION, Signs, other_title, signs_of
from cpp_corpus.ingest.other_texts import refuse_kind
from cpp_corpus.ingest.page_words import agreement_number, is_agreement
from cpp_corpus.ingest.path_acts import act_by_names
from cpp_corpus.ingest.row_facts import Habits, Said, cell_text, habits_of, read_day, read_state, unread_facts
from cpp_corpus.lang.acts import ACTS, by_abbreviation
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.typography import without_damage
from cpp_corpus.limits import check
from cpp_corpus.model.article import Division
from cpp_corpus.model.counting import counted
from cpp_corpus.model.document import Draft
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.span import Span

__all__ = [
    "EXPECTED",
    "KNOWS",
    "NO_LAW",
    "NO_WORDS",
    "Columns",
    "Row",
    "act_above",
    "act_named",
    "articles_of",
    "columns_of",
    "drafts_of",
    "is_number_of_law",
    "joined",
    "parted",
    "refuse_others",
    "rows_named",
]

EXPECTED = (
    "words (texteHtml, texte, contenu), numbers (num, numéro, article), acts (title_main, code, titre), and if there"
    " are any, états, dates de début and de fin"
)
"""The columns of a table of articles, for messages."""

KNOWS = ("act", "number", "state", "dates", "divisions", "notes", "ids")
"""What the columns say of an article: ``knows`` of the formats with these tables."""

NO_LAW = RefusedError(
    "a table of words and numbers, without a sign that it is law",
    "If it is law, give its act (`--act code-civil`), add a column with the title of the act in full (title_main,"
    " code), the state (etat) or the first day (dateDebut), or write the numbers as “Article 5”.",
)
"""Why a table is not read whose rows may be anything."""
NO_WORDS = RefusedError(
    "a table of citations or titles: most of its rows have no sentences, as articles have",
    "If the words of the articles are in another column, call it “texte”.",
)
"""Why a table is not read that names articles, and does not have their words."""
_NO_TEXTS = RefusedError(
    "a table of articles whose words are objects", "Write the words of each as a text, or as a list of its alinéas."
)
_ENDS = frozenset(".;:!?»)")
_SHORT, _LONG = 40, 100  # characters of words that may be a title, and that are a sentence whatever they end with

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
        self.names = tuple(names)
        """All of them."""
        self.is_of_export = _OF_EXPORT.issubset(names)
        """Whether the table is one that this library itself makes, which is no source."""
        spelled = _spelled(names)
        self.signs: Signs = signs_of(self.names)
        """The columns that may say that the rows are no articles."""
        self._published = {what for what, keys in _KNOWN.items() if any(key in spelled for key in keys)}
        self._found = {
            what: tuple(spelled[key] for key in (*keys, *_ALSO.get(what, ())) if key in spelled)
            for what, keys in _KNOWN.items()
        }
        self._act_names = {spelled[key] for key in _TITLES if key in spelled}
        if len(self._found["words"]) > 1:
            weak = {spelled[key] for key in _WEAK if key in spelled}
            self._found |= {"words": tuple(name for name in self._found["words"] if name not in weak)}
        self._titled = self._found["words"][:1] if len(self._found["words"]) > 1 and not self._found["act"] else ()
        numbers = self._found["number"]
        if not self._found["words"] and len(numbers) > 1 and numbers[-1] == spelled.get("article"):
            self._found |= {"number": numbers[:-1], "words": numbers[-1:]}

    @property
    def known(self) -> tuple[str, ...]:
        """The names of those that are used, in the order of the alphabet."""
        used = (names for what, names in self._found.items() if what not in {"author", "kind"})
        return tuple(sorted({name for names in used for name in names}))

    @property
    def has_articles(self) -> bool:
        """Whether the rows may be articles: they have words, and a number or an identifier, by published names."""
        return "words" in self._published and not self._published.isdisjoint(("number", "id"))

    @property
    def has_numbers(self) -> bool:
        """Whether the rows have words and a number, as articles and much else."""
        return bool(self._found["words"] and (self._found["number"] or self._found["cited"]))

    @property
    def has_words(self) -> bool:
        """Whether there is a column of words."""
        return bool(self._found["words"])

    @property
    def has_number(self) -> bool:
        """Whether there is a column of numbers."""
        return bool(self._found["number"] or self._found["cited"])

    @property
    def has_validity(self) -> bool:
        """Whether there is a column of states or days."""
        return any(self._found[what] for what in ("state", "start", "end"))

    def is_dated(self, row: Mapping[str, Any]) -> bool:
        """Whether a row has a state or a first day, or an end."""
        return any(self._text(row, what) for what in ("state", "start", "end"))

    def without_version(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """What a row says of its article, and not of one version only.

        >>> Columns(["num", "texte", "etat"]).without_version({"num": "1", "texte": "Il dort.", "etat": "VIGUEUR"})
        {'num': '1'}
        """
        of_version = {name for what in _OF_VERSION for name in self._found[what]} - set(self._found["number"])
        return {name: value for name, value in row.items() if name not in of_version}

    def names_article(self, row: Mapping[str, Any]) -> bool:
        """Whether a row has words, and its act stands with the number of an article.

        >>> Columns(["title", "text"]).names_article({"title": "Code des vents, article 3", "text": "Le vent souffle."})
        True
        """
        return bool(self._found["words"] and self.number(row))

    @property
    def has_law(self) -> bool:
        """Whether the rows are articles of the law by published names: words, a number, and an act, state or day."""
        of_law = ("text_id", "state", "start")
        named = bool(self._act_names) or not self._published.isdisjoint(of_law)
        return named and {"words", "number"} <= self._published

    def are_law(self, rows: Sequence[Mapping[str, Any]]) -> bool:
        """Whether most of ``rows`` have what only articles of the law have.

        That is an act, a state, an identifier or a number such as ``L. 112-1``.

        >>> columns = Columns(["N°", "Contenu", "Titre"])
        >>> columns.are_law([{"N°": "1", "Contenu": "Le vent souffle.", "Titre": "Code des vents"}])
        True
        >>> columns.are_law([{"N°": "1", "Contenu": "Quel temps fait-il ?", "Titre": "Questions"}])
        False
        """
        return sum(map(self._is_law, rows)) * 2 > len(rows)

    def _is_law(self, row: Mapping[str, Any]) -> bool:
        number, title = self.number(row), self.act(row)[0]
        if title or self._state(row).word or self._has_identifier(row):
            return True
        if self._agreement(row) or any(map(is_agreement, self.titles(row))):
            return True
        return number is not None and _OF_LAW.match(number) is not None

    def _has_identifier(self, row: Mapping[str, Any]) -> bool:
        return any(map(_IDENTIFIER.search, self._names(row)))

    def other_kind(self, row: Mapping[str, Any]) -> str | None:
        """What a row is that is no article of an act of France, by its title or other columns; ``None`` of others.

        >>> Columns(["ecli", "num", "texte"]).other_kind({"ecli": "ECLI:FR:CCASS:2031:C100012", "num": "12"})
        'a judgment or a decision, the articles of which are of no act'
        """
        title = next(self.titles(row), None)
        if not title and not self.signs.found and not self._found["author"]:
            return None
        if self._has_identifier(row):
            return None
        kind = title and other_title(title)
        if kind is None and self._text(row, "author") and not self._found["number"]:
            return CONVERSATION
        return kind or (self.signs.kind(row, has_act=self.act(row)[0] is not None) if self.signs.found else None)

    def are_words(self, rows: Sequence[Mapping[str, Any]]) -> bool:
        """Whether most of ``rows`` that have words have sentences, as articles do, not names, titles or subjects.

        >>> columns = Columns(["Article", "Texte"])
        >>> columns.are_words([{"Article": "L1", "Texte": "Le vent souffle sur le moulin."}])
        True
        >>> columns.are_words([{"Article": "L1", "Texte": "Code des vents"}, {"Article": "L2", "Texte": "bonne foi"}])
        False
        """
        words = [words for row in rows if (words := self.words(row))]
        return sum(map(_is_sentence, words)) * 2 > len(words)

    def unread(self, path: str, others: Iterable[str] = ()) -> list[Finding]:
        """The finding on the columns that are not used, and on ``others``; ``path`` is that of the file."""
        names = dict.fromkeys([*(name for name in self.names if name not in self.known), *others])
        others = [without_damage(name).strip() for name in names if name.strip() and not _INDEX.fullmatch(name)]
        if not others:
            return []
        more = f" and {len(others) - _SHOWN} others" if len(others) > _SHOWN else ""
        message = f"Columns of the table that are not read: {', '.join(others[:_SHOWN])}{more}. {_ARE_READ}"
        return [Finding.build(FindingCode.UNREAD_COLUMNS, message, path=path)]

    @property
    def has_chunks(self) -> bool:
        """Whether the rows may be parts of articles."""
        return bool(self._found["chunk"] and self._found["id"])

    def is_division(self, row: Mapping[str, Any]) -> bool:
        """Whether a row is a division and no article, by a column of kinds.

        >>> Columns(["type", "num", "texte"]).is_division({"type": "Section", "num": "1", "texte": "Du vent"})
        True
        """
        kind = self._text(row, "kind")
        return kind is not None and member_name(kind).removesuffix("s") in _DIVISIONS

    def is_of_kind_article(self, row: Mapping[str, Any]) -> bool:
        """Whether a column of kinds says that a row is an article."""
        kind = self._text(row, "kind") if self._found["kind"] else None
        return kind is not None and member_name(kind).startswith("article")

    def are_alineas(self, rows: Sequence[Mapping[str, Any]]) -> bool:
        """Whether the rows are alinéas of articles, by a column of their numbers in the article.

        >>> columns = Columns(["num", "alinea", "texte"])
        >>> columns.are_alineas([{"num": "1", "alinea": "1", "texte": "Le vent."}, {"num": "1", "alinea": 2}])
        True
        """
        if not rows or not (self._found["alinea"] and self._found["number"]):
            return False
        values = (self._text(row, "alinea") for row in rows)
        return all(value and value.isdecimal() for value in values)

    def joined_alineas(self, rows: Sequence[Row]) -> list[Row]:
        """A row for each article whose alinéas are ``rows``, with these as a list in the order of their numbers."""
        whole: dict[tuple[object, ...], list[Row]] = {}
        for place, row in rows:
            named = [value for value in self._names(row) if _IDENTIFIER.search(value)]
            key = (*self.act(row), self.number(row), self._text(row, "start"), *named)
            whole.setdefault(key, []).append((place, row))
        name = self._found["words"][0]
        for found in whole.values():
            found.sort(key=lambda each: int(self._text(each[1], "alinea") or 0))
        return [
            (min(place for place, _ in found), {**found[0][1], name: [self.words(row) for _, row in found]})
            for found in whole.values()
        ]

    def key(self, row: Mapping[str, Any]) -> str | None:
        """The identifier of the article that a row is of."""
        return self._text(row, "document") or self._text(row, "id")

    def chunk(self, row: Mapping[str, Any]) -> int:
        """The position of a part in its article."""
        value = self._value(row, "chunk")
        return int(value) if isinstance(value, int | float) or str(value).isdigit() else 0

    def number(self, row: Mapping[str, Any]) -> str | None:
        """The number of a row: in a column of its own, or beside the title of its act, ``Code des vents, art. 3``."""
        printed = _number_of(self._printed(row))
        values = [printed] if printed else [cell_text(row.get(name)) for name in self._found["act"]]
        if printed and _DAY_OF_NUMBER.fullmatch(printed):
            return None
        cited = next((found for value in values if value and (found := _cited(value))), None)
        return cited[1] if cited else printed or self._referred(row)

    def _printed(self, row: Mapping[str, Any]) -> str | None:
        """The number in the columns of numbers; beside that of the row, the one of the article."""
        found = {name: text for name in self._found["number"] if (text := _number_text(row.get(name)))}
        number = next(iter(found.values()), None)
        if len(found) > 1:
            readable = {name: text for name, text in found.items() if number_printed(text)}
            of_law = (text for text in readable.values() if is_number_of_law(text))
            of_article = (text for name, text in readable.items() if "article" in member_name(name))
            number = next(of_law, None) or next(of_article, None) or next(iter(readable.values()), number)
        return f"{self._letter(row, number)}{number}" if number and number[0].isdecimal() else number

    def _letter(self, row: Mapping[str, Any], number: str) -> str:
        """The letter of a number in a column of its own, ``L`` or ``R*``; one of kinds has that of ``112-1``."""
        parts = [name for name in self._found["levels"] if member_name(name) == "partie"]
        others = [*self._found["kind"], *parts] if _CODIFIED.fullmatch(number) else []
        values = (cell_text(row.get(name)) for name in (*self._found["prefix"], *others))
        return next((value for value in values if value and _LETTER.fullmatch(value)), "")

    def _unread_number(self, row: Mapping[str, Any]) -> Iterator[Unread]:
        """The day that a spreadsheet has made of a number, ``1-3``."""
        for name in self._found["number"]:
            if (text := _number_text(row.get(name))) and _DAY_OF_NUMBER.fullmatch(text):
                yield Unread("number", name, text)

    def _referred(self, row: Mapping[str, Any]) -> str | None:
        """The number alone in a column of references, ``L. 112-1``."""
        value = self._text(row, "cited")
        return value if value and is_number_of_law(value) and number_printed(value) else None

    def words(self, row: Mapping[str, Any]) -> str | None:
        """The words of a row; a number is none, the texts of a list are alinéas."""
        texts = [text for name in self._found["words"] if (text := _words_of(row.get(name)))]
        is_title = len(texts) > 1 and self._titled and (act_named(texts[0]) if len(texts[0]) < _LONG else None)
        return next(iter(texts[1:] if is_title else texts), None)

    def unread_words(self, row: Mapping[str, Any]) -> Iterator[Unread]:
        """What is in a column of words and is neither a text nor a list of texts, where the row has no words."""
        if self.words(row) is None:
            for name in self._found["words"]:
                if isinstance(value := row.get(name), dict | list) and value:
                    yield Unread("text", name, _shown(value))

    def titles(self, row: Mapping[str, Any]) -> Iterator[str]:
        """The titles of acts in a row, as they are printed."""
        values = (cell_text(row.get(name)) for name in (*self._found["act"], *self._titled))
        return (title for title in values if title and len(title) < _LONGEST_TITLE)

    def article(
        self, row: Mapping[str, Any], place: RecordPlace, habits: Habits, words: str | None = None
    ) -> ArticleData:
        """The article of a row of a table with ``habits``; ``words`` are those of all its rows, if it has several."""
        title, text_id = self.act(row)
        state = self._state(row, habits)
        start, end = (read_day(self._named(row, what)[1], habits) for what in ("start", "end"))
        unread = (
            Unread("state" if what == "state" else "day", *self._shown(row, what))
            for what, found in (("state", state), ("start", start), ("end", end))
            if not found.is_read
        )
        return ArticleData(
            place=place,
            act=source_act(title, text_id) or self._agreement(row),
            number=self.number(row),
            words=_html(words or self.words(row)),
            is_several=self._is_several(row),
            note=self._text(row, "note"),
            others=tuple(filter(None, [self._text(row, "other")])),
            state=state.word,
            start=start.value or state.start,
            end=end.value or state.end,
            divisions=self.divisions(row),
            ids=tuple(self._ids(row, text_id)),
            unread=(*self.unread_words(row), *self._unread_number(row), *unread),
        )

    def habits(self, rows: Iterable[Mapping[str, Any]], day_zero: date | None = None) -> Habits:
        """How ``rows`` write states and days; ``day_zero`` is that of a spreadsheet."""
        states, days = [], []
        for row in rows:
            states.append(self._named(row, "state")[1])
            days += [self._named(row, what)[1] for what in ("start", "end")]
        return habits_of(states, days, day_zero)

    def _state(self, row: Mapping[str, Any], habits: Habits | None = None) -> Said:
        name, value = self._named(row, "state")
        return read_state(value, habits or Habits(), is_answer=member_name(name) in _ANSWERED)

    def _is_several(self, row: Mapping[str, Any]) -> bool:
        """Whether a person has put the numbers of several articles in a cell; Légifrance has articles with two."""
        number = None if self.has_law else self.number(row)
        return bool(number and _SEVERAL.search(number)) and not any(map(_IDENTIFIER.search, self._names(row)))

    def act(self, row: Mapping[str, Any]) -> tuple[str | None, str | None]:
        """The title of the act of a row, and its identifier."""
        text_id = self._text(row, "text_id")
        for name in (*self._found["act"], *self._titled):
            words = cell_text(row.get(name)) or ""
            cited = _cited(words)
            title = _title_of(cited[0] if cited else words)
            act = source_act(title, text_id) if title else None
            if act and (text_id or name in self._act_names or _is_surely_law(act)):
                return title, text_id
        cited = _cited(self._printed(row) or "")
        return (_title_of(cited[0]) if cited else None), text_id

    def agreement_named(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The column of ``row`` with the number of a collective agreement (IDCC), and its value."""
        return {name: row[name] for name in self._found["agreement"] if cell_text(row.get(name))}

    def _agreement(self, row: Mapping[str, Any]) -> str | None:
        """The collective agreement that a row names by its number, unless its title is that of another text."""
        titles = list(self.titles(row))
        if titles and not any(map(is_agreement, titles)):
            return None
        number = (self._text(row, "agreement") or "").strip().lstrip("0")
        named = f"idcc:{number}" if number.isdecimal() else None
        return named or next(filter(None, map(agreement_number, titles)), None)

    def divisions(self, row: Mapping[str, Any]) -> tuple[Division, ...]:
        """The divisions of a row, outer to inner: of one column with all of them, or of one for each level."""
        value = self._value(row, "divisions")
        is_whole = "divisions" in self._published or isinstance(value, list) or ">" in str(value)
        if len(self._found["levels"]) > 1 and not is_whole:
            return tuple(self._levels(row))
        listed = " > ".join(filter(None, map(cell_text, value))) if isinstance(value, list) else None
        titles = unescape(listed or self._text(row, "divisions") or "")
        return tuple(titled_division(title) for title in re.split(r"\s+[>›]\s+", titles) if title.strip())

    def _levels(self, row: Mapping[str, Any]) -> Iterator[Division]:
        for name in self._found["levels"]:
            if (title := cell_text(row.get(name))) and not source_act(title):
                yield titled_division(f"{name} {title}" if _BARE_NUMBER.fullmatch(title) else title)

    def _ids(self, row: Mapping[str, Any], text_id: str | None) -> Iterator[tuple[str, str | None]]:
        found = next((match[0] for value in self._names(row) if (match := _IDENTIFIER.search(value))), None)
        if found:
            yield found[:8].lower(), found
        yield "cid", self._text(row, "cid")
        for value in (text_id, self._text(row, "section")):
            if value and _IDENTIFIER.fullmatch(value):
                yield value[:8].lower(), value
        yield "nor", self._text(row, "nor")

    def _names(self, row: Mapping[str, Any]) -> list[str]:
        """The identifiers of a row, and other values of their columns."""
        values = (cell_text(row.get(name)) for name in (*self._found["id"], *self._found["document"]))
        return [value for value in values if value]

    def _value(self, row: Mapping[str, Any], what: str) -> Any:
        return self._named(row, what)[1]

    def _named(self, row: Mapping[str, Any], what: str) -> tuple[str, Any]:
        """The first column with a value, and the value."""
        found = ((name, row.get(name)) for name in self._found[what])
        return next(((name, value) for name, value in found if value is not None and value != ""), ("", None))

    def _shown(self, row: Mapping[str, Any], what: str) -> tuple[str, str]:
        """The same for a message."""
        name, value = self._named(row, what)
        return name, _shown(value)

    def _text(self, row: Mapping[str, Any], what: str) -> str | None:
        return next((text for name in self._found[what] if (text := cell_text(row.get(name)))), None)


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


@lru_cache(maxsize=256)
def columns_of(names: tuple[str, ...]) -> Columns:
    """The columns of records with the members ``names``."""
    return Columns(names)


def drafts_of(  # noqa: PLR0913 - what stands around the rows
    columns: Columns,
    rows: Sequence[Row],
    file: RawFile,
    findings: list[Finding],
    act: str | None = None,
    *,
    day_zero: date | None = None,
) -> list[Draft]:
    """The articles of all rows of a table; ``RefusedError`` where nothing says that they are law.

    ``act`` is the id of the act that a title above the table names; rows that name none have it, or that of the names
    in the path of ``file``, which has the table. Problems are added to ``findings``. ``day_zero`` is the one from which
    a spreadsheet counts its days.
    """
    refuse_others(columns, rows)
    path = file.path
    act = act or _act_of_path(path, [number for _, row in rows if (number := columns.number(row))])
    if rows and not (act or file.act or columns.has_law or columns.are_law([row for _, row in rows])):
        raise NO_LAW
    if rows and not columns.has_law and not columns.are_words([row for _, row in rows]):
        raise _NO_TEXTS if any(True for _, row in rows for _ in columns.unread_words(row)) else NO_WORDS
    rows = _without_divisions(columns, rows, path, findings)
    if columns.are_alineas([row for _, row in rows]):
        rows = columns.joined_alineas(rows)
    found = parted(columns, rows) if columns.has_chunks else articles_of(columns, rows, day_zero)
    findings += unread_facts(found, path)
    if act:
        found = [replace(article, act=act) if article.act is None else article for article in found]
    return [draft for article in found if (draft := article.draft(path, findings))]


def _without_divisions(columns: Columns, rows: Sequence[Row], path: str, findings: list[Finding]) -> Sequence[Row]:
    """The rows that are no divisions by their kind; the finding on these is added to ``findings``."""
    if not any(columns.is_of_kind_article(row) for _, row in rows):
        return rows
    others = [place for place, row in rows if columns.is_division(row)]
    if not others:
        return rows
    message = f"{counted(len(others), 'row')} of divisions by their kind, such as “section”, were left out."
    findings.append(Finding.build(FindingCode.STRAY_LINE, message, path=path, line=others[0].line))
    return [(place, row) for place, row in rows if not columns.is_division(row)]


def articles_of(columns: Columns, rows: Sequence[Row], day_zero: date | None = None) -> list[ArticleData]:
    """An article of each row; ``day_zero`` is that of a spreadsheet."""
    habits = columns.habits((row for _, row in rows), day_zero)
    return [columns.article(row, place, habits) for place, row in rows]


def refuse_others(columns: Columns, rows: Sequence[Row]) -> None:
    """Raise ``RefusedError`` where most rows are no articles of an act of France: by its title, or other members."""
    kinds = Counter(columns.other_kind(row) for _, row in rows)
    for kind, times in kinds.most_common(1):
        if kind and times * 2 > len(rows):
            refuse_kind(kind)


def _act_of_path(path: str, printed: Sequence[str]) -> str | None:
    if act := place_of(path)[0]:
        return act
    numbers = [number.normalized for each in printed if (number := number_printed(each))]
    named = act_by_names(path, numbers)
    return named.act if named and named.act in ACTS else None


def rows_named(
    names: Sequence[str], rows: Iterable[tuple[int, Sequence[Any]]], file: RawFile, findings: list[Finding]
) -> list[Row]:
    """Rows below that of the ``names`` of the columns, each with its line; those with other cells are left out.

    The finding on these is added to ``findings``.
    """
    found: list[Row] = []
    broken = [0, 0]  # how many rows, the line of the first
    for line, cells in rows:
        check("text_size", sum(len(cell) for cell in cells if isinstance(cell, str)), "characters in one record")
        if len(cells) != len(names):
            broken = [broken[0] + 1, broken[1] or line]
            continue
        found.append((RecordPlace(line, Span(0, len(file.data))), dict(zip(names, cells, strict=True))))
    if broken[0]:
        message = (
            f"{counted(broken[0], 'row')} of the table have not as many cells as its first line, {len(names)}, and were"
            " left out. Make it again, with quotes around cells that have the sign between cells or line ends."
        )
        findings.append(Finding.build(FindingCode.TRUNCATED_PAGE, message, path=file.path, line=broken[1]))
    return found


def act_above(lines: Iterable[str]) -> str | None:
    """The id of the act that is the title in one of the lines above a table; ``None`` where none is.

    >>> act_above(["Recueil de 2031", "# Code des vents"]), act_above(["Le vent souffle."])
    ('code-des-vents', None)
    """
    titles = (_EXTRACTED.sub("", line.strip(" \t#*_:.")) for line in lines if len(line) < _LONGEST_TITLE)
    return next((act for title in titles if (act := source_act(title))), None)


def act_named(name: str) -> str | None:
    """The id of the act of which a name of something is the title, and of nothing else that is called a code.

    >>> act_named("Code des vents"), act_named("Code postal"), act_named("Feuille 1")
    ('code-des-vents', None, None)
    """
    act = source_act(name)
    return act if act and _is_surely_law(act) else None


def is_number_of_law(words: str) -> bool:
    """Whether a number is written as only those of articles of the law are.

    >>> is_number_of_law("L. 112-1"), is_number_of_law("Article 5"), is_number_of_law("5")
    (True, True, False)
    """
    return _OF_LAW.match(words.strip()) is not None


def parted(columns: Columns, rows: Iterable[Row]) -> list[ArticleData]:
    """The articles of rows that are parts of them."""
    parts: dict[str, list[tuple[int, str]]] = {}
    first: dict[str, Row] = {}
    for place, row in rows:
        key = columns.key(row) or f"row {place.line}"
        first.setdefault(key, (place, row))
        parts.setdefault(key, []).append((columns.chunk(row), columns.words(row) or ""))
    whole = {key: joined([words for _, words in sorted(found)]) for key, found in parts.items()}
    habits = columns.habits(row for _, row in first.values())
    return [columns.article(row, place, habits, whole[key]) for key, (place, row) in first.items()]


# ---------------------------------------------------------------------------------------------------------------------

_LEAST = 8  # characters that two parts have in common where one repeats the other
_OF_EXPORT = frozenset(("source_path", "source_format"))
_IDENTIFIER = Pattern(r"(?:LEGI|JORF|KALI)(?:ARTI|TEXT|SCTA)[0-9]{12}")
_ARTICLE = Pattern(r",?\s+(?:-\s+)?art(?:icle|\.)\s", re.IGNORECASE)
_OF_LAW = Pattern(r"art(?:icle\b|\.)|(?:LO|[LRDA])\.? ?\*?[0-9]+-[0-9]", re.IGNORECASE)
"""A number that only articles of the law have; other tables have numbers such as 1 and A1, too."""
_SEVERAL = Pattern(r"\d[^,;]*(?:\bet\b|\bà\b|[,;&]) ?(?:art\S* )?(?:LO|[LRDA])?[. ]{0,2}\*?\d", re.IGNORECASE)
"""The numbers of several articles."""
_LONGEST_TITLE = 300
_SHOWN = 12  # names of columns in a message
_INDEX = Pattern(r"(?:Unnamed: \d+|index|level_\d+|__index_level_\d+__)(?:\.\d+)?")
"""The names that pandas gives the column of the numbers of rows."""
_ARE_READ = f"Those that are: {EXPECTED}."
_TITLES = ("titlemain", "titrefull", "codename", "fulltitle")
"""Names of columns that have nothing but titles of acts; a “code” may be one of a shop."""
_KNOWN: dict[str, tuple[str, ...]] = {
    "words": ("textehtml", "bloctextuel", "texte", "text", "contenu", "chunktext"),
    "number": ("num", "number", "numero"),
    "act": ("titlemain", "titrefull", "codename", "fulltitle", "source", "code", "ref", "act"),
    "text_id": ("cidtexte", "idtexte"),
    "agreement": ("idcc", "noidcc", "numeroidcc", "codeidcc"),
    "state": ("etat", "status"),
    "start": (
        *("datedebut", "startdate", "datedebutvigueur", "dateentreevigueur", "datevigueur", "debutvigueur"),
        *("entreevigueur", "vigueurdepuis"),
    ),
    "end": ("datefin", "enddate", "datefinvigueur", "finvigueur"),
    "note": ("notahtml", "nota"),
    "other": ("surtitre",),
    "divisions": ("fullsectionstitre", "subtitles", "sectionparenttitre"),
    "document": ("docid",),
    "id": ("id", "idlegifrance", "docid", "url"),
    "cid": ("cid",),
    "section": ("sectionparentid",),
    "nor": ("nor",),
    "chunk": ("chunkindex",),
    "author": ("author", "auteur"),
    "prefix": ("prefixe", "prefix", "lettre", "serie"),
    "kind": ("type", "kind", "niveau", "level", "nature", "typeelement"),
    "alinea": ("alinea", "noalinea", "numalinea", "numeroalinea", "ordrealinea"),
    "cited": ("ref",),
    "levels": (),
}
"""The names that published tables have, or only those of law, as :func:`_spelled` writes them."""
_DIVISIONS = frozenset(
    (
        *("partie", "souspartie", "livre", "titre", "soustitre", "chapitre", "section", "soussection", "paragraphe"),
        *("part", "book", "title", "chapter", "subsection", "sommaire"),
    )
)
"""Kinds of divisions."""
_OF_VERSION = ("words", "state", "start", "end", "note", "other", "document", "id", "nor", "chunk")
"""What is said of one version of an article."""
_ANSWERED = ("vigueur", "envigueur", "isinforce", "inforce")
"""Columns that ask whether an article is in force."""
_ALSO: dict[str, tuple[str, ...]] = {
    "words": (
        "content",
        "body",
        "corps",
        "fulltext",
        "texteintegral",
        "textecomplet",
        "pagecontent",
        "redaction",
        "alineas",
        *("txt", "disposition", "dispositions", "redactionvigueur", "textevigueur", "texteloi"),
        "libelle",
    ),
    "number": ("no", "n", "article", "articles", "art", "noart", "numart", "numeroart"),
    "act": (
        *(
            "nomcode",
            "codenom",
            "intitulecode",
            "libellecode",
            "titrecode",
            "codetitle",
            "codetitre",
            "titreacte",
            "acttitle",
            "acte",
            "law",
            "loi",
        ),
        *(
            "lawtitle",
            "lawname",
            "nomloi",
            "titreloi",
            "texteloi",
            "titretexte",
            "nomtexte",
            "loi",
            "reference",
            "citation",
            "titre",
            "title",
        ),
        *("convention", "conventioncollective", "nomconvention", "titreconvention"),
    ),
    "state": ("statut", "state", "etatjuridique", *_ANSWERED),
    "start": (
        *("debut", "dateeffet", "datedebutvalidite", "validfrom", "versiondebut", "debutversion", "datedebutversion"),
        *("debutvalidite", "effectivedate", "versionstart"),
    ),
    "end": (
        *("fin", "dateabrogation", "datefinvalidite", "validto", "versionfin", "finversion", "datefinversion"),
        *("finvalidite", "versionend"),
    ),
    "note": ("note", "notes"),
    "divisions": ("section", "sections", "division", "divisions", "hierarchie", "chemin", "plan"),
    "cited": ("reference", "citation"),
    "levels": ("partie", "livre", "titre", "soustitre", "chapitre", "section", "soussection", "paragraphe"),
}
"""Names that people give, and other tables have, too."""
_WEAK = ("libelle",)
"""Names of columns of words that are titles where another column has words."""
_EXTRACTED = Pattern(
    r"\s*[-–—(:]\s*(?:extraction|export|[ée]tat au|version (?:consolid[ée]e )?(?:du|au|en)|mise? à jour"
    r"|derni[èe]re (?:modification|version|mise))\b.*",
    re.IGNORECASE,
)
"""What a person writes behind the title of an act above a table of its articles."""
_BEHIND = Pattern(r"(?P<act>.+?),?\s+(?:-\s+)?art(?:icle|\.)\s+(?P<number>.+)", re.IGNORECASE)
_AHEAD = Pattern(
    r"(?:art(?:icle|\.)\s+)?(?P<number>[^,;]{1,40}?)\s+(?:du|de\s+la|de\s+l['’])\s*"
    r"(?P<act>(?:code|loi|d[ée]cret|ordonnance|arr[êe]t[ée]|constitution)\b.*)",
    re.IGNORECASE,
)
_CLOSE = Pattern(r"(?P<act>Code .{3,80}?),? (?P<number>(?:(?:LO|[LRDA])[. ]{0,2})?\*?\d[\d-]*)", re.IGNORECASE)
_SHORT_AHEAD = Pattern(
    r"art(?:icle|\.)\s+(?P<number>[^,;]{1,30}?),?\s+(?P<act>[A-Z][A-Za-z.]{1,12}(?:\s[a-z]{1,8}\.)*)"
)
_DAY_OF_NUMBER = Pattern(
    r"[12]\d{3}-\d\d-\d\d(?:[T ].*)?|\d\d?/\d\d?/(?:\d\d)?\d\d"
    r"|\d{1,2}-(?:janv|f[ée]vr?|mars?|avr|apr|mai|may|juin|juil|jun|jul|ao[ûu]t|aug|sept?|oct|nov|d[ée]c|jan|feb)\.?",
    re.IGNORECASE,
)
"""A day that a spreadsheet has made of a number, as it is written."""
_CODIFIED = Pattern(r"\d{2,}-\d.*")
_LETTER = Pattern(r"(?:LO|[LRDA])\.? ?\*?", re.IGNORECASE)
_SHORTEST = 3  # letters of an abbreviation
_CODE_OF = Pattern(r"code-(?:general-)?(?:de|des|du|d)-")
_BARE_NUMBER = Pattern(r"(?:[IVXLC]+(?:er)?|[0-9]{1,3}(?:er)?)(?: (?:bis|ter|quater))?")
_AROUND = Pattern(r"\A(?:articles?(?=.)|(.+?)articles?\Z)")


def _spelled(names: Sequence[str]) -> dict[str, str]:
    """The columns by their names without case, accents, signs, small words, and ``article`` before or behind.

    >>> list(_spelled(["N° de l'article", "Date de début", "texteHtml"]))
    ['noarticle', 'datedebut', 'textehtml', 'no']
    """
    found: dict[str, str] = {}
    bare = [(member_name(name), name) for name in names]
    for key, name in bare:
        found.setdefault(key, name)
    for key, name in bare:  # a plain name comes before one with "article"
        found.setdefault(_AROUND.sub(r"\1", key), name)
    return found


def _words_of(value: Any) -> str | None:
    """The words of a cell, one with a list of alinéas too; ``None`` where it has none, or anything else.

    >>> _words_of(["Le vent souffle.", "Il tourne."]), _words_of(["Le vent.", {"n": 1}]), _words_of(12)
    ('Le vent souffle.<br/>Il tourne.', None, None)
    """
    if isinstance(value, list) and all(each is None or isinstance(each, str) for each in value):
        return "<br/>".join(_html(text) or "" for each in value if (text := cell_text(each))) or None
    return cell_text(value) if isinstance(value, str) else None


def _shown(value: Any) -> str:
    words = without_damage(str(value))
    return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"


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


@lru_cache(maxsize=1 << 12)
def _cited(words: str) -> tuple[str, str] | None:
    """The title of the act and the number of the article that ``words`` cite; ``None`` where they cite none.

    >>> _cited("Code des vents, art. 3"), _cited("Article L. 12 du code des vents"), _cited("12")
    (('Code des vents', '3'), ('code des vents', 'L. 12'), None)
    >>> _cited("art. 3 C. civ."), _cited("art. 3 A"), _cited("Code civil 3")
    (('C. civ.', '3'), None, ('Code civil', '3'))
    """
    found = _BEHIND.fullmatch(words) or _AHEAD.fullmatch(words)
    if found is None and (close := _CLOSE.fullmatch(words)) and source_act(close["act"]) in ACTS:
        found = close
    if found is None and (short := _SHORT_AHEAD.fullmatch(words)) and _title_of(short["act"]) != short["act"]:
        found = short
    if found is None or not (source_act(_title_of(found["act"])) and number_printed(found["number"])):
        return None
    return found["act"], found["number"]


def _is_sentence(words: str) -> bool:
    """Whether words are those of an article: they are long, or end as a sentence does; the title of an act is none."""
    ends = words[-1] in _ENDS or len(words) > _LONG
    return ends or (len(words) > _SHORT and source_act(words) is None)


def _title_of(words: str) -> str:
    """The title of an act, without the article behind it; its id where it is an abbreviation that means one only."""
    title = _EXTRACTED.sub("", _ARTICLE.split(words)[0].strip())
    meant = by_abbreviation(title) if "." in title or (title.isupper() and len(title) >= _SHORTEST) else ()
    return meant[0] if len(meant) == 1 else title


def _is_surely_law(act: str) -> bool:
    """Whether an id is that of an act, and not of something else that is called a code."""
    return act in ACTS or ":" in act or _CODE_OF.match(act) is not None


def _number_text(value: Any) -> str | None:
    """A number in a cell, as text."""
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else cell_text(value)


def _number_of(words: str | None) -> str | None:
    """A number; pandas writes ``12.0`` for ``12`` where the column of another row is empty."""
    return words.removesuffix(".0") if words and words.removesuffix(".0").isdecimal() else words

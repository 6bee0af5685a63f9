"""Acts by the names that people give them: ``loi ALUR``, ``loi dite « Macron »``, ``Déclaration de 1789``.

The data is in ``data/act_names.toml``, ``data/yearly_laws.toml`` and ``data/treaties.toml``; initials alone (``RGPD``,
``LCEN``) are abbreviations. The id of an act has its number, where it has one.

What is read: the nature (``loi``, ``règlement`` …) with an optional year or date, ``dite``, quotation marks, the name,
and an optional year or date after it::

    loi Sapin II            loi dite « Sapin II »       loi du 9 décembre 2016 dite Sapin II
    lois Grenelle           loi de 1881 sur la presse   loi Informatique et libertés du 6 janvier 1978

With a date and only its subject ("loi du 9 décembre 2016 relative à la transparence") an act is named by the date.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from cpp_corpus.lang.phrases import WORD, Phrases, bare, opens_word
from cpp_corpus.lang.short_dates import date_at
from cpp_corpus.lang.treaties import treaty_names
from cpp_corpus.lang.yearly_laws import yearly_laws

__all__ = ["ActByName", "KnownAct", "act_name_at", "known_act", "name_beginnings"]


class KnownAct(NamedTuple):
    """An act that has a name."""

    id: str
    date: date | None
    title: str
    """Its subject, in the words of its title; empty where the table does not have it."""

    @property
    def nature(self) -> str:
        """``loi``, ``reglement-ue`` …: the id up to its colon.

        >>> known_act("loi:2014-366").nature
        'loi'
        """
        return self.id.partition(":")[0]


class ActByName(NamedTuple):
    """A name as it stands in a text."""

    end: int
    """Where it ends, including a closing quotation mark, a year or a date; a long title ends after twelve words."""
    acts: tuple[KnownAct, ...]
    """The acts that it may mean, the likeliest first."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the acts."""
        return tuple(act.id for act in self.acts)


def act_name_at(text: str, at: int) -> ActByName | None:
    """The longest name of an act that begins at a position of folded text; ``None`` where none does.

    With a year or a date, only acts of that year or day are meant; ``None`` where no known act has that name and date.

    >>> found = act_name_at("la loi ALUR, article 7", 3)
    >>> found.end, found.ids
    (11, ('loi:2014-366',))
    >>> [act_name_at(name, 0).ids for name in ("loi Évin", "loi Evin de 1991", "loi Évin de 2020")[:2]]
    [('loi:91-32', 'loi:89-1009'), ('loi:91-32',)]
    >>> act_name_at("loi Évin de 2020", 0)
    """
    first = WORD.match(text, at)
    if first is None or not opens_word(text, at):
        return None
    noun = _NOUNS.get(bare(first[0]))
    found = None if noun is None else _behind_noun(text, first.end(), noun)
    if found is None and bare(first[0]) in _heads() and (named := _table()[""].at(text, at)) is not None:
        end, acts = named
        if text[at].isupper() or not acts[0].capital:
            found = _of_its_time(text, end, acts, None)
    return found if found is None or text[found.end - 1] not in '»"”' else _unquoted(text, at, found)


def _unquoted(text: str, at: int, found: ActByName) -> ActByName:
    """A name without its closing quotation mark, where that was opened before the name."""
    end = found.end
    if _OPENING.search(text, at, end - 1) is not None:
        return found
    while text[end - 1] in ' »"”':
        end -= 1
    return found._replace(end=end)


@cache
def name_beginnings(nature: str) -> frozenset[str]:
    """The two letters, in lower case and without accents, that may follow the first word of a name of a nature.

    A quick test whether a name may stand at "loi …", without its look-up; the nature of names alone is ``""``.

    >>> "al" in name_beginnings("loi"), "xy" in name_beginnings("loi"), "al" in name_beginnings("arrete")
    (True, False, False)
    """
    seconds = [name if noun else name.partition(" ")[2] for noun, name, _ in _names() if noun == nature]
    marks = _MARKS if nature and seconds else ()
    return frozenset((*marks, *(bare(words.lstrip('«“"')[:2]) for words in seconds if words)))


_MARKS = ("di", "de", "« ", "“", '"', "du", "lo", "or", "eu", "18", "19")
"""What may stand between a nature and a name: "dite", a year, a quotation mark."""


def known_act(ident: str) -> KnownAct | None:
    """The act of an id; ``None`` where it has no name here.

    >>> known_act("loi:78-17").date.isoformat(), known_act("loi:2030-11")
    ('1978-01-06', None)
    """
    row = _by_id().get(ident)
    return None if row is None else row.act


# ---------------------------------------------------------------------------------------------------------------------

_NOUNS = {
    "loi": "loi", "lois": "loi", "l": "loi", "ordonnance": "ordonnance", "ordonnances": "ordonnance",
    "decret": "decret", "decrets": "decret", "reglement": "reglement-ue", "reglements": "reglement-ue",
    "directive": "directive-ue", "directives": "directive-ue",
}  # fmt: skip
_NATURES = frozenset(_NOUNS.values())
_TITLE_WORDS = 6  # of a title that is a name
_READ_WORDS = 12  # of a longer title
_Time = tuple[int, date | None]
"""A year, and the day where it is known."""


class _Row(NamedTuple):
    act: KnownAct
    capital: bool
    names: tuple[str, ...]
    alone: tuple[str, ...]
    subjects: tuple[str, ...] = ()


def _behind_noun(text: str, at: int, noun: str) -> ActByName | None:
    """The name after ``loi``, with the words between."""
    time: _Time | None = None
    between = _between().match(text, at)
    if between is None:
        return None
    end = between.end()
    if between["year"]:
        time = int(between["year"]), None
    elif between["of"] and (day := date_at(text, end)) is not None:
        time = day.day.year, day.day
        after = _dubbed().match(text, day.end)
        if after is None or after["dubbed"] is None:  # a date and a subject: named by its date
            return None
        end = after.end()
    elif between["of"]:
        end = between.start("of")
    named = _table()[noun].at(text, end)
    if named is None and time is not None and between["year"]:  # "loi de 1901": the year is the name
        begin = between.start("behind")
        while text[begin : begin + 1].isspace():
            begin += 1
        named = _table()[noun].at(text, begin)
        time = None
    found = None if named is None else _of_its_time(text, *named, time)
    if found is None or _RANK_BEHIND.match(text, found.end) is not None:
        return None
    return _titled(text, found, noun)


_TITLE_BEHIND = re.compile(
    r"\s(?:relati(?:ve|f)s?\s(?:à\sla\s|aux?\s|à\s(?:l')?)|(?:sur|portant|concernant|réglementant|instituant)\s)"
    r"(?P<title>[^.;:,()\n]{3,80})"
)
_CONTENT, _STEM = 5, 6  # characters of a word that says something; of it those that another form of it shares


_RANK_BEHIND = re.compile(r"\s(?:I{1,3}|IV|V|[2-9])(?=\s*$|[,;.)]|\s(?:(?:du|de|et|ou|est|a)\s|\(?[Aa]rt))")
"""A rank that is no part of the name, and so makes it that of another act: "loi Sapin III"."""


def _titled(text: str, found: ActByName, noun: str) -> ActByName | None:
    """A name of those acts whose title the words behind it may be: "loi de 1905 relative aux cultes".

    A person's name with the whole title of another act is none: "loi Badinter sur la peine de mort".
    """
    behind = _TITLE_BEHIND.match(text, found.end)
    if behind is None:
        return found
    stems = _stems_of(behind["title"])
    acts = tuple(act for act in found.acts if not act.title or stems & _stems(act.id))
    if acts:
        return found._replace(acts=acts)
    if text[found.end - 4 : found.end].isdigit() or (stems and any(stems <= titled for titled in _titles(noun))):
        return None
    return found


@cache
def _titles(noun: str) -> tuple[frozenset[str], ...]:
    """How the words of the titles of the acts of a nature begin, those of each."""
    return tuple(frozenset(_stems_of(row.act.title)) for row in _rows() if row.act.nature == noun and row.act.title)


@cache
def _stems(ident: str) -> frozenset[str]:
    """How the words of the titles of an act begin."""
    row = _by_id()[ident]
    return frozenset(_stems_of(" ".join((row.act.title, *row.names, *row.alone, *row.subjects))))


def _stems_of(words: str) -> set[str]:
    return {bare(word)[:_STEM] for word in re.findall(r"\w+", words) if len(word) >= _CONTENT} - _OF_ANY


_OF_ANY = frozenset(("libert", "droits", "condit", "regime", "organi", "exerci", "applic", "dispos"))
"""How words begin that say nothing of what an act is about."""


def _of_its_time(text: str, end: int, rows: tuple[_Row, ...], time: _Time | None) -> ActByName | None:
    closing = _closing().match(text, end)
    end = end if closing is None else closing.end()
    of = _of_time().match(text, end)
    if of is not None and time is None:
        written = date_at(text, of.end()) if of["year"] is None else None
        if written is not None:
            time, end = (written.day.year, written.day), written.end
        elif of["year"] is not None:
            time, end = (int(of["year"]), None), of.end()
    acts = tuple(row.act for row in rows if time is None or _is_of(row.act, time))
    return ActByName(end, acts) if acts else None


def _is_of(act: KnownAct, time: _Time) -> bool:
    year, day = time
    return act.date is None or (act.date == day if day is not None else act.date.year == year)


@cache
def _between() -> re.Pattern[str]:
    """The words between nature and name: none, a year, or "du" before a date; "dite", an opening quotation mark."""
    return re.compile(
        r"(?:\.|,(?=\s{1,40}d[ite]))?(?P<behind>\s{1,40}(?:(?:organique|europ[ée]en(?:ne)?)\s{1,40})?)"
        rf"(?:(?:de\s{{1,40}})?(?P<year>1[789][0-9]{{2}}|20[0-9]{{2}})(?![0-9-]),?\s{{1,40}}|(?P<of>du\s{{1,40}}(?=[0-9])))?{_DUBBED}"
    )


_OPENING = re.compile(r"""[«"“]""")
_QUOTED = r"""[«"“]\s{0,2}"""
_SAID = r"(?:dites?|d[ée]nomm[ée]e?s?)\s{1,40}(?:loi\s{1,40})?"
_DUBBED = rf"(?P<dubbed>{_SAID}(?:{_QUOTED})?|{_QUOTED})?(?:loi\s{{1,40}})?"


@cache
def _dubbed() -> re.Pattern[str]:
    return re.compile(rf"(?:\s{{1,40}}|,\s{{1,40}}){_DUBBED}")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"""\s?[»"”]""")


@cache
def _of_time() -> re.Pattern[str]:
    return re.compile(
        r",?\s{1,40}(?:(?:de\s{1,40})?(?P<year>1[789][0-9]{2}|20[0-9]{2})(?![\w-]|[/.,][0-9])|\(?(?:du\s{1,40})(?=[0-9]))"
    )


@cache
def _rows() -> tuple[_Row, ...]:
    data = (files("cpp_corpus.lang") / "data" / "act_names.toml").read_text("utf-8")
    lines = [line for group in tomllib.loads(data).values() for line in group.splitlines() if line]
    yearly = (
        _Row(KnownAct(law.id, date.fromisoformat(law.date), law.title), capital=False, names=law.names, alone=())
        for law in yearly_laws()
    )
    return (*map(_row, lines), *yearly)


_COLUMNS = 6


def _row(line: str) -> _Row:
    """The act of a line: id, date, title, names behind its noun, names alone, what else it is known to be about."""
    columns = [column.strip() for column in line.split("|")]
    ident, day, title, names, alone, subjects = columns + [""] * (_COLUMNS - len(columns))
    act = KnownAct(ident, date.fromisoformat(day) if day else None, title)
    capital = alone.endswith("!")
    return _Row(act, capital, _parts(names), _parts(alone.removesuffix("!")), _parts(subjects))


def _parts(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(";") if name.strip())


@cache
def _heads() -> frozenset[str]:
    """The first words of the names that need no noun."""
    return frozenset(
        bare(name[: match.end()]) for noun, name, _ in _names() if not noun and (match := WORD.match(name))
    )


@cache
def _by_id() -> Mapping[str, _Row]:
    return {row.act.id: row for row in reversed(_rows())}


@cache
def _table() -> Mapping[str, Phrases[tuple[_Row, ...]]]:
    """The names after each noun; those that need no noun are under ``""``."""
    tables: dict[str, dict[str, tuple[_Row, ...]]] = {noun: {} for noun in ("", *_NATURES)}
    for noun, name, row in _names():
        rows = tables[noun].get(name, ())
        if row not in rows:
            tables[noun][name] = (*rows, row)
    return {noun: Phrases(names.items()) for noun, names in tables.items()}


def _names() -> Iterator[tuple[str, str, _Row]]:
    """Noun, name and row; of a long title its first words are the name."""
    for row in _rows():
        noun = row.act.nature
        if noun in _NATURES:
            yield from ((noun, name, row) for name in row.names)
            words = row.act.title.split(" ")
            if len(words) >= _TITLE_WORDS:
                yield noun, " ".join(words[:_READ_WORDS]).removesuffix(","), row
        yield from (("", name, row) for name in row.alone)
    for name, treaty in treaty_names().items():
        known = _by_id().get(f"traite:{treaty}")
        yield "", name, known or _Row(KnownAct(f"traite:{treaty}", None, ""), capital=False, names=(), alone=())

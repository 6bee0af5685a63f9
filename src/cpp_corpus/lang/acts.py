"""The codes of French law: titles, names in running text, abbreviations, and the article numbers they have.

The data is in ``data/acts.toml`` (the day of the law that it shows, and one row per code) and ``data/numbers.txt.xz``
(normalised article numbers): the existing numbers are evidence of which act a reference means. What
:mod:`cpp_corpus.lang.learned` has of a code comes before that.
"""

from __future__ import annotations

import lzma
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

from cpp_corpus.errors import InputError, expect
from cpp_corpus.lang.abbreviations import abbreviation
from cpp_corpus.lang.act_names import act_name_at
from cpp_corpus.lang.learned import learned_acts
from cpp_corpus.lang.natures import act_in_full
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.phrases import bare
from cpp_corpus.lang.typography import fold, plain, slug

__all__ = [
    "ACTS",
    "Act",
    "act_named",
    "act_written",
    "annex_of",
    "but_for_a_letter",
    "but_for_endings",
    "by_abbreviation",
    "by_name",
    "code_name_at",
    "codes_listed",
    "codes_with",
    "former_of",
    "formers_of",
    "glued_titles",
    "has_none_like",
    "has_number",
    "is_act_id",
    "is_letter_suffix",
    "is_lettered",
    "is_near_short_title",
    "is_near_title",
    "is_roman_suffixed",
    "is_titled_number",
    "is_word_of_title",
    "last_article",
    "numbers",
    "numbers_alike",
    "numbers_day",
    "shortened_code_at",
    "table_day",
    "whole_of",
]

_DATA = files("cpp_corpus.lang") / "data"


@dataclass(frozen=True, slots=True)
class Act:
    """A code, as Légifrance publishes it."""

    id: str
    title: str
    legitext: str
    """Its identifier; empty where it is not known."""
    state: str
    valid_from: date | None = None
    valid_to: date | None = None
    aliases: tuple[str, ...] = ()
    day: date | None = None
    """The day of the law of which its numbers are, where that is not the day of the table."""


class _Acts(Mapping[str, Act]):
    """The table of the codes, read when it is first used."""

    @cached_property
    def _rows(self) -> dict[str, Act]:
        rows: list[dict[str, Any]] = _table()["act"]
        lists = ("aliases",)
        acts = (Act(**{**row, **{key: tuple(row.get(key, ())) for key in lists}}) for row in rows)
        learned = (Act(act.id, act.title, "", "in_force") for act in learned_acts().values())
        return {act.id: act for act in learned} | {act.id: act for act in acts}

    def __getitem__(self, act: str) -> Act:
        return self._rows[act]

    def __contains__(self, act: object) -> bool:
        return act in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


ACTS: Mapping[str, Act] = _Acts()
"""All known codes, by id."""


def is_act_id(text: str) -> bool:
    """Whether ``text`` is the id of a code: of a known one, or any text that begins with ``code-``.

    >>> is_act_id("code-penal"), is_act_id("livre-ier-dispositions-generales")
    (True, False)
    """
    return text in ACTS or text.startswith("code-")


@lru_cache(maxsize=4096)
def by_name(name: str) -> tuple[str, ...]:
    """Ids of the codes with a name, the likeliest first; case, accents and spaces do not matter.

    >>> by_name("code Pénal")[0]
    'code-penal'
    >>> by_name("code des nuages")
    ()
    """
    return _names().get(_key(name), ())


def by_abbreviation(text: str) -> tuple[str, ...]:
    """Ids of the acts that an abbreviation may mean, by the one table of abbreviations.

    >>> by_abbreviation("CPP"), by_abbreviation("C. civ.")
    (('code-de-procedure-penale',), ('code-civil',))
    """
    found = abbreviation(text)
    return () if found is None else found.ids


@lru_cache(maxsize=1 << 12)
def act_written(text: str, *, short: bool = False) -> str | None:
    """The id of the code that a whole ``text`` names, in the spellings that folders and addresses use.

    Those are its id, its title in any case, with or without accents, with spaces, hyphens, underscores or nothing
    between the words, and its LEGITEXT identifier; with ``short`` also an abbreviation of three or more capitals that
    means one code only. The id of an unknown code is returned with its elided articles joined, as in ids.

    >>> [act_written(text) for text in ("code-de-l-energie", "Code pénal", "code_penal", "LEGITEXT000006070719")]
    ['code-de-lenergie', 'code-penal', 'code-penal', 'code-penal']
    >>> act_written("code-de-l-horlogerie"), act_written("CPP"), act_written("CPP", short=True), act_written("travail")
    ('code-de-lhorlogerie', None, 'code-de-procedure-penale', None)
    """
    if text in ACTS:
        return text
    if known := _writings().get(_compact(text)):
        return known
    if short and _CAPITALS.fullmatch(text):
        meant = by_abbreviation(text)
        return meant[0] if len(meant) == 1 else None
    return _ELIDED.sub(r"-\1", text) if is_act_id(text) else None


def act_named(name: str) -> str:
    """The id of the act that a user names by an id, a title, an abbreviation or a LEGITEXT identifier.

    A law, decree, order or act of the Union may be named by its nature with its number or date, or by a usual name.
    ``InputError`` with the nearest names where no act is known by that name, or where it may mean several.

    >>> act_named("Code pénal"), act_named("cpp"), act_named("loi:2019-222")
    ('code-penal', 'code-de-procedure-penale', 'loi:2019-222')
    >>> act_named("loi n° 2019-222 du 23 mars 2019"), act_named("règlement (UE) 2016/679"), act_named("loi ALUR")
    ('loi:2019-222', 'reglement-ue:2016/679', 'loi:2014-366')
    """
    expect("act", name, str)
    name = name.strip()
    if ":" in name and not any(map(str.isspace, name)):
        return name
    if known := _writings().get(_compact(name)):
        return known
    meant = by_abbreviation(name) or by_name(name)[:1] or _designated(name)
    if len(meant) > 1:
        raise InputError(f"{name!r} may mean {' or '.join(meant)}", hint="give one of these ids")
    if meant:
        return meant[0]
    typed = _compact(name)
    if is_act_id(name) and not get_close_matches(typed, _writings(), 1, _TYPING_ERROR):
        return act_written(name) or name
    near = dict.fromkeys(_writings()[each] for each in get_close_matches(typed, _writings(), 8, _NEAR))
    names = [f"{act} ({ACTS[act].title})" for act in near][:3]
    nearest = f"the nearest: {', '.join(names)}; " if names else ""
    raise InputError(f"no act is known as {name!r}", hint=f"{nearest}or give an id such as code-penal or loi:2019-222")


def code_name_at(text: str, at: int) -> tuple[int, tuple[str, ...]] | None:
    """The end of the longest name of a known code that begins at ``at``, and the ids of the codes with that name.

    Case, accents and spaces do not matter.

    >>> code_name_at("le Code  Pénal", 3), code_name_at("le code des nuages", 3)
    ((14, ('code-penal', 'code-penal-ancien')), None)
    """
    following, ids = _words_of_names()
    found = None
    while (token := _TOKEN.match(text, at)) is not None:
        printed = token[0]
        node = following.get(printed)
        if node is None:
            node = following.get(_plain_token(printed))
            if node is None:
                break
            following[printed] = node  # the next time it is found as printed
        at = token.end()
        following, ids = node
        if ids:
            found = at, ids
    return found


def is_near_short_title(word: str) -> bool:
    """Whether a word is a misspelt adjective of a title of two words, such as "Code civil".

    >>> is_near_short_title("sivil"), is_near_short_title("prévoit")
    (True, False)
    """
    return _is_near_adjective(plain(word).lower())


def is_word_of_title(word: str) -> bool:
    """Whether a word stands in the name of a code, whatever its case and accents.

    >>> is_word_of_title("Penale"), is_word_of_title("sablier")
    (True, False)
    """
    return bare(word) in _words_in_names()


@cache
def _words_in_names() -> frozenset[str]:
    return frozenset(word for name in _names() for word in re.findall(r"[^\W\d_]+", _key(name)))


@lru_cache(maxsize=1 << 12)
def _is_near_adjective(word: str) -> bool:
    return bool(get_close_matches(word, _adjectives(), 1, _NEAR_ADJECTIVE))


@cache
def _adjectives() -> tuple[str, ...]:
    titles = (plain(act.title).lower().split() for act in ACTS.values())
    return tuple(words[1] for words in titles if len(words) == 2)


@lru_cache(maxsize=1 << 10)
def is_near_title(ident: str) -> bool:
    """Whether the id of a code that is not known is one cut short, or misspelt.

    >>> is_near_title("code-du-travial"), is_near_title("code-de-la-consom"), is_near_title("code-des-sabliers")
    (True, True, False)
    >>> is_near_title("code-des-collectivites")
    True
    """
    if any(act.startswith(ident) for act in ACTS) or get_close_matches(ident, ACTS, 1, _MISSPELT):
        return True
    words = set(ident.split("-")[1:]) - _LITTLE
    return bool(words) and any(words <= set(act.split("-")) for act in ACTS if act.startswith("code-"))


_LITTLE = frozenset("d de des du en et l la le les a au aux entre".split())  # noqa: SIM905 - shorter


def but_for_endings(ident: str) -> str | None:
    """The one code whose id differs in no more than the ends of plurals and feminines; ``None`` where none does.

    >>> but_for_endings("code-des-assurance"), but_for_endings("code-penale"), but_for_endings("code-du-travial")
    ('code-des-assurances', 'code-penal', None)
    """
    meant = _without_endings().get(_ended(ident)) or _titles_without_endings().get(_ended(ident), ())
    return meant[0] if len(meant) == 1 else None


@cache
def _without_endings() -> Mapping[str, tuple[str, ...]]:
    return _grouped((_ended(act), act) for act in ACTS)


@cache
def _titles_without_endings() -> Mapping[str, tuple[str, ...]]:
    return _grouped((_ended(slug(name)), act) for name, acts in _names().items() for act in acts)


def _ended(ident: str) -> str:
    return "-".join(word.removesuffix("s").removesuffix("e") for word in ident.split("-"))


@lru_cache(maxsize=1 << 10)
def but_for_a_letter(title: str) -> tuple[str, ...]:
    """The codes of the one title from which another one differs by a letter of a long word, and maybe by endings.

    Empty where there is no such title, or several; letters that changed places are two.

    >>> but_for_a_letter("code de la consomation"), but_for_a_letter("Code du travaille")
    (('code-de-la-consommation',), ('code-du-travail',))
    >>> but_for_a_letter("code du travial"), but_for_a_letter("code du port"), but_for_a_letter("code des nuages")
    ((), (), ())
    """
    if but_for_endings(slug(title)) is not None:
        return ()
    words = slug(title).split("-")
    near = {ids for known, ids in _titles_in_words() if _is_a_letter_apart(words, known)}
    return near.pop() if len(near) == 1 else ()


@cache
def _titles_in_words() -> tuple[tuple[list[str], tuple[str, ...]], ...]:
    return tuple((slug(name).split("-"), ids) for name, ids in _names().items())


def _is_a_letter_apart(words: Sequence[str], title: Sequence[str]) -> bool:
    if len(words) != len(title):
        return False
    other = [pair for pair in zip(words, title, strict=True) if _ended(pair[0]) != _ended(pair[1])]
    if len(other) != 1:
        return False
    word, meant = other[0]
    return len(meant) >= _LONG and word[0] == meant[0] and _differ_once(_ended(word), _ended(meant))


def _differ_once(one: str, other: str) -> bool:
    """Whether one letter more, less or another one makes a word of the other."""
    same = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    at = min(len(one), len(other)) if same is None else same
    return one[at + 1 :] == other[at + 1 :] or one[at:] == other[at + 1 :] or one[at + 1 :] == other[at:]


_LONG = 6  # letters of a word that another one is hardly like


def shortened_code_at(text: str, at: int) -> tuple[int, str] | None:
    """The end of the title of a code whose words are cut short, behind "code", and the one code that has it.

    A word without a point has four letters or more, or lacks some in its middle ("cde"), and stands beside one that is
    whole, or alone behind "code", "code de la".

    >>> [shortened_code_at(name, 4) for name in ("code de proc. pénale", "code de la sécu sociale", "code de l'urba")]
    [(20, 'code-de-procedure-penale'), (23, 'code-de-la-securite-sociale'), (14, 'code-de-lurbanisme')]
    >>> [shortened_code_at(name, 4) for name in ("code édu", "code de proc.", "code de l'art", "code art")]
    [(8, 'code-de-leducation'), None, None, None]
    """
    meant: Mapping[str, tuple[str, ...]] = {}
    count, end, whole, bare, alone = 0, at, False, False, False
    while (token := _SHORTENED.match(text, end)) is not None:
        word = plain(token["word"]).lower()
        if word == _ARTICLE and _NUMBERED.match(text, token.end()) is not None:
            break  # "art. 34 C. et art. 37"
        if not count:
            meant = _title_words().get(word[:1], {})
        left = {
            act: words
            for act, words in meant.items()
            if len(words) > count
            and (
                (words[count].startswith(word) and (token["point"] or _is_cut(word, words[count])))
                or _is_contracted(word, words[count])
            )
        }
        if not count:
            alone = (token["small"] or "d")[0] in "dD" and len(word) >= _ALONE and word not in _NO_TITLE
        is_whole = _has_word(left, count, word)
        contracted = any(_is_contracted(word, words[count]) for words in left.values())
        if not left or not (len(word) >= _WHOLE or is_whole or contracted or token["point"] or (alone and not count)):
            break
        whole = whole or is_whole
        bare = bare or not (token["point"] or is_whole)
        meant, count, end = left, count + 1, token.end("word" if is_whole else "point")
    covered = [act for act, words in meant.items() if len(words) == count] if count else []
    if not covered and count > 1 and not bare and len(meant) == 1 and _MORE.match(text, end) is None:
        covered = [*meant]  # "code entrée séjour étrangers"
    return (end, covered[0]) if len(covered) == 1 and (whole or not bare or alone) else None


_ARTICLE = "art"
_NUMBERED = Pattern(r"\s?(?:[LRDA]\.?\s?\*?\s?)?[0-9]")
"""What shows a short word to be that of an article, and none of a title."""
_MORE = Pattern(r"\s+(?:(?:de (?:la |l')?|du |des |d'|et (?:de la |du |des )?)?[^\W\d_]{4,})")
"""What may be a further word of a title."""


def _is_contracted(word: str, whole: str) -> bool:
    """Whether a word has the first and the last letter of another one, and others between in its order: "cde"."""
    if not _ALONE <= len(word) < len(whole) - _CUT or (word[0], word[-1]) != (whole[0], whole[-1]):
        return False
    letters = iter(whole)
    return all(letter in letters for letter in word)


def _is_cut(word: str, whole: str) -> bool:
    """Whether a word is one of a title, or the beginning of it, and not the same in another number or gender."""
    return word == whole or len(whole) - len(word) >= _CUT


def _has_word(titles: Mapping[str, tuple[str, ...]], at: int, word: str) -> bool:
    return any(words[at] == word for words in titles.values())


@cache
def glued_titles() -> Mapping[str, str]:
    """The titles of codes by their letters without blanks and accents, in lower case.

    >>> glued_titles()["codedelenvironnement"]
    "Code de l'environnement"
    """
    titles = (known.title for known in ACTS.values() if known.title.startswith("Code "))
    return {slug(title).replace("-", ""): title for title in titles}


_ALONE, _WHOLE, _CUT = 3, 4, 3  # letters
_NO_TITLE = frozenset(("art", "arts", "par", "dit", "son", "mon", "est", "sur", "pour", "cons"))
_SMALL_WORDS = r"(?:d(?:e|u|es)|la|le|les|et|[àa]|en|au|aux|of|entre)"
_SHORTENED = Pattern(
    rf"\s+(?P<small>(?:{_SMALL_WORDS}\s+|[ldLD](?:['’]\s?|\s+)|&\s?)+)?(?!{_SMALL_WORDS}(?!\w))(?P<word>[^\W\d_]{{2,}})(?P<point>\.?)(?!\w)"
)


@cache
def _title_words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The codes with the words of their titles behind "Code", small ones aside, in lower case without accents.

    They stand under the first letter of these words.
    """
    small = re.compile(rf"{_SMALL_WORDS}|[ld]")
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for act, known in ACTS.items():
        first, *words = re.findall(r"[^\W\d_]+", plain(known.title.partition(",")[0]).lower())
        if first == "code" and not act.endswith("-ancien") and ", annexe" not in known.title:
            title = tuple(word for word in words if small.fullmatch(word) is None)
            found.setdefault("".join(title)[:1], {})[act] = title
    return found


def annex_of(act: str, numeral: str) -> str | None:
    """Id of an annex that is published as a separate code; ``None`` where the code has no such annex.

    >>> annex_of("code-general-des-impots-cgi", "III"), annex_of("code-penal", "I")
    ('code-general-des-impots-annexe-iii-cgianiii', None)
    """
    known = ACTS.get(act)
    return next(iter(by_name(f"{known.title}, annexe {numeral}")), None) if known else None


def whole_of(annex: str) -> str | None:
    """Id of the code to which an annex belongs; ``None`` for a code that is not an annex.

    >>> whole_of("code-general-des-impots-annexe-iii-cgianiii"), whole_of("code-penal")
    ('code-general-des-impots-cgi', None)
    """
    title, comma, _ = ACTS[annex].title.partition(", annexe ") if annex in ACTS else ("", "", "")
    return next(iter(by_name(title)), None) if comma else None


def codes_with(number: str) -> tuple[str, ...]:
    """Ids of the codes that have an article of this number, normalised, among those whose numbers are known.

    >>> len(codes_with("l111-1")) > 20, codes_with("9999-99")
    (True, ())
    """
    return tuple(act for act in _number_lines() if number in numbers(act))


@lru_cache(maxsize=1 << 12)
def numbers(act: str) -> frozenset[str]:
    """Normalised numbers of the articles of a code; empty where they are not known."""
    return frozenset(_number_lines().get(act, "").split())


def codes_listed() -> Mapping[str, int]:
    """How many article numbers are known of each code of which they are known.

    >>> codes_listed()["code-de-deontologie-des-architectes"]
    48
    """
    return {act: len(line.split()) for act, line in _number_lines().items()}


def table_day() -> date:
    """The day of the law that the tables of the package show."""
    day: date = _table()["day"]
    return day


def numbers_day(act: str) -> date | None:
    """The day of the law of which the list of the numbers of a code is; ``None`` where there is no list.

    >>> numbers_day("code-penal") == table_day(), numbers_day("code-des-nuages")
    (True, None)
    """
    learned = learned_acts().get(act)
    if learned is not None:
        return learned.day
    if act not in _number_lines():
        return None
    own = ACTS[act].day if act in ACTS else None
    return own or table_day()


_LAST = {
    "traite:convention-europeenne-des-droits-de-lhomme": 59,
    "traite:charte-des-droits-fondamentaux-de-lunion-europeenne": 54,
    "traite:convention-internationale-des-droits-de-lenfant": 54,
    "traite:pacte-international-relatif-aux-droits-civils-et-politiques": 53,
    "traite:charte-de-lenvironnement": 10,
    "traite:tfue": 358,
    "traite:tue": 55,
    "declaration:1789": 17,
    "constitution:1958": 89,
    "reglement-ue:2016/679": 99,
}
"""The last numbers of acts that are cited often and whose numbers are in no list."""
_PROTOCOLS = "traite:protocole-"
_LAST_OF_PROTOCOL = 20
_LEADING = re.compile(r"[0-9]+")


def last_article(act: str) -> int | None:
    """The last number of an act whose numbers are in no list; ``None`` where it is not known.

    >>> last_article("constitution:1958"), last_article("loi:1881-07-29")
    (89, None)
    """
    return _LAST_OF_PROTOCOL if act.startswith(_PROTOCOLS) else _LAST.get(act)


def _is_beyond(act: str, number: str) -> bool:
    """Whether a number is higher than the last one of an act, as far as that is known."""
    last = last_article(act) if ":" in act else None
    leading = None if last is None else _LEADING.match(number)
    return leading is not None and last is not None and int(leading[0]) > last


def has_number(act: str | None, number: str) -> bool | None:
    """Whether a code has an article; ``None`` where the package has no list of its numbers, or not all of them.

    Of a code that another one has replaced, the list has what was left of it. Of some other acts the last one is known.

    >>> has_number("code-penal", "221-1"), has_number("code-penal", "9999"), has_number("loi:1881-07-29", "24")
    (True, False, None)
    >>> has_number("code-de-procedure-civile-ancien", "464")
    """
    if act is None:
        return None
    known = numbers(act)
    if not known:
        return False if _is_beyond(act, number) else None
    return True if number in known else None if act.endswith(_OLD) else False


def numbers_alike(act: str, number: str) -> bool:
    """Whether a code has articles with the initial letter of ``number``, or without a letter where it has none.

    Behind a letter, some of them begin with as many digits, or more.

    >>> numbers_alike("code-minier", "68-21"), numbers_alike("code-minier-nouveau", "68-21")
    (True, False)
    """
    letter = _letter(number)
    most = _letters(act).get(letter)
    return most is not None and (not letter or _digits(number) <= most)


def has_none_like(act: str, number: str) -> bool:
    """Whether a code, the numbers of which are known, has neither an article number nor any that is like it.

    >>> has_none_like("code-minier-nouveau", "68-21"), has_none_like("code-minier", "9999")
    (True, False)
    """
    return has_number(act, number) is False and not numbers_alike(act, number)


def former_of(act: str) -> str:
    """The earlier code of the same name, where there was one; else ``act`` itself.

    >>> former_of("code-de-procedure-civile"), former_of("code-civil"), former_of("code-de-justice-militaire")
    ('code-de-procedure-civile-ancien', 'code-civil', 'code-de-justice-militaire')
    >>> former_of("code-minier-nouveau")
    'code-minier'
    """
    if act.endswith(_NEW):
        return act.removesuffix(_NEW)
    former = ACTS.get(f"{act}-ancien")
    return f"{act}-ancien" if former is not None and former.title.endswith(_OF_FORMER) else act


def formers_of(acts: Sequence[str]) -> tuple[str, ...]:
    """The earlier codes of those that one name means, each once.

    >>> formers_of(("code-minier-nouveau", "code-minier"))
    ('code-minier',)
    """
    return tuple(dict.fromkeys(map(former_of, acts)))


_OF_FORMER = ("(ancien)", "(1807)")
_NEW, _OLD = "-nouveau", "-ancien"


def is_roman_suffixed(number: str) -> bool:
    """Whether some code has an article whose number ends with a capital that reads as a Roman numeral.

    >>> is_roman_suffixed("204-i"), is_roman_suffixed("244-quater-x"), is_roman_suffixed("67-ii")
    (True, True, False)
    """
    return number in _roman_suffixed()


def is_lettered(number: str) -> bool:
    """Whether some code has an article of this number, which ends with letters.

    >>> is_lettered("302-bis-zk"), is_lettered("1240-cpc")
    (True, False)
    """
    return number in _lettered()


def is_letter_suffix(letters: str) -> bool:
    """Whether some code has an article whose number ends with these letters, two or more.

    >>> is_letter_suffix("zk"), is_letter_suffix("cpc")
    (True, False)
    """
    return letters in _letter_suffixes()


@cache
def _letter_suffixes() -> frozenset[str]:
    return frozenset(number.rpartition("-")[2] for number in _lettered())


def is_titled_number(number: str) -> bool:
    """Whether some code has an article with this normalised title instead of a number.

    >>> is_titled_number("du-vent-et-de-la-pluie")
    False
    """
    return f" {number} " in _all_numbers()


@cache
def _all_numbers() -> str:
    return " ".join(["", *_number_lines().values(), ""])


@cache
def _letters(act: str) -> Mapping[str, int]:
    """The letters with which numbers of an act begin, each with the most digits directly behind it."""
    counts = Counter(map(_letter, numbers(act)))
    if counts[""] * _FEW < counts.total():  # numbers that are printed without their letter by mistake
        del counts[""]
    most = dict.fromkeys(counts, 0)
    for number in numbers(act):
        if (letter := _letter(number)) in most:
            most[letter] = max(most[letter], _digits(number))
    return most


_FEW = 100  # of so many numbers of a code, one without its letter is no kind of its own


def _digits(number: str) -> int:
    found = _DIGITS.search(number)
    return 0 if found is None else len(found[0])


_DIGITS = re.compile(r"[0-9]+")


def _letter(number: str) -> str:
    return number[0] if number[:1].isalpha() else ""


@cache
def _roman_suffixed() -> frozenset[str]:
    listed = [n for n in _all_numbers().split() if "-i" in n or "-v" in n or "-x" in n]
    return frozenset(filter(_ROMAN_SUFFIX.fullmatch, listed))


@cache
def _lettered() -> frozenset[str]:
    return frozenset(number for number in _all_numbers().split() if number[-1].isalpha())


_ROMAN_SUFFIX = Pattern(r"[0-9a-z-]*(?:[0-9]|bis|ter|ies)-[ivx]+(?:-[a-z]*(?:bis|ter|ies)(?:-[a-z]{1,2})?)?")


def _designated(name: str) -> tuple[str, ...]:
    """Ids of the acts that a whole name designates by nature and number or date, or that have it as a usual name.

    >>> _designated("décret n° 2019-797"), _designated("loi Évin"), _designated("loi Évin, article 3")
    (('decret:2019-797',), ('loi:91-32', 'loi:89-1009'), ())
    """
    if known := act_in_full(name):
        return (known,)
    folded = " ".join(fold(name).split())
    named = act_name_at(folded, 0) or act_name_at(folded[:1].upper() + folded[1:], 0)
    return named.ids if named is not None and named.end == len(folded) else ()


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    return _grouped((_key(name), act.id) for act in ACTS.values() for name in (act.title, *act.aliases))


_CAPITALS = Pattern(r"[A-Z]{3,}")
_ELIDED = Pattern(r"-([ld])-(?=[aeiouyh])")
_TYPING_ERROR, _MISSPELT, _NEAR_ADJECTIVE, _NEAR = 0.92, 0.86, 0.8, 0.6  # likeness of two names, from 0 to 1


@cache
def _writings() -> Mapping[str, str]:
    """The code of each id, title and LEGITEXT identifier, and of each other unique name that begins with "code".

    The keys have letters and digits only, so that separators do not matter.
    """
    found = {_compact(act.id): act.id for act in ACTS.values()}
    for act in ACTS.values():
        found.setdefault(_compact(act.title), act.id)
        if act.legitext:
            found[_compact(act.legitext)] = act.id
    aliases = _grouped((_compact(name), act.id) for act in ACTS.values() for name in act.aliases)
    for name, owners in aliases.items():
        if len(owners) == 1 and name.startswith("code"):
            found.setdefault(name, owners[0])
    return found


def _compact(text: str) -> str:
    return "".join(filter(str.isalnum, plain(text).lower()))


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for key, act in pairs:
        if act not in groups.get(key, ()):
            groups[key] = (*groups.get(key, ()), act)
    return groups


def _key(name: str) -> str:
    """Lower case, no accents, plain apostrophes, single spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return " ".join(bare.replace("’", "'").replace("' ", "'").split())


_TOKEN = Pattern(r"(?:\s+|['’] ?)?\w+|\s+|.")
"""A word with the space or apostrophe before it, or a separator."""
_Node = tuple[dict[str, "_Node"], tuple[str, ...]]
"""The next tokens, and the ids of the codes whose name ends here."""


@cache
def _words_of_names() -> _Node:
    """The names of the codes as a tree of their words."""
    tree: _Node = ({}, ())
    for name, ids in _names().items():
        tokens = [_plain_token(token[0]) for token in _TOKEN.finditer(name)]
        following = tree[0]
        for token in tokens[:-1]:
            following = following.setdefault(token, ({}, ()))[0]
        following[tokens[-1]] = following.get(tokens[-1], ({}, ()))[0], ids
    return tree


@lru_cache(maxsize=4096)
def _plain_token(token: str) -> str:
    """A token in lower case, without accents; each white space is one space, each apostrophe a plain one."""
    return (" " if token[0].isspace() else "") + _key(token)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((_DATA / "acts.toml").read_text("utf-8"))


@cache
def _number_lines() -> Mapping[str, str]:
    text = lzma.decompress((_DATA / "numbers.txt.xz").read_bytes()).decode()
    shipped = dict(line.split("\t", 1) for line in text.split("\n"))
    return shipped | {act.id: " ".join(act.numbers) for act in learned_acts().values()}

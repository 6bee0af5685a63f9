"""Titles of divisions that a source gives without accents, apostrophes and hyphens, such as the folders of a mirror."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from cpp_corpus.lang.typography import fold, plain, slug
from cpp_corpus.model.article import Division

__all__ = ["Spellings", "division_label"]


class Spellings:
    """How texts write the words of titles; a word of which they do not make sure stays as the source has it.

    >>> texts = ["L'établissement d'une horloge est soumis à déclaration.", "Une horloge est réglée en sous-main."]
    >>> slug = "de-letablissement-dune-horloge-reglee-en-sous-main"
    >>> Spellings(texts, [slug]).title(slug)
    "De l'établissement d'une horloge réglée en sous-main"
    """

    def __init__(self, texts: Iterable[str] = (), slugs: Iterable[str] = ()) -> None:
        """Read the words of ``texts``, and how they write those that stand side by side in ``slugs``."""
        read = [fold(text) for text in texts]
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for form, count in _forms(read).items():
            for bare in {_bare(form), _bare(_LIGATURES.sub("", form))}:  # there are slugs without ligatures
                self._forms[bare][form] += count
        self._found: dict[str, tuple[str | None, float]] = {}
        pairs = {pair for each in slugs for pair in _pairs(each)}
        whole = _ascii(read) if pairs else ""
        self._joined = _compounds(read, whole, pairs)
        self._lowered = {pair: small for pair in pairs if (small := self._in_lowercase(pair, whole))}

    def add(self, others: Spellings) -> None:
        """Read the words of other texts too."""
        for bare, forms in others._forms.items():
            self._forms[bare].update(forms)
        self._found.clear()

    def keep(self, slugs: Iterable[str]) -> None:
        """Let go of all words but those of ``slugs``."""
        words = {word for each in slugs for pair in _pairs(f"{each}-") for word in pair}
        self._forms = defaultdict(Counter, {word: self._forms[word] for word in words if word in self._forms})

    def title(self, bare: str, others: Spellings | None = None) -> str:
        """The title that the slug ``bare`` stands for.

        ``others`` are asked for words that these texts do not have; where both have one and disagree it stays as it is.
        """
        words = _ARTICLE_NUMBER.sub(_number, bare).split("-")
        sources = [self] if others is None else [self, others]
        title = ""
        second: str | None = None  # a word as the pair has it that ends with it
        for word, after in zip(words, [*words[1:], ""], strict=True):
            written = _written(word, after, sources) if title or word != _A else word  # first, it is a letter
            article, elided, name = written.rpartition("'")
            pair = (word[len(article) :], after)
            joined = self._joined.get(pair)
            name = joined[0] if joined else second or self._lowered.get(pair) or name
            title += f"{article}{elided}{name}" + ("-" if joined else " ")
            second = joined[1] if joined else None
        return title[:1].upper() + title[1:-1]

    def sure(self, word: str) -> str | None:
        """How a word is written where nearly all texts write it so, their capitals aside; ``None`` for others."""
        form, share = self._most(word)
        return form if share >= _SURE else None

    def agree(self, word: str, form: str) -> bool:
        """Whether these texts do not have a word, or most of them write it as ``form``, its capitals aside."""
        most, share = self._most(word)
        return most is None or (_letters(most) == _letters(form) and share >= _AGREED)

    def _most(self, word: str) -> tuple[str | None, float]:
        if word not in self._found:
            self._found[word] = _most(self._forms[word]) if word in self._forms else (None, 0)
        return self._found[word]

    def _in_lowercase(self, pair: tuple[str, str], whole: str) -> str | None:
        """How a word is written that has a capital in most texts, but none before the word after it."""
        form = self.sure(pair[0])
        if form is None or form[0].islower():
            return None
        others = {other: count for other, count in self._forms[pair[0]].items() if other[0].islower()}
        name = plain(form)
        if not others or whole.count(f"{name.lower()} {pair[1]}") <= whole.count(f"{name} {pair[1]}"):
            return None
        return max(others, key=lambda other: (others[other], other))


def division_label(division: Division, spellings: Spellings | None = None, others: Spellings | None = None) -> str:
    """A division as a heading: its kind and number, and its title where the source has one.

    A title without accents is written as in ``spellings``, or as in ``others``.

    >>> division_label(Division(kind="livre", number="IV", title="Du vent"))
    'Livre IV : Du vent'
    >>> division_label(Division(kind="partie", slug="partie-legislative"))
    'Partie législative'
    >>> division_label(Division(kind="livre", number="IV", slug="livre-iv-du-vent"))
    'Livre IV : Du vent'
    """
    kind, number, title = division.kind, division.number, division.title
    name = " ".join(filter(None, (kind.capitalize() if kind != _ANY or number is None else None, number)))
    if title is None and division.slug:
        spellings = spellings or Spellings()
        if number is None:
            return spellings.title(division.slug, others)
        name, words = _split(division.slug, kind, number, name)
        title = spellings.title(words, others) if words else None
    return f"{name} : {title}" if title else name


# ---------------------------------------------------------------------------------------------------------------------

_WORD = re.compile(r"(?:\b[ldnsmcj]'|\bqu')?[^\W\d_]+", re.IGNORECASE)
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_ELIDED = re.compile(r"([ld])([aeiouyh].{3,})")
_LIGATURES = re.compile("[œæ]", re.IGNORECASE)
_SURE = 0.95  # of the texts that have a word
_AGREED = 0.7  # of others, where these are sure
_JOINED = 0.9  # of the places where two words stand together
_A = "a"  # in titles, whose verbs are never of the present, it has an accent
_ARTICLE_NUMBER = re.compile(
    r"(?<![^-])(?:([ld]?articles?-|n-|(?:et|ou|a)-(?=a-?[0-9]))(?:(lo|[alrd])-?)?|(?:(lo|[lrd])-?|(a))(?=[0-9]))([0-9]+(?:-[0-9]+)*)(?![^-])"
)
_MORE = "[0-9]{1,2}(?:-[0-9]{1,2})*"  # where a number goes on: annexe-1-5
_ANY = "division"  # of a kind without a name
_ORDINALS = {
    "premier": "Premier",
    "premiere": "Première",
    "deuxieme": "Deuxième",
    "second": "Second",
    "seconde": "Seconde",
    "troisieme": "Troisième",
    "quatrieme": "Quatrième",
    "cinquieme": "Cinquième",
    "sixieme": "Sixième",
    "septieme": "Septième",
    "huitieme": "Huitième",
    "neuvieme": "Neuvième",
    "dixieme": "Dixième",
}
_KNOWN = {
    "application": "application",
    "arretes": "arrêtés",
    "decrets": "décrets",
    "definitions": "définitions",
    "etablissement": "établissement",
    "etablissements": "établissements",
    "execution": "exécution",
    "exercice": "exercice",
    "generales": "générales",
    "generalites": "généralités",
    "instruction": "instruction",
    "legislative": "législative",
    "organisation": "organisation",
    "outre": "outre",
    "penales": "pénales",
    "preliminaire": "préliminaire",
    "preliminaires": "préliminaires",
    "reglementaire": "réglementaire",
    "specifiques": "spécifiques",
}
"""Words that are in the titles of every code, but not in their texts."""


def _forms(texts: Iterable[str]) -> Counter[str]:
    """In how many texts each word stands, as it is written; one with an elided article also without it."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(_WORD.findall(text)))
    forms: Counter[str] = Counter()
    for word, count in counts.items():
        article, elided, name = word.rpartition("'")
        forms[f"{article.lower()}{elided}{name}"] += count
        if elided:
            forms[name] += count
    return forms


def _bare(form: str) -> str:
    """A word as slugs have it: without accents, apostrophe and capitals."""
    return plain(form).lower().replace("'", "")


def _most(forms: Counter[str]) -> tuple[str, float]:
    """The most frequent form of a word, and the share of its letters; capitals may be without their accents."""
    spelled: Counter[str] = Counter()
    for form, count in forms.items():
        spelled[_letters(form)] += count
    ((letters, most),) = spelled.most_common(1)
    return max((count, form) for form, count in forms.items() if _letters(form) == letters)[1], most / spelled.total()


def _letters(form: str) -> str:
    article, elided, name = form.rpartition("'")
    return f"{article}{elided}{plain(name[:1])}{name[1:]}".lower()


def _split(bare: str, kind: str, number: str, name: str) -> tuple[str, str]:
    """The name of a division, and the words of its slug ``bare`` that are its title."""
    ordinal = f"(?:{'|'.join(_ORDINALS)}|[0-9]+r?e)"
    before = f"(?:{kind}-)?" if kind == _ANY else f"{kind}-"
    if found := re.match(f"({ordinal})-{kind}(?:-|$)", bare):  # première partie
        return f"{_ORDINALS.get(found[1], found[1])} {kind}", bare[found.end() :]
    if found := re.match(f"{before}(?:{re.escape(slug(number))}|{ordinal})(?:-({_MORE})(?![^-]))?(?:-|$)", bare):
        return f"{name}-{found[1]}" if found[1] else name, bare[found.end() :]
    return name, bare


def _number(found: re.Match[str]) -> str:
    """The number of an article in a slug as it is written, with ``+`` for its hyphens."""
    before, prefix, number = found[1] or "", found[2] or found[3] or found[4], found[5].replace("-", "+")
    return before + (f"{prefix.upper()}. {number}" if prefix else number)


def _written(word: str, after: str, sources: list[Spellings]) -> str:
    if "+" in word or word[:1].isupper():
        return word.replace("+", "-")
    if word == _A:
        return word if after[:1].isdigit() else "à"  # before a number it may be that of an article
    for source in sources:
        if found := source.sure(word):
            return found if all(other.agree(word, found) for other in sources) else word
    if word in _KNOWN:
        return _KNOWN[word]
    if (elided := _ELIDED.fullmatch(word)) and not any(word in source._forms for source in sources):  # noqa: SLF001
        for source in sources:
            if name := source.sure(elided[2]) or _KNOWN.get(elided[2]):
                return f"{elided[1]}'{name}"
    return word


# ------------------------------------------------------------------------------------------ words that stand together


def _pairs(bare: str) -> Iterator[tuple[str, str]]:
    """Words that follow one another, the first also without an article that may be elided in it."""
    for first, second in pairwise(bare.split("-")):
        yield first, second
        if elided := _ELIDED.fullmatch(first):
            yield elided[2], second


def _ascii(texts: Iterable[str]) -> str:
    """Texts without accents, their case kept; much faster than ``plain``, but it drops what is not Latin."""
    return unicodedata.normalize("NFD", "\n".join(texts)).encode("ascii", "ignore").decode("ascii")


def _compounds(
    texts: Iterable[str], whole: str, pairs: Collection[tuple[str, str]]
) -> dict[tuple[str, str], tuple[str, str]]:
    """The pairs that nearly all texts join by a hyphen, as they most often write them."""
    found: defaultdict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for text in texts:
        for compound in _COMPOUND.findall(text):
            for first, second in pairwise(compound.split("-")):
                bare = (_bare(first), _bare(second))
                if bare in pairs:
                    found[bare][first, second] += 1
    small = whole.lower()

    def is_joined(first: str, second: str) -> bool:
        joined = small.count(f"{first}-{second}")
        return joined >= _JOINED * (joined + small.count(f"{first} {second}"))

    return {
        pair: max((count, form) for form, count in forms.items())[1]
        for pair, forms in found.items()
        if is_joined(*pair)
    }

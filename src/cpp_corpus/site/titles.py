"""Titles of divisions that a source gives without accents and apostrophes, such as the folders of a mirror."""

from __future__ import annotations

import re
from collections import Counter

from cpp_corpus.lang.typography import fold, plain
from cpp_corpus.model.article import Division

__all__ = ["Spellings", "division_label"]


class Spellings:
    """How the texts of an act write the words of its titles.

    >>> spellings = Spellings()
    >>> spellings.add("L'établissement d'une horloge est soumis à déclaration. Une horloge est réglée.")
    >>> spellings.title("de-letablissement-dune-horloge-reglee")
    "De l'établissement d'une horloge réglée"
    """

    def __init__(self, others: Spellings | None = None) -> None:
        """``others`` are asked for the words that these texts do not have."""
        self._others = others
        self._counts: Counter[str] = Counter()
        self._best: dict[str, str] | None = None

    def add(self, text: str) -> None:
        """Read the words of a text."""
        self._counts.update(set(_WORD.findall(text)))
        self._best = None

    def add_all(self, others: Spellings) -> None:
        """Read the words of the texts of others."""
        self._counts.update(others._counts)
        self._best = None

    def title(self, slug: str) -> str:
        """The title that a slug stands for; words that the texts do not have stay as they are."""
        title = " ".join(map(self.written, slug.split("-")))
        return title[:1].upper() + title[1:]

    def written(self, word: str) -> str:
        """One word of a slug as the texts write it."""
        if self._best is None:
            self._best = _most_frequent(self._counts)
        if word in self._best:
            return self._best[word]
        return _KNOWN.get(word, word) if self._others is None else self._others.written(word)


def division_label(division: Division, spellings: Spellings | None = None) -> str:
    """A division as a heading: its kind and number, and its title where the source has one.

    >>> division_label(Division(kind="livre", number="IV", title="Du vent"))
    'Livre IV : Du vent'
    >>> division_label(Division(kind="partie", slug="partie-legislative"))
    'Partie législative'
    >>> division_label(Division(kind="livre", number="IV", slug="livre-iv-du-vent"))
    'Livre IV : Du vent'
    """
    kind = division.kind.replace("-", " ").capitalize()
    title = division.title
    if title is None and division.slug:
        before = "-".join(filter(None, (division.kind, division.number and division.number.lower().replace(" ", "-"))))
        words = division.slug.removeprefix(f"{before}-") if division.number else division.slug
        title = "" if words == before else (spellings or Spellings()).title(words)
        if division.number is None:
            return title
    name = f"{kind} {division.number}" if division.number else kind
    return f"{name} : {title}" if title else name


# ---------------------------------------------------------------------------------------------------------------------

_WORD = re.compile(r"(?:\b[ldnsmcj]['’]|\bqu['’])?[^\W\d_]+", re.IGNORECASE)
_KNOWN = {
    "arretes": "arrêtés",
    "decrets": "décrets",
    "generales": "générales",
    "legislative": "législative",
    "preliminaire": "préliminaire",
    "preliminaires": "préliminaires",
    "reglementaire": "réglementaire",
}
"""Words that are in the titles of every code, but not in their texts."""


def _most_frequent(counts: Counter[str]) -> dict[str, str]:
    """The most frequent form of each word by the word as slugs have it: without accents, apostrophes, capitals."""
    forms: Counter[str] = Counter()
    for word, count in counts.items():
        article, elided, name = fold(word).rpartition("'")
        forms[f"{article.lower()}{elided}{name}"] += count
        if elided:
            forms[name] += count
    best: dict[str, tuple[int, str]] = {}
    for form, count in forms.items():
        bare = plain(form).lower().replace("'", "")
        best[bare] = max(best.get(bare, (0, "")), (count, form))
    return {bare: form for bare, (_, form) in best.items()}

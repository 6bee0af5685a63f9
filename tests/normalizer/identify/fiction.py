"""A code of some hundred invented articles, and dumps of it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.address import division
from cpp_corpus.model.article import Article
from cpp_corpus.model.atlas import ActAtlas, Version
from cpp_corpus.model.fingerprint import fingerprint_of
from cpp_corpus.tokenizer import tokenize

ACT = "code-des-essais"
DAY = date(2020, 3, 1)
_WORDS = (  # noqa: SIM905 - a list is read better so
    "vent sable meule garde aile blé moulin cadran horloge verre eau roue digue bief meunier maire préfet "
    "registre redevance autorisation délai avis commission sac farine grain balance poids mesure marque sceau "
    "jauge tour échelle corde toile arbre frein pierre canal vanne seuil rive chemin borne plan titre requête "
    "appel juge amende saisie vente bail terme caution héritier notaire greffe copie acte preuve témoin "
    "serment enquête visite procès constat rapport dépôt "
).split()


class Law(NamedTuple):
    """An article of the code: number, divisions, text."""

    number: str
    path: tuple[str, ...]
    text: str


def invented_laws() -> list[Law]:
    """Three titres of chapitres of articles, each of its own words; ``121-3`` and ``321-3`` share theirs."""
    chance = random.Random(11)
    made = []
    for titre in (1, 2, 3):
        for chapitre in (1, 2, 3, 4):
            path = (f"titre-{'i' * titre}-essai", f"chapitre-{chapitre}-essai")
            for rank in range(1, 9):
                text = " ".join(chance.choices(_WORDS, k=chance.randint(12, 60))).capitalize() + "."
                made.append(Law(f"{titre}{chapitre}1-{rank}", path, text))
    words = next(law.text for law in made if law.number == "121-3")
    return [law._replace(text=words) if law.number == "321-3" else law for law in made]


def atlas_of(laws: Sequence[Law], *, dated: bool = True, as_of: date | None = None) -> ActAtlas:
    """The atlas of the laws, all of one day."""
    first = date(2010, 1, 1) if dated else None
    versions = [
        Version(law.number, tuple(map(division, law.path)), first, None, fingerprint_of(law.text)) for law in laws
    ]
    return ActAtlas.of(ACT, versions, as_of)


def dump_of(laws: Sequence[Law], headings: Sequence[int] = ()) -> list[Article]:
    """The articles of a dump of the laws; those of ``headings`` are repealed and keep theirs."""
    lines = ["Code des essais", "", f"Version en vigueur au {DAY:%d} mars {DAY:%Y}", ""]
    for at, law in enumerate(laws):
        indent = " " * (2 * (len(law.path) + 1))
        head = [f"{indent}• Article {law.number} (abrogé)", "", f"{indent}  {law.text}"]
        lines += [*(head if at in headings else [f"{indent}• {law.text}"]), ""]
    read = read_bytes("\n".join(lines).encode(), "dump.txt")
    return [article for document in read.documents for article in tokenize(document).articles]


def numbers(articles: Sequence[Article]) -> list[str | None]:
    """The numbers of articles."""
    return [None if article.number is None else str(article.number) for article in articles]

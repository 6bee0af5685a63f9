"""The number of an article from a note on a decision of the Conseil constitutionnel.

Such a note names the article to which it belongs: "Dans sa décision n° 2019-1 QPC du …, le Conseil constitutionnel a
déclaré contraire à la Constitution l'article 12 du code …". Other notes do not: those on entry into force name articles
of the amending law.
"""

from __future__ import annotations

import regex

from cpp_corpus.lang.typography import fold
from cpp_corpus.model.article import Article
from cpp_corpus.model.reference import ReferenceKind, Via
from cpp_corpus.normalizer.recognize import find_references

__all__ = ["number_in_note"]


def number_in_note(article: Article) -> str | None:
    """The normalised number that the notes of an article name as reviewed; ``None`` for none or several."""
    texts = [text for note in article.notes if _DECISION.search(text := fold(note.text)) and _VERDICT.search(text)]
    named = {
        reference.article
        for text in texts
        for reference in find_references(text, act=article.act)
        if reference.kind is ReferenceKind.ARTICLE
        and reference.via is Via.EXPLICIT
        and reference.act == article.act
        and reference.to is None
    }
    return named.pop() if len(named) == 1 else None


_DECISION = regex.compile(r"décision n° ?\d{4}-\d[\d/ -]* QPC\b")
_VERDICT = regex.compile(r"\b(?:in|non )?con(?:traires?|formes?) à la Constitution\b")

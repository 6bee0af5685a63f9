"""The classes of a text to be searched for references, and of a text with its references."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple, Self

from cpp_corpus.errors import InputError, expect, expect_all
from cpp_corpus.model.article import Article
from cpp_corpus.model.base import Record
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.reference import Reference

__all__ = ["AnnotatedText", "CitingText", "checked_spans"]


class CitingText(NamedTuple):
    """A text to be searched for references, with its id, act and article if known.

    >>> CitingText("Vu l'article 9 ;", id="letter-7", act="code-civil")
    CitingText(text="Vu l'article 9 ;", id='letter-7', act='code-civil', article=None)
    """

    text: str
    """The words."""
    id: str | None = None
    """Its id, chosen by the caller; returned with the references."""
    act: str | None = None
    """Id of the citing act, if the text is part of one."""
    article: str | ArticleNumber | None = None
    """Number of the citing article, in any form."""


class AnnotatedText(Record):
    """A text and its references."""

    id: str | None = None
    """What the text is called."""
    act: str | None = None
    """Id of the citing act."""
    article: str | None = None
    """Number of the citing article, as it was given."""
    text: str
    """The text; empty if the item was not a text."""
    references: tuple[Reference, ...] = ()
    """Its references; their positions index ``text``, also for those in notes."""
    error: str | None = None
    """Why the text could not be read; ``None`` if it was."""

    @classmethod
    def of_article(cls, article: Article, references: Iterable[Reference]) -> Self:
        """An ``article`` of a corpus with its ``references``: its text, then its notes, separated by line breaks.

        >>> import cpp_corpus
        >>> corpus = cpp_corpus.load("fixtures/mirror")
        >>> article = corpus["L112-1"]
        >>> annotated = cpp_corpus.AnnotatedText.of_article(article, corpus.references_of(article))
        >>> [(r.note, annotated.text[r.span.slice]) for r in annotated.references]
        [(None, 'section 2'), (None, 'II'), (0, '12')]
        """
        expect("article", article, Article)
        references = expect_all("references", references, Reference)
        starts = list(accumulate((len(part) + 1 for part in (article.text, *_notes(article))), initial=0))
        moved = [each if each.note is None else each.moved(starts[each.note + 1], each.note) for each in references]
        return cls(
            id=article.id,
            act=article.act,
            article=None if article.number is None else str(article.number),
            text="\n".join((article.text, *_notes(article))),
            references=tuple(moved),
        )


def checked_spans(text: str, references: Iterable[Reference]) -> list[Reference]:
    """The ``references`` as a list; ``InputError`` if one is not within ``text``."""
    found = list(expect_all("references", references, Reference))
    for reference in found:
        if not 0 <= reference.start < reference.end <= len(text):
            raise InputError(
                f"the reference {reference} is at {reference.start}-{reference.end}, "
                f"and the text has {len(text)} characters",
                hint="for the references of an article and its notes use AnnotatedText.of_article(article, references)",
            )
    return found


# ---------------------------------------------------------------------------------------------------------------------


def _notes(article: Article) -> list[str]:
    return [note.text for note in article.notes]

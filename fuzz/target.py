"""What a target is, and what is checked of a text that was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from cpp_corpus.ingest import FileRead
from cpp_corpus.model.article import Article
from cpp_corpus.model.document import Tokenized
from cpp_corpus.model.reference import Reference
from cpp_corpus.normalizer.recognize import recognize

__all__ = ["FailedCheckError", "Target", "check", "check_articles", "check_references"]


class FailedCheckError(AssertionError):
    """Something does not hold of what was made of an input."""


@dataclass(frozen=True, slots=True)
class Target:
    """One reader that is given changed inputs."""

    name: str
    """Its name, as on the command line."""
    description: str
    """One line for a person."""
    seeds: Callable[[], Sequence[bytes]]
    """Inputs that are read well, all of them fiction."""
    run: Callable[[bytes], None]
    """Gives it one input. The errors that are documented are caught; whatever it raises is a failure."""
    modules: Sequence[str]
    """The modules of ``cpp_corpus`` that it is about; coverage is reported for them."""
    snippets: Sequence[bytes] = field(default=())
    """Pieces of such inputs, which are put into them."""
    tries: int = 200
    """Changed inputs in a run of the tests."""


def check(holds: object, what: str) -> None:
    """``FailedCheckError`` where something does not hold."""
    if not holds:
        raise FailedCheckError(what)


def check_articles(read: FileRead, made: Sequence[Tokenized]) -> None:
    """Check that records are valid, with positions inside their texts and their file, and readable again."""
    for tokenized in made:
        for article in tokenized.articles:
            _check_article(article, read.size)
        for finding in (*tokenized.findings, *read.findings):
            check(finding.model_dump_json().encode(), "a finding is no text")


def check_references(texts: Sequence[str], references: Sequence[Reference]) -> None:
    """Check that the words of each reference stand in one of the ``texts``: the article, then its notes."""
    before = (0, 0)
    for each in references:
        at = 0 if each.note is None else each.note + 1
        check(at < len(texts), f"{each.target} is in a note that there is not")
        check(each.start < each.end <= len(texts[at]), f"{each.target} at {each.start}–{each.end} is outside the text")
        check(texts[at][each.start : each.end].strip(), f"{each.target} has no words")
        check(before <= (at, each.start), f"{each.target} is out of order")
        before = (at, each.start)
        check(Reference.model_validate_json(each.model_dump_json()) == each, f"{each.target} is read as another one")


# ---------------------------------------------------------------------------------------------------------------------


def _check_article(article: Article, size: int) -> None:
    texts = (article.text, *(note.text for note in article.notes))
    for (start, end), at in _spans(article):
        check(at < len(texts) and 0 <= start <= end <= len(texts[at]), f"{article.id}: {start}–{end} is outside")
    start, end = article.source.byte
    check(0 <= start <= end <= size, f"{article.id}: bytes {start}–{end} of {size}")
    check(Article.model_validate_json(article.model_dump_json()) == article, f"{article.id} is read as another one")
    number = None if article.number is None else article.number.normalized
    notes = tuple(note.text for note in article.notes)
    check_references(texts, recognize(article.text, notes, act=article.act, article=number))


def _spans(article: Article) -> Iterator[tuple[tuple[int, int], int]]:
    for paragraph in article.paragraphs:
        yield paragraph.span, 0
    for table in article.tables:
        yield table.span, 0
        yield from ((cell.span, 0) for row in table.rows for cell in row)
    for link in article.links:
        yield link.span, 0 if link.note is None else link.note + 1

"""One article of a data file, whose facts and words are values: the record that JSON formats have in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from cpp_corpus.ingest.fragment import RecordPlace, fragment_line, read_fragment
from cpp_corpus.ingest.naming import number_printed
from cpp_corpus.model.article import Division, Link
from cpp_corpus.model.document import Block, Draft, Facts, Role
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.states import Value, is_published, read_validity
from cpp_corpus.model.validity import ArticleState

__all__ = ["ArticleData", "Unread"]


class Unread(NamedTuple):
    """A value that was not read."""

    what: str
    """What it should be: ``text``, ``number``, ``state`` or ``day``."""
    column: str
    """The column that has it."""
    value: str
    """The value."""


@dataclass(frozen=True, slots=True)
class ArticleData:
    """The values of one article."""

    place: RecordPlace
    """Where its record is in the file."""
    act: str | None
    """Id of its act."""
    number: str | None
    """Its number as the source has it."""
    words: str | None
    """Its text, HTML."""
    is_several: bool = False
    """Whether ``number`` is those of several articles, ``L. 1 et L. 2``, that a person has put together."""
    note: str | None = None
    """Notes of the editors, HTML."""
    others: tuple[str, ...] = ()
    """Other words of the record that are not law, HTML: its title, its history."""
    state: str | None = None
    """The state word."""
    start: Value = None
    """First day, as the source writes it."""
    end: Value = None
    """Day on which it is no longer law, as the source writes it."""
    day: date | None = None
    """Day on which the source shows the law."""
    divisions: tuple[Division, ...] = ()
    """Divisions, outer to inner."""
    ids: tuple[tuple[str, str | None], ...] = ()
    """Identifiers; those without value are left out."""
    links: tuple[Link, ...] = field(default=())
    """Links that the source lists outside the text."""
    unread: tuple[Unread, ...] = ()
    """Texts, states and days of the record that were not read."""

    def draft(self, path: str, findings: list[Finding]) -> Draft | None:
        """The draft of the article; ``None`` where it has neither words nor number.

        ``path`` is that of the file. Problems are added to ``findings``: a state word that contradicts the dates, no
        words.
        """
        place = self.place
        number = None if self.is_several else number_printed(self.number)
        body = read_fragment(self.words, place)
        blocks: list[Block] = []
        if self.number and (number is None or not body):
            heading = fragment_line(self.number, place, Role.FURNITURE if self.is_several else Role.HEADING)
            blocks += [heading] if heading else []
        blocks += body
        blocks += read_fragment(self.note, place, note=True)
        if not blocks:
            return None
        blocks += self.furniture()
        if self.is_several:
            message = f"{self.number!r} are several articles, so this one has no number; give each a row of its own."
            findings.append(self._finding(FindingCode.UNREADABLE_NUMBER, message, path))
        validity = read_validity(self.state, self.start, self.end, day=self.day)
        if is_published(dict(self.ids), validity.valid_from) and validity.state is ArticleState.IN_FORCE:
            validity = validity._replace(state=ArticleState.UNKNOWN)
        if validity.problem:
            findings.append(
                self._finding(FindingCode.FACT_DISAGREEMENT, f"{validity.problem} The dates are used.", path)
            )
        facts = Facts(
            act=self.act,
            number=number,
            state=validity.state,
            valid_from=validity.valid_from,
            valid_to=validity.valid_to,
            consolidated_at=self.day,
            divisions=self.divisions,
            ids=tuple((name, value) for name, value in self.ids if value),
            links=self.links,
        )
        return Draft(facts, tuple(blocks))

    def furniture(self) -> list[Block]:
        """The other words of the record."""
        lines = [block for words in self.others for block in read_fragment(words, self.place)]
        return [block._replace(role=Role.FURNITURE) for block in lines]

    def _finding(self, code: FindingCode, message: str, path: str) -> Finding:
        number = None if self.is_several else number_printed(self.number)
        article = f"{self.act or '?'}/{number.normalized if number else f'~{self.place.line}'}"
        return Finding.build(code, message, path=path, line=self.place.line, article=article)

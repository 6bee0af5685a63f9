"""Problems of the input, as values; and the one table of their codes.

``docs/findings.md`` is made from the table (``make codes``).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator

from cpp_corpus.model.base import Record
from cpp_corpus.model.span import Span

__all__ = ["Finding", "FindingCode", "FindingOrigin", "Severity"]


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """Something of the input is not in the output, or is wrong beyond doubt."""
    WARNING = "warning"
    """Read, but something looks wrong."""
    INFO = "info"
    """Worth knowing."""


class FindingOrigin(StrEnum):
    """What notices a finding."""

    INGEST = "ingest"
    """Reading a file, and cutting it into articles."""
    IDENTIFICATION = "identification"
    """Giving numbers to articles that have lost their headings."""
    PIPELINE = "pipeline"
    """Making one corpus of many files: acts, ids, targets."""
    AUDIT = "audit"
    """A check of the law as published: ``cpp-corpus audit``, ``corpus.audit()``."""


_INGEST, _IDENTIFICATION, _PIPELINE, _AUDIT = FindingOrigin
_ERROR, _WARNING, _INFO = Severity


class FindingCode(StrEnum):
    """What a finding is; each with what it means, how much it matters as a rule, and what to do."""

    text: str
    """What was found, in a line."""
    severity: Severity
    """How much it matters as a rule; a single finding may differ."""
    advice: str
    """What to do."""
    origin: FindingOrigin
    """What notices it."""

    def __new__(
        cls,
        code: str,
        origin: FindingOrigin = FindingOrigin.AUDIT,
        severity: Severity = Severity.WARNING,
        text: str = "",
        advice: str = "",
    ) -> Self:
        """A member: its code, which is its value, and the rest of its row."""
        made = str.__new__(cls, code)
        made._value_ = code
        made.origin, made.severity, made.text, made.advice = origin, severity, text, advice
        return made

    # files

    EMPTY_FILE = (
        "empty-file",
        _INGEST,
        _ERROR,
        "A file without bytes, or without words.",
        "Fetch the file again.",
    )
    """Nothing of the file is in the output."""
    BINARY_FILE = (
        "binary-file",
        _INGEST,
        _ERROR,
        "A file that is no text.",
        "Give the text of it, or a file of a format that is read.",
    )
    """Nothing of the file is in the output."""
    UNREADABLE_FILE = (
        "unreadable-file",
        _INGEST,
        _ERROR,
        "A file that cannot be opened or read.",
        "Check that it exists and that you may read it.",
    )
    """Nothing of the file is in the output."""
    UNKNOWN_FORMAT = (
        "unknown-format",
        _INGEST,
        _ERROR,
        "A file in none of the formats that are read.",
        "See the formats with `cpp-corpus formats`.",
    )
    """Nothing of the file is in the output."""
    ENCODING_DAMAGE = (
        "encoding-damage",
        _INGEST,
        _WARNING,
        "Bytes that are no characters in the encoding of the file.",
        "Fetch the file again; U+FFFD stands in their place.",
    )
    """The rest of the file is read."""
    LEGACY_ENCODING = (
        "legacy-encoding",
        _INGEST,
        _INFO,
        "A file that is not in UTF-8, and is read as Windows-1252.",
        "Convert it to UTF-8 where accents look wrong.",
    )
    """The file is read all the same."""
    TRUNCATED_PAGE = (
        "truncated-page",
        _INGEST,
        _WARNING,
        "A page whose beginning or end is missing, or that has no words below its heading.",
        "Fetch the page again.",
    )
    """What is there is read."""
    STRAY_LINE = (
        "stray-line",
        _INGEST,
        _WARNING,
        "A line of a dump that stands where no paragraph of an article does.",
        "Look whether it belongs to the article above; it is among the leftovers.",
    )
    """The line is in no article."""
    PASSED_OVER = (
        "passed-over",
        _INGEST,
        _INFO,
        "Hidden entries and folders of version control, which are not looked into.",
        "Name one to have it read.",
    )
    """They are counted in ``corpus.json``."""
    FACT_DISAGREEMENT = (
        "fact-disagreement",
        _INGEST,
        _WARNING,
        "A number, a state or a date that the source says, and that its words contradict.",
        "Look which of the two is right; what the source says stands.",
    )
    """The record has what the source says."""
    UNREADABLE_NUMBER = (
        "unreadable-number",
        _INGEST,
        _WARNING,
        "A heading whose number cannot be read.",
        "Mend the heading, if it should have a number.",
    )
    """The article has no number."""

    # numbers of articles that have lost their headings

    ANONYMOUS_ARTICLES = (
        "anonymous-articles",
        _IDENTIFICATION,
        _WARNING,
        "Articles that stay without number, because there is no evidence for one.",
        "Give the versions of the act at the day of the text as the reference.",
    )
    """Their ids have their lines."""
    ABSENT_ARTICLES = (
        "absent-articles",
        _IDENTIFICATION,
        _INFO,
        "Articles that the reference has between two articles of a dump, and the dump has not.",
        "Fetch them by themselves: such texts leave out short articles with links.",
    )
    """The articles on both sides of the gap have their numbers."""
    DEPTH_CONTRADICTION = (
        "depth-contradiction",
        _IDENTIFICATION,
        _WARNING,
        "Articles that are indented for another number of divisions than the reference has.",
        "Compare the divisions: some may have been added or taken away between the two.",
    )
    """The divisions are those of the reference."""
    NUMBERS_OF_ANOTHER_DAY = (
        "numbers-of-another-day",
        _IDENTIFICATION,
        _WARNING,
        "The reference shows the law of another day than the text.",
        "Use a reference with the versions of that day, where it matters.",
    )
    """Numbers may have changed between the two days."""
    NUMBERS_OF_ANOTHER_ACT = (
        "numbers-of-another-act",
        _IDENTIFICATION,
        _ERROR,
        "The reference has nothing of the act of the text.",
        "Name a reference that has it.",
    )
    """Articles without number stay so."""
    UNUSABLE_NUMBERS_FROM = (
        "unusable-numbers-from",
        _IDENTIFICATION,
        _ERROR,
        "The reference cannot be read.",
        "See what the message says of it.",
    )
    """Articles without number stay so."""
    UNNEEDED_NUMBERS_FROM = (
        "unneeded-numbers-from",
        _IDENTIFICATION,
        _INFO,
        "Where to look up numbers was given, and no text has lost its numbers.",
        "Leave `--numbers-from` out.",
    )
    """Nothing of it was read."""

    # one corpus of many files

    UNKNOWN_ACT = (
        "unknown-act",
        _PIPELINE,
        _INFO,
        "A text of which nothing tells the act.",
        "Put the file into a folder that is named as the act, or give the act with `--act`.",
    )
    """References to the act itself stay without act."""
    ACT_DISAGREEMENT = (
        "act-disagreement",
        _PIPELINE,
        _WARNING,
        "A source that says another act than the one that was given.",
        "Give the act of texts that do not say their own; what the source says stands.",
    )
    """Its articles are of the act that it says."""
    DUPLICATE_HEADING = (
        "duplicate-heading",
        _PIPELINE,
        _INFO,
        "An article under a heading that an article of the act has before.",
        "Nothing need be done; where one of the two should have another number, mend its heading.",
    )
    """The id of the later one ends with its rank."""
    REPEATED_VERSION = (
        "repeated-version",
        _PIPELINE,
        _INFO,
        "A version of an article that another source has before.",
        "Nothing need be done; leave out one of the sources, if it should stand once.",
    )
    """The id of the later one ends with its rank."""
    UNRESOLVED_PART = (
        "unresolved-part",
        _PIPELINE,
        _INFO,
        "A reference whose locator leads to nothing in the article that it names.",
        "Look at the target, which may have changed or lost its lines; the check `missing-part` says what is sure.",
    )
    """``part_exists`` of the reference is false."""
    INTERNAL_ERROR = (
        "internal-error",
        _PIPELINE,
        _ERROR,
        "A fault of this program or of what is added to it: a file, references or what a check finds are left out.",
        "Report it, with the file if you can.",
    )
    """The rest of the corpus is complete."""

    # the law as published

    CONTRADICTORY_LINK = (
        "contradictory-link",
        _AUDIT,
        _ERROR,
        "A link that leads elsewhere than its own words say.",
        "Trust the words, and report the link to the publisher.",
    )
    """``expected`` is the article that the words name."""
    DANGLING_REFERENCE = (
        "dangling-reference",
        _AUDIT,
        _WARNING,
        "A reference to an article that its act does not have.",
        "Compare with the text of the publisher: the number may be a slip, or the article repealed or renumbered.",
    )
    """The numbers nearest to it are in the message."""
    REPEALED_TARGET = (
        "repealed-target",
        _AUDIT,
        _WARNING,
        "A reference to an article that is repealed.",
        "Look for what replaced the article, and for a date from which on the reference is void.",
    )
    """By its record, or by the title of the link."""
    MISSING_PART = (
        "missing-part",
        _AUDIT,
        _WARNING,
        "A reference to a paragraph that the article does not have.",
        "The article was probably changed after the reference was written; compare the two.",
    )
    """No line of the article leads to it, at any depth."""
    SELF_REFERENCE = (
        "self-reference",
        _AUDIT,
        _WARNING,
        "An article that cites itself by its number as if it were another.",
        "Another number was probably meant; where the article itself is, “le présent article” says so.",
    )
    """By its own number, not as “le présent article”."""
    REFERENCE_CYCLE = (
        "reference-cycle",
        _AUDIT,
        _INFO,
        "Articles that define, or give way to, one another in a circle.",
        "Read them together: a definition must end somewhere, and one of two rules must prevail.",
    )
    """Of two or three articles."""
    DUPLICATE_NUMBER = (
        "duplicate-number",
        _AUDIT,
        _WARNING,
        "Two articles of one act under one number, both law.",
        "One of them is misread, misplaced, or another version; versions are distinguished by their dates.",
    )
    """They are no versions of each other."""
    DUPLICATE_TEXT = (
        "duplicate-text",
        _AUDIT,
        _INFO,
        "One text under two numbers of an act.",
        "It may be meant, as for two bodies with the same rule; else one of the two was copied by mistake.",
    )
    """Of texts that are long enough to be of one article only."""
    DAMAGED_TEXT = (
        "damaged-text",
        _AUDIT,
        _ERROR,
        "Characters that were lost or misread when the text changed its encoding.",
        "Fetch the source again, and read it as UTF-8.",
    )
    """``expected`` has the words mended, where that can be known."""
    LEFTOVER_MARKUP = (
        "leftover-markup",
        _AUDIT,
        _WARNING,
        "Tags or entities that stand among the words.",
        "The markup of the source is broken there; mend it, or take the words from another source.",
    )
    """Of HTML, or of Markdown."""
    TRUNCATED_TEXT = (
        "truncated-text",
        _AUDIT,
        _WARNING,
        "A text that ends before its sentence does.",
        "Fetch the source again, and compare its end.",
    )
    """At a comma, a colon, an open bracket, a preposition."""
    EMPTY_ARTICLE = (
        "empty-article",
        _AUDIT,
        _WARNING,
        "An article without words.",
        "Fetch the source again; where the publisher has no words either, it should say that the article is repealed.",
    )
    """Of an article that is not repealed."""
    NUMBERING_GAP = (
        "numbering-gap",
        _AUDIT,
        _INFO,
        "Numbers left out between two articles of one division.",
        "The article left out is probably repealed; a source that records what is repealed would say so.",
    )
    """A warning where the act is known to have had them."""
    ORPHAN = (
        "orphan",
        _AUDIT,
        _INFO,
        "Articles that refer to nothing and that nothing refers to.",
        "Nothing need be wrong: many articles stand alone. Look where a code of many references has them.",
    )
    """One finding for each act."""


_KNOWN = {str(code): code for code in FindingCode}


def _known(code: object) -> object:
    """A code of the table as its member; a check that a user adds brings a code of its own."""
    return _KNOWN.get(code, code) if isinstance(code, str) else code


class Finding(Record):
    """Something that the library noticed about the input."""

    code: Annotated[FindingCode | str, BeforeValidator(_known)]
    """What it is, in kebab case: ``empty-file``, ``unbalanced-markup`` …; another text where a user's check says it."""
    severity: Severity
    """How much it matters."""
    message: str
    """One sentence for a person: what was found, what was expected, what to do."""
    path: str | None = None
    """File in which it was found."""
    line: int | None = None
    """Line of that file, from 1."""
    article: str | None = None
    """Id of the article concerned, where there is one."""
    span: Span | None = None
    """Range of the article's text, or of that of the note ``note``, where there is one."""
    note: int | None = None
    """Index of the note that ``span`` refers to."""
    expected: str | None = None
    """What it probably should be, where that can be told: the id of an article, or the words mended."""

    @classmethod
    def build(  # noqa: PLR0913 - the fields of a finding
        cls,
        code: FindingCode,
        message: str,
        *,
        severity: Severity | None = None,
        path: str | None = None,
        line: int | None = None,
        article: str | None = None,
        span: Span | None = None,
        note: int | None = None,
    ) -> Self:
        """A finding with the severity that the table has for its code, unless another ``severity`` is given.

        ``code``, ``message``, ``path``, ``line``, ``article``, ``span`` and ``note`` are the fields.

        >>> str(Finding.build(FindingCode.EMPTY_FILE, "The file is empty.", path="a.md"))
        'a.md: error: The file is empty. [empty-file]'
        """
        return cls(
            code=code,
            severity=code.severity if severity is None else severity,
            message=message,
            path=path,
            line=line,
            article=article,
            span=span,
            note=note,
        )

    def __str__(self) -> str:
        place = self.article if self.path is None else self.path + (f":{self.line}" if self.line else "")
        where = "" if place is None else f"{place}: "
        return f"{where}{self.severity}: {self.message} [{self.code}]"

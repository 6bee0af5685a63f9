"""Problems of the input as values, and the table of their codes.

``docs/findings.md`` is made from the table (``make codes``).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator

from cpp_corpus.errors import expect, shortened
from cpp_corpus.model.base import Count, Record
from cpp_corpus.model.span import Span

__all__ = ["Finding", "FindingCode", "FindingOrigin", "Severity"]


class Severity(StrEnum):
    """How serious a finding is."""

    ERROR = "error"
    """Part of the input is not in the output, or is certainly wrong."""
    WARNING = "warning"
    """It was read, but something looks wrong."""
    INFO = "info"
    """Worth knowing."""


class FindingOrigin(StrEnum):
    """The part of the program that makes a finding."""

    INGEST = "ingest"
    """Reading a file, and cutting it into articles."""
    IDENTIFICATION = "identification"
    """Looking up numbers for articles whose headings are missing."""
    PIPELINE = "pipeline"
    """Making one corpus from many files: acts, ids, targets."""
    AUDIT = "audit"
    """A check of the law as published: ``cpp-corpus audit``, ``corpus.audit()``."""


_INGEST, _IDENTIFICATION, _PIPELINE, _AUDIT = FindingOrigin
_ERROR, _WARNING, _INFO = Severity


class FindingCode(StrEnum):
    """The kind of a finding, with its meaning, its usual severity and what to do about it."""

    text: str
    """What was found, in one line."""
    severity: Severity
    """The usual severity; a single finding may differ."""
    advice: str
    """What to do."""
    origin: FindingOrigin
    """The part of the program that makes it."""

    def __new__(
        cls,
        code: str,
        origin: FindingOrigin = FindingOrigin.AUDIT,
        severity: Severity = Severity.WARNING,
        text: str = "",
        advice: str = "",
    ) -> Self:
        """Make a member from its row; its code is its value."""
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
    """The file is not in the output."""
    BINARY_FILE = (
        "binary-file",
        _INGEST,
        _ERROR,
        "A file that is not text.",
        "Give its text, in a format that can be read.",
    )
    """The file is not in the output."""
    UNREADABLE_FILE = (
        "unreadable-file",
        _INGEST,
        _ERROR,
        "A file that cannot be opened or read.",
        "Check that it exists and that you may read it.",
    )
    """The file is not in the output."""
    WORKER_DIED = (
        "worker-died",
        _PIPELINE,
        _ERROR,
        "A file at which each process that read it died.",
        "Read it alone, with one job, to see why; memory may have been short.",
    )
    """The file is not in the output; the rest of the batch is."""
    UNKNOWN_FORMAT = (
        "unknown-format",
        _INGEST,
        _ERROR,
        "A file in no known format.",
        "List the formats with `cpp-corpus formats`.",
    )
    """The file is not in the output."""
    MISSING_EXTRA = (
        "missing-extra",
        _INGEST,
        _ERROR,
        "A file in a format whose packages are not installed.",
        "Install them: the message has the command.",
    )
    """The file is not in the output."""
    ENCODING_DAMAGE = (
        "encoding-damage",
        _INGEST,
        _WARNING,
        "Bytes that are not valid in the encoding of the file; they are replaced by U+FFFD.",
        "Fetch the file again.",
    )
    """The rest of the file is read."""
    LEGACY_ENCODING = (
        "legacy-encoding",
        _INGEST,
        _INFO,
        "A file that is not UTF-8 and was read as Windows-1252.",
        "Convert it to UTF-8 if accents look wrong.",
    )
    """The file is read all the same."""
    TRUNCATED_PAGE = (
        "truncated-page",
        _INGEST,
        _WARNING,
        "A page whose beginning or end is missing, or that has no text below its heading.",
        "Fetch the page again.",
    )
    """The rest of the page is read."""
    UNREAD_COLUMNS = (
        "unread-columns",
        _INGEST,
        _INFO,
        "Columns of a table that are not read.",
        "Rename those that have words, numbers, acts, states or dates of articles.",
    )
    """The others are read."""
    STRAY_LINE = (
        "stray-line",
        _INGEST,
        _WARNING,
        "A line of a dump at the left edge, or below the heading of a division; a text beside others without articles.",
        "Check whether it is law; it is among the leftovers.",
    )
    """The line is in no article."""
    PASSED_OVER = (
        "passed-over",
        _INGEST,
        _INFO,
        "Hidden entries and version-control folders, which are skipped; links to what is read at its own place.",
        "Give the path of a hidden one to have it read.",
    )
    """They are counted in ``corpus.json``."""
    ARCHIVE_MEMBER = (
        "archive-member",
        _INGEST,
        _WARNING,
        "Members of an archive that are not read: links, devices, paths that lead out of it, encrypted files.",
        "Unpack the archive, and give the files that matter.",
    )
    """They are counted in ``corpus.json``."""
    ARCHIVE_LIMIT = (
        "archive-limit",
        _INGEST,
        _ERROR,
        "An archive that has more than the limits allow.",
        "Raise the limit that the message names, if you trust the archive.",
    )
    """What was read before the limit is in the output."""
    SIZE_LIMIT = (
        "size-limit",
        _INGEST,
        _ERROR,
        "A file or an article that has more than the limits allow.",
        "Raise the limit that the message names, if you trust the source.",
    )
    """A file is not read; an article is read, without its references."""
    DAMAGED_ARCHIVE = (
        "damaged-archive",
        _INGEST,
        _ERROR,
        "An archive that is cut off or damaged.",
        "Fetch the archive again.",
    )
    """What was read before the damage is in the output."""
    FACT_DISAGREEMENT = (
        "fact-disagreement",
        _INGEST,
        _WARNING,
        "A number, state or date in the data of the source that its own text contradicts.",
        "Check which of the two is right; the record has the one from the data.",
    )
    """The record has the value from the data of the source."""
    UNREADABLE_FACT = (
        "unreadable-fact",
        _INGEST,
        _WARNING,
        "Values in a column of texts, states or days that cannot be read.",
        "Write texts as such or as lists of alinéas, states as “en vigueur” or “abrogé”, and days as 2020-12-31.",
    )
    """The articles have no text, state or day of that column."""
    UNREADABLE_NUMBER = (
        "unreadable-number",
        _INGEST,
        _WARNING,
        "A heading whose number cannot be read, or is damaged.",
        "Correct the heading, if it should have another number, or one at all.",
    )
    """The article has no number, or the one that the articles around it leave to it."""

    # numbers of articles whose headings are missing

    ANONYMOUS_ARTICLES = (
        "anonymous-articles",
        _IDENTIFICATION,
        _WARNING,
        "Articles that stay unnumbered, because there is no evidence for a number.",
        "Give with `--numbers-from` a source that has the act on the day of the text.",
    )
    """Their ids have their lines instead of numbers."""
    ABSENT_ARTICLES = (
        "absent-articles",
        _IDENTIFICATION,
        _INFO,
        "Articles that the number source has between two articles of a dump, but the dump lacks.",
        "Fetch them separately: such dumps leave out short articles with links.",
    )
    """The articles on both sides of the gap have their numbers."""
    DEPTH_CONTRADICTION = (
        "depth-contradiction",
        _IDENTIFICATION,
        _WARNING,
        "Articles whose indent does not fit the number of their divisions in the number source.",
        "Compare the divisions: some may have been added or removed between the two dates.",
    )
    """The divisions are those of the number source."""
    NUMBERS_OF_ANOTHER_DAY = (
        "numbers-of-another-day",
        _IDENTIFICATION,
        _WARNING,
        "The number source shows the law of another day than the text.",
        "Use a number source with the versions of that day if it matters.",
    )
    """Numbers may have changed between the two days."""
    NUMBERS_OF_ANOTHER_ACT = (
        "numbers-of-another-act",
        _IDENTIFICATION,
        _ERROR,
        "The number source does not have the act of the text.",
        "Give one that has it.",
    )
    """Unnumbered articles stay unnumbered."""
    UNUSABLE_NUMBERS_FROM = (
        "unusable-numbers-from",
        _IDENTIFICATION,
        _ERROR,
        "The number source cannot be read.",
        "The message says why.",
    )
    """Unnumbered articles stay unnumbered."""
    UNNEEDED_NUMBERS_FROM = (
        "unneeded-numbers-from",
        _IDENTIFICATION,
        _INFO,
        "A number source was given, but no headings are missing.",
        "Leave out `--numbers-from`.",
    )
    """It was not read."""

    # one corpus of many files

    UNKNOWN_ACT = (
        "unknown-act",
        _PIPELINE,
        _INFO,
        "A text whose act is not known.",
        "Put the file into a folder with the name of the act, or give the act with `--act`.",
    )
    """References to the act itself have no act either."""
    ACT_DISAGREEMENT = (
        "act-disagreement",
        _PIPELINE,
        _WARNING,
        "A source that names another act than the one given with `--act`.",
        "Use `--act` only for texts that do not name their act; this one keeps the act that it names.",
    )
    """Its articles belong to the act that it names."""
    SAME_DAY_ACTS = (
        "same-day-acts",
        _PIPELINE,
        _INFO,
        "Several texts without a number that are of one nature and day.",
        "Nothing; each has its NOR, or the identifier of its text, behind its id.",
    )
    """Each text is an act of its own."""
    DUPLICATE_HEADING = (
        "duplicate-heading",
        _PIPELINE,
        _INFO,
        "An article with the same heading as an earlier article of the act.",
        "Nothing, unless one of the two should have another number (correct its heading) or another act of that day.",
    )
    """The id of the later one ends with a rank."""
    LISTED_WITHOUT_FILE = (
        "listed-without-file",
        _PIPELINE,
        _WARNING,
        "Articles that a list of the articles of a text has, and that no file has that was read.",
        "Give the whole archive: one of a day has only what changed.",
    )
    """What was read of the text is in the output."""
    REPEATED_VERSION = (
        "repeated-version",
        _PIPELINE,
        _INFO,
        "A version of an article that an earlier source has too.",
        "Nothing; leave out one of the sources if the version should occur only once.",
    )
    """The id of the later one ends with a rank."""
    DIFFERENT_WORDS = (
        "different-words",
        _PIPELINE,
        _WARNING,
        "A version of an article that has other words in another source.",
        "Compare the two sources; both records are kept.",
    )
    """The id of the later one ends with a rank."""
    UNRESOLVED_PART = (
        "unresolved-part",
        _PIPELINE,
        _INFO,
        "A reference to a part that its target does not have.",
        "Check the target, which may have changed or lost its line breaks; `missing-part` has only certain cases.",
    )
    """``part_exists`` of the reference is false."""
    INTERNAL_ERROR = (
        "internal-error",
        _PIPELINE,
        _ERROR,
        "An error in this program or an extension: a file, references or results of a check are missing.",
        "Report it, with the file if you can.",
    )
    """The rest of the corpus is complete."""

    # the law as published

    CONTRADICTORY_LINK = (
        "contradictory-link",
        _AUDIT,
        _ERROR,
        "A link whose target is not the one that its words name.",
        "Trust the words, and report the link to the publisher.",
    )
    """``expected`` is the article that the words name."""
    DANGLING_REFERENCE = (
        "dangling-reference",
        _AUDIT,
        _WARNING,
        "A reference to an article that its act does not have.",
        "Compare with the published text: the number may be an error, or the article repealed or renumbered.",
    )
    """The numbers nearest to it are in the message."""
    REPEALED_TARGET = (
        "repealed-target",
        _AUDIT,
        _WARNING,
        "A reference to an article that is repealed.",
        "Find out what replaced the article, and from which day the reference is void.",
    )
    """By its record, or by the title of the link."""
    MISSING_PART = (
        "missing-part",
        _AUDIT,
        _WARNING,
        "A reference to a paragraph that the article does not have.",
        "The article was probably amended after the reference was written; compare the two.",
    )
    """No line of the article has it, at any depth."""
    SELF_REFERENCE = (
        "self-reference",
        _AUDIT,
        _WARNING,
        "An article that cites itself by its number as if it were another.",
        "Another number was probably meant; if the article means itself, it should say “le présent article”.",
    )
    """By its own number, not as “le présent article”."""
    REFERENCE_CYCLE = (
        "reference-cycle",
        _AUDIT,
        _INFO,
        "Articles that define, or yield to, one another in a circle.",
        "Read them together: a definition must end somewhere, and one of two rules must prevail.",
    )
    """Of two or three articles."""
    DUPLICATE_NUMBER = (
        "duplicate-number",
        _AUDIT,
        _WARNING,
        "Two articles of one act under one number, both law.",
        "Check whether one of them was misread, is in the wrong place, or is another version without its dates.",
    )
    """They are not versions of each other."""
    DUPLICATE_TEXT = (
        "duplicate-text",
        _AUDIT,
        _INFO,
        "One text under two numbers of an act.",
        "It may be intended, as for two bodies with the same rule; else one of the two was copied by mistake.",
    )
    """Only of texts that are long enough to be unique."""
    DAMAGED_TEXT = (
        "damaged-text",
        _AUDIT,
        _ERROR,
        "Characters that were lost or misread when the encoding of the text was converted.",
        "Fetch the source again, and read it as UTF-8.",
    )
    """``expected`` has the corrected words, where they can be known."""
    LEFTOVER_MARKUP = (
        "leftover-markup",
        _AUDIT,
        _WARNING,
        "HTML tags, entities or Markdown links that were left in the text.",
        "The markup of the source is broken there; correct it, or take the text from another source.",
    )
    """Of HTML, or of Markdown."""
    TRUNCATED_TEXT = (
        "truncated-text",
        _AUDIT,
        _WARNING,
        "A text that ends in the middle of a sentence.",
        "Fetch the source again, and compare the end.",
    )
    """At a comma, a colon, an open bracket, a preposition."""
    EMPTY_ARTICLE = (
        "empty-article",
        _AUDIT,
        _WARNING,
        "An article without text.",
        "Fetch the source again; if the publisher has no text either, it should mark the article as repealed.",
    )
    """Of an article that is not repealed."""
    NUMBERING_GAP = (
        "numbering-gap",
        _AUDIT,
        _INFO,
        "Numbers left out between two articles of one division.",
        "The missing article is probably repealed; a source that lists repealed articles would show it.",
    )
    """A warning where the act is known to have had these numbers."""
    UNREAD_LINK = (
        "unread-link",
        _AUDIT,
        _INFO,
        "Citations that the source lists as links, but that were not read in the text.",
        "Look whether the words name them: if so, the reference was missed; if not, the link is of another version.",
    )
    """Only of links that the source lists outside the text."""
    UNLISTED_REFERENCE = (
        "unlisted-reference",
        _AUDIT,
        _INFO,
        "References that were read in the text, but that the source does not list among its links.",
        "Look whether the words name them: if not, the reference was misread; publishers leave out many links.",
    )
    """Only of articles whose source lists links."""
    ORPHAN = (
        "orphan",
        _AUDIT,
        _INFO,
        "Articles that refer to nothing and that nothing refers to.",
        "Often nothing: many articles have no references. Check them in a code where most articles do.",
    )
    """One finding for each act."""


_KNOWN = {str(code): code for code in FindingCode}


def _known(code: object) -> object:
    """A code of the table as a member; the code of a user's check as it is."""
    return _KNOWN.get(code, code) if isinstance(code, str) else code


class Finding(Record):
    """Something wrong with the input, or worth knowing about it."""

    code: Annotated[FindingCode | str, BeforeValidator(_known)]
    """Its kind, such as ``empty-file``; a plain string for a check of a user."""
    severity: Severity
    """How serious it is."""
    message: str
    """What was found, what was expected and what to do, for a person."""
    path: str | None = None
    """File that it is about."""
    line: Count | None = None
    """Line of that file, from 1."""
    article: str | None = None
    """Id of the article that it is about."""
    span: Span | None = None
    """Range in the article's text, or in that of the note ``note``."""
    note: Count | None = None
    """Index of the note that ``span`` indexes."""
    expected: str | None = None
    """What is probably right, where that can be known: the id of an article, or the corrected words."""

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
        expect("code", code, FindingCode)
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
        place = self.article if self.path is None else shortened(self.path) + (f":{self.line}" if self.line else "")
        where = "" if place is None else f"{place}: "
        return f"{where}{self.severity}: {self.message} [{self.code}]"

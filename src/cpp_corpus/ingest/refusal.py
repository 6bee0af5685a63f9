"""Why an entry is not read: what it is, what was expected, what to do."""

from __future__ import annotations

import re
from typing import NamedTuple

from cpp_corpus.ingest.adapter import RawFile
from cpp_corpus.ingest.flat_dump import is_menu
from cpp_corpus.ingest.registry import ADAPTERS
from cpp_corpus.model.finding import Finding, FindingCode, Severity

__all__ = ["Refusal", "empty", "internal", "kind_of", "not_text", "unknown", "unreadable"]


class Refusal(NamedTuple):
    """Why an entry is not read."""

    code: FindingCode
    """Code of the finding."""
    kind: str
    """Its suffix, or what it is by its name: ``.pdf``, ``README.md``, ``no suffix``."""
    reason: str
    """What it is, in a few words: ``a PDF file``."""
    advice: str
    """What was expected and what to do, as sentences; may be empty."""
    severity: Severity = Severity.ERROR
    """An error where it may be a text of the law."""

    def finding(self, path: str, count: int = 1) -> Finding:
        """The finding of one entry, or of as many as there are of its kind and reason, ``path`` being the first."""
        if count == 1:
            message = f"The file is {self.reason}, so nothing of it is in the output. {self.advice}"
        else:
            message = f"{count:,} files ({self.kind}) are not read: each is {self.reason}. {self.advice}"
        return Finding.build(self.code, message.rstrip(), severity=self.severity, path=path)


def kind_of(path: str) -> str:
    """What entries are counted by: the suffix, or the whole name of a ``README``.

    >>> kind_of("a/B.PDF"), kind_of("a/readme.md"), kind_of("a/LICENSE")
    ('.pdf', 'README.md', 'no suffix')
    """
    name = path.rpartition("/")[2]
    if name.lower() == "readme.md":
        return "README.md"
    stem, dot, suffix = name.rpartition(".")
    return (dot + suffix).lower() if stem and len(suffix) <= _LONGEST else "no suffix"


def empty(path: str, *, blank: bool) -> Refusal:
    """Of an entry without bytes, or (``blank``) without words."""
    reason = "without words" if blank else "empty"
    return Refusal(FindingCode.EMPTY_FILE, kind_of(path), reason, "A text of the law was expected; fetch it again.")


def unreadable(path: str, reason: str) -> Refusal:
    """Of an entry whose bytes cannot be read."""
    advice = "Check that it exists and that you may read it."
    return Refusal(FindingCode.UNREADABLE_FILE, kind_of(path), f"unreadable: {reason}", advice)


def internal(path: str, reason: str) -> Refusal:
    """Of an entry at which this program failed, or a format that was added to it."""
    return Refusal(
        FindingCode.INTERNAL_ERROR, kind_of(path), f"left out by a fault of what reads it, {reason}", "Report it."
    )


def not_text(file: RawFile) -> Refusal:
    """Of bytes that are no text."""
    reason = file.binary or "a binary file"
    severity = Severity.INFO if reason == "an image" else Severity.ERROR
    return Refusal(
        FindingCode.BINARY_FILE, kind_of(file.path), reason, _ADVICE.get(reason, "Text was expected."), severity
    )


def unknown(file: RawFile) -> Refusal:
    """Of text that is in no format."""
    kind, reason = kind_of(file.path), _text_kind(file.head)
    if reason == _NO_FORMAT and not any(map(str.isalnum, file.text)):
        return empty(file.path, blank=True)
    severity = Severity.INFO if kind == "README.md" else Severity.ERROR
    expected = ", or ".join(adapter.expects for adapter in ADAPTERS.values())
    return Refusal(FindingCode.UNKNOWN_FORMAT, kind, reason, f"Expected: {expected}.", severity)


# ---------------------------------------------------------------------------------------------------------------------

_UNPACK = "Unpack it: pages and dumps inside it are read."
_SAVED = "Documents are not read, nor is the text that is saved of them."
_ADVICE = {
    "a PDF file": "PDF files are not read, nor is the text that pdftotext makes of them.",
    "a ZIP archive or an office document": f"{_UNPACK} {_SAVED}",
    **dict.fromkeys(("a gzip archive", "an xz archive", "a bzip2 archive", "a zstd archive"), _UNPACK),
    **dict.fromkeys(("an RTF document", "an old office document"), _SAVED),
    "an image": "",
}
_NO_FORMAT = "text in none of the formats that are read"
_LONGEST = 12  # characters of a suffix
_SHAPES = (
    (re.compile(r"\s*[{\[]"), "JSON, which is not read"),
    (re.compile(r"\s*(?:<!doctype\s+html|<html\b|<div\b|<ul\b)", re.IGNORECASE), "HTML, which is not read"),
    (re.compile(r"\s*<[?!a-z]", re.IGNORECASE), "XML, which is not read"),
    (
        re.compile(r"\s*#[ \t]+Article\b", re.IGNORECASE),
        "a page whose heading has no number of the law, nor a word that stands for one",
    ),
)


def _text_kind(head: str) -> str:
    for shape, reason in _SHAPES:
        if shape.match(head):
            return reason
    if is_menu(head):
        return "the text of a page with its menus, which cannot be told from its articles"
    return _NO_FORMAT

"""Reasons why an entry is not read: what it is, what was expected, what to do."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import NamedTuple

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.adapter import RawFile, RefusedError
from cpp_corpus.ingest.csv_table import is_table
from cpp_corpus.ingest.flat_dump import is_menu
from cpp_corpus.ingest.front_matter import read_front_matter
from cpp_corpus.ingest.json_tree import json_keys
from cpp_corpus.ingest.lines import LINE_END
from cpp_corpus.ingest.other_records import first_kind
from cpp_corpus.ingest.other_texts import CONTRACT, FIND_REFERENCES, Shown, refuse_kind, refuse_other_texts
from cpp_corpus.ingest.page_lines import tidied
from cpp_corpus.ingest.page_words import is_private
from cpp_corpus.ingest.registry import ADAPTERS, recognise
from cpp_corpus.ingest.rows import EXPECTED, Columns
from cpp_corpus.ingest.sources.entry import kind_of
from cpp_corpus.ingest.written_headings import act_of_heading
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.limits import LimitReached
from cpp_corpus.model.finding import Finding, FindingCode, Severity

__all__ = [
    "Refusal",
    "empty",
    "enclosed",
    "encoded",
    "internal",
    "is_other_data",
    "kind_of",
    "missing_extra",
    "not_law",
    "not_text",
    "refused",
    "too_much",
    "unknown",
    "unreadable",
    "worker_died",
]


class Refusal(NamedTuple):
    """Why an entry is not read."""

    code: FindingCode
    """Code of the finding."""
    kind: str
    """Its suffix, or another name for its kind: ``.pdf``, ``README.md``, ``no suffix``."""
    reason: str
    """What it is, in a few words: ``a PDF file``."""
    advice: str
    """What was expected and what to do, as sentences; can be empty."""
    severity: Severity = Severity.ERROR
    """An error where the entry may be legal text."""

    def finding(self, path: str, count: int = 1) -> Finding:
        """The finding on one entry, or on ``count`` entries of the same kind and reason, ``path`` being the first."""
        if count == 1:
            message = f"The file is {self.reason}, so it is not in the output. {self.advice}"
        else:
            message = f"{count:,} files ({self.kind}) were not read: each is {self.reason}. {self.advice}"
        return Finding.build(self.code, message.rstrip(), severity=self.severity, path=path)


def empty(path: str, *, blank: bool) -> Refusal:
    """The refusal of an entry without bytes, or (``blank``) without words."""
    reason = "without words" if blank else "empty"
    return Refusal(FindingCode.EMPTY_FILE, kind_of(path), reason, "Legal text was expected; fetch the file again.")


def unreadable(path: str, reason: str) -> Refusal:
    """The refusal of an entry whose bytes cannot be read."""
    advice = "Check that it exists and that you may read it."
    return Refusal(FindingCode.UNREADABLE_FILE, kind_of(path), f"unreadable: {reason}", advice)


def internal(path: str, reason: str) -> Refusal:
    """The refusal of an entry at which this program, or a format added to it, failed."""
    return Refusal(
        FindingCode.INTERNAL_ERROR,
        kind_of(path),
        f"left out because of an error in this program or an extension, {reason}",
        "Report it.",
    )


def worker_died(path: str) -> Refusal:
    """The refusal of an entry that ended each process that read it."""
    return Refusal(
        FindingCode.WORKER_DIED,
        kind_of(path),
        "one at which each process that read it died",
        "Look whether memory was short; read it alone, with one job, to see why, or leave it out.",
    )


def missing_extra(path: str, format_name: str, error: MissingExtraError) -> Refusal:
    """The refusal of an entry in the format ``format_name``, which needs packages that are not installed."""
    reason = f"in the format {format_name}, which needs the extra {error.extra!r}"
    how = f"`{error.command}`" if error.command else f"the extra {error.extra!r} of cpp-corpus"
    return Refusal(FindingCode.MISSING_EXTRA, kind_of(path), reason, f"Install it: {how}.")


def not_law(path: str, error: RefusedError) -> Refusal:
    """The refusal of an entry in a known format that has no article of an act."""
    severity = Severity.INFO if error.harmless else Severity.ERROR
    return Refusal(FindingCode.UNKNOWN_FORMAT, kind_of(path), error.reason, error.advice, severity)


def _cut(file: RawFile) -> Refusal | None:
    """The refusal of JSON the end of which is missing; ``None`` for any other file."""
    if _sign(file.head) != "{" or not file.is_whole:
        return None
    text = file.decoded.text.lstrip("\ufeff").rstrip()
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg.startswith("Unterminated") or error.pos >= len(text) - _LONGEST_WORD:
            reason = f"JSON that ends too early, on line {error.lineno:,}"
            return Refusal(
                FindingCode.UNKNOWN_FORMAT, kind_of(file.path), reason, "Its end is missing; fetch it again."
            )
    except (RecursionError, ValueError):
        pass
    return None


def refused(file: RawFile, error: RefusedError) -> Refusal:
    """The refusal of a file in a known format that has no article of an act, perhaps because its end is missing."""
    return _cut(file) or not_law(file.path, error)


def too_much(path: str, reached: LimitReached) -> Refusal:
    """The refusal of an entry that has more than a limit allows."""
    return Refusal(FindingCode.SIZE_LIMIT, kind_of(path), f"one {reached.what}", reached.advice)


def not_text(file: RawFile) -> Refusal:
    """The refusal of bytes that are not text."""
    reason = file.binary or "a binary file"
    if _OFFICE.match(file.data):
        reason = "an office document of another kind"
    severity = Severity.INFO if reason == "an image" else Severity.ERROR
    return Refusal(
        FindingCode.BINARY_FILE, kind_of(file.path), reason, _ADVICE.get(reason, "Text was expected."), severity
    )


def enclosed(file: RawFile) -> Refusal | None:
    """The refusal of an e-mail message, or of a web page saved as one: their words are encoded; ``None`` otherwise."""
    if file.binary or not (found := _HEADERS.match(file.head)) or not _OF_MESSAGE.search(found[0]):
        return None
    if _OF_PAGE.search(found[0]):
        reason, advice = "a web page saved as one file (MHTML)", "Save the page as HTML (.html): that is read."
    else:
        reason = "an e-mail message"
        advice = (
            "Save its words as text, with the headings of the articles, or the file attached to it: these are read."
        )
    return Refusal(FindingCode.UNKNOWN_FORMAT, kind_of(file.path), reason, advice)


def encoded(file: RawFile) -> Refusal | None:
    """The same refusal, only where words of the message are encoded: those of others can be read where they stand."""
    refusal = enclosed(file)
    return refusal if refusal is not None and _ENCODED.search(file.text) else None


def is_other_data(begins: RawFile) -> bool:
    """Whether a file is JSON in no known format, by its beginning: no limit changes that.

    >>> is_other_data(RawFile("a.json", b'[{"prix": 3}')), is_other_data(RawFile("a.txt", b"Le vent souffle."))
    (True, False)
    """
    return _sign(begins.head) == "{" and recognise(begins) is None


def unknown(file: RawFile) -> Refusal:
    """The refusal of text in no known format."""
    kind, reason = kind_of(file.path), _text_kind(file.head)
    if reason in {_NO_FORMAT, _NO_ACT, _NAMED} and (error := _other_text(file.head)):
        return not_law(file.path, error)
    if reason == _NO_FORMAT and not any(map(str.isalnum, file.text)):
        return empty(file.path, blank=True)
    if reason == _JSON:
        if error := _other_records(file):
            return not_law(file.path, error)
        if cut := _cut(file):
            return cut
    severity = Severity.INFO if kind == "README.md" else Severity.ERROR
    return Refusal(
        FindingCode.UNKNOWN_FORMAT,
        kind,
        reason,
        _LISTED.get(reason) or _OTHERS.get(reason) or _nearest(file.head, _OTHERWISE.get(reason)),
        severity,
    )


# ---------------------------------------------------------------------------------------------------------------------

_UNPACK = "Archives are read where `load` or a command is given them."
_SAVED = (
    "Save it as .docx, .odt, .rtf or text, with the headings of the articles, or a table as .xlsx, .ods or .csv: these"
    " are read."
)
_ADVICE = {
    "a PDF file": "Fetch it again.",
    "a ZIP archive or an office document": _UNPACK,
    **dict.fromkeys(("a gzip archive", "an xz archive", "a bzip2 archive", "a zstd archive"), _UNPACK),
    **dict.fromkeys(("a 7-Zip archive", "a RAR archive"), "Unpack it, or pack it as .zip or .tar.gz."),
    **dict.fromkeys(("an old office document", "an office document of another kind"), _SAVED),
    "an image": "",
}
_OFFICE = re.compile(
    rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|docProps/|mimetypeapplication/vnd\.)", re.DOTALL
)
"""The beginning of an archive that is an office document."""
_HEADERS = Pattern(
    r"(?:From [^\r\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]+\r?\n)*+){2,}\r?\n"
)
"""The headers of a message; a blank line ends them."""
_OF_MESSAGE = Pattern(r"^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To):", re.IGNORECASE | re.MULTILINE)
_OF_PAGE = Pattern(r"^(?:Snapshot-)?Content-(?:Location|Type:\s*multipart/related)", re.IGNORECASE | re.MULTILINE)
_ENCODED = Pattern(r"^Content-Transfer-Encoding:\s*(?:base64|quoted-printable)", re.IGNORECASE | re.MULTILINE)
_WORD = Pattern(r"\w{5,}")
_LEAST_LIKE = 0.4  # of the members of the example of a format
_NO_FORMAT = "text in no known format"
_TABLE_OF_CONTENTS = "a table of contents in Markdown, without the text of the articles"
_NO_ACT = "a text with headings of articles, but without a sign that it is law"
_TABLE = "a table whose columns are not those of articles"
_NAMED = "a text with headings that name the acts of their articles, but without a sign that it is law"
_NO_NUMBER = "a page whose heading has no article number of a legal text"
_LISTED = {
    CONTRACT: FIND_REFERENCES,
    _NAMED: (
        "If it is law, put the title of each act on a line of its own above its articles, and “Article 3” alone above"
        " the words of each; else `cpp-corpus refs` finds its references."
    ),
    _TABLE: f"Name those that have {EXPECTED}, and give it again.",
    _TABLE_OF_CONTENTS: "Give the files of the articles that it lists.",
    _NO_ACT: (
        "If it is law, put the title of its act on the first line, such as “Code pénal”; else `cpp-corpus refs` finds"
        " its references."
    ),
}
_HTML = "HTML in no known format"
_JSON = "JSON in no known format"
_LONGEST_WORD = len("false")
_OTHERWISE = {_NO_FORMAT: "page-text", _HTML: "web-page"}
"""The nearest format of a file that is like none."""
_REFERENCES = "Where it only cites law, `cpp-corpus refs` finds its references."
_NO_COLUMNS = "a list of lists in JSON, of whose values it does not say what they are"
_OTHERS = {
    _NO_COLUMNS: f"Put a list of the names of its columns first, such as [“numero”, “texte”, “code”]: {EXPECTED}.",
    "JSON that was written as a string": "Decode it once (`json.loads`), and save what that gives.",
    "values as Python prints them": "Save them with `json.dump`: JSON is read.",
    "an answer of a server with its headers": "Save its body alone.",
    "a link to a web page": "Open the page and save it as HTML: that is read.",
    "a dump of a database": "Make a database from it (`sqlite3 legi.sqlite < dump.sql`): that of legi.py is read.",
}
"""What a file is that holds law in a form of a program, and what to do."""
_SHAPES = (
    (re.compile(r"\s*\"\s*[{\[]\s*\\+\""), "JSON that was written as a string"),
    (re.compile(r"\s*[{\[]+\s*'[\w-]{1,40}'\s*:"), "values as Python prints them"),
    (re.compile(r"HTTP/\d(?:\.\d)? \d{3}\b"), "an answer of a server with its headers"),
    (re.compile(r"\s*\[(?:InternetShortcut|Desktop Entry)\]"), "a link to a web page"),
    (
        re.compile(
            r"(?:\s*--[^\r\n]*|\s*(?:PRAGMA|SET|BEGIN)\b[^;\r\n]*;)*+\s*(?:INSERT\s+INTO"
            r"|(?:CREATE|DROP)\s+(?:TEMP(?:ORARY)?\s+)?(?:TABLE|INDEX|VIEW|DATABASE|SCHEMA))\s",
            re.IGNORECASE,
        ),
        "a dump of a database",
    ),
    (re.compile(r"\s*\[\s*\[\s*[^{\s]"), _NO_COLUMNS),
    (re.compile(r"\s*[{\[]"), _JSON),
    (
        re.compile(r"\s*<(?:!doctype\s+html|(?:html|div|[uo]l|h[1-6]|p|a|table|section|span)\b(?!:))", re.IGNORECASE),
        _HTML,
    ),
    (re.compile(r"\s*<[?!a-z]", re.IGNORECASE), "XML in no known format"),
    (
        re.compile(
            r"\s*+(?:---[ \t]*+[\r\n]++(?:[^\r\n]++[\r\n]++){0,12}?---[ \t]*+[\r\n]\s*+)?"
            r"#[ \t]+[^\r\n]++\s++- \[[^\]]+\]\((?!https?:)[^()\s]+\)",
        ),
        _TABLE_OF_CONTENTS,
    ),
    (
        re.compile(r"\s*#[ \t]+Article\b", re.IGNORECASE),
        _NO_NUMBER,
    ),
    (
        re.compile(
            r"(?:[^\n]*\n)*?[ \t#*_]*Article[ ](?:1er|[LRDA]?\.? ?\d[\d-]*)(?: \w{2,12})?"
            r"[ ]?[-–—:][ ][A-ZÀ-Ü][^\n.;]{2,100}(?:\n|\Z)"
        ),
        _NO_ACT,
    ),
)


def _nearest(head: str, otherwise: str | None) -> str:
    """A sentence with the format whose example has most words, in JSON members, in common with the beginning of a file.

    Only formats of characters whose example begins with the same sign, such as a brace, are compared; ``otherwise`` is
    the format for a file that has nothing in common with them.
    """
    front = read_front_matter(head)
    if front and "identifiant" not in front.values:
        head = head[front.body :]
    sign = _sign(head)
    is_json = sign == "{"
    words = _features(head)
    likeness = {
        name: len(words & found) / len(found)
        for name, adapter in ADAPTERS.items()
        if _sign(adapter.example) == sign and name not in _BINARY and (found := _features(adapter.example))
    }
    name = max(likeness, key=likeness.__getitem__, default=None)
    if not sign and _LIKE_HEADING.search(head):
        name = "page-text"
    if name is None or likeness[name] <= (_LEAST_LIKE if is_json else 0):
        has_columns = is_json and Columns([path.rpartition(".")[2] for path in words]).known
        name = "json-rows" if has_columns else otherwise
    if name is None or name not in ADAPTERS:
        return "`cpp-corpus formats` lists what is read."
    nearest = f"The nearest format is {name}: {ADAPTERS[name].expects}."
    return nearest if sign in {"<", "{"} else f"{nearest} {_REFERENCES}"


def _features(text: str) -> set[str]:
    """The long words of a text; of JSON the names of the members, with those of the objects around them."""
    if _sign(text) != "{":
        return set(_WORD.findall(text))
    return {path.removeprefix("[]").removeprefix(".") for path in json_keys(RawFile("", text.encode()))} - {""}


_LIKE_HEADING = Pattern(
    r"""^[ \t>*_|«\d.-]{0,12} (?:Article|Art\.)[ ](?:n°[ ]?)? (?:unique|premier|(?:L\.?O|[LRDA])?[. *]{0,3}\d)
    [^\r\n]{0,200}(?!\r?\n[-=]{3})$""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
"""A line that is nearly the heading of an article."""
_BINARY = frozenset({"legi-sqlite", "office", "parquet", "pdf", "spreadsheet"})


def _sign(text: str) -> str:
    """The first sign of a text: ``<``, ``{`` of JSON, ``|`` of a table, ``#`` of Markdown, ``---``, or nothing."""
    begins = text.lstrip("\ufeff \t\r\n")[:3]
    if begins == "---":
        return begins
    return "{" if begins[:1] == "[" else begins[:1] if begins[:1] in {"<", "{", "#", "|"} else ""


def _text_kind(head: str) -> str:
    for shape, reason in _SHAPES:
        if shape.match(head):
            if reason == _NO_NUMBER and act_of_heading(tidied(LINE_END.split(head.strip())[0]).lstrip("# ")):
                return _NAMED
            return CONTRACT if reason == _NO_ACT and _is_private(head) else reason
    if is_table(head):
        return _TABLE
    if is_menu(head):
        return "the text of a web page with its menus, which cannot be separated from its articles"
    if _LIKE_HEADING.search(head) and _is_private(head):
        return CONTRACT
    named = (act_of_heading(tidied(line)) for line in LINE_END.split(head))
    return _NAMED if len(list(islice(filter(None, named), _FEW))) == _FEW else _NO_FORMAT


def _other_text(head: str) -> RefusedError | None:
    """What a text is that is certainly no act of France."""
    lines = [words for line in LINE_END.split(head) if (words := tidied(line).strip("#*_> "))]
    try:
        refuse_other_texts(Shown(lines[:_HEAD_LINES], [], lines[_HEAD_LINES:]))
    except RefusedError as error:
        return error
    return None


def _other_records(file: RawFile) -> RefusedError | None:
    """What the objects of JSON are that are certainly no articles."""
    objects: dict[str, dict[str, object]] = {}
    for path, value in json_keys(file).items():
        around, _, name = path.rpartition(".")
        objects.setdefault(around, {})[name] = value
    try:
        if kind := first_kind(objects.values()):
            refuse_kind(kind)
    except RefusedError as error:
        return error
    return None


def _is_private(head: str) -> bool:
    """Whether a line above the articles says that a text is a contract or the like."""
    first = _LIKE_HEADING.search(head)
    above = LINE_END.split(head[: first.start()] if first else head)
    return any(is_private(tidied(line).strip("#*_> ")) for line in above[:_HEAD_LINES])


_FEW = 2  # headings
_HEAD_LINES = 40

"""The texts of files and folders with their references: plain text, and the articles of every input format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from cpp_corpus.annotation.text import AnnotatedText
from cpp_corpus.errors import CorpusError, InputError, described
from cpp_corpus.ingest import DataEntry, Entry, PassedOver, RawFile, entries_by_place, unpacked
from cpp_corpus.ingest.bare import Bare, seen
from cpp_corpus.ingest.read import is_in_records
from cpp_corpus.ingest.refusal import Refusal, encoded
from cpp_corpus.ingest.registry import converted_text, recognise
from cpp_corpus.limits import LimitReached, Limits, check, timed, within
from cpp_corpus.model.counting import counted
from cpp_corpus.model.finding import FindingCode
from cpp_corpus.model.reference import Reference
from cpp_corpus.normalizer.recognize import find_references
from cpp_corpus.normalizer.recognize.explain import Explanation, explain
from cpp_corpus.pipeline.engine import Processes, Serial
from cpp_corpus.table import WithTables

__all__ = ["Reader", "TextsOf", "texts_at"]


class TextsOf(NamedTuple):
    """The texts of one file, or of standard input."""

    path: str
    """Where it stands."""
    texts: tuple[AnnotatedText, ...] = ()
    """Its articles, with their ids; or, if it is plain text, that text, with its path."""
    explanations: tuple[tuple[Explanation, ...], ...] = ()
    """For each text, how its references were found, if asked for."""
    problem: str | None = None
    """Why it could not be read; ``None`` if it was."""
    is_named: bool = True
    """Whether it was named itself, rather than found in a folder."""
    remark: str | None = None
    """A remark about it, such as its encoding, or ``None``."""
    is_plain: bool = True
    """Whether it is plain text, in none of the input formats."""


def texts_at(places: Sequence[str], reader: Reader, jobs: int) -> Iterator[TextsOf]:
    """The texts of each of the ``places`` (files, folders, ``-``), in their order, each file once.

    A place that does not exist has a problem, and so has what a folder or an archive holds and cannot be opened.
    ``jobs`` processes are used where there are many files.
    """
    found: list[Entry] = []
    missing: dict[int, TextsOf] = {}
    for place, inside in entries_by_place(places):
        held: list[Entry] = []
        problems: list[TextsOf] = []
        try:
            linked = False
            for entry in unpacked(inside, reader.limits):
                if not isinstance(entry, PassedOver):
                    held.append(entry)
                elif entry.kind == "link":
                    linked = True
                elif entry.code is not FindingCode.PASSED_OVER:
                    problems.append(_unopened(entry, place))
            if not held and not problems and not linked:
                problems = [TextsOf(place, problem="is a folder without files")]
        except InputError as error:
            held, problems = [], [TextsOf(place, problem=str(error).removeprefix(f"{place}: "))]
        found += held
        for problem in problems:
            missing[len(found) + len(missing)] = problem
    engine = Processes(jobs) if len(found) >= _MANY else Serial()
    read = engine.map(WithTables(reader), found)
    for at in range(len(found) + len(missing)):
        yield missing[at] if at in missing else next(read)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads an entry and finds the references in it."""

    act: str | None = None
    """Id of the citing act, where a text does not say it."""
    article: str | None = None
    """Number of the citing article of plain text."""
    is_explained: bool = False
    """Whether to explain how the references were found."""
    limits: Limits = field(default_factory=Limits)
    """How much of a file is read at most."""

    def __call__(self, entry: Entry) -> TextsOf:
        """The texts of ``entry``."""
        try:
            with within(self.limits), timed():
                return self._read(entry)
        except CorpusError:
            raise
        except LimitReached as reached:
            problem = f"is a file {reached.what}; {reached.hint}"
            return TextsOf(entry.path, problem=problem, is_named=entry.is_named)
        except Exception as error:  # noqa: BLE001 - one file must not end the others
            problem = f"left out because of an error in this program or an extension, {described(error)}"
            return TextsOf(entry.path, problem=problem, is_named=entry.is_named)

    def _read(self, entry: Entry) -> TextsOf:
        try:
            check("entry_size", entry.size(), "bytes")
            with entry.open() as stream:
                data = stream.read(self.limits.entry_size + 1)
            check("entry_size", len(data), "bytes")
        except (OSError, ValueError) as error:  # ValueError: a name that no file can have
            problem = getattr(error, "strerror", None) or str(error)
            return TextsOf(entry.path, problem=problem, is_named=entry.is_named)
        file = RawFile(entry.path, data)
        if len(data) > self.limits.text_size and not file.binary and not is_in_records(file):
            check("text_size", len(data), "bytes of text")
        if (refused := encoded(file)) is not None:
            return TextsOf(entry.path, problem=_said(refused), is_named=entry.is_named)
        if recognise(file) is not None:
            articles = self._articles(DataEntry(entry.path, data, entry.is_named))
            text = None if articles is None or articles.problem is None else _converted(file)
            if text is not None:
                return self._plain(file.path, text)
            if articles is not None:
                return articles
        if file.binary:
            return TextsOf(entry.path, problem=f"is {file.binary}; a text was expected", is_named=entry.is_named)
        return self._plain(file.path, file.text, _remark(file))

    def _plain(self, path: str, text: str, remark: str | None = None) -> TextsOf:
        words = seen(text)
        why = self._why(words.text, self.act, self.article)
        found = [each.reference for each in why]
        if not self.is_explained:
            found = find_references(words.text, act=self.act, article=self.article)
        if words.text != text:
            found = [_placed(each, words) for each in found]
            pairs = zip(why, found, strict=False)  # none is explained, or all are
            why = tuple(replace(each, reference=own, span=words.span(*each.span)) for each, own in pairs)
        fields = {"id": path, "act": self.act, "article": self.article, "text": text, "error": None}
        annotated = AnnotatedText.trusted(**fields, references=tuple(found))
        return TextsOf(path, (annotated,), (why,), remark=remark)

    def _articles(self, entry: DataEntry) -> TextsOf | None:
        """The articles of a file in an input format; ``None`` where it is text in which no articles are found."""
        from cpp_corpus.pipeline.references import recognised  # noqa: PLC0415 - plain text needs neither
        from cpp_corpus.pipeline.stages import process_file  # noqa: PLC0415

        read = process_file(entry, act=self.act)
        refused = None if read.refused is None else read.refused.refusal
        if refused and refused.code is FindingCode.UNKNOWN_FORMAT and RawFile(entry.path, entry.data).binary is None:
            return None
        if not read.is_read:
            problem = "could not be read" if refused is None else f"is {refused.reason}"
            if refused is not None and refused.code in _ADVISED:
                problem = _said(refused)
            return TextsOf(entry.path, problem=problem, is_named=entry.is_named)
        texts = [AnnotatedText.of_article(article, recognised(article)) for article in read.articles]
        why = [self._why(each.text, each.act, each.article) for each in texts]
        if self.is_explained:
            texts = [
                each.model_copy(update={"references": tuple(e.reference for e in own)})
                for each, own in zip(texts, why, strict=True)
            ]
        return TextsOf(entry.path, tuple(texts), tuple(why), is_plain=False)

    def _why(self, text: str, act: str | None, article: str | None) -> tuple[Explanation, ...]:
        return tuple(explain(text, act=act, article=article)) if self.is_explained else ()


# ---------------------------------------------------------------------------------------------------------------------

_ADVISED = (FindingCode.SIZE_LIMIT, FindingCode.MISSING_EXTRA)
"""Why a file is not read, where something can be done about it at once."""
_MANY = 16  # number of files from which starting processes is worth it


def _said(refused: Refusal) -> str:
    """Why a file is not read, and what to do."""
    return f"is {refused.reason}. {refused.advice}"


def _unopened(left_out: PassedOver, place: str) -> TextsOf:
    """What stands at a place and is not looked into, such as a damaged archive."""
    problem = f"is {left_out.reason}. {left_out.advice}".rstrip(". ")
    return TextsOf(left_out.path, problem=problem, is_named=left_out.path == place)


def _placed(reference: Reference, words: Bare) -> Reference:
    """A reference in the words of a page with its places in the source."""
    start, end = words.span(reference.start, reference.end)
    before = reference.antecedent and words.span(*reference.antecedent)
    return reference.replaced(start=start, end=end, antecedent=before)


def _converted(file: RawFile) -> str | None:
    """The text of a document without articles, if it has one."""
    try:
        return converted_text(file)
    except CorpusError:  # reading its articles has said so
        return None


def _remark(file: RawFile) -> str | None:
    decoded = file.decoded
    if decoded.damaged:
        return f"read as {decoded.encoding}, with {counted(decoded.damaged, 'damaged place')}"
    return "is not UTF-8; read as Windows-1252" if decoded.encoding == "cp1252" else None

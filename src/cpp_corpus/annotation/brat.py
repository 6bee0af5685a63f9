"""BRAT standoff: a folder with two files for each text, ``ID.txt`` and ``ID.ann``, and ``annotation.conf``.

The words of each reference are an entity whose type is its kind; positions are characters. ``via``, ``basis``,
``relation`` and other enumerations are attributes; the target in its short form (``code-penal/421-1#II/al2``) is the
note of the entity, and each other field is a note with its name. The words that an anaphor refers back to are an entity
``antecedent``, with a relation of that name. A line break in the words splits an entity in two fragments, as BRAT
requires.

:func:`read_brat` reads such a folder, also after people have edited it in BRAT; an entity that is not a reference is an
error.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import count
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from cpp_corpus.annotation.format import AnnotationFormat, Pages, counted_texts
from cpp_corpus.annotation.links import Link
from cpp_corpus.annotation.text import AnnotatedText, checked_spans
from cpp_corpus.errors import InputError
from cpp_corpus.model.reference import Reference, ReferenceKind
from cpp_corpus.model.span import Span
from cpp_corpus.model.target import target_fields

__all__ = ["BRAT", "read_brat"]


def read_brat(folder: Path) -> Iterator[AnnotatedText]:
    """The texts of a folder and their references, in the order of the names.

    ``InputError``, with its line, for an entity that is not a reference.
    """
    for path in sorted(folder.glob("*.ann")):
        source = path.with_suffix(".txt")
        try:
            text = source.read_bytes().decode("utf-8")
            lines = path.read_bytes().decode("utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"cannot be read: {error}", path=source if isinstance(error, OSError) else path) from error
        yield AnnotatedText(id=path.stem, text=text, references=tuple(_read(path, text, lines)))


# ---------------------------------------------------------------------------------------------------------------------

_ANTECEDENT = "antecedent"
_TARGET = "AnnotatorNotes"
_IN_TARGET = {"kind", "start", "end", "act", "article", "to", "open", "division", "locator", _ANTECEDENT}
"""Fields that are neither an attribute nor a note of their own."""

_ENTITY = re.compile(r"(?P<id>T\d+)\t(?P<type>\S+) (?P<spans>\d+ \d+(?:;\d+ \d+)*)\t(?P<words>.*)")
_ATTRIBUTE = re.compile(r"[AM]\d+\t(?P<name>\S+) (?P<of>\S+)(?: (?P<value>\S+))?")
_RELATION = re.compile(r"R\d+\t(?P<name>\S+) Arg1:(?P<of>\S+) Arg2:(?P<to>\S+)\s*")
_NOTE = re.compile(r"#\d+\t(?P<name>\S+) (?P<of>\S+)\t(?P<value>.*)")
_BREAK = re.compile(r"[\t\n\r]+")
_UNFIT = re.compile(r"[^\w.@~-]+")


def _folder(texts: Iterable[AnnotatedText], _: Link) -> Pages:
    counts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    yield "annotation.conf", _configuration().encode()
    for each in counted_texts(texts, counts):
        name = _file_name(each.id or f"{counts['texts']:06}", names)
        yield f"{name}.txt", each.text.encode("utf-8", "replace")
        yield f"{name}.ann", "".join(f"{line}\n" for line in _lines(each)).encode("utf-8", "replace")
    return counts


def _file_name(text_id: str, taken: Counter[str]) -> str:
    """A unique file name that every system accepts: ``code-penal_121-3`` for "code-penal/121-3"."""
    name = _UNFIT.sub("_", text_id).lstrip(".")[:100] or "_"
    key = name.casefold()
    taken[key] += 1
    return name if taken[key] == 1 else _file_name(f"{name}~{taken[key]}", taken)


def _lines(annotated: AnnotatedText) -> Iterator[str]:
    text = annotated.text
    entities, attributes, relations, notes = count(1), count(1), count(1), count(1)
    antecedents: dict[Span, str] = {}
    for reference in checked_spans(text, annotated.references):
        own = f"T{next(entities)}"
        yield _entity(own, reference.kind, text, reference.span)
        yield f"#{next(notes)}\t{_TARGET} {own}\t{reference.target}"
        for name, value in reference.__dict__.items():
            if name in _IN_TARGET or value is None:
                continue
            if isinstance(value, Enum):
                yield f"A{next(attributes)}\t{name} {own} {value.value}"
            else:
                yield f"#{next(notes)}\t{name} {own}\t{' '.join(str(value).split())}"
        before = reference.antecedent
        if before is None or not 0 <= before.start < before.end <= len(text):
            continue
        if before not in antecedents:
            antecedents[before] = f"T{next(entities)}"
            yield _entity(antecedents[before], _ANTECEDENT, text, before)
        yield f"R{next(relations)}\t{_ANTECEDENT} Arg1:{own} Arg2:{antecedents[before]}"


def _entity(name: str, kind: str, text: str, span: Span) -> str:
    parts = _parts(text, span)
    return f"{name}\t{kind} {';'.join(f'{part.start} {part.end}' for part in parts)}\t{_words(text, parts)}"


def _parts(text: str, span: Span) -> list[Span]:
    """The parts of a range between the line breaks and tabs inside it, which BRAT cannot have within an entity."""
    parts = [span]
    for match in _BREAK.finditer(text, *span):
        last = parts[-1]
        if last.start < match.start() and match.end() < span.end:
            parts[-1:] = [Span(last.start, match.start()), Span(match.end(), span.end)]
    return parts


def _words(text: str, parts: Iterable[Span]) -> str:
    return " ".join(_BREAK.sub(" ", text[part.slice]) for part in parts)


def _configuration() -> str:
    kinds = "\n".join([*ReferenceKind, _ANTECEDENT])
    values = "\n".join(
        f"{name}\tArg:<ENTITY>, Value:{'|'.join(each.value for each in enumeration)}"
        for name, enumeration in _enumerations()
    )
    return (
        f"[entities]\n{kinds}\n\n[relations]\n{_ANTECEDENT}\tArg1:<ENTITY>, Arg2:{_ANTECEDENT}\n\n[events]\n\n"
        f"[attributes]\n{values}\n"
    )


def _enumerations() -> Iterator[tuple[str, type[Enum]]]:
    """The fields of a reference that are attributes, each with its values."""
    for name, info in Reference.model_fields.items():
        for each in (info.annotation, *get_args(info.annotation)):
            if name not in _IN_TARGET and isinstance(each, type) and issubclass(each, Enum):
                yield name, each


@dataclass(slots=True)
class _Entity:
    """An entity as it is read."""

    line: int
    kind: str
    span: Span
    fields: dict[str, Any] = field(default_factory=dict)


def _read(path: Path, text: str, lines: Iterable[str]) -> Iterator[Reference]:
    entities: dict[str, _Entity] = {}
    waiting = defaultdict[str, dict[str, str]](dict)
    relations: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if match := _ENTITY.fullmatch(line):
            entities[match["id"]] = _read_entity(match, path, number, text)
        elif (match := _ATTRIBUTE.fullmatch(line)) or (match := _NOTE.fullmatch(line)):
            waiting[match["of"]][match["name"]] = (match["value"] or "true").strip()
        elif (match := _RELATION.fullmatch(line)) and match["name"] == _ANTECEDENT:
            relations[match["of"]] = match["to"]
        elif line.strip() and line[0] not in "RE*N":  # lines of other annotation schemes are skipped
            raise InputError(f"not a line of BRAT standoff: {line[:60]!r}", path=path, line=number)
    for name, entity in entities.items():
        if entity.kind != _ANTECEDENT:
            before = entities.get(relations.get(name, ""))
            yield _read_reference(entity, waiting[name], before, path)


def _read_entity(match: re.Match[str], path: Path, line: int, text: str) -> _Entity:
    if match["type"] != _ANTECEDENT and match["type"] not in list(ReferenceKind):
        known = ", ".join(ReferenceKind)
        raise InputError(f"the type {match['type']!r} is not a kind of reference: {known}", path=path, line=line)
    parts = [Span(*map(int, part.split())) for part in match["spans"].split(";")]
    words = _words(text, parts)
    if words != match["words"]:
        raise InputError(
            f"the entity {match['id']} is {match['words']!r}, but the text has {words!r} there", path=path, line=line
        )
    return _Entity(line, match["type"], Span(parts[0].start, parts[-1].end))


def _read_reference(entity: _Entity, notes: dict[str, str], before: _Entity | None, path: Path) -> Reference:
    kind = ReferenceKind(entity.kind)
    fields: dict[str, Any] = {name: value for name, value in notes.items() if name != _TARGET}
    fields |= target_fields(kind, notes.get(_TARGET, ""))
    fields |= {"kind": kind, "start": entity.span.start, "end": entity.span.end}
    if before is not None:
        fields[_ANTECEDENT] = before.span
    try:
        return Reference.model_validate(fields)
    except ValidationError as error:
        wrong = error.errors()[0]
        raise InputError(
            f"the entity is not a reference: {'.'.join(map(str, wrong['loc']))}: {wrong['msg']}",
            path=path,
            line=entity.line,
        ) from error


BRAT = AnnotationFormat(
    description="BRAT standoff, a .txt and an .ann file for each text",
    suffix="",
    write=_folder,
)
"""The format ``brat``."""

"""The table of annotation formats, and the functions that write and read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from cpp_corpus.annotation.bio import BIO
from cpp_corpus.annotation.brat import BRAT, read_brat
from cpp_corpus.annotation.format import AnnotationFormat, Pages
from cpp_corpus.annotation.html import HTML
from cpp_corpus.annotation.jsonl import JSONL, read_jsonl
from cpp_corpus.annotation.links import Href, link_of
from cpp_corpus.annotation.markdown import MARKDOWN
from cpp_corpus.annotation.spacy import SPACY
from cpp_corpus.annotation.table import CSV
from cpp_corpus.annotation.text import AnnotatedText
from cpp_corpus.annotation.web import WEB_ANNOTATION
from cpp_corpus.atomic import new_file, new_folder
from cpp_corpus.errors import InputError, MissingExtraError, OutputError, expect, expect_all
from cpp_corpus.model.reference import Reference
from cpp_corpus.table import Table, no_instance_of

__all__ = ["ANNOTATIONS", "annotate", "chosen_format", "read_annotations", "streamed", "write_annotations"]

ANNOTATIONS: Table[AnnotationFormat] = Table(
    "annotations",
    {
        "jsonl": JSONL,
        "html": HTML,
        "markdown": MARKDOWN,
        "brat": BRAT,
        "bio": BIO,
        "csv": CSV,
        "web-annotation": WEB_ANNOTATION,
        "spacy": SPACY,
    },
    fault=no_instance_of(AnnotationFormat),
)
"""The formats by name; other packages add to it by entry points of the group ``cpp_corpus.annotations``."""


def annotate(
    text: str, references: Iterable[Reference], *, to: str = "html", href: Href | Iterable[Href] | None = None
) -> str:
    """``text`` with its ``references`` as links, in HTML or Markdown; nothing else is changed.

    ``to`` is ``"html"`` or ``"markdown"``. ``href`` gives the address of a reference: a pattern with the fields
    ``{act}``, ``{article}``, ``{to}``, ``{division}``, ``{locator}``, ``{kind}``, ``{target}``, ``{relation}`` and
    ``{via}``, each percent-encoded, where a reference without one of them has no link; a function of the reference that
    gives an address or ``None``; or several of these, of which the first that gives one counts. The text is escaped, so
    that it never becomes markup; ``InputError`` for an address that is not relative, ``http:``, ``https:``,
    ``mailto:``, ``ftp:``, ``file:`` or ``urn:``.

    References with the same words are one link, with the address of the first of them; in HTML its attributes list all.

    >>> from cpp_corpus import find_references
    >>> text = "Vu l'article 7 du code civil"
    >>> annotate(text, find_references(text), to="markdown", href="https://law.example/{act}/{article}")
    "Vu l'article [7](https://law.example/code-civil/7) du code civil"
    """
    expect("text", text, str)
    inline = {name: made.inline for name, made in ANNOTATIONS.items() if made.inline is not None}
    if to not in inline:
        raise OutputError(f"texts cannot be annotated in {to!r}; there are: {', '.join(inline)}")
    return inline[to](text, references, link_of(href))


def write_annotations(
    texts: Iterable[AnnotatedText],
    out: str | PathLike[str],
    to: str = "jsonl",
    *,
    href: Href | Iterable[Href] | None = None,
) -> Mapping[str, int]:
    """Write ``texts`` with their references to ``out``, and give the counts of what was written.

    ``to`` is a format of :data:`ANNOTATIONS`; ``href`` is as in :func:`annotate`. ``out`` is a file, which is replaced,
    or, for a format with several files, a folder, which must be new or empty; it appears complete or not at all. Texts
    are written as they come. ``OutputError`` where it cannot be written, ``MissingExtraError`` where the format needs
    packages that are not installed.

    >>> import cpp_corpus, tempfile
    >>> texts = cpp_corpus.find_references_in(["l'article 7 du code civil", "le code pénal"])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     dict(write_annotations(texts, f"{folder}/out.bio", "bio"))
    {'texts': 2, 'references': 2, 'overlapping': 0}
    """
    expect("out", out, str, PathLike)
    chosen, path = chosen_format(to), Path(out)
    pages = chosen.write(_checked(texts), link_of(href))
    return _to_file(pages, path) if chosen.suffix else _to_folder(pages, path)


def _checked(texts: Iterable[AnnotatedText]) -> Iterator[AnnotatedText]:
    """The texts as they come; ``ArgumentError`` for one that is none."""
    given: object = texts
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        expect_all("texts", texts, AnnotatedText)
    for at, text in enumerate(texts):
        expect(f"texts[{at}]", text, AnnotatedText)
        yield text


def read_annotations(path: str | PathLike[str]) -> list[AnnotatedText]:
    """The texts and references of ``path``: a file of the format ``jsonl``, or a folder of the format ``brat``.

    ``InputError``, with the place, where it cannot be read.

    >>> import cpp_corpus, tempfile
    >>> found = list(cpp_corpus.find_references_in(["l'article 7 du code civil"]))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = write_annotations(found, f"{folder}/gold", "brat")
    ...     read_annotations(f"{folder}/gold")[0].references == found[0].references
    True
    """
    expect("path", path, str, PathLike)
    source = Path(path)
    if source.is_dir():
        if not any(source.glob("*.ann")):
            raise InputError("has no file .ann", path=source, hint="a folder of BRAT standoff was expected")
        return list(read_brat(source))
    try:
        return list(read_jsonl(source))
    except OSError as error:
        raise InputError(error.strerror or str(error), path=source) from error


def chosen_format(name: str) -> AnnotationFormat:
    """The format of that ``name``; ``OutputError`` or ``MissingExtraError`` where there is none."""
    if name not in ANNOTATIONS:
        raise OutputError(f"there is no annotation format {name!r}; there are: {', '.join(ANNOTATIONS)}")
    chosen = ANNOTATIONS[name]
    if any(find_spec(module) is None for module in chosen.modules):
        raise MissingExtraError(f"the format {name!r}", chosen.extra or name)
    return chosen


def streamed(
    texts: Iterable[AnnotatedText], file: BinaryIO, to: str, href: Href | Iterable[Href] | None = None
) -> Mapping[str, int]:
    """Write ``texts`` in a format of one file to an open ``file``, as they come."""
    return _written(chosen_format(to).write(texts, link_of(href)), lambda _, page: file.write(page))


# ---------------------------------------------------------------------------------------------------------------------


def _written(pages: Pages, add: Callable[[str, bytes], object]) -> Counter[str]:
    """The counts, when ``add`` has been given each page and the name of its file."""
    while True:
        try:
            name, page = next(pages)
        except StopIteration as end:
            counts: Counter[str] = end.value
            return counts
        add(name, page)


def _to_file(pages: Pages, path: Path) -> Counter[str]:
    with new_file(path) as file:
        return _written(pages, lambda _, page: file.write(page))


def _to_folder(pages: Pages, path: Path) -> Counter[str]:
    with new_folder(path, _check_new) as new:
        return _written(pages, lambda name, page: _add(new.path / name, page))


def _check_new(path: Path) -> None:
    """``OutputError`` unless there is nothing at ``path``, or an empty folder."""
    if path.is_file():
        raise OutputError(f"{path}: is a file; give a folder for the output")
    if path.is_dir() and any(path.iterdir()):
        raise OutputError(f"{path}: is a folder with files in it; name a new folder, or empty this one")


def _add(path: Path, page: bytes) -> None:
    with path.open("ab") as file:
        file.write(page)

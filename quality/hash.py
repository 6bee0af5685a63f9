"""A hash over every field of every reference of many texts, so that two installations can be compared.

    python -m quality.hash [--with PYTHON] [FOLDER …]

The texts are the labelled passages, plain and in other typography, the fixtures, the articles of ``links-dev`` in
``../shared`` where that is there, and the articles of each FOLDER. ``--with`` names the Python of another venv: the
hashes of its installation must be the same. Exits 1 where they differ, or where neither or both are compiled.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import os
import subprocess
import sys
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cpp_corpus import load
from cpp_corpus.normalizer import recognize
from quality.passages import Passage, passages, registers
from quality.shared import SHARED

__all__ = ["Sample", "hashed", "installed", "samples"]

_ROOT = Path(__file__).parents[1]
_LINKS = SHARED / "data" / "links-dev.jsonl.xz"
_TYPOGRAPHY: dict[str, Callable[[str], str]] = {
    "plain": str,
    "capitals": str.upper,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "wrapped": lambda text: textwrap.fill(text, 60, break_long_words=False, break_on_hyphens=False),
}


class Sample(NamedTuple):
    """A text with its notes, and the citing article."""

    text: str
    act: str | None
    article: str | None
    notes: tuple[str, ...] = ()


class Line(NamedTuple):
    """What is printed of a set of texts."""

    name: str
    texts: int
    references: int
    digest: str


def main() -> int:
    """Hash, print and compare; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m quality.hash", description=__doc__)
    parser.add_argument("folders", nargs="*", metavar="FOLDER", type=Path, help="pages whose articles are read as well")
    parser.add_argument("--with", dest="other", metavar="PYTHON", help="the Python of another installation")
    options = parser.parse_args()
    lines = []
    print(installed())
    for name, texts in samples(options.folders):
        lines.append(hashed(name, texts))
        print(*lines[-1], sep="\t", flush=True)
    return 0 if options.other is None else _compared(lines, options.other, options.folders)


def installed() -> str:
    """Whether the recogniser that this Python imports is ``pure`` or ``compiled``."""
    return "pure" if str(recognize.grammar.__file__).endswith(".py") else "compiled"


def samples(folders: Iterable[Path] = ()) -> Iterator[tuple[str, Iterable[Sample]]]:
    """The sets of texts, each with its name."""
    labelled = [*passages(), *(passage for each in registers().values() for passage in each)]
    for name, change in _TYPOGRAPHY.items():
        yield f"passages, {name}", _passages(labelled, change)
    yield "fixtures", _articles(*(_ROOT / "fixtures" / name for name in ("mirror", "dumps", "pages")))
    if _LINKS.is_file():
        yield "links", _links()
    for folder in folders:
        yield folder.name, _articles(folder)


def hashed(name: str, texts: Iterable[Sample]) -> Line:
    """The hash over the references of texts, every field of them, in order."""
    digest = hashlib.sha256()
    count = found = 0
    for sample in texts:
        references = recognize.recognize(sample.text, sample.notes, act=sample.act, article=sample.article)
        count += 1
        found += len(references)
        digest.update(f"{len(references)}\n".encode())
        for reference in references:
            digest.update(f"{reference.model_dump_json()}\n".encode())
    return Line(name, count, found, digest.hexdigest()[:16])


def _passages(labelled: Iterable[Passage], change: Callable[[str], str]) -> Iterator[Sample]:
    return (Sample(change(passage.text), passage.act, passage.article) for passage in labelled)


def _articles(*sources: Path) -> Iterator[Sample]:
    for article in load(*sources).articles:
        number = article.number.normalized if article.number else None
        yield Sample(article.text, article.act, number, tuple(note.text for note in article.notes))


def _links() -> Iterator[Sample]:
    with lzma.open(_LINKS, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield Sample(article["text"], article["act"], article["article"])


def _compared(lines: list[Line], python: str, folders: Iterable[Path]) -> int:
    command = [python, "-m", "quality.hash", *(str(folder.resolve()) for folder in folders)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        print(f"{python} has not made the hashes:\n{done.stderr}", file=sys.stderr)
        return 1
    build, *others = done.stdout.splitlines()
    if build == installed():
        print(f"both installations are {build}", file=sys.stderr)
        return 1
    differing = [line.name for line, other in zip(lines, others, strict=True) if "\t".join(map(str, line)) != other]
    print(f"{build}:", f"other references of {', '.join(differing)}" if differing else "the same references")
    return bool(differing)


if __name__ == "__main__":
    sys.exit(main())

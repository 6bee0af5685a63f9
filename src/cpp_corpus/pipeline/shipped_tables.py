"""The tables of codes of this package, brought up to date from a corpus: ``make tables FROM=CORPUS AS_OF=DAY``.

``CORPUS`` is what ``cpp-corpus normalize`` wrote, a mirror, LEGI, or any other texts of codes; ``DAY`` is that of their
law. Titles, identifiers, dates and the names by which texts cite a code stay as they are; a new code gets a row, to be
completed by hand.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path

from cpp_corpus.atomic import write_file
from cpp_corpus.errors import InputError
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.pipeline.learn import Learned, learn
from cpp_corpus.pipeline.reading import read_records
from cpp_corpus.store.database import is_store
from cpp_corpus.store.records import StoredRecords

__all__ = ["main", "renew"]


DATA = Path(str(files("cpp_corpus.lang"))) / "data"
"""The tables of the package."""


def renew(folder: Path, articles: Iterable[IndexedArticle], day: date) -> list[Learned]:
    """Rewrite ``acts.toml`` and ``numbers.txt.xz`` in ``folder`` with what the articles teach.

    Equal articles give equal bytes. Codes that the corpus lacks keep their numbers, with the day of these.
    """
    found = {each.act.id: each for each in learn(articles, day, "")}
    listed = _renew_numbers(folder / "numbers.txt.xz", found)
    _renew_acts(folder / "acts.toml", found, listed, day)
    return list(found.values())


def main(arguments: Sequence[str]) -> None:
    """Bring the tables of the package up to date; ``arguments`` are a corpus and the day of its law."""
    if len(arguments) != 2:
        raise SystemExit("usage: python -m cpp_corpus.pipeline.shipped_tables CORPUS DAY")
    path, day = arguments
    indexed = StoredRecords(path).index.all() if is_store(path) else read_records([path]).indexed
    found = renew(DATA, indexed, date.fromisoformat(day))
    for each in found:
        new = "a new code, " if each.is_new else ""
        print(f"{each.act.id}: {new}{len(each.added):,} numbers added, {len(each.dropped):,} dropped")  # noqa: T201


# ---------------------------------------------------------------------------------------------------------------------

_DAY = re.compile(r"^day = (\S+)$", re.MULTILINE)
_ID = re.compile(r'^id = "([^"]+)"$', re.MULTILINE)
_ROW = "\n[[act]]\n"


def _renew_numbers(path: Path, found: Mapping[str, Learned]) -> Collection[str]:
    """The codes whose numbers are known."""
    lines = dict(line.split("\t", 1) for line in lzma.decompress(path.read_bytes()).decode().split("\n"))
    lines |= {act: " ".join(each.act.numbers) for act, each in found.items()}
    text = "\n".join(f"{act}\t{numbers}" for act, numbers in sorted(lines.items()))
    write_file(path, lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    return lines


def _renew_acts(path: Path, found: Mapping[str, Learned], listed: Collection[str], day: date) -> None:
    head, *rows = path.read_text("utf-8").split(_ROW)
    before = _DAY.search(head)
    if before is None:
        raise InputError("has no day above its first row", path=path, hint="write one: day = 2025-01-31")
    older = set(listed).difference(found) if before[1] != str(day) else ()
    kept = [_of_day(row, found, older, before[1]) for row in rows]
    new = [_new_row(each) for each in found.values() if each.is_new]
    write_file(path, _ROW.join([_DAY.sub(f"day = {day}", head), *kept, *new]).encode())


def _of_day(row: str, found: Collection[str], older: Collection[str], before: str) -> str:
    """A row with the day of its numbers, where they are older than the table."""
    ident = _ID.search(row)
    if ident is None or ident[1] in found:
        return re.sub(r"^day = .*\n", "", row, flags=re.MULTILINE)
    return row if ident[1] not in older or _DAY.search(row) else f"{row.rstrip()}\nday = {before}\n"


def _new_row(each: Learned) -> str:
    title = each.act.title.replace("\\", "\\\\").replace('"', '\\"')
    return f'id = "{each.act.id}"\ntitle = "{title}"\nlegitext = ""\nstate = "in_force"\n'


if __name__ == "__main__":
    main(sys.argv[1:])

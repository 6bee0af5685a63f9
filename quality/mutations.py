"""No word is lost and none is invented, whatever happens to a page or a dump.

    python -m quality.mutations [PATH …] [--times N] [--seed N]

Each text below the paths (Markdown pages and flat dumps; by default the fixtures) is changed at random some times:
bytes and lines are deleted, doubled and swapped, tags are cut and put in. Of each changed text that is read, every
letter and digit outside of tags must stand in exactly one record, as often as in the text. It prints what differs, and
ends with exit status 1 where anything does.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from random import Random
from typing import NamedTuple

from cpp_corpus import tokenizer
from cpp_corpus.ingest import RawFile, read_bytes
from cpp_corpus.ingest.tags import TAG_NAMES
from cpp_corpus.lang.typography import without_damage

__all__ = ["Difference", "changed", "difference", "texts_at"]

_FORMATS = frozenset({"mirror-page", "flat-dump", "page-text", "markdown-code"})
"""Those whose words are all words of the file: others have front matter, code or escapes."""
_TAG = re.compile(rf"</?(?:{TAG_NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_TAG_OR_COMMENT = re.compile(rf"<!--.*?-->|{_TAG.pattern}", re.DOTALL | re.IGNORECASE)
_COMMENT_END = "-->"
_WHOLE_TAG, _TAG_ENDS = re.compile(rb"<[^<>]*>"), re.compile(rb"[<>]")
_LARGEST = 200_000  # bytes of a text that is changed
_SNIPPETS = tuple(
    part.encode()
    for part in (
        *("<", ">", "&", "#", "\n# ", "\n\n", "\n", "\r", "\t", "   ", "/>", "=", "'", '"', "\\", "**", "[", "](", "|"),
        *("<!--", "-->", "<p>", "</p>", "<p class='a", "<br/>", "<td>", "<table>", "</table>", "<i>", "</i>", "<SPAN>"),
        *("<a href='/x/l1.md'>", "</a>", "<a title='a\n# Article 5\n'>", "<sup>2</sup>", "<sub>", "<h1>", "<i>NOTA : "),
        *("&nbsp;", "&#160", "&lt;p&gt;", "\u0301", "\xad", "\u200b", "\0", "\f", "---\n", "[1]", "| a | b |\n"),
        *("•", "\n  • ", "\n# Article 7\n\n", "Article 9\n", "Version en vigueur au 1 mars 2024\n", "NOTA : "),
    )
)


class Difference(NamedTuple):
    """What one text and its records do not have in common, with the number of times."""

    lost: Counter[str]
    """Letters and digits of the text that are in no record."""
    invented: Counter[str]
    """Those of the records that are not in the text."""


def difference(data: bytes, path: str) -> Difference | None:
    """What the records of a text, ``data`` at ``path``, have lost and invented; ``None`` where it is not read."""
    read = read_bytes(data, path)
    if read.refusal is not None or read.format not in _FORMATS:
        return None
    parts: list[str] = []
    for document in read.documents:
        made = tokenizer.tokenize(document)
        parts += made.leftovers
        for article in made.articles:
            parts += (article.heading or "", article.text, *(note.text for note in article.notes))
    text = without_damage(RawFile(path, data).decoded.text)
    bare = _without_tags(text)
    words = text if bare is None else unescape(bare)
    have, said = _signs("\n".join(parts)), _signs(words)
    if have != said and have == _signs(unescape(words)):  # a page may have entities and no tag
        return Difference(Counter(), Counter())
    return Difference(said - have, have - (said | _signs(text)))  # an entity that is none stays as it is


def changed(random: Random, data: bytes) -> bytes:
    """``data``, changed once or a few times."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 5))):
        data = random.choice(_CHANGES)(random, data) or b"x"
    return data


def texts_at(places: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """The paths and bytes of the texts at and below ``places``, in their order."""
    for place in places:
        found = [place] if place.is_file() else sorted(each for each in place.rglob("*") if each.is_file())
        for path in found:
            if path.suffix in {".md", ".txt"} and path.name != "README.md" and 0 < path.stat().st_size < _LARGEST:
                yield str(path), path.read_bytes()


# ---------------------------------------------------------------------------------------------------------------------


def _without_tags(text: str) -> str | None:
    """``text`` with a space for each of its tags and comments; ``None`` where it has none.

    Behind the last end of a comment none begins: a search for its end there would take the square of the length.
    """
    end = text.rfind(_COMMENT_END) + len(_COMMENT_END) if _COMMENT_END in text else 0
    first, in_first = _TAG_OR_COMMENT.subn(" ", text[:end])
    rest, in_rest = _TAG.subn(" ", text[end:])
    return first + rest if in_first or in_rest else None


def _signs(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def _without_bytes(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + data[at + random.randrange(1, 6) :]


def _cut_off(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data))]


def _without_middle(random: Random, data: bytes) -> bytes:
    first, last = sorted((random.randrange(len(data)), random.randrange(len(data))))
    return data[:first] + data[last:]


def _without_bracket(random: Random, data: bytes) -> bytes:
    found = [match.start() for match in _TAG_ENDS.finditer(data)]
    at = random.choice(found) if found else random.randrange(len(data))
    return data[:at] + data[at + 1 :]


def _cut_tag(random: Random, data: bytes) -> bytes:
    found = list(_WHOLE_TAG.finditer(data))
    if not found:
        return _cut_off(random, data)
    tag = random.choice(found)
    at = random.randrange(tag.start(), tag.end())
    return data[:at] + (data[tag.end() :] if random.random() < 0.5 else b"")


def _doubled_line(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    return b"\n".join([*lines[:at], lines[at], *lines[at:]])


def _swapped_lines(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _without_line(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    del lines[random.randrange(len(lines))]
    return b"\n".join(lines)


def _moved_piece(random: Random, data: bytes) -> bytes:
    at, start = random.randrange(len(data)), random.randrange(len(data))
    return data[:at] + data[start : start + random.randrange(1, 40)] + data[at:]


def _with_snippet(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) if random.random() < 0.5 else min(len(data), 60))
    return data[:at] + random.choice(_SNIPPETS) + data[at:]


_CHANGES = (
    *(_without_bytes, _cut_off, _without_middle, _without_bracket, _cut_tag, _doubled_line, _swapped_lines),
    *(_without_line, _moved_piece, _with_snippet, _with_snippet),
)


def _main() -> int:
    parser = argparse.ArgumentParser(description="Change texts at random, and look for words lost and invented.")
    fixtures = [Path("fixtures", name) for name in ("mirror", "dumps", "pages")]
    parser.add_argument("paths", nargs="*", type=Path, default=fixtures)
    parser.add_argument("--times", type=int, default=100, help="changes of each text")
    parser.add_argument("--seed", type=int, default=0, help="of the changes")
    parser.add_argument("--keep", type=Path, help="folder for the changed texts that differ")
    given = parser.parse_args()
    random = Random(given.seed)  # noqa: S311 - the same changes each time
    tried = unread = differ = 0
    for path, data in texts_at(given.paths):
        for _ in range(given.times):
            made = changed(random, data)
            found = difference(made, path)
            tried += 1
            unread += found is None
            if found is None or not (found.lost or found.invented):
                continue
            differ += 1
            sys.stdout.write(f"{path}: lost {dict(found.lost)}, invented {dict(found.invented)}\n")
            if given.keep is not None:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{differ}{Path(path).suffix}").write_bytes(made)
    sys.stdout.write(f"{tried:,} changed texts, {unread:,} not read, {differ:,} with words lost or invented\n")
    return int(differ > 0 or not tried)


if __name__ == "__main__":
    raise SystemExit(_main())

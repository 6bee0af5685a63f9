"""The texts of the benchmark, and what is true of them: no text of the law is shipped, it is read from a mirror."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import cpp_corpus
from cpp_corpus import Article
from quality.labels import LabelledText, read_labels
from quality.passages import LABELLED, labelled_registers

__all__ = ["ANNOTATIONS", "Text", "Truth", "annotated", "invented", "linked", "packed"]

ANNOTATIONS = Path(__file__).parent / "annotations.jsonl"
"""The annotations by hand: page, number of characters and SHA-256 of its words, and the references by their places."""


class Truth(NamedTuple):
    """A reference to an article, or to a range of them, that stands in a text."""

    start: int
    end: int
    act: str | None
    """``None`` where the text alone cannot tell."""
    article: str | None
    to: str | None = None
    """The last number of a range."""
    kind: str = "article"


@dataclass(frozen=True, slots=True)
class Text:
    """A text to read."""

    name: str
    register: str
    """The kind of text, for the table."""
    text: str
    act: str | None
    """The act and article in which it stands; ``None`` for a text that belongs to no act."""
    article: str | None
    truths: tuple[Truth, ...] = field(default=())


def linked(mirror: Path, count: int, jobs: int) -> tuple[list[Text], int]:
    """``count`` articles with links of Légifrance, drawn evenly from a mirror, and how many links were left out.

    A link is left out where the number that it stands on is another than that of its target, and where words behind it
    name a law, a decree or a treaty while it leads to a code: such links contradict their own words.
    """
    articles = [each for each in cpp_corpus.load(mirror, jobs=jobs).articles if _links(each)]
    step = max(1, len(articles) // count)
    texts, left_out = [], 0
    for article in articles[::step][:count]:
        kept = []
        for truth in _links(article):
            if _contradicts(article.text, truth):
                left_out += 1
            else:
                kept.append(truth)
        texts.append(Text(article.source.path, "links", article.text, article.act, str(article.number), tuple(kept)))
    return texts, left_out


def annotated(mirror: Path, path: Path = ANNOTATIONS) -> tuple[list[Text], int]:
    """The annotated articles, their texts read from the mirror, and how many are of another text there."""
    texts, other = [], 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = _words_of(mirror / row["path"], row["article"])
        if found is None or _digest(found) != row["sha256"]:
            other += 1
            continue
        places = _places(found)
        truths = tuple(
            Truth(places[start], places[end - 1] + 1, act, article, to, kind)
            for start, end, kind, act, article, to in row["references"]
        )
        texts.append(Text(row["path"], "codes, by hand", found, row["act"], row["article"], truths))
    return texts, other


def invented() -> list[Text]:
    """The labelled passages of this project, by register: invented, so that they can be shipped."""
    codes = [labelled for path in sorted(LABELLED.glob("[a-z]*.md")) for labelled in read_labels(path)]
    return [*_labelled("codes, invented", codes), *_registers()]


def packed(rows: Iterable[dict[str, object]], mirror: Path) -> Iterator[str]:
    """The lines of ``annotations.jsonl`` from annotated texts, their references counted anew on the mirror's words."""
    for row in rows:
        text, path = str(row["text"]), str(row["path"])
        found = _words_of(mirror / path, str(row["article"]))
        if found is None or _blankless(found) != _blankless(text):
            continue
        before = _counts(text)
        references = [
            [before[r["start"]], before[r["end"]], r["kind"], r["act"], r["article"], r["to"]]
            for r in row["references"]  # type: ignore[attr-defined]
        ]
        kept = {"path": path, "act": row["act"], "article": row["article"], "sha256": _digest(found)}
        yield json.dumps(kept | {"references": references}, ensure_ascii=False)


# ---------------------------------------------------------------------------------------------------------------------

_LAW = re.compile(
    r"[^\S\n]*,?[^\S\n]*(?:de\s+la|de\s+l['’]|du|des|de\s+cette|de\s+ce|d['’]un)\s*(?:même\s+|présente?\s+|dite\s+)?"
    r"(?:loi|décret|ordonnance|arrêté|règlement\s+\(|règlement\s+n|directive|convention|traité|constitution|charte"
    r"|protocole|décision|statut)\b",
    re.IGNORECASE,
)


def names_a_law(text: str, end: int) -> bool:
    """Whether the words right behind a place name a law, a decree, a treaty or the like."""
    return _LAW.match(text, end) is not None


def _links(article: Article) -> list[Truth]:
    return [
        Truth(link.span.start, link.span.end, link.act, link.article)
        for link in article.links
        if link.note is None and link.kind is None and link.act and link.article and link.span.end > link.span.start
    ]


def _contradicts(text: str, truth: Truth) -> bool:
    anchor = _plain(text[truth.start : truth.end])
    other = any(map(str.isdigit, anchor)) and _plain(truth.article or "") not in anchor
    return other or names_a_law(text, truth.end)


def _plain(number: str) -> str:
    """Letters and digits alone: ``R. * 123-4`` and ``r123-4`` are one."""
    return "".join(filter(str.isalnum, number)).lower()


def _words_of(page: Path, number: str) -> str | None:
    """The text of an article of a page, with its notes."""
    if not page.is_file():
        return None
    found = cpp_corpus.load(page).articles
    article = next((each for each in found if each.number is not None and each.number.normalized == number), None)
    return None if article is None else "\n\n".join([article.text, *(note.text for note in article.notes)])


def _blankless(text: str) -> str:
    return "".join(text.split())


def _digest(text: str) -> str:
    return hashlib.sha256(_blankless(text).encode()).hexdigest()


def _places(text: str) -> list[int]:
    """Where the characters that are no blanks stand."""
    return [at for at, char in enumerate(text) if not char.isspace()]


def _counts(text: str) -> list[int]:
    """How many characters that are no blanks stand before each place."""
    counts, seen = [], 0
    for char in text:
        counts.append(seen)
        seen += not char.isspace()
    return [*counts, seen]


def _registers() -> Iterator[Text]:
    for labelled in labelled_registers():
        yield from _labelled(labelled.source.partition(".")[0], [labelled])


def _labelled(register: str, texts: Sequence[LabelledText]) -> Iterator[Text]:
    for labelled in texts:
        truths = tuple(
            Truth(label.start, label.end, label.act, label.article, label.to, label.kind.value)
            for label in labelled.labels
        )
        yield Text(labelled.source, register, labelled.text, labelled.act, labelled.article, truths)

"""The measures: Légifrance's own links, articles annotated by hand, speed."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from adapt import Claim

__all__ = ["Article", "Row", "by_hand", "row", "row_by_hand", "speed", "table"]

Row = dict[str, Any]

# What follows on another line is another cell of a table.
_NO_CODE = re.compile(
    r"[^\S\n]*,?[^\S\n]*(?:de\s+la|de\s+l['’]|du|des|de\s+cette|de\s+ce|d['’]un)\s*(?:même\s+|présente?\s+|dite\s+)?"
    r"(?:loi|décret|ordonnance|arrêté|règlement\s+\(|règlement\s+n|directive|convention|traité|constitution|charte"
    r"|protocole|décision|statut)\b",
    re.IGNORECASE,
)

_NUMBERED = re.compile(r"\d|préliminaire|unique")  # "même article" counts for nobody: no peer resolves it

_COLUMNS = {
    "name": "",
    "right": "links right",
    "same act": "… of the citing act",
    "other act": "… of another act",
    "usurped": "article of a law given to a code",
    "precision": "by hand: precision",
    "recall": "recall",
    "f1": "F1",
    "speed": "MB/s",
    "times": "slower than this project",
}


@dataclass(frozen=True, slots=True)
class Article:
    """A text to read, who speaks, and what is known of it."""

    text: str
    act: str
    article: str
    links: list[dict[str, Any]] = field(default_factory=list)
    """Légifrance's: ``start``, ``end``, ``act``, ``article``."""
    references: list[dict[str, Any]] = field(default_factory=list)
    path: str = ""


def by_hand(path: Path) -> list[Article]:
    """The annotated articles of a file."""
    return [Article(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def row(name: str, articles: Sequence[Article], found: Sequence[list[Claim]], seconds: float) -> Row:
    """Shares of links right, of articles of laws given to a code, and MB of UTF-8 a second."""
    right, links, laws, usurped = Counter[str](), Counter[str](), 0, 0
    for article, claims in zip(articles, found, strict=True):
        for link in article.links:
            over = [claim for claim in claims if claim.start < link["end"] and link["start"] < claim.end]
            acts = {claim.act for claim in over if link["article"] in (claim.article, claim.to)}
            for group in ("right", "same act" if link["act"] == article.act else "other act"):
                links[group] += 1
                right[group] += acts == {link["act"]}
        for claim in claims:
            if _NO_CODE.match(article.text, claim.end):
                laws += 1
                usurped += bool(claim.act) and str(claim.act).startswith(("code-", "livre-des-"))
    shares = {group: right[group] / links[group] for group in links}
    return {"name": name, **shares, "usurped": usurped / (laws or 1), "speed": speed(articles, seconds)}


def speed(articles: Sequence[Article], seconds: float) -> float:
    """MB of UTF-8 text a second."""
    return sum(len(article.text.encode()) for article in articles) / 1e6 / seconds


def row_by_hand(articles: Sequence[Article], found: Sequence[list[Claim]]) -> Row:
    """Precision and recall on the articles of codes that are cited by a number, parts of articles left aside."""
    agreed = missed = invented = 0
    for article, claims in zip(articles, found, strict=True):
        written = {
            (r["start"], r["end"], r["act"], r["article"], r["to"])
            for r in article.references
            if r["kind"] == "article" and r["article"] and _code(r["act"]) and _NUMBERED.search(r["anchor"])
        }
        left = {
            (c.start, c.end, c.act, c.article, c.to)
            for c in claims
            if c.article and _code(c.act) and _NUMBERED.search(article.text[c.start : c.end])
        }
        for one in written:
            match = next(
                (c for c in sorted(left, key=str) if c[2:] == one[2:] and c[0] < one[1] and one[0] < c[1]), None
            )
            agreed += match is not None
            missed += match is None
            left -= {match} if match else set()
        invented += len(left)
    precision, recall = agreed / (agreed + invented or 1), agreed / (agreed + missed or 1)
    return {"precision": precision, "recall": recall, "f1": 2 * agreed / (2 * agreed + missed + invented or 1)}


def table(rows: Sequence[Row]) -> list[str]:
    """The lines of a Markdown table; the first row is what the others' time is compared with."""
    lines = ["| " + " | ".join(_COLUMNS.values()) + " |", "|" + "---|" * len(_COLUMNS)]
    for one in rows:
        cells = one | {
            "times": f"{rows[0]['speed'] / one['speed']:.1f} ×" if one is not rows[0] else "",
            "speed": f"{one['speed']:.3g}",
        }
        shown = (cells[name] if isinstance(cells[name], str) else f"{cells[name]:.3f}" for name in _COLUMNS)
        lines.append("| " + " | ".join(shown) + " |")
    return lines


def _code(act: str | None) -> bool:
    return act is not None and act.startswith(("code-", "livre-des-"))

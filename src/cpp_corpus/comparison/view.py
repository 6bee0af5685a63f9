"""The wording that the terminal and the HTML page of a comparison share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cpp_corpus.lang.typography import slug
from cpp_corpus.model import counting
from cpp_corpus.model.article import Division
from cpp_corpus.model.diff import (
    AlineaDiff,
    ArticleDiff,
    ChangeKind,
    CorpusDiff,
    CorpusSide,
    MatchedBy,
    Operation,
    ReferenceDiff,
    WordDiff,
)

__all__ = [
    "counted",
    "described",
    "evidence",
    "locators",
    "parted",
    "place",
    "reference",
    "runs_of_same",
    "shortened",
    "total",
]


def described(side: CorpusSide) -> str:
    """One of the two corpora: ``1,252 articles of code-penal, 2015-01-01``."""
    acts = ", ".join(side.acts[:3]) + (f" and {len(side.acts) - 3} more" if len(side.acts) > 3 else "")
    day = f", {side.day}" if side.day else ""
    return f"{counting.counted(side.articles)} of {acts or 'no known act'}{day}"


def counted(diff: CorpusDiff) -> list[tuple[ChangeKind, int]]:
    """The kinds of change that occur, in order, each with its count."""
    return [(kind, diff.counts[kind]) for kind in ChangeKind if diff.counts[kind]]


def total(diff: CorpusDiff) -> list[str]:
    """Lines on the whole: unchanged articles, references gained and lost, repealed articles without a match."""
    lines = [f"{counting.counted(diff.counts['unchanged'], 'article')} unchanged"]
    if printed := diff.counts["typography"]:
        lines[0] += f", {printed:,} of them with other typography (spaces, apostrophes, dashes …)"
    gained, lost = (sum(len(getattr(article, name)) for article in diff.articles) for name in ("gained", "lost"))
    if gained or lost:
        lines.append(f"{counting.counted(gained, 'reference')} gained, {lost:,} lost")
    for name, side in (("old", diff.old), ("new", diff.new)):
        if side.repealed_unmatched:
            unmatched = counting.counted(side.repealed_unmatched, "repealed article")
            lines.append(f"{unmatched} in the {name} corpus only")
    return lines


def place(divisions: Sequence[Division]) -> str:
    """The divisions of an article: ``Livre Ier, Titre II (de-la-police)``; only the innermost has its title."""
    return ", ".join(_division(division, titled=depth == len(divisions)) for depth, division in enumerate(divisions, 1))


def evidence(article: ArticleDiff) -> str | None:
    """The evidence on which an old and a new article are matched; ``None`` where it is their number alone."""
    if article.matched_by is None or article.matched_by is MatchedBy.NUMBER:
        return None
    if article.matched_by is MatchedBy.EXACT_TEXT:
        return "matched by its text, which is the same"
    if article.matched_by is MatchedBy.ORDER:
        return "matched by its text and by the articles next to it"
    score, runner_up = round(100 * (article.score or 0)), round(100 * (article.runner_up or 0))
    return f"matched by its text, {score} % the same" + (f"; next best candidate {runner_up} %" if runner_up else "")


def locators(alinea: AlineaDiff) -> str:
    """The locators of an alinéa: ``II/3°``, ``al2 → II/al2``."""
    old, new = (_range(side) for side in (alinea.old, alinea.new))
    return old if old == new else " → ".join(filter(None, (old, new)))


def reference(made: ReferenceDiff) -> str:
    """What a reference points to and how, without its words."""
    target = made.target if made.relation == "refers_to" else f"{made.target} ({made.relation.replace('_', ' ')})"
    return target + (", in a note" if made.in_note else "") + (", renumbered" if made.renumbered else "")


def runs_of_same(alineas: Sequence[AlineaDiff]) -> Iterator[tuple[bool, list[AlineaDiff]]]:
    """The alinéas in order, in runs of unchanged ones and of changed ones."""
    run: list[AlineaDiff] = []
    for alinea in alineas:
        if run and (run[0].op is Operation.SAME) != (alinea.op is Operation.SAME):
            yield run[0].op is Operation.SAME, run
            run = []
        run.append(alinea)
    if run:
        yield run[0].op is Operation.SAME, run


def shortened(words: Sequence[WordDiff], context: int) -> Iterator[WordDiff]:
    """The runs of words, unchanged ones cut to about ``context`` characters around the changes."""
    for at, run in enumerate(words):
        if run.op is not Operation.SAME or len(run.text) <= 2 * context + _CUT:
            yield run
            continue
        start = "" if at == 0 else _until(run.text, context)
        end = "" if at == len(words) - 1 else _from(run.text, context)
        yield WordDiff(op=Operation.SAME, text=f"{start}… {end}")


def parted(text: str) -> tuple[str, str, str]:
    """A text split into leading space, words and trailing space."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return text[:start], text[start:end], text[end:]


# ---------------------------------------------------------------------------------------------------------------------

_CUT = 20  # characters; less is not worth an ellipsis


def _division(division: Division, *, titled: bool) -> str:
    head = "" if division.number is None else f"{division.kind} {division.number}"
    name = division.title or (division.slug or "").removeprefix(f"{slug(head)}-" if head else "")
    if not head:
        return name or division.kind
    shown = head[0].upper() + head[1:]
    return f"{shown} ({name})" if titled and name and name != slug(head) else shown


def _range(places: Sequence[str]) -> str:
    return "–".join(dict.fromkeys((places[0], places[-1]))) if places else ""


def _until(text: str, length: int) -> str:
    """The start of a text, up to the end of a word."""
    end = text.find(" ", length)
    return text if end < 0 else text[: end + 1]


def _from(text: str, length: int) -> str:
    """The end of a text, from the start of a word."""
    return text[text.rfind(" ", 0, len(text) - length) + 1 :]

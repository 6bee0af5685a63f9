"""The citations of a text: those in its sentences, and those that stand alone on a line as people type them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cpp_corpus.normalizer.recognize import Placed, placed_references
from cpp_corpus.verification.cited import Cited
from cpp_corpus.verification.sentences import of_sentences
from cpp_corpus.verification.typed import Line, lines_of, typed

__all__ = ["citations_in"]


def citations_in(text: str, acts: Collection[str], *, act: str | None = None) -> list[Cited]:
    r"""The citations of ``text``, in order.

    ``acts`` are ids of known acts other than the codes of French law; ``act`` is the act of articles cited without one.
    References to a part or a division of the citing text itself, "le deuxième alinéa", are left out.

    >>> text = "121-3@31/12/2010\n\nL'article 5 du code civil s'applique, et non le premier alinéa du présent article."
    >>> for each in citations_in(text, ()):
    ...     print(text[each.start : each.end], "→", each.problem or each.reference)
    121-3@31/12/2010 → no day can be read from '31/12/2010'; write it as 2010-12-31
    article 5 du code civil → article code-civil/5
    """
    placed = placed_references(text, act=act)
    lines = list(lines_of(text))
    found: list[Cited] = []
    taken: list[tuple[int, int]] = []
    at = 0
    for line in lines:
        while at < len(placed) and placed[at].stop <= line.start:
            at += 1
        inside = _inside(line, placed, at)
        if inside is None:
            continue
        whole = line.upto(inside[-1].stop) if inside else line
        own = typed(whole, inside, acts, act, is_only=len(lines) == 1)
        if own is not None:
            found += own
            taken.append((whole.start, whole.end))
    return sorted([*found, *of_sentences(text, placed, taken)], key=lambda each: each.start)


def _inside(line: Line, placed: Sequence[Placed], at: int) -> list[Placed] | None:
    """The references of a line, from the place ``at`` on; ``None`` where one of their phrases goes beyond it."""
    found = []
    end = line.end + len(line.dot)
    while at < len(placed):
        each = placed[at]
        at += 1
        if each.start >= line.end:
            break
        if each.start < line.start or each.stop > end:
            return None
        found.append(each)
    return found

"""Citations as people type them: ``art. 706-16 CPP``, ``L. 811-2 CSI``, ``628-2``, ``CPP, art. 706-16``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

from cpp_corpus.lang.acts import by_abbreviation, has_number
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Reference, ReferenceKind, Via
from cpp_corpus.normalizer.recognize.discourse import CitingArticle, analysed
from cpp_corpus.normalizer.recognize.grammar import phrases
from cpp_corpus.normalizer.recognize.grammar.articles import articles_at
from cpp_corpus.normalizer.recognize.phrase import Phrase
from cpp_corpus.normalizer.recognize.text import checked, reading

__all__ = ["find_citation"]

_WORD = "articles "
_HEADED = Pattern(r"\s*(?:l'|les\s|aux\s|à\sl')?\s*art(?:icles?\b|s?\b\.?)\s*", re.IGNORECASE)
_SHORT = r"(?:C\. ?(?:[a-zéè]+\. ?)*[a-zéè]+\.?|[A-Z][A-Za-z0-9]{1,8}(?: ann\. [IV]+)?)"
_BEFORE = Pattern(rf"\s*(?P<act>{_SHORT})\s*[,:]?\s+(?=art|[LRDA]|[0-9])")
_NORMALISED = Pattern(r"\s*(?:lo|[lrda])[0-9][0-9-]*\s*$")
_AFTER = Pattern(rf"[\s,]*(?:du\s+|de\s+la\s+)?(?P<act>{_SHORT})\s*\.?\s*$")


def find_citation(text: str) -> list[Reference]:
    """The articles that a bare citation names; positions index ``text``. Empty where it is no citation.

    The act is the one named in full or by a usual abbreviation; else it is ``None``, with a reason. Where an
    abbreviation stands for two codes, the one that has the number is meant; where both have it, neither is taken.

    >>> [(r.act, r.article) for r in find_citation("art. 706-16 CPP")]
    [('code-de-procedure-penale', '706-16')]
    >>> [(r.act, r.article) for r in find_citation("628-2")]
    [(None, '628-2')]
    """
    read = reading(checked(text))
    if _NORMALISED.match(read.text):
        read = read._replace(text=read.text.upper())
    before, after = _BEFORE.match(read.text), _AFTER.search(read.text)
    short = next((m for m in (before, after) if m is not None and by_abbreviation(m["act"])), None)
    start = short.end() if short is not None and short is before else 0
    stop = short.start() if short is not None and short is after else len(read.text)
    headed = _HEADED.match(read.text, start, stop)
    start = headed.end() if headed else start
    while start < stop and read.text[start].isspace():
        start += 1
    phrase = articles_at(_WORD + read.text[start:stop], 0, 0)
    if phrase is None:
        return _in_full(read.text)
    found = _references(_WORD + read.text[start:stop], [phrase])
    candidates = by_abbreviation(short["act"]) if short else ()
    return [read.restored(_placed(r, start - len(_WORD), candidates)) for r in found]


def _in_full(text: str) -> list[Reference]:
    return [r for r in _references(text, phrases(text).phrases) if r.kind is ReferenceKind.ARTICLE]


def _references(text: str, found: Sequence[Phrase]) -> list[Reference]:
    return sorted(analysed(text, found, CitingArticle()).references, key=attrgetter("start", "end"))


def _placed(reference: Reference, by: int, candidates: tuple[str, ...]) -> Reference:
    reference = reference.moved(by)
    if not candidates or reference.act is not None:
        return reference
    having = [act for act in candidates if has_number(act, normalize_number(reference.article or ""))]
    chosen = having if len(candidates) > 1 else candidates
    if len(chosen) == 1:
        return reference.replaced(act=chosen[0], via=Via.EXPLICIT, basis=Basis.NAMED, reason=None)
    return reference.replaced(reason=Reason.AMBIGUOUS_ABBREVIATION, detail=" or ".join(candidates))

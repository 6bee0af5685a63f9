"""One pass over the articles of a corpus, all checks at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.law import Law
from cpp_corpus.audit.place import Places
from cpp_corpus.audit.table import CHECKS
from cpp_corpus.errors import InputError
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.view import CorpusView

__all__ = ["audit", "known_checks"]


def audit(corpus: CorpusView, checks: Iterable[str] | None = None) -> Iterator[Finding]:
    """The findings on the articles of a corpus, in their order, then those on the corpus as a whole.

    ``checks`` are names of ``CHECKS``, by default all; ``InputError`` for an unknown name. The references of an article
    are dropped once it has been checked, so that memory does not grow with them.
    """
    chosen = known_checks(checks)
    law, places = Law(corpus.articles, corpus.day), Places(corpus.offsets)
    made: Sequence[Check] = [CHECKS[name](law, places) for name in chosen]
    return _findings(corpus, made)


def known_checks(names: Iterable[str] | None) -> tuple[str, ...]:
    """The names in the order of the table, each once, all of them for ``None``; ``InputError`` for an unknown one."""
    if names is None:
        return tuple(CHECKS)
    wanted = {names} if isinstance(names, str) else set(names)
    for name in sorted(wanted - CHECKS.keys()):
        raise InputError(f"there is no check {name!r}; there are: {', '.join(CHECKS)}")
    return tuple(name for name in CHECKS if name in wanted)


def _findings(corpus: CorpusView, checks: Sequence[Check]) -> Iterator[Finding]:
    resolve = partial(corpus.resolved, keep=False)
    for article in corpus.articles:
        subject = Subject(article, resolve)
        for check in checks:
            yield from check.look(subject)
    for check in checks:
        yield from check.end()

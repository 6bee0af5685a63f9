"""One pass over the articles of a corpus, all checks at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.law import Law
from cpp_corpus.audit.place import Places
from cpp_corpus.audit.table import CHECKS
from cpp_corpus.errors import CorpusError, InputError, described, expect_all
from cpp_corpus.model.article import Article
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.view import CorpusView

__all__ = ["audit", "known_checks"]


def audit(corpus: CorpusView, checks: Iterable[str] | None = None) -> Iterator[Finding]:
    """The findings on the articles of a corpus, in their order, then those on the corpus as a whole.

    ``checks`` are names of ``CHECKS``, by default all; ``InputError`` for an unknown name. The references of an article
    are dropped once it has been checked, so that memory does not grow with them. A check that fails gives a
    finding ``internal-error``, and the others go on.
    """
    return _findings(corpus, known_checks(checks))


def known_checks(names: Iterable[str] | None) -> tuple[str, ...]:
    """The names in the order of the table, each once, all of them for ``None``; ``InputError`` for an unknown one."""
    if names is None:
        return tuple(CHECKS)
    wanted = {names} if isinstance(names, str) else set(expect_all("checks", names, str))
    for name in sorted(wanted - CHECKS.keys()):
        raise InputError(f"there is no check {name!r}; there are: {', '.join(CHECKS)}")
    return tuple(name for name in CHECKS if name in wanted)


def _findings(corpus: CorpusView, names: Sequence[str]) -> Iterator[Finding]:
    law, places = Law(corpus.articles, corpus.day, corpus.whole), Places(corpus.offsets)
    checks: list[tuple[str, Check]] = []
    for name in names:
        try:
            checks.append((name, CHECKS[name](law, places)))
        except Exception as error:  # noqa: BLE001 - one check must not end the others
            yield _failed(name, error)
    resolve = partial(corpus.resolved, keep=False)
    for article in corpus.articles:
        subject = Subject(article, resolve)
        for name, check in checks:
            try:
                yield from check.look(subject)
            except CorpusError:
                raise
            except Exception as error:  # noqa: BLE001 - one article must not end the others
                yield _failed(name, error, article)
    for name, check in checks:
        try:
            yield from check.end()
        except Exception as error:  # noqa: BLE001 - one check must not end the others
            yield _failed(name, error)


def _failed(name: str, error: Exception, article: Article | None = None) -> Finding:
    what = "in full" if article is None else "here"
    message = f"The check {name} was not made {what}: {described(error)}. Report it to the author of the check."
    if article is None:
        return Finding.build(FindingCode.INTERNAL_ERROR, message)
    source = article.source
    return Finding.build(FindingCode.INTERNAL_ERROR, message, path=source.path, line=source.line, article=article.id)

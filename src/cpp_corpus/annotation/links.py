"""Addresses for references: from a pattern, a function, the ids of acts, or a corpus."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from string import Formatter
from typing import Any, Protocol, runtime_checkable
from urllib.parse import quote

from cpp_corpus.errors import ArgumentError, InputError, expect
from cpp_corpus.lang.identifiers import identifiers
from cpp_corpus.model.article import Article
from cpp_corpus.model.reference import Reference, ReferenceKind
from cpp_corpus.model.resolution import ReferenceState, ResolvedReference

__all__ = ["Href", "LinkedCorpus", "legifrance", "link_of", "links_in"]

Href = str | Callable[[Reference], str | None]
"""What gives the address of a reference: a pattern, or a function."""

Link = Callable[[Reference], str | None]
"""A function that gives the address of a reference, or ``None``."""


def legifrance(reference: Reference) -> str | None:
    """The address of the act of a ``reference``, as far as its id gives it: for codes and acts of the EU.

    A code is at Légifrance, an act of the European Union in EUR-Lex. For an article it is the address of its act: those
    of articles cannot be derived. The addresses of other acts contain a date, which the ids lack; see
    :func:`identifiers`.

    >>> from cpp_corpus import find_references
    >>> [legifrance(each) for each in find_references("l'article 9 du code civil, l'article 5 de la loi n° 2019-222")]
    ['https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070721', None]
    """
    expect("reference", reference, Reference)
    return None if reference.act is None else identifiers(reference.act).url


@runtime_checkable
class LinkedCorpus(Protocol):
    """What links into a corpus need of it; :class:`cpp_corpus.Corpus` has it."""

    @property
    def acts(self) -> Collection[str]:
        """Ids of its acts."""

    def __getitem__(self, key: tuple[str, str], /) -> Article:
        """The article of an act and a number; ``LookupError`` where there is none, or several."""

    def division(self, act: str, path: str, /) -> Sequence[Article]:
        """The articles of a division; ``LookupError`` where there is none, or several."""


def links_in(corpus: LinkedCorpus, pattern: str = "#{id}") -> Link:
    """Links to articles, divisions and acts of ``corpus``: ``{id}`` in the ``pattern`` is their id.

    A reference that was resolved in the corpus has the first of its targets as id. Any other has the article
    ``corpus[act, number]`` (of a range, the first), or the division or act that it names. ``None`` if the corpus does
    not have it.

    >>> import cpp_corpus
    >>> corpus = cpp_corpus.load("fixtures/mirror")
    >>> text = "Vu l'article 7 du code des sabliers et l'article 9 du code civil,"
    >>> print(cpp_corpus.annotate(text, cpp_corpus.find_references(text), to="markdown", href=links_in(corpus)))
    Vu l'article [7](#code-des-sabliers%2F7) du code des sabliers et l'article 9 du code civil,
    """
    expect("corpus", corpus, LinkedCorpus)
    expect("pattern", pattern, str)
    parts = _parts(pattern, {"id"})

    def link(reference: Reference) -> str | None:
        target = _id_in(corpus, reference)
        return None if target is None else _filled(parts, {"id": target})

    return link


def link_of(href: Href | Iterable[Href] | None) -> Link:
    """One function for any value of ``href=``: it gives the address of a reference, or ``None``.

    ``InputError`` for a pattern that cannot be read, or whose scheme is not allowed; the function raises it for such an
    address. ``ArgumentError`` for a value of another type, or where a function gives something that is no text.
    """
    if href is None:
        return _nowhere
    links = [_from_pattern(each) if isinstance(each, str) else each for each in _given(href)]

    def link(reference: Reference) -> str | None:
        found = next(filter(None, (each(reference) for each in links)), None)
        if found is None:
            return None
        if not isinstance(found, str):
            got = type(found).__name__
            raise ArgumentError(
                f"href: the function must give an address as text, or None; for {reference} it gave {got}"
            )
        return _safe(found, "link of the reference", reference)

    return link


# ---------------------------------------------------------------------------------------------------------------------

_FIELDS: dict[str, Link] = {
    "kind": lambda r: str(r.kind),
    "act": lambda r: r.act,
    "article": lambda r: r.article,
    "to": lambda r: r.to,
    "division": lambda r: r.division,
    "locator": lambda r: r.locator,
    "target": lambda r: r.target if r.act is not None else None,
    "relation": lambda r: str(r.relation),
    "via": lambda r: str(r.via),
}
"""The fields of a pattern; ``None`` where the reference lacks them."""

_HELD = frozenset({ReferenceState.RESOLVED, ReferenceState.REPEALED})
"""The states of a reference whose targets are in the corpus."""

_SCHEMES = frozenset({"http", "https", "mailto", "ftp", "file", "urn"})
_SCHEME = re.compile(r"([^/?#:]*):")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]")
"""Characters that some readers of addresses drop before they read the scheme."""

Parts = list[tuple[str, str | None]]


def _given(href: Href | Iterable[Href]) -> list[Href]:
    """The patterns and functions of a value of ``href=``."""
    given: list[Any] = [href] if isinstance(href, str) or callable(href) or not isinstance(href, Iterable) else [*href]
    for each in given:
        if not isinstance(each, str) and not callable(each):
            got = type(each).__name__
            raise ArgumentError(f"href: expected a pattern, a function of a reference, or several of these, got {got}")
    return given


def _nowhere(_: Reference) -> None:
    return None


def _from_pattern(pattern: str) -> Link:
    parts = _parts(pattern, _FIELDS)
    names = {name for _, name in parts if name is not None}

    def link(reference: Reference) -> str | None:
        return _filled(parts, {name: _FIELDS[name](reference) for name in names})

    return link


def _parts(pattern: str, known: Collection[str]) -> Parts:
    """The literal parts of a pattern, each with the name of the field after it."""
    try:
        parsed = list(Formatter().parse(pattern))
    except ValueError as error:
        raise InputError(f"the pattern of links {pattern!r} cannot be read: {error}") from error
    for _, name, form, conversion in parsed:
        if name is not None and (name not in known or form or conversion):
            shown = name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
            raise InputError(
                f"the pattern of links {pattern!r} has no field {{{shown}}}",
                hint="there are: " + ", ".join(f"{{{each}}}" for each in known),
            )
    whole = "".join(literal + (f"{{{name}}}" if name else "") for literal, name, _, _ in parsed)
    _safe(whole, "pattern of links", repr(pattern))
    return [(literal, name) for literal, name, _, _ in parsed]


def _filled(parts: Parts, values: dict[str, str | None]) -> str | None:
    """The address; ``None`` where the reference lacks a field of the pattern."""
    out = []
    for literal, name in parts:
        out.append(literal)
        if name is not None:
            value = values[name]
            if not value:
                return None
            out.append(quote(value, safe="", errors="replace"))
    return "".join(out)


def _safe(address: str, what: str, name: object) -> str:
    """The address; ``InputError``, with ``what`` it is and its ``name``, where its scheme is not allowed."""
    scheme = _SCHEME.match(_UNSEEN.sub("", address))
    if scheme is not None and scheme[1].lower() not in _SCHEMES:
        raise InputError(
            f"the {what} {name} begins with {scheme[1]!r}:",
            hint="links are relative, or begin with one of: " + ", ".join(sorted(_SCHEMES)),
        )
    return address


def _id_in(corpus: LinkedCorpus, reference: Reference) -> str | None:
    """The id of the target of a reference in a corpus; ``None`` if the corpus does not have it."""
    if isinstance(reference, ResolvedReference):
        return reference.targets[0] if reference.state in _HELD and reference.targets else None
    act = reference.act
    if act is None or act not in corpus.acts:
        return None
    try:
        match reference.kind:
            case ReferenceKind.ACT:
                return act
            case ReferenceKind.DIVISION:
                return f"{act}#{reference.division}" if corpus.division(act, reference.division or "") else None
            case _:
                return None if reference.article is None else corpus[act, reference.article].id
    except LookupError:
        return None

"""Detection of references in many texts, with several processes if wanted, in the order of the texts."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from cpp_corpus.annotation.text import AnnotatedText, CitingText
from cpp_corpus.errors import CorpusError, ExtensionError, InputError, TextError, described, expect
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.reference import Reference
from cpp_corpus.normalizer.recognize import citing_article, references_in
from cpp_corpus.pipeline.engine import Engine, engine_for
from cpp_corpus.table import WithTables

__all__ = ["find_references_in"]


def find_references_in(
    texts: Iterable[str | CitingText],
    *,
    act: str | None = None,
    engine: Engine | None = None,
    jobs: int | None = None,
    errors: Literal["raise", "keep"] = "raise",
) -> Iterator[AnnotatedText]:
    """The references of each of the ``texts``, in their order, as :func:`find_references` finds them.

    A text is a ``str``, or a ``CitingText`` with an optional id, act and article. ``act`` is the act of texts without
    one. Texts are consumed lazily and results given as they are ready, so that a generator of a million texts takes no
    more memory than some hundreds of them. ``engine`` runs the work; ``jobs``, a number of processes, is short for one.
    The results are the same whatever runs it.

    ``errors`` says what happens with an item that is not a text (``None``, ``bytes``), or whose act is unknown:
    ``"raise"`` raises a ``TextError`` or an ``InputError`` with its position, after the results before it; ``"keep"``
    gives a result with an ``error`` and no references, and continues.

    >>> texts = ["l'article 7 du code civil", CitingText("et l'article 9", id="b", act="code-penal"), None]
    >>> for found in find_references_in(texts, errors="keep"):
    ...     print(found.id, [reference.target for reference in found.references], found.error)
    None ['code-civil/7'] None
    b ['code-penal/9'] None
    None [] is None; a str or a CitingText was expected
    """
    if errors not in ("raise", "keep"):
        raise InputError(f"errors={errors!r} is not known; there are: 'raise', 'keep'")
    if isinstance(texts, (str, bytes)):
        raise InputError("texts= is one text; a list or another iterable of texts was expected", hint="[text]")
    expect("texts", texts, Iterable)
    named = citing_article(act, None).act  # an unknown act is reported at once
    return _results(texts, named, engine_for(engine, jobs), keeps=errors == "keep")


# ---------------------------------------------------------------------------------------------------------------------

Fields = dict[str, Any]


class _Asked(NamedTuple):
    """A text on its way to the recogniser."""

    place: int
    """Among the texts, from 0."""
    text: str
    id: str | None = None
    act: str | None = None
    article: str | ArticleNumber | None = None
    error: str | None = None

    def size(self) -> int:
        """The size by which engines form chunks."""
        return len(self.text)

    def __str__(self) -> str:
        return f"text {self.place}" + ("" if self.id is None else f" ({self.id!r})")


class _Found(NamedTuple):
    """The result for a text: fields of references, which are faster to send between processes than records."""

    act: str | None = None
    fields: Sequence[Fields] = ()
    error: str | None = None
    is_of_type: bool = False
    """Whether the error is that the item is not a text."""


@dataclass(frozen=True, slots=True)
class _Finder:
    """The work."""

    act: str | None

    def __call__(self, asked: _Asked) -> _Found:
        if asked.error is not None:
            return _Found(error=asked.error, is_of_type=True)
        try:
            citing = citing_article(self.act if asked.act is None else asked.act, asked.article)
            found = references_in(asked.text, citing)
        except ExtensionError:
            raise
        except CorpusError as error:
            return _Found(error=str(error), is_of_type=isinstance(error, TextError))
        except Exception as error:  # noqa: BLE001 - one text must not end the others
            return _Found(error=f"its references were left out: {described(error)}")
        return _Found(citing.act, [reference.__dict__ for reference in found])

    # As cpp_corpus.pipeline.recovery.Recoverable:

    def parts(self, item: _Asked) -> Sequence[_Asked]:
        return (item,)

    def joined(self, results: Sequence[_Found]) -> _Found:
        return results[0]

    def lost(self, _item: _Asked) -> _Found:
        return _Found(error="each process that read it died")


def _results(
    texts: Iterable[str | CitingText], act: str | None, engine: Engine, *, keeps: bool
) -> Iterator[AnnotatedText]:
    waiting: deque[_Asked] = deque()
    for found in engine.map(WithTables(_Finder(act)), _numbered(texts, waiting)):
        asked = waiting.popleft()
        if found.error is not None and not keeps:
            raise (TextError if found.is_of_type else InputError)(f"{asked}: {found.error}")
        yield AnnotatedText.trusted(
            id=asked.id,
            act=found.act,
            article=None if asked.article is None else str(asked.article),
            text=asked.text,
            references=tuple(map(Reference.around, found.fields)),
            error=found.error,
        )


def _numbered(texts: Iterable[object], waiting: deque[_Asked]) -> Iterator[_Asked]:
    """The texts as they are asked for, kept in ``waiting`` until their results come."""
    for place, given in enumerate(texts):
        asked = _asked(place, given)
        waiting.append(asked)
        yield asked


def _asked(place: int, given: object) -> _Asked:
    if isinstance(given, str):
        return _Asked(place, given)
    if not isinstance(given, CitingText):
        return _Asked(place, "", error=f"is {_shown(given)}; a str or a CitingText was expected")
    if not isinstance(given.text, str):
        error = f"its text is {_shown(given.text)}; a str was expected"
        return _Asked(place, "", given.id, given.act, given.article, error)
    return _Asked(place, *given)


def _shown(given: object) -> str:
    if given is None:
        return "None"
    return "bytes, not decoded" if isinstance(given, (bytes, bytearray)) else f"a {type(given).__name__}"

"""One target for each format: its adapter, then the tokenizer and the recogniser on what it gives."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from html import unescape

from cpp_corpus import tokenizer
from cpp_corpus.errors import InputError, MissingExtraError
from cpp_corpus.ingest import ADAPTERS, Adapter, RawFile, read_bytes
from cpp_corpus.ingest.adapter import RefusedError
from cpp_corpus.limits import LimitReached, Limits, within
from cpp_corpus.model.article import Article
from cpp_corpus.model.document import Tokenized
from fuzz import seeds
from fuzz.target import Target, check, check_articles
from quality.mutations import difference

__all__ = ["ADAPTER_TARGETS"]

_PATH = "code-des-nuages/livre-ier/l1.md"
_LIMITS = Limits(seconds=60)
_PACKED = frozenset({"parquet", "legi-sqlite", "pdf", "office", "spreadsheet"})
"""Formats whose words are packed: they are not compared with the bytes."""


def _run(name: str, data: bytes) -> None:
    """Read ``data`` as a file of the format, if it is recognised as one, and as a file of any format."""
    file = RawFile(_PATH, data)
    adapter = ADAPTERS[name]
    with within(_LIMITS):
        try:
            taken = adapter.sniff(file)
            if taken:
                for document in adapter.read(file):
                    tokenizer.tokenize(document)
            if adapter.text is not None and taken:
                adapter.text(data)
        except (InputError, LimitReached, MissingExtraError, RefusedError):
            pass
    with within(_LIMITS):
        read = read_bytes(data, _PATH)
        check((read.refusal is None) == bool(read.documents), "neither read nor refused")
        try:
            made = [tokenizer.tokenize(document) for document in read.documents]
        except LimitReached:
            return
    check_articles(read, made)
    _check_words(data, read.format, made)


def _check_words(data: bytes, name: str | None, made: Sequence[Tokenized]) -> None:
    """Check that no word is lost, in formats in which all words are law, and that none is invented in any."""
    if name is None or name in _PACKED:
        return
    text = RawFile(_PATH, data).decoded.text
    if name in _EXACT and (found := difference(data, _PATH)) is not None:
        lost, invented = found
        lost -= _letters("".join(_ADDRESS.findall(text)))
    elif name in _WITH_MARKS:
        words = [line for each in made for line in each.leftovers]
        words += [part for each in made for article in each.articles for part in _parts(article)]
        have = _letters("\n".join(words))
        lost = (_letters(_NO_WORDS.sub(" ", unescape(text))) & _letters(_NO_WORDS.sub(" ", text))) - have
        invented = have - (_letters(text) | _letters(unescape(text)))
    else:
        texts = "".join(article.text for each in made for article in each.articles)
        lost, invented = Counter(), _letters(texts.lower()) - _letters("".join(_readings(data)).lower())
    check(not lost, f"words lost: {dict(lost)}")
    check(not invented, f"words invented: {dict(invented)}")


_EXACT = frozenset({"mirror-page", "flat-dump"})
"""Formats in which all that is no tag is a word."""
_ADDRESS = re.compile(r"\]\([^()\n]*\)")
"""Where a link in Markdown leads, of which a page may have some."""
_WITH_MARKS = frozenset({"markdown-code", "page-text"})
"""Formats with marks beside the words; what looks like a tag or an entity can be one or not."""
_NO_WORDS = re.compile(
    r"<!--(?s:.*?)-->|\]\([^()\n<]*\)?|<[^<>]*>?|&#?\w*;?|^ {0,3}\[[^\[\]]*\]:.*|\[\d+\](?:\([^()\n]*\)?)?|\(BUTTON\)",
    re.MULTILINE,
)
"""Comments, addresses and numbers of links, tags, entities, buttons."""


def _parts(article: Article) -> tuple[str, ...]:
    return (article.heading or "", article.text, *(note.text for note in article.notes))


def _readings(data: bytes) -> Iterator[str]:
    """What the bytes can mean: as they are, without their entities, and as strings of JSON."""
    text = RawFile(_PATH, data).decoded.text
    yield text
    yield unescape(unescape(text))
    for line in (text, *text.splitlines()):
        try:
            yield from map(unescape, _strings(json.loads(line)))
        except (ValueError, RecursionError):
            continue


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _letters(text: str) -> Counter[str]:
    """Letters and digits of ASCII: whatever the encoding that a file declares."""
    return Counter(each for each in unicodedata.normalize("NFKC", text) if each.isalnum() and each.isascii())


def _target(adapter: Adapter) -> Target:
    return Target(
        name=adapter.name,
        description=f"the adapter of {adapter.name}, the tokenizer and the recogniser: {adapter.description}",
        seeds=partial(seeds.of_format, adapter.name),
        run=partial(_run, adapter.name),
        modules=(adapter.sniff.__module__.removeprefix("cpp_corpus."),),
        tries=_SLOW.get(adapter.name, 60),
    )


_SLOW = {"parquet": 30, "legi-sqlite": 15, "office": 15, "pdf": 30, "spreadsheet": 15}
ADAPTER_TARGETS = tuple(map(_target, ADAPTERS.values()))
"""Those of all formats, in the order in which they are tried."""

"""Targets that read words: the tokenizer, the recogniser, citations and searches as people type them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from html import escape

import cpp_corpus
from cpp_corpus import tokenizer
from cpp_corpus.errors import CorpusError
from cpp_corpus.limits import LimitReached, within
from cpp_corpus.model.document import Block, Document, Draft, Facts, Role
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize import find_citation, placed_references
from fuzz import seeds
from fuzz.target import Target, check, check_references

__all__ = ["TEXT_TARGETS"]

_NOTE = re.compile(r"(?:^|\n)[ \t]*NOTA[ \t]*:")
_MARK = re.compile(r"</?(?:a|span)\b[^>]*>")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


@cache
def _corpus() -> cpp_corpus.Corpus:
    return cpp_corpus.load(seeds.FIXTURES / "mirror")


def _tokenizer(data: bytes) -> None:
    """A document with a block for each line, whose role its length decides; each word must be in one record."""
    roles = tuple(Role)
    lines = [" ".join(line.split()) for line in data.decode("utf-8", "replace").splitlines()]
    blocks = []
    for at, line in enumerate(filter(None, lines)):
        role = roles[len(line) % len(roles)]
        blocks.append(Block(line, role, at + 1, Span(0, len(data)), OffsetMap((0,), (0,), (len(data),), "")))
    drafts: list[list[Block]] = [[]]
    for block in blocks:
        if block.role is Role.HEADING and drafts[-1]:
            drafts.append([])
        drafts[-1].append(block)
    for marks_notes in (False, True):
        document = Document(
            "code-des-nuages/l1.md",
            "mirror-page",
            tuple(Draft(Facts(), tuple(draft)) for draft in drafts if draft),
            marks_notes=marks_notes,
        )
        with within(None):
            try:
                made = tokenizer.tokenize(document)
            except LimitReached:
                return
        words = [*made.leftovers]
        for article in made.articles:
            words += (article.heading or "", article.text, *(note.text for note in article.notes))
        have, said = _signs("\n".join(words)), _signs("\n".join(block.text for block in blocks))
        check(have == said, f"words lost {dict(said - have)}, invented {dict(have - said)}")


def _recogniser(data: bytes) -> None:
    _references(_text(data), None, None)


def _recogniser_in_an_act(data: bytes) -> None:
    _references(_text(data), "code-de-procedure-penale", "706-73")


def _references(text: str, act: str | None, article: str | None) -> None:
    found = cpp_corpus.find_references(text, act=act, article=article)
    check_references([text, *[text] * len(_NOTE.findall(text))], found)
    for to in ("html", "markdown"):
        cpp_corpus.annotate(text, found, to=to, href="/{act}/{article}")
    marked = cpp_corpus.annotate(text, found, href="/{act}/{article}")
    check(
        _MARK.sub("", marked) == escape(text, quote=False).replace("\r", "&#13;"),
        "the text of the links is another one",
    )
    if article is None:
        placed = placed_references(text, act=act)
        check(len(placed) == len(found), "other references with their phrases")
        for each in placed:
            check(0 <= each.start <= each.reference.start, "a phrase begins behind its reference")
            check(each.reference.end <= each.stop <= len(text), "a phrase ends before its reference")


def _find(data: bytes) -> None:
    """What each reading of a citation gives or raises."""
    text, corpus = data.decode("utf-8", "replace"), _corpus()
    for ask in (corpus.find, corpus.find_parts, corpus.division, corpus.division_id, corpus.impact, corpus.__getitem__):
        with suppress(CorpusError, KeyError):
            ask(text)
    for make in (cpp_corpus.ArticleNumber.parse, cpp_corpus.Locator, cpp_corpus.DivisionPath, cpp_corpus.ArticleId):
        with suppress(CorpusError):
            made = make(text)
            check(make(str(made)) == made, f"{made!r} is read as another one")
    for reference in find_citation(text):
        check(reference.start < reference.end <= len(text), "an article outside the citation")
        check(any(map(str.isalnum, text[reference.start : reference.end])), "an article without a number")
    cpp_corpus.identifiers(text)
    cpp_corpus.act_title(text)


def _verify(data: bytes) -> None:
    text, corpus = _text(data), _corpus()
    for act in (None, "code-des-sabliers"):
        before = 0
        for each in corpus.verify(text, act=act):
            check(0 <= each.start < each.end <= len(text), "a citation outside the text")
            check(text[each.start : each.end] == each.text, "a citation with other words than the text")
            check(each.line == text.count("\n", 0, each.start) + 1, "a citation on another line")
            check(before <= each.start, "citations out of order")
            before = each.start


def _search(data: bytes) -> None:
    text, corpus = _text(data), _corpus()
    with suppress(CorpusError):
        for hit in corpus.search(text):
            check(hit.snippet(40).strip(), "a hit without words")


def _signs(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


def _lines() -> Sequence[bytes]:
    return tuple(data for name in ("mirror-page", "flat-dump", "page-text") for data in seeds.of_format(name))


def _citations() -> Sequence[bytes]:
    return tuple(each.encode() for each in _CITATIONS)


_CITATIONS = (
    *("art. L. 112-1, II, 2° et 9°", "L. 111-1 à L. 112-1", "12 bis", "1649 quater B", "3@2021-05-01", "R. * 113-1"),
    *("code-des-sabliers/3", "code-des-sabliers#titre.i", "II/3°/al2", "II/1°..3°/ph1", "livre.ii/titre.ii"),
    *("livre II, titre II du code des moulins et des horloges", "article 706-73-1, alinéa 2, phrase 1, CPP"),
    *(
        "L. 221-1 et suivants du code des moulins et des horloges",
        "annexe I à l'article R. 113-1",
        "LEGIARTI000000000001",
    ),
    *("ECLI:FR:CCASS:2020:CR00001", "n° 2019-222 du 23 mars 2019", "JORFTEXT000000000001", "121-3 du code civl"),
)
_WORDS = tuple(
    each.encode()
    for each in (
        *(
            "l'article ",
            "les articles ",
            " à ",
            " et ",
            " du code pénal",
            " dudit code",
            " L. ",
            "R.*",
            "-1",
            " bis",
            "°",
            "1er",
        ),
        *(
            "« ",
            " »",
            " ; ",
            "\n",
            "NOTA : ",
            "le présent code",
            " alinéa ",
            "loi n° 2019-222",
            " du 3 mars 2019",
            "@2020-01-01",
        ),
        *(
            "premier",
            "précité",
            "même ",
            "au sens de ",
            " suivants",
            "quater",
            "annexe ",
            "chapitre II ",
            "II. – ",
            "\u00ad",
            "\u0301",
        ),
    )
)

TEXT_TARGETS = (
    Target("tokenizer", "blocks to records: no word lost or invented", _lines, _tokenizer, ("tokenizer",), tries=150),
    Target(
        *("recogniser", "references of a text, as links and with their phrases", seeds.sentences, _recogniser),
        modules=("normalizer.recognize",),
        snippets=_WORDS,
        tries=200,
    ),
    Target(
        *("recogniser-act", "references of an article of a code", seeds.sentences, _recogniser_in_an_act),
        modules=("normalizer.recognize",),
        snippets=_WORDS,
        tries=100,
    ),
    Target(
        *("find", "citations, divisions, numbers and locators as people type them", _citations, _find),
        modules=("citation", "model", "lang"),
        snippets=_WORDS,
        tries=200,
    ),
    Target(
        *("verify", "citations of a text, looked up", lambda: (*_citations(), *seeds.sentences()), _verify),
        modules=("verification", "citation"),
        snippets=_WORDS,
        tries=60,
    ),
    Target(
        *("search", "queries of the full-text search", _citations, _search),
        modules=("search", "store.words"),
        snippets=(b'"', b"*", b" OR ", b" NEAR(", b"'", b"-"),
        tries=60,
    ),
)
"""Those of words."""

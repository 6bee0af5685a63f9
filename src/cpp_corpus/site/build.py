"""Writing of the site: the data of all articles, the index of words and numbers, the page that shows them."""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from importlib.resources import files
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from cpp_corpus.corpus import Corpus
from cpp_corpus.errors import expect
from cpp_corpus.lang.abbreviations import spellings_of
from cpp_corpus.lang.act_titles import act_title
from cpp_corpus.lang.typography import plain
from cpp_corpus.model.article import Article, Division
from cpp_corpus.model.reference import Relation
from cpp_corpus.model.resolution import ReferenceState
from cpp_corpus.model.validity import ArticleState, is_law
from cpp_corpus.normalizer.resolve import indexed_article
from cpp_corpus.site.folder import fresh_site
from cpp_corpus.site.french import CHECKS, GROUP_LABELS, GROUPS, RELATION_LABELS, REPLACED, STATE_LABELS, TARGET_LABELS
from cpp_corpus.site.packing import bucket_of, pack, pack_bytes
from cpp_corpus.site.pages import write_pages
from cpp_corpus.site.records import STATES, article_record, first_words, heading_of, iso, replaced
from cpp_corpus.site.titles import Spellings, division_label
from cpp_corpus.site.words import WordIndex, rank_of

__all__ = ["SiteSummary", "write_site"]


class SiteSummary(NamedTuple):
    """What was written."""

    out: str
    """The folder; ``index.html`` in it is the site."""
    articles: int
    """How many articles it has."""
    files: int
    """How many files."""
    size: int
    """Of them, in bytes."""


def write_site(
    corpus: Corpus,
    out: str | PathLike[str],
    *,
    title: str | None = None,
    audit: bool = True,
    pages: bool = False,
) -> SiteSummary:
    """Write the site of a ``corpus`` to the folder ``out``; an earlier site there is replaced.

    ``title`` is its title; ``audit`` adds the findings of all checks; ``pages`` adds a page of each article that needs
    no script, for corpora of at most 5,000 articles (``InputError`` for a larger one). ``OutputError`` where ``out``
    has other files or cannot be written; ``MissingExtraError`` where ``pages`` needs the extra ``html``.

    >>> import cpp_corpus, tempfile
    >>> corpus = cpp_corpus.load("fixtures/mirror")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     cpp_corpus.write_site(corpus, folder + "/site").articles
    42
    """
    expect("corpus", corpus, Corpus)
    with fresh_site(out) as folder:
        if pages:
            write_pages(corpus, folder)
        _Site(corpus, folder / "data").write(title or "Recueil de textes", audit=audit)
        _write_assets(folder)
        written = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return SiteSummary(str(out), len(corpus), len(written), sum(written))


# ---------------------------------------------------------------------------------------------------------------------

_FONT = "source-serif-4.woff2"
_LEFT_OUT = frozenset({_FONT, "index.html", "page.html.jinja"})
_FACE = "font-family: 'Source Serif 4'; font-weight: 200 900; font-display: swap;"
_NO_ACT = "?"
_REPEALED = STATES.index(ArticleState.REPEALED.value)
_REPLACED = len(STATES)  # the state of versions that others replace, after those of ArticleState
_DIGITS = re.compile(r"[0-9]+(?:-[0-9]+)*")
_SHARD = 600_000  # bytes of JSON of the articles in a file
_NUMBERS = 4_000  # articles for each file of numbers


class _Act:
    """The table of an act: its divisions, and a line for each article."""

    def __init__(self, act: str, place: int, first: int) -> None:
        self.id = act
        self.place = place
        self.first = first
        """The place of its first article among all."""
        self.divisions: list[list[Any]] = []
        self._made_of: list[Division] = []
        self._lines = b"[]"
        self._texts: list[str] = []
        self._known: dict[tuple[int, str, str | None, str | None], int] = {}
        self._times: Counter[str] = Counter()
        """How many divisions have each path: a source may have several of one number, with a title each."""
        self.articles: list[list[Any]] = []
        self.spellings = Spellings()
        self.replaced = 0
        """How many versions another one replaces."""

    def add(self, line: list[Any], text: str) -> None:
        """A line for an article."""
        self.articles.append(line)
        self._texts.append(text)

    def division(self, article: Article) -> int:
        """The place of the division of an article in the table, -1 for none."""
        parent, path = -1, ""
        for division, step in zip(article.divisions, indexed_article(article).divisions, strict=True):
            path = f"{path}/{step}" if path else step
            key = (parent, step, division.slug, division.title)
            place = self._known.get(key)
            if place is None:
                place = self._known[key] = len(self.divisions)
                self._times[path] += 1
                name = path if self._times[path] == 1 else f"{path}~{self._times[path]}"
                self.divisions.append([parent, division_label(division), name])
                self._made_of.append(division)
            parent = place
        return parent

    def ended(self, others: Spellings) -> None:
        """All articles are there: their words are learnt, of this act and of ``others``; their texts are let go."""
        slugs = {each.slug for each in self._made_of if each.title is None and each.slug is not None}
        self.spellings = Spellings(self._texts, slugs)
        others.add(self.spellings)
        self.spellings.keep(slugs)
        self._texts = []
        for at in replaced([(line[2], line[4], line[5]) for line in self.articles]):
            if self.articles[at][3] == _REPEALED:
                self.articles[at][3] = _REPLACED
                self.replaced += 1
        self._lines = orjson.dumps(self.articles)
        self.articles = []

    def packed(self, others: Spellings) -> bytes:
        """The table as JSON; ``others`` know words of the titles that this act has not."""
        for row, division in zip(self.divisions, self._made_of, strict=True):
            row[1] = division_label(division, self.spellings, others)
        return b'{"d":%s,"a":%s}' % (orjson.dumps(self.divisions), self._lines)

    def titles(self, place: int) -> str:
        """The titles of a division and of those above it."""
        made = []
        while place >= 0:
            made.append(str(self.divisions[place][1]))
            place = self.divisions[place][0]
        return " ".join(made)


class _Site:
    def __init__(self, corpus: Corpus, data: Path) -> None:
        self._corpus = corpus
        self._data = data
        self._acts: list[tuple[str, int]] = []
        """Each act with the place of its first article."""
        self._shard: list[bytes] = []
        self._size = 0
        self._shards = 0
        self._words = WordIndex()
        self._ranks = bytearray()
        self._headings: dict[str, str] = {}
        """Of each article by its id, for lists of articles of many acts."""
        self._numbers: dict[str, list[list[int]]] = {}
        self._in_state: Counter[ArticleState] = Counter()
        self._references: Counter[ReferenceState] = Counter()
        self._example: list[str] | None = None
        """Heading and act of the article that stands first in results, to show how one searches."""
        self._highest = -1

    def write(self, title: str, *, audit: bool) -> None:
        tables: list[_Act] = []
        spellings = Spellings()
        for act, articles in _by_act(self._corpus):
            table = _Act(act, len(tables), len(self._ranks))
            for article in articles:
                self._add(table, article)
            if table.articles:
                table.ended(spellings)
                tables.append(table)
        self._end_shard()
        self._acts = [(table.id, table.first) for table in tables]
        for table in tables:
            pack_bytes(self._data, f"act/{table.place}", table.packed(spellings))
        words = self._words.write(self._data)
        numbers = self._write_numbers()
        findings = self._corpus.audit() if audit else []
        pack(
            self._data,
            "findings",
            [
                [each.code, each.severity, each.message, each.article, self._headings.get(each.article or "")]
                for each in findings
            ],
        )
        pack(self._data, "ranks", {"r": base64.b64encode(self._ranks).decode()})
        about = {
            "title": title,
            "generator": f"cpp-corpus {version('cpp-corpus')}",
            "articles": len(self._ranks),
            "inState": self._states(tables),
            "references": [self._references[state] for state in ReferenceState],
            "formats": sorted(Counter(source.format or "?" for source in self._corpus.sources).items()),
            "sources": len(self._corpus.sources),
            "findings": len(findings),
            "audited": audit,
            "day": iso(self._day()),
            "words": words,
            "numbers": numbers,
            "example": self._example,
            "acts": [
                [act, act_title(act), _aliases(act), first, next(iter(spellings_of(act)), None)]
                for act, first in self._acts
            ],
            "relations": [[RELATION_LABELS[relation], GROUPS[relation]] for relation in Relation],
            "groups": GROUP_LABELS,
            "states": [*([state, *STATE_LABELS[state]] for state in ArticleState), REPLACED],
            "targets": [[state, TARGET_LABELS[state]] for state in ReferenceState],
            "checks": CHECKS,
        }
        text = json.dumps(about, ensure_ascii=True).replace("<", "\\u003c")
        (self._data / "corpus.js").write_text(f"SITE.begin({text})\n", encoding="ascii")

    def _states(self, tables: list[_Act]) -> list[int]:
        """How many articles are in each state; versions that others replace are counted apart."""
        count = sum(table.replaced for table in tables)
        return [
            *(self._in_state[state] - count * (state is ArticleState.REPEALED) for state in ArticleState),
            count,
        ]

    def _day(self) -> Any:
        days = [each.consolidated_at for each in islice(self._corpus, 1000) if each.consolidated_at is not None]
        return max(days, default=None)

    def _add(self, act: _Act, article: Article) -> None:
        place = len(self._ranks)
        citing = self._corpus.cited_by(article)
        references = self._corpus.resolved(article, keep=False)
        self._references.update(each.state for each in references)
        record = article_record(article, references, citing, act_title)
        line = orjson.dumps(record)
        if self._shard and self._size + len(line) > _SHARD:
            self._end_shard()
        division = act.division(article)
        number = None if article.number is None else article.number.normalized
        state = article.validity.status_on()
        self._in_state[state] += 1
        heading = self._headings[article.id] = heading_of(article)
        act.add(
            [
                article.id.partition("/")[2],
                heading,
                number,
                STATES.index(state.value),
                iso(article.valid_from),
                iso(article.valid_to),
                division,
                self._shards,
                len(self._shard),
                first_words(article.text),
            ],
            article.text,
        )
        self._shard.append(line)
        self._size += len(line)
        length = self._words.add(place, article.text, act.titles(division))
        rank = rank_of(is_law=is_law(state), cited=len(citing), length=length)
        self._ranks.append(rank)
        if rank > self._highest and number and article.act:
            self._highest, self._example = rank, [heading, article.act]
        self._numbers.setdefault(_core(number or ""), []).append([act.place, place - act.first])

    def _end_shard(self) -> None:
        if self._shard:
            pack_bytes(self._data, f"art/{self._shards}", b"[" + b",".join(self._shard) + b"]")
            self._shards += 1
            self._shard, self._size = [], 0

    def _write_numbers(self) -> int:
        count = max(1, len(self._ranks) // _NUMBERS)
        buckets: list[dict[str, list[list[int]]]] = [{} for _ in range(count)]
        for core, places in sorted(self._numbers.items()):
            buckets[bucket_of(core, count)][core] = places
        for number, bucket in enumerate(buckets):
            pack(self._data, f"num/{number}", bucket)
        return count


def _write_assets(folder: Path) -> None:
    """The page, its scripts and styles; the font as data, since pages from the disk may not load fonts from it."""
    source = files("cpp_corpus.site").joinpath("assets")
    assets = folder / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        if path.name not in _LEFT_OUT:
            (assets / path.name).write_bytes(path.read_bytes())
    font = base64.b64encode(source.joinpath(_FONT).read_bytes()).decode()
    face = f"@font-face {{ {_FACE} src: url(data:font/woff2;base64,{font}) format('woff2'); }}\n"
    (assets / "font.css").write_text(face, encoding="ascii")
    (folder / "index.html").write_bytes(source.joinpath("index.html").read_bytes())


def _by_act(corpus: Corpus) -> Iterator[tuple[str, Iterable[Article]]]:
    """The articles of each act, by its title; those of no act at the end, under ``?``."""
    for act in sorted(corpus.acts, key=lambda act: plain(act_title(act))):
        yield act, corpus.articles_of(act)
    yield _NO_ACT, corpus.articles_of(None)


def _core(number: str) -> str:
    """What a number is looked up by: the digits ``811-2`` of ``l811-2``, or all of it where it has none."""
    found = _DIGITS.search(number)
    return number if found is None else found[0]


def _aliases(act: str) -> list[str]:
    """How people write the act, in letters and digits alone: ``codepenal``, ``cp``."""
    written = [act_title(act), act, *spellings_of(act)]
    return sorted({"".join(filter(str.isalnum, plain(each).lower())) for each in written})

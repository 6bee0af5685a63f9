"""A page for each article that needs no script, for small corpora: the same look, plain links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from cpp_corpus.corpus import Corpus
from cpp_corpus.errors import InputError, MissingExtraError
from cpp_corpus.lang.act_titles import act_title
from cpp_corpus.model.article import Article, Division
from cpp_corpus.model.resolution import ResolvedReference
from cpp_corpus.model.validity import ArticleState
from cpp_corpus.site.french import GROUPS, RELATION_LABELS, REPLACED, STATE_LABELS
from cpp_corpus.site.records import first_words, heading_of, replaced
from cpp_corpus.site.titles import Spellings, division_label

__all__ = ["MOST_PAGES", "needs_pages", "write_pages"]

MOST_PAGES = 5_000
"""The most articles that a site with pages has."""


def needs_pages(corpus: Corpus) -> None:
    """``InputError`` for a corpus that is too large for pages; ``MissingExtraError`` where Jinja2 is not installed."""
    if len(corpus) > MOST_PAGES:
        raise InputError(
            f"pages without script are for at most {MOST_PAGES:,} articles, and this corpus has {len(corpus):,}; "
            "leave out --pages, or give one act"
        )
    if find_spec("jinja2") is None:
        raise MissingExtraError("pages without script", "html")


def write_pages(corpus: Corpus, folder: Path) -> None:
    """Write ``pages/index.html``, a page for each act, and one for each article; errors as :func:`needs_pages`."""
    needs_pages(corpus)
    import jinja2  # noqa: PLC0415 - an extra

    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    source = files("cpp_corpus.site").joinpath("assets", "page.html.jinja").read_text(encoding="utf-8")
    _Pages(corpus, folder / "pages", environment.from_string(source)).write()


# ---------------------------------------------------------------------------------------------------------------------


class _Piece(NamedTuple):
    text: str
    kind: str = ""
    href: str = ""
    title: str = ""


class _Line(NamedTuple):
    locator: str
    level: int
    pieces: list[_Piece]


class _Pages:
    def __init__(self, corpus: Corpus, folder: Path, template: Any) -> None:
        self._corpus = corpus
        self._folder = folder
        self._template = template
        self._names: dict[str, str] = {}
        self._headings: dict[str, str] = {}
        self._replaced: set[str] = set()
        self._spellings = Spellings((each.text for each in corpus), self._slugs())
        for at, article in enumerate(corpus, 1):
            self._names[article.id] = f"{at}.html"
            self._headings[article.id] = heading_of(article)

    def write(self) -> None:
        self._folder.mkdir(parents=True)
        by_act = {act or "?": list(self._corpus.articles_of(act)) for act in (*self._corpus.acts, None)}
        acts = {act: held for act, held in by_act.items() if held}
        titles = {act: "Sans texte connu" if act == "?" else act_title(act) for act in acts}
        lists = {act: f"texte-{at}.html" for at, act in enumerate(acts, 1)}
        entries = [
            {"heading": "", "name": titles[act], "href": lists[act], "first": f"articles : {len(held)}"}
            for act, held in acts.items()
        ]
        self._page("index.html", title="Textes", path=[("Recueil", "../index.html")], entries=entries)
        for act, held in acts.items():
            numbers = (None if each.number is None else each.number.normalized for each in held)
            versions = [(number, each.valid_from, each.valid_to) for number, each in zip(numbers, held, strict=True)]
            self._replaced.update(held[at].id for at in replaced(versions))
            path = [("Textes", "index.html")]
            self._page(lists[act], title=titles[act], path=path, entries=list(self._entries(held)))
            for before, article, after in zip([None, *held], held, [*held[1:], None], strict=False):
                self._article(article, before, after, [*path, (titles[act], lists[act])])

    def _slugs(self) -> set[str]:
        divisions = (division for article in self._corpus for division in article.divisions)
        return {each.slug for each in divisions if each.title is None and each.slug is not None}

    def _label(self, division: Division) -> str:
        return division_label(division, self._spellings)

    def _page(self, name: str, **values: Any) -> None:
        (self._folder / name).write_text(self._template.render(root="../", **values), encoding="utf-8")

    def _entries(self, articles: Sequence[Article]) -> Iterator[dict[str, str]]:
        shown = ""
        for article in articles:
            heading = " › ".join(map(self._label, article.divisions))
            if heading != shown:
                shown = heading
                yield {"heading": heading or "…", "name": "", "href": "", "first": ""}
            yield {
                "heading": "",
                "name": heading_of(article),
                "href": self._names[article.id],
                "first": first_words(article.text),
            }

    def _article(
        self, article: Article, before: Article | None, after: Article | None, path: list[tuple[str, str]]
    ) -> None:
        state: str = article.validity.status_on()
        state_label = STATE_LABELS[article.validity.status_on()][0]
        if state == ArticleState.REPEALED and article.id in self._replaced:
            state, state_label, _ = REPLACED
        days = [f"depuis le {article.valid_from:%d/%m/%Y}"] if article.valid_from else []
        days += [f"jusqu'au {article.valid_to:%d/%m/%Y}"] if article.valid_to else []
        references = [each for each in self._corpus.resolved(article) if each.note is None]
        cited = [
            {
                "name": self._cited_as(edge.source, article),
                "href": self._names[edge.source],
                "relation": RELATION_LABELS[edge.relation],
            }
            for edge in self._corpus.cited_by(article)
            if edge.source in self._names
        ]
        heading = heading_of(article)
        self._page(
            self._names[article.id],
            title=f"{heading} – {path[-1][0]}",
            path=[*path, *((self._label(each), path[-1][1]) for each in article.divisions)],
            article=article,
            heading=heading,
            state=state,
            state_label=state_label,
            dates=" ".join(days),
            lines=list(self._lines(article, references)),
            notes=[note.text for note in article.notes],
            before=None if before is None else self._names[before.id],
            after=None if after is None else self._names[after.id],
            cited=cited,
        )

    def _cited_as(self, name: str, article: Article) -> str:
        act = name.partition("/")[0]
        return self._headings[name] if act == article.act else f"{self._headings[name]} – {act_title(act)}"

    def _lines(self, article: Article, references: Sequence[ResolvedReference]) -> Iterator[_Line]:
        for line in article.paragraphs:
            yield _Line(line.locator, line.level, list(self._pieces(article, references, *line.span)))

    def _pieces(
        self, article: Article, references: Sequence[ResolvedReference], start: int, end: int
    ) -> Iterator[_Piece]:
        at = start
        for each in sorted(references, key=lambda each: (each.start, -each.end)):
            first, last = max(each.start, start), min(each.end, end)
            if first < at or last <= first:
                continue
            if first > at:
                yield _Piece(article.text[at:first])
            target = next((self._names[name] for name in each.targets if name in self._names), "")
            href = f"{target}#{each.locator.split('..')[0]}" if target and each.locator else target
            title = f"{RELATION_LABELS[each.relation]} : {each.target or ''}"
            yield _Piece(article.text[first:last], f"{GROUPS[each.relation]} {each.state}", href, title)
            at = last
        if at < end:
            yield _Piece(article.text[at:end])

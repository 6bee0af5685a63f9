"""The pages of the fixtures as values, from which tests make files of data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import cpp_corpus
from cpp_corpus import Article, Corpus

MIRROR = Path(__file__).parents[2] / "fixtures" / "mirror"
Tree = dict[str, Any]


class Page(NamedTuple):
    """One article of the mirror: its number and body as printed, the folders that it is in."""

    act: str
    folders: tuple[str, ...]
    number: str
    body: str


@cache
def pages() -> tuple[Page, ...]:
    """All pages that have a number and words."""
    found = []
    for path in sorted(MIRROR.rglob("*.md")):
        heading, _, body = path.read_text("utf-8").partition("\n\n")
        act, *folders = path.relative_to(MIRROR).parts[:-1]
        number = heading.removeprefix("# Article ")
        if number != "None" and "(" not in number:
            found.append(Page(act, tuple(folders), number, body))
    return tuple(found)


def acts() -> list[str]:
    """The two acts."""
    return sorted({page.act for page in pages()})


def titled(slug: str) -> str:
    """A title with the slug of a folder."""
    return slug.replace("-", " ").capitalize()


def tree(act: str, root: Tree, section: Callable[[str], Tree], article: Callable[[Page, int], Tree]) -> Tree:
    """A tree of nodes with ``children``: sections by their folders, articles in the order of the pages."""
    root = {**root, "children": []}
    for count, page in enumerate(each for each in pages() if each.act == act):
        node = root
        for folder in page.folders:
            slug = node["children"][-1].get("slug") if node["children"] else None
            if slug != folder:
                node["children"].append({**section(folder), "slug": folder, "children": []})
            node = node["children"][-1]
        node["children"].append(article(page, count))
    return root


def load(folder: Path, files: Iterable[object]) -> Corpus:
    """The corpus of files with some values."""
    for count, value in enumerate(files):
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
        (folder / f"{count}.json").write_text(text, "utf-8")
    return cpp_corpus.load(folder)


@cache
def mirror() -> Corpus:
    """The corpus of the pages."""
    return cpp_corpus.load(MIRROR)


def words(article: Article) -> object:
    """What an article must have in common with the same article of another format."""
    return (
        article.act,
        str(article.number),
        article.text,
        [note.text for note in article.notes],
        [[cell.span for cell in row] for table in article.tables for row in table.rows],
        [(paragraph.locator, paragraph.span) for paragraph in article.paragraphs],
        [(link.span, link.href, link.title) for link in article.links],
    )


def check_same(corpus: Corpus, *, divisions: bool = True) -> None:
    """Check that a corpus has the articles of the pages with their words and references."""
    other = mirror()
    expected = [a for a in other if a.number is not None and a.source.line == 1 and a.heading is not None]
    wanted = {(page.act, page.number) for page in pages()}
    expected = [a for a in expected if (a.act, str(a.heading).removeprefix("Article ")) in wanted]
    found = list(corpus)
    assert len(found) == len(expected) > 20
    for ours, theirs in zip(sorted(found, key=_key), sorted(expected, key=_key), strict=True):
        assert words(ours) == words(theirs)
        if divisions:
            assert [(d.kind, d.number, d.slug) for d in ours.divisions] == [
                (d.kind, d.number, d.slug) for d in theirs.divisions
            ]
        targets = [[(r.target, r.span) for r in c.references_of(a)] for c, a in ((corpus, ours), (other, theirs))]
        assert targets[0] == targets[1]


def _key(article: Article) -> tuple[str, str, str]:
    return str(article.act), str(article.number), article.text

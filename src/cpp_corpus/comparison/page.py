"""A comparison as one self-contained HTML page."""

from __future__ import annotations

from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING

from cpp_corpus.comparison import view
from cpp_corpus.errors import MissingExtraError
from cpp_corpus.model.diff import ArticleDiff, ChangeKind, CorpusDiff

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["needs_page", "page"]


def needs_page() -> None:
    """``MissingExtraError`` where Jinja2 is not installed: raised before there is anything to write."""
    if find_spec("jinja2") is None:
        raise MissingExtraError("a comparison as HTML", "html")


def page(diff: CorpusDiff, *, title: str = "What changed") -> Iterator[str]:
    """The page, piece by piece; ``title`` is its title in the browser and in print.

    ``MissingExtraError`` where Jinja2 is not installed.
    """
    needs_page()
    import jinja2  # noqa: PLC0415 - an extra

    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["thousands"] = lambda count: f"{count:,}"
    source = files("cpp_corpus.comparison").joinpath("page.html.jinja").read_text(encoding="utf-8")
    ranks = {id(article): rank for rank, article in enumerate(diff.articles, 1)}
    return environment.from_string(source).generate(
        diff=diff,
        title=title,
        view=view,
        labels=_LABELS,
        anchor=lambda article: f"article-{ranks[id(article)]}",
        side=_side,
    )


# ---------------------------------------------------------------------------------------------------------------------

_LABELS = {
    ChangeKind.ADDED: "Added",
    ChangeKind.REINSTATED: "Reinstated",
    ChangeKind.REPEALED: "Repealed",
    ChangeKind.REMOVED: "Removed without a repeal",
    ChangeKind.RENUMBERED: "Renumbered",
    ChangeKind.MOVED: "Moved",
    ChangeKind.CHANGED: "Words changed",
    ChangeKind.NOTES: "Notes changed",
}


def _side(article: ArticleDiff) -> str:
    """The divisions of an article in the new corpus, else in the old one."""
    known = article.new or article.old
    return "" if known is None else view.place(known.divisions)

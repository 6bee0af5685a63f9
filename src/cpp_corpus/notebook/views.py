"""The views of records in notebooks: one function for each class, in the table ``VIEWS``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from cpp_corpus.comparison import view
from cpp_corpus.corpus import Corpus
from cpp_corpus.graph.article_graph import ArticleGraph
from cpp_corpus.graph.summary import in_words
from cpp_corpus.lang.act_titles import act_title
from cpp_corpus.model.article import Article
from cpp_corpus.model.counting import counted
from cpp_corpus.model.diff import ArticleDiff, CorpusDiff, Operation
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.found import FoundPart
from cpp_corpus.model.graph import Edge
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import ResolvedReference
from cpp_corpus.model.verified import Verified
from cpp_corpus.notebook.html import Html, badge, card, cut, rows_of, table, tag
from cpp_corpus.search import Hit

__all__ = ["VIEWS"]


def _article(article: Article) -> Html:
    alineas = article.paragraphs[:_ALINEAS]
    lines = [
        tag(
            "div",
            tag("span", alinea.locator, style="flex:0 0 6em;opacity:.75;overflow-wrap:anywhere"),
            tag("span", _short(alinea.text), style="flex:1;white-space:pre-wrap;overflow-wrap:anywhere"),
            style="display:flex;gap:.8em",
        )
        for alinea in alineas
    ]
    if (more := len(article.paragraphs) - len(alineas)) > 0:
        lines.append(_dim(f"… {more:,} more alinéas"))
    notes = [_dim(_short(note.text)) for note in article.notes[:_NOTES]]
    where = view.place(article.divisions)
    return card(_name(article), _dim(where) if where else None, *lines, *notes, about=_about(article))


def _about(article: Article) -> Iterator[Html]:
    yield badge(article.state.replace("_", " "), _STATES.get(article.state, "grey"))
    dates = [
        f"from {article.valid_from}" if article.valid_from else "",
        f"until {article.valid_to}" if article.valid_to else "",
    ]
    if any(dates):
        yield _small(" ".join(filter(None, dates)))
    yield _small(article.id)


def _reference(reference: Reference) -> Html:
    resolved = reference if isinstance(reference, ResolvedReference) else None
    about = [] if resolved is None else [badge(resolved.state, _STATES.get(resolved.state, "grey"))]
    part = {True: "is there", False: "is not there", None: ""}
    exists = "" if resolved is None else part[resolved.part_exists]
    return card(
        f"“{cut(resolved.text, _TITLE)}”" if resolved is not None else cut(reference.target, _TITLE),
        rows_of(
            (
                ("target", cut(reference.target, _LINE)),
                ("relation", reference.relation.replace("_", " ")),
                ("operation", (reference.operation or "").replace("_", " ")),
                ("part", " ".join(filter(None, (reference.locator, exists)))),
                ("act known by", (reference.basis or "").replace("_", " ")),
                ("points to", "" if resolved is None else _listed(resolved.targets)),
                ("why", reference.explanation),
                ("in", None if resolved is None else resolved.source_id),
                (
                    "characters",
                    f"{reference.start}–{reference.end}"
                    + ("" if reference.note is None else f" of note {reference.note}"),
                ),
            )
        ),
        about=about,
    )


def _finding(finding: Finding) -> Html:
    where = finding.path or finding.article or ""
    place = f"{where}:{finding.line}" if finding.line is not None else where
    advice = finding.code.advice if isinstance(finding.code, FindingCode) else ""
    return card(
        str(finding.code),
        tag("div", cut(finding.message, _SOME)),
        rows_of(
            (("at", cut(place, _LINE)), ("article", finding.article), ("expected", finding.expected), ("do", advice))
        ),
        about=[badge(finding.severity, _STATES[finding.severity])],
    )


def _verified(answer: Verified) -> Html:
    return card(
        f"“{cut(answer.text, _TITLE)}”",
        tag("div", cut(answer.message, _SOME)),
        rows_of(
            (
                ("read as", answer.read),
                ("nearest", _listed(answer.nearest)),
                ("went to", _listed(answer.moved_to)),
                ("line", f"{answer.path}:{answer.line}" if answer.path else str(answer.line)),
            )
        ),
        about=[badge(answer.status.replace("_", " "), "green" if answer.exists else "red")],
    )


def _corpus(corpus: Corpus) -> Html:
    acts = corpus.acts
    rows = [(act_title(act), act, str(corpus.newest_day(act) or "")) for act in acts[:_ROWS]]
    about = [_small(f"{counted(len(corpus))}, {counted(len(acts), 'act')}")]
    if corpus.day is not None:
        about.append(_small(f"as law on {corpus.day}"))
    if corpus.errors:
        about.append(badge(counted(len(corpus.errors), "error"), "red"))
    return card("Corpus", table(("act", "id", "newest day"), rows, len(acts) - len(rows)), about=about)


def _graph(graph: ArticleGraph) -> Html:
    counts: Mapping[str, Counter[str]] = {
        "nodes of": Counter(node.act or "?" for node in graph.nodes),
        "relation": Counter(edge.relation.value for edge in graph.edges),
        "state": Counter(edge.state.value for edge in graph.edges),
        "most cited": Counter(edge.target for edge in graph.edges),
    }
    columns = [tag("div", _counts(name, found), style="flex:1 1 10em") for name, found in counts.items()]
    inside = tag("div", *columns, style="display:flex;flex-wrap:wrap;gap:1.5em")
    return card("ArticleGraph", inside, about=[_small(in_words(graph.nodes, graph.edges))])


def _counts(name: str, found: Counter[str]) -> Html:
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    rows = [(cut(each, _TITLE), f"{count:,}") for each, count in ordered[:_FEW]]
    return table((name, ""), rows, len(ordered) - len(rows))


def _edge(edge: Edge) -> Html:
    relation = edge.relation.replace("_", " ")
    return card(
        f"{edge.source} → {edge.target}",
        rows_of(
            (
                ("relation", relation),
                ("part", edge.locator),
                ("words", _listed([cut(each, _TITLE) for each in edge.anchors])),
            )
        ),
        about=[badge(edge.state, _STATES[edge.state])],
    )


def _diff(diff: CorpusDiff) -> Html:
    rows = [
        (article.name, ", ".join(kind.replace("_", " ") for kind in article.kinds), _first_words(article))
        for article in diff.articles[:_ROWS]
    ]
    sides = f"{view.described(diff.old)} → {view.described(diff.new)}"
    kinds = [badge(f"{count:,} {kind.replace('_', ' ')}", "blue") for kind, count in view.counted(diff)]
    return card(
        "Comparison",
        _dim(sides),
        tag("div", *_spaced(kinds)),
        table(("article", "change", "words"), rows, len(diff.articles) - len(rows)),
    )


def _article_diff(article: ArticleDiff) -> Html:
    changed = [alinea for alinea in article.alineas if alinea.op is not Operation.SAME]
    lines = [
        tag(
            "div",
            tag("span", view.locators(alinea), style="opacity:.75;margin-right:.8em"),
            *_words(view.shortened(alinea.words, _CONTEXT)),
        )
        for alinea in changed[:_ALINEAS]
    ]
    more = len(changed) - len(lines)
    about = [badge(kind.replace("_", " "), "blue") for kind in article.kinds]
    return card(article.name, *lines, _dim(f"… {more:,} more alinéas") if more > 0 else None, about=about)


def _first_words(article: ArticleDiff) -> Html:
    changed = next((alinea for alinea in article.alineas if alinea.op is not Operation.SAME), None)
    return Html("") if changed is None else Html("".join(_words(list(view.shortened(changed.words, _NEAR))[:_RUNS])))


def _words(runs: Iterable[Any]) -> Iterator[Html]:
    """Words that went are struck out, those that came underlined."""
    names = {Operation.REMOVED: "del", Operation.ADDED: "ins"}
    for run in runs:
        yield tag(names.get(run.op, "span"), _short(run.text), style="overflow-wrap:anywhere")


def _hit(hit: Hit) -> Html:
    return card(_name(hit.article), tag("div", cut(hit.snippet(), _SOME)), about=_about(hit.article))


def _found_part(found: FoundPart) -> Html:
    exists = {True: ("the part is there", "green"), False: ("no such part", "red"), None: ("", "")}[found.part_exists]
    about = [_small(found.locator or "")] + ([badge(*exists)] if exists[0] else [])
    return tag("div", tag("div", *_spaced(about)), _article(found.article))


VIEWS: dict[str, Callable[[Any], Html]] = {
    Article.__name__: _article,
    ArticleDiff.__name__: _article_diff,
    ArticleGraph.__name__: _graph,
    Corpus.__name__: _corpus,
    CorpusDiff.__name__: _diff,
    Edge.__name__: _edge,
    Finding.__name__: _finding,
    FoundPart.__name__: _found_part,
    Hit.__name__: _hit,
    Reference.__name__: _reference,
    Verified.__name__: _verified,
}
"""The view of each class, by its name."""

# ---------------------------------------------------------------------------------------------------------------------

_FEW = 5
_ROWS = 20
_ALINEAS = 60
_NOTES = 5
_TITLE = 80  # characters
_LINE = 200
_SOME = 800
_CONTEXT = 60
_NEAR = 20
_RUNS = 6
_STATES = {
    "in_force": "green", "repealed": "red", "future": "amber", "unknown": "grey",
    "resolved": "green", "missing": "red", "external": "blue",
    "error": "red", "warning": "amber", "info": "blue",
}  # fmt: skip
"""Colours of the states of articles and references, and of severities."""


def _name(article: Article) -> str:
    number = "" if article.number is None else f"Article {article.number.running}"
    head = number or article.heading or "Article without number"
    return cut(head if article.act is None else f"{head}, {act_title(article.act)}", 2 * _TITLE)


def _short(text: str) -> str:
    return text if len(text) <= _SOME else f"{text[: _SOME - 1]}…"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _FEW
    return ", ".join(names[:_FEW]) + (f" and {more:,} more" if more > 0 else "")


def _spaced(pieces: Iterable[Html]) -> Iterator[Html]:
    return (Html(f"{piece} ") for piece in pieces)


def _small(text: str) -> Html:
    return tag("span", text, style="opacity:.75;overflow-wrap:anywhere")


def _dim(text: str) -> Html:
    return tag("div", text, style="opacity:.75;overflow-wrap:anywhere")

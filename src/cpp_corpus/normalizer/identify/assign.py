"""The numbers of the unnumbered articles of a dump, looked up in an atlas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from cpp_corpus.model.article import Article, Evidence, IdentifiedBy, is_anonymous
from cpp_corpus.model.atlas import ActAtlas
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.fingerprint import fingerprint_of
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.normalizer.identify.candidates import Candidates
from cpp_corpus.normalizer.identify.decision_notes import number_in_note
from cpp_corpus.normalizer.identify.findings import anonymous, findings_of
from cpp_corpus.normalizer.identify.sections import Sections
from cpp_corpus.normalizer.identify.state import Anonymous, Match
from cpp_corpus.normalizer.identify.steps import align

__all__ = ["Identified", "identify"]


class Identified(NamedTuple):
    """The articles of a dump with the numbers that were found, and the findings."""

    articles: list[Article]
    findings: list[Finding]


def identify(articles: Sequence[Article], atlas: ActAtlas | None) -> Identified:
    """Number the articles of one dump of one act as far as there is evidence; headings are not questioned.

    ``atlas`` is that of the act; without one, only notes on court decisions give numbers.
    """
    made, findings = (list(articles), []) if atlas is None else _by_atlas(articles, atlas)
    made = _by_notes(made)
    return Identified(made, [*findings, *anonymous([article for article in made if is_anonymous(article)], len(made))])


def _by_atlas(articles: Sequence[Article], atlas: ActAtlas) -> tuple[list[Article], list[Finding]]:
    candidates = Candidates(atlas, articles[0].consolidated_at)
    unknown = [at for at, article in enumerate(articles) if is_anonymous(article)]
    prints = [Anonymous(fingerprint_of(articles[at].text), articles[at].depth) for at in unknown]
    state = align(prints, candidates)
    matches = dict(zip(unknown, state.matches, strict=True))
    places = [match.place if (match := matches.get(at)) else None for at in range(len(articles))]
    sections = Sections(articles, places, candidates, state.offset)
    made: list[Article] = []
    for at, article in enumerate(articles):
        match = matches.get(at)
        if match is not None:
            made.append(_numbered(article, _found(match, candidates, sections, at)))
        elif article.number is not None:
            made.append(article.model_copy(update=_version(article, candidates, sections, made)))
        else:
            made.append(article)
    return made, findings_of(made, places, state, sections)


def _found(match: Match, candidates: Candidates, sections: Sections, at: int) -> dict[str, Any]:
    """The fields of an article that was found in the atlas."""
    first, last = None, None
    if match.by == IdentifiedBy.EXACT_TEXT:
        first, last = candidates.atlas.validity(candidates.rows[match.place])
    runner_up = None if match.runner_up is None else candidates.number(match.runner_up)
    return {
        "number": ArticleNumber.parse(candidates.number(match.place)),
        "identified_by": match.by,
        "divisions": sections.known(at, match.place),
        "valid_from": first,
        "valid_to": last,
        "evidence": Evidence(
            score=round(match.score, 3),
            runner_up=runner_up,
            runner_up_score=None if match.runner_up_score is None else round(match.runner_up_score, 3),
            as_of=candidates.as_of,
            at_date=candidates.at_date,
        ),
    }


def _version(article: Article, candidates: Candidates, sections: Sections, made: Sequence[Article]) -> dict[str, Any]:
    """The fields of an article with a heading: dates of the version with the same text, and divisions."""
    number = article.number
    said = fingerprint_of(article.text).exact
    rows = () if number is None else candidates.rows_of(number.normalized)
    row = next((row for row in reversed(rows) if candidates.atlas.exact[row] == said), None)
    known: dict[str, Any] = {"divisions": sections.repealed(made, row) or article.divisions}
    if row is not None and candidates.atlas.dated:
        known["valid_from"], known["valid_to"] = candidates.atlas.validity(row)
    return known


def _by_notes(articles: Sequence[Article]) -> list[Article]:
    """The articles, unnumbered ones with the number that their notes name, where no other article has it."""
    taken = {article.number.normalized for article in articles if article.number is not None}
    named = {at: number_in_note(article) for at, article in enumerate(articles) if is_anonymous(article)}
    wanted = Counter(number for number in named.values() if number is not None)
    free = {number for number, times in wanted.items() if times == 1 and number not in taken}
    return [
        _numbered(article, {"number": ArticleNumber.parse(number), "identified_by": IdentifiedBy.NOTE})
        if (number := named.get(at)) in free and number is not None
        else article
        for at, article in enumerate(articles)
    ]


def _numbered(article: Article, known: dict[str, Any]) -> Article:
    name = f"{article.act or '?'}/{known['number'].normalized}"
    return article.model_copy(update={**known, "id": name})

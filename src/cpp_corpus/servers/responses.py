"""The answer of a corpus to each question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, TypeVar

from cpp_corpus.citation import read_citation
from cpp_corpus.corpus import Corpus
from cpp_corpus.errors import CitationError, InputError
from cpp_corpus.lang.act_titles import act_of, act_title
from cpp_corpus.lang.acts import act_named
from cpp_corpus.model.article import Article, Division, Paragraph
from cpp_corpus.model.found import FoundPart
from cpp_corpus.model.graph import Edge
from cpp_corpus.model.locator import Locator
from cpp_corpus.model.resolution import ResolvedReference
from cpp_corpus.model.verified import CitationStatus, Verified
from cpp_corpus.search import Hit
from cpp_corpus.servers import answers, inputs
from cpp_corpus.servers.problems import NotThereError, SeveralError, UnreadableError, check_time

__all__ = ["acts", "article", "cited_by", "find", "references", "search", "verify"]

Item = TypeVar("Item")


def find(corpus: Corpus, asked: inputs.FindInputs) -> answers.Found:
    """The articles that a citation means."""
    found = corpus.find_parts(asked.citation)
    shown, after = _page(found, asked)
    return answers.Found(total=len(found), next=after, articles=tuple(map(_found, shown)))


def article(corpus: Corpus, asked: inputs.ArticleInputs) -> answers.ArticleText:
    """The words of an article or of one of its parts."""
    meant, named = _meant(corpus, asked.article)
    part = _part(meant, asked.part) if asked.part is not None else named
    alineas = meant.paragraphs
    text = meant.text
    if part is not None:
        alineas = meant.at(Locator(part))
        text = "\n".join(alinea.text for alinea in alineas)
        if not alineas:
            raise NotThereError(f"{meant.id} has no part {part}; without a part, its alineas list those that it has")
    end = asked.offset + asked.length
    return answers.ArticleText(
        **_summary(meant),
        consolidated_at=meant.consolidated_at,
        divisions=tuple(map(_division, meant.divisions)),
        identifiers=dict(list(meant.ids.items())[:_FEW]),
        part=part,
        text=text[asked.offset : end],
        start=asked.offset,
        length=len(text),
        next=end if end < len(text) else None,
        alineas=_alineas(alineas, part is None, asked.offset, end),
        notes=tuple(_cut(note.text, _NOTE) for note in meant.notes[:_FEW]),
    )


def _part(meant: Article, written: str) -> str:
    """The locator of a part as people write it, "2° du II" or "II, al. 2"; unchanged where there is none such."""
    if meant.at(Locator(written)):
        return written
    for citation in (f"{written} de l'article 1", f"article 1, {written}"):
        with suppress(CitationError):
            read = [reference.locator for reference in read_citation(citation).references]
            if len(read) == 1 and read[0] is not None and meant.at(Locator(read[0])):
                return read[0]
    return written


def verify(corpus: Corpus, asked: inputs.VerifyInputs) -> answers.Verdicts:
    """Which citations of a text hold."""
    counts: Counter[CitationStatus] = Counter()
    shown = []
    for at, each in enumerate(corpus.iter_verify(asked.text, at=asked.at, act=asked.act)):
        check_time()
        counts[each.status] += 1
        if asked.offset <= at < asked.offset + asked.limit:
            shown.append(_citation(each))
    total, end = counts.total(), asked.offset + asked.limit
    return answers.Verdicts(
        total=total,
        next=end if end < total else None,
        counts={each: counts[each] for each in CitationStatus if counts[each]},
        citations=tuple(shown),
    )


def references(corpus: Corpus, asked: inputs.ReferencesInputs) -> answers.References:
    """The references that an article makes."""
    meant, _ = _meant(corpus, asked.article)
    found = corpus.resolved(meant, keep=False)
    shown, after = _page(found, asked)
    return answers.References(total=len(found), next=after, article=meant.id, references=tuple(map(_reference, shown)))


def cited_by(corpus: Corpus, asked: inputs.CitedByInputs) -> answers.CitedBy:
    """What cites an article, a division or an act."""
    target, edges = _citing(corpus, asked.target)
    if asked.relation is not None:
        edges = [edge for edge in edges if edge.relation is asked.relation]
    shown, after = _page(edges, asked)
    return answers.CitedBy(total=len(edges), next=after, target=target, edges=tuple(map(_edge, shown)))


def search(corpus: Corpus, asked: inputs.SearchInputs) -> answers.Hits:
    """The articles that have certain words."""
    if asked.division is not None and "#" not in asked.division and asked.act is None:
        raise UnreadableError(f"the division {asked.division!r} needs an act, or is given by its id, with #")
    found = corpus.search(
        asked.query,
        act=asked.act,
        division=asked.division,
        state=None if asked.state is None else asked.state.value,
        at=asked.at,
    )
    shown, after = _page(found, asked)
    return answers.Hits(total=len(found), next=after, articles=tuple(map(_hit, shown)))


def acts(corpus: Corpus, asked: inputs.ActsInputs) -> answers.Acts:
    """What the corpus holds."""
    shown, after = _page(corpus.acts, asked)
    rows = (answers.Act(id=act, title=act_title(act), newest=corpus.newest_day(act)) for act in shown)
    return answers.Acts(total=len(corpus.acts), next=after, articles=len(corpus), acts=tuple(rows))


# ---------------------------------------------------------------------------------------------------------------------

_FEW = 20  # targets, identifiers, notes
_ANCHORS = 5
_ANCHOR = 300  # characters
_NOTE = 2_000
_BEGINNING = 200
_MESSAGE = 1_000


def _page(items: Sequence[Item], asked: inputs.PagedInputs | inputs.VerifyInputs) -> tuple[Sequence[Item], int | None]:
    """The items of a page, and where the next one begins."""
    end = asked.offset + asked.limit
    return items[asked.offset : end], end if end < len(items) else None


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _meant(corpus: Corpus, given: str) -> tuple[Article, str | None]:
    """The one article that is meant, and the part that is named with it."""
    try:
        return corpus[given], None
    except KeyError:
        found = corpus.find_parts(given)
    if not found:
        raise NotThereError(f"{given!r} is none of the articles of this corpus; acts lists what it holds")
    ids = list(dict.fromkeys(each.article.id for each in found))
    if len({(each.article.act, str(each.article.number)) for each in found}) > 1:
        raise SeveralError(f"{given!r} means several articles; give one of their ids", ids)
    parts = list(dict.fromkeys(each.locator for each in found))
    if len(parts) > 1:
        raise UnreadableError(f"{given!r} names several parts; ask for one after the other")
    return _version_of(corpus, found), parts[0]


def _version_of(corpus: Corpus, found: Sequence[FoundPart]) -> Article:
    """Of several versions of an article, the one that is law."""
    first = found[0].article
    if len({each.article.id for each in found}) > 1 and first.act is not None and first.number is not None:
        return corpus[first.act, first.number]
    return first


def _citing(corpus: Corpus, given: str) -> tuple[str, Sequence[Edge]]:
    """The id of what is cited, and the edges to it."""
    if "#" in given:
        into = corpus.cited_by(given)
        if not into:
            corpus.division(given)  # which may not be there
        return given, into
    if given in corpus.acts:
        return given, corpus.cited_by(given)
    try:
        meant, _ = _meant(corpus, given)
    except (NotThereError, CitationError):
        if lacking := _into(corpus, given):
            return lacking[0].target, lacking
        act = _act(corpus, given)
        found = () if act is None else _into(corpus, act)
        if act is None or not (found or act in corpus.acts):
            raise
        return act, found
    return meant.id, corpus.cited_by(meant)


def _act(corpus: Corpus, given: str) -> str | None:
    """The act that a title, an abbreviation or an id names; those of the corpus first."""
    if (held := act_of(corpus.acts, given)) is not None:
        return held
    try:
        return act_named(given)
    except InputError:
        return None


def _into(corpus: Corpus, act: str) -> Sequence[Edge]:
    try:
        return corpus.cited_by(act)
    except (KeyError, InputError):
        return ()


def _summary(meant: Article) -> dict[str, Any]:
    return {
        "id": meant.id,
        "act": meant.act,
        "act_title": None if meant.act is None else act_title(meant.act),
        "number": None if meant.number is None else meant.number.running,
        "heading": None if meant.heading is None else _cut(meant.heading, _ANCHOR),
        "state": meant.state,
        "valid_from": meant.valid_from,
        "valid_to": meant.valid_to,
    }


def _found(each: FoundPart) -> answers.FoundArticle:
    return answers.FoundArticle(
        **_summary(each.article),
        part=each.locator,
        part_exists=each.part_exists,
        beginning=_cut(" ".join(each.article.text[: 2 * _BEGINNING].split()), _BEGINNING),
    )


def _division(division: Division) -> answers.DivisionName:
    return answers.DivisionName(
        kind=division.kind, number=division.number, title=division.title or division.slug or None
    )


def _alineas(alineas: Sequence[Paragraph], of_all: bool, start: int, end: int) -> tuple[answers.Alinea, ...]:
    """Those that are shown, where ``start`` and ``end`` are places in the whole text, or in the alinéas alone."""
    shown, at = [], 0
    for alinea in alineas:
        first = alinea.span.start if of_all else at
        at = first + len(alinea.text) + 1
        if first < end and at > start:
            shown.append(answers.Alinea(locator=alinea.locator, start=alinea.span.start, end=alinea.span.end))
    return tuple(shown)


def _citation(each: Verified) -> answers.CitationAnswer:
    return answers.CitationAnswer(
        text=_cut(each.text, _ANCHOR),
        start=each.start,
        end=each.end,
        line=each.line,
        status=each.status,
        depth=each.depth,
        read=None if each.read is None else _cut(each.read, _ANCHOR),
        day=each.day,
        targets=each.targets[:_FEW],
        target_count=len(each.targets),
        valid_from=each.valid_from,
        valid_to=each.valid_to,
        nearest=each.nearest[:_FEW],
        moved_to=each.moved_to[:_FEW],
        message=_cut(each.message, _MESSAGE),
    )


def _reference(each: ResolvedReference) -> answers.Reference:
    return answers.Reference(
        text=_cut(each.text, _ANCHOR),
        start=each.start,
        end=each.end,
        note=each.note,
        kind=each.kind,
        target=_cut(each.target, _ANCHOR),
        relation=each.relation,
        operation=each.operation,
        locator=each.locator,
        part_exists=each.part_exists,
        basis=each.basis,
        state=each.state,
        targets=each.targets[:_FEW],
        target_count=len(each.targets),
        reason=each.explanation,
    )


def _edge(edge: Edge) -> answers.CitingEdge:
    return answers.CitingEdge(
        source=edge.source,
        relation=edge.relation,
        locator=edge.locator,
        state=edge.state,
        count=edge.count,
        anchors=tuple(_cut(anchor, _ANCHOR) for anchor in edge.anchors[:_ANCHORS]),
    )


def _hit(hit: Hit) -> answers.Hit:
    return answers.Hit(**_summary(hit.article), snippet=_cut(hit.snippet(_BEGINNING), 2 * _ANCHOR), score=hit.score)

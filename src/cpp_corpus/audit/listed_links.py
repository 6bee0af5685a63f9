"""The links that a source lists outside the text, compared with the references that are read in the text.

Only citations are compared; the other links (of amendments, of codification) are not in the words. A link and a
reference agree if they name the same article of the same act; a letter that one of the two leaves out does not count.
A link to an act as a whole agrees with any reference to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.wording import listed, printed, title
from cpp_corpus.model.article import Article, Link
from cpp_corpus.model.article_id import unversioned
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.model.resolution import ResolvedReference

__all__ = ["UnlistedReference", "UnreadLink", "is_listed_citation"]


def is_listed_citation(link: Link) -> bool:
    """Whether a link is a citation that the source lists outside the text."""
    return link.span.start == link.span.end and link.kind in {None, "CITATION"}


class UnreadLink(Check):
    name = FindingCode.UNREAD_LINK

    def look(self, subject: Subject) -> Iterator[Finding]:
        links = _targets(subject.article)
        if not links:
            return
        read = {place for reference in subject.references for place in _places(reference)}
        acts = {act for act, _ in read}
        unread = [each for each in links if each not in read and not (each[1] is None and each[0] in acts)]
        if unread:
            them = "it" if len(unread) == 1 else "them"
            yield self.finding(
                subject.article,
                f"The source lists links to {listed([_named(act, links[act, bare]) for act, bare in unread])}, but no "
                f"reference to {them} was read in the text; look whether its words name {them}.",
            )


class UnlistedReference(Check):
    name = FindingCode.UNLISTED_REFERENCE

    def look(self, subject: Subject) -> Iterator[Finding]:
        links = _targets(subject.article)
        if not links:
            return
        own = (subject.article.act, _bare(subject.article.number.normalized) if subject.article.number else None)
        unlisted: dict[tuple[str, str | None], ResolvedReference] = {}
        for reference in subject.references:
            places = _places(reference)
            if reference.kind != ReferenceKind.ARTICLE or not places or own in places:
                continue
            if not any(place in links or (place[0], None) in links for place in places):
                unlisted.setdefault(places[0], reference)
        if unlisted:
            first = next(iter(unlisted.values()))
            names = [_named(act, reference.article) for (act, _), reference in unlisted.items()]
            yield self.finding(
                subject.article,
                f"References to {listed(names)} were read in the text, but the source "
                "lists no link to them; look whether the words name them.",
                span=first.span,
                note=first.note,
            )


# ---------------------------------------------------------------------------------------------------------------------

_Place = tuple[str, str | None]
"""An act, and the number of one of its articles without its letter; ``None`` for the act as a whole."""


def _targets(article: Article) -> dict[_Place, str | None]:
    """The targets of the citations that the source lists, with their numbers."""
    links = filter(is_listed_citation, article.links)
    return {(link.act, _bare(link.article)): link.article for link in links if link.act is not None}


def _places(reference: ResolvedReference) -> list[_Place]:
    """The articles that a reference names, and those that it means in the corpus."""
    if reference.act is None:
        return []
    named = [(reference.act, _bare(number)) for number in (reference.article, reference.to) if number is not None]
    meant = (unversioned(target).partition("/") for target in reference.targets)
    return named + [(act, _bare(number)) for act, slash, number in meant if slash] or [(reference.act, None)]


def _bare(number: str | None) -> str | None:
    return None if number is None else number.lstrip("lorda") or number


def _named(act: str, number: str | None) -> str:
    return title(act) if number is None else f"article {printed(number)} of {title(act)}"

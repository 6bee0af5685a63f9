"""The measures: links right, precision and recall by register, silent wrong acts, speed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from adapt import Claim
from sets import Text, Truth, names_a_law

__all__ = ["Agreement", "Links", "agreement", "links", "speed"]


@dataclass(frozen=True, slots=True)
class Links:
    """How the links of Légifrance were found; shares."""

    right: float
    """A reference overlaps the link and has its act and number, and none has that number with another act."""
    same_act: float
    """Of those to the act in which they stand."""
    other_act: float
    """Of those to another act."""
    usurped: float
    """Of the articles right before the name of a law, those that were given to a code."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How references to articles of codes by number agree with those written down by hand."""

    agreed: int
    missed: int
    invented: int
    wrong_act: int
    """Numbers that were found with an act that is not theirs: a silent wrong target."""
    numbers: int
    """Numbers that were found."""

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.agreed / (self.agreed + self.invented or 1)

    @property
    def recall(self) -> float:
        """Of what is there, the share that was found."""
        return self.agreed / (self.agreed + self.missed or 1)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.agreed / (2 * self.agreed + self.missed + self.invented or 1)

    @property
    def silent(self) -> float:
        """The share of numbers with a wrong act."""
        return self.wrong_act / (self.numbers or 1)


def links(texts: Sequence[Text], found: Sequence[list[Claim]]) -> Links:
    """The shares of links that are right, and of articles of laws that were given to a code."""
    right, total, laws, usurped = Counter[str](), Counter[str](), 0, 0
    for text, claims in zip(texts, found, strict=True):
        for link in text.truths:
            over = [claim for claim in claims if _overlap(claim, link)]
            acts = {claim.act for claim in over if link.article in (claim.article, claim.to)}
            for group in ("all", "same" if link.act == text.act else "other"):
                total[group] += 1
                right[group] += acts == {link.act}
        for claim in claims:
            if names_a_law(text.text, claim.end):
                laws += 1
                usurped += _of_code(claim.act)
    share: Mapping[str, float] = {group: right[group] / (total[group] or 1) for group in ("all", "same", "other")}
    return Links(share["all"], share["same"], share["other"], usurped / (laws or 1))


def agreement(texts: Sequence[Text], found: Sequence[list[Claim]]) -> Agreement:
    """How what was found agrees with the references to articles of codes that are cited by a number.

    Left aside for every tool: parts of articles (two parts of one article count once), members of ranges, "même
    article", other acts than codes.
    """
    agreed = missed = invented = wrong_act = numbers = 0
    for text, claims in zip(texts, found, strict=True):
        articles = list(dict.fromkeys(truth for truth in text.truths if truth.kind == "article" and truth.article))
        for claim in claims:
            of_number = [t for t in articles if _overlap(claim, t) and claim.article in (t.article, t.to)]
            numbers += bool(of_number)
            wrong_act += bool(of_number) and claim.act is not None and all(claim.act != t.act for t in of_number)
        left = {claim for claim in claims if claim.article and _of_code(claim.act) and _by_number(text.text, claim)}
        for truth in articles:
            if not (_of_code(truth.act) and _by_number(text.text, truth)):
                continue
            match = next((c for c in sorted(left, key=str) if _same(c, truth)), None)
            agreed += match is not None
            missed += match is None
            left -= {match} if match else set()
        invented += len(left)
    return Agreement(agreed, missed, invented, wrong_act, numbers)


def speed(texts: Sequence[Text], seconds: float) -> float:
    """MB of UTF-8 text a second."""
    return sum(len(text.text.encode()) for text in texts) / 1e6 / (seconds or 1e-9)


# ---------------------------------------------------------------------------------------------------------------------


def _overlap(one: Claim | Truth, other: Claim | Truth) -> bool:
    return one.start < other.end and other.start < one.end


def _same(claim: Claim, truth: Truth) -> bool:
    equal = (claim.act, claim.article, claim.to) == (truth.act, truth.article, truth.to)
    return equal and _overlap(claim, truth)


def _of_code(act: str | None) -> bool:
    return act is not None and act.startswith(("code-", "livre-des-"))


def _by_number(text: str, one: Claim | Truth) -> bool:
    """Whether it is cited by a number: "même article" counts for nobody, since no peer resolves it."""
    anchor = text[one.start : one.end]
    return any(map(str.isdigit, anchor)) or "préliminaire" in anchor or "unique" in anchor

"""Reasons why a reference is not, or not fully, known: the table of codes and sentences."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

__all__ = ["Reason"]


class Reason(StrEnum):
    """Why the act, the article or the target of a reference is not, or not fully, known."""

    text: str
    """The reason in words."""

    def __new__(cls, code: str, text: str = "") -> Self:
        """Make a member from its code, which is its value, and the reason in words."""
        made = str.__new__(cls, code)
        made._value_ = code
        made.text = text
        return made

    # which act

    NO_ACT_NAMED = "no-act-named", "no act is named, and the citing act is not known"
    """The text names no act, and it is not known to which act it belongs."""
    CITING_ACT_UNKNOWN = "citing-act-unknown", "the citing act is not known"
    """"Le présent code", in a text whose act is not known."""
    CITING_ARTICLE_UNKNOWN = "citing-article-unknown", "the citing article is not known"
    """"Le deuxième alinéa", in a text whose article is not known."""
    NO_ACT_BEFORE = "no-act-before", "no act of that nature is named before"
    """"Ladite loi", "le même code", without an act named before."""
    NO_DECISION_BEFORE = "no-decision-before", "no decision is named before to which this part could belong"
    """A recital or paragraph of a decision that is not named."""
    NO_CODE_WITH_ARTICLE = "no-code-with-article", "none of the codes named before has such an article"
    """"Le code", where none of those named before has the number."""
    NO_CODE_WITH_ANNEX = "no-code-with-annex", "no code with such an annex is named"
    """An annex of a code that has none."""
    ACT_WITHOUT_ID = "act-without-id", "what is named has no identifier"
    """An act named without number or date, or of a nature whose texts have none: statutes, contracts, plans, bills."""
    UNKNOWN_NAME = "unknown-name", "what is named cannot be read"
    """A misspelt title, initials that are those of no act, a noun that is no act of a known form: "du bail"."""
    AMBIGUOUS_ABBREVIATION = "ambiguous-abbreviation", "the abbreviation may mean several codes"
    """Several codes have the abbreviation; the detail names them."""
    FOREIGN_ACT = "foreign-act", "the act is that of another country"
    """The text names an act of another country ("code civil belge"), or says at its head that its law is foreign."""
    ACT_UNCLEAR = "act-unclear", "the text leaves open which act is meant"
    """The text leaves the act open, and no other reason is known."""
    OTHER_NUMBERING = "other-numbering", "no act is named, and the presumed act has no numbers of this form"
    """The act numbers its articles in another way; the detail names it."""
    ANOTHER_ACT_HAS_IT = (
        "another-act-has-it",
        "no act is named; the citing act has no such article, but another act named in the article has one",
    )
    """Another act named in the article has one with this number; the detail names it."""
    ANOTHER_ACT_MAY_HAVE_IT = (
        "another-act-may-have-it",
        "no act is named; the citing act has no such article, but another act named before may have one",
    )
    """A law, decree or treaty is named before, and the number is a plain one; the detail names it."""
    LIST_OF_ANOTHER_ACT = (
        "list-of-another-act",
        "no act is named; the citing act has no such article, and the list ends with another act",
    )
    """The list in which the article stands ends with another act; the detail names it."""

    # which article

    ARTICLE_BEFORE = "article-before", "the number of the article before is not in the text"
    """"L'article précédent"; in a corpus, it follows from the order of the act."""
    ARTICLE_AFTER = "article-after", "the number of the article after is not in the text"
    """"L'article suivant"; in a corpus, it follows from the order of the act."""
    NUMBER_UNCLEAR = "number-unclear", "the text leaves the number open"
    """The text leaves the number of the article open."""
    NEIGHBOUR_UNKNOWN = "neighbour-unknown", "the article next to it is not known from the corpus"
    """The article is the first or the last, or the order of its act is not known."""
    NEIGHBOUR_MISSING = "neighbour-missing", "the corpus lacks an article that may be next to this one"
    """The act has a number between the two that is not in the corpus; the detail is that number."""
    RANGE_END_MISSING = "range-end-missing", "the act has no article of that number, which is one end of the range"
    """One end of the range does not exist; the detail is its number."""
    RANGE_OUT_OF_ORDER = "range-out-of-order", "the ends of the range are not in this order in the act"
    """The articles between the ends are not known; only the ends are targets."""
    RANGE_OPEN = "range-open", "the articles that follow are not known, since the divisions of the act are not"
    """"Et suivants", where the end is not known; only the first article is a target."""

    # which division

    DIVISIONS_UNKNOWN = "divisions-unknown", "the divisions of that act are not known"
    """The corpus has the act, but its sources do not have its divisions."""
    SEVERAL_DIVISIONS = "several-divisions", "the act has several such divisions"
    """Several divisions have that path; the detail has how many, and the first of them."""
    DIVISION_END_MISSING = "division-end-missing", "one end of the range is not a division of the act"
    """Only the other end is a target."""
    OUTSIDE_DIVISION = "outside-division", "the article is in no known division of this kind"
    """"Le présent titre", in an article that is in no known titre; the detail is the kind of division."""
    NO_DIVISION_BESIDE = "no-division-beside", "there is no division of this kind next to that of the article"
    """"Le chapitre précédent", in the first one; the detail is the kind of division."""
    NO_DIVISION_BEFORE = "no-division-before", "no division of this kind is named before"
    """"La même section", without one named before; the detail is the kind of division."""

    # all of it

    NOT_YET_LAW = "not-yet-law", "the target is not yet law on that day"
    """The target comes into force later; the detail is its first day, where that is known."""
    TARGET_UNCLEAR = "target-unclear", "the text leaves open what is meant"
    """The words cannot be interpreted."""
    STEP_FAILED = "step-failed", "a step of the resolution failed"
    """An error in a step of the program or of an extension; the detail is the error."""

    def sentence(self, detail: str | None = None) -> str:
        """The reason in words, followed by ``detail``.

        >>> Reason.RANGE_END_MISSING.sentence("9")
        'the act has no article of that number, which is one end of the range: 9'
        """
        return self.text if detail is None else f"{self.text}: {detail}"

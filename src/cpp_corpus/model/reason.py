"""Why something of a reference is not known, or is not all that its words say: one table of codes and sentences."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

__all__ = ["Reason"]


class Reason(StrEnum):
    """Why the act, the article or the target of a reference is not known, or not all that its words say."""

    text: str
    """The reason in words."""

    def __new__(cls, code: str, text: str = "") -> Self:
        """A member: its code, which is its value, and the reason in words."""
        made = str.__new__(cls, code)
        made._value_ = code
        made.text = text
        return made

    # which act

    NO_ACT_NAMED = "no-act-named", "no act is named, and the citing act is not known"
    """The text names no act, and nothing tells of which act it is an article."""
    CITING_ACT_UNKNOWN = "citing-act-unknown", "the citing act is not known"
    """"Le présent code", in a text of which nothing tells the act."""
    CITING_ARTICLE_UNKNOWN = "citing-article-unknown", "the citing article is not known"
    """"Le deuxième alinéa", in a text of which nothing tells the article."""
    NO_ACT_BEFORE = "no-act-before", "no act of that nature is named before that this could be"
    """"Ladite loi", "le même code", and none is named before."""
    NO_DECISION_BEFORE = "no-decision-before", "no decision is named before that this could be a part of"
    """A recital or paragraph of a decision that is not named."""
    NO_CODE_WITH_ARTICLE = "no-code-with-article", "no code is named before that has such an article"
    """"Le code", where none of those named before has the number."""
    NO_CODE_WITH_ANNEX = "no-code-with-annex", "no code is named that is known to have such an annex"
    """An annex that is numbered as a code of its own, of a code that has none."""
    ACT_WITHOUT_ID = "act-without-id", "what is named has no identifier"
    """An act named without number or date, or of a nature whose texts have none: statutes, contracts, plans, bills."""
    UNKNOWN_NAME = "unknown-name", "what is named cannot be read"
    """A misspelt title, initials that stand for no act, a noun that is no act of a known form: "du bail"."""
    AMBIGUOUS_ABBREVIATION = "ambiguous-abbreviation", "the abbreviation stands for several codes"
    """The abbreviation is one of several codes; the detail names them."""
    FOREIGN_ACT = "foreign-act", "the act is one of another state"
    """The text names an act of another state ("code civil belge"), or says at its head that its law is that of one."""
    ACT_UNCLEAR = "act-unclear", "the text does not tell which act is meant"
    """The text leaves the act open, and no other reason is known."""
    OTHER_NUMBERING = "other-numbering", "no act is named, and the one that is supposed has no numbers of this kind"
    """The act numbers its articles otherwise; the detail names it."""
    ANOTHER_ACT_HAS_IT = (
        "another-act-has-it",
        "no act is named; the citing act has no such article, and another one, named beside, has",
    )
    """The act named beside has an article of the number; the detail names it."""
    ANOTHER_ACT_MAY_HAVE_IT = (
        "another-act-may-have-it",
        "no act is named; the citing act has no such article, and another one, named before, may have",
    )
    """A law, decree or treaty is named before, and the number is a plain one; the detail names it."""
    LIST_OF_ANOTHER_ACT = (
        "list-of-another-act",
        "no act is named; the citing act has no such article, and the list ends with another one",
    )
    """The list in which the article stands ends with another act; the detail names it."""

    # which article

    ARTICLE_BEFORE = "article-before", "the text alone does not tell the number of the article before"
    """"L'article précédent"; in a corpus, the order of the act tells it."""
    ARTICLE_AFTER = "article-after", "the text alone does not tell the number of the article after"
    """"L'article suivant"; in a corpus, the order of the act tells it."""
    NUMBER_UNCLEAR = "number-unclear", "the text does not tell the number"
    """The text leaves the number of the article open."""
    NEIGHBOUR_UNKNOWN = "neighbour-unknown", "the corpus does not tell what stands beside the article"
    """The article is the first or the last, or the order of its act is not known."""
    NEIGHBOUR_MISSING = "neighbour-missing", "the corpus lacks an article that may stand beside this one"
    """The act has a number between the two that the corpus does not hold; the detail is that number."""
    RANGE_END_MISSING = "range-end-missing", "the act has no article of that number, which is one end of the range"
    """An end of the range is gone; the detail is its number."""
    RANGE_OUT_OF_ORDER = "range-out-of-order", "the ends of the range do not follow each other in the act"
    """What stands between the ends is not known; only they are targets."""
    RANGE_OPEN = "range-open", "which articles follow is not known: the divisions of the act are not"
    """"Et suivants", where nothing tells to where; only the first article is a target."""

    # which division

    DIVISIONS_UNKNOWN = "divisions-unknown", "the divisions of that act are not known"
    """The corpus has the act, and its sources tell nothing of its divisions."""
    SEVERAL_DIVISIONS = "several-divisions", "the act has several such divisions"
    """Several divisions have that path; the detail has how many, and the first of them."""
    DIVISION_END_MISSING = "division-end-missing", "one end of the range is no division of the act"
    """Only the other end is a target."""
    OUTSIDE_DIVISION = "outside-division", "the article is not known to stand in such a division"
    """"Le présent titre", in an article of which no titre is known; the detail is the kind of division."""
    NO_DIVISION_BESIDE = "no-division-beside", "there is no such division beside that of the article"
    """"Le chapitre précédent", in the first one; the detail is the kind of division."""
    NO_DIVISION_BEFORE = "no-division-before", "no such division is named before that this could be"
    """"La même section", and none is named before; the detail is the kind of division."""

    # all of it

    NOT_YET_LAW = "not-yet-law", "the target is not law yet on that day"
    """The target is to come; the detail is its first day, where that is known."""
    TARGET_UNCLEAR = "target-unclear", "the text does not tell what is meant"
    """Nothing can be made of the words."""
    STEP_FAILED = "step-failed", "a step of the resolution failed"
    """A fault of the program, or of a step that was added to it; the detail is the fault."""

    def sentence(self, detail: str | None = None) -> str:
        """The reason in words, ``detail`` behind it.

        >>> Reason.RANGE_END_MISSING.sentence("9")
        'the act has no article of that number, which is one end of the range: 9'
        """
        return self.text if detail is None else f"{self.text}: {detail}"

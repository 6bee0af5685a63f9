"""References from one passage of the law to another."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import AfterValidator, PlainSerializer, PlainValidator, WithJsonSchema

from cpp_corpus.errors import NotationError
from cpp_corpus.model.base import Count, Record
from cpp_corpus.model.division import DivisionPath, division_steps
from cpp_corpus.model.locator import Locator, locator_steps
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.span import Span

__all__ = ["AmendmentOperation", "Basis", "Reference", "ReferenceKind", "Relation", "Via"]


class ReferenceKind(StrEnum):
    """The kinds of targets."""

    ARTICLE = "article"
    """One article, or one range of articles."""
    DIVISION = "division"
    """A livre, titre, chapitre, section …"""
    ACT = "act"
    """A whole code, law, decree …"""
    INTERNAL = "internal"
    """A part of the citing article."""


class Via(StrEnum):
    """How a reference names its target."""

    EXPLICIT = "explicit"
    """The act is named with it, or shared by its list."""
    DEFAULT = "default"
    """No act is named: it is the citing act."""
    ANAPHORA = "anaphora"
    """Through "même", "ledit", "présent", "précédent" …"""
    CONTEXT = "context"
    """No act is named, and the text is no article of an act: it is the act named last that has the number."""


class Basis(StrEnum):
    """How the act of a reference is known."""

    NAMED = "named"
    """Its phrase names the act in full: "l'article 7 du code civil"."""
    NAMED_LATER = "named_later"
    """Its phrase has only the nature, the full name comes later: "du traité", then "le traité sur …"."""
    LIST = "list"
    """Another member of its list names the act: "l'article 2 et l'article 3 du code civil"."""
    HEAD = "head"
    """The head of its list names the act: "les articles suivants du code civil : …"."""
    EXCEPTION = "exception"
    """It is an exception to, or an example of, a phrase that names the act: "le code civil, à l'exception de l'article
    5"."""
    LEADS_ON = "leads_on"
    """The citing act has no such number; of the acts named before, the last one that has it."""
    CITED_BEFORE = "cited_before"
    """The citing act has no such number; an article of this act with the number was cited before."""
    CONTINUATION = "continuation"
    """A division continues one named before: "le titre Ier du livre III …, celles du chapitre II"."""
    SAME = "same"
    """It is the one named before: "même code", "ledit décret", "cette loi"."""
    NATURE = "nature"
    """By its nature alone, the one named before or the citing one: "le code", "du règlement"."""
    PRECITED = "precited"
    """By its date and "précitée"."""
    POSSESSIVE = "possessive"
    """Through a possessive, or since its sentence speaks of that act: "notamment ses articles 2 et 3", "selon la loi …,
    l'article 5"."""
    PRESENT = "present"
    """It is the citing act: "présent code", "présent titre", "alinéa précédent"."""
    SAME_ARTICLE = "same_article"
    """Its article, or part, was cited before: "même article", "ledit 3°"."""
    NEIGHBOUR = "neighbour"
    """The article is next to the citing one: "article précédent"."""
    DECISION = "decision"
    """A recital belongs to the decision named before."""
    CONTEXT = "context"
    """The text is not an article of an act: the act is the last one named before that has the number."""
    QUOTED = "quoted"
    """No act is named in quoted text: it is the act that the text is quoted from, or becomes part of."""
    DEFAULT = "default"
    """No act is named: it is the citing act."""
    NONE = "none"
    """The act is not known; ``reason`` says why."""


class Relation(StrEnum):
    """What the sentence does with the target."""

    REFERS_TO = "refers_to"
    """It only mentions the target ("mentionné à", "prévu à"); used where no other relation is found."""
    ISSUED_UNDER = "issued_under"
    """It is issued, or acts, by virtue of the target ("en application de", "en vertu de")."""
    CONFORMS_TO = "conforms_to"
    """It follows the target ("conformément à", "dans le cadre de")."""
    UNDER_CONDITIONS_OF = "under_conditions_of"
    """The target sets its conditions ("dans les conditions prévues à", "selon la procédure de")."""
    COMMENCEMENT = "commencement"
    """The target sets the day from which it applies ("entrent en vigueur dans les conditions prévues à")."""
    DEFINED_BY = "defined_by"
    """The target defines a term of it ("au sens de", "défini à")."""
    EXCLUDES = "excludes"
    """It leaves the target out ("à l'exception de", "autres que")."""
    SUBJECT_TO = "subject_to"
    """It yields to the target ("sous réserve de", "dans le respect de")."""
    DEROGATES_FROM = "derogates_from"
    """It departs from the target ("par dérogation à", "nonobstant")."""
    WITHOUT_PREJUDICE_TO = "without_prejudice_to"
    """It leaves the target unaffected ("sans préjudice de")."""
    PENALIZED_BY = "penalized_by"
    """The target sets the penalty ("puni des peines prévues à")."""
    APPLIES = "applies"
    """It makes the target apply, or not apply ("est applicable", "s'applique")."""
    AMENDS = "amends"
    """It changes the target, or the target changed it ("est ainsi modifié", "modifié par")."""


class AmendmentOperation(StrEnum):
    """What a text that amends does with the provision that it amends."""

    REPEAL = "repeal"
    """It is no longer law ("est abrogé", "est supprimé")."""
    REPLACE = "replace"
    """It has other words from then on ("est remplacé par", "est ainsi rédigé")."""
    INSERT_AFTER = "insert_after"
    """Something is put behind a part of it ("après le 3°, il est inséré …")."""
    INSERT_BEFORE = "insert_before"
    """Something is put before a part of it."""
    COMPLETE = "complete"
    """Something is added at its end ("est complété par")."""
    DELETE_WORDS = "delete_words"
    """Words are taken out of it ("les mots … sont supprimés")."""
    REPLACE_WORDS = "replace_words"
    """Words of it are put in the place of others ("les mots … sont remplacés par les mots …")."""
    RENUMBER = "renumber"
    """It has another number from then on ("devient l'article …")."""
    CREATE = "create"
    """It is new ("il est inséré un article …")."""


def _path(text: str) -> str:
    division_steps(text)
    return text


def _locator(text: str) -> str:
    locator_steps(text)
    return text


_VERSION = re.compile(r"former|(?:before|from):\S+|at:[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _version(text: str) -> str:
    if _VERSION.fullmatch(text) is None:
        expected = "'former', 'before:loi:2015-990', 'from:loi:2016-1088' or 'at:2014-03-01'"
        raise NotationError(f"no version: {text!r}; expected one such as {expected}")
    return text


def _any_span(value: object) -> Span:
    if isinstance(value, (list, tuple)) and len(value) == 2 and all(type(each) is int for each in value):
        return Span(*value)
    raise ValueError("two positions were expected")


_POSITIONS = {"type": "array", "prefixItems": [{"type": "integer"}] * 2, "minItems": 2, "maxItems": 2}
_AnySpan = Annotated[Span, PlainValidator(_any_span), PlainSerializer(tuple), WithJsonSchema(_POSITIONS)]
"""A span that may begin before the text."""


class Reference(Record):
    """One reference to one target. ``text[start:end]`` is its anchor."""

    kind: ReferenceKind
    """Kind of the target."""
    start: Count
    """First character of the anchor."""
    end: Count
    """End of the anchor, exclusive."""
    act: str | None = None
    """Id of the act that the target belongs to, or is; ``None`` where it is not known."""
    article: str | None = None
    """Normalised number of the target; of a range, the first."""
    to: str | None = None
    """Normalised last number of a range."""
    open: bool = False
    """Whether the range has no last number ("et suivants")."""
    division: Annotated[str, AfterValidator(_path)] | None = None
    """Path of a division, outer to inner: ``livre.iv/titre.xxv``."""
    locator: Annotated[str, AfterValidator(_locator)] | None = None
    """Place inside the article, outer to inner: ``II/3°/al2/ph1``."""
    via: Via = Via.DEFAULT
    """How the target is named."""
    basis: Basis | None = None
    """How the act is known; ``None`` where the recogniser did not make the reference."""
    relation: Relation = Relation.REFERS_TO
    """What the sentence does with the target."""
    operation: AmendmentOperation | None = None
    """Of a target that is amended: what is done to it, where the sentence says so."""
    version: Annotated[str, AfterValidator(_version)] | None = None
    """Which version is meant: ``former``, ``before:loi:2015-990``, ``from:loi:2016-1088``, ``at:2014-03-01``.

    ``None`` where the words tell of none.
    """
    successor: Count | None = None
    """What the target has become ("l'article 1382, devenu 1240"): index of that reference.

    It counts from 0 among the references of the same text and its notes, in order.
    """
    antecedent: _AnySpan | None = None
    """For an anaphor: the range of the words that it refers back to.

    In a note, its positions are negative where these words stand in the text or in a note before.
    """
    reason: Reason | None = None
    """Why ``act`` or ``article`` is ``None``."""
    detail: str | None = None
    """What the reason is about: the number ``421-9`` for ``range-end-missing``; ``None`` where it needs no detail."""
    note: Count | None = None
    """Index of the note that contains it; the positions then index the text of that note."""

    @property
    def span(self) -> Span:
        """The range of the anchor.

        >>> Reference(kind="act", start=3, end=13).span
        Span(start=3, end=13)
        """
        return Span(self.start, self.end)

    @property
    def explanation(self) -> str | None:
        """The reason as a sentence, with its detail; ``None`` where there is none.

        >>> Reference(kind="article", start=8, end=9, article="7", reason="no-act-named").explanation
        'no act is named, and the citing act is not known'
        """
        return None if self.reason is None else Reason(self.reason).sentence(self.detail)

    @property
    def parsed_locator(self) -> Locator | None:
        """``locator`` as a value.

        >>> Reference(kind="internal", start=3, end=13, locator="II/3°").parsed_locator.parent
        Locator('II')
        """
        return None if self.locator is None else Locator(self.locator)

    @property
    def parsed_division(self) -> DivisionPath | None:
        """``division`` as a value.

        >>> Reference(kind="division", start=3, end=13, division="titre.present").parsed_division.is_relative
        True
        """
        return None if self.division is None else DivisionPath(self.division)

    @property
    def target(self) -> str:
        """The target in short: ``code-penal/421-1#II/al2``, ``code-penal/1..5``, ``code-penal:livre.iv``.

        ``?`` where something is not known.

        >>> Reference(kind="article", start=8, end=13, act="code-penal", article="421-1", locator="II/al2").target
        'code-penal/421-1#II/al2'
        """
        act = self.act or "?"
        if self.kind is ReferenceKind.ACT:
            return act
        if self.kind is ReferenceKind.DIVISION:
            target = f"{act}:{self.division}"
        else:
            last = f"..{self.to}" if self.to else ".." if self.open else ""
            target = f"{act}/{self.article or '?'}{last}"
        return f"{target}#{self.locator}" if self.locator else target

    def __str__(self) -> str:
        return f"{self.kind} {self.target}"

    def replaced(self, **fields: Any) -> Self:
        """The same reference with some ``fields`` replaced, unchecked as in :meth:`trusted`.

        >>> Reference(kind="act", start=3, end=13).replaced(act="code-penal").target
        'code-penal'
        """
        return self.around(self.__dict__ | fields)

    def moved(self, by: int, note: int | None = None) -> Self:
        """The same reference moved by ``by`` characters, in note ``note``.

        An antecedent may then have a position before the beginning of the text.

        >>> Reference(kind="act", start=3, end=13).moved(-3, note=0).span
        Span(start=0, end=10)
        """
        antecedent = None if self.antecedent is None else self.antecedent.shift(by)
        return self.replaced(start=self.start + by, end=self.end + by, antecedent=antecedent, note=note)

"""What the questions take: models that check their values and describe them in JSON Schema."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from cpp_corpus.model.reference import Relation
from cpp_corpus.model.validity import ArticleState

__all__ = [
    "MOST_TEXT",
    "ActsInputs",
    "ArticleInputs",
    "CitedByInputs",
    "FindInputs",
    "Inputs",
    "PagedInputs",
    "ReferencesInputs",
    "SearchInputs",
    "VerifyInputs",
]

MOST_TEXT = 50_000
"""Characters of a text whose citations are verified."""


def _day(given: object) -> object:
    """A day as a text with exactly the form that the schema names; anything else is for pydantic to refuse."""
    if isinstance(given, str):
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", given, re.ASCII) is None:
            raise ValueError("write a day as 2024-12-31")
        return date.fromisoformat(given)
    return given


Name = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Day = Annotated[
    date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date", "examples": ["2024-12-31"]})
]


class Inputs(BaseModel):
    """What a question takes: no unknown names, and every value bounded."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class PagedInputs(Inputs):
    """The same for a question whose answer is a list, given in pages."""

    offset: Annotated[int, Field(ge=0, le=10_000_000)] = 0
    """How many items to leave out; `next` of the answer before."""
    limit: Annotated[int, Field(ge=1, le=100)] = 20
    """How many items to give at most."""


class FindInputs(PagedInputs):
    """A citation."""

    citation: Annotated[Name, Field(examples=["art. L. 112-1", "121-3, al. 2 CP", "706-73@2022-08-15"])]
    """A citation as people type it, also a list or a range, an id, or with a day behind `@`."""


class ArticleInputs(Inputs):
    """One article, or a part of it."""

    article: Annotated[Name, Field(examples=["art. 706-73 CPP", "code-penal/121-3", "L. 112-1, II, 2°"])]
    """Its number, a citation with its act, its id, or its identifier in the source (LEGIARTI…)."""
    part: Annotated[str, StringConstraints(max_length=200)] | None = None
    """Only this part: `II/3°`, `al2`, `1°..3°`, as references have it in `locator`; or "3° du II", "al. 2"."""
    offset: Annotated[int, Field(ge=0, le=100_000_000)] = 0
    """Where in the text to begin, in characters; `next` of the answer before."""
    length: Annotated[int, Field(ge=1, le=50_000)] = 20_000
    """How many characters of the text to give at most."""


class VerifyInputs(Inputs):
    """A text with citations."""

    text: Annotated[
        str,
        StringConstraints(min_length=1, max_length=MOST_TEXT),
        Field(examples=["Vu le 2° du II de l'article L. 112-1 du code des moulins et des horloges ;"]),
    ]
    """Citations as people type them, one a line, or any French text with citations in its sentences."""
    at: Day | None = None
    """The day on which they must be law; without one, the newest law of the corpus counts. `@` and a day behind a
    citation go before it."""
    act: Name | None = None
    """The act of articles that are cited without one: an id, a title or an abbreviation."""
    offset: Annotated[int, Field(ge=0, le=MOST_TEXT)] = 0
    """How many citations to leave out; `next` of the answer before."""
    limit: Annotated[int, Field(ge=1, le=500)] = 100
    """How many citations to give at most."""


class ReferencesInputs(PagedInputs):
    """One article."""

    article: Annotated[Name, Field(examples=["art. 706-73 CPP", "code-penal/121-3"])]
    """Its number, a citation with its act, its id, or its identifier in the source (LEGIARTI…)."""


class CitedByInputs(PagedInputs):
    """What is cited."""

    target: Annotated[Name, Field(examples=["art. 706-73 CPP", "code-penal#livre.i/titre.ii", "code-penal"])]
    """An article (its number, a citation, an id), the id of a division, or the id of an act."""
    relation: Relation | None = None
    """Only citations with this relation, such as `derogates_from`."""


class SearchInputs(PagedInputs):
    """Words."""

    query: Annotated[Name, Field(examples=["garde des vents", '"technique d\'enquête" mineur'])]
    """Words that an article must all have; those in double quotes must be in sequence."""
    act: Name | None = None
    """Only articles of this act: an id, a title or an abbreviation."""
    division: Name | None = None
    """Only articles of this division: its path in `act`, as `livre.iv/titre.ii`, or its id, with `#`."""
    state: ArticleState | None = None
    """Only articles with this state in their source."""
    at: Day | None = None
    """Only articles that are law on this day."""


class ActsInputs(PagedInputs):
    """Nothing but the page."""

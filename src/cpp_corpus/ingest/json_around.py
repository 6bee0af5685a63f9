"""What the objects of JSON say of the articles in them: the act that they name, and that they are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cpp_corpus.ingest.naming import member_name
from cpp_corpus.ingest.other_records import is_other_title, signs_of
from cpp_corpus.ingest.page_words import is_agreement
from cpp_corpus.ingest.rows import act_named, columns_of
from cpp_corpus.lang.patterns import Pattern

__all__ = ["TITLE", "are_parts", "completed", "said_around", "short_texts"]


def said_around(members: Mapping[str, Any], name: str = "") -> dict[str, Any]:
    """What an object says of the records in it, as columns of these; ``name`` is its own, or that of its list.

    That is the title of their act, with the number of a collective agreement, and what shows that they are no articles.

    >>> said_around({"nom": "Code des vents", "version": 3}), said_around({}, "Code des vents")
    ({'acte': 'Code des vents'}, {'acte': 'Code des vents'})
    >>> said_around({"matiere": "Vents", "visa": "Code des vents", "numac": "2031000012"})
    {'numac': '2031000012'}
    """
    titles = short_texts(members)
    named = [*titles.values(), *_inner(members), name]
    columns = columns_of(tuple(titles))
    title = columns.act(titles)[0] or next(filter(act_named, named), None)
    title = title or next((each for each in named if is_agreement(each) or is_other_title(each)), None)
    return {
        **signs_of(tuple(members)).among(members),
        **columns_of(tuple(members)).agreement_named(members),
        **({TITLE: title} if title else {}),
    }


def completed(row: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """A record with what is ``said`` around it where it does not say it itself.

    >>> completed({"num": "1", "code": "Code des vents"}, {"acte": "Code des sabliers"})
    {'num': '1', 'code': 'Code des vents'}
    """
    if not said:
        return dict(row)
    has_act = columns_of(tuple(row)).act(row)[0] is not None
    return {**row, **{name: each for name, each in said.items() if name not in row and not (has_act and name == TITLE)}}


def short_texts(members: Mapping[str, Any]) -> dict[str, str]:
    """Those members that may be titles; not those that name what something cites, or changes."""
    texts = {key: each for key, each in members.items() if isinstance(each, str) and len(each) < _LONGEST_TITLE}
    return {key: each for key, each in texts.items() if not _OF_OTHERS.match(member_name(key))}


def are_parts(name: str) -> bool:
    """Whether what a member or list has is parts of an article by its name, whose numbers are none of articles.

    >>> are_parts("alinéas"), are_parts("articles")
    (True, False)
    """
    return member_name(name) in _PARTS


TITLE = "acte"
"""The column of the title that stands around a record."""

# ---------------------------------------------------------------------------------------------------------------------

_LONGEST_TITLE = 300  # characters
_OF_OTHERS = Pattern(
    r"vis(?:as?|es?)\Z|cit|references?\Z|liens?\Z|links?\Z|.*(?:modif|abrog|transpos)|themes?\Z|mots?cles?|matieres?\Z|tags?\Z|keywords?|voir"
    r"|resumes?\Z|commentaires?\Z|description\Z|sommaire\Z|question|summary\Z"
)
"""Names of members that name other acts than their own."""
_PARTS = frozenset(
    (
        *("alinea", "alineas", "paragraphe", "paragraphes", "paragraph", "paragraphs", "subparagraphs", "point"),
        *("points", "items", "phrases", "sentences", "lettres", "tirets"),
    )
)
_ABOUT_IT = frozenset(
    ("metadata", "meta", "info", "infos", "document", "header", "entete", "code", "acte", "act", "texte")
)
"""Names of members that say in an object of their own what something is."""


def _inner(members: Mapping[str, Any]) -> Iterator[str]:
    for key, each in members.items():
        if isinstance(each, dict) and member_name(key) in _ABOUT_IT:
            yield from short_texts(each).values()

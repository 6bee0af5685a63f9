"""Records of data that are no articles of an act of France, by the names of their members and what these have.

=========================  ========================================================================================
kind                       members
=========================  ========================================================================================
a judgment                 ``ecli``; the court (``juridiction``), its chamber; the number of the case; the day or
                           outcome of the decision
an act of the Union        ``celex``, an address of EUR-Lex, where the record names no act of France
another country's law      ``pays``, ``numac``, an address of its official site
an amendment, a bill       ``expose_sommaire``, ``numero_amendement``; a nature “Projet de loi”
a conversation             ``role``, ``username``, ``upvotes``; ``author`` without a column of numbers; ``question``
                           with ``answer``
=========================  ========================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from cpp_corpus.ingest.naming import member_name
from cpp_corpus.ingest.other_texts import AMENDMENT, BILL, FOREIGN, JUDGMENT, UNION, Shown, other_kind
from cpp_corpus.lang.foreign import country_named, site_country
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.typography import fold, tidy

__all__ = ["CONVERSATION", "QUESTIONS", "Signs", "is_other_title", "other_title", "signs_of"]

CONVERSATION = "a conversation or what readers write, without the words of an act"
QUESTIONS = "questions and answers, without the words of an act"


class Signs(NamedTuple):
    """The members of records that may say that these are no articles."""

    found: tuple[tuple[str, str, Callable[[str], object]], ...]
    """The name of each, the kind of text that it says, and what its value must be for that."""
    has_questions: bool
    """Whether the members are a question and its answer."""

    def among(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """Those members of ``record`` that say so."""
        return {name: record[name] for name, _, says in self.found if says(_text(record.get(name)))}

    def kind(self, record: Mapping[str, Any], *, has_act: bool = False) -> str | None:
        """What ``record`` is; ``None`` of what may be an article. ``has_act``: it names an act of France."""
        kinds = (kind for name, kind, says in self.found if says(_text(record.get(name))))
        return next((kind for kind in kinds if not (has_act and kind == UNION)), None)


@lru_cache(maxsize=256)
def signs_of(names: tuple[str, ...]) -> Signs:
    """The signs among members with ``names``.

    >>> signs_of(("ecli", "texte")).kind({"ecli": "ECLI:FR:CCASS:2031:C100012", "texte": "Le vent souffle."})
    'a judgment or a decision, the articles of which are of no act'
    >>> signs_of(("celex", "texte")).kind({"celex": "32031R0012"}), signs_of(("pays",)).kind({"pays": "France"})
    ('an act of the European Union', None)
    """
    bare = {member_name(name): name for name in names}
    found = ((name, kind, says) for kind, keys, says in _SIGNS for key, name in bare.items() if key in keys)
    return Signs(tuple(found), not (_QUESTIONS.isdisjoint(bare) or _ANSWERS.isdisjoint(bare)))


@lru_cache(maxsize=1 << 10)
def other_title(title: str) -> str | None:
    """What a text with a title is that is certainly no act of France; ``None`` of one that may be.

    >>> other_title("Code civil belge"), other_title("Code des vents")
    ('a text of the law of another country', None)
    """
    return other_kind(Shown([tidy(fold(title))], []))


def is_other_title(title: str) -> bool:
    """Whether a title is that of a text that is certainly no act of France."""
    return other_title(title) is not None


# ---------------------------------------------------------------------------------------------------------------------


def _text(value: Any) -> str:
    """A value as text; of a list the first."""
    first = value[0] if isinstance(value, list) and value else value
    return str(first) if isinstance(first, str | int) and not isinstance(first, bool) else ""


def _like(pattern: str) -> Callable[[str], object]:
    found = Pattern(pattern, re.IGNORECASE)
    return lambda value: found.fullmatch(value.strip())


_ANY = _like(r"(?s:.+)")
_COURT = _like(
    r"(?:cour|tribunal|conseil (?:d['’][ée]tat|constitutionnel|de prud)|cass(?:ation|\.)|jug(?:e|es)\b|t\.?j\.?(?!\w)"
    r"|t\.?[ag]\.?[i]?\.?(?!\w)|c\.?a\.?a?\.?(?!\w)|c\.?c\.?(?!\w)|c\.?e\.?(?!\w)|cph(?!\w)|tcom(?!\w)|c[ej]"
    r"(?:ue|ce|dh)(?!\w)).*"
)
_CHAMBER = _like(
    r".*(?:chambre|\bch\.|assembl[ée]e pl[ée]ni|sections? r[ée]unies).*|(?:civ(?:ile)?|crim(?:inelle)?|soc(?:iale)?"
    r"|com(?:m|merciale)?)\.?(?: \d.*)?"
)
_CASE = _like(r"(?:n[°o] ?)?\d\d-\d\d[. ]?\d{3}(?: .*)?|(?:(?:rg|n[°o]) ?)*\d{2,4}[/-]\d{4,6}|\d{6,7}")
_CASE_NUMBER = _like(r"\d\d-\d\d\.\d{3}|\d\d/\d{5}")
_OF_UNION = re.compile(r"(?:data\.europa\.eu|eur-lex\.europa\.eu)/")
_SIGNS: tuple[tuple[str, frozenset[str], Callable[[str], object]], ...] = (
    (JUDGMENT, frozenset(("ecli", "numeroecli")), _like(r"ECLI:[A-Z]{2}:\w+:\d{4}:\S+")),
    (JUDGMENT, frozenset(("celex", "numerocelex", "celexid")), _like(r"6\d{4}[A-Z]{2}\d{4}.*")),
    (
        JUDGMENT,
        frozenset(("juridiction", "jurisdiction", "cour", "court", "tribunal", "nomjuridiction", "juridictionnom")),
        _COURT,
    ),
    (JUDGMENT, frozenset(("chambre", "chamber", "formation")), _CHAMBER),
    (
        JUDGMENT,
        frozenset(("pourvoi", "nopourvoi", "numeropourvoi", "rg", "norg", "numerorg", "numeroaffaire", "noaffaire")),
        _CASE,
    ),
    (JUDGMENT, frozenset(("num", "no", "n", "number", "numero", "id", "ref")), _CASE_NUMBER),
    (JUDGMENT, frozenset(("decisiondate", "datedecision", "datearret", "datejugement")), _like(r".*\d.*")),
    (JUDGMENT, frozenset(("solution",)), _like(r"(?:rejet|cassation|annulation|irrecevab|non-lieu|confirm|infirm).*")),
    (UNION, frozenset(("celex", "numerocelex", "celexid")), _like(r"[1-589CE]\d{4}[A-Z]{1,2}\d{4}.*")),
    (UNION, frozenset(("eli", "url", "uri", "lien", "link", "source")), _OF_UNION.search),
    (FOREIGN, frozenset(("pays", "country", "paysorigine", "jurisdiction", "etatmembre")), country_named),
    (FOREIGN, frozenset(("numac",)), _like(r"\d{10}")),
    (FOREIGN, frozenset(("eli", "url", "uri", "lien", "link", "source")), site_country),
    (AMENDMENT, frozenset(("exposesommaire",)), _ANY),
    (AMENDMENT, frozenset(("numeroamendement", "noamendement", "numamendement")), _ANY),
    (
        BILL,
        frozenset(("nature", "type", "typetexte", "naturetexte")),
        _like(r"(?:proposition|projet|avant-projet) d(?:e |['’])(?:loi|ordonnance|d[ée]cret|arr[êe]t[ée]).*"),
    ),
    (CONVERSATION, frozenset(("role",)), _like(r"user|assistant|system|human|gpt|utilisateur")),
    (
        CONVERSATION,
        frozenset(("username", "pseudo", "nickname", "upvotes", "downvotes", "likes", "threadid", "postid", "tweetid")),
        _ANY,
    ),
)
"""The kind of text, the members that say it, and what their values are then."""
_QUESTIONS = frozenset(("question", "questions"))
_ANSWERS = frozenset(("answer", "answers", "reponse", "reponses"))


def first_kind(records: Iterable[Mapping[str, Any]]) -> str | None:
    """What the first of ``records`` is that is no article."""
    for record in records:
        signs = signs_of(tuple(record))
        if kind := signs.kind(record):
            return kind
        if signs.has_questions:
            return QUESTIONS
    return None

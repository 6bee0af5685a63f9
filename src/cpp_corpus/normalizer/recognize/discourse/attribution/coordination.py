"""What makes two phrases members of one list, and whether the act of one is that of the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.lang.acts import has_number
from cpp_corpus.model.reference import Basis
from cpp_corpus.normalizer.recognize.discourse.decision import (
    CitingArticle,
    Decision,
    has_all,
    is_never_of,
    may_have_all,
    numbers_of,
)
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.clauses import SUBJECT
from cpp_corpus.normalizer.recognize.grammar.qualifiers import has_verb
from cpp_corpus.normalizer.recognize.phrase import Phrase

__all__ = [
    "AND",
    "BESIDE_NEXT",
    "CITATION",
    "CODES",
    "COORDINATION",
    "FEW",
    "GOING_ON",
    "HAVE_ARTICLES",
    "LAWS",
    "MANY_TOGETHER",
    "NEAR",
    "OF_THIS_ONE",
    "SHORT_WORDS",
    "Acts",
    "are_coordinated",
    "belongs_beside",
    "has_most",
    "is_headed",
    "is_of_code",
    "opens_clause",
]


Acts = list[Decision | None]
"""By phrase: its act, as far as it is decided."""

COORDINATION = compiled(r"""
    \ ?[,;]? ?
    (?:et|ou|et/ou|mais|mais aussi|ainsi qu(?:e |')
        |(?:ou|et)[ ](?:encore|plutôt|même|aussi|surtout|donc|ensuite|enfin|a[ ]fortiori|par[ ]suite|partant
            |(?:plus|tout)[ ](?:encore|[a-zà-ÿ]+ment)|[a-zà-ÿ]{4,}ment)
        |(?:et|mais)[ ](?:non|pas)(?:[ ]p(?:as|lus))?|(?:ou[ ])?(?:sinon|à[ ]défaut)|plutôt[ ]que
        |voire|puis|ensemble|(?P<than>que)|(?P<either>soit)
        |(?:ni|ainsi que|(?:tout )?comme)(?: ?, [a-zà-ÿ][^,;:.()\n\d]{1,60},)?|,)?  # the conjunction
    (?:[ ][–—][ ][a-zà-ÿ][^–—;:.()\n\d]{1,60}[ ][–—])? ?
    (?:(?:pr[ée]vue?|d[ée]finie?|vis[ée]e?|r[ée]prim[ée]e?|punie?|sanctionn[ée]e?|prohib[ée]e?
        |incrimin[ée]e?)s?[ ](?!l'|les?[ ]|la[ ]))?  # "… et réprimés par", but no verb: "vise l'article"
    (?:
        (?:à|de|d'|par|pour|sur|dans|par celles de|à ceux de|à celles de|de ceux de)? ?(?:l'|les|la|le)?
        |aux?|du|des
    )? ?
""")
"""What stands between two members of a list."""
_ASIDE = compiled(
    rf"(?:(?: ?, (?!{SUBJECT})(?P<words>[a-zà-ÿ][^,;:.()\n\d]{{2,120}})(?=,)"
    r"| [–—-] [^–—;:.()\n\d]{2,120} [–—-](?= ?[,e])| ?\([^()\n]{1,120}\)"
    r"| en (?:tant|ce) qu(?:e |')[^,;:.()\n\d]{2,120}?(?=,| (?:et|ou) (?:l'|l[ae] |les )))"
    r" ?,? ?(?:et|ou|ainsi qu[e']|puis|ensemble|ni|soit)|,? (?:et|ou|puis|soit|ni), [a-zà-ÿ][^,;:.()\n\d]{2,60},)"
    r" ?(?:(?:de |à |par )?(?:l'|les )|des? |du |aux? )?"
)
"""What stands between two members, the first of which has an aside: "l'article 5, alors cité, et l'article 7", or
"l'article 5 en tant qu'il fixe le taux et l'article 7".
"""
_SUBJECT = compiled(r" ?, (?:l'|les )")
_COMPLEMENT = compiled(r"(?:de l'|des |du |aux |à l')$")
OF_THIS_ONE = (" de cel", ", de cel", " de ce dern", " de cette dern", " de ces dern", " de ceux-")
"""How "de celui-ci", "de cette dernière" begins."""
_DETERMINERS = ("le ", "la ", "les ")
_DETERMINED = ("l'", *_DETERMINERS)
_PREPOSITIONS = ("au ", "aux ", "à ", "du ", "des ", "de ")
_OPENS_ASIDE = frozenset((",", "(", "–", "—", "-", "e", "o"))
LAWS = ("loi:", "ordonnance:", "decret:", "arrete:")
CODES = ("code-", "livre-")
"""How the ids of laws and the like, and of codes, begin."""
NEAR = 100  # phrases: what is further away is hardly meant again
AND = re.compile(r"(?<!\w)(?:et|ou|ni|soit|puis|que)(?!\w)")
"""A conjunction anywhere between two."""
FEW = 7  # phrases in which a sentence names the act of an article before them
HAVE_ARTICLES = frozenset(("article", "division"))
"""Kinds of phrases that may be members of a list of articles."""
SHORT_WORDS = ("art.", "art ", "Art.", "Art ")
MANY_TOGETHER = 20  # articles
BESIDE_NEXT = compiled(r" ?, (?:l'|les )")
"""What stands between two members that only a comma parts."""
CITATION = 160  # characters of a text that is a citation by itself
GOING_ON = frozenset((Basis.HEAD, Basis.EXCEPTION))
"""How an act is known that goes on over a list: "la loi …, à l'exception des articles 4, 5 et du I de l'article 6"."""


def is_headed(phrase: Phrase) -> bool:
    """Whether the act of a phrase stands before its numbers: "CGI, art. 39"; so none before it is of that act."""
    return phrase.act is not None and bool(phrase.items) and phrase.act.start < phrase.items[0].start


def are_coordinated(text: str, phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a list of articles and the phrase after it are members of one coordination."""
    first, second = phrases[i], phrases[i + 1]
    return (
        first.kind == "article"
        and second.kind in HAVE_ARTICLES
        and (
            _is_joint(text, first, second)
            or (text[first.stop : first.stop + 2].strip(" ") in _OPENS_ASIDE and _over_aside(text, first, second))
        )
        and not _is_apart(text, first, second)
    )


_CORRELATIVE = compiled(r"(?<!\w)(?:tant|aussi bien|autant)(?!\w)[^,;.:]{0,20}$")


_EITHER = compiled(r"(?<!\w)soit(?!\w)[^,;.:]{0,20}$")


def _is_joint(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether a conjunction stands between two, and no more: "tant de l'article 3 que de l'article 5"."""
    joint = COORDINATION.fullmatch(text, first.stop, second.start)
    if joint is None:
        return False
    correlative = _CORRELATIVE if joint["than"] else _EITHER if joint["either"] else None
    return correlative is None or correlative.search(text, max(0, first.start - 40), first.start) is not None


def _over_aside(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether only an aside of the first, which names no act, parts it from the second."""
    aside = _ASIDE.fullmatch(text, first.stop, second.start) if first.act is None or is_headed(first) else None
    return aside is not None and (
        aside["words"] is None or not has_verb(text, aside.start("words"), aside.end("words"))
    )


_NEXT_CLAUSE = compiled(r"(?:(?: ?,)? (?:et|mais)|(?P<apart> ?;))(?: (?:l'|l[ae] |les ))? ?")
_EXCEPT = compiled(
    r"(?P<closed>, )?(?:(?:à l'exception|à l'exclusion|exception faite) (?:de l'|des? |du )?"
    r"|(?:sauf|hormis|hors|excepté) (?:l['ea]s? ?)?)$",
    re.IGNORECASE,
)
_EXCEPT_LONG = 28  # characters
_DOES = compiled(
    r",? (?:n'|ne )?(?:est|a|sera|peut|doit|s'applique|demeure|reste|entre|prend|devient|fixe|prévoit|dispose)(?!\w)"
)
_DO = compiled(
    r",? (?:n'|ne )?(?:sont|ont|seront|peuvent|doivent|s'appliquent|demeurent|restent|entrent|prennent|deviennent"
    r"|fixent|prévoient|disposent)(?!\w)"
)


def opens_clause(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether what is joined to a complement is the subject of a clause of its own.

    Its verb is in the singular: "sous réserve de l'article 5 et l'article 6 du code civil est abrogé"; or only it can
    be the subject: "à l'exception de l'article 5 et les articles 6 et 7 du code civil sont abrogés"; or commas part the
    exception from the subject that goes on behind it: "La loi, à l'exception de l'article 5, et l'article 6 du code".
    """
    determined = text.endswith(_DETERMINED, 0, second.start) or text.startswith(_DETERMINERS, second.start)
    if not determined or _NEXT_CLAUSE.fullmatch(text, first.stop, second.start) is None:
        return False
    at = max(0, first.start - _EXCEPT_LONG)
    excepted = _EXCEPT.search(text, at, first.start)
    if excepted is not None and excepted["closed"] and text.startswith((",", " ,"), first.stop):
        return True
    if text.startswith("les ", second.start) or text.endswith("les ", 0, second.start):
        return excepted is not None and _DO.match(text, second.stop) is not None
    complement = excepted is not None or text.startswith(_PREPOSITIONS, first.start)
    complement = complement or _COMPLEMENT.search(text, max(0, first.start - 20), first.start) is not None
    return complement and len(second.items) == 1 and _DOES.match(text, second.stop) is not None


def _is_apart(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether two that only a comma or a conjunction parts are no members of one list.

    The word "article" is repeated ("article 1er, article L. 1 du code …"), or a subject follows a complement ("sous
    réserve de l'article 2, les articles 3 et 4 …").
    """
    if opens_clause(text, first, second):
        return True
    if not text.startswith((",", " ,"), first.stop):
        return False
    if text.startswith(("article ", "art. "), second.start) and text[first.stop : second.start].strip() == ",":
        return True
    return (
        _SUBJECT.fullmatch(text, first.stop, second.start) is not None
        and _COMPLEMENT.search(text, max(0, first.start - 20), first.start) is not None
    )


def belongs_beside(phrase: Phrase, act: Decision, citing: CitingArticle) -> bool:
    """Whether an act beside a phrase is its act, too: it may have the numbers, and the citing act does not."""
    numbers = numbers_of(phrase) if phrase.kind == "article" else []
    if not numbers or has_all(citing.act, numbers) is True:
        return False
    return may_have_all(act.act, numbers) or (len(numbers) > 1 and has_most(act.act, numbers, citing))


def is_of_code(citing: CitingArticle, numbers: Sequence[str]) -> bool:
    """Whether numbers have prefixes, or four digits, as those of the citing act have not: it is a law, or the like."""
    if citing.act is None or not citing.act.startswith(LAWS):
        return is_never_of(citing.act, numbers)
    return all(number[0] in "lrd" or _FOUR_DIGITS.match(number) for number in numbers)


_FOUR_DIGITS = re.compile(r"[0-9]{4}")


def has_most(act: str | None, numbers: Sequence[str], citing: CitingArticle) -> bool:
    """Whether an act has most of the numbers, and the citing one none: those that it lacks it may have had."""
    having = sum(has_number(act, number) is True for number in numbers)
    return 2 * having > len(numbers) and not any(has_number(citing.act, number) for number in numbers)

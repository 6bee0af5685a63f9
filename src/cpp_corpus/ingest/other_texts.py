"""Texts with headings of articles that are no acts of France.

They are of another country or of the Union; judgments, bills, amendments; or written about an act, under the numbers of
its articles. They are known by what stands above their articles, by lines that no act has, and by what most of their
articles are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple, NoReturn

from cpp_corpus.ingest.adapter import RefusedError
from cpp_corpus.ingest.page_words import act_of_title, constitution_year, is_treaty, law_title
from cpp_corpus.lang.acts import code_name_at
from cpp_corpus.lang.constitutions import constitution_of
from cpp_corpus.lang.foreign import country_behind, enacted_in, head_country, published_in, state_named, titled_in
from cpp_corpus.lang.patterns import Pattern

__all__ = [
    "AMENDMENT",
    "BILL",
    "CONTRACT",
    "FIND_REFERENCES",
    "FOREIGN",
    "JUDGMENT",
    "REPORT",
    "UNION",
    "Shown",
    "no_law",
    "other_kind",
    "refuse_kind",
    "refuse_other_texts",
]

CONTRACT = "a contract, statutes or the like, the articles of which are no law"
REPORT = "a report, a circular or the like, the articles of which are no law"
JUDGMENT = "a judgment or a decision, the articles of which are of no act"
FOREIGN = "a text of the law of another country"
UNION = "an act of the European Union"
AMENDMENT = "an amendment to a bill, which is no law"
BILL = "a bill or a draft, which is no law"
FIND_REFERENCES = "`cpp-corpus refs` finds the references in it."
"""What to do with a text that is no law."""


class Shown(NamedTuple):
    """A text as it is shown: its lines that have words, folded and tidied."""

    above: Sequence[str]
    """The lines above the first article."""
    articles: Sequence[Sequence[str]]
    """The lines of each article, without its heading."""
    below: Sequence[str] = ()
    """The lines behind the articles."""


def no_law(reason: str) -> RefusedError:
    """The refusal of a text that is no law."""
    return RefusedError(reason, FIND_REFERENCES)


def refuse_other_texts(shown: Shown) -> None:
    """Raise ``RefusedError`` where a text is certainly no act of France.

    >>> refuse_other_texts(Shown(["Code des vents"], [["Le vent souffle."]]))
    >>> refuse_other_texts(Shown(["Code des vents"], [["Le vent souffle.", "Par ces motifs,"]]))
    Traceback (most recent call last):
    cpp_corpus.ingest.adapter.RefusedError: a judgment or a decision, the articles of which are of no act
    """
    if kind := other_kind(shown):
        refuse_kind(kind)


def other_kind(shown: Shown) -> str | None:
    """What a text is that is certainly no act of France; ``None`` of one that may be."""
    return next((kind for is_so, kind in _KINDS if is_so(shown)), None)


def refuse_kind(kind: str) -> NoReturn:
    """Raise the ``RefusedError`` of what is no act of France: its ``kind``, and what to do."""
    raise RefusedError(kind, _ITS_WORDS if "without" in kind else _ONLY_FRANCE)


# ---------------------------------------------------------------------------------------------------------------------

_ONLY_FRANCE = "Only acts of France are read; `cpp-corpus refs` finds the references in any text."
_ITS_WORDS = "Give the text of the act itself; `cpp-corpus refs` finds the references in any text."
_SHORT = 80  # characters of a line that is the head of a text
_OF_FRANCE = Pattern(r"r[ée]publique fran[çc]aise|peuple fran[çc]ais", re.IGNORECASE)


_DIVISION = Pattern(
    r"(?:(?:sous-)?(?:partie|livre|titre|chapitre|section|paragraphe)|annexes?|\w+ partie)(?!\w)", re.IGNORECASE
)
_VISA = Pattern(r"(?:Vu|Considérant|Sur (?:la proposition|le rapport)|Après avis)(?!\w)|.*;\Z", re.IGNORECASE)
_ENACTS = Pattern(
    r".*promulgue la loi(?!\w).*|(?:Décr[èe]te|D[ÉE]CR[ÈE]TE|Arr[êe]te|ARR[ÊE]TE|Ordonne|ORDONNE)(?:nt|NT)? ?:?"
)


def _head(shown: Shown) -> list[str]:
    """The lines above the articles as far as the first division, without what the act is founded on."""
    above = takewhile(lambda words: _DIVISION.match(words) is None, shown.above)
    return [words for words in above if _VISA.match(words) is None]


def _is_enacted(shown: Shown) -> bool:
    """Whether a text has the title of a law, ordinance, decree or order, and the words that enact it."""
    return any(map(law_title, shown.above)) and any(map(_ENACTS.fullmatch, shown.above))


# -- other countries, the Union ---------------------------------------------------------------------------------------


def _is_foreign(shown: Shown) -> bool:
    """Whether the lines above the articles, or the end of the text, name the country whose law it is."""
    if any(map(is_treaty, shown.above)):
        return False
    head = _head(shown)
    if any(len(words) <= _SHORT and _is_head_of_country(words) for words in head):
        return True
    if any(map(_OF_FRANCE.search, shown.above)):
        return False  # which agrees with another country
    years = [year for words in head if (year := constitution_year(words))]
    if years and not any(map(constitution_of, years)):
        return True
    titles = (at for at, words in enumerate(head) if law_title(words) or titled_in(words))
    title = next(titles, len(head))
    if any(map(titled_in, head[title : title + 1])) or any(map(state_named, head[:title])):
        return True
    ends = (words for lines in (*shown.articles[-1:], shown.below) for words in lines)
    return any(map(enacted_in, (*head[:title], *head[title + 1 :]))) or any(map(published_in, ends))


def _is_head_of_country(words: str) -> bool:
    """Whether a line names the country whose law follows, or is the title of a code of one."""
    named = code_name_at(words, 0)
    return head_country(words) is not None or (named is not None and country_behind(words, named[0]) is not None)


_UNION = Pattern(
    r"(?:r[èe]glement|directive|d[ée]cision(?:-cadre)?|recommandation)(?: d'ex[ée]cution| d[ée]l[ée]gu[ée]e?)?"
    r" (?:\((?:UE|CE|CEE|CECA|PESC|Euratom)\b[^()]{0,20}\) ?(?:n ?[°o] ?)?\d"
    r"|(?:n ?[°o] ?)?\d{1,4}/\d{1,4}/(?:UE|CE|CEE|JAI|PESC)\b)",
    re.IGNORECASE,
)


def _is_of_union(shown: Shown) -> bool:
    if _is_enacted(shown):
        return False
    title = next((words for words in shown.above if act_of_title(words) or _UNION.match(words)), "")
    return _UNION.match(title) is not None


# -- judgments, bills, amendments -------------------------------------------------------------------------------------

_DECIDES = Pattern(r"D ?[ÉE] ?C ?I ?D ?E ?:?")
"""The word above the articles of a judgment, or of the decision of an authority."""
_JUDGES = Pattern(r"PAR CES MOTIFS\b.*|[Pp]ar ces motifs ?[,:;.]?")
"""A line that only judgments have."""
_OF_COURT = (
    re.compile(
        r"(?:la )?cour (?:d'appel|de cassation|administrative)\b.*|tribunal (?:judiciaire|administratif|de)\b.*",
        re.IGNORECASE,
    ),
    re.compile(r"(?:arr[êe]t|jugement)(?: n ?[°o] ?\S+)? du \d.*|(?:RG|N ?° ?RG|R[ÔO]LE)\b.*\d.*", re.IGNORECASE),
    re.compile(r"SUR CE\b.{0,20}|(?:LA COUR|LE TRIBUNAL)[ ,:]*|AU NOM DU PEUPLE FRANÇAIS[ .,]*"),
)
"""Lines above the articles of a judgment, of which it has two kinds."""
_BILL = Pattern(
    r"(?:(?:PROPOSITION|PROJET|AVANT-PROJET) (?:DE |D')(?:LOI|ORDONNANCE|D[ÉE]CRET|ARR[ÊE]T[ÉE]|CODE)\b"
    r"|(?:Proposition|Projet|Avant-projet) (?:de |d')(?:loi|ordonnance|décret|arrêté)"
    r" (?:organique |constitutionnelle |n ?° ?\S+ )?(?:du .{3,30} )?"
    r"(?:relati(?:f|ve)|portant|visant|tendant|autorisant|ratifiant|modifiant|pour|de financ|sur)).*"
)
_AMENDMENT = Pattern(r"(?:sous-)?amendement (?:n ?[°o] ?)?[A-Z]{0,4}\d.{0,40}", re.IGNORECASE)
_SUMMARY = Pattern(r"expos[ée] sommaire[ .:]*", re.IGNORECASE)


def _is_judgment(shown: Shown) -> bool:
    if any(map(_DECIDES.fullmatch, shown.above)):
        return True
    within = () if _is_enacted(shown) else (words for lines in shown.articles for words in lines)  # no model
    if any(map(_JUDGES.fullmatch, (*shown.above, *within, *shown.below))):
        return True
    return sum(any(map(sign.fullmatch, shown.above)) for sign in _OF_COURT) > 1


def _is_bill(shown: Shown) -> bool:
    if _is_enacted(shown):
        return False
    titles = (at for at, words in enumerate(shown.above) if law_title(words) and not constitution_year(words))
    title = next(titles, len(shown.above))
    return any(map(_BILL.fullmatch, shown.above[:title]))


def _is_amendment(shown: Shown) -> bool:
    if any(map(_AMENDMENT.fullmatch, _head(shown))):
        return True
    return not _is_enacted(shown) and any(
        map(_SUMMARY.fullmatch, (words for lines in (*shown.articles, shown.below) for words in lines))
    )


# -- what is written about an act -------------------------------------------------------------------------------------

_ABOUT = (
    r"(?:questions?(?: ?[-–/] ?| et )r[ée]ponses?|notes? de (?:cours|lecture|synth[èe]se)"
    r"|fiche de (?:r[ée]vision|cours|lecture|synth[èe]se)|aide[- ]m[ée]moire|commentaires?(?: article par article)?"
    r"|tables? (?:des? )?(?:jurisprudence|citations))"
)
_TITLED_ABOUT = Pattern(rf".+ ?[:–—-] (?:{_ABOUT}|foire aux questions|FAQ)", re.IGNORECASE)
"""The title of an act, and behind it what the text is."""
_LINE_ABOUT = Pattern(rf"{_ABOUT}[ .:]*", re.IGNORECASE)
_PAGES = r"(?:pp?\.|pages?|f°) ?\d+(?: ?(?:[,;–-]|et|à) ?\d+)*\.?"
_DECISION = r"""
    (?:C\.?E|C\.?A\.?A|T\.?A|C\.?A|CJUE|CJCE|CEDH|Cass|Civ|Crim|Soc|Com|TGI|TJ|T\.[ ]?confl|Cons\.[ ](?:const|d'[ÉE]tat)
      |Conseil[ ](?:d'[ÉE]tat|constitutionnel)|Cour[ ]de[ ]cassation|Cour[ ]d'appel)(?!\w)[^;]{0,60}?
    \d{1,2}(?:er)?[ /.]{1,2}(?:[a-zéû]{3,9}\.?|\d\d)[ /.]{1,2}\d{2,4}(?!\d)[^;]{0,120}
"""
_CITATION = Pattern(rf"[•*–-]?[ ]?(?:{_PAGES.replace(' ', '[ ]')}|{_DECISION})", re.VERBOSE)


def _is_about(shown: Shown) -> bool:
    """Whether the title of an act, or a line beside it, says that the text is about it."""
    at = next((at for at, words in enumerate(shown.above) if act_of_title(words)), None)
    if at is None:
        return False
    beside = (*shown.above[max(at - 1, 0) : at], *shown.above[at + 1 : at + 2])
    return _TITLED_ABOUT.fullmatch(shown.above[at]) is not None or any(map(_LINE_ABOUT.fullmatch, beside))


def _asks(shown: Shown) -> bool:
    """Whether most articles have a question."""
    asked = sum(any(words.endswith("?") for words in lines) for lines in shown.articles)
    return asked > 1 and asked * 2 > len(shown.articles)


def _cites(shown: Shown) -> bool:
    """Whether most articles are lists of pages or of decisions."""
    cited = sum(bool(lines) and all(map(_CITATION.fullmatch, lines)) for lines in shown.articles)
    return cited > 1 and cited * 2 > len(shown.articles)


_KINDS: tuple[tuple[Callable[[Shown], bool], str], ...] = (
    (_is_judgment, JUDGMENT),
    (_is_foreign, FOREIGN),
    (_is_of_union, UNION),
    (_is_amendment, AMENDMENT),
    (_is_bill, BILL),
    (_is_about, "a text about an act, without its words"),
    (_asks, "a text of questions and answers about an act, without its words"),
    (_cites, "a list of pages or decisions for the articles of an act, without its words"),
)
"""What a text may be, each with what tells it."""

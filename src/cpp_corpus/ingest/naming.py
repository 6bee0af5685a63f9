"""Names in the data of a source, read: the number of an article, the title of a division, the title of an act."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from cpp_corpus.errors import NumberError
from cpp_corpus.ingest.address import address_target, division
from cpp_corpus.lang.act_names import act_name_at
from cpp_corpus.lang.acts import ACTS, act_written, by_name, is_act_id
from cpp_corpus.lang.dates import find_date
from cpp_corpus.lang.roman import ROMAN
from cpp_corpus.lang.short_dates import short_date
from cpp_corpus.lang.typography import fold, plain, slug, tidy
from cpp_corpus.model.article import Division, Link
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.span import Span

__all__ = [
    "act_of_link",
    "agreement_act",
    "division_rank",
    "is_without_id",
    "link_target",
    "listed_link",
    "member_name",
    "number_printed",
    "source_act",
    "titled_division",
]


@lru_cache(maxsize=1 << 14)
def number_printed(text: str | None) -> ArticleNumber | None:
    """The number of an article as a source has it, with or without ``Article``; ``None`` where it is not readable.

    >>> number_printed(" L811-2  bis"), number_printed("Article 1er."), number_printed("None"), number_printed(None)
    (ArticleNumber('L811-2 bis'), ArticleNumber('1er'), None, None)
    >>> number_printed("4.7 (1)")  # the call of a footnote
    ArticleNumber('4.7')
    """
    name = _ARTICLE.sub("", tidy(text), count=1).rstrip(". ") if text else ""
    if name in {"", "None"}:
        return None
    for printed in (name, _CALLS.sub("", name)):
        try:
            return ArticleNumber.parse(printed)
        except NumberError:
            continue
    return None


@lru_cache(maxsize=1 << 14)
def titled_division(title: str) -> Division:
    """The division with the title that a source prints, its kind and number included.

    The title of the record is what follows kind and number, or all of it where it has none.

    >>> found = titled_division("LIVRE Ier : DU VENT")
    >>> found.kind, found.number, found.title, found.slug
    ('livre', 'Ier', 'DU VENT', 'livre-ier-du-vent')
    >>> titled_division("Dispositions diverses").title, titled_division("Section 2").title
    ('Dispositions diverses', None)
    >>> titled_division("Section 1-1 : Du vent").number, titled_division("Chapitre Ier A : Du vent").number
    ('1-1', 'Ier A')
    """
    printed = tidy(title)
    found = division(slug(printed))
    if numbered := _NUMBERED.match(printed):
        number = f"{numbered['number']}{numbered['after']}"
        title = printed[numbered.end() :].lstrip(_SEPARATORS)
        return found.model_copy(update={"number": number, "title": title or None})
    if found.number is None:
        return found.model_copy(update={"title": printed or None})
    head = slug(f"{found.kind} {found.number}") if found.kind != "division" else slug(found.number)
    return found.model_copy(update={"title": _after(printed, len(head)) or None})


def division_rank(division: Division) -> int:
    """How far inside others a division stands by its kind.

    >>> division_rank(titled_division("Livre Ier")) < division_rank(titled_division("Titre II : Du vent"))
    True
    """
    return _ORDER.index(division.kind) if division.kind in _ORDER else len(_ORDER)


@lru_cache(maxsize=4096)
def source_act(title: str | None, *ids: str | None) -> str | None:
    """The id of the act with a title or identifiers; ``None`` where the source has neither.

    A known code is found by its LEGITEXT identifier or its title; another code gets an id of its title, a law or decree
    one of its number or else of its date. Otherwise the first identifier makes the id.

    >>> source_act(None, "LEGITEXT000006070719"), source_act("Code des nuages et de l'été", "LEGITEXT000000000001")
    ('code-penal', 'code-des-nuages-et-de-lete')
    >>> source_act("LOI n°2019-222 du 23 mars 2019 sur le vent"), source_act("Arrêté du 3 mai 2001 sur le vent")
    ('loi:2019-222', 'arrete:2001-05-03')
    >>> source_act("Constitution du 4 octobre 1958"), source_act("Code des relations entre le public et l'adm...")
    ('constitution:1958', 'code-des-relations-entre-le-public-et-ladministration')
    >>> source_act("DÉCLARATION DES DROITS DE L'HOMME ET DU CITOYEN DE 1789")
    'declaration:1789'
    >>> source_act("Avis aux meuniers", "JORFTEXT000000000002"), source_act(None)
    ('texte:JORFTEXT000000000002', None)
    """
    known = [act for name in ids if name and (act := act_written(name))]
    if known:
        return known[0]
    printed = tidy(title or "")
    find = _act_cut if printed.endswith(("...", "…")) else _act_titled
    if (name := printed.rstrip(".… ")) and (act := find(name)):
        return act
    given = next(filter(None, ids), None)
    return f"texte:{given}" if given else None


@lru_cache(maxsize=1 << 12)
def is_without_id(title: str) -> bool:
    """Whether a title is that of an act that gets no id: it could be that of an order of a minister, or of a law.

    >>> is_without_id("Arrêté préfectoral n° 2031-118 du 3 mars 2031"), is_without_id("Arrêté du 3 mars 2031")
    (True, False)
    >>> [is_without_id(f"Arrêté n° {number} du 3 mars 2031") for number in ("DDT-2031-118", "2031/12", "2031-12")]
    [True, True, False]
    """
    return _LOCAL.match(tidy(fold(title))) is not None


@lru_cache(maxsize=1 << 12)
def agreement_act(
    idcc: str | None, container: str | None, titles: tuple[str | None, str | None], name: str | None
) -> str | None:
    """The id of the act that a text of a collective agreement is; ``None`` where the source names no agreement.

    The basic text is the agreement itself, ``idcc:`` and its number ``idcc``; without a number it has the identifier
    ``container``. The others (annexes, amendments, agreements on wages) number their articles anew, so each is an act
    of its own: its identifier ``name`` follows. ``titles`` are those of the agreement and of the text.

    >>> agreement_act("2420", None, ("Convention des vents", "Texte de base : Convention des vents"), "KALITEXT01")
    'idcc:2420'
    >>> agreement_act("2420", None, ("Convention des vents", "Avenant n° 1 du 3 mai 2012"), "KALITEXT02")
    'idcc:2420:KALITEXT02'
    """
    number = idcc.strip().lstrip("0") if idcc else ""
    agreement = f"idcc:{number}" if number else f"texte:{container}" if container else None
    whole, text = (tidy(title or "") for title in titles)
    if agreement is None or name is None or not text or _BASE.match(text) or slug(text) == slug(whole):
        return agreement
    return f"{agreement}:{name}"


def listed_link(href: str, title: str | None, text_id: str | None = None, kind: str | None = None) -> Link:
    """A link that a source lists outside the text: its target with the title, ``Code des nuages - art. L12 (V)``.

    ``text_id`` is the identifier of the act, ``kind`` what the source calls the link.

    >>> link = listed_link("LEGIARTI000000000012", "Code pénal - art. 121-3 (V)")
    >>> link.act, link.article, link.span
    ('code-penal', '121-3', Span(start=0, end=0))
    """
    act, article = _target(title, text_id)
    return Link(span=Span(0, 0), href=href, title=title, act=act, article=article, kind=kind)


def member_name(name: str) -> str:
    """The name of a column or member as different people write it: without case, accents, signs and small words.

    >>> member_name("N° de l'article"), member_name("date_debut"), member_name("Date de début")
    ('noarticle', 'datedebut', 'datedebut')
    """
    words = _WORDS_OF_NAME.findall(plain(fold(name)).replace("°", "o").lower())
    return "".join(word for word in words if word not in _SMALL)


def act_of_link(title: str | None) -> str:
    """The title of the act in the title of a link, without the article and the letters of its state.

    >>> act_of_link("Code des nuages. - art. L12 (V)"), act_of_link("Code des nuages - Annexe I (Ab)")
    ('Code des nuages.', 'Code des nuages')
    >>> act_of_link("Code des nuages, annexe III (V)")
    'Code des nuages, annexe III'
    """
    return _OF_LINK.sub("", title or "").rstrip()


def link_target(href: str, title: str | None) -> tuple[str | None, str | None]:
    """The act and normalised article number that a link in a text names, by its address, else by its title.

    ``None`` for what it does not name.

    >>> link_target("/code-des-nuages/l12-3.md", None)
    ('code-des-nuages', 'l12-3')
    >>> link_target("/affichCodeArticle.do?idArticle=LEGIARTI000000000001", "Code pénal - art. 121-3 (V)")
    ('code-penal', '121-3')
    >>> link_target("/a.do?cidTexte=LEGITEXT000006070719", "Code pé... - art. 121-3 (V)")
    ('code-penal', '121-3')
    """
    act, article = address_target(href)
    if not title or (act and article):
        return act, article
    named, number = _target(title)
    if act is None and _LEGITEXT.search(href) and named in ACTS:
        return None, None  # the title names another act than the address
    return act or named, number if act is None or named in {None, act} else None


# ---------------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 12)
def _target(title: str | None, text_id: str | None = None) -> tuple[str | None, str | None]:
    """The act and normalised article number that the title of a link names; the identifier of the act comes first."""
    _, dash, rest = (title or "").partition(" - ")
    cited = _CITED.match(rest) if dash else None
    number = number_printed(cited["number"]) if cited else None
    return source_act(act_of_link(title), text_id), number.normalized if number else None


_ORDER = (
    *("partie", "livre", "titre", "sous-titre", "chapitre", "section", "sous-section", "sous-sous-section"),
    *("paragraphe", "sous-paragraphe"),
)
_ARTICLE = re.compile(r"\AArticle\b\s*", re.IGNORECASE)
_CALLS = re.compile(r"(?:\s*\((?:\d{1,2}|[*+]{1,3})\))+\Z")
"""Calls of footnotes behind a number."""
_OF_LINK = re.compile(
    r"\s+(?:- ?(?:art(?:icle|\.)?|annexe|tableau)(?=\W|\Z)|(?-i:art\. )|-\s).*|\s+\((?-i:[A-Z][A-Za-z]{0,2})\)\Z",
    re.IGNORECASE,
)
"""What follows the title of the act in the title of a link."""
_CITED = re.compile(
    r"art(?:icle|\.)?\s+(?P<number>[^(]+?)\s*(?:\([^()]*\)|\b[A-Z]{4,}(?:_[A-Z]+)*\b.*)?\s*\Z", re.IGNORECASE
)
_WORDS_OF_NAME = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(("a", "au", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "the"))
_LEGITEXT = re.compile(r"\bLEGITEXT[0-9]{12}\b")
_BASE = re.compile(r"Texte de base\b", re.IGNORECASE)
_SHORT = re.compile(r"(?<=\w), [A-Z]{2,}[A-Z0-9]*\Z")
"""The abbreviation behind a title: ``Code des moulins, CM``."""
_SEPARATORS = " :.,;-–—―"
_NUMBERED = re.compile(
    rf"(?:sous-){{0,2}}(?:partie|livre|titre|chapitre|section|paragraphe)\s+"
    rf"(?P<number>(?-i:{ROMAN})(?!\w)|(?-i:I)er|1er|\d{{1,3}})"
    r"(?P<after>[.-]\d{1,2}|[ ](?-i:[A-Z])(?=[ ]?(?:[:–—-]|\Z)))",
    re.IGNORECASE,
)
"""A number with a second one or a letter behind it: ``Section 1-1``, ``Chapitre Ier A``."""
_NATURE = re.compile(
    r"(loi|ordonnance|d[ée]cret(?:-loi)?|arr[êe]t[ée])\b(?:\s+(?:organique|constitutionnelle|interminist[ée]riel))*"
    r"(?:\s+(?:de finances|de programmation)\b[^(]{0,40}\(|\s+(?:en conseil d'[eé]tat|simple)(?=\s+n[°o])"
    r"|\s+(?:de|du)\s(?:(?!(?:loi|ordonnance|d[ée]cret|arr[êe]t[ée]|code)\b)[a-zà-ÿ'-]+\s){1,6}?(?=n[°o]s?\s*\d))?"
    r"(?:\s*n[°o]s?\s*(?P<number>[0-9]{2,4}-[0-9]{1,5}))?",
    re.IGNORECASE,
)


_NUMBER_SIGN = r"n[ ]?[°ºo][ ]?"
_LOCAL = re.compile(
    rf"""
    arr[êe]t[ée][ ]
      (?: (?:conjoint[ ]|permanent[ ]|temporaire[ ]|modificatif[ ])?
          (?:(?:inter)?pr[ée]fectoral|municipal|(?:inter)?communal|(?:inter)?communautaire|r[ée]gional
            |(?:inter)?d[ée]partemental|m[ée]tropolitain|rectoral|zonal
            |(?:du|de[ ]la|de[ ]l')[ ]?(?:maire|mairie|pr[ée]f[èe]te?|pr[ée]fecture|rect(?:eur|rice)|adjoint
              |pr[ée]sidente?[ ]d(?:u[ ]conseil|e[ ]la[ ](?:m[ée]tropole|r[ée]gion|communaut[ée]|collectivit[ée]))
              |directeur[ ]g[ée]n[ée]ral[ ]de[ ]l'agence[ ]r[ée]gionale))\b
          [^.;:]{{0,80}}? (?:{_NUMBER_SIGN}\S{{0,30}}?\d|\bdu[ ]\d{{1,2}}(?:er)?[ ][a-zéû]{{3,9}}[ ]\d{{4}})
        | {_NUMBER_SIGN}(?=\S{{0,30}}[A-Z/_])(?!\d\d-\d+/[A-Z]\b)(?=\S{{0,30}}\d)\S{{1,40}}[ ]du[ ]\d )
    | loi[ ]du[ ]pays[ ](?:{_NUMBER_SIGN}|du[ ])\d
    | s[ée]natus-consulte[ ](?:organique[ ])?du[ ]\d
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Orders of a prefect, a mayor or another local body, laws of a country overseas, acts of another kind."""
_OLD_DAY = re.compile(r"\bdu\s+(?P<day>\d{1,2}(?:er)?\s+[a-zà-ÿ]{6,11}\s+an\s+[ivx]{1,4})\b", re.IGNORECASE)
"""A day of the Republican calendar."""


def _day(title: str) -> date | None:
    """The day in the title of an act."""
    if day := find_date(title):
        return day
    return short_date(found["day"]) if (found := _OLD_DAY.search(title)) else None


def _act_cut(title: str) -> str | None:
    """The code whose title begins with ``title``, the beginning of a title that was cut; ``None`` if not one alone."""
    begins = slug(title)
    found = [act.id for act in ACTS.values() if slug(act.title).startswith(begins)]
    return found[0] if len(found) == 1 else None


def _act_titled(title: str) -> str | None:
    known = by_name(title)
    if not known:
        title = _SHORT.sub("", title)
    if known := known or by_name(title):
        return known[0]
    written = act_written(slug(title))
    if written and is_act_id(written):
        return written
    folded = fold(title)
    if is_without_id(folded):
        return None
    match = _NATURE.match(folded)
    if match is None:
        named = act_name_at(folded.capitalize() if folded.isupper() else folded[:1].upper() + folded[1:], 0)
        return named.acts[0].id if named and named.end == len(folded) else None
    nature = slug(match[1])
    if match["number"]:
        return f"{nature}:{match['number']}"
    day = _day(folded)
    return f"{nature}:{day}" if day else None


def _after(printed: str, length: int) -> str:
    """What follows the first words of ``printed``, those whose slug has at least ``length`` characters."""
    words = printed.split(" ")
    for count in range(1, len(words) + 1):
        if len(slug(" ".join(words[:count]))) >= length:
            return " ".join(words[count:]).lstrip(_SEPARATORS)
    return ""

"""What a line of a page of Légifrance is, by its words: heading, history, end of an article, title, furniture.

The words are folded and tidied, as those of :class:`cpp_corpus.ingest.page_line.Line`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from cpp_corpus.ingest.naming import is_without_id, source_act
from cpp_corpus.lang.acts import by_name, is_act_id
from cpp_corpus.lang.adverbs import ADVERB
from cpp_corpus.lang.constitutions import constitution_of
from cpp_corpus.lang.dates import DATE, find_date
from cpp_corpus.lang.ordinals import ORDINAL
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.republican import REPUBLICAN_MONTHS
from cpp_corpus.lang.roman import ROMAN
from cpp_corpus.lang.typography import plain, slug
from cpp_corpus.model.article import ArticleState, Link
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.heading import read_heading
from cpp_corpus.model.number import NumberKind, normalize_number
from cpp_corpus.model.span import Span
from cpp_corpus.model.state_words import NOT_IN_FORCE

__all__ = [
    "FIRST_NUMBERS",
    "FIRST_OF_ANY",
    "Kind",
    "act_of_title",
    "act_or_none",
    "agreement_number",
    "amendment",
    "amendment_at",
    "amendments",
    "bare_words",
    "constitution_year",
    "division_title",
    "goes_on_history",
    "has_ends",
    "is_agreement",
    "is_amendment",
    "is_known_code",
    "is_local",
    "is_no_law",
    "is_private",
    "is_treaty",
    "kind_of_line",
    "law_title",
    "no_act",
    "place_of_signature",
    "run_in_heading",
    "shown_on",
    "spelt_heading",
    "state_by_history",
]


FIRST_NUMBERS = frozenset({"1", "premier", "unique"})
"""The numbers, normalized, of the first article of a text."""
FIRST_OF_ANY = FIRST_NUMBERS | {"i"}
"""So those of one whose numbers may be Roman."""


class Kind(Enum):
    """What a line of a page is."""

    HEADING = auto()
    """``Article L12-3``, ``Article 3 (abrogé)``."""
    ANNEX = auto()
    """``Annexe 2-3`` without ``Article``: a heading, or words of an annex."""
    VERSION = auto()
    """``Version en vigueur depuis le 1 mars 2024``."""
    HISTORY = auto()
    """``Modifié par Décret n°2024-12 du 1 mars 2024 - art. 2``."""
    END = auto()
    """The words below an article: ``Versions``, ``Liens relatifs``."""
    LINKED = auto()
    """The link behind the heading of an article: ``En savoir plus sur cet article...``."""
    PAGE_END = auto()
    """``Retourner en haut de la page``."""
    FOOTER = auto()
    """The line at the foot of a printed page."""
    DIVISION = auto()
    """``Titre II : Du vent``."""
    TITLE = auto()
    """The title of an act."""
    SITE = auto()
    """Words of the site, or marks only."""
    SIGNATURE = auto()
    """The end of the articles of a law or decree: ``Fait le 1 mars 2024.``"""
    TEXT = auto()
    """Words of the law, or unknown ones."""


@lru_cache(maxsize=1 << 12)
def kind_of_line(words: str) -> Kind:
    """What a line of the words ``words`` is, from its words alone.

    >>> kind_of_line("Article L12-3 (abrogé)").name, kind_of_line("Article 3 du présent code").name
    ('HEADING', 'TEXT')
    >>> kind_of_line("Section 2 : Du vent (Articles 3 à 9)").name, kind_of_line("Section 2 de la loi").name
    ('DIVISION', 'TEXT')
    """
    if not words:
        return Kind.SITE
    if _VERB.match(words) and len(parts := amendments(words)) > 1 and all(map(_HISTORY.fullmatch, parts)):
        return Kind.HISTORY
    if len(words) > _LONGEST:
        return Kind.TEXT
    if _UNDERLINE.fullmatch(words):
        return Kind.SITE
    bare = bare_words(words)
    for kind, pattern in _PATTERNS:
        if pattern.fullmatch(bare) and not (kind is Kind.HISTORY and _is_prose(bare)):
            return kind
    if _HEADED.match(bare):
        return Kind.TEXT if words.startswith("«") else _heading_kind(bare)
    if division_title(bare):
        return Kind.DIVISION
    return Kind.TITLE if not bare[:1].islower() and act_of_title(bare) else Kind.TEXT


def bare_words(words: str) -> str:
    """The words of a line without the signs of a page around them.

    >>> bare_words("[Article 3]")
    'Article 3'
    >>> bare_words("Article 3 [abrogé]")
    'Article 3 [abrogé]'
    """
    bare = words.strip(" ×‹›«»▶▼>|·[]")
    opened = words.rfind("[") if "[" in bare else -1
    is_cut = bare.rfind("[") > bare.rfind("]") and words.find("]", opened) > 0
    return f"{bare}]" if is_cut else bare


def has_ends(text: str) -> bool:
    r"""Whether a text has the words that the site has below each article; quick.

    >>> has_ends("Le vent.\nVersions\nLiens relatifs\n"), has_ends("Les liens relatifs au vent.")
    (True, False)
    """
    return _SITE_END.search(text) is not None


@lru_cache(maxsize=1 << 12)
def division_title(words: str) -> str | None:
    """The title of a division, without the articles that it has; ``None`` where the line is no such title.

    >>> division_title("Livre III : Du vent (Articles 711 à 2278)"), division_title("Chapitre Ier")
    ('Livre III : Du vent', 'Chapitre Ier')
    """
    bare = _EXTENT.sub("", words)
    if bare != words and bare and len(words) < _LONGEST_TITLE and not _SENTENCE.search(bare):
        return bare
    return bare if _DIVISION.fullmatch(bare) and len(bare) < _LONGEST_TITLE else None


def constitution_year(words: str) -> int | None:
    """The year of the Constitution that a line is the title of; ``None`` where it is none.

    >>> constitution_year("CONSTITUTION DU 4 OCTOBRE 1958"), constitution_year("Constitution française")
    (1958, 1958)
    >>> constitution_year("Constitution de 1848"), constitution_year("Constitution")
    (1848, None)
    """
    found = _CONSTITUTION.fullmatch(words)
    day = find_date(found["day"] or "") if found else None
    return day.year if day else int(found["year"] or _OF_FIFTH) if found else None


@lru_cache(maxsize=1 << 10)
def act_of_title(words: str) -> str | None:
    """The act that a line is the title of; ``None`` where it is none.

    >>> act_of_title("Code de la route"), act_of_title("Le code de la route")
    ('code-de-la-route', None)
    >>> act_of_title("Code pénal - Du vol")  # behind it, what the article is about
    'code-penal'
    >>> act_of_title("Code civil annoté 2031"), act_of_title("Code de la route, 12e édition")
    ('code-civil', 'code-de-la-route')
    """
    if year := constitution_year(words):
        return constitution_of(year)
    if _CODE.match(words) and len(words) < _LONGEST_TITLE:
        name = _bare_title(words)
        if known := by_name(name) or by_name(_DIVISION_BEHIND.sub("", name)) or by_name(_SUBJECT_BEHIND.sub("", name)):
            return known[0]
        if _JOINED.search(name):
            return None
        act = source_act(name)
        if act and is_act_id(act):
            return None if _SENTENCE.search(name) else act
    return source_act(words) if _BLOCK.fullmatch(words) else law_title(words)


def is_known_code(words: str) -> bool:
    """Whether words are the whole title of a code of the table.

    >>> is_known_code("Code de la route"), is_known_code("Code de la"), is_known_code("Code pénal (extraits)")
    (True, False, True)
    """
    return _CODE.match(words) is not None and bool(by_name(_bare_title(words)))


def law_title(words: str) -> str | None:
    """The act that a line is the title of, where it is a law, ordinance, decree or order.

    >>> law_title("LOI n° 2031-12 du 3 mars 2031 sur le vent (1)"), law_title("Décret du vent")
    ('loi:2031-12', None)
    >>> law_title("Arrêté préfectoral n° 2031-118 du 3 mars 2031 sur le vent")  # of no id: act_or_none
    'texte-sans-id:arrete-prefectoral-n-2031-118-du-3-mars-2031-sur-le-vent'
    """
    if is_without_id(words) and not (_CITED.search(words) or words[-1] in ";,:"):
        return f"{_WITHOUT_ID}{slug(words)}"
    return source_act(words) if _LAW.match(words) and not _CITED.search(words) else None


def act_or_none(act: str | None) -> str | None:
    """An act by its title, ``None`` for one without an id: see :func:`cpp_corpus.ingest.naming.is_without_id`."""
    return None if act and act.startswith(_WITHOUT_ID) else act


def is_local(act: str | None, above: Iterable[str]) -> bool:
    """Whether an order is one of a mayor, a prefect …, by the lines above its articles: its day could be another's.

    >>> is_local("arrete:2031-03-03", ["Le maire de Sabley,"]), is_local("loi:2031-12", ["Le maire,"])
    (True, False)
    """
    return act is not None and act.startswith("arrete:") and any(map(_LOCAL_MAKER.fullmatch, above))


def is_private(words: str) -> bool:
    """Whether a line is the title of a contract, of statutes or the like, or says who agrees: what follows is no act.

    >>> is_private("CONTRAT DE LOCATION"), is_private("Entre les soussignés :"), is_private("Contrats et marchés")
    (True, True, False)
    """
    return len(words) < _LONGEST_TITLE and _PRIVATE.match(words) is not None and not is_agreement(words)


def is_no_law(words: str) -> bool:
    """Whether a line is the title of a report, a circular or the like, which has articles and is no law.

    >>> is_no_law("Circulaire du 3 mars 2031"), is_no_law("Rapport n° 12"), is_no_law("Rapport à la cour")
    (True, True, False)
    """
    return len(words) < _LONGEST_TITLE and _NO_LAW.match(words) is not None


def is_treaty(words: str) -> bool:
    """Whether a line is of the title of a treaty of France with another country.

    >>> is_treaty("Accord entre le Gouvernement de la République française et le Royaume du Vent"), is_treaty("Accord")
    (True, False)
    """
    return len(words) < _LONGEST and _TREATY.match(words) is not None


def is_agreement(words: str) -> bool:
    """Whether a line is the title of a collective agreement of a branch, whose articles are law, not of an enterprise.

    >>> is_agreement("Convention collective nationale des gardiens"), is_agreement("Convention collective d'entreprise")
    (True, False)
    """
    return len(words) < _LONGEST_TITLE and _AGREEMENT.match(words) is not None


def agreement_number(words: str) -> str | None:
    """The act of the collective agreement whose number in the list of them (IDCC) a line has; ``None`` without one.

    >>> agreement_number("IDCC : 0999"), agreement_number("Convention des gardiens")
    ('idcc:999', None)
    """
    found = _IDCC.search(words)
    return f"idcc:{found[1]}" if found else None


def no_act(words: str, named: str, path: str) -> Finding:
    """The finding on a text that says with ``words`` that it is none of the law, and names the act ``named`` below."""
    message = (
        f"This text is a contract or the like by its words “{words[:60]}”, so its articles have no act, although it"
        f" names {named}. Leave it out where only law is wanted; if it is law, give the act with --act."
    )
    return Finding.build(FindingCode.UNKNOWN_ACT, message, severity=Severity.WARNING, path=path)


def run_in_heading(words: str) -> int | None:
    """The length of the heading that begins a line of a law, ``Art. 2. - Le vent …``; ``None`` where there is none.

    >>> run_in_heading("Art. 1er. - Le vent souffle."), run_in_heading("Art. 2 de la loi")
    (8, None)
    >>> run_in_heading("Art. L. 12-3 bis A. – Le vent souffle.")
    18
    >>> run_in_heading("Art. 2 (supprimé). - Le vent souffle.")
    17
    """
    found = _RUN_IN.match(words)
    return found.end("heading") if found else None


def goes_on_history(words: str, before: str) -> bool:
    """Whether a line goes on with one of history, ``before``, that was broken: ``art. 2 (V)``, the act after its verb.

    >>> goes_on_history("- art. 2 (V)", "Créé par Loi n°2020-3 du 4 janvier 2020")
    True
    >>> goes_on_history("Le vent.", "Créé par")
    False
    >>> goes_on_history("Loi n°2020-3 du 4 janvier 2020 - art. 7", "Créé par")
    True
    >>> goes_on_history("vigueur le 9 mai 1974", "Créé par Loi n°73-2 du 4 mai 1973 - art. 7 JORF 5 mai 1973 en")
    True
    """
    if _VERB.fullmatch(before):
        return _HISTORY.fullmatch(f"{before} {words}") is not None
    if _PUBLISHED.search(before) or words.startswith(("JORF", "rectificatif")):
        return _PUBLISHED_HISTORY.fullmatch(f"{before} {words}") is not None
    if len(words) > _LONGEST_TAIL or not _HISTORY_TAIL.fullmatch(words):
        return False
    return before.endswith(_UNFINISHED) or _HISTORY_SIGN.search(words) is not None


def amendments(words: str) -> list[str]:
    """The parts of a line of history in which a converter has joined several.

    >>> amendments("Modifié par Loi n°2031-12 - art. 2Création Décret n°2024-3 du 5 mai 2024")
    ['Modifié par Loi n°2031-12 - art. 2', 'Création Décret n°2024-3 du 5 mai 2024']
    """
    return [part.strip() for part in _NEXT_VERB.split(words) if part.strip()]


def is_amendment(words: str) -> bool:
    """Whether a line is history wherever it stands, also among the words of an article: its act, day and article.

    >>> is_amendment("Modifié par LOI n° 2031-12 du 3 mars 2031 - art. 4 (V)"), is_amendment("Modifié par la loi.")
    (True, False)
    >>> is_amendment("Cr par LOI n2031-12 du 3 mars 2031 - art. 4")  # its accents are lost
    True
    """
    begins = _VERB.match(words) or _DAMAGED_VERB.match(words)
    return bool(begins) and words[0].isupper() and all(map(_AMENDMENT.fullmatch, amendments(words)))


def amendment_at(words: str, start: int, end: int) -> int | None:
    """The end of the line of history that a converter has joined with what follows it, up to ``end``; else ``None``.

    >>> amendment_at("Créé par Loi n° 2031-12 du 3 mars 2031 - art. 4 Le vent souffle.", 0, 64)
    47
    """
    found = _AMENDMENT.match(words, start, end) if words[start : start + 1].isupper() else None
    return found.end() if found else None


def spelt_heading(words: str) -> str:
    """The heading of an article with its word as the site writes it.

    >>> spelt_heading("Art. 3"), spelt_heading("Article. 3")
    ('Article 3', 'Article 3')
    """
    return _SHORT_WORD.sub("Article", words, count=1)


def place_of_signature(lines: Sequence[str]) -> int | None:
    """The index of the place and day that end a text, with names below them only; ``None`` where there are none.

    >>> place_of_signature(["Le vent souffle.", "Sabley, le 3 mars 2031", "Le gardien", "Jean Sablier"])
    1
    >>> place_of_signature(["Sabley, le 3 mars 2031", "Le vent souffle."]) is None
    True
    """
    for at in range(len(lines) - 1, max(len(lines) - _SIGNATURE_LINES, 0) - 1, -1):
        if _PLACE_AND_DAY.fullmatch(lines[at]):
            return at
        if len(lines[at]) > _LONGEST_NAME or lines[at][-1:] in ".;:":
            return None
    return None


def shown_on(words: str) -> date | None:
    """The day on which a page shows the law: ``Version en vigueur au 1 mars 2024``; ``None`` where there is none.

    >>> shown_on("Version en vigueur au 1 mars 2024"), shown_on("Version en vigueur depuis le 1 mars 2024")
    (datetime.date(2024, 3, 1), None)
    """
    if found := _GENERATED.search(words):
        return find_date(found[1])
    return find_date(words) if _SHOWN.match(words) else None


def state_by_history(history: Sequence[str], *, has_words: bool) -> ArticleState | None:
    """That an article is repealed, where a line of its history says so and none brings it back; else ``None``.

    One that was transferred is repealed if it has no words: the site says so of articles that came from elsewhere too.

    >>> str(state_by_history(["Abrogé par Loi n°2031-12 du 3 mars 2031 - art. 4"], has_words=True))
    'repealed'
    >>> state_by_history(["Abrogé par Loi n°2031-12 - art. 4 (VD)"], has_words=True) is None  # on a later day
    True
    """
    parts = [part for words in history for part in amendments(words)]
    gone = _GONE if has_words else _GONE_OR_MOVED
    is_gone = any(gone.match(part) and not _LATER.search(part) for part in parts)
    return ArticleState.REPEALED if is_gone and not any(part.startswith("Rétabli") for part in parts) else None


def amendment(words: str) -> Link:
    """The act that a line of history names, as a link without an address; its kind is the verb.

    >>> link = amendment("Modifié par LOI n° 2031-12 du 3 mars 2031 - art. 4 (V)")
    >>> link.act, link.article, link.kind
    ('loi:2031-12', '4', 'MODIFIE')
    """
    printed = words
    if _DAMAGED_HISTORY.fullmatch(words):
        words = _DAMAGED_SIGN.sub(
            "n°", _DAMAGED_VERB.sub(lambda verb: _WHOLE_VERBS[verb[0].lower()[:2]], words, count=1)
        )
    found = _HISTORY.fullmatch(words)
    dated = _BY_DAY.match(found["act"]) if found else None
    act = f"{slug(dated[1])}:{dated[2]}" if dated else source_act(found["act"]) if found else None
    article = found["article"] if found else None
    return Link(
        span=Span(0, 0),
        href="",
        title=printed,
        act=act if act and not act.startswith("texte:") else None,
        article=normalize_number(article) if article else None,
        kind=plain(words.split(" ", 1)[0]).upper(),
    )


# ---------------------------------------------------------------------------------------------------------------------


class _Rule(NamedTuple):
    kind: Kind
    pattern: Pattern


_LONGEST = 400  # characters
_WITHOUT_ID = "texte-sans-id:"
_LONGEST_TITLE = 250
_LONGEST_TAIL = 60
_LONGEST_HEADING = 60
_LONGEST_ANNEX = 110
_SENTENCE = Pattern(r"[.;!?] [A-ZÉÈÀ]|[;:,]$")
_NATURE = (
    r"(?:loi|ordonnance|d[ée]cret(?:-loi)?|arr[êe]t[ée]|d[ée]cision|rectificatif|directive|r[èe]glement|constitution"
    r"|d[ée]lib[ée]ration|code|conseil)"
)
_VERBS = (
    r"(?:Modifiée?|Modification|Créée?|Création|Abrogée?|Abrogation|Transférée?|Transfert|Rétablie?|Codifiée?|Périmée?"
    r"|Annulée?|Annulation|Déplacée?|Ratifiée?|Remplacée?|Disjoint|Étendue?|Etendue?|Rectifiée?|Substituée?|Replacée?)"
)
_GONE = Pattern(r"(?:Abrog|Annul|Disjoint|Périm)", re.IGNORECASE)
_GONE_OR_MOVED = Pattern(rf"{_GONE.pattern}|Transf", re.IGNORECASE)
_LATER = Pattern(r"\(VD\)|à compter|\bau 1er\b|\bà partir", re.IGNORECASE)
"""That an article ends on another day than that of the act which ends it."""
_HISTORY = Pattern(
    rf"(?:{_VERBS}|Conformément à|En application de)(?: \([A-Z]+\))?(?: par)?(?: ?:)? (?:la |le |l'|les )?"
    rf"(?P<act>{_NATURE}\b.{{0,160}}?)(?: ?-? ?\bart\.? ?(?P<article>[\w*-]+(?: {ADVERB})?)?[^.;]{{0,40}})?",
    re.IGNORECASE,
)
_DAMAGED_VERB = Pattern(
    r"(?:Modifie?|Cr(?:ee?)?|Abroge?|Transf(?:ere?|r)|Codifie?|R[eé]?tabli)e?(?= par)", re.IGNORECASE
)
"""Verbs whose accents are lost, or the letters that had them."""
_WHOLE_VERBS = {"mo": "Modifié", "cr": "Créé", "ab": "Abrogé", "tr": "Transféré", "co": "Codifié", "re": "Rétabli"}
_WHOLE_VERBS |= dict.fromkeys(("ré", "rt"), "Rétabli")
_DAMAGED_SIGN = Pattern(r"\bn(?=\d)")
_DAY_OR_NUMBER = rf"(?:n ?[°º]? ?\d[\d./-]*(?: du {DATE})?|du {DATE}|\d{{4}}-\d\d-\d\d)"
_AMENDING_NUMBER = rf"(?:[LRDA]\.? ?)?\*?(?:\d[\d-]*(?:er)?|unique|{ROMAN})(?: {ADVERB})?"
_ARTICLE_OF = rf"(?:art\.? ?{_AMENDING_NUMBER}|annexes?(?: [\w-]{{1,6}})?)"
_PLACES = rf" ?- ?{_ARTICLE_OF}(?:(?:,| et) {_ARTICLE_OF})*(?:, v\. init\.)?(?: ?\([A-Z]{{0,4}}\))?"
_IN_JOURNAL = rf"(?:,? JORF(?: du)? {DATE}(?: rectificatif)?(?: en vigueur (?:le|au|à compter du) {DATE})?)*"
_ACTS = r"(?:loi(?: organique| constitutionnelle)?|ordonnance|d[ée]?cret(?:-loi)?|arr[êe]?t[ée]?|d[ée]?cision)"
_DAMAGED_HISTORY = Pattern(
    rf"{_DAMAGED_VERB.pattern} par (?:la |le |l')?{_ACTS} {_DAY_OR_NUMBER}(?:{_PLACES}{_IN_JOURNAL})?", re.IGNORECASE
)
_AMENDMENT = Pattern(
    rf"(?:{_VERBS}|{_DAMAGED_VERB.pattern})(?: par)? (?:la |le |l')?{_ACTS} {_DAY_OR_NUMBER}{_PLACES}{_IN_JOURNAL}",
    re.IGNORECASE,
)
_CLAUSE = Pattern(
    r", (?:(?:le|la|les|il|elle|ils|elles|un|une|ce|cet|cette|ces|son|sa|ses|leurs?|nul|nulle|tout|toute|tous|toutes"
    r"|aucune?|chaque|sont|est|ne|dans|pour|après|avant)\b|l'|d'|n'|s'|qu')",
    re.IGNORECASE,
)
"""What goes on with a sentence behind a comma, and never in a line of history."""
_MANNER = Pattern(r"(?:Conformément|En application)\b", re.IGNORECASE)
_MANNER_ONLY = Pattern(
    rf"(?=.*\d)(?:Conformément à|En application de) (?:la |le |l')?{_NATURE}\b[^,;\d]{{0,50}}(?:n ?[°º] ?\d[\d/-]*)?"
    rf"(?: ?QPC)?(?: ?du {DATE})?(?: ?-? ?art\.[^,;]{{0,40}})?(?:, v\. init\.)?",
    re.IGNORECASE,
)
"""An act that is named alone, not the beginning of a sentence of the law."""
_FEW_WORDS = 6
_PUBLISHED = Pattern(r"\bJORF\b")
_PUBLISHED_HISTORY = Pattern(
    rf"""
    {_VERBS}(?:[ ]\([A-Z]+\))?(?:[ ]par)?[ ](?:la[ ]|le[ ]|l')?{_NATURE}\b[^.;]{{0,80}}
    (?:[ ]?(?:-[ ]?)?\bart\.[^.;]{{1,40}}?)?
    (?:[ ]JORF(?:[ ]du)?[ ]{DATE}(?:[ ]rectificatif)?)+ (?:[ ]en[ ]vigueur[ ](?:le|au|à[ ]compter[ ]du)[ ]{DATE})?
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""History of a time when the day of publication was told."""
_NEXT_VERB = Pattern(rf"(?<=[\w.)])\s?(?=(?!par\b){_VERBS}(?: par)? {_NATURE}\b)", re.IGNORECASE)
_VERB_PAR = Pattern(rf"{_VERBS} par")
_VERB = Pattern(rf"{_VERBS}(?: par)?", re.IGNORECASE)
_BY_DAY = Pattern(r"(loi|ordonnance|d[ée]cret|arr[êe]t[ée]) (\d{4}-\d\d-\d\d)\b", re.IGNORECASE)
_HISTORY_TAIL = Pattern(
    rf"""
    (?: (?:n°\s?[\d-]+[ ])? (?:du[ ])? (?:\d{{1,2}}(?:er)?[ ])? (?:[a-zéû]{{3,9}}[ ])? \d{{4}}[ ]? )?  # a day
    (?:-[ ]?)? (?:art\.?[ ]?)? (?:[LRDA]?\.?[ ]?\*?\d[\d-]*(?:[ ]{ADVERB})?)? [ ]?
        (?:(?-i:\((?:[A-Z]{{1,8}}|[A-Z][a-z])\)))?
    | (?:du[ ])? (?:\d{{1,2}}(?:er)?[ ])? (?:[a-zéû]{{3,9}}[ ])? (?:\d{{4}}[ ])? -[ ]annexes?\b .{{0,20}}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_UNFINISHED = ("art.", "-", "du", "n°", "par")
_HISTORY_SIGN = Pattern(r"\bart\b|\(|\bannexes?\b|\bdu\b|n°", re.IGNORECASE)
_HISTORY_END = Pattern(rf"(?:n°\s?[\d-]+ )?du {DATE}(?: - art\.(?: .{{0,30}})?)?")
_VERSION = Pattern(
    r"(?:Version|Texte) (?:en vigueur|abrogée?|à venir|périmée?|annulée?|transférée?|consolidée?|modifiée?|initiale)"
    r"(?: (?:au|du|depuis le|à partir du|à compter du|jusqu'au|avec) \d.{4,60})?|En vigueur (?:au|depuis le) \d.{4,30}"
    rf"|Entrée en vigueur le {DATE}|En vigueur (?:non )?étendue?"
    rf"|(?=[A-Z]){NOT_IN_FORCE}"
    rf"|(?:(?:Modifi|Abrog|Transfér|Périm|Annul|Remplac|Cré)ée?, )?[Ee]n vigueur (?:du {DATE} au|depuis le) {DATE}"
)
_SHOWN = Pattern(r"(?:(?:Version|Texte) )?(?:en vigueur|consolidée?) au \d", re.IGNORECASE)
_GENERATED = Pattern(r"Document généré le (.{6,20})")
_END = Pattern(
    r"(?:(?:Versions?|Liens relatifs(?: à cet article)?|Comparer les versions|Informations pratiques|Citée? par(?: ?:)?"
    r"|(?:Anciens|Nouveaux) textes ?:"
    r"|Voir les modifications dans le temps|Cité dans(?: la rubrique)? ?:?)[\s\[\]]*)+",
    re.IGNORECASE,
)
_SITE_END = Pattern(r"(?:^|[\r\n])[ \t]*(?:[-*+•○□■▪◦‣][ \t]+)?(?:Versions[ \t]*)?Liens relatifs[ \t]*(?:[\r\n]|$)")
_LINKED = Pattern(r"En savoir plus sur (?:cet(?: article)?|l'article \S.{0,40})[ .…]*", re.IGNORECASE)
_SITE = Pattern(
    r"(?:Accueil|Droit national en vigueur|Codes|Textes consolidés|Retour à la liste|Aller (?:au|à la) .{3,30}"
    r"|Imprimer(?: la page)?|Copier (?:le texte|le lien)(?: de (?:l'article|la section|la page|ce texte))?"
    r"|Télécharger(?: en (?:PDF|RTF))?|Partager"
    r"|(?:Tout )?(?:Replier|Déplier)(?: tout\b.{0,30}"
    r"| l(?:e|a|es) (?:sommaire|panneau|menu|navigation|arborescence|section|niveau|détail|résultat|liste)s?\b.{0,30})?"
    r"|ChronoLégi|Naviguer dans le sommaire.{0,20}|Masquer le panneau.{0,40}|Afficher le panneau.{0,40}"
    r"|Voir les articles et les sections abrogés|Informations sur ce (?:code|texte)"
    r"|(?-i:Rechercher?(?: (?:dans|sur|par|simple|avancée|experte)\b.{0,40})?)[ .…:]*"
    r"|Chemin ?:?|article ?(?:\.\.\.|…)|En savoir plus.{0,40}"
    r"|Article (?:précédent|suivant)|Section (?:précédente|suivante)|Fermer"
    r"|Nous contacter|Plan du site|Mentions légales|Légifrance.{0,60}|Le service public de la diffusion du droit"
    r"|Dans « .{3,150}»?|Texte n° ?\d+|ELI ?: ?\S+|Alias ?: ?\S+|JORF n° ?.{4,60}|NOR ?: ?[A-Z]{4}\d{7}[A-Z]"
    r"|Extrait du Journal officiel.{0,60}|Accéder à la version .{0,60}|valider la recherche à la date|↵|\[TABLE\])",
    re.IGNORECASE,
)
_FOOTER = Pattern(
    r"Dernière modification (?:du texte )?le .{6,30}|.{0,80}Document généré le .{6,20}(?: - Copyright .{0,60})?"
    r"|(?:.{6,20} )?JOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE(?: .{6,20})?"
    r"|Copyright \(C\).{0,60}|Page \d{1,4}(?: ?(?:/|sur) ?\d{1,4})?|- ?\d{1,4} ?-"
    r"|er|p\. ?\d{1,4}(?: (?:Code|Loi|LOI|Ordonnance|ORDONNANCE|Décret|DÉCRET|Livre|Constitution)\b.{0,150})?"
)
_PAGE_END = Pattern(
    r"(?:Retourner en haut de la page|<< ?Bloc|Bloc précédent|À propos de l'ordre juridique"
    r"|Haut de (?:la )?page|Retour en haut de (?:la )?page|Visible links:?"
    r"|Liens visibles:?|References:?|À propos de cette version).{0,200}",
    re.IGNORECASE,
)
_SIGNER = r"(?-i:(?:MM?\. |Mmes? )?(?:[A-ZÀ-Þ][\w.'’-]* ){1,3}(?:(?:de|du|des|de la|d'|d’) ?)?[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)"
"""A name whose last word is in capitals: ``Jeanne VENT``."""
_SIGNATURE = Pattern(
    rf"(?:Fait|Donné) (?:(?:à|au|aux|en) .{{2,60}},? )?le {DATE}\.?(?: {_SIGNER})?"
    rf"|L[ea] (?:Premi(?:er|ère) )?(?:ministre|garde des sceaux|secrétaire d'[EÉ]tat)\b[^.;:]{{0,120}}, {_SIGNER}"
    r"|La présente loi(?:, (?:discutée, )?délibérée et adoptée .{3,120},)? sera exécutée comme loi de l'[EÉ]tat\.?"
    r"|Pour l(?:e|a|es|eurs?) (?:Premier )?(?:ministre|secrétaire|garde|préfet|directeur|chef)\w*\b[^.;]{0,80}?"
    r" et par (?:délégation|ordre) ?[:,]?"
    r"|Par le (?:Président de la République|Premier ministre) ?:(?: (?-i:[A-ZÀ-Þ]).{1,150}(?<![.;:,]))?",
    re.IGNORECASE,
)
_PLACE_AND_DAY = Pattern(rf"(?:À |A )?[A-ZÀ-Þ][\w'-]+(?:[ -][\w'-]+){{0,4}}, le {DATE}\.?")
_SIGNATURE_LINES = 6
_LONGEST_NAME = 80  # characters
_PATTERNS = (
    _Rule(Kind.VERSION, _VERSION),
    _Rule(Kind.END, _END),
    _Rule(Kind.PAGE_END, _PAGE_END),
    _Rule(Kind.FOOTER, _FOOTER),
    _Rule(Kind.LINKED, _LINKED),
    _Rule(Kind.SITE, _SITE),
    _Rule(Kind.HISTORY, _HISTORY),
    _Rule(Kind.HISTORY, _HISTORY_END),
    _Rule(Kind.HISTORY, _VERB_PAR),
    _Rule(Kind.HISTORY, _DAMAGED_HISTORY),
    _Rule(Kind.SIGNATURE, _SIGNATURE),
)
_PRIVATE = Pattern(
    r"(?:contrat|convention|bail|statuts|accord|avenant|protocole|pacte|compromis|promesse|mandat|charte|devis"
    r"|cahier des charges|r[èe]glement (?:int[ée]rieur|de copropri[ée]t[ée])|conditions (?:générales|particulières)"
    r"|acte de)"
    r"(?: (?:de|d'|du|des|sur|relatif|entre|à|pour|régie?|conclue?|type|collecti(?:f|ve)|commercial|professionnel)\b"
    r"| n°| ?[.:]|\Z)"
    r"|association (?:d[ée]clarée|loi (?:de )?1901|r[ée]gie par|[àa] but non lucratif)\b"
    r"|soci[ée]t[ée] .{2,60}\bau capital\b"
    r"|entre(?: les? soussigné|(?: l[ea]s?)? parti|[ ]?:)|il (?:a été|est) (?:convenu|arrêté)"
    r"|(?-i:CONTRAT|CONVENTION|BAIL|STATUTS|ACCORD|PROTOCOLE|CONDITIONS G[ÉE]N[ÉE]RALES)\b",
    re.IGNORECASE,
)
"""How texts begin that private persons make, by kind: another one is added here."""
_LOCAL_MAKER = Pattern(
    r"L[ea] (?:maire|pr[ée]f[èe]te?|pr[ée]sidente? d(?:u conseil (?:d[ée]p|r[ée]g)|e la (?:m[ée]tropole|communaut[ée]))"
    r"|rect(?:eur|rice))\b[^.;]{0,90},?",
    re.IGNORECASE,
)
"""Who makes an order that is not one of a minister, on a line of its own above the articles."""
_NO_LAW = Pattern(
    r"circulaire (?:n ?[°º]|du \d|relative|interminist)|rapport (?:n ?[°º]|fait|d'information|sur le projet|du \d)"
    r"|(?:instruction|note)(?: de service| technique)? (?:n ?[°º]|du \d)|texte adopt[ée] n ?[°º]|[«\"“] ?petite loi\b",
    re.IGNORECASE,
)
"""How texts begin that are written by a service or an assembly, by kind: another one is added here."""
_TREATY = Pattern(
    r"(?:(?:convention|accord|traité|protocole|avenant|arrangement)\b.{0,150} )?entre (?:le gouvernement de )?"
    r"la r[ée]publique fran[çc]aise\b",
    re.IGNORECASE,
)
_AGREEMENT = Pattern(
    r"convention collective (?:(?:inter)?(?:nationale|régionale|départementale)|locale|de branche|de travail)\b"
    r"(?!.{0,60}\bentreprise\b)",
    re.IGNORECASE,
)
_IDCC = Pattern(r"\bIDCC ?:? ?(?:n° ?)?0*([1-9]\d{0,3})\b")
_UNDERLINE = Pattern(r"-{3,}|={3,}")
_HEADED = Pattern(r"(?:Article|ARTICLE|Art\.|Annexes?|ANNEXES?)\b")
_SHORT_WORD = Pattern(r"Art\.|Article\.(?= )")
_ANNEX_ID = rf"(?:(?:{ROMAN}|\d[\d-]*|[A-Z]|\(\d\))(?:[ -](?:{ADVERB}|{ROMAN}|[A-Z\d]{{1,3}}))*(?:[ ][a-z](?!\w))?)"
_ANNEXED_TO = rf"[LRDAlrda]?[. *]{{0,3}}\d[\d.*-]*(?:[ ](?:{ADVERB}|[A-Z]{{1,2}}))*(?![ ](?!(?:et|à)[ ])[a-z])"
_BARE_ANNEX = Pattern(
    rf"""
    (?:Annexe|ANNEXE|Annexes(?=[ ])) (?:[ ]{_ANNEX_ID})? (?:[ ]:)?
    (?:[ ]Tableau[ ](?:(?:n°[ ]?)?\d+(?:[ ](?i:{ADVERB}))?|{ROMAN}(?:-{ROMAN})?))?
    (?:[ ](?:(?i:à[ ]l'|aux[ ]|de[ ]l')|au[ ][IVX]+[ ])?
       (?i:articles?|art\b\.?)[ ]{_ANNEXED_TO}(?:(?:,|[ ]et|[ ]à)[ ]{_ANNEXED_TO})*)?
    (?:[ ](?:au|à[ ]la)[ ](?:partie|livre|titre|chapitre|(?:sous-)?section|paragraphe)[ ]{_ANNEX_ID}
       (?:[ ]d(?:u|e[ ]la)[ ](?:partie|livre|titre|chapitre|(?:sous-)?section)[ ]{_ANNEX_ID})*)?
    (?:[ ]\((?:\w+|suite[ ]\d|[LRDA][\d-]+|\d\w*[ ]alinéa|art\.?[ ]{_ANNEXED_TO})\))*
    (?:[ ]Annexe[ ]{_ANNEX_ID})? (?:,[ ]art\.[ ]\d+)?
    | Annexe[ ](?:préliminaire|statuts[ ]types) | [LRDA]\.?[ ]?\d[\d-]*[ ]Annexe
    """,
    re.VERBOSE,
)
"""``Annexe II : Tableau n° 4 bis``, ``Annexe III-3 (art. A312-8)``, ``Annexe de l'article R221-29``."""
_NUMERAL = rf"(?:{ROMAN}|Ier|1er|I er|Ire|\d+|[A-Z]|préliminaire|liminaire|unique|{ORDINAL})"
_RANK = (
    "(?:Premi[èe]re?|Deuxi[èe]me|Seconde?|Troisi[èe]me|Quatri[èe]me|Cinqui[èe]me|Sixi[èe]me|Septi[èe]me|Huiti[èe]me)"
)
_DIVISION = Pattern(
    r"(?:(?:Sous-){0,2}(?:Partie|Livre|Titre|Chapitre|Section|Paragraphe)(?: :)? "
    rf"(?:{_NUMERAL})(?:[ -](?:{ADVERB}|[A-Z]))*"
    rf"(?: ?[:.–—-] ?.+)?|{_RANK} partie(?: (?:législative|réglementaire))?(?: ?[:–—-] ?.+)?"
    r"|Partie (?:législative|réglementaire)(?: .{0,40})?|Dispositions (?:diverses|finales|générales|transitoires))",
    re.IGNORECASE,
)
_EXTENT = Pattern(r"(?<!\s)\s*\((?:Articles?|Art\.) (?:[^()]|\([^()]{0,40}\)){1,160}\)$")
_JOINED = Pattern(r"[a-zé][A-ZÉ][a-zé]")
"""Where a converter has left out the line end between two words of a page."""
_DIVISION_BEHIND = Pattern(
    r"(?: ?[:,–—-])?\s"
    r"(?:Partie (?:législative|réglementaire)|(?:Livre|Titre|Chapitre) (?:Ier|[IVX]+|premier|préliminaire)\b).*$"
)
"""The title of a division behind that of a code, which a converter has joined."""
_SUBJECT_BEHIND = Pattern(r" [–—-] [A-ZÀ-Þ](?!rt\b).*$")
_BEHIND_TITLE = Pattern(
    r"\s*[-|]\s*L[ée]gifrance\b.*$|\s*\((?:extraits?|parties? (?:législative|réglementaire)s?.{0,30})\)$"
    r"|(?: (?:et )?(?:annoté|commenté))*,?(?: \(?(?:\d{1,3}(?:e|ème) )?(?:édition|éd\.))?(?: \(?(?:19|20)\d\d)?\)?$",
    re.IGNORECASE,
)
"""The name of the site, which part of the code is there, or which book of a publisher it is."""
_CODE = Pattern(r"(?:Code|CODE|Livre des procédures fiscales|Constitution)\b")
_CONSTITUTION = Pattern(
    r"Constitution(?! ?$)(?: française| (?:de la )?(?:V|Ve|Cinquième) République| de la République française)?"
    rf"(?:,? (?:du (?P<day>{DATE})|de (?P<year>1[789]\d\d|20\d\d)))?",
    re.IGNORECASE,
)
_OF_FIFTH = 1958
_BLOCK = Pattern(
    r"Déclaration des droits de l'homme et du citoyen(?: de 1789| du 26 août 1789)?"
    r"|Charte de l'environnement(?: de 2004)?|Préambule de la Constitution (?:du 27 octobre 1946|de 1946)",
    re.IGNORECASE,
)
"""The texts beside the Constitution."""
_OLD_DATE = rf"\d{{1,2}}(?:er)? (?:{'|'.join(REPUBLICAN_MONTHS)}) an [IVX]{{1,4}}\b"
_LAW = Pattern(
    rf"(?:loi|ordonnance|d[ée]cret(?:-loi)?|arr[êe]t[ée]|constitution)\b(?: [a-zé'-]+){{0,4}}? "
    rf"(?:n ?[°ºo] ?\d{{2,4}}-\d+(?: du {DATE})?|du (?:{DATE}|{_OLD_DATE})) ?(?!-? ?art\b).*",
    re.IGNORECASE,
)
_CITED = Pattern(r"\d{4}[ ,-]{0,3}art(?:\.|icles?\b)", re.IGNORECASE)
"""An article of the act, directly behind its day: not in a title."""
_RUN_IN = Pattern(
    r"(?P<heading>(?:Art\. ?|Article |ARTICLE )"
    r"(?:1 ?(?:er|ᵉʳ|°)|premier|unique|second|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
    r"|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)i[èe]me"
    r"|[IVX]{1,7}|(?:(?:L\.? ?O|[LRDA])\.? ?\*? ?)?\d+(?:-\d+)*)"
    rf"(?:[ -](?:{ADVERB}|[A-Z]{{1,2}})(?!\w))*(?: et dernier)?"
    r"(?: ?[(\[](?:[Ss]upprim|[Aa]brog|[Rr]ectifi|[Pp]érim|[Aa]nnul|[Tt]ransfér|[Mm]odifi|[Nn]ouve)"
    r"(?:ée?|au|lle)[)\]])?)"
    r"(?: ?\. ?[-–—]| ?[-–—:]|\.) (?=\S)"
)


def _bare_title(words: str) -> str:
    """The title of a code without what a site or a person wrote behind it."""
    return _BEHIND_TITLE.sub("", words)


def _is_prose(words: str) -> bool:
    """Whether a line that begins as one of history is a sentence: ``Modifié par décret, le vent tombe``."""
    if _CLAUSE.search(words) or words.endswith(",") or (_MANNER.match(words) and not _MANNER_ONLY.fullmatch(words)):
        return True
    return len(words.split()) > _FEW_WORDS and " art" not in words and not any(map(str.isdigit, words))


def _heading_kind(words: str) -> Kind:
    if words.startswith(("Annexe", "ANNEXE")):
        return Kind.ANNEX if _BARE_ANNEX.fullmatch(words) else Kind.DIVISION if division_title(words) else Kind.TEXT
    bare = spelt_heading(words)
    number = read_heading(bare).number
    longest = _LONGEST_ANNEX if number is not None and number.kind is NumberKind.ANNEXE else _LONGEST_HEADING
    if number is None or read_heading(bare).has_title or len(bare) > longest or bare.endswith(","):
        return Kind.TEXT
    if number.kind is NumberKind.TITLE:
        return Kind.TEXT
    if number.kind is NumberKind.ANNEXE and not _BARE_ANNEX.match(number.heading):
        return Kind.TEXT
    return Kind.HEADING

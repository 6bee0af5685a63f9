"""The act whose name begins at a position, by the forms of acts."""

from __future__ import annotations

import re

from cpp_corpus.lang.abbreviations import Standing, abbreviation_at
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import PRECITED, compiled
from cpp_corpus.normalizer.recognize.grammar.designations import forms_at
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import abbreviated
from cpp_corpus.normalizer.recognize.phrase import ActName, How, new

__all__ = [
    "NO_TEXTS",
    "OF_YEAR",
    "SEATS",
    "SMALL_TEXTS",
    "TEXTS",
    "TWO_LETTERS",
    "act_at",
    "act_named_at",
    "act_or_foreign_at",
    "how_of",
    "initials_at",
    "small_initials",
    "unread_noun",
    "with_after",
]

_AFTER = compiled(rf",? ?{PRECITED}")
NO_TEXTS = (
    "AAH|ADIL|AGS|AJ|AMM|AMP|ANSM|ARS|BODACC|CAF|CDD|CDI|CDIF|CLEISS|CPAM|CPF|CRPC|CSE|DDP|DGCCRF|DGFIP|DGS|DIA|DPE|DPO"
    "|DRH|DREETS|DUP|EHPAD|ERP|EURL|GAV|GPA|HAS|HLM|ICPE|IJSS|INSEE|IRP|ITT|IVG|JAF|JEX|JLD|MDPH|NAO|OCR|ONIAM|OPJ"
    "|OQTF|PACS|PLU|PMA|PSE|PUMA|PV|QPC|RCS|RSA|RTT|SAMU|SARL|SAS|SASU|SCI|SMIC|SMUR|SNC|TGI|TJ|TTC|TVA|URSSAF|VAE"
    "|VEFA"
)
"""Initials of what articles are about, which no text has as its name: "L. 1221-1 CDI"."""
TEXTS = frozenset((
    "acte", "almanach", "annuaire", "arrêt", "avis", "bail", "barème", "blog", "bon", "bordereau", "brochure",
    "bulletin", "carton", "catalogue", "chronique", "colis", "collection", "commande", "commentaire", "compromis",
    "conclusions",
    "conditions", "dépliant", "devis", "dictionnaire", "dispositif", "document", "donation", "dossier",
    "encyclopédie", "engagement", "facture", "fiche", "fichier", "formulaire", "forum", "gazette", "guide",
    "hebdomadaire", "inventaire", "journal", "jugement", "lettre", "lexique", "liste", "livret", "lot", "magazine",
    "mandat", "manuel", "marché", "mémoire", "mensuel", "menu", "mode", "newsletter", "nomenclature", "norme",
    "notice", "numéro", "offre", "ouvrage", "pacte", "page", "périodique", "plaquette", "podcast", "police", "prêt",
    "programme", "promesse", "prospectus", "questionnaire", "quotidien", "rapport", "recueil", "référentiel",
    "répertoire", "revue", "site", "supplément", "tarif", "testament", "thèse", "ticket", "transaction", "tutoriel",
    "wiki",
))  # fmt: skip
"""Nouns of texts that have articles, and no identifier."""
SEATS = (
    r"(?:Aarhus|Cotonou|Hambourg|Istanbul|Kyoto|Lanzarote|Lugano|Maastricht|Montréal|Oviedo|Palerme|Ramsar|Schengen"
    r"|Syntec|Varsovie)(?!\w)"
)
"""Treaties and agreements by the place or the party that all know them by: "Varsovie, art. 17"."""
SMALL_TEXTS = r"(?:cc(?:ag|ap|tp)|cg[auv]|pcg|plu|rin)(?!\w)"
"""Initials of texts of parties and authorities, as people type them."""
OF_YEAR = re.compile(r" de (?P<year>(?:1[789]|20)?[0-9]{2})(?![\w/°-]|[.,][0-9]| [a-zà-ÿ]*(?:ans|jours|mois|euros))")
"""The year of an act that is named by its nature: "la loi de 1970", "loi de 89"."""


def initials_at(text: str, at: int) -> ActName | None:
    """An act by its initials at ``at``, where they mean no other thing."""
    short = abbreviation_at(text, at)
    return abbreviated(at, short) if short is not None and short.standing is Standing.ANYWHERE else None


_INITIALS = compiled(
    r"(?!cd[et](?!\w))(?:c(?:[cdgjmpst]\w{0,6}|urb|env|assur|rur|rpa|asf|eseda|es?dh|onso|onst(?:it|itution(?! d[eu]))?"
    r"|onv\.? [eE]\.?[dD]\.?[hH]|ide|ibs|oj"
    r"| [a-zé]{3,})|[ln][cp]\w{1,2}|ddhc|dudh|lolf|pidcp|rgpd|tfue|trav"
    r"|alur|badinter|carrez|hoguet|macron|sapin [i12]{1,2})"
    r"(?![\w'-])|(?:assur|civ|com|p[ée]n|rur|urba?)(?=\.? ?(?:[;)\]\n]| et |$))"
)
"""Letters that may be the initials of an act in lower case, beside its number: "700 cpc", "1240 c civ", "32 rgpd"."""
TWO_LETTERS = compiled(r"C[cgpt](?![\w'.-])")
"""The same of two letters, the first of which is a capital: "9 du Cc"."""
_POINTED = compiled(r"(?:[a-z]\.){1,4}[a-z](?:\.|(?![\w']))(?! ?[a-z]\.)")
"""The same with points: "145 c.p.c."."""
_TWO_POINTED = 4  # characters of two letters with points, which are those of a code, if of an act: "c.c."
_SMALL_KINDS = frozenset(("code", "constitution", "law", "treaty", "union"))


def small_initials(text: str, at: int) -> ActName | None:
    """An act by its initials in lower case, or by a glued abbreviation: "700 cpc", "1240 cc", "9 cciv", "32 rgpd"."""
    pointed = _POINTED.match(text, at) if text[at + 1 : at + 2] == "." else None
    if pointed is not None:
        short = abbreviation_at(pointed[0].upper(), 0)
        kinds = _SMALL_KINDS if len(pointed[0]) > _TWO_POINTED else {"code"}
        if short is None or short.kind not in kinds or short.end < len(pointed[0]):
            return None
        return abbreviated(at, short._replace(end=pointed.end()))
    initials = _INITIALS.match(text, at) or TWO_LETTERS.match(text, at)
    short = None if initials is None else abbreviation_at(text, at)
    if initials is None or short is None or short.kind not in _SMALL_KINDS or short.end < initials.end():
        return None
    return abbreviated(at, short)


def unread_noun(start: int, end: int, nature: str) -> ActName:
    """A name that is not read, as an act without ids."""
    return ActName(start, end, end, nature, (), How.NAMED, None, "", Reason.UNKNOWN_NAME)


def how_of(match: re.Match[str]) -> How | None:
    """What the determiner of a match says of its act; ``None`` where it names one."""
    return How.SAME if match["same"] else How.PRESENT if match["present"] else None


def act_at(text: str, at: int, how: How | None) -> ActName | None:
    """The act whose name begins at ``at``, its determiner already read as ``how``."""
    for form in forms_at(text[at : at + 1].lower()):
        match = form.begins.match(text, at)
        try:
            name = form.read(text, match, how) if match is not None else None
        except Exception as error:
            error.add_note(f"in the form {form.name!r}")
            raise
        if name is not None:
            if name.how is How.VAGUE and text[at].isupper() and (short := abbreviation_at(text, at)) is not None:
                name = name if short.standing is Standing.CITATION else abbreviated(at, short)  # "Charte env."
            return with_after(text, name, form.name)
    return None


def with_after(text: str, name: ActName, form: str) -> ActName:
    """A name with the form that read it, and "précité" behind it read as part of it."""
    start, end, stop, nature, ids, how, date, _, reason = name
    after = (
        _AFTER.match(text, stop) if text[stop : stop + 1] in " ," and text[stop + 1 : stop + 2] in " ,psmc" else None
    )
    if after is not None:
        stop = after.end()
        how = How.SAME if how is How.VAGUE else how
    return new(ActName, (start, end, stop, nature, ids, how, date, form, reason))


def act_named_at(text: str, at: int) -> ActName | None:
    """The act that is named in full at ``at``, with an id; ``None`` where none is."""
    name = act_at(text, at, None)
    return name if name is not None and name.how is How.NAMED and name.ids else None


def act_or_foreign_at(text: str, at: int) -> ActName | None:
    """The act that is named in full at ``at``, with an id, or one of another country."""
    name = act_at(text, at, None)
    if name is None or name.how is not How.NAMED or not (name.ids or name.reason is Reason.FOREIGN_ACT):
        return None
    return name

"""The Constitution, treaties and conventions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cpp_corpus.lang.abbreviations import abbreviation_at
from cpp_corpus.lang.act_names import act_name_at
from cpp_corpus.lang.constitutions import dated_constitution
from cpp_corpus.lang.ordinals import ordinal_value
from cpp_corpus.lang.typography import slug
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import DATE, compiled
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import abbreviated
from cpp_corpus.normalizer.recognize.grammar.designations.foreign import foreign_name, with_country
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["CONSTITUTION", "HUMAN_RIGHTS", "PROTOCOL", "TREATY", "further_treaties", "protocol_article"]

_CONSTITUTION = compiled(
    r"(?:Constitution|CONSTITUTION|constitution(?=,? (?:art|(?:et )?notamment|du 4 oct|(?:de )?1958)))"
    r"(?: du 0?4(?: (?:octobre|oct\.) |/10/)(?:19)?58|(?: de)? 1958)?(?! du 27 |,? de 1946)(?!\w)"
)
_TREATY = compiled(r"(trait[ée]s?|conventions?|chartes?|statuts?|protocoles?|accords?)(?!\w)", re.IGNORECASE)
_CONTRACTED = (
    r"(?:de |d'|des )(?:accueil|achat|affermage|attribution|bail|cession|collaboration|compte|concession|conversion"
    r"|crédit|délégation|dépôt|distribution|divorce|exploitation|financement|forfait|formation|franchise|garantie|gestion"
    r"|groupe(?:ment)?|hébergement|honoraires|indivision|licence|location|maintenance|maîtrise|mandat|mécénat|médiation"
    r"|mise à disposition|moyens|objectifs|occupation|parrainage|partage|participation|partenariat|passage|portage"
    r"|prestation|prêt|procédure participative|projet urbain|quasi-usufruit|raccordement|reclassement|remboursement"
    r"|revitalisation|rupture|séquestre|service|servitude|sous-traitance|stage|stationnement|subvention|transaction"
    r"|travaux|trésorerie|tutorat|utilisation|vente)s?(?!\w)"
)
"""What a convention is of that is a contract: "la convention de partenariat du 3 mars 2031"."""
_TREATY_TITLE = compiled(
    rf"(?:convention|protocole|traité) (?!{_CONTRACTED})"
    r"(?:sur|relative?|relatif|pour|contre|internationale?|de|des|portant"
    r"|concernant|additionnel)"
    r"(?:(?!(?:arrêté|décret|ordonnance|loi|directive|règlement) du \d)[^.;:()–—\n]){4,150}?"
    rf"(?=,? (?:signée?|faite?|adoptée?|conclue?|ouverte?|du {DATE}))(?:,? (?:signée?|faite?|adoptée?|conclue?"
    rf"|ouverte? à la signature)(?: à [A-ZÉ][\w'-]+(?: [A-Z]\w+)?)?)?,?(?: (?:du|le) {DATE})",
    re.IGNORECASE,
)
_OF_PLACE = compiled(r"\w+ (?:de |d'|à )[A-Z][\w-]+(?: [A-Z][\w-]+)?,? (?:(?:signée?|faite?|conclue?) |(?:du|le) \d)")
"""A title that has no more than a place: "convention de Vienne du 11 avril 1980"."""
_SIGNED = compiled(rf",? (?:signée?|faite?|adoptée?|conclue?|ouverte?|(?:du|le) {DATE}).*$", re.DOTALL)


_OF_SUBJECT = compiled(r" (?:sur|relative?|pour|contre|concernant|portant)(?!\w)")
"""What shows that a title before its date does not tell one treaty from the others."""
_NAMED = re.compile(r"(?:\b(?:[Ll]a|LA|[Vv]u|VU)|[;(«/]|\A)\s{0,3}\Z")
"""What stands before the Constitution, where capitals name it and head no section: "VU LA CONSTITUTION"."""
_CITES = re.compile(r"[ ,(:–-]{1,3}(?:[Aa][Rr][Tt]|du |DU |de 1|DE 1|1958)")
"""What stands behind it there: "CONSTITUTION, ART. 34"."""


def _constitution(text: str, match: re.Match[str], _how: How | None) -> ActName | None:
    """``Constitution`` [``du`` *date* | ``de`` *year* | ``de l'an`` *numeral*], of 1958 where it has no date"""
    if match[0] == "CONSTITUTION" and not (
        _NAMED.search(text, max(0, match.start() - 6), match.start()) or _CITES.match(text, match.end())
    ):
        return None  # a heading: "TITRE I : CONSTITUTION ET SIÈGE"
    name = ActName(match.start(), match.end(), match.end(), "constitution", ("constitution:1958",))
    if match[0][-1].isalpha() and (other := _of_other_date(text, name)) is not None:
        return other
    if text.startswith(" fédérale", name.end):
        return foreign_name(text, name.start, "constitution") or name
    return with_country(text, name)


def _of_other_date(text: str, name: ActName) -> ActName | None:
    """A Constitution whose date or year stands behind it; without an id where France had none of that year."""
    dated = dated_constitution(text, name.end)
    if dated is None:
        return None
    end, known = dated
    ids = (known,) if known else ()
    return ActName(name.start, end, end, "constitution", ids, reason=None if known else Reason.ACT_WITHOUT_ID)


_PROTOCOL = compiled(
    r"(?:(?P<rank>premier|1er|(?:deux|trois|quatr|six|sept|douz|treiz)ième) )?"
    r"(?:protocole|prot\.)(?P<added> (?:additionnel|add\.))?(?!\w)"
    r"(?: (?:n[°o]|no?\.|numéro)? ?(?P<number>\d{1,2})(?![\d/-])(?: additionnel)?)?"
    r"|(?-i:P)(?P<short>1|4|6|7|12|13|16)(?![\w/-])",
    re.IGNORECASE,
)
"""``premier protocole additionnel``, ``Protocole n° 7``, ``P1``."""
_BEHIND_NUMBER = re.compile(r"[0-9](?:er)? ?\Z")
_HEADS = compiled(r",? \(?[Aa]rt(?:icle|\.)")
"""What shows such initials to be a protocol: "P1, art. 1"."""
_TO = compiled(r",? ?(?:(?:annexé )?(?:à|de) (?:la |cette |ladite )?(?:même )?)?(?=[CcEe])")
_CONVENTION = compiled(r"[Cc]onvention(?!s| ?(?:d[eu'] ?|des |sur |relative |internationale |entre |n°)|\w)")
_SPEAKS_OF_THEM = re.compile(
    r"droits de l'[Hh]omme|\bCES?DH\b|[Cc]onv(?:ention|\.)? ?EDH|\[GC\]|Protocole n[°o] ?[0-9]{1,2} à la Convention"
)
HUMAN_RIGHTS = "traite:convention-europeenne-des-droits-de-lhomme"
"""The European Convention on Human Rights."""
_RANK_BEFORE = re.compile(r"(\w+) \Z")


@lru_cache(maxsize=1)
def _is_of_human_rights(text: str) -> bool:
    """Whether a text speaks of human rights; it may name many protocols, and is looked through once."""
    return _SPEAKS_OF_THEM.search(text) is not None


def _protocol(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """[*ordinal*] ``protocole`` [``additionnel``] [``n°`` *number*] | ``P1`` … [``à`` *convention*], of human rights

    In a text that speaks of human rights, the convention need not be named.
    """
    found = _RANK_BEFORE.search(text, max(0, match.start() - 12), match.start()) if match["rank"] is None else None
    rank = found[1] if found is not None else match["rank"] or ""
    if (
        match["short"]
        and _BEHIND_NUMBER.search(text, max(0, match.start() - 4), match.start()) is None
        and _HEADS.match(text, match.end()) is None
    ):
        return None
    written = match["number"] or match["short"]
    number = int(written) if written else ordinal_value(rank.lower())
    if number is None and match["added"] is None:
        return None
    end, known = match.end(), None
    joint = _TO.match(text, end)
    if joint is not None:
        begin = joint.end()
        convention = act_name_at(text, begin) or abbreviation_at(text, begin)
        bare = _CONVENTION.match(text, begin)
        if convention is not None:
            end, known = convention.end, HUMAN_RIGHTS in convention.ids
        elif bare is not None:
            end, known = bare.end(), (number is not None and bare[0][0] == "C") or None
    if known is None:
        apart = end == match.end() and (how is not None or _OF_OTHER.match(text, end) is not None)
        known = not apart and (number is not None or joint is not None) and _is_of_human_rights(text)
    if not known:
        return None
    ident = f"traite:protocole-{number or 1}-a-la-{HUMAN_RIGHTS.removeprefix('traite:')}"
    return ActName(match.start(), end, end, "protocole", (ident,))


_ARTICLE_OF = compiled(
    r"P(?P<protocol>1|4|6|7|12|13|16)-(?P<number>\d{1,2})(?![\w/-])"
    r"(?P<convention>,? (?:à |de )?(?:la )?(?:CES?DH|[Cc]onv(?:ention|\.)? (?:EDH|européenne|de sauvegarde))(?!\w))?"
)


def protocol_article(text: str, at: int) -> tuple[re.Match[str], ActName] | None:
    """An article of a protocol as the Court of human rights writes it: "P1-1", where such rights are spoken of."""
    cited = _ARTICLE_OF.match(text, at)
    if cited is None or (cited["convention"] is None and not _is_of_human_rights(text)):
        return None
    ident = f"traite:protocole-{cited['protocol']}-a-la-{HUMAN_RIGHTS.removeprefix('traite:')}"
    return cited, ActName(at, cited.end("protocol"), cited.end(), "protocole", (ident,))


_OF_OTHER = compiled(r",? ?(?:à|aux?|de|du|d'|annexé|sur|relatif|portant|concernant)(?!\w)")
"""What makes a protocol one of another treaty: "protocole n° 2 sur les moulins"."""


_EUROPEAN = compiled(
    r"Convention européenne(?!\w|,? (?:d'|(?:d[eu]|des|sur|pour|relative|portant|contre|concernant|en)(?!\w)))"
)
"""The Convention of human rights, as pleadings call it: "l'article 8 de la Convention européenne"."""


_OF_LABOUR = compiled(
    r"conventions?(?: internationale(?: du travail)?)?(?P<before> OIT)? n ?[°o] ?(?P<number>\d{1,3})(?!\d)"
    r"(?(before)|(?: du \d{1,2} [a-zéû]+ \d{4})?(?: de l'(?:OIT|Organisation internationale du travail)| OIT)(?!\w))",
    re.IGNORECASE,
)
"""A convention of the International Labour Organisation, which numbers them: "convention n° 158 de l'OIT"."""


_OF_DATA = compiled(r"convention (?:n ?[°o] ?)?108 du Conseil de l'Europe(?!\w)", re.IGNORECASE)
_PERSONAL_DATA = (
    "traite:convention-pour-la-protection-des-personnes-a-legard-du-traitement-automatise-des-donnees"
    "-a-caractere-personnel"
)


_NEXT_TITLE = compiled(r"(?:,| et|, et) (?=(?P<on>sur )|l[ea] |l')")
_LONGEST_TITLE = 100  # characters


def _titled(text: str, at: int, start: int, noun: str = "traité ") -> ActName | None:
    """The treaty whose title goes on at ``at`` behind the noun that several share; its anchor begins at ``start``."""
    named = act_name_at(f"{noun}{text[at : at + _LONGEST_TITLE]}", 0)
    if named is None or not named.ids or named.end <= len(noun):
        return None
    end = at + named.end - len(noun)
    return ActName(start, end, end, "traité", named.ids, form="traite")


def further_treaties(text: str, name: ActName) -> Iterator[ActName]:
    """The treaties that go on a plural designation: "les traités sur l'UE et sur le fonctionnement de l'UE"."""
    while (joint := _NEXT_TITLE.match(text, name.stop)) is not None:
        further = _titled(text, joint.end(), joint.end(), "traité " if joint["on"] else "traité sur ")
        if further is None:
            return
        yield (name := further)


def _treaty(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """(``convention`` | ``traité`` …) *title* ``signée`` [``à`` *place*] ``le`` *date*"""
    nature = match[1].lower().removesuffix("s").replace("traite", "traité")
    if how is None and text.startswith("traités ", match.start()):
        several = _titled(text, match.end() + 1, match.start())
        if several is not None and next(further_treaties(text, several), None) is not None:
            return several
    titled = _TREATY_TITLE.match(text, match.start())
    if titled is not None:
        signed = _SIGNED.search(text, titled.start(), titled.end())
        if _OF_PLACE.match(text, titled.start()) is not None:
            return ActName(
                match.start(), titled.end(), titled.end(), nature, (), How.NAMED, None, "", Reason.ACT_WITHOUT_ID
            )
        title = slug(text[titled.start() : signed.start() if signed else titled.end()])
        if signed is not None and _OF_SUBJECT.match(text, titled.end()) is not None:
            title = slug(f"{title} {signed[0]}")  # "convention des Nations unies du 3 mai 1990 sur les moulins"
        ident = f"traite:{title}"
        return ActName(match.start(), titled.end(), titled.end(), nature, (ident,))
    if how is None and (labour := _OF_LABOUR.match(text, match.start())) is not None:
        return ActName(
            match.start(), labour.end(), labour.end(), nature, (f"traite:convention-oit-{labour['number']}",)
        )
    if how is None and (of_data := _OF_DATA.match(text, match.start())) is not None:
        return ActName(match.start(), of_data.end(), of_data.end(), nature, (_PERSONAL_DATA,))
    if how is None and (bare := _EUROPEAN.match(text, match.start())) is not None:
        return ActName(match.start(), bare.end(), bare.end(), nature, (HUMAN_RIGHTS,))
    if how is None and text[match.end() + 1 : match.end() + 2].isupper():  # "traité FUE"
        short = abbreviation_at(text, match.start())
        if short is not None:
            return abbreviated(match.start(), short)
    name = ActName(match.start(), match.end(), match.end(), nature, (), how or How.VAGUE)
    if how is not None or text[name.end : name.end + 1] != " ":
        return name
    return (nature == "charte" and foreign_name(text, name.start, nature)) or with_country(text, name)


CONSTITUTION = Form(
    "constitution",
    "c",
    _CONSTITUTION,
    _constitution,
    (
        Example("conforme à la ⟦Constitution⟧", "constitution:1958"),
        Example("l'article ⟦34⟧ de la Constitution", "constitution:1958/34"),
        Example("Constitution du 4 oct. 1958, art. ⟦34⟧", "constitution:1958/34"),
        Example("la constitution du dossier"),
    ),
)

PROTOCOL = Form(
    "protocole",
    "pdtqs1",
    _PROTOCOL,
    _protocol,
    (
        Example(
            "l'article ⟦1er⟧ du premier protocole additionnel à la convention européenne des droits de l'homme",
            "traite:protocole-1-a-la-convention-europeenne-des-droits-de-lhomme/1",
        ),
        Example(
            "le ⟦Protocole n° 7 à la Convention européenne des droits de l'homme⟧",
            "traite:protocole-7-a-la-convention-europeenne-des-droits-de-lhomme",
        ),
        Example(
            "articles ⟦6⟧, ⟦13⟧ CEDH et ⟦1⟧ P1",
            "traite:convention-europeenne-des-droits-de-lhomme/6 traite:convention-europeenne-des-droits-de-lhomme/13"
            " traite:protocole-1-a-la-convention-europeenne-des-droits-de-lhomme/1",
        ),
        Example("le protocole n° 7 du moulin"),
        Example("le deuxième protocole sanitaire"),
    ),
)

TREATY = Form(
    "traite",
    "tcspa",
    _TREATY,
    _treaty,
    (
        Example(
            "la ⟦convention sur les moulins, faite à Rome le 3 mai 1990⟧, et l'article ⟦87⟧ de ladite convention",
            "traite:convention-sur-les-moulins traite:convention-sur-les-moulins/87",
        ),
        Example(
            "l'article ⟦4⟧ de la convention n° 158 de l'Organisation internationale du travail",
            "traite:convention-oit-158/4",
        ),
        Example(
            "l'article ⟦6⟧ de l'accord franco-algérien du 27 décembre 1968",
            "traite:accord-franco-algerien-du-27-decembre-1968/6",
        ),
        Example(
            "l'article ⟦5⟧ des ⟦traités sur l'UE⟧ et ⟦sur le fonctionnement de l'UE⟧",
            "?/5 traite:tue traite:tfue",
        ),
        Example("une convention collective"),
    ),
)

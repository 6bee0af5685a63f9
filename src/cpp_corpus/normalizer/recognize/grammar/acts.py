"""Acts: named beside an article or a division, or alone.

:func:`act_after` is the one place that says which act the words behind a number name. What names none in a form that
is known here, and yet names something ("du bail", "du CCTP"), is an act without an id, and says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cpp_corpus.lang.abbreviations import Standing, abbreviation_at
from cpp_corpus.lang.acts import ACTS, has_number
from cpp_corpus.lang.decisions import decision_id
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import (
    DATE,
    PRECITED,
    adjective_before,
    by_letters,
    compiled,
    word_before,
)
from cpp_corpus.normalizer.recognize.grammar.clauses import cited_behind
from cpp_corpus.normalizer.recognize.grammar.designations import forms_at
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import abbreviated, of_edition, short_name_at
from cpp_corpus.normalizer.recognize.grammar.designations.courts import COURT, decisions
from cpp_corpus.normalizer.recognize.grammar.designations.foreign import with_country
from cpp_corpus.normalizer.recognize.grammar.designations.laws import LAW, NATURES, further_laws, iso_date
from cpp_corpus.normalizer.recognize.grammar.designations.publications import publication
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase, how_named, new
from cpp_corpus.normalizer.recognize.rule import Example, Rule

__all__ = [
    "ACT",
    "CELL",
    "CONSTITUTIONAL",
    "OF_YEAR",
    "SECOND_ACT",
    "TEXTS",
    "TOGETHER",
    "act_after",
    "act_behind_sign",
    "act_named_at",
    "act_or_foreign_at",
    "goes_on_with_act",
    "is_text",
    "numbered_alone",
    "numbered_small",
    "read_act",
]

_NOUNS = (
    *(
        "code",
        "CODE",
        "loi",
        "LOI",
        "ordonnance",
        "ORDONNANCE",
        "décret",
        "DÉCRET",
        "decret",
        "DECRET",
        "décrêt",
        "decrêt",
    ),
    "décret-loi",
    *("arrêté", "ARRÊTÉ", "arrete", "ARRETE", "arreté", "arrété"),
    *("directive", "DIRECTIVE", "règlement", "RÈGLEMENT", "reglement", "REGLEMENT", "décision", "DÉCISION"),
    *("décision-cadre", "decision-cadre", "decision cadre"),
    *("convention", "CONVENTION", "traité", "TRAITÉ", "charte", "statut", "protocole", "accord"),
    *("arrêt", "jugement"),
)
_ALONE = (
    *(
        "prot",
        "déclaration",
        "declaration",
        "DÉCLARATION",
        "LIVRE DES PROCÉDURES",
        "préambule",
        "preambule",
        "pacte",
        "dahir",
    ),
)
_AFTER = compiled(rf",? ?{PRECITED}")
TOGETHER = (
    r"(?:tou(?:te)?s(?: (?:les )?(?P<count>deux|trois|quatre))?|(?P<both>l'une? (?:et|comme|ou) l'autre)"
    r"|le tout|ensemble(?= d(?:u|e la|e l'|es)(?!\w))|les une?s (?:et|comme) les autres)"
    r"(?: (?:tirée?s|issue?s(?![^,;:]{3,90}, d(?:u|e la|e l')(?!\w))|extraite?s|prise?s)(?= d))?"
)
"""What says that an act is that of several articles: "l'article 5 et l'article 7, tous deux du code …"."""
_OF_SOMEONE = (
    r"(?:lettre|convention|police|charte|thèse|circulaire|délibération|résolution|note|offre|déclaration"
    r"|proposition|promesse|réglementation|législation)(?! n[°o]| du \d| \d|\w)"
)
"""Texts of someone: "l'article 5 de sa lettre de mission"."""
_LINK_SOURCE = rf"""
    (?:,? ?(?:modifiée?s?(?!\w)|{PRECITED}|(?P<together>{TOGETHER})(?= d)),?)? ?,? ?
    (?:
        (?P<same>
            (?:du|de la|de l'|des|au|à la) m[êe] ?mes?|dudit|de ?ladite|desdite?s|audit|à ladite
            |(?:de |à |d')(?:ce|cet|cette|ces)(?: m[êe] ?mes?| derni(?:er|ère)s?)?|(?:du|de la|des) dite?s?
        )
        |(?P<present>(?:du|de la|des|au|à la) présente?s?)
        |(?P<possessive>de (?:[mts](?:on|es)|[mt]a|sa(?= {_OF_SOMEONE})|leurs?|[nv](?:otre|os)))
        |(?:annexée? |commune?s? (?=aux ))?
        (?:(?P<definite>du|de la|de l')|(?P<loose>des|de(?: sa)?|d'une?|d'|au|à la|à l'|aux|dans (?:le|la|l')))
    )(?: |(?<=')) ?\#?
    (?:(?:(?<=commun[ ]aux[ ])|(?<=communs[ ]aux[ ]))(?:deux|trois|quatre|cinq|six)[ ])?
    (?:(?:premi|deuxi|troisi|quatri|cinqui|sixi|septi|huiti|neuvi|dixi|onzi|douzi|treizi)[èe]\w+
        [ ](?=directive|loi[ ]de[ ]finances))?
"""
_UNQUOTED = compiled(r" ?[»\"”](?= (?:du |de la |de l'|des ))")
"""The end of a quotation between an article and its act: "« l'article 7 » du code …"."""
_LINK = compiled(_LINK_SOURCE)
_LINK_CAPITALS = compiled(_LINK_SOURCE, re.IGNORECASE)
_BARE = compiled(
    r" ?(?P<joint>[,(\[]|[–-](?= )|-(?=[cln][.p]|[cC](?:ode |[ .]?[a-z]{1,5}(?!\w))|[A-Z][A-Z.]))? ?#?"
    r"(?=[A-ZÉc-lnopr-u]|a(?:nn(?:exe |\.)|rr(?:[êe]t|\.)|ssur|cc(?:ord|\.)|cte |v(?:enant|en\.|is )|lur)"
    r"|ba(?:il|dinter)|m(?:ême |acron))"
)
"""What stands between a number and an act that no preposition joins: "1240 C. civ.", "1240 (code civil)"."""


_ENDS = frozenset((".", ";", ")", ":", "\n", ""))
_OF_ACT = frozenset(("du ", "de "))
"""What leads to the act behind a semicolon that stands there by mistake: "l'article 4; de la loi …"."""
_GOING = frozenset(' ,dabàchimps([-–lortnu»"”#')
_GOES_ON = compiled(
    r" ?[,»\"”]? ?#?(?:d(?:[eu']|dhc|cre?t)|déjà c|D[EU']|a(?:[nu]|c[ct]|ve|vis )|A[UN]|à "
    r"|c(?:od(?:d?e|\.)|i(?:-|rc|v\b)"
    r"|o(?:n[dtvs]|m\b|mmun)|ahier|\. ?[a-zé])"
    r"|dir(?:ect|\.|(?= \d))|nouv|livre"
    r"|instr|note |norme |marché |pacte |t(?:ra(?:it|v)|ou|it(?:\.|re))|chap|sect|partie "
    r"|ensemble d|non (?:pas |point )?d|l'un|le(?: tout|s un)|tfue"
    r"|m(?:od|en|ême )|pr(?:éc|ot|oj|op)|sus|stat(?:\.|uts)|charte |bail\b|[A-ZÉ]|loi|r(?:[èe]gl|gpd|gt\b)|ord|[(\[–-]"
    r"|c(?:[cdgjmpst][a-z]{0,6}|urb|env|assur|rur|rpa|asf|eseda|edh|esdh|ide|ibs|oj| [a-zé]{3,}|g3p)(?!\w)"
    r"|[ln][cp][a-z]{1,2}(?!\w)|[a-z]\.[a-z]\.|[dl]\. ?n ?°|d[ée](?:c[ilr]|lib)|arr|assur|lolf\b|p(?:[ée]n|idcp)\b"
    r"|rur\b|urba?\b"
    r"|(?:alur|badinter|carrez|hoguet|macron|sapin)\b)"
)


def goes_on_with_act(text: str, at: int) -> bool:
    """Whether an act, a division or "précité" may follow, by the first letters: it saves the trials."""
    two = text[at : at + 2]
    if two == "; " and text[at + 2 : at + 5] in _OF_ACT:
        return True
    if two[:1] in _ENDS or (two[:1] == " " and two[1:] not in _GOING and not two[1:].isupper()):
        return False
    return _GOES_ON.match(text, at) is not None


_APPOSED = compiled(
    r"(?:(?: ?,)?\s{1,3}(?:à savoir|savoir|soit|c'est-à-dire|en l'occurrence|autrement dit) ?[:,]? ?"
    r"| ?(?P<bracket>\() ?)(?:la |le |l')?"
)
_APPOSING = (", ", ",\n", " (", " à ", " soit ", " c'e", " en l'occ", " ,")


_TO = (" au ", " à ", " aux ")
_COMPARED = compiled(
    r"(?<!\w)(?:(?:oppos|compar|préf[éè]r|confront|substitu|assimil|subordonn|adapt|transpos|rattach|reli|conform"
    r"|appliqu)"
    r"(?:e(?:nt|r\w{0,6}|z)?|a(?:nt|it|ient)?|é|i?ons)|soum(?:et\w{0,8}|is)|étend\w{0,4}|joi(?:nt|gn\w{1,4}))"
    r"(?: (?!(?:à|aux?|que?|qui) )[\w'-]+){0,4}? (?:l'|les |cet |ces )art(?:icles?|s?\.?)"
    r"(?: (?!aux? |à )[^\s,;:()]+){1,4}$"
)
"""A verb whose complement with "à" stands behind its object: "il oppose l'article 9 au code"."""
_COMPARING = 90  # characters


_NOT = (" non ", ", non ")
_NOT_OF = compiled(r",? non(?: pas| point| plus)?(?= d(?:u|e la|e l'|es)(?!\w))")
_BUT_OF = compiled(r",? mais(?: bien)?(?= d(?:u|e la|e l'|es)(?!\w))")


def _corrected(text: str, at: int) -> ActName | None:
    """The act behind one that it is said not to be: "L. 110-4 non pas du code civil mais du code de commerce"."""
    begins = _NOT_OF.match(text, at)
    other = None if begins is None else act_after(text, begins.end())
    joint = None if other is None else _BUT_OF.match(text, other.stop)
    return None if joint is None else act_after(text, joint.end())


def act_after(text: str, at: int) -> ActName | None:
    """The act that a phrase goes on with: ``du code pénal``, ``de la loi n° …``, ``du même code``, ``C. civ.``.

    ``at`` is where its preposition begins, spaces and a comma before it aside. What is named and cannot be read is an
    act without ids. One that leads back is what an apposition says: ``de cette loi, à savoir la loi n° …``.
    """
    if text.startswith(_NOT, at):
        return _corrected(text, at)
    name = _act_after(text, at)
    if name is not None and text.startswith(_TO, at) and _COMPARED.search(text, max(0, at - _COMPARING), at):
        return None
    if name is None or (name.how is not How.SAME and name.how is not How.VAGUE):
        return name
    if not text.startswith(_APPOSING, name.stop) or (apposed := _APPOSED.match(text, name.stop)) is None:
        return name
    told = _act_at(text, apposed.end(), None)
    if told is None or told.how is not How.NAMED or not told.ids or name.nature not in {told.nature, "texte"}:
        return name
    if apposed["bracket"] is None:
        return told
    return told._replace(stop=told.stop + 1) if text[told.stop : told.stop + 1] == ")" else name


def _act_after(text: str, at: int) -> ActName | None:
    if text.startswith(" des pr", at) and _PRESENTS.match(text, at) is not None:
        end = at + len(" des présentes")
        return ActName(at + 1, end, end, "autre", (), How.PRESENT, None, "", Reason.ACT_WITHOUT_ID)
    link = _LINK.match(text, at + (text[at : at + 3] == "; d"))
    if link is None and text[at + 1 : at + 3].isupper():
        link = _LINK_CAPITALS.match(text, at)
    if link is None and (closed := _UNQUOTED.match(text, at)) is not None:
        link = _LINK.match(text, closed.end())
    if link is None:
        return _joined(text, at)
    how = _how(link)
    name = None if link["possessive"] else _act_at(text, link.end(), how)
    if name is None and how is None and _LOWER_CONSTITUTION.match(text, link.end()) is not None:
        name = _act_at("Constitution", 0, None)
        end = link.end() + len("constitution")
        name = None if name is None else name._replace(start=link.end(), end=end, stop=end)
    if name is None and how is None:
        begins = text[link.end() : link.end() + 1]
        if begins in _SMALL or (begins == "C" and _TWO_LETTERS.match(text, link.end()) is not None):
            name = _small_initials(text, link.end())
        if name is None and text.startswith("cod.", link.end()):
            short = short_name_at(text, link.end())
            name = None if short is None else with_country(text, abbreviated(link.end(), short))
        if name is None and link["definite"] and (praised := _PRAISED.match(text, link.end())) is not None:
            named = _act_at(text, praised.end(), None) or _initials(text, praised.end())
            if named is not None and named.how is How.VAGUE and OF_YEAR.match(text, named.stop) is not None:
                return named
            name = named if named is not None and named.how is How.NAMED and named.ids else None
        elif begins in _QUOTES and link["definite"]:
            return _in_quotes(text, link.end())
        if name is None and begins in _NEW_BEGINS and (new_one := _NEW_ONE.match(text, link.end())) is not None:
            return ActName(new_one.start("noun"), new_one.end(), new_one.end(), "autre", reason=Reason.ACT_UNCLEAR)
    if how is How.SAME and name is not None and name.nature in _TREATIES:
        in_full = _act_at(text, link.end(), None)  # "de ladite Convention européenne des droits de l'homme"
        name = in_full if in_full is not None and in_full.how is How.NAMED and in_full.ids else name
    if name is None and (parted := _PARTED.match(text, link.end())) is not None:
        name = _parted(text, parted, how)
    if name is None and (among := _AMONG.match(text, link.end())) is not None:
        return _among(text, among)
    if text[link.end() : link.end() + 5] in _OTHERWISE and (same := _SAME_TEXT.match(text, link.end())) is not None:
        start, end = same.span("noun")
        if same["noun"] == "texte" and (how is How.SAME or link["definite"]):
            return ActName(start, end, same.end(), "texte", (), how or (How.VAGUE if same.end() == end else How.SAME))
        if how is How.SAME and _THE_BOOK.search(text, max(0, at - _BOOK_BEFORE), at) is not None:
            return ActName(start, end, end, "code", (), how)
    if name is not None and not name.ids and text.find(" (", name.stop, name.stop + _NAMED_BY) >= 0:
        name = _called(text, name)
    if name is not None and name.how is How.VAGUE and how is None:
        name = _told_behind(text, name)
    if name is None or (name.how is How.VAGUE and how is None):
        unread = _unread(text, link, name)
        agreed = None if unread is None or unread.ids else _with_number(text, unread.start, unread.end)
        return agreed or unread  # "de la CCN Syntec (IDCC 1486)"
    return name


_TREATIES = frozenset(("convention", "traité", "charte", "protocole"))
_PARTED_NOUNS = (
    "convention",
    "constitution",
    "règlement",
    "directive",
    "traité",
    "charte",
    "statuts",
    "contrat",
    "loi",
)
_PARTED = compiled(
    lambda: (
        by_letters(
            (f"{spelled[:at]} {spelled[at:]}", "")
            for noun in _PARTED_NOUNS
            for spelled in (noun, noun.capitalize())
            for at in range(1, len(noun))
        )
        + r"(?!\w)"
    )
)
"""The noun of an act with a blank in it, as converters of PDF leave one: "de la con vention"."""
_TITLE = 160  # characters


def _parted(text: str, parted: re.Match[str], how: How | None) -> ActName:
    """The act that such a noun begins; without ids where it is not read."""
    start, blank = parted.start(), text.index(" ", parted.start())
    read = _act_at(text[start:blank] + text[blank + 1 : start + _TITLE], 0, how)
    if read is None:
        return _noun(start, parted.end(), "autre")
    return read._replace(start=start, end=start + read.end + 1, stop=start + read.stop + 1)


_QUOTES = frozenset('«"“')
_QUOTED = compiled(r"[«\"“] ?(?P<name>[^\W\d_][^«»\"“”\n]{0,150}?) ?[»\"”]")


def _in_quotes(text: str, at: int) -> ActName | None:
    """An act whose name stands in quotation marks: "du « code civil »"; without ids where the name is not read."""
    quoted = _QUOTED.match(text, at)
    if quoted is None:
        return None
    start, end = quoted.span("name")
    name = _act_at(text, start, None)
    if name is None or name.stop != end or not name.ids:
        return _noun(start, end, "nom")._replace(stop=quoted.end())
    return name._replace(stop=quoted.end())


_SAME_BARE = compiled(
    r"mêmes? (?=(?:code|loi|décret|ordonnance|arrêté|directive|règlement|convention|traité|livre)(?!\w))", re.IGNORECASE
)
"""What leads back without a preposition: "art. 5, même code"."""


def _joined(text: str, at: int) -> ActName | None:
    """An act that no preposition joins: "1240 C. civ.", "24 loi du 10 juillet 1965", "1240 (code civil)"."""
    bare = _BARE.match(text, at)
    if bare is None:
        return None
    begin, joint = bare.end(), bare["joint"]
    if joint == "-" and text.startswith("\n", at):
        return None  # the next point of a list
    if joint in _OPENING and text[begin] == "d" and (of := _OF.match(text, begin)) is not None:
        begin = of.end()
    if begin == at and text[at - 1].isdigit():  # "441-1CCH"
        return _glued(text, at)
    if begin == len(text):
        return None
    if text[begin] == "m" and (same := _SAME_BARE.match(text, begin)) is not None:
        return _act_at(text, same.end(), How.SAME)
    if text.startswith("C°", begin) and (name := _act_at("Constitution", 0, None)) is not None:
        return name._replace(start=begin, end=begin + 2, stop=begin + 2)  # "art. 61-1 C°"
    if text[begin] in "LD" and not joint and (law := _short_law(text, at, begin)) is not None:
        nature, end = "decret" if law["letter"] == "D" else "loi", law.end()
        if law["number"] is None:
            return ActName(begin, end, end, nature, reason=Reason.UNKNOWN_NAME)
        return ActName(begin, end, end, nature, (f"{nature}:{law['number']}",))
    short = short_name_at(text, begin) if text[begin].isupper() or text.startswith(_SMALL_POINTED, begin) else None
    if (
        short is not None
        and short.standing is Standing.CITATION
        and (joint or short.kind != "code" or _ENDS_CLAUSE.match(text, short.end) is None)
    ):  # but "L. 1 Com."
        short = None
    if short is not None:
        heads = joint in _JOINTS and _HEADS_ARTICLE.match(text, short.end) is not None
        name = None if heads else with_country(text, of_edition(text, abbreviated(begin, short)))
    else:
        name = _act_at(text, begin, None)
        if name is None and text[begin] in _SMALL and (small := _small_initials(text, begin)) is not None:
            name = with_country(text, small)
        if name is not None and ((joint in _JOINTS and _is_headed(text, name.stop, joint)) or name.nature == "boi"):
            return None  # it heads another article: "art. 5, loi n° …, art. 7"; or has none
    if name is not None and not name.ids and (agreed := _with_number(text, begin, name.end)) is not None:
        return agreed
    if (name is None or name.how is How.VAGUE) and (treaty := _TREATY_BEHIND.match(text, begin)) is not None:
        return ActName(begin, treaty.end(), treaty.end(), "autre", (), How.NAMED, None, "autre", Reason.ACT_WITHOUT_ID)
    if name is not None and not joint and name.how is How.VAGUE and _TREATY_ALONE.match(text, begin) is not None:
        return name
    if name is not None and name.how is How.VAGUE and text.startswith(" de ", name.stop):
        if OF_YEAR.match(text, name.stop) is not None:
            return name
        if joint or _UNKNOWN_TEXT.match(text, begin) is None:
            return None
    if name is None or name.how is not How.NAMED or not (name.ids or name.reason):
        unread = None if joint else _UNKNOWN_INITIALS.match(text, begin) or _UNKNOWN_CODE.match(text, begin)
        if unread is None and not joint and (other := _UNKNOWN_TEXT.match(text, begin)) is not None:
            if (agreed := _with_number(text, begin, other.end())) is not None:
                return agreed
            return ActName(begin, other.end(), other.end(), "autre", reason=Reason.UNKNOWN_NAME)
        if unread is None:
            return _shortened(text, begin, joint)
        if (agreed := _with_number(text, begin, unread.end())) is not None:
            return agreed
        pointed = unread[0][1] == "." and unread[0][0] not in "cC"  # "n.c."
        return _noun(begin, unread.end(), "sigle" if pointed or unread[0].isupper() else "code")
    if joint in _OPENING and _BODY_CLOSED.match(text, begin) is None:
        closed = _CLOSED.match(text, name.stop)
        return None if closed is None else name._replace(stop=closed.end())
    return name


_SHORTENED = compiled(
    r"(?:[Cc]onv|[Cc]irc|[Oo]rd|[Dd]ir|[Rr][èe]gl|[Dd][ée]cl|[Ii]nstr|[Dd][ée]lib|[Dd]éc(?:r|is)|[Aa]rr|[Pp]roto?"
    r"|(?P<rare>[Pp]roj|[Pp]rop|[Cc]ond|[Aa]cc|[Aa]ven|[Ss]tat))\.(?= ?[^\W_]| ?[«\"“(])(?: ?[a-zéè]{3,}\.)*"
)
"""The noun of a text in short, with words that are not read behind it: "7 conv. coll. 2031"."""


_OF_CONTRACT = compiled(r"(?:CCN|CCAG|CCAP|CCTP|ANI|CGV|CGU|CGA|RIN)(?!\w)")
"""Initials of texts that have articles, and no identifier."""
_AGREED_ON = compiled(
    r"(?:accord|avenant|convention|protocole|contrat|bail)(?: [a-zà-ÿ'-]+){0,3} du \d{1,2}(?:er)?[ /.]"
)
"""A text of two parties by its date."""
_CODE_AT_END = compiled(
    r"(?:C\. ?[a-zéè]{3,}(?:\.? [a-zéè]{2,}){0,3}|[cC]ode [a-zéè]{3,}(?:\.? [a-zéè]{2,}){0,3})(?=\.? ?(?:[;)\]\n|]|$))"
)
"""A code that is not read, at the end of a clause: "L. 7-2, C. meun."."""
_CLOSING = {"(": ")", "[": "]"}
_IN_BRACKET = compiled(r"[^()\[\]\n]{0,80}(?=[)\]])")


def _shortened(text: str, at: int, joint: str | None) -> ActName | None:
    """A text by its noun in short, or its initials, at ``at``; behind a sign, one that heads no other article."""
    short = _SHORTENED.match(text, at)
    if short is None and joint:
        short = _OF_CONTRACT.match(text, at) or _AGREED_ON.match(text, at) or _CODE_AT_END.match(text, at)
    if short is None:
        return None
    end = stop = short.end()
    if joint and (short.groupdict().get("rare") is not None or cited_behind(text, end) >= 0):
        return None
    if joint in _CLOSING:
        inside = _IN_BRACKET.match(text, end)
        if inside is None or text[inside.end()] != _CLOSING[joint]:
            return None
        stop = inside.end() + 1
    return ActName(at, end, stop, "autre", reason=Reason.UNKNOWN_NAME)


def is_text(text: str, act: ActName) -> bool:
    """Whether a noun or initials that are not read are those of a text: "du bail", "du CCAG Travaux"."""
    named = text[act.start : act.end].lower() in TEXTS or _OF_CONTRACT.match(text, act.start) is not None
    return named or _SHORTENED.match(text, act.start) is not None


_IDCC_BEHIND = compiled(r"(?: [\w'é-]+){0,4}? ?[(–-]? ?(?=(?:n° ?)?(?:IDCC|idcc) ?(?:n° ?)?\d)")


def _with_number(text: str, start: int, at: int) -> ActName | None:
    """An agreement whose number in the list of them stands behind its name: "convention Meunerie idcc 9486"."""
    behind = _IDCC_BEHIND.match(text, at) if text[start] in "aAcC" else None
    found = None if behind is None else publication(text, behind.end())
    if behind is None or found is None or found.nature != "idcc":
        return None
    closes = "(" in behind[0] and text.startswith(")", found.stop)
    return found._replace(start=start, stop=found.stop + closes)


TEXTS = frozenset((
    "acte", "almanach", "annuaire", "arrêt", "avis", "bail", "barème", "blog", "bon", "bordereau", "brochure",
    "bulletin", "carton", "catalogue", "chronique", "colis", "collection", "commande", "compromis", "conclusions",
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


OF_YEAR = re.compile(r" de (?P<year>(?:1[789]|20)?[0-9]{2})(?![\w/°-]|[.,][0-9]| [a-zà-ÿ]*(?:ans|jours|mois|euros))")
"""The year of an act that is named by its nature: "la loi de 1970", "loi de 89"."""


_SIGN = compiled(
    r"(?:\" ?, ?\n? ?\"?(?:[cC]ode|[tT]exte|[aA]cte|[sS]ource)\"? ?[:=] ?\"?"
    r"|(?P<arrow> ?(?:[-=]>|→) ?)| ?(?P<sign>[:=/\t|«\"“]) ?|;)(?=[A-Zacdlort])"
)
_FOR_CODES = frozenset(("\t", None))
_FEW_LETTERS = 3  # of initials that mean other things as well: "l'article 81 : IA. 3"
_MODIFIED = r"(?:,? (?:modifiée?|mod\.))?"
_ENDS_CLAUSE = compiled(rf"{_MODIFIED} ?[»\"”]?(?=\.? ?(?:[;)\]\n\t|<]|$))")


_ENDS_TITLE = compiled(r"(?= [–-] )")
"""What ends a code in the title of a web page: "Article 121-2 | Code pénal - Légifrance"."""


def act_behind_sign(text: str, at: int) -> ActName | None:
    """An act that ends its clause behind a sign: "art. 1240 : code civil", "L. 1 = C. trav."

    In the next cell of a table, a tab before it, only a code: a law there may be the one that changed the article.
    """
    sign = _SIGN.match(text, at)
    if sign is None:
        return None
    begin = sign.end()
    name = _act_at(text, begin, None)
    if name is None and (short := abbreviation_at(text[begin : begin + _NEAR], 0)) is not None:
        name = abbreviated(begin, short._replace(end=begin + short.end))
    if name is None or name.how is not How.NAMED or not name.ids or name.form == COURT.name or name.nature == "jo":
        return None
    if name.nature != "code" and sign["sign"] in _FOR_CODES:
        return None
    if sign["sign"] == ":" and name.end - name.start < _FEW_LETTERS:
        return None
    if sign["arrow"] is not None:
        return name
    ended = _ENDS_CLAUSE.match(text, name.stop) or (sign["sign"] == "|" and _ENDS_TITLE.match(text, name.stop))
    return None if not ended else name._replace(stop=ended.end())


def _is_headed(text: str, at: int, joint: str) -> bool:
    """Whether an article, or its number, follows an act."""
    return (joint == "," and _ARTICLE.match(text, at) is not None) or _HEADS_ARTICLE.match(text, at) is not None


_OPENING = frozenset("([")
_BODY_CLOSED = re.compile(r"(?:CEE?|UE)\)")
"""A body of the Union in brackets, before the number: "(CE) n° 261/2004"."""
_OF = compiled(r"(?:du |de la |de l')")
_SMALL_POINTED = ("conv. ", "conv ", "c.", "cod.", "conv. E")
_SHORT_LAW = compiled(r"(?P<letter>[LD])\.? ?(?:(?P<number>[4-9]\d-\d{3,4})|1[89]\d\d)(?![\w-])")
"""A law or a decree by its letter and its number or year, directly behind a number: "35-2 D 67-223", "53 L. 1881"."""
_SHORT_LAW_OF_YEAR = compiled(r"(?P<letter>[LD])\.? ?(?P<number>20[0-3]\d-\d{1,2})(?![\w-])")
"""The same with a number that an article of a code might have, too: "3 L. 2031-12"."""
_PLAIN_ARTICLE = compiled(r"(?:[Aa]rt(?:icles?|s?\.?) ?|^)\d{1,3}(?:-\d{1,2})?$")
"""One article without a prefix; two without a conjunction have the same kind of number."""
_PLAIN_REACH = 16  # characters


def _short_law(text: str, at: int, begin: int) -> re.Match[str] | None:
    """A law by its letter at ``begin``, behind the number that ends at ``at``."""
    law = _SHORT_LAW.match(text, begin)
    if law is not None or (of_year := _SHORT_LAW_OF_YEAR.match(text, begin)) is None:
        return law
    return None if _PLAIN_ARTICLE.search(text, max(0, at - _PLAIN_REACH), at) is None else of_year


_TREATY_BEHIND = compiled(r"[Cc]onv(?:\.|ention) (?:(?:de |d'|La |Le )?[A-ZÉ][\w'-]+)(?: [A-ZÉ][\w'-]+)*")
"""A convention by its place, behind a number: "1 Conv. New York"."""
_TREATY_ALONE = compiled(r"(?:Charte|Convention|Traité|Protocole|Statuts?)(?! [a-zà-ÿA-Z])")
_CLOSED = compiled(
    _MODIFIED
    + r"(?:,? partie (?:législative|réglementaire))?(?: (?:relati|portant|sur|pour|de |d')[^()\n;:]{1,150}?)?[)\]]"
)
"""The end of a bracket in which an act stands, with its title: "(loi n° … relative aux moulins)"."""


def _glued(text: str, at: int) -> ActName | None:
    """An act by its abbreviation, or a code, directly behind a number: "441-1CCH", "1240code civil"."""
    short = abbreviation_at(text[at : at + _NEAR], 0)
    if short is None or short.standing is Standing.CITATION:
        name = _act_at(text, at, None) if text[at] in "cC" else None
        if name is None and (small := _small_initials(text[at : at + _NEAR], 0)) is not None:
            name = small._replace(start=at, end=at + small.end, stop=at + small.stop)
        if name is None and (unread := _GLUED_INITIALS.match(text, at)) is not None:
            return _noun(at, unread.end(), "sigle")  # "18LCT"
        return None if name is None or name.nature != "code" or not name.ids else name
    return abbreviated(at, short._replace(end=at + short.end))


_GLUED_INITIALS = re.compile(r"[A-Z]{3,6}(?!\w)")
_PRESENTS = compiled(
    r" (?=des présentes(?=[.,;:()\n]|$| (?![a-zà-ÿ]{4,}[sx](?!\w))"
    r"| (?:sous|dans|sans|après|conditions|stipulations|clauses)(?!\w)))"
)
"""What leads to the contract itself: "l'article 12 des présentes"."""
_AMONG = compiled(
    r"(?P<rank>premi[eè]re?|second[e]?|derni[eè]re?|\w+ième|une?|chacune?)"
    r" (?:de ces|des|d'entre ces|desdite?s) (?:deux |trois )?"
    r"(?P<noun>codes|lois|ordonnances|décrets|arrêtés|règlements|directives|textes)(?!\w)"
)
"""An act by its place among those named before: "du second de ces codes"."""


_OTHERWISE = frozenset(("texte", "livre"))
_SAME_TEXT = compiled(rf"(?P<noun>texte|livre(?! (?:[IVX\d]|premi)))(?!\w)(?:,? ?{PRECITED})?")
"""An act that is named by no nature: "l'article 5 du même texte", "du texte"; "l'article L. 57 du même livre"."""
_THE_BOOK = compiled(r"[Ll]ivre des procédures fiscales|(?<!\w)LPF(?!\w)")
_BOOK_BEFORE = 2_000  # characters


def _among(text: str, among: re.Match[str]) -> ActName:
    """The last one named of that nature; any other is an act that is not known."""
    start, end = among.span()
    known = _act_at(text, among.start("noun"), How.SAME) if among["rank"][:2] in {"se", "de"} else None
    if known is None or among["rank"].startswith("deuxi"):
        nature = "codes" if among["noun"] == "codes" else "autre"
        return ActName(start, end, end, nature, (), How.NAMED, None, "autre", Reason.ACT_UNCLEAR)
    return known._replace(start=start)


_PRAISED = compiled(
    r"(?!(?:présente?|même|dite?|ancien(?:ne)?|livre|titre|chapitre|section|partie|paragraphe|annexe|alinéa|projet"
    r"|point|article)(?!\w))(?:[a-zà-ÿ-]{3,14} (?:et |– (?:et )?[a-zà-ÿ-]{3,14} – )?){1,2}"
    r"(?=code |(?:loi|décret|ordonnance) (?:n°|du \d|de \d)"
    r"|(?:règlement|directive) (?:n°|\(|\d))"
    r"|(?:fameu(?:x|se)|célèbre|récente?|futur|redoutable|sacro-saint|vieux|cher|nouv(?:eau|el|elle)) (?=[A-Z]{3})"
)
"""Adjectives before a code, a law or initials: "du fameux RGPD", "de la vieille loi de 1881"."""


_NEW_BEGINS = frozenset("nr")
_NEW_ONE = compiled(
    r"(?:nouv(?:eau|el|elle)|récente?)"
    r" (?P<noun>règlement|loi|directive|décret|ordonnance|convention|traité|accord|arrêté)(?!\w)"
)
"""An act that is only called new, and may be another one than that named last: "du nouveau règlement"."""


def _initials(text: str, at: int) -> ActName | None:
    """An act by its initials at ``at``, where they mean no other thing."""
    short = abbreviation_at(text, at)
    return abbreviated(at, short) if short is not None and short.standing is Standing.ANYWHERE else None


_LOWER_CONSTITUTION = compiled(r"constitution(?! d[eu]|\w)")
_NEAR = 82  # characters of a name by initials
_NAMED_BY = 162  # characters behind a name to a bracket that calls it otherwise
_SMALL = frozenset("abcdhlmnprstu")
_INITIALS = compiled(
    r"(?!cd[et](?!\w))(?:c(?:[cdgjmpst]\w{0,6}|urb|env|assur|rur|rpa|asf|eseda|es?dh|onso|onst(?:it|itution(?! d[eu]))?"
    r"|onv\.? [eE]\.?[dD]\.?[hH]|ide|ibs|oj"
    r"| [a-zé]{3,})|[ln][cp]\w{1,2}|ddhc|dudh|lolf|pidcp|rgpd|tfue|trav"
    r"|alur|badinter|carrez|hoguet|macron|sapin [i12]{1,2})"
    r"(?![\w'-])|(?:assur|civ|com|p[ée]n|rur|urba?)(?=\.? ?(?:[;)\]\n]| et |$))"
)
"""Letters that may be the initials of an act in lower case, beside its number: "700 cpc", "1240 c civ", "32 rgpd"."""
_TWO_LETTERS = compiled(r"C[cgpt](?![\w'.-])")
"""The same of two letters, the first of which is a capital: "9 du Cc"."""
_POINTED = compiled(r"(?:[a-z]\.){1,4}[a-z](?:\.|(?![\w']))(?! ?[a-z]\.)")
"""The same with points: "145 c.p.c."."""
_TWO_POINTED = 4  # characters of two letters with points, which are those of a code, if of an act: "c.c."
_SMALL_KINDS = frozenset(("code", "constitution", "law", "treaty", "union"))


def _small_initials(text: str, at: int) -> ActName | None:
    """An act by its initials in lower case, or by a glued abbreviation: "700 cpc", "1240 cc", "9 cciv", "32 rgpd"."""
    pointed = _POINTED.match(text, at) if text[at + 1 : at + 2] == "." else None
    if pointed is not None:
        short = abbreviation_at(pointed[0].upper(), 0)
        kinds = _SMALL_KINDS if len(pointed[0]) > _TWO_POINTED else {"code"}
        if short is None or short.kind not in kinds or short.end < len(pointed[0]):
            return None
        return abbreviated(at, short._replace(end=pointed.end()))
    initials = _INITIALS.match(text, at) or _TWO_LETTERS.match(text, at)
    short = None if initials is None else abbreviation_at(text, at)
    if initials is None or short is None or short.kind not in _SMALL_KINDS or short.end < initials.end():
        return None
    return abbreviated(at, short)


_CALLED = compiled(
    r"(?:(?!(?<!\w)(?:code|règlement|directive|convention|accord|avenant|loi)s?(?!\w))[^()\n.;:,]"
    r"|, (?!(?:l[ea]s?|une?|des|du|qui|que|dont|ils?|elles?|et|ou|en|au|ne|est|ce)(?!\w)|l'|d'|qu'|à )(?=[a-zà-ÿ])"
    r"){0,160} \((?:ci-après |dite? |ou )?[«\"“]? ?(?=[A-Z]|(?:loi|décret|ordonnance|directive|règlement) )"
)
_CALLED_END = compiled(r" ?[»\"”]? ?\)")
_CALLING = {
    "code": ("code",),
    "reglement-ue": ("reglement-ue",),
    "directive-ue": ("directive-ue",),
    "convention": ("convention", "idcc"),
    "accord": ("accord", "idcc"),
    "loi": ("loi",),
    "decret": ("decret",),
    "ordonnance": ("ordonnance",),
}
"""Natures of acts that are named by what is not read, with those of what the bracket behind may call them."""


def _called(text: str, name: ActName) -> ActName:
    """A name that is not read as what the bracket behind it calls it: "code général de impôts (CGI)"."""
    begins = _CALLED.match(text, name.stop) if name.nature in _CALLING else None
    if begins is None or name.how not in {How.NAMED, How.VAGUE} or name.reason is Reason.FOREIGN_ACT:
        return name
    at = begins.end()
    if text[at].islower():
        act = act_named_at(text, at)  # "la loi relative à la transparence (loi n° 2031-12)"
    else:
        short = abbreviation_at(text, at)
        act = publication(text, at) if short is None or short.standing is Standing.CITATION else abbreviated(at, short)
    ends = None if act is None or not act.ids else _CALLED_END.match(text, act.stop)
    if act is None or ends is None or act.nature not in _CALLING[name.nature]:
        return name
    return act._replace(start=name.start, end=name.end, stop=ends.end(), how=How.NAMED)


_DESCRIBED = compiled(
    r" (?:d'application|qui|que|relati(?:f|ve)|portant|sur|pris)(?!\w)[^.;:()\n]{2,120}?"
    r", (?P<said>(?:à savoir|soit|c'est-à-dire) )?(?:le |la |l')(?=(?:loi|décret|ordonnance|arrêté) (?:n ?°|\d))"
)


def _told_behind(text: str, name: ActName) -> ActName:
    """A name that is only described, as the apposition behind says it: "de la loi qui …, à savoir la loi n° …"."""
    described = _DESCRIBED.match(text, name.stop) if name.how is How.VAGUE and name.nature in NATURES.values() else None
    told = None if described is None else act_named_at(text, described.end())
    if described is None or told is None or told.nature != name.nature:
        return name
    return told if described["said"] or text.startswith(",", told.stop) else name


_JOINTS = frozenset(",–-")
"""What parts one citation from the next, which may begin with its act: "art. 5 – C. civ., art. 7"."""
_HEADS_ARTICLE = compiled(r",? ?[Aa]rt| (?:[LRDlrd]\.? ?)?\d| ?: ?(?:[Aa]rt|[LRD]\.? ?\d)")
_NO_TEXTS = (
    "AAH|ADIL|AGS|AJ|AMM|AMP|ANSM|ARS|BODACC|CAF|CDD|CDI|CDIF|CLEISS|CPAM|CPF|CRPC|CSE|DDP|DGCCRF|DGFIP|DGS|DIA|DPE|DPO"
    "|DRH|DREETS|DUP|EHPAD|ERP|EURL|GAV|GPA|HAS|HLM|ICPE|IJSS|INSEE|IRP|ITT|IVG|JAF|JEX|JLD|MDPH|NAO|OCR|ONIAM|OPJ"
    "|OQTF|PACS|PLU|PMA|PSE|PUMA|PV|QPC|RCS|RSA|RTT|SAMU|SARL|SAS|SASU|SCI|SMIC|SMUR|SNC|TGI|TJ|TTC|TVA|URSSAF|VAE"
    "|VEFA"
)
"""Initials of what articles are about, which no text has as its name: "L. 1221-1 CDI"."""
_UNKNOWN_INITIALS = compiled(
    r"(?:CCN(?: ?\d{2,3})?|C ?\d{1,3}(?= (?:de l')?OIT)|CCAG|CCTP|ANI|OIT|NF|RG(?= AMF))(?!\w)"
    r"|P\d{1,2}(?= (?:CEDH|Conv)| ?[.;,)]|$)|C°|"
    r"(?!i\.e|e\.g|s\.v|p\.p)(?:[a-z]\.){2,4}(?!\w)|"
    r"(?!JORF|(?:LES|DES|EST|SONT|DANS|POUR|PAR|SUR|AUX|ET|OU|DU|LA|LE|NOR|NOTA|DE|EN|AU|UN|SA|SE|NE|IL|ON"
    rf"|QUE|QUI|{_NO_TEXTS})(?!\w))(?![IVXL]+(?!\w))(?:[A-Z]{{2,8}}|[A-Z]{{3,8}}\d{{1,2}}|[A-Z]{{2}}[a-z]{{1,6}})"
    r"(?![\w']|\.(?! ?(?:\n|$)| (?:[A-Z]|É|À))| ?[A-Z](?![a-z]))"
)
_UNKNOWN_TEXT = compiled(
    r"prot(?:ocole|\.)(?: additionnel)? (?:n° ?)?\d{1,2}(?!\w)"
    r"|loi (?:de )?(?:1[89])?\d\d(?![\w-])|dcre?t \d"
    r"|(?:accord|arr[êe]té|avenant|[Bb]ail|cahier|contrat|délib(?:\.|ération)|règlement|statuts)(?!\w)"
    r"(?: (?!code|loi)(?:de |du |des |d'|n° ?)?[\w°-]+){0,3}(?=\.? ?(?:[;)\n]|$))"
    r"|(?:loi|décret|[Cc]harte|statuts|règlement|convention|contrat|directive|ordonnance|norme|marché) "
    r"(?!(?:et|ou|du|des?|les?|la|n°|est|sont)(?!\w))"
    r"(?:[A-ZÉ][\w-]+|[a-zéè]{5,})(?!\w)"
    r"|(?:[Rr][èe]glt|[Rr]gl?t|[Pp]roto|[Cc]onv|[Dd]ir|[Oo]rd) (?=n°|\d|[a-zéè]{4}|[A-ZÉ])"
    r"|(?:circulaire|instruction|décision|délibération|protocole|avis|pacte|acte|convention) "
    r"(?=(?:de |d')?[A-ZÉ][\w-]|(?:n° ?)?\d|du \d|uniforme(?!\w)|unif\.)|note de service(?!\w)"
    r"|(?:contrat|charte|cahier|avenant|convention|protocole|accord|police|promesse) (?:de |du |des |d')(?=[^\W\d]{3})"
    r"|protocoles? d'accord(?!\w)|(?:projet|proposition) de (?:loi|décret|règlement|directive)(?!\w)"
    r"|conditions (?:générales|particulières)(?!\w)|[Ll]ivre (?:des )?proc[a-zéè]*\.?|[Pp]acte (?=[A-Z])"
    r"|(?:loi|décret|arrêté|ordonnance) (?=[«\"“])|(?:décret|arrêté|ordonnance) (?:de )?(?:1[89]|20)\d\d(?![\w/-])"
)
"""A text by its noun and a name that no table has, without a preposition: "12 statuts types", "7 loi Navet"."""
_UNKNOWN_CODE = compiled(
    r"(?:[cC]\. ?(?:(?:du|des?|la) |[dl]')*(?!(?:et|ou|du|des?|les?|la|de)(?!\w))[a-zéè]{3,}"
    r"|code (?=[a-zéè]{4})[a-zéè]+(?!\w)|code [a-zéè]{3}(?=\.? ?(?:[;)\n]|$))"
    r"|co?dd?e? (?=(?:d(?:u|e|es)|civil|p[ée]nal)(?!\w))|Code[A-ZÉ][a-zà-ÿ]\w+"
    r"|[Cc]ode [A-Z][\w-]+(?=\.? ?(?:[;)\n]|$)))"
)
"""A code that is shortened or misspelt as no table has it: "12 c. urbannisme"."""
_NAME = compiled(
    r"(?:(?P<initials>[A-Z][A-Z0-9]{1,9}(?![\w'])|(?:[A-Z]\.){2,6}(?!\w)"
    r"|C\. ?[a-zéè]{2,}\.(?: ?[a-zéè]{2,}\.)*)|(?=[^\W\d_])[^\W_][\w'-]*)"
)
_NO_NAME = compiled(
    r"(?:articles?|alinéas?|présente?s?|mêmes?|dite?s?|livres?|titres?|chapitres?|sections?|sous|parties?|paragraphes?"
    r"|annexes?|considérants?|points?|phrases?|ce|cet|cette|ces|ceux|celles?|celui|tous|toutes?|chacune?|autres?|plus"
    r"|moins|reste|anciens?|anciennes?|nouveaux?|nouvelles?|façon|manière|nature|part|plein|premi[eè]re?s?|derni[eè]re?s?"
    r"|seconde?s?|deux|trois|quoi|qui|quel\w*|un|une"
    r"|\w+ièmes?|suivante?s?|précédente?s?|ne|y|en|fait|[A-ZÀ-Ý]|[IVX]+)(?![\w'])",
    re.IGNORECASE,
)
_RANKED = compiled(
    r"(?:\d{1,2}(?:er|re|e|[èe]me|nde?)|premi[eè]re?|seconde?|\w+ième)"
    r" (?:[Pp]rotocole|[Aa]venant|accord|additif|convention|contrat)s?(?: additionnels?| facultatifs?)?(?!\w)"
)
_RANK_BEGINS = frozenset("psd")
_RANK_ALONE = compiled(
    r"(?:premi(?:er|ère)|seconde?|derni(?:er|ère))(?=[.;:,)]|$| l'| (?:et|ou|ne|n'\w+|se|s'\w+|est|sont|a|ont"
    r"|l[ea]s?|en|y|lui|leur|dans|pour|par|sur|aux?|que|qui|dont|comme|avec"
    r"|(?:suppos|impos|dispos|exig|énonc|fix|vis|précis|concern|consacr|institu|rappell|subordonn|oblig|réprim|sanctionn"
    r"|autoris|confi|protèg|détermin|limit|mentionn|renvoi|complèt|dérog|abrog|prohib|organis|encadr|affirm|écart|oppos)(?:e|ent|ait)|prévoi(?:t|ent)|perme(?:t|ttent)|interdi(?:t|sent)"
    r"|défini(?:t|ssent)|régi(?:t|ssent)|garanti(?:t|ssent)|puni(?:t|ssent))(?!\w))"
)
"""One of two acts named before, by its place: "l'article 6 du premier suppose"."""
_OF_TEXTS = frozenset(
    ("accord", "autre", "reglement-ue", "decision", "traité", "convention", "charte", "statut", "protocole")
)
_AGREED = frozenset(("accord", "autre", "traité", "convention", "charte", "statut", "protocole", "reglement-ue"))
_LAWS = frozenset(("loi", "ordonnance", "decret", "arrete", "code", "directive-ue"))
_OF_TEXTS_ALWAYS = frozenset(("autre", "statut", "accord"))
_OF_PLACES = compiled(
    r"(?:[Tt]raités|[Cc]onventions|[Cc]hartes|[Pp]rotocoles) (?:de (?:La |la )?|d'|du )[A-ZÉ][a-zà-ÿ]"
    r"|[Cc]onventions(?= (?:collectives )?(?:inter)?nationales)"
    r"|[Pp]rotocoles(?= (?:additionnels|facultatifs|n ?°|\d))|[Tt]raités (?=sur |UE|FUE|TUE|CE)"
    r"|[Tt]raités(?= (?:europ|communaut|internat|fondat|constit|instit|bilat|multil|successif|précit|de paix)"
    r"| ?[,;.)]|$)"
)
"""Treaties in the plural that are named: "des traités de Westphalie"; others may be made by what is said of them."""
_QUALIFIED = compiled(
    r" (?:d[eu] |de la |de l'|des |d'|entre |n°"
    r"|(?!applicable|relati|susvis|précit|mentionn|est|sont|dans|pour|par|sur|et|ou|lorsque|ainsi|qui|que|modifi|sous"
    r"|impos|exig|protèg|oblig|consacr|garanti|énonc|dispos|stipul|précis|institu|autoris"
    r"|aux?|à|en|ne|a|ont|peut)(?:[a-zéè]{3,}-)?[a-zéè]{5,}(?:e|el|elle|eur|ive?|[aio]l|ale|[ei]n|aire)s?(?!\w))"
)


_COLLECTIVE = compiled(
    r" collective(?: nationale)?(?= ?(?:[.;:,)»\n]|$)| (?:est|sont|et|ou|qui|que|ne|a|ont|applicable|pr[ée]v\w+"
    r"|susvisée|précitée|relati(?:f|ve)s?|pour|dans|en vigueur|à compter)(?!\w))"
)
"""An agreement that is not named any further, as in its amendments: "l'article 12 de la convention collective"."""


_PRAISE = compiled(
    r"(?:(?:si|très|bien|trop) )?(?:cher|chère|bon(?:ne)?|vieux|vieille|vénérable|beau|belle|célèbre|fameu(?:x|se)"
    r"|sacro-sainte?|précieu(?:x|se)|excellente?|petite?|grande?|pauvre|nouveau|nouvelle|actuel(?:le)?|propre) "
)


def _behind_praise(text: str, at: int) -> int:
    """Where the noun begins behind the adjectives of a possessive: "de notre si vénérable code civil"."""
    praise = _PRAISE.match(text, at)
    return at if praise is None else praise.end()


def _unread(text: str, link: re.Match[str], name: ActName | None) -> ActName | None:
    """What a noun phrase names that is no act of a known form; a noun alone ("du règlement") may be one named before.

    ``name`` is what is named by its nature alone.
    """
    at = link.end()
    parted = "," in link[0] and not link["together"]
    if name is not None:
        if parted:
            return None
        annex = text.startswith("annexe", at)
        if link["loose"]:
            common = "commun" in link[0]  # "l'article 3 commun aux conventions de Genève"
            several = common or (link["loose"] == "des" and _OF_PLACES.match(text, at) is not None)
            texts = (
                _AGREED | _LAWS
                if common or link["loose"].startswith("d'un")
                else _AGREED
                if several
                else _OF_TEXTS_ALWAYS
            )
            if annex or name.nature not in texts or (link["loose"][0] in "aàAÀ" and not common):
                return None
            return name._replace(nature="autre", how=How.NAMED, reason=Reason.ACT_WITHOUT_ID)
        if name.nature == "convention" and (collective := _COLLECTIVE.match(text, name.stop)) is not None:
            return _with_after(text, name._replace(end=collective.end(), stop=collective.end()), name.form)
        if (
            name.nature in _OF_TEXTS
            and not annex
            and name.how is How.VAGUE
            and (more := _QUALIFIED.match(text, name.stop))
        ):
            stop = name.stop if more[0].startswith(" d") else more.end()
            return name._replace(nature="autre", how=How.NAMED, stop=stop, reason=Reason.ACT_WITHOUT_ID)
        return name
    if parted:
        return None
    ranked = _RANKED.match(text, at)
    if ranked is not None:  # "du premier protocole additionnel"
        return ActName(at, ranked.end(), ranked.end(), "autre", reason=Reason.ACT_WITHOUT_ID)
    if link["definite"] and text[at : at + 1] in _RANK_BEGINS and (rank := _RANK_ALONE.match(text, at)) is not None:
        return ActName(at, rank.end(), rank.end(), "autre", reason=Reason.ACT_UNCLEAR)
    if (code := _UNKNOWN_CODE.match(text, at)) is not None and code[0][1] == ".":  # "du c. de l'urb"
        return _noun(at, code.end(), "code")
    noun = _NAME.match(text, at)
    if noun is None or (noun["initials"] is None and _NO_NAME.match(text, at)):
        return None
    if link["possessive"] and (form := _act_at(text, _behind_praise(text, at), None)) is not None:
        french = form.nature in _OURS and link["possessive"].endswith("notre")  # "de notre code civil"
        return form if french else form._replace(nature="autre", how=How.NAMED, ids=(), reason=Reason.ACT_WITHOUT_ID)
    if link["present"]:
        return ActName(at, noun.end(), noun.end(), "autre", (), How.PRESENT, reason=Reason.ACT_WITHOUT_ID)
    if noun["initials"]:
        nature = "sigle"
    elif link["possessive"] or link["definite"] or link[0].rstrip().endswith("des"):
        nature = "nom"
    else:
        return None
    return _noun(at, noun.end(), nature)


_OURS = frozenset(("code", "constitution", "declaration", "déclaration"))


def _noun(start: int, end: int, nature: str) -> ActName:
    return ActName(start, end, end, nature, (), How.NAMED, None, "", Reason.UNKNOWN_NAME)


def _how(match: re.Match[str]) -> How | None:
    return How.SAME if match["same"] else How.PRESENT if match["present"] else None


def _act_at(text: str, at: int, how: How | None) -> ActName | None:
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
            return _with_after(text, name, form.name)
    return None


def _with_after(text: str, name: ActName, form: str) -> ActName:
    """A name with the form that read it, and "précité" behind it read as part of it."""
    start, end, stop, nature, ids, how, date, _, reason = name
    after = (
        _AFTER.match(text, stop) if text[stop : stop + 1] in " ," and text[stop + 1 : stop + 2] in " ,psmc" else None
    )
    if after is not None:
        stop = after.end()
        how = How.SAME if how is How.VAGUE else how
    return new(ActName, (start, end, stop, nature, ids, how, date, form, reason))


_DOTTED = compiled(
    r"(?:(?<!\w)(?:le|du|au|un|par) |(?:^|(?<=[\n;(«])) ?)"
    r"(?:(?P<number>\d{2}\.\d|49-3)(?:, alinéa \d)?|(?P<whole>\d{2}),? al(?:\.|inéa)? ?(?P<part>\d)) de la $"
)
"""An article of the Constitution as people name it: "le 49.3 de la Constitution", "le 49 al. 3 de la Constitution"."""
_OF_CODE = r"(?:\d{2,4}(?:-\d{1,3}){1,2}|\d{3,4})"
_NUMBERED_ALONE = compiled(
    r"(?:(?P<the>(?<!\w)(?:[lL]e|au|du|un|par) )"
    r"|(?<=[a-zà-ÿ]\s)(?<!page\s)(?<!titre\s)(?<!livre\s)(?<!chapitre\s)(?<!section\s)(?<!numéro\s)(?<!graphe\s)"
    r"(?<!alinéa\s))"
    rf"(?P<numbers>{_OF_CODE}(?:(?:, | et | ou ){_OF_CODE}){{0,4}}) du $"
)
"""Articles of a code that are named by their numbers alone: "le 1240 du code civil", "1641 et 1792 du code civil"."""
_CODE_NUMBER = re.compile(r"[0-9]+(?:-[0-9]+)*")
_YEARS = range(1804, 2041)
"""Of the codes, and of their editions and reforms: "la réforme de 2016 du code civil"."""
_NO_ITEM = Item(0, 0)
_DUBBED = frozenset(("dite", "dit"))
"""What leads back ("ladite loi"), and before a name only says it: "dite loi Badinter"."""


def _dotted(text: str, start: int, name: ActName | None) -> Phrase | None:
    """The article of the Constitution, named at ``start``, that is cited without the word."""
    found = _DOTTED.search(text, max(0, start - 24), start)
    if found is None:
        return None
    if name is None and _LOWER_CONSTITUTION.match(text, start) is not None:
        name = _act_at("Constitution", 0, None)
        end = start + len("constitution")
        name = None if name is None else name._replace(start=start, end=end, stop=end)
    if name is None or name.form != "constitution":
        return None
    if found["whole"]:
        item = Item(*found.span("whole"), found["whole"], locators=(f"al{found['part']}",))
    else:
        item = Item(*found.span("number"), found["number"].replace("-", "."), otherwise=_NO_ITEM)
    return Phrase("article", item.start, name.stop, (item,), name, bare=True)


_LAST = frozenset(("dernier", "dernière"))


def act_named_at(text: str, at: int) -> ActName | None:
    """The act that is named in full at ``at``, with an id; ``None`` where none is."""
    name = _act_at(text, at, None)
    return name if name is not None and name.how is How.NAMED and name.ids else None


def act_or_foreign_at(text: str, at: int) -> ActName | None:
    """The act that is named in full at ``at``, with an id, or one of another country."""
    name = _act_at(text, at, None)
    if name is None or name.how is not How.NAMED or not (name.ids or name.reason is Reason.FOREIGN_ACT):
        return None
    return name


def read_act(text: str, start: int, _end: int) -> Iterable[Phrase]:
    """[``présent`` | ``même`` | ``ledit`` | ``ce``] *act*"""
    word, begin = adjective_before(text, start)
    if word in _LAST:
        word, begin = word_before(text, begin)  # "ce dernier code"
    how = how_named(word)
    name = _act_at(text, start, how)
    if text.startswith(("Constitution", "constitution"), start) and text.endswith("de la ", 0, start):
        dotted = _dotted(text, start, name)
        if dotted is not None:
            return (dotted,)
    if name is not None and (numbered := numbered_alone(text, name)) is not None:
        return (numbered,)
    if word in _DUBBED and (dubbed := _act_at(text, start, None)) is not None and dubbed.how is How.NAMED:
        name, how = dubbed, None
    if name is None and how is None and text.startswith("constitution", start):
        name = _lower_constitution(text, start)
    if name is not None and name.how is How.VAGUE and how is None and (of_year := _of_year(text, name)) is not None:
        return (of_year,)
    if name is None or name.nature == "autre" or name.how is How.VAGUE:
        return () if name is None or how is not None or name.nature not in _AGREED else _heading(text, name)
    if _is_no_act(name) and _ARTICLE.match(text, name.stop) is None and cited_behind(text, name.stop) < 0:
        return ()
    if how is not None and name.how is how:
        name = name._replace(start=begin)
    phrase = new(Phrase, ("act", name.start, name.stop, (), name, False, False, False))
    if name.form == COURT.name:
        _, *others = decisions(text, start)
        return (phrase, *[Phrase("act", other.start, other.stop, (), other) for other in others])
    if name.how is not How.NAMED or text[name.start : name.stop].partition(" ")[0][-1:] not in _PLURAL:
        return (phrase,)
    further = [Phrase("act", other.start, other.stop, (), other) for other in further_laws(text, name)]
    return (phrase, *further)


_PLURAL = frozenset("sS")
_HEADING_YEAR = compiled(r" ?[,(:]? ?[Aa]rt(?:icles?|\.|s\.?)? ?(?:[LRD]\.? ?)?\d")


def _of_year(text: str, name: ActName) -> Phrase | None:
    """An act that its year tells, and that heads an article: "(loi de 1965, art. 25)"."""
    year = OF_YEAR.match(text, name.stop)
    if year is None or _HEADING_YEAR.match(text, year.end()) is None:
        return None
    return Phrase("act", name.start, year.end(), (), name)


def numbered_alone(text: str, name: ActName) -> Phrase | None:
    """The article of a code whose number alone stands before it: "le 1240 du code civil", "le 700 du CPC"."""
    start = name.start
    if name.nature != "code" or text[start - 4 : start] != " du " or not text[start - 5 : start - 4].isdigit():
        return None
    numbered = _NUMBERED_ALONE.search(text, max(0, start - 48), start)
    if numbered is None:
        return None
    items = [Item(*found.span(), found[0]) for found in _CODE_NUMBER.finditer(text, *numbered.span("numbers"))]
    numbers = [text[item.start : item.end] for item in items]
    if not any(all(has_number(ident, number) for number in numbers) for ident in name.ids):
        return None
    if numbered["the"] is None and all(number.isdigit() and int(number) in _YEARS for number in numbers):
        return None
    return Phrase("article", items[0].start, name.stop, tuple(items), name, bare=True)


_NUMBER_OF_SMALL = compiled(r"(?P<number>\d{2,4}(?:-\d{1,3}){0,2}) du (?=c)")


def numbered_small(text: str, at: int) -> Phrase | None:
    """The same before initials in lower case: "au titre du 700 du cpc"; ``at`` is where the number begins."""
    numbered = _NUMBER_OF_SMALL.match(text, at)
    name = None if numbered is None else _small_initials(text, numbered.end())
    if numbered is None or name is None or not any(has_number(ident, numbered["number"]) for ident in name.ids):
        return None
    return Phrase("article", at, name.stop, (Item(*numbered.span("number"), numbered["number"]),), name, bare=True)


_HEADED = compiled(
    r"(?P<title>(?:(?! (?:est|sont|se|s'\w+|(?:rel[eè]ve|résulte|découle|déroge|vise|respecte|applique)(?:nt)?"
    r"|suit|dépend|renvoie|prévoit)(?!\w))[^.;:()\n]){0,80}?)(?=(?:, | \()[Aa]rt(?:icles?|\.|s\.?)? ?\d)"
)
"""The title of such a text up to its article, without a verb: "le statut relève de la loi …, article 4"."""


_BEGINS = re.compile(r"(?:^|[\n;(] ?|[Vv]u (?:la )?|[Cc]f\.? |[Vv]\. )$")


def _lower_constitution(text: str, start: int) -> ActName | None:
    """The Constitution in small letters, where it begins a line and heads an article: "constitution, art. 34"."""
    end = start + len("constitution")
    if _BEGINS.search(text, max(0, start - 8), start) is None or _ARTICLE.match(text, end) is None:
        return None
    short = abbreviation_at(text, start)
    return None if short is None or short.end != end else abbreviated(start, short)


_OTHER_ACT = re.compile(
    r"(?<!\w)(?:lois?|décrets?|codes?|ordonnances?|arrêtés?|directives?|[Cc]onstitution|(?!IDCC|NOR|JO)[A-Z]{3,6})(?!\w)"
)


def _heading(text: str, name: ActName) -> Iterable[Phrase]:
    """A text without an id that heads an article of its own: "l'accord du 3 mars, article 12"."""
    near = text.find("rt", name.stop, name.stop + _TITLE) >= 0  # as every article is named
    headed = _HEADED.match(text, name.stop) if near else None
    cited = cited_behind(text, name.stop) if near and headed is None else -1
    if headed is None and (cited < 0 or _OTHER_ACT.search(text, name.stop, cited) is not None):
        return ()
    stop = name.stop if headed is None else headed.end()
    name = name._replace(nature="autre", how=How.NAMED, stop=stop, reason=Reason.ACT_WITHOUT_ID)
    return (Phrase("act", name.start, name.stop, (), name),)


def _is_no_act(name: ActName) -> bool:
    """Whether an act is none alone: a code that is not of the list ("code postal").

    One of another country is no reference, and yet what articles behind it may be of.
    """
    if name.reason is not None:
        return name.reason is not Reason.FOREIGN_ACT
    return name.nature == "code" and name.how is How.NAMED and not any(act in ACTS for act in name.ids)


_ARTICLE = compiled(r" ?[,:(–-]? ?[Aa][Rr][Tt]")


_CELL = compiled(rf"n° ?(?P<number>\d{{2,4}}-\d+)(?: du (?P<date>{DATE}))?(?= ?[\t\n]| ?$)", re.IGNORECASE)
_NUMBERED = compiled(
    rf"n° ?(?P<number>\d{{2,4}}-\d+)(?:,? (?:du )?(?:{DATE}|\d\d?/\d\d?/\d{{4}}))?(?=,? ?\(?art)", re.IGNORECASE
)
"""A number without its nature that heads an article."""
_SEVERAL = compiled(
    r"(?P<noun>loi|ordonnance|décret)s n°s? ?\d{2,4}-\d+(?:[^;:.\n]|\.(?= ?[\da-z])){0,140}?"
    r"(?:, |,? et (?:la |le |du |de la )?)$",
    re.IGNORECASE,
)
"""The noun of several acts, of which one stands before: "Lois n° 83-634 … (art. 6) et n° 84-16 …, art. 34"."""
_FAR = 200  # characters from that noun
_INITIALS_OF_LAW = re.compile(r"(?<!\w)L[A-Z]{1,5}(?: 20\d\d)?,? ?\(?\Z")
"""Initials of a law before its number: "LPJ n° 2019-222"."""
_FEW = 16  # characters of such initials
_CONSTITUTIONAL = compiled(r"n[°o] ?(?P<number>(?:19|20)?\d\d-\d{1,4} (?:QPC|DC))(?!\w)")
"""The number of a decision of the Conseil constitutionnel, which tells the court."""
_APPLICATION = compiled(r"n[°o]s? ?(\d{3,6}/\d\d)(?!\d)")
_FURTHER_APPLICATION = compiled(r"(?:, | et )(\d{3,6}/\d\d)(?!\d)")
_PARTIES = compiled(
    r" (?:c\.|contre) (?:la |le |l'|les )?[A-ZÉ][\w'-]+(?:[ -](?:et |du |de )?[A-ZÉ][\w'-]+)*"
    r"(?: ?[(\[](?:GC|déc|n[o°]|au principal|fond|satisfaction|recevab|radiation|révision|exceptions?|règlement)"
    r"[^()\[\]\n]{0,60}[)\]]){0,3}"
    rf"(?:,? (?:décision|arrêt|déc\.) (?:du |\(recevabilité\) du )?{DATE})?,?[ \n]*"
    r"[(\[]?(?:\[?GC\]?,? ?|req\. ?|requêtes? ?)?$"
)
"""The parties of a case before the Court of human rights: "Vent c. France, n° 11111/20", "Vent c. France (déc.)"."""
_TABLE = 20_000  # characters before a cell in which its head may stand
_HEADS = {spelled: nature for word, nature in NATURES.items() for spelled in (word, word.capitalize(), word.upper())}
_HEAD_END = re.compile(r"s? *[\t\n]", re.IGNORECASE)


def _read_cell(text: str, start: int, _end: int) -> Iterable[Phrase]:
    """``n°`` *number* [``du`` *date*], alone in a cell: of the nature with which the head of its column ends"""
    constitutional = _CONSTITUTIONAL.match(text, start)
    if constitutional is not None:
        ident, end = decision_id("cc", constitutional["number"]), constitutional.end()
        if ident is None:
            return ()
        return (Phrase("act", start, end, (), ActName(start, end, end, "decision-cc", (ident,))),)
    numbered = _NUMBERED.match(text, start)
    if numbered is not None:  # "n° 2016-1691 du 9 décembre 2016, art. 6"
        name = _of_several(text, start, numbered)
        return (Phrase("act", start, numbered.end(), (), name),)
    application = _APPLICATION.match(text, start)
    if application is not None and _PARTIES.search(text, max(0, start - _NEAR), start) is not None:
        return _applications(text, start, application)
    cell = _CELL.match(text, start) if start and text[start - 1] in "\t\n" else None
    nature = _headed(text, start) if cell is not None else None
    if cell is None or nature is None:
        return ()
    ids = (f"{nature}:{cell['number']}",)
    name = ActName(start, cell.end(), cell.end(), nature, ids, How.NAMED, iso_date(cell["date"]), LAW.name)
    return (Phrase("act", start, cell.end(), (), name),)


def _of_several(text: str, start: int, numbered: re.Match[str]) -> ActName:
    """An act by its number alone: of the nature of several acts of which it is one, else of no known nature."""
    several = _SEVERAL.search(text, max(0, start - _FAR), start)
    if several is None and _INITIALS_OF_LAW.search(text, max(0, start - _FEW), start) is not None:
        return ActName(start, numbered.end(), numbered.end(), "loi", (f"loi:{numbered['number']}",))
    if several is None:
        return ActName(start, numbered.end(), numbered.end(), "autre", reason=Reason.ACT_WITHOUT_ID)
    nature = NATURES[several["noun"].lower()]
    return ActName(start, numbered.end(), numbered.end(), nature, (f"{nature}:{numbered['number']}",))


def _applications(text: str, start: int, first: re.Match[str]) -> Iterable[Phrase]:
    """The cases of the Court of human rights whose numbers stand there: "nos 11111/20 et 22222/21"."""
    found: re.Match[str] | None = first
    while found is not None:
        end = found.end()
        name = ActName(start, end, end, "decision-cedh", (f"decision-cedh:{found[1]}",))
        yield Phrase("act", start, end, (), name)
        found = _FURTHER_APPLICATION.match(text, end)
        start = end if found is None else found.start(1)


_BEFORE_SORT = compiled(r"(?<![\w/-])(?P<number>(?:19|20)\d\d ?[-–] ?\d{1,4} )$")


def _read_sort(text: str, start: int, end: int) -> Iterable[Phrase]:
    """*number* (``QPC`` | ``DC``)"""
    before = _BEFORE_SORT.search(text, max(0, start - _FEW), start)
    ident = None if before is None else decision_id("cc", f"{before['number'].strip()} {text[start:end]}")
    if before is None or ident is None:
        return ()
    begin = before.start("number")
    return (Phrase("act", begin, end, (), ActName(begin, end, end, "decision-cc", (ident,))),)


def _headed(text: str, at: int) -> str | None:
    """The nature with which a cell before ``at`` ends, the last one."""
    found = max((text.rfind(word, max(0, at - _TABLE), at), word) for word in _HEADS)
    return _HEADS[found[1]] if found[0] >= 0 and _HEAD_END.match(text, found[0] + len(found[1])) else None


ACT = Rule(
    "act",
    (
        *(noun + plural for noun in _NOUNS for plural in (("", "S") if noun.isupper() else ("", "s"))),
        *(*_ALONE, "constitution", "CONSTITUTION", "livre des procédures", "livre des procedures"),
    ),
    r"(?:(?!\w)|(?=(?:\d\d)?\d\d-\d))",
    read_act,
    (
        Example("les dispositions du ⟦présent code⟧", "ici"),
        Example(
            "le ⟦décret n° 2020-12 du 3 mars 2020⟧ et la publication ⟦dudit décret⟧", "decret:2020-12 decret:2020-12"
        ),
        Example("le ⟦49.3⟧ de la Constitution", "constitution:1958/49#al3"),
        Example("⟦49.3⟧ de la constitution", "constitution:1958/49#al3"),
        Example("le ⟦49⟧ al. 3 de la Constitution", "constitution:1958/49#al3"),
        Example("je demande le ⟦1231-1⟧ du code civil", "code-civil/1231-1"),
        Example("quelle différence entre ⟦1641⟧ et ⟦1792⟧ du code civil", "code-civil/1641 code-civil/1792"),
        Example("la réforme de 2016 du ⟦code civil⟧", "code-civil"),
        Example("la réforme de 2016 du ⟦code civil⟧", "code-civil"),
        Example("Le dahir du 3 mars 2031, article ⟦7⟧", "?/7"),
        Example("la publication dudit décret"),
        Example("ce contrat et cet accord"),
    ),
)

_SECOND = compiled(
    rf"(?<!\w)(?:lois?|ordonnances?|décrets?|arrêtés?)(?: n ?° ?\d[\d-]*)?(?:,? du {DATE})?"
    r"(?:(?<=\d)(?:(?!, (?:la |le |l'|les |une? ))[^.;:\n\d]){0,160}?)?"
    r",? (?:et|ou|puis|mais|ainsi que|comme|que) (?:par |de |dans |à )?$",
    re.IGNORECASE,
)
_SECOND_NEAR = 240  # characters


def _read_second(text: str, start: int, _end: int) -> Iterable[Phrase]:
    """(``celle`` | ``celui``) (``n°`` *number* | ``du`` *date*), behind an act and no other thing with a date"""
    if _SECOND.search(text, max(0, start - _SECOND_NEAR), start) is None:
        return ()
    name = _act_at(text, start, None)
    return () if name is None or not name.ids else (Phrase("act", name.start, name.stop, (), name),)


SECOND_ACT = Rule(
    "second act",
    ("celle", "celui"),
    r"(?= (?:n ?° ?\d|du \d))",
    _read_second,
    (
        Example(
            "La ⟦loi du 5 mars 2027⟧ relative au vent et ⟦celle du 14 avril 2031⟧ sur la garde",
            "loi:2027-03-05 loi:2031-04-14",
        ),
        Example("le ⟦décret n° 2027-12⟧, ainsi que ⟦celui n° 2031-7⟧", "decret:2027-12 decret:2031-7"),
        Example("la ⟦loi du 5 mars 2027⟧, l'audience du 3 mai et celle du 14 avril 2031", "loi:2027-03-05"),
    ),
)

CELL = Rule(
    "cell",
    ("n°", "no", "nos"),
    r" ?\d",
    _read_cell,
    (
        Example("Il l'a déjà jugé (⟦n° 2030-672 QPC⟧)", "decision-cc:2030-672-qpc"),
        Example("LPM n° 2030-22, art. ⟦3⟧", "loi:2030-22/3"),
        Example("Dans leur rédaction résultant du décret\n⟦n° 2020-12 du 3 mars 2020⟧", "decret:2020-12"),
        Example("Articles\tDÉCRET\n⟦R. 1-1⟧\t⟦n° 2020-12⟧", "ici/r1-1 decret:2020-12"),
        Example("le décret\nBulletin\nn° 2020-12 du 3 mars 2020 et suivants"),
        Example("Bulletin\nn° 2020-12"),
    ),
)

CONSTITUTIONAL = Rule(
    "constitutional",
    ("QPC", "DC"),
    r"(?!\w)",
    _read_sort,
    (
        Example("Il l'a jugé (⟦2030-672 QPC⟧)", "decision-cc:2030-672-qpc"),
        Example("Il l'a jugé (⟦2030–672 DC⟧)", "decision-cc:2030-672-dc"),
        Example("la QPC"),
    ),
)

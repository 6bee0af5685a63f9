"""The act that a phrase goes on with: behind a preposition, a sign or nothing, and names that are not read."""

from __future__ import annotations

import re

from cpp_corpus.lang.abbreviations import Standing, abbreviation_at
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import PRECITED, by_letters, compiled
from cpp_corpus.normalizer.recognize.grammar.act_names_at import (
    NO_TEXTS,
    OF_YEAR,
    SEATS,
    SMALL_TEXTS,
    TEXTS,
    TWO_LETTERS,
    act_at,
    act_named_at,
    how_of,
    initials_at,
    small_initials,
    unread_noun,
    with_after,
)
from cpp_corpus.normalizer.recognize.grammar.clauses import cited_behind
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import abbreviated, of_edition, short_name_at
from cpp_corpus.normalizer.recognize.grammar.designations.courts import COURT
from cpp_corpus.normalizer.recognize.grammar.designations.foreign import english_name, with_country
from cpp_corpus.normalizer.recognize.grammar.designations.laws import NATURES
from cpp_corpus.normalizer.recognize.grammar.designations.publications import publication
from cpp_corpus.normalizer.recognize.phrase import ActName, How

__all__ = [
    "AGREED",
    "ARTICLE_BEHIND",
    "LOWER_CONSTITUTION",
    "NEAR",
    "TITLE_OF_ACT",
    "TOGETHER",
    "act_after",
    "act_behind_sign",
    "goes_on_with_act",
    "is_text",
]

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
        (?:(?P<definite>du|de la|de l')|(?P<loose>des|de(?: sa)?|d'une?|d'|au|à la|à l'|aux|dans (?:les?|la|l')))
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
    r"(?=[A-ZÉc-lnopr-u]|a(?:nn(?:exe |\.)|rr(?:[êe]t|\.)|ssur|cc(?:ord|\.)|cte |lur|ddendum"
    r"|v(?:enant|en\.|is |t|\. ?(?:n|\d)))|ba(?:il|dinter)|m(?:ême |acron|arché ))"
)
"""What stands between a number and an act that no preposition joins: "1240 C. civ.", "1240 (code civil)"."""
_ENDS = frozenset((".", ";", ")", ":", "\n", ""))
_OF_ACT = frozenset(("du ", "de "))
"""What leads to the act behind a semicolon that stands there by mistake: "l'article 4; de la loi …"."""
_GOING = frozenset(' ,dabàchimps([-–lortnu»"”#')
_GOES_ON = compiled(
    r" ?[,»\"”]? ?#?(?:d(?:[eu']|dhc|cre?t)|déjà c|D[EU']|a(?:[nu]|c[ct]|ve|vt|v\. ?[n\d]|dde|vis )|A[UN]|à "
    r"|c(?:[oó]d(?:d?e|ic|ig|\.)|i(?:-|rc|v\b)"
    r"|o(?:n[dtvs]|m\b|mmun)|ahier|\. ?[a-zé])"
    r"|dir(?:ect|\.|(?= \d))|nouv|livre"
    r"|instr|note |norme |marché |pacte |t(?:ra(?:it|v)|ou|it(?:\.|re))|chap|sect|partie "
    r"|ensemble d|non (?:pas |point )?d|l'un|le(?: tout|s un)|tfue"
    r"|m(?:od|en|ême )|pr(?:éc|ot|oj|op)|sus|stat(?:\.|uts)|charte\b|bail\b|[A-ZÉ]|loi|r(?:[èe]gl|gpd|gl?t\b)|ord"
    r"|[(\[–-]"
    r"|c(?:[cdgjmpst][a-z]{0,6}|urb|env|assur|rur|rpa|asf|eseda|edh|esdh|ide|ibs|oj| [a-zé]{3,}|g3p)(?!\w)"
    r"|[ln][cp][a-z]{1,2}(?!\w)|[a-z]\.[a-z]\.|[dl](?:\. ?n ?°|\.? ?\d{1,2}[/.]\d{1,2}[/.]\d)|d[ée](?:c[ilr]|lib)|arr"
    r"|assur|lolf\b"
    r"|p(?:[ée]n|idcp|cg|lu)\b|rin\b|rur\b|urba?\b"
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
_BUT_OF = compiled(r"(?: française?)?,? mais(?: bien)?(?= d(?:u|e la|e l'|es)(?!\w))")


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
    told = act_at(text, apposed.end(), None)
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
    how = how_of(link)
    name = None if link["possessive"] else act_at(text, link.end(), how)
    if name is None and how is None and LOWER_CONSTITUTION.match(text, link.end()) is not None:
        name = act_at("Constitution", 0, None)
        end = link.end() + len("constitution")
        name = None if name is None else name._replace(start=link.end(), end=end, stop=end)
    if name is None and how is None:
        begins = text[link.end() : link.end() + 1]
        if begins in _SMALL or (begins == "C" and TWO_LETTERS.match(text, link.end()) is not None):
            name = small_initials(text, link.end())
        if name is None and text.startswith("cod.", link.end()):
            short = short_name_at(text, link.end())
            name = None if short is None else with_country(text, abbreviated(link.end(), short))
        if name is None and link["definite"] and (praised := _PRAISED.match(text, link.end())) is not None:
            named = act_at(text, praised.end(), None) or initials_at(text, praised.end())
            if named is not None and named.how is How.VAGUE and OF_YEAR.match(text, named.stop) is not None:
                return named
            name = named if named is not None and named.how is How.NAMED and named.ids else None
        if name is None and begins.isupper() and (english := english_name(text, link.end())) is not None:
            return english
        if name is None and begins in _QUOTES and link["definite"]:
            return _in_quotes(text, link.end())
        if name is None and (link["definite"] or link["loose"] in _OF_ONE) and begins in _OTHER_BEGINS:
            name = _other_one(text, link.end())
    if how is How.SAME and name is not None and name.nature in _TREATIES:
        in_full = act_at(text, link.end(), None)  # "de ladite Convention européenne des droits de l'homme"
        name = in_full if in_full is not None and in_full.how is How.NAMED and in_full.ids else name
    if name is None and how is How.SAME:
        name = _other_one(text, link.end())
    if name is None and (parted := _PARTED.match(text, link.end())) is not None:
        name = _parted(text, parted, how)
    if name is None and (among := _AMONG.match(text, link.end())) is not None:
        return _among(text, among)
    if text.startswith(_OTHERWISE, link.end()) and (same := _SAME_TEXT.match(text, link.end())) is not None:
        start, end = same.span("noun")
        if same["noun"] == "texte" and (how is How.SAME or link["definite"]):
            return ActName(start, end, same.end(), "texte", (), how or (How.VAGUE if same.end() == end else How.SAME))
        if same["noun"] == "acte" and how is How.SAME:
            return ActName(start, end, end, "acte", (), how)
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
TITLE_OF_ACT = 160  # characters


def _parted(text: str, parted: re.Match[str], how: How | None) -> ActName:
    """The act that such a noun begins; without ids where it is not read."""
    start, blank = parted.start(), text.index(" ", parted.start())
    read = act_at(text[start:blank] + text[blank + 1 : start + TITLE_OF_ACT], 0, how)
    if read is None:
        return unread_noun(start, parted.end(), "autre")
    return read._replace(start=start, end=start + read.end + 1, stop=start + read.stop + 1)


_QUOTES = frozenset('«"“')
_QUOTED = compiled(r"[«\"“] ?(?P<name>[^\W\d_][^«»\"“”\n]{0,150}?) ?[»\"”]")


def _in_quotes(text: str, at: int) -> ActName | None:
    """An act whose name stands in quotation marks: "du « code civil »"; without ids where the name is not read."""
    quoted = _QUOTED.match(text, at)
    if quoted is None:
        return None
    start, end = quoted.span("name")
    name = act_at(text, start, None)
    if name is None or name.stop != end or not name.ids:
        return unread_noun(start, end, "nom")._replace(stop=quoted.end())
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
        return act_at(text, same.end(), How.SAME)
    if text.startswith("C°", begin) and (name := act_at("Constitution", 0, None)) is not None:
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
        name = act_at(text, begin, None)
        if name is None and text[begin] in _SMALL and (small := small_initials(text, begin)) is not None:
            name = with_country(text, small)
        if name is not None and ((joint in _JOINTS and _is_headed(text, name.stop, joint)) or name.nature == "boi"):
            return None  # it heads another article: "art. 5, loi n° …, art. 7"; or has none
    if (name is None or text.startswith(" of ", name.stop)) and text[begin].isupper():
        english = english_name(text, begin)
        if english is not None and joint in _OPENING:
            closed = _CLOSED.match(text, english.stop)
            return None if closed is None else english._replace(stop=closed.end())
        if english is not None:
            return english
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
        return unread_noun(begin, unread.end(), "sigle" if pointed or unread[0].isupper() else "code")
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
    r"(?:accord|avenant|convention|protocole|contrat|bail)(?: [a-zà-ÿ'-]+){0,3}(?: n ?° ?\d+)? du \d{1,2}(?:er)?[ /.]"
    r"|(?:[Aa]venant|[Aa]vt?\.|[Aa]vt|[Aa]ddendum) ?(?:n ?° ?)?\d{1,3}(?!\w)"
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


_SIGN = compiled(
    r"(?:\" ?, ?\n? ?\"?(?:[cC]ode|[tT]exte|[aA]cte|[sS]ource)\"? ?[:=] ?\"?"
    r"|(?P<arrow> ?(?:[-=]>|→) ?)| ?(?P<sign>[:=/\t|«\"“]) ?|;)(?=[A-Zacdlort])"
)
_FOR_CODES = frozenset(("\t", None))
_FEW_LETTERS = 3  # of initials that mean other things as well: "l'article 81 : IA. 3"
_MODIFIED = r"(?:,? (?:(?:modifi|complét|ratifi|abrog|précit|susvis)ée?|mod\.))?"
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
    name = act_at(text, begin, None)
    if name is None and (short := abbreviation_at(text[begin : begin + NEAR], 0)) is not None:
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
    return (joint == "," and ARTICLE_BEHIND.match(text, at) is not None) or _HEADS_ARTICLE.match(text, at) is not None


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
    short = abbreviation_at(text[at : at + NEAR], 0)
    if short is None or short.standing is Standing.CITATION:
        name = act_at(text, at, None) if text[at] in "cC" else None
        if name is None and (small := small_initials(text[at : at + NEAR], 0)) is not None:
            name = small._replace(start=at, end=at + small.end, stop=at + small.stop)
        if name is None and (unread := _GLUED_INITIALS.match(text, at)) is not None:
            return unread_noun(at, unread.end(), "sigle")  # "18LCT"
        return None if name is None or name.nature != "code" or not name.ids else name
    return abbreviated(at, short._replace(end=at + short.end))


_GLUED_INITIALS = re.compile(r"[A-Z]{3,6}(?!\w)")
_PRESENTS = compiled(
    r" (?=des présentes(?=[.,;:()\n]|$| (?![a-zà-ÿ]{4,}[sx](?!\w))"
    r"| (?:sous|dans|sans|après|conditions|stipulations|clauses)(?!\w)))"
)
"""What leads to the contract itself: "l'article 12 des présentes"."""
_AMONG = compiled(
    r"(?P<rank>premi[eè]re?|second[e]?|derni[eè]re?|\w+ième|une?|chacune?)(?: (?:mentionn|cit|nomm|vis)ée?)?"
    r" (?:de ces|des|d'entre ces|desdite?s) (?:deux |trois )?(?:derni(?:er|ère)s |premi(?:er|ère)s )?"
    r"(?P<noun>codes|lois|ordonnances|décrets|arrêtés|règlements|directives|textes)(?!\w)"
)
"""An act by its place among those named before: "du second de ces codes"."""
_OTHERWISE = ("texte", "livre", "acte")
_SAME_TEXT = compiled(
    rf"(?P<noun>texte|livre(?! (?:[IVX\d]|premi))|acte(?! (?:d[eu]|notari|authenti)))(?!\w)(?:,? ?{PRECITED})?"
)
"""An act that is named by no nature: "l'article 5 du même texte", "du texte"; "l'article L. 57 du même livre"."""
_THE_BOOK = compiled(r"[Ll]ivre des procédures fiscales|(?<!\w)LPF(?!\w)")
_BOOK_BEFORE = 2_000  # characters


def _among(text: str, among: re.Match[str]) -> ActName:
    """The last one named of that nature; any other is an act that is not known."""
    start, end = among.span()
    known = act_at(text, among.start("noun"), How.SAME) if among["rank"][:2] in {"se", "de"} else None
    if known is None or among["rank"].startswith("deuxi"):
        return ActName(start, end, end, "autre", (), How.NAMED, None, "autre", Reason.ACT_UNCLEAR)
    return known._replace(start=start)


_PRAISED = compiled(
    r"(?!(?:présente?|même|dite?|ancien(?:ne)?|livre|titre|chapitre|section|partie|paragraphe|annexe|alinéa|projet"
    r"|point|article)(?!\w))(?:[a-zà-ÿ-]{3,14} (?:et |– (?:et )?[a-zà-ÿ-]{3,14} – )?){1,2}"
    r"(?=code |(?:loi|décret|ordonnance) (?:n°|du \d|de \d)"
    r"|(?:règlement|directive) (?:n°|\(|\d))"
    r"|(?:fameu(?:x|se)|célèbre|récente?|futur|redoutable|sacro-saint|vieux|cher|nouv(?:eau|el|elle)) (?=[A-Z]{3})"
)
"""Adjectives before a code, a law or initials: "du fameux RGPD", "de la vieille loi de 1881"."""
_OF_ONE = frozenset(("de", "d'un", "d'une"))
_OTHER_BEGINS = frozenset("acnprsu")
_OTHER_ONE = compiled(
    r"(?:(?P<rank>premi(?:er|ère)|seconde?)|nouv(?:eau|el|elle)|récente?|ancien(?:ne)?|précédente?|autre|chaque"
    r"|une? (?:et|ou) l'autre|(?:deux|trois|quatre)(?= \w+s))"
    r" (?P<noun>(?:règlement|loi|directive|décret|ordonnance|convention|traité|accord|arrêté|texte|code)s?)(?!\w)"
)
"""An act that is told from that named last, or by its place: "du nouveau règlement", "de l'autre code", "de ces deux
lois"."""


def _other_one(text: str, at: int) -> ActName | None:
    """An act of which only that it is another one is said at ``at``; what it is, where its name follows."""
    other = _OTHER_ONE.match(text, at)
    if other is None:
        return None
    named = act_at(text, other.start("noun"), None)
    if named is not None and named.how is How.NAMED:
        return named  # "de l'ancienne loi n° 2031-12"
    start = at if other["rank"] else other.start("noun")
    return ActName(start, other.end(), other.end(), "autre", reason=Reason.ACT_UNCLEAR)


LOWER_CONSTITUTION = compiled(r"constitution(?! d[eu]|\w)")
NEAR = 82  # characters of a name by initials
_NAMED_BY = 162  # characters behind a name to a bracket that calls it otherwise
_SMALL = frozenset("abcdhlmnprstu")
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
_UNKNOWN_INITIALS = compiled(
    r"(?:CCN(?: ?\d{2,3})?|C ?\d{1,3}(?= (?:de l')?OIT)|CCAG|CCTP|ANI|OIT|NF|RG(?= AMF))(?!\w)"
    rf"|{SMALL_TEXTS}"
    r"|P\d{1,2}(?= (?:CEDH|Conv)| ?[.;,)]|$)|C°|"
    r"(?!i\.e|e\.g|s\.v|p\.p)(?:[a-z]\.){2,4}(?!\w)|"
    r"(?!JORF|(?:LES|DES|EST|SONT|DANS|POUR|PAR|SUR|AUX|ET|OU|DU|LA|LE|NOR|NOTA|DE|EN|AU|UN|SA|SE|NE|IL|ON"
    rf"|QUE|QUI|{NO_TEXTS})(?!\w))(?![IVXL]+(?!\w))(?:[A-Z]{{2,8}}|[A-Z]{{3,8}}\d{{1,2}}|[A-Z]{{2}}[a-z]{{1,6}})"
    r"(?![\w']|\.(?! ?(?:\n|$)| (?:[A-Z]|É|À))| ?[A-Z](?![a-z]))"
)
_CLAUSE_ENDS = r"(?=\.? ?(?:[;)\n]|$))"
_AGREED_NOUN = (
    r"(?:accord|addendum|avenants?|avt?\.|avt|bail|cahier|charte|compromis|contrat|convention|devis|marché|pacte|protocole"
    r"|promesse|règlement|statuts|transaction)"
)
_UNKNOWN_TEXT = compiled(
    r"prot(?:ocole|\.)(?: additionnel)? (?:n° ?)?\d{1,2}(?!\w)"
    rf"|(?i:{_AGREED_NOUN})(?= (?i:n ?[°o] ?\d)| \d{{1,3}}(?!\w)| du \d{{1,2}}(?:er)?[ /.-])"
    r"|loi (?:de )?(?:1[89])?\d\d(?![\w-])|dcre?t \d"
    r"|(?:accord|arr[êe]té|avenant|[Bb]ail|cahier|charte|contrat|convention|décret|devis|directive|délib(?:\.|ération)|loi"
    r"|marché|ordonnance|règlement|statuts|traité)(?!\w)"
    rf"(?: (?!code|loi)(?:de |du |des |d'|n° ?)?[\w°-]+){{0,3}}{_CLAUSE_ENDS}"
    rf"|{SEATS}{_CLAUSE_ENDS}"
    r"|(?:loi|décret|[Cc]harte|statuts|règlement|convention|contrat|directive|ordonnance|norme|marché) "
    r"(?!(?:et|ou|du|des?|les?|la|n°|est|sont)(?!\w))"
    r"(?:[A-ZÉ][\w-]+|[a-zéè]{5,})(?!\w)"
    r"|(?:[Rr][èe]glt|[Rr]gl?t|[Pp]roto|[Cc]onv|[Dd]ir|[Oo]rd) (?=n°|\d|[a-zéè]{4}|[A-ZÉ])"
    r"|(?:circulaire|instruction|décision|délibération|protocole|avis|pacte|acte|convention) "
    r"(?=(?:de |d')?[A-ZÉ][\w-]|(?:n° ?)?\d|du \d|uniforme(?!\w)|unif\.)|note de service(?!\w)"
    r"|(?:contrat|charte|cahier|avenant|convention|protocole|accord|police|promesse|pacte|bail|statuts|marché) "
    r"(?:de |du |des |d')(?=[^\W\d]{3})"
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
    r"(?:premi(?:er|ère)|seconde?|derni(?:er|ère))(?= ?[.;:,)]|$| l'| (?:et|ou|ne|n'\w+|se|s'\w+|est|sont|a|ont"
    r"|l[ea]s?|en|y|lui|leur|dans|pour|par|sur|aux?|que|qui|dont|comme|avec|une?|des|cette|deux|trois|aucune?"
    r"|(?:suppos|impos|dispos|exig|énonc|fix|vis|précis|concern|consacr|institu|rappell|subordonn|oblig|réprim|sanctionn"
    r"|autoris|confi|protèg|détermin|limit|mentionn|renvoi|complèt|dérog|abrog|prohib|organis|encadr|affirm|écart|oppos)(?:e|ent|ait)|prévoi(?:t|ent)|perme(?:t|ttent)|interdi(?:t|sent)"
    r"|défini(?:t|ssent)|régi(?:t|ssent)|garanti(?:t|ssent)|puni(?:t|ssent))(?!\w))"
)
"""One of two acts named before, by its place: "l'article 6 du premier suppose"."""
_OF_TEXTS = frozenset(
    ("accord", "autre", "reglement-ue", "decision", "traité", "convention", "charte", "statut", "protocole")
)
AGREED = frozenset(("accord", "autre", "traité", "convention", "charte", "statut", "protocole", "reglement-ue"))
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
    r"|impos|exig|protèg|oblig|consacr|garanti|énonc|dispos|stipul|précis|institu|autoris|complèt|renvoi|rappell|réprim"
    r"|aux?|à|en|ne|a|ont|peut)(?:[a-zéè]{3,}-)?[a-zéè]{5,}(?:e|el|elle|eur|ive?|[aio]l|ale|[ei]n|aire)s?(?!\w))"
)
_COLLECTIVE = compiled(
    r" collective(?: nationale)?(?= ?(?:[.;:,)»\n]|$)| (?:est|sont|et|ou|qui|que|ne|a|ont|applicable|pr[ée]v\w+"
    r"|susvisée|précitée|relati(?:f|ve)s?|pour|dans|en vigueur|à compter)(?!\w))"
)
"""An agreement that is not named any further, as in its amendments: "l'article 12 de la convention collective"."""
_PRAISE = compiled(
    r"(?:(?:(?:si|très|bien|trop) )?(?:cher|chère|bon(?:ne)?|vieux|vieille|vénérable|beau|belle|célèbre|fameu(?:x|se)"
    r"|sacro-sainte?|précieu(?:x|se)|excellente?|petite?|grande?|pauvre|nouveau|nouvelle|actuel(?:le)?|propre"
    r"|ancien(?:ne)?|précédente?|premi(?:er|ère)|derni(?:er|ère)|seconde?) ){1,2}"
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
                AGREED | _LAWS
                if common or link["loose"].startswith("d'un")
                else AGREED
                if several
                else _OF_TEXTS_ALWAYS
            )
            if annex or name.nature not in texts or (link["loose"][0] in "aàAÀ" and not common):
                return None
            return name._replace(nature="autre", how=How.NAMED, reason=Reason.ACT_WITHOUT_ID)
        if name.nature == "convention" and (collective := _COLLECTIVE.match(text, name.stop)) is not None:
            return with_after(text, name._replace(end=collective.end(), stop=collective.end()), name.form)
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
        return unread_noun(at, code.end(), "code")
    begin = _behind_praise(text, at) if link["possessive"] else at
    noun = _NAME.match(text, begin)
    if noun is None or (noun["initials"] is None and _NO_NAME.match(text, begin)):
        return None
    if link["possessive"] and (form := act_at(text, _behind_praise(text, at), None)) is not None:
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
    return unread_noun(begin, noun.end(), nature)


_OURS = frozenset(("code", "constitution", "declaration", "déclaration"))
ARTICLE_BEHIND = compiled(r" ?[,:(–-]? ?[Aa][Rr][Tt]")

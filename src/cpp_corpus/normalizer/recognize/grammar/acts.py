"""Acts: named beside an article or a division, or alone.

:func:`act_after` is the one place that says which act the words behind a number name. What names none in a form that
is known here, and yet names something ("du bail", "du CCTP"), is an act without an id, and says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cpp_corpus.lang.abbreviations import abbreviation_at
from cpp_corpus.lang.acts import ACTS, codes_with, has_number
from cpp_corpus.lang.decisions import decision_id
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import AND_PUNISHED, DATE, MONTH, adjective_before, compiled, word_before
from cpp_corpus.normalizer.recognize.grammar.act_names_at import OF_YEAR, act_at, small_initials
from cpp_corpus.normalizer.recognize.grammar.acts_behind import (
    AGREED,
    ARTICLE_BEHIND,
    LOWER_CONSTITUTION,
    NEAR,
    TITLE_OF_ACT,
)
from cpp_corpus.normalizer.recognize.grammar.clauses import cited_behind
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import abbreviated
from cpp_corpus.normalizer.recognize.grammar.designations.courts import COURT, decisions
from cpp_corpus.normalizer.recognize.grammar.designations.laws import LAW, NATURES, further_laws, iso_date
from cpp_corpus.normalizer.recognize.grammar.designations.treaties import protocol_article
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase, how_named, new
from cpp_corpus.normalizer.recognize.rule import Example, Rule

__all__ = [
    "ACT",
    "CELL",
    "CONSTITUTIONAL",
    "SECOND_ACT",
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
    *("P1", "P4", "P6", "P7", "P12", "P13", "P16"),
    *("codice", "código", "codigo", "wetboek", "burgerlijk", "grundgesetz", "strafgesetzbuch", "obligationenrecht"),
    *("zivilgesetzbuch", "zivilprozessordnung", "handelsgesetzbuch", "costituzione", "constitución"),
)
_DOTTED = compiled(
    r"(?:(?<!\w)(?:le|du|au|un|par) |(?:^|(?<=[\n;(«])) ?)"
    r"(?:(?P<number>\d{2}\.\d|49-3)(?:, alinéa \d)?|(?P<whole>\d{2}),? al(?:\.|inéa)? ?(?P<part>\d)) de la $"
)
"""An article of the Constitution as people name it: "le 49.3 de la Constitution", "le 49 al. 3 de la Constitution"."""
_OF_CODE = r"(?:\d{2,4}(?:-\d{1,3}){1,2}|\d{3,4})"
_NUMBERS_ALONE = (
    r"(?:(?P<the>(?<!\w)(?:[lL]e|au|du|un|par) )"
    r"|(?<=[a-zà-ÿ]\s)(?<!page\s)(?<!titre\s)(?<!livre\s)(?<!chapitre\s)(?<!section\s)(?<!numéro\s)(?<!graphe\s)"
    r"(?<!alinéa\s))"
    rf"(?P<numbers>{_OF_CODE}(?:(?:(?:, | et | ou )(?:(?:le|du|au) )?|{AND_PUNISHED}){_OF_CODE}){{0,4}}"
    r"|(?<=\s[lL]e\s)\d{1,2})"
)
_NUMBERED_ALONE = compiled(_NUMBERS_ALONE + " du $")
"""Articles of a code that are named by their numbers alone: "le 1240 du code civil", "1641 et 1792 du code civil".

So are those that tell what an offence is and how it is punished: "prévu par 222-13 et réprimé par 222-44 du code".
"""
_NUMBERED_BEFORE_SAME = compiled(_NUMBERS_ALONE + "(?: du| de(?: ce)?)? $")
_OF_SAME = {"même": (" du ", " de ce "), "présent": (" du ",), "ce": (" de ",), "dudit": (" ",)}
"""What stands between the numbers and the word that leads back to their code: "le 1222 du même code"."""
_NUMBERED_REACH = 64  # characters
_BEHIND_MONTH = compiled(rf"(?:{MONTH}) $")
"""What makes the number behind it the year of a date: "du 3 mars 2016, 2052 du code"."""
_LONGEST_MONTH = 10  # characters, a space behind it included
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
    if name is None and LOWER_CONSTITUTION.match(text, start) is not None:
        name = act_at("Constitution", 0, None)
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


def read_act(text: str, start: int, _end: int) -> Iterable[Phrase]:
    """[``présent`` | ``même`` | ``ledit`` | ``ce``] *act*"""
    if text[start] == "P" and (cited := protocol_article(text, start)) is not None:
        match, protocol = cited
        item = Item(*match.span("number"), match["number"])
        return (Phrase("article", start, protocol.stop, (item,), protocol, bare=True),)
    word, begin = adjective_before(text, start)
    if word in _LAST:
        word, begin = word_before(text, begin)  # "ce dernier code"
    how = how_named(word)
    name = act_at(text, start, how)
    if text.startswith(("Constitution", "constitution"), start) and text.endswith("de la ", 0, start):
        dotted = _dotted(text, start, name)
        if dotted is not None:
            return (dotted,)
    if name is not None and (numbered := numbered_alone(text, name)) is not None:
        return (numbered,)
    if how is not None and name is not None and (numbered := _numbered_of_same(text, name, word, begin)) is not None:
        return (numbered,)
    if word in _DUBBED and (dubbed := act_at(text, start, None)) is not None and dubbed.how is How.NAMED:
        name, how = dubbed, None
    if name is None and how is None and text.startswith("constitution", start):
        name = _lower_constitution(text, start)
    if name is not None and name.how is How.VAGUE and how is None and (of_year := _of_year(text, name)) is not None:
        return (of_year,)
    if name is None or name.nature == "autre" or name.how is How.VAGUE:
        return () if name is None or how is not None or name.nature not in AGREED else _heading(text, name)
    if _is_no_act(text, name) and ARTICLE_BEHIND.match(text, name.stop) is None and cited_behind(text, name.stop) < 0:
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
    numbered = _NUMBERED_ALONE.search(text, max(0, start - _NUMBERED_REACH), start)
    if numbered is None:
        return None
    items = _items_alone(text, numbered)
    if not items or not any(all(has_number(ident, item.number or "") for item in items) for ident in name.ids):
        return None
    return Phrase("article", items[0].start, name.stop, tuple(items), name, bare=True)


def _numbered_of_same(text: str, name: ActName, word: str, begin: int) -> Phrase | None:
    """The same before a code that is led back to by ``word``, at ``begin``: "le 1240 du même code"."""
    befores = _OF_SAME.get(word, ()) if name.nature == "code" else ()
    before = next((each for each in befores if text.endswith(each, 0, begin)), None)
    if before is None or not text[begin - len(before) - 1 : begin - len(before)].isdigit():
        return None
    numbered = _NUMBERED_BEFORE_SAME.search(text, max(0, begin - _NUMBERED_REACH), begin)
    items = [] if numbered is None else _items_alone(text, numbered)
    if not items or not all(codes_with(item.number or "") for item in items):
        return None
    return Phrase("article", items[0].start, name.stop, tuple(items), name, bare=True)


def _items_alone(text: str, numbered: re.Match[str]) -> list[Item]:
    """The numbers that stand alone before their code; none where they may be years."""
    begin, end = numbered.span("numbers")
    if _BEHIND_MONTH.search(text, max(0, begin - _LONGEST_MONTH), begin) is not None:
        year, _, _ = numbered["numbers"].partition(",")
        begin += len(year)
    items = [Item(*found.span(), found[0]) for found in _CODE_NUMBER.finditer(text, begin, end)]
    numbers = [text[item.start : item.end] for item in items]
    if numbered["the"] is None and all(number.isdigit() and int(number) in _YEARS for number in numbers):
        return []
    return items


_NUMBER_OF_SMALL = compiled(r"(?P<number>\d{2,4}(?:-\d{1,3}){0,2}) du (?=c)")


def numbered_small(text: str, at: int) -> Phrase | None:
    """The same before initials in lower case: "au titre du 700 du cpc"; ``at`` is where the number begins."""
    numbered = _NUMBER_OF_SMALL.match(text, at)
    name = None if numbered is None else small_initials(text, numbered.end())
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
    if _BEGINS.search(text, max(0, start - 8), start) is None or ARTICLE_BEHIND.match(text, end) is None:
        return None
    short = abbreviation_at(text, start)
    return None if short is None or short.end != end else abbreviated(start, short)


_OTHER_ACT = re.compile(
    r"(?<!\w)(?:lois?|décrets?|codes?|ordonnances?|arrêtés?|directives?|[Cc]onstitution|(?!IDCC|NOR|JO)[A-Z]{3,6})(?!\w)"
)


def _heading(text: str, name: ActName) -> Iterable[Phrase]:
    """A text without an id that heads an article of its own: "l'accord du 3 mars, article 12"."""
    near = text.find("rt", name.stop, name.stop + TITLE_OF_ACT) >= 0  # as every article is named
    headed = _HEADED.match(text, name.stop) if near else None
    cited = cited_behind(text, name.stop) if near and headed is None else -1
    if headed is None and (cited < 0 or _OTHER_ACT.search(text, name.stop, cited) is not None):
        return ()
    stop = name.stop if headed is None else headed.end()
    name = name._replace(nature="autre", how=How.NAMED, stop=stop, reason=Reason.ACT_WITHOUT_ID)
    return (Phrase("act", name.start, name.stop, (), name),)


_NAMES_ITSELF = re.compile(r"(?<!\w)(?:établissant|instituant|portant) (?:le |un )?\Z|\(\Z")
"""What stands before the name of a regulation in its own title: "établissant le code des douanes de l'Union"."""


def _is_no_act(text: str, name: ActName) -> bool:
    """Whether an act is none alone: a code that is not of the list ("code postal").

    One of another country is no reference, and yet what articles behind it may be of.
    """
    if name.reason is not None:
        return name.reason is not Reason.FOREIGN_ACT
    if name.nature == "code" and any(":" in act for act in name.ids):
        return _NAMES_ITSELF.search(text, max(0, name.start - NEAR), name.start) is not None
    return name.nature == "code" and name.how is How.NAMED and not any(act in ACTS for act in name.ids)


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
    if application is not None and _PARTIES.search(text, max(0, start - NEAR), start) is not None:
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
        Example("Codice civile, art. ⟦7⟧ ; art. ⟦8⟧ Código civil", "?/7 ?/8"),
        Example(
            "Violation de l'article P1-⟦1⟧ CEDH et du P7-⟦4⟧",
            "traite:protocole-1-a-la-convention-europeenne-des-droits-de-lhomme/1"
            " traite:protocole-7-a-la-convention-europeenne-des-droits-de-lhomme/4",
        ),
        Example("la place P1-1 du moulin"),
        Example("la publication dudit décret"),
        Example("ce contrat et cet accord"),
    ),
)
_SECOND = compiled(
    rf"(?<!\w)(?:lois?|ordonnances?|décrets?|arrêtés?)(?: n ?° ?\d[\d-]*)?(?:,? du {DATE})?"
    r"(?:(?<=\d)(?: \([^()\n]{1,60}\)|(?:(?!, (?:la |le |l'|les |une? ))[^.;:\n\d]){0,160}?))?"
    r",? (?:et|ou|puis|mais|ainsi que|comme|que) (?:par |de |dans |à )?$",
    re.IGNORECASE,
)
_SECOND_CODE = compiled(
    r"(?<!\w)(?:codes? [^.;:,()\n\d]{4,80}|C(?:ode|\.) [a-zé]{2,12}\.?|CG[A-Z]{1,3}|CP[CP]?)(?: \([^()\n]{1,60}\))?"
    r"(?:, (?!l[ea]s? |une? )[a-zà-ÿ' ]{3,60},|,)? (?:et|ou|puis|mais|ainsi que|comme|que) (?:par |de |dans |à )?$",
    re.IGNORECASE,
)
"""A code, before a second one."""
_SECOND_NEAR = 240  # characters


def _read_second(text: str, start: int, _end: int) -> Iterable[Phrase]:
    """(``celle`` | ``celui``) (``n°`` *number* | ``du`` *date* | *title*), behind an act and no other such thing"""
    name = act_at(text, start, None)
    if name is None or not name.ids:
        return ()
    before = _SECOND_CODE if name.nature == "code" else _SECOND
    if before.search(text, max(0, start - _SECOND_NEAR), start) is None:
        return ()
    return (Phrase("act", name.start, name.stop, (), name),)


SECOND_ACT = Rule(
    "second act",
    ("celle", "celui"),
    r"(?= (?:n ?° ?\d|d[eu]|d'))",
    _read_second,
    (
        Example("Le ⟦code civil⟧ et ⟦celui de procédure civile⟧ le disent", "code-civil code-de-procedure-civile"),
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

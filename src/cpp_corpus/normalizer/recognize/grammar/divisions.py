"""Divisions of an act: ``section 2 du chapitre III du titre Ier du livre IV``, ``présent titre``, ``annexe I``."""

from __future__ import annotations

import re
from math import inf
from typing import NamedTuple

from cpp_corpus.lang.ordinals import ordinal_value
from cpp_corpus.lang.roman import to_roman
from cpp_corpus.model.division import depth_of
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import ADVERB, compiled, layout
from cpp_corpus.normalizer.recognize.grammar.act_names_at import TEXTS
from cpp_corpus.normalizer.recognize.grammar.acts_behind import act_after
from cpp_corpus.normalizer.recognize.grammar.clauses import SUBJECT, VERB
from cpp_corpus.normalizer.recognize.grammar.designations.foreign import english_name
from cpp_corpus.normalizer.recognize.grammar.locators import ORDINAL
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase, Qualifier, new

__all__ = [
    "COMMON",
    "HALF",
    "NOUNS",
    "OF_BOOK",
    "SHORT",
    "division_at",
    "divisions_after",
]

NOUNS = ("livre", "titre", "chapitre", "section", "paragraphe", "partie")
SHORT = {
    "liv.": "livre",
    "tit.": "titre",
    "chap.": "chapitre",
    "sect.": "section",
    "ann.": "annexe",
    "cons.": "considerant",
    "consid.": "considerant",
}
_NOUN = (
    rf"(?:(?i:(?:sous-)?(?:{'|'.join(NOUNS)})s?|annexes?|considérants?)(?!\w)"
    rf"|(?i:{'|'.join(map(re.escape, SHORT))})(?= ?[IVXLC\d]))"
)
_BEGINNINGS = frozenset(noun[:3] for noun in (*NOUNS, "sous-", "annexe", "considérant", *SHORT))
HALF = r"(?i:(?:première |seconde )?partie (?:législative|réglementaire|legislative|reglementaire|arrêtés)(?!\w))"
_HALF = compiled(HALF)
"""A part of a code that is no step of a path."""
_NUMERAL = layout(rf"""
    (?:
        (?:
            [IVXLC]+(?:er|(?<=nnexe.I)[a-d]|(?<=nnexe.II)[a-d]|(?<=nnexe.III)[a-d])?(?![\w'])|(?i:premi(?:er|ère))(?!\w)
            |(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)ième(?!\w)|unique(?!\w)|préliminaire(?!\w)
            |\d+(?:er)?(?:[-.]\d+)*(?![\d°/]|,\d(?!\d? ?(?:,|et |ou ))| ?%)|(?!A (?i:l'|la |leur ))[A-Z](?![\w'.])
        )
        (?: {ADVERB})?(?:-\d+)*(?:(?: (?!C (?!des )[a-zé]{{3,}})|-)[A-Z](?![\w'.]))?
    )
""")
_ONE = compiled(rf"(?P<noun>{_NOUN}) ?(?:n° ?)?(?<!\w)(?P<number>{_NUMERAL})")
_SAME_ONE = compiled(rf"(?i:mêmes?) (?P<noun>{_NOUN}) (?P<number>{_NUMERAL})")
_FIGURE = r"[0-9]{1,2}(?:er|[èe]?re|nde?|[èeé]me|[eè])"
_BEFORE = compiled(
    rf"(?P<ordinal>{ORDINAL}|{_FIGURE}) (?P<noun>(?:livre|titre|chapitre|partie|considérant)s?)(?!\w)", re.IGNORECASE
)
_PRESENT = compiled(
    r"(?P<how>présente?s?|(?<!un\s)(?<!une\s)mêmes?(?! titres? qu| parties)|dite?s?)"
    rf" (?P<noun>{_NOUN})(?!\w)",
    re.IGNORECASE,
)
"""The present division, or one that was named before, which "une même section" and "les mêmes parties" are not."""
_THIS = compiled(r"(?:ce|cette) (?P<noun>livre|titre|chapitre|section|partie)(?!\w)", re.IGNORECASE)
_BESIDE = compiled(
    r"(?P<noun>(?:sous-)?(?:livre|titre|chapitre|section|partie)) (?:(?P<previous>précédente?|qui précède)|suivante?)"
    r"(?!\w| ?:)",
    re.IGNORECASE,
)
_BARE = compiled(r"(?P<noun>annexe)(?!\w)", re.IGNORECASE)
_MORE = compiled(
    rf"(?P<sep>, ?| et | ou |, et | à )(?:(?:du|des|de la|au|le) )?(?P<number>{_NUMERAL})"
    r"(?!\w| ?(?:QPC|DC)|(?<=[DL])\. ?n)"
)
_BESIDE_NUMBER = compiled(
    r",? (?P<bracket>\()?(?=(?:livre|titre|chapitre|section|partie|liv\.|tit\.|chap\.|sect\.) ?(?:[IVX\d]|prem))",
    re.IGNORECASE,
)
"""What stands before a division directly behind a number."""
_LABEL = compiled(r"(?:^|\n)[ >*#]*(?:Article|ARTICLE|Art\.) [^\n(]{1,16}$")
"""The label of an article of a bill, before the division that it changes: "Article 12 (titre Ier du code du sport)"."""
_LONGEST_LABEL = 32  # characters
_MEMBER_ASIDE = compiled(
    rf"(?: ?, (?!{SUBJECT})[a-zà-ÿ][^,;:.()\n\d]{{2,120}},| \([^()\n\d]{{2,80}}\))"
    r"(?=,? (?:et|ou) [IVXLC\d]{1,6}(?:er)?(?:[,;.)]| \(| d[eu] ))"
)
"""An aside of one of several, behind which the list goes on."""
_HYPHENED = re.compile(r"[0-9]+-[0-9]")  # no noun counts so: further members behind a singular, too
_DOWN = compiled(
    r",? ?(?:du|de la|de l'|des|de (?:son|sa|ses|leurs?)(?!\w)|de|dans l(?:e|a|')) ?"
    rf"(?=(?i:sous-|livre|titre|chapitre|section|paragraphe|partie|annexe|considérant|présent|même|dit|chap\.|tit\.|sect\."
    r"|ce(?:tte)? (?:livre|titre|chapitre|section|partie)(?!\w)"
    rf"|liv\.|{ORDINAL}|{_FIGURE} (?:livre|titre|chapitre|partie)))",
    re.IGNORECASE,
)
_ASIDE = compiled(
    rf"(?: ?, (?!{SUBJECT})(?P<words>[a-zà-ÿ][^,;:.()\n]{{2,120}}),| \([^()\n]{{2,80}}\)"
    r"| (?P<dash>[–—]) [^–—;:.()\n]{2,120} (?P=dash)| \[[^\[\]\n]{2,40}\]| nouve(?:au|lle))"
    r"(?= d(?:u|e la|es|e l') ?\w)"
)
"""What stands between a division and the one around it, or its act: "le titre V, relatif au lancer, du livre Ier"."""
_OF_PRESENT_ARTICLE = compiled(r" ?(?:du présent|de cet|du même|au présent) article")
_DEEPER = compiled(rf"(?: ?\([^()\n\d]{{1,80}}\))?(?: ?, ?| [-–] ?| )(?:{HALF} ?, ?)?")
_SEPARATES = frozenset(",(-–")


class _Level(NamedTuple):
    """One noun of a division with its numbers."""

    members: list[tuple[str, int, int]]
    """Each as (step, start, end)."""
    present: str
    """What the adjective says."""
    end: int
    """Where reading goes on."""


def _down_to(text: str, level: _Level) -> tuple[list[str], _Level]:
    """The division that one named from the outside in leads down to, and the steps above it, the nearest first.

    "livre II, titre III"; but in "titre II, chapitre Ier du titre III" the first stands alone.
    """
    outer: list[str] = []
    last = level
    while len(last.members) == 1 and not last.present and _is_parted(text, last.end):
        deeper = _beside(text, last.end)
        if deeper is None or deeper.present:
            break
        if not _depth(last.members[0][0]) < depth_of(deeper.members[0][0]) < inf:
            break
        outer.insert(0, last.members[0][0])
        last = deeper
    down = _DOWN.match(text, last.end) if outer else None
    outside = None if down is None else _level(text, down.end())
    if outside is not None and depth_of(outside.members[0][0]) >= _depth(outer[-1]):
        return [], level
    return outer, last


def _depth(step: str) -> float:
    """The depth of a step, where a numbered annex is around all others: "annexe II, chapitre Ier"."""
    return -1 if step.startswith("annexe.") else depth_of(step)


def _is_parted(text: str, at: int) -> bool:
    """Whether a comma, or what may stand in its place, comes next; or a noun at once: "livre III titre IV"."""
    following = text[at : at + 4].strip(" ")
    return following[:1] in _SEPARATES or following.lower() in _BEGINNINGS


def _beside(text: str, at: int) -> _Level | None:
    """The division without a determiner behind a comma or a blank."""
    comma = _DEEPER.match(text, at)
    at = at if comma is None else comma.end()
    return _level(text, at) if comma is not None and text[at : at + 3].lower() in _BEGINNINGS else None


def _wider(text: str, at: int, depth: float) -> _Level | None:
    """The division behind a comma in which one of a depth stands: "titre III, livre II"; none that leads down again."""
    wider = _beside(text, at)
    if wider is None or wider.present or len(wider.members) > 1 or not depth_of(wider.members[0][0]) < depth < inf:
        return None
    below = _beside(text, wider.end) if _is_parted(text, wider.end) else None
    return wider if below is None or depth_of(below.members[0][0]) < depth_of(wider.members[0][0]) else None


class _Whole(NamedTuple):
    """A division with those around it."""

    members: list[tuple[str, int, int]]
    outer: list[str]
    """The steps around it, the nearest first."""
    present: str
    """What an adjective says of the outermost one."""
    end: int
    """Where reading goes on."""
    asides: list[Qualifier]
    """What stands between them."""


def _whole(text: str, first: _Level) -> _Whole:
    """A division with those in which it stands, by the words behind it."""
    depth = depth_of(first.members[0][0]) or inf  # a part is above a book, or inside one
    outer, (members, present, end) = _down_to(text, first)
    alone = not outer and len(members) == 1
    asides: list[Qualifier] = []
    while not present:
        down = _DOWN.match(text, end)
        aside = None if down is not None else _aside(text, end)
        if aside is not None:
            down = _DOWN.match(text, aside.end)
        half = None if down is None else _HALF.match(text, down.end())
        if half is not None:
            end = half.end()
            continue
        if down is not None:
            level = _level(text, down.end()) or _this(text, down.end())
        else:
            level = _wider(text, end, depth) if alone and _is_parted(text, end) else None
        if level is None or level.members[0][0] == "annexe":
            break
        step = level.members[0][0]
        above = depth_of(step)
        if 0 < above < inf:
            if above >= depth:  # "du titre II, des chapitres Ier et III"
                break
            depth = above
        if aside is not None:
            asides.append(aside)
        outer.append(step)
        present, end = level.present, level.end
    return _Whole(members, outer, present, end, asides)


def _act_of(text: str, end: int, asides: list[Qualifier]) -> ActName | None:
    """The act behind a division, over its title or an aside, which is added to the others."""
    act = act_after(text, end)
    if act is None and (between := _BETWEEN.match(text, end)) is not None:
        act = act_after(text, between.end())
        end = between.end() if act is None and between["letters"] is not None else end
    if act is None and (of := _OF_ENGLISH.match(text, end)) is not None:
        return english_name(text, of.end())
    if act is None and (aside := _aside(text, end)) is not None:
        act = act_after(text, aside.end)
        if act is None or act.how is not How.NAMED:
            return None
        asides.append(aside)
    return act


def division_at(text: str, at: int, start: int | None = None) -> Phrase | None:
    """*division* {(``,`` | ``du``) *division*} [*act*]; ``at`` is where its first word stands."""
    first = _level(text, at)
    if first is None:
        return None
    members, outer, present, end, asides = _whole(text, first)
    path = "/".join(reversed(outer))
    how = How.SAME if present in {"same", "again"} else How.NAMED
    items = [
        new(Item, (s, e, None, None, False, f"{path}/{own}" if path else own, (), how, None, None, None, ()))
        for own, s, e in members
    ]
    inside, stop = present == "present", end
    act = None if present else _act_of(text, end, asides)
    if present == "same" and text.startswith((" du ", " de la ", " de l'"), end):
        named = act_after(text, end)  # "le même chapitre du code X"
        act = named if named is not None and named.how is How.NAMED and named.ids else None
    if asides:
        items[-1] = items[-1]._replace(qualifiers=tuple(asides))
    if act is not None:
        apposed = act.nature == "boi" and text[end : end + 1] == ","  # "(chapitre 1, BOI-BA-CHAMP-10-10)"
        if apposed or OF_BOOK.match(text, end) is not None or not _is_text(text, act, items[0].path or ""):
            act = None
        else:
            stop = act.stop
    of_annex = (items[0].path or "").startswith("annexe.")
    if act is None and not present and text.startswith(_LEADS_TO_ANNEX, end):
        annexed = (_ANNEXED_TO if of_annex else _IN_OTHER_ANNEX).match(text, end)
        if annexed is not None:
            noun, stop = annexed.start("noun"), annexed.end()
            act = ActName(noun, stop, stop, "autre", reason=Reason.ACT_WITHOUT_ID)
        elif text.startswith(_OF_ANNEX, end) and (act := act_after(text, end + len(_OF_ANNEX))) is not None:
            items = [item._replace(path=f"annexe/{item.path}") for item in items]
            stop = act.stop
    if members[0][0] == "annexe" and not outer:
        here = _OF_PRESENT_ARTICLE.match(text, end)
        if here is not None:
            inside, stop = True, here.end()
        elif act is None or act.how is How.VAGUE or act.reason is not None:
            return None
    return new(Phrase, ("division", at if start is None else start, stop, tuple(items), act, inside, False, False))


_ANNEXED_TO = compiled(
    r" (?:au|aux|à la|à l') ?(?P<noun>règlements?|conventions?|accords?|contrats?|statuts|protocoles?|traités?|cahiers?"
    r"|chartes?|circulaires?|conditions générales|avenants?|bail|rapports?)(?!\w)"
)
"""The text that an annex is of, where it is none that is read: "l'annexe VIII au règlement intérieur"."""
_OF_ANNEX = " de l'annexe"
_LEADS_TO_ANNEX = (" a", " à", _OF_ANNEX)
_IN_OTHER_ANNEX = compiled(
    r" de l'(?P<noun>annexe) (?:sur|concernant|relative"
    r"|(?:à la|à l'|au) ?(?:convention|accord|protocole|traité|contrat))(?!\w)"
)
"""An annex by its subject, or of a treaty, in which a division stands: "la dixième partie de l'annexe sur les bacs"."""


def _aside(text: str, at: int) -> Qualifier | None:
    """An aside without a verb of its own, behind a division."""
    if text[at : at + 1] != "," and text[at : at + 2] not in _OPENS_ASIDE:
        return None
    aside = _ASIDE.match(text, at)
    if aside is None:
        return None
    if aside["words"] and not aside["words"].startswith(_RELATIVE) and VERB.search(text, *aside.span("words")):
        return None
    return Qualifier("other", at, aside.end())


_OPENS_ASIDE = frozenset((" (", " –", " —", " [", " n"))
_RELATIVE = ("qui ", "que ", "qu'", "dont ", "où ", "auquel ", "à laquelle ", "lequel ", "laquelle ")
_BETWEEN = compiled(
    r"(?:,? intitulée?)? [«\"“] ?[^«»\"“”\n]{1,160} ?[»\"”]"
    r"| ?\((?:nouveau|ancien|partie (?:législative|réglementaire)|parties [^()\n]{5,60})\)(?= (?:du|de la|de l'))"
    r"|(?P<letters>(?:\([0-9A-Za-z]{1,4}\)){1,4})(?= d[ue] | of )"
    r"|,? (?:points?|pt|§) ?\d{1,3}(?:\.\d{1,3})*(?:,? ?(?:sous )?[a-z](?:\)|(?![\w'])))?,?"
)
"""What may stand between a division and its act: its title, a point of it, the letters of a part in English law."""
_OF_ENGLISH = compiled(r" of (?:the )?(?=[A-Z])")


def _is_text(text: str, act: ActName, path: str) -> bool:
    """Whether what a division is of is a text: "la section E de l'ordre" is none, "le chapitre II du bail" is."""
    if act.nature == "sigle":
        return COMMON.match(path) is None
    if act.nature == "nom":
        noun = text[act.start : act.end].split(maxsplit=1)[0].lower()
        return noun in TEXTS or noun.rstrip("s") in TEXTS or english_name(text, act.start) is not None
    return act.how is not How.VAGUE or act.nature != "autre" or not text.startswith("annexe", act.start)


def divisions_after(text: str, at: int) -> Phrase | None:
    """The division in which an article stands, with its act: ``du titre III du livre II du code …``.

    Without a preposition, only one whose act is named: ``art. 5, titre III du code …``.
    """
    down = _DOWN.match(text, at)
    if down is not None:
        return division_at(text, down.end())
    beside = _BESIDE_NUMBER.match(text, at)
    division = None if beside is None else division_at(text, beside.end())
    if beside is None or division is None or division.act is None or division.act.how is not How.NAMED:
        return None
    if beside["bracket"] is None:
        return division
    if _LABEL.search(text, max(0, at - _LONGEST_LABEL), at) is not None:
        return None
    return division._replace(stop=division.stop + 1) if text.startswith(")", division.stop) else None


def _level(text: str, at: int) -> _Level | None:
    """The division whose noun, or adjective, stands at a place."""
    three = text[at : at + 3].lower()
    noun = three in _BEGINNINGS
    match = None if noun else _SAME_ONE.match(text, at)
    if match is not None:
        return _Level(
            [(f"{_kind(match)}.{_numeral(match['number'])}", match.start(), match.end())], "again", match.end()
        )
    match = None if noun else _PRESENT.match(text, at)
    if match is not None:
        how = "present" if match["how"].lower().startswith("pr") else "same"
        return _Level(
            [(f"{_kind(match)}.{'present' if how == 'present' else 'same'}", match.start(), match.end())],
            how,
            match.end(),
        )
    match = _ONE.match(text, at) if noun else None
    if match is not None:
        kind = _kind(match)
        members = [(f"{kind}.{_numeral(match['number'])}", match.start(), match.end())]
        end = match.end()
        several = match["noun"].endswith(("s", "."))
        while (more := _more(text, end, several=several)) is not None:
            if match["noun"].endswith(".") and match["number"].isdigit() is not more["number"].isdigit():
                break  # "ann. III, 38": an article
            if more["sep"].strip() == "à":
                step, start, _ = members[-1]
                members[-1] = (f"{step}..{_numeral(more['number'])}", start, more.end())
            else:
                members.append((f"{kind}.{_numeral(more['number'])}", more.start("number"), more.end()))
            end = more.end()
        return _Level(members, "", end)
    match = _BESIDE.match(text, at) if noun else None
    if match is not None:
        way = "precedent" if match["previous"] else "suivant"
        return _Level([(f"{_kind(match)}.{way}", match.start(), match.end())], "present", match.end())
    match = _BEFORE.match(text, at) if not noun or three == "sec" else None  # "section" and "second livre"
    if match is not None:
        value = ordinal_value(match["ordinal"])
        if value is None or value < 1:
            return None
        kind = _kind(match)
        number = str(value) if kind == "considerant" else to_roman(value).lower()
        return _Level([(f"{kind}.{number}", match.start(), match.end())], "", match.end())
    match = _BARE.match(text, at) if three == "ann" else None
    if match is not None:
        return _Level([("annexe", match.start(), match.end())], "", match.end())
    return None


def _this(text: str, at: int) -> _Level | None:
    """The division that was named before, around another one: "le titre II de ce livre"."""
    match = _THIS.match(text, at)
    return (
        None if match is None else _Level([(f"{_kind(match)}.same", match.start(), match.end())], "same", match.end())
    )


def _more(text: str, at: int, *, several: bool) -> re.Match[str] | None:
    """A further numeral of the same noun, over an aside, too: "les titres II (lancer) et III"."""
    more = _MORE.match(text, at)
    if more is None and several and (aside := _MEMBER_ASIDE.match(text, at)) is not None:
        return _MORE.match(text, aside.end())
    return more if more is not None and (several or _HYPHENED.match(more["number"])) else None


def _kind(match: re.Match[str]) -> str:
    noun = match["noun"].lower()
    return SHORT.get(noun) or noun.removesuffix("s").replace("é", "e")


def _numeral(text: str) -> str:
    lower = text.lower()
    rank = ordinal_value(lower)
    if rank is not None and rank > 1 and not lower[0].isdigit():
        return to_roman(rank).lower()
    if lower.startswith("premi") or lower == "1er":
        return "i"
    return "-".join(lower.replace("ier", "i").split()).replace("é", "e")


OF_BOOK = compiled(
    r",? (?:(?:p|pp)\. ?\d|pages? \d|(?:du|de la|de l'|des) (?:manuel|guide|traité de|roman|registre|cours"
    r"|thèse|rapport|mémoire|ouvrage|revue|recueil|encyclopédie|catalogue|bulletin|doctrine|arrêt"
    r"|jugement|BOI[\w-]*|BOFiP[\w-]*)(?!\w))",
    re.IGNORECASE,
)
"""What makes a division one of a book: "le livre III du manuel", "titre II, p. 12"."""
COMMON = re.compile(r"(?:section|partie)\.[a-hj-uwyz](?:\.\.|\Z)|titre\.unique\Z")
"""Steps of a path that no division of a code has, or hardly any."""

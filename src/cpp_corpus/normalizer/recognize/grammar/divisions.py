"""Divisions of an act: ``section 2 du chapitre III du titre Ier du livre IV``, ``présent titre``, ``annexe I``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from cpp_corpus.lang.ordinals import ordinal_value
from cpp_corpus.lang.roman import to_roman
from cpp_corpus.model.division import depth_of
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import ADVERB, adjective_before, compiled, layout
from cpp_corpus.normalizer.recognize.grammar.acts import TEXTS, act_after, read_act
from cpp_corpus.normalizer.recognize.grammar.clauses import SUBJECT, VERB
from cpp_corpus.normalizer.recognize.grammar.locators import ORDINAL
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase, Qualifier, how_named, new
from cpp_corpus.normalizer.recognize.rule import Example, Rule

__all__ = ["ANNEX_CODE", "DIVISION", "HALF", "division_at", "divisions_after"]

_NOUNS = ("livre", "titre", "chapitre", "section", "paragraphe", "partie")
_SHORT = {
    "liv.": "livre",
    "tit.": "titre",
    "chap.": "chapitre",
    "sect.": "section",
    "ann.": "annexe",
    "cons.": "considerant",
    "consid.": "considerant",
}
_NOUN = (
    rf"(?:(?i:(?:sous-)?(?:{'|'.join(_NOUNS)})s?|annexes?|considérants?)(?!\w)"
    rf"|(?i:{'|'.join(map(re.escape, _SHORT))})(?= ?[IVXLC\d]))"
)
_BEGINNINGS = frozenset(noun[:3] for noun in (*_NOUNS, "sous-", "annexe", "considérant", *_SHORT))
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
    rf"(?P<sep>, ?| et | ou |, et | à )(?:(?:du|des|de la|au|le) )?(?P<number>{_NUMERAL})(?!\w| ?(?:QPC|DC))"
)
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
    r"| (?P<dash>[–—]) [^–—;:.()\n]{2,120} (?P=dash))"
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
    if asides:
        items[-1] = items[-1]._replace(qualifiers=tuple(asides))
    if act is not None:
        apposed = act.nature == "boi" and text[end : end + 1] == ","  # "(chapitre 1, BOI-BA-CHAMP-10-10)"
        if apposed or _OF_BOOK.match(text, end) is not None or not _is_text(text, act, items[0].path or ""):
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


_OPENS_ASIDE = frozenset((" (", " –", " —"))
_RELATIVE = ("qui ", "que ", "qu'", "dont ", "où ", "auquel ", "à laquelle ", "lequel ", "laquelle ")
_BETWEEN = compiled(
    r"(?:,? intitulée?)? [«\"“] ?[^«»\"“”\n]{1,160} ?[»\"”]"
    r"| ?\((?:nouveau|ancien|partie (?:législative|réglementaire)|parties [^()\n]{5,60})\)(?= (?:du|de la|de l'))"
    r"|,? (?:points?|pt|§) ?\d{1,3}(?:\.\d{1,3})*(?:,? ?(?:sous )?[a-z](?:\)|(?![\w'])))?,?"
)
"""What may stand between a division and its act: its title, a point of it."""


def _is_text(text: str, act: ActName, path: str) -> bool:
    """Whether what a division is of is a text: "la section E de l'ordre" is none, "le chapitre II du bail" is."""
    if act.nature == "sigle":
        return _COMMON.match(path) is None
    if act.nature == "nom":
        noun = text[act.start : act.end].split(maxsplit=1)[0].lower()
        return noun in TEXTS or noun.rstrip("s") in TEXTS
    return act.how is not How.VAGUE or act.nature != "autre" or not text.startswith("annexe", act.start)


_NEXT = compiled(
    r",? ?(?:(?:et|ou|ainsi que|et/ou|ni) )?(?:du|de la|de l'|des|au|aux|à la|à l'|le|la|les|l') ?"
    r"(?=(?i:sous-|livre|titre|chapitre|section|paragraphe|partie))"
)
_MANY = 20  # divisions of a list that are looked at for what they share


def _listed(text: str, phrase: Phrase) -> list[Phrase]:
    """A division with those that stand in one list with it; those of the same division or act are one phrase.

    "du titre II, des chapitres Ier et III du titre III du livre IV": of the same book, since each has a title. What no
    further division completes stands alone.
    """
    found = [phrase]
    while found[-1].act is None and not found[-1].present and len(found) < _MANY:
        sep = _NEXT.match(text, found[-1].stop)
        following = division_at(text, sep.end()) if sep else None
        if following is None or not following.items:
            break
        found.append(following)
    listed = [found.pop()]
    while found:
        before, shared = found.pop(), listed[-1]
        steps = (shared.items[0].path or "").split("/")
        kinds = [step.partition(".")[0] for step in steps]
        own = (before.items[0].path or "").partition(".")[0]
        at = kinds.index(own) if own in kinds else 0
        if not at:
            listed.append(before)
            continue
        above, how = "/".join(steps[:at]), shared.items[0].how
        items = [item._replace(path=f"{above}/{item.path}", how=how) for item in before.items]
        listed[-1] = shared._replace(start=before.start, items=(*items, *shared.items))
    return listed[::-1]


def divisions_after(text: str, at: int) -> Phrase | None:
    """The division in which an article stands, with its act: ``du titre III du livre II du code …``."""
    down = _DOWN.match(text, at)
    return None if down is None else division_at(text, down.end())


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
        several = match["noun"].endswith("s")
        while (more := _more(text, end, several=several)) is not None:
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
    return _SHORT.get(noun) or noun.removesuffix("s").replace("é", "e")


def _numeral(text: str) -> str:
    lower = text.lower()
    rank = ordinal_value(lower)
    if rank is not None and rank > 1 and not lower[0].isdigit():
        return to_roman(rank).lower()
    if lower.startswith("premi") or lower == "1er":
        return "i"
    return "-".join(lower.replace("ier", "i").split()).replace("é", "e")


def _read_division(text: str, start: int, _end: int) -> Iterable[Phrase]:
    """[``présent`` | *ordinal*] *division* [*numeral* | ``précédent`` | …] {(``,`` | ``du``) *division*} [*act*]"""
    word, begin = adjective_before(text, start)
    phrase = division_at(text, begin) if how_named(word) is not None or ordinal_value(word) else None
    phrase = phrase or division_at(text, start)
    if (
        phrase is None
        or ("paragraphe." in (phrase.items[0].path or "") and _OF_ARTICLE.match(text, phrase.stop) is not None)
        or (text[start - 2 : start] == ", " and _WITH_POINT.match(text, phrase.stop) is not None)
        or _is_title(text, start, phrase)
        or _is_of_book(text, phrase)
        or _is_common(text, start, phrase)
    ):
        return ()
    its = word in _ITS or _OF_ITS.search(text, phrase.items[-1].end, phrase.stop) is not None
    if its and phrase.act is None and (phrase.items[0].path or "").startswith(_OWNED):
        return (phrase._replace(its=True),)
    first, *further = _listed(text, phrase)
    return (first, *(each for each in further if not (_is_of_book(text, each) or _is_common(text, each.start, each))))


_OWNED = ("annexe", "livre.", "titre.", "partie.", "chapitre.", "section.")
_ITS = frozenset(("son", "sa", "ses", "leur", "leurs"))
_OF_ITS = re.compile(r" de (?:son|sa|ses|leurs?) ")
"""What leads to the outer division of an act that is named before: "notamment le titre V de son livre II"."""
_WITH_POINT = re.compile(r",? (?:sous|points?|lettres?|premier alinéa|second alinéa|alinéa) ?[a-z0-9]*\)?,? d")
"""The point of a paragraph, which is one of an article before: "l'article 6, dont …, paragraphe 1, sous f), du"."""
_OF_ARTICLE = re.compile(r"(?<=[0-9IVX]) de l'(?:article|art\.) [LRD0-9]")
"""What makes a paragraph one of an article, and no division: "paragraphe 7 de l'article D. 7"."""


_OF_BOOK = compiled(
    r",? (?:(?:p|pp)\. ?\d|pages? \d|(?:du|de la|de l'|des) (?:manuel|guide|traité de|roman|registre|cours"
    r"|thèse|rapport|mémoire|ouvrage|revue|recueil|encyclopédie|catalogue|bulletin|doctrine|arrêt"
    r"|jugement|BOI[\w-]*|BOFiP[\w-]*)(?!\w))",
    re.IGNORECASE,
)
"""What makes a division one of a book: "le livre III du manuel", "titre II, p. 12"."""


def _is_of_book(text: str, phrase: Phrase) -> bool:
    return phrase.act is None and not phrase.present and _OF_BOOK.match(text, phrase.stop) is not None


_COMMON = re.compile(r"(?:section|partie)\.[a-hj-uwyz](?:\.\.|\Z)|titre\.unique\Z")
"""Steps of a path that no division of a code has, or hardly any."""


def _is_common(text: str, start: int, phrase: Phrase) -> bool:
    """Whether it is no division of an act by its words: "la section D du conseil", "un titre unique de perception"."""
    path = phrase.items[0].path or ""
    if phrase.act is None and text[phrase.start].isdigit() and "/" not in path and text.startswith(" d", phrase.stop):
        return True  # "la 2e partie du match"
    if phrase.act is not None or phrase.present or _COMMON.match(path) is None:
        return False
    if not path.endswith("unique"):
        return True
    return text[max(0, start - 3) : start].lower().endswith("un ") or text.startswith((" de ", " d'"), phrase.stop)


_OPENS = re.compile(r"(?:\A|\n)[ \t>\"«“*#(]*\Z")
_TABLE = 20_000  # characters before a cell in which the head of its table may stand


def _is_title(text: str, start: int, phrase: Phrase) -> bool:
    """Whether a division that opens its line is a title, and no cell in a table of what applies in which wording."""
    if not text[start].isupper() or phrase.act is not None or "/" in (phrase.items[0].path or ""):
        return False
    if _OPENS.search(text, max(0, start - 12), start) is None:
        return False
    before = max(0, start - _TABLE)
    return text.rfind("rédaction", before, start) < 0 and text.rfind("RÉDACTION", before, start) < 0


DIVISION = Rule(
    "division",
    tuple(
        noun + plural
        for noun in (*_NOUNS, *(f"sous-{noun}" for noun in _NOUNS), "annexe", "considérant")
        for plural in ("", "s")
    )
    + tuple(noun.upper() for noun in (*_NOUNS, "annexe"))
    + tuple(short.rstrip(".") for short in _SHORT),
    r"(?!\w)(?!(?<=[Cc]ons)\.? ?[A-Za-z]|(?<=aragraphe) \d{1,2} de l'art"  # "Cons. const." is a court
    r"|(?<=ivre) des proc[ée]dures|(?<=IVRE) DES PROCÉDURES)",  # and this one is an act
    _read_division,
    (
        Example("le ⟦titre IV⟧ du livre III du code pénitentiaire", "code-penitentiaire:livre.iii/titre.iv"),
        Example("la ⟦présente section⟧", "ici:section.present"),
        Example("la ⟦section 3⟧ du présent chapitre", "ici:chapitre.present/section.3"),
        Example(
            "les ⟦titres II⟧ et ⟦III⟧ du livre Ier de la troisième partie",
            "ici:partie.iii/livre.i/titre.ii ici:partie.iii/livre.i/titre.iii",
        ),
        Example("au ⟦chapitre premier⟧", "ici:chapitre.i"),
        Example("la ⟦deuxième partie⟧", "ici:partie.ii"),
        Example("l'⟦annexe I⟧ de la directive 2014/68/UE", "directive-ue:2014/68:annexe.i"),
        Example("à l'⟦annexe⟧ du présent article", "ici:annexe"),
        Example("l'⟦annexe IIIb⟧ de la directive 2014/68/UE", "directive-ue:2014/68:annexe.iiib"),
        Example("l'⟦annexe II-A⟧ de la directive 2014/68/UE", "directive-ue:2014/68:annexe.ii-a"),
        Example("la ⟦section 2⟧ de l'annexe du décret n° 2020-12", "decret:2020-12:annexe/section.2"),
        Example("la ⟦deuxième partie⟧ de l'annexe sur les moulins", "?:partie.ii"),
        Example("le ⟦titre II⟧, notamment celles du ⟦chapitre Ier⟧", "ici:titre.ii ici:titre.ii/chapitre.i"),
        Example("code civil, livre III, ⟦titre VI⟧", "code-civil:livre.iii/titre.vi"),
        Example("livre II, ⟦titre III⟧ du code de commerce", "code-de-commerce:livre.ii/titre.iii"),
        Example("le ⟦titre premier⟧ du livre deuxième", "ici:livre.ii/titre.i"),
        Example(
            "l'⟦annexe 6-3⟧ et ⟦6-4⟧ du présent livre", "ici:livre.present/annexe.6-3 ici:livre.present/annexe.6-4"
        ),
        Example("au ⟦chapitre précédent⟧", "ici:chapitre.precedent"),
        Example("la ⟦section 2⟧ du titre précédent", "ici:titre.precedent/section.2"),
        Example("le ⟦Livre III⟧ de la partie législative du code du sport", "code-du-sport:livre.iii"),
        Example("le ⟦TITRE II⟧ du code du sport", "code-du-sport:titre.ii"),
        Example("la ⟦section 3⟧ du chap. II du code du sport", "code-du-sport:chapitre.ii/section.3"),
        Example(
            "le ⟦titre Ier⟧ du livre V du code du sport et le ⟦chapitre II⟧ du même titre Ier",
            "code-du-sport:livre.v/titre.i code-du-sport:livre.v/titre.i/chapitre.ii",
        ),
        Example(
            "du ⟦titre Ier⟧, des ⟦chapitres II⟧ et ⟦III⟧ du titre II et du ⟦titre IV⟧ du livre V du code du sport",
            "code-du-sport:livre.v/titre.i code-du-sport:livre.v/titre.ii/chapitre.ii"
            " code-du-sport:livre.v/titre.ii/chapitre.iii code-du-sport:livre.v/titre.iv",
        ),
        Example(
            "du ⟦titre V⟧ du livre VI, du ⟦chapitre Ier⟧ du titre Ier du livre VII",
            "ici:livre.vi/titre.v ici:livre.vii/titre.i/chapitre.i",
        ),
        Example("le ⟦chapitre IV⟧ et le ⟦livre III⟧ du code du sport", "ici:chapitre.iv code-du-sport:livre.iii"),
        Example(
            "le ⟦titre V⟧, relatif au lancer, du livre Ier, revu par la ⟦loi n° 2020-12⟧, du code du sport",
            "code-du-sport:livre.i/titre.v loi:2020-12",
        ),
        Example("le ⟦livre IV⟧ de la 2e partie du code du sport", "code-du-sport:partie.ii/livre.iv"),
        Example("la ⟦6ème partie⟧ du code du sport", "code-du-sport:partie.vi"),
        Example("la 2e partie du match"),
        Example(
            "les ⟦titres II⟧ (lancer) et ⟦III⟧, relatif au tir, du livre Ier du code du sport",
            "code-du-sport:livre.i/titre.ii code-du-sport:livre.i/titre.iii",
        ),
        Example("Titre II\nDu lancer de navets"),
        Example("sous le titre suivant : le moulin"),
        Example("la première section du Fonds"),
        Example("au titre de l'année"),
        Example("le livre foncier"),
        Example("consultés au même titre que les meuniers"),
        Example("les chambres d'une même section ; un procès entre les mêmes parties"),
        Example("le titre exécutoire"),
        Example("un titre unique de perception ; la délivrance du titre unique de transport"),
        Example("les sections D et E du conseil de l'ordre"),
        Example("la ⟦section D⟧ du chapitre II", "ici:chapitre.ii/section.d"),
    ),
)


def _read_annex(text: str, start: int, end: int) -> Iterable[Phrase]:
    """``annexe`` *numeral* ``au`` *code*: a code of its own, or a division of one that has no such annex"""
    found = tuple(read_act(text, start, end))
    if found and found[0].act is not None and found[0].act.how is How.NAMED:
        return found
    division = tuple(_read_division(text, start, end))
    own = division[0].act if division else None
    return found if own is None or own.how is not How.NAMED else division


ANNEX_CODE = Rule(
    "annex",
    tuple(f"{noun} {rank}" for noun in ("annexe", "ann.", "ann") for rank in ("I", "II", "III", "IV", *"1234")),
    r"(?!\w)(?=(?<=[IV]),? art\.|,? (?:(?:au|du) )?(?:CGI|cgi)|(?<=[IV]) (?:au|du) (?:(?:même|présent) )?code(?!\w))",
    _read_annex,
    (
        Example("l'⟦annexe II au code général des impôts⟧", "code-general-des-impots-annexe-ii-cgianii"),
        Example(
            "le ⟦code général des impôts⟧ (voir Annexe III, art. ⟦4⟧)",
            "code-general-des-impots-cgi code-general-des-impots-annexe-iii-cgianiii/4",
        ),
        Example("annexe 3 CGI art ⟦38 bis⟧", "code-general-des-impots-annexe-iii-cgianiii/38-bis"),
        Example("ann II du cgi, ⟦210⟧", "code-general-des-impots-annexe-ii-cgianii/210"),
        Example("l'⟦annexe II⟧, sauf exception", "ici:annexe.ii"),
        Example("l'⟦Annexe I⟧ du code du sport", "code-du-sport:annexe.i"),
    ),
)

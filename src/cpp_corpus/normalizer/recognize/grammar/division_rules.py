"""The rules for divisions: one with those that stand in one list with it, its subject, and annexes of codes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cpp_corpus.lang.ordinals import ordinal_value
from cpp_corpus.normalizer.recognize.fragments import adjective_before, compiled
from cpp_corpus.normalizer.recognize.grammar.acts import read_act
from cpp_corpus.normalizer.recognize.grammar.divisions import COMMON, NOUNS, OF_BOOK, SHORT, division_at
from cpp_corpus.normalizer.recognize.grammar.qualifiers import qualified
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Phrase, how_named
from cpp_corpus.normalizer.recognize.rule import Example, Rule

__all__ = [
    "ANNEX_CODE",
    "DIVISION",
]

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
    act = phrase.act
    if act is not None and _heads_part(text, start, phrase, act):
        return (Phrase("act", act.start, act.stop, (), act),)
    its = word in _ITS or _OF_ITS.search(text, phrase.items[-1].end, phrase.stop) is not None
    if its and phrase.act is None and (phrase.items[0].path or "").startswith(_OWNED):
        return (phrase._replace(its=True),)
    first, *further = _listed(text, _with_subject(text, phrase))
    return (first, *(each for each in further if not (_is_of_book(text, each) or _is_common(text, each.start, each))))


_SUBJECT = compiled(r",? (?:relati(?:f|ve)s? (?:à|au)|concernant |portant sur|consacrée?s? à)")
"""What begins the subject of a division, behind which its act may stand."""


def _with_subject(text: str, phrase: Phrase) -> Phrase:
    """A division with the act behind its subject: "le titre II relatif aux moulins du code rural"."""
    if phrase.act is not None or phrase.present or _SUBJECT.match(text, phrase.stop) is None:
        return phrase
    beyond = qualified(text, phrase.stop)
    if beyond is None or beyond.act is None or beyond.act.how is How.PRESENT:
        return phrase
    last = phrase.items[-1]
    items = (*phrase.items[:-1], last._replace(qualifiers=(*last.qualifiers, *beyond.qualifiers)))
    return phrase._replace(act=beyond.act, stop=beyond.stop, items=items)


_OWNED = ("annexe", "livre.", "titre.", "partie.", "chapitre.", "section.")
_ITS = frozenset(("son", "sa", "ses", "leur", "leurs"))
_OF_ITS = re.compile(r" de (?:son|sa|ses|leurs?) ")
"""What leads to the outer division of an act that is named before: "notamment le titre V de son livre II"."""
_WITH_POINT = re.compile(r",? (?:sous|points?|lettres?|premier alinéa|second alinéa|alinéa) ?[a-z0-9]*\)?,? d")
"""The point of a paragraph, which is one of an article before: "l'article 6, dont …, paragraphe 1, sous f), du"."""
_OF_ARTICLE = re.compile(r"(?<=[0-9IVX]) de l'(?:article|art\.) [LRD0-9]")
"""What makes a paragraph one of an article, and no division: "paragraphe 7 de l'article D. 7"."""


def _is_of_book(text: str, phrase: Phrase) -> bool:
    return phrase.act is None and not phrase.present and OF_BOOK.match(text, phrase.stop) is not None


def _is_common(text: str, start: int, phrase: Phrase) -> bool:
    """Whether it is no division of an act by its words: "la section D du conseil", "un titre unique de perception"."""
    path = phrase.items[0].path or ""
    if phrase.act is None and text[phrase.start].isdigit() and "/" not in path and text.startswith(" d", phrase.stop):
        return True  # "la 2e partie du match"
    if phrase.act is not None or phrase.present or COMMON.match(path) is None:
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


_DASHED = compiled(r"\.? ?[–—-] ?(?:LE |LA |Le |La |L')?")
_BODY = compiled(
    r" ?\n[\s>*]*(?!(?:TITRE|LIVRE|CHAPITRE|SECTION|PARTIE|Titre|Livre|Chapitre|Section|Partie)(?!\w))[^\s>*]"
)


def _heads_part(text: str, start: int, phrase: Phrase, act: ActName) -> bool:
    """Whether a division is one of the text, and the act its title: "TITRE II – CODE PÉNAL", with a text below."""
    return (
        text[start].isupper()
        and _OPENS.search(text, max(0, start - 12), start) is not None
        and _DASHED.fullmatch(text, phrase.items[-1].end, act.start) is not None
        and _BODY.match(text, act.stop) is not None
    )


DIVISION = Rule(
    "division",
    tuple(
        noun + plural
        for noun in (*NOUNS, *(f"sous-{noun}" for noun in NOUNS), "annexe", "considérant")
        for plural in ("", "s")
    )
    + tuple(noun.upper() for noun in (*NOUNS, "annexe"))
    + tuple(short.rstrip(".") for short in SHORT),
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
        Example("le ⟦titre II⟧ relatif au lancer du code du sport", "code-du-sport:titre.ii"),
        Example("l'⟦annexe IV⟧ relative au lancer du décret n° 2020-12", "decret:2020-12:annexe.iv"),
        Example("le ⟦titre II⟧ relatif à l'application du ⟦code du sport⟧", "ici:titre.ii code-du-sport"),
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

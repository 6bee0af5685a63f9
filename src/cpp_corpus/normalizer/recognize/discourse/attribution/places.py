"""Acts in which articles are said to stand, or are created: "il crée un article L. 1 dans le code …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis
from cpp_corpus.normalizer.recognize.discourse.attribution.coordination import AND, LAWS, Acts, are_coordinated
from cpp_corpus.normalizer.recognize.discourse.decision import Decision, unknown
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.acts_behind import TOGETHER
from cpp_corpus.normalizer.recognize.grammar.article_acts import introduces
from cpp_corpus.normalizer.recognize.phrase import Phrase

__all__ = ["STAND_VERBS", "SUBJECT_BEFORE", "lead_into_codes"]


_INTO = compiled(
    r" (?:est|sont|a été|ont été) (?:insér|ajout|cré|introdui|rétabli)\w{0,3}"
    r" (?:(?:dans|à) (?:la |le |l'|ladite |ledit )?|au )"
    r"| ?,? ?(?P<stands>(?:figurant|relevant|extraite?|tirée?|insérée?|inscrite?|contenue?|introduite?)s? )?"
    r"(?:dans (?:le |la |l')?|(?(stands)(?:au|du) |(?!)))"
)
_MAKING = compiled(
    r"(?:inséré|introduit|créé|ajouté|rétabli|intégré|insère|crée|ajoute|insérant|introduisant|créant|ajoutant)(?:nt)?"
    r" (?:l'|les |un |le nouvel )$"
)
"""A verb that makes a provision, before it: "a inséré l'article 9-1 dans le code civil"."""
_A_NEW = compiled(r"(?<!\w)(?:[Uu]ne?|[Dd]eux|[Tt]rois|[Dd]es)(?: nouve\w+)? $")


def _is_headed_by_law(act: Decision | None) -> bool:
    """Whether an article has its act from a head that is a law, which may make it one of a code."""
    return act is not None and act.basis is Basis.HEAD and act.act is not None and act.act.startswith(LAWS)


def lead_into_codes(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give a new article the act in which it is created: "il crée un article L. 1 dans le code …"."""
    for at, following in enumerate(phrases):
        act = acts[at]
        if act is None and at and following.kind == "article" and _is_placed(text, phrases[at - 1], following):
            acts[at] = None if (place := acts[at - 1]) is None else place.led(Basis.LIST, at - 1)
        elif (
            following.kind == "act"
            and at
            and act is not None
            and (acts[at - 1] is None or _is_headed_by_law(acts[at - 1]))
            and (phrase := phrases[at - 1]).kind == "article"
            and (into := _INTO.fullmatch(text, phrase.stop, following.start)) is not None
            and not introduces(text, phrase.start, phrase.stop, following.act)
            and (
                into["stands"]
                or _A_NEW.search(text, max(0, phrase.start - 20), phrase.start) is not None
                or _MAKING.search(text, max(0, phrase.start - 24), phrase.start) is not None
            )
        ):
            acts[at - 1] = act.led(Basis.LIST, at)
            if into["stands"]:
                acts[at] = None  # it is said of the article, and no reference of its own
        elif (
            following.act is not None and following.kind in _PLACES and at and act is not None and acts[at - 1] is None
        ):
            _lead_into_place(text, phrases, acts, at, act)


_PLACES = frozenset(("act", "division"))
_STANDS = compiled(
    r"(?P<which> ?, qui)? "
    r"(?:(?:(?:figur|rel[eè]v|se trouv|appartien)(?:t|e|(?P<several>n?ent))"
    r"|(?:prend|(?P<take>prennent)) place|(?:trouve|(?P<find>trouvent))(?: (?:sa|leur))? place"
    r"|a sa place|(?P<have>ont leur place)|existe|(?P<exist>existent)"
    r"|(?:est|a été|était|(?P<passive>sont|ont été|étaient)) "
    r"(?:insér|introdui|codifi|intégr|inscri|repri|situ|plac|rang|log|nich|class)\w{1,3}|est(?= au| à la))"
    rf" (?:{TOGETHER} )?"
    r"(?:(?:dans|sous) (?:le |la |l')|(?:au|du|à la|de la) |(?:à|de) l'|(?:en tête|à la fin) d(?:u |e la ))"
    r"|(?P<opens>(?:ouvre|clôture|ferme|inaugure|termine)(?P<open>nt)?|clôt) (?:les?|la) )"
)
_SEVERAL = ("several", "take", "find", "have", "exist", "passive", "open")
"""Groups of a verb in the plural."""
STAND_VERBS = (
    *(" ouvr", " clôt", " ferm", " inaug", " termin"),
    *(" prenn", " prend ", " trouv", " a sa ", " ont leur ", " exist"),
    *(" figur", " relèv", " relev", " se trouv", " appartien", ", qui "),
    *(" est ", " a été ", " était ", " sont ", " ont été ", " étaient "),
)
SUBJECT_BEFORE = compiled(
    r"(?:L'|Les |Un (?:nouvel )?|Des |(?:^|[,;:(«]|(?<!\w)(?:et|que|qu(?=')|car|mais|or|donc|si|comme)) ?'?"
    r"(?:l'|les |un (?:nouvel )?|des ))$"
)
"""What makes an article the subject of its clause."""
_PLACED_AHEAD = compiled(
    r"(?:^|[.;:\n] ?)(?:(?:placé|situé|inséré|inscrit|codifié|intégré|logé|rangé|contenu|classé)e?s?|figurant"
    r"|se trouvant|prenant place) (?:au|à la|à l'|dans (?:les?|la|l')|sous (?:le|la)|en tête d(?:u|e la)) ?$",
    re.IGNORECASE,
)
"""What says where an article stands, before it: "Placé au titre II du code de commerce, l'article 5"."""
_PLACED_LONG = 32  # characters
_THEN = frozenset((", l'", ", les "))


def _is_placed(text: str, place: Phrase, article: Phrase) -> bool:
    """Whether an article is said to stand in the act or division before it."""
    if text[place.stop : article.start] not in _THEN or place.kind not in _PLACES:
        return False
    return _PLACED_AHEAD.search(text, max(0, place.start - _PLACED_LONG), place.start) is not None


def _lead_into_place(text: str, phrases: Sequence[Phrase], acts: Acts, at: int, act: Decision) -> None:
    """Give the articles of a sentence the act in which it says that they stand: "Ils figurent au code civil"."""
    phrase = phrases[at - 1]
    if phrase.kind != "article":
        return
    if text.startswith(_APART_BEGINS, phrase.stop):
        _lead_apart(text, phrases, acts, at)
        return
    if text.startswith(_TOLD_BEGINS, phrase.stop) and _is_told_of(text, phrase, phrases[at]):
        acts[at - 1] = act.led(Basis.LIST, at)
        if phrases[at].kind == "act":
            acts[at] = None
        return
    if text.startswith(_IN_PLACE_BEGINS, phrase.stop) and _is_in_place(text, phrase, phrases[at]):
        acts[at - 1] = act.led(Basis.LIST, at)
        return
    if not text.startswith(STAND_VERBS, phrase.stop):
        return
    stands = _STANDS.fullmatch(text, phrase.stop, phrases[at].start)
    if stands is None:
        return
    if stands["opens"] and (phrases[at].kind != "division" or text.startswith(_OPENED_TO, phrases[at].stop)):
        return  # "l'article 4 ouvre le code du travail aux apprentis"
    several = next(filter(None, map(stands.__getitem__, _SEVERAL)), None)
    first = at - 1
    while several and first and acts[first - 1] is None and _is_joined(text, phrases, first - 1):
        first -= 1
    start, items = phrases[first].start, phrases[first].items
    alone = first == at - 1 and len(items) == 1 and items[0].to is None
    if alone is not (several is None):
        return
    if stands["which"] is None and SUBJECT_BEFORE.search(text, max(0, start - 14), start) is None:
        return
    for each in range(first, at):
        acts[each] = act.led(Basis.LIST, at)


_TOLD_BEGINS = (" (", " »", ")", " qu", ", qu", ", dont ", " dont ", ", par l", " par l", ", au moyen d", ", grâce a")
_HAS = r"(?:abrit|contien|renferm|comport|compren|héberg|accueill|compt|poss[eè]d|recèl)(?:t|d|e|ait|dait)?"
_OPENED_TO = (" à ", " au ", " aux ", " par ")
"""What shows that something is done to a division, and not where an article stands."""
_TOLD_OF = compiled(
    r"(?: ?»)? \((?:(?:il s'agit|c'est)(?: bien| ici)? (?:(?:de )?celui )?|celui )(?:du |de la |de l'|le |la |l')"
    r"|,? dont (?:le siège|la place|le texte) (?:est|se trouve|figure) (?:au |à la |à l'|(?:dans )?(?:le |la |l'))"
    rf"|,? (?:qu'|que ){_HAS}(?: (?:désormais|toujours|encore|aujourd'hui|aussi))? (?:le |la |l')"
    r"|,? (?P<verb>que) (?:le |la |l')"
    r"|,? (?P<means>par lequel|au moyen duquel|grâce auquel|par lesquels) (?:le |la |l')"
    r"|\),? (?:dit|dispose|énonce|prévoit|précise|proclame|rappelle|ajoute|indique|affirme|édicte|écrit) (?:le |la |l')"
)
"""What tells the act of an article behind it: "(il s'agit du code …)", "qu'abrite le code …", "(article 5), dit le"."""
_VERB_BEHIND = compiled(rf" (?:{_HAS}|consacre|dédie|réserve|range|place)(?!\w)")
_SUFFERS = compiled(r" (?:est|sont|était|étaient|fut|furent|sera|seront|soit|soient|a été|ont été|avait|avaient)(?!\w)")
"""What shows an act to be the object, and not the one that has the article."""


def _is_told_of(text: str, article: Phrase, act: Phrase) -> bool:
    """Whether a relative clause, or what stands in brackets, says that an article is of the act behind it."""
    told = _TOLD_OF.fullmatch(text, article.stop, act.start)
    if told is None:
        return False
    if told["means"] is not None:
        return _SUFFERS.match(text, act.stop) is None  # "l'article 4, par lequel la loi n° 78-17 est abrogée"
    return told["verb"] is None or _VERB_BEHIND.match(text, act.stop) is not None


_IN_PLACE_BEGINS = (" au ", " à l", " dans ", " sous ", ", au ", ", à l", ", dans ", ", sous ")
_IN_PLACE = compiled(r"(?P<aside>,)? (?:au|à la|à l'|dans (?:le|la|l')|sous (?:le|la|l')) ?")


def _is_in_place(text: str, article: Phrase, place: Phrase) -> bool:
    """Whether one article is said to stand in the division behind it: "un article 12 au titre II du code".

    Behind a comma it is the subject of the clause, and another comma closes the aside: "L'article 12, au titre II du
    code, prévoit".
    """
    single = len(article.items) == 1 and article.items[0].to is None
    if not single or place.kind != "division":
        return False
    within = _IN_PLACE.fullmatch(text, article.stop, place.start)
    if within is None:
        return False
    if within["aside"] is None:
        return _A_NEW.search(text, max(0, article.start - 20), article.start) is not None
    subject = SUBJECT_BEFORE.search(text, max(0, article.start - 14), article.start)
    return subject is not None and text.startswith(",", place.stop)


_APART_BEGINS = (", resp", " resp", ", l'un", ", le pre", ", la pre")
_APART_ONE = compiled(r" ?,? ?(?:respectivement|l'une?|le premier|la première) (?:du |de la |de l')")
_APART_OTHER = compiled(r" ?,? ?(?:et )?(?:(?:l'autre|le second|la seconde|le deuxième) )?(?:du |de la |de l')")


def _lead_apart(text: str, phrases: Sequence[Phrase], acts: Acts, at: int) -> None:
    """Give two articles one of two acts each: "l'article 9 et l'article 16, l'un du code civil, l'autre du CPC".

    Those of one phrase are given none.
    """
    if at + 1 >= len(phrases) or phrases[at + 1].kind != "act":
        return
    if (
        _APART_ONE.fullmatch(text, phrases[at - 1].stop, phrases[at].start) is None
        or _APART_OTHER.fullmatch(text, phrases[at].stop, phrases[at + 1].start) is None
    ):
        return
    one, other, before = acts[at], acts[at + 1], at - 2
    if len(phrases[at - 1].items) > 1:
        acts[at - 1] = unknown(Reason.ACT_UNCLEAR)
        return
    several = before >= 0 and acts[before] is None and _is_joined(text, phrases, before)
    if several and one is not None and other is not None and len(phrases[before].items) == 1:
        acts[before], acts[at - 1] = one.led(Basis.LIST, at), other.led(Basis.LIST, at + 1)


def _is_joined(text: str, phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a conjunction joins an article with the one behind it."""
    return AND.search(text, phrases[i].stop, phrases[i + 1].start) is not None and are_coordinated(text, phrases, i)

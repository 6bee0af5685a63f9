"""What a sentence does with its reference, by the words before and after it.

A cue is looked for in this order: a preposition that limits its whole noun phrase ("sans préjudice de …"), the words
directly before ("en application de"), the noun before a participle ("dans les conditions prévues à"), the verb
behind ("… est applicable"). A member of a coordination has the relation of the first. Without a cue it is
``refers_to``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cpp_corpus.model.reference import Relation
from cpp_corpus.normalizer.recognize.discourse.cues import (
    ADVERBS,
    AMENDING,
    BEING,
    BY_LAST_WORD,
    CONDITIONS,
    DETERMINERS,
    DOING,
    IN,
    LIMITS,
    LINKS,
    MATTER,
    OF,
    PARTICIPLE,
    PENALTIES,
    TEXTS,
)
from cpp_corpus.normalizer.recognize.discourse.decision import Decision
from cpp_corpus.normalizer.recognize.discourse.scopes import Scoped, ScopeKind
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["relations_of"]

_AMENDS = Relation.AMENDS  # constants, for to look a member of an enum up takes as long as a call
_APPLIES = Relation.APPLIES
_COMMENCEMENT = Relation.COMMENCEMENT
_CONFORMS_TO = Relation.CONFORMS_TO
_DEFINED_BY = Relation.DEFINED_BY
_ISSUED_UNDER = Relation.ISSUED_UNDER
_PENALIZED_BY = Relation.PENALIZED_BY
_REFERS_TO = Relation.REFERS_TO
_UNDER_CONDITIONS_OF = Relation.UNDER_CONDITIONS_OF
_REACH = 200  # characters before a phrase in which a preposition may govern it
_TABLE = 20_000  # … in which the head of a table may stand
_APART = 160  # … at most between members of a coordination
_BEHIND = 500  # characters behind a phrase in which its verb may end
_CELL_ENDS = frozenset(("", "\n", "\t"))
_NEAR = 110  # … in which the words stand that lead to it

_THINGS = frozenset(("celles", "celle", "ceux", "celui"))
"""Of what an act says, and what is no provision: "compléter celles de l'article 5"."""
_QUOTED_ALONE = frozenset(("»", ",", " »"))
_OF_WHAT = frozenset(("de", "d'", "du", "des"))
_LINKING = LINKS | MATTER
_GOVERNING = CONDITIONS | PENALTIES
_CELL_END = " ¶ "

_COORDINATION = compiled(r"""
    (?: \(J(?:O|ournal officiel)[^()\n]{0,60}\))?
    \ ?\)? ?[,;]? ?
    (?:, (?:les|des) (?:lois|règlements|textes|conventions)(?: \w+)?\ (?=et|ou))?  # "le code, les lois spéciales et"
    (?:(?P<and>et|ou|et/ou|ainsi qu(?:e |')|ou encore|ni|soit|(?<=,\x20)(?:notamment|en particulier))|,)? ?
    (?:, (?:notamment|en particulier|le cas échéant|plus particulièrement), )?
    (?:(?:notamment|(?:plus |très )?subsidiairement|à titre subsidiaire) )?
    (?:, (?:pour|en|dans|lorsqu|s'agissant)[^,;.:\n]{1,90}, (?=à |aux? ))?  # "…, pour les moulins, aux articles"
    (?:celles? |ceux )?
    (?:(?:à|de|d'|par|pour|sur|dans)? ?(?:l'|les|la|le|dite?s?|son|sa|ses)?|aux?|du|des|dudit)? ?
    (?:(?<=(?:des|aux)\x20)(?P<matter>dispositions) (?:\w+ )?(?:du |des |de (?:la |l')?))?
    (?:\((?:UE|CE|CEE|Euratom)\) ?)?(?:n[°o]s? ?)?
""")
_LED = compiled(
    r"(?:(?P<to>(?:à (?:l'|la )?|aux? ))|(?P<of>de (?:l'|la )?|du |des |d')|(?P<by>par (?:l'|la |les? )?)"
    r"|(?P<none>l'|les? |la )) ?$"
)
"""The preposition before a phrase, or its determiner where it has none."""
_BEGINS = compiled(r"(?:(?P<to>aux?)|(?P<of>du|des)|(?P<none>les?|la|l'))(?!\w)")
_OVER_TITLE = compiled(
    r"(?:,| et(?= )| ou(?= )| ainsi qu(?:e(?= )|')) ?"
    r"(?:(?:de (?:la |l')?|du |des |d'|par (?:la |les? |l')?|à (?:la |l')?|aux? ) ?|(?P<bare>la |le |l'))?$"
)
"""What joins a phrase behind the title of an act to that act, with its preposition."""
_JOINT = 30  # characters of it
_NOMINAL_TITLE = compiled(r" (?:relati(?:f|ve)s?|portant|pris|prise|pour|sur|tendant) ")
"""A title to which no act can be joined without its preposition: "portant réforme des bacs et la loi n° …"."""
_OF_WORDING = compiled(r"(?:rédaction|version|antérieure?s?|issue?s?|résultant)(?!\w)[^,;.:\n]{0,40}$")
_CONFORMITY = compiled(r"conformité (?:de |d'|du |des )[^,;.:\n]{0,40}$")
_TO = compiled(r" (?:à (?:l'|la )?|aux? ) ?")
_FOR_APPLICATION = compiled(
    r"pour l'application (?:en|à|au|aux|dans)(?!\w)[^.;:\n]{1,90}? (?:du|des|de la|de l'|de)"
    r"(?: (?:dispositions|prescriptions)"
    r"(?: (?:du|des|de la|de l'|de)| (?:prévues|mentionnées|figurant) (?:aux?|à l'))?)? ?$",
    re.IGNORECASE,
)
_BREAKS = (";", ":", ".", "(", ")", "\n", ", ")

_TITLE = compiled(r"""
    \ (?:\([^)]*\) )?(?:du \w+ \w+ )?(?:modifiée? )?
    (?:
        relati(?:f|ve)s?|portant|pris|prise|fixant|modifiant|instituant|tendant|créant|concernant|autorisant
        |complétant|précisant|pour|sur|d'orientation|de programmation|de finances|visant|approuvant|définissant
        |organisant|déclarant|prorogeant|instaurant|renforçant|favorisant|réformant|réglementant|adaptant|transposant
        |simplifiant|améliorant
    )
""")
_ACTIVE = compiled(
    r" (?:a|ont) (?:modifi|abrog|complét|remplac|insér|introdui|cré|ajout|réécri|supprim)"
    r"| (?:modifie|abroge|complète|insère|introduit|crée|ajoute|réécrit)(?:nt)?(?!\w)"
)
"""A verb that amends in the active voice: "a modifié", "complète"."""
_CHANGED_SO = compiled(r" (?:est|sont) (?:ainsi )?(?:modifi|abrog|remplac|complét|ratifi)ée?s?(?!\w)")
_AMENDING = compiled(r" modifiant (?:l'|le |la |les )? ?")
_THOSE = compiled(r"(?:celles?|ceux|celui) (?:du|de la|des|de l') ?$", re.IGNORECASE)
_TABLE_HEAD = re.compile(r"[ARDard](?i:(?<=a)rticles applicables|(?<=r)édaction résultant|(?<=d)ans leur rédaction)")
_APPLIED = compiled(r"""
    (?:[^.;:\n]|\.(?! [A-ZÉÀ«\"])){0,260}?  # the rest of the clause
    (?:
        (?:est|sont|n'est|ne sont|soient|soit|reste(?:nt)?|demeure(?:nt)?|rendues?|rendus?)
        (?:(?: \w+){0,3}?| ?, (?:en outre|toutefois|également|notamment|par ailleurs),) applicables?
        |s'y appliqu\w+|s'appliqu\w+|trouvent à s'appliquer
    )(?!\w)
""")
_CHANGES = (
    "modifié", "remplacé", "abrogé", "supprimé", "complété", "inséré", "rédigé", "annulé", "transféré", "ajouté",
    "substitué", "rétabli", "rajouté",
)  # fmt: skip
_CHANGED = compiled(
    r"(?:[^.;\n\t]|\.(?! [A-ZÉÀ«\"])){0,260}?(?:est|sont|a été|ont été)(?: (?!pas)\w+)? "
    rf"(?:{'|'.join(_CHANGES)})"
)
_READ_SO = compiled(
    r" ?, [^\n]{0,400}?(?:remplacé|supprimé|substitu|inséré|ajouté|complété|rédigé|lire|lu[es]*(?!\w)|remplace)"
)
_APPLIED_SO = compiled(r" ?, (?:les mots|le mot)[^\n;]{0,300}? n(?:e sont|'est) pas applicables?(?!\w)")
_MARKS = frozenset(("créé", "codifié", "rétabli", "annulé", "déplacé", "périmé", "inséré", "ajouté"))
"""Before "par", at the head of a line: what Légifrance says of a version."""
_APPLICABLE_BEFORE = compiled(
    r"""
    (?:sont|est|rend\w*)(?: \w+)? applicables?(?: de plein droit)?
    (?:,? (?:à|aux?|en|dans|devant|pour|sur)(?:[^,.;:\n]{0,80}?))?,?  # to what
    (?: dans (?:sa|leur) rédaction [^;:\n]{0,120}?,)?
    \ ?(?<!\w)(?P<subject>(?:le|les|la|l') ?(?:dispositions (?:(?:de la|de l'|des|du|de) ?)?)?)?$
""",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"(?<!\w)(?:à|de|par|pour|dans|sur|sous|selon|suivant|avec|sans|en|après|avant|depuis)[ ]*\Z")
_VERB_FIRST = compiled(r"(?:Sont|Ne sont)(?: pas)?(?: \w+)?$")
_INVERTED = compiled(
    r" applicables(?: de plein droit)?[,: ](?:[^.;\n]|(?<=\x20[LRDAO])\.){0,400}?"
    r"(?<=[,:]\x20)(?:les?|la|l') ?(?:dispositions (?:de|des|du|de la|de l') ?)?"
)
"""A verb before its subject, and what stands between: "Sont applicables, sous réserve de …, les articles"."""
_DIRECTLY_APPLIED = compiled(
    r" (?:(?:y )?(?:est|sont|n'est|ne sont|n'y sont)(?: pas| plus)? applicables?"
    r"|(?:ne )?s'(?:y )?appliqu\w+)(?!\w)"
)
_OF_THAT = re.compile(
    r"(?:vigueur|publication|promulgation) (?:de la|de l'|du|des|de) ?\Z|(?:après|avant|depuis) (?:la|le|les|l') ?\Z"
)
_ENTERS = re.compile(
    r"entr\w+ en vigueur|s'appliqu|applicable|prenn\w+ effet|prend effet|entrée en vigueur", re.IGNORECASE
)


def relations_of(text: str, scoped: Scoped, acts: Sequence[Decision | None]) -> list[Relation]:
    """The relation of each phrase; an article in a list has that of the head, if it has none of its own."""
    phrases, scopes, _ = scoped
    note = len(text)
    lists: dict[int | None, int] = {}
    for scope in scopes:
        if scope.kind is ScopeKind.NOTE:
            note = scope.start
        elif scope.kind is ScopeKind.LIST:
            lists[scope.head] = scope.end
    out: list[Relation] = []
    before: Phrase | None = None
    listed = _LISTED_SIGN in text
    heading = (0, _REFERS_TO)
    for i, phrase in enumerate(phrases):
        placed = before is not None and (before.act is not None or phrase.kind == "division")
        relation = _placed(text, phrases, out, i) if placed else None
        if relation is None:
            left = text[max(0, phrase.start - _REACH) : phrase.start]
            relation = _limit(left) or _own(text, phrase, note, left)
            if relation in _OF_VERB and before is not None and _is_further(text, before, phrase, out[-1]):
                relation = out[-1]
            if listed and relation is _REFERS_TO and _is_listed(text, phrase):
                relation = _AMENDS
            if relation is _REFERS_TO and before is not None and phrase.start - before.stop <= _APART:
                relation = _of_before(text, phrases, out, i)
            if phrase.kind == "heading":
                heading = (lists[i], relation)
            elif relation is _REFERS_TO and phrase.start < heading[0] and phrase.kind == "article":
                relation = heading[1]
        out.append(relation)
        before = phrase
    return _without_changes(phrases, acts, out)


def _without_changes(
    phrases: Sequence[Phrase], acts: Sequence[Decision | None], relations: list[Relation]
) -> list[Relation]:
    """The relations, none of them that of an act between an article and its own: "décret A, modifié par B, son art. 1".

    ``relations`` is changed.
    """
    for at, phrase in enumerate(phrases):
        act = acts[at]
        if (
            phrase.its
            and at
            and relations[at] is relations[at - 1] is Relation.AMENDS
            and act is not None
            and act.antecedent is not None
            and act.antecedent.end < phrases[at - 1].start
        ):
            relations[at] = Relation.REFERS_TO
    return relations


def _placed(text: str, phrases: Sequence[Phrase], out: Sequence[Relation], i: int) -> Relation | None:
    """The relation that a phrase has by its place: in the title of an act, or going on from a division."""
    phrase, before = phrases[i], phrases[i - 1]
    if _has_title(text, before) and phrase.start - before.stop <= _REACH:
        joined = _OVER_TITLE.search(text, max(before.stop, phrase.start - _JOINT), phrase.start)
        if joined is not None and _in_title(text, before, joined.start()) and _goes_on(text, before, phrase, joined):
            return out[-1]
        if _in_title(text, before, phrase.start):
            return _AMENDS if _AMENDING.fullmatch(text, before.stop, phrase.start) else _REFERS_TO
    if phrase.kind == "division" and _THOSE.search(text, before.stop, phrase.start):
        return next((out[j] for j in range(i - 1, -1, -1) if phrases[j].kind == "division"), None)
    return None


_NAMED_IN_WORDING = frozenset(("act", "article"))


def _of_before(text: str, phrases: Sequence[Phrase], out: Sequence[Relation], i: int) -> Relation:
    """The relation that a phrase without a cue of its own has from the one before."""
    phrase, before = phrases[i], phrases[i - 1]
    if (
        text.startswith((" à", " a"), before.stop)
        and _TO.fullmatch(text, before.stop, phrase.start)
        and _CONFORMITY.search(text, max(0, before.start - _NEAR), before.start)
    ):
        return _CONFORMS_TO
    if _coordinated(text, before, phrase):
        relation = out[-1]
        if relation is _AMENDS and " cel" in text[before.stop : phrase.start]:
            return _REFERS_TO  # "ces dispositions, issues de l'article 5, et celles de l'article 6"
        if relation is _AMENDS and before.kind in _NAMED_IN_WORDING and phrase.kind != "act":
            left = text[max(0, before.start - _NEAR) : before.start]
            if _OF_WORDING.search(left):  # "… dans sa rédaction issue de la loi n° …, et l'article 5"
                return out[-2] if i > 1 and not phrase.its else _REFERS_TO
        return relation
    return _REFERS_TO


_OF_VERB = frozenset((_AMENDS, _APPLIES))
_GOES_FURTHER = frozenset((_ISSUED_UNDER, _CONFORMS_TO, _UNDER_CONDITIONS_OF, _DEFINED_BY, _COMMENCEMENT))


def _is_further(text: str, before: Phrase, phrase: Phrase, relation: Relation) -> bool:
    """Whether a phrase goes on from one with a relation, and no subject of the verb behind: "…, du II, son …, est"."""
    return relation in _GOES_FURTHER and _led(text, phrase.start) == "of" and _coordinated(text, before, phrase)


def _coordinated(text: str, before: Phrase, phrase: Phrase) -> bool:
    match = _COORDINATION.fullmatch(text, before.stop, phrase.start)
    if match is None:
        return False
    if match["matter"] is not None:  # "aux articles 5 et 6 ainsi qu'aux dispositions du titre II"
        return _led(text, before.start) == ("of" if text[match.start("matter") - 2] == "s" else "to")
    if match["and"] is not None:
        return True
    if _is_headed(phrase):
        return False
    first, second = _led(text, before.start), _led(text, phrase.start)
    if before.kind != phrase.kind:  # "du présent article, de l'article 5 du code …"
        return first == second and first in _PREPOSITIONS
    return (
        first == second
        or not first
        or not second
        or (second == "to" and _AT_ALL.search(text, max(0, before.start - 60), before.start) is not None)
    )


_PREPOSITIONS = frozenset(("to", "of", "by"))


def _is_headed(phrase: Phrase) -> bool:
    """Whether an act stands before its articles, which so are no members of a list: "…, CGI, art. 39"."""
    return phrase.act is not None and bool(phrase.items) and phrase.act.start < phrase.items[0].start


_AT_ALL = compiled(r"(?<!\w)(?:aux?|à) [^,;.:\n]{0,50}$")


def _led(text: str, start: int) -> str:
    """By what preposition a phrase is led: ``to``, ``of``, ``by``, ``none`` but a determiner; ``""`` by neither."""
    match = _LED.search(text, max(0, start - 8), start)
    if match is None or match[0].strip() == "à":
        begins = _BEGINS.match(text, start)
        if begins is not None and (match is None or begins.lastgroup == "none"):
            match = match or begins
    return "" if match is None else match.lastgroup or ""


def _goes_on(text: str, before: Phrase, phrase: Phrase, joined: re.Match[str]) -> bool:
    """Whether a phrase behind the title of an act is coordinated with that act, by the preposition of both.

    "en application de l'article 2 de la loi n° … relative aux moulins et de l'article 5".
    """
    at = joined.start()
    own = _led(text, phrase.start)
    if joined["bare"] is not None:
        return (
            phrase.kind == "act"
            and joined.end() == phrase.start
            and _led(text, before.start) in _BARE
            and _NOMINAL_TITLE.match(text, before.stop) is not None
        )
    if own != _led(text, before.start):
        return False
    if joined[0].startswith((",", " ou")) and (phrase.kind == "article" or joined[0][0] == " "):  # as no title goes on
        return own in _PREPOSITIONS
    if own == "of" and phrase.kind == "article" and phrase.act is not None and phrase.act.how is How.NAMED:
        return True
    if own == "to" and phrase.kind == "article":
        return phrase.act is not None or _TO_INSIDE.search(text, before.stop, at) is None
    return own == "by" or (own == "of" and _OF_INSIDE.search(text, before.stop, at) is None)


_BARE = frozenset(("by", "none"))
_TO_INSIDE = compiled(r" (?:à|aux?)(?!\w)")
_OF_INSIDE = compiled(r" (?:de|du|des|d'|de l'|de la)(?!\w)")


_OUT_OF_TITLE = compiled(
    r"[,.;:\n]| à l'exc"
    r"| et (?:par dérogation|en application|sans préjudice|sous réserve|conformément|dans les conditions) "
)


def _has_title(text: str, phrase: Phrase) -> bool:
    """Whether the title of an act stands behind a phrase that names it."""
    act = phrase.act
    return (
        act is not None
        and bool(act.ids or act.reason)
        and act.nature != "code"
        and _TITLE.match(text, phrase.stop) is not None
    )


def _in_title(text: str, before: Phrase, at: int) -> bool:
    """Whether a place is in the title behind the act named before it ("décret n° … pris pour l'application de …")."""
    between = text[before.stop : at]
    return not (_OUT_OF_TITLE.search(between) or _ACTIVE.search(between) or _CHANGED_SO.search(between))


def _own(text: str, phrase: Phrase, note: int, left: str) -> Relation:
    """The relation that the words around a phrase give it; ``left`` are those before it."""
    start = phrase.start
    words = _words(left[-_NEAR:])
    links = _drop_links(words)
    if start >= note and _is_commencement(text, phrase, words, links):
        return _COMMENCEMENT
    role = _role(words[-1]) if words else _AT_HEAD
    if role.cues:
        direct = _direct(words, role)
        if direct is not None and not (
            (direct is _AMENDS and words[-1] in AMENDING and not _THINGS.isdisjoint(links))
            or (words[-1] == "conformité" and links and links[0] in _OF_WHAT)
        ):
            return direct
    if role.participle:
        if words[-1] == "résultant" and _opens_cell(words[:-1]):
            return _AMENDS
        if "conditions dans lesquelles" in left and words[-2:-1] == ["sont"] and "par" in links:
            return _UNDER_CONDITIONS_OF
        return _before_participle(words, links) or _of_subject(text, phrase) or _REFERS_TO
    if role.head:
        if words and words[-1] == "«" and text[phrase.stop : phrase.stop + 2].lstrip(" ")[:1] in _QUOTED_ALONE:
            return _REFERS_TO  # "la référence : « L. 9-1 » est remplacée"
        if words and words[-1][-1] == "," and "conditions " in left and _FIXED_FOR.search(left):
            return _UNDER_CONDITIONS_OF
        if _opens_cell(words):
            return _by_verb(text, phrase) or _tabular(text, phrase)
        return _by_verb(text, phrase) or (_APPLIES if _is_inverted(text, phrase, words[-1]) else _REFERS_TO)
    if words[-1] in _MARKS and links == ["par"] and _opens_cell(words[:-1]):
        return _AMENDS
    if "our l'application" in left and _FOR_APPLICATION.search(left):
        return _ISSUED_UNDER
    if "applicable" in left and _is_subject_of_applicable(text, start, left):
        return _APPLIES
    if ("conditions " in left or "modalités " in left) and _FIXED_FOR.search(left):
        return _UNDER_CONDITIONS_OF
    if links[:1] == ["et"] and _is_joined_subject(text, phrase, links):
        return _APPLIES
    return _REFERS_TO


def _is_joined_subject(text: str, phrase: Phrase, links: list[str]) -> bool:
    """Whether a phrase behind "et" is the subject of a clause of its own: "…, et l'article 5 ne s'applique que si"."""
    if len(links) > 1:
        led = links[1] in _SUBJECT_FIRST and _OF_SUBJECT.issuperset(links[2:])
    else:
        begins = _BEGINS.match(text, phrase.start)
        led = begins is not None and begins["none"] is not None
    return led and _DIRECTLY_APPLIED.match(text, phrase.stop) is not None


_SUBJECT_FIRST = frozenset(("le", "la", "les", "l'"))
_OF_SUBJECT = frozenset(("dispositions", "de", "la", "l'", "des", "du"))


def _is_subject_of_applicable(text: str, start: int, left: str) -> bool:
    """Whether a phrase is the subject of "applicable" before it, and not led by a preposition."""
    applied = _APPLICABLE_BEFORE.search(left)
    if applied is None or _OF_THAT.search(left) is not None:
        return False
    at = applied.start("subject")
    if at < 0:  # a part has its determiner in it: "le premier alinéa"
        begins, at = _BEGINS.match(text, start), len(left)
        if begins is None or begins["none"] is None:
            return False
    return _PREPOSITION.search(left, max(0, at - _LONGEST_PREPOSITION), at) is None


_LONGEST_PREPOSITION = 9  # characters, with its blank


def _is_inverted(text: str, phrase: Phrase, word: str) -> bool:
    """Whether a sentence begins with its verb, and a phrase behind a comma is its subject; ``word``: the one before."""
    if word[-1] not in ",:":
        return False
    verb = text.rfind(" applicables", max(0, phrase.start - _BEHIND), phrase.start)
    return (
        verb >= 0
        and _INVERTED.fullmatch(text, verb, phrase.start) is not None
        and _VERB_FIRST.search(text, max(0, verb - _FIRST_WORDS), verb) is not None
    )


_FIRST_WORDS = 30  # characters of them


_FIXED_FOR = compiled(
    r"(?:dans|selon|suivant) (?:les|des|leurs) (?:mêmes )?(?:conditions|modalités) "
    r"(?:prévu|fixé|défini|détermin|mentionn|énonc|précis|édict)\w*"
    r"(?:,? (?:pour|en ce qui concerne) [^.,;:\n]{1,90},?|, (?:selon (?:le|les) cas|le cas échéant|respectivement),) "
    r"(?:à (?:l'|la )?|aux? |par (?:l'|la |les? )?) ?$"
)
"""Conditions that are fixed for someone or something: "dans les conditions fixées pour les cessions à l'article 5"."""


_LISTED = compiled(r"(?:modifié|abrogé|créé|complété) les dispositions suivantes ?:")
_LISTED_SIGN = "dispositions suivantes"
_LONGEST_LIST = 3_000  # characters


def _is_listed(text: str, phrase: Phrase) -> bool:
    """Whether a phrase stands in the list behind "A modifié les dispositions suivantes :", as laws are printed."""
    if text[phrase.start - 2 : phrase.start].strip(" ")[-1:] not in _LIST_MARKS:
        return False
    before = max(0, phrase.start - _LONGEST_LIST)
    head = text.rfind(_LISTED_SIGN, before, phrase.start)
    if head < 0 or _LISTED.search(text, max(before, head - 40), head + 40) is None:
        return False
    return _SENTENCE.search(text, head, phrase.start) is None


_LIST_MARKS = frozenset("\n\t-–—•,.;")
_SENTENCE = re.compile(r"[a-z]{3}[.;] +[A-Z](?!rt)|\n\n|\n[IVX]+[ .]")
"""Where such a list ends."""


def _words(text: str) -> list[str]:
    """The words of a text in lower case, punctuation attached, an elided one apart ("d'", "un").

    The ends of lines and cells are words, too.
    """
    apart = text.lower().replace("'", "' ")
    if "\n" in apart or "\t" in apart:
        apart = apart.replace("\n", _CELL_END).replace("\t", _CELL_END)
    if ".-" in apart:
        apart = apart.replace(".-", ".- ")
    return apart.split()


def _opens_cell(words: list[str]) -> bool:
    """Whether a line or a cell begins behind words."""
    return not words or words[-1] == "¶"


class _Role(NamedTuple):
    """What the last word before a reference, its links aside, may be."""

    cues: Sequence[tuple[str, Relation]] = ()
    """The cues that end with it."""
    participle: bool = False
    head: bool = False
    """Whether a clause begins behind it."""


_AT_HEAD = _Role(head=True)


_OPENING = frozenset(
    ("que", "auquel", "auxquels", "auxquelles", "laquelle", "lequel", "lesquels", "lesquelles", "lorsque")
)
"""Words that open a clause."""


@lru_cache(maxsize=1 << 12)
def _role(word: str) -> _Role:
    head = word[-1] in ",.;:°)-–—¶«" or word in _OPENING
    return _Role(BY_LAST_WORD.get(word, ()), not head and PARTICIPLE.search(word) is not None, head)


def _is_commencement(text: str, phrase: Phrase, words: list[str], links: list[str]) -> bool:
    """In a note, "Conformément à X, ces dispositions entrent en vigueur …" and "Se reporter à X"."""
    if "reporter" in words[-8:]:
        return True
    opens = (words and words[-1] == "conformément") or "termes" in links
    return bool(opens) and _ENTERS.search(text, phrase.stop, phrase.stop + 600) is not None


def _limit(left: str) -> Relation | None:
    """The relation of a preposition, in the words before, that limits the whole noun phrase of the reference."""
    if not (
        "réserve" in left or "préjudice" in left or "exc" in left or "utre" in left or "auf " in left
        or "ormis " in left or "hors " in left or "Hors " in left
    ):  # fmt: skip
        return None
    clause = " " + left[max(map(left.rfind, _BREAKS)) + 1 :].lower()
    found = [(clause.rfind(words), relation) for words, relation in LIMITS if words in clause]
    if not found:
        return None
    at, relation = max(found)
    return None if _CLAUSE.match(clause, at) is not None else relation


_CLAUSE = compiled(r"sous (?:la )?réserve qu(?:e|')")
"""A limit that is a clause, in which other cues count."""


def _drop_links(words: list[str]) -> list[str]:
    """Drop prepositions, determiners and "dispositions" from the end; what was dropped."""
    kept = len(words)
    while kept and words[kept - 1] in _LINKING:
        kept -= 1
    dropped = words[kept:]
    del words[kept:]
    return dropped


def _direct(words: list[str], role: _Role) -> Relation | None:
    tail = " " + " ".join(words[-5:])
    for cue, relation in role.cues:
        if tail.endswith(cue):
            return relation
    return _APPLIES if words[-1] == "application" and not DOING.isdisjoint(words[-6:]) else None


def _before_participle(words: list[str], links: list[str]) -> Relation | None:
    """``dans les conditions prévues à``, ``peines prévues à``, ``défini à``: by the noun that the participle is of.

    Where the noun has no cue, one that governs it is let through: "au titre des revenus mentionnés à". ``None`` where
    the verb behind decides: "Les dispositions prévues à l'article 5 s'appliquent".
    """
    participle = words.pop()
    while words and words[-1] in ADVERBS:
        words.pop()
    if words and words[-1] in BEING:
        return _fixed_by(words, participle, links)
    head = _head(words)
    noun = words[head] if head >= 0 else ""
    if noun in _THINGS and head >= 2 and words[head - 1] == "que":  # "dans les mêmes conditions que celles prévues à"
        head -= 2
        noun = words[head]
    noun = noun.rstrip(",")
    if noun in CONDITIONS and _is_laid_down(words[:head]):
        return _UNDER_CONDITIONS_OF
    if noun in PENALTIES:
        return _PENALIZED_BY
    if noun in TEXTS:  # an act in between stops the cue that governs it
        return _REFERS_TO
    if participle.startswith("défini"):
        return _DEFINED_BY
    del words[max(head, 0) :]
    _drop_links(words)
    role = _role(words[-1]) if words else _AT_HEAD
    if role.head and noun in MATTER:
        return None
    found = _direct(words, role) if role.cues and words[-1] not in AMENDING else None
    return found or _REFERS_TO


def _is_laid_down(words: list[str]) -> bool:
    """Whether words lead to conditions: "dans les", "selon les mêmes"."""
    same = len(words) - (words[-1:] == ["mêmes"] or words[-1:] == ["même"])
    return same >= 2 and words[same - 1] in DETERMINERS and words[same - 2] in IN


def _head(words: list[str]) -> int:
    """Index of the noun before a participle, complements with "de" stepped over; -1 where there is none."""
    head = len(words) - 1
    while head >= 2 and words[head - 1] in OF:
        head -= 2
    if head >= 1 and words[head] not in _GOVERNING and words[head - 1] in _GOVERNING:  # an adjective stands between
        return head - 1
    if head >= 2 and words[head - 1] in ("et", "ou") and words[head - 2] in CONDITIONS:
        return head - 2
    return head


def _fixed_by(words: list[str], participle: str, links: list[str]) -> Relation:
    """``Les conditions de … sont fixées par``, ``les sanctions sont fixées par``."""
    if "par" not in links:
        return _defined(participle)
    clause = words[-16:]
    if not CONDITIONS.isdisjoint(clause):
        return _UNDER_CONDITIONS_OF
    return _defined(participle) if PENALTIES.isdisjoint(clause) else _PENALIZED_BY


def _defined(participle: str) -> Relation:
    return _DEFINED_BY if participle.startswith("défini") else _REFERS_TO


def _by_verb(text: str, phrase: Phrase) -> Relation | None:
    """The relation of a subject ("Les articles … sont applicables") or of a place ("A l'article …, les mots …").

    ``None`` where no verb decides.
    """
    lead = text[phrase.start : phrase.start + 4].lower()
    tail = text[max(0, phrase.start - 4) : phrase.start].lower().lstrip()
    if lead.startswith(("au ", "aux ")) or tail.endswith(("à l'", "a l'", "aux ", "au ", "à la ", "a la ")):
        if _READ_SO.match(text, phrase.stop):
            return _AMENDS
        return _APPLIES if _APPLIED_SO.match(text, phrase.stop) else _REFERS_TO
    return _of_subject(text, phrase)


def _of_subject(text: str, phrase: Phrase) -> Relation | None:
    """What the verb behind says of a phrase that is its subject, or stands in it."""
    behind = text[phrase.stop : phrase.stop + _BEHIND]
    if "»" in behind and "«" not in (inside := behind.partition("»")[0]):
        behind = inside  # what is said behind quoted words is said of them
    applied = _APPLIED.match(behind) if "appli" in behind else None
    changed = _CHANGED.match(behind) if any(stem in behind for stem in _CHANGES) else None
    if applied and (not changed or applied.end() <= changed.end()):
        return _APPLIES
    return _AMENDS if changed else None


def _tabular(text: str, phrase: Phrase) -> Relation:
    """In a table of applicability: an article alone in its cell is applied, a law amends it."""
    act = phrase.kind == "act"
    if not act and (phrase.kind != "article" or text[phrase.stop : phrase.stop + 40].lstrip(" ")[:1] not in _CELL_ENDS):
        return _REFERS_TO
    heads = _table_heads(text)
    before = bisect_right(heads, phrase.start)
    if not before or heads[before - 1] < phrase.start - _TABLE:
        return _REFERS_TO
    return _AMENDS if act else _APPLIES


@lru_cache(maxsize=1)
def _table_heads(text: str) -> list[int]:
    """Where the heads of tables end in a text, which has many phrases: looked through once."""
    if not ("pplicables" in text or "édaction" in text or "RÉDACTION" in text):
        return []
    return [head.end() for head in _TABLE_HEAD.finditer(text)]

"""Articles that a text heads which is not read: "Norme NF P 03, article 17"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Via
from cpp_corpus.normalizer.recognize.discourse.attribution.coordination import SHORT_WORDS, Acts
from cpp_corpus.normalizer.recognize.discourse.attribution.places import STAND_VERBS, SUBJECT_BEFORE
from cpp_corpus.normalizer.recognize.discourse.decision import unknown
from cpp_corpus.normalizer.recognize.discourse.owners import OLD_TEXT, PRIVATE
from cpp_corpus.normalizer.recognize.fragments import DASHES, compiled
from cpp_corpus.normalizer.recognize.grammar.act_names_at import NO_TEXTS, SEATS, SMALL_TEXTS, TEXTS
from cpp_corpus.normalizer.recognize.grammar.article_titles import is_field
from cpp_corpus.normalizer.recognize.grammar.clauses import cited_behind
from cpp_corpus.normalizer.recognize.phrase import Phrase

__all__ = ["is_headed_by_unread", "refuse_unread_heads"]


_FEW = 50  # phrases before an article, one of which may name the act of the Union that heads it


def is_headed_by_unread(text: str, phrases: Sequence[Phrase], at: int) -> bool:
    """Whether a text that is not read heads an article: "Norme NF P 03, article 17", "CGV art. 12".

    It stands without a determiner directly behind it.
    """
    start = phrases[at].start
    if _is_high(phrases[at]) and _PRIVATE.search(text, max(0, start - _HEAD), start) is not None:
        return False
    if text[start - 3 : start] in DASHES and any(
        each.act and each.act.nature.endswith("-ue") for each in phrases[max(0, at - _FEW) : at]
    ):
        return False  # "Directive … – Contrat de vente – Article 3"
    if text.startswith(_FIELD_ENDS, phrases[at].stop) and is_field(text, phrases[at]):
        return True
    if text[start - 2 : start] in _APART and _THIS_TEXT.search(text, max(0, start - _THIS_LONG), start) is not None:
        return True
    if _is_small(phrases[at]) and text.startswith(" ", phrases[at].stop) and _ABOUT.match(text, phrases[at].stop):
        return True
    if _is_of_annex(text, phrases, at) or _stands_in_unread(text, phrases[at]):
        return True
    if text.endswith(_THEN, 0, start) and _is_small(phrases[at]):
        begin = max(phrases[at - 1].stop if at else 0, start - _HEAD)
        if _WITHIN_TEXT.search(text, begin, start) is not None:
            return True
    if text.startswith(SHORT_WORDS, start):
        begin = max(phrases[at - 1].stop if at else 0, start - _HEAD)
        if _NUMBERED_HEAD.search(text, begin, start) is not None:
            return True
    if phrases[at].bare:
        begin = max(phrases[at - 1].stop if at else 0, start - _SHORT_HEAD)
        behind = phrases[at + 1].start if at + 1 < len(phrases) else len(text)
        return (
            _CODE_BEFORE.search(text, begin, start) is not None
            or _CODE_BEHIND.match(text, phrases[at].stop, behind) is not None
        )
    if _YEAR_BEFORE.search(text, max(0, start - _YEAR_LONG), start) is not None:
        begin = max(phrases[at - 1].stop if at else 0, start - _HEAD)
        if _IN_OLD.search(text, begin, start) is not None:
            return True
    if text[start - 1 : start] == "'" or (
        text[start - 4 : start] in _DETERMINERS and not text[start - 5 : start - 4].isalpha()
    ):
        return False
    last = at - 1
    while last >= 0 and phrases[last].kind == "division" and phrases[last].act is None:
        last -= 1  # "CCAG travaux, chapitre II, art. 12"
    begin = max(phrases[last].stop if last >= 0 else 0, start - _HEAD)
    if any(cited_behind(text, head.end()) == start for head in _LINE_HEAD.finditer(text, begin, start)):
        return True
    if not begin and (first := _TEXT_HEAD.match(text, 0, start)) and cited_behind(text, first.end()) == start:
        return True
    if text[start] in "aA" and _is_small(phrases[at]):
        noun = _NOUN_HEAD.search(text, max(begin, start - _NOUN_LONG), start)
        if noun is not None and noun["noun"].lower().rstrip("s") in _DEEDS:
            return True
    if not text.startswith(_WORDS, start):
        return False
    apart = text[start - 2 : start] in _APART
    if apart and text[start - 3 : start - 2].isdigit() and _is_dated(text, phrases[at]):
        return True
    if not apart and not (text[start - 1 : start] == " " and text.startswith(SHORT_WORDS, start)):
        return False
    headed = _HEADED.search(text, max(phrases[at - 1].stop if at else 0, start - _HEAD), start)
    if headed is None:
        return not apart and _BEGINS_LINE.search(text, max(0, start - _HEAD), start) is not None
    prefixed = (phrases[at].items[0].number or "").startswith(("L", "R", "D"))
    return not (prefixed and _ANY_LAW.match(headed[0]) is not None)  # "la loi (art. L. 1)", "sauf accord, art. L. 1"


def refuse_unread_heads(text: str, phrases: Sequence[Phrase], acts: Acts) -> None:
    """Give no act to articles that such a text heads."""
    for at, phrase in enumerate(phrases):
        if acts[at] is None and phrase.kind == "article" and is_headed_by_unread(text, phrases, at):
            acts[at] = unknown(Reason.UNKNOWN_NAME, Via.EXPLICIT)


_YEAR_BEFORE = re.compile(r"[0-9IVX] ?[,:(] ?(?:(?:à )?l'|les |aux |)\Z|, (?:à l'|aux )\Z")
_YEAR_LONG = 9  # characters
_OF_NAME = r"(?:code|loi|ordonnance|décret)(?: (?:de |d')?(?-i:[A-ZÉ])[\w'-]+){1,3}"
"""A text by a name that is not read: "le code Michaud"."""
_IN_OLD = compiled(
    r"(?<!\w)(?:(?:dans|selon|d'après|suivant|aux termes d[eu]|s'agissant d[eu]|pour) ?(?:la |le |l')?"
    r"|(?:au|sous(?: l'empire d[eu]| le régime d[eu])?) (?:la |le |l')?(?=code|constitution))"
    rf"{OLD_TEXT}, (?:l'|les )$"
    rf"|(?:^|[.;\n] ?)(?:la |le |l')?"
    rf"(?:{OLD_TEXT},? (?:à l'|aux )|{_OF_NAME}, (?:à l'|aux )|(?=code|constitution){OLD_TEXT} : (?:l'|les ))$",
    re.IGNORECASE,
)
"""A text by its year that has the article: "Dans le code de 1810, l'article 66"; not "depuis la loi de 2016"."""
_ANNEX_BEGINS = tuple(f"{sign}{word}" for sign in (" ", ", ", " (") for word in ("annexe", "Annexe", "ANNEXE", "ann. "))
_ANNEX_BEHIND = compiled(
    r" ?[,(]? ?(?:annexe|ann\.) (?:(?:n ?° ?)?(?:\d{1,2}|[IVX]+|[A-H])(?!\w)|(?:aux?|du|des?|à)(?!\w))", re.IGNORECASE
)
"""The annex behind a number that has the article: "5 annexe 2"."""
_BEHIND_ANNEX = frozenset((" ", ", ", " : ", " - ", " – ", " ("))


def _stands_in_unread(text: str, phrase: Phrase) -> bool:
    """Whether an article is said to stand in a text that is not read: "L'article 5 figure dans les statuts"."""
    if not text.startswith(STAND_VERBS, phrase.stop) or _STANDS_IN.match(text, phrase.stop) is None:
        return False
    start = phrase.start
    return SUBJECT_BEFORE.search(text, max(0, start - _SUBJECT_LONG), start) is not None


_THEN = (", l'", ", les ")
_WITHIN_TEXT = compiled(
    r"(?<!\w)(?:dans|selon|d'après|suivant|aux termes d[eu]s?) ?(?:les? |la |l'|cette |ce |cet )?"
    rf"(?:{PRIVATE}|testament)(?!\w)(?: [\w'-]+){{0,5}}, (?:l'|les )$",
    re.IGNORECASE,
)
"""A text that is not read, in which an article stands: "Dans le bail, l'article 5"."""
_SUBJECT_LONG = 10  # characters
_STANDS_IN = compiled(
    r" (?:figure(?:nt)?|se trouve(?:nt)?|(?:prend|prennent|(?:trouve(?:nt)?|a|ont)(?: (?:sa|leur))?) place"
    r"|(?:est|sont|a été|ont été) (?:insér|inscri|intégr|contenu|situ|plac|rang|log|repri|stipul)\w{0,3}"
    r"|(?:fait partie|font partie|appartien(?:t|nent))(?= d| au| à))"
    r" (?:dans (?:les? |la |l')|aux? |à la |à l'|du |de la |de l'|des )"
    r"(?:(?:titre|chapitre|livre|article|cœur|sein) (?:[^\s,.;]+ )?(?:du |de la |de l'|des ))?"
    rf"(?:{PRIVATE}|testament)(?!\w)",
    re.IGNORECASE,
)
"""What says in which text an article is."""


def _is_of_annex(text: str, phrases: Sequence[Phrase], at: int) -> bool:
    """Whether an article is one of an annex, which has its own: "5 annexe 2", "annexe 2, art. 5"."""
    phrase, before = phrases[at], phrases[at - 1] if at else None
    number = phrase.items[-1].number or ""
    if text.startswith(_ANNEX_BEGINS, phrase.stop) and number[:1].isdigit():
        return _ANNEX_BEHIND.match(text, phrase.stop) is not None
    return (
        before is not None
        and before.kind == "division"
        and before.act is None
        and not before.present
        and (before.items[0].path or "").startswith("annexe")
        and number[:1].isdigit()
        and text[before.stop : phrase.start] in _BEHIND_ANNEX
        and text[phrase.start] in "aA"
    )


_FIELD_ENDS = ("\n", " ", ";", ",", "|", '"', "'")
"""What stands behind a field: "Article : 9", in the next line "Texte : code du vent"."""
_SMALL = 2  # digits of a number that any text has


def _is_small(phrase: Phrase) -> bool:
    """Whether the last number of a phrase is a small one: "12", no "L. 12" or "1832"."""
    number = phrase.items[-1].number or ""
    return len(number) <= _SMALL and number.isdigit()


_HIGH = re.compile(r"[0-9]{4}|[0-9]{3}-[0-9]")
_PRIVATE = compiled(
    r"(?:^|[.;:,\n(] ?|(?<!\w)(?:et|ou|que) )(?:les? |la |une? |ce |cette )?"
    r"(?:contrats?|bail|baux|pactes?|mandats?|testaments?|donations?|promesses?|transactions?|ventes?)(?!\w)"
    r"[^.;:\n,()]{0,60}(?:, | \()$",
    re.IGNORECASE,
)
"""What people agree or dispose among themselves, of which a code speaks: "Le bail (art. 1709) est un contrat"."""


def _is_high(phrase: Phrase) -> bool:
    """Whether the first number of a phrase is one that only a code has: "1709", "515-1"."""
    return _HIGH.match(phrase.items[0].number or "") is not None


_ABOUT = compiled(rf" (?:{NO_TEXTS})(?: (?:[A-Z][\w-]+|de|du|des|la)){{0,4}} ?(?:[;.)\n]|$)")
"""Initials behind a number at the end of a clause, which may be those of a party to its text: "12 SCI Les Lilas"."""


_NOUN_LONG = 60  # characters
_DEEDS = frozenset((
    "bail", "codicille", "compromi", "contrat", "devi", "donation", "engagement", "leg", "mandat", "marché", "offre",
    "pacte", "police", "promesse", "testament", "transaction",
))  # fmt: skip
"""What people agree on or leave behind, which has articles of its own; without the s of the plural."""
_NOUN_HEAD = compiled(
    r"(?:^|[\n\t;(«] ?|(?<!\w)(?:voir|cf\.?|v\.|vu|selon) )(?:(?:le|la|les|mon|son|notre|votre|ce) |l')?"
    r"(?P<noun>[^\W\d_]{4,13})(?: [a-zà-ÿ]{5,14})?(?: (?:de |du |des |d')[\w'-]+){0,2}(?: n° ?\d+)? ?(?:[,:(–|-] ?)?$",
    re.IGNORECASE,
)
"""The noun of a text that has articles of its own and opens its line or its bracket: "testament, art. 12"."""


def _is_dated(text: str, phrase: Phrase) -> bool:
    """Whether a noun phrase that opens its clause and ends with a date or a number heads an article.

    So the names of texts end that no table has: "Sénatus-consulte du 14 juillet 1865, art. 5", "marché n° 12, art. 5".
    What is no text that one knows has none of a high number: "Naissance du 5 mai 2031, article 371-1".
    """
    head = _DATED.search(text, max(0, phrase.start - _HEAD), phrase.start)
    if head is None:
        return False
    noun = head["noun"].lower()
    if noun in TEXTS:
        return head["bracket"] is None or head["number"] is None
    return head["bracket"] is None and head["number"] is None and noun not in _NO_TEXTS and _is_small(phrase)


_DATED = compiled(
    r"(?:^|[\n\t;(] ?|(?<!\w)(?:[Vv]oir|[Cc]f\.?|[Vv]\.) )(?:la |le |les |l')?(?P<noun>[^\W\d_][\w-]{3,})"
    r"(?:[ '][\w-]+){0,5} (?:(?P<number>n ?° ?[\w/-]+)|du \d{1,2}(?:er)? [a-zéû]{3,9}\.? \d{4}|de 1\d{3})"
    r"(?:, |(?P<bracket> \())$"
)
_NO_TEXTS = frozenset((
    "accident", "achat", "adoption", "agression", "article", "audience", "cession", "code", "contrôle", "cours",
    "décès", "démission", "divorce", "édition", "embauche", "état", "examen", "extrait", "incident", "infraction",
    "journée", "licenciement", "livraison", "mariage", "mise", "mouture", "naissance", "paiement", "pacs", "rédaction",
    "réunion", "rupture", "séance", "séparation", "session", "sinistre", "texte", "vente", "version", "vol",
))  # fmt: skip
"""Nouns with dates that are no other text: what happens on a day, and the state of a text on one."""
_THIS_TEXT = compiled(
    r"(?<!\w)[Cc]e(?:t|tte)? (?:convention|accord|traité|règlement|directive|décret|loi|ordonnance|arrêté|protocole"
    r"|charte|avenant|contrat|pacte|bail)(?:, | \()$"
)
"""A text that is named before, with which an article is cited: "Cette convention, article 7"."""
_THIS_LONG = 24  # characters
_ANY_LAW = re.compile(r"(?![Cc]ode|[Cc]\.|[A-Z]{2})")
"""What is no code: only codes have numbers with a prefix."""
_DETERMINERS = frozenset(("les ", "aux ", "des "))
_APART = frozenset((", ", " (", *(f"{letter} " for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")))
_WORDS = ("article", "art.", "art ", "arts.")
_OTHERS = (
    r"[ÉéEe]dits?|[Cc]outumes?(?= d)|[Ss]énatus-consultes?|[Bb]ulle(?= [A-ZÉ])|[Oo]?[Uu]kases?|[Ll]ettres patentes"
    r"|[Nn]otes? de service|[Pp]olices? d'assurance|[Cc]oncordat|[Cc]apitulaires?|[Ff]irmans?"
)
"""Texts of other times, and of those who make none of the law."""
_TEXTS = (
    r"[Cc]hartes?|[Cc]onventions?|[Aa]ccords?|[Pp]rotocoles?|[Ss]tatuts?|[Rr]èglements?|[Cc]ontrats?|[Tt]raités?"
    r"|[Pp]actes?|[Nn]ormes?|[Ll]ois?|[Dd]écrets?|[Aa]rrêtés?|[Oo]rdonnances?|[Dd]irectives?|CCN\w*|CCAG\w*"
    r"|[Cc]onv\.|[Cc]irc\.|[Pp]roto?\.|[Dd]ir\.|[Rr][èe]gl\.|[Oo]rd\.|[Dd][ée]cl\.|[Ii]nstr\.|[Aa]rr\.|[Dd][ée]lib\."
    r"|[Ll]ivre (?:des? )?proc(?:[ée]dures?|\.)?|[Aa]ctes?|[Aa]venants?|[Bb]ail|[Bb]aux|[Cc]ahiers?|[Cc]odes?"
    r"|[Dd]élibérations?|[Ii]nstructions?|[Pp]rojets?|[Pp]ropositions?|Incoterms"
    rf"|{_OTHERS}"
)
_BEGINS_LINE = re.compile(rf"(?:^|[\n\t;(] ?|\b(?:[Vv]oir|[Cc]f\.?|[Vv]\.) )(?:{_TEXTS})(?!\w)[^.;:\n,()]{{0,80}} \Z")
"""A text that is not read, with which a line begins, as it heads an article: "Convention de Navet art. 12"."""
_TEXT_HEAD = re.compile(
    rf"(?:{_TEXTS}|P\d{{1,2}}|{SEATS}|{SMALL_TEXTS}|[Cc]\.(?: ?[a-zé]\.)?(?=,? ?\Z)"
    r"|(?!(?:VU|CF|NOTA|ET|OU|SUR|LES?|LA|DE|DU|EN|AU|UN|PAR|TITRE|LIVRE|OBJET)(?!\w))"
    r"[A-Z]{2,6}\d?(?:-[A-Za-z]+)?(?! ?[A-ZÀ-Þ]{2}))(?!\w)"
)
"""The noun, or the initials, of a text with which a line begins: "CCAG travaux - article 12"."""
_LINE_HEAD = re.compile(rf"[\n\t;(\[«\"“|·•'>–—-](?:(?<=[>–—-]) |(?<=')(?<!\w')|(?<![>–—'-]) ?){_TEXT_HEAD.pattern}")
"""The same with the sign before it."""
_NUMBERED_HEAD = re.compile(
    r"(?:^|[\n;] ?)(?:(?=[^\n;:]*[0-9])(?:[A-Z]{2,8}|(?:[Cc]onv|[Cc]irc|[Rr]eg|[Dd]élib|[Aa]rr|[DLR]|[Dd]t)\.?|R(?=\()"
    r"|[Dd][ée]?cre?t?\.?|[Oo]rd\.?|[Aa]ccord|[Cc]onvention|[Aa]venant|[Aa]vt?\.|[Aa]vt)(?!\w)[^\n;:]{0,100}"
    r"|[0-9-]+ (?:loi|décret|ordonnance))(?:, | \(| )\Z"
    r"|(?<!\w)(?:[Ll]oi|[Dd]écret|[Oo]rdonnance) (?:de )?[0-9]{2,4},? \Z"
)
"""A text with a number or a year that is not read, before "art.": "OIT 158, art. 10", "CCN 66 art. 33"."""
_SHORT_HEAD = 60  # characters of a code that is not read, before a number
_CODE_BEFORE = compiled(r"(?<!\w)(?:[Cc]ode(?: [a-zé'-]+){1,8}|[Cc]\.(?: ?[a-zéè]{2,}\.?){1,3}) ?[,:(]? ?\Z")
"""A code as no table has it, which heads a number: "code urba R. 151-21"."""
_CODE_BEHIND = compiled(r" ?[,?(:|]? ?[Cc]ode [a-zé]{2,}(?!\w)")
"""One that stands behind a number: "R. 412-6 code rte"."""
_HEAD = 140  # characters in which what heads an article stands
_HEADED = compiled(
    r"""
    (?:(?<!\w)(?:
        (?:[Aa]ctes? uniformes?|[Nn]ormes?|[Cc]hartes?|[Cc]onventions?|[Aa]ccords?|[Pp]rot(?:ocoles?|\.)|[Ss]tatuts?
            |[Rr]èglements?|[Rr][èe]gl\.|[Cc]ahiers?|[Aa]venants?|[Cc]ontrats?|[Bb]aux|[Bb]ail|[Tt]raités?|[Pp]actes?|[Gg]uides?
            |[Rr]éférentiels?|[Mm]anuels?|[Ii]nstructions?|[Dd]élibérations?|[Cc]onditions générales|[Cc]odes?
            |"""
    rf"{_OTHERS}|{SMALL_TEXTS}"
    r"""
            |CCN\w*|CCAG|CCAP|CCTP|ANI|[Ll]ois?|[Dd]écrets?|[Aa]rrêtés?|[Oo]rdonnances?|[Dd]irectives?
            |(?:[Aa]vant-)?[Pp]rojets?(?=\ [A-ZÀ-Þ]|\ d[e'](?:\ la|\ l')?\ ?(?:loi|ordonnance|réforme|code|règlement
                |directive|convention|Chanc|Gouv|Acad))|[Aa]vant-projets?
            |[Pp]ropositions?(?=\ de\ (?:loi|résol|règl|direct)))
        (?!\w)(?:[^.;:\n,()]|\.(?=[\d,])){0,100}(?:\x20\([A-Z]{2,8}\))?(?:, | \()
        |(?<![A-Z]\x20)(?!(?:V|CF|NOTA|ET|OU|VU|SUR)(?!\w))[A-Z]{2,8}(?:-[A-Za-z]+)?
            (?:\x20(?:de\x20)?[A-Z][\w-]+){0,2}(?: (?:du|n°) ?[\w°./ -]{2,40}?)?(?:, | \(| )
        |(?:[Cc]onv|[Cc]irc|[Oo]rd|[Dd]ir|[Rr][èe]gl|[Dd][ée]cl|[Ii]nstr|[Dd][ée]lib|[Aa]rr)\.(?: ?[a-zéè]{3,}\.)*
            (?:[^.;:\n,()]|\.(?=[\d,])){0,80}(?:, | \(| )
        |[Cc]\.(?: ?[a-zéè]{2,}\.?){1,3}(?:, | \(| )
        |(?:[A-Z]\.\x20?){2,4}(?:du|n°) ?[\w°./ -]{2,40}?(?:, | \(| ))
    )\Z
"""
)

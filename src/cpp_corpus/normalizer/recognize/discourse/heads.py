"""Heads of amending texts: the act, the division or the article of a head governs what stands below it.

"Le code X est ainsi modifié :" governs the points that follow, until the next head of its level or a higher one; "Au
titre II," or "A l'article 5," at the beginning of a sentence governs the rest of it. An article, or a division, that
names no act has that of its head; a part ("le dernier alinéa") is one of its article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from cpp_corpus.normalizer.recognize.discourse.outline import Segment, outline
from cpp_corpus.normalizer.recognize.fragments import compiled, layout
from cpp_corpus.normalizer.recognize.phrase import How, Item, Phrase

__all__ = ["Governed", "Sentence", "governed", "is_beside_new", "may_amend", "paragraphs_of"]

PARTICIPLES = (
    "modifié", "remplacé", "abrogé", "supprimé", "complété", "inséré", "rédigé", "ajouté", "rétabli", "créé",
    "substitué", "renuméroté", "rajouté", "intégré",
)  # fmt: skip
"""What amending verbs say is done to their subject."""
_SIGNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "odifi": (("odifié", "odifier "), ()),
    "emplac": (("emplacé", "emplacer "), ("emplac",)),
    "brog": (("brogé", "broger "), ()),
    "upprim": (("upprimé", "upprimer "), ("upprim",)),
    "omplét": (("omplété", "ompléter "), ()),
    "nsér": (("nsér",), ()),
    "devien": (("deviennent ", "devient l", "devient L"), ()),
    "pportées aux": (("pportées aux",), ()),
    "jout": (("st ajouté", "st rajouté"), ("jout",)),
    "ntégré": (("l est intégré",), ()),
    "édig": (("édiger ", "insi rédigé"), ("édigé",)),
    "ubstitu": (("ubstituer ",), ("ubstitu",)),
    "insi intitulé": (("insi intitulé",), ()),
    "numéro": (("la numérotation ", "rend le numéro", " les numéros ", "enuméroté"), ()),
    "tabli": (("Rétablir ", "établir l'article", "établi dans sa rédaction"), ()),
}
"""Parts of words of which a text has one that amends, and those of which one has that quotes new words.

They stand by what they share, which few texts have: so it is looked for once.
"""
_SIGNS_WITH_QUOTES = ("rétabli", "st créé", "ont créé", "st précédé", "st porté", "st ramené")
"""Further ones of a text that quotes new words."""
_QUOTING = '«"“\x02'
_SIGNS_OF_HEADS = ("Au code ", "ans le code ", "ans la loi ", "nsèr", "ntroduit ", "crée")
"""Those of a head without a verb, or with another."""
PRECEDED = r"précédée?s?(?= d(?:e la mention|u mot|es mots|'une? [^ ]{1,12} ainsi rédigé)(?!\w))"
"""The participle of what gets words before it, and is not preceded by an event."""
RAISED = r"(?:port|ramen)ée?s?(?= à ?:? ?[«“\x02\x04])"
"""The participle of a quoted amount that another one replaces."""
RECEIVES = r"reçoi(?:ven)?t la numérotation|pren(?:d|nent)(?: respectivement)? (?:la numérotation|les? numéros?)"
"""The verb of what gets another number."""
SINCE = r"(?: ?, (?:à compter|à partir|à la date|dès|avec effet|en conséquence)(?!\w)[^,;:.\n]{0,80},)?"
"""From when something is amended, or why, between the verb and its participle."""
BEING = (
    r"(?:est|sont|soit|soient|été|sera|seront|Est|Sont)"
    r"(?: et demeure(?:nt)?)?(?: (?:ainsi|également|respectivement|alors|aussi|de nouveau))*"
    rf"{SINCE}"
)
"""What stands before such a participle."""
_BECOMING = (
    r"devien(?:t|nent|dra|dront)(?=(?: respectivement| alors| ainsi)?(?: ?,[^,;.\n]{1,60},)?"
    r"(?: à compter [^,;.\n]{1,40})? (?:l'|les?(?!\w)|la(?!\w)|une?(?!\w)|[LRDA]\. ?\*?\d|$))"
)
"""The verb with which something gets another number, and not another quality: "ne devient pas membre"."""
_VERBS = rf"""
    (?:
        {BEING} (?:(?:{"|".join(PARTICIPLES)})e?s?|{PRECEDED}|{RAISED}|(?<=ainsi.)intitulée?s?)
        |{_BECOMING}
        |{RECEIVES}
        |(?:Ins|Suppr|Rempl|Compl|Abrog|Rédig|Substitu|Ajout|Rétabl|Modifi)(?:érer|imer|acer|éter|er|ir)
        |apportées
    )(?!\w)
"""
_AMENDS = compiled(rf"""
    [\ \n\x02](?:
        {layout(_VERBS)}
        |(?<=,[\ \n])(?:ins|suppr|rempl|compl|abrog|rédig|substitu|ajout|rétabl)(?:érer|imer|acer|éter|er|ir)(?!\w)
    )
""")
_BEGINS = compiled(_VERBS)
_LOCATIVE = compiled(
    r"(?:À|A|Au|Aux|Dans|Après|Avant|Pour l'application[^.;:\n]{0,80}? (?:de|du|des|de la))(?!\w)", re.IGNORECASE
)
_HEADED = compiled(r"(?:Au|Dans le|Dans la|A la|À la) (?:code|loi|ordonnance|décret)(?!\w)")
_NEAR = 80  # … in which the words stand that lead to it
_REACH = 500  # characters before what is new, in which a verb says that it is
_NO_ARTICLE: tuple[tuple[Item, ...], int] = ((), -1)
_BLANK = ' \t\n\xa0\u202f«“"'
"""What may stand behind the colon of a head: a line of quoted text begins with its mark."""
_FEW = 8  # phrases of a head that may name other acts
_MANY = 60  # phrases before a part in which it may have been spoken of
_FAR = 160  # characters before what is new, in which the verb stands that says so
_SOON = 80  # characters from an article to the words of the new one beside it
_LONGEST = 200  # characters of "Pour l'application à …"
_SKIPPED = compiled(r"Pour (?:son|leur|l'|les)[^,;:.\n]{0,200}, ", re.IGNORECASE)
_OPENS_SOURCE = (
    r"(?:(?:au début|à la fin) )?(?:(?:à|a|au|aux|dans|après|avant|pour)(?!\w))? ?"
    r"(?:(?:le|la|les|du|des|de la|de)(?!\w)|l'|de l')? ?"
)
_OPENS = compiled(_OPENS_SOURCE, re.IGNORECASE)
_OPENS_SENTENCE = compiled(rf"[.;»)] {_OPENS_SOURCE}$", re.IGNORECASE)
_OPENED_FAR = 24  # characters
_OF_ACT = compiled(r" ?, (?:l'|les |le |la )")
_APPLICATION = compiled(r"Pour (?:son |leur |l')application(?!\w)[^.;:\n]*", re.IGNORECASE)
_DIRECTLY = compiled(
    r" ?,? ?(?:les dispositions |(?:le|la|les|au|aux|à la|à l'|après le|après la|avant le)(?!\w)|l')? ?",
    re.IGNORECASE,
)
_A_NEW = compiled(r"(?:(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|des)(?!\w)) ?(?:nouve\w+ )?$")
_AMENDED_BELOW = compiled(
    r"(?:est|sont) (?:ainsi )?modifiée?s? (?:et complétée?s? )?conformément (?:aux dispositions des|aux) articles "
    r"(?P<first>\d{1,3})(?:er)? (?:à|et) (?P<last>\d{1,3})(?![\d-])"
)
"""What leaves the changes of an act to articles below: "Le code … est modifié conformément aux articles 2 à 10"."""
_LABEL = compiled(r"article (?P<number>\d{1,3})(?:er)?(?!\w| (?:bis|ter|quater))", re.IGNORECASE)
_INSERTS = compiled(
    r"(?<!\w)(?:insère|insèrent|introdui(?:t|sent|sant)|ajoute|crée|insérant|regroupée?s? (?:dans|sous))(?!\w)"
    r"|a (?:inséré|créé|ajouté)"
)
_BESIDE = compiled(r"(?:après|avant) (?:l'|les )$", re.IGNORECASE)
_INTO = compiled(
    r" dans (?:le (?:même )?(?:code|livre|décret|règlement|traité|[A-Z]{2,6})|la (?:loi|directive|convention)"
    r"|l'(?:ordonnance|arrêté))(?!\w)"
)
"""Behind a new article, what it becomes part of: "La loi … insère un article 5 dans le code …"."""
_NEW = compiled(r"(?<!\w)(?:l'article suivant|un article|(?:les )?(?:deux|trois|quatre) articles)(?!\w)")
_BECOMES = compiled(rf"(?:{_BECOMING}|{RECEIVES}|(?<!\w)renumérotée?s?)[^.;]{{0,60}}$")
_AND = compiled(r"(?:,|;|(?<!\w)et)(?: ?,)? ?(?:(?:aux?|[àa] la|les?|la)(?!\w)|(?:[àa] )?l')? ?$")
_PLACE = compiled(r"(?:;|(?<!\w)et ?,) ?(?:aux?|[àa] l'|[àa] la|dans l'|dans les) ?$", re.IGNORECASE)
_IN_ACT = compiled(r"(?:;|(?<!\w)(?:et|puis|mais) ?,) ?(?:et |puis |enfin,? )?(?:au |à la |à l'|dans (?:le |la |l'))$")
_IN = compiled(r"(?<!\w)(?:aux?|[àa] la|[àa] l') ?$", re.IGNORECASE)
_IN_PLACE = compiled(
    r"(?:(?:emplac|omplét)ée?s? par|comprenant|comprend|composée? de"
    r"|(?:insér|r?ajout|cré|intégr)ée?s?(?: ?,[^,;:]{1,120},)?|établie?s?(?: ?,[^,;:]{1,120},)?)"
    r" ?(?:les? |l'|des |d')(?:articles? )?$"
)
"""Before articles that are new without a numeral: "est remplacé par les articles 3 à 3-2 ainsi rédigés"."""
_REFERENCE = compiled(r"(?<!\w)références? (?:(?:à l'|aux|à la|au) ?)?$")
_OPENED = compiled(
    r"(?: ?, (?:dans (?:sa|leur)|tels?|telles?|issue?s?|créée?s?|modifiée?s?)(?!\w)[^.:;\n]{1,200},)?"
    r"(?: (?:est|sont) (?:ainsi )?modifiée?s?(?: comme suit| ainsi qu'il suit)?)? ?:(?! ?[\n\x02«\"“])"
)
"""Behind a head that goes on in its line: "L'article 5 est ainsi modifié : au premier alinéa, …"."""
_ADAPTED = (
    "adaptations suivantes", "modifications suivantes", "adaptation suivante", "modification suivante",
    "adaptations ci-après",
)  # fmt: skip
"""The last words of a head that says what applies elsewhere, with what is below."""
_DISPOSITIONS = compiled(r"(?:Toutes )?(?:l|L)es (?:dispositions|règles) d(?:e l'|u|es|e la) ?")
_MODIFIES = compiled(r"(?<!\w)modifi(?:e|ent|é|ait) (?:l'|le |la |les )?$")
"""Before one in the active voice: "La loi … a modifié l'article 5 : le 2° est supprimé"."""
_KIND = re.compile(
    r"(?P<al>al)|(?P<ph>ph)|(?P<tiret>tiret)|(?P<degree>[0-9]+°)|(?P<number>[0-9])|(?P<roman>[IVXL]+(?![A-Z]))"
    r"|(?P<capital>[A-Z])|(?P<letter>[a-z])"
)
_SENTENCE_END = re.compile(
    r"\. (?=[A-ZÀÉ«\"\x02])(?<!\W[LRDAO]\. )(?<!\Wart\. )(?<!\Wal\. )"
    r"|\n(?<!,\n)\s*+(?![«\"“\x02])|\x02 ?[»\"”] (?=[A-ZÀÉ])"
)
_HAVE_ACT = frozenset(("act", "article", "division"))
_ANNEX = (Item(0, 0, path="annexe"),)
_UNCLEAR = (Item(0, 0),)
"""One of several articles, that named last where there is one."""
_IN_ANNEX = compiled(
    r"(?:(?:[ÀA]|Dans) l'annexe ?,|L'annexe est (?:ainsi )?modifiée ?:)"
    r" ?(?:(?:les?|la|aux?|[àa] la)(?!\w)|(?:[àa] )?l')? ?"
)
_OF_ANNEX = compiled(r"(?:[ÀA] )?[Ll]'annexe (?:est (?:ainsi )?modifiée|:)")
"""An annex without a numeral, in which something is done, and one that is a head; it is that of the act above."""


class Sentence(NamedTuple):
    """A sentence of an amending text, as far as it has phrases."""

    start: int
    end: int
    first: int
    """Index of its first phrase."""
    last: int
    """Index behind its last one."""
    above: str = ""
    """Words of the head without a phrase under which it stands ("Sont abrogés :")."""


class Governed(NamedTuple):
    """Phrases, the parts among them made those of the articles that govern them."""

    phrases: Sequence[Phrase]
    heads: Mapping[int, int]
    """Of a phrase that names no act: index of the phrase whose act it has."""
    sentences: Sequence[Sentence]
    segments: Sequence[Segment]
    governors: Sequence[int]
    """Of each segment: index of the phrase that governs it; -1 where none does."""
    beside: Collection[int] = ()
    """The phrases of which nothing is said: those of a wording, and of a reference that is replaced."""
    changed: Collection[int] = ()
    """The phrases of heads of whose articles parts are amended below."""


class _Head(NamedTuple):
    depth: float
    phrase: int
    """Index of it, or where it has none, of the one above it; -1 where neither has."""
    article: tuple[Item, ...] = ()
    """The articles, the part of one, or the annex, that parts below it are of."""
    words: str = ""
    end: int = 0
    """Where the segment ends that it is."""
    lines: bool | None = None
    """Whether what it governs are lines without marks; ``None`` as long as nothing stands below it."""


def amends(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text has a verb that amends: "est ainsi modifié", "sont abrogés", "devient"."""
    return _AMENDS.search(text, start, end) is not None or _BEGINS.match(text, start, end) is not None


_CREATES = compiled(
    r"Il est (?:créé|rétabli|r?ajouté|intégré)(?: ?,)?(?: (?:au|dans l[ae]|à la)(?!\w)[^,;.:\n]{1,120}?(?: ?,)?)?"
    r" (?:une?|deux|trois|quatre) (?:nouve\w+ )?"
    r"(?:articles? [LRDA0-9]|(?:chapitre|section|titre|livre|sous-section)s?(?!\w))"
)
"""What makes a new provision, and no commission: "Il est créé, au code X, un article L. 5"."""


def may_amend(text: str) -> bool:
    """Whether a text may have heads or amend something: it saves the search for them."""
    if _has_sign_of_verb(text) and amends(text, 0, len(text)):
        return True
    if _has_sign(text, _SIGNS_OF_HEADS) and (_HEADED.search(text) is not None or _INSERTS.search(text) is not None):
        return True
    return "Il est " in text and _CREATES.search(text) is not None


def _has_sign_of_verb(text: str) -> bool:
    quoting = _has_sign(text, _QUOTING)
    for shared, (alone, quoted) in _SIGNS.items():
        if shared in text and (_has_sign(text, alone) or (quoting and _has_sign(text, quoted))):
            return True
    return quoting and _has_sign(text, _SIGNS_WITH_QUOTES)


def _has_sign(text: str, signs: Sequence[str]) -> bool:
    for sign in signs:  # noqa: SIM110 - in two thirds of the time
        if sign in text:
            return True
    return False


def governed(text: str, phrases: Sequence[Phrase], start: int, end: int) -> Governed:
    """What governs each phrase of a stretch of text, in which quoted text is masked."""
    segments = outline(text, start, end)
    return _Reader(text, list(phrases)).read(segments)


_OF_AMENDMENT = compiled(
    r"(?:Supprimer|Compléter|Rédiger(?: ainsi)?|Remplacer|Modifier|Rétablir|Substituer à)"
    r" (?:les? |l'|au |aux )?alinéas? \d"
    r"|(?:[AÀ]|Après|Avant) (?:l'|les )alinéas? \d[^.;:\n]{0,30} (?:supprimer|substituer|remplacer|compléter|insérer)"
)
"""What an amendment does to the paragraphs of a bill: "Supprimer les alinéas 2 à 4", "À l'alinéa 3, substituer"."""


class _Reader:
    """Goes through the segments, and keeps the heads that are open."""

    def __init__(self, text: str, phrases: list[Phrase]) -> None:
        self._text = text
        self._phrases = phrases
        self._starts = [phrase.start for phrase in phrases]
        self._heads: list[_Head] = []
        self._of: dict[int, int] = {}
        self._beside: set[int] = set()
        self._changed: set[int] = set()
        self._before = -1  # the phrase of articles that the sentence before has amended, in the same segment
        self._several = False  # whether that one has amended those of several phrases
        self._below = -1, 0, 0  # the phrase whose act articles below amend, and the first and the last of these
        self._sentences: list[Sentence] = []

    def read(self, segments: Sequence[Segment]) -> Governed:
        """Everything."""
        governors = []
        for at, segment in enumerate(segments):
            depth = self._enter(segment)
            governors.append(self._heads[-1].phrase if self._heads else -1)
            first = bisect_left(self._starts, segment.start)
            last = bisect_left(self._starts, segment.end)
            if first < last:
                self._sentences_of(segment, first, last)
                self._leave_to_articles(segment, first, last)
            if at + 1 < len(segments):
                self._open(segment, depth, first, last, segments[at + 1])
        return Governed(self._phrases, self._of, self._sentences, segments, governors, self._beside, self._changed)

    def _enter(self, segment: Segment) -> float:
        """Close the heads that do not govern a segment; its depth."""
        heads = self._heads
        if heads and _OF_AMENDMENT.match(self._text, segment.body) is not None:
            heads.clear()
            return 0
        if segment.titled:
            heads.clear()
            phrase, first, last = self._below
            label = _LABEL.match(self._text, segment.start) if phrase >= 0 else None
            if label is not None and first <= int(label["number"]) <= last:
                heads.append(_Head(-1, phrase, lines=True))
            return 0
        if segment.depth:
            while heads and heads[-1].depth >= segment.depth:
                heads.pop()
            if heads and heads[-1].lines is None:
                heads[-1] = heads[-1]._replace(lines=False)
            return segment.depth
        while heads and heads[-1].lines is False:
            heads.pop()
        if not heads:
            return 0
        heads[-1] = heads[-1]._replace(lines=True)
        return heads[-1].depth + 0.5

    def _leave_to_articles(self, segment: Segment, first: int, last: int) -> None:
        """Keep the act that a segment leaves to articles below."""
        left = _AMENDED_BELOW.search(self._text, segment.body, segment.end)
        if left is None:
            return
        for at in range(first, last):
            phrase = self._phrases[at]
            if phrase.stop > left.start():
                return
            if phrase.kind in {"act", "division"} and phrase.act is not None:
                self._below = at, int(left["first"]), int(left["last"])
                return

    # -- phrases ------------------------------------------------------------------------------------------------------

    def _sentences_of(self, segment: Segment, first: int, last: int) -> None:
        text, begin, at = self._text, segment.body, first
        self._before, self._several = -1, False
        top = self._heads[-1] if self._heads else None
        above = top.words if top is not None else ""
        while at < last:
            behind = at + 1
            while behind < last and not _ends(text, self._phrases[behind - 1].stop, self._phrases[behind].start):
                behind += 1
            stop = _SENTENCE_END.search(text, self._phrases[behind - 1].stop, segment.end)
            end = stop.start() if stop is not None else segment.end
            start = _begin(text, begin, self._phrases[at].start)
            self._sentence(start, end, at, behind, top)
            self._sentences.append(Sentence(start, end, at, behind, above))
            at, begin = behind, end

    def _sentence(self, start: int, end: int, first: int, last: int, top: _Head | None) -> None:
        text = self._text
        verbs: bool | None = None
        local: _Head | None = None  # the phrase at the beginning, which governs the rest
        if top is not None and top.phrase >= 0 and _IN_ANNEX.fullmatch(text, start, self._phrases[first].start):
            local = _Head(0, top.phrase, _ANNEX)
        place = local  # the one whose parts are named: that one, or another behind it
        target = -1  # the phrase before, whose act a new article has
        for at in range(first, last):
            phrase = self._phrases[at]
            kind = phrase.kind
            if (
                kind == "division"
                and (paragraphs := paragraphs_of(phrase)) is not None
                and ((place is not None and place.article) or (top is not None and top.article))
            ):
                phrase, kind = paragraphs, "internal"
            if kind == "internal" and (place is not None or top is not None) and self._is_again(phrase, at):
                phrase = _as_own(phrase)
            of_version = kind == "internal" and _of_version(text, phrase)  # "tel qu'il résulte du 1°"
            if kind == "internal" and not (phrase.present or of_version) and all(map(_is_own, phrase.items)):
                verbs = amends(text, start, end) if verbs is None else verbs
                article, head = self._article(phrase, at, place, top, amends=verbs)
                origin = self._before if at == first and not article else target
                again = self._becomes_again(phrase, at) if at > first else None
                if again is not None:
                    self._phrases[at], article = again, ()
                elif len(article) != 1 and verbs and place is None and self._goes_on(phrase, origin, start, end):
                    article, head = (self._around(phrase, self._phrases[origin]),), origin
                elif not article and verbs and place is not None:
                    self._phrases[at] = _inside(phrase, self._phrases[place.phrase])
                elif not article and verbs and at == first and self._is_of_several(phrase, top, start, end):
                    article = _UNCLEAR
                if article:
                    nested = "point" in text[phrase.start : phrase.stop]
                    self._phrases[at] = phrase = _part_of(phrase, article, nested=nested)
                    kind = phrase.kind
                    if head >= 0:
                        self._of[at] = self._of.get(head, head)
            elif phrase.act is None and not phrase.its and not phrase.present and kind in _HAVE_ACT:
                head = self._act(phrase, start, local, top, target)
                if head < 0 and kind != "act":
                    head = self._amended_before(phrase, self._before if at == first else target, start, end)
                if head >= 0:
                    self._of[at] = head
            opens = local is None or self._phrases[local.phrase].kind == "act"
            if (opens and at <= first + 1 and self._is_local(start, phrase, at, first=at == first)) or (
                local is not None and self._is_next_act(local, at)
            ):
                local = place = _Head(0, at, _wholes(phrase))
            elif kind == "article" and at > first and self._is_place(at):
                place = _Head(0, at, tuple(phrase.items))
            if kind in _HAVE_ACT:
                if _of_version(text, phrase) or self._is_replaced(phrase):
                    self._beside.add(at)
                else:
                    target = at
        self._before = self._amended(start, end, first, last)

    def _amended(self, start: int, end: int, first: int, last: int) -> int:
        """Index of the phrase of articles that a sentence amends; -1 where it amends none, or those of several."""
        text, found = self._text, -1
        self._several = False
        for at in range(first, last):
            phrase = self._phrases[at]
            if phrase.kind != "article" or at in self._beside:
                continue
            if found >= 0 and amends(text, self._phrases[found].stop, phrase.start):
                return found
            if found >= 0:
                self._several = amends(text, start, end)
                return -1
            if _BESIDE.search(text, max(0, phrase.start - 12), phrase.start) is not None:
                return -1
            found = at
        return found if found >= 0 and amends(text, start, end) else -1

    def _is_place(self, at: int) -> bool:
        """Whether a phrase says where something is done, within its sentence: "…; à l'article 6, le 2° est abrogé"."""
        text, phrase = self._text, self._phrases[at]
        before = max(self._phrases[at - 1].stop, phrase.start - _NEAR)
        return text[phrase.stop : phrase.stop + 1] == "," and _PLACE.search(text, before, phrase.start) is not None

    def _is_next_act(self, local: _Head, at: int) -> bool:
        """Whether a sentence goes on in another act than the one that opens it: "…; dans le code X, l'article 5"."""
        act, phrase = self._phrases[local.phrase], self._phrases[at]
        name = phrase.act
        if at <= local.phrase or name is None or not (_is_place_by_act(act) and _is_place_by_act(phrase)):
            return False
        return _IN_ACT.search(self._text, max(self._phrases[at - 1].stop, name.start - _NEAR), name.start) is not None

    def _is_local(self, start: int, phrase: Phrase, at: int, *, first: bool) -> bool:
        """Whether a phrase says, at the beginning of its sentence, where something is done: "A l'article 5, …".

        "Pour son application à …," may stand before it. "L'article 5 est ainsi modifié : …" says it, too.
        """
        text = self._text
        if phrase.kind in _HAVE_ACT and _OPENED.match(text, phrase.stop):
            if self._opens(start, phrase) if first else self._is_in_act(start, self._phrases[at - 1], phrase):
                return True
            if _MODIFIES.search(text, max(start, phrase.start - _SOON), phrase.start):
                return True
        if first and _LOCATIVE.match(text, start) and self._opens(start, phrase):
            return True
        skipped = _SKIPPED.match(text, start, phrase.start + 3)
        return (
            skipped is not None
            and _LOCATIVE.match(text, skipped.end()) is not None
            and self._opens(skipped.end(), phrase)
        )

    def _is_in_act(self, start: int, act: Phrase, phrase: Phrase) -> bool:
        """Whether an act opens what begins at ``start``, and stands before a phrase: "Dans le code …, l'article 5"."""
        return (
            act.kind == "act"
            and _OF_ACT.fullmatch(self._text, act.stop, phrase.start) is not None
            and self._opens(start, act)
        )

    def _opens(self, start: int, phrase: Phrase) -> bool:
        """Whether a phrase opens what begins at ``start``."""
        lead = self._text[start : phrase.start]
        return _OPENS.fullmatch(lead) is not None or (len(lead) < _LONGEST and _APPLICATION.fullmatch(lead) is not None)

    def _article(
        self, phrase: Phrase, at: int, local: _Head | None, top: _Head | None, *, amends: bool
    ) -> tuple[tuple[Item, ...], int]:
        """The articles that a part is of, and the phrase that names them; none where it is of the citing article."""
        if local is not None and local.article:
            before = self._phrases[local.phrase]
            direct = at == local.phrase + 1 and _DIRECTLY.fullmatch(self._text, before.stop, phrase.start) is not None
            own = amends or (direct and self._text[before.stop : before.stop + 2].strip()[:1] == ",")
            return (local.article, local.phrase) if own else _NO_ARTICLE
        if top is None:
            return _NO_ARTICLE
        if amends and top.article:
            self._changed.add(top.phrase)
        return top.article, top.phrase

    def _becomes_again(self, phrase: Phrase, at: int) -> Phrase | None:
        """What a part of one that is named again becomes, as a part of it: "Le 3 du même B devient le 2"."""
        before = self._phrases[at - 1]
        if (
            before.kind != "internal"
            or before.items[0].how is not How.SAME
            or "/" not in before.items[0].locators[0]
            or _BECOMES.search(self._text, max(before.stop, phrase.start - _NEAR), phrase.start) is None
        ):
            return None
        outer = before.items[0].locators[:1]
        items = [
            item._replace(how=How.SAME, locators=_within(outer, item.locators, nested=False)) for item in phrase.items
        ]
        return phrase._replace(items=tuple(items))

    def _is_again(self, phrase: Phrase, at: int) -> bool:
        """Whether a part is named "again" of which nothing before has spoken: it is one of what governs."""
        item = phrase.items[0]
        if item.how is not How.SAME or not item.locators:
            return False
        outer = item.locators[0].partition("/")[0]
        before = self._phrases[max(0, at - _MANY) : at]
        return not outer.endswith("-this") and not any(
            outer in path.split("/") for phrase in before for item in phrase.items for path in item.locators
        )

    def _is_replaced(self, phrase: Phrase) -> bool:
        """Whether a phrase is a reference that is replaced, or replaces one: "la référence à l'article 6"."""
        return _REFERENCE.search(self._text, max(0, phrase.start - 30), phrase.start) is not None

    def _is_of_several(self, phrase: Phrase, top: _Head | None, start: int, end: int) -> bool:
        """Whether a part is amended that is of one of several articles: "Les articles 5 et 6 … . Le II est abrogé"."""
        if not (self._several or (top is not None and top.phrase >= 0)):
            return False
        return self._opens(start, phrase) and amends(self._text, phrase.stop, min(end, phrase.stop + _REACH))

    def _around(self, phrase: Phrase, before: Phrase) -> Item:
        """What a part is of that goes on from another one: that one, if something is done in it, or what it is of."""
        item = before.items[0]
        if len({each.number for each in before.items}) > 1 or item.to is not None:
            return _UNCLEAR[0]
        path = item.locators[0] if item.locators else ""
        if not phrase.items[0].locators[0].startswith("ph") and not _IN.search(
            self._text, max(0, before.start - 5), before.start + 3
        ):
            path = path.rpartition("/")[0]
        return item._replace(locators=(path,) if path else ())

    def _goes_on(self, phrase: Phrase, last: int, start: int, end: int) -> bool:
        """Whether a part is of the article of which the sentence, or the one before it, has said something.

        "Le III de l'article 5 devient le II", "Le I de l'article 5 est abrogé et le II est complété".
        The sentence stands from ``start`` to ``end``.
        """
        text = self._text
        if last < 0 or self._phrases[last].kind != "article":
            return False
        before = self._phrases[last]
        if before.stop <= start:
            return self._opens(start, phrase) and amends(text, phrase.stop, min(end, phrase.stop + _REACH))
        if _BECOMES.search(text, max(before.stop, phrase.start - _NEAR), phrase.start) is not None:
            return bool(before.items[0].locators)
        return (
            _AND.search(text, max(before.stop, phrase.start - _NEAR), phrase.start) is not None
            and amends(text, max(start, phrase.start - _REACH), phrase.start)
            and amends(text, phrase.stop, min(end, phrase.stop + _REACH))
        )

    def _amended_before(self, phrase: Phrase, last: int, start: int, end: int) -> int:
        """Index of the phrase whose act an article has that is amended behind another one; -1 where none is.

        "L'article 5 de la loi … est abrogé et l'article 7 est complété".
        """
        own = phrase.items[0] if phrase.items else _UNCLEAR[0]
        number = own.number or ""
        if own.how is not How.NAMED or not (number or own.path) or not self._goes_on(phrase, last, start, end):
            return -1
        before = self._phrases[last].items[0].number or ""
        if number and before[:1].isdigit() != number[:1].isdigit():
            return -1
        return self._of.get(last, last) if _INTO.match(self._text, phrase.stop) is None else -1

    def _act(self, phrase: Phrase, start: int, local: _Head | None, top: _Head | None, target: int) -> int:
        """Index of the phrase whose act a phrase without one has; -1 where there is none."""
        if phrase.kind == "article" and (not phrase.items or phrase.items[0].number is None):
            return -1
        if local is not None:
            head = self._phrases[local.phrase]
            if head.kind == phrase.kind == "division":
                return local.phrase
            if (
                head.kind == "division"
                or _is_place_by_act(head)
                or _A_NEW.search(self._text, max(0, phrase.start - 20), phrase.start)
                or (phrase.kind == "article" and self._is_replaced(phrase))
            ):
                return self._of.get(local.phrase, local.phrase)
        if target >= 0 and self._is_new(phrase, target, start):
            within = phrase.kind == "division" and self._phrases[target].kind == "division"
            return target if within else self._of.get(target, target)
        return -1 if top is None or top.phrase < 0 else self._named_in(top, phrase)

    def _named_in(self, head: _Head, phrase: Phrase) -> int:
        """Index of the phrase of a head whose act an article has: the one that names it, or the one that governs."""
        named = {item.number for item in phrase.items if item.number is not None}
        begin = head.phrase + 1
        for at, other in enumerate(self._phrases[begin : begin + _FEW], begin):
            if not named or other.start >= head.end:
                break
            if other.kind == "article" and not named.isdisjoint(item.number for item in other.items):
                return self._of.get(at, at)
        return head.phrase

    def _is_new(self, phrase: Phrase, target: int, start: int) -> bool:
        """Whether a phrase names what is new beside a target: "il est inséré un article …", "devient l'article …".

        ``start`` is where the sentence begins.
        """
        text, before = self._text, self._phrases[target].stop
        if _INTO.match(text, phrase.stop) is not None:
            return False
        lead = text[max(before, phrase.start - 120) : phrase.start]
        if _BECOMES.search(lead) or _IN_PLACE.search(text, max(start, phrase.start - _FAR), phrase.start):
            return True
        if _A_NEW.search(lead) is None:
            return False
        start = max(start, phrase.start - _REACH)
        return amends(text, start, phrase.start) or _INSERTS.search(text, start, phrase.start) is not None

    # -- heads --------------------------------------------------------------------------------------------------------

    def _open(self, segment: Segment, depth: float, first: int, last: int, following: Segment) -> None:
        """Open the head that a segment is, if a colon ends it; ``following`` is what it may govern first."""
        words = self._text[segment.body : segment.end].rstrip(_BLANK)
        if not words.endswith(":"):
            return
        at = self._last_heading(segment, first, last) if last - first > 1 else None
        if at is not None and following.depth <= segment.depth:
            depth = following.depth - 0.5  # "a) … Le code pénal est ainsi modifié : a) …", of a list of its own
        at = self._heading(segment, words, first, last) if at is None else at
        above = self._heads[-1] if self._heads else _Head(0, -1)
        if at is not None:
            phrase = self._phrases[at]
            article = _wholes(phrase)
            if phrase.kind == "article" and phrase.items[0].number is None:
                article = self._again(at)
            several = len(article) > 1 or any(item.to for item in article)
            if article and (is_beside_new(self._text, phrase, segment.end) or (several and _is_adapted(words))):
                article = ()
            verb = "" if not above.words or amends(words, 0, len(words)) else above.words
            self._heads.append(_Head(depth, at, article, verb, end=segment.end))
        elif (first == last or self._phrases[first].kind == "heading") and amends(words, 0, len(words)):
            article = _ANNEX if above.phrase >= 0 and _OF_ANNEX.match(words) is not None else above.article
            self._heads.append(_Head(depth, above.phrase, article, words))

    def _again(self, at: int) -> tuple[Item, ...]:
        """What parts are of below "Le II du même article est ainsi modifié :"; nothing where several were named."""
        phrase = self._phrases[at]
        for before in range(at - 1, max(-1, at - _MANY), -1):
            other = self._phrases[before]
            if other.kind == "article" and before not in self._beside and other.items[0].number is not None:
                numbers = {item.number for item in other.items}
                if len(numbers) > 1 or other.items[0].to is not None or phrase.items[0].how is not How.SAME:
                    return ()
                self._of[at] = self._of.get(before, before)
                return tuple([item._replace(number=other.items[0].number) for item in phrase.items])
        return ()

    def _heading(self, segment: Segment, words: str, first: int, last: int) -> int | None:
        """Index of the phrase that governs what stands below a segment."""
        text = self._text
        changed = amends(words, 0, len(words))
        adapted = _is_adapted(words)
        for at in range(first, min(last, first + 5)):
            phrase = self._phrases[at]
            if phrase.kind not in _HAVE_ACT or _of_version(text, phrase):
                continue
            lead = text[segment.body : phrase.start]
            bare = text[phrase.stop : segment.end].strip(_BLANK + ",") == ":"
            if (changed or bare or adapted) and _OPENS.fullmatch(lead):
                return at
            if adapted and _DISPOSITIONS.fullmatch(lead):
                return at
            if bare and _MODIFIES.search(lead):
                return at
            if _APPLICATION.match(lead) and (changed or bare) and at == first:
                return at
            if changed and (bare or amends(text, phrase.stop, min(segment.end, phrase.stop + 200))):
                return at
        return None

    def _last_heading(self, segment: Segment, first: int, last: int) -> int | None:
        """Index of the phrase with an act of its own that opens the last sentence of a segment, and is amended there.

        "L'article 7 du code civil est abrogé. Le code pénal est ainsi modifié : 1° L'article 121-3 …".
        """
        text = self._text
        for at in range(last - 1, first, -1):
            phrase = self._phrases[at]
            act = phrase.act
            if phrase.kind not in _HAVE_ACT or act is None or not act.ids or _of_version(text, phrase):
                continue
            begin = min(phrase.start, act.start)
            opened = max(segment.body, begin - _OPENED_FAR)
            if _OPENS_SENTENCE.search(text, opened, begin) and amends(text, max(phrase.stop, act.stop), segment.end):
                return at
        return None


def _is_place_by_act(phrase: Phrase) -> bool:
    """Whether a phrase is an act, or has it before its articles, which those behind it may have: "code X, art. 5"."""
    if phrase.kind == "act":
        return True
    return phrase.kind == "article" and phrase.act is not None and phrase.act.start < phrase.items[0].start


def _is_adapted(words: str) -> bool:
    """Whether a head ends with "… applicable …, sous réserve des adaptations suivantes :"."""
    return words[:-1].rstrip().endswith(_ADAPTED)


def _is_own(item: Item) -> bool:
    """Whether a part is named by itself, and not by where the sentence stands ("l'alinéa suivant")."""
    return item.how is How.NAMED and not any("-prev" in path or "-next" in path for path in item.locators)


def _as_own(phrase: Phrase) -> Phrase:
    return phrase._replace(items=tuple([item._replace(how=How.NAMED) for item in phrase.items]))


_ROMAN_NUMBER = re.compile(r"[ivx]+")


def paragraphs_of(phrase: Phrase) -> Phrase | None:
    """The paragraphs of an article that a phrase names as divisions: "A l'article 2, le paragraphe 3 …"."""
    items = []
    for item in phrase.items:
        kind, _, number = (item.path or "").partition(".")
        number = number.upper() if _ROMAN_NUMBER.fullmatch(number) else number
        if kind != "paragraphe" or not (number.isdigit() or number.isupper()) or phrase.act or phrase.present:
            return None
        locators = tuple([f"{number}/{path}" for path in item.locators]) or (number,)
        items.append(item._replace(path=None, locators=locators))
    return phrase._replace(kind="internal", items=tuple(items))


def _inside(phrase: Phrase, place: Phrase) -> Phrase:
    """A part of the citing article as one of the part where the sentence does something: "Au I, la seconde phrase"."""
    if place.kind != "internal" or len(place.items) > 1 or place.items[0].how is not How.NAMED:
        return phrase
    outer = place.items[0].locators
    items = [item._replace(locators=_within(outer, item.locators, nested=False)) for item in phrase.items]
    return phrase._replace(items=tuple(items))


def _wholes(phrase: Phrase) -> tuple[Item, ...]:
    """What the parts that a phrase governs are of: its articles, or its annexes."""
    if phrase.kind == "article":
        return tuple(phrase.items)
    annexes = phrase.kind == "division" and (phrase.items[0].path or "").rpartition("/")[2].startswith("annexe")
    return tuple(phrase.items) if annexes else ()


def _part_of(phrase: Phrase, article: Sequence[Item], *, nested: bool) -> Phrase:
    """A phrase of parts as one of parts of articles, or of annexes.

    ``nested``: they are points, which a paragraph of a number has.
    """
    items = [
        item._replace(
            number=whole.number,
            path=whole.path,
            how=How.SAME,
            locators=_within(whole.locators, item.locators, nested=nested),
        )
        for whole in article
        for item in phrase.items
    ]
    return phrase._replace(kind="article" if article[0].path is None else "division", items=tuple(items))


def _within(outer: tuple[str, ...], inner: tuple[str, ...], *, nested: bool) -> tuple[str, ...]:
    return tuple([_joined(one, other, nested=nested) for one in outer for other in inner]) if outer else inner


def _joined(outer: str, inner: str, *, nested: bool) -> str:
    """A locator inside another, as far as they differ in kind: "le premier alinéa : – la première phrase"."""
    first = _kind(inner.split("/", maxsplit=1)[0])
    kept = []
    for step in outer.split("/"):
        kind = _kind(step)
        if (
            (kind == first and not (nested and kind == "number"))
            or (kind == "ph" and first in {"al", "tiret"})
            or (kind in _SMALLEST and first == "roman")
        ):
            break
        kept.append(step)
    return "/".join((*kept, inner))


_SMALLEST = frozenset(("al", "ph", "tiret"))


def _kind(step: str) -> str:
    match = _KIND.match(step)
    return "" if match is None else match.lastgroup or ""


_VERSION = compiled(
    r"(?:rédaction|résult(?:ant|e|ent)|issue?s?|vigueur|modifiée? par|antérieure?s? (?:à|aux?))"
    r"(?: \w+)? (?:du|de la|de l'|des|de|le|la|l')? ?$"
)


def _of_version(text: str, phrase: Phrase) -> bool:
    """Whether a phrase says of which wording another is ("dans sa rédaction issue de la loi n° …")."""
    return _VERSION.search(text, max(0, phrase.start - 60), phrase.start) is not None


def is_beside_new(text: str, phrase: Phrase, start: int) -> bool:
    """Whether a new article begins at ``start``, beside one: "Après l'article 3, insérer l'article suivant :"."""
    return (
        start - phrase.stop < _SOON
        and not any(item.locators for item in phrase.items)
        and _BESIDE.search(text, max(0, phrase.start - 12), phrase.start) is not None
        and _NEW.search(text, phrase.stop, start) is not None
    )


def _ends(text: str, start: int, end: int) -> bool:
    return start < end and _SENTENCE_END.search(text, start, end + 1) is not None


def _begin(text: str, start: int, end: int) -> int:
    """Where the sentence begins in which ``end`` stands, not before ``start``."""
    for match in _SENTENCE_END.finditer(text, start, end + 1):
        start = match.end()
    while start < end and text[start] in " \t\n.":
        start += 1
    return start

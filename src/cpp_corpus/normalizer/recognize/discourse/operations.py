"""What the sentences of an amending text do with what they name: the relation ``amends``, and the operation.

A sentence is read with a sign in the place of each phrase and each quotation, so that its verbs and what they govern
can be seen: "A l'article 5, les mots : « … » sont supprimés" is "A l'†, les mots : ‡ sont supprimés".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cpp_corpus.model.reference import AmendmentOperation, Relation
from cpp_corpus.normalizer.recognize.discourse.heads import PRECEDED, RAISED, RECEIVES, SINCE, Sentence, amends
from cpp_corpus.normalizer.recognize.discourse.quotes import MASK
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import How, Phrase

__all__ = ["IN_PARTS", "Done", "operations_of"]

_O = AmendmentOperation
_AMENDS, _REFERS_TO = Relation.AMENDS, Relation.REFERS_TO
Done = tuple[Relation, AmendmentOperation | None]
"""The relation of a phrase, and what is done to it."""
IN_PARTS: Done = (_AMENDS, None)
"""What is done to an article whose parts are amended one by one."""

_SIGN, _QUOTED = "\x03", "\x04"
_QUOTATION = re.compile(rf"(?:[«“\"] ?)?{MASK}+(?: ?[»”\"])*|«[^«»]*»")
_LEAD = compiled(r"(?:(?:aux?|du|des|de la|les|la|le|à la|dans le|dans la|une?) |de l'|l'|à l')", re.IGNORECASE)
_PARTICIPLES = {
    "modifié": None,
    "remplacé": _O.REPLACE,
    "abrogé": _O.REPEAL,
    "supprimé": _O.REPEAL,
    "complété": _O.COMPLETE,
    "inséré": _O.CREATE,
    "rédigé": _O.REPLACE,
    "ajouté": _O.CREATE,
    "rajouté": _O.CREATE,
    "intégré": _O.CREATE,
    "rétabli": _O.CREATE,
    "créé": _O.CREATE,
    "substitué": _O.REPLACE,
    "renuméroté": _O.RENUMBER,
    "intitulé": _O.REPLACE,
}
"""What each verb does, to what is its subject."""
_INFINITIVES = {
    "insérer": "inséré",
    "supprimer": "supprimé",
    "remplacer": "remplacé",
    "compléter": "complété",
    "abroger": "abrogé",
    "rédiger": "rédigé",
    "substituer": "substitué",
    "ajouter": "ajouté",
    "rajouter": "ajouté",
    "rétablir": "rétabli",
    "modifier": "modifié",
}
_VERB = compiled(rf"""
    (?:
        (?:est|sont|soit|soient|a\ été|ont\ été|sera|seront)
        (?:\ et\ demeure(?:nt)?)?(?:\ (?:ainsi|également|respectivement|alors|aussi|de\ nouveau))*{SINCE}
        (?:\ (?:abrogée?s?|supprimée?s?)\ et(?=\ remplacé))?
        \ (?:(?P<participle>{"|".join(_PARTICIPLES)})e?s?|(?P<preceded>{PRECEDED})|(?P<raised>{RAISED}))
        |(?P<becomes>devien(?:t|nent|dra|dront)|{RECEIVES})
        |(?<![^,]\x20)(?P<infinitive>{"|".join(_INFINITIVES)})
        |(?P<brought>apportées)
        |(?P<became>(?:est|sont)\ devenue?s?)
    )(?!\w)
""", re.IGNORECASE)  # fmt: skip
_WORDS = compiled(
    r"(?<!\w)(?:mots?|références?|années?|nombres?|chiffres?|taux|montants?|dates?|sommes?|signes?|occurrences?"
    r"|pourcentages?|symboles?|(?<!au\s)(?<!aux\s)termes?|durées?"
    r"|(?:tarif|seuil|plafond|coefficient|valeur)s?(?= ?:))(?!\w)",
    re.IGNORECASE,
)
_NEW = compiled(
    r"""
    (?:.*(?<!\w)(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)|\ (?:et )?(?:par )?des)
    (?: nouve\w+)?(?: articles?)? ?
    """,
    re.IGNORECASE,
)
"""The words before what is new: "il est inséré un", "complété par deux articles"."""
_COMPRISING = compiled(r".*(?<!\w)(?:compren(?:ant|d)|composée? d(?:e|es)) ?(?:(?:les?|l'|des) ?)?(?:articles? ?)?")
_BY_NEW = compiled(r" par (?:les(?: (?:deux|trois|quatre|cinq)(?: articles)?)?|l') ?")
_BECOME = compiled(r" ?(?:respectivement |et |, )*(?:(?:le|la|les) ?|l')?")
_SUBJECT = compiled(
    r"""
    \ ?(?:(?:et|ou|puis|ainsi que|ainsi qu'il suit|ainsi|comme suit) )?
    (?:(?:la fin|le début|l'intitulé|les intitulés|le titre|l'alinéa introductif|la numérotation
        |la partie (?:législative|réglementaire)
        |le tableau(?: [A-Z]| annexé)?|(?:(?:les?|la) )?(?:[\w-]+ (?:et [\w-]+ )?)?(?:ligne|colonne)s?(?: du tableau)?)
        \ (?:d(?:u|es|e)|à|au) ?|le tableau constituant )?
    (?:(?:le|la|les)(?!\w)|l')? ?
    """,
    re.IGNORECASE,
)
_FOR_QUOTED = compiled(rf" : ?{_QUOTED} par(?!\w)")
"""Behind an infinitive, words and those that replace them: "remplacer : « … » par : « … »"."""
_APPLYING = compiled(rf"Pour l'application [^,;:]{{1,120}}? d(?:e|u|es) ?(?:l'|la |les )?{_SIGN}")
_MEMBER = compiled(r" ?(?:,|(?:, )?(?:et|ou)(?!\w)) ?")
"""What stands between members of a list of different acts: "Aux articles 5 du code A, 6 du code B et 7 du code C"."""
_COORDINATED = compiled(r" (?:et|ou|ainsi qu|puis)")
_PLACE = compiled(
    r"""
    \ ?(?:(?:et|ou|puis|ainsi qu(?:e|')|notamment|et notamment|y compris) ?)?
    (?:(?:au début|[aà] la fin|en tête|au sein|(?:aux?|[àa] la|dans l[ae])[^,;:]{0,80}? (?:tableau|ligne|colonne)s?
        (?: [A-Z])?) )?
    (?P<how>à|a|au|aux|dans|après|avant|du|des|de)
    (?: (?:le|la|les)(?!\w)| l')? ?(?:(?:intitulé|titre) d(?:u |e la |e l'))?
    """,
    re.IGNORECASE,
)
_BESIDE_WORDS = compiled(
    rf"(?<!\w)(?P<how>après|avant) (?:(?:(?:le|la|les|chaque) |l')[^{_SIGN},;]{{0,40}}?)?{_QUOTED}", re.IGNORECASE
)
_OF_TABLE = compiled(r"(?<!\w)(?:lignes?|colonnes?|tableaux?|rubriques?)(?!\w)")
_INSIDE = compiled(r"(?!.* constituant ).*(?<!\w)(?:lignes?|colonnes?|tableaux?) ", re.IGNORECASE)
_PROVISION = compiled(r"(?<!\w)(?:articles?|chapitres?|sections?|sous-sections?|titres?|livres?|paragraphes)(?!\w)")
_HOLDING = (
    r"(?:figurant|mentionnée?s?|prévue?s?|visée?s?|fixée?s?|inscrite?s?|contenue?s?|insérée?s?|reproduite?s?"
    r"|annexée?s?) (?:à|aux?|dans)"
)
_TO = r"(?:(?: (?:le|la|les)(?!\w)| l')? ?)"
_WHOLE = compiled(
    rf" ?(?:les (?:dispositions|prescriptions|stipulations)|le contenu|le texte|la rédaction) d(?:e|u|es){_TO}",
    re.IGNORECASE,
)
"""What is as much as the article itself: "Les dispositions de l'article 5 sont remplacées"."""
_HELD = compiled(
    rf"""
    \ ?(?:les?|la|l') ?(?:[\w-]+ ){{0,3}}?
    (?:tableau|liste|barème|annexe|modèle|énumération|ligne|colonne|rubrique|formulaire|grille|carte|plan|schéma
        |formule|tarif)[sx]?
    (?: [A-Z\d]{{1,3}})?(?: d(?:u|e la) (?:tableau|liste|barème|grille))? (?:{_HOLDING}|d(?:e|u|es)|à|aux?){_TO}
    """,
    re.IGNORECASE,
)
"""What stands in an article and is no part of it: "La liste figurant à l'article 5 est remplacée"."""
_HOLDERS = frozenset(("article", "division", "act"))
_WORDS_HELD = compiled(rf"(?:.*(?<!\w)(?P<noun>\w+))? {_HOLDING}{_TO}", re.IGNORECASE)
_OTHER_WORDS = compiled(r" (?:par (?:les? |la |l'|celui |celle )|\.|;|$)| ?[.;]| ?$")
_OTHERWISE = compiled(
    rf"[^.;]{{0,80}}?(?:suivante?s?|rédigée?s?|annexée?s?|jointe?s?|ci-|:|{_QUOTED}| {_SIGN}|'{_SIGN})"
)
_CLOSED = compiled(r" ?(?:[.;,]|$)")
_RELATIVE = compiled(r"(?<!\w)(?:qui|dont|lui|leur|ne|a|peuvent|peut|où|que)(?: ne)? $|n'$|qu'(?:il|elle)s? $")
_COLON = compiled(
    r"(?: comme suit| ainsi qu'il suit)? ?:(?= ?(?:aux? |à |les? |la |l'|après |avant |dans ))", re.IGNORECASE
)
_STOPS = (",", ";", ":", "(", _SIGN, _QUOTED)
_TO_WHAT = frozenset(("à", "a", "au", "aux"))
"""Before what something is substituted for: "Substituer aux alinéas 3 à 5 les deux alinéas suivants"."""
_FAR = 200  # characters before a phrase, in which the words that lead to it stand
_NEARBY = 60  # characters behind "devient", or behind a verb, in which what it governs is named


def _place(sign: _Sign) -> int:
    return sign.at


def _end(verb: re.Match[str]) -> int:
    return verb.end()


class _Sign(NamedTuple):
    """A phrase in the skeleton of its sentence."""

    at: int
    """Where its sign stands."""
    phrase: int
    """Its index."""
    lead: str
    """The words before it, as far as a comma, a verb, or another sign."""
    how: str
    """The preposition by which it says where something is done; ``""`` where it does not."""
    subject: bool
    """Whether it may be the subject, or the object, of a verb."""


def operations_of(text: str, phrases: Sequence[Phrase], sentences: Sequence[Sentence]) -> dict[int, Done]:
    """What is done to the phrases of sentences that amend; nothing of the others."""
    found: dict[int, Done] = {}
    for sentence in sentences:
        if amends(text, sentence.start, sentence.end):
            found.update(_Clauses(text, phrases, sentence).read())
        elif sentence.above:
            found.update(_below(text, phrases, sentence))
    return found


def _below(text: str, phrases: Sequence[Phrase], sentence: Sentence) -> Iterator[tuple[int, Done]]:
    """``Sont abrogés :``, and then a list of what is."""
    verb = _VERB.search(sentence.above)
    if verb is None or not verb["participle"]:
        return
    operation = _PARTICIPLES[verb["participle"].lower()]
    if operation in {None, _O.REPEAL}:
        for sign in _Clauses(text, phrases, sentence).signs:
            if sign.subject:
                yield sign.phrase, (_AMENDS, operation)


class _Clauses:
    """The clauses of a sentence, each around a verb."""

    def __init__(self, text: str, phrases: Sequence[Phrase], sentence: Sentence) -> None:
        self._phrases = phrases
        self._skeleton, places = _skeleton(text, phrases, sentence)
        verbs = list(_VERB.finditer(self._skeleton))
        self._verbs = [verb for verb in verbs if not self._is_relative(verb)]
        self._aside = [verb for verb in verbs if verb["becomes"]] if len(verbs) > len(self._verbs) else []
        """Where a text may say in an aside what something becomes: "L'article 5, qui devient l'article 6, …"."""
        self.signs: list[_Sign] = []
        stop = 0
        for at, phrase in places:
            if phrases[phrase].start < stop:  # inside another one: "les articles 5, issu de la loi …, et 6"
                continue
            stop = phrases[phrase].stop
            lead = self._lead(at)
            apart = self._skeleton[at - len(lead) - 1 : at - len(lead)] == ","
            first = not self.signs or apart or _COORDINATED.match(lead) is None
            governed = first or bool(self.signs[-1].how or self.signs[-1].subject)
            match = _PLACE.fullmatch(lead) if governed else None
            subject = governed and _SUBJECT.fullmatch(lead) is not None
            how = "" if match is None else match["how"].lower()
            if subject and self.signs and _MEMBER.fullmatch(self._skeleton, self.signs[-1].at + 1, at) is not None:
                how, subject = self.signs[-1].how, self.signs[-1].subject
            self.signs.append(_Sign(at, phrase, lead, how, subject))

    def _is_relative(self, verb: re.Match[str]) -> bool:
        """Whether a verb stands in a relative clause ("l'autorité qui lui est substituée")."""
        return _RELATIVE.search(self._skeleton, max(0, verb.start() - 40), verb.start()) is not None

    def _lead(self, at: int) -> str:
        skeleton = self._skeleton
        nearest = max(0, at - _FAR)
        start = max(nearest - 1, *(skeleton.rfind(mark, nearest, at) for mark in _STOPS)) + 1
        verb = bisect_right(self._verbs, at, key=_end)
        start = max(start, self._verbs[verb - 1].end() if verb else 0)
        return skeleton[max(start, skeleton.rfind(" et ", start, at)) : at]

    def read(self) -> Iterator[tuple[int, Done]]:
        """What is done to each phrase."""
        begin = 0
        if self.signs and self._verbs and _APPLYING.match(self._skeleton) is not None:
            yield self.signs[0].phrase, (Relation.ISSUED_UNDER, None)
        for verb, following in zip(self._verbs, [*self._verbs[1:], None], strict=False):
            end = len(self._skeleton) if following is None else self._boundary(verb.end(), following.start())
            first, middle, last = (bisect_left(self.signs, at, key=_place) for at in (begin, verb.start(), end))
            before, behind = self.signs[first:middle], self.signs[middle:last]
            yield from self._clause(verb, self._skeleton[begin : verb.start()], before, behind)
            begin = end
        for verb in self._aside:
            for sign in self.signs[bisect_left(self.signs, verb.end(), key=_place) :][:1]:
                if _BECOME.fullmatch(self._skeleton, verb.end(), sign.at) is not None:
                    yield sign.phrase, (_AMENDS, None)

    def _boundary(self, start: int, end: int) -> int:
        """Where a clause ends before the verb of the next one: at its colon, a semicolon, "et" or a comma."""
        if (colon := _COLON.match(self._skeleton, start)) is not None:
            return colon.end()
        for mark in (";", " et ", " et,", ","):
            cut = self._skeleton.rfind(mark, start, end)
            if cut >= 0:
                return cut
        return end

    def _clause(
        self, verb: re.Match[str], left: str, before: Sequence[_Sign], behind: Sequence[_Sign]
    ) -> Iterator[tuple[int, Done]]:
        if verb["became"]:
            return
        cut = max((colon.end() for colon in _COLON.finditer(left)), default=0) + verb.start() - len(left)
        before = [sign for sign in before if sign.how or sign.at >= cut] or before
        if verb["becomes"]:
            renumbered = [sign for sign in before if sign.subject or _WHOLE.fullmatch(sign.lead)]
            yield from ((sign.phrase, (_AMENDS, _O.RENUMBER)) for sign in renumbered)
            if any(self._is_part(sign) for sign in renumbered):
                yield from ((sign.phrase, (_AMENDS, None)) for sign in before if sign.how and self._has_parts(sign))
            yield from ((sign.phrase, (_AMENDS, None)) for sign in behind if _BECOME.fullmatch(sign.lead))
        elif verb["brought"]:
            yield from ((sign.phrase, (_AMENDS, None)) for sign in behind[:1] if sign.how)
        elif verb["preceded"]:
            yield from ((sign.phrase, (_AMENDS, _O.COMPLETE)) for sign in before if sign.subject)
        elif verb["raised"]:
            yield from self._changed(_O.REPLACE, left, before, behind, inverted=False)
        else:
            infinitive = verb["infinitive"]
            done = _INFINITIVES[infinitive.lower()] if infinitive else verb["participle"].lower()
            right = self._skeleton[verb.end() : behind[-1].at + 1 if behind else verb.end() + _NEARBY]
            if _PARTICIPLES[done] is _O.CREATE:
                subjects = [sign for sign in (*behind, *before) if sign.subject and self._has_parts(sign)]
                yield from _created(left, right, before, behind, subjects)
                yield from ((sign.phrase, (_AMENDS, _O.CREATE)) for sign in behind if self._is_comprised(sign))
            elif (held := self._held(verb, _PARTICIPLES[done], before)) is not None:
                yield before[-1].phrase, held
                if _PARTICIPLES[done] in {_O.COMPLETE, _O.REPLACE}:
                    yield from self._new(behind)
            else:
                subject = any(sign.subject for sign in before)
                if infinitive and done == "substitué":
                    behind = [sign._replace(subject=sign.subject or sign.how in _TO_WHAT) for sign in behind]
                inverted = bool(infinitive) or not (subject or _WORDS.search(left) or _OF_TABLE.search(left))
                object_ = right if inverted else left
                yield from self._changed(_PARTICIPLES[done], object_, before, behind, inverted=inverted)
                if _PARTICIPLES[done] is _O.RENUMBER:
                    yield from ((sign.phrase, (_AMENDS, None)) for sign in behind if _BECOME.fullmatch(sign.lead))

    def _changed(
        self, operation: _O | None, object_: str, before: Sequence[_Sign], behind: Sequence[_Sign], *, inverted: bool
    ) -> Iterator[tuple[int, Done]]:
        """What is modified, replaced, repealed or completed."""
        subjects = [sign for sign in (behind if inverted else before) if sign.subject]
        quoted = (
            object_[:3].strip().startswith(_QUOTED)
            or (inverted and _FOR_QUOTED.match(object_) is not None)
            or (not inverted and object_.rstrip().endswith(_QUOTED))
        )
        words = quoted or _WORDS.search(_BESIDE_WORDS.sub("", object_)) is not None
        if words and operation in {_O.REPLACE, _O.REPEAL}:
            operation = _O.REPLACE_WORDS if operation is _O.REPLACE else _O.DELETE_WORDS
            subjects = [sign for sign in (*before, *behind) if sign.how]
        elif not subjects and operation is not None:
            subjects = [sign for sign in before if sign.how]
            operation = None if _OF_TABLE.search(object_) is not None else operation
        for sign in subjects:
            inside = (words and self._is_around(sign, subjects)) or (
                operation in {_O.REPLACE, _O.REPEAL} and _INSIDE.match(sign.lead) is not None
            )
            yield sign.phrase, (_AMENDS, None if inside else operation)
        parts = any(self._is_part(sign) for sign in subjects)
        for sign in before:
            if sign not in subjects and sign.how:
                yield sign.phrase, (_AMENDS if parts and self._has_parts(sign) else _REFERS_TO, None)
        if operation in {_O.COMPLETE, _O.REPLACE}:
            yield from self._new(behind)

    def _new(self, behind: Sequence[_Sign]) -> Iterator[tuple[int, Done]]:
        """What stands in the place of what is replaced, or completes it: "remplacé par un article 5"."""
        for sign in behind:
            named = _NEW.fullmatch(sign.lead) or (_BY_NEW.fullmatch(sign.lead) and self._is_bare(sign))
            if named or self._is_comprised(sign):
                yield sign.phrase, (_AMENDS, _O.CREATE)

    def _held(self, verb: re.Match[str], operation: _O | None, before: Sequence[_Sign]) -> Done | None:
        """What is done to the article directly before a verb by what is done to something that it holds."""
        sign = before[-1] if before and verb["participle"] else None
        if sign is None or sign.subject or sign.how or self._phrases[sign.phrase].kind not in _HOLDERS:
            return None
        skeleton, lead = self._skeleton, sign.lead
        if skeleton[sign.at + 1 : verb.start()].strip():
            return None
        if _WHOLE.fullmatch(lead) is not None:
            return _AMENDS, operation
        if _HELD.fullmatch(lead) is not None:
            gone = operation is _O.REPEAL and _CLOSED.match(skeleton, verb.end()) is not None
            said = gone or "ainsi" in verb[0] or _OTHERWISE.match(skeleton, verb.end()) is not None
            return (_AMENDS, operation if operation is _O.COMPLETE else None) if said else None
        if operation not in {_O.REPLACE, _O.REPEAL} or (words := _WORDS_HELD.fullmatch(lead)) is None:
            return None
        held = _WORDS.fullmatch(words["noun"]) if words["noun"] else self._is_of_words(sign, before)
        if not held or (words["noun"] and _OTHER_WORDS.match(skeleton, verb.end()) is None):
            return None
        return _AMENDS, _O.REPLACE_WORDS if operation is _O.REPLACE else _O.DELETE_WORDS

    def _is_of_words(self, sign: _Sign, before: Sequence[_Sign]) -> bool:
        """Whether what stands before "figurant à l'article 5" are quoted words, or a reference."""
        first = self._skeleton[sign.at - len(sign.lead) - 1]
        return first == _QUOTED or (first == _SIGN and len(before) > 1 and _WORDS.search(before[-2].lead) is not None)

    def _is_around(self, sign: _Sign, signs: Sequence[_Sign]) -> bool:
        """Whether something is done in a part that another phrase names: "A l'article 5 : au 1°, le mot …"."""
        number = self._phrases[sign.phrase].items[0].number if self._has_parts(sign) else None
        if number is None or self._is_part(sign):
            return False
        parts = (self._phrases[other.phrase].items[0] for other in signs if self._is_part(other))
        return any(item.how is How.SAME and item.number == number for item in parts)

    def _is_comprised(self, sign: _Sign) -> bool:
        """Whether articles are new with their division: "un chapitre II comprenant les articles 5 et 6 ainsi …"."""
        return _COMPRISING.fullmatch(sign.lead) is not None and self._skeleton.startswith(" ainsi rédigé", sign.at + 1)

    def _is_bare(self, sign: _Sign) -> bool:
        """Whether nothing says that a phrase is of another act: "remplacé par les annexes au présent décret"."""
        phrase = self._phrases[sign.phrase]
        return phrase.act is None and not phrase.present

    def _has_parts(self, sign: _Sign) -> bool:
        return self._phrases[sign.phrase].kind in {"article", "division"}

    def _is_part(self, sign: _Sign) -> bool:
        """Whether a phrase is a part of an article that is named, or was before ("dudit II")."""
        items = self._phrases[sign.phrase].items
        return (self._has_parts(sign) or any(item.how is How.SAME for item in items)) and any(
            item.locators for item in items
        )


def _created(
    left: str, right: str, before: Sequence[_Sign], behind: Sequence[_Sign], subjects: Sequence[_Sign]
) -> Iterator[tuple[int, Done]]:
    """What is inserted, and where; it is the subject where nothing says that it is new."""
    new = [sign for sign in (*before, *behind) if _NEW.fullmatch(sign.lead)]
    if not new and _WORDS.search(left) is None and _WORDS.search(right) is None:
        new = [sign for sign in subjects if sign in behind] or [*subjects]
    for sign in new:
        yield sign.phrase, (_AMENDS, _O.CREATE)
    beside = _BESIDE_WORDS.search(left) or _BESIDE_WORDS.search(right)
    provision = bool(new) or _PROVISION.search(right[:_NEARBY]) is not None
    for sign in (*before, *behind):
        how = sign.how
        if sign in new or not how:
            continue
        if beside is not None and how not in {"après", "avant"}:
            how = beside["how"].lower()
        if provision:
            yield (
                sign.phrase,
                (_AMENDS if sign in behind and how in {"à", "a", "au", "aux", "dans"} else _REFERS_TO, None),
            )
        elif how in {"après", "avant"}:
            yield sign.phrase, (_AMENDS, _O.INSERT_AFTER if how == "après" else _O.INSERT_BEFORE)
        else:
            yield sign.phrase, (_AMENDS, _O.COMPLETE)


def _skeleton(text: str, phrases: Sequence[Phrase], sentence: Sentence) -> tuple[str, list[tuple[int, int]]]:
    """A sentence with signs for its phrases and quotations, and where those of the phrases stand."""
    parts: list[str] = []
    signs: list[tuple[int, int]] = []
    length, at = 0, sentence.start
    quoting = text.find("«", sentence.start, sentence.end) >= 0
    for index in range(sentence.first, sentence.last):
        phrase = phrases[index]
        if quoting and _is_quoted(text, phrase, sentence):
            continue
        lead = _LEAD.match(text, phrase.start, phrase.stop)
        between = _QUOTATION.sub(_QUOTED, text[at : lead.end() if lead is not None else phrase.start])
        between = between.replace("\n", " ")
        parts += between, _SIGN
        length += len(between)
        signs.append((length, index))
        length += 1
        at = max(at, phrase.stop)
    parts.append(_QUOTATION.sub(_QUOTED, text[at : sentence.end]).replace("\n", " "))
    return "".join(parts), signs


_LONGEST_WORDS = 120  # characters of quoted words


def _is_quoted(text: str, phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase stands among words that are quoted: "après la référence : « L. 1 », insérer …"."""
    begin = text.rfind("«", max(sentence.start, phrase.start - _LONGEST_WORDS), phrase.start)
    if begin < 0 or text.find("»", begin, phrase.start) >= 0:
        return False
    end = text.find("»", phrase.stop, min(sentence.end, begin + _LONGEST_WORDS))
    return end >= 0 and not amends(text, begin, end)

"""Which act a phrase itself names: in full, as the citing act, as one named before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from cpp_corpus.lang.acts import annex_of, code_name_at, numbers_alike, whole_of
from cpp_corpus.lang.decisions import COURTS
from cpp_corpus.lang.foreign import (
    abroad_at,
    country_before,
    country_behind,
    country_lines,
    has_foreign_initials,
    law_country,
    laws_country,
    numbers_with_letters,
)
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.decision import (
    CitingArticle,
    Decision,
    has_all,
    may_have_all,
    numbers_of,
    unknown,
)
from cpp_corpus.normalizer.recognize.discourse.scopes import ends_sentence, sentence_ends
from cpp_corpus.normalizer.recognize.fragments import NOTABLY, compiled, word_before
from cpp_corpus.normalizer.recognize.grammar.act_names_at import OF_YEAR, TEXTS
from cpp_corpus.normalizer.recognize.grammar.qualifiers import has_verb
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Phrase, how_named, new

__all__ = ["NamedActs", "act_named", "country_of", "had_by", "named_for_another", "named_later", "of_unread", "said_of"]

_ANAPHORA, _EXPLICIT = Via.ANAPHORA, Via.EXPLICIT  # to look a member of an enum up costs as much as a call
_NAMED, _NATURE, _PRESENT, _SAME = Basis.NAMED, Basis.NATURE, Basis.PRESENT, Basis.SAME

_LAWS = frozenset(("loi", "ordonnance", "decret"))
"""Natures of which hardly two acts of one day are cited in one text."""
_SUBJECT = compiled(r"(?:[;.]|; que|; et que|, et que|, et|, que|\n|^) $|^$", re.IGNORECASE)
"""What stands before a possessive that begins a clause, and so leads back to the subject of the one before."""
_TAKEN = compiled(r"prise?s? (?:pour l'|en )(?:application|exécution) (?:d[e'] ?|notamment de )$")
_TAKING = 44  # characters
_MEASURED = compiled(
    r"(?:(?:conform|compatib|contrari)\w*(?: [^.;:\n]{0,60})? (?:à|avec)|(?:méconna|viol)\w+) (?:la |l'|le |cette )?\Z"
)
"""What stands before an act by which another one is measured: "la conformité à la Constitution de son article 5"."""
_OF_MEASURED = (" de ", " par ")
_GOES_ON = compiled(r"(?<!\w)(?:s(?:on|es)|leurs?) art(?:icles?|\.) (?:[^;.:\n]|(?<=[LRDAl])\.){1,120}, et $")
"""A possessive before another one, of the same act: "son article 20, paragraphe 2, et son article 21"."""
_RECENT = 8  # acts
_WORDS = 30  # characters of "En droit suisse"
_NATIONAL = frozenset(("code", "loi", "ordonnance", "decret", "arrete", "constitution"))
_FRENCH = compiled(r" ?(?:français|de la République française)(?!\w)", re.IGNORECASE)
_NUMBERED = frozenset(("loi", "ordonnance", "decret"))
_NOUN_PHRASES = frozenset(("nom", "sigle"))
_OF_COURTS = frozenset(f"decision-{court}" for court in COURTS)
_DECISIONS = _OF_COURTS | {"decision-ue"}
_WITH_RECITALS = ("decision", "reglement-ue", "directive-ue")
_RECITAL = re.compile(r"considerant\.|paragraphe\.[0-9]+(?:\.\.|$)")
_COUNCIL = "Conseil constitutionnel"
_NEAR = 1_000  # characters before a paragraph in which the Conseil may be named
_WITHIN = compiled(
    r"(?:(?:au|par le|à son|par son)(?: même)?|aux|par les|à ses|par ses|en vertu (?:du|des)) $", re.IGNORECASE
)
_OF_UNION = (
    *("reglement-ue:", "directive-ue:", "decision-cadre-ue:", "decision-ue:", "decision-cjue:"),
    *("traite:tue", "traite:tfue", "traite:tce"),
)
_CHARTER = "traite:charte-des-droits-fondamentaux-de-lunion-europeenne"
_HUMAN_RIGHTS = "traite:convention-europeenne-des-droits-de-lhomme"
_STRASBOURG = re.compile(
    r"\[GC\]|\bCEDH\b|Cour européenne des droits|Cour EDH"
    r"|c\. (?:France|[A-Z]\w+) \(?(?:[Rr]equêtes? )?n[°o]s? [0-9]+/[0-9]{2}"
    r"|Protocole n[°o] ?[0-9]{1,2} à la Convention(?! d)|c\. [A-Z][\w-]+, \d{1,2}(?:er)? \w+ \d{4}, §|série A n[°o]"
    r"|article 44 § 2 de la Convention|(?:requérante?s?|requête)[^.]{0,200} § 1 de la Convention"
    r"|violation (?:alléguée )?de l'article \d+ (?:§ \d+ )?de la [Cc]onv"
)
_TREATIES = frozenset(("traité", "convention", "protocole", "charte", "accord", "statut"))
_NAMED_LATER = _TREATIES | {"déclaration"}


class _NamedAct(NamedTuple):
    """An act that the text has named."""

    nature: str
    id: str
    span: Span
    date: str | None = None
    via: Via = _EXPLICIT
    """How it was known there."""


_FEMININE = frozenset((
    "loi", "ordonnance", "directive-ue", "directive", "constitution", "convention", "charte", "decision", "décision",
    "decision-ue", "decision-cadre-ue", "décision-cadre", "déclaration", "declaration",
))  # fmt: skip


_BRACKET = 200  # characters of one behind an act
_MOST = 8  # acts of it


_RELATIVE = compiled(
    r"(?: [^.,;:()\n]{1,120})?, (?:qui|que|qu'\w+|dont|laquelle|lequel) [^.,;:()\n]{1,120} "
    r"(?:le |la |l'|les |du |de la )?"
)
_IN_LIST = compiled(
    r"(?:,| et| ou|, et|,? ainsi que) (?:par )?"
    r"(?:(?:du|de la|des|le|la|les) |l'|\((?:UE|CE|CEE|Euratom)\) ?|n[°o]s? ?)*"
)


class NamedActs:
    """The acts named so far, so kept that a look-up does not grow with the text."""

    __slots__ = (
        "_dates", "_natures", "_order", "abroad", "cited", "codes", "latest", "note", "speaking",
        "unread", "whole",
    )  # fmt: skip

    def __init__(self, text: str, citing: CitingArticle, note: int | None = None) -> None:
        self.whole = None if citing.is_of_code() else citing.whole or text
        """The whole text, where it is not that of an article of a French code."""
        self.abroad = -1
        """Where the last article ends that a clause gives to another country."""
        self.note = len(text) if note is None else note
        """Where the notes begin."""
        self.latest: _NamedAct | None = None
        """The act named last."""
        self.speaking: dict[str, _NamedAct] = {}
        """By nature: the act named last whose words stand below its name."""
        self.unread: dict[str, tuple[Reason, Span]] = {}
        """By nature: why the act that was named last is not known, and where; it may be the one that is meant."""
        self.codes: dict[str, _NamedAct] = {}
        """Codes by id, in the order in which each was named last."""
        self.cited: dict[str, _NamedAct] = {}
        """Numbers, each with the code with which it was cited last, where no article of a code speaks."""
        self._natures: dict[str, list[_NamedAct]] = {}
        self._order: list[_NamedAct] = []
        self._dates: dict[tuple[str, str | None], _NamedAct] = {}

    def add(self, act: _NamedAct) -> None:
        """Keep an act that is named."""
        self.latest = act
        self._order.append(act)
        self._natures.setdefault(act.nature, []).append(act)
        if act.nature in _DECISIONS:
            self._natures.setdefault("decision", []).append(act)
        self._dates[act.nature, act.date] = act
        if act.nature == "code":
            self.codes.pop(act.id, None)
            self.codes[act.id] = act

    def before_bracket(self, text: str, at: int) -> _NamedAct | None:
        """The act named last; of those in a bracket that is closed before ``at``, the one directly before it."""
        last = self.latest
        signs = "[]" if text.find("]", 0 if last is None else last.span.end, at) >= 0 else "()"
        if last is None or (closed := text.find(signs[1], last.span.end, at)) < 0:
            return last
        opened = text.rfind(signs[0], max(0, last.span.start - _BRACKET), last.span.start)
        if opened < 0 or signs[1] in text[opened : last.span.start] or signs[0] in text[last.span.end : closed]:
            return last
        before = next((act for act in reversed(self._order[-_MOST:]) if act.span.end <= opened), None)
        return before if before is not None and opened - before.span.end <= 1 else last

    def last(self, nature: str) -> _NamedAct | None:
        """The last act of a nature; ``decision`` is one of whatever body."""
        acts = self._natures.get(nature)
        return acts[-1] if acts else None

    def first_of(self, nature: str) -> list[_NamedAct]:
        """The acts of a nature, each where it was named first."""
        acts: dict[str, _NamedAct] = {}
        for act in self._natures.get(nature, ()):
            acts.setdefault(act.id, act)
        return list(acts.values())

    def of_year(self, nature: str, year: str) -> _NamedAct | None:
        """The last act of a nature whose number or date is of a year."""
        short = year[-2:]
        years = (f"19{short}", short) if year in {short, f"19{short}"} else (year,)
        acts = reversed(self._natures.get(nature, ()))
        return next((act for act in acts if (act.date or act.id.partition(":")[2]).startswith(years)), None)

    def recent(self, nature: str) -> list[_NamedAct]:
        """The acts of a nature that were named last, the very last one first."""
        return self._natures.get(nature, [])[: -_RECENT - 1 : -1]

    def latest_ones(self) -> list[_NamedAct]:
        """The acts named last, the very last one first."""
        return self._order[: -_MOST - 1 : -1]

    def organic(self, text: str) -> _NamedAct | None:
        """The last law that was named as an organic one, or the only one that was named."""
        laws = self._natures.get("loi", [])
        found = next((law for law in reversed(laws) if "rganique" in text[law.span.start : law.span.end]), None)
        return laws[-1] if found is None and len({law.id for law in laws}) == 1 else found

    def last_of(self, natures: Sequence[str]) -> _NamedAct | None:
        """The act named last whose nature is one of ``natures``."""
        acts = [own[-1] for nature in natures if (own := self._natures.get(nature))]
        return max(acts, key=lambda act: act.span.start, default=None)

    def of_union(self) -> _NamedAct | None:
        """The act of the Union named last, among the last few acts."""
        return next((act for act in reversed(self._order[-_RECENT:]) if act.id.startswith(_OF_UNION)), None)

    def having(self, numbers: Sequence[str]) -> _NamedAct | None:
        """The act named last that may have the numbers, among the last few, decisions aside."""
        recent = (act for act in reversed(self._order[-_RECENT:]) if act.nature not in _OF_COURTS)
        return next((act for act in recent if may_have_all(act.id, numbers)), None)

    def refused(self, name: ActName, reason: Reason) -> Decision:
        """No act for one that is named and not known, which is kept where it is named in full."""
        if name.how is How.NAMED and name.nature in _NATIONAL:
            self.unread[name.nature] = (reason, Span(name.start, name.end))
        elif name.how is How.NAMED and name.nature == "dahir":  # by which codes are made: "du même code"
            self.unread["code"] = (reason, Span(name.start, name.end))
        return unknown(reason, _EXPLICIT)

    def unread_since(self, nature: str) -> Reason | None:
        """Why the act of a nature that was named last is not known; ``None`` where it is, or there is none."""
        if nature not in self.unread:
            return None
        reason, span = self.unread[nature]
        last = self.last(nature)
        return reason if last is None or last.span.end < span.start else None

    def latest_of(self, *, feminine: bool) -> _NamedAct | None:
        """The act named last whose nature is a feminine noun, or a masculine one."""
        acts = [own[-1] for nature, own in self._natures.items() if (nature in _FEMININE) is feminine]
        return max(acts, key=lambda act: act.span.start, default=None)

    def subject(self, text: str, at: int) -> _NamedAct | None:
        """The first act that is named in the sentence of a position."""
        found = None
        for act in reversed(self._order[-_RECENT:]):
            if at - act.span.end > _NEAR or ends_sentence(text, act.span.end, at):
                break
            found = act
        return found

    def pair(self, text: str, at: int, nature: str | None = None) -> tuple[_NamedAct, _NamedAct] | None:
        """The two acts that the sentence of a position names before it, or where it names fewer, the one before it.

        ``nature``: of what nature they are; ``None`` for any.
        """
        acts: dict[str, _NamedAct] = {}
        for sentences in (0, 1):
            for act in reversed(self._order[-_RECENT:]):
                if at - act.span.end > _NEAR or sentence_ends(text, act.span.end, at) > sentences:
                    break
                if nature is None or act.nature == nature:
                    acts[act.id] = act
            if len(acts) > 1:
                break
        if len(acts) != 2:
            return None
        first, second = sorted(acts.values(), key=lambda act: act.span.start)
        return first, second

    def before(self, text: str, at: int) -> _NamedAct | None:
        """The act named before a position in its sentence."""
        before = next((each for each in reversed(self._order[-_RECENT:]) if each.span.start < at), None)
        if before is None or ends_sentence(text, before.span.end, at):
            return None
        return None if ";" in text[before.span.end : at] else before

    def antecedent(self, text: str, last: _NamedAct) -> _NamedAct:
        """The act of which a relative clause speaks that names another one: "la loi …, qui a réformé le code …,"."""
        before = self.before(text, last.span.start)
        relative = None if before is None else _RELATIVE.fullmatch(text, before.span.end, last.span.start)
        return last if before is None or relative is None else before

    def head_of_list(self, text: str, last: _NamedAct) -> int:
        """Where the list of acts begins that ends with one: "les décisions n° 1, n° 2 et n° 3"."""
        head = last.span.start
        for act in reversed(self._order[-_RECENT:]):
            if act.span.end < head and _IN_LIST.fullmatch(text, act.span.end, head) is None:
                break
            head = min(head, act.span.start)
        return head

    def next(self, nature: str, after: int) -> _NamedAct | None:
        """The first act of a nature that is named behind a position; for what is kept of a whole text."""
        acts = self._natures.get(nature, ())
        at = bisect_left(acts, after, key=lambda act: act.span.start)
        return acts[at] if at < len(acts) else None

    def dated(self, nature: str, date: str | None) -> _NamedAct | None:
        """The last act of a nature and a date."""
        return self._dates.get((nature, date))


@lru_cache(maxsize=1)
def _is_of_human_rights(text: str) -> bool:
    """Whether a text is of the Court of human rights, or of its cases: "la Convention" is the one of 1950."""
    return ("de la Conv" in text or "violation" in text) and _STRASBOURG.search(text) is not None


@lru_cache(maxsize=1)
def _is_of_neighbour(text: str) -> bool:
    """Whether a text cites the law of a country whose codes have the initials of the French ones."""
    return has_foreign_initials(text)


@lru_cache(maxsize=1)
def country_of(text: str) -> str | None:
    """The country whose law a text is of; it may name many acts, and is looked through once."""
    return law_country(text)


def act_named(text: str, phrase: Phrase, citing: CitingArticle, named: NamedActs) -> Decision | None:
    """The act that a phrase names, which is then kept in ``named``, or is a part of; ``None`` where it names none."""
    name = phrase.act
    if name is None:
        return _owner(text, phrase, named) if phrase.its else _deciding(text, phrase, named)
    numbers = numbers_of(phrase)
    divided = phrase.kind == "division" and citing.article is None  # a text, or the division would not be of it
    if name.nature in _NOUN_PHRASES and not divided and _is_no_act(name, text[name.start : name.end], numbers, citing):
        return None
    if name.nature == "autre" and _is_apart(text, phrase, name, numbers, citing):
        return None
    if (
        named.whole is not None
        and _is_of_text_abroad(text, name, numbers, named.whole)
        and not text.endswith(_OUR, 0, name.start)
    ):
        return named.refused(name, Reason.FOREIGN_ACT)
    if (
        name.nature in _NATIONAL
        and name.how is How.NAMED
        and phrase.kind == "article"
        and (_is_abroad(text, phrase, name) or _is_still_abroad(text, phrase, name, named))
    ):
        named.abroad = name.stop
        return named.refused(name, Reason.FOREIGN_ACT)
    if name.nature in _TREATIES and numbers and numbers[0][0] in "lrda" and name.form == "abréviation":
        return unknown(Reason.UNKNOWN_NAME, _EXPLICIT)  # no treaty has such: "L. 7-1 CE"
    if name.nature in _NATIONAL and text.endswith(_OPENS_BRACKET, 0, name.start) and _is_in_bracket(text, name):
        return named.refused(name, Reason.FOREIGN_ACT)
    decision = (
        _of_unread_before(name, citing, named)
        or _defined(text, name, numbers, named)
        or _dubbed(text, name, named)
        or _resolved(text, name, numbers, citing, named)
    )
    if name.how is How.PRESENT and name.nature in _SPEAKING and decision.antecedent is not None:
        decision = _present(text, name, decision, citing, named)
    if name.how is How.VAGUE and (dated := OF_YEAR.match(text, name.stop)) is not None:
        decision = _of_year(name, dated["year"], named)
    if decision.antecedent is not None and name.how is How.VAGUE and _TITLED.match(text, name.stop) is not None:
        decision = _of_title(text, name, named)
    if decision.reason is Reason.ACT_UNCLEAR and name.nature == "autre":
        decision = _of_pair(text, name, numbers, named) or decision
    if decision.antecedent is not None and name.how is How.SAME and text[name.end - 1] == "s":
        decision = _one_of(text, name, numbers, decision, named)
    if decision.antecedent is not None and text.startswith(_CHALLENGED, name.end):
        decision = _challenged(text, name, named) or decision
    if decision.antecedent is not None and _is_organic(text, name):
        law = named.organic(text)
        decision = unknown(Reason.NO_ACT_BEFORE) if law is None else decision._replace(act=law.id, antecedent=law.span)
    if name.nature == "traité" and name.how is How.VAGUE and _is_in_title(text, name, named.latest):
        decision = Decision(_COMMUNITY, _ANAPHORA, _NATURE)
    if decision.act is None and name.how is How.VAGUE and _is_described(text, name):
        decision = decision._replace(via=_EXPLICIT)
    if decision.act is not None:
        span = new(Span, (name.start, name.end))
        act = new(_NamedAct, (name.nature, decision.act, span, name.date, decision.via))
        named.add(act)
        if name.nature == "code" and name.how is How.NAMED and citing.article is None:
            named.cited.update(dict.fromkeys(numbers, act))
        if name.how is How.NAMED and name.nature in _SPEAKING and _is_speaking(text, phrase, name):
            named.speaking[name.nature] = act
        whole = whole_of(decision.act) if name.nature == "annexe" else None
        if whole is not None:  # "dudit code" after "l'annexe II au code …" is the code, not its annex
            named.add(_NamedAct("code", whole, span))
    elif decision.reason is not None:
        named.refused(name, decision.reason)
        if name.how is How.NAMED and text.startswith("convention", name.start):
            named.unread["convention"] = (decision.reason, new(Span, (name.start, name.end)))
    return decision


def _of_unread_before(name: ActName, citing: CitingArticle, named: NamedActs) -> Decision | None:
    """No act for "dudit code" behind a code that is not read; "du code" is the one that speaks in an article of one."""
    again = name.how is How.SAME or (name.how is How.VAGUE and citing.article is None)
    reason = named.unread_since(name.nature) if again and named.unread else None
    return None if reason is None else unknown(reason)


_SPEAKING = frozenset(("loi", "ordonnance", "decret", "arrete"))
_OPENING = compiled(r"(?:^|\n)[#*«“\"( \xa0]{0,8}(?:article |art\. ?)?\Z", re.IGNORECASE)
_QUOTATION = 500  # characters of a quotation, at most
_OPENED = 16  # characters of what may stand before a name that opens its line


def _is_speaking(text: str, phrase: Phrase, name: ActName) -> bool:
    """Whether the words of an act stand below its name: it opens its line, or has a colon behind it."""
    if text[name.stop : name.stop + 2].lstrip(" ")[:1] == ":":
        return True
    start = min(phrase.start, name.start)
    if start < _OPENED:
        return _OPENING.search(text, 0, start) is not None
    return "\n" in text[start - _OPENED : start] and _OPENING.search(text, start - _OPENED + 1, start) is not None


def _present(text: str, name: ActName, decision: Decision, citing: CitingArticle, named: NamedActs) -> Decision:
    """``présent arrêté``, where the citing act is none: the arrêté whose words these are, and not one that is cited.

    In a note it is the one that the note names, in a quotation the one that is named before.
    """
    before = 0 if decision.antecedent is None else max(decision.antecedent.end, name.start - _QUOTATION)
    if name.start >= named.note or text.rfind("«", before, name.start) > text.rfind("»", before, name.start):
        return decision
    own = named.speaking.get(name.nature)
    if own is None:
        return unknown(Reason.CITING_ACT_UNKNOWN if citing.act is None else Reason.ACT_UNCLEAR)
    return decision._replace(act=own.id, antecedent=own.span)


_DEFINED = re.compile(r"[«\"“(][ ]?(?:[Ll]e |ci-après )?Code[ ]?[»\"”)]")


@lru_cache(maxsize=1)
def _defines_code(text: str) -> bool:
    """Whether the head of a text says what it calls « Code », which it may name many times: looked through once."""
    return _DEFINED.search(text, 0, _HEAD) is not None


def _defined(text: str, name: ActName, numbers: Sequence[str], named: NamedActs) -> Decision | None:
    """``le Code`` where a contract defines it: the code named last, which has the numbers."""
    if name.nature != "code" or name.how is not How.VAGUE or text[name.start] != "C" or not numbers:
        return None
    last = named.last("code")
    if last is None or has_all(last.id, numbers) is not True or not _defines_code(text):
        return None
    return Decision(last.id, _ANAPHORA, _NATURE, last.span)


_DUBBING = compiled(
    r"[^.;()\n]{0,160} ?\((?:ci-après |dite? |ou |dénommée? )*(?:le |la |l')?"
    r"[«\"“]? ?(?P<short>[A-Z][A-Z.]{1,9}) ?[»\"”]? ?\)"
)
"""The initials that a text gives to an act, with its title before them: "loi n° 91-650 (LPCE)"."""


def _dubbed(text: str, name: ActName, named: NamedActs) -> Decision | None:
    """The act to which the text has given the initials that stand for it."""
    if name.nature != "sigle" or name.ids:
        return None
    initials = text[name.start : name.end]
    for act in named.latest_ones():
        dubbed = _DUBBING.match(text, act.span.end)
        if dubbed is not None and dubbed["short"] == initials:
            return Decision(act.id, _ANAPHORA, _SAME, act.span)
    return None


_HEAD = 20_000  # characters in which a word is defined


def _of_year(name: ActName, year: str, named: NamedActs) -> Decision:
    """``la loi de 1970``: the one named last whose number or date is of that year."""
    before = named.of_year(name.nature, year)
    if before is None:
        return unknown(Reason.NO_ACT_BEFORE)
    return Decision(before.id, _ANAPHORA, _NATURE, before.span)


_TITLED = compiled(
    r" (?:(?:sur|pour|portant|relati(?:ve|f)|modifiant|visant|tendant|instituant)(?!\w)|de financ|d'orientation)"
)
"""The title of an act that is named without its number: "la loi relative aux moulins"."""
_SAME_TITLE, _TITLE_BEHIND = 16, 200  # characters of it; characters behind an act in which it stands


def _of_title(text: str, name: ActName, named: NamedActs) -> Decision:
    """The act named before that has the same title, or begins as it does; none where no act has."""
    title = text[name.stop : name.stop + _SAME_TITLE].lower().removesuffix(" rectificative")
    for act in named.recent(name.nature):
        if title in text[act.span.start : min(act.span.end + _TITLE_BEHIND, name.start)].lower():
            return Decision(act.id, _ANAPHORA, _NATURE, act.span)
    return unknown(Reason.NO_ACT_BEFORE, _EXPLICIT)


def _is_organic(text: str, name: ActName) -> bool:
    """Whether an act is named as "la loi organique" and no more."""
    return name.nature == "loi" and name.how is not How.NAMED and text.startswith(" organique", name.end)


_COMMUNITY = "traite:tce"
_LISBON = "2009-12-01"
_YEAR_OF_UNION = re.compile(r"(?:(?P<first>[12][0-9]{3}|[5-9][0-9])/|[0-9]+/(?P<last>[12][0-9]{3}))")


def _is_in_title(text: str, name: ActName, last: _NamedAct | None) -> bool:
    """Whether "du traité" stands in the title of an act of the Communities, whose treaty had other numbers."""
    if last is None or last.nature not in _OF_UNION_NATURES or ends_sentence(text, last.span.end, name.start):
        return False
    between = text[last.span.end : name.start]
    if ";" in between or len(between) > _TITLE:
        return False
    year = _YEAR_OF_UNION.search(last.id)
    written = last.date or ("" if year is None else year["last"] or year["first"] or "")
    return bool(written) and (f"19{written}" if len(written) == len("93") else written) < _LISBON


_OF_UNION_NATURES = frozenset(("reglement-ue", "directive-ue"))
_TITLE = 200  # characters of the title of an act
_CLAUSE = 20  # characters before an article in which its sentence begins
_SAYS = compiled(
    r"(?:, (?:à l'inverse|au contraire|en revanche|par exemple|de même|en effet)(?=,))?"
    r"(?:,| \([^()\n]{1,30}\),?|)\s{0,3}(?:\d{1,3}\.? )?(?:selon\s|d'après\s)?(?:l'|les\s|le\s)?",
    re.IGNORECASE,
)
"""What stands between a country and an article of its law: "Au Maroc, selon l'article 490"."""


def _is_abroad(text: str, phrase: Phrase, name: ActName) -> bool:
    """Whether the clause of an article begins with a country: "En Belgique, l'article 372 du code pénal"."""
    start = phrase.start
    before = text[max(0, start - 4) : start].replace("\n", " ")
    if before not in _LEADS_ON and not before.endswith("L'"):
        return False
    for place in _PLACE.finditer(text, max(0, start - _LONGEST_PLACE), start):
        end = abroad_at(text, place.end())
        if end is not None and _SAYS.fullmatch(text, end, start) is not None:
            return _FRENCH.match(text, name.end) is None
    lowest = max(0, start - _CLAUSE)
    ended = max(text.rfind(". ", lowest, start), text.rfind("\n", lowest, start))
    headed = text.rfind("droit ", max(0, ended - _WORDS), ended) if ended > 0 else -1  # "Le droit polonais"
    if headed < 0 or _HEADS.search(text, max(0, headed - _CLAUSE), headed) is None:
        return False
    ruled = country_behind(text, headed + len("droit "))
    return ruled is not None and ruled.end == ended and _SAYS.fullmatch(text, ended + 1, start) is not None


_OPENS_BRACKET = ("(", "(la ", "(le ", "(l'", " notamment la ", " notamment le ", " notamment l'")


def _is_in_bracket(text: str, name: ActName) -> bool:
    """Whether an act is told of the law of a country before it: "du Code civil belge (loi du 18 juillet 2031)"."""
    opened = next(name.start - len(opens) for opens in _OPENS_BRACKET if text.endswith(opens, 0, name.start))
    return name.how is How.NAMED and country_before(text, opened) and _FRENCH.match(text, name.end) is None


_HEADS = compiled(r"(?:^|[\n.;:])[\W\d_]*(?:le |en |du |au |de )?$", re.IGNORECASE)
"""What stands before "droit" in a heading that is a country's law: "2. Le droit polonais"."""
_AT_HOME = re.compile(r"[.;]\s|\n\n|\b(?:France|[Ff]rançaise?s?|notre|nos)\b")
"""What ends a sentence that speaks of another country, or turns to France."""


def _is_still_abroad(text: str, phrase: Phrase, name: ActName, named: NamedActs) -> bool:
    """Whether the sentence of such an article goes on: "…, est remplacé par l'article 6.5 du nouveau Code civil"."""
    start = phrase.start
    return (
        0 <= named.abroad <= start <= named.abroad + _TITLE
        and _AT_HOME.search(text, named.abroad, name.start) is None
        and _FRENCH.match(text, name.end) is None
    )


_LEADS_ON = frozenset((", l'", "n l'", "s l'", "les "))
"""What stands between a country and the word "article": ", l'", "selon l'", "selon les"."""
_LONGEST_PLACE = 80  # characters
_PLACE = compiled(r"(?<!\w)(?=(?:En|Aux?)\s)|(?:;|(?<!\w)(?:et|ou))\s{1,3}(?=(?:en|aux?)\s)")
"""Where a clause may begin with a country."""


_CHALLENGED = (" attaqué", " litigieu", " contesté", " critiqué", " déféré")
_ASKED = re.compile(r"(?:annul|abrog|suspen|recours|pouvoir|saisi|défér|conformité)[^.;]{0,100}\Z")
"""What stands before an act that is challenged: "demande l'annulation du décret du …"."""


_REFERRED = " déféré"
"""How the Conseil constitutionnel calls the law that it has before it, which is mostly named by its title alone."""


def _challenged(text: str, name: ActName, named: NamedActs) -> Decision | None:
    """The act whose annulment is asked for, where several of its nature are named: "du décret attaqué"."""
    acts = named.first_of(name.nature)
    if len(acts) < 2 and not text.startswith(_REFERRED, name.end):
        return None
    asked = [act for act in acts if _ASKED.search(text, max(0, act.span.start - _LONGEST_PLACE), act.span.start)]
    if len(asked) != 1:
        return unknown(Reason.ACT_UNCLEAR)
    return Decision(asked[0].id, _ANAPHORA, _NATURE, asked[0].span)


def _is_described(text: str, name: ActName) -> bool:
    """Whether words say which act without an id is meant, and none that was named before: "de la loi déférée"."""
    if how_named(word_before(text, name.start)[0]) is not None:
        return False
    if name.nature != "autre" and _DESCRIBED.match(text, name.stop) is None:
        return False
    return text[name.start : name.end].lower() not in text[max(0, name.start - _NEAR) : name.start].lower()


_DESCRIBED = compiled(
    r" (?:(?:déférée?|examinée?|adoptée?|critiquée?|contestée?|attaquée?|fédérale?|soumise?)(?!\w)"
    r"|(?:sur|pour|portant|relative?|relatif|modifiant|visant|tendant|instituant|de finances)(?!\w))"
)


_SHARED = re.compile(r"C\.?\s?[CPcp]\.?(?:\s?[CPcp]\.?)?")
"""Initials that codes of France and of its neighbours have: CC, CP, CPC, CPP, C.p.c."""


def _is_shared(text: str, name: ActName) -> bool:
    return name.nature == "code" and _SHARED.fullmatch(text[name.start : name.end]) is not None


def _is_of_text_abroad(text: str, name: ActName, numbers: Sequence[str], whole: str) -> bool:
    """Whether an act is of the country whose law the whole text is of, or whose initials it has."""
    if name.nature in _NATIONAL:
        country = country_of(whole) or _country_of_line(whole, name.start)
        if country is None and name.nature in _NUMBERED:
            country = _country_of_laws(whole)
        if country is not None and _is_national(text, name, numbers, country):
            return True
    return _is_shared(text, name) and _is_of_neighbour(whole)


def _country_of_line(text: str, at: int) -> str | None:
    """The country with which the line of a position begins: "- Belgique : loi du 3 mars 2031"."""
    lines = _lines_of_countries(text)
    place = bisect_right(lines, at, key=itemgetter(0)) - 1 if lines else -1
    return lines[place][2] if place >= 0 and at < lines[place][1] else None


@lru_cache(maxsize=1)
def _country_of_laws(text: str) -> str | None:
    return laws_country(text)


@lru_cache(maxsize=1)
def _lines_of_countries(text: str) -> Sequence[tuple[int, int, str]]:
    return country_lines(text)


def _is_national(text: str, name: ActName, numbers: Sequence[str], country: str) -> bool:
    """Whether an act named in a text about the law of another country is one of that law."""
    if name.how in _OF_TEXT:
        return False
    if numbers and numbers[0][0] in "lrda" and (_OF_FRANCE.match(numbers[0]) or not numbers_with_letters(country)):
        return False
    if name.nature == "constitution" and "1958" in text[name.start : name.stop]:
        return False
    return _FRENCH.match(text, name.end) is None


_OF_TEXT = (How.SAME, How.PRESENT)
_OF_FRANCE = re.compile("[lrd][0-9]{4}")
"""A number as only codes of France have."""


def _is_no_act(name: ActName, noun: str, numbers: Sequence[str], citing: CitingArticle) -> bool:
    """Whether a noun behind a number belongs to the sentence: "en application de l'article 5 de la taxe due".

    So it does where the citing act has the number; and where the number has a prefix, which only codes have. Initials
    behind a plain number are those of a text: "l'article 15 du CCTP".
    """
    prefixed = bool(numbers) and numbers[0][0] in "lrda"
    text_noun = name.nature != "nom" or noun.lower() in TEXTS
    if citing.article is None and numbers and (text_noun or not prefixed) and noun.lower() not in _OF_SENTENCE:
        return False
    if not numbers or (has_all(citing.act, numbers) and (prefixed or not text_noun)):
        return True
    return name.nature == "nom" and prefixed


_OF_SENTENCE = frozenset((
    "part", "fait", "faits", "manière", "façon", "sorte", "chef", "moins", "plus", "reste", "fin", "place", "suite",
    "même", "temps", "jour", "seul", "seule", "simple", "taxe",
))  # fmt: skip
"""Nouns behind "du" or "de la" that are none of a text: "en application de l'article 5 du fait de …"."""


def _is_apart(text: str, phrase: Phrase, name: ActName, numbers: Sequence[str], citing: CitingArticle) -> bool:
    """Whether a text behind a comma is no owner of a number, as only codes, the citing one among them, have such.

    "…, pour les services de l'article L. 312-1, du projet de service".
    """
    if not numbers or numbers[0][0] not in "lrda":
        return False
    return "," in text[phrase.items[-1].end : name.start] and has_all(citing.act, numbers) is True


def named_later(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The act of a phrase that is named in full only behind it ("du traité … le traité sur …")."""
    name = phrase.act
    if name is None or name.how is not How.VAGUE:
        return None
    if name.nature == "code":
        return _only_code(phrase, named)
    if name.nature not in _NAMED_LATER or (name.nature == "traité" and text.startswith(_OWN_TITLE, name.end)):
        return None
    later = named.next(name.nature, name.end)
    return None if later is None else Decision(later.id, _ANAPHORA, Basis.NAMED_LATER, later.span)


_OWN_TITLE = (" sur ", " relati", " instituant ", " d'", " de ")
"""What makes a treaty one that its own title tells: "du traité sur l'Union"."""


def _only_code(phrase: Phrase, named: NamedActs) -> Decision | None:
    """The one code that the text names, behind "du Code", where it has the numbers."""
    later = next(iter(named.codes.values())) if len(named.codes) == 1 else None
    if later is None or not has_all(later.id, numbers_of(phrase)):
        return None
    return Decision(later.id, _ANAPHORA, Basis.NAMED_LATER, later.span)


_WITHIN_IT = compiled(
    rf" ?,? ?(?:\([^()\n]{{1,60}}\) ?,? ?)?(?:et )?(?:(?:{NOTABLY} )?(?:en|dans|à|aux?|par) |{NOTABLY},? )"
)
"""What makes a possessive one of the act directly before it: "le code civil, en son article 12", "notamment ses"."""


_FAR = 160  # characters
_RULES = (
    r"règlement (?:intérieur|général(?! sur la protection| d'exemption)|départemental|disciplinaire|sanitaire|municipal"
    r"|communal|local|national d'urbanisme|d'urbanisme|d'attribution|d'arbitrage"
    r"|de (?:copropriété|voirie|(?:la )?consultation|service)"
    r"|du (?:plan|PLU|POS|service|lotissement|jeu|concours))(?!\w)"
)
"""Rules that are no act of the Union, by what stands behind their noun."""
_PRIVATE = (
    rf"(?:convention|contrat|bail|statuts|{_RULES}|cahier des charges|protocole|pacte"
    r"|accord|charte|avenant|instruction|note de service|conditions (?:générales|particulières)|devis|compromis"
    r"|règlement n[°o] ?\d{1,3}(?= du Conseil| de la Commission)"
    r"|promesse|mandat|police(?! (?:judiciaire|municipale|nationale|administrative|rurale))|CG[AUV]|CC[AT]P|CCAG)"
)
_ANOTHER = compiled(
    r"(?:^|[.,;:(\n]|(?<!\w)(?:et|que|si|vu|ni|vertu|application|titre|termes|sens|selon|suivant))"
    r" ?(?:la |le |les |l'|cette |ce |du |de la |de l'|des |au |aux )?"
    rf"(?:{_PRIVATE}|(?:loi|décret|ordonnance|arrêté)s? (?:de )?(?:1[789]|20)\d\d)(?![\w-])[^.;:\n]{{0,120}}$",
    re.IGNORECASE,
)
"""A text that is not read, to which a possessive leads back: "la convention du moulin, en son article 6"."""
_SUBJECT_TEXT = compiled(
    rf"(?:^|[.;:\n] ?|(?<!\w)(?:que|qu'|mais|or|car|et),? )(?:l[ea]s? |l'|cet(?:te)? |ce |s(?:on|a|es) |leurs? "
    rf"|[nv](?:os|otre) |[mt](?:on|a|es) |un |une )(?:{_PRIVATE}|testament|transaction|acte de vente|legs|donation)"
    r"(?!\w)(?P<between>[^.;:\n]{0,160})$",
    re.IGNORECASE,
)
"""A text that is not read as the subject: "Le contrat, régi par le code civil, stipule à l'article 8"."""
_OTHER_SUBJECT = compiled(r"(?:,|(?<!\w)(?:et|que|mais|or|car|quand|si|lorsque)) (?:la |le |les |l')$")
"""What stands before an act that is itself the subject: "Le contrat est nul, et le code civil prévoit à l'article"."""
_CHANGES = compiled(
    r"(?:(?:(?:modifi|complét|rectifi|approuv|annex|ratifi|homologu|transpos|codifi)é\w{0,2}"
    r"(?: notamment| en dernier lieu)? (?:par|à)|issue?s? de"
    r"|prise?s? (?:(?:pour l'|en )(?:application|exécution)|sur le fondement|en vertu) d(?:e|u|es)"
    r"|(?P<title>(?:modifi|complét|ratifi|transpos|rectifi|abroge|remplaç|proroge|rapport)ant"
    r"|portant partie (?:législative|réglementaire) d(?:e|u)"
    r"|(?:portant|relati(?:f|ve)s? à|fixant|précisant|déterminant|définissant)"
    r" (?:(?:l'|les |la )?(?:modalités|conditions|règles|mesures) )?(?:d'|de l'|de la |de |l'|la )?"
    r"(?:application|exécution|modification|transposition|ratification|adaptation|abrogation|extension) d(?:e|u|es)))"
    r"(?: (?:l'|le |la |les )?articles? [^.;:\n]{1,40}? d(?:e|u))?"
    r"(?: certaines dispositions d(?:e|u))?)(?:d?it)? ?(?:la |l'|les? |ladite |(?:la |le )?même |cette |ce )?$"
)
"""What makes an act one that is named for the sake of another: "la loi …, modifiée par la loi …, notamment son"."""
_CHANGING = 110  # characters


def named_for_another(text: str, start: int) -> bool:
    """Whether an act is named for the sake of another: "le décret … portant application de la loi …".

    >>> named_for_another("Le décret portant application de la loi n° 2030-1", 36)
    True
    """
    return _CHANGES.search(text, max(0, start - _CHANGING), start) is not None


_SAID = frozenset((
    "stipule", "stipulent", "dispose", "disposent", "disposait", "prévoit", "prévoient", "prévoyait", "énonce",
    "énoncent", "précise", "précisent", "indique", "indiquent", "impose", "imposent", "fixe", "fixent", "définit",
    "définissent", "garantit", "garantissent", "consacre", "consacrent", "institue", "instituent", "réprime",
    "répriment", "interdit", "interdisent", "autorise", "autorisent", "organise", "organisent", "rappelle",
    "rappellent", "réglemente", "réglementent", "régit", "régissent", "règle", "règlent", "encadre", "encadrent",
    "sanctionne", "sanctionnent", "punit", "punissent", "exige", "exigent", "permet", "permettent", "oblige",
))  # fmt: skip
"""Verbs whose subject is the act of an article: "La loi … prévoit, à l'article 5, que"."""


_BESIDE_LATTER = compiled(r" \w+ [^.;:()\n]{1,60}? (?:de|à) cel(?:le|ui)-ci(?!\w)")
"""What shows the act named last to be another one: "la loi … succède au décret … : son article 4 reprend l'article 12
de celui-ci".
"""


def _owner(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The act that a possessive leads back to ("notamment ses articles …"): the last one of the sentence."""
    start = phrase.start
    last = named.before_bracket(text, start)
    if last is not None and _SUBJECT.search(text, max(0, start - 12), start) is not None:
        goes_on = _GOES_ON.search(text, max(last.span.end, start - _FAR), start) is not None
        last = last if goes_on else named.subject(text, start) or last
    head = 0 if last is None else named.head_of_list(text, last)
    changes = None if last is None else _CHANGES.search(text, max(0, head - _CHANGING), head)
    if last is not None and changes is not None and not _is_prefixed_in(last.id, phrase):
        of = named.before(text, head)
        if of is None and changes["title"] is None:
            return unknown(Reason.NO_ACT_BEFORE)
        last = of or last
    if (
        last is not None
        and text.endswith(" par ", 0, start)
        and _HAS_CHANGED.search(text, max(0, last.span.start - _CHANGING), last.span.start)
    ):
        of = named.before(text, last.span.start)
        if of is None:
            return unknown(Reason.NO_ACT_BEFORE)
        last = of
    if last is not None and (
        _TAKEN.search(text, max(last.span.end, start - _TAKING), start) is not None
        or (text.endswith(_OF_MEASURED, 0, start) and _MEASURED.search(text, max(0, last.span.start - _FAR), head))
    ):
        of = named.before(text, last.span.start)  # "le décret … pris pour l'application de son article 10"
        if of is None:
            return unknown(Reason.NO_ACT_BEFORE)
        last = of
    if last is not None and _BESIDE_LATTER.match(text, phrase.stop) is not None:
        of = named.before(text, last.span.start)
        if of is None:
            return unknown(Reason.NO_ACT_BEFORE)
        last = of
    if _is_of_another(text, phrase, last) or _is_said_by_another(text, phrase, last):
        return unknown(Reason.NO_ACT_BEFORE)
    if last is not None and text.startswith(",", last.span.end):
        last = named.antecedent(text, last)
    if last is not None and last.nature == "code":
        named_as = code_name_at(text, last.span.start)
        last = (
            last
            if named_as is None or len(named_as[1]) == 1 or last.id != named_as[1][0]
            else last._replace(id=_meant(named_as[1], numbers_of(phrase)))
        )
    if (
        last is None
        or (ends_sentence(text, last.span.end, start) and not _is_of_code_before(phrase, last))
        or (has_all(last.id, numbers_of(phrase)) is False and not _is_within(text, phrase, last))
    ):
        return None
    return Decision(last.id, _ANAPHORA, Basis.POSSESSIVE, last.span)


def _is_of_code_before(phrase: Phrase, last: _NamedAct) -> bool:
    """Whether a possessive may be of a code that the sentence before names: it has these numbers, with prefixes."""
    near = phrase.start - last.span.end < _FAR
    return near and last.nature == "code" and _is_prefixed_in(last.id, phrase)


_HAS_CHANGED = compiled(
    r"(?<!\w)(?:abrog|modifi|complèt|complét|remplac|transpos|ratifi|prorog|étend|rétabli|supprim)"
    r"(?:e|ent|a|ait|era|é|i|it|u|d)?(?!\w)(?: [^.;:()\n]{1,40})? (?:l[ea] |les |l')$"
)
"""What an act has done to another one, which stands behind: "a abrogé la loi du 21 juin 1865 par son article 58"."""


def _is_within(text: str, phrase: Phrase, last: _NamedAct) -> bool:
    """Whether a possessive is of the act before it, whose list of today lacks the number: it may have had it."""
    start, end = phrase.start, last.span.end
    if _WITHIN_IT.fullmatch(text, end, start) is not None:
        return True
    return (
        last.nature == "code"
        and start - end < _ASIDE
        and all(number[0] in "lrd" and numbers_alike(last.id, number) for number in numbers_of(phrase))
        and ";" not in text[end:start]
        and not has_verb(text, end, start)
    )


_ASIDE = 80  # characters between an act and a possessive: "le code …, dans sa rédaction alors applicable, et ses"


def _is_prefixed_in(act: str, phrase: Phrase) -> bool:
    """Whether the numbers of a phrase have prefixes, and a code has them, which no law or decree would."""
    numbers = numbers_of(phrase)
    return bool(numbers) and numbers[0][0] in "lrd" and has_all(act, numbers) is True


def _is_of_another(text: str, phrase: Phrase, last: _NamedAct | None) -> bool:
    """Whether a text that is not read is the last one named before an article, in its sentence.

    Only codes have numbers with a letter.
    """
    if any(number[0] in "lrd" for number in numbers_of(phrase)):
        return False
    at = phrase.start
    return _ANOTHER.search(text, max(0 if last is None else last.span.end, at - _FAR), at) is not None


def _is_said_by_another(text: str, phrase: Phrase, last: _NamedAct | None) -> bool:
    """Whether the subject of the sentence is a text that is not read, though an act is named behind it."""
    at = phrase.start
    if any(number[0] in "lrd" for number in numbers_of(phrase)):
        return False
    subject = _SUBJECT_TEXT.search(text, max(0, at - _FAR), at)
    if subject is None or last is None or last.span.end < subject.start():
        return subject is not None
    if last.span.start < subject.start("between"):
        return False  # the subject is an act that is read: "La convention européenne … prévoit à l'article 8"
    return _OTHER_SUBJECT.search(text, subject.start("between"), last.span.start) is None


def of_unread(text: str, phrase: Phrase, named: NamedActs | None) -> Decision | None:
    """No act, where a text that is not read is what an article is of: "la convention du moulin, dont l'article 5"."""
    last = None if named is None else named.latest
    return unknown(Reason.NO_ACT_BEFORE) if _is_of_another(text, phrase, last) else None


_OUR = ("notre ", "nos ")
"""Determiners of French law, wherever it stands: "proche de l'article 1240 de notre code civil"."""
_SAYING = compiled(r" (?P<verb>\w+) [^.,;:()\n]{1,60} \(")
"""What an act says, before the bracket with its article: "la loi SRU fixe un taux de logements (article 55)"."""


_SAYING_AT = compiled(
    r"(?:, qui [^.,;:()\n]{3,60},)? (?:l'|l[ea]s? |y |lui |leur )?(?P<verb>\w+) [^.;:()\n\d]{1,60} (?:à l'|aux )"
)
"""What an act says, as far as its article: "le code …, qui consacre le débat, l'impose au juge à l'article 16"."""


def said_of(text: str, phrase: Phrase, citing: CitingArticle, named: NamedActs | None, led: int) -> Decision | None:
    """The act that is said to provide something at an article; ``None`` where none is, or the context tells.

    ``led``: of how many characters the words are that lead to the article, directly before it.
    """
    start = phrase.start
    last = None if named is None else named.latest
    if text[max(0, start - 18) : start - led].rstrip(", (").rpartition(" ")[2] not in _SAID:
        if text.endswith(", ", 0, start - led) and _is_said_by_another(text, phrase, last):
            return unknown(Reason.NO_ACT_BEFORE)  # "Le bail, à l'article 15, interdit"
        clause = None if last is None else (_SAYING_AT if led else _SAYING).fullmatch(text, last.span.end, start)
        if clause is None or clause["verb"] not in _SAID:
            return None
    if _is_of_another(text, phrase, last) or _is_said_by_another(text, phrase, last):
        return unknown(Reason.NO_ACT_BEFORE)
    if citing.act is None or last is None or ends_sentence(text, last.span.end, start):
        return None
    numbers = numbers_of(phrase)
    if has_all(last.id, numbers) is False:
        alike = all(numbers_alike(last.id, number) for number in numbers) and has_all(citing.act, numbers) is not True
        return unknown(Reason.ACT_UNCLEAR) if alike else None
    return Decision(last.id, _ANAPHORA, Basis.POSSESSIVE, last.span)


_HAVING = compiled(
    r"(?: [^.,;:()\n]{1,80})? (?:comporte|contient|connaît|compte|comprend|renferme|possède)"
    r"(?:, [^.,;:()\n]{1,40},)?(?: (?:aussi|désormais|également|toujours))? un "
)
"""What leads from an act to an article that it has: "la loi …, connaît, depuis 2018, un article 17-1"."""


def had_by(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The act that is said to have an article: "la loi … comporte un article 7"."""
    last = named.latest
    if _is_said_by_another(text, phrase, last):
        return unknown(Reason.NO_ACT_BEFORE)
    if last is None or _HAVING.fullmatch(text, last.span.end, phrase.start) is None:
        return None
    return Decision(last.id, _ANAPHORA, Basis.POSSESSIVE, last.span)


def _deciding(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The decision that a recital without an act is of ("sous la réserve énoncée au considérant 9"), the last one.

    No code has recitals. A "paragraphe 9" is one where the Conseil constitutionnel has decided before and something
    stands *in* it ("énoncée au"); one to which something is done ("déclare le paragraphe 9 contraire") is of the law.
    The decision of the same sentence is named with its recital, one of a sentence before is not.
    """
    path = phrase.items[0].path or ""
    if _RECITAL.match(path) is None:
        return None
    paragraph, at = path.startswith("p"), phrase.start
    last = named.last("decision-cc") if paragraph else named.last_of(_WITH_RECITALS)
    if paragraph and not (
        _WITHIN.search(text, max(0, at - 20), at)
        and (last is not None or text.rfind(_COUNCIL, max(0, at - _NEAR), at) >= 0)
    ):
        return None
    if last is None:
        return unknown(Reason.NO_DECISION_BEFORE)
    if last.via is _ANAPHORA or ends_sentence(text, last.span.end, at):
        return Decision(last.id, _ANAPHORA, Basis.DECISION, last.span)
    return Decision(last.id, _EXPLICIT, Basis.DECISION)


def _resolved(text: str, name: ActName, numbers: Sequence[str], citing: CitingArticle, named: NamedActs) -> Decision:
    how = name.how
    if how is How.NAMED:
        return _in_full(name, numbers, citing, named)
    if name.nature == "annexe" and name.ids:
        return _annex(name, citing, named)
    if name.nature == "texte":
        norm = named.having(numbers)
        if how is How.VAGUE and norm is not None and norm.id.startswith(_NORMS):
            return unknown(Reason.ACT_UNCLEAR)  # "l'article 12 du texte": of a bill that is held against them
        return unknown(Reason.NO_ACT_BEFORE) if norm is None else Decision(norm.id, _ANAPHORA, _SAME, norm.span)
    if name.nature == "code":
        again = _cited_again(text, name, numbers, named) if named.cited and how is How.SAME else None
        return again or _code(text, name, numbers, citing, named)
    if how is How.PRESENT and (agreement := _agreement_of(citing)) is not None:
        if name.nature == "convention":
            return Decision(agreement, _ANAPHORA, _PRESENT)
        if agreement != citing.act and _AGREED.search(text, name.start, name.end) is not None:
            return Decision(citing.act, _ANAPHORA, _PRESENT)
    if how is How.PRESENT and citing.act is not None and name.nature != "autre":
        own = citing.act.startswith(name.nature + ":") or (name.nature == "annexe" and whole_of(citing.act) is not None)
        if own or (numbers and numbers[0][0] in "lrda" and has_all(citing.act, numbers)):
            return Decision(citing.act, _ANAPHORA, _PRESENT)  # or "présent arrêté", which the code has taken in
    before = named.last(name.nature)
    if before is not None and before.nature in _CHANGED:
        before = _without_change(text, name, before, named)
    if before is not None and how is How.SAME and before.nature in _CHANGED and _acts_on(text, before, name):
        recent = named.recent(name.nature)
        before = next((act for act in recent if act.id != before.id), before)
    if (
        before is not None
        and how is How.SAME
        and (_is_of_referred(text, name, before) or _is_of_rules(text, name, before))
    ):
        return unknown(Reason.ACT_WITHOUT_ID)
    if before is not None:
        return Decision(before.id, _ANAPHORA, _NATURE if how is How.VAGUE else _SAME, before.span)
    if name.nature == "charte" and (union := named.of_union()) is not None:
        return Decision(_CHARTER, _ANAPHORA, _NATURE, union.span)
    if name.nature == "convention" and how is How.VAGUE:
        if (agreement := _agreement_of(citing)) is not None and named.unread_since("convention") is None:
            return Decision(agreement, _ANAPHORA, _NATURE)
        if " collective" in text[name.start : name.end]:
            return unknown(Reason.ACT_WITHOUT_ID, _EXPLICIT)
        if _is_of_human_rights(text):
            return Decision(_HUMAN_RIGHTS, _ANAPHORA, _NATURE)
    if name.nature == "autre":
        return unknown(Reason.ACT_WITHOUT_ID)
    return unknown(Reason.NO_ACT_BEFORE)


_AGREED = compiled(r"(?<!\w)(?:accord|avenant|protocole)(?!\w)", re.IGNORECASE)
"""A text that partners add to an agreement, which calls itself so."""
_AGREEMENT = re.compile(r"idcc:[0-9]+")


def _agreement_of(citing: CitingArticle) -> str | None:
    """The collective agreement to which the citing act belongs, or which it is: "la convention" of an amendment."""
    agreement = None if citing.act is None else _AGREEMENT.match(citing.act)
    return None if agreement is None else agreement[0]


_CHANGED = frozenset(("loi", "ordonnance", "decret", "arrete", "directive-ue", "reglement-ue"))
"""Natures of acts that are named with what changed them."""


_SUBJECT_BEFORE = compiled(
    r"(?:^|[.;:«(\n] ?|(?<!\w)(?:et|que|car|mais|or|puis|ensuite) )"
    r"(?:L[ae] |L'|Les |l[ae] |l'|les )(?:articles? [^.;:,()\n]{1,40} (?:de la |du |de l'))?$"
)
_ACTS_ON = compiled(
    r"(?: (?:a|ont|avait|avaient|vient|est venue?)(?: \w+){0,3}| (?:ne )?(?:modifie|abroge|complète|interprète|remplace"
    r"|transpose|reprend|précise|codifie|ratifie|applique|réforme|corrige|proroge|rétablit|étend)(?:nt)?(?: \w+ment)?) "
    r"(?:pas )?(?:le|la|l')?$"
)
"""The verb between an act that is its subject and the one that is its object."""
_SUBJECT_REACH = 64  # characters


def _acts_on(text: str, subject: _NamedAct, name: ActName) -> bool:
    """Whether an act does something to the one that "ladite loi" means: "La loi … a interprété ladite loi"."""
    start = subject.span.start
    return (
        _ACTS_ON.fullmatch(text, subject.span.end, name.start) is not None
        and _SUBJECT_BEFORE.search(text, max(0, start - _SUBJECT_REACH), start) is not None
    )


def _without_change(text: str, name: ActName, act: _NamedAct, named: NamedActs) -> _NamedAct:
    """The act for whose sake one is named: "la loi …, modifiée par la loi …", which "cette loi" leads to.

    In the title of the text itself it is the other one: "Arrêté du … modifiant l'arrêté du …", "le même arrêté".
    """
    head = named.head_of_list(text, act)
    if not named_for_another(text, head):
        return act
    of = named.before(text, head)
    if of is None or of.nature != act.nature:
        return act
    again = name.how is How.SAME and word_before(text, name.start)[0] in _AGAIN
    begin = text.rfind("\n", 0, of.span.start) + 1
    return act if again and _LEADS_TITLE.fullmatch(text, begin, of.span.start) is not None else of


_AGAIN = frozenset(("même", "mêmes"))
_LEADS_TITLE = re.compile(r"(?:A(?:rticle|RTICLE|rt\.) [0-9]+(?:er)?)?[\W_]{0,10}")
"""What may stand in its line before the act that the text itself is."""


_REFERRED_LAW = compiled(
    r"(?<!\w)loi(?: organique)?,? (?:qui lui est |ainsi )?(?:déférée|soumise (?:à (?:l'|son )examen|au Conseil))"
)
"""A law before its promulgation, which has no number: "la loi organique soumise à l'examen du Conseil"."""


def _is_of_referred(text: str, name: ActName, before: _NamedAct) -> bool:
    """Whether a law that is referred to the Conseil constitutionnel was spoken of since the one named last."""
    if name.nature != "loi":
        return False
    return _REFERRED_LAW.search(text, max(before.span.end, name.start - _NEAR), name.start) is not None


_OF_RULES = compiled(_RULES)
_REGULATIONS = ("règlement", "reglement")


def _is_of_rules(text: str, name: ActName, before: _NamedAct) -> bool:
    """Whether "ce règlement" is none of the Union, though one was named: "dudit règlement général"."""
    if not text.startswith(_REGULATIONS, name.start) and not text.startswith(_REGULATIONS, name.start + len("ce ")):
        return False
    begin = max(before.span.end, name.start - _NEAR)
    rules = _OF_RULES.search(text, begin, min(len(text), name.end + len(" de la consultation")))
    return rules is not None and not text.startswith(rules[0], before.span.start)  # the RGPD, "ce règlement général"


_NORMS = ("constitution:", "declaration:")


def _cited_again(text: str, name: ActName, numbers: Sequence[str], named: NamedActs) -> Decision | None:
    """The code with which the numbers were cited before, which "dudit code" means though another one is named since."""
    codes = {None if (act := named.cited.get(number)) is None else act.id for number in numbers}
    if len(codes) != 1 or None in codes or "même" in text[max(0, name.start - len("même ")) : name.end]:
        return None
    act = named.cited[numbers[0]]
    return Decision(act.id, _ANAPHORA, _SAME, act.span)


def _code(text: str, name: ActName, numbers: Sequence[str], citing: CitingArticle, named: NamedActs) -> Decision:
    """``présent code`` is the citing act; ``même code`` the last one named that has the numbers.

    "le code" alone is the citing act, where it has the numbers.
    """
    how = name.how
    if how is How.PRESENT and citing.act is None:
        return unknown(Reason.CITING_ACT_UNKNOWN)
    if how is How.PRESENT:
        return Decision(citing.act, _ANAPHORA, _PRESENT)
    basis = _NATURE if how is How.VAGUE else _SAME
    of_code = citing.act is not None and ":" not in citing.act  # which only other acts have
    if how is How.VAGUE and of_code and has_all(citing.act, numbers) is not False:
        return Decision(citing.act, _ANAPHORA, basis)
    last = named.last("code")
    if last is None and (not of_code or (numbers and has_all(citing.act, numbers) is False)):
        return unknown(Reason.NO_ACT_BEFORE)
    if last is None:
        return Decision(citing.act, _ANAPHORA, basis)
    chosen = next((act for act in reversed(named.codes.values()) if has_all(act.id, numbers) is not False), last)
    if chosen is not last and how is How.SAME and _is_meant_by_sentence(text, name, numbers, chosen, last):
        chosen = last
    if has_all(chosen.id, numbers) is False and (how is How.VAGUE or _has_no_letters(chosen.id, numbers)):
        return unknown(Reason.NO_CODE_WITH_ARTICLE)
    return Decision(chosen.id, _ANAPHORA, basis, chosen.span)


def _is_meant_by_sentence(text: str, name: ActName, numbers: Sequence[str], chosen: _NamedAct, last: _NamedAct) -> bool:
    """Whether of two codes only the last one is named in the sentence, and may have had the numbers on another day."""
    if not ends_sentence(text, chosen.span.end, name.start) or ends_sentence(text, last.span.end, name.start):
        return False
    return all(numbers_alike(last.id, number) for number in numbers)


def _has_no_letters(act: str, numbers: Sequence[str]) -> bool:
    """Whether a code has plain numbers only, and those asked for have a letter: "L. 131-6 du même code" of the CGI."""
    return all(number[0] in "lrd" for number in numbers) and not any(numbers_alike(act, f"{each}1") for each in "lrd")


_RANKS = {"premier": 0, "première": 0, "second": 1, "seconde": 1, "dernier": 1, "dernière": 1}
"""Which of two acts is meant."""


def _of_pair(text: str, name: ActName, numbers: Sequence[str], named: NamedActs) -> Decision | None:
    """One of the two acts that its sentence names, or the sentence before: "l'article 6 du premier suppose"."""
    word = text[name.start : name.end].lower().partition(" ")[0]
    pair = named.pair(text, name.start) if word in _RANKS else None
    if pair is None:
        return None
    act = pair[_RANKS[word]]
    feminine = (act.nature in _FEMININE) is word.endswith("e")
    meant = feminine and (not numbers or has_all(act.id, numbers) is not False)
    return Decision(act.id, _ANAPHORA, _SAME, act.span) if meant else None


_RANK_OF = re.compile(r"(?P<rank>premi(?:er|ère)|seconde?|derni(?:er|ère)) d(?:e ces|esdite?s) [\w-]+\Z", re.IGNORECASE)
_RANKED = 24  # characters before the noun


def _one_of(text: str, name: ActName, numbers: Sequence[str], decision: Decision, named: NamedActs) -> Decision:
    """The act that its rank tells where several of its nature are named, which "ces lois" alone does not tell."""
    acts = named.first_of(name.nature)
    if len(acts) < 2:
        return decision
    meant = [act for act in acts if has_all(act.id, numbers) is True] if numbers else []
    rank = _RANK_OF.search(text, max(0, name.start - _RANKED), name.end)
    pair = None if rank is None else named.pair(text, name.start, name.nature)
    if len(meant) == 1:
        act = meant[0]
    elif rank is not None and pair is not None:
        act = pair[_RANKS[rank["rank"].lower()]]
    else:
        return unknown(Reason.ACT_UNCLEAR)
    return decision._replace(act=act.id, antecedent=act.span)


def _annex(name: ActName, citing: CitingArticle, named: NamedActs) -> Decision:
    """An annex that is a code of its own, by its numeral and the code that it belongs to."""
    present = name.how is How.PRESENT
    code = None if present else named.last("code")
    own = whole_of(citing.act or "") or citing.act or ""
    last = None if code is None else whole_of(code.id) or code.id
    for whole in (last, own) if last else (own,):
        annex = annex_of(whole, name.ids[0])
        if annex:
            before = code.span if code and last == whole else None
            return Decision(annex, _ANAPHORA, _PRESENT if present else _SAME, before)
    return unknown(Reason.NO_CODE_WITH_ANNEX)


def _in_full(name: ActName, numbers: Sequence[str], citing: CitingArticle, named: NamedActs) -> Decision:
    ids = name.ids
    if name.nature == "codes" and numbers:
        meant = [code for code in named.codes.values() if has_all(code.id, numbers)]
        if len(meant) == 1:  # "du premier de ces codes"
            return Decision(meant[0].id, _ANAPHORA, _SAME, meant[0].span)
    if not ids:
        return unknown(name.reason or Reason.ACT_WITHOUT_ID, _EXPLICIT)
    if name.stop > name.end and name.date is not None and ids[0].endswith(name.date):
        return _dated_before(name, named)
    if ids[0].endswith(_OLD):
        new_one = _is_of_new(ids[0], numbers, repealed=len(ids) > 1)
        return Decision(ids[0].removesuffix(_OLD) if new_one else ids[0], _EXPLICIT, _NAMED)
    if len(ids) == 1:
        known = None if name.date is None else named.dated(name.nature, name.date)
        by_number = known is not None and ids[0].endswith(name.date or "") and name.nature in _LAWS
        ident = known.id if known is not None and by_number else ids[0]
        return new(Decision, (ident, _EXPLICIT, _NAMED, None, None, None, ""))
    if citing.act in ids and (not numbers or has_all(citing.act, numbers)):
        return Decision(citing.act, _EXPLICIT, _NAMED)
    return Decision(_meant(ids, numbers), _EXPLICIT, _NAMED)


def _meant(ids: Sequence[str], numbers: Sequence[str]) -> str:
    """The code of one title that the numbers are of: the first that has them, or such; else the first."""
    having = [act for act in ids if numbers and has_all(act, numbers)]
    alike = [act for act in ids if all(numbers_alike(act, number) for number in numbers)]
    return (having or alike or ids)[0]


_OLD = "-ancien"


def _is_of_new(old: str, numbers: Sequence[str], *, repealed: bool) -> bool:
    """Whether numbers with prefixes are those of the code that took the place of an old one.

    "C. com. ancien L. 441-10" is an old wording of the article; where "abrogé" stands behind the code, the articles may
    be what is ``repealed``: "l'article 434-1 du code pénal abrogé".
    """
    if not numbers or has_all(old, numbers) is True:
        return False
    if not repealed and not all(number[0] in "lrd" for number in numbers):
        return False
    new_one = old.removesuffix(_OLD)
    has_such = not repealed and all(numbers_alike(new_one, each) and not numbers_alike(old, each) for each in numbers)
    return has_such or has_all(new_one, numbers) is True


def _dated_before(name: ActName, named: NamedActs) -> Decision:
    """``loi du 13 juillet 1983 précitée``: the one of that date whose number the text gave before, if it did."""
    before = named.dated(name.nature, name.date)
    if before is None:
        return Decision(name.ids[0], _ANAPHORA, Basis.PRECITED)
    return Decision(before.id, _ANAPHORA, Basis.PRECITED, before.span)

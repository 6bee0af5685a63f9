"""Versions and successors: which wording of an article is meant, and what the article has become.

"L'article 1382 ancien, devenu 1240, du code civil", "dans sa rédaction issue de la loi n° …": what the grammar read
between number and act (:class:`~cpp_corpus.normalizer.recognize.phrase.Qualifier`), and what stands behind the act or
before the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from cpp_corpus.lang.acts import ACTS, has_number, numbers_alike
from cpp_corpus.lang.short_dates import date_at
from cpp_corpus.model.reference import Reference
from cpp_corpus.normalizer.recognize.discourse.decision import Decision, may_have_all
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import Phrase, Qualifier

__all__ = ["in_order", "may_qualify", "with_versions"]

_SIGNS = (
    "édact",
    "ersion",
    "ancien",
    "anc.",
    "brogé",
    "evenu",
    "ouvel art",
    "ouveaux art",
    "qu'issu",
    "(auj. ",
    "réd. ",
)
_WORDING = (
    r"(?:(?:pris|prise|prises) )?(?:dans|selon|suivant) (?:sa|leurs?|la|ses) (?:ancienne )?"
    r"(?:rédactions?|rédact\.|versions?|teneurs?)"
)
_BEHIND = compiled(
    rf" ?[,(]? ?(?P<words>(?:{_WORDING}|tel(?:le)?s? qu'(?=issue?s?)|réd\.(?= ))"
    r"(?P<rest>(?:[^.;:\n()]|(?<!\w)L\.|\w\. ?(?=\d)){0,160}))",
    re.IGNORECASE,
)
_FORMER_BEHIND = compiled(r" \((?:anciens?|anc\.)\)|(?P<repealed>,? \(?(?:aujourd'hui |désormais )?abrogés?(?!\w))")
"""A mark behind the act: "910-4 du CPC (ancien)", "178 du code pénal, aujourd'hui abrogé"."""
_LEADING = r", (?:(?:le|la|les|au|aux|du|des|à) ?|l'|à l')*$"
_BEFORE = compiled(rf"(?P<words>{_WORDING}(?P<rest>[^.;:\n()]{{0,160}})){_LEADING}", re.IGNORECASE)
_LEADS = compiled(_LEADING, re.IGNORECASE)
"""How what stands before an article with its wording ends."""
_EARLIER = re.compile(r"antérieure|(?<!\w)avant", re.IGNORECASE)
_SINCE = re.compile(r"issue?s?(?!\w)|réd\.|résultant|modifiée?|créée?|postérieure|introduite", re.IGNORECASE)
_DAY = re.compile(r"(?:au|le|du|à la date du) +(?=1er|[0-9])", re.IGNORECASE)
_OLD = compiled(r"(?<!\w)anciennes?(?!\w)|initiale(?!\w)|d'origine(?!\w)", re.IGNORECASE)
_ANCIEN = compiled(r"(?:l'|les |des |aux |d'|\()?(?:anciens?|anc\.)\)?,? (?:articles? |arts?\.? )?$", re.IGNORECASE)
_BECOME = compiled(
    r" ?,? ?\(? ?,? ?(?:et )?devenue?s?,? ?(?:(?:respectivement|depuis lors|aujourd'hui|désormais),? ?)?"
    r"(?:(?:le|la|les|aux?) |l'|à l')?(?:articles? |arts?\.? ?)?$",
    re.IGNORECASE,
)
_NEW = compiled(
    r" ?,? ?\(? ?(?:nouve(?:l|aux?)|actuels?|aujourd'hui|auj\.|désormais) (?:(?:les|l') ?)?(?:articles? |arts?\.? ?)?$",
    re.IGNORECASE,
)
_OF_ARTICLE = re.compile(
    r"(?:issue?s?|résult\w+|modifiée?s?|antérieure?s?|réd\.)(?: celles?)?(?: issue?s?)?"
    r"(?: (?:d(?:e l'|u |es )|de l[ea] |par l[ea'] ?|à l[a'] ?|aux? )(?:dispositions d(?:e l'|u |es ))?)? ?\Z"
)
"""What makes the next article the one from which a wording comes: "rédaction issue de l'article 5 de la loi"."""
_LEAD = 120  # characters between an article and its successor


class _Found(NamedTuple):
    """What qualifies an item."""

    version: str | None = None
    successor: tuple[int, int] | None = None
    """Phrase and item."""


def may_qualify(text: str, phrases: Sequence[Phrase]) -> bool:
    """Whether a text may say a version or a successor."""
    if phrases:
        for sign in _SIGNS:  # quicker than any()
            if sign in text:
                return True
    return False


def with_versions(
    text: str,
    phrases: Sequence[Phrase],
    acts: Sequence[Decision | None],
    references: list[Reference],
    ends: Sequence[int],
) -> list[Reference]:
    """The references with the versions and successors that the text gives; ``ends``: how many each phrase ends with."""
    found = _Reader(text, phrases, acts).read()
    if not found:
        return references
    made = list(references)
    places = _Places(phrases, ends)
    for (phrase, item), (version, successor) in found.items():
        target = None if successor is None else next(iter(places.of(*successor)), None)
        for at in places.of(phrase, item):
            earlier = _earlier_code(made[at], phrases[phrase]) if version == "former" else None
            if earlier is not None:
                made[at] = made[at].replaced(act=earlier, successor=target)
            else:
                made[at] = made[at].replaced(version=version or made[at].version, successor=target)
    return made


def _earlier_code(reference: Reference, phrase: Phrase) -> str | None:
    """The code before the present one of the same title, if only it has the number, or is itself what was ancient."""
    act = f"{reference.act}-ancien"
    if act not in ACTS:
        return None
    number = reference.article or ""
    behind = any(qualifier.kind == "former" for item in phrase.items for qualifier in item.qualifiers)
    if behind and has_number(reference.act, number) and not has_number(act, number):
        return None  # "CPC 910-4 (ancien)"
    named_first = phrase.act is not None and phrase.act.start == phrase.start
    if named_first and number[:1] in _PREFIXES and not numbers_alike(act, number):
        return None  # "C. com. anc., art. L. 621-43"
    only = has_number(reference.act, number) is False and may_have_all(act, [number])
    return act if named_first or only else None


_PREFIXES = frozenset("lrd")


def in_order(order: Sequence[Reference], before: Sequence[Reference]) -> list[Reference]:
    """The references in another order, their successors still the same; they counted in ``before``."""
    if all(reference.successor is None for reference in order):
        return list(order)
    places = {id(reference): place for place, reference in enumerate(order)}
    return [
        reference
        if reference.successor is None
        else reference.replaced(successor=places[id(before[reference.successor])])
        for reference in order
    ]


class _Places:
    """Where the references of each item stand."""

    def __init__(self, phrases: Sequence[Phrase], ends: Sequence[int]) -> None:
        self._phrases, self._ends = phrases, ends
        self._starts: dict[
            int, list[int]
        ] = {}  # of each phrase: where those of each item begin, and where the last end

    def of(self, phrase: int, item: int) -> Iterable[int]:
        """Those of an item; none where its phrase has made others than one for each locator."""
        starts = self._starts.get(phrase)
        if starts is None:
            counts = (len(each.locators) or 1 for each in self._phrases[phrase].items)
            begin = self._ends[phrase - 1] if phrase else 0
            starts = self._starts[phrase] = list(accumulate(counts, initial=begin))
        return range(starts[item], starts[item + 1]) if starts[-1] == self._ends[phrase] else ()


class _Reader:
    """Looks at each article, what qualifies it and what stands around it."""

    def __init__(self, text: str, phrases: Sequence[Phrase], acts: Sequence[Decision | None]) -> None:
        self._text, self._phrases, self._acts = text, phrases, acts
        self._starts = [phrase.start for phrase in phrases]
        self._found: dict[tuple[int, int], _Found] = {}

    def read(self) -> dict[tuple[int, int], _Found]:
        """What was found, by phrase and item."""
        for at, phrase in enumerate(self._phrases):
            if phrase.kind == "article" and phrase.items:
                self._qualified(at, phrase)
                self._behind(at, phrase)
                self._before(at, phrase)
                self._successors(at, phrase)
        return self._found

    def _put(self, at: int, item: int, version: str | None = None, successor: tuple[int, int] | None = None) -> None:
        before = self._found.get((at, item), _Found())
        if version or successor:
            self._found[at, item] = _Found(before.version or version, before.successor or successor)

    def _qualified(self, at: int, phrase: Phrase) -> None:
        """What the grammar read between number and act."""
        shared: str | None = None
        for item in range(len(phrase.items) - 1, -1, -1):
            own = False
            for qualifier in phrase.items[item].qualifiers:
                version = self._version(qualifier)
                if qualifier.kind == "successor":
                    self._succeeded(at, item, qualifier)
                elif qualifier.kind == "predecessor":
                    following = self._following(at, item)
                    if following is not None:
                        self._put(*following, version="former", successor=(at, item))
                elif version is not None:
                    own = True
                    several = self._is_plural(qualifier)
                    ahead = qualifier.start < phrase.items[item].start  # "et, dans leur rédaction …, 11 et 12"
                    shared = version if several and not ahead else None
                    for each in range(item, len(phrase.items) if several and ahead else item + 1):
                        self._put(at, each, version=version)
            if not own and shared is not None:
                self._put(at, item, version=shared)

    def _succeeded(self, at: int, item: int, qualifier: Qualifier) -> None:
        """``1147 et 1184, devenus respectivement 1231-1 et 1217``: each has its own successor, or the last one has."""
        several = len(self._phrases[at].items) - item - 1
        if several == item + 1 and self._text.startswith("devenus", qualifier.start):
            for own in range(several):
                self._put(at, own, successor=(at, several + own))
            return
        following = self._following(at, item)
        if following is not None:
            self._put(at, item, successor=following)

    def _is_plural(self, qualifier: Qualifier) -> bool:
        """Whether a qualifier is of all members of its list ("anciens", "dans leur rédaction")."""
        words = self._text[qualifier.start : qualifier.end].lower()
        return words.startswith("anciens") or " leur" in words[:12]

    def _following(self, at: int, item: int) -> tuple[int, int] | None:
        """The next member of a list, or the first of the next list."""
        if item + 1 < len(self._phrases[at].items):
            return at, item + 1
        following = self._phrases[at + 1] if at + 1 < len(self._phrases) else None
        return (at + 1, 0) if following is not None and following.kind == "article" and following.items else None

    def _version(self, qualifier: Qualifier) -> str | None:
        if qualifier.kind == "former":
            return "former"
        if qualifier.kind != "version":
            return None
        return self._worded(qualifier.start, qualifier.end)

    def _worded(self, start: int, end: int) -> str | None:
        """The version that the words of a stretch say, by the act named in it or the day."""
        words = self._text[start:end]
        act = next((name for name in self._named(start, end) if name), None)
        if act is not None and _EARLIER.search(words):
            return f"before:{act}"
        if act is not None and _SINCE.search(words):
            return f"from:{act}"
        for match in _DAY.finditer(words):
            written = date_at(self._text, start + match.end())
            if written is not None and _EARLIER.search(words) is None:
                return f"at:{written.day.isoformat()}"
        return "former" if _OLD.search(words) else None

    def _named(self, start: int, end: int) -> Iterable[str | None]:
        """The acts named in a stretch."""
        for at in range(bisect_left(self._starts, start), len(self._phrases)):
            phrase, act = self._phrases[at], self._acts[at]
            if phrase.start >= end:
                return
            if phrase.act is not None and phrase.act.start < end and act is not None:
                yield act.act

    def _behind(self, at: int, phrase: Phrase) -> None:
        """``…, dans sa rédaction issue de la loi n° …``, behind the act."""
        match = _BEHIND.match(self._text, phrase.stop)
        if match is None:
            mark = _FORMER_BEHIND.match(self._text, phrase.stop)
            if mark is not None and (mark["repealed"] is None or self._has_earlier(at)):
                for item in range(len(phrase.items)) if mark[0].endswith("s") else (len(phrase.items) - 1,):
                    self._put(at, item, version="former")
            return
        version = self._worded(match.start("words"), self._clause(match.start("words"), match.end(), at))
        if version is not None:
            plural = " leur" in match["words"][:14].lower()
            for item in range(len(phrase.items)) if plural else (len(phrase.items) - 1,):
                self._put(at, item, version=version)

    def _has_earlier(self, at: int) -> bool:
        """Whether the code that a phrase names had one before it."""
        act = self._acts[at]
        return act is not None and f"{act.act}-ancien" in ACTS

    def _clause(self, start: int, end: int, at: int) -> int:
        """Where the words on a version end: at the next article, if it is not the one from which the wording comes."""
        following = next((phrase for phrase in self._phrases[at + 1 : at + 4] if phrase.kind == "article"), None)
        if following is None or following.start <= start:
            return end
        if following.act is not None and _OF_ARTICLE.search(self._text, start, following.start) is not None:
            return following.stop
        return min(end, following.start)

    def _before(self, at: int, phrase: Phrase) -> None:
        """``Dans sa rédaction issue de la loi n° …, l'article``, ``l'ancien article``."""
        text, start = self._text, phrase.start
        if phrase.act is not None and phrase.act.start == start:
            start = phrase.items[0].start  # "C. civ. anc., art. 1382"
        lead = text[max(0, start - 20) : start]
        if _ANCIEN.search(lead):
            for item, each in enumerate(phrase.items):
                self._put(at, item, version="former")
                if any(qualifier.kind == "successor" for qualifier in each.qualifiers):
                    break
            return
        if not at or self._phrases[at - 1].kind != "act":
            return
        comma = text.rfind(",", max(0, start - 220), start)
        leads = comma >= 0 and _LEADS.match(text, comma, start) is not None
        match = _BEFORE.search(text, max(0, start - 220), start) if leads else None
        if match is not None:
            version = self._worded(match.start("words"), match.end("words"))
            if version is not None and text[max(0, match.start() - 2) : match.start()].strip(' \n.;:«"') == "":
                for item in range(len(phrase.items)):
                    self._put(at, item, version=version)

    def _successors(self, at: int, phrase: Phrase) -> None:
        """``devenus les articles``, ``nouvel article``: of another list."""
        if at + 1 == len(self._phrases):
            return
        following = self._phrases[at + 1]
        if following.kind != "article" or not 0 <= following.start - phrase.stop < _LEAD:
            return
        lead = self._text[phrase.stop : following.start]
        new = _NEW.fullmatch(lead) is not None or (
            lead == " (" and self._text.startswith((" nouveau)", " nouv.)"), following.items[-1].end)
        )
        if not new and _BECOME.search(lead) is None:
            return
        for item in range(len(phrase.items)):
            place = min(item, len(following.items) - 1)
            self._put(at, item, successor=(at + 1, place))

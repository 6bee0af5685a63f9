"""The answer for one citation: act, article or division, version, part, in this order; the first that fails decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from cpp_corpus.errors import NumberError
from cpp_corpus.graph.names import division_name
from cpp_corpus.lang.act_titles import act_title, nearest_acts
from cpp_corpus.lang.acts import ACTS, has_number, numbers_day
from cpp_corpus.model.article import Article, ArticleState
from cpp_corpus.model.article_id import number_in
from cpp_corpus.model.division import DivisionId, DivisionPath, act_and_path, division_steps
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Reference, ReferenceKind
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.model.verified import CitationDepth, CitationStatus, in_short
from cpp_corpus.normalizer.resolve import CorpusIndex
from cpp_corpus.normalizer.resolve.division_index import differ
from cpp_corpus.normalizer.resolve.indexed import indexed_part_exists
from cpp_corpus.normalizer.resolve.sequence import Place
from cpp_corpus.normalizer.resolve.steps.articles import completed, range_members
from cpp_corpus.normalizer.resolve.versions import day_meant, former
from cpp_corpus.verification.cited import Cited
from cpp_corpus.verification.history import Histories, Past
from cpp_corpus.verification.nearest import NumberRow, nearest_parts, shared_length
from cpp_corpus.verification.parts import part_exists

__all__ = ["Answer", "Checker"]

_ACT, _DIVISION, _ARTICLE, _VERSION, _PART = CitationDepth


class Answer(NamedTuple):
    """What became of a citation: the fields of ``Verified`` that do not depend on the text."""

    status: CitationStatus
    message: str
    depth: CitationDepth | None = None
    targets: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    nearest: tuple[str, ...] = ()
    moved_to: tuple[str, ...] = ()
    reference: Reference | None = None
    """As it was read, with the act that was found for it."""
    day: date | None = None


class Checker:
    """Looks citations up in a corpus."""

    def __init__(self, index: CorpusIndex, article: Callable[[str], Article]) -> None:
        """``article`` gives the record with an id; it is asked for where sentences are counted."""
        self._index = index
        self._record = article
        self._histories = Histories()
        self._rows: dict[str, NumberRow] = {}
        self._of_one_day: dict[str, bool] = {}

    def answer(self, cited: Cited, day: date | None) -> Answer:
        """The answer for a citation on a day; on the newest law of the corpus without one."""
        reference = cited.reference
        if reference is None:
            return self._unread(cited)
        meant = day_meant(reference.version)
        day = cited.day or (None if meant is None else date.fromisoformat(meant)) or day
        if cited.problem is not None:
            found = Answer(CitationStatus.UNREADABLE, f"{cited.problem}.")
        else:
            reference, found = self._looked_up(cited, reference, _Day(day, self._index.at))
        if found.status is not CitationStatus.EXISTS and cited.successor is not None:
            found = found._replace(moved_to=tuple(dict.fromkeys((*found.moved_to, cited.successor.target))))
        return found._replace(reference=reference, day=day)

    def of_id(self, targets: Sequence[str], day: date | None) -> Answer:
        """The answer for an id of an article, of this library or of a source; ``targets`` are the articles it names."""
        records = [self._record(each) for each in targets]
        law = [each for each in records if day is None or each.validity.is_law_on(day)]
        shown = (law or records)[0]
        found = Answer(
            CitationStatus.EXISTS,
            f"{shown.id} exists.",
            _ARTICLE if day is None or shown.valid_from is None else _VERSION,
            tuple(targets),
            shown.valid_from,
            shown.valid_to,
            day=day,
        )
        if law:
            return found
        message = f"{shown.id} is not law on {day}."
        return found._replace(status=CitationStatus.NOT_IN_FORCE, message=message, depth=_ARTICLE)

    def _looked_up(self, cited: Cited, reference: Reference, day: _Day) -> tuple[Reference, Answer]:
        if reference.act is None:
            chosen = self._with_act(cited, reference)
            if isinstance(chosen, Answer):
                return reference, chosen
            reference = chosen
        act = reference.act
        if act is not None and not self._index.has_act(act):
            return reference, self._outside(act, reference)
        if act is not None and reference.kind == ReferenceKind.ACT:
            return reference, _whole(act, day)
        if act is not None and reference.kind == ReferenceKind.DIVISION:
            return reference, self._division(act, reference, day)
        if reference.article is None:
            why = reference.explanation or "the number of the article is not named"
            return reference, Answer(CitationStatus.UNCLEAR, _sentence(why), _ACT)
        if act is not None and (reference.to is not None or reference.open):
            return reference, self._range(act, reference.article, reference, day)
        return reference, self._article(act, reference.article, reference, day)

    # ------------------------------------------------------------------------------------------------------- the act

    def _unread(self, cited: Cited) -> Answer:
        if cited.act is None:
            return Answer(CitationStatus.UNREADABLE, _sentence(cited.problem or "it cannot be read"))
        return self._unknown_act(cited.act)

    def _unknown_act(self, name: str, more: str = "") -> Answer:
        """``more`` is what follows the name, and may go on with it."""
        words = _CLAUSE_END.split(more, maxsplit=1)[0].split()[:_LONG]
        wholes = [" ".join((name, *words[:count])) for count in range(len(words), -1, -1)]
        nearest = next(filter(None, (nearest_acts(each, self._index.acts) for each in wholes)), ())
        hint = f"; the nearest: {', '.join(map(act_title, nearest))}" if nearest else ""
        return Answer(CitationStatus.UNKNOWN_ACT, f"No act is known as {in_short(name)!r}{hint}.", nearest=nearest)

    def _with_act(self, cited: Cited, reference: Reference) -> Reference | Answer:
        """The reference as one of the act of the corpus that it can mean, or why there is none or several."""
        reason = reference.reason
        if reason == Reason.UNKNOWN_NAME:
            return self._unknown_act(cited.act or "", cited.more)
        if reason in _ELSEWHERE:
            return Answer(CitationStatus.NOT_COVERED, _sentence(reference.explanation or ""))
        number = reference.article or _annexe(reference)
        if number is None or reason not in _OPEN:
            return Answer(CitationStatus.UNCLEAR, _sentence(reference.explanation or "the act is not known"))
        acts = list(self._index.acts_with(number))
        if reason == Reason.AMBIGUOUS_ABBREVIATION:
            meant = (reference.detail or "").split(" or ")
            if not any(map(self._index.has_act, meant)):
                return Answer(CitationStatus.NOT_COVERED, f"The corpus does not hold {' or '.join(meant)}.")
            acts = [act for act in acts if act in meant]
        elif cited.named is not None and not self._is_meant(number, acts, cited.named):
            return _without_act(number, acts)
        if not acts and len(self._index.acts) == 1:
            acts = list(self._index.acts)
        if len(acts) == 1:
            return reference.replaced(act=acts[0], reason=None, detail=None)
        if not acts:
            message = f"No act is named, and no act of the corpus has an article {_running(number)}."
            return Answer(CitationStatus.NO_SUCH_ARTICLE, message, nearest=self._nearest_of_all(number))
        named = tuple(f"{act or '?'}/{number}" for act in acts)
        several = ", ".join(act_title(act) for act in acts[:_SHOWN] if act is not None)
        message = f"No act is named, and several have an article {_running(number)}: {several}."
        return Answer(CitationStatus.UNCLEAR, message, nearest=named[:_SHOWN])

    def _is_meant(self, number: str, having: Sequence[str | None], named: Collection[str]) -> bool:
        """Whether a number in a sentence without an act can only be that of one act that the text names.

        ``having`` are the acts that have it. A plain number may be one of the citing text, which has no "L. 112-1".
        """
        if len(having) != 1 or having[0] not in named or not _OF_CODE.match(number):
            return False
        others = (act for act in named if act != having[0] and act.startswith("code-"))
        return all(self._index.has_act(act) or has_number(act, number) is False for act in others)

    def _outside(self, act: str, reference: Reference) -> Answer:
        if act.startswith("code-") and act not in ACTS:
            return self._unknown_act(act_title(act))
        message = f"The corpus does not hold the {act_title(act)}"
        known = None if reference.article is None else has_number(act, reference.article)
        if known is not None and reference.article is not None:
            has = "had" if known else "had no"
            message += f", which {has} article {_running(reference.article)} on {numbers_day(act)}"
        return Answer(CitationStatus.NOT_COVERED, f"{message}.")

    # ------------------------------------------------------------------------------------------------ parts of the act

    def _division(self, act: str, reference: Reference, day: _Day) -> Answer:
        annexe = _annexe(reference)
        if annexe is not None and self._index.lookup(act, annexe):
            return self._article(act, annexe, reference, day)
        path = DivisionPath(reference.division or "")
        name = f"{_division_name(path)} of the {act_title(act)}"
        divisions = self._index.divisions
        if not divisions.has(act):
            return Answer(CitationStatus.UNCLEAR, f"The divisions of the {act_title(act)} are not known.", _ACT)
        found = [divisions.find(act, end.steps) for end in path.ends]
        if not all(found):
            message = f"The {act_title(act)} has no {_division_name(path)}."
            return Answer(CitationStatus.NO_SUCH_DIVISION, message, _ACT)
        targets = tuple(dict.fromkeys(str(DivisionId.build(act, "/".join(way))) for ways in found for way in ways))
        if any(map(differ, found)):
            ways = "; ".join(division_name(act_and_path(target)[1], _ALL) for target in targets[:_SHOWN])
            message = f"The {act_title(act)} has several divisions {_division_name(path)}: {ways}."
            return Answer(CitationStatus.UNCLEAR, message, _DIVISION, targets)
        if day.when is not None and not any(self._has_law(target, day) for target in targets):
            message = f"No article of {name} is law on {day.when}."
            return Answer(CitationStatus.NOT_IN_FORCE, message, _DIVISION, targets)
        return Answer(CitationStatus.EXISTS, _sentence(f"{name} exists"), _DIVISION, targets)

    def _has_law(self, division: str, day: _Day) -> bool:
        """Whether an article of a division is law on a day."""
        act, path = act_and_path(division)
        ids = self._index.divisions.articles(act, tuple(path.split("/")))
        numbers = {number for each in ids if (number := number_in(each)) is not None}
        return any(each.is_law_on(day.when) for number in numbers for each in self._index.lookup(act, number))

    def _range(self, act: str, first: str, reference: Reference, day: _Day) -> Answer:
        last = reference.to
        if last is not None and self._index.lookup(act, whole := completed(first, last)):
            last = whole
        bare = reference.replaced(locator=None)
        for end in (first, last):
            found = None if end is None else self._article(act, end, bare, day)
            if found is not None and found.status is not CitationStatus.EXISTS:
                joined = f"{first}-{last}"  # "121 - 3"
                if self._index.lookup(act, joined):
                    found = found._replace(nearest=tuple(dict.fromkeys((f"{act}/{joined}", *found.nearest)))[:_SHOWN])
                return found
        members = range_members(self._index, act, first, last)
        if members is None or members.reason is not None:
            why = f"the {act_title(act)} has both, not in this order"
            if members is not None and members.reason is not None:
                why = members.reason.sentence(members.detail)
            joined = f"{first}-{last}"
            nearest = (f"{act}/{joined}",) if self._index.lookup(act, joined) else ()
            return Answer(CitationStatus.UNCLEAR, _sentence(why), _ARTICLE, nearest=nearest)
        return self._members(reference, members.places, day)

    def _members(self, reference: Reference, places: Sequence[Place], day: _Day) -> Answer:
        chosen = [self._best(place, day) for place in places]
        targets = tuple(each.id for law in chosen for each in law)
        if reference.locator is not None:
            answers = [self._part(law, reference.locator, Answer(CitationStatus.EXISTS, "")) for law in chosen]
            for answer in sorted(answers, key=lambda each: each.status is not CitationStatus.NO_SUCH_PART):
                if answer.status is not CitationStatus.EXISTS:
                    return answer._replace(depth=_ARTICLE)
        is_dated = day.when is not None and all(_is_dated(each, day) for law in chosen for each in law)
        depth = _PART if reference.locator is not None else _VERSION if is_dated else _ARTICLE
        return Answer(CitationStatus.EXISTS, f"All {len(places)} articles of the range exist.", depth, targets)

    def _best(self, place: Place, day: _Day) -> tuple[IndexedArticle, ...]:
        first = place[0]
        if first.number is None:
            return place
        return self._index.best(first.act, first.number, day.asked)

    def _article(self, act: str | None, number: str, reference: Reference, day: _Day) -> Answer:
        versions = self._index.lookup(act, number)
        if reference.version == "former":
            if act is not None and (older := self._index.lookup(f"{act}-ancien", number)):
                act, versions = f"{act}-ancien", older
            else:
                versions = former(versions, day.when) if versions else ()
                if not versions and self._index.lookup(act, number):
                    message = f"The corpus has {_named(act, number)}, and no former version of it."
                    return Answer(CitationStatus.UNCLEAR, message, _ARTICLE)
        if not versions:
            return self._missing(act, number)
        if reference.version == "former":
            found = Answer(CitationStatus.EXISTS, f"{_capital(_named(act, number))} had a former version.", _VERSION)
            return self._part(versions, reference.locator, found._replace(targets=tuple(v.id for v in versions)))
        best = self._index.best(act, number, day.asked)
        law = tuple(each for each in best if each.is_law_on(day.when))
        past = self._past(act, number) if day.when is not None and not any(_is_dated(v, day) for v in best) else None
        if not law or (past is not None and past.first is not None and day.before(past.first)):
            return self._not_law(act, number, best, day, past)
        is_dated = day.when is not None and all(_is_dated(each, day) for each in law)
        said = f"{_capital(_named(act, number))} exists"
        if day.when is not None and not is_dated:
            said += f"; its source has no dates that show its version of {day.when}"
        found = Answer(
            CitationStatus.EXISTS,
            f"{said}.",
            _VERSION if is_dated else _ARTICLE,
            tuple(each.id for each in law),
            _date(law[0].valid_from),
            _date(law[0].valid_to),
        )
        return self._part(law, reference.locator, found)

    def _part(self, law: Sequence[IndexedArticle], locator: str | None, found: Answer) -> Answer:
        """The same answer, or that the part is missing."""
        if locator is None:
            return found
        has = [part_exists(each, locator, self._record) for each in law]
        if True in has:
            return found._replace(depth=_PART, message=found.message.replace(" exists", f" has the part {locator}", 1))
        name = _named(law[0].act, law[0].number or "?")
        if None in has:
            message = f"Whether {name} has the part {locator} cannot be known from its source."
            return found._replace(status=CitationStatus.UNCLEAR, message=message)
        alineas = law[0].parts.partition("\n\n")[0].split("\n")
        nearest = tuple(f"{law[0].act or '?'}/{law[0].number}#{part}" for part in nearest_parts(alineas, locator))
        hint = f"; the nearest: {nearest[0].partition('#')[2]}" if nearest else ""
        message = f"{_capital(name)} has no part {locator}{hint}."
        return found._replace(status=CitationStatus.NO_SUCH_PART, message=message, nearest=nearest)

    def _not_law(
        self, act: str | None, number: str, found: Sequence[IndexedArticle], day: _Day, past: Past | None
    ) -> Answer:
        """Why an article of the corpus is not law on a day: repealed before it, or law later."""
        past = past or self._past(act, number)
        state = found[0].status_on(day.when)
        if state is ArticleState.FUTURE and past is None and act is not None and self._is_of_one_day(act, found):
            said = f"The corpus has the version of {found[0].valid_from} of {_named(act, number)}, and none before it"
            message = f"{said}; whether it was law on {day.when} cannot be known from it."
            return Answer(CitationStatus.UNCLEAR, message, _ARTICLE, tuple(each.id for each in found))
        begins, ends = found[0].valid_from, found[0].valid_to
        on = "" if day.when is None else f" on {day.when}"
        said = f"{_capital(_named(act, number))} is not law{on}"
        moved: tuple[str, ...] = ()
        if state is ArticleState.FUTURE:
            said += f"; it will be from {begins} on" if begins else "; it is not yet law"
        elif state is ArticleState.REPEALED:
            said += f"; it was repealed or moved on {ends}" if ends else "; it is repealed"
            moved = () if past is None else past.moved_to
        elif past is not None and past.first is not None:
            begins = past.first.isoformat()
            said += f"; its first version began on {begins}"
        said += _went_on(moved)
        dates = (_date(begins), _date(ends))
        targets = tuple(each.id for each in found)
        return Answer(CitationStatus.NOT_IN_FORCE, f"{said}.", _ARTICLE, targets, *dates, moved_to=moved)

    def _is_of_one_day(self, act: str, found: Sequence[IndexedArticle]) -> bool:
        """Whether an act has one version of each article, that of the day of its source, as ``found`` is."""
        if not all(each.is_law_on() for each in found):
            return False
        if act not in self._of_one_day:
            versions = (self._index.lookup(act, number) for number in self._index.numbers(act))
            self._of_one_day[act] = all(len({version.valid_from for version in several}) < 2 for several in versions)
        return self._of_one_day[act]

    def _missing(self, act: str | None, number: str) -> Answer:
        """That the act has no such article; what is nearest, and where it went."""
        said = f"The {act_title(act)} has no article {_running(number)}" if act else f"There is no {_running(number)}"
        past = self._past(act, number)
        moved = () if past is None else past.moved_to
        if past is not None:
            said += _told(past)
        nearest = self._nearest(act, number) if act is not None else ()
        if nearest and not moved:
            said += f"; the nearest: {', '.join(map(_short, nearest))}"
        return Answer(CitationStatus.NO_SUCH_ARTICLE, f"{said}.", _ACT, nearest=nearest, moved_to=moved)

    def _past(self, act: str | None, number: str) -> Past | None:
        return None if act is None else self._histories.past(act, number)

    def _nearest_of_all(self, number: str) -> tuple[str, ...]:
        """The nearest in each act, those first that share most with the number; empty in a corpus of many acts."""
        acts = self._index.acts if len(self._index.acts) <= _FEW else ()
        near = [each for act in acts for each in self._nearest(act, number)]
        near.sort(key=lambda target: -shared_length(target.rpartition("/")[2], number))
        return tuple(near[:_SHOWN])

    def _nearest(self, act: str, number: str) -> tuple[str, ...]:
        if act not in self._rows:
            self._rows[act] = NumberRow(self._index.numbers(act))
        near = [f"{act}/{each}" for each in self._rows[act].nearest(number)]
        whole, dash, part = number.rpartition("-")  # "112-1" may be 1 of 112
        if dash and any(
            indexed_part_exists(each, part) for each in self._index.lookup(act, whole) if _STEP.match(part)
        ):
            near.insert(0, f"{act}/{whole}#{part}")
        return tuple(near[:_SHOWN])


# ---------------------------------------------------------------------------------------------------------------------


class _Day(NamedTuple):
    """The day of a question: the one that was asked, else that of the corpus."""

    day: date | None
    at: str | None

    @property
    def asked(self) -> str | None:
        return None if self.day is None else self.day.isoformat()

    @property
    def when(self) -> str | None:
        return self.asked or self.at

    def before(self, other: date) -> bool:
        return self.when is not None and self.when < other.isoformat()


_SHOWN = 3
_LONG = 10  # words
_CLAUSE_END = re.compile(r"[.;:()\n]")
_FEW = 5  # acts whose numbers are compared where no act is named
_STEP = re.compile(r"[0-9]{1,2}")
_OF_CODE = re.compile(r"(?:lo|[lrda])[0-9]")
_ELSEWHERE = frozenset({Reason.ACT_WITHOUT_ID, Reason.FOREIGN_ACT})
"""Acts that are named, and that no corpus of French law holds under an id."""
_OPEN = frozenset({None, Reason.NO_ACT_NAMED, Reason.AMBIGUOUS_ABBREVIATION})
"""Reasons with which the numbers of a corpus can decide which act is meant."""


def _whole(act: str, day: _Day) -> Answer:
    """The answer for an act as a whole."""
    known = ACTS.get(act)
    title = act_title(act)
    if known is not None and known.valid_from is not None and day.before(known.valid_from):
        message = f"The {title} is not law on {day.when}; it was from {known.valid_from} on."
        return Answer(CitationStatus.NOT_IN_FORCE, message, _ACT, (act,), known.valid_from, known.valid_to)
    if known is not None and known.valid_to is not None and day.when and not day.before(known.valid_to):
        message = f"The {title} is not law on {day.when}; it was repealed on {known.valid_to}."
        return Answer(CitationStatus.NOT_IN_FORCE, message, _ACT, (act,), known.valid_from, known.valid_to)
    return Answer(CitationStatus.EXISTS, f"The {title} exists.", _ACT, (act,))


def _without_act(number: str, having: Sequence[str | None]) -> Answer:
    """The answer for a number in a sentence that names no act; ``having`` are the acts of the corpus that have it."""
    nearest = tuple(f"{act or '?'}/{number}" for act in having[:_SHOWN])
    message = (
        f"No act is named for {_running(number)}, which may be of this text or of any act; write its act beside it, "
        "or give the act of such numbers with act= (--cited-act)."
    )
    return Answer(CitationStatus.UNCLEAR, message, nearest=nearest)


def _annexe(reference: Reference) -> str | None:
    """The number of the annexe that a reference to a division means; ``None`` for other divisions."""
    if reference.kind != ReferenceKind.DIVISION or reference.division is None:
        return None
    step = division_steps(reference.division)[-1]
    return step.replace(".", "-") if step.kind.startswith("annexe") else None


def _is_dated(indexed: IndexedArticle, day: _Day) -> bool:
    """Whether the dates of a version, or the day of its source, show that it is law on the day."""
    if indexed.consolidated_at is not None and indexed.consolidated_at == day.when:
        return True
    return indexed.valid_from is not None and indexed.status_by_dates(day.when) is ArticleState.IN_FORCE


def _told(past: Past) -> str:
    """What is known of a number that the corpus lacks."""
    if past.is_listed:
        return f"; it had it on {past.as_of}"
    if past.until is None:
        return f"; it had it on {past.as_of}" if past.as_of else "; it has had it"
    return f"; it had it until {past.until}" + _went_on(past.moved_to)


def _went_on(moved: Iterable[str]) -> str:
    names = ", ".join(map(_short, moved))
    return f", when its words became {names}" if names else ""


def _short(target: str) -> str:
    """The number in a target, with its part."""
    number, mark, part = target.rpartition("/")[2].partition("#")
    if "#" in target and "/" in target.partition("#")[2]:
        number, mark, part = target.partition("#")[0].rpartition("/")[2], "#", target.partition("#")[2]
    return f"{_running(number)}{', ' if mark else ''}{part}"


def _named(act: str | None, number: str) -> str:
    return f"article {_running(number)}" + (f" of the {act_title(act)}" if act else "")


def _running(number: str) -> str:
    try:
        return ArticleNumber.parse(number).running
    except NumberError:
        return number


_ALL = 99  # steps of a path


def _division_name(path: DivisionPath) -> str:
    """A division as it is written, inner first: ``titre II, livre Ier``; a range by its ends."""
    return " à ".join(division_name(str(end), _ALL) for end in path.ends)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    return _capital(text).rstrip(".") + "."


def _date(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)

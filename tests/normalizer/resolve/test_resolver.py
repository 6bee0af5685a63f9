from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import IndexedArticle, ReferenceState, Resolution
from cpp_corpus.normalizer.resolve import Citations, CorpusIndex, resolve


def indexed(
    number: str, *divisions: str, act: str = "code-x", state: str = "in_force", suffix: str = ""
) -> IndexedArticle:
    return IndexedArticle(f"{act}/{number}{suffix}", act, number, state, None, None, divisions)


ARTICLES = [
    indexed("1", "livre.i", "titre.i"),
    indexed("2", "livre.i", "titre.ii"),
    indexed("3", "livre.ii", "titre.i", "section.1"),
    indexed("4", "livre.ii", "titre.iii", state="repealed"),
    indexed("5", state="repealed"),
    indexed("5", suffix="~2"),
    indexed("annexe-i"),
    indexed("annexe-ii-3-art-l2"),
    indexed("annexe-iii-art-l1"),
    indexed("annexe-iii-art-l2"),
    indexed("1", act="code-y"),
    indexed("l1", "partie-legislative", "livre.i", act="code-w"),
    indexed("r1", "partie-reglementaire", "livre.i", act="code-w"),
    indexed("r2", "partie-reglementaire", "livre.viii-bis", "titre.4", act="code-w"),
    IndexedArticle("?/7", None, "7", "in_force", None, None, ()),
]
INDEX = CorpusIndex(ARTICLES)


def outcome(source: IndexedArticle = ARTICLES[0], **fields: Any) -> tuple[str, tuple[str, ...]]:
    found = resolve(INDEX, source, Reference(start=0, end=1, **fields))
    return found.state.value, found.targets


@pytest.mark.parametrize(
    ("fields", "state", "targets"),
    [
        ({"article": "2"}, "resolved", ("code-x/2",)),
        ({"article": "1", "act": "code-y"}, "resolved", ("code-y/1",)),
        ({"article": "4"}, "repealed", ("code-x/4",)),
        ({"article": "5"}, "resolved", ("code-x/5~2",)),
        ({"article": "9"}, "missing", ("code-x/9",)),
        ({"article": "9", "act": "loi:2019-222"}, "external", ("loi:2019-222/9",)),
        ({"article": "9", "act": None}, "unknown", ()),
        ({"article": None, "reason": "number-unclear"}, "unknown", ()),
        ({"article": "1", "to": "3"}, "resolved", ("code-x/1", "code-x/2", "code-x/3")),
        ({"article": "3", "to": "9"}, "resolved", ("code-x/3", "code-x/4", "code-x/5~2")),
        ({"article": "4", "to": "4-1"}, "repealed", ("code-x/4",)),
        ({"article": "3", "to": "1"}, "resolved", ("code-x/3", "code-x/1")),
        ({"article": "8", "to": "9"}, "missing", ("code-x/8", "code-x/9")),
        ({"article": "8", "to": "9", "act": "code-z"}, "external", ("code-z/8", "code-z/9")),
        ({"article": "2", "open": True}, "resolved", ("code-x/2",)),
    ],
)
def test_article(fields: dict[str, Any], state: str, targets: tuple[str, ...]) -> None:
    assert outcome(kind="article", **{"act": "code-x", **fields}) == (state, targets)


def test_act() -> None:
    assert outcome(kind="act", act="code-y") == ("resolved", ("code-y",))
    assert outcome(kind="act", act="traite:tfue") == ("external", ("traite:tfue",))
    assert outcome(kind="act") == ("unknown", ())


def test_internal() -> None:
    assert outcome(kind="internal", act="code-x", article="1", locator="al1") == ("resolved", ("code-x/1",))
    assert outcome(ARTICLES[3], kind="internal", act="code-x", article="4") == ("repealed", ("code-x/4",))


@pytest.mark.parametrize(
    ("division", "state", "targets"),
    [
        ("livre.ii/titre.iii", "resolved", ("code-x#livre.ii/titre.iii",)),
        ("titre.iii", "resolved", ("code-x#livre.ii/titre.iii",)),
        ("livre.ii/section.1", "resolved", ("code-x#livre.ii/titre.i/section.1",)),
        ("titre.i", "resolved", ("code-x#livre.i/titre.i",)),  # of two, the one in which the article stands
        ("titre.present", "resolved", ("code-x#livre.i/titre.i",)),
        ("livre.present/titre.ii", "resolved", ("code-x#livre.i/titre.ii",)),
        ("livre.present/titre.iii", "missing", ("code-x#livre.i/titre.iii",)),
        ("section.present", "unknown", ()),
        ("titre.precedent", "unknown", ()),
        ("livre.ix", "missing", ("code-x#livre.ix",)),
        ("titre.same", "unknown", ()),
        ("livre.1/titre.1", "resolved", ("code-x#livre.i/titre.i",)),
        ("livre.present/titre.i..ii", "resolved", ("code-x#livre.i/titre.i", "code-x#livre.i/titre.ii")),
        ("livre.present/titre.ii..ix", "resolved", ("code-x#livre.i/titre.ii",)),
        ("livre.present/titre.viii..ix", "missing", ("code-x#livre.i/titre.viii..ix",)),
        ("titre.suivant", "resolved", ("code-x#livre.i/titre.ii",)),
        ("livre.suivant/titre.i", "resolved", ("code-x#livre.ii/titre.i",)),
        ("titre.suivant/titre.precedent", "unknown", ()),
        ("annexe.i", "resolved", ("code-x/annexe-i",)),
        ("annexe.ii-3", "resolved", ("code-x/annexe-ii-3-art-l2",)),
        ("annexe.iii", "missing", ("code-x#annexe.iii",)),
        ("annexe.present", "unknown", ()),
    ],
)
def test_division(division: str, state: str, targets: tuple[str, ...]) -> None:
    assert outcome(kind="division", act="code-x", division=division) == (state, targets)


def test_a_division_in_both_parts_of_a_code() -> None:
    both = ("code-w#partie-legislative/livre.i", "code-w#partie-reglementaire/livre.i")
    assert outcome(kind="division", act="code-w", division="livre.i") == ("resolved", both)
    assert outcome(ARTICLES[-3], kind="division", act="code-w", division="livre.i") == ("resolved", both[1:])
    titre = "code-w#partie-reglementaire/livre.viii-bis/titre.4"
    assert outcome(kind="division", act="code-w", division="livre.8-bis/titre.iv") == ("resolved", (titre,))


def test_an_annexe_of_itself() -> None:
    source = next(b for b in ARTICLES if b.number == "annexe-i")
    assert outcome(source, kind="division", act="code-x", division="annexe.present") == ("resolved", (source.id,))


def test_division_of_several_that_nothing_tells_apart() -> None:
    assert outcome(ARTICLES[4], kind="division", act="code-x", division="titre.i") == ("unknown", ())


def test_division_of_an_act_whose_divisions_are_not_known() -> None:
    assert outcome(kind="division", act="code-y", division="titre.i") == ("unknown", ())
    assert outcome(kind="division", act="code-z", division="titre.i") == ("external", ("code-z#titre.i",))
    assert outcome(kind="division", division="titre.i") == ("unknown", ())


def test_nothing_is_looked_up_in_an_act_that_is_not_known() -> None:
    assert outcome(ARTICLES[-1], kind="article", article="7") == ("unknown", ())


def test_an_empty_corpus() -> None:
    reference = Reference(kind="article", start=0, end=1, act="code-x", article="1")
    assert resolve(CorpusIndex(), ARTICLES[0], reference) == Resolution(ReferenceState.EXTERNAL, ("code-x/1",))


# -- why


def reason(source: IndexedArticle = ARTICLES[0], **fields: Any) -> tuple[Reason | None, str | None]:
    found = resolve(INDEX, source, Reference(start=0, end=1, **fields))
    return found.reason, found.detail


def test_reasons() -> None:
    assert reason(kind="act") == (Reason.ACT_UNCLEAR, None)
    assert reason(kind="act", reason="no-act-before") == (Reason.NO_ACT_BEFORE, None)
    assert reason(kind="article", act="code-x") == (Reason.NUMBER_UNCLEAR, None)
    assert reason(kind="division", act="code-x") == (Reason.TARGET_UNCLEAR, None)
    assert reason(kind="division", act="code-x", division="section.present") == (Reason.OUTSIDE_DIVISION, "section")
    assert reason(kind="division", act="code-x", division="titre.precedent") == (Reason.NO_DIVISION_BESIDE, "titre")
    assert reason(kind="division", act="code-x", division="titre.same") == (Reason.NO_DIVISION_BEFORE, "titre")
    assert reason(kind="division", act="code-y", division="titre.i") == (Reason.DIVISIONS_UNKNOWN, None)
    several = (Reason.SEVERAL_DIVISIONS, "livre.i/titre.i, livre.ii/titre.i")
    assert reason(ARTICLES[4], kind="division", act="code-x", division="titre.i") == several
    one_end: dict[str, Any] = {"kind": "division", "act": "code-x", "division": "livre.present/titre.ii..ix"}
    assert reason(**one_end) == (Reason.DIVISION_END_MISSING, None)
    assert reason(kind="article", act="code-x", article="2") == (None, None)
    assert reason(kind="article", act="code-x", article="3", to="1") == (Reason.RANGE_OUT_OF_ORDER, None)
    assert reason(kind="article", act="code-x", article="3", to="9") == (Reason.RANGE_END_MISSING, "9")
    assert reason(kind="article", act="code-y", article="1", open=True) == (Reason.RANGE_OPEN, None)


# -- neighbours, and what follows


def test_the_article_before_and_after() -> None:
    before = {"kind": "article", "act": "code-x", "reason": Reason.ARTICLE_BEFORE}
    after = {"kind": "article", "act": "code-x", "reason": Reason.ARTICLE_AFTER}
    assert outcome(ARTICLES[1], **before) == ("resolved", ("code-x/1",))
    assert outcome(ARTICLES[2], **after) == ("repealed", ("code-x/4",))
    assert outcome(ARTICLES[0], **before) == ("unknown", ())
    assert outcome(ARTICLES[6], **before) == ("unknown", ())  # an annexe
    assert outcome(ARTICLES[-1], kind="article", reason=Reason.ARTICLE_BEFORE) == ("unknown", ())
    assert outcome(ARTICLES[-5], **before) == ("unknown", ())  # one of another act


def test_et_suivants() -> None:
    all_indexed = [indexed(n, "titre.i") for n in ("l1", "l2", "r2", "l3")] + [indexed("l4", "titre.ii")]
    reference = Reference(kind="article", start=0, end=1, act="code-x", article="l2", open=True)
    assert resolve(CorpusIndex(all_indexed), all_indexed[0], reference).targets == ("code-x/l2", "code-x/l3")


def test_ranges_that_are_not_whole() -> None:
    all_indexed = [indexed(n) for n in ("l1-1", "l1-2", "l1-3", "l2-1", "l2-2", "l3-1")]

    def members(first: str, last: str) -> list[str]:
        reference = Reference(kind="article", start=0, end=1, act="code-x", article=first, to=last)
        return [each.partition("/")[2] for each in resolve(CorpusIndex(all_indexed), all_indexed[0], reference).targets]

    assert members("l1-2", "l2-1") == ["l1-2", "l1-3", "l2-1"]
    assert members("l1-1", "3") == ["l1-1", "l1-2", "l1-3"]  # printed in short
    assert members("l1-2", "l1-9") == ["l1-2", "l1-3"]  # its end is gone
    assert members("l1-2", "l2-9") == ["l1-2"]  # or misprinted
    assert members("l2-9", "l1-3") == ["l1-3"]
    assert members("l1-7", "l1-9") == ["l1-7", "l1-9"]  # both gone: missing


# -- "même titre"


def divisions(*paths: str) -> list[Reference]:
    return [
        Reference(kind="division", start=at, end=at + 1, act="code-x", division=path) for at, path in enumerate(paths)
    ]


@pytest.mark.parametrize(
    ("paths", "state", "targets"),
    [
        (("livre.ii/titre.i", "titre.same/section.1"), "resolved", ("code-x#livre.ii/titre.i/section.1",)),
        (("livre.ii", "titre.iii", "livre.same/titre.i"), "resolved", ("code-x#livre.ii/titre.i",)),
        (("livre.ii", "titre.same"), "unknown", ()),
        (("livre.ii/titre.i..iii", "titre.same"), "unknown", ()),
        (("livre.same/titre.i", "titre.same/livre.i", "livre.same/titre.ii"), "unknown", ()),  # round in a circle
    ],
)
def test_the_same_division(paths: tuple[str, ...], state: str, targets: tuple[str, ...]) -> None:
    said = divisions(*paths)
    found = resolve(INDEX, ARTICLES[0], said[-1], Citations(said))
    assert (found.state, found.targets) == (state, targets)
    assert found.reason is not None or state == "resolved"


def test_the_same_division_is_of_the_same_note() -> None:
    said = [*divisions("livre.ii"), divisions("livre.same")[0].replaced(note=0)]
    assert resolve(INDEX, ARTICLES[0], said[-1], Citations(said)).state == "unknown"


# -- an act that is not named


def test_a_number_of_another_kind_is_of_another_act() -> None:
    index = CorpusIndex([indexed("l1"), indexed("r1"), indexed("l2", act="code-y")])
    source = indexed("r1")

    def ask(article: str, *acts: str, via: str = "default") -> ReferenceState:
        reference = Reference(kind="article", start=0, end=1, act="code-x", article=article, via=via)
        others = [Reference(kind="act", start=0, end=1, act=act) for act in acts]
        return resolve(index, source, reference, Citations([*others, reference])).state

    assert ask("12") == "unknown"  # "l'article 12" of a decree, in a code of L and R
    assert ask("12", via="explicit") == "missing"
    assert ask("l9") == "missing"
    assert ask("l2") == "missing"
    assert ask("l2", "code-y") == "unknown"  # which is named beside, and has it
    assert ask("annexe-i") == "missing"


def test_the_article_before_may_be_one_that_the_corpus_lacks() -> None:
    """The code pénal has 221-2 between the two; nothing is known of a code that does not exist."""
    before = Reference(kind="article", start=0, end=1, act="code-penal", via="anaphora", reason=Reason.ARTICLE_BEFORE)
    dump = [indexed(name, act="code-penal")._replace(file="dump.txt") for name in ("221-1", "221-3", "221-4")]
    found = resolve(CorpusIndex(dump), dump[1], before, Citations([before]))
    assert (found.state, found.targets) == ("unknown", ())
    assert (found.reason, found.detail) == (Reason.NEIGHBOUR_MISSING, "221-2")
    assert resolve(CorpusIndex(dump), dump[2], before, Citations([before])).targets == ("code-penal/221-3",)


@pytest.mark.parametrize(
    ("act", "numbers", "before", "after", "state"),
    [
        ("code-x", ("9", "2"), [], [], "missing"),
        ("code-x", ("9", "2"), ["loi:2019-222"], [], "unknown"),  # the note is about this one
        ("code-x", ("9", "2"), ["code-z"], [], "missing"),  # a code, which has no such article
        ("code-x", ("9", "2"), [], ["loi:2019-222"], "unknown"),  # "l'article 9 [2°] de la loi n° …"
        ("code-x", ("9", "2"), [], ["code-x"], "missing"),
        ("code-y", ("l9", "l2-1"), ["loi:2019-222"], [], "missing"),  # a law has no L. 9
        ("code-y", ("l2333-9", "l2-1"), [], [], "unknown"),  # so many digits are not of this code
        ("code-y", ("l2333-9", "l2333-1"), [], [], "missing"),  # but for the few that have them
    ],
)
def test_doubts(act: str, numbers: tuple[str, str], before: list[str], after: list[str], state: str) -> None:
    cited, own = numbers
    all_indexed = [indexed(str(at), act="code-x") for at in range(1, 9)]
    all_indexed += [indexed(f"l{1 + at % 9}-{at}", act="code-y") for at in range(1, 120)]
    named = [Reference(kind="act", start=at, end=at + 1, act=name) for at, name in enumerate(before)]
    asked = Reference(kind="article", start=10, end=12, act=act, article=cited)
    last = [Reference(kind="act", start=20, end=21, act=name) for name in after]
    source = indexed(own, act=act)
    found = resolve(CorpusIndex(all_indexed), source, asked, Citations([*named, asked, *last]))
    assert found.state == state
    assert (found.reason is None) == (state == "missing")


def test_a_list_that_ends_with_another_act() -> None:
    index = CorpusIndex([indexed("l1"), indexed("l1", act="code-y")])

    def state(*ends: tuple[int, str, str]) -> str:
        said = [
            Reference(kind="article", start=start, end=start + 5, act=act, article=number)
            for start, act, number in ends
        ]
        return resolve(index, indexed("l1"), said[0], Citations(said)).state

    assert state((0, "code-x", "l8"), (10, "code-x", "l9"), (20, "code-z", "l7")) == "unknown"
    assert state((0, "code-x", "l8"), (10, "code-x", "l9"), (200, "code-z", "l7")) == "missing"  # another sentence
    assert state((0, "code-x", "l8"), (10, "code-z", "r7")) == "missing"
    assert state((0, "code-x", "l8"), (10, "code-x", "l9")) == "missing"


def test_many_references_in_one_article() -> None:
    """Nothing is looked for further than is near."""
    said = [
        Reference(kind="division", start=at, end=at + 1, act="code-x", division="titre.same") for at in range(4_000)
    ]
    citations = Citations(said)
    assert {resolve(INDEX, ARTICLES[0], each, citations).state for each in said} == {ReferenceState.UNKNOWN}


# -- versions


def version(number: str, valid_from: str | None, valid_to: str | None = None, **fields: Any) -> IndexedArticle:
    made = indexed(number, suffix=f"@{valid_from}")
    return made._replace(valid_from=valid_from, valid_to=valid_to, **fields)


VERSIONS = [
    version("1", "2010-01-01", "2015-01-01", state="repealed"),
    version("1", "2015-01-01", "2020-01-01", state="repealed"),
    version("1", "2022-01-01"),
]


@pytest.mark.parametrize(
    ("day", "state", "target"),
    [
        ("2009-12-31", "repealed", "2010-01-01"),  # not yet law
        ("2010-01-01", "resolved", "2010-01-01"),
        ("2014-12-31", "resolved", "2010-01-01"),
        ("2015-01-01", "resolved", "2015-01-01"),
        ("2021-06-01", "repealed", "2015-01-01"),  # the one that was last
        ("2030-01-01", "resolved", "2022-01-01"),
        (None, "resolved", "2022-01-01"),
    ],
)
def test_the_version_of_the_day(day: str | None, state: str, target: str) -> None:
    reference = Reference(kind="article", start=0, end=1, act="code-x", article="1")
    source = indexed("2")._replace(consolidated_at=day)
    found = resolve(CorpusIndex(VERSIONS), source, reference)
    assert (found.state, found.targets) == (state, (f"code-x/1@{target}",))
    asked = None if day is None else date.fromisoformat(day)
    assert resolve(CorpusIndex(VERSIONS, at=asked), indexed("2"), reference) == found


def test_not_yet_law_is_said() -> None:
    reference = Reference(kind="article", start=0, end=1, act="code-x", article="1")
    found = resolve(CorpusIndex(VERSIONS, at=date(2000, 1, 1)), indexed("2"), reference)
    assert (found.reason, found.detail) == (Reason.NOT_YET_LAW, "2010-01-01")


def test_a_past_version_speaks_of_its_time() -> None:
    reference = Reference(kind="article", start=0, end=1, act="code-x", article="1")
    index = CorpusIndex(VERSIONS)
    past = version("2", "2011-01-01", "2016-01-01", state="repealed")
    assert resolve(index, past, reference).targets == ("code-x/1@2015-01-01",)
    to_come = version("2", "2016-01-01", state="future")
    assert resolve(index, to_come, reference).targets == ("code-x/1@2015-01-01",)


def test_of_several_sources_the_one_of_the_day() -> None:
    both = [indexed("1", suffix=f"~{at}")._replace(consolidated_at=day) for at, day in enumerate(("2019", "2022"))]
    index = CorpusIndex(both)
    reference = Reference(kind="article", start=0, end=1, act="code-x", article="1")
    for day, target in (("2018", "~0"), ("2019", "~0"), ("2021", "~0"), ("2023", "~1"), (None, "~1")):
        source = indexed("2")._replace(consolidated_at=day)
        assert resolve(index, source, reference).targets == (f"code-x/1{target}",)


# -- parts


def test_parts() -> None:
    all_indexed = [indexed("1")._replace(parts="I\nI/1°\nII"), indexed("2")]
    index = CorpusIndex(all_indexed)

    def exists(article: str, locator: str | None, **fields: Any) -> bool | None:
        kind = fields.pop("kind", "article")
        reference = Reference(kind=kind, start=0, end=1, act="code-x", article=article, locator=locator, **fields)
        return resolve(index, all_indexed[0], reference).part_exists

    assert exists("1", "I/1°") is True
    assert exists("1", "III") is False
    assert exists("1", "III", kind="internal") is False
    assert exists("1", None) is None
    assert exists("2", "III") is None  # its words are not known
    assert exists("1", "III", to="2") is None  # of which article?
    assert exists("9", "III") is None


def test_parts_that_may_be_shared_out() -> None:
    """Of "le b du 1 et du 2": it is there in 1, and 2 may be meant as a whole."""
    all_indexed = [indexed("1")._replace(parts="1\n1/b\n2")]
    index = CorpusIndex(all_indexed)

    def parts_exist(*locators: str, end: int = 5) -> list[bool | None]:
        ends = [5, *([end] * len(locators))]
        said = [
            Reference(kind="article", start=0, end=end, act="code-x", article="1", locator=locator)
            for locator, end in zip(locators, ends, strict=False)
        ]
        return [resolve(index, all_indexed[0], each, Citations(said)).part_exists for each in said]

    assert parts_exist("1/b", "2/b") == [True, None]
    assert parts_exist("1/b", "3/b") == [True, False]
    assert parts_exist("1/b", "2/b", end=6) == [True, False]  # another member of the list
    assert parts_exist("2/b") == [False]


def test_a_paragraph_printed_with_the_number() -> None:
    all_indexed = [indexed(str(number))._replace(parts="1\n2\n2/al2") for number in range(1, 12)]
    index = CorpusIndex(
        [*all_indexed, indexed("2-1"), *(indexed(number, act="code-y") for number in ("3", "3-1", "4-1"))]
    )

    def found(article: str, locator: str | None = None, act: str = "code-x", **fields: Any) -> Resolution:
        reference = Reference(
            kind="article", start=0, end=1, act=act, article=article, locator=locator, via="explicit", **fields
        )
        return resolve(index, all_indexed[0], reference)

    assert found("3-1").targets == ("code-x/3",)
    assert found("3-2", "al2").part_exists is True
    assert found("2-1").targets == ("code-x/2-1",)
    assert found("3-9").state == "missing"  # article 3 has no 9
    assert found("3-1", to="3-2").state == "missing"
    assert found("3-2", act="code-y").state == "missing"  # where 3-1 is an article, 3-2 was one


# -- all of it


NUMBERS = st.sampled_from(["1", "2", "3", "4", "5", "9", "annexe-i", "l1", "r1", "r2"])
STEPS = st.sampled_from(["livre.i", "titre.i", "titre.same", "livre.present", "titre.suivant", "annexe.present", "x"])
REFERENCES = st.builds(
    Reference,
    kind=st.sampled_from(["article", "division", "act", "internal"]),
    start=st.integers(0, 50),
    end=st.just(60),
    act=st.sampled_from([None, "code-x", "code-y", "code-w", "code-z"]),
    article=st.none() | NUMBERS,
    to=st.none() | NUMBERS,
    open=st.booleans(),
    division=st.none() | st.lists(STEPS, min_size=1, max_size=3).map("/".join),
    locator=st.sampled_from([None, "I", "al2", "al-prev"]),
    via=st.sampled_from(["default", "explicit", "anaphora"]),
    reason=st.sampled_from([None, Reason.ARTICLE_AFTER, Reason.ARTICLE_BEFORE]),
)


@given(st.lists(REFERENCES, min_size=1, max_size=6), st.sampled_from(ARTICLES), st.permutations(ARTICLES))
def test_every_reference_ends_in_one_state(
    said: list[Reference], source: IndexedArticle, shuffled: list[IndexedArticle]
) -> None:
    said.sort(key=lambda each: each.start)
    other = CorpusIndex(shuffled)
    for reference in said:
        found = resolve(INDEX, source, reference, Citations(said))
        assert found.state in ReferenceState
        assert (found.state == "unknown") == (not found.targets)
        assert found.state != "unknown" or found.reason
        assert len(set(found.targets)) == len(found.targets)
        again = resolve(other, source, reference, Citations(said))
        assert (again.state, sorted(again.targets)) == (found.state, sorted(found.targets))


def test_index() -> None:
    assert INDEX.acts == ("code-x", "code-y", "code-w")
    assert INDEX.acts_with("1") == ("code-x", "code-y")
    assert INDEX.acts_with("99") == ()
    assert [b.id for b in INDEX.lookup("code-x", "5")] == ["code-x/5", "code-x/5~2"]
    assert [b.id for b in INDEX.best("code-x", "5")] == ["code-x/5~2"]


NAMED_VERSIONS = CorpusIndex(
    [
        ARTICLES[0],
        IndexedArticle("code-x/9@2010-01-01", "code-x", "9", "repealed", "2010-01-01", "2014-01-01", ()),
        IndexedArticle("code-x/9@2014-01-01", "code-x", "9", "repealed", "2014-01-01", "2020-01-01", ()),
        IndexedArticle("code-x/9@2020-01-01", "code-x", "9", "in_force", "2020-01-01", None, ()),
        indexed("7", act="code-x-ancien"),
        indexed("7"),
    ]
)


@pytest.mark.parametrize(
    ("version", "state", "target"),
    [
        (None, "resolved", "code-x/9@2020-01-01"),
        ("at:2015-03-01", "resolved", "code-x/9@2014-01-01"),
        ("at:2014-01-01", "resolved", "code-x/9@2014-01-01"),
        ("before:loi:2013-12-03", "resolved", "code-x/9@2010-01-01"),
        ("before:loi:2013-1203", "resolved", "code-x/9@2020-01-01"),
        ("from:loi:2013-12-03", "resolved", "code-x/9@2020-01-01"),
        ("former", "repealed", "code-x/9@2014-01-01"),
    ],
)
def test_a_reference_may_name_its_version(version: str | None, state: str, target: str) -> None:
    reference = Reference(kind="article", start=0, end=1, act="code-x", article="9", version=version)
    found = resolve(NAMED_VERSIONS, ARTICLES[0], reference)
    assert (found.state, found.targets) == (state, (target,))


def test_an_article_of_the_former_act() -> None:
    reference = Reference(kind="article", start=0, end=1, act="code-x", article="7", version="former")
    assert resolve(NAMED_VERSIONS, ARTICLES[0], reference).targets == ("code-x-ancien/7",)


def test_a_part_in_quoted_text_is_one_of_the_article_quoted() -> None:
    own = Reference(kind="internal", start=0, end=1, act="code-x", article="1", locator="II")
    assert resolve(NAMED_VERSIONS, ARTICLES[0], own).targets == ("code-x/1",)
    assert resolve(NAMED_VERSIONS, ARTICLES[0], own.replaced(article="7")).targets == ("code-x/7",)

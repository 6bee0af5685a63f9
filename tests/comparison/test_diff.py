"""What changed between two corpora."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cpp_corpus
from cpp_corpus import Article, ChangeKind, Corpus, CorpusDiff, MatchedBy, diff
from tests.comparison.corpora import CODE, article, corpus, division, sentence

FIXTURES = Path(__file__).parents[2] / "fixtures"
SUBJECTS = ["nord", "sud", "est", "ouest", "haut", "bas", "vieux", "neuf"]
DECREE = "Un décret précise les modalités d'application de la présente section."
FIRST, SECOND = division("section", "1"), division("section", "2")


def outline(compared: CorpusDiff) -> list[tuple[str, str]]:
    return [(each.name, " ".join(each.kinds)) for each in compared.articles]


def block(first: int, subjects: list[str] = SUBJECTS, **fields: object) -> list[Article]:
    return [article(f"L{first + at}", sentence(subject), **fields) for at, subject in enumerate(subjects)]  # type: ignore[arg-type]


# -- kinds of change


def test_added_removed_repealed_reinstated() -> None:
    one, other, third = map(sentence, SUBJECTS[:3])
    old = corpus(article("L1", one), article("L2", other), article("L3", third), article("L4", "", state="repealed"))
    new = corpus(
        article("L1", one), article("L3", "", state="repealed"), article("L4", third), article("L5", "Le vent.")
    )
    compared = diff(old, new)
    # the text of L3 went to L4, whose number was free
    assert outline(compared) == [("L2", "removed"), ("L3 → L4", "renumbered"), ("L5", "added")]
    new = corpus(article("L1", one), article("L3", "", state="repealed"), article("L4", "Le vent."))
    assert outline(diff(old, new)) == [("L2", "removed"), ("L3", "repealed"), ("L4", "reinstated")]
    repealed = diff(old, new).of("repealed")[0]
    assert [each.old_text for each in repealed.alineas] == [third]


def test_repealed_in_both_or_alone_is_no_change() -> None:
    old = corpus(article("L1", "Le vent."), article("L2", "a", state="repealed"), article("L3", "b", state="repealed"))
    new = corpus(article("L1", "Le vent."), article("L2", "c", state="repealed"))
    compared = diff(old, new)
    assert compared.is_empty
    assert (compared.old.repealed_unmatched, compared.new.repealed_unmatched) == (1, 0)


def test_moved() -> None:
    old = corpus(article("L1", "Le vent.", divisions=[FIRST]), article("L2", "Le blé.", divisions=[FIRST]))
    new = corpus(article("L1", "Le vent.", divisions=[SECOND]), article("L2", "Le blé."))
    assert outline(diff(old, new)) == [("L1", "moved")]  # nothing is known of the place of the other


def test_a_division_with_another_title_moves_nothing() -> None:
    old = corpus(article("L1", "Le vent.", divisions=[division("section", "1", "Des vents")]))
    new = corpus(article("L1", "Le vent.", divisions=[division("section", "1", "Des vents et marées")]))
    compared = diff(old, new)
    assert not compared.articles
    assert not compared.is_empty
    assert [(each.path, each.old, each.new) for each in compared.divisions] == [
        ("section.1", "Des vents", "Des vents et marées")
    ]


def test_typography_and_layout_are_no_change() -> None:
    old = corpus(article("L1", "L'œuvre de l'Etat : 1° Le vent."))
    new = corpus(article("L1", "L’oeuvre de l’État\u00a0:\n1° Le vent."))
    compared = diff(old, new)
    assert compared.is_empty
    assert (compared.counts["unchanged"], compared.counts["typography"]) == (1, 1)


def test_notes_are_apart() -> None:
    old = corpus(article("L1", "Le vent.", notes=["NOTA: avant l'article 5 de la loi n° 2019-222."]))
    new = corpus(article("L1", "Le vent.", notes=["NOTA: après l'article 6 de la loi n° 2019-222."]))
    (only,) = diff(old, new).articles
    assert only.kinds == (ChangeKind.NOTES,)
    assert only.alineas == ()
    assert [run.text for run in only.notes[0].words if run.op == "removed"] == ["avant ", "5 "]
    assert [(each.article, each.in_note) for each in (*only.gained, *only.lost)] == [("6", True), ("5", True)]


def test_the_label_of_a_note_is_no_word_of_it() -> None:
    old = corpus(article("L1", "Le vent.", notes=["Loi n° 2019-222 : notable."]))
    new = corpus(article("L1", "Le vent.", notes=["NOTA :\nLoi n° 2019-222 : notable."]))
    assert diff(old, new).is_empty


# -- renumbering


def test_a_block_that_moved_on_by_one() -> None:
    old = corpus(*block(1))
    new = corpus(article("L1", sentence("nouveau")), *block(2))
    compared = diff(old, new)
    assert outline(compared) == [("L1", "added")] + [(f"L{at} → L{at + 1}", "renumbered") for at in range(1, 9)]
    assert {each.matched_by for each in compared.of("renumbered")} == {MatchedBy.EXACT_TEXT}
    assert not any(each.alineas for each in compared.of("renumbered"))


def test_a_block_that_moved_on_and_was_changed() -> None:
    old = corpus(*block(1))
    new = corpus(
        article("L1", sentence("nouveau")),
        *(article(f"L{at + 2}", sentence(s).replace("garde", "gardien")) for at, s in enumerate(SUBJECTS)),
    )
    compared = diff(old, new)
    assert outline(compared) == [("L1", "added")] + [(f"L{at} → L{at + 1}", "renumbered changed") for at in range(1, 9)]
    evidence = compared.of("renumbered")[0]
    assert evidence.matched_by is MatchedBy.SIMILAR_TEXT
    assert evidence.score is not None
    assert evidence.score > 0.9 > (evidence.runner_up or 0)


def test_a_number_used_again() -> None:
    old = corpus(article("L1", sentence("nord")), article("L2", sentence("sud")))
    new = corpus(article("L1", sentence("nord")), article("L2", "Tout autre chose, sur les horloges de la ville."))
    assert outline(diff(old, new)) == [("L2", "changed")]  # the number is what the law calls it by


@pytest.mark.parametrize("words", ["Le vent est libre.", DECREE])
def test_short_texts_are_not_renumbered_by_their_words_alone(words: str) -> None:
    old = corpus(*block(1), article("L20", words, divisions=[FIRST]), *block(30, ["a", "b"]))
    new = corpus(article("L0", words, divisions=[SECOND]), *block(1), *block(30, ["a", "b"]))
    assert outline(diff(old, new)) == [("L0", "added"), ("L20", "removed")]


def test_short_texts_are_renumbered_beside_what_stayed() -> None:
    old = corpus(article("L1", sentence("nord")), article("L2", DECREE), article("L3", sentence("sud")))
    new = corpus(article("L1", sentence("nord")), article("L1-1", DECREE), article("L3", sentence("sud")))
    assert outline(diff(old, new)) == [("L2 → L1-1", "renumbered")]


def test_what_speaks_of_its_own_chapter_is_another_article_elsewhere() -> None:
    words = sentence("nord").replace("au profit", "au sens du présent titre, au profit")
    old = corpus(article("L1", words, divisions=[division("titre", "I")]), *block(50, ["a", "b"]))
    new = corpus(*block(50, ["a", "b"]), article("L99", words, divisions=[division("titre", "II")]))
    assert outline(diff(old, new)) == [("L1", "removed"), ("L99", "added")]


def test_articles_on_one_model_are_not_taken_for_each_other() -> None:
    """The court of each place: alike but for a word, so that words say nothing."""
    model = (
        "La cour de {} connaît des litiges entre les meuniers, les gardes et les riverains du bief, à charge d'appel."
    )
    old = corpus(*(article(f"L{at}", model.format(name)) for at, name in ((1, "Nord"), (2, "Sud"), (3, "Est"))))
    new = corpus(*(article(f"L{at}", model.format(name)) for at, name in ((11, "Ouest"), (12, "Haut"), (13, "Bas"))))
    assert diff(old, new).of("renumbered") == ()


def test_twins_are_told_apart_by_order() -> None:
    parts = [
        [
            article(f"L{first}1", sentence(name)),
            article(f"L{first}2", DECREE),
            article(f"L{first}4", sentence(f"{name}x")),
        ]
        for first, name in ((1, "nord"), (2, "sud"))
    ]
    old = corpus(*parts[0], *parts[1])
    new = corpus(
        *(
            article("L13" if str(a.number) == "L12" else "L23" if str(a.number) == "L22" else str(a.number), a.text)
            for a in old
        )
    )
    compared = diff(old, new)
    assert outline(compared) == [("L12 → L13", "renumbered"), ("L22 → L23", "renumbered")]
    assert {each.matched_by for each in compared.articles} == {MatchedBy.ORDER}


def test_a_long_article_in_another_act() -> None:
    words = f"{sentence('nord')} {sentence('sud')}"
    old = corpus(article("L1", words, act="code-ancien"), article("L2", "Le vent.", act="code-ancien"))
    new = corpus(article("L9", words, act="code-nouveau"), article("L8", "Le vent.", act="code-nouveau"))
    compared = diff(old, new)
    assert outline(compared) == [("L1 → L9", "renumbered"), ("L2", "removed"), ("L8", "added")]


# -- articles without number


def test_articles_without_number_are_known_by_their_words() -> None:
    old = corpus(*(article(None, sentence(s), line=at) for at, s in enumerate(SUBJECTS)))
    new = corpus(*block(1, [*SUBJECTS[:3], *SUBJECTS[4:]]))
    compared = diff(old, new)
    assert outline(compared) == [(f"{CODE}/~3", "removed")]
    assert compared.counts["unchanged"] == 7


def test_an_article_without_number_that_was_changed() -> None:
    texts = [sentence(s) for s in SUBJECTS]
    old = corpus(*(article(None, text, line=at) for at, text in enumerate(texts)))
    texts[3] = texts[3].replace("garde", "gardien")
    new = corpus(*(article(None, text, line=at * 2) for at, text in enumerate(texts)))
    (only,) = diff(old, new).articles
    assert (only.kinds, only.name) == ((ChangeKind.CHANGED,), f"{CODE}/~3 → {CODE}/~6")


# -- versions


def test_of_several_versions_the_one_that_is_law_on_the_newest_day() -> None:
    old = corpus(article("L1", "Un.", version="2000-01-01"), article("L2", "Deux.", version="2000-06-01"))
    new = corpus(
        article("L1", "Un.", version="2000-01-01"),
        article("L1", "Un bis.", version="2010-01-01"),
        article("L1", "Un ter.", version="2030-01-01", state="future"),
        article("L2", "Deux.", version="2000-06-01"),
    )
    compared = diff(old, new)
    assert [each.alineas[0].new_text for each in compared.articles] == ["Un bis."]
    assert (compared.new.articles, str(compared.new.day), str(compared.old.day)) == (2, "2010-01-01", "2000-06-01")


def test_a_version_that_has_ended_is_no_law() -> None:
    day = date(2010, 1, 1)
    ended = article("L1", "Un.", version="2000-01-01", valid_to=day, consolidated_at=day)
    assert outline(diff(corpus(article("L1", "Un.")), corpus(ended))) == [("L1", "repealed")]


def test_two_bearers_of_one_number() -> None:
    old = corpus(
        article("Annexe I", "Les vents.", divisions=[FIRST]), article("Annexe I", "Les meules.", divisions=[SECOND])
    )
    new = corpus(
        article("Annexe I", "Les meules.", divisions=[SECOND]),
        article("Annexe I", "Les vents forts.", divisions=[FIRST]),
    )
    assert [each.alineas[0].old_text for each in diff(old, new).articles] == ["Les vents."]
    assert outline(diff(old, new)) == [("Annexe I", "changed")]


# -- references


def test_references_gained_and_lost() -> None:
    old = corpus(article("L1", "Vu l'article L. 5, le moulin est clos. Voir l'article 7 du code civil."))
    new = corpus(article("L1", "Le moulin est clos, sauf l'article 8 du code civil. Vu l'article L. 5, il tourne."))
    (only,) = diff(old, new).articles
    assert [each.target for each in only.lost] == ["code-civil/7"]
    assert [each.target for each in only.gained] == ["code-civil/8"]


def test_an_article_that_speaks_of_itself_does_so_under_another_number() -> None:
    words = sentence("nord")
    old = corpus(article("L1", f"{words} L'article L. 1 s'applique au premier alinéa."))
    new = corpus(article("L9", f"{words} L'article L. 9 s'applique au premier alinéa."))
    (only,) = diff(old, new).articles
    assert only.kinds == (ChangeKind.RENUMBERED, ChangeKind.CHANGED)
    assert (only.gained, only.lost) == ((), ())


def test_a_reference_that_follows_a_renumbering() -> None:
    old = corpus(article("L1", sentence("nord")), article("L2", "Le vent de l'article L. 1 est libre."))
    new = corpus(article("L2", "Le vent de l'article L. 3 est libre."), article("L3", sentence("nord")))
    changed = diff(old, new).of("changed")[0]
    assert [(each.target, each.renumbered) for each in (*changed.lost, *changed.gained)] == [
        (f"{CODE}/l1", True),
        (f"{CODE}/l3", True),
    ]


def test_targets_in_short() -> None:
    words = "la présente section, le code civil, le livre II du code civil, les articles 5 à 7 du code civil"
    (only,) = diff(corpus(), corpus(article("L1", words))).articles
    assert {each.target for each in only.gained} >= {
        "code-civil",
        "code-civil:livre.ii",
        "code-civil/5..7",
    }


# -- the whole


def test_order_is_that_of_the_new_corpus_with_what_is_gone_where_it_stood() -> None:
    old = corpus(article("L0", "Zéro."), *block(1), article("L9", "Neuf."))
    new = corpus(article("L1", "Un."), *block(2, SUBJECTS[1:4]), article("L4-1", "Quatre."), *block(5, SUBJECTS[4:]))
    assert outline(diff(old, new)) == [("L0", "removed"), ("L1", "changed"), ("L4-1", "added"), ("L9", "removed")]


def test_repr_and_json() -> None:
    compared = diff(corpus(article("L1", "Un.")), corpus(article("L1", "Deux.")))
    assert repr(compared) == str(compared) == "<CorpusDiff: 1 changed>"
    assert repr(diff(corpus(), corpus())) == "<CorpusDiff: nothing compared>"
    assert CorpusDiff.model_validate_json(compared.model_dump_json()) == compared


def test_an_export_compares_as_its_sources_do(tmp_path: Path) -> None:
    sources = cpp_corpus.load(FIXTURES / "mirror")
    sources.export(tmp_path / "out")
    written = cpp_corpus.load(tmp_path / "out")
    assert diff(sources, written).is_empty
    other = cpp_corpus.load(FIXTURES / "dumps")
    assert outline(diff(other, written)) == outline(diff(other, sources))
    assert diff(other, written) == diff(other, sources)


@pytest.mark.parametrize("name", ["mirror", "dumps", "pages"])
def test_a_corpus_and_itself(name: str) -> None:
    one = cpp_corpus.load(FIXTURES / name)
    assert diff(one, one).is_empty


TEXTS = st.sampled_from(
    [
        *map(sentence, SUBJECTS),
        *(sentence(s).replace("garde", "gardien") for s in SUBJECTS),
        DECREE,
        "Vu l'article L. 5.",
        "",
    ]
)
ARTICLES = st.tuples(
    st.sampled_from([None, *(f"L{at}" for at in range(1, 9))]),
    TEXTS,
    st.sampled_from(["in_force", "in_force", "in_force", "repealed"]),
    st.sampled_from([(), (FIRST,), (SECOND,)]),
)


def made(rows: list[tuple[str | None, str, str, tuple[cpp_corpus.Division, ...]]]) -> Corpus:
    return corpus(
        *(
            article(number, text, state=state, divisions=path, line=at)
            for at, (number, text, state, path) in enumerate(rows)
        )
    )


CORPORA = st.lists(ARTICLES, max_size=10).map(made)


@given(CORPORA)
def test_nothing_happens_between_a_corpus_and_itself(one: Corpus) -> None:
    assert diff(one, one).is_empty


@given(CORPORA, CORPORA)
def test_exchanged_sides_mirror_each_other(one: Corpus, other: Corpus) -> None:
    there, back = diff(one, other), diff(other, one)
    mirrored = {"added": "removed", "removed": "added", "repealed": "reinstated", "reinstated": "repealed"}
    for kind in ChangeKind:
        assert there.counts[kind] == back.counts[mirrored.get(kind, kind)], kind

    def pairs(compared: CorpusDiff, first: str, second: str, gained: str, lost: str) -> set[object]:
        return {
            (
                None if (side := getattr(each, first)) is None else side.source.line,
                None if (side := getattr(each, second)) is None else side.source.line,
                frozenset(made.target for made in getattr(each, gained)),
                frozenset(made.target for made in getattr(each, lost)),
            )
            for each in compared.articles
        }

    assert pairs(there, "old", "new", "gained", "lost") == pairs(back, "new", "old", "lost", "gained")


@given(CORPORA, CORPORA)
def test_every_article_is_told_of_once(one: Corpus, other: Corpus) -> None:
    compared = diff(one, other)
    for name, side in (("old", one), ("new", other)):
        seen = [each.source.line for article in compared.articles if (each := getattr(article, name)) is not None]
        assert len(set(seen)) == len(seen)
        assert set(seen) <= {article.source.line for article in side}
    gone = compared.counts["added"] + compared.counts["removed"]
    both = len([each for each in compared.articles if each.old and each.new]) + compared.counts["unchanged"]
    alone = compared.old.repealed_unmatched + compared.new.repealed_unmatched
    assert gone + 2 * both + alone == len(one) + len(other)

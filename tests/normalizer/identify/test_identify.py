"""Numbers of anonymous articles: which are found, and which are not."""

from __future__ import annotations

from datetime import date

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.address import division
from cpp_corpus.model.article import Article, IdentifiedBy
from cpp_corpus.model.atlas import ActAtlas, Version
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.fingerprint import fingerprint_of
from cpp_corpus.normalizer.identify import identify
from cpp_corpus.normalizer.identify.candidates import Candidates
from cpp_corpus.tokenizer import tokenize
from tests.normalizer.identify.fiction import ACT, DAY, Law, atlas_of, dump_of, numbers


def by_code(findings: list[Finding]) -> dict[str, str]:
    return {finding.code: finding.message for finding in findings}


def test_the_same_words_tell(laws: list[Law]) -> None:
    articles, findings = identify(dump_of(laws), atlas_of(laws))
    assert numbers(articles) == [law.number for law in laws]
    assert {article.identified_by for article in articles} == {IdentifiedBy.EXACT_TEXT}
    assert [tuple(d.slug for d in article.divisions) for article in articles] == [law.path for law in laws]
    assert articles[0].id == f"{ACT}/111-1"
    assert findings == []


def test_typography_does_not_count() -> None:
    laws = [Law("1", ("titre-i-essai",), "L'œuvre du meunier n° 3 s'arrête, à 628-1,628-2 près, au bief de l'État.")]
    other = [laws[0]._replace(text="L’oeuvre du meunier n°3 s’arrête, à 628-1, 628-2 près, au bief de l’Etat.")]
    articles, _ = identify(dump_of(other), atlas_of(laws))
    assert numbers(articles) == ["1"]


def test_order_tells_twins_apart(laws: list[Law]) -> None:
    articles, _ = identify(dump_of(laws), atlas_of(laws))
    same_words = {str(a.number): a for a in articles if a.evidence is not None and a.evidence.runner_up is not None}
    assert set(same_words) == {"121-3", "321-3"}
    assert same_words["121-3"].evidence is not None
    assert (same_words["121-3"].evidence.runner_up, same_words["121-3"].evidence.runner_up_score) == ("321-3", 1.0)


def test_a_twin_alone_has_no_number(laws: list[Law]) -> None:
    """Nothing stands around it that tells which of the two it is."""
    copies = [law for law in laws if law.number == "321-3"]
    assert numbers(identify(dump_of(copies), atlas_of(laws)).articles) == [None]


def test_a_text_that_the_reference_does_not_have(laws: list[Law]) -> None:
    new = Law(
        "999-1", laws[10].path, "Les girouettes tournent librement, nonobstant tout règlement contraire de police."
    )
    articles, findings = identify(dump_of([*laws[:11], new, *laws[11:]]), atlas_of(laws))
    assert numbers(articles) == [*(law.number for law in laws[:11]), None, *(law.number for law in laws[11:])]
    assert articles[11].id == f"{ACT}/~{articles[11].source.line}"
    assert "it begins at line 27." in by_code(findings)["anonymous-articles"]


def test_a_similar_text(laws: list[Law]) -> None:
    words = laws[20].text.split()
    changed = " ".join([*words[:-3], "autrement", "dit", "ici."])
    dump = [*laws[:20], laws[20]._replace(text=changed), *laws[21:]]
    article = identify(dump_of(dump), atlas_of(laws)).articles[20]
    assert str(article.number) == laws[20].number
    assert article.identified_by is IdentifiedBy.SIMILAR_TEXT
    assert article.evidence is not None
    assert 0.4 < article.evidence.score < 1
    assert article.valid_from is None  # the version of these words is not known


def test_the_one_place_between_two_neighbours(laws: list[Law]) -> None:
    """The reference knows that there is an article, and not its words."""
    versions = [
        Version(
            law.number,
            tuple(map(division, law.path)),
            date(2010, 1, 1),
            None,
            None if at == 30 else fingerprint_of(law.text),
        )
        for at, law in enumerate(laws)
    ]
    atlas = ActAtlas.of(ACT, versions)
    article = identify(dump_of(laws), atlas).articles[30]
    assert str(article.number) == laws[30].number
    assert article.identified_by is IdentifiedBy.ORDER


def test_headings_are_taken_as_they_stand(laws: list[Law]) -> None:
    """A repealed article may have the words of another; its heading is what it is called."""
    odd = laws[42]._replace(number="999-9")
    articles, _ = identify(dump_of([*laws[:42], odd, *laws[43:]], headings=[42]), atlas_of(laws))
    assert numbers(articles)[42] == "999-9"
    assert articles[42].identified_by is IdentifiedBy.HEADING
    assert articles[42].evidence is None
    assert [d.slug for d in articles[42].divisions] == list(laws[42].path)  # those of the articles around it


def test_the_version_of_the_day(laws: list[Law]) -> None:
    """Of two texts of one number, the one that is law that day; its words under another number are no more law."""
    then, now, path = date(2010, 1, 1), date(2018, 1, 1), tuple(map(division, laws[0].path))
    others = [Version(law.number, path, then, None, fingerprint_of(law.text)) for law in laws[1:]]
    moved = fingerprint_of(laws[0].text)
    history = [Version("1", path, then, now, moved), Version("111-1", path, now, None, moved)]
    atlas = ActAtlas.of(ACT, [*others, *history])
    article = identify(dump_of(laws), atlas).articles[0]
    assert str(article.number) == "111-1"
    assert (article.valid_from, article.valid_to) == (now, None)
    assert article.evidence is not None
    assert (article.evidence.as_of, article.evidence.at_date) == (DAY, True)


@pytest.mark.parametrize("dated", [True, False])
def test_a_reference_of_another_day_is_said(laws: list[Law], dated: bool) -> None:
    as_of = date(2015, 1, 1) if dated else None
    articles, findings = identify(dump_of(laws), atlas_of(laws, dated=dated, as_of=as_of))
    evidence = articles[0].evidence
    assert evidence is not None
    assert (evidence.as_of, evidence.at_date) == (as_of, False)
    assert "2020-03-01" in by_code(findings)["numbers-of-another-day"]


def test_a_day_before_the_reference(laws: list[Law]) -> None:
    path = tuple(map(division, laws[0].path))
    later = [Version(law.number, path, date(2022, 1, 1), None, fingerprint_of(law.text)) for law in laws]
    articles, findings = identify(dump_of(laws), ActAtlas.of(ACT, later))
    assert set(numbers(articles)) == {None}
    assert "no article that is law on 2020-03-01" in by_code(findings)["numbers-of-another-day"]


def test_a_renumbered_block_is_given_up(laws: list[Law]) -> None:
    """An article stands between 121-2 and what the atlas calls 121-2-1: there is no number for it."""
    path = laws[0].path
    block = [Law(f"111-2-{rank}", path, f"{laws[60 + rank].text} Bis.") for rank in (1, 2, 3)]
    reference = [*laws[:2], *block, *laws[2:]]
    new = Law("111-2-1", path, "Les girouettes tournent librement, nonobstant tout règlement contraire de police.")
    articles, _ = identify(dump_of([*laws[:2], new, *block, *laws[2:]]), atlas_of(reference, dated=False))
    assert numbers(articles)[:7] == ["111-1", "111-2", None, None, None, None, "111-3"]


def test_what_is_absent_is_listed(laws: list[Law]) -> None:
    _, findings = identify(dump_of([*laws[:5], *laws[7:]]), atlas_of(laws))
    assert (
        f"2 articles that the number source has between articles of this text are missing in it: "
        f"{laws[5].number}, {laws[6].number}." in by_code(findings)["absent-articles"]
    )


def test_an_indent_that_contradicts_the_divisions(laws: list[Law]) -> None:
    deeper = laws[8]._replace(path=(*laws[8].path, "section-1-essai"))
    articles, findings = identify(dump_of([*laws[:8], deeper, *laws[9:]]), atlas_of(laws))
    assert str(articles[8].number) == laws[8].number
    assert f": {laws[8].number}." in by_code(findings)["depth-contradiction"]


NOTE = (
    "Par une décision n° 2019-{} QPC du 7 juillet 2019, le Conseil constitutionnel a déclaré {} à la Constitution {}."
)


def noted(*notes: str) -> list[Article]:
    text = "Code de la route\n\nVersion en vigueur au 01 mars 2020\n\n    • Les girouettes tournent.\n"
    text += "".join(f"\n\n\n      {note}" for note in notes)
    read = read_bytes(text.encode(), "dump.txt")
    return [article for document in read.documents for article in tokenize(document).articles]


def test_a_note_on_a_decision_tells_the_number() -> None:
    (article,), _ = identify(
        noted(NOTE.format(1, "contraire", "le 1er alinéa de l’article L. 999-1 du code de la route")), None
    )
    assert (str(article.number), article.identified_by) == ("L999-1", IdentifiedBy.NOTE)


@pytest.mark.parametrize(
    "note",
    [
        NOTE.format(1, "contraire", "l'article 9 du code des mouettes"),
        NOTE.format(1, "contraires", "les articles L. 999-1 et L. 999-2 du code de la route"),
        (
            "Conformément à l'article 9 de la loi n° 2019-1 du 3 mars 2019, l'article L. 999-1 du code de la route "
            "entre en vigueur."
        ),
    ],
)
def test_other_notes_do_not(note: str) -> None:
    assert numbers(identify(noted(note), None).articles) == [None]


def test_a_sentence_that_another_act_has_is_no_evidence(laws: list[Law]) -> None:
    """Of forty articles one has a text of the atlas: the dump is of another act."""
    others = [law._replace(text=" ".join(reversed(law.text.split()))) for law in laws[:39]]
    articles, _ = identify(dump_of([laws[60], *others]), atlas_of(laws))
    assert numbers(articles) == [None] * 40
    articles, _ = identify(dump_of([*laws[58:61], *others]), atlas_of(laws))
    assert numbers(articles)[:3] == [law.number for law in laws[58:61]]


def test_all_articles_with_the_same_words_are_near(laws: list[Law]) -> None:
    """Also more than are otherwise compared: one that is not looked at would be no rival of the others."""
    same = [Law(f"{500 + at}", laws[0].path, laws[0].text) for at in range(40)]
    near = Candidates(atlas_of([*laws, *same]), DAY).nearest(fingerprint_of(laws[0].text))
    assert [share for share, _ in near[:41]] == [1.0] * 41
    assert all(share < 1 for share, _ in near[41:])

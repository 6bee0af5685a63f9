import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cpp_corpus.lang.abbreviations import Standing, _rows, abbreviation, abbreviation_at, abbreviation_before
from cpp_corpus.lang.acts import ACTS

ANYWHERE, BESIDE, CITATION = Standing.ANYWHERE, Standing.BESIDE, Standing.CITATION


@pytest.mark.parametrize(
    ("text", "act", "standing"),
    [
        ("C. civ.", "code-civil", ANYWHERE),
        ("C.civ.", "code-civil", ANYWHERE),
        ("c. civ.", "code-civil", ANYWHERE),
        ("C. CIV.", "code-civil", ANYWHERE),
        ("Code civ.", "code-civil", ANYWHERE),
        ("CCiv", "code-civil", BESIDE),
        ("Cciv", "code-civil", BESIDE),
        ("CC", "code-civil", BESIDE),
        ("C. pr.\nciv.", "code-de-procedure-civile", ANYWHERE),
        ("C. proc. civ.", "code-de-procedure-civile", ANYWHERE),
        ("NCPC", "code-de-procedure-civile", ANYWHERE),
        ("cpc", "code-de-procedure-civile", CITATION),
        ("C.P.P.", "code-de-procedure-penale", ANYWHERE),
        ("C. pr. pen.", "code-de-procedure-penale", ANYWHERE),
        ("C. pén.", "code-penal", ANYWHERE),
        ("CP", "code-penal", BESIDE),
        ("C. trav.", "code-du-travail", ANYWHERE),
        ("C. du trav.", "code-du-travail", ANYWHERE),
        ("CT", "code-du-travail", BESIDE),
        ("C. santé publ.", "code-de-la-sante-publique", ANYWHERE),
        ("C. de la santé publ.", "code-de-la-sante-publique", ANYWHERE),
        ("CGI", "code-general-des-impots-cgi", ANYWHERE),
        ("CGI, ann. II", "code-general-des-impots-annexe-ii-cgianii", ANYWHERE),
        ("CGI ann. IV", "code-general-des-impots-annexe-iv-cgianiv", ANYWHERE),
        ("CoMoFi", "code-monetaire-et-financier", ANYWHERE),
        ("C. mon. fin.", "code-monetaire-et-financier", ANYWHERE),
        ("C. propr. intell.", "code-de-la-propriete-intellectuelle", ANYWHERE),
        ("C. route", "code-de-la-route", BESIDE),
        ("C. trav. mar.", "code-du-travail-maritime", ANYWHERE),
        ("CG3P", "code-general-de-la-propriete-des-personnes-publiques", ANYWHERE),
        ("anc. C. pén.", "code-penal-ancien", ANYWHERE),
        ("TFUE", "traite:tfue", ANYWHERE),
        ("CE", "traite:tce", BESIDE),
        ("CEDH", "traite:convention-europeenne-des-droits-de-lhomme", BESIDE),
        ("ConvEDH", "traite:convention-europeenne-des-droits-de-lhomme", ANYWHERE),
        ("Conv. EDH", "traite:convention-europeenne-des-droits-de-lhomme", ANYWHERE),
        ("DDHC", "declaration:1789", ANYWHERE),
        ("RGPD", "reglement-ue:2016/679", ANYWHERE),
        ("NIS 2", "directive-ue:2022/2555", BESIDE),
        ("LCEN", "loi:2004-575", ANYWHERE),
    ],
)
def test_what_it_stands_for(text: str, act: str, standing: Standing) -> None:
    found = abbreviation_at(f"({text}, art. 7)", 1)
    assert found is not None
    assert (found.ids[0], found.standing, found.end) == (act, standing, 1 + len(text))
    assert abbreviation(f" {text} ") == found._replace(end=len(text) + 1)
    before = abbreviation_before(f"({text}, art. 7)", len(text) + 3)
    assert before == (1, found)


@pytest.mark.parametrize(
    ("text", "country"),
    [("CO", "ch"), ("CC suisse", "ch"), ("C.c.Q.", "ca"), ("CcQ", "ca"), ("BGB", "de"), ("C. jud.", "be")],
)
def test_of_another_country(text: str, country: str) -> None:
    found = abbreviation_at(text, 0)
    assert found is not None
    assert (found.ids, found.kind, found.country) == ((), "foreign", country)


@pytest.mark.parametrize(
    "text",
    [
        "", " CGI", "CGIs", "CGI2", "code", "C.", "c", "C. moulin", "C. routes", "croute", "Croute", "Cmoulin",
        "C. pr.", "C pr", "pr.", "C.G", "C G I", "C, civ.", "C; civ.", "RGP", "D", "tué", "I.-A", "I. A",
        "C.R.O.S.S.", "C.A.N.", "TFU", "Code sport", "le code", "Conv.", "TFUE1", "Ann. II",
    ],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert abbreviation_at(text, 0) is None
    assert abbreviation(text.strip()) is None or text != text.strip()


@pytest.mark.parametrize("word", ["ce", "ct", "cp", "co", "ca", "cc", "Ce", "ue", "const"])
def test_small_letters_are_no_act_in_running_text(word: str) -> None:
    found = abbreviation_at(f"12 {word} moulin", 3)
    assert found is None or found.standing is CITATION


def test_the_point_of_the_sentence_is_left() -> None:
    found = abbreviation_at("selon le CGI. Le moulin", 9)
    assert found is not None
    assert found.end == 12


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("(C. civ., art. 7)", 1),
        ("C. pr. civ. : art. 7", 0),
        ("le RGPD (art. 5)", 3),
        ("au sens du C. trav.,\n  art. 7", 11),
        ("CGI art. 7", 0),
    ],
)
def test_before(text: str, start: int) -> None:
    found = abbreviation_before(text, text.index("art"))
    assert found is not None
    assert found[0] == start


@pytest.mark.parametrize(
    "text", ["le moulin, art. 7", "art. 7", "le CGI ; art. 7", "la CGI) art. 7", "C. civ. et art. 7"]
)
def test_not_before(text: str) -> None:
    assert abbreviation_before(text, text.index("art")) is None


def test_all_ids_are_known_codes() -> None:
    for row in _rows():
        assert row.kind in {"code", "constitution", "treaty", "union", "law", "agreement", "foreign"}
        assert (row.country is None) == (row.kind != "foreign") == bool(row.ids)
        assert row.kind != "code" or set(row.ids) <= set(ACTS), row
        found = abbreviation_at(row.printed, 0)
        assert found is not None, row
        assert found.end == len(row.printed), row
        assert found.ids == row.ids, row


@example("LP", 1)
@given(st.text(string.ascii_letters + string.digits + " .,'\n", max_size=30), st.integers(0, 30))
def test_it_stays_in_the_text(text: str, at: int) -> None:
    found = abbreviation_at(text, at)
    assert found is None or at < found.end <= len(text)
    before = abbreviation_before(text, min(at, len(text)))
    assert before is None or before[0] < before[1].end <= at

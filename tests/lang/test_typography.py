import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.typography import fold, plain, slug, tidy


@given(st.text())
def test_fold_keeps_length_and_case(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert all(a == b or not a.isalnum() or a in "ºİıſ" for a, b in zip(text, folded, strict=True))


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("l’article", "l'article"),
        ("lʼarticle", "l'article"),
        ("L.\u00a0811‑2", "L. 811-2"),
        ("L.\u202f811\u20102", "L. 811-2"),
        ("a\u2009b\tc", "a b\tc"),
        ("— tiret – long\n", "— tiret – long\n"),
        ("« cité »", "« cité »"),
    ],
)
def test_fold(raw: str, folded: str) -> None:
    assert fold(raw) == folded


@given(st.text())
def test_tidy_is_stable(text: str) -> None:
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    assert tidied.split() == text.split()


@given(st.text())
def test_slugs_are_names(text: str) -> None:
    name = slug(text)
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(name) == name
    assert "--" not in name
    assert name.strip("-") == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Code de l'éducation", "code-de-leducation"),
        ("Code de l’artisanat", "code-de-lartisanat"),
        ("Section 1 : Mise en œuvre", "section-1-mise-en-uvre"),
        ("Annexe II : Tableau n° 10 bis", "annexe-ii-tableau-n-10-bis"),
        ("Annexe (1) à l'art. R1-1", "annexe-1-a-lart-r1-1"),
        ("Directive 2010/75/UE – suite", "directive-201075ue-suite"),
        ("nº 3", "n-3"),
        (" - ", ""),
    ],
)
def test_slug(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text())
def test_plain_has_no_accents(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_plain_keeps_case() -> None:
    assert plain("Élève à Œuvrer") == "Eleve a OEuvrer"


@pytest.mark.shared
def test_titles_give_the_ids_of_acts(shared: Path) -> None:
    acts = json.loads((shared / "data/acts.json").read_text(encoding="utf8"))
    equal = sum(slug(act["title"]) == act["id"] for act in acts)
    assert equal >= len(acts) - 9  # nine ids say more than their title, or the title more than the id

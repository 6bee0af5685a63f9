"""Words in their indexed form: the quick way and the plain way are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.store import words
from cpp_corpus.store.words import Query, indexed_words, matches

SIGNS = "aesxlLrR.  --–—’'œÉé0123456789º°²ßæÆµ½ªøþ‑\u00a0\u202f\n\t\0_«»…€"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", ""),
        ("Les bois des lois, pas le gaz", "les boi des loi pas le gaz"),
        ("L.811-2, L. 811-2, l811-2, R.* 811-2", "l 811-2 l 811-2 l 811-2 r 811-2"),
        ("706-73-1 et 706 -73, 706--73, 12-bis, -4", "706-73-1 et 706 73 706 73 12 bis 4"),
        ("1er, 1ère, 2e, 10bis", "1 1 2 e 10 bis"),
        ("Œuvre cœur ﬁn Straße", "oeuvre coeur fin strasse"),
        ("l'été d’Élie", "l ete d elie"),
        ("n° 2019-222 du 23/03/2019", "n 2019-222 du 23 03 2019"),
        ("Ελλάδα", "ελλαδα"),
    ],
)
def test_indexed_words(text: str, made: str) -> None:
    assert indexed_words(text) == made


@given(st.one_of(st.text(max_size=60), st.text(alphabet=SIGNS, max_size=30)))
def test_the_quick_way_is_the_plain_way(text: str) -> None:
    quick = words._quick(text)
    plain = words._stems(words._folded(text))
    assert quick is None or quick.split() == plain
    assert indexed_words(text).split() == plain


@given(st.text(alphabet=SIGNS + '"', max_size=40))
def test_a_text_matches_itself(text: str) -> None:
    query = Query(text)
    found = matches(text, query)
    assert bool(found) == bool(query.whole)
    for span in found:
        assert 0 <= span.start < span.end <= len(text)

"""The words of a text with tags, and their places."""

from __future__ import annotations

from time import process_time

import pytest

from cpp_corpus.ingest.bare import bare


def test_what_is_no_word_is_left_out() -> None:
    source = "<p>a<!-- b --> c<script>d</script>e<SCRIPT x>f</script >g<header>h</header>&eacute;&lt;&T"
    words = bare(source)
    assert words.text == "\na ceg\nh\né<&T"
    for word in "acegh":
        assert source[words.origin(words.text.index(word))] == word


@pytest.mark.parametrize("text", ["", "si 3 < 5 et b > a, R&D &eacute;", "<doc>l'article 7</doc>"])
def test_a_text_without_tags_stays_as_it_is(text: str) -> None:
    assert bare(text).text == text


@pytest.mark.parametrize("piece", ["<!-- x ", "<script> ", "<b ", "<a x='", "< ", "&a"])
def test_what_never_ends_takes_little_time(piece: str) -> None:
    began = process_time()
    bare("<p>" + piece * 30_000)
    assert process_time() - began < 5

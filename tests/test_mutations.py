"""No word is lost and none is invented in pages and dumps that are cut, doubled and mixed up."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quality.mutations import changed, difference, texts_at
from tests.growth import is_linear

TEXTS = list(texts_at(Path("fixtures", name) for name in ("mirror", "dumps", "pages", "broken")))
PAGE = "code-des-nuages/l1.md"
DUMP = "Code des moulins\n\nVersion en vigueur au 1 mars 2024\n\n"


@given(st.integers(0, 1 << 60), st.sampled_from(TEXTS))
@settings(max_examples=800)
def test_words_of_changed_texts(seed: int, text: tuple[str, bytes]) -> None:
    path, data = text
    found = difference(changed(Random(seed), data), path)
    assert found is None or not (found.lost or found.invented)


@pytest.mark.parametrize(
    "text",
    [
        "# Article 12</p>\n\n<p>Le vent.</p>",
        "# Article R<td>3,10</td></tr>113-1\n\nLe vent <b>souffle</b>.",
        "# Article 12 <p\nclass='a'>Le vent.</p>",
        "# Article 12\n\nLe <a title='a\n# Article 5\n'>vent</a>.",
        "# Article 12\n\nLe <!-- vent\n# Article 5\n\n--> souffle.",
        "# Article 12\n\n<p>Le <!-- vent</p><p>souffle.</p>",
        "# Article L1<p class='a12",
        "# Article <!-- 12 --> 13\n\nLe vent<br/>souffle.",
        "# Article R20-9\n<a title='a\n# Articl<a href='/x/l1.md'>e 5\n'>\n<p>Le vent.</p>",
        "# Article L15<sub>3-2\n\nLe vent&#160;souffle.",
        "Article 12\n\nLe vent <a href='/l1.md' title='L1'>souffle</a>.<br/>Liens relatifs\n",
        f"{DUMP}  • Le <b>vent</b> souffle<br/>.\n",
        f"{DUMP}  • Le <a\n  • href='x'>vent</a>&nbsp;souffle.\n",
        "# Titre Ier\n\n## Article 1<sup>er</sup>\n\nLe vent.",
    ],
)
def test_tags_are_never_words(text: str) -> None:
    found = difference(text.encode(), PAGE)
    assert found == ({}, {})


def test_comments_without_an_end_are_measured_in_time() -> None:
    assert is_linear(lambda size: difference(b"# Article 12\n\n<p>Le vent.</p>" + b"<!-- " * size, PAGE), 4000)


def test_what_is_measured() -> None:
    """A text that is read has its words in its records; one more letter would be seen."""
    (_, data) = next(text for text in TEXTS if text[0].endswith("l111-1.md"))
    assert difference(data, PAGE) == difference(data + b" ", PAGE)
    assert difference(b"nothing that is law", PAGE) is None
    made = set(chain.from_iterable([changed(Random(seed), data)] for seed in range(50)))
    assert len(made) > 40

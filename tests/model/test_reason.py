import re
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import Reason, Reference

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("reason", Reason)
def test_codes_and_sentences(reason: Reason) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", reason)
    assert reason.text
    assert Reason(str(reason)) is reason
    assert reason.sentence("421-9") == f"{reason.text}: 421-9"


def test_no_two_say_the_same() -> None:
    assert len({reason.text for reason in Reason}) == len(Reason)


def test_the_page_has_all_of_them() -> None:
    page = (ROOT / "docs" / "resolution.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", page.partition("## Reasons")[2], re.MULTILINE) == [
        (str(reason), reason.text) for reason in Reason
    ]


def test_an_explanation_of_what_is_read_from_json() -> None:
    reference = Reference(kind="article", start=0, end=1, reason="range-end-missing", detail="9")
    assert reference.reason is Reason.RANGE_END_MISSING
    assert Reference.model_validate_json(reference.model_dump_json()) == reference
    assert reference.replaced(reason="range-end-missing").explanation == reference.explanation


def test_every_reference_without_act_says_why() -> None:
    corpus = cpp_corpus.load(ROOT / "fixtures")
    reasons = {reference.reason for reference in corpus.references if reference.state == "unknown"}
    assert reasons
    assert reasons <= set(Reason)

from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.model.reference import Reference, ReferenceKind
from cpp_corpus.model.span import Span

SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda t: Span(min(t), max(t)))


@given(SPANS, SPANS)
def test_overlap_is_a_shared_position(a: Span, b: Span) -> None:
    assert a.overlaps(b) == bool(set(range(*a)) & set(range(*b))) or not (a.end - a.start and b.end - b.start)
    assert a.overlaps(b) == b.overlaps(a)


@given(SPANS, SPANS)
def test_containment(a: Span, b: Span) -> None:
    if b.end > b.start:
        assert a.contains(b) == (set(range(*b)) <= set(range(*a)))


@given(SPANS, st.integers(0, 50))
def test_shift(span: Span, by: int) -> None:
    assert span.shift(by).shift(-by) == span


@given(st.text(), st.integers(0, 10), st.integers(0, 10))
def test_slice(text: str, start: int, end: int) -> None:
    assert text[Span(start, end).slice] == text[start:end]


def test_an_antecedent_before_a_note_is_read_back() -> None:
    reference = Reference(kind=ReferenceKind.ACT, start=400, end=410, antecedent=Span(3, 20)).moved(-390, note=0)
    again = Reference.model_validate_json(reference.model_dump_json())
    assert again == reference
    assert again.antecedent == Span(-387, -370)

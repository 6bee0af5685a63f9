"""Texts with references at any place, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from cpp_corpus.model.reference import Basis, Reference, ReferenceKind, Relation, Via
from cpp_corpus.model.span import Span

__all__ = ["annotated", "references", "texts"]

texts = st.text(
    st.one_of(
        st.sampled_from(
            list(" \n\t\r0123456789.-)+#=:*_[]()<>&\\`'\"!|~@$^{}lLaArRt°«»\xa0\u202f/"),
        ),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    min_size=1,
    max_size=60,
)


@st.composite
def references(draw: st.DrawFn, text: str) -> Reference:
    """A reference somewhere in a text, with every field that its kind may have."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    kind = draw(st.sampled_from(ReferenceKind))
    act = draw(st.sampled_from([None, "code-civil", "loi:2030-12", "reglement-ue:2030/7"]))
    article = division = locator = to = None
    is_open = False
    if kind in (ReferenceKind.ARTICLE, ReferenceKind.INTERNAL):
        article = draw(st.sampled_from([None, "7", "l811-2", "10.1.1", "1649-quater-b"]))
        locator = draw(st.sampled_from([None, "II", "II/3°/al2", "2° bis", "al2..al-prev"]))
        to = draw(st.sampled_from([None, "9"])) if article else None
        is_open = to is None and article is not None and draw(st.booleans())
    elif kind is ReferenceKind.DIVISION:
        division = draw(st.sampled_from(["livre.iv/titre.xxv", "section.present", "annexe"]))
    before = draw(st.none() | st.integers(0, len(text) - 1).flatmap(lambda a: st.tuples(st.just(a), st.just(a + 1))))
    return Reference(
        kind=kind,
        start=start,
        end=end,
        act=act,
        article=article,
        to=to,
        open=is_open,
        division=division,
        locator=locator,
        via=draw(st.sampled_from(Via)),
        basis=draw(st.none() | st.sampled_from(Basis)),
        relation=draw(st.sampled_from(Relation)),
        antecedent=None if before is None else Span(*before),
        note=draw(st.none() | st.integers(0, 3)),
    )


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Reference]]:
    """A text and some references in it, in the order of their places."""
    text = draw(texts)
    found = draw(st.lists(references(text), max_size=5))
    return text, sorted(found, key=lambda each: (each.start, each.end))

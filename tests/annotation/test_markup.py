"""References written into their text: HTML and Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

from cpp_corpus import ArgumentError, InputError, OutputError, annotate, find_references
from cpp_corpus.model.reference import Reference
from tests.annotation.strategies import annotated

TEXT = "Vu les 1° et 2° de l'article 7 du code civil et l'article 9 ;"
HREF = "https://law.example/{act}/{article}?q=a&copy=1"


def act(start: int, end: int, name: str = "code-civil") -> Reference:
    return Reference(kind="act", start=start, end=end, act=name)


class Reader(HTMLParser):
    """The words of a fragment, and its links with theirs."""

    def __init__(self, fragment: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.opened: list[dict[str, str | None]] = []
        self.marks: list[tuple[str, dict[str, str | None], int]] = []
        self.feed(fragment)
        self.close()
        assert self.opened == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert self.opened == [], "a mark stands within another"
        self.opened.append(dict(attrs))
        self.marks.append((tag, dict(attrs), len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        assert self.marks[-1][0] == tag
        self.opened.pop()

    def handle_data(self, data: str) -> None:
        self.text += data


def unmarked(markdown: str) -> str:
    """The text behind the Markdown that ``annotate`` writes: without links, escapes and character references."""
    without = re.sub(r"(?<!\\)((?:\\\\)*)\[((?:\\.|[^\]\\])*)\]\([^)]*\)", r"\1\2", markdown, flags=re.DOTALL)
    return re.sub(r"\\(.)|&#(\d+);", lambda m: m[1] or chr(int(m[2])), without)


def shown(markdown: str) -> str:
    """What markdown-it, another's reader, makes of it: the words, a line break between two paragraphs."""
    out = []
    for block in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        assert block.type in {"paragraph_open", "inline", "paragraph_close"}, block.type
        for part in block.children or ():
            assert part.type in {"text", "text_special", "softbreak", "link_open", "link_close"}, part.type
            out.append("\n" if part.type == "softbreak" else part.content)
        if block.type == "paragraph_close":
            out.append("\n")
    return "".join(out)


# --- HTML ------------------------------------------------------------------------------------------------------------


def test_html() -> None:
    found = find_references(TEXT, act="code-de-procedure-penale")
    assert annotate(TEXT, found, href="https://law.example/{act}/{article}") == (
        "Vu les 1° et 2° de l'article "
        '<a class="reference" href="https://law.example/code-civil/7" data-kind="article" '
        'data-target="code-civil/7#1° | code-civil/7#2°" data-reference="0 1">7</a> du code civil et l\'article '
        '<a class="reference" href="https://law.example/code-de-procedure-penale/9" data-kind="article" '
        'data-target="code-de-procedure-penale/9" data-reference="2">9</a> ;'
    )


def test_html_of_what_leads_nowhere() -> None:
    marks = Reader(annotate(TEXT, find_references(TEXT))).marks
    assert [tag for tag, _, _ in marks] == ["span", "span"]
    assert "href" not in marks[0][1]


@given(annotated())
@example(("<b>&amp;\r\n</a>\"' onclick=x", [act(0, 9, '"><script>'), act(3, 20)]))
def test_html_keeps_the_text(case: tuple[str, list[Reference]]) -> None:
    text, references = case
    read = Reader(annotate(text, references, href=HREF))
    assert read.text == text
    assert {at for _, attributes, _ in read.marks for at in (attributes["data-reference"] or "").split()} == {
        str(at) for at in range(len(references))
    }


@given(annotated())
def test_html_marks_the_anchors(case: tuple[str, list[Reference]]) -> None:
    text, references = case
    read = Reader(annotate(text, references, href=lambda each: f"#{each.start}-{each.end}"))
    for tag, attributes, start in read.marks:
        places = [int(at) for at in (attributes["data-reference"] or "").split()]
        assert tag == "a"
        assert all(references[at].start <= start < references[at].end for at in places)
        shortest = min(references[at].end - references[at].start for at in places)
        first, last = map(int, (attributes["href"] or "")[1:].split("-"))
        assert last - first == shortest


def test_overlapping_anchors_are_cut() -> None:
    html = annotate("abcdef", [act(0, 4), act(2, 6)], href=lambda each: f"#{each.start}")
    assert re.findall(r'href="#(\d)"[^>]*>(\w+)<', html) == [("0", "ab"), ("0", "cd"), ("2", "ef")]


# --- Markdown --------------------------------------------------------------------------------------------------------


def test_markdown() -> None:
    found = find_references(TEXT, act="code-de-procedure-penale")
    assert annotate(TEXT, found, to="markdown", href=HREF) == (
        "Vu les 1° et 2° de l'article [7](https://law.example/code-civil/7?q=a&amp;copy=1) du code civil et l'article "
        "[9](https://law.example/code-de-procedure-penale/9?q=a&amp;copy=1) ;"
    )


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "1. no list\n2) nor here",
        "- no list\n+ nor here\n* nor here",
        "a\n---\nb\n===",
        "    no code\n\tnor here\n```\nnor here",
        "[no](link) <http://x.example> ![no](image) &copy; `code` *no* __no__ ~~no~~",
        "a  \nno hard break\\\nnor here ",
        "<script>alert(1)</script>",
        "[no]: https://x.example",
        "| a | b |\n|---|---|\n| c | d |",
        "> no quotation",
        "!l'article 7",
        "http://x.example et www.x.example, a@x.example",
        "\xa0 no-break\u202f",
    ],
)
def test_markdown_has_no_markup_of_the_text(text: str) -> None:
    assert shown(annotate(text, [act(text.index("o"), text.index("o") + 1)] if "o" in text else [], to="markdown",
                          href="https://law.example/")) == text + "\n"  # fmt: skip


@given(annotated())
@example(("a\n# b", [act(0, 5)]))
@example(("1. x", [act(0, 1)]))
def test_markdown_keeps_the_text(case: tuple[str, list[Reference]]) -> None:
    text, references = case
    written = annotate(text, references, to="markdown", href=HREF)
    assert unmarked(written) == text


@given(annotated())
def test_another_reader_of_markdown_shows_the_text(case: tuple[str, list[Reference]]) -> None:
    text, references = case
    written = annotate(text, references, to="markdown", href="https://law.example/{kind}")

    def lines(shown: str) -> list[str]:
        """Empty lines part paragraphs."""
        return [line for line in re.split(r"\r\n|[\r\n]", shown) if line]

    if not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", text):  # which readers drop or replace
        assert lines(shown(written)) == lines(text)


# --- Links -----------------------------------------------------------------------------------------------------------


def hrefs(*href: str) -> list[str | None]:
    text = "l'article 7 du code civil, le titre II, l'article 5 de l'accord et le règlement (UE) 2030/7"
    out = annotate(text, find_references(text, act="code-penal"), href=href)
    return [attributes.get("href") for _, attributes, _ in Reader(out).marks]


def test_a_pattern_needs_its_fields() -> None:
    assert hrefs("/{act}/{article}") == ["/code-civil/7", None, None, None]
    assert hrefs("/{act}#{division}") == [None, "/code-penal#titre.ii", None, None]


def test_values_are_percent_encoded() -> None:
    assert hrefs("/{act}/{article}", "/a/{act}")[-1] == "/a/reglement-ue%3A2030%2F7"


def test_the_first_pattern_that_fits_counts() -> None:
    assert hrefs("/{act}/{article}", "/{act}", "/unknown") == [
        "/code-civil/7",
        "/code-penal",
        "/unknown",
        "/reglement-ue%3A2030%2F7",
    ]


def test_braces_of_an_address() -> None:
    assert hrefs("/{{{act}}}")[0] == "/{code-civil}"


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("/{acte}", r"no field \{acte\} \(there are: \{kind\}, \{act\}"),
        ("/{act.__class__}", r"no field \{act.__class__\}"),
        ("/{act!r}", r"no field \{act!r\}"),
        ("/{act:>5000}", r"no field \{act:>5000\}"),
        ("/{}", r"no field \{\}"),
        ("/{act", "cannot be read"),
        ("java\nscript:{act}", "begins with 'javascript':"),
        ("{act}:{article}", r"begins with '\{act\}':"),
    ],
)
def test_a_pattern_that_cannot_be_read(pattern: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        annotate("le code civil", [], href=pattern)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " \x01javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\ufeffjavascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "view-source:x",
    ],
)
def test_an_address_that_would_run_is_refused(address: str) -> None:
    with pytest.raises(InputError, match="the link of the reference act code-civil begins with"):
        annotate("le code civil", [act(3, 13)], href=lambda _: address)


@pytest.mark.parametrize("address", ["#a:b", "?a:b", "a/b:c", "HTTPS://x.example", "mailto:a@x.example", "/x", "//x"])
def test_an_address_that_runs_nothing(address: str) -> None:
    assert f'href="{address}"' in annotate("le code civil", [act(3, 13)], href=lambda _: address)


def test_an_address_cannot_leave_its_attribute_or_brackets() -> None:
    address = "/x\"'><b>)\n(\\ é"
    (mark,) = Reader(annotate("le code civil", [act(3, 13)], href=lambda _: address)).marks
    assert mark[1]["href"] == address
    assert annotate("le code civil", [act(3, 13)], to="markdown", href=lambda _: address) == (
        "le [code civil](/x%22'%3E%3Cb%3E%29%0A%28%5C%20%C3%A9)"
    )


# --- What is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("span", [(-1, 2), (3, 99), (3, 3)])
def test_references_that_stand_elsewhere(span: tuple[int, int]) -> None:
    with pytest.raises(InputError, match=r"is at .*, and the text has 13 characters \(for the references of an"):
        annotate("le code civil", [act(3, 13).model_copy(update={"start": span[0], "end": span[1]})])


@pytest.mark.parametrize("form", ["brat", "docx"])
def test_formats_in_which_no_text_is_annotated(form: str) -> None:
    with pytest.raises(OutputError, match="there are: html, markdown"):
        annotate("le code civil", [], to=form)


def test_a_long_text_takes_linear_time() -> None:
    text = "l'article 7 du code civil ; " * 20_000
    found = [act(at + 10, at + 11) for at in range(0, len(text), 28)]
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert annotate(text, found, href=HREF).count("<span ") == len(found)


@pytest.mark.parametrize(
    ("href", "said"),
    [
        (3, r"^href: expected a pattern, a function of a reference, or several of these, got int$"),
        (["#{act}", 3], r"^href: expected a pattern, .*, got int$"),
        (lambda _: 3, r"^href: .* an address as text, or None; for article code-civil/7 it gave int$"),
        ([lambda _: None, lambda _: b"#x"], r"^href: the function must give .* it gave bytes$"),
    ],
)
@pytest.mark.parametrize("form", ["html", "markdown"])
def test_what_gives_no_address_is_told(href: Any, said: str, form: str) -> None:
    text = "l'article 7 du code civil"
    with pytest.raises(ArgumentError, match=said):
        annotate(text, find_references(text), to=form, href=href)

"""Articles that stand in a quotation of another one: in ``<blockquote>``, or behind the mark ``>``."""

from __future__ import annotations

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.tokenizer import tokenize

LAW = "Loi n° 2031-12 du 3 mars 2031 relative au vent"
WORDS = "Article L. 12-3\nLe moulin est en bois.\nArticle L. 12-4\nIl est rond."


def read(text: str, path: str) -> list[tuple[str, str]]:
    found = [tokenize(document) for document in read_bytes(text.encode(), path).documents]
    return [(article.id, article.text) for tokens in found for article in tokens.articles]


def as_html(around: str = "blockquote") -> str:
    return (
        f"<html><body><h1>{LAW}</h1><h2>Article 1er</h2><p>L'article L. 12-3 est ainsi rédigé :</p><{around}>"
        "<h3>Article L. 12-3</h3><p>Le moulin est en bois.</p><p><b>Article L. 12-4</b></p><p>Il est rond.</p>"
        f"</{around}><p>II. - Le vent tombe.</p><h2>Article 2</h2><p>La loi vaut demain.</p></body></html>"
    )


MARKED = f"""# {LAW}

**Article 1er**

L'article L. 12-3 est ainsi rédigé :

> **Article L. 12-3**
>
> Le moulin est en bois.
>
> **Article L. 12-4**
>
> Il est rond.

II. - Le vent tombe.

**Article 2**

La loi vaut demain.
"""


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (as_html(), "a.html"),
        (MARKED, "a.md"),
        (MARKED.replace("**", "").replace("# ", ""), "a.txt"),
        (
            MARKED.replace("**Article 1er**", "## Article 1er")
            .replace("**Article 2**", "## Article 2")
            .replace("> **Article L. 12-3**", "> ### Article L. 12-3"),
            "a.md",
        ),
    ],
    ids=["HTML", "strong", "text", "headings"],
)
def test_a_quoted_article_is_words_of_the_one_that_quotes_it(text: str, path: str) -> None:
    assert read(text, path) == [
        ("loi:2031-12/1", f"L'article L. 12-3 est ainsi rédigé :\n{WORDS}\nII. - Le vent tombe."),
        ("loi:2031-12/2", "La loi vaut demain."),
    ]


def test_articles_that_are_all_quoted_are_articles() -> None:
    """As an answer to a message has them, and a page whose words stand further in."""
    quoted = "".join(f"> {line}\n" for line in [LAW, "", "Article 1er", "Le vent.", "", "Article 2", "La pluie."])
    whole = f"<body><blockquote><h1>{LAW}</h1><h2>Article 1er</h2><p>Le vent.</p><h2>Article 2</h2><p>La pluie.</p>"
    for text, path in ((quoted, "a.txt"), (whole, "a.html")):
        assert read(text, path) == [("loi:2031-12/1", "Le vent."), ("loi:2031-12/2", "La pluie.")]


def test_words_that_are_quoted_alone_are_words() -> None:
    page = f"<h1>{LAW}</h1><h2>Article 1er</h2><blockquote>Le vent.</blockquote><h2>Article 2</h2><p>La pluie."
    assert read(page, "a.html") == [("loi:2031-12/1", "Le vent."), ("loi:2031-12/2", "La pluie.")]


def test_a_sign_of_a_sum_is_no_mark_of_a_quotation() -> None:
    text = f"{LAW}\n\nArticle 1er\n\nLe vent est fort si :\n> 9 mètres par seconde ;\n\nArticle 2\n\nLa pluie.\n"
    assert read(text, "a.txt")[0][1] == "Le vent est fort si :\n> 9 mètres par seconde ;"


def test_a_mark_before_a_heading_alone_makes_no_quotation() -> None:
    text = "Code des vents\n\nArticle 1\nLe vent.\n\n> Article 2\nLa pluie.\n\nArticle 3\nLa neige.\n"
    assert [name for name, _ in read(text, "a.txt")] == ["code-des-vents/1", "code-des-vents/2", "code-des-vents/3"]

"""What the tests of the audit share: a few invented pages, read and audited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import Finding

Audited = Callable[..., list[Finding]]


@pytest.fixture
def audited(tmp_path: Path) -> Audited:
    """``audited({"code-x/1": "<p>…</p>"}, "check")``: the findings; a key is a path without suffix, or with one.

    The number of a page is the name of its file in capitals, unless the text brings its own heading.
    """

    def run(pages: Mapping[str, str], *checks: str) -> list[Finding]:
        for name, text in pages.items():
            path = tmp_path / (name if "." in name else f"{name}.md")
            path.parent.mkdir(parents=True, exist_ok=True)
            heading = "" if text.startswith("#") or path.suffix != ".md" else f"# Article {path.stem.upper()}\n\n"
            path.write_text(heading + text, encoding="utf-8", newline="")
        return cpp_corpus.load(tmp_path).audit(checks or None)

    return run

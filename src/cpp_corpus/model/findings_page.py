"""``docs/findings.md``, made from the table of codes: ``python -m cpp_corpus.model.findings_page``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from cpp_corpus.model.finding import FindingCode, FindingOrigin, Severity

__all__ = ["page"]

_HEADS = {
    FindingOrigin.INGEST: ("Files", "What reading a file has to say, and cutting it into articles."),
    FindingOrigin.IDENTIFICATION: (
        "Numbers",
        "What there is to say where articles have lost their headings ([identification.md](identification.md)).",
    ),
    FindingOrigin.PIPELINE: ("Corpus", "What there is to say where many files become one corpus."),
    FindingOrigin.AUDIT: (
        "Law as published",
        "What the checks of `cpp-corpus audit` find ([audit.md](audit.md)); the code is the name of the check.",
    ),
}
_INTRODUCTION = """\
# Findings

What is wrong with an input, or worth knowing of it, is a `Finding`: a code, a severity, a sentence, a place. No finding
ends the work. This page is made from the table of codes, `FindingCode` (`make codes`); a check that a user adds has
a code of its own.

| severity | meaning |
|---|---|
"""
_EXAMPLE = """
    >>> from cpp_corpus import FindingCode, FindingOrigin
    >>> code = FindingCode.MISSING_PART
    >>> code == "missing-part", str(code.severity), code.origin is FindingOrigin.AUDIT
    (True, 'warning', True)
    >>> code.text
    'A reference to a paragraph that the article does not have.'
"""
_SEVERITIES = {
    Severity.ERROR: "something of the input is not in the output, or is wrong beyond doubt",
    Severity.WARNING: "read, but something looks wrong",
    Severity.INFO: "worth knowing",
}


def page() -> str:
    """The page."""
    return "".join(_parts())


def _parts() -> Iterator[str]:
    yield _INTRODUCTION
    for severity in Severity:
        yield f"| `{severity}` | {_SEVERITIES[severity]} |\n"
    yield _EXAMPLE
    for origin in FindingOrigin:
        title, words = _HEADS[origin]
        yield f"\n## {title}\n\n{words}\n\n| code | severity | what was found | what to do |\n|---|---|---|---|\n"
        for code in FindingCode:
            if code.origin is origin:
                yield f"| `{code}` | {code.severity} | {code.text} | {code.advice} |\n"


if __name__ == "__main__":
    sys.stdout.write(page())

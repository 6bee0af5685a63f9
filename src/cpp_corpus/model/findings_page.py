"""``docs/findings.md``, made from the table of codes: ``python -m cpp_corpus.model.findings_page``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from cpp_corpus.model.finding import FindingCode, FindingOrigin, Severity

__all__ = ["page"]

_HEADS = {
    FindingOrigin.INGEST: ("Files", "Findings of reading files and splitting them into articles."),
    FindingOrigin.IDENTIFICATION: (
        "Numbers",
        "Findings of looking up the numbers of unnumbered articles ([identification.md](identification.md)).",
    ),
    FindingOrigin.PIPELINE: ("Corpus", "Findings of making one corpus from many files."),
    FindingOrigin.AUDIT: (
        "Law as published",
        "Findings of the checks of `cpp-corpus audit` ([audit.md](audit.md)); the code is the name of the check.",
    ),
}
_INTRODUCTION = """\
# Findings

Problems of the input are values, `Finding`: a code, a severity, a message and a place. No finding stops the work. This
page is made from the table of codes, `FindingCode` (`make codes`); checks added by users have codes of their own.
Messages and advice call *number source* what `--numbers-from` names: an atlas, a mirror, an export, a dated history, a
git clone.

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
    Severity.ERROR: "part of the input is not in the output, or is certainly wrong",
    Severity.WARNING: "it was read, but something looks wrong",
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

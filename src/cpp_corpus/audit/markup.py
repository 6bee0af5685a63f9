"""HTML tags, entities and Markdown links that were left in the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.span import Span

__all__ = ["LeftoverMarkup"]

# A bare sign "<" is a word of the law ("<0,5 mg"): a tag has a name of HTML or of the formats of the law, and an end.
_NAMES = (
    "a|abbr|b|blockquote|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|su[bp]"
    "|table|tbody|td|th|thead|tr|u|ul"
)
_LEFT = re.compile(
    rf"(?P<tag></?(?:{_NAMES})(?:\s+[\w:-]{{1,30}}\s*=[^<>]{{0,300}})?\s*/?>|<!--|-->)"
    r"|(?P<entity>&(?:[a-zA-Z]{2,8}|#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5});)"
    r"|(?P<link>\]\((?:https?:/|/)[^()\s]{1,300}\))",
    re.IGNORECASE,
)
_SAYS = {"tag": "a tag", "entity": "an entity of HTML", "link": "a link of Markdown"}


class LeftoverMarkup(Check):
    name = FindingCode.LEFTOVER_MARKUP

    def look(self, subject: Subject) -> Iterator[Finding]:
        for note, text in subject.parts():
            found = list(_LEFT.finditer(text))
            if not found:
                continue
            first = found[0]
            kind = first.lastgroup or "tag"
            expected = html.unescape(first[0]) if kind == "entity" else None
            if expected == first[0]:  # an entity that does not exist
                expected = None
            again = f", and {len(found) - 1} more in this text" if len(found) > 1 else ""
            should = f"“{expected}” was expected" if expected and expected.strip() else "plain words were expected"
            yield self.finding(
                subject.article,
                f"{first[0]!r}, {_SAYS[kind]}, is left in the text{again}; {should}.",
                span=Span(*first.span()),
                note=note,
                expected=expected,
            )

"""HTML tags in texts that are read line by line: no line of them begins or ends inside a tag.

Characters are replaced, never added or removed, so that all positions stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["BLANK", "LINE_TAG_NAMES", "MARKDOWN_TAG", "OTHER_TAG_NAMES", "TAG_NAMES", "even_tags", "without_tags"]

BLANK = "\u202d"
"""What stands for a character of a tag that is taken out: it has no width, and no tag has it."""
LINE_TAG_NAMES = (
    "br|p|div|center|li|[uo]l|article|blockquote|caption|d[dlt]|footer|h[1-6r]|header|pre|section|t(?:body|foot|head)"
)
"""Pattern of the names of tags that end a line."""
OTHER_TAG_NAMES = "a|t[dhr]|i|su[bp]|table|strong|font|b|abbr|col|colgroup|em|img|s|small|span|u"
"""Pattern of the names of the other tags that are markup."""
TAG_NAMES = f"{LINE_TAG_NAMES}|{OTHER_TAG_NAMES}"
"""Pattern of the names of all tags that are markup."""
MARKDOWN_TAG = rf"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>\r\n{BLANK}]*)?/?>"
"""Pattern of a tag of any name on one line, as in Markdown; what stands around a tag that was taken out is none."""


def even_tags(text: str) -> str:
    r"""``text`` with each tag and each comment on one line, and headings of Markdown without tags.

    >>> even_tags("Le <a title='a\n# b'>vent</a>.")
    "Le <a title='a # b'>vent</a>."
    >>> even_tags("# Article 1<sup>er</sup>\n<i>Vent.</i>").replace("\u202d", "")
    '# Article 1er\n<i>Vent.</i>'
    """
    if "<" not in text:
        return text
    text = _each_comment(text, lambda comment: _LINE_END.sub(" ", comment))
    text = _BROKEN_TAG.sub(_on_one_line, text)
    return _HEADING.sub(_bare, text) if "#" in text else text


def without_tags(text: str) -> str:
    r"""``text`` without its tags and comments: characters without width, behind a space where one ends a line or cell.

    >>> without_tags("Le vent<br/>souffle<sup>2</sup>.").replace("\u202d", "")
    'Le vent souffle2.'
    """
    if "<" not in text:
        return text
    return _TAG.sub(_blank, _each_comment(text, lambda comment: BLANK * len(comment)))


# ---------------------------------------------------------------------------------------------------------------------

_TAG = re.compile(
    rf"<(?:(?P<apart>/?(?i:{LINE_TAG_NAMES}|t[dhr]|table)(?:\s[^<>{BLANK}]*)?/?>)"
    rf"|/?(?i:{OTHER_TAG_NAMES})(?:\s[^<>{BLANK}]*)?/?>)"
)
_BROKEN_TAG = re.compile(rf"</?([a-zA-Z][a-zA-Z0-9]*)(?=\s)[^<>{BLANK}\r\n]*[\r\n][^<>{BLANK}]*>")
_HEADING = re.compile(r"^[ \t]*#[^\r\n<]*<[^\r\n]*", re.MULTILINE)
_NAME = re.compile(TAG_NAMES, re.IGNORECASE)
_LINE_END = re.compile(r"[\r\n]")


def _each_comment(text: str, change: Callable[[str], str]) -> str:
    """``text`` with each of its comments changed; one that never ends is none."""
    parts = []
    done = 0
    while (begin := text.find("<!--", done)) >= 0 and (end := text.find("-->", begin + 4)) >= 0:
        parts += [text[done:begin], change(text[begin : end + 3])]
        done = end + 3
    return "".join([*parts, text[done:]])


def _on_one_line(tag: re.Match[str]) -> str:
    return _LINE_END.sub(" ", tag[0]) if _NAME.fullmatch(tag[1]) else tag[0]


def _bare(heading: re.Match[str]) -> str:
    return without_tags(heading[0])


def _blank(tag: re.Match[str]) -> str:
    return (" " if tag["apart"] else BLANK) + BLANK * (len(tag[0]) - 1)

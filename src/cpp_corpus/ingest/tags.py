"""HTML tags and links of Markdown in texts that are read line by line: no line begins or ends inside one.

Characters are replaced, never added or removed, so that all positions stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = [
    "BLANK",
    "LINE_TAG_NAMES",
    "MARKDOWN_TAG",
    "OTHER_TAG_NAMES",
    "TAG_NAMES",
    "even_links",
    "even_tags",
    "without_tags",
]

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
    >>> even_tags("<span>\n</span>\nArticle 1\n===\n").strip()  # empty tags, and no page of HTML
    'Article 1\n==='
    """
    if "<" not in text:
        return text
    text = _each_comment(text, lambda comment: _LINE_END.sub(" ", comment))
    if "\r" in text or _ENDS_BROKEN_TAG.search(text) is not None:
        text = _BROKEN_TAG.sub(_on_one_line, text)
    if (empty := _EMPTY_FIRST.match(text)) and _UNDERLINED.search(text):
        text = re.sub(r"[^\r\n]", " ", empty[0]) + text[empty.end() :]
    return _HEADING.sub(_bare, text) if "#" in text else text


def even_links(text: str) -> str:
    r"""``text`` with each link of Markdown on one line, and without the addresses that stand elsewhere.

    >>> even_links("L'article [L.\n3](/code-du-\nvent/3).").replace(BLANK, "")
    "L'article [L. 3](/code-du-vent/3)."
    >>> even_links("L'article [3][1].\n\n[1]: /code-du-vent/3\n").replace(BLANK, "").rstrip()
    "L'article 3."
    """
    if "](" in text:
        text = _BROKEN_LINK.sub(_link_on_one_line, text)
    if listed := {_name(found["name"]) for found in _LISTED_ADDRESS.finditer(text)} if "]:" in text else None:
        text = _LISTED_ADDRESS.sub(lambda address: " " * len(address[0]), text)
        text = _NAMED_LINK.sub(lambda link: _without_name(link, listed), text)
    return text


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
_ENDS_BROKEN_TAG = re.compile(r"\n[^<>\r\n]*>")
"""What a text with such a tag has: looked for ten times as quickly."""
_EMPTY_FIRST = re.compile(r"(?:\s*+<(?P<name>span|div)\b[^<>]*>\s*+</(?P=name)>)+", re.IGNORECASE)
_UNDERLINED = re.compile(r"^[^\s<>][^\r\n]{0,200}\r?\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
"""A heading of Markdown, which a page of HTML has not."""
_HEADING = re.compile(r"^[ \t]*#[^\r\n<]*<[^\r\n]*", re.MULTILINE)
_NAME = re.compile(TAG_NAMES, re.IGNORECASE)
_LINE_END = re.compile(r"[\r\n]")
_LINK_WORDS = r"\[(?P<words>(?:[^\[\]\r\n]|(?<!\\)(?<!  )(?:\r\n?|\n)(?![ \t]*[\r\n])){1,400})\]"
"""Words of a link; a line end that is marked as a line break is none of them."""
_BROKEN_LINK = re.compile(
    rf"{_LINK_WORDS}\((?P<address>(?:[^()\s]|(?<=-)(?:\r\n?|\n)){{0,2000}})(?P<title>\s{{1,20}}\"[^\"\[\]]{{0,600}}\")?\)"
)
_NAMED_LINK = re.compile(rf"{_LINK_WORDS}(?:[ ]?\[(?P<name>[^\[\]\r\n]{{0,400}})\]|(?![(\[]))")
_LISTED_ADDRESS = re.compile(
    r"^[ \t]{0,3}\[(?P<name>[^\[\]\r\n^][^\[\]\r\n]{0,400})\]:[ \t]+(?:https?:|[/#]|\.{1,2}/|\w{1,40}\.do\b)\S*[ \t]*$",
    re.MULTILINE,
)
"""An address to which a link leads by a name, ``[12]: /code/3``."""


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


def _link_on_one_line(link: re.Match[str]) -> str:
    if not _LINE_END.search(link[0]):
        return link[0]
    words = _LINE_END.sub(" ", link["words"])
    address = _LINE_END.sub(BLANK, link["address"])
    return f"[{words}]({address}{_LINE_END.sub(' ', link['title'] or '')})"


def _without_name(link: re.Match[str], listed: set[str]) -> str:
    """The words of a link whose address is listed by its name, or by its words."""
    if _name(link["name"] or link["words"]) not in listed:
        return link[0]
    return BLANK + _LINE_END.sub(" ", link["words"]) + BLANK * (len(link[0]) - len(link["words"]) - 1)


def _name(words: str) -> str:
    return " ".join(words.split()).casefold()


def _bare(heading: re.Match[str]) -> str:
    return without_tags(heading[0])


def _blank(tag: re.Match[str]) -> str:
    return (" " if tag["apart"] else BLANK) + BLANK * (len(tag[0]) - 1)

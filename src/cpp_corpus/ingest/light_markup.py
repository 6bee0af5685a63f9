r"""Marks of reStructuredText, AsciiDoc, Org and MediaWiki, as converters write them, undone: text with links is left.

Characters are replaced, never added or removed, so that all positions stay what they are. Addresses stay, marked as
such; names of directives, options and drawers are taken out. Cells of tables become lines.

    reStructuredText   .. rubric:: `Article 3 </a>`__          AsciiDoc    === link:/a[Article 3]
    Org                ** [[/a][Article 3]]                    MediaWiki   == [[a|Article 3]] ==
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from cpp_corpus.ingest.tags import BLANK, MARKDOWN_TAG

__all__ = ["ADDRESS", "MARK", "without_light_markup"]

MARK = "\u202e"
"""What stands around an address, instead of a sign of the markup; it has no width."""
ADDRESS = rf"(?:{MARK}[^{MARK}\r\n]{{0,2000}}|\bhttps?:[^\s{MARK}]{{1,600}}){MARK}"
"""Pattern of the address of a link, which stands before its words or behind them."""


def without_light_markup(text: str) -> str:
    r"""``text`` without the marks of a light markup; as it is where it has none.

    >>> without_light_markup("== [[a|Article 3]] ==\n").replace(BLANK, "")
    '\u202ea\u202eArticle 3\n'
    >>> without_light_markup("Le vent [[1]](/1).")
    'Le vent [[1]](/1).'
    """
    if _DATA.match(text):
        return text
    for markup in _MARKUPS:
        if any(sign in text for sign in markup.signs) and markup.is_of(text[:_SEEN]):
            for pattern, change in markup.changes:
                text = pattern.sub(change, text)
            return text
    return text


# ---------------------------------------------------------------------------------------------------------------------

_SEEN = 1 << 20  # characters
_FEW = 3  # links
_DATA = re.compile(r"\s*(?:<[!?]|<(?:html|head|body)\b|\{(?!\|)|\[\s*[{\"])", re.IGNORECASE)
"""How HTML, XML and JSON begin."""
_Change = Callable[[re.Match[str]], str]


class _Markup(NamedTuple):
    signs: tuple[str, ...]
    """Characters of which each text in this markup has one."""
    is_of: Callable[[str], bool]
    changes: tuple[tuple[re.Pattern[str], _Change], ...]


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE | re.VERBOSE)


def _has(sure: str, link: str | None = None) -> Callable[[str], bool]:
    """Whether a text has a sure sign of the markup, or several links of it."""
    sign, links = _pattern(sure), _pattern(link) if link else None
    return lambda text: sign.search(text) is not None or (links is not None and len(links.findall(text)) > _FEW)


def _taken_out(found: re.Match[str]) -> str:
    """Characters without width; line ends stay."""
    return _ALL_BUT_LINE_ENDS.sub(BLANK, found[0])


def _spaced(found: re.Match[str]) -> str:
    return " " + BLANK * (len(found[0]) - 1)


def _unmarked(found: re.Match[str]) -> str:
    """The group ``words`` without what stands around it."""
    before, after = found.start("words") - found.start(), found.end() - found.end("words")
    return BLANK * before + found["words"] + BLANK * after


def _linked(found: re.Match[str]) -> str:
    """The words of a link behind its address."""
    before = found.start("address") - found.start()
    between = found.start("words") - found.end("address")
    after = found.end() - found.end("words")
    words = _WRAPPED.sub(lambda end: " " * len(end[0]), found["words"])
    first = BLANK * (before - 1) + MARK if before else ""  # ADDRESS knows one that nothing stands before
    return f"{first}{found['address']}{MARK}{BLANK * (between - 1)}{words}{BLANK * after}"


def _addressed(found: re.Match[str]) -> str:
    """An address without words."""
    before, after = found.start("address") - found.start(), found.end() - found.end("address")
    return f"{BLANK * (before - 1)}{MARK}{found['address']}{MARK}{BLANK * (after - 1)}"


def _quoted_link(found: re.Match[str]) -> str:
    """A link of reStructuredText, words first, on one line."""
    words = _LINE_ENDS.sub(" ", found["words"].rstrip())
    words += BLANK * (len(found["words"]) - len(words))
    address = _LINE_ENDS.sub(BLANK, found["address"])
    return f"{BLANK}{words}{MARK}{address}{MARK}{BLANK * (found.end() - found.end('address') - 1)}"


def _rubric(found: re.Match[str]) -> str:
    """A heading that is a directive, on one line."""
    words = _LINE_ENDS.sub(" ", found["words"])
    return f"{found['before']}{BLANK * (found.start('words') - found.end('before'))}{words}"


def _bullet(found: re.Match[str]) -> str:
    """A point of an inner list: ``*** words``."""
    return f"{' ' * (len(found[0]) - 2)}* "


def _empty_row(found: re.Match[str]) -> str:
    """A row without words, by which the next one goes on with the row before it."""
    return str(found["before"]) + MARK


def _break(found: re.Match[str]) -> str:
    """A line break as Markdown has it, spaces at the end of the line."""
    return " " * len(found[0])


_LINE_ENDS = re.compile(r"[\r\n]")
_WRAPPED = re.compile(r"(?<![\\+>])(?:\r?\n)[ \t]*(?=\S)")
"""A line end in the words of a link that is no line break."""
_ALL_BUT_LINE_ENDS = re.compile(r"[^\r\n]")
_END = r"[ \t]*(?=[\r\n]|\Z)"
_STRONG = r"(?<![\w*\\])(?P<mark>\*{1,2})(?P<words>[^\s*](?:[^*\r\n]{0,600}[^\s*\\])?)(?P=mark)(?![\w*])"
_EMPHASIS = r"(?<![\w_\\])_(?P<words>[^\s_](?:[^_\r\n]{0,600}[^\s_\\])?)_(?![\w_])"
_ESCAPE = r"\\(?=[^\w\s])"
_WORDS = r"(?P<words>(?:[^\[\]]|\[[^\[\]]{0,300}\]\#?){0,600})"
"""Words of a link, brackets in them included."""
_POINTS = r"[ \t]*(?:[-*+][ \t]+)*"

_RST = _Markup(
    ("`__", "::"),
    _has(r"^[ \t]*(?:[-*][ \t]+)*\.\.[ ](?:container|rubric)::|`[^`<>]{1,300}\s<[^<>\s]{0,600}>`__"),
    (
        (
            _pattern(
                rf"""^(?P<before>{_POINTS})\.\.[ ]rubric::[ \t]+
                (?P<words>[^\r\n]+(?:\r?\n(?![ \t]*(?::|\r?\n|\Z))[^\r\n]+){{0,12}})"""
            ),
            _rubric,
        ),
        (_pattern(rf"^{_POINTS}\.\.[ ](?:container|raw|table|list-table|image|figure|class)::[^\r\n]*"), _taken_out),
        (_pattern(rf"^[ \t]*\.\.[ ]_[^\r\n]*:{_END}"), _taken_out),
        (_pattern(rf"^[ \t]+:[a-z][a-z-]{{1,30}}:(?:[ \t][^\r\n]*)?{_END}"), _taken_out),
        (_pattern(r"`(?P<words>[^`<>]{1,800}+)<(?P<address>[^<>`]{0,2000})>`__?"), _quoted_link),
        (_pattern(r"`<(?P<address>[^<>`\s]{0,2000})>`__?"), _addressed),
        (_pattern(r":(?:sup|sub|title|emphasis|strong):`(?P<words>[^`\r\n]{0,200})`"), _unmarked),
        (_pattern(r"\\[ ]"), _taken_out),
        (_pattern(rf"^[ \t]*\|(?=[ ][^|\r\n]*{_END})"), _taken_out),
        (_pattern(_STRONG), _unmarked),
        (_pattern(rf"^[ \t]*-{_END}"), _taken_out),
        (_pattern(rf"^(?P<mark>[~^\"'])(?P=mark){{2,}}{_END}"), _taken_out),
        (_pattern(_ESCAPE), _taken_out),
    ),
)
_ASCIIDOC = _Markup(
    ("== ", "link:"),
    _has(
        r"^={1,7}[ ](?:(?:link:|https?:)[^\s\[\]]{0,600}\[)?(?:Article|Annexe)\b(?![^\r\n]*=[ \t]*[\r\n])"
        r"|\blink:(?:https?:|[/\#])[^\s\[\]]{0,600}\[",
        r"\b(?:link:|https?://)[^\s\[\]()]{0,300}\[[^\[\]\n]{1,300}\]",
    ),
    (
        (_pattern(rf"^\|={{3,}}{_END}"), _taken_out),
        (_pattern(r"(?:(?<=\s)|^)(?:\d{0,3}(?:\.\d{1,3})?[+*])?[<^>]?(?:\.[<^>])?[adehlms]?\|"), _spaced),
        (_pattern(rf"^\[(?:%|\.|\#|[a-z]+=|horizontal|quote|verse)[^\r\n]*\]{_END}"), _taken_out),
        (_pattern(rf"^(?:'''|_{{4,}}|={{4,}}|\.{{4,}}|\+){_END}"), _taken_out),
        (_pattern(rf"^\[\[(?P<address>[^\[\]\r\n]{{1,300}})\]\]{_END}"), _addressed),
        (_pattern(r"^={1,7}[ ]+(?P<words>\S[^\r\n]*)"), _unmarked),
        (_pattern(rf"\b(?:link|xref):(?P<address>[^\s\[\]]{{0,2000}})\[{_WORDS}\]"), _linked),
        (_pattern(rf"(?P<address>\bhttps?://[^\s\[\]]{{1,600}})\[{_WORDS}\]"), _linked),
        (_pattern(r"\[[.\w-]{1,200}\]\#(?P<words>[^\#\r\n]{1,600})\#"), _unmarked),
        (_pattern(r"\{(?:blank|empty)\}"), _taken_out),
        (_pattern(r"\{nbsp\}"), _spaced),
        (_pattern(r"\+\+(?P<words>[^+\r\n]{1,300})\+\+"), _unmarked),
        (_pattern(r"(?<![\s~])~(?P<words>[^~\s]{1,12})~"), _unmarked),
        (_pattern(r"\^(?P<words>[^\s^]{1,12})\^"), _unmarked),
        (_pattern(_STRONG), _unmarked),
        (_pattern(_EMPHASIS), _unmarked),
        (_pattern(rf"[ ]\+{_END}"), _break),
        (_pattern(_ESCAPE), _taken_out),
        (_pattern(r"^\*{2,}[ ](?=\S)"), _bullet),
        (_pattern(r"^\.{1,5}[ ](?=\S)"), _taken_out),
    ),
)
_ORG = _Markup(
    (":PROPERTIES:", "[["),
    _has(
        rf"^[ \t]*:PROPERTIES:{_END}|\[\[(?:https?:|file:|[/\#])[^\[\]\n]{{0,300}}\]\[",
        r"\[\[[^\[\]\n]{0,300}\]\[",
    ),
    (
        (_pattern(rf"^[ \t]*:PROPERTIES:[ \t]*\r?\n(?:[ \t]*:[^\r\n]*\r?\n){{0,40}}?[ \t]*:END:{_END}"), _taken_out),
        (_pattern(r"^[ \t]*\#\+[A-Za-z_]+:?[^\r\n]*"), _taken_out),
        (_pattern(rf"^(?P<before>[ \t]*\|)[ ](?=[ ]*\|(?:[ ]+\|)*{_END})"), _empty_row),
        (_pattern(r"^[ \t]*\*{1,6}[ ]+(?P<words>\S[^\r\n]*)"), _unmarked),
        (
            _pattern(
                r"\[\[(?P<address>[^\[\]]{0,2000})\]\["
                r"(?P<words>[^\[\]]{0,600}(?:\[[^\[\]]{0,300}\][^\[\]]{0,600}){0,9})\]\]"
            ),
            _linked,
        ),
        (_pattern(r"\[\[(?P<address>[^\[\]\r\n]{1,2000})\]\]"), _addressed),
        (_pattern(r"<<(?P<address>[^<>\r\n]{1,300})>>"), _addressed),
        (_pattern(_STRONG), _unmarked),
        (_pattern(_EMPHASIS), _unmarked),
        (_pattern(rf"\\\\{_END}"), _break),
        (_pattern(r"[\^_]\{(?P<words>[^{}\r\n]{0,200})\}"), _unmarked),
        (_pattern(r"(?<![\w/:.])/(?P<words>[^\s/](?:(?:[^/\r\n]|\r?\n(?!\s)){0,300}\S)?)/(?![\w/])"), _unmarked),
        (_pattern(rf"^[ \t]*-{_END}"), _taken_out),
    ),
)
_MEDIAWIKI = _Markup(
    ("==", "[["),
    _has(
        r"^={1,6}[ ]?(?:\[\[[^|\[\]\r\n]{0,600}\||\[https?:\S{1,600}[ ])?(?:Article|Annexe)\b"
        rf"[^=\r\n]*={{1,6}}{_END}",
    ),
    (
        (_pattern(r"^(?:\{\||\|\}|\|-)[^\r\n]*"), _taken_out),
        (_pattern(r"^(?:\|\+|[|!](?:[ ]*[\w-]+=\"[^\"\r\n]{0,300}\"){1,9}[ ]*\||[|!])|\|\||!!"), _spaced),
        (_pattern(r"^(?:\#[\#*:]*|:+|;)[ ]?(?=\S)"), _taken_out),
        (_pattern(rf"^(?P<level>={{1,6}})[ ]*(?P<words>[^\s=][^\r\n]{{0,600}}?)[ ]{{0,9}}(?P=level){_END}"), _unmarked),
        (_pattern(r"\[\[(?P<address>[^\[\]|\r\n]{0,2000})\|(?P<words>[^\[\]]{0,600})\]\]"), _linked),
        (_pattern(r"\[\[(?P<words>[^\[\]|\r\n]{1,300})\]\]"), _unmarked),
        (_pattern(r"\[(?P<address>https?://[^\s\[\]]{1,600})[ ](?P<words>[^\[\]]{1,600})\]"), _linked),
        (_pattern(r"'{2,5}"), _taken_out),
        (_pattern(rf"<br[ ]?/?>{_END}"), _break),
        (re.compile(r"</?(?:p|br|div|li|h[1-6]|t[dhr])(?:\s[^<>\r\n]*)?/?>"), _spaced),
        (re.compile(MARKDOWN_TAG), _taken_out),
        (_pattern(r"^\*{2,}[ ](?=\S)"), _bullet),
    ),
)
_MARKUPS = (_RST, _ASCIIDOC, _ORG, _MEDIAWIKI)

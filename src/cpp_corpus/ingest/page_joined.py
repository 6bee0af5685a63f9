"""Where a converter has joined lines of a page: a heading with its history, the end of an article with what follows.

Some converters leave out line ends (``Article L112-1Modifié par …``), others make one line of a whole page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_corpus.ingest.page_words import amendment_at
from cpp_corpus.lang.adverbs import ADVERB
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.roman import ROMAN

__all__ = ["JoinedLines"]


class JoinedLines:
    """How the lines of a text are joined.

    >>> text = "Article 3Modifié par Loi n°2031-12 - art. 2Le vent souffle.VersionsLiens relatifs"
    >>> [text[start:end] for start, end in JoinedLines(text).parts(0, len(text))]
    ['Article 3', 'Modifié par Loi n°2031-12 - art. 2', 'Le vent souffle.', 'VersionsLiens relatifs', '']
    >>> text = "Article 12 bisCréation Loi 1931-03-07"
    >>> [text[start:end] for start, end in JoinedLines(text).parts(0, len(text))]
    ['Article 12 bis', 'Création Loi 1931-03-07']
    """

    def __init__(self, text: str) -> None:
        """``text``: the whole of it."""
        self._text = text
        self._border = _IN_ONE_LINE if _ONE_LINE.search(text) else _BORDER

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The lines that were joined in the characters ``start`` to ``end``, which have no line end; some are empty."""
        line = self._text[start:end]
        if "Article " in line and _TITLES_AND_HEADING.match(line):
            yield from self._titles(start, end)
            return
        if "Article " in line and (found := _HEADING_BEHIND.search(line)) and _BLANK_LINE.match(self._text, end):
            yield from ((start, start + found.start()), (start + found.start(), end))
            return
        at = start
        if found := _FOOTER.match(line):
            at += found.end()
            yield start, at
            line = self._text[at:end]
        if "Article " in line and (found := _BEFORE_HISTORY.match(line)):
            yield at, at + found.end()
            at += found.end()
            for end_of_history in _amendments(self._text, at, end):
                yield at, end_of_history
                at = end_of_history
        if not any(words in line for words in _SIGNS):
            yield at, end
            return
        for found in self._border.finditer(self._text, at, end):
            for border in (found.start() if found["whole"] else found.end(), found.end()):
                if border > at:
                    yield at, border
                    at = border
        yield at, end

    def _titles(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The titles of divisions on a line, and the heading behind them."""
        at = start
        for found in _NEXT_TITLE.finditer(self._text, start, end):
            yield at, found.start()
            at = found.end()
        yield at, end


# ---------------------------------------------------------------------------------------------------------------------


def _amendments(text: str, start: int, end: int) -> Iterator[int]:
    """The end of each line of history that was joined with what follows it."""
    while (found := amendment_at(text, start, end)) is not None:
        yield found
        start = found + (text[found : found + 1] == " ")


_OF_SITE = (
    "Naviguer dans le sommaire du code",
    "Masquer le panneau de navigation",
    "<< Bloc précédent",
    "Retourner en haut de la page",
)
"""Words of the site before the articles and behind them."""
_SIGNS = (
    *(
        "Liens relatifs",
        "Informations pratiques",
        "VersionsVersions",
        " Versions",
        "nnexe",
        " n°",
        "Version en",
        "En savoir plus",
        "En_savoir_plus",
    ),
    *_OF_SITE,
)
_LETTERS = rf"{ROMAN}(?<=[IVXLCDM])"
_MARKED = r"[*_]{0,3}"
_LINK = r"En[ _]savoir[ _]plus[ _]sur[ _]cet(?:[ _]article(?:\.\.\.|…)?)?"
_NUMBER = rf"""
    (?: (?:Article[ ])?
        (?: Annexe[ ](?:{_LETTERS}|\d[\d-]*|[A-Z])\b
          | Annexe[ ](?:{_LETTERS}|\d[\d-]*)(?=[A-ZÉÈÀ][a-zéA-Z])
          | (?:L\.?O?|[RDA])?\.?[ ]?\*?\d+(?:er)?(?:-\d+)* )
        (?:[ ]\(abrogé\))? )
"""
_LINKED = rf"(?:Article|Annexe)[ ][^\n]{{1,30}}?{_LINK}"
_DIVISION = (
    rf"(?:Sous-){{0,2}}(?:[Pp]artie|[Ll]ivre|[Tt]itre|[Cc]hapitre|[Ss]ection|[Pp]aragraphe)[ ](?:{_LETTERS}|Ier|\d+)"
)
_HISTORY = r"(?:(?:Modifi|Cré|Abrog|Transfér)ée?(?:[ ]par)?|Création)[ ](?=[A-ZÉÈÀ])"
_TAIL = rf"""
    (?:\[\d+\])?(?:Versions[ \t]*)?(?:\[\d+\])?Liens[ ]relatifs(?:[ ]à[ ]cet[ ]article)?
      (?:[ \t]*Informations[ ]pratiques)?
  | Versions[ \t]+Informations[ ]pratiques
  | Versions[ \t]*Versions(?![ \t]*Liens)
  | Versions(?=[ \t]*{_NUMBER}\s*{_HISTORY})
"""
_WORDS = r"[A-ZÉÈÀ«](?:[^\W\dA-Z]|[A-ZÉÈÀ]{2}|[.'’-])"  # how a text begins
_OPENS = rf"(?=[ ]?(?:{_WORDS}|[A-ZÀ][ ]|\d+°|Liens))(?![ ]?(?:Article|Annexe)s?[ ])"
_AROUND = "|".join(_OF_SITE).replace(" ", "[ ]")
_SHOWN = r"(?<=\S)Version[ ]en[ ]vigueur[ ]au[ ]\d{1,2}(?:er)?[ ][^\W\d]+[ ]\d{4}"
_PLACE = r"-[ ]{1,2}(?:art|(?<=\d[ ]-[ ])[Aa]nnexes?|(?<=\d[ ]-[ ][ ])[Aa]nnexes?)\.?"
"""The article of an act that amends this one, or its annex."""
_BORDERS = rf"""
    (?P<whole> {_TAIL} | {_LINK} | {_AROUND} | {_SHOWN} )
  | (?:(?<=Liens[ ]relatifs)|(?<=Informations[ ]pratiques)|(?<=Versions)|(?<=sommaire[ ]du[ ]code))
      \s* {_NUMBER} {_OPENS}
  | (?<=\S) [ \t]{{0,8}} (?= {_LINKED} )
  | (?<=[.;:]) [ ] (?= {_DIVISION}[ ]:[ ][^\n.;]{{1,150}}?[ ]{_LINKED} )
  | (?<=[\w)]) (?= \[?{_HISTORY}\w+[ ]n° )
  | {_PLACE}(?:[ ][0-9][0-9-]*)?(?:[ ]\([A-Z]+\))? (?={_WORDS})
  | [ ]\d{{4}}[ ]\([A-Z]{{1,4}}\) (?={_WORDS})
  | Voir[ ]les[ ]modifications[ ]dans[ ]le[ ]temps(?=\S)
"""
_BORDER = re.compile(_BORDERS, re.VERBOSE)
_BULLET = r"[-*+•][ \t]+(?:\#{1,6}[ \t]+)?"
_IN_FORCE = r"(?:\#{1,6}[ \t]+)?Version[ ]en[ ]vigueur[ ]depuis[ ]le[ ]\d"
_ONE_LINE = Pattern(
    rf"""
    \S[ \t]*(?:Versions[ \t]*)?Liens[ ]relatifs[ \t]*[A-Z]
  | En[ ]savoir[ ]plus[ ]sur[ ]cet[ ]article[. …]*(?:Modifi|Cré|Abrog)
  | ^[ \t]*{_BULLET}(?:Article|Annexe)[ ][^\n]{{1,60}}?[ ](?:{_IN_FORCE}|{_HISTORY})
  | ^[ \t]*{_BULLET}[^\n]*\S[ ]Versions[ \t]?Liens[ ]relatifs[ \t]*$
    """,
    re.VERBOSE | re.MULTILINE,
)
"""The end of an article and the heading of the next one, or its link, its history or its version, on one line; or an
article as one point of a list, its end included."""
_IN_ONE_LINE = Pattern(
    rf"""{_BORDERS}
  | \(Articles?[ ][^()]{{1,80}}\) (?= [ ]?{_NUMBER}{_OPENS} )
  | (?<=\)) [ ]? {_NUMBER} {_OPENS}
  | (?<=\n) [ \t]* (?=Article|Annexe) {_NUMBER} {_OPENS}
  | (?<=[\w)]) [ ] (?= {_IN_FORCE})
  | Version[ ]en[ ]vigueur[ ]depuis[ ]le[ ]\d{{1,2}}(?:er)?[ ][^\W\d]+[ ]\d{{4}} (?=[ ]\S)
  | (?<=[.;:!?)»])[ ] (?=Versions[ \t]*$)
  | (?<=[\w)]) [ ] (?= {_HISTORY}\w+[ ]n° )
  | {_PLACE}(?:[ ][LRDA]?\*?[0-9][0-9-]*+(?![°)]))?+(?:[ ]?\([A-Z]+\))? (?=[ ][A-ZÉÈÀ«0-9])
  | [ ]\d{{4}}[ ]\([A-Z]{{1,4}}\) (?=[ ]{_WORDS})
    """,
    re.VERBOSE | re.MULTILINE,
)
_TITLES_AND_HEADING = Pattern(
    rf"""
    [ \t]* (?:\#+[ \t]+)? {_MARKED} {_DIVISION}\b[^.;\n]{{0,1000}}
    [ ]{_MARKED} Article[ ](?:L\.?O?|[RDA])?\.?[ ]?\*?\d+(?:er)?(?:-\d+)*{_MARKED}[ \t]*\Z
    """,
    re.VERBOSE,
)
"""Titles of divisions and the heading of an article on one line, as of a PDF file whose lines were joined."""
_HEADING_BEHIND = Pattern(r"(?<=[.;]) (?=\*{0,2}Article [LRDA]\.? ?O?\*?\d[\d-]*\*{0,2}[ \t]*\Z)")
"""Before the heading of an article behind the end of a sentence, which a converter has joined with it."""
_FOOTER = Pattern(r".{0,80}Document généré le \d{1,2}(?:er)? [a-zéû]{3,9} \d{4}(?! ?-? ?Copyright)(?=[ \t]*[^\s.;:,])")
"""The last line of a printed page, with which a converter has joined the first one of the next."""
_BEFORE_HISTORY = Pattern(
    rf"""
    [^\w\n]{{0,12}} Article[ ] (?:L\.?O?|[RDA])?\.?[ ]?\*?\d+(?:er)?(?:-\d+)* (?:[ ](?:{ADVERB}|[A-Z]))*
    (?:[ ]\(abrogée?\))? {_MARKED}
    (?: (?=(?:Création|Créée?|Modifiée?|Abrogée?|Transférée?|Version)[ ]\S)
      | [ ] (?=(?:Création|Créée?|Modifiée?|Abrogée?|Transférée?)[ ][^\n]{{1,80}}\d[ ]-[ ]art\.[ ])
    )
    """,
    re.VERBOSE,
)
"""The heading of an article before its history or version, without a blank between them."""
_BLANK_LINE = Pattern(r"(?:\r\n?|\n)[ \t]*(?=[\r\n])")
_NEXT_TITLE = Pattern(rf"[ ](?={_MARKED}(?:{_DIVISION}(?:[ ]:|{_MARKED}[ ])|Article[ ]))")

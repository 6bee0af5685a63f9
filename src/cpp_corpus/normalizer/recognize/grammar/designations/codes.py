"""Codes, by title, and the annexes that are codes of their own."""

from __future__ import annotations

import re
from itertools import islice

from cpp_corpus.lang.abbreviations import Standing, abbreviation_at
from cpp_corpus.lang.acts import (
    ACTS,
    annex_of,
    but_for_a_letter,
    but_for_endings,
    by_name,
    code_name_at,
    former_of,
    formers_of,
    is_near_short_title,
    is_near_title,
    is_word_of_title,
    shortened_code_at,
)
from cpp_corpus.lang.foreign import country_behind
from cpp_corpus.lang.roman import to_roman
from cpp_corpus.lang.typography import slug
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import abbreviated, of_edition
from cpp_corpus.normalizer.recognize.grammar.designations.foreign import TOLD_BEHIND, foreign_name, with_country
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["ANNEX", "CODE", "is_of_overseas"]

_CODE = compiled(
    r"(?P<age>(?:nouveau|ancien) )?(?:codes?(?!\w)|livre des? proc[ée]dures?|(?:co de|c ode|cod e)(?!\w))",
    re.IGNORECASE,
)
"""``code``, also with a blank in it, as converters of PDF leave one: "du co de civil"."""
_NO_TITLE = (
    r"(?!(?:articles?|codes?|lois?|décrets?|ordonnances?|arrêtés?|règlements?|textes?|dispositions?|présente?s?|mêmes?"
    r"|livres?|titres?|chapitres?|sections?|parties?|alinéas?|annexes?|conventions?|mesures?|conditions?|peines?)(?!\w))"
)
_LETTER = "[A-Za-zÀ-ÖØ-öø-ɏ]"
_OF_NO_TITLE = (
    r"(?:local|étranger|régional|provincial|cantonal|communal|colonial|royal|impérial|fédéral|original|final|général"
    r"|spécial|idéal|moral|légal)"
)
"""What a code is that is not named any further: "d'un code étranger"."""
_NOUN = rf"(?:de la |de l' ?|des |du |d' ?){_NO_TITLE}{_LETTER}{{3,}}(?![\w'])"
_NO_ADJECTIVE = (
    r"\w*quel|tel(?!\w)|égal|nouvel|actuel|habituel|éventuel|mutuel|principal|initial|intégral|contraire|nécessaire"
    r"|similaire|contractuel|travaux|journaux|tribunaux|entier|premier|dernier|particulier|régulier|identique|unique"
)
"""How words begin that end as the adjectives of titles do, and are in none."""
_ADJECTIVE = rf"(?: (?!{_NO_ADJECTIVE})[a-zéèêâîç]{{3,}}(?:iques?|elles?|els?|ales?|al|aux|aires?)(?!\w))?"
_OF_BOOK = (
    r"numérique|électronique|classique|historique|authentique|typique|(?:appl|expl|impl|ind|publ|crit|compl|revend|prat"
    r"|fabr|commun|abd|dupl|répl|rubr)ique|(?:app|rapp|renouv|interp|exc)elle|(?:comment|exempl|honor|sal|formul|écl"
    r"|extr|soustr|satisf)aire"
)
"""How words begin that end as adjectives do, and say of which book a code is, or are verbs and nouns behind it."""
_NAMED = _NOUN + _ADJECTIVE
_UNLISTED = compiled(
    rf"code (?:(?:g[ée]n[ée]rale? )?{_NAMED}(?:(?:, (?={_NAMED} et )| et ){_NAMED})*"
    rf"|(?!relatif|{_NO_ADJECTIVE}|{_OF_NO_TITLE}(?!\w)){_LETTER}+(?:al|el|er|ique|aire|if)(?!\w))",
    re.IGNORECASE,
)
"""A code that is not in the list, but named like one: "code des …", "code général de l'… …elle", "code …al"."""
_OF_ANOTHER = compiled(
    r"""
    \ (?:
        (?:de l'Union|communautaire)(?: européenne)?
        |(?:d'|de (?:la |l'|les )?|du |des )(?:îles |province |principauté |collectivité |territoire )?
            (?!Etat|État|République|Gouvernement|Parlement|Conseil|Ministre|Premier|Président|Journal|Cour|Union)
            [A-ZÀ-Ý][\w'-]+(?:(?: et |-)[A-ZÀ-Ý][\w'-]+)*
        |d'(?!un|autre|ailleurs|abord|après|office|ordre|appel|entre|ici|où|eux|elle|il)[a-zéèêâî]{4,}(?<!er|ir|re)
        |(?!égal|signal|national(?!\w)|fran[cç]ais|mais(?!\w)|jamais|désormais|initial|princip|fini|rend|lorsqu|final|total)
            [a-zéèêâîç]{2,}(?:ale?s?|ienne?s?|oise?s?|aise?s?)
        |(?P<adjective>(?!NO_ADJECTIVE|OF_BOOK)[a-zéèêâîç]{2,}(?:iques?|el(?:le)?s?|aires?)|maritimes?|routi(?:er|ère)s?
            |automobiles?|agricoles?|marine?s?|privée?s?)
    )(?!\w)
""".replace("NO_ADJECTIVE", _NO_ADJECTIVE).replace("OF_BOOK", _OF_BOOK)
)
"""What makes the name of a French code that of another: of the Union, of a place, of a further word of its title."""
_OF_UNION = compiled(r" de l'union(?!\w)(?: europ[ée]enne(?!\w))?", re.IGNORECASE)
_LONGER = compiled(r" et de l'habitation(?!\w)")
"""What makes the title of a listed code that of an older one: "code de l'urbanisme et de l'habitation"."""
_FORMER = compiled(
    r" (?:ancien(?!\w)|\(ancien\)|de (?P<year>1[5-9]\d\d)(?![\w/-])"
    r"|(?P<repealed>\((?:aujourd'hui |désormais )?abrogé\)|abrogé(?!\w)))"
)
"""What makes a code the one before it: "code pénal ancien", "code pénal de 1810"; repealed may be the article, too."""
_ANCIENT = ("ancien ", "Ancien ")
_MENDED = (
    (compiled(r"code (?:susmentionné|susvisé|précité|fran[cç]ais) (?=d)", re.IGNORECASE), "code "),
    (compiled(r"code (?=l[ae]s? |l')", re.IGNORECASE), "code de "),
    (compiled(r"code de l (?=[aeéhiou])", re.IGNORECASE), "code de l'"),
    (compiled(r"code g[ée]n[ée]ral (?!d)", re.IGNORECASE), "code général des "),
    *(
        (compiled(r"code (?:d(?:e|u|es)|de la) (?!l)", re.IGNORECASE), f"code {small}")
        for small in ("de la ", "du ", "de ", "des ", "de l'")
    ),
    *(
        (compiled(r"code (?!d[eu]|l|&)", re.IGNORECASE), f"code {small}")
        for small in ("de ", "du ", "des ", "de la ", "de l'")
    ),
)
"""Titles that lack a small word or an apostrophe, or have another one, and what they begin with in full.

"code la santé publique", "code travail", "code de l environnement", "code de travail".
"""
_AND = compiled(r"code (?:\w+ ){1,6}& \w", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-zé]{2})(?:et|ou)(?= )")
"""A conjunction that is written together with the word before it."""
_NOTE = re.compile(r"(?<=[a-zé]{4})[0-9]{1,2}(?![\w-])")
"""The call of a footnote that is written together with the word before it."""
_WORD_BEHIND = compiled(r" ([A-Za-zéè][a-zéè]{3,9})(?!\w)")
_UNREAD = compiled(
    rf"code(?:-\w[\w-]*| relatif (?:à la |à l'|aux? ){_LETTER}{{4,}}"
    rf"| d(?:e |')(?!ce|son|sa|leur|la |l'){_LETTER}{{4,}}(?: (?:de la |de l'|des |du |d')[\w-]+)*)",
    re.IGNORECASE,
)
"""A code named in a way that no code is: "code de déontologie des meuniers", "code-du-travial"."""
_TITLE_UNREAD = re.compile(
    r"[Cc]ode(?-i: (?!(?:Les?|La|L|Une?|Ce(?:t|tte|s)?|En|Ils?|Elles?|On|Dans|Pour|Par|Sur|Si|Aux?|D[ue]s?|De|Selon|Vu"
    r"|Toute?|Article|Art|Titre|Livre|Chapitre|Section|Partie|Annexe|Et|Ou)(?!\w))(?:[A-Z][a-zà-ÿ]{3,}|[A-Z]{3,}(?:-[A-Z]{2,})?(?![\w'])))"
)
"""A code with a title that no table has, in capitals: "Code Privacy"."""
_CALLED = compiled(
    rf"code (?:{_OF_NO_TITLE}"
    r"|bleu|noir|rouge|vert|blanc|orange|secret|source|pin|promo|barres?|couleurs?|frontières|postal"
    r"|(?!(?:appl|expl|impl|ind|publ|crit|compl|revend|prat|fabr)ique)[a-zà-ÿ]{4,}(?:aires?|ières?|iques?|oires?|istes?))"
    r"(?!\w)(?: [A-ZÉ][a-zé]+)?"
)
"""A code by a noun or an adjective that no title of a code has: "code frontières Schengen", "code source"."""
_WITH_NOUN = compiled(rf"code de {_LETTER}{{4,}} {_LETTER}{{4,}}", re.IGNORECASE)
"""A code whose title has a noun and an adjective, one of which may have another ending: "code de procédure pénal"."""
_OF_NOUN = compiled(rf"code d(?:e |'){_LETTER}{{4,}}(?![\w'])", re.IGNORECASE)
"""One whose title has a noun alone: "code de comerce"."""
_LONGER_TITLE = compiled(rf" (?:des |du |de la |de l')(?!présent|même|dit){_LETTER}{{4,}}")
"""What makes a title that no table has a longer one: "code de l'aménagement des fontaines"."""
_LONGEST = 120  # characters of a title
_OF_CODE = compiled(r",? (?:(?:au|du) )?(?=code|C|cgi)")
_ANNEX = compiled(
    r"(?P<head>(?:annexe|ann\.?) (?P<numeral>I{1,3}|IV|[1-4](?=,? (?:(?:au|du) )?cgi| (?:au|du) (?:présent )?code))"
    r"(?!\w))"
    r"(?: (?:(?:au|du) (?P<how>(?:même|présent) )?|(?:à|de) ce |[ad]udit )code(?!\w))?",
    re.IGNORECASE,
)


def _code(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """``code`` *title* | ``même code`` | ``présent code`` | ``code`` (``précité``)."""
    name = _named(text, match, how)
    if not is_of_overseas(text, name.start) and _BEFORE_OVERSEAS.match(text, name.end) is None:
        return name
    return name._replace(ids=(), how=How.NAMED, reason=Reason.UNKNOWN_NAME)


_LOCAL = r"[LD][Pp]\.? ?"
_OVERSEAS = compiled(
    rf"{_LOCAL}\d[\d-]*(?:(?:,| et| ou| à) (?:(?:à |de )?l'article |(?:les|des|aux) articles )?"
    rf"(?:{_LOCAL}|[LRDA]\.? ?)?\d[\d-]*)*(?: (?:du|dudit|de ce)(?: même| présent)?)? $"
)
_BEFORE_OVERSEAS = compiled(rf"[ ,:(–-]{{1,3}}(?:[Aa]rt(?:icles?|s?\.?) ?)?{_LOCAL}\d")
_NEAR = 60  # characters


def is_of_overseas(text: str, start: int) -> bool:
    """Whether a code has numbers of New Caledonia or French Polynesia before it, whose codes have French titles."""
    near = max(0, start - _NEAR)
    at = max(text.rfind(prefix, near, start) for prefix in ("Lp", "LP", "Dp", "DP"))
    return at >= 0 and _OVERSEAS.match(text, at, start) is not None


def _named(text: str, match: re.Match[str], how: How | None) -> ActName:
    """The code of a title or a determiner, whatever numbers stand before it."""
    at = match.start()
    if how is How.SAME and text.startswith(" ", match.end()) and (titled := code_name_at(text, at)) is not None:
        return ActName(at, titled[0], titled[0], "code", titled[1])  # "dudit code civil"
    if how in (How.SAME, How.PRESENT):
        return ActName(at, match.end(), match.end(), "code", (), how)
    start, named = at, code_name_at(text, at)
    if named is None and match["age"]:
        start = match.end("age")
        named = _of_age(match["age"], code_name_at(text, start))
    if named is not None:
        return _by_title(text, match, start, named)
    if text[at] in "lL":
        return _book(text, at, match.end())
    if (parted := _without_blank(text, at)) is not None:
        return parted
    foreign = foreign_name(text, at, "code")
    if foreign is not None:
        return foreign
    initials = abbreviation_at(text, at)
    if (shortened := _shortened(text, match, at if initials is None else initials.end)) is not None:
        return shortened
    if initials is not None and (initials.standing is not Standing.CITATION or text[at] == "c"):  # "Code civ."
        return with_country(text, abbreviated(at, initials)._replace(nature="code"))
    for glued in _GLUED.finditer(text, at, at + _LONGEST):  # "de la sécurité socialeet L. 314-8"
        named = code_name_at(text[at : glued.start()], 0)
        if named is not None and at + named[0] == glued.start():
            return ActName(at, glued.start(), glued.start(), "code", named[1])
    if (note := _NOTE.search(text, at, at + _LONGEST)) is not None:  # "du code du travail1, …"
        named = code_name_at(text[at : note.start()], 0)
        if named is not None and at + named[0] == note.start():
            return ActName(at, note.start(), note.end(), "code", named[1])
    joined = _AND.match(text, at)
    if joined is not None:  # "code monétaire & financier"
        sign = joined.end() - 3
        named = code_name_at(f"{text[at:sign]}et{text[sign + 1 : at + _LONGEST]}", 0)
        if named is not None:
            return ActName(at, at + named[0] - 1, at + named[0] - 1, "code", named[1])
    for short, whole in _MENDED:
        begun = short.match(text, at)
        mended = code_name_at(whole + text[begun.end() : begun.end() + _LONGEST], 0) if begun else None
        if begun is not None and mended is not None:
            end = begun.end() + mended[0] - len(whole)
            return ActName(at, end, end, "code", mended[1])
    unlisted = _UNLISTED.match(text, at)
    if unlisted is not None:
        ident = slug(unlisted[0])
        name = ActName(at, unlisted.end(), unlisted.end(), "code")
        if ident not in ACTS and (near := _nearly(unlisted[0])):
            return with_country(text, name._replace(ids=near))
        if ident not in ACTS and (
            is_near_title(ident) or _LONGER_TITLE.match(text, name.end)
        ):  # shortened, misspelt, cut
            return with_country(text, name._replace(reason=Reason.UNKNOWN_NAME))
        return with_country(text, name._replace(ids=(ident,)))
    word = _WORD_BEHIND.match(text, match.end())
    if word is not None and how is None:
        for small in ("des", "du", "de-la"):  # "code assurance"
            if (meant := but_for_endings(f"code-{small}-{slug(word[1])}")) is not None:
                return with_country(text, ActName(at, word.end(), word.end(), "code", (meant,)))
    if word is not None and word[1].endswith("e") and (ids := by_name(f"code {word[1][:-1]}")):  # "code rurale"
        return with_country(text, ActName(at, word.end(), word.end(), "code", ids))
    if word is not None and is_near_short_title(word[1].lower()):
        if ids := _nearly(f"code {word[1]}"):
            return with_country(text, ActName(at, word.end(), word.end(), "code", ids))
        return ActName(at, word.end(), word.end(), "code", (), reason=Reason.UNKNOWN_NAME)
    if text.startswith("-", match.end()) and (slugged := _by_slug(text, at)) is not None:
        return slugged
    return _untitled(text, at, match.end(), how)


def _nearly(title: str) -> tuple[str, ...]:
    """The codes of the one title from which another differs by endings, or by a letter."""
    meant = but_for_endings(slug(title))
    return but_for_a_letter(title) if meant is None else (meant,)


_FISCAL = compiled(r" fiscales?(?!\w)", re.IGNORECASE)


def _book(text: str, at: int, end: int) -> ActName:
    """The book of tax procedures, as it is misspelt or cut short: "livre de procédure fiscale"; the latter not read."""
    fiscal = _FISCAL.match(text, end)
    end = end if fiscal is None else fiscal.end()
    meant = but_for_endings(slug(text[at:end]))
    return ActName(
        at, end, end, "code", () if meant is None else (meant,), reason=None if meant else Reason.UNKNOWN_NAME
    )


def _untitled(text: str, at: int, end: int, how: How | None) -> ActName:
    """A code without a title that is known: of another country, with one that is not read, or by its noun alone."""
    if how is None and country_behind(text, end) is not None:
        return with_country(text, ActName(at, end, end, "code"))  # "code suisse des obligations"
    for titled in (_WITH_NOUN, _OF_NOUN):
        title = titled.match(text, at)
        if title is not None and (ids := _nearly(title[0])):
            name = ActName(at, title.end(), title.end(), "code", ids)
            longer = _OF_ANOTHER.match(text, name.end)
            if longer is not None and text[longer.end() - 1] not in "sx":  # "code de procédure pénal militaire"
                return name._replace(end=longer.end(), stop=longer.end(), ids=(), reason=Reason.UNKNOWN_NAME)
            return with_country(text, name)
    unread = _UNREAD.match(text, at) or (
        _TITLE_UNREAD.match(text, at) or _CALLED.match(text, at) if how is None else None
    )
    if unread is not None:
        return ActName(at, unread.end(), unread.end(), "code", (), reason=Reason.UNKNOWN_NAME)
    return ActName(at, end, end, "code", (), How.VAGUE)


def _shortened(text: str, match: re.Match[str], end: int) -> ActName | None:
    """The code whose title is cut short as far as beyond ``end``: "code de la sécu sociale"."""
    found = shortened_code_at(text, match.end()) if match["age"] is None else None
    if found is None or found[0] <= end:
        return None
    return with_country(text, ActName(match.start(), found[0], found[0], "code", (found[1],)))


_PARTED = re.compile(r"(?P<begin>[^\W\d_]+)(?P<blank>[ \n])(?=(?P<end>[^\W\d_A-ZÀ-Þ][^\W\d_]*))")
"""What may be one word, which a converter has parted."""
_BLANKS = 8  # of a title


def _without_blank(text: str, at: int) -> ActName | None:
    """A code whose title has a blank in one of its words, or in "code": "code pé nal", "co de de la rou te"."""
    title = text[at : at + _LONGEST]
    parted = list(islice(_PARTED.finditer(title), _BLANKS))
    noun = [each.start("blank") for each in parted[:1] if each.start("blank") < len("code")]
    title = title[: noun[0]] + title[noun[0] + 1 :] if noun else title
    joined = [
        each.start("blank") - len(noun) for each in parted[len(noun) :] if is_word_of_title(each["begin"] + each["end"])
    ]
    if noun and (named := code_name_at(title, 0)) is not None:
        end = at + named[0] + 1
        return ActName(at, end, end, "code", named[1])
    for blank in joined:
        named = code_name_at(title[:blank] + title[blank + 1 :], 0)
        if named is not None and named[0] > blank:
            end = at + named[0] + 1 + len(noun)
            return ActName(at, end, end, "code", named[1])
    return None


def _by_title(text: str, match: re.Match[str], start: int, named: tuple[int, tuple[str, ...]]) -> ActName:
    """The code whose title stands at ``start``, with what behind it makes it another one."""
    end, ids = named
    if text.endswith(_ANCIENT, 0, start):
        ids = formers_of(ids)
    behind = text[end : end + 2]
    if (behind[:1] == " " and (behind[1:].isalpha() or behind[1:] == "(")) or text.startswith(TOLD_BEHIND, end):
        changed = _changed(text, start, end, ids)
        if changed is not None:
            return _shortened(text, match, end) or changed
        if ids[0] != slug(text[start:end]) and (longer_title := _shortened(text, match, end)) is not None:
            return longer_title  # "code de la sécu intérieure"
    longer = _LONGER.match(text, end)
    if longer is not None:
        return ActName(start, longer.end(), longer.end(), "code", (slug(text[start : longer.end()]),))
    return of_edition(text, ActName(start, end, end, "code", ids))


_SLUG = re.compile(r"code(?:-[a-z]{2,})+", re.IGNORECASE)


def _of_age(age: str, named: tuple[int, tuple[str, ...]] | None) -> tuple[int, tuple[str, ...]] | None:
    """A code behind "ancien", where an earlier one had its name; behind "nouveau" the present one."""
    return named if named is None or age[0] not in "aA" else (named[0], formers_of(named[1]))


def _is_of_former(act: str, year: int) -> bool:
    """Whether a year is of the code before the present one: "le code pénal de 1810"."""
    present, former = ACTS.get(act), ACTS.get(former_of(act))
    if present is None or present.valid_from is None or former is None or former.valid_from is None:
        return False
    return former.valid_from.year <= year < present.valid_from.year


def _by_slug(text: str, at: int) -> ActName | None:
    """A code by its id, as files and addresses have it, with the sign before a number: "code-du-travail-L1221-1"."""
    slugged = _SLUG.match(text, at)
    named = None if slugged is None else code_name_at(slugged[0].replace("-", " "), 0)
    ident = None if slugged is None else slugged[0].lower()
    if slugged is None or ident is None or (ident not in ACTS and named is None):
        return None
    end, ids = (slugged.end(), (ident,)) if named is None or ident in ACTS else (at + named[0], named[1])
    if _HEADS_NUMBER.match(text, end) is None:
        return None
    return ActName(at, end, end + (text[end : end + 1] in _BEHIND_SLUG), "code", ids)


_BEHIND_SLUG = frozenset("-/#")
_HEADS_NUMBER = compiled(r"[-/#,]? ?(?:[Aa]rt|(?:[LRDlrd]\.? ?)?\d)")


def _changed(text: str, start: int, end: int, ids: tuple[str, ...]) -> ActName | None:
    """The code that a title with the words behind it names, where they make it another one."""
    name = ActName(start, end, end, "code", ids)
    foreign = with_country(text, name)
    if foreign is name and (longer := foreign_name(text, start, "code")) is not None and longer.end > end:
        return longer  # "Code pénal social", "Code des impôts sur les revenus"
    if foreign is not name:
        return foreign
    former = _FORMER.match(text, end)
    if former is not None and (former["year"] is None or _is_of_former(ids[0], int(former["year"]))):
        ids = formers_of(ids)
        if ids == name.ids:
            return None
        if former["repealed"]:
            return name._replace(stop=former.end(), ids=(*ids, *name.ids))
        return name._replace(end=former.end(), stop=former.end(), ids=ids)
    other = _OF_ANOTHER.match(text, end) or _OF_UNION.match(text, end)
    if other is not None and (short := abbreviation_at(text, start)) is not None and short.end > end:
        return abbreviated(start, short)._replace(nature="code")  # "code des douanes de l'Union"
    if other is None or (
        other.groupdict().get("adjective") and text[other.end() - 1] in "sx" and text[end - 1] not in "sx"
    ):
        return None  # of several things, which a code in the singular is not: "les règles du code civil contractuelles"
    return name._replace(end=other.end(), stop=other.end(), ids=(), reason=Reason.UNKNOWN_NAME)


def _annex(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """``annexe`` *numeral* [``au`` (*code* | ``même code`` | ``présent code``)]: where the code has such an annex."""
    if how is not None:
        return None
    whole = code_name_at(text, match.start())
    if whole is not None:
        end, ids = whole
        return ActName(match.start(), end, end, "annexe", ids)
    code = _OF_CODE.match(text, match.end("numeral"))
    named = None if code is None else code_name_at(text, code.end())
    if named is None and code is not None and (short := abbreviation_at(text, code.end())) is not None and short.ids:
        named = short.end, short.ids
    annex = None if named is None else annex_of(named[1][0], _roman(match["numeral"]))
    if named is not None and annex is not None:
        return ActName(match.start(), named[0], named[0], "annexe", (annex,))
    present = (match["how"] or "").lower().startswith("p")
    numeral = (_roman(match["numeral"]),)
    return ActName(match.start(), match.end(), match.end(), "annexe", numeral, How.PRESENT if present else How.SAME)


def _roman(numeral: str) -> str:
    return to_roman(int(numeral)) if numeral.isdigit() else numeral.upper()


CODE = Form(
    "code",
    "cnal",
    _CODE,
    _code,
    (
        Example("le ⟦code pénal⟧", "code-penal"),
        Example("l'article ⟦L. 1234-9⟧ du code de travail", "code-du-travail/l1234-9"),
        Example(
            "le ⟦Code de l'entrée et du séjour des étrangers et du droit d’asile⟧",
            "code-de-lentree-et-du-sejour-des-etrangers-et-du-droit-dasile",
        ),
        Example("l'article ⟦7⟧ du nouveau code de procédure civile", "code-de-procedure-civile/7"),
        Example("le ⟦présent code⟧", "ici"),
        Example("le ⟦code civil⟧ et l'article ⟦7⟧ du même code", "code-civil code-civil/7"),
        Example("l'article ⟦7⟧ du code des sabliers", "code-des-sabliers/7"),
        Example("l'article ⟦7⟧ du code des moulins et des horloges", "code-des-moulins-et-des-horloges/7"),
        Example("l'article ⟦7⟧ du code pastoral", "code-pastoral/7"),
        Example("l'article ⟦7⟧ du code de la meunerie artisanale", "code-de-la-meunerie-artisanale/7"),
        Example("l'article ⟦7⟧ du code général des moulins et de l'eau vive", "code-general-des-moulins-et-de-leau/7"),
        Example("l'article ⟦7⟧ du code des sabliers auxquels", "code-des-sabliers/7"),
        Example("les articles ⟦9999-1⟧ et ⟦9999-2⟧ du code minier", "code-minier/9999-1 code-minier/9999-2"),
        Example("l'article ⟦L. 9999-1⟧ du code minier", "code-minier-nouveau/l9999-1"),
        Example("l'article ⟦7⟧ du code de la sécurité", "?/7"),
        Example("l'article ⟦7⟧ du code des douanes de l'Union", "reglement-ue:952/2013/7"),
        Example("l'article ⟦7⟧ du code de la route de la Nouvelle-Calédonie", "?/7"),
        Example("l'article ⟦7⟧ du code de la route communale", "?/7"),
        Example("l'article ⟦7⟧ du code de l'énergie atomique", "?/7"),
        Example("l'article ⟦7⟧ du code de l'énergie applique", "code-de-lenergie/7"),
        Example("l'article ⟦7⟧ du code de procédure civile d'exécution", "?/7"),
        Example("l'article ⟦7⟧ du code du travial", "?/7"),
        Example("l'article ⟦7⟧ du code pénal ancien", "code-penal-ancien/7"),
        Example("les articles ⟦59⟧ et ⟦405⟧ du code pénal (abrogé)", "code-penal-ancien/59 code-penal-ancien/405"),
        Example("l'article ⟦434-1⟧ du code pénal abrogé", "code-penal/434-1"),
        Example("l'article ⟦7⟧ du code de l'urbanisme et de l'habitation", "code-de-lurbanisme-et-de-lhabitation/7"),
        Example("le code postal et le code d'accès"),
        Example("l'article ⟦L. 2⟧ du code pénal et des textes", "code-penal/l2"),
        Example("l'article ⟦L. 2⟧ du code la santé publique", "code-de-la-sante-publique/l2"),
        Example("l'article ⟦L. 2⟧ du code de santé publique", "code-de-la-sante-publique/l2"),
        Example("l'article ⟦7⟧ du code pénale", "code-penal/7"),
        Example("l'article ⟦L. 2⟧ du code des assurance", "code-des-assurances/l2"),
        Example("l'article ⟦7⟧ du code ci vil", "code-civil/7"),
        Example("l'article ⟦L. 2⟧ du co de de la rou te", "code-de-la-route/l2"),
        Example("l'article ⟦7⟧ dudit code civil", "code-civil/7"),
        Example("art. ⟦L. 7-2⟧ code assurance", "code-des-assurances/l7-2"),
        Example("l'article Lp. 7 du code du travail"),
        Example("le code secret"),
    ),
)

ANNEX = Form(
    "annexe",
    "a",
    _ANNEX,
    _annex,
    (
        Example(
            "l'article ⟦7⟧ de l'annexe III du code général des impôts", "code-general-des-impots-annexe-iii-cgianiii/7"
        ),
        Example(
            "l'article ⟦7⟧ de l'annexe III au code général des impôts et l'article ⟦9⟧ de la même annexe",
            "code-general-des-impots-annexe-iii-cgianiii/7 code-general-des-impots-annexe-iii-cgianiii/9",
        ),
        Example(
            "l'article ⟦7⟧ de l'annexe IV au code général des impôts", "code-general-des-impots-annexe-iv-cgianiv/7"
        ),
        Example(
            "l'article ⟦7⟧ du code général des impôts et l'article ⟦9⟧ de l'annexe III au même code",
            "code-general-des-impots-cgi/7 code-general-des-impots-annexe-iii-cgianiii/9",
        ),
    ),
)

"""The act behind the numbers of articles: next to them, beyond what is said of them, by a sign, in a column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.lang.abbreviations import last_article
from cpp_corpus.lang.acts import has_none_like, has_number
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import PRECITED, PREFIX, compiled
from cpp_corpus.normalizer.recognize.grammar.act_names_at import act_named_at
from cpp_corpus.normalizer.recognize.grammar.acts_behind import act_after, act_behind_sign, goes_on_with_act, is_text
from cpp_corpus.normalizer.recognize.grammar.article_titles import OPENS
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import ABBREVIATION
from cpp_corpus.normalizer.recognize.grammar.divisions import divisions_after
from cpp_corpus.normalizer.recognize.grammar.one_number import PREFIXED, is_certain
from cpp_corpus.normalizer.recognize.grammar.points import with_points
from cpp_corpus.normalizer.recognize.grammar.portions import portions
from cpp_corpus.normalizer.recognize.grammar.qualifiers import Qualified, glossed, qualified
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase, Qualifier, new

__all__ = [
    "NOUNS",
    "PADDING",
    "PLAIN_DIGITS",
    "combined_locators",
    "has_number_of",
    "introduces",
    "is_in_bracket",
    "may_have",
    "unclear_act",
    "with_act",
]

_PRECITED = compiled(rf",? ?{PRECITED}")
_SOURCES = frozenset(("loi", "ordonnance", "decret"))
_MAKERS = _SOURCES | {"arrete", "directive-ue", "reglement-ue", "decision-ue"}


def _is_source(items: Sequence[Item], act: ActName) -> bool:
    """Whether an act in brackets is the one that changed an article of a code, since its own have no prefixes."""
    return act.nature in _SOURCES and act.how is How.NAMED and PREFIXED.match(items[-1].number or "") is not None


_OPENED, _CLOSING, _GOING_ON = frozenset("(["), frozenset(")]"), frozenset(" ,")


def is_in_bracket(text: str, at: int, act: ActName) -> bool:
    """Whether a bracket behind a number that ends at ``at`` has only an act in it, which may have made the article."""
    if text[act.stop - 1] not in _CLOSING or act.nature not in _MAKERS or act.how is not How.NAMED or act.start <= at:
        return False
    return text[at : act.start].strip() in _OPENED


def _beside_bracket(
    text: str, begin: int, at: int, items: Sequence[Item], act: ActName
) -> tuple[Sequence[Item], ActName | None, int] | None:
    """The act behind a bracket with what made the article: "12 (D. n° 2031-5) du code de commerce".

    None behind it, where a code has the article; ``None`` where the bracket has its act. The members of the list, which
    ends at ``at``, and where reading goes on, are given with it.
    """
    if is_in_bracket(text, at, act) and text[act.stop : act.stop + 1] in _GOING_ON:
        last = items[-1]
        made = last._replace(qualifiers=(*last.qualifiers, Qualifier("other", at, act.stop)))
        last, own, stop = _beyond_maker(text, made, act)
        heads_next = own is not None and text[act.stop] == "," and _heads_next(text, begin, own.stop)
        if own is not None and not heads_next and (own.nature not in NOUNS or is_text(text, own)):
            return [*items[:-1], last], own, stop
    if at == items[-1].end and _is_source(items, act):
        return items, None, at  # "L. 217-12 (ord. n° 2021-1247)"
    return None


def _beyond_maker(text: str, item: Item, maker: ActName) -> tuple[Item, ActName | None, int]:
    """The act behind such a bracket, a part or what qualifies the article in between: "5 (D. n° 2031-5), al. 2, du"."""
    act = act_after(text, maker.stop)
    if act is not None:
        return item, act, act.stop
    part = None
    if not item.locators and item.to is None:
        part = portions(text, item._replace(end=maker.stop), single=True)
    if part is not None and not part[1] and (act := act_after(text, part[2])) is not None:
        return item._replace(locators=part[0]), act, act.stop
    beyond = qualified(text, maker.stop)
    if beyond is None or beyond.act is None:
        return item, None, maker.stop
    return item._replace(qualifiers=item.qualifiers + beyond.qualifiers), beyond.act, beyond.stop


def combined_locators(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """The parts named before a number and those behind it, as paths from the outer to the inner one."""
    if not before or not after:
        return before or after
    if all(path.startswith(_SMALLER) for path in before) and not any(path.startswith(_SMALLER) for path in after):
        before, after = after, before  # "le troisième alinéa de l'article 4, paragraphe 5"
    return tuple(f"{outer}/{inner}" for outer in before for inner in after)


_SMALLER = ("al", "ph", "tiret")
"""Parts that stand inside the others."""
_SIGNS = frozenset(':;=/\t|«"“→-')
PADDING = 24  # blanks that fill the cell of a table
NOUNS = frozenset(("nom", "sigle"))
_DOTTED_PART = re.compile(r"[0-9]\.[a-z]\Z")


def with_act(text: str, begin: int, stop: int, items: Sequence[Item], *, bare: bool = False) -> Phrase:
    """The phrase with the act behind its list, divisions in between included; "précité" without an act leads back."""
    listed = stop
    items, act, stop = _beyond_closing(text, begin, stop, items) if text.startswith(") ", stop) else (items, None, stop)
    if text[stop : stop + 1] == ":" and (behind := _BEHIND_COLON.match(text, stop)) is not None:
        return Phrase("article", begin, *_with_paragraph(text, items, behind), bare=bare)
    if act is None and goes_on_with_act(text, stop):
        act = act_after(text, stop)
        if act is not None and _is_of_next(text, begin, stop, items, act):
            act = None
        elif act is not None:
            stop = act.stop
        elif (within := divisions_after(text, stop)) is not None and (within.act is not None or within.present):
            act, stop = within.act, within.stop
        elif (before := _PRECITED.match(text, stop)) is not None:
            act = act_after(text, before.end()) or _behind_apposition(text, stop, before.end())
            stop = before.end() if act is None else act.stop
            items = items if act is not None else tuple([item._replace(how=How.SAME) for item in items])
        if act is not None and text.startswith((" (", " ["), listed):
            items, act, stop = _beside_bracket(text, begin, listed, items, act) or (items, act, stop)
    if act is None and text[stop : stop + 2] == ", " and items[-1].locators and text[items[-1].end] == ",":
        apart = act_after(text, stop + 1)  # "l'article 6, alinéa 1, de l'accord …"
        if apart is not None and (apart.nature not in NOUNS or is_text(text, apart)):
            act, stop = apart, apart.stop
    if act is None and (sign := text[stop : stop + PADDING].lstrip(" ")[:1]) in _SIGNS:
        act = _told_by_sign(text, begin, stop, items, sign)
        stop = stop if act is None else act.stop
    if act is None:
        act = _behind_point(text, stop) if text.startswith(_POINT_OR_LETTER, stop) else _in_other_language(text, stop)
        stop = stop if act is None else act.stop
    if act is None and text[stop : stop + 2].lstrip(" ")[:1] in _TITLING and not bare:
        act = _code_behind_title(text, begin, stop, items)
        stop = stop if act is None else act.stop
    if act is None and (beyond := qualified(text, stop)) is not None and not introduces(text, begin, stop, beyond.act):
        if bare and beyond.act is not None and _is_beside(text, items, beyond.act):
            return new(
                Phrase, ("article", begin, items[-1].end, tuple(items), None, False, True, False)
            )  # "R. 1-1, formation, arr. 12/12/2008"
        last = items[-1]
        if beyond.act is not None:
            beyond = _beyond_article_between(text, begin, stop, last, beyond, beyond.act)
        stop, act = beyond.stop, beyond.act
        last = last._replace(qualifiers=last.qualifiers + beyond.qualifiers)
        if beyond.qualifiers and not last.locators and last.to is None:
            last, act, stop = _with_part_between(text, last, act, stop)
        items = (*items[:-1], last)
    elif act is None and len(items) > 1 and (of_list := glossed(text, stop, items[-2].qualifiers)) is not None:
        items, stop, act = [*items[:-1], items[-1]._replace(qualifiers=of_list.qualifiers)], of_list.stop, of_list.act
    elif act is None and items[-1].locators and text[stop : stop + 1] == " ":
        beyond = qualified(text, items[-1].end)  # "l'article 6, alinéa 2 surtout, de l'accord …"
        if beyond is not None and beyond.act is not None:
            stop, act = beyond.stop, beyond.act
            items = (*items[:-1], items[-1]._replace(qualifiers=items[-1].qualifiers + beyond.qualifiers))
    if act is not None and not items[-1].locators and text.startswith(_PART_BEHIND, stop):
        items, stop = _with_part_behind(text, items, stop, act)
    return new(Phrase, ("article", begin, stop, tuple(with_points(text, items, act)), act, False, bare, False))


_BEHIND_COLON = compiled(r":(?P<paragraph>\d{1,3})(?![\w:°]| ?[€°])")


def _with_paragraph(text: str, items: Sequence[Item], behind: re.Match[str]) -> tuple[int, tuple[Item, ...], ActName]:
    """The end of a list whose last number has a colon in it, its members, and its act, which is none of France.

    "III:4" of the GATT is its paragraph 4; "6:162" is one of a book of another country.
    """
    last, stop = items[-1], behind.end()
    if last.number and last.number[0] in _ROMAN_DIGITS and not last.locators:
        last = last._replace(locators=(behind["paragraph"],))
    act = act_after(text, stop) if goes_on_with_act(text, stop) else None
    if act is None or act.how is not How.NAMED:
        act = ActName(stop, stop, stop, "sigle", reason=Reason.UNKNOWN_NAME)
    return act.stop, (*items[:-1], last), act


_ROMAN_DIGITS = frozenset("IVXLC")


def _behind_apposition(text: str, start: int, end: int) -> ActName | None:
    """The text behind what stands between two commas: "5, précité, du bail"."""
    if text[start] != "," or text[end : end + 1] != ",":
        return None
    act = act_after(text, end + 1)
    return act if act is not None and (act.nature not in NOUNS or is_text(text, act)) else None


_OPENS_CITATION = re.compile(r"(?:\A|[;,:\n]|\b(?:et|ou|puis)) ?\Z")
"""What stands before a bracket that opens a citation."""
_BEFORE_BRACKET = 5  # characters


_FIGURED = re.compile(r"([0-9]+)[.-]([0-9]{1,2})")
_OF_UNION = ("reglement-ue:", "directive-ue:", "decision-ue:", "traite:")
_LONGEST_BRACKET = 120  # characters


def _beyond_closing(
    text: str, begin: int, stop: int, items: Sequence[Item]
) -> tuple[Sequence[Item], ActName | None, int]:
    """A list that ends with a bracket, the act behind that, and where it ends: "(art. 3) loi …", "4-11) du RGPD"."""
    return _with_closed_point(text, begin, stop, items) or (items, *_behind_bracket(text, begin, stop, items))


def _with_closed_point(
    text: str, begin: int, stop: int, items: Sequence[Item]
) -> tuple[Sequence[Item], ActName, int] | None:
    """The same where the bracket is one of the last number, which none opens."""
    figured = _FIGURED.fullmatch(items[-1].number or "")
    start = max(0, begin - _LONGEST_BRACKET)
    if figured is None or items[-1].to is not None or text.rfind("(", start, begin) > text.rfind(")", start, begin):
        return None
    act = act_after(text, stop + 1)
    if act is None or not act.ids:
        return None
    if act.ids[0].startswith(_OF_UNION):
        items = (*items[:-1], items[-1]._replace(number=figured[1], locators=(figured[2],)))
    return items, act, act.stop


def _behind_bracket(text: str, begin: int, stop: int, items: Sequence[Item]) -> tuple[ActName | None, int]:
    """The act behind the bracket in which a citation has its article, and where reading goes on: "(art. 3) loi …"."""
    if _DOTTED_PART.search(items[-1].number or "") is not None:
        return None, stop + 1  # "6.1.f) du RGPD"
    at = begin - 1
    if (
        text[at:begin] == "("
        and text[begin] in "aA"
        and _OPENS_CITATION.search(text, max(0, at - _BEFORE_BRACKET), at) is not None
    ):
        act = act_after(text, stop + 1)
        if act is not None and act.how is How.NAMED and act.ids:
            return act, act.stop
    return None, stop


_INTRODUCES = compiled(r" (?:introduit|inscrit) (?:dans|au sein d)")
_OBJECT = compiled(r",? (?:(?:une?|deux|trois|quatre|cinq|six|plusieurs|des|de nouve\w+|l[ea]s?|certain\w*)(?!\w)|l')")


def introduces(text: str, begin: int, stop: int, act: ActName | None) -> bool:
    """Whether an article of a bill does something in an act: "L'article 25 introduit dans le code X deux articles"."""
    return (
        act is not None
        and text.startswith("L'", begin - 2)
        and _INTRODUCES.match(text, stop) is not None
        and _OBJECT.match(text, act.stop) is not None
    )


_UNPREFIXED = frozenset(("arrete", "decret", "loi", "ordonnance"))


def _is_of_next(text: str, begin: int, stop: int, items: Sequence[Item], act: ActName) -> bool:
    """Whether an act directly behind a number is not its own: it heads what is behind it, or has no such numbers.

    "les articles 6 et 9, du code pénal l'article 122-4", "L. 442-2 Arrêté du 31 décembre 2008", "D. 122-3 - Décret".
    """
    number = items[-1].number or ""
    directly = act.start <= stop + len(" - ") and not text[stop : act.start].strip(" ,–-")
    if directly and act.nature in _UNPREFIXED and _LETTERED.match(number) is not None:
        return True
    return text[stop] == "," and _heads_next(text, begin, act.stop)


def _is_beside(text: str, items: Sequence[Item], act: ActName) -> bool:
    """Whether an act behind a comma stands beside a number of a code, which it cannot have."""
    beside = act.nature in _UNPREFIXED and text.startswith(", ", act.start - 2)
    return beside and any(_LETTERED.match(item.number or "") is not None for item in items)


_LETTERED = compiled(rf"{PREFIX}\d+[ -]\d")
"""A number with a prefix, and a hyphen or a blank for it: of a code."""
_ARTICLE_BETWEEN = compiled(rf"(?<!\w)(?:l'|les |aux? )art(?:icles?|\.) (?P<number>(?:{PREFIX})?\d+(?:-\d+)*)")


def _is_of_article_between(text: str, item: Item, act: ActName) -> bool:
    """Whether an act has no number alike, and that of an article between: "L. 1, comme l'article 545, …, du code"."""
    if text.startswith(" ci-", item.end) and "," in text[item.end : act.start]:
        return True  # "l'article 8 ci-dessus, au bénéfice de l'article 7, du code"
    if not act.ids or (between := _ARTICLE_BETWEEN.search(text, item.end, act.start)) is None:
        return False
    if act.nature != "code":
        directly = _TO_ITS_ACT.fullmatch(text, between.end(), act.start) is not None
        return directly and act.nature in _PLAIN_NUMBERED and PREFIXED.match(item.number or "") is not None
    if not has_none_like(act.ids[0], normalize_number(item.number or "")):
        return False
    return has_number(act.ids[0], normalize_number(between["number"])) is True


_NEVER_PREFIXED = frozenset((
    "directive-ue", "reglement-ue", "decision-ue", "decision-cadre-ue", "traité", "convention", "charte",
    "constitution", "declaration", "loi", "ordonnance", "decret",
))  # fmt: skip
"""Acts that have no number with a prefix and a hyphen."""
_OTHER_ACT = compiled(
    r"(?<!\w)(?:code|loi|décret|ordonnance|arrêté|directive|règlement|convention|traité|[A-Z]{3,6})(?!\w)"
)
"""An act that the article between has, so that the one behind is another one."""


def _is_only_of_article_between(text: str, item: Item, between: int, act: ActName) -> bool:
    """Whether only a code has such a number, and an act is none: "L. 1-1, que précise l'article 3, …, du décret"."""
    number = item.number or ""
    only_of_code = act.nature in _NEVER_PREFIXED and "-" in number and PREFIXED.match(number) is not None
    return only_of_code and _OTHER_ACT.search(text, between, act.start) is None


_SECOND_ACT = (", du ", ", de la ", ", de l'")
_OF_ARTICLE = (" de l'", " des ")


def _beyond_article_between(  # noqa: PLR0913, PLR0917 - what is known where it is asked
    text: str, begin: int, stop: int, item: Item, beyond: Qualified, act: ActName
) -> Qualified:
    """What qualifies a number and its act, where an article stands between that may have the act for itself.

    Its own act may follow: "L. 1-1, lu à la lumière de l'article 6, relatif à …, de la directive 2014/68/UE, du code".
    """
    between = _ARTICLE_BETWEEN.search(text, item.end, act.start)
    if between is not None and text.startswith(_SECOND_ACT, act.stop) and not text.endswith(_OF_ARTICLE, 0, begin):
        own = act_after(text, act.stop)
        if own is not None and own.how is How.NAMED and own.ids and may_have(own.ids[0], item.number or ""):
            return Qualified((Qualifier("other", beyond.qualifiers[0].start, act.stop),), own.stop, own)
    if between is not None and _is_only_of_article_between(text, item, between.end(), act):
        return Qualified((), stop)
    return Qualified((), stop, unclear_act(act)) if _is_of_article_between(text, item, act) else beyond


_TO_ITS_ACT = compiled(
    r"(?:,? ?(?:al(?:inéa|\.)|paragraphe|par\.|§|point|sous)? ?\w{1,3}[)°]?){0,3},? (?:du |de la |de l'|des )"
)
"""Nothing but a part between that article and the act."""
_PLAIN_NUMBERED = frozenset(
    ("directive-ue", "reglement-ue", "decision-ue", "traité", "convention", "charte", "constitution")
)
"""Acts whose articles have no prefix."""


def unclear_act(act: ActName) -> ActName:
    """An act as one of which it is not clear whether it is meant."""
    return act._replace(nature="autre", ids=(), how=How.NAMED, reason=Reason.ACT_UNCLEAR)


_POINT_OR_LETTER = (".", " C")
_LETTER_ALONE = compiled(r" (?P<name>C)(?:\.(?! ?[a-zà-ÿ]+\.) ?(?:[a-zà-ÿ;:,)]|$)| ?(?:[;)\n]|$))")
_POINTED = (". du ", ". de la ", ". de l'", ". dudit ")


def _behind_point(text: str, stop: int) -> ActName | None:
    """The act behind a point that people type before its preposition: "article 16 B. du CGI".

    One by its letter alone, which is the Constitution to some and a code to others, is not known: "art. 61-1 C. et".
    """
    if (letter := _LETTER_ALONE.match(text, stop)) is not None:
        start, end = letter.span("name")
        return ActName(start, end, end, "sigle", reason=Reason.UNKNOWN_NAME)
    if text.startswith(". Code ", stop) and (code := act_after(text, stop + 1)) is not None and code.ids:
        return code if _LINE_ENDS.match(text, code.stop) is not None else None  # "art. 12. Code de procédure civile"
    act = act_after(text, stop + 1) if text.startswith(_POINTED, stop) else None
    return act if act is not None and act.ids and act.how is How.NAMED else None


_PARAGRAPHS = r"(?:\([0-9a-z]+\)){0,3}"
_OF_OTHER_LANGUAGE = compiled(
    rf"{_PARAGRAPHS}(?: ?(?:,|and|or|to|through) (?:(?:and|or) )?(?:[LRD]\. ?)?[0-9][0-9.-]*{_PARAGRAPHS}){{0,20}}"
    r" of (?:the )?(?=\w)"
    r"| (?:(?:van|von|del|dell[aeo])(?!\w)|(?:Abs\.|Absatz|lid|comma|co\.|cpv\.|apartado) ?[0-9]+(?=[ ,])) ?(?=\w)"
    r"| dell'(?=\w)| de la (?=ley\b)| des (?=Gesetz)"
)
"""What leads on to an act in another language: "Articles 12 and 13 of the Law", "art. 5 del codice civile"."""


def _in_other_language(text: str, stop: int) -> ActName | None:
    """An act that another language names; one that is called so in French as well is read: "of the GDPR"."""
    words = _OF_OTHER_LANGUAGE.match(text, stop)
    if words is None:
        return None
    at = words.end()
    act = act_named_at(text, at)
    if act is not None and act.ids and act.how is How.NAMED and act.nature != "code":
        return act
    return ActName(at, at, at, "autre", reason=Reason.UNKNOWN_NAME)


_TITLING = frozenset(".:–—-|")
_TITLE_IN_LINE = compiled(r" ?[.:–—-] ?(?=[^\W\d])[^()\n\d]{3,120}(?= \()")
_TITLE_IN_CELL = compiled(r" ?\| ?(?=[^\W\d])[^|()\n\d]{3,120}(?=\|)")
_LINE_ENDS = compiled(r"\.? ?(?=\n|$|\||<)")


def _code_behind_title(text: str, begin: int, stop: int, items: Sequence[Item]) -> ActName | None:
    """The code in brackets at the end of a line that a number and its title make: "Art. 145. Mesures (CPC)".

    A plain number of few digits behind a capital is that of an article of a contract.
    """
    cell = _TITLE_IN_CELL.match(text, stop)
    title = cell or _TITLE_IN_LINE.match(text, stop)
    if title is None or OPENS.search(text, max(0, begin - 12), begin) is None:
        return None
    name = act_after(text, title.end()) if cell is None else act_behind_sign(text, title.end())
    if cell is not None and _CHANGE.search(cell[0]) is not None:
        return None
    if name is None or name.nature != "code" or not name.ids or _LINE_ENDS.match(text, name.stop) is None:
        return None
    if text[begin] == "A" and not all(is_certain(each) or len(each.number or "") >= PLAIN_DIGITS for each in items):
        return None
    return name if all(has_number_of(name.ids[0], each.number or "") for each in items) else None


def _is_of_code_beside(text: str, begin: int, sign: str, items: Sequence[Item], law: ActName) -> bool:
    """Whether an article before the sign of a law is none of it: "L. 1-1 / décret n° 2020-12", one that it changed."""
    return (
        any(PREFIXED.match(each.number or "") for each in items)
        if sign == "/"
        else sign == "|" and _is_changed(text, begin, items, law)
    )


def _told_by_sign(text: str, begin: int, stop: int, items: Sequence[Item], sign: str) -> ActName | None:
    """The act behind a sign; unclear where it is a code without such numbers: "L. 1121-1 -> CPP compétent"."""
    if sign == ":" and text.startswith("Article", begin):
        return None  # a title
    told = act_behind_sign(text, stop)
    if told is None or told.nature == "code":
        return unclear_act(told) if told is not None and _lacks_like(told, items) else told
    return None if _is_of_code_beside(text, begin, sign, items, told) else told


def _lacks_like(code: ActName, items: Sequence[Item]) -> bool:
    """Whether a code has no number like those before it."""
    return all(has_none_like(ident, normalize_number(item.number or "")) for ident in code.ids for item in items)


_CHANGE = re.compile(r"rédac|modif|abrog|version|vigueur|insér|issu|créé", re.IGNORECASE)
_TABLE = 1_000  # characters before a cell in which its head may stand


def _is_changed(text: str, begin: int, items: Sequence[Item], law: ActName) -> bool:
    """Whether a law in the cell behind an article changed it, and does not have it: what has a letter is of a code."""
    if text[begin : begin + 3].lower() != "art" or any(PREFIXED.match(each.number or "") for each in items):
        return True
    end = text.find("\n", law.stop)
    return _CHANGE.search(text, max(0, begin - _TABLE), len(text) if end < 0 else end) is not None


_ENDS_WITH_NUMBER = compiled(rf"(?:articles?|arts?\.?) (?:{PREFIX})?\d[\w. -]{{0,24}}\Z")


def _with_part_between(text: str, item: Item, act: ActName | None, stop: int) -> tuple[Item, ActName | None, int]:
    """The member with the part behind its first qualifier, and the act: "7 (lancer), alinéa 2, du code …"."""
    qualifiers = item.qualifiers
    if _ENDS_WITH_NUMBER.search(text, qualifiers[0].start, qualifiers[0].end) is not None:
        return item, act, stop  # the part is one of the article between: "créé par l'article 51, 3°, de la loi"
    found = portions(text, item._replace(end=qualifiers[0].end), single=True)
    if found is None or found[1] or (act is not None and found[2] > act.start):
        return item, act, stop
    if act is None:
        act = act_after(text, found[2])
        if act is None and (beyond := qualified(text, found[2])) is not None:
            act, qualifiers = beyond.act, qualifiers + beyond.qualifiers
        if act is None:
            return item, None, stop
    return item._replace(locators=found[0], qualifiers=qualifiers), act, act.stop


_PART_IN_BRACKET = compiled(
    r" \((?:[IVX]+(?:[,.]| bis| ter| ?-)|(?=[IVX]{2,}\)|I\))|\d{1,2},? [a-z](?= ?\))"
    r"|(?:\d{1,2}|[IVX]+),? \d{1,2} ?°|\d{1,2} ?°|al(?:\.|in| \d)|§"
    r"|[a-z](?: ?\))? d(?:u |e l')(?:\d|[IVX])|(?:1er|\de|premier|second|deuxième|troisième|dernier) al)"
)
_HEADED_NEXT = (" l'art", " les art")
_HEADED_BEHIND = (", l'art", ", les art")
_TOPIC = compiled(
    r"(?:^|[.;:\n]) ?D(?:u|e la|e l') ?(?:[Cc]ode|[Ll]oi|[Oo]rdonnance|[Dd]écret|[A-Z]{2,5})(?!\w)[^.;\n]{0,120}$"
)
_TOPIC_BEFORE = 160  # characters


def _heads_next(text: str, begin: int, stop: int) -> bool:
    """Whether an act behind a comma heads what stands behind it: "les articles 6 et 9, du code pénal l'article 5".

    With a comma behind it, too, where another act so heads the sentence: "Du code civil, l'article 6, du code pénal,
    l'article 5".
    """
    return text.startswith(_HEADED_NEXT, stop) or (
        text.startswith(_HEADED_BEHIND, stop) and _TOPIC.search(text, max(0, begin - _TOPIC_BEFORE), begin) is not None
    )


_PART_BEHIND = (
    " (",
    " al",
    ", al",
    " §",
    ", §",
    " I",
    " V",
    " X",
    ", I",
    ", V",
    ", X",
    *(f"{sign} {digit}" for digit in range(1, 10) for sign in ("", ",")),
    *(
        f", {rank} al"
        for rank in ("premier", "second", "deuxième", "troisième", "quatrième", "dernier", "avant-dernier")
    ),
    ", paragraphe ",
)
_PART_BEHIND_INITIALS = compiled(
    r",? [IVX]{1,5}(?!\w)(?: bis| ter)?(?:(?:,? ?|-)\d{1,2} ?°| ?(?:[;)\n]|\.?$))| \d{1,2} ?° ?(?:[;)\n]|\.?$)"
    r"|,? \d{1,2},? [a-z](?= ?\))"
)
_PART_BEHIND_TITLE = compiled(
    r", [IVX]{1,5}(?: bis| ter)?(?:, ?|-)\d{1,2} ?°(?: [a-z]\)?)?(?= ?(?:[,;.)\n]|$))"
    r"|, \d{1,2} ?°(?: bis| ter| quater)?(?= ?(?:[;)\n]|\.?$))"
)
"""A part with its point between commas, behind whatever act: "l'article 7 du code …, II, 1°, est abrogé"."""
_PARTS = frozenset("IVX123456789")


def _with_part_behind(text: str, items: Sequence[Item], at: int, act: ActName) -> tuple[Sequence[Item], int]:
    """The members with the part that is named behind their act: "L. 136-8 CSS (II, 2°)", "L. 136-8 CSS, al. 2"."""
    bracketed = text[at + 1] == "("
    if bracketed and _PART_IN_BRACKET.match(text, at) is None:
        return items, at
    if (
        text[at + 1 : at + 3].strip()[0] in _PARTS
        and _PART_BEHIND_TITLE.match(text, at) is None
        and (act.form != ABBREVIATION.name or _PART_BEHIND_INITIALS.match(text, at) is None)
    ):
        return items, at
    found = portions(text, items[-1]._replace(end=at), single=True)
    if found is None or found[1] or (bracketed and text[found[2] - 1] != ")"):
        return items, at
    return (*items[:-1], items[-1]._replace(locators=found[0])), found[2]


PLAIN_DIGITS = 3  # of a plain number that may stand behind an abbreviation without a word
_OF_CODES = re.compile(r"[lrda]|[0-9]{4}|[0-9]{3}-[0-9]")
"""A number that only a code has: one with a prefix, or of a thousandth article."""


def may_have(act: str, number: str) -> bool:
    """Whether an act has a number, as far as one knows."""
    number = normalize_number(number)
    having = has_number(act, number)
    return having is True or (having is None and _OF_CODES.match(number) is None)


def has_number_of(act: str, number: str) -> bool:
    """Whether an act has a number, as its list says, or the number of its last article."""
    last = last_article(act) if number.isdigit() else None
    return has_number(act, normalize_number(number)) is True if last is None else 0 < int(number) <= last

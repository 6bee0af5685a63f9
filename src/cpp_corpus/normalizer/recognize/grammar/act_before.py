"""An article and the act before it: which belong together, what of the two is read again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cpp_corpus.lang.abbreviations import is_unsure
from cpp_corpus.lang.acts import annex_of, has_none_like, has_number
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import DASHES, NOTABLY, compiled
from cpp_corpus.normalizer.recognize.grammar.article_acts import may_have
from cpp_corpus.normalizer.recognize.grammar.article_lists import heads_numbers, parted_by_act
from cpp_corpus.normalizer.recognize.grammar.clauses import cited_behind
from cpp_corpus.normalizer.recognize.grammar.designations.courts import COURT
from cpp_corpus.normalizer.recognize.grammar.designations.union import behind_number
from cpp_corpus.normalizer.recognize.grammar.numbers import with_blanks_before
from cpp_corpus.normalizer.recognize.grammar.one_number import is_certain
from cpp_corpus.normalizer.recognize.grammar.points import with_points
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase

__all__ = [
    "ANNEX",
    "ARABIC",
    "CONTEXTLESS",
    "LAWS",
    "apart",
    "beyond_bracket",
    "goes_on",
    "is_of_act_before",
    "joined_before",
    "of_act",
    "of_act_found",
    "opens_line",
    "popped",
    "with_own_act",
]


def _without_words_behind(text: str, before: Phrase, phrase: Phrase) -> Phrase:
    """An article directly behind its act, without the initials that follow it: "Loi 84-16 art. 34 CMO".

    Such initials name no act, or mean other things, too: "Dir. 2003/88/CE art. 7 CP".
    """
    act, name = before.act, phrase.act
    if (
        phrase.kind != "article"
        or act is None
        or name is None
        or not act.ids
        or act.nature not in _PLAIN_NUMBERED
        or act.how is not How.NAMED
    ):
        return phrase
    initials = text[name.start : name.end]
    unread = not name.ids and name.nature in CONTEXTLESS and name.how is How.NAMED
    unsure = is_unsure(initials) or (len(initials) <= _FEW_LETTERS and initials.isupper())
    if (
        name.start < phrase.items[-1].end
        or not (unread or unsure)
        or _PREPOSITION.search(text, name.start - len(" de la "), name.start)
    ):
        return phrase
    alone = phrase._replace(act=None, stop=name.start - 1)
    return (
        alone
        if text[phrase.start : phrase.start + 3] in _SHORT_WORDS
        and _BEFORE_ART.fullmatch(text, before.stop, phrase.start) is not None
        else phrase
    )


_PLAIN_NUMBERED = frozenset(("loi", "ordonnance", "decret", "arrete", "directive-ue", "reglement-ue", "decision-ue"))
_FEW_LETTERS = 2
_SHORT_WORDS = frozenset(("art", "Art", "ART"))
_PREPOSITION = re.compile(r"(?:\bd[eu]s?|\bla|'|\(|,) ?\Z")
_BEFORE_ART = compiled(r" ?[,:(–-]? ?")
_POINT = "-–—•*.·+"
"""Signs that mark a point of a list, each in its line; for a class of a pattern."""
_DIRECTLY = compiled(rf"""
    (?:
        \ ?,? ?(?:modifiée?|mod\.|pr[ée]c(?:itée?|\.)|susv(?:isée?|\.)|anc\.|anciens?|nouv\.|nouveaux?
            |nouvel)? ?,? ?  # "…, article 7"
        |\ ?\)? ?,? ?\([^()\n]{{1,80}}\) ?,? ?  # "loi n° … (DDOEF), art. 29"
        |\ ?,? ?(?:modifiée?|mod\.) ?[:(–—/|→=-] ?  # "loi n° … modifiée - art. 2"
        |\ ?\((?![^()\n]{{0,50}}(?:loi|décret|ordonnance|arrêté|code|modifi|issu))[^()\n\d]{{3,50}},[ ]
            # "loi n° … (bail mobilité, articles 25-12 à 25-18)"
        |,? \(?(?:dite? )?[«"“][^«»"“”\n]{{2,40}}[»"”]\)? ?,? ?  # "L. n° 94-665, dite « Toubon », art. 2"
        |\) ?[,:(–—-]? ?
        |\ ?(?:[:([–—/|+§\t»→]|[=-]>|-(?= |\Z)|n°) ?  # "code du travail : articles", "décret n° … - art. 1"
        |(?:\ ?,? ?(?:modifiée?|mod\.))?\ ?\.? ?\n
        |\ ?:\ ?\n\ ?(?:[{_POINT}][ ])?  # "Loi n° … :", and the articles below, maybe as points of a list
        |\ (?:éd(?:ition|\.) )?(?:18|19|20)\d\d ?[,:]?[ ]  # "CMP 2006, art. 28"
        |,? dans sa (?:version|rédaction|teneur) [^,;()\n]{{2,80}},[ ]  # "CGI, dans sa version au 1er mai 2018, art. 7"
    )
    (?:  # "…, spéc. art. 7"
        (?:not|notam|spéc|spécial|en[ ]part(?:ic)?|v|ex|actuel|auj|nouv)\.?[ -]
        |(?:notamment|spécialement|en[ ]particulier|plus[ ]précisément|désormais|aujourd'hui|singulièrement)[ ]
    )?
""")
_TITLE = compiled(
    r",? (?:\(dite? [^()\n]{1,40}\), JO|d'|de |relati(?:fs?|ves?) |pour |sur |[a-zà-ÿ]{3,16}ant |JORF? |JO[UC]E "
    r"|publiée? )[^.;:()\n]{1,200}(?:\((?:JO|JORF|NOR)(?!\w)[^()\n]{1,60}\))?(?:, p\. ?\d+)?"
    r"(?: ?(?:[,:–—(]|-(?= ))? ?(?:spéc\. ?)?(?=[Aa]rts?(?!\w))"
    r"| ?(?:[,:–—(]|-(?= )) ?(?=[Aa](?:rticle|RTICLE))|(?<!\sun)(?<!d'un) (?=articles? \d))"
)
"""The title of an act, as far as "art.": "Loi n° … de finances pour 2010 art. 77 :"."""
LAWS = frozenset(("loi", "ordonnance", "decret", "arrete"))
_AGREED = frozenset(("accord", "autre", "convention"))
_REST_OF_CODE = compiled(r" (?:et |des? |du )[^.;:()\n\d]{2,60} ?: ?(?=[Aa])")
"""The rest of the name of a code that is slightly misnamed, as far as its articles."""
_SURNAME = compiled(
    r" (?!(?:modifi|abrog|cré|insér|compl|rempl|ajout|prévo|dispos|voir|puis|selon|sauf|avec|mais|dont|dans|sous|vers))"
    r"(?:[A-Z]{3,8}|[a-zà-ÿ]{4,}(?: [a-zà-ÿ]{4,}){0,2}),? (?=[Aa]rts?(?:\.|(?!\w)))"
)
"""What a law is called, between its number and "art.": "loi 85-704 MOP art. 2"."""
_LINE_BEGINS = re.compile(r"(?:(?:^|[\n;(])[ \t>*•|–-]*|(?:^|\n)[^\n:;()]{2,40}: ?)(?:[Nn]ouveau )?$")
"""Where the beginning of a line ends, maybe with a label: "Textes appliqués : "."""
_LONGEST_LABEL = 56  # characters, with the marks of a list


def opens_line(text: str, name: ActName) -> bool:
    """Whether an act opens its line, or stands behind a label that does."""
    return _LINE_BEGINS.search(text, max(0, name.start - _LONGEST_LABEL), name.start) is not None


_SHORT_OR_CAPITAL = compiled(r"(?:[Aa]rts?|ARTS?)(?!\w)")
_SHORT_WORD = compiled(r"[Aa]rts?(?!\w)")
_ONLY_PARTS = compiled(r"(?:,? ?(?:[IVX]+|\d{1,2} ?°|[a-z]\)?|\d{1,2}|al(?:\.|inéa)? ?\d|§ ?\d+))*")
"""What stands between a number and the initials behind its parts: "CGI, art. 150 U, II, 1° RP"."""


def _without_bracket(text: str, before: Phrase, phrase: Phrase) -> Phrase:
    """Articles directly behind their act, without the act of a bracket, or the next of a list, behind them.

    "loi n° 1, article 8 (décret n° 2)", "loi n° 1, article 8, code civil", "- Code A, notamment l'article 8 - Code B".
    """
    name, act, end = before.act, phrase.act, phrase.items[-1].end
    if name is None or name.how is not How.NAMED or not name.ids or act is None or act.start <= end:
        return phrase
    sign = text[end : act.start].strip()
    if (
        act.nature == "sigle"
        and not act.ids
        and _ONLY_PARTS.fullmatch(sign) is not None
        and _DIRECTLY.fullmatch(text, before.stop, phrase.start)
    ):
        return phrase._replace(act=None, stop=end)  # "code du travail art L. 1221-1 CDI"
    if act.ids == name.ids and is_of_act_before(text, before, alone := phrase._replace(act=None, stop=end)):
        return alone  # "Loi 2005-1719, art. 76 (LF pour 2006)"
    if sign and sign in _POINT and _LED_TO.fullmatch(text, before.stop, phrase.start) is not None:
        return phrase._replace(act=None, stop=end)
    if (
        (text.startswith(" (", end) or (act.start == end + 2 and text.startswith(", ", end)))
        and text.startswith((", ", " "), before.stop)
        and _FURTHER.fullmatch(text, before.stop, phrase.start)
    ):
        return phrase._replace(act=None, stop=end)
    return phrase


_LED_TO = compiled(rf" ?,? ?(?:et )?{NOTABLY},? (?:les |l')?")
_CLOSED_BRACKET = (")", "),", "), ", ") ")
_BRACKET = 160  # characters
_CHANGED = compiled(r"\((?:mod|réd|issue?|dans sa|tel(?:le)? qu|créée?|ratifiée?|abrogée?|complétée?|version)")


def beyond_bracket(text: str, found: Sequence[Phrase], phrase: Phrase) -> Phrase | None:
    """The act before a bracket that says what changed it: "Constitution (mod. par l'article 3 de la loi …), art. 7"."""
    if not found or not text.endswith(_CLOSED_BRACKET, 0, phrase.start):
        return None
    opened = text.rfind("(", max(0, phrase.start - _BRACKET), phrase.start)
    if opened < 0 or found[-1].start < opened or _CHANGED.match(text, opened) is None:
        return None
    before = next((each for each in reversed(found) if each.stop <= opened), None)
    if before is None or before.kind != "act" or before.act is None or before.act.how is not How.NAMED:
        return None
    return before if text[before.stop : opened].strip() in _ADJECTIVES else None


_ADJECTIVES = frozenset(("", "française"))


def is_of_act_before(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether an article without an act is of the one before it: "Loi n° …, article 7", "code civil (art. 5)"."""
    name = before.act
    if phrase.act is not None or name is None or phrase.its or name.nature == "boi":
        return False
    if phrase.items[0].how is not How.NAMED and text[phrase.start : phrase.start + 3].lower() != "art":
        return False
    if (
        name.how is How.NAMED
        and _THEN_AT.search(text, max(0, before.start - _AT_LONG), before.start)
        and _AT_ARTICLE.fullmatch(text, before.stop, phrase.start)
    ):
        return True
    if name.how is not How.NAMED and name.nature != "annexe" and before.stop == name.stop:
        if name.how is How.SAME and text.startswith(_SMALL_WORDS, phrase.start):
            return text[before.stop : phrase.start] == ", "  # "(même code, art. L. 213-4-1)"
        return False  # and not "loi de 1965, art. 25", whose phrase has its year
    if text.startswith((". L", ". R", ". D", ". a"), before.stop) and before.stop + 2 == phrase.start:
        return opens_line(text, name)  # "Code du sport. L. 7-2"
    if text[before.stop : before.stop + 2].lstrip(" ")[:1] == ";":
        return _is_headed_over(text, name, phrase)
    if text.startswith(_COMPLEMENT, phrase.start) and text[before.stop : phrase.start] == " ":
        return False  # "conforme à la Constitution du 3° de l'article 81"
    uncoded = name.nature in LAWS or (name.nature in _AGREED and not name.ids)
    if uncoded and text[phrase.start] in "aA" and all(map(_is_of_code_only, phrase.items)):
        return False  # "modifié par la loi n° …, article L. 442-2", "sauf accord (art. L. 442-2)"
    if name.form == COURT.name and is_certain(phrase.items[0]):
        return False  # a decision has no such articles: "Cass. soc., …, n° 17-12.345, art. L. 1-1"
    stop = behind_number(text, before.stop, name.ids, phrase.start) if name.nature.endswith("-ue") else before.stop
    if _DIRECTLY.fullmatch(text, stop, phrase.start) is not None:
        if "\n" in text[stop : phrase.start] and ":" not in text[stop : phrase.start]:
            begins = text[phrase.start] == "a" or _SHORT_OR_CAPITAL.match(text, phrase.start) is not None
            return not phrase.bare and begins  # and no heading of an article: "Article 7"
        return not phrase.bare or (name.nature == "code" and not _lacks(name, phrase))
    if phrase.bare:
        return False
    title = _TITLE.match(text, before.stop, phrase.start + 9)
    if title is None and name.ids and name.nature in LAWS:
        title = _SURNAME.match(text, before.stop, phrase.start + 4)
    if title is None and name.ids and name.nature == "code":
        title = _REST_OF_CODE.match(text, before.stop, phrase.start + 1)
    if title is not None and title.end() == phrase.start:
        return True
    return _is_cited_behind(text, name, stop, phrase)


_SMALL_WORDS = ("art.", "article ", "articles ")
_IN_TITLE = compiled(
    r",? (?:[a-zà-ÿ]{3,16}ant|relati(?:f|ve)s? (?:à|aux?)|sur"
    r"|pris(?:e|es)? (?:pour l'|en )(?:application|exécution))(?!\w)[^.;:()\n]{0,120}$"
)


def of_act_found(text: str, found: list[Phrase], rules: list[str], phrase: Phrase) -> Phrase:
    """An article of the act before it, which is then taken away; or of the law in whose title that is named."""
    titled = _titled_law(text, found, phrase)
    if titled is not None and (act := found[-1].act) is not None and not act.ids:
        found.pop()
        rules.pop()  # "Loi n° 65-557 … fixant le statut de la copropriété : article 25"
    elif titled is not None or (titled := _changed_law(text, found, phrase)) is not None:
        return of_act(text, titled, phrase, phrase.start)
    return of_act(text, popped(text, found, rules), phrase)


def _titled_law(text: str, found: Sequence[Phrase], phrase: Phrase) -> Phrase | None:
    """The law in whose title the act found last is named, of which an article is: "loi … modifiant le code, art. 3"."""
    if len(found) < _TWO or not text.startswith("a", phrase.start) or any(map(_is_of_code_only, phrase.items)):
        return None
    law, act = found[-2], found[-1]
    if law.kind != "act" or law.act is None or law.act.how is not How.NAMED or law.act.nature not in LAWS:
        return None
    if act.act is None or act.act.ids == law.act.ids or not (act.act.ids or _is_statute(text, act.act)):
        return None
    return law if _IN_TITLE.match(text[law.stop : act.start]) is not None else None


_CHANGED_BY = compiled(
    r",? (?:modifi|complét|abrog|remplac|ratifi)ée?s?(?: en dernier lieu| notamment)? par (?:la |le |l'|une? )$"
)


def _changed_law(text: str, found: Sequence[Phrase], phrase: Phrase) -> Phrase | None:
    """The act that the one found last has changed, of which the sentence goes on to speak.

    "La loi …, modifiée par la loi n° 2031-12, prévoit un régime (art. 3)", and not "…, modifiée par la loi …, art. 3".
    """
    if len(found) < _TWO or found[-2].kind != "act" or not text.startswith(",", found[-1].stop):
        return None
    law, change = found[-2], found[-1]
    if law.act is None or law.act.how is not How.NAMED or _CHANGED_BY.match(text[law.stop : change.start]) is None:
        return None
    return None if _DIRECTLY.fullmatch(text, change.stop, phrase.start) is not None else law


def _is_statute(text: str, name: ActName) -> bool:
    """Whether what seems to be a text is what a law is about: "fixant le statut de la copropriété"."""
    return text.startswith("statut", name.start)


_COMPLEMENT = ("du ", "de la ", "de l'", "des ")


def _is_of_code_only(item: Item) -> bool:
    """Whether a number has a prefix and a hyphen, as only those of codes have."""
    number = item.number or ""
    return number[:1] in _CODE_PREFIXES and "-" in number


_CODE_PREFIXES = frozenset("LRD")


def _is_cited_behind(text: str, name: ActName, stop: int, phrase: Phrase) -> bool:
    """Whether an article is cited behind its act and a note on that: "RGPD (extrait) : art. 15".

    Behind an act within a sentence it has a small letter and no title, or it may be the heading of an article of
    another act.
    """
    if text[phrase.start - 1] == "'" or cited_behind(text, stop) != phrase.start:
        return False
    if _CITATION_BEGINS.search(text, max(0, name.start - 8), name.start) is not None:
        return True
    return text[phrase.start] == "a" and _TITLE_BEHIND.match(text, phrase.stop) is None


_TITLE_BEHIND = compiled(r" ?(?:[:–—]|- )(?= ?[^\W\d])")
_CITATION_BEGINS = re.compile(r"(?:^|[\n;:(,–—|/«\"“>*\[]\s*|(?:[Vv]u|[Cc]f\.?|[Vv]oir|[Vv]\.) )$")


def _lacks(name: ActName, phrase: Phrase) -> bool:
    """Whether a code has none of the numbers behind it, nor any like them: "la CTM (L. 7100-1)"."""
    return bool(name.ids) and all(
        has_none_like(ident, normalize_number(item.number or "")) for item in phrase.items for ident in name.ids
    )


_IN_BRACKET = compiled(r" ?\([a-zà-ÿ][^()\n]{2,80}")


def _is_in_bracket(text: str, found: Sequence[Phrase]) -> bool:
    """Whether the act found last only qualifies the one before it: "Loi n° … (mod. par L. n° …), art. 8"."""
    return (
        len(found) >= _TWO
        and found[-2].kind == "act"
        and text[found[-1].stop : found[-1].stop + 1] == ")"
        and _IN_BRACKET.fullmatch(text, found[-2].stop, found[-1].start) is not None
    )


def _is_headed_over(text: str, name: ActName, phrase: Phrase) -> bool:
    """Whether an act that opens its line heads an article behind a semicolon, which it has: "CPC ; art. 700"."""
    return (
        bool(name.ids)
        and text[name.stop : phrase.start].strip() == ";"
        and text[phrase.start] != "A"
        and opens_line(text, name)
        and all(may_have(name.ids[0], item.number or "") for item in phrase.items)
    )


_RANKS = ("premi", "second", "derni")
"""How the rank begins that stands for one of two acts."""


def apart(text: str, before: Phrase, read: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases behind an act, a list that has another act behind it in two, where a semicolon parts them.

    So does the first number with a letter behind one without: "C. civ., art. 1240 ; L. 1 C. conso."
    """
    heading = None  # the act that heads what follows it, in the same list
    for phrase in read:
        if phrase.kind != "article" or phrase.act is None or before.act is None:
            yield _headed_by(text, heading, phrase) if phrase.kind == "article" else phrase
            heading = None
            continue
        head_act = before.act
        if heading is not None:
            before, head_act = Phrase("act", heading.start, heading.stop, (), heading), heading
        end = phrase.items[-1].end
        alone = phrase._replace(act=None)
        if _AT.search(text, max(0, before.start - _AT_LONG), before.start) and _AT_NEXT.fullmatch(
            text, end, phrase.act.start
        ):
            yield alone._replace(stop=end)  # "Au code A, l'article 1, au code B, l'article 2"
            continue
        if text.startswith(_RANKS, phrase.act.start):
            yield phrase  # "loi n° 1 et décret n° 2 : article 3 de la première"
            heading = None
            continue
        if phrase.act.reason is Reason.ACT_UNCLEAR:  # none of the act behind the list
            yield _headed_by(text, heading, alone) if is_of_act_before(text, before, alone) else phrase
            continue
        if _is_heading(text, head_act, phrase) and is_of_act_before(text, before, alone):
            alone = alone._replace(stop=end + len(text[end : phrase.act.start].rstrip(" ,\n–-")))
            yield _headed_by(text, heading, alone)
            heading = phrase.act
            continue
        at = _parting(text, phrase.items)
        if not at and text[before.stop : phrase.start].strip() in _LISTS:
            phrase, at = parted_by_act(text, phrase, head_act)  # noqa: PLW2901 - the same
        head = phrase._replace(items=phrase.items[:at], act=None, stop=phrase.items[at - 1].end) if at else phrase
        if not at or not is_of_act_before(text, before, head):
            yield phrase
        else:
            yield _headed_by(text, heading, head)
            yield phrase._replace(items=phrase.items[at:], start=phrase.items[at].start, bare=True)
        heading = None


def _headed_by(text: str, heading: ActName | None, phrase: Phrase) -> Phrase:
    """An article with the act that heads it, where that stands directly before it."""
    if heading is None or _DIRECTLY.fullmatch(text, heading.stop, phrase.start) is None:
        return phrase
    return phrase._replace(act=heading, start=heading.start)


def _is_heading(text: str, before: ActName, phrase: Phrase) -> bool:
    """Whether the act behind a list, which has its own before it, heads the next: "CCH, L. 111-2, CSS, L. 242-1"."""
    act = phrase.act
    if act is None:
        return False
    heads = _HEADS_NEXT.match(text, act.stop) is not None or heads_numbers(text, act)
    return heads or _is_keyword(text, before, phrase)


_AT = compiled(r"(?<!\w)(?:Au|À la|A la|À l'|A l'|Dans (?:le |la |l')|au|à la|dans (?:le |la |l')) ?$")
_THEN = r"[,;] (?:et )?(?:au|à la|à l'|dans (?:le |la |l')) ?"
_AT_NEXT, _THEN_AT = compiled(rf" ?{_THEN}"), compiled(rf"{_THEN}$")
_AT_ARTICLE = compiled(r"(?: ?,| ?:) (?:l'|les )")
_AT_LONG = 16  # characters
"""What leads to an act in which something is done, and to the next one."""


def with_own_act(
    text: str, phrase: Phrase, found: list[Phrase], rules: list[str], *, after_act: bool
) -> tuple[bool, Phrase]:
    """Whether an act before a phrase that names one stays an act of its own; the phrase, parted from a bracket."""
    annexed = None
    if after_act and phrase.act is not None and found[-1].act is not None and phrase.act.start == found[-1].act.start:
        popped(text, found, rules)
        return False, phrase  # it stands below the line of that act
    if phrase.kind == "article" and after_act:
        annexed = _of_annex(text, found[-1], phrase)
    if annexed is None and phrase.kind == "article" and phrase.start - found[-1].stop < _NEXT:
        annexed = _of_annex_before(text, found[-1], phrase)
    if annexed is None and not after_act:
        return after_act, phrase
    if annexed is None:
        return after_act, _without_words_behind(text, found[-1], _without_bracket(text, found[-1], phrase))
    popped(text, found, rules)
    return False, annexed


def _of_annex(text: str, before: Phrase, phrase: Phrase) -> Phrase | None:
    """An article of an annex to the code before it, with that: "CGI, art. 121 Z de l'annexe IV"."""
    code, act = before.act, phrase.act
    if act is None or act.nature != "annexe" or act.how is not How.SAME or not act.ids or code is None or not code.ids:
        return None
    annex = annex_of(code.ids[0], act.ids[0])
    if annex is None or _DIRECTLY.fullmatch(text, before.stop, phrase.start) is None:
        return None
    return phrase._replace(start=before.start, act=act._replace(ids=(annex,), how=How.NAMED))


_NEXT = 4  # characters between an annex and its article
ANNEX = re.compile(r"annexe\.([ivx]+|[0-9])")
ARABIC = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def _of_annex_before(text: str, before: Phrase, phrase: Phrase) -> Phrase | None:
    """An article of a code with the annex to that before it: "annexe II, article 205 du CGI"."""
    act = phrase.act
    if act is None or act.nature != "code" or not act.ids or text[before.stop : phrase.start].strip() not in _LISTS:
        return None
    numeral = ""
    if before.kind == "division" and before.act is None and len(before.items) == 1:
        path = ANNEX.fullmatch(before.items[0].path or "")
        numeral = "" if path is None else ARABIC.get(path[1], path[1].upper())
    elif before.act is not None and before.act.nature == "annexe" and before.act.how is How.SAME and before.act.ids:
        numeral = before.act.ids[0]
    annex = annex_of(act.ids[0], numeral) if numeral else None
    return None if annex is None else phrase._replace(start=before.start, act=act._replace(ids=(annex,)))


def _is_keyword(text: str, before: ActName, phrase: Phrase) -> bool:
    """Whether dashes part an article from the act behind it, which heads the next: "– Article 4 – RGPD – Article 5".

    Or it alone lacks the number: "Code de commerce - L. 110-1 - Code du travail".
    """
    act = phrase.act
    if (
        act is None
        or text[act.start - 3 : act.start] not in DASHES
        or text[phrase.start - 3 : phrase.start] not in DASHES
    ):
        return False
    if text[act.stop : act.stop + 3] in DASHES and _ARTICLE_BEHIND.match(text, act.stop + 3) is not None:
        return True
    numbers = [normalize_number(item.number or "") for item in phrase.items]
    if not before.ids or not act.ids:
        return False
    return all(has_number(before.ids[0], each) is True and has_number(act.ids[0], each) is False for each in numbers)


_ARTICLE_BEHIND = compiled(r"[Aa]rt|(?:[LRDA]\.? ?)?\d")
_HEADS_NEXT = compiled(r"(?:,| ?:)? ?[Aa]rts?(?!\w)| (?:[LRD]\.? ?)?\d")
_LISTS = frozenset((",", ":", ""))


def _parting(text: str, items: Sequence[Item]) -> int:
    """The index of the first member behind a semicolon, or with a letter behind one without; 0 where none is."""
    for index in range(1, len(items)):
        one, two = items[index - 1], items[index]
        if ";" in text[one.end : two.start] or (two.number or "")[:1].isalpha() is not (one.number or "")[:1].isalpha():
            return index
    return 0


_JOINED = compiled(r" ?,? ?(?:et )?")


def popped(text: str, found: list[Phrase], rules: list[str]) -> Phrase:
    """The act found last, taken away; of joined cases the first number, and all are taken away.

    One in a bracket that only qualifies the act before stays, and that is taken away.
    """
    if _is_in_bracket(text, found):
        del rules[-2]
        return found.pop(-2)
    act = found.pop()
    while found and _are_one_decision(text, found[-1], act):
        act = found.pop()
    del rules[len(found) :]
    return act


def _are_one_decision(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether two numbers are those of joined cases, and so of one decision, which has the first: "nos 3892, 3899"."""
    if before.act is None or phrase.act is None or before.act.nature != phrase.act.nature:
        return False
    if not phrase.act.nature.startswith("decision-"):
        return False
    start = phrase.act.start
    return text[start : start + 1].isdigit() and _JOINED.fullmatch(text, before.act.end, start) is not None


def _is_unknown(before: Phrase) -> bool:
    """Whether an act has no identifier."""
    return before.act is not None and before.act.nature == "autre" and not before.act.ids


_COMMA = compiled(r" ?, ?")


def joined_before(text: str, found: list[Phrase], rules: list[str]) -> bool:
    """Whether the act found last is of the article before it, of which it is then made a part; or it is dropped.

    One without an identifier counts only with an article of its own: "les statuts (article 14 des statuts)".
    """
    if _is_unknown(found[-1]):
        del found[-1], rules[-1]
        return True
    if not _is_of_article_before(text, found):
        return False
    found[-2:] = [found[-2]._replace(act=found[-1].act, stop=found[-1].stop)]
    del rules[-1]
    return True


def _is_of_article_before(text: str, found: Sequence[Phrase]) -> bool:
    """Whether an act behind a comma is of the article before it, since the one behind has its own.

    "art. 24, loi n° … - art. 9 du décret …".
    """
    if len(found) < _TWO or (article := found[-2]).kind != "article" or article.act is not None or article.its:
        return False
    name = found[-1].act
    return (
        name is not None
        and name.how is How.NAMED
        and name.start == found[-1].start
        and _COMMA.fullmatch(text, article.stop, name.start) is not None
    )


_TWO = 2
_WORD = compiled(r"[Aa]rt(?:s|icles?)?(?!\w)")
_FURTHER = compiled(
    rf"(?: ?\([^()\n]{{1,120}}\))?(?:[ \t]?[,;]?[ \t]?\n[ \t]?[{_POINT}][ \t]| ?(?:[,;/+&]|\n)? ?(?:et )?)"
)
"""What may stand between two articles of a list behind their act, the first of which may have a note in brackets."""
_UNDER = compiled(r"(?: ?[,;:(/|[–—]| -)? ?(?:et )?")


def goes_on(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether an article goes on a list that stands behind its act: "Décret n° …, art. 3, art. 6".

    So does one behind a division, in its line: "code civil, livre III, article 1582".
    """
    behind_division = before.kind == "division"
    listed = text[phrase.start - 1] == "\n" or text.endswith(_POINTS, 0, phrase.start)
    headed = before.kind == "article" and before.act is not None and before.act.end <= before.items[0].start
    word = _WORD if behind_division or listed or headed else _SHORT_WORD
    if phrase.act is not None or (not phrase.bare and word.match(text, phrase.start) is None):
        return False
    if phrase.bare:  # "C. transp. | L3120-1 | L3121-1"
        cells = text[before.stop : phrase.start].strip() == "|"
        return cells and before.act is not None and before.act.nature == "code" and is_certain(phrase.items[0])
    if behind_division and "\n" in text[before.stop : phrase.start]:
        return False
    joint = _UNDER if behind_division else _FURTHER
    if joint.fullmatch(text, before.stop, phrase.start) is not None:
        return True
    return behind_division and _MENTIONED.fullmatch(text, before.stop, phrase.start) is not None


_MENTIONED = compiled(r" ?\((?:mentionn|prév|vis)[a-zé]{1,4} (?:à l'|aux? )")
"""What says in a bracket of which article an annex is: "code A, annexe 7-1 (mentionnée à l'article D. 744-26)"."""
_POINTS = tuple(f"{sign} " for sign in _POINT)
CONTEXTLESS = frozenset(("sigle", "nom", "autre"))
_MARK = compiled(r" ?\((?:V|VD|VT|VDT|Ab|AbD|M|MM|MMN|T|P|R|D|PP|VVD)\)")
"""A mark with which Légifrance says what became of a version."""


def of_act(text: str, before: Phrase, phrase: Phrase, start: int | None = None) -> Phrase:
    """An article as one of the act of the phrase before; it begins with that, or at ``start``.

    The mark of a version behind it ("art. 44 (V)") is no part of it.
    """
    items, stop = phrase.items, phrase.stop
    items = tuple(with_points(text, with_blanks_before(text, items, before.act), before.act))
    stop = max(stop, items[-1].end)
    last = items[-1]
    if last.locators and _MARK.match(text, last.end) is not None:
        items = (*items[:-1], last._replace(locators=()))
    return phrase._replace(act=before.act, items=items, start=before.start if start is None else start, stop=stop)

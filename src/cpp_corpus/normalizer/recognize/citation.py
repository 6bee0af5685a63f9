"""Citations as people type them: ``art. 706-16 CPP``, ``L. 811-2 CSI``, ``628-2``, ``CPP, art. 706-16``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from operator import attrgetter

from cpp_corpus.lang.abbreviations import Standing, abbreviation, abbreviation_at, last_article
from cpp_corpus.lang.acts import code_name_at, has_number
from cpp_corpus.lang.natures import short_act_at
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, Reference, ReferenceKind, Via
from cpp_corpus.normalizer.recognize.discourse import CitingArticle, analysed
from cpp_corpus.normalizer.recognize.discourse.versions import in_order
from cpp_corpus.normalizer.recognize.grammar import phrases
from cpp_corpus.normalizer.recognize.grammar.article_lists import is_unlikely
from cpp_corpus.normalizer.recognize.grammar.articles import articles_at, continued
from cpp_corpus.normalizer.recognize.grammar.counted import UNITS
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import ABBREVIATION
from cpp_corpus.normalizer.recognize.grammar.designations.courts import decisions
from cpp_corpus.normalizer.recognize.phrase import ActName, Phrase
from cpp_corpus.normalizer.recognize.text import checked, reading
from cpp_corpus.normalizer.recognize.text.edits import blanks

__all__ = ["find_citation"]

_WORD, _WORDS = "art. ", "arts "
_SEVERAL = Pattern(r"[0-9]+(?:-[0-9]+)*(?:,\s[0-9]+(?:-[0-9]+)*)*\s(?:et|ou)\s[0-9]", re.IGNORECASE)
_HEADED = Pattern(r"\s*+(?:(?:l'|les\s|aux\s|à\sl')\s*+)?art(?:icles?\b|s?\b\.?)\s*", re.IGNORECASE)
_BEHIND_ACT = Pattern(r"(?:\s*+[,:])?\s++(?=art|[lrda]?[.\s*]*[0-9])", re.IGNORECASE)
_PREFIX = Pattern(r"(?<![\w.'])(?:lo|[lrda])(?=[. ]{0,2}[0-9])")
"""The prefix of a number in small letters: "l1234-1"."""
_NAME = Pattern(r"(?<=[0-9\s,(.a-z])\s*(?:(?<![^\W_])|(?<=[0-9])(?=[^\W\d_]{2}))(?=[^\W\d_])")
_BLANKS = re.compile(
    r"\A\s*[0-9]{1,2}\)\s(?=\s*(?:art|[lrd][. ]?\s?[0-9]))|_"
    r"|[=|:](?=\s+[^\W\d]|\Z)|(?<=[^\W\d])/(?=(?:[lrd]\.? ?)?[0-9])(?![0-9]{2,4}/)"
    r"|(?<=[0-9])/(?!(?:CEE?|UE|JAI|PESC|Euratom)(?!\w))(?=[^\W\d]{2})",
    re.IGNORECASE,
)
"""Signs that people put where a blank would do: "CCH_L271-1", "art. 1240 : code civil", "700/cpc"."""
_JOINT = re.compile(r"\s*[,;/+&]\s*|\s+(?:[-–]|et|ou|puis)\s+|\s+(?!(?:19|20)[0-9]{2}(?![0-9]))")
"""What may stand between two citations."""
_SIGNS = re.compile(r"[/+]|(?<=\s)[-–](?=\s)")
"""Signs that may stand between the numbers of one act: "cpc 31/32", "cc 1103+1104"."""
_LONGEST = 200  # characters of a text with several citations, and from a name to its end
_MOST = 16  # places at which a text is parted
_YEAR = Pattern(r"1[89][0-9]{2}|20[0-3][0-9]")
_PLAIN = re.compile(r"[0-9]{3}")
"""A number that is none of a part."""
_DECISION = re.compile(r"[0-9]{2,4}-[0-9/]+\s(?:DC|QPC|LP|AN|SEN|L|FNR|ORGA|RIP|I|D)(?!\w)")
_CODE_ALONE = Pattern(r"\s*(?:(?:nouveau|ancien)\s)?code\s[^,:]+", re.IGNORECASE)
_WORD_BEHIND = Pattern(r"\s(?!(?:anc|nouv|abrog|modif|dev|al|bis|ter|qu)[a-z]*(?!\w))[^\W\d_](?:[\w'-]+|\.\s[a-zà]\s)")
_UNJOINED = Pattern(r"\s(?!(?:d(?:u|e|es)|codes?|loi|décret|ordonnance|arrêté)\s|d')[^\W\d_]", re.IGNORECASE)
"""A word behind a number that does not join it to an act."""
_FEWEST = 2  # letters of initials that mean many things, where they are of no code
_LETTERS_AND_DIGITS = 6  # of a number and initials in small letters that are an article and its act
_LINK = Pattern(r"(?:[\s,(]|(?<![^\W_])(?:du|de\s+la|de)\s)*$", re.IGNORECASE)


def find_citation(text: str) -> list[Reference]:
    """The articles that a bare citation names; positions index ``text``. Empty where it is no citation.

    The act is the one named in full or by a usual abbreviation; else it is ``None``, with a reason. Where an
    abbreviation stands for two codes, the one that has the number is meant; where both have it, neither is taken.

    >>> [(r.act, r.article) for r in find_citation("art. 706-16 CPP")]
    [('code-de-procedure-penale', '706-16')]
    >>> [(r.act, r.article) for r in find_citation("628-2")]
    [(None, '628-2')]
    """
    read = reading(checked(text))
    read = read._replace(text=_PREFIX.sub(lambda match: match[0].upper(), _BLANKS.sub(blanks, read.text)))
    return list(map(read.restored, _cited(read.text, {})))


def _cited(text: str, known: dict[int, list[Reference]]) -> list[Reference]:
    """What a citation in folded text names, or several citations with signs between them.

    ``known``: what the ends of the text name that have been looked at, by their lengths.
    """
    if len(text) not in known:
        known[len(text)] = _parted(text, known)
    return known[len(text)]


def _parted(text: str, known: dict[int, list[Reference]]) -> list[Reference]:
    found = _one(text)
    if _is_read(found) and not _has_digits(text[found[-1].end :]) and not _has_digits(text[: found[0].start]):
        return found
    if len(text) > _LONGEST:
        return found
    listed = _SIGNS.sub(",", text)
    if listed != text and len(all_of := _one(listed)) > len(found) and all(map(_is_known, all_of)):
        return all_of
    for joint in islice(_JOINT.finditer(text), _MOST):
        first, rest = text[: joint.start()], text[joint.end() :]
        if not _has_digits(first) or not _has_digits(rest):
            continue
        if _is_read(before := _one(first)) and _is_read(behind := _cited(rest, known)):
            return [*before, *(r.moved(joint.end()) for r in behind)]
    return found


def _is_known(reference: Reference) -> bool:
    """Whether the act of a reference has its number."""
    return has_number(reference.act, reference.article or "") is True


def _has_digits(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_read(found: Sequence[Reference]) -> bool:
    """Whether something was found, and all of it has its act."""
    return bool(found) and all(r.act is not None for r in found)


def _one(text: str) -> list[Reference]:
    candidates, start, stop = _abbreviated(text)
    before = start > 0
    headed = _HEADED.match(text, start, stop)
    if before and headed is not None and _is_read(full := _in_full(text)):
        return full
    start = headed.end() if headed else start
    while start < stop and text[start].isspace():
        start += 1
    listed = before and headed is None and _SEVERAL.match(text, start, stop) is not None  # "TFUE 101 et 102"
    whole = (_WORDS if listed else _WORD) + text[start:stop]
    phrase = None if _DECISION.match(text, start) else articles_at(whole, 0, 0)
    if phrase is None or short_act_at(text, start) is not None:
        return _in_full(text)
    if headed is None and _is_prose(text[:start], whole, phrase, candidates):
        return []
    if candidates and phrase.act is not None and set(candidates).isdisjoint(phrase.act.ids):
        return [] if before else _in_full(text)  # "cc 1240, 700 cpc"
    if len(candidates) == 1 and phrase.act is None:
        of_new = has_number(candidates[0], normalize_number(phrase.items[0].number or ""))  # "R123-1 anc. ccom"
        at = phrase.stop if of_new and not before else 0
        phrase = phrase._replace(act=ActName(at, at, phrase.stop, "autre", candidates))
    found = _references(whole, list(continued(whole, phrase)))
    counted = UNITS.match(whole, phrase.items[-1].end) is not None  # "RGPD 4 ans après"
    if before and headed is None and (counted or any(_is_none_of(r, candidates) for r in found)):
        full = _in_full(text)  # "Constitution 1958, art. 13"
        return full if _is_read(full) and not any(_is_none_of(r, candidates) for r in full) else []
    rest = whole[found[-1].end :] if found else ""
    if not before and candidates and _PLAIN.search(rest) is not None:
        return []  # "1er al. 1792 cc"
    if _has_digits(rest) or (rest and not candidates and found[-1].act is None):
        full = _in_full(text)  # "CJA L 521-1 ; CRPA L 211-2"
        if len(full) >= len(found) and _is_read(full):
            return full
    return [_placed(r, start - len(_WORD), candidates) for r in found]


def _is_prose(before: str, whole: str, phrase: Phrase, candidates: tuple[str, ...]) -> bool:
    """Whether a plain number without a word is none of an article.

    "12 rue des Lilas", "12 cc d'eau", "Code civil 1804".
    """
    number, act = (phrase.items[0].number or "").removesuffix("er"), phrase.act
    if len(phrase.items) > 1 or not number.isdigit():
        return False
    if before.strip():
        if len(before.strip(" ,:")) <= _FEWEST and not candidates[0].startswith("code-"):  # "CE 1"
            return True
        return _YEAR.fullmatch(number) is not None and _CODE_ALONE.fullmatch(before) is not None
    behind = _WORD_BEHIND.match(whole, phrase.stop) is not None
    if act is None or not act.ids:
        if act is None:
            return behind
        return act.reason is Reason.UNKNOWN_NAME and _UNJOINED.match(whole, phrase.items[-1].end) is not None
    if act.form == ABBREVIATION.name and is_unlikely(whole, phrase, act):
        return True
    small = whole[act.start].islower() and act.end - act.start + len(number) < _LETTERS_AND_DIGITS
    return behind and small and act.form == ABBREVIATION.name


def _abbreviated(text: str) -> tuple[tuple[str, ...], int, int]:
    """What an abbreviation before or behind the numbers of a citation means, and where what is left begins and ends.

    So a code in full before them, without a comma. Behind them only one that the grammar does not read, or that stands
    for several acts.
    """
    first = len(text) - len(text.lstrip())
    if decisions(text, first):
        return (), 0, len(text)
    short = abbreviation_at(text, first)
    named = code_name_at(text, first) if short is None or not short.ids else (short.end, short.ids)
    behind = None if named is None else _BEHIND_ACT.match(text, named[0])
    if named is not None and behind is not None:
        return named[1], behind.end(), len(text)
    end = len(text.rstrip(" )"))
    for name in _NAME.finditer(text, max(first, end - _LONGEST), end):
        tail = text[name.end() : end]
        found = abbreviation(tail)
        if found is not None and found.standing is not Standing.CITATION and len(found.ids) < 2:
            break  # the grammar reads it
        if found is None and "." in tail:
            found = abbreviation(tail.upper())
        if found is not None and found.ids:
            link = _LINK.search(text, max(0, name.end() - _LONGEST), name.end())
            return found.ids, 0, name.end() if link is None else link.start()
    return (), 0, len(text)


def _in_full(text: str) -> list[Reference]:
    written = phrases(text).phrases
    if len(written) == 1 and (act := written[0].act) is not None and written[0].kind == "act" and len(act.ids) == 1:
        behind = _BEHIND_ACT.match(text, act.stop)  # "Loi n° 89-462 du 6 juillet 1989, 15"
        whole = _WORD + text[behind.end() :] if behind is not None else ""
        phrase = articles_at(whole, 0, 0) if behind is not None else None
        if behind is not None and phrase is not None and phrase.act is None and not UNITS.match(whole, phrase.stop):
            shift = behind.end() - len(_WORD)
            return [_placed(r, shift, act.ids) for r in _references(whole, [phrase])]
    found = _references(text, written)
    return in_order([reference for reference in found if reference.kind is ReferenceKind.ARTICLE], found)


def _references(text: str, found: Sequence[Phrase]) -> list[Reference]:
    references = analysed(text, found, CitingArticle()).references
    return in_order(sorted(references, key=attrgetter("start", "end")), references)


def _is_none_of(reference: Reference, candidates: tuple[str, ...]) -> bool:
    """Whether a plain number behind an abbreviation is none of its acts: "CP 75011", "RGPD 2018"."""
    number = reference.article or ""
    if not number.isdigit():
        return False
    last = last_article(candidates[0])
    return int(number) > last if last is not None else all(has_number(act, number) is False for act in candidates)


def _placed(reference: Reference, by: int, candidates: tuple[str, ...]) -> Reference:
    reference = reference.moved(by)
    if not candidates or reference.act is not None:
        return reference
    having = [act for act in candidates if has_number(act, normalize_number(reference.article or ""))]
    chosen = having if len(candidates) > 1 else candidates
    if len(chosen) == 1:
        return reference.replaced(act=chosen[0], via=Via.EXPLICIT, basis=Basis.NAMED, reason=None)
    return reference.replaced(reason=Reason.AMBIGUOUS_ABBREVIATION, detail=" or ".join(candidates))

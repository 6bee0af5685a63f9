"""Acts: named beside an article or a division, or alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cpp_corpus.lang.acts import ACTS
from cpp_corpus.normalizer.recognize.fragments import DATE, PRECITED, adjective_before, compiled
from cpp_corpus.normalizer.recognize.grammar.designations import forms_at
from cpp_corpus.normalizer.recognize.grammar.designations.laws import LAW, NATURES, further_laws, iso_date
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Phrase, how_named, new
from cpp_corpus.normalizer.recognize.rule import Example, Rule

__all__ = ["ACT", "ANNEX_CODE", "CELL", "act_after", "goes_on_with_act"]

_NOUNS = (
    *("code", "CODE", "loi", "LOI", "ordonnance", "ORDONNANCE", "décret", "DÉCRET", "décret-loi", "arrêté", "ARRÊTÉ"),
    *("directive", "règlement", "décision"),
    *("décision-cadre", "convention", "traité", "charte", "statut", "protocole", "accord"),
)
_CODE = compiled(r" (?=code )")
_AFTER = compiled(rf",? ?{PRECITED}")
_LINK = compiled(rf"""
    (?:,? ?(?:modifiée?s?(?!\w)|{PRECITED}),?)? ?,? ?
    (?:
        (?P<same>
            (?:du|de la|de l'|des|au|à la) mêmes?|dudit|de ?ladite|desdite?s|audit|à ladite
            |(?:de |à |d')(?:ce|cet|cette|ces)(?: mêmes?)?|(?:du|de la|des) dite?s?
        )
        |(?P<present>(?:du|de la|des|au|à la) présente?s?)
        |(?:annexée? )?
        (?:du|de la|de l'|(?P<loose>des|de(?: sa)?|d'une?|d'|au|à la|à l'|aux))
    )(?: |(?<=')) ?
""")


_ENDS = frozenset((".", ";", ")", ":", "\n", ""))
_GOING = frozenset(" ,daàcmps")
_GOES_ON = compiled(r" ?,? ?(?:d[eu']|a[nu]|à |code |m(?:od|en)|préc|sus|ci-)")


def goes_on_with_act(text: str, at: int) -> bool:
    """Whether an act, a division or "précité" may follow, by the first letters: it saves the trials."""
    two = text[at : at + 2]
    if two[:1] in _ENDS or (two[:1] == " " and two[1:] not in _GOING):
        return False
    return _GOES_ON.match(text, at) is not None


def act_after(text: str, at: int) -> ActName | None:
    """The act that a phrase goes on with: ``du code pénal``, ``de la loi n° …``, ``du même code``.

    ``at`` is where its preposition begins, spaces and a comma before it aside.
    """
    link = _LINK.match(text, at)
    if link is None:
        bare = _CODE.match(text, at)
        name = _act_at(text, bare.end(), None) if bare else None
        return name if name is not None and name.how is How.NAMED else None
    name = _act_at(text, link.end(), _how(link))
    if name is not None and name.how is How.VAGUE and (link["loose"] or "," in link[0]):
        return None
    return name


def _how(match: re.Match[str]) -> How | None:
    return How.SAME if match["same"] else How.PRESENT if match["present"] else None


def _act_at(text: str, at: int, how: How | None) -> ActName | None:
    """The act whose name begins at ``at``, its determiner already read as ``how``."""
    for form in forms_at(text[at : at + 1].lower()):
        match = form.begins.match(text, at)
        try:
            name = form.read(text, match, how) if match is not None else None
        except Exception as error:
            error.add_note(f"in the form {form.name!r}")
            raise
        if name is not None:
            return _with_after(text, name, form.name)
    return None


def _with_after(text: str, name: ActName, form: str) -> ActName:
    """A name with the form that read it, and "précité" behind it read as part of it."""
    start, end, stop, nature, ids, how, date, _ = name
    after = _AFTER.match(text, end) if text[end : end + 1] in " ," and text[end + 1 : end + 2] in " ,psmc" else None
    if after is not None:
        stop = after.end()
        how = How.SAME if how is How.VAGUE else how
    return new(ActName, (start, end, stop, nature, ids, how, date, form))


def _read_act(text: str, start: int, _end: int) -> Iterable[Phrase]:
    """[``présent`` | ``même`` | ``ledit`` | ``ce``] *act*"""
    word, begin = adjective_before(text, start)
    how = how_named(word)
    name = _act_at(text, start, how)
    if name is None or name.nature == "autre" or name.how is How.VAGUE or _is_no_act(name):
        return ()
    if how is not None and name.how is how:
        name = name._replace(start=begin)
    phrase = new(Phrase, ("act", name.start, name.stop, (), name, False, False, False))
    if name.date is None or name.how is not How.NAMED:
        return (phrase,)
    further = [Phrase("act", other.start, other.stop, (), other) for other in further_laws(text, name)]
    return (phrase, *further)


def _is_no_act(name: ActName) -> bool:
    """Whether "code" is no law here ("code postal"): alone, only a code of the list is one."""
    return name.nature == "code" and name.how is How.NAMED and not any(act in ACTS for act in name.ids)


_CELL = compiled(rf"n° ?(?P<number>\d{{2,4}}-\d+)(?: du (?P<date>{DATE}))?(?= ?[\t\n]| ?$)", re.IGNORECASE)
_TABLE = 20_000  # characters before a cell in which its head may stand
_HEADS = {spelled: nature for word, nature in NATURES.items() for spelled in (word, word.capitalize(), word.upper())}
_HEAD_END = re.compile(r"s? *[\t\n]", re.IGNORECASE)


def _read_cell(text: str, start: int, _end: int) -> Iterable[Phrase]:
    """``n°`` *number* [``du`` *date*], alone in a cell: of the nature with which the head of its column ends"""
    cell = _CELL.match(text, start) if start and text[start - 1] in "\t\n" else None
    nature = _headed(text, start) if cell is not None else None
    if cell is None or nature is None:
        return ()
    ids = (f"{nature}:{cell['number']}",)
    name = ActName(start, cell.end(), cell.end(), nature, ids, How.NAMED, iso_date(cell["date"]), LAW.name)
    return (Phrase("act", start, cell.end(), (), name),)


def _headed(text: str, at: int) -> str | None:
    """The nature with which a cell before ``at`` ends, the last one."""
    found = max((text.rfind(word, max(0, at - _TABLE), at), word) for word in _HEADS)
    return _HEADS[found[1]] if found[0] >= 0 and _HEAD_END.match(text, found[0] + len(found[1])) else None


ACT = Rule(
    "act",
    (*(noun + plural for noun in _NOUNS for plural in ("", "s")), "Constitution", "livre des procédures"),
    r"(?!\w)",
    _read_act,
    (
        Example("les dispositions du ⟦présent code⟧", "ici"),
        Example(
            "le ⟦décret n° 2020-12 du 3 mars 2020⟧ et la publication ⟦dudit décret⟧", "decret:2020-12 decret:2020-12"
        ),
        Example("la publication dudit décret"),
        Example("ce contrat et cet accord"),
    ),
)

ANNEX_CODE = Rule(
    "annex",
    ("annexe I", "annexe II", "annexe III", "annexe IV"),
    r"(?=,? art\.| (?:au|du) (?:(?:même|présent) )?code(?!\w))",
    _read_act,
    (
        Example("l'⟦annexe II au code général des impôts⟧", "code-general-des-impots-annexe-ii-cgianii"),
        Example(
            "le ⟦code général des impôts⟧ (voir Annexe III, art. ⟦4⟧)",
            "code-general-des-impots-cgi code-general-des-impots-annexe-iii-cgianiii/4",
        ),
        Example("l'⟦annexe II⟧, sauf exception", "ici:annexe.ii"),
    ),
)

CELL = Rule(
    "cell",
    ("n°",),
    r" ?\d",
    _read_cell,
    (
        Example("Dans leur rédaction résultant du décret\n⟦n° 2020-12 du 3 mars 2020⟧", "decret:2020-12"),
        Example("Articles\tDÉCRET\n⟦R. 1-1⟧\t⟦n° 2020-12⟧", "ici/r1-1 decret:2020-12"),
        Example("le décret\nBulletin\nn° 2020-12 du 3 mars 2020 et suivants"),
        Example("Bulletin\nn° 2020-12"),
    ),
)

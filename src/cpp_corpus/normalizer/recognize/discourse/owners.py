"""The act to which a possessive leads back, and the one that is said to provide something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.lang.acts import code_name_at, numbers_alike
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis
from cpp_corpus.normalizer.recognize.discourse.decision import (
    CitingArticle,
    Decision,
    has_all,
    is_never_of,
    numbers_of,
    unknown,
)
from cpp_corpus.normalizer.recognize.discourse.named_acts import ANAPHORA_VIA, NamedAct, NamedActs, opens_sentence
from cpp_corpus.normalizer.recognize.discourse.pronouns import it_says, of_subject, pronoun_of
from cpp_corpus.normalizer.recognize.discourse.scopes import ends_sentence
from cpp_corpus.normalizer.recognize.fragments import NOTABLY, compiled
from cpp_corpus.normalizer.recognize.grammar.designations.laws import NATURES
from cpp_corpus.normalizer.recognize.grammar.qualifiers import has_verb
from cpp_corpus.normalizer.recognize.phrase import Phrase

__all__ = [
    "CHANGES",
    "CHANGING",
    "OF_AUTHORITY",
    "OLD_TEXT",
    "PRIVATE",
    "code_meant",
    "had_by",
    "has_other_subject",
    "has_unread_subject",
    "is_of_noun_before",
    "is_of_subject_behind",
    "meant_by_subject",
    "of_unread",
    "owner_of",
    "said_of",
]

_SUBJECT = compiled(r"(?:[;.]|; que|; et que|, et que|, et|, que|\n|^) $|^$", re.IGNORECASE)
"""What stands before a possessive that begins a clause, and so leads back to the subject of the one before."""
_TAKEN = compiled(r"prise?s? (?:pour l'|en )(?:application|exécution) (?:d[e'] ?|notamment de )$")
_TAKING = 44  # characters
_MEASURED = compiled(
    r"(?:(?:conform|compatib|contrari)\w*(?: [^.;:\n]{0,60})? (?:à|avec)|(?:méconna|viol)\w+) (?:la |l'|le |cette )?\Z"
)
"""What stands before an act by which another one is measured: "la conformité à la Constitution de son article 5"."""
_OF_MEASURED = (" de ", " par ")
_GOES_ON = compiled(r"(?<!\w)(?:s(?:on|es)|leurs?) art(?:icles?|\.) (?:[^;.:\n]|(?<=[LRDAl])\.){1,120}, et $")
"""A possessive before another one, of the same act: "son article 20, paragraphe 2, et son article 21"."""
_WITHIN_IT = compiled(
    rf" ?,? ?(?:\([^()\n]{{1,60}}\) ?,? ?)?(?:et )?(?:(?:{NOTABLY} )?(?:en|dans|à|aux?|par) |{NOTABLY},? )"
)
"""What makes a possessive one of the act directly before it: "le code civil, en son article 12", "notamment ses"."""
_FAR = 160  # characters
OF_AUTHORITY = (
    r"règlement (?:intérieur|général(?! sur la protection| d'exemption)|départemental|disciplinaire|sanitaire|municipal"
    r"|communal|local|national d'urbanisme|d'urbanisme|d'attribution|d'arbitrage"
    r"|de (?:copropriété|voirie|(?:la )?consultation|service)"
    r"|du (?:plan|PLU|POS|service|lotissement|jeu|concours))(?!\w)"
)
"""Rules that are no act of the Union, by what stands behind their noun."""
PRIVATE = (
    rf"(?:convention|contrat|bail|statuts|{OF_AUTHORITY}|cahier des charges|protocole|pacte"
    r"|accord|charte|avenant|instruction|note de service|conditions (?:générales|particulières)|devis|compromis"
    r"|règlement n[°o] ?\d{1,3}(?= du Conseil| de la Commission)"
    r"|promesse|mandat|police(?! (?:judiciaire|municipale|nationale|administrative|rurale))|CG[AUV]|CC[AT]P|CCAG)"
)
_CHALLENGED = (
    r"(?:loi(?: du pays| organique)?|décret|arrêté|ordonnance|délibération|décision|règlement)s? "
    r"(?:déféré|attaqué|contesté|critiqué|entrepris|litigieu|querellé)(?:e|x|se)?s?(?!\w)"
)
_BEFORE_COURT = compiled(
    rf"(?<!\w){_CHALLENGED}"
    r"(?![^.;:\n]{0,60}(?:méconn|viol|appliqu|contrari|respect|contrevien))"
    r"[^.;:\n]{0,100}(?: ; (?:que |qu'|il |elle )[^.;:\n]{0,60})?$"
)
"""An act by its noun and what a court does with it, before a possessive: "la loi déférée, en son article 5"."""
_BARE_ACT = (
    r"(?:(?:loi(?: organique| constitutionnelle|-cadre)?|décret|arrêté|ordonnance|circulaire|instruction|règlement"
    r"|directive|délibération|proje(?:t de loi|t)|proposition de loi)s?"
    r"(?= (?:d'(?:application|exécution)|de (?:transposition|ratification)|portant|relati(?:f|ve)s? |modificati"
    r"|pris(?:e?s?) (?:pour|en|sur) )))"
)
"""An act by its noun and what it is about, without number and date: "le décret d'application de la loi n° 2031-12"."""
OLD_TEXT = (
    r"(?:(?:vieux|vieille|ancien(?:ne)?|célèbre|défunte?|première?|grande?) )?"
    r"(?:code|loi|décret(?:-loi)?|ordonnance|arrêté|règlement|traité|constitution|charte|projet|déclaration|directive)s?"
    r"(?: (?!n ?°|du \d)[a-zà-ÿ'-]+){0,4}? de (?:(?:1[4-9]|20)\d\d|l'an [IVX]+)"
)
"""A text by its noun and its year alone: "l'ordonnance criminelle de 1670"."""
_NO_CHANGE = (
    r"(?!,? (?:(?:l'|les )?(?:a|ont|avait|est venue) )?"
    r"(?:modifi|insér|introdui|ajout|réécri|remplac|abrog|réform|chang|cré|intégr|codifi|repri|repren|consacr|inscri|plac))"
)
"""What it does to an article of another act: "L'ordonnance de 2016 a inséré, à l'article 5, un renvoi"."""
_ANOTHER = compiled(
    r"(?:^|[.,;:(\n]|(?<!\w)(?:et|que|si|vu|ni|vertu|application|titre|termes|sens|selon|suivant))"
    r" ?(?:la |le |les |l'|cette |ce |du |de la |de l'|des |au |aux )?"
    rf"(?:{PRIVATE}|{_BARE_ACT}|(?:code|loi|décret|ordonnance|arrêté)s? (?:de )?(?:1[5-9]|20)\d\d)"
    r"(?![\w-])[^.;:\n]{0,120}(?: ; (?:que |qu'|il |elle )[^.;:\n]{0,60})?$",
    re.IGNORECASE,
)
"""A text that is not read, to which a possessive leads back: "la convention du moulin, en son article 6"."""
_NATURES = {
    **NATURES,
    **{noun: noun for noun in ("code", "convention", "traité", "constitution", "charte")},
    "directive": "directive-ue",
    "règlement": "reglement-ue",
}
_BESIDE = compiled(
    rf"(?:[.,;:(\n]|(?<!\w)(?:et|que|si|mais|or|car)) ?(?:la |le |l'|cette |cet |ce |ladite |ledit )?"
    rf"(?P<noun>{'|'.join(_NATURES)})(?: (?!n ?°|du \d)[a-zà-ÿ'-]+){{0,6}}, (?:en|dans|par|à|aux) $",
    re.IGNORECASE,
)
"""An act by its noun with words that are not read, directly before a possessive: "la loi organique, en son article"."""
_OPENS = compiled(r"(?:^|[.;:\n] ?|(?<!\w)(?:et|mais|puis|que), )(?:dans|en|par|à|aux) $", re.IGNORECASE)
_SUBJECT_BEHIND = compiled(
    rf" ?, (?:la |le |l'|les )(?:{PRIVATE}|testament|transaction"
    rf"|(?P<noun>{'|'.join(_NATURES)})(?!\w)"
    r"(?P<more> (?:n ?°|d[eu](?!\w)|d'|des(?!\w)|relati|portant|organique|(?-i:[A-Z«])))?)",
    re.IGNORECASE,
)
"""An act that is the subject of the clause which a possessive opens: "Dans son article 5, le contrat"."""
_SUBJECT_TEXT = compiled(
    rf"(?:^|[.;:\n] ?|(?<!\w)(?:que|qu'|mais|or|car|et|vue?s?),? )(?:l[ea]s? |l'|cet(?:te)? |ce |s(?:on|a|es) |leurs? "
    rf"|[nv](?:os|otre) |[mt](?:on|a|es) |un |une )(?:{PRIVATE}|{_BARE_ACT}|{OLD_TEXT}{_NO_CHANGE}|testament"
    r"|circulaire(?! (?:\w+ )?(?:du \d|n ?°))"
    rf"|{_CHALLENGED}(?=[^.;:\n]{{0,60}} (?:l'|les )articles? )"
    r"|transaction|acte de vente|legs|donation|marché|PLUi?|POS|SCOT|PPR[IN]?|coutume|édit|sénatus-consulte"
    r"|lettres patentes)"
    r"(?!\w)(?P<between>(?:[^.;:\n]|(?<=[LRDA])\.){0,160})$",
    re.IGNORECASE,
)
"""A text that is not read as the subject: "Le contrat, régi par le code civil, stipule à l'article 8"."""
_OTHER_SUBJECT = compiled(r"(?:,|(?<!\w)(?:et|que|mais|or|car|quand|si|lorsque)) (?:la |le |les |l')$")
"""What stands before an act that is itself the subject: "Le contrat est nul, et le code civil prévoit à l'article"."""
CHANGES = compiled(
    r"(?:(?:(?:modifi|complét|rectifi|approuv|annex|ratifi|homologu|transpos|codifi)é\w{0,2}"
    r"(?: notamment| en dernier lieu)? (?:par|à)|issue?s? de"
    r"|prise?s? (?:(?:pour l'|en )(?:application|exécution)|sur le fondement|en vertu) d(?:e|u|es)"
    r"|(?P<title>(?:modifi|complét|ratifi|transpos|rectifi|abroge|remplaç|proroge|rapport)ant"
    r"|portant partie (?:législative|réglementaire) d(?:e|u)"
    r"|(?:portant|relati(?:f|ve)s? à|fixant|précisant|déterminant|définissant)"
    r" (?:(?:l'|les |la )?(?:modalités|conditions|règles|mesures) )?(?:d'|de l'|de la |de |l'|la )?"
    r"(?:application|exécution|modification|transposition|ratification|adaptation|abrogation|extension) d(?:e|u|es)))"
    r"(?:(?: (?:[\w°'-]{1,14} ){1,8}?d(?:e|u|es))?"
    r" (?:l'|le |la |les )?articles? (?:[^.;:\n]|(?<=[LRDA])\.){1,40}? d(?:e|u))?"
    r"(?: certaines dispositions d(?:e|u))?)(?:d?it)? ?(?:la |l'|les? |ladite |(?:la |le )?même |cette |ce )?$"
)
"""What makes an act one that is named for the sake of another: "la loi …, modifiée par la loi …, notamment son".

An article of it may stand between, with its part: "pris pour l'application du II de l'article 88 de la loi …".
"""
CHANGING = 110  # characters
_SAID = frozenset((
    "stipule", "stipulent", "dispose", "disposent", "disposait", "prévoit", "prévoient", "prévoyait", "énonce",
    "énoncent", "précise", "précisent", "indique", "indiquent", "impose", "imposent", "fixe", "fixent", "définit",
    "définissent", "garantit", "garantissent", "consacre", "consacrent", "institue", "instituent", "réprime",
    "répriment", "interdit", "interdisent", "autorise", "autorisent", "organise", "organisent", "rappelle",
    "rappellent", "réglemente", "réglementent", "régit", "régissent", "règle", "règlent", "encadre", "encadrent",
    "sanctionne", "sanctionnent", "punit", "punissent", "exige", "exigent", "permet", "permettent", "oblige",
))  # fmt: skip
"""Verbs whose subject is the act of an article: "La loi … prévoit, à l'article 5, que"."""
_BESIDE_LATTER = compiled(r" \w+ [^.;:()\n]{1,60}? (?:de|à) cel(?:le|ui)-ci(?!\w)")
"""What shows the act named last to be another one: "la loi … succède au décret … : son article 4 reprend l'article 12
de celui-ci".
"""


_BILL_OR_PRESENT = compiled(
    r"(?:^|[.;:\n] ?(?:\(\d{1,3}\) )?|(?<!\w)(?:que|mais|et) )"
    r"(?:[Ll][ea] (?:présente?|projet|proposition|avant-projet)|[Ll]es présent(?:e?s))(?!\w)"
    r"(?! (?:article|alinéa|chapitre|titre|section|livre|partie|paragraphe|cas|affaire|espèce))[^.;:\n]{0,120}$"
)
"""A bill, or the text itself, as the subject: "La présente loi modifie la loi …", "Le projet complète le code"."""


def has_other_subject(text: str, start: int) -> bool:
    """Whether a bill, or the text itself, is the subject of the clause in which an act is named, at ``start``.

    >>> has_other_subject("Le projet de loi modifie la loi n° 2031-12", 28)
    True
    """
    return _BILL_OR_PRESENT.search(text, max(0, start - _FAR), start) is not None


_NOUN_BEFORE = compiled(
    r"(?:^|[.;:,\n] ?|(?<!\w)(?:qu'|(?:que|et|mais|or|car) ))"
    r"(?:l[ea]s? |l'|sa |son |ses |leurs? |[nv]o(?:s|tre) |une? )"
    rf"(?!(?:{'|'.join(_NATURES)}|texte|législateur|articles?|même|présente?)(?!\w))[^\W\d][^.;:,\n]{{3,100}},"
    r" (?:en|dans|par|à|aux) $",
    re.IGNORECASE,
)
"""Something that is no act, directly before a possessive: "la politique de confidentialité, en son article 5"."""


def is_of_noun_before(text: str, start: int) -> bool:
    """Whether a possessive at ``start`` is of what is named directly before it, which is no act.

    >>> [is_of_noun_before(f"{noun}, en son article 3", len(noun) + 5) for noun in ("La grille des prix", "La loi")]
    [True, False]
    """
    return _NOUN_BEFORE.search(text, max(0, start - _FAR), start) is not None


_JUDGED = compiled(
    r"(?<!\w)(?:l[ea] |l'|ladite |ledit )(?:jugement|arrêt|ordonnance|décision|sentence|délibération|arrêté)"
    r"(?: (?:attaquée?|entreprise?|déférée?|contestée?|critiquée?|litigieu(?:x|se)|susvisée?))?"
    r" (?:est|sera|a été|doit être)(?: \w+)? (?:infirm|annul|réform|confirm|cass|abrog|retir|suspend|modifi)\w{1,3}"
    r"(?:,? (?:mais )?(?:uniquement|seulement))? (?:en|dans|par) $",
    re.IGNORECASE,
)
"""A decision of which somebody judges an article: "le jugement est infirmé en son article 3"."""


def owner_of(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The act that a possessive leads back to ("notamment ses articles …"): the last one of the sentence."""
    start = phrase.start
    last = named.before_bracket(text, start)
    if is_of_subject_behind(text, phrase, "" if last is None else last.nature):
        return None
    if last is not None and _SUBJECT.search(text, max(0, start - 12), start) is not None:
        goes_on = _GOES_ON.search(text, max(last.span.end, start - _FAR), start) is not None
        last = last if goes_on else named.subject(text, start) or last
        if not goes_on and named.before(text, last.span.start) is None and has_other_subject(text, last.span.start):
            return _of_unread()
    head = 0 if last is None else named.head_of_list(text, last)
    changes = None if last is None else CHANGES.search(text, max(0, head - CHANGING), head)
    if last is not None and changes is not None and not _is_prefixed_in(last.id, phrase):
        of = named.before(text, head)
        if of is None and changes["title"] is None:
            return _of_unread()
        last = of or last
    titled = None if last is None else _beyond_title(text, last, head, named)
    if last is not None and titled is not None and not is_never_of(titled.id, numbers_of(phrase)):
        last = last if _is_prefixed_in(last.id, phrase) else titled
    if (
        last is not None
        and text.endswith(" par ", 0, start)
        and _HAS_CHANGED.search(text, max(0, last.span.start - CHANGING), last.span.start)
    ):
        of = named.before(text, last.span.start)
        if of is None:
            return _of_unread()
        last = of
    if last is not None and (
        _TAKEN.search(text, max(last.span.end, start - _TAKING), start) is not None
        or (text.endswith(_OF_MEASURED, 0, start) and _MEASURED.search(text, max(0, last.span.start - _FAR), head))
    ):
        of = named.before(text, last.span.start)  # "le décret … pris pour l'application de son article 10"
        if of is None:
            return _of_unread()
        last = of
    if last is not None and _BESIDE_LATTER.match(text, phrase.stop) is not None:
        of = named.before(text, last.span.start)
        if of is None:
            return _of_unread()
        last = of
    if _is_of_another(text, phrase, last) or _is_said_by_another(text, phrase, last):
        return _of_unread()
    if (meant := meant_by_subject(text, phrase, named)) is not None:
        return meant
    if last is not None and last.nature == "code" and last.via is ANAPHORA_VIA:
        last = _with_number(text, phrase, named, last)
    if last is not None and text.startswith(",", last.span.end):
        last = _beyond_aside(text, last, named) or named.antecedent(text, last)
    if last is not None and last.nature == "code":
        named_as = code_name_at(text, last.span.start)
        last = (
            last
            if named_as is None or len(named_as[1]) == 1 or last.id != named_as[1][0]
            else last._replace(id=code_meant(named_as[1], numbers_of(phrase)))
        )
    if last is not None and is_never_of(last.id, numbers_of(phrase)):
        last = _with_prefixes(numbers_of(phrase), named)
        if last is None:
            return unknown(Reason.OTHER_NUMBERING)
    if (
        last is None
        or (ends_sentence(text, last.span.end, start) and not _is_of_code_before(phrase, last))
        or (has_all(last.id, numbers_of(phrase)) is False and not _is_within(text, phrase, last))
    ):
        return None
    return Decision(last.id, ANAPHORA_VIA, Basis.POSSESSIVE, last.span)


def is_of_subject_behind(text: str, phrase: Phrase, nature: str) -> bool:
    """Whether a possessive that opens its clause is of the act behind it: "Dans son article 5, le contrat prévoit".

    One that is named by its noun alone may be the one before, if that is of the same ``nature``.
    """
    subject = _SUBJECT_BEHIND.match(text, phrase.stop) if text.startswith((", l", " , l"), phrase.stop) else None
    if subject is None or _OPENS.search(text, max(0, phrase.start - _OPENING), phrase.start) is None:
        return False
    noun = subject["noun"]
    return noun is None or subject["more"] is not None or _NATURES[noun.lower()] != nature


_SAYS = compiled(r", (?P<verb>[a-zà-ÿ]+) (?:en|dans|à|par|aux) (?:son|sa|ses|leurs?) art")
_MADE = compiled(
    r"(?: [^.,;:()\n]{1,120})?, [a-zà-ÿ]+(?:ée?|ise?|ue?|ite?)s? (?:[^.,;:()\n]|(?<=[LRDA])\.){1,120} "
    r"(?:l[ea] |l'|d[eu] (?:la )?)?"
)


_SAYS_BESIDE = compiled(
    rf",? (?:(?P<verb>[a-zà-ÿ]+),? (?:en|dans|à|par|aux)|(?:et )?{NOTABLY}(?: en)?) (?:son|sa|ses|leurs?) art"
)
_TITLED = compiled(
    r",? (?:relati(?:f|ve)s?|portant|fixant|précisant|définissant|prise?s?) (?:(?:[^.,;:()\n]|(?<=[LRDA])\.){1,160} )?"
    r"(?:au|à la|à l'|d(?:u|e la|e l'|udit|e ladite|es)) ?(?:même |présente? )?"
)
"""What an act is about, which ends with another one: "L'arrêté … relatif au contrôle prévu à l'article 105 du"."""


def _beyond_title(text: str, last: NamedAct, head: int, named: NamedActs) -> NamedAct | None:
    """The act that is meant or says something, where the last one only ends its title.

    "L'arrêté … relatif à … de la loi … dit à son", "le décret … relatif à l'article … du code …, notamment son".
    """
    says = _SAYS_BESIDE.match(text, last.span.end)
    before = None if says is None or says["verb"] not in {None, *_SAID} else named.before(text, head)
    return None if before is None or _TITLED.fullmatch(text, before.span.end, head) is None else before


def _beyond_aside(text: str, last: NamedAct, named: NamedActs) -> NamedAct | None:
    """The subject of a verb that follows what was done to it: "La loi …, votée selon la Constitution, dit à son"."""
    says = _SAYS.match(text, last.span.end)
    before = None if says is None or says["verb"] not in _SAID else named.before(text, last.span.start)
    if before is None or _MADE.fullmatch(text, before.span.end, last.span.start) is None:
        return None
    return before


_OPENING = 12  # characters
_SAME_CODE = compiled(r"(?<!\w)(?:même|ce|audit|dudit|ledit) (?:même )?code\Z", re.IGNORECASE)
_OF_CODE = 12  # characters of what leads back to a code


def _with_number(text: str, phrase: Phrase, named: NamedActs, last: NamedAct) -> NamedAct:
    """The code that "le même code, en son article 802" means: as "l'article 802 du même code", the one that has it."""
    numbers = numbers_of(phrase)
    start, end = last.span
    if not numbers or has_all(last.id, numbers) is not False:
        return last
    if _SAME_CODE.search(text, max(0, start - _OF_CODE), end) is None:
        return last
    having = (code for code in reversed(named.codes.values()) if has_all(code.id, numbers))
    meant = next(having, None)
    return last if meant is None else last._replace(id=meant.id)


def _with_prefixes(numbers: Sequence[str], named: NamedActs) -> NamedAct | None:
    """The code named last that has numbers which are of no law, decree or the like."""
    return next((code for code in reversed(named.codes.values()) if has_all(code.id, numbers) is True), None)


def _is_of_code_before(phrase: Phrase, last: NamedAct) -> bool:
    """Whether a possessive may be of a code that the sentence before names: it has these numbers, with prefixes."""
    near = phrase.start - last.span.end < _FAR
    return near and last.nature == "code" and _is_prefixed_in(last.id, phrase)


_HAS_CHANGED = compiled(
    r"(?<!\w)(?:abrog|modifi|complèt|complét|remplac|transpos|ratifi|prorog|étend|rétabli|supprim)"
    r"(?:e|ent|a|ait|era|é|i|it|u|d)?(?!\w)(?: [^.;:()\n]{1,40})? (?:l[ea] |les |l')$"
)
"""What an act has done to another one, which stands behind: "a abrogé la loi du 21 juin 1865 par son article 58"."""


def _is_within(text: str, phrase: Phrase, last: NamedAct) -> bool:
    """Whether a possessive is of the act before it, whose list of today lacks the number: it may have had it."""
    start, end = phrase.start, last.span.end
    if _WITHIN_IT.fullmatch(text, end, start) is not None:
        return True
    return (
        last.nature == "code"
        and start - end < _ASIDE
        and all(number[0] in "lrd" and numbers_alike(last.id, number) for number in numbers_of(phrase))
        and ";" not in text[end:start]
        and not has_verb(text, end, start)
    )


_ASIDE = 80  # characters between an act and a possessive: "le code …, dans sa rédaction alors applicable, et ses"


def _is_prefixed_in(act: str, phrase: Phrase) -> bool:
    """Whether the numbers of a phrase have prefixes, and a code has them, which no law or decree would."""
    numbers = numbers_of(phrase)
    return bool(numbers) and numbers[0][0] in "lrd" and has_all(act, numbers) is True


def _is_of_another(text: str, phrase: Phrase, last: NamedAct | None) -> bool:
    """Whether a text that is not read is the last one named before an article, in its sentence.

    Only codes have numbers with a letter.
    """
    if any(number[0] in "lrd" for number in numbers_of(phrase)):
        return False
    at = phrase.start
    begin = max(0 if last is None else last.span.end, at - _FAR)
    if any(pattern.search(text, begin, at) is not None for pattern in (_ANOTHER, _BEFORE_COURT, _JUDGED)):
        return True
    beside = None if last is None else _BESIDE.search(text, begin, at)
    return beside is not None and last is not None and _NATURES[beside["noun"].lower()] != last.nature


def _is_said_by_another(text: str, phrase: Phrase, last: NamedAct | None) -> bool:
    """Whether the subject of the sentence is a text that is not read, though an act is named behind it."""
    at = phrase.start
    if any(number[0] in "lrd" for number in numbers_of(phrase)):
        return False
    subject = _SUBJECT_TEXT.search(text, max(0, at - _FAR), at) or _subject_of_pronoun(text, phrase)
    if subject is None or last is None or last.span.end < subject.start():
        return subject is not None
    if last.span.start < subject.start("between"):
        return False  # the subject is an act that is read: "La convention européenne … prévoit à l'article 8"
    return _OTHER_SUBJECT.search(text, subject.start("between"), last.span.start) is None


def has_unread_subject(text: str, start: int) -> bool:
    """Whether a text that is not read is the subject of the clause in which an act is named, at ``start``.

    >>> has_unread_subject("Le bail déroge au code civil.", 18), has_unread_subject("Le bail est nul et le code", 22)
    (True, False)
    """
    subject = _SUBJECT_TEXT.search(text, max(0, start - _FAR), start)
    return subject is not None and _OTHER_SUBJECT.search(text, subject.start("between"), start) is None


_FEMININE = compiled(
    r"(?:[Ll]a |[Cc]ette |[Ss]a |[Nn]otre |[Uu]ne |[Ll]'|[Vv]otre |[Mm]a )"
    r"(?:convention|charte|promesse|police|instruction|note|transaction|donation|circulaire|directive|coutume|loi|ordonnance)",
)


def _subject_of_pronoun(text: str, phrase: Phrase) -> re.Match[str] | None:
    """The text that is not read for which a pronoun stands, the subject of the sentence before, of its gender."""
    pronoun = pronoun_of(text, phrase)
    if pronoun is None:
        return None
    subject = _SUBJECT_TEXT.search(text, max(0, pronoun.start - _FAR), pronoun.start)
    if subject is None:
        return None
    feminine = _FEMININE.search(text, subject.start(), subject.start("between")) is not None
    return subject if feminine is pronoun.feminine else None


def meant_by_subject(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The act that is the subject of what is said at an article, or for which the pronoun stands that is.

    None is known where a bill or the text itself is the subject.
    """
    meant = it_says(text, phrase, named) or _subject_says(text, phrase, named)
    if meant is not None and meant.antecedent is not None and has_other_subject(text, meant.antecedent.start):
        return _of_unread()
    return meant


_SAYS_AT = compiled(
    r"(?P<more>[^.;:()\n]{0,120}?)(?P<joint>,? (?:et|puis|mais) | ?, | )(?P<verb>[a-zà-ÿ]+)"
    r"(?: (?:ainsi|aussi|également|notamment))?(?: ?,)? (?:\(|(?:à )?l'|(?:aux?|à|en|dans|par) )?"
)
"""What stands between an act and an article at which something is said: "…, prévoit, à l'", " et fixe, en "."""
_WHOSE = re.compile(r"(?<!\w)(?:qui|que|qu|dont|lequel|laquelle)(?!\w)")


def _ends_clause(text: str, start: int, end: int) -> bool:
    return text.find(";", start, end) >= 0 or ends_sentence(text, start, end)


def _subject_says(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The act with which a sentence begins, which names another one before its verb, or before another verb of it.

    "La loi …, qui modifie le code civil, prévoit, à l'article 3", "La loi … modifie le code civil et prévoit, à".
    """
    last, start = named.latest, phrase.start
    says = None if last is None else _SAYS_AT.fullmatch(text, last.span.end, start)
    if last is None or says is None or says["verb"] not in _SAID:
        return None
    if says["more"] and (says["joint"].strip(", ") == "" or _WHOSE.search(says["more"]) is not None):
        return None
    numbers = numbers_of(phrase)
    near = [act for act in reversed(named.latest_ones()) if not _ends_clause(text, act.span.end, start)]
    if len(near) < 2 or not numbers or numbers[0][0] in "lrd" or not opens_sentence(text, near[0].span.start):
        return None
    if _OTHER_SUBJECT.search(text, near[0].span.end, last.span.start) is not None:
        return None
    return of_subject(near[0], near, numbers)


def of_unread(text: str, phrase: Phrase, named: NamedActs | None) -> Decision | None:
    """No act, where a text that is not read is what an article is of: "la convention du moulin, dont l'article 5"."""
    last = None if named is None else named.latest
    return _of_unread() if _is_of_another(text, phrase, last) else None


def _of_unread() -> Decision:
    """No act, where a text that is not read is the one that is meant, so that no context tells another one."""
    return unknown(Reason.ACT_WITHOUT_ID)


_SAYING = compiled(r" (?P<verb>\w+) [^.,;:()\n]{1,60} \(")
"""What an act says, before the bracket with its article: "la loi SRU fixe un taux de logements (article 55)"."""
_SAYING_AT = compiled(
    r"(?:, qui [^.,;:()\n]{3,60},)? (?:l'|l[ea]s? |y |lui |leur )?(?P<verb>\w+) [^.;:()\n\d]{1,60} (?:à l'|aux )"
)
"""What an act says, as far as its article: "le code …, qui consacre le débat, l'impose au juge à l'article 16"."""


def said_of(text: str, phrase: Phrase, citing: CitingArticle, named: NamedActs | None, led: int) -> Decision | None:
    """The act that is said to provide something at an article; ``None`` where none is, or the context tells.

    ``led``: of how many characters the words are that lead to the article, directly before it.
    """
    start = phrase.start
    last = None if named is None else named.latest
    if text[max(0, start - 18) : start - led].rstrip(", (").rpartition(" ")[2] not in _SAID:
        if text.endswith(", ", 0, start - led) and _is_said_by_another(text, phrase, last):
            return _of_unread()  # "Le bail, à l'article 15, interdit"
        clause = None if last is None else (_SAYING_AT if led else _SAYING).fullmatch(text, last.span.end, start)
        if clause is None or clause["verb"] not in _SAID:
            return None
    if _is_of_another(text, phrase, last) or _is_said_by_another(text, phrase, last):
        return _of_unread()
    if named is not None and (meant := meant_by_subject(text, phrase, named)) is not None:
        return meant
    if citing.act is None or last is None or ends_sentence(text, last.span.end, start):
        return None
    numbers = numbers_of(phrase)
    if has_all(last.id, numbers) is False:
        alike = all(numbers_alike(last.id, number) for number in numbers) and has_all(citing.act, numbers) is not True
        return unknown(Reason.ACT_UNCLEAR) if alike else None
    return Decision(last.id, ANAPHORA_VIA, Basis.POSSESSIVE, last.span)


_HAVING = compiled(
    r"(?: [^.,;:()\n]{1,80})? (?:comporte|contient|connaît|compte|comprend|renferme|possède)"
    r"(?:, [^.,;:()\n]{1,40},)?(?: (?:aussi|désormais|également|toujours))? un "
)
"""What leads from an act to an article that it has: "la loi …, connaît, depuis 2018, un article 17-1"."""


def had_by(text: str, phrase: Phrase, named: NamedActs) -> Decision | None:
    """The act that is said to have an article: "la loi … comporte un article 7"."""
    last = named.latest
    if _is_said_by_another(text, phrase, last):
        return _of_unread()
    if last is None or _HAVING.fullmatch(text, last.span.end, phrase.start) is None:
        return None
    return Decision(last.id, ANAPHORA_VIA, Basis.POSSESSIVE, last.span)


def code_meant(ids: Sequence[str], numbers: Sequence[str]) -> str:
    """The code of one title that the numbers are of: the first that has them, or such; else the first."""
    having = [act for act in ids if numbers and has_all(act, numbers)]
    alike = [act for act in ids if all(numbers_alike(act, number) for number in numbers)]
    return (having or alike or ids)[0]

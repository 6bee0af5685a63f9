"""How a text names an act: codes by title, laws and decrees by number or date, Union acts, treaties, decisions."""

from __future__ import annotations

import re
from collections.abc import Callable

from cpp_corpus.lang.acts import by_name, code_name_pattern
from cpp_corpus.lang.typography import plain, slug
from cpp_corpus.normalizer.recognize.grammar.fragments import DATE, MONTHS, OF, compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How

__all__ = ["ACT_HEAD", "act_after", "act_at"]

ACT_HEAD = (
    r"[Cc]odes?|CODE|[Ll]ois?|[Oo]rdonnances?|[Dd]écrets?(?:-lois?)?|[Aa]rrêtés?|[Dd]irectives?|[Rr]èglements?|[Dd]écisions?(?:-cadres?)?"
    r"|Constitution|[Cc]onventions?|[Tt]raités?|[Cc]hartes?|[Ss]tatuts?|[Pp]rotocoles?|[Aa]ccords?|[Ll]ivre des procédures"
    r"|[Aa]nnexe [IV]+(?=,? (?:art\.|(?:au|du) (?:code|même code|présent code)))"
)
"""The words at which the name of an act may begin."""



_AFTER = compiled(r",? ?(?:précitée?s?|susvisée?s?|susmentionnée?s?|mentionnée?s? ci-dessus|ci-dessus)(?!\w)")


def act_after(text: str, at: int) -> ActName | None:
    """The act that a phrase goes on with: ``du code pénal``, ``de la loi n° …``, ``du même code``.

    ``at`` is where its preposition begins, spaces and a comma before it aside.
    """
    link = _LINK.match(text, at)
    if link is None:
        return None
    name = act_at(text, link.end(), _how(link))
    if name is not None and name.how is How.VAGUE and (link["loose"] or "," in link[0]):
        return None
    return name


_LINK = compiled(
    r"(?:,? ?(?:modifiée?s?|susvisée?s?|précitée?s?|ci-dessus|susmentionnée?s?),?)? ?,? ?"
    r"(?:(?P<same>(?:du|de la|de l'|des|au|à la) mêmes?|dudit|de ?ladite|desdite?s|audit|à ladite"
    r"|(?:de |à |d')(?:ce|cet|cette|ces)(?: mêmes?)?|(?:du|de la|des) dite?s?)"
    r"|(?P<present>(?:du|de la|des|au|à la) présente?s?)"
    r"|(?:annexée? )?(?:du|de la|de l'|(?P<loose>des|de|d'une?|d'|au|à la|à l'|aux)))(?: |(?<=')) ?"
)


def _how(match: re.Match[str]) -> How | None:
    return How.SAME if match["same"] else How.PRESENT if match["present"] else None


_LOOK_BACK = compiled(
    r"(?:(?P<same>mêmes?|dite?s?|[dl]udit|[Ll]adite|[Ll]edit|[Ll]esdite?s|desdite?s|audit|auxdite?s|(?<!\w)[Cc]e|[Cc]et|[Cc]ette|[Cc]es)|(?P<present>présente?s?)) ?$"
)


def how_before(text: str, at: int) -> tuple[How | None, int]:
    """What the words just before ``at`` say of the act named there, and where they begin."""
    match = _LOOK_BACK.search(text, max(0, at - 12), at)
    return (None, at) if match is None else (_how(match), match.start())


def act_at(text: str, at: int, how: How | None = None) -> ActName | None:
    """The act whose name begins at ``at``, its determiner already read as ``how``."""
    for head, read in _RULES:
        match = head.match(text, at)
        if match is not None:
            name = read(text, match, how)
            if name is not None:
                return _with_after(text, name)
    return None


def _with_after(text: str, name: ActName) -> ActName:
    after = _AFTER.match(text, name.end)
    if after is not None:
        name.stop = after.end()
        if name.how is How.VAGUE:
            name.how = How.SAME
    return name


# -- codes -------------------------------------------------------------------------------------------------------------

_CODE = compiled(r"(?P<age>(?:nouveau|ancien) )?(?:codes?(?!\w)|livre des procédures)", re.IGNORECASE)
_ANNEX = compiled(r"(?P<head>annexe (?P<numeral>I{1,3}|IV)(?!\w))(?:(?: (?:au|du) (?P<how>même |présent )?)(?=code|livre))?", re.IGNORECASE)
_CODE_WORD = re.compile("code", re.IGNORECASE)


def _code(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """``code`` *title* | ``même code`` | ``présent code`` | ``code`` (``précité``)."""
    at = match.start()
    if how in (How.SAME, How.PRESENT):
        return ActName(at, match.end(), match.end(), "code", (), how)
    named = code_name_pattern().match(text, at) or code_name_pattern().match(text, match.end("age") if match["age"] else at)
    if named is not None:
        return ActName(named.start(), named.end(), named.end(), "code", by_name(named[0]))
    return ActName(at, match.end(), match.end(), "code", (), How.VAGUE)


def _annex(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """``annexe`` *numeral* [``au`` *code*]: a code of its own where the code has such an annex."""
    if how is not None:
        return None
    whole = code_name_pattern().match(text, match.start())
    if whole is not None:
        return ActName(whole.start(), whole.end(), whole.end(), "annexe", by_name(whole[0]))
    if not _CODE_WORD.match(text, match.end()):
        return ActName(match.start(), match.end("head"), match.end("head"), "annexe", (match["numeral"].upper(),), How.SAME)
    said = How.PRESENT if (match["how"] or "").lower().startswith("p") else How.SAME if match["how"] else None
    of = act_at(text, match.end(), said)
    if of is None or of.nature != "code" or of.how is How.NAMED:
        return None
    return ActName(match.start(), of.end, of.stop, "annexe", (match["numeral"].upper(),), of.how)


# -- laws, ordinances, decrees, orders ---------------------------------------------------------------------------------

_NATURES = {"loi": "loi", "ordonnance": "ordonnance", "décret": "decret", "arrêté": "arrete"}
_FRENCH = compiled(r"(lois?|ordonnances?|décrets?(?:-lois?)?|arrêtés?)(?!\w)", re.IGNORECASE)
_SORT = (
    r"(?: (?:organiques?|constitutionnelles?|ministériels?|interministériels?|modifiée?s?|du pays|de programmation|d'orientation|de programme"
    r"|de financement de la sécurité sociale(?: rectificative)?|de finances(?: rectificative)?|en Conseil d'Etat|validée|susvisée?|précitée?))*"
    r"(?: pour (?:l'année )?\d{4})?"
)
_NUMBERED = compiled(
    rf"{_SORT},? ?\(?(?:n° ?|n °|n[o0] |no\.? )(?P<number>\d{{2,4}} ?[-‑–] ?\d+(?:-\d+)?|[A-Z]?\d[\d.]*\d|\d)(?P<dated> ?,? ?(?:du |en date du |\()(?P<date>{DATE}))?"
)
_DATED = compiled(rf"{_SORT},? ?\(?(?:du|des|en date du|de) (?P<date>{DATE})")


def _french(_text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """(``loi`` | ``ordonnance`` | ``décret`` | ``arrêté``) [*sort*] (``n°`` *number* [``du`` *date*] | ``du`` *date*)."""
    text = match.string
    word = match[1].lower()
    nature = _NATURES[word.removesuffix("s").split("-")[0].removesuffix("s")]
    start = match.start()
    numbered = _NUMBERED.match(text, match.end())
    if numbered is not None:
        number = re.sub(r"[ ]", "", numbered["number"]).replace("–", "-").replace(".", "")
        date = iso(numbered["date"]) if numbered["date"] else None
        ids = (f"{nature}:{number}",) if "-" in number else (f"{nature}:{date}",) if date else ()
        return ActName(start, numbered.end(), numbered.end(), nature, ids, How.NAMED, date)
    dated = _DATED.match(text, match.end())
    if dated is not None:
        date = iso(dated["date"])
        return ActName(start, dated.end(), dated.end(), nature, (f"{nature}:{date}",) if date else (), How.NAMED, date)
    return ActName(start, match.end(), match.end(), nature, (), how or How.VAGUE)


# -- the European Union ------------------------------------------------------------------------------------------------

_UNION = {"règlement": "reglement-ue", "directive": "directive-ue", "décision-cadre": "decision-cadre-ue", "décision": "decision-ue"}
_UNION_HEAD = compiled(r"(règlements?|directives?|décisions?-cadres?|décisions?)(?!\w)", re.IGNORECASE)
_BODY = r"(?:CE|UE|CEE|JAI|PESC|Euratom|CECA)"
_INSTITUTIONS = (
    rf"(?:,? (?:du Parlement européen(?: et du Conseil)?|du Conseil(?: et du Parlement européen)?|de la Commission(?: européenne)?"
    rf"|de l'Union européenne|du Conseil des Communautés européennes|européenne?|\(?{_BODY}\)?))*"
)
_UNION_NUMBER = compiled(
    rf"(?: (?:d'exécution|déléguée?s?|communautaire|européenne?|du Conseil|de la Commission|du Parlement européen et du Conseil|financier))*"
    rf"(?P<body> ?\(? ?{_BODY}(?:,? ?(?:et )?{_BODY})* ?\)?)? ?,? ?(?P<sign>n° ?|no )?(?P<number>\d{{1,4}} ?[/-] ?\d{{1,4}})(?![\d-])(?:(?: ?/ ?| ){_BODY}(?!\w))*"
    rf"{_INSTITUTIONS}(?:,? (?:du|en date du) (?P<date>{DATE}))?"
)
_UNION_DATED = compiled(rf"{_INSTITUTIONS} du (?P<date>{DATE})")


def _union(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """(``règlement`` | ``directive`` | ``décision`` | ``décision-cadre``) [``(UE)``] [``n°``] *number* [*institutions*] [``du`` *date*]."""
    word = match[1].lower().replace("décisions", "décision").removesuffix("s")
    nature = _UNION.get(word, "reglement-ue")
    start = match.start()
    numbered = _UNION_NUMBER.match(text, match.end())
    if numbered is not None and not _QUALIFIED.match(text, numbered.end("number")):
        number = re.sub(r" ?[/-] ?", "/", numbered["number"])
        if nature not in ("decision-ue", "reglement-ue") or numbered["body"] or "/" in numbered["number"]:
            return ActName(start, numbered.end(), numbered.end(), nature, (f"{nature}:{number}",))
    dated = _UNION_DATED.match(text, match.end())
    if dated is not None and "Co" in dated[0] and nature != "reglement-ue" and "constitutionnel" not in dated[0]:
        return ActName(start, dated.end(), dated.end(), nature, (f"{nature}:{iso(dated['date'])}",))
    return ActName(start, match.end(), match.end(), nature, (), how or How.VAGUE)


_QUALIFIED = compiled(r" (?:QPC|DC|L|LP|LOM|FNR)(?!\w)")

# -- decisions of courts -----------------------------------------------------------------------------------------------

_DECISION = compiled(r"décisions? ", re.IGNORECASE)
_CC = compiled(
    rf"décisions?(?: du Conseil constitutionnel)? (?:n°s? ?)?(?P<number>\d{{2,4}}-\d+(?:[/-]\d+)*) ?(?P<kind>QPC|DC|LP|L|LOM|FNR)(?!\w)"
    rf"(?: du {DATE})?(?: du Conseil constitutionnel)?",
    re.IGNORECASE,
)
_CE = compiled(
    rf"décisions?(?: du Conseil d'Etat)?(?: statuant au contentieux)? n°s? ?(?P<number>\d{{5,6}})(?:[^.;]{{0,40}}?du Conseil d'[EÉ]tat| du {DATE}(?: du Conseil d'[EÉ]tat)?)?",
    re.IGNORECASE,
)


def _decision(text: str, match: re.Match[str], _how: How | None) -> ActName | None:
    constitutional = _CC.match(text, match.start())
    if constitutional is not None:
        ident = f"decision-cc:{constitutional['number']}-{constitutional['kind'].lower()}"
        return ActName(match.start(), constitutional.end(), constitutional.end(), "decision-cc", (ident,))
    state = _CE.match(text, match.start())
    if state is not None and "onseil d'" in state[0]:
        return ActName(match.start(), state.end(), state.end(), "decision-ce", (f"decision-ce:{state['number']}",))
    return None


# -- the Constitution, treaties ----------------------------------------------------------------------------------------

_CONSTITUTION = compiled(r"Constitution(?: du 4 octobre 1958)?(?! du 27| de 1946)(?!\w)")
_TREATY = compiled(r"(traités?|conventions?|chartes?|statuts?|protocoles?|accords?)(?!\w)", re.IGNORECASE)
_KNOWN_TREATIES = (
    (compiled(r"traité sur le fonctionnement de l'Union(?: européenne)?", re.IGNORECASE), "tfue"),
    (compiled(r"traité sur l'Union européenne", re.IGNORECASE), "tue"),
    (compiled(r"traité instituant la Communauté(?: économique)? européenne", re.IGNORECASE), "tce"),
    (compiled(r"statut de la Cour pénale internationale|statut de Rome", re.IGNORECASE), "statut-de-la-cour-penale-internationale"),
    (compiled(r"accord sur l'Espace économique européen", re.IGNORECASE), "accord-sur-lespace-economique-europeen"),
    (compiled(r"convention (?:européenne )?de sauvegarde des droits de l'homme et des libertés fondamentales", re.IGNORECASE), "convention-europeenne-des-droits-de-lhomme"),
    (compiled(r"convention d'application de l'accord de Schengen(?: du \d+ \w+ \d{4})?", re.IGNORECASE), "convention-dapplication-de-laccord-de-schengen"),
    (compiled(r"charte des droits fondamentaux de l'Union européenne", re.IGNORECASE), "charte-des-droits-fondamentaux-de-lunion-europeenne"),
    (compiled(r"charte de l'environnement(?: de 2004)?", re.IGNORECASE), "charte-de-lenvironnement"),
)
_TREATY_TITLE = compiled(
    r"(?:convention|protocole|traité) (?:sur|relative?|relatif|pour|contre|internationale?|de|des|portant|concernant|additionnel)[^.;:()\n]{4,150}?"
    rf"(?=,? (?:signée?|faite?|adoptée?|conclue?|ouverte?|du {DATE}))(?:,? (?:signée?|faite?|adoptée?|conclue?|ouverte? à la signature)(?: à [A-ZÉ][\w'-]+(?: [A-Z]\w+)?)?)?,?(?: (?:du|le) {DATE})",
    re.IGNORECASE,
)
_SIGNED = compiled(rf",? (?:signée?|faite?|adoptée?|conclue?|ouverte?|(?:du|le) {DATE}).*$", re.DOTALL)


def _constitution(_text: str, match: re.Match[str], _how: How | None) -> ActName:
    return ActName(match.start(), match.end(), match.end(), "constitution", ("constitution:1958",))


def _treaty(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    for pattern, name in _KNOWN_TREATIES:
        known = pattern.match(text, match.start())
        if known is not None:
            return ActName(match.start(), known.end(), known.end(), match[1].lower(), (f"traite:{name}",))
    titled = _TREATY_TITLE.match(text, match.start())
    if titled is not None:
        ident = "traite:" + slug(_SIGNED.sub("", titled[0]))
        return ActName(match.start(), titled.end(), titled.end(), match[1].lower(), (ident,))
    return ActName(match.start(), match.end(), match.end(), match[1].lower(), (), how or How.VAGUE)


# -- what is named only by its nature ------------------------------------------------------------------------------------

_OTHER = compiled(
    r"(cahiers? des charges|contrats?|règlement|annexes?|avenants?|délibérations?|circulaires?|projets?|instructions?|cahier|tableau|codex|nomenclature)(?!\w)",
    re.IGNORECASE,
)


def _other(_text: str, match: re.Match[str], _how: How | None) -> ActName:
    return ActName(match.start(), match.end(), match.end(), "autre", (), How.VAGUE)


_RULES: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str], How | None], ActName | None]], ...] = (
    (_ANNEX, _annex),
    (_CODE, _code),
    (_FRENCH, _french),
    (_DECISION, _decision),
    (_UNION_HEAD, _union),
    (_CONSTITUTION, _constitution),
    (_TREATY, _treaty),
    (_OTHER, _other),
)

_MONTH_NUMBER = {
    "janv": 1, "fevr": 2, "mars": 3, "avri": 4, "mai": 5, "juin": 6, "juil": 7, "aout": 8, "sept": 9, "octo": 10, "nove": 11, "dece": 12,
}  # fmt: skip


def iso(date: str) -> str:
    """``1er janvier 2020`` as ``2020-01-01``."""
    day, month, year = date.split()
    return f"{year}-{_MONTH_NUMBER[plain(month)[:4]]:02}-{int(day.removesuffix('er')):02}"

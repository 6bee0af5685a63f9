"""Whether words are a clause, or only a note between an act and an article cited behind it."""

from __future__ import annotations

import re

from cpp_corpus.normalizer.recognize.fragments import compiled

__all__ = ["SUBJECT", "VERB", "cited_behind"]

SUBJECT = (
    r"(?:(?:et|ou(?! ce qu| du moins)|ni|car|or|donc|les?|la(?! dernière fois)|une?|des|du(?! (?:moins|reste|\d))"
    r"|ils?|elles?|on|ce(?! (?:qu|dont|faisant))|cet|cette|ces|je|tu"
    r"|nous|vous|son|sa|ses|leurs?|notre|nos|votre|vos|mon|ma|mes|chaque|tout(?! (?:comme|enti|\w+ment))"
    r"|toutes?|tous|aucune?"
    r"|plusieurs(?! fois)|quiconque|articles?|arts?)(?!\w)|de la |(?:de )?l')"
)
"""How a clause of its own begins, or a further noun."""

VERB = re.compile(
    r"(?<![\w'])(?:est|sont|était|étaient|peut|peuvent|doit|doivent|ne|n'\w+|s'(?!agissant|il)\w+|se|ont"
    r"|a(?!-t-| (?:posteriori|priori|contrario|fortiori|pari|minima|maxima))|(?<!en )demeure\w*"
    r"|(?<!du )reste\w*|sera|seront"
    r"|entre(?:nt)?(?= en )|prévoit|prévoient|dispose|disposent|prend|prennent|(?:rel[eè]ve|résulte|procède)(?:nt)?"
    r"|dépend|dépendent"
    r"|(?:complète|modifie|abroge|impose|vise|énonce|renvoie|exige|fixe|institue)(?:nt)?(?! par )|définit|permet"
    r"|interdit|garantit)(?!\w)"
)
"""A verb that makes a clause of the words around it."""

_LONGEST = 80  # characters of a note
_CITED = compiled(
    r"(?<=[ \t,:(–—|/\[-])[Aa]rt(?:\.|(?:s\.?|icles?)?(?!\w)) ?(?:n° ?)?(?=[LRDA]\.? ?\*?\d|LO|L\.O|\d|1er|prem|[IVX])"
)
_PLAIN = r"[^;\n«»\"“”?!()]*"
_NOTE = re.compile(rf"(?: [«\"“][^«»\"“”\n]{{1,60}}[»\"”])?{_PLAIN}(?:\({_PLAIN}(?:\){_PLAIN})?)*")
"""Words of one line and sentence; a bracket may be open at their end, and none that was open before is closed."""
_POINT_OF_LIST = re.compile(r"[ \t]?:[ \t]?\n[ \t]*[-–—•*][ \t]\Z")
"""The end of a note below which a list begins."""
_LED_BY = compiled(
    r"(?:'|(?<![^\W\d_])(?:les?|la|aux?|à|des?|du|par|sur|(?<!,\x20)sous|pour|selon|et|ou|ni|en|dans|avec|sans|cet|présents?|même"
    r"|[ad]udit|(?:aux|des|les?|la)?dite?s?"
    r"|mêmes|un|son|ses|leurs?|cf\.?|v\.?|voir|voy\.|que|qui|dont|comme|sauf|hors|hormis|outre|contre|avant|après|puis|suivant|tout|cette|ce|ces|il|elle))"
    r" ?(?:(?:ancien|nouvel|actuel|seul|même|présent|premier|dernier)s? )?$",
    re.IGNORECASE,
)
"""What stands before an article that is part of the sentence, or is referred to beside the act."""
_OTHER = re.compile(r"\A (?:et|ou) |\((?!(?:JO|NOR|UE|CE)(?!\w))[A-Z]{2,}[^()]*\Z")
"""Something else beside the act, or the initials of another text in a bracket that is still open: "code des moulins
(CCAG-PI 2021, art. 35"."""
_ENDS = re.compile(
    r"(?:\A|(?<=[\w)]{5}))[.?!] ?[A-ZÀ-Ý](?!\.)|(?i:\b(?:arrêt|décrèt|ordonn|décid|délibèr|adopt|promulgu)e(?:nt)?\b)"
)
"""The end of a sentence, or the verb with which one enacts what follows."""


def cited_behind(text: str, stop: int) -> int:
    """Where an article begins that is cited behind an act and a note on that; -1 where none is.

    "RGPD (extrait) : art. 15", "CPC Dalloz 2024, art. 5". The article has no determiner, and no verb stands between.
    ``stop`` is where the act ends.

    >>> cited_behind("CPC Dalloz 2024, art. 5", 3), cited_behind("le CPC renvoie à l'article 5", 6)
    (17, -1)
    """
    cited = _CITED.search(text, stop, stop + _LONGEST + 12)
    if cited is None:
        return -1
    start = cited.start()
    note = _POINT_OF_LIST.sub(":", text[stop:start])
    if (
        _NOTE.fullmatch(note) is None
        or _LED_BY.search(note)
        or _ENDS.search(note)
        or _OTHER.search(note)
        or VERB.search(note)
    ):
        return -1
    return start

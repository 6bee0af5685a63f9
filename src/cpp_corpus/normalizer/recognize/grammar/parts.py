"""Parts of an article: alinéas, points, letters … of an article named behind them, or of the citing act."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cpp_corpus.normalizer.recognize.fragments import (
    MONTH,
    PRECITED,
    PREFIX,
    adjective_before,
    by_letters,
    compiled,
    word_before,
)
from cpp_corpus.normalizer.recognize.grammar.acts import numbered_small
from cpp_corpus.normalizer.recognize.grammar.articles import articles_at, continued, named_again, numbers_at
from cpp_corpus.normalizer.recognize.grammar.clauses import SUBJECT
from cpp_corpus.normalizer.recognize.grammar.divisions import division_at
from cpp_corpus.normalizer.recognize.grammar.locators import (
    COUNT,
    ORDINAL,
    SMALL_WORD,
    STEMS,
    Chain,
    Level,
    chain_at,
    chains_at,
    chains_before,
)
from cpp_corpus.normalizer.recognize.phrase import How, Item, Phrase, Qualifier, how_named, new
from cpp_corpus.normalizer.recognize.rule import Example, Rule

__all__ = ["PART"]

_OF_ARTICLE = compiled(
    r"(?:(?<=[\dIVX])[.)])?,? ?(?:(?:de cet? (?=même)|de (?=ce[ts])|à (?=cet)|(?=[da]udit|desdits))"
    r"(?P<again>dudit|desdits|audit|cet|ces|même) "
    r"|(?:de l'|de l(?= art)|des|du|(?P<its>de (?:son|ses|leurs?))|de|d'un"
    r"|(?<!,\s)(?<=\s)(?!(?<=\d\s)articles )(?=art)) ?"
    r"(?P<how>(?:mêmes?|présents?|dits?) )?(?:(?:nouvel|nouveaux|anciens?) )?)"
    r"(?P<head>articles?(?!\w)|arts?(?:\.|(?!\w)))"
    r"|,? (?P<text>(?:du même|de ce même|de ce|dudit) texte)(?!\w)",
    re.IGNORECASE,
)
_GOES_ON = compiled(
    r"(?: ?[,;.:)\n]|$| (?:et|ou|est|sont|ne|n'|peut|peuvent|doi\w+|devien\w+|ci-dessus|ci-après|pour|lorsque|s'|se"
    r"|dans|à|au|par|sur|ainsi|a|ont|qui|que|n'est|bis|ter|de ce|en|sous|avant|après|sans)(?!\w))"
)
_AMENDED = compiled(
    r"\)? (?:devien(?:t|nent)(?!\w)|(?:est|sont) (?:(?:ainsi|également|respectivement) )*"
    r"(?:modifi|remplac|abrog|supprim|complét|insér|rédig|rétabl)\w)"
)
"""What is said of a letter or a plain number that is a part: "Le A est complété", "Les 3 et 4 sont abrogés"."""
_REFERRED = compiled(r"(?<!\w)(?:mentionn|vis|prév|défin|énumér|énonc|indiqu)\w{1,4} (?:aux?|du) $")
"""What makes a capital a part, whatever follows: "mentionné au B"."""
_NEAR = 20  # characters before a part
_OF_WHOLE = compiled(
    r" (?:de l'article [IVX]+[-.]\d[\w.-]*"
    r"|(?:du|de la) (?:présente? )?(?:(?:sous-)?section|chapitre|titre|livre)(?:(?<=présente.section)"
    r"|(?<=présente.sous-section)|(?<=présent.chapitre)|(?<=présent.titre)|(?<=présent.livre)|(?= (?:[IVXL\d]|premi)))"
    r"|(?:de la (?:catégorie(?= [A-Z\d])|rubrique(?= [A-Z\d])|nomenclature|colonne|liste)|du (?:tableau|barème))"
    r"(?! (?:ci-|suivant))"
    r"|du [Pp]réambule|de la Déclaration|de la Charte|de la Convention|des (?:présentes )?conclusions"
    r"|de la (?:présente )?(?:requête|décision attaquée)|du (?:mémoire|dispositif|jugement|jugement attaqué))(?!\w)"
)
"""What has alinéas or points without an article, or is no act."""
_STREET_BEGINS = frozenset(" ,")
_STREET = compiled(
    r" ?,? (?:rue|avenue|av\.|boulevard|bd|impasse|allées?|quai|chemin|faubourg|square|place|route|cours)"
    r" (?:d[eu]s?(?!\w)|d'|la |le |les |l'|[A-ZÉ]|saint)"
)
"""What makes a number that of a house: "au 12, rue des Meules"."""
_DOCTRINE_BEGINS = frozenset(" -")
_OF_DOCTRINE = compiled(r"(?:-[A-Z\d]+)* § ?\d")
"""A heading of tax doctrine and its paragraph: "au II-B § 140"."""
_OF_DIVISION = compiled(r" (?:de l'|du|de la) ?(?=(?:annexe|considérant))")


def _read_part(text: str, begin: int, at: int) -> Iterable[Phrase]:
    """*locators* (``de l'article`` *list* | ``du présent article`` | ``du même article`` | *annexe* | nothing)"""
    chains = chains_at(text, at)
    if text[at : at + 2].isdigit() and (numbered := numbered_small(text, at)) is not None:
        return (numbered,)
    if not chains:
        return _become(text, begin, at)
    if text.startswith(_OF_JOURNAL, begin - 3):
        return ()
    if text.startswith(" devien", chains[-1].end) and _has_become(text, begin):
        chains = _before_next(text, begin, chains)
    if text.startswith("des ", begin) and _NEW.search(text, max(0, begin - _NEAR), begin) is not None:
        return ()  # "sont insérés des 3° bis et 3° ter"
    unled: list[Chain] = []
    if text.startswith("du ", begin):
        unled = chains_before(text, begin - 1)
    elif text.startswith("l'", begin) and text.endswith(" de ", 0, begin):
        unled = chains_before(text, begin - len(" de "))
    if unled and unled[-1].end >= chains[-1].end:
        chains = unled  # "« 1° du II de l'article 5"
        begin = at = chains[0].levels[0].members[0][1]
    end = chains[-1].end
    own = _present_ones(chains) if len(chains) > 1 else 0
    if own and _OF_ARTICLE.match(text, end) is not None:  # "au 1° du présent I et au II de l'article 7"
        here, chains, begin = chains[:own], chains[own:], chains[own].levels[0].members[0][1]
        return (_internal(here, at, here[-1].end, present=True), *_read_chains(text, begin, begin, chains))
    found = _read_chains(text, begin, at, chains)
    if not found and len(chains) >= _MANY:  # each of them begins a list that is none either
        return (Phrase("nothing", begin, chains[-1].end),)
    return found


_PLACEHOLDER = "XXX"
"""What stands for a name or a date that is left out."""
_MANY = 50  # parts
_OF_JOURNAL = ("JO du ", "RF du ", "O. du ")


_NEW = compiled(r"(?:inséré|ajouté|créé|rétabli)e?s $|(?:complét|remplac)ée?s? par $")
_VERB = r"devien(?:t|nent)(?:,? respectivement,?)? $"
_AFTER_VERB = frozenset(("t ", ", "))
_BECOMES = compiled(rf"(?P<unit>alinéas?|phrases?|tirets?)(?!\w)[^.;:]{{0,100}}? {_VERB}")
_RANKS = compiled(rf"{ORDINAL}(?:(?:,|,? et) (?:la |le |les )?{ORDINAL})*(?! \w++s?(?<=alinéa|linéas|phrase|hrases))")


def _become(text: str, begin: int, at: int) -> Iterable[Phrase]:
    """The rank alone that a part takes: "le quatrième alinéa devient le cinquième"."""
    if text[begin - 2 : begin] not in _AFTER_VERB:
        return ()
    becomes = _BECOMES.search(text, max(0, begin - _FAR), begin)
    ranks = None if becomes is None else _RANKS.match(text, at)
    if becomes is None or ranks is None or (chain := chain_at(f"{ranks[0]} {becomes['unit']}", 0)) is None:
        return ()
    items = tuple(
        [Item(at + start, min(at + end, ranks.end()), locators=(path,)) for path, start, end in chain.paths()]
    )
    return (Phrase("internal", begin, items[-1].end, items),)


def _before_next(text: str, begin: int, chains: list[Chain]) -> list[Chain]:
    """What something becomes, without what becomes something else: "le II devient le I et le I devient le II"."""
    end = max(text.rfind(" et le ", begin, chains[-1].end), text.rfind(" et les ", begin, chains[-1].end))
    if end < 0:
        return chains
    kept = [chain for chain in chains if chain.end <= end]
    if kept:
        return kept
    level, *outer = chains[0].levels
    members = [member for member in level.members if member[2] <= end]
    return chains if outer or not members else [Chain((Level(members, end),), end)]


def _present_ones(chains: list[Chain]) -> int:
    """How many of the first chains are of the citing article by their words, where the last ones are not."""
    present = [chain.how == "present" for chain in chains]
    return present.index(False) if present[0] and not present[-1] else 0


def _read_chains(text: str, begin: int, at: int, chains: list[Chain]) -> Iterable[Phrase]:
    locators = tuple([path for chain in chains for path, _, _ in chain.paths()])
    end = chains[-1].end
    if text.startswith(_OF_ITS, end) and (outer := chains_at(text, end + len(" de son "))):
        return _of_its_parts(text, begin, chains, outer)
    phrase = _of_article(text, end, begin, chains, locators) or _of_division(text, end, begin, locators)
    if phrase is None:
        phrase = _over_asides(text, end, begin, chains, locators)
    if phrase is not None:
        return continued(text, phrase)
    word, adjective = adjective_before(text, at)
    how = how_named(word)
    if text[end : end + 1] in _DOCTRINE_BEGINS and _OF_DOCTRINE.match(text, end) is not None:
        return ()
    if text.startswith(" d", end) and _OF_WHOLE.match(text, end) is not None:
        return ()
    if text.startswith(("paragraphe", "n°"), at) or (
        text[end : end + 1] in _STREET_BEGINS and _STREET.match(text, end) is not None
    ):
        return ()
    if text[end - 1] == "°" and _RANKED.match(text, end) is not None:
        return ()
    if not _is_internal(text, chains, how, contracted=_is_contracted(text, begin)):
        return ()
    if text.endswith(_PLACEHOLDER, at, end):
        return ()  # "la lettre du XXX"
    present = how is How.PRESENT or any(chain.how == "present" for chain in chains)
    phrase = _internal(chains, begin, end, present=present, how=how)
    if text[begin] in "sS" or _is_said_in(text, begin):
        return _its_parts(text, begin, phrase)
    if text[end : end + 1] == " " and text[end + 1 : end + 2] in "ps" and _PRECITED.match(text, end):
        items = tuple([item._replace(how=How.SAME, again=(item.start, item.end)) for item in phrase.items])
        return (phrase._replace(items=items),)
    again = _named_again(text, chains[0])
    with_adjective = how is How.PRESENT or (how is How.SAME and chains[0].levels[0].how == "this")
    if again is None and not with_adjective:
        return (phrase,)
    first, *others = phrase.items
    first = first._replace(start=adjective if with_adjective else first.start, again=again)
    return (phrase._replace(items=(first, *others)),)


def _over_asides(text: str, at: int, begin: int, chains: list[Chain], locators: tuple[str, ...]) -> Phrase | None:
    """The article, or the part that holds the one before, behind an aside: "Le 2°, nouveau, du I, modifié, de l'"."""
    asides: list[Qualifier] = []
    for _ in range(_MOST_ASIDES):
        aside = _ASIDE.match(text, at)
        if aside is not None:
            asides.append(Qualifier("other", at, aside.end()))
            at = aside.end()
        if not asides:
            return None
        phrase = _of_article(text, at, begin, chains, locators)
        if phrase is not None:
            first, *others = phrase.items
            first = first._replace(qualifiers=(*first.qualifiers, *asides))  # in which there may be references
            return phrase._replace(items=(first, *others))
        down = _DOWN.match(text, at)
        outer = [] if down is None else chains_at(text, down.end())
        if not outer:
            return None
        locators = tuple(f"{above}/{path}" for above, _, _ in outer[0].paths() for path in locators)
        at = outer[-1].end
    return None


_RANKED = compiled(
    r" (?:enfants?|trimestres?|semestres?|étages?|classes?|catégories?|échelons?|chambres?|arrondissements?"
    r"|anniversaires?|degrés?|tours?|groupes?|rangs?|années?|mois|jours?|régiments?)(?!\w)"
)
"""What makes a number with its sign a rank: "pour le 2° enfant"."""
_MOST_ASIDES = 4
_DOWN = compiled(r" d(?:u|e la|es|e l') ?")
_ASIDE = compiled(
    rf"(?: ?, (?!{SUBJECT})(?=[a-zà-ÿ])[^,;:.()\n]{{3,120}},| [–—] [^–—;:.()\n]{{3,120}} [–—]| \([^()\n]{{3,120}}\))"
    rf"(?= de l'art(?:icle|\.) (?:{PREFIX})?\d| des art(?:icles|s?\.) (?:{PREFIX})?\d"
    r"| d(?:u|es) (?:[IVX]+(?!\w)|\d+ ?°|\d{1,2} de l'|[a-z]\)? d[eu] )| d(?:u|e la) \w+ (?:alin|phrase))"
)
"""What stands between a part and its article: "le deuxième alinéa, ajouté en 2030, de l'article 5"."""
_PRECITED = compiled(rf" {PRECITED}")
_BECOMING = compiled(_VERB)


def _is_contracted(text: str, begin: int) -> bool:
    """Whether a preposition leads to a letter or a number ("au a"), or "devient", behind which it is a part as well."""
    if text[begin] in "aAdD":
        return True
    return _has_become(text, begin)


def _has_become(text: str, begin: int) -> bool:
    """Whether "devient" stands before what begins there."""
    return text[begin - 2 : begin] in _AFTER_VERB and _BECOMING.search(text, max(0, begin - 30), begin) is not None


_SAME_SENTENCE = re.compile(r"article(?:[^.\n]|\.(?! [A-ZÉÀ]))*\Z")
_FAR = 200  # characters to the article whose part a possessive names


_SAYS = compiled(
    r"(?P<which>(?:qui|lequel) (?:en )?)?(?:prévo(?:it|yait|ient)|dispos(?:e|ait|ent)|énonce(?:nt)?|énonçait"
    r"|(?:précis|stipul|indiqu)(?:e|ait|ent)|défini(?:t|ssait|ssent)|rappell?e(?:nt)?),? $"
)
_SUBJECT = compiled(r"(?:^|[.;:«»(\n]) ?(?:L'|Les |l'|les )$")


def _is_said_in(text: str, begin: int) -> bool:
    """Whether an article, the subject of its sentence, says something in a part: "L'article 5 dispose au II que"."""
    says = _SAYS.search(text, max(0, begin - 24), begin) if text[begin] in "aà" else None
    if says is None or says["which"]:
        return says is not None
    cited = text.rfind("article", max(0, begin - _FAR), begin)
    return cited > 0 and _SUBJECT.search(text, max(0, cited - 8), cited) is not None


def _its_parts(text: str, begin: int, phrase: Phrase) -> Iterable[Phrase]:
    """``son II``, ``ses 2° et 3°``: parts of the article cited last, in the same sentence."""
    if not _OF_ARTICLE_ALONE.match(phrase.items[0].locators[0]):
        return ()
    cited = text.rfind("article", max(0, begin - _FAR), begin)
    if cited < 0 or _SAME_SENTENCE.match(text, cited, begin) is None:
        return ()
    items = tuple([item._replace(how=How.SAME) for item in phrase.items])
    return (phrase._replace(kind="article", items=items),)


_OF_ITS = (" de son ", " de ses ")


def _of_its_parts(text: str, begin: int, chains: list[Chain], outer: list[Chain]) -> Iterable[Phrase]:
    """``1° de son II``: parts of such a part."""
    items = tuple(
        [
            Item(start, stop, locators=(f"{above}/{path}",))
            for whole in outer
            for above, _, _ in whole.paths()
            for chain in chains
            for path, start, stop in chain.paths()
        ]
    )
    return _its_parts(text, begin, Phrase("internal", begin, outer[-1].end, items))


_OF_ARTICLE_ALONE = re.compile(r"[IVX]|[0-9]+°|al")
"""What is a part of an article, and of nothing smaller."""


_OF_NUMBER = compiled(r" (?:de|du|des) (?=[LRDA]\.? ?\*{0,2} ?\d+-\d)")
"""What leads from a part to its article without the word: "dernier alinéa de L. 221-5"."""


def _of_article(text: str, at: int, begin: int, chains: list[Chain], locators: tuple[str, ...]) -> Phrase | None:
    of = _OF_ARTICLE.match(text, at)
    if of is None:
        number = _OF_NUMBER.match(text, at) if text.startswith(" d", at) else None
        return None if number is None else numbers_at(text, number.end(), begin, locators)
    if of["text"] is not None:
        _, start, _ = chains[0].levels[0].members[0]
        return Phrase("article", begin, of.end(), (Item(start, at, locators=locators, how=How.SAME),))
    word = (of["how"] or of["again"] or "").strip().lower()
    if not word and _PRECITED.match(text, of.end()) is not None:
        word = "same"  # "l'alinéa 3 de l'article précité"
    how = None if not word else How.PRESENT if word.startswith("pr") else How.SAME
    phrase = articles_at(text, of.start("head"), begin, locators, how if how is How.SAME else None)
    if phrase is not None:
        return phrase if of["its"] is None else phrase._replace(its=True)
    if how is How.PRESENT:
        return _internal(chains, begin, of.end(), present=True)
    anchor = of.start("how") if of["how"] else of.start("again") if of["again"] else of.start("head")
    phrase = named_again(text, of.start("head"), anchor, how, locators)
    return None if phrase is None else phrase._replace(start=begin)


def _of_division(text: str, at: int, begin: int, locators: tuple[str, ...]) -> Phrase | None:
    of = _OF_DIVISION.match(text, at)
    phrase = division_at(text, of.end(), begin) if of else None
    if phrase is None:
        return None
    return phrase._replace(items=tuple([item._replace(locators=locators) for item in phrase.items]))


_ITS = ("son ", "sa ", "ses ", "leur ", "leurs ")
_OF_ANOTHER = (
    *(" duquel", " desquels", " de laquelle", " desquelles"),
    *(", de la loi n°", ", du décret n°", ", de l'ordonnance n°", ", de la loi du ", ", du décret du "),
)
"""What says that a part is one of an article before: "L'article 5, au 3° duquel", "5, sauf le 2°, de la loi n°"."""


def _is_internal(text: str, chains: list[Chain], how: How | None, *, contracted: bool) -> bool:
    """Whether locators that no article follows are parts of the citing article.

    A letter or a plain number is one only behind a contracted article ("au a", "du 1"), where no noun follows, or where
    it is amended.
    """
    first = chains[0].levels[0]
    if first.how == "this" and how is None:
        return False
    if text.startswith(_OF_ANOTHER, chains[-1].end) and not text.endswith(_ITS, 0, first.members[0][1]):
        return False
    if how is not None or len(chains[-1].levels) > 1 or first.how:
        return True
    mark = first.members[0][0]
    if mark.startswith(("al", "ph", "tiret")) or "°" in mark or mark[0] in "IVX":
        return True
    end = chains[-1].end
    if _GOES_ON.match(text, end) is not None:
        return contracted or _AMENDED.match(text, end) is not None
    start = chains[0].levels[0].members[0][1]
    return (
        contracted
        and mark.isupper()
        and not text.startswith(" d", end)
        and _REFERRED.search(text, max(0, start - _NEAR), start) is not None
    )


def _named_again(text: str, chain: Chain) -> tuple[int, int] | None:
    """Where an outer level says "même": ``même I`` in "premier alinéa du même I"."""
    level = next((level for level in chain.levels[1:] if level.how == "same"), None)
    return None if level is None else (word_before(text, level.members[0][1])[1], level.end)


def _internal(chains: list[Chain], begin: int, end: int, *, present: bool, how: How | None = None) -> Phrase:
    items = []
    for chain in chains:
        own = how or (How.SAME if chain.how == "same" else How.NAMED)
        for path, start, stop in chain.paths():
            items.append(new(Item, (start, stop, None, None, False, None, (path,), own, None, None, None, ())))
    return new(Phrase, ("internal", begin, end, tuple(items), None, present, False, False))


_LETTER_LED = r"(?:[a-z]{1,2}\)|[a-z](?: (?:et|ou|à) [a-z])? d(?:u [\dIVXp§]|e l'art|es art))"
_WORDS = (
    *(("alinéa", ""), ("phrase", ""), ("précédent", "e?s? alinéa")),
    *(("paragraphe", r"s? (?:\d|[IVX])"), ("point", rf"s? (?:\d|{_LETTER_LED})")),
    *(("lettre", f"s? {_LETTER_LED}"), ("littera", f" {_LETTER_LED}")),
    *((word, " (?:premi|derni|(?:alinéas|phrases) (?:précéd|suiv|qui |ci-))") for word in COUNT),
    *((stem, "") for stem in STEMS),
)
"""What may follow a determiner that leads to a part, each with what must stand behind it."""

PART = Rule(
    "part",
    tuple("au aux du des le les la l' ce ces cet son ses dudit audit ledit auxdits desdits".split()),  # noqa: SIM905 - shorter
    r"(?: |(?<=')) ?(?:mêmes? |présents? |)"
    rf"(?=(?!\d\d?(?:er)? {MONTH}(?!\w))\d(?:\d\d?)?(?: ?°|[ ,;.)\n]|er? |[èé](?:me)? |eme )"
    r"|\d{4} du c|\d{2,4}-\d{1,3}(?:-\d{1,3})? du c"
    r"|[IVX][IVX]*(?!\w)|[A-Z](?![\w']|\.(?! ?[»”\"]))"
    rf"|(?!{SMALL_WORD})[a-z][a-z]?(?![\w'])"
    r"|§§? ?(?:\d{1,3}(?: (?:et|à) \d{1,3})?|[IVX]{1,5}) d(?:e l'|es )art"
    rf"|{by_letters(_WORDS)})",
    _read_part,
    (
        Example("au ⟦premier alinéa⟧", "ici/1#al1"),
        Example("au ⟦premier alinéa⟧ du présent article", "ici/1#al1"),
        Example("au ⟦5e alinéa⟧", "ici/1#al5"),
        Example("au § 2 de l'article ⟦7⟧", "ici/7#2"),
        Example("au 5° alinéa de l'article ⟦7⟧", "ici/7#al5"),
        Example("aux ⟦1°⟧, ⟦2°⟧ et ⟦5°⟧", "ici/1#1° ici/1#2° ici/1#5°"),
        Example("aux ⟦1° à 4°⟧ du I", "ici/1#I/1°..4°"),
        Example("le ⟦présent I⟧", "ici/1#I"),
        Example("au ⟦1°⟧ du présent II", "ici/1#II/1°"),
        Example("l'⟦alinéa précédent⟧", "ici/1#al-prev"),
        Example("aux ⟦alinéas précédents⟧", "ici/1#al1..al-prev"),
        Example("aux ⟦deux alinéas précédents⟧", "ici/1#al-prev2..al-prev"),
        Example("des ⟦cinq premiers alinéas⟧", "ici/1#al1..al5"),
        Example("aux ⟦seize premiers alinéas⟧", "ici/1#al1..al16"),
        Example("aux ⟦2 derniers alinéas⟧", "ici/1#al-2..al-1"),
        Example("aux 3° et 5° de l'article ⟦706-73⟧", "ici/706-73#3° ici/706-73#5°"),
        Example("à la première phrase du second alinéa du 3° du II de l'article ⟦10⟧", "ici/10#II/3°/al2/ph1"),
        Example("du I des articles ⟦28-1⟧ ou ⟦28-2⟧", "ici/28-1#I ici/28-2#I"),
        Example("du cinquième alinéa de l'article ⟦41⟧ ou de l'article ⟦93-1⟧", "ici/41#al5 ici/93-1"),
        Example(
            "au a et d du point 5 de l'⟦annexe I⟧ de la directive 2014/68/UE",
            "directive-ue:2014/68:annexe.i#5/a directive-ue:2014/68:annexe.i#5/d",
        ),
        Example("au I (troisième alinéa) de l'article ⟦7⟧", "ici/7#I/al3"),
        Example("le vingt et unième alinéa de l'article ⟦7⟧", "ici/7#al21"),
        Example("dans la limite fixée au ⟦a⟧.", "ici/1#a"),
        Example("Par dérogation au ⟦I⟧, les moulins", "ici/1#I"),
        Example("Le ⟦a⟧ est complété par une phrase ; les ⟦B⟧ et ⟦C⟧ sont abrogés", "ici/1#a ici/1#B ici/1#C"),
        Example("à l'article ⟦62⟧, premier alinéa, et à ⟦cet alinéa⟧", "ici/62#al1 ici/62#al1"),
        Example("au 4° de l'article ⟦62⟧ et au second alinéa du ⟦même 4°⟧", "ici/62#4° ici/62#4°/al2"),
        Example("au paragraphe 2 de l'article ⟦7⟧", "ici/7#2"),
        Example("des paragraphes 1,2 ou 4 de l'article ⟦7⟧", "ici/7#1 ici/7#2 ici/7#4"),
        Example("au ⟦paragraphe 2⟧", "ici:paragraphe.2"),
        Example("Pour l'application du ⟦I⟧, à l'article ⟦7⟧", "ici/1#I ici/7"),
        Example(
            "au b du 2° du I de l'article ⟦L. 1⟧, au second tiret du 3° de l'article ⟦L. 2⟧",
            "ici/l1#I/2°/b ici/l2#3°/tiret2",
        ),
        Example("l'article ⟦7⟧, et au ⟦2⟧ du même texte", "ici/7 ici/7#2"),
        Example("l'article ⟦7⟧, et au 2° de ⟦cet article⟧", "ici/7 ici/7#2°"),
        Example("l'article ⟦7⟧, et au 2° ⟦dudit article⟧", "ici/7 ici/7#2°"),
        Example("la somme due au titre du ⟦2°⟧ due au meunier", "ici/1#2°"),
        Example("le dixième alinéa du ⟦Préambule de 1946⟧", "constitution:1946"),
        Example("l'article ⟦7⟧ ; son ⟦II⟧ est neuf", "ici/7 ici/7#II"),
        Example("les mots : « 1° et 2° du II de l'article ⟦7⟧ »", "ici/7#II/1° ici/7#II/2°"),
        Example("le ⟦quatrième alinéa⟧ devient le ⟦cinquième⟧", "ici/1#al4 ici/1#al5"),
        Example("Au ⟦I⟧, la ⟦seconde phrase⟧ est supprimée", "ici/1#I ici/1#I/ph2"),
        Example("le ⟦2⟧ devient le ⟦3⟧.", "ici/1#2 ici/1#3"),
        Example("le quatrième devient le cinquième"),
        Example("les 3 membres ; pour le 2° enfant"),
        Example("le b est une lettre"),
        Example("ses 3 enfants et son premier chat"),
        Example("du 15 août"),
        Example("la première chambre"),
        Example("au 2° de la catégorie B et au I de la liste des moulins"),
        Example("au V du ⟦présent chapitre⟧", "ici:chapitre.present"),
        Example("une température de 110° C"),
    ),
)

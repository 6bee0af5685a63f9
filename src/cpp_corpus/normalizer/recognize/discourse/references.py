"""The last pass: the references that the phrases make, one for each member and locator."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from cpp_corpus.lang.acts import has_none_like, has_number, is_act_id
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import AmendmentOperation, Basis, Reference, ReferenceKind, Relation, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.discourse.decision import (
    NEVER_LETTERED,
    CitingArticle,
    Decision,
    default_act,
    has_all,
    is_never_of,
    path_from,
    unknown,
)
from cpp_corpus.normalizer.recognize.discourse.heads import paragraphs_of
from cpp_corpus.normalizer.recognize.discourse.operations import Done
from cpp_corpus.normalizer.recognize.discourse.scopes import Scoped, ends_sentence, sentence_ends
from cpp_corpus.normalizer.recognize.fragments import ADVERB, compiled
from cpp_corpus.normalizer.recognize.grammar.one_number import with_letters_apart
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase, new

__all__ = ["Written", "references_of"]

_ARTICLE, _DIVISION, _ACT, _INTERNAL = ReferenceKind  # to look a member of an enum up costs as much as a call
_ANAPHORA, _DEFAULT = Via.ANAPHORA, Via.DEFAULT
_NONE = Basis.NONE

_TOGETHER = 40
"""Characters between two articles that are cited together ("du I des articles 28-1 ou 28-2")."""
_MANY = 60
"""References before "les mêmes articles" among which those are."""
_RENUMBERED = frozenset(("successor", "predecessor"))
_NEVER_LETTERED = (*NEVER_LETTERED, "traite:")
"""Acts whose articles have no L., R. or D.: one that stands beside them is of the citing act."""
_POINTED = ("constitution:", "reglement-ue:", "directive-ue:", "decision-ue:", "decision-cadre-ue:", "traite:")
"""Acts of whose articles the parts stand behind a point: "article 6.3 de la directive"."""
_FEW = 2  # digits of an article of the Union
_PARAGRAPHED = ("traite:", "reglement-ue:", "directive-ue:")
"""Acts of whose articles a paragraph stands behind a hyphen: "article 6-1 de la Convention"."""
_NEVER_FOLLOWED = frozenset(("11", "16", "38", "49"))
"""Articles of the Constitution behind which none was put in, and of which people cite an alinéa: "49-3"."""
_COURTS = ("decision-cc:", "decision-ce:")
"""What "cette décision" alone hardly means: there are decisions of prefects, which have no number."""
_OF_ITSELF = frozenset(("decision", "accord", "convention", "protocole", "reglement-ue", "charte", "statut"))
"""What texts that have no identifier call themselves."""


def _is_of_itself(name: ActName, act: Decision) -> bool:
    """Whether a text without an identifier names itself: "le présent accord", "la présente ordonnance" of a judge."""
    return name.nature in _OF_ITSELF or (name.nature == "ordonnance" and act.reason is Reason.NO_ACT_BEFORE)


_RECENT = 20  # articles
_PREFIX = re.compile(r"(?:lo|[lrda])?(?=[0-9])|")
_WHOLE = (None,)


class Written(NamedTuple):
    """The references of a text in the order of its phrases."""

    references: list[Reference]
    ends: list[int]
    """For each phrase, how many references it and those before it make."""


def references_of(  # noqa: PLR0913 - what the passes before have decided
    text: str,
    scoped: Scoped,
    acts: Sequence[Decision | None],
    relations: Sequence[Relation],
    citing: CitingArticle,
    *,
    done: Mapping[int, Done],
) -> Written:
    """The references of phrases whose acts and relations are decided; ``done``: what amending sentences do to some."""
    phrases = scoped.phrases
    beside = _beside(text, scoped)
    writer = _Writer(citing)
    made, ends = writer.made, []
    of_union = citing.article is not None and citing.act is not None and citing.act.startswith(_PARAGRAPHED)
    held: _CitedArticle | None = None  # what was cited before the phrases beside
    for at, (phrase, act, relation) in enumerate(zip(phrases, acts, relations, strict=True)):
        kind = phrase.kind
        writer.operation = done[at][1] if at in done else None
        if kind == "article":
            if at in beside:
                held = held or writer.cited
            elif held is not None:
                writer.cited, held = held, None
            writer.articles(phrase, act, relation)
        elif kind == "internal":
            part = citing.article is None and at and not phrase.present and _is_part(text, phrases[at - 1], phrase)
            if not part or not writer.parts(phrase, relation):
                writer.internals(phrase, relation)
        elif kind == "division" and act is None and of_union and (parts := paragraphs_of(phrase)) is not None:
            writer.internals(parts, relation)
        elif kind == "division":
            writer.divisions(phrase, act, relation)
        elif kind == "act":
            writer.act(phrase, act, relation)
        ends.append(len(made))
    return Written(made, ends)


_LEADS_TO_PART = compiled(
    r"(?<!\w)(?:dont|quoique|bien que|alors que|tandis que|encore que|même si|mais|puisque"
    r"|(?:à l'exception|à l'exclusion|sauf|hormis|excepté|y compris|notamment|spécialement|particulièrement"
    r"|en particulier),?) ?$"
)
"""What stands before a part of the article that its sentence cited: "l'article 5, dont le II", "sauf le 3°"."""
_RELATIVE_PARTS = ("al-next", "al-prev", "ph-next", "ph-prev")
_LEADING = 28  # characters
_OTHER_WHOLE = compiled(r" (?:d(?:u|e|es)(?!\w)|d'|ci-)")
"""What follows a part of something else, or of the text itself: "le 3° du devis", "l'alinéa 2 ci-dessus"."""


def _is_part(text: str, before: Phrase, phrase: Phrase) -> bool:
    """Whether a part is one of the article cited before it, in a text that is no article itself."""
    start, locators = phrase.start, phrase.items[0].locators
    if not locators or "\n" in text[before.stop : start] or _OTHER_WHOLE.match(text, phrase.stop) is not None:
        return False
    if locators[0].startswith(_RELATIVE_PARTS):
        return sentence_ends(text, before.stop, start) <= 1
    if text.startswith("Le ", start) and locators[0].startswith("al"):
        return before.kind == "article" and sentence_ends(text, before.stop, start) == 1
    if _LEADS_TO_PART.search(text, max(before.items[-1].end if before.items else 0, start - _LEADING), start) is None:
        return False
    return not ends_sentence(text, before.stop, start)


_CHANGED_BY = compiled(
    r"(?:issue?s?|résult\w+|modifi\w+|insér\w+|créé?\w*|introduit\w*|complét\w+|rédigée?s?|ratifi\w+|abrog\w+)"
    r"(?: celles?)? (?:(?:par|de) l'|par les |des |d?u |de la |par le )?$"
)
_BRACKET = compiled(r" \([^()\n]*")
_CHANGING, _NEAR = 32, 120  # characters


def _beside(text: str, scoped: Scoped) -> Collection[int]:
    """The phrases that "même article" does not lead back to: of a wording, in a bracket, articles that changed others.

    "l'article 6 de la loi …, dans sa rédaction issue de l'article 17 de la loi …. Le même article", "l'article 6 du
    code (art. 17 de la loi …). Le même article".
    """
    phrases, amended = scoped.phrases, scoped.amended
    beside: Collection[int] = () if amended is None else amended.beside
    if not any(
        phrase.items and phrase.items[0].how is How.SAME and phrase.items[0].number is None for phrase in phrases
    ):
        return beside
    changing = [
        at
        for at, phrase in enumerate(phrases)
        if at
        and phrase.kind == "article"
        and phrase.act is not None
        and phrases[at - 1].kind == "article"
        and phrase.start - phrases[at - 1].stop < _NEAR
        and not ends_sentence(text, phrases[at - 1].stop, phrase.start)
        and (
            _CHANGED_BY.search(text, max(0, phrase.start - _CHANGING), phrase.start) is not None
            or (text.startswith(")", phrase.stop) and _BRACKET.fullmatch(text, phrases[at - 1].stop, phrase.start))
        )
    ]
    return {*beside, *changing} if changing else beside


class _CitedArticle(NamedTuple):
    """An article that the text has cited; ``internal`` where it is the citing article."""

    act: Decision
    number: str | None
    item: Item
    internal: bool = False

    def again(self) -> Decision:
        """The decision on its act where it is cited again."""
        act = self.act.act
        span = Span(self.item.start, self.item.end)
        unclear = None if self.number or self.internal else Reason.NUMBER_UNCLEAR
        return Decision(act, _ANAPHORA, Basis.SAME_ARTICLE if act else _NONE, span, self.act.reason or unclear)


class _Writer:
    """Makes references, and keeps the articles and parts cited so far; a look-up does not grow with the text."""

    __slots__ = (
        "_alinea", "_articles", "_citing", "_default", "_of_acts", "_parts", "_searched", "cited", "made", "operation",
    )  # fmt: skip

    def __init__(self, citing: CitingArticle) -> None:
        self.made: list[Reference] = []
        self.operation: AmendmentOperation | None = None
        """What is done to the phrase whose references are made."""
        self._citing = citing
        self._default = default_act(citing.act)
        self.cited: _CitedArticle | None = None
        self._articles: dict[str, _CitedArticle] = {}
        self._of_acts: dict[str | None, _CitedArticle] = {}  # the article of each act that was cited last
        self._alinea: str | None = None  # the last one cited of the citing article
        self._parts: list[Reference] = []  # references to parts of articles, in order
        self._searched = 0  # how many references were looked through for them

    def articles(self, phrase: Phrase, act: Decision | None, relation: Relation) -> None:
        """The members of a list; ``même article``, ``article précédent``."""
        act = act or self._default
        ident = act.act
        prefix = ""
        several = len(phrase.items) > 1
        foreign = several and (_is_unread_text(phrase, act) if ident is None else ident.startswith(_NEVER_LETTERED))
        foreign = foreign and not (phrase.act is not None and _are_own_letters(phrase, ident, self._citing))
        renumbered = foreign and any(each.kind in _RENUMBERED for each in phrase.items[0].qualifiers)
        for each in phrase.items:
            item = each
            if item.number is None:
                if phrase.act is not None and self.cited is None:
                    self.act(phrase, act, relation)
                else:
                    self._unnumbered(item, relation, None if phrase.act is None else act)
                continue
            if item.number[-1].islower() and ident is not None and (lettered := _LETTERED.fullmatch(item.number)):
                item = _with_letter(item, lettered, ident)
            elif item.otherwise is not None:
                item = _chosen(item, item.otherwise, ident)
            elif ident is not None and "-" in (item.number or "") and ident.startswith(_POINTED_CODE):
                is_new = self.operation is AmendmentOperation.CREATE and not item.locators
                item = item if is_new else _with_point(item, ident)  # "il est inséré un article 39-1"
            elif ident is not None and "-" in (item.number or "") and ident.startswith(_PARAGRAPHED):
                item = _of_paragraph(item, of_union=not ident.startswith("traite:"))
            elif ident == "constitution:1958" and (item.number or "").partition("-")[0] in _NEVER_FOLLOWED:
                article, _, alinea = (item.number or "").partition("-")
                item = item._replace(number=article, locators=(f"al{alinea}",)) if alinea.isdigit() else item
            number = normalize_number(item.number or "")
            to = None
            if several or item.to is not None:
                number = _with_prefix(number, prefix, ident)
                match = _PREFIX.match(number)
                prefix = match[0] if match else ""
                to = None if item.to is None else _with_prefix(normalize_number(item.to), prefix, ident)
            own = self._of_code(number, renumbered=renumbered) if foreign and number[0] in "lrd" else act
            if several and number.isdigit() and phrase.act is not None and _is_of_another(ident, number, phrase):
                own = unknown(Reason.OTHER_NUMBERING, Via.EXPLICIT)
            if ":" in number and act.act is not None:  # "5:70", as no act that is known has
                own = unknown(Reason.OTHER_NUMBERING, Via.EXPLICIT if phrase.act is not None else Via.DEFAULT)
            if item.how is How.SAME:
                before = self._articles.get(number)
                known = before is not None and (phrase.act is None or before.act is act)
                own = before.again() if before is not None and known else _again(act)
            self._add(_ARTICLE, item, own, relation, number, to)
            before = self.cited if several and each is not phrase.items[0] else None
            cited = self._articles[number] = self._of_acts[own.act] = new(_CitedArticle, (own, number, item, False))
            if to is not None or (before is not None and before.number != number):
                cited = new(_CitedArticle, (own, None, item, False))  # "le même article" is one of several
            self.cited = cited

    def _of_code(self, number: str, *, renumbered: bool) -> Decision:
        """The act of a number that only codes have: the citing one, or the code cited last, if it alone has it.

        ``renumbered``: it is what an article of no code has become, so that nothing tells that it is of the citing one.
        """
        if has_all(self._citing.act, [number]) is True:
            return self._default
        for cited in islice(reversed(self._articles.values()), _RECENT):
            act = cited.act
            if act.act is not None and has_all(act.act, [number]) is True:
                via, basis = (_ANAPHORA, Basis.LEADS_ON) if self._citing.act else (Via.CONTEXT, Basis.CONTEXT)
                return Decision(act.act, via, basis, Span(cited.item.start, cited.item.end))
        if renumbered or is_never_of(self._citing.act, [number]):
            return unknown(Reason.OTHER_NUMBERING, Via.DEFAULT)
        if has_all(self._citing.act, [number]) is False:
            return unknown(Reason.ACT_UNCLEAR, Via.EXPLICIT)
        return self._default

    def internals(self, phrase: Phrase, relation: Relation) -> None:
        """Parts of the citing article, or of one cited before ("même I")."""
        citing = self._citing
        reason = None if citing.article else Reason.CITING_ARTICLE_UNKNOWN
        begin = len(self.made)
        for each in phrase.items:
            item = each
            again = item.how is How.SAME
            if again and (elsewhere := self._same_part(item, relation, begin)):
                self.made += elsewhere
                continue
            if again and citing.is_cut:
                continue
            if again and item.again == (item.start, item.end) and self._is_elsewhere(item):
                self._unnumbered(item, relation)
                continue
            if again and item.locators == ("al-this",) and self._alinea:
                item = item._replace(locators=(self._alinea,))
            relative = any("-prev" in locator or "-next" in locator for locator in item.locators)
            if phrase.present or relative or item.how is not How.NAMED:
                via, basis = _ANAPHORA, Basis.PRESENT
            else:
                via, basis = _DEFAULT, Basis.DEFAULT
            if phrase.present and citing.part is not None:
                item = item._replace(locators=tuple([_around(citing.part, path) for path in item.locators]))
            act = new(Decision, (citing.act, via, basis if citing.act else _NONE, None, reason, None, ""))
            self._add(_INTERNAL, item, act, relation, citing.article)
            self._alinea = next((locator for locator in item.locators if locator.startswith("al")), self._alinea)
            if phrase.present:
                self.cited = _CitedArticle(act, citing.article, item, internal=True)

    def parts(self, phrase: Phrase, relation: Relation) -> bool:
        """Parts of the article cited last, if the reference before is one to it; whether they are."""
        cited, last = self.cited, self.made[-1] if self.made else None
        if cited is None or cited.internal or cited.number is None or last is None or last.article != cited.number:
            return False
        relative = phrase.items[0].locators[0].startswith(_RELATIVE_PARTS)
        if relative and last.locator is None:
            return False
        for item in phrase.items:
            outer = last.locator if last.locator is not None and _ROMAN.fullmatch(last.locator) is not None else None
            inside = tuple([f"{outer}/{path}" if outer and _POINT_OF.match(path) else path for path in item.locators])
            self._add(_ARTICLE, item._replace(locators=inside), cited.again(), relation, cited.number)
        return True

    def _is_elsewhere(self, item: Item) -> bool:
        """Whether a part "précité" is one of the article cited last: the citing article's was not cited before."""
        cited = self.cited
        if cited is None or cited.internal or cited.number is None:
            return False
        return not any(r.kind is _INTERNAL and r.locator in item.locators for r in self._parts)

    def divisions(self, phrase: Phrase, act: Decision | None, relation: Relation) -> None:
        """Divisions of an act."""
        act = act or self._default
        for each in phrase.items:
            item = each
            if act.outer:
                item = item._replace(path=path_from(act.outer, item.path or ""))
            own = act
            if item.how is How.SAME and act is self._default and ".same" not in (item.path or ""):
                item, own = self._same_division(item, own)
            elif phrase.present or ".present" in (item.path or ""):
                basis = Basis.PRESENT if act.basis is Basis.DEFAULT else act.basis
                own = Decision(act.act, _ANAPHORA, basis, act.antecedent, act.reason)
            self._add(_DIVISION, item, own, relation)

    def act(self, phrase: Phrase, act: Decision | None, relation: Relation) -> None:
        """An act alone."""
        name = phrase.act
        if act is None or name is None or name.reason is Reason.FOREIGN_ACT:  # which has nothing that one could look up
            return
        unfounded = act.antecedent is None and name.nature != "code"
        anyone = name.nature == "decision" and (act.act or "").startswith(_COURTS)
        if name.how is How.PRESENT and act.act is None and _is_of_itself(name, act):
            return
        if name.how is not How.SAME or not (unfounded or anyone):
            self._add(_ACT, Item(name.start, name.end), act, relation)

    def _same_division(self, item: Item, act: Decision) -> tuple[Item, Decision]:
        """``chapitre II du même titre Ier``: of the act and the division of which that one was cited."""
        path = item.path or ""
        step = path.split("/")[0]
        before = next((r for r in reversed(self.made) if r.division and step in r.division.split("/")), None)
        if before is None or before.division is None:
            return item, act
        steps = before.division.split("/")
        outer = "/".join(steps[: steps.index(step)])
        basis = Basis.CONTINUATION if before.act else _NONE
        again = Decision(before.act, _ANAPHORA, basis, Span(before.start, before.end), before.reason)
        return item._replace(path=f"{outer}/{path}" if outer else path), again

    def _unnumbered(self, item: Item, relation: Relation, of: Decision | None = None) -> None:
        """``même article``, ``cet article``, ``article précédent``; ``of``: the act that is named behind it."""
        if item.how is How.PREVIOUS or item.how is How.NEXT:
            reason = Reason.ARTICLE_BEFORE if item.how is How.PREVIOUS else Reason.ARTICLE_AFTER
            beside = (
                self.cited if self._citing.article is None else None
            )  # "L'article 7 du code … et l'article suivant"
            act = self._citing.act if beside is None else beside.act.act
            own = Decision(act, _ANAPHORA, Basis.NEIGHBOUR if act else _NONE, reason=reason)
            self._add(_ARTICLE, item, own, relation)
        elif item.open and (several := self._same_articles(item, relation)) is not None:
            self.made += several
        elif self.cited is not None:
            cited = self.cited
            item = item._replace(open=False)
            if of is not None:
                of_act = self._of_acts.get(of.act)  # "l'article précité du code …" is the last one of that code
                if item.qualifiers and of_act is None and cited.act.act not in {of.act, None}:
                    self._add(_ARTICLE, item, of._replace(reason=Reason.NUMBER_UNCLEAR), relation)
                    return
                if of_act is not None and (item.qualifiers or has_all(of.act, [cited.number or ""]) is not True):
                    cited = of_act
                self._add(_ARTICLE, item, of, relation, cited.number)
                self.cited = _CitedArticle(of, cited.number, item)
            else:
                self._add(_INTERNAL if cited.internal else _ARTICLE, item, cited.again(), relation, cited.number)

    def _same_articles(self, item: Item, relation: Relation) -> list[Reference] | None:
        """``les mêmes articles``: those that were cited together last; none where it was one, and others apart.

        ``None`` where no other was cited.
        """
        found: dict[tuple[str | None, str | None, str | None], Reference] = {}
        last = None
        for r in reversed(self.made[-_MANY:]):
            if r.kind is not _ARTICLE or r.article is None:
                if last is None:
                    continue
                break
            if last is not None and last - r.end > _TOGETHER:
                break
            last = r.start
            found.setdefault((r.act, r.article, r.to), r)
        if not found or (len(found) == 1 and next(iter(found.values())).to is None):
            articles = {(r.act, r.article) for r in self.made[-_MANY:] if r.kind is _ARTICLE}
            return [] if len(articles) > 1 else None
        return [
            self._cited_again(r, item.start, item.end, locator, relation)
            for r in reversed(found.values())
            for locator in item.locators or _WHOLE
        ]

    def _same_part(self, item: Item, relation: Relation, begin: int) -> list[Reference]:
        """``même I``, ``ledit 3°``: the part of that name that was cited last, of every article it was cited of.

        ``begin``: how many references the phrases before have made.
        """
        if not item.locators:
            return []
        self._parts += [r for r in self.made[self._searched : begin] if r.locator is not None]
        self._searched = begin
        outer = item.locators[0].split("/")[0]
        this = outer == "al-this"
        last = next((r for r in reversed(self._parts) if _has_part(r, "al" if this else outer, prefix=this)), None)
        if last is None or last.kind is _INTERNAL:
            return []
        path = (last.locator or "").split("/")
        whole = "/".join(path) if this else "/".join((*path[: path.index(outer)], item.locators[0]))
        start, end = item.again or (item.start, item.end)
        together = [*takewhile(lambda r: last.start - r.start < _TOGETHER, reversed(self._parts))]
        alike: dict[tuple[str | None, str | None], Reference] = {}
        for r in together:
            if r.locator == last.locator and r.act == last.act:
                alike.setdefault((r.article, r.to), r)
        return [self._cited_again(r, start, end, whole, relation) for r in reversed(alike.values())]

    def _cited_again(
        self, cited: Reference, start: int, end: int, locator: str | None, relation: Relation
    ) -> Reference:
        """A reference that leads back to one that was ``cited`` before."""
        return cited.replaced(
            start=start,
            end=end,
            locator=locator,
            via=_ANAPHORA,
            basis=Basis.SAME_ARTICLE if cited.act else _NONE,
            relation=relation,
            operation=self.operation,
            antecedent=Span(cited.start, cited.end),
        )

    def _add(  # noqa: PLR0913, PLR0917 - what differs between the references of one phrase
        self,
        kind: ReferenceKind,
        item: Item,
        act: Decision,
        relation: Relation,
        article: str | None = None,
        to: str | None = None,
    ) -> None:
        """Make a reference for each locator of a member."""
        ident, via, basis, antecedent, reason, _, _ = act
        operation = self.operation if item.relation is None else None
        for locator in item.locators or _WHOLE:
            self.made.append(
                Reference.around(
                    {
                        "kind": kind,
                        "start": item.start,
                        "end": item.end,
                        "act": ident,
                        "article": article,
                        "to": to,
                        "open": item.open,
                        "division": item.path,
                        "locator": locator,
                        "via": via,
                        "basis": basis,
                        "relation": item.relation or relation,
                        "operation": operation,
                        "version": None,
                        "successor": None,
                        "antecedent": antecedent,
                        "reason": reason,
                        "detail": None,
                        "note": None,
                    }
                )
            )


def _is_of_another(act: str | None, number: str, phrase: Phrase) -> bool:
    """Whether a plain number is of another code than the lettered ones beside it: "2288 et L. 332-1 C. consom."."""
    last = phrase.items[-1].number or ""
    return act is not None and last[:1] in _LETTERS and has_none_like(act, number)


_LETTERS = frozenset("LRD")


def _around(part: str, path: str) -> str:
    """A locator with what is around its outer part in the one whose new text is read: "du présent 5°" in "1/5°"."""
    steps, outer = part.split("/"), path.split("/", maxsplit=1)[0]
    return "/".join((*steps[: steps.index(outer)], path)) if outer in steps else path


def _again(act: Decision) -> Decision:
    """The decision for a number that is cited "again", and was not before."""
    via = act.via if act.basis is Basis.NAMED else _ANAPHORA
    return Decision(act.act, via, act.basis, act.antecedent, act.reason, act.origin)


def _chosen(item: Item, other: Item, act: str | None) -> Item:
    """An item read the other way, where the act has that number and not this one.

    The articles of a law have no letters: "article 23 I" of one is I of article 23.
    """
    if has_number(act, number := normalize_number(item.number or "")):
        return item
    if act is not None and "." in (item.number or "") and act.startswith(_POINTED):
        article, *parts = (item.number or "").split(".")
        inner = "/".join(parts) if not act.startswith("constitution:") else f"al{parts[0]}"  # "49.3": its third alinéa
        return item._replace(
            number=article, locators=tuple([f"{inner}/{below}" for below in item.locators]) or (inner,)
        )
    roman = _ROMAN_BIS.search(other.number or "")
    has_such = (act or "").startswith(_TAXES) or has_number(act, normalize_number(other.number or "")) is True
    if roman is not None and has_such and has_number(act, number) is False:  # no 885, but "885 V bis"
        below = tuple([rest for path in item.locators if (rest := path.partition("/")[2])])
        return item._replace(number=other.number, end=other.end, locators=below)
    law = bool(other.locators) and act is not None and not is_act_id(act)
    end = _LETTERED_END.match(other.number or "") if number.isdigit() else None
    if end is not None and not any(
        has_number(act, f"{prefix}{number}") in _MAY_HAVE for prefix in ("", end[0].lower())
    ):
        return item._replace(number=other.number)  # "L. 532-3, 5 et 6", though the code has none of them any more
    if not law and not has_number(act, normalize_number(other.number or "")) and not (act or "").startswith(_TAXES):
        return item
    locators = tuple([f"{outer}/{inner}" for outer in other.locators for inner in item.locators])
    to = item.to and (with_letters_apart(item.to) or item.to)  # "95ZA à 95ZN"
    stop = other.end if item.to is None else item.end
    return item._replace(number=other.number, to=to, end=stop, locators=locators or other.locators or item.locators)


def _are_own_letters(phrase: Phrase, act: str | None, citing: CitingArticle) -> bool:
    """Whether the numbers of a list have the prefix of an act of which hardly one has any: "R. 5 et R. 7 du décret".

    So where the one beside the act has it and no hyphen, and those of a decree, where only the first one has it:
    "R. 5 et 7 du décret"; but the act that speaks may have that.
    """
    numbers = [normalize_number(item.number or "") for item in phrase.items]
    if "-" not in numbers[-1] and numbers[-1][:1] in _ANY_LETTERS:
        return True
    own = [number for number in numbers if number[:1] in _OF_DECREES]
    simple = all(number.isdigit() or (number in own and "-" not in number) for number in numbers)
    return act is not None and act.startswith("decret:") and simple and has_all(citing.act, own) is not True


def _is_unread_text(phrase: Phrase, act: Decision) -> bool:
    """Whether a list ends with a plain number of a text without an identifier, no code: "L. 1 et 4 du bail"."""
    named = phrase.act is not None and phrase.act.nature != "code" and act.reason is Reason.ACT_WITHOUT_ID
    return named and (phrase.items[-1].number or "").isdigit()


_ANY_LETTERS = frozenset("lrd")
_OF_DECREES = frozenset("rd")
_LETTERED_END = re.compile(r"[LRDA](?=[. ]*\*?[0-9]+-)")
_MAY_HAVE = (True, None)
_TAXES = "code-general-des-impots"
"""The acts whose numbers end with any letters: "95ZA"."""
_ROMAN = re.compile(r"[IVX]+(?: [a-z]+)?")
_POINT_OF = re.compile(r"[0-9]+°")
"""A part that stands in the Roman one cited before: "du II de l'article 5, sauf le 3°"."""
_LETTERED = re.compile(r"([0-9]+)([a-df-m])")


def _with_letter(item: Item, lettered: re.Match[str], act: str) -> Item:
    """A number with a small letter, which is a part of an article of French law: "art. 7d loi …"."""
    if not act.startswith(_WITHOUT_LETTERS) or has_number(act, normalize_number(item.number or "")):
        return item
    letter = lettered[2]
    return item._replace(
        number=lettered[1], locators=tuple([f"{letter}/{below}" for below in item.locators]) or (letter,)
    )


_POINT = re.compile(rf"([0-9]+(?: [A-Za-z]+)*)-([1-9][0-9]?(?: {ADVERB})?)")
_POINTED_CODE = "code-general-des-impots"
"""The code whose numbers have no hyphen but before a nought, and whose points stand behind one: "39-1-2°"."""


def _with_point(item: Item, act: str) -> Item:
    """A number with its point, where the code has the article and no such number."""
    pointed = _POINT.fullmatch(item.number or "")
    if (
        pointed is None
        or has_number(act, normalize_number(item.number or ""))
        or not has_number(act, normalize_number(pointed[1]))
    ):
        return item
    point = pointed[2]
    below = tuple([f"{point}/{path}" for path in item.locators]) or (point,)
    return item._replace(number=pointed[1], locators=below)


_WITHOUT_LETTERS = ("loi:", "ordonnance:", "decret:", "arrete:", "code-")
_ROMAN_BIS = re.compile(r"[0-9] [IVX]+ [a-z]+\Z")


def _of_paragraph(item: Item, *, of_union: bool) -> Item:
    """An article of a treaty, or of an act of the Union, with its paragraph behind a hyphen: "l'article 6-1 de …".

    What has more digits and is more than the article is the end of a range: "RGPD, art. 15-22".
    """
    article, _, paragraph = (item.number or "").partition("-")
    if not (article.isdigit() and paragraph.isdigit()) or item.to is not None:
        return item
    if of_union and (len(article) > _FEW or len(paragraph) > 1):
        return item if int(article) >= int(paragraph) else item._replace(number=article, to=paragraph)
    return item._replace(
        number=article, locators=tuple([f"{paragraph}/{inner}" for inner in item.locators]) or (paragraph,)
    )


_HYPHENED = re.compile("[0-9]+-[0-9]")


def _with_prefix(number: str, prefix: str, act: str | None) -> str:
    """``L. 121-1 et 121-2``: a number without prefix has that of the one before, unless the act has it without.

    One without a hyphen has it where the act has that number only ("L. 5 et 11").
    """
    if not prefix or not number[0].isdigit():
        return number
    whole = prefix + number
    if not _HYPHENED.match(number):
        return whole if has_number(act, whole) is True and has_number(act, number) is False else number
    return whole if has_number(act, whole) or not has_number(act, number) else number


def _has_part(reference: Reference, part: str, *, prefix: bool) -> bool:
    """Whether a reference's locator names a part, or ends with one that begins so."""
    steps = (reference.locator or "").split("/")
    return steps[-1].startswith(part) if prefix else part in steps

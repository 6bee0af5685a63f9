"""XML of the open data of the DILA: LEGI (codes and consolidated texts), JORF (texts as published), KALI (agreements).

One file has one object; its root says which:

=================  ===================================================================================================
root               what it has
=================  ===================================================================================================
``ARTICLE``        one version of an article, with its act, divisions, dates, notes and links
``SECTION_TA``     the list of what a division contains: no words, so no article; it says which articles there are
``TEXTELR``        the same of a text
``TEXTE_VERSION``  titles, visas and signatures of a text; their words are lines that belong to no article
others             decisions, issues of the Journal officiel, lists of agreements: refused with a reason
=================  ===================================================================================================

An article brings its context along, so the files need not be joined. Of several titles that its act or a division has
had, the one on the first day of the version is taken. Documents are never validated: the DTDs of the publisher do not
load alone. Entities are not expanded, and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.address import act_of_path
from cpp_corpus.ingest.article_data import ArticleData
from cpp_corpus.ingest.fragment import read_fragment, whole_file
from cpp_corpus.ingest.markup import has_markup
from cpp_corpus.ingest.naming import act_of_link, agreement_act, number_printed, source_act, titled_division
from cpp_corpus.ingest.tags import TAG_NAMES
from cpp_corpus.lang.acts import act_written
from cpp_corpus.limits import check
from cpp_corpus.model.article import Division, Link
from cpp_corpus.model.document import Block, Document, Draft, Listed, Role
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.span import Span
from cpp_corpus.model.states import source_day

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ADAPTER"]


def _sniff(file: RawFile) -> bool:
    return _ROOT.match(file.head) is not None


def _read(file: RawFile) -> Iterator[Document]:
    parsed = _parsed(file)
    root, findings = parsed.root, parsed.findings
    if root.tag in _REFUSED:
        raise RefusedError(*_REFUSED[root.tag])
    drafts: tuple[Draft, ...] = ()
    above: tuple[Block, ...] = ()
    if root.tag == "ARTICLE":
        draft = _article(file, root).draft(file.path, findings)
        drafts = () if draft is None else (draft,)
    else:
        place = whole_file(file)
        blocks = (block for words in _contents(root) for block in read_fragment(words, place))
        above = tuple(block._replace(role=Role.FURNITURE) for block in blocks)
    listed = _listed(root)
    yield Document(file.path, ADAPTER.name, drafts, above, marks_notes=True, findings=tuple(findings), listed=listed)


# ---------------------------------------------------------------------------------------------------------------------

_STRUCTURES = ("SECTION_TA", "TEXTELR", "TEXTE_VERSION")
_DECISION = "Only articles of acts are read."
_LIST = "The articles that it lists are files of their own: give them too."
_REFUSED = {
    "TEXTE_JURI_JUDI": ("a decision of a court, as XML of the DILA", _DECISION),
    "TEXTE_JURI_ADMIN": ("a decision of an administrative court, as XML of the DILA", _DECISION),
    "TEXTE_JURI_CONSTIT": ("a decision of the Conseil constitutionnel, as XML of the DILA", _DECISION),
    "TEXTE_CNIL": ("a decision of the CNIL, as XML of the DILA", _DECISION),
    "IDCC": ("the list of the texts of a collective agreement, as XML of the DILA", _LIST),
    "JO": ("the contents of an issue of the Journal officiel, as XML of the DILA", _LIST),
}
_NAMES = "|".join(("ARTICLE", *_STRUCTURES, *_REFUSED))
_ROOT = re.compile(
    rf"""
    \s* (?: (?: <\?[^<>]*\?> | <!--(?:(?!-->).)*--> | <!DOCTYPE\b[^<>\[\]]*(?:\[[^\]]*\]\s*)?> ) \s* ){{0,20}}
    < (?:{_NAMES}) (?=[\s/>]|\Z)
    """,
    re.VERBOSE | re.DOTALL,
)
_DECLARATION = re.compile(r"\s*(?:<\?xml\b[^<>]*\?>)?")
_INSTRUCTION = re.compile(r"<\?.*?\?>", re.DOTALL)
_OTHER_TAG = re.compile(rf"</?(?!(?:{TAG_NAMES})(?=[\s/>]))([A-Za-z_])[^<>]*>", re.IGNORECASE)
_NATURES = {
    **dict.fromkeys(("LOI", "LOI_ORGANIQUE", "LOI_CONSTIT", "LOI_PROGRAMME"), "loi"),
    "ORDONNANCE": "ordonnance",
    "DECRET": "decret",
    "DECRET_LOI": "decret-loi",
    "ARRETE": "arrete",
}
_SOURCE_ID = re.compile(r"(?:LEGI|JORF|KALI)(?:ARTI|TEXT|SCTA|CONT)[0-9]{12}")
_LONGEST = 200  # characters of the words of an error


class _Parsed(NamedTuple):
    root: _Element
    findings: list[Finding]


@cache
def _etree() -> Any:
    try:
        return import_module("lxml.etree")
    except ImportError:
        raise MissingExtraError("reading XML", "xml") from None


@cache
def _parser(*, recover: bool) -> Any:
    return _etree().XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=recover
    )


def _parsed(file: RawFile) -> _Parsed:
    """The root of the document; where it is damaged, of what can be read of it, with a finding."""
    check("tags", file.text.count("<"), "tags")
    data = _DECLARATION.sub("", file.text, count=1).encode("utf-8", "replace")
    errors = _etree().XMLSyntaxError
    try:
        return _Parsed(_without_namespace(_etree().fromstring(data, _parser(recover=False))), [])
    except errors as error:
        problem = str(error.msg)[:_LONGEST]
        line = error.lineno
    try:
        root = _etree().fromstring(data, _parser(recover=True))
    except errors:
        root = None
    root = None if root is None else _without_namespace(root)
    if root is None or root.tag not in {"ARTICLE", *_STRUCTURES, *_REFUSED}:
        raise RefusedError(f"XML of the DILA that is damaged: {problem}", "Fetch the file again.")
    message = f"The XML is cut off or damaged ({problem}), so words may be missing. Fetch the file again."
    return _Parsed(root, [Finding.build(FindingCode.TRUNCATED_PAGE, message, path=file.path, line=line)])


def _without_namespace(root: _Element) -> _Element:
    """The root of a document, the namespace taken off all names where a program has given it one."""
    if root.tag[:1] == "{":
        for element in root.iter("{*}*"):
            element.tag = _etree().QName(element).localname
    return root


# -- lists ------------------------------------------------------------------------------------------------------------


def _listed(root: _Element) -> Listed | None:
    """The articles that the structure of a text or of a division lists; ``None`` where it lists none."""
    structure = _at(root, "STRUCTURE_TA" if root.tag == "SECTION_TA" else "STRUCT")
    links = () if structure is None else structure.iterchildren("LIEN_ART")
    articles = tuple(
        (name, link.get("num") or None) for link in links if _SOURCE_ID.fullmatch(name := link.get("id") or "")
    )
    if not articles:
        return None
    text = _at(root, "CONTEXTE", "TEXTE")
    shown = _at(text, "TITRE_TXT")
    title = None if shown is None else shown.get("c_titre_court") or _line(shown)
    names = (
        None if text is None else text.get("cid"),
        _text(_at(root, "META", "META_SPEC", "META_TEXTE_CHRONICLE"), "CID"),
        _text(_at(root, "META", "META_COMMUN"), "ID"),
        _text(root, "ID"),
    )
    name = next(filter(None, names), "")
    return Listed(name, title or None, articles)


# -- articles ---------------------------------------------------------------------------------------------------------


def _article(file: RawFile, root: _Element) -> ArticleData:
    head, context = _at(root, "META"), _at(root, "CONTEXTE")
    common, meta = _at(head, "META_COMMUN"), _at(head, "META_SPEC", "META_ARTICLE")
    start = _text(meta, "DATE_DEBUT")
    text = _at(context, "TEXTE")
    act = _act(text, _at(context, "CONTENEUR"), source_day(start))
    sections = _sections(text, source_day(start))
    return ArticleData(
        place=whole_file(file),
        act=act.id or act_of_path(file.path),
        number=_text(meta, "NUM"),
        words=_content(_at(root, "BLOC_TEXTUEL", "CONTENU")),
        note=_content(_at(root, "NOTA", "CONTENU")),
        others=tuple(_contents(root, without=("BLOC_TEXTUEL", "NOTA"))),
        state=_text(meta, "ETAT"),
        start=start,
        end=_text(meta, "DATE_FIN"),
        divisions=(*act.divisions, *(titled_division(title) for title, _ in sections)),
        ids=(
            *_named(_text(common, "ID")),
            *act.ids,
            *_named(sections[-1][1] if sections else None),
            ("eli", _text(common, "ID_ELI")),
            ("ancien_id", _text(common, "ANCIEN_ID")),
        ),
        links=tuple(_links(root, {value: act.id for _, value in act.ids if act.id})),
    )


class _Act(NamedTuple):
    """The act of an article."""

    id: str | None
    ids: tuple[tuple[str, str | None], ...] = ()
    divisions: tuple[Division, ...] = ()


def _act(text: _Element | None, container: _Element | None, day: date | None) -> _Act:
    """The act that a context names: its text, or the agreement (``CONTENEUR``) that its text is a part of."""
    if text is None:
        return _Act(None)
    titles = list(text.iterchildren("TITRE_TXT"))
    shown = _on(titles, day)
    ids = [text.get("cid"), *(title.get("id_txt") for title in titles)]
    named = tuple(pair for each in dict.fromkeys(reversed(ids)) for pair in _named(each))
    title = _line(shown) or (shown.get("c_titre_court") if shown is not None else None)
    if container is not None and (idcc := container.get("num")):
        name = next(filter(None, reversed(ids)), None)
        act = agreement_act(idcc, container.get("cid"), (container.get("titre"), title), name)
        divisions = (titled_division(title),) if title else ()
        return _Act(act, (*_named(container.get("cid")), *named), divisions)
    short = shown.get("c_titre_court") if shown is not None else None
    found = _act_id(title, short, text.get("nature"), text.get("num"), *filter(None, ids))
    return _Act(found, (*named, ("nor", text.get("nor"))))


@lru_cache(maxsize=1 << 12)
def _act_id(title: str | None, short: str | None, nature: str | None, number: str | None, *ids: str) -> str | None:
    """The id of an act, by its identifiers, its titles, or its nature and number."""
    for name in ids:
        if known := act_written(name):
            return known
    return source_act(title) or source_act(short) or _numbered(nature, number) or source_act(None, *ids)


def _numbered(nature: str | None, number: str | None) -> str | None:
    """The id of an act by its nature, as the data name it, and its number or day; ``None`` for other natures."""
    name = _NATURES.get(nature or "")
    return f"{name}:{number}" if name and number else None


def _sections(text: _Element | None, day: date | None) -> list[tuple[str, str | None]]:
    """Title and identifier of each division on a day, outer to inner."""
    found: list[tuple[str, str | None]] = []
    level = _at(text, "TM")
    while level is not None:
        shown = _on(list(level.iterchildren("TITRE_TM")), day)
        if shown is not None and (title := _line(shown)):
            found.append((title, shown.get("id")))
        level = _at(level, "TM")
    return found


def _on(titles: list[_Element], day: date | None) -> _Element | None:
    """The title that applies on a day, of those through time; the last one where none does."""
    for title in titles:
        start, end = source_day(title.get("debut")), source_day(title.get("fin"))
        if day is not None and start is not None and start <= day and (end is None or day < end):
            return title
    return titles[-1] if titles else None


def _links(root: _Element, own: Mapping[str | None, str]) -> Iterator[Link]:
    """What the publisher says that the article does to other texts, or owes to them: not the links that lead to it.

    ``own`` has the act of the article by its identifiers, for links to itself that do not name it.
    """
    links = _at(root, "LIENS")
    for link in () if links is None else links.iterchildren("LIEN"):
        target = link.get("id") or link.get("cidtexte")
        if link.get("sens") != "source" or not target:
            continue
        title = _line(link) or None
        cid, nature, signed = link.get("cidtexte"), link.get("naturetexte"), link.get("datesignatexte")
        act = _linked_act(cid, title, nature, link.get("numtexte"), signed)
        if act is None or act.startswith("texte:"):
            act = own.get(cid, act)
        number = number_printed(link.get("num")) if target[4:8] == "ARTI" else None
        yield Link.trusted(
            span=_NOWHERE,
            href=target,
            title=title,
            act=act,
            article=None if number is None else number.normalized,
            note=None,
            kind=link.get("typelien"),
        )


_NOWHERE = Span(0, 0)


@lru_cache(maxsize=1 << 15)
def _linked_act(
    cid: str | None, title: str | None, nature: str | None, number: str | None, signed: str | None
) -> str | None:
    """The act that a link leads to: a code by its title, another act by its number, else by the day of its signature.

    The title of a link has other days too.
    """
    if nature == "CODE":
        return source_act(act_of_link(title), cid)
    day = source_day(signed)
    return _numbered(nature, number or (None if day is None else day.isoformat()))


# -- values -----------------------------------------------------------------------------------------------------------


def _at(element: _Element | None, *names: str) -> _Element | None:
    """The first element that these names lead to, each from its parent: a quarter of the time of a path."""
    for name in names:
        if element is None:
            break
        element = next(element.iterchildren(name), None)
    return element


def _text(parent: _Element | None, name: str) -> str | None:
    found = _at(parent, name)
    return None if found is None or not found.text else found.text.strip() or None


def _line(element: _Element | None) -> str:
    """The words of an element without its tags."""
    if element is None:
        return ""
    return "".join(map(str, element.itertext())).strip() if len(element) else (element.text or "").strip()


def _named(value: str | None) -> tuple[tuple[str, str], ...]:
    """An identifier with its kind as its name: ``("legiarti", "LEGIARTI…")``."""
    return ((value[:8].lower(), value),) if value and _SOURCE_ID.fullmatch(value) else ()


def _contents(root: _Element, without: tuple[str, ...] = ()) -> Iterator[str]:
    """The words of other parts of an object: visas, signatures, a summary."""
    for part in root:
        if part.tag not in without and (words := _content(_at(part, "CONTENU"))):
            yield words


def _content(content: _Element | None) -> str | None:
    """The words of an element ``CONTENU`` as HTML: what is no tag of HTML ends a line, or is left out."""
    if content is None or (not len(content) and not (content.text or "").strip()):
        return None
    if not len(content) and has_markup(content.text or ""):
        return content.text  # its tags are escaped
    words = str(_etree().tostring(content, encoding="unicode", with_tail=False))
    if "<?" in words:
        words = _INSTRUCTION.sub("", words)
    return _OTHER_TAG.sub(lambda tag: "<br/>" if tag[1].isupper() else "", words)


ADAPTER = Adapter(
    name="dila-xml",
    description="XML of the open data of the DILA: LEGI, JORF, KALI; a file for each article, division and text",
    expects="XML with the root ARTICLE, SECTION_TA, TEXTELR or TEXTE_VERSION",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "divisions", "notes", "links", "ids"),
    extra="xml",
    example="<ARTICLE><META><META_COMMUN><ID>LEGIARTI…</ID>…</META_COMMUN><META_SPEC><META_ARTICLE><NUM>L1</NUM>",
)

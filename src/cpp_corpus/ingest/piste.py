"""Answers of the Légifrance API on PISTE: JSON with one article, all versions of one, or a whole text.

================================================  ====================================================================
request                                           answer
================================================  ====================================================================
``consult/getArticle``                            ``{"article": {…}}``
``consult/getArticleByCid``                       ``{"listArticle": [{…}]}``: all versions
``consult/code``, ``legiPart``, ``lawDecree`` …   ``{"title", "cid", "articles": […], "sections": [{"articles", …}]}``
================================================  ====================================================================

A file has one of them, an array, or one a line; the article alone, as clients save it, is read too, and so are answers
that stand in a member of an object (``{"data": …}``, ``{"LEGIARTI…": …}``) or in its list. Dates are in milliseconds. A
table of contents (``code/tableMatieres``) has no words, so it is refused, as decisions and results of a search are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.article_data import ArticleData
from cpp_corpus.ingest.code_trees import DILA_ID, Data, named_id, node_problems, objects, text_of, title_on
from cpp_corpus.ingest.fragment import RecordPlace, read_fragment
from cpp_corpus.ingest.json_tree import JsonFile, JsonNode, json_keys
from cpp_corpus.ingest.naming import act_of_link, agreement_act, source_act, titled_division
from cpp_corpus.ingest.rows import columns_of
from cpp_corpus.model.article import Division, Link
from cpp_corpus.model.document import Block, Document, Draft, Role
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.span import Span
from cpp_corpus.model.states import source_day

__all__ = ["ADAPTER"]


def _sniff(file: RawFile) -> bool:
    return _depth(file) is not None


def _read(file: RawFile) -> Iterator[Document]:
    tree = JsonFile(file, *_LISTS, depth=_depth(file) or 0)
    findings: list[Finding] = []
    drafts: list[Draft] = []
    above: list[Block] = []
    refused: RefusedError | None = None
    for root, nodes in _answers(tree):
        answer = _Answer(file.path, tree, root, nodes, findings)
        read, why = answer.read()
        drafts += read
        above += answer.around() if read else []
        refused = refused or why
    findings += node_problems(file.path, tree)
    if not drafts and refused:
        raise refused
    if drafts or findings:
        found = tuple(drafts), tuple(above)
        yield Document(file.path, ADAPTER.name, *found, marks_notes=True, findings=tuple(findings))


# ---------------------------------------------------------------------------------------------------------------------

_LISTS = ("listArticle", "articles", "sections")
_ARTICLE_ID = re.compile(r"(?:LEGI|JORF|KALI)ARTI[0-9]{12}")
_INSIDE = re.compile(r"[.\[]")
_WORDS = ("texteHtml", "content", "texte")
_LINKS = ("lienCitations", "lienModifications", "lienConcordes", "lienAutres")
_OTHERS = ("surtitre", "historique", "infosComplementairesHtml")
_AROUND = ("notice", "visa", "signers", "nota", "observations", "rectificatif", "prepWork")
"""The words of a whole text that are in no article."""


def _depth(file: RawFile) -> int | None:
    """How many objects and lists of a client are around each answer: ``{"data": {"article": {…}}}`` has one.

    ``None`` where the file has no answer.
    """
    keys = json_keys(file)
    root = "[]." if "[]" in keys else ""
    if _is_answer(keys, root):
        return 0
    members = [key for key in keys if key.startswith(root) and not _INSIDE.search(key, len(root))]
    around = ((1, "."), (2, "[]."))
    return next((depth for depth, sign in around if any(_is_answer(keys, f"{key}{sign}") for key in members)), None)


def _is_answer(keys: Mapping[str, object], path: str) -> bool:
    """Whether the members at ``path`` are those of an answer; see the table above."""

    def has(name: str, ids: re.Pattern[str]) -> bool:
        return isinstance(found := keys.get(path + name), str) and ids.fullmatch(found) is not None

    if has("article.id", _ARTICLE_ID) or has("listArticle[].id", _ARTICLE_ID):
        return True
    if has("id", _ARTICLE_ID) or has("articles[].id", _ARTICLE_ID) or has("sections[].id", DILA_ID):
        return True
    if any(path + name in keys for name in ("sections", "articles")) and (has("cid", DILA_ID) or has("id", DILA_ID)):
        return True
    return any(path + name in keys for name in ("text.juridiction", "totalResultNumber"))


def _answers(tree: JsonFile) -> Iterator[tuple[JsonNode, list[JsonNode]]]:
    """Each answer of a file, with the objects in its lists."""
    root: JsonNode | None = None
    inside: list[JsonNode] = []
    for node in tree.nodes:
        if node.parent is None:
            if root is not None:
                yield root, inside
            root, inside = node, []
        else:
            inside.append(node)
    if root is not None:
        yield root, inside


def _ordered(nodes: list[JsonNode], orders: dict[JsonNode, int]) -> list[JsonNode]:
    """The objects of an answer, the articles and sections of each section by ``orders`` where all of them have one."""
    inside: dict[JsonNode | None, list[JsonNode]] = {}
    for node in nodes:
        inside.setdefault(node.parent, []).append(node)
    for each in inside.values():
        if all(node in orders for node in each):
            each.sort(key=orders.__getitem__)
    known = set(nodes)
    waiting = [node for parent, each in inside.items() if parent not in known for node in each][::-1]
    found = []
    while waiting:
        found.append(node := waiting.pop())
        waiting += reversed(inside.get(node, []))
    return found


class _Answer:
    """Reads one answer."""

    def __init__(
        self, path: str, tree: JsonFile, root: JsonNode, nodes: list[JsonNode], findings: list[Finding]
    ) -> None:
        self.path = path
        self.tree = tree
        self.root = root
        self.place = tree.place(root)
        self.nodes = nodes
        self.findings = findings
        self.members = tree.decoded(root) or {}

    def read(self) -> tuple[list[Draft], RefusedError | None]:
        """The drafts; where there is none, why."""
        members = self.members
        article = members.get("article")
        if isinstance(article, dict):
            return self.drafted([_article(self.place, article)])
        if _ARTICLE_ID.fullmatch(str(members.get("id"))) and columns_of(tuple(members)).words(members):
            return self.drafted([_article(self.place, members)])
        if self.nodes:
            return self.drafted(self.listed())
        return [], _why(members)

    def around(self) -> list[Block]:
        """The lines of a whole text that belong to no article: its visas, its signatures."""
        if not self.nodes:
            return []
        words = [text_of(self.members, name) for name in _AROUND]
        return [block._replace(role=Role.FURNITURE) for each in words for block in read_fragment(each, self.place)]

    def drafted(self, articles: list[ArticleData]) -> tuple[list[Draft], RefusedError | None]:
        if not articles:
            return [], RefusedError("JSON of a text without articles", "Those of the Légifrance API have “articles”.")
        if not any(article.words for article in articles) and len(articles) > 1:
            return [], RefusedError(
                "a table of contents of the Légifrance API, without the words of its articles",
                "Get each article with consult/getArticle, or the whole text with consult/legiPart.",
            )
        if any(_MARKED in (article.words or "") for article in articles):
            return [], _SEARCHED
        drafts = [draft for article in articles if (draft := article.draft(self.path, self.findings))]
        return drafts, None if drafts else _NO_WORDS

    def listed(self) -> list[ArticleData]:
        """The articles of the lists, those of a whole text by ``intOrdre``."""
        sections: dict[JsonNode, Data] = {}
        orders: dict[JsonNode, int] = {}
        found: dict[JsonNode, ArticleData] = {}
        for node in self.nodes:
            members = self.tree.decoded(node) or {}
            if not members:
                continue
            if node.under != "listArticle" and type(order := members.get("intOrdre")) is int:
                orders[node] = order
            if node.under == "sections":
                sections[node] = members
            elif node.under == "listArticle" or _has_context(members) or not _is_text(self.members):
                found[node] = _article(self.tree.place(node), members)
            else:
                above = [sections[each] for each in node.ancestors if each in sections]
                found[node] = _of_text(self.tree.place(node), members, self.members, above)
        return [found[node] for node in _ordered(self.nodes, orders) if node in found]


_NO_WORDS = RefusedError(
    "an answer of the Légifrance API without words",
    "They were expected in texteHtml, content or texte; get the article again, by its id, with consult/getArticle.",
)


_MARKED = "<mark>"
"""The tag of the words that were searched, in the pieces of articles that the result of a search has."""
_SEARCHED = RefusedError(
    "the result of a search in the Légifrance API", "Get the articles that it names with consult/getArticle."
)


def _why(members: Data) -> RefusedError:
    text = members.get("text")
    if isinstance(text, dict) and text.get("juridiction"):
        return RefusedError("a court decision from the Légifrance API", "Only articles of acts are read.")
    if "totalResultNumber" in members:
        return _SEARCHED
    return _NO_WORDS


def _has_context(article: Data) -> bool:
    """Whether an article brings its context along, wherever it is listed."""
    return bool(article.get("textTitles") or article.get("context"))


def _is_text(members: Data) -> bool:
    """Whether members are those of a whole text, which its articles have in common."""
    return text_of(members, "cid", "id", "title", "titre") is not None


def _of_text(place: RecordPlace, article: Data, text: Data, sections: list[Data]) -> ArticleData:
    """An article of a whole text, or of all texts of a collective agreement."""
    part = next((each for each in sections if str(each.get("id")).startswith("KALITEXT")), {})
    return ArticleData(
        place=place,
        act=_agreement_part(text, part) or source_act(text_of(text, "title", "titre"), *_text_ids(text)),
        number=text_of(article, "num"),
        words=text_of(article, *_WORDS),
        note=text_of(article, "notaHtml", "nota"),
        others=tuple(words for name in _OTHERS if (words := text_of(article, name))),
        state=text_of(article, "etat"),
        start=_day(article, "dateDebut"),
        end=_day(article, "dateFin"),
        divisions=tuple(titled_division(title) for section in sections if (title := text_of(section, "title"))),
        ids=(
            *named_id(text_of(article, "id")),
            ("cid", text_of(article, "cid")),
            *named_id(text_of(text, "id")),
            *named_id(text_of(part, "id")),
            *(named_id(text_of(sections[-1], "id")) if sections and sections[-1] is not part else ()),
            ("nor", text_of(text, "nor") or text_of(part, "nor")),
        ),
    )


def _text_ids(text: Data) -> tuple[str | None, str | None]:
    return text_of(text, "cid"), text_of(text, "id")


def _agreement_part(container: Data, text: Data) -> str | None:
    """The act of a text of a collective agreement, of which the answer has all texts or one; ``None`` of another."""
    if str(container.get("id")).startswith("KALITEXT"):
        return _agreement(container, container)
    if not str(container.get("id")).startswith("KALICONT"):
        return None
    titles = text_of(container, "titre", "title"), text_of(text, "title", "titre")
    number = text_of(container, "num") if container.get("nature") == "IDCC" else None
    return agreement_act(number, text_of(container, "id"), titles, text_of(text, "id"))


def _article(place: RecordPlace, article: Data) -> ArticleData:
    """An article that brings its context along."""
    context = article.get("context")
    texts = [
        *objects(article.get("textTitles")),
        *(objects(context.get("titreTxt")) if isinstance(context, dict) else []),
    ]
    first = texts[0] if texts else {}
    columns = columns_of(tuple(article))
    start, end = _day(article, "dateDebut"), _day(article, "dateFin")
    return ArticleData(
        place=place,
        act=_agreement(article, first)
        or source_act(
            text_of(first, "titreLong", "titre") or columns.act(article)[0],
            text_of(first, "cid"),
            text_of(first, "id"),
            text_of(article, "cidTexte"),
        ),
        number=text_of(article, "num") or columns.number(article),
        words=text_of(article, *_WORDS) or columns.words(article),
        note=text_of(article, "notaHtml", "nota"),
        others=tuple(words for name in _OTHERS if (words := text_of(article, name))),
        state=text_of(article, "etat"),
        start=start,
        end=end,
        divisions=_divisions(article, start) or columns.divisions(article),
        ids=(
            *named_id(text_of(article, "id")),
            ("cid", text_of(article, "cid")),
            *(pair for text in reversed(texts) for pair in named_id(text_of(text, "id"))),
            *named_id(text_of(article, "sectionParentId")),
            ("nor", text_of(first, "nor")),
            ("eli", text_of(article, "idEliAlias", "idEli")),
        ),
        links=tuple(_links(article)),
    )


def _agreement(article: Data, text: Data) -> str | None:
    """The act of an article of a collective agreement: of the one (``conteneurs``) that its text is a part of."""
    container = next((each for each in objects(article.get("conteneurs")) if text_of(each, "num")), None)
    if container is None:
        return None
    titles = text_of(container, "titre"), text_of(text, "titreLong", "titre", "title")
    return agreement_act(text_of(container, "num"), text_of(container, "cid", "id"), titles, text_of(text, "cid", "id"))


def _day(article: Data, name: str) -> str | int | float | None:
    value = article.get(name)
    return value if isinstance(value, str | int | float) else None


def _divisions(article: Data, start: Any) -> tuple[Division, ...]:
    context = article.get("context")
    titles = objects(context.get("titresTM")) if isinstance(context, dict) else []
    levels: dict[object, list[Data]] = {}
    for count, title in enumerate(titles):
        levels.setdefault(text_of(title, "xPath") or count, []).append(title)
    day = source_day(start)
    shown = [text_of(title_on(each, day, "debut", "fin"), "titre") for each in levels.values()]
    return tuple(titled_division(title) for title in shown if title)


def _links(article: Data) -> Iterator[Link]:
    """What the source says that the article does to other texts, or owes to them; not the links that lead to it."""
    for link in (link for name in _LINKS for link in objects(article.get(name))):
        target = text_of(link, "articleId", "textCid")
        if target is None or link.get("linkOrientation") != "source":
            continue
        title, number = text_of(link, "textTitle"), text_of(link, "articleNum")
        act = source_act(act_of_link(title), text_of(link, "textCid"))
        article_number = normalize_number(number) if number else None
        kind = text_of(link, "linkType")
        yield Link(span=Span(0, 0), href=target, title=title, act=act, article=article_number, kind=kind)


ADAPTER = Adapter(
    name="piste",
    description="JSON of the Légifrance API on PISTE: articles, all their versions, or whole texts",
    expects="JSON with “article”, “listArticle”, or “sections” and “articles” of a text with its “cid”",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "divisions", "notes", "links", "ids"),
    example='{"executionTime": 0, "article": {"id": "LEGIARTI…", "num": "L1", "texteHtml": "…", "etat": "VIGUEUR"',
    in_records=True,
)

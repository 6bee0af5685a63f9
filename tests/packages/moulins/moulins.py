"""A small package that adds to every table of cpp-corpus by its entry points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from cpp_corpus import ArticleNumber, Finding, Severity, Span
from cpp_corpus.extending import (
    ActName,
    Adapter,
    Answer,
    Block,
    Check,
    Document,
    Draft,
    Example,
    ExportedArticle,
    Exporter,
    Facts,
    Form,
    How,
    Item,
    Phrase,
    Placed,
    Places,
    Question,
    RawFile,
    Role,
    Rule,
    Sink,
    SourceMap,
    Step,
    Subject,
    line_block,
)

__all__ = ["ALMANACH", "MEULE", "MOULIN", "STATES", "WITH_LETTER", "Windy"]

_LINE = re.compile(".+")


def is_moulin(file: RawFile) -> bool:
    return file.head.startswith("moulin ")


def read_moulin(file: RawFile) -> Iterator[Document]:
    source = SourceMap(file)
    act = file.text.split()[1]
    drafts = []
    for article in re.finditer(r"^= (\S+)\n([^=]*)", file.text, re.MULTILINE):
        lines = _LINE.finditer(file.text, *article.span(2))
        blocks = [line_block(source, *line.span(), Role.TEXT) for line in lines]
        facts = Facts(act=act, number=ArticleNumber(article[1]))
        drafts.append(Draft(facts, tuple(block for block in blocks if isinstance(block, Block))))
    yield Document(file.path, "moulin", tuple(draft for draft in drafts if draft.blocks))


MOULIN = Adapter(
    name="moulin",
    description="Notebook of a miller",
    expects="a notebook that begins with “moulin” and an act",
    sniff=is_moulin,
    read=read_moulin,
)


def read_meule(text: str, start: int, end: int) -> Iterable[Phrase]:
    """``meule`` *number*"""  # noqa: D400 - a line of the grammar
    number = re.compile("[0-9]+").match(text, end)
    if number is not None:
        yield Phrase("article", start, number.end(), (Item(start, number.end(), f"L{number[0]}"),))


MEULE = Rule("meule", ("meule", "meules"), " (?=[0-9])", read_meule, (Example("par la ⟦meule 12⟧", "ici/l12"),))


def read_almanach(_text: str, match: re.Match[str], _how: How | None) -> ActName:
    """``almanach des moulins``"""  # noqa: D400 - a line of the grammar
    return ActName(match.start(), match.end(), match.end(), "almanach", ids=("almanach-des-moulins",))


ALMANACH = Form(
    name="almanach",
    letters="a",
    begins=re.compile("almanach des moulins"),
    read=read_almanach,
    examples=(Example("l'article ⟦3⟧ de l'almanach des moulins", "almanach-des-moulins/3"),),
)


def with_letter(question: Question) -> Answer:
    """An article cited without its letter, where the act has it with one."""
    reference = question.reference
    if reference.article is None or not reference.article[0].isdigit():
        return None
    found = question.corpus.lookup(reference.act, f"l{reference.article}")
    return Places([found]) if found else None


WITH_LETTER: Placed[Step] = Placed(with_letter, before="implausible")


class Windy(Check):
    """Finds the wind."""

    name = "windy-article"
    title = "An article in which the wind blows."
    advice = "Close the window."
    severity = Severity.INFO

    def look(self, subject: Subject) -> Iterator[Finding]:
        for gust in re.finditer(r"\bvent\b", subject.text()):
            yield self.finding(subject.article, "The wind blows here.", span=Span(*gust.span()))


class States(Sink):
    """Writes the state of every reference."""

    def __init__(self, folder: Path) -> None:
        self.lines = (folder / "states.txt").open("w", encoding="utf-8")
        self.count = 0

    def article(self, article: ExportedArticle) -> None:
        for reference in article.references:
            self.lines.write(f"{reference.source_id} {reference.target} {reference.state}\n")
            self.count += 1

    def end(self) -> dict[str, int]:
        return {"lines": self.count}

    def close(self) -> None:
        self.lines.close()


STATES = Exporter("The state of every reference", ("states.txt",), States)

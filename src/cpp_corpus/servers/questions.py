"""The table of questions: what both servers offer, with what each takes and answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from cpp_corpus.corpus import Corpus
from cpp_corpus.servers import inputs, responses
from cpp_corpus.servers.answers import Acts, ArticleText, CitedBy, Found, Hits, References, Verdicts
from cpp_corpus.servers.problems import problems
from cpp_corpus.table import Table

__all__ = ["QUESTIONS", "ServerQuestion", "tool_of"]


@dataclass(frozen=True, slots=True)
class ServerQuestion:
    """A question to a corpus: a tool of the MCP server, and an address of the HTTP server.

    >>> import cpp_corpus
    >>> found = QUESTIONS["find"].answer(cpp_corpus.load("fixtures/mirror"), {"citation": "L. 112-1, II, 2°"})
    >>> [(each.id, each.part, each.part_exists) for each in found.articles]
    [('code-des-moulins-et-des-horloges/l112-1', 'II/2°', True)]
    """

    name: str
    """Its name: of the tool, and in the address."""
    title: str
    """What it does, in a few words."""
    description: str
    """What it does, when to use it, and what the answer says: for programs and assistants that choose a tool."""
    inputs: type[BaseModel]
    """What it takes: a model whose values are bounded and described. For HTTP they are texts, numbers and days."""
    answers: type[BaseModel]
    """What it answers: a model, whose size is bounded too."""
    ask: Callable[[Corpus, Any], BaseModel]
    """The answer of a corpus to inputs; it may be called in several threads at once."""

    def answer(self, corpus: Corpus, given: object) -> BaseModel:
        """The answer of ``corpus`` to ``given``: a mapping, or inputs of its model.

        ``pydantic.ValidationError`` where ``given`` is wrong; a ``QuestionError`` where there is no answer.
        """
        asked = self.inputs.model_validate(given)
        with problems():
            return self.ask(corpus, asked)


def _entries(*questions: ServerQuestion) -> dict[str, ServerQuestion]:
    return {question.name: question for question in questions}


QUESTIONS: Table[ServerQuestion] = Table(
    "questions",
    _entries(
        ServerQuestion(
            "find",
            "Find the articles that a citation means",
            "Find the articles of French law that a citation means: a number, a list, a range, with or without the "
            "act, a part or a day. Use it to learn ids, and to see all versions of an article. An empty list says "
            "that the corpus has none of them; verify says why.",
            inputs.FindInputs,
            Found,
            responses.find,
        ),
        ServerQuestion(
            "article",
            "Read an article",
            "The words of one article of French law, or of one part of it, with its state, its dates, its divisions "
            "and the place of each alinéa. Use it before you quote the law. Long texts come in pieces: `next` is the "
            "offset of the following one.",
            inputs.ArticleInputs,
            ArticleText,
            responses.article,
        ),
        ServerQuestion(
            "verify",
            "Check citations",
            "Check which citations of French law in a text hold: whether the act, the article, the part that is named "
            "and the version of the day exist. Use it on every text that cites the law, also on your own drafts. Only "
            "the status `exists` confirms a citation; every other one says what is wrong, in `message`, with what is "
            "nearest and where the article went.",
            inputs.VerifyInputs,
            Verdicts,
            responses.verify,
        ),
        ServerQuestion(
            "references",
            "List what an article cites",
            "The references that an article of French law makes to other articles, divisions and acts, each with its "
            "words, its relation (`derogates_from`, `under_conditions_of` …), the part that is cited, and whether it "
            "is there and in force.",
            inputs.ReferencesInputs,
            References,
            responses.references,
        ),
        ServerQuestion(
            "cited_by",
            "List what cites an article",
            "The articles of the corpus that cite an article, a division or an act, each with its relation and the "
            "part that it cites. Use it to learn what depends on a provision.",
            inputs.CitedByInputs,
            CitedBy,
            responses.cited_by,
        ),
        ServerQuestion(
            "search",
            "Search the words of the law",
            "The articles of French law that have all words of a query, best first, with the words around the first "
            "match. Accents, case and plurals do not matter; words in double quotes must be in sequence. The words "
            "must be those of the law, in French; synonyms are not tried.",
            inputs.SearchInputs,
            Hits,
            responses.search,
        ),
        ServerQuestion(
            "acts",
            "List what the corpus holds",
            "The codes and other acts of which the corpus has articles, with the newest day of the law that it knows. "
            "Use it first: what is not listed cannot be found or verified here.",
            inputs.ActsInputs,
            Acts,
            responses.acts,
        ),
    ),
)
"""The questions by name; other packages add theirs as ``cpp_corpus.questions``."""


def tool_of(question: ServerQuestion) -> dict[str, Any]:
    """A question as a tool of the Model Context Protocol, in the layout of ``tools/list``."""
    return {
        "name": question.name,
        "title": question.title,
        "description": question.description,
        "inputSchema": question.inputs.model_json_schema(mode="validation"),
        "outputSchema": question.answers.model_json_schema(mode="serialization"),
        "annotations": {
            "title": question.title,
            "readOnlyHint": True,
            "destructiveHint": False,
            "idempotentHint": True,
            "openWorldHint": False,
        },
    }

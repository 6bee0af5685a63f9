"""Names of nodes as lawyers write them, and the nodes nearest to a mistyped id."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import process

from cpp_corpus.errors import NumberError
from cpp_corpus.lang.act_titles import act_title
from cpp_corpus.model.division import division_steps
from cpp_corpus.model.graph import Node, NodeKind
from cpp_corpus.model.number import ArticleNumber, normalize_number

__all__ = ["division_name", "nearest", "node_name", "number_name"]


def node_name(node: Node) -> str:
    """The name of a node within its act.

    >>> node_name(Node(id="code-x/l112-1", kind="article", act="code-x", number="l112-1"))
    'L. 112-1'
    >>> node_name(Node(id="code-x/annexe-i~2", kind="article", act="code-x", number="annexe-i"))
    'Annexe I (2)'
    """
    if node.kind is NodeKind.ARTICLE and node.number is not None:
        which = node.id.removeprefix(f"{node.act}/{node.number}")  # of several, ``~2`` or ``@2020-01-01``
        return number_name(node.number) + (f" ({which[1:]})" if which and which != node.id else "")
    if node.kind is NodeKind.DIVISION and node.division is not None:
        return division_name(node.division)
    if node.kind is NodeKind.ACT:
        return act_title(node.id)
    return node.id.rpartition("/")[2]


def number_name(number: str) -> str:
    """A normalised number as it is written in sentences; unchanged where it cannot be read.

    >>> number_name("1649-quater-b"), number_name("?")
    ('1649 quater B', '?')
    """
    try:
        return ArticleNumber.parse(number).running
    except NumberError:
        return number


def division_name(path: str, most: int = 2) -> str:
    """The last ``most`` numbered steps of a path, inner first.

    >>> division_name("partie-legislative/livre.iv/titre.xxv-bis"), division_name("livre.i/titre.ii", 1)
    ('titre XXV bis, livre IV', 'titre II')
    >>> division_name("partie-legislative"), division_name("livre.i")
    ('partie-legislative', 'livre Ier')
    """
    steps = division_steps(path)
    numbered = [(step.kind, step.number) for step in steps if step.number is not None]
    if not numbered:
        return str(steps[-1])
    return ", ".join(f"{kind} {_numeral(number)}" for kind, number in reversed(numbered[-most:]))


def _numeral(number: str) -> str:
    """``xxv-bis`` as ``XXV bis``, ``i`` as ``Ier``."""
    first, *rest = number.split("-")
    return " ".join(("Ier" if first == "i" and not rest else first.upper(), *rest))


_MOST = 3
_LIKE = 75  # of 100


def nearest(given: str, nodes: Collection[Node]) -> list[str]:
    """At most three ids of nodes, the likeliest first: articles with that number, else the most similar ids."""
    number = normalize_number(given)
    numbered = [node.id for node in nodes if node.number == number]
    if numbered:
        return numbered[:_MOST]
    return [name for name, _, _ in process.extract(given, [node.id for node in nodes], limit=_MOST, score_cutoff=_LIKE)]

"""Building the article graph from resolved references."""

from cpp_corpus.graph.build import GraphBuilder

__all__ = ["GraphBuilder"]

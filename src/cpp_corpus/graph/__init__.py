"""The article graph: building it from resolved references, walking it, measuring it, drawing it.

=================  ==========================================================
module             what it holds
=================  ==========================================================
``build``          ``GraphBuilder``: from resolved references to nodes, edges
``article_graph``  ``ArticleGraph``: what users hold, and how it is filtered
``read``           ``graph.json`` read back, line by line
``walk``           shortest ways and neighbourhoods
``connectivity`` components and cycles
``exchange``       the same graph for networkx and rustworkx; PageRank
``summary``        what a notebook shows
``dot``            a picture in the language of Graphviz
``render``         a picture as a file
=================  ==========================================================
"""

from cpp_corpus.graph.article_graph import ArticleGraph, Degree
from cpp_corpus.graph.build import GraphBuilder

__all__ = ["ArticleGraph", "Degree", "GraphBuilder"]

"""The article graph: built from resolved references, searched, measured, drawn.

=================  ==========================================================
module             what it holds
=================  ==========================================================
``build``          ``GraphBuilder``: from resolved references to nodes, edges
``article_graph``  ``ArticleGraph``: the class for users, and its filters
``read``           ``graph.json`` read back, line by line
``walk``           shortest paths and neighbourhoods
``connectivity`` components and cycles
``exchange``       the same graph for networkx and rustworkx; PageRank
``summary``        the graph as shown in a notebook
``dot``            a drawing in DOT, the language of Graphviz
``render``         a drawing as an image file
=================  ==========================================================
"""

from cpp_corpus.graph.article_graph import ArticleGraph, Degree
from cpp_corpus.graph.build import GraphBuilder

__all__ = ["ArticleGraph", "Degree", "GraphBuilder"]

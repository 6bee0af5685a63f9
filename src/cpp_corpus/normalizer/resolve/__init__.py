"""References → targets, in a corpus.

``all_indexed`` is what is kept of each article and how its id is settled, ``index`` where an act and a number lead,
``sequence`` the order of an act, ``divisions`` where its livres, titres and sections lead, ``versions`` which text is
law on a day. ``steps`` is the table of what is tried, in order; ``resolver`` runs it.
"""

from cpp_corpus.normalizer.resolve.index import CorpusIndex
from cpp_corpus.normalizer.resolve.indexed import indexed_article, unique_ids
from cpp_corpus.normalizer.resolve.question import Citations
from cpp_corpus.normalizer.resolve.resolver import resolve
from cpp_corpus.normalizer.resolve.versions import chosen

__all__ = ["Citations", "CorpusIndex", "chosen", "indexed_article", "resolve", "unique_ids"]

"""References → targets, in a corpus.

``bearers`` is what is kept of each article and how its id is settled, ``index`` where an act and a number lead,
``divisions`` the same for livres, titres and sections, ``resolver`` the table of steps.
"""

from cpp_corpus.normalizer.resolve.bearers import bearer_of, settle_ids
from cpp_corpus.normalizer.resolve.index import CorpusIndex
from cpp_corpus.normalizer.resolve.resolver import resolve

__all__ = ["CorpusIndex", "bearer_of", "resolve", "settle_ids"]

"""References → targets, in a corpus.

``bearers`` is what is kept of each article and how its id is settled, ``index`` where an act and a number lead,
``sequence`` the order of an act, ``divisions`` where its livres, titres and sections lead, ``versions`` which text is
law on a day. ``steps`` is the table of what is tried, in order; ``resolver`` runs it.
"""

from cpp_corpus.normalizer.resolve.bearers import bearer_of, settle_ids
from cpp_corpus.normalizer.resolve.index import CorpusIndex
from cpp_corpus.normalizer.resolve.question import Speech
from cpp_corpus.normalizer.resolve.resolver import resolve
from cpp_corpus.normalizer.resolve.versions import chosen, stood

__all__ = ["CorpusIndex", "Speech", "bearer_of", "chosen", "resolve", "settle_ids", "stood"]

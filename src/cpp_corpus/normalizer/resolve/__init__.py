"""Resolution: the targets of references in a corpus.

``indexed`` makes the index entries of articles and their unique ids, ``index`` looks up acts and numbers, ``sequence``
has the order of the articles of an act, ``division_index`` its divisions, ``versions`` chooses the version of a day.
``steps`` is the table of resolution steps, tried in order; ``resolver`` runs it.
"""

from cpp_corpus.normalizer.resolve.index import CorpusIndex, IndexedRecords
from cpp_corpus.normalizer.resolve.indexed import indexed_article, other_ids, unique_ids
from cpp_corpus.normalizer.resolve.question import Citations
from cpp_corpus.normalizer.resolve.resolver import resolve
from cpp_corpus.normalizer.resolve.versions import chosen

__all__ = [
    "Citations",
    "CorpusIndex",
    "IndexedRecords",
    "chosen",
    "indexed_article",
    "other_ids",
    "resolve",
    "unique_ids",
]

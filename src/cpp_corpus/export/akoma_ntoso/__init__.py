"""Akoma Ntoso 3.0: a document for each act.

``names`` makes URIs and eIds, ``article`` writes an article, ``document`` puts the articles of an act in their order
and writes what stands around them, ``sink`` receives the records.
"""

from cpp_corpus.export.akoma_ntoso.sink import AKOMA_NTOSO

__all__ = ["AKOMA_NTOSO"]

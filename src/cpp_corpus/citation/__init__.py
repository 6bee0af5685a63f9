"""Citations as people type them: ``reading`` reads a citation, ``parts`` the parts of an article in it.

``divisions`` reads the name of a division.
"""

from cpp_corpus.citation.divisions import DivisionCitation, read_division
from cpp_corpus.citation.reading import Citation, read_citation

__all__ = ["Citation", "DivisionCitation", "read_citation", "read_division"]

"""Citations as people type them: ``reading`` reads a citation, ``parts`` the parts of an article in it."""

from cpp_corpus.citation.reading import Citation, read_citation

__all__ = ["Citation", "read_citation"]

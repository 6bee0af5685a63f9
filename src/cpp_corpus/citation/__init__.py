"""What people type to name an article: ``reading`` reads it, ``parts`` the part of the article that it names."""

from cpp_corpus.citation.reading import Citation, read_citation

__all__ = ["Citation", "read_citation"]

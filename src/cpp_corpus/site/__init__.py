"""A static site of a corpus, which opens from the disk without a server (docs/site.md)."""

from cpp_corpus.site.build import SiteSummary, write_site

__all__ = ["SiteSummary", "write_site"]

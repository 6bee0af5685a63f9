"""Atlases: made from texts that have numbers, and found for a reference that a user names.

``build`` makes one from any source; ``texts``, ``history`` and ``repository`` are the sources; ``reference`` finds the
atlas of an act, and is what the first pass asks.
"""

from cpp_corpus.pipeline.atlas.build import build_atlas
from cpp_corpus.pipeline.atlas.reference import Found, atlas_for, atlas_header, forget, read_atlas, shipped_atlases

__all__ = ["Found", "atlas_for", "atlas_header", "build_atlas", "forget", "read_atlas", "shipped_atlases"]

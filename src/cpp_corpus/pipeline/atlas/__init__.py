"""Atlases: made from texts that have numbers, and found for what a user names.

``build`` makes one from any source; ``texts``, ``history`` and ``repository`` are the sources. ``numbers`` has those
that the package ships, ``named`` finds the atlas of an act in what a user names: one of the two is what the first pass
asks.
"""

from cpp_corpus.pipeline.atlas.build import build_atlas
from cpp_corpus.pipeline.atlas.named import NumbersFrom, number_source
from cpp_corpus.pipeline.atlas.numbers import Found, ShippedNumbers, atlas_header, read_atlas, shipped_atlases

__all__ = [
    "Found",
    "NumbersFrom",
    "ShippedNumbers",
    "atlas_header",
    "build_atlas",
    "number_source",
    "read_atlas",
    "shipped_atlases",
]

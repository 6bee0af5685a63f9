"""Atlases: building them from texts that have numbers, and looking up numbers in them.

``build`` builds an atlas from any source; ``versions`` reads texts and histories, ``repository`` git clones.
``numbers`` looks up numbers in the atlases that the package ships, ``named`` in the number source that a user gives.
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

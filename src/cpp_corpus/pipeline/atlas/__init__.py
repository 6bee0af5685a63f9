"""Atlases: building them from texts that have numbers, and looking up numbers in them.

``build`` builds an atlas from any source: ``versions`` reads texts and histories, ``exports`` what ``normalize`` wrote,
``repository`` git clones. ``supply`` has the atlases that are installed; ``numbers`` looks up numbers in them,
``named`` in the number source that a user gives.
"""

from cpp_corpus.pipeline.atlas.build import build_atlas
from cpp_corpus.pipeline.atlas.named import NumbersFrom, number_source
from cpp_corpus.pipeline.atlas.numbers import Found, InstalledNumbers, atlas_header, read_atlas
from cpp_corpus.pipeline.atlas.supply import ATLASES, AtlasFolder, atlas_files

__all__ = [
    "ATLASES",
    "AtlasFolder",
    "Found",
    "InstalledNumbers",
    "NumbersFrom",
    "atlas_files",
    "atlas_header",
    "build_atlas",
    "number_source",
    "read_atlas",
]

"""Atlases of French codes, by which cpp-corpus identifies articles whose numbers are missing.

They are found by an entry point: once this package is installed, nothing else is to be done.
"""

from importlib.resources import files
from pathlib import Path

from cpp_corpus.extending import AtlasFolder

__all__ = ["ATLASES"]

ATLASES = AtlasFolder(Path(str(files("cpp_corpus_atlas"))) / "data")
"""An atlas for each code, in a file ``CODE.atlas``; each is read when a text of its code needs numbers."""

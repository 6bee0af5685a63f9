"""Identification: the numbers of articles whose headings are missing.

``assign`` has :func:`identify`; ``candidates`` has the articles of the atlas that are law on the day, ``steps`` the
alignment, ``state`` its intermediate results, ``renumbering`` finds the numbers that are uncertain because the atlas is
of another day, ``decision_notes`` reads notes on court decisions, ``sections`` supplies the divisions, ``findings``
reports. ``data/`` holds the atlases that the package ships.
"""

from cpp_corpus.normalizer.identify.assign import Identified, identify

__all__ = ["Identified", "identify"]

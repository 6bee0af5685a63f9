"""Which article is this? Numbers for articles that have lost theirs.

``assign`` is the way in; ``candidates`` are the articles of the reference that are law on its day, ``steps`` the
alignment from what is certain to what follows from it, ``state`` how far it has come, ``renumbering`` what is given up
where the reference is of another day, ``decision_notes`` reads notes on decisions, ``sections`` supplies the
divisions, ``findings`` reports. ``data/`` holds the atlases that the package ships.
"""

from cpp_corpus.normalizer.identify.assign import Identified, identify

__all__ = ["Identified", "identify"]

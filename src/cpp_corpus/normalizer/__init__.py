"""Identification of articles, and detection and resolution of references.

``identify`` looks up the numbers of unnumbered articles, ``recognize`` detects the references in a text, ``resolve``
finds their targets in a corpus.
"""

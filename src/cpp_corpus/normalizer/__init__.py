"""Article → references, and references → targets.

``recognize`` finds the references of a text; ``resolve`` says what each points to in a corpus.
"""

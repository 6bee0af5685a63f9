"""The stages in their order, and where they run.

``stages`` processes one file: read, tokenise, look up missing numbers. An ``engine`` runs that over many files, in this
process or in several, in order. ``references`` detects the references of an article, ``resolved`` resolves them,
``offsets`` finds the bytes of its text. ``batch`` is the second pass, over the whole corpus: unique ids, targets and
graph, given to all sinks at once, with memory that does not grow with the texts.
"""

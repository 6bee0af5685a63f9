"""The order of the stages, and where they run.

``stages`` is what happens to one file alone: read, tokenise, recognise. ``pool`` runs that over many files, in
this process or in several, in order. ``batch`` is the second pass: what is known only of the whole corpus (ids,
targets, graph), and the way to the exporters, with memory that does not grow with the texts.
"""

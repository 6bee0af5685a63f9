"""The order of the stages, and where they run.

``stages`` is what happens to one file alone: read, tokenise, look up lost numbers. An ``engine`` runs that over many
files, in this process or in several, in order. ``references`` finds the references of an article, ``resolved`` what
they point to, ``offsets`` the way back to the bytes of its file. ``batch`` is the second pass: what is known only of
the whole corpus (ids, targets, graph), given to all sinks at once, with memory that does not grow with the texts.
"""

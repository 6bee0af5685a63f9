"""French, as its law writes it: closed systems as two-way functions, open sets as tables.

=================  ====================================================================================
module             what it knows
=================  ====================================================================================
``roman``          Roman numerals
``adverbs``        *bis*, *ter*, *quater* …
``ordinals``       *première*, *avant-dernier*, *2e*; *deux*, *vingt-et-un*
``numbering``      article numbers: their grammar, normal form and order
``dates``          *1er janvier 2020*
``typography``     spaces, apostrophes and hyphens made uniform; the names of titles in addresses
``acts``           codes, laws, decrees: their titles, ids and abbreviations
=================  ====================================================================================

A constant in capitals is the source of a pattern, without named groups, to be set into larger ones; its docstring
says which case and typography it expects.
"""

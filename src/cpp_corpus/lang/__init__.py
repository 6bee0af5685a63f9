"""The French of legal texts: numerals, dates and the like as functions in both directions, names as tables.

=================  ====================================================================================
module             what it handles
=================  ====================================================================================
``roman``          Roman numerals
``adverbs``        *bis*, *ter*, *quater* …
``ordinals``       *première*, *avant-dernier*, *2e*; *deux*, *vingt-et-un*
``numbering``      article numbers: their grammar, normal form and order
``dates``          *1er janvier 2020*
``typography``     spaces, apostrophes and hyphens made uniform; slugs of titles
``acts``           codes, laws, decrees: their titles, ids and abbreviations
``abbreviations``  *C. civ.*, *CGI*, *TFUE*, *CO*: their meaning, and where each may be used
``act_names``      *loi ALUR*, *Déclaration de 1789*: acts by the names that people give them
``natures``        *L. n°*, *Ord.*, *Règl. (UE)*: short natures, and the acts named so
``decisions``      *CE, 27 juill. 2001, n° 222509*: decisions of courts, their ids and ECLI
``publications``   *BOI-IR-RICI-110*, *IDCC 1486*, circulars by NOR, pages of the Journal officiel
``foreign``        *code civil belge*: words that mark the law of another country
``short_dates``    *6 janv. 1978*, *17/12/2014*, *16-24 août 1790*
``republican``     *25 ventôse an XI*
``phrases``        tables of names of several words, found at a position of a text
=================  ====================================================================================

A constant in capitals is the source of a pattern without named groups, for use in larger patterns; its docstring says
which case and typography it expects.
"""

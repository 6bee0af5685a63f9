"""What the library speaks of. Everything here is a frozen value; nothing here reads or writes a file.

==============  ====================================================================================
module          its values
==============  ====================================================================================
``span``        ``Span``: a range of positions
``offsets``     ``OffsetMap``: from canonical text back to the bytes of its source
``number``      ``ArticleNumber``: how articles are numbered, compared and ordered
``article_id``  ``ArticleId``: what names an article in a corpus
``locator``     ``Locator``: where inside an article
``division``    ``DivisionPath``, ``DivisionId``: a livre, titre or section of an act
``notation``    ``Notation``: a text that is a value; what those three are
``document``    ``Document`` and its ``Block`` s: what ingest gives the tokenizer, and ``Tokenized``
``article``     ``Article`` and its parts: ``Division``, ``Paragraph``, ``Table``, ``Note``, ``Link``
``reference``   ``Reference``: what a passage says of another, as its words have it
``reason``      ``Reason``: why something of a reference is not known
``resolution``  ``ResolvedReference``: the same, held against the articles that exist
``fingerprint`` ``Fingerprint``: what a text says, as hashes
``atlas``       ``Atlas``: the versions of the articles of an act, as fingerprints
``graph``       ``Node``, ``Edge`` and its ``Mention`` s: what the article graph is made of
``diff``        ``CorpusDiff`` and its parts: what changed between two states of the law
``parts``       where a locator leads among the alinéas of an article
``finding``     ``Finding``: a problem of the input, as a value; the table of its codes, ``FindingCode``
``manifest``    ``Manifest``: what a set of exported files is made from
``counting``    ``counted``: a number of things, in words
``validity``    ``Validity``: whether something is law on a day
``base``        ``Record``: what the records of the public interface have in common
==============  ====================================================================================
"""

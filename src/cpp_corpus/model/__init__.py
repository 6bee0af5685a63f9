"""The data model. Everything here is a frozen value; nothing here reads or writes a file.

==============  ====================================================================================
module          its values
==============  ====================================================================================
``span``        ``Span``: a range of positions
``offsets``     ``OffsetMap``: from canonical text back to the bytes of its source
``number``      ``ArticleNumber``: article numbers, their comparison and order
``article_id``  ``ArticleId``: the id of an article in a corpus
``locator``     ``Locator``: a place inside an article
``division``    ``DivisionPath``, ``DivisionId``: a livre, titre or section of an act
``notation``    ``Notation``: base class of ``ArticleId``, ``Locator`` and ``DivisionPath``
``document``    ``Document`` and its ``Block`` s, the input of the tokenizer, and ``Tokenized``, its result
``article``     ``Article`` and its parts: ``Division``, ``Paragraph``, ``Table``, ``Note``, ``Link``
``reference``   ``Reference``: a reference as the words of a text have it
``reason``      ``Reason``: why something of a reference is not known
``resolution``  ``ResolvedReference``: a reference with its targets in a corpus
``fingerprint`` ``Fingerprint``: hashes of a text, by which texts are compared
``atlas``       ``Atlas``: the versions of the articles of an act, as fingerprints
``graph``       ``Node``, ``Edge`` and its ``Mention`` s: the parts of the article graph
``diff``        ``CorpusDiff`` and its parts: what changed between two states of the law
``parts``       the alinéas of an article that a locator names
``finding``     ``Finding``: a problem of the input, as a value; the table of its codes, ``FindingCode``
``manifest``    ``Manifest``: the description of an export
``counting``    ``counted``: a number of things, in words
``validity``    ``Validity``: whether something is law on a day
``states``      state words and dates of the sources, by one vocabulary
``base``        ``Record``: base class of the records of the public interface
==============  ====================================================================================
"""

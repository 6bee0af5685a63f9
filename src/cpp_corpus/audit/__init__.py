"""What is wrong in the law as published: one module a check, and the table ``CHECKS``.

``check`` has the base class of a check, ``law`` looks up articles and known numbers of acts, ``run`` makes one pass
over the articles with all checks, ``place`` finds the line of a span in its file, ``report`` writes the findings as
JSON and SARIF.
"""

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.law import Law
from cpp_corpus.audit.run import audit, known_checks
from cpp_corpus.audit.table import CHECKS

__all__ = ["CHECKS", "Check", "Law", "Subject", "audit", "known_checks"]

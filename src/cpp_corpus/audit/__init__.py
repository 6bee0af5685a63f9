"""What is wrong in the law as published: one module a check, and the table ``CHECKS``.

``check`` is what a check is, ``law`` what a corpus holds and the language knows of its acts, ``run`` the one pass over
the articles, ``place`` the line at which words stand, ``report`` the findings as JSON and SARIF.
"""

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.law import Law
from cpp_corpus.audit.run import audit, known_checks
from cpp_corpus.audit.table import CHECKS

__all__ = ["CHECKS", "Check", "Law", "Subject", "audit", "known_checks"]

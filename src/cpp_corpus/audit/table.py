"""The checks, in the order in which a report has them."""

from __future__ import annotations

from cpp_corpus.audit.check import Check, fault_of_check
from cpp_corpus.audit.cycles import ReferenceCycle, SelfReference
from cpp_corpus.audit.dangling import DanglingReference
from cpp_corpus.audit.duplicates import DuplicateNumber, DuplicateText
from cpp_corpus.audit.emptiness import EmptyArticle
from cpp_corpus.audit.encoding import DamagedText
from cpp_corpus.audit.gaps import NumberingGap
from cpp_corpus.audit.links import ContradictoryLink
from cpp_corpus.audit.listed_links import UnlistedReference, UnreadLink
from cpp_corpus.audit.markup import LeftoverMarkup
from cpp_corpus.audit.orphans import Orphan
from cpp_corpus.audit.parts import MissingPart
from cpp_corpus.audit.repealed import RepealedTarget
from cpp_corpus.audit.truncation import TruncatedText
from cpp_corpus.table import Table

__all__ = ["CHECKS"]

CHECKS: Table[type[Check]] = Table(
    "checks",
    {
        str(check.name): check
        for check in (
            ContradictoryLink,
            DanglingReference,
            RepealedTarget,
            MissingPart,
            SelfReference,
            ReferenceCycle,
            DuplicateNumber,
            DuplicateText,
            DamagedText,
            LeftoverMarkup,
            TruncatedText,
            EmptyArticle,
            NumberingGap,
            UnreadLink,
            UnlistedReference,
            Orphan,
        )
    },
    fault=fault_of_check,
)
"""By the code of its findings; other packages add to it by entry points of the group ``cpp_corpus.checks``."""

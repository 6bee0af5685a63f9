"""Texts that are named only by their nature: no identifier, and none to look for."""

from __future__ import annotations

import re

from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["OTHER"]

_OTHER = compiled(
    r"(cahiers? des charges|contrats?|règlement|annexes?|avenants?|délibérations?|circulaires?|projets?"
    r"|instructions?|cahier|tableau|codex|nomenclature)(?!\w)",
    re.IGNORECASE,
)


def _other(_text: str, match: re.Match[str], _how: How | None) -> ActName:
    """``cahier des charges`` | ``contrat`` | ``règlement`` …"""
    return ActName(match.start(), match.end(), match.end(), "autre", (), How.VAGUE)


OTHER = Form("autre", "cradpitn", _OTHER, _other, (Example("l'article ⟦4⟧ du cahier des charges", "?/4"),))

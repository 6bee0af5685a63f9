"""The Constitutions and Charters of France, by their years."""

from __future__ import annotations

__all__ = ["constitution_of"]


def constitution_of(year: int) -> str | None:
    """The id of the Constitution of a year; ``None`` where France had none: it is that of another country.

    >>> constitution_of(1958), constitution_of(1990), constitution_of(2031)
    ('constitution:1958', None, 'constitution:2031')
    """
    return f"constitution:{year}" if year in _YEARS or year > _LAST_SEEN else None


# ---------------------------------------------------------------------------------------------------------------------

_YEARS = frozenset((1791, 1793, 1795, 1799, 1802, 1804, 1814, 1815, 1830, 1848, 1852, 1870, 1875, 1946, 1958))
_LAST_SEEN = 2026
"""The year in which this table was made: a later Constitution may be one of France."""

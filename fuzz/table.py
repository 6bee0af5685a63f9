"""The table of targets."""

from __future__ import annotations

from collections.abc import Mapping

from fuzz.adapters import ADAPTER_TARGETS
from fuzz.files import FILE_TARGETS
from fuzz.made import MADE_TARGETS
from fuzz.target import Target
from fuzz.texts import TEXT_TARGETS

__all__ = ["TARGETS"]

TARGETS: Mapping[str, Target] = {
    target.name: target for target in (*ADAPTER_TARGETS, *TEXT_TARGETS, *FILE_TARGETS, *MADE_TARGETS)
}
"""By name."""

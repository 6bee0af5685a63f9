"""Print, as constraints for pip, the lowest versions that pyproject.toml admits of each package it names.

The tools that run the tests keep the versions of constraints.txt.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

__all__: list[str] = []

ROOT = Path(__file__).parents[1]
TOOLS = ("hypothesis", "jsonschema", "pytest")

if __name__ == "__main__":
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {each for group in (project["dependencies"], *project["optional-dependencies"].values()) for each in group}
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    lowest = [each.replace(">=", "==") for each in wanted if ">=" in each]
    print("\n".join(sorted([*lowest, *(pin for pin in pins if pin.partition("==")[0] in TOOLS)])))

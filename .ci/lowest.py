"""Print, as constraints for pip, the lowest versions that pyproject.toml admits of each package it names."""

from __future__ import annotations

import tomllib
from pathlib import Path

__all__: list[str] = []

if __name__ == "__main__":
    project = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {each for group in (project["dependencies"], *project["optional-dependencies"].values()) for each in group}
    print("\n".join(sorted(each.replace(">=", "==") for each in wanted if ">=" in each)))

"""CITATION.cff and the Dockerfile agree with the package."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_citation_file_names_this_version() -> None:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    fields = dict(re.findall(r"^([\w-]+): (.+)$", text, re.MULTILINE))
    assert (fields["title"], fields["version"], fields["license"]) == (
        PROJECT["name"],
        PROJECT["version"],
        PROJECT["license"],
    )
    assert fields["abstract"] == PROJECT["description"]
    assert re.findall(r"^  - (?!name)(.+)$", text, re.MULTILINE) == PROJECT["keywords"]


def test_the_image_has_what_a_build_needs() -> None:
    """Everything that the build reads is let through by .dockerignore."""
    let = {
        line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").split() if line != "*"
    }
    assert {"src", "pyproject.toml", "hatch_build.py", PROJECT["readme"], *PROJECT["license-files"]} == let


@pytest.mark.skipif(shutil.which("docker") is None, reason="docker is not installed")
def test_the_image_is_built() -> None:
    if subprocess.run(["docker", "info"], capture_output=True, check=False).returncode:  # noqa: S607
        pytest.skip("docker does not run")
    subprocess.run(["docker", "build", "-q", "-t", "cpp-corpus-test", "."], cwd=ROOT, check=True)  # noqa: S607
    said = subprocess.run(["docker", "run", "--rm", "cpp-corpus-test", "--version"], check=True, capture_output=True)  # noqa: S607
    assert said.stdout.startswith(b"cpp-corpus ")

"""The pages of the documentation: what they list is what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "cpp_corpus"
TREE = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("```")[1]


def test_the_readme_lists_every_page() -> None:
    listed = set(re.findall(r"^\| \[docs/([a-z]+\.md)\]", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    assert listed == {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"}  # that of the site


@pytest.mark.parametrize("name", sorted(set(re.findall(r"[\w/]+\.py\b|\b[a-z_]+/(?= )", TREE))))
def test_the_architecture_names_files_and_folders_that_exist(name: str) -> None:
    assert list(PACKAGE.rglob(name.rstrip("/")))


@pytest.mark.parametrize("folder", sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()))
def test_the_architecture_has_every_package(folder: str) -> None:
    assert re.search(rf"^  {folder}/", TREE, re.MULTILINE)

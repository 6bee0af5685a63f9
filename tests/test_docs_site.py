"""The pages of the docs site that are made from the code; ``make docs`` builds the site itself."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import extending

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sys.path.insert(0, str(ROOT / "docs" / "_ext"))
    try:
        import made_pages  # noqa: PLC0415 - beside the docs
    finally:
        sys.path.pop(0)
    folder = tmp_path_factory.mktemp("docs") / "made"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(made_pages, "MADE", folder)
        made_pages.make()
    return folder


def test_every_public_name_is_reachable(made: Path) -> None:
    names = [name for name in cpp_corpus.__all__ if not name.startswith("__")]
    page = (made / "python.md").read_text(encoding="utf-8")
    assert [name for name in names if not re.search(rf":: cpp_corpus\.{name}$", page, re.MULTILINE)] == []
    page = (made / "python-extending.md").read_text(encoding="utf-8")
    assert [name for name in extending.__all__ if f"cpp_corpus.extending.{name}\n" not in page] == []


def test_every_command_has_its_output(made: Path) -> None:
    """A command that fails, or has no example, ends the making of the page."""
    page = (made / "commands.md").read_text(encoding="utf-8")
    commands = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert {"normalize", "verify", "atlas build"} <= set(commands)
    assert page.count("```console") == len(commands)
    assert "no_such_article" in page


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8").split()
    pages = {path.stem for path in (ROOT / "docs").glob("*.md")} - {"index"}
    assert sorted(pages - set(index)) == []

"""The table of codes of a user, and what it changes; each in a process of its own, since tables are read once."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import orjson
import pytest

from cpp_corpus.errors import InputError
from cpp_corpus.lang.learned import VARIABLE, LearnedAct, learned_acts, learned_file, read_learned, written

DAY = date(2025, 3, 1)
ACT = LearnedAct("code-de-la-meule-tournante", "Code de la meule tournante", DAY, "a mirror", ("1", "l2-1"))
CIVIL = LearnedAct("code-civil", "Code civil", DAY, "a mirror", ("1", "9999"))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "tables.json"
    path.write_bytes(written({ACT.id: ACT, CIVIL.id: CIVIL}))
    return path


def said(program: str, table: Path | None) -> str:
    """What a program prints with a table."""
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    if table is not None:
        environment[VARIABLE] = str(table)
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    return (done.stdout + done.stderr).strip()


def test_written_and_read(table: Path) -> None:
    assert read_learned(table) == {ACT.id: ACT, CIVIL.id: CIVIL}
    assert written({CIVIL.id: CIVIL, ACT.id: ACT}) == written({ACT.id: ACT, CIVIL.id: CIVIL}) == table.read_bytes()


def test_no_table(monkeypatch: pytest.MonkeyPatch, table: Path) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert (learned_file(), learned_acts()) == (None, {})
    monkeypatch.setenv(VARIABLE, "")
    assert learned_file() is None
    monkeypatch.setenv(VARIABLE, str(table))
    assert learned_acts()[ACT.id] == ACT


READ = """
from cpp_corpus import find_references
from cpp_corpus.lang.acts import ACTS, has_number, numbers_day, table_day
text = "l'article 7 du code de la meule tournante et l'article 9999 du code civil"
print([str(r.act) for r in find_references(text)], "code-de-la-meule-tournante" in ACTS)
shipped = [numbers_day(act) == table_day() for act in ("code-civil", "code-penal")]
print(has_number("code-civil", "9999"), *shipped)
"""


def test_a_code_of_the_table_is_known_by_its_whole_title(table: Path) -> None:
    without = said(READ, None).splitlines()
    assert without == ["['code-de-la-meule', 'code-civil'] False", "False True True"]
    assert said(READ, table).splitlines() == [
        "['code-de-la-meule-tournante', 'code-civil'] True",
        "True False True",
    ]


def table_of(*acts: dict[str, object], version: int = 1, form: str = "cpp-corpus tables") -> bytes:
    return orjson.dumps({"format": form, "schema_version": version, "acts": acts})


ROW: dict[str, object] = {"id": "code-x", "title": "X", "day": "2025-01-01", "source": "x", "numbers": "1"}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{", "is no table of codes: "),
        (b"[]", "is no table of codes: TypeError"),
        (table_of(form="x"), "is no table of codes of this version"),
        (table_of(version=2), "is no table of codes of this version"),
        (table_of({"id": "code-x"}), "KeyError: 'title'"),
        (table_of(ROW | {"title": ""}), "id, title, source and numbers are texts"),
        (table_of(ROW | {"numbers": [1]}), "id, title, source and numbers are texts"),
        (table_of(ROW | {"day": "soon"}), "soon"),
    ],
)
def test_a_file_that_is_no_table(table: Path, data: bytes, why: str) -> None:
    table.write_bytes(data)
    with pytest.raises(InputError, match=why) as error:
        read_learned(table)
    assert str(table) in str(error.value)
    assert "cpp-corpus tables update" in str(error.value)


def test_a_table_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    program = "import sys; sys.argv = ['cpp-corpus', 'refs', 'x']; from cpp_corpus.cli import main; main()"
    lines = said("from cpp_corpus.lang.acts import ACTS; len(ACTS)", tmp_path / "gone.json").splitlines()
    assert "gone.json: No such file or directory" in lines[-1]
    assert "Traceback" not in said(program.replace("'refs', 'x'", "'tables'"), tmp_path / "gone.json")

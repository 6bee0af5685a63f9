"""What is installed: this program with its tables and atlases, for ``--version`` and ``doctor``."""

from __future__ import annotations

from collections.abc import Iterator

import cpp_corpus
from cpp_corpus.errors import InputError
from cpp_corpus.lang.acts import ACTS, codes_listed, table_day
from cpp_corpus.model.atlas import AtlasHeader
from cpp_corpus.model.counting import counted
from cpp_corpus.pipeline.atlas import atlas_header
from cpp_corpus.pipeline.atlas.supply import atlas_files

__all__ = ["atlas_state", "table_state", "version_lines"]


def version_lines() -> Iterator[str]:
    """The version, then the state of the tables and of each atlas."""
    yield f"cpp-corpus {cpp_corpus.__version__}"
    yield f"tables: {table_state()}"
    for name, said, _ in atlas_state():
        yield f"atlases, {name}: {said}"


def table_state() -> str:
    """How much the tables know: ``111 codes, 100,000 numbers of articles of 77 codes, law of 2023-12-01``."""
    listed = codes_listed()
    numbers = f"{sum(listed.values()):,} numbers of articles of {counted(len(listed), 'code')}"
    return f"{counted(len(ACTS), 'code')}, {numbers}, law of {table_day()}"


def atlas_state() -> Iterator[tuple[str, str, bool]]:
    """What supplies atlases, what they know, and whether all of them can be read."""
    found: dict[str, list[AtlasHeader]] = {}
    for name, path in atlas_files():
        headers = found.setdefault(name, [])
        try:
            headers.append(atlas_header(path))
        except InputError as error:
            yield name, str(error), False
    for name, headers in found.items():
        if not headers:
            continue
        acts = [act for header in headers for act in header.acts.values()]
        until = max((act.as_of for act in acts if act.as_of), default=None)
        known = f"{counted(sum(act.versions for act in acts), 'version')} of articles of {counted(len(acts), 'act')}"
        yield name, known + (f", law until {until}" if until else ""), True
